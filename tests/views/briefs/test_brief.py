"""The brief: short, a note for every line, counts of what it leaves out, and nothing that grades truth."""

import re
from datetime import date
from typing import Any

import msgspec
import pytest

from onrecord.model import (
    Activity,
    Actor,
    Assessment,
    Condition,
    Count,
    Find,
    Meeting,
    Participant,
    Quantity,
    Span,
    Speaker,
)
from onrecord.views.briefs import brief
from onrecord.views.briefs.positions import MOST_OF_A_SIDE
from onrecord.views.briefs.sheet import MOST, Sheet
from record_factories import TALKS, a_position, an_attribution, an_entry, an_info

INFO, LATER, UNDATED = an_info("a"), an_info("c", "2024-03-09"), an_info("b_2", None, outlet=None)


def an_actor(actor: str, at: int) -> Actor:
    """A side named at an offset."""
    span = Span(at, at + len(actor), actor)
    return Actor(spans=(span,), actor=actor, type="state", reading="government", rule="a", score=1.0)


def a_meeting(at: int = 5, **more: Any) -> Meeting:
    """Talks of the two sides."""
    more = {"sides": ("Varenia", "Lorvane"), "start": "2024-03-15", "state": "held"} | more
    return Meeting(spans=(Span(at, at + 5, "talks"),), rule="m", score=0.7, **more)


def an_activity(words: str = "sent guns", at: int = 55, **more: Any) -> Activity:
    """What Lorvane does."""
    span = Span(at, at + len(words), words)
    return Activity(**{"what": "build-up", "holder": "Lorvane"} | more, spans=(span,), rule="a", score=0.7)


def of(*finds: Find, **more: Any) -> str:
    """The brief of these finds in one article, where both sides are named."""
    named = (an_actor("Varenia", 30), an_actor("Lorvane", 38))
    return brief(Sheet([an_entry(f, INFO) for f in (*finds, *named)], TALKS, **more), [INFO])


def section(text: str, title: str) -> list[str]:
    """The lines of a section."""
    return [x for x in text.partition(f"## {title}\n")[2].partition("\n## ")[0].splitlines() if x]


def made() -> str:
    """A brief with a line of every sort."""
    heard = an_entry(an_attribution("two officials", level="specific unnamed"), INFO)
    number = an_entry(
        Quantity(
            spans=(Span(60, 75, "12,000 soldiers"),), lower=12000, upper=12000, rule="q", score=1.0, class_="personnel"
        ),
        INFO,
    )
    other = an_entry(
        Quantity(
            spans=(Span(80, 91, "two brigades"),), lower=2, upper=2, rule="q", score=1.0, class_="unit", whose="Varenia"
        ),
        INFO,
    )
    finds = [
        an_actor("Varenia", 30),
        an_actor("Lorvane", 38),
        a_meeting(state="proposed"),
        a_position(
            attribution=heard.find.id,
            hedges=(Span(0, 3, "may"),),
            condition=Condition(spans=(Span(20, 30, "if L moves"),), mover="Lorvane", reciprocal=True),
        ),
        a_position(holder=None, words="a bold step", at=40, issues=()),
        an_activity(
            "sent 12,000 soldiers", quantity=Count(lower=12000, upper=12000, find=number.find.id), place="*Tolm*"
        ),
        Assessment(spans=(Span(99, 140, "there is little hope of a treaty in this year"),), rule="v", score=0.6),
    ]  # fmt: skip
    entries = [heard, number, other, *(an_entry(f, INFO) for f in finds), an_entry(a_position(act="demand"), UNDATED)]
    return brief(Sheet(entries, TALKS), [INFO, UNDATED])


def test_every_line_has_a_note() -> None:
    """Each line about the world ends in a mark, and each mark has its note."""
    head, _, notes = made().partition("## Notes")
    found = head.partition("## Open")[0]
    lines = [line for line in found.splitlines() if line.startswith("- ") and not re.match(r"- \d+ more", line)]
    assert lines and all(re.search(r"\[\^\d+\]$", line) for line in lines)
    assert set(re.findall(r"\[\^\d+\]", head)) == set(re.findall(r"^(\[\^\d+\]):", notes, re.M))


