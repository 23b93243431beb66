"""Alliances by the parse: "seen as Russia's closest ally", "Chad, allied with Mali", "named a major non-NATO ally".

The phrases of `relations` know how news usually puts it; here adverbs, asides and subjects that stand far off make no difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Finding
from summitry.graph.extract.arguments import listed, prepositions, subject_of, verb_of
from summitry.graph.extract.bonds import TIES, owned, reciprocal, related, speaking, who_acts
from summitry.graph.extract.calling import CALLS, calling
from summitry.graph.extract.clauses import antecedent
from summitry.graph.extract.defence_pacts import PACTS, STATE_KINDS, binding, club, defending, pacted
from summitry.graph.extract.denial import conditional, denied, negated
from summitry.graph.extract.parties import all_sides, mention_at, named_as, sides, states_of
from summitry.graph.extract.roles import roles, triggers
from summitry.graph.extract.template import Template, series, slot
from summitry.graph.extract.wishing import HYPOTHETICAL, plain

_FORMER = frozenset(
    "former previous erstwhile once ex potential possible would-be no onetime one-time old natural unlikely any wartime future prospective "
    "supposed so-called historic historical alleged neither new broken defunct lost".split()
)
_ABOUT = re.compile(
    r"\ball(?:y|ies|ied|iance)\b|-allied\b|[Mm]utual|[Dd]efen[cs]e|\bdefend\b|\b(?:aid|help) if\b"
)
_HYPHENED = re.compile(rf"{slot('SCD', 'b')}-allied (?:[a-z-]+ ){{0,2}}{series('SC', 'a')}")
_GROWING = frozenset("deepen strengthen expand advance develop enhance intensify preserve maintain keep renew reinforce broaden".split())  # fmt: skip
_WANTING = frozenset("want hope hop wish propose urge ask seek expect refuse fail call need discuss offer envisage favour favor end break quit leave dissolve abandon rule".split())  # fmt: skip
_ENDING = frozenset("end break quit leave dissolve abandon sever terminate scrap renounce".split())
WARTIME = re.compile(r"(?: ?,)? ?(?:in|during) (?:[\w-]+ ){0,4}(?:[Ww]ar|conflict)\b(?! (?:on|against)\b)")
_GOING = frozenset(
    "visit travel arrive fly go head tour meet host support help defend assist arm supply reassure".split()
)
_USA = "state/united-states"


def alliances(template: Template) -> Iterator[Finding]:
    """The allies that a sentence tells of."""
    if _ABOUT.search(template.text) is None:
        return
    for noun in triggers(template, frozenset({"ally"}), "NOUN", "PROPN"):
        yield from _ally(template, noun)
    for verb in triggers(template, frozenset({"ally", "allied"}), "VERB", "ADJ"):
        yield from _allied(template, verb)
    for noun in triggers(template, PACTS, "NOUN", "PROPN"):
        if binding(template, noun) and stands(noun):
            yield from pacted(template, noun)
    for verb in triggers(template, frozenset({"defend", "come", "assist", "aid"}), "VERB"):
        yield from defending(template, verb)
    for match in template.finditer(_HYPHENED):
        allied, whose = template.states(match["a"]), template.states(match["b"])
        yield from related(template, template.token_at(match.start()), allied, whose, "ally")


def stands(noun: Token) -> bool:
    """Whether a tie is said to be there or agreed on: not former, wished for, supposed or denied."""
    if {c.lower_ for c in noun.children} & _FORMER:
        return False
    verb = verb_of(noun)
    if verb.pos_ not in ("VERB", "AUX"):
        return True
    if conditional(verb) or denied(verb) or negated(verb):
        return False
    if verb.lemma_ in _ENDING and verb.tag_ != "VB" and noun.dep_ in ("dobj", "nsubjpass"):
        return False
    there = verb.lemma_ in _GROWING or any(c.dep_ == "poss" for c in noun.children)
    growing = there and verb.lemma_ in _GROWING
    at = verb
    for _ in range(4):
        if {c.lower_ for c in at.children if c.dep_ == "aux"} & HYPOTHETICAL and not (growing and at == verb):
            return False
        wanting = at.lemma_.lower() in _WANTING and (at != verb or noun.dep_ in ("dobj", "pobj"))
        if wanting and not there:
            return False
        if at.dep_ not in ("xcomp", "ccomp", "pcomp", "acl", "prep") or at.head == at:
            return True
        at = at.head
    return True


# allies ---------------------------------------------------------------


def _ally(template: Template, noun: Token) -> Iterator[Finding]:
    """ "X, an ally of Y", "Y's ally X", "X is seen as Y's closest ally"."""
    words = {c.lower_ for c in noun.children if c.dep_ in ("amod", "advmod", "det", "compound", "neg")}
    if noun.i and noun.nbor(-1).lower_ in ("not", "than"):
        return
    if noun.dep_ == "attr" and any(c.lower_ == "had" for c in noun.head.children):
        return  # "which had been an ally"
    if words & (_FORMER - {"new"}) or any(c.lower_ == "between" for c in noun.children):
        return
    if WARTIME.match(noun.doc[noun.i + 1 : noun.i + 7].text):
        return
    if any(c.lower_.startswith("non") and c.i + 1 < noun.i for c in noun.children):
        yield from _designated(template, noun)
    elif _of_states(template):
        yield from related(template, noun, *both_ends(template, noun), "ally")


def _of_states(template: Template) -> bool:
    """Whether a sentence names a state at all: "Smith, an ally of Jones" are two men."""
    return any(m.kind in STATE_KINDS or any(p.of is not None for p in m.posts) for m, _ in template.slots)


def _designated(template: Template, noun: Token) -> Iterator[Finding]:
    """ "granted Chad the status of a major non-NATO ally": one of the United States, whoever says so."""
    verb = verb_of(noun)
    said = calling(noun)
    entry = template.reading.gazetteer.find(_USA)
    if entry is None or not plain(verb):
        return
    america = Entity(EntityKind.STATE, entry.name, entry.key, entry.name)
    who = _states(named_as(template, noun)) or (
        _states(who_acts(template, said.called)) if said is not None else []
    )
    if not who:
        at = noun
        while (
            at.dep_ in ("pobj", "prep", "npadvmod", "appos", "compound")
            and at.head != at
            and at.head.pos_ != "VERB"
        ):
            at = at.head  # "the status of …", "the designation of Chad as …"
            who = who or states_of(template, [n for _, n in prepositions(at, "of", "on", "to", "upon") if not n.is_ancestor(noun) and n != noun])  # fmt: skip
        given = [
            c for c in verb.children if c.dep_ in ("dative", "dobj", "nsubjpass") and not c.is_ancestor(noun)
        ]
        given += [n for _, n in prepositions(verb, "to", "on", "upon")]
        who = who or states_of(template, given)
    yield from related(template, noun, [e for e in who if e.key != _USA], [america], "ally")


def both_ends(template: Template, noun: Token) -> tuple[list[Entity], list[Entity]]:
    """Who is called an ally or a partner, and whose."""
    said = calling(noun)
    verb = said.verb if said is not None else verb_of(noun)
    if said is not None and not plain(verb):
        return [], []
    if noun.tag_ == "NNS" and verb.lemma_ in CALLS and reciprocal(verb):
        two = who_acts(template, roles(verb).doers)
        return two[:1], two[1:]
    who = _explained(template, noun) or _states(named_as(template, noun))
    who = who or (_states(who_acts(template, said.called)) if said is not None else _said_of(template, noun))
    whose = _whose(template, noun)
    beside = noun.head if noun.dep_ == "conj" and noun.head.pos_ == "NOUN" else noun
    if not whose and any(c.dep_ == "poss" or c.lower_ == "of" for c in beside.children):
        whose = _whose(template, beside)  # "the main backer and ally of Chad"
    paired = not whose and noun.tag_ == "NNS" and len(who) == 2 and not (said is not None and said.callers)
    if not whose and not (paired and _by_themselves(template, noun) and not _met(noun)):
        whose = _implied(template, noun, said.callers if said is not None else ())
    if (
        not whose
        and noun.tag_ == "NNS"
        and len(who) == 2
        and _by_themselves(template, noun)
        and not _met(noun)
    ):
        return who[:1], who[1:]
    return who, whose


def _said_of(template: Template, noun: Token) -> list[Entity]:
    """ "whose closest ally is Chad": who is said to be one."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.lemma_ != "be" or not plain(verb):
        return []
    return states_of(template, [c for c in verb.children if c.dep_ == "attr" and mention_at(template, c)])


