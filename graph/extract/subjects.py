"""The noun phrase behind "discuss" -> the plain names of what it is about: "issues related to X and Y" are X and Y."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.extract.arguments import listed, prepositions
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import MentionKind
from summitry.graph.mentions.reading import Reading
from summitry.graph.mentions.recogniser import entity_type, is_dated

_EMPTY = frozenset(
    "issue matter question topic range way prospect state view measure step problem it them this that thing effort agenda point "
    "detail plan possibility initiative subject development situation agreement document item "
    "option proposal idea interest aspect concern area host counterpart who which what everything rest meeting visit talk summit "
    "country world day trip tour travel journey square television document series number lot variety future event progress result outcome decision".split()
)
_SOFT = frozenset("relation tie relationship cooperation partnership collaboration".split())
_PLAIN = frozenset(
    "mutual close closer future further good better strong stronger overall strategic their its the our two this".split()
)
_THROUGH = frozenset(
    "issue matter question topic range way prospect view measure step problem effort detail possibility aspect situation development "
    "number series variety agenda state prospects concern question progress subject".split()
)
_INSIDE = frozenset(
    {
        "of",
        "in",
        "about",
        "on",
        "around",
        "regarding",
        "concerning",
        "like",
        "for",
        "over",
        "with",
        "to",
        "against",
    }
)
_INCLUDING = frozenset({"including", "especially", "particularly", "notably", "like"})
_NEVER = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "ORDINAL", "CARDINAL", "QUANTITY"})
_PEOPLE = frozenset(
    {
        MentionKind.PERSON,
        MentionKind.POST,
        MentionKind.PRONOUN,
        MentionKind.GROUP,
        MentionKind.CITY,
        MentionKind.DEMONYM,
    }
)
_LONGEST = 9  # words of a topic
_STRIP = re.compile(
    r"^(?:(?:the|an?|their|its|his|her|our|this|that|these|those|some|several|various|many|all|other|also|current|new|latest|recent|possible"
    r"|growing|ongoing|rising|so-called|threat of|price of(?= oil)|topic of|subject of|question of|issue of|problem of) )+",
    re.IGNORECASE,
)


def pieces(reading: Reading, passage: Passage, noun: Token, depth: int = 3) -> Iterator[tuple[int, int, str]]:
    """First token, last token and words of each topic that a noun phrase names."""
    yield from _special(reading, passage, noun, depth)
    if noun.tag_ == "VBG" and noun.pos_ == "VERB" and depth:  # "focused on ending the dispute"
        for child in (c for c in noun.children if c.dep_ == "dobj"):
            for word in listed(child):
                yield from pieces(reading, passage, word, depth - 1)
        return
    if noun.lemma_.lower() in _THROUGH and depth:
        inner = list(_inner(noun))
        for word in inner:
            yield from pieces(reading, passage, word, depth - 1)
        return
    if not _says(passage, noun):
        return
    span = _phrase(noun)
    first, last = span[0], span[-1]
    words = reading.article.text[passage.starts[first] : passage.ends[last]].strip("\"“”'’ ")
    words = " ".join(_STRIP.sub("", words).split())
    if len(words) > 2 and "\n" not in words and words.lower().rstrip("s") not in _SOFT:
        yield first, last, words


def _says(passage: Passage, noun: Token) -> bool:
    """Whether a noun says what was talked about: no person, no place to meet in, no day, nothing empty."""
    mention = passage.mention_at.get(noun.i)
    if mention is not None and mention.kind in _PEOPLE:
        return False
    if noun.pos_ not in ("NOUN", "PROPN") or noun.lemma_.lower() in _EMPTY:
        return False
    if noun.lemma_.lower() in _SOFT and not _told_apart(noun):
        return False
    return mention is not None or entity_type(noun) not in _NEVER


def _told_apart(noun: Token) -> bool:
    """ "military cooperation", "cooperation within the CSTO": not just any."""
    own = [c for c in noun.children if c.dep_ in ("amod", "compound", "nmod")]
    within = any(True for _ in prepositions(noun, "within", "on", "against"))
    return within or any(c.lower_ not in _PLAIN for c in own)


def _inner(noun: Token) -> Iterator[Token]:
    """What "issues related to A and B", "the situation in A", "ways to end A" are about."""
    for _, inner in prepositions(noun, *_INSIDE):
        yield from listed(inner)
    for child in noun.children:
        if child.dep_ in ("acl", "relcl", "amod") and child.lemma_ in (
            "relate",
            "concern",
            "connect",
            "link",
            "pertain",
            "regard",
        ):
            for _, inner in prepositions(child, "to", "with"):
                yield from listed(inner)
            yield from (n for c in child.children if c.dep_ == "dobj" for n in listed(c))
        elif child.dep_ in ("acl", "relcl") and child.tag_ == "VB":
            yield from (n for c in child.children if c.dep_ == "dobj" for n in listed(c))
        elif child.dep_ == "appos" and not any(c.lower_ in _INCLUDING for c in child.children):
            yield from listed(child)
        elif child.dep_ in ("compound", "nmod") and noun.lemma_ in (
            "issue",
            "question",
            "problem",
            "situation",
        ):
            yield child


def _special(reading: Reading, passage: Passage, noun: Token, depth: int) -> Iterator[tuple[int, int, str]]:
    """What is set apart: "regional issues, including A and B", "… with an emphasis on A"."""
    if not depth:
        return
    beside = list(noun.head.children) if noun.dep_ in ("dobj", "pobj") else []
    for child in dict.fromkeys((*noun.children, *beside)):
        if child.dep_ == "appos" and any(c.lower_ in _INCLUDING for c in child.children):
            inner = listed(child)
        elif child.lower_ in _INCLUDING and child.dep_ in ("prep", "advmod"):
            inner = [n for c in child.children if c.dep_ in ("pobj", "pcomp") for n in listed(c)]
        elif child.lower_ == "with" and child.dep_ == "prep":
            marked = [c for c in child.children if c.lemma_ in ("emphasis", "focus", "stress", "accent")]
            inner = [n for m in marked for _, p in prepositions(m, "on") for n in listed(p)]
        else:
            continue
        for word in inner:
            yield from pieces(reading, passage, word, depth - 1)


def _phrase(noun: Token) -> list[int]:
    """The tokens of a noun's own phrase: no lists, clauses or asides, and not too many."""
    kept = sorted(t.i for t in noun.subtree if abs(t.i - noun.i) < _LONGEST and not _outside(t, noun))
    start, end = noun.i, noun.i
    while start - 1 in kept:
        start -= 1
    while end + 1 in kept and end + 1 - start < _LONGEST:
        end += 1
    while end > noun.i and noun.doc[end].pos_ in ("ADP", "PUNCT", "DET", "CCONJ", "ADJ", "PRON"):
        end -= 1
    return list(range(start, end + 1))


def _outside(token: Token, noun: Token) -> bool:
    while token != noun and token.head != token:
        if token.dep_ in ("conj", "cc", "relcl", "punct", "appos", "advcl", "mark") or token.lower_ in (
            "with",
            "during",
            "at",
            "ahead",
            *_INCLUDING,
        ):
            return True
        if token.dep_ == "prep" and any(is_dated(c) for c in token.children):
            return True
        token = token.head
    return False
