"""Pages: what each shows, where it leads, and that hostile text never runs."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from flask.testing import FlaskClient
from pyoxigraph import RdfFormat
from served import BASE, serve, world

from summitry.graph.ontology import ONTOLOGY, document
from summitry.graph.vocabulary import SY
from summitry.server.pages import ingest
from summitry.server.pages.terms import read_ontology

PAGE = {"Accept": "text/html"}
RDF = {"Accept": "text/turtle"}
PAGES = (
    "/",
    "/queries",
    "/queries/visits?visitor=Putin",
    "/queries/network",
    "/queries/most-disputed",
    "/page/person/vladimir-putin",
    "/page/state/tajikistan",
    "/page/organisation/csto",
    "/page/city/dushanbe-tajikistan",
    "/page/treaty/rome-statute",
    "/page/role/president",
    "/page/visit/vladimir-putin-tajikistan-2022-06-28",
    "/page/border/afghanistan-tajikistan",
    "/page/article/aaaaaaaaaaaaaaaa",
    "/search?q=putin",
    "/articles",
    "/contradictions",
    "/changes",
    "/ontology",
    "/explain",
)
VOID = frozenset(("meta", "link", "input", "img", "br"))


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return serve(world())


class Outline(HTMLParser):
    """Checks that tags nest, and gathers links, ids, labels and headings."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.hrefs: list[str] = []
        self.ids: list[str] = []
        self.labelled: set[str] = set()
        self.fields: list[str] = []
        self.attributes: set[str] = set()
        self.headings: list[int] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.attributes |= set(given)
        self.hrefs += [given["href"]] if "href" in given else []
        self.ids += [given["id"]] if "id" in given else []
        self.labelled |= {given["for"]} if tag == "label" else set()
        self.fields += [given.get("id", "")] if tag in ("input", "select", "textarea") else []
        self.headings += [int(tag[1])] if re.fullmatch("h[1-6]", tag) else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open.pop() == tag, tag


def outline(html: str) -> Outline:
    found = Outline()
    found.feed(html)
    assert not found.open, found.open
    return found


@pytest.mark.parametrize("address", PAGES)
def test_every_page_is_whole_and_within_its_policy(client: FlaskClient, address: str) -> None:
    answer = client.get(address, headers=PAGE)
    assert answer.status_code == 200
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy
    found = outline(answer.text)
    assert len(found.ids) == len(set(found.ids))
    assert set(found.fields) <= found.labelled, "every field has a label"
    assert found.headings[0] == 1 and found.headings.count(1) == 1
    steps = zip(found.headings, found.headings[1:], strict=False)
    assert all(after <= before + 1 for before, after in steps), found.headings
    assert not {name for name in found.attributes if name.startswith("on") or name == "style"}
    assert all(re.match(r"/|#|https?://", href) for href in found.hrefs)
    assert "http" not in "".join(re.findall(r'<(?:script|link|img)[^>]+(?:src|href)="([^"]+)', answer.text))


def test_links_within_the_site_lead_somewhere() -> None:
    store = world()
    for name in ONTOLOGY:
        store.load(document(name), RdfFormat.TURTLE, f"{BASE}graph/ontology")
    client = serve(store, ingest.blueprint)
    elsewhere = ("/sparql", "/export.ttl", "/.well-known/void", "/static/")
    targets = {href for page in PAGES for href in outline(client.get(page, headers=PAGE).text).hrefs}
    targets = {href for href in targets if href.startswith("/") and not href.startswith(elsewhere)}
    assert len(targets) > 100
    for target in sorted(targets):
        assert client.get(target.partition("#")[0], headers=PAGE).status_code in (200, 303), target


def test_the_first_page_counts_and_lists(client: FlaskClient) -> None:
    text = client.get("/", headers=PAGE).text
    assert "<strong>3</strong> articles" in text
    assert "Vladimir Putin in Kazakhstan, 2022-10-13" in text
    assert "border of Afghanistan and Tajikistan" in text


