"""SPARQL text -> tokens, in one linear pass; what may be told from them before the engine sees the text.

The scan serves good messages and early refusals. It is not the fence: a reader process cannot reach the
network whatever its query says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# Escapes of code points are replaced before anything else is read (SPARQL 1.1, 19.2).
ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))")
KEEP_ESCAPED = frozenset("\"'\\\r\n")
CHAR = r"[\w\u00B7\u203F\u2040-]"
INNER_DOTS = rf"\.++(?={CHAR})"  # a name may hold dots, but not end in one
LOCAL = rf"(?:{CHAR}|:|%[0-9A-Fa-f]{{2}}|\\[_~.\-!$&'()*+,;=/?#@%]|\.++(?=[\w\u00B7\u203F\u2040:%\\-]))*+"
# Every repetition is possessive and an open string swallows the rest, so that no text is read twice.
PARTS = {
    "space": r"[ \t\r\n]++|#[^\r\n]*+",
    "iri": r'<[^<>"{}|^`\\\x00-\x20]*+>',
    "string": "|".join(
        (
            r"\'\'\'(?:'{0,2}+(?:[^'\\]|\\.))*+\'\'\'",
            r'"""(?:"{0,2}+(?:[^"\\]|\\.))*+"""',
            r"'(?:[^'\\\r\n]|\\.)*+'",
            r'"(?:[^"\\\r\n]|\\.)*+"',
        )
    ),
    "open": r"""["'].*+""",
    "variable": r"[?$][\w\u00B7\u203F\u2040]++",
    "blank": rf"_:(?:{CHAR}|{INNER_DOTS})++",
    "name": rf"[^\W\d_](?:{CHAR}|{INNER_DOTS})*+(?::{LOCAL})?+|:{LOCAL}",
    "language": r"@[A-Za-z]++(?:-[A-Za-z0-9]++)*+",
    "number": r"[0-9]++(?:\.[0-9]*+)?+(?:[eE][+-]?[0-9]++)?+|\.[0-9]++(?:[eE][+-]?[0-9]++)?+",
    "mark": r"<<\(|\)>>|<<|>>|\^\^|&&|\|\||!=|<=|>=|.",
}
TOKEN = re.compile("|".join(f"(?P<{kind}>{part})" for kind, part in PARTS.items()), re.DOTALL)
OPENING, CLOSING = frozenset("{(["), frozenset("})]")
FORMS = frozenset(("SELECT", "ASK", "CONSTRUCT", "DESCRIBE"))
VOLATILE = frozenset(("NOW", "RAND", "UUID", "STRUUID", "SERVICE"))


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of SPARQL and where it stands in the text."""

    kind: str
    text: str
    start: int
    end: int

    def is_word(self, *words: str) -> bool:
        """Whether this is one of these keywords, in any case."""
        return self.kind == "word" and self.text.upper() in words


def unescape(text: str) -> str:
    """The text with escapes of code points replaced, but for those that would end a string or begin another escape:
    the engine reads them within strings alone. One outside Unicode stays for the engine to refuse."""
    if "\\u" not in text and "\\U" not in text:
        return text

    def replace(found: re.Match[str]) -> str:
        code = int(found[1] or found[2], 16)
        lawful = code <= 0x10FFFF and not 0xD800 <= code < 0xE000
        return chr(code) if lawful and chr(code) not in KEEP_ESCAPED else found[0]

    return ESCAPE.sub(replace, text)


def scan(text: str) -> list[Token]:
    """The tokens of an unescaped text, white space and comments left out."""
    found = []
    for match in TOKEN.finditer(text):
        kind = match.lastgroup or "mark"
        if kind == "name" and ":" not in match[0]:
            kind = "word"
        if kind != "space":
            found.append(Token(kind, match[0], match.start(), match.end()))
    return found
