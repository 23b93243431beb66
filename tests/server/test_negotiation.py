"""Accept headers and `format=` -> the format, under the name the client used."""

from __future__ import annotations

import pytest

from summitry.server.negotiation import GRAPHS, HTML, TABLES, Format, negotiate

# Accept, format=, what is offered -> the media type of the answer; None is 406.
CASES: tuple[tuple[str | None, tuple[str, ...], tuple[Format, ...], str | None], ...] = (
    (None, (), TABLES, "application/sparql-results+json"),
    ("*/*", (), TABLES, "application/sparql-results+json"),
    ("*/*", (), GRAPHS, "text/turtle"),
    ("text/*", (), TABLES, "text/csv"),
    ("text/csv;q=0.3, application/sparql-results+xml;q=0.5", (), TABLES, "application/sparql-results+xml"),
    ("application/sparql-results+json;q=0, */*", (), TABLES, "application/sparql-results+xml"),
    ("text/csv, text/tab-separated-values", (), TABLES, "text/csv"),
    ("text/tab-separated-values, text/csv", (), TABLES, "text/tab-separated-values"),  # the client's order
    ("image/png", (), TABLES, None),
    ("image/png, application/json;q=0.1", (), TABLES, "application/json"),
    ("text/turtle", (), TABLES, None),
    # RFC 9110, 12.5.1: parameters other than q do not stop a match here
    (
        'application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"',
        (),
        GRAPHS,
        "application/ld+json",
    ),
    ("application/n-triples;charset=utf-8", (), GRAPHS, "application/n-triples"),
    # SPARQLWrapper and rdflib
    ("application/turtle,text/turtle", (), GRAPHS, "text/turtle"),
    ("application/sparql-results+xml, application/rdf+xml", (), GRAPHS, "application/rdf+xml"),
    ("application/sparql-results+xml, application/rdf+xml", (), TABLES, "application/sparql-results+xml"),
    ("*/*", ("json",), GRAPHS, "application/ld+json"),
    ("text/csv", ("json", "json"), TABLES, "application/sparql-results+json"),
    ("text/csv", ("nonsense",), TABLES, "text/csv"),
    ("text/csv", ("turtle",), TABLES, "text/csv"),
    ("application/sparql-results+json", ("text/tab-separated-values",), TABLES, "text/tab-separated-values"),
    # a page only for those who name one
    ("text/html,application/xml;q=0.9,*/*;q=0.8", (), (*TABLES, HTML), "text/html"),
    ("*/*", (), (HTML, *TABLES), "application/sparql-results+json"),
    ("TEXT/CSV", (), TABLES, "text/csv"),
    ("text/csv;q=nonsense", (), TABLES, "text/csv"),
    (", ,", (), TABLES, "application/sparql-results+json"),
)


@pytest.mark.parametrize(("accept", "wishes", "offered", "wanted"), CASES)
def test_the_client_gets_what_it_likes_best(
    accept: str | None, wishes: tuple[str, ...], offered: tuple[Format, ...], wanted: str | None
) -> None:
    choice = negotiate(accept, wishes, offered)
    assert (choice and choice.media_type) == wanted
