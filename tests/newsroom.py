"""A world of a few people and states, and a press that makes up articles about them."""

from __future__ import annotations

from datetime import date

from summitry.graph.claims import (
    Claim,
    Entity,
    EntityKind,
    Evidence,
    Finding,
    Meeting,
    Payload,
    Status,
    Visit,
)
from summitry.graph.facts import AttributedValue, Fact
from summitry.graph.fusion import Context, KnownNodes, Node, dates_of, fuse_claims
from summitry.graph.names import slug


def thing(name: str, kind: EntityKind) -> Entity:
    return Entity(kind, name, f"{kind}/{slug(name)}", name)


def person(name: str) -> Entity:
    return thing(name, EntityKind.PERSON)


def state(name: str) -> Entity:
    return thing(name, EntityKind.STATE)


def organisation(name: str) -> Entity:
    return thing(name, EntityKind.ORGANISATION)


def city(name: str, of: str) -> Entity:
    return Entity(EntityKind.CITY, name, f"city/{slug(name)}-{slug(of)}", name)


PUTIN, RAHMON, RAISI, XI = map(person, ("Vladimir Putin", "Emomali Rahmon", "Ebrahim Raisi", "Xi Jinping"))
TAJIKISTAN, TURKMENISTAN, AFGHANISTAN, RUSSIA, CHINA = map(
    state, ("Tajikistan", "Turkmenistan", "Afghanistan", "Russia", "China")
)
DUSHANBE, ASHGABAT = city("Dushanbe", "Tajikistan"), city("Ashgabat", "Turkmenistan")
KHUJAND = city("Khujand", "Tajikistan")
CSTO = organisation("CSTO")
PUTIN_PRESIDENT = {
    "holder": ("person/vladimir-putin",),
    "role": ("president",),
    "officeOf": ("state/russia",),
}
WORLD = KnownNodes(
    [
        Node("state/tajikistan", "State", "Tajikistan"),
        Node("state/turkmenistan", "State", "Turkmenistan"),
        Node("city/dushanbe-tajikistan", "City", "Dushanbe", {"inState": ("state/tajikistan",)}),
        Node("organisation/csto", "Alliance", "CSTO"),
        Node("organisation/brics", "Forum", "BRICS"),
        Node(
            "border/afghanistan-tajikistan",
            "Border",
            "Border of Afghanistan and Tajikistan",
            {"lengthKm": ("1357",)},
        ),
        Node(
            "membership/russia-csto",
            "Membership",
            "Russia in CSTO (member)",
            {
                "member": ("state/russia",),
                "organisation": ("organisation/csto",),
                "membershipStatus": ("member",),
            },
        ),
        Node("person/vladimir-putin", "Person", "Vladimir Putin"),
        Node(
            "tenure/vladimir-putin-president-russia-2000",
            "Tenure",
            "Vladimir Putin, president of Russia",
            {
                **PUTIN_PRESIDENT,
                "startDate": ("2000-05-07",),
                "endDate": ("2008-05-07",),
                "former": ("true",),
            },
        ),
        Node(
            "tenure/vladimir-putin-president-russia-2012",
            "Tenure",
            "Vladimir Putin, president of Russia",
            {**PUTIN_PRESIDENT, "startDate": ("2012-05-07",), "former": ("false",)},
        ),
    ]
)
"""The reference data of these tests."""


class Press:
    """Articles made up for one test, and the facts that they come to."""

    def __init__(self) -> None:
        self.claims: list[Claim] = []
        self.contexts: dict[str, Context] = {}

    def article(
        self, *payloads: Payload, published: str | None = None, publisher: str | None = None, words: str = "",
        certainty: float = 0.9,
    ) -> str:  # fmt: skip
        iri = f"https://w3id.org/summitry/id/article/{len(self.contexts):016x}"
        evidence = (Evidence(0, len(words), words),) if words else ()
        own = [
            Claim(iri, f"{number}", Finding(payload, evidence, certainty, "test"))
            for number, payload in enumerate(payloads)
        ]
        self.claims += own
        day = date.fromisoformat(published) if published else None
        self.contexts[iri] = Context(iri, day, publisher, dates_of(own))
        return iri

    def facts(self, kind: str | None = None) -> list[Fact]:
        fused = fuse_claims(self.claims, self.contexts, WORLD)
        return [fact for fact in fused if kind in (None, fact.type)]

    def only(self, kind: str) -> Fact:
        (fact,) = self.facts(kind)
        return fact


def visit(
    day: str | None,
    status: str = "occurred",
    *,
    city: Entity | None = None,
    host: Entity | None = TAJIKISTAN,
    end: str | None = None,
    who: Entity = PUTIN,
) -> Visit:
    return Visit(who, host, city, day, end, Status(status))


def meeting(
    day: str | None, *people: Entity, place: Entity | None = None, status: str = "occurred"
) -> Meeting:
    return Meeting(people or (PUTIN, RAHMON), place, day, Status(status))


def slot(fact: Fact, name: str) -> object:
    found = [getattr(value, "key", value) for key, value in fact.slots if key == name]
    return found[0] if len(found) == 1 else found or None


def values(fact: Fact, name: str) -> list[AttributedValue]:
    return [value for value in fact.values if value.property == name]
