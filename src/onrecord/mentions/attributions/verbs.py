"""Verbs that attribute: what they take as content, read from the parse."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.mentions.attributions.lexicon import Frame, verb_frame
from onrecord.mentions.attributions.nouns import of_noun_before
from onrecord.mentions.attributions.passages import Draft, Passage, Range
from onrecord.mentions.attributions.source_phrases import (
    agent_of,
    cue_of,
    helped,
    phrase_of,
    reduced_passive,
    source_of,
)
from onrecord.mentions.attributions.stances import states
from onrecord.syntax import FINITE, lemma, passive

if TYPE_CHECKING:
    from spacy.tokens import Token

# "..., officials said Saturday": the most words that may follow a cue which closes its sentence.
LONGEST_TAIL = 8
_CLAUSES = {"ccomp", "csubj"}
_OBJECT_COMPLEMENTS = {"oprd", "acomp", "xcomp", "ccomp", "prep", "advmod", "npadvmod", "prt"}
# What follows the object and still belongs to it: "praised the crew for its courage", "saw the strait as vital".
_OBJECT_PREPOSITIONS = {"for", "as", "of", "to", "with", "from", "about", "over", "on", "against", "in"}
_REFLEXIVE = {"himself", "herself", "itself", "themselves", "myself", "ourselves", "yourself"}
_WH = {"whether", "if", "how", "what", "why", "when", "where", "who", "which"}


def read_quoted(passage: Passage) -> Iterator[Draft]:
    """Direct and mixed speech whose quotations stand at a cue: "We are ready," the envoy said."""
    for at, content in passage.assigned.items():
        verb = passage.doc[at]
        outside = _clause(passage, verb) if all(start > at for start, _ in content) else []
        yield Draft((*outside, *content), (cue_of(passage, verb),), source_of(passage, verb))


def read_clauses(passage: Passage) -> Iterator[Draft]:
    """What a clause beside the cue says: "Ostmark said that its drills were routine", "..., officials say"."""
    for verb, frame in _verbs(passage):
        if not frame.takes("that", "quote") or (passive(verb) and not _told(frame, verb)):
            continue
        source = source_of(passage, verb)
        content = _clause(passage, verb) or _around(passage, verb, frame, source)
        if content and _somebody(passage, verb, source) and states(passage, verb, frame, source):
            yield Draft(tuple(content), (cue_of(passage, verb),), source)


def read_infinitives(passage: Passage) -> Iterator[Draft]:
    """What somebody vows, plans, refuses or is urged to do: "The rebels vowed to fight on"."""
    for verb, frame in _verbs(passage):
        if passive(verb) or not frame.takes("to"):
            continue
        child = _infinitive(passage, verb)
        if child is None or _clause(passage, verb):
            continue
        start, end = child.left_edge.i, _rest(passage, verb, child.left_edge.i)
        source = source_of(passage, verb)
        if not _somebody(passage, verb, source) or not states(passage, verb, frame, source):
            continue
        objects = [c for c in verb.children if c.dep_ == "dobj" and verb.i < c.i < start]
        if objects and not frame.takes("sb"):
            start = objects[0].left_edge.i
        yield Draft(((start, end),), (cue_of(passage, verb),), source)


def read_objects(passage: Passage) -> Iterator[Draft]:
    """What somebody judges, seeks or announces: "The union criticised the plan as hollow"."""
    for verb, frame in _verbs(passage):
        if passive(verb) or not frame.takes("obj", "obj-as") or _clause(passage, verb) or _adnominal(verb):
            continue
        objects = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i and lemma(c) not in _REFLEXIVE]
        if not objects or (_infinitive(passage, verb) is not None and frame.takes("to")):
            continue
        end = _object_end(verb, objects[0])
        source = source_of(passage, verb)
        judged = frame.takes("obj") or (end > objects[0].right_edge.i + 1 and _as(verb))
        if judged and _somebody(passage, verb, source) and states(passage, verb, frame, source):
            yield Draft(((objects[0].left_edge.i, end),), (cue_of(passage, verb),), source)


def read_prepositions(passage: Passage) -> Iterator[Draft]:
    """What somebody warns of, calls for or complains about: "Ostmark warned of a wider war"."""
    for verb, frame in _verbs(passage):
        if not frame.prepositions or passive(verb) or _clause(passage, verb):
            continue
        if any(c.dep_ == "dobj" and lemma(c) not in _REFLEXIVE for c in verb.children):
            continue
        for preposition in (c for c in verb.rights if c.dep_ == "prep" and lemma(c) in frame.prepositions):
            start = preposition.i + 1
            cue = cue_of(passage, verb)
            source = source_of(passage, verb)
            spoken = _somebody(passage, verb, source) and states(passage, verb, frame, source)
            if start <= preposition.right_edge.i and spoken:
                cue = (cue[0], start) if preposition.i - cue[1] <= 1 else cue
                end = preposition.right_edge.i + 1
                asked = _infinitive(passage, verb)  # "called on the council to act"
                end = asked.right_edge.i + 1 if asked is not None and asked.left_edge.i == end else end
                yield Draft(((start, end),), (cue,), source)
                break


def read_passives(passage: Passage) -> Iterator[Draft]:
    """The passive, with or without who said it: "Allies were assured by Varenia that ...", "Ostmark was accused of"."""
    for verb, frame in _verbs(passage):
        if not passive(verb) or _told(frame, verb):
            continue
        source = agent_of(passage, verb)
        if (clause := _clause(passage, verb)) and frame.takes("that", "pass-that"):
            yield Draft(tuple(clause), (cue_of(passage, verb),), source)
            continue
        if not (frame.takes("pass") or (source and frame.takes("obj")) or (frame.takes("pass-as") and _as(verb))):
            continue
        subject = next((c for c in verb.children if c.dep_ == "nsubjpass" and passage.visible(c, verb)), None)
        if subject is None or lemma(subject) == "it":
            continue
        rest = [
            (c.left_edge.i, c.right_edge.i + 1)
            for c in verb.rights
            if c.dep_ in {"xcomp", "oprd"} or (c.dep_ == "prep" and lemma(c) in _OBJECT_PREPOSITIONS - {"in", "on"})
        ]
        yield Draft((*phrase_of(passage, subject, verb), *rest[:1]), (cue_of(passage, verb),), source)


def _verbs(passage: Passage) -> Iterator[tuple["Token", Frame]]:
    """The verbs that attribute, without those whose content the quotation marks have settled."""
    for token, frame in passage.speech_verbs:
        if token.i not in passage.assigned and token.dep_ not in {"aux", "auxpass", "amod"}:
            yield token, frame


def _somebody(passage: Passage, verb: "Token", source: tuple[Range, ...]) -> bool:
    """Whether the verb says something of somebody: it has a source, or a passive ("asked whether") that leaves it out.

    A plain infinitive ("too early to know") says it of nobody, unless a helper carries it ("went on to say").
    """
    if any(c.tag_ == "TO" for c in verb.children) and not helped(verb):
        return False
    return bool(source) or reduced_passive(verb) or passive(verb)


def _adnominal(verb: "Token") -> bool:
    """Whether a participle only tells a noun from others: "groups backing the plan"."""
    return verb.tag_ == "VBG" and verb.dep_ in {"acl", "pcomp", "amod"}


def _told(frame: Frame, verb: "Token") -> bool:
    """Whether a passive has its hearer as subject: "was told that", "was asked whether"."""
    return frame.takes("sb") and passive(verb)


def _infinitive(passage: Passage, verb: "Token") -> "Token | None":
    for child in verb.rights:
        if child.dep_ in {"xcomp", "ccomp", "advcl"} and passage.doc[child.left_edge.i].tag_ == "TO":
            return child
        if child.dep_ == "xcomp" and any(c.tag_ == "TO" for c in child.children):
            return child
    return None


def _clause(passage: Passage, verb: "Token") -> list[Range]:
    """The clause after the verb, up to where a new cue takes over."""
    home = passage.quote_of[verb.i]
    for child in verb.rights:
        if child.dep_ not in _CLAUSES and not (child.dep_ == "xcomp" and lemma(child.left_edge) in _WH):
            continue
        if passage.quote_of[child.i] != home and home >= 0:
            continue
        if of_noun_before(child):
            continue
        start = max(child.left_edge.i, verb.i + 1)
        if child.i > verb.i:
            return [(start, _cut(passage, verb, start, _rest(passage, verb, start)))]
    return []


def _rest(passage: Passage, verb: "Token", start: int) -> int:
    """Where the clause that begins at `start` ends: what the parse hangs on the verb after it belongs to it too."""
    end = start
    for child in verb.rights:
        if child.i < start:
            continue
        comma = passage.doc[child.left_edge.i - 1].text in {",", "—", "-", "–"}
        if child.dep_ in {"cc", "conj", "parataxis"} or (child.dep_ == "advcl" and comma and end > start):
            break
        if child.dep_ != "punct":
            end = max(end, child.right_edge.i + 1)
    return end


def _cut(passage: Passage, verb: "Token", start: int, end: int) -> int:
    """Ends the clause where a new cue takes over: ", adding that", "and tells", somebody else's quotation."""
    doc = passage.doc
    for at in range(start + 1, end):
        quote = passage.quote_of[at]
        if quote >= 0:
            if at == passage.quotes[quote][0] and passage.owner.get(quote, verb.i) != verb.i:
                return at
            continue
        token, home = doc[at], passage.quote_of[verb.i]
        if home >= 0:
            continue
        if (before := passage.quote_of[at - 1]) >= 0:
            last = passage.last_sign(before)
            if (last in {".", "?", "!"} and token.text[0].isupper()) or (last == "," and token.tag_ == "VBG"):
                passage.sharing |= {at: verb.i} if _quotes(token) else {}
                return at
        if token.text == "," and reduced_passive(verb) and verb.i - passage.sentence_of[verb.i][0] <= 1:
            return at  # "Asked whether it would sail, the ministry declined to comment."
        comma = doc[at - 1].text == "," or (passage.quote_of[at - 1] >= 0 and doc[at - 2].text == ",")
        if comma and token.lower_ == "according":
            return at - 1 if doc[at - 1].text == "," else at
        if (comma and token.tag_ == "VBG" and _quotes(token)) or _takes_over(passage, verb, token):
            passage.sharing[at] = verb.i
            return at - 1
    return end


