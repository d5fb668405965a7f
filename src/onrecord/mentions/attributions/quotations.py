"""Which cue a quotation belongs to, read from the words beside its marks.

The parser was not made for quotation marks: it cuts sentences inside them and hangs their verbs on the wrong side. So
the layout decides here: a cue after the marks ("...," the envoy said), before them (The envoy said: "..."), or between
two quotations of one sentence.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.mentions.attributions.lexicon import verb_frame
from onrecord.mentions.attributions.passages import CLOSING_MARKS, STOPS, Draft, Passage, Range
from onrecord.mentions.attributions.source_phrases import cue_of, source_of
from onrecord.syntax import FINITE, TENSED, passive

if TYPE_CHECKING:
    from spacy.tokens import Token

# Up to this many words in quotation marks without a cue are a borrowed word, not speech.
SCARE_WORDS = 3
# Up to this many after a preposition are a title: 'in an interview with "Good Morning," she said'.
TITLE_WORDS = 5
# The furthest a cue may stand from the marks, in tokens: a source with a long apposition lies between.
CUE_REACH = 45
# The most tokens between a cue and the marks it introduces: 'said in a statement on Monday: "...'.
LEAD_REACH = 14
# A sentence that began more tokens ago is not searched for its beginning, so that 10,000 marks in a line stay cheap.
LONGEST_SENTENCE = 200
_DASHES = {",", "-", "–", "—", "―", "--"}
# The most words of a name behind a dash.
LONGEST_SIGNATURE = 8


def assign_quotations(passage: Passage) -> None:
    """Gives every quotation that has a cue beside it to that cue."""
    covered = set(_inside_clauses(passage))
    for n in range(len(passage.quotes)):
        if (verb := _cue_after(passage, n)) is not None:
            _assign(passage, n, verb, _opening(passage, n))
            passage.found_sources[verb.i] = _source_beside(passage, n, verb)
        elif n in covered:
            continue
        elif (verb := _cue_before(passage, n)) is not None or (verb := _goes_on(passage, n)) is not None:
            _assign(passage, n, verb, passage.quotes[n][0])


def read_signed(passage: Passage) -> Iterator[Draft]:
    """A quotation with its author behind a dash, in its own paragraph or the next: '"We are free." — Ana Writer'."""
    for n, (start, end) in enumerate(passage.quotes):
        if n in passage.owner or passage.words(start, end) <= SCARE_WORDS:
            continue
        at = end
        while at < len(passage.doc) and passage.doc[at].is_space:
            at += 1
        if at >= len(passage.doc) or passage.doc[at].text not in _DASHES - {","}:
            continue
        source = passage.unquoted(at + 1, _signature_end(passage, at))
        if 0 < passage.words(*source) <= LONGEST_SIGNATURE and passage.doc[source[0]].text[0].isupper():
            passage.owner[n] = at
            yield Draft(((start, end),), ((at, at + 1),), (source,))


def _signature_end(passage: Passage, dash: int) -> int:
    """The end of the signature's name: the first comma or stop, the next quotation, or the paragraph's end."""
    high = passage.paragraph_of(dash)[1]
    for at in range(dash + 1, min(high, dash + 2 * LONGEST_SIGNATURE)):
        if passage.doc[at].text in STOPS | {",", "("} or passage.quote_of[at] >= 0:
            return at
        if passage.doc[at].tag_ in TENSED:
            return dash + 1  # the sentence goes on: no signature
    return high


def read_orphans(passage: Passage) -> Iterator[Draft]:
    """A paragraph that is all quotation and has no cue: what it says, and no source."""
    run: list[Range] = []
    for start, end in passage.paragraphs:
        spans = [passage.quotes[n] for n in range(passage.next_quote(start), passage.next_quote(end))]
        owned = any(n in passage.owner for n in range(passage.next_quote(start), passage.next_quote(end)))
        alone = sum(passage.words(*s) for s in spans) == passage.words(start, end) > SCARE_WORDS and not owned
        if run and not (alone and _continues(passage, spans[0])):
            yield Draft(tuple(run))
            run = []
        if alone:
            run += spans
    if run:
        yield Draft(tuple(run))


def _continues(passage: Passage, quote: Range) -> bool:
    found = passage.layout.quotation_at(passage.starts[quote[0]])
    return found is not None and found.continues


def _assign(passage: Passage, n: int, verb: "Token", start: int) -> None:
    passage.owner[n] = verb.i
    content = passage.assigned.setdefault(verb.i, [])
    found = (start, passage.quotes[n][1])
    if content and content[-1][1] >= start:
        content[-1] = (content[-1][0], found[1])
    else:
        content.append(found)


def _inside_clauses(passage: Passage) -> Iterator[int]:
    """Quotations that stand inside the clause of a cue to their left: 'said it was "deeply worried"'."""
    for verb, _ in passage.speech_verbs:
        if passage.quote_of[verb.i] >= 0:
            continue
        for child in verb.rights:
            if child.dep_ not in {"ccomp", "xcomp", "dobj", "prep", "oprd"}:
                continue
            start, end = child.left_edge.i, child.right_edge.i + 1
            if start > verb.i and passage.quote_of[start] < 0:
                yield from range(passage.next_quote(start), passage.next_quote(end))


def _cue_after(passage: Passage, n: int) -> "Token | None":
    """The verb of '..." the envoy said' or '..." said the envoy'."""
    doc, (start, end) = passage.doc, passage.quotes[n]
    if passage.words(start, end) <= TITLE_WORDS and start and doc[start - 1].pos_ == "ADP":
        return None  # the author of "Going North," said: a title
    gap_end = _gap_end(passage, n)
    begin = end
    while begin < gap_end and (doc[begin].is_space or doc[begin].text in _DASHES):
        begin += 1
    if (
        begin >= gap_end
        or doc[begin].dep_ in {"cc", "mark"}
        or (begin == end and doc[begin].pos_ == "ADP")
        or doc[begin].text in STOPS
    ):
        return None
    ends_with = passage.last_sign(n)
    if ends_with in STOPS and _introduces(passage, n, begin, gap_end):
        return None
    if ends_with == "." and doc[begin].text[0].isupper() and not _closes_alone(passage, begin, gap_end):
        return None
    if (
        ends_with not in {",", "?", "!", ".", "—", "-", "–", "…", "..."}
        and begin == end
        and doc[begin].text[0].isalpha()
        and not _closes_alone(passage, begin, gap_end)
    ):
        return None  # without a comma the words go on inside the sentence
    for at in range(begin, min(gap_end, begin + CUE_REACH)):
        verb = doc[at]
        frame = verb_frame(verb)
        if frame is None or not frame.takes("quote") or not _finite(verb) or passive(verb):
            continue
        subject = next((c for c in verb.children if c.dep_ == "nsubj" and passage.quote_of[c.i] < 0), None)
        if subject is not None and subject.tag_ in {"WP", "WDT"}:
            continue
        if _says_more(passage, verb, gap_end) or not _nothing_but_source(passage, begin, verb, subject):
            return None
        return verb
    return None


def _introduces(passage: Passage, n: int, begin: int, gap_end: int) -> bool:
    """Whether the words after a finished quotation lead to the next one: '"..." He added: "..."'."""
    if n + 1 >= len(passage.quotes) or gap_end != passage.quotes[n + 1][0]:
        return False
    return passage.doc[gap_end - 1].text in {",", ":"} and passage.doc[begin].text[0].isupper()


def _finite(verb: "Token") -> bool:
    return verb.tag_ in TENSED or any(c.tag_ in FINITE and c.dep_ == "aux" for c in verb.children)


def _nothing_but_source(passage: Passage, begin: int, verb: "Token", subject: "Token | None") -> bool:
    """Whether only a noun phrase and adverbs stand between the marks and the verb."""
    cue = cue_of(passage, verb)
    between = [t for t in passage.doc[begin : cue[0]] if not t.is_punct and not t.is_space]
    if not between:
        return True
    if subject is not None and begin <= subject.i < verb.i:
        if any(t.tag_ in TENSED and t.head != subject and not _in_relative(t, subject) for t in between):
            return False
        return subject.left_edge.i <= begin + 3
    nouns = [t for t in between if t.pos_ in {"NOUN", "PROPN", "PRON"}]
    return bool(nouns) and not any(t.tag_ in TENSED for t in between)


def _in_relative(token: "Token", subject: "Token") -> bool:
    return subject.left_edge.i <= token.i <= subject.right_edge.i


def _says_more(passage: Passage, verb: "Token", gap_end: int) -> bool:
    """Whether the verb has a content of its own after it: '"..." He said that ...'."""
    if passage.doc[verb.i + 1 : verb.i + 2].text.lower() == "that":
        return True
    return any(
        c.dep_ == "ccomp" and passage.quote_of[c.i] < 0 and c.i < gap_end and c.left_edge.i > verb.i
        for c in verb.rights
    )


def _closes_alone(passage: Passage, begin: int, gap_end: int) -> bool:
    """Whether the words up to the stop are a short source and cue: '..." they said.'"""
    words = [t for t in passage.doc[begin:gap_end] if not t.is_space and not t.is_punct]
    return 0 < len(words) <= 12 and any((f := verb_frame(t)) is not None and f.takes("quote") for t in words)


def _source_beside(passage: Passage, n: int, verb: "Token") -> tuple[Range, ...]:
    """The source between marks and verb, or right after the verb, where the parse gives none."""
    found = source_of(passage, verb)
    end = passage.quotes[n][1]
    if found and (end <= found[0][0] or verb.dep_ in {"conj", "advcl", "xcomp"}):
        return found
    cue = cue_of(passage, verb)
    before = passage.unquoted(end, cue[0])
    if before[0] < before[1]:
        return (before,)
    gap_end = _gap_end(passage, n)
    for token in passage.doc[verb.i + 1 : gap_end]:
        if token.text in _DASHES:
            break
        if token.pos_ in {"NOUN", "PROPN", "PRON"} and token.dep_ not in {"compound", "npadvmod"}:
            span = passage.unquoted(max(verb.i + 1, token.left_edge.i), min(gap_end, token.right_edge.i + 1))
            return (span,) if span[0] < span[1] else ()
    return ()


def _cue_before(passage: Passage, n: int) -> "Token | None":
    """The verb of 'The envoy said: "..."', with nothing but a hearer, a time or a place between."""
    doc, start = passage.doc, passage.quotes[n][0]
    words = passage.words(*passage.quotes[n])
    floor = _floor(passage, n)
    for at in range(start - 1, max(floor, start - LEAD_REACH) - 1, -1):
        verb = doc[at]
        if passage.quote_of[at] >= 0:
            return None
        frame = verb_frame(verb)
        if frame is None or verb.dep_ in {"aux", "auxpass", "amod"}:
            if verb.tag_ in TENSED and verb.dep_ not in {"aux", "auxpass"}:
                return None
            continue
        if not frame.takes("quote"):
            return None
        near = start - at <= 2 or doc[start - 1].text in {",", ":"} or doc[start - 1].lower_ in {"that", "as"}
        return verb if near and (words > SCARE_WORDS or start - at <= 2) else None
    return None


def _goes_on(passage: Passage, n: int) -> "Token | None":
    """The cue of the quotation before, where this one goes on with it: '"...," he said. "..."'."""
    doc, start = passage.doc, passage.quotes[n][0]
    paragraph = passage.paragraph_of(start)
    if passage.words(*passage.quotes[n]) <= SCARE_WORDS and passage.last_sign(n) not in STOPS:
        return None
    if n == 0 or passage.quotes[n - 1][1] <= paragraph[0]:
        return _from_paragraph_before(passage, n, paragraph) or _sentence_before(passage, n, paragraph)
    owner = passage.owner.get(n - 1)
    last = passage.quotes[n - 1][1]
    between = [t for t in doc[last:start] if not t.is_space]
    if owner is not None and all(t.is_punct for t in between):
        return doc[owner]
    if owner is not None and last <= owner < start:
        stops = [t for t in between if t.text in STOPS and t.text != "…"]
        closed = between[-1].text in STOPS | _DASHES | {":"}
        if closed and (not stops or (len(stops) == 1 and stops[0] == between[-1])):
            return doc[owner]
    return _sentence_before(passage, n, paragraph)


def _sentence_before(passage: Passage, n: int, paragraph: Range) -> "Token | None":
    """The cue of the sentence before, where the quotation is a sentence of its own or follows a colon."""
    start = passage.quotes[n][0]
    before = start - 1
    while before > paragraph[0] and passage.doc[before].is_space:
        before -= 1
    sentence = passage.doc[before].text in STOPS and passage.last_sign(n) in STOPS
    if before <= paragraph[0] or passage.quote_of[before] >= 0 or not (sentence or passage.doc[before].text == ":"):
        return None
    return _speaking(passage, before)


def _from_paragraph_before(passage: Passage, n: int, paragraph: Range) -> "Token | None":
    """The cue that ends the paragraph before, where this paragraph is all quotation.

    That is: a quotation whose marks the paper left open, a quotation with its cue, a colon, or indirect speech
    ('..., the envoy told reporters.') as the last sentence.
    """
    low, high = paragraph
    if low == 0 or passage.words(low, passage.quotes[n][0]):
        return None
    inside = passage.quotes[n : passage.next_quote(high)]
    if sum(passage.words(*q) for q in inside) < passage.words(low, high):
        return None
    before = low - 1
    while before > 0 and (passage.doc[before].is_space or passage.doc[before].dep_ == "gap"):
        before -= 1
    last = passage.quote_of[before]
    if last >= 0:
        return passage.doc[passage.owner[last]] if last in passage.owner else None
    return _speaking(passage, before)


def _speaking(passage: Passage, before: int) -> "Token | None":
    """The main verb of speech in the sentence that ends at the token, if it has a source there."""
    first, end = passage.sentence_of[before]
    speaking = [
        t
        for t in passage.doc[first:end]
        if passage.quote_of[t.i] < 0
        and (f := verb_frame(t)) is not None
        and f.takes("quote")
        and _finite(t)
        and not passive(t)
        and t.dep_ in {"ROOT", "conj", "ccomp", "parataxis"}
        and source_of(passage, t)
    ]
    main = [t for t in speaking if t.dep_ == "ROOT"] or speaking
    return main[-1] if main else None


def _opening(passage: Passage, n: int) -> int:
    """Where the content of a quotation with its cue behind it begins: with the sentence it ends."""
    start = passage.quotes[n][0]
    floor = _floor(passage, n)
    while floor < start and (passage.doc[floor].is_space or passage.doc[floor].text in _DASHES | CLOSING_MARKS):
        floor += 1
    return floor


def _floor(passage: Passage, n: int) -> int:
    """The token where the sentence that holds the start of the quotation begins, as far back as the paragraph."""
    doc, start = passage.doc, passage.quotes[n][0]
    low = max(passage.paragraph_of(start)[0], start - LONGEST_SENTENCE)
    if n and passage.quotes[n - 1][1] > low:
        before = passage.quotes[n - 1]
        if passage.last_sign(n - 1) in STOPS or n - 1 in passage.owner:
            low = before[1]
    for at in range(start - 1, low - 1, -1):
        if passage.quote_of[at] < 0 and doc[at].text in STOPS and passage.sentence_of[at] != passage.sentence_of[start]:
            return at + 1
    return low


def _gap_end(passage: Passage, n: int) -> int:
    """Where the unquoted words after a quotation stop: a full stop, the next quotation or the paragraph's end."""
    doc, end = passage.doc, passage.quotes[n][1]
    high = passage.paragraph_of(end - 1)[1]
    if n + 1 < len(passage.quotes):
        high = min(high, passage.quotes[n + 1][0])
    for at in range(end, min(high, end + CUE_REACH)):
        if doc[at].text in STOPS:
            return at
    return min(high, end + CUE_REACH)
