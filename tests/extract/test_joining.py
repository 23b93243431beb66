"""Memberships by the parse: joining, leaving, suspending, admitting and applying in any construction."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Membership, Payload

Told = Callable[..., list[Payload]]

CASES = {
    "participle between": ("Gabon, a former French colony, was last week formally admitted to the Commonwealth.", {("Gabon", "Commonwealth", "member")}),
    "suspended by it": ("ECOWAS said on Friday it had suspended Guinea after the coup.", {("Guinea", "ECOWAS", "suspended")}),
    "suspension": ("The African Union announced the suspension of Niger after a coup.", {("Niger", "African Union", "suspended")}),
    "membership suspended": (
        "Argentina and Chile have decided to suspend their membership of Unasur.",
        {("Argentina", "UNASUR", "suspended"), ("Chile", "UNASUR", "suspended")},
    ),
    "candidates": (
        "On June 23, Ukraine and Moldova were granted the EU candidacy status.",
        {("Ukraine", "EU", "applicant"), ("Moldova", "EU", "applicant")},
    ),
    "application": ("Serbia submitted an EU membership application in 2009.", {("Serbia", "EU", "applicant")}),
    "member since": ("He praised the addition of Iran as a full member of the Shanghai Cooperation Organisation.", {("Iran", "SCO", "member")}),
    "nation of": ("The tiny nation of Nauru said it would rejoin the Commonwealth.", {("Nauru", "Commonwealth", "acceding")}),
    "after the entry of": ("Prices rose after the entry of Croatia into the European Union.", {("Croatia", "EU", "member")}),
    "demanded": ("Protesters demanded that Armenia leave the CSTO.", set()),
    "another union": ("The EU met. Armenia said that it would enter the Tariff Union.", set()),
    "joined in doing": ("Japan joined the European Union in condemning the attack.", set()),
    "if": ("Russia would react if Georgia joined NATO.", set()),
    "before joining": ("Croatia ended the dispute before joining the European Union.", {("Croatia", "EU", "member")}),
    "before it may join": ("Serbia must end the dispute before joining the European Union.", set()),
    "as a member": (
        "Leaders of the bloc met in Accra. They agreed to suspend Niger as a member of ECOWAS.",
        {("Niger", "ECOWAS", "suspended")},
    ),
    "upheld": ("The council upholds the suspension of Guinea from the ECOWAS governing bodies.", {("Guinea", "ECOWAS", "suspended")}),
    "a procedure": ("The SCO began the procedure to admit Belarus into its ranks.", {("Belarus", "SCO", "acceding")}),
    "those that applied": ("The countries that applied for SCO membership include Belarus.", {("Belarus", "SCO", "applicant")}),
    "on the way out": ("Moldova is in the process of leaving the CIS.", set()),
    "added": ("The BRICS bloc has grown. South Africa was added to the bloc in 2010.", {("South Africa", "BRICS", "member")}),
    "entry announced": ("The host announced the entry of Iran and Egypt into BRICS.", {("Iran", "BRICS", "acceding"), ("Egypt", "BRICS", "acceding")}),
    "its short name behind": (
        "Leaders from Brazil, Russia and India (BRICS) agreed to meet.",
        {("Brazil", "BRICS", "member"), ("Russia", "BRICS", "member"), ("India", "BRICS", "member")},
    ),
    "one item of a row": ("Peru, seven EU countries, Ukraine and Chad protested.", set()),
    "former republics": (
        "The CIS comprises former Soviet republics such as Armenia, Belarus and Kazakhstan.",
        {("Armenia", "CIS", "member"), ("Belarus", "CIS", "member"), ("Kazakhstan", "CIS", "member")},
    ),
    "aspires": ("Kosovo is small. It aspires for EU membership.", {("Kosovo", "EU", "applicant")}),
    "the country, which goes on": (
        "Sweden recognised the State of Palestine. The country is a member of the European Union.",
        {("Sweden", "EU", "member")},
    ),
    "after others": (
        "Zambia left the Commonwealth. It could become the third country to rejoin the association after Fiji and Pakistan.",
        {("Zambia", "Commonwealth", "former"), ("Fiji", "Commonwealth", "member"), ("Pakistan", "Commonwealth", "member")},
    ),
    "those that left": (
        "The other countries to have quit the Commonwealth are Ireland, which went in 1949, and the Maldives.",
        {("Ireland", "Commonwealth", "former"), ("Maldives", "Commonwealth", "former")},
    ),
    "as observers": (
        "The SCO has China, Russia, India and Pakistan as its members, with Belarus and Mongolia as observers.",
        {(n, "SCO", "member") for n in ("China", "Russia", "India", "Pakistan")} | {(n, "SCO", "observer") for n in ("Belarus", "Mongolia")},
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_memberships_are_told_in_any_construction(told: Told, case: str) -> None:
    text, wanted = CASES[case]
    found = {(p.member.name, p.organisation.name, p.status) for p in told(text, Membership) if isinstance(p, Membership)}  # fmt: skip
    assert found == wanted