def test_a_position_keeps_condition_doubt_and_source() -> None:
    """The line says what a reader must know before repeating it."""
    assert (
        "- 2024-03-06: offers: “more water”; on condition “if L moves” (Lorvane to move, reciprocal); "
        "hedged “may”; “two officials” (specific unnamed)[^" in made()
    )
    inside = Condition(spans=(Span(11, 21, "if L moves"),))
    assert "“more water if L moves”; conditional; own" in of(
        a_position(words="more water if L moves", condition=inside)
    )


def test_a_note_quotes_with_offsets() -> None:
    """Outlet, date, sourcing, words with offsets, record and rule."""
    assert re.search(
        r"The Harbour Courier, a, 2024-03-06\. Sourcing: “two officials” \(specific unnamed\)\. "
        r"Words: “more water” \(0-10\)\. Record `\w{16}`, rule `position\.test`\.",
        made(),
    )


def test_numbers_of_forces_stand_side_by_side() -> None:
    """Of a side and sort on one line, each with the day and on whose word."""
    text = made()
    assert "Lorvane, build-up, “12,000 soldiers”, \\*Tolm\\*" in text
    numbers = text.partition("as each source gives them")[2].partition("## ")[0]
    assert numbers.startswith(":\n\n- Varenia, unit: “two brigades” (told 2024-03-06; ")
    others = [
        Quantity(
            spans=(Span(at, at + 9, words),), lower=n, upper=n, rule="q", score=1.0, class_="unit", whose="Varenia"
        )
        for at, words, n in ((80, "two brigades", 2), (95, "five brigades", 5))
    ]
    entries = [an_entry(f, INFO) for f in (an_actor("Varenia", 30), an_actor("Lorvane", 38), *others)]
    (line,) = [n for n in brief(Sheet(entries, TALKS), [INFO]).splitlines() if n.startswith("- Varenia, unit")]
    assert "“five brigades”" in line and "“two brigades”" in line


def test_a_side_has_few_lines_and_the_rest_is_counted() -> None:
    """What the board would show, then what moves, then the latest; the restated and the weak only count."""
    told = [a_position(words=f"water of the {n} spring", at=n * 50) for n in range(6)]
    weak = a_position(words="other water in spring", at=900, flags=("hypothetical",), issue_because=())
    ids = [an_entry(p, INFO).find.id for p in told]
    text = of(*told, weak, changed={ids[1]: "hardened", ids[4]: "restated"})
    lines = [line for line in section(text, "Positions") if line.startswith("- ")]
    assert [line.partition("“")[2].partition("”")[0] for line in lines[:-1]] == [
        "water of the 5 spring", "water of the 1 spring", "water of the 3 spring",
    ]  # fmt: skip
    assert len(lines) == MOST_OF_A_SIDE + 1 and "; hardened; " in lines[1]
    assert lines[-1] == "- 4 more (1 restated, 1 not well told)"


def test_positions_of_one_sentence_are_one_line() -> None:
    """With a note for each; what says the same again is none."""
    pair = [a_position(words="water in the spring"), a_position(act="demand", words="no guns at the river", at=30)]
    again = a_position(words="Water in the spring", at=-200)
    text = of(*pair, again, sentence=lambda e: "one" if e.find.begins_at >= 0 else "before")
    assert [line for line in section(text, "Positions") if line.startswith("- ")] == [
        "- 2024-03-06: offers: “water in the spring”; demands: “no guns at the river”; own voice[^1][^2]",
        "- 1 more",
    ]


def test_what_has_no_issue_or_no_side_is_counted() -> None:
    """And the command that lists it stands beside."""
    text = "\n".join(section(of(a_position(issues=()), a_position(holder="PL", at=50)), "Positions"))
    assert "Of no side, not shown: Poland (1)" in text
    assert "Positions without an issue of the negotiation, not shown: Varenia (1)" in text
    assert "`onrecord changed --all`" in text and "- 2024" not in text


