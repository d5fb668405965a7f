"""Cues of meetings: the words that tell one, and whether they do where they stand."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from onrecord.data import table, words
from onrecord.model.vocabulary import MeetingFormat
from onrecord.records.meetings.pairs import JOINT, PEOPLE, is_of_another, is_of_game, is_of_pastime, office_of
from onrecord.records.parties import OF_ANOTHER
from onrecord.syntax import (
    FINITE,
    antecedent,
    clause_verb,
    conditional,
    hardly,
    infinitive,
    lemma,
    modal_of,
    negated,
    passive,
    subjects,
    tense,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

WITH = {"with", "alongside"}
_NOT_OF_SIDES = {"news", "press", "photo", "media", "medium", "training", "journalist", "reporter", "student", "voter"}
_MEALS = {"breakfast", "lunch", "dinner", "tea"}
# These nouns mean a meeting only with whom it is, or only of two: "contacts with the envoys", "exchange of views".
_ONLY_WITH = {*_MEALS, "contact", "encounter", "one-on-one", "pull-aside", "engagement", "face-to-face", "parley"}
# Banks and clubs hold these too.
_OF_PEOPLE = {"teleconference", "audience", "tete-a-tete"}
_VIEWS = {"view", "opinion"}
_SPEAKING = {"speak", "talk", "chat", "negotiate", "confer", "converse", "consult"}
# "They speak often" tells of meetings, "they spoke about the river" of what was said.
OFTEN = {"frequently", "often", "regularly", "sometimes", "always"}
# "Both spoke of the dam, against the tolls, in favour of the bridge": what was said, and not to whom.
_TOPICS = {"about", "of", "against"}
_STANDS = {"support", "favor", "favour", "defense", "defence"}
_THINGS = {"that", "this", "it", "what", "which", "these", "those"}
# By what people speak who are not at one place.
CALLS = {"phone", "telephone", "video", "videoconference", "virtual", "virtually", "online"}
_LINES = {"link", "line", "call", "conference"}
_WIRES = {"hotline", "teleconference", "zoom", "skype"}
# These mean a meeting only of people, without an object: "gathered in Vare", not "gathered evidence".
_GATHERING = {"convene", "gather", "assemble"}
# What those spend with each other who meet.
_SPENT = {"minute", "hour", "day", "morning", "afternoon", "evening", "time"}
# For what, where and when somebody is seen: what else there is tells another meaning.
_SETTINGS = {"in", "at", "on", "for", "before", "after", "during", "ahead"}
# What stands beside "see" where it is no meeting: "saw him leave".
_OTHERWISE = {"xcomp", "ccomp", "advcl", "prt", "acomp", "attr", "dative"}
_ALONE = {"alone", "privately", "separately", "briefly", "twice"}
# Who does these, or to whom they are done, "to see" somebody meets him.
_SENDING = {
    "send", "dispatch", "travel", "fly", "go", "come", "return", "head", "arrive", "due", "expect", "set", "schedule",
}  # fmt: skip
_SEEN = {"leader", "king", "queen", "pope", "emir", "sultan", "crown"}
_BY = {"by", "via", "over", "through", "on"}
# Who is summoned to be told something, and by whom, where no name tells it: a court or a parliament summons others.
ENVOYS = {"ambassador", "envoy", "diplomat", "consul"}
_PLAYERS = {"golfer", "player", "boxer", "team", "club", "fighter", "champion"}
_UNOFFICIAL = {"holiday", "vacation", "joke", "sketch", "novel", "cartoon", "film", "dream"}
_SUMMONING = {"ministry", "government", "minister"}
OFFICES = {"president", "premier", "minister", "chancellor", "secretary", "king", "queen", "envoy"}
# What offices are for: "the two foreign ministers".
PORTFOLIOS = {"foreign", "prime", "defence", "defense", "chief", "energy", "interior", "trade", "finance"}
_CALLED = OFFICES | OF_ANOTHER
_AFTER_CALLED = {".", ",", "on", "over", "about", "after", "before"}
# Who is due somewhere comes to see somebody, unless more is told: "for surgery", "to stand trial".
DUE = {"due", "expect"}
_MORE = {"for", "to", "as", "and", "or", "but"}
_TALKS = {"talk", "meeting", "summit", "negotiation", "consultation"}


# Nouns that the parser cuts at their hyphens.
_HYPHENED = re.compile(r"(?:t[eê]te-[aà]-t[eê]te|face-to-face)\b")


class Cue(NamedTuple):
    """A row of `en/meeting_cues` or `en/meeting_senses`."""

    pos: str
    particle: str
    format: MeetingFormat | None
    share: float | None = None
    """How sure the tagger is, where it takes a word for a meeting that the table does not have."""


@cache
def cues() -> dict[str, list[Cue]]:
    """Cue words by lemma."""
    found: dict[str, list[Cue]] = {}
    for row in (*table("en/meeting_senses"), *table("en/meeting_cues")):
        pos, _, particle = row["pos"].partition(":")
        format_: MeetingFormat | None = row["format"] or None  # type: ignore[assignment]  # a test checks the vocabulary
        found.setdefault(row["lemma"], []).append(Cue(pos, particle, format_))
    return found


def cue_of(token: "Token") -> Cue | None:
    """The cue that the word is here: "talks" but not "talk of war", "sat down" but not "sat"."""
    return next((c for c in cues().get(_key(token), ()) if _fits(token, c)), None)


def is_noun(token: "Token") -> bool:
    """Whether the cue is a noun, also in a title's capitals: "the NATO Summit"."""
    return token.pos_ in {"NOUN", "PROPN"}


