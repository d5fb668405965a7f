"""Whose an act is that the tagger tells: whom it points to, else who stands where the words have their doer."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from onrecord.data import words
from onrecord.model import Trigger
from onrecord.model.vocabulary import PositionAct
from onrecord.records.parties import FIRST_PERSON, Parties, Party
from onrecord.records.positions.cues import cues
from onrecord.records.positions.drafts import Draft
from onrecord.records.positions.modality import OBLIGATIONS
from onrecord.records.positions.undone import answering_to
from onrecord.records.positions.usage import CHARGES, heard_among, is_felt, stirred_among
from onrecord.syntax import RELATIVES, antecedent, lemma, modal_of, passive, subjects

if TYPE_CHECKING:
    from spacy.tokens import Token

# What is said of another side is the speaker's; what a side does by its own act is its own.
_OF_OTHERS = {"accusation", "demand", "warning", "denial", "endorsement", "refusal"}
_GIVEN = {"support", "backing", "assistance", "help", "aid", "solidarity"}
# What they threaten who warn of it befalls its subject.
_BEARING = {"bear", "face", "feel", "pay", "suffer"}


class Whose(NamedTuple):
    """Whose an act is: empty where nobody is known, and still it is somebody's."""

    holders: list[Party]
    subject: "Token | None"
    """The subject, where that is not the holder but whom the words are about."""
    doer: Party | None = None
    """Who did what is blamed."""


def whose(token: "Token", act: PositionAct, trigger: Trigger, parties: Parties) -> Whose | None:
    """Whose the act is; none where it is nobody's, or blames only itself."""
    stirred = stirred_among(token)
    if stirred is None:
        stirred = heard_among(token)
    if stirred is not None:
        found = Whose([p for at in stirred for p in parties.all_of(at)], None)
    else:
        found = Whose(*(_pointed_holders(token, act, trigger, parties) or _holders(token, act, parties)))
        answering = {p.side for t in answering_to(token) for p in parties.all_of(t)}
        excepted = {p.side for t in _excepted(token) for p in parties.all_of(t)}
        found = found._replace(holders=[p for p in found.holders if p.side not in answering | excepted])
        if (givers := _givers(token, found.holders, parties)) is not None:
            return found._replace(holders=givers)
    if act in {"accusation", "warning"}:
        blamed = _blamed(token, act, trigger, found.holders, parties)
        doer = blamed or (_doer(token, found.holders, parties) if act == "accusation" else None)
        if doer is not None:
            return _accuser(token, found._replace(doer=doer), parties, by_word=blamed is not None)
    feared = act == "concern" and bool(_feared(token) & set(trigger.holders))
    return found if found.holders or stirred is not None or feared else None


def with_holders(draft: Draft, parties: Parties) -> Draft:
    """The draft; where the rule found nobody who holds it, with whom the tagger points to from its cue.

    "Our concerns" are of whoever speaks, or of nobody known.
    """
    if draft.act == "warning" and draft.final_act == "denial" and lemma(draft.cue.root) != "warn":
        at = draft.cue.start_char  # "Ostmark threatens nobody": who says so, but not of its own side
        teller = parties.speaker_at(at) or _publisher(at, parties)
        if teller is None:
            return draft
        of_itself = draft.addressee is not None and draft.addressee.side == teller.side
        return replace(draft, holders=() if of_itself else (teller,))
    if (givers := _givers(draft.cue.root, draft.holders, parties)) is not None:
        return replace(draft, holders=tuple(givers))
    if draft.holders or any(c.dep_ == "poss" and c.lower_ in FIRST_PERSON for c in draft.cue.root.children):
        return draft
    named = _named_subject(draft.cue.root)
    for token in draft.cue:
        trigger = parties.trigger_at(token)
        if trigger is None or draft.final_act not in trigger.acts or (named and not named & set(trigger.holders)):
            continue
        if found := parties.holders_pointed_to(token, trigger.holders):
            to_itself = draft.addressee is not None and draft.addressee.side in {p.side for p in found}
            return replace(draft, holders=tuple(found), addressee=None if to_itself else draft.addressee)
    return draft


def _givers(token: "Token", holders: Iterable[Party], parties: Parties) -> list[Party] | None:
    """Who gives the support, where its taker stands for its holder: "we feel the support of Lorvane for our state".

    Nobody known where the words do not tell; none where its holder may be who gives it.
    """
    if token.pos_ != "NOUN" or lemma(token) not in _GIVEN:
        return None
    objects = [(c.lower_, o) for c in token.rights if c.dep_ == "prep" for o in c.children if o.dep_ == "pobj"]
    taking = [p for word, o in objects if word in {"for", "to"} for p in _takers(o, parties)]
    if not {p.side for p in taking} & {h.side for h in holders}:
        return None
    giving = [p for word, o in objects if word in {"from", "of", "by"} for p in parties.all_of(o)]
    return [p for p in giving if p.side not in {t.side for t in taking}]


