"""graph/build: the story that every change leaves, and that nothing else depends on it."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from newsroom import AFGHANISTAN, TAJIKISTAN, visit
from workshop import ENTRY, IRIS, RUMOUR, TRIP, Desk, written

from summitry.graph.build.history import graph_name
from summitry.graph.build.stories import Revised, Story, render_story, stories, stories_turtle, story_json
from summitry.graph.claims import Border
from summitry.graph.vocabulary import PROV, SY


@pytest.fixture
def desk() -> Desk:
    """A desk whose clock ticks once for every change."""
    desk, times = Desk(), iter(range(10_000))
    start = datetime(2026, 1, 1, 9, tzinfo=UTC)
    desk.builder.clock = lambda: start + timedelta(seconds=next(times))
    return desk


def told(desk: Desk) -> list[Story]:
    return list(stories(desk.store))


def of(story: Story, kind: str) -> Revised:
    (found,) = [each for each in story.revisions if f"/id/{kind}/" in each.fact]
    return found


def test_a_first_article_adds_its_facts(desk: Desk) -> None:
    desk.take(TRIP)
    (story,) = told(desk)
    assert story.at.startswith("2026-01-01T09:00:0")
    assert story.entered == (TRIP[0].iri,) and not story.reread and not story.left
    assert story.label == "1 article read; facts: 2 added"
    added = of(story, "visit")
    assert (added.outcome, added.label) == ("added", "Vladimir Putin in Tajikistan, 28 June 2022")
    assert added.articles == (TRIP[0].iri,)


def test_a_better_date_changes_a_fact_and_its_iri_is_followed(desk: Desk) -> None:
    desk.take(written("vague", visit("2022-06"), published="2022-07-02"))
    desk.take(written("exact", visit("2022-06-28"), published="2022-07-03"))
    last, first = told(desk)
    assert of(first, "visit").fact == IRIS.entity("visit/vladimir-putin-tajikistan-2022-06").value
    new = next(each for each in last.revisions if each.outcome == "added")
    assert new.fact == IRIS.entity("visit/vladimir-putin-tajikistan-2022-06-28").value
    assert new.formerly == of(first, "visit").fact


def test_a_changed_value_is_told_with_what_it_was(desk: Desk) -> None:
    desk.take(written("one", visit("2022-06-28", "planned"), published="2022-06-27"))
    desk.take(written("two", visit("2022-06-28"), published="2022-06-29"))
    changed = of(told(desk)[0], "visit")
    assert changed.outcome == "changed"
    assert changed.details == ("eventStatus: planned → occurred",)


def test_a_dispute_is_told_when_it_begins_and_when_it_ends(desk: Desk) -> None:
    desk.take(written("right", Border(TAJIKISTAN, AFGHANISTAN, 1357.0)))
    desk.take(RUMOUR)
    border = of(told(desk)[0], "border")
    assert border.newly_disputed == ("lengthKm",) and border.outcome == "changed"
    assert told(desk)[0].label.endswith("1 newly disputed")
    desk.builder.remove("rumour")
    assert of(told(desk)[0], "border").settled == ("lengthKm",)


def test_more_of_the_same_is_read_without_a_revision(desk: Desk) -> None:
    desk.take(TRIP)
    desk.take(written("again", visit("2022-06-28"), published="2022-06-29"))
    assert told(desk)[0].label == "1 article read; no fact changed"
    desk.take(TRIP)
    assert len(told(desk)) == 2  # an article that is there already is no change


def test_articles_read_anew_and_removed_are_told(desk: Desk) -> None:
    desk.take(TRIP)
    desk.take(written("trip", visit("2021-05-08"), published="2022-06-29"))
    assert told(desk)[0].reread == (TRIP[0].iri,)
    desk.builder.remove("trip")
    last = told(desk)[0]
    assert last.left == (TRIP[0].iri,) and of(last, "visit").outcome == "removed"


def test_exports_are_the_same_with_and_without_a_history(desk: Desk) -> None:
    desk.take(TRIP, RUMOUR)
    desk.take(ENTRY)
    desk.builder.remove("entry")
    plain = Desk()
    plain.take(TRIP, RUMOUR)
    assert desk.exported() == plain.exported()
    assert desk.store.count(graph_name(IRIS).value) > 20
    assert plain.store.count(graph_name(IRIS).value) == 0


def test_stories_are_chosen_by_time_name_and_number(desk: Desk) -> None:
    desk.take(TRIP)
    desk.take(ENTRY)
    assert len(list(stories(desk.store, limit=1))) == 1
    assert list(stories(desk.store, since="2027-01-01")) == []
    assert len(list(stories(desk.store, since=told(desk)[0].at))) == 1
    (found,) = stories(desk.store, about="putin in tajikistan")
    assert [each.label for each in found.revisions] == ["Vladimir Putin in Tajikistan, 28 June 2022"]


def test_a_story_is_written_for_people_programs_and_the_web(desk: Desk) -> None:
    desk.take(RUMOUR)
    (story,) = told(desk)
    assert "\n  + Vladimir Putin in Tajikistan, 28 June\n" in f"{render_story(story)}\n"
    assert json.loads(story_json(story))["entered"] == [RUMOUR[0].iri]
    turtle = stories_turtle(desk.store, [story]).decode()
    assert "sy:Change" in turtle and "sy:Revision" in turtle and "prov:startedAtTime" in turtle


def test_the_history_is_sound_prov(desk: Desk) -> None:
    desk.take(TRIP, RUMOUR)
    graph = graph_name(IRIS).value
    revisions = {quad.subject for quad in desk.store.quads(None, SY.revises, None, graph)}
    made = {quad.subject for quad in desk.store.quads(None, PROV.wasGeneratedBy, None, graph)}
    assert revisions == made  # every revision was generated by one change, and nothing else was
    assert len(revisions) == sum(1 for _ in desk.store.quads(None, PROV.wasGeneratedBy, None, graph))
