"""Where people met: the place that their clause names, or the one that somebody was in or had gone to."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.extract.arguments import listed, prepositions, subject_of, verb_of
from summitry.graph.extract.clauses import place_clause
from summitry.graph.extract.localities import Place
from summitry.graph.extract.occasions import from_afar
from summitry.graph.extract.places import place_at, places_of
from summitry.graph.extract.story import Scene
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.reading import Reading
from summitry.graph.mentions.recogniser import is_dated

_CLAUSE = 25  # tokens behind a verb in which its place may stand
_HOSTS = frozenset("welcome receive host invite".split())
_SAID = frozenset("remark comment statement announcement appeal pledge offer call warning".split())
_OPENS = frozenset("open begin start launch resume continue".split())
_HOUSES = frozenset("host see witness".split())
_TOPICS = frozenset("discuss review address raise mention debate".split())
_TOLD = _TOPICS | frozenset("inform brief update tell acquaint".split())  # … of what may have been elsewhere
_AGENDA = _TOPICS | frozenset(
    "be top dominate figure feature".split()
)  # what things do that people talk about
_COMES = frozenset("follow precede".split())
_MOVES = frozenset("fly go travel come arrive head land jet drive be reach visit tour stop".split())
_ELSEWHERE = frozenset("after before since following while when then later earlier previously".split())
_STAYS = frozenset("visit trip tour stay stopover".split())
_THEN = frozenset("after on upon during while".split())


def venue(reading: Reading, scene: Scene, passage: Passage, trigger: Token, guest: Token) -> Place | None:
    """Where the meeting took place that `trigger` tells of; None where its sentence does not say."""
    verb = verb_of(trigger)
    if from_afar(trigger):
        return None
    return (
        _named(reading, passage, trigger, guest, verb)
        or _clause_of_place(reading, passage, verb)
        or _last_time(reading, passage, verb)
        or _in_event(reading, passage, verb)
        or _elsewhere_in_clause(reading, passage, trigger, verb)
        or _journey(reading, passage, verb)
        or _before(reading, passage, verb)
        or _fronted(reading, passage, verb)
        or _of_subject(reading, passage, verb)
        or _pointed(scene, passage, trigger, guest, verb)
    )


def _named(reading: Reading, passage: Passage, trigger: Token, guest: Token, verb: Token) -> Place | None:
    """What hangs from the words of the meeting: "met X in Rome", "Rome meeting", "is due to begin in Rome",
    "will be shown round in Rome, followed by talks".
    """
    said = [
        c for c in verb.children if c.dep_ == "dobj" and c.lemma_ in _SAID
    ]  # "made the remarks in Rome after talks"
    first = (verb.head,) if verb.lower_ == "followed" and verb.dep_ == "advcl" else ()
    due = [
        c
        for at in (verb, *(c for c in verb.children if c.dep_ == "acomp"))
        for c in at.children
        if c.dep_ == "xcomp"
    ]
    tokens = dict.fromkeys((guest, trigger, verb, *due, *first, *said))
    for token in tokens:
        for found in places_of(reading, passage, token, "in", "at", "near", "outside"):
            return found
    if trigger.dep_ == "dobj" and verb.lemma_ in _HOUSES:  # "Rome will host talks"
        subject = subject_of(verb, passive=False)
        host = place_at(reading, passage, subject) if subject is not None else None
        if host is not None and host.city is not None:
            return host
    for child in trigger.children:
        place = place_at(reading, passage, child) if child.dep_ in ("compound", "nmod") else None
        if place is not None and place.city is not None and trigger.pos_ == "NOUN":
            return place
    return None


def _clause_of_place(reading: Reading, passage: Passage, verb: Token) -> Place | None:
    """ "Bamako, where he met X"; not "Brazil and Argentina, where …": who knows whom where."""
    noun = place_clause(verb)
    return place_at(reading, passage, noun) if noun is not None and noun.dep_ != "conj" else None


def _last_time(reading: Reading, passage: Passage, verb: Token) -> Place | None:
    """ "The last time they met was in Rome"."""
    be = verb.head.head
    if verb.dep_ != "relcl" or verb.head.lemma_ not in ("time", "occasion") or be.lemma_ != "be":
        return None
    return next(places_of(reading, passage, be, "in", "at"), None)


def _in_event(reading: Reading, passage: Passage, verb: Token) -> Place | None:
    """ "on the sidelines of the summit in Bali", "during a visit to Lima"."""
    for word, inner in prepositions(verb, "on", "during", "at", "in"):
        for token in (inner, *(n for _, n in prepositions(inner, "of"))):
            if word.lower_ == "in" and inner.lemma_ != "course":
                continue
            if word.lower_ == "on" and verb.lemma_ in _TOLD:
                continue  # "informed him on the results of talks in Rome"
            words = ("in", "at", "to") if word.lower_ == "during" else ("in", "at")
            for place in places_of(reading, passage, token, *words):
                return place
            for place in places_of(reading, passage, token, "to") if inner.lemma_ in _STAYS else ():
                if place.city is not None:
                    return place
    return None


def _elsewhere_in_clause(reading: Reading, passage: Passage, trigger: Token, verb: Token) -> Place | None:
    """A city that ends the clause, on whichever of its nouns the parser hung it: "exchanged documents in Rome on Monday"."""
    if verb.lemma_ in _HOSTS:
        for found in places_of(reading, passage, verb, "to"):
            return found
    last = min(verb.sent.end, max(verb.i, trigger.i) + _CLAUSE)
    for i in range(min(verb.i, trigger.i) + 1, last):
        token = passage.doc[i]
        if (
            token.pos_ in ("VERB", "AUX") and token.dep_ != "amod" and i > max(trigger.i, verb.i)
        ) or token.text in (";", ":"):
            return None
        own = (
            i > trigger.i and trigger.pos_ == "NOUN"
        )  # "discussed gas at talks in Rome", not "discussed the talks in Astana"
        topic = verb.lemma_ in _TOLD and token.head != verb and not (own and trigger.dep_ == "pobj")
        first = i < trigger.i and trigger.dep_ == "pobj" and verb.lemma_ in _OPENS and verb.i < i
        if (
            token.lower_ in ("in", "at")
            and (i > trigger.i or first)
            and verb.is_ancestor(token)
            and not topic
        ):
            nouns = [c for c in token.children if c.dep_ == "pobj"]
            place = place_at(reading, passage, nouns[0]) if nouns and not _since(trigger, token) else None
            if place is not None and place.city is not None and _ends(passage, nouns[0]):
                return place
    return None


def _since(trigger: Token, preposition: Token) -> bool:
    """ "their first meeting since talks in Rome": a place of what was before."""
    between = trigger.doc[trigger.i + 1 : preposition.i] if preposition.i > trigger.i else ()
    return any(t.lower_ == "since" and t.is_ancestor(preposition) for t in between)


def _ends(passage: Passage, noun: Token) -> bool:
    """Whether nothing but a time, a verb, a comma, "in talks" or the end follows a place."""
    if noun.i + 1 >= len(passage.doc):
        return True
    after = passage.doc[noun.i + 1]
    return (
        after.is_punct
        or after.lower_ in ("on", "with", "in")
        or after.tag_ == "CC"
        or after.pos_ in ("VERB", "AUX")
        or is_dated(after)
    )


def _journey(reading: Reading, passage: Passage, verb: Token) -> Place | None:
    """Where somebody went in order to meet, or before he met: "flew to Rome for talks", "was in Rome to see X"."""
    at = verb
    for _ in range(3):
        place = _goal(reading, passage, at)
        if place is not None:
            return place
        if at.dep_ not in ("advcl", "xcomp", "conj") or at.head.i > at.i or _apart(at):
            return None
        at = at.head
    return None


def _goal(reading: Reading, passage: Passage, verb: Token) -> Place | None:
    """Where a verb of moving or being leads: "arrived in Rome", "visiting Rome", "being in Rome"."""
    if verb.lemma_ not in _MOVES:
        return None
    for found in places_of(reading, passage, verb, "to", "in", "into", "at"):
        return found
    objects = (place_at(reading, passage, c) for c in verb.children if c.dep_ == "dobj")
    return next((place for place in objects if place is not None), None)


def _apart(verb: Token) -> bool:
    """ "flew to Rome after meeting X": the one is not where the other is."""
    return any(c.dep_ in ("mark", "prep", "advmod") and c.lower_ in _ELSEWHERE for c in verb.children)


def _before(reading: Reading, passage: Passage, verb: Token) -> Place | None:
    """A journey told in front: "Visiting Rome, he met X", "After arriving in Rome, he was received by X"; "while visiting Rome"."""
    for child in verb.children:
        after = child.i > verb.i
        if after and not any(c.lower_ == "while" for c in child.children):
            continue
        if child.dep_ == "advcl" and child.tag_ == "VBG":
            place = _goal(reading, passage, child)
        elif child.dep_ == "prep" and child.lower_ in _THEN:
            moves = (c for c in child.children if c.dep_ == "pcomp")
            place = next(filter(None, (_goal(reading, passage, c) for c in moves)), None)
        else:
            continue
        if place is not None:
            return place
    return None


def _fronted(reading: Reading, passage: Passage, verb: Token) -> Place | None:
    """ "In Rome, he will have talks with X and be received by Y": the place that opens the sentence holds for all its verbs."""
    first = verb
    while first.dep_ == "conj" and first.head.pos_ in ("VERB", "AUX"):
        first = first.head
    subject = subject_of(first)
    if first == verb or subject is None or any(c.dep_ == "nsubj" for c in verb.children):
        return None
    places = places_of(reading, passage, first, "in", "at")
    return next((place for place in places if place.token < subject.i), None)


def _of_subject(reading: Reading, passage: Passage, verb: Token) -> Place | None:
    """Where the subject is said to be: "X, in Rome for talks", "X, on a visit to Rome", "X, who is in Rome"."""
    subject = subject_of(verb)
    if subject is None or (verb.lemma_ in _AGENDA | _COMES and subject.i not in passage.mention_at):
        return (
            None  # "The war in Syria was discussed at the talks", "The meeting in Rome followed talks with X"
        )
    for token in listed(subject):
        for place in _about(reading, passage, token):
            return place
    return None


def _about(reading: Reading, passage: Passage, subject: Token) -> Iterator[Place]:
    yield from places_of(reading, passage, subject, "in")
    for _, noun in prepositions(subject, "on", "during"):
        if noun.lemma_ in _STAYS:
            yield from places_of(reading, passage, noun, "to", "in")
    for _, noun in prepositions(subject, "on"):  # "X, on the sidelines of a forum in Rome, met Y"
        for _, event in prepositions(noun, "of"):
            yield from places_of(reading, passage, event, "in", "at")
    for clause in subject.children:
        place = _goal(reading, passage, clause) if clause.dep_ == "relcl" and clause.lemma_ == "be" else None
        if place is not None:
            yield place


def _pointed(scene: Scene, passage: Passage, trigger: Token, guest: Token, verb: Token) -> Place | None:
    """ "met here", "was held in 2019 in the city"."""
    if any(c.lower_ == "here" for c in verb.children):
        return scene.here
    there = next((c for c in verb.children if c.lower_ == "there" and c.dep_ == "advmod"), None)
    if there is not None:
        return scene.there(passage, there)
    for token in dict.fromkeys((guest, trigger, verb)):
        for _, noun in prepositions(token, "in"):
            if noun.lower_ in ("city", "capital") and any(c.lower_ in ("the", "that") for c in noun.children):
                return scene.before(passage, noun)
    return None
