"""The organisations that nouns name or take up, and the ties of states to them that a sentence tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Evidence
from summitry.graph.extract.arguments import prepositions
from summitry.graph.extract.evidence import span_evidence
from summitry.graph.extract.parties import mention_at, states_of
from summitry.graph.extract.template import Template
from summitry.graph.gazetteer import Gazetteer, Membership
from summitry.graph.mentions.model import MentionKind

_GENERIC = frozenset("bloc organisation organization alliance group grouping body union association club forum community pact league".split())  # fmt: skip
_PEOPLE = (MentionKind.PERSON, MentionKind.POST, MentionKind.PRONOUN)


@dataclass(frozen=True, slots=True)
class Tie:
    """A membership that a sentence tells; `known` where it holds only of members on record."""

    member: Entity
    organisation: Entity | None  # None: the one that the sentence takes up
    status: str
    evidence: Evidence
    known: bool = False


def states_at(template: Template, tokens: Sequence[Token]) -> list[Entity]:
    """The states of some nouns, not those of the people who act for them."""
    mentions = [(token, mention_at(template, token)) for token in tokens]
    return states_of(template, [t for t, m in mentions if m is None or m.kind not in _PEOPLE])


def clubs_at(template: Template, token: Token) -> list[Entity]:
    """The organisation with members that a noun names, or whose leaders it does."""
    mention = mention_at(template, token)
    found: Sequence[Entity] = ()
    if mention is not None and mention.kind is MentionKind.POST and mention.plural:
        found = [p.of for p in mention.posts if p.of is not None]  # "EU leaders"
    elif mention is not None and mention.kind is MentionKind.ORGANISATION and not _longer(template, token):
        found = template.reading.entities(mention)
    known = template.reading.gazetteer
    return [e for e in found if e.kind is EntityKind.ORGANISATION and known.is_club(e.key)]


def _led(template: Template, token: Token) -> list[Entity]:
    """ "the chair of NATO": the organisation of a post."""
    mention = mention_at(template, token)
    if mention is None or mention.kind is not MentionKind.POST:
        return []
    known = template.reading.gazetteer
    return [p.of for p in mention.posts if p.of is not None and p.of.kind is EntityKind.ORGANISATION and known.is_club(p.of.key)]  # fmt: skip


def _longer(template: Template, token: Token) -> bool:
    """ "the Customs Union": another than the one that is called so."""
    return any(
        c.dep_ == "compound" and c.pos_ == "PROPN" and mention_at(template, c) is None for c in token.children
    )


def clubs_of(template: Template, tokens: Sequence[Token]) -> list[Entity]:
    """The organisation that some nouns name or, as "the bloc", take up; "membership in it" names it too."""
    for token in tokens:
        found = clubs_at(template, token)
        if not found and token.lemma_.lower() in ("membership", "member", "accession", "side"):
            found = clubs_of(template, [n for _, n in prepositions(token, "of", "in", "to")])
            found = found or [e for c in token.children for e in clubs_at(template, c)]
        if not found and (token.lemma_.lower() in _GENERIC or token.lower_ in ("it", "which", "that")):
            named = [
                e for c in token.children if c.dep_ in ("appos", "compound") for e in clubs_at(template, c)
            ]
            found = named or (nearest_club(template, token) if token.text.islower() else [])
        if found:
            return found[:1]
    return []


def nearest_club(template: Template, token: Token) -> list[Entity]:
    """The organisation named last before a word, else the one that the sentences before were about."""
    for before in reversed([t for t in template.sentence if t.i < token.i]):
        found = clubs_at(template, before) or _led(template, before)
        if found:
            return found[:1]
    return [template.context.organisation] if template.context.organisation is not None else []


def ties(
    template: Template,
    trigger: Token,
    members: Sequence[Entity],
    clubs: Sequence[Entity | None],
    status: str,
    known: bool = False,
) -> Iterator[Tie]:
    """One tie for each member and club, with the word that tells it."""
    evidence = span_evidence(template.reading, template.passage, trigger.i, trigger.i)
    for member in members:
        for club in clubs:
            yield Tie(member, club, status, evidence, known)


def day_of(template: Template) -> str:
    """The day of the article, as the reference data have days; without one, the last."""
    return template.reading.published.isoformat() if template.reading.published else "9999"


def on_record(template: Template, organisation: Entity) -> set[str]:
    """The members of an organisation on the day of the article, as the reference data have them."""
    known = template.reading.gazetteer
    day = template.reading.published
    then = known.members(organisation.key, day) if day is not None else _ever(known, organisation)
    return {tie.member for tie in then}


def _ever(known: Gazetteer, organisation: Entity) -> Iterator[Membership]:
    """The members of an organisation at any time, for an article without a day."""
    for status in ("member", "former"):
        yield from known.members(organisation.key, status=status)
