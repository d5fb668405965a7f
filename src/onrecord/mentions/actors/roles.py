"""Offices and other roles: which words of a sentence make up a title, and whom it belongs to."""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from onrecord.data import table, words
from onrecord.mentions.actors.names import Hit, called
from onrecord.mentions.actors.scenes import sentence_before
from onrecord.mentions.title_words import OPENING_PHRASES, title_words
from onrecord.syntax import POSSESSIVES, SUBJECTS, lemma

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

# Longest title in tokens ("former principal deputy assistant secretary of state for arms control").
LONGEST_TITLE = 14
_MARKS = re.compile(r"\W+")
_JOINTS = {"-", "–"}
_OPENING = {"of", "for", "to"}
_OF_STATES = {"name", "adjective", "people", "capital"}
# No part of an office.
_OF_OPINION = {"longtime", "veteran", "fellow"}
FORMER = {"former", "ex", "then"}
# Bodies that, with a state's name, are the state's.
BODIES = {"government", "cabinet", "parliament", "ministry", "army", "military", "navy", "delegation"}
_LONGEST_PORTFOLIO = 5
# Before "minister" no field of a state's government.
_NO_FIELD = BODIES | {"shadow", "regional", "region", "province", "party", "union", "board", "church"}
# Entities that are no field either.
_ENTITIES = {"GPE", "LOC", "FAC", "NORP", "PERSON"}
# Ministries that only a state has, not a city or region.
FIELDS_OF_STATES = {"foreign", "defence", "defense", "interior", "finance", "trade"}
_ITS = {"its", "whose"}
# Whom "its" can stand for, with which offices.
_OWNING = {"name", "capital", "organisation", "institution"}
_OFFICES_OF_STATES = {"minister", "premier", "president", "ambassador", "envoy", "negotiator"}
VOICES = {"spokesman", "spokeswoman", "spokesperson"}
# Who is at the head of an organisation of states that has just said something: no museum has one.
_HEADS_OF_BODIES = {"commissioner", "secretary general", "secretary-general"}
# Behind one of these "its spokesman" may be that one's, and not the subject's.
_WITH_VOICES = BODIES | {
    "company", "firm", "bank", "party", "union", "movement", "group", "agency", "paper", "newspaper", "airline",
    "operator", "court", "hospital", "university", "club", "church", "militia", "city", "province", "region", "council",
    "commission", "office", "police", "force", "unit", "committee", "federation", "league", "station", "plant",
    "rebel", "insurgent", "separatist", "militant", "jihadist", "guerrilla", "opposition", "junta", "regime", "faction",
    "coalition", "alliance", "bloc", "neighbour", "neighbor", "country", "charity", "watchdog", "front", "ministry",
}  # fmt: skip


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


def is_form_of_address(role: Role) -> bool:
    """Whether it may be no more than that: "General", "Sheikh", not "Deputy Ambassador"."""
    return role.first == role.last - role.head.count(" ") and "address" in heads()[role.head]["kind"].split("|")


@lru_cache(maxsize=1000)
def acts_for_state(role: str) -> bool:
    """Whether who has the office may act for a state: not a senator or candidate, nor a former minister."""
    said = _MARKS.sub(" ", f" {role.casefold()} ")
    kinds = {row["kind"] for row in table("en/apart_from_state") if f" {row['word']} " in said}
    return "past" not in kinds and ("executive" in kinds or "office" not in kinds)


def role_ending_at(doc: "Doc", last: int, hits: dict[int, Hit]) -> Role | None:
    """The title whose last token is `last`: "Deputy Secretary of State" before a name."""
    if not is_title_word(doc, last) and doc[last].lower_ not in _completing():
        return None
    longest = None  # "Chairman of the Joint Chiefs of Staff", not "Chiefs of Staff"
    for at in range(last, max(doc[last].sent.start, last - LONGEST_TITLE) - 1, -1):
        if at == last or doc[at + 1].lower_ in _OPENING:
            role = role_at(doc, at, hits)
            longest = role if role is not None and role.last == last else longest
    return longest


