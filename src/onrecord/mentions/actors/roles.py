"""Offices and other roles: which words of a sentence make up a title, and whom it belongs to."""

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from onrecord.data import table, words
from onrecord.mentions.actors.names import Hit

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Longest title in tokens ("former principal deputy assistant secretary of state for arms control").
LONGEST_TITLE = 14
_POSSESSIVE = {"'s", "’s", "'", "’"}
_JOINTS = {"-", "–"}


class Role(NamedTuple):
    """A title at tokens `first` to `last` (inclusive), with the name of whom it belongs to, if any."""

    first: int
    last: int
    head: str
    affiliation: Hit | None
    state: str | None
    left: int
    """First token of the phrase, owner included: "Russia's" in "Russia's deputy foreign minister"."""
    former: bool = False


def role_ending_at(doc: "Doc", last: int, hits: dict[int, Hit]) -> Role | None:
    """The title whose last token is `last`: "Deputy Secretary of State" before a name."""
    first = last
    least = max(doc[last].sent.start, last - LONGEST_TITLE)
    while first - 1 >= least and _of_title(doc, first, hits) and _of_title(doc, first - 1, hits):
        first -= 1
    if not _of_title(doc, last, hits):
        return None
    return _title(doc, first, last, hits)


def role_starting_at(doc: "Doc", first: int, hits: dict[int, Hit]) -> Role | None:
    """The title that begins at `first`, determiner and owner skipped: "the Russian envoy for arms control"."""
    at, end = first, min(len(doc), first + LONGEST_TITLE)
    while at < end and not is_title_word(doc, at):
        hit = hits.get(at)
        if hit is not None and hit.first == at:
            at = hit.last + 1
        elif (
            doc[at].pos_ in {"DET", "NUM"}
            or doc[at].text in _POSSESSIVE
            or doc[at].dep_ == "poss"
            or (doc[at].pos_ == "ADJ" and doc[at].is_lower)
        ):
            at += 1
        else:
            return None
    last = at
    while last < end and is_title_word(doc, last):
        last += 1
    return _title(doc, at, last - 1, hits) if last > at else None


def _of_title(doc: "Doc", at: int, hits: dict[int, Hit]) -> bool:
    """Whether the token can stand inside a title: a title word, or "of", "for", "and" and what completes them."""
    text = doc[at].lower_
    return (
        is_title_word(doc, at) or text in {"of", "for", "and", "to", "the"} or text in _completing() or text in _JOINTS
    )


def is_title_word(doc: "Doc", at: int) -> bool:
    """Whether the word belongs to titles: "deputy", "minister", "ministers"."""
    return (
        singular(doc, at) in _title_words()
        or doc[at].lower_ in _title_words()
        or (doc[at].text in _JOINTS and at + 1 < len(doc) and doc[at + 1].lower_ in _title_words())
    )


def singular(doc: "Doc", at: int) -> str:
    """The token in lower case, without a plural ending."""
    token = doc[at]
    return token.lemma_.lower() if token.tag_ in {"NNS", "NNPS"} else token.lower_


def _title(doc: "Doc", first: int, last: int, hits: dict[int, Hit]) -> Role | None:
    """The longest title inside the tokens that has a head and ends with it or with what completes it."""
    while first <= last and not is_title_word(doc, first):
        first += 1
    head = head_in(doc, first, last)
    if head is None:
        return None
    name, end = head
    stop = _completed(doc, end, last)
    if doc[first].text in _JOINTS:
        first += 1
    owner, left = _owner(doc, first, hits)
    after = _owner_after(doc, stop, hits)
    state = heads()[name].get("state") or None
    former = any(doc[i].lower_ in {"former", "ex", "then"} for i in range(max(0, left - 2), stop))
    return Role(first, stop, name, owner or after, state, left, former)


def head_in(doc: "Doc", first: int, last: int) -> tuple[str, int] | None:
    """The last head in the tokens before any "of": its phrase and last token."""
    stop = next((i for i in range(first + 1, last + 1) if doc[i].lower_ in {"of", "for"}), last + 1)
    for end in range(stop - 1, first - 1, -1):
        for begin in range(max(first, end - 3), end + 1):
            phrase = " ".join([*(doc[i].lower_ for i in range(begin, end)), singular(doc, end)]).replace(" - ", "-")
            if phrase in heads():
                longer = " ".join(doc[i].lower_ for i in range(begin, min(last, end + 6) + 1))
                known = next((h for h in sorted(heads(), key=len, reverse=True) if longer.startswith(h + " ")), None)
                if known and len(known) > len(phrase):
                    return known, end
                exact = longer if longer in heads() else phrase
                return exact, end
    return None


def _completed(doc: "Doc", head: int, limit: int) -> int:
    """Last token of the title: "State" in "Secretary of State", else the head itself."""
    end = head
    while end + 2 < len(doc) and doc[end + 1].lower_ in {"of", "for", "to"}:
        best = 0
        for length in range(1, 7):
            if end + 1 + length >= len(doc):
                break
            phrase = " ".join(doc[i].lower_ for i in range(end + 2, end + 2 + length))
            if phrase in _complements():
                best = length
        if not best:
            break
        end += 1 + best
    return end


def _owner(doc: "Doc", first: int, hits: dict[int, Hit]) -> tuple[Hit | None, int]:
    """The name that stands before the title: "Russian", "Russia's", "NATO"."""
    at = first - 1
    while at >= 0 and (doc[at].text in _POSSESSIVE or doc[at].text in _JOINTS or doc[at].is_space):
        at -= 1
    hit = hits.get(at)
    if hit is not None and hit.name.form not in {"people"}:
        return hit, hit.first
    return None, first


def _owner_after(doc: "Doc", last: int, hits: dict[int, Hit]) -> Hit | None:
    """The name after the title: "of Ukraine", "for the State Department", "at the Pentagon"."""
    at = last + 1
    if at + 1 >= len(doc) or doc[at].lower_ not in {"of", "for", "at", "from", "to", "in"}:
        return None
    preposition = doc[at].lower_
    at += 1
    if doc[at].lower_ == "the":
        at += 1
    hit = hits.get(at) if at < len(doc) else None
    if hit is None or hit.first != at:
        return None
    if preposition in {"to", "in"} and hit.name.form in {"name", "capital", "adjective"}:
        return None  # the ambassador to Varenia does not come from there
    return hit


@cache
def heads() -> dict[str, dict[str, str]]:
    """Titles' heads by phrase: kinds joined by "|", and the state where there is one only."""
    found: dict[str, dict[str, str]] = {}
    for row in table("en/role_words"):
        if row["part"] == "head":
            old = found.get(row["phrase"])
            kind = f"{old['kind']}|{row['kind']}" if old else row["kind"]
            found[row["phrase"]] = {"kind": kind, "state": row["state"] or (old or {}).get("state", "")}
    return found


@cache
def _title_words() -> frozenset[str]:
    """Single words that titles are made of."""
    single = (w for row in table("en/role_words") if row["part"] != "complement" for w in row["phrase"].split())
    return frozenset(single) - {"of", "for", "the", "to", "and", "in"}


@cache
def _complements() -> frozenset[str]:
    return frozenset(row["phrase"] for row in table("en/role_words") if row["part"] == "complement")


@cache
def _completing() -> frozenset[str]:
    return frozenset(w for phrase in _complements() for w in phrase.split())


@cache
def honorifics() -> frozenset[str]:
    """Forms of address that are no office: "Mr.", "Dr."."""
    return words("en/honorifics")
