"""Whether copies were published on the same day: what a copy's date is worth as a proposal.

    python bench/copies.py

Takes the releases of the White House, the Kremlin and the President of Ukraine, with their dates, and prints for
shares of common words how many pairs of copies there are and how far apart their dates lie.
"""

import json
import os
import sys
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

from onrecord.intake.published import iso_date
from onrecord.stories.copies import copies

DATA = Path(os.environ.get("ONRECORD_DATA", Path(__file__).parents[2] / "shared" / "data"))
STEPS = (0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


def main() -> int:
    """Prints the table; 2 without the data."""
    dated: dict[str, tuple[date, str]] = {}
    for folder in ("whitehouse", "kremlin", "president-ua"):
        for id_, day, text in _releases(DATA / "news" / folder):
            dated[id_] = (day, text)
    if not dated:
        print(f"no releases in {DATA}: set ONRECORD_DATA", file=sys.stderr)
        return 2
    texts = [(id_, text) for id_, (_, text) in dated.items()]
    pairs = [c for c in copies(texts, texts, least=STEPS[0]) if c.article < c.copy]
    print(f"{len(dated)} releases, {len(pairs)} pairs of copies")
    for low, high in pairwise(STEPS):
        apart = [abs((dated[c.article][0] - dated[c.copy][0]).days) for c in pairs if low <= c.share < high]
        if apart:
            near = {days: sum(a <= days for a in apart) for days in (0, 1, 7)}
            print(
                f"share {low:.1f}-{min(high, 1):.1f}: {len(apart):4} pairs, same day {near[0]:4}, "
                + f"within a day {near[1]:4}, within a week {near[7]:4}"
            )
    return 0


def _releases(folder: Path) -> Iterator[tuple[str, date, str]]:
    for file in sorted(folder.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if (stamp := iso_date(str(row.get("published") or row.get("date") or ""))) and row.get("text"):
                yield f"{folder.name}/{row['id']}", date.fromisoformat(stamp[:10]), row["text"]


if __name__ == "__main__":
    sys.exit(main())
