"""Summits with a name of their own: "the Adriatic Charter summit", "the Summit for Democracy"; fairs that are called so are none."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from summitry.graph.claims import Finding, Meeting, Status, Summit
from summitry.graph.extract.agreement import dates_agree, places_agree
from summitry.graph.extract.arguments import prepositions
from summitry.graph.extract.series import Series
from summitry.graph.mentions.document import Passage

_REACH = 5  # words of a name
_FAIRS = frozenset(
    "business ceo investment investments investor investors hospitality tourism travel trade startup startups tech technology fintech "
    "media marketing retail property realty gaming crypto blockchain industry entrepreneur entrepreneurs entrepreneurship innovation "
    "fashion film wine sports sport women women's youth students student digital cyber web aviation aerospace mining banking finance "
    "insurance healthcare pharma logistics shipping auto automotive steel oil gas petroleum culinary music".split()
)


def named(passage: Passage, noun: Token) -> Series | None:
    """The series that a summit's own name gives: "the COP21 summit", "the summit of the G15", "the Food Systems Summit"."""
    words = own_name(passage, noun)
    if words and not _fair(words) and (len(words) > 1 or words[0].text[:2].isupper()):
        return Series(f"{' '.join(w.text for w in words)} Summit", None, (words[-1],))
    for word, child in prepositions(noun, "of", "for", "on"):
        run = [*own_name(passage, child), child]
        called = word.lower_ == "of" or noun.text == "Summit"
        if called and child.pos_ == "PROPN" and child.i not in passage.mention_at and not _fair(run):
            if word.lower_ != "of":
                return Series(f"Summit {word.lower_} {' '.join(w.text for w in run)}", None, (child,))
            if len(run) > 1 or child.text[:2].isupper():
                return Series(f"{' '.join(w.text for w in run)} Summit", None, (child,))
    return None


def own_name(passage: Passage, noun: Token) -> list[Token]:
    """The capitalised words right before a noun that name nobody and no place: "Food Systems" of "the UN Food Systems Summit"."""
    first = noun.i
    while (
        first - 1 >= max(noun.sent.start, noun.i - _REACH)
        and (before := passage.doc[first - 1]).text[:1].isupper()
        and before.pos_ in ("PROPN", "NOUN", "ADJ")
        and before.i not in passage.mention_at
        and before.ent_type_ not in ("DATE", "TIME", "ORDINAL")
    ):
        first -= 1
    words = [passage.doc[i] for i in range(first, noun.i)]
    return words if any(w.pos_ == "PROPN" for w in words) else []


def _fair(words: Sequence[Token]) -> bool:
    return any(w.lower_ in _FAIRS for w in words)


def noted(findings: list[Finding]) -> list[Finding]:
    """The findings without summits of which nothing is told but that there are some, or that only a place names, and without
    meetings of several people who are told of as a summit too."""
    summits = [f.payload for f in findings if isinstance(f.payload, Summit)]
    kept = []
    for found in findings:
        event = found.payload
        if isinstance(event, Summit) and not _noted(event):
            continue
        if isinstance(event, Meeting) and any(_is_summit(event, summit) for summit in summits):
            continue
        kept.append(found)
    return kept


def _is_summit(meeting: Meeting, summit: Summit) -> bool:
    """Whether those who are said to have met, three or more, are those of a summit of that day and place."""
    there = {a.key for a in summit.attendees}
    return (
        len(meeting.participants) > 2
        and meeting.date is not None
        and summit.date is not None
        and dates_agree(meeting.date, summit.date)
        and places_agree(meeting.place, summit.place)
        and {p.key for p in meeting.participants} <= there
    )


def _noted(summit: Summit) -> bool:
    people = summit.attendees or summit.absentees
    if summit.place is not None and summit.name_or_org == f"{summit.place.name} summit":
        return bool(people)
    return bool(people or summit.place or summit.date) or summit.status is Status.CANCELLED
