"""A toponym on its way through recognition and resolution."""

from typing import NamedTuple


class Toponym(NamedTuple):
    """A stretch of the text that names a place."""

    start: int
    """First token."""
    end: int
    """Token after the last."""
    start_char: int
    end_char: int
    name: str
    """Normalised, as the gazetteer is asked."""
    within: str = ""
    """GeoNames code of the area that the text says it lies in ("US.ID"), or of the state ("US")."""
    code: str = ""
    """GeoNames code of the area that an abbreviation stands for."""
    rule: str = "entity"
