"""An entity -> the parts of its page. Each is a saved query about it, so a page says what a question says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from summitry.graph.questions import Question, Resolver, Table, bind
from summitry.server.pages.charts import draw
from summitry.server.pages.links import Links, ask_url
from summitry.server.pages.pictures import Picture
from summitry.server.pages.tables import View, view

ROWS = 12  # of each part; the rest is a click away


@dataclass(frozen=True, slots=True)
class Part:
    """A saved query about the entity: which parameter takes it, and which columns then go without saying.

    `newest` turns the rows of a query in the order of time, so that the page begins with the present; `drawn`
    puts the query's picture above them.
    """

    title: str
    question: str
    parameter: str
    hide: tuple[str, ...] = ()
    newest: bool = False
    drawn: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A part with its rows; `href` leads to all of them."""

    title: str
    question: str
    href: str
    view: View
    chart: Picture | None = None


_OFFICES = Part("Offices", "offices", "of", ("of",))
_RELATIONS = Part("Ties", "relations", "party")
_SPOKE = Part("Statements", "statements", "speaker", ("speaker",), newest=True)
_MET = Part("Meetings", "meetings", "participant", newest=True)

PARTS: Mapping[str, tuple[Part, ...]] = {
    "person": (
        Part("Offices", "offices", "person", ("person",)),
        Part("Journeys", "visits", "visitor", ("visitor",), newest=True, drawn=True),
        _MET,
        Part("Summits", "summits", "attendee", ("attendees",), newest=True),
        Part("Met how often", "network", "person"),
        _RELATIONS,
        Part("Warrants", "warrants", "person", ("person",)),
        _SPOKE,
    ),
    "state": (
        _OFFICES,
        Part("Visitors", "visits", "state", ("state",), newest=True, drawn=True),
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
    "city": (Part("What happened here", "events", "about", ("place",), drawn=True),),
    "region": (Part("What happened here", "events", "about", ("place",)), _RELATIONS),
    "body": (_OFFICES, _MET, Part("Warrants issued", "warrants", "issuer", ("issuer",)), _SPOKE),
    "treaty": (Part("Parties", "treaties", "treaty", ("treaty",)),),
}


def read_sections(
    questions: Mapping[str, Question], resolver: Resolver, links: Links, kind: str, iri: str
) -> tuple[Section, ...]:
    """The parts of an entity's page that have something to say."""
    found = []
    for part in PARTS.get(kind, ()):
        question = questions[part.question]
        rows = resolver.ask(bind(question, {part.parameter: iri}, resolver))
        if rows.rows:
            if part.newest:
                rows = Table(rows.columns, rows.rows[::-1])
            shown = view(rows, links, (*part.hide, "empty"), limit=ROWS, proof=question.proof)
            found.append(
                Section(
                    part.title,
                    part.question,
                    ask_url(part.question, **{part.parameter: iri}),
                    shown,
                    draw(question.chart, rows, links, part.hide) if part.drawn else None,
                )
            )
    return tuple(found)
