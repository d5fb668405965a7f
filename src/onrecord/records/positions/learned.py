"""Positions that the trained tagger tells beside the rules."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from onrecord.data import table, words
from onrecord.model import Trigger
from onrecord.model.vocabulary import PositionAct
from onrecord.records.intruders import FIGHTERS, INTRUDERS, intruders
from onrecord.records.parties import FIRST_PERSON, Parties, Party
from onrecord.records.positions.drafts import LEARNED, UNADDRESSED, Draft, first_other, other_side
from onrecord.records.positions.lexicon import cues, thanked_for
from onrecord.records.positions.modality import OBLIGATIONS, TOGETHER
from onrecord.records.positions.usage import CHARGES, act_as_used, heard_among, is_felt, stirred_among, suffers
from onrecord.syntax import (
    RELATIVES,
    SUBJECTS,
    antecedent,
    lemma,
    modal_of,
    negated,
    noun_phrase,
    passive,
    subjects,
    subtree,
    trimmed,
    verb_group,
)

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

# Share from which a word tells an act. From 0.35 on more is found, and more of it wrongly; F is about the same.
LEAST = 0.5
# The same of an accusation, for which there are most wordings; from 0.4 to 0.5 a little more than half are right.
LEAST_BY_ACT: dict[PositionAct, float] = {"accusation": 0.4}
# Share from which it sees what a cue word tells; in fresh texts hardly a find with less was right.
SEEN = 0.1
# Share from which it sees that a cue word tells something, if not what.
DOUBTED = 0.3
# Share from which the tagger's act counts more than a rule's.
SURE = 0.8
_COMPLEMENTS = {
    "dobj", "xcomp", "ccomp", "prep", "attr", "acomp", "oprd", "advcl", "dative", "pcomp", "agent", "acl", "prt",
    "pobj",
}  # fmt: skip
_NAMING = {"nsubj", "dobj", "pobj", "poss", "dative", "nsubjpass", "amod", "conj"}
# What is said of another side is the speaker's; what a side does by its own act is its own.
_OF_SOMEBODY = {"accusation", "endorsement"}
_AGAINST_OTHERS = {"accusation", "demand", "refusal", "warning"}
_OF_OTHERS = {"accusation", "demand", "warning", "denial", "endorsement", "refusal"}
# Of these the article need not have told which ones: "the media", "the public".
_ALL_OF_A_KIND = {"media", "medium", "press", "public"}
# What they threaten who warn of it befalls its subject.
_BEARING = {"bear", "face", "feel", "pay", "suffer"}
_BEFORE_ADDRESSEE = {"on", "to", "at", "into", "against"}


def learned_drafts(sentence: "Tokens", parties: Parties, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Drafts of words that the tagger says tell an act which no rule has told there, where somebody holds it.

    Of what a thing stirs ("the deal raised fears") or the text only names ("amid fears") nobody is the holder, where
    it does not tell among whom.
    """
    rules = list(drafts)
    for token in sentence:
        trigger = parties.trigger_at(token)
        if trigger is None or token.dep_ == "neg" or thanked_for(token):
            continue
        for told, share in trigger.acts.items():
            act = act_as_used(token, told)
            if act is None or share < LEAST_BY_ACT.get(act, LEAST) or any(_tells_already(d, token, act) for d in rules):
                continue
            whose = _whose(token, act, trigger, parties)
            if whose is None:
                continue
            holders, subject, doer = whose
            if act == "demand" and (_asks_itself(token, holders, parties) or _only_lacks(token, parties)):
                continue
            yield Draft(
                rule=LEARNED + lemma(token),
                score=round(share, 2),
                act=act,
                cue=verb_group(token) if token.pos_ in {"VERB", "AUX"} else sentence.doc[token.i : token.i + 1],
                content=_content(token, subject),
                holders=tuple(holders),
                addressee=_addressee(token, act, holders, parties, doer),
                negated=_negated(token) and any(cue.act == act for cue in cues().get(lemma(token), ())),
            )


class _Whose(NamedTuple):
    """Whose an act is: empty where nobody is known, and still it is somebody's."""

    holders: list[Party]
    subject: "Token | None"
    """The subject, where that is not the holder but whom the words are about."""
    doer: Party | None = None
    """Who did what is blamed."""


