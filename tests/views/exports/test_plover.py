"""Lines of the record as PLOVER 2.0 records."""

import json
from typing import Any, get_args

import msgspec
import pytest

from onrecord.data import table
from onrecord.model import (
    Activity,
    Actor,
    ArticleInfo,
    Condition,
    Entry,
    Event,
    Find,
    Meeting,
    Participant,
    Place,
    Quantity,
    Span,
    Speaker,
)
from onrecord.model.records import Count
from onrecord.model.vocabulary import ActivityWhat, MeetingState, PloverType, PositionAct
from onrecord.records.plover import OF_ACTIVITIES, OF_MEETINGS, OF_POSITIONS
from onrecord.views.exports.coding import CODABLE
from onrecord.views.exports.plover import PloverRecord, plover, plover_line
from record_factories import a_position, an_attribution, an_entry, an_info

CONTEXTS = {
    "military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy",
    "pro_autocracy", "economic", "legal", "reparations", "human_rights", "rights_freedoms", "repression",
    "human_security", "gender", "lgbt", "religion_ethnicity", "inequality", "diplomatic", "territory", "peacekeeping",
    "health", "asylum", "migration", "disasters", "natural_resource", "environment", "technology", "terrorism", "cbrn",
    "cyber", "misinformation", "crime", "corruption", "illegal_drugs", "trafficking",
}  # fmt: skip
PEOPLE = (
    Participant(name="Ilse Marrak", side="PL", role="foreign minister", span=Span(0, 11, "Ilse Marrak")),
    Participant(name="NATO", side="NATO", span=Span(20, 24, "NATO")),
)


def at(words: str, start: int = 0) -> Span:
    return Span(start, start + len(words), words)


def a_meeting(state: MeetingState, **more: Any) -> Meeting:
    return Meeting(
        spans=(at("the talks"),), rule="meeting.noun.talk", score=0.6, participants=PEOPLE, state=state, **more
    )


def an_activity(what: ActivityWhat, lemma: str = "move", holder: str | None = "PL", **more: Any) -> Activity:
    rule = f"activity.{what.replace(' ', '-')}.{lemma}"
    return Activity(
        spans=(at("the move", more.pop("start_at", 0)),), rule=rule, score=0.6, what=what, holder=holder, **more
    )


def an_event(type_: PloverType, cue: str = "acted on", **more: Any) -> Event:
    more = {"actor": "PL", "recipient": "LT"} | more
    return Event(
        spans=(at(f"Marrak {cue} them"),),
        rule="event.model",
        score=0.5,
        actor_spans=(at("Marrak"),),
        recipient_spans=(at("them", 8 + len(cue)),),
        cue=(at(cue, 7),),
        plover=type_,
        **more,
    )


def records(*finds: Find, info: ArticleInfo | None = None) -> list[PloverRecord]:
    info = info or an_info("a")
    return list(plover(an_entry(find, info) for find in finds))


