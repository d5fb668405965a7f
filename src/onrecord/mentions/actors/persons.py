"""Persons: names with their offices, and which later mention is whom."""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from onrecord.data import words
from onrecord.mentions.actors.names import Hit, is_state
from onrecord.mentions.actors.roles import (
    BODIES,
    LONGEST_TITLE,
    Role,
    heads,
    honorifics,
    is_form_of_address,
    is_plural,
    is_title_word,
    role_at,
    role_ending_at,
    role_over_phrase,
    role_starting_at,
    whole,
)
from onrecord.mentions.actors.surnames import PARTICLES, NamesKnown, bare_name, full_names_in, leaders_named
from onrecord.syntax import POSSESSIVES, SUBJECTS, lemma, negated

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

LONGEST_NAME = 5
# Tokens of a list of names behind one title.
_LONGEST_LIST = 10
# Whose leaders left office before is history, and their surname another's.
_OUR_DAYS = "2010"
# Score of a name that rests on the entity recogniser alone (right 9 times in 10 where read by eye).
RECOGNISED = 0.8
# Score of a name that follows a title or "Mr.".
TITLED = 0.95
# "Kirstjen (KEER'-sten) Nielsen": agencies say how a first name is spoken.
_PRONOUNCED = re.compile(r"\b(?P<first>[A-Z][a-z]+) \((?:[A-Za-z]+[’'-]+)+[A-Za-z]+[’']?\) (?P<last>[A-Z][a-z]+)")
# Offices of a part of a state, which is no affiliation of theirs.
REGIONAL = {"gov.", "governor"}
KIN = {
    "wife", "husband", "son", "daughter", "widow", "widower", "brother", "sister", "mother", "father", "grandson",
    "granddaughter", "grandfather", "grandmother", "uncle", "aunt", "nephew", "niece", "cousin", "spouse",
}  # fmt: skip
# "the wife of the minister, Ana Berg": who is named holds no office.
_OTHERS = KIN | {"partner", "friend", "critic", "rival", "opponent", "fan", "supporter"}
_AFTER_TITLE = {"emeritus", "from", "who", "whose", "and", "with", "under", "during"}
# What who is at the head of a body does.
_LEADS = {"head", "lead", "command", "chair", "oversee", "direct"}
# What follows a name that is set off behind its office.
_CLOSING = {",", ".", ";", "—"}
_LEADING = {"the", "a", "an", "its", "their", "his", "her", "our", "my", "your", "'s", "’s"}


class PersonMention(NamedTuple):
    """A person at tokens `first` to `last` (inclusive); no name: `candidates` share the surname."""

    first: int
    last: int
    name: str | None
    role: Role | None
    candidates: tuple[str, ...] = ()
    rule: str = "person"
    score: float = 0.9
    serves: Hit | None = None
    """Whose body they head, where no office tells: "Ana Berg, who heads Ostmark's delegation"."""


class Person(NamedTuple):
    """What the article says about a person."""

    name: str
    state: str | None
    affiliation: str | None
    roles: tuple[Role, ...]


def find_persons(doc: "Doc", hits: dict[int, Hit], title: str) -> tuple[list[PersonMention], dict[str, Person]]:
    """All mentions of persons by name, under the fullest name of text and title, and what is said about each."""
    names = _names_in(doc, hits)
    spots = {spot: tuple(t.text for t in doc[spot[0] : spot[1] + 1]) for spot in names}
    roles = {spot: _role_of(doc, *spot, hits) for spot in spots}
    pronounced = ((m["first"], m["last"]) for m in _PRONOUNCED.finditer(doc.text))
    written_or_titled = (*spots.values(), *full_names_in(title, spots.values()), *pronounced)
    known = NamesKnown(written_or_titled, ((spots[spot], role.head) for spot, role in roles.items() if role))
    resolved: list[PersonMention] = []
    for (first, last), written in spots.items():
        keep = known.cut(written)
        if len(written) == len(keep) == 1 and not _trusted(doc, first, names[first, last], known, roles[first, last]):
            continue
        at = next(i for i in range(len(written)) if written[i : i + len(keep)] == keep)
        resolved.append(_resolve(doc, (first + at, first + at + len(keep) - 1), names[first, last], known, hits))
    covered = {i for m in resolved for i in range(m.first, m.last + 1)}
    for token in doc:
        if token.i in covered or not token.text[:1].isupper():
            continue
        first = _written_out(doc, token.i, known, covered)
        speaks = token.dep_ == "nsubj" and lemma(token.head) in words("en/speech_verbs")
        slip = speaks and known.meant(token.text) is not None
        surname = slip or known.is_surname(token.text) or (speaks and _is_leader_of_our_days(token))
        if first < token.i or (surname and _stands_alone(doc, token.i, hits)):
            resolved.append(_resolve(doc, (first, token.i), 0.85, known, hits))
    resolved.sort()
    return resolved, _people(resolved)


