"""The clients people have: SPARQLWrapper in all its methods and formats, rdflib's stores, pandas, curl, and a
browser on a page of another origin."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import quote

import pandas
import pytest
from playwright.sync_api import sync_playwright
from rdflib import Graph, Literal, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore, SPARQLUpdateStore
from serving import Server
from SPARQLWrapper import (
    CSV,
    GET,
    JSON,
    JSONLD,
    N3,
    POST,
    POSTDIRECTLY,
    RDFXML,
    TSV,
    TURTLE,
    URLENCODED,
    XML,
    SPARQLWrapper,
)

SEED = "INSERT DATA { <urn:a> <urn:p> 0, 'élan'@fr . GRAPH <urn:g> { <urn:b> <urn:p> <urn:c> } }"


@pytest.fixture
def seeded(server: Server) -> Server:
    server.update(SEED)
    return server


@pytest.fixture(
    params=[(GET, URLENCODED), (POST, URLENCODED), (POST, POSTDIRECTLY)], ids=["get", "form", "direct"]
)
def wrapper(seeded: Server, request: pytest.FixtureRequest) -> Iterator[SPARQLWrapper]:
    made = SPARQLWrapper(f"{seeded.url}/sparql")
    made.setMethod(request.param[0])
    made.setRequestMethod(request.param[1])
    return made


@pytest.mark.parametrize("only_conneg", [False, True])
@pytest.mark.parametrize("format", [JSON, XML, CSV, TSV])
def test_wrapper_selects(wrapper: SPARQLWrapper, format: str, only_conneg: bool) -> None:
    wrapper.setQuery("SELECT ?o { <urn:a> <urn:p> ?o } ORDER BY ?o")
    wrapper.setReturnFormat(format)
    wrapper.setOnlyConneg(only_conneg)
    found: Any = wrapper.queryAndConvert()
    if format == JSON:
        assert {row["o"]["value"] for row in found["results"]["bindings"]} == {"0", "élan"}
    else:
        text = found.toxml() if format == XML else found.decode()
        assert "élan" in text


@pytest.mark.parametrize("format", [JSON, XML])
def test_wrapper_asks(wrapper: SPARQLWrapper, format: str) -> None:
    wrapper.setQuery("ASK { <urn:a> <urn:p> 0 }")
    wrapper.setReturnFormat(format)
    found: Any = wrapper.queryAndConvert()
    assert (found["boolean"] if format == JSON else "true" in found.toxml()) is True


@pytest.mark.parametrize("format", [XML, RDFXML, TURTLE, N3, JSONLD])
@pytest.mark.parametrize("text", ["CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", "DESCRIBE <urn:a>"])
def test_wrapper_constructs(wrapper: SPARQLWrapper, format: str, text: str) -> None:
    wrapper.setQuery(text)
    wrapper.setReturnFormat(format)
    found: Any = wrapper.queryAndConvert()
    graph = (
        found
        if isinstance(found, Graph)
        else Graph().parse(data=found, format={N3: "n3"}.get(format, "turtle"))
    )
    assert set(graph.objects(URIRef("urn:a"))) == {Literal(0), Literal("élan", lang="fr")}


def test_wrapper_honours_graphs(wrapper: SPARQLWrapper) -> None:
    wrapper.setQuery("ASK { <urn:b> <urn:p> <urn:c> }")
    wrapper.setReturnFormat(JSON)
    wrapper.addDefaultGraph("urn:g")
    assert wrapper.queryAndConvert()["boolean"] is True  # type: ignore[index,call-overload]


@pytest.mark.parametrize("how", [URLENCODED, POSTDIRECTLY])
def test_wrapper_updates(seeded: Server, how: str) -> None:
    made = SPARQLWrapper(f"{seeded.url}/sparql", f"{seeded.url}/update")
    made.addCustomHttpHeader("Authorization", f"Bearer {seeded.tokens['write']}")
    made.setMethod(POST)
    made.setRequestMethod(how)
    made.setQuery("INSERT DATA { <urn:new> <urn:p> 1 }")
    made.query()
    assert seeded.ask("ASK { <urn:new> <urn:p> 1 }")


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
@pytest.mark.parametrize("format", ["xml", "json"])
def test_rdflib_store_reads(seeded: Server, method: str, format: str) -> None:
    store = SPARQLStore(f"{seeded.url}/sparql", method=method, returnFormat=format)
    graph = Graph(store)
    assert set(graph.objects(URIRef("urn:a"), URIRef("urn:p"))) == {Literal(0), Literal("élan", lang="fr")}
    named = Graph(store, identifier="urn:g")
    assert (URIRef("urn:b"), URIRef("urn:p"), URIRef("urn:c")) in named
    assert len(graph) == 2


def test_rdflib_store_writes(seeded: Server) -> None:
    headers = {"Authorization": f"Bearer {seeded.tokens['write']}"}
    store = SPARQLUpdateStore(f"{seeded.url}/sparql", f"{seeded.url}/update", headers=headers)
    graph = Graph(store, identifier=URIRef("urn:made"))
    triple = URIRef("urn:x"), URIRef("urn:p"), Literal('said "so"\n')
    graph.add(triple)
    assert triple in graph
    assert seeded.ask("ASK { GRAPH <urn:made> { <urn:x> <urn:p> ?o } }")
    graph.remove(triple)
    assert triple not in graph


def test_pandas_reads_answers(seeded: Server) -> None:
    text = "SELECT ?o (DATATYPE(?o) AS ?kind) { <urn:a> <urn:p> ?o } ORDER BY ?o"
    frame = pandas.read_csv(f"{seeded.url}/sparql?format=csv&query={quote(text)}", keep_default_na=False)
    assert list(frame.columns) == ["o", "kind"]
    assert set(frame["o"].astype(str)) == {"0", "élan"}
    body = seeded.query(text).body
    wide = pandas.json_normalize(json.loads(body)["results"]["bindings"])
    assert set(wide["o.value"]) == {"0", "élan"}
    tabs = pandas.read_csv(
        io.BytesIO(seeded.query(text, "text/tab-separated-values").body), sep="\t", quoting=3
    )
    assert set(tabs["?o"]) == {"0", '"élan"@fr'}


def curl(*arguments: str, stdin: str = "") -> str:
    """What curl prints."""
    program = shutil.which("curl")
    assert program, "these tests need curl"
    done = subprocess.run(
        [program, "-sS", "--fail-with-body", *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_curl_asks_tells_and_sends(seeded: Server) -> None:
    bearer = f"Authorization: Bearer {seeded.tokens['write']}"
    endpoint, graph = f"{seeded.url}/sparql", f"{seeded.url}/graphs?graph=urn:curl"
    rows = curl(
        "-G",
        endpoint,
        "-H",
        "Accept: text/csv",
        "--data-urlencode",
        "query=SELECT * { <urn:b> ?p ?o } ORDER BY ?o",
    )
    assert rows.splitlines() == ["o,p"]
    turtle = "<urn:c> <urn:p> 'é' ."
    curl("-T", "-", graph, "-H", bearer, "-H", "Content-Type: text/turtle", stdin=turtle)
    assert "é" in curl(graph, "-H", bearer, "-H", "Accept: text/turtle")
    curl(f"{seeded.url}/update", "-H", bearer, "--data-urlencode", "update=CLEAR GRAPH <urn:curl>")
    asked = [
        "--data-binary",
        "ASK { GRAPH <urn:curl> { ?s ?p ?o } }",
        "-H",
        "Content-Type: application/sparql-query",
    ]
    assert json.loads(curl(endpoint, *asked, "--compressed"))["boolean"] is False


class Page(BaseHTTPRequestHandler):
    """A site of its own, whose page asks our endpoint."""

    def do_GET(self) -> None:
        body = b"<!doctype html><title>elsewhere</title>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


ASK = """async ([url, token]) => {
  const query = "SELECT ?o { <urn:a> <urn:p> ?o }";
  const accept = {Accept: "application/sparql-results+json"};
  const get = await fetch(`${url}/sparql?query=${encodeURIComponent(query)}`, {headers: accept});
  const rows = (await get.json()).results.bindings.map(row => row.o.value);
  const again = await fetch(`${url}/sparql?query=${encodeURIComponent(query)}`,
                            {headers: {...accept, "If-None-Match": get.headers.get("ETag")}, cache: "no-store"});
  const post = await fetch(`${url}/sparql`, {method: "POST", body: query,
                            headers: {...accept, "Content-Type": "application/sparql-query"}});
  const wrong = await fetch(`${url}/sparql?query=nonsense`, {headers: accept});
  const update = body => fetch(`${url}/update`, {method: "POST", body});
  const bare = await update(new URLSearchParams({update: "INSERT DATA { <urn:x> <urn:y> 1 }"}));
  const allowed = await fetch(`${url}/update`, {method: "POST", body: "INSERT DATA { <urn:x> <urn:y> 2 }",
                            headers: {Authorization: `Bearer ${token}`, "Content-Type": "application/sparql-update"}});
  return {rows, again: again.status, posted: (await post.json()).results.bindings.length,
          wrong: (await wrong.json()).title, bare: bare.status, allowed: allowed.status};
}"""


def test_a_page_of_another_origin_may_ask(seeded: Server) -> None:
    program = shutil.which("chromium") or shutil.which("google-chrome")
    assert program, "this test needs Chromium"
    with ThreadingHTTPServer(("127.0.0.1", 0), Page) as site, sync_playwright() as play:
        threading.Thread(target=site.serve_forever, daemon=True).start()
        browser = play.chromium.launch(executable_path=program, args=["--no-sandbox"])
        try:
            page = browser.new_page()
            page.goto(f"http://127.0.0.1:{site.server_port}/")
            seen = page.evaluate(ASK, [seeded.url, seeded.tokens["write"]])
        finally:
            browser.close()
            site.shutdown()
    assert set(seen.pop("rows")) == {"0", "élan"}
    assert seen.pop("wrong")
    assert seen == {"again": 304, "posted": 2, "bare": 403, "allowed": 204}
    assert seeded.rows("SELECT ?o { <urn:x> <urn:y> ?o }") == [{"o": "2"}]
