"""Sites and systems: where they stand, and whether they are planned, being built or working."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.model import Activity, Article, Mentions, cut
from onrecord.model.vocabulary import ActivityState
from onrecord.records.activities.circumstances import force_class, is_of_type, place_of
from onrecord.records.activities.owners import owners, parties_of
from onrecord.records.activities.states import is_unreal
from onrecord.records.parties import Parties, Party
from onrecord.syntax import (
    FINITE,
    antecedent,
    clause_verb,
    conditional,
    is_question,
    lemma,
    modal_of,
    negated,
    no_longer,
    subjects,
    subtree,
    tense,
)

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

SCORE = 0.7
_SYSTEMS = {
    "system", "site", "base", "silo", "launcher", "radar", "interceptor", "facility", "battery", "shield", "outpost",
    "installation", "infrastructure", "airbase",
}  # fmt: skip
_BASES = {"bases"}  # of which the lemmatizer makes a basis
_ARMED = {"missile", "defense", "defence", "aegis", "ashore", "military", "air", "nuclear", "naval", "radar", "patriot"}
_KEEPING = {"have", "keep", "maintain", "operate", "run"}
_BUILDING = {"build", "construct", "install", "erect", "complete", "set"}
_PLACING = {"put", "open", "establish", "deploy", "get", "want", "create"}
_STANDING = {"be", "have", "operate", "host", "house", "exist", "stand", "locate", "place", "station"}


def sites(sentence: "Tokens", article: Article, mentions: Mentions, parties: Parties) -> Iterator[Activity]:
    """A site or system at a place, and whether it stands: "there is a radar site in Varenia"."""
    for token in sentence:
        if (
            (lemma(token) not in _SYSTEMS and token.lower_ not in _BASES)
            or token.pos_ not in {"NOUN", "PROPN"}
            or not ({lemma(c) for c in token.lefts} & _ARMED)
            or token.dep_ == "compound"
        ):
            continue
        system = _system_name(token, article)
        holders = owners(token, parties) or _keepers(token, mentions, parties)
        place = place_of(token, mentions)
        state = _site_state(token) or ("operating" if holders and not is_unreal(token) else None)
        if place is not None and state is not None:
            yield _site(article, token, system, place, state, holders)
        for other in _others(token, sentence):
            place = place_of(other, mentions)
            state = _site_state(other)
            if place is not None and state is not None:
                yield _site(article, other, system, place, state, holders)


def _keepers(token: "Token", mentions: Mentions, parties: Parties) -> list[Party]:
    """The state that has it: "Ostmark operates a naval base"; none that "will", "would" or "does not"."""
    verb = token.head
    if token.dep_ != "dobj" or lemma(verb) not in _KEEPING or verb.tag_ not in FINITE:
        return []
    if negated(verb) or modal_of(verb) is not None or conditional(verb) or is_question(verb.sent) or no_longer(verb):
        return []
    named = [s for s in map(antecedent, subjects(verb)) if is_of_type(s, mentions, "state")]
    return [p for s in named for p in parties_of(s, parties) if not p.person]


def _site(
    article: Article,
    token: "Token",
    system: str,
    place: str,
    state: ActivityState,
    holders: list[Party],
) -> Activity:
    return Activity(
        spans=(cut(article.text, subtree(token).start_char, subtree(token).end_char),),
        rule="activity.site",
        score=SCORE,
        what="site",
        holder=holders[0].side if holders else None,
        force=system,
        place=place,
        state=state,
        flags=("planned",) if state in {"proposed", "planned"} else (),
    )


def _others(token: "Token", sentence: "Tokens") -> "list[Token]":
    """Further ones of the same kind: "and another being built in Ostmark"."""
    pronouns = [
        t for t in sentence if t.i > token.i and t.lower_ in {"another", "others", "second"} and t.dep_ != "det"
    ]
    return [*(c for c in token.conjuncts if c.i > token.i and force_class(c) is None), *pronouns]


def _system_name(token: "Token", article: Article) -> str:
    """The system's proper name where it has one, else the noun phrase without article."""
    owners_of = {"GPE", "NORP"}
    proper = [t for t in token.lefts if t.pos_ == "PROPN" and t.ent_type_ not in owners_of]
    proper = [g for t in proper for g in t.subtree if g.pos_ == "PROPN"]
    if proper:
        return article.text[proper[0].idx : proper[-1].idx + len(proper[-1])]
    apart = {"det", "poss", "nummod", "predet"}
    first = next((t for t in token.lefts if t.dep_ not in apart and t.ent_type_ not in owners_of), token)
    return article.text[first.idx : token.idx + len(token)]


def _site_state(token: "Token") -> ActivityState | None:
    for clause in token.children:
        if clause.dep_ in {"acl", "relcl"} and lemma(clause) in _BUILDING:
            return "under construction" if clause.tag_ == "VBG" or _progressive(clause) else "operating"
    verb = clause_verb(token)
    if verb is None:
        return None
    if negated(verb):
        return "denied"
    if lemma(verb) in _BUILDING:
        if _progressive(verb):
            return "under construction"
        return "planned" if tense(verb) == "future" else "operating"
    if lemma(verb) in _STANDING | _PLACING and (modal_of(verb) is not None or tense(verb) == "future"):
        return "proposed"
    return "operating" if lemma(verb) in _STANDING else None


def _progressive(verb: "Token") -> bool:
    return verb.tag_ == "VBG" or any(c.lower_ == "being" for c in verb.children)
