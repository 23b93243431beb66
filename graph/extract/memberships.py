"""Who belongs to which organisation, and how: member, former, applicant, acceding, suspended, observer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from summitry.graph.claims import Entity, EntityKind, Finding, Membership
from summitry.graph.extract.clubs import day_of, on_record
from summitry.graph.extract.joining import joinings
from summitry.graph.extract.landmarks import Patterns
from summitry.graph.extract.member_lists import member_lists
from summitry.graph.extract.membership_phrases import NON, ONE_STATE, PHRASES
from summitry.graph.extract.membership_stages import stage as stage_of
from summitry.graph.extract.membership_stages import told_as
from summitry.graph.extract.sentences import templates
from summitry.graph.extract.standing import standings
from summitry.graph.extract.template import Template, slot
from summitry.graph.gazetteer import Membership as Tie
from summitry.graph.mentions.model import MentionKind
from summitry.graph.mentions.reading import Reading

_PATTERNS = Patterns(pattern for pattern, _, _ in PHRASES)
_NOT = re.compile(r"\b(?:not|never|neither|nor|no longer|non|without)\b|n't")
_TOO = re.compile(
    r"(?P<too>(?:(?:,| and|, and|,? as well as) (?:the )?⟦O\d+⟧)+)(?=[.,;]|$| (?:in|on|since|and|but|as|last|at|by|after|while)\b)"
)
_OTHERWISE = re.compile(  # no members
    r"(?i)\b(?:candidates?|applicants?|aspirants?|observers?|partners?|guests?|non-members?)(?: (?:countries|states|nations))?(?: (?:for|to|of|in|at)(?: the)?)?\s*$"
)
# "Peru, seven EU countries, Chad and Mali": a row of which the club's are but one item
_ITEM = re.compile(r"⟦[SCDL]\d+⟧, (?:and )?(?:[\w-]+ ){0,2}$")
_MORE = re.compile(r"^⟦O\d+⟧ (?:countries|states|nations|members), (?:⟦|the )")
_JOINT = re.compile(
    r"\b(?:left|quit|joined|entered|exited|from|member of|members of|out of|belongs to) (?:the )?⟦O\d+⟧[^.;⟦]*[,;]? (?:and|while|but|whereas) (?:the )?$"
)
_DROPPED = re.compile(
    r"(?:withdr[ae]w\w*|dropp\w+|fr[eo]ez\w*|froze\w*|abandon\w*|shelv\w+|suspend\w*|scrapp\w+|cancel\w*|reject\w*)(?: (?:of|the))?\s*$"
)
_WANTED = re.compile(  # "it is important that X and Y become members"
    r"\b(?:important|essential|vital|crucial|necessary|imperative|desirable|goal|aim|hope|hopes|wish|priority|thing|interest|dream|demand\w*|insist\w*|want\w*)\b[^.;,⟦]{0,20} that (?:the )?$"
)
_SOUGHT = re.compile(  # "called for the return of X to it"
    r"(?i)\b(?:ask|call|hop|urg|demand|seek|sought|push|want|support|request|back|advocat|favou?r|propos|discuss|debat|consider|oppos|block|reject|await)\w*"
    r"(?: for| on| about| over)?(?: that)?(?: (?:the|an?|its|their|early|eventual|immediate|possible|quick|rapid|speedy|swift|full))*\s*$"
)
_RECENT = 6  # organisations named lately that "joined in 2019" may mean
# what is dropped where the article also says the other: who has joined is no applicant, who is suspended no plain member
_BEATEN = {
    "applicant": ("acceding", "member", "returned"),
    "acceding": ("member", "returned"),
    "suspended": ("returned", "former"),
    "former": ("returned",),
    "member": ("suspended", "former", "returned"),
}
_AHEAD = ("applicant", "acceding")  # which an observer may be too
_APPLYING = (*_AHEAD, "observer")
_ABOUT = re.compile(
    r"⟦O|candidate|observer|left\b|quit\b|admitted|returned|expelled|exit|withdr|acced|let in|\b(?:nations|countries|states)\b| status|accession|member|join|applied|application|suspen|frozen|\bally\b|consist|composed|dialogue partners"
)


def find(reading: Reading) -> Iterator[Finding]:
    """The memberships that an article states, each member, organisation and status once: the last word of each pair."""
    found: dict[tuple[str, str, str], Finding] = {}
    recent: list[Entity] = []
    told = _told(reading)
    for template in templates(reading):
        recent.sort(key=lambda o: -told[o.key])
        views = template.views if _ABOUT.search(template.text) else ()
        named, led = _named(template), _led(template)
        near = [*led, *(o for o in recent if o not in led)]
        apart = [*named, *(o for o in near if o not in named)]  # for what is read without its asides
        stated = [f for view in views for f in _in_sentence(view, near if view is template else apart)]
        stated += _parsed(template, stated, recent)
        for finding in (*stated, *member_lists(template)):
            payload = finding.payload
            assert isinstance(payload, Membership)
            found.setdefault((payload.member.key, payload.organisation.key, payload.status), finding)
        recent = apart[:_RECENT]
    for (member, organisation, status), finding in found.items():
        if not any((member, organisation, s) in found for s in _BEATEN.get(status, ())):
            yield _settled(finding)


def _told(reading: Reading) -> Counter[str]:
    """How often the article speaks of each organisation: what it is about is meant where none is named."""
    mentions = (m for p in reading.passages for m in p.mention_at.values())
    return Counter(e.key for m in mentions if m.kind is MentionKind.ORGANISATION for e in reading.entities(m))


def _settled(finding: Finding) -> Finding:
    """Who has returned is a member."""
    payload = finding.payload
    if isinstance(payload, Membership) and payload.status == "returned":
        return replace(finding, payload=replace(payload, status="member"), rule="membership.member")
    return finding


def _in_sentence(template: Template, recent: Sequence[Entity]) -> Iterator[Finding]:
    done: dict[tuple[str, str], tuple[str, int]] = {}
    for number in template.likely(_PATTERNS):
        pattern, status, proof = PHRASES[number]
        for match in pattern.finditer(template.text):
            if (
                (status not in ("former", "returned") and _NOT.search(match.group()))
                or NON.search(template.text[: match.start()])
                or _hypothetical(template, match)
                or (proof not in ("", "own") and _beside(template, match))
            ):
                continue
            if status == "applicant" and _DROPPED.search(template.text[: match.start()]):
                continue
            if status == "returned" and _SOUGHT.search(template.text[: match.start()]):
                continue
            if status == "member" and (
                _OTHERWISE.search(template.text[: match.start()])
                or (_ITEM.search(template.text[: match.start()]) and _MORE.search(match.group()))
            ):
                continue
            members = _members(template, match, proof)
            proof = "" if proof == "own" and _joint(template, match) else proof
            members = members[:1] if ONE_STATE.match(match.group()) else members
            said_as = told_as(template, match, status)
            for organisation in _organisations(template, match, members, status, recent):
                for member in _proven(template, organisation, members, proof):
                    said, until = done.get((member.key, organisation.key), ("", 0))
                    more = status == "returned" or (said == "observer" and status in _AHEAD)
                    again = said == status or (match.start() < until and not more)
                    if (said and again) or member.key == organisation.key:
                        continue
                    done[member.key, organisation.key] = (status, match.end())
                    stage = stage_of(template, member, organisation, said_as)
                    yield Finding(
                        Membership(member, organisation, stage),
                        (template.evidence(match),),
                        0.92,
                        f"membership.{stage}",
                    )


def _parsed(template: Template, stated: Sequence[Finding], recent: Sequence[Entity]) -> Iterator[Finding]:
    """What the parse tells of members and organisations of which no phrase has told anything."""
    payloads = [f.payload for f in stated if isinstance(f.payload, Membership)]
    done = {(p.member.key, p.organisation.key): p.status for p in payloads}
    told = {member for member, _ in done}
    for tie in (*joinings(template), *standings(template)):
        clubs = [tie.organisation] if tie.organisation is not None else []
        if tie.organisation is None and tie.member.key not in told:
            clubs = _taken_up(template, tie.member, tie.status, recent)
        for club in clubs:
            pair = (tie.member.key, club.key)
            fresh = pair not in done or tie.status in _BEATEN.get(done[pair], ())
            sure = not tie.known or tie.organisation is None  # which is on record, or open to observers
            if fresh and (sure or _proven(template, club, [tie.member], "each")):
                done[pair] = tie.status
                told.add(tie.member.key)
                stage = stage_of(template, tie.member, club, tie.status)
                payload = Membership(tie.member, club, stage)
                yield Finding(payload, (tie.evidence,), 0.85, f"membership.{stage}")


def _named(template: Template) -> list[Entity]:
    """The organisations that a sentence names."""
    return template.entities(" ".join(re.findall(slot("O"), template.text)))


def _led(template: Template) -> list[Entity]:
    """The organisations whose leaders a sentence speaks of: "the leaders of the EU"; not of what a single official is at."""
    known = template.reading.gazetteer
    mentions = (template.passage.mention_at.get(t.i) for t in template.sentence)
    of = (post.of for m in mentions if m is not None and m.plural for post in m.posts)
    clubs = (o for o in of if o is not None and o.kind is EntityKind.ORGANISATION and known.is_club(o.key))
    return list({o.key: o for o in clubs}.values())


def _taken_up(template: Template, member: Entity, status: str, recent: Sequence[Entity]) -> list[Entity]:
    """The organisation of a sentence or named lately in which, on record, somebody has that very status."""
    near = [*_named(template), *_led(template)]
    fitting = [o for o in (*near, *recent) if _fits(template, o, member, status, True)]
    if not fitting and status == "observer":
        return [o for o in (*near, *recent[:1]) if _open(template, o, [member])][:1]
    return fitting[:1]


def _members(template: Template, match: re.Match[str], proof: str) -> list[Entity]:
    """The states that a match names; the sentence's first where the match begins after its subject."""
    if proof == "subject":
        return template.doer(match.start())
    if proof == "group":
        return [e for e in template.entities(match["group"]) if e.kind is EntityKind.ORGANISATION]
    groups = match.groupdict()
    return [
        *template.acting(groups.get("members") or groups.get("who")),
        *template.states(groups.get("more")),
        *template.states(groups.get("last")),
    ]