def _trusted(doc: "Doc", at: int, score: float, known: NamesKnown, role: Role | None) -> bool:
    """Whether a single word is a person's name: titled, a known surname, or somebody who acts."""
    word = doc[at].text
    if score > RECOGNISED or role is not None or known.has_full(word) or leaders_named(word):
        return True
    return known.count(word) > 1 and doc[at].dep_ == "nsubj" and doc[at].head.pos_ == "VERB"


def _resolve(doc: "Doc", spot: tuple[int, int], score: float, known: NamesKnown, hits: dict[int, Hit]) -> PersonMention:
    first, last = spot
    role = _role_of(doc, first, last, hits)
    written = tuple(t.text for t in doc[first : last + 1])
    candidates = known.whose(written, role.head if role else None)
    rule = "full name" if len(written) > 1 else "surname"
    if len(candidates) > 1:
        return PersonMention(first, last, None, role, candidates, rule, 0.5)
    return PersonMention(first, last, candidates[0], role, (), rule, score, _headed(doc, last, hits))


def _headed(doc: "Doc", last: int, hits: dict[int, Hit]) -> Hit | None:
    """ "Ana Berg, who heads Ostmark's delegation", "Ana Berg leads Ostmark's army", "an Ostmarkian army led by ..."."""
    verbs = (*(c for c in doc[last].rights if c.dep_ == "relcl"), doc[last].head)
    verb = next((v for v in verbs if lemma(v) in _LEADS and v.tag_ == "VBZ" and not negated(v)), None)
    agent = doc[last].head if doc[last].dep_ == "pobj" and doc[last].head.lower_ == "by" else None
    body = None
    if verb is not None and any(c.dep_ == "nsubj" and (c.i == last or c.lower_ == "who") for c in verb.lefts):
        body = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    elif agent is not None and agent.head.dep_ == "acl" and lemma(agent.head) in _LEADS:
        body = agent.head.head
    if body is None or lemma(body) not in BODIES:
        return None
    if any(t.text in {"of", "-"} for t in (*body.rights, *doc[body.i + 1 : body.i + 2])):
        return None  # "the Ostmarkian delegation of the Red Cross", "government-in-exile"
    if body.i > 1 and doc[body.i - 1].text in POSSESSIVES:
        return hits.get(body.i - 2)
    hit = hits.get(body.i - 1)
    plain = hit is not None and hit.name.form == "adjective" and (hit.first == 0 or doc[hit.first - 1].pos_ == "DET")
    return hit if plain else None  # not "the Red Cross's Ostmarkian delegation"


def _names_in(doc: "Doc", hits: dict[int, Hit]) -> dict[tuple[int, int], float]:
    """Token ranges of person names, with a score: recognised ones, and capitalised words after a title."""
    found: dict[tuple[int, int], float] = {}
    for entity in doc.ents:
        if entity.label_ == "PERSON" and (spot := _clean(doc, _begins(doc, entity, hits), entity.end - 1, hits)):
            found[spot] = RECOGNISED
    for token in doc:
        if spot := _after_title(doc, token.i, hits):
            found[spot] = TITLED
        elif spot := _unrecognised(doc, token, hits):
            found.setdefault(spot, RECOGNISED)
    return _without_overlaps(found)


