"""Claims -> the groups that are fused together: those that may tell of one thing, and no others.

Claims that share a key, directly or through others, make a part. A claim whose time nobody knows shares a key with none
that is dated: it would tie together all the months of its block, and one more article would cost what decades hold. It
is a guest of the only part there is of its block; if there are several, of the only one on the day of the year that it
names, in the month, or in its town, or of two people by themselves. Otherwise it stays with others of no known time. So what a claim is fused with can
be found from its neighbours alone, whoever holds the claims: see `Claims`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Protocol

from summitry.graph.fusion.seasons import ALWAYS, dated, timeless, whole

Part = frozenset[str]


class Claims(Protocol):
    """Claims, by IRI, as they are found by their keys."""

    def keys(self, claim: str) -> Collection[str]:
        """The blocks of a claim (`keys_of`)."""

    def holding(self, key: str) -> Iterable[str]:
        """The claims of a block."""

    def places(self, claim: str) -> Collection[str]:
        """Where claims of no known time look for this one (`places_of`); none if its own is not known."""

    def lying(self, place: str) -> Iterator[str]:
        """The claims that are found at a place, read no further than asked."""

    def sought(self, claim: str) -> Sequence[Collection[str]]:
        """The places where a claim of no known time looks for others if its block holds several (`sought_by`)."""

    def seeking(self, place: str) -> Iterable[str]:
        """The claims that look for others at a place."""


class Groups:
    """The groups of some claims, worked out as they are asked for."""

    def __init__(self, claims: Claims) -> None:
        self._claims = claims
        self._parts: dict[str, Part] = {}
        self._loose: dict[Part, bool] = {}
        self._clouds: dict[str, Part] = {}
        self._around: dict[Part, list[Part]] = {}
        self._homes: dict[str, Part | None] = {}
        self._groups: dict[Part, Part] = {}

    def group(self, claim: str) -> Part:
        """The claims that a claim is fused with, itself among them."""
        part = self._part(claim)
        home = self._home(claim) if self._is_loose(part) else part
        if home is not None:
            return self._with_guests(home)
        return self._closed(claim, lambda _: True, lambda other: self._lone(other))

    def stirred(
        self, keys: Iterable[str], places: Iterable[str], gone: Iterable[Sequence[Collection[str]]]
    ) -> set[str]:
        """The claims whose groups may not be what they were, and those that they are fused with now.

        `keys` are the blocks where claims have come or gone, `places` those where some that have gone were found,
        `gone` where each of no known time that has gone was looking (`sought`).
        """
        touched = set(keys)
        moved = {each for key in touched for claim in self._claims.holding(key) for each in self._part(claim)}
        timed = {key for key in touched if "@" in key}
        timed |= {key for claim in moved for key in self._claims.keys(claim) if "@" in key}
        shifted = {place for claim in moved for place in self._claims.places(claim)}.union(places)
        untimed = {whole(key) for key in timed if timeless(key)}
        found, seen = set(moved), set[Part]()
        seekers = self._seekers(shifted)
        for own in sorted({whole(key) for key in timed}):
            for claim in self._claims.holding(f"{own}@{ALWAYS}"):
                if self._is_loose(self._part(claim)) and (cloud := self._cloud(claim)) not in seen:
                    seen.add(cloud)
                    found |= self._unsure(cloud, moved, seekers)
                    if untimed & self._wholes(cloud, timeless):  # it may have gained or lost some
                        found |= cloud
        former = [[{own}] for own in untimed]
        known = [self._sought(claim) for claim in moved if any(map(timeless, self._claims.keys(claim)))]
        for some in (
            *former,
            *known,
            *gone,
        ):  # where those were guests who have a part now, or have gone
            found |= self._unsettled(some, moved)
        return {member for claim in found for member in self.group(claim)}

    def _part(self, claim: str) -> Part:
        """The claims that share keys with a claim, directly or through others; not those of no known time."""
        if claim not in self._parts:
            part = self._closed(claim, lambda key: not timeless(key), lambda _: True)
            self._parts.update(dict.fromkeys(part, part))
        return self._parts[claim]

    def _is_loose(self, part: Part) -> bool:
        """True if nobody knows the time of a part."""
        if part not in self._loose:
            keys = [key for claim in part for key in self._claims.keys(claim)]
            self._loose[part] = any(map(timeless, keys)) and not any(map(dated, keys))
        return self._loose[part]

    def _cloud(self, claim: str) -> Part:
        """The claims of no known time that share blocks with a claim of no known time."""
        if claim not in self._clouds:
            cloud = self._closed(claim, lambda _: True, lambda other: self._is_loose(self._part(other)))
            self._clouds.update(dict.fromkeys(cloud, cloud))
        return self._clouds[claim]

    def _home(self, claim: str) -> Part | None:
        """The part that a claim of no known time is a guest of."""
        if claim not in self._homes:
            near = self._neighbours(self._cloud(claim))
            found = near if len(near) < 2 else self._first_found(self._sought(claim))
            self._homes[claim] = found[0] if len(found) == 1 else None
        return self._homes[claim]

    def _neighbours(self, cloud: Part) -> list[Part]:
        """The parts of known time in the blocks of a cloud, two of them if there are so many."""
        if cloud not in self._around:
            self._around[cloud] = self._near(self._wholes(cloud, timeless))
        return self._around[cloud]

    def _first_found(self, places: Iterable[Collection[str]]) -> list[Part]:
        return next((found for some in places if (found := self._near(some))), [])

    def _lone(self, claim: str) -> bool:
        return self._is_loose(self._part(claim)) and self._home(claim) is None

    def _with_guests(self, part: Part) -> Part:
        if part not in self._groups:
            guests, crowded = set[str](), False
            for own in sorted(self._wholes(part, dated)):
                for claim in self._claims.holding(f"{own}@{ALWAYS}"):
                    if claim not in guests and self._is_loose(self._part(claim)):
                        cloud = self._cloud(claim)
                        near = self._neighbours(cloud)
                        crowded |= len(near) > 1
                        guests |= cloud if near == [part] else set()
            if crowded:
                places = {place for claim in part for place in self._claims.places(claim)}
                guests.update(claim for claim in self._seekers(places) if self._home(claim) == part)
            self._groups[part] = part | guests
        return self._groups[part]

    def _seekers(self, places: Iterable[str]) -> set[str]:
        """The claims of no known time, alone with their like, that look at some places."""
        found = {claim for place in places for claim in self._claims.seeking(place)}
        also = {each for claim in found for each in self._part(claim)}
        return {claim for claim in also if self._is_loose(self._part(claim))}

    def _unsure(self, cloud: Part, moved: set[str], seekers: set[str]) -> set[str]:
        """Those of a cloud whose home may have changed, with the claims where it was.

        A part that has not moved was there before; two of them tell a claim of no known time no more than three do.
        """
        near = self._near(self._wholes(cloud, timeless), moved)
        if len(near) < 2:
            return set(cloud).union(*near)
        found = set[str]()
        for claim in cloud & (moved | seekers):
            places = self._sought(claim)
            if places and len(self._near(places[0], moved)) < 2:
                found |= cloud | self._unsettled(places, moved)
        return found

    def _unsettled(self, places: Iterable[Collection[str]], moved: Container[str]) -> set[str]:
        """The claims of parts that have not moved and may have guests, or have lost them, who look at these places."""
        found = set[str]()
        for some in places:
            if len(near := self._near(some, moved)) == 2:
                break
            found.update(*near)
        return found

    def _near(self, places: Iterable[str], beside: Container[str] = ()) -> list[Part]:
        """The parts of known time at some places: two of them, if there are so many; none of the claims `beside`."""
        found: list[Part] = []
        for place in sorted(places):
            for claim in self._claims.lying(place):
                if claim not in beside and not any(claim in part for part in found):
                    found.append(self._part(claim))
                    if len(found) == 2:
                        return found
        return found

    def _sought(self, claim: str) -> list[set[str]]:
        rows = [self._claims.sought(each) for each in self._part(claim)]
        return [set().union(*some) for some in zip_longest(*rows, fillvalue=())]

    def _wholes(self, claims: Iterable[str], kind: Callable[[str], bool]) -> set[str]:
        return {whole(key) for claim in claims for key in self._claims.keys(claim) if kind(key)}

    def _closed(self, claim: str, by: Callable[[str], bool], among: Callable[[str], bool]) -> Part:
        """A claim with all that share keys of a kind with it, directly or through others of a kind."""
        found, todo, seen = {claim}, [claim], set[str]()
        while todo:
            for key in self._claims.keys(todo.pop()):
                if key not in seen and by(key):
                    seen.add(key)
                    new = {each for each in self._claims.holding(key) if each not in found and among(each)}
                    found |= new
                    todo.extend(new)
        return frozenset(found)
