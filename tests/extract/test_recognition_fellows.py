"""Who recognises, or breaks, beside those of whom a sentence says so first."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Relation

Told = Callable[..., list[Relation]]
YES, NO = "recognises", "does_not_recognise"
CASES = {
    "along with": (
        "Togo recognised Kosovo in June, along with Benin and two more African states, Mali and Ghana.",
        {(s, "Kosovo", YES) for s in ("Togo", "Benin", "Mali", "Ghana")},
    ),
    "following": (
        "Fiji became the third state to sever relations with Taiwan this decade, following Tonga and Samoa.",
        {(s, "Taiwan", NO) for s in ("Fiji", "Tonga", "Samoa")},
    ),
    "besides": (
        "Besides Syria, Cuba and the island nation of Nauru are the only states to have recognised Abkhazia.",
        {(s, "Abkhazia", YES) for s in ("Syria", "Cuba", "Nauru")},
    ),
    "list behind a dash": (
        "Three governments in the region have already recognised a Palestinian state - Peru, Chile and Ecuador.",
        {(s, "Palestine", YES) for s in ("Peru", "Chile", "Ecuador")},
    ),
    "the only one to do so": (
        "Turkey recognises Northern Cyprus. Malta is the only other nation to have done so.",
        {("Turkey", "Northern Cyprus", YES), ("Malta", "Northern Cyprus", YES)},
    ),
    "after him": (
        "Russia recognised South Ossetia. Syria was next to follow Russia in May. The president of Cuba followed suit, and after him the island state of Tonga.",
        {(s, "South Ossetia", YES) for s in ("Russia", "Syria", "Cuba", "Tonga")},
    ),
    "lands without a name": (
        "Syria and Cuba opened embassies after these two states recognised Georgia's breakaway republics.",
        {(s, b, YES) for s in ("Syria", "Cuba") for b in ("Abkhazia", "South Ossetia")},
    ),
    "sworn": ("Serbian President Aleksandar Vucic vowed never to recognise Kosovo.", {("Serbia", "Kosovo", NO)}),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_fellows(name: str, told: Told) -> None:
    text, expected = CASES[name]
    assert {(r.a.name, r.b.name, r.kind) for r in told(text, Relation)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Syria recognised Abkhazia, along with South Ossetia.",
            {("Syria", "Abkhazia"), ("Syria", "South Ossetia")},
        ),
        (
            "Syria and Cuba are the only two states to have recognised Abkhazia since the war between Russia and Georgia in 2008.",
            {("Syria", "Abkhazia"), ("Cuba", "Abkhazia")},
        ),
        ("Togo has promised to recognise Kosovo, along with Benin.", set()),
        (
            "Togo recognised Kosovo. He later flew to Chad, along with envoys of Benin and Mali.",
            {("Togo", "Kosovo")},
        ),
    ],
)
def test_nobody_else(text: str, expected: set[tuple[str, str]], told: Told) -> None:
    assert {(r.a.name, r.b.name) for r in told(text, Relation)} == expected
