"""Two accounts of the records of a stretch side by side: a reading by hand against another, or against what was found.

An item of one account is met by an item of the other with a word in common, positions of the same act first. Items of
the found account may meet one gold item together, as where a position is told once for each of its holders.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from gold_comparison import body_ids, prf, word_starts
from gold_passages import Bounds
from gold_records_readings import Activity, Assessment, Condition, Meeting, Position, Reading
from gold_scores import Figures

KINDS = ("positions", "meetings", "activities", "assessments")
# Acts with fewer gold items have no figure of their own.
ENOUGH = 10
Item = Position | Meeting | Activity | Assessment


class Account(msgspec.Struct, frozen=True):
    """Both readings of a stretch, and its text."""

    n: int
    text: str
    gold: Reading
    other: Reading

    def items(self, kind: str) -> tuple[list[Any], list[Any]]:
        """The gold items of a kind, and the other's."""
        return getattr(self.gold, kind), getattr(self.other, kind)

    def meet(self, a: Item, b: Item) -> bool:
        """Whether they have a word in common."""
        return bool(word_starts(self.text, a.words) & word_starts(self.text, b.words))

    def near(self, a: Bounds | None, b: Bounds | None) -> bool:
        """Whether both are none or share a word."""
        if a is None or b is None:
            return a is b
        return bool(word_starts(self.text, [a]) & word_starts(self.text, [b]))


Agree = Callable[[Account, Any, Any], bool]


def same_actor(a: str | None, b: str | None) -> bool:
    """The same id; the same surname of a person; a description of an unnamed one that holds the other's."""
    if a is None or b is None:
        return a is b
    one, two = _plain(a), _plain(b)
    if one == two or (one and two and len(a) > 2 and len(b) > 2 and one[-1] == two[-1]):
        return True
    return len(one) > 1 and len(two) > 1 and (set(one) <= set(two) or set(two) <= set(one))


