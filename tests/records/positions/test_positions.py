"""Positions: act, holder, content, addressee and condition of single sentences."""

import pytest

from factories import an_article
from onrecord.model import Position
from onrecord.pipeline import read_article
from reading_factories import told


def positions(text: str) -> list[Position]:
    """Positions of a text published on Sunday, 9 January 2022."""
    return list(read_article(an_article(text, published="2022-01-09"), strict=True).of(Position))


@pytest.mark.parametrize(
    ("sentence", "act", "holder", "words"),
    [
        ("Russia demanded a written pledge from the United States.", "demand", "RU", "a written pledge"),
        ("France urged both governments to return to the talks.", "demand", "FR", "to return to the talks"),
        ("Germany called for an immediate halt to the shelling.", "demand", "DE", "an immediate halt"),
        ("China wants the United States to lift the tariffs.", "demand", "CN", "lift the tariffs"),
        ("Iran refused to sign the protocol.", "refusal", "IR", "to sign the protocol"),
        ("Turkey rejected the draft text.", "refusal", "TR", "the draft text"),
        ("Japan ruled out a visit this year.", "refusal", "JP", "a visit"),
        ("Israel does not accept the new border.", "refusal", "IL", "the new border"),
        ("Norway offered inspections of the site.", "offer", "NO", "inspections of the site"),
        ("Norway offered guarantees of passage.", "offer", "NO", "guarantees of passage"),
        ("Norway would never agree to inspectors.", "refusal", "NO", "inspectors"),
        ("Poland is willing to discuss the transit of grain.", "offer", "PL", "to discuss the transit of grain"),
        ("Egypt is open to a review of the dam's rules.", "offer", "EG", "a review of the dam's rules"),
        ("Britain assured its allies that the pact would stand.", "assurance", "GB", "the pact would stand"),
        ("India has no intention of closing the crossing.", "assurance", "IN", "no intention of closing"),
        ("Russia warned the alliance against a deployment in the east.", "warning", "RU", "a deployment in the east"),
        ("Ukraine fears that the border will be closed.", "concern", "UA", "the border will be closed"),
        ("Ukraine's fear of a blockade has grown.", "concern", "UA", "a blockade"),
        ("Russia complains about the new drills in the Baltic.", "accusation", "RU", "the new drills"),
        ("The United States accused Russia of bad faith.", "accusation", "US", "bad faith"),
        ("Canada welcomed the reply.", "endorsement", "CA", "the reply"),
        ("Russia denied that its troops had crossed the river.", "denial", "RU", "its troops had crossed"),
        ("Sweden rejected the accusation.", "denial", "SE", "the accusation"),
        ("Italy is prepared to impose sanctions.", "warning", "IT", "impose sanctions"),
        ("Tension grew with Germany, which Poland accused of bad faith.", "accusation", "PL", "bad faith"),
    ],
)
def test_a_cue_word_tells_act_holder_and_content(sentence: str, act: str, holder: str, words: str) -> None:
    """The table's cue words give one position each, held by the subject or possessor."""
    found = positions(sentence)
    assert [(p.act, p.holder) for p in found] == [(act, holder)]
    assert any(words in s.text for s in found[0].content)


