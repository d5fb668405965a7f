"""Onrecord in a spaCy pipeline of your own: `nlp.add_pipe("onrecord_attribution")`.

    nlp = spacy.load("en_core_web_sm")
    nlp.add_pipe("onrecord_paragraphs", first=True)
    nlp.add_pipe("onrecord_attribution")
    doc = nlp("The talks will go on, two officials said.")
    [(span.label_, span.text, span.id_) for span in doc.spans["attribution"]]
    doc._.attributions[0].sourcing

spaCy finds the factories by their entry points and imports this file with every pipeline that it makes: what the
components work with is imported when one of them is made.
"""

from collections.abc import Iterator

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Span

from onrecord.model import Article, Attribution, Layout
from onrecord.model.errors import PipelineError

# The colours of the labels in displaCy, by the entry point `spacy_displacy_colors`.
COLOURS = {"SOURCE": "#9ecbff", "CUE": "#ffd27f", "CONTENT": "#c3e6b4"}
# Where `doc.user_data` holds the attributions as plain data, so that they outlive `doc.to_bytes()`.
_STORED = "onrecord_attributions"
# What the rules read, and the component of spaCy that sets it.
_NEEDED = {"DEP": "parser", "TAG": "tagger", "POS": "attribute_ruler", "LEMMA": "lemmatizer"}


@Language.factory("onrecord_paragraphs", assigns=["token.is_sent_start"])
def make_paragraphs(nlp: Language, name: str) -> "Paragraphs":
    """The factory `onrecord_paragraphs`, to be added before the parser."""
    return Paragraphs(nlp, name)


@Language.factory(
    "onrecord_attribution",
    assigns=["doc.spans", "doc.user_data", "doc._.attributions"],
    requires=["token.dep", "token.tag", "token.lemma", "doc.sents"],
    default_config={"spans_key": "attribution"},
)
def make_attribution(nlp: Language, name: str, spans_key: str) -> "AttributionFinder":
    """The factory `onrecord_attribution`, to be added after parser, lemmatizer and entity recognizer."""
    return AttributionFinder(nlp, name, spans_key)


class Paragraphs:
    """Begins a sentence with every paragraph, and keeps the parser from cutting a quotation off from `he said`.

    Without it the parser may run sentences over the edges of paragraphs. Raises `PipelineError` after a parser.
    """

    def __init__(self, nlp: Language, name: str) -> None:
        _check_language(nlp, name)
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        from onrecord.language.parse import hold_together

        if len(doc) and doc.has_annotation("DEP"):
            raise PipelineError(f"{self.name} comes after the parser: nlp.add_pipe('onrecord_paragraphs', first=True)")
        _, layout = _laid_out(doc)
        hold_together(doc, 0, {q.end for q in layout.quotations if q.closed})
        regions = [layout.paragraph_at(token.idx) for token in doc]
        for token in doc[1:]:
            if regions[token.i] != regions[token.i - 1] and not token.is_space:
                token.is_sent_start = True
        return doc


class AttributionFinder:
    """Finds who said what in parsed English text, and writes it into the `Doc`.

    `doc.spans[spans_key]` holds all sources, cues and contents, labelled SOURCE, CUE and CONTENT; the groups
    `{spans_key}_source`, `{spans_key}_cue` and `{spans_key}_content` hold one label each. The `id_` of a span is the id
    of its attribution in `doc._.attributions`. Offsets in those count the characters of `doc.text`.
    Raises `PipelineError` for a `Doc` that was not parsed, tagged and lemmatized.
    """

    def __init__(self, nlp: Language, name: str, spans_key: str) -> None:
        _check_language(nlp, name)
        self.name, self.spans_key = name, spans_key

    def __call__(self, doc: Doc) -> Doc:
        article, layout = _laid_out(doc)
        attributions = self._found(doc, article, layout) if layout.paragraphs else ()
        doc.user_data[_STORED] = msgspec.to_builtins(attributions)
        spans = [span for attribution in attributions for span in _spans(doc, attribution)]
        doc.spans[self.spans_key] = spans
        for label in COLOURS:
            doc.spans[f"{self.spans_key}_{label.lower()}"] = [s for s in spans if s.label_ == label]
        return doc

    def _found(self, doc: Doc, article: Article, layout: Layout) -> tuple[Attribution, ...]:
        from onrecord.language.adopt import adopt
        from onrecord.pipeline import attribute

        missing = [component for annotation, component in _NEEDED.items() if not doc.has_annotation(annotation)]
        if missing:
            raise PipelineError(
                f"{self.name} needs a parsed text, and nothing before it in the pipeline did the work of: "
                f"{', '.join(missing)}. Add it last to a pipeline such as spacy.load('en_core_web_sm')"
            )
        return attribute(adopt(doc, layout), article, layout)


def _attributions(doc: Doc) -> tuple[Attribution, ...]:
    """What `doc._.attributions` gives."""
    return msgspec.convert(doc.user_data.get(_STORED, ()), tuple[Attribution, ...])


Doc.set_extension("attributions", getter=_attributions, force=True)


def _check_language(nlp: Language, name: str) -> None:
    if nlp.lang != "en":
        raise PipelineError(f"{name} reads English only, and this pipeline is for {nlp.lang!r}: use an English one")


def _laid_out(doc: Doc) -> tuple[Article, Layout]:
    """The text of the Doc as `onrecord.annotate` would take it in."""
    from onrecord.intake.articles import finished
    from onrecord.language.layout import lay_out

    raw = doc.text.encode("utf-8", "surrogatepass")
    article = finished(Article(id="", name="text", text=doc.text, raw=raw), published=None, outlet=None, url=None)
    return article, lay_out(article)


def _spans(doc: Doc, attribution: Attribution) -> Iterator[Span]:
    """Source, cue and content in the tokens of the Doc; a token that is only touched is taken whole."""
    roles = zip(COLOURS, (attribution.source, attribution.cue, attribution.content), strict=True)
    for label, pieces in roles:
        for piece in pieces:
            span = doc.char_span(piece.start, piece.end, label, span_id=attribution.id, alignment_mode="expand")
            if span is not None:
                yield span
