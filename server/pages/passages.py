"""A few words of an article that state something -> the sentence that they stand in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from summitry.graph.questions.terms import iri as iri_term
from summitry.server.pages.data import records
from summitry.server.service import Service

AROUND = 500  # characters of the article read on each side

# The end of a sentence: a full stop after a word that is no "Mr" or "Gen", then white space and a capital.
_END = r"(?:[a-z]{3}|\s[a-z]{1,2}|[\d)”’\"])[.!?][)”’\"]*"
_BEFORE = re.compile(rf".*{_END}\s+(?=[^\W\d_a-zß-öø-ÿ]|[“‘\"(])", re.DOTALL)
_AFTER = re.compile(rf".*?{_END}(?=\s|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Passage:
    """The sentence of one article that states a fact; `exact` is the part of it that does."""

    article: str
    title: str
    publisher: str | None
    published: str | None
    before: str
    exact: str
    after: str


_PASSAGES = """SELECT DISTINCT ?fact ?article ?title ?url ?publisher ?published ?exact
  (SUBSTR(?text, ?start - ?lead + 1, ?lead) AS ?before) (SUBSTR(?text, ?end + 1, %(around)d) AS ?after)
WHERE {
  VALUES ?fact { %(facts)s }
  ?fact sy:supportedBy ?claim .
  GRAPH ?article {
    ?claim sy:evidence ?passage .
    ?passage oa:hasSelector ?quote .
    ?quote oa:exact ?exact .
    OPTIONAL { ?passage oa:hasSelector ?position . ?position oa:start ?start ; oa:end ?end }
  }
  OPTIONAL { ?article rdfs:label ?title }
  OPTIONAL { ?article schema:url ?url }
  OPTIONAL { ?article schema:publisher ?publisher }
  OPTIONAL { ?article schema:datePublished ?published }
  OPTIONAL { ?article sy:text ?text }
  BIND(IF(?start > %(around)d, %(around)d, ?start) AS ?lead)
} ORDER BY ?fact ?published ?title ?start"""


def passages_query(facts: Iterable[str]) -> str:
    """The query for the words of articles that state facts, with what stands around them; in SPARQL."""
    return _PASSAGES % {"around": AROUND, "facts": " ".join(iri_term(fact) for fact in facts)}


def read_passages(service: Service, facts: Iterable[str | None]) -> dict[str, list[Passage]]:
    """For each fact, the sentences that state it, each once."""
    known = sorted({fact for fact in facts if fact})
    found: dict[str, dict[str, Passage]] = defaultdict(dict)
    for row in records(service, passages_query(known)) if known else []:
        article = row["article"] or ""
        passage = Passage(
            article,
            row["title"] or article,
            row["publisher"],
            row["published"],
            *sentence(row["before"] or "", row["exact"] or "", row["after"] or ""),
        )
        whole = f"{article} {passage.before}{passage.exact}{passage.after}"
        found[row["fact"] or ""].setdefault(whole, passage)
    return {fact: list(passages.values()) for fact, passages in found.items()}


_DOUBTS = """SELECT DISTINCT ?fact WHERE {
  VALUES ?fact { %s }
  ?fact sy:hasValue ?value . ?value sy:disputed true
}"""


def read_doubts(service: Service, facts: Iterable[str | None]) -> frozenset[str]:
    """Those of the facts on which sources contradict each other."""
    known = sorted({fact for fact in facts if fact})
    rows = records(service, _DOUBTS % " ".join(iri_term(fact) for fact in known)) if known else []
    return frozenset(row["fact"] or "" for row in rows)


def sentence(before: str, exact: str, after: str) -> tuple[str, str, str]:
    """The parts of the sentence around the exact words, of what stands before and after them."""
    line = before.rpartition("\n")[2]
    end = _BEFORE.match(line + exact[:1])
    start = line[end.end() :] if end else line
    if re.search(r"[.!?][)”’\"]*$", exact):
        return start, exact, ""
    rest = after.partition("\n")[0]
    found = _AFTER.match(rest)
    return start, exact, found.group() if found else rest
