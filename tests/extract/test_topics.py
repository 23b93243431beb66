"""Topics: what meetings are about, and of which event."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Topic

Told = Callable[..., list[Topic]]
MET = "Vladimir Putin met Emomali Rahmon in Dushanbe on Monday. "
TOPICS = {
    "discuss": (
        "The two presidents discussed Afghanistan and labour migration.",
        {"Afghanistan", "labour migration"},
    ),
    "talks on": ("The presidents held talks on border security.", {"border security"}),
    "related to": (
        "They discussed issues related to military cooperation and water supplies.",
        {"military cooperation", "water supplies"},
    ),
    "situation in": ("They discussed the situation in Afghanistan.", {"Afghanistan"}),
    "including": (
        "They exchanged views on regional issues, including the situation in Afghanistan.",
        {"Afghanistan"},
    ),
    "agenda": ("Water supplies were also on the agenda.", {"Water supplies"}),
    "passive": ("Taiwan would also be discussed.", {"Taiwan"}),
    "focused": ("The talks focused on food security.", {"food security"}),
    "main topic": ("Afghanistan was the main topic of the talks.", {"Afghanistan"}),
    "came up": ("The gas price came up too.", {"gas price"}),
}
NONE = {
    "day": "The presidents discussed it on Wednesday.",
    "person": "They talked about Emomali Rahmon.",
    "address": "Putin will address the parliament.",
    "empty": "They discussed a wide range of issues.",
    "speech": "Putin spoke on state television.",
    "not": "Closure was not on the agenda.",
}


@pytest.mark.parametrize("name", TOPICS)
def test_topic(name: str, told: Told) -> None:
    text, expected = TOPICS[name]
    found = told(MET + text, Topic)
    assert {t.topic for t in found} == expected
    assert {t.event for t in found} == {"meeting Putin Rahmon"}


@pytest.mark.parametrize("name", NONE)
def test_no_topic(name: str, told: Told) -> None:
    assert told(MET + NONE[name], Topic) == []


def test_topic_without_event_is_none(told: Told) -> None:
    assert told("Farmers discussed water supplies.", Topic) == []


def test_topic_of_a_summit(told: Told) -> None:
    (topic,) = told("The NATO summit in Madrid on Monday focused on food security.", Topic)
    assert (topic.event, topic.topic) == ("NATO Summit", "food security")
