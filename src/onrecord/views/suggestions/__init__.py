"""What a negotiation file may lack: sides, issues and seed phrases, proposed from the positions that were read."""

import math
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from onrecord.model import Actor, Entry, Negotiation, Place, Position, Time
from onrecord.views.names import outlet_of, state_names
from onrecord.views.sides import Sides
from onrecord.views.suggestions.phrases import Passage, Phrase, phrase_forms, telling_phrases
from onrecord.views.suggestions.proposals import (
    IssueProposal,
    SeedProposal,
    SeedsProposal,
    SideProposal,
    Suggestions,
    Support,
)
from onrecord.views.wording import clipped, content_of, joined

# A phrase or a side of a single article is chance as often as not; see docs/how-to/follow-a-negotiation.md.
LEAST_ARTICLES = 2
# Articles from which a phrase stands often in the positions of an issue.
OFTEN = 3
# Positions of as many words that are the same in two articles are one text printed twice, or one quote.
REPEATED_WORDS = 8
# Phrases of one proposal: as many as a reader takes in.
MOST_PHRASES = 6
# Standard deviations from which a phrase counts as specific to positions. In a store of ten articles none reaches two.
LEAST_SCORE = 0.5
# Phrases are of one issue where both stand in so large a part of the rarer one's positions, and in two at least.
LEAST_SHARED = 1 / 3


# A phrase with the positions that have it.
_Having: TypeAlias = tuple[Phrase, tuple[Entry, ...]]


def suggestions(
    entries: Iterable[Entry], texts: Mapping[str, str], negotiation: Negotiation | None, *, limit: int = 10
) -> Suggestions:
    """What the negotiation may lack by the finds of its articles; `texts` holds the text of each.

    Without a negotiation everybody belongs to no side, and a position is unassigned that has no issue at all.
    """
    found = list(entries)
    given = negotiation or Negotiation(id="", name="", sides=())
    positions = [e for e in found if isinstance(e.find, Position)]
    support = _Supports(positions)
    phrases = _Phrases(found, texts, support)
    assigned = {i.name: [e for e in positions if i.name in _issues(e)] for i in given.issues}
    names = set(assigned)
    unassigned = [e for e in positions if not (names.intersection(_issues(e)) if negotiation else _issues(e))]
    seeds = [phrase_forms(seed) for issue in given.issues for seed in issue.seeds]
    proposed = (
        SeedsProposal(
            issue=i.name, seeds=phrases.seeds(_apart(phrases.telling(assigned[i.name], seeds, least=OFTEN))[:limit])
        )
        for i in given.issues
    )
    return Suggestions(
        sides=tuple(_sides(found, given, support))[:limit],
        issues=tuple(phrases.issues(unassigned, seeds, _between_sides(found, given)))[:limit],
        seeds=tuple(p for p in proposed if p.seeds),
        positions=len(positions),
        unassigned=len(unassigned),
        articles=len({e.article.id for e in positions}),
    )


def _issues(entry: Entry) -> tuple[str, ...]:
    return entry.find.issues if isinstance(entry.find, Position) else ()


def _between_sides(found: Sequence[Entry], negotiation: Negotiation) -> set[str]:
    """Ids of positions that another side than the holder's is named in, or addressed by.

    Without a negotiation, or where the holder belongs to no side, any other state or organisation will do.
    """
    known = Sides(found, negotiation)

    def whose(entry: Entry, actor: str | None) -> str | None:
        side = known.side_of(entry.article, actor)
        return side or (None if negotiation.sides else known.party_of(entry.article, actor))

    named: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for entry in found:
        if isinstance(entry.find, Actor) and (side := whose(entry, entry.find.actor)):
            named[entry.article.id] += [(s.start, s.end, side) for s in entry.find.spans]
    between: set[str] = set()
    for entry in found:
        if isinstance(position := entry.find, Position):
            others = {whose(entry, position.addressee)}
            others |= {
                side
                for start, end, side in named[entry.article.id]
                if any(s.start <= start and end <= s.end for s in (*position.spans, *position.content))
            }
            if others - {None, whose(entry, position.holder)}:
                between.add(position.id)
    return between


