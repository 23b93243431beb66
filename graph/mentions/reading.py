"""An article -> Reading: its passages parsed, its mentions found, every name of a person tied to one entity."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from spacy.tokens import Span, Token

from summitry.graph.article import Article, BlockKind
from summitry.graph.claims import Entity
from summitry.graph.dates import Timeline, read_timeline
from summitry.graph.gazetteer import Gazetteer
from summitry.graph.mentions.document import Passage, parse_blocks
from summitry.graph.mentions.lexicon import Lexicon
from summitry.graph.mentions.model import Mention, MentionKind
from summitry.graph.mentions.name_forms import fold, surname_only
from summitry.graph.mentions.name_words import CALLED, is_thing
from summitry.graph.mentions.namesakes import states_named, told_apart
from summitry.graph.mentions.people import assemble
from summitry.graph.mentions.registry import Registry
from summitry.graph.mentions.roles import HONORIFICS
from summitry.graph.mentions.units import Unit, UnitKind, find_units
from summitry.graph.mentions.words import split_words

if TYPE_CHECKING:
    from spacy.language import Language

_OPENING = 4  # tokens of a dateline before who reports
_TITLES = HONORIFICS | {"king", "queen", "president", "emir", "minister", "ambassador"}
PRONOUNS = frozenset("he she him her his hers they them their".split())


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

    def sentences(self) -> Iterator[tuple[Passage, Span]]:
        """Every sentence with its passage, in the order of the text."""
        for passage in self.passages:
            for sentence in passage.doc.sents:
                yield passage, sentence

    def mention(self, passage: Passage, token: Token) -> Mention | None:
        return passage.mention_at.get(token.i)


class Reader:
    """Reads articles; built once for a gazetteer and a pipeline."""

    def __init__(self, gazetteer: Gazetteer, nlp: Language) -> None:
        self._gazetteer = gazetteer
        self._lexicon = Lexicon(gazetteer)
        self._nlp = nlp

    def read(self, article: Article) -> Reading:
        """The article's passages, mentions and people."""
        units = told_apart([self._units(article, i) for i in range(len(article.blocks))], self._gazetteer)
        registry = Registry(self._gazetteer, article.published, states_named(units))
        found = [list(assemble(article.text, block)) for block in units]
        self._name_people(article, units, found, registry)
        passages = parse_blocks(self._nlp, article, found)
        spans = [(b.start, b.end) for b in article.blocks]
        timeline = read_timeline(article.text, spans, article.published, article.dateline)
        reading = Reading(article, passages, registry, self._gazetteer, timeline)
        for passage in passages:
            _late_names(passage, registry, article)
        for passage in passages:
            _late_surnames(passage, registry, article)
            _pronouns(passage, article)
        return reading

    def _units(self, article: Article, i: int) -> list[Unit]:
        block = article.blocks[i]
        words = split_words(article.text, block.start, block.end)
        return find_units(words, self._lexicon, block.kind is BlockKind.HEADLINE)

    def _common(self, mention: Mention) -> bool:
        """Whether a city is called like much else: "confidence in Austin" is in the minister."""
        entry = self._gazetteer.find(mention.entity.key) if mention.entity is not None else None
        return entry is not None and entry.common

    def _name_people(
        self, article: Article, units: list[list[Unit]], found: list[list[Mention]], registry: Registry
    ) -> None:
        """Full names of all blocks first (a headline's surname belongs to a name further down), then short ones."""
        doubtful = []
        for block in found:
            for i, mention in enumerate(block):
                if mention.kind is not MentionKind.PERSON:
                    continue
                if registry.recognises(mention):
                    _name(block, i, registry)
                elif not _tentative(mention):
                    doubtful.append((block, i))
        for block, i in doubtful:  # "Philip Davis" in a headline is the Philip Brave Davis of the text
            _name(block, i, registry)
        known = {
            fold(m.text[m.name_start - m.start : m.name_end - m.start]): m.entity
            for b in found
            for m in b
            if m.kind is MentionKind.PERSON and m.entity
        }
        for number, block in enumerate(found):
            block[:] = self._short_names(article.text, units[number], block, registry, known)

    def _short_names(
        self,
        text: str,
        units: list[Unit],
        block: list[Mention],
        registry: Registry,
        known: Mapping[str, Entity | None],
    ) -> list[Mention]:
        taken = [(m.start, m.end) for m in block]
        result: list[Mention] = []
        for mention in block:
            if mention.kind is MentionKind.PERSON and mention.entity is None:
                name = fold(text[mention.name_start : mention.name_end])
                alone = surname_only(text[mention.name_start : mention.name_end])
                entity = registry.short(mention) if alone else known.get(name)
                mention = replace(mention, entity=entity)
                if entity is None and not _tentative(mention):
                    continue
                if entity is None:
                    continue
            elif (
                mention.kind is MentionKind.CITY
                and registry.knows(mention.text)
                and (self._common(mention) or _not_a_place(text, mention))
            ):
                single = Mention(
                    MentionKind.PERSON,
                    mention.start,
                    mention.end,
                    mention.text,
                    None,
                    (),
                    False,
                    None,
                    mention.start,
                    mention.end,
                )
                entity = registry.short(single)
                mention = replace(single, entity=entity) if entity is not None else mention
            result.append(mention)
        for unit in units:
            if (
                unit.kind is not UnitKind.NAME
                or " " in unit.text
                or any(s < unit.end and unit.start < e for s, e in taken)
            ):
                continue
            if unit.text.isupper() and not registry.knows(unit.text):
                continue
            if re.match(r"-\d", text[unit.end : unit.end + 2]):
                continue  # "Su-35": an aeroplane
            start = (
                unit.start - 3 if text[unit.start - 3 : unit.start].lower() in ("al-", "el-") else unit.start
            )
            words = text[start : unit.end]
            bare = Mention(MentionKind.PERSON, start, unit.end, words, name_start=start, name_end=unit.end)
            entity = registry.short(bare)
            if entity is not None:
                result.append(replace(bare, entity=entity))
        return sorted(result, key=lambda m: m.start)


