"""Queries over wrapped literals (see `literals`): patterns name them as they are kept, expressions see values.

A place in a query sees either terms or values. Patterns, templates, VALUES and what BIND or SELECT hand on see
terms, and so do the functions that look at a term itself; all else counts, compares and sorts, so that a
variable there gives way to the number or date that its literal stands for. Only the outline of the text is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from summitry.graph.errors import LimitExceeded, QuerySyntaxError
from summitry.server.engine import resolve
from summitry.server.literals import MARK, constants
from summitry.server.outline import Edit, Outline

TERMS = frozenset(
    "STR LANG LANGDIR HASLANG HASLANGDIR DATATYPE SAMETERM BOUND COUNT ISIRI ISURI ISBLANK "
    "ISLITERAL ISTRIPLE".split()
)
HANDS_ON = frozenset("IF COALESCE SAMPLE TRIPLE SUBJECT PREDICATE OBJECT".split())
"""What these give is an argument of theirs, or a part of one."""
SORTED = frozenset(("ASC", "DESC"))
MOST_BRACKETS = 200


def see_values(outline: Outline, base: str | None, always: bool = True, depth: int = 0) -> Outline:
    """The query rewritten; unless `always`, only where it spells a literal in a way that the engine would change.

    `depth`: within how many triple terms wrapped literals may stand.
    """
    if outline.depth > MOST_BRACKETS:
        raise LimitExceeded(f"the query is nested more than {MOST_BRACKETS} brackets deep")
    sight = Sight(outline, base, depth)
    sight.pattern(0, len(outline.tokens))
    return outline.edit(sight.edits) if sight.edits and (always or sight.spelled) else outline


def value_of(term: str, depth: int = 0) -> str:
    """The expression for the value of a term; an expression of the engine's own is four times faster than a
    function of ours."""
    datatype = f"STR(DATATYPE({term}))"
    value = (
        f'IF(isLiteral({term})&&STRSTARTS({datatype},"{MARK}"),'
        f'STRDT(STR({term}),IRI(STRAFTER({datatype},"{MARK}"))),{term})'
    )
    if not depth:
        return value
    inner = value_of(f"OBJECT({term})", depth - 1)
    return f"IF(isTRIPLE({term}),TRIPLE(SUBJECT({term}),PREDICATE({term}),{inner}),{value})"


@dataclass(slots=True)
class Sight:
    """A walk over a query that notes what is to be written otherwise."""

    outline: Outline
    base: str | None
    depth: int = 0
    edits: list[Edit] = field(default_factory=list)
    spelled: bool = False
    known: dict[str, str] = field(default_factory=dict)

    def name(self, text: str) -> str:
        """The absolute IRI of a name; empty where it has none."""
        if text not in self.known:
            try:
                self.known[text] = resolve(self.outline.prologue, text, self.base)
            except QuerySyntaxError:
                self.known[text] = ""
        return self.known[text]

    def wrap(self, first: int, end: int) -> None:
        """Wraps the literals of a stretch that sees terms."""
        found = list(constants(self.outline.tokens, range(first, end), self.name))
        self.edits += found
        self.spelled = self.spelled or bool(found)

    def close(self, opening: int, end: int) -> int:
        """Where a bracket closes, at most the end of the stretch."""
        return min(self.outline.partners.get(opening, end), end)

    def word(self, place: int) -> str:
        """The keyword at a place, in capitals; empty where there is none."""
        return self.outline.text_of(place).upper() if self.outline.kind(place) == "word" else ""

    def pattern(self, place: int, end: int) -> None:
        """A stretch that sees terms, with the expressions in it."""
        while place < end:
            word, start = self.word(place), place
            if word == "FILTER":
                place += 1 + (self.word(place + 1) == "NOT")
                place = self.primary(place, end, sees_terms=False)
            elif word == "HAVING":
                place = self.conditions(place + 1, end)
            elif word == "BIND":
                place = self.bracketed(place + 1, end)
            elif word == "SELECT":
                place = self.head(place + 1, end)
            elif word in ("GROUP", "ORDER") and self.word(place + 1) == "BY":
                place = self.keys(place + 2, end, sees_terms=word == "GROUP")
            elif word in ("LIMIT", "OFFSET"):
                place += 2
            else:
                place += 1
                if self.outline.kind(start) in ("string", "number"):
                    self.wrap(start, place)

    def conditions(self, place: int, end: int) -> int:
        """The conditions of HAVING, of which there may be several; where they end."""
        while place < end and (self.outline.mark(place) == "(" or self.is_call(place)):
            place = self.primary(place, end, sees_terms=False)
        return place

    def head(self, place: int, end: int) -> int:
        """What SELECT gives, up to the pattern."""
        while place < end and self.outline.mark(place) != "{" and self.word(place) not in ("WHERE", "FROM"):
            place = self.bracketed(place, end) if self.outline.mark(place) == "(" else place + 1
        return place

    def keys(self, place: int, end: int, sees_terms: bool) -> int:
        """What is grouped or ordered by; where that ends."""
        while place < end:
            if self.outline.mark(place) == "(" and sees_terms:
                place = self.bracketed(place, end)
            elif self.outline.mark(place) == "(" or self.is_call(place) or self.is_variable(place):
                place = self.primary(place, end, sees_terms)
            elif self.word(place) in SORTED:
                place += 1
            else:
                break
        return place

    def bracketed(self, opening: int, end: int) -> int:
        """( expression AS ?variable ), which hands a term on; where it ends."""
        close = self.close(opening, end)
        named = self.word(close - 2) == "AS"
        self.expression(opening + 1, close - 2 if named else close, sees_terms=True)
        return close + 1

    def is_call(self, place: int) -> bool:
        """Whether a function, or EXISTS, is called here."""
        if self.word(place) in ("EXISTS", "NOT"):
            return True
        return (
            self.outline.kind(place) in ("word", "iri", "name")
            and self.outline.mark(place + 1) == "("
            and self.word(place) not in ("FILTER", "HAVING", "BIND", "IN", "VALUES", "SELECT")
        )

    def is_variable(self, place: int) -> bool:
        """Whether a variable stands here."""
        return self.outline.kind(place) == "variable"

    def expression(self, place: int, end: int, sees_terms: bool) -> None:
        """An expression; it hands a term on only where it is nothing else than that term."""
        sees_terms = sees_terms and self.end_of(place, end) == end
        while place < end:
            place = self.primary(place, end, sees_terms)

    def end_of(self, place: int, end: int) -> int:
        """Where the term, the call or the brackets end that begin here."""
        outline = self.outline
        if outline.mark(place) in ("+", "-"):
            return place + 2 if outline.kind(place + 1) == "number" else place + 1
        if outline.kind(place) == "string":
            if outline.mark(place + 1) == "^^":
                return place + 3
            return place + 2 if outline.kind(place + 1) == "language" else place + 1
        opening = place + 1 if self.is_call(place) else place
        if outline.mark(opening) in ("(", "{", "<<("):
            return self.close(opening, end) + 1
        return place + 1

    def primary(self, place: int, end: int, sees_terms: bool) -> int:
        """One step of an expression; where it ends."""
        outline, next_place = self.outline, min(self.end_of(place, end), end)
        if outline.mark(place) == "(":
            self.expression(place + 1, next_place - 1, sees_terms)
        elif outline.mark(place) == "<<(" or self.word(place) == "EXISTS":
            self.pattern(place + 1, next_place)
        elif self.is_call(place) and outline.mark(place + 1) == "(":
            self.call(place, next_place - 1, sees_terms)
        elif self.is_variable(place) and not sees_terms:
            self.edits.append(Edit(place, place, value_of(outline.text_of(place), self.depth)))
        elif sees_terms:
            self.wrap(place, next_place)
        return next_place

    def call(self, place: int, close: int, sees_terms: bool) -> None:
        """A function with its arguments, up to the bracket that closes."""
        name = self.word(place)
        if name == "GROUP_CONCAT" and self.joins(place + 2, close):
            return
        for number, (first, end) in enumerate(self.arguments(place + 2, close)):
            hands_on = name in HANDS_ON and sees_terms and not (name == "IF" and number == 0)
            self.expression(first, end, name in TERMS or hands_on)
        if name == "DATATYPE":
            self.edits.append(Edit(place, place - 1, "IRI(REPLACE(STR("))
            self.edits.append(Edit(close, close, f')),"^{MARK}",""))'))

    def joins(self, place: int, close: int) -> bool:
        """Whether GROUP_CONCAT joins a variable as it is: literals as they are written then, the rest as before."""
        place += self.word(place) == "DISTINCT"
        alone = self.is_variable(place) and (place + 1 == close or self.outline.mark(place + 1) == ";")
        if alone:
            name = self.outline.text_of(place)
            self.edits.append(Edit(place, place, f"IF(isLiteral({name}),STR({name}),{name})"))
        return alone

    def arguments(self, place: int, close: int) -> Iterator[tuple[int, int]]:
        """The arguments of a call: where each begins and ends; a separator is none."""
        place += self.word(place) == "DISTINCT"
        start = place
        while place < close and self.outline.mark(place) != ";":
            if self.outline.mark(place) == ",":
                yield start, place
                start = place + 1
            opened = self.outline.partners.get(place, -1)
            place = opened + 1 if opened > place else place + 1
        if start < place:
            yield start, place