def test_what_another_side_tells_and_what_only_the_context_names_says_so() -> None:
    """As on the board."""
    word = an_entry(an_attribution("Lorvane", speaker=Speaker(actor="Lorvane")), INFO).find
    near = a_position(words="more water in the spring", issue_because=("sentence: water",))
    assert "offers: “more water in the spring”; issue by context; own voice" in of(near)
    told = a_position(words="more water in the spring", attribution=word.id)
    assert "offers: “more water in the spring”; as told by Lorvane; “Lorvane” (named)" in of(told, word)


def test_meetings_of_the_sides_from_the_first_day_on() -> None:
    """Others and earlier ones are counted; a state is told once, whatever the flags say."""
    began = msgspec.structs.replace(TALKS, start=date(2024, 3, 5))
    meetings = [
        a_meeting(state="planned", flags=("planned",)),
        a_meeting(50, sides=("Varenia", "PL")),
        a_meeting(70, start="2024-02-01"),
        a_meeting(90, start=None, flags=("historical",)),
    ]
    text = brief(Sheet([an_entry(m, INFO) for m in meetings], began), [INFO])
    assert section(text, "Meetings") == [
        "- 2024-03-15: Varenia, Lorvane - planned; own voice[^1]",
        "Not shown of the meetings: 3 (1 not between two of the sides, 2 before 2024-03-05); "
        "`onrecord meetings` lists all.",
    ]


def test_lines_that_may_tell_of_one_meeting_are_one() -> None:
    """With its states in the order of publication, a note for each, and that it is a proposal."""
    planned, held = an_entry(a_meeting(state="planned"), INFO), an_entry(a_meeting(place="Tolm"), LATER)
    assert section(brief(Sheet([held, planned], TALKS), [INFO, LATER]), "Meetings") == [
        "- 2024-03-15, Tolm: Varenia, Lorvane - planned, then held; proposed as one meeting: 2 lines of 2 articles; "
        "own voice[^1][^2]"
    ]


def test_meetings_without_a_day_say_when_they_were_told() -> None:
    """Those of the same sides in the same state are one line."""
    people = [
        (Participant(name=name, side="Varenia"), Participant(name="Emric Tolland", side="Lorvane"))
        for name in ("Ilse Marrak", "Hanne Sorvik")
    ]
    entries = [
        an_entry(a_meeting(start=None, participants=who, sides=()), info)
        for who, info in zip(people, (INFO, LATER), strict=True)
    ]
    assert section(brief(Sheet(entries, TALKS), [INFO, LATER]), "Meetings")[0].startswith(
        "- date not given (told 2024-03-06 to 2024-03-09): Varenia, Lorvane - held; 2 lines of 2 articles; own voice"
    )


def test_who_says_we_of_a_side_stands_as_that_side() -> None:
    """A spokesman who says "we met them" was not there himself."""
    other = Participant(name="Lorvane", side="Lorvane")
    for word, shown in (("We", "Varenia"), ("Holt", "Berg Holt")):
        holt = Participant(name="Berg Holt", side="Varenia", span=Span(0, 2, word))
        assert f"2024-03-15: {shown}, Lorvane - held" in of(a_meeting(participants=(holt, other)))