def _whose(token: "Token", act: PositionAct, trigger: Trigger, parties: Parties) -> _Whose | None:
    """Whose the act is; none where it is nobody's, or blames only itself."""
    stirred = stirred_among(token)
    if stirred is None:
        stirred = heard_among(token)
    if stirred is not None:
        found = _Whose([p for at in stirred for p in parties.all_of(at)], None)
    else:
        found = _Whose(*(_pointed_holders(token, act, trigger, parties) or _holders(token, act, parties)))
    if act in {"accusation", "warning"}:
        blamed = _blamed(token, act, trigger, found.holders, parties)
        doer = blamed or (_doer(token, found.holders, parties) if act == "accusation" else None)
        if doer is not None:
            return _accuser(token, found._replace(doer=doer), parties, by_word=blamed is not None)
    feared = act == "concern" and bool(_feared(token) & set(trigger.holders))
    return found if found.holders or stirred is not None or feared else None


def _accuser(token: "Token", found: _Whose, parties: Parties, *, by_word: bool) -> _Whose | None:
    """The same where the one taken for its holder is whom it is about, `by_word` as in "Ostmark's aggression"."""
    deed = by_word or lemma(token) in words("en/hostile_verbs") - {"attack"} or lemma(token) == "be"
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


def _outside(token: "Token", doer: Party, parties: Parties) -> int:
    """Where it is told that the one blamed says something, if what blames him stands in words told of himself."""
    at = token.idx
    while (said := parties.attribution_at(at)) is not None and said.form == "indirect" and said.source:
        speaker = parties.speaker_of(said)
        if speaker is None or speaker.side != doer.side or said is parties.attribution_at(said.source[0].start):
            break
        at = said.source[0].start
    return at


def _negated(token: "Token") -> bool:
    """ "Did not offer", "is not ready"."""
    return negated(token) or (token.pos_ == "ADJ" and token.dep_ == "acomp" and negated(token.head))


def _tells_already(draft: Draft, token: "Token", act: PositionAct) -> bool:
    """Whether a rule reads the word, has told the act there, or tells an act about it: "demanded a pledge"."""
    carries = draft.cue.root.head == token and lemma(token) in words("en/light_verbs")  # "has no intention of ..."
    if carries or draft.cue.start <= token.i < draft.cue.end:
        return True
    if draft.content is not None and draft.content.root == token and token.pos_ == "NOUN":
        return True
    return draft.final_act == act and draft.start <= token.i < draft.end


def confirmed(drafts: Iterable[Draft], parties: Parties) -> Iterator[Draft]:
    """What cue words tell, as the tagger sees it: left out where it does not see that act, of another where it is sure.

    Where it sees in the word itself that some act is told, and not clearly which, the rule knows better. All as it is
    where no tagger has read the text, or it has seen nothing in the whole of it.
    """
    for draft in drafts:
        seen = [t.acts for t in parties.triggers_within(draft.start, draft.end)]
        share = max((acts.get(a, 0.0) for acts in seen for a in (draft.act, draft.final_act)), default=0.0)
        told = [s for t in parties.triggers_within(draft.cue.start, draft.cue.end) for s in t.acts.values()]
        if (other := _seen_as(draft, parties)) is not None:
            if other.act != "accusation":  # whose it is depends on who is blamed
                yield other
        elif share >= SEEN or not parties.tagged or DOUBTED <= max(told, default=0.0) < LEAST:
            yield draft


def noticed(drafts: Iterable[Draft], parties: Parties) -> Iterator[Draft]:
    """What turns of phrase tell, which the tagger knows less well: left out where it sees no act at all.

    Not what denies ("nobody is talking about ..."), which it has seen least of.
    """
    for draft in drafts:
        if (
            draft.act == "denial"
            or not parties.tagged
            or any(t.acts for t in parties.triggers_within(draft.start, draft.end))
        ):
            yield draft


def _seen_as(draft: Draft, parties: Parties) -> Draft | None:
    """What a cue word tells of which the tagger is sure that it is another act."""
    told = [(s, act) for t in parties.triggers_within(draft.cue.start, draft.cue.end) for act, s in t.acts.items()]
    share, seen = max(told, default=(0.0, draft.act))
    act = act_as_used(draft.cue.root, seen)
    together = draft.content is not None and lemma(draft.content.root) in TOGETHER  # "prepared to talk"
    least = LEAST if draft.act == "offer" and not together else SURE  # "prepared for anything"
    if draft.negated or share < least or act in {None, draft.act}:
        return None
    return replace(draft, rule=LEARNED + lemma(draft.cue.root), score=round(share, 2), act=act)


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


def _named_subject(verb: "Token") -> set[int]:
    """The words of a subject that names somebody itself: "a grand jury", not "they", "which" or "the two sides"."""
    own = next((c for c in verb.children if c.dep_ == "nsubj"), None) if verb.pos_ == "VERB" else None
    if own is None or own.pos_ != "NOUN" or own.tag_ == "NNS" or any(c.lower_ == "the" for c in own.lefts):
        return set()
    return {t.i for t in own.subtree}


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