def is_hosted(verb: "Token", token: "Token") -> bool:
    """ "Vienna hosted the talks": what somebody hosts is a meeting, whoever meets."""
    return lemma(verb) == "host" and is_noun(token) and cue_of(token) is not None


def hyphenated(token: "Token") -> bool:
    """ "the Berg-Holt summit", "Varenian-Lorvanian talks"."""
    return joined_names(token) is not None


def joined_names(token: "Token") -> "tuple[Token, Token] | None":
    """The two names before the meeting, also where its place stands between: "the Berg-Holt Vienna summit"."""
    for at in (token.i, token.i - 1):
        if at >= 3 and token.doc[at - 2].text in {"-", "–"} and (at == token.i or token.doc[at].pos_ == "PROPN"):
            one, other = token.doc[at - 3], token.doc[at - 1]
            if {one.pos_, other.pos_} <= {"PROPN", "ADJ"}:
                return one, other
    return None


def _key(token: "Token") -> str:
    if token.lower_ == "down" and is_noun(token) and token.i > 1 and token.nbor(-2).lower_ == "sit":
        return "sit-down"
    if token.lower_ in {"tete", "tête", "face"} and is_noun(token):
        near = token.doc[max(0, token.i - 4) : token.i + 5].text.casefold()
        joined = _HYPHENED.search(near)
        return joined[0].replace("ê", "e").replace("à", "a") if joined else lemma(token)
    return lemma(token) if token.tag_ != "NNPS" else token.lower_.removesuffix("s")


