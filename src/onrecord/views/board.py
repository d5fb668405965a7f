"""The board: for each issue and side, the latest position that is told well, and what it rests on."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from onrecord.mentions.publishers import publisher_of
from onrecord.model import Actor, ArticleInfo, Entry, Negotiation, Position
from onrecord.model.vocabulary import Change, Flag, PositionAct
from onrecord.views.names import SHOWN_ID, actor_name, outlet_of
from onrecord.views.sides import Sides, in_order
from onrecord.views.whose_word import Word, Words
from onrecord.views.wording import CELL_WORDS, clipped, content_of, counted

NO_ISSUE = "no issue assigned"
# Characters before and after a position within which another side is named where it is about that one.
NEAR = 300
# Score from which a position may stand for its cell, where another has less, and the fewest words that say it whole.
SURE = 0.6
FEWEST_WORDS = 5
# Words of a position that a cell begins with, where what names the issue comes far behind.
FIRST_WORDS = 6
# What a side wants and would do or not, before what it supports, praises, blames or fears.
_STANCES: set[PositionAct] = {"offer", "assurance", "demand", "refusal", "warning", "concession", "denial"}
# How a reason begins that stands in the position's own words.
_OWN_WORDS = "words: "
# What a side does, in the third person, for lines that begin with the side.
_ACT_WORDS: dict[PositionAct, str] = {
    "offer": "offers",
    "assurance": "assures",
    "demand": "demands",
    "refusal": "refuses",
    "warning": "warns",
    "concern": "is concerned",
    "accusation": "accuses",
    "endorsement": "supports",
    "concession": "concedes",
    "denial": "denies",
}


_PLAIN = {"denies": "deny"}


def act_words(act: PositionAct, flags: Sequence[Flag]) -> str:
    """What a side does, or does not do: "refuses", "does not refuse"."""
    does = _ACT_WORDS[act]
    if "negated" not in flags:
        return does
    return "is not concerned" if act == "concern" else f"does not {_PLAIN.get(does, does.removesuffix('s'))}"


class Latest(msgspec.Struct, frozen=True, kw_only=True):
    """The latest position in a cell."""

    id: str
    act: PositionAct
    content: str
    conditional: bool
    hedged: bool
    in_context: bool
    """Whether the words around it name the issue, and not its own."""
    told_by: str | None = None
    """The other side, or its member, on whose word alone it stands; none where its holder or the outlet tells it."""
    flags: tuple[Flag, ...]
    word: Word
    date: str | None
    """Day of publication; none for an article without a date."""
    outlet: str
    article: str
    """Id of the article."""
    change: Change | None = None
    """What it changes beside the holder's earlier words; none where that is not known."""


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """One issue and one side.

    `latest` is none where nothing was found in the articles that were looked at, or nothing that is told well enough.
    """

    issue: str
    side: str
    latest: Latest | None
    positions: int
    articles: int
    """Articles of the negotiation that were looked at."""

    def __str__(self) -> str:
        """What a cell of the printed board says."""
        more = counted(self.positions, "position")
        if (latest := self.latest) is None:
            if not self.positions:
                return f"nothing found in {counted(self.articles, 'article')}"
            return more if self.issue == NO_ISSUE else f"{more}, none well told"
        marks = " [conditional]" * latest.conditional + " [hedged]" * latest.hedged
        marks += " [issue by context]" * latest.in_context
        marks += f" [as told by {latest.told_by}]" if latest.told_by else ""
        marks += "".join(f" [{flag}]" for flag in latest.flags)
        change = f"{latest.change} · " if latest.change else ""
        return (
            f"{act_words(latest.act, latest.flags)}: {latest.content}{marks}\n{latest.word}\n"
            f"{latest.date or 'undated'} {latest.outlet} · {change}{more} · {latest.id[:SHOWN_ID]}"
        )


