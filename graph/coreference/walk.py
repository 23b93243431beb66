"""One walk through the article that fills in whom its mentions stand for."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span, Token

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.coreference.foretold import foretold
from summitry.graph.coreference.groups import group
from summitry.graph.coreference.people import SUBJECTS, Seen, lead_of, speaks, state_of, verb_above, weight
from summitry.graph.coreference.posts import holders
from summitry.graph.coreference.pronouns import he, they
from summitry.graph.coreference.titles import titled
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import Mention, MentionKind
from summitry.graph.mentions.naming import Named
from summitry.graph.mentions.reading import Reading

_VISITORS = frozenset("guest visitor statesman politician".split())
_TOGETHER = 0.6  # how much a sentence about several is about each of them


def resolve(reading: Reading) -> None:
    """Fills `reading.referents` for every mention whose form alone does not tell."""
    seen: list[Seen] = []
    named = Named(reading, state_of)
    for number, (passage, sentence) in enumerate(reading.sentences()):
        reading.contexts[passage.starts[sentence.start]] = named.context()
        for token in sentence:
            named.meet(passage, token)
            mention = passage.mention_at.get(token.i)
            if mention is None:
                person = titled(reading, passage, token, seen, number)
                if person is not None:
                    seen.append(_seen(person, number, token, weight(token)))
                    continue
                for entity in group(reading, passage, token, seen, number):
                    together = min(weight(token), _TOGETHER)
                    seen.append(Seen(entity, number, token.i, together, token.i, clause=verb_above(token).i))
                continue
            entities = _entities(reading, passage, sentence, token, mention, seen, number)
            if entities:
                reading.referents[mention.start, mention.end] = entities
            for entity in entities or reading.entities(mention):
                if entity.kind is EntityKind.PERSON:
                    first = not seen or seen[-1].sentence != number
                    more = weight(token) + (0.6 if first else 0.0)
                    seen.append(_seen(entity, number, token, more, speaks(token)))


def _seen(entity: Entity, number: int, token: Token, more: float, said: bool = False) -> Seen:
    return Seen(entity, number, token.i, more, lead_of(token), said, verb_above(token).i)


def _entities(
    reading: Reading,
    passage: Passage,
    sentence: Span,
    token: Token,
    mention: Mention,
    seen: list[Seen],
    number: int,
) -> tuple[Entity, ...]:
    if mention.kind is MentionKind.POST:
        return holders(reading, passage, token, mention, seen, number)
    if mention.kind is MentionKind.PRONOUN:
        if mention.plural:
            return they(reading, token, seen, number)
        ahead = foretold(reading, passage, token, mention)
        return (ahead,) if ahead is not None else he(reading, passage, token, mention, seen, number)
    if mention.kind is MentionKind.DEMONYM and _stands_for_person(token):
        return _countryman(reading, passage, token, mention, seen, number)
    return ()


def _stands_for_person(token: Token) -> bool:
    """ "the Ukrainian flew to Paris", "the Russian guest"."""
    guest = token.head if token.dep_ in ("amod", "compound") and token.head.lower_ in _VISITORS else token
    alone = (
        guest == token and token.dep_ in (*SUBJECTS, "dobj", "pobj", "agent") and not token.text.endswith("s")
    )
    return (alone or guest != token) and any(c.lower_ == "the" for c in guest.children)


def _countryman(
    reading: Reading, passage: Passage, token: Token, mention: Mention, seen: list[Seen], number: int
) -> tuple[Entity, ...]:
    """The last person met who acts for the state that an adjective names."""
    state = mention.entity.key if mention.entity is not None else None
    for met in reversed(seen[-20:]):
        if number - met.sentence > 6:
            return ()
        if state is not None and state_of(reading, met.entity) == state:
            at = token if token.head.lower_ not in _VISITORS else token.head
            passage.mention_at[at.i] = replace(mention, kind=MentionKind.POST, posts=())
            return (met.entity,)
    return ()
