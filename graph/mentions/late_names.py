"""What only the parsed text shows of people: names that the recogniser sees, surnames read too late, pronouns."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import Mention, MentionKind, lone_name
from summitry.graph.mentions.name_words import CALLED, DASHES, is_thing
from summitry.graph.mentions.registry import Registry
from summitry.graph.mentions.roles import HONORIFICS

_OPENING = 4  # tokens of a dateline before who reports
_TITLES = HONORIFICS | {"king", "queen", "president", "emir", "minister", "ambassador"}
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
KIN = frozenset(
    "son daughter brother sister father mother wife husband nephew niece cousin grandson granddaughter uncle aunt widow stepson "
    "stepdaughter half-brother half-sister fiancee fiancée fiance grandfather grandmother stepfather".split()
)
_MANY = frozenset({"they", "them", "their"})
_PRONOUNS = _MANY | frozenset("he she him her his hers".split())


def add_names(passage: Passage, registry: Registry, text: str) -> None:
    """Names that only the recogniser sees: two capitalised words or more that it calls a person."""
    for span in () if passage.headline else passage.doc.ents:
        if span.label_ != "PERSON" or any(t.i in passage.mention_at for t in span):
            continue
        tokens = _trimmed([*_given(passage, span.start), *span])
        if len(tokens) < 2 or _nobody(passage, tokens):
            continue
        mention = lone_name(text, passage.starts[tokens[0].i], passage.ends[tokens[-1].i])
        entity = registry.full(mention)
        if entity is not None:
            head = passage.doc[tokens[0].i : tokens[-1].i + 1].root
            passage.mention_at[head.i] = replace(mention, entity=entity)


def _given(passage: Passage, start: int) -> list[Token]:
    """The name right before what the recogniser sees of one: "Ana" of "his wife, Ana Gomez Diaz"."""
    before = passage.doc[start - 1] if start else None
    part = (
        before is not None
        and before.dep_ == "compound"
        and before.pos_ == "PROPN"
        and before.text.istitle()
        and before.lower_ not in _DAYS
        and before.i not in passage.mention_at
    )
    return [before] if part and before is not None and not before.is_sent_start else []


def _trimmed(tokens: list[Token]) -> list[Token]:
    """A name without what the recogniser took in before and behind it."""
    apart = (
        n for n, t in enumerate(tokens) if n and t.is_punct and tokens[n - 1].whitespace_ and t.text != "'"
    )
    tokens = tokens[: next(apart, len(tokens))]
    while tokens and (tokens[-1].text in ("'s", "’s") or not tokens[-1].text[0].isalpha()):
        tokens.pop()
    while tokens and (not tokens[0].text[0].isupper() or tokens[0].lower_ in _TITLES | _DAYS):
        tokens.pop(0)
    return tokens


def _nobody(passage: Passage, tokens: list[Token]) -> bool:
    """Whether words are no person's name: not all capitals, a thing's, what is called so, or "Riyadh, Asharq Al-Awsat—"."""
    first, after = tokens[0].i, tokens[-1].i + 1
    reports = first < _OPENING and after < len(passage.doc) and passage.doc[after].text in DASHES
    return (
        reports
        or not all(t.text[0].isupper() or len(t.text) < 4 for t in tokens)
        or is_thing(" ".join(t.text for t in tokens))
        or (first > 0 and passage.doc[first - 1].lower_ in CALLED)
    )


def add_surnames(passage: Passage, registry: Registry, text: str) -> None:
    """Proper nouns, outside mentions, that are short for somebody's name."""
    for token in passage.doc:
        if token.i in passage.mention_at or token.pos_ != "PROPN" or not registry.knows(token.text):
            continue
        after = token.i + 1
        if (
            after < len(passage.doc)
            and passage.doc[after].pos_ == "PROPN"
            and after not in passage.mention_at
        ):
            continue
        given = _relative(passage, token)
        mention = lone_name(text, passage.starts[given.i if given else token.i], passage.ends[token.i])
        if any(m.start <= mention.start < m.end for m in passage.mention_at.values()):
            continue
        entity = registry.full(mention) if given else registry.short(mention)
        if entity is not None:
            passage.mention_at[token.i] = replace(mention, entity=entity)


def _relative(passage: Passage, surname: Token) -> Token | None:
    """The first name right before a known surname, where a sentence speaks of relatives: "Ana Diaz, sister of Juan Diaz"."""
    before = passage.doc[surname.i - 1] if surname.i else None
    if (
        before is None
        or before.head != surname
        or before.dep_ != "compound"
        or before.i in passage.mention_at
    ):
        return None
    named = before.pos_ == "PROPN" and before.text.istitle() and before.text.isalpha()
    kin = (t.lemma_.lower() in KIN or t.lower_ == "married" for t in surname.sent)
    return before if named and before.lower_ not in _TITLES and any(kin) else None


def add_pronouns(passage: Passage, text: str) -> None:
    """The pronouns that may stand for people."""
    for token in passage.doc:
        if token.i not in passage.mention_at and token.lower_ in _PRONOUNS:
            start, end = passage.starts[token.i], passage.ends[token.i]
            passage.mention_at[token.i] = Mention(
                MentionKind.PRONOUN, start, end, text[start:end], plural=token.lower_ in _MANY
            )
