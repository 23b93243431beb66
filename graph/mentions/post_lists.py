"""One post of many names: "President A of X and B of Y", "the presidents of Chile, A; Bolivia, B", "all heads of state: Serbia's A …"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from summitry.graph.claims import Entity
from summitry.graph.mentions.holders import entity_of
from summitry.graph.mentions.model import Post
from summitry.graph.mentions.person_names import NameReader, PersonName
from summitry.graph.mentions.post_names import PostNames
from summitry.graph.mentions.units import Unit, UnitKind, UnitReader

Listed = tuple[int, PersonName, Post]  # the unit at which the words of a name begin, the name, its post
_OPENINGS = frozenset(
    {":", "—", "–", "-", "including", "like", "namely", "are", "were", "included", "include"}
)
_AMONG = frozenset("among the other many few several also".split())
_REACH = 14  # units between a post and the names that it announces
_ENDS = frozenset({".", "!", "?", ";"})
_BEFORE = (UnitKind.STATE, UnitKind.DEMONYM)


class PostLists(UnitReader):
    """Reads further names of a post, in the units of one block; `taken` tells what has been read already."""

    def __init__(
        self, units: list[Unit], names: NameReader, after: PostNames, taken: Callable[[int], bool]
    ) -> None:
        super().__init__(units)
        self._names = names
        self._after = after
        self._taken = taken

    def likewise(self, post: Post, last: int) -> list[Listed]:
        """ "Presidents" said once: "President A of X and B of Y"; `last` is the last unit of A's words."""
        if not self._is(last + 1, "and"):
            return []
        name = self._names.name_at(last + 2, anchored=True)
        state = self._names.state_after(name.last) if name is not None else None
        if name is None or state is None or self._taken(name.last):
            return []
        whole = self._after.through(name, state)
        return [(whole.first, whole, replace(post, of=state, start=whole.start, end=whole.end))]

    def more(self, post: Post, k: int, close: bool = False) -> list[Listed]:
        """ "the presidents of Chile, A; Bolivia, B [C]; and Ecuador, C": a state before each further name, from unit k on;
        `close` also for "the presidents of Chile A and Bolivia B".
        """
        found: list[Listed] = []
        while True:
            while self._at(k) is not None and self._units[k].low in (";", ",", "and", "of", "the"):
                k += 1
            state = self._at(k)
            comma = self._is(k + 1, ",")
            if state is None or state.kind is not UnitKind.STATE or not (comma or close):
                return found
            name = self._names.name_at(k + 2 if comma else k + 1, anchored=True)
            if name is None or self._taken(name.last):
                return found
            if not comma and name.entity is None and " " not in self._units[name.last].text:
                return found
            found.append((k, name, replace(post, of=entity_of(state), start=state.start, end=name.end)))
            k = name.last + 1

    def bracketed(self, post: Post, i: int) -> list[Listed]:
        """ "the ministers of Kyrgyzstan [A] and Tajikistan (B)": a name in brackets behind each state, from unit i on."""
        found: list[Listed] = []
        k = i
        while self._at(k) is not None and k < i + 4 and self._units[k].kind is not UnitKind.STATE:
            k += 1
        while True:
            while self._at(k) is not None and self._units[k].low in (",", "and", "the"):
                k += 1
            state = self._at(k)
            if (
                state is None
                or state.kind is not UnitKind.STATE
                or not (self._is(k + 1, "[") or self._is(k + 1, "("))
            ):
                return found
            name = self._names.name_at(k + 2, anchored=True)
            if name is None or not (self._is(name.last + 1, "]") or self._is(name.last + 1, ")")):
                return found
            found.append((k + 2, name, replace(post, of=entity_of(state), start=state.start, end=name.end)))
            k = name.last + 2

    def roll(self, post: Post, last: int) -> list[Listed]:
        """ "All the heads of state came: Serbia's A, the Slovene B and C of Malta": names with states behind a mark; two or more."""
        k = next(
            (j for j in range(last + 1, last + _REACH) if self._at(j) is not None and self._opens(j)),
            None,
        )
        if k is None or any(self._closes(j) for j in range(last + 1, k)):
            return []
        found: list[Listed] = []
        k += 1
        while True:
            while self._at(k) is not None and self._units[k].low in (",", "and", "the", "by"):
                k += 1
            item = self._item(k)
            if item is None:
                break
            first, name, state = item
            start = self._units[first].start
            found.append((first, name, replace(post, of=state, start=start, end=name.end)))
            k = name.last + 1
        return found if len(found) > 1 else []

    def announced(self, post: Post, first: int) -> list[Listed]:
        """ "A of Serbia, Malta's B and C of Chile are among the heads of state": names with states before a post; two or more."""
        k = first - 1
        while self._at(k) is not None and self._units[k].low in _AMONG:
            k -= 1
        if not (self._is(k, "are") or self._is(k, "were")):
            return []
        start = k
        while self._at(start - 1) is not None and self._units[start - 1].text not in _ENDS:
            start -= 1
        return next((found for s in range(start, k) if len(found := self._row(post, s, k)) > 1), [])

    def _row(self, post: Post, k: int, end: int) -> list[Listed]:
        """The names with states from unit k on, where nothing else stands before unit `end`."""
        found: list[Listed] = []
        while k < end:
            item = self._item(k)
            if item is None:
                return []
            first, name, state = item
            found.append((first, name, replace(post, of=state, start=self._units[first].start, end=name.end)))
            k = name.last + 1
            while self._at(k) is not None and self._units[k].low in (",", "and", "the", "also", "all"):
                k += 1
        return found if k == end else []

    def _item(self, k: int) -> tuple[int, PersonName, Entity] | None:
        """ "Serbia's A", "the Serb A", "A of Serbia", "A (Serbia)": a name with its state, nothing read before."""
        owner = self._at(k)
        if owner is None or self._taken(k):
            return None
        at = k
        if owner.kind in _BEFORE:
            after = self._at(k + 1)
            at = k + 2 if after is not None and after.text in ("'s", "’s", "'", "’") else k + 1
        name = self._names.name_at(at, anchored=True)
        if name is None or self._taken(name.last):
            return None
        if at > k:
            state = entity_of(owner)
            return (k, name, state) if state is not None else None
        state = self._names.state_after(name.last)
        return (k, self._after.through(name, state), state) if state is not None else None

    def _opens(self, j: int) -> bool:
        return self._units[j].low in _OPENINGS

    def _closes(self, j: int) -> bool:
        unit = self._at(j)
        return (
            unit is None or unit.text in _ENDS or unit.kind in (UnitKind.ROLE, UnitKind.PERSON, UnitKind.NAME)
        )
