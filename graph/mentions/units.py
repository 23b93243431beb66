"""Words -> units: the names of the gazetteer, posts, runs of capitals, and plain words between them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from summitry.graph.gazetteer import Entry
from summitry.graph.mentions.lexicon import Lexicon
from summitry.graph.mentions.name_runs import may_go_on, name_goes_on, run_end
from summitry.graph.mentions.name_words import is_thing
from summitry.graph.mentions.role_words import role_at
from summitry.graph.mentions.roles import HONORIFICS
from summitry.graph.mentions.words import Word


class UnitKind(StrEnum):
    """What a unit is; the names of the gazetteer's kinds plus those of our own lexicons."""

    WORD = "word"
    NAME = "name"  # a run of capitalised words that no lexicon knows
    PERSON = "person"
    STATE = "state"
    DEMONYM = "demonym"
    CITY = "city"
    REGION = "region"
    ORGANISATION = "organisation"
    BODY = "body"
    METONYM = "metonym"
    ROLE = "role"
    HONORIFIC = "honorific"


@dataclass(frozen=True, slots=True)
class Unit:
    """Words `first..last` (inclusive) of a block taken as one thing."""

    kind: UnitKind
    first: int
    last: int
    start: int
    end: int
    text: str
    entries: tuple[Entry, ...] = ()
    role: str = ""
    plural: bool = False

    @property
    def low(self) -> str:
        return self.text.lower()


_DETERMINERS = frozenset("the a an his her their its".split())


class UnitReader:
    """What all who read the units of one block ask: which unit stands at a place, and whether it is a given word."""

    def __init__(self, units: list[Unit]) -> None:
        self._units = units

    def _at(self, i: int) -> Unit | None:
        return self._units[i] if 0 <= i < len(self._units) else None

    def _is(self, i: int, text: str) -> bool:
        unit = self._at(i)
        return unit is not None and unit.kind is UnitKind.WORD and unit.low == text

    def _determines(self, i: int) -> bool:
        """Whether an article, or a word for whose it is, stands there."""
        unit = self._at(i)
        return unit is not None and unit.low in _DETERMINERS


def find_units(words: list[Word], lexicon: Lexicon, shouted: bool = False) -> list[Unit]:
    """The units of a block, in order; `shouted` is for headlines whose words are all capitalised."""
    units: list[Unit] = []
    i = 0
    while i < len(words):
        unit = _known(words, i, lexicon) or _honorific(words, i)
        if unit is None and words[i].alpha and words[i].capital:
            unit = _name(words, i, lexicon, shouted)
        elif unit is not None and unit.kind is UnitKind.PERSON:
            unit = _whole(words, unit, lexicon, shouted)
        unit = unit or _unit(UnitKind.WORD, words, i, i)
        units.append(unit)
        i = unit.last + 1
    return units


def _known(words: list[Word], i: int, lexicon: Lexicon) -> Unit | None:
    """A name of the gazetteer or a post: "Europe Minister" is a post, "US Treasury Secretary" one of the US."""
    unit, role = _gazetteer(words, i, lexicon), _role(words, i)
    if unit is None or role is None:
        return unit or role
    return role if role.last > unit.last else unit


