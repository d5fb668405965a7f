"""Gold by hand: words become offsets, two accounts are compared, the figures are counted."""

from typing import Any

import msgspec
import pytest

import gold_attribution
import gold_attribution_annotate
import gold_attribution_draw
import gold_comparison
import gold_passages
from gold_attribution_comparison import Claim, claims_of, paired, same_parent, same_speaker
from gold_attribution_readings import Reading
from gold_comparison import word_starts
from onrecord.model import Article, Attribution, Sourcing, Speaker, cut

TEXT = (
    "Ana Berg, the envoy of Varenia, said nothing new before the talks.\n\n"
    "“We  wait,” she said on Monday. “Ostmark said that it is late.” Then she\ntold reporters that the ferry "
    "would sail in May, and two aides, briefed on the plan, said it would not.\n\nShe said so."
)
ARTICLE = Article(id="x/1", name="x/1", text=TEXT, raw=b"")
START = TEXT.index("“We")
PASSAGE = gold_passages.Passage(
    n=1,
    dataset="x",
    article="x/1",
    text_sha256=ARTICLE.text_sha256,
    start=START,
    end=TEXT.index("\n\nShe"),
    half="development",
)
BERG: dict[str, Any] = {"actor": "Ana Berg", "mention": "Ana Berg"}
SHE: dict[str, Any] = {
    "id": "a1",
    "source": ["she"],
    "cue": ["said"],
    "content": ['"We wait,"', '"Ostmark ... late."'],
    "form": "direct",
    "level": "named",
    "number": 1,
    "speaker": BERG,
}
OSTMARK: dict[str, Any] = {
    "id": "a2",
    "source": ["Ostmark"],
    "cue": ["said"],
    "content": ["that it is late"],
    "parent": "a1",
    "form": "indirect",
    "level": "office",
    "relays": 2,
    "speaker": {"actor": "VA", "mention": "Ostmark"},
}
FERRY: dict[str, Any] = {
    "id": "a3",
    "source": ["she"],
    "cue": ["told"],
    "content": ["that the ferry would sail in May"],
    "addressee": ["reporters"],
    "form": "indirect",
    "level": "named",
    "number": 1,
    "speaker": BERG,
}
AIDES: dict[str, Any] = {
    "id": "a4",
    "source": ["two aides, briefed on the plan"],
    "cue": ["said"],
    "content": ["it would not"],
    "form": "indirect",
    "level": "vague unnamed",
    "description": "two aides",
    "number": 2,
    "closeness": "briefed on the plan",
    "speaker": {"actor": "unnamed:two aides", "mention": "two aides"},
}


def entered(*rows: dict[str, Any]) -> tuple[list[Any], list[str]]:
    written = msgspec.convert({"attributions": list(rows)}, gold_attribution_annotate.WrittenReading).attributions
    return gold_attribution_annotate.located(written, PASSAGE, ARTICLE)


def claims(*rows: dict[str, Any]) -> list[Claim]:
    found, mistakes = entered(*rows)
    assert not mistakes
    reading = Reading(passage=1, text_sha256=ARTICLE.text_sha256, attributions=found)
    return claims_of(reading, PASSAGE, ARTICLE)


def test_words_become_offsets() -> None:
    """White space and kinds of marks do not matter, the nearest cue is taken, the mention is the article's first."""
    (she, ostmark, ferry, aides), mistakes = entered(SHE, OSTMARK, FERRY, AIDES)
    assert not mistakes
    assert [TEXT[s:e] for s, e in she.content] == ["“We  wait,”", "“Ostmark said that it is late.”"]
    assert she.cue == [(TEXT.index("said on"), TEXT.index(" on Monday"))]
    assert ostmark.cue == [(TEXT.index("said that"), TEXT.index(" that it"))]
    assert ferry.source == [(TEXT.index("she\ntold"), TEXT.index("\ntold"))]
    assert (she.speaker.mention, she.source[0][0] > START) == ((0, 8), True)
    assert TEXT[slice(*aides.closeness)] == "briefed on the plan"


@pytest.mark.parametrize(
    ("row", "change", "complaint"),
    [
        (FERRY, {"content": ["that the boat sails"]}, "does not stand in the passage"),
        (FERRY, {"content": ["said"]}, "stands in 3 places"),
        (FERRY, {"cue": ["told@3"]}, "1 places only"),
        (FERRY, {"cue": ["sail"]}, "within its own content"),
        (FERRY, {"parent": "b7"}, "no attribution of this file"),
        (FERRY, {"parent": "a3"}, "its own parent"),
        (FERRY, {"speaker": {"actor": "ZQ"}}, "no ISO code"),
        (FERRY, {"speaker": {"actor": "Anastasia Berg"}}, "neither in the article"),
        (FERRY, {"closeness": "told"}, "for unnamed sources"),
        (AIDES, {"description": None}, "needs its description"),
    ],
)
def test_mistakes_are_told(row: dict[str, Any], change: dict[str, Any], complaint: str) -> None:
    """What has to be mended, with the id of the attribution."""
    _, mistakes = entered(row | change)
    assert any(complaint in m and m.startswith(row["id"]) for m in mistakes), mistakes


