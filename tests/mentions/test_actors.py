"""Who can speak or act: states, seats of government, bodies, organisations, groups, persons, unnamed sources."""

import msgspec
import pytest

from factories import an_article, parsed
from onrecord.intake.provenance import find_zones
from onrecord.mentions.actors import find_actors
from onrecord.mentions.actors.names import spelled
from onrecord.mentions.actors.states import members_on
from onrecord.mentions.actors.surnames import NamesKnown
from onrecord.model import Actor


def actors(text: str, *, published: str | None = "2022-01-09") -> list[Actor]:
    article, layout, doc = parsed(text, published=published)
    found = find_actors(doc, article, layout)
    for actor in found:
        for span in actor.spans:
            assert article.text[span.start : span.end] == span.text
    return found


def by_text(text: str, words: str, *, published: str | None = "2022-01-09") -> Actor | None:
    """The last mention that reads exactly so."""
    found = [a for a in actors(text, published=published) if a.spans[0].text == words]
    return found[-1] if found else None


@pytest.mark.parametrize(
    ("text", "words", "actor", "reading"),
    [
        ("Russia rejected the draft.", "Russia", "RU", "government"),
        ("The U.S. will answer in writing.", "U.S.", "US", "government"),
        ("Officials in London said Britain would wait.", "Britain", "GB", "government"),
        ("The Russians asked for a written answer.", "Russians", "RU", "government"),
        ("Many Poles live near the border.", "Poles", "PL", "people"),
        ("Russian troops left the camp.", "Russian", "RU", "government"),
        ("Finnish singers toured the coast.", "Finnish", "FI", "people"),
        ("Moscow accused the alliance of bad faith.", "Moscow", "RU", "government"),
        ("Allies were assured by Washington that nothing would change.", "Washington", "US", "government"),
        ("Tensions between Moscow and Washington grew.", "Washington", "US", "government"),
        ("Moscow's demands were published on Friday.", "Moscow", "RU", "government"),
        ("The talks with Tehran were hard.", "Tehran", "IR", "government"),
        ("The Kremlin denied the report.", "Kremlin", "RU", "institution"),
        ("The State Department declined to comment.", "State Department", "US", "institution"),
        ("Downing Street welcomed the step.", "Downing Street", "GB", "institution"),
        ("NATO will hold an exercise.", "NATO", "NATO", "organisation"),
        (
            "It went to the Organization for Security and Cooperation in Europe.",
            "Organization for Security and Cooperation in Europe",
            "OSCE",
            "organisation",
        ),
        ("He told POLITICO that talks would go on.", "POLITICO", "POLITICO", "outlet"),
        ("The West has threatened sanctions.", "West", "the West", "group"),
        ("The F.B.I. released its findings.", "F.B.I.", "US", "institution"),
        ("Police in Belfast blamed the IRA for it.", "IRA", "Irish Republican Army", "organisation"),
        ("Certain Western countries imposed sanctions.", "Western", "the West", "group"),
        ("The European winter is long.", "European", "Europe", "people"),
    ],
)
def test_names_of_the_tables(text: str, words: str, actor: str, reading: str) -> None:
    """A name gives the actor id and how it is meant."""
    found = by_text(text, words)
    assert found is not None
    assert (found.actor, found.reading) == (actor, reading)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The delegates met in Moscow on Friday.", "Moscow"),
        ("Two flights between Moscow and Washington were cancelled.", "Moscow"),
        ("Washington is a city on the Potomac.", "Washington"),
        ("The missiles stand in Poland.", "Poland"),
        ("They drove through New Mexico.", "Mexico"),
        ("The Indian Ocean was calm.", "Indian"),
        ("Deputy Secretary of State Wendy Sherman arrived.", "State"),
        ("Peaches grow in the south of Georgia.", "Georgia"),
        ("We asked them for US$400.", "US"),
        ("Russia and Ukraine met. Lawmakers of both parties in Congress agreed.", "both parties"),
        ("Thank you. Q Ukrainian officials have urged calm.", "Q Ukrainian officials"),
        ("A bank of America's oldest family closed.", "of America"),
        ("The ship left the West Coast.", "West"),
        ("She is an instructor in English at the college.", "English"),
        ("She speaks Polish, Turkish and Czech.", "Turkish"),
        ("The Spanish-language training went on.", "Spanish"),
        ("They put money into an IRA.", "IRA"),
        ("They signed the Moscow Treaty.", "Moscow"),
        ("The Church of Ostmark's website is down.", "Church of Ostmark's"),
    ],
)
def test_places_and_parts_of_other_names_are_no_actors(text: str, words: str) -> None:
    """A place, a piece of a longer name or of a title gives no actor."""
    assert by_text(text, words) is None


def test_a_name_that_two_states_share_keeps_its_candidates() -> None:
    """ "Korea" alone is not settled."""
    found = by_text("Korea will send an envoy.", "Korea")
    assert found is not None
    assert found.actor is None
    assert found.candidates == ("KP", "KR")


