"""What the trained classifiers see of a dyad: words, types of cue words, and the path of the parse between the two."""

from typing import TYPE_CHECKING

from onrecord.records.events.cues import type_of
from onrecord.records.events.dyads import PARTIES, Dyad
from onrecord.syntax import lemma

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

Features = dict[str, float]
"""Weights of what is seen, by name; their squares add up to one for each group of features."""

Range = tuple[int, int]
"""Tokens of the Doc from the first number up to, not including, the second."""

_CONTENT = {"VERB", "NOUN", "ADJ", "ADV", "PROPN"}
_TOLD = {"prt", "neg", "aux", "auxpass", "prep", "dobj", "xcomp", "ccomp", "mark", "advmod", "acomp", "attr", "agent"}
_FARTHEST = 6


def dyad_features(dyad: Dyad) -> Features:
    """What tells whether the pair is one that news is about: the cue, the two heads, and how they hang on it."""
    actor, recipient, cue = dyad
    word, above, kind = lemma(cue), cue.head, type_of(cue)
    path = _down(cue, recipient)
    first = path[0] if path else ""
    names = [
        f"cue={word}", f"cue dep={cue.dep_}", f"cue tag={cue.tag_}", f"cue type={kind}",
        f"above={lemma(above)}", f"above type={type_of(above)}", f"depth={min(4, _depth(cue))}",
        f"order={actor.i < cue.i}{cue.i < recipient.i}",
        f"actor far={min(_FARTHEST, abs(actor.i - cue.i) // 2)}",
        f"recipient far={min(_FARTHEST, abs(recipient.i - cue.i) // 2)}",
        f"actor={lemma(actor)}", f"actor is={actor.pos_} {actor.ent_type_}", f"actor dep={actor.dep_}",
        f"recipient={lemma(recipient)}", f"recipient pos={recipient.pos_}", f"recipient ent={recipient.ent_type_}",
        f"recipient type={type_of(recipient)}",
        f"recipient holds={any(t.ent_type_ in PARTIES for t in recipient.subtree)}",
        f"path={'<'.join(path)}", f"path first={first}", f"path long={len(path)}",
        f"path cue={first} {word}", f"path ent={first} {recipient.ent_type_}",
        f"path type={kind} {len(path)} {recipient.ent_type_}",
        f"via={lemma(recipient.head.head if recipient.dep_ == 'pobj' else recipient.head)}",
    ]  # fmt: skip
    return _unit(dict.fromkeys(names, 1.0))


def _down(cue: "Token", recipient: "Token") -> list[str]:
    """Dependencies from the recipient up to the cue, prepositions named."""
    path: list[str] = []
    at = recipient
    while at != cue and at.head != at and len(path) < _FARTHEST:
        path.append(f"pobj:{at.head.lower_}" if at.dep_ == "pobj" else at.dep_)
        at = at.head
    return path


def _depth(token: "Token") -> int:
    return sum(1 for _ in token.ancestors)


def type_features(sentence: "Words", actor: Range | None, recipient: Range | None) -> Features:
    """What tells the PLOVER type of a pair: words of the sentence outside the pair, and what lies between the two."""
    return {**_unit(sentence.outside(actor, recipient)), **_unit(_Path(sentence, actor, recipient).features)}


def _unit(features: Features) -> Features:
    length = sum(v * v for v in features.values()) ** 0.5
    return {k: v / length for k, v in features.items()} if length else features


class Words:
    """The tokens of a sentence, looked up once for all its dyads."""

    def __init__(self, tokens: "Tokens") -> None:
        self.start = tokens.start
        self.lemmas = [lemma(t) for t in tokens]
        self.pos = [t.pos_ for t in tokens]
        self.tags = [t.tag_ for t in tokens]
        self.deps = [t.dep_ for t in tokens]
        self.entities = [t.ent_type_ for t in tokens]
        self.types = [type_of(t) for t in tokens]
        self.heads = [t.head.i - tokens.start for t in tokens]
        self.children: list[list[int]] = [[] for _ in self.heads]
        for at, head in enumerate(self.heads):
            if head != at:
                self.children[head].append(at)

    def within(self, tokens: Range | None) -> range:
        """Numbers in the sentence of a range of the Doc."""
        if tokens is None:
            return range(0)
        return range(max(0, tokens[0] - self.start), min(len(self.heads), tokens[1] - self.start))

    def head_of(self, inside: range) -> int | None:
        """The first of them that hangs on none of the others."""
        return next((i for i in inside if self.heads[i] == i or self.heads[i] not in inside), None)

    def up_from(self, at: int | None) -> list[int]:
        """The word and all it hangs on, up to the root."""
        path: list[int] = []
        while at is not None:
            path.append(at)
            at = self.heads[at] if self.heads[at] != at else None
        return path

    def outside(self, actor: Range | None, recipient: Range | None) -> Features:
        """Lemmas of the other words with their first letters, which stand for the family of a word."""
        left_out = {*self.within(actor), *self.within(recipient)}
        features: Features = {}
        for at, word in enumerate(self.lemmas):
            if at not in left_out and self.pos[at] in _CONTENT:
                features[f"word={word}"] = features[f"stem={word[:5]}"] = 1.0
        return features


