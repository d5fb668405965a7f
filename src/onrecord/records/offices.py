"""Offices and institutions: which speak for their state, and which do not."""

import re
from functools import cache

from onrecord.data import table


def acts_for_state(role: str) -> bool:
    """Whether who holds the office speaks for the state: a minister does, a senator or former minister does not."""
    if _told_apart("past").match(role):
        return False
    return bool(_told_apart("executive").search(role)) or not _told_apart("office").search(role)


def names_past(role: str) -> bool:
    """Whether an office of before is named anywhere in it: "Ostmark's former minister", "minister and ex-mayor"."""
    return _told_apart("past").search(role) is not None


def stands_apart(institution: str) -> bool:
    """Whether the institution is a side of its own, as a parliament is."""
    return _told_apart("body").search(institution) is not None


@cache
def _told_apart(kind: str) -> re.Pattern[str]:
    phrases = [row["word"] for row in table("en/apart_from_state") if row["kind"] == kind]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})s?\b", re.NOFLAG if kind == "body" else re.IGNORECASE)
