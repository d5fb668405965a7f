"""What verbs and nouns of the table `en/activity_cues` tell: who moved, trained, tested, struck."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from onrecord.data import table, words
from onrecord.model import Activity, Article, Mentions, Time, Trigger, cut
from onrecord.model.vocabulary import ActivityWhat
from onrecord.records.activities.carriers import SIZES, carrier_of, stopped
from onrecord.records.activities.circumstances import (
    MET,
    counted_in,
    direction_of,
    force_class,
    force_of,
    is_target,
    objects,
    phrase_of,
    place_of,
    plain_words,
)
from onrecord.records.activities.denials import is_doubtful
from onrecord.records.activities.history import end_of, ending, goes_on, is_dated, is_history, is_still_to_come, time_of
from onrecord.records.activities.needs import EVERYDAY, has_needed, is_figurative, is_plain_life
from onrecord.records.activities.owners import BLOWS, owners, partners_of, subjects_of
from onrecord.records.activities.states import is_perfect, is_settled, over, told_of
from onrecord.records.activities.whose import is_invaders_own, is_joint, pointed_to, sides_struck, whose
from onrecord.records.parties import Parties, Party
from onrecord.records.plover import OF_ACTIVITIES
from onrecord.syntax import clause_verb, infinitive, lemma, negated, owned, passive, subjects, tense

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

SCORES = {"VERB": 0.75, "NOUN": 0.65}
# Share from which the tagger tells an activity that no cue tells.
LEAST = 0.5
# The same of one that a cue tells, but without what the table wants beside it.
LEAST_OF_CUE = 0.3
_EXERCISES: set[ActivityWhat] = {"exercise", "joint exercise"}
_PLAIN = {"use of force", "exercise", "joint exercise"}

_STRUCK_ONCE = {"strike", "airstrike", "raid", "shelling", "bombing", "bombardment", "annexation"}
_OF_ARMIES = words("en/military_words") | {"security", "defense", "defence", "defensive", "lethal"}
_TRIED = {"try", "attempt", "begin", "start", "continue", "halt", "suspend", "cancel", "postpone", "stop", "pause"}
_TRIALS = {"test", "testing", "exercise", "drill", "training", "trial", "practice"}
_TAKES = {"occupy", "seize", "capture", "take", "hold"}
_OFFICES = {
    "position", "post", "office", "seat", "power", "initiative", "opportunity", "chance", "moment", "asset",
    "yacht", "fund",
}  # fmt: skip
_JUDGED = {"crime", "wrong", "hard", "difficult", "illegal", "unlawful", "easy", "impossible", "mistake"}
_PURPOSE = {"design", "intend", "mean", "aim", "use"}
_TOPIC = {
    "discuss", "cover", "negotiate", "negotiation", "restriction", "restrict", "limit", "scope", "talk", "issue",
    "topic", "address", "ban", "curb", "constraint", "proposal", "agreement", "discussion", "transparency", "treaty",
    "non-proliferation", "moratorium", "resolution", "law", "bill", "meeting", "dialogue", "consultation",
}  # fmt: skip


def by_cue(sentence: "Tokens", article: Article, mentions: Mentions, parties: Parties) -> Iterator[Activity]:
    """What a verb or noun tells, by the table or the tagger: "Ostmark deployed two batteries", "Ostmark's drills"."""
    for token in sentence:
        trigger = parties.trigger_at(token)
        what, share = _what(token, mentions, trigger)
        if what is None or _is_purpose(token) or _is_attribute(token):
            continue
        own = owners(token, parties)
        carrier = carrier_of(token)
        if not own and not owned(token) and _is_topic(token):
            continue
        lasting = token.dep_ == "nsubj" and carrier is not None and negated(carrier)  # "the shelling does not stop"
        if stopped(token, carrier) and not lasting and what not in {"exercise", "joint exercise", "transfer", "test"}:
            continue
        holders, of_record = whose(token, what, (article, mentions), parties)
        partners = partners_of(token, carrier, parties, holders) if what == "exercise" else []
        if not (holders or partners or lasting):
            holders = pointed_to(token, what, trigger, parties)
        if what == "use of force" and holders:
            struck = sides_struck(token, parties)
            holders = [h for h in holders if h.side not in struck]
        if what == "exercise" and (partners or len(holders) > 1 or is_joint(token)):
            what = "joint exercise"
        if lemma(token) == "enter" and any(lemma(o) == "airspace" for o in objects(token)):
            what = "flight"
        if what == "test" and _at_somebody(token, mentions):
            what = "use of force"
        if what == "deployment" and lemma(token) == "send" and _is_handed_over(token):
            what = "transfer"
        for record in records(what, token, holders, partners, (article, mentions)):
            everyday = _is_everyday(token, mentions) if share is None else _may_be_everyday(token)
            if everyday and not is_plain(record, token, carrier):
                continue
            if record.place and is_invaders_own(token, holders, (article, mentions), parties):
                record = msgspec.structs.replace(record, place=None)
            if of_record:
                record = msgspec.structs.replace(record, rule=f"activity.of-record.{lemma(token)}")
            elif share is not None:
                record = msgspec.structs.replace(record, rule=f"activity.learned.{lemma(token)}", score=share)
            elif trigger is not None and (agreed := trigger.activities.get(what, 0)) > record.score:
                record = msgspec.structs.replace(record, score=round(agreed, 2))
            if record.what == "site" and record.state in {"under way", "done"}:  # a site stands, or is being built
                built = any(c.lower_ == "being" for c in token.children)
                record = msgspec.structs.replace(record, state="under construction" if built else "operating")
            yield record


def _what(token: "Token", mentions: Mentions, trigger: Trigger | None) -> tuple[ActivityWhat | None, float | None]:
    """What the word tells, with the tagger's share where only the tagger tells it."""
    what, share = _told_by(token, mentions, trigger)
    if what == "use of force" and _is_disarmament(token):
        return "withdrawal", share
    if what == "use of force" and (_is_of_a_trial(token) or _is_of_office(token, mentions)):
        return None, None
    if _is_any_such(token, what):
        return None, None
    if what == "test" and token.pos_ == "NOUN" and token.dep_ in {"compound", "nmod"}:
        return None, None  # "a weapons testing range"
    kept = what == "withdrawal" and lemma(token) in {"keep", "maintain", "retain", "stay", "remain"}
    return (None, None) if kept else (what, share)


