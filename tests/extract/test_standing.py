"""Memberships by what states are called: members, candidates, observers, chairs; and who goes along with them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Membership, Payload

Told = Callable[..., list[Payload]]
EASTERN = ("Albania", "Serbia", "Montenegro")

CASES = {
    "candidates listed": ("The EU has three candidates in the region: Serbia, Montenegro and Albania.", {(c, "EU", "applicant") for c in EASTERN}),
    "candidates, not members": (
        "The EU grows slowly. Candidate countries today are Serbia, Montenegro and Albania.",
        {(c, "EU", "applicant") for c in EASTERN},
    ),
    "before the name": ("EU candidate Serbia bought the jets.", {("Serbia", "EU", "applicant")}),
    "observers, among them": (
        "The Pacific Alliance met in Lima. Some 25 countries are observers, among them Japan and Spain.",
        {("Japan", "Pacific Alliance", "observer"), ("Spain", "Pacific Alliance", "observer")},
    ),
    "and other members": ("Kuwait, Iraq and other members of OPEC cut output.", {("Kuwait", "OPEC", "member"), ("Iraq", "OPEC", "member")}),
    "no longer": ("The UK, no longer an EU member, was not invited.", {("United Kingdom", "EU", "former")}),
    "exit announced": ("Mali and Niger announced their immediate withdrawal from ECOWAS.", {("Mali", "ECOWAS", "former"), ("Niger", "ECOWAS", "former")}),
    "exit talked of": ("Ministers discussed a withdrawal of Greece from the EU.", set()),
    "along with": (
        "Iran has been invited to join BRICS, along with Egypt and Ethiopia.",
        {(c, "BRICS", "acceding") for c in ("Iran", "Egypt", "Ethiopia")},
    ),
    "frozen": ("Syria's membership of the Arab League was frozen in 2011.", {("Syria", "Arab League", "suspended")}),
    "lifted": ("ECOWAS lifted the suspension of Guinea.", {("Guinea", "ECOWAS", "member")}),
    "withdrawn": ("Iceland withdrew its application for EU membership.", set()),
    "a union of states": ("The African Union joined the G20 on Saturday.", {("African Union", "G20", "member")}),
    "chair": ("India took the presidency of the G20 over from Indonesia.", {("India", "G20", "member"), ("Indonesia", "G20", "member")}),
    "no member": ("Serbia, a non-member of NATO, sent no one.", set()),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_memberships_are_told_by_titles(told: Told, case: str) -> None:
    text, wanted = CASES[case]
    found = {(p.member.name, p.organisation.name, p.status) for p in told(text, Membership) if isinstance(p, Membership)}  # fmt: skip
    assert found == wanted
