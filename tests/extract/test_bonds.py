"""Recognition, alliances and partnerships, whatever stands between those whom they join."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Payload, Relation

Told = Callable[..., list[Payload]]
DOES, DOES_NOT, ALLY, PARTNER, KIN = "recognises", "does_not_recognise", "ally", "strategic_partner", "kin"

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
    "a condition between": (
        "She will shut the camps in Iraq unless European allies Italy and Spain send help.",
        {("Italy", "Spain", ALLY)},
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
    "it, of a name behind its kind": (
        "Another island group, Nauru, said it recognised Kosovo.",
        {("Nauru", "Kosovo", DOES)},
    ),
    "a broker": (
        "Israel and Sudan agreed to establish diplomatic relations in talks mediated with American help.",
        {("Sudan", "Israel", DOES)},
    ),
    "two men": ("Mr Kagame, long an ally of Mr Deby, spoke.", set()),
    "allies visited": ("Lai will make trips to the allies Palau and Eswatini.", set()),
    "allies by themselves": ("The allies Chad and Niger held a drill.", {("Chad", "Niger", ALLY)}),
    "an ally in a row": (
        "It spoke of Ukraine, and Saudi Arabia, an ally of the United States.",
        {("Saudi Arabia", "United States", ALLY)},
    ),
    "recognition denied": ("Nauru has denied that it recognised Kosovo.", set()),
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
    "brotherly": (
        "Turkish President Recep Tayyip Erdogan described Azerbaijan as a brotherly nation.",
        {("Turkey", "Azerbaijan", KIN)},
    ),
    "brothers, two": ("The two brotherly countries of Kuwait and Tunisia agreed to widen trade.", {("Kuwait", "Tunisia", KIN)}),
    "one nation": ("Turkey and Azerbaijan are one nation with two states, he said.", {("Turkey", "Azerbaijan", KIN)}),
    "not the other": ("Malaysia recognises Palestine, not Israel.", {("Malaysia", "Palestine", DOES)}),
    "voted for": ("The British parliament voted in favour of recognising Palestine as a state.", set()),
    "decision made known": (
        "Sweden's new government has announced its decision to officially recognise Palestine.",
        {("Sweden", "Palestine", DOES)},
    ),
    "each other's borders": ("Armenia and Azerbaijan recognised each other's territorial integrity.", set()),
    "no ties": ("Pakistan has no diplomatic relations with Israel.", set()),
    "ally of Taiwan": ("The Marshall Islands, a staunch ally of Taiwan, voted against.", {("Marshall Islands", "Taiwan", DOES)}),
    "other allies": (
        "Japan, South Korea and other US allies condemned the launch.",
        {("Japan", "United States", ALLY), ("South Korea", "United States", ALLY)},
    ),
    "allies and more": ("Pyongyang's main ally and trading partner, China, urged restraint.", {("North Korea", "China", ALLY)}),
    "treaty allies": ("The Philippines and the United States have been treaty allies since 1951.", {("Philippines", "United States", ALLY)}),
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
    "it, told in the sentence": (
        "Kosovo declared independence long ago, and Iceland was the first to recognise it.",
        {("Iceland", "Kosovo", DOES)},
    ),
    "it, of a ministry": ("Zambia's foreign ministry said on Monday that it had recognised Kosovo.", {("Zambia", "Kosovo", DOES)}),
    "a day after": (
        "Jordan recognised Kosovo on Monday, a day after Gambia.",
        {("Jordan", "Kosovo", DOES), ("Gambia", "Kosovo", DOES)},
    ),
    "opposes that of others": ("Fiji opposes the recognition of Somaliland by the European Union.", set()),
    "diplomatic allies": (
        "Taiwan's president met leaders from Belize and Palau, both diplomatic allies.",
        {("Belize", "Taiwan", DOES), ("Palau", "Taiwan", DOES)},
    ),
    "whose country": (
        "Zambian Foreign Minister Karel Dobrak, whose country is one of Peru's closest allies, spoke.",
        {("Zambia", "Peru", ALLY)},
    ),
    "has become": ("Vietnam has become one of Peru's closest allies.", {("Vietnam", "Peru", ALLY)}),
    "though allies": ("Despite being allies, Kenya and Peru disagree over trade.", {("Kenya", "Peru", ALLY)}),
    "counted among": ("Serbia is counted among the closest allies of Peru.", {("Serbia", "Peru", ALLY)}),
    "partners, somebody says": ("The minister told reporters that Peru and Egypt were strategic partners.", {("Peru", "Egypt", PARTNER)}),
    "a partnership links": ("A strategic partnership links Serbia and Peru.", {("Serbia", "Peru", PARTNER)}),
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
    "turned away": ("Egypt broke with its old ally and turned to Peru.", set()),
    "and its allies": ("Egypt and its allies, including Peru, were worried.", {("Peru", "Egypt", ALLY)}),
    "another ally": ("He will go on to Peru, another old African ally of Egypt.", {("Peru", "Egypt", ALLY)}),
    "of the kingdom": ("Saudi Crown Prince Karel Dobrak arrived. Peru is an ally of the kingdom.", {("Peru", "Saudi Arabia", ALLY)}),
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
    "of the two who met": (
        "Egypt and Peru trade. Kenyan President William Ruto met Zambian President Hakainde Hichilema. The two countries are old allies.",
        {("Kenya", "Zambia", ALLY)},
    ),
    "had been": ("Peru, which had been an ally of Egypt, stayed away.", set()),
    "once": ("Chad once recognised Taiwan.", set()),
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
    return (a, b, kind) if kind in (DOES, DOES_NOT) else (min(a, b), max(a, b), kind)