class _Path:
    """The features of what lies between actor and recipient."""

    def __init__(self, sentence: Words, actor: Range | None, recipient: Range | None) -> None:
        self.features: Features = {}
        self._sentence = sentence
        actor_inside, recipient_inside = sentence.within(actor), sentence.within(recipient)
        actor_head, recipient_head = sentence.head_of(actor_inside), sentence.head_of(recipient_inside)
        actor_path, recipient_path = sentence.up_from(actor_head), sentence.up_from(recipient_head)
        if (meeting := next((i for i in actor_path if i in recipient_path), None)) is not None:
            up, down = actor_path[: actor_path.index(meeting) + 1], recipient_path[: recipient_path.index(meeting)]
            self._between(meeting, up, down, {actor_head, recipient_head})
        self._verb_of_actor(actor_path)
        over = (i for i in recipient_path if sentence.pos[i] in {"VERB", "AUX", "NOUN"} and i != recipient_head)
        if (nearest := next(over, None)) is not None:
            self._tell("over recipient", nearest, 2.0)
        self._side("actor", actor_head, actor_inside)
        self._side("recipient", recipient_head, recipient_inside)
        for kind in sentence.types:
            if kind:
                self.features[f"any={kind}"] = self.features.get(f"any={kind}", 0.0) + 0.4

    def _tell(self, name: str, at: int, weight: float) -> None:
        """A word under this name, and its type where it is a cue."""
        self.features[f"{name}={self._sentence.lemmas[at]}"] = weight
        if kind := self._sentence.types[at]:
            self.features[f"{name} type={kind}"] = weight

    def _between(self, meeting: int, up: list[int], down: list[int], ends: "set[int | None]") -> None:
        s, features = self._sentence, self.features
        on = [i for i in (*up, *down) if i not in ends]
        for at in on:
            self._tell("on", at, 1.0)
            for child in s.children[at]:
                if s.deps[child] in _TOLD:
                    features[f"on {s.deps[child]}={s.lemmas[at]} {s.lemmas[child]}"] = 1.0
                    features[f"{s.deps[child]}={s.lemmas[child]}"] = 1.0
                    if kind := s.types[child]:
                        features[f"beside type={kind}"] = 1.0
        self._tell("meeting", meeting, 2.0)
        features[f"path={'>'.join(s.deps[i] for i in up)}<{'<'.join(s.deps[i] for i in down)}"] = 0.3
        if (verb := next((i for i in on if s.pos[i] == "VERB"), None)) is not None:
            self._tell("first", verb, 2.0)
            features[f"first tag={s.tags[verb]}"] = 0.5
            if any(s.deps[c] == "neg" for c in s.children[verb]):
                features["first negated"] = 1.0

    def _verb_of_actor(self, path: list[int]) -> None:
        s = self._sentence
        verb = next((i for i in path if s.pos[i] in {"VERB", "AUX"}), None)
        if verb is None:
            return
        self._tell("over actor", verb, 2.0)
        for child in s.children[verb]:
            if s.deps[child] != "punct":
                self.features[f"over actor {s.deps[child]}={s.lemmas[child]}"] = 1.0

    def _side(self, name: str, head: int | None, inside: range) -> None:
        s, features = self._sentence, self.features
        if head is None:
            features[f"no {name}"] = 1.0
            return
        features[f"{name} ent={s.entities[head]}"] = features[f"{name} dep={s.deps[head]}"] = 0.5
        self._tell(f"{name} head", head, 0.7)
        for at in inside:
            self._tell(f"{name} has", at, 0.4)
