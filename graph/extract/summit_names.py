"""Summits with a name of their own: "the Adriatic Charter summit", "the Summit for Democracy"; fairs that are called so are none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from summitry.graph.extract.arguments import prepositions
from summitry.graph.extract.series import Series
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import MentionKind
from summitry.graph.mentions.recogniser import entity_type

_REACH = 5  # words of a name
FAIRS = frozenset(
    "business ceo investment investments investor investors hospitality tourism travel trade startup startups tech technology fintech "
    "media marketing retail property realty gaming crypto blockchain industry entrepreneur entrepreneurs entrepreneurship innovation "
    "fashion film wine sports sport women women's youth students student digital cyber web aviation aerospace mining banking finance "
    "insurance healthcare pharma logistics shipping auto automotive steel oil gas petroleum culinary music".split()
)

_CIRCLES = frozenset("process triangle format nine charter pact".split())  # … of towns
_PLAIN = frozenset(
    "tripartite trilateral quadrilateral ordinary extraordinary special emergency annual regular joint regional first second third fourth "
    "fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
)  # what any summit may be called
_ORDINAL = re.compile(r"^(\d{1,2})(?:st|nd|rd|th)$")
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
_WORD_ORDINALS = {
    w: n
    for n, w in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 1
    )
}


def named(passage: Passage, noun: Token) -> Series | None:
    """The series that a summit's own name gives: "the COP21 summit", "the summit of the G15", "the Food Systems Summit"."""
    words = own_name(passage, noun)
    if words and not _fair(words) and (len(words) > 1 or words[0].text[:2].isupper()):
        return Series(f"{_written(passage, words)} Summit", None, (words[-1],))
    for word, child in prepositions(noun, "of", "for", "on"):
        run = [*own_name(passage, child), child]
        called = word.lower_ == "of" or noun.text == "Summit"
        if called and child.pos_ == "PROPN" and child.i not in passage.mention_at and not _fair(run):
            if word.lower_ != "of":
                return Series(f"Summit {word.lower_} {_written(passage, run)}", None, (child,))
            if len(run) > 1 or child.text[:2].isupper():
                return Series(f"{_written(passage, run)} Summit", None, (child,))
    return None


def _written(passage: Passage, words: Sequence[Token]) -> str:
    """The words as the text has them."""
    named = (passage.mention_at.get(w.i) for w in words)
    return " ".join(m.text if m is not None else w.text for w, m in zip(words, named, strict=True))


def own_name(passage: Passage, noun: Token) -> list[Token]:
    """The capitalised words right before a noun that name nobody and no place: "Food Systems" of "the UN Food Systems Summit"."""
    first = noun.i
    while (
        first - 1 >= max(noun.sent.start, noun.i - _REACH)
        and (before := passage.doc[first - 1]).text[:1].isupper()
        and before.pos_ in ("PROPN", "NOUN", "ADJ")
        and (before.i not in passage.mention_at or _names_club(passage, before))
        and entity_type(before) not in ("DATE", "TIME", "ORDINAL")
    ):
        first -= 1
    words = [passage.doc[i] for i in range(first, noun.i) if passage.doc[i].lower_ not in _PLAIN]
    return words if any(w.pos_ == "PROPN" for w in words) else []


def _names_club(passage: Passage, place: Token) -> bool:
    """ "the Berlin Process": a town that is part of the name of what meets."""
    return passage.mention_at[place.i].kind is MentionKind.CITY and place.nbor().lower_ in _CIRCLES


def of_trade(passage: Passage, noun: Token) -> bool:
    """ "the NATO youth summit", "a mock summit": none of leaders, whatever organisation is named beside it."""
    words = [c.lower_ for c in noun.children if c.i < noun.i and c.i not in passage.mention_at]
    return "mock" in words or any(w in FAIRS for w in words)


def edition(noun: Token) -> str:
    """The number of a summit in its series, to stand before its name: "15th "."""
    for child in noun.subtree:
        if child.i >= noun.i or noun.i - child.i > 8:
            continue
        match = _ORDINAL.match(child.lower_)
        if match:
            return f"{child.lower_} "
        if (
            child.lower_ in _WORD_ORDINALS
            and child.dep_ in ("amod", "compound")
            and child.lower_ not in ("first", "second", "third")
        ):
            number = _WORD_ORDINALS[child.lower_]
            tens = _TENS.get(child.nbor(-2).lower_, 0) if child.i > 1 and child.nbor(-1).text == "-" else 0
            return f"{tens + number}th " if not tens or number > 3 else ""  # "fifty-sixth"
    return ""


def _fair(words: Sequence[Token]) -> bool:
    return any(w.lower_ in FAIRS for w in words)