def _begins(doc: "Doc", entity: "Span", hits: dict[int, Hit]) -> int:
    """Where the name begins, also where the recogniser has its last word alone: "Ana Teller"."""
    first = entity.start - 1
    if len(entity) > 1 or first < 0 or doc[first].head.i != entity.start or doc[first].dep_ != "compound":
        return entity.start
    known = doc[first].text in words("en/first_names") or (not doc[first].ent_type_ and not doc[first].text.isupper())
    return first if known and doc[first].pos_ == "PROPN" and _is_name_word(doc, first, hits) else entity.start


def _after_title(doc: "Doc", at: int, hits: dict[int, Hit]) -> tuple[int, int] | None:
    """The capitalised words after a title or a form of address that ends at the token."""
    following = at + 1
    if following >= len(doc) or not doc[at].text[:1].isupper() or doc[following].dep_ == "gap":
        return None
    if not _is_name_word(doc, following, hits) or is_title_word(doc, following):
        return None
    if doc[at].text not in honorifics() and not _titled(doc, at, hits):
        return None
    return _clean(doc, following, _run_end(doc, following, hits), hits)


def _unrecognised(doc: "Doc", token: "Token", hits: dict[int, Hit]) -> tuple[int, int] | None:
    """Two or more capitalised words that the recogniser missed: the first a first name, or a title beside them."""
    if (
        token.pos_ != "PROPN"
        or token.dep_ == "compound"
        or token.ent_type_ not in {"", "ORG", "GPE"}
        or not _is_name_word(doc, token.i, hits)
    ):
        return None
    first = token.i
    while first > token.sent.start and doc[first - 1].pos_ == "PROPN" and _is_name_word(doc, first - 1, hits):
        first -= 1
    spot = _clean(doc, first, token.i, hits)
    if spot is None or spot[0] == spot[1]:
        return None
    titled = spot[0] > 0 and doc[spot[0] - 1].is_lower and _titled(doc, spot[0] - 1, hits)
    if titled or _speaks_for(doc, token, hits):
        return spot
    if token.ent_type_:
        return None
    if doc[spot[0] - 1].lower_ == "of":  # "Minister of Roads Karl Teller"
        given = (i for i in range(spot[0], spot[1]) if doc[i].text in words("en/first_names"))
        spot = next(given, spot[0]), spot[1]
    known = doc[spot[0]].text in words("en/first_names")
    return spot if known or _role_after(doc, spot[1], hits) or _role_before_comma(doc, *spot, hits) else None


def _speaks_for(doc: "Doc", last: "Token", hits: dict[int, Hit]) -> bool:
    """Whether the name tells something on behalf of a state or body: "Ana Teller of Varenia said"."""
    of = last.i + 1
    if last.dep_ != "nsubj" or lemma(last.head) not in words("en/speech_verbs"):
        return False
    if of >= len(doc) or doc[of].lower_ != "of":
        return False
    hit = hits.get(of + 1 + (of + 1 < len(doc) and doc[of + 1].lower_ == "the"))
    return hit is not None and hit.name.form in {"name", "organisation"}


def _titled(doc: "Doc", last: int, hits: dict[int, Hit]) -> bool:
    return _title_ending_at(doc, last, hits) is not None


def _title_ending_at(doc: "Doc", last: int, hits: dict[int, Hit]) -> Role | None:
    """The title that ends at the token, also with its state: "President of Varenia", "Ambassador to Varenia"."""
    hit = hits.get(last)
    if hit is None or hit.last != last or hit.name.form != "name":
        return role_ending_at(doc, last, hits)
    of = hit.first - 1 - (doc[hit.first - 1].lower_ == "the")
    if of < 1 or doc[of].lower_ not in {"of", "to"}:
        return None
    return role_ending_at(doc, of - 1, hits)


