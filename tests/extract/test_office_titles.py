"""Offices of people with titles of several words, of envoys with what they are sent for, of heads of parliaments and services."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Held = tuple[str, str, str, bool]

CASES: dict[str, tuple[str, str, set[Held]]] = {
    "titles of several words": (
        "2021-09-30",
        "Malaysian Trade Minister Tan Sri Zulkifli Hamdan and Works Minister Datuk Seri Rahim Osman met Dato’ Sri Noraini Salleh.",
        {
            ("Zulkifli Hamdan", "trade minister", "Malaysia", False),
            ("Rahim Osman", "works minister", "Malaysia", False),
        },
    ),
    "right honourable": (
        "2021-09-30",
        "The Prime Minister of the Federation of St. Kitts and Nevis, the Rt. Honourable Dr. Cedric Liburd, was in the chair.",
        {("Cedric Liburd", "prime minister", "Saint Kitts and Nevis", False)},
    ),
    "a king whose name begins like another's": (
        "2021-09-30",
        "Bahraini King Hamad bin Issa Al-Khalifa wrote to him.",
        {("Hamad bin Isa Al Khalifa", "king", "Bahrain", False)},
    ),
    "a spokesman of a titled man": (
        "2021-09-30",
        "Kofi Antwi, Ghanaian President Nana Akufo-Addo's spokesman, called it a mistake.",
        {
            ("Kofi Antwi", "spokesperson", "Ghana", False),
            ("Nana Akufo-Addo", "president", "Ghana", False),
        },
    ),
    "what an envoy is sent for": (
        "2021-09-30",
        "The US Special Representative for Sudan Reconciliation, Ellen Marsh, wrote to the EU Special Envoy for the Chad-Libya "
        "Dialogue Ambassador Jan Novak and to Olga Reni, Italy's special representative for Horn of Africa peace and security affairs.",
        {
            ("Ellen Marsh", "special envoy", "United States", False),
            ("Jan Novak", "special envoy", "EU", False),
            ("Olga Reni", "special envoy", "Italy", False),
        },
    ),
    "parliaments by their names": (
        "2021-09-30",
        "President of the Riigikogu (Parliament of Estonia) Mart Saar wrote to Vietnam's NA Vice Chairwoman Tran Thi Hoa.",
        {
            ("Mart Saar", "speaker", "Estonia", False),
            ("Tran Thi Hoa", "deputy speaker", "Vietnam", False),
        },
    ),
    "services by their names": (
        "2021-09-30",
        "Park Min-jae, director of South Korea's National Intelligence Service (NIS), and Iraqi National Intelligence Service head Ali Karim met.",
        {
            ("Park Min-jae", "intelligence chief", "South Korea", False),
            ("Ali Karim", "intelligence chief", "Iraq", False),
        },
    ),
    "a spokesman of a government that does not last": (
        "2021-09-30",
        "Arben Hoti, a spokesman of the acting Kosovo Government, called it a mistake.",
        {("Arben Hoti", "spokesperson", "Kosovo", False)},
    ),
    "the party's and the state's": (
        "2021-09-30",
        "General Secretary of the Lao People's Revolutionary Party and State President Thongloun Sisoulith wrote to them.",
        {
            ("Thongloun Sisoulith", "secretary general", "Lao People's Revolutionary Party", False),
            ("Thongloun Sisoulith", "president", "Laos", False),
        },
    ),
    "years of a post": (
        "2021-09-30",
        "Anna Weber, who was the president of the European Parliament from 2014-17, wrote it.",
        {("Anna Weber", "president", "European Parliament", True)},
    ),
    "counterparts named one after the other": (
        "2021-09-30",
        "Kenyan Trade Minister Ann Oduor met her counterparts Grace Akello of Uganda and Paul Nsengimana of Rwanda.",
        {
            ("Ann Oduor", "trade minister", "Kenya", False),
            ("Grace Akello", "trade minister", "Uganda", False),
            ("Paul Nsengimana", "trade minister", "Rwanda", False),
        },
    ),
    "whose counterpart by the clause": (
        "2021-09-30",
        "Kenyan Trade Minister Ann Oduor is due to call on Chilean President Gabriel Boric and meet her Chilean counterpart, Luis Soto.",
        {
            ("Ann Oduor", "trade minister", "Kenya", False),
            ("Gabriel Boric", "president", "Chile", False),
            ("Luis Soto", "trade minister", "Chile", False),
        },
    ),
    "a governor of a place that is not known": (
        "2021-09-30",
        "Kuwait was host. Jahrawiya Governor Faisal Hamoud met them.",
        set(),
    ),
    "what a list of portfolios does not have": (
        "2021-09-30",
        "Zimbabwe's Transport and Infrastructural Development Minister Tapiwa Moyo and its Trade and Deputy Prime Minister were there.",
        {("Tapiwa Moyo", "transport minister", "Zimbabwe", False)},
    ),
    "hosts of an arrival told before": (
        "2021-09-30",
        "Leaders flew into Zimbabwe yesterday.\n\nAngolan President João Lourenço was greeted by Tourism Minister Rudo Ncube.",
        {
            ("João Lourenço", "president", "Angola", False),
            ("Rudo Ncube", "tourism minister", "Zimbabwe", False),
        },
    ),
    "councils with a short name": (
        "2019-06-30",
        "Sudan's Transitional Military Council (TMC) head Abdel Fattah al-Burhan called the Economic Commission for Oceans (ECO) "
        "Executive Secretary Ann Lee.",
        {("Abdel Fattah al-Burhan", "chairman", "Sudan", False)},
    ),
    "longer names than those known": (
        "2021-09-30",
        "Mahmoud Abbas Zadeh Rahmani, a spokesman for Iran's government, wrote it.",
        {("Mahmoud Abbas Zadeh Rahmani", "spokesperson", "Iran", False)},
    ),
    "chambers and who sits in them": (
        "2021-09-30",
        "Russia's Deputy Chairman of the Federation Council Ivan Sidorov wrote to Zimbabwe’s Attorney-General, Mrs Virginia Ncube.",
        {
            ("Ivan Sidorov", "deputy speaker", "Russia", False),
            ("Virginia Ncube", "attorney general", "Zimbabwe", False),
        },
    ),
    "a senator with a post": (
        "2021-09-30",
        "Australian Senator Mary Drew, Minister of Fisheries, and Fiji's trade minister, Senator Ana Rabuka, wrote it.",
        {
            ("Mary Drew", "fisheries minister", "Australia", False),
            ("Ana Rabuka", "trade minister", "Fiji", False),
        },
    ),
    "where somebody works": (
        "2021-09-30",
        "Head of a bureau of the Chancellery of the President of the Republic of Poland Jan Nowicki wrote it.",
        {("Andrzej Duda", "president", "Poland", False)},
    ),
    "initials and a post": (
        "2021-09-30",
        "B.Gantumur, Ambassador of Mongolia to Chad, wrote it.",
        {("B.Gantumur", "ambassador", "Mongolia", False)},
    ),
    "a minister who leaves for another state": (
        "2021-09-30",
        "Minister for Trade Dr. Asha Rai is leaving for Malta on Thursday.",
        set(),
    ),
    "a peer": (
        "2021-09-30",
        "Cuban Trade Minister Luis Soto wrote to his Angolan peer, Ana Neto.",
        {("Luis Soto", "trade minister", "Cuba", False), ("Ana Neto", "trade minister", "Angola", False)},
    ),
    "secretaries of foreign affairs": (
        "2021-09-30",
        "Luis Reyes, Secretary of Foreign Affairs of the Republic of the Philippines, wrote it.",
        {("Luis Reyes", "foreign minister", "Philippines", False)},
    ),
    "rights that children have": (
        "2021-09-30",
        "Russia's commissioner for children's rights, Olga Belova, wrote it.",
        {("Olga Belova", "commissioner", "Russia", False)},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_office_titles(name: str, posts: Callable[..., set[Held]]) -> None:
    published, text, expected = CASES[name]
    assert posts(text, published) == expected
