"""A day, a time or a change of the log -> what has come and what has gone since: the changes undone in thought.

State then + difference = state now, or it is refused: where the log does not reach back, does not tell what was done,
or others than `summitry` have changed the graph meanwhile.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pyoxigraph import DefaultGraph, Quad

from summitry.graph.build import history
from summitry.graph.build.journal import Deed, deed, mark, unnamed
from summitry.graph.build.layers import loaded, shipped
from summitry.graph.errors import BadParameter, UnknownName
from summitry.graph.export import Difference
from summitry.graph.reasoning import Reasoner
from summitry.graph.reasoning.theory import is_axiom
from summitry.graph.store import EmbeddedStore, GraphStore
from summitry.graph.vocabulary import RDF, SY

_STAMP = "%Y%m%dT%H%M%S-%f"
_CHANGE = re.compile(r"(?:\S*change/)?(\d{8}T\d{6}-\d{6})\Z")
_TIME = re.compile(
    r"(\d{4})(-\d\d)?(-\d\d)?(?:(?<=-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?)\s*(Z|[+-]\d\d:\d\d)?)?\Z"
)
_LEANING = ("all", "curated", "inferred")  # layers that hold, or follow from, what users wrote
_INSTEAD = "or give a former export"
_UNNAMED = DefaultGraph()


@dataclass(frozen=True, slots=True)
class Moment:
    """A place in the log: before the changes of a time, or after one change.

    `grain` is how much of the stamp was told: 2022-06 stands for its first instant, but is all of June.
    """

    stamp: str
    after: bool = False
    grain: int = len("20220629T090000-000000")

    def precedes(self, stamp: str) -> bool:
        """True for a change that is later."""
        return stamp > self.stamp or (stamp == self.stamp and not self.after)


def read_moment(text: str) -> Moment | None:
    """The moment that a text names; None if it is neither a day or time (UTC) nor a change of the log."""
    text = text.strip()
    if found := _CHANGE.match(text):
        return Moment(found[1], after=True)
    parts = _TIME.match(text)
    if parts is None:
        return None
    year, month, day, hours, zone = parts.groups()
    try:
        at = datetime.fromisoformat(
            f"{year}{month or '-01'}{day or '-01'}T{hours or '00:00'}{(zone or 'Z').replace('Z', '+00:00')}"
        )
    except ValueError as error:
        raise BadParameter("since", f"{text!r} is no day or time: {error}; example: 2022-06-29") from None
    grain = 15 if hours else 4 + 2 * sum(part is not None for part in (month, day))
    return Moment(at.astimezone(UTC).strftime(_STAMP), grain=grain)


def read_since(store: GraphStore, text: str, layer: str) -> Path | Difference:
    """What `--since` names: a former export's file, or what has changed since a moment."""
    path = Path(text)
    if path.is_file():
        return path
    moment = read_moment(text)
    if moment is None:
        raise BadParameter(
            "since",
            f"{text!r} is neither a file with a former export, nor a day or time such as 2022-06-29T12:00, nor a change "
            "that `summitry log` lists",
        )
    return since(store, moment, layer)


def since(store: GraphStore, moment: Moment, layer: str = "all") -> Difference:
    """What has come and gone in a layer since then; BadParameter where the log cannot tell."""
    later, before = _changes(store, moment)
    deeds = [_told(store, each, later) for each in later]
    _check_versions(store, [*deeds, *before])
    if layer in _LEANING:
        _check_curated(store, deeds, before)
    come, gone = set[Quad](), set[Quad]()
    for each in deeds:
        gone, come = (gone - each.added) | (each.removed - come), (come - each.removed) | (each.added - gone)
    _check_present(store, come, gone)
    if layer in ("all", "inferred"):
        more, less = _following(store, come, gone)
        come, gone = come | more, gone | less
    return Difference(frozenset(come), frozenset(gone))


def _changes(store: GraphStore, moment: Moment) -> tuple[list[str], list[Deed]]:
    """The later changes, the newest first, and what the last one before them did, where that is known."""
    graph = history.graph_name(store.iris).value
    start = store.iris.entity("change/").value
    nodes = {quad.subject.value for quad in store.quads(None, RDF.type, SY.Change, graph)}  # type: ignore[union-attr]
    stamps = sorted(node.removeprefix(start) for node in nodes)
    if not stamps:
        raise BadParameter("since", f"this store has no log to look back in; leave it out, {_INSTEAD}")
    if moment.after and moment.stamp not in stamps:
        raise UnknownName(f"there is no change {moment.stamp!r}; `summitry log` lists them")
    if moment.stamp[: moment.grain] < stamps[0][: moment.grain]:
        raise BadParameter("since", f"the log begins at {_time(stamps[0])}; give no earlier time, {_INSTEAD}")
    later = [f"{start}{stamp}" for stamp in stamps if moment.precedes(stamp)]
    earlier = stamps[: len(stamps) - len(later)]
    last = deed(store, f"{start}{earlier[-1]}") if earlier else None
    return later[::-1], [] if last is None else [last]


def _told(store: GraphStore, change: str, later: list[str]) -> Deed:
    found = deed(store, change)
    if found is None:
        newer = later[: later.index(change)]
        begins = f"only from {_time(newer[-1])} on" if newer else "of no change yet"
        raise BadParameter("since", f"the log tells {begins} which triples came and went; {_INSTEAD[3:]}")
    return found


def _time(change: str) -> str:
    at = datetime.strptime(change.rpartition("/")[2], _STAMP)
    return f"{at.isoformat(timespec='microseconds' if at.microsecond else 'seconds')}Z"


def _check_versions(store: GraphStore, deeds: list[Deed]) -> None:
    # A served graph does not show them; the server sees to it that they are those of its package.
    now = loaded(store) or shipped().versions()
    if any(each.versions != now for each in deeds):
        raise BadParameter(
            "since",
            f"the ontology or the reference data were renewed meanwhile; give a later time, {_INSTEAD}",
        )


def _check_curated(store: GraphStore, deeds: list[Deed], before: list[Deed]) -> None:
    """Goes back from change to change, and sees whether the unnamed graph is as the one before left it."""
    quads = unnamed(store)
    for each in (*deeds, *before):
        if quads is None or mark(quads) != each.curated:
            raise BadParameter(
                "since",
                "the unnamed graph was changed meanwhile by others, which the log does not tell; "
                f"take a layer that does not lean on it (facts, claims, about), {_INSTEAD}",
            )
        quads = (quads - each.added) | {quad for quad in each.removed if quad.graph_name == _UNNAMED}


def _check_present(store: GraphStore, come: set[Quad], gone: set[Quad]) -> None:
    # A distant store would have to be asked for each of them.
    if isinstance(store, EmbeddedStore) and not (all(map(store.has, come)) and not any(map(store.has, gone))):
        raise BadParameter("since", f"the graph was changed past the log meanwhile; {_INSTEAD[3:]}")


def _following(store: GraphStore, come: set[Quad], gone: set[Quad]) -> tuple[set[Quad], set[Quad]]:
    """What has come and gone of what follows: the reverse of what would, were the changes undone."""
    if any(is_axiom(quad.triple) for quad in (*come, *gone)):
        raise BadParameter("since", f"axioms changed meanwhile; take another layer than inferred, {_INSTEAD}")
    undone = Reasoner(store).consequences(sorted(gone, key=str), sorted(come, key=str))
    graph = store.iris.graph("inferred")
    came, went = (
        {quad for quad in quads if quad.graph_name == graph} for quads in (undone.removed, undone.added)
    )
    return came, went
