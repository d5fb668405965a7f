"""Values only: frozen structs and closed vocabularies. Nothing here reads a file or loads a model."""

from onrecord.model.article import (
    STATED,
    Article,
    Layout,
    Notice,
    Paragraph,
    Published,
    PublishedOrigin,
    Quotation,
    Zone,
    ZoneKind,
    article_id,
)
from onrecord.model.contents import Contents
from onrecord.model.entries import ArticleInfo, Dating, Entry
from onrecord.model.finds import Find, seal
from onrecord.model.mentions import (
    Actor,
    Addressee,
    Attribution,
    Credit,
    Place,
    Quantity,
    Reference,
    Sourcing,
    Speaker,
    Time,
)
from onrecord.model.negotiation import Issue, ListedActor, ListedPlace, Negotiation, Side
from onrecord.model.reading import AnyFind, Mentions, ModelUsed, Reading
from onrecord.model.records import Activity, Assessment, Condition, Count, Event, Meeting, Participant, Position
from onrecord.model.spans import Span, Spans, cut, hull
from onrecord.model.tags import Tagged, Trigger

__all__ = [
    "STATED",
    "Activity",
    "Actor",
    "Addressee",
    "AnyFind",
    "Article",
    "ArticleInfo",
    "Assessment",
    "Attribution",
    "Condition",
    "Contents",
    "Count",
    "Credit",
    "Dating",
    "Entry",
    "Event",
    "Find",
    "Issue",
    "Layout",
    "ListedActor",
    "ListedPlace",
    "Meeting",
    "Mentions",
    "ModelUsed",
    "Negotiation",
    "Notice",
    "Paragraph",
    "Participant",
    "Place",
    "Position",
    "Published",
    "PublishedOrigin",
    "Quantity",
    "Quotation",
    "Reading",
    "Reference",
    "Side",
    "Sourcing",
    "Span",
    "Spans",
    "Speaker",
    "Tagged",
    "Time",
    "Trigger",
    "Zone",
    "ZoneKind",
    "article_id",
    "cut",
    "hull",
    "seal",
]