@pytest.mark.parametrize(
    ("sentence", "act", "holder"),
    [
        ("“Nobody is talking about closing the strait,” a Turkish diplomat said.", "denial", "TR"),
        (
            "Putin has said the masts could be used to launch missiles into Russia, the Kremlin noted.",
            "accusation",
            "RU",
        ),
        ("A withdrawal from the province is off the table, France said.", "refusal", "FR"),
        ("Germany said there was room for compromise on the gas tariff.", "offer", "DE"),
        ("Ukraine must withdraw its guns first, Russia said.", "demand", "RU"),
        ("“Nothing will be decided without the Baltic governments,” a U.S. official said.", "assurance", "US"),
        ("China said it would never accept such a base.", "refusal", "CN"),
        ("“Talk to the Russians, but be tough,” a U.S. official said.", "demand", "US"),
        ("“There will be a high price for Russia,” a German official said.", "warning", "DE"),
        ("“Such a step will lead to a tough response,” a Chinese diplomat said.", "warning", "CN"),
        ("“We will continue to patrol the strait,” a Turkish diplomat said.", "assurance", "TR"),
        ("“We would like to work with Japan on tariffs,” a Russian diplomat said.", "offer", "RU"),
        ("“It is imperative that the ceasefire be observed,” a French diplomat said.", "demand", "FR"),
    ],
)
def test_a_turn_of_phrase_tells_a_position(sentence: str, act: str, holder: str) -> None:
    """Idioms are held by whoever says them."""
    assert (act, holder) in [(p.act, p.holder) for p in positions(sentence)]


def test_a_condition_names_who_must_move() -> None:
    """The if-clause becomes a condition with its mover, and reciprocity is marked."""
    (found,) = positions("France is ready to remove the ships if Turkey takes a reciprocal step.")
    assert found.act == "offer"
    assert found.condition is not None
    assert found.condition.mover == "TR"
    assert found.condition.reciprocal
    assert found.condition.spans[0].text == "if Turkey takes a reciprocal step"


def test_two_things_offered_in_one_breath_are_one_position() -> None:
    """Coordinated objects stay together with the verb that they hang on."""
    (found,) = positions("Russia is willing to discuss the range of missiles and the size of naval drills.")
    assert [s.text for s in found.content] == ["to discuss the range of missiles and the size of naval drills"]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Poland has called for a truce, for relief, for talks.", "a truce, for relief, for talks"),
        (
            "Norway is grateful to Germany for the boats, to France for the grain.",
            "the boats, to France for the grain",
        ),
        ("Norway is committed to open talks, to fair trade.", "to open talks, to fair trade"),
        ("For years Norway has called for a ban.", "a ban"),
        ("For its part, Norway thanked Germany for the boats.", "the boats"),
        ("We support and welcome the truce, Norway said.", "support and welcome the truce"),
    ],
)
def test_one_word_tells_an_act_once(sentence: str, words: str) -> None:
    """With all its complements, and with a word beside it that shares them; not with what stands in front of it."""
    (found,) = positions(sentence)
    assert words in " ".join(s.text for s in found.spans)
    assert "part" not in found.spans[0].text and "years" not in found.spans[0].text


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        ("“Ukraine must leave, and NATO must disarm,” Russia said.", [("RU", "UA"), ("RU", "NATO")]),
        ("To bases in Poland, Russia strongly objects.", [("RU", None)]),
        ("Ukraine is threatened by Russia, the White House said.", [("UA", None)]),
        ("France said that its own government had betrayed Syria.", [("FR", None)]),
        ("Norway stressed the willingness of Sweden to host the games.", [("SE", None)]),
        ("Norway questioned the readiness of Sweden to host the games.", [("NO", None)]),
        ("Norway stressed the need of Sweden to host the games.", [("NO", "SE")]),
        ("Norway repeated an offer of Swedish troops to guard the lock.", [("NO", "SE")]),
        ("Norway repeated its refusal of the request.", [("NO", None)]),
        ("Norway summoned the Swedish envoy to demand an apology.", [("NO", "SE")]),
        ("Norway asked Sweden to demand an apology.", [("NO", "SE")]),
        ("Norway summoned the Swedish envoy to sign the accord.", [("NO", "SE")]),
        ("Norway, opposed to the truce, left.", [("NO", None)]),
    ],
)
def test_whose_act_and_to_whom(sentence: str, acts: list[tuple[str, str | None]]) -> None:
    """Two acts to two sides are two; what stands in front of the verb is told all the same; who feels it fears."""
    assert [(p.holder, p.addressee) for p in positions(sentence)] == acts


