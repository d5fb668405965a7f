"""Activities: what moves or stands on the ground, whose it is, how much, where, in what state."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from onrecord.data import table, words
from onrecord.model import Activity, Article, Count, Mentions, Place, Quantity, Span, cut
from onrecord.model.vocabulary import ActivityState, ActivityWhat, Flag, PloverType
from onrecord.records.parties import Parties, Party
from onrecord.records.when import time_in
from onrecord.syntax import clause_verb, lemma, modal_of, negated, passive, subjects, subtree, tense, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

SCORES = {"VERB": 0.75, "NOUN": 0.65, "SITE": 0.7}

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
_SYSTEMS = {"system", "site", "base", "silo", "launcher", "radar", "interceptor", "facility", "battery", "shield"}
_ARMED = {"missile", "defense", "defence", "aegis", "ashore", "military", "air", "nuclear", "naval", "radar", "patriot"}
_BUILDING = {"build", "construct", "install", "erect", "complete", "set"}
_STANDING = {"be", "have", "operate", "host", "house", "exist", "stand", "locate", "place", "station"}
_PARTNERS = {"include", "involve", "feature", "comprise"}
_PURPOSE = {"design", "intend", "mean", "aim", "use"}
_TOPIC = {
    "discuss", "cover", "negotiate", "negotiation", "restriction", "restrict", "limit", "scope", "talk", "issue",
    "topic", "address", "ban", "curb", "constraint", "proposal", "agreement", "discussion", "transparency",
}  # fmt: skip
_GATHERED = {"mass", "amass", "gather", "deploy", "station"}
_LOCATIVE = {"in", "near", "at", "on", "along", "around", "off", "over", "to", "into", "toward", "towards", "across"}


def find_activities(doc: "Doc", article: Article, mentions: Mentions) -> list[Activity]:
    """Build-ups, deployments, exercises, flights, sites, tests, transfers, withdrawals and uses of force."""
    parties = Parties(mentions)
    found: list[Activity] = []
    for sentence in doc.sents:
        if sentence.root.dep_ == "gap":
            continue
        drafts = [a for rule in RULES for a in rule(sentence, article, mentions, parties)]
        for draft in _outermost(drafts):
            if found and draft.partners and _same_again(draft, found[-1]):
                found[-1] = _joined(found[-1], draft)
            elif draft.holder or draft.quantity or draft.place:
                found.append(draft)
    return found


def by_cue(sentence: "Tokens", article: Article, mentions: Mentions, parties: Parties) -> Iterator[Activity]:
    """What a verb or noun of the table `en/activity_cues` tells: "Ostmark deployed two batteries"."""
    for token in sentence:
        row = _cues().get((lemma(token), token.pos_))
        if row is None or not _has_needed(token, row["needs"]) or _is_purpose(token):
            continue
        what: ActivityWhat = row["what"]  # type: ignore[assignment]  # the loader's test checks the vocabulary
        if token.lower_ == "pulled" and not any(c.lower_ in {"back", "out"} for c in token.children):
            continue
        holders = _holders(token, parties)
        if _is_topic(token) and not _owners(token, parties):
            continue
        partners = _partners(token, parties, holders)
        if what == "exercise" and (partners or len(holders) > 1 or _is_joint(token)):
            what = "joint exercise"
        yield from _records(what, token, holders, partners, (sentence, article, mentions))


def stationed(sentence: "Tokens", article: Article, mentions: Mentions, parties: Parties) -> Iterator[Activity]:
    """Forces that stand somewhere: "Ostmark has 400 soldiers at the dam", "troops along the border"."""
    for token in sentence:
        if _force_class(token) != "force" or lemma(token) in {"unit", "vehicle", "equipment", "system"}:
            continue
        counted = any(c.dep_ == "nummod" for c in token.children)
        verb = token.head
        owned = token.dep_ == "dobj" and lemma(verb) in {"have", "keep", "maintain", "hold"}
        there = token.dep_ == "attr" and lemma(verb) == "be"
        gathered = any(
            c.dep_ == "acl" and lemma(c) in {"mass", "amass", "gather", "deploy", "station"} for c in token.children
        )
        placed = next((c for c in token.children if c.dep_ == "prep" and c.lower_ in _LOCATIVE), None)
        if not (owned or there) or not (counted or gathered) or not (placed or gathered):
            continue
        if any((lemma(c), c.pos_) in _cues() for c in token.children if c.dep_ == "acl") and not owned:
            continue
        holders = [p for s in subjects(verb) if (p := parties.of(s)) is not None] if owned else _holders(token, parties)
        yield from _records("build-up", token, holders, [], (sentence, article, mentions))


def sites(sentence: "Tokens", article: Article, mentions: Mentions, parties: Parties) -> Iterator[Activity]:
    """A site or system at a place, and whether it stands: "there is a radar site in Varenia"."""
    for token in sentence:
        if lemma(token) not in _SYSTEMS or not ({lemma(c) for c in token.lefts} & _ARMED) or token.dep_ == "compound":
            continue
        system = _system_name(token, article)
        holders = [p for c in token.children if c.dep_ == "poss" and (p := parties.of(c)) is not None]
        place = _place(token, mentions, limit=token)
        state = _site_state(token)
        if place is not None and state is not None:
            yield _site(sentence, article, token, system, place, state, holders)
        for other in _others(token, sentence):
            place = _place(other, mentions, limit=other)
            state = _site_state(other)
            if place is not None and state is not None:
                yield _site(sentence, article, other, system, place, state, holders)


RULES = (by_cue, stationed, sites)


def _same_again(later: Activity, earlier: Activity) -> bool:
    """ "These exercises include ..." goes on about the exercises told last."""
    first = later.spans[0].text.split(maxsplit=1)[0].lower()
    return first in {"these", "those", "such", "they"} and "exercise" in earlier.what and "exercise" in later.what


def _joined(earlier: Activity, later: Activity) -> Activity:
    partners = tuple(dict.fromkeys((*earlier.partners, *later.partners)))
    return msgspec.structs.replace(
        earlier, what="joint exercise", partners=partners, plover="COOPERATE", spans=(*earlier.spans, *later.spans)
    )


def _outermost(drafts: list[Activity]) -> list[Activity]:
    """Activities of one sentence without those that lie in another one of the same kind and holder."""
    kept: list[Activity] = []
    for draft in sorted(drafts, key=lambda a: (a.holder is None, a.begins_at - a.ends_at)):
        around = (k for k in kept if k.begins_at <= draft.begins_at and draft.ends_at <= k.ends_at)
        if not any(k.what == draft.what and (draft.holder in {None, k.holder}) for k in around):
            kept.append(draft)
    return kept


@cache
def _cues() -> dict[tuple[str, str], dict[str, str]]:
    return {(row["lemma"], row["pos"]): row for row in table("en/activity_cues")}


@cache
def _force_nouns() -> dict[str, str]:
    return {row["lemma"]: row["class"] for row in table("en/force_nouns")}


def _force_class(token: "Token") -> str | None:
    return _force_nouns().get(lemma(token)) if token.pos_ in {"NOUN", "PROPN"} else None


def _objects(token: "Token") -> "list[Token]":
    """What the verb or noun acts on: objects, passive subjects, nouns after "of", and their conjuncts."""
    heads = [c for c in token.children if c.dep_ in {"dobj", "nsubjpass"} or (c.dep_ == "compound")]
    heads += [
        g for c in token.children if c.dep_ == "prep" and c.lower_ == "of" for g in c.children if g.dep_ == "pobj"
    ]
    heads += [c for c in token.children if c.dep_ == "nsubj" and lemma(token) == "fly"]
    if token.dep_ in {"acl", "relcl"}:
        heads.append(token.head)
    return [h for head in heads for h in (head, *head.conjuncts)]


def _has_needed(token: "Token", needs: str) -> bool:
    if not needs:
        return True
    if needs == "military":
        around = {lemma(t) for t in subtree(token)} | {lemma(t) for t in token.head.lefts}
        clause = {lemma(t) for t in token.sent}
        plural = token.tag_ == "NNS"
        armed = around & words("en/military_words")
        return token.dep_ != "compound" and bool(armed or (plural and clause & {"troop", "military", "nato", "army"}))
    classes = {c for o in _objects(token) for t in (o, *o.lefts) if (c := _force_class(t))}
    accepted = {"force": {"force", "weapon", "aircraft"}, "weapon": {"weapon"}, "aircraft": {"aircraft"}}[needs]
    return bool(classes & accepted)


def _is_purpose(token: "Token") -> bool:
    """ "designed to take down missiles" tells what something is for, and no event."""
    return any(lemma(a) in _PURPOSE and a.tag_ == "VBN" for a in token.ancestors)


def _is_topic(token: "Token") -> bool:
    """ "talks on military exercises": what is talked about need not take place."""
    return any(lemma(a) in _TOPIC for a in token.ancestors)


def _is_joint(token: "Token") -> bool:
    return any(lemma(c) in {"joint", "multinational", "combined"} for c in token.children)


def _holders(token: "Token", parties: Parties) -> list[Party]:
    """Whose forces act: possessor, modifier, subject of the verb, agent of a passive."""
    if token.pos_ != "VERB":
        if own := _owners(token, parties):
            return own
        named = [p for o in _objects(token) for p in parties.within(o)][:1]
        verb = clause_verb(token)
        subject_of = [
            p for s in (subjects(verb) if verb is not None else []) if s is not token for p in parties.all_of(s)
        ]
        return subject_of or named
    if passive(token):
        agents = [g for c in token.children if c.dep_ == "agent" for g in c.children]
        return [p for g in agents for p in parties.all_of(g)]
    return [p for s in subjects(token) for p in parties.all_of(s)]


def _owners(token: "Token", parties: Parties) -> list[Party]:
    """Whose a noun says it is: "NATO exercises", "Ostmark's drills", "drills by Ostmark"."""
    own = [p for c in token.lefts if c.dep_ in {"poss", "amod", "compound"} for p in parties.all_of(c)]
    by = [c for c in token.children if c.dep_ == "prep" and c.lower_ in {"by", "between"}]
    return own or [p for prep in by for g in prep.children if g.dep_ == "pobj" for p in parties.all_of(g)]


def _partners(token: "Token", parties: Parties, holders: list[Party]) -> list[str]:
    """Who takes part beside the holder: "drills with Varenia, which involve coast guard units"."""
    heads = [g for c in token.children if c.dep_ == "prep" and c.lower_ in {"with", "alongside"} for g in c.children]
    clauses = [c for c in token.children if c.dep_ == "relcl" and lemma(c) in _PARTNERS]
    if token.dep_ == "nsubj" and lemma(token.head) in _PARTNERS:
        clauses.append(token.head)
    heads += [g for c in clauses for g in c.children if g.dep_ == "dobj"]
    names = {p.side for p in holders}
    return [p.side for h in heads for p in parties.within(h) if p.side not in names]


def _records(
    what: ActivityWhat,
    token: "Token",
    holders: list[Party],
    partners: list[str],
    where: tuple["Tokens", Article, Mentions],
) -> Iterator[Activity]:
    sentence, article, mentions = where
    verb = clause_verb(token)
    place = _place(token, mentions, limit=verb if verb is not None else token)
    flags, state = _state(token, verb, what)
    each: list[Party | None] = [*holders] or [None]
    for holder in each:
        plover = PLOVER.get(what)
        if what == "withdrawal" and "planned" in flags:
            plover = "CONCEDE"  # an announced withdrawal is a verbal concession (PLOVER manual, auxiliary modes)
        yield Activity(
            spans=(_cut(article, _phrase(token)),),
            rule=f"activity.{what.replace(' ', '-')}.{lemma(token)}",
            score=SCORES[token.pos_ if token.pos_ in SCORES else "NOUN"],
            flags=flags,
            what=what,
            holder=holder.side if holder else None,
            partners=tuple(dict.fromkeys(partners)),
            quantity=_count(token, mentions),
            place=place,
            start=time_in(sentence, mentions, near=token),
            state=state,
            plover=None if "hypothetical" in flags or "negated" in flags else plover,
        )


def _site(
    sentence: "Tokens",
    article: Article,
    token: "Token",
    system: str,
    place: str,
    state: ActivityState,
    holders: list[Party],
) -> Activity:
    return Activity(
        spans=(_cut(article, trimmed(sentence.doc, token.left_edge.i, max(token.right_edge.i, token.i) + 1)),),
        rule="activity.site",
        score=SCORES["SITE"],
        what="site",
        holder=holders[0].side if holders else None,
        system=system,
        place=place,
        state=state,
        flags=("planned",) if state in {"proposed", "planned"} else (),
    )


def _others(token: "Token", sentence: "Tokens") -> "list[Token]":
    """Further ones of the same kind: "and another being built in Ostmark"."""
    pronouns = [
        t for t in sentence if t.i > token.i and t.lower_ in {"another", "others", "second"} and t.dep_ != "det"
    ]
    return [*(c for c in token.conjuncts if c.i > token.i and _force_class(c) is None), *pronouns]


def _system_name(token: "Token", article: Article) -> str:
    """The system's proper name where it has one, else the noun phrase without article."""
    proper = [t for t in token.lefts if t.pos_ == "PROPN"]
    proper = [g for t in proper for g in t.subtree if g.pos_ == "PROPN"]
    if proper:
        return article.text[proper[0].idx : proper[-1].idx + len(proper[-1])]
    first = next((t for t in token.lefts if t.pos_ != "DET"), token)
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
    if modal_of(verb) is not None or tense(verb) == "future":
        return "proposed"
    return "operating" if lemma(verb) in _STANDING else None


