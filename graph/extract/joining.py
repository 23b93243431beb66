"""Who joined, left, was let into or kept out of an organisation, by the parse: the same verbs and nouns in any construction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Evidence, Status
from summitry.graph.extract.arguments import prepositions, verb_of
from summitry.graph.extract.denial import conditional, denied, negated
from summitry.graph.extract.evidence import span_evidence
from summitry.graph.extract.parties import mention_at, named_as, owners, sides
from summitry.graph.extract.roles import around, roles, triggers
from summitry.graph.extract.status import status_of
from summitry.graph.extract.template import Template
from summitry.graph.extract.wishing import happened, plain
from summitry.graph.mentions.model import MentionKind

_JOIN = frozenset("join enter accede rejoin re-join".split())
_LEAVE = frozenset("leave quit exit withdraw depart abandon".split())
_SUSPEND = frozenset("suspend expel exclude eject".split())
_ADMIT = frozenset("admit readmit re-admit reinstate accept welcome".split())
_APPLY = frozenset("apply bid".split())
_HOLD = frozenset("include comprise group unite number count encompass consist embrace gather".split())
_BELONG = frozenset("belong sit".split())
_GRANT = frozenset("grant give receive obtain get have award gain hold win secure accord".split())
_SEEK = frozenset("want seek hope hop aspire apply ask request wish aim intend plan bid try negotiate strive".split())  # fmt: skip
_GENERIC = frozenset("bloc organisation organization alliance group grouping body union association club forum community pact league".split())  # fmt: skip
_NOUNS = {
    "suspension": "suspended",
    "addition": "member",
    "admission": "member",
    "readmission": "member",
    "expulsion": "former",
}
_APPLYING = frozenset("application bid request candidacy candidature".split())
_OBSERVERS = frozenset({"observer"})
_FINITE = ("VBD", "VBN", "VBZ", "VBP")
_STATUS = frozenset("status candidacy".split())
_ABOUT = re.compile(
    r"⟦O|bloc|member|join|candida|suspen|expel|admit|organi[sz]ation|alliance|union|grouping|association|observer"
)
_PEOPLE = (MentionKind.PERSON, MentionKind.POST, MentionKind.PRONOUN)


@dataclass(frozen=True, slots=True)
class Tie:
    """A membership that a sentence tells; `known` where it holds only of members on record."""

    member: Entity
    organisation: Entity
    status: str
    evidence: Evidence
    known: bool = False


def joinings(template: Template) -> Iterator[Tie]:
    """The memberships that the verbs and nouns of a sentence tell."""
    if _ABOUT.search(template.text) is None:
        return
    for verb in triggers(
        template, _JOIN | _LEAVE | _SUSPEND | _ADMIT | _APPLY | _HOLD | _BELONG | _GRANT, "VERB"
    ):
        if not (conditional(verb) or denied(verb) or negated(verb)):
            yield from _by_verb(template, verb)
    for noun in triggers(template, frozenset(_NOUNS) | _APPLYING | {"member", "observer"}, "NOUN"):
        yield from _by_noun(template, noun)


def _by_verb(template: Template, verb: Token) -> Iterator[Tie]:
    lemma = verb.lemma_.lower()
    if lemma in _JOIN:
        yield from _joined(template, verb)
    elif lemma in _LEAVE:
        clubs = _clubs(template, _objects(verb, "from"))
        if happened(verb):
            yield from _ties(template, verb, _states(template, roles(verb).doers), clubs, "former")
    elif lemma in _SUSPEND:
        yield from _suspended(template, verb)
    elif lemma in _ADMIT:
        yield from _admitted(template, verb)
    elif lemma in _APPLY:
        clubs = _clubs(template, [n for _, n in prepositions(verb, "to", "for")])
        if plain(verb) and _for_membership(verb, clubs):
            yield from _ties(template, verb, _states(template, roles(verb).doers), clubs, "applicant")
    elif lemma in _HOLD:
        done = roles(verb)
        states = _states(template, [*done.themes, *(n for _, n in prepositions(verb, "of"))])
        if plain(verb) and len(states) > 1:
            yield from _ties(template, verb, states, _clubs(template, done.doers), "member", known=True)
    elif lemma in _BELONG:
        clubs = _clubs(template, [n for _, n in prepositions(verb, "to", "in", "on")])
        if plain(verb):
            yield from _ties(
                template, verb, _states(template, roles(verb).doers), clubs, "member", known=True
            )
    else:
        yield from _candidates(template, verb)


def _objects(verb: Token, *words: str) -> list[Token]:
    return [*roles(verb).themes, *(n for _, n in prepositions(verb, *words))]


def _joined(template: Template, verb: Token) -> Iterator[Tie]:
    if any(c.lower_ in ("in", "with") and any(n.tag_ == "VBG" for n in c.children) for c in verb.children):
        return  # "joined the EU in condemning"
    clubs = _clubs(template, _objects(verb, "to", "into"))
    who = _states(template, roles(verb).doers)
    if not clubs:
        return
    status = status_of(verb)
    above = verb.head if verb.dep_ in ("xcomp", "acl", "advcl", "pcomp", "ccomp", "relcl") else None
    if above is not None and above.lemma_.lower() == "prep":
        above = above.head
    seeking = above is not None and above.lemma_.lower() in (_SEEK | _APPLYING)
    if above is not None and above.lemma_.lower() == "invite":
        yield from _ties(template, verb, _states(template, roles(above).themes), clubs, "acceding")
    elif seeking and above is not None and _stated_above(above):
        yield from _ties(template, verb, who, clubs, "applicant")
    elif status is Status.PLANNED and not seeking:
        yield from _ties(template, verb, who, clubs, "acceding")
    elif plain(verb) and status in (Status.OCCURRED, Status.ONGOING) and verb.tag_ in _FINITE:
        yield from _ties(template, verb, who, clubs, "member")


def _stated_above(token: Token) -> bool:
    """Whether what governs a verb is itself stated."""
    verb = verb_of(token)
    return not (negated(verb) or conditional(verb) or denied(verb))


def _suspended(template: Template, verb: Token) -> Iterator[Tie]:
    if status_of(verb) not in (Status.OCCURRED, Status.ONGOING) and not _resolved(verb):
        return
    done = roles(verb)
    status = "suspended" if verb.lemma_.lower() == "suspend" else "former"
    for theme in done.themes:
        if theme.lemma_.lower() in ("membership", "seat"):
            clubs = _clubs(template, [n for _, n in prepositions(theme, "of", "in")])
            whose = [e for e in owners(template, theme) if e.kind is EntityKind.STATE]
            clubs = clubs or _clubs(template, done.doers)
            whose = whose or _states(template, [n for _, n in prepositions(theme, "of")])
            yield from _ties(template, verb, whose or _states(template, done.doers), clubs, status)
    clubs = _clubs(template, [n for _, n in prepositions(verb, "from")]) or _clubs(template, done.doers)
    yield from _ties(template, verb, _states(template, done.themes), clubs, status)


def _resolved(verb: Token) -> bool:
    """ "decided to suspend", "voted to expel"."""
    return (
        verb.dep_ == "xcomp"
        and verb.head.lemma_ in ("decide", "vote", "agree", "resolve", "move")
        and plain(verb)
    )


def _admitted(template: Template, verb: Token) -> Iterator[Tie]:
    done = roles(verb)
    inside = [n for _, n in prepositions(verb, "to", "into", "in")]
    as_member = [n for _, n in prepositions(verb, "as") if n.lemma_ == "member"]
    if verb.lemma_ in ("accept", "welcome") and not as_member and not any(_club(template, n) for n in inside):
        return
    inside += [n for m in as_member for _, n in prepositions(m, "of")]
    clubs = _clubs(template, inside) or _clubs(template, done.doers)
    status = status_of(verb)
    if status in (Status.OCCURRED, Status.ONGOING) or _resolved(verb):
        yield from _ties(template, verb, _states(template, done.themes), clubs, "member")
    elif status is Status.PLANNED:
        yield from _ties(template, verb, _states(template, done.themes), clubs, "acceding")


def _for_membership(verb: Token, clubs: Sequence[Entity]) -> bool:
    """ "applied for membership of", "applied to join": not "applied to the court"."""
    return bool(clubs) and any(c.lower_ == "for" for c in verb.children)


def _candidates(template: Template, verb: Token) -> Iterator[Tie]:
    """ "were granted the EU candidacy status", "has been given candidate status by the EU"."""
    done = roles(verb)
    titles = [c for c in (*done.themes, *(c for c in verb.children if c.dep_ in ("dobj", "oprd", "attr")))
              if c.lemma_.lower() in _STATUS and ("candida" in c.lower_ or any("candida" in k.lower_ for k in c.subtree))]  # fmt: skip
    if not titles or not plain(verb):
        return
    holders = [t for t in done.themes if t not in titles] or list(done.doers)
    if not any(_states(template, [h]) for h in holders):
        holders = [c for c in verb.children if c.dep_ in ("nsubjpass", "nsubj", "dative")]
    clubs = [e for t in titles for c in t.subtree for e in _club(template, c)]
    clubs = clubs or _clubs(template, done.doers) or _nearest(template, titles[0])
    yield from _ties(template, verb, _states(template, holders), clubs, "applicant")


def _by_noun(template: Template, noun: Token) -> Iterator[Tie]:
    lemma = noun.lemma_.lower()
    verb = verb_of(noun)
    if verb.pos_ in ("VERB", "AUX") and (negated(verb) or conditional(verb)):
        return
    words = {c.lower_ for c in noun.children}
    if words & {"no", "former", "potential", "possible", "non", "not", "future", "prospective"}:
        return
    if lemma in _APPLYING:
        whose = [e for e in owners(template, noun) if e.kind is EntityKind.STATE]
        whose = whose or _applicants(template, verb, noun)
        held = [c for c in noun.subtree if c != noun and _club(template, c)]
        member = any(c.lemma_.lower() in ("membership", "join", "accession", "entry") for c in noun.subtree)
        if member and plain(verb):
            yield from _ties(template, noun, whose, _clubs(template, held[:1]), "applicant")
        return
    if lemma in _NOUNS:
        who = _states(template, [n for _, n in prepositions(noun, "of")])
        who = who or [e for e in owners(template, noun) if e.kind is EntityKind.STATE]
        clubs = _clubs(template, around(template, noun, [], "from", "to", "into"))
        clubs = clubs or [e for n in around(template, noun, [], "as") for _, m in prepositions(n, "of") for e in _clubs(template, [m])]  # fmt: skip
        if not clubs and verb.pos_ == "VERB" and noun.dep_ == "dobj":
            clubs = _clubs(template, roles(verb).doers)
        if verb.pos_ != "VERB" or plain(verb):
            yield from _ties(template, noun, who, clubs, _NOUNS[lemma])
        return
    clubs = _clubs(template, [n for _, n in prepositions(noun, "of", "in")])
    clubs = clubs or [
        e for c in noun.children if c.dep_ in ("compound", "amod", "nmod", "poss") for e in _club(template, c)
    ]
    who = [e for e in named_as(template, noun) if e.kind is EntityKind.STATE]
    status = "observer" if lemma in _OBSERVERS or words & {"associate"} else "member"
    yield from _ties(template, noun, who, clubs[:1], status, known=status == "member")


def _applicants(template: Template, verb: Token, noun: Token) -> list[Entity]:
    """The states that do something with a noun: "X and Y filed an application"."""
    if verb.pos_ != "VERB" or noun.dep_ not in ("dobj", "nsubjpass"):
        return []
    return _states(template, roles(verb).doers)


def _states(template: Template, tokens: Sequence[Token]) -> list[Entity]:
    """The states of some nouns, not those of the people who act for them."""
    found: dict[str, Entity] = {}
    for token in tokens:
        mention = mention_at(template, token)
        if mention is None or mention.kind not in _PEOPLE:
            for entity in sides(template, token):
                if entity.kind is EntityKind.STATE:
                    found.setdefault(entity.key, entity)
    return list(found.values())


def _club(template: Template, token: Token) -> list[Entity]:
    mention = mention_at(template, token)
    if mention is None or mention.kind is not MentionKind.ORGANISATION:
        return []
    if any(
        c.dep_ == "compound" and c.pos_ == "PROPN" and mention_at(template, c) is None for c in token.children
    ):
        return []  # "the Customs Union": another than the one that is called so
    found = template.reading.entities(mention)
    return [
        e for e in found if e.kind is EntityKind.ORGANISATION and template.reading.gazetteer.members(e.key)
    ]


def _clubs(template: Template, tokens: Sequence[Token]) -> list[Entity]:
    """The organisation that some nouns name or, as "the bloc", take up; "membership in it" names it too."""
    for token in tokens:
        found = _club(template, token)
        if not found and token.lemma_.lower() in ("membership", "member", "accession", "side"):
            found = _clubs(template, [n for _, n in prepositions(token, "of", "in", "to")])
            found = found or [e for c in token.children for e in _club(template, c)]
        if not found and (token.lemma_.lower() in _GENERIC or token.lower_ in ("it", "which", "that")):
            named = [e for c in token.children if c.dep_ in ("appos", "compound") for e in _club(template, c)]
            found = named or (_nearest(template, token) if token.text.islower() else [])
        if found:
            return found[:1]
    return []


def _nearest(template: Template, token: Token) -> list[Entity]:
    """The organisation named last before a word, else the one that the sentences before were about."""
    for before in reversed([t for t in template.sentence if t.i < token.i]):
        found = _club(template, before)
        if found:
            return found[:1]
    return [template.context.organisation] if template.context.organisation is not None else []


def _ties(
    template: Template,
    trigger: Token,
    members: Sequence[Entity],
    clubs: Sequence[Entity],
    status: str,
    known: bool = False,
) -> Iterator[Tie]:
    evidence = span_evidence(template.reading, template.passage, trigger.i, trigger.i)
    for member in members:
        for club in clubs:
            yield Tie(member, club, status, evidence, known)
