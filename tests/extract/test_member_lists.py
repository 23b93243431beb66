"""Lists of members: behind words that say what the list is, and by the year that each came in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Membership

Told = Callable[..., list[Membership]]
CASES = {
    "composed of": (
        "UNASUR met in Lima. The South American bloc is composed of Guyana, Suriname and Bolivia.",
        {("Guyana", "UNASUR"), ("Suriname", "UNASUR"), ("Bolivia", "UNASUR")},
    ),
    "clause between": (
        "Three ASEAN members that lie on the great river have built dams - Laos, Cambodia and Thailand.",
        {("Laos", "ASEAN"), ("Cambodia", "ASEAN"), ("Thailand", "ASEAN")},
    ),
    "people": (
        "The CSTO met in Minsk. Leaders of the member states, including President of Belarus Alexander Lukashenko and President of Tajikistan Emomali Rahmon, spoke.",
        {("Belarus", "CSTO"), ("Tajikistan", "CSTO")},
    ),
    "rounds": (
        "The EU grew with the entry of Greece in 1981, Spain and Portugal in 1986.",
        {("Greece", "EU"), ("Spain", "EU"), ("Portugal", "EU")},
    ),
    "also": (
        "Kenya belongs to the East African Community, a bloc of farmers that also includes Rwanda.",
        {("Kenya", "East African Community"), ("Rwanda", "East African Community")},
    ),
    "led": ("Kyrgyzstan is part of the Moscow-led CSTO.", {("Kyrgyzstan", "CSTO")}),
    "post of a state": ("Ghana, chair of ECOWAS, sent a note.", {("Ghana", "ECOWAS")}),
    "two of them": (
        "Talks between Iraq and Kuwait failed. The two member countries of OPEC share a field.",
        {("Iraq", "OPEC"), ("Kuwait", "OPEC")},
    ),
    "first to": (
        "Latvia's prime minister said her country would become the first NATO member to leave the treaty.",
        {("Latvia", "NATO")},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_member_list(name: str, told: Told) -> None:
    text, expected = CASES[name]
    found = told(text, Membership)
    assert {(m.member.name, m.organisation.name) for m in found} == expected
    assert {m.status for m in found} == {"member"}


@pytest.mark.parametrize(
    "text",
    [
        "Four former members of the EU's mission - Peru, Chile, Ghana and Kenya - signed.",
        "The NATO fleet is made up of ships from Japan, Jordan and Morocco.",
        "What matters to ECOWAS is clear. The chief aim is that Chad and Morocco become members of ECOWAS.",
        "It is likely that SADC will suspend Madagascar, a diplomat said.",
        "Kenya is not the chair of the East African Community.",
    ],
)
def test_no_member_list(text: str, told: Told) -> None:
    assert told(text, Membership) == []
