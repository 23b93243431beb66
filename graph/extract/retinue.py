"""Who goes along on a visit that another sentence told: "He is accompanied by X", "X will accompany the president", "his delegation
includes X".
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Finding, Status, Visit
from summitry.graph.coreference import state_of
from summitry.graph.extract.actors import doers, people_at, undergoers
from summitry.graph.extract.arguments import (
    agents_of,
    is_passive,
    objects_of,
    prepositions,
    subject_of,
    verb_of,
)
from summitry.graph.extract.denial import negated
from summitry.graph.extract.evidence import finding
from summitry.graph.extract.guests import LED
from summitry.graph.extract.lineup import row
from summitry.graph.extract.motion import SUITES
from summitry.graph.extract.status import status_of
from summitry.graph.extract.talk_nouns import is_meeting
from summitry.graph.extract.travel import Telling
from summitry.graph.mentions.document import Passage

_REACH = 500  # characters between a visit and who goes along
_TRIPS = frozenset("trip visit tour plane flight".split())
_NEAR = 9  # tokens between a delegation and "including"
_HOLDS = frozenset("include comprise consist contain compose".split())
_RULE, _SURE = "visit.along", 0.85
_APART = ("visit.speak", "visit.before")  # what is implied, and who came at another time


def gone_along(told: Telling, passage: Passage, verb: Token, made: Sequence[Finding]) -> Iterator[Finding]:
    """The visits of those who accompany whoever was told to travel last."""
    reading = told.reading
    status = status_of(verb, passage.headline)
    joins = verb.lemma_ == "join" and is_passive(verb) and verb.dep_ == "ROOT"
    if not (verb.lemma_ == "accompany" or joins) or status in (None, Status.CANCELLED):
        return
    if any(is_meeting(n) for _, n in prepositions(verb, "during", "at", "in")):
        return  # "During the meeting he was accompanied by X"
    if is_passive(verb):
        leaders, fellows = undergoers(reading, passage, verb), _along(told, passage, verb)
    else:
        leaders = people_at(reading, passage, objects_of(verb))
        fellows = doers(reading, passage, verb, people_only=True)
    keys = {e.key for e in leaders if e.kind is EntityKind.PERSON}
    alone = not any(
        n.i in passage.mention_at or n.pos_ == "PROPN" for _, n in prepositions(verb, "to", "in", "at", "on")
    )
    for trip in _last(made, keys, passage.starts[verb.i]):
        for fellow in fellows:
            home = state_of(reading, fellow)
            if (home is not None or alone) and trip.state is not None and home != trip.state.key:
                yield finding(reading, passage, verb, replace(trip, visitor=fellow), _SURE, _RULE)


def _along(told: Telling, passage: Passage, verb: Token) -> list[Entity]:
    """By whom somebody is accompanied, however the list of them is parsed."""
    agents = agents_of(verb)
    first = min((a.left_edge.i for a in agents), default=verb.sent.end)
    word = next(
        (t for t in passage.doc[first : verb.sent.end] if t.lower_ in ("including", "-", "–", "—")), None
    )
    first = word.i + 1 if word is not None and word.i - first < _NEAR else first
    names = row(told.reading, passage, passage.doc[first : verb.sent.end])
    return list(dict.fromkeys(people_at(told.reading, passage, [*agents, *names])))


def members(told: Telling, passage: Passage, suite: Token, made: Sequence[Finding]) -> Iterator[Finding]:
    """The visits of those whom a delegation is said to include or to be led by, and of those who are "also on the trip":
    compatriots of whoever was told to travel last.
    """
    reading, at = told.reading, passage.starts[suite.i]
    names = _named(told, passage, suite)
    trips = (_last(made, None, at) or _last(told.parties, None, at)) if names else []
    for trip in trips:
        leader = state_of(reading, trip.visitor)
        for name in names:
            for fellow in people_at(reading, passage, [name]):
                if state_of(reading, fellow) in (None, leader) and fellow.key != trip.visitor.key:
                    yield finding(reading, passage, suite, replace(trip, visitor=fellow), _SURE, _RULE, name)


def _named(told: Telling, passage: Passage, suite: Token) -> list[Token]:
    """Those named of a delegation or a trip."""
    if suite.lemma_.lower() in _TRIPS:
        verb = verb_of(suite)
        on = suite.dep_ == "pobj" and suite.head.lower_ == "on" and verb.lemma_ == "be" and not negated(verb)
        also = any(c.lower_ == "also" or (c.lower_ == "on" and c.i < verb.i) for c in verb.children)
        return [c for c in verb.children if c.dep_ in ("nsubj", "attr")] if on and also else []
    if suite.lemma_.lower() not in SUITES or (suite.head.lower_ == "between" and is_meeting(suite.head.head)):
        return []
    verbs = [suite.head, *(c for c in suite.children if c.dep_ in ("acl", "relcl"))]
    heads = [a for v in verbs if v.lemma_ in LED and is_passive(v) for a in agents_of(v)]
    if suite.dep_ == "dobj" and suite.head.lemma_ in LED and not negated(suite.head):
        leader = subject_of(suite.head)
        heads += [leader] if leader is not None else []
    start = _list_of(suite)
    if start is None:
        return heads
    return [*heads, *row(told.reading, passage, passage.doc[start.i + 1 : suite.sent.end])]


def _list_of(suite: Token) -> Token | None:
    """The word behind which a delegation's members are named: "a delegation including A and B", "the delegation comprises A"."""
    verb = suite.head if suite.dep_ in ("nsubj", "nsubjpass") else None
    more = [c for c in verb.children if c.dep_ == "conj"] if verb is not None else []
    for told in (verb, *more):
        if told is not None and told.lemma_ in _HOLDS and not negated(told):
            return next((c for c in told.children if c.lower_ == "of"), told)
    for word in suite.doc[suite.i + 1 : min(suite.i + _NEAR, suite.sent.end)]:
        if word.lower_ in ("including", "comprising"):
            return word
    return None


