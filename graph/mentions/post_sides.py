"""A post between two names -> the one it belongs to: "X, President of Haiti, Y, Prime Minister of Barbados, Z, …"."""

from __future__ import annotations

from summitry.graph.mentions.model import Mention, Post
from summitry.graph.mentions.name_words import is_thing
from summitry.graph.mentions.person_names import NameReader, PersonName
from summitry.graph.mentions.units import Unit, UnitKind, UnitReader

_NAMES = (UnitKind.PERSON, UnitKind.NAME)
_OFFICES = frozenset("office chancellery cabinet administration secretariat bureau".split())
_MERE = frozenset({"senator", "ambassador", "member of parliament"})
_REACH = 5  # units behind a name in which its own post begins


class PostSides(UnitReader):
    """Tells on which side of a post its name stands, in the units of one block."""

    def __init__(self, units: list[Unit], names: NameReader) -> None:
        super().__init__(units)
        self._names = names

    def before(self, first: int, last: int, post: Post, after: PersonName, found: list[Mention]) -> bool:
        """Whether the post at `first..last` is that of the name before it, though the name `after` stands behind its comma."""
        end = self.name_end(first)
        if end is None or not self._is(last + 1, ","):
            return False
        taken = self.taken(end, found)
        if taken is not None and "," in taken.text[: max(0, taken.name_start - taken.start)]:
            return False  # the posts of the list stand before the names
        mine, theirs = self._state(end), self._state(after.last)
        if post.of is not None and post.of.key in (mine, theirs) and mine != theirs:
            return post.of.key == mine
        return self._has_post(after.last)

    def taken(self, end: int, found: list[Mention]) -> Mention | None:
        """The mention of the name that ends at unit `end`, if it has been read."""
        return next((m for m in reversed(found) if m.name_end == self._units[end].end), None)

    def in_office(self, first: int) -> bool:
        """ "head of a bureau of the Chancellery of the President of Poland X": a post that only names where somebody works."""
        k = first - 1
        while self._determines(k):
            k -= 1
        office = self._at(k - 1)
        return self._is(k, "of") and office is not None and office.low.split()[-1] in _OFFICES

    def only_titled(self, first: int, found: list[Mention]) -> bool:
        """ "Senator X, Minister of Trade": whether the name before the comma before a post has a mere title before it."""
        end = self.name_end(first) if not self._determines(first - 1) else None
        mention = self.taken(end, found) if end is not None else None
        return mention is not None and bool(mention.posts) and all(p.role in _MERE for p in mention.posts)

    def titled(self, first: int, found: list[Mention]) -> int:
        """ "X, President Y's spokesman": the unit at which the words of Y begin, whose name is at unit `first`."""
        mention = self.taken(first, found)
        while mention is not None and first and self._units[first].start > mention.start:
            first -= 1
        return first

    def directly(self, first: int, last: int, post: Post) -> PersonName | None:
        """ "Gaston Sindimwo 1st Vice-President of Burundi": the name right before a post, with nothing between."""
        unit, state, after = self._at(first - 1), self._units[last], self._at(last + 1)
        if unit is None or post.of is None or state.kind is not UnitKind.STATE or unit.kind not in _NAMES:
            return None
        whole = unit.kind is UnitKind.PERSON or (" " in unit.text and not is_thing(unit.text))
        if not whole or unit.end + 1 != self._units[first].start or (after and after.kind in _NAMES):
            return None
        return self._names.name_at(first - 1, anchored=True)

    def name_end(self, first: int) -> int | None:
        """The last unit of the name before the comma before a post."""
        k = first - 1
        while self._determines(k):
            k -= 1
        unit = self._at(k - 1)
        if not self._is(k, ",") or unit is None or unit.kind not in _NAMES:
            return None
        return (
            k - 1 if unit.kind is UnitKind.PERSON or (" " in unit.text and not is_thing(unit.text)) else None
        )

    def _state(self, k: int) -> str | None:
        entries = self._units[k].entries
        return entries[0].state if entries and self._units[k].kind is UnitKind.PERSON else None

    def _has_post(self, end: int) -> bool:
        """Whether a post follows the comma behind the name that ends at unit `end`."""
        if not self._is(end + 1, ","):
            return False
        for k in range(end + 2, end + 2 + _REACH):
            unit = self._at(k)
            if (
                unit is None
                or unit.kind in (*_NAMES, UnitKind.HONORIFIC)
                or unit.low in (",", ".", ";", "and")
            ):
                return False
            if unit.kind is UnitKind.ROLE:
                return True
        return False
