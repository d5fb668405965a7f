"""Who said what."""

import time

import pytest

from factories import an_article, parsed
from onrecord.data import table
from onrecord.language import lay_out, parse
from onrecord.mentions.attributions import RULES, find_attributions
from onrecord.model import Attribution, Span, Tagged


def attributions(text: str) -> list[Attribution]:
    article, layout, doc = parsed(text)
    return find_attributions(doc, article, layout)


def words(spans: tuple[Span, ...]) -> str:
    return " … ".join(s.text for s in spans)


def outer(text: str) -> list[tuple[str, str, str, str]]:
    found = [a for a in attributions(text) if a.parent is None]
    return [(words(a.source), words(a.cue), words(a.content), a.form) for a in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“We will not close the strait,” Ana Writer, the Varenian foreign minister, said on Monday.",
            ("Ana Writer, the Varenian foreign minister", "said", "“We will not close the strait,”", "direct"),
        ),
        (
            "“The road stays open,” said Ana Writer, a spokeswoman for the port.",
            ("Ana Writer, a spokeswoman for the port", "said", "“The road stays open,”", "direct"),
        ),
        (
            "“The road,” the envoy told reporters, “stays open until the end of the week.”",
            ("the envoy", "told", "“The road,” … “stays open until the end of the week.”", "direct"),
        ),
        (
            "“Nobody is leaving the valley. So we are not worried,” the envoy said.",
            ("the envoy", "said", "“Nobody is leaving the valley. So we are not worried,”", "direct"),
        ),
        (
            "“We are ready,” the envoy said. “We have been ready since spring.”",
            ("the envoy", "said", "“We are ready,” … “We have been ready since spring.”", "direct"),
        ),
        (
            "The captain added: “Nobody told us that the port was shut.”",
            ("The captain", "added", "“Nobody told us that the port was shut.”", "direct"),
        ),
        (
            "“Nothing will be signed without our neighbours” they said.",
            ("they", "said", "“Nothing will be signed without our neighbours”", "direct"),
        ),
        (
            "The ministry said it was “deeply worried” about the drills on the river.",
            ("The ministry", "said", "it was “deeply worried” about the drills on the river", "mixed"),
        ),
        (
            "She called the accord “a gift to smugglers.”",
            ("She", "called", "the accord “a gift to smugglers.”", "mixed"),
        ),
        (
            "Orlo: “We are not afraid of a long winter.”",
            ("Orlo", ":", "“We are not afraid of a long winter.”", "direct"),
        ),
    ],
)
def test_quotation_with_its_cue(text: str, expected: tuple[str, str, str, str]) -> None:
    """The marks belong to the content, and the words beside them give source and cue."""
    assert expected in outer(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Varenia said that its drills on the river were routine.",
            ("Varenia", "said", "that its drills on the river were routine"),
        ),
        (
            "Ostmark will send troops to the valley, two officials said Saturday.",
            ("two officials", "said", "Ostmark will send troops to the valley"),
        ),
        (
            "Ostmark is ready to talk, say ministry officials.",
            ("ministry officials", "say", "Ostmark is ready to talk"),
        ),
        (
            "The accord, Mr. Orlo maintains, will hold for a decade.",
            ("Mr. Orlo", "maintains", "The accord … will hold for a decade"),
        ),
        (
            "The guild said the price was too high, adding that it would wait.",
            ("The guild", "adding", "that it would wait"),
        ),
        (
            "One diplomat told The Harbour Courier that the base would stay.",
            ("One diplomat", "told", "that the base would stay"),
        ),
        ("The rebels vowed to fight on through the winter.", ("The rebels", "vowed", "to fight on through the winter")),
        ("The ministry declined to comment on the raid.", ("The ministry", "declined", "to comment on the raid")),
        ("Varenia wants to keep the valley.", ("Varenia", "wants", "to keep the valley")),
        ("The mediators believe that a deal is near.", ("The mediators", "believe", "that a deal is near")),
        ("The union criticised the accord.", ("The union", "criticised", "the accord")),
        ("Ostmark warned of a wider war.", ("Ostmark", "warned of", "a wider war")),
        (
            "The council called on both states to open the border.",
            ("The council", "called on", "both states to open the border"),
        ),
        (
            "Troops have left the valley, according to two officials familiar with the talks.",
            ("two officials familiar with the talks", "according to", "Troops have left the valley"),
        ),
        (
            "According to the harbour office, nine ships were turned back.",
            ("the harbour office", "According to", "nine ships were turned back"),
        ),
        (
            "In the words of one envoy, the accord is dead.",
            ("one envoy", "In the words of", "the accord is dead"),
        ),
        (
            "The general’s claim that the road was mined was false.",
            ("The general’s", "claim", "that the road was mined"),
        ),
        (
            "The council expressed concern that aid was late.",
            ("The council", "expressed concern", "that aid was late"),
        ),
        ("Allies are worried that the truce will fail.", ("Allies", "are worried", "that the truce will fail")),
        (
            "The envoys made clear to the press that no base would close.",
            ("The envoys", "made clear", "that no base would close"),
        ),
        (
            "Varenia to reopen the bridge, ministry officials say\n\nIt will open in a week, the ministry said.",
            ("ministry officials", "say", "Varenia to reopen the bridge"),
        ),
    ],
)
def test_indirect_speech_belief_and_intention(text: str, expected: tuple[str, str, str]) -> None:
    """Clauses, infinitives, objects and phrases that stand on somebody's word."""
    assert expected in [found[:3] for found in outer(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Allies have been assured by Varenia that the base will stay.",
            ("Varenia", "have been assured", "that the base will stay"),
        ),
        ("Ostmark was accused of breaking the truce.", ("", "was accused", "Ostmark … of breaking the truce")),
        ("It is understood that a deal is near.", ("", "is understood", "that a deal is near")),
        (
            "Asked whether it would sail, the crew declined to comment.",
            ("", "Asked", "whether it would sail"),
        ),
    ],
)
def test_passive_and_sourceless(text: str, expected: tuple[str, str, str]) -> None:
    """The agent after "by" is the source; without one the source stays empty."""
    assert expected in [found[:3] for found in outer(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “truce” lasted a day.",
        "Nine ships left the port on Monday.",
        "The river runs through the “old valley” and into the sea.",
    ],
)
def test_nobody_says_anything(text: str) -> None:
    """Borrowed words in quotation marks and plain reports are no attributions."""
    assert attributions(text) == []


