"""Names longer than those on record: "John Pombe Magufuli", "Nicolas Maduro Moros", "Makhdoom Shah Mahmood Qureshi"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from summitry.graph.claims import Entity
from summitry.graph.gazetteer import Entry, Gazetteer
from summitry.graph.mentions.model import Mention, Post
from summitry.graph.mentions.name_forms import (
    FAMILY_NAMES,
    PARTICLES,
    PATRONYMS,
    SUFFIXES,
    fold,
    nearly,
    parts,
)

WELL_KNOWN = frozenset({"president", "prime minister", "chancellor", "king", "foreign minister"})
_SAME = 0.88  # of letters
_VAGUE = frozenset({"leader", "counterpart", "head"})


def known_by_less(
    gazetteer: Gazetteer, published: date | None, mention: Mention, name: str
) -> tuple[Entry, ...]:
    """The one who is known by fewer of the words and is in office at the time, in the post that the text states, if any.

    A name with that of the father in it is nobody else's at any time, unless it states a post that he never held.
    """
    roles = {post.role for post in mention.posts} - _VAGUE
    for shorter in _by_father(name):
        found = gazetteer.person(shorter) or gazetteer.similar(shorter)
        if len(found) == 1 and (not roles or roles & {t.role for t in gazetteer.tenures(found[0].key)}):
            return found
    if published is None:
        return ()
    for shorter in _shortened(name):
        found = tuple(
            entry
            for entry in gazetteer.person(shorter) or gazetteer.similar(shorter)
            if _serves(gazetteer, published, entry, mention.posts)
        )
        if len(found) == 1:
            return found
    return ()


def _shortened(name: str) -> Iterator[str]:
    """A long name without its middle, its last or its first word."""
    words = [word for word in parts(name) if word.lower() not in SUFFIXES]
    if len(words) < 3 or any(w.lower() in PARTICLES or w.lower().startswith(("al-", "el-")) for w in words):
        return
    yield f"{words[0]} {words[-1]}"
    yield " ".join(words[:-1])
    yield " ".join(words[1:])


def _by_father(name: str) -> Iterator[str]:
    """ "Tamim bin Hamad bin Khalifa Al Thani": with the father alone, and the family behind him if there is one."""
    words = [word.lower() if word.lower() in PATRONYMS else word for word in parts(name)]
    at = next((k for k, word in enumerate(words) if word in PATRONYMS), 0)
    if not 0 < at < len(words) - 1 or len(words) < at + 3:
        return
    head, rest = words[: at + 2], words[at + 2 :]
    family = [
        k for k, word in enumerate(rest) if word.lower() in ("al", "el") or word.lower().startswith("al-")
    ]
    yield " ".join((*head, *rest[family[-1] :])) if family else " ".join(head)


def _serves(gazetteer: Gazetteer, published: date, entry: Entry, posts: tuple[Post, ...]) -> bool:
    """Whether somebody is in office at the time in a post of one of these states; well known, where none is stated."""
    now = gazetteer.current(entry.key, published)
    if now is None:
        return False
    states = {post.of.key for post in posts if post.of is not None and not post.former}
    roles = {post.role for post in posts} - _VAGUE
    if not states and not roles:
        return now.role in WELL_KNOWN
    held = gazetteer.tenures(entry.key)
    return any((not states or t.of in states) and (not roles or t.role in roles) for t in held)


def longer_form(name: str, other: str) -> bool:
    """Whether one of two names is the other with more names in it: "Edgar Chagwa Lungu" and "Edgar Lungu"; not that of a
    son, in which stands his father's.
    """
    short, long = sorted((fold(name).split(), fold(other).split()), key=len)
    if PATRONYMS.intersection(long) and short[:1] != long[:1]:
        return False
    at = -1
    for word in short:
        if word not in long[at + 1 :]:
            return False
        at = long.index(word, at + 1)
    return 1 < len(short) < len(long)


def same_but_longer(name: str, other: str) -> bool:
    """Whether two names in one article, of which one has more words inside, begin and end alike."""
    ends = [(words[0], words[-1]) for words in (fold(name).split(), fold(other).split()) if words]
    return len(ends) == 2 and ends[0] == ends[1] and longer_form(name, other)


def same_cut_short(name: str, other: Entity) -> bool:
    """Whether two words are those of a longer name: "Su Kyi" of Aung San Suu Kyi, "Kim Jong" of Kim Jong-un."""
    if name.count(" ") != 1 or " " not in other.written:
        return False
    mine, theirs = fold(name).split(), fold(other.written).split()
    if len(mine) != 2 or len(theirs) < 3:
        return False
    tail = nearly("".join(mine), "".join(theirs[-2:]), _SAME)
    return tail or (mine == theirs[:2] and mine[0] in FAMILY_NAMES)
