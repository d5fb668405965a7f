"""Provenance zones: what is one, and which prose is not."""

import time
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories import an_article
from onrecord.intake.provenance import find_zones

HEADLINE = "Varenia and Ostmark agree to talk about prisoners of war"
PROSE = "The ministers of Varenia and Ostmark met on the river Telle on Monday, two officials said after the meeting."


def zones(text: str, **known: str) -> list[tuple[str, str]]:
    article = msgspec.structs.replace(an_article(text), **known)
    return [(z.kind, z.span.text) for z in find_zones(article)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("By Ana Writer", "byline"),
        ("By Ana Writer, The Harbour Courier", "byline"),
        ("BY ANA WRITER AND JON PENNER", "byline"),
        ("by Ana Writer - Jan 9, 2022 2:37 pm", "byline"),
        ("Analysis by Jon van der Penner", "byline"),
        ("Ana Writer and Jon Penner, The Associated Press", "byline"),
        ("Ana Writer Monday, January 10, 2022", "byline"),
        ("Reuters", "byline"),
        ("January 9, 2022", "dateline"),
        ("9 January 2022", "dateline"),
        ("Published 9 January 2022 18:30 GMT", "dateline"),
        ("Updated: Jan. 9, 2022 at 6:30 p.m. ET", "dateline"),
        ("01/09/2022 02:44 PM EST", "dateline"),
        ("Associated Press Sunday, January 9, 2022", "dateline"),
        ("3 hours ago", "dateline"),
        ("18:42 GMT", "dateline"),
        ("TELLE, 9 January 2022.", "dateline"),
        ("(Reporting by Ana Writer in Telle; Editing by Jon Penner)", "agency_credit"),
        ("The Associated Press contributed to this report.", "agency_credit"),
        ("Penner reported from Port Ostmark, Varenia.", "agency_credit"),
        ("Copyright 2022 The Harbour Courier. All rights reserved.", "copyright"),
        ("© 2022 Telle Post", "copyright"),
        ("Go To Source", "republished_from_marker"),
        ("Originally published at The Harbour Courier", "republished_from_marker"),
        ("This article was originally published by the Telle Post.", "republished_from_marker"),
        ("Source: Telle Post", "republished_from_marker"),
        ("Advertisement", "furniture"),
        ("Page 3 of 7", "furniture"),
        ("Share on Facebook", "furniture"),
        ("Sign up for our newsletter and get the news of the river every morning", "furniture"),
        ("Sign up for our letter, which brings the news of the river to your door every single morning.", "furniture"),
        ("Read more:", "furniture"),
        (
            "Read more: Ostmark rejects the talks and says that it will not come back to the table on Monday.",
            "furniture",
        ),
        (
            "Photo: The ministers of Varenia and Ostmark on the bridge over the Telle before the talks began.",
            "furniture",
        ),
        ("Picture: Prisoners of Varenia wait for the bus in Port Ostmark on Sunday as snow falls", "furniture"),
        ("(CNN)", "byline"),
        ("Related: What the prisoners say", "furniture"),
        ("Photo: Jon Penner, AP", "furniture"),
        ("Image 2 of 14", "furniture"),
        ("* * *", "furniture"),
        ("Follow Ana Writer on Twitter at @anawriter", "furniture"),
    ],
)
@pytest.mark.parametrize("between", ["\n\n", " ### ", "\n"])
def test_lines(line: str, kind: str, between: str) -> None:
    """Below the headline, whatever divides the lines."""
    assert zones(between.join([HEADLINE, line, PROSE, PROSE])) == [(kind, line)]


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the guns had fallen silent",
        "By the river, prisoners waited.",
        "Copyright law was not discussed.",
        "Page 3 of the 7 that they signed",
        "The (c) clause of the treaty stays.",
        "On January 9, 2022, the guns fell silent.",
        "December 7th, 1941. September 11th, 2001. And January 6th, 2021.",
        "Nobody wanted to go to source country talks",
        "“Sign up to the treaty,” the minister of Ostmark told the crowd that had waited at the bridge.",
        "Share prices in Varenia fell by a tenth",
        "More than 300 prisoners came home.",
        "Source countries must pay, the minister said.",
        "The minister reported from the front that all was quiet along the river and in the hills behind it.",
        "Ostmark",
        "Talks end",
        "NATO — the alliance that Ostmark wants to join — was silent.",
        "MR. PENNER: Thank you, everybody.",
        "Q — No, I asked about the bridge.",
        "KERRIN (Varenia Radio) — We have seen the map of the bridge.",
        "A ship, the Telle Star, left the harbour with 40 prisoners (all of them from Ostmark) on board.",
        "WHAT OSTMARK WANTS",
        "6:10 p.m.",
        "6:10 P.M. GMT",
        "Read more about the prisoners, the minister told the crowd, and you will see that nobody has been forgotten.",
        "Telle, 9 January 2022, was a day of snow.",
    ],
)
def test_prose_stays_prose(line: str) -> None:
    """A sentence lost is worse than a button read."""
    assert zones("\n\n".join([HEADLINE, PROSE, line, PROSE])) == []


