"""Posts without a name -> whoever holds them."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.coreference.groups import pair_of
from summitry.graph.coreference.people import (
    HEAD_ROLES,
    Seen,
    lead_roles,
    likeliest,
    partners,
    role_of,
    state_of,
)
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import Mention, Post
from summitry.graph.mentions.reading import Reading

_VAGUE = frozenset({"head", "leader", "director", "chairman", "commissioner"})
_MEMORY = 200  # people met before that are looked at, so that reading stays linear
_OTHERS = frozenset(
    "last first only previous next second third earlier past".split()
)  # "the last Iranian president to …"
_HEADS = (
    "secretary general",
    "chairman",
    "president",
    "director general",
    "managing director",
    "high representative",
)


def holders(
    reading: Reading, passage: Passage, token: Token, mention: Mention, seen: list[Seen], number: int
) -> tuple[Entity, ...]:
    if _told_apart(token, mention):
        return ()
    if mention.plural and len(mention.posts) < 2:
        return pair_of(reading, passage, token, mention, seen, number)
    found = [_holder(reading, passage, post, seen, number, token) for post in mention.posts]
    return tuple(e for e in found if e is not None)


def _told_apart(token: Token, mention: Mention) -> bool:
    """ "the last Iranian president to come", "the only president who …": one of those who have held a post, perhaps not today's."""
    edge = token.left_edge.i
    aside = edge > token.sent.start and token.doc[edge - 1].text == ","
    if aside or token.dep_ in ("appos", "attr"):
        return False  # "X, the first Brazilian president to come"
    before = token.nbor(-1).lower_ if token.i > token.sent.start else ""
    return mention.text.split()[0].lower() in _OTHERS or before in _OTHERS


def _holder(
    reading: Reading, passage: Passage, post: Post, seen: list[Seen], number: int, token: Token
) -> Entity | None:
    """Who holds a post: whoever the article says, else the one person the reference data has for that day."""
    if post.former:
        return _former(reading, post, seen)
    if post.counterpart:
        return _counterpart(reading, post, seen, number)
    if post.of is None:
        return _definite(reading, passage, post, seen, number, token)
    roles = _roles(post.role, post.of)
    for role in roles:
        people = reading.registry.with_post(role, post.of.key, post.start)
        if people:
            return people[0].entity
    return _from_reference(reading, roles, post)


def _roles(role: str, of: Entity) -> tuple[str, ...]:
    """The posts that a word may stand for: "the leader" of a state, "the chief" of an organisation."""
    if role == "leader" and of.kind is EntityKind.STATE:
        return (role, *(head for head in lead_roles(of.key) if head != role))
    if role in ("head", "leader", "director") and of.kind is EntityKind.ORGANISATION:
        return (role, *_HEADS)
    return (role,)


def _from_reference(reading: Reading, roles: tuple[str, ...], post: Post) -> Entity | None:
    """The one holder on the day of the article; an undated article takes only people that it names."""
    assert post.of is not None
    behind = reading.article.text[post.end : post.end + 5]
    if post.role.startswith("deputy") or (post.role in _VAGUE and behind == " for "):
        return None  # one of several: "the UN chief for peace operations"
    for role in roles:
        tenures = reading.gazetteer.leaders(post.of.key, role, reading.published)
        people = {t.person for t in tenures}
        if reading.published is None:
            people &= reading.registry.people.keys()
            people -= {k for k in people if _given_up(reading, k, role)}
        if len(people) == 1:
            entry = reading.gazetteer.entity(people.pop())
            return Entity(EntityKind.PERSON, entry.name, entry.key, entry.name)
    return None


def _given_up(reading: Reading, key: str, role: str) -> bool:
    """Whether the article says that somebody held a post once."""
    return any(p.former and p.role == role for p in reading.registry.people[key].posts)


def _former(reading: Reading, post: Post, seen: list[Seen]) -> Entity | None:
    if post.of is None:  # "the former president": the last person met who is one
        return next(
            (met.entity for met in reversed(seen[-_MEMORY:]) if _left(reading, met.entity, post.role)), None
        )
    for person in reading.registry.people.values():
        for held in person.posts:
            if held.former and held.role == post.role and post.of and held.of and held.of.key == post.of.key:
                return person.entity
    return None


def _definite(
    reading: Reading, passage: Passage, post: Post, seen: list[Seen], number: int, token: Token
) -> Entity | None:
    """ "the president": of those met who hold such a post whoever the text is about here: near, prominent, much spoken of.

    Not who is named beside the words as somebody else: "the president will meet President X".
    """
    recent = seen[-_MEMORY:]
    fitting = [met for met in recent if _may_hold(reading, met.entity, post.role)]
    if post.role in HEAD_ROLES:
        fitting = [met for met in fitting if state_of(reading, met.entity) is not None] or fitting
    others = partners(reading, passage, token)
    fitting = [met for met in fitting if met.entity.key not in others] or fitting
    return likeliest(reading, fitting, number)


def _left(reading: Reading, entity: Entity, role: str) -> bool:
    """Whether somebody has held a post, and holds it no more, by the article or on record."""
    person = reading.registry.people.get(entity.key)
    if person is not None and any(p.role == role and p.former for p in person.posts):
        return True
    ends = [t.end for t in reading.gazetteer.tenures(entity.key) if t.role == role]
    today = reading.published.isoformat() if reading.published else None
    return bool(ends) and today is not None and all(end is not None and end < today for end in ends)


def _may_hold(reading: Reading, entity: Entity, role: str) -> bool:
    person = reading.registry.people.get(entity.key)
    roles = {p.role for p in person.posts if not p.former} if person else set()
    if role in roles or (role == "leader" and roles & set(HEAD_ROLES)):
        return True
    if role == "party leader":
        return "secretary general" in roles
    return (
        person is not None
        and not roles
        and any(t.role == role for t in reading.gazetteer.tenures(entity.key))
    )


def _counterpart(reading: Reading, post: Post, seen: list[Seen], number: int) -> Entity | None:
    """ "his Tajik counterpart": the holder, in the named state, of the post that the last person met holds, or of one like it."""
    if post.of is None or not seen:
        return None
    other = next((s for s in reversed(seen) if s.sentence >= number - 1), None)
    if other is None:
        return None
    role = role_of(reading, other.entity)
    if role is None:
        return None
    roles = (role, *lead_roles(post.of.key)) if role in HEAD_ROLES else (role,)
    for fitting in roles:  # a premier's counterpart may be a president
        people = reading.registry.with_post(fitting, post.of.key, post.start)
        if people:
            return people[0].entity
    return _from_reference(reading, roles, post)