RULES = [
    (a_meeting("planned", flags=("planned",)), "AGREE", "diplomatic", "a planned meeting is agreed to"),
    (a_meeting("postponed"), "AGREE", "diplomatic", "and so is one put off"),
    (a_meeting("proposed", flags=("planned",)), "REQUEST meet", "diplomatic", "a proposed one is asked for"),
    (a_meeting("proposed", flags=("hypothetical",)), "- hypothetical", "", "one that could take place is none"),
    (a_meeting("held"), "CONSULT", "diplomatic", "one that was held"),
    (a_meeting("under way", format="call"), "CONSULT phone", "diplomatic", "by phone"),
    (a_meeting("held", format="visit"), "CONSULT visit", "diplomatic", "on a visit"),
    (a_meeting("held", format="hosted by a third party"), "CONSULT third-party", "diplomatic", "on neutral ground"),
    (a_meeting("held", format="multilateral"), "CONSULT multilateral", "diplomatic", "with many"),
    (a_meeting("held", format="bilateral"), "CONSULT", "diplomatic", "of two: no mode"),
    (a_meeting("held", flags=("historical",)), "CONSULT historical", "diplomatic", "long ago"),
    (a_meeting("cancelled"), "REJECT meet", "diplomatic", "a cancelled meeting is rejected"),
    (a_meeting("cancelled", flags=("negated",)), "- negation", "", "one that did not take place is none"),
    (a_meeting("refused", flags=("planned",)), "REJECT meet", "diplomatic", "will not meet"),
    (a_meeting("broken off"), "SANCTION withdraw", "diplomatic", "talks broken off reduce relations"),
    (a_position(act="offer"), "AGREE", "", "an offer"),
    (a_position(act="offer", flags=("hypothetical",)), "AGREE hypothetical", "", "on a condition it is still one"),
    (a_position(act="assurance"), "AGREE", "", "an assurance"),
    (a_position(act="demand"), "REQUEST", "", "a demand"),
    (a_position(act="demand", flags=("negated",)), "- negation", "", "does not demand"),
    (a_position(act="refusal"), "REJECT", "", "a refusal"),
    (a_position(act="warning"), "THREATEN", "", "a warning"),
    (a_position(act="accusation"), "ACCUSE", "", "an accusation"),
    (a_position(act="endorsement"), "SUPPORT", "", "an endorsement"),
    (a_position(act="endorsement", flags=("hypothetical",)), "AGREE", "", "would support is a willingness"),
    (a_position(act="concession", flags=("planned",)), "CONCEDE future", "", "a future concession stays one"),
    (a_position(act="concern"), "-", "", "a fear is no event"),
    (a_position(act="denial"), "-", "", "nor is a denial"),
    (an_activity("build-up"), "MOBILIZE", "military", "of what is not counted: no mode"),
    (an_activity("exercise"), "MOBILIZE", "military", "an exercise of one side"),
    (an_activity("exercise", flags=("planned",)), "MOBILIZE future", "military", "and one to come"),
    (an_activity("joint exercise"), "COOPERATE", "military", "a joint one"),
    (an_activity("joint exercise", flags=("planned",)), "AGREE", "military", "future cooperation is agreed to"),
    (an_activity("flight"), "MOBILIZE weapons", "military", "bombers in the air"),
    (an_activity("test"), "MOBILIZE weapons", "military", "a weapon tried out"),
    (an_activity("transfer"), "AID", "military", "arms for another"),
    (an_activity("transfer", flags=("planned",)), "AGREE", "military", "future aid is agreed to"),
    (an_activity("withdrawal"), "RETREAT withdraw", "military", "a withdrawal carried out"),
    (an_activity("withdrawal", flags=("planned",)), "CONCEDE", "military", "one announced"),
    (an_activity("use of force", "shell"), "ASSAULT heavy-weapons", "military", "the verb tells the means"),
    (an_activity("use of force", "attack"), "ASSAULT", "military", "or does not"),
    (an_activity("use of force", flags=("hypothetical",)), "- hypothetical", "", "force that could be used"),
    (an_activity("build-up", flags=("negated",)), "- negation", "", "no troops"),
    (an_activity("site"), "-", "", "a standing site is a state of things"),
    (an_event("AID", "will help", flags=("planned",)), "AGREE", "", "future aid"),
    (an_event("CONSULT", "will consult", flags=("planned",)), "AGREE", "", "future talks"),
    (an_event("SUPPORT", "will back", flags=("planned",)), "AGREE", "", "future support"),
    (an_event("COOPERATE", "will share", flags=("planned",)), "AGREE", "", "future cooperation"),
    (an_event("RETREAT", "will release", flags=("planned",)), "CONCEDE", "", "a release to come"),
    (an_event("RETREAT", "has released"), "RETREAT release", "", "a release"),
    (an_event("COERCE", "arrested"), "COERCE arrest", "", "the cue tells the mode"),
    (an_event("SANCTION", "imposed sanctions"), "SANCTION discontinue", "", "also by its second word"),
    (an_event("SANCTION", "acted"), "SANCTION", "", "or does not"),
    (an_event("COERCE", "imposed sanctions"), "SANCTION discontinue", "", "sanctions between states reduce relations"),
    (an_event("COERCE", "banned exports"), "SANCTION discontinue", "", "and bans on trade"),
    (an_event("COERCE", "arrested important investigators of"), "COERCE arrest", "", "not what is important"),
    (a_position(act="assurance", words="we will continue imposing costs on Lorvane"), "THREATEN restrict", "",
     "an assurance that it will hurt is a threat"),
    (a_position(act="offer", words="ready to respond decisively"), "THREATEN restrict", "", "an answer in kind, too"),
    (a_position(act="assurance", words="we will not impose sanctions on Lorvane"), "AGREE", "", "not to hurt is none"),
    (a_position(act="assurance", words="we won't impose sanctions on Lorvane"), "AGREE", "", "nor in short"),
    (a_position(act="assurance", words="we will now impose sanctions on Lorvane"), "THREATEN restrict", "",
     "now is no denial"),
    (a_position(act="offer", words="ready to ease the sanctions"), "AGREE", "", "nor to ease it"),
    (a_position(act="assurance", words="lowering the costs of the dam"), "AGREE", "", "nor what costs money"),
    (a_position(act="assurance", words="no intention of meeting the premier"), "REJECT meet", "",
     "no intention of talks refuses them"),
    (an_event("MOBILIZE", "will deploy", flags=("planned",)), "MOBILIZE future", "", "no verbal twin: future"),
    (an_event("ASSAULT", "did not hit", flags=("negated",)), "- negation", "", "did not happen"),
    (an_event("COERCE", "could arrest", flags=("hypothetical",)), "- hypothetical", "", "could happen"),
]  # fmt: skip


