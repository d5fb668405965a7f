"""Gold for names, roles and quantities: words become offsets, mistakes are told, two readings are compared."""

from typing import Any

import msgspec
import pytest

import gold_actors_agreement
import gold_actors_annotate
import gold_actors_draw
import gold_passages
from gold_actors_draw import COUNTS_ALONE
from gold_actors_readings import Reading
from gold_passages import passage_of
from onrecord.model import Article

TEXT = (
    "Poland waits. Polish General Ana Berg, a former adviser to NATO, said Poland had moved some 40 heavy Polish tanks "
    "to the border on Monday. Berg saw hundreds of them."
)
ARTICLE = Article(id="x/1", name="x/1", text=TEXT, raw=b"")
STRETCH = passage_of(1, "x", ARTICLE, (0, len(TEXT)))
POLAND: dict[str, Any] = {"text": "Poland", "id": "PL", "reading": "government"}
POLISH: dict[str, Any] = POLAND | {"text": "Polish"}
GENERAL: dict[str, Any] = {"name": "Ana Berg", "role": "Polish General", "affiliation": "PL", "state": "PL"}
ADVISER: dict[str, Any] = {"name": "Ana Berg", "role": "former adviser to NATO", "affiliation": "NATO"}
TANKS: dict[str, Any] = {
    "text": "some 40 heavy Polish tanks",
    "lower": 40,
    "upper": 40,
    "modifier": "approx",
    "unit": "heavy tanks",
    "class": "platform",
    "whose": "PL",
    "where": "to the border",
    "doing": "moved",
    "as_of": "on Monday",
}


def entered(**lists: list[dict[str, Any]]) -> tuple[Reading, list[str]]:
    rows = {"names": [], "people": [], "quantities": []} | lists
    return gold_actors_annotate.located(msgspec.convert(rows, gold_actors_annotate.WrittenReading), STRETCH, ARTICLE)


def test_words_become_offsets() -> None:
    """Each name takes the next free place, a unit is in pieces around a nationality, fields take the nearest words."""
    reading, mistakes = entered(names=[POLAND, POLISH, POLAND], people=[GENERAL, ADVISER], quantities=[TANKS])
    assert not mistakes
    assert [n.at[0] for n in reading.names] == [0, TEXT.index("Polish"), TEXT.index("Poland had")]
    assert [TEXT[slice(*p.role)] for p in reading.people] == [GENERAL["role"], ADVISER["role"]]
    (tanks,) = reading.quantities
    assert [TEXT[s:e] for s, e in tanks.unit] == ["heavy", "tanks"]
    assert tanks.doing is not None
    assert TEXT[slice(*tanks.doing)] == "moved"


def test_later_stretches_are_read_for_quantities_alone() -> None:
    """Names there are refused: nobody reads them in full."""
    text = "Poland moved 40 tanks."
    article = Article(id="x/3", name="x/3", text=text, raw=b"")
    stretch = passage_of(COUNTS_ALONE[0], "x", article, (0, len(text)))
    written = msgspec.convert({"names": [POLAND], "people": [], "quantities": []}, gold_actors_annotate.WrittenReading)
    _, mistakes = gold_actors_annotate.located(written, stretch, article)
    assert [m for m in mistakes if "quantities alone" in m]


def test_two_people_may_share_a_role() -> None:
    """ "Generals Berg and Holt": one role, two names."""
    text = "Generals Berg and Holt met. Later Berg left."
    article = Article(id="x/2", name="x/2", text=text, raw=b"")
    rows = [{"name": name, "role": "Generals"} for name in ("Berg", "Holt")]
    written = msgspec.convert({"names": [], "people": rows, "quantities": []}, gold_actors_annotate.WrittenReading)
    reading, mistakes = gold_actors_annotate.located(written, passage_of(2, "x", article, (0, len(text))), article)
    assert not mistakes
    assert [text[slice(*p.name)] for p in reading.people] == ["Berg", "Holt"]


@pytest.mark.parametrize(
    ("kind", "rows", "complaint"),
    [
        ("names", [POLAND, POLAND, POLAND], "each is taken"),
        ("names", [POLAND | {"text": "France"}], "does not stand in the passage"),
        ("names", [POLAND | {"id": "ZQ"}], "no ISO code"),
        ("names", [POLAND | {"reading": "organisation"}], "no organisation's"),
        ("names", [POLISH, POLISH | {"text": "Polish General@1"}], "overlap"),
        ("people", [GENERAL, GENERAL], "written already"),
        ("people", [GENERAL | {"state": None}], "has it as state too"),
        ("quantities", [TANKS | {"upper": None}], "are not those of 'approx'"),
        ("quantities", [TANKS | {"class": "distance"}], "are null for a distance"),
    ],
)
def test_mistakes_are_told(kind: str, rows: list[dict[str, Any]], complaint: str) -> None:
    """What has to be mended."""
    assert any(complaint in m for m in entered(**{kind: rows})[1])


def test_readings_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """Items of one place are a pair; what only one reader has lowers F, what they call it the shares."""
    first = entered(names=[POLAND, POLISH], people=[GENERAL], quantities=[TANKS])[0]
    second = entered(names=[POLAND | {"reading": "people"}], people=[GENERAL], quantities=[TANKS | {"doing": None}])[0]
    readings = {"first": first, "second": second}
    monkeypatch.setattr(gold_actors_agreement, "reading_of", lambda reader, _: readings[reader])
    monkeypatch.setattr(gold_actors_agreement, "article_of", lambda _: ARTICLE)
    figures = gold_actors_agreement.agreement_of([STRETCH])
    assert (figures["names"]["F"], figures["names"]["id"], figures["names"]["reading"]) == (66.7, 100, 0)
    assert (figures["people"]["F"], figures["quantities"]["doing"], figures["quantities"]["unit"]) == (100, 0, 100)
    told = list(gold_actors_agreement.differing(STRETCH))
    assert [" ".join(t.split()[1:5]) for t in told] == [
        "names differ in reading:",
        "names only in the",
        "quantities differ in doing:",
    ]


def test_stretches_are_as_drawn() -> None:
    """Half and half, none of an article of the other gold; the draw gives the same again."""
    kept = gold_actors_draw.stretches()
    assert [sum(p.half == "held-out" for p in part) for part in (kept[:100], kept[183:])] == [50, 58]
    assert all(p.half == "development" for p in kept[100:183])
    assert all(gold_passages.half_of(p.article) == p.half for p in kept)
    assert not {p.article for p in kept} & {p.article for p in gold_passages.passages()}
    draws = [{p.article for p in kept[low:high]} for low, high in ((0, 128), (128, 183), (183, None))]
    assert not draws[0] & draws[1] and not draws[2] & (draws[0] | draws[1])
    if not (gold_passages.DATA / "news").is_dir():
        pytest.skip(f"no news in {gold_passages.DATA}: set ONRECORD_DATA")
    assert list(gold_actors_draw.draw()) == kept