def test_words_in_quotation_marks_are_never_the_source_of_their_quotation() -> None:
    """The parser may hang "we" on "said"; the marks outrank it."""
    [found] = outer("“And that, we think, is what the neighbours on the river want,” said Ana Writer.")
    assert found[0] == "Ana Writer"


def test_quotation_behind_a_told_clause_belongs_to_the_cue_behind_it() -> None:
    """The speaker behind the quotation says all of it; what the clause tells is nested inside."""
    text = (
        "President Tarn told Volk that Varenia had no plan to close the strait, “so this is a place where the two of "
        "us can meet,” a senior ministry official told reporters Saturday."
    )
    found = attributions(text)
    [whole] = [a for a in found if a.parent is None]
    assert words(whole.source) == "a senior ministry official"
    assert words(whole.content).startswith("President Tarn told Volk") and words(whole.content).endswith("meet,”")
    told = next(a for a in found if words(a.source) == "President Tarn")
    assert told.parent == whole.id
    assert words(told.content) == "that Varenia had no plan to close the strait"


def test_nesting_keeps_every_layer() -> None:
    """The diplomat says that a capital assured allies that something is so."""
    found = attributions(
        "One diplomat said that allies have been assured by Varenia that the general believes the base will stay."
    )
    layers = {words(a.source): a for a in found}
    assert layers["One diplomat"].parent is None
    assert layers["Varenia"].parent == layers["One diplomat"].id
    assert layers["the general"].parent == layers["Varenia"].id


def test_source_before_the_content_does_not_keep_a_denial_from_its_parent() -> None:
    """The content of "is expected" is in two pieces, its subject in front; the denial stands in the second."""
    by_cue = {words(a.cue): a for a in attributions("Varenia is expected to repeat its denials of any raid.")}
    assert by_cue["denials of"].parent == by_cue["is expected"].id


