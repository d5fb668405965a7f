"""Who holds an office that a noun names: "the president", "Varenia's spokesman", "the head of state"."""

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from onrecord.mentions.offices_held import RANKS
from onrecord.mentions.page_titles import named_in_title
from onrecord.mentions.source_nouns import Source
from onrecord.mentions.speakers.people import SPELLED_OUT, People
from onrecord.model import Speaker
from onrecord.syntax import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

_HEADS_OF_STATE = ("president", "king", "queen", "emperor", "emir", "sultan")
# A source may be described first and named in the paragraphs that follow, at most this many on.
SOON_PARAGRAPHS = 3
_OTHER_CLAUSES = {"ccomp", "advcl", "relcl", "acl", "conj", "parataxis"}
_REGIONAL = {"regional", "region", "republic"}


def holder(
    people: People, head: "Token", id_of: Callable[[str], str], *, side: str | None = None, last: str | None = None
) -> str | None:
    """Of several holders of an office the one meant.

    The one of the speaking `side`, in the title, at home, to whom the article gives the office without a state
    ("President Berg" beside "Ostmark's President Teller"), or who was heard `last`. `id_of` gives the person whom a
    description or another spelling stands for.
    """
    actor = people.index.at(head)
    candidates = actor.candidates if actor is not None else ()
    if len(one := {id_of(c) for c in candidates}) == 1:
        return one.pop()
    beside = {id_of(who) for who in _beside(people, head)}
    state = {c: people.of_person(id_of(c)).affiliation for c in candidates}
    for mine in (
        [c for c in candidates if side is not None and state[c] == side],
        [c for c in candidates if c in people.headline],
        [c for c in candidates if people.home is not None and state[c] == people.home],
        [c for c in candidates if c in people.plainly],
        [c for c in candidates if last is not None and c == last],
        people.introduced(actor),
        [c for c in candidates if c not in beside],
    ):
        if len(mine) == 1:
            return mine[0]
    return None


def only_holder(people: People, token: "Token") -> str | None:
    """The one person to whom the text before gives that very office: "Mayor Ana Berg ... the mayor"."""
    held = (who for who, at in people.holders.get(lemma(token), {}).items() if at < token.i)
    found = [who for who in held if holds(people, who, {lemma(token)}) and belongs(people, who, token)]
    return found[0] if len(found) == 1 else None


def to_be_named(people: People, source: Source) -> str | None:
    """The one person who is named in that office soon after: "Varenia's spokesman ... Spokesman Teller"."""
    head = people.doc[source.at]
    affiliation = source.actor.affiliation if source.actor is not None else None
    here, word = people.paragraph(source.span.start), lemma(head)
    before = [at for at in people.holders.get(word, {}).values() if at < source.at]
    soon = {
        who
        for who, at in people.holders.get(word, {}).items()
        if at > source.at
        and people.paragraph(people.doc[at].idx) <= here + SOON_PARAGRAPHS
        and people.of_person(who).affiliation == affiliation
        and not people.is_mentioned_before(who, source.span)
    }
    if len(soon) == 1 and affiliation is not None and not before:
        return soon.pop()
    return None


def heads_of_state(people: People, state: str | None) -> tuple[str, ...]:
    """The presidents and monarchs of the article, of that state where one is given."""
    held = {who for office in _HEADS_OF_STATE for who in people.holders.get(office, {})}
    of = {who: people.of_person(who).affiliation for who in held}
    fit = {who for who in held if holds(people, who, set()) and (state is None or of[who] == state)}
    at_home = {who for who in fit if people.home is not None and of[who] == people.home}
    first = next((some for some in (at_home, fit & people.headline) if len(some) == 1), fit & people.headline or fit)
    return tuple(sorted(first if len(fit) > 1 else fit))


def of_title(people: People, head: "Token") -> Speaker | None:
    """The one person whom an official text's title names, in that very office: "Meeting with Governor Ana Berg"."""
    title = people.article.title or ""
    words = [w.casefold() for w in re.findall(r"\w+", title)]
    told = [t for t in head.subtree if t.dep_ != "det" and t.pos_ in {"NOUN", "PROPN", "ADJ"}]
    if people.home is None or words.count(head.lower_) != 1:
        return None
    if any(t.lower_ not in words and t.lower_ not in _REGIONAL for t in told):
        return None
    named = [(at, who) for who in people.persons if " " in who and (at := title.find(who)) >= 0]
    if not named and (name := named_in_title([head.lower_], title)) is not None and " " in name:
        return people.of_name(name)
    office = rf"(?<!former )(?<!late )\b(?i:{re.escape(head.text)})(?: of(?: the)?(?: [A-Z]\w*){{1,4}}){{0,2}} "
    held = len(named) == 1 and re.search(office + re.escape(named[0][1]), title) is not None
    return people.of_person(named[0][1]) if held else None


def holds(people: People, who: str, office: set[str]) -> bool:
    """Whether the person's office has all the words asked for, and no rank that was not asked for."""
    role = people.persons[who].role
    written = role.text.casefold().replace("-", " ").split() if role is not None else ()
    words = {SPELLED_OUT.get(w, w) for w in written}
    return office <= words and not (words - office) & RANKS


def belongs(people: People, who: str, head: "Token") -> bool:
    """Whether what an office is said to be of is so of the person's: not "leader of the guild" for a state's."""
    of = [t for c in head.rights if c.lower_ == "of" for t in c.subtree if t.pos_ in {"NOUN", "PROPN"}]
    role = people.persons[who].role
    told = set(role.text.casefold().split()) if role is not None else set()
    state = people.of_person(who).affiliation
    return not of or any(t.lower_ in told or ((a := people.index.at(t)) and a.actor == state) for t in of)


def may_be_of(people: People, who: str, words: Iterable["Token"]) -> bool:
    """Whether the person can be of the states that words tell: not "the Ostmark envoy" one of Varenia."""
    told = {a.actor for t in words if (a := people.index.at(t)) is not None and a.type in {"state", "institution"}}
    own = people.of_person(who).affiliation
    return not told or own in told or own is None


def may_hold(people: People, who: str, head: "Token") -> bool:
    """Whether the person can have the office: has it, or none that is known."""
    known = people.persons.get(who)
    return known is None or known.role is None or who in people.holders.get(lemma(head), {})


def _beside(people: People, subject: "Token") -> set[str]:
    """Whom the clause of the subject names besides: "the president promised to press Teller" means another."""
    if subject.dep_ not in {"nsubj", "nsubjpass"}:
        return set()
    heads, named = [subject.head], []
    while heads:
        inside = [c for c in heads.pop().rights if c.dep_ not in _OTHER_CLAUSES]
        heads += inside
        named += [a for c in inside if c.pos_ == "PROPN" and (a := people.index.at(c)) is not None]
    return {a.actor for a in named if a.actor is not None}
