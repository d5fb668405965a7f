"""Issues: which thing under negotiation a position is about, with the words that decided."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

import msgspec

from onrecord.model import Article, Issue, Layout, Mentions, Negotiation, Position
from onrecord.syntax import lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc

# A negotiation's dates are stretched by this many days on both sides: reports come before and after.
MARGIN_DAYS = 30
# What the parser makes tokens of inside a word: the hyphen of "build-up", the ending of "alliance's".
_JOINED = re.compile(r"(?<=\w)(-|['’]s\b)")


def assign_issues(
    positions: list[Position],
    doc: "Doc",
    article: Article,
    layout: Layout,
    mentions: Mentions,
    negotiations: Sequence[Negotiation],
) -> list[Position]:
    """The positions with their issue, taken from the negotiations that the article belongs to.

    Seed phrases are looked for in the position's own words, then in its sentence, and, where its words point back
    ("doing that", "an understanding"), in its paragraph; an issue is given where exactly one fits best.
    `issue_because` holds the words, and says where they stood.
    """
    issues = [i for n in negotiations if belongs(article, mentions, n) for i in n.issues]
    if not issues or not positions:
        return positions
    seeds = _Seeds(issues, doc)
    return [_assigned(p, doc, layout, seeds) for p in positions]


def belongs(article: Article, mentions: Mentions, negotiation: Negotiation) -> bool:
    """Whether the article is about the negotiation: two sides named, or one side and a keyword, and the date fits."""
    if article.published is not None and not _in_time(article.published.date, negotiation):
        return False
    actors = {a for m in mentions.actors for a in (m.actor, m.state) if a}
    sides = {s.id for a in actors if (s := negotiation.side_of(a))}
    return len(sides) >= 2 or (len(sides) == 1 and _says(article, negotiation.keywords))


def may_concern(article: Article, negotiation: Negotiation) -> bool:
    """Whether the article may be about the negotiation, before anybody in it is known: by date and by its words."""
    if article.published is not None and not _in_time(article.published.date, negotiation):
        return False
    sides = sum(_says(article, (side.id, side.name, *side.aliases)) for side in negotiation.sides)
    return sides >= 2 or _says(article, negotiation.keywords)


def _says(article: Article, words: Iterable[str]) -> bool:
    return any(re.search(rf"\b{re.escape(w)}\b", article.text, re.IGNORECASE) for w in words)


def _in_time(day: str, negotiation: Negotiation) -> bool:
    at, margin = date.fromisoformat(day), timedelta(days=MARGIN_DAYS)
    return (negotiation.start is None or at >= negotiation.start - margin) and (
        negotiation.end is None or at <= negotiation.end + margin
    )


class _Seeds:
    """Where the seed phrases of the issues stand in the article, by token."""

    def __init__(self, issues: list[Issue], doc: "Doc") -> None:
        by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for issue in issues:
            for seed in issue.seeds:
                words = tuple(_word_form(w) for w in _JOINED.sub(r" \1 ", seed.casefold()).split())
                by_first.setdefault(words[0], []).append((words, issue.name))
        self._at: list[tuple[int, int, str, str]] = []
        forms = [_word_form(lemma(t)) for t in doc]
        surfaces = [_word_form(t.lower_) for t in doc]
        for i in range(len(forms)):
            for first in {forms[i], surfaces[i]}:
                for words, name in by_first.get(first, ()):
                    end = i + len(words)
                    if end <= len(forms) and all(w in (forms[i + n], surfaces[i + n]) for n, w in enumerate(words)):
                        phrase = doc[i:end]
                        self._at.append((phrase.start_char, phrase.end_char, name, phrase.text))

    def within(self, start: int, end: int) -> list[tuple[int, str, str]]:
        """Length, issue and words of each seed phrase in a stretch of text."""
        return [(e - s, name, words) for s, e, name, words in self._at if start <= s and e <= end]


def _word_form(word: str) -> str:
    """A form in which singular and plural agree, since seeds are written either way."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _assigned(position: Position, doc: "Doc", layout: Layout, seeds: _Seeds) -> Position:
    at = position.spans[0].start
    token = next(iter(doc.char_span(at, at + 1, alignment_mode="expand") or ()), None)
    paragraph = layout.paragraph_at(at)
    scopes: list[tuple[str, list[tuple[int, int]]]] = [
        ("content", [(s.start, s.end) for s in position.content]),
        ("words", [(s.start, s.end) for s in position.spans]),
    ]
    if token is not None:
        scopes.append(("sentence", [(token.sent.start_char, token.sent.end_char)]))
    if paragraph is not None and _points_back(position, doc):
        scopes.append(("paragraph", [(paragraph.start, paragraph.end)]))
    for where, ranges in scopes:
        hits = [h for start, end in ranges for h in seeds.within(start, end)]
        if not hits:
            continue
        weight: Counter[str] = Counter()
        for length, name, _ in hits:
            weight[name] += length
        ranked = weight.most_common(2)
        if len(ranked) == 2 and (ranked[0][1] == ranked[1][1] or where in {"sentence", "paragraph"}):
            if where in {"content", "words"}:
                continue
            return position
        name = ranked[0][0]
        because = tuple(dict.fromkeys(f"{where}: {words}" for _, n, words in hits if n == name))
        return msgspec.structs.replace(position, issue=name, issue_because=because)
    return position


_POINTERS = {"this", "that", "it", "them", "these", "those", "so"}
_DEALS = {"agreement", "understanding", "deal", "compromise", "arrangement", "commitment", "accord"}


def _points_back(position: Position, doc: "Doc") -> bool:
    """Whether the position's words take their topic from what was said before."""
    for span in position.spans:
        words = doc.char_span(span.start, span.end, alignment_mode="expand")
        for token in words or ():
            if lemma(token) in _DEALS or (token.pos_ == "PRON" and token.lower_ in _POINTERS):
                return True
    return False
