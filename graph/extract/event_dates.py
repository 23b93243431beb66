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
        if ahead is None and self._span_known:
            return (self.today or "")[: len(self.start or "")] < (self.start or "")  # a month to come
        return ahead is not None and ahead > 0

    @property
    def past(self) -> bool:
        """Whether the event began by the article's day; a month or a year has, where it is over."""
        ahead = days_between(self.today, self.start)
        if ahead is None and self._span_known:
            return (self.start or "") < (self.today or "")[: len(self.start or "")]
        return ahead is not None and ahead <= 0

    @property
    def _span_known(self) -> bool:
        """Whether the start is a month or a year that can be told from today's."""
        months = (self.start or "--", self.today or "--")
        return not is_day(self.start) and not any(month.startswith("--") for month in months)


UNSAID = Dates(None, None, None)
