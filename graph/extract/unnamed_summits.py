"""Summits that only their place names: "the Paris summit", "a regional summit was held in Paris", where leaders are told to have come."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from spacy.tokens import Token

from summitry.graph.claims import EntityKind, Finding, Summit
from summitry.graph.extract.arguments import verb_of
from summitry.graph.extract.localities import Place
from summitry.graph.extract.places import place_at, places_of
from summitry.graph.extract.series import Series
from summitry.graph.extract.summit_names import own_name
from summitry.graph.extract.summit_places import place_of
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.reading import Reading

_STAGED = frozenset("hold host convene take open begin start end conclude attend organise organize chair join participate gather meet call".split())  # fmt: skip
_TOLD, _AT = frozenset("nsubj nsubjpass dobj".split()), frozenset("at for in during".split())
_SEVERAL = 2


def by_place(reading: Reading, passage: Passage, noun: Token) -> Series | None:
    """A summit that only its place names: "the Paris summit", "a summit in Paris"."""
    if noun.tag_ == "NNS" or own_name(passage, noun):
        return None
    place = next(places_of(reading, passage, noun, "in", "at"), None)
    for child in noun.children:
        if child.dep_ in ("compound", "nmod") and place is None:
            place = place_at(reading, passage, child)
    return _in(place)


def held_at(reading: Reading, passage: Passage, noun: Token) -> Series | None:
    """A summit of which only its sentence says where it was held."""
    verb = verb_of(noun)
    if noun.tag_ == "NNS" or own_name(passage, noun) or verb.lemma_ not in _STAGED:
        return None
    if noun.dep_ not in _TOLD and noun.head.lower_ not in _AT:
        return None
    return _in(place_of(reading, passage, noun, verb))


def _in(place: Place | None) -> Series | None:
    return Series(f"{place.city.name} summit", None, ()) if place and place.city is not None else None


def of_leaders(found: Iterable[Finding], loose: Collection[str]) -> Iterator[Finding]:
    """The findings; of the summits with a `loose` name those at which two or more are told to have been, or that stand for a named one."""
    kept = list(found)
    guests: dict[str, set[str]] = {}
    named: set[str] = set()
    for finding in kept:
        summit = _summit(finding)
        people = {a.key for a in summit.attendees if a.kind is EntityKind.PERSON}
        guests.setdefault(summit.name_or_org, set()).update(people)
        if summit.place is not None and summit.name_or_org not in loose:
            named.add(summit.place.key)
    for finding in kept:
        summit = _summit(finding)
        several = len(guests[summit.name_or_org]) >= _SEVERAL
        other = summit.place is not None and summit.place.key in named
        if summit.name_or_org not in loose or several or other:
            yield finding


def _summit(finding: Finding) -> Summit:
    assert isinstance(finding.payload, Summit)
    return finding.payload
