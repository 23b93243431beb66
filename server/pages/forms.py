"""A claim -> the fields of a form that shows it, and back from the form to the claim as a person wants it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from summitry.graph.claims import Claim, Entity, EntityKind, Status, Summit, Topic
from summitry.graph.errors import BadParameter, SummitryError
from summitry.graph.questions import Resolver
from summitry.graph.vocabulary.concepts import CONCEPTS
from summitry.server.pages.links import spaced

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?|--\d\d(-\d\d)?")
_CHOICES = {
    ("membership", "status"): "membership-status",
    ("treaty", "status"): "treaty-status",
    ("relation", "kind"): "relation-kind",
}
_LISTED = frozenset(("participants", "attendees", "absentees"))
_HIDDEN = frozenset(((Summit, "organisation"), (Topic, "participants")))
_OPTIONAL = frozenset((
    "of", "city", "state", "place", "date", "end", "operator", "host", "name_or_place", "unit", "personnel",
    "length_km", "detail", "speaker", "attendees", "absentees",
))  # fmt: skip
_TEXTS = frozenset(("quote", "exact"))


@dataclass(frozen=True, slots=True)
class Blank:
    """One field: its name in the form, what it is called, what it holds, and what it takes."""

    name: str
    label: str
    value: str
    sort: str  # thing, things, date, number, choice, truth, fixed, text
    choices: tuple[str, ...] = ()


def blanks(claim: Claim, place: int) -> tuple[Blank, ...]:
    """The fields of a claim, with what the article is read to say."""
    found = []
    for field in fields(claim.payload):
        if (type(claim.payload), field.name) in _HIDDEN:
            continue
        value = getattr(claim.payload, field.name)
        sort, choices = _sort(claim, field.name, value, str(field.type))
        found.append(Blank(f"c{place}-{field.name}", spaced(field.name), _text(value), sort, choices))
    return tuple(found)


def _sort(claim: Claim, name: str, value: object, kind: str) -> tuple[str, tuple[str, ...]]:
    if name in _TEXTS:
        return "fixed", ()
    if isinstance(value, Status):
        return "choice", tuple(Status)
    if scheme := _CHOICES.get((claim.type, name)):
        return "choice", tuple(text for name, text in CONCEPTS if name == scheme)
    if isinstance(value, bool):
        return "truth", ("false", "true")
    if name in _LISTED:
        return "things", ()
    if "Entity" in kind:
        return "thing", ()
    if name in ("date", "end"):
        return "date", ()
    return ("number" if "int" in kind or "float" in kind else "text"), ()


def _text(value: object) -> str:
    if isinstance(value, Entity):
        return value.name
    if isinstance(value, tuple):
        return "; ".join(map(_text, value))
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def corrected(claim: Claim, place: int, form: Mapping[str, str], resolver: Resolver, by: str) -> Claim | None:
    """The claim as the form has it; None where nothing in it was changed."""
    changes: dict[str, Any] = {}
    for blank in blanks(claim, place):
        given = form.get(blank.name, blank.value).strip()
        field = blank.name.partition("-")[2]
        if blank.sort != "fixed" and given != blank.value:
            changes[field] = _value(blank, field, given, getattr(claim.payload, field), resolver)
    if not changes:
        return None
    payload = replace(claim.payload, **changes)
    finding = replace(claim.finding, payload=payload, certainty=1.0, rule=f"corrected by {by}")
    key = hashlib.sha256(f"{payload!r}|{claim.key}".encode()).hexdigest()[:12]
    return Claim(claim.article, key, finding)


def _value(blank: Blank, field: str, given: str, old: object, resolver: Resolver) -> object:
    if not given:
        if field not in _OPTIONAL:
            raise BadParameter(blank.name, f"{blank.label} cannot be empty; reject the fact if it is none")
        return () if blank.sort == "things" else None
    if blank.sort == "thing":
        return _entity(blank, given, resolver)
    if blank.sort == "things":
        return _entities(blank, given, old, resolver)
    if blank.sort == "choice":
        if given not in blank.choices:
            raise BadParameter(blank.name, f"{given!r} is not one of {', '.join(blank.choices)}")
        return Status(given) if isinstance(old, Status) else given
    if blank.sort == "truth":
        return given == "true"
    if blank.sort == "date" and not _DATE.fullmatch(given):
        raise BadParameter(
            blank.name, f"{given!r} is not a date such as 2022-06-28, 2022-06, 2022 or --06-28"
        )
    return _number(blank, field, given) if blank.sort == "number" else given


def _number(blank: Blank, field: str, given: str) -> float | int:
    try:
        return int(given.replace(",", "")) if field == "personnel" else float(given.replace(",", ""))
    except ValueError:
        raise BadParameter(blank.name, f"{given!r} is not a number such as 1300") from None


def _entities(blank: Blank, given: str, old: object, resolver: Resolver) -> tuple[Entity, ...]:
    known = {entity.name: entity for entity in old} if isinstance(old, tuple) else {}
    names = [name.strip() for name in given.split(";") if name.strip()]
    return tuple(known.get(name) or _entity(blank, name, resolver) for name in names)


def _entity(blank: Blank, name: str, resolver: Resolver) -> Entity:
    """Somebody or something of the graph, by name."""
    kinds = tuple(EntityKind)
    try:
        iri = resolver.resolve(name, kinds)
    except SummitryError as error:
        raise BadParameter(blank.name, str(error)) from error
    key = iri.removeprefix(f"{resolver.base}id/")
    kind = key.partition("/")[0]
    if kind not in kinds:
        raise BadParameter(blank.name, f"{name!r} is a {kind}, which cannot stand here")
    label = resolver.ask(
        f"SELECT ?l {{ <{iri}> <http://www.w3.org/2000/01/rdf-schema#label> ?l }} LIMIT 1"
    ).rows
    shown = label[0][0].value if label and label[0][0] else name
    return Entity(EntityKind(kind), shown, key, name)
