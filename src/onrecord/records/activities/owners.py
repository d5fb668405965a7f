"""Owners of activities: whose forces act, and who takes part."""

from typing import TYPE_CHECKING

from onrecord.model import Mentions
from onrecord.model.vocabulary import ActivityWhat
from onrecord.records.activities.circumstances import (
    MET,
    OF_ITS_OWNER,
    force_class,
    is_of_type,
    is_site,
    is_under,
    objects,
)
from onrecord.records.intruders import FIGHTERS, INTRUDERS, INTRUSIONS, intruders
from onrecord.records.parties import Parties, Party
from onrecord.syntax import antecedent, infinitive, lemma, passive, subjects

if TYPE_CHECKING:
    from spacy.tokens import Token

_SEEING = {"see", "observe", "report"}
_PARTNERS = {"include", "involve", "feature", "comprise"}
_POSSESSIVE = {"its", "their", "his", "her"}
_VESSELS = {"corvette", "frigate", "destroyer", "submarine", "warship", "gunboat", "boat", "ship", "vessel", "drone"}
_BODIES = {"administration", "government", "military", "country", "nation", "regime"}
# What a noun before these names is taken, not the taker: "the Lorvane invasion".
_TAKING = {
    "invasion", "annexation", "occupation", "incursion", "intervention", "seizure", "blockade", "sale", "aid", "siege",
    "capture",
}  # fmt: skip
# Of these the subject is who gets it.
GETTING = {"receive", "get", "obtain", "acquire", "buy", "purchase", "acquisition"}
_PASSES = {"pass", "intercept", "interception", "flyby", "flypast"}
ARMED_PEOPLE = INTRUDERS | FIGHTERS
BLOWS = (INTRUSIONS - {"war"}) | {"shelling", "bombing", "bombardment", "strike", "assault", "raid", "fire"}


def is_armed(noun: "Token", mentions: Mentions) -> bool:
    """Whether it is a force, armed people or a state, which wage war: "police", "the senator" do not."""
    named = force_class(noun) is not None or lemma(noun) in ARMED_PEOPLE
    return named or is_of_type(noun, mentions, "state", "group", "organisation")


def by_arms(token: "Token", mentions: Mentions) -> bool:
    """Whether a force, a state or who is told of before does it."""
    return any(s.lower_ in {"they", "it", "we"} or is_armed(s, mentions) for s in subjects_of(token))


def doers_of(verb: "Token") -> "list[Token]":
    """Who does it: the subjects, or the agents of a passive: "was torched by soldiers"."""
    bare = verb.tag_ == "VBN" and not any(c.dep_ == "aux" for c in verb.children)
    if passive(verb) or (verb.dep_ == "acl" and bare):
        return [g for c in verb.children if c.dep_ == "agent" for g in c.children]
    return [d for s in subjects_of(verb) for d in (s, *s.conjuncts)]


def acts_abroad(verb: "Token", mentions: Mentions) -> bool:
    """Whether a state or its forces do it, and the clause names a place in another state: "Ostmark's soldiers torched
    a village in Varenia"."""
    states = [a for a in mentions.actors if a.type == "state" and a.reading != "person"]
    ours = {a.actor for d in doers_of(verb) for t in d.subtree for a in states if a.begins_at <= t.idx < a.ends_at}
    lands = {p.country for t in verb.subtree for p in mentions.places if p.begins_at <= t.idx < p.ends_at}
    return bool(ours) and bool(lands - ours - {None})


def owners(token: "Token", parties: Parties) -> list[Party]:
    """Whose a noun says it is: "NATO exercises", "Ostmark's drills", "drills by Ostmark", "their drills"."""
    if token.pos_ == "VERB":
        return []
    kinds = {"poss", "amod"} if lemma(token) in _TAKING else {"poss", "amod", "compound", "nmod"}
    before = [c for c in token.lefts if c.dep_ in kinds and not (c.dep_ == "compound" and is_site(c))]
    before = [c for c in before if c.dep_ == "poss" or all(t.text != "," for t in token.doc[c.i : token.i])]
    before += [g for c in token.lefts if c.dep_ == "compound" and force_class(c) for g in c.lefts if g.dep_ in kinds]
    own = [p for c in before for p in (parties.all_of(c) or _by_clause(c, parties) or _by_text(c, parties))]
    by_whom = [c for c in token.children if c.dep_ == "acl"]  # "exercises conducted by Ostmark"
    whose = {"by", "between", "of"} if lemma(token) in OF_ITS_OWNER else {"by", "between"}
    by = [c for c in token.children if c.dep_ in {"prep", "agent"} and c.lower_ in whose]
    if token.dep_ == "pobj" and token.head.lower_ == "of":  # "the site of the shelling by Ostmark"
        by += [c for c in token.head.head.children if c.lower_ == "by" and c.i == token.right_edge.i + 1]
    if lemma(token) in _PASSES:  # "protested a low pass by a plane", whatever the parse hangs "by" on
        by += [c for a in token.ancestors for c in a.children if c.lower_ == "by" and c.i == token.right_edge.i + 1]
    by += [g for c in by_whom for g in c.children if g.dep_ == "agent"]
    if lemma(token) in BLOWS:  # "the shelling of the occupiers"
        by += [c for c in token.children if c.lower_ == "of" and any(lemma(g) in INTRUDERS for g in c.children)]
    return own or [p for prep in by for g in prep.children if g.dep_ == "pobj" for p in parties_of(g, parties)]


