"""What was said, chosen by speaker and issue."""

import pytest

from onrecord.model import Attribution, ListedActor, Position, Side, Span, Speaker
from onrecord.views.said import said
from record_factories import a_position, an_attribution, an_entry, an_info

MARRAK = an_attribution(
    "the minister",
    speaker=Speaker(actor="Ilse Marrak", name="Ilse Marrak", role="foreign minister", affiliation="Varenia"),
)
OFFICIAL = an_attribution("two officials", "that the tolls would fall", level="specific unnamed", at=100)


def entries() -> list:
    """Two statements, each with a position inside."""
    first, second = an_entry(MARRAK, an_info("a", "2024-03-09")), an_entry(OFFICIAL, an_info("b", "2024-03-01"))
    inside = a_position(words="water", at=5, issues=("water",))
    rests = a_position(words="tolls", at=900, issues=("tolls",), attribution=second.find.id)
    return [first, an_entry(inside, first.article), second, an_entry(rests, second.article)]


@pytest.mark.parametrize(
    ("by", "on", "sources"),
    [
        (None, None, ["two officials", "the minister"]),
        ("marrak", None, ["the minister"]),
        ("Varenia", None, ["the minister"]),
        ("Foreign Minister", None, ["the minister"]),
        ("Illse Marak", None, []),
        ("Ilse Marrak's", None, ["the minister"]),
        ("minis", None, []),
        ("officials", None, ["two officials"]),
        ("US", None, []),
        (None, "toll", ["two officials"]),
        (None, "WATER", ["the minister"]),
        ("Marrak", "tolls", []),
    ],
)
def test_statements_are_chosen_and_ordered(by: str | None, on: str | None, sources: list[str]) -> None:
    """By date of publication; a short id is not looked for inside other words."""
    assert [s.word.source for s in said(entries(), by=by, on=on)] == sources


def test_an_undated_article_comes_last() -> None:
    """What has no date has no place in the order."""
    undated = an_entry(MARRAK, an_info("a", None))
    assert [s.date for s in said([undated, *entries()[2:3]])] == ["2024-03-01", None]


def test_a_content_cut_out_of_a_sentence_stands_in_it() -> None:
    """What nobody ever said is not shown as said."""
    words = "Nobody has ever said that gates would open, she told them."
    content, cue = Span(21, 42, words[21:42]), Span(48, 52, "told")
    denied = Attribution(spans=(content, cue), cue=(cue,), content=(content,), rule="attribution.test", score=0.8)
    (statement,) = said([an_entry(denied)], sentence=lambda _: words)
    assert (statement.cue, statement.content, statement.passages) == ("told", "that gates would open", (words,))
    plain = an_entry(an_attribution("she"))
    assert not next(said([plain], sentence=lambda _: words)).passages


def test_a_content_of_one_word_stands_alone() -> None:
    """The cue stands beside it; but a denial may lie in the source, and all its words are shown."""
    (plain,) = said([an_entry(an_attribution("the minister", "Sure."))])
    (denied,) = said([an_entry(an_attribution("neither minister", "tolls", flags=("negated",)))])
    assert (plain.content, denied.content) == ("Sure.", "tolls … neither minister")


SPEAKERS = {
    "Lorvane’s envoy": Speaker(actor="Tor Berg", type="person", role="envoy", affiliation="LV"),
    "an envoy to Lorvane": Speaker(actor=None),
    "the council": Speaker(actor="River Council", type="organisation"),
    "Holt": Speaker(actor="Andrey Holt", type="person", name="Andrey Holt"),
    "a senator": Speaker(actor="unnamed:senator", type="person"),
    "Kraków": Speaker(actor="PL"),
}
OWN = (
    Side(id="LV", name="Lorvane", aliases=("Lorvanian", "Port Sel")),
    ListedActor(id="River Council", name="River Council", aliases=("NAT",)),
)


@pytest.mark.parametrize(
    ("by", "sources"),
    [
        *((name, ["Lorvane’s envoy"]) for name in ("LV", "Lorvane", "lorvanian", "port sel")),
        *((name, ["the council"]) for name in ("NAT", "nat", "the River Council", "river  council")),
        *((name, ["Holt"]) for name in ("holt", "Andrei Holt", "andrej")),
        *((name, ["Kraków"]) for name in ("PL", "Poland", "polish", "Krakow")),
        ("envoy", ["Lorvane’s envoy", "an envoy to Lorvane"]),
    ],
)
def test_a_speaker_is_found_by_any_name(by: str, sources: list[str]) -> None:
    """A state or organisation by its names and id, with all who speak for it; others by whole words."""
    entries = [
        an_entry(an_attribution(source, at=100 * n, speaker=speaker))
        for n, (source, speaker) in enumerate(SPEAKERS.items())
    ]
    assert [s.word.source for s in said(entries, by=by, own=OWN)] == sources


def test_of_a_long_turn_the_sentences_on_the_issue_are_told() -> None:
    """Each once, and only where an issue was asked for."""
    whole, (found,) = list(said(entries())), list(said(entries(), on="water", sentence=lambda e: f"The {e.find.id}."))
    assert [s.passages for s in whole] == [(), ()]
    assert found.passages == (f"The {entries()[1].find.id}.",)
    assert next(said(entries(), on="toll")).passages == ("tolls",)


def test_what_a_noun_of_speech_introduces_is_said() -> None:
    """Of "Varenia's proposal for toll-free barges", where the position is all and the content its end."""
    content = Span(23, 38, "toll-free barges"[:15])
    proposal = an_attribution("Varenia's", content.text, at=content.start, speaker=Speaker(actor="Varenia"))
    whole = Span(10, 38, f"proposal for {content.text}")
    position = Position(
        spans=(whole,), content=(content,), rule="r", score=0.7, holder="Varenia", act="offer", issues=("tolls",)
    )
    (statement,) = said([an_entry(proposal), an_entry(position)], by="Varenia", on="tolls")
    assert statement.issues == ("tolls",)
