"""Two posts of one person: "Prime Minister and Foreign Minister X", "the chairman of the African Union, Senegalese President X"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.mentions.model import Post
from summitry.graph.mentions.person_names import PersonName
from summitry.graph.mentions.post_names import PostNames
from summitry.graph.mentions.posts import PostReader
from summitry.graph.mentions.units import Unit, UnitKind, UnitReader

_SHARED = frozenset({"president", "prime minister", "foreign minister", "king"})
_STATELY = _SHARED | {"vice president", "speaker"}
_CHAIRS = frozenset({"chairman", "secretary general", "president", "high representative", "speaker"})
# those who sit in something of their own
_SEATED = frozenset({"leader", "head", "governor", "mayor", "chairman", "crown prince"})
_SENT_BY = _CHAIRS | {"mediator", "special envoy"}
_DASHES = ("–", "-", "—")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two posts and the one name, with the state beside it, that they belong to."""

    posts: tuple[Post, Post]
    name: tuple[PersonName, Entity | None]


class PostPairs(UnitReader):
    """Reads the second post of a block's posts that have one."""

    def __init__(
        self, units: list[Unit], posts: PostReader, after: PostNames, taken: Callable[[int], bool]
    ) -> None:
        super().__init__(units)
        self._posts = posts
        self._after = after
        self._taken = taken

    def joined(self, post: Post, first: int, last: int) -> Pair | None:
        """ "Prime Minister and Foreign Minister X": both posts of one; not "the president and Foreign Minister X"."""
        at = next((k for k in range(last + 2, last + 5) if self._is_role(k) or self._determines(k)), last + 2)
        role = self._at(at)
        if not self._joins(last + 1) or role is None or role.kind is not UnitKind.ROLE or role.plural:
            return None
        more, start, end = self._posts.read(at)
        if start > last + 2:
            return None
        closed = self._determines(first) or self._determines(first - 1)
        if closed and not self._is(end + 1, ","):  # "the president and Foreign Minister X" are two
            return None
        if not more or (
            more[0].of not in (None, post.of) and post.of is not None and not _seats(post, more[0])
        ):
            return None
        names = self._after.names_after(end, more[0], role)
        if len(names) != 1 or more[0].role == post.role:
            return None
        shared = post.of or (more[0].of if more[0].role not in _SEATED else None)
        party = shared is not None and shared.kind is EntityKind.ORGANISATION and more[0].role in _STATELY
        theirs = more[0].of or (None if party else shared)  # "General Secretary of the Party and President X"
        return Pair((replace(post, of=shared), replace(more[0], of=theirs)), names[0])

    def apposed(self, post: Post, last: int) -> Pair | None:
        """ "the chairman of the African Union, Senegalese President X,": both posts of one, where they cannot be two people."""
        if not self._is(last + 1, ",") or self._units[last].plural:
            return None
        k = last + 3 if self._determines(last + 2) else last + 2
        nearby = ((j, unit) for j in range(k, k + 4) if (unit := self._at(j)) is not None)
        role = next((j for j, unit in nearby if unit.kind is UnitKind.ROLE), None)
        if role is None or self._units[role].plural or any(self._is(j, ",") for j in range(k, role)):
            return None
        more, start, end = self._posts.read(role)
        if not more or start > k or not (post.role in _CHAIRS or more[0].role == "ambassador"):
            return None
        if more[0].of is not None and post.of is not None and more[0].of.key == post.of.key:
            return None
        if post.role == "secretary general" and more[0].role in _SHARED:
            return None  # "formed by the Secretary General, President X …"
        names = self._after.names_after(end, more[0], self._units[role])
        if len(names) != 1 or self._taken(names[0][0].last):
            return None
        return None if self._is(self._after.end_of(names[0]) + 1, "and") else Pair((post, more[0]), names[0])

    def _is_role(self, k: int) -> bool:
        unit = self._at(k)
        return unit is not None and unit.kind is UnitKind.ROLE

    def _joins(self, k: int) -> bool:
        """ "and", or the dash of "Deputy Prime Minister – Minister of Finance"."""
        return self._is(k, "and") or any(self._is(k, mark) for mark in _DASHES)


def _seats(one: Post, other: Post) -> bool:
    """ "Chairman of SADC and President of Zambia": a post at an organisation goes with one of a state."""
    kinds = {post.of.kind: post.role for post in (one, other) if post.of is not None}
    return kinds.get(EntityKind.ORGANISATION) in _SENT_BY and EntityKind.STATE in kinds
