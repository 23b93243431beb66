"""States: names, demonyms, seats of power, capitals and borders."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from summitry.graph.names import fold, slug
from summitry.graph.reference.nodes import Node, Property, Value, ref, spelled
from summitry.graph.reference.sources import Sources, country_names, listed
from summitry.graph.reference.spellings import alike, demonyms, readable

BORDER = re.compile(r"([^\d,;]+?)\s+([\d,.]+) km")


@dataclass(frozen=True, slots=True)
class Atlas:
    """The states of the hand-kept table and the ways that sources refer to them."""

    rows: tuple[dict[str, str], ...]
    by_name: Mapping[str, str]  # folded name or alias -> key
    by_iso: Mapping[str, str]  # two letters -> key
    by_page: Mapping[str, str]  # factbook page -> key

    def find(self, name: str) -> str | None:
        """The key of the state that a source calls so; "Russia (northwest)" and "the Gambia" count."""
        folded = fold(re.sub(r"\s*\(.*?\)", "", name))
        return self.by_name.get(folded) or self.by_name.get(folded.removeprefix("the ").strip())

    def key(self, name: str) -> str:
        """The key of a state that the hand-kept tables name; a misspelt one is an error."""
        key = self.find(name)
        if key is None:
            raise KeyError(f"no state is called {name!r} in editors/states.csv or state-names.csv")
        return key


def state_key(name: str) -> str:
    """The key of the state with this canonical name."""
    return f"state/{slug(name)}"


def atlas(sources: Sources) -> Atlas:
    """The states and every name that the hand-kept tables give them."""
    rows = sources.editors("states")
    by_name = {fold(row["name"]): state_key(row["name"]) for row in rows}
    for row in sources.editors("state-names"):
        for name in listed(row["aliases"]) + listed(row["acronyms"]):
            by_name.setdefault(fold(name), state_key(row["name"]))
    return Atlas(
        tuple(rows),
        by_name,
        {row["iso2"]: state_key(row["name"]) for row in rows if row["iso2"] and row["standing"] != "former"},
        {row["factbook"]: state_key(row["name"]) for row in rows if row["factbook"]},
    )


def state_nodes(sources: Sources, states: Atlas, capitals: Mapping[str, str]) -> Iterator[Node]:
    """One node for each state; `capitals` maps a state's key to its capital's."""
    book = sources.factbook()
    named = {row["name"]: row for row in sources.editors("state-names")}
    foreign = _foreign(states, {fold(word) for row in named.values() for word in listed(row["adjectives"])})
    for row in states.rows:
        key, page, names = state_key(row["name"]), book.get(row["factbook"], {}), named[row["name"]]
        aliases = (
            listed(names["acronyms"]) + listed(names["aliases"]) + _official(page) + foreign.get(key, [])
        )
        aliases = [name for name in aliases if name != row["name"]]
        yield Node(
            f"id/{key}",
            ("sy:State",),
            row["name"],
            (
                *spelled("skos:altLabel", aliases),
                *spelled("skos:hiddenLabel", listed(names["metonyms"])),
                *spelled("sy:demonym", listed(names["adjectives"]), "en"),
                *spelled("sy:demonymNoun", demonyms(listed(names["nouns"])), "en"),
                *spelled("sy:isoCode", [row["iso3"]] if row["standing"] != "former" else []),
                *_population(page),
                *([("sy:capital", ref(capitals[key]))] if key in capitals else []),
            ),
            ("factbook", "countrynames", "editors") if row["factbook"] else ("editors",),
        )


def _official(page: Mapping[str, str]) -> list[str]:
    """The long form, in English, and the local forms where they are plain names."""
    parts = ("conventional long form", "local short form")
    names = [page.get(f"Country name/{part}", "") for part in parts]
    return [
        name
        for name in names
        if readable(name) and len(name.split()) <= 8 and fold(name) not in _ENGLISH_WORDS | {"none"}
    ]


def _population(page: Mapping[str, str]) -> list[Property]:
    found = re.match(r"[\d,]+", page.get("Population/total", ""))
    return [("sy:population", Value(found[0].replace(",", ""), "xsd:integer"))] if found else []


_ENGLISH_WORDS = frozenset({"island"})  # what Germans call Iceland


def _foreign(states: Atlas, adjectives: set[str]) -> dict[str, list[str]]:
    """Borrowed spellings from countrynames ("Tadschikistan"); one that two states could claim is left out."""
    known: dict[str, list[str]] = {}
    for name, key in states.by_name.items():
        known.setdefault(key, []).append(name)
    found: dict[str, list[str]] = {}
    for iso, names in country_names().items():
        state = states.by_iso.get(iso)
        if state is not None:
            fitting = (
                name for name in names if readable(name) and fold(name) not in adjectives | _ENGLISH_WORDS
            )
            found[state] = [name for name in fitting if _wanted(name, state, known[state], states)]
    claims = Counter(folded for names in found.values() for folded in {fold(name) for name in names})
    return {key: sorted(name for name in names if claims[fold(name)] == 1) for key, names in found.items()}


def _wanted(name: str, key: str, known: list[str], states: Atlas) -> bool:
    """True for a foreign form of the state's name, not a demonym, a province or another state's name."""
    words = name.split()
    if states.by_name.get(fold(name), key) != key or len(name) < 6 or not all(w[0].isupper() for w in words):
        return False
    cyrillic = "А" <= name[0] <= "я"
    return len(words) <= 2 if cyrillic else alike(name, known, 0.75)


def border_nodes(sources: Sources, states: Atlas) -> Iterator[Node]:
    """One node for each pair of neighbours; where two pages disagree, that of the alphabet's first counts."""
    lengths: dict[tuple[str, str], dict[str, float]] = {}
    for page, fields in sources.factbook().items():
        here = states.by_page.get(page, "")
        for there, km in _neighbours(fields, states) if here else ():
            first, second = sorted((here, there))
            own = lengths.setdefault((first, second), {})
            own[here] = own.get(here, 0) + km
    edited = {}
    for row in sources.editors("borders"):
        a, b = sorted((states.key(row["a"]), states.key(row["b"])))
        edited[a, b] = {a: float(row["km"])}
    names = {state_key(row["name"]): row["name"] for row in states.rows}
    for (a, b), own in sorted({**lengths, **edited}.items()):
        source = "editors" if (a, b) in edited else "factbook"
        yield _border(a, b, own.get(a, own.get(b, 0)), names, source)


def _neighbours(fields: Mapping[str, str], states: Atlas) -> Iterator[tuple[str, float]]:
    """What one page says of its neighbours: ("state/china", 477.0)."""
    text = re.sub(r"\((?:[^()]|\([^()]*\))*\)", "", fields.get("Land boundaries/border countries", ""))
    for name, km in BORDER.findall(text):
        key = states.find(name.strip().removeprefix("and ").strip())
        if key is not None:
            yield key, float(km.replace(",", ""))


def _border(a: str, b: str, km: float, names: Mapping[str, str], source: str) -> Node:
    parts = sorted((a.removeprefix("state/"), b.removeprefix("state/")))
    length = f"{km:g}" if km % 1 == 0 else f"{km:.1f}"
    return Node(
        f"id/border/{parts[0]}-{parts[1]}",
        ("sy:Border",),
        f"Border of {names[a]} and {names[b]}",
        (("sy:borderOf", ref(a)), ("sy:borderOf", ref(b)), ("sy:lengthKm", Value(length, "xsd:decimal"))),
        (source,),
    )