def _whose(template: Template, noun: Token) -> list[Entity]:
    """Whose ally or partner it is, as the noun has it beside it."""
    of = [n for _, n in prepositions(noun, "of", "to", "for")]
    return _states([*owned(template, noun), *all_sides(template, of)])


def _met(noun: Token) -> bool:
    """ "on visits to the allies A and B": those of whoever does it."""
    at = noun
    while at.dep_ in ("compound", "nmod", "appos", "conj") and at.head != at:
        at = at.head
    return at.dep_ == "dobj" or (at.dep_ == "pobj" and at.head.lower_ not in ("between", "among", "by"))


def _by_themselves(template: Template, noun: Token) -> bool:
    """Whether a plural without an owner tells of those beside it that they are each other's: "A and B are allies"."""
    before = [c for c in noun.children if c.i < noun.i]
    return not any(
        c.dep_ == "poss" or c.lower_ in ("other", "all") or mention_at(template, c) is not None
        for c in before
    )


def _explained(template: Template, noun: Token) -> list[Entity]:
    """All of the row that a noun explains, or that explains it, though the parse hangs it on one: "A and B, allies of C",
    "A, B and other allies", "C's main ally and best customer, A".
    """
    beside = [
        c
        for n in listed(noun)
        for c in n.children
        if c.dep_ == "appos" and mention_at(template, c) is not None
    ]
    if beside and len(listed(noun)) > 1:
        return states_of(template, beside)
    at = noun.head
    other = noun.dep_ == "conj" and any(c.lower_ == "other" for c in noun.children)
    if noun.tag_ != "NNS" or not (other or (noun.dep_ == "appos" and at.dep_ == "conj")):
        return []
    while at.dep_ == "conj" and mention_at(template, at.head) is not None:
        at = at.head
    mine = {o.key for o in owned(template, noun)}
    return [e for e in states_of(template, [at]) if e.key not in mine]


