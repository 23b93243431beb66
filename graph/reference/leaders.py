"""People and the posts they held: hand-kept tables first, then Wikidata's of 2022, then the factbook's incumbents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from summitry.graph.names import fold, same_person, slug
from summitry.graph.reference.nodes import Node, Property, Term, Value, concept, dated, ref, spelled
from summitry.graph.reference.posts import Post, factbook_posts, wikidata_posts
from summitry.graph.reference.sources import Sources, listed
from summitry.graph.reference.states import Atlas


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
        person = self._spelled.get(fold(post.person))
        if person is None:
            colleagues = (p for p in self._people.values() if post.of in p.offices)
            person = next((p for p in colleagues if _same(p, post.person)), None)
            if person is not None:
                person.aliases.append(post.person)
        if person is None:
            person = Person(post.person)
        self._add(person)
        self._spelled[fold(post.person)] = person
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
    tenures: dict[tuple[str, str], list[tuple[Person, Post]]] = {}
    for post in edited_posts(sources, states, organisations):
        tenures.setdefault((post.of, post.role), []).append((people.meet(post), post))
    kept = set(tenures)
    for post in (*wikidata_posts(sources, states), *factbook_posts(sources, states)):
        person = people.meet(post)
        if (post.of, post.role) not in kept:
            _merge(tenures.setdefault((post.of, post.role), []), person, post)
    for person in people:
        yield _person_node(person)
    yield from _tenure_nodes(tenures, names)


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
    exact: list[Property] = [("skos:exactMatch", Term(f"wd:{person.wikidata}"))] if person.wikidata else []
    gender: list[Property] = [("foaf:gender", Value(person.gender))] if person.gender else []
    properties = (
        *spelled("skos:altLabel", aliases),
        *spelled("foaf:familyName", person.surnames),
        *gender,
        *exact,
    )
    return Node(f"id/{person.key}", ("sy:Person",), person.name, properties)


def _tenure_nodes(
    tenures: dict[tuple[str, str], list[tuple[Person, Post]]], names: dict[str, str]
) -> Iterator[Node]:
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
