"""What was said."""

from collections.abc import Sequence
from pathlib import Path

import click

from onrecord.keeping.negotiations import known_negotiations
from onrecord.model import Entry, ListedActor, Position, Side
from onrecord.store import open_store
from onrecord.views.changes.told import sentences
from onrecord.views.cli.options import date_options, db_option, json_option
from onrecord.views.cli.output import mention_undated, message, on_terminal, print_json, print_table, stacked
from onrecord.views.names import SHOWN_ID, article_ref
from onrecord.views.said import Statement, said
from onrecord.views.wording import clipped

# Words of a statement that the table shows; --json gives all of them.
SAID_WORDS = 40
# Words that attribute and add nothing to what is said; all others stand before it.
PLAIN_CUES = {
    "said", "says", "say", "saying", "told", "tells", "added", "adds", "noted", "notes", "wrote", "according to",
    "has said", "have said", "had said",
}  # fmt: skip
STACKED = ["date", "on whose word, and what"]
COLUMNS = ["date", "on whose word", "form", "said", "issues", "article", "id"]


@click.command("said")
@db_option
@click.option(
    "--by", metavar="NAME", help="A state or organisation, or words of a speaker's name, office, body or description."
)
@click.option("--on", metavar="ISSUE", help="Part of the name of an issue.")
@date_options
@json_option
def command(db: Path, by: str | None, on: str | None, as_of: str | None, since: str | None, as_json: bool) -> None:
    """Who said what, when, and at which level of sourcing, in order of publication.

    What was not plainly said stands behind the words that tell how: "again denied: that the gates would open".

    A state or organisation may be named by its id, a name, an adjective, its people or its capital, and stands for all
    who speak for it; other names are found as whole words, in any spelling.
    """
    own: list[Side | ListedActor] = []
    for negotiation in known_negotiations() if by else ():
        own += [*negotiation.sides, *negotiation.actors]
    with open_store(db, readonly=True) as store:
        entries = list(store.entries(kinds=["attribution", "position"], as_of=as_of, since=since))
        statements = list(said(entries, by=by, on=on, own=tuple(own), sentence=sentences(store)))
        mention_undated(store, as_of, since)
    if not statements:
        message(_nothing(entries, by, on))
    if as_json:
        for statement in statements:
            print_json(statement)
        return
    if on_terminal():
        print_table(STACKED, map(_stack, statements), as_json=False)
    else:
        print_table(COLUMNS, map(_row, statements), as_json=False)


def _nothing(entries: Sequence[Entry], by: str | None, on: str | None) -> str:
    """Why nothing is shown, and which issues there are."""
    if not on:
        return f"nobody called {by!r} says anything here" if by else "nothing was said here"
    issues = {issue for e in entries if isinstance(e.find, Position) for issue in e.find.issues}
    there = f"issues here are {', '.join(sorted(issues))}" if issues else "no position here has an issue"
    return f"nothing said{f' by {by!r}' if by else ''} on an issue called {on!r}: {there}"


def _row(s: Statement) -> Sequence[object]:
    shown = _marked(s, " / ".join(_shown(s)))
    return s.date or "undated", s.word, s.form, shown, ", ".join(s.issues), article_ref(s.article), s.id


def _stack(s: Statement) -> Sequence[object]:
    where = [article_ref(s.article), ", ".join(s.issues), s.id[:SHOWN_ID]]
    shown = _marked(s, "\n".join(map(_quoted, _shown(s)))).splitlines()
    return s.date or "undated", stacked(f"{s.word} · {s.form}", *shown, " · ".join(filter(None, where)))


def _quoted(words: str) -> str:
    return words if words[:1] in {"“", '"', "‘"} else f"“{words}”"


def _shown(s: Statement) -> Sequence[str]:
    """The sentences that are to be shown, else the beginning of what is said."""
    return s.passages or [clipped(s.content, SAID_WORDS)]


def _marked(s: Statement, shown: str) -> str:
    """With the words that attribute, unless they are plain or stand in what is shown, and with the flags."""
    has_cue = any(c.isalpha() for c in s.cue) and s.cue not in s.content and not s.passages
    cue = f"{s.cue}: " if has_cue and s.cue.casefold() not in PLAIN_CUES else ""
    return cue + shown + "".join(f" [{flag}]" for flag in s.flags)
