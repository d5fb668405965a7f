"""Time expressions: what is found, what it means and what is left alone."""

import pytest

from factories import parsed
from onrecord.mentions.times import find_times
from onrecord.model import Time


def times(text: str, published: str | None = "2022-01-09") -> list[Time]:
    article, _, doc = parsed(text, published=published)
    return find_times(doc, article)


def values(text: str, published: str | None = "2022-01-09") -> list[tuple[str, str]]:
    return [(t.spans[0].text, t.value) for t in times(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoys will meet on Monday.", [("Monday", "2022-01-10")]),
        ("The minister of Varenia said Saturday that talks had failed.", [("Saturday", "2022-01-08")]),
        ("Talks are scheduled to open Wednesday.", [("Wednesday", "2022-01-12")]),
        ("Ostmark is to reply on Friday.", [("Friday", "2022-01-14")]),
        ("The council is due to vote Tuesday.", [("Tuesday", "2022-01-11")]),
        ("Both sides spoke ahead of Monday's talks.", [("Monday", "2022-01-10")]),
        ("The envoy arrived last Friday.", [("last Friday", "2022-01-07")]),
        ("The envoy arrives next Friday.", [("next Friday", "2022-01-14")]),
        ("The ships left the harbour on Sunday.", [("Sunday", "2022-01-09")]),
        ("Ministers will gather Tuesday of next week.", [("Tuesday of next week", "2022-01-11")]),
        ("The shelling began Saturday night.", [("Saturday night", "2022-01-08TNI")]),
        ("He was forced to resign on Thursday.", [("Thursday", "2022-01-06")]),
        ("Envoys to meet Thursday", [("Thursday", "2022-01-13")]),
        ("The ministry has scheduled a briefing on Tuesday.", [("Tuesday", "2022-01-11")]),
        ("The council meets Wednesday.", [("Wednesday", "2022-01-12")]),
        ("Her summit with the chancellor is on Thursday.", [("Thursday", "2022-01-13")]),
        ("Thursday's summit is seen as a last chance.", [("Thursday", "2022-01-13")]),
        ("Neither side changed course after Thursday's summit.", [("Thursday", "2022-01-06")]),
        ("Following Thursday's summit, the outlet checked the claim.", [("Thursday", "2022-01-06")]),
        ("Ostmark will answer to Friday's attack.", [("Friday", "2022-01-07")]),
        ("The envoy will speak at Friday's meeting.", [("Friday", "2022-01-14")]),
        ("The court cites Thursday's indictment.", [("Thursday", "2022-01-06")]),
        ("The border stays closed until Friday.", [("Friday", "2022-01-14")]),
        ("Ostmark says Friday it will not leave.", [("Friday", "2022-01-07")]),
        ("On Wednesday, Dec. 15, she handed over the drafts; on Friday they were published.",
         [("Wednesday, Dec. 15", "2021-12-15"), ("Friday", "2021-12-17")]),
    ],
)  # fmt: skip
def test_weekdays_follow_the_clause(text: str, expected: list[tuple[str, str]]) -> None:
    """Past clauses take the last such day, clauses that look forward the next; both include the day itself."""
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "covers"),
    [
        ("Ferries were idle for the last three months.", ("2021-10-09", "2022-01-09")),
        ("Ferries were idle for the past three months of the strike.", ("2021-10-09", "2022-01-09")),
        ("Ferries were idle for the last three months of the strike.", ("2021-10-09", "2022-01-09")),
        ("Ferries were idle for the last three months of the year.", (None, None)),
        ("Ferries were idle in the last three months of 2019.", (None, None)),
    ],
)
def test_a_part_of_a_named_period_is_not_told_from_publication(
    text: str, covers: tuple[str | None, str | None]
) -> None:
    """ "The last three months" end with publication, "the last three months of 2019" do not."""
    assert (times(text)[0].start_date, times(text)[0].end_date) == covers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The day of the saying, whatever the parser makes of it; not that of what is said.
        ("Velmark said on Tuesday it would not recall its trawlers.", "2022-01-04"),
        ("The envoy told deputies on Friday she could sign a charter.", "2022-01-07"),
        ("Velmark said that on Tuesday it would recall its trawlers.", "2022-01-11"),
        ("The envoy said from Friday it would ban trawlers.", "2022-01-14"),
        ("The envoy said in March it would ban trawlers.", "2022-03"),
        ("The notice said on Friday the lock would be shut.", "2022-01-14"),
        ("She hopes on Friday she can sign a charter.", "2022-01-14"),
        ('The envoy said: "On Tuesday we will recall our trawlers."', "2022-01-11"),
        ("The envoy said Tuesday's talks would be short.", "2022-01-11"),
        # A condition that may still come true, and its last day.
        ("Ostmark would open the lock if Velmark recalled its trawlers by February 1.", "2022-02-01"),
        ("Police would not confirm if the pilot entered by February 1.", "2021-02-01"),
        ("Sailors may stay if they arrived by Friday.", "2022-01-07"),
        ("Ostmark would have opened the lock if Velmark had recalled them by December 20.", "2021-12-20"),
        ("She would not say if the trawlers left on Tuesday.", "2022-01-04"),
        # A demand in the subjunctive.
        ("Ostmark demanded that Velmark withdraw by Friday.", "2022-01-14"),
        ("Ostmark demanded that Velmark investigate the raid on Friday.", "2022-01-07"),
        ("Deputies demand the premier publish Friday's map.", "2022-01-07"),
        ("Officials insist they support Friday's ruling.", "2022-01-07"),
        ("Ostmark demanded a reply by Friday; none came.", "2022-01-07"),
        ("Ostmark had asked by Friday for a reply.", "2022-01-07"),
        ("By Friday, the ministry wanted a reply.", "2022-01-07"),
        ("“The trawlers leave on Friday,” Ostmark demanded.", "2022-01-14"),
        ("The pilot insisted he did not ram the trawler on Friday.", "2022-01-07"),
        ("Velmark broke a deadline of August 31.", "2021-08-31"),
        ("Velmark missed a deadline of December 20 for its reply.", "2021-12-20"),
    ],
)
def test_the_verb_that_a_day_hangs_on_decides(text: str, expected: str) -> None:
    """The day of a saying is past, that of what is demanded to come; a supposed one is the nearest."""
    assert [t.value for t in times(text)] == [expected]


