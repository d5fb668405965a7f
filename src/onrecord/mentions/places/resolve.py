"""Which place a toponym means: prior, what the text says it lies in, and the places around it."""

import math
from collections import defaultdict
from collections.abc import Sequence, Set
from typing import NamedTuple

from onrecord.mentions.gazetteer import Candidate, Gazetteer, normalised
from onrecord.mentions.places.surroundings import Surroundings, Vote
from onrecord.mentions.places.toponym import Toponym

# Weights of the score, searched on LGL's development half (documents whose id's SHA-1 is even) together with the
# well-known names of 150 articles on an international summit, so that local news does not outvote the world's.
PRIOR_OWN = 9.0
PRIOR_CAPITAL = 8.0
PRIOR_AREA = {1: 5.2, 2: 3.0}
OTHER_NAME = -2.0
CONTAINED, NOT_CONTAINED = 12.0, -6.0
SAME_AREA, SAME_STATE, NEAR = 6.5, 2.0, 1.8
# Of a toponym that may be several places, each of the first six speaks for its surroundings by its score.
VOTERS, SOFTNESS = 6, 1.5
ROUNDS = 3
# Other names of smaller cities are mostly rare or wrong: only these count, the larger number where another place
# bears the name as its own.
WELL_KNOWN, RENAMED = 50_000, 500_000
# A small place is named only if the next candidate scores this much less.
CLEAR_MARGIN = 0.4
SMALL = 100_000
# Share of what is around from which a place's state counts as spoken of. Where it is not, the name of a smaller place
# is rather a word ("Hard"), a surname or another place that no gazetteer has.
SPOKEN_OF = 0.02
UNHEARD_OF = 50_000
# Smaller places in an outlet's name are rather words ("Harbour", "Star").
HOME = 20_000
SAME_SPOT_KM = 60.0


class Resolution(NamedTuple):
    """The place meant, or none, and the other candidates, best first."""

    best: Candidate | None
    others: tuple[Candidate, ...]
    score: float


def resolve(
    toponyms: Sequence[Toponym], known: Gazetteer, *, home: Sequence[str] = (), states: Set[str] = frozenset()
) -> list[Resolution]:
    """One resolution a toponym, in their order; toponyms of one name have one sense in an article.

    `home` are texts that tell where the article was written: the outlet's name, the date line; `states` those whose
    people or adjectives it names.
    """
    groups = _groups(toponyms)
    candidates = {key: _candidates(key, known) for key in groups}
    weights = {key: math.sqrt(len(members)) for key, members in groups.items()}
    anchors = [anchor for text in home for anchor in _home(text, known)]
    nothing = Surroundings([])
    scored = {key: _ranked(key, found, nothing, nothing) for key, found in candidates.items()}
    for _ in range(ROUNDS):
        votes = {key: _votes(ranked, weights[key]) for key, ranked in scored.items()}
        around = Surroundings([*anchors, *(vote for cast in votes.values() for vote in cast)])
        scored = {key: _ranked(key, found, around, Surroundings(votes[key])) for key, found in candidates.items()}
    by_toponym: dict[int, Resolution] = {}
    for key, members in groups.items():
        own = Surroundings(votes[key])
        described = {c for _, c in scored[key] if not states.isdisjoint(c.country.split("/"))}
        beside = described | {c for _, c in scored[key] if _is_spoken_of(c, around, own)}
        resolution = _resolution(key, scored[key], beside)
        by_toponym.update(dict.fromkeys(members, resolution))
    return [by_toponym[at] for at in range(len(toponyms))]


Key = tuple[str, str, str]  # name, within, code


def _groups(toponyms: Sequence[Toponym]) -> dict[Key, list[int]]:
    """Toponyms of one sense; a bare name has the sense of the first that says where it lies."""
    said: dict[str, str] = {}
    for t in toponyms:
        if t.within:
            said.setdefault(t.name, t.within)
    groups: dict[Key, list[int]] = defaultdict(list)
    for at, t in enumerate(toponyms):
        groups[t.name, t.within or said.get(t.name, ""), t.code].append(at)
    return groups


def _candidates(key: Key, known: Gazetteer) -> tuple[Candidate, ...]:
    name, _, code = key
    if code:
        return tuple(c for c in known.candidates(normalised(known.area(code))) if c.level == 1 and c.admin1 == code)
    found = known.candidates(name)
    named = any(c.official for c in found)
    return tuple(c for c in found if c.official or c.level <= 1 or c.population >= (RENAMED if named else WELL_KNOWN))