def _whole(words: list[Word], unit: Unit, lexicon: Lexicon, shouted: bool) -> Unit:
    """ "Sheikh Tamim bin Hamad al-Thani": a known short name with the rest of it; somebody else's where the rest does not fit."""
    k = unit.last + 1
    if _titled_only(words, unit) and k < len(words) and words[k].gap and may_go_on(words, k):
        last = run_end(words, k, lexicon, shouted)
        if last is not None and words[k].text.lower() not in _PATRONYMIC and not words[k].text.isupper():
            return _unit(UnitKind.NAME, words, unit.first, last)
    while k < len(words) and words[k].gap and words[k].text.lower() in _PATRONYMIC and name_goes_on(words, k):
        k += 1
        while k < len(words) and (words[k].text == "-" or words[k].text.lower() in _PATRONYMIC):
            k += 1
        k += 1
    if k == unit.last + 1:
        longer = None if shouted else _longer(words, unit, lexicon)
        return longer or _with_second_surname(words, unit, lexicon, shouted)
    rest = {_stem(w.text) for w in words[unit.last + 1 : k] if w.capital and len(w.text) > 2}
    known = {_stem(part) for name in unit.entries[0].names for part in name.replace("-", " ").split()}
    if rest <= known:
        return _unit(UnitKind.PERSON, words, unit.first, k - 1, unit.entries)
    title = _role(words, unit.first)  # "King Hamad bin Thani" is another Hamad, and a king
    return (
        title
        if title is not None and title.last < unit.last
        else _unit(UnitKind.NAME, words, unit.first, k - 1)
    )


def _stem(name: str) -> str:
    """The letters that tell two names apart, however they are romanised: "Isa", "Issa"."""
    return _DOUBLED.sub(r"\1", name.lower())[:_STEM]


def _longer(words: list[Word], unit: Unit, lexicon: Lexicon) -> Unit | None:
    """ "Mahmoud Abbas Zadeh Meshkini": somebody else, whose name begins like that of a known person."""
    k = unit.last + 1
    if k + 1 >= len(words) or not (words[k].gap and may_go_on(words, k) and words[k + 1].gap):
        return None
    whole = may_go_on(words, k + 1) and unit.last > unit.first and words[k].text.isalpha()
    if not whole or any(lexicon.longest(words, j) or role_at(words, j) for j in (k, k + 1)):
        return None
    last = run_end(words, k, lexicon, False)
    found = _unit(UnitKind.NAME, words, unit.first, last) if last is not None and last > k else None
    return found if found is not None and not is_thing(found.text) else None


def _with_second_surname(words: list[Word], unit: Unit, lexicon: Lexicon, shouted: bool) -> Unit:
    """ "Ana Gervasi Díaz": whom papers call without it."""
    k = unit.last + 1
    known = unit.entries[0] if len(unit.entries) == 1 else None
    if known is None or known.state not in _DOUBLE_SURNAMES or shouted or k >= len(words):
        return unit
    more = words[k].gap and may_go_on(words, k) and words[k].text.isalpha() and not words[k].text.isupper()
    behind = k + 1 < len(words) and words[k + 1].capital and words[k + 1].alpha
    known_word = lexicon.longest(words, k) is not None or role_at(words, k) is not None or behind
    return _unit(UnitKind.PERSON, words, unit.first, k, unit.entries) if more and not known_word else unit


def _titled_only(words: list[Word], unit: Unit) -> bool:
    """ "Sheikh Sabah": a title and one name, which may be anybody's who has more of it."""
    return unit.last == unit.first + 1 and words[unit.first].text.lower() in HONORIFICS


def _name(words: list[Word], i: int, lexicon: Lexicon, shouted: bool) -> Unit | None:
    """The run of capitals that begins at word i."""
    last = run_end(words, i, lexicon, shouted)
    return None if last is None else _unit(UnitKind.NAME, words, i, last)


_KINDS = {
    "person": UnitKind.PERSON,
    "state": UnitKind.STATE,
    "city": UnitKind.CITY,
    "region": UnitKind.REGION,
    "organisation": UnitKind.ORGANISATION,
    "body": UnitKind.BODY,
}


