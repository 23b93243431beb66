"""Numbers in words and figures."""

from __future__ import annotations

import re

_WORDS = {
    w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
}
_OPEN = re.compile(
    r"\b(?:several|few|many|half an?|(?:couple|tens|hundreds|dozens) of) (?:hundred|thousand|million|dozen)"
)
_SCALE = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12}


def number(text: str) -> float | None:
    """The number that "7,000", "1.200", "6.5", "two thousand" or "some 300" gives; None where there is none, as in "several thousand"."""
    match = re.search(r"\d[\d,. ]*", text)
    if match:
        digits = match.group().strip(" ,.")
        if re.fullmatch(r"\d{1,3}(?:[,. ]\d{3})+", digits):
            value = float(re.sub(r"[,. ]", "", digits))
        else:
            try:
                value = float(digits.replace(",", "").replace(" ", ""))
            except ValueError:
                return None
        scale = re.match(r"\s*(hundred|thousand|million)", text[match.end() :])
        return value * (_SCALE[scale.group(1)] if scale else 1)
    if _OPEN.search(text.lower()):
        return None
    total = 1.0
    seen = False
    for word in re.findall(r"[a-z]+", text.lower()):
        if word in _WORDS:
            total, seen = total * _WORDS[word], True
        elif word in _SCALE:
            total, seen = total * _SCALE[word], True
    return total if seen else None


def kilometres(figure: str, unit: str) -> float | None:
    """A length in kilometres."""
    value = number(figure)
    if value is None:
        return None
    return round(value * 1.609344, 1) if unit.startswith("mile") else value
