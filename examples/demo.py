"""Reads both example collections, prints the board and the start of the brief of each, and says where the files are."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
OUT = HERE.parent / "demo-output"
COLLECTIONS = {"security-talks-2022": "2022-01-10-lakeside-wire", "telle-river": "2024-03-08-northgate-first-round"}
# Lines of a brief that are printed: its meetings and the first positions.
SHOWN = 60


def main() -> int:
    """0 where everything was read and every span proved."""
    OUT.mkdir(exist_ok=True)
    made: list[Path] = []
    for name, article in COLLECTIONS.items():
        folder, db = HERE / name, OUT / f"{name}.db"
        db.unlink(missing_ok=True)  # of another state of the rules
        negotiation = ["--negotiation", str(folder / "negotiation.toml")]
        onrecord("read", str(folder / "articles"), "--db", str(db), *negotiation)
        onrecord("check", "--db", str(db))
        onrecord("board", "--db", str(db), *negotiation)
        brief, page = OUT / f"{name}.md", OUT / f"{name}.html"
        onrecord("brief", "--db", str(db), *negotiation, "-o", str(brief))
        lines = brief.read_text(encoding="utf-8").splitlines()
        print("\n".join(lines[:SHOWN]), f"\n... {len(lines) - SHOWN} more lines in {brief}")
        onrecord("show", article, "--db", str(db), "--html", str(page))
        made += [db, brief, page]
    print("\nMade, for you to look at:")
    for path in made:
        print(f"  {path}")
    return 0


def onrecord(*arguments: str) -> None:
    """Runs one command as a user would, and shows it."""
    print(f"\n$ onrecord {' '.join(arguments)}", flush=True)
    subprocess.run([Path(sys.executable).parent / "onrecord", *arguments], check=True)


if __name__ == "__main__":
    raise SystemExit(main())
