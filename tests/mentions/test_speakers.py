"""Who the source is, inside the article."""

import msgspec
import pytest

from factories import parsed
from mentions.builders import actor, said, span
from onrecord.mentions.actors import find_actors
from onrecord.mentions.sourcing import describe_sources
from onrecord.mentions.sourcing.resolved import resolve_sourcing
from onrecord.mentions.speakers import listen, resolve_speakers
from onrecord.model import Actor, Attribution, Speaker
from onrecord.model.vocabulary import ActorType, Form


def resolved(
    text: str,
    *attributions: Attribution,
    actors: tuple[Actor, ...] = (),
    title: str | None = None,
    outlet: str | None = None,
) -> list[Attribution]:
    article, layout, doc = parsed(text, outlet=outlet)
    article = msgspec.structs.replace(article, title=title)
    described = tuple(describe_sources(doc, article, attributions, actors))
    with_speakers = [
        a if a.id else msgspec.structs.replace(a, id=str(n))
        for n, a in enumerate(resolve_speakers(listen(doc, article, layout, described, actors), described))
    ]
    return resolve_sourcing(doc, article, layout, tuple(with_speakers), actors)


def speakers(
    text: str, *attributions: Attribution, actors: tuple[Actor, ...] = (), title: str | None = None
) -> list[Speaker]:
    return [a.speaker for a in resolved(text, *attributions, actors=actors, title=title) if a.speaker is not None]


def test_a_namesake_with_another_first_name_is_another() -> None:
    """ "Paul Holt" whom nothing else knows is not the article's Marvin Holt."""
    text = "Marvin Holt left. Paul Holt said it was late."
    known = (actor(text, "Marvin Holt", "Marvin Holt", "person"),)
    (found,) = speakers(text, said(text, "Paul Holt", "said", "it was late"), actors=known)
    assert (found.actor, found.type) == ("Paul Holt", "person")


def test_named_with_the_office_given_elsewhere() -> None:
    """A surname alone still has the office that the article gave before."""
    text = "Foreign Minister Ana Berg arrived. Berg said the border would open."
    people = (
        actor(text, "Foreign Minister Ana Berg", "Ana Berg", "person", role="Foreign Minister"),
        actor(text, "Berg", "Ana Berg", "person", nth=1),
    )
    (found,) = speakers(text, said(text, ("Berg", 1), "said", "the border would open"), actors=people)
    assert (found.actor, found.type, found.role, found.rule) == (
        "Ana Berg",
        "person",
        "Foreign Minister",
        "speaker.named",
    )


def test_state_as_speaker() -> None:
    """A state or body is its own speaker."""
    text = "Varenia said the border would open."
    (found,) = speakers(
        text, said(text, "Varenia", "said", "the border would open"), actors=(actor(text, "Varenia", "VA"),)
    )
    assert (found.actor, found.type) == ("VA", "state")


def test_she_goes_to_the_woman() -> None:
    """First names and subjects decide who "she" is, and the sourcing becomes named."""
    text = "Ana Berg met Robert Teller in the capital. She said the border would open."
    people = (actor(text, "Ana Berg", "Ana Berg", "person"), actor(text, "Robert Teller", "Robert Teller", "person"))
    (found,) = resolved(text, said(text, "She", "said", "the border would open"), actors=people)
    assert found.speaker is not None and found.sourcing is not None
    assert (found.speaker.actor, found.speaker.rule) == ("Ana Berg", "speaker.he_she")
    assert found.speaker.same_as[0].text == "Ana Berg"
    assert (found.sourcing.level, found.sourcing.text) == ("named", "She")


def test_he_between_two_equals_stays_open() -> None:
    """Two men in one breath: nobody is chosen, both are candidates."""
    text = "Robert Teller and James Orlov arrived. He said the border would open."
    people = (
        actor(text, "Robert Teller", "Robert Teller", "person"),
        actor(text, "James Orlov", "James Orlov", "person"),
    )
    (found,) = speakers(text, said(text, "He", "said", "the border would open"), actors=people)
    assert found.actor in {None, "Robert Teller"}
    assert set(found.candidates or (found.actor,)) >= {"Robert Teller"}


def test_whom_the_article_calls_he_is_not_she() -> None:
    """A name that tells no gender takes that of the pronouns it was given elsewhere."""
    text = (
        "Zorvan arrived. He had left early. He was tired, and he slept. He woke late.\n\n"
        "Zorvan met Teller. She said the border would open."
    )
    people = tuple(
        actor(text, name, name, "person", nth=nth) for name, nth in (("Zorvan", 0), ("Zorvan", 1), ("Teller", 0))
    )
    (found,) = speakers(text, said(text, "She", "said", "the border would open"), actors=people)
    assert found.actor == "Teller"


def test_no_woman_no_she() -> None:
    """A pronoun of another gender than everybody named stays open."""
    text = "Robert Teller arrived. She said the border would open."
    (found,) = speakers(
        text,
        said(text, "She", "said", "the border would open"),
        actors=(actor(text, "Robert Teller", "Robert Teller", "person"),),
    )
    assert found.actor is None


REFERENCE = (
    "A senior ministry official said the border would open.\n\n"
    "Many trucks waited.\n\n"
    "“It is a first step,” the ministry official said.\n\n"
    "In the call, the official urged calm. “We are patient,” they said."
)


def _officials(text: str) -> tuple[Actor, ...]:
    who = "unnamed:senior ministry official"
    return (
        actor(text, "A senior ministry official", who, "unnamed"),
        actor(text, "the ministry official", who, "unnamed"),
        actor(text, "the official", who, "unnamed"),
    )


def test_back_reference_and_singular_they() -> None:
    """ "the official" and "they" come back to the senior official, with all mentions named and one sourcing level."""
    found = resolved(
        REFERENCE,
        said(REFERENCE, "A senior ministry official", "said", "the border would open"),
        said(REFERENCE, "the ministry official", ("said", 1), "“It is a first step,”", form="direct"),
        said(REFERENCE, "they", ("said", 2), "“We are patient,”", form="direct"),
        actors=_officials(REFERENCE),
    )
    assert {f.speaker.actor for f in found if f.speaker} == {"unnamed:senior ministry official"}
    assert {f.sourcing.level for f in found if f.sourcing} == {"specific unnamed"}
    assert [f.sourcing.text for f in found if f.sourcing] == [
        "A senior ministry official",
        "the ministry official",
        "they",
    ]
    assert [f.addressee.span.text if f.addressee else None for f in found] == [None, None, None]
    last = found[2].speaker
    assert last is not None
    assert [s.text for s in last.same_as] == [
        "A senior ministry official",
        "the ministry official",
        "the official",
    ]


