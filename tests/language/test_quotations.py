"""Quotation marks: which are paired, and what odd ones become."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories import an_article
from onrecord.language import lay_out
from onrecord.model import Quotation


def quotations(text: str) -> list[Quotation]:
    return list(lay_out(an_article(text)).quotations)


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('The envoy said “no” and "yes".', ["“no”", '"yes"']),
        ("``We met,'' the envoy said.", ["``We met,''"]),
        ("„Nein“, sagte er. „Ja”, sie.", ["„Nein“", "„Ja”"]),
        ("« Non », dit-il. «Oui»", ["« Non »", "«Oui»"]),
        ("'It is over,' she said. 'We didn't win.'", ["'It is over,'", "'We didn't win.'"]),
        ("‘The ministers’ talks failed,’ he said.", ["‘The ministers’ talks failed,’"]),
        ('He called it "frank" — "often" — and ("rarely") kind.', ['"frank"', '"often"', '"rarely"']),
        ("She called it “ open ” at the time.", ["“ open ”"]),
    ],
)
def test_every_kind_of_mark(text: str, expected: list[str]) -> None:
    """Curly, straight, doubled, low, angle and single marks."""
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The ministers' talks and the 1990s' end; rock 'n' roll in the '90s, 'tis so.",
        "It was 6'2\" tall.",
        "Don’t call O’Brien’s office; it’s the ministers’ turn.",
        'x"y"z',
        "",
        "”",
        "“",
    ],
)
def test_apostrophes_and_lone_marks_quote_nothing(text: str) -> None:
    """Contractions, plurals, decades, feet and inches."""
    assert quoted(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“He told me ‘go home’ twice,” she said.", [("“He told me ‘go home’ twice,”", 0), ("‘go home’", 1)]),
        ("'I was told \"no\" by them,' she said.", [("'I was told \"no\" by them,'", 0), ('"no"', 1)]),
        ("“Their “final” offer” is old.", [("“Their “final” offer”", 0), ("“final”", 1)]),
        ("He called it \"the 'worst' deal\".", [("\"the 'worst' deal\"", 0), ("'worst'", 1)]),
    ],
)
def test_nested_quotations_have_a_depth(text: str, expected: list[tuple[str, int]]) -> None:
    """The outermost has depth 0, whatever the marks."""
    assert [(text[q.start : q.end], q.depth) for q in quotations(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("”We met,” he said.", ["”We met,”"]),
        ("They say “yes“ too often.", ["“yes“"]),
        ('They say “yes" too often.', ['“yes"']),
    ],
)
def test_marks_typed_the_wrong_way_round(text: str, expected: list[str]) -> None:
    """What stands around a mark tells its direction."""
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We are ready.\n\n“We will wait,” he said.", [(False, False), (True, True)]),
        ('"We are ready.\n\n"We will wait," he said.', [(False, False), (True, True)]),
        ("'We are ready.\n\n'We will wait,' he said.", [(False, False), (True, True)]),
        ("“We are ready.\n\nWe will wait,” he said.", [(False, False), (True, True)]),
        ("“We are ready.”\n\n“We will wait,” he said.", [(True, False), (True, False)]),
        ("He said “we are ready.\n\nNobody came.", [(False, False)]),
    ],
)
def test_quotations_over_paragraphs(text: str, expected: list[tuple[bool, bool]]) -> None:
    """(closed, continues) of each: a quotation that goes on is one for each paragraph."""
    assert [(q.closed, q.continues) for q in quotations(text)] == expected


def test_an_unclosed_mark_ends_before_the_next_quotation() -> None:
    """One forgotten mark does not turn the rest of the paragraph inside out."""
    assert quoted('He said: "Talks failed. "We will try again," she said. "Soon."') == [
        '"Talks failed.',
        '"We will try again,"',
        '"Soon."',
    ]
    assert quoted("He said: “Talks failed. “We will try again,” she said.") == [
        "“Talks failed.",
        "“We will try again,”",
    ]


MARKS = st.text(alphabet="“”„«»\"'‘’`ab .,\n#s[(", max_size=80)


@given(MARKS)
def test_any_marks_give_nested_quotations_in_bounds(text: str) -> None:
    """In order, inside the text and their paragraph, properly nested with the right depth; never an exception."""
    layout = lay_out(an_article(text))
    open_ends: list[int] = []
    assert list(layout.quotations) == sorted(layout.quotations, key=lambda q: (q.start, -q.end))
    for q in layout.quotations:
        assert any(p.start <= q.start < q.end <= p.end for p in layout.paragraphs)
        while open_ends and open_ends[-1] <= q.start:
            open_ends.pop()
        assert q.depth == len(open_ends)
        assert not open_ends or q.end <= open_ends[-1]
        open_ends.append(q.end)


@pytest.mark.parametrize(
    "unit", ["“a” ", "“a ", '"a" ', '"a ', "'a ", "a' ", "“a »", "‘as’ b ", "“‘", "'\"", "”", "« "]
)
def test_ten_thousand_marks_take_no_time(unit: str) -> None:
    """Linear in the number of marks, matched or not."""
    began = time.process_time()
    quotations(unit * 10_000)
    quotations((unit + "\n\n") * 10_000)
    assert time.process_time() - began < 5
