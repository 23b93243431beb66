"""How sure a fact is: the share of right ones among those of its class that were found, on one scale for all rules.

What the figure promises: of the facts given `SURE` (0.9) or more, at least 95 % are right. A rule whose share is lower stays
below 0.9, however near it comes; what falls below `STATED` is not stated. The counts are of the texts that rules are tuned on, the
sample corpus, and 330 news pages and retellings of such pages of 2009 to 2023 whose facts others judged, most of them before any
rule had met them; `python tests/benchmarks/certainty.py GOLD ...` counts anew, and `summitry evaluate` says how the promise is kept
on any gold. The finders' own figures only rank sightings of one event.
"""

from __future__ import annotations

from dataclasses import replace

from summitry.graph.claims import EntityKind, Finding, Meeting, Status, Summit, Visit

SURE = 0.9
STATED = (
    0.63  # what is less sure is of a class of which about every second fact proved wrong, and is not stated
)
_PROMISED = 0.95
_BELOW = 0.89
# A rule begins with twenty facts at this share: a few right ones prove little, and on texts that it was not tuned on it does worse.
_PRIOR, _WEIGHT = 0.85, 20.0
_UNMEASURED = 0.8  # the most that a rule without counts may say
_UNDATED = 0.75  # an event that no time is told of is right that much more seldom
_SEVERAL = 2
_LEAST, _MOST = 0.3, 0.99

MEASURED: dict[str, tuple[int, int]] = {
    "action": (32, 39),
    "action.parse": (17, 19),
    "arms": (17, 17),
    "arms.more": (1, 1),
    "arms.parse": (60, 67),
    "base": (22, 24),
    "base.known": (54, 55),
    "base.near": (23, 27),
    "base.parse": (7, 10),
    "base.troops": (20, 21),
    "border": (2, 3),
    "border.another": (2, 2),
    "border.measured": (44, 44),
    "border.parse": (3, 3),
    "meeting.meet": (80, 89),
    "meeting.meet undated": (56, 73),
    "meeting.noun": (96, 120),
    "meeting.noun undated": (48, 66),
    "meeting.receive": (49, 67),
    "meeting.receive undated": (9, 11),
    "meeting.talk": (28, 30),
    "meeting.talk undated": (7, 12),
    "meeting.with": (94, 110),
    "meeting.with undated": (18, 28),
    "membership.acceding": (20, 22),
    "membership.applicant": (22, 24),
    "membership.former": (17, 20),
    "membership.list": (83, 83),
    "membership.member": (284, 298),
    "membership.observer": (46, 46),
    "membership.suspended": (23, 24),
    "office.beside": (213, 246),
    "office.chairing": (3, 4),
    "office.heading": (1, 1),
    "office.known": (1697, 1713),
    "office.resolved": (83, 86),
    "office.stated": (21, 23),
    "office.succession": (1, 1),
    "relation.ally": (40, 47),
    "relation.does_not_recognise": (57, 58),
    "relation.kin": (29, 31),
    "relation.recognises": (140, 150),
    "relation.strategic_partner": (29, 31),
    "statement": (204, 213),
    "summit.arrival": (15, 19),
    "summit.arrival undated": (1, 3),
    "summit.noun": (130, 180),
    "summit.noun attended": (7, 9),
    "summit.noun undated": (10, 26),
    "topic": (26, 32),
    "treaty.not_ratified": (34, 34),
    "treaty.ratified": (20, 22),
    "treaty.signed": (45, 47),
    "treaty.unnamed": (71, 83),
    "treaty.withdrew": (17, 19),
    "visit.attend": (9, 9),
    "visit.attend undated": (2, 2),
    "visit.beside": (3, 3),
    "visit.beside undated": (1, 3),
    "visit.direct": (58, 67),
    "visit.direct undated": (18, 21),
    "visit.expected": (15, 16),
    "visit.expected undated": (2, 3),
    "visit.guest": (2, 2),
    "visit.guest undated": (1, 1),
    "visit.host": (17, 24),
    "visit.host undated": (7, 7),
    "visit.move": (210, 238),
    "visit.move undated": (92, 115),
    "visit.noun": (53, 64),
    "visit.noun undated": (28, 39),
    "visit.origin": (4, 6),
    "visit.origin undated": (4, 5),
    "visit.scene": (2, 2),
    "visit.scene undated": (0, 1),
    "visit.speak": (41, 44),
    "visit.speak undated": (4, 8),
    "visit.stay": (60, 62),
    "visit.stay undated": (20, 30),
    "visit.taken": (7, 7),
    "visit.taken undated": (12, 15),
    "visit.way": (2, 2),
    "warrant": (26, 31),
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
    if isinstance(event, Summit) and _attended(event):
        return f"{found.rule} attended"
    return f"{found.rule} undated"


def _attended(summit: Summit) -> bool:
    """Whether a summit is told of by those who came, which says as much as a day does."""
    return sum(e.kind is EntityKind.PERSON for e in summit.attendees) >= _SEVERAL


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