def test_plural_they_are_the_people_before() -> None:
    """After several officials "they" are these officials."""
    text = "Ministry officials urged calm. “We are patient,” they said."
    (found,) = speakers(
        text,
        said(text, "they", "said", "“We are patient,”", form="direct"),
        actors=(actor(text, "Ministry officials", "unnamed:ministry officials", "unnamed"),),
    )
    assert (found.actor, found.rule) == ("unnamed:ministry officials", "speaker.they")


@pytest.mark.parametrize(
    ("text", "sources", "who"),
    [
        (
            "The officials argue that it helps. The envoy, they said, wants peace.",
            ("The officials", ("they", 0)),
            "unnamed:officials",
        ),
        ("The officials argue that it helps. “They want peace,” Berg said.", ("The officials", ("They", 0)), None),
        (
            "The officials argue that it helps.\n\nThe envoy, they said, wants peace.",
            ("The officials", ("they", 0)),
            None,
        ),
    ],
)
def test_they_are_the_unnamed_group_of_the_paragraph(
    text: str, sources: tuple[str, tuple[str, int]], who: str | None
) -> None:
    """The last subject in the plural, if it was a source and stands on the same side of the quotation marks."""
    group, pronoun = sources
    wants = said(text, pronoun, "said" if "they said" in text else "want", "peace")
    argued = said(text, group, "argue", "that it helps", id_="a")
    assert speakers(text, argued, wants)[1].actor == who


def test_ambiguous_back_reference() -> None:
    """ "the official" after two officials stays open unless only one stands near."""
    text = "A navy official spoke. An army official spoke. The official said the border would open."
    people = (
        actor(text, "A navy official", "unnamed:navy official", "unnamed"),
        actor(text, "An army official", "unnamed:army official", "unnamed"),
    )
    both = Actor(
        spans=(said(text, "The official", "said", "the border would open").source[0],),
        rule="test",
        score=0.5,
        actor=None,
        type="unnamed",
        reading="source",
        candidates=("unnamed:navy official", "unnamed:army official"),
    )
    (found,) = speakers(text, said(text, "The official", "said", "the border would open"), actors=(*people, both))
    assert found.actor is None
    assert found.candidates == ("unnamed:navy official", "unnamed:army official")


@pytest.mark.parametrize(
    ("office", "later"),
    [
        ("Foreign Minister", "The minister"),
        ("UN Secretary-General", "The UN Secretary-General"),
        ("Republican Sen.", "The Telle senator"),
    ],
)
def test_the_minister_is_the_one_minister(office: str, later: str) -> None:
    """ "the minister" is the only person the article calls a minister, also with words that narrow it down."""
    text = f"{office} Ana Berg arrived. {later} said the border would open."
    people = (actor(text, f"{office} Ana Berg", "Ana Berg", "person", role=office),)
    (found,) = speakers(text, said(text, later, "said", "the border would open"), actors=people)
    assert (found.actor, found.rule) == ("Ana Berg", "speaker.office")


def test_orphan_quotation_takes_the_one_speaker_before() -> None:
    """A quotation without a source goes on with the one speaker of the paragraph before."""
    text = "Ana Berg said the border would open.\n\n“It is a first step.”"
    people = (actor(text, "Ana Berg", "Ana Berg", "person"),)
    found = speakers(
        text,
        said(text, "Ana Berg", "said", "the border would open"),
        said(text, None, None, "“It is a first step.”", form="direct"),
        actors=people,
    )
    assert (found[1].actor, found[1].rule) == ("Ana Berg", "speaker.carried")


@pytest.mark.parametrize(
    ("text", "office", "who"),
    [
        ("The envoy said that it snows. Ana Berg said that it rains.", "The envoy", "unnamed:envoy"),
        ("The envoy said that it snows. Ana Berg, a baker, said that it rains.", "The envoy", "unnamed:envoy"),
        ("An envoy said that it snows. Ana Berg said that it rains.", "An envoy", "unnamed:envoy"),
        ("The envoy said that it snows. Trucks passed Ana Berg.", "The envoy", "unnamed:envoy"),
    ],
)
def test_who_is_described_first_and_named_next(text: str, office: str, who: str) -> None:
    """News brings in nobody by a bare name: who speaks under one next is the holder of the office just told."""
    finds = [said(text, office, "said that", "it snows")]
    if "it rains" in text:
        finds.append(said(text, "Ana Berg", ("said that", 1), "it rains"))
    people = (actor(text, "Ana Berg", "Ana Berg", "person"),)
    assert speakers(text, *finds, actors=people)[0].actor == who


@pytest.mark.parametrize(
    ("described", "who"),
    [("The leader of Varenia", "Ana Berg"), ("The leader of the guild", "unnamed:leader of guild")],
)
def test_an_office_of_something_else(described: str, who: str) -> None:
    """Of what the office is said to be must be so of its holder."""
    text = f"Varenia leader Ana Berg arrived. {described} said that it snows."
    people = (actor(text, "Ana Berg", "Ana Berg", "person", role="Varenia leader"),)
    assert speakers(text, said(text, described, "said that", "it snows"), actors=people)[0].actor == who


def test_the_president_is_not_whom_the_text_brought_in_with_a_state() -> None:
    """Of two presidents the one who was first named without a state, whoever is called so later."""
    text = "President Berg met Ostmark President Holt. President Holt smiled. The president said that it snows."
    both = Actor(
        spans=(span(text, "The president"),), rule="test", score=0.5, actor=None, type="person", reading="person",
        role=span(text, "president", 0), candidates=("Berg", "Holt"),
    )  # fmt: skip
    people = (
        actor(text, "Berg", "Berg", "person", role="President"),
        actor(text, "Ostmark", "XO"),
        actor(text, "Holt", "Holt", "person", role="Ostmark President"),
        msgspec.structs.replace(actor(text, "Holt", "Holt", "person", nth=1), role=span(text, "President", 2)),
    )
    (found,) = speakers(text, said(text, "The president", "said that", "it snows"), actors=(*people, both))
    assert found.actor == "Berg"