@pytest.mark.parametrize(("find", "coded", "context", "why"), RULES, ids=[why for *_, why in RULES])
def test_types_modes_and_contexts(find: Find, coded: str, context: str, why: str) -> None:
    """A row a rule; "-" is no event, which a comment explains."""
    (record,) = records(find)
    assert " ".join([*(record.event or ["-"]), *record.mode]) == coded
    assert " ".join(record.context) == context
    assert record.has_event == bool(record.event) == (record.quad_code is not None) == (record.event_scale is not None)
    assert record.has_event or record.comment


def test_every_word_of_the_vocabularies_has_a_row() -> None:
    """And none has one that no vocabulary knows; the types are those that the records carry already."""
    rows = {(r["kind"], r["what"]): r["type"] for r in table("plover") if not r["when"]}
    words = {"meeting": MeetingState, "position": PositionAct, "activity": ActivityWhat, "event": PloverType}
    assert set(rows) == {(kind, word) for kind, vocabulary in words.items() for word in get_args(vocabulary)}
    for kind, types in {"meeting": OF_MEETINGS, "position": OF_POSITIONS, "activity": OF_ACTIVITIES}.items():
        assert {what: t for (k, what), t in rows.items() if k == kind and t} == types
    assert all(what == t for (kind, what), t in rows.items() if kind == "event")


def test_the_tables_use_the_names_of_plover() -> None:
    """Modes belong to their type, contexts to the list; an example shows the word that gives the mode by its row."""
    modes = {(r["type"], r["mode"]) for r in table("plover_types")}
    assert {t for t, _ in modes} == set(get_args(PloverType))
    assert {(r["type"], r["mode"]) for r in table("plover") if r["type"]} <= modes
    assert {c for r in table("plover") for c in r["context"].split()} <= CONTEXTS
    assert {(r["type"], r["mode"]) for r in table("plover_modes")} <= modes
    for row in table("plover_modes"):
        said = row["example"].lower().split()
        of_type = (r for r in table("plover_modes") if r["type"] == row["type"])
        assert next(r for r in of_type if any(w.startswith(r["begins"]) for w in said)) == row
    bodies = {r["id"] for r in table("en/organisations")} | {r["institution"] for r in table("en/institutions")}
    assert {r["id"] for r in table("plover_entities")} <= bodies
    assert {r["id"] for r in table("en/states")} <= {r["country"] for r in table("country_codes")}


@pytest.mark.parametrize(
    ("class_", "mode"), [("personnel", "troops"), ("unit", "troops"), ("platform", "weapons"), ("distance", None)]
)
def test_what_is_counted_gives_the_mode(class_: Any, mode: str | None) -> None:
    """Troops by heads and units, weapons by pieces."""
    counted = an_entry(Quantity(spans=(at("90"),), rule="q", score=0.5, lower=90, upper=90, class_=class_))
    move = an_activity("build-up", quantity=Count(lower=90, upper=90, find=counted.find.id))
    (record,) = plover([counted, an_entry(move, counted.article)])
    assert record.mode == ((mode,) if mode else ())


