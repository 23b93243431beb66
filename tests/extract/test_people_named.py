"""People by their names: where a name ends, whose it is, and what is nobody's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Office
from summitry.graph.mentions import MentionKind
from summitry.graph.mentions.reading import Reading

Told = Callable[..., list[Office]]

CASES: dict[str, tuple[str, set[str]] | tuple[str, set[str], str]] = {
    "verb of a headline": ("Togo's President Gnassingbe Says He Will Go", {"Faure Gnassingbé"}),
    "only a verb": ("NATO Secretary General Meets With Ministers", {"Jens Stoltenberg"}),
    "a body behind a post": ("The Chairman of ECOWAS Authority spoke on Monday.", {"Umaro Sissoco Embaló"}),
    "a place named for somebody": ("Joe Biden landed at King Khalid Airport and at Prince Sultan Air Base.", {"Joe Biden"}),
    "a lake": ("Sadyr Japarov spoke at Lake Issyk-Kul.", {"Sadyr Japarov"}),
    "father and grandfather": (
        "Sheikh Tamim Bin Hamad Bin Khalifa Al Thani and Prince Mohammed Bin Salman Bin Abdulaziz came to Jeddah.",
        {"Tamim bin Hamad Al Thani", "Mohammed bin Salman"},
    ),
    "a title and a given name": (
        "UAE President Sheikh Mohammed bin Zayed Al Nahyan spoke. Sheikh Mohammed left.",
        {"Mohamed bin Zayed Al Nahyan"},
    ),
    "more than a known short name": (
        "Sheikh Tamim Khaled Al-Sulaiti, a banker, went to Doha.",
        {"Tamim Khaled Al-Sulaiti"},
    ),
    "two surnames": ("Uruguay's Lacalle Pou left. Then Lacalle came back.", {"Luis Lacalle Pou"}, "2018-09-28"),
    "a nickname": ('President Joko "Jokowi" Widodo went home to Indonesia.', {"Joko Widodo"}),
    "a misprint": ("Philippine President Rodirgo Duterte spoke.", {"Rodrigo Duterte"}, "2018-09-28"),
    "titles of Asia": ("Prime Minister Samdech Techo Hun Sen spoke in Phnom Penh.", {"Hun Sen"}),
    "the first of two surnames": (
        "Energy Minister Arturo Hernandez Vega spoke in Caracas. Then Hernandez left.",
        {"Arturo Hernandez Vega"},
    ),
    "a given name that is a word": ("South Korean Trade Minister Shin On-yong met Narendra Modi.", {"Shin On-yong", "Narendra Modi"}),
    "who only sounds alike": ("Recep Tayyip Erdogan and his wife Emine are in Chad.", {"Recep Tayyip Erdoğan"}),
    "a word that is a surname": ("Power and Energy were spoken of by Narendra Modi.", {"Narendra Modi"}),
    "cut short": ("Aung San Suu Kyi left. Then Su Kyi came back.", {"Aung San Suu Kyi"}),
    "what is left of a name": ("He called on Prof. G.L.", set()),
    "a prince of whom no more is known": ("King Salman of Saudi Arabia and Prince Faisal left.", {"Salman of Saudi Arabia"}),
    "a site": ("Narendra Modi will visit the pilgrimage site Buddha Gaya.", {"Narendra Modi"}),
    "in capitals": ("PRIME MINISTER LI KEQIANG GREETED PRESIDENT EMMANUEL MACRON.", {"Li Keqiang", "Emmanuel Macron"}),
    "a title of Burma": ("Joe Biden spoke of U Thein Sein of Myanmar.", {"Joe Biden", "Thein Sein"}),
    "a possessive letter": ("Swedenʼs Ann Linde spoke.", {"Ann Linde"}),
    "run into the post": ("Japanese Prime MinisterFumio Kishida left.", {"Fumio Kishida"}),
    "run into a small word": ("Talks betweenChilean President Gabriel Boric and Gustavo Petro began.", {"Gabriel Boric", "Gustavo Petro"}),
    "initials": ("President E D Mnangagwa met J. Biden.", {"Emmerson Mnangagwa", "Joe Biden"}),
    "letters for one": ("President of Mongolia Kh.Battulga spoke.", {"Khaltmaagiin Battulga"}, "2019-09-03"),
    "no initials": ("Joe Biden met Li Qiang and U Thein Sein.", {"Joe Biden", "Li Qiang", "Thein Sein"}),
    "a junior": ("President Ferdinand Marcos Jr of the Philippines spoke.", {"Ferdinand Marcos Jr."}),
    "one letter short": ("Georgian President Salome Zurabishvli spoke.", {"Salome Zourabichvili"}),
    "a misprint of one named before": (
        "Prime Minister Oleg Petrenkov of Ruritania spoke. Then Prime Minister Petrenkow left.",
        {"Oleg Petrenkov"},
    ),
    "a paper in the dateline": ("Riyadh, Asharq Al-Awsat—Emmanuel Macron spoke.", {"Emmanuel Macron"}),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_people_are_who_the_words_name(name: str, read: Callable[..., Reading]) -> None:
    text, expected, *published = CASES[name]
    reading = read(text, *(published or ["2022-09-28"]))
    assert {
        entity.name
        for passage in reading.passages
        for mention in passage.mention_at.values()
        if mention.kind in (MentionKind.PERSON, MentionKind.POST)
        for entity in reading.entities(mention)
    } == expected


OFFICES = {
    "names first": (
        "Michel Martelly, President of Haiti, Perry Christie, Prime Minister of the Bahamas, and Keith Mitchell, Prime "
        "Minister of Grenada, came.",
        {("Michel Martelly", "president", "Haiti"), ("Perry Christie", "prime minister", "Bahamas"),
         ("Keith Mitchell", "prime minister", "Grenada")},
    ),
    "posts first": (
        "He met the president of Haiti, Michel Martelly, the prime minister of Grenada, Keith Mitchell, and others.",
        {("Michel Martelly", "president", "Haiti"), ("Keith Mitchell", "prime minister", "Grenada")},
    ),
    "nothing between": ("Gaston Sindimwo 1st Vice-President of Burundi came.", {("Gaston Sindimwo", "vice president", "Burundi")}),
    "of no state": ("Sidiki Kaba, president of the assembly of members, came from Senegal.", set()),
    "of whom he serves": ("The press secretary of the Russian President Dmitry Peskov spoke.", set()),
    "of who writes": ("Joe Biden came for talks with Emmanuel Macron, Accra's mayor wrote.", set()),
    "two titles": (
        "It was chaired by H. E. Mrs. Ellen Johnson-Sirleaf, President of the Republic of Liberia.",
        {("Ellen Johnson Sirleaf", "president", "Liberia")},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", OFFICES)
def test_a_post_is_on_its_own_side_of_a_name(name: str, told: Callable[..., list[Office]]) -> None:
    text, expected = OFFICES[name]
    found = {(o.person.name, o.role, o.of.name if o.of else "") for o in told(text, Office, "2013-07-01")}
    assert found == expected


def test_given_names_alone_make_nobody_the_holder_of_a_post(told: Told) -> None:
    text = "Iranian Vice President Mohammad Reza Karimi came to Rome."
    assert [o.person.name for o in told(text, Office)] == ["Mohammad Reza Karimi"]


def test_a_fathers_name_tells_who_is_meant_unless_the_post_is_another(told: Told) -> None:
    text = "Doha, 4 May 2021. {} Muhammad bin Abdulrahman bin Jassim spoke to reporters."
    minister, mayor = (told(text.format(post), Office) for post in ("Qatari Foreign Minister", "Governor"))
    assert [o.person.name for o in minister] == ["Mohammed bin Abdulrahman Al Thani"]
    assert all(o.person.name != "Mohammed bin Abdulrahman Al Thani" for o in mayor)
