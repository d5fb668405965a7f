"""What changed: each position beside the earlier ones of the same holder on the same thing."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

import msgspec

from onrecord.model import Entry, Negotiation, Position
from onrecord.model.vocabulary import Change
from onrecord.views.changes.likeness import Topic, Topics, is_copy, likeness, shared, turns
from onrecord.views.changes.moves import Move, move
from onrecord.views.changes.told import Teller, Told
from onrecord.views.sides import Sides, in_order
from onrecord.views.whose_word import Words
from onrecord.views.wording import joined

# Days in which a sentence that agrees in another article is a copy; later it is said again.
COPIED_WITHIN = 2
NEW = Move("new", "nothing like it before")
# Words of a condition, which a sentence may have without one that was read: "should Ostmark attack".
_IF = re.compile(
    r"\b(?:if|unless|provided|in return|in exchange|(?:so|as) long as|[Ss]hould (?:[A-Z]\w+|it|they|he|she))\b"
)


class ChangeLine(msgspec.Struct, frozen=True, kw_only=True, tag="change", tag_field="line"):
    """A position, and what it changes. `before` is none where nothing like it was found."""

    change: Change
    side: str
    issues: tuple[str, ...]
    """Issues of the negotiation that the position is about; empty where none was assigned."""
    now: Told
    before: Told | None
    because: str
    """The rule that decided."""
    words: tuple[str, ...]
    """The words that show that both are about the same thing."""
    copies: tuple[str, ...]
    """Ids of the lines that have the same sentence in another article of these days; all count once."""


def changes(
    entries: Iterable[Entry],
    negotiation: Negotiation,
    *,
    since: str | None = None,
    sentence: Callable[[Entry], str] | None = None,
) -> Iterator[ChangeLine]:
    """The positions of the sides in order of publication, each with what it changes; from `since` on, if given.

    Before is what came out on an earlier day: papers of one day tell one state in any order, and in it a position is
    new or restated. Undated articles have no place in this order, and what an article looks back on, or somebody asks
    at a press conference, is no move: these are left out. What others say of a side is new or restated as well: only
    its own word and the outlet's change anything.
    """
    found = in_order(entries)
    teller = Teller(found, sentence)
    names = {s.id: s.name for s in negotiation.sides}
    for held in _judged(_held(found, negotiation), teller):
        if since is None or held.day >= since:
            yield ChangeLine(
                change=held.move.change,
                side=names[held.side],
                issues=held.issues,
                now=teller.told(held.entry, held.position.holder),
                before=teller.told(held.before.entry, held.before.position.holder) if held.before else None,
                because=held.move.because,
                words=held.words,
                copies=tuple(held.copies),
            )


def marks(lines: Iterable[ChangeLine]) -> dict[str, Change]:
    """The change of each position by its id; a copy has that of the line it repeats."""
    return {id_: line.change for line in lines for id_ in (line.now.id, *line.copies)}


@dataclass(kw_only=True)
class _Held:
    """A position, whose it is and what it is about; then what it changes."""

    n: int
    entry: Entry
    position: Position
    side: str
    body: str | None
    issues: tuple[str, ...]
    topic: Topic
    addressee: str | None
    move: Move = NEW
    before: "_Held | None" = None
    words: tuple[str, ...] = ()
    copies: list[str] = field(default_factory=list)

    @property
    def day(self) -> str:
        return (self.entry.article.published or "")[:10]


def _held(entries: Sequence[Entry], negotiation: Negotiation) -> Iterator[_Held]:
    sides = Sides(entries, negotiation)
    issues = [i.name for i in negotiation.issues]
    words = Words(entries)
    topics = Topics(name for s in negotiation.sides for name in (s.id, s.name, *s.members, *s.aliases))
    for n, entry in enumerate(entries):
        position = entry.find
        if not isinstance(position, Position) or entry.article.published is None or "historical" in position.flags:
            continue
        if words.is_asked(position):
            continue
        if (side := sides.of(entry)) is not None:
            to = negotiation.side_of(position.addressee)
            yield _Held(
                n=n,
                entry=entry,
                position=position,
                side=side,
                body=sides.body_of(entry),
                issues=tuple(i for i in issues if i in position.issues),
                topic=topics.of(_without_condition(position), refusing=_is_refusal_whole(position)),
                addressee=to.id if to else position.addressee,
            )


def _without_condition(position: Position) -> str:
    """What the position says, without the condition that stands in it, unless nothing else does."""
    spans = position.content or position.spans
    cut = position.condition.spans if position.condition else ()
    kept = (
        "".join(" " if any(c.start <= at < c.end for c in cut) else char for at, char in enumerate(s.text, s.start))
        for s in spans
    )
    return " … ".join(words for text in kept if (words := " ".join(text.split()))) or joined(spans)


def _is_refusal_whole(position: Position) -> bool:
    """Whether the words of the refusal stand in what it refuses: "we will not pay"."""
    return position.act in {"refusal", "denial"} and all(
        any(c.contains(s) for c in position.content) for s in position.spans
    )


def _judged(positions: Iterable[_Held], teller: Teller) -> list[_Held]:
    """Positions with what they change; a copy stands with the line that it repeats."""
    by_word: dict[tuple[str | None, str], list[_Held]] = defaultdict(list)
    judged: list[_Held] = []
    for now in positions:
        near = {h.n: h for s in now.topic.telling for h in by_word[now.body, s]}
        latest_first = [near[n] for n in sorted(near, reverse=True)]
        if (first := next((h for h in latest_first if _is_copy(now, h, teller)), None)) is not None:
            first.copies.append(now.position.id)
            continue
        _judge(now, latest_first, teller)
        judged.append(now)
        for s in now.topic.telling:
            by_word[now.body, s].append(now)
    return judged


def _judge(now: _Held, latest_first: Sequence[_Held], teller: Teller) -> None:
    """Sets what `now` changes: beside the latest it can be compared with.

    Harder or weaker words, and a condition, are said again where the holder has said them before, too: a warning after
    a demand hardens nothing for one who has warned all along.
    """
    moves = [(m, h, words) for h in latest_first if (words := _alike(now, h)) and (m := _move(now, h, teller))]
    if not moves:
        return
    decided = moves[0]
    same_act = [found for found in moves if found[1].position.act == now.position.act]
    if decided[0].change in {"hardened", "made conditional"} or decided in same_act:
        decided = next((found for found in same_act if found[0].change == "restated"), decided)
    now.move, now.before, now.words = decided


def _alike(now: _Held, before: _Held) -> tuple[str, ...]:
    """The words that show that both are about the same thing; none where issue or addressee differ."""
    if now.issues and before.issues and not set(now.issues) & set(before.issues):
        return ()
    if now.addressee and before.addressee and now.addressee != before.addressee:
        return ()
    return shared(now.topic, before.topic)


def _move(now: _Held, before: _Held, teller: Teller) -> Move | None:
    alike = likeness(now.topic, before.topic)
    found = move(now.position, before.position, alike)
    if found is None or found.change == "restated":
        return found
    moves = set(now.issues) & set(before.issues) and _on_its_word(now) and _on_its_word(before) and before.day < now.day
    sentences = teller.sentence(now.entry), teller.sentence(before.entry)
    if found.change == "made conditional" and _IF.search(sentences[1]):
        return Move("restated", f"{now.position.act} again")
    if alike.opposed and turns(sentences[0]) == turns(sentences[1]):
        return None  # a "not" may stand in front of what was read: "has no intention", "is not going to"
    if not moves:
        same = now.position.act == before.position.act and found.change != "contradicted"
        return Move("restated", f"{now.position.act} again") if same else None
    return found


def _on_its_word(held: _Held) -> bool:
    return held.position.voice in {"own", "outlet"}


def _is_copy(now: _Held, before: _Held, teller: Teller) -> bool:
    return (
        now.position.act == before.position.act
        and now.entry.article.id != before.entry.article.id
        and (date.fromisoformat(now.day) - date.fromisoformat(before.day)).days <= COPIED_WITHIN
        and is_copy(teller.sentence(now.entry), teller.sentence(before.entry))
    )
