"""What the articles together support: the frozen shape that fusion builds and `triples` writes as RDF.

A `Fact` is one node of the graph of facts: an event or a lasting relation, whatever the number of its
sources. All keys are paths below `<base>id/`, like `Entity.key`, so that a fact does not know where the
data set is published.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from summitry.graph.claims import Entity


@dataclass(frozen=True, slots=True)
class Resource:
    """Somebody or something that facts point at, described well enough to stand in the graph by itself.

    `kind` is the local name of its class in the ontology ("Person", "State", "Alliance", "City",
    "Region", "Body", "Treaty"; "Organization" for an organisation of which nothing more is known).
    `aliases` are the other spellings seen.
    """

    key: str
    kind: str
    label: str
    aliases: tuple[str, ...] = ()


SlotValue = Entity | Resource | str | int | Decimal | bool
"""What may fill a slot; which of them, the property decides (see `Fact.slots`)."""


@dataclass(frozen=True, slots=True)
class AttributedValue:
    """One answer to one question about a fact, with those who give it.

    `property` is the local name of a property of the ontology ("startDate", "lengthKm", "place"), `value`
    is of the type that the property takes as a slot. `accepted` is true of at most one value of a
    property. `disputed` is true where another source contradicts this answer, not where one is only less
    precise. `reason` is a sentence.
    """

    property: str
    value: SlotValue
    accepted: bool
    disputed: bool = False
    reason: str | None = None
    claims: tuple[str, ...] = ()  # IRIs
    articles: tuple[str, ...] = ()  # IRIs


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact, as fusion understands it.

    `key` is its path below `<base>id/` ("visit/vladimir-putin-tajikistan-2022-06-28").

    `type` is the type of the payloads that it was fused from ("visit"); "deployment" beside "base" for
    forces without a site of their own. Topics are no facts: they fill the slot `discussed` of their
    meeting.

    `label` is what a person reads: "Vladimir Putin in Tajikistan, 28 June 2022".

    `slots` are the accepted values, as (local name of the property, value); a property may occur several
    times (`participant`, `attendee`, `borderOf`, `discussed`). A value is
    - an `Entity` or `Resource` for properties that lead to things: visitor, host, place, holder, treaty …;
    - the claims' own text for concepts: eventStatus "occurred", membershipStatus "member", treatyStatus
      "not_ratified", relationKind "ally", role "foreign minister";
    - for host and place, either: a state is written as host, a city or region as place;
    - an ISO 8601 string at its own precision for dates: "2022-06-28", "2022-06", "2022", "--06-28", "--06";
    - int for edition and personnel, Decimal (or int) for lengthKm, bool for former, str for all others.
    `earliestStart` and `latestStart` follow from `startDate` and need not be given; given, they win, so
    that a fact may have narrower bounds than its date shows.

    `values` are all answers of the sources to the questions that have one answer, accepted and not.

    `claims` and `articles` are the IRIs of those that support the fact as a whole; empty for facts that
    only the reference data know.

    `shortcuts` are plain triples (key of the subject, local name of the property, key of the object) that
    hold because of this fact: ("person/vladimir-putin", "visited", "state/tajikistan"). Only for what
    occurred or holds now. For an alliance give `inAlliance` beside `memberOf`; for a member that left
    give `formerMemberOf`.

    `entities` are the things that this fact points at and that need describing: those the reference data
    lack, and any with new spellings.
    """

    key: str
    type: str
    label: str
    slots: tuple[tuple[str, SlotValue], ...] = ()
    values: tuple[AttributedValue, ...] = ()
    claims: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    shortcuts: tuple[tuple[str, str, str], ...] = ()
    entities: tuple[Resource, ...] = ()
