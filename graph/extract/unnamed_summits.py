"""Summits that only their place names: "the Paris summit", "a regional summit was held in Paris", where leaders are told to have come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Finding, Summit
from summitry.graph.extract.arguments import verb_of
from summitry.graph.extract.places import place_at, places_of
from summitry.graph.extract.series import Series
from summitry.graph.extract.summit_names import FAIRS, own_name
from summitry.graph.extract.summit_places import place_of
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.reading import Reading

_STAGED = frozenset("hold host convene take open begin start end conclude attend organise organize chair join participate gather meet call".split())  # fmt: skip
_SEVERAL = 2


def by_place(reading: Reading, passage: Passage, noun: Token) -> Series | None:
    """A summit that only its place names, at the noun or at the verb of holding it."""
    fair = any(c.lower_ in FAIRS for c in noun.children if c.i < noun.i)
    if noun.tag_ == "NNS" or fair or own_name(passage, noun):
        return None
    place = next(places_of(reading, passage, noun, "in", "at"), None)
    for child in noun.children:
        if child.dep_ in ("compound", "nmod") and place is None:
            place = place_at(reading, passage, child)
    told = verb_of(noun)
    if place is None and told.lemma_ in _STAGED:
        place = place_of(reading, passage, noun, told)
    if place is None or place.city is None:
        return None
    return Series(f"{place.city.name} summit", None, ())


def of_leaders(found: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, of summits that only their place names those at which two or more are told to have been, or that stand for a named one."""
    kept = list(found)
    guests: dict[str, set[str]] = {}
    named: set[str] = set()
    for finding in kept:
        summit = _summit(finding)
        people = {a.key for a in summit.attendees if a.kind is EntityKind.PERSON}
        guests.setdefault(summit.name_or_org, set()).update(people)
        if summit.place is not None and not _by_place(summit, summit.place):
            named.add(summit.place.key)
    for finding in kept:
        summit = _summit(finding)
        bare = summit.place is not None and _by_place(summit, summit.place)
        several = len(guests[summit.name_or_org]) >= _SEVERAL
        if not bare or several or (summit.place is not None and summit.place.key in named):
            yield finding


def _by_place(summit: Summit, place: Entity) -> bool:
    return summit.organisation is None and summit.name_or_org == f"{place.name} summit"


def _summit(finding: Finding) -> Summit:
    assert isinstance(finding.payload, Summit)
    return finding.payload