@pytest.mark.parametrize(
    "text",
    [
        "The envoy said that Varenia may deny it.",
        "The envoy said that both sides would discuss tolls.",
        "The envoy said that the statements about the dam were old.",
        "The envoy said that the crews were ready to leave.",
        "The envoy said that Varenia could ask the council to wait.",
        "The envoy said that it should be noted that the dam was old.",
    ],
)
def test_pronouns_topics_and_states_of_mind_are_no_nested_content(text: str) -> None:
    """Inside another content only what tells somebody's word is kept."""
    assert [words(a.cue) for a in attributions(text)] == ["said"]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("“We reiterated that the dam must open in spring,” the envoy said.", "reiterated"),
        ("“We have offered to open the dam in spring,” the envoy said.", "have offered"),
    ],
)
def test_what_the_speakers_side_said_before_is_nested(text: str, cue: str) -> None:
    """Their own earlier words are a second attribution."""
    found = attributions(text)
    assert [(words(a.cue), a.parent is None) for a in found] == [("said", True), (cue, False)]


def test_quotation_goes_on_in_the_next_paragraph() -> None:
    """A paragraph left without a closing mark, and the one that goes on, are one content."""
    text = "The envoy said: “We came in spring.\n\n“We left in autumn, and nobody asked us why.”\n\nThe port is shut."
    assert outer(text) == [
        ("The envoy", "said", "“We came in spring. … “We left in autumn, and nobody asked us why.”", "direct")
    ]


def test_paragraph_that_is_all_quotation_follows_the_cue_before() -> None:
    """A quotation paragraph right after a cued one is the same speaker's."""
    text = "“We are ready,” the envoy told reporters.\n\n“We have been ready since the ice broke up.”"
    assert [a[:2] for a in outer(text)] == [("the envoy", "told")]


def test_orphan_quotation_has_no_source() -> None:
    """Without a cue nearby the source stays empty."""
    text = "Nine ships left the port.\n\n“We have been ready since the ice broke up in spring.”\n\nThe port is shut."
    assert outer(text) == [("", "", "“We have been ready since the ice broke up in spring.”", "direct")]


def test_transcript_labels_give_the_speaker() -> None:
    """Each turn is direct speech of its label, over several paragraphs, stage directions left out."""
    text = (
        "MS. WRITER:  Good morning.\n\nThe bridge will open in a week.\n\n(Laughter.)\n\nQ    Will it hold?\n\n"
        "MS. WRITER:  It will.\n\nQ    Thank you."
    )
    found = [a for a in attributions(text) if a.rule == "attribution.label"]
    assert [(words(a.source), words(a.content), a.form) for a in found] == [
        ("MS. WRITER", "Good morning. … The bridge will open in a week.", "direct"),
        ("Q", "Will it hold?", "direct"),
        ("MS. WRITER", "It will.", "direct"),
        ("Q", "Thank you.", "direct"),
    ]


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        (  # bold heads with an office and a body; a second quotation of one's own, and a page's note behind it
            "**Ana Berg, Director, Harbour League:** “We welcome the dam.” [Post, 3/1]\n\n“It will hold.”\n\n"
            "### Rivers\n\n**Senator Ole Holt (D-Telle): **“It is late.”\n\nThe port is shut.",
            [
                ("Ana Berg, Director, Harbour League", "“We welcome the dam.” … “It will hold.”"),
                ("Senator Ole Holt", "“It is late.”"),
            ],
        ),
        (  # heads in lines of their own
            "Governor Berg of Telle:\n\n“We welcome the dam.”\n\nHarbour League of Varenia:\n\n“It is late.”",
            [
                ("Governor Berg of Telle", "“We welcome the dam.”"),
                ("Harbour League of Varenia", "“It is late.”"),
            ],
        ),
        (  # in a transcript the speaker introduces what others said
            "MS BERG: Let me quote two.\n\nThe mayor, Ole Holt: “It is late.”\n\nThe judge, Ida Lind: “It leaks.”\n\n"
            "Q: Thanks.\n\nMS BERG: Thank you.",
            [
                (
                    "MS BERG",
                    "Let me quote two. … The mayor, Ole Holt: “It is late.” … The judge, Ida Lind: “It leaks.”",
                ),
                ("Q", "Thanks."),
                ("MS BERG", "Thank you."),
            ],
        ),
        (  # as here, where turns begin with a quotation
            "Ana Berg: “It is late,” you say.\n\nOle Holt: It is.\n\nAna Berg: “Go,” I hear.\n\nOle Holt: We go.",
            [
                ("Ana Berg", "“It is late,” you say."),
                ("Ole Holt", "It is."),
                ("Ana Berg", "“Go,” I hear."),
                ("Ole Holt", "We go."),
            ],
        ),
    ],
)
def test_heads_of_a_collection_of_statements(text: str, turns: list[tuple[str, str]]) -> None:
    """A head before a quotation is its speaker, and ends what the head before it says."""
    found = [a for a in attributions(text) if a.rule == "attribution.label"]
    assert [(words(a.source), words(a.content)) for a in found] == turns