def test_too_many_meetings_are_counted() -> None:
    """Those with a day stay."""
    many = [a_meeting(n * 10, start=f"2024-04-{n + 1:02}") for n in range(MOST)]
    lines = section(of(a_meeting(900, start=None), *many), "Meetings")
    assert len(lines) == MOST + 1 and not any("not given" in line for line in lines)
    assert lines[-1] == "Not shown of the meetings: 1 (1 more); `onrecord meetings` lists all."


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ({"start": "2014", "place": "Tolm"}, "- 2014 (told 2024-03-06): Lorvane, build-up, Tolm; own voice[^1]"),
        (
            {"start": "2024-03-01", "end": "2024-03-20", "place": "Tolm"},
            "- 2024-03-01 until 2024-03-20 (told 2024-03-06): Lorvane, build-up, Tolm; own voice[^1]",
        ),
        (
            {"end": "2024-03-20", "place": "Tolm"},
            "- until 2024-03-20 (told 2024-03-06): Lorvane, build-up, Tolm; own voice[^1]",
        ),
        (
            {"state": "denied", "flags": ("negated",), "place": "Tolm"},
            "- told 2024-03-06: Lorvane, build-up, Tolm, denied; own voice[^1]",
        ),
        ({"place": "Tolm"}, "- told 2024-03-06: Lorvane, build-up, Tolm; own voice[^1]"),
        ({}, "- told 2024-03-06: Lorvane, build-up, “sent guns”; own voice[^1]"),
        (
            {"what": "withdrawal", "place": "Tolm", "direction": (Span(60, 67, "to Tolm"),), "state": "planned"},
            "- told 2024-03-06: Lorvane, withdrawal, to Tolm, planned; own voice[^1]",
        ),
        (
            {"place": "the hills", "direction": (Span(60, 67, "to Tolm"),), "state": "planned", "flags": ("negated",)},
            "- told 2024-03-06: Lorvane, not: build-up, the hills, to Tolm; own voice[^1]",
        ),
    ],
)
def test_an_activity_has_its_own_day_and_the_day_it_was_told(more: dict, line: str) -> None:
    """Publication is no date of what happened; where to is no place where it is; what is not so reads so."""
    assert section(of(an_activity(**more)), "On the ground") == [line]


def test_activities_of_no_side_or_far_from_another_are_counted() -> None:
    """So are those before the first day; the same told again is one line."""
    twice = [an_activity(place="Tolm"), an_activity(at=80, place="tolm")]
    rest = [an_activity(at=9000), an_activity(at=70, holder="PL"), an_activity(at=90, start="2014")]
    lines = section(of(*twice, *rest, since="2024-03-01"), "On the ground")
    assert lines[0].startswith("- told 2024-03-06: Lorvane, build-up, tolm, told 2 times; own voice")
    assert lines[1].startswith(
        "Not shown of the activities: 3 (2 of no side, or with no other side named near by, 1 before 2024-03-01); "
    )


def test_personnel_in_customs_is_no_force() -> None:
    """A noun of whoever serves a state needs a word of arms beside it, or none."""
    units = ("personnel", "military personnel", "customs personnel", "river police officers")
    numbers = [
        Quantity(spans=(Span(60, 62, str(n)),), lower=n, upper=n, unit=unit, class_="personnel", whose="Lorvane",
                 rule="q", score=1.0)
        for n, unit in enumerate(units, 10)
    ]  # fmt: skip
    lines = section(of(*numbers), "On the ground")
    assert "“10”" in lines[1] and "“11”" in lines[1] and "“12”" not in lines[1] and "“13”" not in lines[1]
    assert lines[2].startswith("Not shown of the numbers: 2 (2 not of armed forces, by their words); ")


def test_what_is_open_is_said() -> None:
    """Unresolved holders, proposed meetings, and who said nothing on what."""
    open_ = "\n".join(section(made(), "Open"))
    assert "Positions whose holder could not be told: 1\n" in open_
    assert "2024-03-15: Varenia, Lorvane - proposed; own voice[^1]" in open_
    assert "- tolls: no position found of Varenia, Lorvane" in open_


def test_the_sourcing_summary_says_what_is_missing() -> None:
    """Articles, outlets, shares of levels, undated articles, and that nobody reviewed it."""
    text = made()
    summary = text.partition("## Sourcing")[2]
    assert "- 2 articles of 2 outlets: The Harbour Courier (1), b\\_2 (1)." in summary
    assert "- specific unnamed: 1 of 5 notes (20%)" in summary
    assert "- Without a date: b\\_2" in summary
    assert "not reviewed" in text and "confidence" not in text and "score" not in text


def test_markup_in_an_article_stays_text() -> None:
    """What looks like Markdown is escaped."""
    assert "“a \\*bold\\* step”" in of(a_position(words="a *bold* step"))


def test_nothing_found_is_a_brief_too() -> None:
    """An empty record says how many articles were looked at."""
    assert "Nothing found in 1 article." in brief(Sheet([], TALKS), [INFO])
