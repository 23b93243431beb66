"""The people of one article: every name in it to one entity, full names first, bare surnames to the full name they shorten."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from dataclasses import dataclass, field
from datetime import date

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.gazetteer import Entry, Gazetteer
from summitry.graph.mentions.long_names import WELL_KNOWN, known_by_less, longer_form, same_but_longer
from summitry.graph.mentions.model import Mention, Post
from summitry.graph.mentions.name_forms import (
    bare_name,
    fold,
    given_name,
    misspelt,
    near_given,
    parts,
    short_forms,
    short_of,
    surname_only,
)
from summitry.graph.mentions.name_words import COMMON_TOO
from summitry.graph.names import same_person

_FEW = 80
_LONG = 5  # letters of a surname that may be matched by sound
_JUNIORS = frozenset({"jr", "jr.", "sr", "sr."})
HEADS = frozenset(
    {"president", "prime minister", "chancellor", "king", "emir", "sultan", "supreme leader", "crown prince"}
)
_SEX = {"mrs": True, "mrs.": True, "ms": True, "ms.": True, "madam": True, "mr": False, "mr.": False}
_PRINCELY = re.compile(r"(?:[\w-]+\s){0,3}(?:Prince|Princess)\b")
_GIVEN = 4  # letters of a given name that may stand alone


@dataclass(slots=True)
class Person:
    """One person of the article: the entity, the posts the article states, where first met."""

    entity: Entity
    first: int
    posts: list[Post] = field(default_factory=list)
    named: list[int] = field(default_factory=list)  # the offsets of the full names


class Registry:
    """Names -> people, for one article published on `published`."""

    def __init__(
        self, gazetteer: Gazetteer, published: date | None, states: frozenset[str] = frozenset()
    ) -> None:
        self._gazetteer = gazetteer
        self._published = published
        self._states = states  # those that the article names
        self.people: dict[str, Person] = {}
        self._short: dict[str, list[str]] = {}
        self._given: dict[str, list[str]] = {}  # given name -> keys of the people named in full with it

    def full(self, mention: Mention) -> Entity | None:
        """The person behind a mention that carries a name of two words or more; registered under its short forms."""
        name = bare_name(mention)
        if surname_only(name):
            return None
        entity = (
            self._known(mention, name)
            or self._variant(mention, name)
            or self._namesake(name)
            or self._double(mention, name)
            or _new(name)
        )
        entity = Entity(entity.kind, entity.name, entity.key, name)
        self._add(entity, mention)
        insort(self.people[entity.key].named, mention.start)
        return entity

    def short(self, mention: Mention) -> Entity | None:
        """The person behind a bare surname, or None where the article and the reference data leave it open."""
        name = " ".join(p for p in parts(bare_name(mention)) if p.lower() not in _JUNIORS) or bare_name(
            mention
        )
        key = fold(name)
        keys = self._short.get(key, [])
        if keys:
            chosen = self._choose(keys, mention)
            if chosen is not None:
                self._add(chosen, mention)
                return Entity(chosen.kind, chosen.name, chosen.key, name)
        titled = mention.start < mention.name_start
        entity = (
            (self._by_given_name(mention, key) if titled else None)  # "Sheikh Mohammed", "President Emomali"
            or self._office_holder(mention, name)
            or self._famous(mention, name)
            or self._foreign(mention, name)
            or self._by_given_name(mention, key)
        )
        if entity is None and mention.start < mention.name_start:
            entity = _new(name)
        if entity is not None:
            entity = Entity(entity.kind, entity.name, entity.key, name)
            self._add(entity, mention)
        return entity

    def recognises(self, mention: Mention) -> bool:
        """Whether a run of capitals is a spelling of a known person's whole name."""
        name = bare_name(mention)
        known = self._gazetteer.person(name) or self._alike(mention, name)
        return not surname_only(name) and len(known) == 1

    def knows(self, word: str) -> bool:
        """Whether a single word is the short form of somebody in the article."""
        return fold(word) in self._short

    def with_post(self, role: str, of: str | None, before: int) -> list[Person]:
        """The people to whom the article gives this post, those met before the offset first."""
        found = [
            p
            for p in self.people.values()
            if any(
                post.role == role
                and not post.former
                and (of is None or (post.of.key if post.of else self._state(p)) == of)
                for post in p.posts
            )
        ]
        return sorted(found, key=lambda p: (p.first > before, -p.first if p.first <= before else p.first))

    # ------------------------------------------------------------------

    def _known(self, mention: Mention, name: str) -> Entity | None:
        if mention.entity is not None:
            return mention.entity
        entries = (
            self._gazetteer.person(name)
            or self._alike(mention, name)
            or known_by_less(self._gazetteer, self._published, mention, name)
        )
        return _entity(entries[0], name) if len(entries) == 1 else None

    def _alike(self, mention: Mention, name: str) -> tuple[Entry, ...]:
        """Those whose name may be spelled so: people in office at the time, or known to have held the stated post."""
        roles = {post.role for post in mention.posts}
        return tuple(
            entry
            for entry in self._gazetteer.similar(name)
            if (self._published is not None and self._gazetteer.in_office(entry.key, self._published))
            or any(tenure.role in roles for tenure in self._gazetteer.tenures(entry.key))
            or (not mention.posts and entry.state in self._states)
        )

    def _double(self, mention: Mention, name: str) -> Entity | None:
        """ "Lacalle Pou", "Peña Nieto": a surname of two words; "Rodirgo Duterte": a known one behind a misprint."""
        if self._gazetteer.surname(name):
            return self._famous(mention, name)
        last = parts(name)[-1]
        found = [
            entry
            for entry in self._gazetteer.surname(last) or self._gazetteer.surname_alike(last)
            if entry.state in self._states and self._in_office(entry) and near_given(name, entry.name)
        ]
        return _entity(found[0], name) if len(found) == 1 else None

    def _in_office(self, entry: Entry) -> bool:
        return self._published is not None and self._gazetteer.in_office(entry.key, self._published)

    def _variant(self, mention: Mention, name: str) -> Entity | None:
        """An unlisted spelling of somebody who holds the stated post (or any post of the stated state)."""
        for post in mention.posts:
            if post.of is None:
                continue
            if self._published is not None and not post.former:
                held = self._gazetteer.leaders(post.of.key, post.role, self._published)
                if len(held) == 1 and misspelt(name, self._gazetteer.entity(held[0].person).name):
                    return _entity(self._gazetteer.entity(held[0].person), name)
            for tenure in self._gazetteer.tenures_of(post.of.key):
                entry = self._gazetteer.entity(tenure.person)
                if same_person(name, entry.name) or (
                    tenure.role == post.role and longer_form(name, entry.name)
                ):
                    return _entity(entry, name)
        return None

    def _namesake(self, name: str) -> Entity | None:
        initial = fold(name)[:1]
        few = len(self.people) < _FEW
        for person in self.people.values():
            if not few and fold(person.entity.name)[:1] != initial:
                continue  # a very long text: only likely pairs, so that reading stays linear
            if same_person(name, person.entity.name) or same_person(name, person.entity.written):
                return person.entity
            if same_but_longer(name, person.entity.written):
                return person.entity
        return None

    def _choose(self, keys: list[str], mention: Mention) -> Entity | None:
        """Of several with one surname: who has the post, the sex of "Mrs"; then the head of state whose kin the others are;
        else the one named in full last.
        """
        people = [self.people[k] for k in keys]
        if len(people) == 1:
            return people[0].entity
        for post in mention.posts:
            held = [
                p
                for p in people
                if any(mine.role == post.role and mine.former == post.former for mine in p.posts)
            ]
            if len(held) == 1:
                return held[0].entity
        people = self._of_sex(people, mention) or people
        people = [p for p in people if p.first <= mention.start] or people
        heads = [p for p in people if self._heads(p)]
        kin = len({self._state(p) for p in people} - {None}) == 1
        if len(heads) == 1 and (kin or heads[0].first == min(p.first for p in people)):
            return heads[0].entity  # the Kim of the story, whatever other Kims its background has
        before = [(p.named[at - 1], p) for p in people if (at := bisect_right(p.named, mention.start))]
        if before:
            return max(before, key=lambda b: b[0])[1].entity
        return min(people, key=lambda p: p.first).entity

    def _of_sex(self, people: list[Person], mention: Mention) -> list[Person]:
        title = mention.text[: max(0, mention.name_start - mention.start)].lower().split()
        sexes = {_SEX[word] for word in title if word in _SEX}
        if len(sexes) != 1:
            return []
        return [p for p in people if self._gazetteer.female(p.entity.key, p.entity.name) in (*sexes, None)]

    def _heads(self, person: Person) -> bool:
        """Whether somebody heads a state or its government when the article is written."""
        if any(post.role in HEADS and not post.former and not post.counterpart for post in person.posts):
            return True
        now = self._gazetteer.current(person.entity.key, self._published)
        return now is not None and now.role in HEADS

    def _state(self, person: Person) -> str | None:
        entry = self._gazetteer.find(person.entity.key)
        known = entry.state if entry is not None else None
        return next((post.of.key for post in person.posts if post.of is not None), known)

    def _by_given_name(self, mention: Mention, key: str) -> Entity | None:
        """ "Prime Minister Shehbaz", "the latter's brother Fidel": the one person in the article whose given name it is."""
        if len(key) < _GIVEN:
            return None
        found = [self.people[k] for k in self._given.get(key, ())]
        if mention.posts:
            roles = {post.role for post in mention.posts}
            states = {post.of.key for post in mention.posts if post.of is not None}
            known = [p for p in found if roles & self._roles(p) or self._state(p) in states]
            return known[0].entity if len(known) == 1 else None
        return found[0].entity if len(found) == 1 else None

    def _roles(self, person: Person) -> set[str]:
        return {post.role for post in person.posts} | {
            t.role for t in self._gazetteer.tenures(person.entity.key)
        }

    def _office_holder(self, mention: Mention, name: str) -> Entity | None:
        """ "President Kibaki": the holder of the post, at the time, whose surname this is."""
        for post in mention.posts:
            if post.of is None or post.counterpart:
                continue
            for tenure in self._gazetteer.leaders(post.of.key, post.role, self._published):
                entry = self._gazetteer.entity(tenure.person)
                if fold(name) in short_forms(entry):
                    return _entity(entry, name)
        return None

    def _famous(self, mention: Mention, name: str) -> Entity | None:
        """Who is called so everywhere; of several, who is in office at the time and whose state the article names."""
        entries = self._gazetteer.surname(name)
        bare = not mention.posts and mention.start == mention.name_start
        if bare and name.lower() in COMMON_TOO:
            return None
        if _PRINCELY.match(mention.text):  # "Prince Mohammed" is no king
            entries = tuple(e for e in entries if self._princely(e))
        if bare_name(mention).lower().rstrip(".").endswith(" jr"):
            entries = (
                tuple(e for e in entries if any(n.rstrip(".").endswith(" Jr") for n in e.names)) or entries
            )
        if mention.posts and len(entries) > 1:
            states = {p.of.key for p in mention.posts if p.of is not None}
            roles = {p.role for p in mention.posts}
            entries = tuple(e for e in entries if e.state in states) or entries
            entries = tuple(e for e in entries if self._held(e) & roles) or entries
        if any(p.role in HEADS and not p.former and _of_state(p) for p in mention.posts):
            entries = tuple(e for e in entries if self._held(e) & HEADS)
        if len(entries) > 1 and self._published is not None:
            here = tuple(e for e in entries if self._gazetteer.in_office(e.key, self._published))
            near = tuple(e for e in here if e.state in self._states) or here
            rivals = any(e.state in self._states for e in entries if e not in here)
            if rivals and not any(e.state in self._states for e in near):
                return None  # "King Abdullah" in an article on another's kingdom
            entries = near or entries
        return _entity(entries[0], name) if len(entries) == 1 else None

    def _princely(self, entry: Entry) -> bool:
        return bool(self._held(entry) & {"crown prince", "deputy crown prince"})

    def _held(self, entry: Entry) -> set[str]:
        return {tenure.role for tenure in self._gazetteer.tenures(entry.key)}

    def _foreign(self, mention: Mention, name: str) -> Entity | None:
        """ "Zelenskiy", "President Rakhmon": an unlisted spelling of the surname of somebody in office at the time."""
        if self._published is None or len(name) < _LONG or self._gazetteer.surname(name):
            return None
        roles = {post.role for post in mention.posts if not post.former and not post.counterpart}
        found = {
            entry.key: entry
            for entry in self._gazetteer.surname_alike(name)
            for tenure in (self._gazetteer.current(entry.key, self._published),)
            if tenure is not None
            and (
                tenure.role in roles
                or (not roles and tenure.role in WELL_KNOWN and self._named_here(entry, name))
            )
        }
        return _entity(next(iter(found.values())), name) if len(found) == 1 else None

    def _named_here(self, entry: Entry, name: str) -> bool:
        """Whether a bare surname that only sounds like somebody's may be meant for him: his state is spoken of."""
        return (not self._states or entry.state in self._states) and any(
            fold(known)[:1] == fold(name)[:1] for known in entry.surnames
        )

    def _add(self, entity: Entity, mention: Mention) -> None:
        person = self.people.get(entity.key)
        if person is None:
            person = self.people[entity.key] = Person(entity, mention.start)
            given = given_name(entity.written)
            if given:
                self._given.setdefault(given, []).append(entity.key)
            for form in self._forms(entity):
                self._short.setdefault(form, []).append(entity.key)
        else:
            for form in short_of(entity.written, None):
                if entity.key not in self._short.setdefault(form, []):
                    self._short[form].append(entity.key)
        person.posts.extend(post for post in mention.posts if post not in person.posts)

    def _forms(self, entity: Entity) -> set[str]:
        entry = self._gazetteer.find(entity.key)
        forms = short_of(entity.written, entry.state if entry else None) | short_of(
            entity.name, entry.state if entry else None
        )
        return forms | (short_forms(entry) if entry is not None else set())


def _of_state(post: Post) -> bool:
    return post.of is None or post.of.kind is EntityKind.STATE


def _entity(entry: Entry, written: str) -> Entity:
    return Entity(EntityKind.PERSON, entry.name, entry.key, written)


def _new(name: str) -> Entity:
    clean = re.sub(r"\s+", " ", name).strip()
    return Entity(EntityKind.PERSON, clean, "person/" + (fold(clean).replace(" ", "-") or "unknown"), clean)