def test_transcript_without_line_breaks() -> None:
    """Labels that come back behind the stop of another turn cut the line."""
    text = (
        "Ana Writer: Will the bridge hold? Ole Mason: It will. We told the council: the piers are new. "
        "Ana Writer: And the road? Ole Mason: Not yet."
    )
    found = [a for a in attributions(text) if a.rule == "attribution.label"]
    assert [(words(a.source), words(a.content)) for a in found] == [
        ("Ana Writer", "Will the bridge hold?"),
        ("Ole Mason", "It will. We told the council: the piers are new."),
        ("Ana Writer", "And the road?"),
        ("Ole Mason", "Not yet."),
    ]


def test_labels_with_a_note_run_into_them() -> None:
    """A page's note on the speaker, copied with the text, is part of no name and no speech."""
    text = (
        "President of Ostmark Tom Holt: We signed the accord. Thank you. President of Varenia Ana Berg Berg "
        "AnaPresident of Varenia (retranslated): We thank our hosts. Prime Minister of Lorvane Ivan Orlo Orlo "
        "IvanPrime Minister of Lorvane: We wait. Lena Mason Mason LenaHead of the Harbour Office: So do we."
    )
    found = [f for f in attributions(text) if f.rule == "attribution.label"]
    assert [(f.source[0].text, f.content[0].text) for f in found] == [
        ("President of Ostmark Tom Holt", "We signed the accord. Thank you."),
        ("President of Varenia Ana Berg", "We thank our hosts."),
        ("Prime Minister of Lorvane Ivan Orlo", "We wait."),
        ("Lena Mason", "So do we."),
    ]


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        (
            "Ana Berg: We are ready. I would like to thank you. * * * The guests then left.",
            [("Ana Berg", "We are ready. I would like to thank you.")],
        ),
        (
            "The guests met in the hall. *** President of Varenia Ana Berg: We are ready.",
            [("President of Varenia Ana Berg", "We are ready.")],
        ),
        (
            "They met. * * * Ana Berg: Come in. Tom Holt (retranslated): I want a deal. Ana Berg: I hope for one.",
            [("Ana Berg", "Come in."), ("Tom Holt", "I want a deal."), ("Ana Berg", "I hope for one.")],
        ),
        (
            "They met. * * * Speech at the meeting of the Harbour Board President of Varenia Ana Berg: We wait.",
            [("President of Varenia Ana Berg", "We wait.")],
        ),
        (
            "Beginning of talks President of Varenia Ana Berg: Welcome. Prime Minister of Lorvane Tom Sayed Holt Holt "
            "Tom SayedPrime Minister of Lorvane (retranslated): Thank you.",
            [("President of Varenia Ana Berg", "Welcome."), ("Prime Minister of Lorvane Tom Sayed Holt", "Thank you.")],
        ),
        (
            "Ana Berg: Go ahead. Defence Minister Tom Holt: We wait. Deputy Premier – Chief of Staff Lena Mason: So do "
            "we. Karl Teller, Head of the Harbour Office (in French): And we. Ole Orlo: And I.",
            [
                ("Ana Berg", "Go ahead."),
                ("Defence Minister Tom Holt", "We wait."),
                ("Deputy Premier – Chief of Staff Lena Mason", "So do we."),
                ("Karl Teller, Head of the Harbour Office", "And we."),
                ("Ole Orlo", "And I."),
            ],
        ),
        (
            "Ana Berg: Come in. Harbour newspaper correspondent Tom Holt: Will it hold? Thank you Ana Berg: It will.",
            [
                ("Ana Berg", "Come in."),
                ("Harbour newspaper correspondent Tom Holt", "Will it hold? Thank you"),
                ("Ana Berg", "It will."),
            ],
        ),
        (
            "Ana Berg: I say one thing, Mr Holt: wait. The President of Lorvane Tom Holt said one thing: he waits. "
            "Three issues: trade and peace. Mr President: no. I quoted Finance Minister Tom Holt: “We pay.”",
            [
                (
                    "Ana Berg",
                    "I say one thing, Mr Holt: wait. The President of Lorvane Tom Holt said one thing: he waits. Three "
                    "issues: trade and peace. Mr President: no. I quoted Finance Minister Tom Holt: “We pay.”",
                )
            ],
        ),
    ],
)
def test_labels_on_the_site_of_an_office(text: str, turns: list[tuple[str, str]]) -> None:
    """Where the page's line breaks are lost a full name is a label there, and three stars end the speech."""
    article, layout, doc = parsed(text, outlet="President of Norway")
    found = [a for a in find_attributions(doc, article, layout) if a.rule == "attribution.label"]
    assert [(words(a.source), words(a.content)) for a in found] == turns