def _organisations(
    template: Template, match: re.Match[str], members: Sequence[Entity], status: str, recent: Sequence[Entity]
) -> list[Entity]:
    """The organisations that a match names; else the one that the sentence takes up: in it, or of those named lately the
    first that has to do with the members.
    """
    groups = match.groupdict()
    named = groups.get("org") or groups.get("org2")
    if named:
        more = _TOO.match(template.text, match.end()) if match.group().endswith(named) else None
        found = template.entities(named)[:1] + (template.entities(more["too"]) if more else [])
        return [o for o in found if o.kind is EntityKind.ORGANISATION]
    before = re.findall(slot("O"), template.text[: match.end()])
    near = template.entities(before[-1]) if before else []
    for exact in (True, False):
        for organisation in (*near, *recent):
            if any(_fits(template, organisation, m, status, exact) for m in members):
                return [organisation]
    if status == "former":  # which the record may not know
        return [o for o in (*near, *recent)[:1] if any(_long_in(template, o, m) for m in members)]
    if status not in _APPLYING:
        return near[:1] if _joint(template, match) else []  # of which there would be a record
    return [o for o in (*near, *recent) if _open(template, o, members)][:1]


def _long_in(template: Template, organisation: Entity, member: Entity) -> bool:
    """Whether a state is on record as a member since the year before last or longer."""
    year = str(int(day_of(template)[:4]) - 1)
    return any(
        (tie.start or "") < year for tie in _ties(template, organisation, member) if tie.status == "member"
    )


