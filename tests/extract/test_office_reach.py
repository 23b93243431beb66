"""Posts whose words stand apart from whose they are: envoys, elections, rows of names, the state an article is about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Held = tuple[str, str, str, bool]

CASES: dict[str, tuple[str, set[Held]]] = {
    "an envoy's cause": (
        "U.S. climate envoy Dana Wexley flew home.",
        {("Dana Wexley", "special envoy", "United States", False)},
    ),
    "a minister's affairs": (
        "Iran's Deputy Foreign Minister for Asia and Pacific Affairs Hamid Karimov flew home.",
        {("Hamid Karimov", "deputy foreign minister", "Iran", False)},
    ),
    "a cabinet secretary": (
        "Kenyan Trade CS Betty Mainova flew home.",
        {("Betty Mainova", "trade minister", "Kenya", False)},
    ),
    "a chancellor of Latin America": (
        "Peru's chancellor, Goran Petrov, flew home.",
        {("Goran Petrov", "foreign minister", "Peru", False)},
    ),
    "a personal representative": (
        "The personal representative of the OSCE Chairperson-in-Office, Andrzej Kasprek, flew home.",
        {("Andrzej Kasprek", "special envoy", "OSCE", False)},
    ),
    "a deputy envoy": (
        "The U.N.'s deputy envoy to Peru, Goran Petrov, flew home.",
        {("Goran Petrov", "deputy special envoy", "UN", False)},
    ),
    "a second surname": (
        "Panama's foreign minister, Janaina Tewaney Mencomo, flew home.",
        {("Janaina Tewaney", "foreign minister", "Panama", False)},
    ),
    "a cabinet's chairman": (
        "Togo's Chairman of the Cabinet of Ministers Goran Petrov flew home.",
        {("Goran Petrov", "prime minister", "Togo", False)},
    ),
    "ousted before the land": (
        "Ousted Togo's Trade Minister Goran Petrov flew home.",
        {("Goran Petrov", "trade minister", "Togo", True)},
    ),
    "ministers of a region's countries": (
        "The foreign ministers of the Baltic countries of Latvia and Estonia, Goran Petrov and Lars Henrikson, flew home.",
        {
            ("Goran Petrov", "foreign minister", "Latvia", False),
            ("Lars Henrikson", "foreign minister", "Estonia", False),
        },
    ),
    "an envoy's land": (
        "UN Syria envoy Lars Henrikson flew home.",
        {("Lars Henrikson", "special envoy", "UN", False)},
    ),
    "ambassadors at an organisation": (
        "Peru's U.N. ambassador, Lars Henrikson, flew home.",
        {("Lars Henrikson", "ambassador", "Peru", False)},
    ),
    "a negotiator's people between": (
        "The chief Omani negotiator, Lars Henrikson, flew home.",
        {("Lars Henrikson", "chief negotiator", "Oman", False)},
    ),
    "the country a sentence is about": (
        "Kenya will send no troops to France, the country's energy minister, Samir Haddouch, said.",
        {("Samir Haddouch", "energy minister", "Kenya", False)},
    ),
    "lawmakers in a land": (
        "Lawmakers in Cambodia voted. The interior minister, Lars Henrikson, had asked them to wait.",
        {("Lars Henrikson", "interior minister", "Cambodia", False)},
    ),
    "elected by": (
        "Peru's parliament on Tuesday elected Elena Vasilescu speaker.",
        {("Elena Vasilescu", "speaker", "Peru", False)},
    ),
    "named by": (
        "Cambodia's president named Lucia Fernandes trade minister on Tuesday.",
        {("Lucia Fernandes", "trade minister", "Cambodia", False)},
    ),
    "replacing": (
        "Ingrid Solberg was appointed Latvian interior minister on Tuesday, replacing Tomas Ardel.",
        {
            ("Ingrid Solberg", "interior minister", "Latvia", False),
            ("Tomas Ardel", "interior minister", "Latvia", True),
        },
    ),
    "a government with": (
        "Bolivia's interim government, with Lars Henrikson as trade minister, was sworn in.",
        {("Lars Henrikson", "trade minister", "Bolivia", False)},
    ),
    "since": (
        "Otar Lomidze, who has been Norway's trade minister since 2019, spoke.",
        {("Otar Lomidze", "trade minister", "Norway", False)},
    ),
    "then": (
        "Elena Vasilesco, then Latvia's interior minister, refused in 2015.",
        {("Elena Vasilesco", "interior minister", "Latvia", True)},
    ),
    "in order": (
        "Goran Petrov and Elena Vasilesco, the transport ministers of Togo and Peru respectively, spoke.",
        {
            ("Goran Petrov", "transport minister", "Togo", False),
            ("Elena Vasilesco", "transport minister", "Peru", False),
        },
    ),
    "a counterpart from": (
        "Togo's Transport Minister Goran Petrov and his counterpart from Ghana, Hamid Karimov, spoke.",
        {
            ("Goran Petrov", "transport minister", "Togo", False),
            ("Hamid Karimov", "transport minister", "Ghana", False),
        },
    ),
    "signing for": (
        "The accord was signed by Interior Minister Elena Vasilesco for the United States and Trade Minister Lucia Fernandes "
        "for Togo.",
        {
            ("Elena Vasilesco", "interior minister", "United States", False),
            ("Lucia Fernandes", "trade minister", "Togo", False),
        },
    ),
    "retired": (
        "Cambodian Energy Minister General (retd) Nguyen Van Thanh came.",
        {("Nguyen Van Thanh", "energy minister", "Cambodia", False)},
    ),
    "a president's spokesman": (
        "The spokesman for the president of Togo, Goran Petrov, said there was nothing to sign.",
        {("Goran Petrov", "spokesperson", "Togo", False)},
    ),
    "a committee of parliament": (
        "Goran Petrov, chairman of the Togolese parliament's foreign affairs committee, spoke.",
        set(),
    ),
    "what an article is about": (
        "Ghana needs wheat. Ghana's farmers sow little of it. A Ghanaian bag of wheat is dear, and Togo has none.\n\n"
        "Trade Minister Goran Petrov is worried.",
        {("Goran Petrov", "trade minister", "Ghana", False)},
    ),
    "what it is not about by far": (
        "Ghana needs wheat. Ghana's farmers sow little of it. A Ghanaian bag of wheat is dear. Togo has none. In Togo none grows.\n\n"
        "Trade Minister Goran Petrov is worried.",
        set(),
    ),
    "a firm's president": (
        "Ghana needs wheat. Ghana's farmers sow little of it. A Ghanaian bag of wheat is dear.\n\n"
        "Farmers' Union president Goran Petrov is worried.",
        set(),
    ),
    "who only resigns": (
        "Nadia Belkasim resigned as Togo's trade minister on Tuesday.",
        {("Nadia Belkasim", "trade minister", "Togo", True)},
    ),
    "a day before a name": (
        "On Tuesday Lars Henrikson resigned as Togo's trade minister.",
        {("Lars Henrikson", "trade minister", "Togo", True)},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_post_is_whose(name: str, posts: Callable[..., set[Held]]) -> None:
    text, expected = CASES[name]
    assert posts(text, "2023-05-11") == expected
