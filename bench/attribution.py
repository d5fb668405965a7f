"""Attribution on PolNeAR's development part: Onrecord beside quotation marks alone, in one run.

    python bench/attribution.py [--json FILE] [--pred FILE]

Prints exact-span and whole-attribution figures of `score_polnear.py` for both systems and their words per CPU second
(parse included). PolNeAR has no nested attributions, so those with a parent are left out. The baseline takes each
quotation of four words or more, the nearest verb of saying in its paragraph as cue and that verb's subject as source.
Data lie in `$ONRECORD_DATA` (polnear/dev), the scorer beside that folder in bench/score_polnear.py. Other systems on
the same articles, all three overlap F: GenderGapTracker 40.9; two people about 75.
"""

import argparse
import importlib.util
import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from onrecord.language import lay_out, parse
from onrecord.mentions.attributions import find_attributions
from onrecord.model import Article, Layout

if TYPE_CHECKING:
    from spacy.tokens import Doc

DATA = Path(os.environ.get("ONRECORD_DATA") or Path(__file__).resolve().parents[2] / "shared" / "data")
SAYING = {"say", "tell", "add", "write", "ask", "note", "reply", "respond", "explain", "tweet"}
# Quotations shorter than this are borrowed words more often than speech.
FEWEST_WORDS = 4
ROWS = (
    ("span-exact", "source"),
    ("span-exact", "cue"),
    ("span-exact", "content"),
    ("attr-half", "content"),
    ("attr-half", "all three exact"),
    ("attr-half", "all three overlap"),
    ("recall-half", "direct"),
    ("recall-half", "mixed"),
    ("recall-half", "indirect"),
)
Spans = list[dict[str, Any]]
System = Callable[["Doc", Article, Layout], Spans]


def main(arguments: Sequence[str] | None = None) -> int:
    """0 where the data were found and scored."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    options.add_argument(
        "--pred", type=Path, metavar="FILE", help="write Onrecord's predictions as the scorer reads them"
    )
    given = options.parse_args(arguments)
    gold, scorer = DATA / "polnear" / "dev", load_scorer()
    if scorer is None or not gold.is_dir():
        print(f"no data: set ONRECORD_DATA to the folder that holds polnear/dev ({DATA} does not)", file=sys.stderr)
        return 1
    articles = list(articles_of(gold))
    measured = {
        "onrecord": measure(scorer, gold, articles, attributions, given.pred),
        "quotation marks": measure(scorer, gold, articles, quotation_marks, None),
    }
    print(f"{'PolNeAR dev, ' + str(len(articles)) + ' articles':44}" + "".join(f"{name:>24}" for name in measured))
    for kind, of in ROWS:
        shown = "".join(
            _cell(figures[f"{kind}|{of}"], recall=kind.startswith("recall")) for figures in measured.values()
        )
        print(f"{kind + ' ' + of:44}{shown}")
    for name in ("words per CPU second", "of these for the rules alone"):
        print(f"{name:44}" + "".join(f"{figures[name]:24,.0f}" for figures in measured.values()))
    if given.json:
        given.json.write_text(json.dumps(floors(measured["onrecord"]), indent=1))
    return 0


def floors(figures: dict[str, Any]) -> dict[str, float]:
    """The figures under the names that floors.json uses, in per cent."""
    named = {f"polnear_dev_{of.replace(' ', '_')}_f": ("attr-half", of, "f1") for _, of in ROWS[3:6]}
    named |= {f"polnear_dev_{of}_exact_f": ("span-exact", of, "f1") for _, of in ROWS[:3]}
    named |= {f"polnear_dev_{of}_recall": ("recall-half", of, "r") for _, of in ROWS[6:]}
    scored = {name: round(100 * figures[f"{kind}|{of}"][value], 1) for name, (kind, of, value) in named.items()}
    return {**scored, "polnear_dev_words_per_cpu_second": round(figures["words per CPU second"], 1)}


def articles_of(gold: Path) -> Iterator[Article]:
    """The texts, offsets as in the files."""
    for file in sorted((gold / "text").glob("*.txt")):
        with file.open(encoding="utf-8", newline="") as lines:
            yield Article(id=file.stem, name=file.stem, text=lines.read(), raw=b"")


def measure(
    scorer: ModuleType, gold: Path, articles: Sequence[Article], system: System, predictions: Path | None
) -> dict[str, Any]:
    """The scorer's figures and the speed of one system."""
    warm = Article(id="warm", name="warm", text="The model is loaded.", raw=b"")
    parse(warm, lay_out(warm))
    begun, alone, lines = time.process_time(), 0.0, []
    for article in articles:
        layout = lay_out(article)
        doc = parse(article, layout)
        at = time.process_time()
        lines.append({"doc": article.name, "spans": system(doc, article, layout)})
        alone += time.process_time() - at
    seconds = time.process_time() - begun
    words = sum(len(a.text.split()) for a in articles)
    if predictions is not None:
        predictions.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    counts = _scored(scorer, gold, lines)
    figures = {f"{k[0]}|{k[1]}": dict(zip(("p", "r", "f1"), scorer.prf(v), strict=True)) for k, v in counts.items()}
    return {**figures, "words per CPU second": words / seconds, "of these for the rules alone": words / alone}