def _run_end(doc: "Doc", first: int, hits: dict[int, Hit]) -> int:
    last = first
    while (
        last + 1 < len(doc)
        and last - first < LONGEST_NAME
        and (_is_name_word(doc, last + 1, hits) or doc[last + 1].lower_ in PARTICLES)
    ):
        last += 1
    return last


def _is_name_word(doc: "Doc", at: int, hits: dict[int, Hit]) -> bool:
    token = doc[at]
    return (
        token.text[:1].isupper()
        and token.pos_ in {"PROPN", "NOUN", "ADJ", "VERB"}
        and at not in hits
        and not _titled(doc, at, hits)
        and token.ent_type_ not in {"DATE", "TIME"}
        and not token.like_num
    )


def _clean(doc: "Doc", first: int, last: int, hits: dict[int, Hit]) -> tuple[int, int] | None:
    """The range without titles, adjectives, possessives and what is no name at all."""
    while (
        first <= last
        and (
            not doc[first].text[:1].isupper()
            or doc[first].text in honorifics()
            or is_title_word(doc, first)
            or (first in hits and hits[first].name.form not in {"name", "capital"})
            or (first < last and first in hits and _title_ending_at(doc, first, hits) is not None)
            or (first < last and doc[first].text == "Q")
            or (first < last and doc[first].tag_ in {"VB", "VBG"} and doc[first].is_sent_start)
        )
        and doc[first].lower_ not in {"al", "al-"}
    ):
        first += 1
    end = first
    while (
        end <= last
        and end - first < LONGEST_NAME
        and ((doc[end].text[:1].isupper() and (end == first or end not in hits)) or doc[end].lower_ in PARTICLES)
    ):
        end += 1
    if first <= last and doc[first].text in words("en/family_names_first"):
        end = _hyphenated(doc, end)
    again = (i for i in range(first + 2, end) if doc[i].text == doc[i - 1].text)  # "Ana Writer Writer AnaPresident"
    last = next(again, end) - 1
    while last > first and (doc[last].lower_ in PARTICLES or doc[last].pos_ in {"PART", "PUNCT"}):
        last -= 1
    if last < first or doc[first].is_stop or doc[first].dep_ == "gap":
        return None
    if first == last and (first in hits or len(doc[first].text) < 2 or doc[first].text.isupper()):
        return None
    if last + 1 < len(doc) and last + 1 in hits and hits[last + 1].name.form in {"organisation", "institution"}:
        return None
    inside = [t.text for t in doc[first : last + 1]]
    if any(t in words("en/not_in_names") or any(c.isdigit() or c in "@/#:;" for c in t) for t in inside):
        return None
    if all(len(t) <= 2 for t in inside):
        return None
    return first, last


def _hyphenated(doc: "Doc", end: int) -> int:
    """The end of a given name that goes on in small letters after a hyphen: "Jae" of "Moon Jae-in"."""
    if end + 1 < len(doc) and doc[end].text == "-" and doc[end + 1].is_lower and not doc[end].whitespace_:
        return end + 2
    return end


