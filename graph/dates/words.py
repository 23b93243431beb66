"""The words of time: months, weekdays, numbers, units; and the pieces of patterns made of them."""

from __future__ import annotations

from .model import Unit

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NUMBER_NAMES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty"
)
NUMBERS = {word: number for number, word in enumerate(_NUMBER_NAMES.split(), 1)} | {
    "a": 1,
    "an": 1,
    "a couple of": 2,
    "a pair of": 2,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
}
UNITS = {
    **{unit.value: unit for unit in Unit},
    "fortnight": Unit.WEEK,
    **dict.fromkeys(("spring", "summer", "autumn", "fall", "winter"), Unit.SEASON),
}

_MONTH_NAMES = "january february march april may june july august september october november december"
_WEEKDAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday"
MONTH_WORDS = (*_MONTH_NAMES.split(), *MONTHS, "sept")
WEEKDAY_WORDS = tuple(_WEEKDAY_NAMES.split())
NEAR_WORDS = ("yesterday", "today", "tomorrow", "tonight", "morning", "afternoon", "evening", "night")
UNIT_WORDS = (
    *UNITS,
    *(f"{unit}s" for unit in UNITS),
    *("eve", "daylong", "weeklong", "monthlong", "yearlong"),
)

# "may" and "march" are words of their own: those two count with a capital only.
MONTH = (
    r"(?:(?i:january|february|april|june|july|august|september|october|november|december"
    r"|(?:jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)|March|MARCH|Mar\b\.?|MAR\b\.?|May\b|MAY\b)"
)
WEEKDAY = r"(?i:monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
SHORT_WEEKDAY = r"(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%:/]|,\d{3}|\.\d)"
YEAR = r"(?:19|20)\d\d(?![\d%]|,\d|\.\d|s\b|-(?:strong|odd|km|mile|metre|meter|hectare|tonne|member)\b)"
COUNT = (
    r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|a\scouple\sof|a\spair\sof|a\sfew|several|some|few|an?)"
)
PART = (
    r"(?i:(?:the\s)?(?:very\s)?(?:early|late|mid|middle|end|beginning|start|close|turn|first\shalf|second\shalf"
    r"|(?:first|second|third|fourth|last|final|opening)\s(?:week|days?|weekend|quarter|third)"
    r"|spring|summer|autumn|fall|winter)(?:(?:\s(?:of|in|part\sof))?(?:\sthe)?\s|-))"
)


def month_number(word: str) -> int:
    """1 for "January", "Jan." or "JAN"."""
    return MONTHS.index(word[:3].lower()) + 1


def weekday_number(word: str) -> int:
    """0 for "Monday" or "Mon."."""
    return WEEKDAYS.index(word[:3].lower())


def count_of(word: str) -> int | None:
    """3 for "3" and "three"; None for "several"."""
    word = " ".join(word.lower().split())
    return int(word) if word.isdigit() else NUMBERS.get(word)


def unit_of(word: str) -> Unit:
    """The unit of "days", "week", "summer"."""
    word = word.lower()
    return UNITS[word] if word in UNITS else UNITS[word.removesuffix("s")]
