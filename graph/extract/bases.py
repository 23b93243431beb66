"""Bases and troops abroad: whose, where, which unit, how many."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summitry.graph.claims import Base, Entity, EntityKind, Finding
from summitry.graph.extract.arguments import verb_of
from summitry.graph.extract.garrisons import garrisons
from summitry.graph.extract.numbers import number
from summitry.graph.extract.renowned import placed, renowned
from summitry.graph.extract.sentences import templates
from summitry.graph.extract.stationing import stationings
from summitry.graph.extract.template import Template, series, slot
from summitry.graph.mentions.reading import Reading

_SORT = (r"(?:(?:large|largest|new|permanent|joint|only|own|first|key|major|main|sole|overseas|foreign|strategic|huge|small|one|two|three|four|several) )*"
         r"(?:(?:military|naval|air|army|navy|air force|aviation|submarine|logistics|space|marine|drone|radar|supply|support) )*")  # fmt: skip
_BASE = rf"{_SORT}(?:bases?|airbases?|air bases?|installations?|garrisons?|facility|facilities|outposts?)"
_OWNER = rf"(?:{slot('DSO', 'op')}(?:'s)?(?:[ -](?:run|operated|led|controlled))?)"
_PLACE = slot("CGS", "place")
_IN = r"(?:in|at|on|near|outside|of)"
_TROOPS = r"(?:troops?|[Mm]arines|soldiers?|servicemen|service members|military personnel|personnel|forces|marines|peacekeepers|servicemembers|military advisers)"
_COUNT = r"(?P<count>\d[\d,.]*(?: thousand)?|(?:two|three|four|five|six|seven|eight|nine|ten|several) (?:thousand|hundred))"
_STATIONED = r"(?:stationed|based|deployed|posted|garrisoned|housed|quartered|rotating)"
_SOME = r"(?:about |around |some |nearly |more than |over |roughly |up to |at least |an estimated |almost |approximately |fewer than |less than |as many as )*"
_SINCE = r"(?: since (?:the )?\d{4}s?| for (?:years|decades))?"
_USES = r"(?:uses?|used|operates?|operated|runs?|leases?|leased|rents?|controls?|fl(?:ies|y|ew|ying) (?:from|out of)|operates? (?:from|out of)|shares?|sails? from)"
_ARMY = r"(?:[Mm]ilitary|[Nn]avy|[Aa]ir [Ff]orce|[Aa]rmy|[Ff]orces|troops|warplanes|warships|ships|jets|aircraft|bombers|planes|soldiers|marines|drones|ships|fighters|helicopters|navy ships|warships)"
_HOLDS = r"(?:run|has|have|had|operates?|maintains?|keeps?|kept|leases?|retains?|uses|runs|opened|established|set up|built|inaugurated|owns|acquired|rents)"
_MONTH = r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
_NAME = (
    r"(?:(?:called |named |known as )?(?P<name>"
    + _MONTH
    + r"[A-Z][\w'’-]+(?: (?:[A-Z][\w'’-]+|al-[A-Z]\w+|of|bin)){0,3}))"
)
_SITE = rf"(?:{_PLACE}|{_NAME})"
_WIDE = rf"(?:,? (?:in |near )(?:\w+ )?{slot('SCG', 'wide')})?"

_PATTERNS = tuple(
    re.compile(p)
    for p in (
        rf"{_SITE} {_BASE}{_WIDE},? (?:(?:which|that) )?(?:(?:is|was|has been|had been) )?(?:operated|run|used|controlled|rented|occupied|leased(?: out)?) (?:by|to) (?:the )?{slot('SDO', 'op')}",
        rf"{_SITE} {_BASE},? (?:operated|run|used|controlled) by (?:the )?{slot('SDO', 'op')} in {slot('SC', 'host')}",
        rf"{slot('SC', 'host')},? (?:which )?(?:has |have )?(?:leas(?:es|ed)|rent(?:s|ed)|let) (?:out )?(?:the |its )?{_SITE} {_BASE} to {slot('SC', 'op')}",
        rf"{slot('SC', 'host')} (?:has |have )?(?:allow(?:s|ed)|permit(?:s|ted)|lets?) (?:the )?{slot('SC', 'op')} to (?:use|operate from|run) (?:the |its )?{_SITE} {_BASE}",
        rf"{slot('SC', 'host')} (?:has |have )?(?:extended|renewed|prolonged) {slot('SD', 'op')}(?:'s)? lease (?:of|on|for) (?:the )?{_SITE} {_BASE}",
        rf"{slot('SC', 'host')} (?:has |have )?(?:closed|shut down|shut|took over) (?:the |an? ){slot('DS', 'op')}(?:'s)? {_BASE} (?:at|in) {_SITE}",
        rf"{slot('SC', 'op')} (?:has |have )?(?:handed|gave|given|turned) (?:over |back )?(?:the |its )?{_SITE} {_BASE} (?:back |over )*to {slot('SC', 'host')}",
        rf"{slot('SC', 'op')} (?:has |have )?(?:closed|shut|vacated|left|evacuated) (?:the |its )(?:{_BASE} (?:at|in) )?{_SITE}(?: {_BASE})? in {slot('SC', 'wide')}",
        rf"{slot('D', 'host')} (?:port |coastal |northern |southern |eastern |western )*(?:city|town|port|village) of {_SITE},? (?:which )?(?:hosts|houses|is home to) (?:an? |the ){slot('DS', 'op')}(?:'s)? {_BASE}",
        rf"{slot('DS', 'op')}(?:'s)? {_ARMY} (?:(?:took|take|taking) off from|operates? (?:from|out of)) (?:the |an? )?(?:{_BASE} (?:at|in) )?{_SITE}(?: {_BASE})?,? in {slot('SCG', 'wide')}",
        rf"{slot('SC', 'op')} (?:flies|flew|operates) (?:\w+ )?(?:drones|jets|warplanes|aircraft|planes) (?:from|out of) an? (?:\w+ )?{_BASE} (?:at|in) {_SITE} in {slot('SCG', 'wide')}",
        rf"{slot('SC', 'op')},? (?:which )?(?:also |still )?{_HOLDS} {_SORT}bases {_IN} {series('S', 'hosts')}",
        rf"{_OWNER} (?:\w+ )?{_BASE},? {_IN} (?:the )?(?:{slot('D', '')} )?(?:\w+ (?:city|town|port|province|region) of )?{_PLACE}(?:,? (?:in |near )?{slot('SCG', 'wide')})?",
        rf"{_OWNER} {_BASE} {_IN} (?:the )?(?:\w+ (?:city|town|port) of )?{_NAME}(?:,? (?:in |near )(?:\w+ )?{slot('SCG', 'wide')})?",
        rf"{slot('SC', 'op')},? (?:which |that )?(?:also |already |still |currently )?{_HOLDS}{_SINCE} (?:an? |its |their )?(?:\w+ )?{_BASE} (?:called \w+ )?{_IN} {_PLACE} and (?:an? |its )?(?:\w+ )?{_BASE} {_IN} {slot('CG', 'second')}(?:,? (?:both |all )?(?:in )?{slot('SCG', 'wide')})?",
        rf"{slot('SC', 'op')},? (?:which |that )?(?:also |already |still |currently )?{_HOLDS}{_SINCE} (?:an? |its |their )?(?:only |just )?{_BASE} (?:called \w+ )?(?:outside (?:the )?(?:former )?⟦\w\d+⟧ ?[,–—-] )?{_IN} (?:the )?(?:{slot('D', '')} )?(?:\w+ of )?{_PLACE}(?:,? (?:in )?{slot('SCG', 'wide')})?",
        rf"{slot('SD', 'op')}(?:'s)? (?:[A-Z]\w+ |⟦G\d+⟧ ){{0,2}}(?:Fleet|⟦C\d+⟧),?(?: which is| is)? ?(?:based |stationed |headquartered |moored )(?:at|in) (?:the )?(?:{slot('D', '')} )?(?:port of |city of )?{_PLACE}(?:,? (?:in |on )?(?:the )?{slot('SCG', 'wide')})?",
        rf"{slot('DS', 'op')}(?:'s?)? lease (?:of|on) (?:the )?(?:base (?:at|in) )?{_PLACE}",
        rf"{slot('S', 'op')} {_HOLDS} (?:an? |the |its |their )?(?:\d+\w+ )?{_BASE}(?: of its own)?,? {_IN} (?:the )?(?:{slot('D', '')} )?(?:\w+ )?(?:city of |town of |port of |region of )?{_PLACE}(?:,? (?:in |near )?{slot('SCG', 'wide')})?",
        rf"{slot('SC', 'host')},? (?:which |that )?(?:also |already |currently )?(?:hosts|houses|is home to|is host to|hosting) (?:an? |the |one of )?(?:\w+ )?{slot('DS', 'op')}(?:'s)? {_BASE}(?: {_IN} {_PLACE})?",
        rf"{slot('SC', 'host')},? (?:which |that )?(?:also |already |currently )?(?:hosts|houses|is home to|is host to|hosting) (?:an? |the |one of )?(?:{_PLACE}|{_NAME}),? (?:which is )?(?:home to|housing|with) {_SOME}{_COUNT} {slot('D', 'op')} (?:\w+ )?{_TROOPS}",
        rf"{_PLACE}(?: base| airbase| air base)?,? (?:which (?:is|hosts) )?(?:home to|housing|hosting) {_SOME}{_COUNT} {slot('D', 'op')} (?:\w+ )?{_TROOPS}",
        rf"{_BASE} {_IN} {_PLACE}(?:,? (?:in )?{slot('SCG', 'wide')})?,? (?:operated|run|used|leased|controlled) by (?:the )?{slot('SDO', 'op')}",
        rf"{slot('SC', 'host')},? (?:which |that )?(?:also |already |currently )?(?:hosts|houses|is home to|is host to|hosting) (?P<op>(?:(?:,? and |, )?⟦[DS]\d+⟧)+)(?:'s)? {_BASE}",
        rf"{slot('DS', 'op')}(?:'s)? {_ARMY} (?:also |already |currently |still )?{_USES} (?:from )?(?:the |an? )?(?:{_BASE} {_IN} |port of |airfield (?:at|of) )?{_PLACE}(?: {_BASE})?(?:,? (?:in|on) (?:the )?{slot('SCG', 'wide')})?",
        rf"{_BASE} {_IN} {_PLACE}(?:,? in {slot('SCG', 'wide')})?,? (?:which|that) (?:the )?{slot('DS', 'op')}s? (?:\w+ )?(?:{_USES}|leave|leaves|left|vacate|evacuated)",
        rf"{slot('DS', 'op')}(?:'s)? {_ARMY} [^.;⟦]{{0,20}}?{_HOLDS} (?:an? |its |their |the )?(?:\w+ )?{_BASE} {_IN} (?:the )?{_PLACE}(?:,? in {slot('SCG', 'wide')})?",
        rf"{_PLACE} (?:{_BASE}|[Aa]ir [Bb]ase|[Nn]aval [Bb]ase|[Aa]irbase),? (?:which|that) (?:the )?{slot('DS', 'op')}s? (?:\w+ )?{_USES}",
        rf"{slot('SD', 'op')}(?:'s)? (?:[A-Z]\w+ |⟦[GC]\d+⟧ ){{0,3}}(?:Fleet|⟦C\d+⟧) (?:has its (?:headquarters|base|home)|(?:is|was) (?:head)?quartered) (?:at|in) {_PLACE}",
        rf"{slot('SC', 'op')} (?:also |still |currently )?(?:leases|rents) (?:the )?(?:port|base|airfield|harbou?r) (?:of|at|in) {_PLACE}",
    )
)  # fmt: skip
_FORCES = tuple(
    re.compile(p)
    for p in (
        rf"[IiAa][nt] {_PLACE}(?:,? in {slot('SCG', 'wide')})?,? (?:are|is|were) (?:now |still )?{_STATIONED} {_SOME}{_COUNT} {slot('DS', 'op')}(?:'s)? (?:\w+ )?{_TROOPS}",
        rf"{_COUNT} {slot('DS', 'op')}(?:'s)? (?:\w+ )?{_TROOPS} (?:have been|has been|are|rotate|rotated|serve|remain|live|train|work) (?:still |now |permanently )?(?:in|at|on|through|along) (?:the )?{_PLACE}(?:,? in (?:\w+ )?{slot('SCG', 'wide')})?",
        rf"[Oo]f the {_COUNT} {slot('DS', 'op')}(?:'s)? (?:\w+ )?{_TROOPS} in {_PLACE}",
        rf"(?:{_NAME}|{_PLACE})(?: base| airbase| air base)?,? (?:in|near|outside) {slot('SCG', 'wide')},? (?:which )?(?:is |which is )?(?:home to|houses|hosts|accommodates) {_SOME}{_COUNT} {slot('D', 'op')}(?! (?:\w+ )?(?:refugees|citizens|tourists|workers|residents|migrants|civilians|students))",
        rf"{series('SC', 'hosts')} (?:also |already |currently |both )?(?:hosts?|houses?|are home to|is home to|are host to) {slot('DS', 'op')}(?:'s)? (?:\w+ )?(?:{_TROOPS}|{_BASE})",
        rf"{slot('SC', 'host')},? (?:which |that )?(?:is )?(?:also |already |currently )?(?:hosts|hosting|houses|is home to|home to) (?:an? |the |one of the )?(?:[\w-]+ ){{0,3}}?{_BASE} (?:for|of|used by|belonging to) (?:the )?{slot('SO', 'op')}",
        rf"{slot('S', 'op')}(?:'s)?[^.;⟦]{{0,60}} deployment of [^.;⟦]{{0,60}}{_TROOPS}[^.;⟦]{{0,60}} (?:in|to|at) (?:[a-z]+ ){{0,3}}{_PLACE}",
        rf"{_PLACE}, where {slot('S', 'op')} (?:has|keeps|maintains|stations) {_SOME}{_COUNT}(?: (?:\w+ )?{_TROOPS})?(?=[.,;]|$| (?:more|others)\b)",
        rf"{_COUNT} (?:of (?:its|their) )?(?:{slot('D', 'op')} )?(?:\w+ )?{_TROOPS}[^.;,⟦]{{0,60}}?(?:{_STATIONED}|{_IN}) {_IN}? ?{_PLACE}",
        rf"{slot('SC', 'op')},? (?:which )?(?:has|have|had|keeps|maintains|stations|bases) (?:also |already |currently )?(?:{_STATIONED} )?{_SOME}{_COUNT} (?:\w+ )?{_TROOPS}[^.;]{{0,90}}? {_IN} (?:the )?{_PLACE}",
        rf"{slot('SO', 'op')} (?:has |have |had )?(?:kept|keeps?|maintained|maintains?) (?:its )?{_TROOPS} in {_PLACE}{_SINCE}(?:[^.⟦]{{0,50}}? numbers? {_SOME}{_COUNT})?",
        rf"{slot('S', 'op')}(?:'s)? (?:base|facility|bases|garrison)s? {_IN} {_PLACE},? (?:which |where )?(?:houses?|hosts?|has|with|home to|accommodates?|is home to) {_SOME}{_COUNT} (?:\w+ )?{_TROOPS}",
        rf"{_COUNT} {slot('D', 'op')}s? (?:\w+ )?(?:{_TROOPS} )?(?:are|were|is|have been|remain) (?:still |currently |now )?{_STATIONED} (?:{_IN} )(?:the )?(?:{_PLACE}|{_NAME})",
        rf"{slot('S', 'host')},? (?:which |that )?(?:also )?(?:hosts|houses|is home to|is host to) {_SOME}{_COUNT} {slot('D', 'op')} (?:\w+ )?{_TROOPS}",
        rf"{_COUNT} {slot('SDO', 'op')}(?:'s)? (?:\w+ )?{_TROOPS} (?:are|were|is|have been|remain|had been|will be) (?:still |currently |now )?{_STATIONED} (?:{_IN} |along |across )(?:the )?{_PLACE}",
        rf"{slot('SCO', 'op')} (?:has |have |had |will |is to |also )*(?:{_STATIONED}|deploy|station|send|sent) (?:an? \w+ of )?{_SOME}{_COUNT} (?:\w+ )?(?:peacekeepers|peacekeeping troops|peacekeeping soldiers) (?:{_IN}|to|along) (?:the )?{_PLACE}",
        rf"{slot('SCO', 'op')} (?:has |have |had |also )*{_STATIONED} (?:an? \w+ of )?{_SOME}{_COUNT} (?:\w+ )?{_TROOPS} (?:{_IN}|along|across) (?:the )?{_PLACE}",
        rf"{_COUNT} {slot('D', 'op')} (?:peacekeepers|peacekeeping (?:troops|soldiers))[^.;⟦]{{0,60}} (?:in|to|along) (?:the )?{_PLACE}",
        rf"{slot('D', 'op')} (?:peacekeepers|peacekeeping (?:troops|soldiers)), {_COUNT} of them,[^.;⟦]{{0,40}} (?:in|to|along) (?:the )?{_PLACE}",
        rf"{_NAME},? in {_PLACE},? (?:is |which is )?(?:home to|houses|hosts) {_SOME}{_COUNT} {slot('D', 'op')} (?:\w+ )?{_TROOPS}",
        rf"{slot('SD', 'op')} (?:\w+ )?{_TROOPS} {_STATIONED} {_IN} (?:the )?{_PLACE}(?:,? in {slot('SCG', 'wide')})? (?:number|total|are put at) {_SOME}{_COUNT}",
        rf"{_COUNT} {slot('SD', 'op')} (?:\w+ )?{_TROOPS} (?:live|serve|work|stay|are housed) (?:on|at) (?:the )?(?:{_PLACE}|{_NAME})",
        rf"{_OWNER} (?:\w+ )?{_BASE} {_IN} {_PLACE} (?:houses|hosts|has|employs|accommodates|is home to) {_SOME}{_COUNT} (?:\w+ )?(?:{_TROOPS}|men|people|servicemen)",
    )
)  # fmt: skip
_MORE = re.compile(
    rf"(?: base| airbase| air base)?(?:,| and|, and|,? as well as| plus) (?:an? |the |another |its )?(?:(?:{_SORT}(?:bases?|airbases?|airfield|facility|port|post|station|garrison|outpost) )(?:in|at|on|near|of) |{_SOME}{_COUNT} (?:(?:{_TROOPS}) )?(?:in|at|on) |(?:in|at|on) )(?:the )?(?:{slot('CGS', 'place')}|(?P<name>{_MONTH}[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){{0,2}}))(?:,? in (?:neighbou?ring )?{slot('SC', 'wide')})?"
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
    r"\b(?:no (?:intention|plans?|wish|talk|question) (?:of|to)|absurd|fabricat\w+|rumou?r\w*|speculat\w+|without foundation|unfounded|den(?:y|ied|ies|ying) (?:that|any|having|plans|reports|it|the)|"
    r"under no circumstances|untrue|nonsense|hoax|baseless|hypothe\w+|would-be|fears? (?:of|about|over) (?:an?|another|new|more|possible)|(?:possible|potential|proposed|prospective) (?:⟦D\d+⟧ )?(?:\w+ ){0,2}(?:bas|outpost|facilit|garrison|presence)\w*|has no (?:military )?bases?|have no (?:military )?bases?|no foreign (?:military )?bases?)\b"
)
_GATE = re.compile(
    rf"\b(?:base|airbase|installation|garrison|facilit|outpost|posts?\b|barracks|transit cent|sites?\b|lease|home to|[Ff]leet|housing|hosting|hosts?\b|houses\b|fl(?:y|ies|ying) (?:out of|from)|ships)|{_TROOPS}|{_STATIONED}"
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
        parsed = stationings(template, _unit(template)) if real else ()
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
    counts = [m["count"] for m in re.finditer(rf"{_COUNT} (?:⟦D\d+⟧ )?(?:\w+ )?{_TROOPS}", text)]
    value = number(counts[0]) if len(counts) == 1 else None
    return int(value) if value else None


def _in_sentence(template: Template) -> Iterator[Finding]:
    text = template.text
    unit = _unit(template)
    if not _GATE.search(text):
        return
    for patterns, counted in ((_PATTERNS, False), (_FORCES, True)):
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
    troops = re.search(_TROOPS, match.group())
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
        if e.kind is EntityKind.ORGANISATION and template.reading.gazetteer.members(e.key)
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
