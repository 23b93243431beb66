"""Units of one block -> mentions: people with the posts the text gives them, states, places, organisations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from summitry.graph.claims import Entity
from summitry.graph.mentions.holders import entity_of
from summitry.graph.mentions.institutions import POSSESSIVES
from summitry.graph.mentions.model import Mention, MentionKind, Post
from summitry.graph.mentions.person_names import NameReader, PersonName, crowned, named_for, names_document
from summitry.graph.mentions.post_lists import Listed, PostLists
from summitry.graph.mentions.post_names import PostNames
from summitry.graph.mentions.post_pairs import PostPairs
from summitry.graph.mentions.post_sides import PostSides
from summitry.graph.mentions.posts import PostReader
from summitry.graph.mentions.units import Unit, UnitKind, UnitReader

_PLAIN = {
    UnitKind.STATE: MentionKind.STATE,
    UnitKind.DEMONYM: MentionKind.DEMONYM,
    UnitKind.CITY: MentionKind.CITY,
    UnitKind.REGION: MentionKind.REGION,
    UnitKind.ORGANISATION: MentionKind.ORGANISATION,
    UnitKind.BODY: MentionKind.BODY,
    UnitKind.METONYM: MentionKind.METONYM,
}
_NAMES = (UnitKind.PERSON, UnitKind.NAME)
_SHARED = frozenset({"president", "prime minister", "foreign minister", "king"})
_WORLDLY = frozenset({"secretary general", "chairman", "deputy secretary general", "commissioner", "director general"})  # fmt: skip
_TITLES = 4  # that may stand before a name
_GO_WITH = frozenset("and or who whose whom for of at in on to with since from until under during between then now himself herself".split())  # fmt: skip


class Assembler(UnitReader):
    """Reads the units of one block once, posts first, then names, then the rest."""

    def __init__(self, text: str, units: list[Unit]) -> None:
        self._text = text
        super().__init__(units)
        self._taken = [False] * len(units)
        self._posts = PostReader(units)
        self._names = NameReader(units)
        self._after = PostNames(units, self._names)
        self._sides = PostSides(units, self._names)
        self._pairs = PostPairs(units, self._posts, self._after, self._taken.__getitem__)
        self._found: list[Mention] = []
        self._lists = PostLists(units, self._names, self._after, self._taken.__getitem__)
        self._listed: Post | None = None  # the plural post read last: "those of Bolivia, X" goes back to it

    def mentions(self) -> tuple[Mention, ...]:
        """The mentions of the block in order; single unknown names are left to the caller's second pass."""
        for i, unit in enumerate(self._units):
            if unit.kind is UnitKind.ROLE and not self._taken[i]:
                self._post_at(i)
            elif unit.low == "those" and self._is(i + 1, "of") and self._listed is not None:
                self._add_listed(self._lists.more(self._listed, i + 1))
        for i, unit in enumerate(self._units):
            if self._taken[i]:
                continue
            name = self._names.name_at(i)
            if name is not None and (self._taken[name.last] or named_for(self._units, name.last)):
                continue
            if name is not None:
                self._add_person(name, ())
            elif unit.kind in _PLAIN and not names_document(self._units, i):
                self._add_plain(i)
        return tuple(sorted(self._found, key=lambda m: m.start))

    # ------------------------------------------------------------------ posts

    def _post_at(self, i: int) -> None:
        posts, first, last = self._posts.read(i)
        if not posts or self._names_place(i):
            return
        names = self._after.names_after(last, posts[0], self._units[i])
        if len(names) == 1 and names[0][0].entity is None and self._sides.in_office(first):
            names = []
        if names and self._is(last + 1, ",") and self._not_behind(i, first, last, posts, names):
            names = []
            if self._joins_taken(first, last, posts):
                return
        if names:
            self._attach(posts, first, names)
            self._listed = posts[0] if self._units[i].plural else self._listed
            end = self._after.end_of(names[-1])
            if not self._units[i].plural and posts[0].role in _SHARED:
                end = self._add_listed(self._lists.likewise(posts[0], end)) or end
            self._add_listed(self._lists.more(posts[0], end + 1, self._units[i].plural))
            return
        pair = self._pairs.joined(posts[0], first, last) if self._name_before(first) is None else None
        pair = pair or self._pairs.apposed(posts[0], last)
        if pair is not None:
            self._attach(pair.posts, first, [pair.name])
            return
        if self._posts.only_owns(last):
            return
        served = self._sides.titled(first, self._found) if posts[0].boss is not None else first
        before = None if self._units[i].plural or self._goes_on(first, last) else self._name_before(served)
        before = before or (None if self._units[i].plural else self._sides.directly(first, last, posts[0]))
        if (
            before is None
            and self._sides.only_titled(first, self._found)
            and self._joins_taken(first, last, posts)
        ):
            return
        if before is not None:
            span = self._span(first, last)
            self._take(before.first, before.last if served < first else last)
            end = before.end if served < first else max(before.end, span[1])
            self._found.append(self._person(before, posts, end=end))
            return
        plural = self._units[i].plural
        if plural:
            listed = self._lists.bracketed(posts[0], i + 1)
            if listed:
                last = min(last, listed[0][0] - 3)
            self._add_listed(
                listed or self._lists.roll(posts[0], last) or self._lists.announced(posts[0], first)
            )
        self._take(first, last)
        start, end = self._span(first, last)
        self._found.append(
            Mention(
                MentionKind.POST,
                start,
                end,
                self._text[start:end],
                None,
                posts,
                plural,
                len(posts) if plural and len(posts) > 1 else None,
            )
        )

    def _not_behind(
        self,
        i: int,
        first: int,
        last: int,
        posts: tuple[Post, ...],
        names: list[tuple[PersonName, Entity | None]],
    ) -> bool:
        """Whether one name behind a post's comma is not whose post it is: that of the name before, or of many."""
        if len(names) > 1:
            return False
        if self._units[i].plural:
            # "the Conference of Heads of Government, X"; "after talks with Korean leaders, X left"
            inside = self._is(first - 1, "of") or (self._is(first - 1, "the") and self._is(first - 2, "of"))
            return inside or not self._is(i + 1, "of")
        return self._sides.before(first, last, posts[0], names[0][0], self._found)

    def _joins_taken(self, first: int, last: int, posts: tuple[Post, ...]) -> bool:
        """ "outgoing chairman X, President of Haiti, Y": one more post of somebody who has one."""
        end = self._sides.name_end(first)
        mention = self._sides.taken(end, self._found) if end is not None else None
        if mention is None:
            return False
        stop = self._units[last].end
        text = self._text[mention.start : stop]
        self._found[self._found.index(mention)] = replace(
            mention, end=stop, text=text, posts=(*mention.posts, *posts)
        )
        self._take(first, last)
        return True

    def _attach(
        self, posts: tuple[Post, ...], first: int, names: list[tuple[PersonName, Entity | None]]
    ) -> None:
        """One post on one name; a plural post on several, with one state each where there are as many."""
        lead = names[0][0]
        while first < lead.first and (self._taken[first] or self._units[first].text in POSSESSIVES):
            first += 1  # "President X's adviser Y": X has a mention of his own
        self._take(first, names[0][0].last)
        for n, (name, state) in enumerate(names):
            mine = self._posts_of(posts, n, len(names), state)
            start = self._units[first].start if n == 0 else name.start
            self._take(name.first, name.last)
            self._found.append(self._person(name if n else lead, mine, start=start))

    def _names_place(self, i: int) -> bool:
        """ "King Abdulaziz Air Base", "Queen Elizabeth Hospital": no post of anybody here."""
        after = self._at(i + 1)
        named = after is not None and after.kind in _NAMES and after.start == self._units[i].end + 1
        return named and named_for(self._units, i + 1)

    def _add_listed(self, found: list[Listed]) -> int | None:
        """Takes up further names of a post; the last unit of their words."""
        for first, name, post in found:
            self._take(first, name.last)
            self._found.append(self._person(name, (post,), start=self._units[first].start))
        return found[-1][1].last if found else None

    @staticmethod
    def _posts_of(posts: tuple[Post, ...], n: int, count: int, state: Entity | None) -> tuple[Post, ...]:
        if count > 1 and len(posts) == count:
            posts = (posts[n],)
        elif count > 1:
            posts = posts[:1]
        return tuple(replace(p, of=p.of or (None if p.role in _WORLDLY else state)) for p in posts)

    def _goes_on(self, first: int, last: int) -> bool:
        """ "quoted by X, the prince is due", "met X, Accra's mayor wrote": the post begins what is said of somebody else."""
        after, opens = self._at(last + 1), self._is(first, "the") or self._is(first - 1, "the")
        opens = opens or any(unit.text in ("'s", "’s") for unit in self._units[max(first - 1, 0) : last])
        word = after.low if after is not None and after.kind is UnitKind.WORD else ""
        return opens and word.isalpha() and word not in _GO_WITH

    def _name_before(self, first: int) -> PersonName | None:
        """ "Name, the Russian president": the name that the post at `first` is put beside."""
        k = first - 1
        if self._determines(k):
            k -= 1
        if not self._is(k, ",") and not self._is(k, "("):
            return None
        end = k - 1
        for start in range(max(0, end - _TITLES), end + 1):
            name = self._names.name_at(start)
            if (
                name is not None
                and name.last == end
                and not (self._taken[name.last] or self._taken[name.first])
            ):
                return name
        return None

    def _add_person(self, name: PersonName, posts: tuple[Post, ...]) -> None:
        unit = self._units[name.last]
        many = len(unit.text.split()) > 1
        if name.entity is None and not name.anchored and not many:
            return
        first = self._nationality(name)
        posts = posts or crowned(self._units, name, first)
        self._take(first, name.last)
        self._found.append(self._person(name, posts, start=self._units[first].start))

    def _nationality(self, name: PersonName) -> int:
        """ "the American Joe Biden", "Belarus's Alexander Lukashenko": where the words of the name begin."""
        before = self._at(name.first - 1)
        if before is None or self._taken[name.first - 1]:
            return name.first
        if before.kind is UnitKind.DEMONYM:
            return name.first - 1
        owner = self._at(name.first - 2)
        if (
            before.text in ("'s", "’s")
            and owner is not None
            and owner.kind is UnitKind.STATE
            and not self._taken[name.first - 2]
        ):
            return name.first - 2
        return name.first

    def _person(
        self, name: PersonName, posts: tuple[Post, ...], start: int | None = None, end: int | None = None
    ) -> Mention:
        start = name.start if start is None else min(start, name.start)
        end = name.end if end is None else end
        kind = MentionKind.PERSON
        return Mention(
            kind,
            start,
            end,
            self._text[start:end],
            name.entity,
            posts,
            False,
            None,
            name.name_start,
            name.name_end,
        )

    def _add_plain(self, i: int) -> None:
        unit = self._units[i]
        self._take(i, i)
        self._found.append(
            Mention(
                _PLAIN[unit.kind], unit.start, unit.end, self._text[unit.start : unit.end], entity_of(unit)
            )
        )

    # ------------------------------------------------------------------ small things

    def _take(self, first: int, last: int) -> None:
        for k in range(first, last + 1):
            self._taken[k] = True

    def _span(self, first: int, last: int) -> tuple[int, int]:
        return self._units[first].start, self._units[last].end


def assemble(text: str, units: list[Unit]) -> Iterator[Mention]:
    """The mentions of one block."""
    yield from Assembler(text, units).mentions()
