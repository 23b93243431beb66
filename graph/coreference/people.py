"""The people met so far in an article, and the post and the state that each acts for."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import MentionKind
from summitry.graph.mentions.reading import Reading

SUBJECTS = ("nsubj", "nsubjpass")
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
# states whose king or emir rules, and those whose president represents them while the prime minister leads
_RULED = frozenset(
    f"state/{name}"
    for name in "saudi-arabia jordan bahrain qatar kuwait oman morocco eswatini brunei monaco".split()
)
_LED = frozenset(
    f"state/{name}" for name in (
        "germany italy india israel greece austria ireland hungary czech-republic latvia estonia singapore bangladesh pakistan "
        "iraq ethiopia nepal malta albania kosovo bosnia-and-herzegovina north-macedonia slovakia slovenia bulgaria croatia "
        "trinidad-and-tobago dominica samoa vanuatu mauritius iceland fiji"
    ).split()
)  # fmt: skip
_FAR = 6  # sentences
_FADES = 0.8  # what each sentence back takes from how likely somebody is meant
_MANY = 8
_NAMED = 0.25  # what each name of somebody in the article adds
_SAYS = frozenset(
    "say tell add write tweet note stress explain announce declare state recall report point warn argue insist".split()
)
_SPOKEN = "how often people are named"
_HOSTS = frozenset("receive host welcome greet await decorate embrace".split())
_BESIDE = frozenset({"with", "alongside"})
_FRONT = 40  # tokens before a subject that are looked at
_CLAUSES = frozenset({"relcl", "ccomp", "acl", "parataxis"})
_CROWNS = ("king", "emir", "sultan")


def lead_roles(state: str) -> tuple[str, ...]:
    """The posts that "the leader" of a state may hold, the likeliest first."""
    first: tuple[str, ...] = ("president", "supreme leader")
    if state in _RULED:
        first = (*_CROWNS, "crown prince")
    elif state in _LED:
        first = ("chancellor", "prime minister")
    return (*first, *(role for role in HEAD_ROLES if role not in first))


@dataclass(frozen=True, slots=True)
class Seen:
    """A person met so far: who, in which sentence (counted through the article), and whether as a subject."""

    entity: Entity
    sentence: int
    token: int
    weight: float  # how much the sentence is about them
    lead: int  # the first name of the list they stand in
    speaks: bool = False  # whether they are who says something
    clause: int = -1  # the verb over them


def role_of(reading: Reading, entity: Entity) -> str | None:
    """The post a person holds now, as the article says or the reference data has it."""
    person = reading.registry.people.get(entity.key)
    if person is not None:
        held = [
            p.role for p in person.posts if not (p.former or p.counterpart or p.role in ("leader", "head"))
        ]
        proper = (
            r for r in held if r in HEAD_ROLES or (r.endswith("minister") and not r.startswith("deputy"))
        )
        if held:  # "State Councillor and Foreign Minister X": his counterpart is a foreign minister
            return next(proper, held[0])
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


def spoken_of(reading: Reading) -> Counter[str]:
    """How often each person of the article is named in it."""
    found = reading.notes.get(_SPOKEN)
    if not isinstance(found, Counter):
        found = reading.notes[_SPOKEN] = Counter(
            mention.entity.key
            for passage in reading.passages
            for mention in passage.mention_at.values()
            if mention.kind is MentionKind.PERSON and mention.entity is not None
        )
    return found


def likeliest(reading: Reading, fitting: list[Seen], number: int) -> Entity | None:
    """Of those met who can be meant, whoever the text is about here: near, prominent, much spoken of."""
    spoken = spoken_of(reading)
    best: tuple[float, int] | None = None
    chosen = None
    for place, met in enumerate(fitting):
        faded = met.weight - min(number - met.sentence, _FAR) * _FADES
        score = (faded + min(spoken[met.entity.key], _MANY) * _NAMED, place)
        if best is None or score >= best:
            best, chosen = score, met.entity
    return chosen


def weight(token: Token) -> float:
    """A main clause's subject counts most, one inside another clause less, whoever stands behind a preposition least."""
    if token.dep_ == "dobj" and token.head.lemma_ in _HOSTS:
        return 2.0  # who is received is the one told of
    if token.dep_ not in SUBJECTS:
        return -0.3 if token.dep_ == "pobj" and token.head.lower_ in ("with", "by", "of", "to") else 0.0
    verb = verb_above(token)
    if token.dep_ == "nsubj" and verb.lemma_ in _HOSTS:
        return 1.2
    while verb.dep_ == "conj" and verb.head != verb:
        verb = verb.head
    return 1.2 if verb.dep_ in ("relcl", "advcl", "acl") else 2.0


def speaks(token: Token) -> bool:
    """Whether a subject is that of saying, writing or telling something."""
    return token.dep_ == "nsubj" and token.head.lemma_.lower() in _SAYS


def verb_above(token: Token) -> Token:
    while token.head != token and token.pos_ not in ("VERB", "AUX"):
        token = token.head
    return token


def lead_of(token: Token) -> int:
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token.i


def partners(reading: Reading, passage: Passage, token: Token) -> dict[str, Entity]:
    """Those named with whom somebody does something: "he will be received by X and hold talks with Y", "speaking after talks with
    X, he left": neither is X.
    """
    if token.dep_ not in SUBJECTS or token.head.pos_ not in ("VERB", "AUX"):
        return {}
    found: dict[str, Entity] = _before(reading, passage, token)
    todo = [token.head]
    while todo:
        for child in todo.pop().children:
            if child.i <= token.i or child.dep_ in _CLAUSES or _own_subject(child):
                continue
            todo.append(child)
            named = passage.mention_at.get(child.i)
            if named is not None and named.kind is MentionKind.PERSON and child.dep_ != "poss":
                found |= {e.key: e for e in reading.entities(named)}
    return found


def _before(reading: Reading, passage: Passage, subject: Token) -> dict[str, Entity]:
    """Whom a subject has met by what stands before it: "After meeting X, he …", "In talks with X and Y, he …"."""
    found: dict[str, Entity] = {}
    fronted = (c for c in subject.head.children if c.i < subject.i and c.dep_ in ("prep", "advcl"))
    for token in (t for c in fronted for t in subject.doc[max(c.i, subject.i - _FRONT) : subject.i]):
        first = token.doc[lead_of(token)]
        met = first.dep_ == "dobj" and first.head.tag_ == "VBG"
        named = passage.mention_at.get(token.i)
        if named is None or named.kind is not MentionKind.PERSON or not (met or first.head.lower_ in _BESIDE):
            continue
        found |= {e.key: e for e in reading.entities(named)}
    return found


def _own_subject(verb: Token) -> bool:
    return verb.pos_ in ("VERB", "AUX") and any(c.dep_ in SUBJECTS for c in verb.children)
