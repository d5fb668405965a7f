"""Whose an act is that the tagger tells."""

import msgspec
import pytest

from onrecord.model import Trigger
from onrecord.model.vocabulary import PositionAct
from onrecord.records.positions import find_positions
from reading_factories import learned, mentioned


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("The deal of Varenia raised fears among its allies.", ["allies"]),
        ("The deal of Varenia raised fears.", []),
        ("The deal of Varenia raised fears about its course towards Ostmark among allies.", ["allies"]),
    ],
)
def test_what_a_thing_stirs_is_not_held_by_whose_it_is(text: str, sides: list[str]) -> None:
    """But by those among whom it is stirred, if the text tells them."""
    [draft] = learned(text, "raised", act="concern", holder="Varenia")
    assert [h.side for h in draft.holders] == sides


@pytest.mark.parametrize(
    ("text", "word", "act", "holder", "sides"),
    [
        # Of two that are no pair the one who does it, else the one whose word it is.
        ("Varenia heard the guild. Ostmark laughed it off.", "laughed", "refusal", "Varenia Ostmark", ["Ostmark"]),
        ("Varenia and Ostmark laughed it off.", "laughed", "refusal", "Varenia Ostmark", ["Varenia", "Ostmark"]),
        ("Varenia named boats stopped by Ostmark.", "stopped", "accusation", "Varenia Ostmark", ["Ostmark"]),
        ("Varenia said the guild is a foe. Ostmark left.", "foe", "accusation", "Varenia Ostmark", ["Varenia"]),
        # What a speaker tells of another is no act of that one.
        ("“Ostmark ruined the old town,” Varenia said.", "ruined", "accusation", "Ostmark", ["Varenia"]),
        # What is feared does not fear.
        ("There are fears that Ostmark will close the lock.", "fears", "concern", "Ostmark", []),
        ("One worry is that Ostmark may close the lock.", "worry", "concern", "Ostmark", []),
    ],
)
def test_whom_the_tagger_points_to_holds_it_in_its_clause(
    text: str, word: str, act: PositionAct, holder: str, sides: list[str]
) -> None:
    """A pointer to several, or into what is feared, is settled by the sentence."""
    [draft] = learned(text, word, act=act, holder=holder)
    assert [h.side for h in draft.holders] == sides


@pytest.mark.parametrize(
    ("text", "word", "act", "holder"),
    [
        ("Ostmark was pressed to be more active.", "pressed", "demand", "Ostmark"),
        ("Ostmark is ruining the old town.", "ruining", "accusation", "Ostmark"),
        ("Ostmark called. Attention was drawn to the rude words of its guild.", "words", "accusation", "Ostmark"),
    ],
)
def test_what_an_office_publishes_of_another_is_its_own(text: str, word: str, act: PositionAct, holder: str) -> None:
    """Not an act of whom it asks or blames."""
    [draft] = learned(text, word, act=act, holder=holder, home="Varenia")
    assert [h.side for h in draft.holders] == ["Varenia"]


@pytest.mark.parametrize(
    ("text", "word", "holder", "addressee", "home", "sides"),
    [
        # The office that publishes, the speaker, somebody unknown who is quoted.
        ("Ostmark's appetite for islands grows.", "appetite", "Ostmark", "Ostmark", "Varenia", ["Varenia"]),
        ("Towns were ruined by Ostmark.", "ruined", "Ostmark", "Ostmark", "Varenia", ["Varenia"]),
        ("Varenia said Ostmark's appetite grows.", "appetite", "Ostmark", "Ostmark", None, ["Varenia"]),
        ("“Ostmark ruined the town,” a baker said.", "ruined", "Ostmark", "Ostmark", None, []),
        (
            "“The pact which Ostmark broke is void,” Varenia said.",
            "broke",
            "Varenia Ostmark",
            "Ostmark",
            None,
            ["Varenia"],
        ),
        # Told within its own reported words; a word of speech that tells what it does.
        ("Ostmark hopes to renew the pact it broke.", "broke", "Ostmark", "Ostmark", "Varenia", ["Varenia"]),
        ("Ostmark screams from a tower.", "screams", "Ostmark", "Ostmark", "Varenia", ["Varenia"]),
        # The outlet's own opinion is nobody's.
        ("Towns were ruined by Ostmark.", "ruined", "Ostmark", "Ostmark", None, None),
        # A word of speech too, where it is done by the one who is blamed.
        ("“Ostmark attacked us,” Varenia said.", "attacked", "Ostmark", "Ostmark", None, ["Varenia"]),
        # What accuses is no deed.
        ("Ostmark's claims about the towns grow.", "claims", "Ostmark", "Ostmark", None, ["Ostmark"]),
    ],
)
def test_whom_the_tagger_sees_blamed_by_a_word_does_not_blame(
    text: str, word: str, holder: str, addressee: str, home: str | None, sides: list[str] | None
) -> None:
    """Where it takes the same one for the holder, it is whoever tells it."""
    found = learned(text, word, act="accusation", holder=holder, addressee=addressee, home=home)
    assert [[h.side for h in d.holders] for d in found] == ([] if sides is None else [sides])
    assert all(d.addressee is not None and d.addressee.side == "Ostmark" for d in found if sides != ["Ostmark"])


