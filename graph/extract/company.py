"""Those who met, put together: one meeting for each guest or one for all, with its place and its day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Finding, Meeting, Status
from summitry.graph.coreference import state_of
from summitry.graph.extract.actors import actor_at, senders
from summitry.graph.extract.arguments import listed, prepositions
from summitry.graph.extract.assuming import assumed
from summitry.graph.extract.consorts import without_consorts
from summitry.graph.extract.event_dates import Dates
from summitry.graph.extract.evidence import finding
from summitry.graph.extract.governors import came_for, set_off_for
from summitry.graph.extract.occasions import CALL, TOPIC, from_afar
from summitry.graph.extract.one_table import as_three, at_one_table, counterparts, met_alone, one_by_one
from summitry.graph.extract.rows import by_state, in_row, own_days, own_place
from summitry.graph.extract.status_words import PREPARES, SOON
from summitry.graph.extract.story import Scene
from summitry.graph.extract.talk_nouns import process
from summitry.graph.extract.terms import others_then
from summitry.graph.extract.twice import second
from summitry.graph.extract.venues import venue
from summitry.graph.extract.when import When
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import MentionKind
from summitry.graph.mentions.reading import Reading

_OFTEN = ("VBD", "VBN", "NNS")  # what may have happened twice: "met", "talks"
_SURE = {"meeting.talk": 0.85, TOPIC: 0.9}  # the less telling sightings of a meeting
_EXCEPT = ("not", "nor", "rather", "without", "except", "instead")
_SIGNS = frozenset("sign ink initial seal".split())
_BESIDE = frozenset("next beside alongside".split())
_OFFICIALS = frozenset("official diplomat negotiator representative envoy delegate".split())
_FOR_ONE = ("including", "among", "notably")
_ONLY = ("only", "just", "merely", "simply", "alone")  # "met not only X but also Y"


@dataclass(frozen=True, slots=True)
class Telling:
    reading: Reading
    when: When
    scene: Scene


def pairs(
    told: Telling, passage: Passage, trigger: Token, ours: list[Entity], groups: list[Token], status: Status, rule: str,
    people_only: bool = False, joint: bool = False,
) -> Iterator[Finding]:  # fmt: skip
    """One meeting for each guest; one for all where the subject alone names them, or the words tell of one."""
    apart, ours = one_by_one(trigger), without_consorts(told.reading, ours)
    if apart and groups and len(ours) > 1:  # "X and Y each called on Z"
        for one in ours:
            yield from pairs(told, passage, trigger, [one], groups, status, rule, people_only, joint)
        return
    if not groups and len(ours) > 1:
        yield from meeting(told, passage, trigger, ours, status, rule, trigger)
    alone = []
    for group in groups:
        apart_by_state = by_state(passage, group) if ours and is_delegation(passage, group) else []
        delegates = _delegates(told, passage, group) if ours and not apart_by_state else []
        alone += apart_by_state
        if len(delegates) > 1:  # "the presidents of A and B, X and Y": together
            yield from meeting(told, passage, trigger, [*ours, *delegates], status, rule, group)
        else:
            alone.append(group)
    named = [n for group in alone for n in (group, *_among(told, passage, group))]
    nouns = [i for n in named for i in listed(n)]
    nouns += [i for i in in_row(told.reading, passage, nouns[-1]) if i not in nouns] if nouns else []
    nouns = [i for i in nouns if not _owns(passage, i)]
    states = not people_only and all(e.kind is EntityKind.STATE for e in ours)
    items = [(i, _guests(told, passage, i, people_only, states)) for i in nouns if not _left_out(i)]
    noted = {g.key for g in without_consorts(told.reading, [g for _, guests in items for g in guests])}
    items = [(i, [g for g in guests if g.key in noted]) for i, guests in items]
    days = own_days(told.reading, passage, nouns)
    if ours and (
        (joint and not apart)
        or (not days and at_one_table(told.reading, passage, trigger, ours, groups, items))
    ):
        together = [g for _, guests in items for g in guests]
        if together:
            yield from meeting(told, passage, trigger, [*ours, *together], status, rule, items[0][0])
        return
    for item, guests in items:
        if guests and ours:
            each = apart or (counterparts(passage, item) and not as_three(trigger))
            for some in [[g] for g in guests] if each else [guests]:  # "rang the two leaders separately"
                people = [*ours, *some]
                yield from meeting(told, passage, trigger, people, status, rule, item, days.get(item.i))


def _owns(passage: Passage, item: Token) -> bool:
    """ "Kenya's X and Chad's Y": a state whose man comes next, which parsers take for a guest."""
    mention = passage.mention_at.get(item.i)
    return (
        mention is not None
        and mention.kind is MentionKind.STATE
        and any(c.tag_ == "POS" for c in item.children)
    )


def _left_out(item: Token) -> bool:
    """ "spoke with X but not with Y", "met X rather than Y"."""
    first = item.left_edge.i
    before = [t.lower_ for t in item.doc[max(item.sent.start, first - 3) : first + 1]]
    return any(word in before for word in _EXCEPT) and not any(word in before for word in _ONLY)


def _bracketed(told: Telling, passage: Passage, group: Token) -> list[Token]:
    """Those named in brackets behind their states: "his counterparts from A (X) and B (Y)"."""
    inside = (t for t in group.subtree if t.dep_ == "appos" and t.doc[t.left_edge.i - 1].text == "(")
    return [t for t in inside if is_person(told.reading, passage, t)]


def is_delegation(passage: Passage, noun: Token) -> bool:
    """ "the envoys of A and B, X and Y": those who are named behind a plural post came together; not some of many,
    "top leaders including X and Y"."""
    mention = passage.mention_at.get(noun.i)
    if any(c.lower_ in _FOR_ONE for at in (noun, noun.head) for c in at.children):
        return False
    return mention is not None and mention.kind is MentionKind.POST and mention.plural


def _delegates(told: Telling, passage: Passage, group: Token) -> list[Entity]:
    """Those whom a plural post of nobody yet known tells by name behind it."""
    if not is_delegation(passage, group) or told.reading.entities(passage.mention_at[group.i]):
        return []
    if _bracketed(told, passage, group):
        return []
    names = [t for t in group.subtree if t.i > group.i and t.dep_ in ("appos", "conj")]
    people = [e for t in names for e in actor_at(told.reading, passage, t) if e.kind is EntityKind.PERSON]
    return list({p.key: p for p in people}.values())


def _among(told: Telling, passage: Passage, group: Token) -> list[Token]:
    """Those named of a number of people: "heads of state, including X and Y", "dissidents, among them X"."""
    if is_person(told.reading, passage, group) and group.tag_ != "NNS":
        return []
    found = []
    for child in (*group.children, *group.head.children, *group.head.head.children):
        if child.dep_ == "prep" and child.i > group.i and child.lower_ in _FOR_ONE:
            found += [n for n in child.children if n.dep_ == "pobj" and n.lower_ != "them"]
    if not is_person(told.reading, passage, group):  # "his counterparts from A (X) and B (Y)"
        found += _bracketed(told, passage, group)
    return list(dict.fromkeys(found))


def _guests(told: Telling, passage: Passage, item: Token, people_only: bool, states: bool) -> list[Entity]:
    found: Iterable[Entity] = actor_at(told.reading, passage, item)
    if states and not found:
        found = officials(told.reading, passage, item)
    return [e for e in found if not people_only or e.kind is EntityKind.PERSON]


def officials(reading: Reading, passage: Passage, noun: Token | None) -> list[Entity]:
    """The state of "Thai officials", "their Thai counterparts"."""
    mention = passage.mention_at.get(noun.i) if noun is not None else None
    if noun is None or noun.tag_ != "NNS" or (mention is None and noun.lemma_.lower() not in _OFFICIALS):
        return []
    if mention is not None and (mention.kind is not MentionKind.POST or reading.entities(mention)):
        return []
    found = senders(reading, passage, noun)
    return list(found) if len(found) == 1 else []


def meeting(
    told: Telling,
    passage: Passage,
    trigger: Token,
    people: list[Entity],
    status: Status,
    rule: str,
    guest: Token,
    day: Dates | None = None,
) -> Iterator[Finding]:
    chosen = list({e.key: e for e in people}.values())
    persons = [e for e in chosen if e.kind is EntityKind.PERSON]
    if persons and len(persons) < len(chosen):
        states = {state_of(told.reading, p) for p in persons}
        chosen = [e for e in chosen if e.kind is EntityKind.PERSON or e.key not in states]
    if len(chosen) < 2:
        return
    place = own_place(told.reading, passage, guest) if guest != trigger else None
    place = place or venue(told.reading, told.scene, passage, trigger, guest)
    dates = day or told.when.of(passage, guest if guest != trigger and _own_time(guest) else trigger, status)
    dates = told.when.one_day(passage, trigger, dates)
    coming = status is Status.ONGOING and came_for(trigger)
    leaving = set_off_for(trigger) and status in (Status.ONGOING, Status.PLANNED)
    if leaving or (coming and (dates.start is None or dates.days_ahead == -1)):
        status, dates = Status.PLANNED, replace(dates, start=None, end=None)  # the day was that of coming
    if others_then(told.reading, passage, trigger, persons, dates.start):
        return
    prepared = trigger.head.lemma_ in PREPARES or any(c.lower_ in SOON for c in trigger.children)
    if status is Status.PLANNED and dates.past and prepared:
        dates = replace(dates, start=None, end=None)  # "met on Thursday to prepare an upcoming meeting"
    if trigger.lemma_ in _SIGNS and rule == "meeting.with" and not (place or dates.start):
        return  # "a treaty signed by X and Y": wherever, one after the other
    if len(persons) < len(chosen) and (persons or not (place or dates.start) or process(trigger)):
        return  # "trade talks with China": work of officials, none that somebody would note
    payload = Meeting(tuple(chosen), place.narrowest if place else None, dates.start, dates.settle(status))
    rule = CALL if place is None and from_afar(trigger) else rule
    sure = _SURE.get(rule, 0.93)
    found = finding(told.reading, passage, trigger, payload, sure, rule, guest)
    yield replace(found, assumed=assumed(trigger, passage.headline), alone=met_alone(trigger))
    if payload.status is Status.OCCURRED and trigger.tag_ in _OFTEN:
        again = second(told.reading, passage, trigger, dates.start)
        if again is not None:
            there = again[1].narrowest if again[1] is not None else payload.place
            more = replace(payload, date=again[0], place=there)
            yield finding(told.reading, passage, trigger, more, sure, rule, guest)


def _own_time(guest: Token) -> bool:
    return guest.dep_ in ("conj", "appos")


def is_person(reading: Reading, passage: Passage, token: Token) -> bool:
    return any(
        e.kind is EntityKind.PERSON for item in listed(token) for e in actor_at(reading, passage, item)
    )


def beside(verb: Token) -> list[Token]:
    """ "standing next to X", "spoke alongside X", "stood side by side with X"."""
    found = []
    for child in verb.children:
        if child.lower_ in _BESIDE:
            to = [c for c in child.children if c.dep_ == "prep" and c.lower_ == "to"]
            found += [n for at in (child, *to) for n in at.children if n.dep_ == "pobj"]
        elif child.lower_ in ("side", "together") or (child.dep_ == "npadvmod" and child.lower_ == "side"):
            found += [n for _, n in prepositions(child, "with")]
    return found
