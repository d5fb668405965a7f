"""The reading page: an article with everything found in it, as one HTML file that needs nothing else."""

from collections import Counter

from jinja2 import Environment, PackageLoader, StrictUndefined

from onrecord.model import Reading
from onrecord.model.vocabulary import KINDS
from onrecord.views.page.cards import KIND_WORDS, cards, labels
from onrecord.views.page.pieces import LABELLED, lines

_TEMPLATES = Environment(
    loader=PackageLoader("onrecord.views", "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def article_page(reading: Reading) -> str:
    """The page: the text with each find marked, the finds beside it, links both ways.

    It is whole without JavaScript and asks for nothing from anywhere; what stood in the article is shown as text.
    """
    article, names = reading.article, labels(reading)
    found = list(cards(reading, names))
    url = article.canonical_url or article.url
    headline = next((p for p in reading.layout.paragraphs if p.role == "headline"), None)
    return _TEMPLATES.get_template("page.html").render(
        reading=reading,
        article=article,
        title=article.title or (article.text[headline.start : headline.end] if headline else article.name),
        has_headline=headline is not None,
        link=url if url and url.startswith(("https://", "http://")) else None,
        names=names,
        lines=lines(reading, names),
        groups=[
            ("The record", [c for c in found if c.find.kind in LABELLED]),
            ("Single phrases", [c for c in found if c.find.kind not in LABELLED]),
        ],
        kinds=KINDS,
        kind_words=KIND_WORDS,
        counts=Counter(f.kind for f in reading.finds),
    )