@pytest.mark.parametrize(
    ("text", "word", "act", "holder", "sides"),
    [
        ("Varenia's premier left amid fears that the lock may shut.", "fears", "concern", "Varenia", []),
        ("Varenia closed the lock after Friday's indictment of two.", "indictment", "accusation", "Varenia", []),
        ("There were calls for Varenia to leave the talks.", "calls", "demand", "Varenia", []),
        ("Varenia left despite criticism among the allies.", "criticism", "accusation", "Varenia", ["allies"]),
        ("Varenia closed the lock amid calls and fears voiced by Ostmark.", "fears", "concern", "Varenia", ["Ostmark"]),
        ("Varenia closed the lock after Ostmark's outcry over it.", "outcry", "accusation", "Ostmark", ["Ostmark"]),
    ],
)
def test_what_is_only_named_is_of_those_whom_the_phrase_tells(
    text: str, word: str, act: PositionAct, holder: str, sides: list[str]
) -> None:
    """Not of whoever acts in the sentence."""
    found = learned(text, word, act=act, holder=holder)
    assert [h.side for d in found for h in d.holders] == sides


@pytest.mark.parametrize(
    ("text", "word", "holder", "addressee", "sides"),
    [
        ("Ostmark will wreck the truce.", "wreck", "Ostmark", "Ostmark", ["Varenia"]),
        ("Ostmark will pay a steep price.", "pay", "Ostmark", "", ["Varenia"]),
        ("Lorvane will bar the barges of Ostmark.", "bar", "Lorvane", "Ostmark", ["Lorvane"]),
        ("“We will pay a steep price,” Ostmark said.", "pay", "We", "", ["Ostmark"]),
    ],
)
def test_whom_harm_is_foretold_does_not_warn(
    text: str, word: str, holder: str, addressee: str, sides: list[str]
) -> None:
    """Whoever tells it does; but he warns who announces what he will do to another."""
    [draft] = learned(text, word, act="warning", holder=holder, addressee=addressee, home="Varenia")
    assert [h.side for h in draft.holders] == sides


def test_by_whom_one_feels_threatened_fears_nothing() -> None:
    """The one who feels so does."""
    text = "Varenia says that Varenia is threatened by drills of Ostmark."
    [draft] = learned(text, "threatened", act="concern", holder="Varenia", addressee="Ostmark")
    assert [h.side for h in draft.holders] == ["Varenia"]


def test_a_person_may_attack_with_words() -> None:
    """They are his own, whoever tells of them."""
    text = "“Mayor Ana Berg attacked the council,” Varenia said."
    [draft] = learned(text, "attacked", act="accusation", holder="Berg", addressee="Berg")
    assert [h.actor for h in draft.holders] == ["Ana Berg"]


@pytest.mark.parametrize(
    "text",
    [
        "Varenia said that Ostmark had invaded two of its neighbours.",
        "“The island belongs to Ostmark, which invaded two islands,” Varenia said.",
    ],
)
def test_who_tells_a_deed_blames_its_doer(text: str) -> None:
    """In indirect words too, and where the doer is named ahead of "which"."""
    [draft] = learned(text, "invaded", act="accusation", holder="Ostmark")
    assert [h.side for h in draft.holders] == ["Varenia"]
    assert draft.addressee is not None
    assert draft.addressee.side == "Ostmark"


def test_a_subject_that_is_no_party_hands_its_act_to_nobody() -> None:
    """ "A panel accused Ostmark" is no act of those who spoke before."""
    text = "Varenia spoke. Then a panel denied that it was asked."
    article, doc, mentions = mentioned(text)
    at = {t.text: t.i for t in doc}
    trigger = Trigger(at["denied"], {"denial": 0.9}, {}, {}, {}, (at["Varenia"],), (), ())
    found = find_positions(doc, article, msgspec.structs.replace(mentions, triggers=(trigger,)))
    assert [(p.act, p.holder) for p in found] == [("denial", None)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Europe must show strength.", "show"),
        ("The borders of the islands must be guaranteed.", "guaranteed"),
        ("The fifth package must be agreed upon.", "agreed"),
        ("The world should recognise this crime.", "recognise"),
    ],
)
def test_what_must_be_told_is_a_demand_of_whoever_says_so(text: str, word: str) -> None:
    """Also of a verb that says that its subject does something: "must show", "must be agreed"."""
    [draft] = learned(text, word, act="demand", home="Varenia")
    assert [h.side for h in draft.holders] == ["Varenia"]


def test_whom_a_speaker_meets_or_tells_holds_nothing_of_what_he_says() -> None:
    """The tagger may point to a guest; what was said is the host's."""
    text = "Ana Berg of Varenia met Ivo Holt of Ostmark and said that the pipeline would be shut."
    [draft] = learned(text, "shut", act="warning", holder="Holt")
    assert [h.side for h in draft.holders] == ["Varenia"]
    assert draft.content is not None and draft.content.text == "the pipeline would be shut"


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Varenia feels the support of Ostmark for Varenia.", ["Ostmark"]),
        ("Varenia feels the wide support for Varenia.", []),
    ],
)
def test_who_gets_support_does_not_give_it(text: str, sides: list[str]) -> None:
    """Who gives it holds the endorsement; nobody known where the words do not tell."""
    [draft] = learned(text, "support", act="endorsement", holder="Varenia")
    assert [h.side for h in draft.holders] == sides
