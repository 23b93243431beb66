"""Whose a post is that stands among hosts: "was welcomed at Sofia airport by Deputy Prime Minister X" is of the land come to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.extract.arguments import prepositions
from summitry.graph.extract.office_company import OTHERS, WORLDLY
from summitry.graph.extract.office_homes import Spot, home, state_of_mention
from summitry.graph.extract.places import place_at
from summitry.graph.mentions.model import MentionKind
from summitry.graph.mentions.roles import POSTED

_RECEIVE = frozenset("welcome receive greet meet host".split())
_ARRIVE = frozenset("arrive land come fly travel visit touch".split())
_HOME = frozenset(
    "return returned returns returning home homeward back homecoming".split()
)  # no guest's arrival
_MEET = frozenset("meet receive welcome greet host call confer bump chair".split())
_GO = frozenset("leave depart arrive travel fly visit go land".split())
_LANDS = frozenset({MentionKind.STATE, MentionKind.DEMONYM})
_BACK = 3  # passages in which the arrival may be told
_SEEN = frozenset({"see", "send", "bid"})  # "was seen off by"


@dataclass(frozen=True, slots=True)
class Reception:
    """The state where somebody is received, as far as it is told, and those that the guests act for."""

    place: Entity | None
    guests: frozenset[str]


def reception(spot: Spot) -> Reception | None:
    """The reception that a mention's person is a host of."""
    if any(post.role in WORLDLY | OTHERS | POSTED for post in spot.mention.posts):
        return None
    verb = _by_verb(spot) or _of_verb(spot)
    if verb is None:
        return None
    sentence = verb.sent
    before = spot.passage.before(sentence)
    if any(t.lower_ in _HOME for t in (*(before or ()), *sentence)):
        return None
    guests = frozenset(_guests(spot, verb))
    here = _place(spot, sentence) or (_arrived_in(spot, before) if before is not None else None)
    if here is None and verb.lemma_.lower() in _RECEIVE:
        here = _told(spot)
    return Reception(here if here is not None and here.key not in guests else None, guests)


def _by_verb(spot: Spot) -> Token | None:
    """ "was received … by A, B and X": the passive verb before the last "by" before a host."""
    token = spot.token
    by = next((t for t in reversed(token.doc[token.sent.start : token.i]) if t.lower_ == "by"), None)
    if by is None:
        return None
    between = token.doc[by.i + 1 : token.i]
    if any(t.pos_ == "VERB" and t.tag_ in ("VBD", "VBZ", "VBP") for t in between):
        return None
    head = by.head
    while head.pos_ in ("NOUN", "PROPN", "ADP") and head.head.i < head.i:
        head = head.head  # "met at the gate by X"
    passive = head.tag_ == "VBN" and head.i < by.i
    return head if passive and _receives(head) else None


def _of_verb(spot: Spot) -> Token | None:
    """ "X received him at the airport", "A and X welcomed her": the verb that a host is subject of."""
    token = spot.token
    while token.dep_ in ("conj", "appos") and token.head != token:
        token = token.head
    verb = token.head
    if token.dep_ != "nsubj" or not _receives(verb) or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN", "VB"):
        return None
    return verb if any(c.dep_ == "dobj" for c in verb.children) and verb.lemma_ != "meet" else None


def _receives(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    return lemma in _RECEIVE or (
        lemma in _SEEN and any(c.lower_ in ("off", "farewell") for c in verb.children)
    )


def _guests(spot: Spot, verb: Token) -> set[str]:
    """The states that those act for who are received."""
    deps = ("nsubjpass",) if any(c.dep_ == "nsubjpass" for c in verb.children) else ("dobj", "nsubj")
    found = set()
    for child in verb.children:
        if child.dep_ not in deps or spot.token in child.subtree:
            continue
        for token in (child, *child.conjuncts):
            mention = spot.passage.mention_at.get(token.i)
            people = spot.reading.entities(mention) if mention is not None else ()
            states = (home(spot.reading, e) for e in people if e.kind is EntityKind.PERSON)
            found |= {s.key for s in states if s is not None}
    return found


def _place(spot: Spot, sentence: Span) -> Entity | None:
    """The state of the place that a sentence tells behind "in" or "at", before the hosts."""
    for token in sentence:
        mention = spot.passage.mention_at.get(token.i)
        if mention is None or mention.kind not in (MentionKind.CITY, MentionKind.STATE):
            continue
        at = token
        while at.dep_ in ("compound", "nmod", "poss") and at.head.i > at.i:
            at = at.head
        if at.dep_ == "pobj" and at.head.lower_ in ("in", "at", "into", "to"):
            place = place_at(spot.reading, spot.passage, token)
            if place is not None and place.state is not None:
                return place.state
    return None


def _arrived_in(spot: Spot, before: Span) -> Entity | None:
    """The state that the sentence before tells of an arrival in: "They landed in Baku. They were met by Minister X"."""
    return _place(spot, before) if any(t.lemma_.lower() in _ARRIVE for t in before) else None


def _told(spot: Spot) -> Entity | None:
    """The state of the last arrival that the passages before tell of: "Leaders flew into Baku yesterday."."""
    passages = spot.reading.passages
    at = next((k for k, passage in enumerate(passages) if passage is spot.passage), 0)
    for passage in reversed(passages[max(0, at - _BACK) : at]):
        for sentence in reversed(list(passage.doc.sents)):
            place = _arrived_in(replace(spot, passage=passage), sentence)
            if place is not None:
                return place
    return None


def across(spot: Spot) -> frozenset[str]:
    """ "Visiting Chilean President X met Deputy Foreign Minister Y", "Minister X is leaving for Oman": states that are others'."""
    token = spot.token
    while token.dep_ in ("conj", "appos") and token.head != token:
        token = token.head
    verb = token.head.head if token.dep_ == "pobj" and token.head.lower_ in ("with", "on") else token.head
    lemma = verb.lemma_.lower()
    if token.dep_ == "nsubj" and lemma in _MEET | _GO:
        words = ("with", "on") if lemma in _MEET else ("in", "to", "for")
        others = [c for c in verb.children if c.dep_ == "dobj"]
        others += [noun for _, noun in prepositions(verb, *words)]
    elif token.dep_ in ("dobj", "pobj") and lemma in _MEET and verb.pos_ == "VERB":
        others = [c for c in verb.children if c.dep_ == "nsubj"]
    else:
        return frozenset()
    return frozenset(of.key for other in others for of in _stated(spot, other))


def _stated(spot: Spot, token: Token) -> list[Entity]:
    """The states that the words of a noun name: not those of people whom the article calls without theirs."""
    at = spot.passage.mention_at
    named = [at[t.i] for t in (token, *token.children) if t.i in at]
    found = [p.of for m in named for p in m.posts if p.of is not None and p.of.kind is EntityKind.STATE]
    found += [of for m in named if m.kind in _LANDS and (of := state_of_mention(spot.reading, m)) is not None]
    place = place_at(spot.reading, spot.passage, token)
    if place is not None and place.state is not None:
        found.append(place.state)
    for mention in named:
        mine = [spot.reading.registry.people.get(e.key) for e in spot.reading.entities(mention)]
        found += [p.of for one in mine if one for p in one.posts if p.of and p.of.kind is EntityKind.STATE]
    return found