def _is_disarmament(token: "Token") -> bool:
    """ "Destroyed its declared chemical weapons", "its own guns", "400 missiles under the treaty": one's own arms."""
    arms = [o for o in objects(token) if force_class(o) == "weapon" or lemma(o) in {"stockpile", "arsenal", "gas"}]
    if lemma(token) not in {"destroy", "eliminate", "liquidate"} or not arms:
        return False
    agents = [g for c in token.children if c.dep_ == "agent" for g in c.children]
    if any(force_class(d) for d in (agents if passive(token) else subjects_of(token))):
        return False
    words_of = [c for o in objects(token) for c in o.lefts]
    if any(c.dep_ == "poss" and c.lower_ not in {"its", "their"} for c in words_of):
        return False
    its = {c.lower_ for c in words_of}
    own = "own" in its or "declared" in its
    own |= token.dep_ not in {"conj", "advcl"} and "its" in its and bool(its & {"chemical", "biological"})
    under = (c for t in (token, *arms) for c in t.children if c.lower_ == "under")
    own |= any(lemma(g) in {"treaty", "convention"} for c in under for g in c.children)
    return own and not any(lemma(t) in BLOWS for t in token.sent)


def _is_of_a_trial(token: "Token") -> bool:
    """ "The missile hit its target in the test"."""
    if lemma(token) not in {"hit", "strike"} or all(lemma(o) != "target" for o in objects(token)):
        return False
    return any(lemma(g) in _TRIALS for c in token.children if c.lower_ in {"in", "during"} for g in c.children)


def _is_of_office(token: "Token", mentions: Mentions) -> bool:
    """ "Occupied the post of chairman", "seized power", "seized the assets"; but no force does, and at no place."""
    taken = [o for o in objects(token) if lemma(o) in _OFFICES] if lemma(token) in _TAKES else []
    if not taken or any(force_class(s) for s in subjects_of(token)) or place_of(token, mentions):
        return False
    of = {g.lower_ for o in taken for c in o.children if c.lower_ == "of" for g in c.children}
    plain = lemma(token) != "occupy" and all(lemma(o) in {"position", "post"} for o in taken)
    return bool(of & words("en/role_words")) or not plain


