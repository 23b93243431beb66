"""Words -> units: the names of the gazetteer, posts, runs of capitals, and plain words between them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from summitry.graph.gazetteer import Entry
from summitry.graph.mentions.lexicon import Lexicon
from summitry.graph.mentions.role_words import role_at
from summitry.graph.mentions.roles import HONORIFICS, role_index
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


PARTICLES = frozenset(
    "al bin ibn ben bint von van der den de del della da das do dos di du la le el ul ur uz abu ould abd binti y e".split()
)
NOT_NAMES = frozenset(
    "the a an in on at of for from by to with and but or as after before during since while when where who which that this "
    "these those it its he she they we i you his her their our my if not no new former both all some many most more than "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sep sept oct nov dec earlier later last next today "
    "yesterday tomorrow meanwhile however according also only also there here what why how under over about between "
    "among against into upon following despite although though because so then now once one two three four five six "
    "seven eight nine ten first second third ahead asked speaking talks meeting summit visit read photo source updated "
    "mr mrs ms north south east west northern southern eastern western central prime president minister foreign "
    "ministry government parliament council embassy party state states war peace union nations international "
    "analysis opinion news world reuters afp ap tass xinhua interfax ria bbc cnn nuclear military defence defense security "
    "economic trade special joint general supreme national united federal people democratic republic will would "
    "let our my your such even just still yet each every any other another organization organisation assembly committee "
    "commission congress senate presidium external affairs region province district prefecture county governorate oblast".split()
)
_APOSTROPHES = ("'s", "’s", "ʼs")


def find_units(words: list[Word], lexicon: Lexicon, shouted: bool = False) -> list[Unit]:
    """The units of a block, in order; `shouted` is for headlines whose words are all capitalised."""
    units: list[Unit] = []
    i = 0
    while i < len(words):
        unit = _known(words, i, lexicon) or _honorific(words, i)
        name = _name_run(words, i, lexicon, shouted) if _may_be_name(unit, words, i) else None
        unit = _whole(words, unit) if unit is not None and unit.kind is UnitKind.PERSON else unit
        unit = _longer(unit, name) or _plain(words, i)
        units.append(unit)
        i = unit.last + 1
    return units


def _known(words: list[Word], i: int, lexicon: Lexicon) -> Unit | None:
    """A name of the gazetteer or a post: "Europe Minister" is a post, "US Treasury Secretary" one of the US."""
    unit, role = _gazetteer(words, i, lexicon), _role(words, i)
    if unit is None or role is None:
        return unit or role
    return role if role.last > unit.last else unit


def _whole(words: list[Word], unit: Unit) -> Unit:
    """ "Sheikh Tamim bin Hamad al-Thani": a known short name with the rest of it; somebody else's where the rest does not fit."""
    k = unit.last + 1
    while (
        k < len(words) and words[k].gap and words[k].text.lower() in _PATRONYMIC and _name_goes_on(words, k)
    ):
        k += 1
        while k < len(words) and (words[k].text == "-" or words[k].text.lower() in _PATRONYMIC):
            k += 1
        k += 1
    if k == unit.last + 1:
        return unit
    rest = {w.text.lower()[:_STEM] for w in words[unit.last + 1 : k] if w.capital and len(w.text) > 2}
    known = {
        part[:_STEM] for name in unit.entries[0].names for part in name.lower().replace("-", " ").split()
    }
    entries = unit.entries if rest <= known else ()
    return _unit(UnitKind.PERSON if entries else UnitKind.NAME, words, unit.first, k - 1, entries)


def _longer(known: Unit | None, name: Unit | None) -> Unit | None:
    """A run of capitals beats a known name only where it swallows it: "Israel Katz" is nobody's state."""
    if known is None or name is None:
        return known or name
    return known


def _may_be_name(unit: Unit | None, words: list[Word], i: int) -> bool:
    return unit is None and words[i].alpha and words[i].capital