def role_over_phrase(doc: "Doc", last: int, hits: dict[int, Hit]) -> Role | None:
    """A title in capitals with a phrase that ends at the token: "Minister of Roads of Ostmark" before a name."""
    at = last
    if doc[last].text in words("en/first_names") and last not in hits:
        return None  # the name begins here
    while at > max(doc[last].sent.start, last - LONGEST_TITLE) and _is_phrase_word(doc[at]):
        at -= 1
        joint = doc[at + 1].lower_ in {"of", "for", "to", "at"}
        titled = joint and doc[at].text[:1].isupper() and is_title_word(doc, at) and doc[last].pos_ == "PROPN"
        if titled and (role := role_at(doc, at, hits)) is not None:
            return role
    return None


def _is_phrase_word(token: "Token") -> bool:
    small = token.lower_ in {"of", "for", "to", "at", "the", "and", "on", "'s", "’s"}
    return small or (
        token.pos_ in {"PROPN", "NOUN", "ADJ", "ADV", "VERB"}
        and token.text[:1].isupper()
        and token.ent_type_ != "PERSON"
    )


def role_at(doc: "Doc", head: int, hits: dict[int, Hit]) -> Role | None:
    """The title whose head noun is the token `head`: "the former deputy [minister] for trade"."""
    name = _head_phrase(doc, head)
    if name is None:
        return None
    first = head
    before = name.count(" ") + 2 * (name.count("-") - doc[head].text.count("-"))  # a hyphen is a token of its own
    while first > doc[head].sent.start and _may_modify(doc, first - 1) and first - 1 not in hits:
        if head - first >= before and doc[first - 1].lower_ in _heads_alone():
            break  # another title ends here: "presidential nominee Senator"
        first -= 1
    while doc[first].text in _JOINTS:
        first += 1
    last, name = _completed(doc, head, name)
    first = _portfolio(doc, first, head, hits)
    owner, left = _owner(doc, first, head, hits)
    former = any(doc[i].lower_ in FORMER for i in range(max(0, left - 2), head))
    behind = _owner_after(doc, last, hits)
    abroad = owner is not None and owner.name.form == "adjective" and not _is_sent(doc, last)
    if abroad and behind is not None and behind.name.form == "organisation" and doc[last + 1].lower_ == "of":
        owner = None  # "a Polish member of the European Parliament"
    after = owner or behind
    if after is not None and "occupation" in heads()[name]["kind"] and after.name.form in _OF_STATES:
        after = None  # a Varenian lawyer is not Varenia's, nor is a scholar of it
    return Role(first, last, name, after, heads()[name]["state"] or None, left, former)


def _may_modify(doc: "Doc", at: int) -> bool:
    """Whether the word can stand inside a title: "press [secretary]", not in "to press [President Teller]".

    A dash between spaces opens something else: "the observer states – [President Teller]".
    """
    dash = doc[at].text in _JOINTS and bool(doc[at].whitespace_)
    if doc[at].lower_ == "under" and "secretary" not in doc[at + 1].lower_:
        return False
    return is_title_word(doc, at) and not dash and doc[at].tag_ not in {"VB", "VBD", "VBP", "VBZ"}


def role_starting_at(doc: "Doc", first: int, hits: dict[int, Hit]) -> Role | None:
    """The title that begins at `first`, determiner and owner skipped: "the Russian envoy for arms control"."""
    at, end = first, min(len(doc), first + LONGEST_TITLE)
    while at < end and (not is_title_word(doc, at) or doc[at].dep_ == "poss"):
        hit = hits.get(at)
        if hit is not None and hit.first == at:
            at = hit.last + 1
        elif (owner := _owner_end(doc, at, end)) is not None:
            at = owner
        elif _may_lead(doc[at]):
            at += 1
        else:
            break
    last = at
    while last < end and is_title_word(doc, last):
        last += 1
    nominal = last < end and doc[last].pos_ in {"NOUN", "PROPN"}  # "a veteran [campaign consultant]"
    if last > at and not nominal and (role := role_at(doc, last - 1, hits)) is not None:
        return role
    while last < end and doc[last].pos_ in {"NOUN", "PROPN", "ADJ"}:
        last += 1  # "a former CIA general counsel", "the Republican secretary"
    return role_at(doc, last - 1, hits) if last > first and is_title_word(doc, last - 1) else None


def _owner_end(doc: "Doc", first: int, end: int) -> int | None:
    """Behind the "'s" of a name of capitals that begins here: "Harbour Capital's [chairman]"."""
    at = first
    while at < end and doc[at].pos_ == "PROPN":
        at += 1
    return at + 1 if first < at < end and doc[at].text in POSSESSIVES else None


