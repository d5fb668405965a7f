"""The board: which position is the latest, and what an empty cell says."""

from datetime import date

import msgspec
import pytest

from onrecord.model import Actor, Condition, Span, Speaker
from onrecord.model.negotiation import Side
from onrecord.model.vocabulary import Flag, PositionAct
from onrecord.views.board import NO_ISSUE, Board, act_words, board
from record_factories import TALKS, a_position, an_attribution, an_entry, an_info

OLD, NEW, UNDATED = an_info("z-old", "2024-03-01"), an_info("a-new", "2024-03-09"), an_info("none", None)


def latest(made: Board, issue: str, side: str) -> str | None:
    """Words of the latest position in a cell."""
    found = next(c.latest for c in made.cells if (c.issue, c.side) == (issue, side))
    return found and found.content


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([(a_position(words="old"), OLD), (a_position(words="new"), NEW)], "new"),
        ([(a_position(words="first"), NEW), (a_position(words="then", at=50), NEW)], "then"),
        ([(a_position(words="then", at=50), NEW), (a_position(words="first"), NEW)], "then"),
        ([(a_position(words="undated"), UNDATED), (a_position(words="old"), OLD)], "old"),
        ([(a_position(words="undated"), UNDATED)], "undated"),
        ([], None),
    ],
)
def test_latest_is_by_date_then_by_place_in_the_text(entries: list, expected: str | None) -> None:
    """A dated article outranks an undated one; in one article the last word counts."""
    made = board([an_entry(*e) for e in entries], TALKS, [OLD, NEW, UNDATED])
    assert latest(made, "water", "Varenia") == expected


def test_rows_are_issues_and_then_what_has_none() -> None:
    """An issue of another negotiation counts as none; what has none is counted, and stands for nothing."""
    made = board([an_entry(a_position(issues=("fish",)))], TALKS, [an_info("a")])
    assert [issue for issue, _ in made.rows] == ["water", "tolls", NO_ISSUE]
    assert str(made.rows[-1][1][0]) == "1 position"


WELL = {"words": "more water in the spring", "at": 0}
LATER = {"words": "less water in the winter", "at": 50}


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        ({}, LATER),
        ({"voice": "outlet"}, LATER),
        ({"act": "warning"}, LATER),
        ({"act": "accusation"}, WELL),
        ({"voice": "other"}, WELL),
        ({"voice": None}, WELL),
        ({"flags": ("hypothetical",)}, WELL),
        ({"score": 0.55}, WELL),
        ({"words": "water"}, WELL),
        ({"words": "water all the year"}, WELL),
        ({"words": "water all the year", "act": "accusation"}, WELL),
        ({"issue_because": ("sentence: water",)}, WELL),
    ],
)
def test_what_is_well_told_comes_before_what_is_not(later: dict, expected: dict) -> None:
    """By others, with reserve, in few words, or about something that only the context names; and praise or blame."""
    entries = [an_entry(a_position(**WELL)), an_entry(a_position(**LATER | later))]
    assert latest(board(entries, TALKS, [an_info("a")]), "water", "Varenia") == expected["words"]


def test_what_is_not_told_by_its_holder_comes_behind() -> None:
    """Behind what somebody tells whom nobody knows; and what another side tells comes last, and says so."""
    told = [an_entry(a_position(**WELL, voice=None)), an_entry(a_position(**LATER, voice="other"))]
    assert latest(board(told, TALKS, [an_info("a")]), "water", "Varenia") == WELL["words"]
    word = an_entry(an_attribution("Lorvane", speaker=Speaker(actor="Lorvane")))
    alleged = an_entry(a_position(**LATER | {"at": 90}, attribution=word.find.id))
    scrap = an_entry(a_position(words="no water today", at=300, attribution=word.find.id))
    assert str(board([word, scrap], TALKS, [an_info("a")]).cells[0]) == "1 position, none well told"
    made = board([word, alleged], TALKS, [an_info("a")])
    assert str(made.cells[0]).startswith(f"offers: {LATER['words']} [as told by Lorvane]\n")
    assert latest(board([*told, word, alleged], TALKS, [an_info("a")]), "water", "Varenia") == WELL["words"]


def test_a_short_stance_comes_before_long_praise() -> None:
    """What a side wants counts more than how many words say it."""
    entries = [an_entry(a_position(words="less water")), an_entry(a_position(**LATER, act="endorsement"))]
    assert latest(board(entries, TALKS, [an_info("a")]), "water", "Varenia") == "less water"


def test_who_tells_it_of_another_is_named() -> None:
    """A state by its name, one member of an alliance by his own; the office of a state that publishes it too."""
    pact = Side(id="Pact", name="The Pact", type="organisation", members=("Emric Tolland",))
    talks = msgspec.structs.replace(TALKS, sides=(TALKS.sides[0], pact, Side(id="US", name="United States")))
    for speaker, teller in (("Emric Tolland", "Emric Tolland"), ("US", "United States"), ("Sunniva Reck", None)):
        word = an_entry(an_attribution(speaker, speaker=Speaker(actor=speaker)))
        made = board([word, an_entry(a_position(**WELL, attribution=word.find.id))], talks, [an_info("a")])
        assert made.cells[0].latest is not None and made.cells[0].latest.told_by == teller
    house = an_info("b", outlet="The White House")
    for voice, teller in (("other", "United States"), ("outlet", None)):
        made = board([an_entry(a_position(**WELL, voice=voice), house)], talks, [house])
        assert made.cells[0].latest is not None and made.cells[0].latest.told_by == teller


