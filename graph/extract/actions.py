"""Military actions of one state against another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summitry.graph.claims import Entity, EntityKind, Finding, MilitaryAction, Status
from summitry.graph.coreference import state_of
from summitry.graph.extract.template import Template, slot, templates
from summitry.graph.extract.when import When
from summitry.graph.mentions.reading import Reading

_ADJ = r"(?:(?:full-scale|large-scale|unprovoked|military|armed|illegal|brutal|ongoing|new|so-called|special|massive|all-out|ground|air|aerial|invasion|missile|drone|bombing|war|current|continuing|major|further|deadly) |[\"“”']|-)*"
_DEED = r"(?:invasion|offensive|attack|attacks|aggression|assault|war|operation|operations|campaign|strikes?|air ?strikes|bombing|bombardment|incursion|intervention)"
_ON = r"(?:of|against|on|in|into|inside)"
_TARGET = slot("SCG", "target")
_PATTERNS = tuple(
    re.compile(p)
    for p in (
        rf"{slot('SC', 'actor')}'s? {_ADJ}{_DEED} {_ON} (?:its )?(?:\w+ )?(?:neighbou?r,? )?{_TARGET}",
        rf"{slot('D', 'actor')} {_ADJ}{_DEED} {_ON} {_TARGET}",
        rf"{slot('S', 'actor')},? (?:which |that )?(?:had |has |first )?(?:invaded|attacked|bombed|shelled|occupied|bombarded) (?:neighbou?ring )?{_TARGET}",
        rf"{slot('PS', 'actor')}[^.;⟦]{{0,40}}? (?:launched|ordered|began|started|unleashed|waged|launching|ordering|starting|unleashing|beginning|to launch)[^.;⟦]{{0,50}}?(?:{_DEED}|troops|forces)\W{{0,3}}[^.;⟦]{{0,30}}?(?:{_ON}) (?:its )?(?:\w+ )?{_TARGET}",
        rf"{slot('PS', 'actor')}[^.;⟦]{{0,40}}? (?:launched|ordered|sent|poured|sending|moved|rolled|launching)[^.;⟦]{{0,20}}?(?:{slot('D', '')} )?(?:troops|forces|tanks|soldiers|army|his country)[^.;⟦]{{0,20}}? (?:into|in|to attack|against) (?:its )?(?:{slot('D', '')} neighbou?r|{_TARGET})",
        rf"{slot('PS', 'actor')}[^.;⟦]{{0,80}}? (?:launched|launching|ordered|ordering)[^.;]{{0,60}}?{_DEED}\W{{0,3}} {_ON} {_TARGET}",
        rf"launching {_TARGET} war",
    )
)  # fmt: skip
_BARE = re.compile(rf"(?:the|this) {_ADJ}(?:offensive|invasion|attack|war|assault|aggression)(?: launched| begun| started| waged)?[^.;⟦]{{0,50}}? {_ON} {_TARGET}")


def find(reading: Reading) -> Iterator[Finding]:
    """The military actions that an article states; each actor and target once, with the date that any sentence gives."""
    when = When(reading)
    best: dict[tuple[str, str], Finding] = {}
    for template in templates(reading):
        for found in _in_sentence(template, when):
            payload = found.payload
            assert isinstance(payload, MilitaryAction)
            key = (payload.actor.key, payload.target.key)
            known = best.get(key)
            if known is None or _finer(payload.date, known.payload.date):  # type: ignore[union-attr]
                best[key] = found
    yield from best.values()


def _finer(new: str | None, old: str | None) -> bool:
    return new is not None and (old is None or len(new) > len(old))


def _in_sentence(template: Template, when: When) -> Iterator[Finding]:
    if not re.search(rf"{_DEED}|invad|attacked|bombed|shelled|troops|forces", template.text):
        return
    for pattern in _PATTERNS:
        for match in template.finditer(pattern):
            yield from _action(template, match, when)


def _action(template: Template, match: re.Match[str], when: When) -> Iterator[Finding]:
    groups = match.groupdict()
    actors = _actors(template, groups.get("actor"))
    targets = [t for t in template.states(groups.get("target"))] or _states_of(template, groups.get("target"))
    words = template.text[match.start() : match.end()]
    if not actors or not targets or re.search(r"\bnot\b|\bif\b|\bwould\b|\bcould\b|\bmight\b|\bmay\b|\bthreat", words):
        return
    actor, target = actors[0], targets[0]
    if actor.key == target.key:
        return
    deed = re.search(rf"{_DEED}|invaded|attacked|bombed|shelled|launched|sent|troops", words)
    trigger = template.token_at(match.start() + (deed.start() if deed else 0))
    dates = when.of(template.passage, trigger, Status.OCCURRED)
    yield Finding(MilitaryAction(actor, target, dates.start), (template.evidence(match),), 0.9, "action")


def _actors(template: Template, piece: str | None) -> list[Entity]:
    found = template.states(piece)
    if found:
        return found
    states = []
    for person in template.entities(piece):
        key = state_of(template.reading, person) if person.kind is EntityKind.PERSON else None
        entry = template.reading.gazetteer.find(key) if key else None
        if entry is not None:
            states.append(Entity(EntityKind.STATE, entry.name, entry.key, entry.name))
    return states


def _states_of(template: Template, piece: str | None) -> list[Entity]:
    found = []
    for entity in template.entities(piece):
        entry = template.reading.gazetteer.find(entity.key)
        if entry is not None and entry.state:
            found.append(Entity(EntityKind.STATE, entry.state_name, entry.state, entity.written))
    return found
