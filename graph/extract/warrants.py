"""Arrest warrants: who issued one, for whom, when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Finding, Status, Warrant
from summitry.graph.extract.courts import state_of_court
from summitry.graph.extract.sentences import templates
from summitry.graph.extract.template import Template, slot
from summitry.graph.extract.wanted import wanted
from summitry.graph.extract.when import When
from summitry.graph.mentions.reading import Reading

_PEOPLE = r"(?P<person>⟦P\d+⟧(?:(?:, | and )⟦P\d+⟧)*)"  # no ", and": what follows it is another clause
_WHOM = (
    _PEOPLE
    + rf"(?: and (?:the |its |his )?[a-z][^.;⟦]{{2,60}}, (?:[A-Z][\w-]*[ -]?){{0,2}}{slot('P', 'more')})?"
)
_BY = slot("OB", "issuer")
_COURT = slot("OB")
_WARRANT = r"(?:(?:an?|its|the|two|three|international|first|second|outstanding|active|standing) )*(?:international )?(?:arrest )?warrants?(?: of arrest)?"
_NAMELESS = re.compile(r"judge|court|tribunal|indicted|second|another|third|further|issued")
_ABOUT = re.compile(r"arrest|warrant|wanted|indict|[Nn]otice|sought")
_ICC = "organisation/icc"
_AND = re.compile(
    r"(?:and|then)(?: again| (?:for )?(?:a|another|the) second(?: one| warrant)?(?:, for [a-z ]+,)?)?(?: in| on)?"
)
_ANOTHER = re.compile(
    r"^(?:A|The|Another) second(?: one| warrant)?,?[^.;⟦]{0,40} (?:followed|was issued|came|was added)\b"
)  # after a sentence that told of the first
_AFTER = 24  # characters behind the match in which its date may stand
_PATTERNS = tuple(
    re.compile(p)
    for p in (
        rf"{_BY}(?: \([A-Z]+\))?(?:,[^,]*,)?(?: (?:announced|said|confirmed)(?: that)? it)?(?: on \w+)? (?:has |have |had )?(?:also |already )?(?:issued|issuing|issues|released) (?:{_WARRANT}|(?:its |an? |the )?(?:first |second )?warrants?)[^.;]{{0,40}}? (?:for|against) {_WHOM}",
        rf"{_BY}(?: \([A-Z]+\))?(?:'s)? {_WARRANT} (?:issued )?(?:for|against|on) {_WHOM}",
        rf"{_WARRANT}[^.;]{{0,60}}? (?:by|from|of) (?:the )?{_BY}[^.;]{{0,40}}? (?:for|against) {_WHOM}",
        rf"{_WARRANT}[^.;]{{0,30}}? (?:for|against) {_WHOM}[^.;]{{0,60}}? (?:by|from) (?:the )?{_BY}",
        rf"{_WHOM}[^.;]{{0,100}}? (?:was|is|has been|being|been|,) (?:the )?(?:target|subject|object) of (?:an? )?{_BY}(?: \([A-Z]+\))? {_WARRANT}",
        rf"{_WHOM}[^.;]{{0,100}}? (?:is|was|has been|been|who is|,) (?:still )?(?:wanted|sought|under arrest warrant|indicted) (?:by|from) (?:the )?{_BY}",
        rf"{_WHOM},? (?:for|against) whom (?:the )?{_BY}(?: \([A-Z]+\))? (?:has |have |had )?(?:also |already )?(?:issued|released) {_WARRANT}",
        rf"{_BY}(?: \([A-Z]+\))?(?:'s)? (?:has|have|had) {_WARRANT} (?:out|pending|outstanding|open) (?:for|against) {_WHOM}",
        rf"(?:issued|issuing) {_WARRANT} (?:for|against) {_WHOM}",
        rf"(?:arrest|arresting|detain|detaining|surrender|hand over) {_WHOM}[^.;⟦]{{0,40}} (?:the |an? )?{_BY} {_WARRANT}",
        rf"{_WHOM}(?:,? who)? (?:was|has been|had been|is) (?:also |first )?indicted by (?:the )?{_BY}",
        rf"{_WHOM},? who (?:was|has been|had been) (?:also |first )?indicted\b",
        rf"{_BY}[^.;⟦]{{0,30}}? (?:has |have |had )?ordered (?:the )?(?:arrest of {_WHOM.replace('person', 'p2').replace('more', 'm2')}|{_WHOM}(?:'s)? arrest)",
        rf"(?:judges|judge|court|tribunal)\b[^.;]{{0,40}}? (?:has |have |had )?ordered {_WHOM}(?:'s)? arrest",
        rf"(?:second|third|another|other|separate|further) (?:arrest )?warrant (?:names|targets|concerns|was issued for|is for|for) {_WHOM}",
        rf"{_WHOM}[^.;⟦]{{0,80}}? {_BY}(?: \([A-Z]+\))?(?:'s)? {_WARRANT} (?:for|against) (?:him|her)\b",
        rf"{_WHOM}[^.;]{{0,80}}? (?:under|faces|facing|has) (?:an? |the )?{_BY}(?: \([A-Z]+\))? (?:{_WARRANT}|arrest)",
        rf"{_WHOM} (?:faces|faced|facing) {_WARRANT}[^.;⟦]{{0,20}}? issued\b",
        rf"{_WHOM}[^.;]{{0,80}}? (?:faces|facing|is under|under|is subject to|subject to|has) {_WARRANT}[^.;]{{0,40}}? (?:by|from|of) (?:the )?{_BY}",
    )
)  # fmt: skip


def find(reading: Reading) -> Iterator[Finding]:
    """The warrants that an article states; each issuer and person once, dated where any sentence dates it."""
    when = When(reading)
    best: dict[tuple[str, str], Finding] = {}
    again: dict[tuple[str, str, str | None], Finding] = {}
    last: Warrant | None = None  # told of in the sentence before
    for template in templates(reading):
        first, last = last, None
        if first is not None and (another := _ANOTHER.search(template.text)) is not None:
            date = when.of(template.passage, template.token_at(another.end() - 1), Status.OCCURRED).start
            second = Warrant(first.issuer, first.person, date)
            again[first.issuer.key, first.person.key, date] = Finding(
                second, (template.evidence(another),), 0.85, "warrant.again"
            )
        if not _ABOUT.search(template.text):
            continue
        for found in (*_in_sentence(template, when), *wanted(template, when)):
            payload = found.payload
            assert isinstance(payload, Warrant)
            key = (payload.issuer.key, payload.person.key)
            last = payload
            if found.rule == "warrant.again":
                again.setdefault((*key, payload.date), found)
                continue
            if key not in best or len(payload.date or "") > len(best[key].payload.date or ""):  # type: ignore[union-attr]
                best[key] = found
    yield from best.values()
    yield from again.values()


def _in_sentence(template: Template, when: When) -> Iterator[Finding]:
    for pattern in _PATTERNS:
        for match in template.finditer(pattern):
            issuers = [
                state_of_court(template, e)
                for e in template.entities(_issuer(template, match))
                if e.kind in (EntityKind.ORGANISATION, EntityKind.BODY)
            ]
            people = [
                e
                for p in ("person", "more", "p2", "m2")
                for e in template.entities(match.groupdict().get(p))
                if e.kind is EntityKind.PERSON
            ]
            issuers = issuers or (_court(template) if _NAMELESS.search(match.group()) else [])
            if not issuers or not people:
                continue
            anchor = re.search(r"warrant|wanted|arrest|issued", match.group())
            trigger = template.token_at(match.start() + (anchor.start() if anchor else 0))
            date = _near(template, match, when, trigger)
            if _issued(template, match):
                stated = when.of(template.passage, trigger, Status.OCCURRED).start
                date = (date if _dated_twice(template) else None) or stated or date or _only(template)
            for person in people:
                payload = Warrant(issuers[0], person, date)
                yield Finding(payload, (template.evidence(match),), 0.92, "warrant")
                second = _second(template, date)
                if second is not None:
                    other = Warrant(issuers[0], person, second)
                    yield Finding(other, (template.evidence(match),), 0.85, "warrant.again")


def _issued(template: Template, match: re.Match[str]) -> bool:
    """Whether a warrant is issued here, not one that was "refused to honour the warrant issued by the court"."""
    done = re.search(r"\b(?:issu|releas|order|indict)\w+", match.group())
    if done is None:
        return False
    verb = template.token_at(match.start() + done.start())
    return verb.dep_ not in ("acl", "relcl", "amod")


def _second(template: Template, date: str | None) -> str | None:
    """The other day of "in March 2009 and July 2010": two warrants."""
    text = template.reading.article.text
    times = template.reading.timeline.within(template.places[0], template.places[-1] + 1)
    for first, then in pairwise(times):
        between = text[first.expression.end : then.expression.start].strip(" ,\n")
        days = (first.value.start, then.value.start)
        if _AND.fullmatch(between) and date is not None and date in days and None not in days:
            return days[days.index(date) - 1]
    return None


def _dated_twice(template: Template) -> bool:
    """Whether a sentence gives several days: the nearest is that of the first warrant."""
    return len(template.reading.timeline.within(template.places[0], template.places[-1] + 1)) > 1


def _near(template: Template, match: re.Match[str], when: When, trigger: Token) -> str | None:
    """The date in or just behind "under an ICC warrant since March"."""
    start = template.passage.starts[trigger.i]
    return when.inside(start, template.evidence(match).end + _AFTER).start


def _only(template: Template) -> str | None:
    """The date of a sentence that gives but one."""
    times = template.reading.timeline.within(template.places[0], template.places[-1] + 1)
    days = {t.value.start for t in times} - {None}
    return days.pop() if len(days) == 1 else None


def _issuer(template: Template, match: re.Match[str]) -> str | None:
    """The court that a match names, or the last one before it in the sentence."""
    named = match.groupdict().get("issuer")
    return named or next(iter(re.findall(_COURT, template.text[: match.start()])[::-1]), None)


def _court(template: Template) -> list[Entity]:
    """The court of the article, for "the judges in The Hague" and "a second warrant"."""
    mentions = (m for p in template.reading.passages for m in p.mention_at.values())
    found = (m.entity for m in mentions if m.entity is not None and m.entity.key == _ICC)
    return [court for court in (next(found, None),) if court is not None]
