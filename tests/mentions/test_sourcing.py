"""How sources are described, whom they spoke to and where."""

import pytest

from factories import parsed
from mentions.builders import actor, said
from onrecord.mentions.sourcing import describe_sources
from onrecord.model import Actor, Attribution, Sourcing


def described(text: str, attribution: Attribution, *actors: Actor, outlet: str | None = None) -> Attribution:
    article, _, doc = parsed(text, outlet=outlet)
    (found,) = describe_sources(doc, article, (attribution,), actors)
    return found


def sourcing(text: str, source: str, *actors: Actor, cue: str = "said") -> Sourcing:
    content = text.partition(cue)[2].strip(" .")
    found = described(text, said(text, source, cue, content), *actors).sourcing
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "source", "level", "number"),
    [
        (
            "Two administration officials said the border would open.",
            "Two administration officials",
            "specific unnamed",
            2,
        ),
        (
            "A senior administration official said the border would open.",
            "A senior administration official",
            "specific unnamed",
            1,
        ),
        ("A diplomat said the border would open.", "A diplomat", "vague unnamed", 1),
        ("A Varenian diplomat said the border would open.", "A Varenian diplomat", "specific unnamed", 1),
        ("Her aides said the border would open.", "Her aides", "specific unnamed", None),
        ("The Democrats said the border would open.", "The Democrats", "specific unnamed", None),
        ("Some countries said the border would open.", "Some countries", "vague unnamed", None),
        ("The two governments said the border would open.", "The two governments", "office", None),
        ("Three diplomats said the border would open.", "Three diplomats", "specific unnamed", 3),
        ("Officials said the border would open.", "Officials", "vague unnamed", None),
        ("Senior officials said the border would open.", "Senior officials", "vague unnamed", None),
        ("A source said the border would open.", "A source", "vague unnamed", 1),
        ("Sources said the border would open.", "Sources", "vague unnamed", None),
        ("Critics said the border would open.", "Critics", "vague unnamed", None),
        (
            "People familiar with the talks said the border would open.",
            "People familiar with the talks",
            "specific unnamed",
            None,
        ),
        ("The ministry said the border would open.", "The ministry", "office", None),
        ("The government said the border would open.", "The government", "office", None),
        ("The president said the border would open.", "The president", "office", 1),
        (
            "A spokeswoman for the ministry said the border would open.",
            "A spokeswoman for the ministry",
            "office",
            1,
        ),
        ("The report said the border would open.", "The report", "document", None),
        ("Recent polling said the border would open.", "Recent polling", "document", None),
        ("One estimate said the border would open.", "One estimate", "document", None),
        ("Varenian media said the border would open.", "Varenian media", "other outlet", None),
        ("A draft treaty said the border would open.", "A draft treaty", "document", None),
        ("Ana Berg said the border would open.", "Ana Berg", "named", 1),
        ("Some said the border would open.", "Some", "vague unnamed", None),
        ("Two of the envoys said the border would open.", "Two of the envoys", "specific unnamed", 2),
    ],
)
def test_level_and_number(text: str, source: str, level: str, number: int | None) -> None:
    """The level and the number of people are read from the noun phrase alone."""
    found = sourcing(text, source)
    assert (found.level, found.number) == (level, number)
    assert found.text == source
    assert found.named == (level == "named")


def test_body_is_an_office() -> None:
    """A state or body that is known as an actor speaks as an office, with itself as affiliation."""
    text = "Varenia said the border would open."
    found = sourcing(text, "Varenia", actor(text, "Varenia", "VA"))
    assert (found.level, found.affiliation) == ("office", "VA")


def test_outlets() -> None:
    """Another outlet is told from the one whose text it is."""
    text = "The Harbour Courier said the border would open."
    attribution = said(text, "The Harbour Courier", "said", "the border would open")
    courier = actor(text, "The Harbour Courier", "The Harbour Courier", "outlet")
    other = described(text, attribution, courier).sourcing
    own = described(text, attribution, courier, outlet="harbourcourier.com").sourcing
    assert other is not None and own is not None
    assert (other.level, own.level) == ("other outlet", "own voice")


