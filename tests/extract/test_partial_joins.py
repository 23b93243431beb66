"""Two partial dates of one event, put together."""

from __future__ import annotations

import pytest

from summitry.graph.extract.agreement import finer


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2022-02", "--02-04", "2022-02-04"),
        ("2022", "--02-04", "2022-02-04"),
        ("--02", "2022-02-03", "2022-02-03"),
        ("2022-02", "--03-04", "2022-02"),
        (None, "--02-04", "--02-04"),
        ("2022-02", "2022-02-04", "2022-02-04"),
    ],
)
def test_finer(one: str | None, other: str | None, expected: str) -> None:
    assert finer(one, other) == expected
    assert finer(other, one) == expected
