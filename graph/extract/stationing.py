"""Bases and troops abroad by the parse: whose they are and where they stand, in any construction.

A site or soldiers are looked for; whose they are is told by what stands in their phrase, by who keeps or runs them, or by what
they are said to be; where, by the places behind them or their verb, or by who hosts them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.claims import Base, Entity, Finding, Status
from summitry.graph.extract.arguments import agents_of, listed, prepositions, verb_of
from summitry.graph.extract.denial import conditional, denied, negated
from summitry.graph.extract.evidence import span_evidence
from summitry.graph.extract.grounds import AT, HOLDING, HOSTING, places
from summitry.graph.extract.numbers import number
from summitry.graph.extract.parties import all_sides, mention_at, owners, powers, sides
from summitry.graph.extract.roles import roles, triggers
from summitry.graph.extract.status import status_of
from summitry.graph.extract.template import Template
from summitry.graph.extract.wishing import HYPOTHETICAL

_SITES = frozenset(
    "base basis airbase airfield facility installation garrison outpost barrack camp station post headquarters harbour harbor presence".split()
)
_TROOPS = frozenset(
    "troop soldier marine serviceman servicewoman servicemember personnel force peacekeeper contingent airman sailor adviser advisor trooper member guard instructor commando "
    "gurkha paratrooper helmet".split()
)
_UNITS = frozenset("battalion brigade regiment squadron detachment battery battlegroup company wing".split())
_MILITARY = re.compile(
    r"\b(?:[Mm]ilitary|[Nn]aval|[Nn]avy|[Aa]ir|[Aa]rmy|[Dd]rone|[Rr]adar|[Mm]issile|submarine|logistics|intelligence|listening|surveillance|[Aa]ir [Ff]orce|[Ff]orward|marine)\b|airbase|garrison|barracks"
)
_ENDED = frozenset(
    "close leave withdraw vacate abandon evacuate attack raid strike bomb shell storm plan propose consider want seek oppose deny refuse "
    "reject kill wound capture train protest demand accuse invade send pull discuss hand return".split()
)
_SURVIVED = frozenset(
    "close leave vacate abandon evacuate attack raid strike bomb shell storm hand return".split()
)  # what is done to a site that is there
_CALLED_ON = frozenset("visit greet address thank join brief tour inspect cheer".split())
_CALLS = frozenset("visit trip call speech lunch dinner breakfast meeting".split())
_MET = frozenset("talk speak meet chat dine din lunch pose".split())  # parsers trace "dined" to a noise
_NOT_SERVING = frozenset("wounded injured fallen killed former retired captured dead sick".split())
_PARTS = frozenset("nsubj nsubjpass dobj attr pobj appos".split())  # of a clause
_CAMP = re.compile(r"(?:Camp|Fort|Forward Operating Base|FOB|Base) ")
_FEWEST = 32
_AMOUNTS = frozenset("thousand hundred dozen ten score number couple handful majority rest several lot string network".split())  # fmt: skip
# of which one only speaks
_DOUBTED = frozenset("possible potential planned proposed future rumoured rumored alleged would-be prospective eventual".split())  # fmt: skip
_DOUBTS = frozenset("fear rumour rumor prospect possibility speculation suspicion plan proposal threat hope talk idea bid offer".split())  # fmt: skip
_ABOUT = re.compile(
    rf"\b(?:{'|'.join(_SITES)}|airbases?|[Bb]as(?:e|es)|facilit|presence|barracks|troops|soldiers|[Mm]arines|servicem|servicew|service members|personnel|forces|peacekeep|airmen|sailors|advis[eo]rs|instructors|commandos|Gurkhas|paratroop|blue helmets|"
    r"battalion|brigade|regiment|squadron|detachment|battery|batteries|battlegroup|company|wing\b)"
)


def stationings(template: Template, unit: str | None, told: Entity | None = None) -> Iterator[Finding]:
    """The bases and troops abroad that a sentence tells of; `told` is the host of the one that those before it told of last."""
    if _ABOUT.search(template.text) is None:
        return
    for noun in triggers(template, _SITES | _TROOPS | _UNITS, "NOUN", "PROPN"):
        if _counts(template, noun):
            yield from _stationed(template, noun, unit, told)


def _counts(template: Template, noun: Token) -> bool:
    """Whether a noun is of a military site or of soldiers: no "post" or "member" of another kind."""
    lemma = noun.lemma_.lower()
    words = " ".join(t.text for t in noun.subtree if t.i <= noun.i)
    if lemma == "basis" and noun.lower_ != "bases":  # to which parsers trace the plural of a base
        return False
    if lemma in ("base", "basis", "airbase", "garrison", "barrack", "outpost", "airfield"):
        return not re.search(
            r"\b(?:data|customer|tax|industrial|manufacturing|production|knowledge|power)\b", words
        )
    if lemma in _SITES:
        return _MILITARY.search(words) is not None
    if lemma == "helmet":
        return any(c.lower_ == "blue" for c in noun.children)
    if lemma in ("company", "wing", "battery"):
        return _MILITARY.search(words) is not None or any(
            c.lower_ in ("infantry", "marine", "patriot", "artillery") for c in noun.children
        )
    if lemma == "member":
        return "service" in words
    return lemma not in ("guard", "force", "adviser") or any(
        mention_at(template, c) is not None
        or c.lower_ in ("military", "special", "ground", "armed", "border")
        for c in noun.children
    )


def _stationed(template: Template, noun: Token, unit: str | None, told: Entity | None) -> Iterator[Finding]:
    verb, whole = verb_of(noun), _whole(noun)
    own = verb if verb.pos_ in ("VERB", "AUX") and whole.dep_ in _PARTS else None
    if _doubted(noun) or (own is not None and _unreal(own, noun)):
        return
    whose = _whose(template, noun, own) or _whose(template, whole, own)
    if not whose:
        return
    grounds = places(template, noun, own, whose, told) or places(template, whole, own, whose, told)
    count = _count(noun)
    if noun.lemma_.lower() in _TROOPS | _UNITS and count is None and not _kept(noun, own):
        return
    count = None if _spread(noun, own) else count
    named = _called(template, noun)
    evidence = span_evidence(template.reading, template.passage, min(t.i for t in noun.subtree), noun.i)
    for owner in whose:
        for host, site in grounds:
            if host is not None and host.key != owner.key and (site is None or site != owner.name):
                yield Finding(Base(owner, host, named or site, unit, count), (evidence,), 0.75, "base.parse")


def _called(template: Template, noun: Token) -> str | None:
    """ "Camp Hanson, their base outside the town": its name."""
    if noun.dep_ != "appos" or noun.head.pos_ != "PROPN":
        return None
    first, last = noun.head.left_edge.i, noun.head.i
    name = span_evidence(template.reading, template.passage, first, last).exact
    return name if _CAMP.match(name) else None


def _unreal(verb: Token, noun: Token) -> bool:
    """Whether a clause denies, supposes, plans or ends what stands in it; a site that is closed was there."""
    ended = _ENDED - _SURVIVED if noun.lemma_.lower() in _SITES and noun.dep_ != "pobj" else _ENDED
    if negated(verb) or conditional(verb) or denied(verb):
        return True
    if noun.lemma_.lower() in _SITES and noun.dep_ == "dobj" and verb.lemma_.lower() in _SURVIVED:
        return False  # "demands that Chad close the base", which is there
    at = verb
    for _ in range(4):
        if at.lemma_.lower() in ended and at.pos_ == "VERB":
            return True
        if {c.lower_ for c in at.children if c.dep_ == "aux"} & HYPOTHETICAL:
            return True
        if at.dep_ not in ("xcomp", "ccomp", "pcomp", "conj") or at.head == at:
            break
        at = at.head
    return status_of(verb) in (None, Status.CANCELLED) and verb.lemma_ not in ("be", "have")


def _whose(template: Template, noun: Token, verb: Token | None) -> list[Entity]:
    """Whose a site or soldiers are."""
    found = powers(
        template, owners(template, noun) or (sides(template, noun) if noun.text[0].isupper() else [])
    )
    if found:
        return found
    for child in noun.children:
        if child.dep_ in ("acl", "relcl") and child.lemma_.lower() in HOLDING:
            agents = agents_of(child)
            found = powers(template, all_sides(template, agents or list(roles(child).doers)))
            if found:
                return found
    if verb is None:
        return []
    if any(c.lower_ == "their" and c.dep_ == "poss" for c in noun.children):
        whose = [t for t in roles(verb).doers if t.lemma_.lower() in _TROOPS]
        return powers(template, [e for t in whose for e in owners(template, t)])
    if noun.dep_ == "dobj" and verb.lemma_.lower() in HOLDING:
        return powers(template, all_sides(template, roles(verb).doers))
    if noun.dep_ in ("nsubj", "nsubjpass"):
        said = [
            c
            for c in verb.children
            if c.dep_ in ("attr", "dobj") and c.lemma_.lower() in (_SITES | {"deployment", "base"})
        ]
        return powers(template, [e for c in said for e in owners(template, c)])
    return []


def _whole(noun: Token) -> Token:
    """ "thousands of soldiers", "a number of bases": what stands for them in the clause."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    return above if above.lemma_.lower() in _AMOUNTS else noun


