"""PolNeAR's articles, what people annotated in them, and the scorer, for the benchmarks of attribution.

Data lie in `$ONRECORD_DATA` (polnear/dev and polnear/train), the scorer beside that folder in bench/score_polnear.py.
"""

import importlib.util
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from onrecord.model import Article

DATA = Path(os.environ.get("ONRECORD_DATA") or Path(__file__).resolve().parents[2] / "shared" / "data")
ROLES = ("source", "cue", "content")
# As the scorer reads them: {"role", "start", "end", "attribution_id"}, offsets half-open code points.
Spans = list[dict[str, Any]]
Attribution = dict[str, frozenset[int]]  # numbers of the word tokens of each role
Figures = dict[str, dict[str, float]]  # "measure|of" -> "p", "r", "f1", between 0 and 1


class Annotated(NamedTuple):
    """An article with its gold attributions; `document` is the scorer's, `mask` the words that do not count."""

    article: Article
    document: Any
    gold: list[Attribution]
    mask: frozenset[int]


def load_scorer() -> ModuleType | None:
    """The scorer as a module; none where it is absent."""
    path = DATA.parent / "bench" / "score_polnear.py"
    spec = importlib.util.spec_from_file_location("score_polnear", path) if path.exists() else None
    if spec is None or spec.loader is None:
        return None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def annotated(scorer: ModuleType, split: str) -> list[Annotated]:
    """The articles of a part in the order of their names; the first annotator's reading is the gold one."""
    found = []
    for name, (document, files) in sorted(scorer.load_gold(str(DATA / "polnear" / split)).items()):
        attributions, discarded = scorer.read_ann(files[0])
        mask = scorer.mask_of(document, discarded)
        article = Article(id=name, name=name, text=document.text, raw=b"")
        found.append(Annotated(article, document, scorer.to_attrs(document, attributions, mask), mask))
    return found


def as_tokens(scorer: ModuleType, one: Annotated, spans: Spans) -> list[Attribution]:
    """A system's spans in the form of the gold attributions."""
    parts: dict[int, dict[str, list[tuple[int, int]]]] = {}
    for span in spans:
        roles = parts.setdefault(span["attribution_id"], {role: [] for role in ROLES})
        roles[span["role"]].append((span["start"], span["end"]))
    found: list[Attribution] = scorer.to_attrs(one.document, list(parts.values()), one.mask)
    return found


def score(scorer: ModuleType, articles: Iterable[Annotated], predicted: Sequence[Spans]) -> Figures:
    """The scorer's figures over these articles only, one prediction an article."""
    counts = scorer.C()
    for one, spans in zip(articles, predicted, strict=True):
        loose: dict[str, set[int]] = {role: set() for role in ROLES}
        scorer.score_doc(one.document, one.gold, as_tokens(scorer, one, spans), loose, counts)
    return {f"{m}|{of}": dict(zip(("p", "r", "f1"), scorer.prf(c), strict=True)) for (m, of), c in counts.items()}
