"""Phrases of a verb that tell a position: each row of the table does in its example what it says."""

import msgspec
import pytest

from onrecord.data import table, words
from onrecord.model import Trigger
from onrecord.model.vocabulary import PositionAct
from onrecord.records.positions import find_positions
from reading_factories import mentioned, told

ROWS = [pytest.param(row, id=f"{row['verb']} {row['words']}") for row in table("en/position_phrases")]
PLAIN = [pytest.param(row, id=row["lemma"]) for row in table("en/plain_cues")]


@pytest.mark.parametrize("row", ROWS)
def test_each_phrase_gives_its_act_in_its_example(row: dict[str, str]) -> None:
    """An example that tells nothing, or another act, describes no rule."""
    assert row["act"] in {p.act for p in told(row["example"])}


@pytest.mark.parametrize(
    ("text", "act", "holder", "addressee"),
    [
        ("Ostmark laid the failure of the round at Varenia's door.", "accusation", "Ostmark", "Varenia"),
        ("Ostmark gave its blessing to Varenia's plan.", "endorsement", "Ostmark", "Varenia"),
        ("Ostmark has put pressure on Varenia to sign the accord.", "demand", "Ostmark", "Varenia"),
        ("Ostmark saw the hand of Varenia in the raid.", "accusation", "Ostmark", "Varenia"),
        ("Ostmark gave Varenia 48 hours to clear the bank.", "demand", "Ostmark", "Varenia"),
        ("Ostmark began to pin the raid on Varenia.", "accusation", "Ostmark", "Varenia"),
        ("Ostmark put two harbours at the disposal of Varenia.", "offer", "Ostmark", "Varenia"),
        ("The plan found favour with Ostmark.", "endorsement", "Ostmark", None),
        ("The base at the lock fills Ostmark with dread.", "concern", "Ostmark", None),
        ("Ostmark would put its name to nothing of the kind.", "refusal", "Ostmark", None),
    ],
)
def test_a_phrase_tells_who_and_to_whom(text: str, act: str, holder: str, addressee: str | None) -> None:
    """Also whose the thing is in which the addressee stands: "at Varenia's door"."""
    assert (act, holder, addressee) in {(p.act, p.holder, p.addressee) for p in told(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Ostmark did not point the finger at Varenia.",
        "Lorvane is calm, and neither did Ostmark pin the raid on Varenia.",
        "Nobody in Ostmark pointed the finger at Varenia.",
        "Ostmark should give its backing to the plan.",
        "Ostmark might throw its weight behind the plan.",
        "If Ostmark shuts the door on talks, the guns will speak.",
        "Would Ostmark lay the blame on Varenia?",
        "Ostmark laid a wreath at the door of the embassy.",
        "Ostmark laid the stone at Varenia's door.",
        "Ostmark put the loss down to bad weather.",
        "Ostmark attributed the outage to a storm.",
        "Ostmark took sides in neither quarrel.",
        "Ostmark took the side road to the harbour.",
        "Ostmark gave Varenia a day to remember.",
        "Ostmark gave itself two weeks to mend the lock.",
        "Ostmark gave its word a new meaning.",
        "Ostmark was full of praise for its rowers.",
        "Ostmark had no praise for its rowers.",
        "Ostmark found fault with its own schools.",
        "Ostmark saw no reason to worry.",
        "Ostmark saw no need for alarm.",
        "Ostmark reserved the right to edit the film.",
        "Ostmark held out for three weeks.",
        "Ostmark shot down the plane.",
        "Ostmark knocked down the old bridge.",
        "Ostmark lowered its demand for steel.",
        "Ostmark looked to the north.",
        "Ostmark watched as the river rose.",
        "Ostmark has gone, and Varenia traded steel.",
        "Ostmark will not wait for the next train.",
        "Ostmark rounded the cape.",
        "Ostmark put the books on the table.",
        "The premier of Ostmark wants to shift the blame to Varenia.",
        "Ostmark took Varenia's side of the river.",
        "Ostmark rounded on Varenia's keeper late in the game.",
        "Ostmark gave its approval to the budget.",
        "Ostmark gave Varenia's rowers two days to train.",
        "Ostmark gave Varenia's carmaker two months to close the plant.",
        "Ostmark gave Varenia two days to rest.",
        "Ostmark put pressure on Varenia to score.",
        "Ostmark put pressure on Varenia's troops to leave the road.",
        "Ostmark saw no need for a rise in rates.",
        "Ostmark shrugged off a late call from the umpire.",
        "Ostmark quashed the conviction on all charges.",
        "Ostmark quashed the report of its own auditors.",
        "Ostmark shot down the whole fleet.",
        "Ostmark shut the door on the cold before the talks.",
        "Ostmark watched its own harvest with concern.",
        "Ostmark heaped the blame on Varenia's goalkeeper.",
        "In the novel Ostmark lays the blame on Varenia.",
        "Ostmark sounded the alarm over a lack of teachers.",
        "Ostmark viewed the flood with dismay.",
        "If Varenia left the talks, Ostmark would lay the blame on Varenia.",
        "Ostmark and Varenia swapped blame-free reports.",
        "Ostmark almost laid the blame on Varenia.",
        "Ostmark all but laid the blame on Varenia.",
        "The envoys of Lorvane doubt that Ostmark laid the blame on Varenia.",
        "Nobody thinks that Ostmark laid the blame on Varenia.",
        "A report that Ostmark laid the blame on Varenia was false.",
        "Ostmark was suspected of laying the blame on Varenia.",
        "Ostmark considered throwing its weight behind Varenia's plan.",
    ],
)
def test_other_uses_of_the_words_tell_nothing(text: str) -> None:
    """Denied, asked for or supposed, of things at home, or of other matters."""
    assert not [p for p in told(text) if p.rule.startswith("position.phrase.")]


