"""Treaties by the parse: signed, ratified, shunned and left in any construction."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Payload, Treaty

Told = Callable[..., list[Payload]]

CASES = {
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
    "to be signed": ("Turkey and Qatar plan to sign a military cooperation agreement.", set()),
    "each its own": ("Sweden and Finland signed their accession protocols in July.", set()),
    "demanded": ("Protesters demanded that Kenya leave the Rome Statute.", set()),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_treaties_are_told_in_any_construction(told: Told, case: str) -> None:
    text, wanted = CASES[case]
    found = {(p.party.name, p.treaty, p.status) for p in told(text, Treaty) if isinstance(p, Treaty)}
    assert found == wanted
