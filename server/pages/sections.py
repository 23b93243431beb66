"""An entity -> the parts of its page. Each is a saved query about it, so a page says what a question says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from summitry.graph.questions import Question, Resolver, Table, bind
from summitry.graph.questions.terms import iri as iri_term
from summitry.server.pages.data import records
from summitry.server.pages.links import Links, ask_url
from summitry.server.pages.tables import View, view
from summitry.server.service import Service

ROWS = 12  # of each part; the rest is a click away


@dataclass(frozen=True, slots=True)
class Part:
    """A saved query about the entity: which parameter takes it, and which columns then go without saying.

    `newest` turns the rows of a query in the order of time, so that the page begins with the present.
    """

    title: str
    question: str
    parameter: str
    hide: tuple[str, ...] = ()
    newest: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A part with its rows; `href` leads to all of them."""

    title: str
    question: str
    href: str
    view: View


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of one article that state a fact."""

    article: str
    title: str
    publisher: str | None
    published: str | None
    sentence: str


_OFFICES = Part("Offices", "offices", "of", ("of",))
_RELATIONS = Part("Ties", "relations", "party")
_SPOKE = Part("Statements", "statements", "speaker", ("speaker",), newest=True)
_MET = Part("Meetings", "meetings", "participant", newest=True)

PARTS: Mapping[str, tuple[Part, ...]] = {
    "person": (
        Part("Offices", "offices", "person", ("person",)),
        Part("Journeys", "visits", "visitor", ("visitor",), newest=True),
        _MET,
        Part("Summits", "summits", "attendee", ("attendees",), newest=True),
        Part("Met how often", "network", "person"),
        _RELATIONS,
        Part("Warrants", "warrants", "person", ("person",)),
        _SPOKE,
    ),
    "state": (
        _OFFICES,
        Part("Visitors", "visits", "state", ("state",), newest=True),
        Part("Memberships", "members", "member", ("member",)),
        Part("Allies", "allies", "state", ("state",)),
        Part("Military bases on its territory", "bases", "host", ("host",)),
        Part("Military bases elsewhere", "bases", "operator", ("operator",)),
        Part("Forces in other states", "military-presence", "state", ("state",)),
        Part("Borders", "borders", "state"),
        Part("Treaties", "treaties", "party", ("party",)),
        _RELATIONS,
        _MET,
        Part("Force used", "military-actions", "actor", ("actor",)),
        Part("Force suffered", "military-actions", "target", ("target",)),
        Part("Arms delivered", "arms-supplies", "supplier", ("supplier",)),
        Part("Arms received", "arms-supplies", "recipient", ("recipient",)),
        _SPOKE,
    ),
    "organisation": (
        Part("Members", "members", "organisation", ("organisation",)),
        Part("Summits", "summits", "organisation", ("organisation",), newest=True),
        _OFFICES,
        _MET,
        Part("Warrants issued", "warrants", "issuer", ("issuer",)),
        Part("Memberships", "members", "member", ("member",)),
        _SPOKE,
    ),
    "city": (Part("What happened here", "events", "about", ("place",)),),
    "region": (Part("What happened here", "events", "about", ("place",)), _RELATIONS),
    "body": (_OFFICES, _MET, Part("Warrants issued", "warrants", "issuer", ("issuer",)), _SPOKE),
    "treaty": (Part("Parties", "treaties", "treaty", ("treaty",)),),
}

_PASSAGES = """SELECT DISTINCT ?fact ?article ?title ?publisher ?published ?sentence WHERE {
  VALUES ?fact { %s }
  ?fact sy:supportedBy ?claim .
  GRAPH ?article { ?claim sy:evidence ?passage . ?passage oa:hasSelector ?quote . ?quote oa:exact ?sentence }
  OPTIONAL { ?article rdfs:label ?title }
  OPTIONAL { ?article schema:publisher ?publisher }
  OPTIONAL { ?article schema:datePublished ?published }
} ORDER BY ?fact ?published ?title ?sentence"""


def read_sections(
    questions: Mapping[str, Question], resolver: Resolver, links: Links, kind: str, iri: str
) -> tuple[Section, ...]:
    """The parts of an entity's page that have something to say."""
    found = []
    for part in PARTS.get(kind, ()):
        rows = resolver.ask(bind(questions[part.question], {part.parameter: iri}, resolver))
        if rows.rows:
            if part.newest:
                rows = Table(rows.columns, rows.rows[::-1])
            shown = view(rows, links, part.hide, limit=ROWS)
            found.append(
                Section(part.title, part.question, ask_url(part.question, **{part.parameter: iri}), shown)
            )
    return tuple(found)


def read_passages(service: Service, facts: Iterable[str | None]) -> dict[str, list[Passage]]:
    """For each fact, the passages that state it."""
    known = sorted({fact for fact in facts if fact})
    found: dict[str, list[Passage]] = defaultdict(list)
    if not known:
        return found
    for row in records(service, _PASSAGES % " ".join(iri_term(fact) for fact in known)):
        article = row["article"] or ""
        passage = Passage(
            article, row["title"] or article, row["publisher"], row["published"], row["sentence"] or ""
        )
        found[row["fact"] or ""].append(passage)
    return found
