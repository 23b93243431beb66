"""What the pages ask of the graph, through the service alone: so no page can hang the server."""

from __future__ import annotations

from summitry.graph.questions import Ask, Resolver, Table, from_json
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
