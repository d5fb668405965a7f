"""How the name of a state or capital is meant."""

import pytest

from factories import parsed
from onrecord.mentions.metonyms import Form, Reading, reading_of_name


def reading(text: str, name: str, form: Form) -> Reading:
    _, _, doc = parsed(text)
    return reading_of_name(next(t for t in doc if t.text == name), form)


@pytest.mark.parametrize(
    ("text", "name", "meant"),
    [
        ("Ukraine rejected the draft.", "Ukraine", "government"),
        ("Talks in Ukraine ended.", "Ukraine", "place"),
        ("Relations with Ukraine soured.", "Ukraine", "government"),
        ("The border with Ukraine was shut.", "Ukraine", "place"),
        ("Troops invaded Ukraine.", "Ukraine", "place"),
        ("The envoy urged Ukraine to wait.", "Ukraine", "government"),
        ("Gas flows from Russia to Hungary, its visit to Poland shows.", "Poland", "place"),
        ("The threat from Russia grew.", "Russia", "government"),
        ("Refugees from Syria arrived.", "Syria", "place"),
        ("The raid drew a rebuke from Serbia.", "Serbia", "government"),
        ("Criticism came from Serbia.", "Serbia", "government"),
        ("The lorry brought apples from Serbia.", "Serbia", "place"),
        ("A message to Poland was sent.", "Poland", "government"),
        ("The war in Ukraine went on.", "Ukraine", "place"),
        ("The Ukraine crisis went on.", "Ukraine", "place"),
        ("He thanked the people of Ukraine.", "Ukraine", "people"),
        ("The east of Ukraine is cold.", "Ukraine", "place"),
        ("Russia's demands grew.", "Russia", "government"),
        ("Russia's economy shrank.", "Russia", "people"),
        ("Ukraine's territory shrank.", "Ukraine", "place"),
        ("They discussed Russia-Poland relations.", "Russia", "government"),
        ("Residents lived outside Ukraine.", "Ukraine", "place"),
        ("They stayed out of Ukraine.", "Ukraine", "place"),
        ("A low point in U.S.-Russia relations was reached.", "U.S.-Russia", "government"),
        ("The Russia-backed rebels left.", "Russia", "government"),
        ("A Russia-based bank closed.", "Russia", "place"),
        ("The sky over Ukraine was clear.", "Ukraine", "place"),
        ("Ships sailed toward Poland.", "Poland", "place"),
        ("Poland's largest retailer closed.", "Poland", "people"),
        ("They died during the crossing from Poland to Ukraine.", "Ukraine", "place"),
        ("They went to the islands or to Ukraine.", "Ukraine", "place"),
        ("They shelled eastern Ukraine.", "Ukraine", "place"),
        ("The withdrawal from Syria began.", "Syria", "place"),
        ("The final between Poland and Serbia was watched by millions.", "Serbia", "people"),
        ("Poland beat Serbia in the final.", "Serbia", "people"),
        ("Poland beat Serbia to the deal.", "Serbia", "government"),
        ("It was shown during the 2016 Poland presidential campaign.", "Poland", "people"),
        ("Poland's general election campaign was quiet.", "Poland", "people"),
        ("Poland's banking system and its ports shrank.", "Poland", "people"),
        ("Poland's Toyota signed the contract.", "Poland", "people"),
        ("Poland's Foreign Ministry denied it.", "Poland", "government"),
        ("The suspects were extradited to Poland.", "Poland", "place"),
        ("The defendants will be sent to Poland to stand trial.", "Poland", "place"),
        ("The letter was sent to Poland.", "Poland", "government"),
        ("The jobs were transferred to Poland.", "Poland", "place"),
        ("Grain was taken back to Poland.", "Poland", "place"),
        ("The delivery of grain to Poland began.", "Poland", "place"),
        ("Arms deliveries to Poland began.", "Poland", "government"),
        ("The supply of missiles to Poland began.", "Poland", "government"),
        ("From Syria to Crimea to Ukraine, flattery has failed.", "Ukraine", "place"),
        ("They want more assistance from Poland.", "Poland", "government"),
        ("They moved from Poland to Serbia.", "Poland", "place"),
        ("Scientists came from all over Poland.", "Poland", "place"),
        ("Steps on the part of Poland are needed.", "Poland", "government"),
        ("Departing a rainy Poland, he waved.", "Poland", "place"),
        ("They took away western Poland.", "Poland", "place"),
        ("Poland's trade grew by a tenth.", "Poland", "people"),
        ("U.S. media told it first.", "U.S.", "people"),
        ("A plane was shot down over Ukraine.", "Ukraine", "place"),
        ("His family fled to Poland.", "Poland", "place"),
        ("She led a delegation to Poland.", "Poland", "place"),
        ("Only three paid: Poland, Ukraine and Hungary.", "Hungary", "government"),
        ("A third country, Poland, refused.", "Poland", "government"),
        ("Talks were held in a third country, Poland.", "Poland", "place"),
        ("The row over Poland went on.", "Poland", "undecided"),
        ("She was asked about Poland.", "Poland", "undecided"),
    ],
)
def test_states(text: str, name: str, meant: str) -> None:
    """A state's noun is its government unless land, movement or society say otherwise."""
    assert reading(text, name, "name") == meant


