"""What a position changes: tables of two articles each, in news style about invented states."""

from typing import Any

import msgspec
import pytest

from onrecord.model import Actor, Condition, Entry, Span
from onrecord.model.negotiation import Issue, Negotiation, Side
from onrecord.views.changes import ChangeLine, changes
from record_factories import TALKS, a_position, an_attribution, an_entry, an_info

GATES = "the sluice gates be closed"
CLOSED = "that the sluice gates will be closed"
CLOSE = "to close the sluice gates"
NOT_CLOSE = "not to close the sluice gates"
DROPPED = "dropped its demand that the sluice gates be closed"
WITHDREW = "withdrew its earlier offer that the sluice gates be closed"
NO_LONGER = "no longer insists that the sluice gates be closed"
LEFT = "withdrew its troops from the gates"
OLD, NEW = an_info("old", "2024-03-01"), an_info("new", "2024-03-09")
IF = Condition(spans=(Span(60, 80, "if tolls are lowered"),))


def held(words: str = GATES, act: Any = "demand", said: str | None = None, **more: Any) -> Any:
    """A position of Varenia in its own voice; `said` are all its words where the cue counts."""
    more.setdefault("voice", "own")
    more.setdefault("at", said.index(words) if said else 0)
    position = a_position(act=act, words=words, **more)
    return position if said is None else msgspec.structs.replace(position, spans=(Span(0, len(said), said),))


def lines(*entries: Entry, talks: Negotiation = TALKS, **more: Any) -> list[ChangeLine]:
    return list(changes(entries, talks, **more))


