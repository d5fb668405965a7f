"""Every command, field, column, setting, exit code and word of a vocabulary is documented."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType
from typing import get_args

import msgspec
import pytest

from onrecord.config import DEFAULTS
from onrecord.model import AnyFind, vocabulary
from onrecord.model.vocabulary import KINDS
from onrecord.store.schema import metadata
from onrecord.views.cli import FAILED, INTERRUPTED, SKIPPED, STORE_UNUSABLE
from onrecord.views.exports.cameo import COLUMNS
from onrecord.views.exports.entities import Entity, Location
from onrecord.views.exports.lines import QUOTING, columns
from onrecord.views.exports.plover import QUOTING as LEFT_OUT
from onrecord.views.exports.plover import CiteInfo, PloverRecord, TextInfo
from onrecord.views.suggestions.proposals import IssueProposal, SeedProposal, SeedsProposal, SideProposal, Support
from onrecord.views.whose_word import Word

DOCS = Path(__file__).parent.parent / "docs"
LINES = (DOCS / "reference" / "lines.md").read_text(encoding="utf-8")
WRITTEN = set(re.findall(r"`([^`\n]+)`", LINES))


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_room_is_on_the_map() -> None:
    """Each folder of the package, by its path."""
    page = (DOCS / "explanation" / "how-it-is-built.md").read_text(encoding="utf-8")
    root = DOCS.parent / "src" / "onrecord"
    rooms = {f.parent.relative_to(root).as_posix() for f in root.rglob("*") if f.is_file() and f.suffix != ".pyc"}
    assert [room for room in sorted(rooms - {"."}) if f"`{room}`" not in page] == []


def test_the_commands_page_is_current(generate: ModuleType) -> None:
    """If not: python docs/generate.py"""
    assert (DOCS / "reference" / "commands.md").read_text(encoding="utf-8") == generate.commands_page()


def test_the_schema_is_current(generate: ModuleType) -> None:
    """If not: python docs/generate.py"""
    assert (DOCS / "reference" / "find.schema.json").read_text(encoding="utf-8") == generate.schema_file()


def test_the_event_codes_are_current(generate: ModuleType) -> None:
    """If not: python docs/generate.py"""
    assert (DOCS / "reference" / "event-codes.md").read_text(encoding="utf-8") == generate.codes_page()


def test_every_field_of_event_data_is_documented() -> None:
    """Of PLOVER records and what is in them, and the columns of CAMEO rows."""
    page = (DOCS / "reference" / "event-data.md").read_text(encoding="utf-8")
    structs = (PloverRecord, Entity, Location, TextInfo, CiteInfo, Word)
    names = {name for struct in structs for name in struct.__struct_encode_fields__}
    assert {n for n in {*names, *COLUMNS, *LEFT_OUT} if f"`{n}`" not in page} == set()


def test_every_field_of_proposals_is_documented() -> None:
    """Of what `onrecord negotiation suggest --json` prints."""
    page = (DOCS / "how-to" / "follow-a-negotiation.md").read_text(encoding="utf-8")
    structs = (SideProposal, IssueProposal, SeedsProposal, SeedProposal, Support)
    names = {name for struct in structs for name in struct.__struct_encode_fields__}
    assert {n for n in names if f"`{n}`" not in page} == set()


@pytest.mark.parametrize("find", get_args(AnyFind), ids=lambda find: find.__name__)
def test_every_field_is_documented(find: type[msgspec.Struct]) -> None:
    """In the section of its kind, or among those of every kind."""
    sections = dict(re.findall(r"^## (\S.*?)\n(.*?)(?=^## |\Z)", LINES, re.M | re.S))
    said = sections["Fields of every kind"] + sections[str(find.__struct_config__.tag)]
    assert [name for name in find.__struct_encode_fields__ if f"`{name}`" not in said] == []


def test_every_word_of_the_vocabularies_is_documented() -> None:
    """A word that a line may hold stands in the page of the lines."""
    words = {
        word
        for name, value in vars(vocabulary).items()
        if name[0].isupper() and name not in {"KINDS", "Literal"}
        for word in get_args(value)
    }
    assert len(words) > 100
    assert words - WRITTEN == set()


def test_every_column_is_documented() -> None:
    """And so is what `--no-text` leaves out."""
    assert {*columns(KINDS), *QUOTING} - WRITTEN == set()


def test_settings_and_exit_codes_are_documented() -> None:
    """Each has a row of its own."""
    settings = (DOCS / "reference" / "settings.md").read_text(encoding="utf-8")
    assert [
        name for name, default in DEFAULTS.items() if f"| `{name}` | `ONRECORD_{name.upper()}` |" not in settings
    ] == []
    codes = (DOCS / "reference" / "exit-codes.md").read_text(encoding="utf-8")
    assert [code for code in (0, FAILED, 2, SKIPPED, STORE_UNUSABLE, INTERRUPTED) if f"| {code} |" not in codes] == []


def test_the_examples_in_the_python_page_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each block of code, one after the other; what the page says is printed, is."""
    monkeypatch.chdir(tmp_path)
    _run_blocks("reference/python.md")
    assert (tmp_path / "talks.db").exists()
    said = re.findall(r"print\(.*\)  # (.+)", (DOCS / "reference" / "python.md").read_text(encoding="utf-8"))
    assert said and capsys.readouterr().out.splitlines() == said


def test_the_examples_for_spacy_run() -> None:
    """They find, draw and keep what they say."""
    names = _run_blocks("how-to/use-with-spacy.md")
    assert "CONTENT" in str(names["html"])
    assert names["kept"] and names["lines"]


def _run_blocks(page: str) -> dict[str, object]:
    names: dict[str, object] = {}
    for block in re.findall(r"```python\n(.*?)```", (DOCS / page).read_text(encoding="utf-8"), re.S):
        exec(block, names)
    return names


def test_every_column_of_the_database_is_documented() -> None:
    """In the section of its table or beside it."""
    page = (DOCS / "reference" / "database.md").read_text(encoding="utf-8")
    assert [c.name for table in metadata.sorted_tables for c in table.columns if f"`{c.name}`" not in page] == []
