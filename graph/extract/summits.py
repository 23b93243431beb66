"""Summits: which organisation's, where, when, who attended and who stayed away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Finding, Status, Summit
from summitry.graph.extract.actors import actors_at, doers
from summitry.graph.extract.arguments import prepositions, subject_of, verb_of
from summitry.graph.extract.attendance import absentees_of, attendees_of, companions, stayed_away
from summitry.graph.extract.convening import club_of, states_led
from summitry.graph.extract.days import is_day
from summitry.graph.extract.evidence import finding
from summitry.graph.extract.gatherings import gatherings
from summitry.graph.extract.lineup import PEOPLE
from summitry.graph.extract.organisers import nominal, summit_name
from summitry.graph.extract.rolls import with_rolls
from summitry.graph.extract.same_summits import ARRIVAL, settled
from summitry.graph.extract.series import PARTAKING, Series, of_two, series_nearby, series_of, series_of_each
from summitry.graph.extract.status import status_of
from summitry.graph.extract.summit_asides import begun, elsewhen, foretold, gone, granted, moved, opening
from summitry.graph.extract.summit_dates import dates_of
from summitry.graph.extract.summit_editions import editions, further
from summitry.graph.extract.summit_names import edition, named, of_trade
from summitry.graph.extract.summit_places import TRAVEL, narrowest, place_of
from summitry.graph.extract.unnamed_summits import by_place, held_at, of_leaders
from summitry.graph.extract.when import When
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import MentionKind
from summitry.graph.mentions.reading import Reading

_NOUNS = frozenset({"summit", "outreach"})
_NAMING = frozenset("NOUN PROPN PRON".split())
_FORUMS = frozenset({"forum"})
_PRESENT = frozenset("attend join participate address tell host chair open speak".split())
_PAST = frozenset("previous last recent earlier past".split())
_KINDS = frozenset("extraordinary emergency informal special regular annual virtual".split())
_FOUNDED = frozenset("initiate found establish launch create".split())  # of a series
_COMES = frozenset("attend join address host skip".split())


def find(reading: Reading) -> Iterator[Finding]:
    """The summits that an article states."""
    when = When(reading)
    found: list[tuple[Token, Finding]] = []
    told = list(_told(reading))
    known = {series.name: series for _, _, series in told if series is not None}
    pairs = any(series is None and of_two(reading, passage, event) for passage, event, series in told)
    last: Series | None = None
    loose: set[str] = set()  # names of summits of which only a verb says where they were
    for passage, event, series in told:
        if series is None and event.lower_ == "summits" and last is not None:
            found += [(event, f) for f in editions(reading, when, passage, event, last)]
            continue
        if series is None and not of_two(reading, passage, event):
            series = _of_states(reading, passage, event) or _unnamed(reading, passage, event, known, pairs)
            spoken = series is None and not _spoken_of(event)
            series = series or by_place(reading, passage, event) or held_at(reading, passage, event)
            loose |= {series.name} if series is not None and spoken else set()
        if series is not None:
            last = series
            several = list(editions(reading, when, passage, event, series))
            found += [(event, f) for f in several or _summit(reading, when, passage, event, series)]
            found += [(event, f) for f in further(reading, when, passage, event, series)]
    yield from of_leaders(with_rolls(reading, list(settled(found, reading.article.today))), loose)


def _told(reading: Reading) -> Iterator[tuple[Passage, Token, Series | None]]:
    """What the sentences call summits, with the series where the words beside them name one."""
    last: tuple[int, str, Series] | None = None
    for n, (passage, sentence) in enumerate(reading.sentences()):
        for token in sentence:
            if not (token.pos_ in _NAMING or token.i in passage.mention_at or nominal(token)):
                continue
            found = [*_called(reading, passage, token), *gatherings(reading, passage, token)]
            if not found and last is not None and n - last[0] == 1 and _resumes(token, last[1]):
                found = [(token, last[2])]
            for event, series in found:
                last = (n, event.lower_, series) if series is not None else last
                yield passage, event, series


def _resumes(noun: Token, called: str) -> bool:
    """ "the leaders' meeting … The meeting will be held in Rome": what the sentence before called so."""
    verb = verb_of(noun)
    held = verb.lemma_ == "hold" or (
        verb.lemma_ == "take" and any(c.lower_ == "place" for c in verb.children)
    )
    begins = noun.i - noun.sent.start == 1 and noun.nbor(-1).lower_ == "the"
    return begins and noun.lower_ == called and noun.dep_ in ("nsubj", "nsubjpass") and held


def _unnamed(
    reading: Reading, passage: Passage, event: Token, known: dict[str, Series], pairs: bool
) -> Series | None:
    """The series of a summit without a name: of the organisation in its sentence, of the article, of the sentences before.

    Where the article tells of a summit of two (`pairs`), a bare "the summit" may be that one.
    """
    if event.tag_ in ("NNS", "VBG", "VBD"):
        return None
    own = by_place(reading, passage, event) is not None
    series = series_nearby(reading, passage, event, 0)
    if (
        series is None
        and len(known) == 1
        and (own or not pairs)
        and (_definite(event) or _special(event) or passage.headline)
    ):
        series = next(iter(known.values()))
    return series or (series_nearby(reading, passage, event) if own or not pairs else None)


def _of_states(reading: Reading, passage: Passage, event: Token) -> Series | None:
    """ "a trilateral summit of Russia, Turkey and Iran": three states and more give theirs a name."""
    taking_part = [n for _, n in prepositions(event, "with", "in") if n.lower_ in PARTAKING]
    shared = [n for part in taking_part for _, n in prepositions(part, "of")]
    for noun in (*(n for _, n in prepositions(event, "of", "between", "among")), *shared):
        states = [e for e in actors_at(reading, passage, noun) if e.kind is EntityKind.STATE]
        states = states or [e for e in states_led(passage, noun) if e.kind is EntityKind.STATE]
        if len(states) > 2:
            return _named_after(reading, states, noun)
    subject = subject_of(verb_of(event))
    mention = passage.mention_at.get(subject.i) if subject is not None else None
    if mention is not None and mention.plural and event.dep_ in ("dobj", "pobj"):
        states = [p.of for p in mention.posts if p.of is not None and p.of.kind is EntityKind.STATE]
        known = verb_of(event).lemma_ in _COMES and _definite(event)  # "are to attend the summit"
        if len(states) > 2 and not known:  # "the presidents of Russia, Turkey and Iran meet for a summit"
            return _named_after(reading, states)
    acting = doers(reading, passage, verb_of(event)) if event.dep_ == "dobj" else []
    club = club_of(reading, acting)
    return Series(summit_name(reading, club), club, (event,)) if club is not None else None


def _named_after(reading: Reading, states: list[Entity], *tokens: Token) -> Series:
    """The series of some states: that of the organisation whose members they just are, else one called after them."""
    club = club_of(reading, states)
    if club is not None:
        return Series(summit_name(reading, club), club, tokens)
    return Series(f"{'-'.join(state.name for state in states)} summit", None, tokens)


def _definite(noun: Token) -> bool:
    """ "the summit", "their annual summit": one that the article has told of."""
    own = any(c.lower_ in ("their", "its") for c in noun.children)
    return noun.tag_ in ("NN", "NNP") and (own or _spoken_of(noun))


def _spoken_of(noun: Token) -> bool:
    """ "the summit", "next week's summit": one that readers have heard of."""
    return any(c.lower_ in ("the", "this") or (c.dep_ == "poss" and c.pos_ == "NOUN") for c in noun.children)


def _special(noun: Token) -> bool:
    """ "an extraordinary summit": one more of those that the article is about."""
    return any(c.lower_ in _KINDS for c in noun.children)


def _called(reading: Reading, passage: Passage, token: Token) -> Iterator[tuple[Token, Series | None]]:
    """What is called a summit, and forums that are; without a series where the words beside it name none."""
    word = token.lemma_.lower() if token.lower_ != "summits" else "summit"
    each = series_of_each(reading, passage, token) if token.lower_ == "summits" else []
    if each:
        yield from ((token, series) for series in each)
        return
    if not nominal(token) or word not in _NOUNS | _FORUMS or of_trade(passage, token):
        return
    before = passage.mention_at.get(token.i - 1)
    if before is not None and before.kind is MentionKind.POST and not before.plural:
        return  # "the chair of the EU summit": a post
    series = series_of(reading, passage, token)
    if word in _FORUMS and (series is None or "Forum" not in series.name or series.organisation is not None):
        return
    yield token, series or named(passage, token)


def _summit(reading: Reading, when: When, passage: Passage, noun: Token, series: Series) -> Iterator[Finding]:
    verb = verb_of(noun)
    absent = absentees_of(reading, passage, noun, verb)
    status = _status(reading, passage, noun, verb != noun and stayed_away(noun, verb))
    if status is Status.CANCELLED and noun.tag_ == "VBG":  # "leaders meeting in Accra suspended it"
        status = Status.OCCURRED
    if status is Status.CANCELLED and moved(noun):
        status = Status.PLANNED
    if status is None or (noun.dep_ == "nsubjpass" and verb.lemma_ in _FOUNDED):
        return
    place = place_of(reading, passage, noun, verb)
    dates, coming = dates_of(reading, when, passage, noun, status, series)
    if moved(noun):
        dates = replace(dates, start=None, end=None)
    beside = elsewhen(noun)
    over = dates.past and (_invited(noun) or (beside and not is_day(dates.start)))
    status = Status.OCCURRED if over else dates.settle(status)
    wished = status_of(noun, passage.headline) in (None, Status.CANCELLED)
    there = not (absent or wished) and (not beside or (verb.lemma_ in _PRESENT and not _ahead(noun, verb)))
    attendees = attendees_of(reading, passage, noun, verb) if there else []
    attendees += companions(reading, passage, noun)
    people = any(a.kind is EntityKind.PERSON for a in attendees)
    attendees = [a for a in attendees if not (people and place and place.state and a.key == place.state.key)]
    if dates.start is None and place is None and any(c.lower_ in _PAST for c in noun.children):
        return  # "took part in the recent summit": another than the one to come
    name = f"{edition(noun)}{series.name}"
    payload = Summit(
        name, series.organisation, narrowest(reading, passage, noun, place), dates.start,
        _unique(attendees), _unique(absent), status,
    )  # fmt: skip
    rule = (
        ARRIVAL
        if coming
        or (noun.pos_ == "VERB" and any(n.lower_ in _NOUNS for _, n in prepositions(noun, "for")))
        or (verb.lemma_ in TRAVEL and noun.dep_ == "pobj" and noun.head.lower_ == "for")
        else "summit.noun"
    )
    yield finding(reading, passage, noun, payload, 0.92, rule, *(series.tokens))


def _ahead(noun: Token, verb: Token) -> bool:
    """ "attended talks ahead of the summit": those who were at something else."""
    return (
        noun.dep_ == "pobj"
        and noun.head.head.lower_ == "ahead"
        and any(c.dep_ == "dobj" for c in verb.children)
    )


def _status(reading: Reading, passage: Passage, noun: Token, absent: bool) -> Status | None:
    status = status_of(noun, passage.headline)
    if status is Status.CANCELLED and noun.dep_ == "compound" and noun.head.lemma_.lower() in PEOPLE:
        return Status.PLANNED  # "more of the summit's guests pull out"
    if status in (None, Status.CANCELLED) and not absent and granted(noun):
        return Status.PLANNED
    if status in (Status.OCCURRED, Status.ONGOING) and (foretold(noun) or _invited(noun)):
        return Status.PLANNED
    if status is Status.CANCELLED and _invited(noun):
        return Status.PLANNED  # "suspended ties over their inviting him to the summit"
    if (status is Status.PLANNED and begun(noun)) or (status is Status.OCCURRED and opening(noun)):
        return Status.ONGOING
    verb = verb_of(noun)
    if status in (Status.PLANNED, None) and not absent and gone(noun):
        return Status.OCCURRED
    wished = (
        verb.lemma_ == "host" and status_of(verb, passage.headline) is None
    )  # "wants to host the next summit"
    if (wished and not absent) or any(c.lower_ in ("every", "each") for c in noun.children):
        return None
    if status is None and noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_ == "call":
        return Status.PLANNED  # "has called a summit"
    if status is Status.CANCELLED and noun.dep_ == "dobj" and verb_of(noun).lemma_ in _COMES:
        status = (
            None if absent else Status.PLANNED
        )  # "had been expected to attend": he does not come, it takes place
    if status is not None or not absent:
        return Status.PLANNED if absent and status is Status.CANCELLED else status
    due = verb.dep_ == "xcomp" and any(c.lower_ in ("is", "are") for c in (verb.head, *verb.head.children))
    above = (
        verb.head if verb.dep_ == "advcl" else verb_of(verb.head) if verb.dep_ in ("acl", "pcomp") else verb
    )
    ahead = due or (above != verb and above.tag_ in ("VBZ", "VBP"))
    ahead = ahead or any(
        c.lower_ in ("will", "wo", "'ll", "would") for v in (verb, above) for c in v.children
    )
    headed = passage.headline and any(
        c.lower_ == "to" for c in verb_of(noun).children
    )  # "X to skip the summit"
    return Status.PLANNED if ahead or headed or verb.lemma_ == "invite" else Status.OCCURRED


def _invited(noun: Token) -> bool:
    """ "invited her to the summit": it has yet to be held, unless its day is over."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "to" and noun.head.head.lemma_ == "invite"


def _unique(found: list[Entity]) -> tuple[Entity, ...]:
    return tuple({e.key: e for e in found}.values())
