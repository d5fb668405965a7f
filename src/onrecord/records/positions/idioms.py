"""Positions that a turn of phrase tells: "isn't on the table", "no intention of", "room for compromise on"."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.model.vocabulary import PositionAct
from onrecord.records.parties import Parties, Party
from onrecord.records.positions.conditions import AGGRESSION
from onrecord.records.positions.drafts import Draft
from onrecord.records.positions.modality import (
    MODALITY,
    OBLIGATIONS,
    denied_or_supposed,
    is_said,
    subject_party,
    told_draft,
)
from onrecord.records.positions.usage import is_misdeed
from onrecord.syntax import (
    FINITE,
    TENSED,
    conditional,
    full_phrase,
    hardly,
    lemma,
    modal_of,
    negated,
    owned,
    passive,
    subjects,
    subtree,
    tense,
    trimmed,
    verb_group,
)

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_DEALS = {"agreement", "understanding", "compromise", "deal", "accommodation", "accord"}
_ROOMS = {"room", "scope", "space", "basis"}
_BARGAINING = {
    "negotiation", "compromise", "discussion", "agreement", "talk", "diplomacy", "dialogue", "settlement",
    "consultation", "cooperation", "solution",
}  # fmt: skip
_INTENTIONS = {"intention", "plan", "desire", "intent", "wish"}
_TALKED_OF = {"talk", "consider", "propose", "contemplate", "suggest", "discuss"}
_NOBODY = {"nobody", "none", "noone"}
_DECIDED = {"take", "make", "reach", "agree", "decide", "commit", "do", "sign", "conclude", "settle", "discuss"}
_WEAPON_USES = {"launch", "strike", "attack", "target", "hit", "threaten", "destroy", "fire"}
_UNACCEPTABLE = {"unacceptable", "non-starter", "nonstarter", "inadmissible", "intolerable", "unthinkable"}


def idiom_drafts(sentence: "Tokens", parties: Parties) -> list[Draft]:
    """Drafts of one sentence by all idioms."""
    present = {lemma(t) for t in sentence}
    return [d for prefilter, rule in RULES if not prefilter or prefilter & present for d in rule(sentence, parties)]


def on_the_table(sentence: "Tokens", parties: Parties) -> Iterator[Draft]:
    """What is or is not up for bargaining: "closing the locks isn't on the table"."""
    for table in sentence:
        if table.lower_ not in {"table", "discussion", "negotiation", "question", "bounds"} or table.dep_ != "pobj":
            continue
        phrase = sentence.doc[max(0, table.i - 2) : table.i + 1].text.lower()
        verb = next((t for t in table.ancestors if t.pos_ in {"AUX", "VERB"}), None)
        if verb is None or verb.i > table.i or lemma(verb) == "put" or not phrase.endswith(_TABLE_PHRASES):
            continue
        taken = lemma(verb) in {"take", "remove"}  # "will not take talks off the table"
        subject = next((c for c in verb.rights if c.dep_ == "dobj") if taken else iter(subjects(verb)), None)
        if subject is None or subject.dep_ == "expl":
            continue
        off = phrase.endswith(("off the table", "of the question", "of bounds"))
        refused = off != (negated(verb) or hardly(verb) or (verb.dep_ == "xcomp" and negated(verb.head)))
        if off and not refused and lemma(subject) in AGGRESSION | {"force", "war", "strike"}:
            continue  # "an invasion is not out of the question"
        yield told_draft(
            "position.idiom.on-the-table",
            "refusal" if refused else "assurance" if taken else "offer",
            cue=sentence.doc[verb_group(verb).start : table.i + 1],
            content=full_phrase(subject),
            holder=(subject_party(verb, parties) if taken else None) or parties.speaker_at(verb.idx),
        )


_TABLE_PHRASES = (
    "on the table",
    "off the table",
    "up for discussion",
    "open for discussion",
    "open to discussion",
    "up for negotiation",
    "open to negotiation",
    "open for negotiation",
    "out of the question",
    "of the question",
)


def no_intention(sentence: "Tokens", parties: Parties) -> Iterator[Draft]:
    """An assurance by denial of intent: "Ostmark has no plans to close the locks"."""
    for noun in sentence:
        if lemma(noun) not in _INTENTIONS or noun.dep_ not in {"dobj", "attr", "conj"}:
            continue
        if not any(c.dep_ == "det" and c.lower_ in {"no", "any"} for c in noun.children):
            continue
        if any(c.lower_ == "any" for c in noun.children) and not negated(noun.head):
            continue
        holder = subject_party(noun.head, parties)
        if holder is None:
            continue
        complement = [c for c in noun.children if c.i > noun.i and c.dep_ in {"acl", "prep", "relcl"}]
        end = complement[-1].right_edge.i + 1 if complement else noun.i + 1
        yield told_draft(
            "position.idiom.no-intention",
            "assurance",
            cue=trimmed(sentence.doc, noun.left_edge.i, noun.i + 1),
            content=trimmed(sentence.doc, noun.left_edge.i, end),
            holder=holder,
            addressee=_told(noun, parties),
        )


def door_open(sentence: "Tokens", parties: Parties) -> Iterator[Draft]:
    """An opening that is left: "Ostmark keeps the door open to talks", "the channel for talks remains open"."""
    for door in sentence:
        verb = door.head
        stands = door.dep_ == "nsubj" and lemma(verb) in {"be", "remain", "stay", "stand"}
        kept = door.dep_ in {"dobj", "nsubj"} and lemma(verb) in {"leave", "keep", "hold", "open"}
        channel = lemma(door) in _CHANNELS and stands and any(c.lower_ == "open" for c in verb.rights)
        left = channel or (lemma(door) == "door" and (stands or kept))
        if not left or denied_or_supposed(verb) or modal_of(verb) in OBLIGATIONS:
            continue
        opened = lemma(verb) == "open" or any(t.lower_ == "open" for t in verb.subtree if t.i > verb.i)
        to = [t for t in verb.subtree if t.dep_ == "pobj" and t.head.lower_ in {"to", "for"}]
        failed = verb.dep_ == "xcomp" and lemma(verb.head) in {"fail", "refuse", "forget"}
        if failed or not any(lemma(t) in _BARGAINING | _DEALS for t in to):
            continue
        holder = subject_party(verb, parties) if kept else parties.speaker_at(verb.idx)
        if not opened or holder is None:
            continue
        yield told_draft(
            "position.idiom.door-open",
            "offer",
            cue=sentence.doc[verb.i : verb.i + 1],
            content=subtree(verb),
            holder=holder,
        )


_CHANNELS = {"channel", "window", "path", "line"}


def there_can_be_no(sentence: "Tokens", parties: Parties) -> Iterator[Draft]:
    """What a speaker rules out: "there can be no talks while the guns fire", "there will be no compromise"."""
    for noun in sentence:
        verb = noun.head
        there = noun.dep_ == "attr" and any(c.dep_ == "expl" for c in verb.lefts)
        if lemma(noun) not in _RULED_OUT or not there or modal_of(verb) not in {"can", "could", "will", "shall"}:
            continue
        if any(c.tag_ == "JJR" or c.lower_ == "without" for h in (verb, noun) for c in h.children):
            continue  # "no better deal", "no deal without inspections"
        if modal_of(verb) == "will" and any(c.dep_ in {"npadvmod", "advmod", "advcl"} for c in verb.rights):
            continue  # "there will be no talks next week": a plain report
        if not any(c.lower_ == "no" for c in noun.lefts) and not negated(verb):
            continue
        holder = parties.speaker_at(verb.idx)
        if holder is None:
            continue
        yield told_draft(
            "position.idiom.there-can-be-no",
            "refusal",
            cue=sentence.doc[verb.left_edge.i : noun.i + 1],
            content=trimmed(sentence.doc, noun.left_edge.i, noun.right_edge.i + 1),
            holder=holder,
        )


_RULED_OUT = frozenset(_DEALS | _BARGAINING) | {
    "concession", "ceasefire", "truce", "recognition", "lifting", "relief", "normalization", "normalisation",
    "settlement", "trade", "reset", "bargaining", "forgiveness", "amnesty",
}  # fmt: skip


def worrying(sentence: "Tokens", parties: Parties) -> Iterator[Draft]:
    """A concern told of a thing: "the drills are worrying, the premier said", "the raid is a cause for concern"."""
    for word in sentence:
        of_concern = lemma(word) == "concern" and word.dep_ in {"attr", "pobj"} and not owned(word)
        if not of_concern and (word.lower_ not in _WORRYING or word.dep_ in {"amod", "compound"}):
            continue
        verb = next((t for t in (word, *word.ancestors) if lemma(t) == "be" or any(map(_is_be, t.lefts))), None)
        told = word.dep_ in {"acomp", "attr"} or verb in {word, word.head} or (of_concern and _is_cause(word.head.head))
        subject = next(iter(subjects(verb)), None) if verb is not None else None
        holder = parties.speaker_at(word.idx) or parties.publisher()
        if verb is None or subject is None or holder is None or not told or subject.pos_ == "PROPN":
            continue
        if denied_or_supposed(verb) or hardly(word) or hardly(word.head) or (word.dep_ == "attr" and list(word.rights)):
            continue  # "of no concern", "the main concern of the talks"
        if any(c.dep_ == "dobj" for c in word.children):
            continue  # "is concerning its members"
        yield told_draft(
            "position.idiom.worrying",
            "concern",
            cue=sentence.doc[word.i : word.i + 1],
            content=subtree(verb),
            holder=holder,
        )


_WORRYING = {"concerning", "worrying", "worrisome", "troubling", "alarming", "disturbing", "unsettling", "disquieting"}


def _is_be(token: "Token") -> bool:
    return token.dep_ == "aux" and lemma(token) == "be"


def _is_cause(word: "Token") -> bool:
    """ "Is of concern", "is a source of concern"."""
    return lemma(word) in {"be", "source", "matter", "cause", "reason"} and word.dep_ != "pobj"


def did_not(sentence: "Tokens", parties: Parties) -> Iterator[Draft]:
    """A misdeed that a speaker's own side did not do: "Ostmark said it had not interfered"."""
    for verb in sentence:
        nothing = lemma(verb) == "have" and any(c.lower_ == "nothing" and _to_do_with(c) for c in verb.rights)
        if not nothing and not (is_misdeed(verb) and negated(verb) and tense(verb) == "past"):
            continue
        if conditional(verb) or modal_of(verb) is not None or any(c.lower_ in _NOT_QUITE for c in verb.children):
            continue
        if verb.dep_ == "ccomp" and lemma(verb.head) in _OWNING_UP:
            continue  # "regretted that it had not attacked"
        holder = subject_party(verb, parties)
        speaker = parties.speaker_at(verb.idx)
        if holder is None or speaker is None or holder.side != speaker.side:
            continue
        yield told_draft(
            "position.idiom.did-not",
            "denial",
            cue=sentence.doc[verb.i : verb.i + 1],
            content=subtree(verb),
            holder=holder,
        )


