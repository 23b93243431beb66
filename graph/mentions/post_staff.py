"""Whose staff somebody is by the words behind the post: "adviser on media to the president", "spokesman at Japan's ministry"."""

from __future__ import annotations

from summitry.graph.claims import Entity
from summitry.graph.mentions.holders import entity_of, holder
from summitry.graph.mentions.institutions import POSSESSIVES, is_institution
from summitry.graph.mentions.roles import QUALIFIERS
from summitry.graph.mentions.units import UnitKind, UnitReader

OWNERS = (UnitKind.PERSON, UnitKind.NAME)
STAFF = frozenset({"spokesperson", "adviser", "special envoy", "chief of staff"})
_EMPLOYERS = frozenset({"president", "prime minister", "king", "emir", "vice president"})
_CHARGE = 8  # units of what an adviser is for
_STOPS = frozenset(", . ; : ( ) - – —".split())
_SEATS = (UnitKind.METONYM, UnitKind.BODY)
_EMPLOYING = (UnitKind.STATE, UnitKind.DEMONYM, UnitKind.ORGANISATION)


class StaffTail(UnitReader):
    """Reads what stands behind the posts of staff, in the units of one block."""

    def behind(self, i: int) -> tuple[int, Entity | None] | None:
        """The last unit of the words behind the post at unit i, and whose it is, if they tell whom it serves."""
        unit = self._at(i + 1)
        word = unit.low if unit is not None else ""
        found = self._served(i + 2) if word in ("of", "to", "for") else None
        if found is None and word in ("on", "for", "in"):
            found = self._charged(i + 2)
        if found is None and word in ("of", "for"):
            found = self._governing(i + 2)
        return self._employed(i + 2) if word == "at" else found

    def _charged(self, k: int) -> tuple[int, Entity | None] | None:
        """ "special adviser on trade and transport to the president": whose staff, with the last unit of the words."""
        for j in range(k + 1, k + _CHARGE):
            unit = self._at(j)
            if unit is None or unit.kind not in (UnitKind.WORD, UnitKind.NAME) or unit.text in _STOPS:
                return None
            if unit.low == "to":
                return self._served(j + 1)
        return None

    def _employed(self, k: int) -> tuple[int, Entity | None] | None:
        """ "a spokesman at Japan's defence ministry", "at the Kremlin": the last unit of the words, and whose it is."""
        if self._is(k, "the"):
            k += 1
        unit, after = self._at(k), self._at(k + 1)
        if unit is None or unit.kind not in (*_SEATS, *_EMPLOYING):
            return None
        end = start = k + 1 if after is not None and after.text in POSSESSIVES else k
        while self._at(end + 1) is not None and is_institution(self._units[end + 1]):
            end += 1
        return (end, holder(unit)) if end > start or unit.kind in _SEATS else None

    def _governing(self, k: int) -> tuple[int, Entity | None] | None:
        """ "for the acting Kosovo government", "of the Afghan interim authorities": the last unit of the words, and whose it is."""
        start = k
        while self._determines(k) or (self._at(k) is not None and self._units[k].low in QUALIFIERS):
            k += 1
        state, end = self._at(k), k + 1
        while self._at(end) is not None and self._units[end].low in QUALIFIERS:
            end += 1
        body = self._at(end)
        qualified = end > k + 1 or k > start + self._determines(start)
        if (
            state is None
            or state.kind not in (UnitKind.STATE, UnitKind.DEMONYM)
            or body is None
            or not qualified
        ):
            return None
        return (end, entity_of(state)) if is_institution(body) or body.low == "authorities" else None

    def _served(self, k: int) -> tuple[int, Entity | None] | None:
        """ "the aide of the Russian president", "adviser to the president": whose staff, with the last unit of the words."""
        if self._at(k) is not None and self._units[k].low == "the":
            k += 1
        state, post = self._at(k), self._at(k + 1)
        bare = state is not None and state.kind is UnitKind.ROLE and state.role in _EMPLOYERS
        if bare and not (post is not None and (post.kind in OWNERS or post.low == "of")):
            return k, None
        if bare and post is not None and post.low == "of":
            return self._of_head(k + 2)
        if (
            state is None
            or post is None
            or state.kind not in (UnitKind.DEMONYM, UnitKind.STATE, UnitKind.ORGANISATION)
            or post.kind is not UnitKind.ROLE
        ):
            return None
        entity = entity_of(state)
        named = self._at(k + 2)
        if named is not None and named.kind in OWNERS:  # "aide to the Russian president Vladimir Putin"
            return (k - 1, entity) if entity is not None else None
        return (k + 1, entity) if entity is not None else None

    def _of_head(self, k: int) -> tuple[int, Entity | None] | None:
        """ "spokesman for the president of Tajikistan, X": whose staff, with the last unit of the words."""
        if self._is(k, "the"):
            k += 1
        state, after = self._at(k), self._at(k + 1)
        if state is None or state.kind is not UnitKind.STATE or (after is not None and after.kind in OWNERS):
            return None
        return k, entity_of(state)