def test_figures_that_show_are_a_document() -> None:
    """Numbers that show something are a document; figures who say so are people."""
    text = "Figures show that trade fell."
    found = described(text, said(text, "Figures", "show", "that trade fell")).sourcing
    assert found is not None
    assert found.level == "document"


def test_people_named_before() -> None:
    """ "the officials" are those described before, "the critics" anybody."""
    text = "Officials arrived at noon. The officials said the border would open."
    assert sourcing(text, "The officials").level == "specific unnamed"
    assert sourcing("The critics said the border would open.", "The critics").level == "vague unnamed"


def test_affiliation_by_membership() -> None:
    """A diplomat "from a NATO country" belongs to a member that the text does not name."""
    text = "One diplomat from a NATO country said the border would open."
    found = sourcing(text, "One diplomat from a NATO country", actor(text, "NATO", "NATO", "organisation"))
    assert (found.level, found.number, found.affiliation) == ("specific unnamed", 1, "member of NATO, state unknown")


def test_affiliation_by_adjective() -> None:
    """ "Varenian officials" belong to Varenia and are specific."""
    text = "Varenian officials said the border would open."
    found = sourcing(text, "Varenian officials", actor(text, "Varenian", "VA"))
    assert (found.level, found.affiliation) == ("specific unnamed", "VA")


@pytest.mark.parametrize(
    ("text", "source", "closeness"),
    [
        (
            "A person familiar with the plan said the border would open.",
            "A person familiar with the plan",
            "familiar with the plan",
        ),
        ("Two officials briefed on the matter said the border would open.", "Two officials", "briefed on the matter"),
        ("A diplomat who attended the session said the border would open.", "A diplomat", "who attended the session"),
        ("An aide on the call said the border would open.", "An aide", "on the call"),
        (
            "A source with direct knowledge of the offer said the border would open.",
            "A source with direct knowledge of the offer",
            "with direct knowledge of the offer",
        ),
        ("The official said the border would open.", "The official", None),
    ],
)
def test_closeness(text: str, source: str, closeness: str | None) -> None:
    """How near the source is to the matter stands as written."""
    assert sourcing(text, source).closeness == closeness


@pytest.mark.parametrize(
    ("text", "source", "reason"),
    [
        (
            "A diplomat, speaking on condition of anonymity because the plan is secret, said the border would open.",
            "A diplomat",
            "because the plan is secret",
        ),
        (
            "An official who was not authorized to speak publicly said the border would open.",
            "An official",
            "was not authorized to speak publicly",
        ),
        ("A diplomat, speaking on condition of anonymity, said the border would open.", "A diplomat", None),
        (
            "A diplomat, asking for anonymity to discuss the plan, said the border would open.",
            "A diplomat",
            "to discuss the plan",
        ),
        (
            "A clerk who did not want to be named for fear of losing work said the border would open.",
            "A clerk",
            "for fear of losing work",
        ),
        (
            "An aide who was not permitted to speak publicly said the border would open.",
            "An aide",
            "was not permitted to speak publicly",
        ),
        (
            "A diplomat said the border would open. The diplomat spoke on the condition of anonymity "
            "to discuss private talks.",
            "A diplomat",
            "to discuss private talks",
        ),
    ],
)
def test_anonymity_reason(text: str, source: str, reason: str | None) -> None:
    """The reason for anonymity stands as written, or not at all."""
    assert sourcing(text, source).anonymity_reason == reason


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "addressee"),
    [
        ("An envoy told reporters the talks had ended.", "An envoy", "told", "the talks had ended", "reporters"),
        (
            "Allies have been assured by Varenia that nothing changes.",
            "Varenia",
            "have been assured",
            "that nothing changes",
            "Allies",
        ),
        (
            "An envoy said to journalists that the talks had ended.",
            "An envoy",
            "said",
            "that the talks had ended",
            "journalists",
        ),
        (
            "Ana Berg said in an interview with The Harbour Courier that talks had ended.",
            "Ana Berg",
            "said",
            "that talks had ended",
            "The Harbour Courier",
        ),
        ("An envoy said the talks had ended.", "An envoy", "said", "the talks had ended", None),
        (
            "An envoy told a news conference that the talks had ended.",
            "An envoy",
            "told",
            "that the talks had ended",
            None,
        ),
        ("An envoy said that Berg told reporters a lie.", "An envoy", "said", "that Berg told reporters a lie", None),
    ],
)
def test_addressee(text: str, source: str, cue: str, content: str, addressee: str | None) -> None:
    """Whom the source spoke to is read from the clause of the cue, never from the content."""
    found = described(text, said(text, source, cue, content)).addressee
    assert (found.span.text if found else None) == addressee


