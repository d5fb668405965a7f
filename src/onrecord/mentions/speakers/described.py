"""Sources that are described: by an office or an epithet of somebody named, or as people without a name."""

from typing import TYPE_CHECKING

import msgspec

from onrecord.mentions.actors.roles import FORMER, is_title_word
from onrecord.mentions.source_nouns import OF_THINGS, Source, described
from onrecord.mentions.speakers.heard import Heard
from onrecord.mentions.speakers.holders import (
    belongs,
    heads_of_state,
    holds,
    may_be_of,
    may_hold,
    of_title,
    to_be_named,
)
from onrecord.mentions.speakers.people import People
from onrecord.mentions.speakers.several import joined
from onrecord.model import Attribution, Speaker
from onrecord.syntax import lemma, noun_phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

# What news calls a politician or rich person once the name was given.
_EPITHETS = {
    "billionaire", "businessman", "candidate", "congressman", "congresswoman", "conservative", "democrat", "lawmaker",
    "legislator", "liberal", "mogul", "nominee", "politician", "republican", "socialist", "statesman", "tycoon",
    "veteran",
}  # fmt: skip
_MARKING = FORMER | {"old"}
# Endings of people by what they do: "policymakers", "investors", "columnists".
_DOERS = ("er", "or", "ist", "ant", "ee")
_SOME = {"some", "many", "others", "most", "several", "few"}
_SHARES = {"percent", "%", "quarter", "quarters", "third", "thirds", "half"}
_ANYBODY = {"each", "every", "any", "no"}


def head_of_state(heard: Heard, attribution: Attribution, source: Source | None) -> Speaker | None:
    """The one president or monarch of the article: "President Ana Berg ... the head of state said"."""
    people = heard.people
    if source is None:
        return None
    head = people.doc[source.at]
    of = next((c for c in head.rights if c.lower_ == "of"), None)
    if head.lower_ != "head" or of is None or not any(c.lower_ == "state" for c in of.children):
        return None
    if not any(c.lower_ == "the" for c in head.lefts):
        return None
    state = next((a.actor for a in people.index.inside(source.span) if a.type == "state"), None)
    found = heads_of_state(people, state)
    return people.of_person(found[0]) if len(found) == 1 else Speaker(actor=None, candidates=found)


def by_office(heard: Heard, attribution: Attribution, source: Source | None) -> Speaker | None:
    """The only person of the article with that office: "Foreign Minister Ana Berg ... the minister said".

    Of several the one heard last; with a word that narrows the office down ("the Telle senator"), nobody who may be
    another stands nearer.
    """
    people = heard.people
    if source is None or source.kind != "role":
        return None
    head = people.doc[source.at]
    if head.tag_ in {"NNS", "NNPS"} or not any(c.dep_ == "det" and c.text.casefold() == "the" for c in head.lefts):
        return None
    if joined(people, source) or heard.is_described_before(source):
        return None
    words = [t for t in noun_phrase(head) if t.i <= head.i and t.dep_ != "det" and not t.is_punct]
    narrowing = [t for t in words if t.i < head.i and t.text[:1].isupper() and not is_title_word(people.doc, t.i)]
    office = {t.lower_ for t in words if t not in narrowing}
    holders = people.holders.get(lemma(head), {})
    before = [who for who, at in holders.items() if at < source.at and holds(people, who, office)]
    before = [who for who in before if belongs(people, who, head) and may_be_of(people, who, [*narrowing, head])]
    nearest = [who for who in before if heard.is_nearest(who, head)]
    before = nearest if narrowing or nearest else before
    if len(before) == 1:
        if source.actor is not None and source.actor.type == "unnamed":
            heard.note_same(source, before[0])
        return msgspec.structs.replace(people.of_person(before[0]), same_as=(people.span_of(holders[before[0]]),))
    if before:
        return Speaker(actor=None, candidates=tuple(before))
    return of_title(people, head)


