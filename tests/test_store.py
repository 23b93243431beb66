"""graph/store: one contract for all engines, then what is particular to each."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat
from sparql_server import Server, serving

from summitry.graph.errors import (
    BadParameter,
    LimitExceeded,
    QuerySyntaxError,
    StoreError,
    StoreUnavailable,
    UnknownName,
    UnreadableInput,
    UsageError,
)  # fmt: skip
from summitry.graph.store import (
    Dataset,
    EmbeddedStore,
    GraphStore,
    RemoteStore,
    endpoints,
    names_dataset,
    open_store,
)  # fmt: skip
from summitry.graph.store.changes import chunks
from summitry.graph.vocabulary import SY, XSD, Iris

IRIS = Iris()
FACTS, ABOUT = IRIS.graph("facts"), IRIS.graph("about")
ARTICLE = IRIS.article("0123456789abcdef")
UNNAMED = DefaultGraph()
OXIGRAPH = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
ENGINES = ["memory", "folder", "server", "oxigraph"]


@pytest.fixture(params=ENGINES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[GraphStore]:
    """An empty store of each engine."""
    if request.param == "memory":
        yield open_store(None)
    elif request.param == "folder":
        yield open_store(tmp_path / "store")
    elif request.param == "server":
        with serving() as server:
            yield open_store(server.url)
    elif OXIGRAPH is None:
        pytest.skip(
            "`oxigraph` is not installed: pip install oxigraph runs these tests against its server too"
        )
    else:
        yield from _oxigraph(OXIGRAPH)


def _oxigraph(command: str) -> Iterator[GraphStore]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen([command, "serve", "-b", f"127.0.0.1:{port}"], stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/query", timeout=1).close()
                break
            except (urllib.error.URLError, OSError):
                time.sleep(0.05)
        yield open_store(f"http://127.0.0.1:{port}/query")
    finally:
        process.kill()
        process.wait()


def node(name: str) -> NamedNode:
    return IRIS.entity(name)


def quad(name: str, value: object = 1, graph: NamedNode | DefaultGraph = FACTS) -> Quad:
    text = Literal(str(value), datatype=XSD.integer) if isinstance(value, int) else value
    assert isinstance(text, Literal | NamedNode | BlankNode)
    return Quad(node(name), SY.personnel, text, graph)


def rows(store: GraphStore, text: str, **options: object) -> list[list[str]]:
    answer = store.query(text, **options)  # type: ignore[arg-type]
    return sorted([getattr(term, "value", "") for term in row] for row in answer.rows())


# The contract


def test_what_is_added_is_found_and_what_is_removed_is_not(store: GraphStore) -> None:
    store.change([quad("a"), quad("b"), quad("b", graph=UNNAMED)])
    store.change([quad("c")], [quad("a")])
    assert set(store.quads()) == {quad("b"), quad("c"), quad("b", graph=UNNAMED)}
    assert set(store.quads(node("b"))) == {quad("b"), quad("b", graph=UNNAMED)}
    assert set(store.quads(graph="")) == {quad("b", graph=UNNAMED)}
    assert set(store.quads(None, SY.personnel, None, FACTS.value)) == {quad("b"), quad("c")}
    assert store.has(quad("c")) and not store.has(quad("a"))
    assert store.graphs() == ("", FACTS.value)
    assert (store.count(), store.count(FACTS.value), store.count("")) == (3, 2, 1)


def test_what_is_both_removed_and_added_stays(store: GraphStore) -> None:
    store.change([quad("a")])
    store.change([quad("a")], [quad("a")])
    assert store.has(quad("a"))


def test_a_change_of_thousands_is_whole(store: GraphStore) -> None:
    many = [quad(f"n{number}", number) for number in range(1203)]
    store.change(many)
    store.change((), many[3:])
    assert set(store.quads()) == set(many[:3])


def test_a_graph_is_replaced_whole(store: GraphStore) -> None:
    store.change([quad("a"), quad("other", graph=ABOUT)])
    store.replace_graph(FACTS.value, [quad(f"n{number}", number, ABOUT) for number in range(700)])
    assert store.count(FACTS.value) == 700 and store.count(ABOUT.value) == 1
    store.replace_graph(FACTS.value, [])
    assert store.count(FACTS.value) == 0


def test_the_unnamed_graph_is_replaced_too(store: GraphStore) -> None:
    store.change([quad("a", graph=UNNAMED)])
    store.replace_graph("", [quad("b")])
    assert set(store.quads()) == {quad("b", graph=UNNAMED)}


def test_documents_are_loaded(store: GraphStore) -> None:
    store.load(b"<http://e/s> <http://e/p> 'x' .", RdfFormat.TURTLE, FACTS.value)
    store.load(
        b"<http://e/s> <http://e/p> <r> <http://e/g> .".replace(b"<r>", b"<http://e/r>"), RdfFormat.N_QUADS
    )
    assert store.graphs() == ("http://e/g", FACTS.value)
    assert store.dump(FACTS.value) == b'<http://e/s> <http://e/p> "x" .\n'


def test_a_document_that_does_not_parse_changes_nothing(store: GraphStore) -> None:
    with pytest.raises(UnreadableInput):
        store.load(b"<http://e/s> <http://e/p> 1 . nonsense", RdfFormat.TURTLE, FACTS.value)
    assert store.count() == 0


def test_literals_come_back_in_canonical_form(store: GraphStore) -> None:
    store.change([quad("a", Literal("1.50", datatype=XSD.decimal))])
    assert store.has(quad("a", Literal("1.5", datatype=XSD.decimal)))


def test_queries_read_the_layers_and_the_unnamed_graph_but_not_claims(store: GraphStore) -> None:
    store.change([quad("a"), quad("b", graph=ABOUT), quad("claimed", graph=ARTICLE)])
    assert rows(store, "SELECT ?s { ?s ?p ?o }") == [[node("a").value], [node("b").value]]
    found = rows(store, "SELECT ?g { GRAPH ?g { ?s ?p ?o } }")
    assert [ARTICLE.value] in found and len(found) == 3
    from_claims = f"SELECT ?s FROM <{ARTICLE.value}> {{ ?s ?p ?o }}"
    assert rows(store, from_claims) == [[node("claimed").value]]
    both = f"SELECT ?s ?t {{ ?s ?p ?o . GRAPH <{ARTICLE.value}> {{ ?t ?p ?o }} }}"
    assert len(rows(store, both)) == 2


def test_callers_may_name_the_dataset(store: GraphStore) -> None:
    store.change([quad("a"), quad("b", graph=ABOUT), quad("c", graph=UNNAMED)])
    text = "SELECT ?s { ?s ?p ?o }"
    assert rows(store, text, dataset=Dataset((ABOUT.value,))) == [[node("b").value]]
    assert rows(store, text, dataset=Dataset()) == [[node("c").value]]


def test_answers_are_written_in_every_format(store: GraphStore) -> None:
    store.change([quad("a", 0)])
    text = "SELECT ?s ?o { ?s ?p ?o }"
    assert store.query(text).columns == ("s", "o")
    assert store.query(text).serialize("csv") == f"s,o\r\n{node('a').value},0\r\n".encode()
    assert b"0" in store.query(text).serialize("tsv")
    assert b">0<" in store.query(text).serialize("xml")
    binding = json.loads(store.query(text).serialize("json"))["results"]["bindings"][0]
    assert binding["o"] == {"type": "literal", "value": "0", "datatype": XSD.integer.value}
    table = store.query(text).serialize().decode().splitlines()
    assert [line.split() for line in table[::2]] == [["s", "o"], [node("a").value, "0"]]
    construct = "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }"
    assert b"sy:personnel 0 ." in store.query(construct).serialize("turtle")
    assert store.query(construct).serialize("turtle") == store.query(construct).serialize()
    assert store.query(construct).serialize("ntriples").endswith(b"integer> .\n")
    assert json.loads(store.query(construct).serialize("jsonld"))
    assert bool(store.query("ASK { ?s ?p ?o }")) and not store.query("ASK { ?s ?p 7 }")
    assert store.query("ASK { }").serialize("table") == b"yes\n"
    assert json.loads(store.query("ASK { }").serialize("json"))["boolean"] is True


def test_a_format_that_cannot_carry_the_answer_is_refused(store: GraphStore) -> None:
    with pytest.raises(UnknownName, match=r"turtle cannot carry rows.*csv"):
        store.query("SELECT * { }").serialize("turtle")
    with pytest.raises(UnknownName, match="csv cannot carry triples"):
        store.query("CONSTRUCT { } { }").serialize("csv")


def test_syntax_errors_have_a_place(store: GraphStore) -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        store.query("SELECT ?s {\n  ?s ?p }")
    assert caught.value.line == 2 and caught.value.column in (9, 10)
    with pytest.raises(QuerySyntaxError):
        store.update("INSERT DATA { <a")


def test_queries_do_not_update_and_updates_do_not_query(store: GraphStore) -> None:
    with pytest.raises(QuerySyntaxError):
        store.query("INSERT DATA { <http://e/s> <http://e/p> 1 }")
    with pytest.raises(QuerySyntaxError):
        store.update("SELECT * { ?s ?p ?o }")
    assert store.count() == 0


def test_an_update_that_fails_half_way_changes_nothing(store: GraphStore) -> None:
    with pytest.raises((StoreError, QuerySyntaxError)):
        store.update("INSERT DATA { <http://e/s> <http://e/p> 1 } ; LOAD <http://127.0.0.1:9/nothing>")
    assert store.count() == 0


def test_a_blank_node_cannot_be_removed_by_name(store: GraphStore) -> None:
    with pytest.raises(StoreError, match="blank node"):
        store.change((), [quad("a", BlankNode("b"))])


def test_rdflib_reads_and_writes_the_same_store(store: GraphStore) -> None:
    store.change([quad("a", 0)])
    found = store.dataset().query(f"SELECT ?s ?o {{ GRAPH <{FACTS.value}> {{ ?s ?p ?o }} }}")
    assert [(str(row[0]), row[1].toPython()) for row in found] == [(node("a").value, 0)]


# What is particular to a folder


def test_a_store_in_use_says_so_in_one_sentence(tmp_path: Path) -> None:
    holder = EmbeddedStore(tmp_path)
    code = f"from summitry.graph.store import open_store; open_store({str(tmp_path)!r})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert "StoreUnavailable" in done.stderr
    last = done.stderr.strip().splitlines()[-1]
    assert "in use by another process" in last and str(tmp_path) in last
    assert holder.count() == 0


def test_a_folder_that_cannot_be_a_store_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreUnavailable, match="file"):
        open_store(tmp_path / "file")
    with pytest.raises(StoreUnavailable, match="no store at"):
        open_store(tmp_path / "none", create=False)
    with pytest.raises(StoreUnavailable, match="no store at"):
        open_store(tmp_path / "none", read_only=True)
    assert not (tmp_path / "none").exists()


def test_a_folder_is_read_while_somebody_writes(tmp_path: Path) -> None:
    writer = open_store(tmp_path / "store")
    writer.change([quad("a")])
    writer.flush()
    reader = open_store(tmp_path / "store", read_only=True)
    assert reader.has(quad("a"))
    with pytest.raises(StoreError):
        reader.change([quad("b")])


def test_what_was_written_is_there_when_the_folder_is_opened_again(tmp_path: Path) -> None:
    first = EmbeddedStore(tmp_path)
    first.change([quad("a")])
    first.close()
    assert EmbeddedStore(tmp_path).has(quad("a"))


def test_backups_are_stores_of_their_own(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store")
    store.change([quad("a")])
    store.backup(tmp_path / "copy")
    store.change([quad("b")])
    assert set(open_store(tmp_path / "copy").quads()) == {quad("a")}
    with pytest.raises(BadParameter, match="copy exists"):
        store.backup(tmp_path / "copy")
    with pytest.raises(UsageError, match="in memory"):
        open_store(None).backup(tmp_path / "other")


def test_unknown_functions_are_errors_of_their_expression(tmp_path: Path) -> None:
    store = open_store(None)
    text = "SELECT (COALESCE(<http://e/unknown>(1), 'none') AS ?x) { }"
    assert rows(store, text) == [["none"]]


# What is particular to a server


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.mark.parametrize(
    ("url", "query", "update"),
    [
        ("http://h:8000", "http://h:8000/sparql", "http://h:8000/update"),
        ("http://h/sparql", "http://h/sparql", "http://h/update"),
        ("http://h:7878/query", "http://h:7878/query", "http://h:7878/update"),
        ("http://h/ds/query", "http://h/ds/query", "http://h/ds/update"),
        ("http://h/repositories/x", "http://h/repositories/x", "http://h/repositories/x/statements"),
        ("http://h/other", "http://h/other", "http://h/other"),
        ("http://u:p%40@h/sparql", "http://h/sparql", "http://h/update"),
    ],
)
def test_the_update_address_follows_from_the_query_address(url: str, query: str, update: str) -> None:
    found = endpoints(url, {})
    assert (found.query, found.update) == (query, update)
    assert found.password == ("p@" if "@" in url else None)


def test_the_environment_settles_what_a_url_cannot_tell() -> None:
    given = {
        "SUMMITRY_STORE_UPDATE": "http://h/u",
        "SUMMITRY_STORE_GRAPHS": "http://h/g",
        "SUMMITRY_STORE_TOKEN": "t",
    }
    found = endpoints("http://h/sparql", given)
    assert (found.update, found.graphs, found.token) == ("http://h/u", "http://h/g", "t")
    with pytest.raises(BadParameter, match="not the URL of a server"):
        endpoints("http://", {})


def test_graphs_are_put_where_the_server_has_the_graph_store_protocol(server: Server) -> None:
    address = server.url.replace("/query", "/graphs")
    store = open_store(server.url, environ={"SUMMITRY_STORE_GRAPHS": address})
    store.replace_graph(FACTS.value, [quad("a")])
    assert ("PUT", FACTS.value) in server.seen and store.has(quad("a"))


def test_a_token_is_sent_and_its_lack_is_told(server: Server) -> None:
    server.token = "secret"
    with pytest.raises(StoreUnavailable, match=r"SUMMITRY_STORE_TOKEN.*no token"):
        open_store(server.url).change([quad("a")])
    store = open_store(server.url, environ={"SUMMITRY_STORE_TOKEN": "secret"})
    store.change([quad("a")])
    assert store.has(quad("a"))


@pytest.mark.parametrize(
    ("refusal", "error", "message"),
    [
        ((404, "text/html", b"<h1>none"), StoreUnavailable, "no SPARQL service at"),
        ((500, "text/plain", b"disk on fire"), StoreError, "disk on fire"),
        ((503, "text/plain", b"busy"), StoreUnavailable, "busy"),
        ((504, "application/problem+json", b'{"detail": "took 30 s"}'), LimitExceeded, "took 30 s"),
        ((413, "text/plain", b"too long"), LimitExceeded, "too long"),
        ((200, "text/turtle", b"<a"), StoreError, "broken text/turtle"),
    ],
)
def test_refusals_become_our_errors(
    server: Server, refusal: tuple[int, str, bytes], error: type[Exception], message: str
) -> None:
    server.refuse = refusal
    with pytest.raises(error, match=message):
        open_store(server.url).query("CONSTRUCT { } { }")


def test_a_result_that_a_server_cut_short_is_an_error(server: Server) -> None:
    server.headers = {"X-SPARQL-MaxRows": "10000"}
    with pytest.raises(LimitExceeded, match="cut the result short"):
        open_store(server.url).query("SELECT * { }")


def test_nobody_at_the_address_is_unavailable(server: Server) -> None:
    server.server_close()
    with pytest.raises(StoreUnavailable, match="cannot be reached"):
        open_store("http://127.0.0.1:9/query").count()


def test_a_server_that_unites_the_layers_is_not_told_how(server: Server) -> None:
    server.layered = tuple(IRIS.graph(layer).value for layer in ("ontology", "facts", "about"))
    store = open_store(server.url)
    store.change([quad("a"), quad("term", graph=IRIS.graph("ontology")), quad("mine", graph=UNNAMED)])
    assert len(rows(store, "SELECT ?s { ?s ?p ?o }")) == 3
    assert "default-graph-uri" not in server.seen[-1][1]  # type: ignore[index]
    assert isinstance(store, RemoteStore) and store.unites_layers


def test_a_server_cannot_be_backed_up_from_here(server: Server, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="its own server"):
        open_store(server.url).backup(tmp_path / "copy")


# Reading a query for FROM


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("SELECT * FROM <http://e/g> { }", True),
        ("SELECT *\nfrom named <http://e/g> { }", True),
        ("SELECT * { ?from ex:from ?x }", False),
        ('SELECT * { ?s ?p "FROM <http://e/g>" }', False),
        ("SELECT * { ?s ?p '''it's FROM here''' }", False),
        ("SELECT * { <http://e/FROM> ?p ?o } # FROM <g>", False),
        ("PREFIX from: <http://e/> SELECT * { ?s from:FROM ?o }", False),
    ],
)
def test_from_is_told_from_words_that_look_like_it(text: str, found: bool) -> None:
    assert names_dataset(text) is found


@given(st.lists(st.integers(), max_size=40), st.integers(1, 9))
def test_chunks_lose_nothing(numbers: list[int], room: int) -> None:
    parts = list(chunks(numbers, room))  # type: ignore[arg-type]
    assert [number for part in parts for number in part] == numbers
    assert all(0 < len(part) <= room for part in parts)
