"""Truth finding: the answers of the sources to one question -> the accepted value, the dissent, and why.

In this order, the first that tells two answers apart decides:

1. for lasting relations, what the reference data say;
2. for the days of events, an answer that its article can know: not one that tells of a visit as past before its day, or
   announces it afterwards;
3. for events, reports of what took place before announcements of it;
4. support: the independent voices behind an answer, each at the certainty of its surest claim. One
   publisher is one voice however many articles it has, and copies of the same words are one voice. A less
   precise answer that agrees supports the more precise one;
5. precision: "28 June 2022" before "June", 1357 before 1400;
6. recency: the answer with the newest dated article;
7. the alphabet, so that the outcome never depends on the order of reading.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from summitry.graph.claims import Entity
from summitry.graph.facts import AttributedValue, Resource, SlotValue
from summitry.graph.fusion.moment import untimely
from summitry.graph.fusion.reports import Report, newest, voices, weight
from summitry.graph.fusion.when import Span, When, read

Answer = tuple[SlotValue, Report]
STANDING = "The reference data say so, which count first for lasting relations."
SEVERAL = "Several independent sources agree."
"""Reasons that more of the same cannot change."""


def same(a: SlotValue, b: SlotValue) -> bool:
    """True if the two are one value."""
    return text(a) == text(b)


def text(value: SlotValue) -> str:
    """The value as text: the key of a thing, else what it looks like."""
    return value.key if isinstance(value, Entity | Resource) else str(value)


def plain(_: SlotValue) -> int:
    """Every value is as precise as any other."""
    return 0


@dataclass(frozen=True, slots=True)
class Question:
    """A property that has one answer: which answers agree, how precise they are, if they are of an event."""

    property: str
    agree: Callable[[SlotValue, SlotValue], bool] = same
    precision: Callable[[SlotValue], int] = plain
    event: bool = False
    join: Callable[[SlotValue, SlotValue], SlotValue] | None = None
    timely: Callable[[SlotValue, Report], bool] = lambda _, __: True


@dataclass(frozen=True, slots=True)
class Settled:
    """The outcome: the accepted value, and all answers with those who give them."""

    accepted: SlotValue | None = None
    values: tuple[AttributedValue, ...] = ()

    @property
    def disputed(self) -> bool:
        """True if sources contradict each other."""
        return any(value.disputed for value in self.values)


Backing = tuple[bool, bool, float, int, int]
"""What decides between two answers: timely, took place, support, precision, recency."""


@dataclass(slots=True)
class _Option:
    value: SlotValue
    own: list[Report]
    backing: Backing = (False, False, 0.0, 0, 0)


def settle(question: Question, answers: Iterable[Answer], standing: SlotValue | None = None) -> Settled:
    """The accepted answer to the question and the dissent; `standing` is what the reference data say."""
    options = _options(question, answers)
    if not options:
        return Settled(standing)
    accepted = options[0].value if standing is None else standing
    if standing is None and question.join:
        accepted = _joined(question, accepted, options)
    if all(not same(option.value, accepted) for option in options):
        options.insert(0, _unsaid(question, accepted, options, standing is not None))
    options.sort(key=lambda option: not same(option.value, accepted))  # stable: the others keep their order
    dissent = [option for option in options[1:] if not question.agree(option.value, accepted)]
    reasons = [_why(options, dissent, standing is not None, question)]
    reasons += [_why_not(option.value, accepted, option in dissent) for option in options[1:]]
    return Settled(
        accepted,
        tuple(
            AttributedValue(
                property=question.property,
                value=option.value,
                accepted=place == 0,
                disputed=bool(dissent) if place == 0 else option in dissent,
                reason=reason,
                claims=tuple(sorted({report.iri for report in option.own})),
                articles=tuple(sorted({report.article for report in option.own})),
            )
            for place, (option, reason) in enumerate(zip(options, reasons, strict=True))
        ),
    )


def _unsaid(question: Question, value: SlotValue, options: Sequence[_Option], standing: bool) -> _Option:
    """An accepted value that no source gives so: of the reference data, or what several tell together."""
    own = (
        []
        if standing
        else [r for option in options if question.agree(option.value, value) for r in option.own]
    )
    option = _Option(value, own)
    option.backing = _backing(question, option, ())
    return option


def _options(question: Question, answers: Iterable[Answer]) -> list[_Option]:
    """The different answers, the best first."""
    found: dict[str, _Option] = {}
    for value, report in answers:
        option = found.setdefault(text(value), _Option(value, []))
        option.own.append(report)
        option.value = min(option.value, value, key=repr)  # two spellings of one name
    if len(found) == 1:
        return list(found.values())
    for option in found.values():
        option.backing = _backing(question, option, found.values())
    ranked = sorted(found.values(), key=lambda option: text(option.value))
    return sorted(ranked, key=lambda option: option.backing, reverse=True)


def _backing(question: Question, option: _Option, all: Iterable[_Option]) -> Backing:
    """What decides between two answers, in the order in which it decides."""
    rough = (other for other in all if other is not option and _supports(question, other.value, option.value))
    behind = [*option.own, *(report for other in rough for report in other.own)]
    return (
        any(question.timely(option.value, report) for report in option.own),
        question.event and any(report.happened for report in option.own),
        weight(behind),
        question.precision(option.value),
        newest(option.own).toordinal(),
    )


def _supports(question: Question, rough: SlotValue, fine: SlotValue) -> bool:
    return question.precision(rough) < question.precision(fine) and question.agree(rough, fine)


def _joined(question: Question, accepted: SlotValue, options: Sequence[_Option]) -> SlotValue:
    assert question.join is not None
    for option in options:
        if question.agree(option.value, accepted):
            accepted = question.join(accepted, option.value)
    return accepted


def _why(options: Sequence[_Option], dissent: Sequence[_Option], standing: bool, question: Question) -> str:
    best = options[0]
    if standing:
        return STANDING
    if not dissent:
        count = len(voices([report for option in options for report in option.own]))
        if count == 1:
            return "The only source."
        return f"{count} independent sources agree." if question.event else SEVERAL
    other = max(dissent, key=lambda option: option.backing)
    if best.backing[0] != other.backing[0]:
        return "The other answer cannot be right: its articles were not written at a time that fits it."
    if best.backing[1] != other.backing[1]:
        return "Reports of what took place count before announcements."
    if best.backing[2] != other.backing[2]:
        ours, theirs = len(voices(best.own)), len(voices(other.own))
        if ours > theirs:
            return f"{ours} independent sources against {theirs}."
        return (
            f"Better supported: {best.backing[2]:g} against {other.backing[2]:g} by the sources' certainty."
        )
    if best.backing[3] != other.backing[3]:
        return "As well supported as the other answer, and more precise."
    if best.backing[4] != other.backing[4]:
        return "As well supported as the other answer, and newer."
    return "Nothing tells the answers apart; the first in order is shown."


def _why_not(value: SlotValue, accepted: SlotValue, dissenting: bool) -> str:
    shown = accepted.label if isinstance(accepted, Resource) else getattr(accepted, "name", accepted)
    return f"Contradicts {shown}." if dissenting else f"Says less than {shown}, or the same at another time."


def dates_agree(a: SlotValue, b: SlotValue) -> bool:
    """True if two ISO 8601 dates can be one."""
    return read(str(a)).agrees(read(str(b)))


def date_precision(value: SlotValue) -> int:
    """How precise an ISO 8601 date is."""
    return read(str(value)).precision


def date_join(a: SlotValue, b: SlotValue) -> str:
    """What two dates that agree tell together: "--06-28" and "2022" are "2022-06-28"."""
    joined: When = read(str(a)).joined(read(str(b)))
    return str(joined)


def digits(value: SlotValue) -> int:
    """The digits of a number that are not padding: 1357 has four, 1200 two."""
    number = Decimal(str(value)).normalize().as_tuple()
    return len(number.digits)


def when_question(name: str) -> Question:
    """The question for a date of an event."""
    return Question(name, dates_agree, date_precision, event=True, join=date_join, timely=_timely)


def _timely(value: SlotValue, report: Report) -> bool:
    return not untimely(report, Span(read(str(value))))