@pytest.mark.parametrize(
    ("text", "name", "role", "affiliation", "state"),
    [
        ("Deputy Secretary of State Wendy Sherman arrived.", "Wendy Sherman", "Deputy Secretary of State", "US", "US"),
        (
            "Sergei Ryabkov, Russia’s deputy foreign minister, will attend.",
            "Sergei Ryabkov",
            "Russia’s deputy foreign minister",
            "RU",
            "RU",
        ),
        ("The plan concerns Russian President Vladimir Putin.", "Vladimir Putin", "Russian President", "RU", "RU"),
        (
            "Ukraine's foreign minister, Dmytro Kuleba, disagreed.",
            "Dmytro Kuleba",
            "Ukraine's foreign minister",
            "UA",
            "UA",
        ),
        (
            "Ana Teller, who is the director general of the IAEA, spoke.",
            "Ana Teller",
            "director general of the IAEA",
            "IAEA",
            None,
        ),
        ("White House spokesman Josh Earnest spoke.", "Josh Earnest", "White House spokesman", "US", "US"),
        ("Madam Vice President Berg spoke.", "Berg", "Vice President", None, None),
        ("Ana Berg, a former aide to Mr. Holt and others, spoke.", "Ana Berg", "former aide", None, None),
        ("Ana Berg, the party's chairman, spoke.", "Ana Berg", "party's chairman", None, None),
        ("Ana Berg, the Kremlin-backed head of it, spoke.", "Ana Berg", "head", None, None),
        ("Ana Berg, chief financial officer, spoke.", "Ana Berg", "chief financial officer", None, None),
        ("He asked a church attorney, Ana Berg, for help.", "Ana Berg", "church attorney", None, None),
        (
            "She thanked Professor of History at Telle College Robert Teller for it.",
            "Robert Teller",
            "Professor of History at Telle College",
            None,
            None,
        ),
        ("Her record as secretary of state under President Joe Biden is long.", "Joe Biden", "President", "US", "US"),
        ("Republican nominee Gov. Mike Pence spoke.", "Mike Pence", "Gov.", "US", "US"),
        ("Prime Minister Kaja Kallas of Estonia agreed.", "Kaja Kallas", "Prime Minister", "EE", "EE"),
        ("South Korean President Moon Jae-in agreed.", "Moon Jae-in", "South Korean President", "KR", "KR"),
        ("NATO Secretary General Jens Stoltenberg spoke.", "Jens Stoltenberg", "NATO Secretary General", "NATO", None),
        ("The treatment of Attorney General Ana Teller angered many.", "Ana Teller", "Attorney General", None, None),
        (
            "Jon Huntsman, the U.S. ambassador to Russia, agreed.",
            "Jon Huntsman",
            "U.S. ambassador to Russia",
            "US",
            "US",
        ),
        ("Kremlin spokesman Dmitry Peskov said so.", "Dmitry Peskov", "Kremlin spokesman", "RU", "RU"),
        ("Mr. Teller spoke first.", "Teller", None, None, None),
        ("The veteran Ostmark poet Ana Berg agreed.", "Ana Berg", "Ostmark poet", None, None),
        ("The Russian lawyer Ana Berg agreed.", "Ana Berg", "Russian lawyer", None, None),
        (
            "Ana Berg, a professor at Port College, agreed.",
            "Ana Berg",
            "professor at Port College",
            None,
            None,
        ),
        ("Ministers Ana Berg and Karl Holt agreed.", "Karl Holt", "Ministers", None, None),
        (
            "President of the Republic of Belarus Karl Holt agreed.",
            "Karl Holt",
            "President of the Republic of Belarus",
            "BY",
            "BY",
        ),
        ("At the request of Ana Teller, the President of Russia left.", "Ana Teller", None, None, None),
        (
            "Russia's new ambassador to Finland Karl Berg left.",
            "Karl Berg",
            "Russia's new ambassador to Finland",
            "RU",
            "RU",
        ),
        (
            "Minister of Infrastructure of Poland Karl Berg left.",
            "Karl Berg",
            "Minister of Infrastructure of Poland",
            None,
            None,
        ),
        ("Former Chief of Station Karl Berg left.", "Karl Berg", "Former Chief of Station", None, None),
        ("Karl Berg, a former CIA general counsel, left.", "Karl Berg", "former CIA general counsel", "US", "US"),
        (
            "Karl Berg, the Republican secretary of state in Missouri, left.",
            "Karl Berg",
            "Republican secretary of state in Missouri",
            "US",
            "US",
        ),
        (
            "Prime Minister of the Kingdom of the Netherlands Karl Berg left.",
            "Karl Berg",
            "Prime Minister of the Kingdom of the Netherlands",
            "NL",
            "NL",
        ),
        ("President Joseph R. Biden left.", "Joseph R. Biden", "President", "US", "US"),
        ("NATO Secretary-General Ilan Brandt met them.", "Ilan Brandt", "NATO Secretary-General", "NATO", None),
        ("U.S. Ambassador to Russia Jon Huntsman said so.", "Jon Huntsman", "U.S. Ambassador to Russia", "US", "US"),
        ("He is the fourth Polish President Ana Teller has met in her years in power.", "Ana Teller", None, None, None),
        ("He is the fourth Polish President Karl Holt.", "Karl Holt", "Polish President", "PL", "PL"),
        ("They urged the envoy to press President Ana Teller about it.", "Ana Teller", "President", None, None),
        ("Varenia's press secretary Ana Teller left.", "Ana Teller", "Varenia's press secretary", None, None),
        ("It was a step former president Karl Holt resisted.", "Karl Holt", "former president", None, None),
        ("Krakow, Poland – President Ana Teller said so.", "Ana Teller", "President", None, None),
        ("Polish-born President Ana Teller said so.", "Ana Teller", "President", None, None),
        ("Warsaw critic Sen. Karl Holt spoke.", "Karl Holt", "Sen.", "US", "US"),
        ("Fellow Republican Sen. Karl Holt spoke.", "Karl Holt", "Republican Sen.", "US", "US"),
        ("They met Ana Berg, Karl Holt, Sanford Bishop, Ilse Marrak and Tom Pope.", "Karl Holt", None, None, None),
        ("Ana Berg, Chairman, signed it.", "Ana Berg", "Chairman", None, None),
        (
            "Chairman of the Joint Chiefs of Staff Karl Holt spoke.",
            "Karl Holt",
            "Chairman of the Joint Chiefs of Staff",
            "US",
            "US",
        ),
        (
            "Present were Prime Minister of Armenia Nikol Berg, President of Belarus Alexander Holt, and others.",
            "Nikol Berg",
            "Prime Minister of Armenia",
            "AM",
            "AM",
        ),
        (
            "Present were Prime Minister of Armenia Nikol Berg, President of Belarus Alexander Holt, and others.",
            "Alexander Holt",
            "President of Belarus",
            "BY",
            "BY",
        ),
        (
            "Invited was Chairman of the Board Andrei Teller, Deputy Minister of Industry and Trade Oleg Holt.",
            "Andrei Teller",
            "Chairman of the Board",
            None,
            None,
        ),
        (
            "Ana Berg, director of the Martin Holt Institute, agreed.",
            "Ana Berg",
            "director of the Martin Holt Institute",
            None,
            None,
        ),
        (
            "Heads of the observer states – President of Poland Ana Teller and others – came.",
            "Ana Teller",
            "President of Poland",
            "PL",
            "PL",
        ),
        ("Karl Holt, a former ambassador to NATO, agreed.", "Karl Holt", "former ambassador to NATO", None, None),
        ("Karl Holt, an adviser to the Kremlin, agreed.", "Karl Holt", "adviser to the Kremlin", "RU", "RU"),
        ("They spoke with Senators Ana Berg and Karl Holt.", "Karl Holt", "Senators", None, None),
        ("Polish First Lady Ana Berg waved.", "Ana Berg", "Polish First Lady", "PL", "PL"),
        ("The envoys Ana Berg, Karl Holt and Ilse Marrak left.", "Ilse Marrak", "envoys", None, None),
        (
            "A study by an influential Polish sociologist, Ana Berg, ended.",
            "Ana Berg",
            "Polish sociologist",
            None,
            None,
        ),
        ("Ana Berg, a veteran campaign consultant, left.", "Ana Berg", "campaign consultant", None, None),
        ("Ana Berg, Harbour Square's vice chairman, left.", "Ana Berg", "Harbour Square's vice chairman", None, None),
        (
            "Chief of Staff of the Presidential Executive Office Anton Holt came.",
            "Anton Holt",
            "Chief of Staff of the Presidential Executive Office",
            None,
            None,
        ),
        ("The Polish envoy to NATO, Ana Holt, left.", "Ana Holt", "Polish envoy to NATO", "PL", "PL"),
        ("The director of the FBI, Karl Berg, left.", "Karl Berg", "director of the FBI", "US", "US"),
        ("The head of the harbour board, Ilse Berg, left.", "Ilse Berg", "head of the harbour board", None, None),
        ("A critic of the minister, Ana Berg, left.", "Ana Berg", None, None, None),
        ("Former CIA operations officer Karl Berg left.", "Karl Berg", "Former CIA operations officer", "US", "US"),
        (
            "Ana Holt, a Polish member of the European Parliament, left.",
            "Ana Holt",
            "Polish member of the European Parliament",
            "European Parliament",
            None,
        ),
        (
            "Karl Holt, nominee for Under Secretary of Trade, left.",
            "Karl Holt",
            "nominee for Under Secretary of Trade",
            None,
            None,
        ),
        ("Ana Berg, a harbour consultant whose firm left, spoke.", "Ana Berg", "harbour consultant", None, None),
        ("Second Lady Ana Berg waved.", "Ana Berg", "Second Lady", None, None),
        ("The FBI spoke with special counsel Karl Holt.", "Karl Holt", "special counsel", "US", "US"),
        ("The White House thanked Sen. Ana Berg.", "Ana Berg", "Sen.", "US", "US"),
        ("The White House thanked Governor Ana Berg.", "Ana Berg", "Governor", None, "US"),
        ("The White House thanked Gov. Ana Berg.", "Ana Berg", "Gov.", None, "US"),
        ("The White House thanked the keynote speaker Ana Berg.", "Ana Berg", "speaker", None, None),
        ("The White House thanked the envoy Ana Berg.", "Ana Berg", "envoy", None, None),
    ],
)
def test_persons_with_their_offices(
    text: str, name: str, role: str | None, affiliation: str | None, state: str | None
) -> None:
    """The office as written with whom it belongs to and its phrases: no article, no verb, no word of opinion."""
    found = by_text(text, name)
    assert found is not None
    assert found.type == "person"
    assert (found.role.text if found.role else None) == role
    assert (found.affiliation, found.state) == (affiliation, state)


