"""Who holds which post: the posts that stand beside names, and those that a sentence gives outright."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from summitry.graph.claims import Entity, EntityKind, Finding, Office
from summitry.graph.coreference import HEAD_ROLES, role_of, state_of
from summitry.graph.extract.arguments import SUBJECTS, actors_at
from summitry.graph.extract.evidence import finding, text_evidence
from summitry.graph.extract.places import dateline_city, place_at
from summitry.graph.extract.status import conditional, negated
from summitry.graph.gazetteer import Tenure
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import Mention, MentionKind, Post
from summitry.graph.mentions.reading import Reading
from summitry.graph.mentions.roles import MINOR

_BECOME = frozenset("become appoint name elect re-elect swear confirm inaugurate".split())
_CROWNS = frozenset("king queen emir sultan crown-prince pope emperor monarch".split())


def find(reading: Reading) -> Iterator[Finding]:
    """The offices that an article states; each person, post and state once."""
    seen: set[tuple[str, str, str | None, bool]] = set()
    for found in _all(reading):
        office = found.payload
        assert isinstance(office, Office)
        key = (office.person.key, office.role, office.of.key if office.of else None, office.former)
        if key not in seen:
            seen.add(key)
            yield found


def _all(reading: Reading) -> Iterator[Finding]:
    previous: Entity | None = None
    for passage in reading.passages:
        for i in sorted(passage.mention_at):
            mention = passage.mention_at[i]
            if mention.kind is MentionKind.PERSON and mention.entity is not None:
                for post in mention.posts:
                    yield from _beside(reading, mention, post, previous)
            people = [e for e in reading.entities(mention) if e.kind is EntityKind.PERSON]
            if mention.kind is MentionKind.POST and len(people) == 1 and len(mention.posts) == 1:
                yield from _resolved(reading, mention, people[0])
            previous = people[0] if people else previous
        yield from _stated(reading, passage)


def _beside(reading: Reading, mention: Mention, post: Post, previous: Entity | None) -> Iterator[Finding]:
    person = mention.entity
    assert person is not None
    role = post.role
    of = post.of
    if post.counterpart:
        role = (
            role_of(reading, previous) if previous is not None and previous.key != person.key else None
        ) or ""
        of = of or _home(reading, person)
    elif post.boss is not None:
        of = _boss_state(reading, post.boss)
    elif of is None:
        of = _possessed(reading, mention, previous) or _state_for(reading, person, role, mention)
        if of is not None and _held_by_another(reading, person, role, of):
            of = None
    role, of = _settle(reading, person, role, of)
    if (
        not role
        or of is None
        or (
            role in MINOR
            and not (of.kind is EntityKind.ORGANISATION and role in ("chairman", "head", "director"))
        )
    ):
        return
    start = min(mention.start, post.start)
    end = max(mention.name_end, post.end)
    evidence = text_evidence(reading, start, end)
    yield Finding(
        Office(person, role, of, post.former),
        (evidence,),
        0.95 if post.of is not None else 0.85,
        "office.beside",
    )


def _resolved(reading: Reading, mention: Mention, person: Entity) -> Iterator[Finding]:
    """ "The Russian president", who can only be one: his office is stated all the same."""
    post = mention.posts[0]
    if post.of is None or post.former or post.counterpart or post.role in MINOR:
        return
    evidence = text_evidence(reading, mention.start, mention.end)
    yield Finding(Office(person, post.role, post.of, False), (evidence,), 0.85, "office.resolved")


def _settle(reading: Reading, person: Entity, role: str, of: Entity | None) -> tuple[str, Entity | None]:
    """ "the Belarusian leader X": the post that X is known to hold there."""
    if of is not None and role in ("leader", "head", "chief executive", "chairman"):
        held = [t for t in reading.gazetteer.tenures(person.key) if t.of == of.key]
        now = [t for t in held if reading.published is None or _holds(reading, t)] or held
        now.sort(key=lambda t: (t.role not in HEAD_ROLES, -int((t.start or "0")[:4])))
        if now:
            return now[0].role, of
    if role in ("leader", "head", "chief executive") and of is not None and of.kind is EntityKind.STATE:
        mine = reading.registry.people.get(person.key)
        for post in mine.posts if mine else ():
            if post.role not in MINOR and post.of and post.of.key == of.key and not post.counterpart:
                return post.role, of
        return ("" if role != "leader" else "leader"), of
    return role, of


def _boss_state(reading: Reading, boss: str) -> Entity | None:
    for person in reading.registry.people.values():
        if (
            boss in (person.entity.written, person.entity.name)
            or person.entity.name.split()[-1] == boss
            or person.entity.written.split()[-1] == boss
        ):
            return _home(reading, person.entity)
    return None


def _home(reading: Reading, person: Entity) -> Entity | None:
    key = state_of(reading, person)
    entry = reading.gazetteer.find(key) if key else None
    return Entity(EntityKind.STATE, entry.name, entry.key, entry.name) if entry is not None else None


def _holds(reading: Reading, tenure: Tenure) -> bool:
    return any(t == tenure for t in reading.gazetteer.leaders(tenure.of, tenure.role, reading.published))


def _held_by_another(reading: Reading, person: Entity, role: str, of: Entity) -> bool:
    """Whether the reference data give the post, on the day, to others only; then the state was guessed wrong."""
    holders = (
        reading.gazetteer.leaders(of.key, role, reading.published) if reading.published is not None else ()
    )
    return bool(holders) and all(t.person != person.key for t in holders)


def _possessed(reading: Reading, mention: Mention, previous: Entity | None) -> Entity | None:
    """ "his foreign minister", "whose foreign minister": the state of whoever is spoken of."""
    words = (reading.article.text[max(0, mention.start - 8) : mention.start] + mention.text).lower()
    if re.match(r"(?:.* )?(?:his|her) ", words[: 8 + 4]) and previous is not None:
        return _home(reading, previous)
    if re.match(r"(?:.*\W)?(?:its|whose) ", words[: 8 + 6]):
        return _last_state(reading, mention.start)
    return None


def _last_state(reading: Reading, before: int) -> Entity | None:
    """The state named last before an offset, in the same block."""
    passage = next((p for p in reading.passages if p.covers(before)), None)
    states = (
        [m for m in passage.mention_at.values() if m.kind is MentionKind.STATE and m.start < before]
        if passage
        else []
    )
    return max(states, key=lambda m: m.start).entity if states else None


def _state_for(reading: Reading, person: Entity, role: str, mention: Mention) -> Entity | None:
    """ "President Kibaki": the state the article gives him elsewhere, or the one where he is known to have held the post."""
    mine = reading.registry.people.get(person.key)
    for post in mine.posts if mine else ():
        if post.of is not None and post.role == role:
            return post.of
    for tenure in reading.gazetteer.tenures(person.key):
        if tenure.role == role:
            entry = reading.gazetteer.find(tenure.of)
            return Entity(entry.kind, entry.name, entry.key, entry.name) if entry is not None else None
    for post in mine.posts if mine else ():
        if post.of is not None:
            return post.of
    return _unclaimed(reading, role) or _fronted(reading, mention) or _local(reading, person, role)


def _unclaimed(reading: Reading, role: str) -> Entity | None:
    """The state of a post that the article names without a holder ("the Kyrgyz leader"), where there is just one."""
    states: dict[str, Entity] = {}
    for passage in reading.passages:
        for mention in passage.mention_at.values():
            if mention.kind is MentionKind.POST and not reading.entities(mention):
                for post in mention.posts:
                    if (
                        post.of is not None
                        and not post.former
                        and (
                            post.role == role
                            or (post.role == "leader" and role in ("president", "prime minister"))
                        )
                    ):
                        states[post.of.key] = post.of
    return next(iter(states.values())) if len(states) == 1 else None


def _fronted(reading: Reading, mention: Mention) -> Entity | None:
    """ "In Ouagadougou, foreign minister Alpha Barry said": the state of the place that the sentence begins with."""
    passage = next((p for p in reading.passages if p.covers(mention.start)), None)
    if passage is None:
        return None
    sentence = passage.token_of(mention).sent
    opening = passage.doc[sentence.start : sentence.start + 2]
    if len(opening) < 2 or opening[0].lower_ != "in":
        return None
    place = place_at(reading, passage, opening[1])
    return place.state if place is not None else None


def _local(reading: Reading, person: Entity, role: str) -> Entity | None:
    """The state of the dateline's city: the ministers of a paper that names no state are its own."""
    place = dateline_city(reading)
    if (
        place is None
        or place.state is None
        or not (role in HEAD_ROLES or role == "vice president" or role.endswith(" minister"))
    ):
        return None
    entry = reading.gazetteer.find(person.key)
    return place.state if entry is None or entry.state in (None, place.state.key) else None


