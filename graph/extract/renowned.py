"""Bases that the world knows by name: told of wherever a sentence names one together with the state whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from summitry.graph.claims import Base, Entity, EntityKind, Finding
from summitry.graph.extract.actors import capital_state
from summitry.graph.extract.evidence import text_evidence
from summitry.graph.extract.forces import forces
from summitry.graph.extract.sites import host_of, known, named
from summitry.graph.extract.template import Template
from summitry.graph.mentions.model import MentionKind

_MILITARY = re.compile(
    r"\b(?:[Bb]ases?|[Mm]ilitary|airbases?|airfields?|garrisons?|barracks|camps?|facility|facilities|installations?|outposts?|troops|soldiers|[Mm]arines|servicemen|servicewomen|service members|personnel|"
    r"forces|squadrons?|regiments?|brigades?|battalions?|divisions?|wing|fleet|warships?|destroyers|jets|warplanes|bombers|drones|helicopters|fighters|aircraft|air force|navy|army|stationed|"
    r"deployed|headquarters|radar|lease[sd]?|flies|anchorage|airmen|sailors|commandos|instructors|advisers|peacekeepers|contingent|interceptors?|missile (?:shield|defen[cs]e))\b"
)
_OFF = re.compile(
    r"\b(?:if|rumou?rs?|den(?:y|ies|ied)|wants?|should|could|might|may|no|never|nor|not|exercises?|drills?|manoeuvres|maneuvers|attack(?:ed|s)?|struck|fired|offer(?:ed|s)?|"
    r"proposed|plans?|planned)\b|n't"
)
_WHOSE = (MentionKind.STATE, MentionKind.DEMONYM, MentionKind.METONYM)


_ASIDE = re.compile(
    r"\b(?:near|outside|from|(?:south|north|east|west) of|close to|next to|miles of|kilomet(?:er|re)s of) $"
)


def renowned(template: Template) -> Iterator[Finding]:
    """The known bases of a sentence, where it names one of those that use them; of sites that are no towns, where the article does."""
    if _MILITARY.search(template.text) is None or _OFF.search(template.text):
        return
    text = template.reading.article.text
    start, end = template.pieces[0].start, template.pieces[-1].end
    found = [
        m
        for m in named(template.reading.gazetteer).finditer(text, start, end)
        if not _ASIDE.search(text, max(start, m.start() - 24), m.start())
    ]
    whose = _states(template) if found else {}
    for match in found:
        base = template.reading.gazetteer.bases()[match.group()]
        users = [whose[key] for key in base.operators if key in whose]
        if not users and not _town(template, match.group()):
            users = [e for e in _told_of(template) if (e.key,) == base.operators]
        for user in users:
            host = host_of(template.reading, base)
            evidence = text_evidence(template.reading, match.start(), match.end())
            yield Finding(Base(user, host, match.group(), None, None), (evidence,), 0.8, "base.known")


def _town(template: Template, name: str) -> bool:
    return any(e.kind is EntityKind.CITY for e in template.reading.gazetteer.lookup(name))


def _told_of(template: Template) -> tuple[Entity, ...]:
    """The states that an article names anywhere, by their names or their people's; worked out once."""
    notes = template.reading.notes
    if "told_of" not in notes:
        at = [m for p in template.reading.passages for m in p.mention_at.values() if m.kind in _WHOSE]
        notes["told_of"] = tuple({e.key: e for m in at for e in template.reading.entities(m)}.values())
    found: tuple[Entity, ...] = notes["told_of"]
    return found


def _states(template: Template) -> dict[str, Entity]:
    """The states that a sentence names, as such, by their people or by their forces."""
    found: dict[str, Entity] = {}
    for mention, _ in template.slots:
        named = template.reading.entities(mention) if mention.kind in (*_WHOSE, MentionKind.CITY) else ()
        capitals = (capital_state(template.reading, e) for e in named if e.kind is EntityKind.CITY)
        found |= {e.key: e for e in (*named, *capitals) if e is not None and e.kind is EntityKind.STATE}
    text = template.reading.article.text[template.pieces[0].start : template.pieces[-1].end]
    return found | {e.key: e for e in forces(template.reading, text)}


def placed(template: Template, finding: Finding) -> Finding:
    """A base whose name is known stands where that one does; "its base at X" is of the one of its users that is told of."""
    base = finding.payload
    assert isinstance(base, Base)
    site = known(template.reading, base.name_or_place) if base.name_or_place else None
    if site is None or base.operator is None:
        return finding
    operator = base.operator
    if operator.key not in site.operators:
        here = _states(template)
        users = [here[key] for key in site.operators if key in here]
        users = users or [e for e in _told_of(template) if (e.key,) == site.operators]
        if len(users) != 1:
            return finding
        operator = users[0]
    host = host_of(template.reading, site)
    return replace(finding, payload=replace(base, operator=operator, host=host))
