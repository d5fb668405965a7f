"""Issues: which thing under negotiation a position or a meeting is about, with the words that decided."""

import re
from collections.abc import Container, Iterable, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

import msgspec

from onrecord.model import Article, Issue, Layout, Meeting, Mentions, Negotiation, Position
from onrecord.syntax import lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

R = TypeVar("R", Position, Meeting)

# A negotiation's dates are stretched by this many days on both sides: reports come before and after.
MARGIN_DAYS = 30
# What the parser makes tokens of inside a word: the hyphen of "build-up", the ending of "alliance's".
_JOINED = re.compile(r"(?<=\w)(-|['’]s\b)")
_ON_SOMETHING = {"understanding", "agreement", "deal", "compromise", "settlement", "treaty", "accord", "pact"}
# What begins a phrase that tells when, in spite of what or among whom: of what happened there the position is not.
_CIRCUMSTANCES = {
    "after", "before", "during", "since", "amid", "amidst", "ahead", "wake", "following", "despite", "among",
}  # fmt: skip
# What is about something: "talks on Syria" are about Syria.
_FRAMES = {"talk", "dialogue", "meeting", "summit", "negotiation", "discussion", "conversation"}
_WHICH = {"of", "on", "with", "between", "about", "over", "for"}
_DEFINITE = {"the", "this", "that"}
_DETERMINERS = {"the", "his", "her", "its", "their"}
# With these before it a word is another thing: "a nuclear war", "ransomware attacks".
_OF_KINDS = {("war",), ("attack",)}
_OTHER_KINDS = {"nuclear", "cyber", "ransomware", "terror", "terrorist", "heart", "cold", "civil", "trade", "world"}
# An acronym with fewer letters is spelled by chance.
_FEWEST_INITIALS = 3
# Characters before and after a common word within which a side is named where the word is of its quarrel.
_NEAR = 600
# What tells of which matter a meeting is: "met to discuss the base", "talks that focused on the dam", "spoke about it".
_DISCUSSING = {"discuss", "address", "raise", "cover", "focus", "agenda", "topic"}
_ON = {"on", "about", "over", "regarding", "concerning"}
# Words that stand for something told before.
_BACK = {"this", "that", "these", "those", "it", "such", "so", "same", "they", "there", "them"}


class Issues:
    """Which issues an article's positions and meetings are about, of the negotiations that it belongs to.

    `issue_because` of what is given holds the words that decided, and says where they stood.
    """

    def __init__(
        self,
        doc: "Doc",
        article: Article,
        layout: Layout,
        mentions: Mentions,
        negotiations: Sequence[Negotiation],
    ) -> None:
        self._doc, self._article, self._layout, self._mentions = doc, article, layout, mentions
        self._negotiations = negotiations

    @cached_property
    def _concerned(self) -> list[Negotiation]:
        return [n for n in self._negotiations if n.issues and belongs(self._article, self._mentions, n)]

    @cached_property
    def _seeds(self) -> "_Seeds":
        issues = [i for n in self._concerned for i in n.issues]
        return _Seeds(issues, self._doc, {i.name for n in self._concerned for i in n.issues if _is_of_a_side(i, n)})

    def of_positions(self, positions: list[Position]) -> list[Position]:
        """The positions with their issues.

        Seed phrases in the position's own words give all their issues, those of its condition too for a warning or
        where its own words have none. Failing these "the treaty" gives that of the treaty named before, else the
        nearest in the sentence gives one; where its words point back to the sentence before in its paragraph, those of
        that one, if they agree. A common word alone, such as "attack", gives no issue that is a side's ("Ukraine's
        border") where no side but the holder's is named near by.
        """
        if not self._concerned or not positions:
            return positions
        scenes = _Scenes(self._concerned, self._mentions, self._seeds)
        return [
            _assigned(p, self._doc, self._layout, self._seeds, scenes) if scenes.may_concern(p) else p
            for p in positions
        ]

    def on_agenda(self, meetings: list[Meeting]) -> list[Meeting]:
        """The meetings, those of a side with the issues that they are about.

        Seed phrases in the meeting's own words give them, or in what its sentence says is discussed there.
        """
        if not self._concerned or not meetings:
            return meetings
        return [
            _with_agenda(m, self._doc, self._seeds)
            if any(n.side_of(side) for n in self._concerned for side in m.sides)
            else m
            for m in meetings
        ]


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


