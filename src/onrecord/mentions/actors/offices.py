"""Offices without a name: "the prime minister" is the one person the article names in that office."""

from typing import TYPE_CHECKING

from onrecord.mentions.actors.bodies import Named, named_at_home
from onrecord.mentions.actors.names import is_state, span_of
from onrecord.mentions.actors.persons import Person
from onrecord.mentions.actors.roles import Role, heads
from onrecord.mentions.actors.surnames import leaders_named
from onrecord.mentions.publishers import home_of
from onrecord.model import Actor, Article

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_DEFINITE = {"the", "this", "that", "same"}
_VAGUE = {"a", "an", "no", "any", "every", "each", "another", "some"}
# "the Ostmark leader" and "his Ostmark counterpart" hold some highest office of Ostmark.
_ANY_OFFICE = {"leader", "counterpart", "head of state"}
_HIGHEST = {
    "president", "prime minister", "chancellor", "premier", "king", "queen", "emir", "supreme leader", "leader",
    "dictator", "crown prince", "sultan", "ruler",
}  # fmt: skip
_OF_GOVERNMENT = {"prime minister", "chancellor", "premier"}


def find_office(doc: "Doc", article: Article, token: "Token", role: Role, named: Named) -> Actor | None:
    """The office as the one person whom the article names in it, else as a body of its state; none for no office.

    With several persons in that office the actor is none and they are its candidates.
    """
    if not _is_office(token, role):
        return None
    state = (role.affiliation.name.actor if role.affiliation is not None else None) or role.state
    day = article.published.date if article.published else None
    holders = tuple(n for n, p in named.people.items() if _holds(p, role, state, day))
    at_home = tuple(n for n in holders if state is None and named_at_home(named.people[n]))
    if len(at_home) == 1:
        holders = at_home
    site = home_of(article.outlet) if state is None and role.head == "head of state" else None
    if site is not None:  # the publisher's own
        holders = tuple(n for n in holders if named.people[n].state == site)
    elif state is None and len(holders) == 1 and _from_elsewhere(named.people[holders[0]], named):
        return None
    if (not holders and state is None) or (role.head in _ANY_OFFICE and len(holders) != 1):
        return None
    span = span_of(doc, article, role.first, role.last)
    person = named.people[holders[0]] if len(holders) == 1 else None
    if person is not None:
        return Actor(
            spans=(span,),
            rule="office of a named person",
            score=0.75,
            actor=person.name,
            type="person",
            reading="person",
            state=person.state,
            role=span,
            affiliation=person.affiliation,
        )
    return Actor(
        spans=(span,),
        rule="office",
        score=0.6,
        actor=None if holders else state,
        type="person" if holders else "institution",
        reading="person" if holders else "institution",
        institution=None if holders else span.text,
        state=state if is_state(state) else None,
        role=span,
        affiliation=state,
        candidates=holders,
        flags=("unresolved",) if holders else (),
    )


def _is_office(token: "Token", role: Role) -> bool:
    """Whether one holder is meant: "the prime minister", "Ostmark's president", not "a minister"."""
    kinds = set(heads()[role.head]["kind"].split("|"))
    if token.is_upper or (not {"office", "post"} & kinds and role.head not in _ANY_OFFICE):
        return False  # "THE PRESIDENT:" is a speaker's label in a transcript
    lead = next((c.lower_ for c in token.lefts if c.dep_ == "det"), None)
    if lead in _VAGUE or ("office" not in kinds and role.affiliation is None):
        return False
    return lead in _DEFINITE or role.affiliation is not None


def _from_elsewhere(person: Person, named: Named) -> bool:
    """Whether the article speaks of the institutions of other states only: "the president" is then one of theirs."""
    return bool(named.homes) and person.state is not None and person.state not in named.homes


def _holds(person: Person, role: Role, state: str | None, day: str | None) -> bool:
    """Whether the article or the table of leaders gives the person this office, of this state where one is named."""
    if state is not None and person.state != state:
        return False
    wanted = _HIGHEST if role.head in _ANY_OFFICE else {_spelled(role.head)}
    wanted = wanted - _OF_GOVERNMENT if role.head == "head of state" else wanted
    terms = [row for row in leaders_named(person.name) if row["office"] in wanted]
    if terms and day is not None and not role.former:
        return any(row["since"] <= day and (not row["until"] or day <= row["until"]) for row in terms)
    return any(
        _spelled(r.head) in wanted and r.former == role.former and not _of_other_body(r, role) for r in person.roles
    )


def _of_other_body(one: Role, other: Role) -> bool:
    """Whether both are of bodies by name, and not the same: the director of the FBI is not that of the CIA."""
    bodies = {r.affiliation.name.institution for r in (one, other) if r.affiliation is not None}
    return None not in bodies and len(bodies) > 1


def _spelled(head: str) -> str:
    return head.replace("defence", "defense").replace("advisor", "adviser")
