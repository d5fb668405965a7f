"""Bodies of a state by pattern: ministries, governments, a leader's administration."""

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

import msgspec

from onrecord.data import table, words
from onrecord.mentions.actors.names import Hit, is_state, span_of
from onrecord.mentions.actors.persons import Person, PersonMention
from onrecord.mentions.actors.roles import FIELDS_OF_STATES, acts_for_state, heads, singular
from onrecord.mentions.actors.scenes import written_from
from onrecord.mentions.actors.surnames import leaders_named
from onrecord.mentions.publishers import home_of
from onrecord.mentions.title_words import title_words
from onrecord.model import Actor, Article, cut
from onrecord.syntax import POSSESSIVES, lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

# "the Teller-Berg administration"
_JOINED = {"-", "–", "-\N{WORD JOINER}"}
# Tokens between a body's noun and its owner ("the Ostmark deputy foreign affairs ministry" has three).
_LONGEST_BODY = 4
# What a body of a state with a name of its own is called.
_OWN_BODIES = {
    "Ministry", "Department", "Agency", "Authority", "Council", "Court", "Commission", "Directorate", "Bureau",
    "Inspectorate", "Cabinet",
}  # fmt: skip
# What makes a court a state's: no "Kennedy Court", no court of a town.
_COURTS = {
    "Supreme", "District", "Constitutional", "High", "Circuit", "Federal", "Tax", "Bankruptcy", "Criminal", "Military",
    "Appellate", "Appeals", "Arbitration",
}  # fmt: skip
# What the service of a state is for: "the Customs Service", but no "News Service".
_SERVICES = {
    "Security", "Intelligence", "Customs", "Postal", "Secret", "Guard", "Border", "Emergency", "Migration", "Tax",
    "Penitentiary", "Protection", "Fiscal", "Immigration",
}  # fmt: skip
# What makes a council, a commission, a committee or a bank of a state: "the Central Election Commission of Ostmark",
# but no "Olympic Committee of Ostmark".
_STATELY = {
    "Constitutional", "Election", "Electoral", "Federal", "Federation", "High", "Investigative", "Judicial",
    "Regulatory", "Security", "State", "Supreme", "Accounting", "Antimonopoly", "Audit",
}  # fmt: skip
_JOINT = {"Council", "Commission", "Committee", "Chamber", "Bank"}
_SOCIETAL = {"Olympic", "Paralympic", "Helsinki", "Football"}
# Who works for one person: of a candidate or senator they are not the state's.
_FOLLOWERS = {"team", "camp"}
_LEADING = {"president", "prime minister", "chancellor"}
# "the Telle Police Department" is the town's.
_LOCAL = {"Police", "County", "City", "Municipal", "Township"}
# Bodies that several states have together as often.
_OF_SEVERAL = {"Council", "Commission"}
# "the Federal Border Service", "the National Forest Service": of a state where a name beside it or the site says so.
_OPENING = {"Federal", "State", "National"}
_OPENED = {"Service", "Administration", "Office", "Guard", "Laboratory", "Archives"}
# "the State Council", "the Investigative Committee": likewise.
_OPENING_JOINT = {"Federal", "Presidential"}
# The office of who leads a state: "the Office of the President of Varenia", "the Prime Minister's Office".
_OF_LEADER = re.compile(
    r"\b(?:(?:Executive )?Office of the (?:President|Prime Minister|Head of State|Vice President)"
    r"|(?:President|Prime Minister)['’]s (?:Executive )?Office|Presidential (?:Executive )?Office)\b(?! [A-Z])"
)
# "the foreign ministry in Halvest" is of the state whose capital that is, "the embassy in Halvest" is not.
_AWAY = {"embassy", "armed force"}
# "Ostmark's water polo team", "an Ostmark prison camp" are no people of the state's.
_OF_OTHERS = {"team", "camp"}
_OF_TALKS = {"negotiating", "negotiation", "policy", "security", "defense", "defence", "peace", "transition"}
# "the bilateral Trade Commission" is no state's own.
_SHARED = {"bilateral", "joint", "trilateral", "intergovernmental", "international"}
_BUILDINGS = {"presidential palace"}
_MODIFYING = {"compound", "amod", "nmod", "poss"}


class Named(NamedTuple):
    """Who was named in the article, by token: what bodies and groups are resolved with."""

    hits: dict[int, Hit]
    mentions: dict[int, PersonMention]
    people: dict[str, Person]
    homes: frozenset[str]
    """States whose institutions the article names."""


class Body(NamedTuple):
    """A body at tokens `first` to `last` (inclusive) with the state it acts for, if known."""

    first: int
    last: int
    noun: str
    actor: Actor


