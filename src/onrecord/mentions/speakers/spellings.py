"""Names that are written in two ways: transliterations that end differently, and first names with one letter wrong."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from onrecord.data import words
from onrecord.model import Span

# "Teliy", "Teliyy", "Tely": transliterations of one name end differently.
_ENDING = re.compile(r"[iyj]{1,2}$")
_LONG_ENOUGH = 6  # letters of a first name in which one may be wrong
# Names that are looked at.
_MOST_LOOKED_AT = 60


def other_spellings(persons: Iterable[str], mentions: Mapping[str, Sequence[Span]]) -> dict[str, str]:
    """ "Teliy" and "Telyy" with one first name are one person, by the spelling met most, then the longest."""
    best_of: dict[str, str] = {}
    full = [who for who in persons if " " in who]
    spelled: dict[str, list[str]] = {}
    for who in full:
        spelled.setdefault(_ENDING.sub("y", who.casefold()), []).append(who)
    for forms in spelled.values():
        best = max(forms, key=lambda f: (len(mentions.get(f, ())), len(f)))
        best_of.update({form: best for form in forms if form != best})
    for one, other in combinations(full[:_MOST_LOOKED_AT], 2):
        if _is_misspelt(one, other):
            often, seldom = sorted((one, other), key=lambda f: len(mentions.get(f, ())), reverse=True)
            best_of.setdefault(seldom, often)
    return best_of


def _is_misspelt(one: str, other: str) -> bool:
    """Whether two full names differ by one letter inside the first name: "Kirsten Teller" and "Kirstin Teller"."""
    (first, _, rest), (second, _, tail) = one.partition(" "), other.partition(" ")
    if rest != tail or len(first) != len(second) or len(first) < _LONG_ENOUGH:
        return False
    if {first, second} <= words("en/first_names"):
        return False  # relatives, perhaps
    return (
        sum(a != b for a, b in zip(first, second, strict=True)) == 1 and first[0] + first[-1] == second[0] + second[-1]
    )