_NOT_QUITE = {"yet", "alone", "first", "earlier", "enough", "only", "until", "when"}
_OWNING_UP = {"regret", "complain", "admit", "concede", "acknowledge", "be"}


def _to_do_with(nothing: "Token") -> bool:
    return any(lemma(c) == "do" and any(g.lower_ == "with" for g in c.children) for c in nothing.children)


def held_accountable(sentence: "Tokens", parties: Parties) -> Iterator[Draft]:
    """Blame, or what will follow: "we hold Ostmark responsible", "will hold the regime to account"."""
    for verb in sentence:
        if lemma(verb) != "hold" or verb.pos_ != "VERB" or denied_or_supposed(verb):
            continue
        told = [t for c in verb.rights for t in c.subtree]
        if not any(t.lower_ in _ANSWERABLE or _is_to_account(t) for t in told):
            continue
        holders = [p for s in subjects(verb) for p in parties.all_of(s)]
        held = next((p for c in verb.rights for t in c.subtree for p in parties.all_of(t)), None)
        ahead = modal_of(verb) in {"will", "shall", "'ll"}
        if held is None or held.side in {h.side for h in holders} or (modal_of(verb) and not ahead):
            continue
        for holder in holders:
            yield told_draft(
                "position.idiom.held-accountable",
                "warning" if ahead else "accusation",
                cue=sentence.doc[verb.i : verb.i + 1],
                content=subtree(verb),
                holder=holder,
                addressee=held,
            )