def _quotes(token: "Token") -> bool:
    frame = verb_frame(token)
    return frame is not None and frame.takes("quote")


def _takes_over(passage: Passage, verb: "Token", token: "Token") -> bool:
    """Whether "and" and a verb of speech in the cue's own tense go on about the cue's source: "says ... and tells"."""
    if token.tag_ != verb.tag_ or token.dep_ != "conj" or passage.doc[token.i - 1].dep_ != "cc" or not _quotes(token):
        return False
    return token.head != verb and token.head.tag_ != verb.tag_


def _around(passage: Passage, verb: "Token", frame: Frame, source: tuple[Range, ...]) -> list[Range]:
    """The sentence before a cue that closes it, or around one set between commas."""
    if not frame.takes("quote") or not source or passage.quote_of[verb.i] >= 0:
        return []
    doc = passage.doc
    low, high = passage.sentence_of[verb.i]
    if verb.dep_ == "xcomp" or (any(c.dep_ == "dobj" for c in verb.children) and not frame.takes("sb")):
        return []
    clause = min(source[0][0], cue_of(passage, verb)[0])
    tail = max(source[0][1], cue_of(passage, verb)[1])
    if clause - low < 2 or doc[clause - 1].text not in {",", "—", "–", "-"}:
        return []
    comma = next((i for i in range(tail, high) if doc[i].text in {",", "—", "–"}), high)
    if verb.dep_ in {"parataxis", "ccomp"} and comma < high - 2:
        return [(low, clause), (comma + 1, high)]
    if any(c.dep_ == "ccomp" and c.i < verb.i for c in verb.children):
        return [(low, clause)]
    if passage.words(tail, high) > LONGEST_TAIL or doc[low].pos_ in {"ADP", "SCONJ"}:
        return []
    return [(low, clause)] if any(t.tag_ in FINITE for t in doc[low:clause]) else []


def _object_end(verb: "Token", noun: "Token") -> int:
    end = noun.right_edge.i + 1
    for child in verb.rights:
        if child.i <= noun.i or child.dep_ == "punct":
            continue
        if child.dep_ not in _OBJECT_COMPLEMENTS or child.left_edge.i > end:
            break
        if child.dep_ == "prep" and lemma(child) not in _OBJECT_PREPOSITIONS:
            break
        if child.dep_ in {"npadvmod", "advmod"}:
            break
        end = child.right_edge.i + 1
    return end


def _as(verb: "Token") -> bool:
    return any(c.dep_ == "oprd" or (c.dep_ == "prep" and lemma(c) in {"as", "for"}) for c in verb.children)
