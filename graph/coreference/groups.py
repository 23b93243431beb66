"""Groups of people -> their members: "both presidents", "the two sides", "the pair"."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.graph.claims import Entity
from summitry.graph.coreference.people import HEAD_ROLES, SUBJECTS, Seen, role_of, state_of
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import Mention, MentionKind
from summitry.graph.mentions.reading import Reading

_GROUP_HEADS = frozenset(
    "leaders presidents ministers men sides pair duo premiers counterparts politicians statesmen officials guests visitors".split()
)


_SPOKESMEN = frozenset({"spokesperson", "analyst", "adviser"})


def pair_of(reading: Reading, mention: Mention, seen: list[Seen], number: int) -> tuple[Entity, ...]:
    """ "both presidents", "the two leaders": the last two people met, with that post where the words name one."""
    role = mention.posts[0].role if mention.posts else "leader"
    return last_two(reading, seen, number, None if role == "counterpart" else role)


def last_two(
    reading: Reading, seen: list[Seen], number: int, role: str | None, back: int = 3
) -> tuple[Entity, ...]:
    """The last two people of different states met within `back` sentences; those who only speak for others aside."""
    pair: dict[str, Entity] = {}
    states: set[str | None] = set()
    for met in reversed(seen):
        if number - met.sentence > back:
            break
        held = role_of(reading, met.entity)
        if role is None and held in _SPOKESMEN:
            continue
        if role is not None and held != role and not (role == "leader" and held in HEAD_ROLES):
            continue
        state = state_of(reading, met.entity)
        if met.entity.key in pair or (state is not None and state in states):
            continue
        pair[met.entity.key] = met.entity
        states.add(state)
        if len(pair) == 2:
            return tuple(reversed(pair.values()))
    return ()


def group(reading: Reading, passage: Passage, token: Token, seen: list[Seen], number: int) -> None:
    """ "the two sides", "the pair": a group without a post."""
    headed = token.lower_ in _GROUP_HEADS and any(c.lower_ in ("two", "both", "the") for c in token.children)
    if not headed and not _alone(token):
        return
    pair = last_two(reading, seen, number, None)
    if pair:
        start, end = passage.starts[token.i], passage.ends[token.i]
        mention = Mention(MentionKind.GROUP, start, end, reading.article.text[start:end], None, (), True, 2)
        passage.mention_at[token.i] = mention
        reading.referents[start, end] = pair


def _alone(token: Token) -> bool:
    """ "when the two met", "both agreed": a number that stands for people."""
    if token.dep_ not in (*SUBJECTS, "pobj", "dobj") or token.pos_ in ("NOUN", "PROPN", "ADJ"):
        return False
    if token.lower_ == "both":
        return token.dep_ in SUBJECTS and not any(True for _ in token.children)
    return token.lower_ == "two" and [c.lower_ for c in token.children] == ["the"]
