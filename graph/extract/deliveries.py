"""Weapons that one state supplies to another, by the parse: verbs and nouns of giving and getting in any construction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from summitry.graph.claims import Entity, Evidence
from summitry.graph.extract.arguments import prepositions, verb_of
from summitry.graph.extract.delivery_words import (
    APPROVED,
    APPROVING,
    BOUND,
    BUYERS,
    BUYS,
    CONTRACTS,
    ERRANDS,
    GATE,
    GETTING,
    GIFTS,
    GIVING,
    MOVING,
    SELLERS,
    SENDING,
    SHOPPING,
    UNDONE,
    VAGUE,
)
from summitry.graph.extract.evidence import span_evidence
from summitry.graph.extract.localities import land_of
from summitry.graph.extract.nearby import other_state
from summitry.graph.extract.parties import all_sides, mention_at, owners, sides, states_of
from summitry.graph.extract.roles import Roles, around, roles, triggers
from summitry.graph.extract.status import status_of
from summitry.graph.extract.template import Template
from summitry.graph.extract.weapon_sources import by_source
from summitry.graph.extract.weapons import (
    DESIGNATION,
    WEAPON,
    called,
    firms,
    forces_inside,
    made,
    makers,
    names,
    origin,
    told_before,
    weapons,
)
from summitry.graph.mentions.model import MentionKind

_LIST = re.compile(r"\(([^()]{3,120})\)")


@dataclass(frozen=True, slots=True)
class Delivery:
    """Weapons that go from `givers` to `getters`; one side empty where the sentence leaves it out."""

    givers: tuple[Entity, ...]
    getters: tuple[Entity, ...]
    weapons: tuple[str, ...]
    evidence: Evidence
    other: Entity | None = None  # whom the text around it names besides


def deliveries(template: Template) -> Iterator[Delivery]:
    """The supplies of weapons that a sentence states."""
    if WEAPON.search(template.text) is None or GATE.search(template.text) is None:
        return
    for verb in triggers(template, GIVING | GETTING | APPROVING | MOVING | {"pay", "spend"}, "VERB"):
        if stated(verb):
            yield from _by_verb(template, verb)
    for noun in triggers(template, GIFTS | BUYS | CONTRACTS, "NOUN"):
        if stated(noun):
            yield from _by_noun(template, noun)
    for noun in triggers(template, BUYERS | SELLERS, "NOUN"):
        yield from _by_role(template, noun)


def stated(trigger: Token) -> bool:
    """Whether a supply is said to be made or promised: no wish, refusal or condition."""
    if trigger.dep_ in ("acl", "relcl") and trigger.head.lemma_.lower() in CONTRACTS:
        verb = verb_of(trigger.head)
        return verb.pos_ == "VERB" and stated(verb)
    if trigger.pos_ == "NOUN" and trigger.dep_ == "dobj" and trigger.head.lemma_.lower() in APPROVED:
        return stated(trigger.head)  # "approved the possible sale of"
    if status_of(trigger) is None or _on_errand(trigger):
        return False
    at = trigger
    for _ in range(6):
        if at.pos_ in ("VERB", "NOUN", "ADJ") and at != trigger and at.lemma_.lower() in UNDONE:
            return False
        if at.head == at or at.dep_ in ("relcl", "ROOT"):
            return True
        at = at.head
    return True


def _on_errand(trigger: Token) -> bool:
    """ "sent a radar plane to Guyana to help watch the border": its own, for a while."""
    return trigger.lemma_.lower() in SENDING and any(
        t.lemma_.lower() in ERRANDS and any(c.tag_ == "TO" for at in (t, t.head) for c in at.children)
        for t in trigger.subtree
    )


def _by_verb(template: Template, verb: Token) -> Iterator[Delivery]:
    done = roles(verb)
    lemma = verb.lemma_.lower()
    found = [w for t in done.themes for w in weapons(template, t)]
    if lemma in MOVING and (not found or lemma not in GIVING):
        yield from _by_motion(template, verb, done)
        return
    if lemma in ("pay", "spend"):
        yield from _by_price(template, verb, done)
        return
    if lemma in GETTING and not (lemma in GIVING and _to(template, verb, done)):
        yield from _got(template, verb, done, found)
        return
    givers = _actors(template, done.doers) or _actors(template, [n for _, n in prepositions(verb, "by")])
    if lemma in APPROVING or lemma == "build":
        getters = states_of(template, [n for t in done.themes for _, n in prepositions(t, "for", "to")])
        getters = getters or _behind(template, done.themes, "for", "to")
        getters = getters or states_of(template, [n for _, n in prepositions(verb, "for")])
        yield from _said(template, verb, givers, [g for g in getters if g not in givers], found)
        return
    getters = _to(template, verb, done)
    if not getters:
        getters = states_of(template, [t for t in done.themes if t not in found])
    getters = getters or [s for w in found for s in forces_inside(template, w)]
    armed = [w for n in around(template, verb, done.themes, "with") for w in weapons(template, n)]
    if not givers and not done.doers:
        givers = [s for w in found for s in makers(template, w)]
    yield from _said(template, verb, givers, getters, found or armed)


def _to(template: Template, verb: Token, done: Roles) -> list[Entity]:
    """Who gets what a verb gives: behind it, or behind what is given, however deep the parser hung it."""
    return states_of(template, around(template, verb, done.themes, "to", "for")) or _behind(
        template, done.themes, "to", "for"
    )


def _behind(template: Template, tokens: Sequence[Token], *words: str) -> list[Entity]:
    """The states behind a preposition anywhere in the phrases of nouns: "submarines of the type X for the navy of Y"."""
    inside = [n for t in tokens for _, n in prepositions(t, "of", "with", "worth")]
    found = states_of(template, [m for n in inside for _, m in prepositions(n, *words)])
    return found or (_behind(template, inside, *words) if inside else [])


def _actors(template: Template, tokens: Sequence[Token]) -> list[Entity]:
    """The states that nouns stand for, as such or as makers of weapons."""
    return states_of(template, tokens) or firms(template, tuple(tokens))


def _got(template: Template, verb: Token, done: Roles, found: list[Token]) -> Iterator[Delivery]:
    getters = states_of(template, done.doers)
    if len(sources := by_source(template, verb)) > 1:
        for sellers, bought in sources:
            yield from _said(template, verb, _actors(template, sellers), getters, bought)
        return
    givers = _actors(template, around(template, verb, done.themes, "from"))
    givers = givers or [s for w in found for s in makers(template, w)]
    if not givers and verb.dep_ in ("acl", "relcl", "advcl", "xcomp"):  # "signed a deal with Paris to buy"
        givers = _actors(template, around(template, verb_of(verb.head), [verb.head], "with"))
    if not givers and verb.lemma_.lower() in SHOPPING:
        givers = made(template, found)
    yield from _said(template, verb, givers, getters, found)


def _by_motion(template: Template, verb: Token, done: Roles) -> Iterator[Delivery]:
    """ "31 tanks will go to Kyiv", "ten tanks from Korea were unloaded in Gdynia", "three radars come from Thales"."""
    moved = done.themes if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children) else done.doers
    found = [w for t in moved for w in weapons(template, t)]
    if not found:
        return
    sent = _actors(template, around(template, verb, [], "from")) or [
        s for w in found for s in origin(template, w)
    ]
    getters = states_of(template, around(template, verb, [], "to")) if verb.lemma_ in BOUND else []
    if not getters and sent:
        ends = [n for _, n in prepositions(verb, "in", "at", "to")]
        ends += [c for c in verb.children if c.dep_ == "dobj" and verb.lemma_ == "reach"]
        getters = _lands(template, ends)
    if not sent and verb.lemma_ in BOUND:
        named = {
            s.key for s in template.states(template.text)
        }  # "the White House says that 31 Abrams will go to Kyiv"
        sent = [s for w in found for s in makers(template, w)] or [
            m for m in made(template, found) if m.key in named
        ]
    yield from _said(template, verb, sent, getters, found)


def _lands(template: Template, tokens: Sequence[Token]) -> list[Entity]:
    """The states where things are brought: those of the towns named."""
    found: dict[str, Entity] = {}
    for token in tokens:
        for item in (token, *(n for _, n in prepositions(token, "of", "in"))):
            mention = mention_at(template, item)
            if mention is not None and mention.kind in (MentionKind.CITY, MentionKind.STATE):
                lands = [land_of(template.reading, e) for e in template.reading.entities(mention)]
                found |= {land.key: land for land in lands if land is not None}
    return list(found.values())


def _by_price(template: Template, verb: Token, done: Roles) -> Iterator[Delivery]:
    """ "paid the United States 500 million dollars for the aircraft", "the jets, for which X paid Y"."""
    found = [w for n in around(template, verb, done.themes, "for", "on") for w in weapons(template, n)]
    if not found and verb.dep_ == "relcl":
        found = weapons(template, verb.head)
    paid = [c for c in verb.children if c.dep_ in ("dative", "dobj")]
    givers = states_of(template, [*paid, *around(template, verb, done.themes, "to", "from")])
    givers = givers or [s for w in found for s in makers(template, w)]
    yield from _said(template, verb, givers, states_of(template, done.doers), found)


def _by_noun(template: Template, noun: Token) -> Iterator[Delivery]:
    lemma = noun.lemma_.lower()
    links = ("of", "for", "on") if lemma in CONTRACTS else ("of",)
    found = [w for _, n in prepositions(noun, *links) for w in weapons(template, n)]
    found += [w for c in noun.children if c.dep_ in ("compound", "nmod") for w in weapons(template, c)]
    if not found:
        return
    verb = verb_of(noun)
    done = roles(verb) if verb.pos_ == "VERB" else None
    doers = states_of(template, done.doers) if done is not None else []
    mine = owners(template, noun) or all_sides(template, [n for _, n in prepositions(noun, "by")])
    if lemma in BUYS | CONTRACTS:
        parties = ("from", "with") if lemma in CONTRACTS else ("from",)
        givers = _actors(template, around(template, noun, found, *parties))
        if lemma in CONTRACTS and not givers and verb.pos_ == "VERB":
            givers = _actors(template, [n for _, n in prepositions(verb, "with", "from")])
        known = made(template, found) or [s for w in found for s in makers(template, w)]
        getters = mine or doers
        if done is not None and {g.key for g in getters} <= {g.key for g in givers or known}:
            getters = (
                states_of(template, done.themes) or getters
            )  # "Moscow lent Caracas money for the purchase of Russian tanks"
        if lemma in CONTRACTS and [g.key for g in getters] == [k.key for k in known]:
            givers, getters = getters, givers  # "Russia has signed a contract with Chad for Mi-35s"
        yield from _said(template, noun, givers or known, getters, found)
        return
    getters = all_sides(template, around(template, noun, found, "to", "for"))
    if not getters and verb.pos_ == "VERB":
        getters = all_sides(template, [n for _, n in prepositions(verb, "to", "with")])
        getters = [g for g in getters if g.key not in {d.key for d in doers}]
    deal = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "for" else noun
    if not getters and deal.lemma_.lower() in CONTRACTS:
        getters = all_sides(template, [n for _, n in prepositions(deal, "with")])
    givers = mine or _actors(template, around(template, noun, found, "from"))
    givers = givers or [s for w in found for s in makers(template, w)] or doers
    yield from _said(template, noun, givers, getters, found)


def _by_role(template: Template, noun: Token) -> Iterator[Delivery]:
    """ "the latest buyer of Turkish drones", "a supplier of tanks to Chad", "its best customer is Mali (T-72 tanks, Su-25 jets)"."""
    if any(c.lower_ in ("no", "former", "potential", "possible", "not") for c in noun.children):
        return
    found = [w for _, n in prepositions(noun, "of") for w in weapons(template, n)]
    at = noun.head if noun.dep_ == "attr" else noun
    whose = sides(template, noun.head) if noun.dep_ == "appos" else states_of(template, roles(at).doers)
    if not whose and noun.dep_ == "nsubj":  # "Moscow's best customer remains Chad"
        whose = states_of(template, [c for c in noun.head.children if c.dep_ in ("attr", "acomp", "dobj")])
    theirs = [e for e in owners(template, noun) if e.key not in {w.key for w in whose}]
    if noun.lemma_.lower() in BUYERS:
        givers, getters = theirs or [s for w in found for s in makers(template, w)], whose
    else:
        givers, getters = whose, states_of(template, around(template, noun, found, "to")) or theirs
    if found and names(template, found):
        yield from _said(template, noun, givers, getters, found)
        return
    listed = _LIST.search(template.text, max(0, template.text.find(noun.text)))
    called_so = tuple(n for part in re.split(r", | and ", listed[1]) for n in called(part)) if listed else ()
    if called_so and len(givers) == 1 and len(getters) == 1:
        evidence = span_evidence(template.reading, template.passage, noun.i, noun.i)
        yield Delivery(tuple(givers), tuple(getters), called_so, evidence)


def _said(
    template: Template,
    trigger: Token,
    givers: Sequence[Entity],
    getters: Sequence[Entity],
    found: list[Token],
) -> Iterator[Delivery]:
    givers, getters = (tuple({e.key: e for e in side}.values()) for side in (givers, getters))
    if not found or not (givers or getters) or (len(givers) > 1 and len(getters) > 1):
        return
    first, last = min(trigger.i, *(w.i for w in found)), max(trigger.i, *(w.i for w in found))
    evidence = span_evidence(template.reading, template.passage, first, last)
    called = names(template, found) or told_before(template, found)
    if called:
        named = all(DESIGNATION.fullmatch(name) for name in called)
        known = named and trigger.lemma_ not in VAGUE
        other = other_state(template, (*givers, *getters)) if known and not (givers and getters) else None
        yield Delivery(givers, getters, called, evidence, other)
