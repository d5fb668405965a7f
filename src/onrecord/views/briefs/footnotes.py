"""Footnotes: where each line of a brief comes from, in words that can be checked."""

import re

from onrecord.model import AnyFind, ArticleInfo, Entry
from onrecord.views.whose_word import Words

_MARKUP = re.compile(r"([\\`*_\[\]<>#|~])")


class Footnotes:
    """Numbers the finds that lines rest on, and writes the note of each."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._numbers: dict[str, int] = {}
        self._notes: list[str] = []
        self.finds: list[AnyFind] = []
        """What the notes are of."""

    def mark(self, entry: Entry) -> str:
        """The mark to put at the end of a line: "[^3]"; the same find always has the same."""
        if entry.find.id not in self._numbers:
            self._numbers[entry.find.id] = len(self._numbers) + 1
            self._notes.append(self._note(entry))
            self.finds.append(entry.find)
        return f"[^{self._numbers[entry.find.id]}]"

    def __len__(self) -> int:
        return len(self._notes)

    def __str__(self) -> str:
        """All notes, one a line."""
        return "\n".join(f"[^{n}]: {note}" for n, note in enumerate(self._notes, 1))

    def _note(self, entry: Entry) -> str:
        find = entry.find
        quoted = "; ".join(f"“{escaped(s.text)}” ({s.start}-{s.end})" for s in find.spans)
        flags = f" Flags: {', '.join(find.flags)}." if find.flags else ""
        return (
            f"{cited(entry.article)}. Sourcing: {escaped(str(self._words.of(find)))}. Words: {quoted}.{flags} "
            f"Record `{find.id}`, rule `{find.rule}`."
        )


def cited(article: ArticleInfo) -> str:
    """Outlet, title (else the article's name) and date."""
    title = f"“{escaped(article.title)}”" if article.title else escaped(article.name)
    outlet = f"{escaped(article.outlet)}, " if article.outlet else ""
    return f"{outlet}{title}, {article.published[:10] if article.published else 'undated'}"


def escaped(text: str) -> str:
    """Text on one line that no Markdown reader takes for markup."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))
