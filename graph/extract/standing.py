"""How states stand to organisations by what they are called: members, founders, observers, candidates, chairs, in any construction."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.extract.arguments import listed, prepositions, subject_of, verb_of
from summitry.graph.extract.clubs import Tie, clubs_at, clubs_of, states_at, ties
from summitry.graph.extract.denial import conditional, negated
from summitry.graph.extract.parties import mention_at, owners, sides
from summitry.graph.extract.roles import around, roles, triggers
from summitry.graph.extract.template import Template
from summitry.graph.extract.titles import company, holders
from summitry.graph.extract.wishing import happened, plain

_TITLES = {
    **dict.fromkeys("member founder co-founder heavyweight kingpin linchpin stalwart newcomer powerhouse chair".split(), "member"),
    **dict.fromkeys("observer associate".split(), "observer"),
    **dict.fromkeys("candidate applicant aspirant hopeful contender".split(), "applicant"),
}  # fmt: skip
_COUNTRIES = frozenset(
    "country state nation economy republic".split()
)  # "candidate countries", "observer states"
_CHAIRS = frozenset("presidency chair chairmanship chairpersonship helm leadership".split())
_HOLD = frozenset("hold take assume have occupy pass hand inherit exercise cede".split())
_LEAVING = frozenset("withdrawal exit departure pullout pull-out secession".split())
_ANNOUNCED = frozenset("announce notify complete declare confirm formalise formalize trigger initiate begin start finalise finalize".split())  # fmt: skip
_AFTER = frozenset("since after following".split())
_UNREAL = frozenset("former potential possible future prospective would-be likely new-found next".split())
_AGAINST = frozenset("no not non non- never neither nor".split())
_PLACES = ("in", "inside", "within")
_ABOUT = re.compile(
    r"(?i)member|founder|heavyweight|kingpin|linchpin|stalwart|newcomer|powerhouse|\bchair|observer|associate|candidat|applicant|aspirant|hopeful|"
    r"contender|presidency|helm|leadership|withdrawal|exit|departure|pull-?out|secession|\b(?:in|inside|within) (?:both )?(?:the )?⟦O"
)


def standings(template: Template) -> Iterator[Tie]:
    """The memberships that the titles of a sentence tell."""
    if _ABOUT.search(template.text) is None:
        return
    for noun in triggers(template, frozenset(_TITLES) | _COUNTRIES, "NOUN", "ADJ"):
        status = _TITLES.get(noun.lemma_.lower()) or _kind(noun)
        if status is not None:
            yield from _titled(template, noun, status)
    for noun in triggers(template, _CHAIRS, "NOUN"):
        yield from _chaired(template, noun)
    for noun in triggers(template, _LEAVING, "NOUN"):
        yield from _left(template, noun)
    for verb in triggers(template, frozenset({"be"}), "AUX", "VERB") if "⟦O" in template.text else ():
        yield from _inside(template, verb)


def _kind(noun: Token) -> str | None:
    """What "candidate countries" and "observer states" are."""
    for child in noun.children:
        if child.dep_ in ("compound", "amod", "nmod") and child.lemma_.lower() in _TITLES:
            return _TITLES[child.lemma_.lower()]
    return None


def _titled(template: Template, noun: Token, status: str) -> Iterator[Tie]:
    words = {c.lower_ for c in noun.children}
    start = noun.left_edge.i
    over = any(t.lower_ == "longer" for t in noun.doc[max(noun.sent.start, start - 2) : noun.i])
    verb = verb_of(noun)
    if words & _UNREAL or (words & _AGAINST and not over) or _non(noun):
        return
    if (
        noun.dep_ in ("attr", "nsubj")
        and verb.pos_ in ("VERB", "AUX")
        and (negated(verb) or conditional(verb))
        and not over
    ):
        return
    who = holders(template, noun)
    if "associate" in words and status == "member":
        status = "observer"
    clubs = _clubs(template, noun)
    if not clubs and verb.lemma_.lower() in ("have", "count", "number", "include") and noun.dep_ == "dobj":
        clubs = clubs_of(template, roles(verb).doers)
    status = "former" if over and status == "member" else status
    yield from ties(template, noun, who, clubs, status, known=status == "member")
    if not clubs and status != "former" and noun.dep_ != "compound":
        yield from ties(template, noun, who, [None], status, known=True)


def _non(noun: Token) -> bool:
    """ "non-member", which the parser takes apart."""
    return noun.i > 1 and noun.nbor(-1).text in ("-", "‑") and noun.nbor(-2).lower_ == "non"


def _clubs(template: Template, noun: Token) -> list[Entity]:
    """The organisations that a title is one of: "members of the bloc and of the union", "EU candidates"."""
    nouns = [n for _, n in prepositions(noun, "of", "in", "at", "to", "for", "with")]
    inner = [
        n
        for m in nouns
        if m.lemma_.lower() in ("membership", "accession", "entry", "admission")
        for n in m.subtree
    ]
    found = [e for n in (*nouns, *inner) for item in listed(n) for e in clubs_at(template, item)]
    for preposition in (c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"):
        found += [
            e
            for c in preposition.children
            if c.dep_ == "conj"
            for n in c.children
            for e in clubs_at(template, n)
        ]
    before = [
        e
        for c in noun.children
        if c.dep_ in ("compound", "amod", "nmod", "poss")
        for e in clubs_at(template, c)
    ]
    generic = clubs_of(template, nouns) if not found and not before else []
    return list({e.key: e for e in (*found, *before, *generic)}.values())


def _chaired(template: Template, noun: Token) -> Iterator[Tie]:
    """ "holds the presidency of the bloc", "took the chair over from Y": members, where they are on record."""
    verb = verb_of(noun)
    if verb.lemma_.lower() not in _HOLD or noun.dep_ not in ("dobj", "nsubjpass", "pobj"):
        return
    who = states_at(template, [*roles(verb).doers, *around(template, verb, [noun], "from")])
    yield from ties(template, noun, who, _clubs(template, noun), "member", known=True)


def _left(template: Template, noun: Token) -> Iterator[Tie]:
    """ "announced their withdrawal from the bloc", "since Y's departure from the union"."""
    clubs = [e for _, n in prepositions(noun, "from") for e in clubs_at(template, n)]
    verb = verb_of(noun)
    if not clubs or (verb.pos_ == "VERB" and not plain(verb)):
        return
    whose = [e for e in owners(template, noun) if e.kind is EntityKind.STATE]
    announced = verb.lemma_.lower() in _ANNOUNCED and noun.dep_ in ("dobj", "nsubjpass") and happened(verb)
    if announced:
        yield from ties(template, noun, whose or states_at(template, roles(verb).doers), clubs, "former")
    elif noun.dep_ == "pobj" and noun.head.lower_ in _AFTER:
        yield from ties(template, noun, whose, clubs, "former")


def _inside(template: Template, verb: Token) -> Iterator[Tie]:
    """ "X and Y are in both A and B": members, where they are on record."""
    if not plain(verb):
        return
    for child in verb.children:
        if (
            child.dep_ != "prep"
            or child.lower_ not in _PLACES
            or any(c.dep_ == "neg" for c in child.children)
        ):
            continue
        nouns = [n for n in child.children if n.dep_ == "pobj" and mention_at(template, n) is not None]
        clubs = [e for n in nouns for item in listed(n) for e in clubs_at(template, item)]
        subject = subject_of(verb, passive=False)
        if (
            not clubs
            or subject is None
            or any(n.right_edge.i != n.i and n.right_edge.pos_ == "NOUN" for n in nouns)
        ):
            continue
        who = [e for e in sides(template, subject) if e.kind is EntityKind.STATE]
        yield from ties(
            template, verb, [*who, *company(template, verb, subject)], clubs, "member", known=True
        )
