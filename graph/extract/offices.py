"""Who holds which post: the posts that stand beside names, and those that a sentence gives outright."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Finding, Office
from summitry.graph.coreference import HEAD_ROLES, role_of
from summitry.graph.extract.evidence import text_evidence
from summitry.graph.extract.office_heads import chairing, heading
from summitry.graph.extract.office_heirs import inherited, successions
from summitry.graph.extract.office_homes import Spot, called, fits, home, record, serves
from summitry.graph.extract.office_links import ends_in_post, gives_up
from summitry.graph.extract.office_owners import met_by
from summitry.graph.extract.office_ranks import holds, settled, weighty
from summitry.graph.extract.office_rows import in_order
from summitry.graph.extract.office_states import OF_MANY, possessed, possible, state_for
from summitry.graph.extract.office_times import awaited, left, over
from summitry.graph.extract.office_verbs import stated
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import Mention, MentionKind, Post
from summitry.graph.mentions.reading import Reading
from summitry.graph.mentions.roles import HEIRS, MINOR

_INSTITUTION = re.compile(
    r"\bof\b.*\b(?:council|committee|army|navy|fleet|forces|troops|guards?|bank|command|maslahat\w*|presidium|presidency)\b|\bcouncil (?:\([A-Z]+\) )?(?:head|chief)\b|\bpresidency (?:head|chair)",
    re.I | re.S,
)
_PANEL = re.compile(
    r"\bparliament(?:ary)?(?:['’]s)? (?:[\w-]+ ){0,5}(?:sub-?)?(?:committee|commission)\b", re.I
)
_RULES = re.compile(r"\b(?:strong ?man|dictator|warlord)\b", re.I)
_COMMITTEE = 40  # letters behind a post that name a panel
_LANDS = ("states", "countries")
_USURPED = re.compile(r"\b(?:junta|coup|putsch|rebel)\b", re.I)


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
                    yield from _beside(Spot(reading, passage, passage.doc[i]), mention.entity, post, previous)
            people = [e for e in reading.entities(mention) if e.kind is EntityKind.PERSON]
            alone = mention.kind is MentionKind.POST and len(people) == 1 and len(mention.posts) == 1
            if alone and not _predicate(passage, passage.doc[i]) and not _bare(passage.doc[i], mention):
                yield from _resolved(reading, mention, people[0])
            if not any(post.counterpart for post in mention.posts):
                previous = people[0] if people else previous
        yield from stated(reading, passage)
        yield from chairing(reading, passage)
        yield from heading(reading, passage)
        yield from successions(reading, passage)
        yield from in_order(reading, passage)


def _predicate(passage: Passage, post: Token) -> bool:
    """ "becomes president of France", "X, the trade and interior minister,": no words for whoever is the president."""
    before = passage.mention_at.get(post.head.i) if post.dep_ == "conj" else None
    if post.dep_ == "conj" and (post.head.dep_ == "attr" or (before is not None and ends_in_post(before))):
        return True
    return (
        post.dep_ in ("attr", "oprd") or gives_up(post) or (post.dep_ == "pobj" and post.head.lower_ == "as")
    )


def _bare(token: Token, mention: Mention) -> bool:
    """ "a candidate for president of Chad", "the race for prime minister of Mali": the post, and nobody in it."""
    article = any(c.dep_ in ("det", "poss", "amod", "compound", "nmod") for c in token.children)
    return (
        token.dep_ == "pobj"
        and token.head.lower_ in ("for", "to", "of")
        and mention.text[0].islower()
        and not article
    )


def _beside(spot: Spot, person: Entity, post: Post, previous: Entity | None) -> Iterator[Finding]:
    reading, mention = spot.reading, spot.mention
    role, of = post.role, post.of
    if _no_office(reading, person, post):
        return
    if of is not None and of.kind is EntityKind.REGION and of.name.endswith(_LANDS):
        of = None  # "the presidents of the Baltic states": each of his own
    if post.role in HEIRS:
        role, of = inherited(reading, mention, person, post, previous)
    elif post.counterpart:
        other = met_by(spot, person) or (previous if previous and previous.key != person.key else None)
        role = _own_role(reading, person, (role_of(reading, other) or "") if other is not None else "")
        of = of or home(reading, person)
    elif post.boss is not None:
        boss = called(reading, post.boss)
        of = serves(reading, boss) if boss is not None else None
    elif of is None:
        of = record(reading, person, role) or possessed(spot, previous) or state_for(spot, person, role)
        if of is not None and not post.former and not possible(reading, person, role, of):
            of = of if left(spot, person, role, of) else None
    role, of = (role, of) if _commands(post, reading) else settled(reading, person, role, of)
    if (
        not role
        or of is None
        or not fits(reading, person, role, of)
        or (role in MINOR and not weighty(role, of) and not _commands(post, reading))
    ):
        return
    start = min(mention.start, post.start)
    end = max(mention.name_end, post.end)
    evidence = text_evidence(reading, start, end)
    yield Finding(
        Office(person, role, of, post.former or over(reading, end) or left(spot, person, role, of)),
        (evidence,),
        0.95 if post.of is not None else 0.85,
        "office.known" if _on_record(reading, person, role, of) else "office.beside",
    )


def _no_office(reading: Reading, person: Entity, post: Post) -> bool:
    """ "the incoming chair": not yet; "Sindh Chief Minister", "the eastern strongman X": of no state that is named; of a committee."""
    words = reading.article.text[post.start : post.end]
    if awaited(post, words):
        return True
    mine = reading.registry.people.get(person.key)
    if post.role == "senator" and mine is not None and any(p.role != post.role for p in mine.posts):
        return True  # a minister, for all that
    if post.role == "chairman" and _PANEL.search(reading.article.text, post.start, post.end + _COMMITTEE):
        return True
    if post.of is not None or post.boss is not None or post.former:
        return False
    if post.role == "chief minister":
        return record(reading, person, post.role) is None
    heads = (t for t in reading.gazetteer.tenures(person.key) if t.role in HEAD_ROLES)
    return _RULES.search(words) is not None and not any(holds(reading, t) for t in heads)


def _on_record(reading: Reading, person: Entity, role: str, of: Entity) -> bool:
    """Whether the reference data know the person in that post, whenever: two sources are better than one."""
    return any(t.role == role and t.of == of.key for t in reading.gazetteer.tenures(person.key))


def _own_role(reading: Reading, person: Entity, role: str) -> str:
    """The role of a counterpart: the other's, unless the counterpart is on record in other posts only."""
    if role == "secretary of state" and record(reading, person, role) is None:
        role = "foreign minister"  # which others call so
    held = [t.role for t in reading.gazetteer.tenures(person.key) if holds(reading, t)]
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


def _resolved(reading: Reading, mention: Mention, person: Entity) -> Iterator[Finding]:
    """ "The Russian president", who can only be one: his office is stated all the same."""
    post = mention.posts[0]
    if post.of is None or post.former or post.counterpart or post.role in MINOR:
        return
    if post.role in OF_MANY or not fits(reading, person, post.role, post.of):
        return
    role, of = settled(reading, person, post.role, post.of)
    if not role or of is None:
        return
    evidence = text_evidence(reading, mention.start, mention.end)
    yield Finding(Office(person, role, of, False), (evidence,), 0.85, "office.resolved")
