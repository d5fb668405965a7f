"""When a record happens: the time expression that belongs to its clause."""

from typing import TYPE_CHECKING

from onrecord.model import Mentions, Time

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


def time_near(sentence: "Tokens", mentions: Mentions, *, near: "Token") -> Time | None:
    """The date or time nearest to the token in its sentence that a reporting verb does not claim.

    "will meet on Monday, officials said Saturday": Saturday belongs to "said".
    """
    start, end = sentence.start_char, sentence.end_char
    candidates = [t for t in mentions.times if start <= t.begins_at < end and t.type in {"DATE", "TIME"}]
    candidates = [t for t in candidates if not t.value.endswith("_REF") and not _reporting(sentence, t, near)]
    return min(candidates, key=lambda t: abs(t.begins_at - near.idx), default=None)


def time_in(sentence: "Tokens", mentions: Mentions, *, near: "Token") -> str | None:
    """The TIMEX3 value of that time."""
    found = time_near(sentence, mentions, near=near)
    return found.value if found else None


_REPORTING = {"say", "tell", "announce", "report", "add", "write", "warn", "state", "declare"}


def _reporting(sentence: "Tokens", time: Time, near: "Token") -> bool:
    word = next((t for t in sentence if t.idx + len(t) > time.begins_at), None)
    if word is None:
        return False
    for verb in word.ancestors:
        if verb.pos_ in {"VERB", "AUX"}:
            return verb.lemma_.lower() in _REPORTING and verb != near and near.head != verb
    return False
