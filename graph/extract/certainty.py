"""How sure a fact is: the share of right ones among those of its class that were found, on one scale for all rules.

What the figure promises: of the facts given `SURE` (0.9) or more, at least 95 % are right. A rule whose share is lower stays
below 0.9, however near it comes; what falls below `STATED` is not stated. The counts are of the texts that rules are tuned on, the
sample corpus, and 330 news pages and retellings of such pages of 2009 to 2023 whose facts others judged, most of them before any
rule had met them; `python tests/benchmarks/certainty.py GOLD ...` counts anew, and `summitry evaluate` says how the promise is kept
on any gold. The finders' own figures only rank sightings of one event.
"""

from __future__ import annotations

from dataclasses import replace

from summitry.graph.claims import Finding, Meeting, Status, Summit, Visit

SURE = 0.9
STATED = 0.5  # what is less sure is more often wrong than right, and is not stated
_PROMISED = 0.95
_BELOW = 0.89
# A rule begins with twenty facts at this share: a few right ones prove little, and on texts that it was not tuned on it does worse.
_PRIOR, _WEIGHT = 0.85, 20.0
_UNMEASURED = 0.8  # the most that a rule without counts may say
_UNDATED = 0.75  # an event that no time is told of is right that much more seldom
_LEAST, _MOST = 0.3, 0.99

MEASURED: dict[str, tuple[int, int]] = {
    "action": (32, 39),
    "action.parse": (7, 11),
    "arms": (32, 32),
    "arms.more": (1, 1),
    "arms.parse": (27, 30),
    "base": (20, 24),
    "base.near": (22, 30),
    "base.parse": (7, 10),
    "base.troops": (21, 23),
    "border": (35, 37),
    "border.another": (2, 2),
    "border.parse": (4, 4),
    "meeting.meet": (80, 92),
    "meeting.meet undated": (58, 91),
    "meeting.noun": (94, 129),
    "meeting.noun undated": (49, 77),
    "meeting.receive": (49, 73),
    "meeting.receive undated": (9, 13),
    "meeting.talk": (27, 35),
    "meeting.talk undated": (7, 12),
    "meeting.with": (84, 100),
    "meeting.with undated": (19, 31),
    "membership.acceding": (19, 21),
    "membership.applicant": (16, 19),
    "membership.former": (16, 19),
    "membership.list": (94, 94),
    "membership.member": (263, 283),
    "membership.observer": (29, 29),
    "membership.suspended": (22, 22),
    "office.beside": (218, 286),
    "office.chairing": (3, 4),
    "office.known": (1692, 1710),
    "office.resolved": (82, 89),
    "office.stated": (21, 23),
    "office.succession": (2, 2),
    "relation.ally": (40, 47),
    "relation.does_not_recognise": (56, 57),
    "relation.kin": (21, 25),
    "relation.recognises": (131, 143),
    "relation.strategic_partner": (29, 31),
    "statement": (203, 213),
    "summit.arrival": (15, 20),
    "summit.arrival undated": (1, 3),
    "summit.noun": (128, 178),
    "summit.noun undated": (10, 39),
    "topic": (26, 32),
    "treaty.not_ratified": (34, 34),
    "treaty.ratified": (20, 22),
    "treaty.signed": (45, 47),
    "treaty.unnamed": (70, 82),
    "treaty.withdrew": (17, 19),
    "visit.attend": (8, 8),
    "visit.attend undated": (2, 2),
    "visit.beside": (3, 4),
    "visit.beside undated": (1, 2),
    "visit.direct": (56, 71),
    "visit.direct undated": (19, 30),
    "visit.expected": (15, 16),
    "visit.expected undated": (2, 3),
    "visit.guest": (2, 2),
    "visit.guest undated": (1, 1),
    "visit.host": (17, 26),
    "visit.host undated": (7, 8),
    "visit.move": (210, 244),
    "visit.move undated": (94, 123),
    "visit.noun": (47, 63),
    "visit.noun undated": (27, 40),
    "visit.scene": (2, 3),
    "visit.scene undated": (0, 3),
    "visit.speak": (40, 43),
    "visit.speak undated": (4, 8),
    "visit.stay": (58, 59),
    "visit.stay undated": (21, 33),
    "visit.taken": (7, 7),
    "visit.taken undated": (12, 15),
    "visit.way": (2, 2),
    "warrant": (17, 21),
    "warrant.again": (3, 3),
}
"""Class of findings -> how many of them were right, and how many were found."""


def class_of(found: Finding) -> str:
    """The class that a finding is counted in: its rule's, apart for events that nothing dates."""
    event = found.payload
    if not isinstance(event, Visit | Meeting | Summit) or event.date or event.status is Status.CANCELLED:
        return found.rule
    if isinstance(event, Summit) and event.status is Status.PLANNED and (event.place or event.attendees):
        return found.rule  # the day may not be known yet
    return f"{found.rule} undated"


def calibrated(found: Finding) -> Finding:
    """The finding with the certainty that its class has earned."""
    name = class_of(found)
    prior = _PRIOR * (_UNDATED if name != found.rule else 1)
    right, all_ = MEASURED.get(name, (0, 0))
    share = (right + prior * _WEIGHT) / (all_ + _WEIGHT)
    if not all_:
        share = min(found.certainty, _UNMEASURED, share)
    sure = share if share >= _PROMISED else min(share, _BELOW)
    return replace(found, certainty=round(min(max(sure, _LEAST), _MOST), 2))
