"""An article -> Reading: its passages parsed, its mentions found, every name of a person tied to one entity."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from summitry.graph.article import Article, BlockKind
from summitry.graph.claims import Entity
from summitry.graph.dates import read_timeline
from summitry.graph.gazetteer import Gazetteer
from summitry.graph.mentions.document import parse_blocks
from summitry.graph.mentions.doer_names import add_doers
from summitry.graph.mentions.late_names import add_names, add_pronouns, add_surnames
from summitry.graph.mentions.lexicon import Lexicon
from summitry.graph.mentions.model import Mention, MentionKind, lone_name
from summitry.graph.mentions.name_forms import fold, surname_only
from summitry.graph.mentions.namesakes import states_named, told_apart
from summitry.graph.mentions.people import assemble
from summitry.graph.mentions.reading import Reading
from summitry.graph.mentions.registry import Registry
from summitry.graph.mentions.units import Unit, UnitKind, find_units
from summitry.graph.mentions.words import split_words

if TYPE_CHECKING:
    from spacy.language import Language

_PLACING = frozenset("in to at from near of outside through via".split())


class Reader:
    """Reads articles; built once for a gazetteer and a pipeline."""

    def __init__(self, gazetteer: Gazetteer, nlp: Language) -> None:
        self._gazetteer = gazetteer
        self._lexicon = Lexicon(gazetteer)
        self._nlp = nlp

    def read(self, article: Article) -> Reading:
        """The article's passages, mentions and people."""
        text = article.text
        units = told_apart([self._units(article, i) for i in range(len(article.blocks))], self._gazetteer)
        registry = Registry(self._gazetteer, article.published, states_named(units))
        found = [list(assemble(text, block)) for block in units]
        self._name_people(text, units, found, registry)
        passages = parse_blocks(self._nlp, article, found)
        for passage in passages:
            add_names(passage, registry, text)
        add_doers(passages, registry, text)
        for passage in passages:
            add_surnames(passage, registry, text)
            add_pronouns(passage, text)
        spans = [(b.start, b.end) for b in article.blocks]
        timeline = read_timeline(text, spans, article.published, article.dateline)
        return Reading(article, passages, registry, self._gazetteer, timeline)

    def _units(self, article: Article, i: int) -> list[Unit]:
        block = article.blocks[i]
        words = split_words(article.text, block.start, block.end)
        return find_units(words, self._lexicon, block.kind is BlockKind.HEADLINE)

    def _name_people(
        self, text: str, units: list[list[Unit]], found: list[list[Mention]], registry: Registry
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
            fold(text[m.name_start : m.name_end]): m.entity
            for block in found
            for m in block
            if m.kind is MentionKind.PERSON and m.entity
        }
        for number, block in enumerate(found):
            taken = [(m.start, m.end) for m in block]
            block[:] = self._short_names(text, block, registry, known)
            lone = _lone_names(text, units[number], taken, registry)
            block.extend(filter(None, (_short(name, registry) for name in lone)))
            block.sort(key=lambda m: m.start)

    def _short_names(
        self, text: str, block: list[Mention], registry: Registry, known: Mapping[str, Entity]
    ) -> Iterator[Mention]:
        """The mentions of a block, each person's with whose it is; without those that are nobody's."""
        for mention in block:
            found: Mention | None = mention
            if mention.kind is MentionKind.PERSON and mention.entity is None:
                name = text[mention.name_start : mention.name_end]
                entity = known.get(fold(name))
                whole = replace(mention, entity=entity) if entity is not None else None
                found = _short(mention, registry) if surname_only(name) else whole
            elif mention.kind is MentionKind.CITY and self._may_be_somebody(text, mention, registry):
                found = _short(lone_name(text, mention.start, mention.end), registry) or mention
            if found is not None:
                yield found

    def _may_be_somebody(self, text: str, city: Mention, registry: Registry) -> bool:
        """ "Obama told …": a town called like somebody in the article, where no preposition stands before it; whatever stands
        there, of one that is called like much else: "confidence in Austin" is in the minister.
        """
        if city.entity is None or not registry.knows(city.text):
            return False
        entry = self._gazetteer.find(city.entity.key)
        before = text[max(0, city.start - 12) : city.start].lower().split()
        placed = bool(before) and before[-1] in _PLACING
        return not placed or (entry is not None and entry.common)


def _name(block: list[Mention], i: int, registry: Registry) -> None:
    """Ties a mention with a whole name to its person, with the posts that it can have held."""
    entity = registry.full(block[i])
    if entity is not None:
        block[i] = replace(block[i], entity=entity, posts=registry.plausible(entity, block[i].posts))


def _short(mention: Mention, registry: Registry) -> Mention | None:
    """A mention by surname alone with the person that it means."""
    entity = registry.short(mention)
    return replace(mention, entity=entity) if entity is not None else None


def _lone_names(
    text: str, units: list[Unit], taken: list[tuple[int, int]], registry: Registry
) -> Iterator[Mention]:
    """The single words of a block that may be surnames, outside what is taken."""
    for unit in units:
        if unit.kind is not UnitKind.NAME or " " in unit.text:
            continue
        if any(start < unit.end and unit.start < end for start, end in taken):
            continue
        if unit.text.isupper() and not registry.knows(unit.text):
            continue
        if re.match(r"-\d", text[unit.end : unit.end + 2]):
            continue  # "Su-35": an aeroplane
        with_article = text[unit.start - 3 : unit.start].lower() in ("al-", "el-")
        yield lone_name(text, unit.start - 3 if with_article else unit.start, unit.end)


def _tentative(mention: Mention) -> bool:
    """A run of capitals that nothing but its form calls a person."""
    return mention.entity is None and not mention.posts and mention.start == mention.name_start