def _fits(token: "Token", cue: Cue) -> bool:
    if cue.pos == "NOUN" and cue.particle:
        return is_noun(token) and lemma(token.head) == "pay" and any(c.lower_ == cue.particle for c in token.children)
    if cue.pos == "NOUN":
        return is_noun(token) and (token.dep_ != "compound" or hyphenated(token)) and _names_meeting(token)
    if token.pos_ != cue.pos:
        return False
    if cue.particle:
        if token.lemma_ == "invite":
            whither = [g for c in token.children if c.lower_ == "to" for g in c.children]
            return any(
                g.ent_type_ in {"GPE", "FAC", "LOC", "ORG"} or lemma(g) in words("en/venue_nouns") for g in whither
            )
        if token.lemma_ in DUE and not _is_awaited(token):
            return False
        if (token.lemma_, cue.particle) in _BY_PARTICLE:
            return _BY_PARTICLE[token.lemma_, cue.particle](token)
        views = (token, *(c for c in token.children if c.dep_ == "dobj"))
        if token.lemma_ == "exchange" and not any(c.lower_ in WITH for h in views for c in h.children):
            return False  # "they exchanged views on the tolls" tells what was said, as "they discussed the tolls" does
        return any(c.lower_ == cue.particle for c in token.children)
    return _tells_meeting(token)


def _is_awaited(token: "Token") -> bool:
    """ "The premier is due in Vare", "is expected in Vare"; not "was due", nor "if he is due"."""
    clause = token.head if token.pos_ == "ADJ" else token
    alone = passive(token) or (clause != token and lemma(clause) == "be")
    if not alone or negated(clause) or conditional(clause) or tense(clause) != "present":
        return False
    guests = [antecedent(s) for s in subjects(clause)]
    behind = [t for t in clause.subtree if t.i > token.i]
    there = [g for t in behind if t.lower_ in {"in", "on", "at", "with"} for g in t.children]
    return (
        bool(guests)
        and all(_holds_office(g) for g in guests)
        and all(g.ent_type_ in {"GPE", "DATE", "TIME"} for g in there)
        and not any(t.lower_ in _MORE for t in behind)
        and not (hardly(token) or hardly(clause))
    )


def _holds_office(guest: "Token") -> bool:
    """ "Varenia's foreign minister", "Varenian President Marco Holt"; not "the president of the Varenian club"."""
    title = [guest, *(t for c in guest.lefts for t in c.subtree)]
    return (
        _is_of_state(guest)
        and any(lemma(t) in OFFICES for t in title)
        and all(t.ent_type_ or lemma(t) in OFFICES or t.lower_ in PORTFOLIOS | {"the", "'s", "’s"} for t in title)
    )


def _is_of_state(noun: "Token") -> bool:
    """ "Varenia's ambassador"; not "the ambassador to Varenia", "the Varenian king of pop"."""
    named = any(t.ent_type_ in {"GPE", "NORP"} for c in noun.lefts for t in c.subtree)
    return named and not any(c.lower_ == "of" for c in noun.children)


def _summons(verb: "Token") -> bool:
    """ "Ostmark summoned Varenia's ambassador", but not "summoned its ambassador home", "was about to summon him"."""
    if verb.tag_ not in FINITE and not any(c.dep_ in {"aux", "auxpass"} and c.tag_ in FINITE for c in verb.children):
        return False
    acting = [g for c in verb.children if c.dep_ == "agent" for g in c.children] if passive(verb) else subjects(verb)
    summoned = subjects(verb) if passive(verb) else [c for c in verb.children if c.dep_ == "dobj"]
    summoned += [g for c in verb.children if c.lower_ == "in" and lemma(verb) == "call" for g in c.children]
    return (
        bool(acting and summoned)
        and all(s.ent_type_ == "GPE" or lemma(s) in _SUMMONING for s in acting)
        and all(lemma(s) in ENVOYS and _is_of_state(s) for s in summoned)
        and not any(c.lower_ in {"home", "back"} for c in verb.children)
    )


def _comes_together(verb: "Token") -> bool:
    """ "The envoys convened in Vare", "gathered on Sunday"; not "gathered evidence", "troops gathered"."""
    beside = [c for c in verb.children if c.dep_ in {"dobj", "xcomp", "ccomp"} or (c.dep_ == "advcl" and infinitive(c))]
    if beside or passive(verb) or not _has_setting(verb):
        return False
    acting = [antecedent(s) for s in subjects(verb)] or [verb]
    if verb.dep_ == "xcomp" and verb.head.dep_ == "acomp":
        acting = subjects(verb.head.head)
    return bool(acting) and all(_is_somebody(s) for s in acting)


