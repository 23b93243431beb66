"""Who is present at a gathering of leaders and who stays away, as single sentences tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summitry.graph.claims import Entity, EntityKind, Evidence
from summitry.graph.extract.presence_phrases import LISTED, MET, PEOPLE, PHRASES, SIDELINES, SUPPOSED
from summitry.graph.extract.template import Template

_LONGEST = 1_500  # characters of a sentence; longer ones are tables
_NAMED = re.compile(r"⟦[PLS]\d+⟧")
_RUNS = re.compile(r"\b(?:host|chair|open|inaugurat|conven|presid)")


@dataclass(frozen=True, slots=True)
class Told:
    """Those whom a sentence tells to be present or absent; `place` the city or state where it says they are.

    `loose` where the words ("arrived", "is expected") say it only in an article about the gathering; `listed` where it merely
    names them together.
    """

    people: tuple[Entity, ...]
    absent: bool
    loose: bool
    place: Entity | None
    start: int  # offset in the article
    evidence: Evidence
    listed: bool = False


def presences(sentence: Template) -> Iterator[Told]:
    """Those present and absent, as one sentence says."""
    if len(sentence.text) > _LONGEST or not _NAMED.search(sentence.text):
        return
    for view in sentence.views:
        for phrase in PHRASES:
            for match in view.finditer(phrase.pattern):
                if _supposed(view, match):
                    continue
                stead = match.groupdict().get("stead")
                people = people_in(view, match.group("who"))
                if stead or phrase.loose or _RUNS.search(match.group()):
                    people = [p for p in people if p.kind is EntityKind.PERSON]
                if stead:
                    yield from _told(view, match, people_in(view, stead), False, False, None)
                yield from _told(view, match, people, phrase.absent, phrase.loose, _place(view, match))
        yield from _beside(view)
        yield from _listed(view)


def _place(view: Template, match: re.Match[str]) -> Entity | None:
    """Where the words say that they are; an airport says nothing."""
    groups = match.groupdict()
    name = next((n for n in ("at", "in", "to") if groups.get(n)), None)
    if name is None or view.text[match.end(name) :].startswith(" airport"):
        return None
    return next(iter(view.entities(groups[name])), None)


def people_in(view: Template, piece: str) -> list[Entity]:
    """The people a list names, the states of those items that name no person."""
    found: dict[str, Entity] = {}
    for match in PEOPLE.finditer(piece):
        words = match.group("person") or match.group("state")
        if match.group("person"):
            words = "".join(w for w in re.findall(r"⟦[PL]\d+⟧", words) if not _possessive(view, w))
        named = view.entities(words)
        persons = [e for e in named if e.kind is EntityKind.PERSON]
        if not persons and "L" in words:
            named = view.states(words)
        for entity in persons or named:
            if entity.kind in (EntityKind.PERSON, EntityKind.STATE):
                found.setdefault(entity.key, entity)
    return list(found.values())


def _possessive(view: Template, word: str) -> bool:
    """ "his foreign minister, X" names X alone."""
    return view.slots[int(word[2:-1])][1].tag_ == "PRP$"


def _told(
    view: Template,
    match: re.Match[str],
    people: list[Entity],
    absent: bool,
    loose: bool,
    place: Entity | None,
) -> Iterator[Told]:
    if people:
        evidence = view.evidence(match)
        yield Told(tuple(people), absent, loose, place, evidence.start, evidence)


def _supposed(view: Template, match: re.Match[str]) -> bool:
    """ "if he attends", "may come", "was asked to attend": nothing that is said to be so."""
    clause = re.split(r"[;:]", view.text[: match.end()])[-1]
    tail = view.text[match.end() : match.end() + 12]
    return SUPPOSED.search(clause) is not None or re.match(r"[\s\"“']*if\b", tail) is not None


def _beside(view: Template) -> Iterator[Told]:
    """ "On the sidelines, A met B": both were there."""
    if SIDELINES.search(view.text) is None:
        return
    for match in MET.finditer(view.text):
        people = people_in(view, match.group("who")) + people_in(view, match.group("with") or "")
        people = [p for p in people if p.kind is EntityKind.PERSON]
        yield from _told(view, match, people, False, False, None)


def _listed(view: Template) -> Iterator[Told]:
    """Three or more people in one list: where a gathering has just been told of, those who gather."""
    for match in view.finditer(LISTED):
        people = [p for p in people_in(view, match.group("who")) if p.kind is EntityKind.PERSON]
        if len(people) > 2:
            evidence = view.evidence(match)
            yield Told(tuple(people), False, True, None, evidence.start, evidence, listed=True)
