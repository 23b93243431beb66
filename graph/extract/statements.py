"""Who said what: the exact words inside quotation marks, and their speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Evidence, Finding, Statement
from summitry.graph.extract.arguments import agent_of, subject_of
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import MentionKind
from summitry.graph.mentions.reading import Reading

_QUOTE = re.compile(r"“([^“”]{3,1500})”|\"([^\"]{3,1500})\"|«\s*([^«»]{3,1500}?)\s*»|„([^„“”]{3,1500})[“”]")
_SAY = frozenset(
    "say tell add state stress note declare announce explain write tweet comment remark warn insist argue conclude continue "
    "recall emphasise emphasize underline reiterate affirm specify point reply answer ask claim confirm vow pledge observe "
    "quote cite call describe hail praise express inform indicate promise suggest joke urge assure address respond term brand "
    "label denounce condemn admit acknowledge complain concede assert maintain report highlight welcome accuse dismiss reject "
    "demand predict appeal speak criticise criticize thank according read".split()
)
_SPEAKERS = frozenset({MentionKind.PERSON, MentionKind.POST, MentionKind.PRONOUN})
_COMMON = frozenset(
    "spokesman spokeswoman spokesperson official minister ministry statement source analyst expert diplomat maker he she "
    "resident student adviser aide agency newspaper report witness activist farmer trader officer commander".split()
)
_PERSONS = frozenset(
    "spokesman spokeswoman spokesperson official minister diplomat analyst expert adviser aide officer commander".split()
)
_REACH = 14  # tokens between a verb of saying and whoever says it


@dataclass(frozen=True, slots=True)
class _Quote:
    start: int
    end: int
    words: str


def find(reading: Reading) -> Iterator[Finding]:
    """The quotations of an article with their speakers; scare quotes that nobody is said to have uttered are left out."""
    last: Entity | None = None
    for passage in reading.passages:
        if passage.headline:
            continue
        quotes = list(_quotes(reading, passage))
        if not quotes:
            continue
        outside = [t for t in passage.doc if not any(q.start <= passage.starts[t.i] < q.end for q in quotes)]
        for quote in quotes:
            verb = _verb(passage, quote, outside)
            speaker = _speaker(reading, passage, verb, outside, last) if verb is not None else None
            if verb is not None and speaker is not None and _inside(reading, passage, quote, verb, speaker):
                speaker = _teller(reading, passage, quote, outside) or speaker
            near = speaker is not None
            if verb is None and _opens(passage, quote, outside):
                speaker = _before(reading, passage, quote, outside) or last
            elif speaker is None and verb is not None and _goes_on(passage, verb):
                speaker = last  # nobody else is named: whoever spoke goes on
            if not _worth(quote, near) or (speaker is None and verb is None):
                continue
            last = speaker
            evidence = Evidence(quote.start, quote.end, reading.article.text[quote.start : quote.end])
            yield Finding(Statement(speaker, quote.words), (evidence,), 0.9 if near else 0.75, "statement")


def _worth(quote: _Quote, near: bool) -> bool:
    count, closed = len(quote.words.split()), quote.words.rstrip().endswith((",", ".", "!", "?"))
    return count > 3 or (count > 2 and (closed or near)) or (near and closed and count > 1)


def _quotes(reading: Reading, passage: Passage) -> Iterator[_Quote]:
    text = reading.article.text
    for match in _QUOTE.finditer(text, passage.block.start, passage.block.end):
        group = next(i for i in range(1, 5) if match.group(i) is not None)
        yield _Quote(match.start(group), match.end(group), match.group(group))


def _verb(passage: Passage, quote: _Quote, outside: list[Token]) -> Token | None:
    """The verb of saying that a quote belongs to: the one right behind it, the last before it, any behind it."""
    after = _sentence([t for t in outside if passage.starts[t.i] >= quote.end])
    before = _sentence([t for t in outside if passage.ends[t.i] <= quote.start][::-1])
    tail = next((t for t in after if _says(t)), None)
    head = next((t for t in before if _says(t)), None)
    if quote.words.rstrip().endswith((",", "!", "?")) or not any(t.is_alpha for t in before):
        return tail or (head if not _ended(quote) else None)
    return head or (tail if not quote.words.rstrip().endswith(".") else None)


def _ended(quote: _Quote) -> bool:
    return quote.words.rstrip().endswith((",", ".", "!", "?"))


def _sentence(tokens: list[Token]) -> list[Token]:
    """The tokens up to the end of a sentence, read in either direction."""
    found: list[Token] = []
    for token in tokens:
        if token.text in (".", "!", "?") or len(found) > 60:
            break
        found.append(token)
    return found


def _says(token: Token) -> bool:
    return (token.lemma_.lower() in _SAY or token.lower_ == "according") and token.pos_ not in (
        "NOUN",
        "PROPN",
        "ADJ",
    )


def _opens(passage: Passage, quote: _Quote, outside: list[Token]) -> bool:
    """Whether a quote is a sentence of its own: nothing of its sentence stands before it or behind it."""
    before = _sentence([t for t in outside if passage.ends[t.i] <= quote.start][::-1])
    after = _sentence([t for t in outside if passage.starts[t.i] >= quote.end])
    sentence_after = not quote.words.rstrip().endswith(",") or not any(t.is_alpha for t in after)
    return _ended(quote) and not any(t.is_alpha for t in before) and sentence_after


def _speaker(
    reading: Reading, passage: Passage, verb: Token, outside: list[Token], last: Entity | None
) -> Entity | None:
    """Who says it: the verb's subject, whoever follows an inverted verb, else the nearest person before it."""
    if verb.lower_ == "according":
        words = {t.lower_ for t in _sentence([t for t in outside if t.i > verb.i])[:4]}
        return last if "same" in words else _first(reading, passage, verb, outside, 1)
    if verb.lower_ == "saying" and verb.i and verb.nbor(-1).lower_ == "as":
        verb = next((t for t in reversed(outside) if t.i < verb.i and t.lemma_ in ("quote", "cite")), verb)
    subject = subject_of(verb) if verb.pos_ in ("VERB", "AUX") else None
    if verb.lemma_ == "tell" and (agent := agent_of(verb)) is not None:
        subject = agent
    if subject is not None and abs(subject.i - verb.i) <= 3 * _REACH and subject in outside:
        person = _person(reading, passage, subject)
        if person is not None:
            return person
        if subject.lower_ in _COMMON and subject.pos_ != "PRON":
            return _apposed(reading, passage, subject)
    inverted = verb.i and not (verb.nbor(-1).is_alpha or verb.i - 1 in passage.mention_at)
    for step in (1, -1) if inverted else (-1, 1):
        person = _first(reading, passage, verb, outside, step)
        if person is not None:
            return person
    return None


