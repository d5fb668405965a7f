"""Sources that are named: a known actor, a body by one word of its name, a name that no actor is known by."""

from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from onrecord.data import table
from onrecord.data import words as words_of
from onrecord.mentions.source_nouns import OF_THINGS, Source, is_somebody
from onrecord.mentions.speakers.heard import Heard
from onrecord.mentions.speakers.people import People
from onrecord.mentions.speakers.relatives import addressed, is_mistaken
from onrecord.mentions.speakers.several import joined
from onrecord.model import Attribution, Speaker
from onrecord.model.vocabulary import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAMED_TYPES: dict[str, ActorType] = {"PERSON": "person", "ORG": "organisation"}
_PAPERS = {"paper", "newspaper", "daily", "outlet", "magazine", "broadcaster", "network", "channel", "publication"}
_KINDS_OF_BODY = {"group", "organisation", "organization", "charity", "watchdog", "coalition", "network", "nonprofit"}
_INSIDE_NAMES = {"of", "for", "and", "the", "in", "to", "on", "without"}
_NATIONALS = frozenset(people for row in table("en/states") for people in row["people"].split("|") if people)


def by_name(heard: Heard, attribution: Attribution, source: Source | None) -> Speaker | None:
    """The actor named: "Berg said", "the Kremlin said"."""
    people = heard.people
    if source is None or source.actor is None:
        return None
    if source.kind not in {"person", "body", "outlet"} and source.actor.type != "person":
        return None
    if source.actor.type == "person" and source.span.text.casefold() in OF_THINGS:
        return Speaker(actor=None)  # "a group called Voters for Berg, which expects"
    if source.actor.type == "person" and is_mistaken(people.doc, source):
        relatives = addressed(people.doc, people.persons, source)
        if len(relatives) == 1:
            return people.of_person(relatives[0])
        return Speaker(actor=None, type="person", name=source.span.text, candidates=relatives)
    if source.actor.type == "person" and source.actor.actor is None:
        holder = heard.holder(people.doc[source.at], attribution)
        return heard.of_person(holder) if holder is not None else people.of_actor(source.actor)
    if source.actor.type == "outlet" and (whose := people.index.inside(source.span)) and whose[-1].type == "person":
        return people.of_actor(whose[-1])  # "the Courier's Ana Berg"
    if source.actor.type == "state" and (bearer := people.bearer(people.doc[source.at])) is not None:
        return Speaker(actor=bearer, type="person", name=source.span.text)
    if source.actor.type == "state" and is_somebody(people.doc[source.at]):
        return Speaker(actor=None)  # "London, who once was a clerk, said"
    if source.actor.type == "state" and people.doc[source.at].text in _NATIONALS:
        return Speaker(actor=f"unnamed:{people.doc[source.at].lower_}", type="unnamed")
    return people.of_actor(source.actor)


def by_word_of_body(heard: Heard, attribution: Attribution, source: Source | None) -> Speaker | None:
    """The one body of the article with that word in its name: "the Church", "the council", "the department"."""
    people = heard.people
    if source is None or source.actor is not None or source.span.text.casefold() in OF_THINGS | {"the house"}:
        return None
    head = people.doc[source.at]
    if head.tag_ not in {"NN", "NNP"} or [c.lower_ for c in head.lefts] != ["the"] or people.index.at(head) is not None:
        return None
    bodies = people.bodies_named(head.lower_, source.span.start)
    bodies = bodies or (people.outlet_before(source.span.start) if head.lower_ in _PAPERS else ())
    ids = tuple(dict.fromkeys(b.actor for b in bodies if b.actor is not None))
    if not ids:
        return None
    if len(ids) > 1 or len({b.institution for b in bodies}) > 1:
        return Speaker(actor=None, candidates=ids)
    return msgspec.structs.replace(people.of_actor(bodies[0]), same_as=bodies[0].spans)


def by_unknown_name(heard: Heard, attribution: Attribution, source: Source | None) -> Speaker | None:
    """A proper name that is no known actor: the person of that surname, else a body of that name."""
    people = heard.people
    if source is None or source.actor is not None or not people.doc[source.at].text[:1].isupper():
        return None
    head = people.doc[source.at]
    if source.span.text.casefold() in OF_THINGS and (source.kind == "person" or head.ent_type_ == "PERSON"):
        return None
    if head.i and head.nbor(-1).lower_ in _KINDS_OF_BODY:  # "the aid group Doctors for Peace"
        last = head
        while last.i + 1 < len(people.doc) and (last.nbor().is_title or last.nbor().lower_ in _INSIDE_NAMES):
            last = last.nbor()
        name = people.doc[head.i : last.i + 1].text
        return Speaker(actor=name, type="organisation", name=name)
    if head.ent_type_ == "ORG" and any(c.lower_ in {"a", "an", "another"} for c in head.lefts):
        return Speaker(actor=None)  # "a super PAC"
    if head.text in people.called and len(source.span.text.split()) == 1:
        return people.of_actor(people.called[head.text])
    if source.span.text == people.article.outlet:
        return Speaker(actor=source.span.text, type="outlet", name=source.span.text)
    given = {c.text for c in head.lefts if c.dep_ == "compound" and c.text in words_of("en/first_names")}
    same = tuple(who for who in people.persons if who.split()[-1] == head.text and given <= set(who.split()))
    if same:
        return people.of_person(same[0]) if len(same) == 1 else Speaker(actor=None, candidates=same)
    if given and source.span.text.split() == [*given, head.text]:
        return Speaker(actor=source.span.text, type="person", name=source.span.text)
    if head.pos_ != "PROPN" or (source.kind == "document" and head.ent_type_ != "ORG"):
        return None
    if head.ent_type_ in {"", "PERSON"} and len(fuller := people.fullest(head)) == 1 and head.i == head.left_edge.i:
        return Speaker(actor=fuller[0], type="person", name=source.span.text)
    label = attribution.cue and all(c.text.strip() == ":" for c in attribution.cue)
    if label and source.span.text == head.text and head.text.istitle() and head.ent_type_ in {"", "PERSON"}:
        return Speaker(actor=head.text, type="person", name=head.text)
    says = any(c.text[:1].isalpha() for c in attribution.cue)
    if head.ent_type_ == "" and says and source.span.text == head.text and head.text.istitle():
        return Speaker(actor=head.text, name=head.text)
    return _as_entity(people, head, source) if head.ent_type_ in _NAMED_TYPES else None


def _as_entity(people: People, head: "Token", source: Source) -> Speaker:
    """The person or body that the parser takes the name for: "Ana Berg" of "CNN's Ana Berg", "Office of Roads"."""
    if joined(people, source):
        return Speaker(actor=None, type="group", name=source.span.text)
    end = head.i + 1
    if head.ent_type_ == "ORG" and head.i + 1 < len(head.doc) and head.nbor().lower_ in {"of", "for"}:
        end = next((t.i for t in head.doc[end:] if t.ent_iob_ != "I" or t.is_punct), end)  # "Office of Roads"
    inside = [t for t in head.doc[head.left_edge.i : end] if t.ent_type_ == head.ent_type_ and t.dep_ != "det"]
    while len(inside) > 1 and any(b.i - a.i > 1 and b.i <= head.i for a, b in pairwise(inside)):
        inside.pop(0)  # "CNN's Ana Berg"
    name = "".join(t.text_with_ws for t in inside).strip()
    somebody = source.kind == "person" and not any(t.dep_ == "det" for t in head.lefts)
    kind: ActorType = "person" if somebody else _NAMED_TYPES[head.ent_type_]
    return Speaker(actor=name, type=kind, name=source.span.text)