def test_the_day_not_taken_stays_as_alternative() -> None:
    """A bare weekday keeps the other day it could mean."""
    (found,) = times("The minister spoke on Thursday.")
    assert (found.value, found.alternatives, found.anchor) == ("2022-01-06", ("2022-01-13",), "2022-01-09")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was signed on Dec. 16, 2021.", [("Dec. 16, 2021", "2021-12-16")]),
        ("It was signed on Thursday, Dec. 16, in the capital.", [("Thursday, Dec. 16", "2021-12-16")]),
        ("It was signed on 16 December 2021 in Ostmark.", [("16 December 2021", "2021-12-16")]),
        ("It was signed on the 16th of December.", [("the 16th of December", "2021-12-16")]),
        ("The paper is dated 2021-12-15.", [("2021-12-15", "2021-12-15")]),
        ("The paper is dated 25/12/2021.", [("25/12/2021", "2021-12-25")]),
        ("Troops crossed the Telle in August 2008.", [("August 2008", "2008-08")]),
        ("Troops crossed the Telle in July last year.", [("July last year", "2021-07")]),
        ("Troops crossed the Telle in 2014, and stayed.", [("2014", "2014")]),
        ("The state fell apart in the early 1990s.", [("the early 1990s", "199")]),
        ("Trade grew in the '80s.", [("the '80s", "198")]),
        ("A line of the 19th century divides them.", [("the 19th century", "18")]),
        ("They met in mid-2014.", [("mid-2014", "2014")]),
        ("The envoys meet from 10 to 13 January.", [("10", "2022-01-10"), ("13 January", "2022-01-13")]),
        ("The drill runs Jan. 10-13.", [("Jan. 10", "2022-01-10"), ("13", "2022-01-13")]),
        ("Exports fell in the third quarter of 2021.", [("the third quarter of 2021", "2021-Q3")]),
        ("Exports fell in the first half of 2021.", [("the first half of 2021", "2021-H1")]),
        ("Exports fell in the last quarter of last year.", [("the last quarter of last year", "2021-Q4")]),
        ("The last quarter of 1500 metres is the hardest.", [("The last quarter", "2021-Q4")]),
        ("The bridge was closed last summer.", [("last summer", "2021-SU")]),
        ("The bridge was closed in the winter of 2014.", [("the winter of 2014", "2014-WI")]),
        ("Talks paused before Christmas.", [("Christmas", "2021-12-25")]),
        ("Talks will resume after Easter.", [("Easter", "2022-04-17")]),
        ("The cabinet will decide in early March.", [("early March", "2022-03")]),
        ("The cabinet decided in November.", [("November", "2021-11")]),
        ("They agreed at the end of November.", [("the end of November", "2021-11")]),
        ("The next round is planned for the week of January 17.", [("the week of January 17", "2022-W03")]),
        ("The loan is payable Feb. 7.", [("Feb. 7", "2022-02-07")]),
        ("She said in March that she would stay.", [("March", "2021-03")]),
        ("Envoys meet on the 12th, and again on the 13th.", [("the 12th", "2022-01-12"), ("the 13th", "2022-01-13")]),
        ("The cables are from 2014, 2015 and 2017.", [("2014", "2014"), ("2015", "2015"), ("2017", "2017")]),
        ("It was promised in 1997 and again in '99.", [("1997", "1997"), ("'99", "1999")]),
    ],
)
def test_dates(text: str, expected: list[tuple[str, str]]) -> None:
    """Dates in the forms of news, with a missing year filled from the publication day and the clause."""
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He called yesterday and calls again tomorrow.", [("yesterday", "2022-01-08"), ("tomorrow", "2022-01-10")]),
        ("She spoke last week and earlier this month.", [("last week", "2021-W52"), ("earlier this month", "2022-01")]),
        ("The dam burst two days ago.", [("two days ago", "2022-01-07")]),
        ("The border closed three months ago.", [("three months ago", "2021-10")]),
        ("They met on Jan. 5 and the following day.", [("Jan. 5", "2022-01-05"), ("the following day", "2022-01-06")]),
        ("The treaty was signed on Jan. 3, and two days later it failed.",
         [("Jan. 3", "2022-01-03"), ("two days later", "2022-01-05")]),
        ("Elections follow next year.", [("next year", "2023")]),
        ("Losses rose in recent weeks.", [("recent weeks", "PXW")]),
        ("The post is now empty and will soon be filled.", [("now", "PRESENT_REF"), ("soon", "FUTURE_REF")]),
        ("The guns fell silent last night.", [("last night", "2022-01-08TNI")]),
        ("A reply is expected later this week.", [("later this week", "2022-W01")]),
        ("Exports grew in the third quarter, to 9 million from 7 million a year earlier.",
         [("the third quarter", "2021-Q3"), ("a year earlier", "2020-Q3")]),
        ("He called again over the weekend.", [("the weekend", "2022-W01-WE")]),
    ],
)  # fmt: skip
def test_relative_times(text: str, expected: list[tuple[str, str]]) -> None:
    """Times told from the publication day or from a day named before."""
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The call began at 8 p.m. Eastern on Saturday.", [("8 p.m. Eastern on Saturday", "2022-01-08T20:00-05:00")]),
        ("The plane landed at 1430 GMT on Jan. 7.", [("1430 GMT on Jan. 7", "2022-01-07T14:30Z")]),
        ("The truce began at noon Friday.", [("noon Friday", "2022-01-07T12:00")]),
        ("On Friday the sirens sounded at 10:35 a.m. in the port.",
         [("Friday", "2022-01-07"), ("10:35 a.m.", "2022-01-07T10:35")]),
    ],
)  # fmt: skip
def test_times_of_day(text: str, expected: list[tuple[str, str]]) -> None:
    """A time of day stands on the day beside it, with the offset of its zone."""
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The siege lasted two years.", [("two years", "P2Y", "DURATION")]),
        ("Guns were heard over the past 72 hours.", [("the past 72 hours", "PT72H", "DURATION")]),
        ("It took two and a half years.", [("two and a half years", "P2.5Y", "DURATION")]),
        ("The 10-day visit ended.", [("10-day", "P10D", "DURATION")]),
        ("The dispute is decades old, and decades of talks changed little.", [("decades", "PXDE", "DURATION")]),
        ("The commission meets every week.", [("every week", "P1W", "SET")]),
        ("The commission meets each Thursday.", [("each Thursday", "XXXX-WXX-4", "SET")]),
        ("The figures are published daily.", [("daily", "P1D", "SET")]),
        ("The commission meets on Mondays.", [("Mondays", "XXXX-WXX-1", "SET")]),
    ],
)
def test_durations_and_sets(text: str, expected: list[tuple[str, str, str]]) -> None:
    """Lengths of time and repeated times."""
    assert [(t.spans[0].text, t.value, t.type) for t in times(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The ministers may meet.",
        "Troops march on the capital of Varenia.",
        "A second track of talks was opened.",
        "The Sun reported the claim.",
        "The New York Times reported the claim.",
        "Ostmark sent 2000 soldiers and 1990 tons of grain.",
        "The Sunday Times reported the claim.",
        "An 18-year-old student was arrested.",
        "The government is about to fall.",
        "Theresa May declined to comment.",
        "Ostmark sent 2000 Varenian tanks and 1500 howitzers.",
        "She told CBS This Morning that she would stay.",
        "The envoy apologised to May.",
        "He would be welcome as soon as he leaves.",
    ],
)
def test_no_times(text: str) -> None:
    """Verbs, names and counts that look like times are left alone."""
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The minister said Saturday that talks had failed.", "XXXX-WXX-6"),
        ("The talks will open on Monday.", "XXXX-WXX-1"),
        ("The talks will open on Jan. 10.", "XXXX-01-10"),
        ("The talks will open in January.", "XXXX-01"),
        ("He called yesterday.", "XXXX-XX-XX"),
        ("He called last week.", "XXXX-WXX"),
        ("The shelling began Saturday night.", "XXXX-WXX-6TNI"),
    ],
)
def test_without_publication_date_the_pattern_stays(text: str, value: str) -> None:
    """Without a date nothing is resolved, least of all against today."""
    (found,) = times(text, published=None)
    assert found.value == value
    assert found.flags == ("unresolved", "no publication date")
    assert found.start_date is None and found.end_date is None and found.anchor is None


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("It was signed on Dec. 16, 2021.", "2021-12-16", "2021-12-16", "day"),
        ("It was signed in December 2021.", "2021-12-01", "2021-12-31", "month"),
        ("It happened last week.", "2021-12-27", "2022-01-02", "week"),
        ("It fell in the third quarter of 2021.", "2021-07-01", "2021-09-30", "quarter"),
        ("It happened in the 1990s.", "1990-01-01", "1999-12-31", "decade"),
        ("It happened earlier this month.", "2022-01-01", "2022-01-09", "month"),
        ("It happened over the past two weeks.", "2021-12-26", "2022-01-09", None),
        ("It is planned for the next 72 hours.", "2022-01-09", "2022-01-12", None),
        ("The shelling began Saturday night.", "2022-01-08", "2022-01-08", "part of day"),
    ],
)
def test_intervals(text: str, start: str, end: str, precision: str | None) -> None:
    """First and last day of what a value covers, for timelines."""
    (found,) = times(text)
    assert (found.start_date, found.end_date, found.precision) == (start, end, precision)


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("They met in early March.", "START"),
        ("They met at the end of 2021.", "END"),
        ("They met at year-end.", "END"),
        ("They met in mid-2014.", "MID"),
        ("It lasted about two years.", "APPROX"),
        ("It lasted more than two years.", "MORE_THAN"),
    ],
)
def test_modifiers(text: str, mod: str) -> None:
    """Words that narrow or blur a time become its mod."""
    (found,) = times(text)
    assert found.mod == mod


