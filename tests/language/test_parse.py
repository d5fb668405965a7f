"""The parse stands at the article's own offsets."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factories import an_article, parsed
from onrecord.language import lay_out, parse
from onrecord.language.parse import LONGEST_PIECE

ODD = st.text(alphabet="Ab c.,“”\"'’\n\r\xa0\u2028#-é\u200b\u3000😀", max_size=60)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ODD)
def test_every_token_stands_where_it_stands_in_the_article(text: str) -> None:
    """The Doc has the article's length, and differs from it in white space only."""
    article, _, doc = parsed(text)
    assert len(doc.text) == len(article.text)
    for token in doc:
        there = text[token.idx : token.idx + len(token)].replace("\u200b", " ")
        assert token.text.split() == there.split()


def test_gaps_are_marked() -> None:
    """White space between paragraphs has the dependency "gap"; every other token has one of the parser's."""
    _, _, doc = parsed("Varenia and Ostmark met.\n\nThey will meet again.")
    assert [t.text.isspace() for t in doc if t.dep_ == "gap"] == [True]
    assert [s.text for s in doc.sents if s.root.dep_ != "gap"] == ["Varenia and Ostmark met.", "They will meet again."]


@pytest.mark.parametrize(
    "text",
    [
        "“Why did they leave the river Telle so soon?” the envoy of Ostmark asked on Monday.",
        "“No!” she said to the crowd.",
        "The crowd at the bridge was chanting “No deal!” a few hundred yards away.",
    ],
)
def test_quotations_outrank_sentence_ends(text: str) -> None:
    """A closing mark, and what follows it with a small letter, stay in the sentence."""
    _, _, doc = parsed(text)
    starts = [s.text[0] for s in doc.sents]
    assert not any(mark in "”" or mark.islower() for mark in starts)


def test_a_long_line_is_parsed_in_pieces() -> None:
    """One line of three pieces: no sentence is lost and offsets hold."""
    sentence = "The envoy of Varenia spoke for an hour. "
    text = sentence * (3 * LONGEST_PIECE // len(sentence))
    article = an_article(text)
    doc = parse(article, lay_out(article))
    assert len(doc.text) == len(text)
    assert len([s for s in doc.sents if s.root.dep_ != "gap"]) == text.count("hour.")


def test_a_long_word_is_cut() -> None:
    """A line without a space is no reason to fail."""
    text = "x" * (LONGEST_PIECE * 2 + 10)
    article = an_article(text)
    assert len(parse(article, lay_out(article)).text) == len(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“It is late,”Berg told us.", ["“", "It", "is", "late", ",", "”", "Berg", "told", "us", "."]),
        ('She called it "late."The talks go on.', ["late", ".", '"', "The"]),
        ("“We (all)”She left.", ["all", ")", "”", "She"]),
        ('A 5.5" pipe came from the U.S. on Monday.', ["5.5", '"', "pipe", "came", "from", "the", "U.S.", "on"]),
    ],
)
def test_a_word_glued_to_a_closing_mark_is_a_word(text: str, words: list[str]) -> None:
    """Scrapers drop the space where they drop a link."""
    tokens = [t.text for t in parsed(text)[2]]
    assert any(tokens[n : n + len(words)] == words for n in range(len(tokens)))


def test_a_name_with_a_curled_apostrophe_is_a_name() -> None:
    """The model knows it with the straight one."""
    article = an_article("D’Souza said it was good.")
    assert parse(article, lay_out(article))[0].pos_ == "PROPN"