def word_form(word: str) -> str:
    """A form in which singular and plural agree, since seeds are written either way."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _is_of_a_side(issue: Issue, negotiation: Negotiation) -> bool:
    """Whether its name names a side: "Ukraine's border" is of one, "arms control" is not."""
    names = (name for side in negotiation.sides for name in (side.id, side.name, *side.aliases))
    return any(re.search(rf"\b{re.escape(name)}\b", issue.name) for name in names)


def _says(article: Article, words: Iterable[str]) -> bool:
    return any(re.search(rf"\b{re.escape(w)}\b", article.text, re.IGNORECASE) for w in words)


def _in_time(day: str, negotiation: Negotiation) -> bool:
    at, margin = date.fromisoformat(day), timedelta(days=MARGIN_DAYS)
    return (negotiation.start is None or at >= negotiation.start - margin) and (
        negotiation.end is None or at <= negotiation.end + margin
    )


class _Hit:
    """Where a seed phrase stands."""

    def __init__(self, phrase: "Tokens", issue: str, *, loose: bool = False, common: bool = False) -> None:
        self.issue, self.words, self.loose = issue, phrase.text, loose
        self.common = common  # a word of any quarrel, of an issue that is a side's
        self.start, self.end = phrase.start_char, phrase.end_char
        self._root = phrase.root

    def is_beside(self, offset: int) -> bool:
        """Whether it stands in a phrase of circumstance that holds nothing of what begins at the offset."""
        for at in (self._root, *self._root.ancestors):
            marked = at.pos_ in {"VERB", "AUX"} and any(
                c.dep_ == "mark" and c.lower_ in _CIRCUMSTANCES for c in at.lefts
            )
            if marked or (at.lower_ in _CIRCUMSTANCES and at.pos_ != "VERB"):
                phrase = at.doc[at.left_edge.i : at.right_edge.i + 1]
                return not phrase.start_char <= offset < phrase.end_char
        return False

    @property
    def noun(self) -> "Token":
        """The noun that it is or qualifies: "treaty" of "INF Treaty"."""
        return self._root.head if self._root.dep_ in {"compound", "amod", "nmod"} else self._root

    def frames(self, other: "_Hit") -> bool:
        """Whether it names talks of which the other is the topic."""
        if lemma(self._root) not in _FRAMES or self.issue == other.issue:
            return False
        below = next((t for t in (other._root, *other._root.ancestors) if t.head == self._root), None)
        return below is not None and (below.dep_ in {"compound", "amod"} or below.lower_ in {"on", "about", "over"})


def _spelled_out(doc: "Doc", at: int, acronym: str) -> int | None:
    """Where the words that begin at a token and whose initials are the acronym end: "Joint Plan of Action" (JPOA).

    A word with hyphens has one initial, and small words may be passed over: "Intermediate-Range Nuclear Forces" (INF).
    """
    if len(acronym) < _FEWEST_INITIALS:
        return None
    for letter in acronym:
        while at < len(doc) and doc[at].is_stop and not doc[at].is_title:
            at += 1
        if at == len(doc) or not doc[at].lower_.startswith(letter) or not doc[at].is_title:
            return None
        at += 1
        while at + 1 < len(doc) and doc[at].text == "-":
            at += 2
    return at


def _is_determined(noun: "Token") -> bool:
    return noun.pos_ == "NOUN" and any(c.dep_ in {"det", "poss", "compound"} for c in noun.children)


class _Seeds:
    """Where the seed phrases of the issues stand in the article, by token."""

    def __init__(self, issues: list[Issue], doc: "Doc", of_sides: Container[str]) -> None:
        by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        determined: dict[str, list[str]] = {}
        nouns: set[tuple[str, ...]] = set()
        common: set[tuple[str, ...]] = set()
        acronyms: dict[tuple[str, ...], str] = {}
        for issue in issues:
            for seed in issue.seeds:
                words = tuple(word_form(w) for w in _JOINED.sub(r" \1 ", seed.casefold()).split())
                by_first.setdefault(words[0], []).append((words, issue.name))
                if len(words) == 2 and words[0] in _DETERMINERS:  # "the meeting" is any that is told apart
                    determined.setdefault(words[1], []).append(issue.name)
                if len(words) == 1 and words[0] != seed.casefold():  # "drills" are none where somebody drills for oil
                    nouns.add(words)
                if seed.islower() and " " not in seed and issue.name in of_sides:
                    common.add((issue.name, *words))
                if len(words) == 1 and seed.isupper():  # "swift" is no bank network
                    acronyms[words] = issue.name
        self._at: list[_Hit] = []
        forms = [word_form(lemma(t)) for t in doc]
        surfaces = [word_form(t.lower_) for t in doc]
        for i in range(len(forms)):
            for first in {forms[i], surfaces[i]}:
                for words, name in by_first.get(first, ()):
                    end = i + len(words)
                    if (words in nouns and doc[i].pos_ == "VERB") or (words in acronyms and doc[i].is_lower):
                        continue
                    if words in _OF_KINDS and i > 0 and doc[i - 1].lower_ in _OTHER_KINDS:
                        continue
                    if end <= len(forms) and all(w in (forms[i + n], surfaces[i + n]) for n, w in enumerate(words)):
                        self._at.append(_Hit(doc[i:end], name, common=(name, *words) in common))
                for name in determined.get(first, ()) if _is_determined(doc[i]) else ():
                    self._at.append(_Hit(doc[i : i + 1], name, loose=True))
            for (acronym,), name in acronyms.items() if doc[i].is_title else ():
                if (spelled := _spelled_out(doc, i, acronym)) is not None:
                    self._at.append(_Hit(doc[i:spelled], name))

    def within(self, ranges: Iterable[tuple[int, int]], of: int | None = None) -> "list[_Hit]":
        """The seed phrases in stretches of text; none that lies in a longer one.

        Of a position that begins at `of` none that only tells when it was, nor talks where their topic is another.
        """
        inside = [x for x in self._at if any(start <= x.start and x.end <= end for start, end in ranges)]
        inside = [
            x
            for x in inside
            if not any(o.start <= x.start and x.end <= o.end and o.end - o.start > x.end - x.start for o in inside)
        ]
        told = inside if of is None else [x for x in inside if not x.is_beside(of)]
        return [x for x in told if not any(x.frames(o) for o in told)]

    def named_before(self, noun: "Token") -> "list[_Hit]":
        """What a bare "the treaty" means: the seed phrase with the last treaty before that something is told of."""
        same = (t for t in reversed(noun.doc[: noun.i]) if lemma(t) == lemma(noun) and not _is_bare(t))
        last = next(same, None)
        return [x for x in self._at if x.noun == last][:1]

    def covers(self, offset: int) -> bool:
        """Whether a seed phrase stands there."""
        return any(x.start <= offset < x.end for x in self._at)

    def nearest(self, start: int, end: int, to: int) -> "list[_Hit]":
        """The seed phrase of a stretch that stands nearest to a position's begin."""
        inside = [x for x in self.within([(start, end)], to) if not x.loose]
        found = min(inside, key=lambda x: max(x.start - to, to - x.end), default=None)
        return [found] if found else []


