"""Posts, counterparts, pronouns and groups -> the people they stand for, in one walk through the article."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import Mention, MentionKind, Post
from summitry.graph.mentions.naming import Named
from summitry.graph.mentions.reading import Reading

_SUBJECTS = ("nsubj", "nsubjpass")
HEAD_ROLES = (
    "president",
    "prime minister",
    "chancellor",
    "king",
    "emir",
    "sultan",
    "crown prince",
    "supreme leader",
    "leader",
)
_GROUP_HEADS = frozenset(
    "leaders presidents ministers men sides pair duo premiers counterparts politicians statesmen officials guests visitors".split()
)
_VISITORS = frozenset("guest visitor statesman politician".split())
_FEMALE_POSTS = frozenset({"queen"})


@dataclass(frozen=True, slots=True)
class _Seen:
    """A person met so far: who, in which sentence (counted through the article), and whether as a subject."""

    entity: Entity
    sentence: int
    token: int
    weight: float  # how much the sentence is about them
    lead: int  # the first name of the list they stand in


def resolve(reading: Reading) -> None:
    """Fills `reading.referents` for every mention whose form alone does not tell."""
    seen: list[_Seen] = []
    named = Named(reading, state_of)
    for number, (passage, sentence) in enumerate(reading.sentences()):
        reading.contexts[passage.starts[sentence.start]] = named.context()
        for token in sentence:
            named.meet(passage, token)
            mention = passage.mention_at.get(token.i)
            if mention is None:
                _group(reading, passage, token, seen, number)
                continue
            entities = _entities(reading, passage, sentence, token, mention, seen, number)
            if entities:
                reading.referents[mention.start, mention.end] = entities
            for entity in entities or reading.entities(mention):
                if entity.kind is EntityKind.PERSON:
                    first = not seen or seen[-1].sentence != number
                    seen.append(
                        _Seen(entity, number, token.i, _weight(token) + (0.6 if first else 0.0), _lead(token))
                    )


def _entities(
    reading: Reading,
    passage: Passage,
    sentence: Span,
    token: Token,
    mention: Mention,
    seen: list[_Seen],
    number: int,
) -> tuple[Entity, ...]:
    if mention.kind is MentionKind.POST:
        return _post(reading, token, mention, seen, number)
    if mention.kind is MentionKind.PRONOUN:
        found = _they(seen, number) if mention.plural else _he(reading, token, mention, seen, number)
        return tuple(_as(e, mention.text) for e in found)
    if mention.kind is MentionKind.DEMONYM and _stands_for_person(token):
        return _countryman(reading, passage, token, mention, seen, number)
    return ()


def _stands_for_person(token: Token) -> bool:
    """ "the Ukrainian flew to Paris", "the Russian guest"."""
    guest = token.head if token.dep_ in ("amod", "compound") and token.head.lower_ in _VISITORS else token
    alone = (
        guest == token
        and token.dep_ in (*_SUBJECTS, "dobj", "pobj", "agent")
        and not token.text.endswith("s")
    )
    return (alone or guest != token) and any(c.lower_ == "the" for c in guest.children)


def _countryman(
    reading: Reading, passage: Passage, token: Token, mention: Mention, seen: list[_Seen], number: int
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


def _as(entity: Entity, written: str) -> Entity:
    return Entity(entity.kind, entity.name, entity.key, entity.written)


def _post(
    reading: Reading, token: Token, mention: Mention, seen: list[_Seen], number: int
) -> tuple[Entity, ...]:
    if mention.plural and len(mention.posts) < 2:
        return _pair(reading, mention, seen, number)
    found = [_holder(reading, post, seen, number, token) for post in mention.posts]
    return tuple(e for e in found if e is not None)


def _holder(reading: Reading, post: Post, seen: list[_Seen], number: int, token: Token) -> Entity | None:
    """Who holds a post: whoever the article says, else the one person the reference data has for that day."""
    if post.former:
        return _former(reading, post)
    if post.counterpart:
        return _counterpart(reading, post, seen, number)
    if post.of is None:
        return _definite(reading, post, seen)
    people = reading.registry.with_post(post.role, post.of.key, post.start)
    if people:
        return people[0].entity
    roles = HEAD_ROLES if post.role == "leader" else (post.role,)
    if post.role == "leader":
        for role in roles:
            people = reading.registry.with_post(role, post.of.key, post.start)
            if people:
                return people[0].entity
    return _from_reference(reading, roles, post)


def _from_reference(reading: Reading, roles: tuple[str, ...], post: Post) -> Entity | None:
    """The one holder on the day of the article; an undated article takes only people that it names."""
    assert post.of is not None
    for role in roles:
        tenures = reading.gazetteer.leaders(post.of.key, role, reading.published)
        people = {t.person for t in tenures}
        if reading.published is None:
            people &= reading.registry.people.keys()
        if len(people) == 1:
            entry = reading.gazetteer.entity(people.pop())
            return Entity(EntityKind.PERSON, entry.name, entry.key, entry.name)
    return None


def _former(reading: Reading, post: Post) -> Entity | None:
    for person in reading.registry.people.values():
        for held in person.posts:
            if held.former and held.role == post.role and post.of and held.of and held.of.key == post.of.key:
                return person.entity
    return None


def _definite(reading: Reading, post: Post, seen: list[_Seen]) -> Entity | None:
    """ "the president": the last person met who holds such a post."""
    for met in reversed(seen):
        person = reading.registry.people.get(met.entity.key)
        roles = {p.role for p in person.posts if not p.former} if person else set()
        if post.role in roles or (post.role == "leader" and roles & set(HEAD_ROLES)):
            return met.entity
        if (
            person is not None
            and not roles
            and any(t.role == post.role for t in reading.gazetteer.tenures(met.entity.key))
        ):
            return met.entity
    return None


def _counterpart(reading: Reading, post: Post, seen: list[_Seen], number: int) -> Entity | None:
    """ "his Tajik counterpart": the holder, in the named state, of the post that the last person met holds."""
    if post.of is None or not seen:
        return None
    other = next((s for s in reversed(seen) if s.sentence >= number - 1), None)
    if other is None:
        return None
    role = role_of(reading, other.entity)
    if role is None:
        return None
    people = reading.registry.with_post(role, post.of.key, post.start)
    if people:
        return people[0].entity
    return _from_reference(reading, (role,), post)


def role_of(reading: Reading, entity: Entity) -> str | None:
    """The post a person holds now, as the article says or the reference data has it."""
    person = reading.registry.people.get(entity.key)
    if person is not None:
        for post in person.posts:
            if not post.former and not post.counterpart and post.role not in ("leader", "head"):
                return post.role
    current = reading.gazetteer.current(entity.key, reading.published)
    return current.role if current is not None else None


def state_of(reading: Reading, entity: Entity) -> str | None:
    """The key of the state that a person acts for; None where nothing says."""
    if entity.kind is EntityKind.STATE:
        return entity.key
    person = reading.registry.people.get(entity.key)
    if person is not None:
        for post in person.posts:
            if post.of is not None and post.of.kind is EntityKind.STATE:
                return post.of.key
    entry = reading.gazetteer.find(entity.key)
    return entry.state if entry is not None else None


def _he(
    reading: Reading, token: Token, mention: Mention, seen: list[_Seen], number: int
) -> tuple[Entity, ...]:
    """The most prominent person of this sentence or the one before that can be meant."""
    female = mention.text.lower() in ("she", "her", "hers")
    candidates: list[tuple[float, Entity]] = []
    for back, met in enumerate(reversed(seen)):
        age = number - met.sentence
        if age > 3 or back > 14:
            break
        if reading.gazetteer.female(met.entity.key, met.entity.name) != female and _known_sex(
            reading, met.entity
        ):
            continue
        if age == 0 and _co_argument(token, met):
            continue
        score = met.weight + (1.4 if age == 0 else 0.0) - 1.5 * age - 0.1 * back
        candidates.append((score, met.entity))
    if not candidates:
        return ()
    return (max(candidates, key=lambda c: c[0])[1],)


def _known_sex(reading: Reading, entity: Entity) -> bool:
    return reading.gazetteer.female(entity.key, entity.name) is not None


def _co_argument(token: Token, met: _Seen) -> bool:
    """ "Putin met him": him is not Putin."""
    if token.dep_ in ("poss", *_SUBJECTS):
        return False
    other = token.doc[met.token]
    verb = _verb(token)
    while verb.dep_ == "xcomp" and other.head != verb and not any(c.dep_ in _SUBJECTS for c in verb.children):
        verb = verb.head  # "was waiting to welcome him"
    return other.dep_ in _SUBJECTS and other.head == verb


def _weight(token: Token) -> float:
    """A main clause's subject counts most, one inside another clause less, whoever stands behind a preposition least."""
    if token.dep_ not in _SUBJECTS:
        return -0.3 if token.dep_ == "pobj" and token.head.lower_ in ("with", "by", "of", "to") else 0.0
    verb = _verb(token)
    while verb.dep_ == "conj" and verb.head != verb:
        verb = verb.head
    return 1.2 if verb.dep_ in ("relcl", "advcl", "acl") else 2.0


