"""Turns of a transcript: what is one, which of them ask, and who stands behind labels such as "MS. BERG:"."""

import re
from collections.abc import Container, Mapping

from onrecord.data import words
from onrecord.mentions.page_titles import OFFICES, named_in_title
from onrecord.mentions.title_words import OPENING_PHRASES
from onrecord.model import Actor, Attribution, Speaker

_FIRST_NAMES = words("en/first_names")
_HONORIFICS = frozenset(w.casefold() for w in words("en/honorifics"))
QUESTIONER = "unnamed:q"
"""Whoever asks under a label that is somebody else's."""
_QUESTIONERS = {"q", "question", "reporter", "press", "journalist", "remark"}
_PRESS = (
    r"(?:correspondent|journalist|reporter|editor|news ?(?:paper|agency)|magazine|TV|television|radio|channel"
    r"|broadcaster|media)"
)
_OF_PRESS = re.compile(rf"\b{_PRESS}\b", re.IGNORECASE)
# "Ana Berg, Harbour newspaper. Mr President, ...", "Good afternoon. Harbour TV. ..."
_OPENS_AS_PRESS = re.compile(
    r"(?:(?:Thanks?|Thank you|Hello|Hi|Good (?:morning|day|afternoon|evening))\b[^.?!]{0,60}[.!,] )*"
    rf"(?:(?:My name is|I am|I[’']m|This is) )?(?:[A-Z\d][\w’'\-]*,? |(?:of|from|with|for|the|and) ){{0,9}}"
    rf"(?:[a-z]+ )?\b(?i:{_PRESS})\b[^.?!]{{0,30}}[.,] "
)
_ASKS = re.compile(r"(?:\?|\b[Tt]hank(?:s| you)(?: very much| so much)?[.!])[”\"’')\]]*\s*$")
_LONGEST_NAME = 4  # words
_ROLE_WORDS = {
    "official", "officials", "moderator", "operator", "aide", "participant", "participants", "speaker", "interpreter",
    "audience", "staff", "staffer", "voice", "spokesperson", "host", "all", "member",
}  # fmt: skip
_RANKS = {
    "vice", "deputy", "assistant", "former", "ex", "acting", "under", "first", "prime", "foreign", "defense", "defence",
    "finance", "interior", "home", "press", "attorney", "general", "treasury",
}  # fmt: skip


def is_label(attribution: Attribution) -> bool:
    """Whether the source is a label of a transcript: with nothing but a colon for a cue."""
    if not attribution.source:
        return False
    turn = attribution.rule == "attribution.label" and attribution.form == "direct"
    if not attribution.source[0].text.isupper() and (not turn or "headline" in attribution.flags):
        return False
    bare = all(c.text.strip("): \xa0") == "" for c in attribution.cue)
    return bare and (bool(attribution.cue) or attribution.form == "direct")


def is_question(label: str) -> bool:
    """Whether the label is a questioner's: "Q", "Question (in French)"."""
    return label.casefold().partition("(")[0].strip(": ") in _QUESTIONERS


def asks(attribution: Attribution) -> bool:
    """Whether a turn is somebody's who asks and takes no side.

    By its label, since who speaks under it was found to be asking, or since it ends as questions do and its label, or
    the opening words of somebody of no known side, name a paper, a channel or a correspondent.
    """
    if not is_label(attribution) or not attribution.content:
        return False
    label, speaker = attribution.source[0].text, attribution.speaker
    if is_question(label) or (speaker is not None and speaker.actor == QUESTIONER):
        return True
    of_press = _OF_PRESS.search(label)
    if of_press is None and (speaker is None or speaker.affiliation is None):
        of_press = _OPENS_AS_PRESS.match(attribution.content[0].text.lstrip())
    return of_press is not None and _ASKS.search(attribution.content[-1].text) is not None


