"""What is known of a place: the state that a city lies in, a state's seat of power, the town of a name."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.mentions.reading import Reading

_LARGE = 300_000  # inhabitants from which a city is a large one


@dataclass(frozen=True, slots=True)
class Place:
    """A place as far as the words go: a city, its state, or a state alone; `token` is where it stands."""

    city: Entity | None
    state: Entity | None
    token: int

    @property
    def narrowest(self) -> Entity | None:
        return self.city or self.state


def region_at(reading: Reading, region: Entity, token: int) -> Place | None:
    """The state that a region lies in; None for regions of several."""
    entry = reading.gazetteer.find(region.key)
    if entry is None or not entry.state:
        return None
    return Place(None, Entity(EntityKind.STATE, entry.state_name, entry.state, entry.state_name), token)


def seat_of(reading: Reading, state: Entity, token: int) -> Place:
    """Where a seat of power stands: "at the White House" is in Washington."""
    key = reading.gazetteer.capital(state.key)
    entry = reading.gazetteer.find(key) if key else None
    city = Entity(EntityKind.CITY, entry.name, entry.key, entry.name) if entry is not None else None
    return Place(city, Entity(EntityKind.STATE, state.name, state.key, state.name), token)


def state_at(reading: Reading, key: str | None, token: int) -> Place | None:
    """The state with a key, as the place that something at a token tells of."""
    entry = reading.gazetteer.find(key) if key is not None else None
    if entry is None or entry.kind is not EntityKind.STATE:
        return None
    return Place(None, Entity(EntityKind.STATE, entry.name, entry.key, entry.name), token)


def whole(reading: Reading, place: Entity, token: int = 0) -> Place:
    """A city with its state, or a state alone."""
    if place.kind is EntityKind.STATE:
        return Place(None, place, token)
    entry = reading.gazetteer.find(place.key)
    if entry is None or not entry.state:
        return Place(place, None, token)
    return Place(place, Entity(EntityKind.STATE, entry.state_name, entry.state, entry.state_name), token)


def land_of(reading: Reading, place: Entity) -> Entity | None:
    """The state that a town or a region lies in; a state itself."""
    if place.kind is EntityKind.STATE:
        return place
    entry = reading.gazetteer.find(place.key)
    if entry is None or not entry.state or not entry.state.startswith("state/"):
        return None
    return Entity(EntityKind.STATE, entry.state_name, entry.state, place.written)


def town_called(reading: Reading, written: str) -> Place | None:
    """The largest city called so; shouted names count as ordinary ones."""
    for form in (written, written.title()):
        for entry in reading.gazetteer.lookup(form):
            if entry.kind is EntityKind.CITY and entry.state:
                state = Entity(EntityKind.STATE, entry.state_name, entry.state, entry.state_name)
                return Place(Entity(EntityKind.CITY, entry.name, entry.key, written), state, 0)
    return None


def is_large(reading: Reading, place: Place) -> bool:
    """Whether a place is a capital or another large city."""
    entry = reading.gazetteer.find(place.city.key) if place.city is not None else None
    return entry is not None and (entry.importance >= _LARGE or is_capital(reading, place))


def is_capital(reading: Reading, place: Place) -> bool:
    """Whether a place is the capital of its state."""
    key = place.state.key if place.state is not None else ""
    return place.city is not None and reading.gazetteer.capital(key) == place.city.key