@pytest.mark.parametrize(
    ("speaker", "type_"),
    [
        (Speaker(actor="PL"), "THREATEN"),
        (Speaker(actor="Ilse Marrak", affiliation="PL"), "THREATEN"),
        (Speaker(actor="LT"), None),
        (Speaker(actor=None), None),
    ],
)
@pytest.mark.parametrize("make", [lambda m: an_activity("use of force", **m), lambda m: an_event("ASSAULT", **m)])
def test_force_that_its_holder_speaks_of_is_a_threat(make: Any, speaker: Speaker, type_: str | None) -> None:
    """In others' words it is only what could happen."""
    said = an_entry(an_attribution(speaker=speaker))
    find = make({"flags": ("hypothetical",), "attribution": said.find.id})
    (record,) = plover([said, an_entry(find, said.article)])
    assert record.event == ((type_,) if type_ else ())
    assert record.mode == (("violence",) if type_ else ("hypothetical",))


def test_entities() -> None:
    """States by alpha-3, bodies by the code of their sort; who is not known has no code and the record says so."""
    minister = Actor(
        spans=(at("Ilse Marrak"),), rule="r", score=0.9, actor="Ilse Marrak", type="person", reading="person",
        state="PL", role=at("minister", 30),
    )  # fmt: skip
    (meeting,) = plover([an_entry(minister), an_entry(a_meeting("held"))])
    assert [(e.code, e.sector, e.entity_text, e.identifier_text, e.office) for e in meeting.actor] == [
        ("POL", "GOV", "Ilse Marrak", "Ilse Marrak", "foreign minister"),
        ("IGO", None, "NATO", "NATO", None),
    ]
    assert meeting.recipient == ()
    (event,) = records(an_event("AID", actor=None, recipient="XK"))
    assert (event.actor[0].code, event.actor[0].entity_text, event.comment) == (None, "Marrak", "actor unresolved")
    assert (event.recipient[0].code, event.recipient[0].identifier_text) == ("KOS", "Kosovo")
    (position,) = records(a_position("unnamed:two officials", addressee="the West"))
    assert position.actor[0].identifier_text is None
    assert position.comment == "actor unresolved; recipient the West: no code known"
    (ally,) = records(a_position("member of NATO, state unknown"))
    assert (ally.actor[0].code, ally.actor[0].identifier_text) == (None, None)
    assert all(e.identifier_id is None for r in (meeting, event, position) for e in (*r.actor, *r.recipient))


def test_recipients_of_activities() -> None:
    """Partners, and who else holds the exercise that the same words tell; lines of the same words share a link."""
    one, other, alone = records(
        an_activity("joint exercise", holder="PL", partners=("NATO", "PL")),
        an_activity("joint exercise", holder="LT"),
        an_activity("joint exercise", holder="LT", start_at=400),
    )
    assert [e.code for e in one.recipient] == ["IGO", "LTU"]
    assert [e.code for e in other.recipient] == ["POL"]
    assert one.link == other.link == one.id
    assert (alone.link, alone.comment) == (None, "no recipient told, which COOPERATE should have")
    (deployed,) = records(an_activity("deployment", partners=("NATO",)))
    assert deployed.recipient == ()


def test_whom_an_activity_is_done_to() -> None:
    """Who is named after the preposition or the verb; not who holds it, nor whose border it is at."""

    def recipients(
        what: ActivityWhat, words: str, name: str, country: str, lemma: str = "attack", holder: str | None = "PL"
    ) -> list[str | None]:
        start = words.index(name)
        state = Actor(
            spans=(at(name, start),), rule="r", score=0.9, actor=country, type="state", reading="government",
            state=country,
        )  # fmt: skip
        move = msgspec.structs.replace(an_activity(what, lemma, holder), spans=(at(words),))
        (record,) = records(state, move)
        return [e.code for e in record.recipient]

    assert recipients("use of force", "attack on Lithuania", "Lithuania", "LT") == ["LTU"]
    assert recipients("use of force", "invaded Lithuania", "Lithuania", "LT", "invade") == ["LTU"]
    assert recipients("use of force", "fire at the border with Lithuania", "Lithuania", "LT") == []
    assert recipients("use of force", "operations of Poland", "Poland", "PL") == []
    assert recipients("use of force", "invasion of Lithuania", "Lithuania", "LT") == ["LTU"]
    assert recipients("use of force", "operations of Lithuania", "Lithuania", "LT", holder=None) == []
    assert recipients("transfer", "sent launchers to Lithuania", "Lithuania", "LT", "send") == ["LTU"]
    assert recipients("deployment", "moved to Lithuania", "Lithuania", "LT") == []


