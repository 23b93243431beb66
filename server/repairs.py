"""What the engine gets wrong, written so that it gets it right.

Each repair changes only queries that would go wrong, leaves the rest as it came, and names the W3C tests it
is for; docs/upstream has the reports. All of them work on the text: the engine has no other way in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pyoxigraph as ox

from summitry.server.engine import Job
from summitry.server.federation import NODE
from summitry.server.outline import Edit, Outline

MOST_GRAPHS = 64  # a repair that names every graph stops being one beyond this
MOST_TEXT = 256 << 10
ROW = "?summitryRow"
SCOPED = frozenset(("VALUES", "OPTIONAL"))


def repair(store: ox.Store, job: Job, outline: Outline) -> Job:
    """The job, its query repaired."""
    before = outline
    for fix in (write_truth_small, join_plainly, make_fresh_nodes):
        outline = fix(outline)
    outline = find_absent_nodes(store, job, outline)
    outline = ask_each_graph(store, job, outline)
    return job if outline is before else replace(job, text=outline.text)


def write_truth_small(outline: Outline) -> Outline:
    """Keywords may be written in any case, true and false too (SPARQL 1.1, 19.8; sparql10 case-insensitive-
    booleans): the engine knows them in small letters only."""
    places = [place for place in outline.find("TRUE", "FALSE") if not outline.tokens[place].text.islower()]
    edits = [Edit(place, place, outline.tokens[place].text.lower()) for place in places]
    return outline.edit(edits) if edits else outline


def join_plainly(outline: Outline) -> Outline:
    """GROUP_CONCAT gives a plain string whatever it joins (aggregates/agg-groupconcat-04, -06)."""
    if "GROUP_CONCAT" not in outline.words:
        return outline
    edits = []
    for place in outline.find("GROUP_CONCAT"):
        end = outline.partners.get(place + 1)
        if end is not None and not is_named(outline, place, "STR"):
            edits += [Edit(place, place - 1, "STR("), Edit(end, end, "))")]
    return outline.edit(edits) if edits else outline


def is_named(outline: Outline, place: int, function: str) -> bool:
    """Whether what stands here is the argument of this function already."""
    return outline.mark(place - 1) == "(" and place >= 2 and outline.tokens[place - 2].is_word(function)


def make_fresh_nodes(outline: Outline) -> Outline:
    """BNODE(text) is a new node in every solution (functions/bnode01): the engine makes one for each text."""
    if "BNODE" not in outline.words:
        return outline
    edits: list[Edit] = []
    closed: set[int] = set()
    for place in outline.find("BNODE"):
        end = outline.partners.get(place + 1)
        where = where_of(outline, place)
        if end is None or end == place + 2 or where is None:
            continue
        argument = outline.piece(place + 2, end - 1)
        if argument.startswith(NODE):
            continue
        edits.append(Edit(place, end, f'BNODE(CONCAT("n", SHA1(STR(CONCAT({ROW}, {argument})))))'))
        if where not in closed:
            closed.add(where)
            edits.append(Edit(where, where - 1, f"BIND(STRUUID() AS {ROW})"))
    return outline.edit(edits) if edits else outline


def where_of(outline: Outline, place: int) -> int | None:
    """The end of the pattern whose solutions the head of a SELECT sees; None where `place` is in no such
    head."""
    start = max((at for at in outline.find("SELECT") if at < place), default=None)
    if start is None or outline.mark(start + 1) == "*":
        return None
    opening = next((at for at in range(start, len(outline.tokens)) if outline.mark(at) == "{"), None)
    if opening is None or opening < place or "GROUP" in outline.words:
        return None
    return outline.partners.get(opening)


def find_absent_nodes(store: ox.Store, job: Job, outline: Outline) -> Outline:
    """A path of no steps leads from a node to itself, even if the graph does not know it (property-
    path/zero_*)."""
    edits = []
    for first, last, constant, variable in open_paths(outline):
        name = outline.tokens[constant].text
        known = f"{{ {name} ?p ?o }} UNION {{ ?s ?p {name} }}"
        text = f"{outline.prologue} ASK {{ {known} UNION {{ GRAPH ?g {{ {known} }} }} }}"
        try:
            if bool(store.query(text, base_iri=job.base)):
                continue
        except (SyntaxError, OSError, RuntimeError):
            continue  # the engine will say so of the query itself
        edits.append(Edit(first, last, f"VALUES {outline.tokens[variable].text} {{ {name} }}"))
    return outline.edit(edits) if edits else outline


def open_paths(outline: Outline) -> Iterator[tuple[int, int, int, int]]:
    """Triple patterns with a path that may have no steps, between a constant and a variable, standing alone:
    their first and last token, that of the constant and that of the variable."""
    for place in range(len(outline.tokens)):
        if outline.mark(place) not in ("*", "?"):
            continue
        start = place - 1
        if outline.mark(start) == ")":
            start = outline.partners.get(start, -1)
        elif outline.kind(start) not in ("iri", "name") and outline.text_of(start) != "a":
            continue
        if outline.mark(start - 1) in ("^", "!"):
            start -= 1
        subject, object = start - 1, place + 1
        kinds = {outline.kind(subject), outline.kind(object)}
        if "variable" not in kinds or not kinds & {"iri", "name"}:
            continue
        if outline.mark(subject - 1) in ("{", ".", "}") and outline.mark(object + 1) in (".", "}"):
            constant, variable = (
                (subject, object) if outline.kind(object) == "variable" else (object, subject)
            )
            yield subject, object, constant, variable


def ask_each_graph(store: ox.Store, job: Job, outline: Outline) -> Outline:
    """Inside GRAPH ?g the pattern is worked out graph by graph, and ?g known only afterwards
    (negation/graph-minus, bindings/graph, aggregates/agg-empty-group-count-graph): the engine mixes the
    two."""
    for _ in range(4):  # patterns within patterns
        found = next(mixed_graphs(outline), None)
        if found is None:
            break
        names = graph_names(store, job, outline)
        place, end = found
        pattern, variable = outline.piece(place + 2, end), outline.tokens[place + 1].text
        if not names or len(names) > MOST_GRAPHS or len(names) * len(pattern) > MOST_TEXT:
            break
        each = (f"{{ GRAPH {name} {pattern} VALUES {variable} {{ {name} }} }}" for name in names)
        outline = outline.edit([Edit(place, end, f"{{ {' UNION '.join(each)} }}")])
    return outline


def mixed_graphs(outline: Outline) -> Iterator[tuple[int, int]]:
    """Where GRAPH ?g stands before a pattern that the engine would mix with it, and where that ends."""
    for place in outline.find("GRAPH"):
        end = outline.partners.get(place + 2)
        if outline.kind(place + 1) != "variable" or end is None:
            continue
        inside = outline.tokens[place + 3 : end]
        words = {token.text.upper() for token in inside if token.kind == "word"}
        variable = outline.tokens[place + 1].text[1:]
        named = any(token.kind == "variable" and token.text[1:] == variable for token in inside)
        blank = any(token.kind == "blank" for token in inside)  # a label may stand in one pattern only
        if not blank and (words & {"MINUS", "SELECT"} or (named and words & SCOPED)):
            yield place, end


def graph_names(store: ox.Store, job: Job, outline: Outline) -> list[str]:
    """The named graphs of the query's dataset, as text."""
    if job.default_graphs or job.named_graphs:
        return [f"<{name}>" for name in job.named_graphs or ()]
    if "FROM" in outline.words:
        return []
    names = []
    for graph in store.named_graphs():
        names.append(str(graph))
        if len(names) > MOST_GRAPHS:
            break
    return names if all(name.startswith("<") for name in names) else []