@pytest.mark.parametrize(
    ("office", "outlet", "state"),
    [
        ("Minister of Energy", "President of Ukraine", "UA"),
        ("Deputy Head of the President's Office", "President of Ukraine", "UA"),
        ("Minister of Energy", "The White House", None),
        ("Senator", "The White House", "US"),
        ("Senior Lieutenant", "President of Ukraine", "UA"),
        ("Professor", "The White House", None),
    ],
)
def test_an_office_on_the_site_of_a_state_is_its_own(office: str, outlet: str, state: str | None) -> None:
    """Where nothing says whose it is; the United States have no ministers."""
    article, layout, doc = parsed(f"They met with {office} Ana Berg on Monday.", outlet=outlet)
    found = [a for a in find_actors(doc, article, layout) if a.type == "person"]
    assert [(a.state, a.affiliation) for a in found] == [(state, state)]


def test_later_mentions_are_the_person_named_in_full() -> None:
    """Surname, title and possessive lead to the fullest name; the possessive is outside the span."""
    text = (
        "Russian President Vladimir Putin spoke on Friday. Putin said the sites were a threat. "
        "Mr. Putin left early. Putin’s aides stayed."
    )
    found = [a for a in actors(text) if a.type == "person"]
    assert [a.spans[0].text for a in found] == ["Vladimir Putin", "Putin", "Putin", "Putin"]
    assert {(a.actor, a.state) for a in found} == {("Vladimir Putin", "RU")}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The ministry was silent. Ilse Marrak said that Norway had made a concession.", "Ilse Marrak"),
        ("Emric Tolland of Norway said that this was serious.", "Emric Tolland"),
        ("Minister of Infrastructure Oleksandr Marrakson said it snowed.", "Oleksandr Marrakson"),
    ],
)
def test_names_that_the_recogniser_misses_in_part(text: str, name: str) -> None:
    """The first name beside a surname it knows, and who says something for a state."""
    assert [a.actor for a in actors(text) if a.type == "person"] == [name]


def test_whoever_heads_an_organisation_has_it_for_affiliation() -> None:
    """Where the article does not tell, by the table of leaders, and has no state."""
    found = by_text("Jens Stoltenberg left early, aides said.", "Jens Stoltenberg")
    assert found is not None
    assert (found.affiliation, found.state) == ("NATO", None)


def test_two_persons_of_one_surname_are_not_guessed() -> None:
    """A bare surname that two persons share has both as candidates."""
    found = by_text("Ms. Ana Teller met Mr. Boris Teller in the afternoon. Later Teller left.", "Teller")
    assert found is not None
    assert found.actor is None
    assert found.candidates == ("Ana Teller", "Boris Teller")