def test_figures_that_can_be_read_two_ways_stay_open() -> None:
    """1/9/2022 is January or September: both are kept, neither is chosen."""
    (found,) = times("The note is dated 1/9/2022.")
    assert found.value == "2022-XX-XX"
    assert found.alternatives == ("2022-01-09", "2022-09-01")
    assert "unresolved" in found.flags


def test_spans_are_cut_from_the_article() -> None:
    """Offsets count the article's own characters, line breaks and hard spaces included."""
    text = "The envoys\n\nmet on\u00a0Saturday,\u00a0Jan.\u00a08, and left."
    (found,) = times(text)
    span = found.spans[0]
    assert text[span.start : span.end] == span.text == "Saturday,\u00a0Jan.\u00a08"


def test_a_long_line_takes_linear_time() -> None:
    """A very long line full of near matches neither fails nor hangs."""
    assert len(times("In the past two to the late 1 of January and some 20 more " * 400)) >= 400


def test_each_find_names_its_rule_and_score() -> None:
    """Rule ids and scores come from the rules; the same words are never two finds."""
    found = times("On Friday the council met for two hours, and it meets again at 8 p.m. Monday in January 2022.")
    assert all(t.rule.startswith("time.") and 0 < t.score <= 1 for t in found)
    ends = [t.spans[0].end for t in found]
    assert all(t.spans[0].start >= end for t, end in zip(found[1:], ends, strict=False))


