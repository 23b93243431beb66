"""Whose a visit is, and where it leads, when more than one person or state is named."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Visit

Told = Callable[..., list[Visit]]

M, S, D = "Emmanuel Macron", "Olaf Scholz", "Andrzej Duda"
CASES = {
    "ally": (f"{M}'s visit to the key Saudi ally Bahrain began on Monday.", {(M, "Bahrain")}),
    "his second": (
        f"{S} spoke about the outcome of {M}'s visit to Poland and his trip to Latvia.",
        {(M, "Poland"), (M, "Latvia")},
    ),
    "of nobody named": (f"{S} spoke of a visit by the Iranian finance minister to Turkey.", set()),
    "ours": (f"“After our visit to Chad, {S} has spoken to me,” he said.", set()),
    "on a screen": (f"{M} virtually visited Kenya and Nigeria.", set()),
    "in person": (f"{M} visited Kenya.", {(M, "Kenya")}),
    "leads at home": (f"{S} met {M}, who heads the government in Paris.", set()),
    "leads a delegation": (f"{M} headed a delegation to Chad.", {(M, "Chad")}),
    "joins": (
        f"French Foreign Minister Catherine Colonna joined {M} in Chad.",
        {("Catherine Colonna", "Chad")},
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_visitors_and_where_they_go(told: Told, text: str, expected: set[tuple[str, str]]) -> None:
    assert {(v.visitor.name, v.state.name) for v in told(text, Visit) if v.state} == expected
