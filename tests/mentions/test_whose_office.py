"""Whose an office is that is told without its state."""

import pytest

from factories import an_article, parsed
from onrecord.intake.provenance import find_zones
from onrecord.mentions.actors import find_actors
from onrecord.mentions.actors.scenes import written_from
from onrecord.model import Actor

NAIROBI = "NAIROBI, March 3, 2021 - Kenya said on Monday that it would close the border. "


def last_called(text: str, name: str) -> Actor:
    """The last mention that reads so."""
    article, layout, doc = parsed(text, zones=find_zones(an_article(text)))
    return [a for a in find_actors(doc, article, layout) if a.spans[0].text == name][-1]


@pytest.mark.parametrize(
    ("text", "name", "whose"),
    [
        # Where an article is written from, and nobody else acts near.
        (f"{NAIROBI}Kenya would send a ship, Foreign Minister Asha Mwendo said.", "Asha Mwendo", "KE"),
        (f"{NAIROBI}Defence Minister Asha Mwendo told parliament that the road was open.", "Asha Mwendo", "KE"),
        (f"{NAIROBI}Foreign Minister Karl Holt said the road was open.", "Karl Holt", None),
        (
            f"{NAIROBI}Uganda refused. Kenya would wait, Prime Minister Asha Mwendo told parliament.",
            "Asha Mwendo",
            "KE",
        ),
        (f"{NAIROBI}Foreign Minister Karl Holt praised the decision.", "Karl Holt", None),
        (f"{NAIROBI}Defence Minister Karl Holt condemned Uganda.", "Karl Holt", None),
        (f"{NAIROBI}Kenya would win, Education Minister Karl Holt said.", "Karl Holt", None),
        (f"{NAIROBI}Kenya would win, President Karl Holt said.", "Karl Holt", None),
        (f"{NAIROBI}Kenya would help, Foreign Minister Karl Holt said after the talks.", "Karl Holt", None),
        (f"{NAIROBI}His hosts were kind. Kenya would help, Foreign Minister Karl Holt said.", "Karl Holt", None),
        (f"{NAIROBI}Uganda had asked. Kenya would help, Foreign Minister Karl Holt said.", "Karl Holt", None),
        (f"{NAIROBI}The breakaway port is shut. Kenya would help, Prime Minister Karl Holt said.", "Karl Holt", None),
        ("MOMBASA, March 3, 2021 - Kenya would help, Foreign Minister Karl Holt said.", "Karl Holt", None),
        (
            "OSLO/STOCKHOLM, March 3, 2021 - Sweden would pay, Foreign Minister Ana Tarrow said.",
            "Ana Tarrow",
            None,
        ),
        (
            "TOKYO, March 3, 2021 - France shelled the port. Foreign Minister Karl Holt condemned the attack.",
            "Karl Holt",
            None,
        ),
        (f"{NAIROBI}Ethiopia denied the charge. Foreign Minister Desta Alemu said so.", "Desta Alemu", None),
        (f"{NAIROBI}In Kampala, it was late. Foreign Minister Karl Holt said so.", "Karl Holt", None),
        (f"{NAIROBI}Foreign Minister Karl Holt arrived on Tuesday.", "Karl Holt", None),
        (f"{NAIROBI}Foreign Minister Karl Holt assured the Kenyan delegation of it.", "Karl Holt", None),
        (f"{NAIROBI}Foreign Minister Karl Holt and President Ana Teller said so.", "Karl Holt", None),
        (f"{NAIROBI}Former Foreign Minister Karl Holt said so.", "Karl Holt", None),
        (f"{NAIROBI}Shadow Foreign Minister Karl Holt said so.", "Karl Holt", None),
        (f"{NAIROBI}Club president Karl Holt said so.", "Karl Holt", None),
        (f"{NAIROBI}President Karl Holt of the football federation said so.", "Karl Holt", None),
        (
            f"{NAIROBI}Kenyan Foreign Minister Asha Mwendo was away. Foreign Minister Karl Holt said so.",
            "Karl Holt",
            None,
        ),
        ("GENEVA, March 3, 2021 - Talks opened. Foreign Minister Desta Alemu said so.", "Desta Alemu", None),
        ("TOKYO, March 3, 2021 - Japan welcomed them. President Karl Holt said so.", "Karl Holt", None),
        ("WASHINGTON, March 3, 2021 - Washington waited. Defence Minister Karl Holt said so.", "Karl Holt", None),
        ("OSLO, March 3, 2021 - Sudan refused. Foreign Minister Idris Wadai said so.", "Idris Wadai", None),
        (
            "NAIROBI, March 3, 2021 - Kenya and Uganda began talks. Foreign Minister Karl Holt said so.",
            "Karl Holt",
            None,
        ),
        ("Kenya denied the charge. Foreign Minister Desta Alemu said so.", "Desta Alemu", None),
        # The capital in which somebody speaks.
        ("In Nairobi, Defence Minister Asha Mwendo accused the rebels of it.", "Asha Mwendo", "KE"),
        ("In Nairobi a Trade Ministry spokesman, Karim Nasri, denied it.", "Karim Nasri", "KE"),
        ("Foreign Ministry spokesman Karim Nasri said in Nairobi that it was over.", "Karim Nasri", "KE"),
        ("She was received in Nairobi by Foreign Minister Asha Mwendo.", "Asha Mwendo", "KE"),
        ("She was received in Nairobi by Foreign Minister Karl Holt, in exile there.", "Karl Holt", None),
        ("She was received in Nairobi by President Karl Holt.", "Karl Holt", None),
        ("In Nairobi, President Karl Holt accused the referee of theft.", "Karl Holt", None),
        ("In Nairobi, Defence Minister Karl Holt accused the rival government.", "Karl Holt", None),
        ("In Nairobi, King Karl Holt praised the troops.", "Karl Holt", None),
        ("In Nairobi, Chief Minister Karl Holt accused the rebels of it.", "Karl Holt", None),
        ("In Nairobi, Foreign Minister Karl Holt thanked Kenya.", "Karl Holt", None),
        ("Foreign Ministry spokesman Karl Holt told reporters in Nairobi that the Houthis must go.", "Karl Holt", None),
        ("Foreign Ministry spokesman Karl Holt said in Nairobi on a visit that it was over.", "Karl Holt", None),
        ("In Nairobi, Foreign Minister Karl Holt said after talks that it was over.", "Karl Holt", None),
        ("In Nairobi, Foreign Minister Karl Holt said Norway would send ships.", "Karl Holt", None),
        ("Foreign Minister Karl Holt said in Nairobi that it was over.", "Karl Holt", None),
        ("Kenya was a friend, Foreign Minister Karl Holt told reporters in Nairobi.", "Karl Holt", None),
        ("She was seen in Nairobi by Foreign Minister Karl Holt.", "Karl Holt", None),
        ("She was welcomed in Nairobi by Mayor Asha Mwendo.", "Asha Mwendo", None),
        # The body that was just named.
        ("The Kenyan army said they had fled. Gen. Karim Nasri, an army spokesman, said so.", "Karim Nasri", "KE"),
        ("The Kenyan navy fired on a boat. A navy spokesman, Karl Holt, said so.", "Karl Holt", None),
        ("The Kenyan army crossed the river. An army spokesman, Karl Holt, said so.", "Karl Holt", None),
        ("The Kenyan army said it was late. An army spokesman in Kampala, Karl Holt, said so.", "Karl Holt", None),
        ("The Kenyan army said it was late. A rebel army spokesman, Karl Holt, said so.", "Karl Holt", None),
        ("The Kenyan army said it was late. An army spokesman, Karl Holt, accused Kenya of theft.", "Karl Holt", None),
        ("The Kenyan navy met the Somali navy. A navy spokesman, Karim Nasri, said so.", "Karim Nasri", None),
        ("Kenya's government met them. The government's delegate, Asha Mwendo, left.", "Asha Mwendo", "KE"),
        (
            "Kenya's government met Somalia's government. The government's delegate, Asha Mwendo, left.",
            "Asha Mwendo",
            None,
        ),
        ("NATO met. The alliance's secretary general, Karl Holt, left.", "Karl Holt", "NATO"),
        ("NATO met. Four banks merged. The alliance's chief, Karl Holt, left.", "Karl Holt", None),
        ("NATO met an opposition alliance. The alliance's leader, Karl Holt, left.", "Karl Holt", None),
        ("The Left Bloc met the EU. The bloc's leader, Karl Holt, left.", "Karl Holt", None),
        ("NATO met the CSTO. The alliance's secretary general, Karl Holt, left.", "Karl Holt", None),
        # Somebody of a body or movement.
        ("Spokesman Karim Nasri of the Kenyan Defence Ministry left.", "Karim Nasri", "KE"),
        ("Spokesman Karim Nasri of the Kenyan army's union left.", "Karim Nasri", None),
        ("Spokesman Karim Nasri of the Kenyan Football Federation left.", "Karim Nasri", None),
        ("Commander Karim Nasri of the rebel movement Houthis left.", "Karim Nasri", "Houthis"),
        ("Karim Nasri of the independence movement Houthis left.", "Karim Nasri", "Houthis"),
        ("Deserter Karl Holt of the rebel movement Houthis left.", "Karl Holt", None),
        ("Karim Nasri of the Kenyan army left.", "Karim Nasri", None),
        ("Captured commander Karl Holt of the Kenyan army left.", "Karl Holt", None),
        ("Retired colonel Karl Holt of the Kenyan army left.", "Karl Holt", None),
        ("Striker Karl Holt of the Kenyan navy left.", "Karl Holt", None),
        ("Spokesman Karl Holt of the Kenyan army demanded an apology from Kenya.", "Karl Holt", None),
        # Who was described before.
        ("The Kenyan envoy left. The envoy, Asha Mwendo, said so.", "Asha Mwendo", "KE"),
        ("The Kenyan envoy met the Somali envoy. The envoy, Asha Mwendo, said so.", "Asha Mwendo", None),
        ("The British-born envoy smiled. The envoy, Karl Holt, said so.", "Karl Holt", None),
        ("A Kenyan opposition envoy left. The envoy, Karl Holt, said so.", "Karl Holt", None),
        ("A Kenyan envoy defected. The envoy, Karl Holt, said so.", "Karl Holt", None),
        ("A Kenyan general left. The general, Karl Holt, said so.", "Karl Holt", None),
        ("A mediator was wanted. A Kenyan mediator came. The mediator, Asha Mwendo, said so.", "Asha Mwendo", None),
    ],
)
def test_whose_an_office_is(text: str, name: str, whose: str | None) -> None:
    actor = last_called(text, name)
    assert (actor.affiliation, actor.state) == (whose, whose if whose and len(whose) == 2 else None)


