"""Sources that are several or no person: "Berg and Teller", "the two leaders", "they", "it"."""

from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from onrecord.mentions.source_nouns import Source, describes_again, has_two_offices, named_actor, read_source
from onrecord.mentions.speakers.heard import Heard
from onrecord.mentions.speakers.people import NEAR_PARAGRAPHS, People
from onrecord.model import Actor, Span, Speaker
from onrecord.syntax import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

# Two people of these kinds are the two named last: "the two leaders", "both presidents".
_TOGETHER = {
    "author",
    "interlocutor",
    "leader",
    "president",
    "minister",
    "premier",
    "chancellor",
    "man",
    "woman",
    "secretary",
    "diplomat",
}
_DESCRIBING = {"amod", "compound", "poss", "nmod", "prep", "relcl"}
_BODIES = {"state", "institution", "organisation", "outlet"}
_TITLES = {"PROPN", "NOUN", "ADJ", "DET", "PART"}
_PLURAL = {"NNS", "NNPS"}


def coordinated(people: People, source: Source) -> tuple[str, ...]:
    """The actors joined in one source: "Berg and Teller said"."""
    actors = [named_actor(t, source.span, people.index) for t in _joined(people, source)]
    actors += _side_by_side(people, source)
    return tuple(dict.fromkeys(a.actor for a in actors if a is not None and a.actor is not None))


def _side_by_side(people: People, source: Source) -> list[Actor]:
    """Persons with nothing but "and" and titles between them, which long titles hide from the parser."""
    persons = [a for a in people.index.inside(source.span) if a.type == "person" and a.actor is not None]
    for one, other in pairwise(persons):
        between = people.doc.char_span(one.ends_at, other.begins_at, alignment_mode="contract")
        words = [t for t in between or () if not t.is_space]
        if not words or words[0].lower_ != "and" or any(t.pos_ not in _TITLES for t in words[1:]):
            return []
    return persons if len(persons) > 1 else []


def joined(people: People, source: Source) -> bool:
    """Whether another person or body is joined to the head, whoever that is: "the president and Berg"."""
    head = people.doc[source.at]
    return any(
        c.pos_ in {"PROPN", "NOUN", "PRON"}
        and source.span.start <= c.idx < source.span.end
        and c.dep_ == "conj"
        and not describes_again(c)
        for c in head.conjuncts
    ) or (head.dep_ == "conj" and source.span.start <= head.head.idx and not has_two_offices(head))


def all_unnamed(people: People, source: Source) -> bool:
    """Whether all who are joined are people without a name: "envoys and some Republicans"."""
    together = _joined(people, source)
    actors = [named_actor(t, source.span, people.index) for t in together]
    return all(t.tag_ in _PLURAL for t in together) and not any(
        a is not None and a.type in {"person", "state", "outlet", "organisation"} for a in actors
    )


def apposed(people: People, head: "Token") -> tuple[str, ...]:
    """The actors whom a noun in the plural describes: "Berg and Holt, managers who ..." """
    if head.dep_ != "appos" or head.tag_ not in _PLURAL:
        return ()
    actors = (people.index.at(t) for t in (head.head, *head.head.conjuncts) if t.i < head.i)
    return tuple(dict.fromkeys(a.actor for a in actors if a is not None and a.actor is not None))


def is_pair(head: "Token") -> bool:
    """Whether the noun is "the two leaders", "both presidents", "the ministers", with nothing that tells which."""
    if lemma(head) not in _TOGETHER or head.tag_ not in _PLURAL or head.text.isupper():
        return False
    definite = any(c.lower_ in {"the", "both"} for c in head.lefts if c.dep_ in {"det", "predet"})
    aside = any(c.text == "," for c in head.rights)  # "the two men, who have met before,"
    return definite and not any(c.dep_ in _DESCRIBING and not (aside and c.dep_ == "relcl") for c in head.children)


def pair(people: People, head: "Token") -> tuple[str, ...]:
    """The two persons named last, where "the two leaders" or "both presidents" are meant; else nobody."""
    if not is_pair(head):
        return ()
    least = people.paragraph(head.idx) - NEAR_PARAGRAPHS
    last: dict[str, None] = {}
    for start, who in people.persons_before(head.idx):
        if len(last) == 2 or people.paragraph(start) < least:
            break
        last[who] = None
    return tuple(last) if len(last) == 2 else ()


