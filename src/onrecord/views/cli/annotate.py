"""Articles in, JSON lines out; no database."""

import sys

import click

from onrecord.intake import InputOptions, Unread
from onrecord.pipeline import Failed, ReadingOptions, read_many
from onrecord.views.cli import FAILED, SKIPPED
from onrecord.views.cli.inputs import articles_in, input_options, reading_options
from onrecord.views.cli.interrupts import heard
from onrecord.views.cli.output import message
from onrecord.views.exports.lines import line
from onrecord.views.wording import counted


@click.command("annotate")
@click.argument("paths", nargs=-1, required=True, metavar="PATH|-...")
@input_options
@reading_options
def command(paths: tuple[str, ...], inputs: InputOptions, options: ReadingOptions) -> None:
    """Print everything that is found in the articles as JSON lines, one a find, in the order of the text.

    PATH is a file, a folder, or - for standard input. `onrecord schema` describes a line. Exit code 3 says that some
    inputs were skipped, 1 that none could be read.
    """
    read = skipped = undated = 0
    for item in heard(read_many(articles_in(paths, inputs), options=options)):
        if isinstance(item, Unread):
            skipped += 1
            message(f"skipped {item.source}: {item.error.code}: {item.error.message}")
        elif isinstance(item, Failed):
            skipped += 1
            message(f"skipped {item.article.path or item.article.name}: {item.error}")
        else:
            read += 1
            undated += item.article.published is None
            for notice in item.notices:
                message(f"notice {item.article.name}: {notice.code}: {notice.message}")
            published = item.article.published.value if item.article.published else None
            for find in item.finds:
                sys.stdout.buffer.write(line(find, item.article.id, published))
            sys.stdout.flush()
    if undated:
        message(f"without a date of publication: {undated} of {counted(read, 'article')}; state it with --published")
    if not read and not skipped:
        message("nothing to read there")
    if skipped or not read:
        sys.exit(SKIPPED if read else FAILED)
