"""Posts told in the order of a row of names: "A and B, the transport ministers of Peru and Chile respectively,"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.claims import Finding, Office
from summitry.graph.extract.evidence import finding
from summitry.graph.extract.office_homes import fits
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import Mention, MentionKind
from summitry.graph.mentions.reading import Reading
from summitry.graph.mentions.roles import MINOR

_ENDS = frozenset(", . ; ) respectively".split())


def in_order(reading: Reading, passage: Passage) -> Iterator[Finding]:
    """The posts of several states behind as many names, each its own."""
    for i, mention in sorted(passage.mention_at.items()):
        states = {post.of.key for post in mention.posts if post.of is not None}
        if mention.kind is not MentionKind.POST or len(states) < 2 or len(states) != len(mention.posts):
            continue
        row = _row(passage, passage.doc[i], mention)
        after = passage.doc[i].right_edge.i + 1
        closed = after < len(passage.doc) and passage.doc[after].lower_ in _ENDS
        if len(row) != len(mention.posts) or not closed:
            continue
        for name, post in zip(row, mention.posts, strict=True):
            person = passage.mention_at[name.i].entity
            if (
                person is None
                or post.of is None
                or post.role in MINOR
                or not fits(reading, person, post.role, post.of)
            ):
                continue
            office = Office(person, post.role, post.of, post.former)
            yield finding(reading, passage, name, office, 0.85, "office.row", passage.doc[i])


def _row(passage: Passage, head: Token, mention: Mention) -> list[Token]:
    """The names in a row that end at the comma before a post's words, in order."""
    i = head.i
    while i and passage.starts[i - 1] >= mention.start:
        i -= 1
    while i and passage.doc[i - 1].lower_ in ("the", "both"):
        i -= 1
    if not i or passage.doc[i - 1].text != ",":
        return []
    row: list[Token] = []
    i -= 2
    while i >= head.sent.start:
        other = passage.mention_at.get(i)
        if other is None or other.kind is not MentionKind.PERSON or other.posts:
            break
        row.insert(0, passage.doc[i])
        while i >= head.sent.start and passage.starts[i] >= other.start:
            i -= 1
        if i < head.sent.start or passage.doc[i].lower_ not in (",", "and"):
            break
        while i >= head.sent.start and passage.doc[i].lower_ in (",", "and"):
            i -= 1
    return row
