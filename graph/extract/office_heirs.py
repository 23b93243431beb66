"""Posts that pass from one to another: "his predecessor X", "A succeeds B", "took over from B", "in place of B"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Finding, Office, Status
from summitry.graph.coreference import HEAD_ROLES
from summitry.graph.extract.actors import doers, people_at
from summitry.graph.extract.arguments import objects_of, prepositions
from summitry.graph.extract.denial import conditional, negated
from summitry.graph.extract.evidence import finding
from summitry.graph.extract.office_homes import called, entity_at, fits, home, record
from summitry.graph.extract.office_owners import pronoun_of
from summitry.graph.extract.office_ranks import holds
from summitry.graph.extract.status import status_of
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import Mention, MentionKind, Post
from summitry.graph.mentions.reading import Reading
from summitry.graph.mentions.roles import HEIRS, MINOR

_SUCCEEDS = frozenset("succeed replace supplant unseat depose oust".split())
_FOLLOWS = "follow"  # only where the post is named: "followed X as president"
_TAKES = "take"
_PASSES = _SUCCEEDS | {_FOLLOWS, _TAKES}
_HEIR = frozenset({"predecessor", "successor"})


def post_of(reading: Reading, person: Entity) -> tuple[str, Entity | None]:
    """The post that somebody holds now, with whose it is: as the article says, or as the reference data have it."""
    mine = reading.registry.people.get(person.key)
    stated = [
        p for p in (mine.posts if mine else ()) if not p.former and not p.counterpart and p.role not in MINOR
    ]
    stated.sort(key=lambda p: (p.of is None, p.role not in HEAD_ROLES))
    if stated:
        best = stated[0]
        return best.role, best.of or record(reading, person, best.role) or home(reading, person)
    now = reading.gazetteer.current(person.key, reading.published)
    return (now.role, entity_at(reading, now.of)) if now is not None else ("", None)


def inherited(
    reading: Reading, mention: Mention, person: Entity, post: Post, previous: Entity | None
) -> tuple[str, Entity | None]:
    """The post of a "predecessor" or "successor": that of whose they are, where both can have held it."""
    other = previous if pronoun_of(reading, mention) in ("his", "her") else None
    other = called(reading, post.boss) if post.boss is not None else other
    if other is None or other.key == person.key:
        return "", None
    return _passed(reading, other, person, HEIRS[post.role])


def _passed(
    reading: Reading, known: Entity, other: Entity, before: bool, told: Post | None = None
) -> tuple[str, Entity | None]:
    """The post that one of two had before or after the other: `known` is the one that the article tells of."""
    role, of = post_of(reading, known)
    if told is not None:
        role, of = told.role, told.of or record(reading, known, told.role) or of or home(reading, known)
    if not role or of is None or role in MINOR or not fits(reading, other, role, of):
        return "", None
    theirs = home(reading, other)
    if of.kind is EntityKind.STATE and theirs is not None and theirs.key != of.key:
        return "", None
    held = [t for t in reading.gazetteer.tenures(other.key) if t.of == of.key]
    if held and not any(t.role == role for t in held):
        return "", None
    if before and any(t.role == role and holds(reading, t) and t.end is None for t in held):
        return "", None  # whoever is in the post now had it not before another
    return role, of


def successions(reading: Reading, passage: Passage) -> Iterator[Finding]:
    """ "A succeeds B", "A took over from B", "Sirisena's predecessor, B": whoever had the post has it no more."""
    for token in passage.doc:
        lemma = token.lemma_.lower()
        if lemma in _PASSES and token.pos_ == "VERB":
            yield from _by_verb(reading, passage, token, lemma)
        elif lemma in _HEIR and token.pos_ == "NOUN" and token.i not in passage.mention_at:
            yield from _by_noun(reading, passage, token, lemma)


def _by_verb(reading: Reading, passage: Passage, verb: Token, lemma: str) -> Iterator[Finding]:
    given = _given(passage, verb)
    telling = verb.head if given is not None else verb
    if negated(verb) or conditional(verb) or status_of(telling) not in (Status.OCCURRED, Status.ONGOING):
        return
    told = _told(passage, verb) or given
    if lemma == _FOLLOWS and told is None:
        return
    olds = _from(reading, passage, verb) if lemma == _TAKES else people_at(reading, passage, objects_of(verb))
    news = doers(reading, passage, verb, people_only=True)
    if len(olds) != 1 or len(news) > 1 or (not news and told is None):
        return
    new = news[0] if news else olds[0]
    if olds[0].key == new.key and news:
        return
    role, of = _passed(reading, new, olds[0], True, told)
    if of is not None:
        yield finding(reading, passage, verb, Office(olds[0], role, of, True), 0.85, "office.succession")


def _given(passage: Passage, verb: Token) -> Post | None:
    """The post in "was appointed minister, replacing X", "was elected as speaker, succeeding X"."""
    if verb.tag_ != "VBG" or verb.dep_ not in ("advcl", "acl"):
        return None
    given = [c for c in verb.head.children if c.dep_ in ("oprd", "attr")]
    given += [noun for _, noun in prepositions(verb.head, "as")]
    posts = [passage.mention_at[c.i].posts for c in given if c.i in passage.mention_at]
    return posts[0][0] if len(posts) == 1 and len(posts[0]) == 1 and not posts[0][0].counterpart else None


def _told(passage: Passage, verb: Token) -> Post | None:
    """The post in "succeeded X as president of Y"."""
    for _, noun in prepositions(verb, "as"):
        mention = passage.mention_at.get(noun.i)
        if mention is not None and mention.kind is MentionKind.POST and len(mention.posts) == 1:
            post = mention.posts[0]
            return post if not post.counterpart and post.boss is None else None
    return None


def _from(reading: Reading, passage: Passage, verb: Token) -> list[Entity]:
    """Whom somebody "took over from"."""
    if not any(c.dep_ == "prt" and c.lower_ == "over" for c in verb.children):
        return []
    return people_at(reading, passage, (n for _, n in prepositions(verb, "from")))


def _by_noun(reading: Reading, passage: Passage, noun: Token, lemma: str) -> Iterator[Finding]:
    """ "Mr. Xi's predecessor, Hu Jintao,": a name in apposition to the heir, or the other way round."""
    owners = people_at(reading, passage, [c for c in noun.children if c.dep_ == "poss"])
    named = [c for c in noun.children if c.dep_ in ("appos", "compound") and c.i in passage.mention_at]
    if not named and noun.dep_ == "appos":
        named = [noun.head]
    others = people_at(reading, passage, named[:1])
    if len(owners) != 1 or len(others) != 1 or owners[0].key == others[0].key:
        return
    role, of = _passed(reading, owners[0], others[0], HEIRS[lemma])
    if of is not None:
        office = Office(others[0], role, of, HEIRS[lemma])
        yield finding(reading, passage, noun, office, 0.85, "office.succession", named[0])
