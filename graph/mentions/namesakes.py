"""Places of one name told apart by what else the article names: San Jose and Costa Rica, Congo and Brazzaville."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from summitry.graph.gazetteer import Entry, Gazetteer
from summitry.graph.mentions.units import Unit, UnitKind

_PLACES = frozenset({UnitKind.CITY, UnitKind.STATE, UnitKind.REGION})
_STATES = frozenset({UnitKind.STATE, UnitKind.DEMONYM, UnitKind.METONYM})
_SAID = _PLACES | _STATES
_SEVERAL = frozenset({"foreign office", "the foreign office"})  # what several states call their ministry
_SO_CALLED = ("state/united-kingdom", "state/pakistan", "state/germany", "state/thailand")
_STOPS = frozenset(",.;:)-–—")
_KINDS = frozenset(
    "city town port resort capital village district of the 's ’s northern southern eastern western coastal".split()
)
_SMALLER = 20  # times that a town may be smaller than its namesake


def told_apart(blocks: Sequence[Sequence[Unit]], gazetteer: Gazetteer) -> list[list[Unit]]:
    """The units of an article's blocks, each place of several entries with the one that is meant in front."""
    blocks = [*_own_ministry(blocks)]
    doubtful = any(_rivals(unit) for block in blocks for unit in block)
    if not doubtful:
        return [list(block) for block in blocks]
    named = {state for block in blocks for unit in block for state in _states(unit)}
    return [[_chosen(block, i, named, gazetteer) for i in range(len(block))] for block in blocks]


def _own_ministry(blocks: Sequence[Sequence[Unit]]) -> Iterator[Sequence[Unit]]:
    """ "The Foreign Office": of the one that an article speaks of most among the states that call theirs so, else plain words."""
    if not any(unit.low in _SEVERAL for block in blocks for unit in block):
        yield from blocks
        return
    units = [
        u for block in blocks for u in block if u.kind in _STATES and u.low not in _SEVERAL and u.entries
    ]
    named = Counter(entry.key for u in units if (entry := u.entries[0]).key in _SO_CALLED)
    likely = named.most_common(1)[0][0] if named else None
    owner = next((u.entries[0] for u in units if u.entries[0].key == likely), None)
    for block in blocks:
        yield [_owned(unit, owner) if unit.low in _SEVERAL else unit for unit in block]


def _owned(unit: Unit, owner: Entry | None) -> Unit:
    return (
        replace(unit, entries=(owner,))
        if owner is not None
        else replace(unit, kind=UnitKind.WORD, entries=())
    )


def states_named(blocks: Sequence[Sequence[Unit]]) -> frozenset[str]:
    """The states that an article names, as states or peoples or by their cities."""
    return frozenset(
        _state(unit.entries[0]) for block in blocks for unit in block if unit.entries and unit.kind in _SAID
    )


def _rivals(unit: Unit) -> tuple[Entry, ...]:
    """The entries of a place where they lie in different states."""
    if unit.kind not in _PLACES or len(unit.entries) < 2:
        return ()
    entries = tuple(e for e in unit.entries if e.kind is unit.entries[0].kind)
    return entries if len({_state(e) for e in entries}) > 1 else ()


def _state(entry: Entry) -> str:
    return entry.key if entry.key.startswith("state/") else entry.state or ""


def _states(unit: Unit) -> Iterator[str]:
    """The states that a unit speaks of: its own, that of a city, that of a person."""
    if unit.entries and not _rivals(unit):
        yield _state(unit.entries[0])


def _chosen(block: Sequence[Unit], i: int, named: set[str], gazetteer: Gazetteer) -> Unit:
    unit = block[i]
    entries = _rivals(unit)
    if not entries:
        return unit
    beside = {s for neighbour in _beside(block, i) for s in _states(neighbour)}
    best = next((e for e in entries if _state(e) in beside), None) or _likeliest(entries, named, gazetteer)
    return replace(unit, entries=(best, *(e for e in unit.entries if e != best)))


def _beside(block: Sequence[Unit], i: int) -> Iterator[Unit]:
    """The state that goes with a place: "Tripoli, Libya", "Vienna (Austria)", "the Lebanese city of Tripoli"."""
    after = block[i + 1 : i + 4]
    named = (
        len(after) > 1 and after[0].text in (",", "(") and after[1].kind in (UnitKind.STATE, UnitKind.REGION)
    )
    if named and (len(after) < 3 or after[2].text in _STOPS):
        yield after[1]
    k = i - 1
    while k >= 0 and block[k].low in _KINDS:
        k -= 1
    if k >= 0 and block[k].kind in _STATES:
        yield block[k]


def _likeliest(entries: Sequence[Entry], named: set[str], gazetteer: Gazetteer) -> Entry:
    """A capital, or the largest, unless only another's state is named and the place is of its size."""
    first = entries[0]
    if _state(first) in named:
        capital = next((e for e in entries if gazetteer.capital(_state(e)) == e.key), None)
        return capital if capital is not None and _state(capital) in named else first
    if first.key.startswith("state/"):
        return next((e for e in entries if e.key in named), first)
    fits = (
        e for e in entries if gazetteer.capital(_state(e)) == e.key or (e.importance * _SMALLER > first.importance and _state(e) in named)
    )  # fmt: skip
    return next(fits, first) if gazetteer.capital(_state(first)) != first.key else first