def _joint(template: Template, match: re.Match[str]) -> bool:
    """ "A left the bloc, and B joined in 2018": said of the organisation that the clause before is about."""
    return _JOINT.search(template.text[: match.start()]) is not None


def _ties(template: Template, organisation: Entity, member: Entity) -> list[Tie]:
    """What is on record of a state and an organisation, of any status and time."""
    ties = template.reading.gazetteer.memberships(member.key)
    return [tie for tie in ties if tie.organisation == organisation.key]


def _fits(template: Template, organisation: Entity, member: Entity, status: str, exact: bool) -> bool:
    """Whether what is on record of a member agrees with a status: the same, or one that it had then."""
    day = day_of(template)
    records = _ties(template, organisation, member)
    if exact:
        return any(m.status == ("member" if status == "returned" else status) for m in records)
    if status in ("applicant", "acceding", "observer"):
        return any(m.status in _APPLYING or (m.start or "") > day for m in records)
    return any(status != "former" or m.end is not None for m in records)


def _open(template: Template, organisation: Entity, members: Sequence[Entity]) -> bool:
    """Whether an organisation has members, and none of these among them yet."""
    known = on_record(template, organisation)
    return bool(known) and not known & {m.key for m in members}


def _proven(template: Template, organisation: Entity, members: list[Entity], proof: str) -> list[Entity]:
    """The members that the pattern's proof lets through."""
    if proof not in ("each", "most", "own"):
        return members
    known = on_record(template, organisation)
    if proof == "own":
        return [m for m in members if _ties(template, organisation, m)]
    sure = [m for m in members if m.key in known]
    if proof == "most":
        return members if len(members) > 2 and len(sure) > 0.7 * len(members) else []
    return sure


def _hypothetical(template: Template, match: re.Match[str]) -> bool:
    """Whether the words before a match take it back: "if X joins …", "relations with X, a member of …" are of something else."""
    before = template.text[max(0, match.start() - 30) : match.start()].lower()
    first = match.start() == match.start("members") if match.groupdict().get("members") else True
    if first and re.search(
        r"\b(?:if|whether|unless|should|could|neither|nor|outside) (?:the |only )?$", before
    ):
        return True
    if first and _WANTED.search(template.text[: match.start()]):
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
