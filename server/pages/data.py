"""What the pages ask of the graph, through the service alone: so no page can hang the server."""

from __future__ import annotations

from collections.abc import Iterable

from summitry.graph.errors import BadParameter
from summitry.graph.questions import Ask, Resolver, Table, from_json
from summitry.graph.questions.terms import literal
from summitry.server.engine import Job
from summitry.server.service import Service

PREFIXES = """PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX sy: <https://w3id.org/summitry/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""


def asker(service: Service) -> Ask:
    """Asks the service and gives plain rows."""

    def ask(query: str) -> Table:
        return from_json(service.query(Job(query)).read())

    return ask


def resolver(service: Service) -> Resolver:
    """Finds entities by name in the graph that the service holds."""
    return Resolver(asker(service), service.settings.base)


Record = dict[str, str | None]


def records(service: Service, query: str) -> list[Record]:
    """The solutions of a SELECT, which may use our prefixes, as text by variable."""
    return asker(service)(PREFIXES + query).records()


_PLACES = """SELECT DISTINCT ?name ?place ?size ?state WHERE {
  VALUES ?name { %s }
  ?place rdfs:label ?name ; a ?class FILTER(?class IN (sy:State, sy:City, sy:Region))
  BIND(?class = sy:State AS ?state)
  OPTIONAL { ?place sy:population ?size }
} ORDER BY ?state ?size"""
_NAMES = 400  # looked up for one picture


def find_places(service: Service, names: Iterable[str]) -> dict[str, str]:
    """Names of places -> their IRIs; of several places with one name the state, else the largest town."""
    asked = sorted({name for name in names if len(name) < 80})[:_NAMES]
    given = " ".join(f"{literal(name)} {literal(name)}@en" for name in asked)
    rows = records(service, _PLACES % given) if asked else []
    return {row["name"] or "": row["place"] or "" for row in rows}


def read_number(text: str) -> int:
    """The number of a page in an address."""
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= 10_000):
        raise BadParameter("page", f"{text!r} is not a number of a page; example: 2")
    return int(text)