_ANSWERABLE = {"accountable", "responsible", "answerable", "guilty"}


def _is_to_account(word: "Token") -> bool:
    return word.lower_ == "account" and word.nbor(-1).lower_ == "to"  # whatever the parser makes of it


def room_for(sentence: "Tokens", parties: Parties) -> Iterator[Draft]:
    """An opening: "there is room for compromise on the tolls", "saw room for a joint survey"."""
    for noun in sentence:
        if lemma(noun) not in _ROOMS or noun.dep_ not in {"attr", "dobj", "nsubj"} or _is_scant(noun):
            continue
        behind = (c for head in (noun, noun.head) for c in head.rights if c.i > noun.i)
        pobj = [g for c in behind if c.dep_ == "prep" and c.lower_ == "for" for g in c.children]
        joint = any(c.lower_ == "joint" for t in pobj for c in t.lefts)
        if not pobj or not (joint or lemma(pobj[0]) in _BARGAINING):
            continue
        draft = told_draft(
            "position.idiom.room-for",
            "offer",
            cue=trimmed(sentence.doc, noun.left_edge.i, noun.i + 1),
            content=subtree(noun),
            holder=parties.speaker_at(noun.idx) or subject_party(noun.head, parties),
        )
        yield replace(draft, negated=negated(noun) or negated(noun.head))


