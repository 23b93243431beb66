"""Words -> the post that begins at one of them: from the lexicon, by portfolio, by deputies, or as somebody's counterpart."""

from __future__ import annotations

from summitry.graph.mentions.ministers import minister_at
from summitry.graph.mentions.roles import COUNTERPARTS, HEIRS, MINOR, Role, role_index
from summitry.graph.mentions.words import Word

_DEPUTIES = frozenset({"deputy", "assistant"})
_BELOW = ("deputy ", "vice ")
_PEERS = frozenset({"peer", "peers"})  # "his Angolan peer"
_WHOSE = frozenset({"his", "her", "their"})
_HELPERS = frozenset("will would shall to then also next later now not".split())  # "will head a delegation"
_ONWARD = frozenset(
    "to back home into off straight directly abroad overseas onward onwards".split()
)  # "then head to Rome"


def role_at(words: list[Word], i: int) -> tuple[int, Role] | None:
    """The post whose words begin at word i, with the index of its last word."""
    first = words[i].text.lower()
    if first in ("head", "chair") and _leads(words, i):
        return None
    found = next(
        (
            (i + len(role.words) - 1, role)
            for role in role_index().get(first, ())
            if _spells(words, i, role.words)
        ),
        None,
    )
    charged = minister_at(words, i)
    if charged is not None and (found is None or charged[0] > found[0]):
        found = charged
    return found or _related(words, i, first) or (_deputy(words, i) if first in _DEPUTIES else None)


def _leads(words: list[Word], i: int) -> bool:
    """ "will head a delegation", "is to co-chair the talks", "then head to Rome": a verb, no post."""
    after = words[i + 1].text.lower() if i + 1 < len(words) else ""
    first = i - 2 if [w.text.lower() for w in words[max(i - 2, 0) : i]] == ["co", "-"] else i
    helped = first > 0 and words[first - 1].text.lower() in _HELPERS
    return after in _ONWARD or (helped and after in ("a", "an", "the", "his", "her", "for"))


def _related(words: list[Word], i: int, first: str) -> tuple[int, Role] | None:
    """ "predecessor", "opposite number", "counterparts": a post that another's tells."""
    if first in HEIRS:
        many = first.endswith("rs")
        return i, Role((first,), first.removesuffix("s") if many else first, many)
    if first == "opposite" and i + 1 < len(words) and words[i + 1].text.lower() in ("number", "numbers"):
        return i + 1, Role((first, words[i + 1].text.lower()), "counterpart", words[i + 1].text.endswith("s"))
    if first in COUNTERPARTS or (
        first in _PEERS and i and (words[i - 1].capital or words[i - 1].text in _WHOSE)
    ):
        return i, Role((first,), "counterpart", first.endswith("s"))
    return None


def _deputy(words: list[Word], i: int) -> tuple[int, Role] | None:
    """ "deputy chief of staff", "deputy high representative": a post below one that the lexicon has."""
    k = i + 2 if i + 2 < len(words) and words[i + 1].text == "-" else i + 1
    if k >= len(words) or words[k].text.lower() in COUNTERPARTS | HEIRS.keys():
        return None
    above = role_at(words, k)
    if (
        above is None
        or above[1].plural
        or (above[1].role in MINOR and above[1].role != "director")
        or above[1].role.startswith(_BELOW)
    ):
        return None
    spelled = tuple(word.text.lower() for word in words[i : above[0] + 1])
    return above[0], Role(spelled, f"{words[i].text.lower()} {above[1].role}", False)


def _spells(words: list[Word], i: int, wanted: tuple[str, ...]) -> bool:
    return i + len(wanted) <= len(words) and all(
        words[i + k].text.lower() == wanted[k] for k in range(1, len(wanted))
    )
