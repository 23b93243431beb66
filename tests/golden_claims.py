"""Gold files (one article's facts as JSON) -> claims, for tests of what comes after reading."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from pyoxigraph import RdfFormat, parse

from summitry.graph.claims import (
    ArmsSupply, Base, Border, Claim, Entity, EntityKind, Evidence, Finding, Meeting, Membership, MilitaryAction,
    Office, Payload, Relation, Statement, Status, Summit, Topic, Treaty, Visit, Warrant,
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

    def named(key: str, slot: str) -> Any:
        return entity(fact[key], slot) if fact.get(key) else None

    def all_named(key: str) -> tuple[Entity, ...]:
        return tuple(entity(name, "state") for name in fact.get(key) or ())

    get = fact.get
    match fact["type"]:
        case "office":
            return Office(named("person", "person"), fact["role"], named("of", "state"), bool(get("former")))
        case "membership":
            return Membership(named("member", "state"), named("organisation", "organisation"), fact["status"])
        case "visit":
            place = (named("state", "state"), named("city", "place"))
            return Visit(named("visitor", "state"), *place, get("date"), get("end"), Status(fact["status"]))
        case "meeting":
            where = named("place", "place")
            return Meeting(all_named("participants"), where, get("date"), Status(fact["status"]))
        case "summit":
            people = (all_named("attendees"), all_named("absentees"))
            organisation = named("name_or_org", "organisation")
            if organisation is not None and organisation.key not in {
                key for kinds in known_names().values() for key in kinds.values()
            }:
                organisation = None
            where = named("place", "place")
            return Summit(fact["name_or_org"], organisation, where, get("date"), *people, Status(fact["status"]))
        case "base":
            parties = (named("operator", "state"), named("host", "state"))
            return Base(*parties, get("name_or_place"), get("unit"), get("personnel"))
        case "border":
            return Border(named("a", "state"), named("b", "state"), get("length_km"))
        case "treaty":
            return Treaty(named("party", "state"), fact["treaty"], fact["status"])
        case "warrant":
            return Warrant(named("issuer", "organisation"), named("person", "person"), get("date"))
        case "military_action":
            return MilitaryAction(named("actor", "state"), named("target", "state"), get("date"))
        case "arms_supply":
            return ArmsSupply(named("supplier", "state"), named("recipient", "state"), fact["system"])
        case "relation":
            return Relation(named("a", "state"), named("b", "state"), fact["kind"], get("detail"))
        case "statement":
            return Statement(named("speaker", "person"), fact["quote"])
        case "topic":
            people = tuple(
                entity(name, "state")
                for name in ("Vladimir Putin", "Emomali Rahmon")
                if name.split()[-1] in fact["event"]
            )
            return Topic(fact["event"], fact["topic"], people)
    raise ValueError(fact["type"])


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
