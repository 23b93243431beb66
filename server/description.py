"""What this server is, in RDF: the service description of /sparql and the VoID of /.well-known/void.

https://www.w3.org/TR/sparql11-service-description/ and https://www.w3.org/TR/void/
"""

from __future__ import annotations

import json
from dataclasses import fields

from flask import Blueprint, Request, Response, request
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize
from werkzeug.exceptions import NotAcceptable

from summitry.graph.vocabulary import LAYERS
from summitry.server.auth import Keys
from summitry.server.engine import GRAPH_FORMATS, Job
from summitry.server.negotiation import GRAPHS, Choice, negotiate
from summitry.server.service import Service
from summitry.server.settings import Limits

SD = "http://www.w3.org/ns/sparql-service-description#"
VOID = "http://rdfs.org/ns/void#"
DCTERMS = "http://purl.org/dc/terms/"
SCHEMA = "https://schema.org/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
PREFIXES = {"sd": SD, "void": VOID, "dcterms": DCTERMS, "schema": SCHEMA}
PREFIXED = (RdfFormat.TURTLE, RdfFormat.TRIG, RdfFormat.N3, RdfFormat.RDF_XML)
FORMATS = "http://www.w3.org/ns/formats/"
RESULTS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
WRITTEN = ("Turtle", "N-Triples", "RDF_XML", "JSON-LD", "N3", "TriG", "N-Quads")

TITLE = "Summitry: a knowledge graph of international relations"

COUNTS = """SELECT (COUNT(*) AS ?triples) (COUNT(DISTINCT ?s) AS ?subjects)
(COUNT(DISTINCT ?p) AS ?properties) (COUNT(DISTINCT ?o) AS ?objects) { ?s ?p ?o }"""
CLASSES = """SELECT ?class (COUNT(*) AS ?n) { ?s a ?class FILTER(isIRI(?class)) }
GROUP BY ?class ORDER BY ?class"""
PROPERTIES = "SELECT ?property (COUNT(*) AS ?n) { ?s ?property ?o } GROUP BY ?property ORDER BY ?property"

Node = NamedNode | BlankNode


def blueprint(service: Service) -> Blueprint:
    """The description where tools look for it."""
    views = Blueprint("description", __name__)

    @views.get("/.well-known/void")
    @views.get("/void")
    def void() -> Response:
        choice = choose(request)
        return written(describe_data(service, request.url_root), choice)

    return views


def choose(request: Request) -> Choice:
    """The format for a description, or 406."""
    choice = negotiate(request.headers.get("Accept"), request.args.getlist("format"), GRAPHS)
    if choice is None:
        offered = ", ".join(format.media_type for format in GRAPHS)
        raise NotAcceptable(f"the description can be had as {offered}")
    return choice


def written(triples: list[Triple], choice: Choice) -> Response:
    """The triples in the format chosen."""
    format = GRAPH_FORMATS[choice.format.name]
    prefixes = PREFIXES if format in PREFIXED else None
    return Response(serialize(triples, format=format, prefixes=prefixes), content_type=choice.content_type)


def describe_service(service: Service, keys: Keys, request: Request) -> list[Triple]:
    """The service description of the endpoint at this address."""
    me, endpoint = BlankNode(), NamedNode(request.base_url)
    found = Description(me)
    found.says(RDF + "type", NamedNode(SD + "Service"))
    found.says(SD + "endpoint", endpoint)
    found.says(SD + "supportedLanguage", NamedNode(SD + "SPARQL11Query"))
    if keys.any:
        found.says(SD + "supportedLanguage", NamedNode(SD + "SPARQL11Update"))
    if service.settings.remotes:
        found.says(SD + "feature", NamedNode(SD + "BasicFederatedQuery"))
    for name in (*RESULTS, *WRITTEN):
        found.says(SD + "resultFormat", NamedNode(FORMATS + name))
    for name in WRITTEN[:5]:
        found.says(SD + "inputFormat", NamedNode(FORMATS + name))
    if not service.settings.empty:
        found.says(SD + "defaultEntailmentRegime", NamedNode("http://www.w3.org/ns/entailment/OWL-RDF-Based"))
        found.says(SD + "defaultSupportedEntailmentProfile", NamedNode("http://www.w3.org/ns/owl-profile/RL"))
    dataset = found.about(SD + "defaultDataset", SD + "Dataset")
    dataset.about(SD + "defaultGraph", SD + "Graph")
    for layer in () if service.settings.empty else LAYERS:
        graph = NamedNode(f"{service.settings.base}graph/{layer}")
        named = dataset.about(SD + "namedGraph", SD + "NamedGraph")
        named.says(SD + "name", graph)
    add_limits(found, service.settings.limits)
    return found.triples


class Description:
    """Triples about one node, and about the nodes it points to."""

    def __init__(self, node: Node, triples: list[Triple] | None = None) -> None:
        self.node = node
        self.triples: list[Triple] = [] if triples is None else triples

    def says(self, predicate: str, value: Node | Literal) -> None:
        """Adds a triple."""
        self.triples.append(Triple(self.node, NamedNode(predicate), value))

    def about(self, predicate: str, kind: str) -> Description:
        """A further node of a kind."""
        node = BlankNode()
        self.says(predicate, node)
        further = Description(node, self.triples)
        further.says(RDF + "type", NamedNode(kind))
        return further


def add_limits(found: Description, limits: Limits) -> None:
    """Every limit with its figure, so that a client can know before it asks."""
    for entry in fields(limits):
        value = getattr(limits, entry.name)
        limit = found.about(SCHEMA + "additionalProperty", SCHEMA + "PropertyValue")
        limit.says(SCHEMA + "name", Literal(entry.name))
        limit.says(SCHEMA + "value", Literal(int(value) if value == int(value) else value))


def describe_data(service: Service, root: str) -> list[Triple]:
    """The VoID description: how much there is, of what, and where to ask."""
    found = Description(NamedNode(f"{root}.well-known/void#dataset"))
    found.says(RDF + "type", NamedNode(VOID + "Dataset"))
    found.says(VOID + "sparqlEndpoint", NamedNode(f"{root}sparql"))
    found.says(VOID + "uriSpace", Literal(f"{service.settings.base}id/"))
    found.says(DCTERMS + "title", Literal(TITLE, language="en"))
    for row in ask(service, COUNTS):
        found.says(VOID + "triples", Literal(int(row["triples"])))
        found.says(VOID + "distinctSubjects", Literal(int(row["subjects"])))
        found.says(VOID + "distinctObjects", Literal(int(row["objects"])))
        found.says(VOID + "properties", Literal(int(row["properties"])))
    classes = ask(service, CLASSES)
    found.says(VOID + "classes", Literal(len(classes)))
    for row in classes:
        part = found.about(VOID + "classPartition", VOID + "Dataset")
        part.says(VOID + "class", NamedNode(row["class"]))
        part.says(VOID + "entities", Literal(int(row["n"])))
    for row in ask(service, PROPERTIES):
        part = found.about(VOID + "propertyPartition", VOID + "Dataset")
        part.says(VOID + "property", NamedNode(row["property"]))
        part.says(VOID + "triples", Literal(int(row["n"])))
    return found.triples


def ask(service: Service, text: str) -> list[dict[str, str]]:
    """Rows as text."""
    bindings = json.loads(service.query(Job(text)).read())["results"]["bindings"]
    return [{name: term["value"] for name, term in row.items()} for row in bindings]
