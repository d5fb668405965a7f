"""Meetings: who, where, when, and in what state."""

import msgspec
import pytest

from meeting_factories import AHEAD, BERG, HOLT, meetings
from onrecord.mentions.places import find_places
from onrecord.model import Trigger
from onrecord.records.meetings import find_meetings
from onrecord.records.meetings.drafts import SURE
from reading_factories import mentioned


@pytest.mark.parametrize(
    ("sentence", "sides", "place", "start", "state", "plover"),
    [
        (
            "Diplomats of Russia and the United States will meet in Geneva on Monday.",
            {"RU", "US"}, "Geneva", "2022-01-10", "planned", "AGREE",
        ),
        (
            "Talks between Iran and France ended in Vienna on Friday.",
            {"IR", "FR"}, "Vienna", "2022-01-07", "held", "CONSULT",
        ),
        ("Turkey postponed its talks with Greece.", {"TR", "GR"}, None, None, "postponed", "AGREE"),
        ("The proposed summit of Serbia and Croatia took place.", {"RS", "HR"}, None, None, "held", "CONSULT"),
        ("Russia proposed a summit with Germany.", {"RU", "DE"}, None, None, "proposed", "REQUEST"),
        ("All spoke of potential talks between Serbia and Croatia.", {"RS", "HR"}, None, None, "proposed", "REQUEST"),
        ("The Serbian and Croatian delegations held talks.", {"RS", "HR"}, None, None, "held", "CONSULT"),
        ("The U.S.-Serbia summit was held.", {"US", "RS"}, None, None, "held", "CONSULT"),
        ("All praised the talks that Serbia held with Croatia.", {"RS", "HR"}, None, None, "held", "CONSULT"),
        ("Serbia cancelled a meeting with Croatia.", {"RS", "HR"}, None, None, "cancelled", "REJECT"),
        ("Serbia refused to meet Croatia.", {"RS", "HR"}, None, None, "refused", "REJECT"),
        ("Serbia said that it would cancel the meeting with Croatia.", {"RS", "HR"}, None, None, "cancelled", "REJECT"),
        ("Serbia did not rule out a meeting with Croatia.", {"RS", "HR"}, None, None, "proposed", "REQUEST"),
        ("Serbia broke off its talks with Croatia.", {"RS", "HR"}, None, None, "broken off", "SANCTION"),
        ("Serbia is ready for talks with Croatia.", {"RS", "HR"}, None, None, "proposed", "REQUEST"),
        ("Serbia called off its summit with Croatia.", {"RS", "HR"}, None, None, "cancelled", "REJECT"),
        ("All see progress in talks between Serbia and Croatia.", {"RS", "HR"}, None, None, "under way", "CONSULT"),
        (
            "Serbian-Croatian talks ended in the old customs house.",
            {"RS", "HR"}, "old customs house", None, "held", "CONSULT",
        ),
        (
            "Serbia and Croatia are set to meet in the Austrian capital of Vienna.",
            {"RS", "HR"}, "Vienna", None, "planned", "AGREE",
        ),
        ("Serbia and Croatia held a second round of talks.", {"RS", "HR"}, None, None, "held", "CONSULT"),
        (
            "The talks in Vienna showed that Serbia and Croatia are friends.",
            {"RS", "HR"}, "Vienna", None, "held", "CONSULT",
        ),
        ("All praised the talks held in secret by Serbia and Croatia.", {"RS", "HR"}, None, None, "held", "CONSULT"),
        ("Serbian officials engaged with Croatian diplomats.", {"RS", "HR"}, None, None, "held", "CONSULT"),
        ("A meeting in the Normandy format was held.", {"DE", "FR", "RU", "UA"}, None, None, "held", "CONSULT"),
        (
            f"Saturday's talks in the Serbian capital between {BERG} and {HOLT} ended.",
            {"IS", "PE"}, "Serbian capital", "2022-01-08", "held", "CONSULT",
        ),
        ("Serbia asked for a meeting with Croatia.", {"RS", "HR"}, None, None, "proposed", "REQUEST"),
        (
            f"Following the talks between {BERG} and {HOLT}, a treaty was signed.",
            {"IS", "PE"}, None, None, "held", "CONSULT",
        ),
        ("In advance of its talks with Croatia, Serbia is silent.", {"RS", "HR"}, None, None, "planned", "AGREE"),
        ("The talks between Serbia and Croatia are under way.", {"RS", "HR"}, None, None, "under way", "CONSULT"),
        (f"{BERG} is to go face-to-face with {HOLT}.", {"IS", "PE"}, None, None, "planned", "AGREE"),
        (
            "The President of Iceland Anna Berg met with the President of Peru Marco Holt.",
            {"IS", "PE"}, None, None, "held", "CONSULT",
        ),
        (
            f"{BERG} and {HOLT} agreed to meet for talks on January 18, 2022.",
            {"IS", "PE"}, None, "2022-01-18", "planned", "AGREE",
        ),
        (
            "On Friday, Serbia defended its talks with Croatia.",
            {"RS", "HR"}, None, None, "held", "CONSULT",
        ),
        (
            "Serbia and Croatia will hold talks in the 19th-century palace.",
            {"RS", "HR"}, "19th-century palace", None, "planned", "AGREE",
        ),
        (
            "China will hold talks with NATO and the OSCE in Vienna.",
            {"CN", "NATO", "OSCE"}, "Vienna", None, "planned", "AGREE",
        ),
    ],
)  # fmt: skip
def test_a_sentence_tells_a_meeting(
    sentence: str, sides: set[str], place: str | None, start: str | None, state: str, plover: str
) -> None:
    """Sides, place, day and state of the meeting that a sentence tells."""
    (found,) = meetings(sentence)
    assert set(found.sides) == sides
    assert (found.place, found.start, found.state, found.plover) == (place, start, state, plover)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Protests are planned for Monday, when Serbia and Croatia will meet.", (None, "2022-01-10", "planned")),
        ("It was in March 1997, when Serbia and Croatia held talks.", (None, "1997-03", "held")),
        ("An envoy spoke from Vienna on Friday, where Serbia and Croatia will meet.", ("Vienna", None, "planned")),
        (f"On Monday in Vienna, {BERG} will meet {HOLT}.", ("Vienna", "2022-01-10", "planned")),
        ("The war of 2014 and the 2016 vote are on the agenda of Serbia's talks with Croatia.", (None, None, "held")),
        ("These are the first talks between Serbia and Croatia since 2010.", (None, None, "held")),
        (f"The talks between {BERG} and {HOLT} after the vote of December 19 ended.", (None, None, "held")),
        ("Serbia and Croatia will hold their talks here in Vienna.", ("Vienna", None, "planned")),
        ("Serbia and Croatia held talks on Austria.", (None, None, "held")),
        ("Serbia and Croatia met on the sidelines of a forum in Vienna.", ("Vienna", None, "held")),
        (f"{BERG} met {HOLT} at the NATO summit in Brussels.", ("Brussels", None, "held")),
        (f"{BERG} is on her way to Vienna for talks with {HOLT}.", (None, None, "planned")),
        (f"{BERG} favored hosting {HOLT} at the palace.", ("palace", None, "proposed")),
        (f"{BERG} considered scrapping the summit with {HOLT}.", (None, None, "planned")),
        (f"{BERG} must cancel her summit with {HOLT}.", (None, None, "planned")),
        (f"{BERG} should not meet {HOLT}, an observer wrote.", (None, None, "planned")),
        (f"{BERG} opened her long-awaited summit with {HOLT}.", (None, None, "held")),
        (f"{BERG} meets {HOLT} in Vienna, Sunday, January 9, 2022.", ("Vienna", "2022-01-09", "held")),
        (f"{BERG} invited {HOLT} to Iceland.", ("Iceland", None, "proposed")),
        (f"The visit of {HOLT} to Iceland takes place on a historic day.", ("Iceland", None, "under way")),
        (f"The Berg-Holt Vienna summit ended, said {BERG} and {HOLT}.", ("Vienna", None, "held")),
        (f"{BERG} defended her sit-down with {HOLT}.", (None, None, "held")),
        (f"{BERG} joined {HOLT} for breakfast.", (None, None, "held")),
        (f"Observers thanked {BERG} for meeting {HOLT}.", (None, None, "held")),
        (f"{BERG} praised the Serbian-Croatian talks held in Vienna on Friday.", ("Vienna", "2022-01-07", "held")),
        ("Serbia and Croatia held talks in the area of the Hungarian border.", ("Hungarian border", None, "held")),
        (
            "A crowd stood at the palace in the Austrian capital, where Serbia and Croatia are meeting.",
            ("palace", None, "under way"),
        ),
        (f"{BERG} met {HOLT} during the G20 summit on January 7 in Hamburg.", ("Hamburg", "2022-01-07", "held")),
        (f"{BERG} and {HOLT} spoke on the balcony of the residence in Vienna.", ("residence", None, "held")),
        ("It was like last month's Singapore summit, when Serbia and Croatia met.", ("Singapore", "2021-12", "held")),
        (f"{BERG} arrived at the palace for what she has called a summit with {HOLT}.", ("palace", None, "held")),
        (f"{BERG} may halt exercises in Norway as part of her talks with {HOLT}.", (None, None, "held")),
        (f"{BERG} opened talks with {HOLT} on what to do when the accord expires in 2024.", (None, None, "held")),
        (f"{BERG} spoke with {HOLT}, a president already in office.", (None, None, "held")),
        (f"{BERG} was glad to host {HOLT} at the opening of the 2014 Winter Olympics.", (None, None, "held")),
        (f"A few days ago, when {BERG} met {HOLT}, all was quiet.", (None, None, "held")),
        (f"{BERG} insisted on talks with {HOLT}.", (None, None, "proposed")),
        (f"{BERG} is unwilling to meet {HOLT}.", (None, None, "refused")),
        (f"{BERG} is hardly refusing to meet {HOLT}.", (None, None, "proposed")),
        (f"{BERG} intends to meet {HOLT}.", (None, None, "planned")),
        ("A second round of talks between Serbia and Croatia is to take place.", (None, None, "planned")),
        ("All were told of the course and results of the talks between Serbia and Croatia.", (None, None, "held")),
        ("The result should be a meeting of Serbia and Croatia.", (None, None, "proposed")),
        (f"{BERG} must meet {HOLT}.", (None, None, "proposed")),
        (f"{BERG}'s summit with {HOLT} should not move forward, lawmakers said.", (None, None, "planned")),
        (f"{BERG} met {HOLT} at the Hotel Harbour in Vienna.", ("Hotel Harbour", None, "held")),
        ("Serbia and Croatia met in the Kremlin in Moscow.", ("Kremlin", None, "held")),
        (f"Asked what is left of Croatia when she meets {HOLT}, {BERG} was silent.", (None, None, "planned")),
        (f"{BERG} will go face-to-face with Peru having done scant preparation.", (None, None, "planned")),
        (f"All spoke of doubts that the talks of {BERG} with {HOLT} would bring a treaty.", (None, None, "planned")),
        (
            "Talks between Serbia and Croatia, which took place on January 4 in Istanbul, ended without a treaty.",
            ("Istanbul", "2022-01-04", "held"),
        ),
        (
            f"{BERG} is scheduled to meet with {HOLT} one-on-one in Helsinki, Finland, on Monday.",
            ("Helsinki", "2022-01-10", "planned"),
        ),
        (
            "When the Serbian and Croatian leaders meet in Helsinki, the Finnish capital, on Monday, all will watch.",
            ("Helsinki", "2022-01-10", "planned"),
        ),
        (
            "All know the results of the meeting of the leaders of Serbia and Croatia in Sochi on January 4.",
            ("Sochi", "2022-01-04", "held"),
        ),
        ("It was told before the Serbian-Croatian talks, scheduled for January 12.", (None, "2022-01-12", "planned")),
        (
            f"{BERG} told {HOLT} about it during their meeting at a high-stakes summit in Helsinki on Friday.",
            ("Helsinki", "2022-01-07", "held"),
        ),
        (f"{BERG} must be careful going into this week's meeting with {HOLT}.", (None, "2022-W01", "planned")),
        (f"{BERG} praised the deal of last week hours before she is set to meet {HOLT}.", (None, None, "planned")),
        (f"During her talks with {HOLT}, {BERG} urged all to pay more by 2024.", (None, None, "held")),
        (f"{BERG} could raise the tolls at her summit with {HOLT}.", (None, None, "planned")),
        (f"{BERG} is ready to raise the tolls at her first meeting with {HOLT}.", (None, None, "planned")),
        (f"{BERG} keeps expectations low for her summit with {HOLT}.", (None, None, "planned")),
        (f"{BERG} prepared for her meeting with {HOLT}.", (None, None, "planned")),
        (f"{BERG} heads into a day of meetings with {HOLT}.", (None, None, "planned")),
        (f"Lawmakers warned {BERG} against meeting {HOLT} alone.", (None, None, "planned")),
        (f"Lawmakers urged {BERG} not to meet with {HOLT}.", (None, None, "planned")),
        ("Serbia is ready for any format of talks with Croatia.", (None, None, "proposed")),
        ("The treaty could lead to a summit between Serbia and Croatia.", (None, None, "proposed")),
        ("Negotiations between Serbia and Croatia are difficult.", (None, None, "under way")),
        ("Negotiations between Serbia and Croatia are dead.", (None, None, "held")),
        (f"{BERG} met {HOLT} in Helsinki, on Friday she will sail home.", ("Helsinki", None, "held")),
        (f"{BERG} spoke against the talks with {HOLT}.", (None, None, "held")),
        (f"It will be the first time that {BERG} and {HOLT} have met.", (None, None, "planned")),
        (f"It will not be the first time that {BERG} and {HOLT} have met.", (None, None, "held")),
        ("It followed two hours of talks between Serbia and Croatia.", (None, None, "held")),
        ("The leaders of Serbia and Croatia are meeting on Sunday.", (None, "2022-01-09", "under way")),
        (f"{BERG} expressed hope for a meeting with {HOLT}.", (None, None, "proposed")),
        (f"{BERG} said it was her hope to meet {HOLT}.", (None, None, "proposed")),
        (f"{BERG} is not afraid to talk to {HOLT}.", (None, None, "proposed")),
        (f"{BERG} is not reluctant to meet {HOLT}.", (None, None, "proposed")),
        (f"{BERG} is afraid to talk to {HOLT}.", (None, None, "refused")),
        (f"{BERG} not only met {HOLT} but praised him.", (None, None, "held")),
        (f"{BERG} did not cancel her talks with {HOLT}.", (None, None, "planned")),
        ("Neither Serbia nor Croatia called off the summit.", (None, None, "planned")),
        ("The summit of Serbia and Croatia did not take place.", (None, None, "cancelled")),
        (f"{BERG} welcomes the opportunity to meet {HOLT}.", (None, None, "planned")),
        (f"{BERG} had the opportunity to meet {HOLT}.", (None, None, "held")),
        (f"{BERG} is happy to meet {HOLT}.", (None, None, "held")),
        (f"The pipeline could be a tool to meet {HOLT}, {BERG} said.", (None, None, "proposed")),
        (f"The dispute must be settled through talks with Peru, {BERG} said.", (None, None, "proposed")),
        ("Serbia settled the dispute through talks with Croatia.", (None, None, "held")),
        (f"Asked for peace, {BERG} praised Serbia's efforts and its recent talks with Croatia.", (None, None, "held")),
        (f"{BERG} wants to speak of Serbia's previous talks with Croatia.", (None, None, "held")),
        ("The talks between Serbia and Croatia did not end well.", (None, None, "held")),
        ("The talks between Serbia and Croatia have not begun.", (None, None, "planned")),
        (f"{BERG} would not meet {HOLT}.", (None, None, "refused")),
        (f"{BERG} does not dare to meet {HOLT}.", (None, None, "planned")),
        (f"{BERG} never got around to meeting {HOLT}.", (None, None, "planned")),
        ("Serbia will not resume talks with Croatia.", (None, None, "refused")),
        ("Serbia said it would not begin talks with Croatia.", (None, None, "refused")),
        ("The talks between Serbia and Croatia did not resume and were called off.", (None, None, "cancelled")),
        (f"{BERG} is the first leader to meet {HOLT} since the war.", (None, None, "held")),
        (f"{BERG} has the privilege to meet {HOLT}.", (None, None, "held")),
        ("Serbia settles the dispute through talks with Croatia.", (None, None, "held")),
        (f"{BERG} was afraid to meet {HOLT} but did so.", (None, None, "held")),
        (f"{BERG} is afraid that her talks with {HOLT} will fail.", (None, None, "planned")),
        (f"{BERG} did not meet {HOLT} on Friday as had been planned.", (None, "2022-01-07", "cancelled")),
        ("The talks that Serbia has been holding with Croatia are going on.", (None, None, "under way")),
        ("Serbia is in consultation with Croatia.", (None, None, "planned")),
        (f"{BERG} did not cancel her meeting with {HOLT}, which took place on Friday.", (None, "2022-01-07", "held")),
        ("The talks between Serbia and Croatia are easy to follow.", (None, None, "held")),
        ("The negotiations between Serbia and Croatia are not easy.", (None, None, "under way")),
        ("All know of the talks that Serbia has had with Croatia.", (None, None, "held")),
        ("All know of the talks that Serbia will have with Croatia.", (None, None, "planned")),
    ],
)  # fmt: skip
def test_where_when_and_in_what_state(sentence: str, told: tuple[str | None, str | None, str]) -> None:
    """The day and place of the meeting, not those of another thing, and what had come of it."""
    (found,) = meetings(sentence)
    assert (set(found.sides) <= {"IS", "PE", "RS", "HR"}, len(found.sides)) == (True, 2)
    assert (found.place, found.start, found.state) == told


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Serbia stressed the importance of starting talks with Croatia and Austria.", ["AT HR RS"]),
        ("During the meeting, Serbia, Croatia, and Austria agreed.", ["AT HR RS"]),
        (
            f"{BERG} met the leaders of Peru and Chile. Leaders of the three states praised the outcome of the talks.",
            ["CL IS PE", "CL IS PE"],
        ),
        (
            f"{BERG} met the leaders of Peru, Chile and Bolivia. Talks between the leaders of the four states ended.",
            ["BO CL IS PE", "BO CL IS PE"],
        ),
        (f"{BERG} spoke of her visit to Belgium and Britain.", ["BE GB IS"]),
    ],
)
def test_more_than_two_sides(text: str, sides: list[str]) -> None:
    """Whoever starts talks with two others, lists of states, and leaders of so many states as met or were named."""
    assert [" ".join(sorted(m.sides)) for m in meetings(text)] == sides


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (f"{BERG} met {HOLT} in the hours before her talks with Serbian premier Jan Pavic.", ["IS PE", "IS RS"]),
        (f"{BERG} cancelled joint exercises with Norway during her summit with {HOLT}.", ["IS PE"]),
        (f"{BERG} and {HOLT} talk during a session at the APEC summit in Lima.", ["IS PE"]),
        (f"During a visit to Brussels, {BERG} met {HOLT}.", ["BE IS", "IS PE"]),
        ("Ukraine asked for a meeting of the NATO-Ukraine Commission.", ["NATO UA"]),
        ("NATO and Russia replied. The NATO-Russia Council meeting was held.", ["NATO RU"]),
        (f"{BERG} and {HOLT} praised the meeting of the Serbian-Croatian Security Council.", ["HR RS"]),
        ("The meeting of the Joint River Commission between Serbia and Croatia ended.", ["HR RS"]),
        ("All await the EU-Serbia summit.", ["EU RS"]),
        ("Serbia thanked Croatia. The talks of ministers of the two countries ended.", ["HR RS"]),
        (f"{BERG} welcomed the dialogue between Serbia and our Western allies.", ["RS the West"]),
        (f"{BERG} will hold talks with representatives of our Western partners.", ["IS the West"]),
        (f"{BERG} spoke of the talks held via video link by Serbian and Croatian representatives.", ["HR RS"]),
        (f"{BERG} and {HOLT} will finally be able to meet.", ["IS PE"]),
        (f"{BERG} met leaders across Europe.", ["Europe IS"]),
        (f"{BERG} spoke with leaders in Serbia, Croatia and Austria.", ["AT HR IS RS"]),
        (f"{BERG} met with {HOLT}; Serbian premier Jan Pavic; and Croatian premier Ivo Kos.", ["HR IS PE RS"]),
        (f"{BERG} met foreign officials.", ["IS unnamed:foreign officials"]),
        (f"{BERG} spoke with representatives of the European Union.", ["EU IS"]),
        (f"{BERG} spoke to the media after talks with {HOLT}.", ["IS PE"]),
        ("Austria will host talks between Serbia and Croatia.", ["HR RS"]),
        ("Austrian-brokered talks between Serbia and Croatia failed.", ["HR RS"]),
        (
            f"{BERG} will meet {HOLT}. Serbian president Ana Dren answered Berg's letter before his talks with Holt.",
            ["IS PE", "IS PE"],
        ),
        (
            f"{BERG} will meet {HOLT}. The plan sets Berg up for a defeat in her meeting with Holt.",
            ["IS PE", "IS PE"],
        ),
        (
            f"{BERG} is in Lima and met Peru's envoys. Hours before his talks with {HOLT}, Serbian president Jan Dren "
            "was silent.",
            ["IS PE"],
        ),
        ("The Normandy Format is old. All recall the Normandy talks in Paris.", ["DE FR RU UA"]),
        (
            f"{BERG} and {HOLT} spoke by telephone after the Icelandic-Peruvian talks held in Vienna.",
            ["IS PE", "IS PE"],
        ),
        (f"{BERG} met separately with Norwegian Prime Minister Erik Lund and {HOLT}.", ["IS NO", "IS PE"]),
        (f"{BERG} spoke of meetings with Norwegian Prime Minister Erik Lund and {HOLT}.", ["IS NO", "IS PE"]),
        (f"{BERG} held a separate meeting with Norwegian Prime Minister Erik Lund and {HOLT}.", ["IS NO PE"]),
        (f"{BERG} held trilateral meetings with Norwegian Prime Minister Erik Lund and {HOLT}.", ["IS NO PE"]),
        (
            f"{BERG} praised her talks last month with {HOLT} as well as meetings she has had with Norway's Erik Lund.",
            ["IS PE", "IS NO"],
        ),
        ("The Serbian-Croatian summit opens with tolls and Peru on the agenda.", ["HR RS"]),
        (
            f"{BERG} spoke with her counterparts from France, Germany, and Norway about Russia's threats to Georgia.",
            ["DE FR IS NO"],
        ),
        (f"{AHEAD} Norway warned Berg ahead of talks with Peru.", ["IS PE", "IS PE"]),
        (f"{BERG} met the Serbian ambassador to Croatia.", ["IS RS"]),
        (f"{BERG} met with Serbian officials about the tolls of Croatia.", ["IS RS"]),
        (f"{BERG} met Chinese Communist Party Politburo Member and Minister of Harbours Wen Luo.", ["CN IS"]),
        (f"{BERG} met with Commander-in-Chief of the Serbian Armed Forces Lt. Gen. Pavic.", ["IS RS"]),
        (f"President Joseph R. Biden Jr. met {BERG}.", ["IS US"]),
        (
            "During a meeting with President of the Republic of Chile Rosa Velim and President of the Republic of "
            f"Peru Marco Holt, {BERG} discussed the tolls.",
            ["CL IS PE"],
        ),
        (f"{BERG} is looking forward to hosting {HOLT} and Serbian premier Jan Pavic.", ["IS PE RS"]),
        (f"{BERG} spoke at the NATO summit.", ["IS NATO"]),
        (f"{BERG} said the NATO summit she attended was a success.", ["IS NATO"]),
        (f"{BERG} hailed the NATO summit, which she hosted.", ["IS NATO"]),
        (f"Coptic Pope Tawadros II of Egypt met {HOLT}.", ["EG PE"]),
        (f"{BERG} met ex-president Ivo Dorn of Croatia. UN envoy Ivo Dorn was pleased.", ["IS Ivo Dorn"]),
        (f"{BERG} visited Taiwan.", ["IS TW/CN"]),
        (f"{AHEAD} We hold a meeting of governors, {BERG} said.", ["IS PE"]),
        (f"Serbian missiles hit the port of Reykjavik during the visit of {HOLT} to Iceland.", ["IS PE"]),
    ],
)
def test_who_meets_and_who_is_only_named_beside(text: str, sides: list[str]) -> None:
    """Those of the meeting's own words, and not those of another meeting or matter of the sentence."""
    assert [" ".join(sorted(m.sides)) for m in meetings(text)] == sides


