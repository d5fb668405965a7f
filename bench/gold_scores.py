"""The command line that the scorers of the gold share, and how their figures are shown and kept."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

Figures = dict[str, float | int | None]


def run(
    kind: str, description: str | None, measure: Callable[[str, bool], Figures], arguments: Sequence[str] | None
) -> int:
    """0 where the gold and its texts are there; `measure` takes the half and whether to print what is wrong.

    In JSON a figure's name begins with `gold_`, the kind (none for attributions) and the half, as in
    `gold_actors_held_out_names_r`.
    """
    options = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--held-out", action="store_true", help="the frozen half instead")
    options.add_argument("--errors", action="store_true", help="print what is wrong; the development half only")
    options.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    given = options.parse_args(arguments)
    if given.held_out and given.errors:
        options.error("errors of the held-out half are not looked at")
    half = "held-out" if given.held_out else "development"
    try:
        figures = measure(half, given.errors)
    except (OSError, ValueError) as error:
        print(f"no texts, set ONRECORD_DATA: {error}", file=sys.stderr)
        return 1
    print(f"{half} half")
    for name, value in figures.items():
        print(f"{name:52} {'-' if value is None else format(value, '.1f'):>8}")
    if given.json:
        prefix = "_".join(["gold", *([kind] if kind else []), half])
        named = {f"{prefix} {name}": value for name, value in figures.items() if value is not None}
        keys = {name.replace("-", "_").replace(" ", "_").lower(): value for name, value in named.items()}
        given.json.write_text(json.dumps(keys, indent=1))
    return 0
