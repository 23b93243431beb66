"""What is wrong with the graph, worked out beside the requests and kept until the graph changes."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass

from summitry.graph.cli.violations import violations_of
from summitry.graph.errors import SummitryError
from summitry.graph.reasoning import Reasoner
from summitry.graph.validation import Violation
from summitry.server.pages.proofs import ServedStore
from summitry.server.service import Service

_LOG = logging.getLogger("summitry.server")


@dataclass(frozen=True, slots=True)
class Report:
    """The violations of one version of the graph; `problem` says why there are none to show."""

    version: str
    violations: tuple[Violation, ...] = ()
    problem: str | None = None


class Checks:
    """The report on the graph as it stands; asking for it begins it, asking again gives it."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._lock = threading.Lock()
        self._report: Report | None = None
        self._working: threading.Thread | None = None

    def report(self) -> Report | None:
        """The report, or None while it is being worked out."""
        with self._lock:
            if self._report is not None and self._report.version == self._service.version:
                return self._report
            if self._working is None or not self._working.is_alive():
                self._working = threading.Thread(
                    target=self._work, args=(self._service.version,), daemon=True
                )
                self._working.start()
            return None

    def wait(self, seconds: float) -> Report | None:
        """The report, if it is ready within this time."""
        found = self.report()
        working = self._working
        if found is None and working is not None:
            working.join(seconds)
            found = self._report
        return found

    def _work(self, version: str) -> None:
        try:
            store = ServedStore(self._service)
            self._report = Report(version, violations_of(store, Reasoner(store)))
        except SummitryError as error:
            _LOG.warning("the check of the graph was not finished: %s", error)
            self._report = Report(version, problem=str(error))
