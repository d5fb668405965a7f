"""Settings: which source wins, and what is wrong with a file."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord.config import DEFAULTS, settings
from onrecord.language.models import DEFAULT_MODEL
from onrecord.model.errors import ConfigError
from onrecord.views.cli import main


def test_the_nearer_source_wins(tmp_path: Path) -> None:
    """Environment over project over user over default, each with its origin."""
    user, folder = tmp_path / "user.toml", tmp_path / "project" / "deep"
    folder.mkdir(parents=True)
    env = {"ONRECORD_CONFIG": str(user)}
    project = tmp_path / "project" / "onrecord.toml"
    found = settings(start=folder, env=env)
    assert {name: (s.value, s.origin) for name, s in found.items()} == {n: (v, "default") for n, v in DEFAULTS.items()}
    user.write_text('db = "user.db"\njobs = 2\n')
    assert settings(start=folder, env=env)["db"].value == str(tmp_path / "user.db")
    project.write_text('db = "talks.db"\n')
    found = settings(start=folder, env=env)
    assert (found["db"].value, found["db"].origin) == (str(tmp_path / "project" / "talks.db"), str(project))
    assert (found["jobs"].value, found["jobs"].origin) == ("2", str(user))
    found = settings(start=folder, env=env | {"ONRECORD_DB": "env.db"})
    assert (found["db"].value, found["db"].origin) == ("env.db", "env ONRECORD_DB")


@pytest.mark.parametrize("text", ["db = talks.db", 'database = "talks.db"', "\xff"])
def test_a_bad_file_is_named(tmp_path: Path, text: str) -> None:
    """No TOML, an unknown setting, no UTF-8."""
    file = tmp_path / "onrecord.toml"
    file.write_bytes(text.encode("latin-1"))
    with pytest.raises(ConfigError, match=r"onrecord\.toml"):
        settings(start=tmp_path, env={"ONRECORD_CONFIG": str(tmp_path / "none.toml")})


def test_the_default_model_is_the_pinned_one() -> None:
    """`config` cannot import the language package, so the name stands there twice."""
    assert DEFAULTS["model"] == DEFAULT_MODEL


def test_commands_follow_the_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The database of the project's file; the option outranks it; `config` shows where it comes from."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ONRECORD_CONFIG", str(tmp_path / "none.toml"))
    (tmp_path / "onrecord.toml").write_text('db = "project.db"\n')
    run = CliRunner().invoke
    assert "project.db" in run(main, ["articles"]).stderr
    assert "other.db" in run(main, ["articles", "--db", "other.db"]).stderr
    shown = run(main, ["config"]).stdout
    assert f"db\t{tmp_path / 'project.db'}\t{tmp_path / 'onrecord.toml'}\t" in shown