def test_the_place_meant_can_be_said() -> None:
    """ "said@1" is the first of the passage."""
    (found,), _ = entered(AIDES | {"cue": ["said@1"]})
    assert found.cue[0][0] == TEXT.index("said on Monday")


def test_vocabularies_are_closed() -> None:
    """Another word than the vocabulary's is refused, and so is a field that is none."""
    for change in ({"form": "free"}, {"level": "somebody"}, {"adressee": ["reporters"]}):
        with pytest.raises(msgspec.ValidationError):
            entered(FERRY | change)


def test_readings_are_paired_by_content() -> None:
    """The larger overlap first; nested ones keep their parents."""
    first, second = claims(SHE, OSTMARK, FERRY), claims(FERRY | {"id": "b"}, OSTMARK | {"id": "c"}, SHE)
    moved = [msgspec.structs.replace(c, parent="a1" if c.id == "c" else None) for c in second]
    pairs = paired(first, moved)
    assert sorted((a.id, b.id) for a, b in pairs) == [("a1", "a1"), ("a2", "c"), ("a3", "b")]
    assert all(same_parent(p, pairs) for p in pairs)


@pytest.mark.parametrize(
    ("actor", "other", "same"),
    [
        ("Ana Berg", "Ms. Ana K. Berg", True),
        ("Ana Berg", "Tom Berg", False),
        ("United Nations", "UN", True),
        ("VA", "RU", False),
        ("unnamed:two aides", "unnamed:the two aides", True),
        ("unnamed:aide", "Ana Berg", False),
        (None, "Ana Berg", False),
        (None, None, True),
    ],
)
def test_speakers_are_the_same(actor: str | None, other: str | None, same: bool) -> None:
    """Names without addresses and initials, ids of bodies, descriptions of unnamed sources."""
    (one,) = claims(FERRY)
    a = msgspec.structs.replace(one, actor=actor, mentions=frozenset())
    assert same_speaker(a, msgspec.structs.replace(a, actor=other)) == same


def test_unnamed_sources_are_the_same_by_a_mention() -> None:
    """Whatever the words of the id."""
    (one,) = claims(AIDES)
    assert same_speaker(one, msgspec.structs.replace(one, actor="unnamed:aides of the envoy"))


@pytest.mark.parametrize(
    ("judged", "expected"),
    [([("a", "a"), ("b", "b")], 1.0), ([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")], 0.0), ([("a", "a")], None)],
)
def test_kappa(judged: list[tuple[object, object]], expected: float | None) -> None:
    """Cohen's: what chance would give is no agreement."""
    assert gold_comparison.kappa(judged) == expected


def test_figures_of_finds() -> None:
    """One of two found, wrong level, right addressee, resolved and right; the one outside the passage is left out."""

    def find(words: str, **fields: Any) -> Attribution:
        at = TEXT.index(words)
        return Attribution(id=words, spans=(cut(TEXT, at, at + len(words)),), score=1.0, rule="r", **fields)

    def spans(words: str) -> Any:
        return (cut(TEXT, TEXT.index(words), TEXT.index(words) + len(words)),)

    finds = [
        find(
            "told reporters",
            source=spans("she\ntold")[:1],
            cue=spans("told"),
            content=spans("the ferry would sail"),
            sourcing=Sourcing(level="office"),
            speaker=Speaker(actor="Ana Berg"),
        ),
        find("nothing new", content=spans("nothing new")),
    ]
    gold = claims(FERRY, AIDES)
    found = [c for c in gold_attribution.found_claims(finds, PASSAGE, TEXT) if c.content]
    compared = gold_attribution.Compared(PASSAGE, gold, found, paired(gold, found))
    figures = gold_attribution.figures_of([compared])
    expected = {"content P": 100.0, "content R": 50.0, "level": 0.0, "form": 100.0, "addressee R": 0.0}
    expected |= {"speaker resolved": 100.0, "speaker right of those resolved": 100.0, "attributions found": 1}
    assert {k: figures[k] for k in expected} == expected


def test_errors_of_the_held_out_half_are_refused() -> None:
    """Nobody tunes on it."""
    with pytest.raises(SystemExit):
        gold_attribution.main(["--held-out", "--errors"])


def test_words_cut_by_a_bound_count_whole() -> None:
    """From any letter of a word on."""
    assert word_starts("a ferry sails", [(4, 8)]) == {2, 8} - {8}


def test_passages_are_as_drawn() -> None:
    """Half and half in the first draw, development alone in the second; the draw gives the same again."""
    kept = gold_passages.passages()
    assert [p.half for p in kept[:50]].count("held-out") == 25
    assert {p.half for p in kept[50:]} == {"development"}
    assert all(gold_passages.half_of(p.article) == p.half for p in kept)
    if not (gold_passages.DATA / "news").is_dir():
        pytest.skip(f"no news in {gold_passages.DATA}: set ONRECORD_DATA")
    assert list(gold_attribution_draw.draw()) == kept