def _plain(words: list[Word], i: int) -> Unit:
    word = words[i]
    return Unit(UnitKind.WORD, i, i, word.start, word.end, word.text)


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
    if phrase.demonym:
        kind = UnitKind.DEMONYM
    elif phrase.metonym:
        kind = UnitKind.METONYM
    return _unit(kind, words, i, last, phrase.entries)


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
    if words[i].capital and words[i].text.lower() in HONORIFICS:
        return _unit(UnitKind.HONORIFIC, words, i, i)
    return None


def _name_run(words: list[Word], i: int, lexicon: Lexicon, shouted: bool) -> Unit | None:
    """The run of capitalised words that begins at word i, particles and hyphens inside it included."""
    if words[i].text.lower() in NOT_NAMES and not _initial(words[i]):
        return None
    last = i
    k = i + 1
    while k < len(words) and k - i < 8:
        word = words[k]
        if (
            word.text in ("-", "‑")
            and not word.gap
            and k + 1 < len(words)
            and not words[k + 1].gap
            and words[k + 1].alpha
        ):
            last = k + 1  # Geun-hye, Al-Sisi, Qasym-Zhomart
            k += 2
            continue
        if word.text == "." and not word.gap and _initial(words[k - 1]):
            last = k
        elif shouted and word.text.lower() in _HEADLINE_VERBS:
            break
        elif (
            word.capital
            and word.alpha
            and (word.text.lower() not in NOT_NAMES or _surname_too(words, k) or _middle(words, k))
        ):
            if word.text in _PEOPLES and k == i + 1:
                last = k  # "Danilo Turk"
                break
            if lexicon.stops(words, k) or (
                role_index().get(word.text.lower())
                and not shouted
                and word.text not in _GIVEN_TOO
                and _role(words, k)
            ):
                break
            last = k
        elif not (word.text.lower() in PARTICLES and _name_goes_on(words, k)):
            break
        k += 1
    return _unit(UnitKind.NAME, words, i, last)


_CONTINENTS = frozenset("Latin South North Central Ibero Pan All African Native Afro".split())
_PATRONYMIC = frozenset({"bin", "ibn", "ben", "bint", "al", "el"})
_STEM = 4  # letters that tell two names apart, however they are romanised
_GIVEN_TOO = frozenset({"Amir", "Emir", "Sultan"})  # inside a name: "Hossein Amir Abdollahian"
_PEOPLES = frozenset("Turk Pole Dane Finn Swede Croat Scot Kurd".split())
_HEADLINE_VERBS = frozenset("addresses arrives attends backs begins calls discusses ends heads holds hosts joins leaves lands makes meets "
                            "pays receives returns says seeks sees sends signs starts takes talks tells to travels urges visits vows warns "
                            "welcomes wins".split())  # fmt: skip
_SURNAMES_TOO = frozenset("May West North South June April August Moon Day Major Central".split())


def _surname_too(words: list[Word], k: int) -> bool:
    """ "Theresa May", "Thomas West": a surname, unless a number makes it a date."""
    after = words[k + 1].text if k + 1 < len(words) else ""
    return (
        words[k].text in _SURNAMES_TOO
        and not after[:1].isdigit()
        and not (after[:1].isupper() and after[:1].isalpha())
    )


def _middle(words: list[Word], k: int) -> bool:
    """ "Yousef A. Al-Othaimeen": a letter with its full stop, and more of the name behind it."""
    return _initial(words[k]) and k + 2 < len(words) and words[k + 1].text == "." and words[k + 2].capital


def _initial(word: Word) -> bool:
    return len(word.text) == 1 and word.capital


def _name_goes_on(words: list[Word], k: int) -> bool:
    """Whether a particle at k is followed by more of the name: "bin Salman", "al-Assad", "von der Leyen"."""
    for word in words[k + 1 : k + 4]:
        if word.text == "-":
            continue
        if word.capital and word.alpha:
            return True
        if word.text.lower() not in PARTICLES:
            return False
    return False