def _may_lead(token: "Token") -> bool:
    """Whether the token can stand between the comma and the title: "the", "its", "'s", "veteran"."""
    if token.text == "-" or (token.tag_ == "VBN" and token.i and token.nbor(-1).text == "-"):
        return True  # "the Kremlin-backed head"
    if token.tag_ == "VBG" and token.dep_ == "amod" and token.is_lower:
        return True  # "the visiting commander"
    return _is_plain(token) or token.pos_ in {"DET", "NUM"} or token.text in POSSESSIVES or token.dep_ == "poss"


def whole(doc: "Doc", role: Role, *, before: int | None = None) -> tuple[int, int]:
    """First and last token of the office as written, with whom it belongs to: "Varenia's deputy minister for trade".

    Articles, pronouns and words of opinion are left out ("his veteran [envoy]"), as is what completes no office.
    `before` is the first token of the name that follows the office.
    """
    first = role.left
    while first - 1 >= doc[first].sent.start and _belongs(doc, first - 1, role):
        first -= 1
    while first < role.left and not _opens_office(doc[first]):
        first += 1
    while first == role.first < role.last and doc[first].lower_ in _OF_OPINION:
        first += 1
        role = role._replace(first=first)
    if first > 1 and doc[first - 1].text in _JOINTS and doc[first - 2].lower_ in role.head.split():
        first -= 2  # "Deputy Prime Minister – Minister for Roads"
        while first > doc[role.last].sent.start and is_title_word(doc, first - 1):
            first -= 1
    end, owner = _phrase_end(doc, role.last, before), role.affiliation
    if owner is not None and end < owner.first <= role.last + 3 and doc[role.last + 1].lower_ in OPENING_PHRASES:
        end = owner.last  # also where the recogniser has it in the name that follows
    return first, end


def _belongs(doc: "Doc", at: int, role: Role) -> bool:
    """Whether the token before the office is part of its noun phrase: "CIA operations [officer]"."""
    token = doc[at]
    if token.text in _JOINTS or token.text in POSSESSIVES:
        return at > 0 and not doc[at - 1].whitespace_ and doc[at - 1].pos_ != "PRON"
    if token.dep_ not in {"compound", "amod", "nmod", "poss"} or token.pos_ in {"PRON", "DET", "NUM"}:
        return False
    if token.text in honorifics():
        return False
    if token.is_lower and token.pos_ == "NOUN" and (doc[role.first].is_title or doc[at + 1].lower_ in FORMER):
        return False  # other words: "the Ostmark critic Sen.", "a step former president"
    if doc[role.first].is_title and token.is_lower and token.lower_ in _heads_alone():
        return False  # another title: "former ambassador Gov."
    return at < token.head.i and not any(t.is_punct and t.text not in _JOINTS for t in doc[at : role.first])


def _opens_office(token: "Token") -> bool:
    """Whether an office as written may begin with the word: "former", "White", "Russian", not "new" or "'s"."""
    plain = token.is_lower and (token.pos_ == "ADJ" or token.tag_ in {"VBG", "VBN"})
    plain = plain and token.lower_ not in title_words()
    return not plain and token.text not in POSSESSIVES | _JOINTS and token.lower_ not in _OF_OPINION


def _phrase_end(doc: "Doc", last: int, before: int | None) -> int:
    """The last token of the phrases of the office: "minister [for roads and rivers]"."""
    limit = before if before is not None else doc[last].sent.end
    end = last
    while end + 2 <= limit - 1 and doc[end + 1].lower_ in OPENING_PHRASES and doc[end + 1].head.i <= end:
        stop = end + 2
        while stop < limit and _goes_on(doc, stop):
            stop += 1
        while stop - 1 > end + 1 and doc[stop - 1].pos_ not in {"NOUN", "PROPN", "NUM"}:
            stop -= 1
        if stop - 1 <= end + 1:
            break
        end = stop - 1
    return end


def _goes_on(doc: "Doc", at: int) -> bool:
    """Whether the token may stand in a phrase of an office: no verb, no mark, no day."""
    token = doc[at]
    if token.ent_type_ in {"DATE", "TIME", "PERSON"} or token.dep_ in {"relcl", "acl"} or token.text in honorifics():
        return False
    if token.lower_ == "and":
        return at + 1 < len(doc) and doc[at + 1].pos_ in {"NOUN", "PROPN", "ADJ"} and doc[at + 1].dep_ != "nsubj"
    if token.text == "Under" and at + 1 < len(doc) and doc[at + 1].text == "Secretary":
        return True
    return (
        token.pos_ in {"DET", "ADJ", "NOUN", "PROPN"} or token.text in POSSESSIVES | {"-", "&"} or token.lower_ == "of"
    )


