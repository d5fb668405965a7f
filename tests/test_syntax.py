"""Questions that rules ask of a parse."""

import pytest
import spacy

from factories import parsed
from onrecord.syntax import antecedent, dated_verb, is_question, left_undone, negated, no_longer, subjects


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Will the port of Telle open?", True),
        ("“Will it open?” ", True),
        ("'\"Will it open?\"'", True),
        ("The envoy asked: will it open? Nobody knew.", False),
        ("Will it open?\n", False),
        ('"”', False),
    ],
)
def test_a_question_ends_with_its_mark(text: str, expected: bool) -> None:
    """Closing quotation marks and spaces behind the mark do not count; a line break does."""
    assert is_question(spacy.blank("en")(text)[:]) is expected


@pytest.mark.parametrize(
    ("text", "pronoun", "stands_for"),
    [
        ("The allies, who fear Ostmark, met.", "who", "allies"),
        ("It is Ostmark that has invaded two islands.", "that", "Ostmark"),
        ("They know that snow fell.", "that", "that"),
    ],
)
def test_what_a_relative_pronoun_stands_for(text: str, pronoun: str, stands_for: str) -> None:
    """Also where a sentence is cleft."""
    doc = parsed(text)[2]
    [token] = [t for t in doc if t.text == pronoun]
    assert antecedent(token).text == stands_for


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Varenia says foreign boats had crossed the line and demands an apology.", "demands", "Varenia"),
        ("Varenia says the boats are armed and demands an apology.", "demands", "Varenia"),
        ("Varenia said the boats are armed and warned the guild.", "warned", "Varenia"),
        ("Varenia said Ostmark will get no boats and accused it of stalling.", "accused", "Varenia"),
        # Where the form fits both, the verb stays with what is said.
        ("Varenia said Ostmark closed the lock and demanded an apology.", "demanded", "Ostmark"),
        ("Varenia says Ostmark closes the lock and demands an apology.", "demands", "Ostmark"),
        ("Varenia says Ostmark closed the lock and wants an apology.", "wants", "Ostmark"),
        ("Varenia said the envoys will come and sign it.", "sign", "envoys"),
        ("Varenia said Ostmark is losing and rejected the draft.", "rejected", "Ostmark"),
    ],
)
def test_who_goes_on_telling_is_told_by_the_form_of_the_verb(text: str, verb: str, subject: str) -> None:
    """The parser joins the second verb to what is said."""
    [token] = [t for t in parsed(text)[2] if t.text == verb]
    assert [s.text for s in subjects(token)] == [subject]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Varenia neither signed nor paid.", "signed", True),
        ("Varenia neither signed nor paid.", "paid", True),
        ("Varenia did not sign or pay.", "pay", True),
        ("Varenia did not sign, nor would it pay.", "pay", True),
        ("Varenia did not sign and paid.", "paid", False),
        ("Varenia did not sign, but it paid.", "paid", False),
        ("Varenia did not sign or its envoy lied.", "lied", False),
        ("Varenia signed or paid.", "paid", False),
        ("Varenia did not sign or pay but accused Ostmark.", "accused", False),
        ("Varenia did not vote or speak, and condemned the raid.", "condemned", False),
        ("Varenia did not sign, nor did Ostmark, but Korvath accepted it.", "accepted", False),
    ],
)
def test_what_is_denied_with_another(text: str, word: str, expected: bool) -> None:
    """By "nor", or by "or" without words of its own."""
    _, _, doc = parsed(text)
    assert negated(next(t for t in doc if t.text == word)) is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Varenia failed to pay.", "pay", True),
        ("Varenia failed to sign or pay.", "pay", True),
        ("Varenia refrained from bombing the port.", "bombing", True),
        ("Varenia failed to sign and rejected it.", "rejected", False),
        ("Varenia did not fail to pay.", "pay", False),
        ("Varenia came close to war by bombing the port.", "bombing", False),
    ],
)
def test_what_is_left_undone(text: str, word: str, expected: bool) -> None:
    """Not what is done besides."""
    _, _, doc = parsed(text)
    assert left_undone(next(t for t in doc if t.text == word)) is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Varenia no longer supports it.", "supports", True),
        ("Varenia waited longer.", "waited", False),
        ("The march will take no longer than a week.", "take", False),
        ("Varenia will wait no longer", "wait", True),
        ("Varenia no longer bombs bridges only.", "bombs", False),
        ("Varenia no longer bombs by day but by night.", "bombs", False),
        ("Varenia no longer bombs the port every day.", "bombs", False),
    ],
)
def test_what_no_longer_is_has_ended(text: str, word: str, expected: bool) -> None:
    """Not what lasts longer, nor where only a part of it has ended."""
    _, _, doc = parsed(text)
    assert no_longer(next(t for t in doc if t.text == word)) is expected


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The envoy said on Monday Velmark will recall the trawlers.", "said"),
        ("The envoy said from Monday Velmark will recall the trawlers.", "recall"),
        ("The envoy says on Monday Velmark will recall the trawlers.", "recall"),
        ("The notice said on Monday Velmark will recall the trawlers.", "recall"),
        ("The envoy said that on Monday Velmark will recall the trawlers.", "recall"),
    ],
)
def test_whose_day_stands_before_what_is_said(text: str, verb: str) -> None:
    """The day of a saying, where the parser gives it to what is said."""
    _, _, doc = parsed(text)
    found = dated_verb(next(t for t in doc if t.text == "Monday"))
    assert found is not None
    assert found.text == verb
