"""Which state ratified, signed, stayed out of or left which treaty."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summitry.graph.claims import Entity, EntityKind, Evidence, Finding, Treaty
from summitry.graph.extract.template import RELATIVE, Template, series, slot, templates
from summitry.graph.gazetteer import Gazetteer
from summitry.graph.mentions.reading import Reading

_MARK = "⟪T⟫"
_HOUSE = r"(?P<house>(?:⟦[DS]\d+⟧(?:'s)?|[Ii]ts|[Tt]heir) (?:parliament|senate|lawmakers|legislature|national assembly|congress|duma|lower house|upper house|MPs|deputies|government)|⟦B\d+⟧)"
_WHO = rf"(?:{series('SCL', 'party')}(?: (?:close to|near|in) ⟦[A-Z]\d+⟧)?{RELATIVE}|{_HOUSE})"
_HAS = r"(?:has |have |had |also |already |recently |formally |officially |jointly |both |finally |later |overwhelmingly |unanimously |only |since )*"
_NOT = r"(?:has not|have not|hasn't|haven't|did not|didn't|never|had not|has never|have never|has yet to|have yet to|had never|has so far not|is yet to|has still not)"
_T = rf"[^.;⟦]{{0,50}}?(?:the |its |their |that )?{_MARK}"
_NAMES = r"(?P<party>(?:(?:,? and |, )?(?:the )?⟦[SC]\d+⟧(?: \([^)]{0,60}\))?)+)"
_IT = rf"(?:{_MARK}|it\b)"
_PARTY = r"(?:state )?(?:part(?:y|ies)|states? part(?:y|ies)|members?|signator(?:y|ies))"
_PATTERNS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(p), status)
    for p, status in (
        (rf"{_WHO}(?:,? which|,? that|,)? {_NOT} (?:yet )?(?:\w+ )?(?:ratif\w+|accede\w*|join\w*|sign\w*)(?:,? (?:or|nor|and) \w+)?(?:{_T}| it\b)", "not_ratified"),
        (rf"not (?:an? )?{_PARTY} (?:to|of){_T},? include {_NAMES}", "not_ratified"),
        (rf"{_WHO},? (?:which |that )?(?:is|are|was|were|remains) (?:not|neither|no longer)(?: yet)? (?:an? )?(?:{_PARTY}|bound)(?: to| of| by)?{_T}", "not_ratified"),
        (rf"{_WHO},? (?:which |that )?{_HAS}signed(?: {_IT})?[^.;⟦]{{0,30}}? but (?:has |have |had |did )?(?:not|never|yet to)(?: yet)? (?:ratif\w+|ratified)(?: {_IT})?", "not_ratified"),
        (rf"(?:outside|not (?:a )?{_PARTY} (?:to|of)){_T},? (?:such as |including |like )?{_WHO}", "not_ratified"),
        (rf"{_WHO},? (?:which |that )?(?:has |have |had |will |would |is to |formally |officially |announced |plans to |decided to |to |also )*(?:withdr[ae]wn?|pull(?:ed|s)? out|quit|left|leave|exit(?:ed)?|walk(?:ed)? (?:away|out)|revoked?|denounced?|abandon(?:ed)?|renounced?|torn up|tore up|ditched|scrapped|pulled)(?: of| from)?{_T}", "withdrew"),
        (rf"{_WHO} {_HAS}withdr[ae]w[n]? (?:its|their) signatures?", "withdrew"),
        (rf"{_WHO}(?:'s)? (?:withdrawal|exit|departure|pullout|pull-out) from{_T}", "withdrew"),
        (rf"(?:withdrawal|withdrew|withdrawing|pull(?:ed|ing)) (?:of )?{series('SCL', 'party')} (?:out of|from){_T}", "withdrew"),
        (rf"{_WHO},? (?:which |that )?{_HAS}(?:ratified|acceded to|joined)(?: \w+)?{_T}", "ratified"),
        (rf"{_WHO} {_HAS}(?:voted|vote) (?:\S+ ){{0,4}}?to (?:ratify|approve){_T}", "ratified"),
        (rf"{_WHO} (?:ratified|acceded to|joined) it\b", "ratified"),
        (rf"{_WHO} (?:was|became|is) the (?:\w+ )?(?:\w+ )?(?:country|state|nation|one)? ?to (?:join|ratify|accede)(?: it| to it|{_T})?(?=[.,;]| in\b)", "ratified"),
        (rf"{_WHO},? (?:which |that )?(?:is|are|was|were|as|became|become) (?:also |both |all |now )?(?:an? )?(?:full )?(?:state )?(?:part(?:y|ies)|members?|states? part(?:y|ies)) (?:to|of){_T}", "ratified"),
        (rf"[Aa]s an? (?:state )?(?:party|member|signatory) (?:to|of){_T},? {_WHO}", "ratified"),
        (rf"{_WHO},? (?:an? |both )?(?:state )?(?:part(?:y|ies)|members?) (?:to|of){_T}", "ratified"),
        (rf"ratification of{_T} by {series('SCL', 'party')}", "ratified"),
        (rf"{_WHO},? (?:which |that )?{_HAS}sign(?:ed)?(?: \w+)?{_T}", "signed"),
        (rf"{_WHO},? (?:which |that )?(?:is |are |was |were )?(?:an? |both )?(?:original )?signator(?:y|ies) (?:to|of){_T}", "signed"),
        (rf"{_MARK},? signed[^.;⟦]{{0,60}}? by {series('SCL', 'party')}", "signed"),
    )
)  # fmt: skip
_FOLLOW = re.compile(
    rf"(?:^So|^Nor|^Neither|(?:and|,) (?:neither|nor|so)) (?:is|was|has|have|had|did|do|does|are|were) {series('SCL', 'party')}"
)
_NAME = (r"(?:(?:(?:[A-Z][\w-]+|⟦[A-Z]\d+⟧|UN|and|of|on)[ -]){1,6}(?:Treaty|Convention|Protocol|Statute|Accord|Accords|Covenant|Pact|Agreement)\b"
         r"|(?:Treaty|Convention|Protocol|Accord|Covenant) (?:on|of|for|against) (?:the )?[A-Z][\w-]+(?: (?:(?:and|of|on|the|in|for|or) )*[A-Z][\w-]+)*)")  # fmt: skip
_NAMED = re.compile(rf"(?<![\w-])(?!(?:The|This|That|Under|On|Of|And)\b){_NAME}(?! Organi[sz]ation)")
_AGAIN = re.compile(
    r"(?<=\bthe )(?:\w+ )?(?:treaty|statute|convention|protocol|pact|accord)\b(?! (?:on|of|between|with|against)\b)"
)
_SORT = r"(?:treaty|treaties|pacts?|conventions?|protocols?|accords?|(?:peace|association|free trade|free-trade|trade|defen[cs]e|security|border|partnership|military|nuclear|status of forces|extradition) (?:cooperation )?(?:agreement|deal)s?|agreement on (?:the )?(?:reduction|normali[sz]ation|delimitation|demarcation|establishment)[\w -]{3,40})"
_UNNAMED = re.compile(
    rf"(?P<party>{slot('SPCL')}(?:(?:, and|,| and) (?:the )?{slot('SPCL')})*)(?:,[^,;.]{{0,60}},|,)? (?:has |have |had |also |today |jointly |formally |on \w+ |and )*signed (?:an? |the |two |three |several )?(?P<name>(?:[a-z][\w-]+ ){{0,4}}?{_SORT}(?: on [a-z][\w -]{{3,40}}?)?)(?: with (?P<other>(?:the )?{slot('SPOC')}))?(?=[.,;]| (?:in|on|that|to|at|with|late|last|this|under|which|for)\b|$)"
)
_RATIFIED = re.compile(
    rf"(?:{series('SCL', 'party')}|{_HOUSE})(?: on \w+)? {_HAS}(?P<done>ratified|approved) (?:the |an? )(?P<name>(?:[a-z][\w-]+ ){{0,4}}?{_SORT})(?= (?:reached|signed|on|with|at|in|that|which)\b|[.,;])"
)
_OWNED = re.compile(
    rf"(?P<party>{slot('SC')})'s (?P<name>(?:[\w-]+ )?{_SORT}) with (?:the )?(?P<other>{slot('SOC')}),? (?:which (?:was|it) )?signed"
)


@dataclass(frozen=True, slots=True)
class _Marked:
    """A sentence with one treaty's name, at `start:end`, replaced by the mark."""

    template: Template
    text: str
    start: int
    end: int

    def evidence(self, match: re.Match[str]) -> Evidence:
        return self.template.piece(
            self._at(match.start()), max(self._at(match.end()), self._at(match.start()) + 1)
        )

    def _at(self, index: int) -> int:
        shift = self.end - self.start - len(_MARK) if self.end > self.start and index > self.start else 0
        return min(index + shift, len(self.template.text))