@pytest.mark.parametrize(
    ("title", "text", "ids"),
    [
        ("Press Briefing by Press Secretary Anna Berg", "Ms. Berg came late. Berg said so.", {"Anna Berg"}),
        ("Press Briefing by Press Secretary Anna Berg", "Karl Berg came late. Berg said so.", {"Karl Berg"}),
        ("Will Teller sign?", "Ms. Teller came late.", {"Teller"}),
        ("A Briefing by Press Secretary Berg", "Ms. Berg came late.", {"Berg"}),
        ("Anna Berg and Karl Berg meet", "Berg came late. Berg said so.", {None}),
        ("Talks With Anna, Berg Says", "Ms. Berg came late.", {"Berg"}),
    ],
)
def test_the_title_of_an_article_has_the_first_name(title: str, text: str, ids: set[str | None]) -> None:
    """A text that has the surname alone takes the first name from the title, where one stands there."""
    article, layout, doc = parsed(text)
    found = find_actors(doc, msgspec.structs.replace(article, title=title), layout)
    assert {a.actor for a in found if a.type == "person"} == ids


def test_a_title_tells_which_of_two_persons_is_meant() -> None:
    """The one of two namesakes who was introduced with the title has it later."""
    text = "Prime Minister Ana Teller met her brother Boris Teller. Prime Minister Teller then left."
    found = by_text(text, "Teller")
    assert found is not None
    assert found.actor == "Ana Teller"


@pytest.mark.parametrize(
    ("text", "words", "actor", "state"),
    [
        ("The Russian foreign ministry issued a statement.", "Russian foreign ministry", "RU", "RU"),
        ("The foreign ministry in Kyiv issued a statement.", "foreign ministry in Kyiv", "UA", "UA"),
        ("Israel's parliament passed the bill.", "Israel's parliament", "IL", "IL"),
        ("The government of Ukraine agreed.", "government of Ukraine", "UA", "UA"),
        ("President Joe Biden spoke. Biden’s team is cautious.", "Biden’s team", "US", "US"),
        ("The Biden administration spoke. The administration will decide.", "administration", "US", "US"),
        ("President Joe Biden spoke. A Biden-Berg administration ends.", "Biden-Berg administration", "US", "US"),
        ("President Joe Biden spoke. The Biden Administration is cautious.", "Biden Administration", "US", "US"),
        ("The U.S. team flew home.", "U.S. team", "US", "US"),
        ("The U.S. national security team flew home.", "U.S. national security team", "US", "US"),
        ("Sen. Mary Holt spoke. Holt’s team is cautious.", "Holt’s team", None, None),
        ("The Finnish Presidential Palace is white.", "Finnish Presidential Palace", "FI", "FI"),
        ("They met at the Presidential Palace in Helsinki.", "Presidential Palace", "FI", "FI"),
        ("The Office of the President of Norway agreed.", "Office of the President of Norway", "NO", "NO"),
        ("House Republicans agreed. The House voted on the bill.", "House", "US", "US"),
        ("The Senate agreed. House Democrats left.", "House", "US", "US"),
        ("The Department\N{NO-BREAK SPACE}of Justice agreed.", "Department\N{NO-BREAK SPACE}of Justice", "US", "US"),
        ("He left the National Assembly of Armenia.", "National Assembly of Armenia", "AM", "AM"),
        ("The Polish Armed Forces agreed.", "Polish Armed Forces", "PL", "PL"),
        ("He spoke in U.S. District Court on Friday.", "U.S. District Court", "US", "US"),
    ],
)
def test_bodies_and_groups_of_a_state(text: str, words: str, actor: str | None, state: str | None) -> None:
    """A ministry, a government or a leader's people belong to the state that the words or the leader name.

    The people of a senator or candidate do not.
    """
    found = by_text(text, words)
    assert found is not None
    assert (found.actor, found.state) == (actor, state)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "Head of the Office of the President of Norway Robert Teller waited.",
            "Head of the Office of the President of Norway",
        ),
        (
            "Deputy Prime Minister - Minister for Trade of Norway Robert Teller waited.",
            "Deputy Prime Minister - Minister for Trade of Norway",
        ),
        ("A friend of the President Robert Teller waited.", "President"),
    ],
)
def test_the_office_of_a_long_title(text: str, role: str) -> None:
    """The outermost office is the person's, not the one that it serves; two offices joined by a dash are one."""
    found = by_text(text, "Robert Teller")
    assert found is not None
    assert found.role is not None
    assert found.role.text == role


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Entrusting Robert Teller with the codes is risky. Robert Teller left.", {"Robert Teller"}),
        ("The video shows Ostmark Klan Brothers. Robert Teller left.", {"Robert Teller"}),
        ("He was Ambassador Extraordinary and Plenipotentiary to Poland. Robert Teller left.", {"Robert Teller"}),
    ],
)
def test_what_is_no_name(text: str, names: set[str]) -> None:
    """A verb that opens the sentence is no first name, nor is a body a person."""
    assert {a.actor for a in actors(text) if a.type == "person"} == names


def test_a_title_with_a_possessive_inside() -> None:
    """It goes on over the 's up to the name."""
    found = by_text("Head of the President's Office Robert Teller waited.", "Robert Teller")
    assert found is not None
    assert found.role is not None
    assert found.role.text == "Head of the President's Office"


def test_a_son_is_not_his_father() -> None:
    """Named with "Jr." beside the same name without; alone the suffix makes no other person."""
    both = "Robert Teller signed. His son Robert Teller Jr. waited. Teller left."
    assert [a.actor for a in actors(both) if a.type == "person"] == ["Robert Teller", "Robert Teller Jr.", None]
    alone = "Robert Teller Jr. signed. Teller left."
    assert {a.actor for a in actors(alone) if a.type == "person"} == {"Robert Teller Jr."}


def test_names_in_other_writing_are_the_same() -> None:
    """A particle that opens a sentence, and a hyphen that only a broken line shows."""
    found = actors("Anwar al-Teller spoke in Telle. Al-Teller praised the road.")
    assert {a.actor for a in found if a.type == "person"} == {"Anwar al-Teller"}
    known = NamesKnown([("Ivan", "Teller"), ("Ivan", "Tel\N{SOFT HYPHEN}ler")], ())
    assert known.whose(("Ivan", "Tel\N{SOFT HYPHEN}ler"), None) == ("Ivan Teller",)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mayor Karl de Halvor arrived. De Halvor said the road was closed.", "Karl de Halvor"),
        ("Marine Le Halve won. Polls see Le Halve ahead. Le Halve said she would go on.", "Marine Le Halve"),
        ("André Teller arrived. Andre Teller sat down. André Teller said it snowed.", "André Teller"),
        ("Karl Marrakson sat. Karl Marrakson rose. “It snows,” Marakson said.", "Karl Marrakson"),
        ("Robert West, a teacher, called it late. West said roads were closed.", "Robert West"),
        ("Michael Bloomberg, who was mayor, left. Bloomberg said it snowed.", "Michael Bloomberg"),
    ],
)
def test_one_person_in_other_words(text: str, name: str) -> None:
    """Particles, accents, a slip of one letter, and surnames that are also an outlet's or a group's name."""
    assert {(a.type, a.actor) for a in actors(text) if a.type not in {"institution", "unnamed"}} == {("person", name)}