def change(before: Any, now: Any) -> str:
    """What `now`, eight days later, makes of `before`."""
    first, second = lines(an_entry(before, OLD), an_entry(now, NEW))
    assert first.change == "new"
    assert (second.before is None) == (second.change == "new")
    assert second.before is None or second.before.id == first.now.id
    return second.change


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        # The same act on the same thing.
        (held(), held("that Ostmark close the sluice gates"), "restated"),
        (held(), held(GATES, strength="strong"), "hardened"),
        (held(strength="strong"), held(hedges=(Span(0, 3, "the"),)), "softened"),
        (held(flags=("hypothetical",)), held(), "restated"),
        (held(flags=("hypothetical",)), held(strength="strong"), "hardened"),
        (held(strength="strong"), held(), "restated"),
        (held(act="offer"), held(act="offer", strength="strong"), "restated"),
        (held(), held("the ferry harbour be dredged"), "new"),
        # From act to act.
        (held(act="offer"), held(act="demand"), "new"),
        (held(act="demand"), held(act="refusal"), "new"),
        (held(act="demand"), held(act="warning"), "hardened"),
        (held(act="refusal"), held(act="warning"), "hardened"),
        (held(act="concern"), held(act="accusation"), "hardened"),
        (held(act="accusation"), held(act="warning"), "new"),
        (held(flags=("negated",)), held(act="warning"), "new"),
        (held(act="offer"), held(act="refusal", flags=("negated",)), "new"),
        (held(act="demand"), held(act="offer"), "new"),
        (held(act="demand"), held(act="concession"), "softened"),
        (held(CLOSED, "warning"), held(NOT_CLOSE, "offer"), "softened"),
        (held(act="warning"), held(act="offer"), "new"),
        (held(act="refusal"), held(act="assurance"), "softened"),
        (held(act="warning"), held(act="demand"), "new"),
        (held(f"a treaty that rules out {CLOSED}", "offer"), held(CLOSED, "refusal"), "new"),
        (held(act="offer"), held(act="concession"), "new"),
        (held(act="concern"), held(act="demand"), "new"),
        # Against its own word.
        (held(act="offer"), held(act="refusal"), "contradicted"),
        (held(act="endorsement"), held(act="refusal"), "contradicted"),
        (held(act="warning"), held(act="denial"), "contradicted"),
        (held(act="accusation"), held(act="denial"), "new"),
        (held(act="demand"), held(act="demand", flags=("negated",)), "contradicted"),
        (held(CLOSED, "warning"), held(NOT_CLOSE, "assurance"), "contradicted"),
        (held(CLOSED, "warning"), held(CLOSE, "assurance"), "new"),
        (held(NOT_CLOSE, "assurance"), held(CLOSE, "assurance"), "contradicted"),
        (held(NOT_CLOSE, "demand"), held(CLOSE, "demand"), "new"),
        (held(CLOSE, "assurance"), held(f"we will not {CLOSE[3:]}", "refusal"), "contradicted"),
        (held(CLOSE, "assurance"), held(f"we will not {CLOSE[3:]}", "refusal", said=f"we will not {CLOSE[3:]}"),
         "contradicted"),
        # A "not" that turns something else round, or stands outside of what was read.
        (held(CLOSED, "warning"), held(f"{CLOSE} if tolls do not fall", "assurance"), "new"),
        (held(CLOSED, "warning"), held(f"{CLOSE}, which nobody will reopen", "assurance"), "new"),
        (held(f"not {CLOSE}", "assurance"), held(f"{CLOSE} is not in our interest", "refusal"), "new"),
        (held(NOT_CLOSE, "assurance"), held(CLOSE, "assurance", said=f"is not going {CLOSE}"), "new"),
        # Another deed.
        (held(act="offer"), held("the talks on the sluice gates", "refusal"), "new"),
        (held("to discuss the sluice gates", "offer"), held("to open the sluice gates", "refusal"), "new"),
        (held("the sluice gates be discussed", "offer"), held("the sluice gates be opened", "refusal"), "new"),
        (held("to guard the eastern sluice gates", "assurance"), held("the eastern sluice gates", "refusal"), "new"),
        # Other things that share two words.
        (held("the dredging at the gates of Telle", "concern"), held("a raid on a farm at Telle gates", "accusation"),
         "new"),
        # Conditions.
        (held(act="offer"), held(act="offer", condition=IF), "made conditional"),
        (held(act="offer", condition=IF), held(act="offer"), "restated"),
        (held(), held(condition=IF), "made conditional"),
        (held(act="warning"), held(act="warning", condition=IF), "restated"),
        (held(said=f"{GATES} should Lorvane pay"), held(condition=IF), "restated"),
        (held(act="offer"), held("talks, and the sluice gates be closed", "offer", condition=IF), "restated"),
        (held(CLOSE, "warning"), held(CLOSE, "warning", flags=("hypothetical",)), "restated"),
        # Given up.
        (held(), held(DROPPED[8:], "concession", said=DROPPED), "withdrawn"),
        (held(act="offer"), held(WITHDREW[9:], "refusal", said=WITHDREW), "withdrawn"),
        (held(), held(NO_LONGER[18:], flags=("negated",), said=NO_LONGER), "withdrawn"),
        (held(act="offer"), held(WITHDREW, "refusal", said=WITHDREW), "withdrawn"),
        (held(act="warning"), held(f"Lorvane {NO_LONGER}", said=f"Lorvane {NO_LONGER}"), "new"),
        (held(), held(DROPPED, "endorsement", said=DROPPED), "new"),
        (held("troops at the gates", "warning"), held("its troops from the gates", "assurance", said=LEFT), "new"),
        # Others than the holder itself.
        (held(act="offer"), held(act="refusal", voice="other"), "new"),
        (held(), held(act="demand", strength="strong", voice="other"), "restated"),
        (held(act="offer", voice="other"), held(act="refusal"), "new"),
        (held(act="offer", voice="outlet"), held(act="refusal", voice="outlet"), "contradicted"),
        (held(act="offer", holder="Lorvane"), held(act="refusal"), "new"),
        # Another thing by issue or addressee.
        (held(issues=("tolls",), act="offer"), held(issues=("water",), act="refusal"), "new"),
        (held(issues=(), act="offer"), held(issues=("water",), act="refusal"), "new"),
        (held(issues=(), act="offer"), held(issues=(), act="refusal"), "new"),
        (held(issues=(), act="offer"), held(issues=(), act="offer"), "restated"),
        (held(addressee="Lorvane"), held(addressee="Ostmark", strength="strong"), "new"),
        (held(addressee="Lorvane"), held(addressee=None, strength="strong"), "hardened"),
    ],
)  # fmt: skip
def test_what_a_position_changes(before: Any, now: Any, expected: str) -> None:
    """By act, words, condition, flags, and who says it."""
    assert change(before, now) == expected


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ("2024-03-01", "2024-03-02", "contradicted"),
        ("2024-03-02", "2024-03-02", "new"),
        ("2024-03-02T08:00:00Z", "2024-03-02T09:00:00Z", "new"),
        ("2024-03-02T23:00:00Z", "2024-03-03T01:00:00Z", "contradicted"),
    ],
)
def test_before_is_an_earlier_day(before: str, now: str, expected: str) -> None:
    """What papers of one day tell was not said in the order in which they came out."""
    entries = [an_entry(held(act="offer"), an_info("a", before)), an_entry(held(act="refusal"), an_info("b", now))]
    assert lines(*entries)[-1].change == expected


