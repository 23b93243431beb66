"""graph/build, graph/fusion: what users decide about who and what is the same."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from newsroom import DUSHANBE, PUTIN, RAHMON, TAJIKISTAN, meeting, person, visit
from workshop import IRIS, TRIP, Desk, ask, written

from summitry.graph.build.decisions import make_decision, stored_decisions
from summitry.graph.build.doubts import doubts, side_of
from summitry.graph.claims import Office, Statement
from summitry.graph.errors import UnknownName, UsageError
from summitry.graph.fusion import Decision, Verdict

ONE, OTHER = person("Abdufattoh Sharifzoda"), person("Abdufattokh Sharifzoda")
VISITS = "SELECT ?v { ?v a sy:Visit }"
SPEAKERS = "SELECT DISTINCT ?p { ?s a sy:Statement ; sy:speaker ?p }"


@pytest.fixture
def desk() -> Desk:
    return Desk()


def decide(desk: Desk, verdict: Verdict, one: str, other: str) -> Decision:
    sides = [side_of(desk.store, iri)[0] for iri in (one, other)]
    decision = make_decision(verdict, *sides)
    desk.builder.decide(decision, "as the test says", "a reader")
    return decision


def visits(desk: Desk) -> list[str]:
    return [IRIS.key(node) for node in map(_node, ask(desk, VISITS))]


def _node(row: list[str]):  # type: ignore[no-untyped-def]
    from pyoxigraph import NamedNode

    return NamedNode(row[0])


# People

SAID = written("said", Statement(ONE, "No documents will be signed"))
ALSO = written("also", Statement(OTHER, "The border is quiet"))
POSTED = written("posted", Office(ONE, "spokesperson", TAJIKISTAN))
POSTED_TOO = written("posted-too", Office(OTHER, "spokesperson", TAJIKISTAN))


def test_names_alone_join_nobody_but_are_told_as_doubtful(desk: Desk) -> None:
    desk.take(SAID, ALSO)
    assert len(ask(desk, SPEAKERS)) == 2
    (doubt,) = doubts(desk.store)
    assert (doubt.kind, doubt.joined, doubt.labels) == ("people", False, (ONE.name, OTHER.name))


def test_two_spellings_said_to_be_one_are_one_until_undone(desk: Desk) -> None:
    desk.take(SAID, ALSO)
    before, index = desk.exported(), desk.index()
    decision = decide(desk, Verdict.SAME, ONE.key, OTHER.key)
    assert ask(desk, SPEAKERS) == [[IRIS.entity(OTHER.key).value]]
    assert doubts(desk.store) == []
    assert desk.builder.undo(decision.key).by == "a reader"
    assert (desk.exported(), desk.index()) == (before, index)
    with pytest.raises(UnknownName, match="--decided"):
        desk.builder.undo(decision.key)


def test_two_spellings_said_to_be_two_stay_two_though_they_share_a_post(desk: Desk) -> None:
    desk.take(SAID, ALSO, POSTED, POSTED_TOO)
    assert len(ask(desk, SPEAKERS)) == 1
    decide(desk, Verdict.DIFFERENT, ONE.key, OTHER.key)
    assert len(ask(desk, SPEAKERS)) == 2


@pytest.mark.parametrize("verdict", Verdict)
def test_a_decision_holds_whenever_the_articles_come(desk: Desk, verdict: Verdict) -> None:
    decision = make_decision(verdict, (ONE.key,), (OTHER.key,))
    desk.builder.decide(decision, "early", "a reader")
    desk.take(SAID, ALSO, POSTED)
    late = Desk()
    late.take(POSTED, ALSO, SAID)
    late.builder.decide(decision, "early", "a reader")
    assert (desk.exported(), desk.index()) == (late.exported(), late.index())
    late.builder.remove("also")
    late.take(ALSO)
    late.builder.rebuild()
    assert (desk.exported(), desk.index()) == (late.exported(), late.index())


# Events


def test_two_visits_said_to_be_one_are_one_until_undone(desk: Desk) -> None:
    desk.take(written("one", visit("2022-06-08")), written("two", visit("2022-06-18")))
    before = desk.exported()
    one, two = visits(desk)
    decision = decide(desk, Verdict.SAME, one, two)
    (joined,) = visits(desk)
    assert len(ask(desk, f"SELECT ?a {{ <id/{joined}> sy:reportedIn ?a }}")) == 2
    desk.builder.undo(decision.key)
    assert desk.exported() == before


def test_one_visit_said_to_be_two_is_two_and_new_reports_find_theirs(desk: Desk) -> None:
    desk.take(
        written("plan", visit("2022-06-28", "planned", city=DUSHANBE), published="2022-06-20"),
        written("late", visit("2022-07-02", city=DUSHANBE), published="2022-07-02"),
    )
    (only,) = visits(desk)
    shown = [doubt for doubt in doubts(desk.store) if doubt.joined]
    assert len(shown) == 1 and only in shown[0].one
    decide(desk, Verdict.DIFFERENT, shown[0].one, shown[0].other)
    assert len(visits(desk)) == 2 and not [doubt for doubt in doubts(desk.store) if doubt.joined]
    desk.take(written("third", visit("2022-07-02", city=DUSHANBE), published="2022-07-03"))
    count = "SELECT ?v (COUNT(?a) AS ?n) { ?v a sy:Visit ; sy:reportedIn ?a } GROUP BY ?v"
    assert sorted(row[1] for row in ask(desk, count)) == ["1", "2"]


def test_a_decision_survives_the_reading_of_its_articles_anew(desk: Desk) -> None:
    one, two = written("one", visit("2022-06-08")), written("two", visit("2022-06-18"))
    desk.take(one, two)
    decide(desk, Verdict.SAME, *visits(desk))
    before = desk.exported()
    desk.builder.remove("one")
    assert len(visits(desk)) == 1
    desk.take(one)
    assert desk.exported() == before and len(visits(desk)) == 1


def test_events_of_different_blocks_can_be_one(desk: Desk) -> None:
    desk.take(
        written("pair", meeting("2022-06-28", PUTIN, RAHMON)),
        written("other", meeting("2022-06-29", PUTIN, ONE)),
    )
    keys = [row[0] for row in ask(desk, "SELECT ?m { ?m a sy:Meeting }")]
    decide(desk, Verdict.SAME, *keys)
    assert len(ask(desk, "SELECT ?m { ?m a sy:Meeting }")) == 1
    assert len(ask(desk, "SELECT ?p { ?m a sy:Meeting ; sy:participant ?p }")) == 3


# How decisions are kept


def test_a_decision_has_its_author_and_time_and_is_replaced_by_a_later_one(desk: Desk) -> None:
    desk.builder.clock = lambda: datetime(2026, 5, 1, 12, tzinfo=UTC)
    desk.take(SAID, ALSO)
    first = decide(desk, Verdict.SAME, ONE.key, OTHER.key)
    second = decide(desk, Verdict.DIFFERENT, OTHER.key, ONE.key)
    assert first.key == second.key
    (stored,) = stored_decisions(desk.store)
    assert (stored.by, stored.at) == ("a reader", "2026-05-01T12:00:00Z")
    assert stored.decision.verdict is Verdict.DIFFERENT
    assert b"decision/" in desk.exported()  # what users curate is exported with the rest


def test_only_people_and_events_are_decided_about(desk: Desk) -> None:
    desk.take(TRIP, POSTED)
    (tenure,) = [row[0] for row in ask(desk, "SELECT ?t { ?t a sy:Tenure ; sy:reportedIn ?a }")]
    with pytest.raises(UsageError, match="only people and events"):
        side_of(desk.store, tenure)
    with pytest.raises(UnknownName, match="no person or event"):
        side_of(desk.store, "visit/nobody")