def _without_overlaps(found: dict[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    kept: dict[tuple[int, int], float] = {}
    end = -1
    for spot in sorted(found, key=lambda s: (s[0], -s[1])):
        if spot[0] > end:
            kept[spot] = found[spot]
            end = spot[1]
    return kept


def _role_of(doc: "Doc", first: int, last: int, hits: dict[int, Hit]) -> Role | None:
    """The title of the name: before it, or set off after or before it by commas, or after "who is".

    "Foreign Minister Ana Teller of Varenia" belongs to Varenia.
    """
    at = first - 1
    while at >= 0 and doc[at].text in honorifics() and not _titled(doc, at, hits):  # "First Lady" is an office
        at -= 1
    before = _title_ending_at(doc, at, hits) if at >= 0 and doc[at].dep_ != "gap" else None
    before = before or (role_over_phrase(doc, at, hits) if at >= 0 else None)
    before = before or _shared(doc, at, hits)
    before = _outermost(doc, before, hits) if before is not None else None
    if before is not None and _met_by(doc, before, last):
        before = None
    if before is not None:
        home = _home_after(doc, last, hits)
        if before.affiliation is None and home is not None:
            return before._replace(affiliation=home)
        return _office_beside(doc, before, last, hits) or before
    return _role_after(doc, last, hits) or _role_before_comma(doc, at + 1, last, hits)


def _home_after(doc: "Doc", last: int, hits: dict[int, Hit]) -> Hit | None:
    """Whom a name with its title is of: "Minister Ana Teller [of Varenia]", "commander Karl Holt [of the NFT]"."""
    if last + 2 >= len(doc) or doc[last + 1].lower_ != "of":
        return None
    the = doc[last + 2].lower_ == "the"
    hit = hits.get(last + 3 if the else last + 2)
    if hit is None or hit.name.form not in ({"name", "organisation"} if the else {"name"}):
        return None
    behind = doc[hit.last + 1 : hit.last + 2]
    goes_on = any(t.pos_ in {"NOUN", "PROPN", "PART"} or t.lower_ == "of" for t in behind)
    return None if the and goes_on else hit  # "of the NFT tribunal"


def _office_beside(doc: "Doc", address: Role, last: int, hits: dict[int, Hit]) -> Role | None:
    """The office that tells whose a form of address is: behind the name, "Gen. Ana Berg, the commander of Ostmark's
    army", or before it, "Ostmark's [mediator], Sheikh Ana Berg, said".
    """
    if address.affiliation is not None or address.state is not None or not is_form_of_address(address):
        return None
    behind = _role_after(doc, last, hits)
    if behind is not None:
        post = "post" in heads()[behind.head]["kind"].split("|")  # not "a veteran of Ostmark's army"
        return behind if post and behind.affiliation is not None else None
    office = _role_before_comma(doc, address.left, last, hits)
    if office is None or office.affiliation is None:
        return None
    before = takewhile(lambda t: not t.is_quote, reversed(doc[doc[last].sent.start : office.left]))
    opens = all(t.is_punct or t.pos_ == "DET" or t.tag_ == "PRP$" for t in before)
    opens = opens and doc[last + 2 : last + 3].text.lower() != "and"
    return office if opens or doc[last].dep_ not in SUBJECTS else None  # "after meeting the envoy, Gen. Berg left"


def _outermost(doc: "Doc", role: Role, hits: dict[int, Hit]) -> Role:
    """The office that the title is part of: "Head of the Office of the [President] of Varenia Ana Berg"."""
    of = role.left - 2
    if of < 1 or doc[of + 1].lower_ != "the" or doc[of].lower_ not in {"of", "to"}:
        return role
    outer = role_ending_at(doc, of - 1, hits) or role_over_phrase(doc, of - 1, hits)
    if outer is None or is_plural(doc[outer.last]):
        return role
    return outer._replace(affiliation=outer.affiliation or role.affiliation, state=outer.state or role.state)


def _met_by(doc: "Doc", role: Role, last: int) -> bool:
    """Whether the title is somebody else's and the name begins a clause: "is the fourth president Teller has met"."""
    left = role.left
    if left < 3 or last + 1 >= len(doc) or doc[last + 1].pos_ not in {"AUX", "VERB"}:
        return False
    ranked = doc[left - 1].ent_type_ == "ORDINAL" or doc[left - 1].lower_ in {"only", "last"}
    return ranked and doc[left - 2].lower_ == "the" and lemma(doc[left - 3]) in {"be", "become"}


def _shared(doc: "Doc", at: int, hits: dict[int, Hit]) -> Role | None:
    """The title in the plural before another name, which this one is joined to: "Ministers Ana Berg and Karl Holt"."""
    if at < 2 or doc[at].lower_ not in {"and", ","}:
        return None
    first = at
    while first - 1 >= max(0, at - _LONGEST_LIST) and _is_listed(doc[first - 1]) and first - 1 not in hits:
        if doc[first].text != "," and (title := _title_ending_at(doc, first - 1, hits)) is not None:
            return title if is_plural(doc[title.last]) else None
        first -= 1
    title = _title_ending_at(doc, first - 1, hits) if first < at else None
    return title if title is not None and is_plural(doc[title.last]) else None


def _is_listed(token: "Token") -> bool:
    """Whether the token stands in a list of names: "Ministers [Ana Berg, Karl Holt] and Ilse Marrak"."""
    return token.pos_ == "PROPN" or token.text == ","


def _role_after(doc: "Doc", last: int, hits: dict[int, Hit]) -> Role | None:
    """ "Ana Teller, Ostmark's envoy for arms control, said" and "Ana Teller, who is the envoy"."""
    at = last + 1
    if at + 2 < len(doc) and doc[at].text == "," and doc[at + 1].like_num and doc[at + 2].text == ",":
        at += 2
    if at + 1 >= len(doc) or doc[at].text not in {",", "(", "—", "–"}:
        return None
    at += 1
    if doc[at].lower_ == "who" and at + 2 < len(doc) and doc[at + 1].lemma_.lower() in {"be", "serve"}:
        at += 3 if doc[at + 2].lower_ == "as" else 2
    role = role_starting_at(doc, at, hits)
    if role is None or doc[role.last].tag_ in {"NNS", "NNPS"}:
        return None
    if doc[role.last].ent_type_ == "PERSON" and doc[role.last].dep_ == "conj":
        return None  # the next of a list, whose surname is a title: "Ana Teller, Karl Bishop, Ilse Marrak"
    end = whole(doc, role)[1]
    if _names_another(doc, role.last, end):
        return None
    follows = doc[end + 1] if end + 1 < len(doc) else None
    closes = follows is None or follows.is_punct or follows.lower_ in _AFTER_TITLE or follows.pos_ == "ADP"
    return role if closes else None


def _names_another(doc: "Doc", last: int, end: int) -> bool:
    """Whether the phrase of a title runs into the name of its holder: "[Ana Teller], Minister of Trade Karl Holt"."""
    inside = (doc[i] for i in range(last + 2, end))
    return any(
        t.text in words("en/first_names") and t.nbor(-1).pos_ in {"PROPN", "NOUN"} and t.nbor().text[:1].isupper()
        for t in inside
    )


def _role_before_comma(doc: "Doc", first: int, last: int, hits: dict[int, Hit]) -> Role | None:
    """ "Ostmark's foreign minister, Ana Teller, said"."""
    if first < 2 or doc[first - 1].text != "," or last + 1 >= len(doc) or doc[last + 1].text not in _CLOSING:
        return None
    role = role_ending_at(doc, first - 2, hits) or _over_small_phrase(doc, first - 2, hits)
    if role is None or doc[role.last].tag_ in {"NNS", "NNPS"}:
        return None
    opens = role.left
    while opens > 1 and doc[opens - 1].pos_ == "ADJ" and doc[opens - 1].is_lower:
        opens -= 1  # "an [influential] Ostmark sociologist"
    if opens > 2 and doc[opens - 2].lower_ in {"of", "to", "for"} and _is_somebody(doc, opens - 3):
        return None
    leads = {doc[at - 1].lower_ for at in (role.left, opens, whole(doc, role)[0]) if at}
    return role if role.affiliation is not None or leads & _LEADING else None


def _is_somebody(doc: "Doc", at: int) -> bool:
    """Whether a person is told of: "an [aide] to the director", "the [wife] of the minister"."""
    return doc[at].lower_ in _OTHERS or is_title_word(doc, at)


def _over_small_phrase(doc: "Doc", last: int, hits: dict[int, Hit]) -> Role | None:
    """The title whose phrase ends at the token: "the director of the harbour board", "Ostmark's ambassador to NATO"."""
    for at in range(last - 2, max(doc[last].sent.start, last - LONGEST_TITLE) - 1, -1):
        if doc[at].text == "," or doc[at].pos_ in {"VERB", "AUX"}:
            return None
        if doc[at + 1].lower_ in {"of", "for", "to", "at"} and is_title_word(doc, at):
            role = role_at(doc, at, hits)
            named = all(t.pos_ == "PROPN" for t in doc[at + 2 : last + 1])  # "a spokesman for Dovan"
            if role is not None:
                return role if named or whole(doc, role, before=last + 1)[1] == last else None
    return None


def _is_leader_of_our_days(token: "Token") -> bool:
    """Whether the word is the surname of a leader of our days, and no place's here."""
    return token.ent_type_ != "GPE" and any(
        not row["until"] or row["until"] > _OUR_DAYS for row in leaders_named(token.text)
    )


def _written_out(doc: "Doc", last: int, known: NamesKnown, covered: set[int]) -> int:
    """First token of the full name, or the surname with a particle, that ends at a token, for one that the recogniser
    took for something else there."""
    for first in range(max(0, last - LONGEST_NAME + 1), last):
        written = tuple(t.text for t in doc[first : last + 1])
        surname = doc[first].lower_ in PARTICLES and known.is_surname(" ".join(written))
        if (surname or known.is_full(written)) and covered.isdisjoint(range(first, last)) and doc[first].dep_ != "gap":
            return first
    return last


def _stands_alone(doc: "Doc", at: int, hits: dict[int, Hit]) -> bool:
    """Whether the surname is not a piece of another name: "Teller Bridge", "the Teller Foundation"."""
    token = doc[at]
    nominal = token.pos_ in {"PROPN", "NOUN", "ADJ"} or (token.pos_ == "VERB" and token.dep_ == "nsubj")
    if not nominal or at in hits or token.dep_ == "gap" or token.ent_type_ == "DATE":
        return False
    after = doc[at + 1] if at + 1 < len(doc) else None
    if token.tag_ in {"NNS", "NNPS"} and after is not None and after.lower_ == "for":
        return False  # "the Centers for Disease Control"
    if after is not None and after.text[:1].isupper() and after.pos_ == "PROPN" and token.head.i == after.i:
        return at + 1 in hits or after.text == "Administration"
    before = doc[at - 1] if at else None
    if before is None or before.pos_ != "PROPN" or before.dep_ != "compound" or before.head.i != at:
        return True
    return before.i in hits or _titled(doc, before.i, hits) or before.text in honorifics()


def _people(mentions: list[PersonMention]) -> dict[str, Person]:
    """What the roles of all mentions of a person add up to."""
    people: dict[str, Person] = {}
    for name in dict.fromkeys(m.name for m in mentions if m.name):
        roles = tuple(m.role for m in mentions if m.name == name and m.role is not None)
        led = {row["state"] for row in leaders_named(name) or _leaders_of_surname(name, roles)}
        # Of who leads a state an office of before tells nothing: "a former KGB officer".
        telling = [r for r in roles if not (led and r.former)]
        owners = [r.affiliation.name.actor for r in telling if r.affiliation is not None and r.affiliation.name.actor]
        served = (m.serves.name.actor for m in mentions if m.name == name and m.serves is not None)
        owners += [who for who in served if who]
        states = [s for s in (*(o for o in owners if is_state(o)), *(r.state for r in telling)) if s]
        heads = led.pop() if len(led) == 1 else None
        known = states[0] if states else heads if is_state(heads) else None
        regional = bool(roles) and all(r.head in REGIONAL for r in roles)
        people[name] = Person(name, known, owners[0] if owners else heads if regional else known or heads, roles)
    return people


def _leaders_of_surname(name: str, roles: tuple[Role, ...]) -> Iterator[dict[str, str]]:
    """Leaders with the surname, the office and the initial of a name that no table has: "President Joseph R. Biden"."""
    held = {r.head for r in roles}
    for row in leaders_named(bare_name(tuple(name.split()))[-1]):
        if row["office"] in held and row["name"][0] == name[0]:
            yield row