@pytest.mark.parametrize(
    ("start", "dateline"),
    [
        ("TELLE — The", "TELLE —"),
        ("TELLE (AP) - The", "TELLE (AP) -"),
        ("TELLE (Agencies) - The", "TELLE (Agencies) -"),
        ("PORT OSTMARK, Varenia (Reuters) -- The", "PORT OSTMARK, Varenia (Reuters) --"),
        ("ST. ANNE/TELLE, Ostmark — The", "ST. ANNE/TELLE, Ostmark —"),
        ("TELLE (Varenia News Agency) - The", "TELLE (Varenia News Agency) -"),
        ("TELLE, Jan. 9 (UPI) — The", "TELLE, Jan. 9 (UPI) —"),
        ("Telle, Jan 9 (Reuters) - The", "Telle, Jan 9 (Reuters) -"),
        ("Telle (CNN) The", "Telle (CNN)"),
        ("(CNN) - The", "(CNN) -"),
        ("TELLE—The", "TELLE—"),
        ("TELLE, 9 January 2022 – The", "TELLE, 9 January 2022 –"),
        ("TELLE, 9 January 2022. The", "TELLE, 9 January 2022."),
        ("Telle, Varenia, January 9, 2022. The", "Telle, Varenia, January 9, 2022."),
    ],
)
def test_datelines_before_a_paragraph(start: str, dateline: str) -> None:
    """Only the place, date and agency; the paragraph goes on behind the dash."""
    assert zones(f"{HEADLINE}\n\n{start} ministers met on Monday.\n\n{PROSE}") == [("dateline", dateline)]


@pytest.mark.parametrize(
    ("start", "zone"),
    [
        ("18:10 ", ("dateline", "18:10")),
        ("14:05 GMT - ", ("dateline", "14:05 GMT -")),
        ("[10.45am] ", ("dateline", "[10.45am]")),
        ("2:31 P.M. EST ", ("dateline", "2:31 P.M. EST")),
        ("UPDATE 2-", ("furniture", "UPDATE 2-")),
        ("RPT-EXCLUSIVE-", ("furniture", "RPT-EXCLUSIVE-")),
        ("BREAKING: ", ("furniture", "BREAKING:")),
    ],
)
def test_what_stands_before_an_entry(start: str, zone: tuple[str, str]) -> None:
    """The clock of a live blog and an agency's word for the piece are no part of the sentence behind them."""
    assert zones(f"{HEADLINE}\n\n{start}Ostmark's ministers met on Monday.\n\n{PROSE}") == [zone]


@pytest.mark.parametrize("start", ["10.45 Million people", "18:10 was the time", "Update 2 of the plan:", "LIVE fire:"])
def test_prose_that_begins_alike(start: str) -> None:
    """A number, a time in a sentence."""
    assert zones(f"{HEADLINE}\n\n{start} ministers met on Monday.\n\n{PROSE}") == []


