"""States, institutions, organisations, groups and persons."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from onrecord.mentions.actors.bodies import Body, Named, administrations, find_bodies
from onrecord.mentions.actors.counterparts import (
    is_american,
    is_of_chancellery,
    is_rank,
    state_by_title,
    state_of_office,
)
from onrecord.mentions.actors.groups import find_abbreviations, find_alliances, find_groups, find_organisations
from onrecord.mentions.actors.names import OF_STATES, Hit, by_token, is_state, known, own_bodies, scan, span_of
from onrecord.mentions.actors.persons import REGIONAL, Person, PersonMention, find_persons
from onrecord.mentions.actors.roles import Role, whole
from onrecord.mentions.actors.scenes import goes_on_to_owner
from onrecord.mentions.actors.states import named_actor
from onrecord.mentions.actors.unnamed import find_unnamed
from onrecord.mentions.actors.whose_office import with_offices_told
from onrecord.mentions.gazetteer import gazetteer, normalised
from onrecord.mentions.publishers import home_of
from onrecord.model import Actor, Article, Layout, ListedActor, Side

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Tokens

__all__ = ["find_actors"]


def find_actors(
    doc: "Doc", article: Article, layout: Layout, sides: Sequence[Side] = (), listed: Sequence[ListedActor] = ()
) -> list[Actor]:
    """Everybody in the article who can speak or act, by the ids of `Actor`.

    Names come from the tables (states, seats of government, organisations, outlets), from the article itself
    (persons with their titles) and from the file of a negotiation: the actors `listed` there, and of its `sides` the
    aliases of one that no table knows and the names of members, who count for it where the article itself does not
    say whom they serve.
    """
    hits = scan(doc, (*listed, *(s for s in sides if s.aliases or s.id not in known())))
    hits = own_bodies(doc, hits, home_of(article.outlet))
    mentions, people = find_persons(doc, by_token(hits), article.title or "")
    in_names = {i for m in mentions for i in range(m.first, m.last + 1)}
    hits = [h for h in hits if h.first not in in_names and h.last not in in_names]
    homes = frozenset(h.name.actor for h in hits if h.name.form == "institution" and h.name.actor is not None)
    named = Named(by_token(hits), {i: m for m in mentions for i in range(m.first, m.last + 1)}, people, homes)
    bodies = find_bodies(doc, article, named)
    in_bodies = {i for b in bodies for i in range(b.first, b.last + 1)}
    states = [a for h in hits if h.first not in in_bodies for a in named_actor(doc, article, h)]
    administration = _administration(bodies, people)
    alone = [m for m in mentions if m.first not in in_bodies or _possesses(doc, m)]
    persons = list(_persons(doc, article, alone, people))
    by_name = [*persons, *states, *(b.actor for b in bodies)]
    groups = list(find_groups(doc, article, by_name))
    in_titles = {i for m in mentions if m.role is not None for i in range(m.role.first, m.role.last + 1)}
    in_groups = {t.i for g in groups for t in doc.char_span(g.begins_at, g.ends_at, alignment_mode="expand") or ()}
    unnamed = find_unnamed(doc, article, named, in_titles | in_groups | in_bodies, administration=administration)
    others = find_organisations(doc, article, in_names | in_titles | in_bodies | set(by_token(hits)))
    alliances = find_alliances(article, doc, states)
    found = [*by_name, *groups, *unnamed, *others, *alliances]
    found += find_abbreviations(article, found)
    headlines = [p for p in layout.paragraphs if p.role == "headline"]
    by_title = _by_title(article)
    found = [_serving(by_title(a), sides) for a in found]
    by_office = _by_office(doc, article, found, named)
    found = [by_office(a) for a in found]
    by_words = with_offices_told(doc, article, found, named.hits)
    found = [by_words(a) for a in found]
    return [
        msgspec.structs.replace(a, flags=(*a.flags, "headline"))
        if any(p.start <= a.begins_at < p.end for p in headlines)
        else a
        for a in found
    ]


def _serving(actor: Actor, sides: Sequence[Side]) -> Actor:
    """The actor with the side whose file lists it as a member, where the article gives no state or body."""
    if actor.type != "person" or actor.state or actor.affiliation:
        return actor
    side = next((s for s in sides if actor.actor in s.members), None)
    if side is None:
        return actor
    return msgspec.structs.replace(actor, affiliation=side.id, state=side.id if is_state(side.id) else None)


def _by_title(article: Article) -> Callable[[Actor], Actor]:
    """Gives persons the state that an official text's title tells."""
    state_of = state_by_title(article)

    def with_state(actor: Actor) -> Actor:
        if actor.type != "person" or actor.actor is None or actor.state or actor.affiliation:
            return actor
        state = state_of(actor.actor)
        return msgspec.structs.replace(actor, affiliation=state, state=state) if state else actor

    return with_state


