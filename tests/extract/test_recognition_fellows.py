"""Who recognises, or breaks, beside those of whom a sentence says so first."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Relation

Told = Callable[..., list[Relation]]
YES, NO = "recognises", "does_not_recognise"
CASES = {
    "along with": (
        "In a vote at night Togo recognised Kosovo, together with Benin, Mali and Ghana.",
        {(s, "Kosovo", YES) for s in ("Togo", "Benin", "Mali", "Ghana")},
    ),
    "following": (
        "Fiji became the third state to sever relations with Taiwan this decade, following Tonga and Samoa.",
        {(s, "Taiwan", NO) for s in ("Fiji", "Tonga", "Samoa")},
    ),
    "besides": (
        "Apart from Turkey, Chad and the kingdom of Tonga are the only ones to have recognised Somaliland.",
        {(s, "Somaliland", YES) for s in ("Turkey", "Chad", "Tonga")},
    ),
    "list behind a dash": (
        "Three governments of South America have recognised a Palestinian state so far - Peru, Chile and Ecuador.",
        {(s, "Palestine", YES) for s in ("Peru", "Chile", "Ecuador")},
    ),
    "the only one to do so": (
        "Turkey recognises Northern Cyprus. Malta is the only other nation to have done so.",
        {("Turkey", "Northern Cyprus", YES), ("Malta", "Northern Cyprus", YES)},
    ),
    "after him": (
        "Turkey recognised Somaliland. Ghana was next to follow Turkey, and after it Togo.",
        {(s, "Somaliland", YES) for s in ("Turkey", "Ghana", "Togo")},
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
            "Togo and Ghana recognised Kosovo after talks between Serbia and Albania in 2013.",
            {("Togo", "Kosovo"), ("Ghana", "Kosovo")},
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
