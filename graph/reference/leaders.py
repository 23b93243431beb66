"""People and the posts they held: hand-kept tables first, then Wikidata's of 2022, then the factbook's incumbents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from summitry.graph.names import family_name, fold, same_person, slug
from summitry.graph.reference.nodes import Node, Property, Term, Value, concept, dated, ref, spelled
from summitry.graph.reference.posts import Post, factbook_posts, wikidata_posts
from summitry.graph.reference.sources import Sources, listed
from summitry.graph.reference.states import Atlas


# States where the family name stands first in English texts too. Vietnamese go by their last name: see people.csv.
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

    @property
    def key(self) -> str:
        return f"person/{slug(self.name)}"


Held = dict[tuple[str, str], list[tuple[Person, Post]]]


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
        """The person known by this spelling, or by one that sounds alike among those who served the same state."""
        colleagues = (person for person in self._people.values() if post.of in person.offices)
        known = self._spelled.get(fold(post.person))
        return known or next((person for person in colleagues if _same(person, post.person)), None)

    def call(self, person: Person, post: Post) -> Person:
        """Notes the spelling, the office and the identifier under which a source knows the person."""
        if self._spelled.setdefault(fold(post.person), person) is person and post.person != person.name:
            person.aliases.append(post.person)
        person.offices.add(post.of)
        person.wikidata = person.wikidata or post.wikidata
        return person

    def _add(self, person: Person) -> None:
        self._people[person.name] = person
        for name in (person.name, *person.aliases):
            self._spelled.setdefault(fold(name), person)


def _same(person: Person, name: str) -> bool:
    return any(same_person(known, name) for known in (person.name, *person.aliases))


def leader_nodes(
    sources: Sources, states: Atlas, organisations: dict[str, str], names: dict[str, str]
) -> Iterator[Node]:
    """People and their tenures; `names` gives the label of every state, organisation and body."""
    people = People(sources.editors("people"))
    tenures: Held = {}
    for post in edited_posts(sources, states, organisations):
        person = people.meet(post)
        person.gender = person.gender or "male"  # the hand-kept table of people names the women
        tenures.setdefault((post.of, post.role), []).append((person, post))
    kept = set(tenures)
    for post in (*wikidata_posts(sources, states), *factbook_posts(sources, states)):
        held = tenures.setdefault((post.of, post.role), [])
        known = people.find(post) or _namesake(held, post)
        if known is not None:
            people.call(known, post)
        if (post.of, post.role) not in kept:
            _merge(held, known or people.meet(post), post)
    for person in people:
        yield _person_node(person)
    yield from _tenure_nodes(tenures, names)


def _namesake(held: list[tuple[Person, Post]], post: Post) -> Person | None:
    """Who took up the same post in the same year and shares a name: "Bola Tinubu", "Bola Ahmed Adekunle Tinubu"."""
    words = {word for word in fold(post.person).split() if len(word) > 3}
    for person, known in held:
        if known.start[:4] == post.start[:4] and words & set(fold(person.name).split()):
            return person
    return None


def edited_posts(sources: Sources, states: Atlas, organisations: dict[str, str]) -> Iterator[Post]:
    """The rows of the hand-kept table of posts."""
    for row in sources.editors("leaders"):
        of = organisations.get(fold(row["of"].replace("+", " plus"))) or states.key(row["of"])
        yield Post(of, row["role"], row["person"], row["start"], row["end"], row["end"] != "")


def _merge(held: list[tuple[Person, Post]], person: Person, post: Post) -> None:
    """Adds what a further source says: a new tenure, or the exact start of one that is known by its year."""
    for i, (other, known) in enumerate(held):
        if other is person and (known.start[:4] == post.start[:4] or not known.former):
            held[i] = (
                person,
                replace(known, start=max(known.start, post.start, key=len), former=post.former),
            )
            return
    if post.source == "factbook":
        held[:] = [(other, replace(known, former=True)) for other, known in held]
    held.append((person, post))


def _person_node(person: Person) -> Node:
    aliases = [name for name in person.aliases if name != person.name]
    surnames = person.surnames or [family_name(person.name, bool(person.offices & FAMILY_FIRST))]
    gender: list[Property] = [("foaf:gender", Value(person.gender))] if person.gender else []
    exact: list[Property] = [("skos:exactMatch", Term(f"wd:{person.wikidata}"))] if person.wikidata else []
    properties = (*spelled("skos:altLabel", aliases), *spelled("foaf:familyName", surnames), *gender, *exact)
    return Node(f"id/{person.key}", ("sy:Person",), person.name, properties)


def _tenure_nodes(tenures: Held, names: dict[str, str]) -> Iterator[Node]:
    """A tenure's key carries its first year only where the person held the post more than once."""
    for (of, role), held in sorted(tenures.items()):
        for person, post in held:
            again = sum(other is person for other, _ in held) > 1
            parts = [
                slug(person.name),
                slug(role),
                of.partition("/")[2],
                *([post.start[:4]] if again else []),
            ]
            yield Node(
                f"id/tenure/{'-'.join(parts)}",
                ("sy:Tenure",),
                f"{person.name}, {role} of {names[of]}",
                (
                    ("sy:holder", ref(person.key)),
                    ("sy:role", concept("role", role)),
                    ("sy:officeOf", ref(of)),
                    ("sy:former", Value("true" if post.former else "false", "xsd:boolean")),
                    *dated(post.start, post.end),
                ),
            )
