"""Positions in their parts: consequences, conditions, voice, strength, and what the tagger adds."""

import msgspec
import pytest

from factories import an_article, parsed
from onrecord.model import Position, Trigger
from onrecord.model.vocabulary import PositionAct
from onrecord.pipeline import read_article
from onrecord.records.parties import Parties
from onrecord.records.positions import RULES, find_positions
from onrecord.records.positions.conditions import carried_on, conditions
from onrecord.records.positions.drafts import Draft
from onrecord.records.positions.learned import LEAST, LEAST_BY_ACT, learned_drafts
from onrecord.records.positions.seen import DOUBTED, SEEN
from reading_factories import mentioned, told


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        (
            "Varenia said it will impose sanctions if Ostmark invades the province.",
            "if Ostmark invades the province",
        ),
        ("An invasion by Ostmark would be met with a swift response, Varenia said.", "An invasion by Ostmark"),
    ],
)
def test_a_consequence_warns_who_would_bring_it_about(text: str, condition: str) -> None:
    """The deed is the condition, and its doer both mover and addressee."""
    (found,) = [p for p in told(text) if p.rule == "position.consequence"]
    assert (found.act, found.holder, found.addressee) == ("warning", "Varenia", "Ostmark")
    assert found.flags == ()  # "would" is of the harm, and the warning is given
    assert found.condition is not None
    assert (found.condition.spans[0].text, found.condition.mover) == (condition, "Ostmark")


@pytest.mark.parametrize(
    "text",
    [
        "An invasion by Ostmark would not be met with a response, Varenia said.",
        "The parade will cost a million, Varenia said.",
        "Varenia said it will impose sanctions.",
        "Varenia said it will pay if Varenia invades the province.",
        "If Ostmark invades the province, it will pay.",
        "If Ostmark opens the gates, it will have a positive effect on the price of grain, Varenia said.",
    ],
)
def test_no_consequence_without_harm_to_another(text: str) -> None:
    """Denied, harmless, without a mover, one's own, or said by nobody."""
    assert not [p for p in told(text) if p.rule == "position.consequence"]


@pytest.mark.parametrize(
    ("text", "words", "mover", "reciprocal"),
    [
        (
            "Varenia is ready to open the gates if Ostmark withdraws its guns.",
            "if Ostmark withdraws its guns",
            "Ostmark",
            False,
        ),
        (
            "Varenia is ready to open the gates unless Ostmark closes the lock.",
            "unless Ostmark closes the lock",
            "Ostmark",
            False,
        ),
        ("Varenia is ready to open the gates in return for a pledge.", "in return for a pledge", None, False),
        (
            "Varenia is ready to open the gates if Ostmark takes reciprocal steps.",
            "if Ostmark takes reciprocal steps",
            "Ostmark",
            True,
        ),
        ("Varenia offered mutual inspections.", "mutual inspections", None, True),
        (
            "Should Ostmark choose to withdraw, Varenia is ready to talk.",
            "Should Ostmark choose to withdraw",
            "Ostmark",
            False,
        ),
        (
            "Were Ostmark to withdraw its ships, Varenia is ready to talk.",
            "Were Ostmark to withdraw its ships",
            "Ostmark",
            False,
        ),
        ("Varenia is ready to talk in the event of a truce.", "in the event of a truce", None, False),
        ("Varenia is ready to talk only if Ostmark stops.", "only if Ostmark stops", "Ostmark", False),
        (
            "Varenia said that if Ostmark — if Ostmark opens the gates, Varenia is ready to talk.",
            "if Ostmark opens the gates",
            "Ostmark",
            False,
        ),
        (
            "Varenia is ready to talk if Ostmark leaves Lorvane and the aid the allies are giving.",
            "if Ostmark leaves Lorvane",
            "Ostmark",
            False,
        ),
    ],
)
def test_conditions(text: str, words: str, mover: str | None, reciprocal: bool) -> None:
    """What it takes, and who must move."""
    (found,) = [p for p in told(text) if p.act == "offer"]
    assert found.condition is not None
    on = found.condition
    assert (on.spans[0].text, on.mover, on.reciprocal) == (words, mover, reciprocal)


def test_who_must_move_is_whom_it_asks() -> None:
    """A pronoun in the condition of a demand is not who demands: "Varenia urged Ostmark to leave if it is late"."""
    (found,) = [p for p in told("Varenia urged Ostmark to leave the talks if it is not ready.") if p.act == "demand"]
    assert found.condition is not None
    assert found.condition.mover == "Ostmark"


