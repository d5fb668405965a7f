"""Names from the tables: where an article has a name of a state, a seat, a body, an organisation or an outlet."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from contextvars import ContextVar
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from onrecord.data import table, words
from onrecord.model import Article, ListedActor, Side, Span, cut

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Form = Literal["name", "adjective", "people", "capital", "institution", "organisation", "outlet", "group"]


class Name(NamedTuple):
    """What a surface form stands for. Several candidates: the form alone does not tell."""

    surface: str
    form: Form
    candidates: tuple[str, ...]
    institution: str | None = None
    clue: tuple[str, ...] = ()

    @property
    def actor(self) -> str | None:
        """The actor id, where there is one candidate."""
        return self.candidates[0] if len(self.candidates) == 1 else None


class Hit(NamedTuple):
    """A name at tokens `first` to `last` (inclusive), characters `start` to `end`."""

    name: Name
    first: int
    last: int
    start: int
    end: int


_FORMS: dict[str, Form] = {
    "name": "name", "adjective": "adjective", "people": "people", "organisation": "organisation",
    "institution": "institution",
}  # fmt: skip
OF_STATES = {"name", "adjective", "people"}
# Actors of the article at hand that a negotiation file calls states; the tables know all others.
_own_states: ContextVar[frozenset[str]] = ContextVar("own_states", default=frozenset())
# Tokens of a proper name behind a state's that are looked through.
_LONGEST_RUN = 5
# Letters of the longest abbreviation that is written with points.
_LONGEST_DOTTED = 5
# How many first letters a people's name shares with its country's.
_STEM = 4
# "the Federal Republic of Ostmark"
_FORMS_OF_STATE = {"Republic", "Kingdom", "State", "Federation", "Union", "Commonwealth", "Sultanate", "Principality"}
_KINDS_OF_STATE = {
    "Islamic", "Federal", "Federative", "Democratic", "Socialist", "People's", "People’s", "United", "Arab",
}  # fmt: skip
_WORD = re.compile(r"(?<!\w)[^\W_]+")
# A name may be broken at the end of a line.
_MARKS = str.maketrans({"’": "'", "‘": "'", "\N{NO-BREAK SPACE}": " ", "\n": " "})


def scan(doc: "Doc", own: tuple[Side | ListedActor, ...] = ()) -> list[Hit]:
    """All names of the tables, and a negotiation's `own`, in the article's prose; longest first, no overlaps."""
    starts = [t.idx for t in doc]
    found: list[Hit] = []
    _own_states.set(frozenset(o.id for o in own if o.type == "state"))
    for name, start, end in spelled(doc.text, own):
        first, last = (bisect_right(starts, at) - 1 for at in (start, end - 1))
        if doc[first].dep_ == "gap" or not (name.candidates or name.institution):
            continue
        if name.form == "name" and (form := _form_of_state(doc, first)) < first:
            first, start = form, doc[form].idx
        if (other := _half_said(doc, name, first)) is not None and not (found and found[-1].last >= other.first):
            found.append(other)
        found.append(Hit(name, first, last, start, end))
    surnames = {h.name.surface: h.first for h in reversed(found) if _is_surname(doc, h)}
    return [h for h in found if not _part_of_other_name(doc, h) and not _is_meant_person(doc, h, surnames)]


def _half_said(doc: "Doc", name: Name, first: int) -> Hit | None:
    """The first of two names with one last word: North Korea in "North and South Korea"."""
    _, _, shared = name.surface.partition(" ")
    if first < 2 or doc[first - 1].lower_ != "and" or not shared or name.form not in OF_STATES:
        return None
    half = doc[first - 2]
    before = doc[max(0, half.i - 2) : half.i]
    if (before and before[-1].pos_ in {"PROPN", "ADJ"}) or before.text.lower() in {"in the", "from the"}:
        return None  # "the Global North and South Korea", "voters in the North and South Korea"
    whole = f"{half.text} {shared}"
    names = (n for n in _names_by_first_word().get(half.text, []) if n.surface == whole and n.form == name.form)
    other = next(names, None)
    return Hit(other, half.i, half.i, half.idx, half.idx + len(half)) if other is not None else None


def _is_meant_person(doc: "Doc", hit: Hit, surnames: dict[str, int]) -> bool:
    """Whether the name stands for a person whose full name the article told before: but "Bloomberg reported"."""
    first = surnames.get(hit.name.surface)
    if first is None or (hit.first and doc[hit.first - 1].lower_ == "the"):
        return False
    cited = hit.name.form == "outlet" and doc[hit.last].head.lemma_ in {"report", "cite"}
    return _is_surname(doc, hit) or (hit.first > first and not cited)


def _is_surname(doc: "Doc", hit: Hit) -> bool:
    """Whether the name of an outlet or group ends a person's: "Michael Bloomberg", "Ana West"."""
    before = doc[hit.first - 1] if hit.first else None
    if before is None or hit.first < hit.last or before.ent_type_ != "PERSON" or doc[hit.first].ent_iob_ != "I":
        return False
    given = before.text in words("en/first_names")
    return given if hit.name.form == "outlet" else hit.name.form == "group" and before.is_title


