"""What a brief tells of the ground: activities, numbers of forces, and assessments."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from onrecord.data import words
from onrecord.model import Activity, Assessment, Entry, Find, Quantity
from onrecord.model.vocabulary import QuantityClass
from onrecord.views.briefs.footnotes import escaped
from onrecord.views.briefs.sheet import MOST, SHOWN_WORDS, Sheet, day, grouped
from onrecord.views.wording import clipped, joined

# Numbers that belong in a ledger of forces.
FORCES: frozenset[QuantityClass] = frozenset({"personnel", "unit", "platform", "weapon"})
# Nouns of people who serve a state in arms or otherwise: another word beside them has to say that it is in arms.
OPEN_NOUNS = {"personnel", "officer", "officers", "staff"}
# Lines of numbers and of assessments at most.
MOST_OF_EACH = 10
# An assessment in fewer words says too little by itself.
FEWEST_WORDS = 8

F = TypeVar("F", bound=Find)


class Ground:
    """Chooses and writes the lines."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet

    def lines(self) -> Iterator[str]:
        """What sides do beside another one, the latest first; the same told again is one line.

        Where there are too many, those published in the negotiation's time stay, then those with a place or a number.
        """
        found = self._sheet.of(Activity)
        of_sides = [(a, e) for a, e in found if self._sheet.is_between(e, a.holder, *a.partners)]
        current = [(a, e) for a, e in of_sides if not self._sheet.is_earlier(a.start, a)]
        groups = list(grouped((self._activity_key(a), (a, e)) for a, e in current[::-1]).values())
        kept = sorted(
            groups, key=lambda told: (self._sheet.telling.is_in_time(told[0][1]), _is_located(told[0][0])), reverse=True
        )
        shown = {told[0][0].id for told in kept[:MOST]}
        yield from (self._activity(told) for told in groups if told[0][0].id in shown)
        reasons = {
            "of no side, or with no other side named near by": len(found) - len(of_sides),
            f"before {self._sheet.first_day}": len(of_sides) - len(current),
            "more": sum(map(len, kept[MOST:])),
        }
        yield from self._sheet.left_out("activities", reasons)
        yield from self._numbers()

    def _activity_key(self, a: Activity) -> tuple[object, ...]:
        who = frozenset([a.holder, *a.partners])
        return who, a.what, self._number_of(a), _where(a).casefold(), a.state, a.start, a.end

    def _activity(self, told: Sequence[tuple[Activity, Entry]]) -> str:
        activity, entry = told[0]
        where = _where(activity)
        tells = activity.force or activity.quantity or where
        is_not = "negated" in activity.flags and activity.state not in {"denied", "postponed", "cancelled"}
        parts = [
            " with ".join(map(self._sheet.name, [activity.holder, *activity.partners])),
            " ".join(filter(None, ["not:" if is_not else None, activity.what, activity.force])),
            self._number_of(activity),
            where,
            None if tells else f"“{clipped(joined(activity.spans))}”",
            None if is_not else activity.state,
            f"told {len(told)} times" if len(told) > 1 else None,
        ]
        days = activity.start or ""
        days += f"{' ' if days else ''}until {activity.end}" if activity.end else ""
        when = f"{days} (told {day(entry)})" if days else f"told {day(entry)}"
        return self._sheet.line(f"{when}: {escaped(', '.join(filter(None, parts)))}", entry)

    def _number_of(self, activity: Activity) -> str | None:
        number = self._sheet.by_id.get(activity.quantity.find or "") if activity.quantity else None
        return f"“{joined(number.find.spans)}”" if number else None

    def _numbers(self) -> Iterator[str]:
        """What is said of a side's forces, side by side: a line for each sort, the latest first, each on whose word."""
        found = [(q, e) for q, e in self._sheet.of(Quantity) if q.class_ in FORCES]
        armed = [(q, e) for q, e in found if _is_armed(q)]
        between = [(q, e) for q, e in armed if self._sheet.is_between(e, q.whose)]
        of_sides = [(q, e) for q, e in between if not self._sheet.words.is_asked(q)]
        shown = self._latest(of_sides)
        if shown:
            yield "\nNumbers of forces, as each source gives them:\n"
        for (whose, sort), told in grouped(((q.whose, q.class_), (q, e)) for q, e in shown).items():
            said = (
                f"“{escaped(joined(q.spans))}” (told {day(e)}; {escaped(str(self._sheet.words.of(q)))})"
                + self._sheet.notes.mark(e)
                for q, e in told
            )
            yield f"- {self._sheet.name(whose)}, {sort}: " + "; ".join(said)
        reasons = {
            "not of armed forces, by their words": len(found) - len(armed),
            "of no side, or with no other side named near by": len(armed) - len(between),
            "in a question": len(between) - len(of_sides),
            "the same or more": len(of_sides) - len(shown),
        }
        yield from self._sheet.left_out("numbers", reasons)

    def assessments(self) -> Iterator[str]:
        """What is thought where two sides are named, the latest first."""
        found = self._sheet.of(Assessment)
        between = [
            (a, e) for a, e in found if len(self._sheet.telling.named_near(e)) > 1 and not self._sheet.words.is_asked(a)
        ]
        whole = [(a, e) for a, e in between if len(joined(a.spans).split()) >= FEWEST_WORDS]
        shown = [
            self._sheet.line(f"{day(e)}: “{escaped(clipped(joined(a.spans), SHOWN_WORDS))}”", e)
            for a, e in self._latest(whole)
        ]
        yield from shown
        reasons = {
            "in a question, or without two sides named near by": len(found) - len(between),
            f"of fewer than {FEWEST_WORDS} words": len(between) - len(whole),
            "the same or more": len(whole) - len(shown),
        }
        yield from self._sheet.left_out("assessments", reasons)

    def _latest(self, found: Sequence[tuple[F, Entry]]) -> list[tuple[F, Entry]]:
        """The latest of them, each wording once; those published in the negotiation's time come first."""
        once: dict[str, tuple[F, Entry]] = {}
        for find, entry in found[::-1]:
            once.setdefault(joined(find.spans).casefold(), (find, entry))
        return sorted(once.values(), key=lambda x: not self._sheet.telling.is_in_time(x[1]))[:MOST_OF_EACH]


def _is_located(activity: Activity) -> bool:
    return activity.place is not None or activity.quantity is not None


def _where(activity: Activity) -> str:
    """Where from and where to, else where: "from Tolm to the border"; a place that these words do not hold before."""
    ways = " ".join(joined([way]) for way in activity.direction)
    return ", ".join(filter(None, [None if activity.place and activity.place in ways else activity.place, ways]))


def _is_armed(quantity: Quantity) -> bool:
    """Whether it counts armed forces: "military personnel" or "personnel" alone, not "customs personnel"."""
    *beside, noun = (quantity.unit or "").casefold().split() or [""]
    return noun not in OPEN_NOUNS or not beside or not words("en/military_words").isdisjoint(beside)
