"""Bytes -> text with universal newlines, or one clear refusal."""

from __future__ import annotations

import codecs
import re

from summitry.graph.errors import UnreadableInput

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_HEAD = 4096  # the HTML standard looks for the declaration in the first 1024 bytes; real pages put it later


def decode(data: bytes, where: str) -> str:
    """The text of a file in UTF-8, or in UTF-16 with its byte order mark."""
    if data.startswith(_UTF_16):
        return _decoded(data, "utf-16", where)
    _refuse_binary(data, where)
    return _decoded(data, "utf-8", where)


def decode_page(data: bytes, where: str) -> str:
    """The source of an HTML page, in the encoding it declares, else UTF-8, else windows-1252."""
    if data.startswith(_UTF_16):
        return _decoded(data, "utf-16", where)
    _refuse_binary(data, where)
    declared = _CHARSET.search(data[:_HEAD])
    name = declared.group(1).decode("ascii", "replace") if declared else "utf-8"
    try:
        codec = codecs.lookup(name).name
    except LookupError:
        raise UnreadableInput(where, f"declares the encoding {name!r}, which is not known") from None
    try:
        return _universal(data.decode(codec))
    except UnicodeDecodeError:
        # Pages often mix a stray byte into an otherwise sound text; the HTML standard never refuses one.
        return _universal(data.decode("utf-8" if declared else "cp1252", "replace"))


def _refuse_binary(data: bytes, where: str) -> None:
    if b"\0" in data:
        raise UnreadableInput(where, "is binary, not text")


def _decoded(data: bytes, encoding: str, where: str) -> str:
    try:
        return _universal(data.decode(encoding))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = f"0x{data[error.start]:02x}"
        problem = f"is not {encoding.upper()} text (byte {byte}); save it as UTF-8"
        raise UnreadableInput(f"{where}:{line}", problem) from None


def _universal(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
