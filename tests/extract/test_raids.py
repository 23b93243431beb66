"""Attacks, borders and warrants by the parse, in any construction."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Border, MilitaryAction, Payload, Warrant

Told = Callable[..., list[Payload]]

ATTACKS = {
    "air force": ("French helicopter gunships and fighter jets struck at fighters in Mali.", {("France", "Mali")}),
    "passive": ("Georgia was, in the summer of 2008, attacked by Russia.", {("Russia", "Georgia")}),
    "targets of a state": ("Israel's warplanes on Monday bombed Syrian positions.", {("Israel", "Syria")}),
    "launched": ("Saudi Arabia began on March 26 carrying out, with others, air strikes in Yemen.", {("Saudi Arabia", "Yemen")}),
    "from whose soil": ("Belarus, from whose territory Russian troops marched on Kyiv, is calm.", {("Russia", "Ukraine")}),
    "under fire": ("Iran fired a dozen missiles at a camp near Erbil on Tuesday.", {("Iran", "Iraq")}),
    "dropped": ("Egyptian F-16s dropped bombs on Libya.", {("Egypt", "Libya")}),
    "put in orbit": ("North Korea launched a satellite over Japan.", set()),
    "two states": ("Israel struck targets in Syria and Lebanon.", {("Israel", "Syria"), ("Israel", "Lebanon")}),
    "by missiles": ("Russian missiles hit Kyiv.", {("Russia", "Ukraine")}),
    "of whom somebody backs": ("Nicaragua condemned Russia for its attack on Georgia.", {("Russia", "Georgia")}),
    "in words": ("Hungary's prime minister attacked the European Union in a speech.", set()),
    "in a drill": ("South Korean troops simulated an attack on North Korean bases.", set()),
    "threatened": ("The United States threatened to bomb Syria.", set()),
}  # fmt: skip
BORDERS = {
    "adjectives": ("The Afghan-Pakistan border was drawn in 1893, stretching for 2,430 kilometers.", {("Afghanistan", "Pakistan", 2430.0)}),
    "aside": ("Pakistan wants to fence the entire 2,611-kilometer largely porous border with Afghanistan.", {("Pakistan", "Afghanistan", 2611.0)}),
    "shared": ("Troops left Afghanistan, which shares a long, mountainous and porous border with Tajikistan.", {("Afghanistan", "Tajikistan", None)}),
    "by its length": ("Spain borders France. Tension with Algeria is high, says Morocco. The frontier, 1,559 kilometres long, is shut.", {("Spain", "France", None), ("Morocco", "Algeria", 1559.0)}),
    "closed": ("Finland has closed its border with Russia.", {("Finland", "Russia", None)}),
    "no neighbours": ("Honduras shares a border with Costa Rica.", set()),
    "merely watched": ("They discussed security along Tajikistan's border with Afghanistan.", set()),
    "with several": ("Mali's borders with Niger and Algeria are hard to watch.", {("Mali", "Niger", None), ("Mali", "Algeria", None)}),
    "of a neighbour unsaid": ("The Kyrgyz authorities closed the border with Uzbekistan.", {("Kyrgyzstan", "Uzbekistan", None)}),
    "theirs": ("Evo Morales of Bolivia and Ollanta Humala of Peru met. They reopened their shared border.", {("Peru", "Bolivia", None)}),
    "between the two": ("Thailand and Cambodia should settle it. The border between the two countries was never fully drawn.", {("Thailand", "Cambodia", None)}),
    "what it separates": ("The frontier that separates Togo from Ghana was reopened.", {("Togo", "Ghana", None)}),
    "a distance": ("Turkey closed Kapikoy, a town on the border with Iran, 90 km east of Van.", set()),
    "at sea": ("Kenya and Somalia discussed their sea border.", set()),
    "its guards": ("Turkish border guards fired on migrants from Iran.", set()),
    "none": ("Kenya has no common border with Rwanda.", set()),
}  # fmt: skip
WARRANTS = {
    "a court in a town": ("A judge in Lima has ordered the arrest of former president Alejandro Toledo.", {("Peru", "Alejandro Toledo")}),
    "taken back": ("Spain has withdrawn its arrest warrant for Carles Puigdemont.", set()),
    "held on one": ("Ramush Haradinaj was held in France on a Serbian arrest warrant.", {("Serbia", "Ramush Haradinaj")}),
    "a second one": ("Iran issued a warrant for Donald Trump, and another against Mike Pompeo.", {("Iran", "Donald Trump"), ("Iran", "Mike Pompeo")}),
    "a state's": ("Iran has issued an arrest warrant for US President Donald Trump.", {("Iran", "Donald Trump")}),
    "indicted": ("The ICC in 2009 indicted Sudanese President Omar al-Bashir.", {("ICC", "Omar al-Bashir")}),
    "asked for": ("The prosecutor asked the ICC to issue an arrest warrant for Vladimir Putin.", set()),
}  # fmt: skip


@pytest.mark.parametrize("case", ATTACKS)
def test_attacks_are_told_in_any_construction(told: Told, case: str) -> None:
    text, wanted = ATTACKS[case]
    assert {(p.actor.name, p.target.name) for p in told(text, MilitaryAction) if isinstance(p, MilitaryAction)} == wanted  # fmt: skip


@pytest.mark.parametrize("case", BORDERS)
def test_borders_are_told_in_any_construction(told: Told, case: str) -> None:
    text, wanted = BORDERS[case]
    assert {(p.a.name, p.b.name, p.length_km) for p in told(text, Border) if isinstance(p, Border)} == wanted


@pytest.mark.parametrize("case", WARRANTS)
def test_warrants_are_told_in_any_construction(told: Told, case: str) -> None:
    text, wanted = WARRANTS[case]
    assert {(p.issuer.name, p.person.name) for p in told(text, Warrant) if isinstance(p, Warrant)} == wanted


def test_an_attack_has_the_one_day_of_its_paragraph(told: Told) -> None:
    text = "The campaign has begun, the minister said on Monday. Turkish jets bombed Syrian positions."
    assert [p.date for p in told(text, MilitaryAction) if isinstance(p, MilitaryAction)] == ["2022-06-27"]


def test_a_war_that_is_spoken_of_has_not_the_day_of_the_talks(told: Told) -> None:
    text = "On Tuesday they met to discuss the hopes of Tbilisi and Russia's war against Ukraine."
    assert [p.date for p in told(text, MilitaryAction) if isinstance(p, MilitaryAction)] == [None]
