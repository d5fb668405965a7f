"""Whom a source spoke to, and where: read from the clause of the cue."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.data import table, words
from onrecord.mentions.actor_index import ActorIndex
from onrecord.model import Addressee, Article, Attribution, Span, cut
from onrecord.model.vocabulary import Setting
from onrecord.syntax import clause_verb, lemma, noun_phrase, passive

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SETTINGS: dict[str, Setting] = {
    row["noun"]: row["setting"]  # type: ignore[misc]
    for row in table("en/settings")
}
_POSTING: dict[str, Setting] = {"tweet": "post", "retweet": "post", "post": "post", "blog": "post", "testify": "speech"}
_ADDRESSING = words("en/addressee_verbs")
_AUDIENCE = words("en/source_nouns") | {"audience", "crowd", "public", "world", "correspondent", "host"}
_AUDIENCE_PRONOUNS = {"him", "her", "them", "us", "me"}
_PLACES_OF_SPEECH = {"in", "during", "on", "at", "via", "through", "over", "by", "after"}
_WITH = {"with", "to", "before"}


def setting_of(doc: "Doc", attribution: Attribution) -> Setting | None:
    """Call, interview, statement, document, post, briefing or speech, where the sentence or its opening says.

    "Berg said in an interview with the Courier": `interview`.
    """
    for verb in _cue_heads(doc, attribution):
        if found := _POSTING.get(lemma(verb)):
            return found
        for noun in _setting_nouns(verb, attribution):
            return _setting(noun)
    before = _opening_before(doc, attribution)
    return _setting(before) if before is not None else None


def addressee_of(doc: "Doc", article: Article, attribution: Attribution, actors: ActorIndex) -> Addressee | None:
    """Whom the source spoke to: "told reporters", "assured allies", "allies were told", "in an interview with X"."""
    listeners = [t for verb in _cue_heads(doc, attribution) for t in (*_objects(verb), *_with_whom(verb, attribution))]
    if (before := _opening_before(doc, attribution)) is not None:
        listeners += _guests(before)
    for token in listeners:
        if _inside(token, (*attribution.content, *attribution.source)) or not _may_listen(token, actors):
            continue
        phrase = noun_phrase(token)
        if not len(phrase):
            continue
        actor = actors.at(token)
        return Addressee(
            span=cut(article.text, phrase.start_char, phrase.end_char), actor=actor.actor if actor else None
        )
    return None


def _cue_heads(doc: "Doc", attribution: Attribution) -> "Iterator[Token]":
    """The verbs of the cue; for a noun cue the verb it hangs on."""
    for span in attribution.cue:
        tokens = doc.char_span(span.start, span.end, alignment_mode="expand")
        if tokens is None or len(tokens) == 0:
            continue
        verbs = [t for t in tokens if t.pos_ == "VERB"]
        if verbs:
            yield from verbs[-1:]
        elif (verb := clause_verb(tokens.root)) is not None:
            yield verb


def _objects(verb: "Token") -> "Iterator[Token]":
    if lemma(verb) in _ADDRESSING:
        wanted = {"nsubjpass"} if passive(verb) else {"dobj", "dative", "iobj"}
        yield from (c for c in verb.children if c.dep_ in wanted)
        return
    for prep in verb.rights:
        if prep.dep_ in {"prep", "dative"} and prep.text.casefold() == "to":
            yield from (c for c in prep.rights if c.dep_ == "pobj")


def _with_whom(verb: "Token", attribution: Attribution) -> "Iterator[Token]":
    """ "in an interview with the Courier", "speaking to reporters" """
    for noun in _setting_nouns(verb, attribution):
        yield from _guests(noun)
    for clause in verb.children:
        if clause.dep_ == "advcl" and lemma(clause) in {"speak", "talk", "address", "tell", "testify"}:
            yield from (c for c in clause.children if c.dep_ == "dobj")
            for prep in clause.rights:
                if prep.text.casefold() in _WITH:
                    yield from (c for c in prep.rights if c.dep_ == "pobj")


def _guests(setting: "Token") -> "Iterator[Token]":
    """Whom the setting was with; a news conference with a guest is not given to the guest."""
    shared = _setting(setting) in {"briefing", "speech"}
    for prep in setting.rights:
        if prep.dep_ == "prep" and prep.text.casefold() in _WITH:
            yield from (c for c in prep.rights if c.dep_ == "pobj" and (not shared or lemma(c) in _AUDIENCE))


def _may_listen(token: "Token", actors: ActorIndex) -> bool:
    if token.pos_ == "PRON":
        return token.text.casefold() in _AUDIENCE_PRONOUNS
    if lemma(token) in _SETTINGS or token.pos_ not in {"NOUN", "PROPN"}:
        return False
    if token.pos_ == "PROPN" or token.ent_type_ in {"ORG", "NORP"}:
        return token.ent_type_ not in {"DATE", "TIME", "EVENT", "LAW", "FAC"}
    return actors.at(token) is not None or lemma(token) in _AUDIENCE


def _setting_nouns(verb: "Token", attribution: Attribution) -> "Iterator[Token]":
    """Nouns that name a setting in the clause of the verb or in what opens its sentence, outside the content."""
    sentence = verb.sent
    for token in sentence:
        if token.pos_ not in {"NOUN", "PROPN"} or _setting(token) is None or _inside(token, attribution.content):
            continue
        if token.dep_ == "dobj" and _setting(token) is not None and token.head is verb:
            yield token
        prep = token.head
        if token.dep_ != "pobj" or prep.text.casefold() not in _PLACES_OF_SPEECH or _calls_for(token):
            continue
        at = clause_verb(prep)
        near = at is not None and (at.i == verb.i or (at.head.i == verb.i and at.dep_ in {"advcl", "xcomp"}))
        if near or prep.i == sentence.start:
            yield token


def _setting(noun: "Token") -> Setting | None:
    """By the last two words, else the last."""
    before = noun.doc[noun.i - 1] if noun.i else None
    if before is not None and before.head.i == noun.i:
        for form in (noun.text, lemma(noun)):
            if found := _SETTINGS.get(f"{before.text} {form}".casefold()):
                return found
    return _SETTINGS.get(lemma(noun))


def _calls_for(noun: "Token") -> bool:
    """ "in a call for calm" is no telephone call."""
    return lemma(noun) == "call" and any(c.text.casefold() == "for" for c in noun.rights)


def _opening_before(doc: "Doc", attribution: Attribution) -> "Token | None":
    """The setting noun that opens the sentence before in the same paragraph, for a source that refers back.

    "In the call, the official urged calm. "We are patient," they said."
    """
    if not attribution.source:
        return None
    tokens = doc.char_span(attribution.source[0].start, attribution.source[0].end, alignment_mode="expand")
    if tokens is None or len(tokens) == 0 or tokens[0].tag_ not in {"PRP", "DT"} or tokens[0].text in {"a", "an"}:
        return None
    begins = min((s.start for s in (*attribution.content, *attribution.source)), default=0)
    first = doc.char_span(begins, begins + 1, alignment_mode="expand")
    if first is None or first[0].sent.start == 0:
        return None
    before = doc[first[0].sent.start - 1].sent
    if before.root.dep_ == "gap" or before[0].pos_ != "ADP":
        return None
    nouns = (c for c in before[0].rights if c.dep_ == "pobj" and not _calls_for(c))
    return next((n for n in nouns if _setting(n) is not None), None)


def _inside(token: "Token", spans: tuple[Span, ...]) -> bool:
    return any(s.start <= token.idx < s.end for s in spans)