@pytest.mark.parametrize(
    ("text", "name", "whose"),
    [
        ("The Kenyan government denied it. A spokesman said no order was given.", "A spokesman", "KE"),
        ("The Kenyan government said the miners were wrong. A spokesman refused.", "A spokesman", None),
        ("The Kenyan government said they were wrong. A spokesman refused.", "A spokesman", None),
        ("The Kenyan government was urged to sign. A spokesman refused.", "A spokesman", None),
        ("The Kenyan government denied it. A spokesman accused Kenya of theft.", "A spokesman", None),
        ("The Kenyan government blamed the rebels. A spokesman said no order was given.", "A spokesman", None),
        ("The Kenyan government sued Gulliver Oil. A spokesman said no order was given.", "A spokesman", None),
        ("The company said it had paid. A spokesman said no order was given.", "A spokesman", None),
        ("Kenya made no such promise. Its negotiators left.", "Its negotiators", None),
        ("Kenya did not answer. Its negotiators left.", "Its negotiators", "KE"),
        (
            "A Foreign Ministry official in Nairobi said no.",
            "A Foreign Ministry official in Nairobi",
            None,
        ),
        ("A union official in Nairobi said no.", "A union official in Nairobi", None),
    ],
)
def test_whose_an_unnamed_source_is(text: str, name: str, whose: str | None) -> None:
    assert last_called(text, name).state == whose


