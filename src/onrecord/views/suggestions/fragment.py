"""Proposals as tables of a negotiation file, with comments that say what each rests on."""

import json
from collections.abc import Iterable, Iterator

from onrecord.views.suggestions.proposals import (
    IssueProposal,
    SeedProposal,
    SeedsProposal,
    SideProposal,
    Suggestions,
    Support,
)
from onrecord.views.wording import counted


def fragment(made: Suggestions) -> str:
    """The tables of new sides and issues. What belongs into a table that is there already stands in comments."""
    parts = [
        *(_member(side) if side.may_be else _side(side) for side in made.sides),
        *map(_issue, made.issues),
        *map(_seeds, made.seeds),
    ]
    return "\n".join("".join(f"{line}\n" for line in part) for part in parts)


def _side(side: SideProposal) -> Iterator[str]:
    yield f"# Holds {counted(side.held, 'position')}, is addressed by {side.addressed}; {_rests_on(side.support)}"
    yield "[[sides]]"
    yield f"id = {_string(side.actor)}"
    yield f"name = {_string(side.name)}"
    if side.type in {"organisation", "group"}:
        yield f"type = {_string(side.type)}"
    if side.persons:
        yield f"members = [{', '.join(map(_string, side.persons))}]"


def _member(side: SideProposal) -> Iterator[str]:
    yield f"# To the members of {side.may_be}, if that is right ({side.because}): {_string(side.actor)}"
    yield f"# Holds {counted(side.held, 'position')}, is addressed by {side.addressed}; {_rests_on(side.support)}"


def _issue(issue: IssueProposal) -> Iterator[str]:
    yield f"# {_rests_on(issue.support)}"
    yield "[[issues]]"
    yield f"name = {_string(issue.name)}"
    yield "seeds = ["
    yield from _phrases(issue.seeds, "    ")
    yield "]"


def _seeds(proposal: SeedsProposal) -> Iterator[str]:
    yield f"# To the seeds of {_string(proposal.issue)}, where they always mean it:"
    yield from _phrases(proposal.seeds, "#   ")


def _phrases(seeds: Iterable[SeedProposal], before: str) -> Iterator[str]:
    for seed in seeds:
        yield f"{before}{_string(seed.phrase)},  # {_rests_on(seed.support)}"


def _rests_on(support: Support) -> str:
    found = f"{counted(support.positions, 'position')}, {counted(support.articles, 'article')}"
    example = "".join(c for c in " ".join(support.example.split()) if c.isprintable())
    return f"{found}, {counted(support.outlets, 'outlet')}: {example} ({support.line})"


def _string(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
