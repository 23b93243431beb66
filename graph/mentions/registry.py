"""The people of one article: every name in it to one entity, full names first, bare surnames to the full name they shorten."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from dataclasses import replace
from datetime import date

from summitry.graph.claims import Entity
from summitry.graph.gazetteer import Entry, Gazetteer
from summitry.graph.mentions.long_names import known_by_less, longer_form, same_but_longer, same_cut_short
from summitry.graph.mentions.model import Mention, Post
from summitry.graph.mentions.name_forms import (
    bare_name,
    fold,
    given_name,
    nearly,
    parts,
    short_forms,
    short_of,
    surname_only,
    without_initials,
)
from summitry.graph.mentions.persons import Person, known_entity, new_entity
from summitry.graph.mentions.post_staff import STAFF
from summitry.graph.mentions.surnames import HEADS, Surnames
from summitry.graph.names import same_person

_FEW = 80
_JUNIORS = frozenset("jr jr. sr sr.".split())
_SEX = {"mrs": True, "mrs.": True, "ms": True, "ms.": True, "madam": True, "mr": False, "mr.": False}
_ROYAL = re.compile(r"(?:[\w-]+\s){0,3}(?:Prince|Princess|King|Queen|Sultan)\b")
_GIVEN = 4  # letters of a given name that may stand alone


class Registry:
    """Names -> people, for one article published on `published`."""

    def __init__(
        self, gazetteer: Gazetteer, published: date | None, states: frozenset[str] = frozenset()
    ) -> None:
        self._gazetteer = gazetteer
        self._published = published
        self._states = states  # those that the article names
        self._surnames = Surnames(gazetteer, published, states)
        self.people: dict[str, Person] = {}
        self._short: dict[str, list[str]] = {}
        self._inner: dict[str, list[str]] = {}  # "Hernandez" of "Arturo Hernandez Grisanti"
        self._given: dict[str, list[str]] = {}  # given name -> keys of the people named in full with it

    def full(self, mention: Mention) -> Entity | None:
        """The person behind a mention that carries a name of two words or more; registered under its short forms."""
        name = bare_name(mention)
        if surname_only(name):
            return None
        entity = (
            self._known(mention, name)
            or self._initialled(mention, name)
            or self._variant(mention, name)
            or self._namesake(name)
            or known_entity(self._surnames.double(mention, name), name)
            or new_entity(name)
        )
        entity = Entity(entity.kind, entity.name, entity.key, name)
        self._add(entity, replace(mention, posts=self.plausible(entity, mention.posts)))
        insort(self.people[entity.key].named, mention.start)
        return entity

    def short(self, mention: Mention) -> Entity | None:
        """The person behind a bare surname, or None where the article and the reference data leave it open."""
        name = without_initials(bare_name(mention))
        name = " ".join(p for p in parts(name) if p.lower() not in _JUNIORS) or name
        key = fold(name)
        keys = self._short.get(key) or ([] if mention.posts else self._inner.get(key, []))
        if keys:
            chosen = self._choose(keys, mention)
            if chosen is not None:
                self._add(chosen, mention)
                return Entity(chosen.kind, chosen.name, chosen.key, name)
        titled = mention.start < mention.name_start or (bool(mention.posts) and name != bare_name(mention))
        entity = (
            (self._by_given_name(mention, key) if titled else None)  # "Sheikh Mohammed", "President Emomali"
            or known_entity(self._surnames.known(mention, name), name)
            or self._by_given_name(mention, key)
        )
        entity = entity or self._misprinted(mention, key)
        if entity is None and titled and not _ROYAL.match(mention.text):
            entity = new_entity(bare_name(mention))
        if entity is not None:
            entity = Entity(entity.kind, entity.name, entity.key, name)
            self._add(entity, mention)
        return entity

    def recognises(self, mention: Mention) -> bool:
        """Whether a run of capitals is a spelling of a known person's whole name."""
        if mention.entity is not None:
            return True
        name = bare_name(mention)
        known = self._gazetteer.person(name) or self._alike(mention, name)
        return not surname_only(name) and len(known) == 1

    def knows(self, word: str) -> bool:
        """Whether a single word is the short form of somebody in the article."""
        return fold(word) in self._short

    def called(self, name: str) -> Entity | None:
        """The one person of the article that a surname means."""
        keys = self._short.get(fold(name), [])
        return self.people[keys[0]].entity if len(keys) == 1 else None

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

    def plausible(self, entity: Entity, posts: tuple[Post, ...]) -> tuple[Post, ...]:
        """The posts of a mention without those that another state's known people cannot have held: of two names around a
        post the other's.
        """
        entry = self._gazetteer.find(entity.key)
        return posts if entry is None else tuple(p for p in posts if not self._foreign_head(entry, p))

    def _foreign_head(self, entry: Entry, post: Post) -> bool:
        if post.role not in HEADS or post.of is None or post.counterpart or entry.state is None:
            return False
        elsewhere = entry.state.startswith("organisation/")  # now; of a state before
        tenures = self._gazetteer.tenures(entry.key)
        if entry.state == post.of.key:  # "the press secretary of the Russian President Dmitry Peskov"
            return bool(tenures) and all(tenure.role in STAFF for tenure in tenures)
        held = any(tenure.of == post.of.key for tenure in tenures) or (post.former and elsewhere)
        return not held and bool(self._gazetteer.leaders(post.of.key, post.role, self._published))

    # ------------------------------------------------------------------

    def _known(self, mention: Mention, name: str) -> Entity | None:
        if mention.entity is not None:
            return mention.entity
        entries = (
            self._gazetteer.person(name)
            or self._alike(mention, name)
            or known_by_less(self._gazetteer, self._published, mention, name)
        )
        return known_entity(entries[0], name) if len(entries) == 1 else None

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

    def _variant(self, mention: Mention, name: str) -> Entity | None:
        """An unlisted spelling of somebody who holds the stated post (or any post of the stated state)."""
        for post in mention.posts:
            if post.of is None:
                continue
            known = self._surnames.misprinted(post, name)
            if known is not None:
                return known_entity(known, name)
            for tenure in self._gazetteer.tenures_of(post.of.key):
                entry = self._gazetteer.entity(tenure.person)
                if same_person(name, entry.name) or (
                    tenure.role == post.role and longer_form(name, entry.name)
                ):
                    return known_entity(entry, name)
        return None

    def _initialled(self, mention: Mention, name: str) -> Entity | None:
        """ "E D Mnangagwa", "J. Biden": somebody of the article or on record whose given name begins so."""
        surname = without_initials(name)
        if surname == name:
            return None
        known = self._surnames.known(mention, surname)
        found = [
            *(self.people[key].entity for key in self._short.get(fold(surname), ())),
            known_entity(known, name),
        ]
        return next((e for e in found if e is not None and fold(e.name)[:1] == fold(name)[:1]), None)

    def _namesake(self, name: str) -> Entity | None:
        initial = fold(name)[:1]
        few = len(self.people) < _FEW
        for person in self.people.values():
            if not few and fold(person.entity.name)[:1] != initial:
                continue  # a very long text: only likely pairs, so that reading stays linear
            if same_person(name, person.entity.name) or same_person(name, person.entity.written):
                return person.entity
            if same_but_longer(name, person.entity.written) or same_cut_short(name, person.entity):
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

    def _misprinted(self, mention: Mention, key: str) -> Entity | None:
        """ "Prime Minister Pachinyan": the one of the article who has the post and is called nearly so."""
        roles = {post.role for post in mention.posts}
        found = [
            p.entity
            for p in self.people.values()
            if roles & self._roles(p) and any(nearly(key, form) for form in self._forms(p.entity))
        ]
        return found[0] if len(found) == 1 else None

    def _roles(self, person: Person) -> set[str]:
        return {post.role for post in person.posts} | {
            t.role for t in self._gazetteer.tenures(person.entity.key)
        }

    def _add(self, entity: Entity, mention: Mention) -> None:
        person = self.people.get(entity.key)
        if person is None:
            person = self.people[entity.key] = Person(entity, mention.start)
            given = given_name(entity.written)
            if given:
                self._given.setdefault(given, []).append(entity.key)
            for form in self._forms(entity):
                self._short.setdefault(form, []).append(entity.key)
            for word in parts(entity.written)[1:-1]:
                self._inner.setdefault(fold(word), []).append(entity.key)
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