def holders_of(token: "Token", carrier: "Token | None", what: ActivityWhat, parties: Parties) -> list[Party]:
    """Whose forces act: subject of the verb, agent of a passive, owner of the forces named."""
    if carrier is not None and (is_only_seen(token, carrier) or is_under(token)):
        carrier = None
    bargained = token.dep_ in {"acl", "advcl"} and infinitive(token)
    if bargained and what in {"withdrawal", "deployment"} and (found := of_forces(token, parties)):
        return found  # "a deal to move Varenia's troops"
    if carrier is not None and _is_active(carrier):
        found = [p for s in subjects_of(carrier) if s != token for p in parties_of(s, parties)]
        if found:
            return found
    elif carrier is not None:
        agents = [g for c in carrier.children if c.dep_ == "agent" for g in c.children]
        if found := [p for g in agents for p in parties_of(g, parties)]:
            return found
    if carrier is not None and carrier.tag_ == "VBG" and not passive(carrier):
        return []
    if what == "use of force" or lemma(token) in MET or any(c.lower_ == "with" for c in token.children):
        return []  # the forces named there are struck, met, or supplied with something
    return of_forces(token, parties)


def names_somebody(token: "Token") -> bool:
    """Whether the word is a name, or a noun after one: "Sarn", "the Sarn militia"."""
    return token.pos_ == "PROPN" or any(c.pos_ == "PROPN" and c.dep_ in {"compound", "nmod"} for c in token.lefts)


def victims(token: "Token") -> "list[Token]":
    """Whom it befalls: "the town was shelled", "soldiers who were driven out", "the town is under attack"; who gets
    the arms, "handed over to Varenia"."""
    if is_under(token):
        verb = token.head.head
        return subjects(verb) if verb.pos_ in {"VERB", "AUX"} else [verb]
    getting = [t for t in (token, *token.children) if lemma(t) in GETTING and not passive(t)]
    taken = [s for t in getting for s in subjects(t) if s.tag_ not in {"WDT", "WP"}]  # "the help Varenia received"
    to = [
        c
        for t in (token, *objects(token))
        for c in t.children
        if c.dep_ == "dative" or (c.dep_ == "prep" and c.lower_ in {"to", "for"})
    ]
    return [*to, *(antecedent(s) for s in (*(subjects(token) if passive(token) else []), *taken))]


def of_forces(token: "Token", parties: Parties) -> list[Party]:
    """Whose the forces are that it acts on."""
    forces = [o for o in objects(token) if force_class(o)]
    named = [p for o in forces if (p := parties.of(o)) is not None and (p.span is None or p.span.start <= o.idx)]
    return named[:1]


def is_only_seen(token: "Token", carrier: "Token | None") -> bool:
    """ "Saw a rotation of forces": who sees it does not do it."""
    return carrier is not None and carrier != token and lemma(carrier) in _SEEING


def _is_active(verb: "Token") -> bool:
    """Whether the verb's subject acts; a bare participle ("troops stationed there") has none that does."""
    bare = verb.tag_ == "VBN" and not any(c.dep_ == "aux" for c in verb.children)
    return not passive(verb) and (verb.dep_ != "acl" or verb.tag_ != "VBN") and not bare