def test_meetings_in_the_plural_are_not_the_one_to_come() -> None:
    """ "The history of their meetings" tells of others."""
    found = meetings(f"The history of meetings between {BERG} and {HOLT} is long. {AHEAD}")
    assert [m.state for m in found] == ["held", "planned"]


def test_the_visit_of_a_guest_is_to_the_state_that_publishes_it() -> None:
    """Where the words name no host."""
    (found,) = meetings(f"This is a preview of the visit of {HOLT}.", "A call", "The White House")
    assert (set(found.sides), found.format, found.state) == ({"PE", "US"}, "visit", "planned")


@pytest.mark.parametrize(
    "sentence",
    [
        "The talks went on.",
        "The minister met the deadline.",
        "They call it a summit.",
        "Serbia and Croatia discussed the river.",
        "Serbia hosted 900 Croatian troops.",
        "The Serbian president met the Serbian foreign minister.",
        f"{BERG} held a press conference in Peru.",
        f"{BERG} met with her advisers.",
        f"{BERG} condemned the summit.",
        f"{BERG} had a meeting with journalists.",
        "Serbia and Croatia met their targets.",
        "They can speak for themselves, Serbia and Croatia said.",
        f"{BERG} talked up the river. Both sides talked down the event.",
        "Nikola Dren visited the Maple Academy.",
        "Serbia received consent from Croatia and Austria.",
        "Serbia received the prize with Croatia.",
        f"{BERG} called {HOLT} a friend.",
        f"{BERG} invited {HOLT} to join the project.",
        f"They met half of their pledge, {BERG} and {HOLT} said.",
        "There were calls from Serbia for Croatia to close the river.",
        f"{BERG} met our community leaders.",
        f"{BERG} had a meeting with Acme CEO Rob Lund.",
        f"{HOLT} was silent. The president will meet with her national security team, {BERG} said.",
        f"{BERG} will discuss the tolls with {HOLT}.",
        "The presidents of Serbia and Croatia exchanged views on the tolls.",
        "The presidents of Serbia and Croatia had an exchange of views on the tolls.",
        "The presidents of Serbia and Croatia spoke in support of the bridge.",
        "Serbia and Croatia must speak with one voice.",
        "Serbia and Croatia exchanged views on the tolls and agreed to work with the banks.",
        "Serbia is ready for constructive dialogue with Croatia.",
        f"{BERG} does not speak for the voters, said {HOLT}.",
        f"{BERG} and {HOLT} shook hands.",
        "The talks in Vienna touched on Serbia and Croatia.",
        "Serbian president Ana Dren met Serbian senator Nikola Lund.",
        f"{BERG} praised the dialogue of Serbia.",
        f"{BERG} spoke of what she expects of the dialogue with Croatia.",
        f"{BERG} wrote down the demands and sent them to Croatia.",
        f"{BERG} met officials of the customs service.",
        f"{BERG} met representatives of the parliament.",
        f"{BERG} held talks with representatives of the largest shipping companies.",
        f"{BERG} hosted a roundtable with national civil rights leaders.",
        f"{BERG} said that Iceland must receive the status of a partner of Croatia.",
        "The club hosts weekly screenings of Serbian and Croatian films.",
        "Serbia welcomed Croatian observation at an exercise.",
        f"{BERG} and {HOLT} have not met for years.",
        f"{BERG} has never spoken with {HOLT}.",
        f"{BERG} had a conversation with the media about {HOLT}.",
        f"It is a risk when {BERG} and {HOLT} do not meet.",
        f"{BERG} and {HOLT} did not meet on Friday.",
        f"{BERG} and {HOLT} neither met nor spoke on Friday.",
        f"{BERG} and {HOLT} did not meet or speak by phone on Friday.",
        f"{BERG} did not meet {HOLT} in the planned centre.",
        f"{BERG} cannot meet {HOLT}.",
        "Neither side has started talks, Serbia and Croatia said.",
        "Serbia has not held talks with Croatia.",
        "No talks between Serbia and Croatia were held.",
        "Serbia is not in talks with Croatia.",
        "Serbia did not attend the talks with Croatia.",
        f"{BERG} had no chance to meet {HOLT}.",
        f"Only {BERG} and {HOLT} can speak to that.",
        f"The pledges of {BERG} and {HOLT} matter if they are not met.",
        f"This calls us to action, {BERG} and {HOLT} said.",
        "This meets the interests of the peoples of Serbia and Croatia.",
        "The rule was drafted by Serbia in close consultation with Croatia.",
        f"{BERG} stressed the importance of the forthcoming NATO summit.",
        f"{BERG} is convinced that mistakes were made at the NATO summit of 2008.",
    ],
)
def test_no_meeting_without_two_sides_who_meet(sentence: str) -> None:
    """A meeting needs two sides; what is discussed, hosted or condemned is none."""
    assert meetings(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "title", "told"),
    [
        ("We hope that this meeting will be useful.", "Talks", [("IS PE", "under way")]),
        ("I hope that this meeting will be useful.", "Talks", []),
        ("You and I met in Vienna.", "Talks", [("IS PE", "held")]),
        ("Our talks were useful.", "Press statements following talks", [("IS PE", "held")]),
        ("I am glad of your visit.", "Meeting", [("IS PE", "under way")]),
        ("I am pleased to have this chance to meet with you.", "Meeting", [("IS PE", "under way")]),
        ("It is a pleasure to meet with you again.", "Meeting", [("IS PE", "under way")]),
        ("We meet often.", "Meeting", [("IS PE", "held")]),
        ("I hope that you will visit Iceland.", "Meeting", [("IS PE", "proposed")]),
        ("We discussed the river.", "Talks", []),
        ("The meeting was useful.", "Talks", []),
        ("We met with the premier of Serbia.", "Talks", [("IS RS", "held")]),
        ("I am sure that our talks will be productive.", "Talks", [("IS PE", "under way")]),
        ("I am sure that the results of our talks will last.", "Press statements following talks", [("IS PE", "held")]),
        ("Our next meeting will be in May.", "Press statements following talks", [("IS PE", "planned")]),
        ("We will discuss it during today's meeting.", "Talks", [("IS PE", "planned")]),
        ("Thank you for this meeting.", "Remarks before a meeting", [("IS PE", "under way")]),
        ("I wanted to say this to open our meeting.", "Meeting", [("IS PE", "under way")]),
        ("Our talks never began.", "Press statements following talks", [("IS PE", "planned")]),
        ("Our talks will begin in an hour.", "Remarks before departure for talks", [("IS PE", "planned")]),
        ("Our talks will begin in an hour.", "Talks", [("IS PE", "planned")]),
    ],
)
def test_those_who_speak_are_the_two_of_the_title(sentence: str, title: str, told: list[tuple[str, str]]) -> None:
    """In what an office publishes of its meeting with another state, where no third state is named."""
    found = meetings(sentence, f"{title} with President of Peru Marco Holt", "President of Iceland")
    assert [(" ".join(sorted(m.sides)), m.state) for m in found] == told