def test_what_is_asked_is_no_event() -> None:
    """A question at a press conference says nothing; the record keeps the line and says so."""
    asked = an_entry(an_attribution(flags=("question",)))
    offer = a_position(attribution=asked.find.id)
    (record,) = plover([asked, an_entry(offer, asked.article)])
    assert (record.has_event, record.event, record.flags) == (False, (), ("question",))
    assert record.comment is not None and "question" in record.comment


def test_one_act_of_several_sides_is_one_event() -> None:
    """The first line has all sides as actors; the others keep their own and tell no event."""
    both = [a_position(holder) for holder in ("PL", "LT")]
    first, second = records(*both)
    assert [e.code for e in first.actor] == ["POL", "LTU"]
    assert (first.has_event, second.has_event) == (True, False)
    assert [e.code for e in second.actor] == ["LTU"]
    assert first.link == second.link == first.id
    assert second.comment == f"one event with {first.id}, which has its actors together"


def test_recipients_that_are_none() -> None:
    """Who acts is no recipient, nor is a phrase that names nobody."""
    own, thing = records(a_position("PL", addressee="PL"), an_event("AID", recipient=None))
    assert own.recipient == thing.recipient == ()


def test_sectors() -> None:
    """By office, body or force, in every kind of line; groups have no code."""

    def entity(actor: str, words: str, **more: Any) -> tuple[str | None, str | None]:
        more = {"type": "person", "reading": "person", "state": "LT"} | more
        who = Actor(spans=(at("Marrak"),), rule="r", score=0.9, actor=actor, role=at(words, 30), **more)
        (record,) = plover([an_entry(who), an_entry(an_event("AID", actor=actor))])
        return record.actor[0].code, record.actor[0].sector

    assert entity("Berg", "Foreign Minister of Lorvane") == ("LTU", "GOV")
    assert entity("Berg", "Senator") == ("LTU", "LEG")
    assert entity("Berg", "former President") == ("LTU", "ELI")
    assert entity("Berg", "Secretary General") == ("LTU", None)
    assert entity("Berg", "Chairman of the Joint Chiefs of Staff") == ("LTU", "MIL")
    assert entity("Berg", "aide to the President") == ("LTU", None)
    assert entity("allies", "allies", type="group", reading="group", state=None, affiliation="NATO") == (None, None)
    (record,) = records(msgspec.structs.replace(an_event("ASSAULT"), actor_spans=(at("soldiers of Lorvane"),)))
    assert (record.actor[0].code, record.actor[0].sector) == ("POL", "MIL")
    sectors = {r["ends"]: r["sector"] for r in table("plover_sectors")}
    for ends, sector in sectors.items():
        assert entity("Berg", f"Lorvanian {ends} of Lorvane") == ("LTU", sector or None)
        shorter = {sectors[e] for e in sectors if ends.endswith(f" {e}") and " of " not in ends}
        assert sector not in shorter and (sector or shorter), f"{ends} decides nothing"


def test_what_an_activity_counts_rides_along() -> None:
    """Force, quantity and direction; and when a meeting ends."""
    move = an_activity(
        "deployment", force="tanks", quantity=Count(lower=9, upper=9), direction=(at("to the ford", 20),)
    )
    deployed, talks = records(move, a_meeting("held", start="2024-03-01", end="2024-03-03"))
    assert (deployed.force, deployed.quantity, deployed.direction) == ("tanks", move.quantity, ("to the ford",))
    assert talks.enddate == "2024-03-03"
    assert "to the ford" not in plover_line(deployed, text=False).decode()


def test_forces_of_no_state_are_not_military() -> None:
    """The context is for armed forces of states."""
    assert [records(an_activity("use of force", holder=h))[0].context for h in ("Houthis", "PL", None)] == [
        (),
        ("military",),
        ("military",),
    ]


