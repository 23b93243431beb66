"""Names that no post stands beside and the recogniser misses: capitals in a row that do what only people do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Token

from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import lone_name
from summitry.graph.mentions.name_runs import NOT_NAMES, PARTICLES
from summitry.graph.mentions.name_words import CALLED, is_thing
from summitry.graph.mentions.recogniser import entity_type
from summitry.graph.mentions.registry import Registry
from summitry.graph.mentions.roles import HONORIFICS

_NO_NAMES = NOT_NAMES - {"jan", "april", "may", "june", "august"}
_SUBJECTS = ("nsubj", "nsubjpass")
_SAYS = frozenset("say tell add note explain recall insist stress warn vow reply meet visit arrive".split())
_OWN = frozenset("succeed resign retire study marry graduate".split())
_MADE = frozenset(
    "elect re-elect reelect swear appoint name choose nominate succeed bear kill detain".split()
)
_LONGEST = 4  # words of a name


def add_doers(passages: Iterable[Passage], registry: Registry, text: str) -> None:
    """Names of two words or more that stand as subject of such a verb, or before "who"."""
    passages = [p for p in passages if not p.headline]
    alone = {t.text for p in passages for t in p.doc if _stands_alone(p, t)}
    for passage in passages:
        for token in passage.doc:
            if token.pos_ != "PROPN" or token.dep_ not in _SUBJECTS or token.i in passage.mention_at:
                continue
            name = _name(passage, token)
            if len(name) > 1 and _person(token, alone):
                mention = lone_name(text, passage.starts[name[0].i], passage.ends[token.i])
                entity = registry.full(mention)
                if entity is not None:
                    passage.mention_at[token.i] = replace(mention, entity=entity)


def _stands_alone(passage: Passage, token: Token) -> bool:
    """A word with a capital between words without: what a surname looks like further down."""
    if token.pos_ != "PROPN" or token.i in passage.mention_at or not token.text.istitle():
        return False
    beside = (passage.doc[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(passage.doc))
    return not any(other.pos_ == "PROPN" and other.whitespace_ for other in beside)


def _name(passage: Passage, last: Token) -> list[Token]:
    """The words of the name that ends in a token; none where they are no name's."""
    name = [last]
    while name[0].i and len(name) < _LONGEST:
        before = passage.doc[name[0].i - 1]
        if before.text == "-" and before.i and not before.whitespace_:  # Jean-Baptiste
            name[:0] = [passage.doc[before.i - 1], before]
            continue
        inside = before.lower_ in PARTICLES and len(name) < _LONGEST - 1
        if before.i in passage.mention_at or not (before.pos_ == "PROPN" or inside) or not before.whitespace_:
            break
        name.insert(0, before)
    while name and (name[0].lower_ in HONORIFICS | _NO_NAMES | PARTICLES):
        name.pop(0)
    start = name[0].i if name else 0
    lead = passage.doc[start - 1].lower_ if start else ""
    plain = all(
        t.text == "-" or (t.text.isalpha() and (t.text[0].isupper() or t.lower_ in PARTICLES)) for t in name
    )
    strange = any(t.lower_ in _NO_NAMES or (t.text.isupper() and len(t.text) > 1) for t in name)
    thing = is_thing(" ".join(t.text for t in name)) or lead in CALLED | {
        "the",
        "a",
        "an",
        "-",
        "its",
        "'s",
        "’s",
    }
    return name if plain and not strange and not thing else []


def _person(token: Token, alone: set[str]) -> bool:
    """Whether a subject does what only people do; what companies do too tells where the surname comes back, or nothing else
    is known of it.
    """
    if any(c.dep_ == "relcl" and any(g.lower_ == "who" for g in c.children) for c in token.children):
        return True
    verb = token.head
    lemma = verb.lemma_.lower()
    if (lemma in _OWN and token.dep_ == "nsubj") or (lemma in _MADE and token.dep_ == "nsubjpass"):
        return True
    return lemma in _SAYS and (token.text in alone or entity_type(token) in ("", "PERSON"))
