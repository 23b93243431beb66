"""graph/fusion/groups: which claims are fused together; found alike from few claims and from all."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st
from newsroom import DUSHANBE, KHUJAND, visit
from newsroom import Press as Newsroom

from summitry.graph.claims import Visit
from summitry.graph.fusion import Groups

Shape = tuple[frozenset[str], frozenset[str], tuple[frozenset[str], ...]]
"""The keys of a claim, its places, and the places where it looks, those that count first before others."""


class Press:
    """Claims in memory, and those of which somebody asked for the keys."""

    def __init__(self, shapes: dict[str, Shape]) -> None:
        self.shapes = shapes
        self.asked: set[str] = set()

    def keys(self, claim: str) -> frozenset[str]:
        self.asked.add(claim)
        return self.shapes[claim][0]

    def holding(self, key: str) -> list[str]:
        return [claim for claim, (keys, _, _) in self.shapes.items() if key in keys]

    def places(self, claim: str) -> frozenset[str]:
        return self.shapes[claim][1]

    def lying(self, place: str) -> Iterator[str]:
        return (claim for claim, (_, places, _) in self.shapes.items() if place in places)

    def sought(self, claim: str) -> tuple[frozenset[str], ...]:
        return self.shapes[claim][2]

    def seeking(self, place: str) -> list[str]:
        return [claim for claim, (_, _, tiers) in self.shapes.items() if any(place in some for some in tiers)]


def dated(owns: set[str], months: set[int], marks: set[str], plain: set[str]) -> Shape:
    keys = frozenset({f"{own}@{month}" for own in owns for month in months} | plain)
    return keys, frozenset(owns | {f"{own}@{mark}" for own in owns for mark in marks}), ()


def loose(owns: set[str], marks: list[str], plain: set[str]) -> Shape:
    keys = frozenset({f"{own}@*" for own in owns} | plain)
    return keys, frozenset(), tuple(frozenset(f"{own}@{mark}" for own in owns) for mark in marks)


OWNS = st.sets(st.sampled_from("abc"), min_size=1, max_size=2)
MARK = st.sampled_from(["--01-02", "--01", "city/x"])
MARKS = st.sets(MARK, max_size=2)
PLAIN = st.one_of(st.just(set[str]()), st.sets(st.sampled_from(["no 1", "no 2"]), max_size=1))
MONTHS = st.integers(0, 7).flatmap(lambda month: st.sampled_from([{month}, {month, month + 1}]))
SHAPES = st.one_of(
    st.builds(dated, OWNS, MONTHS, MARKS, PLAIN),
    st.builds(dated, OWNS, MONTHS, MARKS, PLAIN),
    st.builds(loose, OWNS, st.lists(MARK, max_size=2, unique=True), PLAIN),
    st.builds(lambda plain: (frozenset(plain | {"base/x"}), frozenset(), ()), PLAIN),
)
PRESS = st.dictionaries(st.integers(0, 40).map(str), SHAPES, max_size=18)


def all_groups(shapes: dict[str, Shape]) -> dict[str, frozenset[str]]:
    groups = Groups(Press(shapes))
    return {claim: groups.group(claim) for claim in shapes}


@settings(max_examples=200, deadline=None)
@given(PRESS)
def test_every_claim_is_in_one_group(shapes: dict[str, Shape]) -> None:
    found = all_groups(shapes)
    for claim, group in found.items():
        assert claim in group
        assert all(found[other] == group for other in group)
    backwards = all_groups(dict(reversed(shapes.items())))
    assert found == backwards


@settings(max_examples=300, deadline=None)
@given(PRESS, PRESS, st.sets(st.integers(0, 40).map(str)))
def test_a_change_stirs_all_whose_group_it_changes(
    before: dict[str, Shape], come: dict[str, Shape], gone: set[str]
) -> None:
    """Those who come may have been there before, under other keys."""
    come = dict(list(come.items())[:3])
    left = {claim for claim in before if claim in come or (claim in gone and len(gone) < 4)}
    after = {claim: shape for claim, shape in before.items() if claim not in left} | come
    shapes = [before[claim] for claim in left] + list(come.values())
    groups = Groups(Press(after))
    stirred = groups.stirred(
        {key for keys, _, _ in shapes for key in keys},
        {place for claim in left for place in before[claim][1]},
        [before[claim][2] for claim in left],
    )
    old, new = all_groups(before), all_groups(after)
    changed = {claim for claim in after if claim not in before or old[claim] != new[claim]}
    assert changed | come.keys() <= stirred
    assert all(new[claim] <= stirred for claim in stirred)
    # What is taken out for them holds none that are left as they are.
    assert all(old[claim] <= stirred | left for claim in (stirred | left) & before.keys())


def test_a_change_asks_for_the_keys_of_its_neighbours_alone() -> None:
    shapes = {f"d{n}": dated({"a"}, {3 * n}, {f"--{n % 12:02}"}, set()) for n in range(200)}
    shapes |= {"u1": loose({"a"}, ["--03"], set()), "u2": loose({"a"}, [], set())}
    press = Press(shapes)
    groups = Groups(press)
    assert groups.stirred({"a@30"}, (), ()) == {"d10"}
    assert len(press.asked) <= 8
    assert groups.stirred({"a@9"}, (), ()) == {"d3"}  # u1 is a guest of none: there are several at its time
    assert groups.stirred({"a@*"}, (), ()) == {"u1", "u2"}
    assert len(press.asked) <= 12


def visits(*payloads: Visit) -> list[str]:
    news = Newsroom()
    for payload in payloads:
        news.article(payload)
    return [fact.key.removeprefix("visit/vladimir-putin-tajikistan") for fact in news.facts("visit")]


def test_a_report_of_no_known_time_joins_the_only_event_it_can_mean() -> None:
    first, second = visit("2021-06-28", city=DUSHANBE), visit("2022-09-03", city=KHUJAND)
    both = ["-2021-06-28", "-2022-09-03"]
    assert visits(first, visit(None)) == both[:1]
    assert visits(first, second, visit("--06-28")) == both
    assert visits(first, second, visit("--09")) == both
    assert visits(first, second, visit(None, city=KHUJAND)) == both
    assert len(visits(first, second, visit(None))) == 3
    near = visit("2020-06-03", city=DUSHANBE)
    assert visits(near, first, second, visit("--06-28")) == ["-2020-06-03", *both]
    assert len(visits(near, first, second, visit("--06"))) == 4
    assert len(visits(visit("2020-06-28"), first, second, visit("--06-28"))) == 4
