"""The brief: a short report in Markdown on one negotiation, with a footnote for every line, and counts of the rest."""

from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.metadata import version

from onrecord.model import ArticleInfo, Position
from onrecord.model.vocabulary import Kind
from onrecord.views.briefs.footnotes import escaped
from onrecord.views.briefs.ground import Ground
from onrecord.views.briefs.meetings import Meetings
from onrecord.views.briefs.positions import Positions
from onrecord.views.briefs.sheet import Sheet
from onrecord.views.names import outlet_of
from onrecord.views.whose_word import LEVEL_WORDS
from onrecord.views.wording import counted

# What a brief is made from.
BRIEF_KINDS: tuple[Kind, ...] = (
    "meeting", "position", "activity", "assessment", "quantity", "attribution", "actor",
)  # fmt: skip


def brief(sheet: Sheet, articles: Sequence[ArticleInfo], *, as_of: str | None = None, unread: int = 0) -> str:
    """The brief of a negotiation, in Markdown with footnotes, from the finds of the articles that belong to it.

    It reports what was written and on whose word, and never says whether it is true. Each section shows what concerns
    the sides, and counts what it leaves out. `unread` of the articles were read without this version of the
    negotiation's file.
    """
    return _Brief(sheet, articles, unread).text(as_of)


class _Brief:
    def __init__(self, sheet: Sheet, articles: Sequence[ArticleInfo], unread: int) -> None:
        self._sheet = sheet
        self.articles = articles
        self.unread = unread
        self.meetings = Meetings(sheet)
        self.ground = Ground(sheet)

    def text(self, as_of: str | None) -> str:
        sections = (
            ("Meetings", self.meetings.lines()),
            ("Positions", Positions(self._sheet).lines()),
            ("On the ground", self.ground.lines()),
            ("Assessments", self.ground.assessments()),
            ("Open", self.open()),
            ("Sourcing", self.sourcing()),
        )
        parts = [f"# {escaped(self._sheet.negotiation.name)}\n\n{self.opening(as_of)}"]
        looked_at = counted(len(self.articles), "article")
        for title, lines in sections:
            parts.append(f"## {title}\n\n" + ("\n".join(lines) or f"Nothing found in {looked_at}."))
        return "\n\n".join([*parts, "## Notes", str(self._sheet.notes)]).rstrip() + "\n"

    def opening(self, as_of: str | None) -> str:
        days = sorted(a.published[:10] for a in self.articles if a.published)
        dated = f"published from {days[0]} to {days[-1]}" if days else "none with a date"
        unread = f"{self.unread} of them not with this version of the negotiation file. " if self.unread else ""
        when = f"As of {as_of or (days[-1] if days else 'an unknown date')}"
        return (
            f"{when}; from {counted(len(self.articles), 'article')}, {dated}. "
            f"Read by machine (Onrecord {version('onrecord')}) and not reviewed. {unread}"
            "What stands here was written or said by the sources in the notes; whether it is true is not judged. "
            "Each section says how much it leaves out, and which command lists all; give that command the database and "
            "the dates of this brief."
        )

    def open(self) -> Iterator[str]:
        """What is undecided, unresolved or not said."""
        if unresolved := sum(p.holder is None for p, _ in self._sheet.of(Position)):
            yield f"- Positions whose holder could not be told: {unresolved}"
        yield from self.meetings.still_open
        spoken = {(self._sheet.sides.of(e), i) for p, e in self._sheet.of(Position) for i in self._sheet.issues_of(p)}
        for issue in (i.name for i in self._sheet.negotiation.issues):
            if silent := [s.name for s in self._sheet.negotiation.sides if (s.id, issue) not in spoken]:
                yield f"- {escaped(issue)}: no position found of {escaped(', '.join(silent))}"

    def sourcing(self) -> Iterator[str]:
        """How many articles, whose word, and what is missing."""
        outlets = Counter(outlet_of(a) for a in self.articles)
        named = ", ".join(f"{escaped(o)} ({n})" for o, n in outlets.most_common())
        read, of = counted(len(self.articles), "article"), counted(len(outlets), "outlet")
        yield f"- {read} of {of}: {named}. A copy counts as an article."
        found = self._sheet.notes.finds
        for level, n in Counter(self._sheet.words.of(find).level for find in found).most_common():
            yield f"- {LEVEL_WORDS.get(level, level)}: {n} of {len(found)} notes ({n / len(found):.0%})"
        if undated := [a.name for a in self.articles if a.published is None]:
            yield f"- Without a date: {escaped(', '.join(undated))}"
