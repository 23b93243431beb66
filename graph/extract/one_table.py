"""Whether those who met sat at one table, or each alone: "separate talks", "a trilateral", "talks with X and Y"."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.graph.claims import Entity
from summitry.graph.coreference import state_of
from summitry.graph.extract.arguments import prepositions, verb_of
from summitry.graph.extract.places import places_of
from summitry.graph.extract.rows import by_state
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.reading import Reading

_ONE_BY_ONE = frozenset("each separately individually separate respective".split())
_TWO_BY_TWO = frozenset(
    "bilateral one-on-one".split()
)  # "bilateral meetings": so told of talks, too, of which there may be one
_TRILATERAL = frozenset("trilateral tripartite three-way quadrilateral four-way multilateral".split())
_APART = frozenset(
    "separate separately bilateral bilaterals respective respectively sidelines margins each individual individually".split()
)
_AT_TABLE = frozenset("negotiate talk negotiation consultation discussion".split())


def one_by_one(trigger: Token) -> bool:
    """ "each called on Z", "held separate talks", "had bilateral meetings"."""
    words = {c.lower_ for c in trigger.children}
    words |= {
        c.lower_
        for _, n in prepositions(trigger, "in", "during", "at")
        for c in n.children
        if n.tag_ == "NNS"
    }
    several = trigger.tag_ == "NNS" and trigger.lemma_ not in _AT_TABLE | {"talks"}
    return bool(words & _ONE_BY_ONE) or (several and bool(words & _TWO_BY_TWO))


def at_one_table(
    reading: Reading,
    passage: Passage,
    trigger: Token,
    ours: list[Entity],
    groups: list[Token],
    items: list[tuple[Token, list[Entity]]],
) -> bool:
    """ "met X and Y for trilateral talks", "talks with X and Y", of two other states: the three sat together; so do those of
    two states who meet others side by side.

    Not where the words tell of one after the other ("separate talks", "on the sidelines"), nor "talks with X and with Y".
    """
    words = _words(trigger)
    if len(items) < 2 or len(groups) != 1 or words & _APART or _two_stops(reading, passage, trigger):
        return False
    if words & _TRILATERAL:
        return True
    if len(ours) > 1:
        return len({state_of(reading, p) for p in ours} - {None}) > 1
    if len(items) > 2:
        return False
    states = [state_of(reading, e) for e in (*ours, *(g for _, guests in items for g in guests))]
    return trigger.lemma_ in _AT_TABLE and len(states) == 3 and None not in states and len(set(states)) == 3


def _two_stops(reading: Reading, passage: Passage, trigger: Token) -> bool:
    """ "flew to Rome and Oslo for talks with X and Y": one in each."""
    verb = verb_of(trigger)
    cities = {p.city.key for p in places_of(reading, passage, verb, "to", "in") if p.city is not None}
    return len(cities) > 1


def counterparts(passage: Passage, item: Token) -> bool:
    """ "his French and Dutch counterparts", "his counterparts from A, X; and B, Y": each of another state, and met alone where
    nothing tells otherwise.
    """
    mention = passage.mention_at.get(item.i)
    if mention is None or not mention.posts or not all(p.counterpart for p in mention.posts):
        return False
    return len(mention.posts) > 1 or bool(by_state(passage, item))


def as_three(trigger: Token) -> bool:
    """ "a trilateral meeting"."""
    return bool(_words(trigger) & _TRILATERAL)


def met_alone(trigger: Token) -> bool:
    """ "a one-on-one meeting", "met separately", "met on the sidelines": no part of a larger meeting."""
    verb = trigger if trigger.pos_ == "VERB" else trigger.head
    near = [c for at in (trigger, verb) for c in at.children]
    words = {c.lower_ for c in near} | {n.lower_ for c in near if c.dep_ == "prep" for n in c.children}
    around = trigger.doc[
        max(trigger.i - 6, trigger.sent.start) : min(trigger.i + 6, trigger.sent.end)
    ].text.lower()
    return bool(words & _APART) or "one-on-one" in around or "one-to-one" in around


def _words(trigger: Token) -> set[str]:
    """The words of a sentence; "three-way" is three tokens and one word."""
    return {t.lower_ for t in trigger.sent} | set(trigger.sent.text.lower().split())
