"""Whom a source spoke to and where: in the sentence, in titles, and where a talk goes on."""

import msgspec
import pytest

from factories import parsed
from mentions.builders import actor, said
from onrecord.mentions.circumstances import carry_settings
from onrecord.mentions.sourcing import describe_sources
from onrecord.model import Actor, Attribution, Speaker
from onrecord.model.vocabulary import Setting


def described(text: str, attribution: Attribution, *actors: Actor) -> Attribution:
    article, _, doc = parsed(text)
    (found,) = describe_sources(doc, article, (attribution,), actors)
    return found


def settings(text: str, *attributions: Attribution, title: str | None = None) -> list[Setting | None]:
    article, layout, doc = parsed(text)
    article = msgspec.structs.replace(article, title=title)
    known = describe_sources(doc, article, attributions, ())
    return [a.setting for a in carry_settings(doc, article, layout, known)]


def by(attribution: Attribution, person: str) -> Attribution:
    return msgspec.structs.replace(attribution, speaker=Speaker(actor=person, type="person"))


def turn(text: str, label: str, words: str) -> Attribution:
    found = said(text, label, None, words, form="direct")
    return msgspec.structs.replace(found, rule="attribution.label")


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "addressee"),
    [
        ("The council urged Ostmark to wait.", "The council", "urged", "to wait", "Ostmark"),
        ("The council urged Ostmark to wait.", "The council", "urged", "Ostmark to wait", "Ostmark"),
        (
            "Two senators called on the premier to cancel the visit.",
            "Two senators",
            "called on",
            "the premier to cancel the visit",
            "the premier",
        ),
        (
            "Berg thanked the mayor of the port for her patience.",
            "Berg",
            "thanked",
            "the mayor of the port for her patience",
            "the mayor of the port",
        ),
        (
            "“They are friends,” Berg said, thanking the mayor for her patience.",
            "Berg",
            "said",
            "“They are friends,”",
            "the mayor",
        ),
        (
            "Berg was asked by a reporter whether the talks would go on.",
            "a reporter",
            "was asked",
            "whether the talks would go on",
            "Berg",
        ),
        ("Asked whether she would sign, Berg said no.", None, "Asked", "whether she would sign", "Berg"),
        (
            "Berg told the state-run broadcaster RTV that the talks would go on.",
            "Berg",
            "told",
            "that the talks would go on",
            "the state-run broadcaster RTV",
        ),
        ("“We wait,” Berg told Harbour News on Friday.", "Berg", "told", "“We wait,”", "Harbour News"),
        ("Berg told reporters: “We wait.”", "Berg", "told reporters:", "“We wait.”", "reporters"),
        (
            "The minister informed those present about the new bridge.",
            "The minister",
            "informed",
            "about the new bridge",
            "those present",
        ),
        ("Berg has promised many times to sign.", "Berg", "has promised", "to sign", None),
        ("Berg told the truth about the bridge.", "Berg", "told", "about the bridge", None),
        ("Berg warned that old mines were adrift.", "Berg", "warned", "that old mines were adrift", None),
        ("The minister ordered the release of six men.", "The minister", "ordered", "the release of six men", None),
        ("Berg called the plan a mistake.", "Berg", "called", "the plan a mistake", None),
    ],
)
def test_addressee(text: str, source: str | None, cue: str, content: str, addressee: str | None) -> None:
    """Whoever is told, asked, urged or thanked, the whole noun phrase, also where the content takes it in."""
    berg = (actor(text, "Berg", "Ana Berg", "person"),) if "Berg" in text else ()
    ostmark = (actor(text, "Ostmark", "OS"),) if "Ostmark" in text else ()
    found = described(text, said(text, source, cue, content), *berg, *ostmark).addressee
    assert (found.span.text if found else None) == addressee