class _Owner(NamedTuple):
    """Whom a body belongs to: the words that say so, the actor id, and the leader where it is one's people."""

    first: int
    last: int
    actor: str | None
    leader: str | None = None


def find_bodies(doc: "Doc", article: Article, named: Named) -> list[Body]:
    """Bodies with their owner ("Ostmark's foreign ministry", "the Teller administration"), and later ones without."""
    owned = [b for token in doc if (b := _owned(doc, article, token, named)) is not None]
    owned += _capitalised(doc, article, owned, named)
    owned += _offices_of_leaders(doc, article, owned, named)
    taken = {i for b in owned for i in range(b.first, b.last + 1)}
    alone = [b for token in doc if token.i not in taken and (b := _alone(article, token, owned, named)) is not None]
    return owned + alone


def _capitalised(doc: "Doc", article: Article, owned: list[Body], named: Named) -> list[Body]:
    """Bodies by their own name ("the High Council of Justice").

    They are of the state whose name stands before, that the article named them with, or that publishes it; ministries
    of the one it is written from; else of the one whose institutions it names.
    """
    taken = {i for b in owned for i in range(b.first, b.last + 1)}
    own = {b.actor.institution: b.actor.actor for b in owned if b.actor.actor and b.actor.institution}
    site, lands = home_of(article.outlet), written_from(article)
    here = next(iter(lands)) if len(lands) == 1 else None
    only = next(iter(named.homes)) if len(named.homes) == 1 else None
    found: list[Body] = []
    for at, end in _runs(doc, taken | named.hits.keys()):
        owns = at > 1 and doc[at - 1].text in POSSESSIVES
        before = named.hits.get(at - 2 if owns else at - 1)
        forms = {"name", "adjective", "capital"} if doc[end - 1].text == "Court" else {"name", "adjective"}
        its = before.name.actor if before is not None and before.name.form in forms else None
        if not is_state(its) and (at - 1 in taken or before is not None or doc[max(at - 1, 0)].lower_ in _SHARED):
            continue
        heads = {t.text for t in doc[at:end] if t.i == end - 1 or t.nbor().lower_ in {"of", "for"}}
        if doc[end - 1].text == "Court" and doc[end - 2].text not in _COURTS:
            continue
        serves = "Service" in heads and any(t.text in _SERVICES for t in doc[at:end])
        whole = _is_whole_noun(doc, at, end) or (doc[at].text in _OPENING and doc[end - 1].text in _OPENED)
        opening = _OPENING_JOINT if site == "US" else _OPENING_JOINT | {"State"}
        whole = whole or (doc[at].text in opening and doc[end - 1].text in _JOINT)
        stately = _is_stately(doc[at:end], heads, serves)
        behind = _state_behind(doc, doc[end - 1], named) if stately and not its else None
        if not heads & _OWN_BODIES and not whole and not serves and not (stately and (its or behind)):
            continue
        national = bool(heads & _OWN_BODIES - _OF_SEVERAL) or whole or serves
        shared = any(t.lower_ in _SHARED for t in doc[at:end]) or _is_of_others(doc, end, site, named)
        of_site = site if national and not shared else None
        told = here if _is_of_here(doc, at, end, here, named) else None
        known = (
            its or (behind.actor if behind else None) or _of_opening(doc, at, end, named) or own.get(doc[at:end].text)
        )
        state = known or of_site or _of_here(heads, told, only)
        if state is None or any(i in named.mentions or doc[i].text in _LOCAL for i in range(at, end)):
            continue
        begin = before.first if its and before is not None and not owns else at
        row = {"noun": doc[end - 1].lower_, "as": "institution"}
        body = _body(doc, article, row, (at, end - 1), behind or _Owner(begin, at - 1, state))
        actor = msgspec.structs.replace(body.actor, rule="body by its name", score=0.6)
        found.append(body._replace(first=begin, actor=actor))
    return found


def _offices_of_leaders(doc: "Doc", article: Article, owned: list[Body], named: Named) -> Iterator[Body]:
    """ "the Office of the President": of the state beside it or of the one that publishes."""
    taken = {i for b in owned for i in range(b.first, b.last + 1)}
    for match in _OF_LEADER.finditer(doc.text):
        words = doc.char_span(*match.span())
        if words is None or words[0].dep_ == "gap" or words.start in taken:
            continue
        owns = words.start > 1 and doc[words.start - 1].text in POSSESSIVES
        before = named.hits.get(words.start - (2 if owns else 1))
        owner = _owner_after(doc, words[-1], named)
        if owner is None and before is not None and is_state(before.name.actor):
            owner = _Owner(before.first, before.last, before.name.actor)
        elif owner is None and doc[words.end : words.end + 1].text != "of" and (home := home_of(article.outlet)):
            owner = _Owner(words.start, words.start - 1, home)
        if owner is not None and is_state(owner.actor):
            yield _body(doc, article, {"noun": "office", "as": "institution"}, (words.start, words.end - 1), owner)


