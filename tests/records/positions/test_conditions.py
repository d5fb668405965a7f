"""Conditions: what it takes, and who must move."""

import pytest

from factories import parsed
from onrecord.records.positions.conditions import carried_on, conditions
from reading_factories import told


@pytest.mark.parametrize(
    ("text", "words", "mover", "reciprocal"),
    [
        (
            "Varenia is ready to open the gates if Ostmark withdraws its guns.",
            "if Ostmark withdraws its guns",
            "Ostmark",
            False,
        ),
        (
            "Varenia is ready to open the gates unless Ostmark closes the lock.",
            "unless Ostmark closes the lock",
            "Ostmark",
            False,
        ),
        ("Varenia is ready to open the gates in return for a pledge.", "in return for a pledge", None, False),
        (
            "Varenia is ready to open the gates if Ostmark takes reciprocal steps.",
            "if Ostmark takes reciprocal steps",
            "Ostmark",
            True,
        ),
        ("Varenia offered mutual inspections.", "mutual inspections", None, True),
        (
            "Should Ostmark choose to withdraw, Varenia is ready to talk.",
            "Should Ostmark choose to withdraw",
            "Ostmark",
            False,
        ),
        (
            "Were Ostmark to withdraw its ships, Varenia is ready to talk.",
            "Were Ostmark to withdraw its ships",
            "Ostmark",
            False,
        ),
        ("Varenia is ready to talk in the event of a truce.", "in the event of a truce", None, False),
        ("Varenia is ready to talk only if Ostmark stops.", "only if Ostmark stops", "Ostmark", False),
        (
            "Varenia said that if Ostmark — if Ostmark opens the gates, Varenia is ready to talk.",
            "if Ostmark opens the gates",
            "Ostmark",
            False,
        ),
        (
            "Varenia is ready to talk if Ostmark leaves Lorvane and the aid the allies are giving.",
            "if Ostmark leaves Lorvane",
            "Ostmark",
            False,
        ),
    ],
)
def test_conditions(text: str, words: str, mover: str | None, reciprocal: bool) -> None:
    """What it takes, and who must move."""
    (found,) = [p for p in told(text) if p.act == "offer"]
    assert found.condition is not None
    on = found.condition
    assert (on.spans[0].text, on.mover, on.reciprocal) == (words, mover, reciprocal)


@pytest.mark.parametrize(
    ("text", "words", "mover", "reciprocal"),
    [
        (
            "Varenia will not accept a base as long as Ostmark shells the port.",
            "as long as Ostmark shells the port",
            "Ostmark",
            False,
        ),
        (
            "Varenia refuses to sign for as long as Ostmark holds the bridge.",
            "for as long as Ostmark holds the bridge",
            "Ostmark",
            False,
        ),
        (
            "Varenia said on Monday it would not accept a base unless Ostmark first opens the gates.",
            "unless Ostmark first opens the gates",
            "Ostmark",
            False,
        ),
        (
            "Varenia said that it would not withdraw before Ostmark opened the gates.",
            "before Ostmark opened the gates",
            "Ostmark",
            False,
        ),
        (
            "Varenia will not negotiate while Ostmark holds the bridge.",
            "while Ostmark holds the bridge",
            "Ostmark",
            False,
        ),
        ("Varenia refuses to sign until the ban is lifted.", "until the ban is lifted", None, False),
        (
            "Varenia is ready to talk, but only if Ostmark opens the gates.",
            "only if Ostmark opens the gates",
            "Ostmark",
            False,
        ),
        (
            "Varenia offered to open the gates, subject to a pledge from Ostmark.",
            "subject to a pledge from Ostmark",
            "Ostmark",
            False,
        ),
        (
            "Varenia agreed to a pause on condition that Ostmark leaves the bridge.",
            "on condition that Ostmark leaves the bridge",
            "Ostmark",
            False,
        ),
        (
            "Varenia promised to open the gates in return for Ostmark's withdrawal.",
            "in return for Ostmark's withdrawal",
            "Ostmark",
            False,
        ),
        ("In return, Varenia promised to open the gates.", "In return", None, False),
        (
            "Varenia promised to leave the bridge if Ostmark did the same.",
            "if Ostmark did the same",
            "Ostmark",
            True,
        ),
        (
            "Varenia is ready to pull back if both sides do so.",
            "if both sides do so",
            None,
            True,
        ),
        (
            "Varenia said it would stick to the truce, provided that Ostmark opens the gates.",
            "provided that Ostmark opens the gates",
            "Ostmark",
            False,
        ),
    ],
)
def test_conditions_of_other_forms(text: str, words: str, mover: str | None, reciprocal: bool) -> None:
    """Of refusals too, of what is not done meanwhile, in return, and of what both are to do."""
    (found,) = told(text)
    assert found.condition is not None
    on = found.condition
    assert (on.spans[0].text, on.mover, on.reciprocal) == (words, mover, reciprocal)


