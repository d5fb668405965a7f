"""Events: the pairs that a parse joins, and what is written of them."""

import pytest

from factories import an_article, parsed
from onrecord.model import Event, Position
from onrecord.pipeline import read_article
from onrecord.records.events.dyads import dyads_of, phrase_of


def events(text: str) -> list[Event]:
    """Events of a text published on Sunday, 9 January 2022."""
    return list(read_article(an_article(text, published="2022-01-09"), strict=True).of(Event))


@pytest.mark.parametrize(
    ("sentence", "actor", "cue", "recipient"),
    [
        ("Ostmark lent two billion to Varenia.", "Ostmark", "lent", "Varenia"),
        ("Two sailors were arrested by the police of Ostmark.", "the police of Ostmark", "arrested", "Two sailors"),
        ("Ostmark threatened to shell the port of Telle.", "Ostmark", "shell", "the port of Telle"),
        ("Ostmark agreed to send help to Varenia.", "Ostmark", "send", "Varenia"),
        ("Talks between Ostmark and Varenia resumed in May.", "Ostmark", "Talks", "Varenia"),
        ("Ostmark's condemnation of Varenia was sharp.", "Ostmark", "condemnation", "Varenia"),
        ("A Russian attack on the bridge killed two.", "Russian", "attack", "the bridge"),
        ("Ostmark and Varenia signed a treaty.", "Ostmark", "signed", "Varenia"),
        ("The premier, who accused Varenia of spying, left the hall.", "The premier", "accused", "Varenia"),
        ("Rebels trained by Ostmark attacked the convoy.", "Ostmark", "trained", "Rebels"),
        ("Ostmark left the talks, accusing Varenia of bad faith.", "Ostmark", "accusing", "Varenia"),
        ("Ostmark demanded that Varenia withdraw its guns.", "Ostmark", "demanded", "Varenia"),
        (
            "The envoy of Ostmark said he would meet the premier of Varenia.",
            "The envoy of Ostmark",
            "meet",
            "the premier of Varenia",
        ),
    ],
)
def test_verbs_and_nouns_of_acts_join_two_phrases(sentence: str, actor: str, cue: str, recipient: str) -> None:
    """Objects, agents, open clauses, participles, pairs, what is asked of somebody, pronouns in reported speech."""
    _, _, doc = parsed(sentence)
    found = [d for s in doc.sents for d in dyads_of(s)]
    assert (actor, cue, recipient) in [
        (phrase_of(d.actor).text, d.cue.text, phrase_of(d.recipient).text) for d in found
    ]


@pytest.mark.parametrize("sentence", ["It rained in Telle on Monday.", "Ostmark grew by two percent in May."])
def test_times_measures_and_empty_subjects_are_no_side(sentence: str) -> None:
    """Nobody does anything to anybody."""
    _, _, doc = parsed(sentence)
    assert [d for s in doc.sents for d in dyads_of(s)] == []


@pytest.mark.parametrize(
    ("sentence", "plover", "actor", "recipient"),
    [
        ("French police arrested two Russian sailors.", "COERCE", "FR", "two Russian sailors"),
        ("Two Russian sailors were arrested by Turkish police.", "COERCE", "TR", "Two Russian sailors"),
        ("The United States imposed sanctions on two Iranian banks.", "COERCE", "US", "two Iranian banks"),
        ("Canada expelled four Russian diplomats.", "SANCTION", "CA", "four Russian diplomats"),
        ("Denmark suspended its aid to Mali.", "SANCTION", "DK", "Mali"),
        ("Turkey released two Greek soldiers.", "RETREAT", "TR", "two Greek soldiers"),
        ("Germany donated tents to Ukraine.", "AID", "DE", "Ukraine"),
        ("Students protested against Russia in Berlin on Friday.", "PROTEST", None, "Russia"),
        ("Rebels killed nine soldiers of Ukraine in an ambush.", "ASSAULT", None, "nine soldiers of Ukraine"),
    ],
)
def test_who_does_what_to_whom(sentence: str, plover: str, actor: str | None, recipient: str) -> None:
    """One event an act, its type by the model, the actor by its id where the mentions know it."""
    (event,) = events(sentence)
    assert (event.plover, event.actor, event.recipient_spans[0].text) == (plover, actor, recipient)
    assert event.rule == "event.model"
    assert 0 < event.score <= 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Russia released a plan for schools on Monday.",
        "France played an important role in Mali.",
        "The French president called Congress on Monday.",
        "Russia will consult Ukraine on Monday.",
    ],
)
def test_what_no_word_speaks_for_is_no_event(sentence: str) -> None:
    """Things are not set free, a role is not played down, a call calls nobody out."""
    assert not [e for e in events(sentence) if e.plover in {"RETREAT", "CONCEDE", "REJECT", "ACCUSE"}]


def test_what_is_told_as_a_position_is_not_told_again() -> None:
    """Of an act there is one line with its type, actor and recipient, whichever kind of record it is."""
    reading = read_article(an_article("Spain recognized Kosovo."), strict=True)
    found = [f for f in reading.finds if getattr(f, "plover", None) == "SUPPORT"]
    told = [(f.holder, f.addressee) if isinstance(f, Position) else (f.actor, f.recipient) for f in found]
    assert told == [("ES", "XK")]


def test_the_words_that_decide_are_named() -> None:
    """The verb with its auxiliaries, and the noun of the act between it and the recipient."""
    (event,) = events("The United States imposed sanctions on two Iranian banks.")
    assert [c.text for c in event.cue] == ["imposed", "sanctions"]
    assert event.spans[0].text == "The United States imposed sanctions on two Iranian banks"
    assert event.actor_spans[0].text == "The United States"


def test_whose_soldiers_they_are_is_told() -> None:
    """The recipient's id, where its own words name a side's forces; sailors are no government."""
    assert events("Turkey released two Greek soldiers.")[0].recipient == "GR"
    assert events("French police arrested two Russian sailors.")[0].recipient is None


@pytest.mark.parametrize(
    ("sentence", "flags", "plover"),
    [
        ("Japan will send aid to Ukraine.", ("planned",), "AID"),
        ("Poland did not arrest the Russian envoy.", ("negated",), "COERCE"),
        ("Poland refrained from threatening Russia.", ("negated",), "THREATEN"),
        ("Poland is not saying that it condemns Russia.", ("negated",), "ACCUSE"),
        ("Russia would release the Ukrainian sailors if a court agreed.", ("hypothetical",), "CONCEDE"),
    ],
)
def test_flags(sentence: str, flags: tuple[str, ...], plover: str) -> None:
    """What is announced, denied or thinkable is flagged; a release to come is conceded, not carried out."""
    (event,) = events(sentence)
    assert (event.flags, event.plover) == (flags, plover)


@pytest.mark.parametrize(
    "sentence",
    [
        "Russia condemned the drill of NATO.",  # a position
        "Russia and Ukraine held talks in Minsk.",  # a meeting
        "Russia threatened to shell Kharkiv.",  # a position, and an activity
        "Will Turkey release the Greek soldiers?",
        "A guard arrested a thief.",  # nobody that is known
        "The film about Russia drew large crowds in Paris.",
        "The committee published its report on Russia.",
        "The museum in Vienna shows paintings from Russia.",
        "Snow fell in Ukraine on Friday.",
        "The president lives in Moscow.",
    ],
)
def test_what_another_record_tells_and_what_is_no_event(sentence: str) -> None:
    """Nothing is written twice, and plain life is no event."""
    assert events(sentence) == []
