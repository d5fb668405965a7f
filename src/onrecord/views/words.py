"""On whose word a line of the record stands, and the words it stands on."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import msgspec

from onrecord.data import table
from onrecord.model import AnyFind, ArticleInfo, Attribution, Entry, Position, Span
from onrecord.model.vocabulary import SourcingLevel

# Words of a statement that a table cell can hold.
CELL_WORDS = 12
# Words after which no text may be cut off: what is wanted comes behind them.
_OPEN_ENDS = {
    "to", "not", "of", "that", "which", "for", "the", "a", "an", "and", "or", "in", "on", "with", "from", "by", "at",
    "ready", "able", "willing", "prepared", "is", "are", "be", "will", "would", "must", "immediately",
}  # fmt: skip
# What a level is called in a sentence, where its own name would be misread.
LEVEL_WORDS: dict[SourcingLevel, str] = {"none": "source not given"}


class Word(msgspec.Struct, frozen=True, kw_only=True):
    """Whom the outlet heard, and whom that source relays."""

    level: SourcingLevel
    source: str | None = None
    """The description, verbatim: "a senior administration official"; none in the outlet's own voice."""
    speaker: str | None = None
    """Name of the person or body, where the article tells who it is."""
    relays: tuple[str, ...] = ()
    """Sources inside that one's word, outermost first."""

    def __str__(self) -> str:
        """One line: speaker, verbatim description, level, and what is relayed."""
        speaker = self.speaker and actor_name(self.speaker)
        named = f"{speaker}, " if speaker and speaker != self.source else ""
        quoted = f"“{self.source}” " if self.source else ""
        relayed = "".join(f", relaying “{r}”" for r in self.relays)
        level = LEVEL_WORDS.get(self.level, self.level)
        return f"{named}{quoted}({level}{relayed})" if named or quoted else f"{level}{relayed}"


class Words:
    """The attributions of many articles, to ask on whose word a find stands."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._by_id = {e.find.id: e.find for e in entries if isinstance(e.find, Attribution)}

    def of(self, find: AnyFind) -> Word:
        """On whose word the find stands: the source that the outlet heard, and those it relays."""
        chain = self.chain(find)
        return _word(*chain) if chain else Word(level="own voice")

    def of_itself(self, attribution: Attribution) -> Word:
        """The word that an attribution is, whoever relays it."""
        return _word(attribution)

    def is_asked(self, find: AnyFind) -> bool:
        """Whether it stands in a question that somebody puts at a press conference."""
        return any("question" in a.flags for a in self.chain(find))

    def chain(self, find: AnyFind) -> tuple[Attribution, ...]:
        """The attributions that hold the find, outermost first."""
        return tuple(self._upward(find))[::-1]

    def _upward(self, find: AnyFind) -> Iterator[Attribution]:
        seen: set[str] = set()
        at = find if isinstance(find, Attribution) else self._by_id.get(find.attribution or "")
        while at is not None and at.id not in seen:
            seen.add(at.id)
            yield at
            at = self._by_id.get(at.parent or "")


def _word(heard: Attribution, *relayed: Attribution) -> Word:
    sourcing, speaker = heard.sourcing, heard.speaker
    return Word(
        level=sourcing.level if sourcing else "none",
        source=(sourcing.text if sourcing else None) or joined(heard.source) or None,
        speaker=(speaker.name or _unless_unnamed(speaker.actor)) if speaker else None,
        relays=tuple(joined(a.source) for a in relayed if a.source),
    )


def content_of(find: AnyFind) -> str:
    """What the find says, in the words of the article.

    All its words, verb included, where the content alone would mislead: where it is one word, such as "it", and where
    the verb is negated: "cannot promise water".
    """
    content = joined(find.content) if isinstance(find, Position | Attribution) else ""
    return content if " " in content and "negated" not in find.flags else joined(find.spans)


def actor_name(actor: str | None) -> str:
    """An actor id as a reader wants it: "Poland" for PL, "two officials (unnamed)", "holder unresolved"."""
    if actor is None:
        return "holder unresolved"
    kind, _, description = actor.partition("unnamed:")
    return state_names().get(actor, actor) if kind or not description else f"{description} (unnamed)"


@cache
def state_names() -> Mapping[str, str]:
    """What news calls each state today: the first row of its id; later ones hold former names."""
    return {row["id"]: row["names"].split("|")[0] for row in reversed(table("en/states"))}


def outlet_of(article: ArticleInfo) -> str:
    """The outlet, or the article's name where none is known."""
    return article.outlet or article.name


def article_ref(article: ArticleInfo) -> str:
    """Outlet, day and title on one line, as far as they are known; the name stands in for a title."""
    day = article.published and article.published[:10]
    return ", ".join(filter(None, [article.outlet, day, " ".join((article.title or article.name).split())]))


def counted(n: int, noun: str) -> str:
    """A number with its noun: "1 article", "2 articles"."""
    return f"{n} {noun}" + "s" * (n != 1)


def joined(spans: Iterable[Span]) -> str:
    """The words of the spans on one line, gaps marked."""
    return " … ".join(" ".join(s.text.split()) for s in spans)


def clipped(text: str, words: int = CELL_WORDS, *, around: str | None = None, behind: int = 0) -> str:
    """As many words of a text, with a mark where some are left out.

    Its first; or, where they do not hold `around` and so many words `behind` it, those that end there.
    """
    found = text.split()
    bare, wanted = ([w.strip(".,;:!?()[]\"'“”’") for w in t.split()] for t in (text, around or ""))
    at = next((n for n in range(len(bare)) if bare[n : n + len(wanted)] == wanted), 0) if wanted else 0
    first = max(0, min(at + len(wanted) + behind, len(found)) - words) if wanted else 0
    last = first + words
    while last < len(found) and found[last - 1].casefold() in _OPEN_ENDS:
        last += 1
    return "… " * (first > 0) + " ".join(found[first:last]) + " …" * (last < len(found))


def _unless_unnamed(actor: str | None) -> str | None:
    return None if actor is None or actor.startswith("unnamed:") else actor
