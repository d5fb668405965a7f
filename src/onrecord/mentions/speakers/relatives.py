"""People of one surname: who is only kin of somebody in office, and whom a form of address fits."""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from onrecord.mentions.actors.persons import KIN
from onrecord.mentions.actors.surnames import leaders_named
from onrecord.mentions.source_nouns import Source
from onrecord.mentions.speakers.pronouns import contradicts
from onrecord.model import Actor, Span
from onrecord.syntax import lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LONGEST_OFFICE = 4  # words between "my son" and the name


def relatives_in(doc: "Doc", persons: Mapping[str, Actor], mentions: Mapping[str, Sequence[Span]]) -> dict[str, str]:
    """Who has an office's name by family, with the office of their own: "my son, Major Ana Berg"; or nothing.

    So has who bears a leader's surname and no office.
    """
    found: dict[str, str] = {}
    for who, actor in persons.items():
        surname = who.split()[-1]
        if surname == who or leaders_named(who):
            continue
        lady = actor.role is not None and actor.role.text.casefold().endswith(" lady")
        kin = [office for s in mentions[who] if (office := _office_of_kin(doc, s)) is not None]
        if lady or (actor.role is None and leaders_named(surname)) or kin:
            found[who] = next(filter(None, kin), "")
    return found


def addressed(doc: "Doc", persons: Collection[str], source: Source) -> tuple[str, ...]:
    """Persons of the source's surname whom its form of address does not contradict."""
    head, titles = doc[source.at], _titles(doc, source)
    same = (who for who in persons if who.split()[-1] == head.text and len(who.split()) > 1)
    return tuple(who for who in same if not any(contradicts(who, title) for title in titles))


def is_mistaken(doc: "Doc", source: Source) -> bool:
    """Whether the form of address says that somebody else of that surname is meant: "Mrs. Teller".

    Or that of several who bear it, some are not.
    """
    who = source.actor.actor if source.actor is not None else None
    named = source.actor.candidates if who is None and source.actor is not None else (who,) if who else ()
    titles = _titles(doc, source)
    return any(contradicts(name, title) for name in named for title in titles)


def _office_of_kin(doc: "Doc", span: Span) -> str | None:
    """ "Major" of "my son, Major Ana Berg", nothing of "Ana Berg, his wife"; none of who is nobody's kin there."""
    name = doc.char_span(span.start, span.end, alignment_mode="expand")
    if name is None:
        return None
    before = doc[max(name.sent.start, name.start - _LONGEST_OFFICE) : name.start]
    words = [t for t in before if t.text not in {",", "-", "–", "—"}]
    office = [t.text for t in name[:-1]]
    while words and words[-1].text[:1].isupper():
        office.insert(0, words.pop().text)
    said = words[-1:] + [t for t in name.root.rights if t.dep_ == "appos"]
    kin = any(lemma(t) in KIN and any(c.dep_ == "poss" for c in t.lefts) for t in said)
    return " ".join(w for w in office if w not in span.text.split()[-2:]) if kin else None


def _titles(doc: "Doc", source: Source) -> list[str]:
    """The capitalised words just before a source's surname, such as "Mrs."."""
    if source.actor is None:
        return []
    name = doc.char_span(source.actor.begins_at, source.actor.ends_at, alignment_mode="expand")
    before = doc[max(0, name.start - 2) : name.end - 1] if name is not None else ()
    return [t.text for t in before if t.text[:1].isupper()]