@pytest.mark.parametrize(
    "text",
    [
        "Varenia reaffirmed its mutual commitment to peace.",
        "Varenia is ready to open the gates.",
        "Varenia rejected the draft if that matters.",
        "Varenia fears that the river will be closed.",
        "Varenia is ready to talk, even if Ostmark stays.",
        "Varenia offered talks once Ostmark had closed the bridge.",
        "Varenia offered to ask if Ostmark will withdraw.",
        "Varenia is ready to talk, if you look at the record.",
        "Varenia is ready for a mutually useful exchange of views.",
        "Varenia is ready to work in areas of mutual interest.",
        "Varenia offered the mutual recognition of passports.",
        "Varenia urged Ostmark to find out if the gates are open.",
        "Varenia promised that a system will be provided that can stop the fires.",
        "Varenia concedes that it opened the gates, if not the bridge.",
    ],
)
def test_no_condition(text: str) -> None:
    """ "Mutual" of an assurance, or an act that nothing can be the price of."""
    found = told(text)
    assert found
    assert all(p.condition is None for p in found)


def test_an_inverted_condition_is_no_demand() -> None:
    """ "Should Ostmark go on" asks nothing; it is the condition of what follows."""
    found = told("Varenia said that it is ready to close the gates should Ostmark invade the province.")
    assert [(p.act, [s.text for s in p.condition.spans] if p.condition else None) for p in found] == [
        ("offer", ["should Ostmark invade the province"])
    ]


@pytest.mark.parametrize(
    ("said", "content"),
    [
        ("Ostmark's gas is not on the table, and Berg says so.", "Ostmark's gas"),
        ("Such barges are a red line for Ostmark.  What do you say?", "Such barges"),
        ("And the new bases in Varenia are unacceptable to Ostmark.", None),
    ],
)
def test_a_label_is_no_part_of_the_content(said: str, content: str | None) -> None:
    """Whatever the parser makes of it."""
    (found,) = told(f"MS. HOLT:  We will wait.\n\nQ    {said}\n\nMS. HOLT:  No.")
    assert [c.text for c in found.content] == ([content] if content else [])


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Varenia listed the bases, which it opposes, and the barges.", "the bases"),
        ("The heavy duties that Varenia is prepared to impose are known.", "The heavy duties that Varenia"),
        ("Varenia does not want ships and barges, you know, bumping into each other.", "ships and barges, you know"),
        ("Varenia refused to sign the pact and the new accord.", "to sign the pact and the new accord"),
        ("If they invade Lorvane, Varenia is ready to shut the pipeline down.", "to shut the pipeline down"),
    ],
)
def test_the_content_is_whole(text: str, content: str) -> None:
    """With what a relative clause is about, all that is wanted of a thing, and every object."""
    (found,) = told(text)
    assert found.content[0].text.startswith(content)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Varenia urged Ostmark to reduce the tension and made plain that it would wait.", "to reduce the tension"),
        (
            "Varenia rejected the demand that it shut the port while waiting for help.",
            "the demand that it shut the port",
        ),
        (
            "Varenia will not accept inspectors at the dam, and Ostmark knows it.",
            "Varenia will not accept inspectors at the dam",
        ),
        (
            "Ships left the bay, which Varenia had asked Ostmark to patrol.",
            "the bay, which Varenia had asked Ostmark to patrol",
        ),
        ("The premier of Varenia called the demand unacceptable and left.", "the demand"),
    ],
)
def test_the_content_ends_with_what_is_told(text: str, content: str) -> None:
    """Nothing of what is said or done beside it."""
    (found,) = told(text)
    assert [s.text for s in found.content] == [content]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Varenia said it rejected the draft.", "own"),
        ("Ostmark said Varenia rejected the draft.", "other"),
        ("Varenia rejected the draft.", "outlet"),
    ],
)
def test_voice(text: str, voice: str) -> None:
    """Whose word it is that the holder holds it."""
    assert [(p.holder, p.voice) for p in told(text)] == [("Varenia", voice)]


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("Varenia strongly condemned the raid.", "strong"),
        ("Varenia voiced deep concern over the drills.", "strong"),
        ("Varenia could accept a pause.", "weak"),
        ("Varenia hinted at a pause.", "weak"),
        ("Varenia condemned the raid.", None),
        pytest.param(
            "Varenia condemned the strong wind.",
            None,
            marks=pytest.mark.xfail(strict=True, reason="what qualifies any object of a cue counts for the cue"),
        ),
    ],
)
def test_strength(text: str, strength: str | None) -> None:
    """By the cue and what qualifies it."""
    found = told(text)
    assert found
    assert {p.strength for p in found} == {strength}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They will pay if Ostmark invades Lorvane. They will face a ban.", "if Ostmark invades Lorvane"),
        (
            "They will pay if Ostmark invades Lorvane. They will pay. They will face a ban.",
            "if Ostmark invades Lorvane",
        ),
        ("They will pay if Ostmark invades Lorvane. It will face a ban.", None),
        ("They will pay if Ostmark invades Lorvane. They would face a ban.", None),
        ("They will pay if Ostmark invades Lorvane. Snow fell. They will face a ban.", None),
    ],
)
def test_a_series_goes_on_under_its_condition(text: str, words: str | None) -> None:
    """As long as subject and modal stay."""
    _, _, doc = parsed(text)
    face = next(t for t in doc if t.text == "face")
    stated = carried_on(doc[face.i : face.i + 1])
    assert (stated.words.text if stated else None) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Varenia will not sign the treaty without a pledge from Ostmark.", "without a pledge from Ostmark"),
        ("There can be no deal without inspections of the dam.", "without inspections of the dam"),
        ("Without securing the border there can be no truce.", "Without securing the border"),
        (
            "Varenia will come on the understanding that the gates stay open.",
            "on the understanding that the gates stay open",
        ),
    ],
)
def test_what_is_denied_without_it(text: str, words: str) -> None:
    """What is lacking is the condition of what is denied; an understanding that somebody comes with."""
    _, _, doc = parsed(text)
    assert [c.words.text for sentence in doc.sents for c in conditions(sentence)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Under no circumstances should Ostmark join the league, Varenia said.",
        "Varenia demands that Ostmark at once withdraw its troops.",
        "Varenia warned on condition of anonymity that Ostmark will attack.",
        "Varenia will help, just in case.",
        "Varenia is ready to meet again if necessary.",
        "Varenia will sign the treaty without hesitation.",
        "Varenia did not vote without reason.",
    ],
)
def test_what_is_no_condition(text: str) -> None:
    """Fronted negatives, "at once", anonymity, manners of speaking, a lack that denies nothing ahead."""
    _, _, doc = parsed(text)
    assert [c.words.text for sentence in doc.sents for c in conditions(sentence)] == []


