"""graph/store: one contract for all engines."""

from __future__ import annotations

import io
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
from pyoxigraph import BlankNode, Literal, RdfFormat
from quads import ABOUT, FACTS, IRIS, UNNAMED, node, quad, rows
from sparql_server import serving

from summitry.graph.errors import QuerySyntaxError, StoreError, UnknownName, UnreadableInput
from summitry.graph.store import Dataset, GraphStore, open_store
from summitry.graph.vocabulary import SY, XSD

ARTICLE = IRIS.article("0123456789abcdef")
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
    output = io.BytesIO()
    store.pour(FACTS.value, output)
    assert output.getvalue() == b'<http://e/s> <http://e/p> "x" .\n'


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


def test_our_own_prefixes_need_no_declaration(store: GraphStore) -> None:
    store.change([quad("a")])
    assert rows(store, "SELECT ?s { ?s sy:personnel 1 }") == [[node("a").value]]
    assert rows(store, "PREFIX sy: <http://e/> SELECT ?s { ?s sy:personnel 1 }") == []


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
