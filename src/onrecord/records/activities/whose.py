"""Whose an activity is: whom the words name, whom the record knows, whom the tagger points to."""

from typing import TYPE_CHECKING

from onrecord.model import Article, Mentions, Trigger
from onrecord.model.vocabulary import ActivityWhat
from onrecord.records.activities.carriers import carrier_of, stopped
from onrecord.records.activities.circumstances import MET, force_class, objects
from onrecord.records.activities.history import invader, invading, who_took
from onrecord.records.activities.owners import (
    BLOWS,
    GETTING,
    holders_of,
    is_only_seen,
    names_somebody,
    of_forces,
    owners,
    parties_of,
    subjects_of,
    victims,
)
from onrecord.records.activities.states import is_unreal
from onrecord.records.intruders import FIGHTERS
from onrecord.records.parties import Parties, Party
from onrecord.syntax import antecedent, lemma, noun_phrase, passive, subjects, subtree

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


def whose(
    token: "Token", what: ActivityWhat, where: tuple[Article, Mentions], parties: Parties
) -> tuple[list[Party], bool]:
    """The parties that the words tell, and whether only the record knows them."""
    article, _ = where
    own, carrier = owners(token, parties), carrier_of(token)
    if what == "transfer" and GETTING & {lemma(carrier or token), lemma(token)}:
        return _givers(carrier or token, where[1], parties), False
    if stopped(token, carrier):  # who stops them need not be who would hold them
        holders = own or of_forces(token, parties)
    elif lemma(token) == "war" and any(c.dep_ in {"acl", "relcl"} for c in token.children):
        holders = _wagers(token, parties)
    else:
        holders = own or holders_of(token, carrier, what, parties) or _announcing(token, what, parties)
    if what == "use of force" and lemma(token) in _BOTH and token.pos_ == "VERB":  # "clashed with Varenia's troops"
        other = [g for c in token.children if c.lower_ == "with" for g in c.children]
        holders = list({p.side: p for p in (*holders, *(p for g in other for p in parties_of(g, parties)))}.values())
    if what == "exercise" and is_joint(token):
        holders = list({p.side: p for p in (*holders, *parties.before(token))}.values())
    if what == "use of force" and token.pos_ == "NOUN":
        known = [] if holders else _invaders(token, where, parties) or _invader_of_the_speaker(token, article, parties)
        if not known and (_is_its(token) or (not holders and _is_the_one_known(token))):
            known = who_took(_taken(token), article)
        if known and known != [h.side for h in holders]:
            return [Party(actor=who, side=who) for who in known], True
    return holders, False


def _announcing(token: "Token", what: ActivityWhat, parties: Parties) -> list[Party]:
    """Who tells of its own: "Ostmark notified Varenia of a test"; "its Defence Ministry said soldiers are being sent to
    the valley", of nobody else's soldiers."""
    told = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token.head
    if told != token.head and lemma(told) == "notify" and not passive(told):
        return [p for s in subjects(told) for p in parties_of(s, parties)]
    going_on = passive(token) and any(c.lower_ == "being" for c in token.children) and token.dep_ == "ccomp"
    if what != "deployment" or not going_on or any(c.dep_ == "agent" for c in token.children):
        return []
    own = [s for s in subjects(told) if _OF_DEFENCE & {t.lower_ for t in s.subtree}]
    return [p for s in own for p in parties_of(s, parties)]


_OF_DEFENCE = {"pentagon", "defence", "defense"}


def pointed_to(token: "Token", what: ActivityWhat, trigger: Trigger | None, parties: Parties) -> list[Party]:
    """The parties that the tagger points to, but those whom it befalls and those who only tell or hear of it; "we" only
    where nobody else is the subject. Who stands in the phrase itself comes first."""
    if trigger is None or not trigger.activities or is_only_seen(token, carrier_of(token)) or lemma(token) in GETTING:
        return []
    if lemma(token) in _MUTUAL or any(lemma(s) in FIGHTERS for s in subjects_of(token)):
        return []  # "fierce battles" are of both sides, what rebels do is their own
    doers = subjects_of(token) if token.pos_ == "VERB" else []
    named = [antecedent(s) for s in subjects(token)] if token.pos_ == "VERB" and not passive(token) else []
    if any(names_somebody(s) and not _is_thing(s) and not parties_of(s, parties) for s in named):
        return []  # whose name no list has: it is no neighbour that does it
    nouns = [s for s in doers if s.pos_ == "NOUN" or s.lower_ in {"some", *_THIRD_PERSON}]
    bare = token.tag_ == "VBN" and not doers and all(c.dep_ not in {"dobj", "aux"} for c in token.children)
    # "We saw it. Troops - massed on the border"
    first = {"we", "our", "us", "i"} if (nouns and not passive(token)) or bare else set()
    met = objects(token) if lemma(token) in MET else []
    suffering = {g.i for s in (*victims(token), *met) for g in s.subtree}
    words = [i for i in trigger.holders if i not in suffering and token.doc[i].lower_ not in first]
    words = [i for i in words if not _is_beside_it(token.doc[i], token, what, parties)]
    if token.pos_ != "VERB" and (inner := [i for i in words if token.is_ancestor(token.doc[i])]):
        words = inner
    found = [p for p in parties.pointed_to(token, words) if p.known_side is not None]
    tells_who = token.pos_ == "VERB" and token.tag_ != "VBN"
    if what != "use of force" or tells_who or any(token.is_ancestor(token.doc[i]) for i in words):
        return found
    own = _own_side(token, parties)  # "the strikes do not stop": who tells of it hardly does it
    striking = own is not None and invading(own, parties.article) == own
    return found if striking else [p for p in found if p.side != own]