def learned(
    text: str,
    word: str,
    *,
    act: PositionAct,
    share: float = 0.9,
    holder: str = "",
    addressee: str = "",
    home: str | None = None,
) -> list[Draft]:
    """The drafts that are added where the tagger says that the word tells the act, of the holders it points to."""
    article, doc, mentions = mentioned(text)
    at = {t.text: t.i for t in doc}
    holders, addressees = (tuple(at[w] for w in words.split()) for words in (holder, addressee))
    trigger = Trigger(at[word], {act: share}, {}, {}, {}, holders, addressees, ())
    parties = Parties(msgspec.structs.replace(mentions, triggers=(trigger,), home=home), article)
    drafts = []
    for sentence in doc.sents:
        by_rule = [d for rule in RULES for d in rule(sentence, parties)]
        drafts += learned_drafts(sentence, parties, by_rule)
    return drafts


def test_what_the_tagger_tells_becomes_a_draft() -> None:
    """Held by whom it points to, else by whom the sentence says; the score is its share."""
    text = "Varenia wants the barges gone, its envoy said. Ostmark laughed it off."
    [draft] = learned(text, "laughed", act="refusal", share=0.83)
    assert (draft.act, [h.side for h in draft.holders], draft.score) == ("refusal", ["Ostmark"], 0.83)
    [draft] = learned(text, "laughed", act="refusal", holder="Varenia")
    assert [h.side for h in draft.holders] == ["Varenia"]