class _Supports:
    """What positions amount to, where repeated ones count for the article that has them first."""

    def __init__(self, positions: Iterable[Entry]) -> None:
        self._first: dict[str, Entry] = {}
        for entry in sorted(positions, key=lambda e: (e.article.published is None, e.article.published or "")):
            self._first.setdefault(self._text(entry), entry)

    def of(self, positions: Sequence[Entry]) -> Support:
        """The number of positions and what they come from, with the shortest telling one as the example."""
        own = [self._first.get(self._text(e), e) for e in positions]
        example = min(positions, key=lambda e: (abs(len(content_of(e.find).split()) - REPEATED_WORDS), e.find.id))
        return Support(
            positions=len(positions),
            articles=len({e.article.id for e in own}),
            outlets=len({outlet_of(e.article) for e in own}),
            example=clipped(content_of(example.find)),
            line=example.find.id,
        )

    @staticmethod
    def _text(entry: Entry) -> str:
        """The words, made the article's own where they are too few to be the same text."""
        words = content_of(entry.find).casefold().split()
        return " ".join(words) if len(words) >= REPEATED_WORDS else f"{entry.article.id} {entry.find.id}"


def _sides(found: Sequence[Entry], negotiation: Negotiation, support: _Supports) -> list[SideProposal]:
    known = Sides(found, negotiation)
    held: dict[str, list[Entry]] = defaultdict(list)
    addressed: dict[str, list[Entry]] = defaultdict(list)
    persons: dict[str, Counter[str]] = defaultdict(Counter)
    for entry in found:
        if not isinstance(entry.find, Position):
            continue
        for actor, into in ((entry.find.holder, held), (entry.find.addressee, addressed)):
            party = known.party_of(entry.article, actor)
            if actor is None or party is None or known.side_of(entry.article, actor) or _is_unnamed(party):
                continue
            into[party].append(entry)
            if actor != party and not _is_unnamed(actor):
                persons[party][actor] += 1
    actors = {e.find.actor: e.find for e in reversed(found) if isinstance(e.find, Actor)}
    may_be = _members(found, negotiation) | _namesakes(found, known)
    made = [
        SideProposal(
            actor=party,
            name=state_names().get(party, party),
            type=actors[party].type if party in actors else "state" if party in state_names() else None,
            held=len(held[party]),
            addressed=len(addressed[party]),
            may_be=(hint := may_be.get(party, (None, None)))[0],
            because=hint[1],
            persons=tuple(name for name, _ in persons[party].most_common()),
            support=support.of([*held[party], *addressed[party]]),
        )
        for party in list(dict.fromkeys([*held, *addressed]))
    ]
    return sorted(
        (s for s in made if s.type != "outlet" and s.support.articles >= LEAST_ARTICLES),
        key=lambda s: (-s.support.articles, -s.support.outlets, -s.held - s.addressed, s.actor),
    )


def _is_unnamed(actor: str) -> bool:
    return actor.startswith("unnamed:")


def _members(found: Iterable[Entry], negotiation: Negotiation) -> dict[str, tuple[str, str]]:
    """The side of an organisation, for each of its members."""
    sides: dict[str, tuple[str, str]] = {}
    for entry in found:
        if isinstance(entry.find, Actor) and entry.find.members and (side := negotiation.side_of(entry.find.actor)):
            for member in entry.find.members:
                sides.setdefault(member, (side.id, f"member of {entry.find.actor}"))
    return sides


def _namesakes(found: Iterable[Entry], known: Sides) -> dict[str, tuple[str, str]]:
    """The one side of all persons with a family name, for each person of that name."""
    persons: dict[str, dict[str, str | None]] = defaultdict(dict)
    for entry in found:
        if isinstance(entry.find, Actor) and entry.find.type == "person" and (name := entry.find.actor):
            bearers = persons[name.rpartition(" ")[2]]
            bearers[name] = known.side_of(entry.article, name) or bearers.get(name)
    hints: dict[str, tuple[str, str]] = {}
    for bearers in persons.values():
        of_side = {name: side for name, side in bearers.items() if side}
        if len(set(of_side.values())) == 1:
            name, side = max(of_side.items(), key=lambda x: (len(x[0]), x[0]))
            hints |= dict.fromkeys(bearers, (side, f"{name} is of this side in an article"))
    return hints