def attributions(doc: "Doc", article: Article, layout: Layout) -> Spans:
    """Onrecord's attributions that stand in no other."""
    found = enumerate(a for a in find_attributions(doc, article, layout) if a.parent is None)
    return [
        {"role": role, "start": span.start, "end": span.end, "attribution_id": n}
        for n, attribution in found
        for role in ("source", "cue", "content")
        for span in getattr(attribution, role)
    ]


def quotation_marks(doc: "Doc", article: Article, layout: Layout) -> Spans:
    """The baseline: quotations, and the nearest verb of saying."""
    found: Spans = []
    for n, quotation in enumerate(q for q in layout.quotations if q.depth == 0):
        paragraph = layout.paragraph_at(quotation.start)
        if paragraph is None or len(article.text[quotation.start : quotation.end].split()) < FEWEST_WORDS:
            continue
        found.append(_span("content", quotation.start, quotation.end, n))
        outside = [
            t
            for t in doc.char_span(paragraph.start, paragraph.end, alignment_mode="expand") or ()
            if t.lemma_ in SAYING and t.pos_ == "VERB" and layout.quotation_at(t.idx) is None
        ]
        cue = min(outside, key=lambda t: min(abs(t.idx - quotation.end), abs(t.idx - quotation.start)), default=None)
        if cue is None:
            continue
        found.append(_span("cue", cue.idx, cue.idx + len(cue), n))
        for subject in (c for c in cue.children if c.dep_ == "nsubj"):
            first, last = subject.left_edge, subject.right_edge
            found.append(_span("source", first.idx, last.idx + len(last), n))
    return found


def _scored(scorer: ModuleType, gold: Path, lines: Iterable[dict[str, Any]]) -> dict[tuple[str, str], list[int]]:
    counts, documents = scorer.C(), scorer.load_gold(str(gold))
    for line in lines:
        document, files = documents[line["doc"]]
        annotated, discarded = scorer.read_ann(files[0])
        mask = scorer.mask_of(document, discarded)
        roles: dict[int, dict[str, list[tuple[int, int]]]] = {}
        for span in line["spans"]:
            parts = roles.setdefault(span["attribution_id"], {role: [] for role in scorer.ROLES})
            parts[span["role"]].append((span["start"], span["end"]))
        predicted = scorer.to_attrs(document, list(roles.values()), mask)
        one = scorer.C()
        scorer.score_doc(
            document, scorer.to_attrs(document, annotated, mask), predicted, {r: set() for r in scorer.ROLES}, one
        )
        for key, value in one.items():
            counts.add(key, *value)
    scored: dict[tuple[str, str], list[int]] = counts
    return scored


def _cell(values: dict[str, float], *, recall: bool) -> str:
    if recall:
        return f"{'R ' + format(100 * values['r'], '.1f'):>24}"
    return f"{'P {p:.1f}  R {r:.1f}  F {f1:.1f}'.format(**{k: 100 * v for k, v in values.items()}):>24}"


def _span(role: str, start: int, end: int, n: int) -> dict[str, Any]:
    return {"role": role, "start": start, "end": end, "attribution_id": n}


def load_scorer() -> ModuleType | None:
    """The scorer as a module; none where it is absent."""
    path = DATA.parent / "bench" / "score_polnear.py"
    spec = importlib.util.spec_from_file_location("score_polnear", path) if path.exists() else None
    if spec is None or spec.loader is None:
        return None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    raise SystemExit(main())