def _doubted(noun: Token) -> bool:
    """ "a possible base", "fears of a base in X"."""
    of = (
        noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("of", "about", "over", "for") else None
    )
    return any(c.lower_ in _DOUBTED for c in noun.children) or (
        of is not None and of.lemma_.lower() in _DOUBTS
    )


def _count(noun: Token) -> int | None:
    for child in noun.children:
        if child.dep_ == "nummod" and noun.lemma_.lower() in _TROOPS:
            said = [t.i for t in child.subtree if t.like_num or t.pos_ == "NUM"] or [child.i]
            value = number(noun.doc[max(noun.left_edge.i, said[0] - 2) : said[-1] + 1].text)
            if value and value >= _FEWEST and not 1900 < value < 2100:
                return int(value)
    return None


def _spread(noun: Token, verb: Token | None) -> bool:
    """ "4,000 troops in the Baltic states and Poland": a figure for several places together."""
    spots = [n for at in (noun, verb) if at is not None for _, n in prepositions(at, *AT)]
    return any(len(listed(n)) > 1 for n in spots)


def _kept(noun: Token, verb: Token | None) -> bool:
    """Whether soldiers are said to be stationed, not merely to do something somewhere."""
    kept = {"station", "base", "deploy", "post", "garrison", "quarter"}
    if any(c.lemma_.lower() in kept | {"be"} for c in noun.children if c.dep_ in ("acl", "relcl")):
        return True
    if noun.lemma_ == "contingent" and noun.dep_ == "pobj":
        return True  # "home to the biggest contingent of French troops"
    if verb is not None and verb.lemma_ == "have" and noun.dep_ == "dobj":
        return noun.lemma_.lower() in _UNITS or verb.tag_ in ("VBP", "VBZ")
    if _called_on(noun, verb):
        return True
    return verb is not None and verb.lemma_.lower() in (
        kept | HOSTING | {"maintain", "keep", "remain", "stay", "rotate"}
    )


def _called_on(noun: Token, verb: Token | None) -> bool:
    """Whether soldiers are visited where they serve: "met French troops in Gao", "on a visit to soldiers in Mali"."""
    idle = any(
        c.lower_ in _NOT_SERVING or c.lemma_ in ("train", "undergo", "kill", "wound") for c in noun.children
    )
    if idle or verb is None:
        return False
    if noun.dep_ == "dobj":
        return verb.lemma_ in _CALLED_ON | {"meet"}
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("to", "with") else None
    return above is not None and (above.lemma_ in _CALLS or above.lemma_ in _MET)