@pytest.mark.parametrize(
    ("start", "published", "expected"),
    [
        ("2024-03-04", "2024-03-06", ("2024-03-04", None, "text")),
        ("2024-03-04T16:30", "2024-03-06T09:00:00Z", ("2024-03-04", "16:30", "text")),
        ("2024-03-11", "2024-03-06", ("2024-03-06", None, "publication")),
        ("2024-03-05TNI", "2024-03-06", ("2024-03-05", None, "text")),
        ("2024-W09", "2024-03-06", (None, None, None)),
        ("2024-W10", "2024-03-06", ("2024-03-06", None, "publication")),
        ("2024-W09-WE", "2024-03-06", (None, None, None)),
        ("2023-FA", "2024-03-06", (None, None, None)),
        ("XXXX-WXX-1", "2024-03-06", ("2024-03-06", None, "publication")),
        ("2014", "2024-03-06", (None, None, None)),
        ("2024-02", "2024-03-06", (None, None, None)),
        ("2024-03", "2024-03-06", ("2024-03-06", None, "publication")),
        (None, "2024-03-06", ("2024-03-06", None, "publication")),
        ("2024-03-04", None, ("2024-03-04", None, "text")),
        (None, None, (None, None, None)),
    ],
)
def test_dates(start: str | None, published: str | None, expected: tuple[str | None, ...]) -> None:
    """The day of the text that has come, else of publication; a time that is over has no day made up for it."""
    (record,) = records(a_meeting("held", start=start), info=an_info("a", published))
    assert (record.date, record.time, record.date_from) == expected
    assert record.start == start
    assert (record.date is None) == ("day not known" in (record.comment or ""))


def test_what_looks_back_without_a_day_has_none() -> None:
    """The day of the publication is not when it was."""
    (record,) = records(a_meeting("held", flags=("historical",)))
    assert (record.date, record.date_from, record.comment) == (None, None, "day not known")


def a_place(words: str, country: str, start: int, feature: Any = "city", **more: Any) -> Entry:
    return an_entry(
        Place(
            spans=(at(words, start),),
            rule="r",
            score=0.9,
            name=words,
            lat=1.5,
            lon=2.5,
            geonameid=start,
            country=country,
            feature=feature,
            **more,
        )
    )


def test_places() -> None:
    """As written, and resolved where a place of the article is; the nearest of one name; claims are not settled."""
    places = [a_place("Telle", "LT", 900), a_place("Telle", "PL", 30), a_place("the Spit", "PL/LT", 60, "region")]
    finds = (
        a_meeting("held", place="Telle"),
        an_activity("build-up", place="the Spit"),
        an_activity("test", place="near the locks"),
    )
    meeting, move, test = (r.event_loc for r in plover([*places, *map(an_entry, finds)]))
    assert meeting is not None and move is not None and test is not None
    assert (meeting.geonameid, meeting.city, meeting.country, meeting.country_code) == (30, "Telle", "Poland", "POL")
    assert (meeting.lat, meeting.lon, meeting.feature_class, meeting.resolution) == (1.5, 2.5, "P", 4)
    assert (move.country_code, move.claimed_by, move.resolution) == (None, ("POL", "LTU"), None)
    assert (test.extracted_place, test.resolved_place, test.geonameid) == ("near the locks", None, None)


def test_required_fields_and_shapes() -> None:
    """What the manual requires is there, under its names, in every record of every kind."""
    finds = (a_meeting("held"), a_position(), an_activity("test"), an_event("AID"), a_position(act="concern", at=90))
    lines = [json.loads(plover_line(r)) for r in records(*finds)]
    assert {line["kind"] for line in lines} == set(CODABLE)
    for line in lines:
        assert {"id", "date", "actor", "event"} <= line.keys()
        assert line["quad_code"] in (1, 2, 3, 4) or not line["has_event"]
        assert line["event_scale"] is None or -10 <= line["event_scale"] <= 10
        assert all(
            {"code", "sector", "entity_text", "identifier_id", "identifier_text", "office"} == entity.keys()
            for entity in line["actor"] + line["recipient"]
        )
        assert line["text_info"]["start"] < line["text_info"]["end"]
        assert line["cite_info"]["citation"] == "id-a"
        assert line["cite_info"]["publication"] == "The Harbour Courier"
        assert (line["coded_date"], line["coded_time"]) == ("2024-04-01", "00:00:00Z")


def test_on_whose_word_and_under_which_condition() -> None:
    """What PLOVER has no field for rides along; without text, only what does not quote the article."""
    said = an_entry(an_attribution("two officials", level="specific unnamed"))
    offer = a_position(
        attribution=said.find.id, condition=Condition(spans=(at("if tolls fall", 50),)), hedges=(at("may"),)
    )
    (record,) = plover([said, an_entry(offer, said.article)])
    assert (record.word.source, record.condition, record.hedges) == ("two officials", "if tolls fall", ("may",))
    bare = plover_line(record, text=False).decode()
    assert json.loads(bare)["word"]["level"] == "specific unnamed"
    assert not [words for words in ("two officials", "if tolls", "more water", "may") if words in bare]
