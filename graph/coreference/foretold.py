"""Pronouns whose person is named only behind them: "Before he flies on to Seoul, Scholz will meet X"."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.coreference.people import SUBJECTS, state_of
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import Mention, MentionKind
from summitry.graph.mentions.reading import Reading

_MARKS = frozenset("before after when while as since until once".split())
_PLACES = frozenset({MentionKind.CITY, MentionKind.STATE})
_AGAIN = frozenset("return back home".split())
_HIM = frozenset("him her".split())
_LONGEST = 40  # tokens of a clause


def foretold(reading: Reading, passage: Passage, token: Token, mention: Mention) -> Entity | None:
    """Whom the main clause names as its subject, for the subject of a clause in front of it.

    Not where that clause tells of a coming to his own state, or where the main clause has another "him".
    """
    clause = token.head
    if token.dep_ not in SUBJECTS or clause.dep_ != "advcl" or clause.i < token.i:
        return None
    if not any(c.lower_ in _MARKS and c.i < token.i for c in clause.children):
        return None
    main = clause.head
    subject = next((c for c in main.children if c.dep_ in SUBJECTS and c.i > clause.i), None)
    named = passage.mention_at.get(subject.i) if subject is not None else None
    if (
        subject is None
        or named is None
        or named.kind is not MentionKind.PERSON
        or subject.i - token.i > _LONGEST
    ):
        return None
    people = reading.entities(named)
    if len(people) != 1 or people[0].kind is not EntityKind.PERSON:
        return None
    woman = reading.gazetteer.female(people[0].key, people[0].name)
    if woman is not None and woman is not (mention.text.lower() in ("she", "her", "hers")):
        return None
    behind = token.doc[subject.i + 1 : min(subject.i + _LONGEST, token.sent.end)]
    if any(t.lower_ in _HIM and t.dep_ in ("dobj", "pobj", "dative") for t in behind):
        return None
    return None if _at_home(reading, passage, clause, subject, people[0]) else people[0]


def _at_home(reading: Reading, passage: Passage, clause: Token, subject: Token, person: Entity) -> bool:
    """Whether a clause names a place in somebody's own state, other than as where he goes back to."""
    home = state_of(reading, person)
    words = clause.doc[clause.left_edge.i : subject.left_edge.i]
    if home is None or any(t.lemma_ in _AGAIN for t in words):
        return False
    for word in words:
        place = passage.mention_at.get(word.i)
        if place is not None and place.kind in _PLACES and place.entity is not None:
            entry = reading.gazetteer.find(place.entity.key)
            if home in (place.entity.key, entry.state if entry is not None else None):
                return True
    return False
