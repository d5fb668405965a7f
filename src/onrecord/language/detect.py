"""Is the text English? Told by py3langid's model, which ships in its wheel, on the prose of the article."""

from functools import cache
from typing import TYPE_CHECKING

from onrecord.data import table
from onrecord.model import Article, Layout, Notice

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

# Fewer words are taken for English, unless they are in another script: headlines of English news are mistaken for
# other languages below this number.
FEWEST_WORDS = 20
# Characters looked at; more change nothing.
ENOUGH = 5_000
# Probability from which on the model is believed; lists of names in English texts reach 0.9 for other languages.
SURE = 0.99
# Share of letters outside the Latin script past which a text of any length is not English.
MOST_NOT_LATIN = 0.5
_LATIN_ENDS = 0x0250


def language_notice(article: Article, layout: Layout) -> Notice | None:
    """A notice that names the language, where the text is clearly not English; none for English or too little text."""
    prose = _prose(article.text, layout)
    words = prose.split()
    if not _is_foreign_script(prose) and len(words) < FEWEST_WORDS:
        return None
    code, probability = _identifier().classify(prose)
    names = {row["code"]: row["name"] for row in table("languages")}
    if _is_foreign_script(prose):
        name = names.get(code, "another script than the Latin one")
    elif probability >= SURE and code in names:
        name = names[code]
    else:
        return None
    return Notice("not English", f"the text is in {name}: it is stored and can be searched, but is not read")


def _prose(text: str, layout: Layout) -> str:
    parts: list[str] = []
    length = 0
    for paragraph in layout.paragraphs:
        parts.append(text[paragraph.start : min(paragraph.end, paragraph.start + ENOUGH)])
        length += len(parts[-1])
        if length > ENOUGH:
            break
    return "\n".join(parts)[:ENOUGH]


def _is_foreign_script(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return sum(ord(c) >= _LATIN_ENDS for c in letters) > len(letters) * MOST_NOT_LATIN


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
