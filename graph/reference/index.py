"""Nodes -> the index that the gazetteer loads: entries by line, and a folded spelling -> entries map."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from summitry.graph.names import fold
from summitry.graph.reference.nodes import Node

KINDS = ("state", "organisation", "body", "person", "region", "city")
# Predicate -> hint. What is spelled in capitals and digits only is an acronym, whatever the predicate.
HINTS = {
    "skos:altLabel": "name",
    "skos:hiddenLabel": "metonym",
    "sy:demonym": "demonym_adjective",
    "sy:demonymNoun": "demonym_noun",
    "foaf:familyName": "surname",
}


def build(nodes: Iterable[Node], words: Iterable[str]) -> dict[str, Any]:
    """The index; `words` are names of places that are also English words, first names or surnames."""
    known = {node.path: node for node in nodes}
    things = sorted((n for n in known.values() if n.key.partition("/")[0] in KINDS), key=_rank)
    tenures = sorted(
        (_tenure(n) for n in known.values() if "sy:Tenure" in n.classes),
        key=lambda t: (t[1], t[4] or "", t[0]),
    )
    served = _served(tenures, known)
    common = set(words)
    entries = [_entry(node, served, common) for node in things]
    return {
        "entries": entries,
        "spellings": _spellings(entries),
        "tenures": tenures,
        "memberships": sorted(_membership(n) for n in known.values() if "sy:Membership" in n.classes),
        "borders": sorted(_border(n) for n in known.values() if "sy:Border" in n.classes),
        "capitals": {n.key: n.ref("sy:capital") for n in things if n.ref("sy:capital")},
        "bodies": {n.key: n.ref("sy:bodyOf") for n in things if n.ref("sy:bodyOf")},
        "treaties": sorted(_treaty(n, known) for n in known.values() if "sy:Treaty" in n.classes),
    }


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
        _add(spelled, "acronym" if acronym(name) else "name", name)
    for predicate, hint in HINTS.items():
        for name in node.texts(predicate) if hint != "name" else ():
            _add(spelled, hint, name)
    state = node.ref("sy:inState") or node.ref("sy:bodyOf") or served.get(node.key)
    state = node.key if "sy:State" in node.classes else state
    importance = int(node.text("sy:population") or 0)
    gender = node.text("foaf:gender") or ""
    return [node.key, node.label, importance, state, gender, int(node.label in common), spelled]


def _add(spelled: dict[str, list[str]], hint: str, name: str) -> None:
    names = spelled.setdefault(hint, [])
    if name not in names:
        names.append(name)


def acronym(name: str) -> bool:
    """True for "CSTO", "U.S.", "G20", "ОДКБ"; such a spelling must be met exactly."""
    letters = name.replace(".", "").replace("-", "").replace("+", "")
    return len(letters) <= 7 and letters.isalnum() and letters.isupper()


def _spellings(entries: Sequence[Sequence[Any]]) -> dict[str, list[int]]:
    """Folded spelling -> numbers of the entries that it may stand for, in the order of the entries."""
    found: dict[str, list[int]] = {}
    for number, entry in enumerate(entries):
        for names in entry[6].values():
            for name in names:
                numbers = found.setdefault(fold(name), [])
                if number not in numbers:
                    numbers.append(number)
    return found


def _tenure(node: Node) -> list[Any]:
    """[key, person, role, of, start, end, former]"""
    return [
        node.key, node.ref("sy:holder"), node.concept("sy:role"), node.ref("sy:officeOf"), node.text("sy:startDate"),
        node.text("sy:endDate"), int(node.text("sy:former") == "true"),
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


def _treaty(node: Node, known: dict[str, Node]) -> list[Any]:
    """[key, name, [spelling…]]"""
    return [node.key, node.label, [node.label, *node.texts("skos:altLabel")]]


def read_words(rows: Iterable[dict[str, str]]) -> Iterator[str]:
    """The names of the hand-kept list of confusable places."""
    return (row["name"] for row in rows)