def test_a_label_speaks_to_nobody() -> None:
    """The thanks in a transcript's turn are its words, not those of the colon."""
    text = "MS. BERG: Thank you for the welcome, Mr. Mayor."
    assert described(text, said(text, "MS. BERG", ":", "Thank you for the welcome, Mr. Mayor.")).addressee is None


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "setting"),
    [
        ("Speaking at a forum, Berg said talks had ended.", "Berg", "said", "talks had ended", "speech"),
        ("Writing in a blog post, Berg said talks had ended.", "Berg", "said", "talks had ended", "post"),
        ("Berg told a news conference that talks had ended.", "Berg", "told", "that talks had ended", "briefing"),
        ("Berg said on “Harbour Talk” that talks had ended.", "Berg", "said", "that talks had ended", None),
        ("Berg said on Telle TV’s “Harbour Talk” that talks had ended.", "Berg", "said", "that talks", "interview"),
        ('Berg told "Meet Varenia" that talks had ended.', "Berg", "told", "that talks had ended", "interview"),
        (
            'Speaking on Telle TV\'s "Harbour Talk," Berg said talks had ended.',
            "Berg",
            "said",
            "talks had ended",
            "interview",
        ),
        (
            "Berg said for Telle TV’s “Harbour Talk” that talks had ended.",
            "Berg",
            "said",
            "that talks had ended",
            "interview",
        ),
        ("Berg wrote to Orlo, saying talks had ended.", "Berg", "saying", "talks had ended", "document"),
        ("Berg wrote that talks had ended.", "Berg", "wrote", "that talks had ended", None),
        ("Berg said on “certain” grounds that talks had ended.", "Berg", "said", "that talks had ended", None),
        (
            "Berg released a statement praising the truce.",
            "Berg",
            "released a statement praising",
            "the truce",
            "statement",
        ),
        ("Berg issued a letter calling for calm.", "Berg", "calling for", "calm", "document"),
        ("On Monday, Berg fired off a tweet blaming Ostmark.", "Berg", "fired off a tweet blaming", "Ostmark", "post"),
        ("In a series of tweets, Berg complained that talks had ended.", "Berg", "complained", "that talks", "post"),
        ("Berg said at the start of a briefing that talks had ended.", "Berg", "said", "that talks", "briefing"),
        ("In the wake of the report, Berg said talks had ended.", "Berg", "said", "talks had ended", None),
        ("Berg gave an interview in which she said talks had ended.", "she", "said", "talks had ended", "interview"),
        ("Berg went to a rally, where she said talks had ended.", "she", "said", "talks had ended", "speech"),
        (
            "Asked in an interview about Orlo, Berg said talks had ended.",
            "Berg",
            "said",
            "talks had ended",
            "interview",
        ),
        ("Asked about Orlo in the letter, Berg said talks had ended.", "Berg", "said", "talks had ended", None),
        ("Berg tweeted that talks had ended, blaming Ostmark.", "Berg", "blaming", "Ostmark", "post"),
        (
            "Berg made the offer in an interview, adding that talks had ended.",
            "Berg",
            "adding",
            "that talks",
            "interview",
        ),
        (
            "Protesters interrupted her speech, shouting that talks had ended.",
            "Protesters",
            "shouting",
            "that talks",
            None,
        ),
        ("The ministry said on its website that talks had ended.", "The ministry", "said", "that talks", "statement"),
        ("Berg declined to name a date in an interview.", "Berg", "declined", "to name a date", "interview"),
        ("Berg said in a phone interview that talks had ended.", "Berg", "said", "that talks had ended", "interview"),
        ("Twitter said that talks had ended.", "Twitter", "said", "that talks had ended", None),
        ("Berg said by telephone that talks had ended.", "Berg", "said", "that talks had ended", "call"),
        ("The letter said talks had ended.", "The letter", "said", "talks had ended", "document"),
        ("Berg said this in a conversation with media representatives.", "Berg", "said", "this", "briefing"),
        ("Berg said this in a conversation with her aides.", "Berg", "said", "this", None),
        ("Talks had ended, according to a tweet.", "a tweet", "according to", "Talks had ended", "post"),
        ("The port's Twitter account said talks had ended.", "The port's Twitter account", "said", "talks", "post"),
        ("The constitution forbids any such treaty.", "The constitution", "forbids", "any such treaty", None),
        ("Berg commented on the report that talks had ended.", "Berg", "commented", "talks had ended", None),
        ("After a call with Orlo, Berg said talks had ended.", "Berg", "said", "talks had ended", None),
        ("Berg told the Harbour Post that talks had ended.", "Berg", "told", "that talks had ended", None),
        ("Berg has sought calm, saying in an interview she would wait.", "Berg", "has sought", "calm", None),
        ("In his post as envoy, Berg said talks had ended.", "Berg", "said", "talks had ended", None),
    ],
)
def test_setting(text: str, source: str, cue: str, content: str, setting: str | None) -> None:
    """Only what the sentence says of these very words."""
    assert described(text, said(text, source, cue, content)).setting == setting


