"""The words behind a finding: from the trigger to the arguments, within their clause; and who the article gives as source."""

from __future__ import annotations

import re

from spacy.tokens import Token

from summitry.graph.claims import Evidence, Finding, Payload
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.reading import Reading

_REPORT = frozenset(
    "say tell announce add confirm report state note reveal indicate explain reiterate declare specify write".split()
)


def finding(
    reading: Reading,
    passage: Passage,
    trigger: Token,
    payload: Payload,
    certainty: float,
    rule: str,
    *others: Token | None,
) -> Finding:
    """A finding whose evidence runs over the trigger, its subject's place and the other tokens given."""
    tokens = [trigger, *(t for t in others if t is not None)]
    tokens = [t for t in tokens if t.sent == trigger.sent]
    left, right = min(t.i for t in tokens), max(t.i for t in tokens)
    evidence = span_evidence(reading, passage, left, right)
    return Finding(payload, (evidence,), certainty, rule, attribution(reading, passage, trigger))


def span_evidence(reading: Reading, passage: Passage, first: int, last: int) -> Evidence:
    """The words from token `first` to token `last`."""
    start, end = passage.starts[first], passage.ends[last]
    return Evidence(start, end, reading.article.text[start:end])


def text_evidence(reading: Reading, start: int, end: int) -> Evidence:
    """The words of `text[start:end]`."""
    return Evidence(start, end, reading.article.text[start:end])


def attribution(reading: Reading, passage: Passage, trigger: Token) -> str | None:
    """Whoever the sentence gives as its source: the subject of the verb of saying above, or "according to …"."""
    at = trigger
    for _ in range(8):
        if at.head == at:
            break
        at = at.head
        if at.lemma_ in _REPORT:
            speaker = _speaker(reading, passage, at)
            if speaker is not None:
                return speaker
    for token in trigger.sent:
        if token.lower_ == "according":
            for child in token.subtree:
                if child.dep_ == "pobj":
                    return _words(reading, passage, child)
    return None


def _speaker(reading: Reading, passage: Passage, verb: Token) -> str | None:
    for child in verb.children:
        if child.dep_ in ("nsubj", "agent"):
            if child.dep_ == "agent":
                child = next((c for c in child.children if c.dep_ == "pobj"), child)
            return _words(reading, passage, child)
    return None


def _words(reading: Reading, passage: Passage, token: Token) -> str:
    mention = passage.mention_at.get(token.i)
    if mention is not None:
        entities = reading.entities(mention)
        if entities:
            return entities[0].name
        return mention.text
    tokens = [t.i for t in token.subtree if abs(t.i - token.i) < 12]
    return re.sub(r"\s+", " ", reading.article.text[passage.starts[min(tokens)] : passage.ends[max(tokens)]])