def _form_of_state(doc: "Doc", first: int) -> int:
    """Where "the Republic of Ostmark" begins, before the name of the state; the name's own place if none is there."""
    of = first - 2 if first > 2 and doc[first - 1].text == "the" else first - 1
    if of < 1 or doc[of].text != "of" or doc[of - 1].text not in _FORMS_OF_STATE:
        return first
    begin = of - 1
    while begin and doc[begin - 1].text in _KINDS_OF_STATE:
        begin -= 1
    before = doc[begin - 1] if begin and not doc[begin].is_sent_start else None
    free = before is None or before.lower_ == "the" or (before.is_lower and before.lower_ not in {"of", "'s", "’s"})
    return begin if free else first


def spelled(text: str, own: tuple[Side | ListedActor, ...] = ()) -> Iterator[tuple[Name, int, int]]:
    """All names of the tables and the `own` ones in the text with their offsets; longest first, no overlaps."""
    text = text.translate(_MARKS)
    index, listed = _names_by_first_word(), _own_names_by_first_word(own)
    end = 0
    for word in _WORD.finditer(text):
        if word.start() < end:
            continue
        names = index.get(word.group(), [])
        if word.group() in listed:
            names = sorted((*listed[word.group()], *names), key=_longest_first)
        for name in names:
            stop = word.start() + len(name.surface)
            if text.startswith(name.surface, word.start()) and not _goes_on(text, stop):
                yield _in_context(name, text), word.start(), stop
                end = stop
                break


def own_bodies(doc: "Doc", hits: list[Hit], home: str | None) -> list[Hit]:
    """The hits where a body of one state has the short name of one of several: "Security Council".

    It is the state's behind the state's name or before "of" it, on the site of a state that has such a body (`home`),
    and where the article names the state's in full but not the other.
    """
    at, text = by_token(hits), doc.text
    hits = [_own_body(doc, hit, at, text, home) if hit.name.surface in _national() else hit for hit in hits]
    return [_of_owner(doc, hit, at) if hit.name.form == "institution" else hit for hit in hits]


_FORCES = {"Army", "Navy", "Force", "Corps", "Guard"}
# Bodies that many states have by the same name; "the Kremlin" is one's alone.
_COMMON = {
    "Senate", "Congress", "Court", "Representatives", "Assembly", "Ministry", "Council", "Army", "Navy", "Force",
    "Corps", "Guard", "Department", "Treasury", "Chancellery", "Service", "KGB", "Office",
}  # fmt: skip


def _of_owner(doc: "Doc", hit: Hit, at: dict[int, Hit]) -> Hit:
    """ "Ostmark's Senate", "the Supreme Court of Ostmark": the body is the state's that is named beside it."""
    if hit.name.surface.split()[-1] not in _COMMON:
        return hit
    other = next((o for o in _beside(doc, hit, at) if o and o.name.form in {"name", "adjective"}), None)
    if other is not None and other.last == hit.first - 1 and other.name.form == "name":
        return hit  # "on Ostmark State Department officials said"
    word = doc[hit.last]
    if word.dep_ in {"compound", "nmod"} and word.head.i > hit.last and word.text not in _FORCES:
        return hit  # "Ostmark's Senate backers"
    if other is None or not is_state(other.name.actor) or other.name.actor == hit.name.actor:
        return hit
    return hit._replace(name=hit.name._replace(candidates=other.name.candidates))