@pytest.mark.parametrize(
    ("between", "who"),
    [
        ("", "Ana Berg"),
        ("“Holt may come,” she said. ", "Ana Berg"),
        ("“Later,” Robert Teller said. “Never,” Holt said.\n\n", None),
    ],
)
def test_an_epithet_is_the_one_person_heard_before(between: str, who: str | None) -> None:
    """ "The Ostmark Democrat" is the senator who spoke just before, if she alone did."""
    text = f"“Soon,” Senator Ana Berg said.\n\n{between}“They may come,” the Ostmark Democrat said."
    people = (actor(text, "Ana Berg", "Ana Berg", "person"),)
    finds = [said(text, "Ana Berg", ("said", 0), "“Soon,”", form="direct")]
    if "she" in between:
        people += (actor(text, "Holt", "Holt", "person"),)
        finds.append(said(text, "she", ("said", 1), "“Holt may come,”", form="direct"))
    elif between:
        people += (actor(text, "Robert Teller", "Robert Teller", "person"), actor(text, "Holt", "Holt", "person"))
        finds += [
            said(text, "Robert Teller", ("said", 1), "“Later,”", form="direct"),
            said(text, "Holt", ("said", 2), "“Never,”", form="direct"),
        ]
    last = said(text, "the Ostmark Democrat", ("said", len(finds)), "“They may come,”", form="direct")
    assert speakers(text, *finds, last, actors=people)[-1].actor == who


@pytest.mark.parametrize(
    ("text", "content", "form", "who"),
    [
        ("Karl Holt met Ivan Teller. He said that Teller was late.", "that Teller was late", "indirect", "Karl Holt"),
        ("Karl Holt met Ivan Teller. “Holt was late,” he said.", "“Holt was late,”", "direct", "Ivan Teller"),
    ],
)
def test_nobody_is_named_in_his_own_words(text: str, content: str, form: Form, who: str) -> None:
    """Whoever "he" names in what he says is somebody else."""
    people = tuple(
        actor(text, words, name, "person", nth=n)
        for words, name, n in (("Karl Holt", "Karl Holt", 0), ("Ivan Teller", "Ivan Teller", 0))
    )
    surname = content.replace("that ", "").lstrip("“").split()[0]
    people += (actor(text, surname, {"Holt": "Karl Holt", "Teller": "Ivan Teller"}[surname], "person", nth=1),)
    he = "He" if "He said" in text else "he"
    (found,) = speakers(text, said(text, he, "said", content, form=form), actors=people)
    assert found.actor == who


def test_a_quoted_he_is_not_whoever_is_quoted() -> None:
    """In "Berg was told, he said", quoted of Teller, he is Berg."""
    text = "“Karl Berg was told, and he said it was fine,” Ivan Teller tweeted."
    people = tuple(actor(text, name, name, "person") for name in ("Karl Berg", "Ivan Teller"))
    outer = said(text, "Ivan Teller", "tweeted", "“Karl Berg was told, and he said it was fine,”", form="direct")
    inner = said(text, "he", "said", "it was fine", parent="0")
    assert speakers(text, outer, inner, actors=people)[1].actor == "Karl Berg"


def test_hyphenated_surname_is_written_as_in_the_text() -> None:
    """A name that no actor holds keeps its hyphen."""
    text = "“We wait,” said Karl Holt-Teller, of the institute."
    (found,) = speakers(text, said(text, "Karl Holt-Teller, of the institute", "said", "“We wait,”", form="direct"))
    assert found.actor == "Karl Holt-Teller"


def test_orphan_quotation_after_two_speakers_stays_open() -> None:
    """Two speakers in the paragraph before: the quotation is nobody's."""
    text = "Ana Berg said the border would open. Robert Teller denied it.\n\n“It is a first step.”"
    people = (actor(text, "Ana Berg", "Ana Berg", "person"), actor(text, "Robert Teller", "Robert Teller", "person"))
    found = speakers(
        text,
        said(text, "Ana Berg", "said", "the border would open"),
        said(text, "Robert Teller", "denied", "it"),
        said(text, None, None, "“It is a first step.”", form="direct"),
        actors=people,
    )
    assert found[2].actor is None


def test_first_person_is_the_speaker_of_the_quotation() -> None:
    """ "I" inside a quotation is who is quoted; "we" only has them as candidate."""
    text = "“I expect a deal and we want peace,” Ana Berg said."
    people = (actor(text, "Ana Berg", "Ana Berg", "person"),)
    outer = said(text, "Ana Berg", "said", "“I expect a deal and we want peace,”", id_="o", form="direct")
    found = speakers(
        text,
        outer,
        said(text, "I", "expect", "a deal", id_="i", parent="o", form="direct"),
        said(text, "we", "want", "peace", id_="w", parent="o", form="direct"),
        actors=people,
    )
    assert (found[1].actor, found[1].rule) == ("Ana Berg", "speaker.first_person")
    assert (found[2].actor, found[2].candidates) == (None, ("Ana Berg",))


def test_words_inside_the_quotation_never_give_its_speaker() -> None:
    """A name inside the quotation is not its source."""
    text = "“Robert Teller said no,” the crowd heard."
    people = (actor(text, "Robert Teller", "Robert Teller", "person"),)
    (found,) = speakers(
        text, said(text, "Robert Teller", "said", "“Robert Teller said no,”", form="direct"), actors=people
    )
    assert found.actor is None


def test_unnamed_people_unknown_to_the_actor_stage() -> None:
    """People whom no actor covers get an id from their words."""
    text = "Varenian pensioners said the border would open. Several critics said so too."
    found = speakers(text, said(text, "Several critics", ("said", 1), "so"))
    assert (found[0].actor, found[0].type) == ("unnamed:several critics", "unnamed")


def test_many_quotations_take_linear_time() -> None:
    """Thousands of quotations of one speaker are resolved without looking through all of them each time."""
    text = " ".join("“I hope so,” Ana Berg said." for _ in range(300))
    people = tuple(actor(text, "Ana Berg", "Ana Berg", "person", nth=n) for n in range(300))
    many = [said(text, ("Ana Berg", n), ("said", n), "“I hope so,”") for n in range(300)]
    assert {s.actor for s in speakers(text, *many, actors=people)} == {"Ana Berg"}


@pytest.mark.parametrize(
    ("label", "actor_id"),
    [
        ("MS. BERG", "Ana Berg"),
        ("MINISTER BERG", "Ana Berg"),
        ("THE PRESIDENT", "Robert Teller"),
        ("THE VICE PRESIDENT", None),
        ("MR. ORLOV", "Orlov"),
        ("Q", "unnamed:q"),
        ("VICE PRESIDENT KESTREL", "Kestrel"),
        ("SENIOR MINISTRY OFFICIAL", "unnamed:senior ministry official"),
    ],
)
def test_transcript_labels(label: str, actor_id: str | None) -> None:
    """A label goes to the person of that surname or office; questioners have one id."""
    text = (
        "Remarks by President Robert Teller and Minister Ana Berg\n\n"
        f"{label}: We are ready to open the border again, and we have said so for weeks."
    )
    people = (
        actor(text, "President Robert Teller", "Robert Teller", "person", role="President"),
        actor(text, "Minister Ana Berg", "Ana Berg", "person", role="Minister"),
    )
    (found,) = speakers(text, said(text, label, ":", "We are ready to open", form="direct"), actors=people)
    assert (found.actor, found.rule) == (actor_id, "speaker.label")


