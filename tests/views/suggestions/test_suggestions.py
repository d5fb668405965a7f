"""What a negotiation file may lack, from invented positions."""

import tomllib
from typing import Any

import msgspec
import pytest

from onrecord.model import Actor, ArticleInfo, Entry, Span
from onrecord.model.negotiation import Negotiation, Side
from onrecord.views.suggestions import suggestions
from onrecord.views.suggestions.fragment import fragment
from onrecord.views.suggestions.proposals import Suggestions
from record_factories import TALKS, a_position, an_entry, an_info

# Each article: outlet, text before and after its positions, and the positions: holder, addressee, content, issues.
BEFORE = "The envoys of both capitals met on the pier and walked to the old customs house in heavy rain. "
AFTER = ". Boats waited in the harbour while the delegations had lunch and journalists stood under umbrellas."
FISHING = (
    ("The Harbour Courier", [("Ostmark", "Varenia", "to lift the ban on fishing licences near the delta", ())]),
    ("The Telle Mail", [("Ostmark", "Varenia", "new fishing licences for crews of the delta", ())]),
    ("The Telle Mail", [("Varenia", "Ostmark", "no fishing licences for foreign crews", ())]),
    ("The Upland Post", [("Varenia", None, "that water gates stay open in the dry season", ("water",))]),
    ("The Upland Post", [("Lorvane", None, "to open the water gates in the dry season", ("water",))]),
    ("The Harbour Courier", [("Lorvane", None, "wider water gates for the dry season", ("water",))]),
)


def made_from(
    articles: Any,
    negotiation: Negotiation | None = TALKS,
    actors: tuple[Actor, ...] = (),
    beside: str = "",
    **options: Any,
) -> Suggestions:
    """Suggestions from articles, every one of which holds the actors and the words beside the positions too."""
    entries: list[Entry] = []
    texts: dict[str, str] = {}
    for n, (outlet, positions) in enumerate(articles):
        info: ArticleInfo = an_info(f"a{n}", f"2024-03-{n + 1:02}", outlet)
        text = BEFORE
        for holder, addressee, content, issues in positions:
            entries.append(
                an_entry(a_position(holder, "demand", content, len(text), addressee=addressee, issues=issues), info)
            )
            text += content + ". "
        texts[info.id] = text + AFTER + beside
        entries += [an_entry(actor, info) for actor in actors]
    return suggestions(entries, texts, negotiation, **options)


def an_actor(actor: str, **more: Any) -> Actor:
    """Somebody who is named, off the text of the positions."""
    more.setdefault("type", "person")
    return Actor(spans=(Span(0, 3, "The"),), actor=actor, reading="person", rule="t", score=1.0, **more)


def phrases(made: Suggestions) -> list[str]:
    """All phrases that are proposed for new issues."""
    return [seed.phrase for issue in made.issues for seed in issue.seeds]


def test_issues_are_what_positions_without_one_are_about() -> None:
    """The phrase that recurs, with what it rests on; what has an issue is left alone."""
    made = made_from(FISHING)
    issue = made.issues[0]
    assert (issue.name, issue.support.positions, issue.support.articles, issue.support.outlets) == (
        "fishing licences", 3, 3, 2,
    )  # fmt: skip
    assert "fishing licences" in issue.support.example
    assert not any("gates" in phrase or "season" in phrase for phrase in phrases(made))
    assert (made.positions, made.unassigned, made.articles) == (6, 3, 6)


def test_seeds_of_an_issue_are_phrases_that_hold_none() -> None:
    """ "water" is a seed already, and so are phrases with it."""
    (proposal,) = made_from(FISHING).seeds
    assert proposal.issue == "water"
    assert proposal.seeds[0].phrase == "dry season"
    assert not any("water" in seed.phrase for seed in proposal.seeds)


def test_without_a_negotiation_everybody_is_a_side() -> None:
    """Ranked by articles; a position with an issue of some negotiation is not unassigned."""
    made = made_from(FISHING, None)
    assert [(s.actor, s.held, s.addressed, s.support.articles) for s in made.sides] == [
        ("Varenia", 2, 2, 4), ("Ostmark", 2, 1, 3), ("Lorvane", 2, 0, 2),
    ]  # fmt: skip
    assert (made.unassigned, made.seeds) == (3, ())


@pytest.mark.parametrize(
    ("content", "proposed"),
    [
        ("arms shipments over the pass", ["arms shipments", "shipments over the pass"]),
        ("more talks and a further meeting", []),
        ("it", []),
        ("what they would not be", []),
        ("the 1997 borders of the upland", ["1997 borders", "borders of the upland"]),
        ("30 per cent", ["cent"]),
        ("a no-fly zone", ["no-fly zone"]),
        ("if pilgrims", ["pilgrims"]),
    ],
)
def test_what_makes_a_phrase(content: str, proposed: list[str]) -> None:
    """No function words at its edges, no words of talks alone, no small number."""
    made = made_from([(outlet, [("Varenia", "Lorvane", content, ())]) for outlet in ("A", "B")], None)
    assert sorted(phrases(made)) == sorted(proposed)


def test_names_alone_tell_no_topic() -> None:
    """A state that is named in positions is nobody's issue."""
    place = Actor(
        spans=(Span(len(BEFORE), len(BEFORE) + 7, "Ostmark"),), actor="Ostmark", type="state", reading="government",
        rule="t", score=1.0,
    )  # fmt: skip
    articles = [(outlet, [("Varenia", "Lorvane", "Ostmark", ())]) for outlet in ("A", "B")]
    assert phrases(made_from(articles)) == ["Ostmark"]
    assert phrases(made_from(articles, actors=(place,))) == []


