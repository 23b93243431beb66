"""An article's sentences as templates, each with the state that the one before it was about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.extract.arguments import SUBJECTS
from summitry.graph.extract.landmarks import Held
from summitry.graph.extract.template import Template, joined
from summitry.graph.extract.trimming import Piece, part_of_names
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import Mention, MentionKind
from summitry.graph.mentions.reading import Reading

_LETTERS = {
    MentionKind.PERSON: "P", MentionKind.POST: "P", MentionKind.PRONOUN: "P", MentionKind.STATE: "S", MentionKind.METONYM: "S",
    MentionKind.CITY: "C", MentionKind.REGION: "G", MentionKind.ORGANISATION: "O", MentionKind.BODY: "B",
    MentionKind.DEMONYM: "D", MentionKind.GROUP: "P",
}  # fmt: skip


def templates(reading: Reading) -> tuple[Template, ...]:
    """The article's sentences as templates, made at the first call; a list behind a colon belongs to the sentence before it."""
    found: tuple[Template, ...] | None = reading.notes.get("templates")
    if found is None:
        found = reading.notes["templates"] = tuple(_templates(reading))
    return found


def _templates(reading: Reading) -> Iterator[Template]:
    subject: Entity | None = None
    for passage in reading.passages:
        first = None
        for sentence in passage.doc.sents:
            first = sentence.start if first is None else first
            if sentence[-1].text != ":" or sentence.end == len(passage.doc):
                template = _template(reading, passage, passage.doc[first : sentence.end])
                template = replace(template, subject=subject)
                yield template
                subject = _subject(template)
                first = None


def _subject(template: Template) -> Entity | None:
    """The state that a sentence is about: its first subject; the one before where that is "it"."""
    for piece in template.pieces:
        if piece.token.dep_ in SUBJECTS:
            if piece.text.lower() == "it":
                return template.subject
            states = template.states(piece.text) if piece.slot and piece.text[1] in "SC" else []
            return states[0] if len(states) == 1 else None
    return None


def _template(reading: Reading, passage: Passage, sentence: Span) -> Template:
    pieces: list[Piece] = []
    slots: list[tuple[Mention, Token]] = []
    text = reading.article.text
    within = part_of_names(passage, sentence)
    for token in sentence:
        if token.i in within:
            continue
        start, end = passage.starts[token.i], passage.ends[token.i]
        mention = passage.mention_at.get(token.i)
        named = mention is not None and _usable(reading, mention) and not _counted(sentence, token, mention)
        if mention is not None and named:
            letter = "L" if _leaders(mention) else _LETTERS[mention.kind]
            words = f"⟦{letter}{len(slots)}⟧"
            slots.append((mention, token))
        else:
            words = text[start:end].replace("⟦", "[").replace("⟧", "]").replace("’", "'").replace("\n", " ")
        gap = bool(pieces) and (start == 0 or text[start - 1].isspace())
        pieces.append(
            Piece(words, gap, mention.start if mention is not None and named else start, end, token, named)
        )
    whole, places = joined(pieces)
    return Template(reading, passage, sentence, whole, places, tuple(slots), tuple(pieces), _held=Held(whole))


def _usable(reading: Reading, mention: Mention) -> bool:
    if mention.kind not in _LETTERS:
        return False
    return bool(reading.entities(mention))


def _leaders(mention: Mention) -> bool:
    """ "the presidents of A, B and C"."""
    return (
        mention.plural and sum(p.of is not None and p.of.kind is EntityKind.STATE for p in mention.posts) > 1
    )


def _counted(sentence: Span, token: Token, mention: Mention) -> bool:
    """ "31 Abrams": things, though somebody is called so."""
    before = token.i > sentence.start and token.nbor(-1).like_num
    return before and mention.kind is MentionKind.PERSON and not mention.posts and " " not in mention.text