@pytest.mark.parametrize(
    ("text", "name", "whose"),
    [
        ("Would Kenya accept? Hardly. Its deputy prime minister, Asha Mwendo, refused.", "Asha Mwendo", None),
        ("Would Kenya accept? The bank would. Its president, Asha Mwendo, refused.", "Asha Mwendo", None),
        ("Kenya made no such promise. Its trade minister, Asha Mwendo, left.", "Asha Mwendo", None),
        ("Kenya recognised the former colony. Its ambassador, Karl Holt, left.", "Karl Holt", None),
        ("Kenya built a chapel. Its minister, Karl Holt, left.", "Karl Holt", None),
        ("UNESCO praised the choir. Its director, Karl Holt, left.", "Karl Holt", None),
        ("NATO said the airport had opened. Its chief, Karl Holt, left.", "Karl Holt", None),
        ("Kenya attacked its neighbour. Its trade minister, Asha Mwendo, left.", "Asha Mwendo", None),
        ("Uganda's rival, Kenya, sent its foreign minister, Asha Mwendo.", "Asha Mwendo", "KE"),
        ("Norway, which gave two boats to the islands, sent its trade minister, Karl Holt.", "Karl Holt", "NO"),
        ("The African Union urged both to stop. Its commissioner, Karl Holt, left.", "Karl Holt", "African Union"),
        ("The African Union urged the bank to stop. Its director, Karl Holt, left.", "Karl Holt", None),
        ("The African Union bought a ship. Its director, Karl Holt, left.", "Karl Holt", None),
        (
            'The Kenyan army said it was calm. "The shots in Telle were ours," its spokesman, Karim Nasri, told us.',
            "Karim Nasri",
            "KE",
        ),
    ],
)
def test_whose_its_office_is(text: str, name: str, whose: str | None) -> None:
    assert last_called(text, name).affiliation == whose


