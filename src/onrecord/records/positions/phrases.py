"""Positions that a verb tells with the words it makes a phrase of: "laid the blame at its door", "gave it its word"."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from onrecord.data import table
from onrecord.model.vocabulary import PositionAct
from onrecord.records.parties import Parties, Party
from onrecord.records.positions.conditions import AHEAD
from onrecord.records.positions.cues import Cue, is_supposed
from onrecord.records.positions.drafts import UNADDRESSED, Draft, other_side
from onrecord.records.positions.lexicon import holders_of, may_hold
from onrecord.records.positions.undone import is_doubted, is_not_done
from onrecord.syntax import (
    conditional,
    hardly,
    infinitive,
    is_finite,
    lemma,
    modal_of,
    passive,
    subjects,
    trimmed,
    verb_group,
)

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

SCORE = 0.7
# How many words may stand between two words of a phrase: "laid the failure of the third round at Ostmark's door".
_APART = 14
# Words that stand for one of a class in the table.
_CLASSES: dict[str, frozenset[str]] = {
    # What somebody may be blamed for.
    "@harm": frozenset({
        "failure", "collapse", "breakdown", "delay", "attack", "raid", "bombing", "strike", "killing", "death",
        "crisis", "war", "conflict", "incident", "violence", "bloodshed", "clash", "explosion", "sabotage", "leak",
        "impasse", "deadlock", "stalemate", "setback", "rupture", "escalation", "outage", "shortage", "famine",
        "disaster", "poisoning", "massacre", "ramming", "collision", "violation", "assault", "shelling", "blast",
        "breach", "shooting", "blame", "guilt", "fault", "unrest", "disappearance", "abduction", "hacking", "fire",
    }),
    # What is proposed or bargained for.
    "@deal": frozenset({
        "talk", "negotiation", "deal", "compromise", "dialogue", "agreement", "offer", "proposal", "idea", "plan",
        "request", "truce", "ceasefire", "settlement", "concession", "mediation", "cooperation", "draft", "accord",
        "summit", "pact", "invitation", "initiative", "suggestion", "demand", "call", "meeting", "treaty", "overture",
        "table", "diplomacy", "rapprochement", "normalization", "normalisation", "recognition", "membership",
        "inspection",
    }),
    # What others ask or say of one.
    "@asked": frozenset({
        "demand", "plea", "call", "appeal", "request", "warning", "criticism", "pressure", "threat", "concern",
        "objection", "protest", "condemnation", "ultimatum", "toll", "offer", "complaint", "rebuke", "overture",
    }),
    "@terms": frozenset({
        "more", "concession", "term", "guarantee", "price", "deal", "toll", "exemption", "assurance", "change", "share",
        "withdrawal", "pullout", "safeguard", "wording", "text",
    }),
    "@worry": frozenset({
        "concern", "fear", "alarm", "worry", "anxiety", "unease", "dismay", "distress", "disquiet", "misgiving",
        "doubt", "suspicion", "apprehension", "dread", "trepidation", "consternation", "foreboding", "nervousness",
        "wariness",
    }),
    # What is said of somebody and may be untrue.
    "@tale": frozenset({
        "charge", "claim", "allegation", "accusation", "report", "rumor", "rumour", "talk", "speculation", "suggestion",
        "notion", "story", "insinuation", "theory",
    }),
    # What one may do to another.
    "@harming": frozenset({
        "respond", "retaliate", "act", "strike", "react", "defend", "answer", "intervene", "hit", "take", "use",
        "shoot", "fire", "return", "attack",
    }),
    # What one side asks another to do under pressure or by a day; who is to score, pay or train is at home.
    "@yielding": frozenset({
        "leave", "withdraw", "pull", "release", "free", "comply", "return", "hand", "surrender", "lift", "stop", "end",
        "halt", "sign", "accept", "agree", "clear", "quit", "reopen", "disarm", "negotiate", "cease", "dismantle",
        "retreat",
    }),
    "@own": frozenset({"its", "his", "her", "their", "my", "our"}),
}  # fmt: skip
_THINGS = [_CLASSES[name] for name in ("@harm", "@deal", "@asked", "@terms", "@worry", "@tale")]
# What these make of "saw no reason to" tells of hopes and fears, and refuses nothing.
_HARMLESS = {
    "worry", "concern", "alarm", "panic", "optimism", "doubt", "complaint", "fear", "celebrate", "despair", "believe",
    "expect", "complain", "hope", "pessimism", "suspect", "celebration", "think", "remember", "apology",
}  # fmt: skip
_NONE = {"nobody", "no", "little", "scant", "few", "any", "nothing", "none"}
# "No longer", "neither did it".
_DENYING = {"longer", "neither", "nor", "never"}
_OF_OTHERS = {"accusation", "endorsement"}
# Verbs under which it is done: "went on to lay the blame on", not "wants to lay it on".
_DOING = {"go", "continue", "begin", "start", "proceed", "rush", "hasten", "choose", "decide", "move"}


class Phrase(NamedTuple):
    """A row of `en/position_phrases`."""

    form: str
    """Empty, "will" for what is promised only ahead, "not" for what is told only with a denial."""
    words: tuple[frozenset[str], ...]
    """For each further word of the phrase those that may stand there, in the order of the text."""
    act: PositionAct
    holder: str
    """Empty where it is the subject, "each" where the subjects do it to each other, else the place of the holder."""
    addressee: tuple[str, ...]
    """Places where the addressee may stand: a preposition, "object", "owner" of the phrase's words, or "any"."""
    needed: bool
    """Whether the phrase tells the act only where somebody stands in the place of the addressee."""


