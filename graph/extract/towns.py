"""Towns in which leaders do together what is done at summits: "agreed in Rome on Monday", "clinched a deal in Rome"."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import MentionKind
from summitry.graph.mentions.recogniser import is_dated

_REACH = 14  # words behind the verb
_AT = frozenset({"in", "at"})
# what may stand between their verb and the town: what they bring about, and how
_OUTCOMES = frozenset(
    "deal agreement declaration statement communique communiqué accord compromise consensus resolution talk meeting session discussion "
    "conference dinner lunch photo photograph door hour day night morning evening afternoon family round leader".split()
)
_APART = frozenset(
    "intervene invest live work base station remain fail lose deploy send kill die be have own build run".split()
)


def town_of(passage: Passage, verb: Token) -> Token | None:
    """The town where those who are the subject of a past tense did it; None where it may be of what they speak about."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass", "neg", "mark")}
    if verb.pos_ != "VERB" or verb.tag_ not in ("VBD", "VBN") or helpers - {"have", "has", "had"}:
        return None
    if verb.lemma_ in _APART and not any(c.dep_ == "xcomp" for c in verb.children):
        return None
    for token in verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + _REACH)]:
        mention = passage.mention_at.get(token.i)
        if mention is not None and mention.kind is MentionKind.CITY:
            return token if token.dep_ == "pobj" and token.head.lower_ in _AT else None
        if mention is not None and mention.kind is MentionKind.PRONOUN:
            continue
        if mention is not None or not _between(token, verb):
            return None
    return None


def _between(token: Token, verb: Token) -> bool:
    """What may stand between a verb and the town: its outcome, a day, an infinitive that it governs."""
    if token.pos_ in ("NOUN", "PROPN"):
        return token.dep_ == "compound" or token.lemma_.lower() in _OUTCOMES or is_dated(token)
    if token.pos_ in ("VERB", "SCONJ") and token.dep_ != "amod":
        return token.dep_ == "xcomp" and token.head == verb
    return token.text not in (",", ";", ":", "-", "–", "—") and token.tag_ not in ("WDT", "WP", "WRB")