class Board(msgspec.Struct, frozen=True, kw_only=True):
    """Cells by issue in the file's order, then by side; the last row counts positions without an issue."""

    negotiation: str
    sides: tuple[str, ...]
    """Names of the sides, in the order of the cells of a row."""
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]
    articles: int
    undated: int
    """Articles among them that have no date: their positions count as the oldest."""
    others: tuple[tuple[str, int], ...]
    """Holders who belong to no side, with the number of their positions."""

    @property
    def cells(self) -> tuple[Cell, ...]:
        """All cells, row by row."""
        return tuple(cell for _, cells in self.rows for cell in cells)


def board(
    entries: Iterable[Entry],
    negotiation: Negotiation,
    articles: Sequence[ArticleInfo],
    *,
    changed: Mapping[str, Change] | None = None,
) -> Board:
    """The board of a negotiation from the finds of the articles that belong to it.

    Latest is what was published last, and within one article what stands last; an article without a date counts as
    older than any other. Where a side speaks every day, the last that was found is seldom what it stands for; so what
    is told well comes first, see `_rank`; then what was published between the negotiation's start and its end; then
    what a side would do or not and what it wants, before what it supports, praises, blames or fears; then what is said
    in some words; then what names another side near by, since an issue's word alone may be of another matter.
    `changed` says of positions, by id, what they change.
    """
    found = list(entries)
    sides = Sides(found, negotiation)
    telling = Telling(found, sides, negotiation)
    cells: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    others: Counter[str] = Counter()
    issues = [*(i.name for i in negotiation.issues), NO_ISSUE]
    seeds = {i.name: i.seeds for i in negotiation.issues}
    marks = changed or {}
    for entry in in_order(found):
        if not isinstance(entry.find, Position):
            continue
        if (side := sides.of(entry)) is None:
            others[actor_name(entry.find.holder)] += 1
        else:
            for issue in [i for i in entry.find.issues if i in issues] or [NO_ISSUE]:
                cells[issue, side].append(entry)
    return Board(
        negotiation=negotiation.name,
        sides=tuple(s.name for s in negotiation.sides),
        rows=tuple(
            (
                issue,
                tuple(
                    Cell(
                        issue=issue,
                        side=s.name,
                        latest=None
                        if issue == NO_ISSUE
                        else _latest(cells[issue, s.id], s.id, seeds[issue], telling, marks),
                        positions=len(cells[issue, s.id]),
                        articles=len(articles),
                    )
                    for s in negotiation.sides
                ),
            )
            for issue in issues
        ),
        articles=len(articles),
        undated=sum(a.published is None for a in articles),
        others=tuple(others.most_common()),
    )


def _rank(position: Position, told_by: str | None) -> int:
    """How well a position is told, for the board: 0 stands for no cell. `told_by`: the other side that tells it, if so.

    5 where its own words name the issue and it is told without reserve, by its holder or the article itself, in more
    words than one; 4 and 3 where its own words name the issue, 3 where it is not its holder who tells it; 2 where only
    the context names the issue, and it is told as for 5 and in some words; 1 where another side tells it in some words.
    """
    if told_by is not None:
        return int(names_issue(position) and _words(position) >= FEWEST_WORDS)
    well = (
        position.voice in {"own", "outlet"} and not position.flags and position.score >= SURE and _words(position) > 1
    )
    if not names_issue(position):
        return 2 * (well and _words(position) >= FEWEST_WORDS)
    return 5 if well else 3 if position.voice == "other" else 4


def _words(position: Position) -> int:
    return len(content_of(position).split())


def names_issue(position: Position) -> bool:
    """Whether its own words name its issue, and not only what stands around them."""
    return _issue_words(position) is not None


def _issue_words(position: Position, seeds: Sequence[str] = ()) -> str | None:
    """Those of its own words that name an issue, if any; rather such as are among the seeds."""
    own = [b.removeprefix(_OWN_WORDS) for b in position.issue_because if b.startswith(_OWN_WORDS)]
    known = {s.casefold().removesuffix("s") for s in seeds}
    return next((w for w in own if w.casefold().removesuffix("s") in known), own[0] if own else None)


