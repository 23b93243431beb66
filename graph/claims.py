"""What one article says: the frozen shapes that a finding may take, and the evidence each must carry.

A finder yields `Finding`s. A `Claim` is a finding bound to its article. Fusion reads claims and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar


class EntityKind(StrEnum):
    """What sort of thing a name stands for."""

    PERSON = "person"
    STATE = "state"
    ORGANISATION = "organisation"
    CITY = "city"
    REGION = "region"
    BODY = "body"  # a parliament, ministry, court or council: part of a state or an organisation


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something named in a text.

    `name` is the canonical common English name ("Emomali Rahmon"), `written` the spelling in the text ("Emomali
    Rakhmon"). `key` is the entity's path below `<base>id/` ("person/emomali-rahmon", "state/tajikistan",
    "organisation/csto", "city/dushanbe-tajikistan"), the same in every article that means the same entity.
    """

    kind: EntityKind
    name: str
    key: str
    written: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that state a fact: `exact == article.text[start:end]`, offsets in Unicode characters."""

    start: int
    end: int
    exact: str


class Status(StrEnum):
    """Whether an event took place, as the article tells it."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    CANCELLED = "cancelled"


# Dates in findings are ISO 8601 strings at the precision the text supports: "2022-06-28", "2022-06", "2022", and
# "--06-28" or "--06" where no year can be known. None where the text says nothing.


@dataclass(frozen=True, slots=True)
class Office:
    type: ClassVar[str] = "office"
    person: Entity
    role: str
    of: Entity | None
    former: bool = False


@dataclass(frozen=True, slots=True)
class Membership:
    type: ClassVar[str] = "membership"
    member: Entity
    organisation: Entity
    status: str = "member"  # member, former, applicant, acceding, suspended, observer


@dataclass(frozen=True, slots=True)
class Visit:
    type: ClassVar[str] = "visit"
    visitor: Entity
    state: Entity | None
    city: Entity | None
    date: str | None
    end: str | None
    status: Status


@dataclass(frozen=True, slots=True)
class Meeting:
    type: ClassVar[str] = "meeting"
    participants: tuple[Entity, ...]
    place: Entity | None
    date: str | None
    status: Status


@dataclass(frozen=True, slots=True)
class Summit:
    type: ClassVar[str] = "summit"
    name_or_org: str
    organisation: Entity | None
    place: Entity | None
    date: str | None
    attendees: tuple[Entity, ...]
    absentees: tuple[Entity, ...]
    status: Status


@dataclass(frozen=True, slots=True)
class Base:
    type: ClassVar[str] = "base"
    operator: Entity | None
    host: Entity | None
    name_or_place: str | None
    unit: str | None
    personnel: int | None


@dataclass(frozen=True, slots=True)
class Border:
    type: ClassVar[str] = "border"
    a: Entity
    b: Entity
    length_km: float | None


@dataclass(frozen=True, slots=True)
class Treaty:
    type: ClassVar[str] = "treaty"
    party: Entity
    treaty: str
    status: str  # ratified, signed, not_ratified, withdrew


@dataclass(frozen=True, slots=True)
class Warrant:
    type: ClassVar[str] = "warrant"
    issuer: Entity
    person: Entity
    date: str | None


@dataclass(frozen=True, slots=True)
class MilitaryAction:
    type: ClassVar[str] = "military_action"
    actor: Entity
    target: Entity
    date: str | None


@dataclass(frozen=True, slots=True)
class ArmsSupply:
    type: ClassVar[str] = "arms_supply"
    supplier: Entity
    recipient: Entity
    system: str


@dataclass(frozen=True, slots=True)
class Relation:
    type: ClassVar[str] = "relation"
    a: Entity
    b: Entity
    kind: str  # ally, strategic_partner, kin, recognises, does_not_recognise
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    type: ClassVar[str] = "statement"
    speaker: Entity | None
    quote: str  # the exact words inside the quotation marks


@dataclass(frozen=True, slots=True)
class Topic:
    type: ClassVar[str] = "topic"
    event: str  # the event in words: "meeting Vladimir Putin, Emomali Rahmon"
    topic: str
    participants: tuple[Entity, ...] = ()  # of the event, so that fusion can find it


Payload = (
    Office
    | Membership
    | Visit
    | Meeting
    | Summit
    | Base
    | Border
    | Treaty
    | Warrant
    | MilitaryAction
    | ArmsSupply
    | Relation
    | Statement
    | Topic
)

PAYLOADS: tuple[type[Payload], ...] = (
    Office, Membership, Visit, Meeting, Summit, Base, Border, Treaty, Warrant, MilitaryAction, ArmsSupply, Relation,
    Statement, Topic,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """What a finder yields: a payload with the words that state it.

    `certainty` is in [0, 1]; `attribution` names whoever the article gives as the source of the information ("according
    to the Kremlin"), None where the article speaks for itself; `rule` is the dotted name of the rule that found it.
    `assumed` is true of a sighting that takes its event for granted, without telling or planning it; `alone` of a meeting that
    is told as those people's own, not as part of a larger one.
    """

    payload: Payload
    evidence: tuple[Evidence, ...]
    certainty: float
    rule: str
    attribution: str | None = None
    assumed: bool = False
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """A finding of one article. `article` is the article's IRI, `key` a short hash that is stable within it.

    `agent` is the model that read it there; None where our own rules did.
    """

    article: str
    key: str
    finding: Finding
    agent: str | None = None

    @property
    def payload(self) -> Payload:
        return self.finding.payload

    @property
    def type(self) -> str:
        return self.finding.payload.type
