"""A claim -> the object of the public interface: one fact a line, names canonical, spellings and evidence beside them."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from summitry.graph.claims import Claim, Entity, Summit, Topic

Fact = dict[str, Any]
_INTERNAL = {
    (Summit, "organisation"),
    (Topic, "participants"),
}  # for fusion; the interface names the event in words


def fact_of(claim: Claim, file: str = "") -> Fact:
    """The claim as JSON: `article`, `file`, `type`, the keys of the type, `as_written`, `evidence`, `certainty`.

    `as_written` has, for each key whose spelling in the text differs from the canonical name, that spelling; for a
    list of names, the list of their spellings in the same order.
    """
    fact: Fact = {"article": claim.article, "file": file, "type": claim.type}
    written: dict[str, str | list[str]] = {}
    for field in fields(claim.payload):
        if (type(claim.payload), field.name) in _INTERNAL:
            continue
        value = getattr(claim.payload, field.name)
        fact[field.name] = _plain(value)
        if _spelling(value) != fact[field.name] and _spelling(value) is not None:
            written[field.name] = _spelling(value)
    if written:
        fact["as_written"] = written
    fact["evidence"] = [{"start": e.start, "end": e.end, "exact": e.exact} for e in claim.finding.evidence]
    fact["certainty"] = round(claim.finding.certainty, 2)
    if claim.finding.attribution is not None:
        fact["attribution"] = claim.finding.attribution
    return fact


def _plain(value: Any) -> Any:
    if isinstance(value, Entity):
        return value.name
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return str(value) if isinstance(value, str) else value


def _spelling(value: Any) -> Any:
    """The spelling of a name or a list of names; None for other values."""
    if isinstance(value, Entity):
        return value.written
    if isinstance(value, tuple) and value and all(isinstance(item, Entity) for item in value):
        return [item.written for item in value]
    return None
