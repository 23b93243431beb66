"""Which property takes what in a fact or claim, and a slot's value as an RDF term."""

from __future__ import annotations

from decimal import Decimal

from pyoxigraph import Literal, NamedNode

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.errors import ConfigurationError
from summitry.graph.facts import Resource, SlotValue
from summitry.graph.triples.literals import boolean, date_literal, decimal, integer, text_literal
from summitry.graph.vocabulary import Iris, concept

THINGS = frozenset(
    ["holder", "officeOf", "member", "organisation", "visitor", "host", "place", "participant", "summitOf",
     "attendee", "absentee", "operatedBy", "borderOf", "party", "treaty", "issuer", "wanted", "actor",
     "target", "supplier", "recipient", "relationFrom", "relationTo", "speaker"]
)  # fmt: skip
CONCEPTS = {
    "eventStatus": "status",
    "membershipStatus": "membership-status",
    "treatyStatus": "treaty-status",
    "relationKind": "relation-kind",
}
ROLES = frozenset(["role"])
DATES = frozenset(["startDate", "endDate", "earliestStart", "latestStart"])
INTEGERS = frozenset(["edition", "personnel"])
DECIMALS = frozenset(["lengthKm"])
BOOLEANS = frozenset(["former"])
TEXTS = frozenset(
    ["roleName", "discussed", "seriesName", "siteName", "unit", "treatyName", "system", "detail", "quotation",
     "topicOf", "topic"]
)  # fmt: skip


_STATES = frozenset([EntityKind.STATE, "State"])
_PLACES = frozenset([EntityKind.CITY, EntityKind.REGION, "City", "Region"])


def fitting(name: str, value: object) -> str:
    """The property that a slot is written as: states are hosts, cities and regions are places."""
    kind = getattr(value, "kind", None)
    if name == "place" and kind in _STATES:
        return "host"
    return "place" if name == "host" and kind in _PLACES else name


def slot_term(name: str, value: SlotValue, iris: Iris) -> NamedNode | Literal:
    """The RDF term for the value of the property with this local name; a value of a wrong type is refused."""
    match value:
        case Entity(key=key) | Resource(key=key) if name in THINGS:
            return iris.entity(key)
        case bool() if name in BOOLEANS:
            return boolean(value)
        case int() if name in INTEGERS and not isinstance(value, bool):
            return integer(value)
        case Decimal() | int() if name in DECIMALS and not isinstance(value, bool):
            return decimal(Decimal(value))
        case str():
            return _text_term(name, value, iris)
    raise ConfigurationError(f"sy:{name} does not take {value!r}")


def _text_term(name: str, value: str, iris: Iris) -> NamedNode | Literal:
    if name in TEXTS:
        return text_literal(value)
    if name in DATES:
        return date_literal(value)
    if name in CONCEPTS:
        return concept(CONCEPTS[name], value)
    if name in ROLES:
        return iris.role(value)
    raise ConfigurationError(f"sy:{name} does not take the text {value!r}")
