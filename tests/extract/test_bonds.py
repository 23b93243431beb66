"""Recognition, alliances and partnerships, whatever stands between those whom they join."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Payload, Relation

Told = Callable[..., list[Payload]]
DOES, DOES_NOT, ALLY, PARTNER = "recognises", "does_not_recognise", "ally", "strategic_partner"

CASES = {
    "gerund": ("Tuvalu has entered the news by recognising the independence of Abkhazia.", {("Tuvalu", "Abkhazia", DOES)}),
    "among others": (
        "Japan and Canada are among the many countries to have formally recognized Kosovo.",
        {("Japan", "Kosovo", DOES), ("Canada", "Kosovo", DOES)},
    ),
    "followed by": (
        "Iceland was the first Nordic country to recognise Palestine, followed by Sweden in 2014.",
        {("Iceland", "Palestine", DOES), ("Sweden", "Palestine", DOES)},
    ),
    "not even": ("Not even Belarus recognises Transnistria.", {("Belarus", "Transnistria", DOES_NOT)}),
    "decision taken back": ("Liberia has withdrawn its decision of 2008 to recognise Kosovo.", {("Liberia", "Kosovo", DOES_NOT)}),
    "recognition withdrawn": (
        "Lesotho, a small kingdom in the south of Africa, is the latest state to withdraw recognition of Kosovo.",
        {("Lesotho", "Kosovo", DOES_NOT)},
    ),
    "asked for": ("Russia asked China and Kazakhstan to recognise Abkhazia.", set()),
    "promised": ("Serbia said that Ghana would recognise Kosovo.", set()),
    "ties made": (
        "China resumed full diplomatic relations with the small Pacific island nation of Nauru on Wednesday.",
        {("Nauru", "China", DOES)},
    ),
    "ties made elsewhere": ("Iran restored diplomatic relations with Saudi Arabia.", set()),
    "seen as an ally": ("Belarus is often described as Russia's closest ally.", {("Belarus", "Russia", ALLY)}),
    "allied with": ("Belarus, traditionally allied with Russia, seeks closer ties with China.", {("Belarus", "Russia", ALLY)}),
    "former ally": ("Egypt, a former ally of the Soviet Union, turned west.", set()),
    "partners before": (
        "The two agreed to deepen the Vietnam-India strategic partnership.",
        {("Vietnam", "India", PARTNER)},
    ),
    "partners with whom": (
        "Russia and China are the countries with which Vietnam has strategic partnerships.",
        {("Vietnam", "Russia", PARTNER), ("Vietnam", "China", PARTNER)},
    ),
    "partners one day": ("Japan hopes to have a strategic partnership with Chad.", set()),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_bonds_are_told_in_any_construction(told: Told, case: str) -> None:
    text, wanted = CASES[case]
    found = {(p.a.name, p.b.name, p.kind) for p in told(text, Relation) if isinstance(p, Relation)}
    assert found == wanted