def _excepted(token: "Token") -> "Iterator[Token]":
    """Of whom it is not: "the criticism came not from Ostmark but from Varenia"."""
    for t in token.sent:
        if t.lower_ in {"from", "by", "of"} and t.i > t.sent.start and t.nbor(-1).lower_ == "not":
            yield from (c for c in t.children if c.dep_ == "pobj")


def _takers(noun: "Token", parties: Parties) -> list[Party]:
    own = any(c.dep_ == "poss" and c.lower_ in FIRST_PERSON for c in noun.children)
    speaker = (parties.speaker_at(noun.idx) or _publisher(noun.idx, parties)) if own else None
    return [speaker] if speaker is not None else parties.all_of(noun)


def _accuser(token: "Token", found: Whose, parties: Parties, *, by_word: bool) -> Whose | None:
    """The same where the one taken for its holder is whom it is about, `by_word` as in "Ostmark's aggression"."""
    deed = by_word or lemma(token) in words("en/hostile_verbs") - {"attack"} or lemma(token) == "be" or _fails(token)
    at = _outside(token, found.doer, parties) if by_word and found.doer is not None else token.idx
    said = deed or parties.is_direct(at)
    teller = (parties.speaker_at(at) if said else None) or _publisher(at, parties)
    if by_word and teller is None and parties.attribution_at(at) is not None:
        return found._replace(holders=[])
    if by_word and teller is None and at != token.idx:
        return found._replace(doer=None)
    apart = teller is not None and found.doer is not None and teller.side != found.doer.side
    if teller is not None and apart and (by_word or not _tells_itself(token, "accusation")):
        return found._replace(holders=[teller])
    return None if deed else found  # "we have imposed sanctions", "Ostmark is to blame": it does not blame itself


def _fails(verb: "Token") -> bool:
    """ "Ostmark failed to condemn it": not "we fail to understand why"."""
    return lemma(verb) == "fail" and not any(s.lower_ in FIRST_PERSON for s in subjects(verb))


def _outside(token: "Token", doer: Party, parties: Parties) -> int:
    """Where it is told that the one blamed says something, if what blames him stands in words told of himself."""
    at = token.idx
    while (said := parties.attribution_at(at)) is not None and said.form == "indirect" and said.source:
        speaker = parties.speaker_of(said)
        if speaker is None or speaker.side != doer.side or said is parties.attribution_at(said.source[0].start):
            break
        at = said.source[0].start
    return at


