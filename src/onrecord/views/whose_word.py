"""On whose word a line of the record stands."""

from collections.abc import Iterable, Iterator

import msgspec

from onrecord.model import AnyFind, Attribution, Entry
from onrecord.model.vocabulary import SourcingLevel
from onrecord.views.names import actor_name
from onrecord.views.wording import joined

# What a level is called in a sentence, where its own name would be misread.
LEVEL_WORDS: dict[SourcingLevel, str] = {"none": "source not given"}


class Word(msgspec.Struct, frozen=True, kw_only=True):
    """Whom the outlet heard, and whom that source relays."""

    level: SourcingLevel
    source: str | None = None
    """The description, verbatim: "a senior administration official"; none in the outlet's own voice."""
    speaker: str | None = None
    """Name of the person or body, where the article tells who it is."""
    relays: tuple[str, ...] = ()
    """Sources inside that one's word, outermost first."""

    def __str__(self) -> str:
        """One line: speaker, verbatim description, level, and what is relayed."""
        speaker = self.speaker and actor_name(self.speaker)
        named = f"{speaker}, " if speaker and speaker != self.source else ""
        quoted = f"“{self.source}” " if self.source else ""
        relayed = "".join(f", relaying “{r}”" for r in self.relays)
        level = LEVEL_WORDS.get(self.level, self.level)
        return f"{named}{quoted}({level}{relayed})" if named or quoted else f"{level}{relayed}"


class Words:
    """The attributions of many articles, to ask on whose word a find stands."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._by_id = {e.find.id: e.find for e in entries if isinstance(e.find, Attribution)}

    def of(self, find: AnyFind) -> Word:
        """On whose word the find stands: the source that the outlet heard, and those it relays."""
        chain = self.chain(find)
        return _word(*chain) if chain else Word(level="own voice")

    def of_itself(self, attribution: Attribution) -> Word:
        """The word that an attribution is, whoever relays it."""
        return _word(attribution)

    def is_asked(self, find: AnyFind) -> bool:
        """Whether it stands in a question that somebody puts at a press conference."""
        return any("question" in a.flags for a in self.chain(find))

    def chain(self, find: AnyFind) -> tuple[Attribution, ...]:
        """The attributions that hold the find, outermost first."""
        return tuple(self._upward(find))[::-1]

    def _upward(self, find: AnyFind) -> Iterator[Attribution]:
        seen: set[str] = set()
        at = find if isinstance(find, Attribution) else self._by_id.get(find.attribution or "")
        while at is not None and at.id not in seen:
            seen.add(at.id)
            yield at
            at = self._by_id.get(at.parent or "")


def _word(heard: Attribution, *relayed: Attribution) -> Word:
    sourcing, speaker = heard.sourcing, heard.speaker
    return Word(
        level=sourcing.level if sourcing else "none",
        source=(sourcing.text if sourcing else None) or joined(heard.source) or None,
        speaker=(speaker.name or _unless_unnamed(speaker.actor)) if speaker else None,
        relays=tuple(joined(a.source) for a in relayed if a.source),
    )


def _unless_unnamed(actor: str | None) -> str | None:
    return None if actor is None or actor.startswith("unnamed:") else actor
