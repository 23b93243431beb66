"""A sentence with its mentions replaced by typed slots, so that a pattern can be read like the phrase it matches.

"Belarus, Armenia and Kazakhstan are members of the CSTO" becomes "⟦S0⟧, ⟦S1⟧ and ⟦S2⟧ are members of the ⟦O3⟧".
Slot letters: P person, L leaders of several states, S state (also a capital or seat of power that acts for one), C city, G region, O organisation, B body,
D demonym, T time.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from spacy.tokens import Span, Token

from summitry.graph.claims import Entity, EntityKind, Evidence
from summitry.graph.coreference import state_of
from summitry.graph.extract.actors import capital_state
from summitry.graph.extract.arguments import SUBJECTS
from summitry.graph.extract.clauses import emphasised
from summitry.graph.extract.evidence import text_evidence
from summitry.graph.extract.landmarks import Held, Patterns
from summitry.graph.extract.localities import land_of
from summitry.graph.extract.predicates import predicates
from summitry.graph.extract.trimming import Piece, trim
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import Mention, MentionKind
from summitry.graph.mentions.reading import Context, Reading

_OBJECTS = ("dobj", "obj", "dative")
RELATIVE = r"(?:,? (?:which|who|whose|where|that)\b[^,;.]{0,90},)?"  # a clause between a subject and its verb


def slot(letters: str, name: str = "") -> str:
    """The pattern of one slot of the given letters, as a named group where a name is given."""
    body = rf"⟦[{letters}]\d+⟧"
    return f"(?P<{name}>{body})" if name else body


def series(letters: str, name: str) -> str:
    """The pattern of a list: "A", "A and B", "A, B, along with C, and D"."""
    of = r"(?:the )?(?:\w+ )?(?:⟦[CDG]\d+⟧ )?(?:[\w-]+ ){0,3}(?:states|countries|nations|republics)(?: of| such as| like|,? namely|,? including|,? among them)? "
    item = rf"(?:(?:(?:the|this|that|both|two|these|neighbou?ring|fellow) ){{1,2}}|{of})?⟦[{letters}]\d+⟧(?:'s(?= and ))?(?: \(\d{{4}}\)(?=,| and ))?"
    join = r"(?:,? (?:and|or|as well as|along with|together with|plus|but not|then) |, (?:along with |as well as |and |or |later )?)"
    # not from within a word: it would match the same, and be tried at every letter
    return rf"(?P<{name}>(?<!\w){item}(?:{join}(?:The )?{item}){{0,24}})"


@dataclass(frozen=True, slots=True)
class Template:
    """One sentence as slots and words; `places[i]` is the offset in the article of character i of `text`."""

    reading: Reading
    passage: Passage
    sentence: Span
    text: str
    places: tuple[int, ...]
    slots: tuple[tuple[Mention, Token], ...]
    pieces: tuple[Piece, ...] = field(repr=False)
    subject: Entity | None = None  # the state that the sentence before was about
    _views: list[Template] = field(default_factory=list, repr=False, compare=False)
    _held: Held = field(default_factory=lambda: Held(""), repr=False, compare=False)

    @property
    def views(self) -> tuple[Template, ...]:
        """The sentence as it stands, and as it reads without its trimmings where it has any; worked out once."""
        if not self._views:
            self._views.extend(self._trimmed())
        return tuple(self._views)

    def _trimmed(self) -> tuple[Template, ...]:
        start, end = self.pieces[0].start, self.pieces[-1].end
        times = self.reading.timeline.times
        first = bisect_left(times, start, key=lambda t: t.expression.start)
        inside = takewhile(lambda t: t.expression.end <= end, times[first : first + len(self.pieces)])
        kept = trim(self.pieces, [(t.expression.start, t.expression.end) for t in inside])
        lean = self._of(kept) if kept and len(kept) < len(self.pieces) else None
        meant = (lean or self)._meant()
        whole = [v for v in (self, lean, meant) if v is not None]
        return (*whole, *(whole[-1]._of(further) for further in predicates(whole[-1].pieces)))

    def _of(self, pieces: Sequence[Piece]) -> Template:
        text, places = joined(pieces)
        return replace(self, text=text, places=places, pieces=tuple(pieces), _views=[], _held=Held(text))

    def _meant(self) -> Template | None:
        """The sentence with the state that "it" or "its" means in their place; None where it has neither."""
        slots, pieces = list(self.slots), list(self.pieces)
        for i, piece in enumerate(self.pieces):
            word = piece.text.lower()
            known = word in ("it", "its") and not piece.slot and emphasised(piece.token) is None
            state = self._antecedent(self.pieces[:i], piece.token.dep_ in _OBJECTS) if known else None
            if state is not None:
                mention = Mention(MentionKind.STATE, piece.start, piece.end, piece.text, state)
                pieces[i] = replace(piece, text=f"⟦S{len(slots)}⟧" + "'s" * (word == "its"), slot=True)
                slots.append((mention, piece.token))
        if len(slots) == len(self.slots):
            return None
        return replace(self, slots=tuple(slots))._of(pieces)

    def _antecedent(self, before: Sequence[Piece], undergoes: bool) -> Entity | None:
        """The state that is the subject before a pronoun in its sentence, else that of the sentence before; what undergoes
        something is another.
        """
        named = [n for p in before if p.text.lower() == "it" and (n := emphasised(p.token)) is not None]
        for piece in before:
            if piece.slot and (piece.token.dep_ in SUBJECTS or piece.token in named):
                states = self.states(piece.text) if piece.text[1] in "SC" else []
                if states and before[-1].text == "which" and [p for p in before if p.slot] == [piece]:
                    break  # "Turkey, to which it sold": another
                return states[0] if len(states) == 1 and not undergoes else None
        return self.subject

    def entities(self, piece: str | None) -> list[Entity]:
        """The entities of all slots in a matched piece; a capital stands for its state."""
        found: dict[str, Entity] = {}
        for number in re.findall(
            r"⟦[A-Z](\d+)⟧(?!(?: [\w-]+){0,2} (?:republics|states|nations|countries)\b)", piece or ""
        ):
            mention, _ = self.slots[int(number)]
            for entity in self.reading.entities(mention):
                found.setdefault(entity.key, entity)
        return list(found.values())

    def states(self, piece: str | None) -> list[Entity]:
        """The states of all slots in a matched piece: capitals and people count for theirs only where they must act."""
        found: dict[str, Entity] = {}
        for number in re.findall(r"⟦L(\d+)⟧", piece or ""):
            for post in self.slots[int(number)][0].posts:
                if post.of is not None and post.of.kind is EntityKind.STATE:
                    found.setdefault(post.of.key, post.of)
        for entity in self.entities(piece):
            state = capital_state(self.reading, entity) if entity.kind is EntityKind.CITY else entity
            if state is not None and state.kind is EntityKind.STATE:
                found.setdefault(state.key, state)
        return list(found.values())

    def acting(self, piece: str | None) -> list[Entity]:
        """The states in a matched piece; where it has none, those that its people act for."""
        return self.states(piece) or self.homes(self.entities(piece))

    def homes(self, actors: Sequence[Entity]) -> list[Entity]:
        """The states that some act for; a state for itself."""
        found = {a.key: a for a in actors if a.kind is EntityKind.STATE}
        for actor in actors:
            key = self._home(actor)
            entry = self.reading.gazetteer.find(key) if key else None
            if entry is not None and entry.kind is EntityKind.STATE:
                found.setdefault(entry.key, Entity(EntityKind.STATE, entry.name, entry.key, entry.name))
        return list(found.values())

    def _home(self, actor: Entity) -> str | None:
        """The state that a person or one of its bodies acts for."""
        if actor.kind is EntityKind.BODY:
            return self.reading.gazetteer.owner(actor.key)
        return state_of(self.reading, actor) if actor.kind is EntityKind.PERSON else None

    def around(self, piece: str | None) -> list[Entity]:
        """The states in a matched piece; where it has none, those that its cities and regions lie in."""
        found = {s.key: s for s in self.states(piece)}
        for place in self.entities(piece) if not found else ():
            land = land_of(self.reading, place)
            if land is not None:
                found.setdefault(land.key, land)
        return list(found.values())

    def doer(self, index: int) -> list[Entity]:
        """The state that "it" or "its" means at a character: the first of the sentence, else the last named before."""
        for found in re.finditer(slot("SC"), self.text[:index]):
            states = self.states(found.group())
            if len(states) == 1:
                return states
        return list(self.context.states[:1])

    @property
    def context(self) -> Context:
        """What the sentence may take up from those before it."""
        return self.reading.contexts[self.passage.starts[self.sentence.start]]

    def evidence(self, match: re.Match[str]) -> Evidence:
        """The article's words behind a match."""
        start = self.places[match.start()]
        end = self.places[match.end() - 1] + 1
        last = re.search(r"⟦[A-Z](\d+)⟧$", match.group())
        if last:
            end = self.slots[int(last.group(1))][0].end
        return text_evidence(self.reading, start, end)

    def piece(self, first: int, last: int) -> Evidence:
        """The article's words behind the characters `first:last` of the template."""
        return text_evidence(self.reading, self.places[first], self.places[last - 1] + 1)

    def token_at(self, index: int) -> Token:
        """The token at a character of the template."""
        return self.passage.span(self.places[index], self.places[index] + 1)[0]

    def likely(self, patterns: Patterns) -> list[int]:
        """The numbers of the patterns that the sentence may match, in order."""
        return patterns.likely(self._held)

    def finditer(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """The matches of a pattern, searched for only where the sentence has words of it."""
        return pattern.finditer(self.text) if self._held.may_match(pattern) else iter(())


def joined(pieces: Sequence[Piece]) -> tuple[str, tuple[int, ...]]:
    """The pieces as one line, and where in the article each of its characters stands."""
    parts: list[str] = []
    places: list[int] = []
    for piece in pieces:
        if parts and piece.gap:
            parts.append(" ")
            places.append(piece.start - 1)
        parts.append(piece.text)
        places.extend(
            [piece.start] * len(piece.text)
            if piece.slot
            else range(piece.start, piece.start + len(piece.text))
        )
    return "".join(parts), tuple(places)
