"""A sentence's pieces -> those that carry its statement: adverbs, times, asides and insertions left out.

"Ethiopia, which has long sought a seat, has on Monday also (at last) formally joined the bloc" keeps "Ethiopia has joined the
bloc", so that a pattern need not foresee what may stand between a subject and its verb.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import MentionKind


@dataclass(frozen=True, slots=True)
class Piece:
    """A token as a template writes it: a slot or its words, where they begin, whether a gap stands before them."""

    text: str
    gap: bool
    start: int
    end: int
    token: Token
    slot: bool


# adverbs that change what is said, or that phrases are made of
_KEPT_ADVERBS = frozenset(
    "not never n't no neither nor longer yet so too out off up back away only where when why how once formerly previously "
    "once again together hardly barely nearly almost about around over under more less than allegedly reportedly possibly "
    "perhaps maybe here there apart aside far ago else rather instead as even if ever both either".split()
)
_PLAIN_ADJECTIVES = frozenset(
    "new large big small tiny huge vast major key important recent historic formal official public long lengthy wide wider "
    "ambitious controversial significant massive giant poor rich oil-rich gas-rich energy-rich impoverished landlocked "
    "mountainous communist authoritarian secular nearby neighboring neighbouring fellow longtime long-time staunch "
    "powerful influential isolated reclusive secretive war-torn troubled tiny populous predominantly mainly respective "
    "current so-called special total entire overall whole considerable additional fresh further certain various".split()
)
_INSERTS = frozenset(
    "which who whose where a an the its his her one once long now home like unlike along together already itself currently "
    "including another also both two three all as despite after before during under because since while although though "
    "according in on at for with by until amid following".split()
)
_SAYING = frozenset("say announce declare state confirm reiterate stress add report claim insist".split())
_OWN = frozenset({"it", "they"})
_LONGEST = 26  # tokens that an insertion may have


def trim(pieces: Sequence[Piece], times: Sequence[tuple[int, int]]) -> list[Piece]:
    """The pieces that carry the statement; `times` are the offsets of the sentence's time expressions."""
    gone = [False] * len(pieces)
    _times(pieces, times, gone)
    _brackets(pieces, gone)
    for i, piece in enumerate(pieces):
        if not gone[i] and not piece.slot and _idle(piece) and not _hyphened(pieces, i):
            gone[i] = True
    _insertions(pieces, gone)
    _reports(pieces, gone)
    return [p for p, out in zip(pieces, gone, strict=True) if not out]


def part_of_names(passage: Passage, sentence: Span) -> set[int]:
    """The tokens that need no piece: of names of several words all but the one that stands for the name; "his" of "his country"."""
    found: set[int] = set()
    for token in sentence:
        mention = passage.mention_at.get(token.i)
        k = token.i - 1
        while mention is not None and k >= sentence.start and passage.starts[k] >= mention.start:
            found.add(k)
            k -= 1
        if mention is not None and mention.kind is MentionKind.STATE and mention.text.islower():
            found |= {c.i for c in token.children if c.dep_ == "poss"}  # "his" of "his country"
    return found


def _idle(piece: Piece) -> bool:
    """An adverb or an adjective that could be left out, or a quotation mark."""
    word = piece.text.lower()
    if word in ("itself", "themselves", "himself", "herself"):
        return True
    if word in ('"', "“", "”", "''", "``"):
        return True
    if piece.token.pos_ == "ADV" and piece.token.dep_ in ("advmod", "npadvmod"):
        return word not in _KEPT_ADVERBS and piece.text.isalpha()
    return word in _PLAIN_ADJECTIVES and piece.token.pos_ in ("ADJ", "VERB", "NOUN", "ADV")


def _hyphened(pieces: Sequence[Piece], i: int) -> bool:
    """Half of a word: "a long-range radar"."""
    after = pieces[i + 1] if i + 1 < len(pieces) else None
    before = pieces[i - 1] if i else None
    return (after is not None and after.text == "-" and not after.gap) or (
        before is not None and before.text == "-" and not pieces[i].gap
    )


