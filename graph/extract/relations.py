"""Alliances, partnerships, kinship and recognition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summitry.graph.claims import Entity, EntityKind, Finding, Relation
from summitry.graph.coreference import state_of
from summitry.graph.extract.template import Template, series, slot, templates
from summitry.graph.mentions.reading import Reading

_A = slot("SC", "a")
_AS = series("SC", "a")
_B = slot("SC", "b")
_CLOSE = r"(?:(?:close|closest|main|key|longtime|long-time|traditional|major|staunch|staunchest|top|important|strategic|treaty|nearest|only|few|loyal|historic|military|regional|another|its|his|other) )*"
_PARTNER = r"(?:(?:comprehensive|all-weather|special|privileged|global|coordinative|long-term|close|of|and|enhanced|relations? of) )*strategic (?:and \w+ )?(?:cooperative |cooperation )?partner"

# (pattern, kind); a and b are slots, "list" where a alone names both
_PATTERNS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(p), kind)
    for p, kind in (
        (rf"{_A} (?:is|was|has been|remains) (?:closely |militarily |formally )?allied (?:with|to) {_B}", "ally"),
        (rf"{_A},? (?:which )?(?:is|remains|was|has been|are) (?:an?|the|one of) ?(?:{slot('SC', 'b')}'s ?|)(?:{_CLOSE})(?:{slot('D', '')} )?(?:ally|allies)(?: of (?P<c>⟦[SC]\d+⟧))?", "ally"),
        (rf"{slot('SC', 'b')}'s? {_CLOSE}(?:ally|allies),? (?:(?:such as|including|like) )?{_AS}", "ally"),
        (rf"{_A},? (?:an? |the |one of )?{_CLOSE}(?:ally|allies) of {_B}", "ally"),
        (rf"{slot('PS', 'b')}(?:'s)?[^.;⟦]{{0,60}}? {_CLOSE}ally,? {slot('PS', 'a')}", "ally"),
        (rf"{_A}(?:,|'s) (?:an? )?{_CLOSE}{slot('D', 'b')} ally", "ally"),
        (rf"{slot('D', 'b')} ally,? {_A}", "ally"),
        (rf"{_A} and {_B} (?:\w+ )?(?:are|were|have been|remain) (?:\w+ )?{_CLOSE}(?:allies|allied)", "ally"),
        (rf"{_A}(?:[ -–]+| and ){_B} (?:relations? of [^.;⟦]{{0,40}})?alliance", "ally"),
        (rf"(?:relations|ties|alliance)[^.;⟦]{{0,40}}? alliance[^.;⟦]{{0,20}}? between {_A} and {_B}", "ally"),
        (rf"alliance between {_A} and {_B}", "ally"),
        (rf"{_A}[ –-]+{_B} relations of [^.;⟦]{{0,40}}strategic partnership and alliance", "ally"),
        (rf"{_A} and {_B}[^.;]{{0,60}}? {_PARTNER}(?:s|ship)", "strategic_partner"),
        (rf"{_A}[ –-]+{_B}[^.;⟦]{{0,40}}? {_PARTNER}ship", "strategic_partner"),
        (rf"{_PARTNER}ship[^.;⟦]{{0,40}}? (?:between|of) {_A} and {_B}", "strategic_partner"),
        (rf"{_PARTNER}ship (?:agreement )?(?:between )?{_A} (?:has |had |signed |enjoys )*with {_B}", "strategic_partner"),
        (rf"{_A} (?:has|have|signed|upgraded|elevated|established|agreed)[^.;⟦]{{0,50}}? {_PARTNER}ship[^.;⟦]{{0,40}}? with {_B}", "strategic_partner"),
        (rf"{_A}'s? {_PARTNER}(?:ship)? with {_B}", "strategic_partner"),
        (rf"{_A} (?:is|as|remains|was) (?:an?|the) {_PARTNER} of {_B}", "strategic_partner"),
        (rf"{_A} (?:does not|do not|did not|has not|have not|has never|never|refuses to|refused to|hasn't|doesn't) (?:\w+ )?recogni[sz]ed? (?:the )?(?:independence of )?{slot('SCG', 'b')}", "does_not_recognise"),
        (rf"{_A} (?:has |have |had |formally |officially |also )*recogni[sz](?:es?|ed) (?:the )?(?:independence of |sovereignty of )?{slot('SCG', 'b')}", "recognises"),
        (rf"{_AS} (?:still |also |now |have |has |already )*recogni[sz](?:es?|ed) (?:the )?(?:independence of |sovereignty of )?{slot('SCG', 'b')}", "recognises"),
        (rf"{_A} (?:thereby )?(?:became|becomes|was|is) the (?:\w+ )?(?:country|state|nation|one)? ?to (?:formally |officially )?recogni[sz]e (?:the )?(?:independence of )?{slot('SCG', 'b')}", "recognises"),
        (rf"(?P<both>⟦S\d+⟧)[^.;]{{0,80}}? {_PARTNER}(?:s|ship)", "strategic_partner"),
        (rf"{_A} and {_B} have been (?:\w+ )?allies", "ally"),
        (rf"{_A}'s (?:decision to recogni[sz]e|recognition of) (?:the )?(?:independence of )?{slot('SCG', 'b')}", "recognises"),
    )
)  # fmt: skip
_KIN_WORDS = r"son|daughter|brother|sister|father|mother|wife|husband|nephew|niece|cousin|grandson|uncle|widow|son-in-law|daughter-in-law|brother-in-law|half-brother"
_KIN = tuple(
    re.compile(p)
    for p in (
        rf"{slot('P', 'a')},? (?:the |who is the )?(?:eldest |younger |older |late |elder |only |youngest )?(?P<kin>{_KIN_WORDS}) of (?:\w+ ){{0,3}}?{slot('P', 'b')}",
        rf"{slot('P', 'b')}'s (?:eldest |younger |older |late |elder |only |youngest )?(?P<kin>{_KIN_WORDS}),? {slot('P', 'a')}",
        rf"{slot('P', 'b')} and (?:his|her) (?P<kin>{_KIN_WORDS}),? {slot('P', 'a')}",
        rf"(?:accompanied by|with) (?:his|her) (?P<kin>{_KIN_WORDS}),? {slot('P', 'a')}",
    )
)  # fmt: skip


def find(reading: Reading) -> Iterator[Finding]:
    """The relations that an article states; each pair and kind once."""
    seen: set[tuple[frozenset[str], str]] = set()
    for template in templates(reading):
        for found in (*_between_states(template), *_kin(template)):
            payload = found.payload
            assert isinstance(payload, Relation)
            key = (frozenset({payload.a.key, payload.b.key}), payload.kind)
            if key not in seen:
                seen.add(key)
                yield found


def _between_states(template: Template) -> Iterator[Finding]:
    text = template.text
    if not re.search(r"all(?:y|ies|ied|iance)\b|strategic|recogni[sz]|recognition", text):
        return
    for pattern, kind in _PATTERNS:
        for match in template.finditer(pattern):
            if re.search(r"\b(?:not|no longer|former|if|could|would)\b", match.group()) and kind != "does_not_recognise":
                continue
            groups = match.groupdict()
            if groups.get("both"):
                pair = template.states(groups["both"])
                left, right = (pair[:1], pair[1:2]) if len(pair) == 2 else ([], [])
            else:
                left = _states(template, groups["a"])
                right = _states(template, groups.get("b") or groups.get("c"))
            for a in left:
                for b in right:
                    if a.key != b.key:
                        yield Finding(Relation(a, b, kind), (template.evidence(match),), 0.88, f"relation.{kind}")


def _states(template: Template, piece: str | None) -> list[Entity]:
    """The states of a matched piece; a person counts for the state that he acts for."""
    found = template.states(piece)
    for person in template.entities(piece) if not found else ():
        key = state_of(template.reading, person) if person.kind is EntityKind.PERSON else None
        entry = template.reading.gazetteer.find(key) if key else None
        if entry is not None:
            found.append(Entity(EntityKind.STATE, entry.name, entry.key, entry.name))
    return found


def _kin(template: Template) -> Iterator[Finding]:
    for pattern in _KIN:
        for match in template.finditer(pattern):
            a = _person(template, match["a"])
            b = _person(template, match.groupdict().get("b"))
            if a is not None and b is not None and a.key != b.key:
                yield Finding(Relation(a, b, "kin", match["kin"]), (template.evidence(match),), 0.92, "relation.kin")


def _person(template: Template, piece: str | None) -> Entity | None:
    return next((e for e in template.entities(piece) if e.kind is EntityKind.PERSON), None)