def is_title_word(doc: "Doc", at: int) -> bool:
    """Whether the word belongs to titles: "deputy", "minister", "ministers"."""
    if doc[at].text in _JOINTS:
        return at + 1 < len(doc) and doc[at + 1].lower_ in title_words()
    return doc[at].lower_ in title_words() or singular(doc, at) in title_words()


def singular(doc: "Doc", at: int) -> str:
    """The token in lower case, without a plural ending."""
    token = doc[at]
    if not is_plural(token):
        return token.lower_
    return token.lower_.removesuffix("s") if token.pos_ == "PROPN" else token.lemma_.lower()


def is_plural(token: "Token") -> bool:
    """Whether a title is in the plural, also where the parser takes it for a name: "Ministers Ana Berg and ..." """
    if token.tag_ in {"NNS", "NNPS"}:
        return True
    return token.tag_ == "NNP" and token.lower_.endswith("s") and token.lower_[:-1] in heads()


def _head_phrase(doc: "Doc", head: int) -> str | None:
    """The longest head of the table that ends at the token: "foreign minister"."""
    last = singular(doc, head)
    for before in (3, 2, 1, 0):
        if before <= head:
            phrase = " ".join([*(t.lower_ for t in doc[head - before : head]), last]).replace(" - ", "-")
            if phrase in heads() and not set(phrase.split()) & _OPENING:
                return phrase
    return None


def _completed(doc: "Doc", head: int, name: str) -> tuple[int, str]:
    """Last token of the title, and its head with what completes it where the table has that: "secretary of state"."""
    end = head
    while end + 2 < len(doc) and doc[end + 1].lower_ in _OPENING:
        rest = [t.lower_ for t in doc[end + 2 : end + 8]]
        fitting = [n for n in range(1, len(rest) + 1) if " ".join(rest[:n]) in _complements()]
        if not fitting:
            break
        end += 1 + fitting[-1]
    whole = name + "".join(f" {t.lower_}" for t in doc[head + 1 : end + 1])
    return end, next((w for w in (whole, name) if w in heads()), name)


def _owner(doc: "Doc", first: int, head: int, hits: dict[int, Hit]) -> tuple[Hit | None, int]:
    """The name that stands before the title: "Russian", "Russia's", "NATO"."""
    at = first - 1
    while at >= 0 and (doc[at].text in POSSESSIVES | _JOINTS or doc[at].is_space or _is_plain(doc[at])):
        if doc[at].text in _JOINTS and doc[at].whitespace_:
            return None, first  # a dateline: "PORT VARA, Ostmark – President"
        at -= 1
    if (
        at > 0
        and doc[first].is_lower
        and doc[at].is_lower
        and doc[at].dep_ == "compound"
        and _is_of_body(hits.get(at - 1))
    ):
        at -= 1  # "CIA operations officer"
    hit = hits.get(at)
    if hit is not None and hit.name.form not in {"people"}:
        return hit, hit.first
    if at < 0:
        return None, first
    office, its = singular(doc, head), doc[at].lower_ == "its"
    if doc[at].lower_ == "whose" or (its and office in _OFFICES_OF_STATES | VOICES):
        return _meant(doc[at], hits, voice=its and office in VOICES), first
    if its and (office in _HEADS_OF_BODIES or _head_phrase(doc, head) in _HEADS_OF_BODIES):
        body = _meant(doc[at], hits, voice=True)
        return body if body is not None and body.name.form == "organisation" else None, first
    if at < first - 1 and doc[at + 1].text in POSSESSIVES and (inner := role_ending_at(doc, at, hits)) is not None:
        return inner.affiliation, inner.left if inner.affiliation is not None else first
    if at < first - 1 and doc[at + 1].text in POSSESSIVES and (meant := _named_before(doc[at], hits)) is not None:
        return meant, at
    full = _in_full(doc[at], hits) if doc[at].pos_ == "PROPN" else None
    return full, first if full is None else at


