"""Installs the built wheels, Onrecord and its attribution model, in a clean environment and runs them elsewhere.

python bench/wheel.py dist
"""

import json
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

SENTENCE = "Envoys of Russia and the United States will meet in Geneva on Monday, two officials said on Saturday.\n"


def main() -> int:
    """0 where the installed command finds a time, a place and, by the tagger, an attribution in one sentence."""
    folder_of_wheels = Path(sys.argv[1]).resolve()
    wheel, model = (_newest(folder_of_wheels, name) for name in ("onrecord-*.whl", "onrecord_attribution_en-*.whl"))
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder) / "bin" / "python"
        subprocess.run([python, "-m", "pip", "install", "--quiet", str(wheel), str(model)], check=True)
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
    tagged = any(f.get("rule") == "attribution.tagger" for f in finds)
    print(f"{wheel.name}, {model.name}: {len(finds)} finds, kinds {sorted(kinds)}")
    return 0 if {"attribution", "time", "place"} <= kinds and located and tagged else 1


def _newest(folder: Path, name: str) -> Path:
    return max(folder.glob(name), key=lambda p: p.stat().st_mtime)


if __name__ == "__main__":
    raise SystemExit(main())
