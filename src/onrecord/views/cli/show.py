"""One article or one line of the record."""

import difflib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from onrecord.model import AnyFind, Article, Dating, Entry, Reading
from onrecord.model.errors import LineGone, NotInStore
from onrecord.views.cli.options import db_option, json_option
from onrecord.views.cli.output import message, on_terminal, print_fields, print_passage, print_table
from onrecord.views.exports.lines import OF_ARTICLE, cells, columns, line
from onrecord.views.whose_word import Words
from onrecord.views.wording import clipped, joined

if TYPE_CHECKING:
    from onrecord.store import Store
# Words of a find that the list of an article's finds shows on a terminal.
SHOWN_WORDS = 40
SPAN = {"start", "end", "text"}
# Characters of a paragraph before and after a line that are shown of it.
BESIDE = 600


@click.command("show")
@click.argument("ref", metavar="ID")
@db_option
@click.option(
    "--html",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    metavar="FILE",
    help="Write the article as one page, every find highlighted and the records beside it.",
)
@click.option("--diff", is_flag=True, help="What changed since the older version of the article.")
@json_option
def command(ref: str, db: Path, html: Path | None, diff: bool, as_json: bool) -> None:
    """Show an article with what was found in it, or a line of the record with the words it rests on.

    ID is the id of either, the start of one (four characters or more), or the name of an article.
    """
    from onrecord.store import open_store

    with open_store(db, readonly=True) as store:
        try:
            reading = store.reading(ref)
        except NotInStore as no_article:
            try:
                entry = store.entry(ref)
            except LineGone:
                raise
            except NotInStore as no_line:
                raise NotInStore(f"{no_article}; {no_line}") from None
            if html or diff:
                raise click.UsageError("--html and --diff show an article; give the id of one") from None
            if not entry.find.id.startswith(ref):
                message(f"{ref} is an id of an earlier reading; in its place stands {entry.find.id}")
            _show_entry(store, entry, as_json=as_json)
            return
        if html:
            from onrecord.views.page import article_page

            html.write_text(article_page(reading), encoding="utf-8")
            message(f"{html}: {reading.article.name} with {len(reading.finds)} finds")
        elif diff:
            _show_difference(store, reading.article)
        else:
            _show_article(reading, store.datings(reading.article.id), as_json=as_json)


def _show_article(reading: Reading, datings: Sequence[Dating], *, as_json: bool) -> None:
    article = reading.article
    if as_json:
        published = article.published.value if article.published else None
        for find in reading.finds:
            sys.stdout.buffer.write(line(find, article.id, published))
        return
    print_fields(
        {
            "article": article.name,
            "id": article.id,
            "title": article.title,
            "outlet": article.outlet,
            "byline": article.byline,
            "published": article.published and f"{article.published.value} ({article.published.origin})",
            "because": datings[-1].because if datings else None,
            "url": article.url,
            "read by": f"Onrecord {reading.onrecord}, {', '.join(f'{m.name} {m.version}' for m in reading.models)}",
        }
    )
    for zone in article.zones:
        print_fields({f"{zone.kind} at {zone.span.start}": zone.span.text})
    for notice in reading.notices:
        print_fields({f"notice, {notice.code}": notice.message})
    click.echo()
    print_table(
        ["at", "kind", "id", "words", "rule", "score"],
        ([f.begins_at, f.kind, f.id, _shown(f), f.rule, f.score] for f in reading.finds),
        as_json=False,
    )


def _shown(find: AnyFind) -> str:
    """The words of a find; on a terminal the first of them."""
    return clipped(joined(find.spans), SHOWN_WORDS) if on_terminal() else joined(find.spans)


def _show_entry(store: "Store", entry: Entry, *, as_json: bool) -> None:
    if as_json:
        sys.stdout.buffer.write(line(entry.find, entry.article.id, entry.article.published))
        return
    find, info = entry.find, entry.article
    reading = store.reading(info.id)
    names = [name for name in columns([find.kind]) if name not in OF_ARTICLE]
    words = Words(Entry(find=f, article=info) for f in reading.finds)
    print_fields(
        dict(zip(names, cells(entry, names), strict=True))
        | _parts(find)
        | {
            "on whose word": words.of(find),
            "article": f"{info.name} ({info.id})",
            "article outlet": info.outlet,
            "published": info.published,
            "url": info.url,
        }
    )
    click.echo()
    print_passage(_in_context(entry, reading))


def _parts(find: AnyFind) -> dict[str, str]:
    """The fields that have fields of their own, in words: "level: named, text: the envoy"."""
    fields = msgspec.to_builtins(find)
    return {name: _in_words(value) for name, value in fields.items() if name != "spans" and _has_parts(value)}


def _has_parts(value: object) -> bool:
    inner = value if isinstance(value, tuple) else (value,)
    return any(isinstance(part, dict) and part.keys() != SPAN for part in inner)


def _in_words(value: object) -> str:
    if isinstance(value, dict):
        if value.keys() == SPAN:
            return f"“{value['text']}”"
        told = ((name, _in_words(part)) for name, part in value.items() if part not in (None, (), "", False))
        return ", ".join(f"{name}: {part}" for name, part in told)
    if isinstance(value, tuple):
        return "; ".join(map(_in_words, value))
    return "yes" if value is True else str(value).removesuffix(".0")


def _in_context(entry: Entry, reading: Reading) -> Iterator[tuple[str, bool]]:
    """The paragraph in pieces, with True for the words of the line; of a long one whole words near them."""
    text, spans = reading.article.text, sorted(entry.find.spans)
    first, last = entry.find.begins_at, entry.find.ends_at
    paragraph = reading.layout.paragraph_at(first)
    start, end = (paragraph.start, max(last, paragraph.end)) if paragraph else (max(0, first - BESIDE), last + BESIDE)
    at, until = max(start, first - BESIDE), min(end, last + BESIDE)
    before, behind = text[at:first], text[last:until]
    if at > start:
        before = "… " + before.partition(" ")[2] if " " in before else before
    if until < end:
        behind = behind.rpartition(" ")[0] + " …" if " " in behind else behind
    yield before, False
    at = first
    for span in spans:
        yield text[at : span.start], False
        yield text[max(at, span.start) : span.end], True
        at = max(at, span.end)
    yield behind, False


def _show_difference(store: "Store", article: Article) -> None:
    older = next((a.supersedes for a in store.articles(superseded=True) if a.id == article.id), None)
    if older is None:
        message(f"there is no older version of {article.name}")
        return
    before, after = store.article(older).text.splitlines(), article.text.splitlines()
    for changed in difflib.unified_diff(before, after, older, article.id, n=0, lineterm=""):
        click.echo(changed)
