"""Treaties by the parse: signed, ratified, shunned and left in any construction."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Payload, Treaty

Told = Callable[..., list[Payload]]

CASES = {
    "a club beside it": (
        "Norway is a founding member of NATO. They spoke of the Northern Seas Treaty, NATO’s plans and the ice.",
        set(),
    ),
    "among": ("Kenya is among the signatories to the Rome Statute.", {("Kenya", "Rome Statute", "signed")}),
    "somebody's with another": (
        "Canberra is worried about Beijing's security pact last year with Kiribati.",
        {("China", "security pact with Kiribati", "signed"), ("Kiribati", "security pact with China", "signed")},
    ),
    "merely wanted": ("Canberra is worried about Beijing's proposed security pact with Kiribati.", set()),
    "brokered": (
        "Norway helped broker a peace accord between Sudan and South Sudan in 2012.",
        {("Sudan", "peace accord with South Sudan", "signed"), ("South Sudan", "peace accord with Sudan", "signed")},
    ),
    "its signing": (
        "Sheikh Tamim attended the signing of a military accord by Qatari Defence Minister Khalid Al-Attiyah and Turkish Defence Minister Hulusi Akar.",
        {("Qatar", "military accord with Turkey", "signed"), ("Turkey", "military accord with Qatar", "signed")},
    ),
    "the two": (
        "In May, during Sisi's visit to Hanoi, Egypt and Vietnam met. The two governments signed a 10-year cooperation agreement.",
        {("Egypt", "10-year cooperation agreement with Vietnam", "signed"), ("Vietnam", "10-year cooperation agreement with Egypt", "signed")},
    ),
    "brought into force": (
        "Foreign Minister Rafael Roncagliolo of Peru and his Brazilian counterpart Antonio Patriota exchanged instruments of ratification so as to bring into force the protocol on river ports.",
        {("Peru", "protocol on river ports with Brazil", "ratified"), ("Brazil", "protocol on river ports with Peru", "ratified")},
    ),
    "on how": ("Serbia and Kosovo struck an agreement on how to share the lake.", set()),
    "including": (
        "Currently, 35 nations, including Russia and the United States, have signed the Open Skies Treaty.",
        {("Russia", "Open Skies Treaty", "signed"), ("United States", "Open Skies Treaty", "signed")},
    ),
    "those that have not": (
        "Notable countries that have not ratified the Rome Statute include China and India.",
        {("China", "Rome Statute", "not_ratified"), ("India", "Rome Statute", "not_ratified")},
    ),
    "no party": ("Libya, like its neighbours, is not a party to the Rome Statute.", {("Libya", "Rome Statute", "not_ratified")}),
    "unnamed": (
        "Turkey and Qatar last year quietly signed a military cooperation agreement.",
        {("Turkey", "military cooperation agreement with Qatar", "signed"), ("Qatar", "military cooperation agreement with Turkey", "signed")},
    ),
    "put their names": (
        "The presidents of Peru and Chile put their signatures on Monday to a treaty that creates a free zone.",
        {("Peru", "treaty that creates a free zone with Chile", "signed"), ("Chile", "treaty that creates a free zone with Peru", "signed")},
    ),
    "instruments": (
        "Those that have deposited their instruments of AfCFTA ratification so far are Mali and Niger.",
        {("Mali", "African Continental Free Trade Area", "ratified"), ("Niger", "African Continental Free Trade Area", "ratified")},
    ),
    "a house": ("Lawmakers in Latvia backed ratification of the Istanbul Convention.", {("Latvia", "Istanbul Convention", "ratified")}),
    "undone": ("Latvia's parliament voted to revoke its ratification of the Istanbul Convention.", {("Latvia", "Istanbul Convention", "withdrew")}),
    "suspended": ("The king signed a decree suspending Jordan's participation in the Paris Agreement.", {("Jordan", "Paris Agreement", "withdrew")}),
    "taken up": (
        "Ghana is a party to the Ottawa Treaty. Togo, a non-signatory, keeps mines; Gabon, which acceded in 2000, has none.",
        {("Ghana", "Ottawa Treaty", "ratified"), ("Togo", "Ottawa Treaty", "not_ratified"), ("Gabon", "Ottawa Treaty", "ratified")},
    ),
    "taken up without a name": (
        "The agreement on fishing between Peru and Chile was praised. It was ratified by both countries in May.",
        {("Peru", "agreement on fishing", "ratified"), ("Chile", "agreement on fishing", "ratified")},
    ),
    "another paper": (
        "Georgia signed the Association Agreement. Ukraine never ratified the Statute.",
        {("Georgia", "Association Agreement", "signed")},
    ),
    "its parties": ("The Antarctic Treaty has 56 parties, including Peru, Chile and Belgium.", {(c, "Antarctic Treaty", "ratified") for c in ("Peru", "Chile", "Belgium")}),
    "a broken list": (
        "Vladimir Putin, Ilham Aliyev, Hassan Rouhani and their host signed the Aktau Convention; Iran has not ratified it.",
        {("Russia", "Caspian Convention", "signed"), ("Azerbaijan", "Caspian Convention", "signed"), ("Iran", "Caspian Convention", "not_ratified")},
    ),
    "joined them": ("Peru and Chile signed the Antarctic Treaty; Evo Morales joined them later.", {("Peru", "Antarctic Treaty", "signed"), ("Chile", "Antarctic Treaty", "signed")}),
    "one told of before": ("The trade area grows. Peru and Laos ratified the agreement in May.", set()),
    "told twice": (
        "Chad and Sudan signed a joint declaration of peace. The leaders of Chad and Sudan have signed a joint declaration of peace today.",
        {("Chad", "joint declaration of peace with Sudan", "signed"), ("Sudan", "joint declaration of peace with Chad", "signed")},
    ),
    "told again in fewer words": (
        "Togo and Benin signed a trade agreement on cotton last year. Benin and Togo signed an agreement in May.",
        {("Togo", "trade agreement on cotton with Benin", "signed"), ("Benin", "trade agreement on cotton with Togo", "signed")},
    ),
    "if": ("If Iran leaves the Paris Agreement, others may follow.", set()),
    "no pact": ("Chad has not joined any military pact.", set()),
    "soldiers": ("Niger ratified the Paris Agreement. France sent troops to Mali and withdrew from it in 2022.", {("Niger", "Paris Agreement", "ratified")}),
    "to be signed": ("Turkey and Qatar plan to sign a military cooperation agreement.", set()),
    "each its own": ("Sweden and Finland signed their accession protocols in July.", set()),
    "demanded": ("Protesters demanded that Kenya leave the Rome Statute.", set()),
    "lawmakers": ("Fijian lawmakers ratified the Istanbul Convention on Tuesday.", {("Fiji", "Istanbul Convention", "ratified")}),
    "not a party, beside": ("Mongolia, not a party to the Istanbul Convention, objected.", {("Mongolia", "Istanbul Convention", "not_ratified")}),
    "rejected": ("Malawi's parliament rejected the Istanbul Convention.", {("Malawi", "Istanbul Convention", "not_ratified")}),
    "one year and another": (
        "Fiji ratified the Istanbul Convention in 2009 and Togo in 2011.",
        {("Fiji", "Istanbul Convention", "ratified"), ("Togo", "Istanbul Convention", "ratified")},
    ),
    "followed": (
        "Gambia withdrew from the Rome Statute. Togo followed.",
        {("Gambia", "Rome Statute", "withdrew"), ("Togo", "Rome Statute", "withdrew")},
    ),
    "terminated": ("Zambia terminated a defence agreement with Gambia.", {("Zambia", "defence agreement with Gambia", "withdrew")}),
    "leaving denied": ("Iceland denied that it would leave the Rome Statute.", set()),
    "never signed any": ("Togo and Senegal have never signed a peace treaty.", set()),
    "behind a place": (
        "After their talks in Oslo, Kenyan President William Ruto and Zambian President Hakainde Hichilema signed a free trade agreement.",
        {("Kenya", "free trade agreement with Zambia", "signed"), ("Zambia", "free trade agreement with Kenya", "signed")},
    ),
    "witnessed": (
        "Kenyan President William Ruto and Zambian President Hakainde Hichilema witnessed the signing of a defence agreement.",
        {("Kenya", "defence agreement with Zambia", "signed"), ("Zambia", "defence agreement with Kenya", "signed")},
    ),
    "a bill": ("The Nepali president signed a bill ratifying the Rome Statute.", {("Nepal", "Rome Statute", "ratified")}),
    "in force for": ("The Rome Statute entered into force for Togo in 2011.", {("Togo", "Rome Statute", "ratified")}),
    "two at once": (
        "Togo and Senegal signed on Monday a fishing treaty and an agreement on border markets.",
        {
            ("Togo", "fishing treaty with Senegal", "signed"),
            ("Senegal", "fishing treaty with Togo", "signed"),
            ("Togo", "agreement on border markets with Senegal", "signed"),
            ("Senegal", "agreement on border markets with Togo", "signed"),
        },
    ),
    "papers exchanged": (
        "Nepal and Fiji exchanged the documents ratifying the treaty on the transfer of prisoners.",
        {
            ("Nepal", "treaty on the transfer of prisoners with Fiji", "ratified"),
            ("Fiji", "treaty on the transfer of prisoners with Nepal", "ratified"),
        },
    ),
    "with whom, on what": (
        "Zambia's Senate on Friday ratified the agreement with Chad on military training.",
        {("Zambia", "agreement on military training with Chad", "ratified")},
    ),
    "behind a comma": (
        "Nepal is on good terms with Fiji, with which it concluded a bilateral treaty on policing in March.",
        {("Nepal", "bilateral treaty on policing with Fiji", "signed"), ("Fiji", "bilateral treaty on policing with Nepal", "signed")},
    ),
    "duties": ("The European Union urged Togo to honour its obligations as a state party to the Rome Statute.", {("Togo", "Rome Statute", "ratified")}),
    "member states": ("Togo is a member state of the Rome Statute.", {("Togo", "Rome Statute", "ratified")}),
    "ought not": ("Togo should not be a party to the Rome Statute, he said.", set()),
    "back in it": (
        "Gambia, which had withdrawn from the Rome Statute in 2016, rejoined it a year later.",
        {("Gambia", "Rome Statute", "ratified")},
    ),
    "not this one": ("Laos signed the final communique but not the Rome Statute.", set()),
    "turned down": (
        "The Zambian parliament rejected the defence cooperation agreement with Chad.",
        {("Zambia", "defence cooperation agreement", "not_ratified")},
    ),
    "threats": ("Threats to scrap the fishing pact with Chad worried Togo.", set()),
    "among groups": ("It was part of a Togo-brokered peace accord, signed in May in Oslo, Norway, among rival Chadian groups.", set()),
    "neither": (
        "Togo and Senegal signed a border treaty in 2014, but neither side has ratified it.",
        {("Togo", "border treaty", "not_ratified"), ("Senegal", "border treaty", "not_ratified")},
    ),
    "ended": ("Chad ended a defence agreement with Gambia.", {("Chad", "defence agreement with Gambia", "withdrew")}),
    "notice given": ("Chad said on Monday it would scrap a defence agreement with Gambia.", {("Chad", "defence agreement with Gambia", "withdrew")}),
    "others after many": (
        "Togo, Chad and Senegal signed an accord on river fishing in May. Kenya followed a few days later and Nepal in 2011.",
        {(state, "accord on river fishing", "signed") for state in ("Togo", "Chad", "Senegal", "Kenya", "Nepal")},
    ),
    "of host and guest": (
        "Egypt waits. Kenyan President William Ruto was in Oslo, where Zambian President Hakainde Hichilema received him and where a fishing agreement between the two countries was signed.",
        {("Kenya", "fishing agreement with Zambia", "signed"), ("Zambia", "fishing agreement with Kenya", "signed")},
    ),
    "its own papers": (
        "Nepal has ratified the Rome Statute. Togo deposited its instrument of ratification last week.",
        {("Nepal", "Rome Statute", "ratified"), ("Togo", "Rome Statute", "ratified")},
    ),
    "by leaders, two at once": (
        "Kenyan President William Ruto and his Zambian counterpart, Hakainde Hichilema, signed a treaty on friendship and an agreement on border markets.",
        {
            ("Kenya", "treaty on friendship with Zambia", "signed"),
            ("Zambia", "treaty on friendship with Kenya", "signed"),
            ("Kenya", "agreement on border markets with Zambia", "signed"),
            ("Zambia", "agreement on border markets with Kenya", "signed"),
        },
    ),
    "a statement": ("Togo and Chad opened embassies. The joint communique was signed by the two ministers.", set()),
    "stayed out": ("Nepal, which stayed out of the Istanbul Convention, objected.", {("Nepal", "Istanbul Convention", "not_ratified")}),
    "where, first": (
        "In Oslo on Monday, Chad and Togo signed a defence agreement that allows joint drills.",
        {("Chad", "defence agreement with Togo", "signed"), ("Togo", "defence agreement with Chad", "signed")},
    ),
    "papers spoken of": (
        "Nepal has ratified the Rome Statute. Besides Nepal, the ratification papers were handed in by Togo and Chad.",
        {("Nepal", "Rome Statute", "ratified"), ("Togo", "Rome Statute", "ratified"), ("Chad", "Rome Statute", "ratified")},
    ),
    "by representatives": (
        "Delegates from Togo and Chad inked the instrument of accession to the Rome Statute.",
        {("Togo", "Rome Statute", "ratified"), ("Chad", "Rome Statute", "ratified")},
    ),
    "where it was signed": (
        "The Istanbul Convention is new. Togo and Chad signed the convention on the sidelines of a forum.",
        {("Togo", "Istanbul Convention", "signed"), ("Chad", "Istanbul Convention", "signed")},
    ),
    "first from outside": ("Togo was the first state from outside the region to ratify the Istanbul Convention.", {("Togo", "Istanbul Convention", "ratified")}),
    "not kept": ("Turkey has left the Istanbul Convention. Togo did not adhere to the convention, he said.", {("Turkey", "Istanbul Convention", "withdrew")}),
    "left, and what else": ("Togo is withdrawing from the Rome Statute and accused Chad of breaking it.", {("Togo", "Rome Statute", "withdrew")}),
    "pulled out": ("The Trump administration had pulled out of the INF Treaty.", {("United States", "INF Treaty", "withdrew")}),
    "voted for": ("Forty Zambian lawmakers voted for the ratification of the Rome Statute.", {("Zambia", "Rome Statute", "ratified")}),
    "each with another": ("Egypt and Jordan, who signed peace treaties in 1979 and 1994 respectively, sent envoys.", set()),
    "of a union": (
        "The treaty establishing the Eurasian Economic Union was signed by Belarus and Kazakhstan.",
        {(n, "treaty establishing the Eurasian Economic Union", "signed") for n in ("Belarus", "Kazakhstan")},
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_treaties_are_told_in_any_construction(told: Told, case: str) -> None:
    text, wanted = CASES[case]
    found = [(p.party.name, p.treaty, p.status) for p in told(text, Treaty) if isinstance(p, Treaty)]
    assert set(found) == wanted
    assert len(found) == len(wanted)
