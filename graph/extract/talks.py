"""Meetings told by nouns: "talks with X", "Putin's meeting with Xi", "a call between A and B"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.claims import Entity, Finding, Status
from summitry.graph.coreference import state_of
from summitry.graph.extract.arguments import actors_at, doers, owner_of, prepositions, subject_of, verb_of
from summitry.graph.extract.company import Telling, is_person, pairs
from summitry.graph.extract.status import negated, status_of
from summitry.graph.mentions.document import Passage

_NOUNS = frozenset("meeting talk discussion negotiation conversation consultation call dinner lunch breakfast audience encounter "
                   "tete-a-tete tête-à-tête tête dialogue summit handshake".split())  # fmt: skip
_JOINT = frozenset("conference session".split())  # "a press conference with X"
_HOLD = frozenset("hold have conduct start begin open continue conclude end finish resume wrap enter kick plan schedule expect "
                  "leave lead launch arrange pay receive make place take".split())  # fmt: skip
_FOR_IT = frozenset(
    "enter sit leave arrive gather meet fly go travel come head return say tell sign agree announce".split()
)
_WITHIN = frozenset("after during at in following in for before ahead over on".split())
_HAPPEN = frozenset("take hold plan schedule expect arrange follow happen due be".split())
_PLANNED = frozenset("line plan schedule set arrange expect slate".split())


def is_meeting(noun: Token) -> bool:
    """Whether a noun tells of people who meet or speak."""
    lemma = noun.lemma_.lower()
    if lemma == "tête" and noun.dep_ == "compound":
        return False
    return lemma in _NOUNS or (
        lemma in _JOINT and any(c.lower_ in ("press", "news", "joint") for c in noun.children)
    )


def talks(told: Telling, passage: Passage, noun: Token) -> Iterator[Finding]:
    """The meetings that one noun states."""
    reading, verb = told.reading, verb_of(noun)
    groups = [n for at in (noun, *_arranged(noun)) for _, n in prepositions(at, "with")]
    if noun.lemma_.lower() == "call":
        groups += [n for _, n in prepositions(noun, "on", "to", "from") if is_person(reading, passage, n)]
    between = [n for _, n in prepositions(noun, "between", "among")]
    if (
        noun.lemma_.lower() == "summit"
        and not groups
        and not between
        and not held_by_two(told, passage, noun)
    ):
        return
    status = status_of(noun, passage.headline)
    if status is None or negated(verb):
        return
    if status is Status.ONGOING and _arranged(noun):
        status = Status.PLANNED
    if not groups and verb != noun and noun.dep_ in ("dobj", "pobj") and verb.lemma_ in _HOLD:
        groups = [n for _, n in prepositions(verb, "with")]
    ours = _holders(told, passage, noun, verb, bool(groups))
    if not ours and status is Status.CANCELLED and noun.dep_ == "dobj":
        ours = doers(reading, passage, verb)
    if between:
        ours = [a for n in between for a in actors_at(reading, passage, n)]
    one = noun.tag_ == "NN" and any(
        c.lower_ in ("a", "an", "the", "their") or c.dep_ == "poss" for c in noun.children
    )
    yield from pairs(told, passage, noun, ours, groups, status, "meeting.noun", False, one)


def _arranged(noun: Token) -> list[Token]:
    """ "meetings lined up with X", "talks scheduled with Y": the participle that the partners hang from."""
    return [c for c in noun.children if c.dep_ == "acl" and c.lemma_ in _PLANNED]


def held_by_two(told: Telling, passage: Passage, noun: Token) -> bool:
    """ "Trump and Putin held a summit": whether exactly two people, of two states, are those who hold it."""
    verb = verb_of(noun)
    if noun.dep_ != "dobj" or verb.lemma_ not in _HOLD:
        return False
    people = doers(told.reading, passage, verb, people_only=True)
    return len(people) == 2 and len({state_of(told.reading, p) for p in people} - {None}) == 2


def _holders(told: Telling, passage: Passage, noun: Token, verb: Token, partners: bool) -> list[Entity]:
    """Whose meeting it is: its owner's, its verb's subject's, or that of whom the text tells."""
    reading = told.reading
    ours = owner_of(reading, passage, noun)
    if ours or verb == noun:
        return ours
    if noun.dep_ in ("dobj", "attr"):
        return doers(reading, passage, verb) if verb.lemma_ in _HOLD else []
    if noun.dep_ == "pobj" and (verb.lemma_ in _FOR_IT or (partners and noun.head.lower_ in _WITHIN)):
        ours = doers(reading, passage, verb, people_only=verb.lemma_ not in _FOR_IT)
        return ours or (list(told.scene.subject(passage, noun)) if partners and _empty_subject(verb) else [])
    if partners and noun.dep_ in ("nsubj", "nsubjpass") and verb.lemma_ in _HAPPEN:
        return list(told.scene.subject(passage, noun))
    return []


def _empty_subject(verb: Token) -> bool:
    """ "This is his first trip after the summit with X": the sentence is about somebody, not by him."""
    subject = subject_of(verb)
    return subject is not None and subject.lower_ in ("it", "this", "that", "there")