def they(heard: Heard, at: int, said: tuple[Span, ...] = ()) -> Speaker:
    """The people or body that was the last subject, not one in what they `said` themselves.

    An earlier "they" hands on whom it stood for.
    """
    chain: list[int] = []
    while (found := heard.they(at)) is None:
        chain.append(at)
        subject = last_subject(heard.people, at, said)
        if subject is None or subject.lower_ != "they":
            found = _stood_for(heard.people, subject, at)
            found = found if found.actor or found.type else _of_group(heard, at) or found
            break
        at = subject.i
    heard.note_they(chain, found)
    return found


def it(people: People, at: int) -> Speaker | None:
    """The state or body that is the subject above or before: "the ministry said it hoped"."""
    pronoun = people.doc[at]
    above = (c for verb in pronoun.ancestors for c in verb.lefts if c.dep_ == "nsubj" and c.i < at)
    subject = next(above, None) or last_subject(people, at)
    actor = people.index.at(subject) if subject is not None else None
    if subject is None or actor is None or actor.type not in _BODIES or actor.actor is None:
        return None
    return msgspec.structs.replace(people.of_actor(actor), same_as=actor.spans)


def _stood_for(people: People, subject: "Token | None", at: int) -> Speaker:
    """Whom "they" stand for after that subject: people without a name or a body, not the persons of a pair."""
    if subject is None:
        return Speaker(actor=None)
    if two := pair(people, subject):
        return Speaker(actor=None, type="group", candidates=two)
    actor = people.index.at(subject)
    if actor is None and subject.pos_ == "PROPN":
        bodies = people.bodies_named(subject.lower_, subject.idx)
        actor = bodies[0] if len({b.actor for b in bodies}) == 1 else None
    if actor is not None and actor.type == "person" and not list(subject.conjuncts):
        plurals = (people.index.at(t) for t in subject.head.subtree if t.i < at and t.tag_ in _PLURAL)
        beside = {a.actor: a for a in plurals if a is not None and a.type == "unnamed"}
        actor = next(iter(beside.values())) if len(beside) == 1 else actor  # "Berg met envoys. They said ..."
    if actor is None:
        return Speaker(actor=None)
    if actor.actor is None or actor.type not in {"unnamed", "organisation", "institution", "outlet"}:
        return Speaker(actor=None, candidates=(actor.actor,) if actor.actor else actor.candidates)
    return msgspec.structs.replace(people.of_actor(actor), same_as=actor.spans)


def _of_group(heard: Heard, at: int) -> Speaker | None:
    """A source without a name that is the last subject in the plural: "officials argue that Berg ..., they said"."""
    people = heard.people
    pronoun = people.doc[at]
    quotation, paragraph = people.layout.quotation_at(pronoun.idx), people.paragraph(pronoun.idx)
    for token in reversed(people.doc[:at]):
        if people.paragraph(token.idx) < paragraph:
            return None
        if token.dep_ in {"nsubj", "nsubjpass"} and (token.tag_ in _PLURAL or list(token.conjuncts)):
            if people.layout.quotation_at(token.idx) != quotation:
                continue
            said = ((a, who) for a, who in heard.said() if who.type == "unnamed" and a.begins_at < pronoun.idx)
            sources = ((read_source(people.doc, a, people.index), who) for a, who in said)
            return next((who for source, who in sources if source is not None and source.at == token.i), None)
    return None


def _joined(people: People, source: Source) -> "list[Token]":
    head = people.doc[source.at]
    others = (c for c in head.conjuncts if source.span.start <= c.idx < source.span.end)
    return [head, *(c for c in others if not describes_again(c))]


def last_subject(people: People, at: int, said: tuple[Span, ...] = ()) -> "Token | None":
    """The last subject of a main clause before the token in its paragraph, outside quotations and what is `said`."""
    paragraph = people.layout.paragraph_at(people.doc[at].idx)
    first = paragraph.start if paragraph is not None else 0
    for i in range(at - 1, -1, -1):
        token = people.doc[i]
        if token.idx < first:
            return None
        verb = token.head
        while verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"} and verb.head.i < verb.i:
            verb = verb.head
        if token.dep_ not in {"nsubj", "nsubjpass"} or people.layout.quotation_at(token.idx) is not None:
            continue
        if any(s.start <= token.idx < s.end for s in said):
            continue
        beside = verb.head.i == people.doc[at].head.i  # the parser hangs the sentence before on "they said"
        if verb.dep_ not in {"relcl", "acl", "advcl", "ccomp"} or (verb.dep_ == "ccomp" and beside):
            return token
    return None
