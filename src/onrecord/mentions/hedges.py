"""Words of doubt: what a speaker or the outlet leaves open, kept as written."""

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from onrecord.data import table
from onrecord.model import Article, Span, cut
from onrecord.syntax import lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# After these, "could" tells what somebody was able to do at the time: "From the tower the guards could see the fleet".
_ABILITY = {
    "see",
    "hear",
    "feel",
    "smell",
    "afford",
    "barely",
    "hardly",
    "only",
    "no",
    "understand",
    "remember",
    "help",
}
_NOT = {"not", "n't", "n’t", "never"}


def find_hedges(doc: "Doc", article: Article) -> list[Span]:
    """Words of doubt, such as "may", "roughly", "too early to know" or "it is unclear", in the order of the text.

    The month of May, "about" without a number after it, and "could" or "could not" of past ability are left out. Where
    two entries of the list stand at one place the longer is given.
    """
    starts = [t.idx for t in doc]
    found: list[Span] = []
    for match in _pattern().finditer(article.text):
        first = doc[max(0, bisect_right(starts, match.start()) - 1)]
        last = doc[max(0, bisect_right(starts, match.end() - 1) - 1)]
        if first.dep_ != "gap" and _holds(_plain(match.group()), first, last):
            found.append(cut(article.text, match.start(), match.end()))
    return found


def is_of_number(hedge: Span) -> bool:
    """Whether the words leave a number open, and not what is told with it: "nearly six hours", "about 40 ships"."""
    return _table()[_plain(hedge.text)] == "number"


def _holds(words: str, first: "Token", last: "Token") -> bool:
    """Whether the words express doubt where they stand."""
    match _table()[words]:
        case "modal":
            return first.tag_ == "MD" and not (words == "could" and _past_ability(first))
        case "number":
            return _before_number(last)
        case _:
            return True


def _past_ability(could: "Token") -> bool:
    """Whether "could" means "was able to"; the negated one always does: "could not reach the town"."""
    following = [lemma(t) for t in could.doc[could.i + 1 : could.i + 3]]
    return any(word in _NOT or word in _ABILITY for word in following)


def _before_number(last: "Token") -> bool:
    doc = last.doc
    after = doc[last.i + 1] if last.i + 1 < len(doc) else None
    if after is not None and after.is_currency and after.i + 1 < len(doc):
        after = doc[after.i + 1]
    return after is not None and (after.like_num or after.text[0].isdigit())


@cache
def _table() -> dict[str, str]:
    rows = {row["hedge"]: row["where"] for row in table("en/hedges")}
    if unknown := set(rows.values()) - {"anywhere", "modal", "number"}:
        raise ValueError(f"en/hedges.tsv: unknown conditions {sorted(unknown)}")
    return rows


@cache
def _pattern() -> re.Pattern[str]:
    rests: dict[str, list[str]] = {}  # by first letter: the pattern is tried at every word of the text
    for hedge in sorted(_table(), key=len, reverse=True):
        rest = re.escape(hedge[1:]).replace(r"\ ", r"\s+").replace("'", "['’]")
        rests.setdefault(hedge[0], []).append(rest)
    listed = "|".join(f"{letter}(?:{'|'.join(found)})" for letter, found in rests.items())
    return re.compile(rf"\b(?:{listed})\b", re.IGNORECASE)


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())