class _Scenes:
    """Which states the article names where: an issue's word may be said of another conflict."""

    def __init__(self, negotiations: Sequence[Negotiation], mentions: Mentions, seeds: _Seeds) -> None:
        self._negotiations = negotiations
        self._concerned: list[tuple[int, str | None]] = []
        self._elsewhere: list[int] = []
        states = [(a.begins_at, a.actor, a.state) for a in mentions.actors if a.state or a.type == "state"]
        states += [(p.begins_at, p.country, None) for p in mentions.places if p.country]
        for at, actor, state in states:
            side = self._side_of(actor) or self._side_of(state)
            if side is not None or seeds.covers(at):
                self._concerned.append((at, None if seeds.covers(at) else side))
            else:
                self._elsewhere.append(at)

        named = [(a.begins_at, name) for a in mentions.actors for name in (a.actor, a.state)]
        named += [(p.begins_at, name) for p in mentions.places for name in (p.country or "").split("/")]
        self._sides = [(at, side) for at, name in named if (side := self._side_of(name)) is not None]

    def _side_of(self, actor: str | None) -> str | None:
        return next((side.id for n in self._negotiations if (side := n.side_of(actor)) is not None), None)

    def may_concern(self, position: Position) -> bool:
        """Whether the position's words name no other states than those under negotiation, or those too.

        The holder's own side beside another state does not count: what one does with a neighbour is their affair.
        """
        stretches = [(s.start, s.end) for s in (*position.content, *position.spans)]
        own = self._side_of(position.holder)
        named = any(a <= at < b for at, side in self._concerned if side is None or side != own for a, b in stretches)
        return named or not any(a <= at < b for at in self._elsewhere for a, b in stretches)

    def told_of_sides(self, position: Position, hits: "Sequence[_Hit]") -> "list[_Hit]":
        """The seed phrases without those common words near which no side but the holder's is named."""
        own = self._side_of(position.holder)
        others = [at for at, side in self._sides if side != own]
        return [x for x in hits if not x.common or any(x.start - _NEAR <= at < x.end + _NEAR for at in others)]


