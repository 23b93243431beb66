"""Who issues a warrant: a court of several states, or the state whose judges, prosecutors and police do."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.extract.arguments import listed, prepositions
from summitry.graph.extract.localities import land_of
from summitry.graph.extract.parties import mention_at, owners, sides
from summitry.graph.extract.places import dateline_city
from summitry.graph.extract.template import Template
from summitry.graph.mentions.model import Mention, MentionKind

_COURTS = frozenset(
    "court tribunal judge prosecutor magistrate judiciary prosecution chamber bench justice attorney police authority ministry "
    "interior government".split()
)
_LOCAL = frozenset("court judge prosecutor magistrate".split())
_KINDS = (EntityKind.ORGANISATION, EntityKind.BODY, EntityKind.STATE)
_HAGUE = "city/the-hague-netherlands"
_WORLD = {
    "tribunal": "organisation/icty",
    "court": "organisation/icc",
    "judge": "organisation/icc",
    "prosecutor": "organisation/icc",
}


def issuers(template: Template, tokens: Sequence[Token], courts: bool = False) -> list[Entity]:
    """The first issuer that nouns stand for; with `courts`, only where a court or an office is named, not a bare state."""
    for token in tokens:
        for item in listed(token):
            found = _one(template, item, courts)
            if found:
                return [state_of_court(template, found[0])]
    return []


def state_of_court(template: Template, issuer: Entity) -> Entity:
    """The state whose court issues a warrant; what is no state's own court stands for itself."""
    homes = template.homes([issuer]) if issuer.kind is EntityKind.BODY else []
    return homes[0] if homes else issuer


def _one(template: Template, token: Token, courts: bool) -> list[Entity]:
    mention = mention_at(template, token)
    if mention is not None:
        return _named(template, token, mention, courts)
    lemma = token.lemma_.lower()
    hague = _hague(template, token, lemma)
    if hague:
        return hague
    found = [e for e in owners(template, token) if e.kind in _KINDS]
    if not found and lemma in _COURTS:
        found = _seated(template, token)
    return found or ([e for e in sides(template, token) if e.kind in _KINDS] if not courts else [])


def _named(template: Template, token: Token, mention: Mention, courts: bool) -> list[Entity]:
    """The court or state that a name stands for; a prosecutor's, where he is called one."""
    states = [p.of for p in mention.posts if p.of is not None and p.of.kind is EntityKind.STATE]
    entities = list(template.reading.entities(mention))
    if mention.kind is MentionKind.POST and states:
        return states
    if any(
        word in mention.text.lower() for word in ("judge", "prosecutor", "attorney", "magistrate", "justice")
    ):
        return states or _seated(template, token) or template.homes(entities)
    found = [e for e in entities if e.kind in _KINDS]
    if found and not (courts and found[0].kind is EntityKind.STATE):
        return found
    return [e for e in sides(template, token) if e.kind in _KINDS] if not courts else []


def _hague(template: Template, token: Token, lemma: str) -> list[Entity]:
    """ "the court in The Hague", "the Hague tribunal"."""
    near = [
        *(c for c in token.children if c.dep_ in ("compound", "nmod", "amod")),
        *(n for _, n in prepositions(token, "in", "at", "of")),
    ]
    for child in near:
        mention = mention_at(template, child)
        if (
            mention is not None
            and mention.entity is not None
            and mention.entity.key == _HAGUE
            and lemma in _WORLD
        ):
            entry = template.reading.gazetteer.find(_WORLD[lemma])
            return (
                [Entity(EntityKind.ORGANISATION, entry.name, entry.key, entry.name)]
                if entry is not None
                else []
            )
    return []


def _seated(template: Template, token: Token) -> list[Entity]:
    """The state where a court sits, or whose town a judge is called after: "a judge in Paris", "Tehran's prosecutor"."""
    near = [n for _, n in prepositions(token, "in", "of", "from")]
    near += [c for c in token.children if c.dep_ in ("poss", "compound", "nmod", "amod") and c.i < token.i]
    for child in near:
        mention = mention_at(template, child)
        if mention is None or mention.kind not in (
            MentionKind.CITY,
            MentionKind.STATE,
            MentionKind.REGION,
            MentionKind.DEMONYM,
        ):
            continue
        for entity in template.reading.entities(mention):
            land = land_of(template.reading, entity)
            if land is not None:
                return [land]
    if token.lemma_.lower() in _LOCAL and not template.states(template.text):
        here = dateline_city(template.reading)  # "LIMA - A court issued …"
        return [here.state] if here is not None and here.state is not None else []
    return []
