"""graph/fusion: which visits, meetings and summits are one."""

from __future__ import annotations

import pytest
from newsroom import (
    ASHGABAT,
    CHINA,
    DUSHANBE,
    KHUJAND,
    PUTIN,
    RAHMON,
    RAISI,
    TAJIKISTAN,
    TURKMENISTAN,
    XI,
    Press,
    meeting,
    slot,
    values,
    visit,
)

from summitry.graph.claims import Status, Summit, Topic


@pytest.fixture
def press() -> Press:
    return Press()


# Visits: one or two?


def test_dates_of_any_precision_make_one_visit(press: Press) -> None:
    for day in ("2022-06-28", "--06-28", "2022-06", "2022", "--06", None):
        press.article(visit(day))
    fact = press.only("visit")
    assert fact.key == "visit/vladimir-putin-tajikistan-2022-06-28"
    assert fact.label == "Vladimir Putin in Tajikistan, 28 June 2022"
    assert len(fact.articles) == 6
    assert not any(value.disputed for value in fact.values)


def test_two_visits_in_one_year_stay_two(press: Press) -> None:
    press.article(visit("2022-06-28"))
    press.article(visit("2022-10-13"))
    assert [slot(fact, "startDate") for fact in press.facts("visit")] == ["2022-06-28", "2022-10-13"]


def test_two_visits_in_one_month_that_one_article_tells_of_stay_two(press: Press) -> None:
    press.article(visit("2022-06-28"), visit("2022-06-29"))
    press.article(visit("2022-06-28"))
    assert len(press.facts("visit")) == 2


def test_an_announced_visit_and_the_visit_are_one_with_a_history(press: Press) -> None:
    press.article(visit(None, "planned"), published="2022-06-27")
    press.article(visit("2022-06-28", "occurred"), published="2022-06-29")
    fact = press.only("visit")
    assert slot(fact, "eventStatus") == "occurred"
    assert {(v.value, v.accepted, v.disputed) for v in values(fact, "eventStatus")} == {
        ("occurred", True, False),
        ("planned", False, False),
    }


def test_a_visit_put_off_by_days_is_one(press: Press) -> None:
    press.article(visit("2022-06-28", "planned"))
    press.article(visit("2022-07-02", "occurred"))
    fact = press.only("visit")
    assert slot(fact, "startDate") == "2022-07-02"
    assert "took place" in str(values(fact, "startDate")[0].reason)


def test_a_visit_called_off_is_no_history(press: Press) -> None:
    press.article(visit("2022-06-28", "planned"), published="2022-06-01")
    press.article(visit("2022-06-28", "cancelled"), published="2022-06-20")
    fact = press.only("visit")
    assert slot(fact, "eventStatus") == "cancelled" and fact.shortcuts == ()


def test_only_what_took_place_gives_shortcuts(press: Press) -> None:
    press.article(visit("2022-06-28"), visit("2030-01-01", "planned", host=CHINA))
    shortcuts = [triple for fact in press.facts() for triple in fact.shortcuts]
    assert shortcuts == [("person/vladimir-putin", "visited", "state/tajikistan")]


def test_a_month_mistaken_by_one_source_is_a_dispute_not_a_second_visit(press: Press) -> None:
    onward = {"host": TURKMENISTAN, "city": ASHGABAT}
    press.article(visit(None, "planned", **onward))
    lone = press.article(visit("--06-28", "occurred"), visit("--07-29", "planned", **onward))
    press.article(visit("2022-06-29", "planned", **onward), published="2022-06-29")
    fact = next(fact for fact in press.facts("visit") if slot(fact, "host") == "state/turkmenistan")
    assert slot(fact, "startDate") == "2022-06-29"
    accepted, dissent = values(fact, "startDate")
    assert (accepted.value, accepted.accepted, accepted.disputed) == ("2022-06-29", True, True)
    assert (dissent.value, dissent.accepted, dissent.disputed) == ("--07-29", False, True)
    assert dissent.articles == (lone,) and "2022-06-29" in str(dissent.reason)


def test_a_third_answer_does_not_hide_a_mistaken_month(press: Press) -> None:
    onward = {"host": TURKMENISTAN, "city": ASHGABAT}
    press.article(visit("--06-28", "occurred"), visit("--07-29", "planned", **onward))
    press.article(visit("2022-06-29", "planned", **onward), published="2022-06-28")
    press.article(visit("2022-06-30", "planned", **onward), published="2022-06-27")
    assert len([fact for fact in press.facts("visit") if slot(fact, "host") == TURKMENISTAN.key]) == 1


def test_daily_talks_do_not_run_together(press: Press) -> None:
    for day in range(10, 20):
        press.article(meeting(f"2022-06-{day}"))
    assert len(press.facts("meeting")) >= 4


def test_a_plan_made_after_a_visit_is_another_visit(press: Press) -> None:
    press.article(visit("2022-06-25"), published="2022-06-26")
    press.article(visit("2022-07-01", "planned"), published="2022-06-28")
    assert len(press.facts("visit")) == 2


def test_a_month_apart_without_further_sign_is_two_visits(press: Press) -> None:
    press.article(visit("2022-06-09", city=DUSHANBE))
    press.article(visit("2022-07-09", city=DUSHANBE))
    assert len(press.facts("visit")) == 2