@pytest.mark.parametrize(
    ("text", "name", "meant"),
    [
        ("Russian troops left.", "Russian", "government"),
        ("Russian citizens left.", "Russian", "people"),
        ("The Russian winter is long.", "Russian", "people"),
        ("The Ukrainian crisis is long.", "Ukrainian", "place"),
        ("The Russian-Israeli talks ended.", "Israeli", "government"),
        ("Ukrainian servicemen stood guard.", "Ukrainian", "government"),
        ("They opened Russian-sponsored sites.", "Russian", "government"),
        ("It was a Russian-made car.", "Russian", "people"),
        ("The anti-Russian pressure grew.", "Russian", "government"),
        ("The Syrian civil war went on.", "Syrian", "place"),
        ("New Charges Against Russian Hackers", "Russian", "government"),
        ("The missions of Russian Special Operations troops grew.", "Russian", "government"),
        ("The Russian Constitution is old.", "Russian", "government"),
        ("A Russian television channel showed it.", "Russian", "people"),
        ("The Russian presidential candidate lost.", "Russian", "people"),
        ("The Russian presidential aide spoke.", "Russian", "government"),
        ("The Asian or Canadian ports are full.", "Canadian", "place"),
        ("A Russian think tank wrote it.", "Russian", "people"),
    ],
)
def test_adjectives(text: str, name: str, meant: str) -> None:
    """What an adjective describes decides; where nothing does, it is the people."""
    assert reading(text, name, "adjective") == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Moscow complained of the sites.", "government"),
        ("Moscow is cold.", "place"),
        ("Moscow is ready to talk.", "government"),
        ("They met in Moscow.", "place"),
        ("The mayor of Moscow left.", "place"),
        ("Moscow's demands grew.", "government"),
        ("Moscow's metro grew.", "place"),
        ("They urged Moscow to reply.", "government"),
        ("They saw Moscow from above.", "place"),
        ("The Moscow summit ended.", "place"),
        ("The Moscow talks ended.", "place"),
        ("Moscow has interests of its own.", "government"),
        ("Moscow has many parks.", "place"),
        ("Ostmark would provide goods to Moscow.", "government"),
        ("Ostmark will recognize Moscow as a great power.", "government"),
        ("Moscow is alone in warning them.", "government"),
        ("The Moscow protest was short.", "place"),
        ("Moscow's protest was loud.", "government"),
        ("That would bring pressure on Moscow.", "government"),
        ("They answered by sidestepping Moscow.", "government"),
        ("Murmansk, Moscow, Samara and other cities fight on.", "place"),
        ("They broke the Moscow agreements.", "place"),
        ("Moscow's agreements were broken.", "government"),
        ("They signed the Moscow Declaration of May.", "place"),
        ("The Moscow mayor left.", "place"),
        ("A Moscow airport official left.", "place"),
        ("A Moscow official left.", "government"),
        ("The attack on Moscow went on.", "place"),
        ("They put sanctions on Moscow.", "government"),
        ("Berlin, Moscow, Ankara, Istanbul and Minsk were proposed.", "place"),
        ("He won in Moscow state on Saturday.", "place"),
    ],
)
def test_capitals(text: str, meant: str) -> None:
    """A capital is the city unless it acts, is addressed or owns what a government owns."""
    assert reading(text, "Moscow", "capital") == meant


@pytest.mark.parametrize(
    ("text", "name", "form", "meant"),
    [
        ("He met them in Minsk, Belarus on Monday.", "Belarus", "name", "place"),
        ("GRODNO, Belarus (AP) — The envoy left.", "Belarus", "name", "place"),
        ("Envoys of Poland, Belarus and Latvia agreed.", "Belarus", "name", "government"),
        ("His Poland visit ended.", "Poland", "name", "place"),
        ("The French and Italian leaders met.", "Italian", "adjective", "government"),
        ("New sanctions were imposed on Moscow.", "Moscow", "capital", "government"),
        ("They spoke of Moscow's undermining of the vote.", "Moscow", "capital", "government"),
        ("They walked through Moscow's streets.", "Moscow", "capital", "place"),
        ("Russian peacekeepers arrived.", "Russian", "adjective", "government"),
    ],
)
def test_cities_visits_and_deeds(text: str, name: str, form: Form, meant: str) -> None:
    """A state behind its city and one that is visited are places; what a capital does is its government's."""
    assert reading(text, name, form) == meant
