"""Who met whom: meetings, talks and calls, told by verbs or by nouns."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Finding, Meeting, Status
from summitry.graph.coreference import state_of
from summitry.graph.extract.arguments import (
    actor_at, actors_at, agent_of, is_passive, listed, objects_of, owner_of, prepositions, subject_of, verb_of,
)  # fmt: skip
from summitry.graph.extract.evidence import finding
from summitry.graph.extract.places import Place, place_at, places_of
from summitry.graph.extract.status import status_of
from summitry.graph.extract.when import When
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import MentionKind
from summitry.graph.mentions.reading import Reading

_MEET = frozenset("meet confer huddle".split())
_TALK = frozenset("talk speak negotiate consult sit phone telephone call dine lunch".split())
_HOST = frozenset("receive host welcome".split())
_NOUNS = frozenset("meeting talk discussion negotiation conversation consultation call dinner lunch audience encounter tete-a-tete "
                   "dialogue summit".split())  # fmt: skip
_HOLD = frozenset("hold have conduct start begin open continue conclude end finish resume wrap enter kick plan schedule expect attend "
                  "join leave lead launch arrange".split())  # fmt: skip


def find(reading: Reading) -> Iterator[Finding]:
    """The meetings that an article states."""
    when = When(reading)
    for passage, sentence in reading.sentences():
        for token in sentence:
            if token.pos_ == "VERB":
                yield from _verb(reading, when, passage, token)
            elif token.pos_ == "NOUN" and token.lemma_.lower() in _NOUNS:
                yield from _noun(reading, when, passage, token)


def _verb(reading: Reading, when: When, passage: Passage, verb: Token) -> Iterator[Finding]:
    lemma = verb.lemma_.lower()
    if lemma in _MEET:
        yield from _met(reading, when, passage, verb, "meeting.meet")
    elif lemma in _TALK and (lemma != "call" or any(True for _ in prepositions(verb, "with"))):
        if lemma in ("sit", "speak", "talk", "phone", "telephone", "negotiate", "confer", "consult", "dine", "lunch"):
            yield from _met(reading, when, passage, verb, "meeting.talk")
    elif lemma in _HOST:
        yield from _received(reading, when, passage, verb)


def _met(reading: Reading, when: When, passage: Passage, verb: Token, rule: str) -> Iterator[Finding]:
    status = status_of(verb, passage.headline)
    subject = subject_of(verb)
    if status is None or subject is None:
        return
    ours = actors_at(reading, passage, subject)
    groups = [o for o in objects_of(verb)] if verb.lemma_ in ("meet", "phone", "telephone") else []
    groups += [n for w, n in prepositions(verb, "with")]
    if verb.lemma_ in ("speak", "talk"):
        groups += [n for _, n in prepositions(verb, "to")] if rule == "meeting.meet" or _by_phone(verb) else []
    yield from _pairs(reading, when, passage, verb, ours, groups, status, rule)
    if groups and verb.lemma_ == "meet":
        yield from _chain(reading, when, passage, verb, ours, groups[-1], status)


def _chain(
    reading: Reading, when: When, passage: Passage, verb: Token, ours: list[Entity], first: Token, status: Status
) -> Iterator[Finding]:
    """"met A in B in June, C in D in December, then E in F": the guests behind the first, each with a place of his own.

    Parsers lose such lists, so they are read from left to right: a name, "in", a place.
    """
    done = {t.i for t in listed(first)}
    end = verb.sent.end
    for i in range(first.i + 1, end - 2):
        mention = passage.mention_at.get(i)
        if mention is None or mention.kind is not MentionKind.PERSON or i in done:
            continue
        token, doc = passage.doc[i], passage.doc
        if doc[i + 1].lower_ != "in" or not _begins_item(passage, first, i):
            return
        place = place_at(reading, passage, doc[i + 2])
        if place is None:
            return
        stop = next((k for k in range(i + 3, end) if doc[k].text in (",", ";", ".") or doc[k].lower_ in ("and", "then")), end)
        dates = when.within(passage, i, stop)
        people = [*ours, *reading.entities(mention)]
        if len({p.key for p in people}) > 1:
            payload = Meeting(tuple({p.key: p for p in people}.values()), place.narrowest, dates.start, dates.settle(status))
            yield finding(reading, passage, token, payload, 0.9, "meeting.chain", doc[i + 2])


def _begins_item(passage: Passage, first: Token, i: int) -> bool:
    """Whether only a comma, "and", "then" or an article stands before the name."""
    before = passage.doc[i - 1]
    if before.lower_ in ("the", "with"):
        before = passage.doc[i - 2]
    return before.text == "," or before.lower_ in ("and", "then")


def _by_phone(verb: Token) -> bool:
    return any(n.lemma_ in ("phone", "telephone", "videoconference", "video") for _, n in prepositions(verb, "by", "on", "over", "via"))


def _received(reading: Reading, when: When, passage: Passage, verb: Token) -> Iterator[Finding]:
    """"Xi received Putin": both are people, of different states."""
    status = status_of(verb, passage.headline)
    subject = agent_of(verb) if is_passive(verb) else subject_of(verb)
    if status is None or subject is None:
        return
    hosts = actors_at(reading, passage, subject, people_only=True)
    groups = objects_of(verb)
    yield from _pairs(reading, when, passage, verb, hosts, groups, status, "meeting.receive", people_only=True)


def _noun(reading: Reading, when: When, passage: Passage, noun: Token) -> Iterator[Finding]:
    if noun.lemma_.lower() == "summit" and not list(prepositions(noun, "with", "between")):
        return
    status = status_of(noun, passage.headline)
    if status is None:
        return
    groups = [n for _, n in prepositions(noun, "with")]
    between = [n for _, n in prepositions(noun, "between", "among")]
    verb = verb_of(noun)
    if not groups and verb != noun and noun.dep_ in ("dobj", "pobj") and verb.lemma_ in _HOLD:
        groups = [n for _, n in prepositions(verb, "with")]
    ours = owner_of(reading, passage, noun)
    if between:
        ours = [a for n in between for a in actors_at(reading, passage, n)]
    elif not ours and verb != noun and (noun.dep_ in ("dobj", "attr") or noun.dep_ == "pobj" and verb.lemma_ in ("enter", "sit", "leave", "arrive", "gather", "meet")):
        subject = subject_of(verb) if verb.lemma_ in _HOLD or verb.lemma_ in ("arrive", "gather") else None
        ours = actors_at(reading, passage, subject) if subject is not None else []
    elif not ours and groups:
        ours = _absent_subject(reading, passage, noun)
    yield from _pairs(reading, when, passage, noun, ours, groups, status, "meeting.noun")


def _absent_subject(reading: Reading, passage: Passage, noun: Token) -> list[Entity]:
    """"Meetings with X and Y are also planned": whose, the text has just said - its last subject."""
    last: list[Entity] = []
    for other in reading.passages:
        for i in sorted(other.mention_at):
            mention = other.mention_at[i]
            if mention.start >= passage.starts[noun.i]:
                return last
            if other.doc[i].dep_ in ("nsubj", "nsubjpass"):
                people = [e for e in reading.entities(mention) if e.kind is EntityKind.PERSON]
                verb = verb_of(other.doc[i])
                if people and verb.lemma_ not in ("say", "add", "tell", "announce", "note"):
                    last = people
    return last


def _pairs(
    reading: Reading, when: When, passage: Passage, trigger: Token, ours: list[Entity], groups: list[Token], status: Status, rule: str,
    people_only: bool = False,
) -> Iterator[Finding]:  # fmt: skip
    """One meeting for each guest of another state; one for all where the subject alone names them."""
    if not groups:
        if len(ours) > 1:
            yield from _meeting(reading, when, passage, trigger, ours, status, rule, trigger)
        return
    for group in groups:
        for item in listed(group):
            guests = _item_actors(reading, passage, item, people_only)
            if guests and ours:
                yield from _meeting(reading, when, passage, trigger, [*ours, *guests], status, rule, item)


def _item_actors(reading: Reading, passage: Passage, item: Token, people_only: bool) -> list[Entity]:
    return [e for e in actor_at(reading, passage, item) if not people_only or e.kind is EntityKind.PERSON]


def _meeting(
    reading: Reading, when: When, passage: Passage, trigger: Token, people: list[Entity], status: Status, rule: str, guest: Token
) -> Iterator[Finding]:
    chosen = list({e.key: e for e in people}.values())
    persons = [e for e in chosen if e.kind is EntityKind.PERSON]
    if persons and len(persons) < len(chosen):
        states = {state_of(reading, p) for p in persons}
        chosen = [e for e in chosen if e.kind is EntityKind.PERSON or e.key not in states]
    if len(chosen) < 2:
        return
    place = _place(reading, passage, trigger, guest)
    dates = when.of(passage, guest if guest != trigger and _own_time(guest) else trigger, status)
    status = dates.settle(status)
    payload = Meeting(tuple(chosen), place.narrowest if place else None, dates.start, status)
    yield finding(reading, passage, trigger, payload, 0.93 if rule != "meeting.talk" else 0.85, rule, guest)


def _own_time(guest: Token) -> bool:
    return guest.dep_ in ("conj", "appos")


def _place(reading: Reading, passage: Passage, trigger: Token, guest: Token) -> Place | None:
    for token in (guest, trigger, verb_of(trigger)):
        if token == guest and guest != trigger or token != guest:
            for place in places_of(reading, passage, token, "in", "at"):
                return place
    for child in verb_of(trigger).children:
        if child.dep_ == "prep" and child.lower_ in ("on", "during") and child.head is verb_of(trigger):
            for noun in child.children:
                for place in places_of(reading, passage, noun, "in", "at", "to"):
                    return place
    return None
