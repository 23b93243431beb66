"""Who belongs to which organisation, and how: member, former, applicant, acceding, suspended, observer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summitry.graph.claims import Entity, EntityKind, Finding, Membership
from summitry.graph.extract.template import Template, series, slot, templates
from summitry.graph.mentions.reading import Reading

_M = series("SC", "members")
_O = slot("O", "org")
_ADV = r"(?:(?:also|all|both|now|currently|already|still|each|long|officially|formally|recently) )?"
_KIND = r"(?:(?:full|founding|founder|permanent|active|current|core|new|newest|fellow|key|leading|other|youngest|voting|original|non-permanent) |\d+(?:st|nd|rd|th) )*"
_BODY = r"(?: (?:bloc|alliance|union|group|grouping|organi[sz]ation|club|military alliance|trade bloc|regional bloc|cartel))?"

# (pattern, status); the first that matches at a place wins
_PATTERNS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), status)
    for pattern, status in (
        (rf"{_M},? (?:is|are|was|were|has been|have been|being|remain|remains),? {_ADV}(?:an? )?{_KIND}(?:members?|member states?|member countries|part) of (?:the )?{_O}", "member"),
        (rf"{_M},? (?:which|who) (?:is|are),? {_ADV}(?:an? )?{_KIND}(?:members?|part) of (?:the )?{_O}", "member"),
        (rf"{_M},? (?:is|are|was|were) {_ADV}(?:an? )?{_KIND}(?:members?) in (?:the )?{_O}", "member"),
        (rf"{_M},? (?:an? |the |both |all )?{_KIND}(?:members?|member states?) of (?:the )?{_O}", "member"),
        (rf"{_M} (?:both |all )?{_ADV}(?:belongs?|belonged) to (?:the )?{_O}(?: (?:alongside|together with|along with|with|like) {series('SC', 'more')})?", "member"),
        (rf"{_M} (?:is|are|became|becomes|remains?|was|were)(?: also)? (?:an? |the |both )?{_KIND}{_O} (?:members?|member states?|state|country|ally|allies)\b", "member"),
        (rf"{_M},? (?:an? |the |both |itself an? |also an? |like )?{_KIND}{_O} (?:members?|member states?|ally|allies|partner)\b", "member"),
        (rf"members? of (?:the )?{_O} ?[:—–(-] ?{_M}", "member"),
        (rf"{_O},? of which (?:both |all )?{_M} (?:are|is) (?:an? )?{_KIND}members?", "member"),
        (rf"{_M},? (?:is |are )?(?:an? |the )?{_O}'s (?:\w+ )?members?", "member"),
        (rf"{_M},? (?:which |that )?(?:is|are),? {_ADV}(?:an? )?{_KIND}members? (?:too|as well)\b", "member"),
        (rf"(?:the|these|those) (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+) (?:member )?(?:countries|nations|members|states|economies) ?[—–:(-] ?{_M}", "known"),
        (rf"{_O} (?:will |would |is to |agreed to |decided to |has agreed to )(?:take in|admit|welcome|accept) {_M}(?: as)?", "acceding"),
        (rf"{_O}(?:'s)?(?: leaders| states| members)? (?:took in|admitted|accepted|welcomed) {_M} as (?:an? )?{_KIND}members?", "member"),
        (rf"{_M} (?:has |have |had )?(?:formally |officially |also )?(?:applied|asked) (?:to join|for (?:full )?membership)(?! (?:of|in)? ?(?:the )?{_O})", "applicant"),
        (rf"{_O}{_BODY}(?: (?:fellow|founding))? (?:members?|member states?|nations?|countries|partners?|allies|ally|state)(?: such as| including| like|:|,)? {_M}", "member"),
        (rf"{_O}{_BODY},? (?:which|that) (?:also )?(?:includes?|comprises?|groups?|unites?|consists? of|is made up of|is composed of|brings together|gathers|counts) {_M}", "member"),
        (rf"{_O}{_BODY},? (?:which|that) (?:has|have) \w+ members?(?:[:,—–-]| -)? ?{_M}", "member"),
        (rf"{_O}{_BODY}(?: \((?:also )?)?,? ?(?:also )?(?:(?:includes?|comprises?|groups|unites|consists of|is made up of|composed of|comprising|grouping|made up of|consisting of|includes as members|uniting)(?: the)?) {_M}", "member"),
        (rf"{_O}(?: nations| countries| states| members| bloc| group)? ?[(\[—–-] ?{_M} ?[)\]—–-]", "member"),
        (rf"{_O} (?:nations|countries|states|group|bloc)\b[^.⟦]{{0,80}}?(?:\w+ )?(?:countries|nations|states|members|economies) ?[—–:(-] ?{_M}", "member"),
        (rf"{_O}(?:'s)? (?:other|five|six|four|three|two|remaining) (?:members|countries|nations) ?(?:are|,|—|:|-) ?{_M}", "member"),
        (rf"{_M} (?:has |have )?(?:officially |formally |first |only )?(?:joined|acceded to|entered|rejoined|returned to) (?:the )?{_O}", "member"),
        (rf"{_M} (?:became|has become|have become|was admitted|were admitted|was accepted)(?: as)? (?:an? |the )?{_KIND}(?:members?|member states?)? ?(?:of|to|into) (?:the )?{_O}", "member"),
        (rf"{_M}(?:'s)? (?:plans?|bids?|hopes?|wish|applications?|request|requests|drive|aspirations?|ambitions?|intention) (?:to (?:join|enter|become (?:an? )?(?:full )?members? of)|for membership (?:in|of)|for) (?:the )?{_O}", "applicant"),
        (rf"{_M} (?:has |have )?(?:formally |officially )?(?:applied|asked|submitted (?:an )?(?:application|request)s?|requested) (?:to join|for (?:full )?membership (?:in|of)|to become (?:an? )?(?:full )?members? of|for accession to) (?:the )?{_O}", "applicant"),
        (rf"{_M} (?:is|are|was|were|remains?) (?:an? )?(?:official )?candidates? (?:for|to join) (?:membership (?:in|of) )?(?:the )?{_O}", "applicant"),
        (rf"{_M} (?:wants?|hopes?|wishes|seeks?|is seeking|are seeking|aspires?|is keen|intends?|plans?) (?:to (?:join|enter|become (?:an? )?(?:full )?members? of)|membership (?:in|of)) (?:the )?{_O}", "applicant"),
        (rf"{_M} (?:will|is to|are to|is set to|are set to|is due to|is expected to|would) (?:officially |formally |soon )?(?:join|accede to|enter|become (?:an? |the )?{_KIND}(?:members?)? ?of) (?:the )?{_O}", "acceding"),
        (rf"{_M}(?:'s)? (?:accession|admission|entry) (?:in)?to (?:the )?{_O}", "acceding"),
        (rf"(?:accession|admission|entry) of {_M} (?:in)?to (?:the )?{_O}", "acceding"),
        (rf"{_M} (?:has |have )?(?:officially |formally )?(?:left|quit|withdrew from|withdrawn from|pulled out of|exited|walked out of|abandoned) (?:the )?{_O}", "former"),
        (rf"{_M},? (?:an? )?(?:former|ex-?) ?members? of (?:the )?{_O}", "former"),
        (rf"{_O} (?:has |have )?suspended {_M}", "suspended"),
        (rf"{_M} (?:was|were|has been|have been|is|are|remains?)(?: currently)? suspended from (?:the )?{_O}", "suspended"),
        (rf"suspen(?:ded|d|sion of) {_M} from (?:the )?{_O}", "suspended"),
        (rf"{_M} (?:has|have|holds?|enjoys?|was granted|were granted|was given|received) (?:an? )?observer (?:status|state status) (?:in|at|with|of) (?:the )?{_O}", "observer"),
        (rf"{_M},? (?:is |are |which is )?(?:an? )?observers? (?:states?|members?|countr(?:y|ies))? ?(?:in|at|to|of|with) (?:the )?{_O}", "observer"),
    )
)  # fmt: skip
_NOT = re.compile(r"\b(?:not|never|neither|no longer|non)\b|n't")


def find(reading: Reading) -> Iterator[Finding]:
    """The memberships that an article states, each member, organisation and status once."""
    seen: set[tuple[str, str, str]] = set()
    for template in templates(reading):
        if not re.search(r"⟦O|member|join|applied", template.text):
            continue
        for found in _in_sentence(template):
            payload = found.payload
            assert isinstance(payload, Membership)
            key = (payload.member.key, payload.organisation.key, payload.status)
            if key not in seen:
                seen.add(key)
                yield found


def _in_sentence(template: Template) -> Iterator[Finding]:
    done: set[tuple[str, str]] = set()
    for pattern, status in _PATTERNS:
        for match in template.finditer(pattern):
            if _NOT.search(match.group()) or _hypothetical(template, match):
                continue
            organisation = _organisation(template, match)
            if organisation is None or organisation.kind is not EntityKind.ORGANISATION:
                continue
            members = [*template.states(match["members"]), *template.states(match.groupdict().get("more"))]
            if status == "known" and not _mostly_known(template, organisation.key, members):
                continue
            for member in members:
                if (member.key, organisation.key) in done:
                    continue
                done.add((member.key, organisation.key))
                yield Finding(Membership(member, organisation, "member" if status == "known" else status), (template.evidence(match),), 0.92, f"membership.{status}")


def _organisation(template: Template, match: re.Match[str]) -> Entity | None:
    """The organisation that a match names, or the one that the sentence takes up: the last in it, or before it."""
    named = match.groupdict().get("org")
    if named:
        return template.entities(named)[0]
    before = re.findall(slot("O"), template.text[: match.start()])
    return template.entities(before[-1])[0] if before else template.context.organisation


def _mostly_known(template: Template, organisation: str, members: list[Entity]) -> bool:
    """Whether a bare list of countries is the organisation's: the reference data know most of them as members."""
    known = {m.member for m in template.reading.gazetteer.members(organisation)}
    return len(members) > 2 and sum(m.key in known for m in members) > 0.7 * len(members)


def _hypothetical(template: Template, match: re.Match[str]) -> bool:
    before = template.text[max(0, match.start() - 30) : match.start()].lower()
    return bool(re.search(r"\b(?:if|whether|unless|should) (?:the )?$", before))
