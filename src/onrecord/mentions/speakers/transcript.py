"""Whose words stand outside quotations: under the labels of a transcript, or under a title that names their author."""

from bisect import bisect_right
from collections.abc import Iterable

import msgspec

from onrecord.mentions.actors.counterparts import state_of_office
from onrecord.mentions.page_titles import author_of, office_of_author
from onrecord.mentions.speakers.people import People
from onrecord.mentions.speakers.questioners import misnamed_questions, named_questioners
from onrecord.mentions.turns import asks, is_label, label_speaker, titled_name
from onrecord.model import Attribution, Speaker


class Transcript:
    """The turns of an article that is a transcript; one of no turns in any other."""

    def __init__(self, people: People, attributions: Iterable[Attribution]) -> None:
        self._people = people
        self._turns = sorted((a for a in attributions if is_label(a)), key=lambda a: a.begins_at)
        self._answers = [t for t in self._turns if not asks(t)]
        told = [found for t in self._turns if (found := self._titled(t.source[0].text)) is not None]
        self._sides = {name: speaker.affiliation for name, speaker in reversed(told) if speaker.affiliation is not None}
        """Persons with the state that the first label with one gives them."""
        self.questioners = named_questioners(self._turns, [w for w, a in people.persons.items() if a.role is None])
        """Who puts the questions, where the answers name them."""
        self.misnamed = misnamed_questions(self._turns, self.by_label)
        """Questions that stand under the label of who answers."""
        self.author = self._author()
        """Who says what stands outside quotations, by the title."""

    def by_label(self, label: str) -> Speaker:
        """Whoever speaks under a label in capitals."""
        people = self._people
        return label_speaker(label, people.persons, people.article.title or "", people.headline, people.kin)

    def titled(self, label: str) -> Speaker | None:
        """The person of a label in mixed case, with the office's state: "Minister Ana Berg", elsewhere "Ana Berg"."""
        found = self._titled(label)
        if found is None:
            return None
        name, speaker = found
        return msgspec.structs.replace(speaker, affiliation=speaker.affiliation or self._sides.get(name))

    def turn(self, attribution: Attribution) -> Attribution | None:
        """The turn whose words hold the attribution."""
        at = bisect_right(self._turns, attribution.begins_at - 1, key=lambda t: t.begins_at) - 1
        holds = at >= 0 and any(c.start <= attribution.begins_at < c.end for c in self._turns[at].content)
        return self._turns[at] if holds else None

    def answers(self, turn: Attribution) -> Speaker | None:
        """Who takes the question: the speaker of the next turn that is no question."""
        if not asks(turn):
            return None
        at = bisect_right(self._answers, turn.begins_at, key=lambda t: t.begins_at)
        if at == len(self._answers):
            return None
        label = self._answers[at].source[0].text
        return (None if label.isupper() else self.titled(label)) or self.by_label(label)

    def _titled(self, label: str) -> tuple[str, Speaker] | None:
        """The name in a label in mixed case, and its person as this label alone tells."""
        people = self._people
        found = titled_name(label, people.persons)
        if found is None:
            return None
        office, name = found
        fuller = [name] if name in people.persons else [who for who in people.persons if who.endswith(f" {name}")]
        speaker = people.of_person(fuller[0] if len(fuller) == 1 else name)
        state = speaker.affiliation or people.state_by_title(name) or state_of_office(office, people.home)
        return name, msgspec.structs.replace(speaker, role=speaker.role or office or None, affiliation=state)

    def _author(self) -> Speaker | None:
        """The person whom the title names as author, else the state whose president it names.

        None where the text has the turns of others.
        """
        people = self._people
        title = people.article.title or ""
        name, office = author_of(title), office_of_author(title) or ""
        state = people.home if office == "President" else state_of_office(office, people.home)
        found = Speaker(actor=state, type="state") if state is not None else None
        found = people.of_name(name) if name is not None else found
        others = (self.by_label(t.source[0].text).actor for t in self._turns)
        return found if found is not None and all(who == found.actor for who in others) else None
