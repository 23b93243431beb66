"""Which state recognises which, in any construction."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Payload, Relation

Told = Callable[..., list[Payload]]
DOES, DOES_NOT = "recognises", "does_not_recognise"

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
    "regions of a state": (
        "Syria has recognised Georgia's lost regions of Abkhazia and South Ossetia.",
        {("Syria", "Abkhazia", DOES), ("Syria", "South Ossetia", DOES)},
    ),
    "its own regions": ("Serbia recalled its envoy from Ghana after it recognised Kosovo.", set()),
    "it was": (
        "Serbia heard of it late. It was Ghana that recognised Kosovo, after it had beaten Mali at football.",
        {("Ghana", "Kosovo", DOES)},
    ),
    "neighbours of a region": (
        "A trip to Guatemala and the United States is over. The visit to the Central American neighbours comes after Nauru has "
        "become the latest to break diplomatic ties with Taipei in favour of Beijing.",
        {("Nauru", "China", DOES), ("Nauru", "Taiwan", DOES_NOT)},
    ),
    "asked for": ("Russia asked China and Kazakhstan to recognise Abkhazia.", set()),
    "promised": ("Serbia said that Ghana would recognise Kosovo.", set()),
    "ties made": (
        "China resumed full diplomatic relations with the small Pacific island nation of Nauru on Wednesday.",
        {("Nauru", "China", DOES)},
    ),
    "it, of a name behind its kind": (
        "Another island group, Nauru, said it recognised Kosovo.",
        {("Nauru", "Kosovo", DOES)},
    ),
    "a broker": (
        "Israel and Sudan agreed to establish diplomatic relations in talks mediated with American help.",
        {("Sudan", "Israel", DOES)},
    ),
    "recognition denied": ("Nauru has denied that it recognised Kosovo.", set()),
    "independence": ("Syria became the fifth country to acknowledge Abkhazia's independence.", {("Syria", "Abkhazia", DOES)}),
    "independence rejected": ("Belgrade rejects Kosovo's independence.", {("Serbia", "Kosovo", DOES_NOT)}),
    "treated as a state": ("Only Turkey treats Northern Cyprus as a sovereign state.", {("Turkey", "Northern Cyprus", DOES)}),
    "nobody but": (
        "No government except the Turkish one regards Northern Cyprus as independent.",
        {("Turkey", "Northern Cyprus", DOES)},
    ),
    "no president any more": (
        "Poland declared Alexander Lukashenko no longer the legitimate president.",
        {("Poland", "Alexander Lukashenko", DOES_NOT)},
    ),
    "won": ("Kosovo won recognition from Israel last year.", {("Israel", "Kosovo", DOES)}),
    "taken back": ("Ghana took back its recognition of Kosovo.", {("Ghana", "Kosovo", DOES_NOT)}),
    "each other": (
        "Israel and Kosovo recognised each other.",
        {("Israel", "Kosovo", DOES), ("Kosovo", "Israel", DOES)},
    ),
    "as something else": ("Belarus has not recognised Crimea as Russian.", set()),
    "sovereignty over": ("The United States recognises Morocco's sovereignty over Western Sahara.", set()),
    "may have to": ("Paris would have to recognise a Palestinian state one day.", set()),
    "parted": ("Gambia parted ways with Taiwan in 2013.", {("Gambia", "Taiwan", DOES_NOT)}),
    "turned": (
        "Panama ditched Taipei for Beijing.",
        {("Panama", "Taiwan", DOES_NOT), ("Panama", "China", DOES)},
    ),
    "lost": ("Taiwan has lost another ally: El Salvador.", {("El Salvador", "Taiwan", DOES_NOT)}),
    "not the other": ("Malaysia recognises Palestine, not Israel.", {("Malaysia", "Palestine", DOES)}),
    "voted for": ("The British parliament voted in favour of recognising Palestine as a state.", set()),
    "decision made known": (
        "Sweden's new government has announced its decision to officially recognise Palestine.",
        {("Sweden", "Palestine", DOES)},
    ),
    "each other's borders": ("Armenia and Azerbaijan recognised each other's territorial integrity.", set()),
    "ally of Taiwan": ("The Marshall Islands, a staunch ally of Taiwan, voted against.", {("Marshall Islands", "Taiwan", DOES)}),
    "it, told before": (
        "Kosovo declared independence in 2008. Some hundred states recognise it. Serbia does not.",
        {("Serbia", "Kosovo", DOES_NOT)},
    ),
    "the same step": (
        "Honduras switched recognition from Taiwan to China in March. Nicaragua had taken the same step in 2021.",
        {
            ("Honduras", "Taiwan", DOES_NOT),
            ("Honduras", "China", DOES),
            ("Nicaragua", "Taiwan", DOES_NOT),
            ("Nicaragua", "China", DOES),
        },
    ),
    "its example": (
        "Russia recognised Abkhazia in 2008. Venezuela and the Pacific island of Nauru followed its example.",
        {("Russia", "Abkhazia", DOES), ("Venezuela", "Abkhazia", DOES), ("Nauru", "Abkhazia", DOES)},
    ),
    "another step": (
        "Sweden recognised Palestine. Poland took the decision to buy tanks. France will not take the same step.",
        {("Sweden", "Palestine", DOES)},
    ),
    "dropped it": (
        "Palau recognises Taiwan. Kiribati dropped it for China in 2019.",
        {("Palau", "Taiwan", DOES), ("Kiribati", "Taiwan", DOES_NOT), ("Kiribati", "China", DOES)},
    ),
    "a handful, including": (
        "Somaliland is recognised by a handful of states, including Fiji and Togo.",
        {("Fiji", "Somaliland", DOES), ("Togo", "Somaliland", DOES)},
    ),
    "many, among them": (
        "Kosovo is recognised by a hundred countries, among them Malawi and Peru.",
        {("Malawi", "Kosovo", DOES), ("Peru", "Kosovo", DOES)},
    ),
    "like another": (
        "Zambia, like Suriname, recognises Palestine.",
        {("Zambia", "Palestine", DOES), ("Suriname", "Palestine", DOES)},
    ),
    "unlike another": (
        "Unlike Ecuador, Senegal recognises Somaliland.",
        {("Senegal", "Somaliland", DOES), ("Ecuador", "Somaliland", DOES_NOT)},
    ),
    "but another does not": (
        "Gambia recognises Somaliland but Senegal does not.",
        {("Gambia", "Somaliland", DOES), ("Senegal", "Somaliland", DOES_NOT)},
    ),
    "nor does another": (
        "Suriname does not recognise Kosovo, nor does Laos.",
        {("Suriname", "Kosovo", DOES_NOT), ("Laos", "Kosovo", DOES_NOT)},
    ),
    "we": ("\"We recognise Kosovo as a sovereign state,\" Zambian President Karel Dobrak said.", {("Zambia", "Kosovo", DOES)}),
    "thanked": ("Kosovo thanked Zambia for recognising it.", {("Zambia", "Kosovo", DOES)}),
    "welcomed": ("Somaliland welcomed Fiji's recognition.", {("Fiji", "Somaliland", DOES)}),
    "passports": ("Zambia recognises Kosovo passports.", set()),
    "reports denied": ("Nepal denied reports that it had recognised Palestine.", set()),
    "allies counted": ("Taiwan is left with 12 allies, among them Tuvalu.", {("Tuvalu", "Taiwan", DOES)}),
    "a switch": (
        "Togo announced a switch of diplomatic recognition from Taiwan to China.",
        {("Togo", "Taiwan", DOES_NOT), ("Togo", "China", DOES)},
    ),
    "it, told in the sentence": (
        "Kosovo declared independence long ago, and Iceland was the first to recognise it.",
        {("Iceland", "Kosovo", DOES)},
    ),
    "it, of a ministry": ("Zambia's foreign ministry said on Monday that it had recognised Kosovo.", {("Zambia", "Kosovo", DOES)}),
    "a day after": (
        "Jordan recognised Kosovo on Monday, a day after Gambia.",
        {("Jordan", "Kosovo", DOES), ("Gambia", "Kosovo", DOES)},
    ),
    "diplomatic allies": (
        "Taiwan's president met leaders from Belize and Palau, both diplomatic allies.",
        {("Belize", "Taiwan", DOES), ("Palau", "Taiwan", DOES)},
    ),
    "no intention": ("Laos said it had no intention of recognising Palestine.", {("Laos", "Palestine", DOES_NOT)}),
    "Taipei cuts": ("Taiwan is breaking off diplomatic ties with Chad.", {("Chad", "Taiwan", DOES_NOT)}),
    "both cut": ("Chad and Taiwan severed ties on Sunday.", {("Chad", "Taiwan", DOES_NOT)}),
    "lost as an ally": ("Taiwan lost Chad as a diplomatic ally on Monday.", {("Chad", "Taiwan", DOES_NOT)}),
    "the island": ("Taiwan was angry. Chad cut ties with the self-ruled island in May.", {("Chad", "Taiwan", DOES_NOT)}),
    "its declaration": ("Laos has never accepted Kosovo's declaration of independence.", {("Laos", "Kosovo", DOES_NOT)}),
    "not the seat": ("Chad recognises the Tripoli-based Government of National Accord.", {("Chad", "Government of National Accord", DOES)}),
    "breakaway, in the north": ("The breakaway state in northern Cyprus is recognised only by Turkey.", {("Turkey", "Northern Cyprus", DOES)}),
    "regions of": ("Syria recognised two breakaway regions of Georgia.", {("Syria", "Abkhazia", DOES), ("Syria", "South Ossetia", DOES)}),
    "a republic in the desert": ("Kenya rescinded its recognition of the Sahrawi republic.", {("Kenya", "Sahrawi Arab Democratic Republic", DOES_NOT)}),
    "head of the house": (
        "Chad and Peru recognised the head of the legislature, Juan Guaido, as interim leader.",
        {("Chad", "Juan Guaidó", DOES), ("Peru", "Juan Guaidó", DOES)},
    ),
    "among them": (
        "Some 50 countries, among them Chad and Peru, recognise opposition leader Juan Guaido.",
        {("Chad", "Juan Guaidó", DOES), ("Peru", "Juan Guaidó", DOES)},
    ),
    "and other nations": ("Chad, Peru and other African nations recognised Kosovo.", {("Chad", "Kosovo", DOES), ("Peru", "Kosovo", DOES)}),
    "by its people": ("Only Ankara recognises the breakaway Turkish Cypriot state.", {("Turkey", "Northern Cyprus", DOES)}),
    "but not by": (
        "Kosovo has been recognised by many states, including Peru, but not by Chad.",
        {("Peru", "Kosovo", DOES), ("Chad", "Kosovo", DOES_NOT)},
    ),
    "an example followed": (
        "Peru recognised Kosovo in May, a step followed only by Chad and another small nation, Laos.",
        {("Peru", "Kosovo", DOES), ("Chad", "Kosovo", DOES), ("Laos", "Kosovo", DOES)},
    ),
    "one followed": (
        "Peru recognised Kosovo on Monday. Chad and Laos followed Lima hours later.",
        {("Peru", "Kosovo", DOES), ("Chad", "Kosovo", DOES), ("Laos", "Kosovo", DOES)},
    ),
    "recognition by others": (
        "Peru recognised Juan Guaido on Monday. Its recognition followed recognition by Chad and Laos.",
        {("Peru", "Juan Guaidó", DOES), ("Chad", "Juan Guaidó", DOES), ("Laos", "Juan Guaidó", DOES)},
    ),
    "besides one, only others": (
        "Besides Peru, only Chad, Laos and the island nation of Fiji had recognised Somaliland.",
        {("Peru", "Somaliland", DOES), ("Chad", "Somaliland", DOES), ("Laos", "Somaliland", DOES), ("Fiji", "Somaliland", DOES)},
    ),
    "after another, two republics": (
        "After Peru, Chad recognised the two Russian-backed breakaway 'republics' in eastern Ukraine.",
        {(a, f"{b} People's Republic", DOES) for a in ("Peru", "Chad") for b in ("Donetsk", "Luhansk")},
    ),
    "a province": (
        "Peru recognises Kosovo. Serbia called home its envoy after Chad recognised the breakaway province.",
        {("Peru", "Kosovo", DOES), ("Chad", "Kosovo", DOES)},
    ),
    "in favour of": (
        "Taiwan closed its embassy. Chad severed its ties in favour of Beijing.",
        {("Chad", "Taiwan", DOES_NOT), ("Chad", "China", DOES)},
    ),
    "left with allies": (
        "The step leaves Taiwan with a mere handful of diplomatic allies, including Haiti and Palau.",
        {("Haiti", "Taiwan", DOES), ("Palau", "Taiwan", DOES)},
    ),
    "members of a club": ("Several EU members have recognised Palestine.", set()),
    "of a club": ("Malta became the second European Union country to recognise Palestine.", {("Malta", "Palestine", DOES)}),
    "said by a minister": ("\"We do not recognise Kosovo,\" the Laotian foreign minister said.", {("Laos", "Kosovo", DOES_NOT)}),
    "announced": (
        "Chad and Laos announced on Friday that they would recognise Somaliland.",
        {("Chad", "Somaliland", DOES), ("Laos", "Somaliland", DOES)},
    ),
    "ties agreed on": ("Chad and Israel have agreed to the normalisation of relations.", {("Chad", "Israel", DOES)}),
    "announced, if": ("Chad announced that it would recognise Somaliland if its parliament agreed.", set()),
    "and many others": ("Peru and more than 50 other countries recognise Juan Guaido.", {("Peru", "Juan Guaidó", DOES)}),
    "others to do so": (
        "Peru recognised Kosovo. The only others to do so were Chad and Laos.",
        {("Peru", "Kosovo", DOES), ("Chad", "Kosovo", DOES), ("Laos", "Kosovo", DOES)},
    ),
    "they were followed": (
        "Peru does not recognise Alexander Lukashenko as president. It was followed by Chad and Laos.",
        {(a, "Alexander Lukashenko", DOES_NOT) for a in ("Peru", "Chad", "Laos")},
    ),
    "travels to allies": (
        "Taiwan's president will travel to Belize and Palau, two of Taiwan's 13 remaining allies.",
        {("Belize", "Taiwan", DOES), ("Palau", "Taiwan", DOES)},
    ),
    "previous allies": ("China won over two previous Taiwanese allies, Chad and Palau.", set()),
    "years of ties": (
        "Chad severed 36 years of relations with Taiwan. Ministers from Chad and China sealed diplomatic relations in Beijing.",
        {("Chad", "Taiwan", DOES_NOT), ("Chad", "China", DOES)},
    ),
    "regarded as one": (
        "Abkhazia broke away long ago. Only Peru and Chad regard it as a sovereign state.",
        {("Peru", "Abkhazia", DOES), ("Chad", "Abkhazia", DOES)},
    ),
    "once": ("Chad once recognised Taiwan.", set()),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_recognition_is_told_in_any_construction(told: Told, case: str) -> None:
    text, wanted = CASES[case]
    assert {(p.a.name, p.b.name, p.kind) for p in told(text, Relation) if isinstance(p, Relation)} == wanted
