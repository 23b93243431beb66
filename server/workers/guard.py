"""Which graphs a change may touch: what ingestion and reasoning write is for administrators."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.graph.errors import UsageError
from summitry.server.workers.changes import Kind, Step, write_graph


class NotPermitted(UsageError):
    """A change of a graph that only an administrator may touch."""


@dataclass(frozen=True, slots=True)
class Guard:
    """Refuses steps on graphs whose names begin so."""

    prefixes: tuple[str, ...] = ()

    def check(self, step: Step) -> None:
        """NotPermitted where a step touches a guarded graph."""
        if not self.prefixes:
            return
        if step.kind in (Kind.ADD, Kind.REMOVE):
            names = {write_graph(quad.graph_name).decode() for quad in step.quads()}
        else:
            names = {step.text.decode()}
        for name in sorted(names):
            if name.startswith(self.prefixes):
                raise NotPermitted(
                    f"the graph <{name}> is written by ingestion; changing it needs scope admin"
                )
