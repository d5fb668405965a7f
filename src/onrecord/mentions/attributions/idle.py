"""Finds that put nothing on anybody's word: purposes, impressions, what a speaker does by speaking."""

from collections.abc import Sequence

from onrecord.mentions.attributions.beside_tagger import BY_TAGGER
from onrecord.model import Attribution

# Verbs by which people report what they or their side have said: "I told him that ...", "we have offered to ...".
_TOLD = {
    "said", "told", "mentioned", "warned", "asked", "promised", "announced", "wrote", "noted", "heard", "clear",
    "reiterated", "repeated", "stressed", "emphasised", "emphasized", "explained", "proposed", "suggested", "offered",
    "agreed", "committed", "urged", "insisted", "argued", "pledged", "vowed", "assured", "informed", "demanded",
    "requested", "rejected", "denied", "replied", "predicted",
}  # fmt: skip
# A content of these alone tells nothing: "he may deny it", "what they said".
_EMPTY = {"it", "this", "that", "these", "those", "them", "him", "her", "what", "which", "so", "things", "something"}
# Verbs of a topic, or of an attitude that the outer speaker only ascribes: no word of anybody inside another content.
_TOPICAL = {"discuss", "discussed", "discussing", "support", "supported", "supporting", "supports", "offer", "offers"}
# What things do too: "it shows who our friends are".
_SHOWING = {
    "confirm", "confirmed", "confirms", "demonstrate", "demonstrated", "demonstrates", "prove", "proved", "proves",
    "show", "showed", "shows",
}  # fmt: skip
# "Varenia could ask for more", "will ask": nobody has said it yet.
_OPEN_MODALS = {"may", "might", "could", "should", "can", "must", "will", "shall", "’ll", "'ll"}
# Sources that are mostly no speakers.
_THINGS = {"it", "that", "this", "which"}
# A noun with one of these has a topic, with "of" or "for" what is denied, alleged or asked for.
_TOPICS = {"about", "against", "as", "in", "on", "over", "to", "with"}
# What something looks like to the outlet.
_SEEMING = {"appear", "appears", "appeared", "seem", "seems", "seemed"}


def is_idle(attribution: Attribution) -> bool:
    """Whether it puts nothing on anybody's word.

    "to discuss tariffs" is a purpose, "appeared to wave" an impression of the outlet's; and "I want to thank you" is
    what the speaker, to whom the words around are attributed, says anyway. "I told him that ..." stays.
    """
    cue = " ".join(c.text for c in attribution.cue).casefold().split()
    person = attribution.source[0].text.casefold() if attribution.source else ""
    if person in {"i", "we", "you"}:
        by_rule = attribution.rule != BY_TAGGER
        return by_rule if attribution.parent is None else not _TOLD & set(cue)
    if attribution.parent is not None and cue and _says_nothing(attribution, cue, person):
        return True
    if not cue or attribution.form != "indirect":
        return False
    purpose = cue[0] == "to" and attribution.rule in {"attribution.object", "attribution.infinitive"}
    return purpose or (cue[-1] in _SEEMING and not person)


def _says_nothing(attribution: Attribution, cue: Sequence[str], person: str) -> bool:
    """Whether a nested one is empty ("deny it"), open ("will ask", "asking"), a topic, or what a thing shows."""
    if {w.casefold() for s in attribution.content for w in s.text.split()} <= _EMPTY:
        return True
    if not person and {"be"} | _OPEN_MODALS >= set(cue[:2]) and len(cue) > 2:
        return True  # "it should be said"
    if attribution.rule != BY_TAGGER and (_OPEN_MODALS & set(cue) or (person in _THINGS and _SHOWING & set(cue))):
        return True
    if attribution.rule == "attribution.object":
        return bool(_TOPICAL & set(cue)) or cue[0].endswith("ing")
    if attribution.rule == "attribution.infinitive":
        return cue[0].endswith("ing")
    if attribution.rule == "attribution.noun":
        return cue[-1] in _TOPICS or "support" in cue or (not person and cue[-1] == "for")
    return attribution.rule in {"attribution.adjective", "attribution.preposition"}
