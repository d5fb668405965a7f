"""The noun that stands for the source, and what kind of source it is."""

from typing import TYPE_CHECKING, Literal

import msgspec

from onrecord.data import table, words
from onrecord.mentions.actor_index import ActorIndex
from onrecord.mentions.actors.roles import FORMER
from onrecord.model import Actor, Attribution, Span
from onrecord.syntax import lemma, noun_phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

Kind = Literal["pronoun", "person", "body", "outlet", "document", "spokesperson", "role", "vague", "crowd", "other"]

_NOUNS: dict[str, Kind] = {
    row["noun"]: row["kind"]  # type: ignore[misc]
    for row in table("en/source_nouns")
}
_NUMBERS = {row["word"]: int(float(row["value"])) for row in table("en/number_words") if row["kind"] != "plural"}
_OUTLET_WORDS = words("en/outlet_words")
_FIRST_NAMES = words("en/first_names")
_PARTITIVE = {
    "number",
    "array",
    "assortment",
    "bunch",
    "group",
    "couple",
    "pair",
    "handful",
    "majority",
    "lot",
    "several",
    "dozen",
    "most",
    "some",
    "many",
    "one",
}
_PRONOUNS = {
    "he", "she", "they", "it", "we", "i", "you", "him", "her", "them", "us", "me", "his", "their", "its", "our", "my",
    "your", "hers", "who", "which", "that", "this", "these", "himself", "herself", "themselves", "itself", "myself",
}  # fmt: skip
_WHO = "WHO"  # the organisation
# Relative pronouns that stand for no person by name.
OF_THINGS = {"which", "that"}
_RELATIVE = OF_THINGS | {"who", "whom"}
_BODIES = {"state", "institution", "organisation", "group"}


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """A source's head noun in the parse."""

    span: Span
    at: int
    """Index of the head token."""
    kind: Kind
    actor: Actor | None
    """The actor that the head, or a name in apposition to it, belongs to."""
    number: int | None
    """How many people, where the text says."""


def read_source(doc: "Doc", attribution: Attribution, actors: ActorIndex) -> Source | None:
    """The source's head and kind; none for an attribution without a source."""
    if not attribution.source:
        return None
    span = attribution.source[0]
    head = _head(doc, span)
    if head is None:
        return None
    return source_at(head, span, actors)


def source_at(head: "Token", span: Span, actors: ActorIndex) -> Source:
    """The source that a noun or pronoun heads in the span."""
    quantifier, head = _through_partitive(_antecedent(head))
    actor = named_actor(head, span, actors)
    if (actor is None or actor.type != "person") and quantifier is not head:  # "one of the envoys, Ana Berg"
        beside = named_actor(quantifier, span, actors)
        actor = beside if beside is not None and beside.type == "person" else actor
    actor = _named_after_body(head, span, actors) or actor
    kind = _kind(head, actor)
    counted = quantifier is not head or any(c.dep_ == "nummod" for c in head.lefts)
    if kind == "body" and ((counted and head.pos_ == "PROPN") or _are_people(head, actor)):
        kind = "vague"  # "some Republicans", "19 Republicans", "Varenians"
    return Source(span=span, at=head.i, kind=kind, actor=actor, number=_number(quantifier, head, kind))


def described(doc: "Doc", source: Source) -> str:
    """An unnamed source's words without determiner and number, as in the ids of unnamed actors."""
    words = list(noun_phrase(doc[source.at]))
    while len(words) > 1 and words[0].i < source.at and words[0].dep_ not in {"amod", "compound", "nmod", "poss"}:
        if words[1].text == "-" and not words[0].whitespace_:
            break  # "hymn-singing believers"
        words.pop(0)
    told = " ".join(t.lower_ for t in words if t.dep_ != "det" and not t.is_space and not t.is_punct)
    return told.replace(" 's", "'s").replace(" ’s", "’s")


