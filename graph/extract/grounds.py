"""Where a site or soldiers stand: the places behind them or their verb, who hosts them, "the country" told of before."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.extract.arguments import listed, prepositions, subject_of, verb_of
from summitry.graph.extract.clauses import place_clause
from summitry.graph.extract.evidence import span_evidence
from summitry.graph.extract.localities import land_of
from summitry.graph.extract.parties import meant, mention_at, sides
from summitry.graph.extract.roles import roles
from summitry.graph.extract.template import Template
from summitry.graph.mentions.model import MentionKind
from summitry.graph.mentions.recogniser import is_dated

HOLDING = frozenset(
    "have maintain keep operate run lease rent open establish build equip inaugurate set station deploy base post use retain own expand "
    "garrison hold unveil acquire construct rotate house fly share".split()
)
STANDING = frozenset(
    "station base deploy post garrison quarter house locate situate serve remain live rotate stand sit be train stay operate keep guard crowd cram".split()
)
HOSTING = frozenset("host house accommodate shelter".split())
AT = ("in", "at", "near", "outside", "on", "inside", "across", "along", "throughout", "around", "through")
_BESIDE = frozenset({"near", "outside", "around"})
_LANDS = frozenset("country state nation kingdom emirate sultanate monarchy".split())
_SITES = frozenset("base airbase camp barrack airfield".split())
_PARTS = frozenset("region territory republic enclave entity province".split())  # that broke away  # fmt: skip
_SPOTS = frozenset("city town port province region island village capital".split())
_EDGES = frozenset("border frontier doorstep boundary threshold street avenue road".split())


def places(
    template: Template, noun: Token, verb: Token | None, whose: list[Entity], told: Entity | None = None
) -> list[tuple[Entity | None, str | None]]:
    """Where a site or soldiers stand: host and name; "the country" may be the host that was told of last."""
    named = [n for _, n in prepositions(noun, *AT)]
    if not named:  # right behind the noun, wherever parsers hang it
        after = [t for t in noun.doc[noun.i + 1 : noun.i + 2] if t.dep_ == "prep" and t.lower_ in AT]
        named = [c for t in after for c in t.children if c.dep_ == "pobj"]
    for child in noun.children:
        if child.dep_ in ("acl", "relcl") and child.lemma_.lower() in (STANDING | HOLDING):
            named += [n for _, n in prepositions(child, *AT)]
    if verb is not None and noun.dep_ in ("nsubj", "nsubjpass", "dobj", "attr"):
        standing = STANDING if noun.dep_ != "dobj" else HOLDING
        if verb.lemma_.lower() in standing:
            named += [n for _, n in prepositions(verb, *AT)]
            named += [
                n
                for c in verb.children
                if c.dep_ == "attr" and noun.dep_ == "nsubj"
                for _, n in prepositions(c, *AT)
            ]
    if verb is not None and verb.lemma_ == "deploy" and noun.dep_ in ("nsubjpass", "dobj"):
        named += [n for _, n in prepositions(verb, "to")]
    beside = [n for n in named if n.head.lower_ in _BESIDE]
    found = [place for n in named if n not in beside for place in _place(template, n)]
    if not any(site for _, site in found):  # "at X, outside the capital", which is no name of it
        found += [(host, None) for n in beside for host, _ in _place(template, n) if host is not None]
    host = [h for h in _host(template, noun, verb) if h.key not in {e.key for e in whose}]
    if host:
        site = next((name for _, name in found if name is not None), None)
        return [(h, site) for h in host]
    if not any(h for h, _ in found) and verb is not None and _there(verb, noun):
        before = [t for t in template.sentence if t.i < noun.i and t.i in template.passage.mention_at]
        here = [e for t in before for e in _states(template, t) if e.key not in {w.key for w in whose}]
        return [(s, None) for s in here[-1:] or template.context.states[:1]]
    mine = {e.key for e in whose}
    if all(h.key in mine if h is not None else site is None for h, site in found):
        found = [(land, None) for n in named for land in _taken_up(template, n, mine, told)]
    hosts = [h for h, _ in found if h is not None]
    return [
        (h or (hosts[0] if len(hosts) == 1 else None), site)
        for h, site in found
        if h is not None or site is not None
    ]


def _there(verb: Token, noun: Token) -> bool:
    return any(c.lower_ == "there" and c.i > noun.i for c in (*verb.children, *noun.children))


def _taken_up(template: Template, noun: Token, mine: set[str], latest: Entity | None) -> list[Entity]:
    """ "a base in the small country", "troops in both regions": the only others told of that may be called so."""
    words = {c.lower_ for c in noun.children}
    before = [t for t in template.sentence if t.i < noun.i and t.i in template.passage.mention_at]
    here = [e for t in before for e in _states(template, t)]
    others = {e.key: e for e in (*template.context.states, *here) if e.key not in mine}
    members = {m.member for m in template.reading.gazetteer.members("organisation/un")}
    lemma = noun.lemma_.lower()
    if noun.tag_ == "NNS" and words & {"both", "two"} and lemma in _LANDS | _PARTS:
        told = [e for e in others.values() if (e.key in members) != (lemma in _PARTS)]
        return told if len(told) == 2 else []
    if noun.tag_ == "NNS" or lemma not in _LANDS or not words & {"the", "this", "that"}:
        return []
    if latest is not None and latest.key not in mine:
        return [latest]
    last = template.context.states[:1]
    if len(others) > 1 and noun.lemma_ == "country" and all(e.key in mine for e in here):
        return [s for s in last if s.key not in mine]
    return list(others.values()) if len(others) == 1 else []


def _host(template: Template, noun: Token, verb: Token | None) -> list[Entity]:
    """Who hosts it: "X hosts", "X is home to", "X, where …"."""
    at = verb
    if noun.dep_ == "pobj" and noun.head.lower_ == "to" and noun.head.head.lemma_ in ("home", "host"):
        home = noun.head.head
        if home.dep_ == "appos":
            return _states(template, home.head)
        subject = subject_of(verb_of(home))
        return _states(template, subject) if subject is not None else []
    if at is not None and noun.dep_ == "dobj" and at.lemma_.lower() in HOSTING | {"close", "shut"}:
        return [e for t in roles(at).doers for e in _states(template, t)]
    where = place_clause(at) if at is not None else None
    return _states(template, where) if where is not None else []


def _states(template: Template, token: Token) -> list[Entity]:
    found = [e for e in sides(template, token) if e.kind is EntityKind.STATE]
    return found or [h for h, _ in _place(template, token) if h is not None][:1]


def _place(template: Template, token: Token) -> Iterator[tuple[Entity | None, str | None]]:
    """The hosts and names of the places that a noun and its coordinates name."""
    for item in listed(token):
        if (item != token and _gapped(item)) or item.lemma_.lower() in _EDGES:
            continue
        mention = mention_at(template, item)
        inside = [
            h
            for _, n in prepositions(item, "in", "of", "near", "outside")
            for h, _ in _place(template, n)
            if h is not None
        ]
        if mention is None or (mention.kind is MentionKind.PERSON and not mention.posts):
            called = [c for c in item.children if c.dep_ == "compound" and c.pos_ == "PROPN"]
            if (
                inside and item.lemma_.lower() in _SITES and called
            ):  # "at Dorvel air base outside the capital"
                yield inside[0], _name(template, called[0])
                continue
            proper = item.pos_ == "PROPN" and not is_dated(item)
            if item.lemma_.lower() in _SPOTS and not inside:  # "in Somalia's capital"
                inside = [h for c in item.children if c.dep_ == "poss" for h in _states(template, c)]
            if proper or inside or item.lemma_.lower() in _SPOTS:
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
