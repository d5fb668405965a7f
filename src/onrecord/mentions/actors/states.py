"""States and bodies by name: whether a name acts, as a government or as a people, or is a mere place."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.data import table
from onrecord.mentions.actors.names import Hit, head_of, is_state
from onrecord.mentions.metonyms import reading_of_name
from onrecord.model import Actor, Article, cut
from onrecord.model.vocabulary import ActorReading

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def named_actor(doc: "Doc", article: Article, hit: Hit) -> Iterator[Actor]:
    """The actor a name from the tables stands for at this place, if it acts there at all."""
    token = head_of(doc, hit)
    match hit.name.form:
        case "capital":
            if reading_of_name(token, "capital") == "government":
                yield _state(article, hit, "government", rule="seat of government", score=0.85)
        case "name":
            meant = reading_of_name(token, "name")
            if meant != "place":
                yield _state(article, hit, meant, rule="state", score=0.9)
        case "people":
            yield _state(article, hit, people_reading(token), rule="people", score=0.85)
        case "adjective" if not _is_language(token):
            if token.pos_ in {"NOUN", "PROPN"} and token.dep_ not in {"compound", "amod", "poss", "nmod", "npadvmod"}:
                yield _state(article, hit, people_reading(token), rule="people", score=0.75)
            else:
                acts = reading_of_name(token, "adjective") == "government"
                yield _state(article, hit, "government" if acts else "people", rule="adjective", score=0.85)
        case "institution":
            yield Actor(
                spans=(cut(article.text, hit.start, hit.end),),
                rule="institution",
                score=0.9,
                actor=hit.name.actor or hit.name.institution,
                type="institution",
                reading="institution",
                institution=hit.name.institution,
                state=hit.name.actor,
            )
        case "organisation":
            yield Actor(
                spans=(cut(article.text, hit.start, hit.end),),
                rule="organisation",
                score=0.95,
                actor=hit.name.actor,
                type="organisation",
                reading="organisation",
                members=members_on(hit.name.actor or "", article.published.date if article.published else None),
            )
        case "outlet":
            yield Actor(
                spans=(cut(article.text, hit.start, hit.end),),
                rule="outlet",
                score=0.9,
                actor=hit.name.actor,
                type="outlet",
                reading="outlet",
            )
        case "group":
            acts = token.dep_ != "amod" or reading_of_name(token, "adjective") == "government"
            if _opens_name(token) and (not acts or hit.name.surface == "Western"):
                return
            yield Actor(
                spans=(cut(article.text, hit.start, hit.end),),
                rule="group",
                score=0.8,
                actor=hit.name.actor,
                type="group",
                reading="group" if acts else "people",
                members=members_on(hit.name.actor or "", article.published.date if article.published else None),
            )


def _state(article: Article, hit: Hit, reading: ActorReading, *, rule: str, score: float) -> Actor:
    one = hit.name.actor
    return Actor(
        spans=(cut(article.text, hit.start, hit.end),),
        rule=rule,
        score=score,
        actor=one,
        type="state" if one is None or is_state(one) else "organisation",
        reading=reading,
        state=one if is_state(one) else None,
        candidates=() if one else hit.name.candidates,
    )


def _opens_name(token: "Token") -> bool:
    """ "Western Ostmark", "the European Chess Championship"."""
    return token.i + 1 < len(token.doc) and token.nbor().pos_ == "PROPN" and token.nbor().text[:1].isupper()


def people_reading(token: "Token") -> ActorReading:
    """ "the Russians" negotiate as a government; Russians live as a people."""
    definite = any(c.lower_ == "the" for c in token.children)
    counted = any(c.dep_ in {"nummod", "amod", "relcl"} for c in token.children)
    acts = reading_of_name(token, "capital") == "government"  # as of a capital: only where the sentence shows it
    return "government" if definite and not counted and acts else "people"


def _is_language(token: "Token") -> bool:
    """ "spoke in Polish", "speaks Polish and Czech", "a Polish-language paper"."""
    if token.i + 2 < len(token.doc) and token.nbor().text == "-" and token.nbor(2).lower_ in {"language", "speaking"}:
        return True
    while token.dep_ == "conj" and token.head != token and token.head.pos_ in {"PROPN", "ADJ", "NOUN"}:
        token = token.head
    if any(c.dep_ == "det" and c.lower_ != "both" for c in token.children):
        return False
    if token.dep_ == "dobj":
        return token.head.lemma_ in {"speak", "learn", "teach", "study"}
    return token.dep_ == "pobj" and token.head.lower_ in {"in", "into"} and token.pos_ == "PROPN"


def members_on(organisation: str, day: str | None) -> tuple[str, ...]:
    """Members of the organisation on that day, as far as a table has them; none for an unknown day."""
    if day is None:
        return ()
    rows = (r for r in table("en/members") if r["organisation"] == organisation)
    return tuple(
        sorted(
            m
            for r in rows
            if r["since"] <= day and (not r["until"] or day <= r["until"] + "~")
            for m in _member_ids(r["members"])
        )
    )


def _member_ids(cell: str) -> list[str]:
    return [cell] if cell in {"African Union"} else cell.split()
