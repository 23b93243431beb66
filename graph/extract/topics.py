"""What a meeting is about: the things behind "discuss", "talks on", "focused on", "on the agenda", each tied to its event."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Finding, Meeting, Summit, Topic, Visit
from summitry.graph.extract.arguments import is_passive, listed, objects_of, prepositions, subject_of, verb_of
from summitry.graph.extract.denial import negated
from summitry.graph.extract.evidence import span_evidence
from summitry.graph.extract.subjects import pieces
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import MentionKind
from summitry.graph.mentions.reading import Reading

_DISCUSS = frozenset("discuss debate".split())
_SPEAK = frozenset({"talk", "speak", "confer"})
_ABOUT = frozenset("focus centre center concentrate revolve".split())
_TALK = frozenset("talk discussion conversation negotiation consultation dialogue exchange".split())
_SUBJECT = frozenset("topic subject item focus theme issue point priority".split())
_MAIN = frozenset("main chief key central first top principal major one dominant".split())
_AGENDA = frozenset("agenda table menu".split())
_ON = frozenset({"on", "about", "over", "regarding", "concerning"})
_EVENTS = frozenset(
    "summit meeting talk visit gathering negotiation conversation discussion agenda dialogue leader president side party".split()
)
_WHO = frozenset(
    {
        MentionKind.PERSON,
        MentionKind.POST,
        MentionKind.PRONOUN,
        MentionKind.GROUP,
        MentionKind.STATE,
        MentionKind.METONYM,
    }
)
_WE = frozenset("they both two who we sides".split())
_NEAR = 1_500  # characters back to the event that a topic belongs to


@dataclass(frozen=True, slots=True)
class _Event:
    start: int
    name: str
    people: tuple[Entity, ...]


def about(findings: Sequence[Finding]) -> Callable[[Reading], Iterator[Finding]]:
    """The finder of the topics of these meetings and summits; topics without an event are none."""

    def find(reading: Reading) -> Iterator[Finding]:
        return _find(reading, findings)

    return find


def _find(reading: Reading, findings: Sequence[Finding]) -> Iterator[Finding]:
    events = _events(findings)
    seen: set[str] = set()
    for passage, sentence in reading.sentences() if events else ():
        for token in sentence:
            nouns = (
                [] if token.pos_ in ("PUNCT", "DET", "SPACE") else list(dict.fromkeys(_about(passage, token)))
            )
            event = _event_at(events, passage.starts[token.i]) if nouns else None
            if event is None:
                continue
            for first, last, words in (p for noun in nouns for p in pieces(reading, passage, noun)):
                if words.lower() not in seen:
                    seen.add(words.lower())
                    evidence = span_evidence(reading, passage, first, last)
                    yield Finding(Topic(event.name, words, event.people), (evidence,), 0.75, "topic")


def _events(findings: Sequence[Finding]) -> list[_Event]:
    """The meetings and summits, once for each place in the text that tells of them, in its order."""
    visitors = {f.payload.visitor.key for f in findings if isinstance(f.payload, Visit)}
    found = []
    for finding in findings:
        payload = finding.payload
        if isinstance(payload, Meeting):
            people = tuple(
                sorted(
                    payload.participants,
                    key=lambda p: (p.kind is not EntityKind.PERSON, p.key not in visitors),
                )
            )[:2]
            name = "meeting " + " ".join(p.name.split()[-1] for p in people)
        elif isinstance(payload, Summit):
            people = payload.attendees[:2] or ((payload.organisation,) if payload.organisation else ())
            name = payload.name_or_org
        else:
            continue
        found += [_Event(e.start, name, people) for e in finding.evidence]
    return sorted(found, key=lambda e: e.start)


def _event_at(events: Sequence[_Event], at: int) -> _Event | None:
    """The event told last before a topic, else the first right behind it."""
    i = bisect_right([e.start for e in events], at)
    if i and at - events[i - 1].start <= _NEAR:
        return events[i - 1]
    return events[i] if i < len(events) and events[i].start - at <= _NEAR else None


def _about(passage: Passage, token: Token) -> Iterator[Token]:
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB" and not negated(token):
        yield from _verb(passage, token, lemma)
    elif token.pos_ == "NOUN" and lemma in _TALK:
        for _, noun in prepositions(token, *_ON):
            yield from listed(noun)
    elif lemma in _AGENDA and token.dep_ == "pobj" and token.head.lower_ in ("on", "of", "to"):
        verb = verb_of(token)
        if (
            verb.lemma_ in ("be", "figure", "feature", "stand")
            and not negated(verb)
            and (subject := _subject(verb)) is not None
        ):
            yield from listed(subject)
    elif lemma in _SUBJECT and token.dep_ in ("attr", "pobj") and _is_main(token):
        verb = verb_of(token)
        if verb.lemma_ == "be" and (subject := _subject(verb)) is not None:
            yield from listed(subject)


def _verb(passage: Passage, verb: Token, lemma: str) -> Iterator[Token]:
    if lemma in _DISCUSS:
        if is_passive(verb):
            nouns = objects_of(verb) if verb.dep_ != "relcl" else []
        else:
            nouns = objects_of(verb) if _by_leaders(passage, verb) else []
        yield from (n for noun in nouns for n in listed(noun))
    elif lemma in _SPEAK and _by_leaders(passage, verb) and _together(passage, verb):
        yield from (n for _, noun in prepositions(verb, "about") for n in listed(noun))
    elif lemma in _ABOUT and _by_leaders(passage, verb):
        yield from (n for _, noun in prepositions(verb, "on", "around") for n in listed(noun))
    elif lemma in ("devote", "dedicate") or (lemma == "turn" and _is_event(subject_of(verb))):
        for child in verb.children:
            if child.lower_ == "to":
                yield from (
                    n for noun in child.children if noun.dep_ in ("pobj", "conj") for n in listed(noun)
                )
                yield from (
                    n
                    for other in child.children
                    if other.lower_ == "to"
                    for p in other.children
                    for n in listed(p)
                )
    elif lemma == "come" and any(c.lower_ == "up" for c in verb.children):
        subject = _subject(verb)
        yield from listed(subject) if subject is not None else ()
    elif lemma in ("dominate", "overshadow") and any(_is_event(o) for o in objects_of(verb)):
        subject = agent if (agent := subject_of(verb)) is not None and not is_passive(verb) else None
        yield from listed(subject) if subject is not None else ()
    elif lemma == "exchange" and any(o.lemma_ in ("view", "opinion") for o in objects_of(verb)):
        for at in (verb, *objects_of(verb)):
            yield from (n for _, noun in prepositions(at, "on", "about") for n in listed(noun))


def _subject(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)


def _is_main(noun: Token) -> bool:
    """ "the main topic", "one of the chief subjects", "the focus of the talks"."""
    first = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    if noun.dep_ == "pobj" and first.lower_ not in ("one", "among"):
        return False
    own = {c.lower_ for c in noun.children} | {first.lower_}
    of = any(n.lemma_ in _EVENTS for _, n in prepositions(noun, "of", "at", "in"))
    return bool(own & _MAIN) or of


def _is_event(token: Token | None) -> bool:
    return token is not None and token.lemma_.lower() in _EVENTS | {"debate", "proceedings"}


def _together(passage: Passage, verb: Token) -> bool:
    """Whether several people talk, or one with another: "he spoke about X" alone is a speech."""
    subject = subject_of(verb)
    mention = passage.mention_at.get(subject.i) if subject is not None else None
    several = subject is not None and (
        len(listed(subject)) > 1 or subject.lower_ in _WE or _is_event(subject)
    )
    return (
        several or (mention is not None and mention.plural) or any(True for _ in prepositions(verb, "with"))
    )


def _by_leaders(passage: Passage, verb: Token) -> bool:
    """Whether people or states that the text knows, or the meeting itself, do it."""
    subject = subject_of(verb)
    if subject is None:
        return False
    mention = passage.mention_at.get(subject.i)
    known = mention is not None and mention.kind in _WHO
    return known or _is_event(subject) or subject.lower_ in _WE
