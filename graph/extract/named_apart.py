"""Those met whom another clause names: "among the leaders he met were X and Y", "met, among others, X", "his interlocutors included X"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.claims import EntityKind, Finding
from summitry.graph.extract.actors import doers, owner_of
from summitry.graph.extract.arguments import prepositions, subject_of, verb_of
from summitry.graph.extract.clauses import said_to_be
from summitry.graph.extract.company import Telling, pairs
from summitry.graph.extract.status import status_of
from summitry.graph.extract.talk_nouns import HOLD, is_meeting
from summitry.graph.mentions.document import Passage

_RELATIVES = ("WDT", "WP")


def named_apart(verb: Token) -> list[Token]:
    """Whom a verb of meeting has in place of an object, or beside "others"."""
    if verb.dep_ in ("relcl", "acl"):
        who = any(c.dep_ in ("nsubj", "nsubjpass") and c.tag_ in _RELATIVES for c in verb.children)
        named = said_to_be(verb.head) if not who else None
        return [named] if named is not None else []
    others = (n for c in verb.children if c.lower_ == "among" for n in c.children if n.lower_ == "others")
    return [c for n in others for c in n.children if c.dep_ in ("conj", "appos") and c.pos_ == "PROPN"][:1]


def taken_up(told: Telling, passage: Passage, verb: Token) -> Iterator[Finding]:
    """ "His talks follow those he held with X": the meetings that a pronoun stands for."""
    pronoun = verb.head
    talks = subject_of(verb_of(pronoun)) if pronoun.lower_ in ("those", "one", "ones") else None
    if verb.dep_ != "relcl" or verb.lemma_ not in HOLD or talks is None or not is_meeting(talks):
        return
    ours = doers(told.reading, passage, verb, people_only=True)
    groups = [n for _, n in prepositions(verb, "with")]
    status = status_of(verb, passage.headline)
    if ours and groups and status is not None:
        yield from pairs(told, passage, verb, ours, groups, status, "meeting.noun", True)


def interlocutors(told: Telling, passage: Passage, noun: Token) -> Iterator[Finding]:
    """ "among his interlocutors were X and Y", "his interlocutors included X": each met alone."""
    named = said_to_be(noun)
    owners = [e for e in owner_of(told.reading, passage, noun) if e.kind is EntityKind.PERSON]
    status = status_of(noun, passage.headline)
    if named is not None and len(owners) == 1 and status is not None:
        yield from pairs(told, passage, noun, owners, [named], status, "meeting.noun", True)
