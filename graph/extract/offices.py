"""Who holds which post: the posts that stand beside names, and those that a sentence gives outright."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Finding, Office
from summitry.graph.coreference import HEAD_ROLES, role_of
from summitry.graph.extract.arguments import OBJECTS, SUBJECTS, actors_at, is_passive
from summitry.graph.extract.evidence import finding, text_evidence
from summitry.graph.extract.office_homes import entity_at, fits, home, record
from summitry.graph.extract.office_states import OF_MANY, possessed, possible, shared, state_for
from summitry.graph.extract.office_times import left
from summitry.graph.extract.status import conditional, negated
from summitry.graph.gazetteer import Tenure
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import Mention, MentionKind, Post
from summitry.graph.mentions.reading import Reading
from summitry.graph.mentions.roles import MINOR

_BECOME = frozenset("become appoint name elect re-elect swear confirm inaugurate".split())
_CHAIRS = {"chair": "chairman", "preside": "chairman"}
_HOLD = frozenset("hold have occupy assume exercise".split())
_CHAIRMANSHIPS = {
    "chairmanship": "chairman",
    "chair": "chairman",
    "presidency": "president",
    "leadership": "chairman",
}
_INSTITUTION = re.compile(
    r"\bof\b.*\b(?:council|committee|army|navy|fleet|forces|troops|guards?|bank|command)\b", re.I | re.S
)
_USURPED = re.compile(r"\b(?:junta|coup|putsch|rebel)\b", re.I)
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
            predicate = passage.doc[i].dep_ in (
                "attr",
                "oprd",
            )  # "becomes president of France" is not its president
            if (
                mention.kind is MentionKind.POST
                and len(people) == 1
                and len(mention.posts) == 1
                and not predicate
            ):
                yield from _resolved(reading, mention, people[0])
            previous = people[0] if people else previous
        yield from _stated(reading, passage)
        yield from _chairing(reading, passage)


def _beside(reading: Reading, mention: Mention, post: Post, previous: Entity | None) -> Iterator[Finding]:
    person = mention.entity
    assert person is not None
    role = post.role
    of = post.of
    if post.counterpart:
        role = (
            role_of(reading, previous) if previous is not None and previous.key != person.key else None
        ) or ""
        of = of or home(reading, person)
        role = _own_role(reading, person, role)
    elif post.boss is not None:
        of = _boss_state(reading, post.boss)
    elif of is None:
        of = (
            record(reading, person, role)
            or possessed(reading, mention, previous)
            or state_for(reading, person, role, mention)
        )
        if of is not None and not post.former and not possible(reading, person, role, of):
            of = of if left(reading, mention, person, role, of) else None
    role, of = (role, of) if _commands(post, reading) else _settle(reading, person, role, of)
    if (
        not role
        or of is None
        or not fits(reading, person, role, of)
        or (role in MINOR and not _weighty(role, of) and not _commands(post, reading))
    ):
        return
    start = min(mention.start, post.start)
    end = max(mention.name_end, post.end)
    evidence = text_evidence(reading, start, end)
    yield Finding(
        Office(person, role, of, post.former or left(reading, mention, person, role, of)),
        (evidence,),
        0.95 if post.of is not None else 0.85,
        "office.known" if _on_record(reading, person, role, of) else "office.beside",
    )


def _on_record(reading: Reading, person: Entity, role: str, of: Entity) -> bool:
    """Whether the reference data know the person in that post, whenever: two sources are better than one."""
    return any(t.role == role and t.of == of.key for t in reading.gazetteer.tenures(person.key))


def _own_role(reading: Reading, person: Entity, role: str) -> str:
    """The role of a counterpart: the other's, unless the counterpart is on record in other posts only."""
    held = [t.role for t in reading.gazetteer.tenures(person.key) if _holds(reading, t)]
    current = reading.gazetteer.current(person.key, reading.published)
    if current is None or not held or role in held or current.role.startswith(("deputy ", "vice ")):
        return role
    return current.role


def _commands(post: Post, reading: Reading) -> bool:
    """ "chairman of Sudan's Sovereign Council", "commander of the Russian air force", "junta leader": posts that stay as named."""
    words = reading.article.text[post.start : post.end]
    if post.role == "leader":
        return bool(_USURPED.search(words))
    return post.role in ("chairman", "commander") and bool(_INSTITUTION.search(words))


def _weighty(role: str, of: Entity) -> bool:
    """Whether a post of few words says enough: the head of an organisation, the leader of a state."""
    if of.kind in (EntityKind.ORGANISATION, EntityKind.BODY):
        return role in ("chairman", "head", "director", "prosecutor", "leader")
    return role == "leader"


def _resolved(reading: Reading, mention: Mention, person: Entity) -> Iterator[Finding]:
    """ "The Russian president", who can only be one: his office is stated all the same."""
    post = mention.posts[0]
    if post.of is None or post.former or post.counterpart or post.role in MINOR:
        return
    if post.role in OF_MANY or not fits(reading, person, post.role, post.of):
        return
    evidence = text_evidence(reading, mention.start, mention.end)
    yield Finding(Office(person, post.role, post.of, False), (evidence,), 0.85, "office.resolved")


