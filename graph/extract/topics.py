"""What a meeting is about: the nouns behind "discuss", "talks on", "the agenda"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Finding, Topic
from summitry.graph.extract.arguments import actors_at, listed, objects_of, prepositions, subject_of
from summitry.graph.extract.evidence import span_evidence
from summitry.graph.extract.status import negated
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.reading import Reading

_DISCUSS = frozenset("discuss address tackle raise review consider".split())
_TALK = frozenset(
    "talk talks discussion discussions conversation meeting negotiation negotiations consultations exchange".split()
)
_EMPTY = frozenset(
    "issue matter question topic range way prospect state view measure step problem it them this that thing effort".split()
)


def find(reading: Reading) -> Iterator[Finding]:
    """The topics of the meetings of an article; each event and topic once."""
    seen: set[tuple[str, str]] = set()
    pair: list[Entity] = []
    for passage, sentence in reading.sentences():
        for token in sentence:
            nouns = list(_about(token))
            if not nouns:
                continue
            people = _people(reading, passage, token)
            pair = people if len(people) > 1 else pair
            if len(pair) < 2:
                continue
            event = "meeting " + " ".join(p.name.split()[-1] for p in pair[:2])
            for noun in nouns:
                yield from _topic(reading, passage, noun, event, pair, seen)


def _about(token: Token) -> Iterator[Token]:
    if token.pos_ == "VERB" and token.lemma_ in _DISCUSS and not negated(token):
        for noun in objects_of(token):
            yield from listed(noun)
    elif token.pos_ == "NOUN" and token.lower_ in _TALK:
        for _, noun in prepositions(token, "on", "about", "over", "regarding", "concerning"):
            yield from listed(noun)
    elif token.pos_ == "VERB" and token.lemma_ in ("talk", "speak", "focus", "exchange"):
        for _, noun in prepositions(token, "about", "on"):
            yield from listed(noun)


def _people(reading: Reading, passage: Passage, token: Token) -> list[Entity]:
    found: dict[str, Entity] = {}
    subject = subject_of(token)
    if subject is not None:
        for entity in actors_at(reading, passage, subject):
            found[entity.key] = entity
    for other in token.sent:
        if other.dep_ in ("pobj", "dobj", "conj", "nsubj"):
            for entity in actors_at(reading, passage, other, people_only=True):
                found.setdefault(entity.key, entity)
    return [e for e in found.values() if e.kind in (EntityKind.PERSON, EntityKind.STATE)]


def _topic(
    reading: Reading,
    passage: Passage,
    noun: Token,
    event: str,
    pair: list[Entity],
    seen: set[tuple[str, str]],
) -> Iterator[Finding]:
    tokens = [
        t.i
        for t in noun.subtree
        if abs(t.i - noun.i) < 14
        and t.dep_ not in ("conj", "cc", "relcl", "punct")
        and not _in_conjunct(t, noun)
    ]
    if not tokens or (noun.lemma_ in _EMPTY and len(tokens) < 3) or noun.pos_ == "PRON":
        return
    evidence = span_evidence(reading, passage, min(tokens), max(tokens))
    words = re.sub(
        r"^(?:the |a |an |their |its |issues related to |issues of |the situation in |measures to )+",
        "",
        evidence.exact,
        flags=re.IGNORECASE,
    )
    if len(words) < 3 or (event, words.lower()) in seen:
        return
    seen.add((event, words.lower()))
    yield Finding(Topic(event, words, tuple(pair[:2])), (evidence,), 0.7, "topic")


def _in_conjunct(token: Token, noun: Token) -> bool:
    while token != noun and token.head != token:
        if token.dep_ in ("conj", "relcl", "punct") or token.dep_ == "appos":
            return True
        token = token.head
    return False
