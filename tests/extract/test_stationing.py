"""Bases and troops abroad by the parse, whatever stands between owner, site and place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Base, Payload

Told = Callable[..., list[Payload]]

CASES = {
    "many owners": (
        "The base in Djibouti stands next to French, Italian and Japanese military bases in Djibouti.",
        {("France", "Djibouti", None), ("Italy", "Djibouti", None), ("Japan", "Djibouti", None)},
    ),
    "what it is": ("The military base quartered in Tajikistan is Russia's biggest base abroad.", {("Russia", "Tajikistan", None)}),
    "leased": ("Russia won an extension for the military base that it leases in Kyrgyzstan.", {("Russia", "Kyrgyzstan", None)}),
    "there were": ("There were, officials say, about 650 U.S. troops in Niger at the end of the year.", {("United States", "Niger", 650)}),
    "home to": ("Kuwait, a small emirate, has for decades been home to some 13,000 US soldiers.", {("United States", "Kuwait", 13000)}),
    "known by name": ("A sergeant of the American forces at Camp Lemonnier spoke.", {("United States", "Djibouti", None)}),
    "forces by name": ("The Royal Navy keeps a garrison in Brunei.", {("United Kingdom", "Brunei", None)}),
    "a unit": ("Fiji has a battalion in Egypt.", {("Fiji", "Egypt", None)}),
    "keeper behind another name": ("After the deal on Nagorno-Karabakh, Russia keeps 2,000 soldiers stationed in Azerbaijan.", {("Russia", "Azerbaijan", 2000)}),
    "one figure for two": (
        "NATO has deployed some 4,000 troops in Estonia and Poland.",
        {("NATO", "Estonia", None), ("NATO", "Poland", None)},
    ),
    "no exact figure": ("France keeps a base in Chad with several thousand soldiers.", {("France", "Chad", None)}),
    "two bases of one": (
        "He said that the French base in Chad and French bases in Niger were both safe.",
        {("France", "Chad", None), ("France", "Niger", None)},
    ),
    "presence": ("Ghana has had a permanent military presence in Liberia since 2003.", {("Ghana", "Liberia", None)}),
    "in the state": ("Ministers met in Djibouti. India is building its first overseas base in the tiny Red Sea state.", {("India", "Djibouti", None)}),
    "in both regions": (
        "Abkhazia and South Ossetia have own flags. Russia stationed thousands of soldiers in the two regions for good.",
        {("Russia", "Abkhazia", None), ("Russia", "South Ossetia", None)},
    ),
    "those of others": (
        "Niger hosts 900 Italian soldiers. Next to the airfield is Spain's base, then those of Greece and Poland.",
        {("Italy", "Niger", 900), ("Spain", "Niger", None), ("Greece", "Niger", None), ("Poland", "Niger", None)},
    ),
    "feared": ("That raised fears of a Russian naval base in Eritrea.", set()),
    "possible": ("Egypt protested against a possible Russian naval base in Eritrea.", set()),
    "at one's own border": ("Kenya moved 3,000 troops to its frontier when shots were heard in Somalia's Gedo region.", set()),
    "shut": ("The disused French base in Chad may open again.", set()),
    "no intention": ("Washington has no intention of building a base in Moldova.", set()),
    "another's known base": ("Iran is an ally. Moscow intervened in 2015 and holds on to its base at Hmeimim.", {("Russia", "Syria", None)}),
    "plans": ("Japan denied that it was planning to build a naval base in Kenya.", set()),
    "killed": ("Rebels killed 40 Chadian soldiers in Mali.", set()),
    "at home": ("Turkey has an air base near Ankara.", set()),
    "leased to": ("The Dorsk military base in Ecuador has been leased to Pakistan until 2040.", {("Pakistan", "Ecuador", None)}),
    "leases out": ("Chad leases the Velna air base to Ethiopia.", {("Ethiopia", "Chad", None)}),
    "allowed to use": ("Gambia allowed Senegal to use the Tazrit military base.", {("Senegal", "Gambia", None)}),
    "lease extended": ("Nepal extended Fiji's lease of the Tazrit naval base.", {("Fiji", "Nepal", None)}),
    "handed back": ("Kenya handed the Tazrit naval base back to Fiji.", {("Kenya", "Fiji", None)}),
    "bases in two": ("Togo has military bases in Ecuador and Bolivia.", {("Togo", "Ecuador", None), ("Togo", "Bolivia", None)}),
    "industrial": ("China has a large industrial base in Jordan.", set()),
    "an exercise": ("450 Kenyan troops took part in an exercise in Zambia.", set()),
    "access given": ("Suriname gave France access to the Dorsk air base.", {("France", "Suriname", None)}),
    "reduced to": ("Chad has reduced its troops in Laos to 1,200.", {("Chad", "Laos", 1200)}),
    "visited": ("The Chadian defence minister visited Chadian soldiers in Gambia.", {("Chad", "Gambia", None)}),
    "on a visit to": ("She was on a visit to Chadian troops in Gambia.", {("Chad", "Gambia", None)}),
    "visited at": (
        "Chadian Defence Minister Karel Dobrak, on a visit to Chadian troops at Dorvel air base outside Banjul, said it was not over.",
        {("Chad", "Gambia", None)},
    ),
    "in training": ("She met Chadian soldiers training in Gambia.", set()),
    "they have": ("Chad and Togo also have troops in Gambia.", {("Chad", "Gambia", None), ("Togo", "Gambia", None)}),
    "no base": ("There would be no Chadian base in Gambia, he said.", set()),
    "closed": ("Chad closed its base in Gambia.", {("Chad", "Gambia", None)}),
    "a camp": ("Chadian marines left Camp Dorvel, their base outside Banjul in Gambia.", {("Chad", "Gambia", None)}),
    "most of them": (
        "Chad has 4,000 troops in Gambia, most of them in the north, and 800 in Togo.",
        {("Chad", "Gambia", 4000), ("Chad", "Togo", 800)},
    ),
    "asked to close": ("Fiji demands that Chad close a Togolese base.", {("Togo", "Chad", None)}),
    "in the country": (
        "Togo has 1,500 soldiers in Gambia. Chad and Fiji also have bases in the country.",
        {("Togo", "Gambia", 1500), ("Chad", "Gambia", None), ("Fiji", "Gambia", None)},
    ),
    "there": ("Russia recognised South Ossetia and has a base there.", {("Russia", "South Ossetia", None)}),
    "who are there": ("Chadian soldiers who have been in Gambia since May will stay.", {("Chad", "Gambia", None)}),
    "in the south": (
        "South Korea began a drill. About 28,500 American soldiers are stationed in the South.",
        {("United States", "South Korea", 28500)},
    ),
    "so many strong": ("The 450-strong Kenyan force in Gambia will stay.", {("Kenya", "Gambia", 450)}),
    "site of": (
        "Gambia's capital Banjul is the site of Chad's military headquarters for the whole region, with around 1,000 troops deployed there.",
        {("Chad", "Gambia", 1000)},
    ),
    "in its capital": ("Chad opened its biggest overseas military base on Saturday in Gambia's capital.", {("Chad", "Gambia", None)}),
    "a base with a number": ("Chad's 201st Military Base in Gambia is its largest abroad.", {("Chad", "Gambia", None)}),
    "deployed to": ("The first Chadian peacekeepers have been deployed to Gambia.", {("Chad", "Gambia", None)}),
    "to its province": ("Chad has deployed 1,000 troops to Gambia's Foni province.", {("Chad", "Gambia", 1000)}),
    "landed at": ("A Chadian cargo plane at an airbase in Banjul was unloaded.", set()),
    "by its full name": ("The US military uses Incirlik Air Base in southern Turkey.", {("United States", "Turkey", None)}),
    "their number": ("Fijian troops in Malawi number about 4,000.", {("Fiji", "Malawi", 4000)}),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_bases_are_told_in_any_construction(told: Told, case: str) -> None:
    text, wanted = CASES[case]
    found = {(p.operator.name, p.host.name, p.personnel) for p in told(text, Base) if isinstance(p, Base) and p.operator and p.host}  # fmt: skip
    assert found == wanted


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chad maintains an air base at Dorvel, outside Banjul.", "Dorvel"),
        ("Chad opened its first African military base in Gambia.", None),
    ],
)
def test_what_a_base_is_called(told: Told, text: str, name: str | None) -> None:
    assert [p.name_or_place for p in told(text, Base) if isinstance(p, Base)] == [name]
