"""Recognition told of in few words, after it was told in full: "Nicaragua followed", "so did Chad", "Algeria does not"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summitry.graph.claims import Entity, Finding, Relation
from summitry.graph.extract.bonds import related, who_acts
from summitry.graph.extract.recognition_fellows import ROW
from summitry.graph.extract.roles import roles, triggers
from summitry.graph.extract.template import Template, series
from summitry.graph.extract.wishing import DOES, DOES_NOT, plain

SAME = "same"

_A = series("SCP", "a")
_TINY = r"(?:(?:the|also|even|later|then|tiny|[a-z-]+|⟦[DG]\d+⟧) ){0,5}?(?:(?:state|kingdom|nation|republic|island) of )?"
_ADV = r"(?:also |soon |then |quickly |later |already |since |both |only |too |swiftly |promptly |eventually |subsequently )*"
_STOP = r"(?=[.,;:]|$| (?:on|in|by|at|within|soon|shortly|later|last|this|the (?:same|next|following)|a|that|two|three|four|five|six|seven|eight|nine|ten|some|several|minutes|hours|days|weeks|months|during|earlier|before|after|but|and|too|as well|yet|either)\b)"
_SPAN = r"(?:a|an|two|three|four|five|six|seven|eight|nine|ten|several|some|\d+) (?:days?|weeks?|months?|years?|hours?)"
_TIME = rf"(?:on|in|by) (?:\d|[A-Z])[^,;.⟦]{{0,24}}|the (?:same|next|following) (?:day|week|month|year)|(?:only )?{_SPAN} (?:later|after(?:wards)?|ago|earlier)|within {_SPAN}|within (?:days|weeks|months|hours)|(?:days|weeks|months|years|shortly|soon|much) (?:later|after(?:wards)?)|later|subsequently|too|as well|likewise"
_STEP = r"(?:the|this|that)(?: very)?(?: same| similar| identical)? (?:step|road|way|path|route|course|choice|decision|move|turn|line|stance|position|action)"
_MORE = r"(?:,? (?:and|or) [^.;⟦]{0,40}(?:⟦O\d+⟧[^.;⟦]{0,20}){0,2}[:,] ?" + series("SC", "more") + ")?"
_DEED = r"(?:move|step|decision|example|lead|recognition|announcement)"
_THESE = ROW.replace("<row>", "<a>")
_RANK = r"(?:is|are|was|were|became|becomes|remains?) (?:also |so far |still )?(?:(?:one|some|two) of |among )?(?:the |only )*(?:(?:only|first|second|third|fourth|fifth|next|last|latest|other|few)\b)(?: (?:[\w-]+|⟦[DG]\d+⟧)){0,6}?"
_TOLD = (
    # the echo, what it says, whether it must follow at once
    (rf"^Nor (?:do|does|did|has|have|is|are|was|were|will) {_A}{_MORE}", DOES_NOT, 3),
    (rf"(?:, |; |and )nor (?:do|does|did|has|have) {_A}", DOES_NOT, 0),
    (rf"(?:^|, |; |and )[Nn]either (?:do|does|did|has|have|will) {_A}", DOES_NOT, 3),
    (rf"(?:^|, |; |and )[Ss]o (?:do|does|did|has|have|had) {_A}", SAME, 3),
    (rf"{_A},? (?:has |have |had )?{_ADV}(?:done|did|do|does) (?:so|the same|likewise)(?: too| as well)?{_STOP}", SAME, 3),
    (rf"{_A},? (?:has |have |had )?{_ADV}(?:follow(?:ed|s)? (?:suit|it|them|⟦[SC]\d+⟧|(?:⟦[SC]\d+⟧'s|its|their|his|this|that|the) (?:lead|example|suit))|follow(?:ed|s)?(?: {_ADV.strip()})?){_STOP}", SAME, 3),
    (rf"{_A},? (?:has |have |had )?{_ADV}(?:took|taken|takes|went|gone|made|chose|chosen|followed) {_STEP}{_STOP}", SAME, 3),
    (rf"(?:^|, |; |and )[Aa]s (?:do|does|did|has|have|had) {_A}", SAME, 0),
    (rf"^(?:[Tt]his|[Tt]he same|[Ii]t|[Tt]hat) (?:was|has been|had been|is) (?:also |already |earlier |previously |later )*done by {_A}", SAME, 1),
    (rf"^(?:And )?[Tt]he same (?:goes for|is true of|was true of|applies to|holds for) {_A}{_STOP}", SAME, 1),
    (rf"^{_TINY}{_A} {_ADV}(?:joined|was next|were next|came next|did){_STOP}", SAME, 1),
    (rf"{_A},? {_RANK} to (?:have )?(?:done|do) (?:so|the same|likewise){_STOP}", SAME, 3),
    (rf"\b[Tt]he (?:only |most )?(?:first|latest|last|next|recent|others?|ones?)(?: [a-z]+){{0,2}} to (?:have )?(?:do|done|follow|followed)(?: so| the same| suit)? (?:was|were|is|are|being) {_A}", SAME, 3),
    (rf"{_A},? {_RANK} to follow (?:suit|it|them|⟦[SC]\d+⟧|(?:⟦[SC]\d+⟧'s|its|their|his|this|that|the) (?:lead|example|suit)){_STOP}", SAME, 3),
    (rf"(?:^|[,;] |and )(?:and )?(?:after|behind) (?:him|it|them|her|that|these)(?! (?:had|has|have|was|were|is)\b),? (?:came )?{_TINY}{_A}(?=[.,;]|$| (?:in|on|did|followed)\b)", SAME, 1),
    (rf"^{_A} (?:was|became) (?:only )?the (?:second|third|fourth|fifth|next|latest)(?=[.,;])", SAME, 1),
    (rf"(?:^|, |; |and )(?:[Tt]hen|[Nn]ext|[Ll]ater) came {_A}", SAME, 1),
    (rf"(?:^|[,;–—-] ?|and )(?:[Aa]|[Tt]he|[Ii]ts|[Tt]his|[Tt]hat|[Ii]t|[Tt]hey|[Tt]hese)(?: [a-z]+)?(?: {_DEED})? (?:was |were |has been )?{_ADV}(?:followed|copied|emulated|matched|mirrored|repeated) (?:only |so far |later |soon )*by (?:an? (?:similar )?(?:announcement|statement|declaration) (?:by|from) )?{_THESE}", SAME, 1),
    (rf"^(?:But |While |And )?{_A} {_ADV}(?:does|do)(?=[.,;])", DOES, 2),
    (rf"(?:(?:^|[;,] )(?:but |while |whereas |though |and )?| (?:but|while|whereas|though) ){_A} (?:still )?(?:do|does|did|has|have)(?: not|n't)(?: yet| done so| do so| followed(?: suit)?| so far| either)*(?=[.,;]|$)", DOES_NOT, 3),
    (rf"^{_A}[^.;⟦]{{0,6}} (?:as well|too|likewise|also)\.?$", SAME, 1),
)  # fmt: skip
_ECHOES = tuple((re.compile(pattern), kind, age) for pattern, kind, age in _TOLD)
_GAPPED = re.compile(
    rf"(?:[,;:]| and|, and) {_TINY}{_A},? (?:also |only |then )?(?:{_TIME})(?=[.,;]| and\b|$)"
)
_BETWEEN = re.compile(r"\bbetween (?:the )?⟦[A-Z]\d+⟧$")  # "the war between A and B in 2008"
_NEAR = 3
_STEPS = frozenset("step road way path route course decision move".split())
_SAME_AGAIN = {
    "follow": frozenset("suit example lead".split()),
    "do": frozenset("so likewise same".split()),
    "take": _STEPS,
    "make": frozenset("move decision".split()),
}
_AGAIN = re.compile(r"\b(?:suit|example|lead|so|likewise|same|the (?:step|road|decision|move))\b")
_BEYOND = re.compile(r"\b(?:if|could|would|might|may|summit|meeting|talks)\b")


def echoes(
    template: Template, last: tuple[Relation, ...], topic: tuple[Entity, ...], age: int
) -> Iterator[Finding]:
    """What a sentence says of others, in the words of the one that was last: `topic` is what was recognised or not.

    Behind such an echo, and behind what the sentence states in full, "Brazil the same day" says it of Brazil.
    """
    text = template.text
    if age <= _NEAR and _AGAIN.search(text) and not _BEYOND.search(text):
        yield from _again(template, last)
    for pattern, kind, oldest in _ECHOES:
        for match in template.finditer(pattern) if age <= oldest else ():
            if _BEYOND.search(match.group()):
                continue
            said = _said(last) if kind == SAME else [(topic, kind)] if len(_said(last)) < 2 else []
            for what, sort in said:
                yield from _of(template, match, what, sort)
                for more in _GAPPED.finditer(text, match.end() - 1):
                    yield from _of(template, more, what, sort)


def _again(template: Template, last: tuple[Relation, ...]) -> Iterator[Finding]:
    """Whoever did the same, by the parse: "A, B and the island of C followed its example"."""
    for verb in triggers(template, frozenset(_SAME_AGAIN), "VERB"):
        named = [c for c in verb.children if c.i > verb.i and c.lower_ in _SAME_AGAIN[verb.lemma_.lower()]]
        told = not any(c.lower_ == "to" for c in verb.children)  # no "first to do so"
        if (
            named
            and told
            and plain(verb)
            and not any(c.dep_ in ("acl", "relcl", "prep") for n in named for c in n.children)
        ):
            for what, kind in _said(last):
                yield from related(template, verb, who_acts(template, roles(verb).doers), list(what), kind)


def _said(last: tuple[Relation, ...]) -> list[tuple[tuple[Entity, ...], str]]:
    """What was told last of its subject: whom it recognises, and whom it does not any more."""
    mine = [r for r in last if r.a.key == last[-1].a.key or r.a.key == r.b.key]
    kinds = dict.fromkeys(r.kind for r in reversed(mine))
    return [(tuple({r.b.key: r.b for r in mine if r.kind == k}.values()), k) for k in kinds]


def gapped(template: Template, found: list[Finding]) -> Iterator[Finding]:
    """ "X recognised the two on Monday, Y a week later"."""
    last = [f.payload for f in found if isinstance(f.payload, Relation)]
    if last:
        objects = tuple(
            {r.b.key: r.b for r in last if r.a.key == last[-1].a.key and r.kind == last[-1].kind}.values()
        )
        done = {e.key for r in last for e in (r.a, r.b)}
        at = max(f.evidence[0].end for f in found)
        for more in _GAPPED.finditer(template.text):
            if (
                template.places[more.start()] >= at - 1
                and not _BETWEEN.search(template.text[: more.start()])
                and not {s.key for s in template.states(more["a"])} & done
            ):
                yield from _of(template, more, objects, last[-1].kind)


def _of(template: Template, match: re.Match[str], topic: tuple[Entity, ...], kind: str) -> Iterator[Finding]:
    for a in (*template.acting(match["a"]), *template.states(match.groupdict().get("more"))):
        for b in topic:
            if a.key != b.key:
                yield Finding(Relation(a, b, kind), (template.evidence(match),), 0.82, f"relation.{kind}")
