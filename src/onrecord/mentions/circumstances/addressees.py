"""Whom a source spoke to, as far as the sentence tells."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.data import words
from onrecord.mentions.actor_index import ActorIndex
from onrecord.mentions.circumstances.cues import cue_heads, inside
from onrecord.mentions.circumstances.settings import opening_before, setting_named, setting_nouns
from onrecord.model import Addressee, Article, Attribution, cut
from onrecord.syntax import clause_verb, lemma, passive, subjects, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

_ADDRESSING = words("en/addressee_verbs")
_AUDIENCE = words("en/source_nouns") | {"audience", "crowd", "public", "world", "correspondent", "host"}
_PERSONAL = {
    "him",
    "her",
    "them",
    "us",
    "me",
    "he",
    "she",
    "they",
    "we",
    "i",
    "you",
    "who",
    "it",
    "those",
    "everyone",
    "everybody",
}
_NO_LISTENERS = {"DATE", "TIME", "EVENT", "LAW", "FAC", "MONEY", "PERCENT", "ORDINAL", "QUANTITY"}
_SPEAKING = {"speak", "talk", "address", "testify"}
_WITH = {"with", "to", "before"}
_NOMINAL = {"NOUN", "PROPN", "PRON"}
# "told the truth", "asked a question": what is said, not who hears it.
_SAID = {"question", "truth", "story", "lie", "news", "thing", "joke", "favor", "favour", "tale", "fact", "time"}
# "called on the allies to wait": who is called on stands after a preposition.
_CALLING = {"call", "appeal", "plead"}
_ABOUT = {"for", "of", "about", "against"}
# Words between a cue and its content that may name the listener.
_LONGEST_LISTENER = 25


def addressee_of(doc: "Doc", article: Article, attribution: Attribution, actors: ActorIndex) -> Addressee | None:
    """Whom the source spoke to: "told reporters", "assured allies", "allies were told", "in an interview with X".

    The whole noun phrase, up to what is said.
    """
    plain = [t for verb in cue_heads(doc, attribution) for t in _plainly_told(verb) if _may_be_told(t, verb, actors)]
    for token in (*plain, *_listeners(doc, attribution, actors)):
        verb = clause_verb(token)
        of_cue = verb is not None and inside(verb, attribution.cue)
        taken = (
            *attribution.source,
            *(() if token in plain else attribution.content),
            *(() if of_cue else attribution.cue),
        )
        if inside(token, taken):
            continue
        phrase = _phrase(token, attribution)
        if len(phrase):
            actor = actors.at(token)
            span = cut(article.text, phrase.start_char, phrase.end_char)
            return Addressee(span=span, actor=actor.actor if actor else None)
    return None


def _listeners(doc: "Doc", attribution: Attribution, actors: ActorIndex) -> "Iterator[Token]":
    """Who may be the listener, the surest first."""
    for verb in cue_heads(doc, attribution):
        if _addresses(verb, attribution):
            yield from (t for t in _told(verb) if _is_somebody(t))
            if (between := _between(doc, verb, attribution)) is not None:
                yield between
        yield from (t for t in _to_whom(verb) if _may_listen(t, actors))
        if inside(verb, attribution.cue):
            yield from (t for t in _in_clauses_beside(verb) if _may_listen(t, actors))
        for noun in setting_nouns(verb, attribution):
            yield from (t for t in _guests(noun) if _may_listen(t, actors))
        for clause in verb.children:
            if clause.dep_ == "advcl" and lemma(clause) in _SPEAKING:
                yield from (t for t in _addressed(clause) if _may_listen(t, actors))
    if (before := opening_before(doc, attribution)) is not None:
        yield from (t for t in _guests(before) if _may_listen(t, actors))


def _addresses(verb: "Token", attribution: Attribution) -> bool:
    """Whether the verb takes a listener for its object, and is the cue itself rather than the verb over a noun cue."""
    return lemma(verb) in _ADDRESSING and inside(verb, attribution.cue)


def _told(verb: "Token") -> "Iterator[Token]":
    """Objects of the active verb, subjects of the passive: "told reporters", "reporters were told"."""
    if _is_passive(verb):
        if verb.dep_ == "acl":
            yield verb.head
        yield from (s for s in subjects(verb) if s.dep_ in {"nsubjpass", "nsubj"})
        if verb.dep_ == "advcl" and not subjects(verb):  # "Asked what she wanted, Berg said"
            for subject in subjects(verb.head):
                yield from (c for c in subject.lefts if c.dep_ == "poss" and not _is_person(subject))
                yield subject
        return
    yield from (c for c in verb.children if c.dep_ in {"dative", "iobj"} and c.pos_ in _NOMINAL)
    yield from (c for c in verb.rights if c.dep_ == "dobj")


def _plainly_told(verb: "Token") -> "Iterator[Token]":
    """The listener whom what is said follows, even where the content takes the listener in.

    "urged the allies to wait", "thanked her host for his patience", "the allies were told that ..."
    """
    if lemma(verb) not in _ADDRESSING | _CALLING:
        return
    if _is_passive(verb):
        yield from (s for s in subjects(verb) if s.dep_ == "nsubjpass" and lemma(verb) in _ADDRESSING)
        return
    said = [c for c in verb.rights if c.dep_ in {"ccomp", "xcomp", "advcl"} or c.lower_ in _ABOUT]
    for clause in (c for c in said if c.dep_ in {"ccomp", "xcomp"}):
        named = [c for c in clause.lefts if c.dep_ == "nsubj"]
        if _is_infinitive(clause):
            yield from named
        elif lemma(verb) == "tell" and not any(c.dep_ in {"dobj", "dative"} for c in verb.rights):
            yield from (t for n in named for t in n.lefts if t.dep_ == "compound")  # "told Berg Ostmark would wait"
    things = [c for c in verb.rights if c.dep_ == "dobj"][1:]  # "asked the envoy that very question"
    calls = [p for p in verb.rights if p.lower_ in {"on", "upon", "to"}] if lemma(verb) in _CALLING else None
    if calls is None or calls:
        yield from (c for c in verb.rights if c.dep_ in {"dobj", "dative"} and any(s.i > c.i for s in (*said, *things)))
    yield from (c for p in calls or () for c in p.rights if c.dep_ == "pobj" and any(s.i > c.i for s in said))


def _may_be_told(token: "Token", verb: "Token", actors: ActorIndex) -> bool:
    """Anybody before a clause or an infinitive; a proper listener where only a preposition follows."""
    if token.dep_ == "compound":
        own, other = actors.at(token), actors.at(token.head)
        return own is not None and own is not other
    clausal = any(c.dep_ in {"ccomp", "xcomp"} for c in verb.rights)
    return _is_somebody(token) if clausal else _may_listen(token, actors)


def _is_infinitive(verb: "Token") -> bool:
    return any(c.tag_ == "TO" for c in verb.lefts)


def _is_passive(verb: "Token") -> bool:
    if passive(verb):
        return True
    if any(c.dep_ in {"nsubj", "dobj", "aux"} for c in verb.children):
        return False
    if verb.dep_ == "conj" and verb.tag_ in {"VBN", "VBD"}:
        return passive(verb.head)
    return verb.dep_ in {"acl", "advcl"} and verb.tag_ in {"VBN", "VBD"}


def _between(doc: "Doc", verb: "Token", attribution: Attribution) -> "Token | None":
    """The head of what stands between the active verb and its content, however it is parsed."""
    if _is_passive(verb) or not attribution.content:
        return None
    starts = [s.start for s in attribution.content if s.start > verb.idx]
    content = doc.char_span(starts[0], starts[0] + 1, alignment_mode="expand") if starts else None
    if content is None or content.start - verb.i > _LONGEST_LISTENER:
        return None
    gap = [t for t in doc[verb.i + 1 : content.start] if not inside(t, attribution.cue)]
    while gap and gap[0].pos_ == "ADV":
        gap.pop(0)
    if (
        not gap
        or gap[0].lower_ == "that"
        or gap[0].pos_ not in {*_NOMINAL, "DET", "ADJ", "NUM"}
        or any(t.pos_ in {"VERB", "AUX"} for t in gap)
    ):
        return None
    heads = [t for t in gap if t.pos_ in _NOMINAL and (t.head not in gap or t.head.pos_ not in _NOMINAL)]
    return heads[0] if heads and _is_somebody(heads[0]) else None


def _to_whom(verb: "Token") -> "Iterator[Token]":
    """ "said to reporters", "wrote to the council" """
    for prep in verb.rights:
        if prep.dep_ in {"prep", "dative"} and prep.lower_ == "to":
            yield from (c for c in prep.rights if c.dep_ == "pobj")


def _in_clauses_beside(verb: "Token") -> "Iterator[Token]":
    """ "said, thanking his host for ..."; "told reporters that ..., adding that ..." """
    clauses = [c for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VBG"]
    if verb.dep_ in {"advcl", "xcomp"} and verb.tag_ == "VBG" and not _is_passive(verb.head):
        clauses.append(verb.head)
    for clause in clauses:
        if lemma(clause) in _ADDRESSING:
            yield from (c for c in clause.children if c.dep_ in {"dobj", "dative", "iobj"} and c.pos_ in _NOMINAL)


def _addressed(verb: "Token") -> "Iterator[Token]":
    yield from (c for c in verb.children if c.dep_ == "dobj")
    for prep in verb.rights:
        if prep.lower_ in _WITH:
            yield from (c for c in prep.rights if c.dep_ == "pobj")


def _guests(setting: "Token") -> "Iterator[Token]":
    """Whom the setting was with; a news conference with a guest is not given to the guest."""
    named = setting_named(setting)
    shared = named in {"briefing", "speech"}
    before = _WITH | {"for"} if named == "interview" else _WITH
    for prep in setting.rights:
        if prep.dep_ in {"prep", "dative"} and prep.lower_ in before:
            yield from (c for c in prep.rights if c.dep_ == "pobj" and (not shared or lemma(c) in _AUDIENCE))


def _is_somebody(token: "Token") -> bool:
    """Whether the object of a verb that takes a listener is one."""
    if token.pos_ == "PRON":
        return token.lower_ in _PERSONAL
    return (
        token.pos_ in {"NOUN", "PROPN"}
        and token.dep_ != "npadvmod"
        and token.ent_type_ not in _NO_LISTENERS
        and (token.pos_ == "PROPN" or setting_named(token) is None)
        and (token.pos_ == "PROPN" or lemma(token) not in _SAID)
    )


def _is_person(token: "Token") -> bool:
    return token.ent_type_ == "PERSON" or token.pos_ == "PRON" or lemma(token) in _AUDIENCE


def _may_listen(token: "Token", actors: ActorIndex) -> bool:
    if token.pos_ == "PRON":
        return token.lower_ in _PERSONAL - {"it"}
    if not _is_somebody(token):
        return False
    if token.pos_ == "PROPN" or token.ent_type_ in {"ORG", "NORP"}:
        return True
    return actors.at(token) is not None or lemma(token) in _AUDIENCE


def _phrase(token: "Token", attribution: Attribution) -> "TokenSpan":
    """All that hangs on the noun up to an infinitive, without words of content, cue and source."""
    doc, start, end = token.doc, token.left_edge.i, token.right_edge.i + 1
    others = tuple(s for s in attribution.spans if not inside(token, (s,)))
    after = (i for i in range(token.i + 1, end) if doc[i].tag_ in {"TO", "POS", "-LRB-"} or inside(doc[i], others))
    before = (i for i in range(token.i - 1, start - 1, -1) if inside(doc[i], others))
    return trimmed(doc, next(before, start - 1) + 1, next(after, end))
