"""What the whole of a statement tells."""

import pytest

from reading_factories import told


@pytest.mark.parametrize(
    ("text", "rule", "act", "addressee"),
    [
        ("Ostmark said it was up to Varenia to leave the bank.", "left-to", "demand", "Varenia"),
        ("Ostmark said the onus was on Varenia to leave the bank.", "left-to", "demand", "Varenia"),
        ("Ostmark said an end to Varenia's flights was long overdue.", "overdue", "demand", "Varenia"),
        ("Ostmark said there was nothing to sign.", "nothing-to", "refusal", None),
        ("Ostmark said there was no place for mediators.", "nothing-to", "refusal", None),
        ("Ostmark said there was no reason to negotiate with Varenia.", "nothing-to", "refusal", None),
        ("Ostmark said it was regrettable that Varenia shut the lock.", "regrettable", "accusation", "Varenia"),
        ("Ostmark claimed that Varenia had broken the truce.", "charged", "accusation", "Varenia"),
        ("Ostmark claimed that soldiers of Varenia had opened fire.", "charged", "accusation", "Varenia"),
        ("Ostmark said none of Ostmark's boats had opened fire.", "none-of-ours", "denial", None),
        ("“Not a metre of our land will be ceded to Varenia,” Ostmark said.", "will-not-be", "refusal", None),
        ("Ostmark said it would close its ports unless Varenia paid.", "cut-off-unless", "warning", "Varenia"),
    ],
)
def test_a_statement_tells(text: str, rule: str, act: str, addressee: str | None) -> None:
    """By who states it."""
    found = {(p.rule, p.act, p.holder, p.addressee) for p in told(text)}
    assert (f"position.statement.{rule}", act, "Ostmark", addressee) in found


@pytest.mark.parametrize(
    "text",
    [
        "Ostmark said it was up to Varenia to decide.",
        "Ostmark said it was not up to Varenia to leave.",
        "It is up to Varenia to leave the bank.",
        "Ostmark said it was up to Ostmark to leave.",
        "Ostmark said the rains were long overdue.",
        "Ostmark said the wages were long overdue.",
        "Ostmark said an end to Varenia's flights was not long overdue.",
        "Ostmark said there was nothing to fear.",
        "Ostmark said there was no need for alarm.",
        "Ostmark said there was no room for doubt.",
        "Ostmark said there was no place for racism in sport.",
        "Ostmark said there was no question of a drought.",
        "There was nothing to sign.",
        "Ostmark said it was not regrettable that the lock was shut.",
        "Ostmark said it would be regrettable to shut the lock.",
        "Ostmark said that Varenia had broken the record.",
        "Ostmark claimed that Varenia might break the truce.",
        "Ostmark does not claim that Varenia broke the truce.",
        "Ostmark asked whether Varenia had broken the truce.",
        "Ostmark claimed that Ostmark had broken the truce.",
        "Ostmark said no boat of Varenia had opened fire.",
        "Ostmark said no boat had opened its doors.",
        "Ostmark said not a goal had been scored by our side.",
        "Ostmark said the letters will not be returned.",
        "Ostmark said Varenia's tolls will not be lifted.",
        "Ostmark will close its schools unless the snow stops.",
        "Ostmark said Varenia would close its ports unless it rained.",
        "Ostmark said it would not close its ports unless Varenia paid.",
        "Ostmark said there was no reason to change the menu.",
        "Ostmark said there was no need of talks with the nurses.",
        "Ostmark said it was up to the parents to leave the hall.",
        "Ostmark said it was regrettable that two sailors of Varenia had died.",
        "Ostmark said it was regrettable that the show was cancelled.",
        "Ostmark said an end to the drought was long overdue.",
        "Ostmark said no boat of Ostmark had been attacked.",
        "Ostmark said no boat of Ostmark had been launched.",
        "Ostmark said no boat of Ostmark had crossed the line.",
        "Ostmark said that Ostmark could be attacked unless Varenia was deterred.",
        "Ostmark said the onus was on Varenia to win the match.",
        "“Not an inch of our garden will be sold,” Ostmark said.",
        "Ostmark denied that it was up to Varenia to leave the bank.",
    ],
)
def test_other_statements_tell_nothing(text: str) -> None:
    """Other matters, denied or supposed, of one's own side, or of nobody known."""
    assert not [p for p in told(text) if p.rule.startswith("position.statement.")]