def _assigned(position: Position, doc: "Doc", layout: Layout, seeds: _Seeds, scenes: _Scenes) -> Position:
    at = position.spans[0].start
    token = next(iter(doc.char_span(at, at + 1, alignment_mode="expand") or ()), None)
    paragraph = layout.paragraph_at(at)
    words = [(s.start, s.end) for s in (*position.content, *position.spans)]
    condition = [(s.start, s.end) for s in position.condition.spans] if position.condition else []
    if position.act == "warning" or not seeds.within(words):  # what is answered, or all that tells the matter
        words += condition
    if own := seeds.within(words, at):
        return _with(position, "words", scenes.told_of_sides(position, own))
    if seeds.within(words):
        return position  # what it says of when it was
    nouns = (t for start, end in words for t in doc.char_span(start, end, alignment_mode="expand") or ())
    if named := [hit for noun in nouns if _is_definite(noun) for hit in seeds.named_before(noun)]:
        return _with(position, "named before", scenes.told_of_sides(position, named))
    if token is not None and (near := seeds.nearest(token.sent.start_char, token.sent.end_char, at)):
        return _with(position, "sentence", scenes.told_of_sides(position, near))
    if paragraph is None or token is None:
        return position
    before = doc[max(0, token.sent.start - 1)].sent
    if paragraph.start <= before.start_char < token.sent.start_char and _points_back(position, doc):
        hits = seeds.within([(before.start_char, before.end_char)])
        if len({hit.issue for hit in hits}) == 1:
            return _with(position, "sentence before", scenes.told_of_sides(position, hits))
    return position


def _with_agenda(meeting: Meeting, doc: "Doc", seeds: _Seeds) -> Meeting:
    words = [(s.start, s.end) for s in meeting.spans]
    told = doc.char_span(meeting.begins_at, meeting.ends_at, alignment_mode="expand")
    for token in told.sent if told is not None else ():
        on = token.lower_ in _ON and any(start <= token.head.idx < end for start, end in words)
        if on or lemma(token) in _DISCUSSING:
            words.append((token.idx, token.right_edge.idx + len(token.right_edge)))
    hits = [hit for hit in seeds.within(words) if not (hit.common or hit.loose)]
    return _with(meeting, "words", hits) if hits else meeting


def _is_definite(noun: "Token") -> bool:
    """ "The treaty", "that deal", which was named before."""
    return lemma(noun) in _ON_SOMETHING and _is_bare(noun) and any(c.lower_ in _DEFINITE for c in noun.lefts)


def _is_bare(noun: "Token") -> bool:
    """Whether nothing says which it is."""
    told = {"acl", "compound", "amod", "poss", "nmod"}
    return not any(c.dep_ in told or (c.dep_ == "prep" and c.lower_ in _WHICH) for c in noun.children)


def _points_back(position: Position, doc: "Doc") -> bool:
    """Whether its words mean something told before: "demands that", "is worried"."""
    stretches = (doc.char_span(s.start, s.end, alignment_mode="expand") for s in (*position.spans, *position.content))
    words = (t for stretch in stretches for t in stretch or ())
    return not position.content or any((t.lower_ in _BACK and t.pos_ != "SCONJ") or _is_of_it(t) for t in words)


def _is_of_it(noun: "Token") -> bool:
    """ "An understanding", "a deal", of which nothing says on what."""
    return lemma(noun) in _ON_SOMETHING and _is_bare(noun)


def _with(record: R, where: str, hits: Sequence[_Hit]) -> R:
    return msgspec.structs.replace(
        record,
        issues=tuple(dict.fromkeys(hit.issue for hit in hits)),
        issue_because=tuple(dict.fromkeys(f"{where}: {hit.words}" for hit in hits)),
    )