def _implied(template: Template, noun: Token, callers: tuple[Token, ...]) -> list[Entity]:
    """Whose ally or partner it is where nothing says so: theirs who call it one, or of whose tongue it is."""
    for child in noun.children:
        if child.dep_ == "relcl" and child.lemma_ == "have":  # "the only ally that Chad has"
            return all_sides(template, [c for c in child.children if c.dep_ == "nsubj"])
    if any(c.dep_ == "poss" for c in noun.children):
        return []
    if any(club(template, c) for c in noun.children):
        return []
    found = all_sides(template, callers)
    return found if len(found) == 1 else speaking(template, noun) or _visiting(template, noun)


def _visiting(template: Template, noun: Token) -> list[Entity]:
    """ "arrived in Chad, a close ally": theirs who go there, or help."""
    place = noun.head
    verb = verb_of(place)
    if noun.dep_ != "appos" or place.dep_ not in ("pobj", "dobj") or verb.lemma_ not in _GOING:
        return []
    keys = {e.key for e in sides(template, place)}
    found = [e for e in all_sides(template, roles(verb).doers) if e.key not in keys]
    return found if len(found) == 1 else []


def _states(found: list[Entity]) -> list[Entity]:
    return list({e.key: e for e in found if e.kind is EntityKind.STATE}.values())


def _allied(template: Template, verb: Token) -> Iterator[Finding]:
    """ "Belarus, traditionally allied with Russia", "a treaty on allied relations"."""
    if verb.dep_ == "amod" and verb.head.pos_ == "NOUN" and verb.head.lemma_ in TIES:
        if stands(verb.head):
            yield from pacted(template, verb.head)
        return
    with_whom = [e for _, n in prepositions(verb, "with", "to") for e in sides(template, n)]
    if not with_whom or not plain(verb):
        return
    head = verb.head if verb.dep_ in ("acl", "amod", "relcl", "appos", "advcl") else subject_of(verb)
    if head is not None and head.pos_ == "VERB":
        head = subject_of(head)
    who = sides(template, antecedent(head)) if head is not None else []
    yield from related(template, verb, _states(who), _states(with_whom), "ally")
