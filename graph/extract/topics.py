"""What people talk about when they meet: the nouns behind "discuss", "talks on", "the agenda included", "X came up"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from summitry.graph.claims import Entity, EntityKind, Finding, Topic
from summitry.graph.coreference import state_of
from summitry.graph.extract.arguments import is_passive, listed, objects_of, prepositions, subject_of
from summitry.graph.extract.evidence import span_evidence
from summitry.graph.extract.series import series_of
from summitry.graph.extract.status import negated, status_of
from summitry.graph.extract.subjects import subjects_under
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.reading import Reading

_DISCUSS = frozenset("discuss review".split())
_SPEAK = frozenset("talk speak negotiate exchange consult".split())
_TURN = frozenset("focus centre center concentrate dwell touch turn".split())
_DEVOTED = frozenset("devote dedicate focus centre center".split())
_TALKS = frozenset(
    "talk discussion conversation negotiation consultation exchange dialogue deliberation".split()
)
_EVENTS = _TALKS | frozenset("meeting summit gathering session dinner call visit conference".split())
_ON = ("on", "about", "over", "regarding", "concerning")
_AGENDA = frozenset("agenda table menu".split())
_THEME = frozenset("topic subject theme issue agenda item focus".split())
_MEETS = frozenset(
    "meet talk discuss receive host hold confer speak negotiate welcome visit summit meeting".split()
)
_BACK = 3  # sentences in which a meeting is still spoken of


def find(reading: Reading) -> Iterator[Finding]:
    """The topics of the meetings and summits of an article; each event and topic once."""
    seen: set[tuple[str, str]] = set()
    pair: tuple[Entity, ...] = ()
    age = 0
    for passage, sentence in reading.sentences():
        own = _pair(reading, passage, sentence)
        pair, age = (own, 0) if own else (pair, age + 1) if age < _BACK else ((), 0)
        for token in sentence:
            nouns = list(_about(token))
            event, people = _event(reading, passage, sentence, token, pair) if nouns else ("", ())
            if not event:
                continue
            for first, last, words in (s for n in nouns for s in subjects_under(reading, passage, n)):
                if (event, words.lower()) not in seen:
                    seen.add((event, words.lower()))
                    evidence = span_evidence(reading, passage, first, last)
                    yield Finding(Topic(event, words, people), (evidence,), 0.7, "topic")


def _pair(reading: Reading, passage: Passage, sentence: Span) -> tuple[Entity, ...]:
    """The two people of two states whom a sentence brings together, in an order of their own."""
    if not any(t.lemma_.lower() in _MEETS for t in sentence):
        return ()
    people: dict[str, Entity] = {}
    for i in range(sentence.start, sentence.end):
        mention = passage.mention_at.get(i)
        for entity in reading.entities(mention) if mention is not None else ():
            if entity.kind is EntityKind.PERSON:
                people.setdefault(entity.key, entity)
    states = {state_of(reading, p) for p in people.values()} - {None}
    if len(people) != 2 or len(states) != 2:
        return ()
    return tuple(sorted(people.values(), key=lambda p: p.key))


def _event(
    reading: Reading, passage: Passage, sentence: Span, token: Token, pair: tuple[Entity, ...]
) -> tuple[str, tuple[Entity, ...]]:
    """The event in words and its people: the summit of the sentence, else the two who met last."""
    for noun in sentence:
        series = series_of(reading, passage, noun) if noun.lemma_.lower() == "summit" else None
        if series is not None:
            return series.name, ()
    if len(pair) == 2 and status_of(token, passage.headline) is not None:
        return "meeting " + " ".join(p.name.split()[-1] for p in pair), pair
    return "", ()


def _about(token: Token) -> Iterator[Token]:
    """The nouns that a word gives as what is talked about."""
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB" and not negated(token):
        yield from _by_verb(token, lemma)
    elif token.pos_ == "NOUN" and lemma in _TALKS:
        yield from _behind(token, *_ON)
    elif token.pos_ == "AUX" and not negated(token):
        yield from _on_agenda(token)


def _by_verb(verb: Token, lemma: str) -> Iterator[Token]:
    subject = subject_of(verb)
    if lemma in _DISCUSS:
        for noun in objects_of(verb):
            yield from listed(noun)
    elif lemma in _DEVOTED and _told_of(verb, subject):
        yield from _behind(verb, "to", "on")
    elif lemma in _SPEAK:
        yield from _behind(verb, "about", "on", "regarding")
    elif lemma in _TURN and subject is not None and subject.lemma_.lower() in _EVENTS:
        yield from _behind(verb, "to", "on", "upon")
    elif lemma == "come" and any(c.lower_ == "up" for c in verb.children) and subject is not None:
        yield from listed(subject)
    elif lemma in ("top", "dominate", "feature") and subject is not None and not is_passive(verb):
        if lemma == "feature" or any(o.lemma_.lower() in _AGENDA | _EVENTS for o in objects_of(verb)):
            yield from listed(subject)
    elif lemma == "include" and subject is not None and subject.lemma_.lower() in _THEME:
        for noun in objects_of(verb):
            yield from listed(noun)


def _told_of(verb: Token, subject: Token | None) -> bool:
    """ "talks focused on", "a conversation devoted to", "the summit will be dedicated to"."""
    theme = verb.head if verb.dep_ in ("acl", "relcl") else subject
    return theme is not None and theme.lemma_.lower() in _EVENTS


def _on_agenda(verb: Token) -> Iterator[Token]:
    """ "Syria was on the table", "Kyrgyzstan would be the main topic"."""
    subject = subject_of(verb)
    if subject is None:
        return
    listed_so = any(n.lemma_.lower() in _AGENDA for _, n in prepositions(verb, "on", "among"))
    theme = any(
        c.dep_ == "attr"
        and c.lemma_.lower() in _THEME
        and any(g.lower_ in ("main", "key", "central", "chief") for g in c.children)
        for c in verb.children
    )
    among = any(n.lemma_.lower() in _THEME for _, n in prepositions(verb, "among"))
    if listed_so or theme or among:
        yield from listed(subject)


def _behind(token: Token, *words: str) -> Iterator[Token]:
    for _, noun in prepositions(token, *words):
        yield from listed(noun)