def test_stars_inside_a_word_end_no_speech() -> None:
    """ "d***" is a word; what stands between paragraphs is no part of any."""
    text = "President of Norway Ana Berg: This is a d*** shame. We wait.\n\n* * *\n\nPresident Tom Holt: So do we."
    article, layout, doc = parsed(text, outlet="President of Norway")
    found = [a for a in find_attributions(doc, article, layout) if a.rule == "attribution.label"]
    assert [words(a.content) for a in found] == ["This is a d*** shame. We wait.", "So do we."]


def test_a_repeated_link_is_no_turn_of_a_transcript() -> None:
    """A link "Varenian PM Berg: ..." that stands twice among the paragraphs of a story does not swallow the story."""
    link = "Varenian PM Berg: Teller advised her to sue the port"
    story = [f"The ferry sailed on day {n}, and nobody in the harbour was there to see it." for n in range(12)]
    text = "\n\n".join(["Posted: Monday at noon", link, *story, link, *story, "Holt said the ferry was late."])
    assert not any(a.rule == "attribution.label" for a in attributions(text))


@pytest.mark.parametrize("dash", ["— ", "-- ", "—"])
def test_a_post_is_said_by_whoever_signs_it(dash: str) -> None:
    """The paragraph above a signature with a handle is that account's, without a cue; it may relay others."""
    text = (
        "The premier wrote on Monday.\n\nOur ties were NEVER worse. Karl Teller said it was late!\n\n"
        f"{dash}Ana B. Berg (@anaberg) July 16, 2018\n\nThe ministry said it agreed."
    )
    post, inner, last = sorted(attributions(text), key=lambda a: a.cue[0].start if a.cue else 0)
    assert (post.rule, words(post.source), post.cue, post.form) == ("attribution.post", "Ana B. Berg", (), "direct")
    assert words(post.content) == "Our ties were NEVER worse. Karl Teller said it was late!"
    assert (words(inner.source), inner.parent) == ("Karl Teller", post.id)
    assert (words(last.source), last.parent) == ("The ministry", None)


def test_a_line_with_a_handle_is_no_signature() -> None:
    """Whom to write to does not say the paragraph above."""
    text = "It is open.\n\n- Contact Karl Holt (@kholt) for more."
    assert not any(a.rule == "attribution.post" for a in attributions(text))


def test_the_tagger_reads_neither_post_nor_signature() -> None:
    """What it links to a signature, or holds the whole post, is left out; what it sees inside the post stays."""
    text = "Our ties are bad, Teller said.\n\n— Ana Berg (@anaberg) July 16\n\nThe ministry agreed."
    article, layout, doc = parsed(text)
    at = {t.text: t.i for t in doc}
    ties, comma, teller, said_, berg = (at[w] for w in ("Our", ",", "Teller", "said", "Berg"))
    tagged = [
        Tagged(((teller, teller + 1),), ((said_, said_ + 1),), ((ties, comma),), score=1.0),
        Tagged(((berg, berg + 1),), ((said_ - 1, said_),), ((ties, comma),), score=1.0),
        Tagged((), (), ((ties, said_ + 1),), score=1.0),
    ]
    found = find_attributions(doc, article, layout, tagged)
    assert {(words(a.source), a.rule) for a in found if a.content[0].start == 0} == {
        ("Teller", "attribution.tagger"),
        ("Ana Berg", "attribution.post"),
    }


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("Noting the delay, the envoy of Ostmark left.", "Noting", "the envoy of Ostmark"),
        ("Having noted the delay, Ana Berg left early.", "Having noted", "Ana Berg"),
        ("It was noted that the delay was long.", "was noted", ""),
        ("Asked whether it was late, Ana Berg left.", "Asked", ""),
        ("Ana Berg left amid fears that it was late.", "fears", ""),
        ("Ana Berg left in the hope that it was late.", "hope", "Ana Berg"),
    ],
)
def test_a_source_that_the_tagger_leaves_to_the_grammar(text: str, cue: str, source: str) -> None:
    """A participle has the subject beside it; the "it" of a passive, who is asked and who is near are no sources."""
    article, layout, doc = parsed(text)
    at = [t.i for t in doc if t.text in cue.split()]
    berg = next((t.i for t in doc if t.text == "Ana" and not cue.startswith("Having")), None)
    seen = ((0, 1),) if text.startswith("It ") else ((berg, berg + 2),) if berg is not None else ()
    tagged = [Tagged(seen, ((at[0], at[-1] + 1),), ((at[-1] + 1, at[-1] + 3),), score=1.0)]
    found = find_attributions(doc, article, layout, tagged)
    assert [words(a.source) for a in found if a.rule == "attribution.tagger"] == [source]


