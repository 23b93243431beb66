"""Alliances, partnerships, kinship and recognition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summitry.graph.claims import Entity, EntityKind, Finding, Relation
from summitry.graph.extract.arguments import capital_state
from summitry.graph.extract.template import Template, series, slot, templates
from summitry.graph.mentions.reading import Reading

_CHINA, _TAIWAN = "state/china", "state/taiwan"
_A = slot("SC", "a")
_AS = series("SCLO", "a")
_B = rf"(?:the )?{slot('SC', 'b')}"
_BS = series("SCG", "b")
_CLOSE = r"(?:(?:close|closest|main|key|longtime|long-time|traditional|major|staunch|staunchest|top|important|strategic|treaty|nearest|only|few|loyal|historic|military|regional|another|its|his|her|other|biggest|best|most|oldest|strongest|principal|wartime|formal|vital|crucial|firm|steadfast|trusted|political) )*"
_PARTNER = r"(?:(?:comprehensive|all-weather|special|privileged|global|coordinative|long-term|close|of|and|enhanced|eternal|joint|relations? of|future-oriented|multifaceted|full) )*strategic (?:and \w+ )?(?:cooperative |cooperation |global )?partner"
_BE = r"(?:is|was|has been|remains|are|were|have been|remain|became)"
_NEVER = r"(?:does not|do not|did not|has not|have not|has never|have never|never|refuses? to|refused to|hasn't|haven't|doesn't|don't|no longer|would no longer|won't|will not|would not|will never|still does not|is not ready to|declined to)"
_OF = r"(?:the )?(?:(?:independence|sovereignty|statehood|state|separatist regions?|breakaway (?:regions?|republics?|territor(?:y|ies))|region|republics?|annexation) of |(?:the )?(?:so-called |self-proclaimed |self-ruled |breakaway |separatist |neighbou?ring |disputed ))?"
_LIFT = r"(?:has|have|had|signed|upgraded?|elevated?|lifted?|raised?|established|establish(?:ing)?|agreed|agree|announced|declared|formed|enjoy|are)"

# (pattern, kind); a and b are slots, "both" where one slot names two, "pair" where the two of the sentence before are meant
_PATTERNS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(p), kind)
    for p, kind in (
        (rf"{_A} {_BE} (?:closely |militarily |formally )?allied (?:with|to) {_B}", "ally"),
        (rf"{_A},? (?:which )?(?:is|remains|was|has been|are) (?:an?|the|one of) ?(?:{slot('SC', 'b')}'s ?|)(?:{_CLOSE})(?:{slot('D', '')} )?(?:ally|allies)(?: of (?P<c>⟦[SC]\d+⟧))?", "ally"),
        (rf"{slot('SC', 'b')}'s? {_CLOSE}(?:ally|allies),? (?:(?:such as|including|like) )?{_AS}", "ally"),
        (rf"{_A},? (?:an? |the |one of )?{_CLOSE}(?:ally|allies) of {_B}", "ally"),
        (rf"{_A},? (?:an? |the |one of )?(?:{slot('SC', 'b')}'s |{slot('D', 'bd')} ){_CLOSE}(?:ally|allies)\b", "ally"),
        (rf"{slot('PLS', 'b')}(?:'s)?[^.;⟦]{{0,60}}? {_CLOSE}ally,? {slot('PLS', 'a')}", "ally"),
        (rf"{_A}(?:,|'s) (?:an? )?{_CLOSE}{slot('D', 'b')} ally", "ally"),
        (rf"{slot('D', 'b')} ally,? {_A}", "ally"),
        (rf"{_A} and {_B} (?:\w+ )?(?:are|were|have been|remain) (?:\w+ )?(?:partners and )?{_CLOSE}(?:allies|allied)", "ally"),
        (rf"{_A}(?:[ -–]+| and ){_B} (?:relations? of [^.;⟦]{{0,40}})?alliance", "ally"),
        (rf"(?:relations|ties|alliance)[^.;⟦]{{0,40}}? alliance[^.;⟦]{{0,20}}? between {_A} and {_B}", "ally"),
        (rf"alliance (?:between|of) {_A} and {_B}", "ally"),
        (rf"{_A}[ –-]+{_B} relations of [^.;⟦]{{0,40}}strategic partnership and alliance", "ally"),
        (rf"{_A} and {_B} (?:signed|have signed|concluded|have)[^.;⟦]{{0,30}} (?:mutual|collective) (?:defen[cs]e|security) (?:treaty|pact|agreement)", "ally"),
        (rf"{_A} (?:regards?|regarded|considers?|considered|calls?|called|sees?|describes?|described|views?) {_B} as (?:an?|its|one of its|his|her) {_CLOSE}(?:ally|allies)\b", "ally"),
        (rf"{_A} (?:is|remains|was|are) (?:one of )?{slot('SC', 'b')}'s {_CLOSE}(?:ally|allies)\b", "ally"),
        (rf"{_A} \"?(?:remains|is) our {_CLOSE}ally", "ours"),
        (rf"{_A} and {_B}[^.;]{{0,60}}? {_PARTNER}(?:ships?|s)", "strategic_partner"),
        (rf"{_A}[ –-]+{_B}[^.;⟦]{{0,40}}? {_PARTNER}ship", "strategic_partner"),
        (rf"{_PARTNER}ships?[^.;⟦]{{0,40}}? (?:between|of) {_A} and {_B}", "strategic_partner"),
        (rf"{_PARTNER}ship (?:agreement )?(?:between )?{_A} (?:has |had |signed |enjoys )*with {_B}", "strategic_partner"),
        (rf"{_A} {_LIFT}[^.;⟦]{{0,50}}? {_PARTNER}ships?[^.;⟦]{{0,40}}? with {series('SC', 'b')}", "strategic_partner"),
        (rf"{_A} {_LIFT}[^.;⟦]{{0,30}}? (?:ties|relations|relationship) with {_B}[^.;⟦]{{0,30}} to (?:an? |the (?:level|status) of (?:an? )?)?{_PARTNER}ship", "strategic_partner"),
        (rf"{_A}'s? {_PARTNER}(?:ship)? with {_B}", "strategic_partner"),
        (rf"{_A} (?:is|as|remains|was) (?:an?|the) {_PARTNER} (?:of|for) {_B}", "strategic_partner"),
        (rf"{_A}'s {_PARTNER},? {_B}", "strategic_partner"),
        (rf"(?P<both>⟦S\d+⟧)[^.;]{{0,80}}? {_PARTNER}(?:ships?|s)", "strategic_partner"),
        (rf"(?P<pair>[Tt]hey|level of (?:the |their )?(?:bilateral )?relations|(?:bilateral|their) (?:ties|relations|relationship))[^.;⟦]{{0,50}}? (?:to|of|into|as|are) (?:an? |the (?:level|status|rank) of (?:an? )?)?{_PARTNER}(?:ships?|s)", "strategic_partner"),
        (rf"{_AS}(?: itself)?(?: (?:all |both )?(?:said|stated|announced|declared) (?:that )?(?:it|they)(?: would)?)? {_NEVER} (?:\w+ )?recogni[sz]ed? {_OF}{_BS}", "does_not_recognise"),
        (rf"{_AS}(?:,? (?:which|who|that))? (?:[a-z]+ ){{0,3}}?recogni[sz](?:es?|ed) {_OF}{_BS}", "recognises"),
        (rf"{_A} (?:thereby )?(?:became|becomes|was|is) the (?:[\w-]+ )?(?:[\w-]+ )?(?:⟦S\d+⟧|country|state|nation|one)? ?to (?:formally |officially )?recogni[sz]e {_OF}{_BS}", "recognises"),
        (rf"{_AS}(?:,? (?:which|who|that))? (?:(?!not)[a-z]+ ){{0,3}}?recogni[sz](?:es?|ed|ing) {slot('P', 'who')}(?=[.,;]|$| (?:as|on|in|last|this)\b)", "recognises"),
        (rf"{slot('P', 'who')},? whom {_AS} {_NEVER} recogni[sz]e", "does_not_recognise"),
        (rf"{slot('SCG', 'b')},? (?:which|that) {_AS} {_NEVER} recogni[sz]e", "does_not_recognise"),
        (rf"{_AS} {_NEVER} (?:\w+ )?recogni[sz]ed? (?:the (?:government|presidency|rule|legitimacy|re-?election) of )?{slot('P', 'who')}(?:'s (?:government|presidency|rule|legitimacy|re-?election|victory))?", "does_not_recognise"),
        (rf"{_AS} (?:(?!not)[a-z]+ ){{0,6}}?(?:to )?recogni[sz](?:es?|ed|e) (?:the )?(?:[\w-]+(?:'s?)? |⟦D\d+⟧ ){{0,2}}(?P<body>(?:[A-Z][\w-]+ ){{1,4}}(?:Council|Coalition|Government|Assembly|Committee|Front))", "recognises"),
        (rf"{slot('P', 'who')},? (?:who )?(?:is|was|has been|had been) (?:\w+ )?recogni[sz]ed (?:as (?:[^.;⟦]|⟦P\d+⟧){{0,50}}? )?by [^.;⟦]{{0,60}}?{_AS}", "recognises"),
        (rf"{slot('P', 'who')},? whom (?:the (?:governments?|leaders) of )?{_AS}[^.;⟦]{{0,40}}? (?:has |have |had |already |now |also )*recogni[sz]e[sd]?\b", "recognises"),
        (rf"{slot('SCG', 'b')},? (?:which|that) (?:the governments of )?{_AS}[^.;⟦]{{0,40}}? (?:has |have |had |already |now |also )*recogni[sz]e[sd]?\b", "recognises"),
        (rf"{slot('SCG', 'b')},? (?:which )?(?:is|was|has been|are|have been) (?:\w+ )?recogni[sz]ed (?:as [^.;⟦]{{0,40}} )?by [^.;⟦]{{0,50}}?{_AS}", "recognises"),
        (rf"{slot('SCG', 'b')}[^.;]{{0,120}}? (?:but )?not (?:recogni[sz]ed )?by {_AS}", "does_not_recognise"),
        (rf"{_AS} and {slot('SC', 'b')} (?:have )?recogni[sz]ed each other", "recognises"),
        (rf"{_A}'s (?:decision to recogni[sz]e|recognition of) {_OF}{slot('SCG', 'b')}", "recognises"),
        (rf"{_AS} (?:has |have |had |both |recently |formally )*(?:switched|shifted|transferred) (?:its |their )?(?:diplomatic )?(?:recognition|allegiance|ties|relations)?,? ?(?:from {slot('SC', 'left')} )?to {_B}(?: from {slot('SC', 'left2')})?", "switch"),
        (rf"{_AS} (?:has |have |had |both |recently |formally )*(?:dropped|ditched|abandoned|dumped) {slot('SC', 'left')} (?:for|in favou?r of) {_B}", "switch"),
        (rf"{_AS} (?:(?:has|have|had|both|recently|formally|officially|abruptly) )*(?:cut|severed|broke|broken|broke off|broken off|ended|terminated)(?: off)? (?:its |their |official |all |diplomatic )*(?:ties|relations) with {slot('SC', 'left')}[^.;⟦]{{0,40}} (?:in favou?r of|and (?:established|recogni[sz]ed|switched|opened|took up)(?:[^.;⟦]{{0,30}} (?:with|to))?) {_B}", "switch"),
        (rf"{_AS}(?: (?:announced|said) (?:that )?it)? (?:(?:has|have|had|both|recently|formally|officially|abruptly) )*(?:cuts?|severs?|severed|breaks?|broke|broken|ended|ends|terminated)(?: off)? (?:(?:its|their|official|all|formal|any|so-called|[\"“”']?diplomatic) )*(?:ties|relations|relationship)[\"“”']? with {slot('SC', 'left')}", "break"),
    )
)  # fmt: skip
_RECENT = 3  # sentences after which "did the same" speaks of something else
_OBJECT = r"\b(?:with|to|from|against|for|between|in) (?:the )?$"  # what stands behind these does nothing
_LIST = r"(?:,? (?:and|or) [^.;⟦]{0,40}(?:⟦O\d+⟧[^.;⟦]{0,20}){0,2}[:,] ?" + series("SC", "more") + ")?"
_FOLLOW: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"^Nor (?:do|does|did|has|have) {_AS}{_LIST}"), "does_not_recognise"),
    (re.compile(rf"\bonly {_AS} (?:has|have) (?:followed|done so|done the same)"), "recognises"),
    (re.compile(rf"{_AS} (?:(?:soon|then|quickly|also|later|has|have|had) )*(?:followed suit|did the same|done the same|did likewise|did so too)"), "recognises"),
    (re.compile(rf"(?:^|[;,] )(?:but )?{_AS} (?:do|does|did|has|have) not(?=[.,;])"), "does_not_recognise"),
    (re.compile(rf"{_AS}(?: itself)?(?: said (?:that )?(?:it|they))? {_NEVER} (?:\w+ )?recogni[sz]ed? (?:it|(?:its|the|this|that) (?:independence|move|declaration)(?! of))\b"), "does_not_recognise"),
)  # fmt: skip
_KIN_WORDS = r"son|daughter|brother|sister|father|mother|wife|husband|nephew|niece|cousin|grandson|uncle|widow|son-in-law|daughter-in-law|brother-in-law|half-brother"
_KIN = tuple(
    re.compile(p)
    for p in (
        rf"{slot('P', 'a')},? (?:the |who is the )?(?:eldest |younger |older |late |elder |only |youngest )?(?P<kin>{_KIN_WORDS}) of (?:\w+ ){{0,3}}?{slot('P', 'b')}",
        rf"(?<!^){slot('P', 'b')} (?:(?:eldest|younger|older|late|elder|only|youngest|second|then|own) )*(?P<kin>{_KIN_WORDS})(?: and (?:heir|successor|predecessor|namesake))?,? {slot('P', 'a')}",
        rf"{slot('P', 'b')}'s (?:eldest |younger |older |late |elder |only |youngest )?(?P<kin>{_KIN_WORDS}),? {slot('P', 'a')}",
        rf"{slot('P', 'b')} and (?:his|her) (?P<kin>{_KIN_WORDS}),? {slot('P', 'a')}",
        rf"(?:accompanied by|with) (?:his|her) (?P<kin>{_KIN_WORDS}),? {slot('P', 'a')}",
    )
)  # fmt: skip


def find(reading: Reading) -> Iterator[Finding]:
    """The relations that an article states; each pair and kind once."""
    seen: set[tuple[frozenset[str], str]] = set()
    last: tuple[Relation, ...] = ()
    age = 0
    for template in templates(reading):
        stated = [*_between_states(template)]
        stated += _following(template, (*last, *_relations(stated)))
        fresh = _relations(stated)
        last, age = (fresh, 0) if fresh else (last, age + 1) if age < _RECENT else ((), 0)
        for found in (*stated, *_kin(template)):
            payload = found.payload
            assert isinstance(payload, Relation)
            key = (frozenset({payload.a.key, payload.b.key}), payload.kind)
            if key not in seen:
                seen.add(key)
                yield found


def _relations(findings: list[Finding]) -> tuple[Relation, ...]:
    """Who recognises whom, or not, among findings."""
    return tuple(
        f.payload
        for f in findings
        if isinstance(f.payload, Relation) and f.payload.kind.startswith(("recog", "does"))
    )


def _following(template: Template, last: tuple[Relation, ...]) -> Iterator[Finding]:
    """ "Nor do Russia and China", "so far only Nicaragua has followed": the same of others."""
    for pattern, kind in _FOLLOW if last else ():
        for match in template.finditer(pattern):
            kind = kind or last[-1].kind
            subjects = {r.b.key: r.b for r in last if r.a.key == last[-1].a.key}
            parties = (*template.states(match["a"]), *template.states(match.groupdict().get("more")))
            for a, b in ((a, b) for a in parties for b in subjects.values()):
                if a.key != b.key:
                    yield Finding(Relation(a, b, kind), (template.evidence(match),), 0.82, f"relation.{kind}")


def _between_states(template: Template) -> Iterator[Finding]:
    text = template.text
    if not re.search(
        r"all(?:y|ies|ied|iance)\b|strategic|recogni[sz]|recognition|switch|dropped|severed|broke|\b(?:ties|relations) with",
        text,
    ):
        return
    for pattern, kind in _PATTERNS:
        for match in template.finditer(pattern):
            if (
                re.search(
                    r"\b(?:not|never|no longer|refus\w+|former|if|could|would|might|may|without|calls? (?:on|for)|urg\w+)\b|n't",
                    match.group(),
                )
                and kind != "does_not_recognise"
            ):
                continue
            if kind.endswith(("recognises", "recognise")) and re.search(_OBJECT, text[: match.start()]):
                continue
            for a, b, sort in _pairs(template, match, kind):
                if a.key != b.key:
                    yield Finding(Relation(a, b, sort), (template.evidence(match),), 0.88, f"relation.{sort}")


def _pairs(template: Template, match: re.Match[str], kind: str) -> Iterator[tuple[Entity, Entity, str]]:
    """The two sides of every relation that a match states."""
    groups = match.groupdict()
    if groups.get("both") or groups.get("pair"):
        pair = template.states(groups["both"]) if groups.get("both") else _them(template, match)
        if len(pair) == 2:
            yield pair[0], pair[1], kind
        return
    for a in template.acting(groups["a"]):
        if kind == "ours":
            yield from ((a, b, "ally") for b in _speakers(template, match) if b.key != a.key)
            continue
        if kind == "break":
            yield from (
                (a, b, "does_not_recognise")
                for b in template.states(groups["left"])
                if b.key == _TAIWAN != a.key and a.key != _CHINA
            )
            continue
        if kind == "switch":
            gone = template.states(groups.get("left") or groups.get("left2"))
            yield from ((a, b, "does_not_recognise") for b in gone)
        for b in _other(template, groups, kind):
            if kind != "switch" or b.key in (_CHINA, _TAIWAN) or groups.get("left"):
                yield a, b, "recognises" if kind == "switch" else kind


def _them(template: Template, match: re.Match[str]) -> list[Entity]:
    """The two whose relations are meant: those of the clause, else those that the sentences before named."""
    clause = template.text[: match.start()].rsplit(";", 1)[-1]
    near = template.states(clause)
    return near if re.search(slot("SCO"), clause) else list(template.context.pair)


def _other(template: Template, groups: dict[str, str | None], kind: str) -> list[Entity]:
    """The other side: a state, a region whose independence is the question, a rival president or council."""
    piece = groups.get("b") or groups.get("bd") or groups.get("c") or groups.get("who")
    if groups.get("body"):
        name = str(groups["body"])
        return [Entity(EntityKind.BODY, name, "body/" + re.sub(r"[^a-z]+", "-", name.lower()), name)]
    if groups.get("who"):
        return [e for e in template.entities(piece) if e.kind is EntityKind.PERSON]
    if not kind.endswith(("recognises", "recognise")):
        return template.acting(piece)
    found = []
    for entity in template.entities(piece):
        state = capital_state(template.reading, entity) if entity.kind is EntityKind.CITY else entity
        state = state or (entity if kind != "switch" else None)
        if state is not None and state.kind in (EntityKind.STATE, EntityKind.REGION, EntityKind.CITY):
            found.append(state)
    return found


def _speakers(template: Template, match: re.Match[str]) -> list[Entity]:
    """The state of whoever speaks of "our ally": the first person's of the sentence."""
    first = re.search(slot("P"), template.text[: match.start()])
    return template.acting(first.group()) if first else []


def _kin(template: Template) -> Iterator[Finding]:
    for pattern in _KIN:
        for match in template.finditer(pattern):
            a = _person(template, match["a"])
            b = _person(template, match.groupdict().get("b"))
            if a is not None and b is not None and a.key != b.key:
                yield Finding(
                    Relation(a, b, "kin", match["kin"]), (template.evidence(match),), 0.92, "relation.kin"
                )


def _person(template: Template, piece: str | None) -> Entity | None:
    return next((e for e in template.entities(piece) if e.kind is EntityKind.PERSON), None)