def _is_scant(noun: "Token") -> bool:
    """ "Little room", "hardly any room", "saw scant room"."""
    near = (c for t in (noun, noun.head, *noun.lefts) for c in t.children)
    return any(c.lower_ in {"little", "scant", "hardly", "barely", "scarcely"} for c in near)


def able_to_agree(sentence: "Tokens", parties: Parties) -> Iterator[Draft]:
    """A held-out deal in somebody's words: "we may be able to reach an understanding on tolls"."""
    for noun in sentence:
        verb = noun.head
        if lemma(noun) not in _DEALS or noun.dep_ != "dobj" or lemma(verb) not in {"reach", "find", "make", "strike"}:
            continue
        holder = _doer(verb, parties)
        top = verb.head if verb.dep_ in {"xcomp", "ccomp"} else verb
        possible = lemma(top) in {"able", "possible"} or modal_of(verb) in {"can", "could", "may", "might"}
        speaker = parties.speaker_at(verb.idx)
        if not possible or holder is None or speaker is None or speaker.side != holder.side:
            continue
        draft = told_draft(
            "position.idiom.able-to-agree",
            "offer",
            cue=sentence.doc[_first_auxiliary(verb) : verb.i + 1],
            content=subtree(verb),
            holder=holder,
        )
        yield replace(draft, negated=negated(verb) or negated(top) or negated(top.head))


def nobody_talks_of(sentence: "Tokens", parties: Parties) -> Iterator[Draft]:
    """A denial that it is even considered: "nobody is talking about closing the locks"."""
    for verb in sentence:
        if lemma(verb) not in _TALKED_OF or verb.pos_ != "VERB":
            continue
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        if subject is None or not (lemma(subject) in _NOBODY or _no_one(subject)):
            continue
        complement = [c for c in verb.children if c.i > verb.i and c.dep_ in {"prep", "dobj", "xcomp", "ccomp"}]
        if not complement:
            continue
        yield told_draft(
            "position.idiom.nobody-talks-of",
            "denial",
            cue=sentence.doc[subject.left_edge.i : verb.i + 1],
            content=trimmed(sentence.doc, complement[0].left_edge.i, complement[-1].right_edge.i + 1),
            holder=parties.speaker_at(verb.idx),
        )


def nothing_without(sentence: "Tokens", parties: Parties) -> Iterator[Draft]:
    """A promise to decide nothing alone: "nothing will be agreed without the towns"."""
    for subject in sentence:
        none = any(c.lower_ == "no" for c in subject.children) and lemma(subject) in {"decision", "agreement", "deal"}
        if not (none or subject.lower_ == "nothing") or subject.dep_ not in {"nsubj", "nsubjpass"}:
            continue
        verb = subject.head
        holder = parties.speaker_at(verb.idx)
        bound = any(t.lower_ in {"without", "not", "until", "before"} and t.i > verb.i for t in sentence)
        if lemma(verb) not in _DECIDED or not bound or holder is None:
            continue
        yield told_draft(
            "position.idiom.nothing-without",
            "demand" if modal_of(verb) in OBLIGATIONS else "assurance",
            cue=sentence.doc[subject.i : verb.i + 1],
            content=subtree(verb),
            holder=holder,
            addressee=None,
        )


def usable_for(sentence: "Tokens", parties: Parties) -> Iterator[Draft]:
    """A charge about what somebody's means are good for: "the towers could be used to fire on ships"."""
    for verb in sentence:
        if lemma(verb) not in _WEAPON_USES or verb.dep_ != "xcomp" or lemma(verb.head) != "use":
            continue
        attribution = parties.attribution_at(verb.idx)
        holder = parties.speaker_of(attribution) if attribution else None
        subject = next(iter(subjects(verb.head)), None)
        if holder is None or subject is None or modal_of(verb.head) not in {"can", "could", "may", "might"}:
            continue
        yield told_draft(
            "position.idiom.usable-for",
            "accusation",
            cue=sentence.doc[verb.head.i : verb.i + 1],
            content=trimmed(sentence.doc, subject.left_edge.i, verb.right_edge.i + 1),
            holder=holder,
        )


