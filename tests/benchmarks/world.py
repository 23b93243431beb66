"""A made-up world that is known: states, their towns and leaders, officials whom no reference data know, what happened."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from summitry.graph.claims import (
    Entity,
    EntityKind,
)
from summitry.graph.fusion import KnownNodes, Node
from summitry.graph.names import slug

GIVEN = [
    ("Sergei", "Sergey"), ("Yuri", "Yury", "Yuriy"), ("Dmitry", "Dmitri", "Dmitriy"), ("Aleksandr", "Alexander"),
    ("Mikhail", "Mikhail"), ("Nurlan", "Nurlan"), ("Askar", "Asqar"), ("Bakhtiyor", "Bakhtiyar"), ("Igor", "Ihor"),
    ("Natalia", "Natalya"), ("Elena", "Yelena"), ("Oksana", "Oxana"), ("Farid", "Fareed"), ("Rustam", "Rustam"),
]  # fmt: skip
FAMILY = [
    ("Nazarov", "Nazarov"), ("Rakhimov", "Rahimov"), ("Sharifzoda", "Sharifzoda"), ("Petrenko", "Petrenko"),
    ("Ivashov", "Ivashov"), ("Zhukovsky", "Zhukovskiy"), ("Mamedov", "Mammadov"), ("Orlov", "Orlov"),
    ("Khamidov", "Hamidov"), ("Lysenko", "Lysenko"), ("Sokolov", "Sokolov"), ("Tulegenov", "Tulegenov"),
    ("Yusupov", "Yusupov"), ("Bondarev", "Bondarev"), ("Volkov", "Volkov"), ("Aliyev", "Aliev"),
]  # fmt: skip
FIRST = date(2012, 1, 10)
PERIOD = (date(2023, 12, 20) - FIRST).days


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that was the case: its number, kind, who, where, and when."""

    number: int
    kind: str  # visit, meeting, summit
    people: tuple[Entity, ...]
    host: Entity
    city: Entity
    day: date
    edition: int = 0


@dataclass(frozen=True, slots=True)
class Official:
    """Somebody whom the reference data lack: a post, and the spellings that newspapers use."""

    who: str
    role: str
    of: Entity
    spellings: tuple[str, ...]


