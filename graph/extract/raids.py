"""Attacks of one state on another by the parse: verbs and nouns of attacking in any construction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Finding, MilitaryAction, Status
from summitry.graph.extract.arguments import listed, prepositions, verb_of
from summitry.graph.extract.clauses import antecedent
from summitry.graph.extract.evidence import span_evidence
from summitry.graph.extract.parties import all_sides, mention_at, owners
from summitry.graph.extract.places import land_of
from summitry.graph.extract.roles import roles, triggers
from summitry.graph.extract.template import Template
from summitry.graph.extract.when import When
from summitry.graph.extract.wishing import happened, plain
from summitry.graph.mentions.model import MentionKind

_HIT = frozenset("attack bomb bombard shell invade strike raid torpedo occupy annex pound".split())
_ENTER = frozenset("enter cross march push roll advance storm sweep pour move".split())
_INTERVENE = frozenset({"intervene"})
_LAUNCH = frozenset(
    "launch conduct carry begin start stage order unleash wage make mount execute resume step perform open lead".split()
)
_DEEDS = frozenset(
    "strike airstrike attack offensive operation invasion raid bombing bombardment campaign assault war intervention incursion shelling "
    "onslaught blitz".split()
)
_SURE = frozenset("invasion bombing bombardment shelling annexation airstrike".split())
_FORCES = frozenset(
    "troop force army soldier tank jet warplane plane helicopter gunship navy military drone aircraft aviation airforce marine bomber paratrooper".split()
)
_GROUND = frozenset("troop force army soldier tank marine paratrooper".split())
_BEHIND = frozenset("after before since when as until while".split())
_ON = ("on", "in", "against", "at", "over", "inside", "into", "of", "across", "around")
_IDLE = re.compile(
    r"\b(?:simulat|exercise|drill|cyber|rhetorical|verbal|diplomatic|charm|election|court|heart|rescue|peacekeeping|humanitarian|training|police|joint|media|trade|price|general|hunger|terror|suicide)\w*\b"
)
_ABOUT = re.compile(
    r"attack|bomb|shell|invad|invasion|str[iu](?:ke|ck|ki)|raid|torpedo|occup|annex|offensive|operation|campaign|assault|\bwar\b|interven|incursion|marched|entered|crossed|pushed|rolled|poured"
)


def raids(template: Template, when: When) -> Iterator[Finding]:
    """The attacks that a sentence tells of."""
    if _ABOUT.search(template.text) is None:
        return
    for verb in triggers(template, _HIT | _ENTER | _INTERVENE, "VERB"):
        if _real(verb):
            yield from _by_verb(template, verb, when)
    for noun in triggers(template, _DEEDS | _SURE, "NOUN"):
        yield from _by_noun(template, noun, when)


def _real(verb: Token) -> bool:
    """Whether an attack is said to have been made."""
    if not happened(verb) or verb.tag_ == "VB":
        return False
    at = verb
    for _ in range(4):
        if at.lemma_.lower() in ("threaten", "accuse", "simulate", "warn", "fear", "plan", "prepare", "prevent", "vow"):  # fmt: skip
            return False
        if at.dep_ not in ("xcomp", "pcomp", "prep", "ccomp", "acl") or at.head == at:
            break
        at = at.head
    return True


def _by_verb(template: Template, verb: Token, when: When) -> Iterator[Finding]:
    lemma = verb.lemma_.lower()
    done = roles(verb)
    forces = any(d.lemma_.lower() in _FORCES for d in done.doers)
    actors = all_sides(template, done.doers)
    if lemma in _HIT:
        places = list(done.themes) or [n for _, n in prepositions(verb, *_ON)]
        if any(_person(template, t) for t in done.themes):
            return  # "attacked the president"
        near = [n for t in done.themes for _, n in prepositions(t, *_ON)]
        targets = _targets(template, places) or _targets(
            template, [*near, *(n for _, n in prepositions(verb, *_ON))]
        )
        if lemma == "attack" and not forces and any(_people(template, d) for d in done.doers):
            return  # "Orban attacked Brussels"
    elif lemma in _INTERVENE:
        military = any(c.lower_ in ("militarily", "armed") for c in verb.children) or forces
        targets = _targets(template, [n for _, n in prepositions(verb, "in")]) if military else []
    else:
        inside = [n for _, n in prepositions(verb, "into", "on", "through")]
        ground = any(d.lemma_.lower() in _GROUND for d in done.doers)
        targets = (
            _targets(template, [*(c for c in verb.children if c.dep_ == "dobj"), *inside]) if ground else []
        )
    yield from _told(template, verb, actors, targets, when)


def _by_noun(template: Template, noun: Token, when: When) -> Iterator[Finding]:
    words = " ".join(t.text for t in noun.subtree if t.i <= noun.i)
    if _IDLE.search(words):
        return
    verb = verb_of(noun)
    launched = verb.pos_ == "VERB" and verb.lemma_.lower() in _LAUNCH and noun.dep_ in ("dobj", "nsubjpass")
    led = [c for c in noun.children if c.dep_ in ("acl", "relcl") and c.lemma_.lower() in _LAUNCH]
    lemma = noun.lemma_.lower()
    places = [n for _, n in prepositions(noun, *_ON)]
    if launched:
        if not _real(verb):
            return
        places += [n for _, n in prepositions(verb, *_ON)]
        actors = all_sides(template, roles(verb).doers)
        if (
            lemma in ("operation", "campaign", "war", "intervention")
            and not _MILITARY.search(words)
            and lemma != "war"
        ):
            return
    elif led and _real(led[0]):
        actors = all_sides(template, roles(led[0]).doers) or owners(template, noun)
        places += [n for _, n in prepositions(led[0], *_ON)]
    elif lemma in _SURE:
        if verb.pos_ == "VERB" and not plain(verb):
            return
        actors = owners(template, noun) or all_sides(template, [n for _, n in prepositions(noun, "by")])
    else:
        return
    targets = _targets(template, places)
    mine = {a.key for a in actors}
    yield from _told(template, noun, actors, [t for t in targets if t.key not in mine], when)


_MILITARY = re.compile(r"\b(?:military|air|ground|bombing|land|naval|special|armed|offensive)\b")


def _people(template: Template, token: Token) -> bool:
    mention = mention_at(template, token)
    return mention is not None and mention.kind in (MentionKind.PERSON, MentionKind.POST, MentionKind.PRONOUN)


def _person(template: Template, token: Token) -> bool:
    mention = mention_at(template, token)
    return mention is not None and mention.kind in (MentionKind.PERSON, MentionKind.POST)


def _targets(template: Template, tokens: Sequence[Token]) -> list[Entity]:
    """Whose land or forces are hit: states and regions named, the states of towns, of "Syrian targets"."""
    found: dict[str, Entity] = {}
    for token in tokens:
        for item in listed(antecedent(token)):
            mention = mention_at(template, item)
            if mention is None:
                inner = owners(template, item, 1)
                inner = inner or _targets(
                    template, [n for _, n in prepositions(item, "in", "of", "near", "inside")]
                )
                found |= {e.key: e for e in inner if e.kind is EntityKind.STATE and e.key not in found}
            elif mention.kind in (
                MentionKind.STATE,
                MentionKind.CITY,
                MentionKind.REGION,
                MentionKind.METONYM,
            ):
                for entity in template.reading.entities(mention):
                    state = land_of(template.reading, entity)
                    if state is not None:
                        found.setdefault(state.key, state)
    return list(found.values())[:1]


def _background(trigger: Token) -> bool:
    """Whether an attack only dates something else: "since Russia annexed it"."""
    verb = verb_of(trigger)
    marks = {c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod", "prep")}
    return verb.lemma_ == "annex" or (verb.dep_ in ("advcl", "pcomp", "ccomp") and bool(marks & _BEHIND))


def _told(
    template: Template, trigger: Token, actors: Sequence[Entity], targets: Sequence[Entity], when: When
) -> Iterator[Finding]:
    evidence = span_evidence(template.reading, template.passage, trigger.i, trigger.i)
    date = when.of(template.passage, trigger, Status.OCCURRED).start if actors and targets else None
    if date is None and _background(trigger):
        return
    for actor in actors:
        for target in targets:
            if actor.key != target.key:
                yield Finding(MilitaryAction(actor, target, date), (evidence,), 0.8, "action.parse")
