"""Who is present at a gathering of leaders and who stays away, as single sentences tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summitry.graph.claims import Entity, EntityKind, Evidence
from summitry.graph.extract.landmarks import Held, Patterns
from summitry.graph.extract.presence_phrases import MET, PHRASES, SIDELINES, SUPPOSED, Phrase
from summitry.graph.extract.template import Template
from summitry.graph.extract.together import Together, together

_PATTERNS = Patterns(phrase.pattern for phrase in PHRASES)
_LONGEST = 1_500  # characters of a sentence; longer ones are tables
_NAMED = re.compile(r"⟦[PLS]\d+⟧")
_MARK = re.compile(r"⟪\d+⟫")
_INSTEAD = re.compile(r"(?i)instead of\b")
_WAS_THERE = re.compile(r",? who (?:headed|led|attended|represented)\b")
_BEFORE = re.compile(
    r"\b(?:talks|meeting|session)\b[^.;:]{0,60}?\b(?:ahead of|prior to|in preparation for|to prepare)\b[^.;:]{0,40}\bsummit\b"
)
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
        marked = together(view)
        away: list[re.Match[str]] = []
        for number in _PATTERNS.likely(Held(marked.text)):
            phrase = PHRASES[number]
            for match in phrase.pattern.finditer(marked.text):
                told = not _supposed(marked, match) and not _elsewhere(sentence, marked, match)
                if told and not _inside(match, away):
                    away += [match] if phrase.absent else []
                    yield from _phrase(marked, match, phrase)
        yield from _beside(marked)
        yield from _listed(marked, away)


def _inside(match: re.Match[str], others: list[re.Match[str]]) -> bool:
    """Whether those who are named are no others than whom a longer match has told of: "X said he will not attend"."""
    return any(o.start("who") < match.start("who") < o.end() for o in others)


def _phrase(marked: Together, match: re.Match[str], phrase: Phrase) -> Iterator[Told]:
    groups = match.groupdict()
    people = marked.people(match.group("who"))
    stead = groups.get("stead")
    if stead or phrase.loose or phrase.person or _RUNS.search(match.group()):
        people = [p for p in people if p.kind is EntityKind.PERSON]
    if stead:
        yield from _told(marked, match, marked.people(stead), False, False, None)
    yield from _told(marked, match, people, phrase.absent, phrase.loose, _place(marked, match))


def _place(marked: Together, match: re.Match[str]) -> Entity | None:
    """Where the words say that they are; an airport says nothing."""
    groups = match.groupdict()
    name = next((n for n in ("at", "in", "to") if groups.get(n)), None)
    if name is None or marked.text[match.end(name) :].startswith(" airport"):
        return None
    return marked.place(groups[name])


def _told(
    marked: Together,
    match: re.Match[str],
    people: list[Entity],
    absent: bool,
    loose: bool,
    place: Entity | None,
) -> Iterator[Told]:
    if people:
        evidence = marked.evidence(match)
        yield Told(tuple(people), absent, loose, place, evidence.start, evidence)


def _supposed(marked: Together, match: re.Match[str]) -> bool:
    """ "if he attends", "may come", "was asked to attend": nothing that is said to be so."""
    clause = re.split(r"[;:]", marked.text[: match.end()])[-1]
    tail = marked.text[match.end() : match.end() + 12]
    return SUPPOSED.search(clause) is not None or re.match(r"[\s\"“']*if\b", tail) is not None


def _elsewhere(sentence: Template, marked: Together, match: re.Match[str]) -> bool:
    """ "attended talks ahead of the summit", "in the place of X, who led the delegation last year": at another gathering."""
    if _INSTEAD.match(match.group()) and _WAS_THERE.match(marked.text, match.end()):
        return True
    return "summit" not in match.group() and _BEFORE.search(sentence.text) is not None


def _beside(marked: Together) -> Iterator[Told]:
    """ "On the sidelines, A met B": both were there."""
    if SIDELINES.search(marked.text) is None:
        return
    for match in MET.finditer(marked.text):
        people = marked.people(match.group("who"))
        people += marked.people(match.group("with")) if match.group("with") else []
        people = [p for p in people if p.kind is EntityKind.PERSON]
        yield from _told(marked, match, people, False, False, None)


def _listed(marked: Together, away: list[re.Match[str]]) -> Iterator[Told]:
    """Three or more people in one list: where a gathering has just been told of, those who gather; none who stay away."""
    for match in _MARK.finditer(marked.text):
        if any(o.start() <= match.start() < o.end() for o in away):
            continue
        people = [p for p in marked.people(match.group()) if p.kind is EntityKind.PERSON]
        if len(people) > 2:
            evidence = marked.evidence(match)
            yield Told(tuple(people), False, True, None, evidence.start, evidence, listed=True)
