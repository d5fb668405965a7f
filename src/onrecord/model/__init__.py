"""Values only: frozen structs and closed vocabularies. Nothing here reads a file or loads a model."""

from onrecord.model.article import (
    Article,
    Layout,
    Notice,
    Paragraph,
    Published,
    Quotation,
    Zone,
    ZoneKind,
    article_id,
)
from onrecord.model.contents import Contents
from onrecord.model.entries import ArticleInfo, Entry
from onrecord.model.finds import Find, seal
from onrecord.model.mentions import (
    Actor,
    Addressee,
    Attribution,
    Credit,
    Place,
    Quantity,
    Sourcing,
    Speaker,
    Time,
)
from onrecord.model.negotiation import Issue, Negotiation, Side
from onrecord.model.reading import AnyFind, Mentions, ModelUsed, Reading
from onrecord.model.records import Activity, Assessment, Condition, Count, Event, Meeting, Participant, Position
from onrecord.model.spans import Span, Spans, cut, hull
from onrecord.model.tags import Tagged

__all__ = [
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
    "Entry",
    "Event",
    "Find",
    "Issue",
    "Layout",
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
    "Quantity",
    "Quotation",
    "Reading",
    "Side",
    "Sourcing",
    "Span",
    "Spans",
    "Speaker",
    "Tagged",
    "Time",
    "Zone",
    "ZoneKind",
    "article_id",
    "cut",
    "hull",
    "seal",
]