def subjects_of(verb: "Token") -> "list[Token]":
    """Subjects of the verb; of a participle or infinitive without one, those of the clause it hangs on."""
    at = verb
    before = verb.nbor(-1) if verb.dep_ in {"advcl", "pcomp"} and verb.i > verb.sent.start else None
    described = verb.head if verb.dep_ == "acl" else before
    if verb.tag_ == "VBG" and described is not None and force_class(described) and not subjects(verb):
        return [described]  # "the troops massing there"
    while not (found := subjects(at)):
        above = next((a for a in at.ancestors if a.pos_ in {"VERB", "AUX"}), None)
        if above is None or at.dep_ not in {"advcl", "pcomp", "xcomp", "conj", "acl"}:
            break
        if passive(above) and at.dep_ != "conj":
            break
        blamed = [c for c in above.children if c.dep_ == "dobj" and c.i < at.i]
        blamed += [g for c in above.children if c.lower_ == "at" and c.i < at.i for g in c.children if g.dep_ == "pobj"]
        if at.dep_ == "pcomp" and at.head.lower_ in {"for", "of"} and blamed:
            return blamed  # "condemned Ostmark for shelling"
        at = above
    return [antecedent(s) for s in found]


def partners_of(token: "Token", carrier: "Token | None", parties: Parties, holders: list[Party]) -> list[str]:
    """Who takes part beside the holder: "drills with Varenia, which involve coast guard units"."""
    over = [token, *([carrier] if carrier is not None and carrier.i < token.i else [])]
    preps = [c for t in over for c in t.children if c.dep_ == "prep" and c.i > token.i]
    heads = [g for c in preps if c.lower_ in {"with", "alongside"} for g in c.children]
    clauses = [c for c in token.children if c.dep_ == "relcl" and lemma(c) in _PARTNERS]
    if token.dep_ == "nsubj" and lemma(token.head) in _PARTNERS:
        clauses.append(token.head)
    heads += [g for c in clauses for g in c.children if g.dep_ == "dobj"]
    names = {p.side for p in holders}
    return [p.side for h in heads for p in parties.within(h) if p.side not in names]


def parties_of(token: "Token", parties: Parties) -> list[Party]:
    """Who the phrase names; "his administration", "their forces" are whose they are."""
    if theirs := _of_whom(token, parties):
        return theirs
    found = parties.all_of(token) or _by_clause(token, parties) or _by_text(token, parties)
    if not found and (lemma(token) in _BODIES or force_class(token)):
        found = [p for c in token.children if c.dep_ == "poss" for p in (parties.all_of(c) or _by_clause(c, parties))]
    if not found and force_class(token) and not _is_used_by_another(token):
        before = [c for c in token.lefts if c.dep_ in {"amod", "compound", "nmod"}]
        found = [p for c in before for p in parties.all_of(c) if not p.person]
    return found


def _of_whom(force: "Token", parties: Parties) -> list[Party]:
    """ "An Ostmark corvette of Varenia's navy": Varenia's, wherever it was built."""
    if force_class(force) != "aircraft" and lemma(force) not in _VESSELS:
        return []
    of = [g for c in force.rights if c.lower_ == "of" for g in c.children]
    return [p for g in of for t in (g, *g.lefts) for p in parties.all_of(t) if not p.person][:1]


def _is_used_by_another(force: "Token") -> bool:
    """ "An Ostmark corvette of Varenia's navy", "flown by Varenia's pilots": not of the state before it."""
    return any(c.lower_ == "of" or (c.dep_ == "acl" and c.tag_ == "VBN") for c in force.rights)


def _by_text(token: "Token", parties: Parties) -> list[Party]:
    """ "We", "our troops" in an official text's own words: whose text it is; "the occupiers": those whom it names."""
    if found := intruders(token, parties):
        return found
    ours = token.lower_ == "we" or (force_class(token) == "force" and any(c.lower_ == "our" for c in token.children))
    publisher = parties.publisher()
    return [publisher] if ours and publisher and parties.attribution_at(token.idx) is None else []


def _by_clause(pronoun: "Token", parties: Parties) -> list[Party]:
    """A possessive that nothing else resolves: the owner of the noun it is joined to, the clause's subject, or the one
    state that the sentence has named before it.

    "Ostmark's meddling and its annexation", "Varenia celebrates its annexation", "costs on Ostmark for its invasion".
    """
    noun = pronoun.head
    if pronoun.lower_ not in _POSSESSIVE | {"country"} or pronoun.dep_ != "poss":
        return []
    if noun.dep_ == "conj" and (joined := owners(noun.head, parties)):
        return joined
    verb = next((a for a in noun.ancestors if a.pos_ in {"VERB", "AUX"}), None)
    person = pronoun.lower_ in {"his", "her"}
    if verb is not None and noun.dep_ != "nsubj":
        subject = [p for s in subjects_of(verb) for p in parties.all_of(s) if p.person == person and p.known_side]
        if subject:
            return subject
    before = [p for p in parties.within(pronoun.sent.root) if p.span is not None and p.span.start < pronoun.idx]
    states = {p.side: p for p in before if not p.person}
    return list(states.values()) if len(states) == 1 and pronoun.lower_ in {"its", "country"} else []