def _named_before(noun: "Token", hits: dict[int, Hit]) -> Hit | None:
    """The one organisation that a noun can go back to: "the [alliance]'s chief", "the [bloc]'s envoy".

    It is named in the sentence or the one before; no other is called so: "an opposition alliance", "the Left Bloc".
    """
    row = next((r for r in table("en/back_references") if r["noun"] == noun.lower_), None)
    if row is None or not noun.i or noun.nbor(-1).lower_ != "the":
        return None
    can_be = set(row["candidates"].split("|"))
    fitting = [hits[i] for i in sorted(hits) if i < noun.i and hits[i].name.actor in can_be]
    if len({h.name.actor for h in fitting}) != 1:
        return None
    near = noun.doc[max(noun.sent.start - 1, 0)].sent.start
    alike = (t for t in noun.doc[: noun.i] if t.lower_ == noun.lower_ and t.i not in hits)
    others = any(t.i < fitting[0].first or t.nbor(-1).lower_ != "the" or t.text != t.lower_ for t in alike)
    return fitting[-1] if fitting[-1].first >= near and not others else None


def _in_full(word: "Token", hits: dict[int, Hit]) -> Hit | None:
    """The organisation named last before whose name ends in the word: "a [Commission] spokesman"."""
    doc = word.doc
    if doc[word.i - 1].lower_ not in {"a", "an", "the"} or not word.nbor().is_lower:
        return None
    last = max((i for i in hits if i < word.i), default=None)
    if last is None:
        return None
    others = (t for t in doc[1 : word.i] if t.lower_ == word.lower_ and t.i not in hits)
    if any(t.is_lower or t.nbor(-1).pos_ == "PROPN" for t in others):
        return None  # of the African Union or of Europe
    hit, elsewhere = hits[last], any(t.ent_type_ == "GPE" for t in doc[last + 1 : word.i])
    ends = hit.name.form == "organisation" and any(n.endswith(f" {word.text}") for n in called(hit.name.candidates))
    return hit if ends and not elsewhere else None


def _portfolio(doc: "Doc", first: int, head: int, hits: dict[int, Hit]) -> int:
    """Where what a minister is charged with begins behind an owner: "Ostmark's [water and roads] minister"."""
    at = first
    if singular(doc, head) == "minister":
        earliest = max(doc[head].sent.start, first - _LONGEST_PORTFOLIO)
        while at > earliest and _is_of_portfolio(doc, at - 1, head, hits):
            at -= 1
    before = hits.get(at - 1)
    owned = doc[at - 1].text in POSSESSIVES or doc[at - 1].lower_ in _ITS
    return at if at and (owned or (before is not None and before.name.form == "adjective")) else first


def _is_of_portfolio(doc: "Doc", at: int, head: int, hits: dict[int, Hit]) -> bool:
    """Whether the word is of a field: not "Telle" in "Ostmark's Telle roads minister"."""
    token = doc[at]
    if token.lower_ == "and":
        return True
    if at in hits or token.ent_type_ in _ENTITIES or token.lower_ in _NO_FIELD or token.lower_ in _heads_alone():
        return False
    joined = doc[at + 1].lower_ == "and"
    if joined and token.dep_ not in {"compound", "amod", "nmod", "conj"}:
        return False  # "Ostmark's farmers and roads minister Ana Berg refused"
    alike = token.is_lower if doc[head].is_lower else joined or at + 1 == head
    return alike and token.pos_ in {"NOUN", "PROPN", "ADJ"}


def _meant(its: "Token", hits: dict[int, Hit], *, voice: bool) -> Hit | None:
    """The state or body that "its" or "whose" is of: the subject before it, with no other noun between.

    Of a `voice`, a spokesman, it is one that has said something, with none between that may have a spokesman too.

    "Ostmark refused and said [its] envoy, Ana Berg, ..."; "The Ostmark government refused. [Its] envoy, ..."; "Varenia,
    their host, sent [its] minister"
    """
    subject = next((s for s in _subjects_before(its) if s.lower_ != "it"), None)
    if subject is None or list(subject.conjuncts):
        return None
    called = (c for c in subject.rights if c.dep_ == "appos" and c.i in hits and hits[c.i].name.form == "name")
    subject = next(called, subject)
    of = [hits[t.i] for t in subject.lefts if t.i in hits] if lemma(subject) in BODIES else []
    of = [hits[subject.i]] if subject.i in hits else of
    of = [back] if not of and (back := _named_before(subject, hits)) is not None else of
    if len(of) != 1 or of[0].name.actor is None or (of[0].name.form not in _OWNING and of[0].first == subject.i):
        return None
    aside = {t.i for t in subject.subtree} if its.head.head == subject.head else set()  # "Ostmark, which ..., sent its"
    end = _before_quotation(its) if voice else its.i
    between = [t for t in its.doc[subject.i + 1 : end] if t.ent_type_ not in {"DATE", "TIME"} and t.i not in aside]
    if voice:
        # who said something goes on: "The ministry said that shells had hit a dam. Its spokesman ..."
        said = lemma(subject.head) in words("en/speech_verbs")
        others = (t for t in between if t.tag_ in {"NNP", "NNPS"} or lemma(t) in _WITH_VOICES)
        return of[0] if said and not any(others) else None
    return None if any(t.tag_ in {"NN", "NNP", "NNPS"} for t in between) else of[0]