@pytest.mark.parametrize(
    ("text", "word", "act", "share"),
    [
        ("Varenia rejected the draft.", "rejected", "refusal", 0.9),
        ("Ostmark laughed it off.", "laughed", "refusal", LEAST - 0.05),
        ("A tall mast laughed it off.", "laughed", "refusal", 0.9),
        ("Varenia imposed tolls on Ostmark.", "imposed", "accusation", 0.9),
        ("Ostmark needs the grain of Varenia.", "needs", "demand", 0.9),
    ],
)
def test_what_a_rule_told_or_nobody_holds_is_not_added(text: str, word: str, act: PositionAct, share: float) -> None:
    """Of one cue and act there is one draft; what the tagger adds is sure, held by somebody and no deed of his own."""
    assert learned(text, word, act=act, share=share) == []


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("The deal of Varenia raised fears among its allies.", ["allies"]),
        ("The deal of Varenia raised fears.", []),
        ("The deal of Varenia raised fears about its course towards Ostmark among allies.", ["allies"]),
    ],
)
def test_what_a_thing_stirs_is_not_held_by_whose_it_is(text: str, sides: list[str]) -> None:
    """But by those among whom it is stirred, if the text tells them."""
    [draft] = learned(text, "raised", act="concern", holder="Varenia")
    assert [h.side for h in draft.holders] == sides


@pytest.mark.parametrize(
    ("text", "word", "act", "holder", "sides"),
    [
        # Of two that are no pair the one who does it, else the one whose word it is.
        ("Varenia heard the guild. Ostmark laughed it off.", "laughed", "refusal", "Varenia Ostmark", ["Ostmark"]),
        ("Varenia and Ostmark laughed it off.", "laughed", "refusal", "Varenia Ostmark", ["Varenia", "Ostmark"]),
        ("Varenia named boats stopped by Ostmark.", "stopped", "accusation", "Varenia Ostmark", ["Ostmark"]),
        ("Varenia said the guild is a foe. Ostmark left.", "foe", "accusation", "Varenia Ostmark", ["Varenia"]),
        # What a speaker tells of another is no act of that one.
        ("“Ostmark ruined the old town,” Varenia said.", "ruined", "accusation", "Ostmark", ["Varenia"]),
        # What is feared does not fear.
        ("There are fears that Ostmark will close the lock.", "fears", "concern", "Ostmark", []),
        ("One worry is that Ostmark may close the lock.", "worry", "concern", "Ostmark", []),
    ],
)
def test_whom_the_tagger_points_to_holds_it_in_its_clause(
    text: str, word: str, act: PositionAct, holder: str, sides: list[str]
) -> None:
    """A pointer to several, or into what is feared, is settled by the sentence."""
    [draft] = learned(text, word, act=act, holder=holder)
    assert [h.side for h in draft.holders] == sides


@pytest.mark.parametrize(
    ("text", "word", "act", "holder"),
    [
        ("Ostmark was pressed to be more active.", "pressed", "demand", "Ostmark"),
        ("Ostmark is ruining the old town.", "ruining", "accusation", "Ostmark"),
        ("Ostmark called. Attention was drawn to the rude words of its guild.", "words", "accusation", "Ostmark"),
    ],
)
def test_what_an_office_publishes_of_another_is_its_own(text: str, word: str, act: PositionAct, holder: str) -> None:
    """Not an act of whom it asks or blames."""
    [draft] = learned(text, word, act=act, holder=holder, home="Varenia")
    assert [h.side for h in draft.holders] == ["Varenia"]


@pytest.mark.parametrize(
    ("text", "word", "holder", "addressee", "home", "sides"),
    [
        # The office that publishes, the speaker, somebody unknown who is quoted.
        ("Ostmark's appetite for islands grows.", "appetite", "Ostmark", "Ostmark", "Varenia", ["Varenia"]),
        ("Towns were ruined by Ostmark.", "ruined", "Ostmark", "Ostmark", "Varenia", ["Varenia"]),
        ("Varenia said Ostmark's appetite grows.", "appetite", "Ostmark", "Ostmark", None, ["Varenia"]),
        ("“Ostmark ruined the town,” a baker said.", "ruined", "Ostmark", "Ostmark", None, []),
        (
            "“The pact which Ostmark broke is void,” Varenia said.",
            "broke",
            "Varenia Ostmark",
            "Ostmark",
            None,
            ["Varenia"],
        ),
        # Told within its own reported words; a word of speech that tells what it does.
        ("Ostmark hopes to renew the pact it broke.", "broke", "Ostmark", "Ostmark", "Varenia", ["Varenia"]),
        ("Ostmark screams from a tower.", "screams", "Ostmark", "Ostmark", "Varenia", ["Varenia"]),
        # The outlet's own opinion is nobody's.
        ("Towns were ruined by Ostmark.", "ruined", "Ostmark", "Ostmark", None, None),
        # A word of speech too, where it is done by the one who is blamed.
        ("“Ostmark attacked us,” Varenia said.", "attacked", "Ostmark", "Ostmark", None, ["Varenia"]),
        # What accuses is no deed.
        ("Ostmark's claims about the towns grow.", "claims", "Ostmark", "Ostmark", None, ["Ostmark"]),
    ],
)
def test_whom_the_tagger_sees_blamed_by_a_word_does_not_blame(
    text: str, word: str, holder: str, addressee: str, home: str | None, sides: list[str] | None
) -> None:
    """Where it takes the same one for the holder, it is whoever tells it."""
    found = learned(text, word, act="accusation", holder=holder, addressee=addressee, home=home)
    assert [[h.side for h in d.holders] for d in found] == ([] if sides is None else [sides])
    assert all(d.addressee is not None and d.addressee.side == "Ostmark" for d in found if sides != ["Ostmark"])