def _by_office(doc: "Doc", article: Article, found: Sequence[Actor], named: Named) -> Callable[[Actor], Actor]:
    """Gives persons without a state the one that an office of theirs is of on a state's site, or by its title.

    None where another state stands in a sentence that names them with the office.
    """
    home = home_of(article.outlet)
    american = home == "US" or (home is None and named.homes == {"US"})
    states: dict[str, str] = {}
    abroad: set[str] = set()
    regional: set[str] = set()
    for actor in found:
        if actor.type != "person" or actor.actor is None or actor.role is None or actor.state or actor.affiliation:
            continue
        office = actor.role.text
        name = doc.char_span(actor.begins_at, actor.ends_at, alignment_mode="expand")
        own = home is not None and (state_of_office(office, home) == home or is_rank(office))
        state = "US" if american and is_american(office) else home if own else None
        if state is not None:
            states.setdefault(actor.actor, state)
            if name is not None and not is_of_chancellery(office) and _is_among_others(name, state, named.hits):
                abroad.add(actor.actor)
        said = set(office.casefold().split())
        if said & REGIONAL and "bank" not in said:
            regional.add(actor.actor)

    def with_state(actor: Actor) -> Actor:
        state = states.get(actor.actor or "") if actor.type == "person" and actor.actor not in abroad else None
        if state is None or actor.state or actor.affiliation:
            return actor
        affiliation = None if actor.actor in regional else state
        return msgspec.structs.replace(actor, affiliation=affiliation, state=state)

    return with_state


def _is_among_others(name: "Tokens", state: str, hits: Mapping[int, Hit]) -> bool:
    """Whether the sentence names another state, its people or a place abroad, or "of" goes on behind the name."""
    if goes_on_to_owner(name):
        return True
    sentence = name.root.sent
    states = {t.i: hits[t.i].name.actor for t in sentence if t.i in hits and hits[t.i].name.form in OF_STATES}
    if any(is_state(other) and other != state for other in states.values()):
        return True
    places = (e for e in sentence.ents if e.label_ == "GPE" and e.root.i not in states)
    lands = ({c.country for c in gazetteer().candidates(normalised(e.text))} for e in places)
    return any(state not in among for among in lands)


def _administration(bodies: list[Body], people: dict[str, Person]) -> str | None:
    """State of the one administration that the article speaks of."""
    spoken = {b.actor.actor for b in bodies if b.noun == "administration" and b.actor.actor}
    known = list(spoken) or administrations(people)
    return known[0] if len(known) == 1 else None


def _persons(doc: "Doc", article: Article, mentions: list[PersonMention], people: dict[str, Person]) -> Iterator[Actor]:
    for mention in mentions:
        person = people.get(mention.name or "")
        role = mention.role
        owner = role.affiliation.name.actor if role is not None and role.affiliation is not None else None
        yield Actor(
            spans=(span_of(doc, article, mention.first, mention.last),),
            rule=mention.rule,
            score=mention.score,
            actor=mention.name,
            type="person",
            reading="person",
            state=person.state if person else None,
            role=span_of(doc, article, *whole(doc, role, before=_after(mention, role))) if role else None,
            affiliation=owner or (person.affiliation if person else None),
            candidates=mention.candidates,
        )


def _possesses(doc: "Doc", mention: PersonMention) -> bool:
    """Whether a body is named as the person's: "Berg's team" speaks of Berg too, "the Berg administration" does not."""
    return mention.last + 1 < len(doc) and doc[mention.last + 1].tag_ == "POS"


def _after(mention: PersonMention, role: Role) -> int | None:
    """The first token of the name, where it follows the office."""
    return mention.first if mention.first > role.last else None
