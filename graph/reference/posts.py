"""Posts as the machine-readable sources give them: the factbook's incumbents, Wikidata's leaders of 2022."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from summitry.graph.reference import roles
from summitry.graph.reference.sources import Sources
from summitry.graph.reference.states import Atlas


@dataclass(frozen=True, slots=True)
class Post:
    """One person in one office, with dates at the precision of the source."""

    of: str
    role: str
    person: str
    start: str
    end: str
    former: bool
    wikidata: str = ""
    source: str = "editors"


QUEENS = frozenset({"Elizabeth II", "Margrethe II of Denmark"})
RANKS = "Gen|Lt. Gen|Maj. Gen|Brig. Gen|Col|Lt. Col|Capt|Sgt|Dr|Sir|Dame|Sheikh|Hon|Sr|Adm"
TITLES = re.compile(rf"^(?:(?:{RANKS.replace('. ', '[.] ')})[.]?\s+)+")
HOLDER = re.compile(r"([^(;,]+?)\s*\((?:since|elected) ([^);]+)")


def wikidata_posts(sources: Sources, states: Atlas) -> Iterator[Post]:
    """The heads of state and government who served in 2022."""
    for row in sources.rows("world-leaders-2022.csv"):
        of = states.find(row["country"].replace("Kingdom of ", "").replace("State of ", ""))
        role, _ = roles.split(row["positionLabel"], roles.WIKIDATA)
        name, end = row["officeholderLabel"], row["end_year"]
        if of is None or not role or re.fullmatch(r"Q\d+", name):
            continue
        role = "queen" if role == "king" and name in QUEENS else role
        yield Post(of, role, name, row["start_year"], end, end != "", row["officeholder"], "wikidata")


def factbook_posts(sources: Sources, states: Atlas) -> Iterator[Post]:
    """Chiefs of state and heads of government in office, where the factbook names one with a plain title."""
    for page, fields in sources.factbook().items():
        of = states.by_page.get(page)
        for part in ("chief of state", "head of government") if of else ():
            found = HOLDER.match(fields.get(f"Executive branch/{part}", ""))
            role, name = roles.split(found[1], roles.FACTBOOK) if found else ("", "")
            start = _day(found[2]) if found else ""
            if of and role and start:
                yield Post(of, role, _person(name), start, "", False, "", "factbook")


def _person(text: str) -> str:
    """The name without ranks, the surname in ordinary letters: "Emomali RAHMON" -> "Emomali Rahmon"."""
    return " ".join(_ordinary(word) for word in TITLES.sub("", text).split())


def _ordinary(word: str) -> str:
    if re.fullmatch(r"[IVX]+|[A-Z]\.", word) or not sum(c.isupper() for c in word) > 1:
        return word
    parts = re.split(r"([-'’])", word)
    return "".join(part.capitalize() if part.isupper() and len(part) > 1 else part for part in parts)


def _day(text: str) -> str:
    """ "19 March 2022" -> "2022-03-19"; "" where the date is not a full one."""
    for form in ("%d %B %Y", "%d %b %Y"):
        try:
            return datetime.strptime(text.strip(), form).date().isoformat()
        except ValueError:
            continue
    return ""
