"""Who is credited by whom."""

import pytest

from factories import an_article, parsed
from onrecord.language import lay_out, parse
from onrecord.mentions.credits import find_credits
from onrecord.model import Credit, Zone, cut


def credits_in(text: str) -> list[Credit]:
    article, _, doc = parsed(text)
    found = find_credits(doc, article)
    for credit in found:
        assert article.text[credit.spans[0].start : credit.spans[0].end] == credit.spans[0].text
    return found


@pytest.mark.parametrize(
    ("text", "relation", "outlet", "covers"),
    [
        (
            "The Harbour Courier first reported the envoy's new offer.",
            "first_reported",
            "The Harbour Courier",
            "the envoy's new offer",
        ),
        (
            "The offer to close the dam was first reported by the Washington Post.",
            "first_reported",
            "The Washington Post",
            "The offer to close the dam was",
        ),
        ("Reuters was first to report the offer of a truce.", "first_reported", "Reuters", "the offer of a truce"),
        ("The dam will close in May, Reuters reported on Friday.", "cites", "Reuters", "The dam will close in May"),
        (
            "According to a report in The Guardian, the dam will close.",
            "cites",
            "The Guardian",
            "the dam will close",
        ),
        (
            "The dam will close, the agency said, citing Interfax.",
            "cites",
            "Interfax",
            "The dam will close, the agency said",
        ),
        ("One diplomat told POLITICO that the dam will close.", "told", "POLITICO", None),
        ("She told the Russian newspaper Kommersant that she would go.", "told", "Kommersant", None),
        ("The envoy made clear to POLITICO and others that he would go.", "told", "POLITICO", None),
        ("In an interview with Fox News, the envoy was calm.", "interview", "Fox News", None),
        ("The envoy told CNN in an interview that he would go.", "interview", "CNN", None),
        ("GENEVA (AP) — The envoys met on Monday.", "agency", "The Associated Press", None),
        ("Copyright 2018 The Associated Press. All rights reserved.", "agency", "The Associated Press", None),
        ("The Associated Press contributed to this report.", "contributed", "The Associated Press", None),
        (
            "Associated Press writers Ana Teller and Bo Karim contributed to this report.",
            "contributed",
            "The Associated Press",
            None,
        ),
        ("This story was originally published at washingtonpost", "republished_from", "The Washington Post", None),
        ("This article was originally published in the Financial Times.", "republished_from", "Financial Times", None),
    ],
)
def test_credits(text: str, relation: str, outlet: str, covers: str | None) -> None:
    """One line of news, one credit."""
    [found] = credits_in(text)
    assert (found.relation, found.outlet) == (relation, outlet)
    assert (found.covers.text if found.covers else None) == covers


@pytest.mark.parametrize(
    "text",
    [
        "A senior official told reporters on Saturday that the talks would go on.",
        "When the break-in was first reported, nobody thought of spies.",
        "The times have changed, the envoy said.",
        "He bought The Washington Post in the morning.",
        "The Post first reported the offer.",
        "A writer for The Atlantic, said one envoy, had asked him.",
        "",
    ],
)
def test_no_credit(text: str) -> None:
    """Reporters at large, a passive without an agent and a paper that is only bought credit nobody."""
    assert credits_in(text) == []


def test_two_outlets_of_one_line() -> None:
    """Both contributors are credited."""
    found = credits_in("Fox News' Ana Teller and The Associated Press contributed to this report.")
    assert [(c.relation, c.outlet) for c in found] == [
        ("contributed", "Fox News"),
        ("contributed", "The Associated Press"),
    ]


def test_copy_marker_with_one_outlet_told() -> None:
    """A copy whose sources spoke to one outlet is that outlet's text."""
    found = credits_in("One envoy told POLITICO that he would go.\n\nGo To Source")
    assert [(c.relation, c.outlet) for c in found] == [("told", "POLITICO"), ("republished_from", "POLITICO")]


def test_copy_marker_without_a_hint_stays_open() -> None:
    """Nobody is guessed."""
    [found] = credits_in("The envoys met.\n\nGo To Source")
    assert (found.relation, found.outlet, found.flags) == ("republished_from", "", ("unresolved",))


def test_credit_lines_in_zones_are_read() -> None:
    """A provenance zone is no prose and still holds credits."""
    text = "The envoys met on Monday.\n\nThe Associated Press contributed to this report."
    zone = Zone("agency_credit", cut(text, 27, len(text)))
    article = an_article(text, zones=(zone,))
    doc = parse(article, lay_out(article))
    assert [c.relation for c in find_credits(doc, article)] == ["contributed"]


def test_a_short_form_is_the_outlet_named_in_full() -> None:
    """ "The Courier" is the one outlet of the article whose name ends so."""
    found = credits_in("The Harbour Courier first reported the offer. The Courier reported on Friday that it stands.")
    assert [c.outlet for c in found] == ["The Harbour Courier", "The Harbour Courier"]


@pytest.mark.parametrize("outlet", ["cnbc.com", "www.cnbc.com/world", "CNBC"])
def test_no_outlet_credits_itself(outlet: str) -> None:
    """ "told CNBC" in CNBC's own text credits nobody; in another's, and where the carrier is unknown, it does."""
    text = "The envoy told CNBC that the dam would stay shut."
    assert [[c.outlet for c in _under(text, name)] for name in (outlet, "foxnews.com", None)] == [
        [],
        ["CNBC"],
        ["CNBC"],
    ]


def _under(text: str, outlet: str | None) -> list[Credit]:
    article = an_article(text, outlet=outlet)
    return find_credits(parse(article, lay_out(article)), article)


@pytest.mark.parametrize(
    ("text", "relation", "outlet"),
    [
        ("The raid, first reported by the Selmark agency, was denied.", "first_reported", "Selmark"),
        ("The envoys met. Selmark contributed to this report.", "contributed", "Selmark"),
        ("Selmark News Agency reported on Friday that the dam was shut.", "cites", "Selmark News Agency"),
        ("TELLEHAVEN (Selmark) — The envoys met on Monday.", "agency", "Selmark"),
    ],
)
def test_agencies_that_the_article_shows(text: str, relation: str, outlet: str) -> None:
    """An agency without an entry in the table is one by the article's own words."""
    assert [(c.relation, c.outlet) for c in credits_in(text)] == [(relation, outlet)]


def test_an_agency_of_the_dateline_is_cited_by_its_short_name() -> None:
    """What the dateline shows is an outlet in the rest of the article."""
    found = credits_in("TELLEHAVEN (Selmark) — The envoys met.\n\nThey left early, Selmark reported on Friday.")
    assert [(c.relation, c.outlet) for c in found] == [("agency", "Selmark"), ("cites", "Selmark")]


def test_a_person_is_no_agency() -> None:
    """A reporter who contributed is no outlet, nor is a firm that spoke."""
    assert credits_in("Ana Teller contributed to this report. Selmark said on Friday that it would pay.") == []


@pytest.mark.parametrize(
    ("text", "covers"),
    [
        ("The dam was shut; the ships, Reuters reported, stayed in port.", "the ships"),
        ("Reuters reported the dam was shut, but the ministry denied it.", "the dam was shut"),
        ("Reuters reported a shutdown of the dam — the third of the year — and rain.", "a shutdown of the dam"),
    ],
)
def test_what_is_covered_ends_with_its_clause(text: str, covers: str) -> None:
    """A dash, a semicolon or "but" begins what is no longer credited."""
    [found] = credits_in(text)
    assert found.covers is not None
    assert found.covers.text in {covers, "stayed in port"}
