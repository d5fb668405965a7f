"""How far two readings by hand agree."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from gold_attribution_comparison import Claim, Pair, both_readings, paired, same_parent, same_speaker, share_all_three
from gold_comparison import kappa, prf, share
from gold_passages import Passage, article_of

_FIELDS: dict[str, Callable[[Pair], bool]] = {
    "source exact": lambda p: p[0].source == p[1].source,
    "cue exact": lambda p: p[0].cue == p[1].cue,
    "content exact": lambda p: p[0].content == p[1].content,
    "level": lambda p: p[0].level == p[1].level,
    "form": lambda p: p[0].form == p[1].form,
    "addressee": lambda p: _both(p[0].addressee, p[1].addressee),
    "setting": lambda p: p[0].setting == p[1].setting,
    "number": lambda p: p[0].number == p[1].number,
    "closeness": lambda p: _both(p[0].closeness, p[1].closeness),
    "anonymity": lambda p: _both(p[0].anonymity, p[1].anonymity),
    "relays": lambda p: p[0].relays == p[1].relays,
    "speaker": lambda p: same_speaker(*p),
}


def agreement_of(twice: Sequence[Passage]) -> dict[str, Any]:
    """F of attributions, then the share of pairs that agree on each field, in per cent, and kappa where it is closed.

    A pair shares half of the words of its content; that both leave a field empty is agreement.
    """
    pairs: list[Pair] = []
    parents = all_three = firsts = seconds = 0
    for passage in twice:
        first, second = both_readings(passage)
        here = paired(first, second)
        pairs += here
        parents += sum(same_parent(p, here) for p in here)
        all_three += sum(map(share_all_three, here))
        firsts += len(first)
        seconds += len(second)
    fields = {name: share(sum(map(agree, pairs)), len(pairs)) for name, agree in _FIELDS.items()}
    return {
        "passages": len(twice),
        "attributions": [firsts, seconds],
        "content F": round(prf(len(pairs), firsts, seconds)[2], 1),
        "all three F": round(prf(all_three, firsts, seconds)[2], 1),
        "pairs": len(pairs),
        **fields,
        "parent": share(parents, len(pairs)),
        "kappa of level": kappa([(a.level, b.level) for a, b in pairs]),
        "kappa of form": kappa([(a.form, b.form) for a, b in pairs]),
    }


def differing(passage: Passage) -> Iterator[str]:
    """Where the two readings differ, a line each."""
    text = article_of(passage).text
    first, second = both_readings(passage)
    here = paired(first, second)
    for a, b in here:
        fields = [name for name, agree in _FIELDS.items() if not agree((a, b))]
        fields += [] if same_parent((a, b), here) else ["parent"]
        if fields:
            yield f"{passage.n} {a.id}/{b.id} differ in {', '.join(fields)}: {_begin(a, text)}"
    seen = {id(c) for p in here for c in p}
    for reader, claims in (("first", first), ("second", second)):
        for claim in claims:
            if id(claim) not in seen:
                yield f"{passage.n} {claim.id} only in the {reader}: {_begin(claim, text)}"


def _both(a: frozenset[int], b: frozenset[int]) -> bool:
    return bool(a & b) or not (a or b)


def _begin(claim: Claim, text: str) -> str:
    at = min(claim.source | claim.cue | claim.content)
    return " ".join(text[at : at + 100].split())
