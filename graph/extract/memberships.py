"""Who belongs to which organisation, and how: member, former, applicant, acceding, suspended, observer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summitry.graph.claims import Entity, EntityKind, Finding, Membership
from summitry.graph.extract.membership_phrases import PHRASES
from summitry.graph.extract.template import Template, series, slot, templates
from summitry.graph.mentions.reading import Reading

_NOT = re.compile(r"\b(?:not|never|neither|nor|no longer|non|without)\b|n't")
_LIST = re.compile(series("SL", "states"))
_FEW, _MOST = 3, 0.6  # a list must have so many states, and so large a part of all members
_ABOUT = re.compile(
    r"⟦O|candidate status|accession|member|join|applied|application|suspen|\bally\b|consist|composed|dialogue partners"
)


def find(reading: Reading) -> Iterator[Finding]:
    """The memberships that an article states, each member, organisation and status once; who accedes has applied."""
    found: dict[tuple[str, str, str], Finding] = {}
    for template in templates(reading):
        views = template.views if _ABOUT.search(template.text) else ()
        stated = [f for view in views for f in _in_sentence(view)]
        for finding in (*stated, *_complete(template)):
            payload = finding.payload
            assert isinstance(payload, Membership)
            found.setdefault((payload.member.key, payload.organisation.key, payload.status), finding)
    for (member, organisation, status), finding in found.items():
        if (
            status != "applicant"
            or not {(member, organisation, s) for s in ("acceding", "member")} & found.keys()
        ):
            yield finding


def _in_sentence(template: Template) -> Iterator[Finding]:
    done: set[tuple[str, str]] = set()
    for pattern, status, proof in PHRASES:
        for match in template.finditer(pattern):
            if (
                (status != "former" and _NOT.search(match.group()))
                or _hypothetical(template, match)
                or (proof and _beside(template, match))
            ):
                continue
            organisation = _organisation(template, match)
            if organisation is None or organisation.kind is not EntityKind.ORGANISATION:
                continue
            for member in _proven(template, organisation, _members(template, match, proof), proof):
                if (member.key, organisation.key) in done or member.key == organisation.key:
                    continue
                done.add((member.key, organisation.key))
                yield Finding(
                    Membership(member, organisation, status),
                    (template.evidence(match),),
                    0.92,
                    f"membership.{status}",
                )


def _complete(template: Template) -> Iterator[Finding]:
    """A list of most of an organisation's members beside its name: "Brazil, Russia, India and China met as BRIC"."""
    near = template.entities(" ".join(re.findall(slot("O"), template.text)))
    if not near and template.context.organisation is not None:
        near = [template.context.organisation]
    for match in template.finditer(_LIST) if near else ():
        states = template.states(match["states"])
        for organisation in near:
            known = _on_record(template, organisation)
            if (
                len(states) >= _FEW
                and all(s.key in known for s in states)
                and len(states) >= _MOST * len(known)
            ):
                for state in states:
                    payload = Membership(state, organisation, "member")
                    yield Finding(payload, (template.evidence(match),), 0.88, "membership.list")


def _on_record(template: Template, organisation: Entity) -> set[str]:
    """The members of an organisation on the day of the article, as the reference data have them."""
    day = template.reading.published.isoformat() if template.reading.published else "9999"
    return {
        m.member
        for m in template.reading.gazetteer.members(organisation.key)
        if m.status == "member" and (m.start or "") <= day and (m.end is None or m.end > day)
    }


def _members(template: Template, match: re.Match[str], proof: str) -> list[Entity]:
    """The states that a match names; the sentence's first where the match begins after its subject."""
    if proof == "subject":
        return template.doer(match.start())
    if proof == "group":
        return [e for e in template.entities(match["group"]) if e.kind is EntityKind.ORGANISATION]
    groups = match.groupdict()
    return [
        *template.states(groups["members"]),
        *template.states(groups.get("more")),
        *template.states(groups.get("last")),
    ]


def _organisation(template: Template, match: re.Match[str]) -> Entity | None:
    """The organisation that a match names, or the one that the sentence takes up: the last in it, or before it."""
    groups = match.groupdict()
    named = groups.get("org") or groups.get("org2")
    if named:
        return template.entities(named)[0]
    before = re.findall(slot("O"), template.text[: match.start()])
    found = template.entities(before[-1])[0] if before else template.context.organisation
    return found if found is not None and template.reading.gazetteer.members(found.key) else None


def _proven(template: Template, organisation: Entity, members: list[Entity], proof: str) -> list[Entity]:
    """The members that the pattern's proof lets through."""
    if proof not in ("each", "most"):
        return members
    known = {m.member for m in template.reading.gazetteer.members(organisation.key)}
    sure = [m for m in members if m.key in known]
    if proof == "most":
        return members if len(members) > 2 and len(sure) > 0.7 * len(members) else []
    return sure


def _hypothetical(template: Template, match: re.Match[str]) -> bool:
    """Whether the words before a match take it back: "if X joins …", "relations with X, a member of …" are of something else."""
    before = template.text[max(0, match.start() - 30) : match.start()].lower()
    if re.search(r"\b(?:if|whether|unless|should|could|neither|nor|outside) (?:the |only )?$", before):
        return True
    plain = re.match(
        r"⟦[SC]\d+⟧ (?:is|are|was|were|has|have|will|wants?|seeks?|joined|left|quit)\b", match.group()
    )
    return plain is not None and bool(
        re.search(r"\b(?:between|from|against|with|by|to|than|of) (?:the )?$", before)
    )


def _beside(template: Template, match: re.Match[str]) -> bool:
    """Whether the states stand where something happens: "NATO members met in Germany"."""
    start = match.start("members") if match.groupdict().get("members") else match.start()
    before, words = template.text[:start], template.text[start : start + 8]
    spot = r"\b(?:in|at|to|from|with|against|near|outside|than|on|over|for|into) (?:the )?$"
    return words.removeprefix("the ").startswith("⟦C") or bool(re.search(spot, before))
