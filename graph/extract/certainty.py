"""How sure a fact is: the share of right ones among those that its rule has found, on one scale for all rules.

What the figure promises: of the facts given `SURE` (0.9) or more, at least 95 % are right. A rule whose share is lower stays
below 0.9, however near it comes. The counts are of the texts that rules are tuned on, the sample corpus and 83 news pages and
retellings of such pages of 2009 to 2023 with gold facts of our own; `python tests/benchmarks/certainty.py GOLD ...` counts anew, and
`summitry evaluate` says how the promise is kept on any gold. The finders' own figures only rank sightings of one event.
"""

from __future__ import annotations

from dataclasses import replace

from summitry.graph.claims import Finding, Meeting, Status, Visit

SURE = 0.9
_PROMISED = 0.95
_BELOW = 0.89
# A rule begins with twenty facts at this share: a few right ones prove little, and on texts that it was not tuned on it does worse.
_PRIOR, _WEIGHT = 0.85, 20.0
_UNMEASURED = 0.8  # the most that a rule without counts may say
_UNDATED = 0.75  # an event that happened at no time that the text tells is right that much more seldom
_LEAST, _MOST = 0.3, 0.99

MEASURED: dict[str, tuple[int, int]] = {
    "action": (25, 27),
    "action.parse": (3, 5),
    "arms": (25, 25),
    "arms.more": (1, 1),
    "arms.parse": (15, 16),
    "base": (21, 22),
    "base.near": (21, 25),
    "base.parse": (5, 7),
    "base.troops": (19, 21),
    "border": (27, 29),
    "border.another": (2, 2),
    "border.parse": (2, 2),
    "meeting.meet": (72, 87),
    "meeting.noun": (73, 92),
    "meeting.receive": (45, 60),
    "meeting.talk": (25, 35),
    "meeting.with": (74, 87),
    "membership.acceding": (19, 20),
    "membership.applicant": (14, 14),
    "membership.former": (14, 15),
    "membership.list": (45, 45),
    "membership.member": (197, 208),
    "membership.observer": (35, 35),
    "membership.suspended": (24, 24),
    "office.beside": (77, 103),
    "office.chairing": (2, 2),
    "office.known": (993, 1010),
    "office.resolved": (27, 29),
    "office.stated": (7, 8),
    "relation.ally": (20, 21),
    "relation.does_not_recognise": (33, 34),
    "relation.kin": (13, 15),
    "relation.recognises": (105, 106),
    "relation.strategic_partner": (17, 18),
    "statement": (195, 208),
    "summit.arrival": (9, 11),
    "summit.noun": (111, 134),
    "topic": (16, 25),
    "treaty.not_ratified": (25, 26),
    "treaty.ratified": (17, 19),
    "treaty.signed": (22, 22),
    "treaty.unnamed": (50, 59),
    "treaty.withdrew": (13, 13),
    "visit.attend": (4, 5),
    "visit.beside": (3, 4),
    "visit.direct": (28, 31),
    "visit.expected": (11, 13),
    "visit.guest": (2, 2),
    "visit.host": (21, 29),
    "visit.move": (156, 196),
    "visit.noun": (44, 52),
    "visit.scene": (2, 5),
    "visit.speak": (29, 33),
    "visit.stay": (54, 66),
    "visit.taken": (10, 12),
    "visit.way": (2, 2),
    "warrant": (14, 17),
    "warrant.again": (2, 2),
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
