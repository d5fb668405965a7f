"""Places on the Local-Global Lexicon: Onrecord beside spaCy's entities with a population prior, in one run.

    python bench/places.py [--gold-spans] [--json FILE]

Two modes: end to end (recognised and resolved), and gold spans (resolved only). Documents whose id's SHA-1 is odd
are the held-out half: nobody reads them, figures come from them. End to end counts every gold toponym with
coordinates; a missed one is wrong. The same gazetteer serves both systems. Data lie in `$ONRECORD_DATA`
(places/lgl.xml), the scorer beside that folder in bench/score_places.py.
"""

import argparse
import hashlib
import importlib.util
import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeVar

from onrecord.language import lay_out, parse
from onrecord.mentions.gazetteer import Candidate, gazetteer, normalised
from onrecord.mentions.places import find_places
from onrecord.mentions.places.recognise import toponyms_at
from onrecord.mentions.places.resolve import resolve
from onrecord.model import Article, Layout

if TYPE_CHECKING:
    from spacy.tokens import Doc

DATA = Path(os.environ.get("ONRECORD_DATA") or Path(__file__).resolve().parents[2] / "shared" / "data")
Line = dict[str, Any]
Names = tuple[str, str, str]  # mode, system, half
Spans = Sequence[tuple[int, int]]
T = TypeVar("T")
SYSTEMS = ("onrecord", "spacy_population")
PARSE = ("both", "parse")


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints a line for each mode, system and half; 1 where the data are absent."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--gold-spans", action="store_true", help="only resolve the gold's own spans")
    options.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too, one number a name")
    given = options.parse_args(arguments)
    scorer = load_scorer()
    if scorer is None:
        print(f"no data: set ONRECORD_DATA to the folder that holds places/lgl.xml ({DATA} does not)", file=sys.stderr)
        return 1
    modes = ["gold_spans"] if given.gold_spans else ["end_to_end", "gold_spans"]
    scores = measure(scorer, modes)
    for names, score in scores.items():
        print(summary(names, score))
    if given.json:
        given.json.write_text(json.dumps(figures(scores), indent=1))
    return 0


def load_scorer() -> ModuleType | None:
    """The scorer, with the data root it should read; none where either is absent."""
    path = DATA.parent / "bench" / "score_places.py"
    if not path.exists() or not (DATA / "places" / "lgl.xml").exists():
        return None
    os.environ["GEO_DATA"] = str(DATA / "places")
    spec = importlib.util.spec_from_file_location("score_places", path)
    if spec is None or spec.loader is None:
        return None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measure(scorer: ModuleType, modes: Sequence[str]) -> dict[Names, Line]:
    """Mode, system and half -> scores, with CPU seconds of the system and of the parse over both halves."""
    docs, gold = scorer.load("lgl")
    spans: dict[str, list[tuple[int, int]]] = {name: [] for name in docs}
    for g in gold:
        if g["lat"] is not None:
            spans[g["doc"]].append((g["start"], g["end"]))
    found: dict[tuple[str, str], list[Line]] = {(mode, system): [] for mode in modes for system in SYSTEMS}
    seconds = {**dict.fromkeys(found, 0.0), PARSE: 0.0}
    parse(*_laid_out("warm", "The model is loaded."))
    gazetteer()
    for name, document in docs.items():
        article, layout = _laid_out(name, document["text"])
        doc = _timed(seconds, PARSE, lambda a=article, x=layout: parse(a, x))
        for mode, system in found:
            run = lambda m=mode, s=system, d=doc, a=article: RUNS[m, s](d, a, spans[a.id])  # noqa: E731
            found[mode, system] += _timed(seconds, (mode, system), run)
    return {
        (mode, system, half): {
            **scorer.score([g for g in gold if is_half(g["doc"], half)], [p for p in lines if is_half(p["doc"], half)]),
            "cpu_seconds": round(seconds[mode, system], 1),
            "parse_cpu_seconds": round(seconds[PARSE], 1),
        }
        for (mode, system), lines in found.items()
        for half in ("even", "odd")
    }


