"""Options that several commands share, so that they mean the same everywhere."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from onrecord.config import setting

F = TypeVar("F", bound=Callable[..., Any])


def db_option(command: F) -> F:
    """`--db FILE`, passed as `db: Path`."""
    return click.option(
        "--db",
        type=click.Path(dir_okay=False, path_type=Path),
        default=lambda: setting("db"),
        show_default="onrecord.db",
        help="The database.",
    )(command)


def json_option(command: F) -> F:
    """`--json`, passed as `as_json: bool`."""
    return click.option("--json", "as_json", is_flag=True, help="JSON lines in place of a table.")(command)


def date_options(command: F) -> F:
    """`--as-of DATE` and `--since DATE` on the date of publication, passed as `as_of` and `since`: str or None."""
    as_of = click.option("--as-of", callback=_iso_date, metavar="DATE", help="Only articles published by this day.")
    since = click.option("--since", callback=_iso_date, metavar="DATE", help="Only articles published on or after it.")
    return as_of(since(command))


def negotiation_option(command: F) -> F:
    """`--negotiation FILE|ID`, passed as `ref: str`; see `find_negotiation`."""
    return click.option(
        "--negotiation",
        "ref",
        required=True,
        metavar="FILE|ID",
        help="The negotiation: a file, or the id of one that `onrecord negotiation list` shows.",
    )(command)


def _iso_date(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    try:
        day = value and date.fromisoformat(value).isoformat()
    except ValueError:
        raise click.BadParameter(f"{value!r} is no date; write it as 2022-01-09") from None
    days = {**ctx.params, param.name: day}
    if (since := days.get("since")) and (as_of := days.get("as_of")) and since > as_of:
        raise click.UsageError(f"--since {since} is later than --as-of {as_of}: nothing lies between them")
    return day
