"""PLOVER 2.0 types of meetings, positions and activities (manual, table of event types)."""

from onrecord.model.vocabulary import ActivityWhat, MeetingState, PloverType, PositionAct

# A planned meeting is AGREE, never CONSULT; a cancelled or refused one REJECT.
OF_MEETINGS: dict[MeetingState, PloverType] = {
    "proposed": "REQUEST",
    "planned": "AGREE",
    "under way": "CONSULT",
    "held": "CONSULT",
    "postponed": "AGREE",
    "cancelled": "REJECT",
    "refused": "REJECT",
    "broken off": "SANCTION",
}

# Of what is said; a concern or a denial alone is no event there.
OF_POSITIONS: dict[PositionAct, PloverType] = {
    "offer": "AGREE",
    "assurance": "AGREE",
    "demand": "REQUEST",
    "refusal": "REJECT",
    "warning": "THREATEN",
    "accusation": "ACCUSE",
    "endorsement": "SUPPORT",
    "concession": "CONCEDE",
}

# A standing site is a state and no event.
OF_ACTIVITIES: dict[ActivityWhat, PloverType] = {
    "build-up": "MOBILIZE",
    "deployment": "MOBILIZE",
    "exercise": "MOBILIZE",
    "joint exercise": "COOPERATE",
    "flight": "MOBILIZE",
    "test": "MOBILIZE",
    "transfer": "AID",
    "withdrawal": "RETREAT",
    "use of force": "ASSAULT",
}