def _pointed_holders(
    token: "Token", act: PositionAct, trigger: Trigger, parties: Parties
) -> "tuple[list[Party], Token | None] | None":
    """Whom the tagger points to, and the subject where that is not the holder; none where it points to nobody known.

    Not who stands in what is feared, nor who is asked in the passive, nor in what a publisher says of others another
    side of a sentence before.
    """
    own = next(iter(subjects(token)), None) if token.pos_ in {"VERB", "AUX"} else None
    pointed = trigger.holders
    if own is not None and is_felt(token) and (feeling := parties.all_of(own)):
        return feeling, None  # "Varenia is threatened by the base, Berg said"
    if act == "concern" and (feared := _feared(token) & set(pointed)):
        pointed = tuple(at for at in pointed if at not in feared)
        if not pointed:
            return [], None
    home = _publisher(token.idx, parties) if act in _OF_OTHERS else None
    if own is not None and own.i in pointed and act in _OF_OTHERS and passive(token):
        pointed = tuple(at for at in pointed if at != own.i)
        if not pointed and home is not None:
            return [home], None
    agent = next((g for c in token.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"), None)
    if agent is not None and not is_felt(token) and _tells_itself(token, act) and (by := parties.all_of(agent)):
        return by, None  # "a rule, backed by Varenia, that helps the allies"
    found = parties.holders_pointed_to(token, pointed)
    if act == "accusation":  # "a pact which Ostmark broke": not Ostmark
        blamed = {p.actor for p in parties.pointed_to(token, trigger.addressees)}
        found = [p for p in found if p.actor not in blamed] or found
    before = all(at < token.sent.start for at in pointed)
    if not found or (home is not None and before and len(found) == 1 and found[0].side != home.side):
        return None
    if len(pointed) == len(found) == 2 and act != "assurance":
        one, other = (token.doc[at] for at in pointed)
        found = found if other in one.conjuncts else _of_clause(token, found, parties)
    apart = own is not None and own.i not in trigger.holders and own.lower_ not in RELATIVES
    return found, own if apart else None


def _named_subject(verb: "Token") -> set[int]:
    """The words of a subject that names somebody itself: "a grand jury", not "they", "which" or "the two sides"."""
    own = next((c for c in verb.children if c.dep_ == "nsubj"), None) if verb.pos_ == "VERB" else None
    if own is None or own.pos_ != "NOUN" or own.tag_ == "NNS" or any(c.lower_ == "the" for c in own.lefts):
        return set()
    return {t.i for t in own.subtree}


def _feared(token: "Token") -> set[int]:
    """The words that tell what is feared: "fears that Ostmark will attack", "a concern is that Ostmark may"."""
    heads = (token, token.head) if token.pos_ == "NOUN" and token.dep_ == "nsubj" else (token,)
    told = (c for h in heads for c in h.rights if c.dep_ in {"ccomp", "acl", "relcl"} and c.tag_ != "VBN")
    return {t.i for c in told for t in c.subtree}


def _of_clause(token: "Token", found: list[Party], parties: Parties) -> list[Party]:
    """Of several parties the subject of the clause, else whoever says it; all where neither is among them."""
    subject = _subject(token)
    speaker = parties.speaker_at(token.idx) or parties.publisher()
    for told in (parties.all_of(subject) if subject is not None else [], [speaker] if speaker is not None else []):
        sides = {p.side for p in told}
        if mine := [p for p in found if p.side in sides]:
            return mine
    return found


def _holders(token: "Token", act: PositionAct, parties: Parties) -> "tuple[list[Party], Token | None]":
    """Whose act it is, and the subject where that is not the holder but whom the words are about."""
    subject = _subject(token)
    own = parties.all_of(subject) if subject is not None else []
    speaker = parties.speaker_at(token.idx) or parties.publisher()
    about_another = speaker is not None and own and all(p.side != speaker.side for p in own)
    if act in _OF_OTHERS and speaker is not None and (about_another or not own) and not _tells_itself(token, act):
        return [speaker], subject
    return own, None


def _doer(token: "Token", holders: list[Party], parties: Parties) -> Party | None:
    """The one who does what the verb tells, where he is taken for its holder."""
    own = subjects(token) if token.pos_ in {"VERB", "AUX"} and not passive(token) else []
    acting = {p.side: p for s in own for p in parties.all_of(antecedent(s))}
    return next(iter(acting.values())) if acting and set(acting) <= {h.side for h in holders} else None


def _blamed(token: "Token", act: PositionAct, trigger: Trigger, holders: list[Party], parties: Parties) -> Party | None:
    """The one holder where the tagger sees him blamed or warned by that very word: "Ostmark's aggression".

    No speaker himself. Of words that may also be spoken ("Holt attacked Berg") only where it points to nobody else and
    ahead of them, of a deed to one and the same state. "Ostmark will pay a price" warns it in any case.
    """
    told = any(cue.act == act and cue.pos == token.pos_ for cue in cues().get(lemma(token), ()))
    if told or len(holders) != 1:
        return None
    [holder] = holders
    pointed = {p.actor for p in parties.pointed_to(token, trigger.addressees)}
    if lemma(token) in words("en/speech_verbs"):
        done = bool(set(trigger.holders) & set(trigger.addressees)) and lemma(token) in words("en/hostile_verbs")
        only = pointed == {holder.actor} and all(at < token.i for at in trigger.addressees)
        if holder.person if done else not only or lemma(token) in CHARGES:
            return None
    direct = parties.is_direct(token.idx)
    speaker = parties.speaker_at(token.idx) if direct or act == "warning" else None
    speaker = speaker or _publisher(token.idx, parties)
    inner = parties.speaker_at(token.idx)
    if act == "accusation" and inner is not None and inner.side == holder.side:
        own = _subject(token)
        if own is None or holder.side not in {p.side for p in parties.all_of(own)}:
            return None
    bears = act == "warning" and lemma(token) in _BEARING and speaker is not None
    return holder if (bears or holder.actor in pointed) and (speaker is None or speaker.side != holder.side) else None


def _subject(token: "Token") -> "Token | None":
    """Whoever does it: agent of a passive, possessor of a noun, subject of the verb or of the one it hangs on."""
    if token.pos_ == "NOUN":
        owner = next((c for c in token.children if c.dep_ == "poss"), None)
        return owner or (next(iter(subjects(token.head)), None) if token.head.pos_ in {"VERB", "AUX"} else None)
    agents = [c for c in token.children if c.dep_ == "agent"]
    if is_felt(token):  # "is threatened by the drills"
        return next(iter(subjects(token)), None)
    if agents or passive(token):
        return next((g for c in agents for g in c.children if g.dep_ == "pobj"), None)
    for verb in (token, *token.ancestors):
        if verb.pos_ in {"VERB", "AUX"} and (own := subjects(verb)):
            return antecedent(own[0])
    return None


def _tells_itself(token: "Token", act: PositionAct) -> bool:
    """Whether the verb says that its subject does it: "expressed support", "called it a disgrace".

    What Ostmark "must recognise" another asks of it.
    """
    if act == "demand" and modal_of(token) in OBLIGATIONS:
        return False
    objects = [c for c in token.children if c.dep_ in {"dobj", "xcomp", "acomp", "attr"}]
    return lemma(token) in words("en/speech_verbs") or any(
        cue.act == act and cue.pos == t.pos_ for t in (token, *objects) for cue in cues().get(lemma(t), ())
    )


def _publisher(at: int, parties: Parties) -> Party | None:
    """Whose site it is, where the offset stands in nobody else's words."""
    return parties.publisher() if parties.attribution_at(at) is None else None
