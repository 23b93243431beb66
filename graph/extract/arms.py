"""Weapons that one state supplies to another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from summitry.graph.claims import ArmsSupply, Entity, Finding
from summitry.graph.extract.deliveries import Delivery, deliveries, stated
from summitry.graph.extract.sentences import templates
from summitry.graph.extract.template import Template, slot
from summitry.graph.extract.weapons import DESIGNATION, WEAPON, called
from summitry.graph.mentions.reading import Reading

_WILL = r"(?: said[^.;⟦]{0,25}? (?:it|he|she))?(?:,? (?:which|that|who))?(?: (?:will|has|have|had|would|is|are|was|were|to|also|already|agreed|agrees|plans|planned|promised|pledged|began|begun|begins?|starts?|started|continued?|continues|officially|reportedly|formally|decided|ready|going|set|approved|be|been|being|within (?:days|weeks|months)|recently|already))*"
_GIVE = r"(?:suppl(?:y|ies|ied|ying)|deliver(?:s|ed|ing)?|provid(?:e|es|ed|ing)|send(?:s|ing)?|sent|sell(?:s|ing)?|sold|transfer(?:s|red|ring)?|donat(?:e|es|ed|ing)|hand(?:ed)? over|equip(?:s|ped)?|ship(?:s|ped)?|give[sn]?|giving|gave|arm(?:s|ed)?|promis(?:es|ed)|pledg(?:es|ed|e)|export(?:s|ed|ing)?)"
_GET = r"(?:buy(?:s|ing)?|bought|purchas(?:e|es|ed|ing)|order(?:s|ed)?|acquir(?:e|es|ed|ing)|receiv(?:e|es|ed|ing)|import(?:s|ed)?|obtain(?:s|ed)?|procur(?:e|es|ed)|t(?:ak(?:e|es|en|ing)|ook) delivery of|gets?|got|getting|took|taking)"
_CUT = re.compile(
    r"[A-Z]?\d+⟧|(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|I)\b"
)  # what begins with somebody, or inside a name
_WHAT = r"(?P<system>(?:[^.;,⟦]|⟦D\d+⟧|, (?=\w+ and )|(?<=\d),(?=\d)|, (?=\d+ |[A-Z]+\w*-?\d)){3,110}?)"
_END = r"(?=[.,;\"”]| (?:to|from|as|after|in|during|with a range|under|since|for|on|over|that|which|while|despite|worth|capable|by|and (?:will|would|has|other))\b|$)"
_WHO = r"(?:[Tt]he )?(?P<who>⟦[SCPL]\d+⟧(?:(?:,| and|, and) (?:the )?⟦[SCPL]\d+⟧)*)"
_TO = rf"(?:[Tt]he )?{slot('SCPL', 'to')}"

_PATTERNS = tuple(
    re.compile(p)
    for p in (
        rf"{_WHO}{_WILL} {_GIVE} {_TO} with {_WHAT}{_END}",
        rf"{_WHO}(?:,[^,;.]{{0,40}},)?{_WILL} (?:approv\w+|authoris\w+|authoriz\w+|clear(?:ed|s|ing)?|prepar\w+|announc\w+|back(?:ed|s)?|sign(?:ed)? off on|agreed(?: to| on)?|finali[sz]\w+) (?:the |an? )?(?:\S+ )?(?:sale|delivery|transfer|supply|shipment|deliveries|export)s? of {_WHAT} to (?:the )?{_TO}",
        rf"{_TO}{_WILL} (?:sign\w*|conclud\w+|announc\w+|seal\w*) (?:an? |the )?(?:\S+ )?(?:contract|deal|agreement|memorandum)s? (?:with {_WHO} )?(?:for|on|to buy|to purchase|to acquire) (?:the )?(?:purchase |delivery |supply |acquisition )?(?:of )?{_WHAT} from {_WHO.replace('who', 'who2')}",
        rf"{_TO}{_WILL} (?:sign\w*|conclud\w+|seal\w*) (?:an? |the )?(?:\S+ )?(?:contract|deal|agreement|memorandum)s? with {_WHO} (?:for|on|to buy|to purchase|to acquire) (?:the )?(?:purchase |delivery |supply |acquisition )?(?:of )?{_WHAT}{_END}",
        rf"{_WHO}{_WILL} {_GIVE} {_WHAT} to {_TO}",
        rf"{_TO},? to (?:which|whom) {_WHO}{_WILL} {_GIVE} {_WHAT}{_END}",
        rf"{_WHAT},? (?:which|that) {_WHO}{_WILL} {_GIVE}(?: [^.;⟦]{{0,40}})? to {_TO}",
        rf"{_WHO}{_WILL} help {_TO} (?:to )?(?:{_GET}|build|develop|obtain) {_WHAT}{_END}",
        rf"{_WHO}{_WILL} (?:present(?:ed|s)?|equip(?:ped|s)?|furnish(?:ed|es)?|arm(?:ed|s)?) {_TO}(?: [A-Z][\w]+){{0,2}} with {_WHAT}{_END}",
        rf"{_WHO}{_WILL} {_GIVE} {_TO} (?!with ){_WHAT}{_END}",
        rf"{_WHO}{_WILL} {_GIVE} to (?:⟦P\d+⟧ )?{_TO} (?:the )?(?:{slot('D', '')} )?{_WHAT}{_END}",
        rf"{_WHO}{_WILL} (?:the )?(?:delivery|deliveries|supply|supplies|shipments?) of {_WHAT} to {_TO}",
        rf"{_WHO}{_WILL} {_GIVE} {_TO} (?!with )(?P<system>(?:an? |the |its |more |\d[\d,]* |additional |several |two |three |four )?[^.;,⟦]{{3,80}}?){_END}",
        rf"{_TO}{_WILL} {_GET} {_WHAT} from {_WHO}",
        rf"{_WHO}'s (?:planned |possible )?(?:supply|supplies|delivery|deliveries|sale|sales|transfer|shipment|shipments) of {_WHAT} to {_TO}",
        rf"(?:[Ss]upply|[Ss]upplies|[Dd]elivery|[Dd]eliveries|[Ss]ale|[Tt]ransfer|[Ss]hipment)s? of {slot('D', 'who')} {_WHAT} to {_TO}",
        rf"(?:[Ss]upply|[Ss]upplies|[Dd]elivery|[Dd]eliveries|[Ss]ale|[Tt]ransfer|[Ss]hipment)s? of {_WHAT} from {_WHO} to {_TO}",
        rf"{_TO}'s purchase of {_WHAT} from {_WHO}",
        rf"(?:purchase|acquisition) by {_TO} of {_WHAT}(?: from {_WHO}){_END}",
        rf"{_TO}'s (?:purchase|acquisition|order) of (?:the |an? )?{slot('D', 'who')} {_WHAT}{_END}",
        rf"{slot('D', 'who')}(?:-made|-built)? {_WHAT} (?:was|were|has been|have been|are|is|will be|being) (?:\w+ )?(?:cleared for (?:sale|delivery|export)|sold|delivered|supplied|sent|shipped|handed over|transferred|donated|provided) to {_TO}",
        rf"{_WHAT}(?: which| that)? (?:was|were|has been|have been|are|is|will be|being)? ?(?:sold|delivered|supplied|sent|shipped|handed over|transferred|donated|provided|given) to {_TO} by {_WHO}",
        rf"{_TO}{_WILL} {_GET} (?:\w+ )?{slot('D', 'who')}(?:-made|-built)? {_WHAT}{_END}(?! from (?:the )?⟦[SC])",
    )
)  # fmt: skip
# one side unsaid: the buyer's supplier is the other state of the sentence, the recipient that of the article's other supplies
_HALVES = tuple(
    re.compile(p)
    for p in (
        rf"(?:purchase|acquisition) by {_TO} of {_WHAT}(?: and of {_WHAT.replace('system', 'second')})?{_END}",
        rf"{_TO}'s (?:purchase|acquisition) of {_WHAT}{_END}",
        rf"{_WHAT} (?:pledged|promised|supplied|donated|provided|sent|delivered) by {_WHO}",
        rf"(?:supply|supplies|delivery|deliveries|shipments?) of {_WHAT} by {_WHO}",
        rf"{_WHO}{_WILL} (?:approv\w+|authoris\w+|authoriz\w+|clear(?:ed|s)?|announc\w+|agreed(?: to| on)?|pledg\w+|promis\w+) (?:the |an? )?(?:delivery|transfer|supply|shipment|export|donation)s? of {_WHAT}{_END}",
        rf"{_WHO}{_WILL} (?:pledg(?:es|ed|e)|promised|donated|sent|delivered|send|provide[sd]?|supply|supplies|supplied|deliver|give|gave|hand over) {_WHAT}{_END}",
    )
)  # fmt: skip
_MORE = re.compile(
    rf"{_TO} (?:has |had |have |also )*(?:ordered|bought|purchased|acquired|received) (?:\w+|\d+) (?:regiments|batteries|systems|units|divisions|squadrons|of them)\b"
)
_EXPORTERS = frozenset(
    "united-states russia soviet-union france china germany italy united-kingdom israel spain south-korea turkey netherlands "
    "ukraine sweden switzerland belarus north-korea".split()
)
_DEED = re.compile(
    rf"\b(?:{_GIVE}|{_GET}|[Ss]ales?|[Dd]elivery|[Dd]eliveries|[Ss]upply|[Ss]upplies|purchase|[Tt]ransfers?|[Ss]hipments?)\b"
)
_CLAUSE = re.compile(
    r"\b(?:and|but|while) (?:\w+ )?(?:is|are|was|were|has|have|had|will|would|awaits?|expects?|plans?)\b"
)
_ENOUGH = 2  # supplies of an article that tell who it is about
_NO = re.compile(
    r"\b(?:not|never|refus\w+|halt\w*|stop\w*|ban\w*|if|could|might|may|wants?|would like|ask\w*|request\w*|urg\w+|denied|denies|accus\w+)\b"
)


def find(reading: Reading) -> Iterator[Finding]:
    """The arms supplies that an article states; each supplier, recipient and system once."""
    sentences = [
        v for t in templates(reading) if WEAPON.search(t.text) or _MORE.search(t.text) for v in t.views
    ]
    told = [d for t in templates(reading) for d in deliveries(t)]
    phrases = [
        f
        for t in sentences
        if WEAPON.search(t.text)
        for p in _PATTERNS
        for m in t.finditer(p)
        for f in _supply(t, m)
    ]
    whole = _fresh([], [d for d in told if any(map(DESIGNATION.search, d.weapons))])
    whole += _unlike(phrases, whole)
    whole += _fresh(whole, told)
    whole += _fresh(whole, [_completed(d, _payloads(whole)) for d in told])
    half = [
        f
        for t in sentences
        if WEAPON.search(t.text)
        for p in _HALVES
        for m in t.finditer(p)
        for f in _half(t, m, _before(whole, t))
    ]
    more = [f for t in sentences for m in t.finditer(_MORE) for f in _more(t, m, _payloads(whole))]
    seen: set[tuple[str, str, str]] = set()
    for found in (*whole, *_unlike([*half, *more], whole)):
        payload = found.payload
        assert isinstance(payload, ArmsSupply)
        key = (payload.supplier.key, payload.recipient.key, payload.system.lower())
        if key not in seen:
            seen.add(key)
            yield found


def _payloads(findings: list[Finding]) -> list[ArmsSupply]:
    return [f.payload for f in findings if isinstance(f.payload, ArmsSupply)]


def _before(findings: list[Finding], template: Template) -> list[ArmsSupply]:
    """The supplies told of before the end of a sentence; all of them, where there are many."""
    told = [f for f in findings if f.evidence[0].start <= template.places[-1]]
    return _payloads(findings if len(findings) >= _ENOUGH else told)


def _fresh(known: list[Finding], deliveries: list[Delivery]) -> list[Finding]:
    """The supplies of deliveries whose weapons are not known to have gone the same way."""
    fresh: list[Finding] = []
    for d in deliveries:
        row = [way for way in product(d.givers, d.getters, d.weapons) if way[0].key != way[1].key]
        new = [Finding(ArmsSupply(*way), (d.evidence,), 0.85, "arms.parse") for way in row]
        fresh += _unlike(new, [*known, *fresh])
    return fresh


def _unlike(new: list[Finding], known: list[Finding]) -> list[Finding]:
    """The findings whose weapons are not known to have gone the same way; bare "tanks" name no new ones there, nor do "the
    12 attack aircraft".
    """
    systems: dict[tuple[str, str], list[str]] = {}
    for k in _payloads(known):
        systems.setdefault((k.supplier.key, k.recipient.key), []).append(k.system)
    found = []
    for finding in new:
        (payload,) = _payloads([finding])
        before = systems.get((payload.supplier.key, payload.recipient.key), [])
        bare = payload.system.islower() and (
            payload.system.count(" ") < 2
            or " of " in payload.system
            or re.search(rf"\bthe (?:[\w,.-]+ )?{re.escape(payload.system)}", finding.evidence[0].exact)
        )
        if not (bare and before) and not any(_same(payload.system, k) for k in before):
            found.append(finding)
    return found


def _same(new: str, old: str) -> bool:
    return new.lower() in old.lower() or old.lower() in new.lower()


def _completed(delivery: Delivery, known: list[ArmsSupply]) -> Delivery:
    """A delivery whose other side is unsaid: that of the article's supplies from or to the same side, or of all, where it is one."""
    around = (delivery.other,) if delivery.other is not None else ()
    if not delivery.givers:
        own = [k for k in known if k.recipient.key in {g.key for g in delivery.getters}]
        givers = {k.supplier.key: k.supplier for k in own or known}
        return replace(
            delivery, givers=tuple(givers.values()) if len(givers) == 1 else around if not known else ()
        )
    if not delivery.getters:
        own = [k for k in known if k.supplier.key in {g.key for g in delivery.givers}]
        getters = {k.recipient.key: k.recipient for k in own or known}
        return replace(
            delivery, getters=tuple(getters.values()) if len(getters) == 1 else around if not known else ()
        )
    return delivery


