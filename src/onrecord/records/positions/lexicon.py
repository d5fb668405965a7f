"""Positions that a single cue word tells: verbs, adjectives and nouns with the complement they ask for."""

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from onrecord.data import table, words
from onrecord.model.vocabulary import PositionAct
from onrecord.records.parties import FIRST_PERSON, Parties, Party
from onrecord.records.positions.cues import Cue, cues, cues_of
from onrecord.records.positions.drafts import UNADDRESSED, Draft, first_other, other_side
from onrecord.records.positions.undone import has_ended, is_doubted
from onrecord.records.positions.usage import CHARGES, IMPORTANCE, act_as_used, is_deed_or_force, lifts_harm, suffers
from onrecord.syntax import (
    FINITE,
    RELATIVES,
    antecedent,
    asks,
    full_phrase,
    infinitive,
    is_finite,
    lemma,
    modal_of,
    negated,
    owned,
    passive,
    subjects,
    subtree,
    tense,
    verb_group,
    voiced,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

SCORES = {"VERB": 0.8, "ADJ": 0.8, "NOUN": 0.7}
# Prepositions of what is talked of that may open a sentence, and nouns with which they are an aside: "to this end".
_FRONTED = {"to", "against", "over", "about"}
_ASIDE = {"end", "background", "extent", "surprise", "anger"}


def lexicon_drafts(sentence: "Tokens", parties: Parties) -> list[Draft]:
    """Drafts of one sentence: "Ostmark demanded a written pledge", "the allies' fear that ..."."""
    drafts: list[Draft] = []
    for token in sentence:
        for row in cues_of(token):
            act = act_as_used(token, row.act)
            if act is None:
                continue
            cue = row._replace(act=act)
            contents = _contents(token, cue)
            holder_token, holders = holders_of(token, cue, parties)
            if lemma(token) == "agree":
                contents = [c for c in contents if c.dep_ != "ccomp" or _is_among(c, holders, parties)]
            if not (holders or (contents and may_hold(holder_token, parties))):
                continue
            pieces: list[Tokens | None] = [words for head in contents if len(words := _words_of(head))]
            if not contents and "bare" in cue.complements and (cue.pos == "VERB" or owned(token)):
                pieces = [None]  # "Ostmark's denials"
            told = cue._replace(act=_act(cue, token, pieces[0])) if pieces else cue
            addressee = _addressee(token, told, contents, parties, holders)
            drafts += [
                Draft(
                    rule=f"position.{cue.pos.lower()}.{lemma(token)}",
                    score=SCORES[cue.pos],
                    act=_act(cue, token, content),
                    cue=_cue_span(token, cue),
                    content=content,
                    holders=tuple(holders),
                    addressee=addressee,
                    negated=_denied(token, cue) and lemma(token) != "intend" and _act(cue, token, content) == cue.act,
                )
                for content in pieces
            ]
            if pieces:
                break
    return drafts


def is_plain(draft: Draft) -> bool:
    """Whether a verb of one meaning tells it of a known side: "Ostmark entreated Varenia to wait".

    Not "was entreated", "would entreat", "does not entreat".
    """
    verb = draft.cue.root
    plain = lemma(verb) in words("en/plain_cues") and draft.rule.startswith("position.verb.")
    told = is_finite(verb) and not passive(verb) and modal_of(verb) is None and not (draft.negated or is_doubted(verb))
    named = draft.addressee is not None and not draft.addressee.is_unnamed
    return plain and told and any(h.known_side is not None or (named and not h.is_unnamed) for h in draft.holders)


def _cue_span(token: "Token", cue: Cue) -> "Tokens":
    if cue.pos == "VERB":
        return verb_group(token)
    return token.doc[token.i : token.i + 1]


def _denied(token: "Token", cue: Cue) -> bool:
    if cue.pos == "ADJ":
        led = token.head != token and token.dep_ in {"acomp", "attr", "oprd", "xcomp"}
        return negated(token) or has_ended(token) or (led and (negated(token.head) or has_ended(token.head)))
    if cue.pos == "NOUN":
        lefts = {c.lower_ for c in token.lefts}
        return bool(lefts & {"no", "little", "few", "scant"}) and "a" not in lefts
    above = token.head
    led = token.dep_ == "xcomp" and lemma(above) in {"go", "plan", "intend", "want", "expect"}
    return negated(token) or has_ended(token) or (led and negated(above))


def _act(cue: Cue, token: "Token", content: "Tokens | None") -> PositionAct:
    """The act of the table, but a readiness to strike is a warning and a rejected allegation is denied.

    Of "reaffirmed its rejection" the noun tells the act.
    """
    if content is None:
        return cue.act
    act, denied = cue.act, _denied(token, cue)
    if denied and lemma(token) == "intend":  # "does not intend to attack"
        return act
    light = lemma(token) in words("en/light_verbs") and act != "offer"  # to offer guarantees is to offer
    if cue.pos == "VERB" and content.root.dep_ == "dobj" and light:
        act = next((c.act for c in cues().get(lemma(content.root), ()) if c.pos == content.root.pos_), act)
    opening = [t for t in content[:4] if t.pos_ == "VERB"] + [content.root]
    if act in {"offer", "assurance"} and not denied:
        if any(lemma(t) in words("en/hostile_verbs") and not lifts_harm(t) for t in opening):
            return "warning"
        if act == "offer" or lemma(token) == "intend":
            act = announced(content.root) or act
    if denied and lemma(token) in {"happy", "pleased", "satisfied"} and act == "endorsement":
        return "accusation"
    if cue.act == "accusation" and token.pos_ == "VERB" and lemma(content.root) in CHARGES:
        return "denial"
    if lemma(token) in _REFUSED and _denied(token, cue) and not _has_not_yet(token):
        return "refusal"
    if cue.act == "endorsement" and not denied and token.pos_ == "VERB" and _is_promised(token):
        return "assurance"
    return act


def announced(verb: "Token") -> PositionAct | None:
    """The act that who is eager or goes on to do it does: "eager to blame", "continue to urge"; not "ready to call"."""
    if verb.pos_ != "VERB" or verb.dep_ == "ccomp":
        return None
    rows = (c for c in cues().get(lemma(verb), ()) if c.act in _ANNOUNCED and c.pos == "VERB" and not c.form)
    return next((c.act for c in rows if any(len(_words_of(head)) for head in _contents(verb, c))), None)


_ANNOUNCED = {"accusation", "demand", "refusal"}


def _is_promised(verb: "Token") -> bool:
    """ "Will support", "will continue to support": who says so binds himself."""
    at = verb.head if verb.dep_ == "xcomp" and lemma(verb.head) == "continue" else verb
    return tense(at) == "future"


# "Will not abide by it", "does not want it": not to do these is to refuse.
_REFUSED = {"agree", "want", "seek", "abide", "adhere", "commit"}


def _has_not_yet(token: "Token") -> bool:
    """ "Has not agreed", "never agreed": no promise is made, but none is refused, as by "will never agree"."""
    return (
        lemma(token) == "agree"
        and modal_of(token) is None
        and any(c.lower_ == "never" or (c.dep_ == "aux" and lemma(c) == "have") for c in token.children)
    )


def _is_among(clause: "Token", holders: "list[Party]", parties: Parties) -> bool:
    """ "Agreed that their envoys would meet", "that talks would resume", not "that the war would go on"."""
    for subject in subjects(clause):
        own = {p.side for p in parties.all_of(subject)} & {h.side for h in holders}
        theirs = subject.lower_ in {"they", "we", "it", "both", "each"} or any(c.tag_ == "PRP$" for c in subject.lefts)
        if own or theirs or lemma(subject) in _SHARED_EVENTS:
            return True
    return not subjects(clause)


_SHARED_EVENTS = {"talk", "negotiation", "meeting", "summit", "truce", "ceasefire", "exchange", "swap", "envoy"}


def _is_passive(token: "Token", cue: Cue) -> bool:
    return cue.pos == "VERB" and cue.form != "passive" and passive(token)


def _contents(token: "Token", cue: Cue) -> "list[Token]":
    """Heads of the complements that carry what is offered, asked or feared."""
    by_dep: dict[str, list[Token]] = defaultdict(list)
    for child in token.children:
        by_dep[child.dep_].append(child)
    if cue.pos != "VERB" and (token.dep_ in {"dobj", "acomp", "attr", "nsubjpass"} or _came_from(token)):
        # "voiced alarm at the build-up": the parser hangs what belongs to the noun on the verb
        for child in token.head.children:
            if child.i > token.i and child.dep_ in {"prep", "agent", "xcomp", "ccomp", "advcl"}:
                by_dep[child.dep_].append(child)
    if cue.pos == "NOUN" and token.dep_ == "nsubj" and lemma(token.head) == "be":  # "our fear is that they will come"
        by_dep["acl"] += [c for c in token.head.rights if c.dep_ in {"ccomp", "xcomp"}]
    if cue.pos == "ADJ" and passive(token):
        by_dep["prep"] += by_dep["agent"]
    by_dep["xcomp"] += [c for c in by_dep["advcl"] if infinitive(c) and not by_dep["xcomp"]]
    if _is_passive(token, cue) and "dobj" in cue.complements and "dobj" not in cue.addressee:
        by_dep["dobj"] += by_dep["nsubjpass"]
    for kind in cue.complements:
        found = [c for c in _complement(kind, token, by_dep) if lemma(c).lower() not in _BESIDE.get(lemma(token), ())]
        if found:
            return found
    drawn = cue.pos == "NOUN" and token.dep_ == "dobj" and _came_from(token)
    return subjects(token.head)[:1] if drawn else []  # "the raid drew a rebuke from Ostmark"


def _came_from(noun: "Token") -> "list[Token]":
    """Who voiced it: "praise came from Ostmark", "drew a rebuke from it"."""
    verb = noun.head
    if noun not in voiced(verb):
        return []
    sources = [c for h in (verb, noun) for c in h.children if c.lower_ == "from" and c.nbor(-1).lower_ != "not"]
    return [g for c in sources for g in c.children if g.dep_ == "pobj"]


# What with these verbs is no matter between sides: to agree on the importance of a thing binds nobody.
_BESIDE = {
    "agree": IMPORTANCE,
    "argue": {"hour", "day", "week", "month", "year"},
    "want": {"peace", "freedom", "tranquility", "quiet", "it"},
    "seek": {"advice", "refuge", "asylum", "shelter", "reelection", "re-election", "help"},
    "reaffirm": {"right", "unity"},
    "offer": {
        "remark", "statement", "demeanor", "chance", "opportunity", "greeting", "condolence", "congratulation",
        "glimpse", "clue", "detail", "explanation", "praise", "legitimacy", "view", "opinion", "assessment", "comment",
        "look", "insight", "example", "reason", "excuse", "toast", "prayer", "response", "address", "message", "speech",
        "lesson", "encouragement", "defense", "defence",
    },
    "accept": {
        "donation", "contribution", "money", "fund", "funding", "gift", "resignation", "nomination", "award", "prize",
        "word",
    },
    "admit": {"refugee", "migrant", "immigrant", "person", "people", "student", "patient"},
    "request": {"anonymity", "comment", "interview"},
    "insist": {"anonymity"},
    "intend": {"raise", "ask", "discuss", "meet", "visit", "travel", "run", "hold", "attend", "address", "bring"},
    "protest": {"innocence"},
    "brush": {"question"},
    "bow": {"crowd", "audience", "fan", "king", "queen", "emperor", "flag", "coffin", "memory"},
    "downplay": {"expectation"},
    "play": {"expectation"},
    "decline": {"request", "comment", "interview"},
    "threaten": {
        "peace", "security", "stability", "democracy", "sovereignty", "capacity", "life", "order", "economy", "world",
        "existence", "integrity", "independence", "supply", "future", "freedom", "interest",
    },
}  # fmt: skip


def _is_in_front(preposition: "Token") -> bool:
    """Whether a complement stands before its verb: "to which it objects", "about the bases Ostmark complained"."""
    objects = list(preposition.children)
    if any(c.lower_ in {*RELATIVES, "whom"} for c in objects):
        return True
    return preposition.lower_ in _FRONTED and not any(lemma(c) in _ASIDE for c in objects)


def _complement(kind: str, token: "Token", by_dep: "dict[str, list[Token]]") -> "list[Token]":
    if kind.startswith("prep:"):
        heads = [p for p in by_dep["prep"] + by_dep["agent"] if p.lower_ == kind[5:]]
        # "For years Ostmark has asked", "with this step it stands": not what it asks for or stands with.
        heads = [p for p in heads if p.i > token.i or _is_in_front(p)]
        return [c for p in heads for c in p.children if c.dep_ in {"pobj", "pcomp"}]
    if kind == "clause":
        wished = by_dep["ccomp"] + by_dep["xcomp"]
        asked = [c for c in wished if any(g.dep_ in {"nsubj", "nsubjpass"} for g in c.children) and infinitive(c)]
        return asked or [c for c in by_dep["xcomp"] if by_dep["dobj"] and infinitive(c)]
    if kind == "pcomp":
        doing = (c for c in by_dep["pcomp"] + by_dep["xcomp"] + by_dep["ccomp"] if c.tag_ == "VBG")
        return [c for c in doing if not any(g.dep_ == "aux" for g in c.children)]
    if kind == "acl":
        after = [c for c in by_dep["acl"] if c.i > token.i and c.tag_ != "VBN"]
        return [c for c in after if lemma(token) != "call" or infinitive(c)]  # "calls thanking me" were made by phone
    if kind == "dobj":
        if token.dep_ == "relcl" and any(c.dep_ == "dobj" and c.lower_ in RELATIVES for c in token.lefts):
            return [token.head]  # "a charge which Ostmark denies"
        return [c for c in by_dep["dobj"] if c.pos_ != "PRON" or (c.lower_ in {"this", "that", "it"} and c.i > token.i)]
    if kind == "relcl":  # "concerns that it may strike", where the parser takes "that" for the concerns
        return [
            c for c in by_dep["relcl"] if any(g.lower_ == "that" and g.i < c.i for g in c.subtree) and c.i > token.i
        ]
    if kind == "ccomp":
        told = [c for c in by_dep["ccomp"] if c.i > token.i and (lemma(token) not in _WISHING or _is_wished(c))]
        return [c for c in told if lemma(token) != "ask" or not (asks(c) or _is_of_his_name(c))]
    if kind == "xcomp" and not by_dep["xcomp"]:  # "implored both sides to wait", which the parser may take for a clause
        by_dep["xcomp"] = [c for c in by_dep["ccomp"] if infinitive(c)]
    return [c for c in by_dep[kind] if c.i > token.i and not _is_detail(c)]


# Of these only what should be counts, not what is.
_WISHING = {"insist", "suggest", "ask"}


def _is_detail(verb: "Token") -> bool:
    """ "declined to be named", "refused to go into details": not about the matter."""
    into = lemma(verb) == "go" and any(c.lower_ == "into" for c in verb.children)
    return into or lemma(verb) in _TELLING


_TELLING = {
    "name", "identify", "comment", "say", "elaborate", "answer", "outline", "speculate", "disclose", "specify",
    "detail", "describe", "give", "confirm", "reveal",
}  # fmt: skip


def _is_of_his_name(verb: "Token") -> bool:
    """ "Asked that his name be withheld", "asked not to be identified"."""
    return lemma(verb) in _TELLING or any(lemma(s) == "name" for s in subjects(verb))


def _is_wished(verb: "Token") -> bool:
    """ "insisted that it be closed", "must be closed", but not "insisted that it was closed"."""
    group = (verb, *(c for c in verb.children if c.dep_ in {"aux", "auxpass"}))
    finite = any(t.tag_ in FINITE for t in group)
    return not finite or modal_of(verb) in {"must", "should"}


def holders_of(token: "Token", cue: Cue, parties: Parties) -> "tuple[Token | None, list[Party]]":
    """The token that names who holds it, and the parties it names."""
    held_by = _holder_of_noun(token, parties) if cue.pos == "NOUN" else _subject_of(token, cue)
    if held_by is None:
        return None, []
    return held_by, parties.all_of(held_by) or [p for t in _counted(held_by) for p in parties.all_of(t)]


def _counted(token: "Token") -> "list[Token]":
    """Of whom there are some: "a handful of lawmakers", "many in the alliance"."""
    if lemma(token) not in _SOME:
        return []
    return [g for c in token.children if c.dep_ == "prep" and c.lower_ in {"of", "in"} for g in c.children]


_SOME = {
    "handful", "number", "group", "bunch", "majority", "some", "many", "several", "dozen", "chorus", "host", "most",
    "assortment", "couple", "pair", "part", "half", "none", "other", "few", "member", "all", "one", "each", "both",
}  # fmt: skip


def _subject_of(token: "Token", cue: Cue) -> "Token | None":
    """The agent of a passive, else the subject of the verb or of the one it hangs on: "..., blaming Ostmark"."""
    if _is_passive(token, cue):
        return next((g for c in token.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"), None)
    for verb in (token, *token.ancestors):
        if own := subjects(verb):
            # "the allies, who the premier accused": the relative pronoun may be the object
            doer = next((s for s in own if s.lower_ not in RELATIVES), own[0])
            return antecedent(doer)
        if verb.dep_ == "acl" and verb.tag_ == "VBG":
            return verb.head
        if verb.dep_ not in _OPEN and cue.pos != "ADJ":
            break
    return None


# Of whom these are, he acts: "the reluctance of Ostmark to sign"; others may doubt that he is willing.
_UNWILLING = {"unwillingness", "reluctance", "refusal"}
_WILLING = {"willingness", "readiness"}
_GOVERNING = {"power", "government", "state", "country"}
# Clauses that take their subject from the verb above.
_OPEN = {"xcomp", "conj", "advcl", "pcomp", "prep"}


def _holder_of_noun(token: "Token", parties: Parties) -> "Token | None":
    """ "Ostmark's offer", "Ostmark made an offer", "an offer from Ostmark", "fear among the allies".

    "The reluctance of Ostmark to sign" is Ostmark's, whoever stresses it.
    """
    for child in token.children:
        if child.dep_ == "poss":
            return child
    head, light = token.head, lemma(token.head) in words("en/light_verbs")
    owned = lemma(token) in _UNWILLING or (light and lemma(token) in _WILLING)
    owners = (g for c in token.rights if c.lower_ == "of" for g in c.rights if g.dep_ == "pobj")
    for owner in owners if owned else ():
        acting = any(c.dep_ == "acl" and infinitive(c) for c in (*token.rights, *owner.rights))
        if acting:  # whose "the reluctance of Ostmark's pilots" is, is not told
            return owner if owner.pos_ == "PROPN" or lemma(owner) in _GOVERNING else None
    if token.dep_ in {"dobj", "conj"} and head.pos_ == "VERB" and light:
        for subject in subjects(head):
            return antecedent(subject)
    if source := next((t for t in _came_from(token) if parties.of(t) is not None), None):
        return source
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in _OF_HOLDERS:
            for held_by in child.children:
                if held_by.dep_ == "pobj" and parties.of(held_by) is not None:
                    return held_by
    for child in token.children:
        if child.dep_ in {"amod", "compound"} and parties.of(child) is not None:
            return child
    return None


_OF_HOLDERS = {"from", "by", "among", "within", "inside"}


def is_own_voice(token: "Token", parties: Parties) -> bool:
    """Whether who says "we" there may be an actor: in somebody's words, or on the site of a state, not the outlet's."""
    return parties.attribution_at(token.idx) is not None or parties.publisher() is not None


def may_hold(token: "Token | None", parties: Parties) -> bool:
    """Whether a holder who is not known as an actor can be one: "the mediators urged", "they urged"."""
    if token is None or any(c.lower_ == "no" for c in token.lefts):
        return False  # "no one will praise it"
    if token.lower_ in FIRST_PERSON:
        return is_own_voice(token, parties)
    if token.pos_ == "PROPN":
        return token.ent_type_ in {"PERSON", "GPE", "NORP"}
    return token.lower_ in {"he", "she", "they"} or lemma(token) in words("en/source_nouns") - _private()


@cache
def _private() -> frozenset[str]:
    """Who may be quoted, but is no political actor: the people and firms of a state, those who demonstrate."""
    people = {row["word"] for row in table("en/name_readings") if row["use"] == "people"} - {"nation"}
    return frozenset(people) | {"friend", "advocate", "protester", "demonstrator", "reporter", "lawsuit", "charity"}


def _addressee(
    token: "Token", cue: Cue, contents: "list[Token]", parties: Parties, holders: "list[Party]"
) -> Party | None:
    """Whom it is for or against: who stands where the table says, else the first one the content is about."""
    heads: list[Token] = []
    if cue.act == "warning":  # "warned that Ostmark had grown stronger": what others are warned of
        contents = [c for c in contents if c.dep_ != "ccomp" or tense(c) != "past"]
    for kind in cue.addressee:
        if kind == "dobj":
            told = [c for c in token.children if c.dep_ in {"dobj", "dative"}]
            told += [c for c in token.children if c.dep_ == "nsubjpass" and passive(token)]
            clauses = (c for c in contents if c.dep_ in {"ccomp", "xcomp"})
            heads += told or [g for c in clauses for g in c.children if g.dep_ == "nsubj"][:1]
        elif kind.startswith("prep:"):
            preps = [
                c
                for head in (token, *contents)
                for c in head.children
                if c.dep_ in {"prep", "dative"} and c.lower_ == kind[5:]
            ]
            heads += [g for p in preps for g in p.children if g.dep_ == "pobj"]
        else:
            heads += [c for c in token.children if c.dep_ == kind]
    if (addressed := first_other((p for h in heads for p in parties.all_of(h)), cue.act, holders)) is not None:
        return addressed
    asked = cue.act == "demand"
    if all(c.head.lower_ != "on" for c in contents):  # "blamed his predecessor for Ostmark's raid", not Ostmark
        told = [h for h in heads if h.dep_ in {"dobj", "dative"} and h.head == token]
        contents = [h for h in told if h in contents] if told else contents
    heads = []
    if cue.act not in UNADDRESSED:
        for content in contents:
            both = lemma(token) == "agree"  # "agreed that the envoys would meet": among themselves
            heads += [c for c in content.children if c.dep_ == "poss" or (c.dep_ == "nsubj" and not both)]
            # "Asked that Ostmark be readmitted", "called for a mediator": others are to do it.
            heads += [c for c in content.children if c.dep_ == "nsubjpass" and (not asked or is_deed_or_force(c))]
            named = content.pos_ in {"NOUN", "PROPN"}
            heads += [content] if named and (not asked or _is_to_act(content, parties)) else []
            towards = _DONE_BY if cue.act == "accusation" and lemma(token) != "blame" else _TOWARDS
            preps = [c for c in content.children if c.dep_ == "prep" and c.lower_ in towards]
            heads += [g for p in preps for g in p.children if g.dep_ == "pobj" and not suffers(g, token, cue.act)]
    return other_side((p for head in heads for p in parties.all_of(head)), holders)


def _is_to_act(noun: "Token", parties: Parties) -> bool:
    """ "Demands for the allies to pay", "asked for Ostmark tanks", but not "a call for a mediator to be sent"."""
    doing = [c for h in (noun, noun.head, noun.head.head) for c in h.rights if c.i > noun.i and infinitive(c)]
    acting = any(not passive(c) for c in doing)
    theirs = any(c.dep_ in {"amod", "compound"} and parties.of(c) is not None for c in noun.lefts)
    return noun.dep_ == "pobj" and (acting or not doing if theirs else acting and noun.tag_ != "NN")


# What leads to whom it is for or against; of blame only to who did it: "condemned the blockade by Ostmark".
_DONE_BY = {"by", "from", "of"}
_TOWARDS = {"to", "with", "for", "against", "toward", "towards", "on"} | _DONE_BY


def _words_of(head: "Token") -> "Tokens":
    doc: Doc = head.doc
    if head.pos_ in {"NOUN", "PROPN"}:
        phrase = full_phrase(head)
        return doc[max(phrase.start, head.sent.start) : phrase.end]
    return subtree(head)
