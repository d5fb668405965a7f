"""Gold for records: words become offsets, mistakes are told, what was found is compared with what was read."""

from typing import Any

import msgspec
import pytest

import gold_records_annotate
import records
from gold_passages import passage_of
from gold_records_comparison import Account, compared, differing, same_actor
from gold_records_readings import Reading
from onrecord import model
from onrecord.model import Article, cut

TEXT = (
    "Poland offered to open the gates if Norway lifts the ban. Berg and Holt met in Oslo on Monday. "
    "Norway moved 40 tanks to the border. Poland rejected the plan."
)
ARTICLE = Article(id="x/1", name="x/1", text=TEXT, raw=b"")
STRETCH = passage_of(1, "x", ARTICLE, (0, len(TEXT)))
OFFER: dict[str, Any] = {
    "words": ["offered", "to open the gates"],
    "holder": ["PL"],
    "act": "offer",
    "addressee": "NO",
    "issues": [],
    "condition": {"words": "if Norway lifts the ban", "mover": "NO", "reciprocal": False},
    "flags": [],
}
REFUSAL: dict[str, Any] = OFFER | {
    "words": "rejected the plan",
    "act": "refusal",
    "addressee": None,
    "condition": None,
}
MEETING: dict[str, Any] = {
    "words": "met",
    "sides": ["PL", "NO"],
    "people": ["Berg", "Holt"],
    "state": "held",
    "format": "bilateral",
    "place": "Oslo",
    "start": "2024-03-04",
}
MOVE: dict[str, Any] = {
    "words": "moved 40 tanks",
    "what": "deployment",
    "holder": ["NO"],
    "force": "tanks",
    "quantity": "40",
    "place": "the border",
    "state": "done",
    "start": None,
    "flags": [],
}


def entered(**lists: list[dict[str, Any]]) -> tuple[Reading, list[str]]:
    rows = {"positions": [], "meetings": [], "activities": [], "assessments": []} | lists
    return gold_records_annotate.located(msgspec.convert(rows, gold_records_annotate.WrittenReading), STRETCH, ARTICLE)


def figures(gold: Reading, other: Reading) -> dict[str, Any]:
    return dict(compared([Account(1, TEXT, gold, other)]))


def test_words_become_offsets() -> None:
    """Pieces follow each other, and phrases of a record take the nearest place."""
    reading, mistakes = entered(positions=[OFFER], meetings=[MEETING], activities=[MOVE])
    assert not mistakes
    assert [TEXT[s:e] for s, e in reading.positions[0].words] == OFFER["words"]
    assert reading.positions[0].condition is not None
    assert [TEXT[s:e] for s, e in reading.positions[0].condition.words] == ["if Norway lifts the ban"]
    assert reading.meetings[0].place is not None
    assert TEXT[slice(*reading.meetings[0].place)] == "Oslo"
    assert reading.activities[0].quantity is not None
    assert TEXT[slice(*reading.activities[0].quantity)] == "40"


@pytest.mark.parametrize(
    ("kind", "row", "complaint"),
    [
        ("positions", OFFER | {"words": "closed the gates"}, "does not stand in the passage"),
        ("positions", OFFER | {"words": "Poland"}, "stands in 2 places"),
        ("positions", OFFER | {"words": ["to open", "offered"]}, "do not stand after"),
        ("positions", OFFER | {"holder": ["ZQ"]}, "no ISO code"),
        ("positions", OFFER | {"holder": ["Ana Lund"]}, "stands neither in the article"),
        ("positions", OFFER | {"issues": ["no such issue"]}, "is none of"),
        ("meetings", MEETING | {"sides": ["PL"]}, "two sides at least"),
        ("meetings", MEETING | {"people": ["Lund"]}, "stands nowhere"),
        ("meetings", MEETING | {"start": "Monday"}, "no TIMEX3 value"),
        ("activities", MOVE | {"holder": ["ZQ"]}, "no ISO code"),
    ],
)
def test_mistakes_are_told(kind: str, row: dict[str, Any], complaint: str) -> None:
    """What has to be mended."""
    assert any(complaint in m for m in entered(**{kind: [row]})[1])


def test_the_same_reading_is_all_right() -> None:
    """Every figure is whole, and nothing differs."""
    reading = entered(positions=[OFFER, REFUSAL], meetings=[MEETING], activities=[MOVE])[0]
    found = figures(reading, reading)
    for name in ("act F", "position holder right", "condition F", "whole meeting F", "whole activity F"):
        assert found[name] == 100, name
    assert not list(differing(Account(1, TEXT, reading, reading), ("in gold", "found")))


def test_differences_are_counted() -> None:
    """A wrong act lowers F, a wrong field its share and the whole record, a lost condition its recall."""
    gold = entered(positions=[OFFER, REFUSAL], meetings=[MEETING], activities=[MOVE])[0]
    other = entered(
        positions=[OFFER | {"condition": None, "holder": ["NO"]}, REFUSAL | {"act": "denial"}],
        meetings=[MEETING | {"place": None}],
        activities=[MOVE],
    )[0]
    found = figures(gold, other)
    assert (found["act P"], found["act R"], found["position found F"]) == (50, 50, 100)
    assert (found["position holder right"], found["position addressee right"]) == (0, 100)
    assert (found["condition R"], found["condition F"]) == (0, 0)
    assert (found["meeting place right"], found["whole meeting F"], found["whole activity F"]) == (0, 0, 100)
    told = " ".join(differing(Account(1, TEXT, gold, other), ("in gold", "found")))
    assert "differ in holder, condition" in told
    assert "meetings differ in place" in told


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("Ana Berg", "Berg", True), ("PL", "NO", False), (None, None, True), ("PL", None, False), ("Berg", "Holt", False)],
)
def test_actors_are_the_same_by_id_or_surname(one: str | None, other: str | None, same: bool) -> None:
    """Fuller and shorter forms of a name are one."""
    assert same_actor(one, other) is same


def test_holders_of_one_act_become_one_item() -> None:
    """As an annotator keeps it; finds outside the stretch are left out."""
    start = TEXT.index("rejected")
    span = cut(TEXT, start, start + len("rejected the plan"))
    finds = [
        model.Position(spans=(span,), content=(span,), rule="p", score=0.7, holder=h, act="refusal")
        for h in ("PL", "NO")
    ]
    (one,) = records.as_read(STRETCH, finds, TEXT).positions
    assert (one.holder, one.act, one.words) == (["PL", "NO"], "refusal", [(span.start, span.end)])
    before = passage_of(1, "x", ARTICLE, (0, 20))
    assert records.as_read(before, finds, TEXT).positions == []
