"""Assessments: judgements about intent, capability and prospects, in the words of the one who judges."""

import re
from functools import cache
from typing import TYPE_CHECKING

from onrecord.data import table
from onrecord.model import Article, Assessment, Mentions, cut
from onrecord.syntax import lemma, lies_ahead, modal_of, subtree, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

SCORE = 0.6
_JUDGING = {"believe", "assess", "think", "expect", "doubt", "judge", "estimate", "suspect", "predict", "conclude"}


def find_assessments(doc: "Doc", article: Article, mentions: Mentions) -> list[Assessment]:
    """Judgements by set phrase ("too early to know", "little expectation of") and by verbs such as assess and doubt,
    where what is judged names an actor.

    `about` is what the judgement is on: the words after the phrase, or the subject before it.
    """
    found: list[Assessment] = []
    for sentence in doc.sents:
        if sentence.root.dep_ == "gap":
            continue
        drafts = [*_by_phrase(sentence, article), *_by_verb(sentence, article, mentions)]
        for draft in sorted(drafts, key=lambda d: (d.begins_at, -d.ends_at)):
            if not any(k.begins_at <= draft.begins_at and draft.ends_at <= k.ends_at for k in found[-3:]):
                found.append(draft)
    return found


@cache
def _phrases() -> tuple[re.Pattern[str], dict[str, str]]:
    where = {row["pattern"]: row["about"] for row in table("en/assessment_patterns")}
    longest_first = sorted(where, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b", re.IGNORECASE), where


def _by_phrase(sentence: "Tokens", article: Article) -> list[Assessment]:
    pattern, where = _phrases()
    found = []
    text = sentence.text
    for match in pattern.finditer(text):
        words = sentence.doc.char_span(
            sentence.start_char + match.start(), sentence.start_char + match.end(), alignment_mode="expand"
        )
        if words is None:
            continue
        clause = _clause(words)
        after = trimmed(sentence.doc, words.end, max(words.end, clause.end))
        about = after if where[match.group().lower()] == "after" else clause
        if _embedded(words.root):
            continue
        start, end = min(clause.start_char, words.start_char), max(clause.end_char, words.end_char)
        found.append(
            Assessment(
                spans=(cut(article.text, start, end),),
                rule="assessment.phrase",
                score=SCORE,
                about=article.text[about.start_char : about.end_char] or None,
            )
        )
    return found


def _by_verb(sentence: "Tokens", article: Article, mentions: Mentions) -> list[Assessment]:
    found = []
    for verb in sentence:
        if verb.pos_ != "VERB" or lemma(verb) not in _JUDGING:
            continue
        judged = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
        judges = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
        if judged is None or not judges or judges[0].lower_ in _CHATTING or sentence.text.rstrip().endswith("?"):
            continue
        if not _names_an_actor(subtree(judged), mentions) or _embedded(verb):
            continue
        if lemma(verb) in _OPINING and not _about_what_may_come(judged):
            continue
        start = min(c.left_edge.idx for c in judges)
        about = subtree(judged)
        found.append(
            Assessment(
                spans=(cut(article.text, start, about.end_char),),
                rule=f"assessment.verb.{lemma(verb)}",
                score=SCORE,
                about=article.text[about.start_char : about.end_char],
            )
        )
    return found


def _embedded(token: "Token") -> bool:
    """Whether the judgement stands in a question or condition: "asked what the premier thinks", "if it is likely"."""
    for at in (token, *token.ancestors):
        if at.pos_ not in {"VERB", "AUX"}:
            continue
        if any(c.lower_ in _ASKING and c.dep_ in _ASKED_AS and c.i < at.i for c in at.children):
            return True
        if at.dep_ not in {"ccomp", "xcomp", "conj"}:
            break
    return token.sent.text.rstrip(" \"”’'").endswith("?")


_ASKING = {"what", "how", "why", "whether", "who", "if", "which"}
_ASKED_AS = {"mark", "advmod", "dobj", "attr", "pobj"}
# What these verbs govern is mostly opinion; a judgement is on what somebody can, may or means to do.
_OPINING = {"think", "believe", "estimate", "conclude"}
_INTENT = {"intend", "plan", "want", "aim", "seek", "prepare", "able", "capable", "likely", "unlikely", "try", "ready"}


def _about_what_may_come(judged: "Token") -> bool:
    modal = modal_of(judged)
    return modal is not None or lies_ahead(judged) or any(lemma(t) in _INTENT for t in (judged, *judged.children))


def _names_an_actor(words: "Tokens", mentions: Mentions) -> bool:
    """Whether the judgement is about somebody who can act; others are opinions about the world."""
    return any(words.start_char <= a.begins_at < words.end_char and a.type in _ACTING for a in mentions.actors)


_ACTING = {"state", "institution", "organisation", "group", "person"}
# "I think" is a manner of speaking; what follows it is read on its own.
_CHATTING = {"i", "you", "we"}


def _clause(words: "Tokens") -> "Tokens":
    """The smallest clause that holds the words, without the clauses coordinated with it."""
    head = words.root
    for at in (head, *head.ancestors):
        if at.pos_ in {"VERB", "AUX"} and at.dep_ in {"ROOT", "ccomp", "conj", "advcl", "relcl", "acl", "parataxis"}:
            head = at
            break
    start, end = head.left_edge.i, head.right_edge.i + 1
    for child in head.children:
        if child.dep_ in {"conj", "cc"} and child.i > words.start:
            end = min(end, child.left_edge.i)
        if child.dep_ in {"ccomp", "advcl"} and child.i < words.start and words.root not in child.subtree:
            start = max(start, child.right_edge.i + 1)
    return trimmed(head.doc, min(start, words.start), max(end, words.end))
