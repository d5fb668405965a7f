"""When an article was published, as it becomes known after the reading."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.config import DEFAULTS, setting
from onrecord.intake.published import stated_date
from onrecord.model import Published
from onrecord.views.cli.options import db_option, json_option
from onrecord.views.cli.output import message, print_json, print_table
from onrecord.views.wording import counted

if TYPE_CHECKING:
    from onrecord.keeping.dates import Redated
    from onrecord.store import Store

UNKNOWN = "unknown"
# Fields of a changed line that the table shows; --json gives all.
SHOWN = ("value", "start", "end", "state", "issues")


@click.command("date")
@click.argument("ref", metavar="[ARTICLE]", required=False)
@click.argument("published", metavar="[DATE|unknown]", required=False)
@db_option
@click.option("--because", metavar="TEXT", help="What the date rests on; kept beside it.")
@click.option("--from-copy", "copy", metavar="ARTICLE", help="Take the date of this article, of which it is a copy.")
@click.option("--suggest", is_flag=True, help="List undated articles that have a dated copy here; changes nothing.")
@click.option(
    "--negotiation",
    "negotiations",
    multiple=True,
    metavar="FILE|ID",
    help="A negotiation the article was read with, where it is not in your folder or shipped; repeatable.",
)
@click.option(
    "--model",
    default=lambda: setting("model"),
    show_default=DEFAULTS["model"],
    help="The spaCy pipeline the article was read with.",
)
@json_option
def command(
    ref: str | None,
    published: str | None,
    db: Path,
    because: str | None,
    copy: str | None,
    suggest: bool,
    negotiations: tuple[str, ...],
    model: str,
    as_json: bool,
) -> None:
    """State when an article was published; its weekdays, meetings and all else are resolved again.

    ARTICLE is an id, the start of one, or a name. DATE is 2022-01-09 or 2022-01-09T18:30:00-05:00, never moved to
    another zone; `unknown` takes a date away. With ARTICLE alone: the dates it got so far, and what said so.
    The stored text is read again under the date, never under today's; ids of lines stay, or lead to the lines in
    their place. A stated date stands until another one is stated, also when the article itself is read again.
    """
    value = _checked(ref, published, because, copy, suggest=suggest)
    from onrecord.store import open_store

    if value is None and copy is None and published is None:
        with open_store(db, readonly=True) as store:
            _suggest(store, as_json=as_json) if ref is None else _list(store, ref, as_json=as_json)
        return
    from onrecord.keeping.dates import state_date, take_date
    from onrecord.keeping.negotiations import find_negotiation, known_negotiations
    from onrecord.pipeline import ReadingOptions

    known = (*map(find_negotiation, negotiations), *known_negotiations())
    options = ReadingOptions(negotiations=known, model=model)
    assert ref is not None
    with open_store(db) as store:
        if copy is not None:
            done = take_date(store, ref, copy, because=because, options=options)
        else:
            done = state_date(store, ref, value, because=because, options=options)
    _tell(done, as_json=as_json)


def _checked(
    ref: str | None, published: str | None, because: str | None, copy: str | None, *, suggest: bool
) -> Published | None:
    """The date, if one is given; raises what click says of a wrong usage."""
    if suggest and (ref or copy or because):
        raise click.UsageError("--suggest looks at all undated articles and takes no ARTICLE, --from-copy or --because")
    if not suggest and ref is None:
        raise click.UsageError("name an ARTICLE, or give --suggest")
    if published and copy:
        raise click.UsageError("give a DATE or --from-copy, not both")
    if because and not (published or copy):
        raise click.UsageError("--because says what a date rests on: give the DATE, too")
    if published is None or published == UNKNOWN:
        return None
    try:
        return Published(stated_date(published))
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def _list(store: "Store", ref: str, *, as_json: bool) -> None:
    datings = store.datings(ref)
    if as_json:
        for dating in datings:
            print_json(dating)
        return
    rows = [(d.published or UNKNOWN, d.origin, d.because, d.copy, d.known_at) for d in datings]
    print_table(["published", "origin", "because", "copy", "known at"], rows, as_json=False)
    if not datings:
        message(f"{ref} never had a date: state one, or look for dated copies with `onrecord date --suggest`")


def _suggest(store: "Store", *, as_json: bool) -> None:
    from onrecord.keeping.dates import proposals

    found = list(proposals(store))
    if as_json:
        for proposal in found:
            print_json(proposal)
    else:
        rows = [(p.article, p.name, p.published, p.proposed, p.copy, p.copy_name, f"{p.share:.0%}") for p in found]
        print_table(["article", "name", "has", "proposed", "copy", "name of the copy", "shared"], rows, as_json=False)
    if found:
        message("nothing was changed; a copy may be days younger. To take one: onrecord date ARTICLE --from-copy COPY")
    else:
        message("no article without a date has a dated copy here")


def _tell(done: "Redated", *, as_json: bool) -> None:
    rows = list(_rows(done))
    if as_json:
        print_json(done)
    else:
        print_table(["id", "kind", "words", "field", "before", "now"], rows, as_json=False)
    for notice in done.notices:
        message(f"notice {done.name}: {notice.code}: {notice.message}")
    from_copy = f", date of its copy {done.copy}" if done.copy else ""
    message(
        f"{done.name} ({done.article}): published {done.published or UNKNOWN}{from_copy}, was {done.before or UNKNOWN}"
    )
    moved = sum(c.formerly is not None for c in done.changes)
    said = f"{counted(len(done.changes), 'line')} changed"
    said += "" if as_json or not done.changes else f" (fields such as {', '.join(SHOWN)} are shown, --json gives all)"
    said += f", {moved} of them under a new id to which the old one leads" if moved else ""
    said += f", {len(done.found)} new" if done.found else ""
    message(f"{said}{', gone: ' + ', '.join(done.gone) if done.gone else ''}")


def _rows(done: "Redated") -> Iterator[tuple[object, ...]]:
    for change in done.changes:
        for name, (before, now) in change.changed.items():
            if name in SHOWN:
                yield change.id, change.kind, change.text, name, before, now