def test_towns_tell_visits_apart(press: Press) -> None:
    press.article(visit("2022-06-28", city=DUSHANBE))
    press.article(visit("2022-06-28", city=KHUJAND))
    keys = [fact.key for fact in press.facts("visit")]
    assert len(keys) == len(set(keys)) == 2
    assert any("khujand" in key for key in keys)


def test_the_state_is_found_through_the_town(press: Press) -> None:
    press.article(visit("2022-06-28", host=None, city=DUSHANBE))
    press.article(visit("2022-06-28"))
    fact = press.only("visit")
    assert slot(fact, "host") == "state/tajikistan" and slot(fact, "place") == DUSHANBE.key


def test_an_undated_report_joins_the_visit_of_its_time(press: Press) -> None:
    press.article(visit("2012-10-05"))
    press.article(visit("2022-06-28"))
    undated = press.article(visit(None), published="2022-06-30")
    first, second = press.facts("visit")
    assert undated in second.articles and undated not in first.articles


def test_an_undated_report_of_no_known_visit_stays_undated(press: Press) -> None:
    press.article(visit("2012-10-05"))
    press.article(visit(None), published="2022-06-30")
    assert {slot(fact, "startDate") for fact in press.facts("visit")} == {None, "2012-10-05"}


def test_an_undated_article_takes_its_time_from_its_other_events(press: Press) -> None:
    press.article(visit("2012-10-05"))
    press.article(visit("2022-06-28"))
    undated = press.article(visit(None, "planned"), visit("2022-02-04", host=CHINA))
    by_day = {slot(fact, "startDate"): fact.articles for fact in press.facts("visit")}
    assert undated in by_day["2022-06-28"] and undated not in by_day["2012-10-05"]


def test_a_day_without_a_year_takes_it_from_a_dated_article_that_tells_of_it(press: Press) -> None:
    press.article(visit("--06-28"))
    press.article(visit(None), published="2022-06-29")
    assert slot(press.only("visit"), "startDate") == "2022-06-28"


@pytest.mark.parametrize("last", ["2022-02-05", "--02-05"])
def test_the_last_day_comes_along(press: Press, last: str) -> None:
    press.article(visit("2022-02-04", end=last, host=CHINA))
    press.article(visit("2022-02-05", host=CHINA))
    fact = press.only("visit")
    assert (slot(fact, "startDate"), slot(fact, "endDate")) == ("2022-02-04", "2022-02-05")


# Meetings and summits


def test_meetings_are_of_the_same_people(press: Press) -> None:
    press.article(meeting("2022-06-28", PUTIN, RAHMON, place=DUSHANBE), meeting("2022-06-29", PUTIN, RAISI))
    press.article(meeting("--06-28", RAHMON, PUTIN, place=TAJIKISTAN))
    first, second = press.facts("meeting")
    assert (first.key, len(first.articles)) == ("meeting/ebrahim-raisi-vladimir-putin-2022-06-29", 1)
    assert (second.key, len(second.articles)) == ("meeting/emomali-rahmon-vladimir-putin-2022-06-28", 2)
    assert slot(second, "place") == DUSHANBE.key and slot(second, "host") == "state/tajikistan"
    assert second.shortcuts == (("person/emomali-rahmon", "met", "person/vladimir-putin"),)


def test_circles_that_overlap_are_one_meeting(press: Press) -> None:
    press.article(meeting("2022-07-19", PUTIN, RAISI, XI))
    press.article(meeting("2022-07-19", PUTIN, RAISI, XI, RAHMON))
    fact = press.only("meeting")
    assert len(fact.articles) == 2 and len(fact.shortcuts) == 6


def test_topics_go_to_the_meeting_of_their_article(press: Press) -> None:
    talks = Topic("meeting Putin Rahmon", "Afghanistan", (PUTIN, RAHMON))
    press.article(meeting("2022-06-28"), talks)
    press.article(meeting("2021-05-08"))
    press.article(meeting("2022-06-28"), Topic("talks", "afghanistan", (RAHMON, PUTIN)))
    earlier, later = press.facts("meeting")
    assert slot(later, "discussed") == "Afghanistan" and slot(earlier, "discussed") is None
    assert len(later.claims) == 4


def test_editions_and_years_tell_summits_apart(press: Press) -> None:
    def brics(name: str, day: str | None) -> Summit:
        return Summit(name, None, None, day, (PUTIN,), (), Status.OCCURRED)

    press.article(brics("14th BRICS Summit", "2022-06"), brics("BRICS summit", "2023-08"))
    press.article(brics("14th BRICS Summit", None), published="2022-06-25")
    first, second = press.facts("summit")
    assert (first.key, first.label) == ("summit/brics-2022-06", "14th BRICS Summit, June 2022")
    assert slot(first, "edition") == 14 and slot(first, "summitOf") == "organisation/brics"
    assert len(first.articles) == 2 and slot(second, "startDate") == "2023-08"
    assert first.shortcuts == (("person/vladimir-putin", "attended", first.key),)


def test_who_stayed_away_is_no_guest(press: Press) -> None:
    press.article(Summit("BRICS summit", None, None, "2023-08", (XI,), (PUTIN,), Status.OCCURRED))
    fact = press.only("summit")
    assert (slot(fact, "attendee"), slot(fact, "absentee")) == (XI.key, PUTIN.key)
