"""Whether those whom a post alone names held it at the time: "signed in 1992 by the leaders of Fiji and Samoa" names nobody of today."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from spacy.tokens import Token

from summitry.graph.claims import Entity
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import MentionKind
from summitry.graph.mentions.reading import Reading

_LONG_AGO = 2  # years before the article from which other people may have held a post


def others_then(
    reading: Reading, passage: Passage, trigger: Token, people: Iterable[Entity], day: str | None
) -> bool:
    """Whether an event of long ago is told of people by their posts alone, one of whom was in no office then."""
    today = reading.article.today
    if day is None or today is None or day.startswith("--") or today.startswith("--"):
        return False
    year, month = int(day[:4]), int(day[5:7] or 7)
    if int(today[:4]) - year < _LONG_AGO:
        return False
    posts = {
        entity.key
        for i in range(trigger.sent.start, trigger.sent.end)
        if (mention := passage.mention_at.get(i)) is not None
        and mention.kind is MentionKind.POST
        and any(post.of is not None for post in mention.posts)
        for entity in reading.entities(mention)
    }
    then, known = date(year, month, 1), reading.gazetteer
    return any(
        person.key in posts and known.tenures(person.key) and not known.in_office(person.key, then)
        for person in people
    )
