"""Bases and troops abroad: whose, where, which unit, how many."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summitry.graph.claims import Base, Entity, EntityKind, Finding
from summitry.graph.extract.arguments import verb_of
from summitry.graph.extract.base_phrases import COUNT, FORCES, MONTH, SITES, SOME, SORT, STATIONED, TROOPS
from summitry.graph.extract.garrisons import garrisons
from summitry.graph.extract.numbers import number
from summitry.graph.extract.renowned import placed, renowned
from summitry.graph.extract.sentences import templates
from summitry.graph.extract.stationing import stationings
from summitry.graph.extract.template import Template, slot
from summitry.graph.mentions.reading import Reading

_MORE = re.compile(
    rf"(?: base| airbase| air base)?(?:, (?:most|half|many|some|the bulk|the majority) of (?:them|whom) (?:[^.;,⟦]|⟦[CG]\d+⟧){{1,50}})?(?:,| and|, and|,? as well as| plus) (?:an? |the |another |its )?(?:(?:{SORT}(?:bases?|airbases?|airfield|facility|port|post|station|garrison|outpost) )(?:in|at|on|near|of) |{SOME}{COUNT} (?:(?:{TROOPS}) )?(?:in|at|on) |(?:in|at|on) )(?:the )?(?:{slot('CGS', 'place')}|(?P<name>{MONTH}[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){{0,2}}))(?:,? in (?:neighbou?ring )?{slot('SC', 'wide')})?"
)
_NO_SITE = re.compile(
    r"\b(?:industrial|manufacturing|production|customer|tax|data|fan|power|knowledge|export|rebel|naval-industrial) bases?\b"
)
_PASSING = re.compile(r"\b(?:exercises?|drills?|parade|took part|taking part|manoeuvres|maneuvers)\b")
_SHUT = re.compile(r"\b(?:shuttered|disused|abandoned|defunct|mothballed|closed)(?: [\w-]+)? $")
_TOGETHER = re.compile(
    r",? and (?:in )?(?:the )?⟦[SG]\d+⟧(?=[.,;]|$)"
)  # "4,000 troops in Estonia and Poland"
_HURTING = frozenset("kill wound injure capture ambush train die massacre kidnap abduct".split())
_FEWEST = 32  # soldiers
_RECENT = 3  # sentences after which "a smaller post" stands elsewhere
_UNREAL = re.compile(
    r"\b(?:(?:no|never any) (?:⟦D\d+⟧ )?(?:\w+ )?bases? (?:in|on|at|near)\b|no (?:intention|plans?|wish|talk|question) (?:of|to)|absurd|fabricat\w+|rumou?r\w*|speculat\w+|without foundation|unfounded|den(?:y|ied|ies|ying) (?:that|any|having|plans|reports|it|the)|"
    r"under no circumstances|untrue|nonsense|hoax|baseless|hypothe\w+|would-be|fears? (?:of|about|over) (?:an?|another|new|more|possible)|(?:possible|potential|proposed|prospective) (?:⟦D\d+⟧ )?(?:\w+ ){0,2}(?:bas|outpost|facilit|garrison|presence)\w*|has no (?:military )?bases?|have no (?:military )?bases?|no foreign (?:military )?bases?)\b"
)
_GATE = re.compile(
    rf"\b(?:[Bb]ase|airbase|military headquarters|strong|installation|garrison|facilit|outpost|posts?\b|barracks|transit cent|sites?\b|lease|home to|[Ff]leet|housing|hosting|hosts?\b|houses\b|fl(?:y|ies|ying) (?:out of|from)|ships)|{TROOPS}|{STATIONED}"
)
_UNIT = re.compile(
    r"\b(?:the )?(\d{1,4}(?:st|nd|rd|th)(?: (?:[A-Z][\w-]+|[Mm]otor(?:i[sz]ed)?|[Rr]ifle|military|air|naval|expeditionary|separate)){0,4}? "
    r"(?:Division|Brigade|Regiment|Army|Fleet|Corps|Battalion|Air Base|Military Base|Squadron|Wing|Base|base|division|brigade|regiment|army))\b"
)


def find(reading: Reading) -> Iterator[Finding]:
    """The bases that an article states: one for each operator, host and place."""
    found: list[tuple[Base, Finding]] = []
    last, age = None, 0
    it: list[Entity] = []
    for template in templates(reading):
        age += 1
        real = _UNREAL.search(template.text) is None
        views = template.views if real and _GATE.search(template.text) else ()
        near = [
            f for view in views for f in garrisons(view, _unit(view), last if age < _RECENT else None, it)
        ]
        parsed = stationings(template, _unit(template), last if age < _RECENT else None) if real else ()
        famed = renowned(template) if real else ()
        for told in (*(f for view in views for f in _in_sentence(view)), *near, *parsed, *famed):
            candidate = placed(template, told)
            base = candidate.payload
            assert isinstance(base, Base)
            found = _merge(found, base, candidate)
            last, age = base.host, 0
        opening = re.match(rf"(?:The )?{slot('SC')} (?!and\b)", template.text)
        it = template.states(opening.group()) if opening else it
    yield from (f for _, f in found)


def _sole_count(text: str) -> int | None:
    """The number of troops, where a sentence about one base gives just one."""
    counts = [m["count"] for m in re.finditer(rf"{COUNT} (?:⟦D\d+⟧ )?(?:\w+ )?{TROOPS}", text)]
    value = number(counts[0]) if len(counts) == 1 else None
    return int(value) if value else None


def _in_sentence(template: Template) -> Iterator[Finding]:
    text = template.text
    unit = _unit(template)
    if not _GATE.search(text):
        return
    for patterns, counted in ((SITES, False), (FORCES, True)):
        for pattern in patterns:
            for match in template.finditer(pattern):
                count = _count(match) or (None if counted else _sole_count(text))
                if counted and count is not None and count < _FEWEST:
                    continue  # "on May 19 Russian forces": a day
                if _NO_SITE.search(match.group()) or (counted and _PASSING.search(match.group())):
                    continue
                if (counted and _hurt(template, match)) or _SHUT.search(text, 0, match.start()):
                    continue
                count = None if _TOGETHER.match(text, match.end()) else count
                found = list(_base(template, match, unit, count))
                yield from found
                yield from _beside(template, match, found)


def _hurt(template: Template, match: re.Match[str]) -> bool:
    """Whether the soldiers are those who were killed, or are trained, somewhere."""
    troops = re.search(TROOPS, match.group())
    verb = verb_of(template.token_at(match.start() + troops.start())) if troops else None
    return verb is not None and verb.lemma_ in _HURTING


def _beside(template: Template, match: re.Match[str], found: list[Finding]) -> Iterator[Finding]:
    """What a list goes on with: "in Tartus and the airbase at Hmeimim", "28,000 troops in Korea and about 50,000 in Japan"."""
    at = match.end()
    while found and (more := _MORE.match(template.text, at)) is not None:
        at = more.end()
        place = template.entities(more["place"])
        site = next((p for p in place if p.kind is not EntityKind.STATE), None)
        for finding in found[:1]:
            base = finding.payload
            assert isinstance(base, Base)
            own = _state_of(template, site) if site is not None else None
            wide = template.around(more["wide"])
            host = own or next((p for p in (*wide, *place) if p.kind is EntityKind.STATE), base.host)
            name = site.name if site is not None else more["name"]
            if base.operator is not None and host is not None and host.key != base.operator.key:
                payload = Base(base.operator, host, name, None, _count(more))
                yield Finding(payload, (template.evidence(more),), 0.85, "base")


def _count(match: re.Match[str]) -> int | None:
    words = match.groupdict().get("count")
    count = number(words) if words else None
    return int(count) if count else None


def _unit(template: Template) -> str | None:
    match = _UNIT.search(template.text)
    return match.group(1) if match else None


def _base(template: Template, match: re.Match[str], unit: str | None, count: int | None) -> Iterator[Finding]:
    groups = match.groupdict()
    operators = [*template.states(groups.get("op")), *_forces(template, groups.get("op"))]
    hosts = [*template.states(groups.get("host")), *template.around(groups.get("wide"))]
    if groups.get("hosts"):
        yield from (
            Finding(Base(op, host, None, unit, count), (template.evidence(match),), 0.9, "base")
            for op in operators
            for host in template.states(groups["hosts"])
            if host.key != op.key
        )
        return
    if groups.get("place") and template.text.startswith("'s", match.end("place")):
        return  # "of Ankara's ambition"
    for piece in ("place", "second") if groups.get("second") else ("place",):
        place = template.entities(groups.get(piece))
        site = next((p for p in place if p.kind is not EntityKind.STATE), None)
        own = _state_of(template, site) if site is not None else None
        host = own or next((p for p in (*hosts, *place) if p.kind is EntityKind.STATE), None)
        vague = site is not None and site.kind is EntityKind.REGION and own is None  # "the Middle East"
        name = site.name if site is not None and not vague else groups.get("name")
        for operator in operators:
            abroad = host.key != operator.key if host is not None else name is not None and count is not None
            if abroad:
                rule = "base" if count is None else "base.troops"
                yield Finding(Base(operator, host, name, unit, count), (template.evidence(match),), 0.9, rule)


def _forces(template: Template, piece: str | None) -> list[Entity]:
    """An organisation with states for members: only such keep troops of their own."""
    return [
        e
        for e in template.entities(piece)
        if e.kind is EntityKind.ORGANISATION and template.reading.gazetteer.is_club(e.key)
    ]


def _state_of(template: Template, place: Entity) -> Entity | None:
    entry = template.reading.gazetteer.find(place.key)
    if entry is None or not entry.state:
        return None
    return Entity(EntityKind.STATE, entry.state_name, entry.state, entry.state_name)


def _merge(found: list[tuple[Base, Finding]], base: Base, candidate: Finding) -> list[tuple[Base, Finding]]:
    """Joins two sightings of one base: same operator and host, and no two different names."""
    for i, (known, finding) in enumerate(found):
        same_host = known.host is None or base.host is None or known.host.key == base.host.key
        named = known.name_or_place is not None and base.name_or_place is not None
        if (
            known.operator
            and base.operator
            and known.operator.key == base.operator.key
            and (same_host or named)
        ):
            if not _one_name(known.name_or_place, base.name_or_place):
                continue
            joined = Base(
                known.operator, known.host or base.host, known.name_or_place or base.name_or_place,
                known.unit or base.unit, known.personnel or base.personnel,
            )  # fmt: skip
            found[i] = (
                joined,
                Finding(joined, finding.evidence, finding.certainty, finding.rule, finding.attribution),
            )
            return found
    return [*found, (base, candidate)]


def _one_name(a: str | None, b: str | None) -> bool:
    """Whether two names can be those of one base: "Al-Udeid" and "Al Udeid Air Base"."""
    if not a or not b:
        return True
    one, other = (re.sub(r"[\W_]+", "", name).lower() for name in (a, b))
    return one in other or other in one
