"""Whom "he" and "she" can stand for: whom the text names, whom it only describes, and who is nobody known."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.mentions.actors.surnames import leaders_named
from onrecord.mentions.source_nouns import described, read_source
from onrecord.mentions.speakers.holders import holder, only_holder, to_be_named
from onrecord.mentions.speakers.people import IN_TITLES, People
from onrecord.mentions.speakers.pronouns import (
    Choice,
    Gender,
    Mention,
    Utterance,
    gender_of,
    gender_of_name,
    resolve_pronouns,
)
from onrecord.model import Actor, Attribution
from onrecord.syntax import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

_OFFICES = {"president", "premier", "chancellor", "minister", "secretary", "governor", "king", "pope", "mayor"}


def choose_antecedents(
    people: People, attributions: Sequence[Attribution], actors: Iterable[Actor]
) -> dict[int, Choice]:
    """A choice for each he and she of the article, by token index."""
    mentions = [m for a in actors for m in _mention(people, a)]
    mentions += _strangers(people)
    mentions += _described(people, attributions)
    return resolve_pronouns(people.doc, people.layout, mentions, list(_utterances(people, attributions)))


def _mention(people: People, actor: Actor) -> list[Mention]:
    if actor.type not in {"person", "unnamed"} or (actor.actor is None and actor.reading != "person"):
        return []
    tokens = people.doc.char_span(actor.spans[0].start, actor.spans[0].end, alignment_mode="expand")
    if tokens is None or (actor.type == "unnamed" and tokens.root.tag_ in {"NNS", "NNPS"}):
        return []
    if actor.role == actor.spans[0] and _is_of_staff(people, tokens.start):
        return []
    gender = gender_of(tokens, before=people.doc[tokens.start - 1] if tokens.start else None)
    gender = gender or _gender_of_leader(actor.actor or "")
    if actor.type == "unnamed" and tokens.root.dep_ == "appos":
        return list(_apposed(people, tokens.root.head, gender))
    if actor.type == "unnamed":
        named = _set_beside(people, tokens.root) or _named_holder(people, actor, tokens.root)
        if named is not None:
            return [Mention(who=named, at=tokens.root.i, speaks=people.speaks(tokens.root))]
    met = people.introduced(actor)
    who = actor.actor or (met[0] if len(met) == 1 else None)
    known = who is not None  # "Berg" where two have that name can only keep others from being chosen
    return [
        Mention(
            who=who or f"one of {', '.join(actor.candidates)}",
            at=tokens.root.i,
            gender=gender,
            speaks=people.speaks(tokens.root),
            known=known,
            several=() if known else tuple(sorted(actor.candidates, key=lambda c: -len(people.mentions.get(c, ())))),
        )
    ]


def _is_of_staff(people: People, start: int) -> bool:
    """Whether an office is named for those who work for it: "the Office of the [President]"."""
    before = [t.lower_ for t in people.doc[max(0, start - 3) : start] if t.lower_ != "the"]
    return before[-2:] == ["office", "of"]


def _apposed(people: People, head: "Token", gender: Gender | None) -> Iterator[Mention]:
    """The name that a description is set beside, where no actor is known by it: "Ana Berg, a spokeswoman"."""
    if head.pos_ == "PROPN" and people.index.at(head) is None:
        name = " ".join([*(c.text for c in head.lefts if c.dep_ == "compound"), head.text])
        yield Mention(who=name, at=head.i, gender=gender, speaks=people.speaks(head))


def _set_beside(people: People, head: "Token") -> str | None:
    """The person whose name follows a description: "a Varenian official, Ana Berg, said"."""
    found = (people.index.at(t) for t in head.rights if t.dep_ == "appos")
    return next((a.actor for a in found if a is not None and a.type == "person"), None)


def _named_holder(people: People, actor: Actor, head: "Token") -> str | None:
    """Whom "the ambassador" is where no "an ambassador" stood before and one named person has that office."""
    first = people.mentions.get(actor.actor or "", [actor.spans[0]])[0]
    the = any(c.lower_ == "the" for c in head.lefts)
    brought_in = first.text.casefold().startswith(("a ", "an ", "one ", "another ", "some ", "two "))
    return only_holder(people, head) if the and not brought_in else None


def _strangers(people: People) -> Iterator[Mention]:
    """Holders of an office whom no actor is known to be, "the president", and other people, "a mother of two".

    So is a name that nobody is known by where it does something: "Berg complained. [Teller] denied it. He ..."
    """
    for token in people.doc:
        if token.ent_type_ == "PERSON" and token.dep_ == "nsubj" and people.index.at(token) is None:
            yield Mention(who=token.text, at=token.i, speaks=people.speaks(token), known=False)
            continue
        if token.tag_ == "NN" and (gender := gender_of([token])) is not None and _is_nobody_named(people, token):
            yield Mention(who=f"{token.lower_} {token.i}", at=token.i, gender=gender, known=False)
            continue
        if lemma(token) not in _OFFICES or token.pos_ not in {"NOUN", "PROPN"} or token.dep_ in IN_TITLES:
            continue
        actor = people.index.at(token)
        definite = any(c.dep_ == "det" and c.lower_ == "the" for c in token.lefts)
        if not definite or token.tag_ in {"NNS", "NNPS"} or (actor is not None and actor.actor is not None):
            continue
        if _set_beside(people, token) is not None:
            continue
        if (who := holder(people, token, people.id_of) or only_holder(people, token)) is not None:
            yield Mention(who=who, at=token.i, speaks=people.speaks(token))
        else:
            yield Mention(who=f"the {lemma(token)}", at=token.i, speaks=people.speaks(token), known=False)


def _is_nobody_named(people: People, token: "Token") -> bool:
    """Whether the noun is no actor, nor said of one: "Ana Berg, a mother", "Berg's wife, Lena"."""
    beside = token.dep_ in IN_TITLES or any(c.dep_ == "appos" for c in token.rights)
    return not beside and people.index.at(token) is None


def _described(people: People, attributions: Iterable[Attribution]) -> Iterator[Mention]:
    """Sources that no actor is known to be, such as "another man with a sign", to whom "he" may go back."""
    for attribution in attributions:
        source = read_source(people.doc, attribution, people.index)
        if source is None or source.actor is not None or "headline" in attribution.flags:
            continue
        if people.doc[source.at].tag_ != "NN":
            continue
        if (gender := gender_of([people.doc[source.at]])) is not None:
            who = to_be_named(people, source) or only_holder(people, people.doc[source.at])
            who = who or f"unnamed:{described(people.doc, source)}"
            yield Mention(who=who, at=source.at, gender=gender, speaks=True)


def _utterances(people: People, attributions: Iterable[Attribution]) -> Iterator[Utterance]:
    """What is said, with the head of its source."""
    for attribution in attributions:
        source = read_source(people.doc, attribution, people.index)
        if source is not None and attribution.content:
            yield Utterance(content=attribution.content, source_at=source.at)


def _gender_of_leader(surname: str) -> Gender | None:
    """By the first names of the leaders whom a surname alone stands for; none for other names."""
    found = {gender_of_name(row["name"]) for row in leaders_named(surname)} if " " not in surname else set()
    return found.pop() if len(found) == 1 else None
