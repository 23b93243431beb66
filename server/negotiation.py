"""An Accept header and the formats on offer -> the format to answer in, under the media type the client
named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write an answer: its short name, its media type, other names clients use, its file suffix."""

    name: str
    media_type: str
    aliases: tuple[str, ...] = ()
    suffix: str = ""
    names: tuple[str, ...] = ()  # further values of `format=`
    explicit: bool = False  # chosen only when named, never by a wildcard

    @property
    def words(self) -> frozenset[str]:
        """Everything that `format=` may say to mean this format."""
        return frozenset((self.name, self.media_type, self.suffix, *self.names, *self.aliases))


JSON = Format(
    "json",
    "application/sparql-results+json",
    ("application/json", "text/json", "application/javascript", "text/javascript"),
    "json",
    ("srj",),
)
XML = Format("xml", "application/sparql-results+xml", ("application/xml", "text/xml"), "xml", ("srx",))
CSV = Format("csv", "text/csv", (), "csv")
TSV = Format("tsv", "text/tab-separated-values", (), "tsv")
TURTLE = Format("turtle", "text/turtle", ("application/turtle", "application/x-turtle"), "ttl")
NTRIPLES = Format("ntriples", "application/n-triples", ("text/plain",), "nt", ("n-triples",))
RDFXML = Format(
    "rdfxml", "application/rdf+xml", ("application/xml", "text/xml"), "rdf", ("rdf+xml", "rdf-xml", "xml")
)
JSONLD = Format(
    "jsonld",
    "application/ld+json",
    ("application/json", "application/x-json+ld", "text/json", "application/javascript", "text/javascript"),
    "jsonld",
    ("json-ld", "json"),
)
TRIG = Format("trig", "application/trig", ("application/x-trig",), "trig")
NQUADS = Format("nquads", "application/n-quads", (), "nq", ("n-quads",))
N3 = Format("n3", "text/n3", ("text/rdf+n3", "application/n3"), "n3")
HTML = Format("html", "text/html", ("application/xhtml+xml",), "html", explicit=True)

ECHOED = frozenset(("application/json", "application/xml", "text/xml", "text/plain", "application/xhtml+xml"))
"""Common names that are declared back to a client that asked for them; others become the registered name."""

TABLES = (JSON, XML, CSV, TSV)
GRAPHS = (TURTLE, NTRIPLES, RDFXML, JSONLD, N3, TRIG, NQUADS)
RDF_INPUTS = (TURTLE, NTRIPLES, RDFXML, JSONLD, N3)


@dataclass(frozen=True, slots=True)
class Choice:
    """The format to write and the media type to declare for it."""

    format: Format
    media_type: str

    @property
    def content_type(self) -> str:
        """The media type, with the charset where a reader could otherwise guess wrongly."""
        text = self.media_type.startswith("text/")
        return f"{self.media_type}; charset=utf-8" if text else self.media_type


@dataclass(frozen=True, slots=True)
class Range:
    """One element of an Accept header."""

    media_type: str
    quality: float
    order: int

    @property
    def specificity(self) -> int:
        """2 for a type, 1 for `text/*`, 0 for `*/*`."""
        return 0 if self.media_type == "*/*" else 1 if self.media_type.endswith("/*") else 2

    def covers(self, media_type: str) -> bool:
        """Whether this range includes the media type."""
        kind = self.media_type
        return kind in ("*/*", media_type) or (kind.endswith("/*") and media_type.startswith(kind[:-1]))


def read_accept(accept: str) -> Iterator[Range]:
    """The ranges of an Accept header; parameters other than q are dropped
    (`application/ld+json;profile=…`)."""
    for order, element in enumerate(accept.split(",")):
        media_type, *parameters = (part.strip().lower() for part in element.split(";"))
        if not media_type:
            continue
        quality = 1.0
        for parameter in parameters:
            key, _, value = parameter.partition("=")
            if key.strip() == "q":
                quality = read_quality(value)
        yield Range("*/*" if media_type == "*" else media_type, quality, order)


def read_quality(value: str) -> float:
    """A q-value between 0 and 1; an unreadable one counts as 1, as if it were not there."""
    try:
        return min(1.0, max(0.0, float(value)))
    except ValueError:
        return 1.0


def rate(media_type: str, ranges: Sequence[Range]) -> Range | None:
    """The most specific range that covers the media type (RFC 9110, 12.5.1), or None."""
    covering = [r for r in ranges if r.covers(media_type)]
    return max(covering, key=lambda r: (r.specificity, -r.order), default=None)


@lru_cache(maxsize=512)  # clients send the same few headers again and again
def choose(accept: str | None, offered: tuple[Format, ...]) -> Choice | None:
    """The offered format the client likes best, or None where it likes none: highest q, then the most exact,
    then the client's order, then ours."""
    ranges = list(read_accept(accept or ""))
    if not ranges:
        return Choice(offered[0], offered[0].media_type)
    best: tuple[tuple[float, int, int, int], Choice] | None = None
    for place, format in enumerate(offered):
        for media_type in (format.media_type, *format.aliases):
            found = rate(media_type, ranges)
            if found is None or found.quality == 0:
                continue
            if found.specificity < 2 and (format.explicit or media_type != format.media_type):
                continue
            rank = (found.quality, found.specificity, -found.order, -place)
            if best is None or rank > best[0]:
                best = (rank, Choice(format, media_type if media_type in ECHOED else format.media_type))
    return best[1] if best else None


def override(wishes: Sequence[str], offered: tuple[Format, ...]) -> Choice | None:
    """The offered format that a `format=` parameter or file suffix names, or None where none does."""
    for wish in wishes:
        word = wish.strip().lower().lstrip(".")
        for format in offered:
            if word in format.words:
                return Choice(format, format.media_type)
    return None


def negotiate(accept: str | None, wishes: Sequence[str], offered: tuple[Format, ...]) -> Choice | None:
    """`format=` where it names something on offer, else the Accept header."""
    return override(wishes, offered) or choose(accept, offered)
