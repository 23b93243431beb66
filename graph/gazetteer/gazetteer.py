"""The index as questions: which entity a spelling means, who held a post, who belongs to what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from summitry.graph.claims import EntityKind
from summitry.graph.errors import UnknownName
from summitry.graph.gazetteer.entries import (
    BaseEntry,
    Entry,
    Membership,
    Phrase,
    Spelling,
    Tenure,
    TreatyEntry,
)
from summitry.graph.gazetteer.given import Given
from summitry.graph.gazetteer.periods import Moment, overlaps
from summitry.graph.gazetteer.posts import Posts, held
from summitry.graph.gazetteer.spelling import fits, variants
from summitry.graph.names import fold, name_key, same_person, same_surname
from summitry.graph.names.parts import take_apart


class Gazetteer:
    """Answers from an index as `reference.index` builds it; what a question needs is made when asked."""

    def __init__(self, index: dict[str, Any]) -> None:
        self._index = index
        self._rows: list[list[Any]] = index["entries"]
        self._numbers = {row[0]: number for number, row in enumerate(self._rows)}
        self._made: dict[int, Entry] = {}
        self._capitals: dict[str, str] = index["capitals"]
        self._bodies: dict[str, str] = index["bodies"]

    # ------------------------------------------------------------------ entries

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Entry]:
        return (self._entry(number) for number in range(len(self._rows)))

    def entity(self, key: str) -> Entry:
        """The entry with this key; an unknown one is an error."""
        entry = self.find(key)
        if entry is None:
            raise UnknownName(f"no entity {key!r} in the reference data")
        return entry

    def find(self, key: str) -> Entry | None:
        """The entry with this key, if there is one."""
        number = self._numbers.get(key)
        return None if number is None else self._entry(number)

    def lookup(self, surface: str) -> tuple[Entry, ...]:
        """The entries that a spelling may stand for; accents, hyphens and dots do not matter, capitals do.

        States come before organisations, bodies, people, regions and cities, the populous before the small.
        """
        found = (entry for entry, spelling in self._matches(surface) if spelling.hint != "surname")
        return tuple(dict.fromkeys(found))

    def person(self, name: str) -> tuple[Entry, ...]:
        """The people with this full name, in any spelling on record."""
        return tuple(entry for entry in self.lookup(name) if entry.kind is EntityKind.PERSON)

    def similar(self, name: str) -> tuple[Entry, ...]:
        """The people whose name may be spelled so, on record or not: same consonants, then `same_person`."""
        numbers = self._people.get(name_key(name), ())
        entries = (self._entry(number) for number in numbers)
        return tuple(entry for entry in entries if any(same_person(name, known) for known in entry.names))

    def surname(self, name: str) -> tuple[Entry, ...]:
        """The people who are called by this short form."""
        found = (entry for entry, spelling in self._matches(name) if spelling.hint == "surname")
        return tuple(dict.fromkeys(found))

    def surname_alike(self, name: str) -> tuple[Entry, ...]:
        """The people whose surname may be spelled so, on record or not: "Zelenskiy", "Rakhmon", "Gadhafi"."""
        numbers = self._surnames.get(name_key(name), ())
        entries = (self._entry(number) for number in dict.fromkeys(numbers))
        return tuple(entry for entry in entries if any(same_surname(name, known) for known in _short(entry)))

    def demonym(self, surface: str) -> Entry | None:
        """The state of "Tajik", "Tajiks", "Dutchman"; None where it is that of no state or several."""
        states = {entry for entry, spelling in self._matches(surface) if spelling.hint.startswith("demonym")}
        return states.pop() if len(states) == 1 else None

    def phrases(self) -> Iterator[Phrase]:
        """Every spelling with its entry and hint, in the order of the entries."""
        return (Phrase(spelling.text, entry, spelling.hint) for entry in self for spelling in entry.spellings)

    # ------------------------------------------------------------------ places, borders and bases

    def state_of(self, key: str) -> str | None:
        """The key of the state that a city, region, body, person or state belongs to."""
        entry = self.find(key)
        return entry.state if entry and entry.state and entry.state.startswith("state/") else None

    def capital(self, state: str) -> str | None:
        """The key of a state's capital."""
        return self._capitals.get(state)

    def border(self, a: str, b: str) -> float | None:
        """The length in km of the border of two states; None where they have none."""
        return self._borders.get(frozenset((a, b)))

    def neighbours(self, state: str) -> tuple[str, ...]:
        """The states with a land border to this one."""
        return tuple(sorted(key for pair in self._borders if state in pair for key in pair - {state}))

    def bases(self) -> Mapping[str, BaseEntry]:
        """The bases abroad that are known by name, by each of their names."""
        return self._bases_by_name

    # ------------------------------------------------------------------ organisations and treaties

    def owner(self, body: str) -> str | None:
        """The state or organisation that a body belongs to."""
        return self._bodies.get(body)

    def members(
        self, organisation: str, on: Moment | None = None, status: str = "member"
    ) -> tuple[Membership, ...]:
        """The ties of this status to an organisation; with a day, those of then, whoever left since."""
        ties = self._ties.get(organisation, ())
        if on is None:
            return tuple(tie for tie in ties if tie.status == status)
        wanted = {status, "former"} if status == "member" else {status}
        return tuple(tie for tie in ties if tie.status in wanted and overlaps(on, tie.start, tie.end))

    def is_club(self, organisation: str) -> bool:
        """Whether an organisation has members, or had."""
        return any(tie.status in ("member", "former") for tie in self._ties.get(organisation, ()))

    def memberships(self, state: str) -> tuple[Membership, ...]:
        """Every tie of a state to an organisation."""
        return tuple(self._ties.get(state, ()))

    def treaties(self) -> tuple[TreatyEntry, ...]:
        """Every treaty."""
        return tuple(TreatyEntry(key, name, tuple(names)) for key, name, names in self._index["treaties"])

    def treaty(self, surface: str) -> TreatyEntry | None:
        """The treaty with this name or acronym."""
        return next(
            (treaty for treaty in self.treaties() if any(_is(surface, name) for name in treaty.names)), None
        )

    # ------------------------------------------------------------------ people and posts

    def leaders(self, owner: str, role: str, on: Moment | None = None) -> tuple[Tenure, ...]:
        """Who held exactly this post of a state or organisation on that day; ever, where no day is given."""
        return self._posts.holders(owner, role, on)

    def tenures(self, person: str) -> tuple[Tenure, ...]:
        """Every post of a person, in the order in which they were taken up."""
        return self._posts.of_person(person)

    def tenures_of(self, owner: str) -> tuple[Tenure, ...]:
        """Every post on record of a state, organisation or body."""
        return self._posts.of_owner(owner)

    def current(self, person: str, on: Moment | None = None) -> Tenure | None:
        """The highest post that a person holds on a day, or holds still where no day is given."""
        return self._posts.current(person, on)

    def in_office(self, person: str, on: Moment) -> bool:
        """True if the person holds any post on that day."""
        return any(held(tenure, on) for tenure in self._posts.of_person(person))

    def female(self, key: str, name: str = "") -> bool | None:
        """Whether a person is a woman: by the reference data, else by a name that tells; else None."""
        entry = self.find(key)
        if entry is not None and entry.gender:
            return entry.gender == "female"
        return self._given.female(name or (entry.name if entry else ""))

    # ------------------------------------------------------------------ made when first asked for

    @cached_property
    def _spelled(self) -> dict[str, list[int]]:
        """Folded spelling -> numbers of the entries that it may stand for."""
        found: dict[str, list[int]] = {}
        for number, row in enumerate(self._rows):
            for text in dict.fromkeys(fold(text) for texts in row[6].values() for text in texts):
                found.setdefault(text, []).append(number)
        return found

    @cached_property
    def _people(self) -> dict[tuple[str, ...], list[int]]:
        """Key of a name -> numbers of the people with such a name."""
        found: dict[tuple[str, ...], list[int]] = {}
        for number, row in enumerate(self._rows):
            names = row[6].get("name", ()) if row[0].startswith("person/") else ()
            for key in dict.fromkeys(name_key(name) for name in names):
                found.setdefault(key, []).append(number)
        return found

    @cached_property
    def _surnames(self) -> dict[tuple[str, ...], list[int]]:
        """The key of a surname -> the numbers of its bearers."""
        found: dict[tuple[str, ...], list[int]] = {}
        for number, row in enumerate(self._rows):
            if row[0].startswith("person/"):
                for key in dict.fromkeys(name_key(short) for short in row[6].get("surname", ())):
                    found.setdefault(key, []).append(number)
        return found

    @cached_property
    def _posts(self) -> Posts:
        return Posts(Tenure(k, p, r, o, s, e, bool(f)) for k, p, r, o, s, e, f in self._index["tenures"])

    @cached_property
    def _ties(self) -> dict[str, list[Membership]]:
        """Organisation or state -> its memberships."""
        found: dict[str, list[Membership]] = defaultdict(list)
        for key, member, organisation, status, start, end in self._index["memberships"]:
            tie = Membership(key, member, organisation, status, start or None, end or None)
            found[organisation].append(tie)
            found[member].append(tie)
        return found

    @cached_property
    def _borders(self) -> dict[frozenset[str], float]:
        return {frozenset((a, b)): km for _, a, b, km in self._index["borders"]}

    @cached_property
    def _bases_by_name(self) -> dict[str, BaseEntry]:
        rows = self._index["bases"]
        bases = [BaseEntry(name, tuple(names), host, tuple(users)) for name, names, host, users in rows]
        return {name: base for base in bases for name in base.names}

    @cached_property
    def _given(self) -> Given:
        return Given((row[1], row[4], row[6].get("surname", ())) for row in self._rows if row[4])

    # ------------------------------------------------------------------

    def _entry(self, number: int) -> Entry:
        entry = self._made.get(number)
        if entry is None:
            entry = self._made[number] = self._make(self._rows[number])
        return entry

    def _make(self, row: Sequence[Any]) -> Entry:
        key, name, importance, state, gender, common, spelled = row
        owner = self._numbers.get(state) if state else None
        spellings = tuple(Spelling(text, hint) for hint, texts in spelled.items() for text in texts)
        owner_name = self._rows[owner][1] if owner is not None else ""
        kind = EntityKind(key.partition("/")[0])
        return Entry(key, kind, name, importance, state, owner_name, gender, bool(common), spellings)

    def _matches(self, surface: str) -> Iterator[tuple[Entry, Spelling]]:
        """The entries behind a surface, with or without an article before it, and the spelling that fits."""
        for text in variants(surface):
            form = fold(text)
            for number in self._spelled.get(form, ()):
                entry = self._entry(number)
                for spelling in entry.spellings:
                    if fold(spelling.text) == form and fits(text, spelling.text):
                        yield entry, spelling


def _short(entry: Entry) -> tuple[str, ...]:
    """The names that a person goes by alone; East Asian ones have but one spelling, and are left out."""
    return entry.surnames if not take_apart(entry.name).east_asian else ()


def _is(surface: str, name: str) -> bool:
    return any(fold(text) == fold(name) and fits(text, name) for text in variants(surface))