def _is_any_such(token: "Token", what: ActivityWhat | None) -> bool:
    """ "It is a crime to attack a port", "an attack on one is an attack on all": said of any."""
    if token.pos_ == "NOUN":
        against = (g for c in token.children if c.lower_ in {"on", "against"} for g in c.children)
        theirs = any(c.dep_ == "poss" or c.ent_type_ in {"GPE", "NORP"} for c in token.lefts)
        bare = any(g.lower_ in {"one", "any", "all"} and g.right_edge == g for g in against)
        return bare and what == "use of force" and not theirs
    judged = token.head.head if token.head.dep_ in {"attr", "acomp"} else token.head
    to = token.tag_ == "VB" and infinitive(token)
    if not to or lemma(judged) != "be" or all(c.lower_ != "it" or c.i > judged.i for c in judged.children):
        return False
    return any(c.dep_ in {"attr", "acomp"} and lemma(c) in _JUDGED for c in judged.children)


def _told_by(token: "Token", mentions: Mentions, trigger: Trigger | None) -> tuple[ActivityWhat | None, float | None]:
    """What the word tells by the table; else by the tagger, with its share."""
    row = _row(token, mentions)
    if row is not None:
        return row["what"], None  # type: ignore[return-value]  # the loader's test checks the vocabulary
    if trigger is None or not trigger.activities or is_figurative(token) or _is_name(token):
        return None, None
    if token.pos_ == "VERB" and is_plain_life(token, mentions):
        return None, None
    if token.dep_ == "acl" and force_class(token.head) and lemma(token.head.head) == "have":
        return None, None  # "has 90,000 troops encircling Varenia"
    what, share = max(trigger.activities.items(), key=lambda a: a[1])
    kinds = {what}
    if what in _EXERCISES:  # whose it is tells which of them
        kinds, share = _EXERCISES, sum(trigger.activities.get(k, 0) for k in _EXERCISES)
    if _only_leads_to(token, mentions):
        return None, None
    if what in {"transfer", "test"} and not _is_among_arms(token, what):
        return None, None  # help and tests of civil life
    if what == "withdrawal" and any(c.lower_ == "from" for c in token.children):
        return None, None  # of a treaty: out of a place the table has it
    told = any(row["what"] in kinds and row["needs"] not in EVERYDAY for row in _rows(token)) and (
        token.pos_ == "NOUN" or what in _PLAIN
    )
    return (what, round(share, 2)) if share >= (LEAST_OF_CUE if told else LEAST) else (None, None)


def _only_leads_to(verb: "Token", mentions: Mentions) -> bool:
    """ "Plans to deploy", "no soldiers remain", "called up the troops on the phone": another word tells, or none."""
    if any(c.dep_ == "xcomp" and _row(c, mentions) is not None for c in verb.children):
        return True
    if lemma(verb) == "call":
        return any(lemma(t) in {"phone", "telephone"} for t in verb.subtree)
    stays = lemma(verb) in {"remain", "stay", "stand"}
    return stays and any(c.lower_ == "no" for s in subjects_of(verb) for c in s.lefts)


def _is_among_arms(token: "Token", what: ActivityWhat) -> bool:
    """Whether its sentence, or of a transfer the one before, tells of forces: "military aid ... They gave ..."."""
    start = token.sent.start
    near = (*token.nbor(start - 1 - token.i).sent, *token.sent) if start and what == "transfer" else tuple(token.sent)
    named = what == "test" and any(t.pos_ == "PROPN" for o in objects(token) for t in (o, *o.children))
    return named or any(lemma(t) in _OF_ARMIES or force_class(t) for t in near)


