"""The names of treaties in an article: those of the reference data, those it shortens itself, and whatever is called one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from summitry.graph.extract.template import Template
from summitry.graph.extract.treaty_phrases import ALIAS, NAMED
from summitry.graph.mentions.reading import Reading

Names = list[tuple[re.Pattern[str], str]]
Named = tuple[int, int, str]  # where in a sentence which treaty is named
_LONG = 100_000  # characters of an article in which its own short names are looked for
_LONGER = re.compile(r" (?:Organi[sz]ation|Council|Conference|Secretariat|Commission)")


def names_in(reading: Reading) -> Names:
    """The short names that an article gives to treaties, then those of the reference data that it has."""
    return [*_aliases(reading), *_known(reading)]


def _known(reading: Reading) -> Names:
    """The names of treaties of the reference data, of those that the article has at all: each costs a search a sentence."""
    text = reading.article.text.replace("\n", " ")
    known = ((alias, treaty.name) for treaty in reading.gazetteer.treaties() for alias in treaty.names)
    pairs = [(alias, name) for alias, name in known if alias in text]
    pairs.sort(key=lambda p: -len(p[0]))
    return [(re.compile(rf"(?<![\w-]){re.escape(alias)}(?![\w-])"), name) for alias, name in pairs]


def _aliases(reading: Reading) -> Names:
    """The short names that an article gives: "the Enhanced Defense Cooperation Agreement (EDCA)"."""
    known = {alias for treaty in reading.gazetteer.treaties() for alias in treaty.names}
    found = {
        short: name.removeprefix("The ")
        for name, short in ALIAS.findall(reading.article.text[:_LONG])
        if short not in known
        and not reading.gazetteer.lookup(short)  # "the Atomic Treaty, NATO and the climate"
    }
    return [(re.compile(rf"(?<![\w-]){re.escape(short)}(?![\w-])"), name) for short, name in found.items()]


def treaties_in(template: Template, names: Names) -> Iterator[Named]:
    """Where a sentence names which treaty: those of the reference data, then whatever is called one.

    Known names are looked for in the article's own words: "Paris Agreement" has a city in it.
    """
    taken: list[tuple[int, int]] = []
    first = template.places[0]
    words = template.reading.article.text[first : template.places[-1] + 1].replace("\n", " ")
    for pattern, name in names:
        for match in pattern.finditer(words):
            start = bisect_left(template.places, first + match.start())
            end = bisect_left(template.places, first + match.end())
            if _LONGER.match(words[match.end() :]):
                continue
            if start < end and not any(s < end and start < e for s, e in taken):
                taken.append((start, end))
                yield start, end, name
    for match in NAMED.finditer(template.text):
        if not any(s < match.end() and match.start() < e for s, e in taken):
            taken.append(match.span())
            yield match.start(), match.end(), template.evidence(match).exact