def _beside(doc: "Doc", hit: Hit, at: dict[int, Hit]) -> list[Hit | None]:
    """The names directly before it and behind its "of"."""
    before = hit.first - 2 if hit.first > 1 and doc[hit.first - 1].tag_ == "POS" else hit.first - 1
    after = hit.last + (3 if hit.last + 2 < len(doc) and doc[hit.last + 2].text == "the" else 2)
    of = hit.last + 1 < len(doc) and doc[hit.last + 1].text == "of"
    return [at.get(before), at.get(after) if of else None]


def _own_body(doc: "Doc", hit: Hit, at: dict[int, Hit], text: str, home: str | None) -> Hit:
    for other in _beside(doc, hit, at):
        if other is not None and other.name.form in {"name", "adjective"} and is_state(other.name.actor):
            return hit._replace(name=Name(hit.name.surface, "institution", other.name.candidates, hit.name.surface))
    wide = called(hit.name.candidates) - {hit.name.surface}
    for name in _national()[hit.name.surface]:
        full = _with_institution(name.institution)
        told = any(f in text for f in full) and not any(w in text for w in wide)
        if told or name.actor == home:
            return hit._replace(name=name._replace(surface=hit.name.surface))
    return hit


@cache
def called(candidates: tuple[str, ...]) -> frozenset[str]:
    """All names of who may be meant."""
    return frozenset(name.surface for name in _names() if name.candidates == candidates)


@cache
def _with_institution(institution: str | None) -> frozenset[str]:
    """All names of a body of one state."""
    return frozenset(name.surface for name in _names() if name.institution == institution)


@cache
def _national() -> dict[str, list[Name]]:
    """Bodies of one state by the short name that one of several states has too."""
    several = {name.surface for name in _names() if name.form == "organisation"}
    found: dict[str, list[Name]] = {}
    for name in _names():
        short = name.surface.split(" of ")[0]
        if name.form == "institution" and short != name.surface and short in several:
            found.setdefault(short, []).append(name)
    return found


def is_state(actor: str | None) -> bool:
    """Whether the actor id is a state's code, or a side of the negotiation that its file calls a state."""
    return actor is not None and (actor in _states() or actor in _own_states.get())


@cache
def known() -> frozenset[str]:
    """The actor ids that the tables can name."""
    return frozenset(c for name in _names() for c in name.candidates)


@cache
def _states() -> frozenset[str]:
    return frozenset(row["id"] for row in table("en/states"))


def by_token(hits: list[Hit]) -> dict[int, Hit]:
    """The hits by the index of each of their tokens."""
    return {i: hit for hit in hits for i in range(hit.first, hit.last + 1)}


def head_of(doc: "Doc", hit: Hit) -> "Token":
    """The token of the hit that the rest of it hangs on."""
    return doc[hit.first : hit.last + 1].root


def span_of(doc: "Doc", article: Article, first: int, last: int) -> Span:
    """The article's words from token `first` to `last`, both included."""
    return cut(article.text, doc[first].idx, doc[last].idx + len(doc[last].text))


@cache
def _names_by_first_word() -> dict[str, list[Name]]:
    return _by_first_word(_names())


@lru_cache(maxsize=64)
def _own_names_by_first_word(own: tuple[Side | ListedActor, ...]) -> dict[str, list[Name]]:
    return _by_first_word(_own_names(own))


def _own_names(own: tuple[Side | ListedActor, ...]) -> Iterator[Name]:
    """Names that a negotiation file gives. A state's aliases are its people and adjectives where they begin like it
    ("Varenians", "Varenian"), else its seats."""
    for actor in own:
        for surface in dict.fromkeys((actor.id, actor.name, *actor.aliases)):
            if isinstance(actor, ListedActor) and actor.type == "institution":
                yield Name(surface.translate(_MARKS), "institution", (actor.state or actor.id,), actor.name)
            else:
                yield Name(surface.translate(_MARKS), _form(actor, surface), (actor.id,))