def _asks_itself(token: "Token", holders: list[Party], parties: Parties) -> bool:
    """ "Ostmark must show strength": the outlet's own view, where nobody but who must is known."""
    own = [s for s in subjects(token) if s.lower_ not in FIRST_PERSON] if modal_of(token) in OBLIGATIONS else []
    sides = {p.side for s in own for p in parties.all_of(s)}
    return bool(holders) and {h.side for h in holders} <= sides


def _only_lacks(token: "Token", parties: Parties) -> bool:
    """ "Ostmark needs the pipeline", in the outlet's own voice."""
    told = parties.attribution_at(token.idx) is not None or parties.publisher() is not None
    return lemma(token) == "need" and token.pos_ == "VERB" and not told


def _publisher(at: int, parties: Parties) -> Party | None:
    """Whose site it is, where the offset stands in nobody else's words."""
    return parties.publisher() if parties.attribution_at(at) is None else None


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


def _content(token: "Token", subject: "Token | None") -> "Tokens":
    """The complements; with the word itself where it is no cue word, and with the subject that the words are about."""
    after = [c for c in token.rights if c.dep_ in _COMPLEMENTS and not _is_relative(c)]
    named = lemma(token) in cues() or lemma(token) in words("en/speech_verbs")
    if token.pos_ == "NOUN" and not named:
        end = max([token.i, *(c.right_edge.i for c in token.rights if c.dep_ not in {"cc", "conj", "punct"})])
        return trimmed(token.doc, noun_phrase(token).start, end + 1)
    if token.pos_ == "ADJ" and not named and token.dep_ == "acomp":  # "it is mandatory that the gates open"
        return _content_of_copula(token)
    if token.pos_ == "NOUN" and after and after[0].lower_ in {"from", "by"}:
        # "a request from the islanders for more boats", also where the parser hangs "for" on another noun
        asked = (t for t in token.subtree if t.i > after[0].i and t.dep_ in {"prep", "acl"} and t.lower_ != "from")
        after = [t for t in asked if t.lower_ in {"for", "to"} or t.dep_ == "acl"][:1]
        return subtree(after[0]) if after else token.doc[token.i : token.i + 1]
    start = min([token.i, *(c.i for c in token.lefts if c.dep_ in {"aux", "neg", "auxpass"})])
    if not named and subject is None:
        subject = next((c for c in token.lefts if c.dep_ in SUBJECTS and c.lower_ not in RELATIVES), None)
    if subject is not None and subject.head == token and subject.i < token.i:
        start = subject.left_edge.i
    elif after and named:
        start = token.i + 1 + (after[0].dep_ == "prt" and after[0].i == token.i + 1 and len(after) > 1)
    end = max([token.i, *(c.right_edge.i for c in after)])
    return trimmed(token.doc, start, end + 1)


def _is_relative(clause: "Token") -> bool:
    """ "a demand that they called blackmail": what they called it, not what is demanded."""
    return clause.dep_ == "acl" and any(c.lower_ in RELATIVES and c.dep_ in {"dobj", "nsubj"} for c in clause.lefts)


def _content_of_copula(token: "Token") -> "Tokens":
    """What is said to be so, with the word that says it."""
    verb = token.head
    subject = next(
        (c for c in verb.lefts if c.dep_ in SUBJECTS and c.lower_ not in {*RELATIVES - {"that"}, "it"}), None
    )
    start = subject.left_edge.i if subject is not None and subject.head == verb else token.left_edge.i
    after = (c.right_edge.i for c in verb.rights if c.dep_ in {*_COMPLEMENTS, "npadvmod", "advmod"})
    return trimmed(token.doc, min(start, token.left_edge.i), max([token.right_edge.i, *after]) + 1)


def _addressee(
    token: "Token", act: PositionAct, holders: Iterable[Party], parties: Parties, doer: Party | None
) -> Party | None:
    """Whom the tagger points to, else who did it; else of what is blamed or praised the first party in the words.

    Where it points to somebody unknown, only what his phrase names.

    None of what is feared or denied, which need not be told to anybody.
    """
    trigger = parties.trigger_at(token)
    if act in UNADDRESSED or trigger is None:
        return None
    others = list(holders)
    if known := first_other(_addressed(token, act, trigger, parties), act, others):
        return known
    if doer is not None and (blamed := first_other([doer], act, others)):
        return blamed
    if act not in _OF_SOMEBODY:
        return _as_written(token, act, parties)
    by = {t.i for c in token.children if c.lower_ == "by" for t in c.subtree}  # who does it
    near = {t.i for at in trigger.addressees for t in noun_phrase(token.doc[at])}  # "his predecessor": no name near by
    nouns = (t for t in token.subtree if t.dep_ in _NAMING and t.i not in by and (not near or t.i in near))
    nouns = (t for t in nouns if not suffers(t, token, act))
    return first_other((p for t in nouns for p in parties.all_of(t)), act, others) or _as_written(token, act, parties)