def _is_of_others(doc: "Doc", at: int, site: str | None, named: Named) -> bool:
    """Whether the words behind lead to another owner: "Head of Cabinet of the President of the Commission"."""
    while at < len(doc) and (doc[at].lower_ in {"of", "the"} or doc[at].pos_ == "PROPN"):
        if at in named.hits and named.hits[at].name.actor != site:
            return True
        at += 1
    return False


def _is_stately(words: "Span", heads: set[str], serves: bool) -> bool:
    """Whether a body so called is a state's where "of Varenia" stands behind it."""
    inside = {t.text for t in words}
    if inside & _SOCIETAL:
        return False
    return serves or not heads.isdisjoint(
        _OWN_BODIES - _OF_SEVERAL | _OPENED | (_JOINT if inside & _STATELY else set())
    )


def _state_behind(doc: "Doc", last: "Token", named: Named) -> _Owner | None:
    """ "of Varenia" behind the last token of a body's name."""
    owner = _owner_after(doc, last, named)
    return owner if owner is not None and is_state(owner.actor) and last.nbor().lower_ == "of" else None


def _runs(doc: "Doc", known: Collection[int]) -> Iterator[tuple[int, int]]:
    """Where two or more words stand that can be a body's own name, and none that is known is next."""
    at = 0
    while at < len(doc):
        end = at
        while end < len(doc) and end not in known and _in_name(doc, at, end):
            if end - at > 1 and (_ends_before_office(doc, at, end, known) or _opens_person(doc, end)):
                break
            end += 1
        while end > at and not doc[end - 1].text[:1].isupper():
            end -= 1
        if end - at > 1 and end not in known:
            yield at, end
        at = max(end, at + 1)


def _opens_person(doc: "Doc", at: int) -> bool:
    """Whether a person's name begins here: "the Agency for Roads [Ana Berg]"."""
    return doc[at].text in words("en/first_names") and at + 1 < len(doc) and doc[at + 1].text[:1].isupper()


def _ends_before_office(doc: "Doc", first: int, end: int, known: Collection[int]) -> bool:
    """Whether an office stands behind a body's name: "the Supreme [Court] Justice Ana Berg", no town's."""
    its = doc[first].text in _STATELY | _OPENING or first - 1 in known
    return its and doc[end - 1].text in _OWN_BODIES and doc[end].lower_ in title_words()


def _is_of_here(doc: "Doc", first: int, end: int, here: str | None, named: Named) -> bool:
    """Whether no place is named in it or behind it, and no other state last in its sentence or the one before."""
    elsewhere = any(t.ent_type_ == "GPE" or "-" in t.text for t in doc[max(first - 1, 0) : end])
    if elsewhere or (end < len(doc) and doc[end].lower_ in {"in", "of"}):
        return False
    near = doc[max(doc[first].sent.start - 1, 0)].sent.start
    named_in = (t for t in doc[near:first] if t.tag_ in {"NNP", "NNPS"} and not t.is_upper and t.i not in named.hits)
    if any(t.ent_type_ not in {"DATE", "TIME"} for t in named_in):
        return False  # "Shells fell on Delvo. The Foreign Ministry ..."
    before = (named.hits[at].name.actor for at in range(first - 1, near - 1, -1) if at in named.hits)
    return next((a for a in before if is_state(a)), here) == here


def _of_opening(doc: "Doc", at: int, end: int, named: Named) -> str | None:
    """The state in whose capital a sentence opens whose ministry acts: "In Telle, the Foreign Ministry said".

    Not where the words go on: "the Foreign Ministry building", "the Defence Ministry of Varenia".
    """
    first, head = doc[at].sent.start, doc[end - 1]
    hit = named.hits.get(first + 1) if doc[first].lower_ == "in" else None
    if hit is None or hit.name.form != "capital" or hit.name.actor == "US" or not is_state(hit.name.actor):
        return None
    alone = end - at == 2 and doc[at].lower_ in FIELDS_OF_STATES and head.lower_ == "ministry"
    acting = head.dep_ == "nsubj" and not list(head.rights) and not (end < len(doc) and doc[end].text in POSSESSIVES)
    return hit.name.actor if alone and acting and doc[hit.last + 1 : at].text.lower() in {", the", "the"} else None


