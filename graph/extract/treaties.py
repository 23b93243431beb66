"""Which state ratified, signed, stayed out of or left which treaty."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summitry.graph.claims import Entity, EntityKind, Evidence, Finding, Treaty
from summitry.graph.extract.instruments import described, may_mean
from summitry.graph.extract.pacts import pacts
from summitry.graph.extract.same_treaty import RANK, apart, comes_back, replaces, told_as
from summitry.graph.extract.sentences import templates
from summitry.graph.extract.signings import signings
from summitry.graph.extract.template import Template, slot
from summitry.graph.extract.treaty_names import Named, Names, names_in, treaties_in
from summitry.graph.extract.treaty_phrases import (
    ABOUT,
    AGAIN,
    BARE,
    BUT,
    FOLLOW,
    IT,
    MARK,
    PHRASES,
    SIGNATURE,
)
from summitry.graph.mentions.reading import Reading

_UNSURE = re.compile(
    r"\b(?:if|should|could|might|may|must|urged?|calls?|called|want\w*|threat\w*|consider\w*)\b"
)
_GOVERNED = re.compile(
    r"(?i)\b(?:close to|near|with|from|against|of|by|in|to|if|should|whether|unless) (?:the )?$"
)
_WANTED = re.compile(r"\b(?:demand|urg|ask|call|want|insist|propos)\w*(?: that| for| on)? (?:the )?$")
_DENIED = re.compile(r"\bden(?:y|ies|ied)\b[^.;⟦]{0,20}$")
_LEFT_OUT = re.compile(
    rf"\b(?:but|and) not (?:also )?(?:the |its )?{MARK}|\brather than (?:the |its )?{MARK}"
)
_INTO_LAW = re.compile(
    r"\binto law\b|\b(?:ratification|accession|withdrawal|law|order|decree)\b"
)  # not the treaty
_PLANNED = re.compile(rf"{_UNSURE.pattern}|\bwould\b|\bwill\b|\bto be signed\b")
_NOBODY = Entity(EntityKind.STATE, "", "", "")
_NEAR = 2  # sentences after which "it" is no treaty without a name
_RECENT = 8  # sentences after which "the treaty" is another one


@dataclass(frozen=True, slots=True)
class _Marked:
    """A sentence with one treaty's name, at `start:end`, replaced by the mark, or by it and a gap, `width` long."""

    template: Template
    text: str
    start: int
    end: int
    width: int

    def evidence(self, match: re.Match[str]) -> Evidence:
        return self.template.piece(
            self._at(match.start()), max(self._at(match.end()), self._at(match.start()) + 1)
        )

    def _at(self, index: int) -> int:
        if index <= self.start:
            return index
        return min(max(self.start, index + self.end - self.start - self.width), len(self.template.text))


def find(reading: Reading) -> Iterator[Finding]:
    """The treaty positions that an article states; each party and treaty once, one without a name where none has one."""
    named: dict[tuple[str, str], Finding] = {}
    nameless: dict[tuple[str, str], Finding] = {}
    for finding in _all(reading):
        payload = finding.payload
        assert isinstance(payload, Treaty)
        if payload.status == "ratified" and _of_club(reading, payload.treaty, finding):
            continue
        found = nameless if finding.rule == "treaty.unnamed" else named
        what = payload.treaty if found is named else str(finding.evidence[0].end)  # sighted in several views
        known = found.get((payload.party.key, what))
        if known is None or comes_back(finding) or RANK[payload.status] > RANK[told_as(known)]:
            found[payload.party.key, what] = finding
    yield from named.values()
    told: set[tuple[str, str, str]] = set()
    for finding in nameless.values():
        payload = finding.payload
        assert isinstance(payload, Treaty)
        said = (payload.party.key, payload.treaty, payload.status)
        others = (*named.values(), *nameless.values())
        if said not in told and not any(replaces(other, finding) for other in others):
            told.add(said)
            yield finding


