"""Which state ratified, signed, stayed out of or left which treaty."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from summitry.graph.claims import Entity, EntityKind, Evidence, Finding, Treaty
from summitry.graph.extract.template import Template, slot, templates
from summitry.graph.extract.treaty_phrases import (
    ABOUT,
    AGAIN,
    ALIAS,
    BARE,
    BUT,
    FOLLOW,
    IT,
    MARK,
    NAMED,
    OWNED,
    PASSIVE,
    PHRASES,
    RATIFIED,
    SIGNATURE,
    UNNAMED,
)
from summitry.graph.mentions.reading import Reading

_LONGER = re.compile(r" (?:Organi[sz]ation|Council|Conference|Secretariat|Commission)")
_UNSURE = re.compile(
    r"\b(?:if|should|could|might|may|must|urged?|calls?|called|want\w*|threat\w*|consider\w*)\b"
)
_PLANNED = re.compile(rf"{_UNSURE.pattern}|\bwould\b|\bwill\b|\bto be signed\b")
_LONG = 100_000  # characters of an article in which its own short names are looked for
_SIDES = (EntityKind.STATE, EntityKind.ORGANISATION)
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
        found = nameless if finding.rule == "treaty.unnamed" else named
        found.setdefault((payload.party.key, payload.treaty), finding)
    yield from named.values()
    signed = {party for party, _ in named}
    yield from (
        f for (party, treaty), f in nameless.items() if (party, treaty) not in named and party not in signed
    )


def _all(reading: Reading) -> Iterator[Finding]:
    names = [*_aliases(reading), *_names(reading)]
    last: Treaty | None = None
    age = 0
    for template in templates(reading):
        last, age = (last, age + 1) if age < _RECENT else (None, 0)
        views = template.views if last is not None or ABOUT.search(template.text) else (template,)
        found = [f for view in views for f in _in_sentence(view, names, last)]
        found += _following(template, last if not found else None)
        yield from found
        yield from (f for view in views for f in (*_unnamed(view), *_ratified(view)))
        fresh = _last(template, names, found)
        last, age = (fresh, 0) if fresh is not None else (last, age)


def _last(
    template: Template, names: list[tuple[re.Pattern[str], str]], found: list[Finding]
) -> Treaty | None:
    """What the next sentence may take up: a treaty, with the status and party stated of it last."""
    if found and isinstance(found[-1].payload, Treaty):
        return found[-1].payload
    named = [name for _, _, name in _treaties(template, names)]
    return Treaty(Entity(EntityKind.STATE, "", "", ""), named[-1], "") if named else None


def _in_sentence(
    template: Template, names: list[tuple[re.Pattern[str], str]], last: Treaty | None
) -> Iterator[Finding]:
    for marked, treaty in _marked(template, names, last):
        status = None
        for found in _about(marked, treaty):
            assert isinstance(found.payload, Treaty)
            status = found.payload.status
            yield found
        if status is not None:
            yield from _following(template, Treaty(Entity(EntityKind.STATE, "", "", ""), treaty, status))


def _marked(
    template: Template, names: list[tuple[re.Pattern[str], str]], last: Treaty | None
) -> Iterator[tuple[_Marked, str]]:
    """The sentence once for each treaty it names or takes up: "the treaty", "ratified it", "never signed"."""
    text = template.text
    named = list(_treaties(template, names))
    for start, end, treaty in named:
        yield _Marked(template, text[:start] + MARK + text[end:], start, end, len(MARK)), treaty
    if named or last is None:
        return
    again = AGAIN.search(text)
    found = [again] if again else [*IT.finditer(text)]
    for match in found:
        start, end = match.span()
        yield _Marked(template, text[:start] + MARK + text[end:], start, end, len(MARK)), last.treaty
    for match in BARE.finditer(text) if not found else ():
        at = match.end()
        yield _Marked(template, f"{text[:at]} {MARK}{text[at:]}", at, at, len(MARK) + 1), last.treaty
    if SIGNATURE.search(text):
        yield _Marked(template, text, 0, 0, 0), last.treaty


def _following(template: Template, last: Treaty | None) -> Iterator[Finding]:
    """ "So was Chad", "and neither has the United States": the same of others."""
    if last is not None and last.status == "ratified":
        but = BUT.search(template.text)
        if but is not None:
            evidence = (template.evidence(but),)
            for party in template.states(but["party"]):
                yield Finding(
                    Treaty(party, last.treaty, "not_ratified"), evidence, 0.85, "treaty.not_ratified"
                )
    match = FOLLOW.search(template.text) if last is not None and last.status else None
    if match is not None and last is not None:
        for party in template.states(match["party"]):
            yield Finding(
                Treaty(party, last.treaty, last.status),
                (template.evidence(match),),
                0.85,
                f"treaty.{last.status}",
            )


def _names(reading: Reading) -> list[tuple[re.Pattern[str], str]]:
    """The names of treaties of the reference data, of those that the article has at all: each costs a search a sentence."""
    text = reading.article.text.replace("\n", " ")
    known = ((alias, treaty.name) for treaty in reading.gazetteer.treaties() for alias in treaty.names)
    pairs = [(alias, name) for alias, name in known if alias in text]
    pairs.sort(key=lambda p: -len(p[0]))
    return [(re.compile(rf"(?<![\w-]){re.escape(alias)}(?![\w-])"), name) for alias, name in pairs]


def _aliases(reading: Reading) -> list[tuple[re.Pattern[str], str]]:
    """The short names that an article gives: "the Enhanced Defense Cooperation Agreement (EDCA)"."""
    known = {alias for treaty in reading.gazetteer.treaties() for alias in treaty.names}
    found = {
        short: name.removeprefix("The ")
        for name, short in ALIAS.findall(reading.article.text[:_LONG])
        if short not in known
    }
    return [(re.compile(rf"(?<![\w-]){re.escape(short)}(?![\w-])"), name) for short, name in found.items()]


def _treaties(template: Template, names: list[tuple[re.Pattern[str], str]]) -> Iterator[tuple[int, int, str]]:
    """Where a sentence names which treaty: those of the reference data, then whatever is called one.

    Known names are looked for in the article's own words: "Paris Agreement" has a city in it.
    """
    taken: list[tuple[int, int]] = []
    first = template.places[0]
    words = template.reading.article.text[first : template.places[-1] + 1].replace("\n", " ")
    for pattern, name in names:
        for match in pattern.finditer(words):
            start = bisect_left(template.places, first + match.start())
            end = bisect_left(template.places, first + match.end())
            if _LONGER.match(words[match.end() :]):
                continue
            if start < end and not any(s < end and start < e for s, e in taken):
                taken.append((start, end))
                yield start, end, name
    for match in NAMED.finditer(template.text):
        if not any(s < match.end() and match.start() < e for s, e in taken):
            taken.append(match.span())
            yield match.start(), match.end(), template.evidence(match).exact


def _about(marked: _Marked, treaty: str) -> Iterator[Finding]:
    template, text = marked.template, marked.text
    done: set[str] = set()
    for pattern, status in PHRASES:
        for match in pattern.finditer(text):
            if re.search(
                r"\b(?:close to|near|with|from|against|of|by|in|to|if|should|whether) (?:the )?$",
                text[: match.start()],
            ):
                continue
            if (_UNSURE if status == "withdrew" else _PLANNED).search(
                match.group()
            ) and status != "not_ratified":
                continue
            for party in _parties(template, match):
                if party.key not in done:
                    done.add(party.key)
                    yield Finding(
                        Treaty(party, treaty, status), (marked.evidence(match),), 0.9, f"treaty.{status}"
                    )


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


def _unnamed(template: Template) -> Iterator[Finding]:
    """ "signed a peace treaty with Y", "a trade pact with Y was signed": without a name, where two sides are known."""
    for pattern in (UNNAMED, OWNED, PASSIVE):
        for match in template.finditer(pattern):
            others = [o for o in template.entities(match.groupdict().get("other")) if o.kind in _SIDES]
            mine = template.acting(match["party"] or match.groupdict().get("two"))
            states = {s.key: s for s in (*mine, *template.acting(match.groupdict().get("other")))}
            if len(states) + sum(o.kind is EntityKind.ORGANISATION for o in others) < 2:
                continue
            words = _words(template, match, "name")
            named = f"{words} with {others[0].name}" if others else words
            for party in mine:
                yield _signed(template, match, party, named)
            for party in (s for s in states.values() if s not in mine):
                yield _signed(template, match, party, f"{words} with {mine[0].name}" if mine else words)


def _signed(template: Template, match: re.Match[str], party: Entity, name: str) -> Finding:
    return Finding(Treaty(party, name, "signed"), (template.evidence(match),), 0.8, "treaty.unnamed")


def _words(template: Template, match: re.Match[str], group: str) -> str:
    """The article's words behind a group of a match."""
    return template.piece(match.start(group), match.end(group)).exact.replace("\n", " ")


def _ratified(template: Template) -> Iterator[Finding]:
    """ "The parliament ratified the climate pact": a treaty without a name of its own."""
    for match in template.finditer(RATIFIED):
        words = _words(template, match, "name")
        other = next(iter(template.acting(match.groupdict().get("other"))), None)
        if match["done"] == "ratified" and (" " in words or other is not None):
            named = f"{words} with {other.name}" if other is not None else words
            for party in _parties(template, match):
                evidence = (template.evidence(match),)
                yield Finding(Treaty(party, named, "ratified"), evidence, 0.85, "treaty.ratified")
