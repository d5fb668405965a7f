"""Quality floors: runs the benchmarks and fails where a figure lies below its floor.

    python bench/floors.py [--lowered]

`bench/floors.json` holds the floor of each figure. Raising one is free; a floor that is lower than in the commit
before needs `--lowered`. Data are looked for in $ONRECORD_DATA.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
# Benchmark scripts, with their options, by how a floor's name begins.
SCRIPTS = {
    "polnear": ["attribution.py", "--system", "onrecord"],
    "gold_held_out": ["gold_attribution.py", "--held-out"],
    "gold_actors": ["actors.py", "--held-out"],
    "gold_quantities": ["quantities.py", "--held-out"],
    "gold_records": ["records.py", "--held-out"],
    "plover": ["plover.py"],
    "timebank": ["times.py"],
    "lgl": ["places.py"],
}


def main() -> int:
    """Prints every figure beside its floor; 1 where one lies below."""
    floors: dict[str, float] = json.loads((HERE / "floors.json").read_text())
    before = _before()
    lowered = [k for k, v in before.items() if floors.get(k, 0) < v]
    if lowered and "--lowered" not in sys.argv:
        print(f"lowered without --lowered: {', '.join(lowered)}", file=sys.stderr)
        return 1
    figures: dict[str, float] = {}
    for word, script in SCRIPTS.items():
        if any(name.startswith(word) for name in floors):
            figures |= _figures(*script)
    below = 0
    for name, floor in sorted(floors.items()):
        value = figures.get(name)
        good = value is not None and value >= floor
        below += not good
        shown = "missing" if value is None else f"{value:.1f}"
        print(f"{'ok   ' if good else 'BELOW'} {name:40} {shown:>8}  floor {floor:g}")
    return int(below > 0)


def _figures(script: str, *options: str) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "figures.json"
        subprocess.run([sys.executable, str(HERE / script), *options, "--json", str(out)], check=True)
        figures: dict[str, float] = json.loads(out.read_text())
    return figures


def _before() -> dict[str, float]:
    shown = subprocess.run(
        ["git", "show", "HEAD~1:bench/floors.json"], capture_output=True, text=True, cwd=HERE, check=False
    )
    return json.loads(shown.stdout) if shown.returncode == 0 else {}


if __name__ == "__main__":
    raise SystemExit(main())
