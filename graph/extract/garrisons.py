"""Bases and troops whose owner and place stand apart: "its Fifth Fleet is run from Bahrain", "1,200 troops still serve there".

`bases` reads the phrases in which all stands together; here a trigger (a base, counted or stationed troops) looks for its owner
to the left or behind "by", and for its place to the right, then to the left, then in what the sentences before named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summitry.graph.claims import Base, Entity, EntityKind, Finding
from summitry.graph.extract.numbers import number
from summitry.graph.extract.template import Template

_SORT = r"(?:(?:military|naval|air|army|navy|air force|aviation|submarine|logistics|space|marine|drone|radar|support|supply|training|missile|intelligence|listening|communications|sovereign|permanent|joint|main|largest|biggest|major|own|only|first|overseas|foreign|small|smaller|new|nearby|sprawling|key|strategic|transit|missile defen[cs]e|[a-z]+-made) )*"
_SITE = rf"{_SORT}(?:bases?|airbases?|airfields?|garrisons?|outposts?|installations?|barracks|(?<=\w )facilit(?:y|ies)|[Tt]ransit [Cc]ent(?:re|er)|(?:listening|tracking|radar|monitoring|surveillance|intelligence|early-warning|Glonass|satellite|relay) stations?|test(?:ing)? ranges?|training (?:camps?|grounds?)|(?<=\w )headquarters|(?<=\w )posts?|(?<=missile defense )site|(?<=missile defence )site)\b"
_TROOPS = r"(?:[a-z]+ )?(?:troops|soldiers|servicemen|servicemembers|service members|personnel|marines|peacekeepers|advisers|contingent|forces)\b"
_COUNT = r"(?P<count>\d[\d,.]*(?: thousand)?|(?:two|three|four|five|six|seven|eight|nine|ten|several) (?:thousand|hundred))"
_KEPT = r"(?:stationed|based|deployed|posted|garrisoned|housed|quartered|serve|serving|remain|present on the ground)"
_TRIGGER = re.compile(
    rf"(?:{_COUNT} (?:of (?:its|their) (?:own )?)?(?:(?P<whose>⟦[DSB]\d+⟧)(?:'s)? )?{_TROOPS}(?:(?: of the [^.;⟦,]{{3,40}}?)?,? (?:who |which |that )?(?:are |is |were |still |currently |permanently |have been |has been |now )*(?P<kept>{_KEPT}))?|(?P<their>⟦[DSB]\d+⟧)(?:'s)? {_TROOPS},? (?:are |is |were |still |currently |permanently |have been |has been |now |remain )*(?P<kept2>{_KEPT})|(?P<site>{_SITE})|(?<=⟧'s )(?P<camp>(?:Camp|Fort) [A-Z][\w'’-]+)|(?P<fleet>(?:[A-Z]\w+ |⟦[CG]\d+⟧ )?Fleet\b))"
)
_HOLDS = r"(?:operat(?:es?|ed|ing)|maintains?|maintained|maintaining|keeps?|kept|keeping|(?:has|have|had)(?! (?:(?!station|bas|deploy|post|leas|rent|open|establish|operat|maintain|retain|us|acquir|own|hous|quarter)\w+ed|been|begun|sent|made|said|told|taken|given|shown)\b)|leases?|leased|runs?|retains?|uses?|used|using|opened|opens|set up|established|built|owns|stations?|stationed|bases|posts|houses?|rents?|shares|inaugurated|acquired|deployed|deploys|holds on to|has held|is (?:building|establishing|setting up)|(?:in the process of )?(?:building|establishing|setting up|constructing)|fl(?:y|ies) (?:out of|from))"
_OWNER = re.compile(
    r"(?P<op>(?:(?<!\bin )(?<!\bnear )(?<!\bof )⟦[DSOB]\d+⟧(?:,| and|, and) )*⟦[DSOB]\d+⟧)(?:'s?)?(?: (?!(?:keeps?|maintains?|has|have|had|stations?|deploys|runs?|operates?)\b|and\b|but\b|which\b|who\b|is\b|are\b|was\b|were\b|has\b|in\b|at\b|from\b|to\b|that\b)[\w'.-]+){0,4} ?$"
)
_HOLDER = re.compile(
    rf"(?P<op>(?<!\bin )(?<!\bof )(?<!\bfrom )⟦[SC]\d+⟧|\b[Ii]t\b|\b[Tt]hey\b)(?:'s (?:army|navy|air force|military))?(?:,[^,;]{{0,60}},|,)?(?: (?:which|that|also|already|still|currently|now|both|itself|reportedly|will|would|continues? to|is to))* {_HOLDS}\b(?:(?!⟦[SC]\d+⟧ {_HOLDS})[^;])*$"
)
_USER = re.compile(
    r"^,?(?: (?:in|at|near|of)(?: \w+)? ⟦[A-Z]\d+⟧)*,? (?:(?:which|that) )?(?:is |are |was )?(?:used|run|operated|leased|rented|controlled|manned|owned|shared) by (?:the )?(?P<op>⟦[DSB]\d+⟧)"
)
_RIGHT = re.compile(
    r"^(?:(?!\b(?:those|that|ones|borders?|frontiers?|doorstep|fighting|fights|wake|start|outbreak)\b)[^⟦.;]){0,60}?\b(?:in|at|on|near|outside|of|inside|from|along|across) (?:the |a |an |its |neighbou?ring |nearby |northern |southern |eastern |western |central |southwestern |northeastern |northwestern |southeastern )*(?:⟦[DSC]\d+⟧(?:'s)? )?(?:(?:[a-z]+ )?(?:port|city|town|village|province|region|coast|island|district|state|peninsula|capital|suburb)s? ?,? ?(?:of |in |near )?){0,2}(?P<place>⟦[CGS]\d+⟧|(?!⟦|(?:January|February|March|April|May|June|July|August|September|October|November|December|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?:day)?\b|The\b)(?:[A-Z][\w'’-]+(?: (?:[A-Z][\w'’-]+|al-\w+|of(?= [A-Z]))){0,3}))(?P<rest>(?:,? (?:in |on |near )?(?:(?:the|northern|southern|eastern|western|central) )*⟦[SCG]\d+⟧)?)"
)
_HOST = re.compile(
    r"(?P<host>⟦[SC]\d+⟧),? (?:which |that |is |already |also |currently |has )*(?:hosts?|hosting|hosted|houses|home to|host to|provides)\b[^.;]{0,60}$"
)
_ABODE = re.compile(
    r"(?P<host>⟦[SCG]\d+⟧),? (?:where|in which|on whose soil) (?:⟦[SC]\d+⟧|it|they)[^;.]{0,70}$"
)
_THERE = re.compile(
    r"\b(?:there|in the country|on (?:its|the country's|their|\w+) (?:soil|territory)|in that country)\b"
)
_OFF = re.compile(
    r"\b(?:no|not|never|if|fears?|feared|rumou?r\w*|speculat\w+|prospects?|could|would (?!keep|remain|retain|continue|stay)|might|may|should|plans?|planned|planning|wants?|consider\w*|propos\w+|clos(?:ed?|es|ing|ure)|former (?:⟦\w\d+⟧ )?(?:\w+ )?base|abandon\w*|possib\w+|attack\w*|raid\w*|struck|threat\w*|den(?:y|ies|ied)|wanting|seek\w*|sought|agreed to (?:open|host|build)|set to|intends?|promis\w+|exercise\w*|drills?|captured|overr[au]n|seized|retook|stormed|killed|wounded|rebel|opposition|allow\w*|permi\w+|(?:industrial|manufacturing|production|customer|fan|tax|export) bases?)\b|n't"
)
_THOSE = re.compile(r",?(?: and| then| as well as| next to| beside| like| near)* (?:those|that|the ones?|one) of (?P<op>(?:(?:,? and |, )?(?:the )?⟦[SD]\d+⟧)+)")  # fmt: skip
_STREET = re.compile(r"\b(?:Street|Avenue|Road|Square|Boulevard|Lane|Highway|Prospekt)$")
_CONTINENTAL = re.compile(r"(?:African|Asian|European|American|Arab) ")
_CLAUSE = re.compile(r"; | but | while | whereas |\. ")


def garrisons(
    template: Template, unit: str | None, told: Entity | None, it: Sequence[Entity] = ()
) -> Iterator[Finding]:
    """The bases and troops abroad of a sentence, each with the owner and the place that stand nearest.

    `told` is the host of the base told of last, where that was a sentence or two before; `it` the
    state that the sentence before began with.
    """
    for trigger in template.finditer(_TRIGGER):
        first, last = _bounds(template.text, trigger)
        left, right = template.text[first : trigger.start()], template.text[trigger.end() : last]
        if _OFF.search(template.text[first:last].replace("home to", "")):
            continue
        counted = trigger["count"] is not None
        if counted and not (trigger["kept"] or _HOLDER.search(left) or _HOST.search(left)):
            continue
        operators = _operators(template, trigger, left, right, it)
        those = _THOSE.match(right) if trigger["site"] and operators else None
        operators += template.states(those["op"]) if those else []
        host, site, end = _where(template, trigger, left, right)
        if host is None and not trigger["fleet"] and (site is None or site == trigger["camp"]):
            host = told
        count = _count(trigger)
        for operator in operators:
            if host is None and site is not None and (counted or trigger["site"]) and operator.name != site:
                yield Finding(
                    Base(operator, None, site, unit, count), (template.piece(first, last),), 0.7, "base.near"
                )
            if host is not None and host.key != operator.key and (site is None or site != operator.name):
                start = max(first, trigger.start() - 40) if not operators else first
                evidence = template.piece(start, max(trigger.end(), min(trigger.end() + end, last)))
                told = host
                yield Finding(Base(operator, host, site, unit, count), (evidence,), 0.8, "base.near")


def _bounds(text: str, trigger: re.Match[str]) -> tuple[int, int]:
    """The clause around a trigger."""
    first = max((m.end() for m in _CLAUSE.finditer(text, 0, trigger.start())), default=0)
    after = _CLAUSE.search(text, trigger.end())
    return first, after.start() if after else len(text)


def _count(trigger: re.Match[str]) -> int | None:
    value = number(trigger["count"]) if trigger["count"] else None
    return int(value) if value and value > 9 else None


def _operators(
    template: Template, trigger: re.Match[str], left: str, right: str, it: Sequence[Entity]
) -> list[Entity]:
    near = trigger["whose"] or trigger["their"]
    if near is None:
        owner = _OWNER.search(left)
        near = owner["op"] if owner else None
    if near is not None:
        return [*template.acting(near), *_forces(template, near)]
    user = _USER.search(right)
    if user is not None:
        return template.acting(user["op"])
    holder = _HOLDER.search(left)
    if holder is None or _HOST.search(left):
        return []
    if not holder["op"].startswith("⟦"):
        return list(it) if it and not re.search(r"⟦[SC]", left) else template.doer(trigger.start())
    return template.states(holder["op"])


def _forces(template: Template, piece: str) -> list[Entity]:
    """An organisation with states for members keeps troops of its own."""
    known = template.reading.gazetteer
    return [e for e in template.entities(piece) if e.kind is EntityKind.ORGANISATION and known.is_club(e.key)]


def _where(
    template: Template, trigger: re.Match[str], left: str, right: str
) -> tuple[Entity | None, str | None, int]:
    """The host, the name of the place, and how far to the right it was found."""
    match = _RIGHT.match(right)
    named = trigger["camp"] or (_named(template, left) if trigger["site"] else None)
    if match is not None and not right.startswith("'s", match.end("place")):
        end = match.end()
        host, site = _place(template, match["place"], match["rest"])
        site = named or site
        if host is not None:
            return host, site, end
        near = _HOST.search(left)
        return _first(template, near["host"]) if near else None, site, end
    near = _HOST.search(left) or _ABODE.search(left)
    if near is not None:
        return _first(template, near["host"]), named, 0
    if _THERE.search(right) or _THERE.search(left):
        return _context(template), None, 0
    return None, trigger["camp"], 0


def _named(template: Template, left: str) -> str | None:
    """ "the Hmeimim air base": the name before the word."""
    match = re.search(r"(?:(?P<city>⟦C\d+⟧)|(?P<name>(?:[A-Z][\w'’-]+ ?)+)) $", left)
    if match is None or match.start() == 0 or _CONTINENTAL.fullmatch(match.group()):
        return None
    city = next(iter(template.entities(match["city"])), None)
    return city.name if city is not None else match["name"]


def _place(template: Template, piece: str, rest: str) -> tuple[Entity | None, str | None]:
    if not piece.startswith("⟦"):
        return _first(template, rest), None if _STREET.search(piece) else piece
    entity = next(iter(template.entities(piece)), None)
    if entity is None:
        return None, None
    if entity.kind is EntityKind.STATE:
        return entity, None
    own = next(iter(template.around(piece)), None)
    if own is None and entity.kind is EntityKind.REGION:  # a continent is no name of a base
        return _first(template, rest), None
    return own or _first(template, rest), entity.name


def _first(template: Template, piece: str) -> Entity | None:
    return next(iter(template.around(piece)), None)


def _context(template: Template) -> Entity | None:
    return next(iter(template.context.states), None)
