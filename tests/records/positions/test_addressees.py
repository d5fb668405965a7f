"""Whom an act is for or against, where the tagger tells it."""

import msgspec
import pytest

from onrecord.model import Trigger
from onrecord.model.vocabulary import PositionAct
from onrecord.records.positions import find_positions
from reading_factories import learned, mentioned


@pytest.mark.parametrize(
    ("whom", "word", "side"),
    [
        ("its predecessor over the Ostmark lock", "predecessor", None),
        ("Ostmark's propagandists", "propagandists", "Ostmark"),
    ],
)
def test_of_somebody_unknown_only_his_phrase_tells_who_is_blamed(whom: str, word: str, side: str | None) -> None:
    """No other name of the sentence."""
    [draft] = learned(f"Varenia trolled {whom}.", "trolled", act="accusation", holder="Varenia", addressee=word)
    assert (draft.addressee.side if draft.addressee else None) == side


@pytest.mark.parametrize(
    ("text", "act", "pointed", "whom"),
    [
        ("Varenia blamed Ostmark-backed rebels.", "accusation", "blamed rebels", "unnamed:ostmark-backed rebels"),
        ("Varenia accused the news media of lying.", "accusation", "accused media", "unnamed:news media"),
        ("Varenia criticised firms that trade with Ostmark.", "accusation", "criticised firms", "unnamed:firms"),
        ("Varenia urged banks in Ostmark to wait.", "demand", "urged banks", "unnamed:banks"),
        ("Varenia called on voters to wait.", "demand", "called voters", "unnamed:voters"),
        ("Varenia lashed out at foreign banks.", "accusation", "lashed banks", "unnamed:foreign banks"),
        ("Varenia warned foreign firms that the lock would shut.", "warning", "warned firms", "unnamed:foreign firms"),
        ("Varenia thanked its partners for the boats.", "endorsement", "thanked partners", "unnamed:partners"),
        ("Varenia wants members of the council to wait.", "demand", "wants members", "unnamed:members"),
        # Of whom the text has told before, what is no one who acts, whom others are blamed for, who is held to do it.
        ("Varenia urged the firms to wait.", "demand", "urged firms", None),
        ("Varenia denounced the foreign reports.", "accusation", "denounced reports", None),
        ("Varenia condemned the arrest of foreign voters.", "accusation", "condemned voters", None),
        ("Varenia warned that foreign firms would leave.", "warning", "warned firms", None),
    ],
)
def test_whom_no_name_is_known_of_is_called_as_written(
    text: str, act: PositionAct, pointed: str, whom: str | None
) -> None:
    """Where the tagger points to him and he stands where the word has its addressee."""
    article, doc, mentions = mentioned(text)
    cue, addressee = (next(t.i for t in doc if t.text == word) for word in pointed.split())
    trigger = Trigger(cue, {act: 0.9}, {}, {}, {}, (0,), (addressee,), ())
    found = find_positions(doc, article, msgspec.structs.replace(mentions, triggers=(trigger,)))
    assert [(p.act, p.addressee) for p in found] == [(act, whom)]


@pytest.mark.parametrize(
    ("text", "act", "pointed", "whom"),
    [
        ("Varenia is prepared to go on without Ostmark.", "offer", "prepared Ostmark", None),
        ("Varenia urged talks despite Ostmark.", "demand", "urged Ostmark", None),
        ("Varenia is prepared to go on with Ostmark.", "offer", "prepared Ostmark", "Ostmark"),
        ("Ostmark sent boats; Varenia offered to host talks.", "offer", "offered Ostmark", None),
        ("Varenia met Ostmark and offered to host talks.", "offer", "offered Ostmark", "Ostmark"),
        ("Ostmark shelled a port. The act was condemned by Varenia.", "accusation", "condemned Ostmark", "Ostmark"),
        ("Varenia blamed none other than Ostmark.", "accusation", "blamed Ostmark", "Ostmark"),
        ("Varenia asked for officials able to stay.", "demand", "asked officials", "unnamed:officials"),
        ("Varenia asked to send a team of five observers.", "demand", "asked observers", None),
        ("Varenia asked for observers at the lock.", "demand", "asked observers", None),
        ("Varenia asked observers to wait.", "demand", "asked observers", "unnamed:observers"),
    ],
)
def test_who_only_stands_near_by_is_not_addressed(text: str, act: PositionAct, pointed: str, whom: str | None) -> None:
    """Whom one does without, who acts in the clause before, whom one wants there."""
    article, doc, mentions = mentioned(text)
    cue, addressee = (next(t.i for t in doc if t.text == word) for word in pointed.split())
    holder = next(t.i for t in doc if t.text == "Varenia")
    trigger = Trigger(cue, {act: 0.9}, {}, {}, {}, (holder,), (addressee,), ())
    found = find_positions(doc, article, msgspec.structs.replace(mentions, triggers=(trigger,)))
    assert [(p.act, p.holder, p.addressee) for p in found] == [(act, "Varenia", whom)]


def test_whoever_is_betrayed_is_not_accused() -> None:
    """Who betrays him is."""
    text = "“It was a betrayal of Ostmark,” Varenia said."
    [draft] = learned(text, "betrayal", act="accusation", holder="Varenia", addressee="Ostmark")
    assert draft.addressee is None


def test_who_does_what_is_blamed_is_called_as_written() -> None:
    """Where no name is known of him."""
    [draft] = learned("“Foreign banks hoard it,” Varenia said.", "hoard", act="accusation", addressee="banks")
    assert draft.addressee is not None and draft.addressee.named == "unnamed:foreign banks"


def test_the_occupiers_are_those_of_whom_the_text_tells() -> None:
    """Also where somebody is blamed by that word only."""
    text = "Ostmark's armed aggression against Varenia goes on. “The occupiers ruined the old town,” Varenia said."
    [draft] = learned(text, "ruined", act="accusation", holder="said", addressee="occupiers")
    assert draft.addressee is not None and draft.addressee.side == "Ostmark"
