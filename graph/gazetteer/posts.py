"""Who held which post when, and which posts are one under several names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from summitry.graph.gazetteer.entries import Tenure
from summitry.graph.gazetteer.periods import Moment, overlaps

# The same post under the names that different states give it. A role is compared within its group only.
SAME = (
    frozenset({"foreign minister", "secretary of state", "foreign secretary"}),
    frozenset({"prime minister", "premier"}),
    frozenset({"defence minister", "defence secretary", "secretary of defence"}),
    frozenset({"finance minister", "treasury secretary"}),
    frozenset({"interior minister", "home secretary"}),
    frozenset({"king", "queen", "monarch"}),
    frozenset({"chairman", "chair"}),
    frozenset({"spokesperson", "press secretary"}),
)
# What a person with several offices at a time is called by.
RANK = (
    "supreme leader",
    "president",
    "king",
    "queen",
    "emperor",
    "emir",
    "sultan",
    "pope",
    "chancellor",
    "prime minister",
)


class Posts:
    """The tenures, by person and by state or organisation."""

    def __init__(self, tenures: Iterable[Tenure]) -> None:
        self._by_person: dict[str, list[Tenure]] = defaultdict(list)
        self._by_owner: dict[str, list[Tenure]] = defaultdict(list)
        for tenure in tenures:
            self._by_person[tenure.person].append(tenure)
            self._by_owner[tenure.of].append(tenure)

    def of_person(self, person: str) -> tuple[Tenure, ...]:
        """Every post of a person, in the order in which they were taken up."""
        return tuple(self._by_person.get(person, ()))

    def of_owner(self, owner: str) -> tuple[Tenure, ...]:
        """Every post on record of a state, organisation or body."""
        return tuple(self._by_owner.get(owner, ()))

    def holders(self, owner: str, role: str, on: Moment | None) -> tuple[Tenure, ...]:
        """Who held exactly this post on that day, or ever where no day is given."""
        group = next((roles for roles in SAME if role in roles), frozenset({role}))
        return tuple(
            t for t in self._by_owner.get(owner, ()) if t.role in group and (on is None or held(t, on))
        )

    def current(self, person: str, on: Moment | None) -> Tenure | None:
        """The highest post that a person holds on a day, or holds still where no day is given."""
        tenures = [t for t in self.of_person(person) if (held(t, on) if on else not t.former)]
        return min(tenures, key=_rank, default=None)


def held(tenure: Tenure, on: Moment) -> bool:
    """True if the post may have been held on the day.

    One that was given up on an unknown day counts for its first year only.
    """
    end = tenure.end or (tenure.start[:4] if tenure.former and tenure.start else None)
    return overlaps(on, tenure.start, end)


def _rank(tenure: Tenure) -> tuple[int, bool, str]:
    order = RANK.index(tenure.role) if tenure.role in RANK else len(RANK)
    return order, not tenure.of.startswith("state/"), tenure.key
