"""graph/fusion, graph/build: people of one name whom articles place in the service of different states are different."""

from __future__ import annotations

from itertools import permutations

import pytest
from newsroom import AFGHANISTAN, CSTO, TAJIKISTAN, TURKMENISTAN, person
from workshop import IRIS, Desk, ask, written

from summitry.graph.build.decisions import make_decision
from summitry.graph.build.doubts import doubts, side_of
from summitry.graph.claims import Office, Statement
from summitry.graph.fusion import Verdict

ALI = person("Ali Nazarov")
HERE = written("here", Office(ALI, "adviser", TAJIKISTAN), Statement(ALI, "The harvest was good"))
THERE = written("there", Office(ALI, "spokesperson", TURKMENISTAN), Statement(ALI, "The gas flows again"))
LATER = written("later", Office(ALI, "ambassador", TAJIKISTAN), Statement(ALI, "Talks will go on"))
NOWHERE = written("nowhere", Statement(ALI, "No comment from me today"))
SPEAKERS = "SELECT ?p { ?s a sy:Statement ; sy:speaker ?p }"
ONE, OTHER = f"{ALI.key}-tajikistan", f"{ALI.key}-turkmenistan"


def speakers(desk: Desk) -> list[str]:
    """Who spoke, once for each statement."""
    start = IRIS.entity("").value
    return [row[0].removeprefix(start) for row in ask(desk, SPEAKERS)]


def decide(desk: Desk, verdict: Verdict, one: str, other: str) -> str:
    sides = [side_of(desk.store, IRIS.entity(key).value)[0] for key in (one, other)]
    decision = make_decision(verdict, *sides)
    desk.builder.decide(decision, "as the test says", "a reader")
    return decision.key


def test_posts_of_one_state_are_one_persons() -> None:
    desk = Desk()
    desk.take(HERE, LATER, NOWHERE)
    assert speakers(desk) == [ALI.key] * 3


def test_posts_of_two_states_are_two_peoples_and_who_has_none_stays_apart() -> None:
    desk = Desk()
    desk.take(HERE, THERE, LATER, NOWHERE)
    assert speakers(desk) == [ALI.key, ONE, ONE, OTHER]
    named = {doubt.labels for doubt in doubts(desk.store)}
    posted = "Ali Nazarov, adviser of tajikistan", "Ali Nazarov, spokesperson of turkmenistan"
    assert posted in named and len(named) == 3


def test_a_post_in_an_organisation_parts_nobody() -> None:
    desk = Desk()
    desk.take(HERE, written("club", Office(ALI, "envoy", CSTO), Statement(ALI, "The league is calm")))
    assert speakers(desk) == [ALI.key] * 2


def test_whom_one_article_calls_by_one_name_is_one() -> None:
    desk = Desk()
    both = Office(ALI, "adviser", TAJIKISTAN), Office(ALI, "envoy", AFGHANISTAN)
    desk.take(written("both", *both, Statement(ALI, "I serve two masters")))
    assert speakers(desk) == [ALI.key]


def test_the_order_of_articles_does_not_matter_and_going_undoes_coming() -> None:
    fresh = Desk()
    fresh.take(HERE, NOWHERE)
    want, index = fresh.exported(), fresh.index()
    all_at_once = Desk()
    all_at_once.take(HERE, THERE, NOWHERE)
    for order in list(permutations((HERE, THERE, NOWHERE)))[::2]:
        desk = Desk()
        for each in order:
            desk.take(each)
        assert (desk.exported(), desk.index()) == (all_at_once.exported(), all_at_once.index())
        desk.builder.remove("there")
        assert (desk.exported(), desk.index()) == (want, index)


@pytest.mark.parametrize("verdict", Verdict)
def test_a_decision_about_namesakes_holds_through_rereading_and_can_be_undone(verdict: Verdict) -> None:
    desk = Desk()
    desk.take(HERE, THERE)
    before = desk.exported()
    key = decide(desk, verdict, ONE, OTHER)
    want = [ONE, ONE] if verdict is Verdict.SAME else [ONE, OTHER]
    assert speakers(desk) == want and doubts(desk.store) == []
    decided, index = desk.exported(), desk.index()
    desk.builder.remove("here")
    desk.take(HERE)
    desk.builder.rebuild()
    assert (desk.exported(), desk.index()) == (decided, index)
    desk.builder.undo(key)
    assert desk.exported() == before


def test_what_was_decided_of_a_name_holds_of_all_whom_it_turns_out_to_mean() -> None:
    aly = person("Aly Nazarov")
    said = written("said", Statement(aly, "As I have always said"))
    desk = Desk()
    desk.take(HERE, said)
    decide(desk, Verdict.SAME, ALI.key, aly.key)
    assert speakers(desk) == [ALI.key] * 2
    desk.take(THERE)
    assert len(set(speakers(desk))) == 1
