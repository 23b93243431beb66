"""A thing -> its pictures: where and when something happened around it, and whom it is tied to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from summitry.graph.questions import Question, Resolver, bind
from summitry.graph.questions.terms import iri as iri_term
from summitry.server.pages.data import Record, records
from summitry.server.pages.links import Links
from summitry.server.pages.maps import draw_map
from summitry.server.pages.networks import draw_network
from summitry.server.pages.pictures import Picture
from summitry.server.pages.timelines import draw_timeline
from summitry.server.service import Service

NEIGHBOURS = 16
_LEAST = 2  # events or ties that are worth a picture

# What ties two things, the most telling first: words for a person, and the property.
_TIES = (
    ("met", "met"), ("visited", "visited"), ("allyOf", "ally of"), ("strategicPartnerOf", "strategic partner of"),
    ("kinOf", "kin of"), ("operatesBaseIn", "has a base in"), ("holdsOfficeIn", "holds office in"),
    ("memberOf", "member of"), ("borders", "borders"),
)  # fmt: skip
_VALUES = " ".join(f'(sy:{name} "{words}" {rank})' for rank, (name, words) in enumerate(_TIES))

_AROUND = f"""SELECT ?other ?name ?words ?rank (COUNT(DISTINCT ?article) AS ?articles) WHERE {{
  VALUES (?tie ?words ?rank) {{ {_VALUES} }}
  {{ %(node)s ?tie ?other }} UNION {{ ?other ?tie %(node)s }}
  ?other rdfs:label ?name FILTER(LANG(?name) IN ("en", ""))
  OPTIONAL {{ ?fact sy:reportedIn ?article ; ?one %(node)s ; ?two ?other }}
}} GROUP BY ?other ?name ?words ?rank ORDER BY DESC(?articles) ?rank ?name LIMIT 400"""

_AMONG = f"""SELECT DISTINCT ?a ?b ?words ?a_name ?b_name WHERE {{
  VALUES ?a {{ %(nodes)s }}
  VALUES (?tie ?words ?rank) {{ {_VALUES} }}
  ?a ?tie ?b .
  FILTER(?b IN (%(listed)s))
  ?a rdfs:label ?a_name FILTER(LANG(?a_name) IN ("en", ""))
  ?b rdfs:label ?b_name FILTER(LANG(?b_name) IN ("en", ""))
}} LIMIT 2000"""


@dataclass(frozen=True, slots=True)
class Overview:
    """The pictures of one page; each may be missing."""

    timeline: Picture | None = None
    map: Picture | None = None
    network: Picture | None = None

    def __bool__(self) -> bool:
        return any((self.timeline, self.map, self.network))


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that a network shows."""

    iri: str
    name: str


def read_overview(
    service: Service, questions: Mapping[str, Question], resolver: Resolver, links: Links, thing: Thing
) -> Overview:
    """The pictures of an entity: the events it takes part in or that take place there, and its neighbours."""
    table = resolver.ask(bind(questions["events"], {"about": thing.iri}, resolver))
    rows = [row for row in table.records() if row["event_iri"] != thing.iri]
    located = [row for row in rows if row["place_iri"]]
    return Overview(
        draw_timeline({"start": "date", "label": "event"}, rows, links, least=_LEAST),
        draw_map({"place": "place", "label": "event"}, located, links),
        _neighbours(service, links, thing),
    )


def read_scene(
    service: Service, links: Links, fact: Thing, parts: Iterable[Thing], places: Iterable[Thing]
) -> Overview:
    """The pictures of a fact: its place, and its parties with what else ties them."""
    parties = {part.iri: part for part in parts}
    ties = [_tie(fact, party, "takes part in") for party in parties.values()]
    ties += _among(service, list(parties)) if len(parties) > 1 else []
    located: list[Record] = [{"place": place.name, "place_iri": place.iri} for place in places]
    return Overview(
        map=draw_map({"place": "place"}, located, links),
        network=_draw(ties, links, fact.name) if len(parties) >= _LEAST else None,
    )


def _neighbours(service: Service, links: Links, thing: Thing) -> Picture | None:
    """Those nearest to a thing: named with it by most articles, then tied most closely."""
    rows = records(service, _AROUND % {"node": iri_term(thing.iri)})
    near: dict[str, list[Record]] = {}
    for row in rows:
        if (row["other"] or "") != thing.iri:
            near.setdefault(row["other"] or "", []).append(row)
    chosen = dict(list(near.items())[:NEIGHBOURS])
    if len(chosen) < _LEAST:
        return None
    ties = [
        _tie(thing, Thing(iri, row["name"] or iri), row["words"] or "")
        for iri, some in chosen.items()
        for row in some
    ]
    return _draw([*ties, *_among(service, list(chosen))], links, thing.name, len(near) - len(chosen))


def _among(service: Service, iris: list[str]) -> list[Record]:
    nodes = [iri_term(iri) for iri in sorted(iris)]
    found = records(service, _AMONG % {"nodes": " ".join(nodes), "listed": ", ".join(nodes)})
    return [
        _tie(
            Thing(row["a"] or "", row["a_name"] or ""),
            Thing(row["b"] or "", row["b_name"] or ""),
            row["words"] or "",
        )
        for row in found
        if row["a"] != row["b"]
    ]


def _tie(one: Thing, other: Thing, words: str) -> Record:
    return {"a": one.name, "a_iri": one.iri, "b": other.name, "b_iri": other.iri, "say": words}


def _draw(ties: list[Record], links: Links, core: str, left: int = 0) -> Picture | None:
    """The network of the ties, each pair and sort of tie once."""
    once: dict[tuple[str, ...], Record] = {}
    for tie in ties:
        ends = sorted((tie["a"] or "", tie["b"] or ""))
        once.setdefault((*ends, tie["say"] or ""), tie)
    note = f"{left} further neighbours are left out" if left > 0 else ""
    return draw_network({"from": "a", "to": "b", "say": "say"}, list(once.values()), links, core, note=note)
