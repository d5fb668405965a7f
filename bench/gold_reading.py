"""The command line that annotating by hand shares: show a passage, enter what was read, compare two readings."""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click
import msgspec

from gold_finder import keep, numbered, refuse, shown, written_in
from gold_passages import Passage, article_of
from onrecord.model import Article

W = TypeVar("W")
R = TypeVar("R", bound=msgspec.Struct)


def commands(
    passages: Callable[[], Sequence[Passage]],
    reading_file: Callable[[str, int], Path],
    written: type[W],
    *,
    located: Callable[[W, Passage, Article], tuple[R, list[str]]],
    echo: Callable[[R, Passage, str], None],
    compared: tuple[Callable[[Sequence[Passage]], Any], Callable[[Passage], Iterator[str]]],
) -> click.Group:
    """`show`, `enter` and `agreement` of one gold.

    `located` gives what was written with offsets, and what has to be mended; `echo` prints it as it was understood;
    `compared` are the figures of all passages that were read twice, and the differences in one.
    """
    main = click.Group(help="Reading the gold by hand.")

    @main.command()
    @click.argument("n", type=int)
    @click.option("--whole", is_flag=True, help="All of the article, however long.")
    def show(n: int, whole: bool) -> None:
        """Prints passage N between two lines of arrows, and the article around it."""
        passage = numbered(passages(), n)
        click.echo(shown(passage, article_of(passage), whole=whole))

    @main.command()
    @click.argument("n", type=int)
    @click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
    @click.option("--reader", type=click.Choice(["first", "second"]), required=True)
    def enter(n: int, file: Path, reader: str) -> None:
        """Checks FILE as the reading of passage N, keeps it, and prints what each item was taken for."""
        passage = numbered(passages(), n)
        article = article_of(passage)
        reading, mistakes = located(written_in(file, written), passage, article)
        refuse(mistakes)
        kept = reading_file(reader, n)
        keep(kept, reading)
        echo(reading, passage, article.text)
        click.echo(f"kept in {kept.parent.name}/{kept.name}: look whether each is what you meant")

    @main.command()
    @click.option("--differences", is_flag=True, help="Print where the two differ.")
    def agreement(differences: bool) -> None:
        """First against second reading of the passages that were read twice, as JSON."""
        agreement_of, differing = compared
        twice = [p for p in passages() if all(reading_file(reader, p.n).exists() for reader in ("first", "second"))]
        if differences:
            for p in twice:
                click.echo("\n".join(differing(p)))
        click.echo(json.dumps(agreement_of(twice), indent=1))

    return main
