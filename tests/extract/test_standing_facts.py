"""Bases, borders, treaties, warrants, attacks, arms and relations, as phrases state them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any

import pytest

from summitry.graph.claims import ArmsSupply, Base, Border, MilitaryAction, Payload, Relation, Treaty, Warrant

Told = Callable[..., list[Payload]]


def _row(payload: Any) -> tuple[object, ...]:
    """The payload's slots, entities by name, without those that are unsaid."""
    slots = (getattr(payload, f.name) for f in fields(payload))
    return tuple(s.name if hasattr(s, "key") else s for s in slots if s is not None)


CASES: dict[str, tuple[type[Payload], str, set[tuple[object, ...]]]] = {
    "base": (Base, "Russia keeps a naval base in Tartus, Syria.", {("Russia", "Syria", "Tartus")}),
    "base of some": (Base, "Some 2,000 American soldiers are stationed in Jordan.", {("United States", "Jordan", 2000)}),
    "bases in turn": (
        Base,
        "Djibouti is small. France stations 1,400 soldiers there; Japan has had a base beside the airport since 2011.",
        {("France", "Djibouti", 1400), ("Japan", "Djibouti")},
    ),
    "base where": (Base, "Tajikistan, where Russia keeps its 201st military base, is poor.", {("Russia", "Tajikistan", "201st military base")}),
    "base that is hosted": (Base, "Bahrain is home to the US Navy's Fifth Fleet.", {("United States", "Bahrain")}),
    "bases in a row": (
        Base,
        "Russia runs bases in Tajikistan, at Kant in Kyrgyzstan and in Syria.",
        {("Russia", "Tajikistan"), ("Russia", "Kyrgyzstan", "Kant"), ("Russia", "Syria")},
    ),
    "troops here and there": (
        Base,
        "The United States keeps some 28,000 troops in South Korea and about 50,000 in Japan.",
        {("United States", "South Korea", 28000), ("United States", "Japan", 50000)},
    ),
    "hosts of troops": (
        Base,
        "Saudi Arabia and Kuwait host US troops.",
        {("United States", "Saudi Arabia"), ("United States", "Kuwait")},
    ),
    "border": (Border, "Finland shares a 1,340-km border with Russia.", {("Finland", "Russia", 1340.0)}),
    "border in miles": (Border, "The frontier between Chile and Bolivia is 500 miles long.", {("Chile", "Bolivia", 804.7)}),
    "border of it": (
        Border,
        "Pakistan shares a border of 2,670 km with Afghanistan. China's is only 76 km.",
        {("Pakistan", "Afghanistan", 2670.0), ("China", "Afghanistan", 76.0)},
    ),
    "treaty": (Treaty, "Mongolia ratified the Rome Statute in 2002.", {("Mongolia", "Rome Statute", "ratified")}),
    "treaty not": (
        Treaty,
        "Sudan signed the Rome Statute but has not ratified it, and neither has Russia.",
        {("Sudan", "Rome Statute", "not_ratified"), ("Russia", "Rome Statute", "not_ratified")},
    ),
    "treaty of neither": (
        Treaty,
        "Neither China nor India is party to the Rome Statute.",
        {("China", "Rome Statute", "not_ratified"), ("India", "Rome Statute", "not_ratified")},
    ),
    "treaty left": (Treaty, "The United States pulled out of the Paris Agreement.", {("United States", "Paris Agreement", "withdrew")}),
    "treaty by parliament": (Treaty, "Armenia's parliament ratified the Rome Statute.", {("Armenia", "Rome Statute", "ratified")}),
    "treaty taken up": (
        Treaty,
        "Russia left the Open Skies Treaty. Kyrgyzstan signed but never ratified it.",
        {("Russia", "Open Skies Treaty", "withdrew"), ("Kyrgyzstan", "Open Skies Treaty", "not_ratified")},
    ),
    "treaty with an acronym": (
        Treaty,
        "The Nile Cooperation Agreement (NCA) is old. Kenya has not ratified the NCA.",
        {("Kenya", "Nile Cooperation Agreement", "not_ratified")},
    ),
    "treaty without a name": (
        Treaty,
        "A border treaty with Chile was signed by nobody; Peru and Bolivia signed a border treaty.",
        {("Peru", "border treaty with Bolivia", "signed"), ("Bolivia", "border treaty with Peru", "signed")},
    ),
    "treaty of two sides": (
        Treaty,
        "The Chile-Peru border treaty was signed in Lima; an extradition treaty between Kenya and Ghana, signed in May, is new.",
        {
            ("Chile", "border treaty with Peru", "signed"),
            ("Peru", "border treaty with Chile", "signed"),
            ("Kenya", "extradition treaty with Ghana", "signed"),
            ("Ghana", "extradition treaty with Kenya", "signed"),
        },
    ),
    "treaty in several steps": (
        Treaty,
        "Kenya signed the Rome Statute in 1999 and ratified it in 2005. Burundi, also a State Party to the Rome Statute, took back its signature.",
        {("Kenya", "Rome Statute", "ratified"), ("Burundi", "Rome Statute", "withdrew")},
    ),
    "treaty not yet": (
        Treaty,
        "Sudan's parliament has yet to ratify the accord on a naval centre.",
        {("Sudan", "accord on a naval centre", "not_ratified")},
    ),
    "warrant": (
        Warrant,
        "Vladimir Putin, for whom the International Criminal Court issued a warrant in March, stayed at home.",
        {("ICC", "Vladimir Putin", "2022-03")},
    ),
    "warrants": (
        Warrant,
        "The International Criminal Court issued warrants against Omar al-Bashir in March 2009 and July 2010.",
        {("ICC", "Omar al-Bashir", "2009-03"), ("ICC", "Omar al-Bashir", "2010-07")},
    ),
    "a second warrant": (
        Warrant,
        "The International Criminal Court issued a warrant for Omar al-Bashir in March 2009 and a second one in July 2010.",
        {("ICC", "Omar al-Bashir", "2009-03"), ("ICC", "Omar al-Bashir", "2010-07")},
    ),
    "a second, later": (
        Warrant,
        "The International Criminal Court issued a warrant for Omar al-Bashir in March 2009. A second, for genocide, followed in July 2010.",
        {("ICC", "Omar al-Bashir", "2009-03"), ("ICC", "Omar al-Bashir", "2010-07")},
    ),
    "faces one": (
        Warrant,
        "The ICC opened a case. Omar al-Bashir faces a warrant issued in 2009.",
        {("ICC", "Omar al-Bashir", "2009")},
    ),
    "attack by several": (
        MilitaryAction,
        "They regretted the air strikes on Libya by France and Britain, which started on March 19, 2011.",
        {("France", "Libya", "2011-03-19"), ("United Kingdom", "Libya", "2011-03-19")},
    ),
    "attack on whom": (
        MilitaryAction,
        "It was her first visit to Ukraine since Russian troops invaded in February 2022.",
        {("Russia", "Ukraine", "2022-02")},
    ),
    "attack": (MilitaryAction, "Russia attacked Georgia in August 2008.", {("Russia", "Georgia", "2008-08")}),
    "attack on a region": (MilitaryAction, "Russia annexed Crimea in March 2014.", {("Russia", "Ukraine", "2014-03")}),
    "attack dated later": (
        MilitaryAction,
        "Russia's invasion of Ukraine goes on. It is his first trip since the start of the war in February.",
        {("Russia", "Ukraine", "2022-02")},
    ),
    "arms": (ArmsSupply, "Germany will send Leopard 2 tanks to Ukraine.", {("Germany", "Ukraine", "Leopard 2")}),
    "arms bought": (ArmsSupply, "Egypt ordered 24 Rafale jets from France.", {("France", "Egypt", "Rafale")}),
    "arms pledged": (
        ArmsSupply,
        "Germany will send Leopard 2 tanks to Ukraine. Challenger 2 tanks pledged by Britain come in March.",
        {("Germany", "Ukraine", "Leopard 2"), ("United Kingdom", "Ukraine", "Challenger 2")},
    ),
    "arms of several kinds": (
        ArmsSupply,
        "Russia has sold Egypt 24 Su-35 jets and S-300 missiles. Turkey, to which it delivered S-400 missiles, paid.",
        {("Russia", "Egypt", "Su-35"), ("Russia", "Egypt", "S-300"), ("Russia", "Turkey", "S-400")},
    ),
    "arms by contract": (ArmsSupply, "Nigeria signed a contract with Russia for twelve Mi-35 helicopters.", {("Russia", "Nigeria", "Mi-35")}),
    "border without length": (Border, "Qatar shares its only land border with Saudi Arabia.", {("Qatar", "Saudi Arabia")}),
    "ally": (Relation, "Australia, a close ally of the United States, agreed.", {("Australia", "United States", "ally")}),
    "partners": (
        Relation,
        "Vietnam has strategic partnerships with Japan and India.",
        {("Vietnam", "Japan", "strategic_partner"), ("Vietnam", "India", "strategic_partner")},
    ),
    "recognition": (
        Relation,
        "Spain does not recognise Kosovo. Nor do Greece and Cyprus.",
        {(s, "Kosovo", "does_not_recognise") for s in ("Spain", "Greece", "Cyprus")},
    ),
    "recognition of regions": (
        Relation,
        "Syria recognised Abkhazia and South Ossetia. Tuvalu withdrew its recognition of the two regions.",
        {("Syria", r, "recognises") for r in ("Abkhazia", "South Ossetia")}
        | {("Tuvalu", r, "does_not_recognise") for r in ("Abkhazia", "South Ossetia")},
    ),
    "recognition by some": (
        Relation,
        "Kosovo has been recognised by Canada, but not by Spain and India.",
        {("Canada", "Kosovo", "recognises"), ("Spain", "Kosovo", "does_not_recognise"), ("India", "Kosovo", "does_not_recognise")},
    ),
    "recognition by ties": (
        Relation,
        "Taiwan has formal relations with just 12 countries, among them Paraguay and Palau.",
        {("Paraguay", "Taiwan", "recognises"), ("Palau", "Taiwan", "recognises")},
    ),
    "allies of one": (
        Relation,
        "Japan and South Korea, two of Washington's closest Asian allies, agreed.",
        {("Japan", "United States", "ally"), ("South Korea", "United States", "ally")},
    ),
    "partner named": (Relation, "Modi called France a strategic partner.", {("India", "France", "strategic_partner")}),
    "switch": (
        Relation,
        "Panama broke off relations with Taiwan and recognised Beijing.",
        {("Panama", "Taiwan", "does_not_recognise"), ("Panama", "China", "recognises")},
    ),
    "echoes of recognition": (
        Relation,
        "Spain does not recognise Kosovo. Albania does. Greece has not either.",
        {("Spain", "Kosovo", "does_not_recognise"), ("Albania", "Kosovo", "recognises"), ("Greece", "Kosovo", "does_not_recognise")},
    ),
    "recognition in turn": (
        Relation,
        "Russia recognised Abkhazia in August 2008. Nicaragua followed in September, Nauru a year later.",
        {(s, "Abkhazia", "recognises") for s in ("Russia", "Nicaragua", "Nauru")},
    ),
    "recognition of it": (
        Relation,
        "Kosovo is small. Serbia does not recognise Kosovo, though Canada was among the first to recognise it.",
        {("Serbia", "Kosovo", "does_not_recognise"), ("Canada", "Kosovo", "recognises")},
    ),
    "those who recognise": (
        Relation,
        "The states that still recognise Taiwan are Palau, Tuvalu and Belize.",
        {(s, "Taiwan", "recognises") for s in ("Palau", "Tuvalu", "Belize")},
    ),
    "list of those who recognise": (
        Relation,
        "Here are the states that have diplomatic ties with Taiwan:\n\nPACIFIC\n\nPalau\n\nTuvalu\n\nThe list was long once.",
        {("Palau", "Taiwan", "recognises"), ("Tuvalu", "Taiwan", "recognises")},
    ),
    "alliances": (
        Relation,
        "Washington is bound by alliances with Japan, where it has troops, and with South Korea.",
        {("United States", "Japan", "ally"), ("United States", "South Korea", "ally")},
    ),
    "kin and more": (
        Relation,
        "Raul Castro's son and adviser Alejandro Castro came.",
        {("Alejandro Castro", "Raúl Castro", "kin", "son")},
    ),
    "kin": (Relation, "Raul Castro, the younger brother of Fidel Castro, spoke.", {("Raúl Castro", "Fidel Castro", "kin", "brother")}),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_fact(name: str, told: Told) -> None:
    kind, text, expected = CASES[name]
    assert {_row(p) for p in told(text, kind)} == expected


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Base, "India has no bases in Vietnam."),
        (Base, "On May 19 Azerbaijani forces were in Armenia."),
        (Base, "The Syrian air base in April lay in ruins."),
        (Base, "Turkey could set up a military base in Qatar."),
        (Relation, "China urged Chad not to recognise Taiwan."),
        (Relation, "Brazil and Peru could become strategic partners, he said, if they wanted."),
        (Treaty, "Armenia, Belarus and Russia are members of the Collective Security Treaty Organization."),
        (Treaty, "Diplomats urged Iran to ratify the Convention Against Torture."),
        (MilitaryAction, "Russia could attack Georgia, he warned."),
        (ArmsSupply, "Germany refused to send Leopard 2 tanks to Ukraine."),
        (Relation, "Taiwan is no longer an ally of Panama."),
        (Warrant, "The prosecutor of the ICC spoke about Vladimir Putin."),
    ],
)
def test_no_fact(kind: type[Payload], text: str, told: Told) -> None:
    assert told(text, kind) == []
