"""Words that titles are made of, and first names told by the title before them."""

from functools import cache

from onrecord.data import table, words

# What the phrase behind an office opens with: "minister for roads".
OPENING_PHRASES = {"of", "for", "to", "at", "on", "in"}


@cache
def title_words() -> frozenset[str]:
    """Single words that titles are made of."""
    single = (w for row in table("en/role_words") if row["part"] != "complement" for w in row["phrase"].split())
    return frozenset(single) - {"of", "for", "the", "to", "and", "in"}


def is_first_name(word: str, before: str = "") -> bool:
    """Whether the list of first names has it, or it stands behind an office: "Press Secretary [Tamika] Teller"."""
    office = before.casefold() in title_words() and word.casefold() not in title_words()
    verb = word.endswith(("s", "ing"))  # "President Hosts Teller"
    return word in words("en/first_names") or (office and word.istitle() and word.isalpha() and not verb)