def test_ukraine_threatens_nobody_as_others_say() -> None:
    """Who says that another threatens nobody denies it."""
    (found,) = read_article(an_article("Ukraine is not threatening Russia.", outlet="The White House")).of(Position)
    assert (found.act, found.holder) == ("denial", "US")


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister arrived in Geneva late in the evening.",
        "If Russia is willing to wait, the talks can go on.",
        "The rejected draft lay on the desk.",
        "Snow fell on Moscow and the river froze.",
        "Nothing on the table at this point in time, is there, the envoy of France said.",
        "When Russia prepared for the storm, it counted on its harbours.",
        "“Look at the snow in Moscow,” the spokesman of France said.",
        "Canada works to deny Russia the benefits of the accord.",
        "Ships of Canada would not be allowed to anchor there.",
        "Canada thanked Norway for its hospitality.",
        "“Thank you, Mr. Prime Minister,” the Canadian president said.",
        "Canada put its cards on the table.",
    ],
)
def test_no_position_where_nobody_takes_one(sentence: str) -> None:
    """Narration, conditions and participles take no position."""
    assert positions(sentence) == []


def test_an_addressee_is_kept() -> None:
    """Whom a position is put to is an actor of its own."""
    (found,) = positions("Russia demanded a written pledge from the United States.")
    assert found.addressee == "US"
    assert found.plover == "REQUEST"


@pytest.mark.parametrize(
    ("sentence", "addressee"),
    [
        ("French President Anne Berg blamed France for the collapse of the talks.", "FR"),
        ("Poland accused 12 Russian intelligence officers of sabotage.", "RU"),
        ("Norway reaffirmed its firm support for Ukraine's independence and its borders.", "UA"),
        ("Germany warned that sanctions would follow if Russia crossed the river.", "RU"),
        ("Norway voiced concern that Russia would close the strait.", None),
        ("The ban on Russian gas should stay in place, the Polish government said.", None),
        ("Germany warned that Russia had crossed the river.", None),
        ("Germany warned that Russia would be shut out of the accord.", "RU"),
        ("Poland demanded the release of Ukraine's sailors.", None),
        ("Poland demanded the withdrawal of Russian troops.", "RU"),
        ("Canada thanked Norway for supporting the towns.", "NO"),
        ("Poland called for Russia to be readmitted.", None),
        ("Poland demanded that Russia be expelled.", None),
        ("Poland called for Russia to leave.", "RU"),
        ("Russia must be stopped, the Polish government said.", None),
        ("Russia must stop, the Polish government said.", "RU"),
        ("The premier of Norway blamed his predecessor for Russia's raid.", None),
        ("Norway blamed Russia's navy for the raid.", "RU"),
        ("Norway blamed the raid on Russia.", "RU"),
        ("Norway assured residents that Russia would keep away.", "unnamed:residents"),
        ("Norway denounced attacks on Ukraine.", None),
        ("Norway denounced attacks on Ukraine by Russian troops.", "RU"),
        ("Norway condemned the killing of Ukrainian soldiers.", None),
        ("Norway denounced the occupation of Georgian land.", None),
        ("Norway condemned the behaviour of Russian troops.", "RU"),
        ("Norway backed the sanctions against Russia.", None),
        ("Norway threatened sanctions against Russia.", "RU"),
        ("Norway stressed the need for sanctions against Russia.", None),
        ("Norway condemned rockets fired at Israel.", None),
        # Whom a named one only describes is somebody else.
        ("Norway blamed Ukraine's opponents for the raid.", "unnamed:ukraine's opponents"),
        ("Norway urged the victims of Russia to speak.", "unnamed:victims"),
        ("Norway urged the government of Russia to speak.", "RU"),
        # Whose deed or force it is can end it.
        ("Norway demanded that Russian tariffs be lifted.", "RU"),
        ("Norway demanded that sanctions against Ukraine be lifted.", None),
        ("Russia's aggression must be stopped, the Polish government said.", "RU"),
        ("Norway demanded that Russian troops be withdrawn from Georgia.", "RU"),
        ("Norway asked for American weapons.", "US"),
        ("Norway insisted on German tanks.", "DE"),
    ],
)
def test_it_is_for_whom_the_words_mean_not_for_all_whom_they_name(sentence: str, addressee: str | None) -> None:
    """One's own side may be blamed; people without a name are their state; what is feared is told to nobody."""
    assert {p.addressee for p in positions(sentence)} == {addressee}


