"""What each kind of fact is asked for: one table, from which the schema, the prompt and the check are made."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from summitry.graph.vocabulary.concepts import SCHEMES


class Sort(StrEnum):
    """What a slot holds."""

    PERSON = "person"
    ACTOR = "actor"  # a person, state, organisation, region or body
    POWER = "power"  # an actor that is not a person
    STATE = "state"
    ORGANISATION = "organisation"
    PLACE = "place"  # a city, region or state
    CITY = "city"
    ACTORS = "actors"  # a list of them
    DATE = "date"
    CHOICE = "choice"
    TEXT = "text"  # words copied from the article
    QUOTE = "quote"  # likewise, without shortening
    NUMBER = "number"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot: its sort, whether a fact is nothing without it, the closed list of a choice, a word of explanation."""

    sort: Sort
    needed: bool = False
    choices: tuple[str, ...] = ()
    says: str = ""


def _choice(scheme: str) -> Slot:
    return Slot(Sort.CHOICE, True, SCHEMES[scheme])


_STATUS = _choice("status")
_DATE = Slot(Sort.DATE)
_ACTOR, _POWER, _PERSON = Slot(Sort.ACTOR, True), Slot(Sort.POWER, True), Slot(Sort.PERSON, True)
_PLACE, _STATE = Slot(Sort.PLACE), Slot(Sort.STATE)
_PARTICIPANTS = Slot(Sort.ACTORS, True, says="two or more")
_ATTENDEES = Slot(Sort.ACTORS)

FACTS: dict[str, dict[str, Slot]] = {
    "office": {
        "person": _PERSON, "role": _choice("role"), "of": Slot(Sort.POWER, says="the state or organisation served"),
        "former": Slot(Sort.FLAG),
    },
    "membership": {
        "member": _POWER, "organisation": Slot(Sort.ORGANISATION, True), "status": _choice("membership-status"),
    },
    "visit": {
        "visitor": _ACTOR, "state": _STATE, "city": Slot(Sort.CITY), "date": _DATE, "end": _DATE, "status": _STATUS,
    },
    "meeting": {"participants": _PARTICIPANTS, "place": _PLACE, "date": _DATE, "status": _STATUS},
    "summit": {
        "name_or_org": Slot(Sort.TEXT, True, says="the series or the organisation"), "place": _PLACE, "date": _DATE,
        "attendees": _ATTENDEES, "absentees": _ATTENDEES, "status": _STATUS,
    },
    "base": {
        "operator": Slot(Sort.POWER), "host": Slot(Sort.POWER), "name_or_place": Slot(Sort.TEXT), "unit": Slot(Sort.TEXT),
        "personnel": Slot(Sort.NUMBER),
    },
    "border": {
        "a": Slot(Sort.STATE, True), "b": Slot(Sort.STATE, True), "length_km": Slot(Sort.NUMBER),
    },
    "treaty": {"party": _POWER, "treaty": Slot(Sort.TEXT, True), "status": _choice("treaty-status")},
    "warrant": {"issuer": _POWER, "person": _PERSON, "date": _DATE},
    "military_action": {"actor": _POWER, "target": _POWER, "date": _DATE},
    "arms_supply": {"supplier": _POWER, "recipient": _POWER, "system": Slot(Sort.TEXT, True)},
    "relation": {"a": _POWER, "b": _POWER, "kind": _choice("relation-kind"), "detail": Slot(Sort.TEXT)},
    "statement": {
        "speaker": Slot(Sort.PERSON), "quote": Slot(Sort.QUOTE, True, says="the words inside the quotation marks"),
    },
    "topic": {
        "participants": Slot(Sort.ACTORS, True, says="of the meeting"),
        "topic": Slot(Sort.TEXT, True, says="what they discussed"),
    },
}  # fmt: skip
"""The slots of each type of fact, by the keys of the public interface; `topic` names its event by who took part."""

MEANINGS = {
    "office": "somebody holds, or held, a post",
    "membership": "a state's tie to an organisation",
    "visit": "somebody goes to another state",
    "meeting": "two or more meet, or speak by telephone",
    "summit": "a gathering of an organisation or a series of leaders' meetings",
    "base": "one state's military base or troops in another",
    "border": "two states share a border",
    "treaty": "a party signs, ratifies, refuses or leaves a treaty",
    "warrant": "a court wants a person arrested",
    "military_action": "one side attacks, invades or strikes another",
    "arms_supply": "one side gives or sells a weapon to another",
    "relation": "allies, strategic partners, kin; one recognises another, or does not",
    "statement": "words that somebody is quoted with",
    "topic": "what was spoken about at a meeting",
}