def _stated(reading: Reading, passage: Passage) -> Iterator[Finding]:
    """ "X is the president of Y", "X was elected president of Y"."""
    for i, mention in list(passage.mention_at.items()):
        if mention.kind is not MentionKind.POST or mention.plural or not mention.posts:
            continue
        token = passage.doc[i]
        verb = (
            token.head
            if token.dep_ in ("attr", "oprd")
            else token.head.head
            if token.dep_ == "pobj" and token.head.lower_ == "as"
            else None
        )
        if (
            verb is None
            or not ((verb.lemma_ == "be" and verb.tag_ in ("VBZ", "VBP")) or verb.lemma_ in _BECOME)
            or negated(verb)
            or conditional(verb)
        ):
            continue
        if verb.lemma_ in _BECOME and verb.tag_ not in ("VBD", "VBN"):
            continue
        post = mention.posts[0]
        if post.of is None or post.counterpart or post.role in MINOR:
            continue
        for subject in (c for c in verb.children if c.dep_ in SUBJECTS):
            for person in actors_at(reading, passage, subject, people_only=True)[:1]:
                role, of = _settle(reading, person, post.role, post.of)
                if role:
                    found = finding(
                        reading,
                        passage,
                        verb,
                        Office(person, role, of, post.former),
                        0.85,
                        "office.stated",
                        subject,
                        token,
                    )
                    yield replace(found)
