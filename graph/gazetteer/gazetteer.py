"""The index as questions: which entity a spelling means, who held a post, who belongs to what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from summitry.graph.claims import EntityKind
from summitry.graph.errors import UnknownName
from summitry.graph.gazetteer.entries import Entry, Membership, Phrase, Spelling, Tenure, TreatyEntry
from summitry.graph.gazetteer.given import Given
from summitry.graph.gazetteer.periods import Moment, overlaps
from summitry.graph.gazetteer.posts import Posts, held
from summitry.graph.gazetteer.spelling import fits, variants
from summitry.graph.names import fold


class Gazetteer:
    """Answers from an index as `graph.reference.index` builds it. Entries are made when first asked for."""

    def __init__(self, index: dict[str, Any]) -> None:
        self._rows: list[list[Any]] = index["entries"]
        self._spellings: dict[str, list[int]] = index["spellings"]
        self._numbers = {row[0]: number for number, row in enumerate(self._rows)}
        self._made: dict[int, Entry] = {}
        self._posts = Posts(
            Tenure(k, p, role, of, s, e, bool(f)) for k, p, role, of, s, e, f in index["tenures"]
        )
        self._capitals: dict[str, str] = index["capitals"]
        self._bodies: dict[str, str] = index["bodies"]
        self._treaties = tuple(TreatyEntry(key, name, tuple(names)) for key, name, names in index["treaties"])
        self._borders: list[tuple[str, str, str, float]] = [tuple(row) for row in index["borders"]]
        self._members: dict[str, list[Membership]] = defaultdict(list)
        for key, member, organisation, status, start, end in index["memberships"]:
            tie = Membership(key, member, organisation, status, start or None, end or None)
            self._members[organisation].append(tie)
            self._members[member].append(tie)
        self._given = Given((row[1], row[4]) for row in self._rows if row[4])

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
        """The entries that a spelling may stand for: states, organisations, bodies, people, regions, cities, in this
        order, the populous before the small. Accents, hyphens and dots do not matter, capitals do."""
        found = (entry for entry, spelling in self._matches(surface) if spelling.hint != "surname")
        return tuple(dict.fromkeys(found))

    def person(self, name: str) -> tuple[Entry, ...]:
        """The people with this full name, in any spelling on record."""
        matches = self._matches(name)
        return tuple(
            dict.fromkeys(e for e, s in matches if e.kind is EntityKind.PERSON and s.hint != "surname")
        )

    def surname(self, name: str) -> tuple[Entry, ...]:
        """The people who are called by this short form."""
        return tuple(
            dict.fromkeys(entry for entry, spelling in self._matches(name) if spelling.hint == "surname")
        )

    def demonym(self, surface: str) -> Entry | None:
        """The state of "Tajik", "Tajiks", "Dutchman"; None where it is no demonym or one of several states."""
        states = {entry for entry, spelling in self._matches(surface) if spelling.hint.startswith("demonym")}
        return states.pop() if len(states) == 1 else None

    def phrases(self) -> Iterator[Phrase]:
        """Every spelling with its entry and hint, in the order of the entries."""
        for entry in self:
            for spelling in entry.spellings:
                yield Phrase(spelling.text, entry, spelling.hint)

    # ------------------------------------------------------------------ places and borders

    def state_of(self, key: str) -> str | None:
        """The key of the state that a city, region, body, person or state belongs to."""
        entry = self.find(key)
        return entry.state if entry and entry.state and entry.state.startswith("state/") else None

    def capital(self, state: str) -> str | None:
        """The key of a state's capital."""
        return self._capitals.get(state)

    def border(self, a: str, b: str) -> float | None:
        """The length in km of the border of two states; None where they have none."""
        return next((km for _, x, y, km in self._borders if {x, y} == {a, b}), None)

    def neighbours(self, state: str) -> tuple[str, ...]:
        """The states with a land border to this one."""
        return tuple(y if x == state else x for _, x, y, _ in self._borders if state in (x, y))

    # ------------------------------------------------------------------ organisations and treaties

    def owner(self, body: str) -> str | None:
        """The state or organisation that a body belongs to."""
        return self._bodies.get(body)

    def members(
        self, organisation: str, on: Moment | None = None, status: str = "member"
    ) -> tuple[Membership, ...]:
        """The ties of this status to an organisation; with a day, who was a full member then, left since or not."""
        ties = [tie for tie in self._members.get(organisation, ()) if tie.organisation == organisation]
        if on is None:
            return tuple(tie for tie in ties if tie.status == status)
        wanted = {status, "former"} if status == "member" else {status}
        return tuple(tie for tie in ties if tie.status in wanted and overlaps(on, tie.start, tie.end))

    def memberships(self, state: str) -> tuple[Membership, ...]:
        """Every tie of a state to an organisation."""
        return tuple(tie for tie in self._members.get(state, ()) if tie.member == state)

    def treaties(self) -> tuple[TreatyEntry, ...]:
        """Every treaty."""
        return self._treaties

    def treaty(self, surface: str) -> TreatyEntry | None:
        """The treaty with this name or acronym."""
        forms = variants(surface)
        return next(
            (
                t
                for t in self._treaties
                if any(fold(n) in forms and fits(surface, n, _case(n)) for n in t.names)
            ),
            None,
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
        """Whether a person is a woman: by the reference data, else by a given name or ending that tells; else None."""
        entry = self.find(key)
        if entry is not None and entry.gender:
            return entry.gender == "female"
        return self._given.female(name or (entry.name if entry else ""))

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
        """The entries behind a surface with the spelling that fits it."""
        for form in variants(surface):
            for number in self._spellings.get(form, ()):
                entry = self._entry(number)
                for spelling in entry.spellings:
                    known = variants(spelling.text)
                    if form in known and fits(
                        surface if form == fold(surface) else surface[4:], spelling.text, spelling.hint
                    ):
                        yield entry, spelling


def _case(name: str) -> str:
    return "acronym" if name.isupper() else "name"
