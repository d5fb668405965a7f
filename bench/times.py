"""TIMEX3 figures on TimeBank and AQUAINT: `python bench/times.py [--json FILE]`.

The corpora and the scorer lie beside the repository (`$ONRECORD_DATA`, default `../shared/data`; the scorer in its
sibling `bench`). Documents whose name has an odd SHA-1 are the held-out half: rules are made on the even half only.
dateparser and recognizers-text are run on the same texts where they are installed.
"""

import argparse
import hashlib
import importlib
import importlib.util
import json
import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from types import ModuleType
from typing import Any

from onrecord.language import lay_out, parse
from onrecord.mentions.times import find_times
from onrecord.model import Article, Published

SETS = ("timebank", "aquaint")
Prediction = dict[str, Any]


def main() -> None:
    """Print the figures; with `--json` write them to a file as well."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", type=Path, metavar="FILE")
    options = parser.parse_args()
    scorer = load_scorer()
    docs, gold = {}, []
    for name in SETS:
        found, expected = scorer.load(name)
        docs |= {f"{name}/{key}": doc for key, doc in found.items()}
        gold += [{**g, "doc": f"{name}/{g['doc']}"} for g in expected]
    predictions, parse_seconds, seconds = ours(docs)
    report: dict[str, Any] = {
        "onrecord": figures(scorer, gold, predictions),
        "cpu": {"parse": parse_seconds, "times": seconds, "share": round(100 * seconds / parse_seconds, 1)},
    }
    for peer, run in (("dateparser", run_dateparser), ("recognizers_date_time", run_recognizers)):
        if importlib.util.find_spec(peer) is None:
            print(f"{peer}: not installed")
            continue
        report[peer] = figures(scorer, gold, list(run(docs)))
    show(report)
    report["timebank_value_f"] = report["onrecord"]["timebank"]["value"]
    floor = json.loads((Path(__file__).parent / "floors.json").read_text())["timebank_value_f"]
    print(f"timebank_value_f {report['timebank_value_f']} (floor {floor})")
    if options.json:
        options.json.write_text(json.dumps(report, indent=1) + "\n")


def load_scorer() -> ModuleType:
    """The blind scorer; ends with a message where the data are absent."""
    data = Path(os.environ.get("ONRECORD_DATA", Path(__file__).parents[2] / "shared" / "data"))
    scorer = data.parent / "bench" / "score_times.py"
    if not scorer.exists() or not (data / "times").is_dir():
        sys.exit(f"bench/times.py: no {scorer} or {data / 'times'}; set ONRECORD_DATA to the data directory")
    os.environ["TIMES_DATA"] = str(data / "times")
    sys.path.insert(0, str(scorer.parent))
    return importlib.import_module("score_times")


def ours(docs: dict[str, Any]) -> tuple[list[Prediction], float, float]:
    """Onrecord's times, and the CPU seconds of the parse and of the tagger."""
    predictions: list[Prediction] = []
    parsing = tagging = 0.0
    warm_up = Article(id="", name="", text="Warm up.", raw=b"")
    parse(warm_up, lay_out(warm_up))
    for name, doc in docs.items():
        day = (doc["dct"] or "")[:10]
        article = Article(id=name, name=name, text=doc["text"], raw=b"", published=Published(day) if day else None)
        begin = time.process_time()
        parsed = parse(article, lay_out(article))
        between = time.process_time()
        found = find_times(parsed, article)
        tagging += time.process_time() - between
        parsing += between - begin
        predictions += [
            {"doc": name, "start": t.spans[0].start, "end": t.spans[0].end, "type": t.type, "value": t.value}
            for t in found
        ]
    return predictions, round(parsing, 2), round(tagging, 2)


def figures(scorer: ModuleType, gold: list[Any], predictions: list[Prediction]) -> dict[str, Any]:
    """F1 by set and half; weekdays: share of the gold weekdays with a day whose day is right."""
    parts: dict[str, Callable[[str], bool]] = {
        "timebank": lambda doc: doc.startswith("timebank/"),
        "aquaint": lambda doc: doc.startswith("aquaint/"),
        "even half": lambda doc: not held_out(doc),
        "odd half (held out)": held_out,
        "all": lambda _: True,
    }
    table = {}
    for part, belongs in parts.items():
        g = [x for x in gold if belongs(x["doc"])]
        p = [x for x in predictions if belongs(x["doc"])]
        scores = scorer.score(g, p)
        table[part] = {kind: scores[kind]["F1"] for kind in ("strict", "relaxed", "type", "value")} | {
            "weekdays": right_days(scorer, g, p),
            "gold": scores["gold"],
        }
    return table


