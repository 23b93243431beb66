"""The organisations that hold summits: which a noun names, whether their leaders meet, what their summits are called."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.extract.arguments import prepositions
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import Mention, MentionKind
from summitry.graph.mentions.reading import Reading

_NOMINAL = frozenset("pobj dobj nsubj nsubjpass".split())
_NO_SUMMITS = frozenset("organisation/un organisation/icc organisation/imf organisation/iaea organisation/who "
                        "organisation/world-trade-organization organisation/opcw organisation/interpol organisation/world-bank organisation/icj organisation/oecd".split())  # fmt: skip


def nominal(token: Token) -> bool:
    """Whether a word is a noun, also one that the parser took for a verb in a noun's place: "at the leaders meeting"."""
    return token.pos_ in ("NOUN", "PROPN") or (token.pos_ == "VERB" and token.dep_ in _NOMINAL)


def meets(reading: Reading, entity: Entity) -> bool:
    """Whether an organisation is one whose leaders meet."""
    return entity.key not in _NO_SUMMITS and reading.gazetteer.is_club(entity.key)


def summit_name(reading: Reading, entity: Entity) -> str:
    """What the summits of an organisation are called: as the reference data have it, else after the organisation."""
    entry = reading.gazetteer.find(entity.key)
    listed = (name for name in (entry.names if entry is not None else ()) if name.endswith(" Summit"))
    return entity.name if entity.name.endswith(("Summit", "Forum")) else next(listed, f"{entity.name} Summit")


def organisation_of(reading: Reading, mention: Mention | None) -> Entity | None:
    """The organisation that a mention names or takes up ("the alliance"), or whose leaders it speaks of."""
    if mention is None:
        return None
    if mention.kind is MentionKind.ORGANISATION:
        return next(iter(reading.entities(mention)), None)
    posts = [
        p.of
        for p in mention.posts
        if mention.plural and p.of is not None and p.of.kind is EntityKind.ORGANISATION
    ]
    return posts[0] if posts else None


def organisations_at(reading: Reading, passage: Passage, noun: Token) -> list[tuple[Token, Entity]]:
    """The organisations that a noun's own words name: "the EU leaders", "leaders of the EU"."""
    found = []
    nearby = [c for c in noun.children if c.dep_ in ("compound", "nmod", "poss", "amod")]
    nearby += [g for c in nearby for g in c.children if g.dep_ in ("compound", "nmod", "poss")]
    nearby += [n for _, n in prepositions(noun, "of")]
    nearby += [
        g
        for n in nearby[:]
        for g in n.children
        if n.lemma_ in ("leader", "country", "state", "member", "nation", "head")
        and g.dep_ in ("compound", "poss", "nmod")
    ]
    for token in nearby:
        entity = organisation_of(reading, passage.mention_at.get(token.i))
        if entity is not None:
            found.append((token, entity))
    if not found and noun.i > 0:
        before = passage.mention_at.get(noun.i - 1)
        if before is not None and before.kind is MentionKind.ORGANISATION and before.entity is not None:
            found.append((passage.doc[noun.i - 1], before.entity))
    return found
