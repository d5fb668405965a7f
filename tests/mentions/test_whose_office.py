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
        (f"{NAIROBI}Foreign Minister Asha Mwendo said the road was open.", "Asha Mwendo", "KE"),
        (f"{NAIROBI}Foreign Minister Asha Mwendo warned that Somali troops had come.", "Asha Mwendo", "KE"),
        (f"{NAIROBI}Nobody was hurt. Deputy Defence Minister Asha Mwendo was calm.", "Asha Mwendo", "KE"),
        (
            "Oslo, 3 March 2021\n\nNorway will send the ship back, Fisheries Minister Ana Tarrow said on Monday.",
            "Ana Tarrow",
            "NO",
        ),
        (
            "OSLO/STOCKHOLM, March 3, 2021 - Stockholm refused the request. Foreign Minister Ana Tarrow said so.",
            "Ana Tarrow",
            "SE",
        ),
        (
            "TOKYO, March 3, 2021 - Japan waited. France rejected the charge. France would wait, President Luc Tarrow"
            " told lawmakers.",
            "Luc Tarrow",
            "FR",
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
        ("She was welcomed in Nairobi by President Asha Mwendo.", "Asha Mwendo", "KE"),
        ("In Nairobi, Foreign Minister Karl Holt said after talks that it was over.", "Karl Holt", None),
        ("In Nairobi, Foreign Minister Karl Holt said Norway would send ships.", "Karl Holt", None),
        ("Foreign Minister Karl Holt said in Nairobi that it was over.", "Karl Holt", None),
        ("Kenya was a friend, Foreign Minister Karl Holt told reporters in Nairobi.", "Karl Holt", None),
        ("She was seen in Nairobi by Foreign Minister Karl Holt.", "Karl Holt", None),
        ("She was welcomed in Nairobi by Mayor Asha Mwendo.", "Asha Mwendo", None),
        # The body that was just named.
        ("The Kenyan army said they had fled. Gen. Karim Nasri, an army spokesman, said so.", "Karim Nasri", "KE"),
        ("The Kenyan navy fired on a boat. A navy spokesman, Karim Nasri, said so.", "Karim Nasri", "KE"),
        ("The Kenyan navy met the Somali navy. A navy spokesman, Karim Nasri, said so.", "Karim Nasri", None),
        ("Kenya's government met them. The government's delegate, Asha Mwendo, left.", "Asha Mwendo", "KE"),
        (
            "Kenya's government met Somalia's government. The government's delegate, Asha Mwendo, left.",
            "Asha Mwendo",
            None,
        ),
        ("NATO met. The alliance's secretary general, Karl Holt, left.", "Karl Holt", "NATO"),
        ("NATO met the CSTO. The alliance's secretary general, Karl Holt, left.", "Karl Holt", None),
        # Somebody of a body or movement.
        ("Karim Nasri of the Kenyan Defence Ministry left.", "Karim Nasri", "KE"),
        ("Karim Nasri of the Kenyan army's union left.", "Karim Nasri", None),
        ("Karim Nasri of the Kenyan Football Federation left.", "Karim Nasri", None),
        ("Karim Nasri of the rebel movement Houthis left.", "Karim Nasri", "Houthis"),
        # Who was described before.
        ("The Kenyan envoy left. The envoy, Asha Mwendo, said so.", "Asha Mwendo", "KE"),
        ("The Kenyan envoy met the Somali envoy. The envoy, Asha Mwendo, said so.", "Asha Mwendo", None),
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
        ("The Kenyan government blamed the rebels. A spokesman said no order was given.", "A spokesman", None),
        ("The Kenyan government sued Gulliver Oil. A spokesman said no order was given.", "A spokesman", None),
        ("The company said it had paid. A spokesman said no order was given.", "A spokesman", None),
        ("Kenya made no such promise. Its negotiators left.", "Its negotiators", None),
        ("Kenya did not answer. Its negotiators left.", "Its negotiators", "KE"),
        (
            "A Foreign Ministry official in Nairobi said no.",
            "A Foreign Ministry official in Nairobi",
            "KE",
        ),
        ("A union official in Nairobi said no.", "A union official in Nairobi", None),
    ],
)
def test_whose_an_unnamed_source_is(text: str, name: str, whose: str | None) -> None:
    assert last_called(text, name).state == whose


@pytest.mark.parametrize(
    ("text", "name", "whose"),
    [
        ("Would Kenya accept? Hardly. Its deputy prime minister, Asha Mwendo, refused.", "Asha Mwendo", "KE"),
        ("Would Kenya accept? The bank would. Its president, Asha Mwendo, refused.", "Asha Mwendo", None),
        ("Kenya made no such promise. Its trade minister, Asha Mwendo, left.", "Asha Mwendo", "KE"),
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
        ("The Indian Home Office refused. The Home Office would wait.", "Home Office", "IN"),
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
        ("Monday, March 3, 2021. It rained.", set()),
        ("Karl Holt, 3 March 2021\nIt rained.", set()),
        ("It rained in Nairobi on 3 March 2021.", set()),
    ],
)
def test_where_an_article_is_written_from(text: str, states: set[str]) -> None:
    assert written_from(an_article(text, zones=find_zones(an_article(text)))) == states
