"""Guests of a ceremony that an earlier sentence told of: "Leaders came to Rome for the funeral. Among them were A and B."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Evidence, Finding, Status, Visit
from summitry.graph.coreference import role_of, state_of
from summitry.graph.extract.arguments import is_passive, subject_of, verb_of
from summitry.graph.extract.denial import negated
from summitry.graph.extract.event_dates import Dates
from summitry.graph.extract.evidence import finding
from summitry.graph.extract.lineup import PEOPLE
from summitry.graph.extract.localities import Place
from summitry.graph.extract.places import place_at, places_of
from summitry.graph.extract.presence import presences
from summitry.graph.extract.sentences import templates
from summitry.graph.extract.status import status_of
from summitry.graph.extract.template import Template
from summitry.graph.extract.together import together
from summitry.graph.extract.travel import Telling
from summitry.graph.extract.whereabouts import RESIDENT
from summitry.graph.mentions.model import MentionKind

_CEREMONIES = frozenset(
    "inauguration funeral burial coronation enthronement wedding parade celebration commemoration swearing requiem jubilee".split()
)
_OPENINGS = frozenset("opening closing memorial farewell investiture handover".split())  # of a "ceremony"
_DONE = frozenset(
    "bury swear inaugurate crown inter cremate enthrone".split()
)  # "was sworn in", "was buried"
_OTHERS = re.compile(
    r"(?i)\b(?:summit|conference|forum|talks|meetings?|session|last (?:year|month)|previous)\b"
)
_COME = frozenset("gather assemble converge arrive come travel fly flock descend".split())
_WHERE = ("in", "to", "on", "into", "at")
_REACH = 1_500  # characters between a ceremony and its guests
_SURE, _RULE = 0.85, "visit.attend"
_NOUNS = (
    r"(?:guests?|dignitaries|mourners|leaders|heads|presidents|ministers|monarchs|royals|arrivals|attendees|participants|statesmen|"
    r"others|those|them|them all|delegations|delegates|visitors|officials)"
)
_BE = r"(?:are|is|were|was|will be|included?|includes|comprised?)"
_LEAD = r"(?:(?:also|the|both|former|presidents|prime|ministers|king|queen) ){0,4}"
_LISTS = (
    re.compile(rf"(?i)\bamong (?:(?:the|those|other) )?(?:[\w-]+ ){{0,4}}{_NOUNS}\b[^.;:⟪]{{0,70}}? {_BE} {_LEAD}(?P<who>⟪\d+⟫)"),
    re.compile(rf"(?i)^(?:the |other |many )?(?:(?:they|⟪\d+⟫)(?: also)? included?|(?:[\w-]+ ){{0,3}}{_NOUNS}(?: [^.;:⟪,]{{0,50}}?)? {_BE}) {_LEAD}(?P<who>⟪\d+⟫)"),
    re.compile(rf"(?i)(?P<who>⟪\d+⟫) (?:are|is|were|was|will be) (?:also )?among (?:the |those )?(?:[\w-]+ ){{0,3}}{_NOUNS}\b"),
    re.compile(rf"(?i)\bdelegation(?: from ⟪\d+⟫)? (?:is|was|is being|will be)? ?(?:led|headed) by {_LEAD}(?P<who>⟪\d+⟫)"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Ceremony:
    place: Place
    dates: Dates
    status: Status
    end: int  # of the sentence that tells of it


def guests(told: Telling) -> Iterator[Finding]:
    """The visits of those whom an article names as guests of the ceremony, or among the arrivals, that it told of last."""
    ceremony: _Ceremony | None = None
    for sentence in templates(told.reading):
        new = _told(told, sentence)
        if new is not None:
            ceremony = new
        elif ceremony is not None and _OTHERS.search(sentence.text):
            ceremony = None
        if ceremony is None or sentence.pieces[0].start - ceremony.end > _REACH:
            continue
        own = told.when.inside(sentence.pieces[0].start, sentence.pieces[-1].end)
        day = ceremony.dates if own.start is None or new is not None else own
        for people, evidence in _named(sentence, day == ceremony.dates):
            for person in people:
                if _from_abroad(told, person, ceremony.place):
                    yield _visit(told, sentence, replace(ceremony, dates=day), person, evidence)


def _told(told: Telling, sentence: Template) -> _Ceremony | None:
    """The ceremony, or the coming of leaders, that a sentence tells with its place."""
    for token in sentence.sentence:
        if not _held(token) and not _crowd(token):
            continue
        place = _place(told, sentence, token)
        status = status_of(token, sentence.passage.headline)
        if place is not None and status not in (None, Status.CANCELLED):
            dates = told.when.of(sentence.passage, token, status)
            return _Ceremony(place, dates, dates.settle(status), sentence.pieces[-1].end)
    return None


def _held(token: Token) -> bool:
    """ "the funeral", "the opening ceremony", "was sworn in"."""
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB":
        return lemma in _DONE and is_passive(token)
    opened = lemma == "ceremony" and any(c.lower_ in _OPENINGS for c in token.children)
    return token.pos_ in ("NOUN", "PROPN") and (opened or lemma in _CEREMONIES)


def _crowd(verb: Token) -> bool:
    """ "Leaders have arrived", "twenty presidents are in Rome": people whom the sentence does not name come somewhere."""
    if verb.lemma_ not in _COME | {"be"} or verb.pos_ not in ("VERB", "AUX") or negated(verb):
        return False
    subject = subject_of(verb)
    return subject is not None and subject.tag_ == "NNS" and subject.lemma_.lower() in PEOPLE


def _place(told: Telling, sentence: Template, token: Token) -> Place | None:
    """Where a ceremony is held, or a crowd comes to: the one city of the sentence, else the state named with it."""
    reading, passage = told.reading, sentence.passage
    verb = token if token.pos_ in ("VERB", "AUX") else verb_of(token)
    near = [p for t in dict.fromkeys((token, verb)) for p in places_of(reading, passage, t, *_WHERE)]
    if near or token == verb:
        return near[0] if near else None
    named = [
        t
        for t in sentence.sentence
        if (m := passage.mention_at.get(t.i)) is not None
        and m.kind is MentionKind.CITY
        and t.head.lower_ in _WHERE
    ]
    found = [p for t in named if (p := place_at(reading, passage, t)) is not None]
    if not found:
        return told.where.scene.filed
    return found[0] if len({p.narrowest for p in found}) == 1 else None


def _named(sentence: Template, of_the_day: bool) -> Iterator[tuple[tuple[Entity, ...], Evidence]]:
    """Those whom a sentence names as guests; of other days than the ceremony's only those of a list."""
    for said in presences(sentence) if of_the_day else ():
        if not (said.absent or said.loose or said.listed or said.place):
            yield said.people, said.evidence
    for view in sentence.views:
        marked = together(view)
        for pattern in _LISTS:
            for match in pattern.finditer(marked.text):
                yield tuple(marked.people(match.group("who"))), marked.evidence(match)


def _from_abroad(told: Telling, person: Entity, place: Place) -> bool:
    """Whether somebody is known to be at home elsewhere, and not posted where he is."""
    home = state_of(told.reading, person) if person.kind is EntityKind.PERSON else None
    here = place.state is not None and place.state.key == home
    return home is not None and not here and role_of(told.reading, person) not in RESIDENT


def _visit(told: Telling, sentence: Template, ceremony: _Ceremony, person: Entity, at: Evidence) -> Finding:
    place, dates = ceremony.place, ceremony.dates
    payload = Visit(person, place.state, place.city, dates.start, dates.end, ceremony.status)
    made = finding(told.reading, sentence.passage, sentence.sentence.root, payload, _SURE, _RULE)
    return replace(made, evidence=(at,))
