"""A name as a person types it -> the entities of the graph that it may stand for."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from pyoxigraph import NamedNode

from summitry.graph.errors import UnknownName, UsageError
from summitry.graph.names import fold
from summitry.graph.questions.table import Ask
from summitry.graph.questions.terms import iri, literal
from summitry.graph.vocabulary import ORG, SY

# What a parameter may ask for, and the classes that answer to it.
KINDS: dict[str, tuple[NamedNode, ...]] = {
    "person": (SY.Person,),
    "state": (SY.State,),
    "organisation": (
        SY.IntergovernmentalOrganization, SY.Alliance, SY.Union, SY.Forum, SY.Court, ORG.Organization,
    ),
    "city": (SY.City,),
    "region": (SY.Region,),
    "body": (SY.Body,),
    "treaty": (SY.Treaty,),
    "visit": (SY.Visit,),
    "meeting": (SY.Meeting, SY.Summit),
    "base": (SY.MilitaryBase, SY.Deployment),
}  # fmt: skip
ENTITIES = ("person", "state", "organisation", "city", "region", "body", "treaty")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that a name may stand for; `rank` 0: its own name, 1: a spelling, above: part of one."""

    iri: str
    label: str
    kind: str
    rank: int


Lookup = Callable[[str], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Resolver:
    """Finds entities in a store; `lookup` (a gazetteer's) gives keys for spellings that it does not list."""

    ask: Ask
    base: str
    lookup: Lookup | None = None

    def resolve(self, text: str, kinds: tuple[str, ...] = ()) -> str:
        """The IRI that a name, key or IRI stands for; the name of several, or of none, is refused."""
        text = text.strip()
        direct = self.direct(text)
        if direct is not None:
            return direct
        found = named(self.ask, text, kinds or ENTITIES) or search(self.ask, text, kinds or ENTITIES)
        best = _best(found)
        if len(best) == 1:
            return best[0].iri
        if best:
            listed = "; ".join(f"{each.label} <{each.iri}>" for each in best[:10])
            raise UsageError(f"{text!r} could be: {listed}")
        known = self.known(text, kinds)
        if len(known) == 1:
            return known[0]
        raise UnknownName(self.complaint(text, kinds))

    def direct(self, text: str) -> str | None:
        """The IRI, where the text is one already or is a key such as `state/tajikistan`."""
        text = text.removeprefix("<").removesuffix(">") if text.startswith("<") else text
        if re.match(r"[A-Za-z][A-Za-z0-9+.-]*://|urn:", text):
            iri(text)
            return text
        if re.fullmatch(r"[a-z-]+(?:/[a-z0-9.-]+)+", text):
            return f"{self.base}id/{text}"
        return None

    def known(self, text: str, kinds: tuple[str, ...]) -> tuple[str, ...]:
        keys = self.lookup(text) if self.lookup is not None else ()
        return tuple(f"{self.base}id/{key}" for key in keys if not kinds or key.split("/")[0] in kinds)

    def complaint(self, text: str, kinds: tuple[str, ...]) -> str:
        asked = words(text)
        labels = {words(label): label for label in _labels(self.ask, kinds or ENTITIES)}
        alike = [label for label in labels if abs(len(label) - len(asked)) <= 3]
        close = difflib.get_close_matches(asked, alike, n=3, cutoff=0.75)
        what = " or ".join(kinds) if kinds else "entity"
        hint = f"; close to it: {', '.join(labels[key] for key in close)}" if close else ""
        return f"no {what} is called {text!r}{hint}"


def named(ask: Ask, text: str, kinds: tuple[str, ...]) -> tuple[Candidate, ...]:
    """The entities with exactly this name: what most people type, and a hundred times as fast as a search."""
    table = ask(_NAMED.format(classes=_classes(kinds, ", "), name=literal(text)))
    return tuple(
        Candidate(row["entity"] or "", row["label"] or text, _kind(row["class"] or ""), 0)
        for row in table.records()
    )


def search(
    ask: Ask, text: str, kinds: tuple[str, ...] = ENTITIES, limit: int = 200, typing: bool = False
) -> tuple[Candidate, ...]:
    """The entities with the text's words in one of their names, best first, whatever the case and accents.

    With `typing` the last word need not be whole yet.
    """
    folded = words(text)
    if not folded:
        return ()
    pattern = literal(_pattern(folded, typing))
    table = ask(_SEARCH.format(classes=_classes(kinds, ", "), pattern=pattern, limit=limit * 20))
    best: dict[str, Candidate] = {}
    for row in table.records():
        entity, name, label = row["entity"] or "", row["name"] or "", row["label"] or row["name"] or ""
        rank = _rank(folded, words(name), name == label)
        if entity not in best or rank < best[entity].rank:
            best[entity] = Candidate(entity, label, _kind(row["class"] or ""), rank)
    return tuple(
        sorted(best.values(), key=lambda each: (each.rank, len(each.label), each.label, each.iri))[:limit]
    )


_SEARCH = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?entity ?name ?label ?class WHERE {{
  {{ SELECT DISTINCT ?entity ?name WHERE {{
      VALUES ?naming {{ rdfs:label skos:altLabel }}
      ?entity ?naming ?name .
      FILTER(REGEX(STR(?name), {pattern}, "i")) }} }}
  # OPTIONAL, so that the engine asks for the classes of the few found, not for the members of each class.
  OPTIONAL {{ ?entity a ?class FILTER(?class IN ({classes})) }}
  FILTER(BOUND(?class))
  OPTIONAL {{ ?entity rdfs:label ?label FILTER(LANG(?label) IN ("en", "")) }}
}} LIMIT {limit}
"""

_NAMED = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?entity ?label (MIN(?each) AS ?class) WHERE {{
  {{ SELECT DISTINCT ?entity ?label {{ VALUES ?label {{ {name} {name}@en }} ?entity rdfs:label ?label }} }}
  ?entity a ?each .
  FILTER(?each IN ({classes}))  # not VALUES: the engine would begin with every member of each class
}} GROUP BY ?entity ?label
"""

_LABELS = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?label WHERE {{ VALUES ?class {{ {classes} }} ?entity a ?class ; rdfs:label ?label }}
"""


def _labels(ask: Ask, kinds: tuple[str, ...]) -> list[str]:
    return [row["label"] or "" for row in ask(_LABELS.format(classes=_classes(kinds))).records()]


def _classes(kinds: tuple[str, ...], separator: str = " ") -> str:
    return separator.join(str(node) for kind in kinds for node in KINDS[kind])


def _kind(iri: str) -> str:
    return next(kind for kind, nodes in KINDS.items() if any(node.value == iri for node in nodes))


def _best(found: tuple[Candidate, ...]) -> list[Candidate]:
    """The candidates of the lowest rank; whoever says Armenia or Luxembourg means the state, not the town."""
    best = [each for each in found if each.rank == found[0].rank]
    if any(each.kind == "state" for each in best):
        return [each for each in best if each.kind not in ("city", "region")]
    return best


def _rank(folded: str, name: str, own: bool) -> int:
    if name == folded:
        return 0 if own else 1
    if name.split()[-len(folded.split()) :] == folded.split():  # a surname: the last words of a name
        return 2 if own else 3
    starts = name.startswith(folded)
    return (4 if starts else 6) + (0 if own else 1)


def words(text: str) -> str:
    """What two spellings of one name share: the words without case, accents, apostrophes and punctuation."""
    return " ".join(re.findall(r"\w+", fold(text).replace("_", " ")))


def _pattern(folded: str, typing: bool) -> str:
    """A regular expression for names that hold the folded words: the engine reads the names, not we."""
    patterns = ["".join(_letter(char) for char in word) for word in folded.split()]
    return r"(^|[^\p{L}\p{N}])" + r"[^\p{L}\p{N}]+".join(patterns) + ("" if typing else r"($|[^\p{L}\p{N}])")


def _letter(char: str) -> str:
    variants = "".join(sorted({char, *_variants().get(char, "")}))
    body = f"[{variants}]" if len(variants) > 1 else variants
    return rf"{body}\p{{M}}*['’‘ʼʻʿʾ`´.]?"


@cache
def _variants() -> dict[str, str]:
    """For each plain letter, the accented letters that fold to it (Latin, Greek, Cyrillic)."""
    found: dict[str, str] = {}
    for start, end in ((0xC0, 0x2B0), (0x370, 0x530), (0x1E00, 0x1F00)):
        for code in range(start, end):
            folded = words(chr(code))
            if len(folded) == 1 and folded != chr(code):
                found[folded] = found.get(folded, "") + chr(code).lower()
    return found
