"""The dates of an event, seen from the article's own day: whether they are past or to come."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.graph.claims import Status
from summitry.graph.extract.days import days_between, is_day


@dataclass(frozen=True, slots=True)
class Dates:
    """The start and end of an event, each None where unsaid; `today` to tell past from future."""

    start: str | None
    end: str | None
    today: str | None

    def settle(self, status: Status) -> Status:
        """A full date after the article's own makes an event planned."""
        if status in (Status.OCCURRED, Status.ONGOING) and self.future:
            return Status.PLANNED
        return status

    @property
    def days_ahead(self) -> int:
        """How many days after the article's own day the event begins; 0 where that is unknown."""
        return days_between(self.today, self.start) or 0

    @property
    def future(self) -> bool:
        """Whether the event begins after the article's day."""
        ahead = days_between(self.today, self.start)
        if ahead is None and self.start and self.today and not is_day(self.start):
            known = not self.start.startswith("--") and not self.today.startswith("--")
            return known and self.today[: len(self.start)] < self.start  # a month to come
        return ahead is not None and ahead > 0

    @property
    def past(self) -> bool:
        """Whether the event began by the article's day; a month or a year has, where it is over."""
        ahead = days_between(self.today, self.start)
        if ahead is None and self.start and self.today and not is_day(self.start):
            known = not self.start.startswith("--") and not self.today.startswith("--")
            return known and self.start < self.today[: len(self.start)]
        return ahead is not None and ahead <= 0
