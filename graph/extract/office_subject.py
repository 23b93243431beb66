"""The state that an article is about by far: whose ministers are, who stand there without any state."""

from __future__ import annotations

from collections import Counter

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.coreference import HEAD_ROLES
from summitry.graph.extract.office_company import OTHERS, WORLDLY
from summitry.graph.extract.office_homes import Spot, entity_at
from summitry.graph.mentions.model import MentionKind
from summitry.graph.mentions.reading import Reading

_FEW = 3  # posts or names of one state that make it the article's own
_NAMES = frozenset({MentionKind.STATE, MentionKind.DEMONYM, MentionKind.METONYM})
_DOMESTIC = frozenset({"president", "prime minister", "speaker"})
_PLAIN = frozenset("and but that with by to of from for said when while as against told".split())
_NOTE = "states named"


def dominant(reading: Reading, role: str) -> Entity | None:
    """The state that most posts of the article belong to: a paper leaves its own ministers' state out."""
    if role in WORLDLY or role in OTHERS or role in HEAD_ROLES:
        return None
    return _by_far(
        reading,
        Counter(
            post.of.key
            for person in reading.registry.people.values()
            for post in person.posts[:1]
            if post.of is not None and post.of.kind is EntityKind.STATE
        ),
    )


def most_named(spot: Spot, role: str) -> Entity | None:
    """The state that the article names most: "Finance Minister X" is of no other, "FNSEA president X" may be."""
    post = spot.mention.posts[0] if spot.mention.posts else None
    words = spot.reading.article.text[post.start : post.end].lower() if post is not None else ""
    if "secretary" in words or not (role.endswith(" minister") or role in _DOMESTIC):
        return None
    if role == "president" and not _titled(spot):
        return None
    return _by_far(spot.reading, _named(spot.reading))


def _titled(spot: Spot) -> bool:
    """ "President X", with nothing before that might have one of its own: "FNSEA president X", "bank President X"."""
    post, text = spot.mention.posts[0], spot.reading.article.text
    before = text[max(0, post.start - 30) : post.start].split()
    alone = not before or before[-1].endswith((".", ",", ":")) or before[-1] in _PLAIN
    return alone and text[post.start].isupper() and post.end <= spot.mention.name_start


def _named(reading: Reading) -> Counter[str]:
    """How often each state is named in the article."""
    if _NOTE not in reading.notes:
        reading.notes[_NOTE] = Counter(
            mention.entity.key
            for passage in reading.passages
            for mention in passage.mention_at.values()
            if mention.kind in _NAMES
            and mention.entity is not None
            and mention.entity.kind is EntityKind.STATE
        )
    found: Counter[str] = reading.notes[_NOTE]
    return found


def _by_far(reading: Reading, keys: Counter[str]) -> Entity | None:
    """The state that is counted often, and twice as often as any other."""
    ranked = keys.most_common(2)
    if not ranked or ranked[0][1] < _FEW or (len(ranked) > 1 and ranked[1][1] * 2 > ranked[0][1]):
        return None
    return entity_at(reading, ranked[0][0])
