"""Issues: which seed phrases a position's words hold, and which articles a negotiation takes."""

import re

import msgspec
import pytest

from factories import parsed
from onrecord.model import Actor, Condition, Issue, Meeting, Mentions, Negotiation, Position, Side, Span, cut
from onrecord.model.vocabulary import PositionAct
from onrecord.records.issues import Issues, belongs

TALKS = Negotiation(
    id="telle",
    name="Talks on the Telle",
    sides=(Side(id="Varenia", name="Varenia"), Side(id="Lorvane", name="Lorvane")),
    issues=(
        Issue(name="forces", seeds=("troop build-up", "de-escalation", "artillery", "START", "war", "TLF")),
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
    ("sentence", "words", "issues"),
    [
        ("Varenia and Lorvane held talks on an open door.", "held talks on an open door", ("alliance",)),
        ("Varenia met Lorvane to discuss the troop build-up.", "Varenia met Lorvane", ("forces",)),
        ("Varenia spoke with Lorvane about the open door.", "Varenia spoke with Lorvane", ("alliance",)),
        ("Varenia met Lorvane while the troop build-up went on.", "Varenia met Lorvane", ()),
        ("Ostmark met Sarnia to discuss the troop build-up.", "Ostmark met Sarnia", ()),
    ],
)
def test_the_agenda_of_a_meeting(sentence: str, words: str, issues: tuple[str, ...]) -> None:
    """What it is on, or what its sentence says is discussed there; of a side of the negotiation only."""
    article, layout, doc = parsed(f"{sentence} Varenia and Lorvane were named.")
    sides = tuple(n for n in ("Varenia", "Lorvane", "Ostmark", "Sarnia") if n in sentence)
    meeting = Meeting(spans=(cut(article.text, 0, len(words)),), sides=sides, state="held", rule="m", score=0.7)
    (found,) = Issues(doc, article, layout, actors("Varenia", "Lorvane"), [TALKS]).on_agenda([meeting])
    assert found.issues == issues


@pytest.mark.parametrize(
    ("words", "issue"),
    [
        ("a halt to the troop build-up", "forces"),
        ("steps of de-escalation", "forces"),
        ("a halt to troop build-ups", "forces"),
        ("a change of the alliance's posture", "alliance"),
        ("an open door", "alliance"),
        ("a lower toll", None),
        ("an extension of START", "forces"),
        ("a new start", None),
        ("an end of the war", "forces"),
        ("an end of the trade war", None),
        ("respect for the Treaty on Lake-Shore Forces", "forces"),
        ("respect for the Tolls and Levies Fund", "forces"),
        ("respect for Timber Levies", None),
        ("talks like friends", None),
    ],
)
def test_seeds_are_found_whatever_joins_their_words(words: str, issue: str | None) -> None:
    """Hyphens and possessives are cut as the parser cuts them; acronyms spelled out, none in small letters; a trade war
    is no war.
    """
    text = f"Varenia told Lorvane that it demands {words}."
    article, layout, doc = parsed(text)
    span = cut(text, text.index(words), len(text) - 1)
    position = Position(spans=(span,), content=(span,), holder="Varenia", act="demand", rule="p", score=0.7)
    (found,) = Issues(doc, article, layout, actors("Varenia", "Lorvane"), [TALKS]).of_positions([position])
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


def issues_of(text: str, words: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The issues of a position of these words, and because of which."""
    article, layout, doc = parsed(text)
    span = cut(text, start := text.index(words), start + len(words))
    position = Position(spans=(span,), content=(span,), holder="Varenia", act="demand", rule="p", score=0.7)
    found = Issues(doc, article, layout, actors("Varenia", "Lorvane"), [RIVER]).of_positions([position])
    return found[0].issues, found[0].issue_because


RIVER = Negotiation(
    id="telle",
    name="Talks on the Telle",
    sides=TALKS.sides,
    issues=(
        Issue(name="water", seeds=("water",)),
        Issue(name="patrols", seeds=("water patrol",)),
        Issue(name="tolls", seeds=("toll",)),
        Issue(name="meetings", seeds=("the meeting", "talks")),
    ),
)


@pytest.mark.parametrize(
    ("text", "words", "issues", "where"),
    [
        ("Varenia demands water and lower tolls.", "water and lower tolls", ("water", "tolls"), "words"),
        ("Varenia demands an end of water patrols.", "an end of water patrols", ("patrols",), "words"),
        (
            "On tolls, which rose last year again, and on water, Varenia demands an answer.",
            "demands an answer",
            ("water",),
            "sentence",
        ),
        ("The toll rose. Varenia demands that.", "demands that", ("tolls",), "sentence before"),
        ("The toll rose. Varenia wants a deal.", "a deal", ("tolls",), "sentence before"),
        ("The toll rose. Varenia wants a deal on grain.", "a deal on grain", (), None),
        ("The toll rose. The water fell. Varenia demands such a deal.", "such a deal", ("water",), "sentence before"),
        ("The toll rose. Snow fell. Varenia demands that.", "demands that", (), None),
        ("The treaty set a toll. Varenia wants the treaty.", "the treaty", ("tolls",), "sentence before"),
        ("Varenia wants a cut after the rise of the tolls.", "a cut after the rise of the tolls", (), None),
        ("Amid a row over water Varenia wants lower tolls.", "lower tolls", ("tolls",), "words"),
        ("After the fall of the water Varenia wants an answer.", "wants an answer", (), None),
        ("Varenia wants talks on tolls.", "talks on tolls", ("tolls",), "words"),
        ("Varenia wants a private meeting.", "a private meeting", ("meetings",), "words"),
        ("Varenia, before a meeting, wants grain.", "wants grain", (), None),
        (
            "They signed the Water Treaty. Snow fell. Varenia broke the treaty.",
            "broke the treaty",
            ("water",),
            "named before",
        ),
        (
            "They signed the Water Treaty. They keep a grain treaty. Varenia broke the treaty.",
            "broke the treaty",
            (),
            None,
        ),
    ],
)
def test_issues_come_from_the_nearest_seeds(text: str, words: str, issues: tuple[str, ...], where: str | None) -> None:
    """All in the position's own words, one of its sentence, else what the text before agrees on."""
    found, because = issues_of(text, words)
    assert found == issues
    assert {b.partition(":")[0] for b in because} == ({where} if where else set())


@pytest.mark.parametrize(
    ("act", "words", "issues"),
    [
        ("warning", "will answer", ("tolls",)),
        ("warning", "will cut off the water", ("water", "tolls")),
        ("offer", "will talk of the water", ("water",)),
        ("offer", "will come", ("tolls",)),
    ],
)
def test_a_condition_says_what_it_is_about(act: PositionAct, words: str, issues: tuple[str, ...]) -> None:
    """A warning is about what it answers; else the condition counts where the words themselves say nothing."""
    text = f"Varenia {words} if the tolls rise."
    article, layout, doc = parsed(text)
    told, condition = (cut(text, at := text.index(w), at + len(w)) for w in (words, "if the tolls rise"))
    position = Position(
        spans=(told,),
        content=(told,),
        holder="Varenia",
        act=act,
        condition=Condition(spans=(condition,)),
        rule="p",
        score=0.7,
    )
    (found,) = Issues(doc, article, layout, actors("Varenia", "Lorvane"), [RIVER]).of_positions([position])
    assert found.issues == issues


@pytest.mark.parametrize(
    ("words", "issues"),
    [
        ("lower tolls in Chad", ()),
        ("lower tolls in Chad and Lorvane", ("tolls",)),
        ("lower tolls in Chad and Varenia", ()),
        ("lower tolls", ("tolls",)),
    ],
)
def test_what_is_said_of_other_states_alone_is_of_another_matter(words: str, issues: tuple[str, ...]) -> None:
    """Tolls in Chad are nothing between Varenia and Lorvane, nor is what Varenia and Chad do."""
    text = f"Lorvane heard that Varenia demands {words}."
    article, layout, doc = parsed(text)
    span = cut(text, start := text.index(words), start + len(words))
    position = Position(spans=(span,), content=(span,), holder="Varenia", act="demand", rule="p", score=0.7)
    named = [
        Actor(spans=(cut(text, at, at + 4),), actor=who, type="state", reading="government", rule="a", score=1.0)
        for name, who in (("Varenia", "Varenia"), ("Lorvane", "Lorvane"), ("Chad", "TD"))
        for at in [m.start() for m in re.finditer(name, text)]
    ]
    found = Issues(doc, article, layout, Mentions(actors=tuple(named)), [RIVER]).of_positions([position])
    assert found[0].issues == issues


@pytest.mark.parametrize(
    ("name", "text", "holder", "issues"),
    [
        ("troops at Lorvane's border", "It warned of an attack.", None, ()),
        ("troops at Lorvane's border", "It warned of an attack on Lorvane.", None, ("troops at Lorvane's border",)),
        ("troops at Lorvane's border", "It warned of an attack on Lorvane.", "Lorvane", ()),
        ("troops at Lorvane's border", "It warned of an attack over the Arn.", None, ("troops at Lorvane's border",)),
        ("troops at the border", "It warned of an attack.", None, ("troops at the border",)),
    ],
)
def test_a_common_word_gives_an_issue_of_a_side_where_another_side_is_named(
    name: str, text: str, holder: str | None, issues: tuple[str, ...]
) -> None:
    """Near by, and not only far off in the article; a seed that is a name tells enough."""
    talks = msgspec.structs.replace(TALKS, issues=(Issue(name=name, seeds=("attack", "Arn")),))
    article, layout, doc = parsed(text + " The weather was fine." * 30 + " Varenia and Lorvane met.")
    words = text.removesuffix(".").partition("of ")[2]
    span = cut(article.text, text.index(words), len(text) - 1)
    position = Position(spans=(span,), content=(span,), holder=holder, act="warning", rule="p", score=0.7)
    sides = tuple(
        Actor(spans=(cut(article.text, m.start(), m.end()),), actor=m[0], type="state", reading="government",
              rule="a", score=1.0)
        for m in re.finditer("Varenia|Lorvane", article.text)
    )  # fmt: skip
    (found,) = Issues(doc, article, layout, Mentions(actors=sides), [talks]).of_positions([position])
    assert found.issues == issues


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The toll rose. Snow fell. Varenia demands this.", "demands this"),
        ("The toll rose and the water fell. Varenia demands this.", "demands this"),
        ("The toll rose. Varenia demands an answer.", "demands an answer"),
        ("The toll rose.\n\nVarenia demands that.", "demands that"),
    ],
)
def test_no_issue_where_the_text_before_does_not_settle_it(text: str, words: str) -> None:
    """Too far off, two that disagree, another paragraph, or no word that points back."""
    assert issues_of(text, words) == ((), ())