def _are_people(head: "Token", actor: Actor | None) -> bool:
    """ "Varenians", "the Democrats": people of a nation or party, not the body itself."""
    if actor is not None and actor.reading == "people":
        return True
    several = head.tag_ in {"NNPS", "NNS"} or (head.tag_ == "NNP" and head.lower_.endswith(("ians", "crats", "cans")))
    return several and (head.ent_type_ == "NORP" or _NOUNS.get(lemma(head).casefold().removesuffix("s")) == "role")


def _head(doc: "Doc", span: Span) -> "Token | None":
    """Root of the span; the noun itself where the parser took a participle or preposition for the root."""
    tokens = doc.char_span(span.start, span.end, alignment_mode="expand")
    if tokens is None or len(tokens) == 0:
        return None
    root = _name_first(tokens) or _last_of_cut(tokens) or _whose_body(tokens) or _of_one(tokens.root)
    if root.dep_ == "poss":  # "the Courier's Ana Berg": a headline often breaks the parse
        root = next((t for t in reversed(tokens) if t.ent_type_ == "PERSON" and t.pos_ == "PROPN"), root)
    counts = _NOUNS.get(root.lower_) == "crowd"  # "many in the capital"
    if (root.pos_ not in {"NOUN", "PROPN", "PRON", "NUM"} and not counts) or (
        len(tokens) > 1 and root.lower_.endswith("self")
    ):
        wanted = {"nsubj", "nsubjpass", "pobj", "dobj"}
        root = next((t for t in tokens if t.dep_ in wanted and t.pos_ in {"NOUN", "PROPN", "PRON"}), root)
        root = next((t for t in root.children if t.dep_ == "npadvmod"), root) if root.lower_.endswith("self") else root
        if root.lower_.endswith("self") and tokens[0].text[:1].isupper() and len(tokens) == 2:
            root = tokens[0]  # "Berg himself", where the parser takes the name for a verb
    return None if root.is_punct or root.is_space else root


def _name_first(tokens: "Tokens") -> "Token | None":
    """The name that the span opens with, where what describes it follows a mark: "Ana Berg - the envoy's aide"."""
    last = None
    for token in tokens:
        if token.ent_type_ != "PERSON" or token.pos_ != "PROPN":
            set_off = token.is_punct and (token.text not in {"-", "–"} or (last is not None and bool(last.whitespace_)))
            return last if set_off else None
        last = token
    return None


def _last_of_cut(tokens: "Tokens") -> "Token | None":
    """The last word of a name that the parser took for the beginning of a longer one, behind whose end it hangs."""
    cut = [t for t in tokens if t.head not in tokens]
    behind = len(cut) > 1 and {t.head.i for t in cut} == {cut[0].head.i} and cut[0].head.i >= tokens.end
    return cut[-1] if behind and cut[-1] == tokens[-1] and cut[-1].dep_ == "compound" else None


def _whose_body(tokens: "Tokens") -> "Token | None":
    """The office that the span opens with, where the parser took the body it is of for the head: "the chief of X"."""
    of = next((t for t in tokens[1:] if t.lower_ == "of"), None)
    if of is None or tokens.root.i < of.i or tokens.root.ent_type_ not in {"ORG", "FAC"}:
        return None
    office = of.nbor(-1)
    definite = tokens[0].lower_ in {"the", "a", "an"}
    return (
        office if definite and office.tag_ == "NN" and _NOUNS.get(lemma(office)) in {"role", "spokesperson"} else None
    )


def _of_one(root: "Token") -> "Token":
    """The name behind two offices of one person: "envoy and former presidential adviser [Ana Berg]"."""
    return next((c for c in root.rights if c.dep_ == "conj" and has_two_offices(c)), root)


def has_two_offices(name: "Token") -> bool:
    """Whether what is joined to the name is another office of the same person, one of the two a former one."""
    office = name.head
    bare = office.tag_ == "NN" and not any(c.dep_ in {"det", "poss"} for c in office.lefts)
    former = any(t.lower_ in FORMER for t in name.doc[office.left_edge.i : name.i])
    return bare and former and name.ent_type_ == "PERSON" and name.tag_ == "NNP"


def is_somebody(name: "Token") -> bool:
    """Whether a name that may be a place's is a person's: "London, who ..." """
    clauses = (c for c in name.rights if c.dep_ == "relcl")
    return any(c.lower_ == "who" for clause in clauses for c in clause.lefts)


