"""The command line. Each command is a module of its name here, imported only when it runs."""

import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from onrecord.model.errors import OnrecordError, StoreLocked, StoreVersion
from onrecord.views.cli.output import message

COMMANDS = {
    "read": "Read articles into a database.",
    "date": "State when an article was published, and resolve its times again.",
    "annotate": "Read articles and print what was found as JSON lines; no database.",
    "board": "Issues by sides, with the latest well-told position of each.",
    "changed": "What changed in the positions since a day, and what was denied.",
    "list": "Positions, activities or quantities, by whose they are, issue and sort.",
    "said": "What was said, by speaker, issue and date.",
    "persons": "Persons and the offices that articles give them.",
    "meetings": "Who met or will meet whom, where and when.",
    "brief": "A report in Markdown with a footnote for every line.",
    "negotiation": "Sides and issues: the small files you edit.",
    "articles": "The articles in a database.",
    "show": "One article or one line of the record, with its words.",
    "explain": "Why a line says what it says, and what else it could be.",
    "search": "Find words in the articles.",
    "export": "The whole record as JSON lines or CSV, or as PLOVER and CAMEO events.",
    "check": "Prove that every line of the record quotes its article exactly.",
    "forget": "Take an article and all that was found in it out of a database.",
    "schema": "The JSON Schema of a line of the record.",
    "config": "Every setting and where it comes from.",
}

FAILED, SKIPPED, STORE_UNUSABLE, INTERRUPTED = 1, 3, 5, 130


class _Commands(click.Group):
    """Imports a command when it runs, and turns what is raised on purpose into a message and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"onrecord.views.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except OnrecordError as error:
            message(f"error: {error}")
            ctx.exit(STORE_UNUSABLE if isinstance(error, StoreLocked | StoreVersion) else FAILED)
        except KeyboardInterrupt:
            message("interrupted")
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            # Whoever read our output has seen enough; what is still in the buffer goes nowhere, silently.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)
        except OSError as error:
            message(f"error: {_advised(error)}")
            ctx.exit(FAILED)


def _advised(error: OSError) -> str:
    """What the system says of a file, and what to do where that is plain."""
    if not error.filename:
        return str(error)
    folder = Path(os.fsdecode(error.filename)).parent
    if isinstance(error, FileNotFoundError) and not folder.is_dir():
        return f"{error.filename}: there is no folder {folder}: make it first"
    if isinstance(error, FileExistsError):
        return f"{error.filename}: {error.strerror}: give another name, or take that file away"
    return f"{error.filename}: {error.strerror}"


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="onrecord")
def main() -> None:
    """Turn news about a negotiation into a checkable record.

    Data go to stdout, messages to stderr. Start with: onrecord read PATH --db talks.db
    """