def _name(block: list[Mention], i: int, registry: Registry) -> None:
    """Ties a mention with a whole name to its person, with the posts that it can have held."""
    entity = registry.full(block[i])
    if entity is not None:
        block[i] = replace(block[i], entity=entity, posts=registry.plausible(entity, block[i].posts))


def _not_a_place(text: str, mention: Mention) -> bool:
    """ "Obama told …": a town's name that is the surname of somebody in the article, where no preposition stands before it."""
    before = text[max(0, mention.start - 12) : mention.start].lower().split()
    return not before or before[-1] not in (
        "in",
        "to",
        "at",
        "from",
        "near",
        "of",
        "outside",
        "through",
        "via",
    )


def _tentative(mention: Mention) -> bool:
    """A run of capitals that nothing but its form calls a person."""
    return mention.entity is None and not mention.posts and mention.start == mention.name_start


def _late_names(passage: Passage, registry: Registry, article: Article) -> None:
    """Names that only the recogniser sees: two capitalised words or more that it calls a person."""
    for span in passage.doc.ents:
        if span.label_ != "PERSON" or any(t.i in passage.mention_at for t in span):
            continue
        tokens = [t for t in span]
        while tokens and (tokens[-1].text in ("'s", "’s") or not tokens[-1].text[0].isalpha()):
            tokens.pop()
        while tokens and (not tokens[0].text[0].isupper() or tokens[0].lower_ in _TITLES):
            tokens.pop(0)
        if (
            len(tokens) < 2
            or passage.headline
            or not all(t.text[0].isupper() or len(t.text) < 4 for t in tokens)
            or is_thing(" ".join(t.text for t in tokens))
            or _dateline(passage, tokens)
            or (tokens[0].i and passage.doc[tokens[0].i - 1].lower_ in CALLED)
        ):
            continue
        start, end = passage.starts[tokens[0].i], passage.ends[tokens[-1].i]
        mention = Mention(
            MentionKind.PERSON, start, end, article.text[start:end], None, (), False, None, start, end
        )
        entity = registry.full(mention)
        if entity is not None:
            head = passage.doc[tokens[0].i : tokens[-1].i + 1].root
            passage.mention_at[head.i] = replace(mention, entity=entity)


def _dateline(passage: Passage, tokens: list[Token]) -> bool:
    """ "Riyadh, Asharq Al-Awsat—": who reports."""
    after = tokens[-1].i + 1
    return (
        tokens[0].i < _OPENING
        and after < len(passage.doc)
        and passage.doc[after].text in ("—", "–", "--", "-")
    )


def _late_surnames(passage: Passage, registry: Registry, article: Article) -> None:
    for token in passage.doc:
        if token.i in passage.mention_at or token.pos_ != "PROPN" or not registry.knows(token.text):
            continue
        if (
            token.i + 1 < len(passage.doc)
            and passage.doc[token.i + 1].pos_ == "PROPN"
            and token.i + 1 not in passage.mention_at
        ):
            continue
        start, end = passage.starts[token.i], passage.ends[token.i]
        if any(m.start <= start < m.end for m in passage.mention_at.values()):
            continue
        mention = Mention(
            MentionKind.PERSON, start, end, article.text[start:end], None, (), False, None, start, end
        )
        entity = registry.short(mention)
        if entity is not None:
            passage.mention_at[token.i] = replace(mention, entity=entity)


def _pronouns(passage: Passage, article: Article) -> None:
    for token in passage.doc:
        if token.i not in passage.mention_at and token.lower_ in PRONOUNS:
            start, end = passage.starts[token.i], passage.ends[token.i]
            plural = token.lower_ in ("they", "them", "their")
            passage.mention_at[token.i] = Mention(
                MentionKind.PRONOUN, start, end, article.text[start:end], None, (), plural
            )
