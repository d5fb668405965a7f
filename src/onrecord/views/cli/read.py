"""Articles into a database."""

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import click
import msgspec

from onrecord.intake import InputOptions
from onrecord.keeping.negotiations import left_out
from onrecord.keeping.reading import Kept, read_into
from onrecord.pipeline import ReadingOptions
from onrecord.store import open_store
from onrecord.views.cli import FAILED, SKIPPED
from onrecord.views.cli.inputs import articles_in, input_options, named, reading_options
from onrecord.views.cli.interrupts import heard
from onrecord.views.cli.options import db_option
from onrecord.views.cli.output import message
from onrecord.views.wording import counted


@click.command("read")
@click.argument("paths", nargs=-1, required=True, metavar="PATH|-...")
@db_option
@input_options
@reading_options
@click.option("--again", is_flag=True, help="Also read what the database holds already.")
@click.option(
    "--report", type=click.File("wb", lazy=False), metavar="FILE", help="Write the skipped inputs there as JSON lines."
)
def command(
    paths: tuple[str, ...],
    db: Path,
    inputs: InputOptions,
    options: ReadingOptions,
    again: bool,
    report: IO[bytes] | None,
) -> None:
    """Read articles into a database, made where there is none. Reading twice changes nothing.

    PATH is a file, a folder, or - for standard input. Each article is kept as soon as it is read: an interrupted run
    leaves a consistent file, and the same command goes on where it stopped. A date, an outlet or a negotiation that is
    given later is added to the articles that are there. It stops at an article that was read with a negotiation that
    is not known now, unless --negotiation names others; new articles are read without. Exit code 3 says that some
    inputs were skipped, 1 that none could be read.
    """
    outcomes: Counter[str] = Counter()
    finds = 0
    read: dict[str, Kept] = {}
    articles = articles_in(paths, inputs)
    with open_store(db, create=True) as store:
        dropped = left_out(store, options.negotiations)
        try:
            with _progress(paths) as show:
                for kept in heard(read_into(store, articles, options=options, again=again, named=named())):
                    outcomes[kept.outcome] += 1
                    finds += kept.finds
                    show(kept)
                    if kept.article is not None:
                        read[kept.article] = kept
                    elif report is not None:
                        report.write(msgspec.json.encode(kept) + b"\n")
                        report.flush()
        except KeyboardInterrupt:
            onward = "--again would begin anew" if again else "the same command goes on from there"
            done = f"{_summary(db, outcomes, finds)}; each is kept, and" if outcomes else f"{db}: nothing was read yet;"
            message(f"{done} {onward}")
            raise
    message(_summary(db, outcomes, finds))
    for said in _remarks(read, dropped):
        message(said)
    if outcomes["skipped"] or not outcomes:
        sys.exit(SKIPPED if outcomes.total() > outcomes["skipped"] else FAILED)


@contextmanager
def _progress(paths: Sequence[str]) -> Iterator[Callable[[Kept], None]]:
    """What is called with each input: says what was skipped or doubtful, on a terminal over a bar of the files."""
    if not sys.stderr.isatty():
        yield _complain
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (BarColumn(), TextColumn("{task.fields[articles]} articles"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=_files(paths), articles=0)
        articles, last = 0, ""

        def show(kept: Kept) -> None:
            nonlocal articles, last
            for said in _complaints(kept):
                progress.console.print(said, markup=False, highlight=False, soft_wrap=True)
            articles += kept.outcome != "skipped"
            progress.update(task, advance=int(kept.source != last), articles=articles)
            last = kept.source

        yield show


def _complain(kept: Kept) -> None:
    for said in _complaints(kept):
        message(said)


def _files(paths: Sequence[str]) -> int:
    folders = [Path(path) for path in paths if Path(path).is_dir()]
    return len(paths) - len(folders) + sum(len(files) for folder in folders for _, _, files in os.walk(folder))


def _complaints(kept: Kept) -> Iterator[str]:
    if kept.outcome == "skipped":
        yield f"skipped {kept.source}: {kept.code}: {kept.message}"
    for notice in kept.notices:
        yield f"notice {kept.source}, article {kept.article}: {notice.code}: {notice.message}"


def _remarks(read: Mapping[str, Kept], dropped: Mapping[str, set[str]]) -> Iterator[str]:
    """What is missing in the articles that were read, and how to add it."""
    if undated := sum(kept.published is None for kept in read.values()):
        yield (
            f"without a date of publication: {undated} of {counted(len(read), 'article')}, so that their weekdays stay"
            " open; state it with `onrecord date ARTICLE DATE`, or read them again with --published"
        )
    replaced = {id_ for id_, kept in read.items() if kept.outcome == "replaced"}
    for negotiation, articles in sorted(dropped.items()):
        if lost := articles & replaced:
            yield (
                f"read before with {negotiation}, and now without it: {counted(len(lost), 'article')}, whose positions"
                " lack its issues; read them again with a --negotiation for each"
            )


def _summary(db: Path, outcomes: Counter[str], finds: int) -> str:
    counts = ", ".join(f"{n} {outcome}" for outcome, n in sorted(outcomes.items())) or "nothing to read there"
    return f"{db}: {counts}; {finds} lines of the record from what was read now"
