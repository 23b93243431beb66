"""SERVICE in a query -> the questions for other hosts, and their answers in its place.

A reader has no network, so it never asks itself: it names what it needs, the front fetches it from hosts on
its list, and the answers come back as data. What a SERVICE clause holds is worked out at the other end
anyway. https://www.w3.org/TR/sparql11-federated-query/
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from summitry.graph.errors import UsageError
from summitry.server.engine import Job, resolve, run
from summitry.server.outline import Edit, Outline

NODE = "?summitryNode"
LABEL = "urn:x-summitry:node:"  # before the label of a blank node, where it stands as text
MOST_HOSTS = 20  # that a SERVICE with a variable may ask
MOST_ROWS = 100_000
Key = tuple[str, str]  # where a question goes, and its text


class RemoteFailed(UsageError):
    """Another host gave no answer, or one that cannot be read."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What another host answered: its media type and body, or the reason there is none."""

    media_type: str
    body: bytes
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Service:
    """A SERVICE clause: where it stands, whom it asks, what."""

    first: int
    last: int
    name: str  # an IRI as written, or a variable
    silent: bool
    pattern: str


def find_services(outline: Outline) -> Iterator[Service]:
    """The SERVICE clauses of a query; those within another belong to the host that it asks."""
    end = -1
    for place in outline.find("SERVICE"):
        if place < end:
            continue
        silent = outline.kind(place + 1) == "word"
        name = place + 1 + silent
        close = outline.partners.get(name + 1)
        if close is None or outline.kind(name) not in ("iri", "name", "variable"):
            continue
        end = close
        yield Service(place, close, outline.text_of(name), silent, outline.piece(name + 1, close))


def questions(
    store: ox.Store, job: Job, outline: Outline, seen: Callable[[Job], Job]
) -> list[tuple[Service, list[Key]]]:
    """Each clause with the hosts it asks and the text it sends them; `seen` writes a query for the literals of the
    store."""
    found = []
    for service in find_services(outline):
        text = f"{outline.prologue} SELECT * WHERE {service.pattern}"
        hosts = find_hosts(store, job, outline, service, seen)
        found.append((service, [(host, text) for host in hosts]))
    return found


def find_hosts(
    store: ox.Store, job: Job, outline: Outline, service: Service, seen: Callable[[Job], Job]
) -> list[str]:
    """The one that is named, or those that the rest of the group finds for the variable."""
    if not service.name.startswith(("?", "$")):
        return [resolve(outline.prologue, service.name, job.base)]
    opening = max((o for o, c in outline.partners.items() if o < service.first < c), default=None)
    if opening is None:
        return []
    close = outline.partners[opening]
    before = outline.text[outline.tokens[opening].start : outline.tokens[service.first].start]
    after = outline.text[outline.tokens[service.last].end : outline.tokens[close].end]
    text = f"{outline.prologue} SELECT DISTINCT {service.name} WHERE {before} {after}"
    rows = run(store, seen(Job(text, job.base, job.default_graphs, job.named_graphs)))
    assert isinstance(rows, ox.QuerySolutions), "the text begins with SELECT"
    names = sorted({row[0].value for row in rows if isinstance(row[0], ox.NamedNode)})
    if len(names) > MOST_HOSTS:
        raise UsageError(
            f"SERVICE {service.name} would ask {len(names)} hosts; this server asks {MOST_HOSTS}"
        )
    return names


def fill_in(
    outline: Outline, asked: Iterable[tuple[Service, list[Key]]], fetched: Mapping[Key, Fetched]
) -> Outline:
    """The query with the answers in the place of the clauses."""
    edits = []
    for service, keys in asked:
        parts = [table(service, key[0], fetched[key]) for key in keys]
        text = f"{{ {' UNION '.join(parts)} }}" if parts else "{ FILTER(false) }"
        edits.append(Edit(service.first, service.last, text))
    return outline.edit(edits)


def table(service: Service, host: str, answer: Fetched) -> str:
    """An answer as a group of inline data."""
    binding = f"VALUES {service.name} {{ <{host}> }}" if service.name[0] in "?$" else ""
    try:
        if answer.problem:
            raise RemoteFailed(f"SERVICE <{host}>: {answer.problem}")
        return f"{{ {inline(read_answer(host, answer))} {binding} }}"
    except RemoteFailed:
        if service.silent:
            return f"{{ {binding} }}"  # as if the clause were not there
        raise


def read_answer(host: str, answer: Fetched) -> tuple[list[str], list[list[object]]]:
    """The variables and rows of an answer."""
    format = ox.QueryResultsFormat.from_media_type(answer.media_type)
    if format is None:
        raise RemoteFailed(f"SERVICE <{host}>: it answered with {answer.media_type or 'no media type'}")
    try:
        found = ox.parse_query_results(answer.body, format)
        assert isinstance(found, ox.QuerySolutions), "a SELECT was asked"
        rows = [list(row) for row in found]
    except (SyntaxError, AssertionError) as error:
        raise RemoteFailed(f"SERVICE <{host}>: its answer cannot be read: {error}") from None
    if len(rows) > MOST_ROWS:
        raise RemoteFailed(f"SERVICE <{host}>: it answered with more than {MOST_ROWS} rows")
    return [variable.value for variable in found.variables], rows


def inline(answer: tuple[list[str], list[list[object]]]) -> str:
    """Rows as VALUES; blank nodes, which those cannot hold, are made again from their labels."""
    names, rows = answer
    blank = [any(isinstance(row[place], ox.BlankNode) for row in rows) for place in range(len(names))]
    heads = [f"{NODE}{place}" if blank[place] else f"?{name}" for place, name in enumerate(names)]
    lines = ("(" + " ".join(map(write, row)) + ")" for row in rows)
    values = f"VALUES ({' '.join(heads)}) {{ {' '.join(lines)} }}"
    if not any(blank):
        return values
    made = (
        f"BIND(IF(isLiteral({NODE}{place}) && STRSTARTS(STR({NODE}{place}), '{LABEL}'), "
        f"BNODE({NODE}{place}), {NODE}{place}) AS ?{name})"
        for place, name in enumerate(names)
        if blank[place]
    )
    visible = " ".join(f"?{name}" for name in names)
    return f"{{ SELECT {visible} {{ {values} {' '.join(made)} }} }}"


def write(term: object) -> str:
    """A term as inline data."""
    if term is None:
        return "UNDEF"
    return f'"{LABEL}{term.value}"' if isinstance(term, ox.BlankNode) else str(term)