def test_an_entity_shows_its_facts_with_the_words_behind_them(client: FlaskClient) -> None:
    text = client.get("/page/person/vladimir-putin", headers=PAGE).text
    assert "Also written Владимир Путин" in text
    assert (
        "<mark>The Russian president flew into Dushanbe on 28 June</mark> and met Emomali Rakhmon.</q>"
        in text
    )
    assert "/queries/visits?visitor=https%3A%2F%2Fw3id.org" in text
    assert text.index(">13 October 2022</time>") < text.index(">28 June 2022</time>"), "the newest first"


def test_a_fact_shows_who_says_what(client: FlaskClient) -> None:
    text = client.get("/page/visit/vladimir-putin-turkmenistan-2022-06-29", headers=PAGE).text
    assert "29 July 2022" in text and "not accepted" in text and "a slip of the month" in text
    text = client.get("/page/visit/vladimir-putin-tajikistan-2022-06-28", headers=PAGE).text
    assert "<mark>The Russian president flew into Dushanbe on 28 June</mark> and met" in text
    assert "read with certainty 0.9" in text


def test_an_article_marks_what_it_states(client: FlaskClient) -> None:
    text = client.get("/page/article/aaaaaaaaaaaaaaaa", headers=PAGE).text
    assert (
        '<mark>met </mark><mark><a class="mention" href="/page/person/emomali-rahmon" title="Emomali Rahmon">'
        in text
    )
    assert '>Emomali Rakhmon</a><sup><a href="#claim-3"' in text
    assert "length in km 1200 (another source is held to be right)" in text
    assert 'href="/page/meeting/putin-rahmon-2022-06-28"' in text
    assert "according to the Kremlin" in text


@pytest.mark.parametrize(
    "address,accept,target",
    [
        ("/id/state/tajikistan", "text/html", "/page/state/tajikistan"),
        ("/id/state/tajikistan", "text/turtle", "/data/state/tajikistan.ttl"),
        ("/id/state/tajikistan", "application/ld+json", "/data/state/tajikistan.jsonld"),
        ("/id/state/tajikistan", "*/*", "/data/state/tajikistan.ttl"),
        (
            "/page/article/aaaaaaaaaaaaaaaa/claim/visit1",
            "*/*",
            "/page/visit/vladimir-putin-tajikistan-2022-06-28",
        ),
    ],
)
def test_things_lead_to_pages_or_data(client: FlaskClient, address: str, accept: str, target: str) -> None:
    answer = client.get(address, headers={"Accept": accept})
    assert (answer.status_code, answer.headers["Location"]) == (303, target)