def by_epithet(heard: Heard, attribution: Attribution, source: Source | None) -> Speaker | None:
    """The one person heard just before, called otherwise: "“No,” Ana Berg said. The Ostmark Democrat added ..."

    Also "the former envoy", "the 57-year-old scientist", "the Varenian official".
    """
    people = heard.people
    if source is None or people.doc[source.at].tag_ not in {"NN", "NNP"}:
        return None
    head = people.doc[source.at]
    if not any(c.lower_ == "the" for c in head.lefts) or heard.is_described_before(source):
        return None
    who = heard.last(source.span.start)
    if who is None or who.type != "person" or who.actor is None:
        return None
    goes_on = attribution.form == "direct" and attribution.content[0].start < source.span.start
    if heard.is_another(who.actor, head, goes_on=goes_on):
        return None
    marked = lemma(head) in _EPITHETS or any(c.lower_ in _MARKING for c in head.lefts)
    if marked or _is_of_state(people, who, head):
        return who
    # "the Telle senator"
    narrowing = [c for c in head.lefts if c.text[:1].isupper() and c.dep_ in {"amod", "compound", "nmod"}]
    may_be = may_be_of(people, who.actor, narrowing) and may_hold(people, who.actor, head)
    return who if narrowing and _is_named(attribution) and may_be else None


def without_name(heard: Heard, attribution: Attribution, source: Source | None) -> Speaker | None:
    """People without a name, new or come back to: "a senior envoy", later "the envoy"."""
    people = heard.people
    if source is None or source.kind not in {"vague", "role", "spokesperson"}:
        return None
    if source.kind != "vague" and (named := to_be_named(people, source)) is not None:
        heard.note_same(source, named)
        return msgspec.structs.replace(people.of_person(named), same_as=people.persons[named].spans)
    head = people.doc[source.at]
    if "headline" in attribution.flags or people.paragraph(source.span.start) == 0:
        bare = head.tag_ in {"NN", "NNP"} and not any(c.dep_ in {"det", "nummod", "poss"} for c in head.lefts)
        if bare and source.number == 1 and not people.is_met_again(source):
            return Speaker(actor=None)  # "Ex-spy says", who is named below
    lefts = {c.lower_ for c in head.lefts}
    of_another = any(c.lower_ == "of" for c in head.rights)  # "the leader of the guild"
    told = head.lower_ in {"man", "woman"} and "the" in lefts and any(c.dep_ == "relcl" for c in head.rights)
    if told and not heard.is_described_before(source):
        return Speaker(actor=None)  # "the man who built the bridge", as the text has told
    if (_is_named(attribution) and not of_another) or ("the" in lefts and lefts & _MARKING and source.number == 1):
        return Speaker(actor=None)  # it goes back to somebody named, whoever that is
    partial = head.head.lower_ == "of"  # "some of the officials"
    if source.actor is None or source.actor.type != "unnamed" or (partial and source.actor.actor is None):
        if any(c.lower_ in _ANYBODY for c in people.doc[source.at].lefts):
            return None
        who = heard.described_by(source) if "the" in lefts else None
        return Speaker(actor=who or f"unnamed:{described(people.doc, source)}", type="unnamed")
    who = source.actor.actor or people.near(source.actor.candidates, source.span.start)
    return Speaker(
        actor=who,
        type="unnamed",
        affiliation=source.actor.affiliation or source.actor.state,
        candidates=() if who else source.actor.candidates,
    )


def people_at_large(heard: Heard, attribution: Attribution, source: Source | None) -> Speaker | None:
    """People of no role: "some", "Western policymakers", "52 percent of the voters"."""
    people = heard.people
    if source is None or source.actor is not None or source.kind not in {"crowd", "other"}:
        return None
    if source.span.text.casefold() in OF_THINGS | {"who"}:
        return None
    head = people.doc[source.at]
    if head.tag_ == "NNS" and head.lower_[:-1].endswith(_DOERS) and not head.text.isupper():
        return Speaker(actor=f"unnamed:{described(people.doc, source)}", type="unnamed")
    counted = head.lower_ in _SHARES and any(c.dep_ == "nummod" for c in head.lefts)
    if head.lower_ in _SOME or counted:
        return Speaker(actor=f"unnamed:{' '.join(source.span.text.casefold().split())}", type="unnamed")
    return None


def _is_of_state(people: People, speaker: Speaker, head: "Token") -> bool:
    """Whether a state before the noun is the speaker's: "the Varenian official"."""
    told = (people.index.at(c) for c in head.lefts)
    return any(a is not None and a.type == "state" and a.actor == speaker.affiliation for a in told)


def _is_named(attribution: Attribution) -> bool:
    return attribution.sourcing is not None and attribution.sourcing.named
