"""Payloads and articles that Hypothesis makes up, about so few things that they often tell of the same."""

from __future__ import annotations

from hypothesis import strategies as st
from newsroom import (
    AFGHANISTAN,
    CHINA,
    DUSHANBE,
    KHUJAND,
    PUTIN,
    RAHMON,
    RAISI,
    RUSSIA,
    TAJIKISTAN,
    XI,
    person,
)

from summitry.graph.claims import (
    Base,
    Border,
    Meeting,
    MilitaryAction,
    Office,
    Relation,
    Statement,
    Status,
    Summit,
    Topic,
    Visit,
)

DAYS = st.sampled_from(
    [None, "2022-06-28", "2022-06-29", "2022-07-29", "--06-28", "--07-29", "2022-06", "2022", "--06"]
)
STATUSES = st.sampled_from(list(Status))
PLACES = st.sampled_from([None, DUSHANBE, KHUJAND, TAJIKISTAN])
PEOPLE = st.lists(st.sampled_from([PUTIN, RAHMON, RAISI, XI]), min_size=2, max_size=4, unique=True).map(tuple)
SPELLINGS = st.sampled_from(
    [person("Abdufattoh Sharifzoda"), person("Abdufattokh Sharifzoda"), person("Ali Nazarov")]
)
PAYLOADS = st.one_of(
    st.builds(
        Visit,
        st.just(PUTIN),
        st.sampled_from([TAJIKISTAN, None]),
        st.sampled_from([None, DUSHANBE, KHUJAND]),
        DAYS,
        st.none(),
        STATUSES,
    ),
    st.builds(Meeting, PEOPLE, PLACES, DAYS, STATUSES),
    st.builds(
        Summit,
        st.sampled_from(["Caspian Summit", "6th Caspian Summit"]),
        st.none(),
        PLACES,
        DAYS,
        PEOPLE,
        st.just(()),
        STATUSES,
    ),
    st.builds(
        Office,
        SPELLINGS,
        st.sampled_from(["spokesperson", "adviser"]),
        st.sampled_from([TAJIKISTAN, None]),
        st.booleans(),
    ),
    st.builds(
        Base,
        st.just(RUSSIA),
        st.just(TAJIKISTAN),
        st.sampled_from([None, "Kant"]),
        st.sampled_from([None, "201st"]),
        st.sampled_from([None, 7000, 6500]),
    ),
    st.builds(Border, st.just(TAJIKISTAN), st.just(AFGHANISTAN), st.sampled_from([1200.0, 1357.0, None])),
    st.builds(MilitaryAction, st.just(RUSSIA), st.just(CHINA), DAYS),
    st.builds(
        Relation,
        st.just(RUSSIA),
        st.just(CHINA),
        st.sampled_from(["ally", "recognises", "does_not_recognise"]),
        st.none(),
    ),
    st.builds(Statement, st.one_of(st.none(), SPELLINGS), st.sampled_from(["Yes.", "yes", "No"])),
    st.builds(Topic, st.just("talks"), st.sampled_from(["gas", "Gas", "water"]), PEOPLE),
)
ARTICLES = st.lists(
    st.tuples(
        st.lists(PAYLOADS, min_size=1, max_size=4),
        st.sampled_from([None, "2022-06-27", "2022-06-30", "2023-01-01"]),
        st.sampled_from([None, "Tribune", "Herald"]),
    ),
    min_size=1,
    max_size=7,
)
