"""Assessments: judgements about intent, capability and prospects, in the words of the one who judges."""

import re
from functools import cache
from typing import TYPE_CHECKING

from onrecord.data import table, words
from onrecord.model import Article, Assessment, Mentions, cut
from onrecord.records.parties import Parties, Party
from onrecord.syntax import is_question, lemma, lies_ahead, modal_of, subjects, subtree, trimmed

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
    parties = Parties(mentions, article)
    found: list[Assessment] = []
    for sentence in doc.sents:
        if sentence.root.dep_ == "gap":
            continue
        drafts = [*_by_phrase(sentence, article, parties), *_by_verb(sentence, article, mentions, parties)]
        for draft in sorted(drafts, key=lambda d: (d.begins_at, -d.ends_at)):
            near = (k for k in found[-3:] if k.begins_at <= draft.begins_at and draft.ends_at <= k.ends_at)
            if any(near) or _is_outsider(draft.begins_at, parties):
                continue
            if not _is_domestic(draft, sentence, parties):
                found.append(draft)
    return found


@cache
def _phrases() -> list[tuple[re.Pattern[str], dict[str, str]]]:
    return [(pattern_of(row["pattern"]), row) for row in table("en/assessment_patterns")]


@cache
def _any_phrase() -> re.Pattern[str]:
    """Most sentences hold none: to ask for all at once, in lower-case text, takes a tenth of the time."""
    return pattern_of("|".join(row["pattern"] for row in table("en/assessment_patterns")), flags=re.NOFLAG)


