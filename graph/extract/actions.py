"""Military actions of one state against another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

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
        rf"{slot('S', 'actor')}(?:'s)?(?: and (?:its|their) \w+)?,? (?:which |that )?(?:had |has |first |have )*(?:sent|ordered|moved|rolled|poured|sends) (?:its |their )?(?:troops|forces|army|tanks|soldiers|military)(?: \w+)? into (?:neighbou?ring )?{_TARGET}",
        rf"{slot('D', 'actor')} (?:troops|forces|tanks|soldiers|army|warplanes|aircraft|jets) (?:\w+ )?(?:invaded|entered|crossed into|rolled into|attacked|bombed|stormed|marched into|moved into|occupied|seized|struck) (?:neighbou?ring )?{_TARGET}",
        rf"{slot('S', 'actor')} (?:has |had |illegally )*(?:annexed|seized|occupied) (?:the )?(?:{slot('D', '')} )?(?:\w+ )?(?:of )?{_TARGET}",
        rf"{slot('S', 'actor')}(?: and (?:its|their) \w+)? (?:began|started|launched|carried out|has been|have been|resumed) (?:bombing|shelling|striking|an? {_ADJ}{_DEED}|{_ADJ}{_DEED})[^.;⟦]{{0,50}}? (?:in|on|against|of) {_TARGET}",
        rf"{_TARGET},? which {slot('D', 'actor')} (?:troops|forces|tanks) (?:entered|invaded|attacked)",
        rf"(?:since|after|when|before) {slot('S', 'actor')} (?:invaded|attacked) {_TARGET}",
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
    for found in best.values():
        yield _dated_later(reading, found) if len(best) == 1 else found


def _bare(template: Template, when: When) -> Iterator[Finding]:
    """"the offensive launched against Y": by the state of whoever the sentence is about, where that is one state alone."""
    for match in template.finditer(_BARE):
        targets = template.states(match["target"])
        sure = re.search(r"launched|begun|started|waged|special military operation|invasion of", match.group())
        if not targets or not sure:
            continue
        others = {s.key: s for s in _actors(template, " ".join(re.findall(r"⟦[PS]\d+⟧", template.text[: match.start()]))) if s.key != targets[0].key}
        people = {s.key: s for s in _people_states(template, template.text[: match.start()])}
        actors = people or others
        if len(actors) == 1:
            actor = next(iter(actors.values()))
            if actor.key != targets[0].key:
                dates = when.inside(template.evidence(match).start, template.evidence(match).end)
                yield Finding(MilitaryAction(actor, targets[0], dates.start), (template.evidence(match),), 0.8, "action.bare")


def _people_states(template: Template, text: str) -> list[Entity]:
    first = re.search(slot("P"), text)
    return _actors(template, first.group()) if first else []


_START = re.compile(r"(?:start|beginning|outbreak|launch) of the (?:war|invasion|offensive|conflict|operation)|since the (?:war|invasion|offensive|conflict)|launch(?:ed|ing)? [^.]{0,40}(?:war|invasion|offensive|operation)")


def _dated_later(reading: Reading, found: Finding) -> Finding:
    """An undated action takes the date that another sentence gives for the start of "the war"."""
    payload = found.payload
    assert isinstance(payload, MilitaryAction)
    if payload.date is not None:
        return found
    for template in templates(reading):
        for match in template.finditer(_START):
            evidence = template.evidence(match)
            inside = reading.timeline.within(evidence.start, min(evidence.end + 40, template.passage.block.end))
            dates = [t.value.start for t in inside if t.value.start is not None]
            if dates:
                return replace(found, payload=replace(payload, date=dates[0]))
    return found


def _finer(new: str | None, old: str | None) -> bool:
    return new is not None and (old is None or len(new) > len(old))


def _in_sentence(template: Template, when: When) -> Iterator[Finding]:
    if not re.search(rf"{_DEED}|invad|attacked|bombed|shelled|troops|forces", template.text):
        return
    for pattern in _PATTERNS:
        for match in template.finditer(pattern):
            yield from _action(template, match, when)
    yield from _bare(template, when)


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
