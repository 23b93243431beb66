"""The direction of a time expression, guessed from the words around it, for callers that have no parse."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .model import Tense, TimeExpression


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_REACH = 200  # characters on each side of the expression
_FUTURE = _words(
    """will would shall due scheduled expected slated planned plans planning intends intending upcoming
    forthcoming prepares preparing likely next coming tomorrow later"""
)
_INFINITIVES = _words(  # after "to": "is to visit", "agreed to meet"
    """address arrive attend be begin chair come confer deliver depart dine discuss embark fly go have head
    hold host inaugurate join kick land leave make meet open participate pay reach receive return see
    sign sit speak start stay take talk tour travel visit welcome broker convene debate vote elect resume
    reopen close expire complete finish assume appoint swear hand step consider decide present submit ratify
    accede apply negotiate renew extend build establish send dispatch deploy conduct stage organise
    organize co-chair co-host gather assemble consult confront celebrate commemorate mark unveil announce"""
)
# A timetable's present: "flies in on Wednesday".
_TIMETABLE = _words(
    """addresses arrives attends begins chairs comes continues crosses departs dines embarks flies goes heads
    holds hosts inaugurates joins kicks lands leaves meets moves opens pays proceeds receives returns sees sets
    signs sits speaks starts takes tours travels visits welcomes"""
)
_PAST = _words(
    """was were had did said told met held went came flew left took began spoke made gave sent saw paid
    became won lost spent stood kept laid heard felt thought fought sought bought caught built meant
    dealt drew grew knew threw withdrew broke bore undertook overthrew fled hung lit hit shot sank rang
    sent sat brought drove rose fell led wrote ran got found chose struck shook swore forced last
    earlier previous ago been since"""
)
_ORDINALS = _words("first second third fourth last latest only next")
_WENT = _words("went came flew travelled traveled arrived returned began started continued managed helped")
_PRESENT = _words("is are has have says")
_FOLLOWS = _words("after following amid")
_NOT_PAST = _words(
    """need speed indeed exceed proceed succeed feed seed unprecedented alleged hundred sacred united
    allied armed limited red so-called bed shed infrared skilled naked wicked wanted based related"""
)
_WORD = re.compile(r"[\w’'-]+[.!?]?[”’\")]*")
_END = re.compile(r"[.!?][”’\")]*$")
_ENDED = re.compile(r"\s?[.!?;)”\"](?:\s|$)|\s*\n|\s*$")
_SHORT = re.compile(
    r"(?:[A-Z]\.)+|(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Gov|Sen|Rep|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\."
)
_AIM = re.compile(r"\s(?:in order )?to\s[a-z]+")
# What is told in the past of something that may be yet to come: "left for the summit on Thursday".
_COMING = re.compile(
    r"\b(?:ahead\sof|(?:on|at)\sthe\seve\sof|in\sthe\srun-up\sto|prior\sto\s(?:the|an?|his|her|their)"
    r"|(?:set|due|planned|scheduled|slated|fixed|booked|arranged)\sfor"
    r"|cancell?(?:ed|s|ing)?|postpon(?:ed|es|ing)|scrap(?:ped|s|ping)|shelv(?:ed|es|ing)|(?:call|put)(?:ed|s|ting|ing)?\soff"
    r"|push(?:ed|es|ing)?\sback"
    r"|(?:for|before|to\sattend)\s(?:the|an?|this|his|her|their|its)\s(?:[\w’'-]+\s){0,4}"
    r"(?:summit|conference|forum|session|inauguration|funeral|plenary))\b[^,;:.!?\n]{0,80}$",
    re.I,
)
_ASIDE = re.compile(r",\s(?:on|in|late|early|earlier)\s(?:(?:on|in)\s)?$")
_CLAUSE = re.compile(r"(?:^|[,;:]\s|\b(?:and|but|then)\s)(?:[Oo]n\s|[Ii]n\s|[Ll]ate\s|[Ee]arl(?:y|ier)\s)*$")


def guess_tense(text: str, expression: TimeExpression) -> Tense:
    """The tense of the sign nearest before the expression in its sentence, else nearest after it.

    An expression that opens a clause ("On Tuesday he will…", "…, and on Friday left") asks what follows
    first.
    """
    left = text[max(expression.start - _REACH, 0) : expression.start]
    right = text[expression.end : expression.end + _REACH]
    before = _before(left)
    after = _after(right)
    # "arrived in Jeddah, Saudi Arabia, on Thursday to take part": no clause begins there.
    aside = right.startswith(",") and _ASIDE.search(left[-40:])  # "stepped ashore, on Sunday, the first to …"
    opens = not before or bool(_CLAUSE.search(left[-40:]) and not _AIM.match(right) and not aside)
    first, second = (after, _sign_back(before)) if opens else (_sign_back(before), after)
    found = first if first is not Tense.UNKNOWN else second
    return Tense.UNKNOWN if found is Tense.PAST and _COMING.search(left) else found


def _before(left: str) -> list[str]:
    """The words of the expression's sentence before it, the nearest first."""
    return _until_stop(reversed(_WORD.findall(left.rpartition("\n")[2])))


