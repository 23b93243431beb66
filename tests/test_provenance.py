"""Provenance: the queries that the documentation shows, the constraints of PROV that apply, and the worked example."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from newsroom import DUSHANBE, Press, slot, values, visit
from workshop import ENTRY, RUMOUR, TRIP, Desk, written

from summitry.graph.store import Dataset

DOCS = Path(__file__).parent.parent / "docs" / "fusion.md"
SHOWN = re.findall(r"```sparql\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)

# PROV-CONSTRAINTS (https://www.w3.org/TR/prov-constraints/), as queries that find what breaks them.
CONSTRAINTS = {
    "55: an entity is no activity": "?x a/rdfs:subClassOf* prov:Entity . ?x a/rdfs:subClassOf* prov:Activity",
    "24: a claim is generated once": """?x prov:wasGeneratedBy ?one , ?other FILTER(?one != ?other)""",
    "36, 41: nothing derives from itself": """?x (sy:supportedBy|sy:reportedIn|prov:wasDerivedFrom)+ ?x""",
    "49: what reading generated came from the article that it used": """
        ?x a sy:Claim ; prov:wasGeneratedBy ?reading
        FILTER NOT EXISTS { ?reading prov:used ?article FILTER(STRSTARTS(STR(?x), STR(?article))) }""",
    "28: a change has one start": "?x a sy:Change ; prov:startedAtTime ?a , ?b FILTER(?a != ?b)",
    "7: an activity that used something is an activity": "?x prov:used ?e FILTER NOT EXISTS { ?x a prov:Activity }",
    "50: what generated something is an activity": """
        ?e prov:wasGeneratedBy ?x FILTER NOT EXISTS { ?x a/rdfs:subClassOf* prov:Activity }""",
    "52: only agents are associated": """
        ?a prov:wasAssociatedWith ?x FILTER NOT EXISTS { ?x a prov:SoftwareAgent }""",
}


@pytest.fixture(scope="module")
def desk() -> Desk:
    desk = Desk()
    desk.builder.clock = lambda: datetime(2026, 1, 1, tzinfo=UTC)
    desk.take(TRIP, RUMOUR, ENTRY, written("late", visit("2022-06-29", city=DUSHANBE), publisher="Herald"))
    return desk


def broken(desk: Desk, pattern: str) -> list[str]:
    """What breaks a constraint, over everything that the store holds."""
    everything = Dataset(tuple(desk.store.graphs()))
    found = desk.store.query(f"SELECT DISTINCT ?x {{ {pattern} }}", dataset=everything).rows()
    return [str(row["x"]) for row in found]


@pytest.mark.parametrize("constraint", CONSTRAINTS)
def test_the_constraints_of_prov_hold(constraint: str, desk: Desk) -> None:
    assert broken(desk, CONSTRAINTS[constraint]) == []


BREAKERS = {
    "55": "<urn:x> a prov:Entity, prov:Activity",
    "24": "<urn:x> prov:wasGeneratedBy <urn:a>, <urn:b>",
    "36": "<urn:x> sy:supportedBy <urn:y> . <urn:y> sy:reportedIn <urn:x>",
    "49": "<urn:x> a sy:Claim ; prov:wasGeneratedBy <urn:r> . <urn:r> a prov:Activity ; prov:used <urn:other>",
    "28": "<urn:x> a sy:Change ; prov:startedAtTime 1, 2",
    "7:": "<urn:x> prov:used <urn:e>",
    "50": "<urn:e> prov:wasGeneratedBy <urn:x>",
    "52": "<urn:a> prov:wasAssociatedWith <urn:x>",
}


@pytest.mark.parametrize("constraint", CONSTRAINTS)
def test_a_constraint_that_is_broken_is_found(constraint: str) -> None:
    desk = Desk()
    prefixes = "PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX sy: <https://w3id.org/summitry/ontology#>"
    desk.store.update(f"{prefixes} INSERT DATA {{ {BREAKERS[constraint[:2]]} }}")
    assert "<urn:x>" in broken(desk, CONSTRAINTS[constraint])


@pytest.mark.parametrize("number", range(len(SHOWN)))
def test_the_queries_of_the_documentation_have_answers(number: int, desk: Desk) -> None:
    rows = list(desk.store.query(SHOWN[number]).rows())
    assert rows
    if number == 0:
        assert {row["sentence"].value for row in rows} <= {"trip", "rumo", "late"}
        assert all(int(row["end"].value) - int(row["start"].value) == 4 for row in rows)


def test_the_documentation_shows_every_way_to_the_sources() -> None:
    assert len(SHOWN) == 3


def test_the_worked_example_is_as_the_documentation_tells() -> None:
    wire = "The president of Russia arrived in Tajikistan on 28 June 2022 for talks with his counterpart."
    press = Press()
    for paper in ("A", "B", "C"):
        press.article(visit("2022-06-28"), publisher=paper, published="2022-06-29", words=wire)
    press.article(visit("2022-06-29"), publisher="D", published="2022-06-30")
    press.article(visit("2022-06"), publisher="E", published="2022-06-30")
    fact = press.only("visit")
    assert slot(fact, "startDate") == "2022-06-29"  # a draw of voices: the newest article
    assert str(values(fact, "startDate")[0].reason).endswith("and newer.")
    press.article(visit("2022-06-28"), publisher="F", published="2022-06-29")
    fact = press.only("visit")
    assert slot(fact, "startDate") == "2022-06-28"
    assert values(fact, "startDate")[0].reason == "2 independent sources against 1."


def test_copies_do_not_help_an_article_that_could_not_know() -> None:
    press = Press()
    press.article(visit("2022-06-28"), publisher="A", published="2022-06-29")
    for paper in ("D", "E", "F"):
        press.article(visit("2022-06-29"), publisher=paper, published="2022-06-27")
    fact = press.only("visit")
    assert slot(fact, "startDate") == "2022-06-28"
    assert "cannot be right" in str(values(fact, "startDate")[0].reason)
