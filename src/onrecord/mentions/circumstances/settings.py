"""Where something was said, as far as the sentence itself tells."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.data import table, words
from onrecord.mentions.circumstances.cues import cue_heads, inside
from onrecord.model import Attribution
from onrecord.model.vocabulary import Setting
from onrecord.syntax import clause_verb, lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

SETTINGS: dict[str, Setting] = {
    row["noun"]: row["setting"]  # type: ignore[misc]
    for row in table("en/settings")
}
_GATHERINGS = words("en/gatherings")
_TEXTS: set[Setting] = {"document", "statement", "post", "speech"}
_VERBS: dict[str, Setting] = {"tweet": "post", "retweet": "post", "post": "post", "blog": "post", "testify": "speech"}
# Verbs of a clause beside the cue that say how it was said: "Speaking at a forum, she said".
_BESIDE = {"speak", "talk", "write", "appear", "address", "testify", "respond", "reply", "comment", "react", "answer"}
# A topic stands after "on" and an agent after "by": "said on the report", "was denied by the statement".
_PLACES: dict[Setting, set[str]] = {
    "document": {"in", "via"},
    "statement": {"in", "via", "through"},
    "post": {"in", "on", "via", "through"},
    "speech": {"in", "during", "at"},
    "briefing": {"in", "during", "at"},
    "interview": {"in", "during", "at", "on"},
    "call": {"in", "during", "on", "over", "via", "by"},
}
# "in a conversation with media representatives"
_CHATS = {"conversation", "chat", "exchange", "talk"}
_PRESS = {"journalist", "reporter", "medium", "media", "press", "correspondent", "newsman"}
_SITES = {"site", "website"}
_PLACES_OF_NOUN = {
    "site": {"on"},
    "website": {"on"},
    "email": {"in", "by", "via"},
    "e-mail": {"in", "by", "via"},
}
_ACCOUNT = re.compile(r"\b(?:Twitter|Facebook|Telegram|Instagram)\s(?:account|page|feed|channel)\b")
# What makes another noun of it: "a call for calm", "the release of hostages", "in his post as envoy".
_OTHERWISE = {"call": {"for"}, "release": {"of"}, "resolution": {"of"}, "post": {"as"}, "message": {"of"}}


def setting_of(doc: "Doc", attribution: Attribution) -> Setting | None:
    """Call, interview, statement, document, post, briefing or speech, where the sentence or its opening says.

    "Berg said in an interview with the Courier": `interview`.
    """
    heads = (v for v in cue_heads(doc, attribution) if attribution.parent is None or inside(v, attribution.cue))
    for verb in heads:  # a noun in another's content takes no setting from the verb above it
        if found := _VERBS.get(lemma(_main(verb))):
            return found
        for noun in setting_nouns(verb, attribution):
            return setting_named(noun)
    if (speaking := _speaking_document(doc, attribution)) is not None:
        return speaking
    if _signed_with_handle(doc, attribution) or any(_ACCOUNT.search(s.text) for s in attribution.source):
        return "post"
    before = opening_before(doc, attribution)
    return setting_named(before) if before is not None else None


def _main(verb: "Token") -> "Token":
    """The verb that a participle goes with: "tweeted on Monday, blaming Ostmark"."""
    return verb.head if verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.head.i < verb.i else verb


def setting_nouns(verb: "Token", attribution: Attribution) -> "Iterator[Token]":
    """Nouns that name a setting in the clause of the verb or in what opens its sentence, outside content and source."""
    taken = (*attribution.content, *attribution.source)
    for noun in settings_at(verb, own_opening=attribution.parent is None):
        if not inside(noun, taken):
            yield noun


def settings_at(verb: "Token", *, own_opening: bool = True) -> "Iterator[Token]":
    """Nouns that name a setting for the verb; with `own_opening` also what stands before everything in its sentence."""
    first = _opening(verb.sent)
    for token in _near(verb):
        if token.pos_ not in {"NOUN", "PROPN", "X", "ADV"} or (setting := setting_named(token)) is None:
            continue
        if token.dep_ in {"dobj", "dative"} and token.head.i == verb.i and setting in {"briefing", "speech"}:
            yield token
            continue
        prep = _preposition(token)
        if prep is None or prep.text.casefold() not in _PLACES_OF_NOUN.get(lemma(token), _PLACES[setting]):
            continue
        at = clause_verb(prep)
        below = at is not None and (at.i == verb.i or (at.head.i == verb.i and _is_beside(at)))
        if below or (own_opening and prep.i == first):
            yield token


def setting_named(noun: "Token") -> Setting | None:
    """By the last two words, else the last; a gathering where somebody spoke at it."""
    if any(c.text.casefold() in _OTHERWISE.get(lemma(noun), ()) for c in noun.rights):
        return None
    if lemma(noun) in _CHATS and _is_with_press(noun):
        return "briefing"
    before = noun.doc[noun.i - 1].text if noun.i else ""
    for form in (noun.text, lemma(noun)):
        if found := SETTINGS.get(f"{before} {form}".casefold()):
            return found
    setting = SETTINGS.get(lemma(noun))
    if setting in {"post", "document"} and any(c.dep_ == "compound" and c.pos_ == "PROPN" for c in noun.lefts):
        return None if noun.pos_ == "PROPN" else setting  # "the Harbour Post" is no post
    if lemma(noun) in _GATHERINGS and _is_spoken_at(noun):
        return "speech"
    return setting


def opening_before(doc: "Doc", attribution: Attribution) -> "Token | None":
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
    if first is None or first[0].sent.start == 0 or attribution.parent is not None:
        return None
    before = doc[first[0].sent.start - 1].sent
    if before.root.dep_ == "gap" or before[0].pos_ != "ADP":
        return None
    nouns = (c for c in before[0].rights if c.dep_ == "pobj")
    return next((n for n in nouns if (s := setting_named(n)) and before[0].lower_ in _PLACES[s]), None)


# Words on each side of a cue among which its setting is looked for; whole sentences, where they are no longer.
_REACH = 60


def _near(verb: "Token") -> "Iterator[Token]":
    sentence = verb.sent
    yield from verb.doc[max(sentence.start, verb.i - _REACH) : min(sentence.end, verb.i + _REACH)]


def _opening(sentence: "Span") -> int:
    """Where the sentence begins, after its marks and a conjunction or adverb."""
    for token in sentence[:4]:
        if not (token.is_punct or token.is_space or token.pos_ in {"CCONJ", "ADV"}):
            return token.i
    return sentence.start


def _preposition(noun: "Token") -> "Token | None":
    """The preposition over the noun, also over the noun that it is joined to or that names it."""
    head = noun
    if noun.dep_ in {"compound", "nmod"} and setting_named(noun.head) is not None:
        return None  # a phone interview is an interview
    while head.dep_ in {"conj", "appos", "compound", "nmod"} and head.head.i != head.i:
        head = head.head
    return head.head if head.dep_ in {"pobj", "pcomp"} else None


def _is_beside(verb: "Token") -> bool:
    """Whether what stands in the clause may say where its head was said: "declined to answer in an interview"."""
    return verb.dep_ == "xcomp" or (verb.tag_ == "VBG" and lemma(verb) in _BESIDE)


def _is_with_press(noun: "Token") -> bool:
    """ "a conversation with media representatives" """
    objects = (c for prep in noun.rights if prep.lower_ == "with" for c in prep.rights if c.dep_ == "pobj")
    return any(lemma(t) in _PRESS for o in objects for t in (o, *o.lefts))


def _is_spoken_at(noun: "Token") -> bool:
    """ "speaking at a forum", "spoke before a convention" """
    prep = noun.head
    return noun.dep_ == "pobj" and prep.lower_ in {"at", "before", "to"} and lemma(prep.head) in {"speak", "address"}


def _speaking_document(doc: "Doc", attribution: Attribution) -> Setting | None:
    """A text that speaks for itself: "the statement said", "according to a letter"."""
    source = attribution.source[0] if attribution.source else None
    tokens = doc.char_span(source.start, source.end, alignment_mode="expand") if source else None
    if tokens is None or len(tokens) == 0 or tokens.root.pos_ != "NOUN" or lemma(tokens.root) in _SITES:
        return None
    found = setting_named(tokens.root)
    return found if found in _TEXTS else None


def _signed_with_handle(doc: "Doc", attribution: Attribution) -> bool:
    """ "— Ana Berg (@anaberg)" """
    if attribution.cue or not attribution.source:
        return False
    source = doc.char_span(attribution.source[0].start, attribution.source[0].end, alignment_mode="expand")
    return source is not None and "(@" in doc[source.start : source.end + 2].text
