"""Posts and who held them when: the hand-kept table first, then Wikidata's of 2022, then the factbook's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from summitry.graph.names import fold, slug
from summitry.graph.reference.nodes import Node, Value, concept, dated, ref
from summitry.graph.reference.people import People, Person, person_node
from summitry.graph.reference.posts import Post, factbook_posts, wikidata_posts
from summitry.graph.reference.sources import Sources
from summitry.graph.reference.states import Atlas

Held = dict[tuple[str, str], list[tuple[Person, Post]]]  # (state or organisation, role) -> its holders


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
        yield person_node(person)
    yield from _tenure_nodes(tenures, names)


def _namesake(held: list[tuple[Person, Post]], post: Post) -> Person | None:
    """Who took up the same post in the same year and shares a name ("Bola Tinubu", "Bola Ahmed Tinubu")."""
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


def _tenure_nodes(tenures: Held, names: dict[str, str]) -> Iterator[Node]:
    """A tenure's key carries its first year, or day, only where the person held the post more than once."""
    for (of, role), held in sorted(tenures.items()):
        for person, post in held:
            starts = [other.start for holder, other in held if holder is person]
            years = [start[:4] for start in starts]
            since = post.start[:4] if years.count(post.start[:4]) == 1 else post.start
            parts = (slug(person.name), slug(role), of.partition("/")[2], since if len(starts) > 1 else "")
            yield Node(
                f"id/tenure/{'-'.join(filter(None, parts))}",
                ("sy:Tenure",),
                f"{person.name}, {role} of {names[of]}",
                (
                    ("sy:holder", ref(person.key)),
                    ("sy:role", concept("role", role)),
                    ("sy:officeOf", ref(of)),
                    ("sy:former", Value("true" if post.former else "false", "xsd:boolean")),
                    *dated(post.start, post.end),
                ),
                (post.source,),
            )