def _gazetteer(words: list[Word], i: int, lexicon: Lexicon) -> Unit | None:
    match = lexicon.longest(words, i)
    if match is None:
        city = lexicon.common(words, i)
        return None if city is None else _unit(UnitKind.CITY, words, i, i, city.entries)
    last, phrase = match
    if words[i].text.startswith("American") and i and words[i - 1].text in _CONTINENTS:
        return None  # "Latin American leaders"
    if str(phrase.entries[0].kind) == "body":
        for k in range(i + 1, last + 1):
            role = _role(words, k)
            if role is not None and role.last > last:
                shorter = lexicon.longest(words, i, k)
                last, phrase = shorter if shorter is not None else match
                break
    kind = _KINDS[str(phrase.entries[0].kind)]
    if kind is UnitKind.PERSON and _cut_off(words, last):
        return None
    if phrase.demonym:
        kind = UnitKind.DEMONYM
    elif phrase.metonym:
        kind = UnitKind.METONYM
    return _unit(kind, words, i, last, phrase.entries)


def _cut_off(words: list[Word], last: int) -> bool:
    """ "Cho Hyun" in "Cho Hyun-dong": somebody else's name."""
    rest = words[last + 1 : last + 3]
    return (
        len(rest) > 1 and rest[0].text == "-" and not (rest[0].gap or rest[1].gap) and rest[1].text.islower()
    )


def _unit(kind: UnitKind, words: list[Word], i: int, last: int, entries: tuple[Entry, ...] = ()) -> Unit:
    start, end = words[i].start, words[last].end
    text = " ".join(w.text for w in words[i : last + 1])
    return Unit(kind, i, last, start, end, text, entries)


def _role(words: list[Word], i: int) -> Unit | None:
    found = role_at(words, i)
    return _post(words, i, found[0], found[1].role, found[1].plural) if found is not None else None


def _post(words: list[Word], i: int, last: int, role: str, plural: bool) -> Unit:
    return replace(_unit(UnitKind.ROLE, words, i, last), role=role, plural=plural)


def _honorific(words: list[Word], i: int) -> Unit | None:
    for title in _TITLES.get(words[i].text, ()):
        if [w.text for w in words[i + 1 : i + 1 + len(title)]] == title:
            return _unit(UnitKind.HONORIFIC, words, i, i + len(title))
    if words[i].capital and (words[i].text.lower() in HONORIFICS or words[i].text in _SHOUTED):
        return _unit(UnitKind.HONORIFIC, words, i, i)
    if words[i].text in _BEFORE_NAMES and i + 1 < len(words) and words[i + 1].alpha and words[i + 1].capital:
        return _unit(UnitKind.HONORIFIC, words, i, i)
    if words[i].text == "(" and words[i + 1 : i + 2] and words[i + 1].text.lower() in _RETIRED:
        closing = next((k for k in (i + 2, i + 3) if k < len(words) and words[k].text == ")"), None)
        return _unit(UnitKind.HONORIFIC, words, i, closing) if closing is not None else None
    return None


_SHOUTED = frozenset({"HE", "CS", "PS"})  # "HE President X", "Cabinet Secretary X"
# "U Thant", "Daw Suu"; "Secretary Kerry", whatever he is secretary of
_BEFORE_NAMES = frozenset({"U", "Daw", "Secretary"})
_TITLES: dict[str, tuple[list[str], ...]] = {
    "H": ([".", "E", "."], [".", "H", "."], [".", "M", "."]),
    "Tan": (["Sri"],),
    "Datuk": (["Sri"],),
    "Dato": (["’", "Sri"], ["'", "Sri"], ["’"], ["'"], ["Sri"]),
}  # first word -> the words behind it, longest first
_RETIRED = frozenset({"retired", "retd", "rtd", "ret"})  # "General (retd) X"
_CONTINENTS = frozenset("Latin South North Central Ibero Pan All African Native Afro".split())
_DOUBLE_SURNAMES = frozenset(
    f"state/{name}"
    for name in "argentina bolivia chile colombia costa-rica cuba dominican-republic ecuador el-salvador guatemala honduras mexico "
    "nicaragua panama paraguay peru spain uruguay venezuela portugal brazil equatorial-guinea".split()
)
_PATRONYMIC = frozenset({"bin", "ibn", "ben", "bint", "al", "el"})
_STEM = 4  # letters of a name that tell it from others
_DOUBLED = re.compile(r"(\w)\1")
