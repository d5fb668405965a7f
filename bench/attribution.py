"""Attribution on PolNeAR: Onrecord, textacy and quotation marks alone, side by side in one run.

    python bench/attribution.py [--json FILE] [--pred SYSTEM=FILE] [--split train --every N [--first K]]
    python bench/attribution.py --errors 200 --seed 1 [--system SYSTEM]

Prints figures of `score_polnear.py` (overlap F of whole attributions, exact F of spans, recall by kind, the speaker of
direct quotations) and speed. Words per CPU second are given with the parse that a system needs and without it; the
ratio is to bare spaCy: the same model with all its components over each line of the text, in batches, in the same run.
Each parse is done once an article. textacy is an optional peer (`pip install --group peers`). Two people agree on
about 75 per cent of whole attributions; GenderGapTracker had 40.9 (overlap F).

`--errors` prints faults of a system, drawn at random, and counts their classes (see attribution_errors.py).
"""

import argparse
import importlib.util
import json
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import polnear
from attribution_errors import print_errors
from attribution_systems import SYSTEMS, Parsed, System, by_line
from onrecord.language import lay_out, load, parse
from onrecord.language.tagger import Tagger, load_tagger
from onrecord.model import Article, Layout
from polnear import Annotated, Figures, Spans

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

T = TypeVar("T")
# Shown, floor's name (after the part's), measure of the scorer, value.
ROWS = (
    ("all three, overlap F", "all_three_overlap_f", "attr-half|all three overlap", "f1"),
    ("  precision", "all_three_overlap_p", "attr-half|all three overlap", "p"),
    ("  recall", "all_three_overlap_r", "attr-half|all three overlap", "r"),
    ("all three, exact F", "all_three_exact_f", "attr-half|all three exact", "f1"),
    ("content, F", "content_f", "attr-half|content", "f1"),
    ("exact span F, source", "source_exact_f", "span-exact|source", "f1"),
    ("exact span F, cue", "cue_exact_f", "span-exact|cue", "f1"),
    ("exact span F, content", "content_exact_f", "span-exact|content", "f1"),
    ("recall, direct", "direct_recall", "recall-half|direct", "r"),
    ("recall, mixed", "mixed_recall", "recall-half|mixed", "r"),
    ("recall, indirect", "indirect_recall", "recall-half|indirect", "r"),
    ("speaker overlap, direct", "direct_speaker", "direct|speaker accuracy overlap", "p"),
)
SPEEDS = (
    ("words per CPU second, with the parse", "words_per_cpu_second", ",.0f"),
    ("words per CPU second, without", "words_per_cpu_second_unparsed", ",.0f"),
    ("with the parse, against bare spaCy", "speed_against_bare_spacy", ".2f"),
)


class Run(NamedTuple):
    """What each system found, CPU seconds by system and parse ("onrecord parse", "spacy parse"), sentences' starts."""

    predicted: dict[str, list[Spans]]
    seconds: dict[str, float]
    sentences: list[list[int]]


def main(arguments: Sequence[str] | None = None) -> int:
    """0 where the data were found and scored; 1 where they or all systems asked for are absent."""
    given = _options().parse_args(arguments)
    scorer = polnear.load_scorer()
    if scorer is None or not (polnear.DATA / "polnear" / given.split).is_dir():
        wanted = f"polnear/{given.split} and the scorer beside the folder"
        print(f"no data: set ONRECORD_DATA to the folder that holds {wanted} ({polnear.DATA})", file=sys.stderr)
        return 1
    chosen = given.system or list(SYSTEMS)
    systems = _installed({name: SYSTEMS[name] for name in (chosen[:1] if given.errors else chosen)})
    if not systems:
        return 1
    articles = polnear.annotated(scorer, given.split)[given.first :: given.every]
    done = run([one.article for one in articles], systems, Tagger(given.model) if given.model else load_tagger())
    for name, file in given.pred:
        if name in systems:
            _write(file, articles, done.predicted[name])
    if given.errors:
        name = chosen[0]
        print(f"faults of {name}")
        print_errors(scorer, articles, done.predicted[name], done.sentences, (given.errors, given.seed))
        return 0
    words = sum(len(one.article.text.split()) for one in articles)
    figures = {
        name: scores(polnear.score(scorer, articles, done.predicted[name])) | speeds(words, done.seconds, name, system)
        for name, system in systems.items()
    }
    print_table(f"PolNeAR {given.split}, {len(articles)} articles", figures)
    print(f"bare spaCy: {words / done.seconds['spacy parse']:,.0f} words per CPU second")
    if given.json:
        given.json.write_text(json.dumps(floors(given.split, figures), indent=1))
    return 0