class World:
    """Everything that is the case, and the reference data that know a part of it."""

    def __init__(self, seed: int, *, states: int, happenings: int, days: int = PERIOD) -> None:
        """`days` is how long things happen in it."""
        self.period = days
        self.chance = random.Random(seed)
        self.states = [thing(f"Land{_letters(n)}", EntityKind.STATE) for n in range(states)]
        self.cities = {
            state.key: [
                Entity(
                    EntityKind.CITY,
                    f"{state.name}{end}",
                    f"city/{slug(state.name + end)}-{slug(state.name)}",
                    "",
                )
                for end in ("burg", "port", "ville")
            ]
            for state in self.states
        }
        self.leaders = {state.key: thing(f"Leader {state.name}", EntityKind.PERSON) for state in self.states}
        self.club = thing("League", EntityKind.ORGANISATION)
        self.officials = list(self._officials())
        self.weights = [
            (place + 1) ** -0.5 for place in range(states)
        ]  # some are in the news far more than others
        self.happenings = self._happenings(happenings)
        self.days = sorted(self.happenings, key=lambda happening: happening.day)

    def _officials(self) -> Iterator[Official]:
        pairs = [(given, family) for given in GIVEN for family in FAMILY]
        self.chance.shuffle(pairs)
        for number, state in enumerate(self.states):
            for role in ("spokesperson", "adviser"):
                given, family = pairs[(2 * number + (role == "adviser")) % len(pairs)]
                names = tuple(dict.fromkeys(f"{g} {f}" for g in given for f in family))
                yield Official(f"{role} of {state.key}", role, state, names)

    def _happenings(self, count: int) -> list[Happening]:
        days: dict[tuple[str, ...], list[date]] = {}
        found: list[Happening] = []
        while len(found) < count:
            kind = self.chance.choice(["visit", "visit", "meeting", "meeting", "summit"])
            guest, host = self._two()
            day = FIRST + timedelta(days=self.chance.randrange(self.period))
            people = (self.leaders[guest.key],)
            if kind == "meeting":
                people = (self.leaders[guest.key], self.leaders[host.key])
                if self.chance.random() < 0.2:
                    third = self.chance.choice([s for s in self.states if s not in (guest, host)])
                    people = (*people, self.leaders[third.key])
            place = self.chance.choice(self.cities[host.key])
            key = _who(kind, people, host, self.club)
            gap = 200 if kind == "summit" else 20
            if any(abs((day - other).days) < gap for other in days.get(key, [])):
                continue
            days.setdefault(key, []).append(day)
            edition = len(days[key]) if kind == "summit" else 0
            found.append(Happening(len(found), kind, people, host, place, day, edition))
        return _numbered(found)

    def _two(self) -> tuple[Entity, Entity]:
        one, other = self.chance.choices(self.states, self.weights, k=2)
        return (one, other) if one != other else self._two()

    def known(self) -> KnownNodes:
        """What the reference data of this world know: not its officials."""
        nodes = [Node(state.key, "State", state.name) for state in self.states]
        nodes += [
            Node(city.key, "City", city.name, {"inState": (state.key,)})
            for state in self.states
            for city in self.cities[state.key]
        ]
        nodes += [Node(leader.key, "Person", leader.name) for leader in self.leaders.values()]
        nodes.append(Node(self.club.key, "Forum", self.club.name))
        return KnownNodes([*nodes, *self._posts(), *self._borders()])

    def _posts(self) -> Iterator[Node]:
        """The tenures and memberships that the reference data have: of every second state."""
        for state in self.states[::2]:
            leader = self.leaders[state.key]
            post = {
                "holder": (leader.key,),
                "role": ("president",),
                "officeOf": (state.key,),
                "former": ("false",),
            }
            key = f"tenure/{slug(leader.name)}-president-{slug(state.name)}"
            yield Node(key, "Tenure", f"{leader.name}, president of {state.name}", post)
            status = {
                "member": (state.key,),
                "organisation": (self.club.key,),
                "membershipStatus": ("member",),
            }
            key = f"membership/{slug(state.name)}-{slug(self.club.name)}"
            yield Node(key, "Membership", f"{state.name} in {self.club.name} (member)", status)

    def _borders(self) -> Iterator[Node]:
        """Every second border that the press describes."""
        for place in range(0, len(self.states) // 2, 2):
            ends = sorted((self.states[2 * place], self.states[2 * place - 1]), key=lambda state: state.key)
            lengths = {"borderOf": tuple(end.key for end in ends), "lengthKm": (f"{300 + 7 * place}",)}
            names = [end.name for end in ends]
            key = "border/" + "-".join(map(slug, names))
            yield Node(key, "Border", f"Border of {' and '.join(names)}", lengths)

    def turtle(self) -> bytes:
        """The same reference data as a document."""
        lines = [
            f"<id/{node.key}> a sy:{node.kind} ; rdfs:label {json.dumps(node.label)}@en"
            + "".join(
                f" ; sy:{name} {_term(name, text)}"
                for name, texts in node.properties.items()
                for text in texts
            )
            + " ."
            for node in self.known()
        ]
        return "\n".join([_HEAD, *lines]).encode()


_HEAD = """@base <https://w3id.org/summitry/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sy: <https://w3id.org/summitry/ontology#> .
"""


def _term(name: str, text: str) -> str:
    if name in ("role", "membershipStatus"):
        return f"<id/{'role' if name == 'role' else 'membership-status'}/{text}>"
    if name == "lengthKm":
        return f"{text}.0"
    return text if text in ("true", "false") else f"<id/{text}>"


def _who(kind: str, people: tuple[Entity, ...], host: Entity, club: Entity) -> tuple[str, ...]:
    if kind == "summit":
        return (club.key,)
    return (kind, *sorted(person.key for person in people), host.key if kind == "visit" else "")


def _numbered(found: list[Happening]) -> list[Happening]:
    """Summits get their editions in the order of their days."""
    days = sorted(happening.day for happening in found if happening.kind == "summit")
    return [
        replace(each, edition=days.index(each.day) + 1) if each.kind == "summit" else each for each in found
    ]


def thing(name: str, kind: EntityKind) -> Entity:
    return Entity(kind, name, f"{kind}/{slug(name)}", name)


def _letters(number: int) -> str:
    return "abcdefghijklmnopqrstuvwxyz"[number % 26] + ("" if number < 26 else _letters(number // 26 - 1))
