"""Who left a treaty, or had itself taken out of it, by the parse; whose leaving a noun tells of."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.claims import Entity, Finding, Status
from summitry.graph.extract.arguments import prepositions, verb_of
from summitry.graph.extract.denial import conditional, negated
from summitry.graph.extract.instruments import Instruments
from summitry.graph.extract.parties import all_sides, owners, owning, states_of
from summitry.graph.extract.roles import Roles, around, roles
from summitry.graph.extract.signatories import signatories, told
from summitry.graph.extract.status import status_of
from summitry.graph.extract.template import Template
from summitry.graph.extract.wishing import happened, plain

LEAVE = frozenset("withdraw leave quit abandon exit denounce renounce revoke terminate repudiate scrap ditch abrogate rescind "
                   "annul pull walk drop opt bow suspend freeze tear cancel end".split())  # fmt: skip
_OUT_OF = frozenset(
    "withdraw pull walk drop opt bow exit".split()
)  # with "from" or "out of", never with an object alone
TAKE = frozenset("take pull withdraw lead bring".split())
_PAUSED = frozenset("suspend freeze drop opt bow".split())
_UNDOING = frozenset("cancel scrap abandon ditch".split())
_TAKING_PART = frozenset("participation implementation observance obligation commitment compliance membership involvement ratification accession signature".split())  # fmt: skip
LEAVING = frozenset("withdrawal exit departure pullout pull-out denunciation secession".split())
_ANNOUNCED = frozenset("announce notify inform complete declare confirm decide trigger initiate begin start formalise formalize finalise "
                       "finalize submit file".split())  # fmt: skip
_AFTER = frozenset("since after following".split())
_DECISIONS = frozenset("decision intention move plan notice".split())


def withdrawals(template: Template, known: Instruments, verb: Token, done: Roles) -> Iterator[Finding]:
    """What a verb of leaving, or of taking somebody out, says of treaties."""
    if verb.lemma_.lower() in TAKE:
        yield from _taken_out(template, known, verb, done)
    if verb.lemma_.lower() in LEAVE:
        yield from _left(template, known, verb, done)


def _taken_out(template: Template, known: Instruments, verb: Token, done: Roles) -> Iterator[Finding]:
    """ "took the country out of T", "withdrew Chad from T"."""
    taken = [
        t for t in done.themes if t.head == verb or t == verb.head
    ]  # not what a verb beside it is done to
    if not taken or not happened(verb):
        return
    treaties = known.of(around(template, verb, taken, "from", "of", "out"))
    for treaty in treaties:
        if treaty.named:
            yield from told(template, verb, states_of(template, taken), treaty.name, "withdrew")


def _left(template: Template, known: Instruments, verb: Token, done: Roles) -> Iterator[Finding]:
    lemma = verb.lemma_.lower()
    dropped = status_of(verb) is Status.CANCELLED and lemma not in _UNDOING | {"pull"}
    if not (plain(verb) or _notice(verb)) or dropped:
        return
    if lemma in _OUT_OF:
        treaties = known.of(around(template, verb, [], "from", "of", "out")) if not done.themes else []
    else:
        themes = list(done.themes)
        inner = [
            n
            for t in themes
            if t.lemma_.lower() in _TAKING_PART
            for _, n in prepositions(t, "in", "of", "with", "under", "to")
        ]
        treaties = known.of([*themes, *inner])
    who = signatories(template, verb, done) or _deciders(template, verb)
    who = who or [e for t in done.themes if t.lemma_.lower() in _TAKING_PART for e in owners(template, t)]
    for treaty in treaties:
        if treaty.named and (treaty.token.tag_ != "PRP" or known.inside(verb)):
            yield from told(template, verb, who, treaty.name, "withdrew")
        elif not treaty.named and lemma not in _PAUSED:
            other = states_of(template, [n for _, n in prepositions(treaty.token, "with")])
            if len(other) == 1:
                yield from told(
                    template,
                    verb,
                    states_of(template, done.doers),
                    f"{treaty.name} with {other[0].name}",
                    "withdrew",
                    "treaty.unnamed",
                )


def _notice(verb: Token) -> bool:
    """ "said it would scrap the accord": from the notice on."""
    said = verb.dep_ == "ccomp" and verb.head.lemma_.lower() in _ANNOUNCED | {"say"} and plain(verb.head)
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    return said and helpers <= {"will", "would", "be"} and not (negated(verb) or conditional(verb))


def leavers(template: Template, noun: Token) -> list[Entity]:
    """Who has left by what a noun tells: "announced its withdrawal from T", "since the departure of X from the union"."""
    verb = verb_of(noun)
    if verb.pos_ == "VERB" and not plain(verb):
        return []
    if noun.dep_ == "pobj" and noun.head.lower_ in _AFTER:
        return owning(template, noun)
    if verb.lemma_.lower() in _ANNOUNCED and noun.dep_ in ("dobj", "nsubjpass"):
        return owning(template, noun) or states_of(template, roles(verb).doers)
    return []


def _deciders(template: Template, verb: Token) -> list[Entity]:
    """ "The decision to leave T was announced by Y"."""
    noun = verb.head
    if verb.dep_ != "acl" or noun.lemma_.lower() not in _DECISIONS:
        return []
    above = verb_of(noun)
    return owning(template, noun) or (
        all_sides(template, roles(above).doers) if above.pos_ == "VERB" and plain(above) else []
    )
