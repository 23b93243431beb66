"""A proposed fact -> a finding of ours, or the reason why it is not believed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from summitry.graph.claims import (
    PAYLOADS,
    Base,
    Entity,
    EntityKind,
    Evidence,
    Finding,
    Meeting,
    Office,
    Payload,
    Statement,
    Status,
    Summit,
    Topic,
    Treaty,
    Visit,
)
from summitry.graph.extract.llm.answers import Proposal
from summitry.graph.extract.llm.dating import supported_date, supported_number
from summitry.graph.extract.llm.naming import Namer
from summitry.graph.extract.llm.quoting import find_quote, occurrences
from summitry.graph.extract.llm.slots import FACTS, Slot, Sort
from summitry.graph.mentions.reading import Reading

_CLASSES: dict[str, type[Payload]] = {payload.type: payload for payload in PAYLOADS}


class Unbelieved(Exception):
    """A proposed fact that the text does not bear out; the message says in what."""


@dataclass(frozen=True, slots=True)
class Judge:
    """Holds what a model proposes against one article."""

    reading: Reading
    namer: Namer
    certainty: float

    def finding(self, proposed: Proposal, start: int, end: int) -> Finding:
        """The finding behind a proposal from `text[start:end]`; Unbelieved where the text does not bear it out."""
        kind = proposed["type"]
        evidence = self._evidence(proposed["evidence"], start, end)
        values = {
            name: self._value(name, slot, proposed[name], evidence) for name, slot in FACTS[kind].items()
        }
        payload = self._payload(kind, values)
        if isinstance(payload, Statement):
            evidence = (self._quote(payload.quote, start, end),)
        attribution = self._words(proposed["attribution"]) if proposed["attribution"] else None
        return Finding(payload, evidence, self.certainty, f"llm.{kind}", attribution)

    def _evidence(self, quotes: list[str], start: int, end: int) -> tuple[Evidence, ...]:
        found = [find_quote(self.reading.article.text, quote, start, end) for quote in quotes[:6]]
        if None in found or not found:
            raise Unbelieved("a quote that is not in the text")
        passages = dict.fromkeys(e for e in found if e is not None)
        return tuple(sorted(passages, key=lambda e: (e.start, e.end)))

    def _value(self, name: str, slot: Slot, value: Any, evidence: tuple[Evidence, ...]) -> Any:
        if value in (None, ""):
            return () if slot.sort is Sort.ACTORS else False if slot.sort is Sort.FLAG else None
        found: str | Entity | None
        match slot.sort:
            case Sort.CHOICE | Sort.FLAG:
                return value
            case Sort.DATE:
                return supported_date(self.reading, value)
            case Sort.NUMBER:
                return supported_number(float(value), evidence)
            case Sort.TEXT | Sort.QUOTE:
                found = self._words(value)
            case Sort.ACTORS:
                named = (self.namer.find(each, slot.sort, evidence) for each in value)
                return tuple({entity.key: entity for entities in named for entity in entities}.values())
            case _:
                found = next(iter(self.namer.find(value, slot.sort, evidence)), None)
        if found is None and slot.needed:
            raise Unbelieved(f"{name} {value!r} is not known, or not in the text")
        return found

    def _words(self, value: str) -> str | None:
        """Words that the article has, as it writes them."""
        text = self.reading.article.text
        spans = occurrences(text, value) if len(value) <= 2000 else []
        return " ".join(text[spans[0][0] : spans[0][1]].split()) if spans else None

    def _quote(self, words: str, start: int, end: int) -> Evidence:
        found = find_quote(self.reading.article.text, words, start, end)
        if found is None:
            raise Unbelieved("quoted words that are not in the text, or too few")
        return found

    def _payload(self, kind: str, values: dict[str, Any]) -> Payload:
        if "status" in values and _CLASSES[kind] in (Visit, Meeting, Summit):
            values["status"] = Status(values["status"])
        match kind:
            case "visit":
                values |= self._where(values["state"], values["city"])
            case "summit":
                values |= self._series(values["name_or_org"], values["absentees"], values["attendees"])
            case "treaty":
                known = self.reading.gazetteer.treaty(values["treaty"])
                values["treaty"] = known.name if known else values["treaty"]
            case "base":
                values["personnel"] = int(values["personnel"]) if values["personnel"] else None
            case "topic":
                names = " ".join(p.name.split()[-1] for p in values["participants"][:2])
                values["event"] = f"meeting {names}"
        payload = _CLASSES[kind](**values)
        _refuse_empty(payload)
        return payload

    def _where(self, state: Entity | None, city: Entity | None) -> dict[str, Entity | None]:
        """A city's own state; a city that lies in another state than the one named is left out."""
        home = self.reading.gazetteer.state_of(city.key) if city is not None else None
        if city is None or home is None or (state is not None and state.key != home):
            return {"state": state, "city": city if state is None else None}
        entry = self.reading.gazetteer.entity(home)
        return {"state": state or Entity(entry.kind, entry.name, entry.key, entry.name), "city": city}

    def _series(self, name: str, absent: tuple[Entity, ...], present: tuple[Entity, ...]) -> dict[str, Any]:
        found = [e for e in self.reading.gazetteer.lookup(name) if e.kind is EntityKind.ORGANISATION]
        organisation = Entity(found[0].kind, found[0].name, found[0].key, name) if found else None
        missing = {entity.key for entity in absent}
        return {
            "organisation": organisation,
            "name_or_org": organisation.name if organisation else name,
            "attendees": tuple(entity for entity in present if entity.key not in missing),
        }


def _refuse_empty(payload: Payload) -> None:
    """A fact between one party and itself, or of nobody and nowhere, is none."""
    match payload:
        case Meeting(participants=people) | Topic(participants=people) if len(people) < 2:
            raise Unbelieved("fewer than two who are known")
        case Visit(state=None, city=None):
            raise Unbelieved("a visit to nowhere")
        case Office(of=None):
            raise Unbelieved("a post of nobody known")
        case Base(operator=None) | Base(host=None):
            raise Unbelieved("a base of nobody, or nowhere")
        case Treaty(party=party) if party.kind not in (EntityKind.STATE, EntityKind.ORGANISATION):
            raise Unbelieved("a treaty of no state")
    pairs = (
        ("operator", "host"),
        ("actor", "target"),
        ("supplier", "recipient"),
        ("a", "b"),
        ("member", "organisation"),
    )
    for one, other in pairs:
        a, b = getattr(payload, one, None), getattr(payload, other, None)
        if a is not None and b is not None and a.key == b.key:
            raise Unbelieved(f"{one} and {other} are one")
