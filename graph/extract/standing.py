"""How states stand to organisations by what they are called: members, founders, observers, candidates, chairs, in any construction."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.extract.arguments import listed, prepositions, subject_of, verb_of
from summitry.graph.extract.clubs import Tie, clubs_at, clubs_of, states_at, ties
from summitry.graph.extract.denial import conditional, negated
from summitry.graph.extract.roles import around, roles, triggers
from summitry.graph.extract.template import Template
from summitry.graph.extract.titles import against, holders, unreal
from summitry.graph.extract.wishing import plain
from summitry.graph.extract.withdrawals import LEAVING, leavers
from summitry.graph.mentions.model import Mention, MentionKind

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
_ACT = frozenset("act serve succeed".split())
_RANKS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth last latest only sole".split()
)
_ABOUT = re.compile(
    r"(?i)member|founder|heavyweight|kingpin|linchpin|stalwart|newcomer|powerhouse|\bchair|observer|associate|candidat|applicant|aspirant|hopeful|"
    r"contender|presidency|helm|leadership|withdrawal|exit|departure|pull-?out|secession|\b(?:in|inside|within) (?:both )?(?:the )?⟦O"
)


def standings(template: Template) -> Iterator[Tie]:
    """The memberships that the titles of a sentence tell."""
    for token in template.sentence:
        mention = template.passage.mention_at.get(token.i)
        if mention is not None and mention.kind is MentionKind.POST:
            yield from _presiding(template, mention, token)
    if _ABOUT.search(template.text) is None:
        return
    for noun in triggers(template, frozenset(_TITLES) | _COUNTRIES, "NOUN", "ADJ"):
        status = _TITLES.get(noun.lemma_.lower()) or _kind(noun)
        if status is not None:
            yield from _titled(template, noun, status)
    for noun in triggers(template, _CHAIRS, "NOUN"):
        yield from _chaired(template, noun)
    for noun in triggers(template, LEAVING, "NOUN"):
        clubs = [e for _, n in prepositions(noun, "from") for e in clubs_at(template, n)]
        yield from ties(template, noun, leavers(template, noun) if clubs else [], clubs, "former")


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
    if unreal(noun) or (against(noun) and not over):
        return
    if (
        noun.dep_ in ("attr", "nsubj")
        and verb.pos_ in ("VERB", "AUX")
        and (negated(verb) or conditional(verb))
        and not over
    ):
        return
    who = holders(template, noun) or _first(template, noun)
    if "associate" in words and status == "member":
        status = "observer"
    clubs = _clubs(template, noun)
    if not clubs and verb.lemma_.lower() in ("have", "count", "number", "include") and noun.dep_ == "dobj":
        clubs = clubs_of(template, roles(verb).doers)
    status = "former" if over and status == "member" else status
    yield from ties(template, noun, who, clubs, status, known=status == "member")
    if not clubs and status != "former" and noun.dep_ != "compound":
        yield from ties(template, noun, who, [None], status, known=True)


def _first(template: Template, noun: Token) -> list[Entity]:
    """ "would become the first member of it to …", "the two member states": members already, whatever they are to do."""
    words = {c.lower_ for c in noun.children} | {g.lower_ for c in noun.children for g in c.children}
    if noun.dep_ == "attr" and noun.head.lemma_ in ("be", "become") and words & _RANKS:
        subject = subject_of(noun.head)
        return states_at(template, [subject]) if subject is not None else []
    if words & {"two", "both"} and words & {"the", "both", "these", "those"} and noun.tag_ == "NNS":
        return [e for e in template.context.pair if e.kind is EntityKind.STATE]
    return []


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


def _presiding(template: Template, mention: Mention, noun: Token) -> Iterator[Tie]:
    """ "Chad is the current chair of the bloc", "Chad, chair of the bloc", "took over as its chair", where it is a state that has the post."""
    holds = noun.dep_ == "dobj" and noun.head.lemma_.lower() in _HOLD
    taking = (
        noun.dep_ == "pobj" and noun.head.lower_ == "as" and noun.head.head.lemma_.lower() in _HOLD | _ACT
    )
    if not (holds or taking or noun.dep_ in ("attr", "appos")):
        return
    verb = noun.head.head if taking else noun.head
    head = noun.head if noun.dep_ == "appos" else subject_of(verb)
    clubs = [p.of for p in mention.posts if p.of is not None and p.of.kind is EntityKind.ORGANISATION]
    if clubs and head is not None and (noun.dep_ == "appos" or plain(verb)):
        yield from ties(template, noun, states_at(template, [head]), clubs, "member", known=True)