def test_the_local_date_of_publication_counts() -> None:
    """A publication time with an offset counts as the day written, whatever day it is elsewhere."""
    (found,) = times("The minister spoke yesterday.", published="2022-01-09T23:30:00-05:00")
    assert found.value == "2022-01-08"


def test_an_explicit_date_resolves_weekdays_without_publication_date() -> None:
    """A full date in the sentence is an anchor of its own."""
    text = "On Friday, Jan. 7, 2022, she arrived; on Sunday she left."
    assert values(text, published=None) == [("Friday, Jan. 7, 2022", "2022-01-07"), ("Sunday", "2022-01-09")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One year ago today the dam broke. Nobody forgets the flood of January 9th.", "2021-01-09"),
        ("Nobody forgot the flood of January 9th.", "2022-01-09"),
    ],
)
def test_an_anniversary_is_told_of_the_year_before(text: str, expected: str) -> None:
    """A speech on the day itself means the day a year ago."""
    assert expected in dict(values(text)).values()
    assert dict(values(text))["January 9th"] == expected


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("On Dec. 3 the dam broke. Six villages were lost that day.", "that day", "2021-12-03"),
        ("The envoy speaks today. Millions voted that day.", "that day", "XXXX-XX-XX"),
        ("On Dec. 3 the dam broke. In 2019 there was a vote. Millions came that day.", "that day", "XXXX-XX-XX"),
        ("The team called in January 1963. A few months later it returned to the river.", "A few months later",
         "PAST_REF"),
        ("The dam will close in March. A few months later it will open.", "A few months later", "FUTURE_REF"),
    ],
)  # fmt: skip
def test_told_times_go_back_to_what_was_told(text: str, words: str, value: str) -> None:
    """ "That day" is the last date told, and "later" in a story of the past is past."""
    assert dict(values(text))[words] == value
