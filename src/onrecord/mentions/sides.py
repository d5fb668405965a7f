"""Whose side "we" and "our" stand for: the speaker's state, and on the site of a state's office that state."""

import re
from collections.abc import Iterable

from onrecord.mentions.publishers import publisher_of
from onrecord.mentions.turns import is_label
from onrecord.model import Actor, Article, Attribution, Contents

WE = {"we", "us", "our", "ours"}
_SPEAKERS = {"person", "state", "institution", "organisation", "group"}
_WORD = re.compile(r"[\w’'-]+")


class Sides:
    """Looks up the side for which somebody says "we" in an article."""

    def __init__(self, article: Article, actors: Iterable[Actor], attributions: Iterable[Attribution]) -> None:
        said = list(attributions)
        self._by_id = {a.id: a for a in said}
        self._contents = Contents(said)
        self._home = publisher_of(article.outlet, article.title)
        self._title = frozenset(_WORD.findall(article.title or ""))
        states: dict[str, set[str | None]] = {}
        for actor in actors:
            if actor.actor is not None and actor.type in _SPEAKERS:
                of = actor.state or actor.affiliation if actor.type == "person" else actor.actor
                states.setdefault(actor.actor, set()).add(of)
        told = {who: found - {None} for who, found in states.items()}
        self._states = {who: found.pop() for who, found in told.items() if len(found) == 1}

    def at(self, offset: int) -> str | None:
        """The state or body for which "we" at the offset speaks; none where nobody knows who says it.

        "We" inside indirect speech is said by whoever reports it.
        """
        said = self._contents.innermost(offset)
        while said is not None and said.form == "indirect":
            said = self._by_id.get(said.parent or "")
        return self._home if said is None else self._of(said)

    def _of(self, said: Attribution) -> str | None:
        speaker = said.speaker
        who = speaker.actor if speaker is not None else None
        if "question" in said.flags:
            return None
        if who is not None and who in self._states:
            return self._states[who]
        if not is_label(said):
            return None
        if speaker is not None and speaker.type == "person" and speaker.affiliation is not None:
            return speaker.affiliation
        if not said.source[0].text.isupper():
            return None
        if who is None:  # "THE PRESIDENT:" is the one whose site it is
            return self._home if said.source[0].text.startswith("THE ") else None
        # In a transcript of a state's office those who answer unnamed, or as the title says, are its own.
        return self._home if who.startswith("unnamed:") or who.split()[-1] in self._title else None
