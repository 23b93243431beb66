"""Military actions of one state against another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from summitry.graph.claims import Entity, Finding, MilitaryAction, Status
from summitry.graph.extract.raids import raids, supported
from summitry.graph.extract.sentences import templates
from summitry.graph.extract.template import Template, series, slot
from summitry.graph.extract.when import When
from summitry.graph.mentions.reading import Reading

_ADJ = r"(?:(?:full-scale|large-scale|unprovoked|military|armed|illegal|brutal|ongoing|new|so-called|special|massive|all-out|ground|air|aerial|invasion|missile|drone|bombing|war|current|continuing|major|further|deadly|military-led|renewed|latest|retaliatory|rocket|cross-border|naval|land|barbaric|bloody|unjustified|recent|first|surprise) |[\"“”']|-)*"
_DEED = r"(?:invasion|offensive|attack|attacks|aggression|assault|war|operation|operations|campaign|strikes?|air ?strikes|air raids?|raids?|bombing|bombardment|incursion|intervention|shelling)"
_WAR = r"(?:invasion|offensive|aggression|assault|war|incursion|special (?:military )?operation[\"“”']?|military operation[\"“”']?)"
_NEXT = r"(?:its |his |their )?(?:(?:smaller|southern|northern|western|eastern|tiny|pro-Western|sovereign|independent|neighbou?ring|neighbou?r) ?,? ?)*"
_TARGET = slot("SCG", "target")
_ON = rf"(?:(?:of|against|on|upon|into) {_NEXT}{_TARGET})"
_IN = rf"(?:(?:in|inside) {_NEXT}{_TARGET})"
_FORCES = r"(?:troops|forces|tanks|soldiers|army|armed forces|military|warplanes|aircraft|jets|planes|bombers|warships|missiles|drones|paratroopers|ships|columns|units|divisions|fighter jets|artillery)"
_PATTERNS = tuple(
    re.compile(p)
    for p in (
        rf"{slot('SCB', 'actor')}(?:'s?)? {_ADJ}(?:{_DEED}[\"“”']? {_ON.replace('target', 't1')}|{_WAR} {_IN.replace('target', 't2')})",
        rf"{slot('D', 'actor')} {_ADJ}(?:{_DEED}[\"“”']? {_ON.replace('target', 't1')}|{_WAR} {_IN.replace('target', 't2')})",
        rf"{slot('SB', 'actor')},? (?:which |that )?(?:had |has |first |illegally |have )*(?:invaded|attacked|bombed|shelled|bombarded|annexed) {_NEXT}{_TARGET}",
        rf"{slot('SB', 'actor')} (?:broke into|crossed into|violated|struck|raided|bombed|entered|moved into|sent (?:its |their )?{_FORCES}(?: \w+)? (?:into|across)) {_TARGET}'s (?:territory|soil|border|airspace|capital)",
        rf"{slot('PLSB', 'actor')}[^.;⟦]{{0,40}}? (?:launched|ordered|began|started|unleashed|waged|waging|launching|ordering|starting|unleashing|beginning|to launch|announced)[^.;⟦]{{0,60}}?(?:{_DEED}|troops|forces)\W{{0,3}}[^.;⟦]{{0,40}}?(?:{_ON.replace('target', 't1')}|{_IN.replace('target', 't2')})",
        rf"{slot('PLSB', 'actor')}[^.;⟦]{{0,40}}? (?:launched|ordered|sent|sends|poured|sending|moved|rolled|launching)[^.;⟦]{{0,20}}?(?:{slot('D', '')} )?(?:{_FORCES}|his country|⟦S\d+⟧)[^.;⟦]{{0,20}}? (?:into|in|to attack|against) (?:its )?(?:(?P<neighbour>⟦D\d+⟧) (?:neighbou?r|territory)|{_TARGET})",
        rf"{slot('PLSB', 'actor')}[^.;⟦]{{0,80}}? (?:launched|launching|ordered|ordering)[^.;]{{0,60}}?{_DEED}\W{{0,3}} (?:of|against|on|in|into) {_TARGET}",
        rf"{slot('SB', 'actor')}(?:'s)?(?: and (?:its|their) \w+)?,? (?:which |that )?(?:had |has |first |have )*(?:sent|ordered|moved|rolled|poured|sends) (?:(?:its|their|tens|hundreds|thousands|of|more|\d[\d,]*) )*{_FORCES}(?: \w+)? into {_NEXT}{_TARGET}",
        rf"{slot('D', 'actor')} {_FORCES} (?:\w+ )?(?:invaded|entered|crossed into|rolled into|attacked|bombed|stormed|marched into|marched on|drove on|drove into|pushed into|advanced on|advanced into|moved into|occupied|seized|struck|shelled|poured into|swept into) {_NEXT}(?:{_TARGET}|(?P<its>its|their) (?:territory|soil|land))",
        rf"{slot('SB', 'actor')} (?:has |had |illegally )*(?:annexed|seized|occupied) (?:the )?(?:{slot('D', '')} )?(?:\w+ )?(?:of )?{_TARGET}",
        rf"{slot('SB', 'actor')}(?: and (?:its|their) \w+)? (?:began|started|launched|carried out|has been|have been|resumed) (?:bombing|shelling|striking|(?:an?|its|the|their) {_ADJ}{_DEED}|{_ADJ}{_DEED})[^.;⟦]{{0,20}}?(?:⟦O\d+⟧)?[^.;⟦]{{0,30}}? (?:in|on|against|of) {_TARGET}",
        rf"{slot('DS', 'actor')}(?:'s)? {_FORCES} (?:\w+ )?(?:struck|hit|bombed|attacked|raided|shelled|targeted) (?:\w+ ){{0,4}}?(?:near|in|around|outside|inside|at) (?:the )?(?:\w+ )?{_TARGET}",
        rf"{slot('SD', 'actor')}-led (?:coalition|alliance|forces)[^.;⟦]{{0,40}}? (?:bombing|bombed|attacked|invaded|strikes? on|raids on|intervened in|bombards|bombarding) {_TARGET}",
        rf"(?:invasion|bombing|attack|bombardment|annexation|occupation) (?:of|on) {_TARGET} by (?:the )?{slot('SCB', 'actor')}",
        rf"{slot('DS', 'actor')}(?:'s)? [^.;⟦]{{0,40}}?(?:shot|brought) down an? (?:\w+ )?(?P<neighbour>⟦D\d+⟧) (?:\w+ )?(?:bomber|jet|plane|warplane|fighter|aircraft|helicopter|airliner|Su-\d+)",
        rf"{slot('SCB', 'actor')}'s (?:illegal |forcible )?(?:seizure|annexation|occupation) of (?:the )?{_TARGET}",
        rf"{slot('SCB', 'actor')}(?:'s)? (?:decision |order |move )?to invade {_TARGET}",
        rf"war (?:that |which )?{slot('SCB', 'actor')} (?:has been |is |was |had )?(?:waging|fighting|waged|launched|started|unleashed) (?:against|on|in) {_TARGET}",
        rf"{slot('SCB', 'actor')} (?:has |had |have )?(?:shelled|attacked|bombed|struck|seized|raided|hit) (?:the |an? )?(?P<neighbour>⟦D\d+⟧) (?:island|territory|city|town|port|positions|soil|capital|air ?bases?|military|troops|border posts?)",
        rf"{slot('SCB', 'actor')} (?:carried out|launched|conducted|staged|made) (?:an? )?(?:[\w-]+ ){{0,4}}?(?:strikes?|air ?strikes|raids?|attacks?|bombing) (?:inside|in|on|against) {_TARGET}",
        rf"{slot('B', 'actor')} (?:\w+ )?(?:invaded|entered|crossed into|rolled into|attacked|bombed|stormed|marched into|marched on|drove on|moved into|occupied|seized|struck|shelled|poured into|swept into) {_NEXT}{_TARGET}",
        rf"{slot('SCB', 'actor')} (?:has been |have been |had been |began |started |is )(?:bombing|shelling|striking|attacking|pounding) (?:[\w-]+ ){{1,4}}?(?:of|in|inside|across) (?:the )?(?P<target>⟦[SCGP]\d+⟧)",
        rf"{slot('DS', 'actor')}(?:'s)? (?:air ?strikes?|missiles?|rockets?|shells) (?:have |has |had )?(?:hit|struck|pounded|pummelled|killed [^.;⟦]{{1,30}} in|landed in|destroyed [^.;⟦]{{1,30}} in) {_NEXT}{_TARGET}",
        rf"{_TARGET},? which {slot('D', 'actor')} {_FORCES} (?:entered|invaded|attacked|bombed)",
        rf"(?:since|after|when|before|as) {slot('SB', 'actor')} (?:first )?(?:invaded|attacked) {_TARGET}",
        rf"{slot('SCD', 'actor')}(?:'s)? {_FORCES} (?:first |had |has )?(?P<alone>invaded)(?=[.,;]|$| (?:on|in|last|this|two|a|more|nearly|almost|\d+)\b)",
        rf"{_DEED}[\"“”']? {_ON} by (?:the )?{series('SC', 'actor')}",
        rf"{slot('SB', 'actor')} (?:first |had |has )?(?P<alone>invaded|(?:launched|began|started) (?:its|the) (?:full-scale |military )?(?:invasion|war|offensive|attack))(?=[.,;]| (?:on|in|last|this|two|a|more|nearly|almost|\d+)\b)",
        r"(?P<actor>⟦[SD]\d+⟧(?:(?:,| and|, and) ⟦[SD]\d+⟧)*)(?: and \w+)?[^.;⟦]{0,50}? (?:launched|fired|dropped|unleashed|rained)[^.;⟦]{0,60}?(?:missiles|bombs|shots|rockets|strikes|air ?strikes|raids|drones|shells)[^.;⟦]{0,20}? (?:at|on|in|into|against) (?:an? |the )?(?P<target>⟦[SCGD]\d+⟧)",
        rf"{slot('SB', 'actor')} (?:has been |had been |is |was )?(?:at war with|waging war (?:on|against)|bombing|shelling) {_TARGET}",
    )
)  # fmt: skip
_BARE = re.compile(
    rf"(?:the|this|an?) {_ADJ}(?:offensive|invasion|attack|war|assault|aggression|operation)[\"“”']?(?: launched| begun| started| waged)?[^.;⟦]{{0,50}}? (?:{_ON.replace('target', 't1')}|{_IN.replace('target', 't2')})"
)


_NO = re.compile(
    r"\b(?:not|never|if|would|could|might|may|threat\w*|should|deny|denies|denied|possible|potential|imminent|planned|fears?|feared|simulat\w+|exercises?|drills?|cyber\w*|verbal|avoid\w*|prevent\w*|against any|warned)\b|n't"
)
_IN_WORDS = re.compile(  # "attacked its policy on trade", "bombarded it with demands"
    r"(?:'s?| for (?:its|his|their|the)| over (?:its|his|their|the)| with) (?:[a-z-]+ ){0,3}?(?:polic|plans?\b|decision|record|stance|claims?\b|remarks|comments|handling|"
    r"proposals?\b|failure|laws?\b|refusal|role\b|demands|requests|questions|letters|criticism|tariffs|propaganda|accusations)"
)
_LASTING = frozenset("war aggression conflict".split())  # which go on when the article speaks of them
_AFTER = 40  # characters behind an attack in which its day may stand: ", which started on March 19"
_GATE = re.compile(
    rf"{_DEED}|invad|attacked|bomb|shell|{_FORCES}|annex|occup|shot down|brought down|seizure|occupied|seized|fired|raided|broke into"
)
_START = re.compile(
    r"(?:start|beginning|outbreak|launch) of the (?:war|invasion|offensive|conflict|operation)|since the (?:war|invasion|offensive|conflict)|launch(?:ed|ing)? [^.]{0,40}(?:war|invasion|offensive|operation)"
)


def find(reading: Reading) -> Iterator[Finding]:
    """The military actions that an article states; each actor and target once, with the date that any sentence gives."""
    when = When(reading)
    sentences = [v for t in templates(reading) if _GATE.search(t.text) for v in t.views]
    sure = [
        f
        for t in sentences
        for pattern in _PATTERNS
        for m in t.finditer(pattern)
        for f in _action(t, m, when)
    ]
    sure += [f for t in templates(reading) for f in raids(t, when)]
    attacked = {payload.target.key for _, payload in _actions(sure)}
    bare = [
        f
        for t in sentences
        for f in _bare(t, when)
        if all(p.target.key not in attacked for _, p in _actions([f]))
    ]
    best: dict[tuple[str, str], tuple[Finding, MilitaryAction]] = {}
    for found, payload in _actions([*sure, *bare]):
        known = best.get((payload.actor.key, payload.target.key))
        if known is None or _finer(payload.date, known[1].date):
            best[payload.actor.key, payload.target.key] = (found, payload)
    for found, payload in best.values():
        days = {p.date for _, p in best.values() if p.target.key == payload.target.key and p.date is not None}
        if payload.date is None and len(days) == 1:  # allies strike together
            yield replace(found, payload=replace(payload, date=days.pop()))
        else:
            yield _dated_later(reading, found, payload) if len(best) == 1 and payload.date is None else found


def _actions(findings: list[Finding]) -> list[tuple[Finding, MilitaryAction]]:
    return [(f, f.payload) for f in findings if isinstance(f.payload, MilitaryAction)]


def _bare(template: Template, when: When) -> Iterator[Finding]:
    """ "the offensive launched against Y": by the state of whoever the sentence is about, where that is one state alone."""
    for match in template.finditer(_BARE):
        targets = _target(template, match)
        if not targets or not re.search(
            r"launched|begun|started|waged|special (?:military )?operation", match.group()
        ):
            continue
        before = template.text[: match.start()]
        people = template.acting(next(iter(re.findall(slot("P"), before)), None))
        others = [s for s in template.states(before) if s.key != targets[0].key]
        actors = people or others
        if len(actors) == 1 and actors[0].key != targets[0].key:
            evidence = template.evidence(match)
            yield Finding(
                MilitaryAction(actors[0], targets[0], when.inside(evidence.start, evidence.end).start),
                (evidence,),
                0.8,
                "action.bare",
            )


def _dated_later(reading: Reading, found: Finding, payload: MilitaryAction) -> Finding:
    """An undated action takes the date that another sentence gives for the start of "the war"."""
    for template in templates(reading):
        for match in template.finditer(_START):
            evidence = template.evidence(match)
            inside = reading.timeline.within(
                evidence.start, min(evidence.end + 40, template.passage.block.end)
            )
            dates = [t.value.start for t in inside if t.value.start is not None]
            if dates:
                return replace(found, payload=replace(payload, date=dates[0]))
    return found


def _finer(new: str | None, old: str | None) -> bool:
    """Whether a date says more than another, and nothing else."""
    return new is not None and (old is None or (len(new) > len(old) and new.startswith(old)))


def _action(template: Template, match: re.Match[str], when: When) -> Iterator[Finding]:
    words = match.group()
    if _IN_WORDS.match(template.text, match.end()):
        return
    if _NO.search(words) or re.search(
        r"\b(?:if|of a possible|threat of|fears of|case of|unless|alleged|(?:attempt|plan|threat|intention|wish|ability|capability|right)s?(?: on the part)? (?:of|by|for)) (?:an? |the )?$",
        template.text[: match.start()],
    ):
        return
    targets = _target(template, match)
    if not targets:
        return
    deed = re.search(
        rf"began|started|{_DEED}|invaded|attacked|bombed|shelled|launched|sent|annexed|entered|crossed|fired|troops",
        words,
    )
    trigger = template.token_at(match.start() + (deed.start() if deed else 0))
    actors = supported(template, trigger) or template.acting(match["actor"])
    evidence = template.evidence(match)
    lasting = trigger.pos_ == "NOUN" and trigger.lemma_ in _LASTING
    dates = (None if lasting else when.of(template.passage, trigger, Status.OCCURRED).start) or (
        when.inside(evidence.start, evidence.end + (0 if lasting else _AFTER)).start
    )
    for actor in actors:
        if actor.key != targets[0].key:
            yield Finding(MilitaryAction(actor, targets[0], dates), (evidence,), 0.9, "action")


def _target(template: Template, match: re.Match[str]) -> list[Entity]:
    """Who is attacked: the state named, that of the place named, "its territory", or whoever "Russia invaded" means."""
    groups = match.groupdict()
    piece = next((groups[g] for g in ("target", "t1", "t2", "neighbour") if groups.get(g)), None)
    if piece:
        return template.around(piece)
    if groups.get("its"):
        actor = {a.key for a in template.acting(groups.get("actor"))}
        return [s for s in template.doer(match.start()) if s.key not in actor]
    if groups.get("alone"):
        return _victim(template, match)
    return []


def _victim(template: Template, match: re.Match[str]) -> list[Entity]:
    """The one other state that a sentence and its people leave for "since Russia invaded"."""
    actor = {a.key for a in template.states(match["actor"])}
    people = [s for p in re.findall(slot("P"), template.text) for s in template.acting(p)]
    named = template.states("".join(re.findall(slot("S"), template.text)))
    for found in (named, people, template.context.states):
        others = {s.key: s for s in found if s.key not in actor}
        if len(others) == 1:
            return list(others.values())
    return []