def _of_here(heads: set[str], here: str | None, only: str | None) -> str | None:
    """The state whose body it is by where the article is written and whose institutions it names."""
    if "Ministry" in heads:
        return next((s for s in (here, only) if s and s != "US"), None)  # the United States have departments
    return only if heads & _OWN_BODIES else None


def _is_whole_noun(doc: "Doc", first: int, end: int) -> bool:
    """Whether the words are those of the table and no more: "the Central Bank", "the Armed Forces"."""
    row = _noun_ending_at(doc, end - 1)
    return row is not None and row["as"] == "institution" and row["noun"].count(" ") + 1 == end - first


def _in_name(doc: "Doc", first: int, at: int) -> bool:
    """Whether a body's name that begins at `first` may go on with the token: "and" only behind "of" or "for"."""
    token, opened = doc[at], at > first
    if token.dep_ == "gap" or (token.is_sent_start and opened):
        return False
    if token.lower_ == "and":
        office = at + 1 < len(doc) and singular(doc, at + 1) in heads()
        return not office and any(t.lower_ in {"of", "for"} for t in doc[first:at])
    return (token.pos_ == "PROPN" and token.is_title) or (opened and token.lower_ in {"of", "for"})


def _owned(doc: "Doc", article: Article, token: "Token", named: Named) -> Body | None:
    """ "the Russian foreign ministry", "Ostmark's army", "Teller's team", "the government of Varenia"."""
    if token.dep_ == "gap" or token.pos_ not in {"NOUN", "PROPN"} or token.i in named.hits:
        return None
    row = _noun_ending_at(doc, token.i)
    if row is None or _modifies_next(doc, token) or (row["noun"] == "leadership" and _is_deed(token)):
        return None
    start = token.i - row["noun"].count(" ")
    owner = _owner_before(doc, start, token, named)
    if owner is None and row["as"] == "institution":
        owner = _owner_after(doc, token, named)
        while row["noun"] == "ministry" and start and doc[start - 1].dep_ in _MODIFYING - {"poss"}:
            start -= 1  # "the foreign ministry of Varenia"
    if owner is None or (owner.actor is None and owner.leader is None):
        return None
    if row["noun"] in _OF_OTHERS and any(
        (doc[i].pos_ in {"NOUN", "PROPN"} and doc[i].lower_ not in _OF_TALKS)
        or (doc[i].lower_ == "national" and doc[i + 1].lower_ != "security")
        for i in range(owner.last + 1, start)
    ):
        return None
    hit = named.hits.get(owner.first)
    if row["noun"] in _BUILDINGS and hit is not None and hit.name.form == "capital":
        if owner.first < start or not token.is_title:
            return None  # "Telle's presidential palace" tells where it is
        owner = _Owner(start, start - 1, owner.actor)
    elif owner.first > token.i + 1 and hit is not None and hit.name.form == "capital" and row["noun"] in _AWAY:
        return None
    return _body(doc, article, row, (start, token.i), owner)


def _is_deed(token: "Token") -> bool:
    """Whether "leadership" is what somebody does: "under Berg's leadership", "Ostmark's leadership in this field"."""
    after = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    return (token.dep_ == "pobj" and token.head.lower_ in {"under", "with"}) or after in {"in", "on", "of"}


def _noun_ending_at(doc: "Doc", at: int) -> dict[str, str] | None:
    noun = singular(doc, at)
    pair = f"{doc[at - 1].lower_} {noun}" if at else ""
    return _body_nouns().get(pair) or _body_nouns().get(noun)


def _modifies_next(doc: "Doc", token: "Token") -> bool:
    return token.dep_ == "compound" and token.i + 1 < len(doc) and doc[token.i + 1].pos_ in {"NOUN", "PROPN"}


def _owner_before(doc: "Doc", noun: int, head: "Token", named: Named) -> _Owner | None:
    """The nearest name before the noun with nothing but modifiers and possessive marks between."""
    for at in range(noun - 1, max(-1, noun - 1 - _LONGEST_BODY), -1):
        if hit := named.hits.get(at):
            return _Owner(hit.first, hit.last, hit.name.actor)
        if mention := named.mentions.get(at):
            person = named.people.get(mention.name or "")
            serves = person is not None and not (doc[head.i].lower_ in _FOLLOWERS and _is_candidate(person))
            return _Owner(mention.first, mention.last, person.state if person and serves else None, mention.name)
        modifier = doc[at].pos_ in {"ADJ", "NOUN", "PROPN"} and doc[at].dep_ in _MODIFYING and doc[at].head.i <= head.i
        joined = doc[at].text in _JOINED and doc[at + 1].pos_ == "PROPN"
        if not modifier and not joined and doc[at].text not in POSSESSIVES:
            return None
    return None


