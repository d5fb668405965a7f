"""What one position makes of an earlier one of the same holder on the same thing."""

import re
from functools import cache
from typing import NamedTuple

from onrecord.data import table
from onrecord.model import Position
from onrecord.model.vocabulary import Change, PositionAct
from onrecord.views.changes.likeness import Likeness, stem
from onrecord.views.wording import joined

# Steps to a harder act. An offer is in none: "proposes guarantees" and "demands guarantees" are one proposal (0 of 8
# steps between the two were right when read). Nor is a refusal after a demand, where one may be to do the thing and the
# other not to have it done, nor a warning after an accusation: what was done and what may be done (0 of 4 were right).
HARDER: frozenset[tuple[PositionAct, PositionAct]] = frozenset(
    {("demand", "warning"), ("refusal", "warning"), ("concern", "warning"), ("concern", "accusation")}
)
# Acts that say yes to a thing: a refusal of it is against them.
YIELDING: frozenset[PositionAct] = frozenset({"offer", "assurance", "concession", "endorsement"})
# Acts of its own that a denial is against; who dismisses what it has condemned does not deny itself.
DENIABLE: frozenset[PositionAct] = frozenset({"offer", "assurance", "concession", "demand", "warning"})
# Acts that press: firmer words make them harder, weaker ones softer.
PRESSING: frozenset[PositionAct] = frozenset({"demand", "refusal", "warning", "concern", "accusation"})
# Acts that a condition weakens. A warning's condition is what sets it off.
BOUND: frozenset[PositionAct] = frozenset({"offer", "assurance", "concession", "demand"})
# Acts that tell what the holder does itself: with "not" and without, they are against each other.
OWN_DEEDS: frozenset[PositionAct] = frozenset({"offer", "assurance", "concession"})
# Words between a verb of giving up and what is given up: "dropped its long-standing demand".
REACH = 4


class Move(NamedTuple):
    """A change and the rule that decided it."""

    change: Change
    because: str


def move(now: Position, before: Position, to: Likeness) -> Move | None:
    """What `now` makes of `before`, which is about the same thing; none where the two cannot be compared.

    Only words that stand there count: a sentence without the condition, or without the strong word, of an earlier one
    says it again in short.
    """
    was, is_ = before.act, now.act
    if (words := given_up(now)) is not None:
        return Move("withdrawn", f"“{words}”, after {a(was)}")
    if was == is_:
        return _same_act(now, before, to)
    if "negated" in (*now.flags, *before.flags):
        return None  # who does not demand a thing has not demanded it
    if to.opposed:
        if to.same_deed and was == "warning" and is_ in YIELDING - {"endorsement"}:
            change: Change = "contradicted" if is_ == "assurance" else "softened"
            return Move(change, f"{is_} of the opposite, after {a(was)}")
        return None
    if to.opposed is None:
        return None
    if to.same_deed:
        if is_ == "denial" and was in DENIABLE:
            return Move("contradicted", f"denial, after its own {was}")
        if is_ == "refusal" and was in YIELDING:
            return Move("contradicted", f"refusal, after {a(was)}")
        if was == "refusal" and is_ in YIELDING:
            return Move("softened", f"{is_}, after a refusal")
        if is_ == "concession" and was in {"demand", "warning"}:
            return Move("softened", f"{is_}, after {a(was)}")
    if (was, is_) in HARDER and to.near:
        return Move("hardened", f"{is_}, after {a(was)}")
    return None


def _same_act(now: Position, before: Position, to: Likeness) -> Move | None:
    negated = ("negated" in now.flags) != ("negated" in before.flags)
    if to.opposed and not negated and to.same_deed and now.act in OWN_DEEDS:
        return Move("contradicted", f"{now.act} of the opposite, after {a(before.act)}")
    if to.opposed or (negated and (to.opposed is None or not to.same_deed)):
        return None
    if negated:
        return Move("contradicted", f"{now.act} negated" if "negated" in now.flags else f"{now.act}, negated before")
    if now.act in BOUND and now.condition is not None and before.condition is None and to.same_deed:
        return Move("made conditional", f"“{joined(now.condition.spans)}”")
    if now.act in PRESSING and (to.near or to.same_deed) and (firm := firmness(now)) and firm != firmness(before):
        return Move("hardened", "strong words") if firm > 0 else Move("softened", "weak or hedged words")
    return Move("restated", f"{now.act} again")


def firmness(position: Position) -> int:
    """1 for strong words, -1 for weak or hedged ones, 0 else."""
    if position.strength == "weak" or position.hedges:
        return -1
    return int(position.strength == "strong")


def given_up(position: Position) -> str | None:
    """The words by which the holder gives up something said before: "dropped its demand", "no longer insists".

    In what it says of a thing they tell nothing: "demands that tolls be no longer raised", unless that is the refusal
    or concession whole: "Varenia withdrew its offer of a pause".
    """
    found = [(s.start + m.start(), m[0]) for s in position.spans for m in re.finditer(r"\S+", s.text)]
    said = [word.strip(".,;:“”\"'") for _, word in found]
    stems = [stem(word) for word in said]
    inside = [any(c.start <= at < c.end for c in position.content) for at, _ in found]
    whole = all(inside) and position.act in {"refusal", "concession"}
    for row in table("en/withdrawal_words"):
        phrase = [stem(w) for w in row["words"].split()]
        if row["sort"] == "noun":
            continue
        for at in range(len(stems) - len(phrase) + 1):
            end = at + len(phrase)
            if stems[at:end] != phrase or (inside[at] and not (whole and row["sort"] == "verb")):
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