@pytest.mark.parametrize(
    ("title", "setting"),
    [
        ("Background Press Call by Senior Officials on the Bridge", "call"),
        ("Press Gaggle by Secretary Berg En Route to the Port", "briefing"),
        ("Remarks by Premier Berg in Press Conference", "briefing"),
        ("Remarks by Premier Berg at the Opening of the Bridge", "speech"),
        ("Interview with the Harbour Courier", "interview"),
        ("Meeting with the Mayor of the Port", None),
    ],
)
def test_transcripts(title: str, setting: str | None) -> None:
    """Each turn has the setting that the title names."""
    text = "MS. BERG:  The bridge is open.\n\nQ  Since when?"
    turns = (turn(text, "MS. BERG", "The bridge is open."), turn(text, "Q", "Since when?"))
    assert settings(text, *turns, title=title) == [setting, setting]


def test_opening_of_a_transcript() -> None:
    """Where the title does not tell, what stands before the first label may."""
    text = "Via Teleconference\n\nMS. BERG:  The bridge is open."
    assert settings(text, turn(text, "MS. BERG", "The bridge is open."), title="On the Bridge") == ["call"]


def test_readout_of_a_call() -> None:
    """What the two leaders said to each other was said in the call; a meeting is no setting."""
    text = "Premier Ana Berg spoke today with President Orlo of Ostmark. They agreed to keep the bridge open."
    both = said(text, "They", "agreed", "to keep the bridge open")
    assert settings(text, both, title="Readout of Premier Berg’s Call with President Orlo of Ostmark") == ["call"]
    assert settings(text, both, title="Readout of Premier Berg’s Meeting with President Orlo of Ostmark") == [None]


def test_passives_of_a_readout() -> None:
    """In the readout of a call what "was expressed" was expressed in it, whatever the passive leaves out."""
    text = "Premier Ana Berg spoke today with President Orlo of Ostmark. Hope was expressed for a swift deal."
    hope = said(text, None, "was expressed for", "a swift deal")
    assert settings(text, hope, title="Telephone conversation with President Orlo of Ostmark") == ["call"]
    assert settings(text, hope, title="Meeting with President Orlo of Ostmark") == [None]


@pytest.mark.parametrize(
    ("then", "source", "cue", "content", "setting"),
    [
        ("She added that nobody would leave.", "She", "added", "that nobody would leave", "briefing"),
        ("Berg also said nobody would leave.", "Berg", "also said", "nobody would leave", "briefing"),
        ("Orlo said nobody would leave.", "Orlo", "said", "nobody would leave", None),
        ("She has said that nobody would leave.", "She", "has said", "that nobody would leave", None),
        ("Earlier she said nobody would leave.", "she", "said", "nobody would leave", None),
        ("During breakfast she said nobody would leave.", "she", "said", "nobody would leave", None),
        ("She told Harbour News nobody would leave.", "She", "told", "nobody would leave", None),
        ("She believes nobody will leave.", "She", "believes", "nobody will leave", None),
        ("At the same time, Berg said nobody would leave.", "Berg", "said", "nobody would leave", "briefing"),
        ("According to Berg, nobody would leave.", "Berg", "According to", "nobody would leave", "briefing"),
    ],
)
def test_a_talk_goes_on(then: str, source: str, cue: str, content: str, setting: str | None) -> None:
    """The same source speaks on where it began, until somebody else speaks or another occasion is named."""
    text = f"Ana Berg said at a news conference that the bridge was open.\n\n{then}"
    at = 1 if source == "Berg" else 0
    first = by(said(text, "Ana Berg", "said", "that the bridge was open"), "Ana Berg")
    cue_at = (cue, 1) if cue == "said" else cue
    second = said(text, (source, at), cue_at, content)
    who = "Robert Orlo" if source == "Orlo" else "Ana Berg"
    assert settings(text, first, by(second, who)) == ["briefing", setting]


def test_a_talk_of_the_outlets_own_sentence() -> None:
    """The sentence that says where somebody spoke need not say what."""
    text = "Ana Berg spoke at a convention of mayors on Friday. Berg said the bridge was open."
    assert settings(text, by(said(text, ("Berg", 1), "said", "the bridge was open"), "Ana Berg")) == ["speech"]


def test_a_post_is_short() -> None:
    """A paragraph further on nobody is tweeting any more."""
    text = "Ana Berg tweeted that the bridge was open. She added a plea for calm.\n\nShe said nobody would leave."
    found = settings(
        text,
        by(said(text, "Ana Berg", "tweeted", "that the bridge was open"), "Ana Berg"),
        by(said(text, "She", "added", "a plea for calm"), "Ana Berg"),
        by(said(text, ("She", 1), "said", "nobody would leave"), "Ana Berg"),
    )
    assert found == ["post", "post", None]
