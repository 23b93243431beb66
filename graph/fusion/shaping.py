"""Parts that every fuser needs: answers gathered, slots filled, keys kept apart, a `Fact` made of it all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from summitry.graph.claims import Entity
from summitry.graph.facts import Fact, Resource, SlotValue
from summitry.graph.fusion.known import Known, Node
from summitry.graph.fusion.reports import Report
from summitry.graph.fusion.truth import Answer, Question, Settled, settle

Slots = Iterable[tuple[str, SlotValue | None]]
Shortcut = tuple[str, str, str]
Thing = Entity | Resource


def answers(reports: Iterable[Report], read: Callable[[Report], SlotValue | None]) -> list[Answer]:
    """What each report answers, where it does."""
    return [(value, report) for report in reports if (value := read(report)) is not None]


def ask(
    question: Question | str,
    reports: Iterable[Report],
    read: Callable[[Report], SlotValue | None],
    standing: SlotValue | None = None,
) -> Settled:
    """The reports' answers to a question, settled."""
    asked = Question(question) if isinstance(question, str) else question
    return settle(asked, answers(reports, read), standing)


def best(entities: Iterable[Entity], known: Known) -> Entity:
    """One entity under its canonical name: the reference's label, else the first of its names."""
    chosen = min(entities, key=lambda entity: (entity.key, entity.name, entity.written))
    node = known.node(chosen.key)
    name = node.label if node is not None else chosen.name
    return replace(chosen, name=name, written=name)


def resource(key: str, known: Known) -> Resource | None:
    """A node of the reference data as something to point at."""
    node = known.node(key)
    return None if node is None else Resource(key, node.kind, node.label)


def name_of(thing: Thing | None) -> str:
    """What to call it."""
    if thing is None:
        return "an unnamed party"
    return thing.label if isinstance(thing, Resource) else thing.name


def fact(
    key: str,
    type: str,
    label: str,
    reports: Sequence[Report],
    slots: Slots,
    settled: Iterable[Settled] = (),
    shortcuts: Iterable[Shortcut] = (),
) -> Fact:
    """The fact that the reports support; slots without a value fall out."""
    filled: dict[tuple[str, str], tuple[str, SlotValue]] = {}
    for name, value in slots:
        if value is not None:
            filled.setdefault((name, repr(getattr(value, "key", value))), (name, value))
    return Fact(
        key=key,
        type=type,
        label=label,
        slots=tuple(filled.values()),
        values=tuple(value for outcome in settled for value in outcome.values),
        claims=tuple(sorted({report.iri for report in reports})),
        articles=tuple(sorted({report.article for report in reports})),
        shortcuts=tuple(sorted(set(shortcuts))),
    )


def apart(facts: Iterable[tuple[Fact, str]]) -> Iterator[Fact]:
    """The facts with their keys kept apart: first by the word given with each, then by number."""
    given = list(facts)
    keys = [fact.key for fact, _ in given]
    used: set[str] = set()
    for item, word in given:
        key = f"{item.key}-{word}" if word and keys.count(item.key) > 1 else item.key
        number, free = 1, key
        while free in used:
            number += 1
            free = f"{key}-{number}"
        used.add(free)
        shortcuts = tuple((s, p, free if o == item.key else o) for s, p, o in item.shortcuts)
        yield replace(item, key=free, shortcuts=shortcuts)


def standing_text(node: Node | None, name: str) -> str | None:
    """What the reference data say of a property, None where they are silent."""
    return None if node is None else node.one(name)
