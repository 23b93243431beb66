"""Posts as the machine-readable sources give them: the factbook's incumbents, Wikidata's leaders of 2022."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

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


QUEENS = frozenset({"Elizabeth II", "Margrethe II"})
WIKIDATA_NAMES = {
    "Charles III": "Charles III", "Philippe I of Belgium": "Philippe of Belgium",
}  # fmt: skip
# How Wikidata's labels of posts begin, longest first, and the role each stands for; "" leaves the post out.
WIKIDATA_ROLES = (
    ("Chairman of the Council of Ministers", "prime minister"), ("Chairman of the Presidential Council", "president"),
    ("French co-prince", ""), ("Episcopal Co-Prince", ""), ("Captain Regent", "head of state"),
    ("Federal Chancellor", "chancellor"), ("Member of the Presidency", "head of state"),
    ("Supreme Leader", "supreme leader"), ("Yang di-Pertuan Agong", "king"),
    ("O le Ao o le Malo", "head of state"), ("Minister of State", "minister of state"), ("Chief Minister", ""),
    ("military leader", ""), ("Prime Minister", "prime minister"), ("Taoiseach", "prime minister"),
    ("Premier", "prime minister"), ("President", "president"), ("Druk Gyalpo", "king"), ("Ngwenyama", "king"),
    ("Monarch", "king"), ("Emperor", "emperor"), ("Sultan", "sultan"), ("Prince", "head of state"), ("King", "king"),
    ("Emir", "emir"), ("pope", "pope"), ("Member", ""), ("Chairman", ""),
)  # fmt: skip
FACTBOOK_ROLES = (
    ("President of Council", ""), ("President of the Pontifical", ""), ("Presidential", ""),
    ("Prime Minister and Foreign Minister", "prime minister"), ("Prime Minister Crown Prince", "prime minister"),
    ("Prime Minister and Co-Vice President", "prime minister"),
    ("Prime Minister", "prime minister"), ("Premier", "prime minister"), ("Chancellor", "chancellor"),
    ("Supreme Leader", "supreme leader"), ("Grand Duke", "grand duke"), ("Sultan and Prime Minister", "sultan"),
    ("Sultan", "sultan"),
    ("Emperor", "emperor"), ("Transitional President", "president"), ("Interim President", "president"),
    ("Acting President", "president"), ("Federal President", "president"), ("Executive President", "president"),
    ("President of the Swiss Confederation", "president"), ("President", "president"), ("Prince", "head of state"),
    ("Amir", "emir"), ("Queen", "queen"), ("King", "king"), ("Pope", "pope"),
)  # fmt: skip
TITLES = re.compile(
    r"^(?:(?:Gen|Lt\. Gen|Maj\. Gen|Brig\. Gen|Col|Lt\. Col|Capt|Sgt|Dr|Sir|Dame|Sheikh|Archbishop|Hon|Sr|Adm)\.?\s+)+"
)


def wikidata_posts(sources: Sources, states: Atlas) -> Iterator[Post]:
    """The heads of state and government who served in 2022."""
    for row in sources.rows("world-leaders-2022.csv"):
        of = states.find(row["country"].replace("Kingdom of ", "").replace("State of ", ""))
        role = _role(row["positionLabel"], WIKIDATA_ROLES)
        if of is None or not role or re.fullmatch(r"Q\d+", row["officeholderLabel"]):
            continue
        name = WIKIDATA_NAMES.get(row["officeholderLabel"], row["officeholderLabel"])
        role = "queen" if role == "king" and name in QUEENS else role
        end = row["end_year"]
        yield Post(of, role, name, row["start_year"], end, end != "", row["officeholder"], "wikidata")


def factbook_posts(sources: Sources, states: Atlas) -> Iterator[Post]:
    """Chiefs of state and heads of government in office, where the factbook names one with a plain title."""
    for page, fields in sources.factbook().items():
        of = states.by_page.get(page)
        for part in ("chief of state", "head of government") if of else ():
            found = re.match(
                r"([^(;,]+?)\s*\((?:since|elected) ([^);]+)", fields.get(f"Executive branch/{part}", "")
            )
            role = _role(found[1], FACTBOOK_ROLES) if found else ""
            start = _day(found[2]) if found else ""
            if of and found and role and start:
                yield Post(of, role, _person(found[1]), start, "", False, "", "factbook")


def _role(label: str, roles: tuple[tuple[str, str], ...]) -> str:
    return next((role for start, role in roles if label.lower().startswith(start.lower())), "")


def _person(text: str) -> str:
    """The name behind the title, surname in ordinary letters: "President Emomali RAHMON" -> "Emomali Rahmon"."""
    title = next(start for start, _ in FACTBOOK_ROLES if text.lower().startswith(start.lower()))
    name = TITLES.sub("", text[len(title) :].strip().removeprefix("of the Swiss Confederation").strip())
    return " ".join(_ordinary(word) for word in name.split())


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
