"""A reading: everything one pass over one article found."""

from typing import TypeVar

import msgspec

from onrecord.model.article import Article, Layout, Notice
from onrecord.model.finds import Find
from onrecord.model.mentions import Actor, Attribution, Credit, Place, Quantity, Reference, Time
from onrecord.model.records import Activity, Assessment, Event, Meeting, Position
from onrecord.model.spans import Span
from onrecord.model.tags import Trigger

F = TypeVar("F", bound=Find)

AnyFind = Attribution | Time | Place | Actor | Quantity | Credit | Meeting | Position | Activity | Assessment | Event


class ModelUsed(msgspec.Struct, frozen=True):
    """A language model that took part in a reading."""

    name: str
    version: str
    sha256: str


class Mentions(msgspec.Struct, frozen=True, kw_only=True):
    """All mentions of an article: what the pipeline hands to the stages that make records."""

    attributions: tuple[Attribution, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    actors: tuple[Actor, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    hedges: tuple[Span, ...] = ()
    references: tuple[Reference, ...] = ()
    home: str | None = None
    """The state or body whose office publishes the article, whose own voice it then is."""
    triggers: tuple[Trigger, ...] = ()
    """Words that tell records, as the tagger sees them, in the order of the text; none without a tagger."""
    met: tuple[str, ...] = ()
    """The states that met or spoke, as the title of an official text tells, home first."""


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """An article and what was found in it."""

    article: Article
    layout: Layout
    finds: tuple[AnyFind, ...]
    notices: tuple[Notice, ...] = ()
    models: tuple[ModelUsed, ...] = ()
    negotiations: tuple[str, ...] = ()
    """What identifies the negotiation files that issues were assigned with."""
    onrecord: str = ""
    """Version of Onrecord that read it."""

    def of(self, kind: type[F]) -> tuple[F, ...]:
        """The finds of one kind, in the order of the text."""
        return tuple(f for f in self.finds if isinstance(f, kind))
