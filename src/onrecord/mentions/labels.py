"""Who stands behind a speaker's label in a transcript: "MS. BERG:", "THE PRESIDENT:", "Q"."""

from collections.abc import Mapping

from onrecord.model import Actor, Attribution, Speaker

_HONORIFICS = {"mr.", "ms.", "mrs.", "miss", "dr.", "sir", "mr", "ms", "mrs", "dr", "madam", "lord", "lady"}
_QUESTIONERS = {"q", "question", "reporter", "press", "journalist", "q:"}
_ROLE_WORDS = {
    "official", "officials", "moderator", "operator", "aide", "participant", "participants", "speaker", "interpreter",
    "audience", "staff", "staffer", "voice", "spokesperson", "host", "all", "member",
}  # fmt: skip


def is_label(attribution: Attribution) -> bool:
    """Whether the source is a label: capitals, with nothing but a colon for a cue."""
    if not attribution.source or attribution.form != "direct":
        return False
    return attribution.source[0].text.isupper() and all(c.text.strip(": \xa0") == "" for c in attribution.cue)


def label_speaker(label: str, persons: Mapping[str, Actor], headline: frozenset[str]) -> Speaker:
    """The person of that surname or office; a questioner is somebody else each time, an official stays unnamed.

    `headline` holds the persons whom the headline names: "Remarks by President Berg" decides who "THE PRESIDENT" is.
    """
    words = [w for w in label.casefold().split() if w != "the"]
    named = bool(words) and words[0] in _HONORIFICS
    words = words[1:] if named else words
    if not words or words[0] in _QUESTIONERS:
        return Speaker(actor=None, type="unnamed", name=label)
    if _ROLE_WORDS & set(words):
        return Speaker(actor=f"unnamed:{' '.join(words)}", type="unnamed")
    of_surname = _of_surname(words, persons)
    found = of_surname or _of_office(words, persons)
    chosen = of_surname if len(of_surname) == 1 else [who for who in found if who in headline]
    if len(chosen) == 1:
        return Speaker(actor=chosen[0], type="person")
    if found:
        return Speaker(actor=None, type="person", candidates=tuple(found))
    if named:
        return Speaker(actor=" ".join(w.title() for w in words), type="person")
    return Speaker(actor=None, name=label)


def _of_surname(words: list[str], persons: Mapping[str, Actor]) -> list[str]:
    """Persons whose last name the label ends with: "MS. BERG", "SECRETARY BERG", "ANA BERG"."""
    return [who for who in persons if who.casefold().split()[-1:] == words[-1:]]


def _of_office(words: list[str], persons: Mapping[str, Actor]) -> list[str]:
    """Persons in that very office: "THE VICE PRESIDENT" is no president."""
    return [who for who, actor in persons.items() if actor.role and actor.role.text.casefold().split() == words]