def _last(made: Sequence[Finding], keys: Collection[str] | None, at: int) -> list[Visit]:
    """The visits of one of some people, or of anybody, that were told last and together, shortly before an offset."""
    trips: list[Visit] = []
    start: int | None = None
    for found in reversed(made):
        visit, begun = found.payload, found.evidence[0].start
        if at - begun > _REACH or (start is not None and begun != start):
            break
        known = isinstance(visit, Visit) and visit.status is not Status.CANCELLED and begun <= at
        if known and isinstance(visit, Visit) and (keys is None or visit.visitor.key in keys):
            if not trips or visit.visitor.key == trips[0].visitor.key:
                trips.append(visit)
            start = begun
    return trips[::-1]


def with_fellows(findings: Sequence[Finding]) -> list[Finding]:
    """The findings, the undated visits with the day and the city that another got from the rest of the article: of somebody whom
    the same words tell to go there, or of the leader of those who go along.
    """
    told: dict[int, list[Visit]] = {}  # the dated visits by where they are told
    near: dict[int, list[tuple[int, Visit]]] = {}  # and those of leaders by the stretch of text
    for found in findings:
        visit = found.payload
        for at in (e.start for e in found.evidence) if isinstance(visit, Visit) and visit.date else ():
            assert isinstance(visit, Visit)
            if found.rule in _APART:
                continue
            told.setdefault(at, []).append(visit)
            if found.rule != _RULE:
                near.setdefault(at // _REACH, []).append((at, visit))
    return [_as_told(f, told, near) for f in findings]


def _as_told(
    found: Finding, told: Mapping[int, Sequence[Visit]], near: Mapping[int, Sequence[tuple[int, Visit]]]
) -> Finding:
    visit, at = found.payload, found.evidence[0].start
    whole = isinstance(visit, Visit) and visit.date is not None and visit.city is not None
    if not isinstance(visit, Visit) or whole or found.rule in _APART:
        return found
    same = [v for e in found.evidence for v in told.get(e.start, ()) if _alike(v, visit)]
    if not same and found.rule == _RULE:
        stretch = at // _REACH
        led = [pair for n in (stretch - 1, stretch, stretch + 1) for pair in near.get(n, ())]
        led = [(abs(at - start), v) for start, v in led if _alike(v, visit)]
        same = [v for away, v in sorted(led, key=lambda pair: pair[0])[:1] if away < _REACH]
    if not same:
        return found
    led_by = same[0]
    as_led = replace(
        visit, date=led_by.date, end=led_by.end, city=visit.city or led_by.city, status=led_by.status
    )
    return replace(found, payload=as_led)


def _alike(a: Visit, b: Visit) -> bool:
    """Whether two visits may be one journey of two people."""
    cities = a.city is None or b.city is None or a.city == b.city
    dates = a.date is None or b.date is None or a.date == b.date
    begun = {a.status, b.status} <= {Status.OCCURRED, Status.ONGOING}
    return (
        a.state == b.state
        and a.state is not None
        and cities
        and dates
        and (a.status is b.status or begun)
        and a.visitor != b.visitor
    )
