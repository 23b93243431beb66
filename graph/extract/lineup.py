"""Names in a row: "A, minister of B, C and the president of D, E arrived", "leaders, including A, B and C", however they are parsed."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from spacy.tokens import Token

from summitry.graph.claims import EntityKind
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import MentionKind
from summitry.graph.mentions.reading import Reading

_NAMED = frozenset({MentionKind.PERSON, MentionKind.POST})
_BEHIND = frozenset({MentionKind.STATE, MentionKind.ORGANISATION, MentionKind.BODY, MentionKind.DEMONYM, MentionKind.METONYM})  # fmt: skip
_SMALL = frozenset("of to for at the his her their and well as by both 's ’s".split()) | {",", ";", "(", ")"}
_JOINS = frozenset("and plus".split())
_BEFORE_VERB = frozenset("all both also each too".split())
_EXAMPLES = frozenset("including notably among".split())
PEOPLE = frozenset(
    "leader president head minister chief official guest dignitary delegate participant premier monarch king ruler counterpart statesman "
    "representative figure politician others diplomat envoy colleague secretary".split()
)  # fmt: skip
_LONGEST = 120  # tokens of a row


def before(reading: Reading, passage: Passage, verb: Token, subject: Token | None) -> list[Token]:
    """The names of the row that stands right before a verb, its subject among them; none where one stands alone."""
    at = verb.i - 1
    first = verb.sent.start
    while at > first and (_aside(verb.doc[at]) or verb.doc[at].text == ","):
        at -= 1
    names = row(reading, passage, (verb.doc[i] for i in range(at, max(first, at - _LONGEST) - 1, -1)))
    names.reverse()
    if subject is not None and subject.i > first and _astray(passage, subject):
        subject = None
    if subject is not None and subject not in names:
        return []
    if names and names[0].left_edge.i > first and _governs(names[0].left_edge.nbor(-1)):
        names = names[names.index(subject) :] if subject is not None else names[1:]
    return names if len(names) > 1 and _closed(names) else []


def examples(reading: Reading, passage: Passage, group: Token) -> list[Token]:
    """Those named of a number of people: "leaders have come to Rome, including A, B and C"."""
    if group.tag_ not in ("NNS", "NNPS") or group.lemma_.lower() not in PEOPLE:
        return []
    for word in group.doc[group.i + 1 : group.sent.end]:
        if word.lemma_.lower() in PEOPLE and word.tag_ == "NNS" and not _inside(word, group):
            return []  # the examples are of those named last
        if word.lower_ in _EXAMPLES and (word.lower_ != "among" or word.nbor(1).lower_ == "them"):
            skip = 2 if word.lower_ == "among" else 1
            return row(reading, passage, group.doc[word.i + skip : group.sent.end])
    return []


def _inside(word: Token, group: Token) -> bool:
    """ "heads of state": no other people than the group's own."""
    return word.head == group or word.head.head == group


def row(reading: Reading, passage: Passage, tokens: Iterable[Token]) -> list[Token]:
    """The names from the first of some tokens on, with nothing but commas, posts and what those are of between them."""
    found: list[Token] = []
    inside = False
    for token in tokens:
        inside = (inside or token.text == "(") and token.text != ")"
        if inside:
            continue  # "A (Finance)"
        mention = passage.mention_at.get(token.i)
        if mention is not None and mention.kind in _NAMED:
            people = reading.entities(mention)
            if (
                len(people) == 1
                and people[0].kind is EntityKind.PERSON
                and mention.kind is MentionKind.PERSON
            ):
                found.append(token)
        elif not (mention is not None and mention.kind in _BEHIND) and not _filler(passage, token):
            break
    return found


def _filler(passage: Passage, token: Token) -> bool:
    """What may stand between two names of a row: small words, posts, parts of a name."""
    part = token.dep_ in ("compound", "nmod") and token.head.i in passage.mention_at
    return part or token.lower_ in _SMALL or token.lower_ in PEOPLE


def _astray(passage: Passage, subject: Token) -> bool:
    """ "After talks with A, B flew on": what parsers take for the subject stands behind a preposition."""
    return subject.i not in passage.mention_at and subject.nbor(-1).pos_ == "ADP"


def _closed(row: list[Token]) -> bool:
    """Whether "and" stands before the last of a row, and a comma or "and" between any two."""
    doc = row[0].doc
    for name, following in pairwise(row):
        between = {t.lower_ for t in doc[name.i + 1 : following.i]}
        if not between & (_JOINS | {",", ";"}) and not {"well", "as"} <= between:
            return False
    last = {t.lower_ for t in doc[row[-2].i + 1 : row[-1].i]}
    return bool(last & _JOINS) or {"well", "as"} <= last


def _governs(token: Token) -> bool:
    """Whether a word takes the name behind it as its own: "ahead of A, B and C arrived", "after meeting A, B and C left"."""
    return token.pos_ in ("ADP", "VERB") or token.dep_ == "prep"


def _aside(token: Token) -> bool:
    """What stands between a subject and its verb: helpers and adverbs."""
    return token.pos_ in ("AUX", "ADV", "PART") or token.tag_ in ("MD", "RB") or token.lower_ in _BEFORE_VERB