def _is_name(token: "Token") -> bool:
    """ "The war", "Ostmark's aggression": a name for all of it; "the tempo of drills": nothing beside the drills."""
    if lemma(token) == "aggression":
        return not any(c.dep_ == "prep" for c in token.children)
    if token.pos_ == "VERB":
        return lemma(token) in _TRIED  # what is tried tells it
    if token.i > token.sent.start + 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ == "de":
        return True  # "de-occupation"
    return token.pos_ == "NOUN" and (lemma(token) in SIZES or lemma(token) in {"war", "conflict", "crisis"})


def _row(token: "Token", mentions: Mentions) -> Mapping[str, str] | None:
    """The first row of the table whose particle and needs the token meets."""
    for row in _rows(token):
        particles = set(filter(None, row["particle"].split("|")))
        beside = {c.lower_ for c in token.children if c.dep_ in {"prt", "advmod", "prep"}}
        beside |= {g.lower_ for c in token.children if c.dep_ == "prep" for g in c.lefts}  # "farther from the ford"
        if (not particles or particles & beside) and has_needed(token, row["needs"], mentions):
            return row
    return None


def is_plain(record: Activity, token: "Token", carrier: "Token | None") -> bool:
    """Whether the words say it, or plainly deny it, with no doubt left."""
    return "hypothetical" not in record.flags and (record.state == "denied" or not is_doubtful(token, carrier))


def _is_everyday(token: "Token", mentions: Mentions) -> bool:
    """Whether a word of plain life tells it, of what may come too little: "could put missiles there"."""
    row = _row(token, mentions)
    return row is not None and row["needs"] in EVERYDAY


def _may_be_everyday(token: "Token") -> bool:
    """Whether the word is one of plain life, of which the tagger tells it: "it is a lie that troops are there"."""
    return token.pos_ == "AUX" or any(row["needs"] in EVERYDAY for row in _rows(token))


def _rows(token: "Token") -> list[dict[str, str]]:
    """Rows of the word, or of the word that hyphens make of it: "build-up", "pull-out"."""
    doc, i = token.doc, token.i
    if i > 1 and doc[i - 1].text in {"-", "–"} and doc[i - 1].idx + 1 == token.idx:
        whole = f"{doc[i - 2].lower_}-{lemma(token)}"
        return _cues().get((whole, "NOUN"), []) or _cues().get((whole, token.pos_), [])
    return _cues().get((lemma(token), token.pos_), [])


def is_cue(token: "Token") -> bool:
    """Whether the table has the word."""
    return (lemma(token), token.pos_) in _cues()


@cache
def _cues() -> Mapping[tuple[str, str], list[dict[str, str]]]:
    rows: defaultdict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for row in table("en/activity_cues"):
        rows[row["lemma"], row["pos"]].append(row)
    return dict(rows)


def records(
    what: ActivityWhat,
    token: "Token",
    holders: list[Party],
    partners: list[str],
    where: tuple[Article, Mentions],
) -> Iterator[Activity]:
    """One activity a holder, with force, place, count, date and state; one without holder where none is known.

    None where the words only fear, ask for or imagine it.
    """
    article, mentions = where
    carrier = carrier_of(token)
    told = told_of(token, carrier, what)
    if told is None:
        return
    flags, state = told
    words_of = phrase_of(token)
    time = time_of(token, mentions, carried=carrier is not None)
    if state == "under way" and _is_over(token, carrier, time, article):
        state = "done"
    if state == "under way" and token.pos_ == "NOUN" and is_still_to_come(token, time, article):
        flags, state = ("planned",), "planned"
    present = (carrier is not None and tense(carrier) == "present") or is_perfect(carrier) or _is_this(token)
    known = words_of.text if what == "use of force" and not present else ""
    sides: list[str | None] = list(dict.fromkeys(h.side for h in holders))
    if is_history(time or ending(token, mentions), known if is_settled(token, state) else "", sides, article):
        flags = (*flags, "historical")
    place = place_of(token, mentions, carrier=carrier, what=what)
    invaders = sides if place is None or place.islower() else []
    begun = token.pos_ == "NOUN" and (carrier is None or lemma(carrier) in {"launch", "begin", "start"})
    begun &= not _is_blow(token)
    if begun and state == "done" and (carrier or time is None) and goes_on(f"{known} {place or ''}", invaders, article):
        state = "under way"
    plover = OF_ACTIVITIES.get(what)
    if what == "withdrawal" and state == "planned":
        plover = "CONCEDE"  # an announced withdrawal is a verbal concession (PLOVER manual, auxiliary modes)
    struck = (what == "use of force" or lemma(token) in MET) and carrier is not None and passive(carrier)
    doers = subjects_of(carrier) if carrier is not None and not struck else []
    force, count = counted_in(token, mentions, what, carrier, force_of(token, what, doers))
    for side in sides or [None]:
        yield Activity(
            spans=(cut(article.text, words_of.start_char, words_of.end_char),),
            rule=f"activity.{what.replace(' ', '-')}.{lemma(token)}",
            score=SCORES.get(token.pos_, SCORES["NOUN"]),
            flags=flags,
            what=what,
            holder=side,
            partners=tuple(dict.fromkeys(partners)),
            force=plain_words(force) if force is not None else None,
            quantity=count,
            place=place,
            direction=direction_of(token, carrier, what, article, mentions),
            start=time.value if time is not None else None,
            end=end_of(token, time, article, mentions) if state != "postponed" else None,
            state=state,
            plover=None if "hypothetical" in flags or "negated" in flags else plover,
        )


