"""Words -> the run of capitals that begins at one of them and may be a person's name: where it ends."""

from __future__ import annotations

from summitry.graph.mentions.lexicon import Lexicon
from summitry.graph.mentions.ministers import opens_portfolio
from summitry.graph.mentions.name_words import THINGS, VERBS
from summitry.graph.mentions.role_words import role_at
from summitry.graph.mentions.roles import HONORIFICS, role_index
from summitry.graph.mentions.words import Word

PARTICLES = frozenset(
    "al bin ibn ben bint von van der den de del della da das do dos di du la le el ul ur uz abu ould abd binti y e".split()
)
NOT_NAMES = frozenset(
    "neither nor either the a an in on at of for from by to with and but or as after before during since while when where who which that this "
    "these those it its he she they we i you his her their our my if not no new former both all some many most more than "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sep sept oct nov dec earlier later last next today "
    "yesterday tomorrow meanwhile however according also only also there here what why how under over about between "
    "among against into upon off following despite although though because so then now once one two three four five six "
    "seven eight nine ten first second third ahead asked speaking talks meeting summit visit read photo source updated "
    "mr mrs ms north south east west northern southern eastern western central prime president minister foreign "
    "ministry government parliament council embassy party state states war peace union nations international "
    "analysis opinion news world reuters afp ap tass xinhua interfax ria bbc cnn nuclear intelligence service military defence defense security "
    "economic climate trade special joint general supreme national united federal people democratic republic will would "
    "let our my your such even just still yet each every any other another organization organisation assembly committee "
    "commission congress senate presidium external affairs member members region province district prefecture county governorate oblast".split()
)
_GIVEN_TOO = frozenset({"Amir", "Emir", "Sultan"})  # inside a name: "Hossein Amir Abdollahian"
_PEOPLES = frozenset("Turk Pole Dane Finn Swede Croat Scot Kurd".split())
_SURNAMES_TOO = frozenset("May West North South June April August Moon Day Major Central".split())


_DIGRAPHS = frozenset("Kh Ts Dz Ch Sh Yu Ya Zh Ye".split())
_LONGEST = 14  # words and hyphens of a name
_OPENING = ('"', "“", "‘", "«", "'")
_CLOSING = ('"', "”", "’", "»", "'")


def run_end(words: list[Word], i: int, lexicon: Lexicon, shouted: bool) -> int | None:
    """The last word of the run of capitals that begins at word i, particles and hyphens inside it included; None where
    a name cannot begin so.
    """
    first = words[i].text.lower()
    if (first in NOT_NAMES or first in VERBS) and not (_initial(words[i]) or _given_month(words, i, lexicon)):
        return None
    last = i
    k = i + 1
    while k < len(words) and k - i < _LONGEST:
        word = words[k]
        if word.text in ("-", "‑") and _hyphen(words, k):
            last = k + 1  # Geun-hye, Al-Sisi, Qasym-Zhomart
            k += 2
            continue
        if _nickname(words, k):
            last = k + 2  # Joko "Jokowi" Widodo
            k += 3
            continue
        if word.text == "." and not word.gap and (_initial(words[k - 1]) or _digraph(words, k)):
            last = k
        elif may_go_on(words, k) or _syllable(words, k):
            if word.text in _PEOPLES and k == i + 1:
                last = k  # "Danilo Turk"
                break
            if lexicon.stops(words, k) or _other_begins(words, k, shouted):
                break
            last = k
        elif not (word.text.lower() in PARTICLES and name_goes_on(words, k)) and not _mute(words, k):
            break
        k += 1
    return last


def _given_month(words: list[Word], i: int, lexicon: Lexicon) -> bool:
    """ "Jan Egeland": a given name and no January."""
    k = i + 1
    named = words[i].text == "Jan" and k < len(words) and words[k].gap and may_go_on(words, k)
    return named and lexicon.longest(words, k) is None and role_at(words, k) is None


def _hyphen(words: list[Word], k: int) -> bool:
    return not words[k].gap and k + 1 < len(words) and not words[k + 1].gap and words[k + 1].alpha


def _syllable(words: list[Word], k: int) -> bool:
    """ "Chung In-yong": the first half of a given name, whatever word it looks like."""
    return (
        words[k].capital
        and words[k].text.isalpha()
        and k + 2 < len(words)
        and (words[k + 1].text in ("-", "‑") and _hyphen(words, k + 1) and words[k + 2].text.islower())
        and len(words[k].text) < 6
        and len(words[k + 2].text) < 7
    )


def _nickname(words: list[Word], k: int) -> bool:
    """A name in quotation marks between two others."""
    return (
        k + 3 < len(words)
        and words[k].text in _OPENING
        and words[k].gap
        and words[k + 1].capital
        and words[k + 2].text in _CLOSING
        and words[k + 3].gap
        and words[k + 3].capital
    )


def _mute(words: list[Word], k: int) -> bool:
    """The mark of "Shiaa' al-Sudani"."""
    after = words[k + 1] if k + 1 < len(words) else None
    marked = words[k].text in ("'", "’", "ʼ", "`", "‘") and not words[k].gap
    return marked and after is not None and after.text.lower() in ("al", "el") and name_goes_on(words, k + 1)


def may_go_on(words: list[Word], k: int) -> bool:
    """Whether a capitalised word may go on with a name: no verb of a headline, no "the", no month."""
    word, low = words[k], words[k].text.lower()
    if not (word.capital and word.alpha) or low in VERBS:
        return False
    return low not in NOT_NAMES or _surname_too(words, k) or _middle(words, k)


def _other_begins(words: list[Word], k: int, shouted: bool) -> bool:
    """Whether a post begins inside a run of capitals, or a title behind a thing: "National Guard Prince X"."""
    low = words[k].text.lower()
    if low in HONORIFICS and words[k - 1].text.lower() in THINGS:
        return True
    if shouted or words[k].text in _GIVEN_TOO or not (low in role_index() or opens_portfolio(low)):
        return False
    return role_at(words, k) is not None


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
    if not _initial(words[k]) or k + 2 >= len(words) or words[k + 1].text != ".":
        return False
    return words[k + 2].capital or (words[k + 2].text in PARTICLES and name_goes_on(words, k + 2))


def _initial(word: Word) -> bool:
    return len(word.text) == 1 and word.capital


def _digraph(words: list[Word], k: int) -> bool:
    """ "Kh.Battulga", "Yu. Ushakov": one letter of another script before the full stop at k, and the name behind it."""
    return words[k - 1].text in _DIGRAPHS and k + 1 < len(words) and may_go_on(words, k + 1)


def name_goes_on(words: list[Word], k: int) -> bool:
    """Whether a particle at k is followed by more of the name: "bin Salman", "al-Assad", "von der Leyen"."""
    for word in words[k + 1 : k + 4]:
        if word.text == "-":
            continue
        if word.capital and word.alpha:
            return True
        if word.text.lower() not in PARTICLES:
            return False
    return False
