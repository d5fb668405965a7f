"""How far two readings of meetings, positions, activities and assessments agree."""

from collections.abc import Iterator, Sequence

from gold_comparison import kappa
from gold_passages import Passage, article_of
from gold_records_comparison import Account, compared, pairs_of
from gold_records_comparison import differing as differing_in
from gold_records_readings import reading_of


def agreement_of(twice: Sequence[Passage]) -> dict[str, float | int | None]:
    """The second reading counted as a finder is against the first, and kappa of the acts of positions that meet."""
    accounts = [_account(p) for p in twice]
    acts = [(a.act, b.act) for c in accounts for a, b in pairs_of(c, "positions")]
    figures = {k: v if v is None else round(v, 1) for k, v in compared(accounts).items()}
    return {**figures, "kappa of act": kappa(acts)}


def differing(passage: Passage) -> Iterator[str]:
    """Where the two readings differ, a line each."""
    return differing_in(_account(passage), ("in the first", "in the second"))


def _account(passage: Passage) -> Account:
    text = article_of(passage).text
    return Account(passage.n, text, reading_of("first", passage.n), reading_of("second", passage.n))
