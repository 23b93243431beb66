"""Where a summit is: beside it, at its verb, where its host is, in the headline's city or the dateline's."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.extract.agreement import places_agree
from summitry.graph.extract.arguments import agents_of, prepositions, subject_of
from summitry.graph.extract.localities import Place
from summitry.graph.extract.places import dateline_city, place_at, places_of
from summitry.graph.extract.towns import town_of
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import MentionKind
from summitry.graph.mentions.reading import Reading

TRAVEL = frozenset("arrive come depart fly go head journey land leave return travel turn".split())
_TOGETHER = frozenset({"meeting", "gathering", "gathered", "assembled"})
_SPOTS = frozenset("city resort town capital port island".split())
_HELD = frozenset("hold take open begin start convene host last run schedule set due plan slate".split())
_STAYS = frozenset("be stay join gather meet pay make assemble descend converge".split())
_OTHERS = frozenset({"summit", "conference", "forum"})
_TRIPS = frozenset("visit trip leader counterpart colleague president".split())
_BOUND = frozenset("leave depart head set".split())  # "left for Rome"
_STEPS = 3  # verbs from a summit up to where somebody is or goes


def place_of(reading: Reading, passage: Passage, noun: Token, verb: Token) -> Place | None:
    """Where: behind the summit, behind its verb, the place its clause hangs from, or the dateline's for "here"."""
    place = next(places_of(reading, passage, noun, "in", "at", "outside", "near"), None)
    for child in (
        *noun.children,
        *(c for _, n in prepositions(noun, "of") for c in n.children),
    ):  # "the summit that was held in Lilongwe", "… which was to be held in Lilongwe"
        if place is not None or child.dep_ not in ("relcl", "acl", "amod"):
            continue
        for held in (child, *(c for c in child.children if c.dep_ == "xcomp"), *agents_of(child)):
            if place is None and (held.lemma_ in _HELD or child.lemma_ in _HELD | {"call"}):
                place = next(places_of(reading, passage, held, "in", "at"), None)
                place = place or _behind_day(reading, passage, held)
    for child in noun.children:  # "the Bucharest summit of NATO"
        named = place_at(reading, passage, child) if child.dep_ in ("compound", "nmod") else None
        if place is None and named is not None and named.city is not None:
            place = named
    place = place or _in_spot(reading, passage, noun) or _behind_name(reading, passage, noun)
    place = place or _hosted(reading, passage, noun, verb) or _before(reading, passage, noun)
    place = place or _behind_day(reading, passage, noun)
    if place is None and verb != noun:
        found = places_of(reading, passage, verb, "in", "at", "to")
        place = next((p for p in found if not _of_another(passage, noun, p)), None)
        place = place or _relative_place(reading, passage, noun, verb) or _behind_day(reading, passage, verb)
    elif place is None:  # "Rome, where the leaders of the EU are meeting"
        place = _relative_place(reading, passage, noun, verb)
    place = place or _for_it(reading, passage, noun, verb)
    if place is None and any(
        c.lower_ == "here" or (c.lower_ == "this" and c.head.lower_ in _SPOTS)
        for c in (*verb.subtree, *noun.subtree)
    ):
        return dateline_city(reading)
    return place


def _in_spot(reading: Reading, passage: Passage, noun: Token) -> Place | None:
    """ "in the resort of X in Kazakhstan": the state around a place that nobody knows."""
    spots = [spot for _, spot in prepositions(noun, "in", "at") if spot.lemma_.lower() in _SPOTS]
    return next((p for spot in spots for p in places_of(reading, passage, spot, "in", "of")), None)


def _of_another(passage: Passage, noun: Token, place: Place) -> bool:
    """ "the meeting takes place a week ahead of the NATO summit in Madrid": where the other is."""
    between = range(noun.i + 1, place.token)
    named = (m.text for i in between if (m := passage.mention_at.get(i)) is not None)
    words = {passage.doc[i].lower_ for i in between} | {name.lower().split()[-1] for name in named}
    return bool(words & _OTHERS)


def _behind_name(reading: Reading, passage: Passage, noun: Token) -> Place | None:
    """ "the summit of the heads of state of the CIS in Minsk": the town that parsers hang from the last words of a long name."""
    at = noun
    for _ in range(_STEPS):
        inner = next((n for word, n in prepositions(at, "of") if word.i > at.i), None)
        if inner is None:
            return None
        at = inner
        for part in (at, *at.conjuncts):
            town = next((p for p in places_of(reading, passage, part, "in") if p.city is not None), None)
            if town is not None:
                return town
    return None


