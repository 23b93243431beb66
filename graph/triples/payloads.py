"""The 14 payloads as properties of a claim's content: one table, read in both directions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from summitry.graph.claims import (
    ArmsSupply,
    Base,
    Border,
    Entity,
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
)
from summitry.graph.vocabulary import SY


@dataclass(frozen=True, slots=True)
class Shape:
    """How one payload type is written: its class, and for each field the local name of the property."""

    payload: type[Payload]
    cls: str
    fields: tuple[tuple[str, str], ...]


def shape(payload: type[Payload], cls: str, fields: str) -> Shape:
    """A shape from its fields as words: "visitor state=host" where field and property differ in name."""
    pairs = (word.partition("=") for word in fields.split())
    return Shape(payload, cls, tuple((name, other or name) for name, _, other in pairs))


SHAPES: tuple[Shape, ...] = (
    shape(Office, "Tenure", "person=holder role=roleName of=officeOf former"),
    shape(Membership, "Membership", "member organisation status=membershipStatus"),
    shape(Visit, "Visit", "visitor state=host city=place date=startDate end=endDate status=eventStatus"),
    shape(Meeting, "Meeting", "participants=participant place date=startDate status=eventStatus"),
    shape(
        Summit,
        "Summit",
        "name_or_org=seriesName organisation=summitOf place date=startDate attendees=attendee "
        "absentees=absentee status=eventStatus",
    ),
    shape(Base, "MilitaryBase", "operator=operatedBy host name_or_place=siteName unit personnel"),
    shape(Border, "Border", "a=borderOf b=borderOf length_km=lengthKm"),
    shape(Treaty, "TreatyParticipation", "party treaty=treatyName status=treatyStatus"),
    shape(Warrant, "Warrant", "issuer person=wanted date=startDate"),
    shape(MilitaryAction, "MilitaryAction", "actor target date=startDate"),
    shape(ArmsSupply, "ArmsSupply", "supplier recipient system"),
    shape(Relation, "Relation", "a=relationFrom b=relationTo kind=relationKind detail"),
    shape(Statement, "Statement", "speaker quote=quotation"),
    shape(Topic, "Topic", "event=topicOf topic participants=participant"),
)

SHAPE_OF: dict[type[Payload], Shape] = {row.payload: row for row in SHAPES}
SHAPE_OF_CLASS: dict[str, Shape] = {SY.term(row.cls).value: row for row in SHAPES}
CLASS_OF_TYPE: dict[str, str] = {row.payload.type: row.cls for row in SHAPES}
CLASS_OF_TYPE["deployment"] = "Deployment"

MANY = frozenset(["participants", "attendees", "absentees"])
Plain = str | int | float | bool


def mentions(payload: Payload) -> Iterator[tuple[str, Entity]]:
    """The entities of a payload with the property that each fills, in the order of the fields."""
    for name, property_ in SHAPE_OF[type(payload)].fields:
        value = getattr(payload, name)
        for entity in value if name in MANY else (value,):
            if isinstance(entity, Entity):
                yield property_, entity


def plain_slots(payload: Payload) -> Iterator[tuple[str, Plain]]:
    """The texts, dates and numbers of a payload with the property that each fills."""
    for name, property_ in SHAPE_OF[type(payload)].fields:
        value = getattr(payload, name)
        if isinstance(value, Plain):
            yield property_, value


def rebuild(row: Shape, named: Mapping[str, Sequence[Entity]], plain: Mapping[str, Plain]) -> Payload:
    """The payload that was written with these entities and plain values by property."""
    left = {name: list(entities) for name, entities in named.items()}
    values: dict[str, Any] = {}
    for name, property_ in row.fields:
        entities = left.get(property_)
        if name in MANY:
            values[name] = tuple(entities or ())
        elif entities:
            values[name] = entities.pop(0)
        else:
            values[name] = plain.get(property_)
    if row.payload in (Visit, Meeting, Summit):
        values["status"] = Status(values["status"])
    return row.payload(**values)
