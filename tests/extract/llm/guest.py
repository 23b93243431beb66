"""An article about a guest, and facts that a model may propose from it."""

from __future__ import annotations

from typing import Any

TEXT = """Tajik leader receives guest

DUSHANBE — Russian President Vladimir Putin arrived in Dushanbe on Tuesday and met his Tajik counterpart, Emomali Rakhmon.

“Our borders are quiet and they will stay so,” Rakhmon told reporters. Some 7,000 Russian soldiers serve in Tajikistan.
"""
ARRIVED = "Russian President Vladimir Putin arrived in Dushanbe on Tuesday"
SOLDIERS = "Some 7,000 Russian soldiers serve in Tajikistan."


def visit(**changes: Any) -> dict[str, Any]:
    fact = {
        "type": "visit", "visitor": "Vladimir Putin", "state": "Tajikistan", "city": "Dushanbe", "date": "2022-06-28",
        "end": None, "status": "occurred", "evidence": [ARRIVED], "attribution": None,
    }  # fmt: skip
    return fact | changes


def base(**changes: Any) -> dict[str, Any]:
    fact = {
        "type": "base", "operator": "Russian", "host": "Tajikistan", "name_or_place": None, "unit": None,
        "personnel": 7000, "evidence": [SOLDIERS], "attribution": None,
    }  # fmt: skip
    return fact | changes