def _for_it(reading: Reading, passage: Passage, noun: Token, verb: Token) -> Place | None:
    """Where those are who are there for it: "was in Rome to attend it", "joined the leaders in Rome for it", "meeting in Rome, they …"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "from":
        return None
    if noun.pos_ == "VERB":
        opening = [c for c in verb.children if c.dep_ == "advcl" and c.i < verb.i and c.lower_ in _TOGETHER]
        town = town_of(passage, noun)
        opening += [n for _, n in prepositions(verb, "at", "after", "during", "following")]
        opening += [n for part in opening for _, n in prepositions(part, "of")]
        met = next((p for c in opening for p in places_of(reading, passage, c, "in", "at")), None)
        return met or (place_at(reading, passage, town) if town is not None else None)
    at = verb
    for _ in range(_STEPS):
        if at.lemma_ in TRAVEL | _STAYS:
            ways = ("in", "at", "to", "on", *(("for",) if at.lemma_ in _BOUND else ()))
            ends = (at, *(c for c in at.children if c.dep_ == "dobj" and c.lemma_.lower() in _TRIPS))
            for place in (p for end in ends for p in places_of(reading, passage, end, *ways)):
                return place
        if at.dep_ not in ("xcomp", "advcl", "conj") or at.head == at or not _same_time(at):
            return None
        at = at.head
    return None


def _same_time(verb: Token) -> bool:
    """Whether a clause tells of what is done where its governor says: "… to attend it", "as leaders gathered"."""
    marks = {c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod") and c.i < verb.i}
    return not marks - {"as", "when", "also", "then", "later"} and not (
        marks & {"when"} and verb.tag_ != "VBD"
    )


def _behind_day(reading: Reading, passage: Passage, verb: Token) -> Place | None:
    """ "is scheduled for June 29-30 in Madrid", "is to take place in Madrid": below the day, or below what is to come."""
    below = [day for _, day in prepositions(verb, "for", "on", "from") if day.i not in passage.mention_at]
    below += [c for c in verb.children if c.dep_ in ("xcomp", "acomp", "npadvmod", "prt")]
    below += [c for due in below if due.dep_ == "acomp" for c in due.children if c.dep_ == "xcomp"]
    for token in below:
        for place in places_of(reading, passage, token, "in", "at"):
            return place
    return None


def _before(reading: Reading, passage: Passage, noun: Token) -> Place | None:
    """ "the St Lucia summit"; of "the EU-Ukraine summit" the name is no place."""
    at = noun.i - 1
    if at < noun.sent.start or at not in passage.mention_at or passage.doc[at].head != noun:
        return None
    joined = at > noun.sent.start and passage.doc[at - 1].text in ("-", "–", "—", "/")
    return place_at(reading, passage, passage.doc[at]) if not joined else None


def _hosted(reading: Reading, passage: Passage, noun: Token, verb: Token) -> Place | None:
    """The state that hosts: "the next summit will be hosted by Kyrgyzstan", "Samarkand hosts the summit"."""
    if verb.lemma_ != "host" or noun.dep_ not in ("dobj", "nsubjpass"):
        return None
    subject = subject_of(verb)  # also of "is set to host"
    hosts = agents_of(verb) if noun.dep_ == "nsubjpass" else [subject] if subject is not None else []
    return next((p for host in hosts if (p := place_at(reading, passage, host)) is not None), None)


def narrowest(reading: Reading, passage: Passage, noun: Token, place: Place | None) -> Entity | None:
    """The place as the text names it: a region is nearer than its state."""
    if place is not None and place.city is None:
        mention = passage.mention_at.get(place.token)
        if (
            mention is not None
            and mention.kind is MentionKind.REGION
            and mention.entity is not None
            and passage.doc[place.token].sent == noun.sent
        ):
            return mention.entity
    if place is not None and place.city is None and place.state is not None:
        return _city_in(reading, passage, place) or place.narrowest
    return place.narrowest if place else None


def _city_in(reading: Reading, passage: Passage, place: Place) -> Entity | None:
    """The city of a state that the headline names; "Granada in Spain" is the city that shares a state's name."""
    token = passage.doc[place.token]
    for _, outer in prepositions(token, "in"):
        mention = passage.mention_at.get(outer.i)
        if mention is not None and mention.kind is MentionKind.STATE and mention.entity is not None:
            for entry in reading.gazetteer.lookup(token.text):
                if entry.kind is EntityKind.CITY and entry.state == mention.entity.key:
                    return Entity(EntityKind.CITY, entry.name, entry.key, token.text)
    heads = [
        m.entity
        for p in reading.passages
        if p.headline
        for m in p.mention_at.values()
        if m.entity is not None
    ]
    cities = {e.key: e for e in heads if e.kind is EntityKind.CITY and places_agree(e, place.state)}
    return next(iter(cities.values())) if len(cities) == 1 else None


def _relative_place(reading: Reading, passage: Passage, noun: Token, verb: Token) -> Place | None:
    """ "Ashgabat, where he will attend a summit": the place before "where"."""
    at = verb
    for _ in range(3):
        if at.dep_ == "relcl":
            where = next((c.i for c in at.subtree if c.lower_ == "where" and c.i < noun.i), None)
            before = (
                [i for i in range(max(noun.sent.start, at.head.i - 2), where) if i in passage.mention_at]
                if where is not None
                else []
            )
            places = [place_at(reading, passage, passage.doc[i]) for i in before]
            cities = [place for place in places if place is not None and place.city is not None]
            return next(iter(cities or places[-1:]), None)  # "Qingdao, China, where …"
        if at.head == at:
            return None
        at = at.head
    return None
