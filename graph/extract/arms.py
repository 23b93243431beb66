"""Weapons that one state supplies to another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summitry.graph.claims import ArmsSupply, Entity, EntityKind, Finding
from summitry.graph.coreference import state_of
from summitry.graph.extract.template import Template, slot, templates
from summitry.graph.mentions.reading import Reading

_WILL = r"(?: said[^.;⟦]{0,25}? (?:it|he|she))?(?:,? (?:which|that|who))?(?: (?:will|has|have|had|would|is|are|was|were|to|also|already|agreed|agrees|plans|planned|promised|pledged|began|begun|started|continued|continues|decided|ready|going|set|approved|be))*"
_GIVE = r"(?:suppl(?:y|ies|ied|ying)|deliver(?:s|ed|ing)?|provid(?:e|es|ed|ing)|send(?:s|ing)?|sent|sell(?:s|ing)?|sold|transfer(?:s|red|ring)?|donat(?:e|es|ed|ing)|hand(?:ed)? over|equip(?:s|ped)?|ship(?:s|ped)?|give[sn]?|giving|gave|arm(?:s|ed)?)"
_GET = r"(?:buy(?:s|ing)?|bought|purchas(?:e|es|ed|ing)|order(?:s|ed)?|acquir(?:e|es|ed|ing)|receiv(?:e|es|ed|ing)|import(?:s|ed)?|obtain(?:s|ed)?|procur(?:e|es|ed)|tak(?:e|ing) delivery of|got|get)"
_WHAT = r"(?P<system>(?:[^.;,⟦]|⟦D\d+⟧|, (?=\w+ and )|(?<=\d),(?=\d)){3,90}?)"
_END = r"(?=[.,;\"”]| (?:to|from|as|after|in|during|with a range|under|since|for|on|over|that|which|while|despite|worth|capable|by|and (?:will|would|has|other))\b|$)"
_WHO = slot("SCP", "who")
_TO = slot("SCP", "to")

_PATTERNS = tuple(
    re.compile(p)
    for p in (
        rf"{_WHO}{_WILL} {_GIVE} {_TO} with {_WHAT}{_END}",
        rf"{_WHO}{_WILL} {_GIVE} {_WHAT} to {_TO}",
        rf"{_WHO}{_WILL} {_GIVE} {_TO} (?P<system>(?:an? |the |its |more |\d[\d,]* |additional |several |two |three |four )?[^.;,⟦]{{3,80}}?){_END}",
        rf"{_TO}{_WILL} {_GET} {_WHAT} from {_WHO}",
        rf"{_WHO}'s (?:planned |possible )?(?:supply|supplies|delivery|deliveries|sale|sales|transfer|shipment|shipments) of {_WHAT} to {_TO}",
        rf"(?:supply|supplies|delivery|deliveries|sale|transfer|shipment)s? of {slot('D', 'who')} {_WHAT} to {_TO}",
        rf"{_TO}'s purchase of {_WHAT} from {_WHO}",
        rf"(?:purchase|acquisition) by {_TO} of {_WHAT}(?: from {_WHO}){_END}",
        rf"{_WHO} (?:has |have |had |will |would |agreed to )*(?:approved?|authoris\w+|authoriz\w+|cleared?) (?:the |an? )?(?:\S+ )?(?:sale|delivery|transfer|supply|shipment|deliveries|export) of {_WHAT} to {_TO}",
        rf"{_TO}'s purchase of {slot('D', 'who')} {_WHAT}{_END}",
        rf"{_TO}{_WILL} {_GET} (?:\w+ )?{slot('D', 'who')}(?:-made|-built)? {_WHAT}{_END}",
    )
)  # fmt: skip
_WEAPON = re.compile(
    r"\b(?:missiles?|rockets?|tanks?|howitzers?|artillery|helicopters?|fighter jets?|fighters?|jets|warplanes?|aircraft|submarines?|"
    r"frigates?|corvettes?|warships?|drones?|UAVs?|ammunition|munitions|shells|weapons?|weaponry|arms|air[- ]defen[cs]e systems?|"
    r"rifles|armou?red vehicles|launchers?|radars?|bombs|patrol boats?|guns|military equipment|torpedoes|mortars|"
    r"[A-Z][\w]*-\d+\w*|HIMARS|Patriots?|Javelins?|Stingers?|Leopards?|Abrams|Bayraktar\w*|Iskander\S*|Kalibr|BrahMos|Rafales?|Typhoons?|Gripens?|Pantsir\S*|THAAD)\b"
)
_DESIGNATION = re.compile(r"\b(?:[A-Z][\w]*(?:-[\dA-Z]\w*)+|HIMARS|Patriot|Javelin|Stinger|Leopard(?: 2)?|Abrams|Bayraktar(?: TB2)?|BrahMos|Rafale|Typhoon|Gripen|THAAD|Kalibr)\b")
_NO = re.compile(r"\b(?:not|never|refus\w+|halt\w*|stop\w*|ban\w*|if|could|might|may|wants?|would like|ask\w*|request\w*|urg\w+|denied|denies|accus\w+)\b")


def find(reading: Reading) -> Iterator[Finding]:
    """The arms supplies that an article states; each supplier, recipient and system once."""
    seen: set[tuple[str, str, str]] = set()
    for template in templates(reading):
        if not _WEAPON.search(template.text):
            continue
        for pattern in _PATTERNS:
            for match in template.finditer(pattern):
                found = _supply(template, match)
                if found is None:
                    continue
                payload = found.payload
                assert isinstance(payload, ArmsSupply)
                key = (payload.supplier.key, payload.recipient.key, payload.system.lower())
                if key not in seen:
                    seen.add(key)
                    yield found


def _supply(template: Template, match: re.Match[str]) -> Finding | None:
    system = match["system"]
    if not _WEAPON.search(system) or _NO.search(match.group()):
        return None
    supplier, recipient = _state(template, match["who"]), _state(template, match["to"])
    if supplier is None or recipient is None or supplier.key == recipient.key:
        return None
    words = re.sub(r"⟦D(\d+)⟧", lambda m: template.slots[int(m.group(1))][0].text, system).strip(" ,\"“”")
    name = _DESIGNATION.search(words)
    clean = name.group() if name else re.sub(r"^(?:an?|the|its|more|additional|some|several|of) ", "", words)
    return Finding(ArmsSupply(supplier, recipient, clean), (template.evidence(match),), 0.88, "arms")


def _state(template: Template, piece: str) -> Entity | None:
    states = template.states(piece)
    if states:
        return states[0]
    for person in template.entities(piece):
        if person.kind is EntityKind.PERSON:
            key = state_of(template.reading, person)
            entry = template.reading.gazetteer.find(key) if key else None
            if entry is not None:
                return Entity(EntityKind.STATE, entry.name, entry.key, entry.name)
    return None
