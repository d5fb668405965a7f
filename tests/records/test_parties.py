"""Parties: who acts for a state, and whom a phrase names."""

import pytest

from factories import parsed
from onrecord.model import Mentions
from onrecord.records.parties import Parties
from reading_factories import mentioned, told


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("Prime Minister Ana Berg of Varenia rejected the draft.", ["Varenia"]),
        ("The presidents of Varenia and Ostmark rejected the draft.", ["Varenia", "Ostmark"]),
        ("Varenia and Ostmark rejected the draft.", ["Varenia", "Ostmark"]),
        ("Varenia Senator Ana Berg rejected the draft.", ["Ana Berg"]),
        ("Former President Ana Berg of Varenia rejected the draft.", ["Ana Berg"]),
        ("Prime Minister Ana Berg rejected the draft. Prime Minister Ana Berg of Varenia left.", ["Varenia"]),
        ("In May then-President Ana Berg of Varenia rejected the draft.", ["Varenia"]),
        ("Varenia was silent for a day. Its government rejected the draft.", ["Varenia"]),
        ("Berg rejected the draft. Varenia Senator Ana Berg left.", ["Ana Berg"]),
        ("“We reject the draft,” said Richard Holt, who recently met Russian officials in Telle.", ["Richard Holt"]),
    ],
)
def test_the_side_is_the_state_where_somebody_acts_for_it(text: str, holders: list[str]) -> None:
    """A state after the name counts wherever it stands; an office apart from the state does not."""
    assert [p.holder for p in told(text) if p.act == "refusal"] == holders


@pytest.mark.parametrize(
    ("label", "outlet", "holder"),
    [
        ("MS. KELLER", "The White House", "US"),
        ("SENIOR ADMINISTRATION OFFICIAL", "The White House", "US"),
        ("MS. KELLER", "The Harbour Courier", "Keller"),
    ],
)
def test_staff_of_an_official_transcript_speak_for_it(label: str, outlet: str, holder: str) -> None:
    """Elsewhere a label is only a name."""
    text = f"{label}:  Good morning, everybody.\n\nQ    What do you want?\n\n{label}:  We reject the draft text.\n"
    assert [p.holder for p in told(text, outlet=outlet) if p.act == "refusal"] == [holder]


@pytest.mark.parametrize("called", ["", "  Go ahead, Marta."])
def test_who_asks_takes_no_side(called: str) -> None:
    """A reporter's "we" is nobody's, also where the name is known."""
    text = f"MS. KELLER:  Good morning.{called}\n\nQ    We reject the draft text.\n\nMS. KELLER:  Thank you.\n"
    assert not [p for p in told(text, outlet="The White House") if p.holder]


def test_the_title_of_a_transcript_tells_whose_a_label_is() -> None:
    """Also where the text itself never names them."""
    title = "Remarks by Vice President Keller and Prime Minister Berg of Norway Before Bilateral Meeting"
    text = (
        "VICE PRESIDENT KELLER:  We reject the draft text.\n\n"
        "PRIME MINISTER BERG:  We reject it too.\n\nVICE PRESIDENT KELLER:  Thank you.\n"
    )
    found = told(text, title=title, outlet="The White House")
    assert [p.holder for p in found if p.act == "refusal"] == ["US", "NO"]


def test_who_speaks_by_the_title_of_an_official_text_acts_for_its_state() -> None:
    """Also where the text never names him."""
    text = "Friends of the harbour! I believe that we will reject the draft text."
    found = told(text, title="The harbour is ours – address by President Tom Holt", outlet="President of Norway")
    assert [p.holder for p in found if p.act == "refusal"] == ["NO"]


