"""Settings that the title or the opening of a text gives to what is said in it."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.mentions.turns import is_label
from onrecord.model import Article, Attribution
from onrecord.model.vocabulary import Setting

if TYPE_CHECKING:
    from spacy.tokens import Doc

# What a transcript calls itself, the most telling first: "Remarks by the premier in a press call" are a call.
_TITLES: dict[Setting, str] = {
    "call": r"(?:press|conference|phone|video|background|media)\scall|teleconference",
    "interview": r"interviews?|interviewed",
    "briefing": (
        r"gaggle|(?:press|news)\sconference|press\savailability|(?:press|daily|media|news|background)\sbriefing(?!\sroom)"
        r"|briefing\sby"
    ),
    "speech": r"remarks|address|speech|lecture|keynote|toasts?|testimony|hearing",
    "statement": r"statements?",
}
_TRANSCRIPTS = {s: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for s, words in _TITLES.items()}
# Where no title tells: what stands before the first label, at most so many characters, and settings sure enough there.
_OPENING = 400
_SURE: set[Setting] = {"call", "interview", "briefing"}
_READOUT = re.compile(
    r"\breadouts?\sof\s.*\bcalls?\b|\b(?:tele)?phone\s(?:call|conversation|talk)s?\b"
    r"|\b(?:spoke|spoken|talked)\s(?:by|over\sthe|on\sthe)\s(?:tele)?phone\b",
    re.IGNORECASE,
)
# Whoever else speaks in a readout was not in the call; "hope was expressed" there was.
_TOGETHER = frozenset({
    "he", "she", "they", "it", "the", "a", "an", "and", "of", "two", "both", "leaders", "presidents", "sides",
    "parties", "interlocutors", "ministers", "counterparts", "president", "leader", "minister", "head", "state",
})  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")


def of_transcript(article: Article, attributions: Sequence[Attribution]) -> Iterator[tuple[int, Setting]]:
    """The setting of each labelled turn, by its place in `attributions`: "Press Call by ..." in the title is `call`."""
    turns = [n for n, a in enumerate(attributions) if _is_turn(a)]
    if not turns:
        return
    setting = next((s for s, p in _TRANSCRIPTS.items() if p.search(article.title or "")), None)
    if setting is None:
        opening = article.text[: min(_OPENING, min(attributions[n].begins_at for n in turns))]
        setting = next((s for s, p in _TRANSCRIPTS.items() if s in _SURE and p.search(opening)), None)
    if setting is not None:
        yield from ((n, setting) for n in turns)


def of_readout(doc: "Doc", article: Article, attributions: Sequence[Attribution]) -> Iterator[tuple[int, Setting]]:
    """`call` for what the participants say in the readout of a call, which its title tells."""
    title = article.title or ""
    if not _READOUT.search(title) or any(_is_turn(a) for a in attributions):
        return
    first = next((s for s in doc.sents if s.root.dep_ != "gap"), None)
    known = _TOGETHER | _words(title) | _words(article.outlet or "")
    known |= _words(first.text) if first is not None else frozenset()
    for n, a in enumerate(attributions):
        said = all(_words(s.text) <= known for s in a.source) if a.source else bool(a.cue)
        if a.parent is None and said:
            yield n, "call"


def _is_turn(attribution: Attribution) -> bool:
    return attribution.parent is None and (attribution.rule == "attribution.label" or is_label(attribution))


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))
