"""Arms supplies in any construction: passives, participles, nouns, gifts, customers, and sides that are unsaid."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import ArmsSupply, Payload

Told = Callable[..., list[Payload]]

CASES = {
    "passive": ("Ten T-72 tanks were last month quietly delivered to Mali by Russia.", {("Russia", "Mali", "T-72")}),
    "participle": ("Rocket launchers donated to Chad by France were shown.", {("France", "Chad", "Rocket launchers")}),
    "relative": ("Russia, to which North Korea has sent shells, thanked it.", {("North Korea", "Russia", "shells")}),
    "presented with": (
        "India has presented the Seychelles Coast Guard with a patrol vessel.",
        {("India", "Seychelles", "patrol vessel")},
    ),
    "noun": ("Serbia welcomed the delivery of six French Mistral missiles to Belgrade.", {("France", "Serbia", "Mistral missiles")}),
    "customer": ("Kenya becomes the latest buyer of Turkish combat drones.", {("Turkey", "Kenya", "combat drones")}),
    "maker that does not sell": (
        "Ukraine has received ten Soviet-made MiG-29 jets from Poland.",
        {("Poland", "Ukraine", "MiG-29")},
    ),
    "a row of weapons": (
        "Moscow sold Algeria 24 Su-30 fighters, 50 helicopters and 1,000 Kornet missiles.",
        {("Russia", "Algeria", "Su-30"), ("Russia", "Algeria", "helicopters"), ("Russia", "Algeria", "Kornet")},
    ),
    "it": ("Poland gave Ukraine tanks, and Lithuania has sent it howitzers.", {("Poland", "Ukraine", "tanks"), ("Lithuania", "Ukraine", "howitzers")}),
    "wished for": ("Serbia asked France to deliver Rafale jets to Belgrade.", set()),
    "refused": ("Switzerland refused to sell tanks to Ukraine.", set()),
    "talked of": ("Ghana is in talks with Turkey to buy drones from it.", set()),
    "a name of many words": ("Germany will send 14 Leopard 2 A6 tanks to Ukraine from its stocks.", {("Germany", "Ukraine", "Leopard 2 A6")}),
    "on the move": ("Ten K2 tanks from South Korea were unloaded in the port of Gdynia.", {("South Korea", "Poland", "K2")}),
    "paid for": ("The eight F-16 jets, for which Bulgaria paid the United States a billion dollars, are late.", {("United States", "Bulgaria", "F-16")}),
    "a firm": ("Naval Group is to build twelve submarines of the Barracuda type for the Australian navy.", {("France", "Australia", "submarines")}),
    "where it is made": ("Norway has ordered 54 Leopard 2A7 tanks.", {("Germany", "Norway", "Leopard 2A7")}),
    "forces inside": ("Japan will hand the Philippine navy coastal radars worth 600 million yen.", {("Japan", "Philippines", "coastal radars")}),
    "in brackets": ("Moscow's best customer remains Venezuela (T-72 tanks, Su-30 jets).", {("Russia", "Venezuela", "T-72"), ("Russia", "Venezuela", "Su-30")}),
    "who gets them unsaid": ("Armenia shops elsewhere now. Bharat Dynamics will deliver four Pinaka batteries.", {("India", "Armenia", "Pinaka")}),
    "named before": ("Two Su-25 jets landed in Bamako. Mali has bought the aircraft from Russia.", {("Russia", "Mali", "Su-25")}),
    "approved": ("The U.S. State Department has approved the possible sale of 36 F-16 jets to Taiwan.", {("United States", "Taiwan", "F-16")}),
    "awaited from another": ("Serbia has received Chinese CH-92 drones and is awaiting Pantsir systems from Russia.", {("China", "Serbia", "CH-92")}),
    "on an errand": ("Brazil sent a long-range radar plane to Guyana to help watch the border.", set()),
    "half a word": ("Canada gave long-range missiles to Haiti.", {("Canada", "Haiti", "long-range missiles")}),
    "the same again": (
        "France delivered six Rafale jets to Egypt. Paris had approved the sale of the six air defence fighters to Egypt in May.",
        {("France", "Egypt", "Rafale")},
    ),
    "no kind named": ("Spain is supplying Chad with long-promised heavy weaponry.", set()),
    "on a visit": ("Chinese submarines docked in Colombo in September.", set()),
    "nothing named": ("France sells weapons to Chad.", set()),
    "each its own source": (
        "Chad has bought S-400 systems from Russia and Rafale jets from France.",
        {("Russia", "Chad", "S-400"), ("France", "Chad", "Rafale")},
    ),
    "airliners": ("The United States sold 20 Boeing aircraft to Vietnam.", set()),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_supplies_are_told_in_any_construction(told: Told, case: str) -> None:
    text, wanted = CASES[case]
    found = {(p.supplier.name, p.recipient.name, p.system) for p in told(text, ArmsSupply) if isinstance(p, ArmsSupply)}  # fmt: skip
    assert found == wanted


def test_an_unsaid_recipient_is_the_one_of_the_other_supplies(told: Told) -> None:
    text = (
        "Germany sent Ukraine tanks. Norway sent Ukraine howitzers. Denmark has pledged 20 armoured vehicles."
    )
    found = {p.recipient.name for p in told(text, ArmsSupply) if isinstance(p, ArmsSupply) and p.supplier.name == "Denmark"}  # fmt: skip
    assert found == {"Ukraine"}