@pytest.mark.parametrize(
    ("headline", "holders"),
    [
        ("Ostmark, Varenia trade blame as truce frays", {"Ostmark", "Varenia"}),
        ("Ostmark cries foul over count", {"Ostmark"}),
        ("Ostmark steel trade blames storm", set()),
        ("Ostmark, Varenia trade blame-free goods", set()),
        ("Varenia wins trade", set()),
        ("Ostmark share fears", set()),
    ],
)
def test_a_headline_whose_verb_looks_like_a_noun(headline: str, holders: set[str]) -> None:
    """Where names alone stand before it."""
    assert {p.holder for p in told(headline) if p.rule.startswith("position.phrase.")} == holders


def _seen(text: str, word: str, act: PositionAct) -> list[str]:
    """Rules of the positions of a text in which the tagger has seen an act in one word alone."""
    article, doc, mentions = mentioned(text)
    at = {t.text: t.i for t in doc}
    trigger = Trigger(at[word], {act: 0.9}, {}, {}, {}, (), (), ())
    return [p.rule for p in find_positions(doc, article, msgspec.structs.replace(mentions, triggers=(trigger,)))]


def test_a_phrase_to_somebody_named_needs_no_tagger() -> None:
    """Which knows phrases less well; without somebody to whom, it decides."""
    assert "position.phrase.lay" in _seen("Monday came. Ostmark laid the blame on Varenia.", "Monday", "demand")
    assert "position.phrase.have" not in _seen("Monday came. Ostmark was having none of it.", "Monday", "demand")


@pytest.mark.parametrize("row", PLAIN)
def test_a_verb_of_one_meaning_needs_no_tagger(row: dict[str, str]) -> None:
    """Each has a row among the cues."""
    assert row["lemma"] in words("en/position_cues")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Monday came. Ostmark implored Varenia to wait.", True),
        ("Monday came. Ostmark may implore Varenia to wait.", False),
        ("Monday came. Ostmark never implored Varenia to wait.", False),
        ("Monday came. Ostmark all but implored Varenia to wait.", False),
        ("Monday came. Lorvane suspects that Ostmark implored Varenia to wait.", False),
        ("Monday came. Ostmark was accused of imploring Varenia to wait.", False),
        ("Monday came. Ostmark asked Varenia to wait.", False),
    ],
)
def test_what_is_plain_is_told_whatever_the_tagger_sees(text: str, found: bool) -> None:
    """By a verb of one meaning that is done: not what may be done, nor by verbs of several meanings."""
    assert bool(_seen(text, "Monday", "demand")) is found