@pytest.mark.parametrize(
    ("text", "word", "act", "holder", "sides"),
    [
        ("Varenia's premier left amid fears that the lock may shut.", "fears", "concern", "Varenia", []),
        ("Varenia closed the lock after Friday's indictment of two.", "indictment", "accusation", "Varenia", []),
        ("There were calls for Varenia to leave the talks.", "calls", "demand", "Varenia", []),
        ("Varenia left despite criticism among the allies.", "criticism", "accusation", "Varenia", ["allies"]),
        ("Varenia closed the lock amid calls and fears voiced by Ostmark.", "fears", "concern", "Varenia", ["Ostmark"]),
        ("Varenia closed the lock after Ostmark's outcry over it.", "outcry", "accusation", "Ostmark", ["Ostmark"]),
    ],
)
def test_what_is_only_named_is_of_those_whom_the_phrase_tells(
    text: str, word: str, act: PositionAct, holder: str, sides: list[str]
) -> None:
    """Not of whoever acts in the sentence."""
    found = learned(text, word, act=act, holder=holder)
    assert [h.side for d in found for h in d.holders] == sides


@pytest.mark.parametrize(
    ("text", "word", "holder", "addressee", "sides"),
    [
        ("Ostmark will wreck the truce.", "wreck", "Ostmark", "Ostmark", ["Varenia"]),
        ("Ostmark will pay a steep price.", "pay", "Ostmark", "", ["Varenia"]),
        ("Lorvane will bar the barges of Ostmark.", "bar", "Lorvane", "Ostmark", ["Lorvane"]),
        ("“We will pay a steep price,” Ostmark said.", "pay", "We", "", ["Ostmark"]),
    ],
)
def test_whom_harm_is_foretold_does_not_warn(
    text: str, word: str, holder: str, addressee: str, sides: list[str]
) -> None:
    """Whoever tells it does; but he warns who announces what he will do to another."""
    [draft] = learned(text, word, act="warning", holder=holder, addressee=addressee, home="Varenia")
    assert [h.side for h in draft.holders] == sides


def test_by_whom_one_feels_threatened_fears_nothing() -> None:
    """The one who feels so does."""
    text = "Varenia says that Varenia is threatened by drills of Ostmark."
    [draft] = learned(text, "threatened", act="concern", holder="Varenia", addressee="Ostmark")
    assert [h.side for h in draft.holders] == ["Varenia"]


def test_a_person_may_attack_with_words() -> None:
    """They are his own, whoever tells of them."""
    text = "“Mayor Ana Berg attacked the council,” Varenia said."
    [draft] = learned(text, "attacked", act="accusation", holder="Berg", addressee="Berg")
    assert [h.actor for h in draft.holders] == ["Ana Berg"]


@pytest.mark.parametrize(
    ("whom", "word", "side"),
    [
        ("its predecessor over the Ostmark lock", "predecessor", None),
        ("Ostmark's propagandists", "propagandists", "Ostmark"),
    ],
)
def test_of_somebody_unknown_only_his_phrase_tells_who_is_blamed(whom: str, word: str, side: str | None) -> None:
    """No other name of the sentence."""
    [draft] = learned(f"Varenia trolled {whom}.", "trolled", act="accusation", holder="Varenia", addressee=word)
    assert (draft.addressee.side if draft.addressee else None) == side


