"""What a post is called where the words are loose: "the Belarusian leader X", "the EU's top diplomat", "head of the agency"."""

from __future__ import annotations

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.coreference import HEAD_ROLES
from summitry.graph.extract.office_homes import record
from summitry.graph.gazetteer import Tenure
from summitry.graph.mentions.reading import Reading
from summitry.graph.mentions.roles import MINOR

_LOOSE = ("leader", "head", "chief executive", "chairman", "parliamentary leader")
_DIPLOMACY = "foreign minister"
_CHANCELLORIES = frozenset({"state/germany", "state/austria", "state/united-kingdom"})
_SECRETARY = "secretary of state"


def settled(reading: Reading, person: Entity, role: str, of: Entity | None) -> tuple[str, Entity | None]:
    """ "the Belarusian leader X": the post that X is known to hold there; ministers of a movement are its state's."""
    if role == "state secretary" and any(
        t.role == "secretary of state" for t in reading.gazetteer.tenures(person.key)
    ):
        role = "secretary of state"
        of = of or record(reading, person, role)
    if role == "party leader":  # "Party General Secretary X"
        party = record(reading, person, "secretary general")
        role, of = ("secretary general", party) if party is not None else (role, of)
    role = _diplomacy(reading, person, role, of)
    if of is not None and of.kind is EntityKind.ORGANISATION:
        role, of = _organised(reading, person, role, of)
    if of is not None and role in _LOOSE:
        held = [t for t in reading.gazetteer.tenures(person.key) if t.of == of.key]
        now = [t for t in held if reading.published is None or holds(reading, t)] or held
        now.sort(key=lambda t: (t.role not in HEAD_ROLES, -int((t.start or "0")[:4])))
        if now and (now[0].role in HEAD_ROLES or role != "leader"):
            return now[0].role, of
    if role in ("leader", "head", "chief executive") and of is not None and of.kind is EntityKind.STATE:
        mine = reading.registry.people.get(person.key)
        for post in mine.posts if mine else ():
            if post.role not in MINOR and post.of and post.of.key == of.key and not post.counterpart:
                return post.role, of
        return ("" if role != "leader" else "leader"), of
    return role, of


def _diplomacy(reading: Reading, person: Entity, role: str, of: Entity | None) -> str:
    """ "the US top diplomat", "the UK Secretary of State for Foreign Affairs": the post that is on record there."""
    held = [t for t in reading.gazetteer.tenures(person.key) if of is not None and t.of == of.key]
    if role == _DIPLOMACY and any(t.role == _SECRETARY for t in held):
        return _SECRETARY
    if role == "chancellor" and of is not None and of.key not in _CHANCELLORIES and not held:
        return _DIPLOMACY  # the "canciller" of Latin America
    now = [t.role for t in held if holds(reading, t)]
    if role == _SECRETARY and now and _SECRETARY not in {t.role for t in held}:
        return now[0]
    return role


def _organised(reading: Reading, person: Entity, role: str, of: Entity) -> tuple[str, Entity]:
    """ "the EU's top diplomat"; "the Taliban's foreign minister" is the state's where he is on record as its minister."""
    if of.key == "organisation/eu" and role == _DIPLOMACY:
        return "high representative", of
    return role, (record(reading, person, role) if role.endswith(" minister") else None) or of


def weighty(role: str, of: Entity) -> bool:
    """Whether a post of few words says enough: the head of an organisation, the leader of a state."""
    if of.kind in (EntityKind.ORGANISATION, EntityKind.BODY):
        return role in ("chairman", "head", "prosecutor", "leader") or role.endswith("director")
    return role == "leader"


def holds(reading: Reading, tenure: Tenure) -> bool:
    """Whether somebody holds a post on the day of the article."""
    return any(t == tenure for t in reading.gazetteer.leaders(tenure.of, tenure.role, reading.published))
