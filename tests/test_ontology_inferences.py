"""What analysts expect to follow from the ontology, and what must not."""

from __future__ import annotations

from functools import cache

import pytest

from summitry.graph.ontology import triples
from summitry.graph.reasoning.closure import close
from summitry.graph.vocabulary import SY
from tests.ontology_graphs import read

WORLD = """
x:russia a sy:State ; sy:isoCode "RUS" ; sy:inAlliance x:csto ; sy:borders x:kazakhstan .
x:belarus a sy:State ; sy:isoCode "BLR" ; sy:inAlliance x:csto ; sy:memberOf x:cis .
x:uzbekistan a sy:State ; sy:formerMemberOf x:csto ; sy:memberOf x:cis .
x:kazakhstan a sy:State . x:ukraine a sy:State . x:kyrgyzstan a sy:State . x:tajikistan a sy:State .
x:csto a sy:Alliance . x:cis a sy:Forum .
x:kant a sy:City ; sy:locatedIn x:chuy . x:chuy a sy:Region ; sy:inState x:kyrgyzstan .
x:base a sy:MilitaryBase ; sy:operatedBy x:russia ; sy:place x:kant .
x:troops a sy:Deployment ; sy:operatedBy x:russia ; sy:host x:tajikistan .
x:house a sy:Body ; sy:bodyOf x:parliament . x:parliament a sy:Body ; sy:bodyOf x:belarus .
x:speaker a sy:Person ; sy:holdsOfficeIn x:house ; sy:met x:putin . x:putin a sy:Person .
x:summit a sy:Summit ; sy:attendee x:putin ; sy:place x:kant .
"""


@cache
def what_follows(extra: str = "") -> tuple[frozenset[str], int]:
    """The inferred triples in short, and the number of inconsistencies."""
    closure = close([*triples(), *read(WORLD + extra)])
    short = {" ".join(_short(term.value) for term in triple) for triple in closure.inferred()}  # type: ignore[union-attr]
    return frozenset(short), len(closure.clashes)


def _short(iri: str) -> str:
    return iri.replace("https://example.org/", "x:").replace(SY.IRI, "sy:")


@pytest.mark.parametrize(
    "expected",
    [
        "x:russia sy:hasMilitaryPresenceIn x:kyrgyzstan",  # a base, through its place
        "x:russia sy:hasMilitaryPresenceIn x:tajikistan",  # a deployment, through its host
        "x:base sy:host x:kyrgyzstan",
        "x:summit sy:host x:kyrgyzstan",
        "x:kant sy:inState x:kyrgyzstan",
        "x:russia sy:sharesAllianceWith x:belarus",
        "x:belarus sy:sharesAllianceWith x:russia",
        "x:russia sy:memberOf x:csto",
        "x:uzbekistan sy:everMemberOf x:csto",
        "x:belarus sy:everMemberOf x:cis",
        "x:kazakhstan sy:borders x:russia",
        "x:putin sy:met x:speaker",
        "x:speaker sy:holdsOfficeIn x:belarus",  # an office in a body of a body
        "x:house sy:partOf x:belarus",
        "x:summit sy:participant x:putin",
    ],
)  # fmt: skip
def test_what_nobody_stated_follows(expected: str) -> None:
    assert expected in what_follows()[0]


@pytest.mark.parametrize(
    "unexpected",
    [
        "x:uzbekistan sy:memberOf x:csto",
        "x:uzbekistan sy:sharesAllianceWith x:russia",
        "x:belarus sy:sharesAllianceWith x:uzbekistan",  # CIS is no alliance
        "x:russia sy:hasMilitaryPresenceIn x:ukraine",
        "x:putin sy:attended x:summit",  # he may only be expected
    ],
)
def test_what_does_not_follow_is_not_inferred(unexpected: str) -> None:
    assert unexpected not in what_follows()[0]


def test_nobody_becomes_somebody_else() -> None:
    inferred, clashes = what_follows()
    assert clashes == 0
    assert not [line for line in inferred if "sameAs" in line]


@pytest.mark.parametrize(
    "wrong",
    [
        "x:russia a sy:Place .",
        "x:russia a sy:Person .",
        "x:belarus sy:formerMemberOf x:csto .",
        "x:russia sy:borders x:russia .",
        "x:putin sy:met x:putin .",
        "x:summit sy:absentee x:putin .",
        "x:visit a sy:Visit ; sy:visitor x:kant .",
        "x:russia sy:recognises x:ukraine ; sy:doesNotRecognise x:ukraine .",
        "x:base a sy:Border .",
    ],
)
def test_what_cannot_be_is_inconsistent(wrong: str) -> None:
    assert what_follows(wrong)[1] > 0


def test_one_iso_code_means_one_state() -> None:
    inferred, _ = what_follows('x:byelorussia a sy:State ; sy:isoCode "BLR" .')
    assert "x:byelorussia http://www.w3.org/2002/07/owl#sameAs x:belarus" in inferred
