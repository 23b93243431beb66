"""People named together in a sentence: each list of them becomes one mark, so that patterns stay simple and fast.

"⟦S0⟧'s ⟦P1⟧, ⟦P2⟧ of ⟦S3⟧ and ⟦S4⟧ attended" becomes "⟪0⟫ attended", and mark 0 stands for those three.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summitry.graph.claims import Entity, EntityKind, Evidence
from summitry.graph.extract.template import Template

_SLOT = re.compile(r"⟦([PLS])\d+⟧")
_OWNER = re.compile(r"(?:those of ⟦S\d+⟧, |⟦[SCO]\d+⟧'s (?:[\w-]+ ){0,3}|⟦D\d+⟧ (?:[\w-]+ ){0,2})$")
_REST = re.compile(
    r"(?: (?:bin|ibn|al-\w+(?:-\w+){0,3}|al-|Al-[\w-]*|[A-Z][\w'-]+)){0,6}(?:-?⟦P\d+⟧)?(?: of (?:the )?⟦[SCO]\d+⟧)?(?: ⟦P\d+⟧)?"
)
_JOIN = re.compile(
    r"(?:,? (?:and|or|nor|as well as|along with|together with|but also|plus)|[,;](?: (?:and|or|nor))?)"
    r"(?: (?:of|from|with|by|on \w+,|those|the|host|both|fellow|his|her|presidents|leaders|prime|ministers)){0,4} "
)
_FRONTED = re.compile(
    r"(?i)(?:according to|in|with|without|besides|beside|unlike|like|after|before|alongside|apart from|aside from|along with|together with|at|for|despite|following|on|"
    r"(?:delegated|sent|led|headed|welcomed|received|represented|appointed|urged|asked|flanked|escorted|greeted) by|"
    r"under|through|because of|thanks to|instead of|ahead of|behind|next to|flanked by|accompanied by|joined by|hosted by|invited by|to)\b[^,;:.]*"
)
_PEOPLE = re.compile(r"⟦[PL]\d+⟧")
_OWN = 80  # characters before a name in which its state stands


@dataclass(frozen=True, slots=True)
class Together:
    """A sentence with its lists of people as marks; `origins[i]` is the place of character i in the template's own text."""

    view: Template
    text: str
    origins: tuple[int, ...]
    lists: tuple[
        tuple[tuple[int, int], ...], ...
    ]  # of each mark, where its items stand in the template's text

    def people(self, mark: str) -> list[Entity]:
        """Those a mark stands for: persons, and the states of items that name no person."""
        found: dict[str, Entity] = {}
        for start, end in self.lists[int(mark[1:-1])]:
            for entity in _named(self.view, self.view.text[start:end]):
                found.setdefault(entity.key, entity)
        return list(found.values())

    def place(self, words: str) -> Entity | None:
        """The city or state that some words name."""
        for mark in re.findall(r"⟪\d+⟫", words):
            return next((e for e in self.people(mark) if e.kind is EntityKind.STATE), None)
        return next(iter(self.view.entities(words)), None)

    def evidence(self, match: re.Match[str]) -> Evidence:
        """The article's words behind a match."""
        return self.view.piece(self.origins[match.start()], self._end(match.end() - 1))

    def _end(self, last: int) -> int:
        """Where a character ends in the template's text: a mark reaches to the end of its list."""
        if self.text[last] != "⟫":
            return self.origins[last] + 1
        return self.lists[int(self.text[self.text.rindex("⟪", 0, last) + 1 : last])][-1][1]


def together(view: Template) -> Together:
    """A sentence with its lists of people as marks."""
    lists: list[list[tuple[int, int]]] = []
    for item in _items(view.text):
        if lists and _joined(view.text, lists[-1], item[0]):
            lists[-1].append(item)
        else:
            lists.append([item])
    parts: list[str] = []
    origins: list[int] = []
    at = 0
    for number, items in enumerate(lists):
        start, end = items[0][0], items[-1][1]
        mark = f"⟪{number}⟫"
        parts += [view.text[at:start], mark]
        origins += [*range(at, start), *([start] * len(mark))]
        at = end
    parts.append(view.text[at:])
    origins += range(at, len(view.text))
    return Together(view, "".join(parts), tuple(origins), tuple(tuple(items) for items in lists))


def _joined(text: str, known: list[tuple[int, int]], start: int) -> bool:
    """Whether a name goes on with a list; not behind what opens a sentence: "In the absence of X, Y …"."""
    end = known[-1][1]
    join = _JOIN.fullmatch(text, end, start)
    return join is not None and not (
        len(known) == 1 and text[end:start] == ", " and _FRONTED.fullmatch(text, 0, known[0][0]) is not None
    )


def _items(text: str) -> Iterator[tuple[int, int]]:
    """Where each person stands with his state, and each state that owns nobody."""
    done = 0
    waiting: tuple[int, int] | None = None  # a state that may be the next person's
    for slot in _SLOT.finditer(text):
        start, end = slot.span()
        if start < done:
            continue
        if slot.group(1) == "S":
            if waiting is not None:
                yield waiting
            waiting, done = (start, end), end
            continue
        begin = max(done if waiting is None else waiting[0], start - _OWN)
        owner = _OWNER.search(text[begin:start])
        if owner is not None:
            start = begin + owner.start()
        if waiting is not None and waiting[1] <= start:
            yield waiting
        waiting = None
        rest = _REST.match(text, end)
        done = rest.end() if rest is not None else end
        yield start, done
    if waiting is not None:
        yield waiting


def _named(view: Template, words: str) -> list[Entity]:
    slots = "".join(w for w in _PEOPLE.findall(words) if view.slots[int(w[2:-1])][1].tag_ != "PRP$")
    named = view.entities(slots) if _PEOPLE.search(words) else view.states(words)
    persons = [e for e in named if e.kind is EntityKind.PERSON]
    if not persons and "L" in slots:
        return view.states(slots)
    return persons or [e for e in named if e.kind is EntityKind.STATE]
