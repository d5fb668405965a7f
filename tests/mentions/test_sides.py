"""Whose side "we" is."""

import pytest

from factories import parsed
from onrecord.mentions.quantities import find_quantities
from onrecord.mentions.sides import Sides
from onrecord.model import Actor, Article, Attribution, Mentions, Speaker, cut
from onrecord.model.vocabulary import Form

TEXT = (
    "MS. BERG: We have sent 40 tanks. HOLT: We have sent 50 tanks. OFFICIAL: We have 60 tanks. Q: Do we have 70 tanks?"
)
TURNS = {"MS. BERG": "Ana Berg", "HOLT": "Tom Holt", "OFFICIAL": "unnamed:official", "Q": "unnamed:q"}


def article(text: str, outlet: str | None) -> Article:
    return Article(id="x", name="x", text=text, raw=b"", outlet=outlet, title="Briefing by Ana Berg, May 5")


def said(text: str, label: str, speaker: str | None, *, form: Form = "direct", until: int | None = None) -> Attribution:
    begin = text.index(f"{label}: ") if form == "direct" else text.index(label)
    content = text.index("e ", begin) - 1 if form == "direct" else begin + len(label) + 6
    end = until or min(
        (text.find(f"{other}: ", content) for other in TURNS if f"{other}: " in text[content:]), default=len(text)
    )
    return Attribution(
        id=label,
        spans=(cut(text, begin, end),),
        rule="test",
        score=1.0,
        source=(cut(text, begin, begin + len(label)),),
        content=(cut(text, content, end),),
        form=form,
        speaker=Speaker(actor=speaker, type="person"),
        flags=("question",) if label == "Q" else (),
    )


HOLT = Actor(
    spans=(cut(TEXT, TEXT.index("HOLT"), TEXT.index("HOLT") + 4),),
    rule="test", score=1.0, actor="Tom Holt", type="person", reading="person", state="XO",
)  # fmt: skip


@pytest.mark.parametrize(
    ("outlet", "sides"),
    [("President of Germany", ["DE", "XO", "DE", None]), ("The Vare Courier", [None, "XO", None, None])],
)
def test_turns_of_a_transcript(outlet: str, sides: list[str | None]) -> None:
    """A speaker's state; on the site of a state's office its own people, but no questioner."""
    said_ = [said(TEXT, label, speaker) for label, speaker in TURNS.items()]
    _, _, doc = parsed(TEXT)
    found = find_quantities(doc, article(TEXT, outlet), Mentions(actors=(HOLT,), attributions=said_))
    assert [(q.lower, q.whose) for q in found] == list(zip([40, 50, 60, 70], sides, strict=True))


def test_own_voice_and_indirect_speech() -> None:
    """ "We" in the outlet's own voice, and inside what somebody is reported to say, is the outlet's side."""
    text = "We need peace. Holt said that we need tanks."
    reported = said(text, "Holt", "Tom Holt", form="indirect")
    for outlet, side in (("President of Germany (president.example)", "DE"), ("The Vare Courier", None)):
        sides = Sides(article(text, outlet), [HOLT], [reported])
        assert (sides.at(0), sides.at(text.index("we need"))) == (side, side)
