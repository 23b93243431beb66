"""The one place that knows how claims, articles and facts look in RDF, both ways.

literals     dates at their precision, decimals, texts <-> literals
slots        which property takes what: a thing, a concept, a date, a number, a text
payloads     the 14 payloads <-> the properties of a claim's content
claims       Claim <-> quads of the article's graph
articles     Article <-> quads of the graph `about`
facts        Fact -> quads of the graph `facts`
"""

from summitry.graph.triples.articles import article_quads, articles_of
from summitry.graph.triples.claims import claim_quads, claims_of
from summitry.graph.triples.facts import fact_quads, resource_quads
from summitry.graph.triples.literals import bounds, date_literal

__all__ = [
    "article_quads",
    "articles_of",
    "bounds",
    "claim_quads",
    "claims_of",
    "date_literal",
    "fact_quads",
    "resource_quads",
]