def _form(actor: Side | ListedActor, surface: str) -> Form:
    if actor.type != "state":
        return "organisation" if actor.type == "organisation" else "group"
    if surface in {actor.id, actor.name}:
        return "name"
    if surface[:_STEM] == actor.name[:_STEM]:
        return "people" if surface.endswith("s") else "adjective"
    return "capital"


def _longest_first(name: Name) -> int:
    return -len(name.surface)


def _by_first_word(names: Iterable[Name]) -> dict[str, list[Name]]:
    index: dict[str, list[Name]] = {}
    for name in sorted(names, key=_longest_first):
        first = _WORD.match(name.surface)
        assert first is not None, name.surface
        same = index.setdefault(first.group(), [])
        if all(n.surface != name.surface for n in same):
            same.append(name)
    return index


def _names() -> Iterator[Name]:
    """Tables in the order in which they win a surface form."""
    for row in table("en/ambiguous_names"):
        form = _FORMS[row["form"]]
        body = row["name"] if form == "institution" else None
        yield Name(row["name"], form, _cells(row["candidates"]), body, _cells(row["clue"]))
    for row in table("en/outlets"):
        for surface in _cells(row["names"]):
            yield Name(surface, "outlet", (row["id"],))
    for row in table("en/programmes"):
        yield Name(row["name"], "outlet", (row["outlet"],), clue=_cells(row["clue"]))
    for row in table("en/organisations"):
        for surface in _and_dotted(_cells(row["names"])):
            yield Name(surface, "organisation", (row["id"],))
    for row in table("en/institutions"):
        for surface in _and_dotted(_cells(row["names"])):
            yield Name(surface, "institution", _cells(row["actor"]), row["institution"])
    for row in table("en/groups"):
        yield Name(row["phrase"].removeprefix("the "), "group", (row["id"],))
    for row in table("en/states"):
        forms: tuple[tuple[Form, str], ...] = (("name", "names"), ("adjective", "adjectives"), ("people", "people"))
        for form, column in forms:
            for surface in _cells(row[column]):
                yield Name(surface, form, (row["id"],))
    for row in table("capitals"):
        if row["government"]:
            yield Name(row["capital"], "capital", _cells(row["government"]))


def _cells(cell: str) -> tuple[str, ...]:
    return tuple(c.translate(_MARKS) for c in cell.split("|") if c)


def _and_dotted(surfaces: tuple[str, ...]) -> Iterator[str]:
    """The names, abbreviations also as some papers write them: "FBI", "F.B.I."."""
    for surface in surfaces:
        yield surface
        if 3 <= len(surface) <= _LONGEST_DOTTED and surface.isupper() and surface.isalpha():
            yield ".".join(surface) + "."


def _goes_on(text: str, at: int) -> bool:
    """Whether a word goes on at the offset: "Iranians" is no "Iran", "US$" no "US"."""
    after = text[at : at + 1]
    return (
        after.isalnum()
        or after in {"_", "$", "&"}
        or (text[at - 1] != "." and after == "." and text[at + 1 : at + 2].isalnum())
    )


def _in_context(name: Name, text: str) -> Name:
    """A name with a clue keeps its candidates only where the clue stands in the article."""
    if name.clue and not any(clue in text for clue in name.clue):
        return name._replace(candidates=(), institution=None)
    return name


_OTHER_NAMES = {"LOC", "GPE", "FAC", "EVENT", "WORK_OF_ART", "PRODUCT", "LAW", "ORG", "PERSON", "NORP"}


