"""Alliances, partnerships and kinship, whatever stands between those whom they join."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Payload, Relation

Told = Callable[..., list[Payload]]
ALLY, PARTNER, KIN = "ally", "strategic_partner", "kin"

CASES = {
    "a condition between": (
        "She will shut the camps in Iraq unless European allies Italy and Spain send help.",
        {("Italy", "Spain", ALLY)},
    ),
    "ties made elsewhere": ("Iran restored diplomatic relations with Saudi Arabia.", set()),
    "seen as an ally": ("Belarus is often described as Russia's closest ally.", {("Belarus", "Russia", ALLY)}),
    "allied with": ("Belarus, traditionally allied with Russia, seeks closer ties with China.", {("Belarus", "Russia", ALLY)}),
    "two men": ("Mr Kagame, long an ally of Mr Deby, spoke.", set()),
    "allies visited": ("Lai will make trips to the allies Palau and Eswatini.", set()),
    "allies by themselves": ("The allies Chad and Niger held a drill.", {("Chad", "Niger", ALLY)}),
    "an ally in a row": (
        "It spoke of Ukraine, and Saudi Arabia, an ally of the United States.",
        {("Saudi Arabia", "United States", ALLY)},
    ),
    "in a picture": (
        "Angela Merkel, third from right, welcomes Emmanuel Macron, left, and his wife Brigitte Macron in Bonn.",
        {("Brigitte Macron", "Emmanuel Macron", KIN)},
    ),
    "sister cities": ("Belarus and Zimbabwe spoke of sister city relations between Minsk and Harare.", set()),
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
    "alliance of theirs": ("Australia's alliance with the United States dates from 1951.", {("Australia", "United States", ALLY)}),
    "raised to an alliance": (
        "Azerbaijan and Turkey raised their relations to the level of an alliance.",
        {("Azerbaijan", "Turkey", ALLY)},
    ),
    "hyphenated": ("Moscow-allied Armenia said it would host the drills.", {("Armenia", "Russia", ALLY)}),
    "whoever calls it so": (
        "Lithuanian President Gitanas Nauseda called Poland \"our closest ally\".",
        {("Poland", "Lithuania", ALLY)},
    ),
    "outside NATO": ("The US has granted Qatar the status of major non-NATO ally.", {("Qatar", "United States", ALLY)}),
    "bound to defend": ("Washington is obliged by treaty to defend Japan.", {("United States", "Japan", ALLY)}),
    "allies in a war": ("Chad and Mali, allies in the second war and enemies in the third, signed a truce.", set()),
    "partners of each other": ("Germany and India call each other strategic partners.", {("Germany", "India", PARTNER)}),
    "ties lifted, somebody says": (
        "Ties with India were lifted to the level of a strategic partnership, Vladimir Putin recalled.",
        {("Russia", "India", PARTNER)},
    ),
    "partners wished for": ("Serbia wants a strategic partnership with the United States.", set()),
    "brotherly": (
        "Turkish President Recep Tayyip Erdogan described Azerbaijan as a brotherly nation.",
        {("Turkey", "Azerbaijan", KIN)},
    ),
    "brothers, two": ("The two brotherly countries of Kuwait and Tunisia agreed to widen trade.", {("Kuwait", "Tunisia", KIN)}),
    "one nation": ("Turkey and Azerbaijan are one nation with two states, he said.", {("Turkey", "Azerbaijan", KIN)}),
    "no ties": ("Pakistan has no diplomatic relations with Israel.", set()),
    "other allies": (
        "Japan, South Korea and other US allies condemned the launch.",
        {("Japan", "United States", ALLY), ("South Korea", "United States", ALLY)},
    ),
    "allies and more": ("Pyongyang's main ally and trading partner, China, urged restraint.", {("North Korea", "China", ALLY)}),
    "treaty allies": ("The Philippines and the United States have been treaty allies since 1951.", {("Philippines", "United States", ALLY)}),
    "son, first name": ("Bolsonaro's son Eduardo, a congressman, was let in.", {("Eduardo Bolsonaro", "Jair Bolsonaro", KIN)}),
    "wife, first name": ("Mike Pence landed in Tbilisi with his wife, Karen.", {("Karen Pence", "Mike Pence", KIN)}),
    "sons behind their father": (
        "Two sons of President Daniel Ortega, Laureano and Rafael, signed a communique.",
        {("Laureano Ortega", "Daniel Ortega", KIN), ("Rafael Ortega", "Daniel Ortega", KIN)},
    ),
    "son of whom he stands beside": (
        "Vladimir Putin met Alexander Lukashenko and his son Kolya.",
        {("Kolya Lukashenko", "Alexander Lukashenko", KIN)},
    ),
    "wife of nobody here": ("He spoke with Vladimir Putin. His wife Anna stayed at home.", set()),
    "ally for long": ("Poland, for decades a close ally of Peru, abstained.", {("Poland", "Peru", ALLY)}),
    "whose ally": ("Morocco, whose closest ally is Poland, called for calm.", {("Poland", "Morocco", ALLY)}),
    "a government's ally": ("Brazil, an ally of the Egyptian government, sent troops.", {("Brazil", "Egypt", ALLY)}),
    "backer and ally": ("Turkey, the main backer and ally of Armenia, sent troops.", {("Turkey", "Armenia", ALLY)}),
    "bound by a treaty": ("Qatar and Kenya are bound by a mutual defence treaty.", {("Qatar", "Kenya", ALLY)}),
    "an ally no longer": ("Serbia is no longer an ally of Peru.", set()),
    "allies in the world war": ("Peru and Serbia were allies in World War Two.", set()),
    "partnership ended": ("Kenya ended its strategic partnership with Peru.", set()),
    "their countries": (
        "Kenyan President William Ruto and Zambian President Hakainde Hichilema said their countries had become strategic partners.",
        {("Kenya", "Zambia", PARTNER)},
    ),
    "a sister of the name": (
        "Leyla Alimov, the sister of Fijian leader Rashid Alimov, spoke.",
        {("Leyla Alimov", "Rashid Alimov", KIN)},
    ),
    "whose father": (
        "Pavel Dobrak, whose father, Karel Dobrak, ruled Fiji for years, was sworn in.",
        {("Karel Dobrak", "Pavel Dobrak", KIN)},
    ),
    "one of the sons": (
        "Pavel Dobrak, one of the sons of President Karel Dobrak, was elected.",
        {("Pavel Dobrak", "Karel Dobrak", KIN)},
    ),
    "his son, told before": (
        "Fijian President Karel Dobrak has ruled for years. His eldest son, Pavel Dobrak, heads the army.",
        {("Pavel Dobrak", "Karel Dobrak", KIN)},
    ),
    "its ally, told before": ("Togo condemned the attack. Laos, its closest ally, said nothing.", {("Laos", "Togo", ALLY)}),
    "an ally visited": ("Kenyan President William Ruto visited Zambia, a close ally, on Monday.", {("Zambia", "Kenya", ALLY)}),
    "relations upgraded": (
        "Laos and Fiji held talks on Monday. Relations were upgraded to a strategic partnership.",
        {("Laos", "Fiji", PARTNER)},
    ),
    "opposes that of others": ("Fiji opposes the recognition of Somaliland by the European Union.", set()),
    "whose country": (
        "Zambian Foreign Minister Karel Dobrak, whose country is one of Peru's closest allies, spoke.",
        {("Zambia", "Peru", ALLY)},
    ),
    "has become": ("Vietnam has become one of Peru's closest allies.", {("Vietnam", "Peru", ALLY)}),
    "though allies": ("Despite being allies, Kenya and Peru disagree over trade.", {("Kenya", "Peru", ALLY)}),
    "counted among": ("Serbia is counted among the closest allies of Peru.", {("Serbia", "Peru", ALLY)}),
    "partners, somebody says": ("The minister told reporters that Peru and Egypt were strategic partners.", {("Peru", "Egypt", PARTNER)}),
    "a partnership links": ("A strategic partnership links Serbia and Peru.", {("Serbia", "Peru", PARTNER)}),
    "turned away": ("Egypt broke with its old ally and turned to Peru.", set()),
    "and its allies": ("Egypt and its allies, including Peru, were worried.", {("Peru", "Egypt", ALLY)}),
    "another ally": ("He will go on to Peru, another old African ally of Egypt.", {("Peru", "Egypt", ALLY)}),
    "of the kingdom": ("Saudi Crown Prince Karel Dobrak arrived. Peru is an ally of the kingdom.", {("Peru", "Saudi Arabia", ALLY)}),
    "of the two who met": (
        "Egypt and Peru trade. Kenyan President William Ruto met Zambian President Hakainde Hichilema. The two countries are old allies.",
        {("Kenya", "Zambia", ALLY)},
    ),
    "had been": ("Peru, which had been an ally of Egypt, stayed away.", set()),
    "somebody's son": ("Zambian President Karel Dobrak said the son of Peruvian President Luis Orda was welcome.", set()),
    "a brother in office": ("Kenyan President William Ruto thanked his brother Hakainde Hichilema for the welcome.", set()),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_bonds_are_told_in_any_construction(told: Told, case: str) -> None:
    text, wanted = CASES[case]
    found = {_told(p) for p in told(text, Relation) if isinstance(p, Relation)}
    assert found == {_either_way(*w) for w in wanted}


def _told(relation: Relation) -> tuple[str, str, str]:
    return _either_way(relation.a.name, relation.b.name, relation.kind)


def _either_way(a: str, b: str, kind: str) -> tuple[str, str, str]:
    """A relation as it is compared: allies, partners and kin are so of each other."""
    return min(a, b), max(a, b), kind