def _spends_time(verb: "Token") -> bool:
    """ "Spent two hours with the premier", "an hour on the phone with Holt"; not "spent a million with the firm".

    Nor "spends more time with Holt than at home", "Ostmark spent ten days with Varenia on the drill".
    """
    spent = [c for c in verb.children if c.dep_ in {"dobj", "npadvmod"} and lemma(c) in _SPENT]
    heads = [verb, *spent, *(g for h in (verb, *spent) for c in h.children if c.lower_ == "on" for g in c.children)]
    withs = [g for h in heads for c in h.children if c.lower_ == "with" for g in c.children]
    if any(t.lower_ in {"more", "less", "most"} for c in spent for t in c.lefts) or _is_leisure(verb):
        return False
    return bool(spent) and bool(withs) and all(_is_person(g) for g in (*withs, *_acting(verb)))


def _is_on_line(verb: "Token") -> bool:
    """ "Was on the phone to Holt", "got on the hotline with her colleague"; not "got on with Holt"."""
    by = [t for t in wires(verb) if t.lower_ not in {"video", "virtual", "online"}]
    heads = [g for h in (verb, *by) for c in h.children if c.lower_ in {"with", "to"} for g in c.children]
    return bool(by) and bool(heads) and all(_is_person(g) or g.lower_ in {"other", "another"} for g in heads)


def _sees_somebody(verb: "Token") -> bool:
    """ "Flew to Vare to see Holt", "saw the premier alone for an hour", "will see Holt on Monday".

    Not "saw him leave", "sees him as a risk", "wants to see him tried", "saw him on television", "could see him".
    """
    seen = seen_by(verb)
    beside = [c for c in verb.children if c.dep_ in _OTHERWISE and c not in seen]
    each_other = len(seen) == 1 and seen[0].lower_ in {"other", "another"}
    if passive(verb) or len(seen) != 1 or beside or not (each_other or _is_person(seen[0])) or _is_leisure(verb):
        return False
    if any(c.dep_ in {"acl", "oprd", "poss"} and c.i > seen[0].i for c in seen[0].children):
        return False
    if not _is_plainly_set(verb) or modal_of(verb) in {"can", "could", "might", "may"}:
        return False
    acting = _acting(verb)
    if not acting or not all(_is_person(s) for s in acting):
        return False
    sent = infinitive(verb) and lemma(verb.head) in _SENDING and verb.dep_ in {"xcomp", "advcl"}
    near = [c for h in (verb, *seen) for c in h.rights]
    lone = any(
        c.lower_ in _ALONE or (c.lower_ == "for" and any(t.ent_type_ == "TIME" for t in c.subtree)) for c in near
    )
    days = [*verb.rights, *(g for c in verb.rights if c.lower_ == "on" for g in c.children)]
    dated = not infinitive(verb) and any(t.ent_type_ in {"DATE", "TIME"} for t in days)
    return sent or lone or (dated and verb.dep_ in {"ROOT", "conj", "relcl", "ccomp"})


def seen_by(verb: "Token") -> "list[Token]":
    """Who is seen, also a name that the parser takes for a clause: "saw Holt alone"."""
    return [c for c in verb.rights if c.dep_ in {"dobj", "oprd"} or (c.dep_ == "ccomp" and c.pos_ == "PROPN")]