def test_who_speaks_in_an_offices_own_text_is_its_state() -> None:
    """ "I urge", "stands with us", where nobody is quoted; whoever backs a thing holds the backing."""
    text = "I urge all states to condemn the raid. France stands with us."
    found = read_article(an_article(text, outlet="President of Ukraine (president.gov.ua)"), strict=True).of(Position)
    assert {(p.act, p.holder, p.addressee) for p in found} == {("demand", "UA", None), ("assurance", "FR", "UA")}
    (backed,) = positions("Norway published a plan, strongly supported by Germany, that gives NATO Allies a say.")
    assert backed.holder == "DE"


def test_we_of_a_labelled_spokesman_is_the_government_that_publishes() -> None:
    """Staff in a government's own transcript speak for it; the same words elsewhere stay the speaker's."""
    text = "MS. KELLER:  Good morning, everybody.\n\nQ    What do you want?\n\nMS. KELLER:  We reject the draft text.\n"
    for outlet, holder in (("The White House", "US"), ("The Harbour Courier", "Keller")):
        reading = read_article(an_article(text, outlet=outlet), strict=True)
        assert [(p.act, p.holder) for p in reading.of(Position)] == [("refusal", holder)]


@pytest.mark.parametrize(
    ("sentence", "act", "holder"),
    [
        ("Nobody believed Russia's denials.", "denial", "RU"),
        ("Norway has not agreed to an inquiry.", "assurance", "NO"),
        ("Norway does not agree to an inquiry.", "refusal", "NO"),
        ("Norway reaffirmed its rejection of any quota.", "refusal", "NO"),
        ("The senators cited a charge which Russia denies.", "denial", "RU"),
        ("France agreed on a corridor with Germany.", "assurance", "FR"),
        ("Germany supports extending the treaty.", "endorsement", "DE"),
        ("Poland wants the talks to be held in Geneva.", "demand", "PL"),
    ],
)
def test_a_cue_is_seen_with_or_without_its_usual_complement(sentence: str, act: str, holder: str) -> None:
    """Bare nouns with their owner, relative clauses, gerunds and passives."""
    assert (act, holder) in [(p.act, p.holder) for p in positions(sentence)]


