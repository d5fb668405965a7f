"""Who asks in a transcript whose questions are labelled "Q": whoever was called upon by name, or greeted."""

import re
from collections.abc import Callable, Collection, Sequence

from onrecord.data import words
from onrecord.mentions.turns import is_question
from onrecord.model import Attribution, Speaker

_FIRST_NAMES = words("en/first_names")
_NAME = r"(?P<name>[A-Z][\w’'-]*[a-z][\w’'-]*(?:\s[A-Z][\w’'-]*[a-z][\w’'-]*)?)"
_START = (
    r"(?:^|[.?!…—–-]\s+)(?:(?:Okay|OK|Yes|Yeah|Sure|All right|Hi|Hey|Next|And|With that|Let[’']s go to|Over to)[,.]?\s+"
    r"|[a-z]+\s(?=[Gg]o ahead))*"
)
_OUTLET = r",? (?:from|of|with|at) (?:the |The )?[A-Z][\w .]{1,30}(?:, please)?"
# "Zeke, go ahead." and "Go ahead, Zeke." call anybody; a mere "Zeke." at the end somebody of a known first name.
_CALLS = re.compile(
    rf"{_START}(?:and\s)?{_NAME}[,.]?\s(?:go ahead|kick us off|why don[’']t you|do you want to|your line"
    r"|[Yy]ou[’']re up|[Yy]ou(?:[’']ve| have) (?:got )?the)\b[^.?!]{0,60}[.?!]?\s*$"
)
_CALLS_AFTER = re.compile(
    rf"(?:\b[Gg]o ahead,\s{_NAME}|\b[Ll]et[’']s go to {_NAME.replace('name', 'to')}(?:{_OUTLET})?"
    rf"|{_START}(?:So,? )?{_NAME.replace('name', 'of')},? (?:from|with|at) (?:the |The )?[A-Z][\w .]{{1,30}})"
    r"[.?!]?\s*$"
)
_NAMES = re.compile(rf"{_START}{_NAME}\s*[.?!—–-]*\s*$")
# A question that opens so is put by somebody who was not asking before.
_OPENS = re.compile(
    r"(?:Okay[.,] )?(?:Thanks|Thank you|Hi|Hey|Hello|Good (?:morning|afternoon|evening)|Yes, hi|\(As interpreted"
    r"|Mr|Madam|Vice President|President)\b"
)
_NOBODY_NAMED = re.compile(r"\b[Gg]o ahead[.?!]?\s*$|\b(?:Yes|Yeah|Next(?: question)?)\?\s*$|\bnext question\.?\s*$")
_GREETS = re.compile(rf"(?:Hi|Hey|Hello|Thanks|Thank you|Good (?:morning|afternoon|evening)),\s{_NAME}[.!,]")
# A question whose label was not found: "We wait. Q: Why?".
_RUN_IN = re.compile(r"\bQ\b")
# Letters at the start of a question among which somebody may be greeted.
_LONGEST_GREETING = 60
# Letters at the end of an answer among which somebody may be called upon.
_LONGEST_CALL = 160
_LONGEST_NAME = 3  # words
# Words that stand alone at the end of an answer and are no names.
_NO_NAMES = {
    "The", "A", "So", "And", "Thanks", "Thank", "Sure", "Yes", "No", "Okay", "Great", "Right", "Hello", "Correct",
    "Next", "Please", "Oh", "Yeah", "Yep", "Hey", "Hi", "Well", "Sorry", "Just", "But", "Now", "Actually", "Wait",
}  # fmt: skip


def named_questioners(turns: Sequence[Attribution], persons: Collection[str]) -> dict[str, str]:
    """Ids of questions with the name of who asks, by the fullest name that the article has.

    "MS. BERG: Go ahead, Zeke." names who asks next and in the exchange that follows, "MS. BERG: Hi, Zeke." also who
    asked just before. "Go ahead." alone, or a second question in a row, is somebody else, nobody knows who.
    `persons` are those whom the article gives no office; whoever has a label of his own is called upon to answer.
    """
    answering = {word for turn in turns for word in turn.source[0].text.rstrip(": ").casefold().split()[-1:]}
    asking: dict[str, str] = {}
    current: str | None = None
    called: str | None = None
    before: Attribution | None = None
    for turn in turns:
        words = " ".join(" ".join(c.text.split()) for c in turn.content)
        if is_question(turn.source[0].text):
            follows = before is not None and is_question(before.source[0].text)
            current = None if follows or (not called and _OPENS.match(words)) else current
            if current is not None:
                asking[turn.id] = _fullest(current, persons)
        else:
            greeted = _GREETS.match(words)
            if greeted and before is not None and is_question(before.source[0].text):
                current = greeted["name"]
                asking[before.id] = _fullest(current, persons)
            called = _called(words, persons)
            called = None if called and answering & set(called.casefold().split()) else called
            current = called or (None if _NOBODY_NAMED.search(words) else current)
        before = turn
    return asking


def misnamed_questions(turns: Sequence[Attribution], speaker_of: Callable[[str], Speaker]) -> frozenset[str]:
    """Ids of questions that stand under the label of who answers, a slip of the transcript.

    "MS. BERG: Thank you, Ana. One more." beside a turn of Ana Berg's, and what ends as a question between two of hers.
    """
    labels = [turn.source[0].text for turn in turns]
    misnamed: set[str] = set()
    for n, label in enumerate(labels):
        before, after = labels[n - 1 : n] == [label], labels[n + 1 : n + 2] == [label]
        if not label.isupper() or is_question(label) or not (before or after):
            continue
        words = " ".join(" ".join(c.text.split()) for c in turns[n].content)
        between = before and after and turns[n - 1].id not in misnamed
        asks = between and words.endswith("?") and not _RUN_IN.search(words)
        greeted = {g["name"].split()[0] for g in _GREETS.finditer(words[:_LONGEST_GREETING])}
        if not asks and not greeted:
            continue
        speaker = speaker_of(label)
        name = (speaker.actor or "").split() if speaker.type == "person" else []
        if (asks and name) or (name[1:] and name[0] in greeted):
            misnamed.add(turns[n].id)
    return frozenset(misnamed)


def _called(words: str, persons: Collection[str]) -> str | None:
    """The name that an answer ends by calling: "Okay. Zeke, why don't you kick us off?"."""
    words = words[-_LONGEST_CALL:]
    if call := _CALLS.search(words) or _CALLS_AFTER.search(words):
        name = next(n for n in call.groupdict().values() if n)
        return None if name.split()[0] in _NO_NAMES else name
    call = _NAMES.search(words)
    return call["name"] if call is not None and _is_known(call["name"], persons) else None


def _is_known(name: str, persons: Collection[str]) -> bool:
    given = name.split()[0]
    return given in _FIRST_NAMES or any(given in who.split() for who in persons)


def _fullest(name: str, persons: Collection[str]) -> str:
    fuller = [who for who in persons if len(who.split()) <= _LONGEST_NAME and (who.split()[0] == name or who == name)]
    return fuller[0] if len(fuller) == 1 else name
