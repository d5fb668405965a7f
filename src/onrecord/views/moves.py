"""What one position makes of an earlier one of the same holder on the same thing."""

from functools import cache
from typing import NamedTuple

from onrecord.data import table
from onrecord.model import Position
from onrecord.model.vocabulary import Change, PositionAct
from onrecord.views.likeness import stem
from onrecord.views.words import joined

# Acts from the softest to the hardest; an act of no order is only compared where a rule names it. An offer is in none:
# "proposes guarantees" and "demands guarantees" are one proposal (0 of 8 steps between the two were right when read).
ORDERS: tuple[tuple[PositionAct, ...], ...] = (
    ("demand", "refusal", "warning"),
    ("concern", "accusation", "warning"),
)
# Acts that say yes to a thing: a refusal of it is against them.
YIELDING: frozenset[PositionAct] = frozenset({"offer", "assurance", "concession", "endorsement"})
# Acts of its own that a denial is against; who dismisses what it has condemned does not deny itself.
DENIABLE: frozenset[PositionAct] = frozenset({"offer", "assurance", "concession", "demand", "warning"})
# Acts that press: firmer words make them harder, weaker ones softer.
PRESSING: frozenset[PositionAct] = frozenset({"demand", "refusal", "warning", "concern", "accusation"})
# Acts that a condition weakens. A warning's condition is what sets it off.
BOUND: frozenset[PositionAct] = frozenset({"offer", "assurance", "concession", "demand"})
# Words between a verb of giving up and what is given up: "dropped its long-standing demand".
REACH = 4


class Move(NamedTuple):
    """A change and the rule that decided it."""

    change: Change
    because: str


def move(now: Position, before: Position, *, opposed: bool) -> Move | None:
    """What `now` makes of `before`, which is about the same thing; none where the two cannot be compared.

    Only words that stand there count: a sentence without the condition, or without the strong word, of an earlier one
    says it again in short.
    `opposed` says that one of the contents has the thing with "not" and the other without.
    """
    was, is_ = before.act, now.act
    if (words := given_up(now)) is not None:
        return Move("withdrawn", f"“{words}”, after {a(was)}")
    if is_ == "denial" and was != "denial":
        return None if opposed or was not in DENIABLE else Move("contradicted", f"denial, after its own {was}")
    if was == is_:
        return _same_act(now, before, opposed=opposed)
    if opposed:
        contrary = is_ == "assurance" and was in {"demand", "warning"}
        return Move("contradicted", f"assurance of the opposite, after {a(was)}") if contrary else None
    if is_ == "refusal" and was in YIELDING:
        return Move("contradicted", f"refusal, after {a(was)}")
    if was == "refusal" and is_ in YIELDING:
        return Move("softened", f"{is_}, after a refusal")
    for order in ORDERS:
        if was in order and is_ in order and order.index(is_) > order.index(was):
            return Move("hardened", f"{is_}, after {a(was)}")
    if (was, is_) in {("demand", "concession"), ("warning", "concession"), ("warning", "offer")}:
        return Move("softened", f"{is_}, after {a(was)}")
    return None


def _same_act(now: Position, before: Position, *, opposed: bool) -> Move | None:
    negated = ("negated" in now.flags) != ("negated" in before.flags)
    if opposed and negated:
        return None
    if negated:
        return Move("contradicted", f"{now.act} negated" if "negated" in now.flags else f"{now.act}, negated before")
    if opposed:
        return None
    if now.act in BOUND and now.condition is not None and before.condition is None:
        return Move("made conditional", f"“{joined(now.condition.spans)}”")
    if now.act in PRESSING and (firm := firmness(now)) and firm != firmness(before):
        return Move("hardened", "strong words") if firm > 0 else Move("softened", "hedged or hypothetical words")
    return Move("restated", f"{now.act} again")


def firmness(position: Position) -> int:
    """1 for strong words, -1 where it is weak, hedged or only would be done, 0 else."""
    if position.strength == "weak" or position.hedges or "hypothetical" in position.flags:
        return -1
    return int(position.strength == "strong")


def given_up(position: Position) -> str | None:
    """The words by which something said before is given up: "dropped its demand", "no longer"."""
    said = [w.strip(".,;:“”\"'") for w in joined(position.spans).split()]
    stems = [stem(w) for w in said]
    for row in table("en/withdrawal_words"):
        phrase = [stem(w) for w in row["words"].split()]
        if row["sort"] == "noun":
            continue
        for at in range(len(stems) - len(phrase) + 1):
            end = at + len(phrase)
            if stems[at:end] != phrase:
                continue
            if row["sort"] == "alone":
                return " ".join(said[at:end])
            noun = next((n for n in range(end, min(end + REACH, len(stems))) if stems[n] in _given_up()), None)
            if noun is not None:
                return " ".join(said[at : noun + 1])
    return None


@cache
def _given_up() -> frozenset[str]:
    return frozenset(stem(row["words"]) for row in table("en/withdrawal_words") if row["sort"] == "noun")


def a(act: PositionAct) -> str:
    """The act with its article."""
    return f"{'an' if act[0] in 'aeiou' else 'a'} {act}"