def test_who_must_move_is_whom_it_asks() -> None:
    """A pronoun in the condition of a demand is not who demands: "Varenia urged Ostmark to leave if it is late"."""
    (found,) = [p for p in told("Varenia urged Ostmark to leave the talks if it is not ready.") if p.act == "demand"]
    assert found.condition is not None
    assert found.condition.mover == "Ostmark"


@pytest.mark.parametrize(
    "text",
    [
        "Varenia reaffirmed its mutual commitment to peace.",
        "Varenia is ready to open the gates.",
        "Varenia rejected the draft if that matters.",
        "Varenia fears that the river will be closed.",
        "Varenia is ready to talk, even if Ostmark stays.",
        "Varenia offered talks once Ostmark had closed the bridge.",
        "Varenia offered to ask if Ostmark will withdraw.",
        "Varenia is ready to talk, if you look at the record.",
        "Varenia is ready for a mutually useful exchange of views.",
        "Varenia is ready to work in areas of mutual interest.",
        "Varenia offered the mutual recognition of passports.",
        "Varenia urged Ostmark to find out if the gates are open.",
        "Varenia promised that a system will be provided that can stop the fires.",
        "Varenia concedes that it opened the gates, if not the bridge.",
        "Varenia offered grain for as long as it takes.",
        "Varenia refuses to sell its mills for as long as they turn.",
        "Varenia offered talks as soon as Monday.",
        "Varenia offered talks as soon as the bridge was open.",
        "Varenia offered a cut in the price of goods subject to tolls.",
        "Varenia refused to sign before noon.",
        "Varenia offered talks while Ostmark closed the bridge.",
        "Varenia offered little in return.",
        "Varenia asked for nothing in return.",
        "Varenia cannot accept the toll, while Ostmark does.",
        "Varenia rejects the idea that Ostmark will attack if Lorvane joins.",
        "Varenia, subject to sanctions since May, offered talks.",
        "Varenia promised a contingent on Monday.",
        "Varenia will accept no truce without Lorvane.",
        "Varenia voiced support for Ostmark, if it comes to that.",
    ],
)
def test_no_condition(text: str) -> None:
    """ "Mutual" of an assurance, or an act that nothing can be the price of."""
    found = told(text)
    assert found
    assert all(p.condition is None for p in found)


def test_an_inverted_condition_is_no_demand() -> None:
    """ "Should Ostmark go on" asks nothing; it is the condition of what follows."""
    found = told("Varenia said that it is ready to close the gates should Ostmark invade the province.")
    assert [(p.act, [s.text for s in p.condition.spans] if p.condition else None) for p in found] == [
        ("offer", ["should Ostmark invade the province"])
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They will pay if Ostmark invades Lorvane. They will face a ban.", "if Ostmark invades Lorvane"),
        (
            "They will pay if Ostmark invades Lorvane. They will pay. They will face a ban.",
            "if Ostmark invades Lorvane",
        ),
        ("They will pay if Ostmark invades Lorvane. It will face a ban.", None),
        ("They will pay if Ostmark invades Lorvane. They would face a ban.", None),
        ("They will pay if Ostmark invades Lorvane. Snow fell. They will face a ban.", None),
    ],
)
def test_a_series_goes_on_under_its_condition(text: str, words: str | None) -> None:
    """As long as subject and modal stay."""
    _, _, doc = parsed(text)
    face = next(t for t in doc if t.text == "face")
    stated = carried_on(doc[face.i : face.i + 1])
    assert (stated.words.text if stated else None) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Varenia will not sign the treaty without a pledge from Ostmark.", "without a pledge from Ostmark"),
        ("There can be no deal without inspections of the dam.", "without inspections of the dam"),
        ("Without securing the border there can be no truce.", "Without securing the border"),
        (
            "Varenia will come on the understanding that the gates stay open.",
            "on the understanding that the gates stay open",
        ),
    ],
)
def test_what_is_denied_without_it(text: str, words: str) -> None:
    """What is lacking is the condition of what is denied; an understanding that somebody comes with."""
    _, _, doc = parsed(text)
    assert [c.words.text for sentence in doc.sents for c in conditions(sentence)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Under no circumstances should Ostmark join the league, Varenia said.",
        "Varenia demands that Ostmark at once withdraw its troops.",
        "Varenia warned on condition of anonymity that Ostmark will attack.",
        "Varenia will help, just in case.",
        "Varenia is ready to meet again if necessary.",
        "Varenia will sign the treaty without hesitation.",
        "Varenia did not vote without reason.",
    ],
)
def test_what_is_no_condition(text: str) -> None:
    """Fronted negatives, "at once", anonymity, manners of speaking, a lack that denies nothing ahead."""
    _, _, doc = parsed(text)
    assert [c.words.text for sentence in doc.sents for c in conditions(sentence)] == []


def test_what_stands_before_a_condition_does_not_end_it() -> None:
    """Whatever noun with a clause of its own that is."""
    text = "We will consult both about the talks and the tolls we will impose on Ostmark should it close the bridge."
    [sentence] = parsed(text)[2].sents
    assert [stated.words.text for stated in conditions(sentence)] == ["should it close the bridge"]