def tells_otherwise(token: "Token") -> bool:
    """Words that a tagger may take for a meeting, beside what gives them another meaning.

    "Called on her to leave", "saw him leave", "sat together on the board", "got on with him", "fans gathered".
    """
    verb = lemma(token)
    upon = [c for c in token.children if c.lower_ in {"on", "upon"} and c.dep_ in {"prep", "prt"}]
    on = [g for c in upon for g in c.children if g.ent_type_ not in {"DATE", "TIME"}]
    if verb == "call" and token.dep_ == "xcomp" and lemma(token.head) in {"try", "attempt", "fail"}:
        return True  # whether they spoke is not told
    if verb == "call":
        summoned = any(lemma(g) in ENVOYS for c in token.children if c.lower_ == "in" for g in c.children)
        return bool(on) and not summoned and not _has_child(token, "off")
    if verb in {"come", "get"} and (_has_child(token, "together") or _has_child(token, "face")):
        return True
    if verb == "see":
        clauses = [c for c in token.children if c.dep_ in {"xcomp", "ccomp"} and c not in seen_by(token)]
        if modal_of(token) in {"can", "could"} or _are_bare_states(token):
            return True  # "could see him in the crowd"
        return bool(on) or bool(_shown_on(*seen_by(token))) or bool(clauses) or _has_child(token, "as")
    if verb == "round" and any(lemma(t) in _PLAYERS for t in token.subtree):
        return True  # of golf
    if verb == "on" and any(lemma(t) in {"screen", "television", "tv"} for t in token.head.subtree):
        return True  # "on the phone with Varenia on his screen"
    if verb == "expect" and any(
        k.dep_ == "prep" for c in token.rights for g in c.children for j in g.conjuncts for k in j.rights
    ):
        return True  # "is expected in Vare and the other in Telle"
    if any(lemma(g) in _UNOFFICIAL for c in token.children if c.lower_ in {"on", "in"} for g in c.children):
        return True  # "is expected there on holiday", "in a joke, he spends an hour with her"
    if verb in _GATHERING:
        return not all(_is_somebody(antecedent(s)) for s in subjects(token))
    if verb == "sit":
        return bool(on)
    if verb == "get":
        return _has_child(token, "on") and not wires(token)
    return verb == "be" and any(g.lower_ in CALLS for g in on) and not _is_on_line(token)


def _are_bare_states(see: "Token") -> bool:
    """ "Ostmark will see Varenia on Monday": teams do."""
    both = [t for t in see.children if t.dep_ in {"nsubj", "dobj"}]
    return len(both) > 1 and all(t.ent_type_ == "GPE" for t in both)


def _shown_on(*heads: "Token") -> "list[Token]":
    """What stands behind "on" and is no day: "saw him on television"."""
    behind = (g for h in heads for c in h.rights if c.lower_ == "on" for g in c.children)
    return [g for g in behind if g.ent_type_ not in {"DATE", "TIME"}]


def _is_plainly_set(verb: "Token") -> bool:
    """Whether the prepositions beside the verb tell place, day and time, and nothing that gives it another meaning."""
    preps = (c for c in verb.children if c.dep_ == "prep" and c.lower_ != "upon")
    return all(c.lower_ in _SETTINGS for c in preps) and not _shown_on(verb, *seen_by(verb))


def _has_setting(verb: "Token") -> bool:
    """Whether words tell where or when: "in Vare", "at the palace", "on Monday"."""
    told = (g for c in verb.rights if c.lower_ in {"in", "at", "on"} for g in c.children)
    where = any(
        g.ent_type_ in {"GPE", "FAC", "LOC", "DATE", "TIME"} or lemma(g) in words("en/venue_nouns") for g in told
    )
    return where or any(c.dep_ == "npadvmod" and c.ent_type_ in {"DATE", "TIME"} for c in verb.children)


def _is_somebody(noun: "Token") -> bool:
    """Whether it is a person, an office, a state or body, or a pronoun for one; not "the singer Ana Berg"."""
    if noun.ent_type_ == "PERSON" and any(c.pos_ == "NOUN" and office_of(c) not in PEOPLE | _SEEN for c in noun.lefts):
        return False
    if noun.pos_ == "PRON" or noun.ent_type_ in {"PERSON", "GPE", "NORP", "ORG"}:
        return noun.lower_ not in _THINGS
    group = lemma(noun) == "group" and any(c.lower_ == "contact" for c in noun.lefts)
    return group or office_of(noun) in PEOPLE | JOINT | _SEEN | ENVOYS or is_of_another(noun)


