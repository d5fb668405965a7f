"""Negotiation files."""

from importlib.resources import files
from pathlib import Path

import click

from onrecord.keeping.negotiations import articles_of, entries_of, find_negotiation, known_negotiations, unread
from onrecord.store import open_store
from onrecord.views.cli.options import date_options, db_option, json_option
from onrecord.views.cli.output import mention_undated, mention_unread, message, print_fields, print_json, print_table
from onrecord.views.names import SHOWN_ID
from onrecord.views.suggestions import suggestions
from onrecord.views.suggestions.fragment import fragment
from onrecord.views.suggestions.proposals import SeedProposal, SideProposal, Suggestions
from onrecord.views.wording import counted


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
    """One negotiation: its sides with their members, its issues with their phrases, the names it adds."""
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
    if negotiation.actors:
        click.echo()
        actors = [(a.id, a.name, ", ".join(a.aliases), a.type, a.state) for a in negotiation.actors]
        print_table(["actor", "name", "aliases", "type", "state"], actors, as_json=False)
    if negotiation.places:
        click.echo()
        places = [(p.name, ", ".join(p.aliases), p.feature, p.country, p.lat, p.lon) for p in negotiation.places]
        print_table(["place", "aliases", "feature", "country", "lat", "lon"], places, as_json=False)


@command.command("suggest")
@db_option
@click.option(
    "--negotiation",
    "ref",
    metavar="FILE|ID",
    help="What this file may lack, from the articles that belong to it; the default is a new file, from all articles.",
)
@date_options
@click.option("--limit", type=click.IntRange(min=1), default=10, show_default=True, help="Proposals of each sort.")
@click.option("--toml", "as_toml", is_flag=True, help="Tables to paste into a negotiation file, with comments.")
@json_option
def suggest(
    db: Path, ref: str | None, as_of: str | None, since: str | None, limit: int, as_toml: bool, as_json: bool
) -> None:
    """Sides, issues and seed phrases that a file may lack, by the positions that were read.

    Sides are holders and addressees of positions that belong to none. Issues are phrases of positions without an
    issue, put together where they stand in the same ones, if one of these names or addresses another side than its
    holder's; they are ranked by how specific they are to these positions against the other text of the articles, and
    by how many articles have them. Every proposal comes from two articles or more. Nothing is written: copy
    what you agree with.
    """
    if as_toml and as_json:
        raise click.UsageError("--toml and --json exclude each other")
    negotiation = find_negotiation(ref) if ref else None
    with open_store(db, readonly=True) as store:
        if negotiation is None:
            articles = list(store.articles(as_of=as_of, since=since))
        else:
            articles = list(articles_of(store, negotiation, as_of=as_of, since=since))
        entries = entries_of(store, articles, ["position", "actor", "place", "time"])
        texts = {info.id: store.article(info.id).text for info in articles}
        made = suggestions(entries, texts, negotiation, limit=limit)
        mention_undated(store, as_of, since)
        if negotiation is not None:
            mention_unread(unread(store, negotiation, articles), negotiation)
    if as_json:
        for proposal in (*made.sides, *made.issues, *made.seeds):
            print_json(proposal)
    elif as_toml:
        click.echo(fragment(made), nl=False)
    else:
        _print_suggestions(made)
    message(
        f"{counted(len(articles), 'article')}, {counted(made.positions, 'position')}, {made.unassigned} of them without"
        " an issue; machine-read, not reviewed"
    )


def _print_suggestions(made: Suggestions) -> None:
    print_table(
        ["side", "articles", "outlets", "holds", "addressed", "may be", "example", "line"],
        [
            (_actor(s), s.support.articles, s.support.outlets, s.held, s.addressed, s.may_be, *_example(s))
            for s in made.sides
        ],
        as_json=False,
    )
    for heading, groups in (
        ("issue", [(i.name, i.seeds) for i in made.issues]),
        ("seeds for", [(s.issue, s.seeds) for s in made.seeds]),
    ):
        if not groups:
            continue
        click.echo()
        print_table(
            [heading, "phrase", "score", "positions", "articles", "outlets", "example", "line"],
            [
                (name, s.phrase, s.score, s.support.positions, s.support.articles, s.support.outlets, *_example(s))
                for name, seeds in groups
                for s in seeds
            ],
            as_json=False,
        )


def _actor(side: SideProposal) -> str:
    return side.name if side.name == side.actor else f"{side.name} ({side.actor})"


def _example(proposal: SideProposal | SeedProposal) -> tuple[str, str]:
    return proposal.support.example, proposal.support.line[:SHOWN_ID]
