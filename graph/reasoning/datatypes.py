"""Literals -> the values they denote, in the datatype map of OWL 2 RL, and which datatypes hold a value.

https://www.w3.org/TR/owl2-profiles/#Datatypes_3 names the datatypes; lexical and value spaces follow XML
Schema 1.1.
"""

from __future__ import annotations

import base64
import binascii
import re
import struct
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from math import inf, isinf
from typing import Final

XSD: Final = "http://www.w3.org/2001/XMLSchema#"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"

Value = tuple[object, ...]
"""A value as a hashable key whose first member says what kind it is; equal keys, equal values."""

_BOUNDS: Final[dict[str, tuple[int | None, int | None]]] = {
    "integer": (None, None),
    "nonNegativeInteger": (0, None),
    "nonPositiveInteger": (None, 0),
    "positiveInteger": (1, None),
    "negativeInteger": (None, -1),
    **{name: (-(1 << bits - 1), (1 << bits - 1) - 1) for name, bits in
       (("long", 64), ("int", 32), ("short", 16), ("byte", 8))},
    **{name: (0, (1 << bits) - 1) for name, bits in
       (("unsignedLong", 64), ("unsignedInt", 32), ("unsignedShort", 16), ("unsignedByte", 8))},
}  # fmt: skip
_TAG: Final = r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*"
# https://www.w3.org/TR/xml/#NT-NameStartChar
_NAME_START: Final = (
    r"A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f"
    r"\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_NAME_CHAR: Final = _NAME_START + r"\-.0-9\u00b7\u0300-\u036f\u203f\u2040"
_STRINGS: Final[dict[str, re.Pattern[str]]] = {
    "string": re.compile(r"(?s).*"),
    "normalizedString": re.compile(r"[^\r\n\t]*"),
    "token": re.compile(r"([^\r\n\t ]+( [^\r\n\t ]+)*)?"),
    "language": re.compile(_TAG),
    "Name": re.compile(f"[:{_NAME_START}][:{_NAME_CHAR}]*"),
    "NCName": re.compile(f"[{_NAME_START}][{_NAME_CHAR}]*"),
    "NMTOKEN": re.compile(f"[:{_NAME_CHAR}]+"),
}
_DECIMAL: Final = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)", re.ASCII)
_INTEGER: Final = re.compile(r"[+-]?\d+", re.ASCII)
_FLOAT: Final = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?|[+-]?INF|NaN", re.ASCII)
_ZONE: Final = r"(Z|[+-](?:0\d|1[0-4]):[0-5]\d)"
_DATETIME: Final = re.compile(rf"(-?\d{{4,}}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?{_ZONE}?", re.ASCII)
_URI: Final = re.compile(r'(?!:)[^\s<>"{}|\\^`]*')
_CALENDAR: Final[dict[str, re.Pattern[str]]] = {
    "date": re.compile(r"-?\d{4,}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", re.ASCII),
    "gYearMonth": re.compile(r"-?\d{4,}-(0[1-9]|1[0-2])", re.ASCII),
    "gYear": re.compile(r"-?\d{4,}", re.ASCII),
    "gMonthDay": re.compile(r"--(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", re.ASCII),
    "gMonth": re.compile(r"--(0[1-9]|1[0-2])", re.ASCII),
}
DATATYPES: Final = frozenset(
    [XSD + name for name in (*_BOUNDS, *_STRINGS, "decimal", "float", "double", "boolean", "hexBinary",
                             "base64Binary", "anyURI", "dateTime", "dateTimeStamp")]
    + [RDF + "PlainLiteral", RDF + "XMLLiteral", RDFS + "Literal"]
)  # fmt: skip
"""The datatypes that dt-type1 declares."""


def value(lexical: str, datatype: str, language: str | None = None) -> Value | None:
    """The value of a literal; None where its lexical form is not one of its datatype."""
    if language:
        return ("lang", lexical, language.lower())
    if datatype == RDF + "PlainLiteral":
        return _plain(lexical)
    if datatype == RDF + "XMLLiteral":
        return ("xml", lexical) if lexical.count("<") == lexical.count(">") else None
    name = datatype.removeprefix(XSD)
    if name == datatype:
        return ("opaque", datatype, lexical)
    if name in _STRINGS:
        return ("string", lexical) if _STRINGS[name].fullmatch(lexical) else None
    if name in _BOUNDS:
        return _integer(lexical.strip(), name)
    if name in _CALENDAR and _CALENDAR[name].fullmatch(lexical):
        return (name, lexical)
    read = _READERS.get(name)
    return read(lexical.strip()) if read else ("opaque", datatype, lexical)