def _of_club(reading: Reading, name: str, finding: Finding) -> bool:
    """Whether what is told is membership of an organisation that has the name of its treaty."""
    clubs = [e for e in reading.gazetteer.lookup(name) if e.kind is EntityKind.ORGANISATION]
    return bool(clubs) and re.search(r"\bmember|\bjoin", finding.evidence[0].exact) is not None


def _all(reading: Reading) -> Iterator[Finding]:
    names = names_in(reading)
    sentences = [(t, list(treaties_in(t, names))) for t in templates(reading)]
    only = _only(sentences)
    last: Treaty | None = None
    age = 0
    many: Treaty | None = None  # one without a name that three or more have signed, in the sentence before
    near: list[str | None] = []  # treaties without a name, sentence by sentence
    for template, named in sentences:
        last, age = (last, age + 1) if age < _RECENT else (None, 0)
        views = template.views if last is not None or ABOUT.search(template.text) else (template,)
        own = _last(named, []) or last  # a view may have lost the name
        found = [f for view in views for f in _in_sentence(view, names, own, only)]
        found += _following(template, (last or many) if not found else None)
        yield from found
        nameless = [f for view in views for f in pacts(view)]
        yield from nameless
        many = _signed_by_many(nameless)
        taken = own.treaty if own is not None else only
        just = (
            next((words for words in reversed(near[-_NEAR:]) if words), None)
            if age > 1 or own is None
            else None
        )
        yield from _parsed([*found, *nameless], signings(template, named, taken, just))
        near.append(described(template))
        fresh = _last(named, found)
        last, age = (fresh, 0) if fresh is not None else (last, age)


def _signed_by_many(nameless: list[Finding]) -> Treaty | None:
    told = [f.payload for f in nameless if isinstance(f.payload, Treaty)]
    parties = {t.party.key for t in told if t.treaty == told[0].treaty}
    return told[0] if len(parties) > 2 else None


def _parsed(told: list[Finding], parsed: Iterator[Finding]) -> Iterator[Finding]:
    """What the parse tells of treaties of which no phrase has told the same party anything."""
    known = [f.payload for f in told if isinstance(f.payload, Treaty)]
    for finding in parsed:
        payload = finding.payload
        assert isinstance(payload, Treaty)
        unnamed = finding.rule == "treaty.unnamed"
        if comes_back(finding) or not any(
            k.party.key == payload.party.key
            and (k.treaty == payload.treaty or (unnamed and not apart(k.treaty, payload.treaty)))
            and RANK[k.status] >= RANK[payload.status]
            for k in known
        ):
            known.append(payload)
            yield finding


def _only(sentences: list[tuple[Template, list[Named]]]) -> str | None:
    """The treaty of an article that names just one."""
    found = {name for _, named in sentences for _, _, name in named}
    return found.pop() if len(found) == 1 else None


def _last(named: list[Named], found: list[Finding]) -> Treaty | None:
    """What the next sentence may take up: a treaty, with the status and party stated of it last."""
    if found and isinstance(found[-1].payload, Treaty):
        return found[-1].payload
    return Treaty(_NOBODY, named[-1][2], "") if named else None


def _in_sentence(
    template: Template, names: Names, last: Treaty | None, only: str | None
) -> Iterator[Finding]:
    for marked, treaty in _marked(template, names, last, only):
        status = None
        for found in _about(marked, treaty):
            assert isinstance(found.payload, Treaty)
            status = found.payload.status
            yield found
        if status is not None:
            yield from _following(template, Treaty(_NOBODY, treaty, status))


