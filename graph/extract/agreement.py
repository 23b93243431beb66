"""Whether two sightings agree in place, day and status, and what they say together."""

from __future__ import annotations

from summitry.graph.claims import Entity, EntityKind, Finding, Meeting, Status, Summit, Visit
from summitry.graph.extract.days import days_between, is_day

_OLD = 21  # days before its article after which a meeting is none of the news
_ORDER = {Status.CANCELLED: 3, Status.OCCURRED: 2, Status.ONGOING: 1, Status.PLANNED: 0}


def places_agree(a: Entity | None, b: Entity | None) -> bool:
    """Whether two places can be one: the same, or a city and its state."""
    if a is None or b is None or a.key == b.key:
        return True
    state, city = (a, b) if a.kind is EntityKind.STATE else (b, a)
    return (
        state.kind is EntityKind.STATE
        and city.kind is EntityKind.CITY
        and city.key.endswith("-" + state.key.split("/")[-1])
    )


def dates_agree(a: str | None, b: str | None) -> bool:
    """Whether two partial dates can be the same day."""
    if a is None or b is None:
        return True
    if a.startswith("--") or b.startswith("--"):
        a, b = _month_day(a), _month_day(b)
        if not a or not b:
            return True
    short = min(len(a), len(b))
    return a[:short] == b[:short]


def _month_day(text: str) -> str:
    return text[2:] if text.startswith("--") else text[5:]


def finer(a: str | None, b: str | None) -> str | None:
    """The date that says more; a month and day without a year get the year that the other has."""
    if a is None or b is None:
        return a or b
    if a.startswith("--") != b.startswith("--"):
        bare, dated = (a, b) if a.startswith("--") else (b, a)
        joined = dated[:4] + bare[1:]
        return max(dated, joined, key=len) if dates_agree(joined, dated) else dated
    return max((a, b), key=len)


def ended(start: str | None, end: str | None) -> str | None:
    """The end of a span, with the year of its start where it has none of its own."""
    if start is None or end is None or start.startswith("--") or not end.startswith("--"):
        return end
    year = int(start[:4]) + (end[2:] < start[5:])
    return f"{year:04}{end[1:]}"


def statuses_agree(a: Status, b: Status) -> bool:
    """Whether two statuses can be those of one event at one time."""
    return a == b or Status.ONGOING in (a, b)


def firmer(a: Status, b: Status) -> Status:
    """The status that says more of an event: what took place over what was planned, what was cancelled over both."""
    return max((a, b), key=lambda s: _ORDER[s])


def same_series(a: Summit, b: Summit) -> bool:
    """Whether two summits are of one series: of one organisation, or called alike; "the EU-Japan summit" is none of the EU's own."""
    if a.organisation and b.organisation:
        return a.organisation.key == b.organisation.key and _partner(a) == _partner(b)
    return a.name_or_org.split()[-2:] == b.name_or_org.split()[-2:]


def _partner(summit: Summit) -> str:
    """The name of a summit that an organisation holds with somebody else, without its number."""
    own = summit.organisation.name if summit.organisation is not None else ""
    name = summit.name_or_org.split(" ", 1)[-1] if summit.name_or_org[:1].isdigit() else summit.name_or_org
    return name if "-" in name and "-" not in own else ""


def stays_on(visit: Visit, plan: Finding) -> bool:
    """ "arrived on 3 May … during his stay he will": a plan of the stay that an article without a day of its own tells of."""
    ahead = plan.payload
    owned = (
        plan.rule == "visit.noun"
        and isinstance(ahead, Visit)
        and ahead.status is Status.PLANNED
        and ahead.date is None
    )
    return owned and is_day(visit.date) and visit.status in (Status.OCCURRED, Status.ONGOING)


def long_before(today: str | None, dated: Finding, told: Finding) -> bool:
    """ "met X in Rome … had met him there in October": what is told first, without a day, is the news, not what was long ago."""
    old, news = dated.payload, told.payload
    if not isinstance(old, Meeting) or not isinstance(news, Meeting) or news.date or not old.date:
        return False
    if old.date.startswith("--") or told.evidence[0].start > dated.evidence[0].start:
        return False
    ago = days_between({7: f"{old.date}-28", 4: f"{old.date}-12-28"}.get(len(old.date), old.date), today)
    return ago is not None and ago > _OLD and news.status is not Status.CANCELLED