def test_two_surnames_of_one_letter_more_are_two_persons() -> None:
    """Both are written with first names, or more than once."""
    text = "Karl Marrakson sat. Karl Marrakson rose. Ilse Marakson said it snowed. Marakson left."
    assert {a.actor for a in actors(text) if a.type == "person"} == {"Karl Marrakson", "Ilse Marakson"}


def test_a_leader_is_known_in_the_order_of_his_own_language() -> None:
    """The family name first, with a title that names no state."""
    found = by_text("Prime Minister Kishida Fumio waited.", "Kishida Fumio")
    assert found is not None
    assert found.state == "JP"


def test_the_two_sides_are_the_two_states_named_before() -> None:
    """A pair is resolved where exactly two parties stand near."""
    found = by_text("Russia and the United States met on Monday. The two sides will meet again.", "The two sides")
    assert found is not None
    assert found.members == ("RU", "US")


def test_the_two_sides_of_three_stay_unresolved() -> None:
    """With three parties near, they are candidates."""
    found = by_text("Russia, Turkey and Iran met on Monday. The two sides will meet again.", "The two sides")
    assert found is not None
    assert found.actor is None
    assert found.candidates == ("IR", "RU", "TR")


@pytest.mark.parametrize(
    ("text", "words", "actor", "affiliation", "state"),
    [
        ("Two U.S. officials said so.", "Two U.S. officials", "unnamed:two u.s. officials", "US", "US"),
        (
            "One diplomat from a NATO country told reporters so.",
            "One diplomat from a NATO country",
            "unnamed:diplomat from nato country",
            "member of NATO, state unknown",
            None,
        ),
        (
            "The move worries people familiar with the talks.",
            "people familiar with the talks",
            "unnamed:people familiar with talks",
            None,
            None,
        ),
        (
            "A spokesman for the State Department declined to comment.",
            "A spokesman for the State Department",
            "unnamed:spokesman for state department",
            "US",
            "US",
        ),
        (
            "President Joe Biden waited. A senior administration official said so.",
            "A senior administration official",
            "unnamed:senior administration official",
            "US",
            "US",
        ),
        ("Western officials doubted it.", "Western officials", "unnamed:western officials", "the West", None),
    ],
)
def test_unnamed_sources(text: str, words: str, actor: str, affiliation: str | None, state: str | None) -> None:
    """A source without a name keeps its description; its state is given only where the text says it."""
    found = by_text(text, words)
    assert found is not None
    assert (found.type, found.actor, found.affiliation, found.state) == ("unnamed", actor, affiliation, state)


def test_the_official_goes_back_to_the_one_described_before() -> None:
    """A definite phrase whose words were all said of one source before is that source."""
    text = "A senior treasury official briefed reporters. Nobody else spoke. The official declined to give a date."
    found = by_text(text, "The official")
    assert found is not None
    assert found.actor == "unnamed:senior treasury official"


def test_the_official_after_two_is_not_guessed() -> None:
    """Two sources that fit are candidates."""
    text = "A senior treasury official spoke. A junior army official disagreed. The official left."
    found = by_text(text, "The official")
    assert found is not None
    assert found.actor is None
    assert len(found.candidates) == 2


@pytest.mark.parametrize(
    ("text", "words", "actor", "candidates"),
    [
        (
            "Israeli Prime Minister Ana Teller left. Israel's prime minister was tired.",
            "prime minister",
            "Ana Teller",
            (),
        ),
        ("Russian President Vladimir Putin spoke. The Russian leader smiled.", "leader", "Vladimir Putin", ()),
        ("Israel's prime minister was tired.", "prime minister", "IL", ()),
        ("FBI Director Ana Holt left. The CIA director was tired.", "director", "US", ()),
        (
            "President Ana Teller met President Boris Karim. The president smiled.",
            "president",
            None,
            ("Ana Teller", "Boris Karim"),
        ),
        (
            "President Ana Teller met Prime Minister Boris Karim. The Head of State smiled.",
            "Head of State",
            "Ana Teller",
            (),
        ),
    ],
)
def test_offices(text: str, words: str, actor: str | None, candidates: tuple[str, ...]) -> None:
    """An office is the one person named in it, else a body of its state, else open."""
    found = by_text(text, words)
    assert found is not None
    assert (found.actor, found.candidates) == (actor, candidates)


def test_the_president_at_home_is_the_one_named_without_a_state() -> None:
    """News gives foreign presidents their state and leaves it out for its own."""
    text = "President Ana Teller met Russian President Vladimir Putin. The president smiled."
    found = by_text(text, "president")
    assert found is not None
    assert found.actor == "Ana Teller"


@pytest.mark.parametrize(
    ("outlet", "actor"), [("President of Ukraine", "Ana Teller"), ("President of Poland", "Boris Karim"), (None, None)]
)
def test_the_head_of_state_is_the_publishers(outlet: str | None, actor: str | None) -> None:
    """On the site of one of two presidents; elsewhere nobody is meant for sure."""
    text = (
        "President of Ukraine Ana Teller met President of Poland Boris Karim. The Head of State thanked the Bundestag."
    )
    article, layout, doc = parsed(text, outlet=outlet)
    found = [a.actor for a in find_actors(doc, article, layout) if a.spans[0].text == "Head of State"]
    assert found == ([actor] if actor else [])