def unacceptable(sentence: "Tokens", parties: Parties) -> Iterator[Draft]:
    """A refusal by name: "a base there is a non-starter", "a red line for Ostmark"."""
    for word in sentence:
        red_line = word.lower_ in {"line", "lines"} and sentence.doc[word.i - 1].lower_ == "red"
        if not (red_line or lemma(word) in _UNACCEPTABLE) or word.dep_ not in {"attr", "acomp", "oprd", "pobj"}:
            continue
        verb = next((t for t in word.ancestors if t.pos_ in {"AUX", "VERB"}), None)
        subject = next(iter(subjects(verb)), None) if verb is not None else None
        holder = _for_whom(word, parties) or parties.speaker_at(word.idx)
        if verb is not None and word.dep_ == "oprd":  # "called the toll unacceptable"
            subject = next((c for c in verb.children if c.dep_ == "dobj"), subject)
            holder = holder or subject_party(verb, parties)
        if verb is None or subject is None or holder is None:
            continue
        draft = told_draft(
            "position.idiom.unacceptable",
            "refusal",
            cue=trimmed(sentence.doc, word.left_edge.i, word.i + 1),
            content=full_phrase(subject),
            holder=holder,
        )
        yield replace(draft, negated=negated(verb))


def judged(sentence: "Tokens", parties: Parties) -> Iterator[Draft]:
    """Blame or approval by a word for it: "called the step a betrayal", "considers the offer insulting"."""
    for verb in sentence:
        done = verb.tag_ in TENSED or (verb.tag_ == "VBN" and any(lemma(c) == "have" for c in verb.lefts))
        if lemma(verb) not in _JUDGING or not done or passive(verb) or negated(verb) or not is_said(verb):
            continue
        if modal_of(verb) is not None or any(c.dep_ == "advmod" and c.lower_ not in _STRESSING for c in verb.lefts):
            continue  # "would consider it a hostile act" warns; "hardly", "no longer", "once"
        found = _thing_and_word(verb)
        holder, speaker = subject_party(verb, parties), parties.speaker_at(verb.idx)
        if found is None or holder is None or (speaker is not None and speaker.side != holder.side):
            continue
        thing, word = found
        owners = [t for t in (thing, *thing.lefts) if t == thing or t.dep_ in {"poss", "amod", "compound"}]
        whose = next((p for t in owners for p in parties.all_of(t)), None)
        act = _judgement(word)
        if word.text in _BLAMING_OTHERS and whose is None:
            continue  # "called the weather abhorrent"
        if act is None or (act == "endorsement" and thing.pos_ != "NOUN") or (whose and whose.side == holder.side):
            continue
        yield told_draft(
            "position.idiom.judged",
            act,
            cue=verb_group(verb),
            content=trimmed(sentence.doc, thing.left_edge.i, word.right_edge.i + 1),
            holder=holder,
            addressee=whose,
        )


def _thing_and_word(verb: "Token") -> "tuple[Token, Token] | None":
    """ "The step", "betrayal" of "called the step a betrayal"."""
    told = next((c for c in verb.rights if c.dep_ in {"dobj", "ccomp"}), None)
    if told is None or told.tag_ in FINITE:
        return None
    thing = told if told.dep_ == "dobj" else next(iter(subjects(told)), None)
    words = [t for t in verb.rights if t.dep_ in {"oprd", "npadvmod"}]
    words += [g for c in verb.rights if c.lower_ == "as" for g in c.children]
    word = told if told.dep_ == "ccomp" else next(iter(words), None)
    if thing is None or word is None or any(t.text == "," for t in verb.doc[thing.i : word.i]):
        return None
    named = thing.lower_ != "it" and not thing.lower_.endswith(("self", "selves"))  # "called it unfair of Ostmark to"
    return (thing, word) if thing.i < word.i and named else None


def _judgement(word: "Token") -> PositionAct | None:
    """What it is to be called that: "a cowardly act" and "a betrayal" blame, "fair" approves."""
    weakened = any(c.dep_ == "advmod" and c.lower_ not in _STRESSING for c in word.children)  # "too generous"
    if weakened or any(c.dep_ in {"neg", "preconj"} or c.lower_ == "no" for c in word.children):
        return None
    told = {c.lower_ for c in word.lefts if c.dep_ == "amod"} if lemma(word) in _ACTS else {word.text}
    told |= {t.text for t in word.conjuncts if t.pos_ == "ADJ"}
    if told & (_BLAMING | _BLAMING_OTHERS):
        return "accusation"
    return "endorsement" if word.text in _APPROVING and word.pos_ == "ADJ" else None


