"""Installs the built wheels, Onrecord and its two models, in a clean environment and runs them elsewhere.

python bench/wheel.py dist
"""

import json
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

SENTENCE = (
    "Envoys of Russia and the United States will meet in Geneva on Monday, two officials said on Saturday. "
    "Turkish police arrested two Russian sailors.\n"
)
PACKAGES = ("onrecord-*.whl", "onrecord_tagger_en-*.whl", "onrecord_events_en-*.whl")


def main() -> int:
    """0 where the installed command finds a time, a place and, by the models, an attribution and an event."""
    folder_of_wheels = Path(sys.argv[1]).resolve()
    wheels = [_newest(folder_of_wheels, name) for name in PACKAGES]
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder) / "bin" / "python"
        subprocess.run([python, "-m", "pip", "install", "--quiet", *map(str, wheels)], check=True)
        done = subprocess.run(
            [Path(folder) / "bin" / "onrecord", "annotate", "-", "--format", "text", "--published", "2022-01-09"],
            input=SENTENCE,
            text=True,
            capture_output=True,
            check=True,
            cwd=folder,
        )
    finds = [json.loads(line) for line in done.stdout.splitlines()]
    kinds = {f["kind"] for f in finds}
    located = any(f["kind"] == "place" and f["geonameid"] for f in finds)
    by_models = {"attribution.tagger", "event.model"} <= {f["rule"] for f in finds}
    print(f"{', '.join(w.name for w in wheels)}: {len(finds)} finds, kinds {sorted(kinds)}")
    return 0 if {"time", "place"} <= kinds and located and by_models else 1


def _newest(folder: Path, name: str) -> Path:
    return max(folder.glob(name), key=lambda p: p.stat().st_mtime)


if __name__ == "__main__":
    raise SystemExit(main())
