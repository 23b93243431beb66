"""The gazetteer's phrases indexed by their first word, for longest-match scanning."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from summitry.graph.gazetteer import Entry, Gazetteer
from summitry.graph.mentions.words import Word, split_words


@dataclass(frozen=True, slots=True)
class Phrase:
    """A spelling: its words and the entries it may stand for (most important first)."""

    words: tuple[str, ...]
    entries: tuple[Entry, ...]
    demonym: bool
    metonym: bool


_WORDS = frozenset({"ALBA", "GUAM", "SICA"})  # acronyms that are other names when not shouted
_LARGE = 200_000  # people
_DAYS = frozenset(  # what may stand behind a city with a capital letter
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October "
    "November December Mon Tue Wed Thu Fri Sat Sun Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec".split()
)


class Lexicon:
    """Every spelling of the reference data, found at a word in time proportional to the longest phrase."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._index: dict[str, list[Phrase]] = {}
        self._common: dict[
            str, Phrase
        ] = {}  # large cities that are called like something else: Nice, Valencia, Anchorage
        grouped: dict[tuple[str, ...], list[tuple[Entry, str]]] = {}
        large = {
            p.surface for p in gazetteer.phrases() if p.entry.common and _is_large_city(p.entry, p.surface)
        }
        for phrase in gazetteer.phrases():
            if (
                phrase.surface in large
                and phrase.entry.name != phrase.surface
                and str(phrase.entry.kind) == "state"
            ):
                continue  # "Granada" is not the island, whatever other languages call that
            if phrase.hint == "surname" or _of_two(phrase.entry, phrase.surface, gazetteer):
                continue
            if str(phrase.entry.kind) == "city" and phrase.entry.common:
                self._add_common(phrase.entry, phrase.surface, gazetteer)
                continue
            for surface in _curled(_careless(phrase.surface, str(phrase.entry.kind) == "city")):
                key = tuple(w.text for w in split_words(surface))
                if key:
                    grouped.setdefault(key, []).append((phrase.entry, phrase.hint))
        for key, found in grouped.items():
            self._index.setdefault(key[0], []).append(_phrase(key, found))
        for phrases in self._index.values():
            phrases.sort(key=lambda p: -len(p.words))

    def _add_common(self, entry: Entry, surface: str, gazetteer: Gazetteer) -> None:
        capital = gazetteer.capital(entry.state or "") == entry.key
        if (entry.importance > _LARGE or capital) and surface.isalpha() and surface == entry.name:
            for form in _careless(surface, True):
                held = self._common.get(form)
                if held is None or held.entries[0].importance < entry.importance:
                    self._common[form] = Phrase((form,), (entry,), False, False)

    def common(self, words: list[Word], i: int) -> Phrase | None:
        """The large city that word i names, where nothing but a city can stand: "talks in Nice,", "arrived in Male on Monday"."""
        found = self._common.get(words[i].text)
        if found is None or i == 0 or words[i - 1].text.lower() != "in":
            return None
        after = words[i + 1] if i + 1 < len(words) else None
        return None if after is not None and after.capital and after.text not in _DAYS else found

    def longest(self, words: list[Word], i: int, end: int | None = None) -> tuple[int, Phrase] | None:
        """The longest phrase that begins at word i, and ends before word `end`, with the index of its last word.

        None where a longer one begins behind an article: "the Commonwealth" in "the Commonwealth of Independent States".
        """
        found = self._longest(words, i, end)
        if found is not None and words[i].text.lower() == "the" and i + 1 < len(words):
            inner = self._longest(words, i + 1)
            return None if inner is not None and inner[0] > found[0] else found
        return found

    def _longest(self, words: list[Word], i: int, end: int | None = None) -> tuple[int, Phrase] | None:
        stop = len(words) if end is None else end
        first = words[i].text
        for form in _forms(first):
            for phrase in self._index.get(form, ()):
                last = i + len(phrase.words) - 1
                if last < stop and all(
                    _same(words[i + k], phrase.words[k]) for k in range(1, len(phrase.words))
                ):
                    return last, phrase
        return None

    def stops(self, words: list[Word], i: int) -> bool:
        """Whether a known state, demonym, organisation or city of two words or more begins at word i."""
        match = self.longest(words, i)
        return match is not None and (
            match[1].demonym or str(match[1].entries[0].kind) in ("state", "organisation")
        )