def run(articles: Sequence[Article], systems: Mapping[str, System], tagger: Tagger | None) -> Run:
    """Every system over every article, each parse shared; the models are loaded and warm before the clock runs."""
    nlp, _ = load()
    seconds = dict.fromkeys(("onrecord parse", "spacy parse", *systems), 0.0)
    predicted: dict[str, list[Spans]] = {name: [] for name in systems}
    sentences = []
    warm = Article(id="warm", name="warm", text="The envoy of Varenia said: “The model is warm now.”", raw=b"")
    _read((warm, tagger), nlp, systems, dict(seconds))
    for article in articles:
        doc, found = _read((article, tagger), nlp, systems, seconds)
        for name, spans in found.items():
            predicted[name].append(spans)
        sentences.append([sentence.start_char for sentence in doc.sents])
    return Run(predicted, seconds, sentences)


def scores(figures: Figures) -> dict[str, float]:
    """The rows of the table by the names of the floors, in per cent."""
    return {name: round(100 * figures[measure][value], 1) for _, name, measure, value in ROWS}


def speeds(words: int, seconds: Mapping[str, float], name: str, system: System) -> dict[str, float]:
    """Words per CPU second with and without the parse, and the former as a share of bare spaCy's."""
    whole = seconds[f"{system.parse} parse"] + seconds[name]
    values = (words / whole, words / max(seconds[name], 1e-9), seconds["spacy parse"] / whole)
    return {key: round(value, 2) for (_, key, _), value in zip(SPEEDS, values, strict=True)}


def print_table(title: str, figures: Mapping[str, Mapping[str, float]]) -> None:
    """A column a system, a row a figure."""
    print(f"{title:40}" + "".join(f"{name:>18}" for name in figures))
    shown = [(row, name, ".1f") for row, name, _, _ in ROWS] + list(SPEEDS)
    for row, name, form in shown:
        print(f"{row:40}" + "".join(f"{format(values[name], form):>18}" for values in figures.values()))


def floors(split: str, figures: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """Names such as `polnear_dev_all_three_overlap_f` (of the first system) and `..._textacy`."""
    first = next(iter(SYSTEMS))
    return {
        f"polnear_{split}_{key}" + ("" if name == first else "_" + name.replace(" ", "_")): value
        for name, values in figures.items()
        for key, value in values.items()
    }


def _options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    options.add_argument(
        "--pred", type=_system_and_file, action="append", default=[], metavar="SYSTEM=FILE", help="write predictions"
    )
    options.add_argument("--system", choices=tuple(SYSTEMS), action="append", help="only this one (may be repeated)")
    options.add_argument("--model", type=Path, metavar="FOLDER", help="a tagger of training/tagger/export.py")
    options.add_argument("--split", default="dev", choices=("dev", "train"), help="the part of PolNeAR")
    options.add_argument("--every", type=int, default=1, metavar="N", help="only each Nth article")
    options.add_argument("--first", type=int, default=0, metavar="K", help="begin with the Kth, counted from 0")
    options.add_argument("--errors", type=int, metavar="N", help="print N faults of the (first) system instead")
    options.add_argument("--seed", type=int, default=1, metavar="S", help="of the random choice of faults")
    return options


def _system_and_file(text: str) -> tuple[str, Path]:
    name, sign, file = text.rpartition("=")
    if not sign or name not in SYSTEMS:
        raise argparse.ArgumentTypeError(f"wanted SYSTEM=FILE, SYSTEM one of: {', '.join(SYSTEMS)}")
    return name, Path(file)


def _installed(systems: Mapping[str, System]) -> dict[str, System]:
    kept = {}
    for name, system in systems.items():
        if system.peer and importlib.util.find_spec(system.peer) is None:
            print(f"{name}: left out, {system.peer} is not installed (pip install --group peers)", file=sys.stderr)
        else:
            kept[name] = system
    return kept


def _read(
    given: tuple[Article, Tagger | None], nlp: "Language", systems: Mapping[str, System], seconds: dict[str, float]
) -> "tuple[Doc, dict[str, Spans]]":
    article, tagger = given
    layout, doc = _timed(seconds, "onrecord parse", partial(_parsed, article))
    lines = _timed(seconds, "spacy parse", lambda: list(by_line(nlp, article.text)))
    parsed = Parsed(article, layout, doc, lines, tagger)
    return doc, {name: _timed(seconds, name, partial(system.run, parsed)) for name, system in systems.items()}


def _parsed(article: Article) -> "tuple[Layout, Doc]":
    layout = lay_out(article)
    return layout, parse(article, layout)


def _timed(seconds: dict[str, float], name: str, work: Callable[[], T]) -> T:
    at = time.process_time()
    result = work()
    seconds[name] += time.process_time() - at
    return result


def _write(file: Path, articles: Sequence[Annotated], predicted: Sequence[Spans]) -> None:
    lines = [{"doc": one.article.name, "spans": spans} for one, spans in zip(articles, predicted, strict=True)]
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
