"""The organisation whose leaders a noun speaks of: "EU leaders", "the presidents of the Union", "leaders of NATO countries"."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.extract.organisers import meets, organisation_of, organisations_at
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.reading import Reading

_CLUBS = "the organisations whose leaders meet"
LEADERS = frozenset("leader president head ruler monarch".split())
_REGIONS = frozenset(
    "african arab caspian asian caribbean european gulf latin nordic pacific turkic west east southern central".split()
)
_MEMBERS = frozenset(
    "country state nation member bloc alliance club group grouping union organisation organization".split()
)


def grouping(reading: Reading, passage: Passage, noun: Token) -> Entity | None:
    """The organisation of "EU leaders", "the presidents of the Union"; of "Pacific leaders" the one called after the region."""
    own = organisation_of(reading, passage.mention_at.get(noun.i))
    for entity in (own, *(e for _, e in organisations_at(reading, passage, noun))):
        if entity is not None:
            return entity if meets(reading, entity) else None
    for part in noun.subtree:  # "the heads of the six countries that form the CSTO"
        entity = organisation_of(reading, passage.mention_at.get(part.i)) if part.i > noun.i else None
        if entity is not None and meets(reading, entity):
            return entity
    if any(
        c.dep_ == "poss" and c.lower_ == "whose" for c in noun.children
    ):  # "the G7, whose leaders meet in Rome"
        owner = organisation_of(reading, passage.mention_at.get(noun.head.head.i))
        return owner if owner is not None and noun.head.dep_ == "relcl" and meets(reading, owner) else None
    last = noun.right_edge.i
    text = reading.article.text[passage.starts[noun.left_edge.i] : passage.ends[last]].lower()
    words = [w for w in text.split() if w in _REGIONS]
    if not words:
        return None
    found = [
        entity for entity, names in _clubs(reading) if any(all(w in name for w in words) for name in names)
    ]
    return found[0] if len(found) == 1 else None


def _clubs(reading: Reading) -> tuple[tuple[Entity, tuple[str, ...]], ...]:
    """The organisations of an article whose leaders meet, with their names in lower case."""
    clubs = reading.notes.get(_CLUBS)
    if not isinstance(clubs, tuple):
        named = (m.entity for p in reading.passages for m in p.mention_at.values() if m.entity is not None)
        met = {e.key: e for e in named if e.kind is EntityKind.ORGANISATION}
        entries = ((e, reading.gazetteer.find(e.key)) for e in met.values() if meets(reading, e))
        clubs = tuple((e, tuple(n.lower() for n in entry.names)) for e, entry in entries if entry is not None)
        reading.notes[_CLUBS] = clubs
    return clubs


def leaders_of_members(token: Token) -> Token:
    """ "the leaders of NATO countries": the leaders, whom the parser hangs on the countries."""
    if token.lemma_.lower() in _MEMBERS:
        for child in token.children:
            if child.dep_ in ("compound", "poss") and child.lemma_.lower() in LEADERS and child.tag_ == "NNS":
                return child
    return token