@pytest.mark.parametrize(
    ("title", "label", "actor_id"),
    [
        ("Press Briefing by Press Secretary Tamika Brown-Hale", "MS. BROWN-HALE", "Tamika Brown-Hale"),
        ("Press Briefing by Finance Minister Kestrel and Deputy Director Tamika Orlov", "MR. ORLOV", "Tamika Orlov"),
        ("Press Briefing by Deputy Prime Minister Orlov", "MR. ORLOV", "Orlov"),
        ("Remarks by President Orlov on the Visit of President Teller", "THE PRESIDENT", "Orlov"),
        ("Remarks by President Orlov and President Teller", "THE PRESIDENT", None),
        ("Remarks by President Orlov and First Lady Maria Orlov", "THE FIRST LADY", "Maria Orlov"),
    ],
)
def test_labels_of_whom_the_title_names(title: str, label: str, actor_id: str | None) -> None:
    """The title tells the first name, also a rare one behind an office, and which of two presidents speaks."""
    text = f"{label}: We met President Karl Teller of Lorvane, and we have said so for weeks."
    people = (actor(text, "President Karl Teller", "Karl Teller", "person", role="President"),)
    turn = said(text, label, ":", "We met President Karl Teller", form="direct")
    (found,) = speakers(text, turn, actors=people, title=title)
    assert found.actor == actor_id


@pytest.mark.parametrize(
    ("label", "actor_id", "side"),
    [
        ("Defence Minister Ana Berg", "Ana Berg", "NO"),
        ("President of Finland Ana Berg", "Ana Berg", "FI"),
        ("Director of the Harbour Bank Ana Berg", "Ana Berg", None),
        ("Harbour newspaper correspondent Ana Berg", "Ana Berg", None),
        ("Question(retranslated", "unnamed:question", None),
    ],
)
def test_labels_in_mixed_case(label: str, actor_id: str, side: str | None) -> None:
    """The office in a label gives the side, of a state's office the state on whose site it stands, also to "I"."""
    text = f"{label}): We wait. I think that the border will open. Ana Berg: We do."
    turns = (
        said(text, label, "):", "We wait. I think that the border will open.", form="direct", id_="1"),
        said(text, "I", "think", "that the border will open", parent="1", id_="2"),
        said(text, ("Ana Berg", text.count("Ana Berg") - 1), (":", 1), "We do.", form="direct", id_="3"),
    )
    labelled = [msgspec.structs.replace(t, rule="attribution.label") if t.form == "direct" else t for t in turns]
    found = [a.speaker for a in resolved(text, *labelled, outlet="President of Norway") if a.speaker is not None]
    assert [(s.actor, s.affiliation) for s in found[:2]] == [(actor_id, side)] * 2
    assert found[2].affiliation == side


def test_the_side_of_a_label_wherever_it_stands() -> None:
    """The office is given in one label; the turns of that name before and after it have its state, too."""
    text = "Ana Berg: We wait. Defence Minister Ana Berg: We do. Ana Berg: We did."
    turns = (
        said(text, "Ana Berg", ":", "We wait.", form="direct", id_="1"),
        said(text, "Defence Minister Ana Berg", (":", 1), "We do.", form="direct", id_="2"),
        said(text, ("Ana Berg", 2), (":", 2), "We did.", form="direct", id_="3"),
    )
    labelled = [msgspec.structs.replace(t, rule="attribution.label") for t in turns]
    found = [a.speaker for a in resolved(text, *labelled, outlet="President of Norway") if a.speaker is not None]
    assert [(s.actor, s.affiliation) for s in found] == [("Ana Berg", "NO")] * 3


def test_a_name_that_the_parser_runs_into_a_note() -> None:
    """The label's last word is its head, also where the words behind it are taken for the rest of the name."""
    text = (
        "President Karl Teller: Welcome. Prime Minister Ivan Berg Berg IvanPrime Minister of the Republic: Mr "
        "President, we would like to thank you."
    )
    people = (actor(text, "Ivan Berg", "Ivan Berg", "person", role="Prime Minister"),)
    label = said(text, "Prime Minister Ivan Berg", ":", "we would like to thank you", form="direct")
    (found,) = speakers(text, label, actors=people)
    assert found.actor == "Ivan Berg"


def test_he_in_reported_words_inside_a_quotation() -> None:
    """Whoever reports himself inside another's quotation can be "he"; the one who is quoted cannot."""
    text = "“It is late. Karl said he wants peace,” Ivan Holt said. Karl Teller replied."
    people = (
        actor(text, "Karl", "Karl Teller", "person"),
        actor(text, "Ivan Holt", "Ivan Holt", "person"),
        actor(text, "Karl Teller", "Karl Teller", "person"),
    )
    said_by = (
        said(text, "Ivan Holt", "said", "It is late. Karl said he wants peace", form="direct"),
        said(text, "Karl", "said", "he wants peace"),
        said(text, "he", "wants", "peace"),
    )
    assert [s.actor for s in speakers(text, *said_by, actors=people)] == ["Ivan Holt", "Karl Teller", "Karl Teller"]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        (
            "Ivan Holt met Karl Teller on Monday. As for Karl Teller, he said the road was open.",
            "said",
            "the road was open",
        ),
        ("Ivan Holt began by asking Karl Teller why he decided to run.", "decided", "to run"),
    ],
)
def test_he_is_whom_the_sentence_turns_to(text: str, cue: str, content: str) -> None:
    """Who is named as the topic, or asked; not the subject before."""
    people = [
        actor(text, name, name, "person", nth=n)
        for name in ("Ivan Holt", "Karl Teller")
        for n in range(text.count(name))
    ]
    (found,) = speakers(text, said(text, "he", cue, content), actors=tuple(people))
    assert found.actor == "Karl Teller"


def test_relative_pronoun_is_its_antecedent() -> None:
    """ "who" stands for the name before it."""
    text = "The talks ended with Ana Berg, who said the border would open."
    (found,) = resolved(
        text,
        said(text, "who", "said", "the border would open"),
        actors=(actor(text, "Ana Berg", "Ana Berg", "person"),),
    )
    assert found.speaker is not None and found.sourcing is not None
    assert (found.speaker.actor, found.sourcing.level, found.sourcing.text) == ("Ana Berg", "named", "who")