@pytest.mark.parametrize(
    ("said", "people"),
    [
        ("We spoke with Peruvian President Marco Holt.", ["IS", "Marco Holt"]),
        ("Our talks with Peru were useful.", ["IS", "PE"]),
        ("I spoke with Peruvian President Marco Holt.", ["Anna Berg", "Marco Holt"]),
        ("I think that talks with Peru are planned.", ["IS", "PE"]),
        ("I proposed that talks with Peru be held.", ["Anna Berg", "PE"]),
        ("We met Peruvian President Marco Holt, and I thanked him.", ["Anna Berg", "Marco Holt"]),
        ("I told Peruvian President Marco Holt when we met that we would wait.", ["Anna Berg", "Marco Holt"]),
        ("Peruvian President Marco Holt met us.", ["Anna Berg", "Marco Holt"]),
    ],
)
def test_who_says_we_is_no_participant(said: str, people: list[str]) -> None:
    """She tells of the side she speaks for."""
    text = f'Icelandic President Anna Berg answered questions. "{said}" Berg said.'
    assert [sorted(p.name for p in m.participants) for m in meetings(text)] == [people]


@pytest.mark.parametrize("role", ["opposition leader", "senator", "former president"])
def test_who_does_not_speak_for_the_state_met_himself(role: str) -> None:
    """Of a senator's "we" the state is no participant."""
    found = meetings(f'"We met Peruvian President Marco Holt," Icelandic {role} Anna Berg said.')
    assert all("IS" not in {p.name for p in m.participants} for m in found)


