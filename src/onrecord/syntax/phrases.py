"""Phrases: the stretch of tokens that belongs to a head."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_EDGE = set(",;:.!?-–—…") | {"--", "—", "“", "”", '"', "''", "``"}
_CLAUSES = {"relcl", "acl", "advcl", "appos"}

# The mark of a possessive as the parser cuts it off.
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})


def trimmed(doc: "Doc", start: int, end: int) -> "Span":
    """Tokens `start` to `end` without white space and punctuation at the edges, and without a final "and"."""
    while start < end and (doc[start].is_space or doc[start].text in _EDGE):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in _EDGE or doc[end - 1].dep_ == "cc"):
        end -= 1
    return doc[start:end]


def subtree(token: "Token") -> "Span":
    """Everything that hangs on the token, as one contiguous span."""
    return trimmed(token.doc, token.left_edge.i, token.right_edge.i + 1)


def full_phrase(token: "Token") -> "Span":
    """The noun phrase with all its modifiers, relative clauses and appositions."""
    return subtree(token)


def noun_phrase(token: "Token") -> "Span":
    """The noun phrase of a head without relative clauses, appositions and coordinated phrases.

    "Sergei Ryabkov, Russia's deputy foreign minister, who leads the team" -> "Sergei Ryabkov"
    """
    start, end = token.i, token.i + 1
    for child in token.children:
        if child.dep_ in _CLAUSES or child.dep_ in {"cc", "conj", "punct", "preconj"}:
            continue
        start = min(start, child.left_edge.i)
        end = max(end, _plain_right_edge(child) + 1)
    return trimmed(token.doc, start, end)


def owned(noun: "Token") -> bool:
    """ "Its offer", "Ostmark's offer"."""
    return any(c.dep_ == "poss" for c in noun.children)


def _plain_right_edge(token: "Token") -> int:
    """Right edge of the token's subtree up to the first clause that hangs in it."""
    edge = token.i
    for child in token.rights:
        if child.dep_ in _CLAUSES:
            break
        edge = max(edge, _plain_right_edge(child))
    return edge