def _before_quotation(its: "Token") -> int:
    """Where the words before "its" end, less what is quoted right before it: '"It holds," its envoy said'."""
    doc, end = its.doc, its.i
    if not end or not doc[end - 1].is_quote:
        return end
    return next((i for i in range(end - 2, its.sent.start - 1, -1) if doc[i].is_quote), end)


def _subjects_before(its: "Token") -> "Iterator[Token]":
    """Subjects of the clauses around the word, the nearest first, then of the sentence before."""
    if its.lower_ == "whose":
        yield from (t.head for t in its.ancestors if t.dep_ == "relcl")
        return
    for verb in its.ancestors:
        if any(c.dep_ in SUBJECTS and c.left_edge.i > its.i for c in verb.lefts):
            return  # "though [its] envoy agreed, Ostmark refused"
        # "Ostmark agreed; its envoy, Ana Berg, said"
        before = (c for c in verb.lefts if c.dep_ == "ccomp" and not _opens_quotation(c))
        apart = (g for c in before for g in c.lefts if g.pos_ != "PRON")
        spoken = (c for c in verb.lefts if not _opens_quotation(c))
        yield from (c for c in (*spoken, *apart) if c.dep_ in SUBJECTS and c.right_edge.i < its.i)
    sentence = sentence_before(its)
    if sentence is not None:
        yield from (c for c in sentence.root.lefts if c.dep_ in SUBJECTS)


def _opens_quotation(clause: "Token") -> bool:
    first = clause.left_edge
    return first.is_quote or (first.i > 0 and first.nbor(-1).is_quote)


def _is_of_body(hit: Hit | None) -> bool:
    return hit is not None and hit.name.form in {"institution", "organisation"}


def _is_plain(token: "Token") -> bool:
    """An adjective that may stand between owner and title: "Ostmark's [new] envoy"."""
    return token.pos_ == "ADJ" and token.is_lower


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
    if hit is None:
        return _owner_of_ministry(doc, at, hits)
    if hit.first != at or hit.name.form == "capital":
        return None  # "an analyst at London brokers" is no Briton's office
    if preposition in {"to", "in"} and (hit.name.form in {"name", "capital", "adjective"} or _is_sent(doc, last)):
        return None  # the ambassador to Varenia does not come from there
    return hit


def _owner_of_ministry(doc: "Doc", at: int, hits: dict[int, Hit]) -> Hit | None:
    """The state of "the [foreign] ministry in Telle" or "of Ostmark", whose field is at the token."""
    field, ministry, joint = (t.lower_ for t in doc[at : at + 3]) if at + 4 < len(doc) else ("", "", "")
    if field not in FIELDS_OF_STATES or ministry != "ministry" or joint not in {"in", "of"}:
        return None
    hit = hits.get(at + 4 if doc[at + 3].lower_ == "the" else at + 3)
    if hit is None or hit.name.form != ("capital" if joint == "in" else "name"):
        return None
    if any(t.text in POSSESSIVES for t in doc[hit.last + 1 : hit.last + 2]):
        return None  # "of Ostmark's rebels"
    return hit


def _is_sent(doc: "Doc", last: int) -> bool:
    """Whether the title is of somebody sent to others: "ambassador to NATO", not "adviser to the Kremlin"."""
    return doc[last].lower_ in {"ambassador", "envoy", "representative", "delegate"}


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
def _heads_alone() -> frozenset[str]:
    """Heads that modify no other: "minister", not "deputy"."""
    return frozenset(heads()) - _modifiers()


@cache
def _modifiers() -> frozenset[str]:
    return frozenset(row["phrase"] for row in table("en/role_words") if row["part"] == "modifier")


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