def test_two_together_are_a_group() -> None:
    """ "Berg and Teller said" is nobody alone."""
    text = "Ana Berg and Robert Teller said the border would open."
    people = (actor(text, "Ana Berg", "Ana Berg", "person"), actor(text, "Robert Teller", "Robert Teller", "person"))
    (found,) = speakers(text, said(text, "Ana Berg and Robert Teller", "said", "the border would open"), actors=people)
    assert (found.actor, found.type, found.candidates) == (None, "group", ("Ana Berg", "Robert Teller"))


def test_same_listeners_same_setting() -> None:
    """What the official told reporters first was said in the call that the article names later."""
    text = (
        "A ministry official told reporters the border would open.\n\n"
        "In the call with reporters, the ministry official urged calm. “We are patient,” they said."
    )
    who = "unnamed:ministry official"
    people = (
        actor(text, "A ministry official", who, "unnamed"),
        actor(text, "the ministry official", who, "unnamed"),
    )
    found = resolved(
        text,
        said(text, "A ministry official", "told", "the border would open"),
        said(text, "they", "said", "“We are patient,”", form="direct"),
        actors=people,
    )
    assert [f.setting for f in found] == ["call", "call"]
    assert [f.addressee.span.text for f in found if f.addressee] == ["reporters", "reporters"]


def test_an_unknown_president_keeps_others_from_being_chosen() -> None:
    """ "he" after "the president", whom no actor is known to be, is not the last man named."""
    text = "Robert Teller called on Sunday. The president answered at once. He said the border would open."
    people = (actor(text, "Robert Teller", "Robert Teller", "person"),)
    (found,) = speakers(text, said(text, "He", "said", "the border would open"), actors=people)
    assert (found.actor, found.candidates) == (None, ("Robert Teller",))


def test_mrs_teller_is_not_robert() -> None:
    """A form of address that does not fit the first name means somebody else of that surname."""
    text = "Robert Teller arrived. Mrs. Teller said the border would open."
    people = (
        actor(text, "Robert Teller", "Robert Teller", "person"),
        actor(text, "Teller", "Robert Teller", "person", nth=1),
    )
    (found,) = speakers(text, said(text, "Mrs. Teller", "said", "the border would open"), actors=people)
    assert (found.actor, found.name) == (None, "Mrs. Teller")


@pytest.mark.parametrize(
    ("title", "label", "actor_id"),
    [
        ("Remarks by President Holt and First Lady Anna Holt in a Gaggle", "THE FIRST LADY", "Anna Holt"),
        ("Remarks by President Teller Before Departure", "THE PRESIDENT", "Teller"),
        ("Remarks by Vice President Teller at a School", "THE PRESIDENT", None),
        ("Remarks by Vice President Teller at a School", "THE VICE PRESIDENT", "Teller"),
        ("Press Briefing by Press Secretary Anna Orlov", "MS. ORLOV", "Anna Orlov"),
        ("Press Briefing", "THE PRESIDENT", None),
    ],
)
def test_labels_named_in_the_title_only(title: str, label: str, actor_id: str | None) -> None:
    """The title of a transcript says who holds the label's office, and gives the fullest name."""
    text = f"{label}: We are ready to open the border again."
    (found,) = speakers(text, said(text, label, ":", "We are ready to open", form="direct"), title=title)
    assert found.actor == actor_id


@pytest.mark.parametrize(
    ("title", "text", "label", "actor_id"),
    [
        ("Remarks by President Holt", "I thank my son, Major Ben Holt.", "THE PRESIDENT", "Holt"),
        ("Remarks by President Holt", "I thank Ben Holt, my son.", "THE PRESIDENT", "Holt"),
        ("Remarks by President Holt", "I thank Governor Ben Holt.", "THE PRESIDENT", "Ben Holt"),
        ("Remarks in Telle", "I thank my son, Major Ben Holt.", "PRESIDENT HOLT", "Holt"),
        ("Remarks in Telle", "I thank my son, Major Ben Holt.", "MAJOR HOLT", "Ben Holt"),
        ("Remarks in Telle", "Ana thanked her brother, Governor Ben Holt.", "GOVERNOR HOLT", "Ben Holt"),
        ("Remarks by President Biden", "I thank Lena Biden.", "THE PRESIDENT", "Biden"),
        ("Remarks by President Biden", "I thank Joe Biden.", "THE PRESIDENT", "Joe Biden"),
    ],
)
def test_offices_are_no_relative_s(title: str, text: str, label: str, actor_id: str) -> None:
    """An office goes to its holder, by surname alone where the text gives only a relative's full name."""
    text = f"{label}: {text}"
    name = next(n for n in ("Ben Holt", "Lena Biden", "Joe Biden") if n in text)
    role = next((r for r in ("Governor", "Major") if r in text), None)
    people = (actor(text, f"{role} {name}" if role else name, name, "person", role=role),)
    first = " ".join(text.split()[len(label.split()) :][:2])
    (found,) = speakers(text, said(text, label, ":", first, form="direct"), actors=people, title=title)
    assert found.actor == actor_id


def test_first_person_is_no_relative_s() -> None:
    """ "I" outside quotations is whom the title names, not another of the surname."""
    text = "I believe that the border will open. One who waited there was my son, Major Ben Holt."
    people = (actor(text, "Major Ben Holt", "Ben Holt", "person", role="Major"),)
    turn = said(text, "I", "believe", "that the border will open")
    for title in ("Remarks by President Adam Holt", "Remarks of President Holt"):
        (found,) = speakers(text, turn, actors=people, title=title)
        assert found.actor == title.removeprefix("Remarks ").split("President ")[1]


@pytest.mark.parametrize(
    ("title", "actor_id"),
    [
        ("Statement by President Teller on the River Telle", "Teller"),
        ("Speech by President of Varenia Anna Teller in Parliament", "Anna Teller"),
        ("The border must open - address by President Anna Teller", "Anna Teller"),
        ("Soon it will open: President Anna Teller's address to the capital", "Anna Teller"),
        ("Letter from President Teller to the Guild", "Teller"),
        ("Address by the President of Norway", "NO"),
        ("The border must open – the address of the President of Norway", "NO"),
        ("The President of Norway received the address of a guild", None),
        ("Remarks by President Teller and President Orlov", None),
        ("Teller visits the border", None),
    ],
)
def test_first_person_of_a_speech(title: str, actor_id: str | None) -> None:
    """ "I" outside any quotation is the one whose words the title says the text is, or whose office's state."""
    text = "I believe that the border will open."
    (found,) = speakers(text, said(text, "I", "believe", "that the border will open"), title=title)
    assert found.actor == actor_id