def find(reading: Reading) -> Iterator[Finding]:
    """The treaty positions that an article states; each party and treaty once."""
    names = _names(reading.gazetteer)
    seen: set[tuple[str, str]] = set()
    last: Treaty | None = None
    for template in templates(reading):
        found = [*_in_sentence(template, names, last)]
        found += _following(template, last if not found else None)
        for finding in (*found, *_unnamed(template), *_ratified(template)):
            payload = finding.payload
            assert isinstance(payload, Treaty)
            if (payload.party.key, payload.treaty) not in seen:
                seen.add((payload.party.key, payload.treaty))
                yield finding
        last = _last(template, names, found) or last


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
    named = list(_treaties(template, names))
    if not named and last is not None:
        again = _AGAIN.search(template.text)
        named = (
            [(again.start(), again.end(), last.treaty)]
            if again
            else [(0, 0, last.treaty)]
            if re.search(r"\bit\b|its signature|to (?:join|ratify)", template.text)
            else []
        )
    for start, end, treaty in named:
        text = template.text[:start] + _MARK + template.text[end:] if end > start else template.text
        status = None
        for found in _about(_Marked(template, text, start, end), treaty):
            assert isinstance(found.payload, Treaty)
            status = found.payload.status
            yield found
        if status is not None:
            yield from _following(template, Treaty(Entity(EntityKind.STATE, "", "", ""), treaty, status))


