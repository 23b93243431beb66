"""Whose meeting a noun tells of: its owner's, its verb's subject's, or that of whom the text tells."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.coreference import role_of, state_of
from summitry.graph.extract.actors import actors_at, doers, owner_of, people_at, undergoers
from summitry.graph.extract.arguments import agents_of, is_passive, prepositions, subject_of, verb_of
from summitry.graph.extract.before_talks import hyphened, shared_owner
from summitry.graph.extract.company import Telling, officials
from summitry.graph.extract.governors import of_things, on_agenda
from summitry.graph.extract.talk_nouns import HOLD, is_meeting
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.reading import Reading

_FOR_IT = frozenset(
    "enter sit leave arrive gather meet fly go travel come head return say tell sign agree announce".split()
)
_WITHIN = frozenset(
    "after during at in following for before ahead over on from into through upon prior".split()
)
_HAPPEN = frozenset("take hold plan schedule expect arrange follow happen due be".split())
_SAY = frozenset("say tell announce confirm".split())
_LEADERS = frozenset("president,prime minister,chancellor,king,emir,sultan,premier,taoiseach".split(","))
_FRAMES = frozenset(
    "begin start open kick launch end conclude finish wrap close cap round".split()
)  # a visit, with talks
_INCLUDE = frozenset("include feature envisage foresee provide".split())
_RANKS = frozenset("first second third last latest previous bilateral recent".split())
_LOOKS_BACK = frozenset("recall remember recount".split())


def held_by_two(told: Telling, passage: Passage, noun: Token) -> bool:
    """ "Trump and Putin held a summit", "at their first summit, Trump and Putin": whether exactly two people, of two states, hold it."""
    verb = verb_of(noun)
    own = {c.lower_ for c in noun.children}
    theirs = noun.dep_ == "pobj" and "their" in own and bool(own & _RANKS)
    if not theirs and (noun.dep_ != "dobj" or verb.lemma_ not in HOLD):
        return False
    people = doers(told.reading, passage, verb, people_only=True)
    return len(people) == 2 and len({state_of(told.reading, p) for p in people} - {None}) == 2


def holders(told: Telling, passage: Passage, noun: Token, verb: Token, partners: bool) -> list[Entity]:
    """Whose meeting it is: its owner's, its verb's subject's, or that of whom the text tells."""
    reading = told.reading
    ours = (
        hyphened(reading, passage, noun)
        or shared_owner(reading, passage, noun)
        or (owner_of(reading, passage, noun) if not _theirs_who_hold(noun, verb) else [])
    )
    if ours or verb == noun:
        return ours
    if verb.pos_ not in ("VERB", "AUX"):  # a caption: "X, left, and Y during their meeting"
        return actors_at(reading, passage, verb, people_only=True)
    if verb.dep_ == "relcl" and verb.head == noun:
        return doers(reading, passage, verb)
    if noun.dep_ == "conj" and noun.head.pos_ in ("VERB", "NOUN") and partners:
        first = noun.head if noun.head.pos_ == "VERB" else verb_of(noun.head)
        return doers(reading, passage, first) if first.lemma_ in HOLD else []
    inside = noun.dep_ == "pobj" or noun.head.dep_ == "prep"  # "following talks": for parsers an object
    if noun.dep_ in ("dobj", "attr") and not inside and not on_agenda(verb):
        return _by_holding(told, passage, noun, verb, partners)
    if noun.dep_ == "pobj" and noun.head.dep_ == "agent" and verb.lemma_ == "follow":
        return _before(told, passage, verb)
    first = noun.head.head  # "their first meeting since talks in Rome": of the same two
    if inside and not partners and noun.head.lower_ == "since" and is_meeting(first):
        return holders(told, passage, first, verb_of(first), False)
    if inside and (
        verb.lemma_ in _FOR_IT
        or (noun.head.lower_ == "with" and verb.lemma_ in _FRAMES)
        or (partners and (noun.head.lower_ in _WITHIN or noun.head.head.lower_ in ("ahead", "out", "eve")))
    ):
        ours = doers(reading, passage, verb, people_only=verb.lemma_ not in _FOR_IT)
        ours = ours or people_at(reading, passage, agents_of(verb)) or speakers(told, passage, verb)
        return ours or (_without_doer(told, passage, noun, verb) if partners else [])
    if inside and noun.head.lower_ in _WITHIN and verb.lemma_ != "be":
        return _of_two_states(reading, doers(reading, passage, verb, people_only=True))
    if partners and noun.dep_ == "attr" and on_agenda(verb):
        return list(told.scene.subject(passage, noun))
    if partners and noun.dep_ in ("nsubj", "nsubjpass") and verb.lemma_ in _HAPPEN:
        if verb.dep_ == "ccomp" and verb.head.lemma_ in _SAY and verb.head.i > verb.i:
            return _announced(told, passage, noun, verb.head)
        return list(told.scene.subject(passage, noun))
    return []


