"""The subjects of a conversation inside a noun phrase: "issues related to trade and migration" are trade and migration."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.extract.arguments import listed, prepositions
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import MentionKind
from summitry.graph.mentions.reading import Reading

_EMPTY = frozenset(
    "issue matter question topic subject aspect problem range series number list host prospect way state situation development "
    "array variety set spectrum concern measure step".split()
)
_NO_SUBJECT = frozenset(
    "sideline margin phone telephone eve occasion way basis side hand level time hour lunch dinner breakfast coffee tea term view "
    "opinion phone visit trip meeting talk summit it them this that thing thank other point day week month year detail agenda".split()
)
_INTO = (
    "of",
    "in",
    "on",
    "to",
    "around",
    "with",
    "for",
    "about",
    "over",
    "regarding",
    "concerning",
    "like",
    "as",
)
_LEADING = re.compile(
    r"^(?:(?:the|a|an|their|its|his|her|this|that|these|those|both|other|such|various|current)\s+)+",
    re.IGNORECASE,
)
_NO_ENTITY = frozenset(
    {
        MentionKind.PERSON,
        MentionKind.POST,
        MentionKind.PRONOUN,
        MentionKind.GROUP,
        MentionKind.TIME,
        MentionKind.CITY,
    }
)
_LONGEST = 12  # words of one subject


def subjects_under(reading: Reading, passage: Passage, noun: Token) -> Iterator[tuple[int, int, str]]:
    """First token, last token and words of each subject that a noun stands for."""
    inner = _parts(noun)
    if noun.lemma_.lower() in _EMPTY and inner:
        for part in inner:
            yield from subjects_under(reading, passage, part)
        return
    if _is_subject(reading, passage, noun):
        tokens = [t.i for t in noun.subtree if abs(t.i - noun.i) < _LONGEST and not _beside(t, noun)]
        first, last = min(tokens), max(tokens)
        text = reading.article.text[passage.starts[first] : passage.ends[last]]
        words = _LEADING.sub("", re.sub(r"\s+", " ", text)).strip(" ,;:.\"'“”‘’")
        if len(words) > 2 and (noun.lemma_.lower() not in _EMPTY or " " in words):
            yield first, last, words
    for part in _named_too(noun):
        yield from subjects_under(reading, passage, part)


def _parts(noun: Token) -> list[Token]:
    """ "the situation in X", "issues related to A and B", "a range of matters"."""
    heads = [
        noun,
        *(
            c
            for c in noun.children
            if c.dep_ == "acl" and c.lemma_ in ("relate", "concern", "connect", "link")
        ),
    ]
    found = [n for head in heads for _, n in prepositions(head, *_INTO)]
    found += [o for head in heads[1:] for o in head.children if o.dep_ == "dobj"]
    return [item for n in found for item in listed(n)]


def _named_too(noun: Token) -> list[Token]:
    """ "…, including X and Y", "…, especially Z"."""
    found = []
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("including", "especially", "particularly", "notably"):
            found += [n for c in child.children if c.dep_ in ("pobj", "dobj") for n in listed(c)]
    return found


def _is_subject(reading: Reading, passage: Passage, noun: Token) -> bool:
    """Whether a noun can be talked about: no time, no person, no town, nothing that only says how or where."""
    mention = passage.mention_at.get(noun.i)
    if mention is not None and mention.kind in _NO_ENTITY:
        return False
    if (
        noun.pos_ not in ("NOUN", "PROPN")
        or noun.lemma_.lower() in _NO_SUBJECT
        or noun.ent_type_ in ("DATE", "TIME", "CARDINAL")
    ):
        return False
    start, end = passage.starts[noun.i], passage.ends[noun.i]
    times = reading.timeline.within(start - 40, end + 40)
    return not any(t.expression.start <= start and end <= t.expression.end for t in times)


def _beside(token: Token, noun: Token) -> bool:
    """Whether a token stands in another item of a list, a clause or an aside."""
    while token != noun and token.head != token:
        if token.dep_ in ("conj", "cc", "relcl", "punct", "appos", "preconj"):
            return True
        if token.dep_ == "prep" and token.lower_ in (
            "including",
            "especially",
            "particularly",
            "notably",
            "with",
            "at",
            "during",
        ):
            return True
        token = token.head
    return False
