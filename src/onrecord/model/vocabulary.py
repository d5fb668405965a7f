"""The closed vocabularies: every word a field may hold."""

from typing import Literal, get_args

Kind = Literal[
    "attribution",
    "time",
    "place",
    "actor",
    "quantity",
    "credit",
    "meeting",
    "position",
    "activity",
    "assessment",
    "event",
]
KINDS: tuple[Kind, ...] = get_args(Kind)

Flag = Literal[
    "planned", "hypothetical", "negated", "historical", "unresolved", "no publication date", "headline", "question"
]

Form = Literal["direct", "mixed", "indirect"]
SourcingLevel = Literal[
    "named",  # a named person
    "office",  # an office or institution: "the Kremlin said"
    "specific unnamed",  # "a senior administration official"
    "vague unnamed",  # "officials", "sources"
    "document",
    "own voice",  # the outlet itself
    "other outlet",
    "none",  # passive or impersonal: "it is understood that"
]
Setting = Literal["call", "interview", "statement", "document", "post", "briefing", "speech"]

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Precision = Literal[
    "time", "part of day", "day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century"
]

PlaceReading = Literal["place", "government", "undecided"]
PlaceFeature = Literal["country", "admin", "city", "region", "water", "facility"]

ActorType = Literal["state", "institution", "organisation", "group", "person", "unnamed", "outlet"]
ActorReading = Literal[
    "government", "people", "undecided", "institution", "organisation", "group", "person", "source", "outlet"
]

QuantityModifier = Literal["exact", "approx", "at least", "at most", "more than", "less than", "between", "vague"]
QuantityClass = Literal[
    "personnel", "unit", "platform", "weapon", "distance", "duration", "money", "casualties", "other"
]

CreditRelation = Literal[
    "first_reported",  # X first reported it
    "cites",  # "according to a report in X", "X reported"
    "told",  # somebody told outlet X: a sign of where the text comes from
    "interview",
    "agency",  # credited agency of the text: "(AP) -", "Reporting by"
    "contributed",
    "republished_from",
]

MeetingFormat = Literal["bilateral", "trilateral", "multilateral", "call", "visit", "hosted by a third party"]
MeetingState = Literal["proposed", "planned", "under way", "held", "postponed", "cancelled", "refused", "broken off"]

PositionAct = Literal[
    "offer",
    "assurance",
    "demand",
    "refusal",
    "warning",
    "concern",
    "accusation",
    "endorsement",
    "concession",
    "denial",
]

PositionVoice = Literal[
    "own",  # the holder says or does it itself
    "other",  # somebody else says it of the holder
    "outlet",  # the article says it in its own voice
]
PositionStrength = Literal["strong", "weak"]
# What a position is beside the earlier ones of the same holder on the same thing.
Change = Literal[
    "new",  # nothing like it before
    "restated",
    "hardened",
    "softened",
    "made conditional",
    "contradicted",  # it is against what the holder itself said
    "withdrawn",
]

ActivityWhat = Literal[
    "build-up",
    "deployment",
    "exercise",
    "joint exercise",
    "flight",
    "site",
    "test",
    "transfer",
    "withdrawal",
    "use of force",
]
ActivityState = Literal[
    "proposed",
    "planned",
    "under construction",
    "operating",
    "under way",
    "done",
    "postponed",
    "cancelled",
    "denied",
]

# PLOVER 2.0 event types that records can map to (research: the manual's table of types).
PloverType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
