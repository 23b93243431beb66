"""Posts that a sentence gives somebody: "X is president of Y", "was elected", "serves as", "X, a senator"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Finding, Office
from summitry.graph.extract.actors import actors_at
from summitry.graph.extract.arguments import is_passive
from summitry.graph.extract.evidence import finding
from summitry.graph.extract.office_company import OTHERS, WORLDLY, of_country
from summitry.graph.extract.office_homes import Spot, called, fits, home, record, serves
from summitry.graph.extract.office_links import BECOME, Link, link, once
from summitry.graph.extract.office_owners import owner_at
from summitry.graph.extract.office_ranks import settled, weighty
from summitry.graph.extract.office_states import possible, state_for
from summitry.graph.extract.office_times import awaited, left, over
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import MentionKind, Post
from summitry.graph.mentions.reading import Reading
from summitry.graph.mentions.roles import MINOR


def stated(reading: Reading, passage: Passage) -> Iterator[Finding]:
    """The posts that stand apart from the names of their holders."""
    for i, mention in list(passage.mention_at.items()):
        if mention.kind is not MentionKind.POST or mention.plural or len(mention.posts) != 1:
            continue
        post = mention.posts[0]
        if post.counterpart:
            continue
        token = passage.doc[i]
        tie = link(passage, token) or once(reading, mention, token)
        if tie is None or awaited(post, mention.text) or _at_odds(tie):
            continue
        boss = called(reading, post.boss) if post.boss is not None else None
        if post.boss is not None and boss is None:
            continue
        of = serves(reading, boss) if boss is not None else post.of or _owner_before(passage, token)
        for holder in tie.holders:
            for person in doer_at(reading, passage, holder):
                yield from _held(Spot(reading, passage, token), person, of, tie)


def _at_odds(tie: Link) -> bool:
    """ "to receive X are the chairman and others": a plural verb for one."""
    (holder, *more) = tie.holders or (None,)
    return (
        tie.by.lower_ == "are"
        and holder is not None
        and not more
        and holder.tag_ in ("NN", "NNP", "PRP")
        and holder.lower_ not in ("they", "we", "you")
        and not any(c.dep_ == "conj" for c in holder.children)
    )


def _held(spot: Spot, person: Entity, of: Entity | None, tie: Link) -> Iterator[Finding]:
    reading, passage, post = spot.reading, spot.passage, spot.mention.posts[0]
    of = of or record(reading, person, post.role) or _at_home(reading, person, post)
    of = of or of_country(spot) or _appointer(reading, passage, tie.by, post)
    of = of or state_for(spot, person, post.role)
    if of is None or (post.role in MINOR and not weighty(post.role, of)):
        return
    role, owner = settled(reading, person, post.role, of)
    if not role or owner is None or not fits(reading, person, role, owner):
        return
    former = post.former or tie.former or over(reading, spot.mention.end) or left(spot, person, role, owner)
    office = Office(person, role, owner, former)
    yield finding(reading, passage, tie.by, office, 0.85, "office.stated", *tie.holders, spot.token)


def _at_home(reading: Reading, person: Entity, post: Post) -> Entity | None:
    """ "who is also a deputy prime minister": of the state that somebody acts for anyway."""
    of = home(reading, person)
    if of is None or of.kind is not EntityKind.STATE or post.role in WORLDLY | OTHERS:
        return None
    return of if post.former or possible(reading, person, post.role, of) else None


def _appointer(reading: Reading, passage: Passage, verb: Token, post: Post) -> Entity | None:
    """ "President X appointed Y as prime minister", "Peru's parliament elected Y speaker": of the state that X acts for; "the
    government, with Y as prime minister": of whose it is.
    """
    if post.role in WORLDLY | OTHERS:
        return None
    if verb.pos_ == "NOUN":
        owner = owner_at(reading, passage, verb)
        return owner if owner is not None and owner.kind is EntityKind.STATE else None
    if verb.lemma_.lower() not in BECOME or is_passive(verb):
        return None
    by = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if by is None:
        return None
    titled = passage.mention_at.get(by.i)
    named = [p.of for p in titled.posts if p.of is not None] if titled is not None else []
    acting = [
        home(reading, a) if a.kind is EntityKind.PERSON else a for a in actors_at(reading, passage, by)[:1]
    ]
    states = (*named, *acting, owner_at(reading, passage, by))
    return next((s for s in states if s is not None and s.kind is EntityKind.STATE), None)


def _owner_before(passage: Passage, token: Token) -> Entity | None:
    """ "Myanmar's state counsellor and foreign minister": the second post is of the first one's state."""
    before = passage.mention_at.get(token.head.i) if token.dep_ == "conj" else None
    if before is None or before.kind not in (MentionKind.POST, MentionKind.PERSON):
        return None
    return next((p.of for p in before.posts if p.of is not None), None)


def doer_at(reading: Reading, passage: Passage, subject: Token) -> tuple[Entity, ...]:
    """The one person that a subject means; "who" behind a name is that one, whichever of a list the parser ties it to."""
    if subject.lower_ == "who":
        for i in range(subject.i - 1, max(-1, subject.i - 3), -1):
            mention = passage.mention_at.get(i)
            if mention is not None and mention.kind is MentionKind.PERSON:
                return reading.entities(mention)[:1]
    return tuple(actors_at(reading, passage, subject, people_only=True)[:1])