def _supply(template: Template, match: re.Match[str]) -> Iterator[Finding]:
    groups = match.groupdict()
    recipient = _state(template, groups["to"])
    deed = _DEED.search(match.group())
    if (
        deed is not None
        and " help " not in match.group()
        and not stated(template.token_at(match.start() + deed.start()))
    ):
        return
    for supplier in template.acting(groups.get("who") or groups.get("who2")):
        if (
            "contract" in match.group()
            and recipient is not None
            and _sells(recipient)
            and not _sells(supplier)
        ):
            yield from _said(template, match, recipient, supplier, 0.8)
            continue
        yield from _said(template, match, supplier, recipient, 0.88)


def _sells(state: Entity) -> bool:
    """Whether a state is known for selling weapons: of two who sign a contract, which one delivers is often unsaid."""
    return state.key.removeprefix("state/") in _EXPORTERS


def _half(template: Template, match: re.Match[str], known: list[ArmsSupply]) -> Iterator[Finding]:
    groups = match.groupdict()
    supplier, recipient = _state(template, groups.get("who")), _state(template, groups.get("to"))
    if recipient is not None:
        others = {s.key: s for s in template.states(template.text[match.end() :]) if s.key != recipient.key}
        supplier = next(iter(others.values())) if len(others) == 1 else None
    elif supplier is not None:
        armed = {k.recipient.key: k.recipient for k in known}
        recipient = next(iter(armed.values())) if len(armed) == 1 else None
    yield from _said(template, match, supplier, recipient, 0.8)