def _is_person(noun: "Token") -> bool:
    """Whether it is a person or holds an office, and no state or body: "the premier", "Holt"; not "Ostmark"."""
    office = office_of(noun) in PEOPLE | _SEEN | ENVOYS or is_of_another(noun)
    named = noun.pos_ == "PROPN" and noun.ent_type_ not in {"GPE", "NORP", "ORG"}
    return office or (_is_somebody(noun) and (noun.pos_ == "PRON" or named))


def _is_leisure(verb: "Token") -> bool:
    """Whether its sentence tells of sport, of a film or of youth."""
    return is_of_game(verb.sent) or is_of_pastime(verb.sent)


def _acting(verb: "Token") -> "list[Token]":
    """Who acts, by the verb or the one over it: "the premier flew to Vare to see Holt", "sent Berg to see Holt"."""
    sent = [c for c in verb.head.children if c.dep_ == "dobj"] if lemma(verb.head) in {"send", "dispatch"} else []
    return [antecedent(s) for s in (sent or subjects(verb) or subjects(verb.head))]


def _is_of_people(noun: "Token") -> bool:
    """ "The premier had an audience with the king"; not "the bank's teleconference with its clients"."""
    over = [noun, noun.head] if noun.dep_ == "dobj" else [noun]
    withs = [g for h in over for c in h.children if c.lower_ in WITH | {"between"} for g in c.children]
    whose = [c for c in noun.lefts if c.dep_ == "poss"]
    whose += [g for c in noun.children if c.lower_ == "of" for g in c.children]
    whose += subjects(noun.head) if noun.dep_ == "dobj" and noun.head.pos_ == "VERB" else []
    return bool(withs) and all(_is_person(antecedent(g)) for g in (*withs, *whose))


def _has_child(verb: "Token", word: str) -> bool:
    """Whether the word hangs on the verb."""
    return any(c.lower_ == word for c in verb.children)


def _is_long(verb: "Token") -> bool:
    """ "Sat together for two hours"."""
    return any(t.ent_type_ in {"TIME", "DATE"} for c in verb.rights if c.lower_ == "for" for t in c.subtree)


_BY_PARTICLE: dict[tuple[str, str], Callable[["Token"], bool]] = {
    ("sit", "together"): lambda verb: _has_child(verb, "together") and _is_long(verb),
    ("be", "on"): _is_on_line,
    ("get", "on"): _is_on_line,
    ("call", "in"): lambda verb: _has_child(verb, "in") and _summons(verb),
}
"""What verbs and particles of other meanings too must have beside them."""


def wires(verb: "Token") -> "list[Token]":
    """By what people speak: "conferred by video link", "spoke over the phone"."""
    means = (t for t in verb.subtree if t.i > verb.i and t.lower_ in _BY and clause_verb(t) == verb)
    means = (t for t in means if t.lower_ != "on" or t.head == verb)  # not "the ban on video"
    by = (g for c in means for g in c.children)
    return [
        g for g in by if g.lower_ in CALLS | _WIRES or (lemma(g) in _LINES and any(t.lower_ in CALLS for t in g.lefts))
    ]


def is_for_public(noun: "Token") -> bool:
    """ "The news conference", "a press call"."""
    return not _NOT_OF_SIDES.isdisjoint(c.lower_ for c in noun.lefts)


