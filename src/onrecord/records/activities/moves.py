"""What verbs and nouns of the table `en/activity_cues` tell: who moved, trained, tested, struck."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from onrecord.data import table, words
from onrecord.model import Activity, Article, Mentions, cut
from onrecord.model.vocabulary import ActivityState, ActivityWhat, Flag, PloverType
from onrecord.records.activities.circumstances import count_of, force_class, is_target, objects, phrase_of, place_of
from onrecord.records.parties import Parties, Party
from onrecord.records.when import time_in
from onrecord.syntax import lemma, lies_ahead, modal_of, negated, passive, subjects, subtree, tense

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

SCORES = {"VERB": 0.75, "NOUN": 0.65}

# PLOVER 2.0 (manual, table of event types). A standing site is a state and no event.
PLOVER: dict[ActivityWhat, PloverType] = {
    "build-up": "MOBILIZE",
    "deployment": "MOBILIZE",
    "exercise": "MOBILIZE",
    "joint exercise": "COOPERATE",
    "flight": "MOBILIZE",
    "test": "MOBILIZE",
    "transfer": "AID",
    "withdrawal": "RETREAT",
    "use of force": "ASSAULT",
}
_PURPOSE = {"design", "intend", "mean", "aim", "use"}
_TOPIC = {
    "discuss", "cover", "negotiate", "negotiation", "restriction", "restrict", "limit", "scope", "talk", "issue",
    "topic", "address", "ban", "curb", "constraint", "proposal", "agreement", "discussion", "transparency",
}  # fmt: skip
# Verbs that say that an activity named by a noun takes place.
_CARRYING = {
    "hold", "stage", "conduct", "begin", "start", "launch", "continue", "plan", "announce", "complete", "step", "run",
    "increase", "grow", "expand", "carry", "intensify", "resume", "order", "make", "fly", "schedule", "see", "be",
    "include", "involve", "take", "finish", "end", "wrap", "mount", "prepare", "report", "observe",
}  # fmt: skip
_STOPPING = {"halt", "stop", "cancel", "suspend", "avoid", "prevent", "limit", "cut", "scrap", "pause", "freeze"}
_MEASURES = {"size", "number", "tempo", "intensity", "scale", "frequency", "series", "pace", "scope", "rate", "round"}
_BARGAINED = {"event", "exchange", "demand", "call", "urge", "insist", "offer", "promise", "condition"}
_PARTNERS = {"include", "involve", "feature", "comprise"}
_POSSIBLE = {"potential", "possible", "imminent", "feared", "threatened"}
_DONE = {"use of force", "test"}
# What stands over an event that has not happened, or an indefinite one: "respond to any attack", "a further attack".
_UNREAL = {
    "respond", "event", "go-ahead", "mediate", "persuade", "resist", "fear", "warn", "warning", "threat", "prevent",
    "deter", "prepare", "risk", "case", "possibility", "likelihood", "avert", "avoid", "refrain", "consequence",
}  # fmt: skip
_INDEFINITE = {"any", "a", "an", "no", "further", "another", "new", "renewed", "future", "full-scale"}


def by_cue(sentence: "Tokens", article: Article, mentions: Mentions, parties: Parties) -> Iterator[Activity]:
    """What a verb or noun of the table tells: "Ostmark deployed two batteries", "Ostmark's drills"."""
    for token in sentence:
        row = cues().get((lemma(token), token.pos_))
        if row is None or not _has_needed(token, row["needs"], mentions) or _is_purpose(token) or token.dep_ == "amod":
            continue
        what: ActivityWhat = row["what"]  # type: ignore[assignment]  # the loader's test checks the vocabulary
        if lemma(token) == "pull" and not any(c.lower_ in {"back", "out"} for c in token.children):
            continue
        owners = _owners(token, parties)
        if not owners and _is_topic(token):
            continue
        carrier = _carrier(token)
        if carrier is not None and lemma(carrier) in _STOPPING:
            continue
        holders = owners or _holders(token, carrier, parties)
        partners = _partners(token, parties, holders)
        if what == "exercise" and (partners or len(holders) > 1 or _is_joint(token)):
            what = "joint exercise"
        yield from records(what, token, holders, partners, (sentence, article, mentions))


@cache
def cues() -> dict[tuple[str, str], dict[str, str]]:
    """Rows of the table by lemma and part of speech."""
    return {(row["lemma"], row["pos"]): row for row in table("en/activity_cues")}


def records(
    what: ActivityWhat,
    token: "Token",
    holders: list[Party],
    partners: list[str],
    where: tuple["Tokens", Article, Mentions],
) -> Iterator[Activity]:
    """One activity a holder, with place, count, date and state; one without holder where none is known."""
    sentence, article, mentions = where
    carrier = _carrier(token)
    flags, state = _state(token, carrier, what)
    words_of = phrase_of(token)
    each: list[Party | None] = [*holders] or [None]
    for holder in each:
        plover = PLOVER.get(what)
        if what == "withdrawal" and "planned" in flags:
            plover = "CONCEDE"  # an announced withdrawal is a verbal concession (PLOVER manual, auxiliary modes)
        yield Activity(
            spans=(cut(article.text, words_of.start_char, words_of.end_char),),
            rule=f"activity.{what.replace(' ', '-')}.{lemma(token)}",
            score=SCORES.get(token.pos_, SCORES["NOUN"]),
            flags=flags,
            what=what,
            holder=holder.side if holder else None,
            partners=tuple(dict.fromkeys(partners)),
            quantity=count_of(token, mentions),
            place=place_of(token, mentions, carrier=carrier),
            start=time_in(sentence if carrier is not None else subtree(token), mentions, near=token),
            state=state,
            plover=None if "hypothetical" in flags or "negated" in flags else plover,
        )


def _carrier(token: "Token") -> "Token | None":
    """The verb that says the activity takes place, or stops: the verb itself, or what governs the noun.

    "Ostmark increased the number of its flights": "increased".
    """
    if token.pos_ == "VERB":
        return token
    at = token
    while at.dep_ == "pobj" and at.head.lower_ == "of" and lemma(at.head.head) in _MEASURES:
        at = at.head.head
    while at.dep_ == "conj" and at.head.pos_ == "NOUN":
        at = at.head
    if at.dep_ in {"dobj", "nsubj", "nsubjpass", "attr"} and lemma(at.head) in _CARRYING | _STOPPING:
        return at.head
    return None


def _has_needed(token: "Token", needs: str, mentions: Mentions) -> bool:
    if not needs:
        return True
    if needs == "target":
        return any(is_target(o, mentions) for o in objects(token))
    if needs == "military":
        around = {lemma(t) for t in subtree(token)} | {lemma(t) for t in token.head.lefts}
        clause = {lemma(t) for t in token.sent}
        armed = around & words("en/military_words")
        nearby = token.tag_ == "NNS" and clause & {"troop", "military", "nato", "army"}
        return token.dep_ != "compound" and bool(armed or nearby)
    classes = {c for o in objects(token) for t in (o, *o.lefts) if (c := force_class(t))}
    accepted = {"force": {"force", "weapon", "aircraft"}, "weapon": {"weapon"}, "aircraft": {"aircraft"}}[needs]
    return bool(classes & accepted)


def _is_purpose(token: "Token") -> bool:
    """ "designed to take down missiles" tells what something is for, and no event."""
    return any(lemma(a) in _PURPOSE and a.tag_ == "VBN" for a in token.ancestors)


def _is_topic(token: "Token") -> bool:
    """ "talks on military exercises": what is talked about need not take place."""
    return any(lemma(a) in _TOPIC for a in token.ancestors)


def _is_bargained(token: "Token") -> bool:
    """ "in exchange for a withdrawal", "urged a withdrawal": asked for or offered, and no event yet."""
    return any(lemma(a) in _BARGAINED for a in token.ancestors)


def _is_joint(token: "Token") -> bool:
    return any(lemma(c) in {"joint", "multinational", "combined"} for c in token.children)


def _owners(token: "Token", parties: Parties) -> list[Party]:
    """Whose a noun says it is: "NATO exercises", "Ostmark's drills", "drills by Ostmark"."""
    if token.pos_ == "VERB":
        return []
    own = [p for c in token.lefts if c.dep_ in {"poss", "amod", "compound", "nmod"} for p in parties.all_of(c)]
    by = [c for c in token.children if c.dep_ == "prep" and c.lower_ in {"by", "between"}]
    return own or [p for prep in by for g in prep.children if g.dep_ == "pobj" for p in parties.all_of(g)]


def _holders(token: "Token", carrier: "Token | None", parties: Parties) -> list[Party]:
    """Whose forces act: subject of the verb, agent of a passive, owner of the forces named."""
    if carrier is not None and not passive(carrier) and token.dep_ != "acl":
        return [p for s in subjects(carrier) if s != token for p in parties.all_of(s)]
    if carrier is not None:
        agents = [g for c in carrier.children if c.dep_ == "agent" for g in c.children]
        if found := [p for g in agents for p in parties.all_of(g)]:
            return found
    forces = [o for o in objects(token) if force_class(o)]
    return [p for o in forces if (p := parties.of(o)) is not None][:1]


def _partners(token: "Token", parties: Parties, holders: list[Party]) -> list[str]:
    """Who takes part beside the holder: "drills with Varenia, which involve coast guard units"."""
    heads = [g for c in token.children if c.dep_ == "prep" and c.lower_ in {"with", "alongside"} for g in c.children]
    clauses = [c for c in token.children if c.dep_ == "relcl" and lemma(c) in _PARTNERS]
    if token.dep_ == "nsubj" and lemma(token.head) in _PARTNERS:
        clauses.append(token.head)
    heads += [g for c in clauses for g in c.children if g.dep_ == "dobj"]
    names = {p.side for p in holders}
    return [p.side for h in heads for p in parties.within(h) if p.side not in names]


def _state(
    token: "Token", carrier: "Token | None", what: ActivityWhat
) -> tuple[tuple[Flag, ...], ActivityState | None]:
    modifiers = {lemma(c) for c in token.children}
    if negated(token) or (carrier is not None and negated(carrier)):
        return ("negated",), "denied"
    if modifiers & _POSSIBLE or (token.dep_ != "acl" and _is_bargained(token)):
        return ("hypothetical",), None
    if modifiers & {"planned", "upcoming", "scheduled"}:
        return ("planned",), "planned"
    owned = any(c.dep_ == "poss" or c.ent_type_ in {"GPE", "NORP", "ORG"} for c in token.lefts)
    unreal = not owned and any(lemma(a) in _UNREAL for a in token.ancestors)
    if carrier is None and (modifiers & _INDEFINITE or unreal):
        return ("hypothetical",), None
    if carrier is None:
        return (), "done" if what in _DONE else "under way" if what == "build-up" else None
    chain = [carrier]
    chain += [a for a in carrier.ancestors if a.pos_ in {"VERB", "AUX"} and carrier.dep_ in {"xcomp", "conj", "ccomp"}][
        :1
    ]
    over = [carrier, *(a for a in carrier.ancestors if a.pos_ in {"VERB", "AUX"})]
    conditional = any(c.dep_ == "mark" and c.lower_ in {"if", "unless", "whether"} for v in over for c in v.children)
    if conditional or any(modal_of(v) in {"could", "would", "might", "may", "can", "should"} for v in chain):
        return ("hypothetical",), None
    if lies_ahead(carrier):
        return ("planned",), "planned"
    if carrier.tag_ == "VBN" and not any(c.dep_ in {"aux", "auxpass"} for c in carrier.children):
        return (), "under way" if what in {"build-up", "deployment"} else "done"
    told: dict[str, ActivityState] = {"past": "done", "present": "under way"}
    return (), told.get(tense(carrier))