def test_the_alliance_is_the_one_named() -> None:
    """ "the alliance" after NATO, and nobody's without it."""
    found = by_text("NATO met in Brussels. Nobody wants to roll back the alliance.", "alliance")
    assert found is not None
    assert found.actor == "NATO"
    assert by_text("Nobody wants to roll back the alliance.", "alliance") is None


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("North and South Korea opened a line.", "North", "KP"),
        ("Envoys of South and North Korea opened a line.", "South", "KR"),
        ("North and South Korean envoys opened a line.", "North", "KP"),
        ("The North and South Korea opened a line.", "North", "KP"),
        ("North and South Carolina opened a line.", "North", None),
        ("North or South Korea will open a line.", "North", None),
        ("East and South Africa opened a line.", "East", None),
        ("Firms of the Global North and South Korea opened a line.", "North", None),
        ("Voters in the North and South Korean investors opened a line.", "North", None),
        ("General Marshall and Solomon Islands envoys opened a line.", "Marshall", "Marshall"),
    ],
)
def test_two_names_may_share_their_last_word(text: str, words: str, actor: str | None) -> None:
    """Where both are states."""
    found = by_text(text, words)
    assert (found.actor if found else None) == actor


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("The Telle People's Front denounced the pact.", "Telle People's Front", "Telle People's Front"),
        ("The Tide and Harbour party denounced the pact.", "Harbour party", None),
    ],
)
def test_fronts_go_by_their_own_name(text: str, words: str, actor: str | None) -> None:
    """The "People's" is in nobody's name."""
    found = by_text(text, words)
    assert (found.actor if found else None) == actor


def test_the_two_koreas_have_members() -> None:
    """A pair of states with a name of its own."""
    found = by_text("The two Koreas opened a line.", "two Koreas")
    assert found is not None
    assert (found.type, found.members) == ("group", ("KP", "KR"))


def test_the_headline_is_flagged() -> None:
    """An actor of the headline says so."""
    text = "Moscow rejects draft\n\nRussia has rejected the draft of a treaty that was put to it on Friday, it said."
    found = actors(text)
    assert [(a.spans[0].text, a.flags) for a in found] == [("Moscow", ("headline",)), ("Russia", ())]


def test_members_are_dated() -> None:
    """Sweden and Finland joined NATO in 2024 and 2023; without a date no members are given."""
    before, after = members_on("NATO", "2022-01-09"), members_on("NATO", "2024-06-01")
    assert len(before) == 30
    assert not {"FI", "SE"} & set(before)
    assert {"FI", "SE"} <= set(after)
    assert "GB" not in members_on("EU", "2022-01-09")
    assert members_on("NATO", None) == ()


def test_every_name_of_the_tables_is_found_in_running_text() -> None:
    """Longest names win: an outlet is not read as a capital or a state."""
    text = "The Washington Post, The Moscow Times and Voice of America reported it, the U.S.-led talks too."
    assert [(n.form, n.actor) for n, _, _ in spelled(text)] == [
        ("outlet", "The Washington Post"),
        ("outlet", "The Moscow Times"),
        ("outlet", "Voice of America"),
        ("name", "US"),
    ]


def test_odd_texts_give_no_exception() -> None:
    """Empty text, marks only, and one very long line of names."""
    for text in ("", "…", '"" “” ’s', "Moscow " * 2000, "President " * 500, "of " * 500, "the two sides " * 300):
        actors(text)


def test_two_introductions_are_two_people() -> None:
    """ "an official" after "an official" is another one; "the official" may then be either."""
    text = "A ministry official called for calm. A ministry official denied it. The official left."
    found = [a for a in actors(text) if a.type == "unnamed"]
    first, second = "unnamed:ministry official", "unnamed:ministry official (2)"
    assert [a.actor for a in found] == [first, second, None]
    assert found[2].candidates == (first, second)


@pytest.mark.parametrize(
    ("text", "name", "actor", "institution"),
    [
        (
            "The Kremlin agreed. The Agriculture Ministry proposed a tariff.",
            "Agriculture Ministry",
            "RU",
            "Agriculture Ministry",
        ),
        (
            "The Kremlin agreed. The High Council of Justice met.",
            "High Council of Justice",
            "RU",
            "High Council of Justice",
        ),
    ],
)
def test_a_body_with_a_name_of_its_own(text: str, name: str, actor: str, institution: str) -> None:
    """It is of the one state whose institutions the article names."""
    found = by_text(text, name)
    assert found is not None
    assert (found.actor, found.institution, found.type) == (actor, institution, "institution")


@pytest.mark.parametrize(
    ("text", "outlet", "name", "actor"),
    [
        (
            "Poland's Flood Relief Authority spoke. The Flood Relief Authority left.",
            None,
            "Flood Relief Authority",
            "PL",
        ),
        ("The White House agreed. The Ministry of Trade met.", "President of Russia", "Ministry of Trade", "RU"),
        ("Our Armed Forces know it.", "President of Ukraine", "Armed Forces", "UA"),
        ("The Federal Forest Service knows it.", "President of Russia", "Federal Forest Service", "RU"),
        ("The Polish National Peat Service agreed.", None, "Polish National Peat Service", "PL"),
        ("Poland's Senate agreed.", None, "Senate", "PL"),
        ("The Polish Supreme Court agreed.", None, "Polish Supreme Court", "PL"),
        ("The Senate of Poland agreed.", None, "Senate", "PL"),
        ("The Supreme Court of Poland agreed.", None, "Supreme Court of Poland", "PL"),
        ("The Central Election Commission of Poland met.", None, "Central Election Commission of Poland", "PL"),
        ("The Border Guard Service of Ukraine agreed.", None, "Border Guard Service of Ukraine", "UA"),
        ("Poland's Investigative Committee met.", None, "Investigative Committee", "PL"),
        ("The Football Council of Poland met.", None, "Football Council", None),
        ("He met Poland's National Security Bureau Chief Pawel Holt.", "White House", "National Security Bureau", "PL"),
        ("The Security Service agreed.", "President of Ukraine", "Security Service", "UA"),
        ("The Head of the Office of the President left.", "President of Ukraine", "Office of the President", "UA"),
        ("It went to the President's Office.", "President of Ukraine", "President's Office", "UA"),
        ("The Cabinet of Ministers agreed.", "President of Ukraine", "Cabinet of Ministers", "UA"),
        ("He is Head of Cabinet of the President of Norway.", "President of Ukraine", "Head of Cabinet", None),
        ("The State Council met.", "President of Russia", "State Council", "RU"),
        ("The Ministry of Roads and Science met.", "President of Russia", "Ministry of Roads and Science", "RU"),
        ("The White House said they met in Berg Court.", None, "Berg Court", None),
        ("He led the Ministry of Roads and Ambassadors left.", "President of Russia", "Ministry of Roads", "RU"),
        ("The ministry's embassy in Moscow posted it.", None, "embassy in Moscow", None),
        ("The Senate agreed. They saw Full House again.", None, "House", None),
        ("He spoke at the Congress of Harbour Towns.", None, "Congress", None),
        ("The Senate agreed. They gave to House Majority Fund.", None, "House", None),
        ("Poland's water polo team won.", None, "Poland's water polo team", None),
        ("The Kremlin read the Harbour News Service.", None, "Harbour News Service", None),
        ("Congress met. The Supreme Court Justice Ana Berg left.", None, "Supreme Court", "US"),
        ("The White House said the Senate agreed.", None, "Senate", "US"),
        ("TEHRAN (AP) - The Trade Ministry denied it. The White House agreed.", None, "Trade Ministry", "IR"),
        ("WASHINGTON (AP) - The Trade Ministry denied it. The White House agreed.", None, "Trade Ministry", None),
        ("The White House agreed. The Vare Police Department met.", None, "Vare Police Department", None),
        ("The bilateral Trade Commission met.", "President of Ukraine", "Trade Commission", None),
        ("The Polish High Council of Roads (HCR) met. The HCR left.", None, "HCR", "PL"),
        ("The Polish High Council of Roads (ABC) met. The ABC Road opened.", None, "ABC Road", None),
    ],
)
def test_whose_body_it_is(text: str, outlet: str | None, name: str, actor: str | None) -> None:
    """A body is of the state it was named with, of the one that publishes, or the ministry of the dateline's."""
    zones = find_zones(an_article(text))
    article, layout, doc = parsed(text, outlet=outlet, zones=zones)
    found = [a for a in find_actors(doc, article, layout) if a.spans[0].text == name]
    assert (found[-1].state if found else None) == actor