@pytest.mark.parametrize(
    ("text", "act", "pointed", "whom"),
    [
        ("Varenia blamed Ostmark-backed rebels.", "accusation", "blamed rebels", "unnamed:ostmark-backed rebels"),
        ("Varenia accused the news media of lying.", "accusation", "accused media", "unnamed:news media"),
        ("Varenia criticised firms that trade with Ostmark.", "accusation", "criticised firms", "unnamed:firms"),
        ("Varenia urged banks in Ostmark to wait.", "demand", "urged banks", "unnamed:banks"),
        ("Varenia called on voters to wait.", "demand", "called voters", "unnamed:voters"),
        ("Varenia lashed out at foreign banks.", "accusation", "lashed banks", "unnamed:foreign banks"),
        ("Varenia warned foreign firms that the lock would shut.", "warning", "warned firms", "unnamed:foreign firms"),
        ("Varenia thanked its partners for the boats.", "endorsement", "thanked partners", "unnamed:partners"),
        ("Varenia wants members of the council to wait.", "demand", "wants members", "unnamed:members"),
        # Of whom the text has told before, what is no one who acts, whom others are blamed for, who is held to do it.
        ("Varenia urged the firms to wait.", "demand", "urged firms", None),
        ("Varenia denounced the foreign reports.", "accusation", "denounced reports", None),
        ("Varenia condemned the arrest of foreign voters.", "accusation", "condemned voters", None),
        ("Varenia warned that foreign firms would leave.", "warning", "warned firms", None),
    ],
)
def test_whom_no_name_is_known_of_is_called_as_written(
    text: str, act: PositionAct, pointed: str, whom: str | None
) -> None:
    """Where the tagger points to him and he stands where the word has its addressee."""
    article, doc, mentions = mentioned(text)
    cue, addressee = (next(t.i for t in doc if t.text == word) for word in pointed.split())
    trigger = Trigger(cue, {act: 0.9}, {}, {}, {}, (0,), (addressee,), ())
    found = find_positions(doc, article, msgspec.structs.replace(mentions, triggers=(trigger,)))
    assert [(p.act, p.addressee) for p in found] == [(act, whom)]


def test_who_does_what_is_blamed_is_called_as_written() -> None:
    """Where no name is known of him."""
    [draft] = learned("“Foreign banks hoard it,” Varenia said.", "hoard", act="accusation", addressee="banks")
    assert draft.addressee is not None and draft.addressee.named == "unnamed:foreign banks"


def test_the_occupiers_are_those_of_whom_the_text_tells() -> None:
    """Also where somebody is blamed by that word only."""
    text = "Ostmark's armed aggression against Varenia goes on. “The occupiers ruined the old town,” Varenia said."
    [draft] = learned(text, "ruined", act="accusation", holder="said", addressee="occupiers")
    assert draft.addressee is not None and draft.addressee.side == "Ostmark"


@pytest.mark.parametrize(
    "text",
    [
        "Varenia said that Ostmark had invaded two of its neighbours.",
        "“The island belongs to Ostmark, which invaded two islands,” Varenia said.",
    ],
)
def test_who_tells_a_deed_blames_its_doer(text: str) -> None:
    """In indirect words too, and where the doer is named ahead of "which"."""
    [draft] = learned(text, "invaded", act="accusation", holder="Ostmark")
    assert [h.side for h in draft.holders] == ["Varenia"]
    assert draft.addressee is not None
    assert draft.addressee.side == "Ostmark"


def test_a_subject_that_is_no_party_hands_its_act_to_nobody() -> None:
    """ "A panel accused Ostmark" is no act of those who spoke before."""
    text = "Varenia spoke. Then a panel denied that it was asked."
    article, doc, mentions = mentioned(text)
    at = {t.text: t.i for t in doc}
    trigger = Trigger(at["denied"], {"denial": 0.9}, {}, {}, {}, (at["Varenia"],), (), ())
    found = find_positions(doc, article, msgspec.structs.replace(mentions, triggers=(trigger,)))
    assert [(p.act, p.holder) for p in found] == [("denial", None)]


