"""Who came before: "the first president to visit Cuba since Coolidge in 1928" tells of a visit of Coolidge's too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from summitry.graph.claims import Finding, Status
from summitry.graph.extract.actors import people_at
from summitry.graph.extract.localities import Place
from summitry.graph.extract.travel import Telling, visit
from summitry.graph.mentions.document import Passage

_FIRST = re.compile(r"\b(?:first|only|last)\b")
_NEAR = 12  # tokens behind the event in which its "since" stands
_BEHIND = 4  # tokens behind a name in which its year stands


def predecessors(told: Telling, passage: Passage, event: Token, places: Sequence[Place]) -> Iterator[Finding]:
    """The visit of whoever was last in a place before those whom a sentence calls the first to come since."""
    sentence = event.sent
    since = next((t for t in event.doc[event.i + 1 : event.i + _NEAR] if t.lower_ == "since"), None)
    if since is None or since.i >= sentence.end:
        return
    said = told.reading.article.text[passage.starts[sentence.start] : passage.starts[since.i]]
    if not _FIRST.search(said):
        return
    whom = next((c for c in since.children if c.dep_ == "pobj"), None)
    if whom is None or whom.i + 1 >= sentence.end:
        return
    dates = told.when.within(passage, whom.i + 1, min(whom.i + 1 + _BEHIND, sentence.end))
    for visitor in people_at(told.reading, passage, [whom]):
        for place in places[:1]:
            yield from visit(told, passage, event, visitor, place, Status.OCCURRED, "visit.before", dates)
