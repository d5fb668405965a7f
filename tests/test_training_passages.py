"""The passages that the tagger learned from: what is kept of them fits, and nothing held out is among them."""

import json
from pathlib import Path

ROOT = Path(__file__).parents[1]


def rows(file: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (ROOT / file).read_text(encoding="utf-8").splitlines()]


PASSAGES = {row["n"]: row for row in rows("training/tagger/passages.jsonl")}


def test_no_article_of_the_held_out_half_is_learned_from() -> None:
    """Nor one of the held-out halves of the other gold."""
    for gold in ("records", "attribution", "actors"):
        held_out = {r["article"] for r in rows(f"bench/gold/{gold}.passages.jsonl") if r["half"] == "held-out"}
        assert held_out
        assert held_out.isdisjoint(p["article"] for p in PASSAGES.values())


def test_annotations_lie_in_their_passage() -> None:
    """Cues stand in the passage whose text they are of; all that is pointed to does too."""
    annotations = rows("training/tagger/annotations.jsonl")
    assert len(annotations) == len(PASSAGES)
    for annotation in annotations:
        passage = PASSAGES[annotation["passage"]]
        assert annotation["text_sha256"] == passage["text_sha256"]
        for item in (*annotation["positions"], *annotation["meetings"], *annotation["activities"]):
            pieces = [item["cue"], *item.get("holder", ()), *item.get("addressee", ()), *item.get("sides", ())]
            assert all(passage["start"] <= start < end <= passage["end"] for start, end in pieces)