def _is_over(noun: "Token", carrier: "Token | None", time: Time | None, article: Article) -> bool:
    """ "The sales of last year": its date lies behind."""
    if noun.pos_ != "NOUN" or time is None or time.end_date is None or article.published is None:
        return False
    if not is_dated(noun, time, {"in", "of", "during"}):
        return False  # "since December", "which began in June"
    past = time.end_date < article.published.date and lemma(noun) != "occupation"
    return past and (carrier is None or tense(carrier) == "past")


def _is_blow(noun: "Token") -> bool:
    """What does not go on as long as the war in which it is struck: "a missile attack"."""
    return lemma(noun) in _STRUCK_ONCE or any(force_class(c) == "weapon" for c in noun.lefts)


def _is_this(token: "Token") -> bool:
    """ "This is an act of aggression" tells of now."""
    verb = clause_verb(token)
    found = subjects(verb) if verb is not None and lemma(verb) == "be" and tense(verb) == "present" else []
    return any(s.lower_ in {"this", "it"} for s in found)


def _is_purpose(token: "Token") -> bool:
    """ "designed to take down missiles" tells what something is for, and no event."""
    return any(lemma(a) in _PURPOSE and a.tag_ == "VBN" and not is_perfect(a) for a in token.ancestors)


def _is_attribute(token: "Token") -> bool:
    """ "Occupied towns", which the parse may take for a verb without a subject."""
    clause = token.tag_ == "VBD" and token.dep_ in {"csubj", "dep"} and not any(c.dep_ == "nsubj" for c in token.lefts)
    return token.dep_ == "amod" or clause


def _is_topic(token: "Token") -> bool:
    """ "talks on military exercises": what is talked about need not take place; but "the troops massing there"."""
    return token.dep_ not in {"acl", "relcl", "advcl"} and bool(over(token) & _TOPIC)


def _at_somebody(token: "Token", mentions: Mentions) -> bool:
    """ "launched missiles at the port": what is fired at somebody, and not into the sea, is no test."""
    if lemma(token) not in {"launch", "fire"}:
        return False
    at = [c for c in token.children if c.dep_ == "prep" and c.lower_ in {"at", "on", "against", "into", "toward"}]
    aims = [g for c in at for g in c.children if g.dep_ == "pobj"]
    water = {p.begins_at for p in mentions.places if p.feature == "water"}
    shells = any(lemma(o) in {"shell", "mortar", "grenade"} for o in objects(token))  # which nobody tests
    return any(
        g.pos_ == "PRON"
        or (shells and lemma(g) not in {"water", "sea", "ocean", "air"} and g.idx not in water)
        or (is_target(g, mentions) and g.idx not in water and lemma(g) not in {"water", "sea", "ocean", "day"})
        for g in aims
    )


def _is_handed_over(token: "Token") -> bool:
    """ "sent rockets to Varenia": weapons that are sent to another are given to it."""
    to = any(c.lower_ == "to" or c.dep_ == "dative" for c in token.children)
    return to and any(force_class(c) == "weapon" for c in objects(token))
