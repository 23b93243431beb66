"""A sentence with its mentions replaced by typed slots, so that a pattern can be read like the phrase it matches.

"Belarus, Armenia and Kazakhstan are members of the CSTO" becomes "⟦S0⟧, ⟦S1⟧ and ⟦S2⟧ are members of the ⟦O3⟧".
Slot letters: P person, S state (also a capital or seat of power that acts for one), C city, G region, O organisation, B body,
D demonym, T time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from summitry.graph.claims import Entity, EntityKind, Evidence
from summitry.graph.extract.arguments import capital_state
from summitry.graph.extract.evidence import text_evidence
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import Mention, MentionKind
from summitry.graph.mentions.reading import Context, Reading

_LETTERS = {
    MentionKind.PERSON: "P", MentionKind.POST: "P", MentionKind.PRONOUN: "P", MentionKind.STATE: "S", MentionKind.METONYM: "S",
    MentionKind.CITY: "C", MentionKind.REGION: "G", MentionKind.ORGANISATION: "O", MentionKind.BODY: "B",
    MentionKind.DEMONYM: "D", MentionKind.GROUP: "P",
}  # fmt: skip

SLOT = r"⟦[A-Z]\d+⟧"


def slot(letters: str, name: str = "") -> str:
    """The pattern of one slot of the given letters, as a named group where a name is given."""
    body = rf"⟦[{letters}]\d+⟧"
    return f"(?P<{name}>{body})" if name else body


def series(letters: str, name: str) -> str:
    """The pattern of a list: "A", "A and B", "A, B, along with C, and D"."""
    item = rf"(?:the |this |that )?⟦[{letters}]\d+⟧"
    join = r"(?:,? (?:and|or|as well as|along with|together with|plus) |, (?:along with |as well as |and )?)"
    return rf"(?P<{name}>{item}(?:{join}{item}){{0,24}})"


@dataclass(frozen=True, slots=True)
class Template:
    """One sentence as slots and words; `places[i]` is the offset in the article of character i of `text`."""

    reading: Reading
    passage: Passage
    sentence: Span
    text: str
    places: tuple[int, ...]
    slots: tuple[tuple[Mention, Token], ...]

    def entities(self, piece: str | None) -> list[Entity]:
        """The entities of all slots in a matched piece; a capital stands for its state."""
        found: dict[str, Entity] = {}
        for number in re.findall(r"⟦[A-Z](\d+)⟧", piece or ""):
            mention, _ = self.slots[int(number)]
            for entity in self.reading.entities(mention):
                found.setdefault(entity.key, entity)
        return list(found.values())

    def states(self, piece: str | None) -> list[Entity]:
        """The states of all slots in a matched piece: capitals and people count for theirs only where they must act."""
        found: dict[str, Entity] = {}
        for entity in self.entities(piece):
            state = capital_state(self.reading, entity) if entity.kind is EntityKind.CITY else entity
            if state is not None and state.kind is EntityKind.STATE:
                found.setdefault(state.key, state)
        return list(found.values())

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

    def finditer(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        return pattern.finditer(self.text)


def templates(reading: Reading) -> Iterator[Template]:
    """The article's sentences as templates."""
    for passage, sentence in reading.sentences():
        yield _template(reading, passage, sentence)


def _template(reading: Reading, passage: Passage, sentence: Span) -> Template:
    parts: list[str] = []
    places: list[int] = []
    slots: list[tuple[Mention, Token]] = []
    text = reading.article.text
    for token in sentence:
        start, end = passage.starts[token.i], passage.ends[token.i]
        mention = passage.mention_at.get(token.i)
        if parts and (start == 0 or text[start - 1].isspace()):
            parts.append(" ")
            places.append(start - 1)
        if mention is not None and _usable(reading, mention):
            piece = f"⟦{_LETTERS[mention.kind]}{len(slots)}⟧"
            slots.append((mention, token))
            places.extend([mention.start] * len(piece))
        else:
            piece = text[start:end].replace("⟦", "[").replace("⟧", "]").replace("’", "'").replace("\n", " ")
            places.extend(range(start, start + len(piece)))
        parts.append(piece)
    return Template(reading, passage, sentence, "".join(parts), tuple(places), tuple(slots))


def _usable(reading: Reading, mention: Mention) -> bool:
    if mention.kind not in _LETTERS:
        return False
    return bool(reading.entities(mention))