def _times(pieces: Sequence[Piece], times: Sequence[tuple[int, int]], gone: list[bool]) -> None:
    """A time with its preposition and the commas around it."""
    for start, end in times:
        inside = [i for i, p in enumerate(pieces) if start <= p.start < end]
        if not inside or any(pieces[i].slot for i in inside):
            continue
        first, last = inside[0], inside[-1]
        if first and pieces[first - 1].text.lower() in (
            "on",
            "in",
            "by",
            "during",
            "since",
            "until",
            "of",
            "early",
            "late",
        ):
            first -= 1
        if (
            first
            and pieces[first - 1].text == ","
            and last + 1 < len(pieces)
            and pieces[last + 1].text == ","
        ):
            first, last = first - 1, last + 1
        for k in range(first, last + 1):
            gone[k] = True


def _brackets(pieces: Sequence[Piece], gone: list[bool]) -> None:
    opened: int | None = None
    for i, piece in enumerate(pieces):
        if piece.text == "(":
            opened = i
        elif piece.text == ")" and opened is not None:
            if i - opened < 12:
                gone[opened : i + 1] = [True] * (i + 1 - opened)
            opened = None


def _insertions(pieces: Sequence[Piece], gone: list[bool]) -> None:
    """What stands between two commas or dashes behind a name, where a verb follows: the verb is the name's."""
    marks = (",", "–", "—", "--", "-")
    i = 0
    while i < len(pieces) - 2:
        if gone[i] or pieces[i].text not in marks or not i or not _named(pieces, gone, i):
            i += 1
            continue
        close = next(
            (
                k
                for k in range(i + 2, min(i + _LONGEST, len(pieces) - 1))
                if pieces[k].text == pieces[i].text and not gone[k]
            ),
            None,
        )
        first = pieces[i + 1]
        opens = (
            first.text.lower() in _INSERTS
            or first.token.pos_ in ("ADV", "SCONJ", "ADP")
            or first.token.tag_ in ("VBN", "VBG")
        )
        if (
            close is None
            or not (opens or pieces[i].text != ",")
            or not (_verb(pieces[close + 1]) or (opens and _goes_on(pieces, close)))
        ):
            i += 1
            continue
        if not any(";" in p.text for p in pieces[i:close]):
            gone[i : close + 1] = [True] * (close + 1 - i)
        i = close + 1


def _named(pieces: Sequence[Piece], gone: list[bool], i: int) -> bool:
    """Whether a name stands before the comma, times and brackets apart."""
    k = i - 1
    while k > 0 and gone[k]:
        k -= 1
    return pieces[k].slot


def _verb(piece: Piece) -> bool:
    return not piece.slot and (
        piece.token.pos_ in ("VERB", "AUX") or piece.text.lower() in ("not", "never", "that", "which", "who")
    )


def _goes_on(pieces: Sequence[Piece], close: int) -> bool:
    """Whether a list goes on behind an aside: "Egypt, which signed in 1979, and Jordan"."""
    k = close + 1
    if pieces[k].text != "and" or k + 2 >= len(pieces):
        return False
    return pieces[k + 1].slot or (pieces[k + 1].text == "the" and pieces[k + 2].slot)


def _reports(pieces: Sequence[Piece], gone: list[bool]) -> None:
    """ "Qatar said that it was quitting": Qatar was quitting."""
    kept = [i for i in range(len(pieces)) if not gone[i]]
    for at, i in enumerate(kept[:-3]):
        if not pieces[i].slot:
            continue
        k = at + 1
        while k < len(kept) and pieces[kept[k]].text.lower() in ("has", "have", "had"):
            k += 1
        if k >= len(kept) or pieces[kept[k]].token.lemma_ not in _SAYING:
            continue
        k += 1
        if k < len(kept) and pieces[kept[k]].text.lower() == "that":
            k += 1
        if k < len(kept) - 1 and pieces[kept[k]].text.lower() in _OWN:
            for n in kept[at + 1 : k + 1]:
                gone[n] = True
