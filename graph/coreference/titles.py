"""People taken up by a title, their age or their place: "the prince", "the general", "the Secretary", "the 33-year-old", "the latter"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from summitry.graph.claims import Entity
from summitry.graph.coreference.people import Seen, likeliest
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import Mention, MentionKind
from summitry.graph.mentions.reading import Reading

_MONARCHS = frozenset({"king", "queen", "emir", "sultan", "emperor"})
_STYLES = {
    "highness": frozenset({*_MONARCHS, "crown prince", "deputy emir"}),
    "majesty": _MONARCHS,
    "holiness": frozenset({"pope"}),
}
_TITLES = {
    "prince": frozenset({"crown prince"}),
    "sovereign": _MONARCHS,
    "monarch": _MONARCHS,
    "pontiff": frozenset({"pope"}),
}
_RANKS = frozenset("general colonel captain marshal admiral major secretary".split())
_OFFICIAL = frozenset({"secretary"})  # "the Secretary", as ministries call theirs: with a capital
_SUITE = re.compile(
    r"\b(?:secretary|director|attorney|governor)[- ]general\b|\b(?:press|private|cabinet) secretary\b"
)
_AGED = re.compile(r"\bthe \d{2}[-‑]year[-‑]$", re.I)
_TITLED = "titles of people"
_MEMORY = 60


def titled(reading: Reading, passage: Passage, token: Token, seen: list[Seen], number: int) -> Entity | None:
    """Whom a title without a name stands for; notes a mention for it."""
    word = token.lower_
    if word in _STYLES:
        found = _styled(reading, token, seen, number)
    elif word == "latter":
        found = _latter(token, seen, number)
    elif word == "old":
        found = _aged(reading, passage, token, seen, number)
    elif word in _TITLES or word in _RANKS:
        if [c.lower_ for c in token.children if c.i < token.i and c.dep_ != "amod"] != [
            "the"
        ] or token.text != (word.title() if word in _OFFICIAL else word):
            return None
        if any(c.i in passage.mention_at or c.dep_ == "prep" for c in token.children):
            return None
        fitting = [met for met in seen[-_MEMORY:] if _bears(reading, met.entity, word)]
        found = likeliest(reading, fitting, number)
    else:
        return None
    if found is not None:
        start, end = passage.starts[token.i], passage.ends[token.i]
        text = reading.article.text[start:end]
        passage.mention_at[token.i] = Mention(MentionKind.POST, start, end, text)
        reading.referents[start, end] = (found,)
    return found


def _aged(reading: Reading, passage: Passage, token: Token, seen: list[Seen], number: int) -> Entity | None:
    """ "the 33-year-old", where no noun follows: who is told of."""
    start = passage.starts[token.i]
    if not _AGED.search(reading.article.text, max(0, start - 20), start) or token.dep_ in (
        "amod",
        "compound",
    ):
        return None
    return likeliest(reading, [met for met in seen[-_MEMORY:] if number - met.sentence <= 2], number)


def _latter(token: Token, seen: list[Seen], number: int) -> Entity | None:
    """ "the latter", where no noun follows: who was named last."""
    if token.dep_ in ("amod", "compound") or [c.lower_ for c in token.children if c.i < token.i] != ["the"]:
        return None
    return seen[-1].entity if seen and number - seen[-1].sentence <= 1 else None


def _styled(reading: Reading, token: Token, seen: list[Seen], number: int) -> Entity | None:
    """ "His Highness", "Her Majesty", where no name follows: the ruler last told of."""
    before = [c.lower_ for c in token.children if c.i < token.i]
    if before not in (["his"], ["her"]) or any(c.dep_ in ("appos", "conj") for c in token.children):
        return None
    fitting = [met for met in seen[-_MEMORY:] if _bears(reading, met.entity, token.lower_)]
    return likeliest(reading, fitting, number)


def _bears(reading: Reading, entity: Entity, word: str) -> bool:
    person = reading.registry.people.get(entity.key)
    if word in _RANKS:
        return word in _ranks(reading).get(entity.key, ())
    stated = {p.role for p in person.posts if not p.former} if person is not None else set()
    roles = _TITLES.get(word) or _STYLES[word]
    if stated:
        return bool(stated & roles)
    now = reading.gazetteer.current(entity.key, reading.published)
    return now is not None and now.role in roles


def _ranks(reading: Reading) -> dict[str, set[str]]:
    """The military ranks that the article gives its people."""
    found = reading.notes.get(_TITLED)
    if not isinstance(found, dict):
        found = reading.notes[_TITLED] = {}
        for passage in reading.passages:
            for mention in passage.mention_at.values():
                if mention.kind is MentionKind.PERSON and mention.entity is not None:
                    title = mention.text[: max(0, mention.name_start - mention.start)].lower()
                    ranks = _RANKS.intersection(_SUITE.sub("", title).split())
                    found.setdefault(mention.entity.key, set()).update(ranks)
    return found
