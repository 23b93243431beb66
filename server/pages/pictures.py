"""What a template needs to draw: measures alone, so that a picture is SVG in the page and needs no script."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.server.pages.links import Links

WIDTH = 960
Row = dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a bar chart."""

    label: str
    value: str
    href: str | None
    y: float
    width: float


@dataclass(frozen=True, slots=True)
class Mark:
    """One stretch of time on a timeline."""

    label: str
    when: str
    href: str | None
    x: float
    y: float
    width: float
    planned: bool
    left: bool  # the label stands left of the mark, for want of room on its right


@dataclass(frozen=True, slots=True)
class Tick:
    """A year or month on the axis of a timeline."""

    label: str
    x: float
    anchor: str  # towards the inside at the ends of the axis


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody in a network; `core` is the one whose network it is."""

    label: str
    href: str | None
    x: float
    y: float
    anchor: str
    size: float
    core: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie between two nodes, which go by their places in the list."""

    ends: tuple[int, int]
    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    title: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a map, with what is there; its label may be left out where another stands already."""

    label: str
    title: str
    href: str | None
    x: float
    y: float
    size: float
    anchor: str
    named: bool


@dataclass(frozen=True, slots=True)
class Ground:
    """The part of the world that a map shows: how its outlines are moved and scaled, which are brought out."""

    x: float
    y: float
    scale: float
    outlines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A bar chart, timeline, network or map; the parts that its kind does not have are empty.

    `left` counts the rows that it does not show, `note` says why.
    """

    kind: str
    height: float
    bars: tuple[Bar, ...] = ()
    marks: tuple[Mark, ...] = ()
    ticks: tuple[Tick, ...] = ()
    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    spots: tuple[Spot, ...] = ()
    ground: Ground | None = None
    width: int = WIDTH
    note: str = ""


def href(row: Row, column: str, links: Links) -> str | None:
    """Where the value of a column leads: by its IRI column, or by itself where it is an IRI."""
    iri = row.get(f"{column}_iri") or row.get(column)
    return links.href(iri) if iri and " " not in iri else None


def shown(row: Row, column: str, links: Links) -> str:
    """The value of a column as a reader sees it."""
    text = row.get(column) or ""
    return links.name(text) if text.startswith(("http://", "https://")) else text