def with_addressee(draft: Draft, parties: Parties) -> Draft:
    """The draft; where the rule found nobody whom it is for or against, with whom the tagger points to from its cue.

    A warning names others than those whom it warns.
    """
    if draft.addressee is not None or draft.final_act in UNADDRESSED:
        return draft
    if draft.final_act == "warning":
        return replace(draft, addressee=_as_written(draft.cue.root, draft.final_act, parties))
    for token in draft.cue:
        trigger = parties.trigger_at(token)
        if trigger is not None and draft.final_act in trigger.acts:
            pointed = _addressed(token, draft.final_act, trigger, parties)
            if draft.final_act == "accusation":  # "blamed his predecessor"
                found = first_other(pointed, draft.final_act, draft.holders)
            else:
                found = other_side(pointed, draft.holders)
            if found is not None:
                return replace(draft, addressee=found)
    return replace(draft, addressee=_as_written(draft.cue.root, draft.final_act, parties))


def _addressed(token: "Token", act: PositionAct, trigger: Trigger, parties: Parties) -> list[Party]:
    """Whom the tagger points to: also "you" of two who met, and "the occupiers" of whom the text tells."""
    pointed = [token.doc[at] for at in trigger.addressees if not suffers(token.doc[at], token, act)]
    if found := parties.pointed_to(token, [t.i for t in pointed]):
        return found
    if listeners := [p for t in pointed if (p := parties.listener(t)) is not None]:
        return listeners
    return [p for t in pointed for p in intruders(t, parties)] if act in _AGAINST_OTHERS else []


def _as_written(token: "Token", act: PositionAct, parties: Parties) -> Party | None:
    """Whom the tagger sees asked or blamed, of whom no name is known: "the news media", "Ostmark-backed rebels".

    Only who stands where the word has its addressee, and is not one of whom the text has told before.
    """
    trigger = parties.trigger_at(token)
    if trigger is None or act not in trigger.acts:
        return None
    for at in sorted(set(trigger.addressees) - set(trigger.holders)):
        noun = token.doc[at]
        if _is_kind_of_people(noun) and _is_told(noun, token, act):
            return parties.as_written(noun)
    return None


def _is_kind_of_people(noun: "Token") -> bool:
    """ "Ostmark-backed rebels", "the news media"; not "the companies", "both sides", which were told of before."""
    if lemma(noun) in _ALL_OF_A_KIND:
        return True
    narrowed = any(c.dep_ in {"amod", "compound", "nmod"} for c in noun.lefts) or any(
        c.dep_ in {"relcl", "acl", "prep"} for c in noun.rights
    )
    told_of = any(c.dep_ in {"det", "predet", "nummod"} for c in noun.lefts)
    return noun.tag_ == "NNS" and lemma(noun) in _people() and (narrowed or not told_of)


@cache
def _people() -> frozenset[str]:
    """Nouns for people and bodies who may be asked or blamed."""
    nouns = {row["noun"] for row in table("en/source_nouns") if row["kind"] not in {"document", "crowd"}}
    return frozenset(nouns | FIGHTERS | {"partner", "business"}) - INTRUDERS


def _is_told(noun: "Token", token: "Token", act: PositionAct) -> bool:
    """Whether the noun stands where the word has its addressee: "slammed critics", "called on voters"."""
    above = noun.head
    if token.pos_ == "VERB" and lemma(token) not in cues() and lemma(token) not in words("en/speech_verbs"):
        # "Foreign banks are delaying it", "firms must leave": who does it or should do it
        return act in {"accusation", "demand"} and noun.dep_ == "nsubj" and above == token
    places = {place for cue in cues().get(lemma(token), ()) for place in cue.addressee}
    if above == token:
        return ("dobj" in places or act in _OF_SOMEBODY) and noun.dep_ in {"dobj", "dative", "nsubjpass"}
    if noun.dep_ == "nsubj" and above.head == token:  # "complained that the news media would not"
        return act in {"accusation", "demand"} and above.dep_ in {"ccomp", "xcomp"}
    return noun.dep_ == "pobj" and above.head == token and above.lower_ in _BEFORE_ADDRESSEE