def describes_again(joint: "Token") -> bool:
    """Whether what is joined to a name is one more description of it: "Ana Berg, head of a firm, and [an adviser]"."""
    indefinite = joint.tag_ in {"NN", "NNP"} and any(c.lower_ in {"a", "an"} for c in joint.lefts)
    return indefinite and any(c.dep_ == "appos" and c.i < joint.i for c in joint.head.rights)


def _antecedent(head: "Token") -> "Token":
    """The noun of a relative pronoun: in "Berg, who said" it is Berg."""
    if head.text.casefold() in _RELATIVE and head.tag_ in {"WP", "WDT", "WP$"} and head.text != _WHO:
        for clause in (head.head, head.head.head):
            if clause.dep_ == "relcl" and clause.head.i < head.i and clause.head.pos_ in {"NOUN", "PROPN"}:
                return _who_is(clause.head)
        for token in reversed(head.doc[max(head.sent.start, head.i - 2) : head.i]):
            if token.pos_ in {"NOUN", "PROPN"}:
                return token
    return head


def _who_is(noun: "Token") -> "Token":
    """The name that the noun is said of: "Berg is an optimist who says ..." speaks of Berg."""
    if noun.dep_ != "attr" or noun.tag_ != "NN":
        return noun
    return next((c for c in noun.head.lefts if c.dep_ == "nsubj" and c.pos_ == "PROPN"), noun)


def _through_partitive(head: "Token") -> "tuple[Token, Token]":
    """ "two of the officials", "a number of aides": what counts, and who is counted."""
    if lemma(head) in _PARTITIVE or head.pos_ == "NUM":
        for prep in head.rights:
            if prep.text.casefold() == "of":
                for noun in prep.rights:
                    if noun.dep_ == "pobj" and noun.pos_ in {"NOUN", "PROPN"}:
                        return head, noun
    return head, head


def named_actor(head: "Token", span: Span, actors: ActorIndex) -> Actor | None:
    """A person named by the head, in apposition ("the envoy, Ana Berg") or before it; else the head's own actor."""
    own = actors.at(head)
    if own is not None and own.type == "person":
        return own
    if head.tag_ == "NNS" or _NOUNS.get(lemma(head)) == "document":
        return own  # "some senators, such as Ana Berg", "a poll of the University of Telle"
    if head.dep_ == "appos" and (named := actors.at(head.head)) is not None and named.type == "person":
        return named
    for token in head.children:
        if token.dep_ not in {"appos", "compound", "nmod"} or token.idx >= span.end:
            continue
        found = actors.at(token)
        if found is not None and found.type == "person" and (token.dep_ == "appos" or _covers(found, head)):
            return found
    if own is None and head.tag_ == "NN" and head.i + 1 < len(head.doc) and head.nbor().idx < span.end:
        beside = actors.at(head.nbor())  # "curator Ana Berg", which the parser tears apart
        return beside if beside is not None and beside.type == "person" else None
    return own


def _named_after_body(head: "Token", span: Span, actors: ActorIndex) -> Actor | None:
    """ "the President of Varenia Ana Berg", which the parser takes for the president of somebody."""
    if _NOUNS.get(lemma(head).casefold()) not in {"role", "spokesperson"} or head.tag_ in {"NNS", "NNPS"}:
        return None
    for actor in actors.inside(span):
        at = next((t for t in head.subtree if t.idx >= actor.spans[0].start), None) if actor.type == "person" else None
        if at is None or at.i <= head.i + 1:
            continue
        before = head.doc[at.i - 1]
        if (
            before.text == ","
            and not _is_somebody(head.doc[before.i - 1], actors)
            and actor.ends_at >= head.doc[head.right_edge.i].idx
            and not any(t.text == "," for t in head.doc[head.i : before.i])
        ):
            return actor  # "the director of roads, Karl Holt", whom the parser hangs on the roads
        body = actors.at(before)
        if (body is not None and body.type in _BODIES) or _NOUNS.get(before.lower_) == "body":
            return actor
        titled = head.is_title and head.doc[head.i + 1].lower_ == "of" and before.is_title
        if titled and _NOUNS.get(before.lower_) is None and actor.ends_at >= span.end:
            return actor  # "Chief of Station Karl Holt"
    return None