@pytest.mark.parametrize(
    ("sentence", "act", "holder"),
    [
        ("Norway will not take a truce off the table, Norway's premier said.", "assurance", "NO"),
        ("A truce is not out of the question, Norway's premier said.", "offer", "NO"),
        ("A truce is out of the question, Norway's premier said.", "refusal", "NO"),
        ("Norway has kept the door open to talks.", "offer", "NO"),
        ("The door to talks remains open, Norway's premier said.", "offer", "NO"),
        ("There can be no talks while the guns fire, Norway's premier said.", "refusal", "NO"),
        ("“There will be no compromise on the islands,” Norway's premier said.", "refusal", "NO"),
        ("“We hold Germany responsible for the spill,” Norway's premier said.", "accusation", "NO"),
        ("“We will hold Germany to account,” Norway's premier said.", "warning", "NO"),
        ("Norway insisted that it did not interfere in the vote.", "denial", "NO"),
        ("Norway says it had nothing to do with the raid.", "denial", "NO"),
        ("Norway's main demand is that Germany close the strait.", "demand", "NO"),
        ("Norway is eager to blame Germany for the spill.", "accusation", "NO"),
        ("Norway intends to ask Germany for a delay.", "demand", "NO"),
        ("Norway has shown little interest in a joint fleet.", "refusal", "NO"),
        ("Norway dismissed suggestions of a secret deal.", "denial", "NO"),
        ("The drills are worrying, Norway's premier said.", "concern", "NO"),
        ("The spill is a source of special concern, Norway's premier said.", "concern", "NO"),
        ("“This is of great concern to us,” Norway's premier said.", "concern", "NO"),
        ("No decisions on the strait should be made without Norway, Norway's premier said.", "demand", "NO"),
        ("“We will continue to seek a written reply,” Norway's premier said.", "demand", "NO"),
        ("Norway dropped its opposition to a fund on condition that Germany pays into it.", "concession", "NO"),
        ("Norway called the verdict a betrayal.", "accusation", "NO"),
        ("Norway considers the toll insulting.", "accusation", "NO"),
        ("Norway described the German reply as a provocation.", "accusation", "NO"),
        ("Norway called the award fair.", "endorsement", "NO"),
        ("The verdict drew a rebuke from Norway.", "accusation", "NO"),
        ("Praise for the mediators came from Norway.", "endorsement", "NO"),
        ("Norway would free the trawler once Germany paid the fine, Norway's premier said.", "assurance", "NO"),
        ("Norway said it would lift the toll if Germany lifted its ban.", "offer", "NO"),
        ("Norway would return to the talks only after the ban was lifted, Norway's premier said.", "offer", "NO"),
        ("Norway's premier said Norway would suspend the tariffs in exchange for a truce.", "offer", "NO"),
        ("Norway will impose no new tolls, Norway's premier said.", "assurance", "NO"),
    ],
)
def test_turns_of_phrase(sentence: str, act: str, holder: str) -> None:
    """Openings kept or closed, blame laid, deeds denied, what a noun is said to be."""
    assert [(act, holder)] == [(p.act, p.holder) for p in positions(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway seems ready to strike a deal.",
        "Norway welcomed the German premier to Oslo.",
        "Norway welcomes the chance to talk to Germany.",
        "Norway thanked Germany for hosting the talks.",
        "There will be no snow, Norway's premier said.",
        "Norway left the door to the hall ajar.",
        "Germany did not interfere in the vote, Norway's premier said.",
        "Norway intends to raise the matter.",
        "Norway's premier signed the act into law.",
        "Norway's premier signed a decree.",
        "The idea came from Norway.",
        "The pianist drew applause from visitors from Norway.",
        "Norway would have freed the trawler if Germany had paid the fine, Norway's premier said.",
        '"You believe you need to keep the trawler," Norway\'s premier told Germany.',
        "Norway's premier said that later Germany will allege that this was agreed in Oslo.",
    ],
)
def test_courtesies_and_judgements_tell_no_act(sentence: str) -> None:
    """Welcomes, thanks to a host, what somebody seems to be."""
    assert positions(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway did not call the verdict an insult.",
        "Norway considers the islands Norwegian.",
        "Norway hardly considers the offer fair.",
        "Norway no longer considers the toll unfair.",
        "Norway rarely describes Germany as hostile.",
        "Norway considers the sum too generous.",
        "Norway calls the mountain the Insult.",
        "Norway considers itself unfair.",
        "Norway called it unfair for Germany to wait.",
        "Norway denied that Germany considers the toll unfair.",
        "Norway asked why Germany considers the toll unfair.",
        "Norway considers the yard a legitimate target.",
        "Norway regards Germany as a partner.",
        "Norway was called unfair in the papers.",
        "Norway would consider such a toll a provocation.",
        "If Norway considers the toll insulting, it will leave.",
    ],
)
def test_what_a_thing_is_called_need_not_blame(sentence: str) -> None:
    """Not where it is denied, foreseen or supposed, or where the word neither blames nor approves."""
    assert not [p for p in positions(sentence) if p.rule == "position.idiom.judged"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway said it would reinstate sanctions if Germany breaks the deal.",
        "Norway's premier said Norway would release water if Germany pays.",
        "Norway said it would lift the ban if Germany attacks.",
        "Norway said it would lift the ban if Germany does not pay.",
        "Norway warned it would lift the ban if Germany paid.",
        "Norway denied it would lift the ban if Germany paid.",
        "Norway's premier asked if Norway would lift the ban if Germany paid.",
        "Norway said it would lift the ban until Germany pays.",
        '"We can hardly lift the ban if Germany pays," Norway\'s premier said.',
        "Norway would free the trawler once the storm has passed, Norway's premier said.",
        "Norway would free the trawler once Germany paid the fine, a scholar said.",
    ],
)
def test_what_is_no_gift_for_a_gift_is_no_undertaking(sentence: str) -> None:
    """Neither what harms, nor what hangs on harm, nor what is denied, asked or foretold."""
    assert not [p for p in positions(sentence) if p.rule == "position.idiom.undertaking"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The plan never won praise from Norway.",
        "Germany opened the dam without drawing criticism from Norway.",
        "The criticism of the plan came not from Norway but from Germany.",
        "Most demand for German cars came from Norway.",
    ],
)
def test_what_did_not_come_from_it_is_not_its_own(sentence: str) -> None:
    """Nor what is bought there."""
    assert not [p for p in positions(sentence) if p.holder == "NO"]