def test_what_was_published_after_the_start_comes_first() -> None:
    """A stance from before it stands where nothing else is told as well."""
    begun = msgspec.structs.replace(TALKS, start=date(2024, 3, 5))
    old, new = an_entry(a_position(**WELL), OLD), an_entry(a_position(**LATER, act="concern"), NEW)
    assert latest(board([old, new], begun, [OLD, NEW]), "water", "Varenia") == LATER["words"]
    assert latest(board([old], begun, [OLD, NEW]), "water", "Varenia") == WELL["words"]


def test_what_was_published_before_the_end_comes_first() -> None:
    """What comes after it stands where nothing else is told as well."""
    ended = msgspec.structs.replace(TALKS, end=date(2024, 3, 5))
    old, new = an_entry(a_position(**WELL, act="concern"), OLD), an_entry(a_position(**LATER), NEW)
    assert latest(board([old, new], ended, [OLD, NEW]), "water", "Varenia") == WELL["words"]
    assert latest(board([new], ended, [OLD, NEW]), "water", "Varenia") == LATER["words"]
    undated = an_entry(a_position(words="no water in the fall", at=9), UNDATED)
    assert latest(board([undated, new], ended, [NEW, UNDATED]), "water", "Varenia") == LATER["words"]


def test_a_cell_whose_issue_stands_in_the_context_says_so() -> None:
    """And where another side tells it besides, it stands for nothing."""
    near = WELL | {"issue_because": ("sentence: water",)}
    made = board([an_entry(a_position(**near))], TALKS, [an_info("a")])
    assert f"offers: {WELL['words']} [issue by context]\n" in str(made.cells[0])
    for weak in ({"voice": "other"}, {"words": "more water"}):
        made = board([an_entry(a_position(**near | weak))], TALKS, [an_info("a")])
        assert str(made.cells[0]) == "1 position, none well told"


def test_an_empty_cell_says_what_was_looked_at() -> None:
    """Nothing found is said with the number of articles."""
    assert str(board([], TALKS, [OLD, NEW]).cells[0]) == "nothing found in 2 articles"


def test_persons_stand_for_their_side() -> None:
    """By the negotiation file, or by the state that the article gives them; others are counted apart."""
    tolland = Actor(
        spans=(Span(0, 7, "Tolland"),), actor="Emric Tolland", type="person", reading="person", state="Lorvane",
        rule="t", score=1.0,
    )  # fmt: skip
    holders = ("Ilse Marrak", "Emric Tolland", "Sunniva Reck", None)
    entries = [an_entry(tolland), *(an_entry(a_position(holder=h)) for h in holders)]
    made = board(entries, TALKS, [an_info("a")])
    assert [cell.positions for cell in made.rows[0][1]] == [1, 1]
    assert dict(made.others) == {"Sunniva Reck": 1, "holder unresolved": 1}


def test_who_names_another_side_near_by_comes_before_who_names_none() -> None:
    """The issue's word alone may be of another matter."""
    lorvane = Actor(
        spans=(Span(60, 67, "Lorvane"),), actor="Lorvane", type="state", reading="government", rule="a", score=1.0
    )
    entries = [an_entry(f) for f in (a_position(words="near it"), a_position(words="far off", at=5000), lorvane)]
    assert latest(board(entries, TALKS, [an_info("a")]), "water", "Varenia") == "near it"


def test_a_question_at_a_press_conference_stands_for_nothing() -> None:
    """Whatever it says that a side wants."""
    asked = an_entry(an_attribution("Q", flags=("question",)))
    made = board([asked, an_entry(a_position(attribution=asked.find.id))], TALKS, [an_info("a")])
    assert str(made.cells[0]) == "1 position, none well told"


def test_a_cell_tells_condition_doubt_and_whose_word() -> None:
    """All that a reader must know before repeating it stands in the cell."""
    heard = an_entry(an_attribution("two officials", level="specific unnamed"))
    position = a_position(
        words=" ".join(["word"] * 20),
        condition=Condition(spans=(Span(90, 92, "if"),)),
        hedges=(Span(0, 4, "word"),),
        attribution=heard.find.id,
    )
    text = str(board([heard, an_entry(position)], TALKS, [an_info("a")]).cells[0])
    assert text.startswith("offers: " + " ".join(["word"] * 12) + " … [conditional] [hedged]\n")
    assert "“two officials” (specific unnamed)\n2024-03-06 The Harbour Courier · 1 position · " in text


def test_a_cell_begins_where_the_position_begins() -> None:
    """Also where the words that name the issue come late: what is offered is not lost behind its condition."""
    words = (
        "Varenia would suspend the toll for ninety days if Lorvane pulled four of its boats out and let more water flow"
    )
    entry = an_entry(a_position(words=words))
    text = str(board([entry], TALKS, [an_info("a")]).cells[0])
    assert text.startswith("offers: Varenia would suspend the toll for … boats out and let more water …\n")


def test_a_cell_tells_what_its_position_changes() -> None:
    """Where it is known; the mark stands before the number of positions."""
    entry = an_entry(a_position())
    made = board([entry], TALKS, [an_info("a")], changed={entry.find.id: "hardened"})
    assert " The Harbour Courier · hardened · 1 position · " in str(made.cells[0])


@pytest.mark.parametrize(
    ("act", "flags", "words"),
    [
        ("refusal", (), "refuses"),
        ("refusal", ("negated",), "does not refuse"),
        ("denial", ("negated",), "does not deny"),
        ("concern", ("negated",), "is not concerned"),
        ("offer", ("planned",), "offers"),
    ],
)
def test_what_is_not_done_is_said_so(act: PositionAct, flags: tuple[Flag, ...], words: str) -> None:
    """The act itself carries the "not"."""
    assert act_words(act, flags) == words
