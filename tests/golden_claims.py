"""Gold files (one article's facts as JSON) -> claims, for tests of what comes after reading."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from pyoxigraph import RdfFormat, parse

from summitry.graph.claims import (
    ArmsSupply,
    Base,
    Border,
    Claim,
    Entity,
    EntityKind,
    Evidence,
    Finding,
    Meeting,
    Membership,
    MilitaryAction,
    Office,
    Payload,
    Relation,
    Statement,
    Status,
    Summit,
    Topic,
    Treaty,
    Visit,
    Warrant,
)  # fmt: skip
from summitry.graph.fusion import Context, dates_of
from summitry.graph.names import fold, slug

REFERENCE = Path(__file__).parents[1] / "ontology" / "reference"
LABELS = ("http://www.w3.org/2000/01/rdf-schema#label", "http://www.w3.org/2004/02/skos/core#altLabel")
ORDER = {
    "state": ("state", "organisation", "body", "person", "region", "city"),
    "person": ("person",),
    "place": ("city", "state", "region"),
    "organisation": ("organisation", "body", "state"),
}


@cache
def known_names() -> Mapping[str, Mapping[str, str]]:
    """Folded name -> kind -> key, from the reference data; a label comes before other spellings."""
    found: dict[str, dict[str, str]] = {}
    for wanted in LABELS:
        for path in sorted(REFERENCE.glob("*.ttl")):
            for quad in parse(path=path, format=RdfFormat.TURTLE):
                if quad.predicate.value == wanted and "/id/" in quad.subject.value:
                    key = quad.subject.value.partition("/id/")[2]
                    kind = key.partition("/")[0]
                    found.setdefault(fold(quad.object.value), {}).setdefault(kind, key)
    return found


def entity(name: str, slot: str) -> Entity:
    """The entity that a gold file names."""
    kinds = known_names().get(fold(name), {})
    for kind in ORDER[slot]:
        if kind in kinds:
            return Entity(EntityKind(kind), name, kinds[kind], name)
    kind = {"person": "person", "place": "city", "state": "region", "organisation": "organisation"}[slot]
    if slot == "state" and len(name.split()) == 2:
        kind = "person"
    return Entity(EntityKind(kind), name, f"{kind}/{slug(name)}", name)


def payload(fact: Mapping[str, Any]) -> Payload:
    """The payload of a gold fact."""
    return BUILDERS[fact["type"]](Row(fact))


class Row:
    """A gold fact whose names become entities when asked for."""

    def __init__(self, fact: Mapping[str, Any]) -> None:
        self.fact = fact

    def __getitem__(self, key: str) -> Any:
        return self.fact.get(key)

    def one(self, key: str, slot: str = "state") -> Any:
        return entity(self.fact[key], slot) if self.fact.get(key) else None

    def all(self, key: str) -> tuple[Entity, ...]:
        return tuple(entity(name, "state") for name in self.fact.get(key) or ())

    def organisation(self, key: str) -> Entity | None:
        found = self.one(key, "organisation")
        return found if fold(self.fact[key]) in known_names() else None

    def leaders(self) -> tuple[Entity, ...]:
        """The two leaders whom the five shared articles are about, where the words of a topic name them."""
        names = ("Vladimir Putin", "Emomali Rahmon")
        return tuple(entity(name, "person") for name in names if name.split()[-1] in self.fact["event"])


BUILDERS: dict[str, Callable[[Row], Payload]] = {
    "office": lambda r: Office(r.one("person", "person"), r["role"], r.one("of"), bool(r["former"])),
    "membership": lambda r: Membership(r.one("member"), r.one("organisation", "organisation"), r["status"]),
    "visit": lambda r: Visit(
        r.one("visitor"), r.one("state"), r.one("city", "place"), r["date"], r["end"], Status(r["status"])
    ),
    "meeting": lambda r: Meeting(
        r.all("participants"), r.one("place", "place"), r["date"], Status(r["status"])
    ),
    "summit": lambda r: Summit(
        r["name_or_org"], r.organisation("name_or_org"), r.one("place", "place"), r["date"],
        r.all("attendees"), r.all("absentees"), Status(r["status"]),
    ),
    "base": lambda r: Base(r.one("operator"), r.one("host"), r["name_or_place"], r["unit"], r["personnel"]),
    "border": lambda r: Border(r.one("a"), r.one("b"), r["length_km"]),
    "treaty": lambda r: Treaty(r.one("party"), r["treaty"], r["status"]),
    "warrant": lambda r: Warrant(r.one("issuer", "organisation"), r.one("person", "person"), r["date"]),
    "military_action": lambda r: MilitaryAction(r.one("actor"), r.one("target"), r["date"]),
    "arms_supply": lambda r: ArmsSupply(r.one("supplier"), r.one("recipient"), r["system"]),
    "relation": lambda r: Relation(r.one("a"), r.one("b"), r["kind"], r["detail"]),
    "statement": lambda r: Statement(r.one("speaker", "person"), r["quote"]),
    "topic": lambda r: Topic(r["event"], r["topic"], r.leaders()),
}  # fmt: skip


def claims(path: Path) -> Iterator[Claim]:
    """The claims that a gold file stands for."""
    article = f"https://w3id.org/summitry/id/article/{hashlib.sha256(path.stem.encode()).hexdigest()[:16]}"
    for number, fact in enumerate(json.loads(path.read_text(encoding="utf-8"))["facts"]):
        given = fact.get("evidence") or []
        pieces = [given] if isinstance(given, dict) else given
        evidence = tuple(Evidence(each["start"], each["end"], each.get("exact", "")) for each in pieces)
        finding = Finding(payload(fact), evidence, 0.9, "gold")
        yield Claim(article, f"{number:03}", finding)


def context(path: Path, publisher: str | None = None) -> Context:
    """The context of a gold file's article."""
    document = json.loads(path.read_text(encoding="utf-8"))
    own = list(claims(path))
    published = date.fromisoformat(document["published"]) if document.get("published") else None
    return Context(own[0].article, published, publisher, dates_of(own))
