"""The table of slots as a JSON schema: every key required, every list closed, nothing beside them."""

from __future__ import annotations

from typing import Any

from summitry.graph.extract.llm.slots import FACTS, Slot, Sort

Schema = dict[str, Any]
_TYPES: dict[Sort, str] = {Sort.NUMBER: "number", Sort.FLAG: "boolean"}


def answer_schema() -> Schema:
    """The schema of a whole answer: {"facts": [...]}, each fact of one of the fourteen types."""
    facts = {"type": "array", "items": {"anyOf": [_fact(kind, slots) for kind, slots in FACTS.items()]}}
    return _object({"facts": facts})


def _fact(kind: str, slots: dict[str, Slot]) -> Schema:
    quotes = {"type": "array", "items": {"type": "string"}}
    own = {name: _slot(slot) for name, slot in slots.items()}
    return _object(
        {"type": {"type": "string", "enum": [kind]}, **own, "evidence": quotes, "attribution": _or_null("string")}
    )  # fmt: skip


def _slot(slot: Slot) -> Schema:
    if slot.sort is Sort.CHOICE:
        return {"type": "string", "enum": list(slot.choices)}
    if slot.sort is Sort.ACTORS:
        return {"type": "array", "items": {"type": "string"}}
    kind = _TYPES.get(slot.sort, "string")
    return {"type": kind} if slot.needed or slot.sort is Sort.FLAG else _or_null(kind)


def _or_null(kind: str) -> Schema:
    return {"type": [kind, "null"]}


def _object(properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