def _is_somebody(token: "Token", actors: ActorIndex) -> bool:
    """Whether the token is a person's name or office."""
    actor = actors.at(token)
    return (actor is not None and actor.type == "person") or _NOUNS.get(lemma(token).casefold()) == "role"


def _covers(actor: Actor, token: "Token") -> bool:
    return any(s.start <= token.idx and token.idx + len(token.text) <= s.end for s in actor.spans)


def _kind(head: "Token", actor: Actor | None) -> Kind:
    noun = _NOUNS.get(lemma(head))
    if head.pos_ == "PRON" and head.text.casefold() in _PRONOUNS and head.text != _WHO:
        return "pronoun"
    if actor is not None and actor.type == "person":
        return "person" if actor.actor is not None or head.pos_ == "PROPN" else noun or "role"
    if actor is not None and actor.type == "outlet":
        return "outlet"
    if actor is not None and actor.type in _BODIES and noun not in {"role", "vague", "spokesperson", "document"}:
        return "body"
    if noun is not None and head.pos_ != "PROPN":
        return noun
    if actor is not None and actor.type == "unnamed":
        return _NOUNS.get(lemma(head).casefold(), "role")  # "the Adviser to the Head of the Office"
    if head.pos_ == "PROPN" or (head.pos_ == "NUM" and any(c.pos_ == "PROPN" for c in head.lefts)):
        return _of_name(head, noun)
    if head.pos_ == "NUM" or head.pos_ == "PRON":
        return "crowd"
    return _by_ending(head)


def _of_name(head: "Token", noun: Kind | None) -> Kind:
    """A name that is no known actor: by what stands beside it, its first name and what the parser took it for."""
    beside = {
        _NOUNS.get(lemma(c)) for c in head.children if c.dep_ in {"appos", "compound", "nmod"} and c.pos_ == "NOUN"
    }
    name = [t for t in head.lefts if t.dep_ in {"compound", "nmod"} and t.pos_ == "PROPN"]
    if "outlet" in beside or (head.text in _OUTLET_WORDS and head.i > head.left_edge.i):
        return "outlet"
    acronym = head.text.isupper() and len(head.text) > 1
    if any(c.lower_ == "of" and head.doc[c.i - 1].text == "," for c in head.rights):
        return "person"  # "Karl Holt, of the Telle Institute"
    alone = [] if head.ent_type_ in {"GPE", "LOC", "ORG", "FAC"} else [head]
    first = any(t.text.title() in _FIRST_NAMES for t in (*name[-2:], *alone))
    if beside & {"role", "vague", "spokesperson"} or first or (head.ent_type_ == "PERSON" and not acronym):
        return "person"
    return noun or "body"


def _by_ending(head: "Token") -> Kind:
    """A noun outside the table: two words joined by a hyphen count by the second; "-ist", "-ian", "-man" are roles."""
    word = lemma(head)
    if noun := _NOUNS.get(word.rpartition("-")[2]):
        return noun
    return "role" if word.endswith(("ist", "ician", "rian", "man", "woman", "crat")) else "other"


def _number(quantifier: "Token", head: "Token", kind: Kind) -> int | None:
    if kind in {"body", "outlet", "document", "pronoun", "crowd", "other"}:
        return None
    if kind == "person":
        return 1 + sum(1 for c in head.conjuncts if c.i > head.i and c.pos_ == "PROPN" and not describes_again(c))
    for token in (quantifier, *head.lefts, *quantifier.lefts):
        if token.dep_ in {"nummod", "det"} or token is quantifier:
            if token.text.isdigit():
                return int(token.text)
            value = _NUMBERS.get(token.text.casefold())
            if value is not None and value < 100:
                return value
    if quantifier != head:
        return None
    return 1 if head.tag_ in {"NN", "NNP"} else None