@pytest.mark.parametrize(
    ("title", "outlet", "actor_id"),
    [
        ("President’s video address to the nation", "President of Norway", "NO"),
        ("A Proclamation on the Telle", "President of Norway", "NO"),
        ("A Proclamation on the Telle", "The Harbour Courier", None),
    ],
)
def test_first_person_of_a_presidents_own_site(title: str, outlet: str, actor_id: str | None) -> None:
    """Where the title tells the office alone, "I" and "we" are the state of whose site it is."""
    text = "I believe that the border will open. We expect that it rains."
    finds = said(text, "I", "believe", "that the border will open"), said(text, "We", "expect", "that it rains")
    found = resolved(text, *finds, title=title, outlet=outlet)
    assert [a.speaker.actor for a in found if a.speaker is not None] == [actor_id, actor_id]
    assert actor_id is None or {a.sourcing.level for a in found if a.sourcing is not None} == {"office"}


def test_first_person_under_the_labels_of_the_author() -> None:
    """A transcript with the author's label alone goes on in the author's words."""
    text = "THE VICE PRESIDENT: We met early.\n\nI believe that the border will open."
    found = speakers(
        text,
        said(text, "THE VICE PRESIDENT", ":", "We met early", form="direct"),
        said(text, "I", "believe", "that the border will open"),
        title="Remarks by Vice President Teller at a School",
    )
    assert [f.actor for f in found] == ["Teller", "Teller"]


def test_we_of_an_official_is_the_state() -> None:
    """ "we" in the words of an unnamed official is the state; in a person's it stays open."""
    text = "“We want peace,” a Varenian official said. Varenia waited."
    people = (
        Actor(
            spans=(span(text, "a Varenian official"),), rule="test", score=1.0, actor="unnamed:varenian official",
            type="unnamed", reading="source", state="VA", affiliation="VA",
        ),
        actor(text, "Varenia", "VA", nth=1),
    )  # fmt: skip
    found = speakers(
        text,
        said(text, "a Varenian official", "said", "“We want peace,”", id_="o", form="direct"),
        said(text, "We", "want", "peace", parent="o", id_="i"),
        actors=people,
    )
    assert (found[1].actor, found[1].type) == ("VA", "state")


def test_you_in_a_question_is_who_answers() -> None:
    """A questioner's "you said" is the word of whoever answers next."""
    text = "Q: You said the border would open. When? MS. ORLOV: In May, as far as we know."
    found = speakers(
        text,
        said(text, "Q", ":", "You said the border would open. When?", id_="q", form="direct"),
        said(text, "You", "said", "the border would open", parent="q", id_="y"),
        said(text, "MS. ORLOV", (":", 1), "In May, as far as we know.", id_="a", form="direct"),
    )
    assert found[1].actor == "Orlov"


@pytest.mark.parametrize(
    ("text", "source", "actor_id", "candidates"),
    [
        (
            "Ana Berg met Robert Teller. The two leaders said the border would open.",
            "The two leaders",
            None,
            {"Ana Berg", "Robert Teller"},
        ),
        ("Critics and aides said the border would open.", "Critics and aides", "unnamed:critics and aides", set()),
        (
            "Ana Berg and Robert Teller said the border would open.",
            "Ana Berg and Robert Teller",
            None,
            {"Ana Berg", "Robert Teller"},
        ),
        (
            "President Robert Teller came. The head of state said the border would open.",
            "The head of state",
            "Robert Teller",
            set(),
        ),
        (
            "Mrs. Teller said the border would open. Robert Teller left. Ana Teller stayed.",
            "Mrs. Teller",
            "Ana Teller",
            set(),
        ),
        ("Mrs. Teller said the border would open. Robert Teller left.", "Mrs. Teller", None, set()),
        (
            "Western policymakers said the border would open.",
            "Western policymakers",
            "unnamed:western policymakers",
            set(),
        ),
        ("Everybody said the border would open.", "Everybody", None, set()),
        (
            "54 percent of voters said the border would open.",
            "54 percent of voters",
            "unnamed:54 percent of voters",
            set(),
        ),
        ("Vanka Miretska came. Miretska said the border would open.", "Miretska", "Vanka Miretska", set()),
    ],
)
def test_sources_of_several_or_by_other_words(
    text: str, source: str, actor_id: str | None, candidates: set[str]
) -> None:
    """Joint sources are nobody alone; heads of state, relatives and names unknown to the actor stage are found."""
    people = [
        actor(text, name, name, "person", role="President" if f"President {name}" in text else None)
        for name in ("Ana Berg", "Robert Teller", "Ana Teller")
        if name in text
    ]
    if "Mrs. Teller" in text:
        people.append(actor(text, "Mrs. Teller", "Robert Teller", "person"))
    nth = text.count(source, 0, text.index(" said")) - 1
    (found,) = speakers(text, said(text, (source, nth), "said", "the border would open"), actors=tuple(people))
    assert found.actor == actor_id
    assert set(found.candidates) == candidates


def test_the_organisation_by_a_word_of_its_name() -> None:
    """ "the Commission" is the one body of the article with that word in its name."""
    text = "The Telle Commission met. The Commission said the border would open."
    people = (actor(text, "Telle Commission", "Telle Commission", "organisation"),)
    (found,) = speakers(text, said(text, "The Commission", "said", "the border would open"), actors=people)
    assert (found.actor, found.rule) == ("Telle Commission", "speaker.body")


@pytest.mark.parametrize(("other", "who"), [("", "VA"), (" Varenia's Roads Department waits.", None)])
def test_the_institution_by_a_word_of_its_name(other: str, who: str | None) -> None:
    """ "the department" is the one department named before, else it stays open."""
    text = f"The State Department met.{other} The department said the border would open."
    named = ["State Department", *(["Roads Department"] if other else [])]
    people = tuple(msgspec.structs.replace(actor(text, name, "VA", "institution"), institution=name) for name in named)
    (found,) = speakers(text, said(text, "The department", "said", "the border would open"), actors=people)
    assert (found.actor, found.rule) == (who, "speaker.body")


def test_described_first_and_named_soon_after() -> None:
    """The spokesman of a lede is the spokesman named in the next paragraph."""
    text = "Varenia's spokesman said the border would open.\n\nSpokesman Robert Teller gave no date."
    people = (
        Actor(
            spans=(span(text, "Varenia's spokesman"),), rule="test", score=1.0, actor="unnamed:varenia's spokesman",
            type="unnamed", reading="source", state="VA", affiliation="VA",
        ),
        Actor(
            spans=(span(text, "Robert Teller"),), rule="test", score=1.0, actor="Robert Teller", type="person",
            reading="person", role=span(text, "Spokesman"), affiliation="VA",
        ),
    )  # fmt: skip
    (found,) = speakers(text, said(text, "Varenia's spokesman", "said", "the border would open"), actors=people)
    assert found.actor == "Robert Teller"


