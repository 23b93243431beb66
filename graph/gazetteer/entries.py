"""What the index holds, as frozen records."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.graph.claims import EntityKind


@dataclass(frozen=True, slots=True)
class Spelling:
    """One spelling of an entity and how it is used.

    `hint` is one of name, acronym, demonym_adjective ("Tajik"), demonym_noun ("Tajiks"), metonym ("Kremlin"),
    surname.
    """

    text: str
    hint: str


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One entity of the reference data; the gazetteer makes one object of each, compared by identity.

    `state` is the key of the state that a city or region lies in, a body belongs to, or a person serves or
    served last (the organisation's, where it never was a state); for a state its own. `importance` is the
    population, 0 where none is known. `common` is true for a place whose name is also a word, a first name or
    a surname, or that of a state or an organisation.
    """

    key: str
    kind: EntityKind
    name: str
    importance: int
    state: str | None
    state_name: str
    gender: str
    common: bool
    spellings: tuple[Spelling, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Full names and acronyms, the canonical name first."""
        found = (s.text for s in self.spellings if s.hint in ("name", "acronym"))
        return tuple(dict.fromkeys((self.name, *found)))

    @property
    def surnames(self) -> tuple[str, ...]:
        """The short forms by which a person is called ("Xi", "López Obrador")."""
        return self.hinted("surname")

    def hinted(self, hint: str) -> tuple[str, ...]:
        """The spellings used in one way: `hinted("metonym")`."""
        return tuple(spelling.text for spelling in self.spellings if spelling.hint == hint)


@dataclass(frozen=True, slots=True)
class Phrase:
    """One spelling with its entry, to build matchers from."""

    surface: str
    entry: Entry
    hint: str


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person in one office. `of` is a state, organisation or body; dates are ISO 8601 at any precision.

    `former` without `end` means that the office was given up on a day that the sources do not tell.
    """

    key: str
    person: str
    role: str
    of: str
    start: str | None
    end: str | None
    former: bool


@dataclass(frozen=True, slots=True)
class Membership:
    """The tie of a state to an organisation; status as in claims: member, former, applicant, acceding…"""

    key: str
    member: str
    organisation: str
    status: str
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class BaseEntry:
    """A base abroad: the state or region where it stands, and the states whose it is or was."""

    name: str
    names: tuple[str, ...]
    host: str
    operators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TreatyEntry:
    """A treaty with all its names, the canonical one first."""

    key: str
    name: str
    names: tuple[str, ...]
