"""Who calls whom what: "regards Chad as a friend", "named Kenya an ally", "Oman is seen as …", "considers it part of …"."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from summitry.graph.extract.arguments import OBJECTS, SUBJECTS, is_passive, prepositions, subject_of
from summitry.graph.extract.clauses import antecedent
from summitry.graph.extract.parties import BEING
from summitry.graph.extract.roles import roles
from summitry.graph.extract.status_words import REPORT

CALLS = frozenset(
    "regard consider see view treat describe call name designate declare term deem label brand dub proclaim hail praise "
    "characterise characterize define classify count list recognise recognize acknowledge accept perceive portray present make "
    "refer pronounce believe rate rank single welcome confirm appoint judge cast title style elevate think hold".split()
)
_SAYING = REPORT | frozenset(
    "comment remark warn insist argue conclude emphasise emphasize affirm observe assure assert maintain claim reply answer repeat vow agree".split()
)


@dataclass(frozen=True, slots=True)
class Calling:
    """A verb that calls some what a noun says: who does so (nobody where it only says that they are), and whom."""

    verb: Token
    callers: tuple[Token, ...]
    called: tuple[Token, ...]


def calling(word: Token) -> Calling | None:
    """The verb that calls somebody what a noun or an adjective says; None where none does."""
    at = word
    while at.dep_ == "conj" and at.head.pos_ == word.pos_:
        at = at.head
    own = tuple(c for c in at.children if c.dep_ in SUBJECTS)
    head = at.head
    if own and at.dep_ in ("ccomp", "xcomp") and head.lemma_ in CALLS:  # "considers it part of China"
        return Calling(head, _subjects(head), own)
    if at.dep_ in ("pobj", "amod", "acomp", "pcomp", "advmod") and head.lower_ == "as":
        if head.head.lemma_ in CALLS:
            return _of(head.head, at)
        return _being(head.head) if _fronted(head, at) else None
    if at.dep_ in ("amod", "advcl", "prep") and head.lemma_ in CALLS and head.pos_ == "VERB":
        return _of(head, at)
    if at.dep_ in ("attr", "acomp", "oprd") and head.lemma_ in BEING:
        return _being(head)
    if at.dep_ in ("oprd", "attr", "dobj", "npadvmod", "xcomp", "acomp", "ccomp") and head.lemma_ in CALLS:
        return _of(head, at)
    return None


def _fronted(preposition: Token, noun: Token) -> bool:
    """ "As partners, A and B share …": said of the subject."""
    verb = preposition.head
    first = preposition.i == preposition.sent.start or preposition.nbor(-1).is_punct
    return first and noun.tag_ == "NNS" and preposition.i < verb.i and verb.pos_ == "VERB"


def speakers_of(token: Token) -> tuple[Token, ...]:
    """Who says what a word is part of: "… is our ally, X said", "X told Y that …"."""
    at = token
    for _ in range(14):
        if at.head == at:
            return ()
        below, at = at, at.head
        if (
            at.pos_ == "VERB"
            and at.lemma_.lower() in _SAYING
            and below.dep_ in ("ccomp", "parataxis", "xcomp")
        ):
            return _subjects(at)
        if at.pos_ == "VERB" and below.dep_ == "oprd" and at.lemma_ in CALLS:
            return _subjects(at)
    return ()


def _of(verb: Token, word: Token) -> Calling | None:
    """Whom a verb of calling calls so: its object, the subject of a passive, what a participle hangs from."""
    if is_passive(verb) or (verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod")):
        done = roles(verb)
        return Calling(verb, done.doers, done.themes) if done.themes else None
    themes = [c for c in verb.children if c.dep_ in (*OBJECTS, "oprd") and c != word and c.i < word.i]
    themes = themes or [n for _, n in prepositions(verb, "to") if verb.lemma_ == "refer"]
    if not themes and verb.dep_ == "relcl" and any(c.dep_ == "nsubj" for c in verb.children):
        themes = [verb.head]  # "Chad, which it calls an ally"
    return Calling(verb, _subjects(verb), tuple(map(antecedent, themes))) if themes else None


def _being(verb: Token) -> Calling | None:
    own = tuple(antecedent(c) for c in verb.children if c.dep_ in SUBJECTS)
    if verb.dep_ in ("ccomp", "xcomp") and verb.head.lemma_ in CALLS and own and verb.tag_ == "VB":
        return Calling(verb.head, _subjects(verb.head), own)  # "considers Chad to be an ally"
    subject = subject_of(verb)
    return Calling(verb, (), own or ((antecedent(subject),) if subject is not None else ()))


def _subjects(verb: Token) -> tuple[Token, ...]:
    own = tuple(antecedent(c) for c in verb.children if c.dep_ == "nsubj")
    subject = subject_of(verb) if not own else None
    return own or ((antecedent(subject),) if subject is not None else ())