def titled_name(label: str, persons: Container[str]) -> tuple[str, str] | None:
    """The office and the full name of a label in mixed case: "Defence Minister", "Ana Berg"; none of other labels."""
    written, _, behind = label.partition("(")[0].partition(", ")
    words = written.split()
    starts = range(max(0, len(words) - _LONGEST_NAME), len(words) - 1)
    given = (n for n in starts if words[n] in _FIRST_NAMES and words[n - 1 : n] != ["of"])
    at = next(given, next((n for n in starts if " ".join(words[n:]) in persons), None))
    return None if at is None else (" ".join([*words[:at], behind]).strip(), " ".join(words[at:]))


def label_speaker(
    label: str, persons: Mapping[str, Actor], title: str, headline: frozenset[str], relatives: Mapping[str, str]
) -> Speaker:
    """The person of that surname or office; questioners and officials stay unnamed.

    `headline` holds the persons whom headline and title name: "Remarks by President Berg" decides who "THE PRESIDENT"
    is, also where only the title names her. An office is none of `relatives`, of whom the text tells as somebody's kin.
    """
    words = [w for w in label.partition("(")[0].casefold().split() if w != "the"]
    named = bool(words) and words[0] in _HONORIFICS
    words = words[1:] if named else words
    if not words:
        return Speaker(actor=None, name=label)
    if words[0].strip(":") in _QUESTIONERS:
        return Speaker(actor=f"unnamed:{words[0].strip(':')}", type="unnamed")
    if _ROLE_WORDS & set(words):
        return Speaker(actor=f"unnamed:{' '.join(words)}", type="unnamed")
    if (OFFICES - {"lady"}) & set(words):
        held = words[: max(n for n, w in enumerate(words) if w in OFFICES) + 1]
        persons = {w: a for w, a in persons.items() if w not in relatives or is_office(held, relatives[w])}
    of_surname = _of_surname(words, persons)
    found = of_surname or _of_office(words, persons)
    office = " ".join(words)
    joined = re.search(rf"\b{re.escape(office)}\b.*\band (?:the )?{re.escape(office)}\b", title, re.IGNORECASE)
    if not of_surname and joined is not None:  # "Remarks by President Berg and President Teller"
        return Speaker(actor=None, type="person", candidates=tuple(found))
    if not of_surname and (titled := named_in_title(words, title)):
        same = [] if " " in titled else _of_surname([titled.casefold()], persons)
        return Speaker(actor=next((who for who in (*found, *same) if who in same), titled), type="person")
    chosen = found if len(found) == 1 and of_surname else [who for who in found if who in headline]
    if len(chosen) == 1:
        return Speaker(actor=chosen[0], type="person")
    if found:
        return Speaker(actor=None, type="person", candidates=tuple(found))
    ranks = [n for n, w in enumerate(words) if w in OFFICES]
    if named or (ranks and ranks[-1] + 1 < len(words)):
        surname = words[ranks[-1] + 1 :] if ranks else words
        return Speaker(actor=" ".join(w.title() for w in surname), type="person")
    return Speaker(actor=None, name=label)


def _of_surname(words: list[str], persons: Mapping[str, Actor]) -> list[str]:
    """Persons whose last name the label ends with: "MS. BERG", "SECRETARY BERG", "ANA BERG"."""
    return [who for who in persons if who.casefold().split()[-1:] == words[-1:]]


def _of_office(words: list[str], persons: Mapping[str, Actor]) -> list[str]:
    """Persons in that very office: "THE VICE PRESIDENT" is no president."""
    return [who for who, actor in persons.items() if actor.role and is_office(words, actor.role.text)]


def is_office(words: list[str], role: str) -> bool:
    """Whether the words are the office of the role, with nothing but its state before: "Ostmark's premier"."""
    written = role.split()
    held = [w.casefold() for w in written]
    at = next((n for n in range(len(held) - len(words) + 1) if held[n : n + len(words)] == words), None)
    if at is None:
        return False
    after = held[at + len(words) : at + len(words) + 1]
    owned = all(w[:1].isupper() and w.casefold() not in _RANKS for w in written[:at])
    return owned and (not after or after[0] in OPENING_PHRASES)
