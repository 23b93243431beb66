"""Queries to begin with, on the query page."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.graph.vocabulary import PREFIXES


@dataclass(frozen=True, slots=True)
class Sample:
    """A query, what it asks, and the view that suits its answer."""

    title: str
    query: str
    view: str = "table"


def _sample(title: str, prefixes: str, body: str, view: str = "table") -> Sample:
    head = "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in prefixes.split())
    return Sample(title, f"{head}\n{body}\n", view)


SAMPLES = (
    _sample(
        "The latest visits",
        "rdfs sy",
        """SELECT ?visitor ?state ?date WHERE {
  ?visit sy:visitor/rdfs:label ?visitor ;
         sy:host/rdfs:label ?state ;
         sy:startDate ?date .
}
ORDER BY DESC(?date)
LIMIT 20""",
    ),
    _sample(
        "Who met whom",
        "rdfs sy",
        """SELECT ?one ?other WHERE {
  ?a sy:met ?b .
  FILTER(STR(?a) < STR(?b))
  ?a rdfs:label ?one .
  ?b rdfs:label ?other .
}""",
        "network",
    ),
    _sample(
        "Where things happened",
        "rdfs sy",
        """SELECT ?event ?place WHERE {
  ?event a sy:Event ;
         sy:place ?place .
  ?place a sy:City .
}""",
        "map",
    ),
    _sample(
        "How many events each month brought",
        "sy",
        """SELECT ?month (COUNT(DISTINCT ?event) AS ?events) WHERE {
  ?event a sy:Event ;
         sy:latestStart ?day .
  BIND(SUBSTR(STR(?day), 1, 7) AS ?month)
}
GROUP BY ?month
ORDER BY ?month""",
        "bar",
    ),
    _sample(
        "The sentences behind a fact",
        "oa rdfs sy",
        """SELECT ?fact ?sentence ?article WHERE {
  ?visit a sy:Visit ;
         rdfs:label ?fact ;
         sy:supportedBy ?claim .
  GRAPH ?source {
    ?claim sy:evidence/oa:hasSelector/oa:exact ?sentence .
  }
  ?source rdfs:label ?article .
}
LIMIT 50""",
    ),
    _sample(
        "Values that sources dispute",
        "rdfs sy",
        """SELECT ?fact ?property ?value ?accepted ?reason WHERE {
  ?thing sy:hasValue ?answer ;
         rdfs:label ?fact .
  ?answer sy:disputed true ;
          sy:ofProperty ?property ;
          sy:accepted ?accepted .
  OPTIONAL { ?answer sy:value ?value }
  OPTIONAL { ?answer sy:reason ?reason }
}
ORDER BY ?fact ?property DESC(?accepted)""",
    ),
    _sample(
        "What was inferred, not stated",
        "rdfs sy",
        """SELECT ?one ?other WHERE {
  GRAPH <https://w3id.org/summitry/graph/inferred> {
    ?a sy:hasMilitaryPresenceIn ?b .
  }
  ?a rdfs:label ?one .
  ?b rdfs:label ?other .
}""",
        "network",
    ),
    _sample(
        "The articles, as a graph of their own",
        "rdfs schema",
        """CONSTRUCT {
  ?article rdfs:label ?title ;
           schema:publisher ?publisher .
} WHERE {
  ?article a schema:NewsArticle ;
           rdfs:label ?title .
  OPTIONAL { ?article schema:publisher ?publisher }
}""",
    ),
)
