"""What a learned rule sees of a word that may tell a position: the word, what hangs on it, who acts, what rules say."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from onrecord.data import table, words
from onrecord.records.parties import Parties
from onrecord.syntax import is_question, lemma, modal_of, negated, subjects, tense

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

Features = Mapping[str, float]

_PREDICATES = {"acomp", "attr", "oprd", "ROOT", "conj", "ccomp", "relcl", "advcl"}
_AUXILIARIES = {"aux", "auxpass"}
_FUNCTION_WORDS = {"prep", "prt", "agent", "mark", "aux", "neg", "advmod", "dative"}
_CONTENT_WORDS = {
    "dobj", "attr", "acomp", "xcomp", "ccomp", "oprd", "nsubj", "nsubjpass", "amod", "det", "poss", "advcl",
}  # fmt: skip
_INNER_WORDS = {"dobj", "xcomp", "amod", "attr"}
_FIRST_PERSON = {"i", "we"}


def candidates(sentence: "Tokens") -> "Iterator[Token]":
    """Words that may tell a position: main verbs, predicates, and nouns that are cues or that a verb does."""
    for token in sentence:
        if token.pos_ in {"VERB", "AUX"}:
            if token.dep_ not in _AUXILIARIES:
                yield token
        elif token.pos_ == "ADJ":
            if token.dep_ in _PREDICATES:
                yield token
        elif token.pos_ == "NOUN" and (token.dep_ in _PREDICATES or (lemma(token), "NOUN") in _acts()):
            yield token


def features(token: "Token", parties: Parties, acts: Iterable[str]) -> Features:
    """Features with their weights; `acts` are the acts that rules give the word."""
    found: dict[str, float] = {}
    word = lemma(token)
    found[f"word={word}"] = 1
    found[f"word={word}/{token.pos_}"] = 0.5
    found[f"pos={token.pos_}"] = 1
    found[f"tag={token.tag_}"] = 0.5
    found[f"dep={token.dep_}"] = 1
    found |= {f"rule={act}": 2.0 for act in acts}
    found |= {f"cue={act}": 1.5 for act in cue_acts(token)}
    for child in token.children:
        _of_child(child, found)
    head = token.head
    if head != token:
        found[f"above={lemma(head)}"] = 0.6
        found[f"above={lemma(head)}/{token.dep_}"] = 0.5
        found |= {f"above cue={act}": 0.8 for act in cue_acts(head)}
    if negated(token):
        found["negated"] = 1
    if (modal := modal_of(token)) is not None:
        found[f"modal={modal}"] = 1
    found[f"tense={tense(token)}"] = 0.5
    if word in words("en/hostile_verbs"):
        found["hostile"] = 1
    if is_question(token.sent):
        found["question"] = 1
    _of_parties(token, parties, found)
    return found


def cue_acts(token: "Token") -> frozenset[str]:
    """The acts of which the word is a cue in the table; a participle may be one as an adjective."""
    found = _acts().get((lemma(token), token.pos_), frozenset())
    return found | _acts().get((lemma(token), "ADJ"), frozenset()) if token.pos_ == "VERB" else found


def _of_child(child: "Token", found: dict[str, float]) -> None:
    word = lemma(child)
    found[f"has={child.dep_}"] = 0.5
    if child.dep_ in _FUNCTION_WORDS:
        found[f"{child.dep_}={word}"] = 0.7
    if child.dep_ in _CONTENT_WORDS:
        found[f"{child.dep_}={word}"] = 0.7
        found |= {f"{child.dep_} cue={act}": 1.0 for act in cue_acts(child)}
    if child.dep_ == "prep":
        found |= {f"{word}={lemma(g)}": 0.4 for g in child.children if g.dep_ in {"pobj", "pcomp"}}
    if child.dep_ in {"xcomp", "ccomp", "acomp", "attr", "dobj"} and child.i > child.head.i:
        found |= {f"inner {g.dep_}={lemma(g)}": 0.4 for g in child.children if g.dep_ in _INNER_WORDS}


def _of_parties(token: "Token", parties: Parties, found: dict[str, float]) -> None:
    """Whether the subject is an actor, the speaker or somebody else, and whether anybody speaks at all."""
    speaker = parties.speaker_at(token.idx)
    found["said" if speaker is not None else "told"] = 0.7
    found |= {"quoted": 0.5} if parties.is_direct(token.idx) else {}
    own = subjects(token) if token.pos_ in {"VERB", "AUX"} else []
    if not own:
        return
    actors = parties.all_of(own[0])
    found["I or we" if own[0].lower_ in _FIRST_PERSON else "not I"] = 0.6
    found["actor" if actors else "no actor"] = 1
    if speaker is not None and actors:
        found["speaker acts" if any(a.side == speaker.side for a in actors) else "another acts"] = 1


@cache
def _acts() -> Mapping[tuple[str, str], frozenset[str]]:
    """The acts of cue words by lemma and part of speech."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in table("en/position_cues"):
        found[row["lemma"], row["pos"].partition(":")[0]].add(row["act"])
    return {key: frozenset(acts) for key, acts in found.items()}