def _marked(
    template: Template, names: Names, last: Treaty | None, only: str | None
) -> Iterator[tuple[_Marked, str]]:
    """The sentence once for each treaty it names or takes up: "the treaty", "ratified it", "never signed"."""
    text = template.text
    named = list(treaties_in(template, names))
    for start, end, treaty in named:
        yield _Marked(template, text[:start] + MARK + text[end:], start, end, len(MARK)), treaty
    if named:
        yield from _again(template, named[-1][1], named[-1][2])
    taken = last.treaty if last is not None else only
    again = [m for m in AGAIN.finditer(text) if taken and may_mean(m.group(), taken)] if not named else []
    if again and taken is not None:
        start, end = again[0].span()
        yield _Marked(template, text[:start] + MARK + text[end:], start, end, len(MARK)), taken
        yield from _again(template, end, taken)
    elif last is not None and not named:
        yield from _again(template, 0, last.treaty)


def _again(template: Template, since: int, treaty: str) -> Iterator[tuple[_Marked, str]]:
    """The sentence once for each "it", verb without an object or signature, from a character on, that takes a treaty up."""
    text = template.text
    found = [m for m in IT.finditer(text) if m.start() >= since]
    for match in found:
        start, end = match.span()
        yield _Marked(template, text[:start] + MARK + text[end:], start, end, len(MARK)), treaty
    for match in BARE.finditer(text) if not found else ():
        at = match.end()
        if match.start() >= since:
            yield _Marked(template, f"{text[:at]} {MARK}{text[at:]}", at, at, len(MARK) + 1), treaty
    if SIGNATURE.search(text, since):
        yield _Marked(template, text, 0, 0, 0), treaty


def _following(template: Template, last: Treaty | None) -> Iterator[Finding]:
    """ "So was Chad", "and neither has the United States": the same of others."""
    if last is not None and last.status in ("ratified", "signed"):
        but = BUT.search(template.text)
        if but is not None:
            evidence = (template.evidence(but),)
            for party in template.states(but["party"]):
                yield Finding(
                    Treaty(party, last.treaty, "not_ratified"), evidence, 0.85, "treaty.not_ratified"
                )
    if last is None or not last.status:
        return
    for match in filter(None, (f.search(template.text) for f in FOLLOW)):
        for party in template.states(match["party"]):
            yield Finding(
                Treaty(party, last.treaty, last.status),
                (template.evidence(match),),
                0.85,
                f"treaty.{last.status}",
            )


def _about(marked: _Marked, treaty: str) -> Iterator[Finding]:
    template, text = marked.template, marked.text
    done: set[str] = set()
    for pattern, status in PHRASES:
        for match in pattern.finditer(text):
            if _taken_back(text[: match.start()], match.group(), status):
                continue
            for party in _parties(template, match):
                if party.key not in done:
                    done.add(party.key)
                    yield Finding(
                        Treaty(party, treaty, status), (marked.evidence(match),), 0.9, f"treaty.{status}"
                    )


def _taken_back(before: str, words: str, status: str) -> bool:
    """Whether a match is of something else, wanted, planned or supposed."""
    if (
        _WANTED.search(before)
        or _DENIED.search(before)
        or (_GOVERNED.search(before) and not re.match(r"⟦\w\d+⟧'s ", words))
    ):
        return True
    if status in ("signed", "ratified") and _LEFT_OUT.search(words):
        return True
    if status == "signed" and _INTO_LAW.search(words):
        return True
    unsure = {"withdrew": _UNSURE, "not_ratified": None}.get(status, _PLANNED)
    return unsure is not None and unsure.search(words) is not None


def _parties(template: Template, match: re.Match[str]) -> list[Entity]:
    """The states that a match names, by themselves or by their parliaments."""
    groups = match.groupdict()
    house = groups.get("house")
    if not house:
        return template.acting(groups.get("party"))
    if not re.search(slot("A-Z"), house):
        return template.doer(match.start())
    found = template.states(house)
    for body in template.entities(house) if not found else ():
        owner = template.reading.gazetteer.owner(body.key) if body.kind is EntityKind.BODY else None
        entry = template.reading.gazetteer.find(owner) if owner else None
        if entry is not None and entry.kind is EntityKind.STATE:
            found.append(Entity(EntityKind.STATE, entry.name, entry.key, body.written))
    return found