def test_what_is_said_begins_behind_the_time_it_was_said() -> None:
    """ "Said on Monday it would not ...": its own word, and no more than that, and no mere supposition."""
    (found,) = positions("Norway said on Monday it would not accept the toll unless Germany first opens the strait.")
    assert found.content[0].text.startswith("it would not")
    assert (found.act, found.holder, found.voice, found.flags) == ("refusal", "NO", "own", ())
    assert found.attribution is not None
    assert found.condition is not None
    assert found.condition.mover == "DE"


def test_what_has_a_clause_of_its_own_is_told_beside() -> None:
    """A demand and the warning in it."""
    told = positions("Germany must accept that there will be consequences for the spill, Norway's premier said.")
    assert {p.act for p in told} == {"demand", "warning"}


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Germany demanded security guarantees for Germany.", None),
        ("Germany condemned the shelling of Germany.", None),
        ("Germany warned of high costs if Norway is attacked.", None),
        ("Germany blamed Norway for the delay.", "NO"),
    ],
)
def test_nobody_is_blamed_or_asked_for_what_befalls_him(text: str, addressee: str | None) -> None:
    """Nor is the holder's own side, unless the words name it as the one who is asked or blamed."""
    assert [p.addressee for p in positions(text)][:1] == [addressee]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Varenia denied that Ostmark promised tanks to the rebels.", ["denial"]),
        ("Varenia dismissed reports that Ostmark has agreed to a truce.", ["denial"]),
        ("“We do not intend to strike Ostmark,” Varenia said.", ["assurance"]),
        ("Ostmark must understand that there will be a price, Varenia said.", ["demand", "warning"]),
        ("Varenia regretted that Varenia had not attacked earlier.", ["accusation"]),
        ("Varenia said it had not responded to the offer of Ostmark.", []),
        ("The build-up is of no concern to the allies, Varenia said.", []),
        ("The drills are no longer worrying, Varenia said.", []),
        ("There could be no better deal than this, Varenia said.", []),
        ("There will be no talks next week, Varenia said.", []),
        ("There can be no talks while the guns fire, Varenia said.", ["refusal"]),
        ("Varenia failed to keep the door open to talks, Ostmark said.", []),
        ("The door to talks is no longer open, Varenia said.", []),
        ("Varenia opened the door to refugees.", []),
        ("Varenia rejected a suggestion to meet.", ["refusal"]),
        ("Varenia rejected the suggestion that it had lied.", ["denial"]),
        ("Varenia holds the account of the bank of Ostmark.", []),
        ("An invasion is not out of the question, Varenia said.", []),
    ],
)
def test_what_is_denied_or_hedged_is_not_told_as_done(text: str, acts: list[str]) -> None:
    """A denial, a soft negation, a regret or a plain report makes no act of what it is about."""
    assert [p.act for p in told(text)] == acts