def _by_holding(told: Telling, passage: Passage, noun: Token, verb: Token, partners: bool) -> list[Entity]:
    """ "held talks", "was granted an audience", "recalled a call with X", "the trip includes talks with X": whose they are."""
    reading = told.reading
    if verb.lemma_ in _INCLUDE and partners:
        trip = subject_of(verb)
        owner = owner_of(reading, passage, trip) if trip is not None else []
        return [e for e in owner if e.kind is EntityKind.PERSON] or list(told.scene.subject(passage, noun))
    if verb.lemma_ == "grant":
        return undergoers(reading, passage, verb)
    if verb.lemma_ in _LOOKS_BACK and partners:
        return doers(reading, passage, verb, people_only=True)
    if verb.lemma_ not in HOLD:
        return []
    return doers(reading, passage, verb) or officials(reading, passage, subject_of(verb))


def _theirs_who_hold(noun: Token, verb: Token) -> bool:
    """ "officials of both sides held their first meeting": the officials', whomever "their" might mean."""
    own = any(c.lower_ == "their" for c in noun.children) and noun.dep_ == "dobj" and verb.lemma_ in HOLD
    return own and any(c.dep_ == "nsubj" and c.pos_ in ("NOUN", "PROPN") for c in verb.children)


def _without_doer(told: Telling, passage: Passage, noun: Token, verb: Token) -> list[Entity]:
    """ "His call came at talks with X", "This is his first trip after the summit with X": him of whom it is told."""
    if of_things(verb):
        owners = (c for s in verb.children if s.dep_ == "nsubj" for c in s.children if c.dep_ == "poss")
        return people_at(told.reading, passage, owners)
    return list(told.scene.subject(passage, noun)) if _empty_subject(verb) else []


def _before(told: Telling, passage: Passage, following: Token) -> list[Entity]:
    """ "X spoke in Rome, followed by talks with Y": those of whom the clause before tells."""
    first = next((c for c in following.children if c.dep_ == "nsubjpass"), None)
    if first is not None:  # "The talks with X were followed by a dinner"
        named = people_at(
            told.reading, passage, [n for _, n in prepositions(first, "between", "with", "among")]
        )
        return [*holders(told, passage, first, following, True), *named] if is_meeting(first) else []
    above = following.head
    if following.dep_ not in ("advcl", "acl") or above == following:
        return []
    if is_meeting(above):
        return holders(told, passage, above, verb_of(above), True)
    if above.pos_ not in ("VERB", "AUX"):
        above = verb_of(above)
        if above.i > following.head.i:  # "the speech, followed by talks with Y, was praised by X"
            return []
    if is_passive(above):
        return [e for e in undergoers(told.reading, passage, above) if e.kind is EntityKind.PERSON]
    return doers(told.reading, passage, above, people_only=True)


def _announced(told: Telling, passage: Passage, noun: Token, saying: Token) -> list[Entity]:
    """ "A meeting with Y is planned, X said": X's own where he leads, else that of whom the text tells."""
    speakers = doers(told.reading, passage, saying, people_only=True)
    subject = list(told.scene.subject(passage, noun))
    if any(role_of(told.reading, p) in _LEADERS for p in speakers):
        return speakers
    theirs, his = ({state_of(told.reading, p) for p in people} for people in (speakers, subject))
    return subject if theirs == his else []


def _of_two_states(reading: Reading, people: list[Entity]) -> list[Entity]:
    """ "Abe and the visiting premier agreed at talks": people of different states, who meet each other."""
    states = {state_of(reading, p) for p in people}
    return people if len(people) > 1 and len(states) == len(people) and None not in states else []


def speakers(told: Telling, passage: Passage, verb: Token) -> list[Entity]:
    """ "X said that trade was discussed at talks with Y": he who tells of what had no other doer."""
    above = verb.head
    if verb.dep_ != "ccomp" or above.lemma_ not in _SAY or not (is_passive(verb) or of_things(verb)):
        return []
    return doers(told.reading, passage, above, people_only=True)


def _empty_subject(verb: Token) -> bool:
    """ "This is his first trip after the summit with X": the sentence is about somebody, not by him."""
    subject = subject_of(verb)
    return subject is not None and subject.lower_ in ("it", "this", "that", "there")
