"""The people of all sources, one entry each, whatever the source's spelling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from summitry.graph.names import family_name, fold, same_person, slug
from summitry.graph.reference.nodes import Node, Property, Term, Value, spelled
from summitry.graph.reference.posts import Post
from summitry.graph.reference.sources import listed

# Where the family name stands first in English texts too. Vietnamese go by their last name: see people.csv.
FAMILY_FIRST = frozenset({"state/china", "state/taiwan", "state/north-korea", "state/south-korea"})


@dataclass(slots=True)
class Person:
    """One person: the canonical name, other spellings, and where the name is known from."""

    name: str
    aliases: list[str] = field(default_factory=list)
    surnames: list[str] = field(default_factory=list)
    gender: str = ""
    wikidata: str = ""
    offices: set[str] = field(default_factory=set)  # keys of the states and organisations served
    sources: set[str] = field(default_factory=set)

    @property
    def key(self) -> str:
        """The key of the canonical name."""
        return f"person/{slug(self.name)}"


class People:
    """The people of all sources, one entry each, whatever the source's spelling."""

    def __init__(self, rows: Iterable[dict[str, str]]) -> None:
        self._people: dict[str, Person] = {}
        self._spelled: dict[str, Person] = {}
        for row in rows:
            surnames = listed(row["surnames"])
            person = Person(row["name"], listed(row["aliases"]), surnames, row["gender"])
            self._add(person)

    def __iter__(self) -> Iterator[Person]:
        return iter(sorted(self._people.values(), key=lambda person: person.key))

    def meet(self, post: Post) -> Person:
        """The person who holds the post: known by this spelling, by a variant in the same office, or new."""
        person = self.find(post) or Person(post.person)
        self._add(person)
        return self.call(person, post)

    def find(self, post: Post) -> Person | None:
        """The person known by this spelling, or by one that sounds alike among servants of the same state."""
        colleagues = (person for person in self._people.values() if post.of in person.offices)
        known = self._spelled.get(fold(post.person))
        return known or next((person for person in colleagues if _same(person, post.person)), None)

    def call(self, person: Person, post: Post) -> Person:
        """Notes the spelling, the office and the identifier under which a source knows the person."""
        if self._spelled.setdefault(fold(post.person), person) is person and post.person != person.name:
            person.aliases.append(post.person)
        person.offices.add(post.of)
        person.wikidata = person.wikidata or post.wikidata
        person.sources.add(post.source)
        return person

    def _add(self, person: Person) -> None:
        self._people[person.name] = person
        for name in (person.name, *person.aliases):
            self._spelled.setdefault(fold(name), person)


def _same(person: Person, name: str) -> bool:
    return any(same_person(known, name) for known in (person.name, *person.aliases))


def person_node(person: Person) -> Node:
    """The person as a node."""
    aliases = [name for name in person.aliases if name != person.name]
    surnames = person.surnames or [family_name(person.name, bool(person.offices & FAMILY_FIRST))]
    gender: list[Property] = [("foaf:gender", Value(person.gender))] if person.gender else []
    exact: list[Property] = [("skos:exactMatch", Term(f"wd:{person.wikidata}"))] if person.wikidata else []
    properties = (*spelled("skos:altLabel", aliases), *spelled("skos:hiddenLabel", surnames), *gender, *exact)
    return Node(f"id/{person.key}", ("sy:Person",), person.name, properties, tuple(sorted(person.sources)))
