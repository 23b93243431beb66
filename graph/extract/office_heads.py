"""Posts told by what somebody heads: "X, who heads the Commission", "the Foreign Ministry led by X", "X chairs the bloc"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Finding, Office
from summitry.graph.extract.actors import actors_at
from summitry.graph.extract.arguments import SUBJECTS, prepositions
from summitry.graph.extract.evidence import finding
from summitry.graph.extract.office_homes import entity_at, home, record
from summitry.graph.extract.office_links import outright
from summitry.graph.extract.office_owners import owner_at
from summitry.graph.extract.office_states import possible, shared
from summitry.graph.extract.office_verbs import doer_at
from summitry.graph.extract.roles import roles
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import MentionKind
from summitry.graph.mentions.reading import Reading
from summitry.graph.mentions.role_words import role_at
from summitry.graph.mentions.words import split_words

_HEADS = frozenset("head lead run chair helm direct".split())
_NOW = frozenset({"VBZ", "VBP", "VBN"})
_CHAIRS = frozenset("chair preside".split())
_HOLD = frozenset("hold have occupy assume exercise".split())
_CHAIRMANSHIPS = {
    "chairmanship": "chairman",
    "chair": "chairman",
    "presidency": "president",
    "leadership": "chairman",
}
_BODIES = frozenset({MentionKind.ORGANISATION, MentionKind.BODY})


def heading(reading: Reading, passage: Passage) -> Iterator[Finding]:
    """The posts of those who head an organisation where they are on record, or a ministry named by its charge."""
    for verb in passage.doc:
        if verb.lemma_.lower() not in _HEADS or verb.pos_ != "VERB" or verb.tag_ not in _NOW:
            continue
        if not outright(verb) or any(c.lower_ == "had" for c in verb.children):
            continue
        told = roles(verb)
        people = [a for d in told.doers[:1] for a in actors_at(reading, passage, d, people_only=True)]
        for theme in told.themes[:1]:
            held = _held(reading, passage, theme, people[0]) if len(people) == 1 else None
            if held is not None:
                office = Office(people[0], *held, False)
                yield finding(reading, passage, verb, office, 0.85, "office.heading", told.doers[0], theme)


def _held(reading: Reading, passage: Passage, theme: Token, person: Entity) -> tuple[str, Entity] | None:
    """The post that somebody has at the head of what a noun names."""
    if theme.lower_ == "ministry":
        return _minister(reading, passage, theme, person)
    mention = passage.mention_at.get(theme.i)
    now = reading.gazetteer.current(person.key, reading.published)
    if mention is None or mention.kind not in _BODIES or mention.entity is None or now is None:
        return None
    of = entity_at(reading, now.of)
    return (now.role, of) if of is not None and of.key == mention.entity.key else None


def _minister(reading: Reading, passage: Passage, theme: Token, person: Entity) -> tuple[str, Entity] | None:
    """ "the Foreign Ministry": the minister of that charge."""
    charge = " ".join(
        c.text
        for c in theme.children
        if c.i < theme.i and c.dep_ in ("compound", "amod") and c.i not in passage.mention_at
    )
    words = split_words(f"{charge} minister") if charge else []
    found = role_at(words, 0) if words else None
    if found is None or found[0] != len(words) - 1:
        return None
    role = found[1].role
    of = record(reading, person, role) or owner_at(reading, passage, theme) or home(reading, person)
    if of is None or of.kind is not EntityKind.STATE or not possible(reading, person, role, of):
        return None
    return role, of


def chairing(reading: Reading, passage: Passage) -> Iterator[Finding]:
    """ "X chairs the African Union", "presides over the bloc", "holds the rotating presidency of Mercosur"."""
    for verb in passage.doc:
        if verb.lemma_ not in _CHAIRS | _HOLD or verb.tag_ not in ("VBZ", "VBP") or not outright(verb):
            continue
        role: str | None = "chairman"
        subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
        chaired = next((c for c in verb.children if c.dep_ == "dobj"), None) or _behind(verb, "over")
        if verb.lemma_ in _HOLD and chaired is not None:
            role, chaired = _CHAIRMANSHIPS.get(chaired.lower_), _behind(chaired, "of")
        if subject is None or chaired is None or role is None:
            continue
        mention = passage.mention_at.get(chaired.i)
        if mention is not None and mention.kind is MentionKind.ORGANISATION:
            of = mention.entity
        else:
            of = shared(reading, passage.starts[chaired.i], chaired.text)
        for person in doer_at(reading, passage, subject) if of else ():
            office = Office(person, role, of, False)
            yield finding(reading, passage, verb, office, 0.85, "office.chairing", subject, chaired)


def _behind(token: Token, word: str) -> Token | None:
    return next((noun for _, noun in prepositions(token, word)), None)