def _ranked(
    key: Key, candidates: Sequence[Candidate], around: Surroundings, own: Surroundings
) -> list[tuple[float, Candidate]]:
    """The candidates with their scores, best first; `own` is the toponym's share of what is around."""
    total = max(around.total - own.total, 0.0)
    ranked = []
    for c in candidates:
        score = _prior(c) + _containment(key[1], c)
        if total:
            score += SAME_AREA * min(1.0, 2 * (around.in_area(c) - own.in_area(c)) / total)
            score += SAME_STATE * min(1.0, (around.in_state(c) - own.in_state(c)) / total)
            if not c.official and not _is_spoken_of(c, around, own):
                score += OTHER_NAME  # "Salisbury" is Harare only where Zimbabwe is spoken of
            if c.level == 9:
                score += NEAR * min(1.0, 2 * (around.near(c) - own.near(c)) / total)
        ranked.append((score, c))
    return sorted(ranked, key=lambda r: (-r[0], r[1].id))


def _votes(ranked: Sequence[tuple[float, Candidate]], weight: float) -> list[Vote]:
    """The likeliest candidates of a toponym, each with its share of the toponym's weight."""
    likely = [(math.exp((score - ranked[0][0]) / SOFTNESS), c) for score, c in ranked[:VOTERS]]
    total = sum(share for share, _ in likely)
    return [(c, weight * share / total) for share, c in likely]


def _prior(c: Candidate) -> float:
    """How likely the place is meant when nothing else is known, as a score."""
    if c.level == 0:
        return PRIOR_OWN
    other = 0.0 if c.official else OTHER_NAME
    if c.level in PRIOR_AREA:
        return PRIOR_AREA[c.level] + 0.3 * math.log10(c.population + 1) + other
    return math.log10(c.population + 1) + (PRIOR_CAPITAL - 6 if c.capital else 0.0) + other


def _containment(within: str, c: Candidate) -> float:
    if not within:
        return 0.0
    if c.level == 0:
        return NOT_CONTAINED
    return CONTAINED if within in {c.admin1, *c.country.split("/")} else NOT_CONTAINED


def _sureness(ranked: Sequence[tuple[float, Candidate]]) -> float:
    """Near 1 where the best candidate is far ahead of the next, 0.5 where it is not."""
    if len(ranked) < 2:
        return 1.0
    return 1 / (1 + math.exp(ranked[1][0] - ranked[0][0]))


def _is_spoken_of(place: Candidate, around: Surroundings, own: Surroundings) -> bool:
    """Whether other places of its state are named, or none at all are."""
    total = around.total - own.total
    return total <= 0 or (around.in_state(place) - own.in_state(place)) / total >= SPOKEN_OF


def _resolution(key: Key, ranked: Sequence[tuple[float, Candidate]], beside: Set[Candidate]) -> Resolution:
    if not ranked:
        return Resolution(None, (), 0.5)
    score, best = ranked[0]
    rivals = [(s, c) for s, c in ranked[1:] if _km(c, best) > SAME_SPOT_KM]
    sure = _sureness([ranked[0], *rivals])
    small = best.level == 9 and best.population < SMALL and not best.capital and not key[1]
    unlikely = best not in beside and best.population < UNHEARD_OF
    if small and (unlikely or (rivals and score - rivals[0][0] < CLEAR_MARGIN)):
        return Resolution(None, tuple(c for _, c in ranked), sure)
    return Resolution(best, tuple(c for _, c in rivals), sure)


def _home(text: str, known: Gazetteer) -> list[Vote]:
    """The place named in an outlet's name or a date line, as one more place around: "The Boise Ledger"."""
    words = normalised(text).split()
    for length in (3, 2, 1):
        for at in range(len(words) - length + 1):
            found = [c for c in known.candidates(" ".join(words[at : at + length])) if c.official]
            if found and (best := max(found, key=_prior)).population >= HOME:
                return [(best, 1.0)]
    return []


def _km(a: Candidate, b: Candidate) -> float:
    """Distance in kilometres, near enough for what it decides."""
    east = math.radians((a.lon - b.lon + 180) % 360 - 180) * math.cos(math.radians((a.lat + b.lat) / 2))
    return 6371 * math.hypot(math.radians(a.lat - b.lat), east)