def _is_thing(noun: "Token") -> bool:
    """ "Its cruiser Moskva", "the Zircon", "Zircon missiles": not who acts, but with what."""
    before = {c.lower_ for c in noun.lefts}
    armed = any(force_class(t) in {"weapon", "aircraft"} for t in (noun, *noun.lefts))
    return armed or not before.isdisjoint({"its", "our", "their"}) or (noun.pos_ == "PROPN" and before == {"the"})


def _is_beside_it(word: "Token", token: "Token", what: ActivityWhat, parties: Parties) -> bool:
    """Whether the word only tells who hears of it ("informed Berg about the strikes") or is a partner ("with Ostmark"),
    or does something else ("in the face of Ostmark's aggression")."""
    if word.dep_ == "pobj" and word.head.lower_ in ({"with", "to", "for"} if what == "transfer" else {"with"}):
        return True
    where = next((a for a in word.ancestors if a.dep_ == "prep" and token.is_ancestor(a)), None)
    if where is not None and where.lower_ in _LOCAL and "side" not in {lemma(word), lemma(word.head)}:
        return True  # "the build-up on Ostmark's border", but not "on the Ostmark side of the border"
    if word.dep_ == "poss" and word.head.pos_ == "NOUN" and not force_class(word.head) and what != "use of force":
        acts = word.head.dep_ == "nsubj" or word.head.is_ancestor(token) or token.is_ancestor(word)
        if not acts and word.head.sent == token.sent and lemma(word.head) not in _TOLD:
            return True  # "Ostmark's accession will be followed by the deployment of troops"
    about = (a for a in token.ancestors if a.dep_ == "prep" and a.lower_ in {"about", "on", "regarding", "of"})
    if word.dep_ in {"dobj", "dative"} and any(
        a.head in {word, word.head} and lemma(word.head) in _TELLING for a in about
    ):
        return True
    of_force = word.dep_ in {"amod", "poss", "compound"} and lemma(word.head) in BLOWS
    return of_force and what != "use of force"


_LOCAL = {"in", "on", "near", "at", "along", "around", "against", "across", "over", "to", "toward", "towards", "into"}
# "Despite Ostmark's denials, the build-up goes on": of what it does itself.
_TOLD = {"denial", "claim", "statement", "announcement", "order", "threat"}
_THIRD_PERSON = {"he", "she", "it", "they"}
_TELLING = {"inform", "tell", "brief", "ask", "update", "notify"}
_ANY = {"a", "an", "any", "no", "another", "further"}
# What both sides do.
_BOTH = {"clash", "skirmish", "exchange", "trade"}
_MUTUAL = {"battle", "fighting", "confrontation", "hostility", "clash", "combat"}


def sides_struck(token: "Token", parties: Parties) -> set[str]:
    """The sides that a use of force is against: "it bombs us", "shot down a Norwegian jet"."""
    if token.pos_ != "VERB":
        return set()
    struck = [c for c in token.children if c.dep_ in {"dobj", "nsubjpass"}]
    return {p.side for s in struck for p in parties.all_of(s)}


def is_invaders_own(token: "Token", holders: list[Party], where: tuple[Article, Mentions], parties: Parties) -> bool:
    """ "The invasion of Ostmark", by Ostmark: it names no place."""
    return bool(set(_invaders(token, where, parties)) & {p.side for p in holders})


def is_joint(token: "Token") -> bool:
    """ "Joint drills"."""
    return any(lemma(c) in {"joint", "multinational", "combined"} for c in token.children)


