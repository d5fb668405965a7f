"""Words in print."""

from onrecord.model import Position, Span
from onrecord.views.wording import clipped, content_of
from record_factories import a_position


def test_clipping() -> None:
    """Words that are left out are marked."""
    assert clipped("one two three", 2) == "one two …"
    assert clipped("one two", 2) == "one two"
    assert clipped("ready to wait for rain", 2) == "ready to wait …"
    assert clipped("one two three four", 2, around="three") == "… two three …"
    assert clipped("one two three, four five", 2, around="two three,", behind=1) == "… three, four …"
    assert clipped("one two three four", 2, around="three", behind=9) == "… three four"


def test_a_lone_pronoun_is_told_with_its_verb() -> None:
    """ "it" alone says nothing; "rejected it" says something."""
    it = Span(9, 11, "it")
    rejects = Position(
        spans=(Span(0, 11, "rejected it"),), content=(it,), holder=None, act="refusal", rule="p", score=0.7
    )
    assert content_of(rejects) == "rejected it"
    assert content_of(a_position(words="more water")) == "more water"


def test_a_negated_position_is_told_with_its_verb() -> None:
    """ "Promises water" and "cannot promise water" must not look the same."""
    promise, water = Span(0, 14, "cannot promise"), Span(15, 25, "more water")
    negated = Position(
        spans=(promise, water), content=(water,), holder=None, act="assurance", rule="p", score=0.7, flags=("negated",)
    )
    assert content_of(negated) == "cannot promise … more water"
