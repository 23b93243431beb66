"""graph/build: reports of no known time come and go, and so do the events that they join; the store is as if built afresh."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from newsroom import DUSHANBE, KHUJAND, PUTIN, RAHMON, TAJIKISTAN, XI
from workshop import lived_through, written

from summitry.graph.claims import Meeting, Status, Summit, Visit

DAYS = ["2015-06-28", "2017-06-29", "2019-11-02", "2021-06-28", "2021-07-01"]
NO_YEAR = [None, None, "--06-28", "--06", "--11-02"]
TOWNS = st.sampled_from([None, DUSHANBE, KHUJAND])
CIRCLES = st.sampled_from([(PUTIN, RAHMON), (PUTIN, RAHMON, XI), (PUTIN, XI)])


def drafts(days: list[str | None]) -> st.SearchStrategy[Visit | Meeting | Summit]:
    when = st.sampled_from(days)
    return st.one_of(
        st.builds(Visit, st.just(PUTIN), st.just(TAJIKISTAN), TOWNS, when, st.none(), st.just(Status.OCCURRED)),
        st.builds(Meeting, CIRCLES, TOWNS, when, st.just(Status.OCCURRED)),
        st.builds(
            Summit, st.sampled_from(["Caspian Summit", "6th Caspian Summit"]), st.none(), TOWNS, when,
            st.just((PUTIN, XI)), st.just(()), st.just(Status.OCCURRED),
        ),
    )  # fmt: skip


ARTICLES = st.lists(
    st.one_of(
        st.tuples(drafts([*DAYS]), st.sampled_from(["2021-06-30", None])),
        st.tuples(drafts(NO_YEAR), st.none()),
    ),
    min_size=3,
    max_size=9,
)
OPERATIONS = st.lists(st.tuples(st.integers(0, 5), st.booleans()), max_size=5)


@settings(max_examples=8, deadline=None)
@given(ARTICLES, OPERATIONS)
def test_guests_are_where_a_fresh_build_has_them(
    told: list[tuple[Visit | Meeting | Summit, str | None]], operations: list[tuple[int, bool]]
) -> None:
    """`operations` put a draft in under one of six names, or take that name's article out."""
    drafts = [
        lambda name, payload=payload, published=published: written(name, payload, published=published)
        for payload, published in told
    ]
    desk, fresh = lived_through(drafts, 6, operations)
    assert desk.exported() == fresh.exported()
    assert desk.index() == fresh.index()
