"""Denials beside what they may deny: candidates for a reader, never judged."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

import msgspec

from onrecord.data import table
from onrecord.model import Assessment, Attribution, Entry, Negotiation, Position, Span
from onrecord.model.vocabulary import PositionAct
from onrecord.views.changes.likeness import Topic, Topics, is_copy, shared, stem
from onrecord.views.changes.told import Teller, Told
from onrecord.views.sides import Sides, in_order
from onrecord.views.whose_word import Words
from onrecord.views.wording import content_of, counted, joined

# Days between what was said and its denial; in one article any number.
DENIED_WITHIN = 7
# First words of a reproach that must name whom it is about: "blamed the inquiry into Varenian boats" is about another.
NAMED_WITHIN = 3
# Acts that say something of the other side that it may deny.
SAID_OF_OTHERS: frozenset[PositionAct] = frozenset({"accusation", "warning", "concern"})


class DenialLine(msgspec.Struct, frozen=True, kw_only=True, tag="denial", tag_field="line"):
    """What one side says of another, and what that one denies in the same words. Both stand; neither is judged."""

    said: Told
    said_by: str
    """Name of the side."""
    denied: Told
    denied_by: str
    because: str
    words: tuple[str, ...]
    """The words that both share."""
    copies: tuple[str, ...] = ()
    """Ids of the lines that have the sentence of the denial in another article; all count once."""
    status: str = "candidate, not judged"


class _Said(NamedTuple):
    """What somebody of a side said, with its topic."""

    entry: Entry
    side: str
    holder: str | None
    topic: Topic


def denials(
    entries: Iterable[Entry],
    negotiation: Negotiation,
    *,
    since: str | None = None,
    sentence: Callable[[Entry], str] | None = None,
) -> Iterator[DenialLine]:
    """The denials of the sides in order of publication, each with what another side said that it may deny.

    Accusations, warnings, concerns, assessments and other statements count, in the same article or within a week of
    the denial, where they name the side that denies. Of each other side the one with the most words in common stands.
    With `since`, pairs of which one came out on that day or later.
    """
    found = in_order(entries)
    teller = Teller(found, sentence)
    names = {s.id: s.name for s in negotiation.sides}
    topics = Topics(name for s in negotiation.sides for name in (s.id, s.name, *s.members, *s.aliases))
    sides = Sides(found, negotiation)
    denied: list[tuple[_Said, list[str]]] = []
    for entry in found:
        find = entry.find
        if isinstance(find, Position) and find.act == "denial" and (side := sides.of(entry)) is not None:
            denial = _Said(entry, side, find.holder, topics.of(joined(find.content or find.spans)))
            for other, copies in denied:
                if other.side == side and is_copy(teller.sentence(entry), teller.sentence(other.entry)):
                    copies.append(find.id)
                    break
            else:
                denied.append((denial, []))
    said = list(_said(found, negotiation, sides, topics)) if denied else []
    for denial, copies in denied:
        best: dict[str, tuple[tuple[int, int, int], _Said, tuple[str, ...]]] = {}
        for heard in said:
            if words := _may_be_denied(heard, denial, negotiation):
                rank = (_rank(heard, denial.side, negotiation), len(words), -_apart(heard, denial))
                if heard.side not in best or rank > best[heard.side][0]:
                    best[heard.side] = (rank, heard, words)
        for side, (_, heard, words) in best.items():
            days = [e.article.published[:10] for e in (heard.entry, denial.entry) if e.article.published]
            if since is None or any(day >= since for day in days):
                yield DenialLine(
                    said=teller.told(heard.entry, heard.holder),
                    said_by=names[side],
                    denied=teller.told(denial.entry, denial.holder),
                    denied_by=names[denial.side],
                    because=_because(heard, denial),
                    words=words,
                    copies=tuple(copies),
                )


def _rank(said: _Said, side: str, negotiation: Negotiation) -> int:
    """What is said to the denier's face first, then other positions, assessments, statements."""
    find = said.entry.find
    if isinstance(find, Position):
        to = negotiation.side_of(find.addressee)
        return 3 if to is not None and to.id == side else 2
    return int(isinstance(find, Assessment))


