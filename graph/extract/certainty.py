"""How sure a fact is: the share of right ones among those of its class that were found, on one scale for all rules.

What the figure promises: of the facts given `SURE` (0.9) or more, at least 95 % are right. A rule whose share is lower stays
below 0.9, however near it comes; what falls below `STATED` is not stated. The counts are of the texts that rules are tuned on, the
sample corpus, and 600 news pages and retellings of such pages of 2009 to 2023 whose facts others judged, most of them before any
rule had met them; `python tests/benchmarks/certainty.py GOLD ...` counts anew, and `summitry evaluate` says how the promise is kept
on any gold. The finders' own figures only rank sightings of one event.
"""

from __future__ import annotations

from dataclasses import replace

from summitry.graph.claims import EntityKind, Finding, Meeting, Status, Summit, Visit
from summitry.graph.extract.occasions import TOPIC

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
_LEAD = 400  # characters in which an article says what it is about
_COUNTED_AS = {TOPIC: "meeting.with"}
_APART = (" undated", " attended")  # the classes of what has no day
_LEAST, _MOST = 0.3, 0.99

MEASURED: dict[str, tuple[int, int]] = {
    "action": (35, 43),
    "action.parse": (17, 22),
    "arms": (17, 19),
    "arms.more": (1, 1),
    "arms.parse": (63, 76),
    "base": (25, 29),
    "base.known": (56, 57),
    "base.near": (26, 31),
    "base.parse": (12, 17),
    "base.troops": (20, 21),
    "border": (3, 4),
    "border.another": (2, 2),
    "border.measured": (48, 48),
    "border.parse": (4, 5),
    "meeting.meet": (125, 149),
    "meeting.meet undated": (113, 147),
    "meeting.noun": (134, 177),
    "meeting.noun undated": (96, 134),
    "meeting.receive": (52, 70),
    "meeting.receive undated": (15, 18),
    "meeting.talk": (29, 31),
    "meeting.talk undated": (7, 12),
    "meeting.with": (99, 119),
    "meeting.with undated": (29, 44),
    "membership.acceding": (22, 24),
    "membership.applicant": (22, 25),
    "membership.former": (17, 20),
    "membership.list": (93, 93),
    "membership.member": (386, 411),
    "membership.observer": (53, 54),
    "membership.suspended": (27, 32),
    "office.beside": (312, 369),
    "office.chairing": (3, 4),
    "office.heading": (1, 1),
    "office.known": (2409, 2428),
    "office.resolved": (145, 149),
    "office.stated": (26, 33),
    "office.succession": (1, 1),
    "relation.ally": (55, 66),
    "relation.does_not_recognise": (62, 63),
    "relation.kin": (38, 43),
    "relation.recognises": (155, 168),
    "relation.strategic_partner": (35, 37),
    "statement": (204, 213),
    "summit.arrival": (15, 20),
    "summit.arrival undated": (1, 3),
    "summit.noun": (150, 228),
    "summit.noun undated": (10, 26),
    "topic": (26, 32),
    "treaty.not_ratified": (39, 39),
    "treaty.ratified": (26, 31),
    "treaty.signed": (53, 57),
    "treaty.unnamed": (77, 99),
    "treaty.withdrew": (17, 19),
    "visit.attend": (12, 12),
    "visit.attend undated": (3, 3),
    "visit.been": (41, 41),
    "visit.been undated": (14, 16),
    "visit.beside": (3, 3),
    "visit.beside undated": (1, 3),
    "visit.direct": (98, 113),
    "visit.direct undated": (47, 57),
    "visit.expected": (15, 16),
    "visit.expected undated": (2, 3),
    "visit.guest": (2, 2),
    "visit.guest undated": (2, 4),
    "visit.host": (18, 26),
    "visit.host undated": (8, 10),
    "visit.move": (266, 303),
    "visit.move undated": (152, 184),
    "visit.noun": (84, 107),
    "visit.noun undated": (61, 86),
    "visit.origin": (4, 6),
    "visit.origin undated": (4, 5),
    "visit.scene": (2, 2),
    "visit.scene undated": (0, 1),
    "visit.speak": (42, 46),
    "visit.speak undated": (4, 8),
    "visit.stay": (22, 25),
    "visit.stay undated": (7, 19),
    "visit.taken": (7, 12),
    "visit.taken undated": (17, 20),
    "visit.way": (2, 2),
    "warrant": (30, 36),
    "warrant.again": (3, 3),
}
"""Class of findings -> how many of them were right, and how many were found."""


def class_of(found: Finding, today: str | None = None) -> str:
    """The class that a finding is counted in: its rule's, apart for events that nothing dates; `today` is the article's own day."""
    event, rule = found.payload, _COUNTED_AS.get(found.rule, found.rule)
    if not isinstance(event, Visit | Meeting | Summit) or event.date or event.status is Status.CANCELLED:
        return rule
    if isinstance(event, Summit) and event.status is Status.PLANNED and (event.place or event.attendees):
        return rule  # the day may not be known yet
    if isinstance(event, Summit) and (_attended(event) or (today is None and _told(found, event))):
        return f"{rule} attended"
    return f"{rule} undated"


def _attended(summit: Summit) -> bool:
    """Whether a summit is told of by those who came, which says as much as a day does."""
    return sum(e.kind is EntityKind.PERSON for e in summit.attendees) >= _SEVERAL


def _told(found: Finding, summit: Summit) -> bool:
    """Whether a summit is told of at first, more than once, or with somebody; an article without a day of its own can give it none."""
    led = found.evidence[0].start < _LEAD and summit.organisation is not None
    return led or bool(summit.attendees or summit.absentees) or len(found.evidence) >= _SEVERAL


def calibrated(found: Finding, today: str | None = None) -> Finding:
    """The finding with the certainty that its class has earned; `today` is the article's own day."""
    name = class_of(found, today)
    prior = _PRIOR * (_UNDATED if name.endswith(_APART) else 1)
    right, all_ = MEASURED.get(name, (0, 0))
    share = (right + prior * _WEIGHT) / (all_ + _WEIGHT)
    if not all_:
        share = min(found.certainty, _UNMEASURED, share)
    sure = share if share >= _PROMISED else min(share, _BELOW)
    return replace(found, certainty=round(min(max(sure, _LEAST), _MOST), 2))
