"""Questions that rules ask of a parse."""

from typing import TYPE_CHECKING

import pytest
import spacy

from factories import parsed
from onrecord.syntax import antecedent, dated_verb, is_question, left_undone, negated, no_longer, subjects

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token


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
    ("question", "text", "word", "expected"),
    [
        # By "nor", or by "or" without words of its own.
        (negated, "Varenia neither signed nor paid.", "signed", True),
        (negated, "Varenia neither signed nor paid.", "paid", True),
        (negated, "Varenia did not sign or pay.", "pay", True),
        (negated, "Varenia did not sign, nor would it pay.", "pay", True),
        (negated, "Varenia did not sign and paid.", "paid", False),
        (negated, "Varenia did not sign, but it paid.", "paid", False),
        (negated, "Varenia did not sign or its envoy lied.", "lied", False),
        (negated, "Varenia signed or paid.", "paid", False),
        (negated, "Varenia did not sign or pay but accused Ostmark.", "accused", False),
        (negated, "Varenia did not vote or speak, and condemned the raid.", "condemned", False),
        (negated, "Varenia did not sign, nor did Ostmark, but Korvath accepted it.", "accepted", False),
        # Not what is done besides.
        (left_undone, "Varenia failed to pay.", "pay", True),
        (left_undone, "Varenia failed to sign or pay.", "pay", True),
        (left_undone, "Varenia refrained from bombing the port.", "bombing", True),
        (left_undone, "Varenia failed to sign and rejected it.", "rejected", False),
        (left_undone, "Varenia did not fail to pay.", "pay", False),
        (left_undone, "Varenia came close to war by bombing the port.", "bombing", False),
        # Not what lasts longer, nor where only a part of it has ended.
        (no_longer, "Varenia no longer supports it.", "supports", True),
        (no_longer, "Varenia waited longer.", "waited", False),
        (no_longer, "The march will take no longer than a week.", "take", False),
        (no_longer, "Varenia will wait no longer", "wait", True),
        (no_longer, "Varenia no longer bombs bridges only.", "bombs", False),
        (no_longer, "Varenia no longer bombs by day but by night.", "bombs", False),
        (no_longer, "Varenia no longer bombs the port every day.", "bombs", False),
    ],
)
def test_what_is_denied_left_undone_or_ended(
    question: "Callable[[Token], bool]", text: str, word: str, expected: bool
) -> None:
    _, _, doc = parsed(text)
    assert question(next(t for t in doc if t.text == word)) is expected


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
