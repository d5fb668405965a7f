"""The brief: a note for every line, and nothing that grades truth."""

import re

from onrecord.model import Activity, Assessment, Condition, Count, Meeting, Quantity, Span
from onrecord.views.brief import brief
from record_factories import TALKS, a_position, an_attribution, an_entry, an_info

INFO, UNDATED = an_info("a"), an_info("b_2", None, outlet=None)


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
        Meeting(spans=(Span(5, 10, "talks"),), rule="m", score=0.7, start="2024-03-15", state="proposed"),
        a_position(
            attribution=heard.find.id,
            hedges=(Span(0, 3, "may"),),
            condition=Condition(spans=(Span(20, 30, "if L moves"),), mover="Lorvane", reciprocal=True),
        ),
        a_position(holder=None, words="a *bold* step", at=40, issues=()),
        Activity(
            spans=(Span(55, 75, "sent 12,000 soldiers"),), rule="a", score=0.7, what="build-up", holder="Lorvane",
            quantity=Count(lower=12000, upper=12000, find=number.find.id), place="Tolm",
        ),
        Assessment(spans=(Span(99, 120, "there is little hope"),), rule="v", score=0.6),
    ]  # fmt: skip
    entries = [heard, number, other, *(an_entry(f, INFO) for f in finds), an_entry(a_position(act="demand"), UNDATED)]
    return brief(entries, TALKS, [INFO, UNDATED])


def test_every_line_has_a_note() -> None:
    """Each line about the world ends in a mark, and each mark has its note."""
    head, _, notes = made().partition("## Notes")
    found = head.partition("## Open")[0]
    lines = [line for line in found.splitlines() if line.startswith("- ")]
    assert lines and all(re.search(r"\[\^\d+\]$", line) for line in lines)
    assert set(re.findall(r"\[\^\d+\]", head)) == set(re.findall(r"^(\[\^\d+\]):", notes, re.M))


def test_a_position_keeps_condition_doubt_and_source() -> None:
    """The line says what a reader must know before repeating it."""
    assert (
        "- 2024-03-06: offers: “more water”; on condition “if L moves” (Lorvane to move, reciprocal); "
        "hedged “may”; “two officials” (specific unnamed)[^" in made()
    )


def test_a_note_quotes_with_offsets() -> None:
    """Outlet, date, sourcing, words with offsets, record and rule."""
    assert re.search(
        r"The Harbour Courier, a, 2024-03-06\. Sourcing: “two officials” \(specific unnamed\)\. "
        r"Words: “more water” \(0-10\)\. Record `\w{16}`, rule `position\.test`\.",
        made(),
    )


def test_forces_are_told_once() -> None:
    """A number that an activity holds does not stand again among the others."""
    text = made()
    assert "Lorvane, build-up, “12,000 soldiers”, Tolm" in text
    assert text.partition("stand in no line above")[2].startswith(":\n\n- 2024-03-06: “two brigades” (Varenia)")
    assert text.partition("## Notes")[0].count("12,000") == 1


def test_what_is_open_is_said() -> None:
    """Unresolved holders, proposed meetings, and who said nothing on what."""
    open_ = made().partition("## Open")[2].partition("##")[0]
    assert "Positions whose holder could not be told: 1[^" in open_
    assert "2024-03-15: participants not given - proposed" in open_
    assert "- tolls: no position found of Varenia, Lorvane" in open_


def test_the_sourcing_summary_says_what_is_missing() -> None:
    """Articles, outlets, shares of levels, undated articles, and that nobody reviewed it."""
    text = made()
    summary = text.partition("## Sourcing")[2]
    assert "- 2 articles of 2 outlets: The Harbour Courier (1), b\\_2 (1)." in summary
    assert "- specific unnamed: 1 of 6 lines (17%)" in summary
    assert "- Without a date: b\\_2" in summary
    assert "not reviewed" in text and "confidence" not in text and "score" not in text


def test_markup_in_an_article_stays_text() -> None:
    """What looks like Markdown is escaped."""
    assert "“a \\*bold\\* step”" in made()


def test_nothing_found_is_a_brief_too() -> None:
    """An empty record says how many articles were looked at."""
    assert "Nothing found in 1 article." in brief([], TALKS, [INFO])
