"""Nodes -> the index that the gazetteer loads, one record a line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from summitry.graph.names import fold, is_acronym
from summitry.graph.reference.nodes import Node
from summitry.graph.reference.sources import listed

PLACES = frozenset({"sy:City", "sy:Region"})
LARGE = 1_000_000  # inhabitants of a city that is known by its name alone
KINDS = ("state", "organisation", "body", "person", "region", "city")
DEMONYMS = {"sy:demonym": "demonym_adjective", "sy:demonymNoun": "demonym_noun"}


def build(nodes: Iterable[Node], words: Iterable[str], bases: Iterable[Mapping[str, str]]) -> dict[str, Any]:
    """The index; `words` are names of places that are also English words, first names or surnames.

    `bases` are rows of the editors' table: whose a base is or was helps to read a text and is no fact of the graph.
    """
    known = {node.path: node for node in nodes}
    things = sorted((node for node in known.values() if node.key.partition("/")[0] in KINDS), key=_rank)
    tenures = sorted(_all(known, "sy:Tenure", _tenure), key=lambda row: (row[1], row[4] or "", row[0]))
    served, common = _served(tenures, known), _common(things, words)
    return {
        "entries": [_entry(node, served, common) for node in things],
        "tenures": tenures,
        "memberships": sorted(_all(known, "sy:Membership", _membership)),
        "borders": sorted(_all(known, "sy:Border", _border)),
        "capitals": {node.key: node.ref("sy:capital") for node in things if node.ref("sy:capital")},
        "bodies": {node.key: node.ref("sy:bodyOf") for node in things if node.ref("sy:bodyOf")},
        "treaties": sorted(_all(known, "sy:Treaty", _treaty)),
        "bases": _bases(things, bases),
    }


def _common(things: Sequence[Node], words: Iterable[str]) -> set[str]:
    """Keys of the places whose name is a word, and of the lesser towns that are called like somebody else."""
    taken: set[str] = set()
    for node in things:
        if not PLACES.intersection(node.classes):
            taken.update(fold(name) for name in (node.label, *node.texts("skos:altLabel")))
        if "sy:Person" in node.classes:
            taken.update(" ".join((fold(node.label), *map(fold, node.texts("skos:hiddenLabel")))).split())
    listed = {fold(word) for word in words}
    capitals = {key for node in things for key in node.refs("sy:capital")}
    towns = [node for node in things if "sy:City" in node.classes]
    lesser = {node.key for node in towns if int(node.text("sy:population") or 0) < LARGE} - capitals
    return {n.key for n in towns if fold(n.label) in listed or (n.key in lesser and fold(n.label) in taken)}


def _all(known: dict[str, Node], kind: str, record: Callable[[Node], list[Any]]) -> Iterator[list[Any]]:
    return (record(node) for node in known.values() if kind in node.classes)


def dump(index: dict[str, Any]) -> str:
    """The index as JSON, one record a line, so that a diff shows meaning."""
    parts = []
    for name, value in index.items():
        lines = (
            [_line(item) for item in value]
            if isinstance(value, list)
            else [f"{_line(key)}: {_line(item)}" for key, item in sorted(value.items())]
        )
        opening, closing = "[]" if isinstance(value, list) else "{}"
        parts.append(f'"{name}": {opening}\n' + ",\n".join(lines) + f"\n{closing}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _rank(node: Node) -> tuple[int, int, str]:
    """States first, then organisations, bodies, people, regions, cities; the populous before the small."""
    return KINDS.index(node.key.partition("/")[0]), -int(node.text("sy:population") or 0), node.key


def _served(tenures: Sequence[Sequence[Any]], known: dict[str, Node]) -> dict[str, str]:
    """Person -> the state or organisation served last; a state goes before an organisation."""
    served: dict[str, str] = {}
    for _, person, _, of, *_ in tenures:
        owner = known[f"id/{of}"].ref("sy:bodyOf") or of
        if owner.startswith("state/") or not served.get(person, "").startswith("state/"):
            served[person] = owner
    return served


def _entry(node: Node, served: dict[str, str], common: set[str]) -> list[Any]:
    """[key, name, importance, state, gender, common, {hint: [spelling…]}]"""
    spelled: dict[str, list[str]] = {}
    for name in (node.label, *node.texts("skos:altLabel")):
        _add(spelled, "acronym" if is_acronym(name) else "name", name)
    # Hidden labels help to find and are not shown: the short forms of people, the seats of power of states.
    hints = {"skos:hiddenLabel": "surname" if "sy:Person" in node.classes else "metonym", **DEMONYMS}
    for predicate, hint in hints.items():
        for name in node.texts(predicate):
            _add(spelled, hint, name)
    state = node.ref("sy:inState") or node.ref("sy:bodyOf") or served.get(node.key)
    state = node.key if "sy:State" in node.classes else state
    importance = int(node.text("sy:population") or 0)
    gender = node.text("foaf:gender") or ""
    return [node.key, node.label, importance, state, gender, int(node.key in common), spelled]


def _add(spelled: dict[str, list[str]], hint: str, name: str) -> None:
    names = spelled.setdefault(hint, [])
    if name not in names:
        names.append(name)


def _tenure(node: Node) -> list[Any]:
    """[key, person, role, of, start, end, former]"""
    return [
        node.key, node.ref("sy:holder"), node.concept("sy:role"), node.ref("sy:officeOf"),
        node.text("sy:startDate"), node.text("sy:endDate"), int(node.text("sy:former") == "true"),
    ]  # fmt: skip


def _membership(node: Node) -> list[Any]:
    """[key, member, organisation, status, start, end]"""
    return [
        node.key, node.ref("sy:member"), node.ref("sy:organisation"), node.concept("sy:membershipStatus"),
        node.text("sy:startDate") or "", node.text("sy:endDate") or "",
    ]  # fmt: skip


def _border(node: Node) -> list[Any]:
    """[key, state, state, km]"""
    a, b = node.refs("sy:borderOf")
    return [node.key, a, b, float(node.text("sy:lengthKm") or 0)]


def _treaty(node: Node) -> list[Any]:
    """[key, name, [spelling…]]"""
    return [node.key, node.label, [node.label, *node.texts("skos:altLabel")]]


def _bases(things: Sequence[Node], rows: Iterable[Mapping[str, str]]) -> list[list[Any]]:
    """[name, [spelling…], state or region, [state…]]; a land that the reference data do not know is an error."""
    lands = {n.label: n.key for n in reversed(things) if n.key.partition("/")[0] in ("state", "region")}
    return [
        [
            row["name"], [row["name"], *listed(row["aliases"])],
            lands[row["place"]], [lands[user] for user in listed(row["operators"])],
        ]
        for row in rows
    ]  # fmt: skip
