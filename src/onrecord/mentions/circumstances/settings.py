"""Where something was said, as far as the sentence itself tells."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.data import table, words
from onrecord.mentions.circumstances.cues import cue_heads, inside
from onrecord.model import Attribution
from onrecord.model.vocabulary import Setting
from onrecord.syntax import clause_verb, lemma, negated

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
# Of somebody asked there: "Asked in an interview whether it was late, she said".
_ASKED = {"ask", "press", "prompt", "question", "quiz"}
# What makes a text: "issued a statement condemning it".
_ISSUING = {"release", "send", "issue", "publish", "post", "circulate", "write"}
# "gave a speech, saying it was late"; not "interrupted a speech, shouting"
_SPEAKING = {"give", "make", "deliver", "open", "hold", "address"}
# "in a series of tweets", "at the end of a briefing"
_PARTS = {
    "series", "string", "trio", "pair", "number", "flurry", "barrage", "slew", "stream", "one", "couple", "set",
    "thread", "course", "start", "beginning", "opening", "end", "close", "part",
}  # fmt: skip
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
        for at in dict.fromkeys((verb, *_main(doc, verb, attribution))):
            if found := _VERBS.get(lemma(at)) or _of_text_made(at, attribution):
                return found
            for noun in setting_nouns(at, attribution):
                if at is verb or noun.dep_ != "dobj" or lemma(at) in _SPEAKING:
                    return setting_named(noun)
            if _writes_to(at):
                return "document"
            if programme_at(at, attribution) is not None:
                return "interview"
        if attribution.parent is None and (found := _of_relative(verb)) is not None:
            return found
    if (speaking := _speaking_document(doc, attribution)) is not None:
        return speaking
    if _signed_with_handle(doc, attribution) or any(_ACCOUNT.search(s.text) for s in attribution.source):
        return "post"
    before = opening_before(doc, attribution)
    return setting_named(before) if before is not None else None


def _main(doc: "Doc", verb: "Token", attribution: Attribution) -> "Iterator[Token]":
    """The verb that a participle goes with: "tweeted on Monday, blaming Ostmark"."""
    if verb.tag_ != "VBG":
        return
    if verb.dep_ == "advcl" and verb.head.i < verb.i:
        yield verb.head
    source = attribution.source[0] if attribution.source else None
    tokens = doc.char_span(source.start, source.end, alignment_mode="expand") if source else None
    if tokens is not None and len(tokens) and tokens.root.dep_ == "nsubj" and tokens.root.head.i < verb.i:
        yield tokens.root.head


def _writes_to(verb: "Token") -> bool:
    """ "wrote to the premier, saying ..." """
    return lemma(verb) == "write" and any(c.lower_ == "to" and c.dep_ in {"prep", "dative"} for c in verb.rights)


def _of_text_made(verb: "Token", attribution: Attribution) -> Setting | None:
    """That of the text that the verb makes, or in which it stands: "issued a statement condemning it"."""
    objects = (
        c
        for c in verb.rights  # whatever may send a message; "published Berg's letter", "circulated a post by Berg"
        if c.dep_ == "dobj"
        and lemma(c) != "message"
        and not any(g.dep_ == "poss" or g.lower_ == "by" for g in c.children)
    )
    made = list(objects) if lemma(verb) in _ISSUING else []
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and verb.head.dep_ == "dobj":
        made.append(verb.head)
    found = (setting_named(n) for n in made if not inside(n, attribution.content))
    return next((s for s in found if s in _TEXTS), None)


def _of_relative(verb: "Token") -> Setting | None:
    """That of the noun that the clause describes: "an interview in which he said", "a rally, where he said"."""
    if verb.dep_ != "relcl" or (setting := setting_named(verb.head)) is None:
        return None
    for child in verb.lefts:
        which = child.lower_ in _PLACES[setting] and any(c.lower_ == "which" for c in child.rights)
        if which or child.lower_ == "where":
            return setting
    return None


def programme_at(verb: "Token", attribution: Attribution) -> "Token | None":
    """The first word of a programme's title in marks: "said on Courier TV's "The Week"", "told "Meet Varenia""."""
    taken = (*attribution.content, *attribution.source)
    for token in _near(verb):
        carrying = token.lower_ in {"on", "for"} or lemma(token) == "tell"
        over = clause_verb(token) if carrying and not inside(token, taken) else None
        if over is None or negated(over) or not (over.i == verb.i or (over.head.i == verb.i and _is_beside(over))):
            continue
        at = token.i + 1
        while at < len(token.doc) and (token.doc[at].text[:1].isupper() or token.doc[at].text in _BEFORE_TITLE):
            at += 1
        hosts = token.doc[token.i + 1 : at]  # "said on “The Week”" leaves open in what way
        hosted = (bool(hosts) or lemma(token) == "tell") and not any(t.ent_type_ in _NO_HOSTS for t in hosts)
        if hosted and (title := _quoted_title(token.doc, at)) is not None:
            return None if inside(title, taken) else title
    return None


def _quoted_title(doc: "Doc", at: int) -> "Token | None":
    """The first word of a short title in quotation marks that open there."""
    if at + 1 >= len(doc) or doc[at].text not in _OPENING_MARKS or doc[at].whitespace_:
        return None
    words = []
    for token in doc[at + 1 : at + 3 + _LONGEST_TITLE]:
        if token.text in _CLOSING_MARKS:
            break
        if not token.is_punct:
            words.append(token)
    else:
        return None
    named = words and words[0].is_title and words[-1].is_title
    return words[0] if named and not setting_named(words[-1]) else None


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
        below = at is not None and (
            at.i == verb.i or (at.head.i == verb.i and (_is_beside(at) or _is_asked(at, setting)))
        )
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


_BEFORE_TITLE = {"'s", "’s", "’", "'", "the"}
_OPENING_MARKS = {'"', "“", "‘", "``", "''", "‘‘"}
_CLOSING_MARKS = {'"', "”", "’", "''", "’’"}
_LONGEST_TITLE = 5
# "said on Berg's “Green Plan”" tells of no programme.
_NO_HOSTS = {"PERSON", "GPE", "NORP"}
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
    if head.dep_ == "pobj" and head.head.lower_ == "of" and lemma(head.head.head) in _PARTS:
        head = head.head.head
    return head.head if head.dep_ in {"pobj", "pcomp"} else None


def _is_beside(verb: "Token") -> bool:
    """Whether what stands in the clause may say where its head was said: "declined to answer in an interview"."""
    return verb.dep_ == "xcomp" or (verb.tag_ == "VBG" and lemma(verb) in _BESIDE)


def _is_asked(verb: "Token", setting: Setting) -> bool:
    """ "Asked in an interview", "when pressed at a briefing"; not "asked about the letter" """
    return verb.tag_ == "VBN" and lemma(verb) in _ASKED and setting not in _TEXTS


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