def _of_two(entry: Entry, surface: str, gazetteer: Gazetteer) -> bool:
    """Whether a state is called by the names of two others, which are what news means: "Serbia and Montenegro"."""
    parts = surface.split(" and ")
    if str(entry.kind) != "state" or len(parts) != 2:
        return False
    return all(any(str(e.kind) == "state" and e != entry for e in gazetteer.lookup(p)) for p in parts)


def _careless(surface: str, city: bool) -> tuple[str, ...]:
    """The spelling, and how papers write it as well: "Asean", a city without its accents, "People Republic of China"."""
    if city and (not surface.isascii() or surface.startswith("Al-")):
        forms = (surface, _bare(surface))
        return tuple(dict.fromkeys((*forms, *(f"al-{f[3:]}" for f in forms if f.startswith("Al-")))))
    if surface.endswith((" Jr.", " Sr.")):
        return surface, surface.removesuffix(".")
    if surface.isupper() and surface.isascii() and surface.isalpha() and len(surface) > 3:
        return (surface,) if surface in _WORDS else (surface, surface.capitalize())
    if not surface.startswith("People's "):
        return (surface,)
    rest = surface.removeprefix("People's ")
    return surface, f"People {rest}", f"Peoples {rest}"


def _curled(forms: tuple[str, ...]) -> tuple[str, ...]:
    """The spellings, and those with an apostrophe also with the one that papers print: "People’s Republic"."""
    return (*forms, *(form.replace("'", "’") for form in forms if "'" in form))


_RANK = {"state": 0, "organisation": 1, "body": 2, "person": 3, "region": 4, "city": 5}


def _phrase(key: tuple[str, ...], found: list[tuple[Entry, str]]) -> Phrase:
    city = _city_so_called(" ".join(key), [entry for entry, _ in found]) if len(found) > 1 else None
    found = sorted(
        found,
        key=lambda f: (
            _RANK["state"] if f[0] == city else _RANK[str(f[0].kind)] + (city is not None),
            f[1] == "metonym",
            f[0].name != " ".join(key),
            -f[0].importance,
            f[0].key,
        ),
    )
    first = str(found[0][0].kind)
    entries = tuple(dict.fromkeys(entry for entry, _ in found if str(entry.kind) == first or True))
    hint = found[0][1]
    return Phrase(key, entries, hint.startswith("demonym"), hint == "metonym")


def _forms(word: str) -> tuple[str, ...]:
    """The word as written, and as an ordinary name where it is shouted (MOSCOW)."""
    return (word, word.capitalize()) if len(word) > 4 and word.isupper() else (word,)


def _same(word: Word, expected: str) -> bool:
    return word.text == expected or (
        word.text.isupper() and len(word.text) > 4 and word.text == expected.upper()
    )


def _is_large_city(entry: Entry, surface: str) -> bool:
    return str(entry.kind) == "city" and entry.importance > _LARGE and entry.name == surface


def _city_so_called(surface: str, entries: list[Entry]) -> Entry | None:
    """A large city that beats a state which only other languages call so: Brasilia, Granada."""
    states = [e for e in entries if str(e.kind) == "state"]
    if not states or any(_bare(e.name) == _bare(surface) for e in states):
        return None
    cities = [e for e in entries if str(e.kind) == "city" and e.importance > _LARGE]
    cities = [e for e in cities if _bare(e.name) == _bare(surface)]
    return max(cities, key=lambda e: e.importance, default=None)


def _bare(text: str) -> str:
    """The text without its accents."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c))