@pytest.mark.parametrize(
    ("text", "cue", "content", "setting"),
    [
        ("The envoy said in an interview that talks had ended.", "said", "that talks had ended", "interview"),
        ("In a call with reporters, the envoy said talks had ended.", "said", "talks had ended", "call"),
        ("The envoy said in a statement that talks had ended.", "said", "that talks had ended", "statement"),
        ("The envoy said at a news conference that talks had ended.", "said", "that talks had ended", "briefing"),
        ("The envoy wrote on Twitter that talks had ended.", "wrote", "that talks had ended", "post"),
        ("The envoy tweeted that talks had ended.", "tweeted", "that talks had ended", "post"),
        ("The envoy tweeted on Monday, blaming Ostmark for the delay.", "blaming", "Ostmark for the delay", "post"),
        ("In a speech on Monday, the envoy said talks had ended.", "said", "talks had ended", "speech"),
        ("The envoy wrote in a letter that talks had ended.", "wrote", "that talks had ended", "document"),
        ("The envoy said talks had ended.", "said", "talks had ended", None),
        ("The envoy said that he had lied in an interview.", "said", "that he had lied in an interview", None),
        ("In a call for calm, the envoy said talks had ended.", "said", "talks had ended", None),
    ],
)
def test_setting(text: str, cue: str, content: str, setting: str | None) -> None:
    """The setting is read from the clause of the cue and what opens the sentence, never from the content."""
    envoy = "The envoy" if "The envoy" in text else "the envoy"
    assert described(text, said(text, envoy, cue, content)).setting == setting


def test_setting_of_the_sentence_before() -> None:
    """ "In the call, ..." still holds for the next sentence of a source that refers back."""
    text = "In the call with reporters, the envoy urged calm. “We are patient,” they said."
    assert described(text, said(text, "they", "said", "“We are patient,”")).setting == "call"


def test_no_source() -> None:
    """Words without a source have the level none; a pronoun waits for its speaker."""
    text = "It is said that talks had ended. He said so."
    none = described(text, said(text, None, "is said", "that talks had ended")).sourcing
    assert none is not None
    assert none.level == "none"
    assert described(text, said(text, "He", ("said", 1), "so")).sourcing is None


def _level(text: str, source: str, cue: str, content: str) -> str | None:
    article, _, doc = parsed(text)
    (found,) = describe_sources(doc, article, (said(text, source, cue, content),), ())
    return found.sourcing.level if found.sourcing else None


@pytest.mark.parametrize(
    ("source", "level"),
    [
        ("Many Democrats", "specific unnamed"),
        ("Many voters", "vague unnamed"),
        ("A group of Varenian members of parliament", "specific unnamed"),
        ("Karl Holt-Teller, of the Telle Institute,", "named"),
        ("His national security adviser", "office"),
    ],
)
def test_who_is_narrowed_down(source: str, level: str) -> None:
    """A party or body narrows people down; a name before ", of" is a person's."""
    assert _level(f"{source} said it was late.", source, "said", "it was late") == level