def test_what_lies_around_a_rules_words_says_the_same() -> None:
    """ "Concerns her fear" is no second fear."""
    text = "The first point concerns Varenia's fear that Ostmark will close the lock."
    article, doc, mentions = mentioned(text)
    at = {t.text: t.i for t in doc}
    triggers = tuple(
        Trigger(at[word], {"concern": 0.9}, {}, {}, {}, (at["Varenia"],), (), ()) for word in ("concerns", "fear")
    )
    found = find_positions(doc, article, msgspec.structs.replace(mentions, triggers=triggers))
    assert [(p.rule, p.holder) for p in found] == [("position.noun.fear", "Varenia")]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Europe must show strength.", "show"),
        ("The borders of the islands must be guaranteed.", "guaranteed"),
        ("The fifth package must be agreed upon.", "agreed"),
        ("The world should recognise this crime.", "recognise"),
    ],
)
def test_what_must_be_told_is_a_demand_of_whoever_says_so(text: str, word: str) -> None:
    """Also of a verb that says that its subject does something: "must show", "must be agreed"."""
    [draft] = learned(text, word, act="demand", home="Varenia")
    assert [h.side for h in draft.holders] == ["Varenia"]


def test_what_another_act_is_about_is_no_act() -> None:
    """ "Demanded a pledge" pledges nothing."""
    assert learned("Varenia demanded a pledge from Ostmark.", "pledge", act="assurance", holder="Ostmark") == []


@pytest.mark.parametrize(
    ("text", "word", "act", "content"),
    [
        ("Varenia will never stop work on the locks.", "stop", "assurance", "will never stop work on the locks"),
        ("Varenia criticised the rude words and deeds of Ostmark.", "words", "accusation", "rude words and deeds of"),
        ("If Ostmark invades, the line will not come online, Varenia said.", "come", "warning", "come online"),
        ("Varenia saw a request from the towns for more boats.", "request", "demand", "more boats"),
        ("Varenia ruled out tolls.", "ruled", "accusation", "tolls"),
        (
            "The reply of Varenia is flawed in every part.",
            "flawed",
            "accusation",
            "The reply of Varenia is flawed in every",
        ),
    ],
)
def test_what_the_tagger_tells_keeps_its_words(text: str, word: str, act: PositionAct, content: str) -> None:
    """The word itself where it does not merely name the act, and what is asked for rather than by whom."""
    article, doc, mentions = mentioned(text)
    at = {t.text: t.i for t in doc}
    trigger = Trigger(at[word], {act: 0.9}, {}, {}, {}, (at["Varenia"],), (), ())
    found = find_positions(doc, article, msgspec.structs.replace(mentions, triggers=(trigger,)))
    assert any(content in s.text for p in found for s in p.content)


def test_whom_a_speaker_meets_or_tells_holds_nothing_of_what_he_says() -> None:
    """The tagger may point to a guest; what was said is the host's."""
    text = "Ana Berg of Varenia met Ivo Holt of Ostmark and said that the pipeline would be shut."
    [draft] = learned(text, "shut", act="warning", holder="Holt")
    assert [h.side for h in draft.holders] == ["Varenia"]
    assert draft.content is not None and draft.content.text == "the pipeline would be shut"


def test_what_is_told_of_nobody_is_denied() -> None:
    """ "Threatened nobody" threatens nobody."""
    [draft] = learned("Varenia threatened nobody.", "threatened", act="warning")
    assert draft.final_act == "denial"


@pytest.mark.parametrize(
    ("word", "act", "share", "found"),
    [
        ("rejected", "refusal", 0.9, ["position.verb.reject refusal"]),
        ("rejected", "refusal", SEEN, ["position.verb.reject refusal"]),
        ("rejected", "refusal", SEEN - 0.05, []),
        ("rejected", "denial", LEAST - 0.05, ["position.verb.reject refusal"]),
        ("rejected", "denial", DOUBTED - 0.05, []),
        ("rejected", "denial", 0.9, ["position.learned.reject denial"]),
        ("draft", "refusal", SEEN, ["position.verb.reject refusal"]),
        ("Monday", "refusal", SEEN, []),
    ],
)
def test_a_rule_tells_what_the_tagger_sees_too(word: str, act: PositionAct, share: float, found: list[str]) -> None:
    """Left out where it does not see that act in the words of the rule, and of its act where it is sure of another.

    Where it doubts which act the word tells, the rule says it.
    """
    article, doc, mentions = mentioned("Monday came. Varenia rejected the draft.")
    at = {t.text: t.i for t in doc}
    trigger = Trigger(at[word], {act: share}, {}, {}, {}, (), (), ())
    positions = find_positions(doc, article, msgspec.structs.replace(mentions, triggers=(trigger,)))
    assert [f"{p.rule} {p.act}" for p in positions] == found


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("Varenia refused to rule out a strike.", ("negated",)),
        ("Varenia declined to exclude a base in Lorvane.", ("negated",)),
        ("Varenia refused to sign the draft.", ()),
    ],
)
def test_who_rules_nothing_out_refuses_nothing(text: str, flags: tuple[str, ...]) -> None:
    """What is refused is a refusal."""
    [found] = told(text)
    assert (found.act, found.flags) == ("refusal", flags)


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("In May 2019 Norway rejected the draft.", ("historical",)),
        ("Since May 2019 Norway has rejected the draft.", ()),
        ("In February Norway rejected the draft.", ()),
        ("Norway rejects the draft that was written in May 2019.", ()),
        ("Norway signed the pact with Sweden in May 2019.", ("historical",)),
        ("Norway accused Sweden of having closed the port in May 2019.", ()),
    ],
)
def test_what_was_told_more_than_a_year_before_is_historical(text: str, flags: tuple[str, ...]) -> None:
    """By the date of its own clause."""
    [found] = read_article(an_article(text, published="2024-03-10"), strict=True).of(Position)
    assert found.flags == flags


