"""The first page and the lists: what there is, what is new, what is disputed, what can be asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from summitry.graph.questions import Candidate, Question, Resolver, bind, search
from summitry.graph.questions.resolver import ENTITIES
from summitry.graph.questions.terms import literal
from summitry.graph.vocabulary import SCHEMA, SY
from summitry.server.pages.data import PREFIXES, Record, records
from summitry.server.pages.links import Links
from summitry.server.pages.tables import View, view
from summitry.server.service import Service

NEW = 8
SHORTEST = 3  # letters that are looked for in texts
SEARCHED = (*ENTITIES, "visit", "meeting", "base")

# What is counted on the first page: a word for it, and the question that lists it.
_COUNTED = {
    SCHEMA.NewsArticle.value: ("articles", "/articles"),
    SY.Person.value: ("people", "/queries/offices"),
    SY.State.value: ("states", "/queries/borders"),
    SY.Visit.value: ("visits", "/queries/visits"),
    SY.Meeting.value: ("meetings", "/queries/meetings"),
    SY.Summit.value: ("summits", "/queries/summits"),
    SY.MilitaryBase.value: ("military bases", "/queries/bases"),
    SY.Statement.value: ("statements", "/queries/statements"),
}

_COUNT = """SELECT ?class (COUNT(DISTINCT ?thing) AS ?number) WHERE {
  VALUES ?class { %s }
  ?thing a ?class
} GROUP BY ?class"""

_NEWEST = f"""SELECT ?day WHERE {{
  VALUES ?class {{ sy:Visit sy:Meeting sy:Summit sy:Warrant sy:MilitaryAction }}
  ?event a ?class ; sy:latestStart ?day
}} ORDER BY DESC(?day) LIMIT {NEW}"""

_ARTICLES = """SELECT ?article ?title ?publisher ?published (COUNT(DISTINCT ?fact) AS ?facts) WHERE {
  ?article a schema:NewsArticle .
  OPTIONAL { ?article rdfs:label ?title }
  OPTIONAL { ?article schema:publisher ?publisher }
  OPTIONAL { ?article schema:datePublished ?published }
  OPTIONAL { ?fact sy:reportedIn ?article . FILTER NOT EXISTS { ?fact a sy:AttributedValue } }
} GROUP BY ?article ?title ?publisher ?published
ORDER BY DESC(STR(?published)) ?title ?article LIMIT 1000"""

_TEXTS = """SELECT ?article ?title ?publisher ?published ?before ?exact ?after WHERE {
  ?article sy:text ?text .
  FILTER(CONTAINS(LCASE(?text), LCASE(%(words)s)))
  BIND(STRLEN(STRBEFORE(LCASE(?text), LCASE(%(words)s))) AS ?at)
  BIND(IF(?at > 60, 60, ?at) AS ?lead)
  BIND(SUBSTR(?text, ?at - ?lead + 1, ?lead) AS ?before)
  BIND(SUBSTR(?text, ?at + 1, STRLEN(%(words)s)) AS ?exact)
  BIND(SUBSTR(?text, ?at + 1 + STRLEN(%(words)s), 80) AS ?after)
  OPTIONAL { ?article rdfs:label ?title }
  OPTIONAL { ?article schema:publisher ?publisher }
  OPTIONAL { ?article schema:datePublished ?published }
} ORDER BY DESC(STR(?published)) ?title LIMIT %(most)d"""


_LATEST = """SELECT ?article ?title ?publisher ?published WHERE {
  ?article a schema:NewsArticle ; schema:datePublished ?published .
  OPTIONAL { ?article rdfs:label ?title }
  OPTIONAL { ?article schema:publisher ?publisher }
} ORDER BY DESC(STR(?published)) ?title LIMIT 5"""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """An article that holds the words somebody looks for, and where it does."""

    article: str
    title: str
    publisher: str | None
    published: str | None
    before: str
    exact: str
    after: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many things of one sort there are, and where they are listed."""

    number: int
    name: str
    href: str


def count_things(service: Service) -> tuple[Count, ...]:
    """The numbers on the first page; sorts of which there is nothing are left out."""
    rows = records(service, _COUNT % " ".join(f"<{iri}>" for iri in _COUNTED))
    numbers = {row["class"]: int(row["number"] or 0) for row in rows}
    return tuple(Count(number, *names) for iri, names in _COUNTED.items() if (number := numbers.get(iri, 0)))


def newest(questions: Mapping[str, Question], resolver: Resolver, links: Links) -> View:
    """The latest events: those since the day from which there are enough of them."""
    days = [row["day"] or "" for row in resolver.ask(PREFIXES + _NEWEST).records()]
    since = {"since": days[-1]} if len(days) == NEW else {}
    return view(resolver.ask(bind(questions["events"], since, resolver)), links, limit=NEW)


def disputed(questions: Mapping[str, Question], resolver: Resolver, links: Links) -> View:
    """The facts that sources dispute most."""
    return view(resolver.ask(bind(questions["most-disputed"], {}, resolver)), links, limit=NEW)


def list_articles(service: Service) -> list[Record]:
    """The articles, newest first."""
    return records(service, _ARTICLES)


def find(
    resolver: Resolver, text: str, limit: int, typing: bool, kinds: tuple[str, ...] = ()
) -> tuple[Candidate, ...]:
    """Entities and events with the text's words in their names."""
    return search(resolver.ask, text, kinds or SEARCHED, limit, typing)


def find_articles(service: Service, text: str, most: int = 20) -> list[Excerpt]:
    """Articles whose text holds the words as they stand, with the words around them."""
    if len(text.strip()) < SHORTEST:
        return []
    rows = records(service, _TEXTS % {"words": literal(text.strip()), "most": most})
    return [_excerpt(row) for row in rows]


def _excerpt(row: Record) -> Excerpt:
    before, after = (row["before"] or "").rpartition("\n")[2], (row["after"] or "").partition("\n")[0]
    return Excerpt(
        row["article"] or "",
        row["title"] or row["article"] or "",
        row["publisher"],
        row["published"],
        before if len(before) < 60 else "… " + before.partition(" ")[2],
        row["exact"] or "",
        after if len(after) < 80 else after.rpartition(" ")[0] + " …",
    )


def latest_articles(service: Service) -> list[Record]:
    """The articles of the latest dates."""
    return records(service, _LATEST)