def test_more_than_two_of_the_title() -> None:
    """ "Our meeting" in the words of one of three is that of all three, a meeting with one of them is not."""
    title = "Meeting with President of Peru Marco Holt and Prime Minister of Serbia Jan Pavic"
    (found,) = meetings("I wanted to say this to open our meeting.", title, "President of Iceland")
    assert (set(found.sides), found.state, found.format) == ({"IS", "PE", "RS"}, "under way", "trilateral")


def test_the_president_of_whose_office_publishes() -> None:
    """Is meant by "the president" where no other is."""
    for text in (
        "The President will speak with Premier Marco Holt of Peru.",
        "THE PRESIDENT:  Thank you.  I have spoken with Premier Marco Holt of Peru.",
    ):
        (found,) = meetings(text, outlet="President of Iceland")
        assert set(found.sides) == {"IS", "PE"}


@pytest.mark.parametrize(
    ("text", "cue", "sides"),
    [
        (f"{BERG} was in Peru.", "was", ["IS PE"]),
        (f"{BERG} flew to Vienna. {BERG} met {HOLT} in Lima.", "flew", ["AT IS", "IS PE"]),
        (f"{BERG} flew to Vienna. {BERG} met {HOLT} in Vienna.", "flew", ["IS PE"]),
    ],
)
def test_who_travels_visits_the_state_of_the_place(text: str, cue: str, sides: list[str]) -> None:
    """Where the tagger tells a visit; not where the article tells of another whom they meet there."""
    article, doc, mentions = mentioned(text)
    places = tuple(find_places(doc, article))
    at = next(t.i for t in doc if t.text == cue)
    trigger = Trigger(at, {}, {"held": SURE}, {}, {"visit": 1.0}, (), (), ())
    found = find_meetings(doc, article, msgspec.structs.replace(mentions, triggers=(trigger,), places=places))
    assert sorted(" ".join(sorted(m.sides)) for m in found) == sides


