"""Issues: which seed phrases a position's words hold, and which articles a negotiation takes."""

import pytest

from factories import parsed
from onrecord.model import Actor, Issue, Mentions, Negotiation, Position, Side, Span, cut
from onrecord.records.issues import assign_issues, belongs

TALKS = Negotiation(
    id="telle",
    name="Talks on the Telle",
    sides=(Side(id="Varenia", name="Varenia"), Side(id="Lorvane", name="Lorvane")),
    issues=(
        Issue(name="forces", seeds=("troop build-up", "de-escalation", "artillery")),
        Issue(name="alliance", seeds=("alliance's posture", "open door")),
    ),
    keywords=("Arn dam",),
)


def actors(*names: str) -> Mentions:
    """States that an article names."""
    found = (
        Actor(spans=(Span(0, 1, "x"),), actor=n, type="state", reading="government", rule="a", score=1.0) for n in names
    )
    return Mentions(actors=tuple(found))


@pytest.mark.parametrize(
    ("words", "issue"),
    [
        ("a halt to the troop build-up", "forces"),
        ("steps of de-escalation", "forces"),
        ("a halt to troop build-ups", "forces"),
        ("a change of the alliance's posture", "alliance"),
        ("an open door", "alliance"),
        ("a lower toll", None),
    ],
)
def test_seeds_are_found_whatever_joins_their_words(words: str, issue: str | None) -> None:
    """Hyphens and possessives are cut as the parser cuts them."""
    text = f"Varenia told Lorvane that it demands {words}."
    article, layout, doc = parsed(text)
    span = cut(text, text.index(words), len(text) - 1)
    position = Position(spans=(span,), content=(span,), holder="Varenia", act="demand", rule="p", score=0.7)
    (found,) = assign_issues([position], doc, article, layout, actors("Varenia", "Lorvane"), [TALKS])
    assert found.issues == ((issue,) if issue else ())


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("Talks go on.", ("Varenia", "Lorvane"), True),
        ("The Arn dam stays shut.", ("Varenia",), True),
        ("Talks go on.", ("Varenia",), False),
        ("The Arn dam stays shut.", (), False),
    ],
)
def test_an_article_belongs_by_sides_and_keywords(text: str, names: tuple[str, ...], expected: bool) -> None:
    """Two sides, or one side and a keyword."""
    article, _, _ = parsed(text)
    assert belongs(article, actors(*names), TALKS) is expected