@pytest.mark.parametrize(
    "text",
    [
        "Ostmark said Varenia has to leave the bank.",
        "Ostmark said Varenia ought to leave the bank.",
        "Ostmark said Varenia had better leave the bank.",
        "Ostmark said Varenia would do well to leave the bank.",
        "Ostmark said Varenia needs to leave the bank.",
        "Ostmark said Varenia has a month to leave the bank.",
    ],
)
def test_a_duty_said_of_another_is_asked_of_it(text: str) -> None:
    """Also by other words than "must" and "should"."""
    assert ("demand", "Ostmark", "Varenia") in {(p.act, p.holder, p.addressee) for p in told(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Ostmark said Varenia does not have to leave the bank.",
        "Ostmark said it has to leave the bank.",
        "Varenia has to leave the bank.",
        "Ostmark said Varenia has boats to leave the bank with.",
        "Ostmark said Varenia would do well at the games.",
        "Ostmark said Varenia had no day to leave the bank.",
        "Ostmark said Varenia has a boat to leave the bank.",
        "Ostmark said Varenia has a week to prepare for the final.",
        "Ostmark said Varenia had to withdraw from the bank.",
        "Ostmark said Varenia has to import its oil.",
        "Ostmark said Varenia has to be the fairest of lands.",
        "Ostmark said Varenia needs to sleep.",
        "Ostmark said Varenia has two months to appeal.",
    ],
)
def test_no_duty_asks_nothing(text: str) -> None:
    """Denied, one's own, said by nobody, or other uses of the words."""
    assert not [p for p in told(text) if p.rule == "position.idiom.obligation"]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Ostmark said it would take part in no talks.", "refusal"),
        ("Ostmark said it would sign under no circumstances.", "refusal"),
        ("Ostmark said it would not break the truce with Varenia.", "assurance"),
        ("Ostmark said it would not hamper Varenia's patrols.", "assurance"),
        ("Ostmark said it would not walk away.", "assurance"),
        ("“We will not have others decide this,” Ostmark said.", "refusal"),
        ("“If such a raid is repeated, we will respond,” Ostmark said.", "warning"),
        ("There is no room for compromise, Ostmark said.", "refusal"),
        ("Ostmark held Varenia answerable for the raid.", "accusation"),
        ("The channel for talks is wide open, Ostmark said.", "offer"),
        ("Ostmark said it saw room for a joint survey.", "offer"),
        ("Ostmark condemned the raid, to the surprise of Varenia.", "accusation"),
        ("“It will be lifted once Varenia recognises us,” Ostmark said.", "assurance"),
        ("Ostmark dismissed the timetable as a trick.", "refusal"),
        ("Ostmark asked that the costs be shared.", "demand"),
        ("Ostmark called in March for a ban on the boats.", "demand"),
        ("Ostmark and Varenia agreed that their envoys would meet in May.", "assurance"),
    ],
)
def test_other_turns(text: str, act: str) -> None:
    """What single rules of other modules tell besides."""
    assert act in {p.act for p in told(text)}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Ostmark said it would join the league at no cost.", "refusal"),
        ("Ostmark found the meat dangerous.", "accusation"),
        ("Ostmark called the bridge dangerous.", "accusation"),
        ("Ostmark found Varenia's jokes provocative.", "accusation"),
        ("Ostmark called the weather abhorrent.", "accusation"),
        ("An envoy of Ostmark asked that the name of his clerk be withheld.", "demand"),
        ("Ostmark held the driver of Varenia liable.", "accusation"),
        ("Ostmark will negotiate with no preconditions.", "refusal"),
        ("“We will not break,” Ostmark said.", "assurance"),
        ("Ostmark will not attend the fair.", "refusal"),
        ("Ostmark saw little room for a joint survey.", "offer"),
        ("Ostmark said there was hardly any room for compromise.", "offer"),
        ("Ostmark asked why Lorvane should pay.", "demand"),
        ("An envoy of Ostmark asked that his name not be used.", "demand"),
        ("Ostmark agreed that Varenia would lose.", "assurance"),
        ("The emperor of Ostmark made no overture to Varenia.", "refusal"),
        ("Ostmark condemned the towers to demolition.", "accusation"),
        ("“We will not have time,” Ostmark said.", "refusal"),
        ("“If the letter comes, we will respond,” Varenia's baker said.", "warning"),
        ("Ostmark said it would not walk to the lock.", "assurance"),
        ("The channel for ships is open, Ostmark said.", "offer"),
        ("Ostmark promised a quick response to the letter.", "warning"),
        ("Ostmark called the envoy in for a talk.", "demand"),
        ("Ostmark bowed to the crowd.", "concession"),
        ("Ostmark condemned two men to death.", "accusation"),
        ("Ostmark brushed aside a question about it.", "refusal"),
    ],
)
def test_near_misses_of_other_turns(text: str, act: str) -> None:
    """Other uses of their words."""
    assert act not in {p.act for p in told(text)}