def _is_candidate(person: Person) -> bool:
    """Whether a person has no office but those of candidates, lawmakers and former holders, nor led a state."""
    led = [row for row in leaders_named(person.name) if not row["until"] or row["office"] in _LEADING]
    held = [r for r in person.roles if not r.former and acts_for_state(r.head)]
    return not held and (bool(person.roles) or not led)


def _owner_after(doc: "Doc", token: "Token", named: Named) -> _Owner | None:
    """ "of Varenia", "of the Republic"; "in Halvest", where that is its capital."""
    after = token.i + 1
    if after + 1 >= len(doc) or doc[after].lower_ not in {"of", "in"}:
        return None
    form = "name" if doc[after].lower_ == "of" else "capital"
    after += 2 if doc[after + 1].lower_ == "the" else 1
    hit = named.hits.get(after)
    return _Owner(hit.first, hit.last, hit.name.actor) if hit is not None and hit.name.form == form else None


def _body(doc: "Doc", article: Article, row: dict[str, str], noun: tuple[int, int], owner: _Owner) -> Body:
    first, last = min(noun[0], owner.first), max(noun[1], owner.last)
    own = [t.text for t in doc[min(owner.last + 1, noun[0]) : noun[1] + 1] if t.text not in POSSESSIVES]
    named = row["noun"] == "authority" and len(own) > 1 and own[-1].istitle()  # "the Civil Defence Authority"
    governing = row["noun"] in _GOVERNING and not named
    several = owner.leader is None and not is_state(owner.actor)  # "the G20 presidency"
    kind: Literal["group", "organisation", "institution"] = (
        "group" if row["as"] == "group" else "organisation" if several else "institution"
    )
    actor = Actor(
        spans=(span_of(doc, article, first, last),),
        rule="body of a state" if owner.leader is None else "people of a leader",
        score=0.85,
        actor=owner.actor,
        type=kind,
        reading="government" if kind == "institution" and governing else kind,
        institution=" ".join(" ".join(own).split()) if row["as"] == "institution" else None,
        state=owner.actor if is_state(owner.actor) else None,
        affiliation=owner.leader or owner.actor,
    )
    return Body(first, last, row["noun"], actor)


_GOVERNING = {"government", "regime", "cabinet", "leadership", "authority"}


def _alone(article: Article, token: "Token", owned: list[Body], named: Named) -> Body | None:
    """ "the administration", "the ministry": the one that the article names, else candidates."""
    row = _body_nouns().get(lemma(token))
    if row is None or row["alone"] != "yes" or token.dep_ in {"compound", "gap"} or token.tag_ in {"NNS", "NNPS"}:
        return None
    lead = next((c for c in token.children if c.dep_ == "det"), None)
    if lead is None or lead.lower_ != "the" or token.i - lead.i > 1:
        return None
    known = list(dict.fromkeys(b.actor.actor for b in owned if b.noun == row["noun"] and b.actor.actor))
    if not known and row["noun"] == "administration":
        known = administrations(named.people)
    if not known:
        return None
    one = known[0] if len(known) == 1 else None
    institution = next((b.actor.institution for b in owned if b.noun == row["noun"] and b.actor.actor == one), None)
    actor = Actor(
        spans=(cut(article.text, token.idx, token.idx + len(token.text)),),
        rule="body named before",
        score=0.7 if one else 0.4,
        actor=one,
        type="group" if row["as"] == "group" else "institution",
        reading="group" if row["as"] == "group" else "government" if row["noun"] in _GOVERNING else "institution",
        institution=institution if one else None,
        state=one if is_state(one) else None,
        candidates=() if one else tuple(known),
        flags=() if one else ("unresolved",),
    )
    return Body(token.i, token.i, row["noun"], actor)


def administrations(people: dict[str, Person]) -> list[str]:
    """States whose president the article names: what "the administration" can be; the one at home, if one is."""
    presidents = [p for p in people.values() if p.state and any(r.head == "president" for r in p.roles)]
    at_home = [p for p in presidents if named_at_home(p)]
    return list(dict.fromkeys(p.state for p in (at_home if len(at_home) == 1 else presidents) if p.state))


def named_at_home(person: Person) -> bool:
    """Whether the article gives the person's title, and never with a state: news names so the holder at home."""
    return bool(person.roles) and all(r.affiliation is None for r in person.roles)


@cache
def _body_nouns() -> dict[str, dict[str, str]]:
    return {row["noun"]: row for row in table("en/body_nouns")}
