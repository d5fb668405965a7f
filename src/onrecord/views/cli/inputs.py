"""Options of the commands that read articles."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import wraps
from pathlib import Path
from typing import Any

import click

from onrecord.config import DEFAULTS, setting
from onrecord.intake import InputOptions, Unread, read_inputs
from onrecord.intake.negotiations import load_negotiations
from onrecord.keeping.negotiations import find_negotiation, known_negotiations
from onrecord.model import Article, Negotiation
from onrecord.pipeline import ReadingOptions


def input_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """What the user says about inputs, passed as `inputs: InputOptions`."""

    @wraps(command)
    def with_inputs(*args: Any, **values: Any) -> Any:
        said = {name: values.pop(name) for name in InputOptions.__struct_fields__}
        try:
            inputs = InputOptions(**said)
        except ValueError as error:
            raise click.UsageError(str(error)) from error
        return command(*args, inputs=inputs, **values)

    return _with_options(
        with_inputs,
        click.option(
            "--format",
            type=click.Choice(["auto", "text", "html", "csv", "jsonl"]),
            default="auto",
            show_default=True,
            help="What the inputs are.",
        ),
        click.option(
            "--map",
            "mapping",
            metavar="FIELD=COLUMN,...",
            default="",
            callback=_mapping,
            help="Columns of a table or keys of JSON lines, such as text=body,id=nr,published=time.",
        ),
        click.option("--published", metavar="DATE", help="When they were published: 2022-01-09, a time may follow."),
        click.option("--outlet", metavar="NAME", help="Who published the articles."),
        click.option("--url", metavar="URL", help="Address of the one article that is read."),
    )


def articles_in(paths: Sequence[str], inputs: InputOptions) -> Iterator[Article | Unread]:
    """The articles of the paths; options that do not fit the paths are told as a wrong use of the command."""
    try:
        return read_inputs(paths, options=inputs)
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """How articles are read, passed as `options: ReadingOptions`."""

    @wraps(command)
    def with_reading(*args: Any, **values: Any) -> Any:
        how = {name: values.pop(name) for name in ReadingOptions.__struct_fields__}
        how["negotiations"] = _negotiations(how["negotiations"]) or known_negotiations()
        return command(*args, options=ReadingOptions(**how), **values)

    return _with_options(
        with_reading,
        click.option(
            "--negotiation",
            "negotiations",
            multiple=True,
            metavar="FILE|ID",
            help="A negotiation that assigns issues: a file, a folder of them, or the id of one that `onrecord"
            " negotiation list` shows; repeatable. Default: your folder's and the shipped ones.",
        ),
        click.option(
            "--model",
            default=lambda: setting("model"),
            show_default=DEFAULTS["model"],
            help="The spaCy pipeline: a package or a folder.",
        ),
        click.option(
            "--jobs",
            type=click.IntRange(min=1),
            default=lambda: setting("jobs"),
            show_default=DEFAULTS["jobs"],
            help="Processes that read.",
        ),
        click.option("--strict", is_flag=True, help="Stop with a traceback where a rule fails, to find its fault."),
    )


def named() -> bool:
    """Whether the user of the command that runs named negotiations, and did not leave them to the default."""
    return bool(click.get_current_context().params["negotiations"])


def _negotiations(refs: Iterable[str]) -> tuple[Negotiation, ...]:
    """The negotiations named by file, folder or id."""
    return tuple(n for r in refs for n in (load_negotiations([r]) if Path(r).is_dir() else [find_negotiation(r)]))


def _with_options(command: Callable[..., Any], *options: Callable[[Any], Any]) -> Callable[..., Any]:
    """The command with the options in that order."""
    for option in reversed(options):
        command = option(command)
    return command


def _mapping(_ctx: click.Context, _param: click.Parameter, value: str) -> dict[str, str]:
    pairs = [pair.partition("=") for pair in value.split(",") if pair.strip()]
    if any(not field.strip() or not column.strip() for field, _, column in pairs):
        raise click.BadParameter("write FIELD=COLUMN, divided by commas: text=body,outlet=publisher")
    return {field.strip(): column.strip() for field, _, column in pairs}
