"""A bare surname, or a whole name with a misprint -> the known person meant: by post, fame, sound and the states of the article."""

from __future__ import annotations

import re
from datetime import date

from summitry.graph.claims import EntityKind
from summitry.graph.gazetteer import Entry, Gazetteer
from summitry.graph.mentions.long_names import WELL_KNOWN
from summitry.graph.mentions.model import Mention, Post
from summitry.graph.mentions.name_forms import (
    bare_name,
    fold,
    misspelt,
    near_given,
    nearly,
    parts,
    short_forms,
)
from summitry.graph.mentions.name_words import COMMON_TOO

HEADS = frozenset(
    {"president", "prime minister", "chancellor", "king", "emir", "sultan", "supreme leader", "crown prince"}
)
_LONG = 5  # letters of a surname that may be matched by sound
_PRINCELY = re.compile(r"(?:[\w-]+\s){0,3}(?:Prince|Princess)\b")
_VAGUE = HEADS | {"leader", "head", "chairman", "commander-in-chief", "counterpart", "secretary general"}


class Surnames:
    """Known people by their surnames, for one article: `states` are those that it names."""

    def __init__(self, gazetteer: Gazetteer, published: date | None, states: frozenset[str]) -> None:
        self._gazetteer = gazetteer
        self._published = published
        self._states = states

    def known(self, mention: Mention, name: str) -> Entry | None:
        """Whose surname this is, if the reference data leaves no doubt."""
        return (
            self._office_holder(mention, name) or self._famous(mention, name) or self._foreign(mention, name)
        )

    def double(self, mention: Mention, name: str) -> Entry | None:
        """ "Lacalle Pou", "Peña Nieto": a surname of two words; "Rodirgo Duterte": a known one behind a misprint."""
        if self._gazetteer.surname(name):
            return self._famous(mention, name)
        last = parts(name)[-1]
        found = [
            entry
            for entry in self._gazetteer.surname(last) or self._gazetteer.surname_alike(last)
            if entry.state in self._states and self._in_office(entry) and near_given(name, entry.name)
        ]
        return found[0] if len(found) == 1 else None

    def misprinted(self, post: Post, name: str) -> Entry | None:
        """The one holder of a post, at the time if it is known, whose name may be misspelt so."""
        if post.of is None or post.former or post.counterpart:
            return None
        held = {t.person for t in self._gazetteer.leaders(post.of.key, post.role, self._published)}
        if self._published is not None and len(held) > 1:
            return None
        found = [
            e
            for e in map(self._gazetteer.entity, sorted(held))
            if any(misspelt(name, known) for known in e.names)
        ]
        if len(found) > 1:
            found = [e for e in found if fold(e.name)[:2] == fold(name)[:2]]
        return found[0] if len(found) == 1 else None

    # ------------------------------------------------------------------

    def _in_office(self, entry: Entry) -> bool:
        """Whether somebody is in office when the article is written, or ever was where that is not known."""
        if self._published is None:
            return bool(self._gazetteer.tenures(entry.key))
        return self._gazetteer.in_office(entry.key, self._published)

    def _office_holder(self, mention: Mention, name: str) -> Entry | None:
        """ "President Kibaki": the holder of the post, at the time, whose surname this is; in a letter or two spelt otherwise."""
        near: dict[str, Entry] = {}
        for post in mention.posts:
            if post.of is None or post.counterpart:
                continue
            for tenure in self._gazetteer.leaders(post.of.key, post.role, self._published):
                entry = self._gazetteer.entity(tenure.person)
                forms = short_forms(entry)
                if fold(name) in forms:
                    return entry
                if any(nearly(fold(name), form) for form in forms):
                    near[entry.key] = entry
        return next(iter(near.values())) if len(near) == 1 else None

    def _famous(self, mention: Mention, name: str) -> Entry | None:
        """Who is called so everywhere; of several, who is in office at the time and whose state the article names."""
        entries = self._gazetteer.surname(name)
        bare = not mention.posts and mention.start == mention.name_start
        if bare and name.lower() in COMMON_TOO:
            return None
        if _PRINCELY.match(mention.text):  # "Prince Mohammed" is no king
            entries = tuple(e for e in entries if self._held(e) & {"crown prince", "deputy crown prince"})
        if bare_name(mention).lower().rstrip(".").endswith(" jr"):
            juniors = (e for e in entries if any(n.rstrip(".").endswith(" Jr") for n in e.names))
            entries = tuple(juniors) or entries
        entries = self._with_posts(mention, entries)
        if len(entries) > 1 and self._published is not None:
            entries = self._here_and_now(entries)
        return entries[0] if len(entries) == 1 else None

    def _with_posts(self, mention: Mention, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        """Those who may be called by the stated posts: no president is "Vice Minister X", no minister "President X"."""
        if not mention.posts:
            return entries
        roles = {p.role for p in mention.posts}
        if len(entries) > 1:
            states = {p.of.key for p in mention.posts if p.of is not None}
            entries = tuple(e for e in entries if e.state in states) or entries
            entries = tuple(e for e in entries if self._held(e) & roles) or entries
        if any(p.role in HEADS and not p.former and _of_state(p) for p in mention.posts):
            return tuple(e for e in entries if self._held(e) & HEADS)
        if roles & _VAGUE or any(p.former for p in mention.posts):
            return entries
        return tuple(e for e in entries if self._held(e) & roles or not self._heads(e))

    def _heads(self, entry: Entry) -> bool:
        now = self._gazetteer.current(entry.key, self._published) if self._published is not None else None
        return now is not None and now.role in HEADS

    def _here_and_now(self, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        """Those in office at the time, of the states that the article names; nobody where it speaks of others' states: "King
        Abdullah" in an article on another's kingdom.
        """
        here = tuple(e for e in entries if self._in_office(e))
        near = tuple(e for e in here if e.state in self._states) or here
        rivals = any(e.state in self._states for e in entries if e not in here)
        if rivals and not any(e.state in self._states for e in near):
            return ()
        return near or entries

    def _held(self, entry: Entry) -> set[str]:
        return {tenure.role for tenure in self._gazetteer.tenures(entry.key)}

    def _foreign(self, mention: Mention, name: str) -> Entry | None:
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
        return next(iter(found.values())) if len(found) == 1 else None

    def _named_here(self, entry: Entry, name: str) -> bool:
        """Whether a bare surname that only sounds like somebody's may be meant for him: his state is spoken of."""
        return (not self._states or entry.state in self._states) and any(
            fold(known)[:1] == fold(name)[:1] for known in entry.surnames
        )


def _of_state(post: Post) -> bool:
    return post.of is None or post.of.kind is EntityKind.STATE
