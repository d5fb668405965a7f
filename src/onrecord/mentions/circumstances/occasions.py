"""Where something was said, as far as the whole article tells: titles of transcripts, readouts, talks that go on."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from onrecord.mentions.circumstances.talks import going_on
from onrecord.mentions.circumstances.titles import of_readout, of_transcript
from onrecord.model import Article, Attribution, Layout
from onrecord.model.vocabulary import Setting

if TYPE_CHECKING:
    from spacy.tokens import Doc


def carry_settings(
    doc: "Doc", article: Article, layout: Layout, attributions: Sequence[Attribution]
) -> list[Attribution]:
    """The attributions with the settings that their own sentence does not say, in the order given.

    A transcript's turns have the setting of its title or opening, what two leaders say in the readout of a call was
    said in that call, and a source that plainly goes on talking does so where it began. Speakers must be resolved.
    """
    settings = {n: a.setting for n, a in enumerate(attributions)}
    for found in (
        of_transcript(article, attributions),
        going_on(doc, layout, attributions),
        of_readout(doc, article, attributions),
    ):
        for n, setting in found:
            settings[n] = settings[n] or setting
    return _same_setting([msgspec.structs.replace(a, setting=settings[n]) for n, a in enumerate(attributions)])


def _same_setting(attributions: list[Attribution]) -> list[Attribution]:
    """What an unnamed source told the same listeners, it told in the one setting that the article gives.

    "An official told reporters ... In the call with reporters, the official said": both were in the call.
    """
    settings: dict[tuple[str, str], set[Setting]] = {}
    for a in attributions:
        if (key := _told(a)) is not None and a.setting is not None:
            settings.setdefault(key, set()).add(a.setting)
    completed = list(attributions)
    for n, a in enumerate(attributions):
        given = settings.get(_told(a) or ("", ""), set())
        if a.setting is None and len(given) == 1:
            completed[n] = msgspec.structs.replace(a, setting=next(iter(given)))
    return completed


def _told(attribution: Attribution) -> tuple[str, str] | None:
    """Unnamed source and the words for its listeners."""
    speaker, listener = attribution.speaker, attribution.addressee
    if speaker is None or listener is None or speaker.type != "unnamed" or speaker.actor is None:
        return None
    return speaker.actor, listener.span.text.casefold()
