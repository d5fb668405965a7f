"""Which texts are said not to be English."""

import pytest

from factories import an_article
from onrecord.language import lay_out
from onrecord.language.detect import language_notice


def notice(text: str) -> str | None:
    article = an_article(text)
    found = language_notice(article, lay_out(article))
    return found and found.message


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Minister trafen sich am Montag am Fluss und vereinbarten weitere Gespräche über die Gefangenen, die "
         "beide Seiten seit dem vergangenen Winter festhalten, sagte ein Beamter.", "German"),
        ("Les ministres se sont rencontrés lundi au bord du fleuve et ont convenu de nouvelles discussions sur les "
         "prisonniers que les deux camps détiennent, a déclaré un responsable.", "French"),
        ("Los ministros se reunieron el lunes junto al río y acordaron nuevas conversaciones sobre los prisioneros que "
         "ambas partes retienen desde el invierno pasado, dijo un funcionario.", "Spanish"),
        ("Ministrowie spotkali się w poniedziałek nad rzeką i uzgodnili dalsze rozmowy o jeńcach, których obie strony "
         "przetrzymują od zeszłej zimy, powiedział urzędnik.", "Polish"),
        ("Министры встретились в понедельник у реки.", "Russian"),
        ("部长们周一在河边会面，并同意就囚犯问题再次会谈。", "Chinese"),
        ("التقى الوزراء يوم الاثنين عند النهر واتفقوا على مواصلة المحادثات.", "Arabic"),
    ],
)  # fmt: skip
def test_other_languages_are_named(text: str, language: str) -> None:
    """In another script a short text is enough."""
    message = notice(text)
    assert message is not None
    assert language in message


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12:30 — 14:00",
        "Guten Tag, Ostmark",
        "Ministers meet",
        "The ministers of Varenia met in the café “Zum Fluss” on Monday, and Herr Müller of Ostmark told them: “Nein.”",
        "Ana Writer, Jon Penner, Zbigniew Nowak, Jean-Yves Petit, Luigi Rossi, José Alvarez, Wang Yi, Ali Hassan, "
        "Mehmet Yilmaz, Ivan Petrov, Olena Koval, Sven Larsson, Anna Virtanen, Miguel Santos, Petra Novak, Yuki Sato",
    ],
)
def test_english_and_too_little_text(text: str) -> None:
    """Names and foreign words in English news, and texts too short to tell."""
    assert notice(text) is None