def _settle(reading: Reading, person: Entity, role: str, of: Entity | None) -> tuple[str, Entity | None]:
    """ "the Belarusian leader X": the post that X is known to hold there."""
    if role == "state secretary" and any(
        t.role == "secretary of state" for t in reading.gazetteer.tenures(person.key)
    ):
        role = "secretary of state"
        of = of or record(reading, person, role)
    if of is not None and role in ("leader", "head", "chief executive", "chairman"):
        held = [t for t in reading.gazetteer.tenures(person.key) if t.of == of.key]
        now = [t for t in held if reading.published is None or _holds(reading, t)] or held
        now.sort(key=lambda t: (t.role not in HEAD_ROLES, -int((t.start or "0")[:4])))
        if now and (now[0].role in HEAD_ROLES or role != "leader"):
            return now[0].role, of
    if role in ("leader", "head", "chief executive") and of is not None and of.kind is EntityKind.STATE:
        mine = reading.registry.people.get(person.key)
        for post in mine.posts if mine else ():
            if post.role not in MINOR and post.of and post.of.key == of.key and not post.counterpart:
                return post.role, of
        return ("" if role != "leader" else "leader"), of
    return role, of


def _boss_state(reading: Reading, boss: str) -> Entity | None:
    """Whose staff "Stoltenberg's spokeswoman" belongs to: what the person serves now, an organisation perhaps."""
    for person in reading.registry.people.values():
        if (
            boss in (person.entity.written, person.entity.name)
            or person.entity.name.split()[-1] == boss
            or person.entity.written.split()[-1] == boss
        ):
            stated = next((p.of for p in person.posts if p.of is not None and not p.former), None)
            now = reading.gazetteer.current(person.entity.key, reading.published)
            return (
                stated
                or (entity_at(reading, now.of) if now is not None else None)
                or home(reading, person.entity)
            )
    return None


def _holds(reading: Reading, tenure: Tenure) -> bool:
    return any(t == tenure for t in reading.gazetteer.leaders(tenure.of, tenure.role, reading.published))


def _chairing(reading: Reading, passage: Passage) -> Iterator[Finding]:
    """ "X chairs the African Union", "presides over the bloc", "holds the rotating presidency of Mercosur"."""
    for token in passage.doc:
        role = _CHAIRS.get(token.lemma_) or ("chairman" if token.lemma_ in _HOLD else None)
        if role is None or token.tag_ not in ("VBZ", "VBP") or negated(token) or conditional(token):
            continue
        subject = next((c for c in token.children if c.dep_ in SUBJECTS), None)
        chaired = next((c for c in token.children if c.dep_ == "dobj"), None) or _behind(token, ("over",))
        if token.lemma_ in _HOLD and chaired is not None:
            role = _CHAIRMANSHIPS.get(chaired.lower_)
            chaired = _behind(chaired, ("of",)) if role is not None else None
        if subject is None or chaired is None or role is None:
            continue
        mention = passage.mention_at.get(chaired.i)
        if mention is not None and mention.kind is MentionKind.ORGANISATION:
            of = mention.entity
        else:
            of = shared(reading, passage.starts[chaired.i], chaired.text)
        for person in _doer(reading, passage, subject) if of else ():
            office = Office(person, role, of, False)
            yield finding(reading, passage, token, office, 0.85, "office.chairing", subject, chaired)


def _appointed(verb: Token) -> list[Token]:
    """Who is, or becomes, what a verb says: "the parliament elected X president" tells of X."""
    if verb.lemma_ in ("be", "become") or is_passive(verb):
        return [c for c in verb.children if c.dep_ in SUBJECTS]
    return [c for c in verb.children if c.dep_ in OBJECTS]


def _doer(reading: Reading, passage: Passage, subject: Token) -> tuple[Entity, ...]:
    """The one person that a subject means; "who" behind a name is that one, whichever of a list the parser ties it to."""
    if subject.lower_ == "who":
        for i in range(subject.i - 1, max(-1, subject.i - 3), -1):
            mention = passage.mention_at.get(i)
            if mention is not None and mention.kind is MentionKind.PERSON:
                return reading.entities(mention)[:1]
    return tuple(actors_at(reading, passage, subject, people_only=True)[:1])


def _behind(token: Token, words: tuple[str, ...]) -> Token | None:
    """What a preposition of the token leads to."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in words:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


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
        if post.counterpart or (post.role in MINOR and (post.of is None or not _weighty(post.role, post.of))):
            continue
        for subject in _appointed(verb):
            for person in _doer(reading, passage, subject):
                role, of = _settle(reading, person, post.role, post.of or record(reading, person, post.role))
                if role and of is not None:
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