@pytest.mark.parametrize(
    ("text", "actor", "reading"),
    [
        ("The G20 presidency was welcomed.", "G20", "organisation"),
        ("Russia's leadership denied it.", "RU", "government"),
        ("Russia's Flood Relief Authority denied it.", "RU", "institution"),
    ],
)
def test_how_a_body_is_meant(text: str, actor: str, reading: str) -> None:
    """A presidency of an organisation is the organisation; an authority with a name of its own is no government."""
    assert [(a.actor, a.reading) for a in actors(text)] == [(actor, reading)]


def test_leadership_that_is_a_deed() -> None:
    """ "under Berg's leadership" names no body."""
    assert by_text("The state moved under Russia's leadership.", "Russia's leadership") is None


def test_a_body_without_a_state_stays_open() -> None:
    """With institutions of two states, or none, nobody can tell whose it is."""
    for text in (
        "The High Council of Justice met.",
        "The Kremlin and the White House agreed. The High Council of Justice met.",
    ):
        found = by_text(text, "High Council of Justice")
        assert found is None or found.state is None


@pytest.mark.parametrize(
    "text",
    [
        "The Ukrainian Football Association met.",
        "The Russian Orthodox Church agreed.",
        "The European Youth Championship began.",
        "They live in Western Poland.",
        "He got the title of Hero of Ukraine.",
    ],
)
def test_a_state_in_a_proper_name_is_not_meant(text: str) -> None:
    """What the name of a club, church or contest begins with is no state."""
    assert not [a for a in actors(text) if a.type in {"state", "group"}]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("The Football Federation of Ukraine complained.", "Ukraine"),
        ("The Secretary of State of Poland spoke.", "Poland"),
        ("The Republic of Poland agreed.", "Republic of Poland"),
        ("The Portuguese Republic agreed.", "Portuguese Republic"),
    ],
)
def test_the_form_of_a_state_belongs_to_its_name(text: str, span: str) -> None:
    """ "the Republic of Poland" is a state; a federation or secretary of one is not."""
    assert [a.spans[0].text for a in actors(text) if a.type == "state"] == [span]


@pytest.mark.parametrize(
    ("text", "outlet", "actor"),
    [
        ("The Security Council voted.", None, "UN Security Council"),
        ("He spoke to members of the Security Council.", "President of Russia", "RU"),
        ("He spoke at the UN Security Council.", "President of Russia", "UN Security Council"),
        ("He spoke to members of the Security Council.", "President of Ukraine", "UN Security Council"),
        ("Armenia's Security Council met.", None, "AM"),
        ("The Security Council of Armenia met.", None, "AM"),
        ("The Russian Security Council met. Members of the Security Council left.", None, "RU"),
        ("The Russian and the U.N. Security Council met. The Security Council left.", None, "UN Security Council"),
        ("The CSTO Collective Security Council met.", None, "CSTO"),
    ],
)
def test_whose_security_council(text: str, outlet: str | None, actor: str) -> None:
    """The bare name is the United Nations' unless the words, the article or the publisher say whose it is."""
    article, layout, doc = parsed(text, outlet=outlet)
    assert [a.actor for a in find_actors(doc, article, layout) if "Security Council" in a.spans[0].text][-1] == actor