def _verb(token: Token) -> Token:
    while token.head != token and token.pos_ not in ("VERB", "AUX"):
        token = token.head
    return token


def _they(seen: list[_Seen], number: int) -> tuple[Entity, ...]:
    """The people who together are the subject of this sentence or the last: "A and B landed …, where they …"."""
    groups: dict[tuple[int, int], list[_Seen]] = {}
    for met in reversed(seen[-14:]):
        if number - met.sentence > 1:
            break
        groups.setdefault((met.sentence, met.lead), []).append(met)
    for found in groups.values():
        people = {m.entity.key: m.entity for m in reversed(found)}
        if len(people) > 1 and max(m.weight for m in found) >= 1.2:
            return tuple(people.values())
    return ()


def _lead(token: Token) -> int:
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token.i


def _pair(reading: Reading, mention: Mention, seen: list[_Seen], number: int) -> tuple[Entity, ...]:
    """ "both presidents", "the two leaders": the last two people met, with that post where the words name one."""
    role = mention.posts[0].role if mention.posts else "leader"
    return _last_two(reading, seen, number, None if role == "counterpart" else role)


def _last_two(reading: Reading, seen: list[_Seen], number: int, role: str | None) -> tuple[Entity, ...]:
    pair: dict[str, Entity] = {}
    states: set[str | None] = set()
    for met in reversed(seen):
        if number - met.sentence > 3:
            break
        held = role_of(reading, met.entity)
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


def _group(reading: Reading, passage: Passage, token: Token, seen: list[_Seen], number: int) -> None:
    """ "the two sides", "the pair": a group without a post."""
    if token.lower_ not in _GROUP_HEADS or not any(
        c.lower_ in ("two", "both", "the") for c in token.children
    ):
        return
    pair = _last_two(reading, seen, number, None)
    if pair:
        start, end = passage.starts[token.i], passage.ends[token.i]
        mention = Mention(MentionKind.GROUP, start, end, reading.article.text[start:end], None, (), True, 2)
        passage.mention_at[token.i] = mention
        reading.referents[start, end] = pair