def test_one_article_and_its_copies_propose_nothing() -> None:
    """The same long position in two articles is one text; the same few words are not."""
    long = "that every trawler be moored at the northern quay by dusk"
    assert (
        made_from([("A", [("Ostmark", "Lorvane", long, ())]), ("B", [("Ostmark", "Lorvane", long, ())])]).issues == ()
    )
    assert made_from([("A", [("Ostmark", "Lorvane", long, ())])]).sides == ()
    assert phrases(made_from([(o, [("Ostmark", "Lorvane", "moored trawlers", ())]) for o in "AB"])) == [
        "moored trawlers"
    ]


def test_phrases_are_grouped_by_the_positions_they_share() -> None:
    """Two that stand together are one issue, whoever else uses one of them; a third elsewhere is another."""
    contents = ["prisoner exchange, as under the winter truce", "a prisoner exchange", "the tidal barrier"]
    made = made_from([(o, [("Ostmark", "Lorvane", c, ()) for c in contents]) for o in "ABC"])
    assert {tuple(sorted(seed.phrase for seed in issue.seeds)) for issue in made.issues} == {
        ("prisoner exchange", "winter truce"),
        ("tidal barrier",),
    }


@pytest.mark.parametrize(
    ("positions", "actors", "expected"),
    [
        ([("Varenia", None, "school meals", ())], (), False),
        ([("Varenia", "Lorvane", "school meals", ())], (), True),
        ([("Varenia", "Varenia", "school meals", ())], (), False),
        ([("Ostmark", "Varenia", "school meals", ())], (), True),
        ([("Varenia", "Ostmark", "school meals", ())], (), False),
        ([("Varenia", None, "to give Lorvane school meals", ())], ((8, "Lorvane"),), True),
        ([("Varenia", None, "to give Varenia school meals", ())], ((8, "Varenia"),), False),
    ],
)
def test_an_issue_is_between_sides(positions: Any, actors: tuple[tuple[int, str], ...], expected: bool) -> None:
    """Another side than the holder's is addressed, or named in the words; what one tells its own people is no issue."""
    named = tuple(
        Actor(
            spans=(Span(len(BEFORE) + at, len(BEFORE) + at + len(name), name),), actor=name, type="state",
            reading="government", rule="t", score=1.0,
        )
        for at, name in actors
    )  # fmt: skip
    made = made_from([(outlet, positions) for outlet in "AB"], actors=named)
    assert any("school meals" in phrase for phrase in phrases(made)) == expected


def test_what_the_text_has_anyway_comes_later() -> None:
    """Specific is what stands in positions and hardly elsewhere."""
    made = made_from(
        [(o, [("Ostmark", "Lorvane", c, ()) for c in ("umbrellas", "trawlers")]) for o in "AB"],
        beside=" Umbrellas." * 9,
    )
    assert phrases(made) == ["trawlers", "umbrellas"]


def test_persons_and_members_hint_at_a_side() -> None:
    """A person who speaks for a state counts for it; a namesake and a member are hints with the reason."""
    nato = Negotiation(
        id="n", name="N", sides=(Side(id="Telle Union", name="Telle Union"), Side(id="Varenia", name="Varenia"))
    )
    actors = (
        an_actor("Telle Union", type="organisation", members=("Lorvane", "Ostmark")),
        an_actor("Emric Tolland", state="Ostmark"),
        an_actor("Ilse Marrak", state="Varenia"),
        an_actor("Marrak"),
        an_actor("The Gazette", type="outlet"),
    )
    holders = ["Emric Tolland", "Marrak", "unnamed:a diplomat", None, "The Gazette", "Ilse Marrak"]
    made = made_from([(o, [(h, None, "tolls", ()) for h in holders]) for o in "AB"], nato, actors)
    assert [(s.actor, s.may_be, s.because, s.persons) for s in made.sides] == [
        ("Marrak", "Varenia", "Ilse Marrak is of this side in an article", ()),
        ("Ostmark", "Telle Union", "member of Telle Union", ("Emric Tolland",)),
    ]


def test_a_state_has_its_name_of_today() -> None:
    """Its id stays beside it; former names of the same id are not used."""
    made = made_from([(o, [("DE", None, "tolls", ())]) for o in "AB"], None)
    assert [(s.actor, s.name, s.type) for s in made.sides] == [("DE", "Germany", "state")]


def test_the_limit_holds_for_each_sort() -> None:
    """The first ones only."""
    made = made_from(FISHING, None, limit=1)
    assert (len(made.sides), len(made.issues)) == (1, 1)


def test_the_fragment_can_be_pasted() -> None:
    """With a head it is a negotiation; what belongs into tables that are there stands in comments."""
    head = 'id = "new"\nname = "New talks"\n\n'
    made = msgspec.convert(tomllib.loads(head + fragment(made_from(FISHING, None))), Negotiation)
    assert [side.id for side in made.sides] == ["Varenia", "Ostmark", "Lorvane"]
    assert made.issues[0].name == "fishing licences"
    beside = fragment(made_from(FISHING))
    assert (
        '# To the seeds of "water"' in beside and '#   "dry season",  # 3 positions, 3 articles, 2 outlets: ' in beside
    )
    assert [table["id"] for table in tomllib.loads(beside)["sides"]] == ["Ostmark"]


def test_odd_words_stay_toml() -> None:
    """Quotation marks, backslashes and control characters."""
    name = 'Front "Telle\\Arn"'
    side = made_from([(o, [(name, None, 'the \x07 “dam” \\ "lock"', ())]) for o in "AB"])
    assert tomllib.loads(fragment(side))["sides"] == [{"id": name, "name": name}]
