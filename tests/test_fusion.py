"""graph/fusion: which claims tell of one thing, what is accepted, and that the order of reading never matters."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import golden_claims
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summitry.graph.claims import (
    ArmsSupply,
    Base,
    Border,
    Claim,
    Entity,
    EntityKind,
    Evidence,
    Finding,
    Meeting,
    Membership,
    MilitaryAction,
    Office,
    Payload,
    Relation,
    Statement,
    Status,
    Summit,
    Topic,
    Treaty,
    Visit,
    Warrant,
)  # fmt: skip
from summitry.graph.facts import AttributedValue, Fact
from summitry.graph.fusion import Context, KnownNodes, Node, dates_of, fuse_claims
from summitry.graph.fusion.when import Span, apart, meet, read, span
from summitry.graph.fusion.words import edition_of, quote_key, series_name, series_of, site_key, weapon_words
from summitry.graph.names import slug
from summitry.graph.triples import fact_quads
from summitry.graph.vocabulary import Iris

SHARED = Path(__file__).parents[2] / "shared" / "gold"
OWN = Path(__file__).parent / "gold"


def thing(name: str, kind: EntityKind) -> Entity:
    return Entity(kind, name, f"{kind}/{slug(name)}", name)


def person(name: str) -> Entity:
    return thing(name, EntityKind.PERSON)


def state(name: str) -> Entity:
    return thing(name, EntityKind.STATE)


def organisation(name: str) -> Entity:
    return thing(name, EntityKind.ORGANISATION)


def city(name: str, of: str) -> Entity:
    return Entity(EntityKind.CITY, name, f"city/{slug(name)}-{slug(of)}", name)


PUTIN, RAHMON, RAISI, XI = map(person, ("Vladimir Putin", "Emomali Rahmon", "Ebrahim Raisi", "Xi Jinping"))
TAJIKISTAN, TURKMENISTAN, AFGHANISTAN, RUSSIA, CHINA = map(
    state, ("Tajikistan", "Turkmenistan", "Afghanistan", "Russia", "China")
)
DUSHANBE, ASHGABAT = city("Dushanbe", "Tajikistan"), city("Ashgabat", "Turkmenistan")
KHUJAND = city("Khujand", "Tajikistan")
CSTO = organisation("CSTO")
WORLD = KnownNodes(
    [
        Node("state/tajikistan", "State", "Tajikistan"),
        Node("state/turkmenistan", "State", "Turkmenistan"),
        Node("city/dushanbe-tajikistan", "City", "Dushanbe", {"inState": ("state/tajikistan",)}),
        Node("organisation/csto", "Alliance", "CSTO"),
        Node("organisation/brics", "Forum", "BRICS"),
        Node("border/afghanistan-tajikistan", "Border", "Border of Afghanistan and Tajikistan", {"lengthKm": ("1357",)}),
        Node(
            "membership/russia-csto", "Membership", "Russia in CSTO (member)",
            {"member": ("state/russia",), "organisation": ("organisation/csto",), "membershipStatus": ("member",)},
        ),
        Node("person/vladimir-putin", "Person", "Vladimir Putin"),
        *(
            Node(
                f"tenure/vladimir-putin-president-russia-{start[:4]}", "Tenure", "Vladimir Putin, president of Russia",
                {
                    "holder": ("person/vladimir-putin",), "role": ("president",), "officeOf": ("state/russia",),
                    "startDate": (start,), **({"endDate": (end,)} if end else {}), "former": (str(bool(end)).lower(),),
                },
            )
            for start, end in (("2000-05-07", "2008-05-07"), ("2012-05-07", None))
        ),
    ]
)  # fmt: skip


class Press:
    """Articles made up for one test, and the facts that they come to."""

    def __init__(self) -> None:
        self.claims: list[Claim] = []
        self.contexts: dict[str, Context] = {}

    def article(
        self, *payloads: Payload, published: str | None = None, publisher: str | None = None, words: str = "",
        certainty: float = 0.9,
    ) -> str:  # fmt: skip
        iri = f"https://w3id.org/summitry/id/article/{len(self.contexts):016x}"
        evidence = (Evidence(0, len(words), words),) if words else ()
        own = [
            Claim(iri, f"{number}", Finding(payload, evidence, certainty, "test"))
            for number, payload in enumerate(payloads)
        ]
        self.claims += own
        day = date.fromisoformat(published) if published else None
        self.contexts[iri] = Context(iri, day, publisher, dates_of(own))
        return iri

    def facts(self, kind: str | None = None) -> list[Fact]:
        fused = fuse_claims(self.claims, self.contexts, WORLD)
        return [fact for fact in fused if kind in (None, fact.type)]

    def only(self, kind: str) -> Fact:
        (fact,) = self.facts(kind)
        return fact


@pytest.fixture
def press() -> Press:
    return Press()


def visit(
    day: str | None, status: str = "occurred", *, city: Entity | None = None, host: Entity | None = TAJIKISTAN,
    end: str | None = None, who: Entity = PUTIN,
) -> Visit:  # fmt: skip
    return Visit(who, host, city, day, end, Status(status))


def meeting(
    day: str | None, *people: Entity, place: Entity | None = None, status: str = "occurred"
) -> Meeting:
    return Meeting(people or (PUTIN, RAHMON), place, day, Status(status))


def slot(fact: Fact, name: str) -> object:
    found = [getattr(value, "key", value) for key, value in fact.slots if key == name]
    return found[0] if len(found) == 1 else found or None


def values(fact: Fact, name: str) -> list[AttributedValue]:
    return [value for value in fact.values if value.property == name]


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
    assert [slot(fact, "startDate") for fact in press.facts("visit")] == [None, "2012-10-05"]


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


def test_the_last_day_comes_along(press: Press) -> None:
    press.article(visit("2022-02-04", end="2022-02-05", host=CHINA))
    press.article(visit("2022-02-05", host=CHINA))
    fact = press.only("visit")
    assert (slot(fact, "startDate"), slot(fact, "endDate")) == ("2022-02-04", "2022-02-05")


# Truth finding


def test_more_voices_outweigh_fewer(press: Press) -> None:
    for day in ("2022-06-28", "2022-06-28", "2022-06-29"):
        press.article(visit(day))
    fact = press.only("visit")
    assert slot(fact, "startDate") == "2022-06-28"
    assert values(fact, "startDate")[0].reason == "2 independent sources against 1."


def test_copies_of_one_text_are_one_voice(press: Press) -> None:
    wire = "The president arrived in the Tajik capital on the twenty-ninth of June."
    for _ in range(3):
        press.article(visit("2022-06-29"), words=wire)
    press.article(visit("2022-06-28"), words="He landed in Dushanbe on 28 June, the airport said in a note.")
    press.article(visit("2022-06-28"), words="On 28 June the two presidents sat down in Dushanbe for talks.")
    assert slot(press.only("visit"), "startDate") == "2022-06-28"


def test_one_publisher_is_one_voice(press: Press) -> None:
    for _ in range(3):
        press.article(visit("2022-06-29"), publisher="The Daily Rumour")
    press.article(visit("2022-06-28"), publisher="Tribune")
    press.article(visit("2022-06-28"), publisher="Herald")
    assert slot(press.only("visit"), "startDate") == "2022-06-28"


def test_of_equals_the_newer_counts(press: Press) -> None:
    base = {"operator": RUSSIA, "host": TAJIKISTAN, "name_or_place": None, "unit": "201st Division"}
    press.article(Base(**base, personnel=6500), published="2015-01-01")
    press.article(Base(**base, personnel=7200), published="2022-01-01")
    fact = press.only("base")
    assert slot(fact, "personnel") == 7200
    assert str(values(fact, "personnel")[0].reason).endswith("and newer.")


def test_reference_data_count_first_for_what_lasts(press: Press) -> None:
    rounded = press.article(Border(TAJIKISTAN, AFGHANISTAN, 1200.0))
    press.article(Border(AFGHANISTAN, TAJIKISTAN, 1206.0))
    fact = press.only("border")
    assert fact.key == "border/afghanistan-tajikistan" and slot(fact, "lengthKm") == Decimal(1357)
    length = {v.value: v for v in values(fact, "lengthKm")}
    assert length[Decimal(1357)].accepted and length[Decimal(1357)].articles == ()
    assert length[Decimal(1200)].disputed and length[Decimal(1200)].articles == (rounded,)
    assert fact.shortcuts == (("state/afghanistan", "borders", "state/tajikistan"),)


def test_a_membership_in_an_alliance_says_so(press: Press) -> None:
    press.article(Membership(RUSSIA, CSTO, "suspended"), Membership(TAJIKISTAN, CSTO, "former"))
    russia, tajikistan = press.facts("membership")
    assert slot(russia, "membershipStatus") == "member" and values(russia, "membershipStatus")[0].disputed
    assert [name for _, name, _ in russia.shortcuts] == ["inAlliance", "memberOf"]
    assert [name for _, name, _ in tajikistan.shortcuts] == ["formerMemberOf"]


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


# The other kinds


def test_tenures_of_the_reference_data_are_joined_by_time(press: Press) -> None:
    president = Office(PUTIN, "president", RUSSIA)
    press.article(president, published="2004-01-01")
    press.article(president, published="2022-06-29")
    press.article(Office(PUTIN, "president", RUSSIA, former=True), published="2010-01-01")
    early, late = press.facts("office")
    assert early.key.endswith("-2000") and len(early.articles) == 2 and slot(early, "former") is True
    assert late.key.endswith("-2012") and slot(late, "former") is False
    assert late.shortcuts == (("person/vladimir-putin", "holdsOfficeIn", "state/russia"),)
    assert early.shortcuts == () and not any(value.disputed for value in early.values)


def test_an_office_given_up_later_is_no_dispute(press: Press) -> None:
    press.article(Office(RAHMON, "president", TAJIKISTAN), published="2010-01-01")
    press.article(Office(RAHMON, "president", TAJIKISTAN, former=True), published="2030-01-01")
    fact = press.only("office")
    assert slot(fact, "former") is True and not any(value.disputed for value in fact.values)


def test_unknown_people_are_one_by_name_and_post_only(press: Press) -> None:
    one, other = person("Abdufattoh Sharifzoda"), person("Abdufattokh Sharifzoda")
    namesake = person("Abdufatto Sharifzoda")
    press.article(Office(one, "spokesperson", TAJIKISTAN))
    press.article(Office(other, "spokesperson", TAJIKISTAN), Statement(other, "No documents will be signed"))
    press.article(Office(namesake, "ambassador", CHINA))
    tenures = {fact.key: len(fact.articles) for fact in press.facts("office")}
    assert tenures == {
        "tenure/abdufattokh-sharifzoda-spokesperson-tajikistan": 2,
        "tenure/abdufatto-sharifzoda-ambassador-china": 1,
    }
    assert slot(press.only("statement"), "speaker") == other.key


def test_somebody_unknown_is_the_known_holder_of_the_post(press: Press) -> None:
    press.article(Office(person("Vladimir Poutine"), "president", RUSSIA), published="2022-01-01")
    assert slot(press.only("office"), "holder") == PUTIN.key


def test_the_same_words_are_one_statement(press: Press) -> None:
    press.article(Statement(PUTIN, "We are “ready” for talks,"), published="2022-06-29")
    press.article(Statement(PUTIN, "We are 'ready' for talks."), published="2022-06-28")
    press.article(Statement(None, "we are ready for talks"))
    fact = press.only("statement")
    assert len(fact.articles) == 3 and slot(fact, "startDate") == "2022-06-28"


def test_ties_of_two_have_no_direction_but_kinship_has(press: Press) -> None:
    son, father = person("Serdar Berdimuhamedow"), person("Gurbanguly Berdimuhamedow")
    press.article(Relation(TAJIKISTAN, RUSSIA, "ally"), Relation(son, father, "kin", "son"))
    press.article(Relation(RUSSIA, TAJIKISTAN, "ally"), Relation(father, son, "kin"))
    kin, ally = press.facts("relation")
    assert len(ally.articles) == 2
    assert (slot(kin, "relationFrom"), slot(kin, "detail")) == (son.key, "son")


def test_recognition_can_be_disputed(press: Press) -> None:
    territory = thing("Abkhazia", EntityKind.REGION)
    press.article(Relation(RUSSIA, territory, "recognises"))
    press.article(Relation(RUSSIA, territory, "recognises"))
    press.article(Relation(RUSSIA, territory, "does_not_recognise"))
    fact = press.only("relation")
    assert slot(fact, "relationKind") == "recognises" and values(fact, "relationKind")[1].disputed


def test_an_offensive_has_one_beginning_and_strikes_have_their_days(press: Press) -> None:
    ukraine = state("Ukraine")
    for day in ("2022-02-24", "2022-02", "--02-24", "--02", "2023-05-01", "2023-05-02"):
        press.article(MilitaryAction(RUSSIA, ukraine, day))
    days = {slot(fact, "startDate"): len(fact.articles) for fact in press.facts("military_action")}
    assert days == {"2022-02-24": 4, "2023-05-01": 1, "2023-05-02": 1}


def test_systems_and_sites_are_the_same_whatever_is_added(press: Press) -> None:
    belarus = state("Belarus")
    press.article(ArmsSupply(RUSSIA, belarus, "Iskander-M"), Base(RUSSIA, TAJIKISTAN, "Kant", None, None))
    press.article(
        ArmsSupply(RUSSIA, belarus, "Iskander-M mobile missile systems"),
        Base(RUSSIA, TAJIKISTAN, "the Kant air base", None, 400),
    )
    press.article(ArmsSupply(RUSSIA, belarus, "S-400"))
    assert sorted(len(fact.articles) for fact in press.facts("arms_supply")) == [1, 2]
    assert slot(press.only("base"), "personnel") == 400


def test_a_signature_agrees_with_no_ratification(press: Press) -> None:
    press.article(Treaty(TAJIKISTAN, "the Rome Statute", "signed"))
    press.article(Treaty(TAJIKISTAN, "Rome Statute", "not_ratified"))
    fact = press.only("treaty")
    assert fact.key == "treaty-participation/tajikistan-rome-statute"
    assert not any(value.disputed for value in fact.values)


def test_warrants_gather_their_dates(press: Press) -> None:
    court = organisation("ICC")
    press.article(Warrant(court, PUTIN, "2023-03"))
    press.article(Warrant(court, PUTIN, "2023-03-17"))
    assert slot(press.only("warrant"), "startDate") == "2023-03-17"


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


# The order of reading


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
    st.builds(Visit, st.just(PUTIN), st.sampled_from([TAJIKISTAN, None]), st.sampled_from([None, DUSHANBE, KHUJAND]),
              DAYS, st.none(), STATUSES),
    st.builds(Meeting, PEOPLE, PLACES, DAYS, STATUSES),
    st.builds(Summit, st.sampled_from(["Caspian Summit", "6th Caspian Summit"]), st.none(), PLACES, DAYS, PEOPLE,
              st.just(()), STATUSES),
    st.builds(Office, SPELLINGS, st.sampled_from(["spokesperson", "adviser"]), st.sampled_from([TAJIKISTAN, None]),
              st.booleans()),
    st.builds(Base, st.just(RUSSIA), st.just(TAJIKISTAN), st.sampled_from([None, "Kant"]),
              st.sampled_from([None, "201st"]), st.sampled_from([None, 7000, 6500])),
    st.builds(Border, st.just(TAJIKISTAN), st.just(AFGHANISTAN), st.sampled_from([1200.0, 1357.0, None])),
    st.builds(MilitaryAction, st.just(RUSSIA), st.just(CHINA), DAYS),
    st.builds(Relation, st.just(RUSSIA), st.just(CHINA), st.sampled_from(["ally", "recognises", "does_not_recognise"]),
              st.none()),
    st.builds(Statement, st.one_of(st.none(), SPELLINGS), st.sampled_from(["Yes.", "yes", "No"])),
    st.builds(Topic, st.just("talks"), st.sampled_from(["gas", "Gas", "water"]), PEOPLE),
)  # fmt: skip
ARTICLES = st.lists(
    st.tuples(
        st.lists(PAYLOADS, min_size=1, max_size=4),
        st.sampled_from([None, "2022-06-27", "2022-06-30", "2023-01-01"]),
        st.sampled_from([None, "Tribune", "Herald"]),
    ),
    min_size=1,
    max_size=7,
)


def _press(articles: Sequence[tuple[list[Payload], str | None, str | None]]) -> Press:
    press = Press()
    for payloads, published, publisher in articles:
        press.article(*payloads, published=published, publisher=publisher)
    return press


@settings(max_examples=150, deadline=None)
@given(ARTICLES, st.randoms(use_true_random=False))
def test_the_order_of_reading_does_not_matter(
    articles: list[tuple[list[Payload], str | None, str | None]], chance: random.Random
) -> None:
    press = _press(articles)
    before = press.facts()
    chance.shuffle(press.claims)
    assert press.facts() == before


@settings(max_examples=100, deadline=None)
@given(ARTICLES)
def test_every_claim_is_told_once_and_every_fact_can_be_written(
    articles: list[tuple[list[Payload], str | None, str | None]],
) -> None:
    press = _press(articles)
    facts = press.facts()
    assert len({fact.key for fact in facts}) == len(facts)
    told = [claim for fact in facts for claim in fact.claims]
    assert len(told) == len(set(told))
    expected = {f"{c.article}/claim/{c.key}" for c in press.claims if not isinstance(c.payload, Topic)}
    assert expected <= set(told)
    for fact in facts:
        assert list(fact_quads(fact, Iris()))
        for name in {value.property for value in fact.values}:
            assert sum(value.accepted for value in values(fact, name)) == 1


# The events of real articles, from gold facts


@pytest.mark.skipif(not SHARED.is_dir(), reason="the five shared articles are not beside the repository")
def test_the_five_shared_articles_come_to_one_world() -> None:
    claims, contexts = [], {}
    for path in sorted(SHARED.glob("*.json")):
        claims += list(golden_claims.claims(path))
        context = golden_claims.context(path)
        contexts[context.article] = context
    facts = {fact.key: fact for fact in fuse_claims(claims, contexts, WORLD)}
    trip = facts["visit/vladimir-putin-tajikistan-2022-06-28"]
    assert len(trip.articles) == 4 and slot(trip, "eventStatus") == "occurred"
    onward = facts["visit/vladimir-putin-turkmenistan-2022-06-29"]
    assert len(onward.articles) == 4
    assert [v.value for v in values(onward, "startDate") if v.disputed] == ["2022-06-29", "--07-29"]
    border = facts["border/afghanistan-tajikistan"]
    assert [v.value for v in values(border, "lengthKm") if v.disputed] == [1357, 1200]
    disputed = {fact.key for fact in facts.values() if any(value.disputed for value in fact.values)}
    assert len(disputed) == 3  # the summit at the end of the onward trip has its date


def test_the_sample_dispatches_agree_on_the_trip() -> None:
    claims, contexts = [], {}
    for path in sorted(OWN.glob("*.json")):
        claims += list(golden_claims.claims(path))
        context = golden_claims.context(path)
        contexts[context.article] = context
    facts = fuse_claims(claims, contexts, WORLD)
    trips = [fact for fact in facts if fact.key.startswith("visit/vladimir-putin-tajikistan-2022")]
    assert [slot(fact, "startDate") for fact in trips] == ["2022-06-28"]
    assert len(trips[0].articles) >= 3