def _after(right: str) -> Tense:
    if _ENDED.match(right):
        return Tense.UNKNOWN
    return _sign(_until_stop(_WORD.findall(right.partition("\n")[0]), last=True))


def _until_stop(words: Iterable[str], last: bool = False) -> list[str]:
    """The words up to one that ends a sentence, with that one if it belongs to the same sentence."""
    found: list[str] = []
    for word in words:
        stops = bool(_END.search(word)) and not _SHORT.fullmatch(word)
        if not stops or last:
            found.append(_plain(word))
        if stops:
            break
    return found


def _plain(word: str) -> str:
    """A word as it is looked up; one in -ed that begins with a capital is a name: "Mohammed", "Alfred"."""
    word = word.rstrip('.!?”’")')
    return word if word[:1].isupper() and word.endswith("ed") else word.lower()


def _sign_back(words: list[str]) -> Tense:
    """The first sign in words that run backwards."""
    for index, word in enumerate(words):
        ahead = words[index + 1 : index + 3]
        if word == "next" and words[index - 1 : index] == ["to"]:
            continue  # "standing next to X"
        if (
            word in _INFINITIVES
            and "to" in ahead[:1]
            and _ORDINALS.intersection(words[index + 2 : index + 5])
        ):
            continue  # "the first president to visit"
        if word in _INFINITIVES and "to" in ahead[:1] and _among(words[index + 2 : index + 9]):
            continue  # "was among the leaders to visit"
        if word in _INFINITIVES and "to" in ahead[:1]:
            if _WENT.intersection(words[index + 3 : index + 7]) and ahead[1:] != ["is"]:
                return (
                    Tense.UNKNOWN
                )  # "travelled to Rome to meet X on Tuesday": there, if that is near enough
            return Tense.PAST if ahead[1:] and ahead[1] in _WENT else Tense.FUTURE
        if word == "to" and index and ahead[:1] and ahead[0] in ("is", "are", "am"):
            return Tense.FUTURE  # "are to proceed"
        if word in ("comes", "come") and _FOLLOWS.intersection(words[max(index - 3, 0) : index]):
            return Tense.PAST  # "the talks come days after a summit on Monday"
        tense = _tense(word)
        if tense is Tense.PAST and "be" in ahead:
            continue  # "will be received"
        if word == "have" and ahead[:1] and ahead[0] in ("will", "shall", "to", "would"):
            return Tense.FUTURE
        if tense is Tense.PAST and ahead[:1] and ahead[0] in ("is", "are") and word != "been":
            return Tense.PRESENT
        if word in ("is", "are") and index and words[index - 1].endswith("ing"):
            return Tense.UNKNOWN  # "is arriving on Tuesday": today, or some day to come
        if tense is not Tense.UNKNOWN:
            return tense
    return Tense.UNKNOWN


def _among(words: list[str]) -> bool:
    at = words.index("among") if "among" in words else len(words)
    return words[at + 1 : at + 2] in (["was"], ["were"])


def _sign(words: list[str]) -> Tense:
    """The first sign in words that run forwards."""
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else ""
        if word == "to" and following in _INFINITIVES:
            return Tense.FUTURE
        if word in ("is", "are", "was", "were") and (following in _FUTURE or following == "to"):
            return Tense.FUTURE
        tense = _tense(word)
        if tense is not Tense.UNKNOWN:
            return tense
    return Tense.UNKNOWN


def _tense(word: str) -> Tense:
    if word in _FUTURE or word in _TIMETABLE or word.endswith(("’ll", "'ll")):
        return Tense.FUTURE
    regular = word.endswith("ed") and len(word) > 3 and word not in _NOT_PAST and word.islower()
    if word in _PAST or regular:
        return Tense.PAST
    return Tense.PRESENT if word in _PRESENT else Tense.UNKNOWN