def _names_meeting(token: "Token") -> bool:
    noun, before, after = _key(token), {c.lower_ for c in token.lefts}, {c.lower_ for c in token.children}
    withs = (g for c in token.children if c.lower_ in WITH for p in c.children for g in (p, *p.lefts))
    if is_for_public(token) or any(g.lemma_ in _NOT_OF_SIDES for g in withs):
        return False
    if noun in {"talk", "contact", "engagement"} and token.tag_ not in {"NNS", "NNPS"}:
        return noun == "talk" and bool(after & (WITH | {"between"}))
    if noun == "call" and {"from", "for"} <= after:
        return False  # "calls from lawmakers for him to cancel"
    if noun == "call":
        return bool(after & (WITH | {"between", "from"}) or before & {"phone", "telephone", "video", "hotline"})
    if noun == "round":
        between = [g for c in token.children if c.lower_ == "between" for g in c.children]
        of = [g for c in token.children if c.lower_ == "of" for g in c.children]
        return any(_key(g) in _TALKS for g in of) or (bool(between) and all(office_of(g) in PEOPLE for g in between))
    if noun == "trip" and ("to" not in after or any(c.dep_ == "compound" and c.pos_ == "NOUN" for c in token.lefts)):
        return False  # "a trip through Varenia": who knows whether anybody meets
    if noun == "discussion" and after & {"of", "on", "about"} and not after & (WITH | {"between"}):
        return False
    if (
        noun == "consultation"
        and token.tag_ == "NN"
        and token.dep_ == "pobj"
        and token.head.lower_ == "in"
        and lemma(token.head.head) != "be"
    ):
        return False  # "drafted in close consultation with the allies"
    if noun == "dialogue" and token.tag_ == "NN":
        # "Ready for dialogue" and "firm in the dialogue with Ostmark" tell of no meeting.
        alone = not any(c.dep_ in {"det", "poss"} for c in token.lefts)
        return not alone and not (token.dep_ == "pobj" and token.head.lower_ in {"in", "of"})
    if noun == "exchange":
        of_views = any(g.lemma_ in _VIEWS for c in token.children if c.lower_ == "of" for g in c.children)
        return of_views and bool(after & (WITH | {"between"}))
    if noun in _OF_PEOPLE:
        return _is_of_people(token)
    return noun not in _ONLY_WITH or bool(after & (WITH | {"between"}) or token.head.lemma_ == "have")


def _parts(noun: "Token") -> "Iterator[Token]":
    """The noun, and what it is a part of."""
    yield noun
    yield from (g for c in noun.children if c.lower_ == "of" for g in c.children)


def _calls_somebody(token: "Token") -> bool:
    """ "called the premier on Sunday", but not "called him a friend, on him, it off, us to action"."""
    if passive(token) or any(c.dep_ in {"prt", "xcomp", "ccomp", "attr", "acomp"} for c in token.children):
        return False
    objects = [c for c in token.children if c.dep_ in {"dobj", "oprd"}]
    preps = {c.lower_: c for c in token.children if c.dep_ == "prep"}
    if (
        len(objects) != 1
        or not (objects[0].ent_type_ == "PERSON" or objects[0].pos_ == "PRON" or _is_office_called(token, objects[0]))
        or {"for", "upon", "into", "out", "to"} & set(preps)
        or any(c.lower_ in {"back", "home"} for c in token.children)
    ):
        return False
    if any(c.dep_ in {"dobj", "oprd"} for c in objects[0].children):
        return False  # "calls Holt a risk", where the parser hangs what she calls him on his name
    on = list(preps["on"].children) if "on" in preps else None
    return on is None or (bool(on) and all(g.ent_type_ in {"DATE", "TIME"} for g in on))


def _is_office_called(verb: "Token", called: "Token") -> bool:
    """ "called the premier on Sunday", but not "tried to call the premier", "called the premier 'a clown'"."""
    after = called.nbor() if called.i + 1 < len(called.doc) else None
    alone = after is None or after.lower_ in _AFTER_CALLED or after.ent_type_ in {"DATE", "TIME"}
    return alone and lemma(called) in _CALLED and not infinitive(verb) and verb.tag_ != "VBG"


_PUBLIC = {
    "reporter", "journalist", "press", "medium", "media", "voter", "crowd", "soldier", "troop", "student", "television",
    "radio", "funeral", "rally", "ceremony", "assembly", "audience",
}  # fmt: skip


