"""Treaties without a name that nouns tell of: "X's security pact with Y", "brokered a truce between X and Y", "the signing of T by …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.extract.arguments import prepositions, verb_of
from summitry.graph.extract.instruments import PACTS, Instrument, Instruments
from summitry.graph.extract.parties import all_sides, named_before, owners
from summitry.graph.extract.roles import roles, triggers
from summitry.graph.extract.template import Template
from summitry.graph.extract.wishing import happened, plain
from summitry.graph.extract.withdrawals import LEAVE

_BROKERED = frozenset("broker mediate negotiate facilitate".split())
_WITNESSED = frozenset("witness oversee attend watch preside".split())
_SIGNING = frozenset("signing signature conclusion".split())
_WEIGHTY = re.compile(r"\b(?:alliance|peace|truce|ceasefire|friendship|partnership|defen[cs]e|security|military|extradition|non-?aggression|forces|border)\b")  # fmt: skip
_OPEN = frozenset(
    "proposed planned possible draft potential future failed stalled new mooted prospective expired eventual tentative".split()
)
_TALK = frozenset(
    "talk negotiation proposal plan bid hope draft prospect chance offer demand push effort possibility text".split()
)
Told = tuple[Token, list[Entity], str]


def standing_pacts(template: Template, known: Instruments) -> Iterator[Told]:
    """The noun, the two sides and the words of each treaty that a noun says to be there, or to have been signed."""
    for noun in triggers(template, PACTS | _SIGNING, "NOUN"):
        if noun.lemma_.lower() in _SIGNING:
            yield from _signed(template, known, noun)
        elif (pact := known.at(noun)) is not None and not pact.named and _stands(noun):
            yield from _between(template, pact)


def _stands(noun: Token) -> bool:
    """Whether a treaty is there: of nothing that is merely talked of, wanted or proposed."""
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    if any(c.lower_ in _OPEN for c in noun.children) or above.lemma_.lower() in _TALK:
        return False
    verb = verb_of(noun)
    if verb.lemma_.lower() in LEAVE and noun.dep_ in ("dobj", "nsubjpass"):
        return False
    return verb.pos_ not in ("VERB", "AUX") or plain(verb)


def _between(template: Template, pact: Instrument) -> Iterator[Told]:
    """ "X's pact with Y", "the X-Y pact", and what somebody brokered between the two."""
    noun = pact.token
    verb = verb_of(noun)
    brokered = verb.lemma_.lower() in _BROKERED and noun.dep_ in ("dobj", "nsubjpass")
    two = all_sides(template, [n for _, n in prepositions(noun, "between")])
    if brokered and len(two) == 2 and (happened(verb) or happened(verb.head)):
        yield noun, two, pact.name
        return
    if not _WEIGHTY.search(pact.name):
        return
    whose = any(c.dep_ == "poss" for c in noun.children)
    mine = named_before(template, noun) or (owners(template, noun) if whose else [])
    behind = [n for t in noun.subtree if t.i >= noun.i for _, n in prepositions(t, "with")]
    theirs = all_sides(template, behind[:1])
    both = list({e.key: e for e in (*mine, *theirs)}.values())
    if whose and len(mine) == 1 and len(both) == 2:
        yield noun, both, pact.name


def _signed(template: Template, known: Instruments, noun: Token) -> Iterator[Told]:
    """ "attended the signing of a pact by X and Y": where that has taken place."""
    verb = verb_of(noun)
    if verb.pos_ != "VERB" or not happened(verb):
        return
    inner = [n for _, n in prepositions(noun, "of")]
    by = [n for at in (noun, *inner) for _, n in prepositions(at, "by", "between")]
    if not by and verb.lemma_.lower() in _WITNESSED:
        by = list(roles(verb).doers)
    both = [e for e in all_sides(template, by) if e.kind is EntityKind.STATE]
    for pact in known.of(inner):
        if not pact.named and len(both) == 2:
            yield noun, both, pact.name