def holds(held: Value, datatype: str) -> bool | None:
    """Whether the value space of `datatype` has this value; None where one of them is unknown."""
    if datatype == RDFS + "Literal":
        return True
    if datatype not in DATATYPES or held[0] == "opaque":
        return None
    name, kind, held_value = datatype.removeprefix(XSD), held[0], held[1]
    if datatype == RDF + "PlainLiteral":
        return kind in ("string", "lang")
    if kind == "string":
        return name in _STRINGS and bool(_STRINGS[name].fullmatch(str(held_value)))
    if kind == "number":
        return name == "decimal" or (
            name in _BOUNDS
            and isinstance(held_value, int | Decimal)
            and held_value == int(held_value)
            and _within(int(held_value), name)
        )
    if kind == "dateTime":
        return name == "dateTime" or (name == "dateTimeStamp" and bool(held[2]))
    return kind == name or (kind == "xml" and datatype == RDF + "XMLLiteral")


def differ(one: Value, other: Value) -> bool:
    """Whether two values are known to be different (dt-diff); unknown datatypes never are."""
    return one != other and "opaque" not in (one[0], other[0])


def _within(number: int, name: str) -> bool:
    low, high = _BOUNDS[name]
    return (low is None or number >= low) and (high is None or number <= high)


def _integer(text: str, name: str) -> Value | None:
    if not _INTEGER.fullmatch(text):
        return None
    # int() refuses more than 4,300 digits; Decimal reads any length and equals the int of the same value
    number = int(text) if len(text) < 4000 else None
    if number is None:
        return ("number", Decimal(text)) if name == "integer" else None
    return ("number", number) if _within(number, name) else None


def _plain(text: str) -> Value | None:
    words, at, tag = text.rpartition("@")
    if not at or (tag and not re.fullmatch(_TAG, tag)):
        return None
    return ("lang", words, tag.lower()) if tag else ("string", words)


def _decimal(text: str) -> Value | None:
    return ("number", Decimal(text)) if _DECIMAL.fullmatch(text) else None


def _boolean(text: str) -> Value | None:
    return {"true": ("boolean", True), "1": ("boolean", True),
            "false": ("boolean", False), "0": ("boolean", False)}.get(text)  # fmt: skip


def _floating(kind: str) -> Callable[[str], Value | None]:
    largest, smallest = (3.4028235e38, 7e-46) if kind == "float" else (inf, 0.0)

    def read(text: str) -> Value | None:
        if not _FLOAT.fullmatch(text):
            return None
        number = float(text.replace("INF", "inf"))
        if "INF" not in text and (isinf(number) or abs(number) > largest):
            return None
        vanished = bool(re.search("[1-9]", re.split("[eE]", text)[0])) and abs(number) <= smallest
        if text != "NaN" and "INF" not in text and vanished:
            return None
        if kind == "float" and not isinf(number):
            (number,) = struct.unpack("f", struct.pack("f", number))
        return (kind, repr(number))

    return read


def _datetime(stamped: bool) -> Callable[[str], Value | None]:
    def read(text: str) -> Value | None:
        found = _DATETIME.fullmatch(text)
        if not found or (stamped and not found[3]):
            return None
        try:
            moment = datetime.fromisoformat(found[1] + (found[3] or "").replace("Z", "+00:00"))
        except ValueError:  # years before 1 or after 9999, 24:00:00, or no such day
            return ("dateTime", text, bool(found[3])) if _beyond(found[1]) else None
        if moment.tzinfo:
            try:
                moment = moment.astimezone(UTC)
            except OverflowError:
                return ("dateTime", text, True)
        fraction = (found[2] or "").rstrip("0").rstrip(".")
        return ("dateTime", moment.isoformat() + fraction, bool(found[3]))

    return read


def _beyond(text: str) -> bool:
    return text.startswith("-") or len(text) > 19 or text.startswith("0000") or text.endswith("T24:00:00")


def _hex(text: str) -> Value | None:
    try:
        return ("hexBinary", bytes.fromhex(text)) if " " not in text else None
    except ValueError:
        return None


def _base64(text: str) -> Value | None:
    try:
        return ("base64Binary", base64.b64decode("".join(text.split()), validate=True))
    except (ValueError, binascii.Error):
        return None


def _uri(text: str) -> Value | None:
    return ("anyURI", text) if _URI.fullmatch(text) else None


_READERS: Final[dict[str, Callable[[str], Value | None]]] = {
    "decimal": _decimal,
    "boolean": _boolean,
    "float": _floating("float"),
    "double": _floating("double"),
    "dateTime": _datetime(False),
    "dateTimeStamp": _datetime(True),
    "hexBinary": _hex,
    "base64Binary": _base64,
    "anyURI": _uri,
}