def _apposed(reading: Reading, passage: Passage, noun: Token) -> Entity | None:
    for child in noun.children:
        if child.dep_ in ("appos", "compound") and (person := _person(reading, passage, child)) is not None:
            return person
    return None


def _first(reading: Reading, passage: Passage, verb: Token, outside: list[Token], step: int) -> Entity | None:
    """The first person behind (1) or before (-1) a verb in its sentence, owners of something apart."""
    side = [t for t in outside if (t.i - verb.i) * step > 0 and abs(t.i - verb.i) <= _REACH][::step]
    for token in _sentence(side):
        if token.dep_ == "poss" or (token.dep_ == "pobj" and step < 0) or token.lower_ in ("that", "which"):
            if token.lower_ == "that":
                return None
            continue
        person = _person(reading, passage, token)
        if person is not None:
            return person
        if token.lower_ in _COMMON and token.dep_ == "nsubj":
            return _apposed(reading, passage, token)
    return None


def _inside(reading: Reading, passage: Passage, quote: _Quote, verb: Token, speaker: Entity) -> bool:
    """Whether "he said" has been taken for somebody whom the quote itself names last: nobody speaks of himself so."""
    subject = subject_of(verb)
    if subject is None or subject.lower_ not in ("he", "she"):
        return False
    named = [m for m in passage.mention_at.values() if quote.start <= m.start < quote.end]
    return any(e.key == speaker.key for m in named for e in reading.entities(m))


def _teller(reading: Reading, passage: Passage, quote: _Quote, outside: list[Token]) -> Entity | None:
    """The person who is the last subject before a quote."""
    for token in reversed([t for t in outside if passage.ends[t.i] <= quote.start]):
        if token.dep_ == "nsubj" and (person := _person(reading, passage, token)) is not None:
            return person
    return None


def _goes_on(passage: Passage, verb: Token) -> bool:
    """ "he said" of a "he" that nothing else tells, "the official added": the one who spoke before."""
    subject = subject_of(verb)
    return subject is not None and (
        subject.lower_ in ("he", "she") or (subject.lower_ in _COMMON and _the(subject))
    )


def _the(noun: Token) -> bool:
    return any(c.lower_ == "the" for c in noun.children) and noun.lower_ in _PERSONS


def _before(reading: Reading, passage: Passage, quote: _Quote, outside: list[Token]) -> Entity | None:
    """Whoever is the subject of saying in the sentence before a quote that stands alone: "X said it was a shock. “…”"."""
    earlier = [t for t in outside if passage.ends[t.i] <= quote.start]
    while earlier and not earlier[-1].is_alpha:
        earlier.pop()
    for token in reversed(earlier[-60:]):
        if token.text in (".", "!", "?"):
            return None
        if _says(token) and token.pos_ == "VERB" and (subject := subject_of(token)) is not None:
            return _person(reading, passage, subject)
    return None


def _person(reading: Reading, passage: Passage, token: Token) -> Entity | None:
    mention = passage.mention_at.get(token.i)
    if mention is None or mention.kind not in _SPEAKERS or mention.plural:
        return None
    return next((e for e in reading.entities(mention) if e.kind is EntityKind.PERSON), None)
