"""Whom a surname, a given name, "the leader" or "the two" stands for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summitry.graph.mentions.reading import Reading

CASES = {
    "the head of state whose wife shares the name": (
        "2016-03-22",
        "US President Barack Obama landed with First Lady Michelle Obama. Later Obama spoke.",
        "Obama spoke",
        ["Barack Obama"],
    ),
    "Mrs tells": (
        "2016-03-22",
        "US President Barack Obama landed with First Lady Michelle Obama. Later Mrs Obama spoke.",
        "Mrs Obama",
        ["Michelle Obama"],
    ),
    "a post with a given name": (
        "2022-09-16",
        "Pakistan's Prime Minister Shehbaz Sharif was expected. Prime Minister Shehbaz came on Friday.",
        "Prime Minister Shehbaz came",
        ["Shehbaz Sharif"],
    ),
    "the leader of a state that a president does not lead": (
        "2019-04-25",
        "The leader of the DPRK came by train.",
        "leader of the DPRK",
        ["Kim Jong-un"],
    ),
    "both guests are not their host": (
        "2010-04-08",
        "Barack Obama and Dmitry Medvedev signed it. Czech President Vaclav Klaus received both guests.",
        "guests",
        ["Barack Obama", "Dmitry Medvedev"],
    ),
    "the three": (
        "2023-02-10",
        "Volodymyr Zelensky dined with Emmanuel Macron and Olaf Scholz. The three met before.",
        "three",
        ["Volodymyr Zelensky", "Emmanuel Macron", "Olaf Scholz"],
    ),
    "ministers of any portfolio": (
        "2018-08-04",
        "Indian foreign minister Sushma Swaraj received Uzbek foreign minister Abdulaziz Kamilov. The two ministers spoke.",
        "ministers spoke",
        ["Sushma Swaraj", "Abdulaziz Kamilov"],
    ),
    "both of them": (
        "2023-07-10",
        "A meeting of Kosovo Prime Minister Albin Kurti and Serbian President Aleksandar Vucic is possible when both of them agree.",
        "both",
        ["Albin Kurti", "Aleksandar Vučić"],
    ),
    "the president of the story, not the last one met": (
        "2017-12-25",
        "Turkish President Recep Tayyip Erdogan arrived. Erdogan flies to N'Djamena, where President Idriss Deby is his host. "
        "Erdogan spoke. In Tunis the president will meet President Beji Caid Essebsi.",
        "president will",
        ["Recep Tayyip Erdoğan"],
    ),
    "the head of state, not the president of an assembly": (
        "2018-03-12",
        "Azerbaijani President Ilham Aliyev received the president of the OSCE Parliamentary Assembly, George Tsereteli. "
        "The head of state thanked him.",
        "head of state thanked",
        ["Ilham Aliyev"],
    ),
    "a prince": (
        "2019-02-20",
        "Saudi Arabia's Crown Prince Mohammed bin Salman landed. Narendra Modi met him. The prince goes on to Beijing.",
        "prince goes",
        ["Mohammed bin Salman"],
    ),
    "a rank": (
        "2021-04-23",
        "General Mahamat Idriss Deby received Emmanuel Macron. Macron spoke with the general at night.",
        "general at",
        ["Mahamat Déby"],
    ),
    "an age": (
        "2019-02-25",
        "Juan Guaido flew to Bogota. The 35-year-old, who wore a tie, was cheered.",
        "old",
        ["Juan Guaidó"],
    ),
    "who spoke before says more": (
        "2018-08-04",
        "Sushma Swaraj received Abdulaziz Kamilov. Indian spokesperson Raveesh Kumar told reporters so. He said Kamilov was glad.",
        "He said",
        ["Raveesh Kumar"],
    ),
    "the former president": (
        "2020-08-23",
        "Former Nigerian President Goodluck Jonathan met Colonel Assimi Goita. The former president was hopeful.",
        "former president was",
        ["Goodluck Jonathan"],
    ),
    "leaders of a region are not the last two": (
        "2023-02-10",
        "Emmanuel Macron met Olaf Scholz. A dozen African leaders stayed away.",
        "leaders",
        [],
    ),
    "leaders who talk with somebody are others": (
        "2015-02-05",
        "Angela Merkel and Francois Hollande landed. The two leaders discussed it with Petro Poroshenko.",
        "two leaders discussed",
        ["Angela Merkel", "François Hollande"],
    ),
    "one of those who held a post": (
        "2023-06-15",
        "President Ebrahim Raisi is in Havana. The last Iranian president to visit Cuba was Hassan Rouhani.",
        "last Iranian president",
        [],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_who_is_meant(name: str, read: Callable[..., Reading]) -> None:
    published, text, phrase, expected = CASES[name]
    reading = read(text, published)
    at = reading.article.text.index(phrase)
    found = [
        reading.entities(mention)
        for passage in reading.passages
        for mention in passage.mention_at.values()
        if mention.start < at + len(phrase) and mention.end > at
    ]
    assert [e.name for e in found[0]] == expected