def test_one_meeting_of_several_cues_is_one_find() -> None:
    """Place and day of both cues are kept."""
    (found,) = meetings(f"{BERG} will join {HOLT} in Geneva on Monday for talks.")
    assert (found.place, found.start, set(found.sides)) == ("Geneva", "2022-01-10", {"IS", "PE"})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Serbian President Ana Berg is on a visit to Norway and Peru.", [("NO PE RS", "held")]),
        ("Journalists visited Serbia and Croatia in May.", []),
        ("A visit to Serbia and Croatia is planned for May.", []),
        (f"{BERG} and {HOLT} spoke to reporters in Vienna.", []),
        (f"{BERG} decided not to meet {HOLT}.", [("IS PE", "refused")]),
        (f"{BERG} decided to skip the summit with {HOLT}.", [("IS PE", "refused")]),
        (f"{BERG} is not eager to meet {HOLT}.", [("IS PE", "refused")]),
        (f"{BERG} is keen to avoid a meeting with {HOLT}.", [("IS PE", "refused")]),
        ("The talks between Serbia and Croatia demanded patience.", [("HR RS", "held")]),
        (
            "France and Poland oppose it. Serbia will hold talks with leaders of three states.",
            [("RS unnamed:leaders of three states", "planned")],
        ),
    ],
)
def test_who_is_no_side_and_what_is_not_meant(text: str, told: list[tuple[str, str]]) -> None:
    """Hosts without a guest, those who speak to the public, states that the talks are about, what is negated."""
    assert [(" ".join(sorted(m.sides)), m.state) for m in meetings(text)] == told
