"""Who said what: the exact words inside quotation marks, and their speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summitry.graph.claims import Entity, EntityKind, Evidence, Finding, Statement
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import MentionKind
from summitry.graph.mentions.reading import Reading

_QUOTE = re.compile(r"“([^“”]{3,1500})”|\"([^\"]{3,1500})\"|«\s*([^«»]{3,1500}?)\s*»|„([^„“”]{3,1500})[“”]")
_SAY = (r"(?:said|says|told|tells|added|adds|stated|states|stressed|noted|notes|declared|announced|explained|wrote|tweeted|commented|"
        r"remarked|warned|insisted|argued|concluded|continued|recalled|emphasi[sz]ed|underlined|reiterated|affirmed|specified|"
        r"pointed out|replied|answered|asked|claimed|confirmed|vowed|pledged|observed|quoted|saying|according to|called|described|"
        r"discuss|discussed|hailed|praised|expressed|informed|inform|indicated|promised|suggested|joked|urged|cited)")  # fmt: skip
_SAID = re.compile(rf"\b{_SAY}\b")


@dataclass(frozen=True, slots=True)
class _Quote:
    start: int
    end: int
    words: str


def find(reading: Reading) -> Iterator[Finding]:
    """The quotations of an article with their speakers; scare quotes of one or two words are left out."""
    last: Entity | None = None
    for passage in reading.passages:
        if passage.headline:
            continue
        for quote in _quotes(reading, passage):
            speaker, near = _speaker(reading, passage, quote, last)
            if speaker is None or len(quote.words.split()) < 3 and not near:
                continue
            if len(quote.words.split()) < 4 and not quote.words.rstrip().endswith((",", ".", "!", "?")):
                continue
            last = speaker
            evidence = Evidence(quote.start, quote.end, reading.article.text[quote.start : quote.end])
            yield Finding(Statement(speaker, quote.words), (evidence,), 0.9 if near else 0.75, "statement")


def _quotes(reading: Reading, passage: Passage) -> Iterator[_Quote]:
    text = reading.article.text
    for match in _QUOTE.finditer(text, passage.block.start, passage.block.end):
        group = next(i for i in range(1, 5) if match.group(i) is not None)
        yield _Quote(match.start(group), match.end(group), match.group(group))


def _speaker(reading: Reading, passage: Passage, quote: _Quote, last: Entity | None) -> tuple[Entity | None, bool]:
    """The person nearest to a verb of saying in the quote's sentence; else whoever spoke last."""
    text = reading.article.text
    after = text[quote.end + 1 : quote.end + 160]
    before = text[max(passage.block.start, quote.start - 220) : quote.start - 1]
    stop = re.search(r"[.!?][”\"]?\s", after)
    tail = after[: stop.start() + 1] if stop else after
    said = _SAID.search(tail)
    if said and not re.search(r"[“\"«]", tail[: said.start()]):
        person = _nearest(reading, passage, quote.end + 1, quote.end + 1 + len(tail), quote.end + 1 + said.start())
        if person is not None:
            return person, True
    head = re.split(r"(?<=[.!?])[”\"]?\s", before)[-1]
    said_all = list(_SAID.finditer(head))
    if said_all:
        start = quote.start - 1 - len(head)
        person = _nearest(reading, passage, start, quote.start - 1, start + said_all[-1].start(), subject=True)
        if person is not None:
            return person, True
    return (last, False) if not before.strip() or text[quote.start - 2 : quote.start - 1].isspace() and not head.strip() else (None, False)


def _nearest(reading: Reading, passage: Passage, start: int, end: int, at: int, subject: bool = False) -> Entity | None:
    best: tuple[int, Entity] | None = None
    for i in sorted(passage.mention_at):
        mention = passage.mention_at[i]
        if not (start <= mention.start < end) or mention.kind is MentionKind.DEMONYM:
            continue
        entities = [e for e in reading.entities(mention) if e.kind in (EntityKind.PERSON, EntityKind.STATE, EntityKind.ORGANISATION)]
        if not entities or mention.kind in (MentionKind.CITY,):
            continue
        rank = abs(mention.start - at) + (0 if entities[0].kind is EntityKind.PERSON else 60)
        rank += 40 if passage.doc[i].dep_ not in ("nsubj", "pobj") else 0
        if subject and passage.doc[i].dep_ == "nsubj":
            rank -= 30
        if best is None or rank < best[0]:
            best = (rank, entities[0])
    return best[1] if best is not None else None
