"""graph/fusion: dates compared, and what tells names apart."""

from __future__ import annotations

import pytest

from summitry.graph.fusion.when import Span, apart, meet, read, span
from summitry.graph.fusion.words import edition_of, quote_key, series_name, series_of, site_key, weapon_words

# Dates


@pytest.mark.parametrize("text", ["2022-06-28", "2022-06", "2022", "--06-28", "--06", "0987-01-02"])
def test_dates_are_written_as_they_are_read(text: str) -> None:
    assert str(read(text)) == text


@pytest.mark.parametrize(
    ("a", "b", "days"),
    [
        ("2022-06-28", "--06-28", 0),
        ("2022-06-28", "2022-06", 0),
        ("2022-06", "--06-28", 0),
        ("2022-06-28", "2022", 0),
        ("2022-06-28", "2022-06-29", 1),
        ("2022-12-31", "--01-01", 1),
        ("--12-30", "--01-01", 2),
        ("2022-06-29", "--07-29", 30),
        ("--02-29", "2023-02-28", 0),
        ("2021", "2022-06", 152),
    ],
)
def test_the_days_between_two_dates(a: str, b: str, days: int) -> None:
    assert apart(Span(read(a)), Span(read(b))) == days == apart(Span(read(b)), Span(read(a)))


def test_a_span_meets_what_lies_within_it() -> None:
    trip = span("2022-02-04", "2022-02-06")
    assert trip is not None
    assert meet(trip, Span(read("--02-05"))) and not meet(trip, Span(read("2022-02-07")))


# Words


@pytest.mark.parametrize(
    ("name", "series", "key", "edition"),
    [
        ("14th BRICS Summit", "BRICS Summit", "brics", 14),
        ("the sixth Caspian Summit", "Caspian Summit", "caspian", 6),
        ("Caspian summit 2022", "Caspian summit", "caspian", None),
        ("summit", "summit", "summit", None),
    ],
)
def test_names_of_summits(name: str, series: str, key: str, edition: int | None) -> None:
    assert (series_name(name), series_of(name), edition_of(name)) == (series, key, edition)


def test_what_tells_names_apart() -> None:
    assert quote_key("“Yes, we can”") == quote_key("yes we can.") != quote_key("no we can")
    assert site_key("the Kant air base") == "kant"
    assert weapon_words("Iskander-M missile system") == {"iskander", "m"}
    assert weapon_words("fighter jets") == {"fighter", "jets"}