@cache
def _phrases() -> dict[str, list[Phrase]]:
    found: dict[str, list[Phrase]] = defaultdict(list)
    for row in table("en/position_phrases"):
        *form, verb = row["verb"].split()
        places = tuple(filter(None, row["addressee"].rstrip("!").split("|")))
        act: PositionAct = row["act"]  # type: ignore[assignment]  # the loader's test checks the vocabulary
        steps = tuple(_alternatives(word) for word in row["words"].split())
        needed = row["addressee"].endswith("!")
        found[verb].append(Phrase(" ".join(form), steps, act, row["holder"], places, needed))
    return found


def _alternatives(word: str) -> frozenset[str]:
    return frozenset().union(*(_CLASSES.get(part) or {part} for part in word.split("|")))


def phrase_drafts(sentence: "Tokens", parties: Parties) -> list[Draft]:
    """Drafts of one sentence; of several phrases of a verb the first of the table.

    "Ostmark laid the failure at Varenia's door", "gave Varenia until midnight to leave", "would not hear of it".
    """
    drafts: list[Draft] = []
    for verb in sentence:
        rows = _phrases().get(lemma(verb), ())
        if not rows or verb.pos_ not in {"VERB", "AUX"} or verb.dep_ in {"aux", "auxpass"}:
            continue
        own = _own_words(verb)
        for phrase in rows:
            if (found := _found(phrase, own, verb)) is None or not _is_told(verb, phrase, found):
                continue
            holder_token, holders = _holders(verb, phrase, own, parties)
            addressee = other_side(_addressed(verb, phrase, own, found, parties), holders)
            if addressee is None and phrase.act in _OF_OTHERS and _is_of_its_own(found[-1]):
                continue
            if (phrase.needed and addressee is None) or (phrase.holder == "each" and len(holders) < 2):
                continue
            if not holders and not may_hold(holder_token, parties):
                continue
            drafts.append(
                Draft(
                    rule=f"position.phrase.{lemma(verb)}",
                    score=SCORE,
                    act=phrase.act,
                    cue=verb_group(verb),
                    content=_content(verb, found),
                    holders=tuple(holders),
                    addressee=None if phrase.act in UNADDRESSED else addressee,
                )
            )
            break
    return drafts or list(_headline_drafts(sentence, parties))


def _headline_drafts(sentence: "Tokens", parties: Parties) -> Iterator[Draft]:
    """Headlines in which the parser takes the verb for a noun: "Ostmark, Varenia trade blame as truce frays"."""
    if sentence[-1].text == ".":
        return
    for word in sentence[:-1]:
        rows = [r for r in _phrases().get(lemma(word), ()) if word.tag_ == "NNS" or (word.tag_ == "NN" and r.holder)]
        before = sentence.doc[sentence.start : word.i]
        if not rows or not all(t.pos_ in _NAMES for t in before):
            continue
        if word.i + 2 < sentence.end and word.nbor(2).pos_ in {"NOUN", "PUNCT"}:
            continue  # "trade blame-free goods"
        for phrase in rows:
            if len(phrase.words) != 1 or not _is_one_of(word.nbor(), phrase.words[0]) or phrase.form:
                continue
            named = {p.side: p for t in before for p in parties.all_of(t)}
            if len(named) == (2 if phrase.holder == "each" else 1):
                yield Draft(
                    rule=f"position.phrase.{lemma(word)}",
                    score=SCORE,
                    act=phrase.act,
                    cue=sentence.doc[word.i : word.i + 2],
                    content=trimmed(sentence.doc, word.i, sentence.end),
                    holders=tuple(named.values()),
                )


