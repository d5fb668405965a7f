"""Drafts of positions as they are finished: voice, strength, flags."""

import pytest

from factories import an_article
from onrecord.model import Position
from onrecord.pipeline import read_article
from reading_factories import told


@pytest.mark.parametrize(
    ("said", "content"),
    [
        ("Ostmark's gas is not on the table, and Berg says so.", "Ostmark's gas"),
        ("Such barges are a red line for Ostmark.  What do you say?", "Such barges"),
        ("And the new bases in Varenia are unacceptable to Ostmark.", None),
    ],
)
def test_a_label_is_no_part_of_the_content(said: str, content: str | None) -> None:
    """Whatever the parser makes of it."""
    (found,) = told(f"MS. HOLT:  We will wait.\n\nQ    {said}\n\nMS. HOLT:  No.")
    assert [c.text for c in found.content] == ([content] if content else [])


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Varenia said it rejected the draft.", "own"),
        ("Ostmark said Varenia rejected the draft.", "other"),
        ("Varenia rejected the draft.", "outlet"),
    ],
)
def test_voice(text: str, voice: str) -> None:
    """Whose word it is that the holder holds it."""
    assert [(p.holder, p.voice) for p in told(text)] == [("Varenia", voice)]


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("Varenia strongly condemned the raid.", "strong"),
        ("Varenia voiced deep concern over the drills.", "strong"),
        ("Varenia could accept a pause.", "weak"),
        ("Varenia hinted at a pause.", "weak"),
        ("Varenia condemned the raid.", None),
        pytest.param(
            "Varenia condemned the strong wind.",
            None,
            marks=pytest.mark.xfail(strict=True, reason="what qualifies any object of a cue counts for the cue"),
        ),
    ],
)
def test_strength(text: str, strength: str | None) -> None:
    """By the cue and what qualifies it."""
    found = told(text)
    assert found
    assert {p.strength for p in found} == {strength}


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("Varenia refused to rule out a strike.", ("negated",)),
        ("Varenia declined to exclude a base in Lorvane.", ("negated",)),
        ("Varenia refused to sign the draft.", ()),
    ],
)
def test_who_rules_nothing_out_refuses_nothing(text: str, flags: tuple[str, ...]) -> None:
    """What is refused is a refusal."""
    [found] = told(text)
    assert (found.act, found.flags) == ("refusal", flags)


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("In May 2019 Norway rejected the draft.", ("historical",)),
        ("Since May 2019 Norway has rejected the draft.", ()),
        ("In February Norway rejected the draft.", ()),
        ("Norway rejects the draft that was written in May 2019.", ()),
        ("Norway signed the pact with Sweden in May 2019.", ("historical",)),
        ("Norway accused Sweden of having closed the port in May 2019.", ()),
    ],
)
def test_what_was_told_more_than_a_year_before_is_historical(text: str, flags: tuple[str, ...]) -> None:
    """By the date of its own clause."""
    [found] = read_article(an_article(text, published="2024-03-10"), strict=True).of(Position)
    assert found.flags == flags


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("Varenia said it would not sign the draft.", ()),
        ("It would not sign the draft, Varenia said.", ()),
        ("Varenia said it would close the lock and would not sign the draft.", ()),
        ("Varenia said it would offer a pause.", ("hypothetical",)),
        ("Varenia said it would not sign unless Ostmark lifts the ban.", ()),
        ("Varenia said it would not support the draft.", ()),
        ("Varenia said it would support the draft.", ("hypothetical",)),
        ("Varenia would not accept the draft.", ("hypothetical",)),
        ("The envoys left in May. That term Varenia would not accept.", ("hypothetical",)),
        ("Analysts predicted that Varenia would not sign the draft.", ("hypothetical",)),
        ("Norwegian analysts said Norway would not sign the draft.", ("hypothetical",)),
        ("Varenia doubted that it would reject the draft.", ("hypothetical",)),
        ("Varenia could have said it would reject the draft.", ("hypothetical",)),
        ("Varenia said that otherwise it would not sign the draft.", ("hypothetical",)),
        ("In 1990 Varenia said it would reject the draft.", ("hypothetical",)),
        ("Varenia said it would perhaps not sign the draft.", ("hypothetical",)),
        ("Varenia said that, had Ostmark asked, it would reject the draft.", ("hypothetical",)),
        ("Varenia said it would reject the draft if it had a choice.", ("hypothetical",)),
        ("Varenia said it would, given the chance, reject the draft.", ("hypothetical",)),
        ("Varenia said it would support the draft if Ostmark had signed it.", ("hypothetical",)),
        ("Varenia said it could support the draft.", ("hypothetical",)),
        ("Varenia says it would support the draft.", ("hypothetical",)),
        ("Norway said that Sweden would not sign the draft.", ("hypothetical",)),
        ("Varenia said it would have signed the draft.", ("hypothetical",)),
    ],
)
def test_would_of_what_was_said_is_will(text: str, flags: tuple[str, ...]) -> None:
    """Of the speaker's own acts; not with a condition, which may be unreal."""
    assert {p.flags for p in told(text)} == {flags}


def test_what_denies_the_cue_is_of_its_words() -> None:
    """ "No longer" as "not"."""
    [found] = told("Varenia no longer opposes the draft.")
    assert [s.text for s in found.spans] == ["no longer opposes the draft"]
