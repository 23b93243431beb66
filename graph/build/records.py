"""Claims and contexts as one line of JSON each, so that hundreds of claims are read back in milliseconds.

The claims in an article's graph are the truth; these lines repeat them for the machinery alone.
"""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from typing import Any

from summitry.graph.claims import PAYLOADS, Border, Claim, Entity, EntityKind, Evidence, Finding, Status
from summitry.graph.fusion import Context

_PAYLOADS = {payload.type: payload for payload in PAYLOADS}
_EVENTS = ("visit", "meeting", "summit")


def write_claim(claim: Claim) -> str:
    """The claim without its article."""
    finding, payload = claim.finding, claim.payload
    values = {field.name: _plain(getattr(payload, field.name)) for field in fields(payload)}
    if isinstance(payload, Border) and payload.length_km is not None:
        values["length_km"] = float(payload.length_km)  # 1357 and 1357.0 are one claim
    evidence = [[each.start, each.end, each.exact] for each in finding.evidence]
    row = [claim.key, payload.type, values, evidence, finding.certainty, finding.rule, finding.attribution]
    if claim.agent is not None:
        row.append(claim.agent)
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def read_claim(article: str, line: str) -> Claim:
    """The claim that was written so."""
    key, kind, values, evidence, certainty, rule, attribution, *agent = json.loads(line)
    filled = {name: _rich(value) for name, value in values.items()}
    if kind in _EVENTS:
        filled["status"] = Status(filled["status"])
    finding = Finding(
        _PAYLOADS[kind](**filled), tuple(Evidence(*each) for each in evidence), certainty, rule, attribution
    )
    return Claim(article, key, finding, *agent)


def _plain(value: Any) -> Any:
    if isinstance(value, Entity):
        return {"e": [value.kind.value, value.name, value.key, value.written]}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value


def _rich(value: Any) -> Any:
    if isinstance(value, dict):
        kind, name, key, written = value["e"]
        return Entity(EntityKind(kind), name, key, written)
    if isinstance(value, list):
        return tuple(_rich(part) for part in value)
    return value


def write_context(context: Context) -> str:
    """The context without its article."""
    published = context.published.isoformat() if context.published else None
    row = [published, context.publisher, [list(pair) for pair in context.dates]]
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def read_context(article: str, line: str) -> Context:
    """The context that was written so."""
    published, publisher, dates = json.loads(line)
    day = date.fromisoformat(published) if published else None
    return Context(article, day, publisher, tuple((text, happened) for text, happened in dates))