@pytest.mark.parametrize(
    ("end", "zone"),
    [
        (" they said.Go To Source", ("republished_from_marker", "Go To Source")),
        (" they said.” Go To Source", ("republished_from_marker", "Go To Source")),
        (" (Reporting by Ana Writer)", ("agency_credit", "(Reporting by Ana Writer)")),
        (" Jon Penner in Port Ostmark, D.C., contributed to this report.",
         ("agency_credit", "Jon Penner in Port Ostmark, D.C., contributed to this report.")),
        (" Copyright 2022 Telle Post.", ("copyright", "Copyright 2022 Telle Post.")),
        (" (AP Photo/Ana Writer)", ("furniture", "(AP Photo/Ana Writer)")),
    ],
)  # fmt: skip
def test_what_is_glued_to_a_last_sentence(end: str, zone: tuple[str, str]) -> None:
    """The sentence stays, with or without white space between."""
    assert zones(f"{HEADLINE}\n\n{PROSE}\n\n{PROSE}{end}") == [zone]


@pytest.mark.parametrize(
    ("head", "known", "expected"),
    [
        (["The Harbour Courier"], {}, [("masthead", "The Harbour Courier")]),
        (["Best 7 Reads", "Best Seven Reads"], {}, [("masthead", "Best 7 Reads"), ("masthead", "Best Seven Reads")]),
        (["Voice of Varenia"], {"outlet": "Voice of Varenia"}, [("masthead", "Voice of Varenia")]),
        (["telle.com"], {}, [("masthead", "telle.com")]),
        (["World"], {}, [("furniture", "World")]),
        (["18:42 GMT"], {}, [("dateline", "18:42 GMT")]),
        (["Port Ostmark"], {}, []),
        (["Telle, Varenia"], {}, []),
    ],
)
def test_mastheads(head: list[str], known: dict[str, str], expected: list[tuple[str, str]]) -> None:
    """A name above the headline that is known, has a paper's word, or is repeated; a place is none."""
    assert zones("\n\n".join([*head, HEADLINE, PROSE, PROSE]), **known) == expected


def test_names_beside_dates_and_repeated_headlines() -> None:
    """As pages with many lines above the text have them."""
    text = " ### ".join([HEADLINE, "Ana Writer", "•", "January 9, 2022", HEADLINE, PROSE])
    assert [kind for kind, _ in zones(text)] == ["byline", "furniture", "dateline", "furniture"]


def test_lines_of_hard_wrapped_paragraphs_are_no_lines() -> None:
    """What a wrap puts on a line of its own is still prose."""
    text = (
        "The ministers of Varenia and Ostmark met on the river Telle for three\n"
        "hours and spoke about the prisoners that both sides have held since\n"
        "January 9, 2022\n"
        "and about the bridge, which was closed by the army of Ostmark in the\n"
        "summer. Neither of them would say a word about the harbour and the\n"
        "world.\n"
    )
    assert zones(text) == []


PIECES = st.lists(
    st.sampled_from(
        [
            *[
                "\n",
                "\n\n",
                " ### ",
                "By Ana Writer",
                "TELLE (AP) —",
                "Jan. 9, 2022",
                "Share",
                "Go To Source",
                ".",
                "”",
                " ",
            ],
            *[
                "(",
                "(Reporting by A)",
                "© 2022",
                "All rights reserved.",
                PROSE,
                "contributed to this report",
                "•",
                "a.com",
            ],
        ]
    ),
    max_size=14,
)


@given(PIECES)
def test_zones_are_in_order_and_stand_in_the_text(pieces: list[str]) -> None:
    """No overlap, no white space at an edge, never an exception."""
    text = "".join(pieces)
    found = find_zones(an_article(text))
    assert all(text[z.span.start : z.span.end] == z.span.text == z.span.text.strip() != "" for z in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    "unit",
    ["word ", "Word ", "(Reporting by ", "A, ", "By Ana Writer and ", "\n", "By\n", "• ", "© 2022 ", "Jan. 9, 2022 "],
)
def test_zones_take_no_time(unit: str) -> None:
    """Linear in the text: one line of 30,000 words, or as many lines."""
    began = time.process_time()
    find_zones(an_article(unit * 30_000))
    find_zones(an_article((unit + "\n") * 30_000))
    assert time.process_time() - began < 10