def _progressive(verb: "Token") -> bool:
    return verb.tag_ == "VBG" or any(c.lower_ == "being" for c in verb.children)


def _state(token: "Token", verb: "Token | None", what: ActivityWhat) -> tuple[tuple[Flag, ...], ActivityState | None]:
    if verb is None:
        return (), None
    chain = [verb, *(a for a in verb.ancestors if a.pos_ in {"VERB", "AUX"} and verb.dep_ in {"xcomp", "conj"})]
    if negated(token) or negated(verb):
        return ("negated",), "denied"
    conditional = any(c.dep_ == "mark" and c.lower_ in {"if", "unless", "whether"} for v in chain for c in v.children)
    possible = any(modal_of(v) in {"could", "would", "might", "may", "can", "should"} for v in chain)
    hoped = any(lemma(c) in {"potential", "possible", "imminent", "feared"} for c in token.children)
    if conditional or possible or hoped:
        return ("hypothetical",), None
    if any(tense(v) == "future" for v in chain) or any(lemma(c) in {"planned", "upcoming"} for c in token.children):
        return ("planned",), "planned"
    if token.pos_ == "NOUN" and tense(verb) == "present" and what in {"exercise", "joint exercise", "flight"}:
        return (), "under way"
    return (), "done" if tense(verb) == "past" else "under way"


