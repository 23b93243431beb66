"""Whose a visit is, and where it leads, when more than one person or state is named."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Visit

Told = Callable[..., list[Visit]]

M, S, D = "Emmanuel Macron", "Olaf Scholz", "Andrzej Duda"
CASES = {
    "ally": (f"{M}'s visit to the key Saudi ally Bahrain began on Monday.", {(M, "Bahrain")}),
    "his second": (
        f"{S} spoke about the outcome of {M}'s visit to Poland and his trip to Latvia.",
        {(M, "Poland"), (M, "Latvia")},
    ),
    "of nobody named": (f"{S} spoke of a visit by the Iranian finance minister to Turkey.", set()),
    "accompanied in the next sentence": (
        f"{M} landed in Lima on Monday. He was accompanied by French Trade Minister Olivier Becht.",
        {(M, "Peru"), ("Olivier Becht", "Peru")},
    ),
    "will accompany": (
        f"{M} will visit Peru in August. French Trade Minister Olivier Becht will accompany the president.",
        {(M, "Peru"), ("Olivier Becht", "Peru")},
    ),
    "did not accompany": (
        f"{M} landed in Lima on Monday. French Trade Minister Olivier Becht did not accompany him.",
        {(M, "Peru")},
    ),
    "accompanied by those whose states are not named": (
        f"{M} landed in Lima on Monday. He is accompanied by Energy Minister Karl Amber and his adviser, Ines Vale.",
        {(M, "Peru"), ("Karl Amber", "Peru"), ("Ines Vale", "Peru")},
    ),
    "the delegation includes": (
        f"{M} flew to Lima on Monday. The delegation includes Energy Minister Karl Amber and Trade Minister Ines Vale.",
        {(M, "Peru"), ("Karl Amber", "Peru"), ("Ines Vale", "Peru")},
    ),
    "together with": (
        f"{M}'s trip to Chad, together with {S}, is meant as a sign.",
        {(M, "Chad"), (S, "Chad")},
    ),
    "the arrival in a place of": (
        f"The shot fell hours before the arrival in Lima of {M} for talks.",
        {(M, "Peru")},
    ),
    "the arrival of somebody, in a place": (
        f"The cabinet sits on Friday, ahead of the arrival of the French president, {M}, in Peru next week.",
        {(M, "Peru")},
    ),
    "a tour of a region in a state": (f"{M} concluded his tour of Africa in Chad on Friday.", {(M, "Chad")}),
    "prepared by another": (
        f"German Foreign Minister Annalena Baerbock is in Peru to prepare for the visit of {S} in March.",
        {("Annalena Baerbock", "Peru"), (S, "Peru")},
    ),
    "prepared by the host": (
        f"Peru's government is preparing for the visit of {M} in March.",
        {(M, "Peru")},
    ),
    "the others come to the same place": (
        f"{M} was given a warm welcome in Lima on Friday. {S} is expected to arrive on Saturday.",
        {(M, "Peru"), (S, "Peru")},
    ),
    "while there": (f"While in Peru, {M} said that prices would fall.", {(M, "Peru")}),
    "outcome of a trip": (
        f"{S} urged the two sides to build on the results of {M}'s visit to Peru in June.",
        {(M, "Peru")},
    ),
    "a trip comes after a forum": (
        f"{M}'s trip to Peru in May comes four weeks after a forum in Beijing, China.",
        {(M, "Peru")},
    ),
    "a delegation's": (f"{M} met {S} during the delegation's visit to Peru.", set()),
    "named with his task": (
        "Karl Amber, special envoy for Gulf peace and security affairs, will travel to Peru on Friday.",
        {("Karl Amber", "Peru")},
    ),
    "the rest of a tour": (
        f"{M} landed in Rome. Rome was {M}'s first stop on his tour to three countries, which also includes Peru and Chad.",
        {(M, "Italy"), (M, "Peru"), (M, "Chad")},
    ),
    "accompanied at a meeting": (
        f"{M} landed in Lima on Monday. During the meeting he was accompanied by Energy Minister Karl Amber.",
        {(M, "Peru")},
    ),
    "led by": (f"The commissioners, led by {M}, will pay a visit to Lima.", {(M, "Peru")}),
    "joined in the next sentence": (
        f"{M} will be on a trip to Chad in August. He will be joined by {S}.",
        {(M, "Chad"), (S, "Chad")},
    ),
    "a guest of": (f"{M} was the guest of {D} on Monday.", {(M, "Poland")}),
    "went abroad": (
        f"{M} last went abroad in May, when he met {S} in Lima.",
        {(M, "Peru")},
    ),
    "a delegation led by, told before": (
        "Chilean officials will fly to Lima on Friday. The delegation is headed by Energy Minister Karl Amber and includes "
        "Trade Minister Ines Vale.",
        {("Karl Amber", "Peru"), ("Ines Vale", "Peru")},
    ),
    "with their portfolios": (
        f"{M} will visit Chad. He will be accompanied by ministers Karl Amber (Energy) and Jane Miller (Trade).",
        {(M, "Chad"), ("Karl Amber", "Chad"), ("Jane Miller", "Chad")},
    ),
    "also on the trip": (
        f"{M} flew to Chad on Monday. Also on the trip was Energy Minister Karl Amber.",
        {(M, "Chad"), ("Karl Amber", "Chad")},
    ),
    "on the heels of": (f"The trip comes right on the heels of {M} visiting Chad on Monday.", {(M, "Chad")}),
    "a visit from": (f"Lima is expecting a visit from {M} on Monday.", {(M, "Peru")}),
    "talks with a visiting": (
        f"Andrzej Duda held talks in Lima with visiting French President {M} and with {S}.",
        {(M, "Peru"), (D, "Peru")},
    ),
    "of himself": (f"“I will be in Lima on Friday,” {M} told reporters.", {(M, "Peru")}),
    "by habit": (f"{M} travels to Chad every month.", set()),
    "shuttles": (f"{M} shuttled between Lima and Quito.", {(M, "Peru"), (M, "Ecuador")}),
    "ours": (f"“After our visit to Chad, {S} has spoken to me,” he said.", set()),
    "on a screen": (f"{M} virtually visited Kenya and Nigeria.", set()),
    "in person": (f"{M} visited Kenya.", {(M, "Kenya")}),
    "leads at home": (f"{S} met {M}, who heads the government in Paris.", set()),
    "leads a delegation": (f"{M} headed a delegation to Chad.", {(M, "Chad")}),
    "seen off": (f"{M} was seen off by {D} at the airport in Warsaw on Monday.", {(M, "Poland")}),
    "welcoming": (f"Welcoming {M} to Warsaw on Monday, {D} praised the ties.", {(M, "Poland")}),
    "hosting": (f"Hosting {M} in Warsaw on Monday, {D} praised the ties.", {(M, "Poland")}),
    "visiting": (f"Visiting Warsaw on Monday, {M} praised the ties.", {(M, "Poland")}),
    "reaching": (f"Reaching Doha on Monday, {M} praised the ties.", {(M, "Qatar")}),
    "given a welcome": (f"{M} was given a red-carpet welcome in Lima on Monday.", {(M, "Peru")}),
    "gets a welcome": (f"{M} received a warm welcome in Lima.", {(M, "Peru")}),
    "red carpet": (f"Lima rolled out the red carpet for {M}, whose visit is his first.", {(M, "Peru")}),
    "ceremony": (f"{D} held a welcoming ceremony for {M} in Warsaw on Monday.", {(M, "Poland")}),
    "dinner in honour": (f"{D} gave a dinner in honour of {M} in Warsaw.", {(M, "Poland")}),
    "plays host": (f"Polish President {D} played host to {M} in Warsaw.", {(M, "Poland")}),
    "a city welcomes": (f"Warsaw welcomed {M} on Monday.", {(M, "Poland")}),
    "back in the fold": (f"Poland welcomed {M} back to the table.", set()),
    "met on arrival": (f"{M} was met at the airport in Lima by the vice president.", {(M, "Peru")}),
    "the delegation which": (f"{M} headed the delegation which visited Chad in May.", {(M, "Chad")}),
    "at talks": (f"{M} will head a delegation at talks in Lima on Friday.", {(M, "Peru")}),
    "delegation under": (f"A delegation under {M} flew to Chad.", {(M, "Chad")}),
    "takes a delegation": (f"{M} took a delegation to Chad.", {(M, "Chad")}),
    "among those who": (f"{M} was among the leaders who flew to Chad.", {(M, "Chad")}),
    "included": (f"The leaders arriving in Lima included {M} and {S}.", {(M, "Peru"), (S, "Peru")}),
    "followed by": (f"{M} arrived in Lima, followed hours later by {S}.", {(M, "Peru"), (S, "Peru")}),
    "takes along": (f"{S} accompanied {M} to Chad.", {(M, "Chad"), (S, "Chad")}),
    "whose third": (f"The visit to Chad is {M}'s third trip abroad this year.", {(M, "Chad")}),
    "a stop of whose": (f"Lima was the first stop of {M}'s tour.", {(M, "Peru")}),
    "as he came": (f"Police lined the streets of Lima as {M} began a state visit.", {(M, "Peru")}),
    "during a visit by": (f"Police in Lima held protesters during a visit by {M}.", {(M, "Peru")}),
    "joins": (
        f"French Foreign Minister Catherine Colonna joined {M} in Chad.",
        {("Catherine Colonna", "Chad")},
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_visitors_and_where_they_go(told: Told, text: str, expected: set[tuple[str, str]]) -> None:
    assert {(v.visitor.name, v.state.name) for v in told(text, Visit) if v.state} == expected


LISTS = {
    "posts between": (
        "Norwegian Prime Minister Erna Solberg, Ambassador to NATO Jan Brathu and Defence Minister Frank Bakke-Jensen also landed "
        "in Lima.",
        {"Erna Solberg", "Jan Brathu", "Frank Bakke-Jensen"},
    ),
    "posts behind": (
        "Alexis Tsipras, Prime Minister of Greece, Boyko Borisov, Prime Minister of Bulgaria, and Zoran Zaev, Prime Minister of "
        "North Macedonia, came to the Peruvian capital for the talks.",
        {"Alexis Tsipras", "Boyko Borisov", "Zoran Zaev"},
    ),
    "examples": (
        "Leaders of Asian states have arrived in Lima ahead of the forum, including Malaysian Prime Minister Mahathir Mohamad, "
        "President of Mongolia Khaltmaagiin Battulga and Nepal's K. P. Sharma Oli.",
        {"Mahathir Mohamad", "Khaltmaagiin Battulga", "K. P. Sharma Oli"},
    ),
    "another before": (
        "After talks with Alexis Tsipras, Boyko Borisov and Zoran Zaev flew to Lima.",
        {"Boyko Borisov", "Zoran Zaev"},
    ),
    "examples of others": (
        "Leaders of Asian states met ministers in Lima, including Malaysian Foreign Minister Saifuddin Abdullah.",
        set(),
    ),
    "one of them is there": (
        "The talks were led by Alexis Tsipras, Boyko Borisov and Zoran Zaev, who is in Lima for a forum.",
        {"Zoran Zaev"},
    ),
}


@pytest.mark.parametrize(("text", "expected"), LISTS.values(), ids=LISTS)
def test_all_who_are_named_in_a_row(told: Told, text: str, expected: set[str]) -> None:
    assert {v.visitor.name for v in told(text, Visit) if v.state and v.state.name == "Peru"} == expected


CEREMONIES = {
    "among them": (
        f"Thousands came to Lima on Monday for the funeral of the poet. Among them were {M} and {S}. "
        "Others included the Nepalese president, Ram Chandra Poudel.",
        {M, S, "Ram Chandra Poudel"},
    ),
    "attended": (
        f"Peru's new president was sworn in in Lima on Monday. {M} attended the ceremony, as did {S}.",
        {M, S},
    ),
    "they include": (f"Several leaders have arrived in Lima. They include {M} and {S}.", {M, S}),
    "among the mourners": (
        f"The funeral took place in Lima on Monday. {M} and {S} were among the mourners.",
        {M, S},
    ),
    "another occasion": (f"The funeral took place in Lima. {M} attended a summit of bankers.", set()),
    "absent": (f"The funeral took place in Lima on Monday. {M} did not attend.", set()),
}


@pytest.mark.parametrize(("text", "expected"), CEREMONIES.values(), ids=CEREMONIES)
def test_guests_of_a_ceremony(told: Told, text: str, expected: set[str]) -> None:
    visits = [v for v in told(text, Visit) if v.state and v.state.name == "Peru"]
    assert {v.visitor.name for v in visits} == expected


STATES = {
    "behind a time": (
        f"{M} will be travelling to Asia in the last week of July to visit Laos, Nepal, Bhutan and Thailand.",
        {("Laos", "2022-07"), ("Nepal", "2022-07"), ("Bhutan", "2022-07"), ("Thailand", "2022-07")},
    ),
    "but not": (
        f"{M} will visit Angola and Zambia but not Namibia.",
        {("Angola", None), ("Zambia", None)},
    ),
    "rather than": (f"{M} will visit Angola rather than Namibia.", {("Angola", None)}),
    "has been to": (
        f"{M} has been to Cyprus, Malta and Israel in recent weeks.",
        {("Cyprus", None), ("Malta", None), ("Israel", None)},
    ),
    "began, then was in": (
        f"{M} began a tour in Cyprus, was in Malta and Israel and flew home.",
        {("Cyprus", None), ("Malta", None), ("Israel", None)},
    ),
}


@pytest.mark.parametrize(("text", "expected"), STATES.values(), ids=STATES)
def test_all_states_of_a_list(told: Told, text: str, expected: set[tuple[str, str | None]]) -> None:
    assert {(v.state.name, v.date) for v in told(text, Visit) if v.state} == expected


def test_who_goes_along_is_where_and_when_his_leader_is(told: Told) -> None:
    text = (
        f"{M} landed in Lima on Monday.\n\nDuring his official visit to Peru, Macron is accompanied by French Trade Minister "
        "Olivier Becht."
    )
    (visit,) = (v for v in told(text, Visit) if v.visitor.name == "Olivier Becht")
    assert (visit.city and visit.city.name, visit.date) == ("Lima", "2022-06-27")