@pytest.mark.parametrize(
    ("who", "holders"),
    [
        ("The senators", ["unnamed:senators"]),
        ("Ostmark's lawmakers", ["unnamed:ostmark's lawmakers"]),
        ("A grand jury", ["unnamed:grand jury"]),
        ("Lawmakers from both parties", ["unnamed:lawmakers from both parties"]),
        ("The senator", [None]),
        ("Voters", []),
        ("Several companies", []),
    ],
)
def test_those_apart_from_their_state_hold_it_as_written(who: str, holders: list[str]) -> None:
    """Of others without a name, who are no political actors, nothing is recorded."""
    assert [p.holder for p in told(f"Ostmark met Varenia. {who} rejected the draft.")] == holders


def test_words_are_those_of_the_article() -> None:
    """Also where a line ends among them."""
    text = "Ostmark met Varenia on the river Telle on Monday and left, and Lorvane\nlawmakers rejected it."
    article, _, doc = parsed(text)
    party = Parties(Mentions(), article).as_written(next(t for t in doc if t.text == "lawmakers"))
    assert party.span is not None
    assert party.span.text == "Lorvane\nlawmakers"


@pytest.mark.parametrize(
    ("office", "outlet", "holder"),
    [
        ("Presidential Aide Ana Berg", "President of Norway", "NO"),
        ("Finance Minister Ana Berg", "President of Norway", "NO"),
        ("Mayor Ana Berg", "President of Norway", "Ana Berg"),
        ("Finance Minister Ana Berg", "The Harbour Courier", "Ana Berg"),
    ],
)
def test_an_office_names_its_own_officials_without_the_state(office: str, outlet: str, holder: str) -> None:
    """Not those who do not act for it, and no other outlet."""
    assert [p.holder for p in told(f"{office} rejected the draft.", outlet=outlet)] == [holder]


def test_you_is_the_other_of_two_who_met() -> None:
    """As an addressee, where the tagger points to it."""
    title = "Remarks by Vice President Keller and Prime Minister Berg of Norway Before Bilateral Meeting"
    told = ("VICE PRESIDENT KELLER:  Hello.", "PRIME MINISTER BERG:  We thank you.", "VICE PRESIDENT KELLER:  Yes.")
    text = "\n\n".join(told)
    article, doc, mentions = mentioned(text, title=title, outlet="The White House")
    you = next(t for t in doc if t.text == "you")
    listener = Parties(mentions, article).listener(you)
    assert listener is not None and listener.side == "US"


@pytest.mark.parametrize(
    ("who", "holder"),
    [
        ("Varenia-backed forces", None),
        ("The Varenia-sponsored government of Ostmark", "Ostmark"),
        ("Ostmark's Varenia-trained soldiers", "Ostmark"),
        ("Varenia-led forces", "Varenia"),
        ("The Varenia-controlled ministry", "Varenia"),
        ("Varenia forces", "Varenia"),
    ],
)
def test_who_backs_others_does_not_hold_what_they_hold(who: str, holder: str | None) -> None:
    """Who leads them does."""
    assert [p.holder for p in told(f"{who} rejected the draft.")] == [holder]


def test_allies_are_not_the_state_whose_they_are() -> None:
    """Nor the continent or alliance that they come from."""
    for whose in ("American allies", "European allies", "NATO allies", "NATO Allies"):
        assert [p.holder for p in told(f"{whose} rejected the draft.")] == ["allies"]


@pytest.mark.parametrize("phrase", ["The harbour", "Snow", "A clerk's dog"])
def test_a_thing_is_no_party(phrase: str) -> None:
    """Nor is anything near it."""
    article, doc, mentions = mentioned(f"{phrase} lay in Vare.")
    parties = Parties(mentions, article)
    assert parties.all_of(next(t for t in doc if t.dep_.startswith("nsubj"))) == []


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("Varenia and Ostmark met. Envoys of both governments rejected the draft.", {"Varenia", "Ostmark"}),
        ("Ostmark senators held the pass. The senators rejected the draft.", set()),
    ],
)
def test_people_without_a_name_are_of_the_states_told_before(text: str, holders: set[str]) -> None:
    """ "Both governments" are those of the talks; senators told of again are of nobody."""
    assert {p.holder for p in told(text) if p.act == "refusal" and p.holder in {"Varenia", "Ostmark"}} == holders
