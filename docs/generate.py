"""Writes the reference of the commands, the event codes and the JSON Schema from the code: python docs/generate.py"""

from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path

import click
import msgspec

from onrecord.data import table
from onrecord.views.cli import COMMANDS, main
from onrecord.views.exports.lines import json_schema

REFERENCE = Path(__file__).parent / "reference"
HEAD = """# Commands

<!-- Written by docs/generate.py from the commands themselves. -->

Data go to stdout, messages and progress to stderr. Tables are drawn on a terminal, sentences under each other and ids
by their first eight characters, and are tab-separated lines in a pipe; `--json` gives one JSON object a line. States
stand under their names in tables, under their codes in JSON. `ID` is the id of an article or of a line of the
record, the start of one (four characters or more), or the name of an article. See also [exit codes](exit-codes.md),
[settings](settings.md) and [the lines of the record](lines.md).
"""
CODES = """# Event codes

<!-- Written by docs/generate.py from the tables src/onrecord/data/plover*.tsv. -->

Which type, mode, context and code of [PLOVER 2.0 and CAMEO](event-data.md) a line of the record gets.
"""


def commands_page() -> str:
    """The page of all commands, in the order of `onrecord --help`."""
    return HEAD + "".join(f"\n{section}" for name in COMMANDS for section in _sections(name))


def codes_page() -> str:
    """The tables of event codes; empty types are no event."""
    parts = [
        (
            "Lines of the record",
            "`when` is a flag, the format of a meeting, the class of a quantity, `own threat` (hypothetical, and in the"
            " words of who would act), `measure` (an offer or assurance of what is to hurt whom it is held out to), `no"
            " talks` (one of no intention of talking), or `economic` (an event that tells of sanctions, trade, money or"
            " visas). The row with it goes before the row without; `*` is any. CAMEO codes are given where they are"
            " finer than those of the type.",
            table("plover"),
        ),
        ("Types and modes", "With score, quad code and the CAMEO code that comes nearest.", table("plover_types")),
        ("Words that give a mode", "What a word of the cue begins with.", table("plover_modes")),
        ("Sectors", "By how the head of an office, a body or a force ends.", table("plover_sectors")),
        ("Organisations", "Top-level code and sector by actor id.", table("plover_entities")),
    ]
    return CODES + "".join(f"\n## {title}\n\n{said}\n\n{_table(rows)}" for title, said, rows in parts)


def schema_file() -> str:
    """The JSON Schema as it is kept in the repository."""
    return msgspec.json.format(msgspec.json.encode(json_schema()), indent=2).decode() + "\n"


def _table(rows: tuple[dict[str, str], ...]) -> str:
    lines = [list(rows[0]), ["---"] * len(rows[0]), *(row.values() for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _sections(name: str) -> Iterator[str]:
    context = click.Context(main, info_name="onrecord")
    command = main.get_command(context, name)
    assert command is not None
    yield _section(command, click.Context(command, parent=context, info_name=name), "##")
    if isinstance(command, click.Group):
        parent = click.Context(command, parent=context, info_name=name)
        for sub, below in sorted(command.commands.items()):
            yield _section(below, click.Context(below, parent=parent, info_name=sub), "###")


def _section(command: click.Command, context: click.Context, mark: str) -> str:
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    options = [_option(p) for p in command.params if isinstance(p, click.Option)]
    return "\n".join(
        [f"{mark} {context.command_path}", "", f"    {usage}", "", cleandoc(command.help or ""), "", *options, ""]
    ).replace("\n\n\n", "\n\n")


def _option(option: click.Option) -> str:
    value = option.metavar or option.type.name.split()[0].upper()
    if isinstance(option.type, click.Choice):
        value = "|".join(option.type.choices)
    default = option.show_default if isinstance(option.show_default, str) else option.default
    said = f" (default: {default})" if option.show_default else ""
    return f"- `{', '.join(option.opts)}{'' if option.is_flag else ' ' + value}`: {option.help}{said}"


if __name__ == "__main__":
    (REFERENCE / "commands.md").write_text(commands_page(), encoding="utf-8")
    (REFERENCE / "event-codes.md").write_text(codes_page(), encoding="utf-8")
    (REFERENCE / "find.schema.json").write_text(schema_file(), encoding="utf-8")