class _Phrases:
    """Phrases of positions, ranked against the other text of the articles."""

    def __init__(self, found: Iterable[Entry], texts: Mapping[str, str], support: _Supports) -> None:
        self._texts, self._support = texts, support
        self._names: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for entry in found:
            if isinstance(entry.find, Actor | Place | Time):
                self._names[entry.article.id] += [(s.start, s.end) for s in entry.find.spans]

    def telling(
        self, positions: Iterable[Entry], seeds: Sequence[tuple[str, ...]], *, least: int = LEAST_ARTICLES
    ) -> list[_Having]:
        """Phrases that are specific to the positions and hold no seed, with the positions that have them.

        By score times the logarithm of the articles, so that what many say goes before what two say in the same words;
        single words come last: they are seldom an issue by themselves.
        """
        one_each: dict[tuple[str, str], Entry] = {}
        for entry in positions:
            if isinstance(entry.find, Position) and entry.find.content:
                one_each.setdefault((entry.article.id, joined(entry.find.content)), entry)
        entries = list(one_each.values())
        passages = [
            Passage(article=e.article.id, spans=e.find.content) for e in entries if isinstance(e.find, Position)
        ]
        phrases = [
            (p, having)
            for p in telling_phrases(passages, self._texts, self._names)
            if p.score >= LEAST_SCORE
            and len({entries[n].article.id for n in p.passages}) >= least
            and not any(_overlap(seed, p.forms) for seed in seeds)
            and self._support.of(having := tuple(entries[n] for n in p.passages)).articles >= least
        ]
        telling = [x for x in phrases if not any(_says_more(other, x[0]) for other, _ in phrases)]
        return sorted(telling, key=self._order)

    def _order(self, phrase: _Having) -> tuple[bool, float]:
        found, having = phrase
        return len(found.forms) == 1, -found.score * math.log2(self._support.of(having).articles)

    def issues(
        self, positions: Iterable[Entry], seeds: Sequence[tuple[str, ...]], between: Container[str]
    ) -> Iterator[IssueProposal]:
        """Phrases by the positions they share, each in the group of the first that it shares enough with.

        Those only of which a position is between sides: what one side tells its own people is no issue.
        """
        groups: list[list[_Having]] = []
        for phrase in self.telling(positions, seeds):
            if not any(e.find.id in between for e in phrase[1]):
                continue
            group = next((g for g in groups if _shares(g[0][0], phrase[0])), None)
            if group is None:
                groups.append([phrase])
            else:
                group.append(phrase)
        for group in groups:
            kept = _apart(group)[:MOST_PHRASES]
            around = {e.find.id: e for _, having in kept for e in having}
            yield IssueProposal(
                name=kept[0][0].text, seeds=self.seeds(kept), support=self._support.of(list(around.values()))
            )

    def seeds(self, phrases: Iterable[_Having]) -> tuple[SeedProposal, ...]:
        """Proposals of phrases."""
        return tuple(
            SeedProposal(phrase=p.text, score=p.score, support=self._support.of(having)) for p, having in phrases
        )


def _apart(phrases: Iterable[_Having]) -> list[_Having]:
    """The phrases without those that hold one before them or are part of it."""
    kept: list[_Having] = []
    for phrase, having in phrases:
        if not any(_overlap(k.forms, phrase.forms) for k, _ in kept):
            kept.append((phrase, having))
    return kept


def _shares(one: Phrase, other: Phrase) -> bool:
    shared = len({*one.passages} & {*other.passages})
    return shared >= 2 and shared >= LEAST_SHARED * min(len(one.passages), len(other.passages))


def _says_more(longer: Phrase, phrase: Phrase) -> bool:
    """Whether a longer phrase stands almost wherever this one does: "arms shipments" for "shipments"."""
    return (
        len(longer.forms) > len(phrase.forms)
        and _within(phrase.forms, longer.forms)
        and 3 * len(longer.passages) >= 2 * len(phrase.passages)
    )


def _overlap(one: Sequence[str], other: Sequence[str]) -> bool:
    return _within(one, other) or _within(other, one)


def _within(part: Sequence[str], whole: Sequence[str]) -> bool:
    n = len(part)
    return any(tuple(whole[i : i + n]) == tuple(part) for i in range(len(whole) - n + 1))