def _invaders(noun: "Token", where: tuple[Article, Mentions], parties: Parties) -> list[str]:
    """ "The invasion of Ostmark", where the record has Ostmark itself invading, nothing tells another invader, and it
    is not Ostmark that says so."""
    article, mentions = where
    if lemma(noun) not in {"invasion", "aggression"} or owners(noun, parties) or _has_year(noun.sent):
        return []
    of = [g for c in noun.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"]
    states = _lands(of, mentions)
    own = subtree(noun)
    others = {
        a.actor
        for a in mentions.actors
        if a.actor is not None
        and a.type in {"state", "organisation"}
        and noun.sent.start_char <= a.begins_at < noun.sent.end_char
        and not own.start_char <= a.begins_at < own.end_char
    }
    speaker = parties.speaker_at(noun.idx) or parties.publisher()
    apart = others - set(states) - ({speaker.side} if speaker is not None else set())
    suffering = {*others, *([speaker.side] if speaker is not None else [])} - set(states)
    if apart and not any(invading(side, article) in states for side in suffering):
        return []
    found = invader(_taken(noun), states, article) if states else []
    return found if speaker is None or speaker.side not in found else []


def _invader_of_the_speaker(noun: "Token", article: Article, parties: Parties) -> list[str]:
    """ "The invasion", "the occupation" in the words of a side that by the record is invaded just then; "the special
    military operation" in the invader's own."""
    own = _own_side(noun, parties)
    if own is None or _has_year(noun.sent):
        return []
    by = invading(own, article)
    special = lemma(noun) == "operation" and {"special", "military"} <= {c.lower_ for c in noun.lefts}
    if special:  # so only the invader calls it
        others = any(c.lower_ in {"of", "by", "from"} for c in noun.children)
        return [by] if by is not None and by == own and not others else []
    told = any(c.lower_ in {"of", "by", "in", "from"} for c in noun.children) or is_unreal(noun)
    told |= bool(parties.sides_between(noun.sent.start_char, noun.sent.end_char) - {own, by})
    known = lemma(noun) in {"invasion", "occupation", "aggression"} and any(c.lower_ == "the" for c in noun.lefts)
    return [by] if by is not None and by != own and known and not told else []


def _own_side(token: "Token", parties: Parties) -> str | None:
    """The side of who says it, else of the office that publishes it."""
    saying = (parties.speaker_at(token.idx), parties.publisher())
    return next((p.known_side for p in saying if p is not None and p.known_side is not None), None)


def _wagers(war: "Token", parties: Parties) -> list[Party]:
    """ "The war that Ostmark unleashed", "a war launched by Ostmark"."""
    clauses = [c for c in war.children if c.dep_ in {"acl", "relcl"}]
    by = [g for c in clauses for a in c.children if a.dep_ == "agent" for g in a.children]
    by += [s for c in clauses if not passive(c) for s in c.children if s.dep_ == "nsubj"]
    return [p for g in by for p in parties_of(g, parties)]


def _givers(verb: "Token", mentions: Mentions, parties: Parties) -> list[Party]:
    """Whose the arms were that somebody receives: "received launchers from Ostmark"."""
    sources = [g for t in (verb, *objects(verb)) for c in t.children if c.lower_ == "from" for g in c.children]
    named = [p for g in sources for p in parties_of(g, parties)]
    return named or [Party(actor=land, side=land) for land in dict.fromkeys(_lands(sources, mentions))]


def _lands(nouns: "list[Token]", mentions: Mentions) -> list[str]:
    """The states that the nouns name as places."""
    named = (p for g in nouns for p in mentions.places if p.begins_at <= g.idx < p.ends_at)
    return [p.country for p in named if p.country and p.feature == "country"]


def _is_its(noun: "Token") -> bool:
    return any(c.dep_ == "poss" and c.lower_ in {"its", "their", "his"} for c in noun.lefts)


def _taken(token: "Token") -> str:
    """ "Annexation of the island" without what the island is told with."""
    of = [g for c in token.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"]
    if lemma(token) == "annexation":
        of += [c for c in token.lefts if c.dep_ in {"compound", "poss"} and c.pos_ == "PROPN"]
    return " of ".join((token.text, *(phrase.text for phrase in map(noun_phrase, of))))


def _is_the_one_known(token: "Token") -> bool:
    """ "The annexation of the valley", of which no word tells by whom or in which year."""
    named = any(c.lower_ == "of" or (c.dep_ == "poss" and c.pos_ == "PROPN") for c in token.children)
    named &= not any(c.lower_ in _ANY for c in token.lefts)
    if token.pos_ != "NOUN" or not (named or any(c.lower_ == "the" for c in token.lefts)):
        return False
    return not any(c.lower_ in {"by", "from"} for c in token.children) and not _has_year(token.sent)


def _has_year(sentence: "Tokens") -> bool:
    return any(t.ent_type_ == "DATE" and t.shape_ == "dddd" for t in sentence)