@pytest.mark.parametrize(
    ("content", "form"),
    [
        ("the “Great Port” program would go on", "indirect"),
        ("the program would “go on”", "mixed"),
        ("“the program” and “the port”", "direct"),
    ],
)
def test_titles_in_marks_are_not_quoted_speech(content: str, form: str) -> None:
    """A name in quotation marks quotes nobody, and an "and" between two quotations is nobody's word."""
    article, layout, doc = parsed(f"Berg announced {content}.")
    tagged = [Tagged(((0, 1),), ((1, 2),), ((2, len(doc) - 1),), score=1.0)]
    (found,) = [a for a in find_attributions(doc, article, layout, tagged) if a.rule == "attribution.tagger"]
    assert found.form == form


def test_labels_of_a_transcript_outrank_the_tagger() -> None:
    """What the tagger makes of a label is left out; what it sees inside one turn stays."""
    article, layout, doc = parsed("ANA: The dam will hold.\n\nOLE: Good. The mayor said it leaks.\n\nANA: No.")
    at = {t.text: t.i for t in doc}
    wrong = Tagged(source=((0, 1),), cue=(), content=((2, at["said"]),), score=0.9)
    inside = Tagged(
        source=((at["mayor"] - 1, at["mayor"] + 1),),
        cue=((at["said"], at["said"] + 1),),
        content=((at["it"], at["leaks"] + 1),),
        score=0.9,
    )
    plain = Tagged(
        source=((at["dam"], at["dam"] + 1),), cue=((at["will"], at["will"] + 1),), content=inside.content, score=0.9
    )
    found = find_attributions(doc, article, layout, (wrong, plain, inside))
    assert [words(a.source) for a in found if a.parent is None] == ["ANA", "OLE", "ANA"]
    assert [(words(a.source), words(a.content)) for a in found if a.parent] == [("The mayor", "it leaks")]


def test_a_quotation_belongs_to_the_cue_of_its_own_paragraph() -> None:
    """The tagger carries a speaker on into a paragraph that names another."""
    article, layout, doc = parsed("Berg said: “We wait.”\n\nHolt also said the dam leaks. “It is very old.”")
    berg, holt = (t.i for t in doc if t.text == "said")
    first, second = ((q.start, q.end) for q in layout.quotations)
    one, two = ((doc.char_span(*q).start, doc.char_span(*q).end) for q in (first, second))
    tagged = (
        Tagged(((0, 1),), ((berg, berg + 1),), (one, two), score=0.9),
        Tagged(((holt - 2, holt - 1),), ((holt - 1, holt + 1),), ((holt + 1, two[0] - 1),), score=0.9),
    )
    found = [a for a in find_attributions(doc, article, layout, tagged) if a.parent is None]
    assert [(words(a.source), words(a.content)) for a in found] == [
        ("Berg", "“We wait.”"),
        ("Holt", "the dam leaks. “It is very old.”"),
    ]


def test_half_quoted_words_that_the_tagger_does_not_see() -> None:
    """The rules add them; indirect speech outside of other attributions is the tagger's alone."""
    article, layout, doc = parsed("Varenia said the dam was “a gift to the whole valley”. Ostmark said it would wait.")
    assert [words(a.source) for a in find_attributions(doc, article, layout, ())] == ["Varenia"]