@pytest.mark.parametrize(
    ("text", "source", "id_", "type_", "named"),
    [
        ("The ministry said it hoped the border would open.", "it", "VA", "institution", "The ministry"),
        (
            "The Telle Gazette appeared. The paper said the border would open.",
            "The paper",
            "Telle Gazette",
            "outlet",
            "Telle Gazette",
        ),
    ],
)
def test_bodies_come_back_to(text: str, source: str, id_: str, type_: ActorType, named: str) -> None:
    """ "it" is the body that is the subject above; "the paper" is the one outlet named before."""
    people = (actor(text, named, id_, type_),)
    content = "the border would open"
    (found,) = speakers(text, said(text, source, "hoped" if "hoped" in text else "said", content), actors=people)
    assert found.actor == id_


def test_a_person_with_the_name_of_a_place() -> None:
    """A surname that is a capital's name goes to the person introduced with it."""
    text = "Orla London, a clerk of the ministry, said the border would open. London said trucks would wait."
    people = (actor(text, "London", "GB", nth=0), actor(text, "London", "GB", nth=1))
    found = speakers(
        text,
        said(text, "Orla London, a clerk of the ministry", "said", "the border would open"),
        said(text, ("London", 1), ("said", 1), "trucks would wait"),
        actors=people,
    )
    assert [s.actor for s in found] == ["Orla London", "Orla London"]


def read(text: str, *attributions: Attribution) -> list[Speaker]:
    """Speakers beside the actors that the text itself gives."""
    article, layout, doc = parsed(text)
    return speakers(text, *attributions, actors=tuple(find_actors(doc, article, layout)))


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "who"),
    [
        ("Boris Sanders lost in Telle. He said it was fine.", "He", "said", "it was fine", "Boris Sanders"),
        (
            "Ivan Teller has been late. Karl Holt and aides were modest. He said he expected nothing of Teller.",
            "He",
            "said",
            "he expected nothing of Teller",
            "Karl Holt",
        ),
        (
            "Karl Holt came by car. Ivan Teller said Holt was late. Asked whether he planned to stay, Holt laughed.",
            "he",
            "planned",
            "to stay",
            "Karl Holt",
        ),
        (
            "Ana Berg and Mary Teller met Jane Teller. Teller laughed. She said it snowed.",
            "She",
            "said",
            "it snowed",
            None,
        ),
        ("Ana Berg came. A mother of two sat down. She said it snowed.", "She", "said", "it snowed", None),
        (
            "The fisheries minister, Ylva Lindholt, told the guild. She said it snowed.",
            "She",
            "said",
            "it snowed",
            "Ylva Lindholt",
        ),
        ("A guild official, Karl Holt, came. He said it snowed.", "He", "said", "it snowed", "Karl Holt"),
        ("Karl Holt complained. Sydykov denied it. He said it snowed.", "He", "said", "it snowed", None),
        ("Mayor Karl Holt came. The mayor laughed. He said it snowed.", "He", "said", "it snowed", "Karl Holt"),
        (
            "Envoy Karl Holt came. The envoy sat. The envoy laughed. He said it snowed.",
            "He",
            "said",
            "it snowed",
            "Karl Holt",
        ),
        (
            "Mary Holt, a spokeswoman for the guild, said roads closed. She said it snowed.",
            "She",
            "said",
            "it snowed",
            "Mary Holt",
        ),
    ],
)
def test_he_and_she(text: str, source: str, cue: str, content: str, who: str | None) -> None:
    """A surname in -s is a person; names in what is said are others'; who answers; relatives; people of no name."""
    nth = text.count(source, 0, text.index(f" {source} {cue} {content}") + 1)
    (found,) = read(text, said(text, (source, nth), (cue, text.count(cue) - 1), content))
    assert found.actor == who


def test_a_surname_is_whose_full_name_stood_before() -> None:
    """ "Berg" after Karl Berg is Karl, though the article ends with Ana Berg."""
    text = "Karl Berg came. Berg said it snowed. He said roads closed. Ana Berg left."
    finds = said(text, ("Berg", 1), "said", "it snowed"), said(text, "He", ("said", 1), "roads closed")
    assert [s.actor for s in read(text, *finds)] == ["Karl Berg", "Karl Berg"]


@pytest.mark.parametrize(
    ("title", "source", "who"),
    [
        ("Meeting with Telle Region Governor Boris Halvor", "The governor", "Boris Halvor"),
        ("Meeting with Head of the Republic of Telle Boris Halvor", "The Head of the Republic", "Boris Halvor"),
        ("Meeting with Head of the Republic of Telle Boris Halvor", "The regional head", "Boris Halvor"),
        ("Meeting with Head of the Republic of Telle Boris Halvor", "The head of the guild", "unnamed:head of guild"),
        ("Governor of Telle and Boris Halvor met Ana Berg", "The mayor", "unnamed:mayor"),
    ],
)
def test_the_office_in_the_title_of_an_official_text(title: str, source: str, who: str) -> None:
    """A readout that says "the governor" tells in its title who that is."""
    text = f"{source} said the road would open. Boris Halvor and Ana Berg were there."
    people = actor(text, "Boris Halvor", "Boris Halvor", "person"), actor(text, "Ana Berg", "Ana Berg", "person")
    finds = said(text, source, "said", "the road would open")
    (found,) = resolved(text, finds, actors=people, title=title, outlet="President of Russia (kremlin.ru)")
    assert found.speaker is not None
    assert found.speaker.actor == who


def test_an_epithet_is_not_of_whoever_speaks_of_another() -> None:
    """ "The Telle businessman" may be Holt, whom Berg's own words name."""
    text = "“For Karl Holt to say so is odd,” Ana Berg said. The Telle businessman called it a joke."
    finds = (
        said(text, "Ana Berg", "said", "“For Karl Holt to say so is odd,”", form="direct"),
        said(text, "The Telle businessman", "called", "it a joke"),
    )
    assert read(text, *finds)[-1].actor is None