def right_days(scorer: ModuleType, gold: list[Any], predictions: list[Prediction]) -> float:
    """Share of gold weekdays that have a day ("Monday", "Saturday night") found on that day, in per cent."""
    asked = [g for g in gold if scorer.WD.search(g["text"]) and re.match(r"\d{4}-\d\d-\d\d", g["value"])]
    found = {id(g): p for g, p in scorer.match(gold, predictions)}
    right = sum((found[id(g)]["value"] or "")[:10] == g["value"][:10] for g in asked if id(g) in found)
    return round(100 * right / len(asked), 1)


def held_out(doc: str) -> bool:
    """Whether the document's name has an odd SHA-1."""
    return int(hashlib.sha1(doc.split("/")[1].encode()).hexdigest(), 16) % 2 == 1


def run_dateparser(docs: dict[str, Any]) -> Iterator[Prediction]:
    """dateparser.search, at its better setting; values as precise as the words: "August" is a month, "1998" a year."""
    search = importlib.import_module("dateparser.search").search_dates
    for name, doc in docs.items():
        base = datetime.fromisoformat((doc["dct"] or "2000-01-01")[:10])
        settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "current_period"}
        at = 0
        for words, value in search(doc["text"], languages=["en"], settings=settings) or ():
            start = doc["text"].find(words, at)
            if start >= 0:
                at = start + len(words)
                iso = value.date().isoformat()
                yield {"doc": name, "start": start, "end": at, "type": "DATE", "value": iso[: _precision(words)]}


def _precision(words: str) -> int:
    """How many characters of an ISO date the words stand for."""
    if re.search(r"(?i)\byears?\b", words) or re.fullmatch(r"\W*(?:in |of |by )?\d{4}\W*", words):
        return 4
    months = r"(?i)\bmonths?\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
    return 7 if re.search(months, words) and not re.search(r"\b\d{1,2}(?:st|nd|rd|th)?\b", words) else 10


def run_recognizers(docs: dict[str, Any]) -> Iterator[Prediction]:
    """Microsoft's recognizers-text; of several values the nearest one, the day itself included."""
    recognize = importlib.import_module("recognizers_date_time").recognize_datetime
    types = {"duration": "DURATION", "set": "SET", "time": "TIME", "timerange": "TIME", "datetime": "TIME"}
    for name, doc in docs.items():
        base = datetime.fromisoformat((doc["dct"] or "2000-01-01")[:10])
        for hit in recognize(doc["text"], "en-us", reference=base):
            kind = hit.type_name.split(".")[-1]
            value = _recognized(kind, (hit.resolution or {}).get("values") or [{}], base)
            yield {"doc": name, "start": hit.start, "end": hit.end + 1, "type": types.get(kind, "DATE"), "value": value}


def _recognized(kind: str, values: list[dict[str, str]], base: datetime) -> str:
    timex = values[0].get("timex", "")
    weekday = re.fullmatch(r"XXXX-WXX-(\d)", timex)
    if weekday and int(weekday[1]) == base.isoweekday():
        return base.date().isoformat()
    dates = [v.get("value") or v.get("start") or "" for v in values]
    if kind == "time":
        return f"{base.date()}T{dates[0][:5]}"
    if kind in {"duration", "set"} or "X" not in timex or not re.match(r"\d{4}-\d\d-\d\d", dates[0]):
        return timex
    nearest = min(dates, key=lambda d: abs((datetime.fromisoformat(d[:10]) - base).days))
    return nearest[:10] if weekday else nearest[: len(timex)]


def show(report: dict[str, Any]) -> None:
    """The figures as a table."""
    for system, table in report.items():
        if system == "cpu":
            print(f"CPU seconds: parse {table['parse']}, times {table['times']} = {table['share']} % of the parse")
            continue
        print(system)
        for part, row in table.items():
            print(f"  {part:20}", "  ".join(f"{key} {value}" for key, value in row.items()))


if __name__ == "__main__":
    main()
