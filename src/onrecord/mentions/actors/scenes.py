"""Scenes: which states act in a sentence, and where an article is written."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from onrecord.mentions.actors.names import Hit, is_state, spelled
from onrecord.model import Actor, Article
from onrecord.syntax import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

# "KANDE, March 3 -", "Kande, 3 March 2021", "KANDE/DELVO (March 3, 2021) -" at the head of an article.
_DAY = r"(?:\w+day,? )?(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.? \d{1,2})(?:,? \d{4})?"
_PLACE = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2}"
_FROM = re.compile(rf"^(?P<places>{_PLACE}(?:/{_PLACE})?)(?:, [A-Z][\w.]+)?,? \(?{_DAY}\)?(?:$|[:.]| ?[-–—])", re.M)
# Of the head of an article: as many characters as are looked at for where it is written.
_HEAD = 400


class Scenes:
    """What an article says of who acts in it, and where it is written."""

    def __init__(self, doc: "Doc", article: Article, found: Sequence[Actor], hits: Mapping[int, Hit]) -> None:
        self.doc, self.hits = doc, hits
        self.here = written_from(article)
        self.at: dict[int, Actor] = {}
        for actor in sorted(found, key=lambda a: a.ends_at - a.begins_at):
            for token in doc.char_span(actor.begins_at, actor.ends_at, alignment_mode="expand") or ():
                self.at[token.i] = actor
        self.sides: dict[str, str] = {}
        """States and bodies of persons and unnamed people."""
        self.offices: dict[str, set[str]] = {}
        """The offices of each person, in small letters."""
        for actor in found:
            if actor.type in {"person", "unnamed"} and actor.actor and (of := actor.state or actor.affiliation):
                self.sides[actor.actor] = of
            if actor.type == "person" and actor.actor and actor.role is not None:
                self.offices.setdefault(actor.actor, set()).add(actor.role.text.casefold())

    def learn(self, who: str, owners: set[str]) -> None:
        """A person's state or body is told, or contradicted."""
        self.sides.pop(who, None)
        if len(owners) == 1:
            self.sides[who] = next(iter(owners))

    def side(self, token: "Token") -> str | None:
        """The state or body that the word stands for or belongs to, a person's with it."""
        actor = self.at.get(token.i)
        if actor is None or actor.actor is None:
            return None
        if actor.type in {"person", "unnamed"}:
            return self.sides.get(actor.actor)
        return actor.state or actor.actor

    def in_capital(self, head: "Token") -> Hit | None:
        """The one capital that "in" gives for a word: "said in Telle", "an official in Telle"."""
        inside = (p for p in head.rights if p.dep_ == "prep" and p.lower_ == "in" and p.i + 1 < len(self.doc))
        found = [hit for p in inside if (hit := self.hits.get(p.i + 1)) is not None and hit.name.form == "capital"]
        return found[0] if len(found) == 1 else None

    def acts(self, state: str) -> bool:
        """Whether the state itself, its bodies or officials act anywhere in the text."""
        at_home = ((self.side(self.doc[i]), a) for i, a in self.at.items())
        return any(side == state and (a.type != "state" or a.reading == "government") for side, a in at_home)

    def named(self, *sentences: "Tokens | None") -> set[str]:
        """States named at all in the sentences."""
        found = (self.named_by(t) for s in sentences if s is not None for t in s)
        return {s for s in found if s is not None and is_state(s)}

    def named_by(self, token: "Token") -> str | None:
        """Whom the word stands for, or the state whose name it is where it tells a place: "from Ostmark"."""
        hit = self.hits.get(token.i)
        return self.side(token) or (hit.name.actor if hit is not None else None)

    def nation(self, subject: "Token") -> str | None:
        """The state behind a subject: by its head, else by what stands before it: "Ostmark patrols"."""
        whose = (self.side(t) for t in (subject, *subject.lefts))
        state = next((s for s in whose if s), None)
        return state if is_state(state) else None

    def nations(self, subjects: "Iterable[Token]") -> set[str]:
        """The states behind subjects."""
        return {state for t in subjects if (state := self.nation(t)) is not None}

    def subjects(self, sentence: "Tokens | None", *, main: bool = False) -> "Iterator[Token]":
        """Subjects of the sentence's clauses, of the main one and of what it says alone where asked."""
        for token in sentence if sentence is not None else ():
            if token.dep_ not in SUBJECTS or any(
                t.dep_ in {"relcl", "acl"} for t in (token.head, *token.head.ancestors)
            ):
                continue  # "the pact under which Ostmark's troops serve": nobody of whom the sentence tells
            if not main or token.head.dep_ in {"ROOT", "ccomp", "conj"}:
                yield token
                yield from token.conjuncts


def sentence_before(token: "Token") -> "Tokens | None":
    """The sentence before the token's, over what is no running text."""
    last = token.sent.start - 1
    while last > 0 and token.doc[last].dep_ == "gap":
        last -= 1
    return token.doc[last].sent if last > 0 else None


def goes_on_to_owner(name: "Tokens") -> bool:
    """Whether a name goes on to whom or where it is of: "Ana Berg [of] Varenia"."""
    return name.end < len(name.doc) and name.doc[name.end].lower_ in {"of", "from"}


def written_from(article: Article) -> frozenset[str]:
    """The states whose capitals stand in the dateline: "DELVO/TELLE, May 8 -", "Delvo, 8 May 2021"."""
    lines = [z.span.text for z in article.zones if z.kind == "dateline"][:1]
    if (head := _FROM.search(article.text[:_HEAD])) is not None:
        lines.append(head["places"])
    places = [p for line in lines for p in re.split(r",|\(| [-–—]", line)[0].split("/")]
    return frozenset(s for place in places if (s := _state_of_place(place.strip())))


def _state_of_place(place: str) -> str | None:
    """The state whose capital the place is."""
    named = {n.actor for n, start, end in spelled(place.title()) if n.form == "capital" and end - start == len(place)}
    state = named.pop() if len(named) == 1 else None
    return state if is_state(state) else None
