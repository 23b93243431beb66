"""The words of an answer -> the facts it proposes; what is not of the asked shape is told apart from what cannot be read."""

from __future__ import annotations

import json
import re
from typing import Any

from summitry.graph.extract.llm.slots import FACTS, Slot, Sort

Proposal = dict[str, Any]
_FENCED = re.compile(r"```(?:json)?[ \t]*\n(.*?)```", re.DOTALL)
_MOST = 500  # proposals of one answer


class Malformed(ValueError):
    """An answer that is not the JSON asked for; asking again may help."""


def read_answer(content: str) -> list[Any]:
    """The list under "facts"; a code fence around the JSON does no harm."""
    fenced = _FENCED.search(content)
    try:
        found = json.loads(fenced.group(1) if fenced else content)
    except (ValueError, RecursionError) as error:
        raise Malformed(f"the answer is not JSON: {error}") from None
    facts = found.get("facts") if isinstance(found, dict) else None
    if not isinstance(facts, list):
        raise Malformed('the answer is not an object with a list "facts"')
    return facts[:_MOST]


def proposal(fact: Any) -> Proposal | str:
    """The fact, if it is of the shape that was asked for, with null for what it leaves out; else what is wrong with it."""
    if not isinstance(fact, dict):
        return "not an object"
    kind = fact.get("type")
    slots = FACTS.get(kind) if isinstance(kind, str) else None
    if slots is None:
        return f"unknown type {kind!r}"
    if unknown := sorted(map(str, fact.keys() - slots.keys() - {"type", "evidence", "attribution"})):
        return f"unknown keys {', '.join(unknown)}"
    evidence = fact.get("evidence")
    quotes = [evidence] if isinstance(evidence, str) else evidence
    if not isinstance(quotes, list) or not quotes or not all(isinstance(quote, str) for quote in quotes):
        return "no evidence"
    if not isinstance(fact.get("attribution"), str | None):
        return "attribution is no text"
    for name, slot in slots.items():
        if problem := _problem(slot, fact.get(name)):
            return f"{name} {problem}"
    filled = {name: fact.get(name) for name in (*slots, "attribution")}
    return {"type": kind, **filled, "evidence": quotes}


def _problem(slot: Slot, value: Any) -> str:
    """What is wrong with a slot's value; empty where nothing is."""
    if value is None or value == "":
        return "is missing" if slot.needed else ""
    match slot.sort:
        case Sort.CHOICE:
            right = value in slot.choices if isinstance(value, str) else False
        case Sort.ACTORS:
            right = isinstance(value, list) and all(isinstance(name, str) for name in value)
        case Sort.NUMBER:
            right = isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < 1e12
        case Sort.FLAG:
            right = isinstance(value, bool)
        case _:
            right = isinstance(value, str)
    return "" if right else f"may not be {value!r:.60}"