@pytest.mark.parametrize(
    ("text", "name", "whose"),
    [
        ("Qatar's chief mediator, Sheikh Nabil al-Tamri, left.", "Nabil al-Tamri", "QA"),
        ("Norway's foreign secretary, Sir Alan Tarrow, asked for time.", "Alan Tarrow", "NO"),
        ("Peru's defence chief, General Luis Quispe, said the troops would stay.", "Luis Quispe", "PE"),
        ("Kenya's president met the ambassador, General Karl Holt, on Monday.", "Karl Holt", None),
        ("Egypt's water and irrigation minister, Hala Nasri, refused.", "Hala Nasri", "EG"),
        ("Peruvian Fisheries Minister Luis Quispe refused.", "Luis Quispe", "PE"),
        ("Peru's water utility chief, Luis Quispe, refused.", "Luis Quispe", None),
        ("Kenya refused and said its roads minister, Asha Mwendo, would write.", "Asha Mwendo", "KE"),
        ("The Kenyan government refused. Its roads minister, Asha Mwendo, said so.", "Asha Mwendo", "KE"),
        ("Kenya was calm; its roads minister, Asha Mwendo, said the talks would go on.", "Asha Mwendo", "KE"),
        ("Kenya, whose roads minister, Asha Mwendo, had called, refused.", "Asha Mwendo", "KE"),
        ("Kenya accused Chad of hiding its negotiator, Idris Wadai.", "Idris Wadai", None),
        ("Kenya and Chad said its envoy, Asha Mwendo, was late.", "Asha Mwendo", None),
        ("Kenya's largest bank said its chairman, Asha Mwendo, had resigned.", "Asha Mwendo", None),
        ("Kenya refused. The firm wrote that its director, Asha Mwendo, agreed.", "Asha Mwendo", None),
        ("The Peruvian president's adviser, Luis Quispe, refused.", "Luis Quispe", "PE"),
        ("Hala Nasri, who heads Egypt's delegation, said no.", "Hala Nasri", "EG"),
        ("Karim Nasri, who commands Egypt's navy, said no.", "Karim Nasri", "EG"),
        ("The Ukrainian side led by Karl Holt landed.", "Karl Holt", None),
        ("A Kenya delegation led by Karl Holt landed.", "Karl Holt", None),
        ("Karl Holt, who heads the Red Cross's Kenyan delegation, said no.", "Karl Holt", None),
        ("Karl Holt, who heads the Kenyan delegation of the Red Cross, said no.", "Karl Holt", None),
        ("After meeting Egypt's president, General Karl Holt, the envoy, said no.", "Karl Holt", None),
        ("Replying to Egypt's president, General Karl Holt, said no.", "Karl Holt", None),
        ("Kenya bought the club. Its president, Karl Holt, refused.", "Karl Holt", None),
        ("Kenya stormed the hospital and detained its director, Karl Holt.", "Karl Holt", None),
        ("Kenya refused. Although its president, Karl Holt, agreed, Chad demanded more.", "Karl Holt", None),
        ("Canada's Quebec roads minister, Luc Tarrow, refused.", "Luc Tarrow", None),
        ("Pakistani Punjab Irrigation Minister Selim Kaya refused.", "Selim Kaya", None),
        ("Norway's shadow roads minister, Alan Tarrow, refused.", "Alan Tarrow", None),
        ("Kenya's football federation secretary, Asha Mwendo, refused.", "Asha Mwendo", None),
        ("The Egyptian delegation, led by Hala Nasri, left.", "Hala Nasri", "EG"),
        ("Karim Nasri, who headed the Egyptian army until 2011, said no.", "Karim Nasri", None),
        ("Karim Nasri, who leads Egypt's largest union, said no.", "Karim Nasri", None),
        ("Karl Holt, who heads the delegation to Egypt, said no.", "Karl Holt", None),
        ("Ireland's Robert Tierney rejected the plan.", "Robert Tierney", None),
        ("A spokesman for the Foreign Ministry in Nairobi, Asha Mwendo, said no.", "Asha Mwendo", "KE"),
        ("A spokeswoman for the defence ministry of Kenya, Asha Mwendo, said no.", "Asha Mwendo", "KE"),
        ("A spokeswoman for the city government in Nairobi, Asha Mwendo, said no.", "Asha Mwendo", None),
        ("A spokeswoman for the foreign ministry of Kenya's rebels, Asha Mwendo, said no.", "Asha Mwendo", None),
        ("A spokesman for the embassy in Nairobi, Karl Holt, said no.", "Karl Holt", None),
        (
            "The European Commission met. A Commission spokesman, Paolo Zanetti, refused.",
            "Paolo Zanetti",
            "European Commission",
        ),
        ("The European Parliament met. In Nairobi, the Parliament speaker, Asha Mwendo, left.", "Asha Mwendo", None),
        ("The European Union met. Student Union president Asha Mwendo left.", "Asha Mwendo", None),
        ("The town met. A Commission spokesman, Paolo Zanetti, refused.", "Paolo Zanetti", None),
        (
            "The African Union Commission met the European Commission. A Commission envoy, Paolo Zanetti, left.",
            "Paolo Zanetti",
            None,
        ),
        ("Kenya's trade minister came. Trade Minister Asha Mwendo left.", "Asha Mwendo", None),
        ("He called the Kenyan defence secretary, Gen. Asha Mwendo.", "Asha Mwendo", "KE"),
        ("Gen. Karl Holt, the visiting commander of Norway's fleet, said no.", "Karl Holt", "NO"),
        ("Gen. Karl Holt, a veteran of the Norwegian army, said no.", "Karl Holt", None),
        ("Foreign Minister Ana Tarrow of Norway said no.", "Ana Tarrow", "NO"),
        ("They heard Foreign Minister Ana Tarrow of Norway", "Ana Tarrow", "NO"),
        ("Judge Ana Tarrow of the African Union said no.", "Ana Tarrow", "African Union"),
        ("Judge Ana Tarrow of the African Union tribunal said no.", "Ana Tarrow", None),
        ("Speaking for Norway's envoy, General Karl Holt", "Karl Holt", None),
        ("They heard Judge Ana Tarrow of the African Union", "Ana Tarrow", "African Union"),
        ("In Nairobi, Defence Minister Asha Mwendo told reporters that it was over.", "Asha Mwendo", "KE"),
        ("In Nairobi, former Defence Minister Asha Mwendo said that it was over.", "Asha Mwendo", None),
        ("In Nairobi, Mayor Asha Mwendo said that it was over.", "Asha Mwendo", None),
        ("In Nairobi, Defence Minister Karl Holt met the rebels.", "Karl Holt", None),
        ("In Nairobi, Defence Minister Karl Holt of Norway said that it was over.", "Karl Holt", "NO"),
        (
            'The Kenyan Defence Ministry said shells had hit a dam. "It holds," its spokesman, Asha Mwendo, told us.',
            "Asha Mwendo",
            "KE",
        ),
        ('Kenya would wait "for years", its deputy roads minister Asha Mwendo told us.', "Asha Mwendo", "KE"),
        ("Kenya said the airline had cheated. Its spokesman, Karl Holt, told us it had not.", "Karl Holt", None),
        ("Kenya warned Gulliver Oil. Its spokesman, Karl Holt, told us it had not.", "Karl Holt", None),
    ],
)
def test_whose_the_office_of_a_person_is(text: str, name: str, whose: str | None) -> None:
    actor = by_text(text, name)

    assert actor is not None
    assert (actor.affiliation, actor.state) == (whose, whose if whose and len(whose) == 2 else None)


def test_its_spokesman_may_be_of_what_the_state_bought() -> None:
    actor = by_text("Kenya bought the club. Its spokesman denied the sale.", "Its spokesman")

    assert actor is not None
    assert (actor.type, actor.state) == ("unnamed", None)