def test_an_accusation_needs_less_of_a_share() -> None:
    """Than other acts, and is told from then on."""
    least = LEAST_BY_ACT["accusation"]
    text = "Varenia said that Ostmark hobbled the talks."
    assert len(learned(text, "hobbled", act="accusation", share=least)) == 1
    assert learned(text, "hobbled", act="accusation", share=least - 0.01) == []
    assert learned(text, "hobbled", act="warning", share=least) == []


def test_nobody_demands_of_himself_what_he_must_do() -> None:
    """What the outlet thinks another should do is nobody's demand."""
    assert learned("Ostmark must show strength.", "show", act="demand", holder="Ostmark") == []
    assert learned("Ostmark must show strength.", "show", act="demand") == []
    [draft] = learned("Ostmark showed strength.", "showed", act="demand", holder="Ostmark")
    assert [h.side for h in draft.holders] == ["Ostmark"]


def test_who_is_not_ready_refuses() -> None:
    """Where the tagger tells the readiness."""
    [draft] = learned("Ostmark is not ready now.", "ready", act="offer", holder="Ostmark")
    assert draft.final_act == "refusal"


def test_a_readiness_that_the_tagger_sees_as_a_threat_warns() -> None:
    """ "Prepared for anything"."""
    article, doc, mentions = mentioned("Varenia is prepared for other scenarios.")
    at = {t.text: t.i for t in doc}
    trigger = Trigger(at["prepared"], {"warning": LEAST}, {}, {}, {}, (at["Varenia"],), (), ())
    found = find_positions(doc, article, msgspec.structs.replace(mentions, triggers=(trigger,)))
    assert [p.act for p in found] == ["warning"]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Varenia denied that Ostmark promised tanks to the rebels.", ["denial"]),
        ("Varenia dismissed reports that Ostmark has agreed to a truce.", ["denial"]),
        ("“We do not intend to strike Ostmark,” Varenia said.", ["assurance"]),
        ("Ostmark must understand that there will be a price, Varenia said.", ["demand", "warning"]),
        ("Varenia regretted that Varenia had not attacked earlier.", ["accusation"]),
        ("Varenia said it had not responded to the offer of Ostmark.", []),
        ("The build-up is of no concern to the allies, Varenia said.", []),
        ("The drills are no longer worrying, Varenia said.", []),
        ("There could be no better deal than this, Varenia said.", []),
        ("There will be no talks next week, Varenia said.", []),
        ("There can be no talks while the guns fire, Varenia said.", ["refusal"]),
        ("Varenia failed to keep the door open to talks, Ostmark said.", []),
        ("The door to talks is no longer open, Varenia said.", []),
        ("Varenia opened the door to refugees.", []),
        ("Varenia rejected a suggestion to meet.", ["refusal"]),
        ("Varenia rejected the suggestion that it had lied.", ["denial"]),
        ("Varenia holds the account of the bank of Ostmark.", []),
        ("An invasion is not out of the question, Varenia said.", []),
    ],
)
def test_what_is_denied_or_hedged_is_not_told_as_done(text: str, acts: list[str]) -> None:
    """A denial, a soft negation, a regret or a plain report makes no act of what it is about."""
    assert [p.act for p in told(text)] == acts