def _part_of_other_name(doc: "Doc", hit: Hit) -> bool:
    """Whether the hit is a piece of a longer name: "New Mexico", "Jordan Peterson", "Bank of America"."""
    before = doc[hit.first - 1].text if hit.first else ""
    two_before = doc[hit.first - 2].text if hit.first > 1 else ""
    after = doc[hit.last + 1].text if hit.last + 1 < len(doc) else ""
    if before in {"-", "–"} and two_before in _neighbours("before"):
        before = two_before
    if hit.name.form in {"name", "adjective", "people", "capital", "group"}:
        if before in _neighbours("before") or after in _neighbours("after"):
            return True
        if before == "of" and two_before in _neighbours("before of"):
            return True
    if hit.name.form in {"name", "adjective", "group"} and _opens_longer_name(doc, hit):
        return True
    dated = hit.last + 1 < len(doc) and doc[hit.last + 1].ent_type_ in {"DATE", "TIME"}
    if hit.name.surface == "West" and after[:1].isupper() and not dated:
        return True
    if hit.name.surface == "Congress" and after == "of":  # "the Congress of Regions", but not "of the United States"
        behind = doc[hit.last + 2 : hit.last + 5]
        return bool(behind) and any(t.text[:1].isupper() for t in behind[:2]) and "United" not in behind.text
    if hit.name.surface == _CHAMBER:
        return not _is_chamber(doc, hit)
    entity = _entity_around(doc, hit)
    if before == "of" and two_before in _titles():
        return False  # "President of Ostmark Ana Teller", where the recogniser has the state in her name
    if hit.name.form in {"name", "capital"} and entity == "PERSON" and after[:1].isupper():
        return True
    return hit.name.form in {"name", "capital"} and before[:1].isupper() and entity == "PERSON"


_CHAMBER = "House"
# "the Senate and House", "House Republicans"
_BEFORE_CHAMBER = {"Senate", "U.S.", "US", "GOP", "Democratic", "Republican"}
_AFTER_CHAMBER = {
    "Speaker", "Republicans", "Democrats", "Republican", "Democratic", "GOP", "Democrat",
}  # fmt: skip


def _is_chamber(doc: "Doc", hit: Hit) -> bool:
    """Whether "House" is the chamber: "the House voted", not "Full House", "the House of Lords", "Opera House"."""
    token = doc[hit.first]
    before = doc[hit.first - 1] if hit.first and not token.is_sent_start else None
    after = doc[hit.last + 1].text if hit.last + 1 < len(doc) else ""
    opened = before is None or not before.text[:1].isupper() or before.text in _BEFORE_CHAMBER | {"The"}
    if after in {"Majority", "Minority"}:
        after = doc[hit.last + 2].lower_ if hit.last + 2 < len(doc) else ""
        return opened and after in {"leader", "whip"}
    return opened and after != "of" and (not after[:1].isupper() or after in _AFTER_CHAMBER)


def _opens_longer_name(doc: "Doc", hit: Hit) -> bool:
    """Whether it opens the proper name of something that is no body of a state: "Ostmark Football Association"."""
    last = hit.last
    while last + 1 < len(doc) and last - hit.last < _LONGEST_RUN and _is_capital(doc[last + 1]):
        last += 1
    return last > hit.last and any(doc[i].text in _neighbours("in a name") for i in range(hit.last + 1, last + 1))


def _is_capital(token: "Token") -> bool:
    return token.text[:1].isupper() or token.text in {"-", "'s", "’s", "of"} or token.is_digit


@cache
def _titles() -> frozenset[str]:
    """Last words of titles with a capital: "Minister", "President"."""
    heads = (row["phrase"].split()[-1] for row in table("en/role_words") if row["part"] == "head")
    return frozenset(head.capitalize() for head in heads)


@cache
def _neighbours(where: str) -> frozenset[str]:
    return frozenset(row["word"] for row in table("en/name_neighbours") if row["where"] == where)


def _entity_around(doc: "Doc", hit: Hit) -> str | None:
    """Label of the recognised entity that the hit is a proper part of."""
    token = doc[hit.first]
    if token.ent_type_ not in _OTHER_NAMES:
        return None
    wider_left = token.ent_iob_ == "I"
    wider_right = hit.last + 1 < len(doc) and doc[hit.last + 1].ent_iob_ == "I"
    return token.ent_type_ if wider_left or wider_right else None
