"""What is known of an article before facts are looked for: its passages, its people, what its mentions stand for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from spacy.tokens import Span

from summitry.graph.article import Article
from summitry.graph.claims import Entity
from summitry.graph.dates import Timeline
from summitry.graph.gazetteer import Gazetteer
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import Mention
from summitry.graph.mentions.registry import Registry


@dataclass(frozen=True, slots=True)
class Context:
    """What a sentence may take up from those before it: the organisation named last, the states, latest first, and the two
    that "they" or "both" can mean.
    """

    organisation: Entity | None
    states: tuple[Entity, ...]
    pair: tuple[Entity, ...] = ()


@dataclass(slots=True)
class Reading:
    """What is known of an article before facts are looked for.

    `referents` maps a mention's (start, end) to the entities it stands for; coreference fills in what names leave open.
    `notes` is where finders leave each other what they have worked out of it, so that it is worked out once.
    """

    article: Article
    passages: list[Passage]
    registry: Registry
    gazetteer: Gazetteer
    timeline: Timeline
    referents: dict[tuple[int, int], tuple[Entity, ...]] = field(default_factory=dict)
    contexts: dict[int, Context] = field(default_factory=dict)  # by the offset at which a sentence begins
    notes: dict[str, Any] = field(default_factory=dict, repr=False)

    @property
    def published(self) -> date | None:
        return self.article.published

    def entities(self, mention: Mention) -> tuple[Entity, ...]:
        """Whom or what a mention stands for; empty where that is open."""
        found = self.referents.get((mention.start, mention.end))
        if found is not None:
            return found
        return (mention.entity,) if mention.entity is not None else ()

    def before(self, passage: Passage, sentence: Span) -> tuple[Passage, Span] | None:
        """The sentence before another, also the last of the paragraph before, with its passage; no headline is one."""
        here = passage.before(sentence)
        if here is not None:
            return passage, here
        at = next(n for n, other in enumerate(self.passages) if other is passage)
        earlier = self.passages[at - 1] if at else None
        if earlier is None or earlier.headline or not len(earlier.doc):
            return None
        return earlier, earlier.doc[len(earlier.doc) - 1].sent

    def sentences(self) -> Iterator[tuple[Passage, Span]]:
        """Every sentence with its passage, in the order of the text."""
        for passage in self.passages:
            for sentence in passage.doc.sents:
                yield passage, sentence
