"""Alliances, partnerships, kinship and recognition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summitry.graph.claims import Entity, EntityKind, Finding, Relation
from summitry.graph.extract.alliances import WARTIME, alliances
from summitry.graph.extract.brotherhood import brotherhoods
from summitry.graph.extract.kinship import KIN_WORDS, kinships
from summitry.graph.extract.partnerships import partnerships
from summitry.graph.extract.recognition import Recognition
from summitry.graph.extract.relatives import relatives
from summitry.graph.extract.sentences import templates
from summitry.graph.extract.template import Template, series, slot
from summitry.graph.mentions.reading import Reading

_MUTUAL = ("ally", "strategic_partner", "kin")
_TAIWAN = "state/taiwan"  # its allies are those who recognise it
_A = rf"(?:the )?{slot('SCL', 'a')}"
_AS = series("SCL", "a")
_BS = series("SCL", "b")
_OWNER = r"(?P<b>⟦[SCD]\d+⟧)(?:'s?)?"
_ADJ = r"(?:(?!(?:former|ex|not|no|said|says|told|ha[ds]|have|been|seeking|was|is|are|were|will|would|its|their|his|her|our|and|or|of|with|to|from|an?|the|Both|The|Its|unless|if|while|when|because|but|than|after|before|since|until|against|where|that|which)\b)[A-Za-z][\w-]* |top-|(?:close|important|key|strategic) and )"
_ALLY = rf"{_ADJ}{{0,4}}(?:(?:non-)?⟦[DO]\d+⟧ )?{_ADJ}{{0,2}}all(?:y|ies)\b"
_OLD = r"(?:[Cc]lose(?:st)?|[Ll]ong-?time|[Ll]ong-?standing|[Oo]ld|[Tt]raditional|[Tt]reaty|[Mm]ilitary|[Rr]egional|[Kk]ey|[Ss]taunch|[Tt]wo|[Nn]eighbou?ring|⟦O\d+⟧)"
_ONE = r"(?:an? |another |the |one of (?:the )?|two of (?:the )?|some of (?:the )?|among (?:the )?|both |all |also |his |her |its |itself |themselves |as |like |such as |including )*"
_BE = r"(?:,? (?:which|who|that))? (?:is|was|has been|remains?|are|were|have been|became|becomes?|(?:has|have|had) become|being|stays)(?: (?:also|still|now|both|all|long|traditionally|already|considered|seen as|regarded as|counted|ranked|numbered))*"
_SEE = r"(?:regards?|regarded|considers?|considered|calls?|called|sees?|describes?|described|views?|viewed|hailed|counts|named)"
_PARTNER = r"(?i:(?:(?:comprehensive|all-weather|special|privileged|global|coordinative|long-term|close|of|and|enhanced|eternal|joint|relations? of|future-oriented|multifaceted|full) )*strategic (?:and \w+ )?(?:cooperative |cooperation |global )?partner)"
_PACT = r"(?:(?:mutual|collective|bilateral|military|joint) )*(?:(?:defen[cs]e|security) )(?:treaty|pact|agreement|alliance)|military alliance|(?:mutual|collective) (?:defen[cs]e|security) (?:treaty|pact)"

# the first that matches wins; "ours" is said by the state of whoever speaks
_ALLIES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(p), kind)
    for p, kind in (
        (rf"{_AS}(?:{_BE}|,)? {_ONE}{_ADJ}{{0,2}}{_OWNER} {_ONE}{_ALLY}", "ally"),
        (rf"{_AS}(?:{_BE}|,(?: long| traditionally| historically| for (?:[a-z]+ )?(?:years|decades|generations|centuries))?) {_ONE}{_ALLY}(?: and (?:(?!\w+ed\b)[\w-]+ ){{1,3}}|(?:(?! and )[^.;,⟦]){{0,30}} )?(?:of|to|for) {_BS}", "ally"),
        (rf"{_OWNER} {_ALLY}(?: and (?:(?!\w+ed\b)[\w-]+ ){{1,3}})?(?: in (?:the )?(?:[\w-]+|⟦G\d+⟧)(?: [\w-]+)?(?= also| include| are))?,? ?(?:also |still |now )?(?:such as |including |like |are |is |include |– |— |- )?{_AS}", "ally"),
        (rf"(?:the )?{slot('SC', 'b')} and (?:(?:its|his|her|their|other) )?{_ADJ}{{0,2}}allies,? (?:such as |including |like |among them |notably )(?:the )?{_AS}", "ally"),
        (rf"{slot('PLS', 'b')}(?:'s)?(?:(?! (?:unless|if|while|because|although|but) )[^.;⟦]){{0,60}}? {_ALLY},? (?P<a>⟦[PLS]\d+⟧(?:(?:,| and|, and) (?:the )?⟦[PLS]\d+⟧)*)", "ally"),
        (rf"{_A}(?:,? which)? (?:has|have|had|is bound by|are bound by|maintains?|keeps?) (?:an? )?(?:[\w-]+ ){{0,2}}?(?:{_PACT}|alliances?) with {_BS}(?:(?:, (?:[^,;⟦]|,\d){{0,60}},)?,? and (?:also )?with {series('SC', 'more')})?", "ally"),
        (rf"{slot('SCLP', 'a')} {_SEE} {slot('SCL', 'b')} (?:as )?{_ONE}{_ALLY}", "ally"),
        (rf"{_A} and (?:the )?{slot('SC', 'b')} (?:are|have been|remain) (?:bound|linked|tied|united) by (?:an? |their )?(?:[\w-]+ ){{0,2}}?(?:{_PACT}|alliance)", "ally"),
        (rf"(?:^(?:The )?|\b(?:between|by) (?:the )?)(?:{_OLD} ){{0,3}}[Aa]llies,? {_A} and (?:the )?{slot('SC', 'b')}(?! and\b|,? ⟦)", "ally"),
        (rf"{_A} and (?:the )?{slot('SC', 'b')}, (?:two |both )?(?:{_OLD} ){{0,3}}allies(?=[,.;]| (?:since|for|in|who|that|which)\b)", "ally"),
        (rf"{slot('P', 'a')}, whose (?:country|government|nation) (?:is|has been|remains) {_ONE}{_ADJ}{{0,2}}{_OWNER} {_ONE}{_ALLY}", "ally"),
        (rf"(?:[Dd]espite being|[Tt]hough they are|[Aa]lthough they are|[Tt]hough both are|[Aa]lthough both are|[Aa]s) (?:{_OLD} )*allies, {_A} and (?:the )?{slot('SC', 'b')}", "ally"),
        (rf"{_A} and (?:the )?{slot('SC', 'b')} (?:are|remain|have been) (?:{_OLD} )+allies\b(?! (?:of|with|to)\b)", "ally"),
        (rf"(?:[Tt]wo|[Bb]oth) (?P<both>⟦S\d+⟧){_BE} (?:\w+ )?(?:close |formal |military )*(?:allies|allied)\b(?! (?:of|with|to))", "both"),
        (rf"{_A} \"?(?:remains|is|was) our {_ALLY}", "ours"),
    )
)  # fmt: skip
_PARTNERS = tuple(
    re.compile(p)
    for p in (
        rf"{_PARTNER}ships?[^.;⟦]{{0,40}}? (?:between|of|among) {_A} and {slot('SCL', 'b')}",
        rf"{_A}(?: and |[ –-]+|,? (?:[^.;⟦]|⟦[PT]\d+⟧){{0,90}}? with ){slot('SCL', 'b')}[^.;⟦]{{0,70}}? {_PARTNER}(?:ships?|s)\b",
        rf"{_A}[^.;⟦]{{0,90}}? {_PARTNER}(?:ships?|s)?[^.;⟦]{{0,60}}? with {series('SCLO', 'b')}",
        rf"{_A}(?:{_BE}| as) (?:an?|the|one of) (?:\w+ )?{_PARTNER}s? (?:of|for|to) {series('SCO', 'b')}",
        rf"{_A}{_BE} (?:one of )?{slot('SC', 'b')}'s (?:\w+ )?{_PARTNER}s?",
        rf"(?:the )?{slot('SCLO', 'a')} and (?:the )?{slot('SCLO', 'b')}[^.;⟦]{{0,70}}? {_PARTNER}(?:ships?|s)\b",
        rf"{_A}'s (?:[\w-]+ )?{_PARTNER}s?,? (?:such as |including )?{series('SCO', 'b')}",
        rf"{slot('SCLP', 'a')} (?:has |have |had )?(?:{_SEE}|declared|designated|labelled|termed) (?:the )?{slot('SCL', 'b')} (?:as )?(?:an?|its|his|her|one of (?:its|his|the)) (?:\w+ )?{_PARTNER}",
        rf"(?P<both>⟦S\d+⟧)[^.;]{{0,80}}? {_PARTNER}(?:ships?|s)",
        rf"[Ww]ith {slot('SC', 'b')},? {_A} (?:has|have|had|maintains?|enjoys?|signed|established|formed|agreed)[^.;⟦]{{0,30}}? {_PARTNER}ship",
        rf"{slot('P', 'a')} and (?:[\w-]+ ){{0,3}}{slot('P', 'b')}[^.;⟦]{{0,40}} (?:lift|rais|elevat|upgrad|promot|establish|declar|agree|form|announc|proclaim|forg|seal|sign|conclud|turn|transform)\w*[^.;⟦]{{0,60}} {_PARTNER}ship",
        rf"{_PARTNER}ship (?:that |which )?(?:links|binds|unites|connects|ties) {_A} and (?:the )?{slot('SC', 'b')}",
        rf"{_A} (?:has |have )?(?:upgraded|elevated|raised|promoted) (?:the )?{slot('SC', 'b')} to (?:(?:the )?(?:level|rank|status) of )?(?:an? |its )?{_PARTNER}\b",
        rf"[Aa]s (?:\w+ )?{_PARTNER}s, {_A} and (?:the )?{slot('SC', 'b')}",
        rf"(?P<pair>[Tt]he two (?:leaders|presidents|countries|sides|nations|states|ministers)|both (?:leaders|sides|countries)) (?:have |also |then )*(?:announced|declared|proclaimed|signed|established|launched|sealed|formed)[^.;⟦]{{0,60}}? {_PARTNER}ship",
        rf"(?P<pair>(?:⟦P\d+⟧|their|the two|both) (?:countries|nations|states)) (?:had |have |were |are )(?:now )?(?:become )?{_PARTNER}s\b",
        rf"(?P<pair>(?:elevation|upgrade|upgrading|raising|lifting|promotion) of (?:the |their |bilateral )*(?:ties|relations|relationship))[^.;⟦]{{0,30}} to (?:[a-z]+ (?:level |rank |status )?(?:of )?)?(?:an? )?{_PARTNER}ship",
        rf"(?P<pair>[Tt]hey|^(?:[Bb]ilateral )?(?:[Rr]elations|[Tt]ies)(?! (?:with|between|of|to)\b)|level of (?:the |their )?(?:bilateral )?relations|(?:bilateral|their) (?:ties|relations|relationship))[^.;⟦]{{0,50}}? (?:to|of|into|as|are) (?:an? |the (?:level|status|rank) of (?:an? )?)?{_PARTNER}(?:ships?|s)",
    )
)  # fmt: skip
_NO = re.compile(
    r"\b(?:not|never|no longer|refus\w+|former|previous|natural|if|could|would|might|may|without|calls? (?:on|for)|urg\w+|erstwhile|ex|hop(?:es?|ed|ing)|wish\w*|wants?|wanted|propos\w+|possible|potential|ended|broke|broken|severed|terminated|scrapped)\b|n't"
)
_SUPPOSED = re.compile(
    r"\b(?:[Ii]f|[Uu]nless|[Ww]hether|den(?:y|ies|ied)(?: that)?|ended|broke(?: off)?|severed|terminated|scrapped) (?:the )?$"
)
_ABOUT = re.compile(
    r"\b[Aa]ll(?:y|ies|ied|iances?)\b|[Ss]trategic|(?:defen[cs]e|security) (?:treaty|pact|agreement)|"
    + KIN_WORDS
)


def find(reading: Reading) -> Iterator[Finding]:
    """The relations that an article states; each pair and kind once."""
    seen: set[tuple[object, str]] = set()
    recognition = Recognition()
    for template in templates(reading):
        recognised = recognition.read(template)
        views = template.views if _ABOUT.search(template.text) else ()
        others = [f for view in views for f in (*_alliances(view), *_partnerships(view), *kinships(view))]
        for found in (
            *recognised,
            *others,
            *alliances(template),
            *partnerships(template),
            *brotherhoods(template),
            *relatives(template),
        ):
            payload = found.payload
            assert isinstance(payload, Relation)
            pair = (payload.a.key, payload.b.key)
            key = (frozenset(pair) if payload.kind in _MUTUAL else pair, payload.kind)
            if key not in seen:
                seen.add(key)
                yield found


def _alliances(template: Template) -> Iterator[Finding]:
    for pattern, kind in _ALLIES:
        for match in template.finditer(pattern):
            if _NO.search(match.group()) or _SUPPOSED.search(template.text[: match.start()]):
                continue
            if WARTIME.match(template.text, match.end()):
                continue
            if kind == "both":
                pair = template.states(match["both"])
                pairs = [(pair[0], pair[1])] if len(pair) == 2 else []
            else:
                ours = _speakers(template, match) if kind == "ours" else template.acting(match["b"])
                ours = [*ours, *template.states(match.groupdict().get("more"))]
                pairs = [(a, b) for a in _called(template, match) for b in ours]
            for a, b in pairs:
                if a.key != b.key and _TAIWAN not in (a.key, b.key):
                    yield Finding(Relation(a, b, "ally"), (template.evidence(match),), 0.88, "relation.ally")


def _called(template: Template, match: re.Match[str]) -> list[Entity]:
    """Who is called allies; of a row the one that "an ally" stands beside."""
    found = template.acting(match["a"])
    one = re.search(r"\bally\b", match.group())
    if one is None or len(found) < 2:
        return found
    return found[-1:] if match.start("a") < match.start() + one.start() else found[:1]


def _partnerships(template: Template) -> Iterator[Finding]:
    for pattern in _PARTNERS:
        for match in template.finditer(pattern):
            groups = match.groupdict()
            if _NO.search(match.group()) or _SUPPOSED.search(template.text[: match.start()]):
                continue
            if groups.get("both") or groups.get("pair"):
                pair = template.states(groups["both"]) if groups.get("both") else _them(template, match)
                pairs = [(pair[0], pair[1])] if len(pair) == 2 else []
            else:
                pairs = [(a, b) for a in _sides(template, groups["a"]) for b in _sides(template, groups["b"])]
            for a, b in pairs:
                if a.key != b.key:
                    yield Finding(
                        Relation(a, b, "strategic_partner"),
                        (template.evidence(match),),
                        0.88,
                        "relation.strategic_partner",
                    )


def _sides(template: Template, piece: str | None) -> list[Entity]:
    """The states of a piece, and the organisations that act as one."""
    clubs = [e for e in template.entities(piece) if e.kind is EntityKind.ORGANISATION]
    return [*template.acting(piece), *clubs]


def _them(template: Template, match: re.Match[str]) -> list[Entity]:
    """The two whose relations are meant: those of the clause, else those that the sentences before named."""
    clause = template.text[: match.start()].rsplit(";", 1)[-1]
    if re.search(slot("SO"), clause):
        return template.states(clause)
    people = template.acting(" ".join(re.findall(slot("P"), clause)))
    return people if len(people) == 2 else list(template.context.pair)


def _speakers(template: Template, match: re.Match[str]) -> list[Entity]:
    """The state of whoever speaks of "our ally": the first person's of the sentence."""
    first = re.search(slot("P"), template.text[: match.start()])
    return template.acting(first.group()) if first else []
