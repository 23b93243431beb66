"""graph/fusion: what is accepted, what dissents, and how the lasting facts come together."""

from __future__ import annotations

from decimal import Decimal

import pytest
from newsroom import (
    AFGHANISTAN,
    CHINA,
    CSTO,
    PUTIN,
    RAHMON,
    RUSSIA,
    TAJIKISTAN,
    Press,
    organisation,
    person,
    slot,
    state,
    thing,
    values,
    visit,
)

from summitry.graph.claims import (
    ArmsSupply,
    Base,
    Border,
    EntityKind,
    Membership,
    MilitaryAction,
    Office,
    Relation,
    Statement,
    Treaty,
    Warrant,
)


@pytest.fixture
def press() -> Press:
    return Press()


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
