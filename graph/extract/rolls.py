"""Who was at each summit of an article: what its sentences say of presence and absence, put to the summit they speak of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from summitry.graph.claims import Entity, EntityKind, Finding, Status, Summit
from summitry.graph.coreference import role_of, state_of
from summitry.graph.extract.agreement import places_agree
from summitry.graph.extract.presence import Told, presences
from summitry.graph.extract.sentences import templates
from summitry.graph.extract.template import Template
from summitry.graph.mentions.reading import Reading

_LEAD = 4  # sentences in which an article says what it is about
_NEAR = 2  # sentences after a summit in which "he did not attend" still speaks of it
_OF_BODY = re.compile(r"\b(?:summit|meeting|session|gathering|conference|assembly) of (?:the )?(⟦O\d+⟧)")
_OTHER = re.compile(
    r"\b(?:previous|last year's|next year's|other|earlier|(?:recent|past) (?:days|weeks|months|years|summit|meeting)|funeral|coronation|wedding|Olympi\w+|concert|parade|exercise|inauguration of)\b|\ban? (?:[\w-]+ ){0,3}?(?:mini-summit|summit|meeting|conference|forum|dinner|ceremony|reception)\b"
)


def with_rolls(reading: Reading, found: Sequence[Finding]) -> Iterator[Finding]:
    """The sightings of summits, and one more for each sentence that tells who was there or was not."""
    sightings = sorted(found, key=lambda f: f.evidence[0].start)
    yield from sightings
    if not sightings:
        return
    sentences = list(templates(reading))
    main = _main(reading, sentences, sightings)
    starts = [f.evidence[0].start for f in sightings]
    for n, sentence in enumerate(sentences):
        first, last = _bounds(sentence)
        inside = sightings[bisect_left(starts, first) : bisect_left(starts, last)]
        back = _bounds(sentences[max(0, n - _NEAR)])[0]
        before = sightings[bisect_left(starts, back) : bisect_left(starts, first)]
        for told in presences(sentence):
            summit = _summit_of(reading, sentence, told, inside, before, main)
            if summit is not None and (not told.listed or _members(reading, summit, told)):
                yield _attended(summit, told)


def _bounds(sentence: Template) -> tuple[int, int]:
    return sentence.pieces[0].start, sentence.pieces[-1].end


def _main(reading: Reading, sentences: Sequence[Template], sightings: Sequence[Finding]) -> Finding | None:
    """The summit that an article is about: told of in its headline or its first sentences, and oftener than others."""
    bodies = [s for s in sentences if not s.passage.headline]
    end = _bounds(bodies[min(_LEAD, len(bodies)) - 1])[1] if bodies else 0
    early = [f for f in sightings if f.evidence[0].start < end and _summit(f).status is not Status.CANCELLED]
    counts = Counter(_name(f) for f in sightings)
    if not early:
        return None
    name = max(dict.fromkeys(_name(f) for f in early), key=lambda n: counts[n])
    same = [f for f in early if _name(f) == name]
    return max(same, key=lambda f: (_summit(f).date is not None) + (_summit(f).place is not None))


def _summit(found: Finding) -> Summit:
    assert isinstance(found.payload, Summit)
    return found.payload


def _name(found: Finding) -> str:
    summit = _summit(found)
    return summit.organisation.key if summit.organisation else summit.name_or_org


def _summit_of(
    reading: Reading,
    sentence: Template,
    told: Told,
    inside: Sequence[Finding],
    before: Sequence[Finding],
    main: Finding | None,
) -> Finding | None:
    """The summit a presence speaks of: its sentence's, else the one just told of, else the article's own."""
    if not told.absent:
        before = [f for f in before if _summit(f).status is not Status.CANCELLED]
    fitting = [f for f in inside if _fits(f, told)]
    if fitting:
        return min(fitting, key=lambda f: abs(f.evidence[0].start - told.start))
    if inside or _OTHER.search(sentence.text) or (not told.absent and _of_ministers(reading, told)):
        return None
    if told.listed and before:
        return before[-1]
    held = _OF_BODY.findall(sentence.text)
    choice = before[-1] if before and not told.loose else main
    if choice is not None and main is not None and _name(choice) != _name(main) and not _summit(choice).date:
        choice = main  # the other was named in passing
    if choice is None or not _fits(choice, told) or (held and not _by(choice, sentence, held)):
        return None
    return None if told.loose and not _arrived(choice, told) else choice


def _by(found: Finding, sentence: Template, slots: Sequence[str]) -> bool:
    """Whether one of some organisations, those whose meeting a sentence speaks of, is that of the summit."""
    club = _summit(found).organisation
    keys = {e.key for slot in slots for e in sentence.entities(slot)}
    return club is None or not keys or club.key in keys


def by_name(reading: Reading, found: Finding) -> Finding:
    """A summit without the states whose own people are named as present or absent; any other finding as it is."""
    summit = found.payload
    if not isinstance(summit, Summit):
        return found
    people = (*summit.attendees, *summit.absentees)
    states = {state_of(reading, p) for p in people if p.kind is EntityKind.PERSON}
    there, away = (
        tuple(e for e in side if e.kind is not EntityKind.STATE or e.key not in states)
        for side in (summit.attendees, summit.absentees)
    )
    return replace(found, payload=replace(summit, attendees=there, absentees=away))


def _of_ministers(reading: Reading, told: Told) -> bool:
    """ "The meeting was attended by the foreign ministers X and Y": that of those who prepare the summit, where it is not named."""
    roles = [role_of(reading, p) or "" for p in told.people]
    return len(roles) > 1 and all(r.endswith("minister") and r != "prime minister" for r in roles)


def _fits(found: Finding, told: Told) -> bool:
    place = _summit(found).place
    return told.place is None or place is None or places_agree(place, told.place)


def _arrived(found: Finding, told: Told) -> bool:
    """Whether coming to a place is coming to the summit."""
    place = _summit(found).place
    return told.place is None or (place is not None and places_agree(place, told.place))


def _members(reading: Reading, found: Finding, told: Told) -> bool:
    """Whether those named together all act for members of the summit's organisation."""
    club = _summit(found).organisation
    if club is None:
        return False
    members = {m.member for m in reading.gazetteer.members(club.key, reading.published)}
    return all(state_of(reading, p) in members for p in told.people)


def _attended(found: Finding, told: Told) -> Finding:
    summit = _summit(found)
    people = _guests(summit, told.people)
    none: tuple[Entity, ...] = ()
    payload = replace(
        summit, attendees=none if told.absent else people, absentees=people if told.absent else none
    )
    rule = "summit.absent" if told.absent else "summit.present"
    return replace(
        found, payload=payload, evidence=(*found.evidence[:1], told.evidence), rule=rule, certainty=0.88
    )


def _guests(summit: Summit, people: Sequence[Entity]) -> tuple[Entity, ...]:
    """Those named, without the state that the summit takes place in."""
    return tuple(
        p
        for p in people
        if p.kind is EntityKind.PERSON or not (summit.place and places_agree(summit.place, p))
    )
