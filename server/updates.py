"""SPARQL Update text -> its operations, each with the piece of text the engine will read for it.

Only the outline is read here (SPARQL 1.1 Update, grammar rules 29 to 52); the engine has parsed the whole
request before, so that every shape met here is a lawful one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from summitry.graph.errors import QuerySyntaxError
from summitry.server.scan import Token, scan, unescape


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of an update request.

    `verb` is LOAD, CLEAR, DROP, CREATE, ADD, MOVE, COPY, INSERT DATA, DELETE DATA, DELETE WHERE or MODIFY.
    Graphs are the text that names them ("DEFAULT", "NAMED", "ALL" or an IRI as written); templates and
    patterns keep their braces.
    """

    verb: str
    prologue: str
    text: str = ""
    silent: bool = False
    source: str = ""
    target: str = ""
    graph: str = ""  # of WITH
    delete: str = ""
    insert: str = ""
    using: tuple[str, ...] = ()
    using_named: tuple[str, ...] = ()
    where: str = ""


def read_update(text: str) -> tuple[Operation, ...]:
    """The operations of a request that the engine has found to be well formed."""
    text = unescape(text)
    return tuple(Cursor(text, scan(text)).operations())


@dataclass(slots=True)
class Cursor:
    """A place in the tokens of an update."""

    text: str
    tokens: Sequence[Token]
    place: int = 0
    prologue: list[str] = field(default_factory=list)

    def peek(self, *words: str) -> bool:
        """Whether the next token is one of these keywords."""
        return self.place < len(self.tokens) and self.tokens[self.place].is_word(*words)

    def take(self) -> Token:
        """The next token."""
        if self.place >= len(self.tokens):
            raise QuerySyntaxError("the update ends too early")
        self.place += 1
        return self.tokens[self.place - 1]

    def skip(self, *words: str) -> bool:
        """Steps over one of these keywords where it is next."""
        found = self.peek(*words)
        self.place += found
        return found

    def operations(self) -> list[Operation]:
        """Every operation, each under the prologue declared up to it."""
        found = []
        while self.place < len(self.tokens):
            self.read_prologue()
            if self.place < len(self.tokens):
                start = self.tokens[self.place].start
                operation = self.operation()
                text = self.text[start : self.tokens[self.place - 1].end]
                found.append(replace(operation, text=text))
            if self.place < len(self.tokens) and self.take().text != ";":
                raise QuerySyntaxError(f"{self.tokens[self.place - 1].text!r} stands between two operations")
        return found

    def read_prologue(self) -> None:
        """Keeps the declarations before an operation."""
        while self.peek("PREFIX", "BASE", "VERSION"):
            start = self.take()
            if start.is_word("PREFIX"):
                self.take()
            self.prologue.append(self.text[start.start : self.take().end])

    def operation(self) -> Operation:
        """The operation that begins here."""
        first = self.take()
        verb, prologue = first.text.upper(), "\n".join(self.prologue) + "\n"
        if verb == "LOAD":
            silent, source = self.skip("SILENT"), self.take().text
            target = self.graph() if self.skip("INTO") else "DEFAULT"
            return Operation(verb, prologue, silent=silent, source=source, target=target)
        if verb in ("CLEAR", "DROP", "CREATE"):
            return Operation(verb, prologue, silent=self.skip("SILENT"), target=self.graph())
        if verb in ("ADD", "MOVE", "COPY"):
            silent, source = self.skip("SILENT"), self.graph()
            self.skip("TO")
            return Operation(verb, prologue, silent=silent, source=source, target=self.graph())
        if verb in ("INSERT", "DELETE") and self.skip("DATA"):
            return self.data(verb, prologue)
        if verb == "DELETE" and self.skip("WHERE"):
            pattern = self.group()
            return Operation("DELETE WHERE", prologue, delete=pattern, where=pattern)
        return self.modify(verb, prologue)

    def data(self, verb: str, prologue: str) -> Operation:
        """INSERT DATA or DELETE DATA."""
        quads = self.group()
        insert, delete = (quads, "") if verb == "INSERT" else ("", quads)
        return Operation(f"{verb} DATA", prologue, delete=delete, insert=insert)

    def modify(self, verb: str, prologue: str) -> Operation:
        """WITH, DELETE, INSERT, USING and WHERE, in their order."""
        graph = delete = insert = ""
        if verb == "WITH":
            graph, verb = self.take().text, self.take().text.upper()
        if verb == "DELETE":
            delete = self.group()
            verb = "INSERT" if self.skip("INSERT") else ""
        if verb == "INSERT":
            insert = self.group()
        using: list[str] = []
        named: list[str] = []
        while self.skip("USING"):
            (named if self.skip("NAMED") else using).append(self.take().text)
        self.skip("WHERE")
        return Operation(
            "MODIFY",
            prologue,
            graph=graph,
            delete=delete,
            insert=insert,
            using=tuple(using),
            using_named=tuple(named),
            where=self.group(),
        )

    def graph(self) -> str:
        """A graph as an operation names it: DEFAULT, NAMED, ALL or the text of an IRI."""
        self.skip("GRAPH")
        token = self.take()
        return token.text.upper() if token.is_word("DEFAULT", "NAMED", "ALL") else token.text

    def group(self) -> str:
        """The text of a group in braces."""
        start = self.take()
        if start.text != "{":
            raise QuerySyntaxError(f"{start.text!r} stands where a group in braces is due")
        depth = 1
        while depth:
            token = self.take()
            if token.kind == "mark":
                depth += (token.text == "{") - (token.text == "}")
        return self.text[start.start : token.end]
