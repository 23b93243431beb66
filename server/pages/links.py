"""IRIs and values of the graph -> what a reader sees and where a click leads."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from markupsafe import Markup, escape

from summitry.graph.vocabulary import PREFIXES, SITE, SY

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_DATE = re.compile(r"(?P<year>-?\d{4,})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
_YEARLESS = re.compile(r"--(?P<month>\d\d)(?:-(?P<day>\d\d))?")


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses on this server for the things of one data set."""

    base: str

    def href(self, iri: str) -> str | None:
        """Where a click on the IRI leads: a page of ours, the ontology, the web; None for anything else."""
        for own in (f"{self.base}id/", f"{SITE}id/"):
            if iri.startswith(own):
                return "/page/" + quote(iri.removeprefix(own), safe="/:@-._~")
        if iri.startswith(SY.IRI):
            return "/ontology#" + quote(iri.removeprefix(SY.IRI), safe="")
        return iri if re.match(r"https?://", iri) else None

    def name(self, iri: str) -> str:
        """What a reader sees of an IRI that has no label here: the last words of its key, else its short form."""
        for own in (f"{self.base}id/", f"{SITE}id/"):
            if iri.startswith(own):
                return iri.rpartition("/")[2].replace("-", " ")
        return short(iri)

    def iri(self, key: str) -> str:
        """The IRI of the thing whose page has this key."""
        return f"{self.base}id/{key}"

    def proof(self, subject: str, predicate: str, object: str) -> str:
        """The page that says why a triple holds."""
        return "/explain?" + urlencode({"s": subject, "p": predicate, "o": object})


def ask_url(name: str, **values: str) -> str:
    """The page of a saved query with its parameters filled in."""
    given = {key: value for key, value in values.items() if value}
    return f"/queries/{name}" + (f"?{urlencode(given)}" if given else "")


def day(text: str) -> str:
    """A date at its own precision, as people write it: "28 June 2022", "28 June, year unknown"."""
    found = _DATE.fullmatch(text) or _YEARLESS.fullmatch(text)
    if found is None:
        return text
    parts = found.groupdict()
    month = parts["month"]
    if month and not 1 <= int(month) <= 12:
        return text
    words = [str(int(parts["day"]))] if parts["day"] else []
    words += [_MONTHS[int(month) - 1]] if month else []
    if "year" not in parts:
        return " ".join(words) + ", year unknown"
    return " ".join([*words, parts["year"]])


def is_date(text: str) -> bool:
    """True for a date of any precision that `day` can write."""
    return bool(_DATE.fullmatch(text) or _YEARLESS.fullmatch(text))


def short(iri: str) -> str:
    """The IRI with a prefix where we have one, one of ours as its key, else as it is."""
    if iri.startswith(f"{SITE}id/"):
        return iri.removeprefix(f"{SITE}id/")
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and len(iri) > len(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def spaced(name: str) -> str:
    """The words in the name of a column, term or status: "length_km" and "lengthKm" give "length km"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])|[_-]", " ", name).lower()


def ticked(text: str) -> Markup:
    """The text with `names` between back ticks set as code; everything else is escaped."""
    pieces = [escape(piece) for piece in text.split("`")]
    if len(pieces) % 2 == 0:
        return escape(text)
    return Markup("").join(
        Markup("<code>{}</code>").format(piece) if place % 2 else piece for place, piece in enumerate(pieces)
    )
