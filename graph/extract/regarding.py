"""What some are held to be: "treats it as a sovereign state", "declared X an illegitimate president", "is the sole authority"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Finding
from summitry.graph.extract.acknowledging import excepted, recognised
from summitry.graph.extract.bonds import related, who_acts
from summitry.graph.extract.calling import Calling, calling, speakers_of
from summitry.graph.extract.denial import negated
from summitry.graph.extract.parties import all_sides
from summitry.graph.extract.roles import triggers
from summitry.graph.extract.statehood import CHINA, DISPUTED, TAIWAN
from summitry.graph.extract.template import Template
from summitry.graph.extract.wishing import DOES, DOES_NOT, sense
from summitry.graph.mentions.model import MentionKind

_ABOUT = re.compile(
    r"\b(?:sovereign|independent|legitimate|illegitimate|lawful|rightful|interim|elected|authorit|state\b|countr|legal|illegal|acting|unlawful)"
)
_LANDS = frozenset("state country nation republic".split())
_FREE = frozenset({"sovereign", "independent"})
_POWERS = frozenset(
    "president leader head ruler government authority representative winner administration chief council".split()
)
_RIGHTFUL = frozenset(
    "legitimate lawful rightful legal interim acting elected sole only official true".split()
)
_WRONGFUL = frozenset("illegitimate unlawful illegal".split())
_HELD = frozenset(
    "regard consider see view treat declare deem term label proclaim accept acknowledge count pronounce call name describe "
    "denounce reject condemn brand perceive".split()
)
_REJECTING = frozenset("reject denounce condemn brand".split())


def regards(template: Template, topic: Sequence[Entity] = ()) -> Iterator[Finding]:
    """Which states and governments a sentence says are held for such, and by whom; `topic` is what "it" means."""
    if _ABOUT.search(template.text) is None:
        return
    for noun in triggers(template, _LANDS, "NOUN"):
        words = {c.lower_ for c in noun.children}
        if words & _FREE or not words & {"such"}:
            yield from _held(template, noun, topic, lands=True)
    for word in triggers(template, _FREE, "ADJ"):
        if word.dep_ != "amod" or word.head.lower_ == "as":
            yield from _held(template, word, topic, lands=True)
    for noun in triggers(template, _POWERS, "NOUN"):
        yield from _held(template, noun, topic, lands=False)
    for post in _posts(template):
        yield from _held(template, post, topic, lands=False)
    for word in triggers(template, _RIGHTFUL | _WRONGFUL, "ADJ"):
        if word.dep_ != "amod" or word.head.lower_ == "as":
            yield from _held(template, word, topic, lands=False)


def _posts(template: Template) -> list[Token]:
    """The posts without a name: "the legitimate president"."""
    at = template.passage.mention_at
    return [t for t in template.sentence if t.i in at and at[t.i].kind is MentionKind.POST]


def _held(template: Template, word: Token, topic: Sequence[Entity], lands: bool) -> Iterator[Finding]:
    said = calling(word)
    if said is None:
        return
    kind = _sense(said, word, lands)
    if kind is None:
        return
    what = [e for t in said.called for e in recognised(template, t, topic) if _fits(e, word, lands)]
    if not what:
        return
    callers = who_acts(template, said.callers)
    if not said.callers:
        speakers = speakers_of(said.verb)
        callers = all_sides(template, speakers)
    if kind == DOES_NOT and lands:
        yield from related(template, word, excepted(template, said.callers), what, DOES)
    yield from related(template, word, callers, what, kind)


def _sense(said: Calling, word: Token, lands: bool) -> str | None:
    """Whether what is said is that somebody is such a state or government, that he is none, or neither."""
    words = {t.lower_ for c in word.children for t in (c, *c.children)} | {word.lower_}
    being = said.verb.lemma_ in ("be", "remain")
    if not being and said.verb.lemma_ not in _HELD:
        return None
    if being and said.verb.dep_ not in ("ccomp", "parataxis"):
        return None  # what the article says by itself
    kind = sense(said.verb)
    if kind is None:
        return None
    longer = {"no", "longer"} <= {t.lower_ for c in said.verb.children for t in (c, *c.children)}
    if words & _WRONGFUL:
        return DOES_NOT if kind == DOES else None
    taken = said.verb.lemma_ in ("accept", "acknowledge", "recognise", "recognize") and "new" in words
    if (not lands and not (words & _RIGHTFUL or taken)) or said.verb.lemma_ in _REJECTING:
        return None
    if being and (lands or negated(said.verb)):
        return None
    return DOES_NOT if longer else kind


def _fits(entity: Entity, word: Token, lands: bool) -> bool:
    """Whether it is the question if somebody is such a state, or such a government."""
    if lands:
        return entity.key in DISPUTED
    if entity.key in (CHINA, TAIWAN):
        return word.lemma_.lower() in ("government", "representative", "authority")
    return entity.kind in (EntityKind.PERSON, EntityKind.BODY, EntityKind.ORGANISATION)
