"""Weapons in a parsed sentence: the nouns that name them, what they are called, who makes them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.extract.arguments import listed, prepositions, subject_of
from summitry.graph.extract.evidence import span_evidence
from summitry.graph.extract.firms import home_of, made_in
from summitry.graph.extract.parties import all_sides, mention_at
from summitry.graph.extract.template import Template
from summitry.graph.mentions.gear import CODE, CODED, HEADS, MAKES
from summitry.graph.mentions.model import MentionKind

_PARTS = frozenset(
    "batch number dozen hundred thousand type kind set squadron regiment battery total series shipment delivery package consignment worth "
    "pair range variety load quantity lot half rest some ton variant model unit fleet one two three four five six seven eight nine ten first second third last "
    "fourth fifth sixth another part handful score couple tranche instalment installment each stock stockpile supply version generation quarter majority "
    "flotilla division battalion wing gift contingent mix array remainder sort class portion sample combination trio quartet".split()
)
WEAPON = re.compile(
    r"\b(?:missiles?|rockets?|tanks?|howitzers?|artillery|helicopters?|choppers?|gunships?|fighter jets?|fighters?|jets|warplanes?|fighter planes?|attack planes?|(?<!civil )(?<!commercial )(?<!Boeing )(?<!Airbus )(?<!passenger )(?<!cargo )aircraft|"
    r"(?:surveillance|patrol|transport|trainer|training|combat|reconnaissance|attack|military|light) (?:planes?|aircraft)|submarines?|"
    r"frigates?|corvettes?|destroyers?|warships?|gunboats?|minesweepers?|minehunters?|cutters?|drones?|UAVs?|ammunition|munitions|shells|weapons?|weaponry|arms|armou?r|air[- ]defen[cs]es?(?: (?:systems?|batter\w+|units?))?|"
    r"rifles?|(?:machine|submachine|assault|sub-machine)[ -]guns?|pistols|armou?red (?:\w+ )?(?:vehicles?|carriers?|cars?|personnel carriers?)|(?:infantry|fighting|military|combat|reconnaissance) vehicles?|launchers?|bombs?|(?:[Pp]atrol|attack|missile|assault|landing|gun|naval|speed|coastguard|coast guard) ?(?:boats?|vessels?|ships?|craft)|guns|military (?:equipment|hardware|helicopters?|vehicles|supplies|kit|gear|material|mat[ée]riel)|torpedo(?:es)?|mortars?|grenades?|bombers?|interceptors?|"
    r"(?:early[- ]warning|coastal|surveillance|air[- ]surveillance|mobile|long-range|military|counter-battery|artillery|ground) radars?|guided munitions|body armou?r|bulletproof vests|night[- ]vision (?:goggles|equipment|devices)|mines|explosives|"
    rf"(?:{CODED})s?|{CODE}(?:s|(?= {HEADS}))|(?:{MAKES}))(?!\w)"
)
DESIGNATION = re.compile(
    rf"(?<![\w-])(?:(?:{MAKES})(?:[ -](?:{CODE}|\d[A-Z]?\d?(?=s?\b)|Mk ?\d+|TB2))*|[A-Z]\w+-class|(?:{CODED})(?: (?:{MAKES}))?|{CODE}(?=s\b| {HEADS}))(?=s?(?![\w-]))"
)
_BACK = 320  # characters before "the aircraft" in which they may be named
_OPENING = re.compile(
    r"^(?:an?|the|its|their|his|our|her|more|additional|some|several|of|at|least|up|to|as|many|about|around|over|nearly|almost|roughly|all|any|other|another|new|brand-new|first|second|third|further|last|latest|"
    r"[\d.,-]+|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|eighteen|dozens?|hundreds?|thousands?|promised|modified|refurbished|used|second-hand|surplus|overhauled|"
    r"(?:[\w-]+-)?(?:made|built|designed|produced|era)|modern|sophisticated|advanced|state-of-the-art|lethal|heavy|half|such|these|those|each|both|(?:much|badly|sorely|urgently|long)[- ](?:needed|awaited|sought|promised)) (?=\S)"
)
_VAGUE = re.compile(
    r"^(?:(?:military|lethal|heavy|small|light|modern|offensive|defensive|advanced|conventional|other|sophisticated|and|or|foreign) )*(?:arms|weapons?|weaponry|aircraft|armou?r|mines|explosives|guns|bombs?|munitions|"
    r"military (?:equipment|hardware|supplies|kit|gear|materials?|mat[ée]riel|vehicles|aircraft|planes)|vehicles?|systems?|planes?|jets?|tank|fighter|missile|rocket|drone|helicopter|boats?|ships?|vessels?|(?:arms|weapons?) (?:sales?|systems?|supplies|deliver(?:y|ies)|shipments?|packages?))$"
)


_FORCES = frozenset("navy army military force coastguard coast police gendarmerie marine".split())
_FROM = frozenset("order buy make build purchase acquire procure manufacture produce".split())


def weapons(template: Template, token: Token) -> list[Token]:
    """The nouns of weapons that a phrase is about: "a first batch of tanks and guns" has two."""
    found: list[Token] = []
    for noun in _row(token):
        inner = [w for _, n in prepositions(noun, "of") for w in weapons(template, n)]
        if inner and (noun.lemma_.lower() in _PARTS or noun.pos_ in ("NUM", "ADJ")):
            found += inner
            continue
        mention = mention_at(template, noun)
        if mention is not None and mention.kind in (MentionKind.STATE, MentionKind.POST):
            continue
        if WEAPON.search(_words(template, noun)) and noun.pos_ != "VERB":
            found.append(noun)
    if not found and token.dep_ == "attr":  # "the boat is the first of two given to …"
        subject = subject_of(token.head)
        found = weapons(template, subject) if subject is not None and subject.dep_ != "attr" else []
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
    doc = template.passage.doc
    while first < noun.i and (
        doc[first].pos_ in ("PUNCT", "PRON", "PART")
        or doc[first].text.startswith("-")
        or doc[first].lower_ in _FORCES
    ):
        first += 1
    return first, noun.i


def _spans(template: Template, nouns: list[Token]) -> list[tuple[int, int]]:
    """The spans of weapons; those that stand side by side are one: "Leopard 2 tanks"."""
    found: list[tuple[int, int]] = []
    for first, last in sorted({_span(template, w) for w in nouns}):
        between = template.passage.doc[found[-1][1] + 1 : first] if found else None
        if between is not None and all(
            t.pos_ not in ("PUNCT", "CCONJ", "ADP", "VERB", "AUX") for t in between
        ):
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return found


def names(template: Template, nouns: list[Token]) -> tuple[str, ...]:
    """What weapons are called: their makes, else their kinds without determiners and numbers; "arms" alone says nothing."""
    found: dict[str, None] = {}
    for span in _spans(template, nouns):
        for name in called(_exact(template, *span)):
            found.setdefault(name)
    return tuple(found)


def told_before(template: Template, nouns: list[Token]) -> tuple[str, ...]:
    """What "the aircraft", "these missiles" were called shortly before, in the last sentence that calls weapons by name."""
    if not any(
        c.lower_ in ("the", "these", "those", "both")
        for n in nouns
        for c in n.children
        if c.dep_ in ("det", "predet")
    ):
        return ()
    start = template.passage.starts[min(n.left_edge.i for n in nouns)]
    before = template.reading.article.text[max(0, start - _BACK) : start]
    for sentence in reversed(re.split(r"(?<=[.!?]) ", before)):
        found = tuple(dict.fromkeys(m.group() for m in DESIGNATION.finditer(sentence)))
        if found:
            return found if len(found) < 4 else ()
    return ()


def called(words: str) -> list[str]:
    """The names of the weapons in some words."""
    made = [m.group() for m in DESIGNATION.finditer(words)]
    if made:
        return made
    plain = bare(words)
    return [plain] if plain and not _VAGUE.match(plain) else []


def makers(template: Template, weapon: Token) -> list[Entity]:
    """The state that a weapon comes from: "Turkish combat drones", "missiles made in Russia", "ordered from Spain"."""
    own = {e.key for e in forces_inside(template, weapon)}
    for token in weapon.subtree:
        mention = mention_at(template, token) if token.i < weapon.i else None
        if mention is not None and mention.kind in (MentionKind.DEMONYM, MentionKind.STATE):
            if own:
                return []
            return [e for e in template.reading.entities(mention) if not e.key.endswith("soviet-union")][:1]
    return origin(template, weapon)


def origin(template: Template, weapon: Token) -> list[Entity]:
    """The state from which a weapon comes in so many words: "missiles from Russia", "ordered from Spain's Navantia"."""
    told = [c for c in weapon.children if c.dep_ == "acl" and c.lemma_.lower() in _FROM]
    found = all_sides(template, [n for c in (weapon, *told) for _, n in prepositions(c, "from")])
    found = found or firms(template, [n for c in (weapon, *told) for _, n in prepositions(c, "from")])
    found = found or all_sides(template, [n for c in told for _, n in prepositions(c, "in")])
    return [e for e in found if e.kind is EntityKind.STATE][:1]


def forces_inside(template: Template, weapon: Token) -> list[Entity]:
    """Who gets what "hand the Philippine navy coastal radars", "sold Egypt Su-35 jets" tell of, parsed as one phrase."""
    for token in weapon.lefts:
        for item in token.subtree:
            mention = mention_at(template, item)
            if mention is None or mention.kind not in (MentionKind.DEMONYM, MentionKind.STATE):
                continue
            after = template.passage.doc[item.i + 1 : item.i + 4]
            alone = (
                mention.kind is MentionKind.STATE
                and after[0].pos_ != "PART"
                and not after[0].text.startswith("-")
            )
            if alone or any(t.lower_ in _FORCES for t in after):
                return list(template.reading.entities(mention))
    return []


def made(template: Template, nouns: list[Token]) -> list[Entity]:
    """The state where weapons are known to be made, where they all are."""
    keys = {made_in(_words(template, w)) for w in nouns}
    return [state(template, key) for key in keys if key is not None] if len(keys) == 1 else []


def firms(template: Template, tokens: list[Token] | tuple[Token, ...]) -> list[Entity]:
    """The states of the makers of weapons that nouns name."""
    found: dict[str, Entity] = {}
    for token in tokens:
        for item in listed(token):
            key = (
                home_of(" ".join(t.text for t in item.subtree if item.i - 4 < t.i <= item.i))
                if item.pos_ == "PROPN"
                else None
            )
            if key is not None:
                found.setdefault(key, state(template, key))
    return list(found.values())


def state(template: Template, key: str) -> Entity:
    """A state by its key."""
    entry = template.reading.gazetteer.entity(key)
    return Entity(EntityKind.STATE, entry.name, entry.key, entry.name)


def bare(words: str) -> str:
    """A weapon's name without determiners and numbers."""
    while (shorter := _OPENING.sub("", words)) != words:
        words = shorter
    return words.strip(' ,"“”')
