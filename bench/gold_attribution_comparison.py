"""Two accounts of one passage side by side: a reading by hand against another, or against what Onrecord found.

Spans are compared by the words they hold (marks do not count), inside the passage for content. Attributions are paired
one to one, the largest overlap of content first, from half of their common words on.
"""

import re
from collections.abc import Collection, Sequence
from functools import cache
from itertools import product

import msgspec

from gold_attribution_readings import Gold, Reading, reading_of
from gold_comparison import Words, body_ids, word_starts
from gold_passages import Passage, article_of
from onrecord.data import table, words
from onrecord.model import Article
from onrecord.model.vocabulary import Form, Setting, SourcingLevel

# Common words of two contents over all their words, from which they are the same attribution; as in PolNeAR's scoring.
SAME = 0.5
_UNNAMED = "unnamed:"
# Words at the head of a description or name that tell nobody apart.
_LEADING = {"the", "a", "an", "one"}


class Claim(msgspec.Struct, kw_only=True, frozen=True):
    """An attribution for comparing: spans are sets of offsets at which words begin."""

    id: str
    source: Words
    cue: Words
    content: Words
    parent: str | None
    addressee: Words
    setting: Setting | None
    form: Form
    level: SourcingLevel | None
    number: int | None
    closeness: Words
    anonymity: Words
    relays: int | None
    actor: str | None
    institution: str | None
    mentions: Words
    """Where the same source is named or described, this attribution's own source included."""


Pair = tuple[Claim, Claim]


def claims_of(reading: Reading, passage: Passage, article: Article) -> list[Claim]:
    """What was read by hand."""
    return [_claim(gold, passage, article.text) for gold in reading.attributions]


def paired(first: Sequence[Claim], second: Sequence[Claim]) -> list[Pair]:
    """Attributions of both accounts, each once; of two with the same content, those with the same cue and source."""
    scored = sorted(
        (
            (-overlap, -bool(a.cue & b.cue) - bool(a.source & b.source), n, m)
            for (n, a), (m, b) in product(enumerate(first), enumerate(second))
            if (overlap := _overlap(a.content, b.content)) >= SAME
        )
    )
    pairs: list[Pair] = []
    used: tuple[set[int], set[int]] = (set(), set())
    for _, _, n, m in scored:
        if n not in used[0] and m not in used[1]:
            used[0].add(n)
            used[1].add(m)
            pairs.append((first[n], second[m]))
    return pairs


def share_all_three(pair: Pair) -> bool:
    """Whether source and cue share a word too, or are absent in both."""
    a, b = pair
    return all(bool(x & y) or not (x or y) for x, y in ((a.source, b.source), (a.cue, b.cue)))


def same_parent(pair: Pair, pairs: Collection[Pair]) -> bool:
    """Whether the parents are a pair themselves, or both have none."""
    a, b = pair
    if a.parent is None or b.parent is None:
        return a.parent == b.parent
    return any((x.id, y.id) == (a.parent, b.parent) for x, y in pairs)


def same_speaker(gold: Claim, other: Claim) -> bool:
    """Whether both say the same of who it is: nobody, the same unnamed source, state, body or person."""
    if gold.actor is None or other.actor is None:
        return gold.actor is other.actor
    unnamed = [c.actor is not None and c.actor.startswith(_UNNAMED) for c in (gold, other)]
    if all(unnamed):
        return bool(gold.mentions & other.mentions) or _plain(gold.actor) == _plain(other.actor)
    if any(unnamed):
        return False
    names = {_plain(x) for x in (gold.actor, gold.institution) if x}
    others = {_plain(x) for x in (other.actor, other.institution) if x}
    return _plain(gold.actor) == _plain(other.actor) or bool((names - _states()) & (others - _states()))


def _claim(gold: Gold, passage: Passage, text: str) -> Claim:
    within = word_starts(text, [(passage.start, passage.end)])
    who = gold.speaker
    mentions = [*gold.source, *([who.mention] if who.mention else [])]
    return Claim(
        id=gold.id,
        source=word_starts(text, gold.source),
        cue=word_starts(text, gold.cue),
        content=word_starts(text, gold.content) & within,
        parent=gold.parent,
        addressee=word_starts(text, gold.addressee),
        setting=gold.setting,
        form=gold.form,
        level=gold.level,
        number=gold.number,
        closeness=word_starts(text, [gold.closeness] if gold.closeness else []),
        anonymity=word_starts(text, [gold.anonymity] if gold.anonymity else []),
        relays=gold.relays,
        actor=who.actor,
        institution=who.institution,
        mentions=word_starts(text, mentions),
    )


def _overlap(a: Words, b: Words) -> float:
    return len(a & b) / len(a | b) if a and b else 0.0


def _plain(name: str) -> str:
    """A name or description without address, initials, determiner and marks; the id of what it is another name of."""
    name = body_ids().get(name.removeprefix("the ").removeprefix("The "), name)
    parts = [w for w in re.findall(r"[\w'’-]+\.?", name.removeprefix(_UNNAMED).casefold()) if not _is_initial(w)]
    while len(parts) > 1 and (parts[0] in _LEADING or parts[0].rstrip(".") in _addresses()):
        parts.pop(0)
    return " ".join(p.rstrip(".") for p in parts)


def _is_initial(word: str) -> bool:
    return len(word) == 2 and word.endswith(".")


@cache
def _addresses() -> frozenset[str]:
    return frozenset(w.casefold().rstrip(".") for w in words("en/honorifics"))


@cache
def _states() -> frozenset[str]:
    return frozenset(row["country"].casefold() for row in table("countries"))


def both_readings(passage: Passage) -> tuple[list[Claim], list[Claim]]:
    """First and second reading of a passage."""
    article = article_of(passage)
    first, second = (claims_of(reading_of(reader, passage.n), passage, article) for reader in ("first", "second"))
    return first, second