def _phrase(token: "Token") -> "Tokens":
    """The clause part that tells it: the verb with object and place, or the whole noun phrase."""
    parts = [
        c for c in token.children if c.dep_ in {"dobj", "prep", "prt", "nsubj", "nsubjpass", "aux", "auxpass", "agent"}
    ]
    if token.pos_ == "VERB":
        start = min([token.i, *(c.left_edge.i for c in parts)])
        end = max([token.i, *(c.right_edge.i for c in parts)])
        return trimmed(token.doc, start, end + 1)
    return subtree(token)


_CLAUSE_PARTS = {"dobj", "prep", "prt", "nsubj", "nsubjpass", "aux", "auxpass", "agent"}


def _place(token: "Token", mentions: Mentions, *, limit: "Token") -> str | None:
    """The place of a locative phrase that hangs on the token or on the verb of its clause, as the text has it."""
    for head in dict.fromkeys((token, limit, *_objects(token), *(c for c in token.children if c.dep_ == "acl"))):
        for prep in head.children:
            if prep.dep_ not in {"prep", "advmod"} or prep.lower_ not in _LOCATIVE:
                continue
            for pobj in prep.children:
                if pobj.dep_ == "pobj" and (name := _place_name(pobj, mentions.places)):
                    return name
    return None


def _place_name(pobj: "Token", places: tuple[Place, ...]) -> str | None:
    """The noun phrase of a place: "the borders of Varenia" where the head is common, else the toponym."""
    phrase = subtree(pobj)
    inside = [p for p in places if phrase.start_char <= p.begins_at and p.ends_at <= phrase.end_char]
    if pobj.ent_type_ in {"GPE", "LOC", "FAC"} or any(p.begins_at <= pobj.idx < p.ends_at for p in inside):
        head = next((p for p in inside if p.begins_at <= pobj.idx < p.ends_at), None)
        return head.spans[0].text if head else pobj.text
    if inside or lemma(pobj) in {"border", "frontier", "coast", "territory", "region"}:
        return phrase.text
    return None


def _count(token: "Token", mentions: Mentions) -> Count | None:
    """The quantity in the phrase of the token or its objects."""
    ranges = [_range(_phrase(token)), *(_range(subtree(o)) for o in _objects(token))]
    for quantity in mentions.quantities:
        if quantity.class_ in {"duration", "money", "distance"}:
            continue
        if any(start <= quantity.begins_at and quantity.ends_at <= end for start, end in ranges):
            return _as_count(quantity)
    return None


def _range(tokens: "Tokens") -> tuple[int, int]:
    return tokens.start_char, tokens.end_char


def _as_count(quantity: Quantity) -> Count:
    return Count(
        lower=quantity.lower,
        upper=quantity.upper,
        unit=quantity.unit,
        modifier=quantity.modifier,
        find=quantity.id or None,
    )


def _cut(article: Article, tokens: "Tokens") -> Span:
    return cut(article.text, tokens.start_char, tokens.end_char)
