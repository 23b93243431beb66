"""Who is whose relative, as news usually puts it: "X, son of Y", "Y and his wife, X", "X, whose father, Y, …", "the brothers X and Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summitry.graph.claims import Entity, EntityKind, Finding, Relation
from summitry.graph.extract.relatives import apart, misread, one_family, pictured
from summitry.graph.extract.template import Template, slot
from summitry.graph.mentions.model import MentionKind

_WORDS = r"mother-in-law|father-in-law|sister-in-law|half-sister|stepson|stepdaughter|stepfather|granddaughter|grandfather|grandmother|aunt|fianc[ée]e?|twin brother|son|daughter|brother|sister|father|mother|wife|husband|nephew|niece|cousin|grandson|uncle|widow|son-in-law|daughter-in-law|brother-in-law|half-brother"
KIN_WORDS = rf"\b(?:(?:{_WORDS})s?|[Bb]rothers|[Ss]isters|married)\b"
_KIN = rf"(?P<kin>{_WORDS})"
_AGE = r"(?:(?:\d+-|[a-z])[\w-]* (?!of\b)){0,3}?"
_TOO = r"(?: and (?:[a-z][\w-]*[ -]){0,3}?[a-z][\w-]+)?"  # "son and heir", "wife and adviser"
_HIS = r"(?P<his>his|her|⟦P\d+⟧)"
_OF = r"(?:the [a-z -]{3,30}, |(?:the |then |late |[a-z]+ ){0,3}?|⟦[SCD]\d+⟧'s (?:[a-z]+ )*)"
_A, _B = slot("P", "a"), slot("P", "b")
_PHRASES = tuple(
    re.compile(p)
    for p in (
        rf"{_A}(?:,(?: \d+,)?(?:(?: who)? (?:is|was))?| [-–—]|,? who (?:is|was)| (?:is|was|remains)) (?:an? |the |one of (?:the )?)?{_AGE}{_KIN}s?(?:{_TOO}| and ⟦P\d+⟧) of {_OF}{_B}",
        rf"{_B} {_AGE}{_KIN}{_TOO},? {_A}",
        rf"{_B}'s {_AGE}{_KIN}{_TOO},? {_A}",
        rf"{_B}'s {_AGE}{_KIN} and {slot('P', 'post')}",
        rf"{_A}(?:,(?: \d+,)?| is| was) (?:one of )?{_B}(?:'s)? {_AGE}{_KIN}s?{_TOO}(?=[,.;]|$)",
        rf"{_B} and (?:his|her) {_AGE}{_KIN},? {_A}",
        rf"{_A}, (?:who (?:succeeded|replaced|followed) )(?:his|her) {_AGE}(?P<kin>father|mother|brother|uncle|husband),? {_B}",
        rf"{_B} [^.;⟦]{{0,40}} (?:by|with|alongside|when|after|to|sent|appointed|named) {_HIS} {_AGE}{_KIN}{_TOO},? {_A}",
        rf"{_B} [^.;⟦]{{0,40}} {_HIS} {_AGE}{_KIN} and {slot('P', 'post')}",
        rf"{_B},? whose (?:late |elder |older |younger |eldest )?{_KIN},? {_A}",
        rf"(?:accompanied by|with) (?:his|her) {_AGE}{_KIN},? {_A}",
        rf"{_A}(?:,? who)?,?(?: is| was)? (?P<kin>married) to {_B}",
        rf"\b(?P<kin>[Bb]rother|[Ss]ister)s,? {_A} and {_B}",
    )
)  # fmt: skip
# of somebody told of before: sure where both bear one family name
_TOLD = tuple(
    re.compile(p)
    for p in (
        rf"^(?:[Oo]ne of )?{slot('P', 'b')}(?:'s)? {_AGE}{_KIN}s?{_TOO},? {_A}",
        rf"{_A}, {slot('P', 'b')}(?:'s)? {_AGE}{_KIN}{_TOO}(?=[,.;]|$)",
    )
)  # fmt: skip


def kinships(template: Template) -> Iterator[Finding]:
    """The family ties that a sentence states in a usual phrase."""
    for pattern in (*_PHRASES, *_TOLD):
        for match in template.finditer(pattern):
            groups = match.groupdict()
            a = _person(template, groups.get("a") or _with_post(template, match))
            b = pictured(template, template.token_at(match.start("kin"))) or _person(
                template, groups.get("b")
            )
            told = pattern in _TOLD
            if not told and match.start() == 0 and template.pieces[0].token.tag_ == "PRP$":
                continue  # "His wife …": whoever the sentences before were about, which is seldom sure
            if a is None or b is None or a.key == b.key:
                continue
            if (told or _by_post(template, groups)) and not one_family(a, b):
                continue
            kin = {"married": "spouse"}.get(match["kin"], match["kin"].lower())
            if kin in ("brother", "sister") and apart(template, a, b):
                continue
            yield Finding(Relation(a, b, "kin", kin), (template.evidence(match),), 0.92, "relation.kin")


def _by_post(template: Template, groups: dict[str, str | None]) -> bool:
    """Whether one of the two is called by a post alone: "the father of the president"."""
    slots = [int(piece[2:-1]) for piece in (groups.get("a"), groups.get("b")) if piece]
    return any(template.slots[n][0].kind is MentionKind.POST for n in slots)


def _with_post(template: Template, match: re.Match[str]) -> str | None:
    """ "X's son and adviser Y": who stands behind a post in small letters is the kin."""
    mention, _ = template.slots[int(match["post"][2:-1])]
    return match["post"] if mention.posts and mention.text[0].islower() else None


def _person(template: Template, piece: str | None) -> Entity | None:
    """The person of a slot; nobody where a single name has been taken for somebody who does not bear it."""
    if piece is not None and misread(template.slots[int(piece[2:-1])][0], template):
        return None
    return next((e for e in template.entities(piece) if e.kind is EntityKind.PERSON), None)