def _said(entries: Iterable[Entry], negotiation: Negotiation, sides: Sides, topics: Topics) -> Iterator[_Said]:
    words = Words(entries)
    denied: dict[str, list[Span]] = defaultdict(list)
    for entry in entries:
        if isinstance(entry.find, Position) and entry.find.act == "denial":
            denied[entry.article.id] += entry.find.spans
    for entry in entries:
        find = entry.find
        if isinstance(find, Position):
            if find.act in SAID_OF_OTHERS and (side := sides.of(entry)) is not None:
                yield _Said(entry, side, find.holder, topics.of(joined(find.content or find.spans)))
        elif isinstance(find, Attribution) and any(
            c.contains(s) for c in find.content for s in denied[entry.article.id]
        ):
            continue  # a report of the denial, whoever gives it
        elif isinstance(find, Assessment | Attribution) and (chain := words.chain(find)):
            speaker = chain[-1].speaker
            whose = [speaker.affiliation, speaker.actor] if speaker else []
            spoke = next((s for w in whose if (s := negotiation.side_of(w)) is not None), None)
            if spoke is not None:
                yield _Said(entry, spoke.id, speaker.actor if speaker else None, topics.of(content_of(find)))


def _may_be_denied(said: _Said, denial: _Said, negotiation: Negotiation) -> tuple[str, ...]:
    """The words in common, where the one may deny what the other said."""
    if said.side == denial.side or _apart(said, denial) > DENIED_WITHIN or _is_same_text(said.entry, denial.entry):
        return ()
    words = shared(denial.topic, said.topic) if _is_about(said, denial.side, negotiation) else ()
    return () if words and said.topic.turned(set(map(stem, words))) else words


def _is_about(said: _Said, side_id: str, negotiation: Negotiation) -> bool:
    """Whether the words are addressed to the side or name it."""
    find = said.entry.find
    text = f"{joined(find.spans)} {content_of(find)}"
    if isinstance(find, Position):
        if (to := negotiation.side_of(find.addressee)) is not None:
            return to.id == side_id
        text = " ".join(joined(find.content or find.spans).split()[:NAMED_WITHIN])
    return re.search(_named(side_id, negotiation), text) is not None


@lru_cache
def _named(side_id: str, negotiation: Negotiation) -> str:
    return rf"\b(?:{'|'.join(re.escape(name) for name in _names(side_id, negotiation))})\b"


def _names(side_id: str, negotiation: Negotiation) -> Iterator[str]:
    """The names of a side and of its members; of states also adjective, people and capital."""
    side = negotiation.side_of(side_id)
    for name in (side_id, *((side.name, *side.aliases, *side.members) if side else ())):
        if len(name) > 2 or not name.isupper():
            yield name
        for row in table("en/states"):
            if row["id"] == name:
                yield from (n for column in ("names", "adjectives", "people") for n in row[column].split("|") if n)
        yield from (row["capital"] for row in table("capitals") if name in row["government"].split("|"))


def _is_same_text(one: Entry, other: Entry) -> bool:
    if one.article.id != other.article.id:
        return False
    return any(a.overlaps(b) for a in one.find.spans for b in other.find.spans)


def _apart(one: _Said, other: _Said) -> int:
    """Days between two lines: none in one article, very many where one has no date."""
    first, second = one.entry.article, other.entry.article
    if first.id == second.id:
        return 0
    if first.published is None or second.published is None:
        return DENIED_WITHIN + 1
    return abs((date.fromisoformat(first.published[:10]) - date.fromisoformat(second.published[:10])).days)


def _because(said: _Said, denial: _Said) -> str:
    find = said.entry.find
    what = find.act if isinstance(find, Position) else "statement" if find.kind == "attribution" else find.kind
    where = (
        "in one article"
        if said.entry.article.id == denial.entry.article.id
        else "on one day"
        if not (days := _apart(said, denial))
        else f"{counted(days, 'day')} apart"
    )
    return f"{what} and denial, {where}"
