"""Whom the nouns around a verb stand for: the people, states and organisations that do something or undergo it."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.extract import lineup
from summitry.graph.extract.arguments import (
    CLIMB,
    SUBJECTS,
    agents_of,
    is_passive,
    listed,
    objects_of,
    prepositions,
    subject_of,
)
from summitry.graph.extract.certain_people import at_large, indefinite
from summitry.graph.extract.clauses import antecedent
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import Mention, MentionKind
from summitry.graph.mentions.reading import Reading

ACTORS = frozenset({EntityKind.PERSON, EntityKind.STATE, EntityKind.ORGANISATION, EntityKind.BODY})
_NAMED = frozenset({MentionKind.PERSON, MentionKind.POST, MentionKind.PRONOUN, MentionKind.GROUP})
_DELEGATES = frozenset(
    "official diplomat delegation representative negotiator commander envoy minister expert delegate".split()
)
_SIDES = frozenset("side government authorities delegation".split())
_MODIFIES = ("amod", "compound", "nmod")


def actors_at(reading: Reading, passage: Passage, token: Token, people_only: bool = False) -> list[Entity]:
    """The people, states and organisations that a noun and its coordinates stand for; capitals stand for their states."""
    found: dict[str, Entity] = {}
    for item in listed(token):
        for entity in actor_at(reading, passage, item):
            if entity.kind in ACTORS and not (people_only and entity.kind is not EntityKind.PERSON):
                found.setdefault(entity.key, entity)
    return list(found.values())


def people_at(reading: Reading, passage: Passage, nouns: Iterable[Token]) -> list[Entity]:
    """The people that some nouns and their coordinates stand for."""
    return [a for noun in nouns for a in actors_at(reading, passage, noun, people_only=True)]


def doers(reading: Reading, passage: Passage, verb: Token, people_only: bool = False) -> list[Entity]:
    """Who does what a verb says; where the parser lost the subject, the nearest name before the verb in its clause."""
    subject = subject_of(verb)
    found = actors_at(reading, passage, subject, people_only) if subject is not None else []
    for name in lineup.before(reading, passage, verb, subject):
        found += [e for e in actor_at(reading, passage, name) if e not in found]
    own = subject is not None and subject.dep_ in SUBJECTS and subject.head == verb
    if found or (own and subject is not None and passage.mention_at.get(subject.i) is None):
        return found
    for i in range(verb.i - 1, max(verb.sent.start, verb.i - 7) - 1, -1):
        token = passage.doc[i]
        if i in passage.mention_at:
            if token.head.pos_ == "ADP" or passage.mention_at[i].kind not in _NAMED:
                return []
            return actors_at(reading, passage, _first_of(passage, token), people_only)
        if token.pos_ not in ("ADV", "AUX", "PART") and token.tag_ not in ("RB", "MD"):
            return []
    return []


def _first_of(passage: Passage, token: Token) -> Token:
    """The first name of the list that a token stands in."""
    while (
        token.dep_ == "conj"
        and (mention := passage.mention_at.get(token.head.i)) is not None
        and mention.kind in _NAMED
    ):
        token = token.head
    return token


def undergoers(reading: Reading, passage: Passage, verb: Token) -> list[Entity]:
    """The people whom a passive tells of, also where its subject stands with another verb: "he met X and was embraced by Y";
    he who "was accorded a welcome" is who is welcomed.
    """
    given = [c for c in verb.children if c.dep_ == "nsubjpass"] if is_passive(verb) else []
    own = people_at(reading, passage, objects_of(verb)) or people_at(reading, passage, given)
    if (
        own
        or any(c.dep_ == "nsubjpass" for c in verb.children)
        or verb.head == verb
        or verb.dep_ not in CLIMB
    ):
        return own
    subject = subject_of(verb.head) if verb.dep_ not in ("relcl", "acl") else verb.head
    return actors_at(reading, passage, subject, people_only=True) if subject is not None else []


def actor_at(reading: Reading, passage: Passage, token: Token) -> tuple[Entity, ...]:
    """Whom one noun stands for; "the Russian side" is Russia."""
    token = antecedent(token)
    mention = passage.mention_at.get(token.i)
    post = mention if mention is not None and mention.kind is MentionKind.POST else None
    nobody = post is not None and post.plural and not reading.entities(post)
    if nobody or (mention is None and token.lemma_.lower() in _DELEGATES and token.tag_ == "NNS"):
        if lead := _led(reading, passage, token):
            return lead
        found = senders(reading, passage, token)
        return found if len(found) > 1 else ()
    if post is not None and (indefinite(token) or at_large(post, token)):
        return ()
    if mention is None:
        if lead := _led(reading, passage, token):
            return lead
        if (name := _begun_by(passage, token)) is not None:
            return reading.entities(name)
        for child in token.children:  # "the Russian side", "Putin's delegation"
            if token.lower_ in _SIDES and child.dep_ in ("amod", "compound", "poss"):
                inner = passage.mention_at.get(child.i)
                if inner is not None and inner.kind in (MentionKind.DEMONYM, MentionKind.STATE):
                    return reading.entities(inner)
        return ()
    if mention.kind is MentionKind.CITY:
        state = capital_state(reading, mention.entity)
        return (state,) if state is not None else ()
    if mention.kind is MentionKind.DEMONYM:
        return ()
    return reading.entities(mention)


def _begun_by(passage: Passage, noun: Token) -> Mention | None:
    """ "X, envoy for Gulf peace and security affairs": the name, where a word behind its apposition is taken for the head."""
    first = noun.left_edge
    for child in noun.children:
        mention = passage.mention_at.get(child.i) if child.dep_ in ("nmod", "compound") else None
        if mention is not None and mention.kind is MentionKind.PERSON and "," in mention.text:
            return mention if passage.starts[first.i] == mention.start else None
    return None


def _led(reading: Reading, passage: Passage, suite: Token) -> tuple[Entity, ...]:
    """ "a delegation headed by X": who leads it."""
    clauses = [c for c in suite.children if c.dep_ in ("acl", "relcl") and c.lower_ in ("led", "headed")]
    return tuple(people_at(reading, passage, [n for c in clauses for n in agents_of(c)]))


def senders(reading: Reading, passage: Passage, noun: Token) -> tuple[Entity, ...]:
    """The states of "US and Cuban officials", "diplomats from Turkey and Sweden", "their Thai counterparts"."""
    words = [c for c in noun.children if c.dep_ in _MODIFIES and c.i < noun.i]
    words += [n for _, n in prepositions(noun, "from", "of")]
    words += [noun.head] if noun.dep_ == "conj" and noun.head.i < noun.i else []
    own = passage.mention_at.get(noun.i)
    found = {p.of.key: p.of for p in own.posts if p.of is not None} if own is not None else {}
    words += [
        t for word in words for t in (*listed(word), *(c for c in word.children if c.dep_ in _MODIFIES))
    ]
    for token in words:
        mention = passage.mention_at.get(token.i)
        if mention is not None and mention.kind in (MentionKind.DEMONYM, MentionKind.STATE):
            found.update((e.key, e) for e in reading.entities(mention) if e.kind is EntityKind.STATE)
    return tuple(found.values())


def capital_state(reading: Reading, city: Entity | None) -> Entity | None:
    """The state whose capital a city is: "Moscow will supply Minsk"."""
    if city is None:
        return None
    entry = reading.gazetteer.find(city.key)
    if entry is None or not entry.state or reading.gazetteer.capital(entry.state) != city.key:
        return None
    return Entity(EntityKind.STATE, entry.state_name, entry.state, city.written)


def owner_of(reading: Reading, passage: Passage, noun: Token) -> list[Entity]:
    """The possessor of an event noun: "Putin's visit", "his trip", "a visit by Putin", "the visit of the Iranian president"."""
    for child in noun.children:
        if child.dep_ in ("poss", "nmod", "compound") and child.i < noun.i:
            found = actors_at(reading, passage, child)
            mention = passage.mention_at.get(child.i)
            if found and (
                child.dep_ == "poss"
                or (mention is not None and mention.kind in (MentionKind.PERSON, MentionKind.POST))
            ):
                return found
    for _, inner in prepositions(noun, "by", "of"):
        found = actors_at(reading, passage, inner, people_only=True)
        if found:
            return found
    return []
