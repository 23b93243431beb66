"""The story an article tells, as far as its events share it: where it is told from, which day a place belongs to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.dates import Bound, Dated
from summitry.graph.extract.arguments import verb_of
from summitry.graph.extract.days import is_day
from summitry.graph.extract.localities import Place
from summitry.graph.extract.places import dateline_city, place_at
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import MentionKind
from summitry.graph.mentions.reading import Reading

_SAYING = frozenset("say add tell announce note report confirm".split())
_LEADING = frozenset("to in for into at".split())
_PLACES = frozenset({EntityKind.CITY, EntityKind.STATE})


class Story:
    """What events may take from the rest of their article; read through once, at the first question."""

    def __init__(self, reading: Reading, today: str | None) -> None:
        self._reading = reading
        self._today = today
        self._days: dict[str, str] | None = None
        self._past: list[tuple[int, str]] = []

    def day(self, passage: Passage, first: int, last: int) -> str | None:
        """The day of what tokens `first` to `last` (excluded) tell of: that of their place, else the day told last."""
        if self._days is None:
            self._days = self._read()
        for i in range(first, last):
            mention = passage.mention_at.get(i)
            for entity in self._reading.entities(mention) if mention is not None else ():
                if entity.kind is EntityKind.CITY and entity.key in self._days:
                    return self._days[entity.key]
        at = bisect_left(self._past, (passage.starts[first], ""))
        return self._past[at - 1][1] if at else self._today

    def _read(self) -> dict[str, str]:
        found: dict[str, str] = {}
        times = self._reading.timeline.times
        k = 0
        for passage, sentence in self._reading.sentences():
            end = passage.ends[sentence.end - 1]
            day = None
            while k < len(times) and times[k].expression.start < end:
                if self._is_past(times[k]):
                    day = day or times[k].value.start
                    self._past.append((times[k].expression.start, times[k].value.start or ""))
                k += 1
            if day is not None:
                for token in sentence:
                    mention = passage.mention_at.get(token.i)
                    for entity in self._reading.entities(mention) if mention is not None else ():
                        if entity.kind in _PLACES:
                            found.setdefault(entity.key, day)
        return found

    def _is_past(self, dated: Dated) -> bool:
        day = dated.value.start
        if day is None or dated.expression.bound is not Bound.AT or not is_day(day):
            return False
        return (
            self._today is None or self._today.startswith("--") != day.startswith("--") or day <= self._today
        )


class Scene:
    """Where an article is told from, and which city it has named last."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self.filed = dateline_city(reading)
        self.here = self.filed or _lead_city(reading)
        self._places: list[tuple[int, Place]] = []
        for passage in reading.passages:
            for i in sorted(passage.mention_at):
                if passage.mention_at[i].kind is MentionKind.CITY:
                    place = place_at(reading, passage, passage.doc[i])
                    if place is not None:
                        self._places.append((passage.starts[i], place))
        self._at = [offset for offset, _ in self._places]
        self._subjects: list[tuple[int, tuple[Entity, ...]]] | None = None

    def before(self, passage: Passage, token: Token) -> Place | None:
        """The city named last before a token in its paragraph."""
        i = bisect_left(self._at, passage.starts[token.i])
        return self._places[i - 1][1] if i and self._at[i - 1] >= passage.block.start else None

    def there(self, passage: Passage, token: Token) -> Place | None:
        """The city or state that the passage led to or told of last before a token."""
        for i in range(token.i - 1, -1, -1):
            mention = passage.mention_at.get(i)
            if mention is None or mention.kind not in (MentionKind.CITY, MentionKind.STATE):
                continue
            if passage.doc[i].head.lower_ in _LEADING:
                return place_at(self._reading, passage, passage.doc[i])
        return None

    def subject(self, passage: Passage, token: Token) -> tuple[Entity, ...]:
        """The people who were the last subject before a token, other than of saying."""
        if self._subjects is None:
            self._subjects = list(self._read_subjects())
        i = bisect_left(self._subjects, (passage.starts[token.i],))
        return self._subjects[i - 1][1] if i else ()

    def _read_subjects(self) -> Iterator[tuple[int, tuple[Entity, ...]]]:
        for passage in self._reading.passages:
            for i in sorted(passage.mention_at):
                token = passage.doc[i]
                verb = verb_of(token)
                if (
                    token.dep_ in ("nsubj", "nsubjpass")
                    and verb.lemma_ not in _SAYING
                    and verb.dep_ != "relcl"
                ):
                    people = [
                        e
                        for e in self._reading.entities(passage.mention_at[i])
                        if e.kind is EntityKind.PERSON
                    ]
                    if people:
                        yield passage.starts[i], tuple(people)


def _lead_city(reading: Reading) -> Place | None:
    """The one city that the headline names, else the one that the first sentence puts its story in."""
    bodies = [p for p in reading.passages if not p.headline]
    heads = [_cities(reading, p, 0, len(p.doc), False) for p in reading.passages[:2] if p.headline]
    leads = [_cities(reading, p, 0, next(p.doc.sents).end, True) for p in bodies[:1] if len(p.doc)]
    for found in (*heads, *leads):
        if len({place.city.key for place in found if place.city is not None}) == 1:
            return found[0]
    return None


def _cities(reading: Reading, passage: Passage, first: int, last: int, inside: bool) -> list[Place]:
    found = []
    for i in range(first, last):
        mention = passage.mention_at.get(i)
        if (
            mention is not None
            and mention.kind is MentionKind.CITY
            and (not inside or passage.doc[i].head.lower_ in ("in", "at"))
        ):
            place = place_at(reading, passage, passage.doc[i])
            if place is not None and place.city is not None:
                found.append(place)
    return found