def test_date_line_in_capitals_is_no_label() -> None:
    """A place that the text names as one opens no turn, however often it stands before a colon."""
    text = "PARIS: The dam opens.\n\nBERLIN: The lock is shut.\n\nPARIS: Trains run.\n\nShips left Paris for Berlin."
    assert not any(a.rule == "attribution.label" for a in attributions(text))


def test_transcript_quoted_turn_by_turn() -> None:
    """The label may stand behind an opening mark."""
    text = "“HOST: Will the bridge hold?\n\n“WRITER: It will hold.\n\n“HOST: Thank you.”"
    found = [a for a in attributions(text) if a.rule == "attribution.label"]
    assert [words(a.source) for a in found] == ["HOST", "WRITER", "HOST"]
    assert words(found[1].content) == "It will hold."


def test_quotation_signed_behind_a_dash() -> None:
    """The name behind the dash is the source; words that go on the sentence are not."""
    assert outer("“We have waited for a bridge all our lives.” — Ana Writer, Port Telle") == [
        ("Ana Writer", "—", "“We have waited for a bridge all our lives.”", "direct")
    ]
    going_on = "“A bridge for all of us on the river” — Ana Writer wrote the line in spring."
    assert not any(a.rule == "attribution.signed" for a in attributions(going_on))


def test_place_before_a_colon_is_no_speaker() -> None:
    """A date line is not a label."""
    assert not any(a.rule == "attribution.label" for a in attributions("PARIS: The bridge will open in a week."))


def test_writer_is_no_source() -> None:
    """ "I think" outside of anybody's words is the outlet's own voice."""
    assert outer("I think that the bridge will hold.") == []


def test_every_span_stands_in_the_text() -> None:
    """Offsets hold where white space differs from the parsed text."""
    article, layout, doc = parsed("“We will\xa0stay,”\u2009the envoy said.\r\n\r\nVarenia said it\xa0would leave.")
    found = find_attributions(doc, article, layout)
    assert len(found) == 2
    for span in (s for a in found for s in a.spans):
        assert article.text[span.start : span.end] == span.text


def test_ten_thousand_quotation_marks_stay_cheap() -> None:
    """A line of nothing but quotations is read in time that grows with its length."""
    article = an_article("“We go,” he said. " * 2_500)
    layout = lay_out(article)
    doc = parse(article, layout)
    begun = time.process_time()
    found = find_attributions(doc, article, layout)
    assert len(found) > 2_000
    assert time.process_time() - begun < 10


@pytest.mark.parametrize(
    "text", ["", "   ", "“", "”””", "“ ” “", "said", "“said”", "according to", "Q", "A:", "“A” said"]
)
def test_odd_texts_are_no_error(text: str) -> None:
    """Hardly anything to read gives hardly anything, never an exception."""
    attributions(text)


@pytest.mark.parametrize("name", ["speech_verbs", "cue_nouns", "cue_adjectives", "cue_light_verbs"])
def test_word_lists_have_an_example_for_each_word(name: str) -> None:
    """Every row is complete, and no word stands twice."""
    rows = table(f"en/{name}")
    first = next(iter(rows[0]))
    assert all(row["example"].endswith((".", "!", "?")) for row in rows)
    assert len({row[first] for row in rows}) == len(rows)


def test_rules_have_names_and_scores() -> None:
    """Ids are unique and scores lie between 0 and 1."""
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert all(0 < rule.score <= 1 for rule in RULES)


@pytest.mark.parametrize(
    "text",
    [
        "The envoys met on the bridge to discuss the tolls.",
        "The truce appears to be holding.",
        "“I want to thank you all for coming,” the envoy said.",
    ],
)
def test_purposes_impressions_and_thanks_are_nobodys_word(text: str) -> None:
    """What somebody does it for, how it looks to the outlet, and what a speaker says anyway make no attribution."""
    article, layout, doc = parsed(text)
    cues = [a.cue[0].text for a in find_attributions(doc, article, layout) if a.cue]
    assert cues in ([], ["said"])


