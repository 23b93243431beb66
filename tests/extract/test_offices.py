"""Offices: who holds which post, and whose post it is where the words around it do not say."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.claims import Office

Told = Callable[..., list[Office]]
Held = tuple[str, str, str, bool]

CASES: dict[str, tuple[str, str, set[Held]]] = {
    "beside": (
        "2019-05-01",
        "French President Emmanuel Macron spoke to Norway's prime minister, Erna Solberg.",
        {
            ("Emmanuel Macron", "president", "France", False),
            ("Erna Solberg", "prime minister", "Norway", False),
        },
    ),
    "former": (
        "2022-05-01",
        "Former Polish foreign minister Radoslaw Sikorski wrote about it.",
        {("Radosław Sikorski", "foreign minister", "Poland", True)},
    ),
    "former, of a state on record": (
        "2019-10-01",
        "A former prime minister, Lars Lokke Rasmussen, wrote that it was a joke.",
        {("Lars Løkke Rasmussen", "prime minister", "Denmark", True)},
    ),
    "ministers of lands named together": (
        "2019-10-01",
        "The foreign ministers of the Nordic countries, Ine Eriksen Søreide and Ann Linde, spoke.",
        {
            ("Ine Eriksen Søreide", "foreign minister", "Norway", False),
            ("Ann Linde", "foreign minister", "Sweden", False),
        },
    ),
    "ministers of the two countries": (
        "2010-08-20",
        "The defence ministers of the two countries, Seyran Ohanyan and Anatoly Serdyukov, signed it.",
        {
            ("Seyran Ohanyan", "defence minister", "Armenia", False),
            ("Anatoly Serdyukov", "defence minister", "Russia", False),
        },
    ),
    "a list with a state before each": (
        "2012-12-07",
        "The presidents of Uruguay, Jose Mujica, and Bolivia, Evo Morales, came, as did those of Ecuador, "
        "Rafael Correa, and Peru, Ollanta Humala.",
        {
            ("José Mujica", "president", "Uruguay", False),
            ("Evo Morales", "president", "Bolivia", False),
            ("Rafael Correa", "president", "Ecuador", False),
            ("Ollanta Humala", "president", "Peru", False),
        },
    ),
    "a post shared by two names": (
        "2022-09-15",
        "Kyrgyz President Sadyr Japarov and Emomali Rahmon of Tajikistan may meet.",
        {
            ("Sadyr Japarov", "president", "Kyrgyzstan", False),
            ("Emomali Rahmon", "president", "Tajikistan", False),
        },
    ),
    "a body of an organisation": (
        "2018-06-09",
        "European Council President Donald Tusk spoke for the bloc.",
        {("Donald Tusk", "president", "European Council", False)},
    ),
    "two posts of one, the second behind a comma": (
        "2022-07-25",
        "The current chairman of the African Union, Senegalese President Macky Sall, went to Sochi.",
        {
            ("Macky Sall", "chairman", "African Union", False),
            ("Macky Sall", "president", "Senegal", False),
        },
    ),
    "states behind commas and in brackets": (
        "2023-01-24",
        "The prime ministers Mia Mottley, of Barbados, and Ariel Henry, of Haiti, came.",
        {
            ("Mia Mottley", "prime minister", "Barbados", False),
            ("Ariel Henry", "prime minister", "Haiti", False),
        },
    ),
    "an institution between the post and the name": (
        "2017-09-30",
        "The deputy chairman of Russia's Security Council, Ivan Testov, flew home.",
        {("Ivan Testov", "deputy chairman", "Russia", False)},
    ),
    "who presides over an organisation": (
        "2019-10-23",
        "Egypt's Abdel Fattah al-Sisi, who presides over the African Union, came.",
        {("Abdel Fattah el-Sisi", "chairman", "African Union", False)},
    ),
    "a mayor belongs to a city": (
        "2016-05-13",
        "The mayor of Lyon, Gustave Lenoir, was not invited.",
        {("Gustave Lenoir", "mayor", "Lyon", False)},
    ),
    "the one state that the sentence names": (
        "2010-12-20",
        "Uruguay will follow in 2011, Deputy Foreign Minister Ramiro Testado said.",
        {("Ramiro Testado", "deputy foreign minister", "Uruguay", False)},
    ),
    "no post that the state never had": (
        "2010-05-05",
        "The United States signed the treaty with Prime Minister Nobu Testoshi.",
        set(),
    ),
    "whom a spokeswoman speaks for": (
        "2018-05-31",
        "NATO Secretary General Jens Stoltenberg listened. Stoltenberg's spokeswoman, Olga Testova, wrote it.",
        {
            ("Jens Stoltenberg", "secretary general", "NATO", False),
            ("Olga Testova", "spokesperson", "NATO", False),
        },
    ),
    "two posts of one name": (
        "2023-10-01",
        "Qatari prime minister and foreign minister Mohammed bin Abdulrahman Al Thani flew in.",
        {
            ("Mohammed bin Abdulrahman Al Thani", "prime minister", "Qatar", False),
            ("Mohammed bin Abdulrahman Al Thani", "foreign minister", "Qatar", False),
        },
    ),
    "predecessor": (
        "2014-05-01",
        "Kyrgyz President Almazbek Atambayev was elected in 2011. His predecessor Kurmanbek Bakiyev fled.",
        {
            ("Almazbek Atambayev", "president", "Kyrgyzstan", False),
            ("Kurmanbek Bakiyev", "president", "Kyrgyzstan", True),
        },
    ),
    "counterpart": (
        "2010-08-20",
        "Armenian Defence Minister Seyran Ohanyan received his Russian counterpart Anatoly Serdyukov.",
        {
            ("Seyran Ohanyan", "defence minister", "Armenia", False),
            ("Anatoly Serdyukov", "defence minister", "Russia", False),
        },
    ),
    "a parliament's president": (
        "2019-01-25",
        "The president of Venezuela's National Assembly, Juan Guaido, took an oath.",
        {("Juan Guaidó", "speaker", "Venezuela", False)},
    ),
    "what the post is for": (
        "2023-09-10",
        "Russian President Vladimir Putin and his commissioner for children's rights, Maria Lvova-Belova, are wanted.",
        {
            ("Vladimir Putin", "president", "Russia", False),
            ("Maria Lvova-Belova", "commissioner", "Russia", False),
        },
    ),
    "an ambassador abroad": (
        "2014-07-10",
        "India's ambassador in Buenos Aires, Amarendra Khatua, disagreed.",
        {("Amarendra Khatua", "ambassador", "India", False)},
    ),
    "neighbours in a list": (
        "2018-06-10",
        "Iranian President Hassan Rouhani brought foreign minister Mohammad Javad Zarif and oil minister "
        "Bijan Namdar Zangeneh.",
        {
            ("Hassan Rouhani", "president", "Iran", False),
            ("Mohammad Javad Zarif", "foreign minister", "Iran", False),
            ("Bijan Namdar Zangeneh", "oil minister", "Iran", False),
        },
    ),
    "a king by his name": (
        "2017-02-01",
        "Moroccan King Mohammed VI waved.",
        {("Mohammed VI", "king", "Morocco", False)},
    ),
    "a surname by its sound": (
        "2023-02-09",
        "President Zelenskiy arrived by train.",
        {("Volodymyr Zelensky", "president", "Ukraine", False)},
    ),
    "a name by its sound": (
        "2010-08-20",
        "Foreign Minister Eduard Nalbandyan did not agree.",
        {("Edward Nalbandian", "foreign minister", "Armenia", False)},
    ),
    "who chairs": (
        "2023-07-01",
        "Azali Assoumani currently chairs the African Union.",
        {("Azali Assoumani", "chairman", "African Union", False)},
    ),
    "only one state calls it so": (
        "2021-05-27",
        "Deputy Secretary of State Wendy Sherman told them.",
        {("Wendy Sherman", "deputy secretary of state", "United States", False)},
    ),
    "its, of the subject": (
        "2019-02-18",
        "India protested against Pakistan's decision and recalled its high commissioner, Ravi Chandra.",
        {("Ravi Chandra", "high commissioner", "India", False)},
    ),
    "its, of the sentence before": (
        "2011-01-10",
        "The Israeli Foreign Ministry was angry. Its spokesman Dov Perlman said so in Ramallah.",
        {("Dov Perlman", "spokesperson", "Israel", False)},
    ),
    "whose, of an organisation, with where its head comes from": (
        "2012-06-10",
        "They wrote to the AU Commission, whose chairperson, Jean Ping of Gabon, insisted.",
        {("Jean Ping", "chairman", "African Union Commission", False)},
    ),
    "states before the names, behind a colon": (
        "2013-07-02",
        "All the heads of state of the region came: Serbia's Tomislav Nikolic, Slovenia's Borut Pahor.",
        {
            ("Tomislav Nikolić", "president", "Serbia", False),
            ("Borut Pahor", "president", "Slovenia", False),
        },
    ),
    "names in brackets behind the states": (
        "2020-09-10",
        "He met the foreign ministers of Kyrgyzstan [Chingiz Aidarbekov] and Tajikistan (Sirojiddin Muhriddin).",
        {
            ("Chingiz Aidarbekov", "foreign minister", "Kyrgyzstan", False),
            ("Sirojiddin Muhriddin", "foreign minister", "Tajikistan", False),
        },
    ),
    "a name longer than the one on record": (
        "2016-10-31",
        "Tanzanian leader John Pombe Magufuli arrived.",
        {("John Magufuli", "president", "Tanzania", False)},
    ),
    "left long before the article": (
        "2018-03-15",
        "The Philippines signed it in December 2000 under President Joseph Estrada.",
        {("Joseph Estrada", "president", "Philippines", True)},
    ),
    "in the company of somebody": (
        "2018-09-10",
        "Vietnamese President Tran Dai Quang left Budapest. He is accompanied by Minister of Justice Le Van Tuan.",
        {
            ("Tran Dai Quang", "president", "Vietnam", False),
            ("Le Van Tuan", "justice minister", "Vietnam", False),
        },
    ),
    "who is appointed, not who appoints": (
        "2013-07-05",
        "Vladimir Putin appointed Sergei Shoigu as defence minister of Russia.",
        {("Sergei Shoigu", "defence minister", "Russia", False)},
    ),
    "whose staff, by a post": (
        "2018-04-26",
        "Im Jong-seok, the South Korean president's chief of staff, briefed reporters.",
        {("Im Jong-seok", "chief of staff", "South Korea", False)},
    ),
    "a party's committee and its acronym in brackets": (
        "2018-09-10",
        "General Secretary of the Workers' Party of Korea (WPK) Central Committee Kim Chol Su left.",
        {("Kim Chol Su", "secretary general", "Workers' Party of Korea", False)},
    ),
    "the head of what a state has": (
        "2020-02-08",
        "The head of Russia's diplomacy, Sergey Lavrov, met the head of EU diplomacy, Josep Borrell.",
        {
            ("Sergey Lavrov", "foreign minister", "Russia", False),
            ("Josep Borrell", "high representative", "EU", False),
        },
    ),
    "a rank of two words, a letter amid a name": (
        "2015-07-20",
        "OIC Secretary General Dr. Yousef A. Al-Othaimeen met Nigeria's army chief, Maj.-Gen. Musa Balarabe (rtd).",
        {
            ("Yousef al-Othaimeen", "secretary general", "Organisation of Islamic Cooperation", False),
            ("Musa Balarabe", "army chief", "Nigeria", False),
        },
    ),
    "a post without a name, of one holder": (
        "2022-06-28",
        "The Russian president flew to Dushanbe.",
        {("Vladimir Putin", "president", "Russia", False)},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_office(name: str, posts: Callable[..., set[tuple[str, str, str, bool]]]) -> None:
    published, text, expected = CASES[name]
    assert posts(text, published) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The president said nothing.",
        "A minister resigned in Bogota.",
        "If Marine Le Pen becomes president of France, it will change.",
    ],
)
def test_no_office(text: str, told: Told) -> None:
    assert not told(text, Office)