def test_one_article_does_not_change_its_mind() -> None:
    """What stands in one article is one state: the later act is new, the same act restated."""
    found = lines(
        an_entry(held(act="offer")), an_entry(held(act="refusal", at=90)), an_entry(held(act="offer", at=190))
    )
    assert [line.change for line in found] == ["new", "new", "restated"]


def test_what_has_no_place_in_time_is_left_out() -> None:
    """Undated articles, and what an article looks back on."""
    past = held(act="offer", flags=("historical",))
    assert lines(an_entry(held(), an_info("undated", None)), an_entry(past)) == []


def test_an_act_that_was_said_before_is_said_again() -> None:
    """A warning hardens nothing for one who has warned before; an offer after a refusal is a move, as is its end."""
    days = [f"2024-03-{day:02}" for day in range(1, 7)]
    acts = ["refusal", "warning", "refusal", "warning", "offer", "refusal"]
    found = lines(*(an_entry(held(act=act), an_info(day, day)) for act, day in zip(acts, days, strict=True)))
    assert [line.change for line in found] == [
        "new", "hardened", "restated", "restated", "softened", "contradicted",
    ]  # fmt: skip
    assert found[3].before is not None and found[3].before.date == "2024-03-02"


def test_a_condition_that_was_said_before_is_said_again() -> None:
    """It binds nothing anew."""
    days = [f"2024-03-{day:02}" for day in range(1, 5)]
    conditions = [None, IF, None, IF]
    found = lines(
        *(an_entry(held(act="offer", condition=c), an_info(day, day)) for c, day in zip(conditions, days, strict=True))
    )
    assert [line.change for line in found] == ["new", "made conditional", "restated", "restated"]


def test_who_asks_changes_nothing() -> None:
    """What a reporter says of a side at a press conference is no word of it."""
    asked = an_entry(an_attribution(source="Q", flags=("question",)), NEW)
    position = held(act="refusal", attribution=asked.find.id)
    assert len(lines(an_entry(held(act="offer"), OLD), asked, an_entry(position, NEW))) == 1


def test_copies_count_once() -> None:
    """The same words in two papers are one statement; weeks later they are said again."""
    words = "that the sluice gates at Telle be closed"
    papers = [an_info("a", "2024-03-01"), an_info("b", "2024-03-02"), an_info("c", "2024-03-29")]
    entries = [an_entry(held(words), paper) for paper in papers]
    found = lines(*entries)
    assert [(line.change, len(line.copies)) for line in found] == [("new", 1), ("restated", 0)]
    assert lines(*entries[:2], since="2024-03-02") == []


def test_since_keeps_what_came_before_to_compare_with() -> None:
    """The earlier sentence is given although it is older."""
    entries = [an_entry(held(act="offer"), OLD), an_entry(held(act="refusal"), NEW)]
    (line,) = lines(*entries, since="2024-03-05", sentence=lambda entry: f"Sentence of {entry.article.name}.")
    assert line.before is not None
    assert (line.before.date, line.now.date) == ("2024-03-01", "2024-03-09")
    assert (line.before.sentence, line.now.sentence) == ("Sentence of old.", "Sentence of new.")
    assert (line.because, line.words) == ("refusal, after an offer", ("sluice", "gates", "closed"))
    assert line.now.word.level == "own voice"


ALLIES = Negotiation(
    id="allies",
    name="Allies",
    sides=(Side(id="League", name="The League", type="organisation", members=("Varenia", "Lorvane")),),
    issues=(Issue(name="water", seeds=("water",)),),
)


@pytest.mark.parametrize(("holder", "expected"), [("Varenia", "contradicted"), ("Lorvane", "new"), ("League", "new")])
def test_members_of_a_wide_side_speak_for_themselves(holder: str, expected: str) -> None:
    """What one ally refuses does not contradict what another offers."""
    entries = [an_entry(held(act="offer"), OLD), an_entry(held(act="refusal", holder=holder), NEW)]
    assert lines(*entries, talks=ALLIES)[-1].change == expected


@pytest.mark.parametrize(("holder", "expected"), [("Ilse Marrak", "contradicted"), ("Emric Tolland", "new")])
def test_who_acts_for_a_state_speaks_for_it(holder: str, expected: str) -> None:
    """A minister's refusal is against the offer of her government, that of a lawmaker of this state is not."""
    person = Actor(
        spans=(Span(0, 7, "Tolland"),), actor=holder, type="person", reading="person", state="Varenia",
        rule="t", score=1.0,
    )  # fmt: skip
    refusal = an_entry(held(act="refusal", holder=holder), NEW)
    assert lines(an_entry(held(act="offer"), OLD), an_entry(person, NEW), refusal)[-1].change == expected