def test_what_a_speaker_told_before_is_kept() -> None:
    """A reported utterance inside a turn is one of its own."""
    article, layout, doc = parsed("“I told him that the tolls must go,” the envoy said.")
    assert [a.cue[0].text for a in find_attributions(doc, article, layout)] == ["said", "told"]


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("Norway said that the dam would hold.", ()),
        ("Norway did not say that the dam would hold.", ("negated",)),
        ("Norway might say that the dam would hold.", ("hypothetical",)),
        ("Nobody said that the dam would hold.", ("negated",)),
        ("No official has said that the dam would hold.", ("negated",)),
        ("Not a single Varenian official has ever said that the dam would hold.", ("negated",)),
        ("Not one minister told reporters that the dam would hold.", ("negated",)),
        ("None of the ministers has told reporters that the dam would hold.", ("negated",)),
        ("Berg never said that the dam would hold.", ("negated",)),
        ("The ministry isn’t going to admit that the dam would hold.", ("negated",)),
        ("Berg denied saying that the dam would hold.", ("negated",)),
        ("Berg denied that the dam would hold.", ()),
        ("Berg not only said that the dam would hold.", ()),
        ("Varenia did not fail to say that the dam would hold.", ()),
    ],
)
def test_a_denied_or_possible_word_is_flagged(text: str, flags: tuple[str, ...]) -> None:
    """What was not said, or may be said, keeps its attribution and says so; what is denied is content."""
    (found,) = [a for a in attributions(text) if words(a.content) == "that the dam would hold"]
    assert found.flags == flags


_DEMANDS = "that the alliance stop expanding, that troops leave, that missiles be banned"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Varenia’s main demands: {_DEMANDS}.", [("Varenia’s", _DEMANDS)]),
        (
            f"Varenia’s demands {_DEMANDS.replace(', that missiles', ' and that missiles')} are old.",
            [("Varenia’s", _DEMANDS.replace(", that missiles", " and that missiles"))],
        ),
        (
            f"Berg complained about Ostmark’s main demands: {_DEMANDS}.",
            [("Ostmark’s", _DEMANDS), ("Berg", "Ostmark’s main demands")],
        ),
    ],
)
def test_a_noun_has_all_its_clauses(text: str, expected: list[tuple[str, str]]) -> None:
    """Behind a colon too, where they are none of the verb's."""
    assert [(words(a.source), words(a.content)) for a in attributions(text)] == expected


@pytest.mark.parametrize("text", ["Does Norway agree that the dam will hold?", "“We thank the crew,” the envoy said."])
def test_closed_questions_and_thanks_put_nothing_on_a_word(text: str) -> None:
    """Who asks has not been answered, and who thanks has said so already."""
    article, layout, doc = parsed(text)
    assert [a.cue[0].text for a in find_attributions(doc, article, layout) if a.cue] in ([], ["said"])


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("“Anna Keller said the locks would stay shut,” the envoy told reporters.", "indirect"),
        ("“Anna Keller said, ‘The locks stay shut,’ and left,” the envoy told reporters.", "direct"),
        ("“Anna Keller said the locks were ‘shut for good’ and left,” the envoy told reporters.", "mixed"),
    ],
)
def test_marks_around_a_relay_do_not_quote_whom_it_relays(text: str, form: str) -> None:
    """What somebody says in a quotation that others said is quoted by marks of its own only."""
    article, layout, doc = parsed(text)
    [inner] = [a for a in find_attributions(doc, article, layout) if a.parent is not None]
    assert (inner.source[0].text, inner.form) == ("Anna Keller", form)


@pytest.mark.parametrize(
    ("text", "word", "inner"),
    [
        ("The envoy said that Ostmark demanded a new vote on the border.", "demanded", True),
        ("The envoy said that the aide announced a new vote on the border.", "announced", True),
        ("The envoy said that Ostmark had accepted a new vote on the border.", "accepted", True),
        ("The envoy said that Ostmark had offered to leave the river.", "offered", True),
        ("The envoy said that Ostmark will demand a new vote on the border.", "demand", False),
        ("The envoy said that this shows who is a friend of the country.", "shows", False),
        ("The envoy said that he had never thought of asking Ostmark to leave.", "asking", False),
    ],
)
def test_inside_another_content_only_what_somebody_said(text: str, word: str, inner: bool) -> None:
    """Not what is still to be said, what a thing shows and what "asking" would ask; an offer of another side is."""
    nested = {words(a.cue).split()[-1] for a in attributions(text) if a.parent is not None}
    assert (word in nested) is inner