def _more(template: Template, match: re.Match[str], known: list[ArmsSupply]) -> Iterator[Finding]:
    """ "India ordered five regiments": of what the article's one supplier has delivered to another."""
    recipient = _state(template, match["to"])
    sold = {(k.supplier.key, k.system): k for k in known}
    if recipient is not None and len(sold) == 1:
        last = next(iter(sold.values()))
        if recipient.key not in (last.supplier.key, last.recipient.key):
            yield Finding(
                ArmsSupply(last.supplier, recipient, last.system),
                (template.evidence(match),),
                0.8,
                "arms.more",
            )


def _said(
    template: Template,
    match: re.Match[str],
    supplier: Entity | None,
    recipient: Entity | None,
    certainty: float,
) -> Iterator[Finding]:
    """A finding for every weapon that a match names, where both sides are known."""
    if supplier is None or recipient is None or supplier.key == recipient.key or _NO.search(match.group()):
        return
    for system in (match["system"], match.groupdict().get("second")):
        if system and WEAPON.search(system) and not (_CLAUSE.search(system) or _CUT.match(system)):
            words = re.sub(r"⟦D(\d+)⟧", lambda m: template.slots[int(m.group(1))][0].text, system).strip(
                ' ,"“”'
            )
            for name in called(words):
                yield Finding(
                    ArmsSupply(supplier, recipient, name), (template.evidence(match),), certainty, "arms"
                )


def _state(template: Template, piece: str | None) -> Entity | None:
    return next(iter(template.acting(piece)), None)
