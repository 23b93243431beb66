"""Groups of people -> their members: "both presidents", "the two sides", "the pair", "all three"."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.coreference.people import (
    HEAD_ROLES,
    SUBJECTS,
    Seen,
    lead_roles,
    partners,
    role_of,
    spoken_of,
    state_of,
    verb_above,
)
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import Mention, MentionKind
from summitry.graph.mentions.reading import Reading

_GROUP_HEADS = frozenset(
    "leaders presidents ministers men women sides pair duo trio premiers counterparts politicians statesmen officials guests "
    "visitors interlocutors hosts envoys diplomats negotiators".split()
)
_COUNTS = {"two": 2, "both": 2, "three": 3, "trio": 3}
_GROUP_WORDS = _GROUP_HEADS | {"two", "both", "three"}
SPOKESMEN = frozenset({"spokesperson", "deputy spokesperson", "analyst", "adviser"})
_SECRETARIES = frozenset({"secretary of state", "foreign secretary", "state secretary", "chancellor"})
_BACK = 3  # sentences
_FADING = 0.55  # what a sentence's distance leaves of how much somebody is spoken of
_BESIDE = 2.0  # what it adds that somebody stands under one verb with the others
_KNOWN = 0.4  # what each earlier mention adds, up to a few
_FEW = 6
_MEMORY = 200  # people met before that are looked at, so that reading stays linear
Fits = Callable[[Entity], bool]


def pair_of(
    reading: Reading, passage: Passage, token: Token, mention: Mention, seen: list[Seen], number: int
) -> tuple[Entity, ...]:
    """ "both presidents", "the two leaders": people spoken of last, with that post where the words name one.

    Not "leaders" at large, "the leaders of the bloc" or "the African presidents".
    """
    near = [c for c in token.children if c.i < token.i]
    counted = [_COUNTS[c.lower_] for c in near if c.lower_ in _COUNTS]
    definite = counted or any(c.lower_ in ("the", "these") for c in near)
    if not definite or any(c.dep_ in ("amod", "compound", "nmod", "poss") for c in near):
        return ()
    if any(c.dep_ == "nummod" and c.lower_ not in _COUNTS for c in near):
        return ()
    if any(post.of is not None for post in mention.posts) or any(c.lower_ == "of" for c in token.children):
        return ()
    role = mention.posts[0].role if mention.posts else "leader"
    fits = _holding(reading, role)
    count = counted[0] if counted else 2
    without = _opposite(reading, passage, token, seen, number)
    near_by = last_people(reading, seen, number, count, fits, without=without)
    if near_by or not counted:
        return near_by
    return last_people(reading, seen, number, count, fits, back=2 * _BACK, without=without)


def _holding(reading: Reading, role: str) -> Fits:
    """Whether somebody may be one of "the presidents": by the article, else on record."""
    if role == "counterpart":
        return lambda entity: role_of(reading, entity) not in SPOKESMEN
    if role == "minister":
        return lambda entity: _is_minister(role_of(reading, entity))
    wanted = {role, *HEAD_ROLES} if role in ("leader", "prime minister") else {role}

    def fits(entity: Entity) -> bool:
        held = role_of(reading, entity)
        if held in wanted or (held is None and _leads(reading, entity) in wanted):
            return True
        person = reading.registry.people.get(entity.key)
        vague = person is not None and all(
            p.counterpart or p.role in ("leader", "head", "chairman") for p in person.posts
        )
        return vague and any(tenure.role in wanted for tenure in reading.gazetteer.tenures(entity.key))

    return fits


def _is_minister(role: str | None) -> bool:
    """Whether "the ministers" may have somebody of that post among them."""
    return role is not None and (role.endswith("minister") or role in _SECRETARIES)


def _leads(reading: Reading, entity: Entity) -> str | None:
    """The post that "the leader" of a state stands for, of somebody of whom nothing else is known."""
    person = reading.registry.people.get(entity.key)
    state = (
        next((p.of for p in person.posts if p.role == "leader" and not p.former), None) if person else None
    )
    return lead_roles(state.key)[0] if state is not None and state.kind is EntityKind.STATE else None


def last_people(
    reading: Reading,
    seen: list[Seen],
    number: int,
    count: int,
    fits: Fits,
    back: int = _BACK,
    without: frozenset[str] = frozenset(),
) -> tuple[Entity, ...]:
    """The people of different states who are most spoken of within `back` sentences, in the order of the text."""
    scores: dict[str, float] = {}
    entities: dict[str, Entity] = {}
    order: dict[str, int] = {}
    beside: dict[str, dict[tuple[int, int], float]] = {}
    recent = seen[-_MEMORY:]
    for place, met in enumerate(recent):
        age = number - met.sentence
        if age > back or met.entity.key in without:
            continue
        key = met.entity.key
        entities.setdefault(key, met.entity)
        order[key] = place
        scores[key] = max(scores.get(key, 0.0), (2.0 + met.weight) * _FADING**age)
        beside.setdefault(key, {})[met.sentence, met.clause] = _BESIDE * _FADING**age
    spoken = spoken_of(reading)
    for key in scores:
        scores[key] += _KNOWN * min(_FEW, spoken[key])
    chosen: list[str] = []
    fitting = [key for key in scores if fits(entities[key])]
    states = {key: state_of(reading, entities[key]) for key in fitting}
    while len(chosen) < count:
        taken = {states[key] for key in chosen} - {None}
        left = [key for key in fitting if key not in chosen and states[key] not in taken]
        if not left:
            return ()
        chosen.append(max(left, key=lambda k: (scores[k] + _shared(beside, k, chosen), order[k])))
    return tuple(entities[k] for k in sorted(chosen, key=order.__getitem__))


def _shared(beside: dict[str, dict[tuple[int, int], float]], key: str, others: list[str]) -> float:
    """What speaks for somebody who stands under one verb with those already chosen."""
    return max(
        (more for at, more in beside[key].items() if others and all(at in beside[o] for o in others)),
        default=0.0,
    )


def last_two(reading: Reading, seen: list[Seen], number: int, back: int = _BACK) -> tuple[Entity, ...]:
    """The two people of different states who are most spoken of; those who only speak for others aside."""
    return last_people(reading, seen, number, 2, _holding(reading, "counterpart"), back)


def group(
    reading: Reading, passage: Passage, token: Token, seen: list[Seen], number: int
) -> tuple[Entity, ...]:
    """ "the two sides", "the pair": a group without a post; its members."""
    if token.lower_ not in _GROUP_WORDS:
        return ()
    near = {c.lower_ for c in token.children if c.i < token.i}
    headed = token.lower_ in _GROUP_HEADS and near & {"two", "both", "the", "three"}
    count = next((_COUNTS[w] for w in (token.lower_, *near) if w in _COUNTS), 2)
    if not headed and not _alone(token):
        return ()
    if not near & _COUNTS.keys() and any(c.dep_ == "amod" and c.i < token.i for c in token.children):
        return ()  # "the regional officials"
    fits, without = _holding(reading, "counterpart"), _opposite(reading, passage, token, seen, number)
    people = last_people(reading, seen, number, count, fits, without=without)
    people = people or last_people(reading, seen, number, count, fits, back=2 * _BACK, without=without)
    if people:
        start, end = passage.starts[token.i], passage.ends[token.i]
        mention = Mention(
            MentionKind.GROUP, start, end, reading.article.text[start:end], None, (), True, count
        )
        passage.mention_at[token.i] = mention
        reading.referents[start, end] = people
    return people


def _opposite(
    reading: Reading, passage: Passage, token: Token, seen: list[Seen], number: int
) -> frozenset[str]:
    """Who does something to the group, or it with him, and so is none of it: the host who "received both guests"."""
    if token.dep_ in SUBJECTS:
        return frozenset(partners(reading, passage, token))
    verb = verb_above(token)
    subjects = {c.i for c in verb.children if c.dep_ == "nsubj"}
    within = {c for c in subjects for c in (c, *(r.i for r in token.doc[c].children if r.dep_ == "appos"))}
    return frozenset(
        met.entity.key
        for met in seen[-_MEMORY:]
        if met.sentence == number and (met.token in within or met.lead in subjects)
    )


def _alone(token: Token) -> bool:
    """ "when the two met", "both agreed", "the three": a number that stands for people."""
    if token.dep_ not in (*SUBJECTS, "pobj", "dobj") or token.pos_ in ("NOUN", "PROPN", "ADJ"):
        return False
    children = [c for c in token.children if not _of_them(c)]
    if token.lower_ == "both":
        return token.dep_ in SUBJECTS and not children
    return token.lower_ in ("two", "three") and [c.lower_ for c in children] in (["the"], ["all"])


def _of_them(child: Token) -> bool:
    """ "both of them", "the two of them": the words behind the number."""
    return child.lower_ == "of" and any(c.lower_ in ("them", "whom") for c in child.children)
