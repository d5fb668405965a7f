"""What the other places of an article lie in and near, each place counted by its weight."""

import math
from collections import defaultdict
from collections.abc import Iterable

from onrecord.mentions.gazetteer import Candidate

Vote = tuple[Candidate, float]
# Near is what lies in the square of this many degrees of latitude to each side, about 220 km.
NEAR_DEGREES = 2


class Surroundings:
    """Weights by subdivision, by state and by square degree; asked in constant time, without one's own votes."""

    def __init__(self, votes: Iterable[Vote]) -> None:
        self._areas: dict[str, float] = defaultdict(float)
        self._states: dict[str, float] = defaultdict(float)
        self._squares: dict[tuple[int, int], float] = defaultdict(float)
        self.total = 0.0
        for place, weight in votes:
            self.total += weight
            if place.level > 0 and place.admin1:
                self._areas[place.admin1] += weight
            if place.level > 1:
                self._squares[_square(place)] += weight
            for state in place.country.split("/"):
                self._states[state] += weight

    def in_area(self, place: Candidate) -> float:
        """Weight of the votes in the same first-level subdivision."""
        return self._areas.get(place.admin1, 0.0) if place.level > 0 else 0.0

    def in_state(self, place: Candidate) -> float:
        """Weight of the votes in the same state; of several claims the strongest counts."""
        return max(self._states.get(state, 0.0) if state else 0.0 for state in place.country.split("/"))

    def near(self, place: Candidate) -> float:
        """Weight of the votes close by."""
        lat, lon = _square(place)
        width = min(20, math.ceil(NEAR_DEGREES / max(0.1, math.cos(math.radians(lat)))))
        return sum(
            self._squares.get((lat + up, (lon + along + 180) % 360 - 180), 0.0)
            for up in range(-NEAR_DEGREES, NEAR_DEGREES + 1)
            for along in range(-width, width + 1)
        )


def _square(place: Candidate) -> tuple[int, int]:
    return math.floor(place.lat), math.floor(place.lon)
