"""Where: the city and the state that an event's words name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.extract.arguments import listed, prepositions
from summitry.graph.extract.clauses import antecedent, left_out
from summitry.graph.extract.localities import (
    Place,
    is_capital,
    is_large,
    region_at,
    seat_of,
    town_called,
    whole,
)
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import MentionKind
from summitry.graph.mentions.reading import Reading

_TOWNS = frozenset("town city port village resort".split())
_COMMON = frozenset("city town resort port airport island republic country nation kingdom village suburb district airbase base palace residence villa "
                    "centre center headquarters province region neighbourhood".split())  # fmt: skip
_BUILDINGS = frozenset(
    "airport airfield station base airbase palace hotel square street hall park house university stadium club".split()
)
_KIN = frozenset(
    "ally neighbour neighbor partner rival foe friend satellite protege".split()
)  # of a state named before
_AIRFIELDS = frozenset("airport airfield airbase aerodrome".split())
_KINDS = frozenset(
    "country state nation republic capital city neighbour neighbor member signatory ally destination place stop".split()
)
_HOUSES = frozenset("embassy consulate mission legation pavilion delegation".split())
_HERE = frozenset({"in", "at", "to", "into", "for", "through", "across"})


def place_at(reading: Reading, passage: Passage, token: Token) -> Place | None:
    """The place that a token names; a demonym with "capital" is that capital, a seat of power stands in its capital."""
    token = antecedent(token)
    mention = passage.mention_at.get(token.i)
    entity = next(iter(reading.entities(mention)), None) if mention is not None else None
    if mention is not None and entity is not None:
        if mention.kind is MentionKind.CITY:
            return whole(reading, entity, token.i) if not _names_building(reading, token, entity) else None
        if mention.kind is MentionKind.STATE:
            if mention.plural or _abroad(token) or _of_two(passage, token):
                return None
            return Place(_town_before(reading, passage, token, entity), entity, token.i)
        if mention.kind is MentionKind.REGION:
            return region_at(reading, entity, token.i)
        if mention.kind is MentionKind.METONYM and entity.kind is EntityKind.STATE:
            return seat_of(reading, entity, token.i)
    if token.lower_ == "capital":
        return _capital(reading, passage, token)
    if token.lower_ in _COMMON:
        return _within(reading, passage, token)
    return None


def places_at(reading: Reading, passage: Passage, tokens: Iterable[Token]) -> list[Place]:
    """The places that some tokens name."""
    return [place for t in tokens if (place := place_at(reading, passage, t)) is not None]


def _town_before(reading: Reading, passage: Passage, name: Token, state: Entity) -> Entity | None:
    """ "Jakarta, Indonesia, where he met X": the town whose state is named behind it."""
    if name.i < 2 or name.nbor(-1).text != ",":
        return None
    mention = passage.mention_at.get(name.i - 2)
    if mention is None or mention.kind is not MentionKind.CITY or mention.entity is None:
        return None
    land = whole(reading, mention.entity).state
    return mention.entity if land is not None and land.key == state.key else None


def _abroad(token: Token) -> bool:
    """ "at the U.S. embassy": the state whose house it is, not the one where it stands."""
    return token.dep_ in ("compound", "nmod", "poss", "amod") and token.head.lower_ in _HOUSES


def _of_two(passage: Passage, token: Token) -> bool:
    """ "in Kenya-Uganda ties": one of two states, and no place."""
    for step in (1, -1):
        beyond = token.i + 2 * step
        if 0 <= beyond < len(passage.doc) and passage.doc[token.i + step].text in ("-", "–"):
            other = passage.mention_at.get(beyond)
            if other is not None and other.kind is MentionKind.STATE:
                return True
    return False


def _names_building(reading: Reading, token: Token, city: Entity) -> bool:
    """ "Bole airport", "the Independence palace": a small town's name there is more often something else's."""
    if token.dep_ not in ("compound", "nmod") or token.head.lower_ not in _BUILDINGS:
        return False
    entry = reading.gazetteer.find(city.key)
    return entry is None or entry.common or not is_large(reading, whole(reading, city))


def _within(reading: Reading, passage: Passage, token: Token) -> Place | None:
    """ "the city of Goma", "the Kazakh port of Aktau", "the resort Sochi"."""
    for child in token.children:
        if child.dep_ in ("appos", "pobj", "compound", "nmod"):
            found = place_at(reading, passage, child)
            if found is not None:
                return found
    for _, noun in prepositions(token, "of", "in"):
        return place_at(reading, passage, noun)
    return _named_for(reading, passage, token) if token.lower_ in _AIRFIELDS else None


def _named_for(reading: Reading, passage: Passage, airport: Token) -> Place | None:
    """ "Lima International Airport": the large city that an airport is named for."""
    before = [c for c in airport.children if c.dep_ in ("compound", "nmod") and c.i < airport.i]
    name = " ".join(c.text for c in before if c.lower_ not in ("international", "national"))
    place = town_called(reading, name) if not any(c.i in passage.mention_at for c in before) else None
    person = " " in name and place is not None and not is_capital(reading, place)  # "Benito Juarez airport"
    if place is None or person or not is_large(reading, place):
        return None
    return Place(place.city, place.state, airport.i)


def at_airport(reading: Reading, verb: Token, place: Place) -> Place:
    """ "received at the airport of Ezeiza": the town of an airport is seldom where somebody goes to."""
    near = any(t.lower_ in _AIRFIELDS for _, n in prepositions(verb, "in", "at", "to") for t in n.subtree)
    return Place(None, place.state, place.token) if near and not is_large(reading, place) else place


def examples_of(noun: Token) -> list[Token]:
    """ "countries such as A, B and C", "states including A": what is named of some places."""
    if noun.tag_ != "NNS" or noun.lemma_.lower() not in _KINDS:
        return []
    found = [n for _, n in prepositions(noun, "including", "like")]
    found += [n for w, n in prepositions(noun, "as") if w.nbor(-1).lower_ == "such"]
    return [item for n in found for item in listed(n)]


def several_at(reading: Reading, passage: Passage, token: Token) -> list[Place]:
    """ "both countries", "the two states": each that a plural stands for."""
    mention = passage.mention_at.get(token.i)
    if mention is None or mention.kind is not MentionKind.STATE or token.tag_ != "NNS":
        return []
    return [Place(None, entity, token.i) for entity in reading.entities(mention)]


def _capital(reading: Reading, passage: Passage, token: Token) -> Place | None:
    """ "the Turkmen capital", "Tajikistan's capital Dushanbe", "the capital of Kenya"."""
    for child in token.children:
        mention = passage.mention_at.get(child.i)
        if mention is not None and mention.kind is MentionKind.CITY and mention.entity is not None:
            return whole(reading, mention.entity, child.i)
    for child in [*token.children, *(n for _, n in prepositions(token, "of"))]:
        mention = passage.mention_at.get(child.i)
        if mention is None or mention.entity is None or mention.entity.kind is not EntityKind.STATE:
            continue
        city = seat_of(reading, mention.entity, token.i).city
        if city is not None:
            return Place(city, mention.entity, token.i)
    return None


def places_of(reading: Reading, passage: Passage, token: Token, *words: str) -> Iterator[Place]:
    """The places that hang from a verb or a noun by a preposition (in, at, to … where none is given), in order."""
    for _, noun in prepositions(token, *(words or _HERE)):
        yield from _unfold(reading, passage, noun)


def _unfold(reading: Reading, passage: Passage, noun: Token) -> Iterator[Place]:
    """A place noun, with the larger place behind it, and the places coordinated to it."""
    found = place_at(reading, passage, noun)
    if found is None and noun.lemma_ in _KIN and noun.i + 1 < noun.sent.end:  # "to the key US ally Egypt"
        named = place_at(reading, passage, noun.nbor(1))
        if named is not None:
            yield named
        return
    if (
        found is None or found.city is None
    ) and noun.lemma_.lower() in _TOWNS:  # "the West Bank town of Ramallah"
        inner = [place_at(reading, passage, n) for _, n in prepositions(noun, "of")]
        found = next((p for p in inner if p is not None and p.city is not None), found)
    if found is None and noun.pos_ in ("NOUN", "PROPN"):
        for child in noun.children:
            if child.dep_ in ("appos", "compound", "poss", "nmod"):
                found = place_at(reading, passage, child)
                if found is not None:
                    break
    found = found or _house_in(reading, passage, noun)
    if found is None:
        told = noun.head.head.pos_ == "VERB"  # "went to both countries"
        parts = places_at(reading, passage, examples_of(noun)) or (
            several_at(reading, passage, noun) if told else []
        )
        yield from parts
        if parts:
            return
    if found is None and (noun.pos_ == "NOUN" or noun.lower_ in _AIRFIELDS):  # "at a hotel in Geneva"
        inner = [place_at(reading, passage, n) for _, n in prepositions(noun, "in", "near", "outside")]
        found = next((p for p in inner if p is not None and p.city is not None), None)
    if found is not None:
        yield _widen(reading, passage, noun, found)
    for child in noun.children:
        if child.dep_ == "conj" and not left_out(child):
            yield from _unfold(reading, passage, child)


def _house_in(reading: Reading, passage: Passage, noun: Token) -> Place | None:
    """ "at State House, Nairobi", "at the Presidential Villa, Abuja": the city behind the name of a house, however it is parsed."""
    behind = passage.doc[noun.i + 1 : min(noun.i + 3, noun.sent.end)]
    if noun.pos_ != "PROPN" or noun.i in passage.mention_at or len(behind) < 2 or behind[0].text != ",":
        return None
    mention = passage.mention_at.get(behind[1].i)
    return place_at(reading, passage, behind[1]) if mention and mention.kind is MentionKind.CITY else None


def _widen(reading: Reading, passage: Passage, noun: Token, place: Place) -> Place:
    """ "Kant in Kyrgyzstan", "Mendoza, Argentina": the state that the text itself gives."""
    if place.city is None:
        for child in noun.children:
            if child.dep_ == "appos":
                inner = place_at(reading, passage, child)
                if (
                    inner is not None
                    and inner.city is not None
                    and (inner.state is None or place.state is None or inner.state.key == place.state.key)
                ):
                    return Place(inner.city, place.state or inner.state, place.token)
    return place


def dateline_city(reading: Reading) -> Place | None:
    """The city of the dateline ("ULAN BATOR, Aug. 22 --"), which "here" refers to."""
    if reading.article.place:
        return town_called(reading, reading.article.place.split(",")[0].strip())
    for passage in [p for p in reading.passages if not p.headline][:2]:
        for i in sorted(passage.mention_at)[:2]:
            mention = passage.mention_at[i]
            if (
                mention.kind is MentionKind.CITY
                and mention.entity is not None
                and mention.start - passage.block.start <= 2
            ):
                after = reading.article.text[mention.end : mention.end + 60]
                if (
                    any(mark in after for mark in ("—", "–", "--", " - ", "(", ": "))
                    or after.startswith(":")
                    or mention.text.isupper()
                ):
                    return whole(reading, mention.entity, i)
    return None