# What stands before the verb in such a headline.
_NAMES = {"PROPN", "ADJ", "NOUN", "PUNCT", "CCONJ", "PART", "DET"}


def _is_of_its_own(last: "Token") -> bool:
    """ "Praise for its coach", "fault with its own schools": a matter at home."""
    about = [last, *(g for g in last.children if g.dep_ == "pobj")]
    return any(c.tag_ == "PRP$" for t in about for c in t.lefts)


def is_whole(draft: Draft) -> bool:
    """Whether a phrase tells it of somebody named to another side named in it: "Ostmark took Varenia's side"."""
    named = draft.addressee is not None and not draft.addressee.is_unnamed
    told = draft.rule.startswith("position.phrase.") and modal_of(draft.cue.root) is None
    return told and named and any(not h.is_unnamed for h in draft.holders)


def _own_words(verb: "Token") -> "list[Token]":
    """What stands behind the verb and hangs on it without another verb between."""
    return [t for t in verb.subtree if t.i > verb.i and _hangs_on(t, verb)]


def _hangs_on(word: "Token", verb: "Token") -> bool:
    opens = word.dep_ == "mark" or (word.tag_ == "TO" and word.dep_ == "aux")  # "a deadline for it to leave"
    at = word.head.head if opens else word.head
    while at != verb:
        if at.pos_ in {"VERB", "AUX"} or at.head == at:
            return False
        at = at.head
    return True


def _found(phrase: Phrase, own: "list[Token]", verb: "Token") -> "list[Token] | None":
    """The words of the phrase in order, none where one is missing or they stand too far apart."""
    found: list[Token] = []
    for step in phrase.words:
        after = found[-1].i if found else (own[0].i - 1 if own else 0)
        near = (t for t in own if after < t.i <= after + _APART)
        word = next((t for t in near if _is_one_of(t, step) and _hangs_together(t, step, found, verb)), None)
        if word is None:
            return None
        found.append(word)
    return found


def _hangs_together(word: "Token", step: frozenset[str], found: "list[Token]", verb: "Token") -> bool:
    """Whether the thing is what the verb or a word of the phrase takes: "shut the door on talks"."""
    if word.doc[word.i + 1 : word.i + 2].text == "-":
        return False  # "swapped blame-free reports"
    if found and found[-1].tag_ == "TO":
        return found[-1].head == word
    return step not in _THINGS or word.head in (verb, *found)


def _is_one_of(word: "Token", step: frozenset[str]) -> bool:
    if "TO" in step and word.tag_ == "TO":
        return word.dep_ == "aux"
    return lemma(word) in step or word.lower_ in step


def _is_told(verb: "Token", phrase: Phrase, found: "list[Token]") -> bool:
    """Whether it is done there: neither denied nor asked for, nor what somebody may or should do."""
    modal = modal_of(verb)
    denied = any(c.dep_ == "neg" for c in verb.children) or any(c.lower_ in _DENYING for c in verb.children)
    if phrase.form == "not":
        none = any(t.lower_ in {"nothing", "no"} for w in found for t in (w, *w.children))
        return (denied or none) and modal in {*AHEAD, "wo", "ca", "can", "could"} and not is_supposed(verb)
    steps = frozenset().union(*phrase.words)
    nobody = any(lemma(s) in _NONE or any(c.lower_ == "no" for c in s.lefts) for s in subjects(verb))
    if denied or nobody or passive(verb) or is_supposed(verb) or is_not_done(verb):
        return False
    if hardly(verb) and not steps & _NONE:
        return False
    if modal == "would" and any(conditional(c) for c in verb.children if c.dep_ == "advcl"):
        return False
    if phrase.form == "will" and modal not in AHEAD:
        return False
    if modal not in {None, *AHEAD} or is_doubted(verb) or not (is_finite(verb) or _is_done(verb)):
        return False
    if not steps & _NONE and any(c.lower_ in _NONE for w in found for c in w.lefts):
        return False  # "had no praise for", "found little fault with"
    told = verb.doc[found[-1].i : verb.right_edge.i + 1] if steps & (_NONE | {"TO"}) else ()
    return not any(lemma(t) in _HARMLESS for t in told)  # "saw no reason for alarm", "a day to remember"


