"""How sources are described: level, number, affiliation, closeness, anonymity, relays; addressee and setting."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from onrecord.data import table, words
from onrecord.mentions.actor_index import ActorIndex
from onrecord.mentions.actors.unnamed import MEMBERS
from onrecord.mentions.circumstances import addressee_of, setting_of
from onrecord.mentions.offices_held import Offices
from onrecord.mentions.source_nouns import Source, read_source
from onrecord.mentions.sourcing.own_outlet import is_own_outlet
from onrecord.model import Actor, Article, Attribution, Sourcing, cut
from onrecord.model.vocabulary import SourcingLevel
from onrecord.syntax import lemma, noun_phrase, subtree

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Their party narrows them down: "many Democrats".
_PARTISANS = {"democrat", "democrats", "republican", "republicans", "tory", "tories"}
_BODY_NOUNS = frozenset(r["noun"] for r in table("en/source_nouns") if r["kind"] in {"body", "outlet"})
_BODY_ADJECTIVES = {
    "military", "diplomatic", "congressional", "presidential", "federal", "judicial", "parliamentary", "ministerial",
    "legislative", "consular", "industry", "republican", "democratic",
}  # fmt: skip
_DEFINITE = {"the", "this", "that", "these", "those", "both"}
_SOME = {"some", "many", "several", "few", "other", "most", "certain", "various", "numerous", "more"}
# "figures show" are numbers, "opposition figures say" are people.
_SHOWING = {"show", "suggest", "reveal", "indicate", "confirm", "paint", "put"}
# How far back, in tokens, people stand to whom "the officials" goes back.
_REACH = 300
_OWN_SEARCH = {"learn", "obtain", "observe", "review"}
_CLOSE = re.compile(
    r"(?:,?\s+who\s+(?:is|are|was|were|has\sbeen|have\sbeen))?\s+(?:\w+ly\s+)?"
    rf"(?P<phrase>{'|'.join(re.escape(w) for w in sorted(words('en/closeness'), key=len, reverse=True))})\b"
)
_ANONYMOUS = re.compile(
    r"\b(?:on|under)\s(?:the\s)?condition\sof\s(?:strict\s)?anonymity\b"
    r"|\b(?:ask|asked|asking|request|requested|requesting|insisted|wished|wishes|want|wanted|wants)\s"
    r"(?:that\s(?:he|she|they)\s)?not\s(?:to\s)?be\s(?:named|identified|quoted)(?:\sby\sname)?\b"
    r"|\b(?:not|n[’']t)\s(?:want|wish)\sto\sbe\s(?:named|identified|quoted)(?:\sby\sname)?\b"
    r"|\b(?:request|requested|requesting|(?:ask|asked|asking)\sfor|insisted\son|was\sgranted|were\sgranted|granted)"
    r"\sanonymity\b"
    r"|\b(?:declin|refus)(?:ed|ing)\sto\sbe\s(?:named|identified|quoted)(?:\sby\sname)?\b"
    r"|\b(?:spoke|speaking|responded|responding|talked|talking)\sanonymously\b"
    r"|\b(?P<unauthorised>(?:(?:was|were|is|are)\s)?(?:not\s(?:authori[sz]ed|permitted|allowed)|lacked\sauthori[sz]ation)"
    r"\sto\s(?:speak|talk|discuss|comment|disclose|reveal|brief|share|be)"
    r"(?:\s(?:publicly|openly|on\sthe\srecord|to\s(?:reporters|the\s(?:press|media))))*)"
)
_REASON = re.compile(
    r",?\s(?P<word>because|as|since|in\sorder\sto|so\sas\sto|to|citing|given|due\sto|for\sfear|fearing|out\sof|owing\sto)\b"
)


def describe_sources(
    doc: "Doc", article: Article, attributions: tuple[Attribution, ...], actors: tuple[Actor, ...]
) -> list[Attribution]:
    """The attributions with `sourcing`, `addressee` and `setting`, all read from the text only.

    A bare pronoun has no sourcing yet: it takes that of the source it stands for when speakers are resolved.
    """
    index = ActorIndex(actors)
    offices = Offices(doc, article, actors)
    described: list[Attribution] = []
    for attribution in attributions:
        source = read_source(doc, attribution, index)
        described.append(
            msgspec.structs.replace(
                attribution,
                sourcing=sourcing_of(doc, article, attribution, source, index, offices),
                addressee=addressee_of(doc, article, attribution, index),
                setting=setting_of(doc, attribution),
            )
        )
    return described


def sourcing_of(
    doc: "Doc", article: Article, attribution: Attribution, source: Source | None, actors: ActorIndex, offices: Offices
) -> Sourcing | None:
    """How the source is described, as if the outlet heard it; none for a pronoun."""
    if source is None:
        return Sourcing(level="none")
    if source.kind == "pronoun":
        return None
    level = _level(doc, article, attribution, source, actors, offices)
    unnamed = level in {"specific unnamed", "vague unnamed"}
    return Sourcing(
        level=level,
        text=source.span.text,
        named=level == "named",
        number=source.number,
        affiliation=_affiliation(doc, source, actors),
        closeness=_closeness(doc, article, source) if unnamed else None,
        anonymity_reason=_anonymity_reason(doc, article, source) if unnamed else None,
    )


def _level(
    doc: "Doc", article: Article, attribution: Attribution, source: Source, actors: ActorIndex, offices: Offices
) -> SourcingLevel:
    """The level, from the kind of the head noun and, for people without a name, from what narrows them down."""
    head = doc[source.at]
    if source.kind == "document" or (lemma(head) == "figure" and _cue_lemmas(doc, attribution) & _SHOWING):
        return "document"
    own = source.actor is None or source.actor.type == "outlet"
    own = own and source.kind in {"outlet", "body", "person"} and is_own_outlet(article, source.span.text, source.actor)
    if source.kind == "outlet" or own:
        searched = article.outlet is None and bool(_cue_lemmas(doc, attribution) & _OWN_SEARCH)
        return "own voice" if own or searched else "other outlet"
    if source.kind == "person":
        return "named"
    if source.kind in {"role", "spokesperson"} and offices.names(head, actors):
        return "named"
    if source.kind == "spokesperson":
        return "office"
    if source.kind == "body":
        return "vague unnamed" if _any_bodies(head) else "office"
    if source.kind == "role" and offices.is_office(head):
        return "office"
    if source.kind in {"role", "vague"}:
        narrow = (
            lemma(head) in _PARTISANS
            or _narrowed(head, actors)
            or (source.number or 0) > 1
            or _back_to(doc, head, source)
        )
        return "specific unnamed" if narrow or _closeness(doc, article, source) else "vague unnamed"
    return "vague unnamed"


def _cue_lemmas(doc: "Doc", attribution: Attribution) -> set[str]:
    tokens = (doc.char_span(s.start, s.end, alignment_mode="expand") for s in attribution.cue)
    return {lemma(t) for span in tokens if span is not None for t in span}


def _any_bodies(head: "Token") -> bool:
    """ "some countries", "companies": which ones is not said, and nothing tells them from others."""
    left = {c.lower_ for c in head.lefts}
    return head.tag_ == "NNS" and bool(left & _SOME) and not any(c.lower_ in {"as", "like"} for c in head.rights)


def _back_to(doc: "Doc", head: "Token", source: Source) -> bool:
    """ "the aides", "the officials" after "officials": those described before; not "the critics", "the Varenians"."""
    if head.pos_ == "PROPN" or not any(c.lower_ in _DEFINITE for c in head.lefts if c.dep_ in {"det", "predet"}):
        return False
    return source.kind == "role" or any(t.lower_ == head.lower_ for t in doc[max(0, head.i - _REACH) : head.i])


def _narrowed(head: "Token", actors: ActorIndex) -> bool:
    """Whether an institution, a state or a field narrows the source down: "administration officials"."""
    return next(_narrowing(head, actors), None) is not None


def _narrowing(head: "Token", actors: ActorIndex) -> "Iterator[Token]":
    for child in head.lefts:
        if child.tag_ == "PRP$":
            yield child
        if child.dep_ not in {"compound", "amod", "nmod", "poss"}:
            continue
        named = _is_named(child, actors) or child.pos_ in {"PROPN", "NOUN"} or child.ent_type_ in {"NORP", "ORG"}
        if (
            named
            or child.pos_ == "NOUN"
            or lemma(child) in _BODY_ADJECTIVES
            or (child.is_title and child.i > child.sent.start)
        ):
            yield child
    for prep in head.rights:
        if prep.dep_ == "prep" and lemma(prep) in {"from", "of", "at", "for", "in", "within", "to", "inside", "with"}:
            for noun in prep.rights:
                inner = [noun, *noun.lefts]
                if noun.dep_ == "pobj" and (
                    lemma(noun) in _BODY_NOUNS or any(_is_named(t, actors) or t.pos_ == "PROPN" for t in inner)
                ):
                    yield noun


def _is_named(token: "Token", actors: ActorIndex) -> bool:
    actor = actors.at(token)
    return actor is not None and actor.type != "unnamed"


def _affiliation(doc: "Doc", source: Source, actors: ActorIndex) -> str | None:
    """Actor id of the body a source belongs to; "member of NATO, state unknown" where only that is said."""
    if source.actor is not None and (source.actor.type == "person" or source.actor.affiliation):
        return source.actor.affiliation or source.actor.state
    if source.kind in {"body", "outlet"}:
        return source.actor.actor if source.actor is not None else None
    for token in _narrowing(doc[source.at], actors):
        inside = [token, *(t for t in token.lefts if t.dep_ in {"compound", "amod", "poss", "nmod"})]
        for part in inside:
            actor = actors.at(part)
            if actor is None or actor.actor is None or actor is source.actor or actor.type in {"unnamed", "person"}:
                continue
            if part != token and lemma(token) in MEMBERS and not _is_plural_or_definite(token):
                return f"member of {actor.actor}, state unknown"
            return actor.actor
    return None


def _is_plural_or_definite(token: "Token") -> bool:
    return token.tag_ == "NNS" or any(c.dep_ == "det" and c.text.casefold() == "the" for c in token.lefts)


def _closeness(doc: "Doc", article: Article, source: Source) -> str | None:
    """ "familiar with the talks", as written: the phrase and the noun phrase after it."""
    head = doc[source.at]
    for at in (head.idx + len(head.text), source.span.end):
        if found := _CLOSE.match(article.text, at):
            return _with_object(doc, article, found)
    if found := _CLOSE.search(article.text, head.idx, source.span.end):
        return _with_object(doc, article, found)
    return None


def _with_object(doc: "Doc", article: Article, found: re.Match[str]) -> str:
    end = found.end("phrase")
    after = doc.char_span(end - 1, end, alignment_mode="expand")
    if after is not None and not found["phrase"].endswith(("room", "call", "meeting")):
        noun = next((c for c in after[-1].rights if c.dep_ in {"pobj", "dobj"}), None)
        end = max(end, noun_phrase(noun).end_char) if noun is not None else end
    return cut(article.text, found.start("phrase"), end).text


def _anonymity_reason(doc: "Doc", article: Article, source: Source) -> str | None:
    """Why the source is not named, as written: "because the plans are not public"."""
    head = doc[source.at]
    sentences = [head.sent]
    following = head.sent.end
    if following < len(doc) and doc[following].sent.root.dep_ != "gap":
        after = doc[following].sent
        if any(t.dep_ == "nsubj" and (lemma(t) == lemma(head) or lemma(t) in {"they", "he", "she"}) for t in after):
            sentences.append(after)
    for sentence in sentences:
        found = _ANONYMOUS.search(article.text, sentence.start_char, sentence.end_char)
        if found is None:
            continue
        if found["unauthorised"]:
            verb = doc.char_span(found.end() - 1, found.end(), alignment_mode="expand")
            end = subtree(verb[0]).end_char if verb is not None else found.end()
            return cut(article.text, found.start(), min(end, sentence.end_char)).text
        reason = _REASON.match(article.text, found.end())
        if reason is None:
            return None
        word = doc.char_span(reason.start("word"), reason.end("word"), alignment_mode="expand")
        if word is None:
            return None
        clause = word.root if word.root.dep_ in {"prep", "advcl"} else word.root.head
        end = max(subtree(clause).end_char, reason.end())
        return cut(article.text, reason.start("word"), min(end, sentence.end_char)).text
    return None
