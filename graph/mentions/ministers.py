"""Posts named by their portfolios: "minister of petroleum and energy", "Trade and Industry Minister", "Commissioner for Peace"."""

from __future__ import annotations

from functools import cache

from summitry.graph.mentions.roles import Role, portfolios
from summitry.graph.mentions.words import Word

_HEADS = {
    "minister": ("minister", False), "ministers": ("minister", True), "secretary": ("secretary", False),
    "undersecretary": ("undersecretary", False),
    "commissioner": ("commissioner", False), "commissioners": ("commissioner", True),
}  # fmt: skip
_KENYAN = "CS"  # a cabinet secretary: "Foreign Affairs CS X"
_DEPUTIES = frozenset({"deputy", "vice"})
_JOINS = frozenset({"and", "&", ","})
_TITLED = frozenset({"Minister", "Ministers"})
_RANKS = frozenset("prime deputy vice first second third state cabinet assistant chief senior".split())
_UNLISTED = 3  # words of what no list has
_ONE_NAME = {
    "petroleum": "oil", "petrol": "oil", "labor": "labour", "foreign affairs": "foreign", "foreign relations": "foreign",
    "external affairs": "foreign", "home affairs": "interior", "internal affairs": "interior", "european": "European",
    "europe": "European affairs", "european affairs": "European affairs", "eu affairs": "European affairs",
    "defense": "defence", "sport": "sports", "transportation": "transport", "economics": "economy",
    "economic affairs": "economy", "communication": "communications",
}  # fmt: skip


_MORE = frozenset(
    "and & , the of for global political intelligence operations peace policy relations matters strategic issues".split()
)


def minister_at(words: list[Word], i: int) -> tuple[int, Role] | None:
    """The post whose words begin at word i, with the index of its last word."""
    start = i + 1 if words[i].text.lower() in _DEPUTIES else i
    if start >= len(words):
        return None
    if start > i and words[start].text == "-":
        start += 1
    opening = words[start].text.lower() if start < len(words) else ""
    if opening not in _HEADS and opening not in portfolios():
        return None
    found = _before(words, start) or _of_state(words, start) or _behind(words, start)
    if found is None:
        return None
    last, names, head, plural = found
    if head == "secretary" and not words[i].capital:
        return None  # "the trade secretary of the union"
    if head == "minister of state":
        role = f"{head} for {'foreign affairs' if names[0] == 'foreign' else names[0]}"
        return last, Role(tuple(word.text.lower() for word in words[i : last + 1]), role, False)
    role = head if head == "commissioner" or (plural and len(names) > 1) else f"{names[0]} {head}"
    spelled = tuple(word.text.lower() for word in words[i : last + 1])
    return last, Role(spelled, f"deputy {role}" if start > i else role, plural)


@cache
def charges() -> frozenset[str]:
    """The words, in lower case, of what somebody may be responsible for."""
    named = (word for found in portfolios().values() for name in found for word in name)
    return _MORE.union(named)


def opens_portfolio(word: str) -> bool:
    """Whether a portfolio may begin with this word, in lower case."""
    return word in portfolios()


def _before(words: list[Word], i: int) -> tuple[int, list[str], str, bool] | None:
    """ "information minister", "Trade and Industry Minister"."""
    listed = _names(words, i)
    if listed is None:
        return None
    last, names = listed
    word = words[last + 1].text if last + 1 < len(words) else ""
    head = ("minister", False) if word == _KENYAN else _HEADS.get(word.lower())
    return (last + 1, names, *head) if head is not None else None


def _behind(words: list[Word], i: int) -> tuple[int, list[str], str, bool] | None:
    """ "minister of petroleum and energy", "Commissioner for Peace and Security"."""
    head = _HEADS.get(words[i].text.lower())
    if head is None or i + 2 >= len(words) or words[i + 1].text.lower() not in ("of", "for"):
        return None
    k = i + 3 if words[i + 2].text.lower() == "the" else i + 2
    listed = _names(words, k) if k < len(words) else None
    return (listed[0], listed[1], *head) if listed is not None else None


def _of_state(words: list[Word], i: int) -> tuple[int, list[str], str, bool] | None:
    """ "Minister of State for Economic Affairs": a post below that of the minister."""
    spelled = [word.text.lower() for word in words[i : i + 4]]
    if spelled[:3] != ["minister", "of", "state"] or len(spelled) < 4 or spelled[3] not in ("for", "of"):
        return None
    listed = _names(words, i + 4) if i + 4 < len(words) else None
    return (listed[0], listed[1], "minister of state", False) if listed is not None else None


def _names(words: list[Word], i: int) -> tuple[int, list[str]] | None:
    """The portfolios listed from word i, with the index of the last word."""
    names: list[str] = []
    last = k = i
    while len(names) < 5:
        end = _portfolio(words, k)
        if end is None:
            break
        name = " ".join(word.text.lower() for word in words[k : end + 1])
        names.append(_ONE_NAME.get(name, name))
        last, k = end, end + 1
        while k < len(words) and k <= last + 2 and words[k].text.lower() in _JOINS:
            k += 1
        if k == last + 1 or k >= len(words):
            break
        headed = _unlisted(words, k)
        if headed is not None:
            return headed, names
    return (last, names) if names else None


def _unlisted(words: list[Word], i: int) -> int | None:
    """ "Transport and Infrastructural Development Minister": the last word of what else a minister is for, which no list has."""
    for k in range(i, min(i + _UNLISTED + 1, len(words))):
        if k > i and words[k].text in _TITLED:
            return k - 1 if _portfolio(words, i) is None else None
        if not (words[k].capital and words[k].text.isalpha()) or words[k].text.lower() in _RANKS:
            return None
    return None


def _portfolio(words: list[Word], i: int) -> int | None:
    for name in portfolios().get(words[i].text.lower(), ()):
        last = i + len(name) - 1
        if last + 1 < len(words) and words[last + 1].text in ("'s", "’s"):
            continue  # "commissioner for children's rights"
        if last < len(words) and all(words[i + k].text.lower() == name[k] for k in range(1, len(name))):
            return last
    return None