def _in_cell(content: str, issue: str | None) -> str:
    """As many words as a cell holds: the first, and where the issue is named far behind them, those around it too."""
    shown = clipped(content, around=issue)
    if not shown.startswith("… "):
        return shown
    return f"{' '.join(content.split()[:FIRST_WORDS])} {clipped(content, CELL_WORDS - FIRST_WORDS, around=issue)}"


def _latest(
    entries: Sequence[Entry], side: str, seeds: Sequence[str], telling: "Telling", changed: Mapping[str, Change]
) -> Latest | None:
    """What stands for a side: the last of those told best, who asks at a press conference left out."""
    words = telling.words
    ranked = [
        (e, e.find, rank)
        for e in entries
        if isinstance(e.find, Position) and (rank := telling.rank(e, e.find, side))[0] and not words.is_asked(e.find)
    ]
    best = max((rank for _, _, rank in ranked), default=None)
    told = [(e, position) for e, position, rank in ranked if rank == best]
    if not told:
        return None
    entry, position = next(((e, p) for e, p in reversed(told) if e.article.published), told[-1])
    article = entry.article
    return Latest(
        id=position.id,
        act=position.act,
        content=_in_cell(content_of(position), _issue_words(position, seeds)),
        conditional=position.condition is not None,
        hedged=bool(position.hedges),
        in_context=not names_issue(position),
        told_by=telling.told_by(entry, side),
        flags=position.flags,
        word=words.of(position),
        date=article.published[:10] if article.published else None,
        outlet=outlet_of(article),
        article=article.id,
        change=changed.get(position.id),
    )


class Telling:
    """Who tells the positions, when, and which sides are named around them."""

    def __init__(self, entries: Sequence[Entry], sides: Sides, negotiation: Negotiation) -> None:
        self.words = Words(entries)
        self._sides = sides
        self._states = {s.id: s.name for s in negotiation.sides if s.type == "state"}
        self._dates = str(negotiation.start or "0000"), str(negotiation.end or "9999")
        self._at: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for entry in entries:
            if isinstance(entry.find, Actor) and (side := sides.side_of(entry.article, entry.find.actor)) is not None:
                self._at[entry.article.id].append((entry.find.begins_at, side))

    def rank(self, entry: Entry, position: Position, side: str) -> tuple[int, bool, bool, bool, bool]:
        """How well it is told; whether in the negotiation's time, as a stance, in some words, beside another side."""
        in_time = self.is_in_time(entry)
        whole, beside = _words(position) >= FEWEST_WORDS, bool(self.named_near(entry) - {side})
        return _rank(position, self.told_by(entry, side)), in_time, position.act in _STANCES, whole, beside

    def is_in_time(self, entry: Entry) -> bool:
        """Whether it was published between the negotiation's start and its end."""
        first, last = self._dates
        return entry.article.published is not None and first <= entry.article.published[:10] <= last

    def named_near(self, entry: Entry) -> set[str]:
        """Ids of the sides that are named in the find and near by."""
        first, last = entry.find.begins_at - NEAR, entry.find.ends_at + NEAR
        return {side for at, side in self._at[entry.article.id] if first <= at < last}

    def told_by(self, entry: Entry, side: str) -> str | None:
        """Whose word alone it is that the side holds the position: another side's, or one's who belongs to it."""
        position, article = entry.find, entry.article
        speaker = next((a.speaker for a in self.words.chain(position) if a.speaker and a.speaker.actor), None)
        who = speaker.actor if speaker is not None else None
        if who is None and isinstance(position, Position) and position.voice == "other":
            who = publisher_of(article.outlet, article.title)  # what an office publishes in its own voice
        teller = self._sides.side_of(article, who)
        if teller is None or teller == side:
            return None
        return self._states.get(teller) or actor_name(who)
