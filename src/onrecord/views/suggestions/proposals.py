"""What may be added to a negotiation file, each with what it rests on."""

import msgspec

from onrecord.model.vocabulary import ActorType


class Support(msgspec.Struct, frozen=True, kw_only=True):
    """What a proposal rests on."""

    positions: int
    articles: int
    """Independent ones: those that repeat a position word for word count once."""
    outlets: int
    example: str
    """A position, in the words of its article."""
    line: str
    """Id of that position."""


class SideProposal(msgspec.Struct, frozen=True, kw_only=True, tag_field="proposal", tag="side"):
    """Who takes positions, or is their addressee, and belongs to no side."""

    actor: str
    """Actor id, as a side's `id` or `members` have it."""
    name: str
    type: ActorType | None
    held: int
    """Positions it holds; those of its persons count."""
    addressed: int
    """Positions that are addressed to it."""
    may_be: str | None
    """Id of a side that it may belong to."""
    because: str | None
    """Why: the organisation it is a member of on the day of an article, or who has its name and belongs to the side."""
    persons: tuple[str, ...]
    """Who speaks for it, most often first."""
    support: Support


class SeedProposal(msgspec.Struct, frozen=True, kw_only=True):
    """A phrase that may be a seed."""

    phrase: str
    score: float
    """How specific it is to these positions against the articles' other text: log-odds in standard deviations."""
    support: Support


class IssueProposal(msgspec.Struct, frozen=True, kw_only=True, tag_field="proposal", tag="issue"):
    """Phrases that stand together in positions without an issue; the first names it."""

    name: str
    seeds: tuple[SeedProposal, ...]
    support: Support


class SeedsProposal(msgspec.Struct, frozen=True, kw_only=True, tag_field="proposal", tag="seeds"):
    """Phrases that often stand in positions of an issue and are no seeds of it."""

    issue: str
    seeds: tuple[SeedProposal, ...]


class Suggestions(msgspec.Struct, frozen=True, kw_only=True):
    """Proposals, the best first, and what they were made from."""

    sides: tuple[SideProposal, ...]
    issues: tuple[IssueProposal, ...]
    seeds: tuple[SeedsProposal, ...]
    positions: int
    unassigned: int
    """Positions without an issue of the negotiation; without any where none was given."""
    articles: int
    """Articles that hold positions."""
