"""Over HTTP: literals come back as they were written, in every format, through every door, after every start."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from serving import Server, serving

from summitry.graph.store import open_store
from summitry.server.literals import MARK, XSD, by_value

TURTLE = f"""@prefix : <urn:> . @prefix xsd: <{XSD}> .
:a :p "-3"^^xsd:negativeInteger, -3 . :b :p 01 . :c :p 1.50 . :d :p "2020-01-01T00:00:00+00:00"^^xsd:dateTime .
:e :p "1"^^xsd:boolean, "x"@en, "01" . :f :says <<( :a :p "7"^^xsd:byte )>> ."""
WRITTEN = {quad.triple for quad in ox.parse(TURTLE, format=ox.RdfFormat.TURTLE)}
NTRIPLES = "\n".join(f"{triple} ." for triple in WRITTEN)
FORMATS = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "text/n3": ox.RdfFormat.N3,
}
PLAIN = {
    triple for triple in WRITTEN if not isinstance(triple.object, ox.Triple)
}  # what all formats can carry
ASKED = (
    f"SELECT ?s {{ ?s <urn:p> ?x FILTER(?x < 0 && DATATYPE(?x) = <{XSD}negativeInteger>) }}",
    "SELECT (SUM(?x) AS ?n) { ?s <urn:p> ?x FILTER(isNumeric(?x)) }",
    f"SELECT ?s {{ ?s <urn:p> ?x FILTER(?x = '2020-01-01T00:00:00Z'^^<{XSD}dateTime>) }}",
)


def answers(server: Server) -> list[list[dict[str, str]]]:
    return [server.rows(text) for text in ASKED]


RIGHT = [[{"s": "urn:a"}], [{"n": "-3.5"}], [{"s": "urn:d"}]]


def triples(server: Server, query: str = "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }") -> set[ox.Triple]:
    reply = server.query(query, "application/n-triples")
    assert reply.status == 200, reply.body
    return {quad.triple for quad in ox.parse(reply.body, format=ox.RdfFormat.N_TRIPLES)}


def put(server: Server, door: str) -> None:
    """The triples brought to the unnamed graph."""
    prologue = f"PREFIX : <urn:> PREFIX xsd: <{XSD}> "
    if door == "graph store":
        reply = server.http("PUT", "/graphs?default", TURTLE, "admin", Content_Type="text/turtle")
    elif door == "insert data":
        reply = server.update(f"INSERT DATA {{ {NTRIPLES} }}")
    else:
        text = TURTLE.partition("\n")[2]
        reply = server.update(f"{prologue} INSERT {{ {text} }} WHERE {{}}")
    assert reply.status in (200, 201, 204), reply.body


@pytest.mark.parametrize("door", ["graph store", "insert data", "template"])
def test_what_was_written_comes_back_and_counts(server: Server, door: str) -> None:
    put(server, door)
    assert triples(server) == WRITTEN
    assert answers(server) == RIGHT
    assert triples(server, "DESCRIBE <urn:f>") == {t for t in WRITTEN if t.subject == ox.NamedNode("urn:f")}


def test_a_document_that_is_loaded_keeps_its_literals(server: Server, tmp_path: Path) -> None:
    put(server, "graph store")
    with serving(tmp_path, remotes=["127.0.0.1"]) as other:
        document = f"{server.url}/sparql?format=ntriples&query=CONSTRUCT%20WHERE%20%7B%3Fs%20%3Fp%20%3Fo%7D"
        assert other.update(f"LOAD <{document}>").status == 204
        assert triples(other) == WRITTEN
        asked = f"SELECT ?x {{ SERVICE <{server.url}/sparql> {{ <urn:a> <urn:p> ?x }} <urn:a> <urn:p> ?x }}"
        assert len(other.rows(asked)) == 2
        assert (
            other.update(f"INSERT DATA {{ <urn:h> <urn:at> <{server.url}/sparql> ; <urn:since> +7 }}").status
            == 204
        )
        which = "?host <urn:at> ?where ; <urn:since> ?x FILTER(?x > 6)"
        asked = f"SELECT ?y {{ {which} SERVICE ?where {{ <urn:b> <urn:p> ?y }} }}"
        assert other.rows(asked) == [{"y": "01"}]


@pytest.mark.parametrize("accept", FORMATS)
def test_every_graph_format_has_the_literals_as_written(server: Server, accept: str) -> None:
    put(server, "graph store")
    assert server.update("DELETE WHERE { <urn:f> ?p ?o }").status == 204
    for path in ("/graphs?default", "/sparql?query=CONSTRUCT+WHERE+%7B+%3Fs+%3Fp+%3Fo+%7D"):
        reply = server.http("GET", path, token="read", Accept=accept)
        assert reply.status == 200, reply.body
        assert {quad.triple for quad in ox.parse(reply.body, format=FORMATS[accept])} == PLAIN


@pytest.mark.parametrize("name", ["json", "xml", "tsv"])
def test_every_result_format_has_the_literals_as_written(server: Server, name: str) -> None:
    put(server, "graph store")
    reply = server.query("SELECT ?o { ?s ?p ?o }", "*/*", format=name)
    found = ox.parse_query_results(reply.body, getattr(ox.QueryResultsFormat, name.upper()))
    assert isinstance(found, ox.QuerySolutions)
    assert {row["o"] for row in found} == {triple.object for triple in WRITTEN}
    values = server.query("SELECT ?o { <urn:b> ?p ?o }", "text/csv").body
    assert values.split() == [b"o", b"01"]


def test_nobody_else_may_use_the_mark(server: Server) -> None:
    reply = server.update(f"INSERT DATA {{ <urn:a> <urn:p> '{MARK}' }}")
    assert (reply.status, b"reserved" in reply.body) == (400, True)
    reply = server.http(
        "PUT", "/graphs?default", f"<urn:a> <{MARK}> 1 .", "admin", Content_Type="text/turtle"
    )
    assert (reply.status, b"reserved" in reply.body) == (400, True)


def test_a_store_on_disk_remembers_and_others_see_values(tmp_path: Path) -> None:
    path = tmp_path / "store"
    with serving(tmp_path, str(path)) as server:
        put(server, "insert data")
        assert triples(server) == WRITTEN
        assert server.update("DELETE DATA { <urn:a> <urn:p> -3 . <urn:b> <urn:p> 01 }").status == 204
        left = triples(server)
        assert {str(triple.object) for triple in WRITTEN - left} == {
            f'"{n}"^^<{XSD}integer>' for n in ("-3", "01")
        }
    with serving(tmp_path, str(path)) as server:
        assert triples(server) == left
        assert server.rows(ASKED[0]) == [{"s": "urn:a"}]
        server.process.kill()
    with serving(tmp_path, str(path), token_file=None) as server:
        assert triples(server) == left
    for quad in open_store(str(path)).quads():
        assert quad.object == by_value(quad.object)  # who opens the folder finds values


def test_a_summitry_graph_has_none_of_this_until_somebody_brings_it(tmp_path: Path) -> None:
    beside = tmp_path / "store.spellings"
    about = "CONSTRUCT { ?s ?p ?o } { VALUES ?p { <urn:p> <urn:says> } ?s ?p ?o }"
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    with serving(tmp_path, str(tmp_path / "store"), empty=False) as server:
        (before,) = server.rows(count)
        assert not beside.exists()
        put(server, "insert data")
        assert beside.exists()
        (after,) = server.rows(count)
        assert int(after["n"]) == int(before["n"]) + len(WRITTEN)
        assert triples(server, about) == WRITTEN
    with serving(tmp_path, str(tmp_path / "store"), empty=False) as server:
        assert triples(server, about) == WRITTEN
        assert server.rows(ASKED[0]) == [{"s": "urn:a"}]
        exported = server.http("GET", "/export.nt?layer=curated", token="read")
        assert {quad.triple for quad in ox.parse(exported.body, format=ox.RdfFormat.N_TRIPLES)} == WRITTEN
        assert (
            server.update("DELETE WHERE { ?s <urn:p> ?o } ; DELETE WHERE { ?s <urn:says> ?o }").status == 204
        )
        assert triples(server, about) == set()
        assert server.rows(count) == [before]
