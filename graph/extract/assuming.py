"""Sightings that take an event for granted: "his visit to Rome", a headline's "X in Rome for talks".

Such words neither plan an event nor tell it, so that its status is that of the sentences of the article that do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Token

from summitry.graph.claims import Entity, Finding, Meeting, Status, Visit
from summitry.graph.extract.agreement import dates_agree, places_agree
from summitry.graph.extract.arguments import verb_of
from summitry.graph.extract.status_words import AFTER, AT, BEFORE, DONE, SOON

_TELLING = frozenset(  # "paid a visit", "held talks": with these verbs a noun tells the event
    "pay make hold have begin start open launch conclude complete end finish wrap undertake take continue give host attend "
    "plan schedule expect set announce cancel postpone scrap arrange prepare due receive join leave kick cut".split()
)
_PRESENT = ("VBZ", "VBP", "VBG")
_DONE = frozenset({Status.OCCURRED, Status.ONGOING})


def assumed(event: Token, headline: bool) -> bool:
    """Whether a sighting leaves open if its event has been: headlines in the present, nouns that no verb of theirs tells."""
    if event.pos_ in ("VERB", "AUX"):
        helpers = any(c.dep_ in ("aux", "auxpass") for c in event.children)
        return headline and event.tag_ in _PRESENT and not helpers
    if any(c.lower_ in DONE | SOON for c in event.children):
        return False
    return _named(event)


def _named(noun: Token) -> bool:
    """ "his visit to Rome is a sign", "spoke of the visit": no word of its taking place."""
    head, verb = noun.head, verb_of(noun)
    if head == noun:
        return True
    if noun.dep_ == "pobj":
        if head.lower_ == "for" and any(c.lower_ in ("will", "would") for c in verb.children):
            return False  # "will go to Rome for talks"
        above = {head.lower_, head.head.lower_}
        return not above & (AFTER | AT | {"in", "on", "from"}) and (
            bool(above & BEFORE) or head.head.lemma_ not in _TELLING
        )
    if noun.dep_ in ("conj", "appos") and head.pos_ in ("NOUN", "PROPN"):
        return _named(head)
    if noun.dep_ == "attr":
        return True  # "it is his first visit"
    return verb.lemma_.lower() not in _TELLING and noun.dep_ in ("dobj", "nsubj", "nsubjpass")


def agreed(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, those that take a visit or a meeting for granted with the status that the others of it agree on."""
    every = list(findings)
    told: dict[str, list[Visit | Meeting]] = {}
    for found in every:
        if isinstance(found.payload, Visit | Meeting) and not found.assumed:
            for person in _people(found.payload):
                told.setdefault(person.key, []).append(found.payload)
    return [_as_told(f, told) if f.assumed else f for f in every]


def _people(event: Visit | Meeting) -> tuple[Entity, ...]:
    return (event.visitor,) if isinstance(event, Visit) else event.participants


def _as_told(found: Finding, told: Mapping[str, Sequence[Visit | Meeting]]) -> Finding:
    event = found.payload
    assert isinstance(event, Visit | Meeting)
    others = told.get(_people(event)[0].key, ())
    said = {other.status for other in others if _one(event, other)} - {Status.CANCELLED}
    status = event.status
    if said == {Status.PLANNED} and status in _DONE:
        status = Status.PLANNED
    elif said and said <= _DONE and status is Status.PLANNED and event.date is None:
        status = Status.OCCURRED if Status.OCCURRED in said else Status.ONGOING
    return replace(found, payload=replace(event, status=status))


def _one(event: Visit | Meeting, other: Visit | Meeting) -> bool:
    """Whether two sightings may be of one event."""
    if isinstance(event, Visit) and isinstance(other, Visit):
        cities = event.city is None or other.city is None or event.city.key == other.city.key
        same = event.visitor.key == other.visitor.key and event.state == other.state and cities
    elif isinstance(event, Meeting) and isinstance(other, Meeting):
        mine, theirs = {p.key for p in event.participants}, {p.key for p in other.participants}
        same = (
            len(mine & theirs) > 1
            and (mine <= theirs or theirs <= mine)
            and places_agree(event.place, other.place)
        )
    else:
        return False
    return same and dates_agree(event.date, other.date)