def figures(scores: dict[Names, Line]) -> dict[str, float]:
    """Names such as `lgl_odd_end_to_end_acc161` (of Onrecord) and `lgl_odd_end_to_end_acc161_spacy_population`."""
    numbers: dict[str, float] = {}
    for (mode, system, half), score in scores.items():
        ending = "" if system == "onrecord" else f"_{system}"
        numbers[f"lgl_{half}_{mode}_acc161{ending}"] = score["on_all_gold"]["acc@161"]
        numbers[f"lgl_{half}_{mode}_auc{ending}"] = score["on_all_gold"]["AUC"]
        numbers[f"lgl_{half}_{mode}_recognition_f{ending}"] = score["recognition_relaxed"]["F1"]
    return numbers


def _laid_out(name: str, text: str) -> tuple[Article, Layout]:
    article = Article(id=name, name=name, text=text, raw=b"")
    return article, lay_out(article)


def is_half(document: str, half: str) -> bool:
    """Whether the document belongs to the half: "odd" is held out."""
    return int(hashlib.sha1(document.encode()).hexdigest(), 16) % 2 == (half == "odd")


def found_places(doc: "Doc", article: Article, _: Spans = ()) -> list[Line]:
    """What Onrecord finds."""
    return [
        {"doc": article.id, "start": s.start, "end": s.end, "lat": p.lat, "lon": p.lon, "geonameid": p.geonameid}
        for p in find_places(doc, article)
        for s in p.spans
    ]


def entities_by_population(doc: "Doc", article: Article, _: Spans = ()) -> list[Line]:
    """What a user gets without Onrecord: GPE, LOC and FAC entities, each the most populous place of its name."""
    found = []
    for entity in doc.ents:
        if entity.label_ in {"GPE", "LOC", "FAC"}:
            start = entity.start_char + (4 if entity.text.lower().startswith("the ") else 0)
            found.append(
                _line(
                    article, start, entity.end_char, _most_populous(normalised(article.text[start : entity.end_char]))
                )
            )
    return found


def resolved_spans(doc: "Doc", article: Article, spans: Spans) -> list[Line]:
    """The gold's spans as Onrecord resolves them."""
    toponyms = toponyms_at(doc, spans, gazetteer())
    resolutions = resolve(toponyms, gazetteer())
    return [_line(article, t.start_char, t.end_char, r.best) for t, r in zip(toponyms, resolutions, strict=True)]


def populous_spans(_: "Doc", article: Article, spans: Spans) -> list[Line]:
    """The gold's spans, each the most populous place of its name."""
    return [_line(article, s, e, _most_populous(normalised(article.text[s:e]))) for s, e in spans]


RUNS: dict[tuple[str, str], Callable[["Doc", Article, Spans], list[Line]]] = {
    ("end_to_end", "onrecord"): found_places,
    ("end_to_end", "spacy_population"): entities_by_population,
    ("gold_spans", "onrecord"): resolved_spans,
    ("gold_spans", "spacy_population"): populous_spans,
}


def summary(names: Names, scores: Line) -> str:
    """One line of a table."""
    mode, system, half = names
    everything, matched, spans = scores["on_all_gold"], scores["on_matched"], scores["recognition_relaxed"]
    return (
        f"{mode:10} {system:16} {half:4} n={scores['gold']:5} P/R/F {spans['P']}/{spans['R']}/{spans['F1']}"
        f"  acc@161 all {everything['acc@161']} matched {matched.get('acc@161')}  AUC {everything['AUC']}"
        f"  CPU {scores['cpu_seconds']} s (parse {scores['parse_cpu_seconds']} s)"
    )


def _most_populous(name: str) -> Candidate | None:
    """States first, then population: the prior of the literature."""
    found = gazetteer().candidates(name)
    return max(found, key=lambda c: (c.feature == "country", c.population), default=None)


def _line(article: Article, start: int, end: int, best: Candidate | None) -> Line:
    where = {"lat": best.lat, "lon": best.lon, "geonameid": best.geonameid} if best else {}
    return {"doc": article.id, "start": start, "end": end, **where}


def _timed(seconds: dict[tuple[str, str], float], what: tuple[str, str], run: Callable[[], T]) -> T:
    start = time.process_time()
    result = run()
    seconds[what] += time.process_time() - start
    return result


if __name__ == "__main__":
    sys.exit(main())