def same_actors(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether each has its like in the other."""
    return all(any(same_actor(x, y) for y in b) for x in a) and all(any(same_actor(x, y) for x in a) for y in b)


FIELDS: Mapping[str, Mapping[str, Agree]] = {
    "positions": {
        "holder": lambda _, a, b: same_actors(a.holder, b.holder),
        "addressee": lambda _, a, b: same_actor(a.addressee, b.addressee),
        "flags": lambda _, a, b: set(a.flags) == set(b.flags),
    },
    "meetings": {
        "sides": lambda _, a, b: same_actors(a.sides, b.sides),
        "state": lambda _, a, b: a.state == b.state,
        "format": lambda _, a, b: a.format == b.format,
        "place": lambda c, a, b: c.near(a.place, b.place),
        "start": lambda _, a, b: a.start == b.start,
    },
    "activities": {
        "what": lambda _, a, b: a.what == b.what,
        "holder": lambda _, a, b: same_actors(a.holder, b.holder),
        "force": lambda c, a, b: c.near(a.force, b.force),
        "quantity": lambda c, a, b: c.near(a.quantity, b.quantity),
        "place": lambda c, a, b: c.near(a.place, b.place),
        "state": lambda _, a, b: a.state == b.state,
        "start": lambda _, a, b: a.start == b.start,
        "flags": lambda _, a, b: set(a.flags) == set(b.flags),
    },
    "assessments": {"holder": lambda _, a, b: same_actor(a.holder, b.holder)},
}
# What must be right in a whole record.
WHOLE = {
    "meetings": ("sides", "state", "format", "place", "start"),
    "activities": ("what", "holder", "force", "quantity", "place", "state", "start"),
}


def pairs_of(account: Account, kind: str) -> list[tuple[Any, Any]]:
    """Each gold item with what meets it best: of positions one of the same act, then the most words in common."""
    golds, others = account.items(kind)
    pairs = []
    for gold in golds:
        met = [o for o in others if account.meet(gold, o)]
        if met:
            pairs.append((gold, max(met, key=lambda o: (_alike(gold, o), _common(account, gold, o)))))
    return pairs


def compared(accounts: Sequence[Account]) -> Figures:
    """All figures, in per cent.

    `act F`: P of the other's positions that meet a gold one of the same act, R of gold positions that are met so.
    Fields are judged on pairs; of positions on those of the same act. `issues F` counts labels of these pairs.
    `condition F`: positions of both accounts that meet, whatever their act, where both conditions share a word.
    `flags and state`: both over all pairs. `whole`: items all whose fields are right, over all items.
    """
    figures: Figures = {"stretches": len(accounts)}
    figures |= _acts(accounts)
    same_act = [(c, a, b) for c in accounts for a, b in pairs_of(c, "positions") if a.act == b.act]
    figures |= _fields("position", FIELDS["positions"], same_act)
    labels = [Counter(len(x) for x in (set(a.issues) & set(b.issues),)) for _, a, b in same_act]
    right = sum(n * k for c in labels for n, k in c.items())
    figures["issues F"] = prf(
        right, sum(len(a.issues) for _, a, _ in same_act), sum(len(b.issues) for *_, b in same_act)
    )[2]
    figures |= _conditions(accounts)
    flags = [set(a.flags) == set(b.flags) for _, a, b in same_act]
    for kind in ("meetings", "activities", "assessments"):
        name = {"meetings": "meeting", "activities": "activity", "assessments": "assessment"}[kind]
        pairs = [(c, a, b) for c in accounts for a, b in pairs_of(c, kind)]
        figures |= _found(name, accounts, kind)
        figures |= _fields(name, FIELDS[kind], pairs)
        flags += [FIELDS[kind]["state"](c, a, b) for c, a, b in pairs if "state" in FIELDS[kind]]
        flags += [FIELDS[kind]["flags"](c, a, b) for c, a, b in pairs if "flags" in FIELDS[kind]]
        if kind in WHOLE:
            whole = [all(FIELDS[kind][f](c, a, b) for f in WHOLE[kind]) for c, a, b in pairs]
            counts = [sum(len(c.items(kind)[at]) for c in accounts) for at in (0, 1)]
            figures[f"whole {name} F"] = prf(sum(whole), *counts)[2]
    figures["flags and state"] = 100 * sum(flags) / (len(flags) or 1)
    return figures


def _acts(accounts: Sequence[Account]) -> Figures:
    gold: Counter[str] = Counter()
    other: Counter[str] = Counter()
    met: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for account in accounts:
        golds, others = account.items("positions")
        for a in golds:
            gold[a.act] += 1
            met[a.act] += any(a.act == b.act and account.meet(a, b) for b in others)
        for b in others:
            other[b.act] += 1
            right[b.act] += any(a.act == b.act and account.meet(a, b) for a in golds)
    p, r = (100 * hit.total() / (n.total() or 1) for hit, n in ((right, other), (met, gold)))
    figures: Figures = {"positions": gold.total(), "act P": p, "act R": r, "act F": _f(p, r)}
    figures |= _found("position", accounts, "positions")
    for act in sorted(gold):
        if gold[act] >= ENOUGH:
            p, r = 100 * right[act] / (other[act] or 1), 100 * met[act] / gold[act]
            figures[f"act F of {gold[act]} {act}"] = _f(p, r)
    return figures


def _found(name: str, accounts: Sequence[Account], kind: str) -> Figures:
    gold = met = other = right = 0
    for account in accounts:
        golds, others = account.items(kind)
        gold += len(golds)
        other += len(others)
        met += sum(any(account.meet(a, b) for b in others) for a in golds)
        right += sum(any(account.meet(a, b) for a in golds) for b in others)
    p, r = 100 * right / (other or 1), 100 * met / (gold or 1)
    return {f"{name} found of": gold, f"{name} found P": p, f"{name} found R": r, f"{name} found F": _f(p, r)}


def _fields(name: str, fields: Mapping[str, Agree], pairs: Sequence[tuple[Account, Any, Any]]) -> Figures:
    return {f"{name} {f} right": 100 * sum(agree(*p) for p in pairs) / (len(pairs) or 1) for f, agree in fields.items()}


def _conditions(accounts: Sequence[Account]) -> Figures:
    gold = other = met = right = movers = 0

    def linked(account: Account, a: Position, b: Position) -> bool:
        if not (a.condition and b.condition and account.meet(a, b)):
            return False
        return bool(word_starts(account.text, a.condition.words) & word_starts(account.text, b.condition.words))

    for account in accounts:
        golds, others = account.items("positions")
        conditions: list[tuple[Condition, Condition]] = []
        for a in golds:
            gold += a.condition is not None
            conditions += [(a.condition, b.condition) for b in others if linked(account, a, b)][:1]
            met += any(linked(account, a, b) for b in others)
        for b in others:
            other += b.condition is not None
            right += any(linked(account, a, b) for a in golds)
        movers += sum(same_actor(a.mover, b.mover) and a.reciprocal == b.reciprocal for a, b in conditions)
    p, r = 100 * right / (other or 1), 100 * met / (gold or 1)
    return {
        "conditions": gold,
        "condition P": p,
        "condition R": r,
        "condition F": _f(p, r),
        "condition mover right": 100 * movers / (met or 1),
    }


def differing(account: Account, names: tuple[str, str]) -> Iterator[str]:
    """Where the two accounts differ, a line each."""
    for kind in KINDS:
        golds, others = account.items(kind)
        pairs = pairs_of(account, kind)
        for a, b in pairs:
            wrong = [f for f, agree in FIELDS[kind].items() if not agree(account, a, b)]
            if kind == "positions":
                wrong += ["act"] if a.act != b.act else []
                wrong += ["issues"] if set(a.issues) != set(b.issues) else []
                wrong += ["condition"] if (a.condition is None) != (b.condition is None) else []
            if wrong:
                both = f"{_told(account, a)}\n    {_told(account, b)}"
                yield f"{account.n} {kind} differ in {', '.join(wrong)}:\n    {both}"
        for mine, theirs, name in ((golds, others, names[0]), (others, golds, names[1])):
            for item in mine:
                if not any(account.meet(item, o) and _alike(item, o) for o in theirs):
                    yield f"{account.n} {kind} only {name}: {_told(account, item)}"


def _alike(a: Item, b: Item) -> bool:
    return not isinstance(a, Position) or not isinstance(b, Position) or a.act == b.act


def _common(account: Account, a: Item, b: Item) -> int:
    return len(word_starts(account.text, a.words) & word_starts(account.text, b.words))


def _told(account: Account, item: Item) -> str:
    def words(value: Any) -> Any:
        if isinstance(value, Condition):
            return {"if": " + ".join(account.text[s:e] for s, e in value.words), "mover": value.mover}
        if isinstance(value, tuple):
            return " ".join(account.text[slice(*value)].split())
        return value

    at = " + ".join(" ".join(account.text[s:e].split()) for s, e in item.words)
    fields = [f"{f}={words(v)}" for f in item.__struct_fields__ if f != "words" and (v := getattr(item, f))]
    return f"[{at}] {', '.join(fields)}"


def _plain(name: str) -> list[str]:
    name = body_ids().get(name, name)
    words = re.findall(r"[\w'-]+", name.removeprefix("unnamed:").casefold())
    return [w for w in words if w not in {"the", "a", "an", "one"}]


def _f(p: float, r: float) -> float:
    return 2 * p * r / (p + r) if p + r else 0.0
