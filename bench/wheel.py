"""Installs the built wheel in a clean environment and runs it from another folder.

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
    """0 where the installed command finds a time, a place and an attribution in one sentence."""
    wheel = max(Path(sys.argv[1]).resolve().glob("onrecord-*.whl"), key=lambda p: p.stat().st_mtime)
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder) / "bin" / "python"
        subprocess.run([python, "-m", "pip", "install", "--quiet", str(wheel)], check=True)
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
    print(f"{wheel.name}: {len(finds)} finds, kinds {sorted(kinds)}")
    return 0 if {"attribution", "time", "place"} <= kinds and located else 1


if __name__ == "__main__":
    raise SystemExit(main())
