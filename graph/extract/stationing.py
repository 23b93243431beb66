"""Bases and troops abroad by the parse: whose they are and where they stand, in any construction.

A site or soldiers are looked for; whose they are is told by what stands in their phrase, by who keeps or runs them, or by what
they are said to be; where, by the places behind them or their verb, or by who hosts them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.claims import Base, Entity, EntityKind, Finding, Status
from summitry.graph.extract.arguments import agents_of, listed, prepositions, subject_of, verb_of
from summitry.graph.extract.clauses import place_clause
from summitry.graph.extract.denial import conditional, denied, negated
from summitry.graph.extract.evidence import span_evidence
from summitry.graph.extract.numbers import number
from summitry.graph.extract.parties import all_sides, meant, mention_at, owners, powers, sides
from summitry.graph.extract.places import land_of
from summitry.graph.extract.roles import roles, triggers
from summitry.graph.extract.status import status_of
from summitry.graph.extract.template import Template
from summitry.graph.extract.wishing import HYPOTHETICAL
from summitry.graph.mentions.model import MentionKind
from summitry.graph.mentions.recogniser import is_dated

_SITES = frozenset(
    "base airbase airfield facility installation garrison outpost barrack camp station post headquarters harbour harbor".split()
)
_TROOPS = frozenset(
    "troop soldier marine serviceman servicewoman servicemember personnel force peacekeeper contingent airman sailor adviser advisor trooper member guard instructor commando "
    "gurkha paratrooper helmet".split()
)
_UNITS = frozenset("battalion brigade regiment squadron detachment battery battlegroup company wing".split())
_MILITARY = re.compile(
    r"\b(?:[Mm]ilitary|[Nn]aval|[Nn]avy|[Aa]ir|[Aa]rmy|[Dd]rone|[Rr]adar|[Mm]issile|submarine|logistics|intelligence|listening|surveillance|[Aa]ir [Ff]orce|[Ff]orward|marine)\b|airbase|garrison|barracks"
)
_HOLDING = frozenset(
    "have maintain keep operate run lease rent open establish build inaugurate set station deploy base post use retain own expand "
    "garrison hold unveil acquire construct rotate house fly share".split()
)
_STANDING = frozenset(
    "station base deploy post garrison quarter house locate situate serve remain live rotate stand sit be train stay operate keep guard crowd cram".split()
)
_HOSTING = frozenset("host house accommodate shelter".split())
_ENDED = frozenset(
    "close leave withdraw vacate abandon evacuate attack raid strike bomb shell storm plan propose consider want seek oppose deny refuse "
    "reject kill wound capture train protest demand accuse invade send pull discuss hand return".split()
)
_AT = ("in", "at", "near", "outside", "on", "inside", "across", "along", "throughout", "around", "through")
_FEWEST = 32
_ABOUT = re.compile(
    rf"\b(?:{'|'.join(_SITES)}|airbases?|bas(?:e|es)|facilit|barracks|troops|soldiers|[Mm]arines|servicem|servicew|service members|personnel|forces|peacekeep|airmen|sailors|advis[eo]rs|instructors|commandos|Gurkhas|paratroop|blue helmets|"
    r"battalion|brigade|regiment|squadron|detachment|battery|batteries|battlegroup|company|wing\b)"
)


def stationings(template: Template, unit: str | None) -> Iterator[Finding]:
    """The bases and troops abroad that a sentence tells of."""
    if _ABOUT.search(template.text) is None:
        return
    for noun in triggers(template, _SITES | _TROOPS | _UNITS, "NOUN", "PROPN"):
        if _counts(template, noun):
            yield from _stationed(template, noun, unit)


def _counts(template: Template, noun: Token) -> bool:
    """Whether a noun is of a military site or of soldiers: no "post" or "member" of another kind."""
    lemma = noun.lemma_.lower()
    words = " ".join(t.text for t in noun.subtree if t.i <= noun.i)
    if lemma in ("base", "airbase", "garrison", "barrack", "outpost", "airfield"):
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


def _stationed(template: Template, noun: Token, unit: str | None) -> Iterator[Finding]:
    verb = verb_of(noun)
    own = (
        verb
        if verb.pos_ in ("VERB", "AUX") and noun.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "pobj")
        else None
    )
    if own is not None and _unreal(own):
        return
    whose = _whose(template, noun, own)
    places = _places(template, noun, own)
    if not whose or not places:
        return
    count = _count(noun)
    if noun.lemma_.lower() in _TROOPS | _UNITS and count is None and not _kept(noun, own):
        return
    count = None if _spread(noun, own) else count
    evidence = span_evidence(template.reading, template.passage, min(t.i for t in noun.subtree), noun.i)
    for owner in whose:
        for host, site in places:
            if host is not None and host.key != owner.key and (site is None or site != owner.name):
                yield Finding(Base(owner, host, site, unit, count), (evidence,), 0.75, "base.parse")


def _unreal(verb: Token) -> bool:
    """Whether a clause denies, supposes, plans or ends what stands in it."""
    if negated(verb) or conditional(verb) or denied(verb):
        return True
    at = verb
    for _ in range(4):
        if at.lemma_.lower() in _ENDED and at.pos_ == "VERB":
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
        if child.dep_ in ("acl", "relcl") and child.lemma_.lower() in _HOLDING:
            agents = agents_of(child)
            found = powers(template, all_sides(template, agents or list(roles(child).doers)))
            if found:
                return found
    if verb is None:
        return []
    if noun.dep_ == "dobj" and verb.lemma_.lower() in _HOLDING:
        return powers(template, all_sides(template, roles(verb).doers))
    if noun.dep_ in ("nsubj", "nsubjpass"):
        said = [
            c
            for c in verb.children
            if c.dep_ in ("attr", "dobj") and c.lemma_.lower() in (_SITES | {"deployment", "base"})
        ]
        return powers(template, [e for c in said for e in owners(template, c)])
    return []


def _places(template: Template, noun: Token, verb: Token | None) -> list[tuple[Entity | None, str | None]]:
    """Where a site or soldiers stand: host and name."""
    named = [n for _, n in prepositions(noun, *_AT)]
    for child in noun.children:
        if child.dep_ in ("acl", "relcl") and child.lemma_.lower() in (_STANDING | _HOLDING):
            named += [n for _, n in prepositions(child, *_AT)]
    if verb is not None and noun.dep_ in ("nsubj", "nsubjpass", "dobj", "attr"):
        standing = _STANDING if noun.dep_ != "dobj" else _HOLDING
        if verb.lemma_.lower() in standing:
            named += [n for _, n in prepositions(verb, *_AT)]
            named += [
                n
                for c in verb.children
                if c.dep_ == "attr" and noun.dep_ == "nsubj"
                for _, n in prepositions(c, *_AT)
            ]
    found = [place for n in named for place in _place(template, n)]
    host = _host(template, noun, verb)
    if host:
        site = next((name for _, name in found if name is not None), None)
        return [(h, site) for h in host]
    if not any(h for h, _ in found) and verb is not None and any(c.lower_ == "there" for c in verb.children):
        return [(s, None) for s in template.context.states[:1]]
    hosts = [h for h, _ in found if h is not None]
    return [
        (h or (hosts[0] if len(hosts) == 1 else None), site)
        for h, site in found
        if h is not None or site is not None
    ]


def _host(template: Template, noun: Token, verb: Token | None) -> list[Entity]:
    """Who hosts it: "X hosts", "X is home to", "X, where …"."""
    at = verb
    if noun.dep_ == "pobj" and noun.head.lower_ == "to" and noun.head.head.lemma_ in ("home", "host"):
        home = noun.head.head
        if home.dep_ == "appos":
            return _states(template, home.head)
        subject = subject_of(verb_of(home))
        return _states(template, subject) if subject is not None else []
    if at is not None and noun.dep_ == "dobj" and at.lemma_.lower() in _HOSTING:
        return [e for t in roles(at).doers for e in _states(template, t)]
    where = place_clause(at) if at is not None else None
    return _states(template, where) if where is not None else []


def _states(template: Template, token: Token) -> list[Entity]:
    found = [e for e in sides(template, token) if e.kind is EntityKind.STATE]
    return found or [h for h, _ in _place(template, token) if h is not None][:1]


def _place(template: Template, token: Token) -> Iterator[tuple[Entity | None, str | None]]:
    """The hosts and names of the places that a noun and its coordinates name."""
    for item in listed(token):
        if item != token and _gapped(item):
            continue
        mention = mention_at(template, item)
        inside = [
            h
            for _, n in prepositions(item, "in", "of", "near")
            for h, _ in _place(template, n)
            if h is not None
        ]
        if mention is None or (mention.kind is MentionKind.PERSON and not mention.posts):
            proper = item.pos_ == "PROPN" and not is_dated(item)
            if (
                proper
                or inside
                or item.lemma_.lower() in ("city", "town", "port", "province", "region", "island", "village")
            ):
                yield inside[0] if inside else None, _name(template, item) if proper else None
            continue
        if mention.kind in (MentionKind.CITY, MentionKind.REGION):
            for entity in template.reading.entities(mention):
                own = land_of(template.reading, entity)
                land = own or (inside[0] if inside else None)
                if land is not None:  # a continent is no name of a base
                    yield land, entity.name if own is not None or mention.kind is MentionKind.CITY else None
        elif mention.kind in (MentionKind.STATE, MentionKind.METONYM):
            yield from ((e, None) for e in meant(template, mention) if e.kind is EntityKind.STATE)


def _gapped(token: Token) -> bool:
    """ "in Niger and the United States some 1,100": the other has soldiers too."""
    after = [t for t in token.sent if token.i < t.i < token.i + 3]
    return bool(after) and (
        after[0].like_num or (len(after) > 1 and after[1].like_num and after[0].pos_ in ("ADV", "DET", "ADP"))
    )


def _name(template: Template, token: Token) -> str:
    first = token.i
    while (
        first
        and template.passage.doc[first - 1].pos_ == "PROPN"
        and first - 1 not in template.passage.mention_at
    ):
        first -= 1
    return span_evidence(template.reading, template.passage, first, token.i).exact


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
    spots = [n for at in (noun, verb) if at is not None for _, n in prepositions(at, *_AT)]
    return any(len(listed(n)) > 1 for n in spots)


def _kept(noun: Token, verb: Token | None) -> bool:
    """Whether soldiers are said to be stationed, not merely to do something somewhere."""
    kept = {"station", "base", "deploy", "post", "garrison", "quarter"}
    if any(c.lemma_.lower() in kept for c in noun.children if c.dep_ in ("acl", "relcl")):
        return True
    if noun.lemma_ == "contingent" and noun.dep_ == "pobj":
        return True  # "home to the biggest contingent of French troops"
    if noun.lemma_.lower() in _UNITS and verb is not None and verb.lemma_ == "have":
        return True
    return verb is not None and verb.lemma_.lower() in (
        kept | _HOSTING | {"maintain", "keep", "remain", "stay", "rotate"}
    )