@pytest.mark.parametrize(
    "address,words",
    [
        ("/data/state/tajikistan.ttl", b"Tajikistan"),
        ("/data/state/tajikistan", b"Tajikistan"),
        ("/data/visit/vladimir-putin-turkmenistan-2022-06-29.nt", b"a slip of the month"),
        ("/data/article/aaaaaaaaaaaaaaaa.nt", b"meetings.met"),
        ("/data/article/aaaaaaaaaaaaaaaa/claim/visit1.nt", b"flew into Dushanbe"),
    ],
)
def test_data_say_what_the_graph_says(client: FlaskClient, address: str, words: bytes) -> None:
    answer = client.get(address, headers=RDF)
    assert answer.status_code == 200 and words in answer.data
    again = client.get(address, headers={**RDF, "If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize(
    "address", ["/page/state/nowhere", "/data/state/nowhere.ttl", "/page/x%20%22%3E%3Cscript%3E"]
)
def test_what_is_unknown_is_not_found(client: FlaskClient, address: str) -> None:
    answer = client.get(address, headers={"Accept": "application/json"})
    assert answer.status_code in (400, 404)
    assert answer.content_type == "application/problem+json"


def test_search_finds_names_while_they_are_typed(client: FlaskClient) -> None:
    found = client.get("/search?q=duschan&format=json").json
    assert found[0] == {
        "label": "Dushanbe",
        "kind": "city",
        "iri": f"{BASE}id/city/dushanbe-tajikistan",
        "href": "/page/city/dushanbe-tajikistan",
    }
    assert client.get("/search?q=kant&kinds=state&format=json").json == []
    assert "A journey south" in client.get("/search?q=largest+base", headers=PAGE).text


def test_the_ontology_is_documented_whole_and_is_also_turtle(client: FlaskClient) -> None:
    text = client.get("/ontology", headers=PAGE).text
    ids = set(outline(text).ids)
    terms = [term for chapter in read_ontology().chapters for term in chapter.terms]
    assert len(terms) > 180 and all(term.definition for term in terms)
    assert {name for name in SY.NAMES} <= ids
    turtle = client.get("/ontology", headers=RDF)
    assert turtle.content_type == "text/turtle; charset=utf-8" and b"sy:Visit" in turtle.data
    assert client.get("/ontology?format=jsonld").content_type == "application/ld+json"


def test_a_proof_goes_down_to_what_is_stated(client: FlaskClient) -> None:
    given = {"s": "Russia", "p": "sy:hasMilitaryPresenceIn", "o": "Tajikistan"}
    page = client.get("/explain", query_string=given, headers=PAGE)
    assert "Russia operates base in Tajikistan" in page.text and "prp-spo1" in page.text
    outline(page.text)
    proof = client.get("/explain", query_string=given, headers={"Accept": "application/json"}).json
    single = {**given, "limit": "1", "format": "json"}
    assert client.get("/explain", query_string=single).json == proof[:1]
    for limit in ("0", "101", "many"):
        refused = client.get("/explain", query_string={**single, "limit": limit})
        assert refused.status_code == 400 and "limit" in refused.get_data(as_text=True)
    assert proof[0]["rule"] == "prp-spo1"
    assert client.get("/explain", query_string=given, headers=RDF).status_code == 200
    for wrong in ({"s": "Russia"}, {**given, "o": "China"}, {**given, "s": '"text"'}, {**given, "p": "sy:"}):
        assert client.get("/explain", query_string=wrong).status_code in (400, 404), wrong


def test_an_inferred_row_leads_to_its_proof(client: FlaskClient) -> None:
    text = client.get("/page/state/kyrgyzstan", headers=PAGE).text
    found = [
        href for href in outline(text).hrefs if href.startswith("/explain?") and "state%2Ftajikistan" in href
    ]
    assert found and "p=sy%3AsharesAllianceWith" in found[0]


HOSTILE = f"""
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix sy: <{BASE}ontology#> .
<{BASE}graph/facts> {{
  <{BASE}id/person/evil> a sy:Person ; rdfs:label "<script>alert(1)</script>"@en ;
    <http://www.w3.org/2004/02/skos/core#exactMatch> <javascript:alert(2)> ;
    <http://www.w3.org/2004/02/skos/core#altLabel> "\\"><img src=x onerror=alert(3)>" .
  <{BASE}id/statement/evil> a sy:Statement ; rdfs:label "{{{{ 7*7 }}}}"@en ;
    sy:speaker <{BASE}id/person/evil> ;
    sy:quotation "</q><script>alert(4)</script>" ; sy:reportedIn <{BASE}id/article/eeeeeeeeeeeeeeee> .
}}
<{BASE}graph/about> {{
  <{BASE}id/article/eeeeeeeeeeeeeeee> a schema:NewsArticle ; rdfs:label "<b onmouseover=alert(5)>" ;
    schema:url "javascript:alert(6)" ; schema:publisher "</p><iframe src=//x>" ;
    sy:text "<script>alert(7)</script>" .
}}
"""


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/page/person/evil",
        "/page/statement/evil",
        "/page/article/eeeeeeeeeeeeeeee",
        "/articles",
        "/queries/statements",
        "/queries/statements?about=%3Cscript%3Ealert(8)%3C/script%3E",
        "/search?q=%22%3E%3Cscript%3Ealert(9)%3C/script%3E",
        "/search?q=script",
        "/explain?s=%22%3E%3Cscript%3E&p=x&o=y",
        "/page/%3Cscript%3Ealert(1)%3C/script%3E",
    ],
)
def test_hostile_text_never_runs(address: str) -> None:
    text = serve(world(HOSTILE)).get(address, headers=PAGE).text
    scripts = re.findall(r"<script[^>]*>", text)
    assert scripts == ['<script src="/static/summitry.js" defer>']
    found = outline(text)
    assert not {name for name in found.attributes if name.startswith("on")}
    assert not [href for href in found.hrefs if not re.match(r"/(?!/)|#|https?://", href)]
    assert "<iframe" not in text and "<img src=x" not in text and ">49<" not in text