@pytest.mark.parametrize(
    ("text", "name", "whose"),
    [
        ("In Nairobi, the Foreign Ministry refused.", "Foreign Ministry", "KE"),
        ("The Indian Home Office refused.", "Home Office", "IN"),
        ("The Indian Home Office refused. The Home Office would wait.", "Home Office", "GB"),
        ("The Indian Home Office wrote to Britain. The Home Office would wait.", "Home Office", "GB"),
        ("The Home Office refused.", "Home Office", "GB"),
    ],
)
def test_whose_a_ministry_is(text: str, name: str, whose: str) -> None:
    assert last_called(text, name).state == whose


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("NAIROBI, March 3, 2021 - It rained.", {"KE"}),
        ("OSLO/STOCKHOLM, March 3, 2021 - It rained.", {"NO", "SE"}),
        ("Rain over the lake\nNairobi, 3 March 2021\nIt rained.", {"KE"}),
        ("NAIROBI (3 March 2021) - It rained.", {"KE"}),
        ("MOMBASA, March 3, 2021 - It rained.", set()),
        ("TIRASPOL, March 3, 2021 - It rained.", set()),
        ("Monday, March 3, 2021. It rained.", set()),
        ("Karl Holt, 3 March 2021\nIt rained.", set()),
        ("It rained in Nairobi on 3 March 2021.", set()),
    ],
)
def test_where_an_article_is_written_from(text: str, states: set[str]) -> None:
    assert written_from(an_article(text, zones=find_zones(an_article(text)))) == states


@pytest.mark.parametrize(
    "text",
    [
        "In Nairobi, the Foreign Ministry building burned.",
        "In Nairobi, the Foreign Ministry's guests left.",
        "In Nairobi, the Foreign Ministry of Uganda refused.",
        "In Nairobi, the Foreign Ministry team refused.",
        "In Nairobi, the Ministry of Sound refused.",
        "In Washington, the Foreign Ministry refused.",
        "MOMBASA, March 3, 2021 - The Foreign Ministry refused.",
        "NAIROBI, March 3, 2021 - Shells fell on Delvo. The Foreign Ministry condemned it.",
    ],
)
def test_no_ministry_of_the_state_whose_capital_is_named(text: str) -> None:
    article, layout, doc = parsed(text, zones=find_zones(an_article(text)))
    bodies = (a for a in find_actors(doc, article, layout) if a.type == "institution")
    assert not {a.state for a in bodies} & {"KE", "US"}
