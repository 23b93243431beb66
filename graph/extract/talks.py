"""Meetings told by nouns: "talks with X", "Putin's meeting with Xi", "a call between A and B"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.claims import Entity, Finding, Status
from summitry.graph.extract.actors import actors_at, doers, people_at
from summitry.graph.extract.arguments import agents_of, prepositions, verb_of
from summitry.graph.extract.company import Telling, is_person, pairs
from summitry.graph.extract.denial import negated
from summitry.graph.extract.occasions import astray, decided
from summitry.graph.extract.series import series_of
from summitry.graph.extract.status import status_of
from summitry.graph.extract.status_words import AFTER
from summitry.graph.extract.talk_holders import held_by_two, holders
from summitry.graph.extract.talk_nouns import HOLD, MEALS, honoured, whole_of
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import MentionKind

_SIT_IN = frozenset("attend participate".split())
_ROLE = {"with": "participation", "in": "presence"}
_PLANNED = frozenset("line plan schedule set arrange expect slate".split())


def talks(told: Telling, passage: Passage, noun: Token) -> Iterator[Finding]:
    """The meetings that one noun states."""
    whole = whole_of(noun)
    reading, verb = told.reading, _verb(whole)
    groups = _guests(told, passage, noun, whole) or _including(noun, whole, verb)
    between = [n for _, n in prepositions(noun, "between", "among")]
    if not between and whole.dep_ in ("nsubj", "nsubjpass", "dobj"):
        between = [n for _, n in prepositions(verb, "between", "among")]
    if not between:
        between = [n for n in _astray_between(noun, verb) if is_person(reading, passage, n)]
    if noun.lemma_.lower() == "summit" and (
        series_of(reading, passage, noun) is not None
        or not (groups or between or held_by_two(told, passage, noun))
    ):
        return
    status = status_of(whole, passage.headline)
    if status in (None, Status.ONGOING) and _arranged(noun):
        status = Status.PLANNED
    behind = noun.dep_ == "pobj" and noun.head.lower_ in AFTER  # "has not spoken since his talks with X"
    if status is None or (negated(verb) and not (behind or decided(verb))) or _definition(noun):
        return
    if (
        not groups
        and verb != noun
        and (whole.dep_ in ("dobj", "pobj", "nsubjpass") or verb.dep_ == "relcl")
        and verb.lemma_ in HOLD
    ):
        groups = [n for _, n in prepositions(verb, "with") if n != whole and n.lower_ != _ROLE["with"]]
    elif groups and whole.dep_ == "dobj" and verb.lemma_ in HOLD:  # "meetings with X and, on Friday, with Y"
        groups += [n for _, n in prepositions(verb, "with") if n not in groups]
    apart = any(c.lower_ == "separate" for c in noun.children)  # "in separate calls, X and Y told Z"
    if not groups and not between and (apart or _met_for(whole, verb) or _of_a_body(passage, noun)):
        return
    ours = holders(told, passage, whole, verb, bool(groups))
    if not ours and status is Status.CANCELLED and noun.dep_ == "dobj":
        ours = doers(reading, passage, verb)
    if between:
        ours = [a for n in between for a in actors_at(reading, passage, n)]
        if not (ours or groups):
            return  # "a dialogue between their countries' armed forces"
    if ours:  # "followed by a dinner attended also by X"
        clauses = [c for c in noun.children if c.dep_ == "acl" and c.lemma_ == "attend"]
        ours = [*ours, *people_at(reading, passage, [n for c in clauses for n in agents_of(c)])]
    if ours:
        ours = [*ours, *(e for e in _present(told, passage, noun, verb) if e not in ours)]
    one = noun.tag_ == "NN" and any(
        c.lower_ in ("a", "an", "the", "their") or c.dep_ == "poss" for c in noun.children
    )
    one = one or (noun.tag_ == "NN" and noun.lemma_.lower() in MEALS)  # "have dinner with X and Y"
    yield from pairs(told, passage, noun, ours, groups, status, "meeting.noun", False, one)


def _met_for(noun: Token, verb: Token) -> bool:
    """ "met with X for talks", "received X for a meeting": told with the verb."""
    under = noun.dep_ == "pobj" and noun.head.lower_ in ("for", "at", "in") and noun.head.head == verb
    partners = any(True for _ in prepositions(verb, "with")) or any(c.dep_ == "dobj" for c in verb.children)
    return under and verb.lemma_ in ("meet", "receive", "host", "see", "join") and partners


def _of_a_body(passage: Passage, noun: Token) -> bool:
    """ "will attend a meeting of the council": of more than those who are named."""
    mentions = (passage.mention_at.get(n.i) for _, n in prepositions(noun, "of"))
    return any(m is not None and m.kind in (MentionKind.ORGANISATION, MentionKind.BODY) for m in mentions)


def _astray_between(noun: Token, verb: Token) -> list[Token]:
    """ "talks in Rome on 9 May between X and Y", "the talks, held on Monday between X and Y"."""
    held = [c for c in noun.children if c.dep_ in ("acl", "relcl") and c.lemma_ in HOLD]
    found = [n for at in held for _, n in prepositions(at, "between", "among")]
    subject = [verb] if noun.dep_ in ("nsubj", "nsubjpass") and verb.lemma_ in HOLD else []
    return found or [n for at in (noun, *subject) for n in astray(at, "between")]


def _present(told: Telling, passage: Passage, noun: Token, verb: Token) -> list[Entity]:
    """Who else sits at the table: "X was present in the meeting between Y and Z", "will be held with the participation of X"."""
    found = []
    at_it = noun.dep_ == "pobj" and verb.lemma_ == "be" and noun.head.head.lower_ == "present"
    if at_it or (noun.dep_ in ("dobj", "pobj") and verb.lemma_ in _SIT_IN):
        found = doers(told.reading, passage, verb, people_only=True)
    elif noun.dep_ == "nsubjpass" and verb.lemma_ in _SIT_IN:
        found = people_at(told.reading, passage, agents_of(verb))
    for at in (noun, verb):
        for word, part in prepositions(at, "with", "in"):
            if part.lower_ == _ROLE[word.lower_]:
                found += people_at(told.reading, passage, [n for _, n in prepositions(part, "of")])
    return found


def _guests(told: Telling, passage: Passage, noun: Token, whole: Token) -> list[Token]:
    """With whom a meeting is, as the words that hang from its noun say."""
    lemma, reading = noun.lemma_.lower(), told.reading
    pairs = [p for at in dict.fromkeys((noun, whole, *_arranged(noun))) for p in prepositions(at, "with")]
    if lemma == "summit":  # "came to the summit together with X"
        pairs = [(w, n) for w, n in pairs if w.nbor(-1).lower_ not in ("together", "along")]
    found = [n for _, n in pairs if n.lower_ != _ROLE["with"]]
    if not found:  # "discussions on trade and investment with X": parsers hang him on what is discussed
        found = [n for n in astray(noun, "with") if is_person(reading, passage, n)]
    if lemma == "call":
        asks = any(t.dep_ in ("acl", "xcomp", "relcl") and t.tag_ == "VB" for t in noun.subtree)  # "to act"
        words = ("to", "from") if asks else ("on", "to", "from")
        calls = (noun, noun.head) if noun.head.lemma_ == "receive" else (noun,)
        named = [n for at in calls for _, n in prepositions(at, *words)] or list(astray(noun, "from"))
        found += [n for n in named if is_person(reading, passage, n)]
    elif lemma == "visit":  # "paid a courtesy visit on X"
        found += [n for _, n in prepositions(noun, "on", "to") if is_person(reading, passage, n)]
    elif lemma == "audience":
        found += [n for _, n in prepositions(noun, "by")]
    elif lemma in MEALS:
        found += [n for n in honoured(noun) if is_person(reading, passage, n)]
    return found


def _including(noun: Token, whole: Token, verb: Token) -> list[Token]:
    """ "held meetings in Rome, including with X and Y", "had a number of talks, among them with X"."""
    several = noun.tag_ == "NNS" or whole != noun
    found = (
        p for at in (noun, whole, verb) if several for p in prepositions(at, "including", "notably", "among")
    )
    return [n for _, n in found if n.head.lower_ == "with"]


def _definition(noun: Token) -> bool:
    """ "The Quad is a security dialogue between …": what something is, not what took place."""
    return (
        noun.dep_ == "attr"
        and noun.head.tag_ == "VBZ"
        and any(c.dep_ == "nsubj" and c.pos_ == "PROPN" for c in noun.head.children)
    )


def _verb(noun: Token) -> Token:
    """The verb that tells of a meeting: that of "the talks he had with X", else the one the noun hangs from."""
    for clause in noun.children:
        if (
            clause.dep_ == "relcl"
            and clause.lemma_ in HOLD
            and any(c.dep_ in ("nsubj", "nsubjpass") and c.tag_ not in ("WDT", "WP") for c in clause.children)
        ):
            return clause
    return verb_of(noun)


def _arranged(noun: Token) -> list[Token]:
    """ "meetings lined up with X", "talks scheduled with Y": the participle that the partners hang from."""
    return [c for c in noun.children if c.dep_ == "acl" and c.lemma_ in _PLANNED]