def pattern_of(words: str, *, flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    """The words as they may be written: over a line's end, or with some of them in quotation marks."""
    return re.compile(rf"{_START}(?:{words.replace(' ', _SPACE)})(?!\w)", flags)


_START = r"(?:\b(?=\w)|(?<=\w)(?=n['’]t))"  # also inside "didn't"
_SPACE = r"""(?:\s["“'‘]?)"""


def _by_phrase(sentence: "Tokens", article: Article, parties: Parties) -> list[Assessment]:
    found: list[Assessment] = []
    text = sentence.text
    if not _any_phrase().search(text.lower()):
        return found
    for match, row in ((m, row) for pattern, row in _phrases() for m in pattern.finditer(text)):
        words = sentence.doc.char_span(
            sentence.start_char + match.start(), sentence.start_char + match.end(), alignment_mode="expand"
        )
        if words is None or _embedded(words.root):
            continue
        clause = _clause(words)
        after = trimmed(sentence.doc, words.end, max(words.end, clause.end))
        about = after if row["about"] == "after" else clause
        judge = _judge(words.root, parties, by_subject=row["judge"] == "subject")
        if row["judge"] in {"other", "rival"} and not _is_another(words.root, judge, parties):
            continue
        if row["judge"] == "rival" and judge is None:
            continue
        start, end = min(clause.start_char, words.start_char), max(clause.end_char, words.end_char)
        found.append(
            Assessment(
                spans=(cut(article.text, start, end),),
                rule="assessment.phrase",
                score=SCORE,
                holder=judge,
                about=article.text[about.start_char : about.end_char] or None,
            )
        )
    return found


def _judge(word: "Token", parties: Parties, *, by_subject: bool) -> str | None:
    """Whose judgement it is: the subject's of a word of judging, else the speaker's; none is the article's own."""
    if by_subject:
        verb = next((a for a in (word, *word.ancestors) if a.pos_ in {"VERB", "AUX"}), None)
        for subject in subjects(verb) if verb is not None else ():
            if (party := next(iter(parties.all_of(subject)), None)) is not None and party.actor:
                return party.side
    speaker = parties.speaker_at(word.idx) or parties.publisher()
    return speaker.side if speaker is not None else None


def _is_another(word: "Token", judge: str | None, parties: Parties) -> bool:
    """Whether the clause is about somebody else than who judges: an actor, or a pronoun for one."""
    verb = next((a for a in (word, *word.ancestors) if a.pos_ in {"VERB", "AUX"} and subjects(a)), None)
    subject = next(iter(subjects(verb)), None) if verb is not None else None
    if subject is None or subject.lower_ in _CHATTING:
        return False
    about = parties.of(subject) or _owner(subject, parties)
    if about is not None:
        return about.side != judge and parties.side_of(about.actor) is not None
    if lemma(subject) in _OUTCOMES | words("en/force_nouns"):
        return True  # "the talks are likely to fail", "such launchers will be able to hit Vare"
    reported = parties.attribution_at(subject.idx) is not None and not parties.is_direct(subject.idx)
    return subject.lower_ in {"it", "they"} and not reported  # "said it will": most likely the speaker


def _is_domestic(draft: Assessment, sentence: "Tokens", parties: Parties) -> bool:
    """Whether somebody judges a matter within one state: nothing that sides bargain about, no state named as such, and
    those named here, right before or as who judges are all of one side."""
    if any(lemma(t) in _BARGAINING for t in sentence) or parties.names_a_side(sentence.start_char, sentence.end_char):
        return False
    start = sentence
    for _ in range(_BEFORE):
        start = start[0].nbor(-1).sent if start.start > 0 else start
    home = parties.publisher()
    judging = {parties.side_of(draft.holder), home.side if home else None} - {None}
    sides = parties.sides_between(start.start_char, sentence.end_char) | judging
    return len(sides) < _TWO and bool(sides or draft.holder)


_BEFORE = 3  # sentences
_TWO = 2


def _owner(subject: "Token", parties: Parties) -> Party | None:
    """Whose aim or move the subject is: "Ostmark's goal", "an attempt by Ostmark"."""
    owners = [c for c in subject.children if c.dep_ in {"poss", "amod", "compound"}]
    owners += [g for c in subject.children if c.lower_ in {"of", "by"} for g in c.children if g.dep_ == "pobj"]
    return next((party for o in owners if (party := parties.of(o)) is not None), None)


def _is_outsider(offset: int, parties: Parties) -> bool:
    """Whether somebody judges who is no political actor: an analyst, an outlet."""
    attribution = parties.attribution_at(offset)
    if attribution is None or not attribution.source:
        return False
    return bool(_OUTSIDERS.search(" ".join(s.text for s in attribution.source)))


_OUTSIDERS = re.compile(
    r"\b(?:analysts?|experts?|observers?|professors?|scholars?|columnists?|critics|pundits|researchers?|reporters?|"
    r"journalists?|polls?|historians?|economists?|investors?|fellows?|commentators?)\b",
    re.IGNORECASE,
)


def _judges(above: "Token", verb: "Token") -> "list[Token]":
    """Subjects of a verb that stand before another one, or before itself."""
    return [c for c in above.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i < verb.i]


def _by_verb(sentence: "Tokens", article: Article, mentions: Mentions, parties: Parties) -> list[Assessment]:
    found = []
    for verb in sentence:
        if not (verb.pos_ == "VERB" and lemma(verb) in _JUDGING) and verb.lower_ not in _SURE:
            continue
        judged = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
        judges = _judges(verb, verb) or _judges(verb.head, verb)
        if any(_OUTSIDERS.search(subtree(j).text) for j in judges):
            continue
        if judged is None or not judges or sentence.text.rstrip().endswith("?"):
            continue
        if judges[0].lower_ in _CHATTING and not (_on_prospects(judged) or lemma(judged) in _INTENT):
            continue
        if not _names_an_actor(subtree(judged), mentions) or _embedded(verb):
            continue
        if (lemma(verb) in _OPINING or verb.lower_ in _SURE) and not _about_what_may_come(judged):
            continue
        judge = next(iter(parties.all_of(judges[0])), None)
        who = judge.side if judge is not None else None
        if (
            lemma(verb) not in {"expect", "doubt"}
            and not _is_another(judged, who, parties)
            and not _on_prospects(judged)
        ):
            continue
        if judge is None and judges[0].pos_ != "PRON":
            continue  # nobody who acts in politics
        start = min(c.left_edge.idx for c in judges)
        about = subtree(judged)
        found.append(
            Assessment(
                spans=(cut(article.text, start, about.end_char),),
                rule=f"assessment.verb.{lemma(verb)}",
                score=SCORE,
                holder=judge.side if judge is not None else _judge(verb, parties, by_subject=False),
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
    return is_question(token.sent)


def _on_prospects(judged: "Token") -> bool:
    """ "I think we will have a deal": said of what comes of it, and not of anything."""
    return _about_what_may_come(judged) and any(lemma(t) in _OUTCOMES for t in judged.subtree)


_OUTCOMES = {
    "relationship", "relation", "deal", "agreement", "talk", "summit", "meeting", "peace", "war", "progress", "success",
    "negotiation", "breakthrough", "accord", "truce", "ceasefire", "invasion", "attack", "escalation",
}  # fmt: skip
_BARGAINING = _OUTCOMES | {
    "discussion", "dialogue", "conversation", "agenda", "settlement", "partnership", "diplomacy", "treaty", "strike",
    "offensive", "armistice", "tie", "cooperation",
}  # fmt: skip
_SURE = {"convinced", "confident", "certain", "sure"}
_ASKING = {"what", "how", "why", "whether", "who", "if", "which"}
_ASKED_AS = {"mark", "advmod", "dobj", "attr", "pobj"}
# What these verbs govern is mostly opinion; a judgement is on what somebody can, may or means to do.
_OPINING = {"think", "believe", "estimate", "conclude"}
_INTENT = {"intend", "plan", "want", "aim", "seek", "prepare", "able", "capable", "likely", "unlikely", "try", "ready"}


def _about_what_may_come(judged: "Token") -> bool:
    modal = modal_of(judged)
    return (
        modal not in {None, "should", "must"}
        or lies_ahead(judged)
        or any(lemma(t) in _INTENT for t in (judged, *judged.children))
    )


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
