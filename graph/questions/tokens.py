"""SPARQL text -> its tokens, as far as needed to tell a variable from text that merely looks like one.

https://www.w3.org/TR/sparql11-query/#sparqlGrammar, rules 139 (IRIREF), 156-159 (strings),
166 (VARNAME), and section 19.4 (comments).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_TOKEN = re.compile(
    r"""
      (?P<comment>\#[^\n\r]*)
    | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    | (?P<string>'''(?:'{0,2}(?:[^'\\]|\\.))*''' | \"\"\"(?:\"{0,2}(?:[^\"\\]|\\.))*\"\"\"
                | '(?:[^'\\\n\r]|\\.)*' | "(?:[^"\\\n\r]|\\.)*")
    | (?P<variable>[?$]\w+)
    | (?P<word>[A-Za-z][\w:.-]*)
    | (?P<other>\\. | .)
    """,
    re.VERBOSE | re.DOTALL,
)


def tokens(query: str) -> Iterator[tuple[str, str]]:
    """Every character of the query once, in pieces: (kind, text)."""
    for match in _TOKEN.finditer(query):
        yield match.lastgroup or "other", match.group()


def variables(query: str) -> frozenset[str]:
    """The names of the variables that the query mentions outside strings, comments and IRIs."""
    return frozenset(text[1:] for kind, text in tokens(query) if kind == "variable")


def replace(query: str, term: Callable[[str], str | None]) -> str:
    """The query with each variable replaced by the text that `term` gives for its name, if any."""
    pieces = []
    for kind, text in tokens(query):
        new = term(text[1:]) if kind == "variable" else None
        # The blanks keep a term from melting into its neighbour: `<` after `=` reads as part of an operator.
        pieces.append(text if new is None else f" {new} ")
    return "".join(pieces)


def columns(query: str) -> tuple[str, ...]:
    """The names in the outermost SELECT clause, in order; empty for other forms and for `SELECT *`."""
    found: list[str] = []
    depth, selecting, previous = 0, False, ""
    for kind, text in tokens(query):
        if kind in ("comment", "string", "iri") or text.isspace():
            continue
        if not selecting:
            selecting = kind == "word" and text.upper() == "SELECT"
            if kind == "word" and text.upper() in ("ASK", "CONSTRUCT", "DESCRIBE"):
                break
        elif text in "{*" or text.upper() in ("WHERE", "FROM"):
            if depth == 0:
                break
        elif text in "()":
            depth += 1 if text == "(" else -1
        elif kind == "variable" and (depth == 0 or (depth == 1 and previous.upper() == "AS")):
            found.append(text[1:])
        previous = text
    return tuple(found)