def _following(template: Template, last: Treaty | None) -> Iterator[Finding]:
    """ "So was Chad", "and neither has the United States": the same of others."""
    match = _FOLLOW.search(template.text) if last is not None and last.status else None
    if match is not None and last is not None:
        for party in template.states(match["party"]):
            yield Finding(
                Treaty(party, last.treaty, last.status),
                (template.evidence(match),),
                0.85,
                f"treaty.{last.status}",
            )


def _names(gazetteer: Gazetteer) -> list[tuple[re.Pattern[str], str]]:
    pairs = [(alias, treaty.name) for treaty in gazetteer.treaties() for alias in treaty.names]
    pairs.sort(key=lambda p: -len(p[0]))
    return [(re.compile(rf"(?<![\w-]){re.escape(alias)}(?![\w-])"), name) for alias, name in pairs]


def _treaties(template: Template, names: list[tuple[re.Pattern[str], str]]) -> Iterator[tuple[int, int, str]]:
    """Where a sentence names which treaty: those of the reference data, then whatever is called one."""
    taken: list[tuple[int, int]] = []
    for pattern, name in names:
        for match in pattern.finditer(template.text):
            if not any(s < match.end() and match.start() < e for s, e in taken):
                taken.append(match.span())
                yield match.start(), match.end(), name
    for match in _NAMED.finditer(template.text):
        if not any(s < match.end() and match.start() < e for s, e in taken):
            taken.append(match.span())
            yield match.start(), match.end(), template.evidence(match).exact


def _about(marked: _Marked, treaty: str) -> Iterator[Finding]:
    template, text = marked.template, marked.text
    done: set[str] = set()
    for pattern, status in _PATTERNS:
        for match in pattern.finditer(text):
            if re.search(
                r"\b(?:close to|near|with|from|against|of|by|in|to|if|should|whether) (?:the )?$",
                text[: match.start()],
            ):
                continue
            if (
                re.search(
                    r"\b(?:if|should|could|would|might|may|must|urged?|calls?|called|want\w*|threat\w*)\b",
                    match.group(),
                )
                and status != "not_ratified"
            ):
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
        return template.states(groups.get("party"))
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
    """ "signed a peace treaty with Y": treaties without a name, where two sides are known."""
    for pattern in (_UNNAMED, _OWNED):
        for match in template.finditer(pattern):
            parties = {s.key: s for s in (*template.acting(match["party"]), *template.acting(match["other"]))}
            others = template.entities(match["other"])
            if len(parties) + sum(o.kind is EntityKind.ORGANISATION for o in others) < 2:
                continue
            words = template.reading.article.text[
                template.places[match.start("name")] : template.places[match.end("name") - 1] + 1
            ]
            name = (
                f"{words} with {others[0].name}"
                if others and others[0].kind is EntityKind.ORGANISATION
                else words
            )
            for party in template.acting(match["party"]):
                yield Finding(
                    Treaty(party, name, "signed"), (template.evidence(match),), 0.8, "treaty.unnamed"
                )


def _ratified(template: Template) -> Iterator[Finding]:
    """ "The parliament ratified the climate pact": a treaty without a name of its own."""
    for match in template.finditer(_RATIFIED):
        words = template.reading.article.text[
            template.places[match.start("name")] : template.places[match.end("name") - 1] + 1
        ]
        if match["done"] == "ratified":
            for party in _parties(template, match):
                yield Finding(
                    Treaty(party, words, "ratified"), (template.evidence(match),), 0.85, "treaty.ratified"
                )