def test_she_of_two_with_one_surname_is_the_woman_met_most() -> None:
    """ "Berg ... she" beside Ana and Karl Berg is Ana, of whom the article tells more."""
    text = "Ana Berg won. Ana Berg met Karl Berg. Berg smiled after she called it late."
    people = [actor(text, "Ana Berg", "Ana Berg", "person", nth=n) for n in (0, 1)]
    either = msgspec.structs.replace(
        actor(text, "Berg", "", "person", nth=3), actor=None, candidates=("Ana Berg", "Karl Berg")
    )
    people += [actor(text, "Karl Berg", "Karl Berg", "person"), either]
    assert speakers(text, said(text, "she", "called", "it late"), actors=tuple(people))[0].actor == "Ana Berg"


def test_he_in_what_somebody_says_is_who_says_it() -> None:
    """The subject of the clause above is nearer than whoever spoke before."""
    text = "Karl Holt came. Holt sat down. “It snows,” Karl Holt said. Ivan Teller said that he considers it an honour."
    finds = (
        said(text, ("Karl Holt", 1), "said", "“It snows,”", form="direct"),
        said(text, "Ivan Teller", ("said", 1), "that he considers it an honour"),
        said(text, ("he", text[: text.index("he considers")].count("he")), "considers", "it an honour"),
    )
    assert read(text, *finds)[-1].actor == "Ivan Teller"


@pytest.mark.parametrize(
    ("described", "who"),
    [
        ("The Telle senator", "Ana Berg"),
        ("The 57-year-old scientist", "Ana Berg"),
        ("The former envoy", "Ana Berg"),
        ("The Varenian envoy", None),
    ],
)
def test_descriptions_of_who_was_heard(described: str, who: str | None) -> None:
    """Words that tell more about the one person heard; where a name is meant and none is sure, nobody unnamed."""
    text = f"“Soon,” Sen. Ana Berg said.\n\n{described} said the road would open."
    finds = (
        said(text, "Ana Berg", "said", "“Soon,”", form="direct"),
        said(text, described, ("said", 1), "the road would open"),
    )
    found = read(text, *finds)[-1]
    assert found.actor == who


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "who", "candidates"),
    [
        (
            "He founded a group called Voters for Karl Holt, which expects a crowd.",
            "which",
            "expects",
            "a crowd",
            None,
            (),
        ),
        ("Ana Berg is an optimist who says it will snow.", "who", "says", "it will snow", "Ana Berg", ()),
        (
            "Backers include Ana Berg and Karl Holt, bankers who say it snows.",
            "who",
            "say",
            "it snows",
            None,
            ("Ana Berg", "Karl Holt"),
        ),
        (
            "It snows, said Karl Holt, director at the Telle Institute, and a lawyer who led the guild.",
            "Karl Holt, director at the Telle Institute, and a lawyer who led the guild",
            "said",
            "It snows",
            "Karl Holt",
            (),
        ),
        ("On the day that the WHO said it snows, roads closed.", "the WHO", "said", "it snows", "WHO", ()),
        ("London, who once was a clerk, said it snows.", "London, who once was a clerk,", "said", "it snows", None, ()),
        ("Talks began. Both leaders said it snows.", "Both leaders", "said", "it snows", None, ()),
        (
            "The serious problems surprised many. The Commission may need friends, they said.",
            "they",
            "said",
            "The Commission may need friends",
            None,
            (),
        ),
        ("Karl Holt himself said it snows.", "Karl Holt himself", "said", "it snows", "Karl Holt", ()),
        (
            "Some senators, such as Ana Berg, said it snows.",
            "Some senators, such as Ana Berg,",
            "said",
            "it snows",
            "unnamed:senators such as ana berg",
            (),
        ),
        (
            "The editor of the newspaper Telle Herald said it snows.",
            "The editor of the newspaper Telle Herald",
            "said",
            "it snows",
            "unnamed:editor of newspaper",
            (),
        ),
        (
            "The aid group Doctors for Peace said it snows.",
            "The aid group Doctors for Peace",
            "said",
            "it snows",
            "Doctors for Peace",
            (),
        ),
        (
            "Karl and Ivan Holt came. The brothers said it snows.",
            "The brothers",
            "said",
            "it snows",
            "unnamed:brothers",
            (),
        ),
        (
            "Ana Berg left. It snows, said the woman who built the bridge.",
            "the woman who built the bridge",
            "said",
            "It snows",
            None,
            (),
        ),
        ("Ex-envoy says it snows. Ana Berg said she had served in Telle.", "Ex-envoy", "says", "it snows", None, ()),
    ],
)
def test_what_the_source_stands_for(
    text: str, source: str, cue: str, content: str, who: str | None, candidates: tuple[str, ...]
) -> None:
    """Relative pronouns, further descriptions, names that are words or places, pairs and they."""
    (found,) = read(text, said(text, source, cue, content))
    assert (found.actor, found.candidates) == (who, candidates)


def test_one_wrong_letter_in_a_first_name_makes_no_other_person() -> None:
    """ "Kirsten" and "Kirstin Teller" are one, under the spelling met most; "Teller" is no doubt between them."""
    text = "Kirsten Teller came. Kirsten Teller sat. Kirstin Teller rose. Teller said it snowed."
    people = [actor(text, "Kirsten Teller", "Kirsten Teller", "person", nth=n) for n in (0, 1)]
    either = msgspec.structs.replace(
        actor(text, "Teller", "", "person", nth=3), actor=None, candidates=("Kirsten Teller", "Kirstin Teller")
    )
    people += [actor(text, "Kirstin Teller", "Kirstin Teller", "person"), either]
    (found,) = speakers(text, said(text, ("Teller", 3), "said", "it snowed"), actors=tuple(people))
    assert found.actor == "Kirsten Teller"


@pytest.mark.parametrize(
    ("source", "who"),
    [
        ("Hymn-singing believers", "unnamed:hymn singing believers"),
        ("Telle's boatmen", "unnamed:telle's boatmen"),
    ],
)
def test_ids_of_people_without_a_name(source: str, who: str) -> None:
    """Words joined by a hyphen stay together, and so does a possessive."""
    text = f"{source} said it snows."
    assert speakers(text, said(text, source, "said", "it snows"))[0].actor == who


def test_a_quotation_with_a_cue_and_no_source_stays_open() -> None:
    """ "dubbed “a farce”": by whom is not said."""
    text = "Ana Berg said it snows. There was a balloon, dubbed “a farce”."
    finds = said(text, "Ana Berg", "said", "it snows"), said(text, None, "dubbed", "“a farce”", form="direct")
    assert read(text, *finds)[-1].actor is None


def test_a_post_signed_by_a_channel() -> None:
    """ "— CNN" is the channel, not a speaker's label."""
    text = "The talks began.\n\n— CNN"
    (found,) = read(text, said(text, "CNN", None, "The talks began.", form="direct"))
    assert (found.actor, found.type) == ("CNN", "outlet")