def is_to_public(token: "Token") -> bool:
    """ "They spoke to reporters", "on television"."""
    heads = (g for c in token.children if c.lower_ in _BEFORE_PUBLIC for g in c.children)
    return lemma(token) in _SPEAKING and any(g.lemma_ in _PUBLIC for g in heads)


_BEFORE_PUBLIC = {"to", "with", "before", "on", "at", "in"}


def _tells_meeting(token: "Token") -> bool:
    verb = lemma(token)
    after: set[str] = {c.lower_ for c in token.children}
    if verb in _SPEAKING and any(c.dep_ == "prt" or c.lower_ in {"down", "up", "out"} for c in token.children):
        return False  # "talked down the summit", "spoke out"
    if is_to_public(token):
        return False
    if verb in _SPEAKING and any(g.lower_.endswith(("self", "selves")) for c in token.children for g in c.children):
        return False  # "they speak for themselves"
    if verb in _SPEAKING and any(
        g.lower_ in {"condition", "voice"} for c in token.children if c.lower_ in {"on", "with"} for g in c.children
    ):
        return False  # "they spoke on condition of anonymity", "with one voice"
    if verb in _SPEAKING and (heads := _partners(token)) and all(h.lower_ in _THINGS for h in heads):
        return False  # "only they can speak to that"
    if verb == "meet" and passive(token) and not any(c.dep_ == "agent" or c.lower_ in WITH for c in token.children):
        return False  # "if they are not met"
    if verb == "meet" and any(
        t.lemma_ in words("en/met_nouns") for c in token.children if c.dep_ == "dobj" for t in _parts(c)
    ):
        return False  # "met the deadline", "met half of their pledge"
    if verb == "summon":
        return _summons(token)
    if verb in _GATHERING:
        return _comes_together(token)
    if verb == "spend":
        return _spends_time(token)
    if verb == "see":
        return _sees_somebody(token)
    if verb == "ring" and token.lower_ not in {"rang", "rung"}:
        return False  # "ringed the embassy"
    if verb in {"call", "ring"}:
        return _calls_somebody(token)
    if verb == "join":
        return not passive(token) and any(g.lemma_ in _TALKS | _MEALS for c in token.children for g in c.subtree)
    if verb == "welcome":
        return any(c.lower_ in {"to", "at", "in"} for c in token.children if c.dep_ == "prep")
    if verb in _SPEAKING and not _has_partner(token):
        several = any(s.tag_ == "NNS" or s.lower_ in {"we", "they"} or s.conjuncts for s in subjects(token))
        return several and (not _has_topic(token) or not OFTEN.isdisjoint(after))
    return True


def _has_topic(verb: "Token") -> bool:
    for prep in (c for c in verb.children if c.dep_ == "prep"):
        behind = list(prep.children)
        if prep.lower_ in _TOPICS or (
            prep.lower_ == "for" and not any(g.ent_type_ in {"DATE", "TIME"} for g in behind)
        ):
            return True
        if prep.lower_ == "in" and any(g.lemma_ in _STANDS for g in behind):
            return True
    return False


def _has_partner(verb: "Token") -> bool:
    """Whether somebody is spoken to or with."""
    return any(c.lower_ in {*WITH, "to"} and c.dep_ != "aux" for h in (verb, *lasting(verb)) for c in h.children)


def lasting(verb: "Token") -> "list[Token]":
    """How long, where the parser may hang with whom: "conferred for ninety minutes with Holt"."""
    return [g for c in verb.rights if c.lower_ == "for" for g in c.children if lemma(g) in _SPENT]


def _partners(verb: "Token") -> "list[Token]":
    """Whom or what somebody speaks to or with."""
    return [g for c in verb.children if c.lower_ in {*WITH, "to"} and c.dep_ == "prep" for g in c.children]
