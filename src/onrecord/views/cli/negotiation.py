"""Negotiation files."""

from importlib.resources import files
from pathlib import Path

import click

from onrecord.views.cli.options import json_option
from onrecord.views.cli.output import message, print_fields, print_json, print_table
from onrecord.views.negotiations import find_negotiation, known_negotiations


@click.group("negotiation")
def command() -> None:
    """Sides and issues: the small files that say what a negotiation is about.

    Articles belong to a negotiation when they name two of its sides, or one side and a keyword, and were published
    within a month of its dates.
    """


@command.command("new")
@click.option(
    "--file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the template there; the default is to print it.",
)
def new(file: Path | None) -> None:
    """A commented file to start from."""
    template = files("onrecord.views").joinpath("templates/negotiation.toml").read_text(encoding="utf-8")
    if file is None:
        click.echo(template, nl=False)
        return
    with file.open("x", encoding="utf-8") as out:
        out.write(template)
    message(f"wrote {file}: edit it, then give it as --negotiation {file}")


@command.command("list")
@click.option("--file", "given", multiple=True, metavar="FILE", help="Also this file; repeatable.")
@json_option
def list_(given: tuple[str, ...], as_json: bool) -> None:
    """The negotiations that can be named by id, and the files given."""
    negotiations = [*map(find_negotiation, given), *known_negotiations()]
    rows = [(n.id, n.name, n.start, n.end, ", ".join(s.id for s in n.sides), len(n.issues)) for n in negotiations]
    print_table(["id", "name", "start", "end", "sides", "issues"], rows, as_json=as_json)


@command.command("show")
@click.argument("ref", metavar="FILE|ID")
@json_option
def show(ref: str, as_json: bool) -> None:
    """One negotiation: its sides with their members, its issues with the phrases that show them."""
    negotiation = find_negotiation(ref)
    if as_json:
        print_json(negotiation)
        return
    print_fields(
        {
            "id": negotiation.id,
            "name": negotiation.name,
            "start": negotiation.start,
            "end": negotiation.end,
            "keywords": ", ".join(negotiation.keywords),
        }
    )
    click.echo()
    sides = [(s.id, s.name, ", ".join(s.aliases), ", ".join(s.members)) for s in negotiation.sides]
    print_table(["side", "name", "aliases", "members"], sides, as_json=False)
    click.echo()
    print_table(["issue", "phrases"], [(i.name, ", ".join(i.seeds)) for i in negotiation.issues], as_json=False)