_JUDGING = {"call", "brand", "label", "dub", "consider", "deem", "describe", "regard", "term"}
_STRESSING = {"also", "again", "repeatedly", "publicly", "very", "deeply", "utterly", "simply", "clearly", "grossly"}
_ACTS = {
    "threat", "act", "step", "move", "decision", "attack", "measure", "attempt", "action", "gesture", "policy",
    "demand",
}  # fmt: skip
_BLAMING = {
    "unfair", "insulting", "insult", "unjust", "illegal", "unlawful", "illegitimate", "barbaric", "cynical",
    "mistake", "betrayal", "provocation", "provocative", "disgrace", "disgraceful", "shameful", "reckless",
    "irresponsible", "hypocritical", "blackmail", "outrageous", "outrage", "absurd", "unfriendly", "farce", "sham",
    "flagrant", "blatant", "affront", "humiliation", "humiliating", "violation", "piracy", "scandalous", "deplorable",
    "regrettable", "cowardly", "heinous", "unjustified", "unprovoked", "discriminatory", "crime", "terrorism",
    "inhumane", "coercion", "hostile",
}  # fmt: skip
# Blame of what another side does: of other things they only describe.
_BLAMING_OTHERS = {
    "disproportionate", "indefensible", "inflammatory", "abhorrent", "repugnant", "despicable", "vile", "callous",
    "unwarranted", "unhelpful", "destabilizing", "destabilising", "escalatory", "belligerent", "bellicose",
    "hypocrisy", "intimidation", "extortion", "aggression", "treachery", "charade", "travesty", "trespass",
    "intrusion", "encroachment",
}  # fmt: skip
_APPROVING = {"fair", "just", "legitimate", "justified", "commendable"}


RULES: tuple[tuple[frozenset[str], Callable[["Tokens", Parties], Iterator[Draft]]], ...] = (
    (frozenset({"table", "discussion", "negotiation", "question"}), on_the_table),
    (frozenset(_INTENTIONS), no_intention),
    (frozenset({"door", *_CHANNELS}), door_open),
    (frozenset({*_WORRYING, "concern", "worry", "trouble", "alarm", "disturb", "unsettle"}), worrying),
    (frozenset({"hold"}), held_accountable),
    (frozenset({"not", "n't", "never", "nothing"}), did_not),
    (_RULED_OUT, there_can_be_no),
    (frozenset(_ROOMS), room_for),
    (frozenset(_DEALS), able_to_agree),
    (frozenset(_TALKED_OF), nobody_talks_of),
    (frozenset({"nothing", "no"}), nothing_without),
    (frozenset({"use"}), usable_for),
    (frozenset({*_UNACCEPTABLE, "line"}), unacceptable),
    (frozenset(_JUDGING), judged),
    *MODALITY,
)


def _doer(verb: "Token", parties: Parties) -> Party | None:
    """The subject of an open clause, from the verb above it: "we may be able to reach ..."."""
    for at in (verb, *verb.ancestors):
        if (party := subject_party(at, parties)) is not None or at.dep_ not in {"xcomp", "acomp", "ccomp", "conj"}:
            return party
    return None


def _first_auxiliary(verb: "Token") -> int:
    """Where the verb group starts that the open clause hangs in: "may be able to reach"."""
    first = verb.i
    for at in (verb, *verb.ancestors):
        first = min([first, at.i, *(c.i for c in at.children if c.dep_ == "aux")])
        if at.dep_ not in {"xcomp", "acomp"}:
            break
    return first


def _no_one(subject: "Token") -> bool:
    return subject.lower_ == "one" and any(c.lower_ == "no" for c in subject.children)


def _told(token: "Token", parties: Parties) -> Party | None:
    """Whom it was told to: "the envoy told the mayors that there are no plans"."""
    for verb in token.ancestors:
        if lemma(verb) in {"tell", "assure", "inform", "reassure"}:
            for child in verb.children:
                if child.dep_ in {"dobj", "dative", "nsubjpass"} and child.i < token.i:
                    return parties.of(child)
    return None


def _for_whom(word: "Token", parties: Parties) -> Party | None:
    for child in word.children:
        if child.dep_ == "poss":
            return parties.of(child)
        if child.dep_ == "prep" and child.lower_ in {"for", "to"}:
            return next((p for g in child.children if (p := parties.of(g)) is not None), None)
    return None
