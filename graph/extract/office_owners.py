"""Whose a post is that a pronoun ties to its owner: "Its spokesman X", "the Commission, whose chair is Y", "his minister Z"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.extract.actors import actors_at, capital_state
from summitry.graph.extract.arguments import SUBJECTS
from summitry.graph.extract.office_homes import Spot, home, serves
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import Mention, MentionKind
from summitry.graph.mentions.post_staff import STAFF
from summitry.graph.mentions.reading import Reading

_TIED = re.compile(r"(?:his|her|its|their)\b", re.I)
_BEFORE = re.compile(r"\b(his|her|its|their) (?:[a-z-]+ )?$", re.I)
_WHOSE = re.compile(r"\bwhose (?:[a-z-]+ ){0,2}$", re.I)
_OWNERS = frozenset(
    {MentionKind.STATE, MentionKind.ORGANISATION, MentionKind.METONYM, MentionKind.BODY, MentionKind.CITY}
)
_INNER = frozenset({*_OWNERS, MentionKind.DEMONYM}) - {MentionKind.CITY}
_OTHERS = frozenset(
    "party company firm movement opposition newspaper paper club university church team".split()
)  # owners that are nobody of ours: "the party … its leader X"
_PARTS = ("amod", "compound", "poss", "nmod")
_STEPS = 8


def tied(spot: Spot, previous: Entity | None) -> tuple[str, Entity | None]:
    """The pronoun that a mention's post stands behind, empty where there is none, and whose it is where that can be told."""
    reading, passage, token = spot.reading, spot.passage, spot.token
    pronoun = pronoun_of(reading, spot.mention)
    if pronoun in ("his", "her"):
        return pronoun, _served(spot, previous) if previous is not None else None
    if pronoun == "whose":
        return pronoun, _nearest(reading, passage, token)
    for subject in _subjects(passage, token) if pronoun else ():
        if subject.lower_ in _OTHERS:
            break
        owner = owner_at(reading, passage, subject)
        if owner is not None:
            return pronoun, owner
    return pronoun, None


def met_by(spot: Spot, person: Entity) -> Entity | None:
    """ "he met the president and his counterpart X": the one whose counterpart a pronoun makes somebody, by the clause."""
    if pronoun_of(spot.reading, spot.mention) not in ("his", "her"):
        return None
    for subject in _subjects(spot.passage, spot.token):
        people = actors_at(spot.reading, spot.passage, subject, people_only=True)
        if len(people) == 1 and people[0].key != person.key:
            return people[0]
    return None


def _served(spot: Spot, person: Entity) -> Entity | None:
    """ "his spokesman" is the organisation's where he heads one, "his foreign minister" the state's."""
    staff = any(p.role in STAFF or p.role.removeprefix("deputy ") in STAFF for p in spot.mention.posts)
    return serves(spot.reading, person) if staff else home(spot.reading, person)


def pronoun_of(reading: Reading, mention: Mention) -> str:
    """The pronoun that a mention's post stands behind, in lower case; empty where there is none."""
    post = mention.posts[0] if mention.posts else None
    start = post.start if post is not None else mention.start
    text = reading.article.text
    if _WHOSE.search(text, max(0, start - 30), start):
        return "whose"
    tied = _TIED.match(text, start) or _BEFORE.search(text, max(0, start - 20), start)
    return tied.group().split()[0].lower() if tied else ""


def owner_at(reading: Reading, passage: Passage, token: Token) -> Entity | None:
    """The state or organisation that a noun names, or that its words do: "the Israeli Foreign Ministry"."""
    mention = passage.mention_at.get(token.i)
    if mention is not None:
        return _named(reading, mention) if mention.kind in _OWNERS else None
    for child in token.children:
        inner = passage.mention_at.get(child.i) if child.dep_ in _PARTS else None
        if inner is not None and inner.kind in _INNER:
            return _named(reading, inner)
    return None


def _named(reading: Reading, mention: Mention) -> Entity | None:
    if mention.kind is MentionKind.CITY:
        return capital_state(reading, mention.entity)
    found = next(
        (e for e in reading.entities(mention) if e.kind in (EntityKind.STATE, EntityKind.ORGANISATION)), None
    )
    if found is not None or mention.entity is None:
        return found
    entry = reading.gazetteer.find(mention.entity.key)  # a body: its state's posts, or its own
    if entry is not None and entry.state and entry.state.startswith("state/"):
        return Entity(EntityKind.STATE, entry.state_name, entry.state, mention.text)
    return mention.entity


def _subjects(passage: Passage, token: Token) -> list[Token]:
    """The subjects of the clauses that a post stands in, the nearest first; then that of the sentence before."""
    found: list[Token] = []
    at = token
    for _ in range(_STEPS):
        if at.head == at:
            break
        at = at.head
        found += [c for c in at.children if c.dep_ in SUBJECTS and c.i < token.i and not _within(token, c)]
        if at.dep_ == "relcl" and at.head.i < token.i:
            found.append(at.head)
    before = passage.before(token.sent)
    if before is not None:
        found += [c for c in before.root.children if c.dep_ in SUBJECTS]
    return found


def _within(token: Token, other: Token) -> bool:
    return token == other or other.is_ancestor(token)


def _nearest(reading: Reading, passage: Passage, token: Token) -> Entity | None:
    """What "whose" takes up: the state or organisation named last before it in the sentence."""
    for i in range(token.i - 1, token.sent.start - 1, -1):
        mention = passage.mention_at.get(i)
        if mention is not None and mention.kind in _OWNERS:
            return _named(reading, mention)
        if mention is not None and mention.kind is MentionKind.PERSON:
            people = reading.entities(mention)
            return home(reading, people[0]) if people else None
    return None