def _is_done(verb: "Token") -> bool:
    """ "Went on to lay the blame on Ostmark", "Varenia to give its backing to the plan"."""
    above = verb.head
    return (verb.dep_ == "ROOT" and infinitive(verb)) or (
        verb.dep_ == "xcomp" and lemma(above) in _DOING and not conditional(above) and is_finite(above)
    )


def _holders(verb: "Token", phrase: Phrase, own: "list[Token]", parties: Parties) -> "tuple[Token | None, list[Party]]":
    """Whose it is: the subject, or who stands where the table says: "the plan found favour with Ostmark"."""
    if phrase.holder in {"", "each"}:
        return holders_of(verb, Cue(phrase.act, "VERB", "", (), ()), parties)
    return None, [p for at in _places(verb, phrase.holder, own) for p in _meant(at, parties)]


def _addressed(
    verb: "Token", phrase: Phrase, own: "list[Token]", found: "list[Token]", parties: Parties
) -> list[Party]:
    """Who stands in the places of the addressee, or whose is what stands there: "at Ostmark's door"."""
    at: list[Token] = []
    for place in phrase.addressee:
        at += [g for w in found for g in _owners(w)] if place == "owner" else _places(verb, place, own)
    if phrase.needed and any("TO" in step for step in phrase.words):  # of a state itself, not "on its troops to dig in"
        return [p for t in at for p in _meant(t, parties) if p.actor == p.side and p.known_side is not None]
    return [p for t in at for w in (t, *_owners(t)) for p in _meant(w, parties)]


def _meant(word: "Token", parties: Parties) -> list[Party]:
    """The parties of the word; of a capital, in a place where only who acts can stand, its government."""
    if found := parties.all_of(word):
        return found
    name = word.doc[word.left_edge.i if all(c.dep_ == "compound" for c in word.lefts) else word.i : word.i + 1].text
    government = _governments().get(name)
    if government is None or word.pos_ != "PROPN" or government not in parties.lands_of(word):
        return []
    return [Party(actor=government, side=government)]


@cache
def _governments() -> dict[str, str]:
    """The states whose government a capital's name stands for."""
    return {row["capital"]: row["government"].partition("|")[0] for row in table("capitals") if row["government"]}


def _places(verb: "Token", place: str, own: "list[Token]") -> "list[Token]":
    """The objects of the verb, or what stands behind a preposition, also who is to act: "for Ostmark to leave"."""
    if place == "any":
        return [t for t in verb.subtree if t.i > verb.i]
    if place == "object":
        return [c for c in verb.rights if c.dep_ in {"dobj", "dative", "nsubj"} and c.pos_ != "ADP"]
    behind = [t for t in own if t.dep_ == "pobj" and t.head.lower_ == place]
    acting = [t.head for t in verb.subtree if t.lower_ == place and t.dep_ == "mark"]
    return behind + [s for doing in acting for s in doing.lefts if s.dep_ == "nsubj"]


def _owners(noun: "Token") -> "list[Token]":
    """ "Ostmark" of "Ostmark's door", "the side of Ostmark", "Ostmark recklessness"."""
    owners = [c for c in noun.children if c.dep_ in {"poss", "amod", "compound", "nmod"}]
    return owners + [g for c in noun.rights if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"]


def _content(verb: "Token", found: "list[Token]") -> "Tokens":
    """From the verb to the end of what hangs on it, without what goes on behind it."""
    after = [c for c in verb.rights if c.dep_ not in {"cc", "conj", "punct", "parataxis"} and _belongs(c)]
    end = max([found[-1].i, *(c.right_edge.i for c in after)])
    return trimmed(verb.doc, verb.i, end + 1)


def _belongs(child: "Token") -> bool:
    """Not a clause of its own, such as "after the guns fell silent"."""
    return child.dep_ != "advcl" or infinitive(child)
