"""The tutorial's commands run, in its order, and do what it says."""

import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord.views.cli import main

ROOT = Path(__file__).parents[2]
TUTORIAL = ROOT / "docs" / "tutorial" / "first-record.md"


def test_every_command_of_the_tutorial_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands after "$" end well and say something; the files they name are made."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    lines = TUTORIAL.read_text(encoding="utf-8").splitlines()
    commands = [line.strip()[2:] for line in lines if line.startswith("    $ onrecord ")]
    assert len(commands) >= 8
    for command in commands:
        result = CliRunner().invoke(main, shlex.split(command)[1:])
        assert result.exit_code == 0, f"{command}: {result.output}"
    assert "<mark" in (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "[^1]:" in (tmp_path / "brief.md").read_text(encoding="utf-8")
