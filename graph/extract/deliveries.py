"""Weapons that one state supplies to another, by the parse: verbs and nouns of giving and getting in any construction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from summitry.graph.claims import Entity, Evidence
from summitry.graph.extract.arguments import prepositions, verb_of
from summitry.graph.extract.evidence import span_evidence
from summitry.graph.extract.parties import all_sides, mention_at, owners, sides, states_of
from summitry.graph.extract.roles import around, roles, triggers
from summitry.graph.extract.status import status_of
from summitry.graph.extract.template import Template
from summitry.graph.mentions.model import MentionKind

_GIVING = frozenset(
    "supply deliver provide send sell transfer donate hand equip ship give arm export gift present furnish lend grant pledge promise "
    "contribute dispatch bestow".split()
)
_GETTING = frozenset(
    "buy purchase order acquire receive import obtain procure get take secure commission".split()
)
_GIFTS = frozenset(
    "delivery sale supply export shipment transfer donation provision handover transaction arrival consignment gift".split()
)
_BUYS = frozenset("purchase acquisition procurement order import".split())
_BUYERS = frozenset("buyer purchaser customer importer recipient".split())
_SELLERS = frozenset("supplier seller exporter provider".split())
_NUMBERS = frozenset(
    "batch number dozen hundred thousand type kind set squadron regiment battery total series shipment delivery package consignment "
    "pair range variety load quantity lot half rest some ton variant model unit fleet".split()
)
WEAPON = re.compile(
    r"\b(?:missiles?|rockets?|tanks?|howitzers?|artillery|helicopters?|fighter jets?|fighters?|jets|warplanes?|(?<!civil )(?<!commercial )(?<!Boeing )(?<!Airbus )(?<!passenger )(?<!cargo )aircraft|submarines?|"
    r"frigates?|corvettes?|destroyers?|warships?|drones?|UAVs?|ammunition|munitions|shells|weapons?|weaponry|arms|air[- ]defen[cs]e (?:systems?|batter\w+)|"
    r"rifles|machine guns|armou?red (?:\w+ )?(?:vehicles|carriers|cars)|launchers?|bombs|(?:patrol|attack|missile|assault|landing) (?:boats?|vessels?|ships?|craft)|guns|military (?:equipment|hardware|helicopters?|vehicles)|torpedoes|mortars|grenades?|bombers?|"
    r"[A-Z]\w*-\d+\w*|radars?|guided munitions|Kornets?|Buks?|Tors?|Grads?|Challengers?(?: 2)?|Storm Shadows?|Caesars?|Kalibr|Pantsir\S*|HIMARS|ATACMS|NASAMS|Patriots?|Javelins?|Stingers?|Leopards?|Abrams|Bayraktar\w*|Iskander\S*|BrahMos|Rafales?|Typhoons?|Gripens?|THAAD)\b"
)
DESIGNATION = re.compile(
    r"\b(?:[A-Z][\w]*(?:-[\dA-Z]\w*)+|HIMARS|ATACMS|NASAMS|Storm Shadow|Challenger 2|Kornet|Patriot|Javelin|Stinger|Leopard(?: 2)?|Abrams|Bayraktar(?: TB2)?|BrahMos|Rafale|Typhoon|Gripen|THAAD|Kalibr)\b"
)
_OPENING = re.compile(
    r"^(?:an?|the|its|their|his|more|additional|some|several|of|at|least|up|to|about|around|over|all|any|other|another|new|first|second|further|\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|promised|modified) "
)
_UNDONE = frozenset(
    "refuse decline halt stop ban want like ask request urge deny accuse consider mull seek block suspend freeze cancel oppose reject "
    "prevent threaten hope hop wish discuss negotiate plead offer call object veto prohibit avoid delay talk negotiation discussion bid".split()
)
_CONTRACTS = frozenset("contract deal agreement order memorandum".split())
_GATE = re.compile(
    r"\b(?:suppl|deliver|provid|sen[dt]|s[eo]l[dl]|transfer|donat|hand|equip|ship|g[ai]v|arm|export|gift|present|furnish|lend|grant|pledg|promis|contribut|dispatch|"
    r"b[uo]y|bought|purchas|order|acqui|receiv|import|obtain|procur|g[eo]t|t[ao]k|took|secur|sale|customer|recipient|commission)"
)


@dataclass(frozen=True, slots=True)
class Delivery:
    """Weapons that go from `givers` to `getters`; one side empty where the sentence leaves it out."""

    givers: tuple[Entity, ...]
    getters: tuple[Entity, ...]
    weapons: tuple[str, ...]
    evidence: Evidence


def deliveries(template: Template) -> Iterator[Delivery]:
    """The supplies of weapons that a sentence states."""
    if WEAPON.search(template.text) is None or _GATE.search(template.text) is None:
        return
    for verb in triggers(template, _GIVING | _GETTING, "VERB"):
        if stated(verb):
            yield from _by_verb(template, verb)
    for noun in triggers(template, _GIFTS | _BUYS, "NOUN"):
        if stated(noun):
            yield from _by_noun(template, noun)
    for noun in triggers(template, _BUYERS | _SELLERS, "NOUN"):
        yield from _by_role(template, noun)


def stated(trigger: Token) -> bool:
    """Whether a supply is said to be made or promised: no wish, refusal or condition."""
    if trigger.dep_ in ("acl", "relcl") and trigger.head.lemma_.lower() in _CONTRACTS:
        return stated(verb_of(trigger.head)) if verb_of(trigger.head).pos_ == "VERB" else False
    if status_of(trigger) is None:
        return False
    at = trigger
    for _ in range(6):
        if at.pos_ in ("VERB", "NOUN") and at != trigger and at.lemma_.lower() in _UNDONE:
            return False
        if at.head == at or at.dep_ in ("relcl", "ROOT"):
            return True
        at = at.head
    return True


def _by_verb(template: Template, verb: Token) -> Iterator[Delivery]:
    done = roles(verb)
    weapons = [w for t in done.themes for w in _weapons(template, t)]
    if verb.lemma_.lower() in _GETTING:
        getters = states_of(template, done.doers)
        givers = states_of(template, around(template, verb, done.themes, "from"))
        givers = givers or [s for w in weapons for s in _makers(template, w)]
        if not givers and verb.dep_ in (
            "acl",
            "relcl",
            "advcl",
            "xcomp",
        ):  # "signed a deal with Paris to buy"
            givers = states_of(template, around(template, verb_of(verb.head), [verb.head], "with"))
        yield from _said(template, verb, givers, getters, weapons)
        return
    givers = states_of(template, done.doers)
    getters = states_of(template, around(template, verb, done.themes, "to", "for"))
    if not getters:
        getters = states_of(template, [t for t in done.themes if t not in weapons])
    armed = [w for n in around(template, verb, done.themes, "with") for w in _weapons(template, n)]
    yield from _said(template, verb, givers, getters, weapons or armed)


def _by_noun(template: Template, noun: Token) -> Iterator[Delivery]:
    weapons = [w for _, n in prepositions(noun, "of") for w in _weapons(template, n)]
    weapons += [w for c in noun.children if c.dep_ in ("compound", "nmod") for w in _weapons(template, c)]
    verb = verb_of(noun)
    done = roles(verb) if verb.pos_ == "VERB" else None
    doers = states_of(template, done.doers) if done is not None else []
    mine = owners(template, noun) or all_sides(template, [n for _, n in prepositions(noun, "by")])
    if noun.lemma_.lower() in _BUYS:
        getters = mine or doers
        givers = all_sides(template, around(template, noun, [w for w in weapons], "from"))
        givers = givers or [s for w in weapons for s in _makers(template, w)]
        yield from _said(template, noun, givers, getters, weapons)
        return
    if not weapons:
        return
    getters = all_sides(template, around(template, noun, weapons, "to", "for"))
    if not getters and verb.pos_ == "VERB":
        getters = all_sides(template, [n for _, n in prepositions(verb, "to", "with")])
        getters = [g for g in getters if g.key not in {d.key for d in doers}]
    deal = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "for" else noun
    if not getters and deal.lemma_.lower() in _CONTRACTS:
        getters = all_sides(template, [n for _, n in prepositions(deal, "with")])
    givers = mine or all_sides(template, around(template, noun, weapons, "from"))
    givers = givers or [s for w in weapons for s in _makers(template, w)] or doers
    yield from _said(template, noun, givers, getters, weapons)


def _by_role(template: Template, noun: Token) -> Iterator[Delivery]:
    """ "the latest buyer of Turkish drones", "a supplier of tanks to Chad"."""
    weapons = [w for _, n in prepositions(noun, "of") for w in _weapons(template, n)]
    if not weapons or any(c.lower_ in ("no", "former", "potential", "possible") for c in noun.children):
        return
    at = noun.head if noun.dep_ == "attr" else noun
    whose = sides(template, noun.head) if noun.dep_ == "appos" else states_of(template, roles(at).doers)
    if noun.lemma_.lower() in _BUYERS:
        yield from _said(template, noun, [s for w in weapons for s in _makers(template, w)], whose, weapons)
        return
    getters = states_of(template, around(template, noun, weapons, "to"))
    yield from _said(template, noun, whose, getters, weapons)


def _weapons(template: Template, token: Token) -> list[Token]:
    """The nouns of weapons that a phrase is about: "a first batch of tanks and guns" has two."""
    found: list[Token] = []
    for noun in _row(token):
        if noun.lemma_.lower() in _NUMBERS:
            inner = [w for _, n in prepositions(noun, "of") for w in _weapons(template, n)]
            if inner:
                found += inner
                continue
        mention = mention_at(template, noun)
        if mention is not None and mention.kind in (MentionKind.STATE, MentionKind.POST):
            continue
        if WEAPON.search(_words(template, noun)):
            found.append(noun)
    return found


def _row(token: Token) -> Iterator[Token]:
    """A noun with all that stands in one row with it: "24 fighters, 50 helicopters and 1,000 rifles"."""
    yield token
    for child in token.rights:
        if child.dep_ in ("conj", "appos") and child.pos_ in ("NOUN", "PROPN", "NUM"):
            yield from _row(child)


def _words(template: Template, noun: Token) -> str:
    return _exact(template, *_span(template, noun))


def _exact(template: Template, first: int, last: int) -> str:
    return span_evidence(template.reading, template.passage, first, last).exact.replace("\n", " ")


def _span(template: Template, noun: Token) -> tuple[int, int]:
    """The first and last token of a noun with what stands before it in its phrase: "28 Su-30 fighters"."""
    first = min((t.i for c in noun.lefts for t in c.subtree), default=noun.i)
    first = max(first, noun.i - 12)
    for at in range(first, noun.i):
        mention = template.passage.mention_at.get(at)
        if mention is not None and mention.kind in (MentionKind.DEMONYM, MentionKind.STATE):
            first = at + 1
    while first < noun.i and template.passage.doc[first].pos_ in ("PUNCT", "PRON"):
        first += 1
    return first, noun.i


def _spans(template: Template, weapons: list[Token]) -> list[tuple[int, int]]:
    """The spans of weapons; those that stand side by side are one: "Leopard 2 tanks"."""
    found: list[tuple[int, int]] = []
    for first, last in sorted({_span(template, w) for w in weapons}):
        between = template.passage.doc[found[-1][1] + 1 : first] if found else None
        if between is not None and all(
            t.pos_ not in ("PUNCT", "CCONJ", "ADP", "VERB", "AUX") for t in between
        ):
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return found


def _makers(template: Template, weapon: Token) -> list[Entity]:
    """The state that a weapon comes from: "Turkish combat drones", "Russian-made missiles"."""
    for token in weapon.subtree:
        mention = mention_at(template, token) if token.i < weapon.i else None
        if mention is not None and mention.kind in (MentionKind.DEMONYM, MentionKind.STATE):
            return [e for e in template.reading.entities(mention) if not e.key.endswith("soviet-union")][:1]
    return []


def _said(
    template: Template, trigger: Token, givers: list[Entity], getters: list[Entity], weapons: list[Token]
) -> Iterator[Delivery]:
    if not weapons or not (givers or getters) or (len(givers) > 1 and len(getters) > 1):
        return
    names: list[str] = []
    for span in _spans(template, weapons):
        words = _exact(template, *span)
        names += [m.group() for m in DESIGNATION.finditer(words)] or [_bare(words)]
    first, last = min(trigger.i, *(w.i for w in weapons)), max(trigger.i, *(w.i for w in weapons))
    evidence = span_evidence(template.reading, template.passage, first, last)
    yield Delivery(tuple(givers), tuple(getters), tuple(dict.fromkeys(names)), evidence)


def _bare(words: str) -> str:
    """A weapon's name without determiners and numbers."""
    while (shorter := _OPENING.sub("", words)) != words:
        words = shorter
    return words.strip(' ,"“”')
