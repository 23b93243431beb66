"""How sure a fact is: the share of right ones among those that its rule has found, on one scale for all rules.

What the figure promises: of the facts given `SURE` (0.9) or more, at least 95 % are right. A rule whose share is lower stays
below 0.9, however near it comes. The counts are of the development texts, the sample corpus and 36 real news pages of
2010 to 2023 with gold facts of our own; `python tests/benchmarks/certainty.py GOLD ...` counts anew, and
`summitry evaluate` says how the promise is kept on any gold. The finders' own figures only rank sightings of one event.
"""

from __future__ import annotations

from dataclasses import replace

from summitry.graph.claims import Finding, Meeting, Status, Visit

SURE = 0.9
_PROMISED = 0.95
_BELOW = 0.89
_PRIOR, _WEIGHT = 0.85, 8.0  # a rule begins with eight facts at this share: a few right ones prove little
_UNMEASURED = 0.8  # the most that a rule without counts may say
_UNDATED = 0.75  # an event that happened at no time that the text tells is right that much more seldom
_LEAST, _MOST = 0.3, 0.99

MEASURED: dict[str, tuple[int, int]] = {
    "action": (15, 17),
    "arms": (16, 16),
    "arms.more": (1, 1),
    "base": (10, 10),
    "base.near": (17, 18),
    "base.troops": (8, 8),
    "border": (16, 17),
    "border.another": (2, 2),
    "meeting.meet": (35, 42),
    "meeting.noun": (35, 41),
    "meeting.receive": (23, 28),
    "meeting.talk": (16, 18),
    "meeting.with": (24, 25),
    "membership.acceding": (9, 10),
    "membership.applicant": (8, 8),
    "membership.former": (3, 3),
    "membership.list": (9, 9),
    "membership.member": (99, 100),
    "membership.observer": (14, 15),
    "membership.suspended": (12, 12),
    "office.beside": (487, 505),
    "office.resolved": (11, 13),
    "office.stated": (3, 4),
    "relation.ally": (5, 6),
    "relation.does_not_recognise": (15, 16),
    "relation.kin": (4, 4),
    "relation.recognises": (38, 40),
    "relation.strategic_partner": (10, 10),
    "statement": (106, 113),
    "summit.arrival": (5, 6),
    "summit.noun": (58, 65),
    "topic": (14, 19),
    "treaty.not_ratified": (14, 14),
    "treaty.ratified": (7, 7),
    "treaty.signed": (9, 9),
    "treaty.unnamed": (8, 11),
    "treaty.withdrew": (8, 8),
    "visit.attend": (3, 3),
    "visit.direct": (8, 8),
    "visit.expected": (6, 7),
    "visit.guest": (2, 2),
    "visit.host": (8, 8),
    "visit.move": (57, 73),
    "visit.noun": (13, 15),
    "visit.scene": (2, 2),
    "visit.speak": (5, 5),
    "visit.stay": (21, 25),
    "visit.taken": (7, 7),
    "warrant": (5, 8),
}
"""Rule -> how many of its facts were right, and how many it found."""


def calibrated(found: Finding) -> Finding:
    """The finding with the certainty that its rule has earned."""
    right, all_ = MEASURED.get(found.rule, (0, 0))
    share = (right + _PRIOR * _WEIGHT) / (all_ + _WEIGHT)
    if not all_:
        share = min(found.certainty, _UNMEASURED)
    if _is_vague(found):
        share *= _UNDATED
    sure = share if share >= _PROMISED else min(share, _BELOW)
    return replace(found, certainty=round(min(max(sure, _LEAST), _MOST), 2))


def _is_vague(found: Finding) -> bool:
    """Whether it is a visit or a meeting that took place, and nothing says when."""
    event = found.payload
    return isinstance(event, Visit | Meeting) and event.status is Status.OCCURRED and event.date is None
