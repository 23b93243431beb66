"""Pairs of people and of events that may be one, or that were joined on weak grounds: for a person to decide.

What was decided is not asked again. Nothing here changes anything.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from pyoxigraph import Literal, NamedNode

from summitry.graph.build.decisions import read_decisions
from summitry.graph.build.ledger import ALIAS, BEARS, TITLE
from summitry.graph.build.ledger import graph_name as index_name
from summitry.graph.errors import UnknownName, UsageError
from summitry.graph.fusion import Decisions, part
from summitry.graph.fusion.when import Span, apart, read
from summitry.graph.names import name_key, same_person
from summitry.graph.store import GraphStore
from summitry.graph.vocabulary import RDF, RDFS, SY

NEAR = 10
"""Days between two events of the same people that may be one."""

_KINDS = {
    SY.Visit: (SY.visitor, SY.host),
    SY.Meeting: (SY.participant,),
    SY.Summit: (SY.summitOf, SY.seriesName),
    SY.MilitaryAction: (SY.actor, SY.target),
}
"""What two events of a kind must share before anybody would take one for the other."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two sides that may be one ("joined": that were taken for one): what each is called, its IRI, and why."""

    kind: str  # people, events
    joined: bool
    one: str
    other: str
    labels: tuple[str, str]
    reason: str


def doubts(store: GraphStore) -> list[Doubt]:
    """Everything that is doubtful and undecided, people first."""
    decided = read_decisions(store)
    return [*_people(store, decided), *_close_events(store, decided), *_split_dates(store, decided)]


# People


@dataclass(frozen=True, slots=True)
class _Person:
    key: str
    name: str
    posts: tuple[str, ...] = ()
    known: bool = False

    @property
    def label(self) -> str:
        return f"{self.name}{f', {self.posts[0]}' if self.posts else ''}"


def _people(store: GraphStore, decided: Decisions) -> Iterator[Doubt]:
    asked = {frozenset((one.one[0], one.other[0])) for one in decided.every if one.of_people}
    groups: dict[tuple[str, ...], list[_Person]] = defaultdict(list)
    for person in _everybody(store):
        groups[name_key(person.name)].append(person)
    for group in groups.values():
        for a, b in combinations(sorted(group, key=lambda person: person.key), 2):
            if (a.known and b.known) or a.key == b.key or frozenset((a.key, b.key)) in asked:
                continue
            if same_person(a.name, b.name):
                why = (
                    "the names are alike; no post in common" if a.posts and b.posts else "the names are alike"
                )
                yield Doubt(
                    "people", False, store.iris.entity(a.key).value, store.iris.entity(b.key).value,
                    (a.label, b.label), why,
                )  # fmt: skip


def _everybody(store: GraphStore) -> Iterator[_Person]:
    """Those whom the reference data know, and those whom articles alone tell of."""
    for layer in ("reference", "facts"):
        graph = store.iris.graph(layer).value
        for quad in list(store.quads(None, RDF.type, SY.Person, graph)):
            node = quad.subject
            if isinstance(node, NamedNode):
                label = next(store.quads(node, RDFS.label, None, graph), None)
                posts = _posts(store, node)
                name = _text(label.object) if label else store.iris.key(node)
                yield _Person(store.iris.key(node), name, posts, layer == "reference")


def _posts(store: GraphStore, node: NamedNode) -> tuple[str, ...]:
    """The posts of somebody; where several bear the name, those of each in the service of their own state."""
    index = index_name(store.iris).value
    own = store.iris.key(node)

    def texts(key: str, predicate: NamedNode) -> list[str]:
        return [_text(quad.object) for quad in store.quads(store.iris.entity(key), predicate, None, index)]

    several = any(text.partition("\t")[0] for text in texts(own, ALIAS))
    found = set()
    for key in (own, *texts(own, BEARS)):
        for title in texts(key, TITLE):
            _, role, of, serves = [*title.split("\t"), ""][:4]  # of an older store three
            if (key == own and not (several and serves)) or (key != own and part(key, serves) == own):
                found.add(f"{role} of {of.partition('/')[2]}")
    return tuple(sorted(found))


# Events


@dataclass(frozen=True, slots=True)
class _Event:
    iri: str
    label: str
    day: str | None
    claims: frozenset[str]
    articles: frozenset[str]
    towns: frozenset[str]


def _close_events(store: GraphStore, decided: Decisions) -> Iterator[Doubt]:
    """Events of the same people within days of each other, of which no article tells apart."""
    for kind, sharing in _KINDS.items():
        groups: dict[tuple[str, ...], list[_Event]] = defaultdict(list)
        for event in _events(store, kind):
            node = NamedNode(event.iri)
            groups[tuple(text for predicate in sharing for text in _values(store, node, predicate))].append(
                event
            )
        for group in groups.values():
            for a, b in combinations(sorted(group, key=lambda event: event.iri), 2):
                if a.articles & b.articles or _asked(decided, a.claims, b.claims):
                    continue
                if reason := _closeness(a, b):
                    yield Doubt("events", False, a.iri, b.iri, (a.label, b.label), reason)


