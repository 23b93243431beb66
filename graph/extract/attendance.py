"""Who attends a summit, and who stays away."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.extract.arguments import actors_at, subject_of
from summitry.graph.extract.status import negated
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import MentionKind
from summitry.graph.mentions.reading import Reading

_LISTS = frozenset(
    "including include includes presence attended alongside gather gathers gathering bring brings brought".split()
)
_ATTEND = frozenset("attend join participate address gather go travel fly arrive be come expect speak meet take open chair host appear "
                    "schedule represent leave visit".split())  # fmt: skip
_ABSENT = frozenset("skip miss boycott snub avoid shun".split())
_ABSENT_WORDS = frozenset("absent absentee absentees absence".split())


def attendees_of(reading: Reading, passage: Passage, noun: Token, verb: Token) -> list[Entity]:
    """Whoever is the subject of attending it, and the owner of an address to it."""
    found: list[Entity] = []
    if verb != noun and verb.lemma_.lower() in _ATTEND and not negated(verb):
        subject = subject_of(verb)
        if subject is not None and subject != noun and noun not in subject.subtree:
            found += [
                a for a in actors_at(reading, passage, subject) if a.kind is not EntityKind.ORGANISATION
            ]
    at = noun
    for _ in range(6):  # "in his address to the summit"
        if at.head == at:
            break
        at = at.head
        if at.pos_ == "NOUN" and at.lemma_ in (
            "address",
            "speech",
            "participation",
            "attendance",
            "remark",
            "statement",
            "presence",
            "sideline",
        ):
            for child in at.children:
                if child.dep_ == "poss":
                    found += actors_at(reading, passage, child, people_only=True)
    return found


def companions(reading: Reading, passage: Passage, noun: Token) -> list[Entity]:
    """Those whom the words around the summit list: "including the leaders of A and B"."""
    present: list[Entity] = []
    for token in noun.sent:
        if token.i <= noun.i or token.lower_ not in _LISTS:
            continue
        if token.lower_ not in ("include", "includes") or token.dep_ == "relcl":
            present += _named_after(reading, passage, token)
    return present


def _named_after(reading: Reading, passage: Passage, start: Token) -> list[Entity]:
    found = []
    for token in start.subtree:
        if token.i <= start.i:
            continue
        mention = passage.mention_at.get(token.i)
        if (
            mention is not None
            and mention.kind in (MentionKind.PERSON, MentionKind.STATE)
            and token.dep_ in ("pobj", "conj", "dobj", "appos", "pcomp", "nsubj")
        ):
            found += [e for e in reading.entities(mention)]
    return found


def absentees_of(reading: Reading, passage: Passage, noun: Token, verb: Token) -> list[Entity]:
    """ "will not attend the summit", "skipped it", "a major absentee at it"."""
    if verb == noun:
        return []
    denied = negated(verb) and verb.lemma_.lower() in _ATTEND | {"make"}
    stays = verb.lemma_ == "stay" and any(c.lower_ in ("away", "home") for c in verb.children)
    words = {t.lower_ for t in _between(noun)}
    if denied or stays or verb.lemma_.lower() in _ABSENT or words & _ABSENT_WORDS:
        subject = subject_of(verb)
        if subject is not None:
            return [a for a in actors_at(reading, passage, subject) if a.kind is not EntityKind.ORGANISATION]
    return []


def _between(noun: Token) -> list[Token]:
    chain = []
    at = noun
    for _ in range(8):
        if at.head == at or at.pos_ == "VERB":
            break
        at = at.head
        chain.append(at)
        chain.extend(c for c in at.children if c.dep_ in ("acomp", "attr", "prep"))
    return chain