def _closeness(a: _Event, b: _Event) -> str | None:
    if a.day is None or b.day is None:
        return "one of them has no date"
    gap = apart(Span(read(a.day)), Span(read(b.day)))
    if gap > NEAR:
        return None
    towns = "in the same town" if a.towns & b.towns else "in different towns" if a.towns and b.towns else ""
    days = f"{gap} days apart" if gap > 1 else "a day apart" if gap else "at a time that may be the same"
    return f"{days}{f', {towns}' if towns else ''}"


def _split_dates(store: GraphStore, decided: Decisions) -> Iterator[Doubt]:
    """Events that were taken for one though their sources give different days."""
    graph = store.iris.graph("facts").value
    for quad in list(store.quads(None, SY.disputed, Literal(True), graph)):
        value = quad.subject
        fact, mark, _ = str(getattr(value, "value", "")).partition("/value/startDate/")
        if not mark or not isinstance(value, NamedNode) or "true" in _values(store, value, SY.accepted):
            continue
        kept = _accepted(store, NamedNode(fact))
        if kept is None:
            continue
        sides = [frozenset(_values(store, node, SY.supportedBy)) for node in (kept, value)]
        days = [", ".join(_values(store, node, SY.value)) for node in (kept, value)]
        if all(sides) and not _asked(decided, *sides):
            label = ", ".join(_values(store, NamedNode(fact), RDFS.label))
            yield Doubt(
                "events", True, kept.value, value.value, (f"{label} ({days[0]})", f"the same on {days[1]}"),
                "taken for one event though its sources differ about the day",
            )  # fmt: skip


def _accepted(store: GraphStore, fact: NamedNode) -> NamedNode | None:
    for iri in _values(store, fact, SY.hasValue):
        value = NamedNode(iri)
        if "/value/startDate/" in iri and "true" in _values(store, value, SY.accepted):
            return value
    return None


def _asked(decided: Decisions, one: Iterable[str], other: Iterable[str]) -> bool:
    """True if a decision names both sides."""
    marks = [
        {mark.decision for claim in side for mark in decided.marks.get(claim, ())} for side in (one, other)
    ]
    return bool(marks[0] & marks[1])


def _events(store: GraphStore, kind: NamedNode) -> Iterator[_Event]:
    graph = store.iris.graph("facts").value
    for quad in list(store.quads(None, RDF.type, kind, graph)):
        node = quad.subject
        if isinstance(node, NamedNode):
            yield _Event(
                node.value,
                next(iter(_values(store, node, RDFS.label)), node.value),
                next(iter(_written(store, node)), None),
                frozenset(_values(store, node, SY.supportedBy)),
                frozenset(_values(store, node, SY.reportedIn)),
                frozenset(_values(store, node, SY.place)),
            )


def _written(store: GraphStore, node: NamedNode) -> list[str]:
    return [day for day in _values(store, node, SY.startDate) if day.startswith("--") or day[:4].isdigit()]


def _values(store: GraphStore, node: NamedNode, predicate: NamedNode) -> list[str]:
    graph = store.iris.graph("facts").value
    return sorted(_text(quad.object) for quad in store.quads(node, predicate, None, graph))


def _text(term: object) -> str:
    return str(getattr(term, "value", term))


def side_of(store: GraphStore, iri: str) -> tuple[tuple[str, ...], str]:
    """What a decision keeps of a person (the key), an event or one of its values (the claims); and its label."""
    start = f"{store.iris.base}id/"
    key = iri.removeprefix(start)
    node = NamedNode(f"{start}{key}")
    if key.startswith("person/"):
        layers = (store.iris.graph(layer).value for layer in ("reference", "facts"))
        labels = [_text(q.object) for layer in layers for q in store.quads(node, RDFS.label, None, layer)]
        return (key,), next(iter(labels), key)
    claims = _values(store, node, SY.supportedBy)
    if not claims:
        raise UnknownName(f"there is no person or event {iri!r}; `summitry resolve` lists those in doubt")
    fact, _, rest = key.partition("/value/")
    if fact.partition("/")[0] not in ("visit", "meeting", "summit", "action", "warrant"):
        raise UsageError(f"{iri} is no event; only people and events can be the same or different")
    label = next(iter(_values(store, NamedNode(f"{start}{fact}"), RDFS.label)), fact)
    day = f" ({', '.join(_values(store, node, SY.value))})" if rest else ""
    return tuple(claims), f"{label}{day}"
