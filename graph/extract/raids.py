"""Attacks of one state on another by the parse: verbs and nouns of attacking in any construction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Finding, MilitaryAction, Status
from summitry.graph.extract.arguments import listed, prepositions, verb_of
from summitry.graph.extract.clauses import antecedent
from summitry.graph.extract.evidence import span_evidence
from summitry.graph.extract.localities import land_of
from summitry.graph.extract.nearby import only_day, other_state
from summitry.graph.extract.parties import all_sides, mention_at, owners
from summitry.graph.extract.roles import Roles, roles, triggers
from summitry.graph.extract.template import Template
from summitry.graph.extract.when import When
from summitry.graph.extract.wishing import happened, plain
from summitry.graph.mentions.model import MentionKind

_HIT = frozenset(
    "attack bomb bombard shell invade strike raid torpedo occupy annex pound strafe overrun blitz firebomb rocket".split()
)
_STRUCK = frozenset("hit target seize capture storm assault destroy".split())  # by soldiers, or from the air
_FALL = frozenset("fall pounce".split())
_ENTER = frozenset(
    "enter cross march push roll advance storm sweep pour move go break penetrate thrust drive land".split()
)
_CROSSED = frozenset("enter cross penetrate storm".split())
_INTERVENE = frozenset({"intervene"})
_FIRE = frozenset("fire launch rain drop release hurl lob unleash loose deliver shoot open send".split())
_MUNITIONS = frozenset(
    "missile rocket shell bomb drone mortar artillery round salvo barrage volley torpedo munition projectile fire sortie strike grad howitzer tank dozen score".split()
)
_LAUNCH = frozenset(
    "launch conduct carry begin start stage order unleash wage make mount execute resume step perform open lead fight initiate undertake continue intensify expand commence deliver "
    "extend pursue prosecute announce".split()
)
_DEEDS = frozenset(
    "strike airstrike attack offensive operation invasion raid bombing bombardment campaign assault war intervention incursion shelling "
    "onslaught blitz counteroffensive push thrust sortie bombings airstrikes".split()
)
_SURE = frozenset("invasion bombing bombardment shelling annexation airstrike".split())
_FORCES = frozenset(
    "troop force army soldier tank jet warplane plane helicopter gunship navy military drone aircraft aviation airforce marine bomber paratrooper unit gunner artillery commando "
    "missile brigade battalion regiment ship warship frigate destroyer submarine tanks column battery guard fighter".split()
)
_GROUND = frozenset(
    "troop force army soldier tank marine paratrooper commando unit column brigade battalion regiment military infantry guard armour".split()
)
_UNDONE = frozenset("accuse simulate warn fear prevent".split())
_VERBS = _HIT | _STRUCK | _FALL | _ENTER | _INTERVENE | _FIRE
_BEHIND = frozenset("after before since when as until while".split())
_AT = ("on", "at", "into", "against", "onto", "upon", "toward", "towards")
_ON = ("on", "in", "against", "at", "over", "inside", "into", "of", "across", "around")
_IDLE = re.compile(
    r"\b(?:simulat|exercise|drill|cyber|rhetorical|verbal|diplomatic|charm|election|court|heart|rescue|peacekeeping|humanitarian|training|police|joint|media|trade|price|general|hunger|terror|suicide)\w*\b"
)
_WHOLE = frozenset("invasion offensive assault attack".split())
_MILITARY = re.compile(r"\b(?:military|air|ground|bombing|land|naval|special|armed|offensive)\b")
_LOOSE = frozenset("operation campaign intervention".split())  # of armies only where they are called so
_PEOPLE = (MentionKind.PERSON, MentionKind.POST)
_ABOUT = re.compile(
    r"attack|bomb|shell|invad|invasion|str[iu](?:ke|ck|ki)|raid|torpedo|occup|annex|offensive|operation|campaign|assault|\bwar\b|interven|incursion|march|enter|cross|push|roll|pour|"
    r"pound|fire|fired|firing|missile|rocket|dropp|releas|rain|overr[ua]n|seiz|captur|storm|hit|target|fell|advanc|went|destroy|sortie|strafed|land(?:ed|ing)|drove|broke|penetrat|thrust"
)


def raids(template: Template, when: When) -> Iterator[Finding]:
    """The attacks that a sentence tells of."""
    if _ABOUT.search(template.text) is None:
        return
    for verb in triggers(template, _VERBS, "VERB"):
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
        if at.lemma_.lower() in _UNDONE:
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
    if not actors:
        return
    if lemma in _FIRE:
        targets = _under_fire(template, verb, done.themes)
    elif lemma in _HIT or lemma in _STRUCK:
        targets = _struck(template, verb, done, forces) if forces or lemma in _HIT else []
    elif lemma in _FALL:
        targets = _targets(template, [n for _, n in prepositions(verb, "upon")])
    elif lemma in _INTERVENE:
        military = any(c.lower_ in ("militarily", "armed") for c in verb.children) or forces
        targets = _targets(template, [n for _, n in prepositions(verb, "in")]) if military else []
    else:
        inside = [n for _, n in prepositions(verb, "into", "on", "through")]
        ground = any(d.lemma_.lower() in _GROUND for d in done.doers)
        crossed = [c for c in verb.children if c.dep_ == "dobj" and lemma in _CROSSED]
        targets = _targets(template, [*crossed, *inside]) if ground else []
    yield from _told(template, verb, actors, targets, when)


def _struck(template: Template, verb: Token, done: Roles, forces: bool) -> list[Entity]:
    """Whom an attack hits: what it is made on, else where that lies."""
    if not forces and any(_is(template, t, *_PEOPLE) for t in done.themes):
        return []  # "attacked the president"
    if (
        verb.lemma_ == "attack"
        and not forces
        and any(_is(template, d, *_PEOPLE, MentionKind.PRONOUN) for d in done.doers)
    ):
        return []  # "Orban attacked Brussels"
    places = list(done.themes) or [n for _, n in prepositions(verb, *_ON)]
    near = [n for t in done.themes for _, n in prepositions(t, *_ON)]
    found = _targets(template, places)
    found = found or _targets(template, [*near, *(n for _, n in prepositions(verb, *_ON))])
    return found or _targets(template, _behind(template, verb))


def _behind(template: Template, verb: Token) -> list[Token]:
    """The first place behind an attack in its clause, wherever the parser hung it: "bombed a camp at X, in Chad"."""
    for token in template.passage.doc[verb.i + 1 : template.sentence.end]:
        if token.pos_ in ("VERB", "AUX", "SCONJ") or token.text in (";", ":"):
            return []
        if token.i in template.passage.mention_at and token.dep_ == "pobj" and token.head.lower_ in _ON:
            return [token]
    return []


def _under_fire(template: Template, verb: Token, themes: Sequence[Token]) -> list[Entity]:
    """Whom missiles are launched at, bombs dropped on, fire opened on; nobody where something else is launched or sent."""
    shots = [t for t in themes if t.lemma_.lower() in _MUNITIONS or _of_munitions(t)]
    if (themes and not shots) or (not themes and verb.lemma_ != "fire"):
        return []
    at = [n for t in (verb, *shots) for _, n in prepositions(t, *_AT)]
    return _targets(template, at) or _targets(
        template, [n for t in (verb, *shots) for _, n in prepositions(t, "in", "near", "over")]
    )


def _of_munitions(token: Token) -> bool:
    return any(n.lemma_.lower() in _MUNITIONS for _, n in prepositions(token, "of"))


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
        if lemma in _LOOSE and not _MILITARY.search(words):
            return
    elif led and _real(led[0]):
        actors = all_sides(template, roles(led[0]).doers) or owners(template, noun)
        places += [n for _, n in prepositions(led[0], *_ON)]
    elif lemma in _SURE:
        if verb.pos_ == "VERB" and not plain(verb):
            return
        actors = supported(template, noun) or owners(template, noun)
        actors = actors or all_sides(template, [n for _, n in prepositions(noun, "by")])
    else:
        return
    targets = _targets(template, places)
    if launched and not places and lemma in _WHOLE and actors:  # "Russia launched its invasion"
        other = other_state(template, actors)
        targets = [other] if other is not None else []
    yield from _told(template, noun, actors, targets, when)


def supported(template: Template, noun: Token) -> list[Entity]:
    """ "supported X in its invasion of Y", "condemned X for its attack": X's."""
    own = any(c.dep_ == "poss" and c.lower_ in ("its", "their") for c in noun.children)
    verb = verb_of(noun)
    if not own or noun.dep_ != "pobj" or noun.head.lower_ not in ("in", "for", "over", "with"):
        return []
    return all_sides(template, [c for c in verb.children if c.dep_ == "dobj" and c.i < noun.i])


def _is(template: Template, token: Token, *kinds: MentionKind) -> bool:
    mention = mention_at(template, token)
    return mention is not None and mention.kind in kinds


def _targets(template: Template, tokens: Sequence[Token]) -> list[Entity]:
    """Whose land or forces are hit: states and regions named, the states of towns, of "Syrian targets"."""
    for token in tokens:
        found = _lands(template, token)
        if found:
            return found
    return []


def _lands(template: Template, token: Token) -> list[Entity]:
    found: dict[str, Entity] = {}
    for item in listed(antecedent(token)):
        mention = mention_at(template, item)
        if mention is None:
            inner = owners(template, item, 2)
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
    return list(found.values())


def _background(trigger: Token) -> bool:
    """Whether an attack only dates something else: "since Russia annexed it"."""
    verb = verb_of(trigger)
    marks = {c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod", "prep")}
    return verb.lemma_ == "annex" or (verb.dep_ in ("advcl", "pcomp", "ccomp") and bool(marks & _BEHIND))


def _told_plainly(trigger: Token) -> bool:
    """Whether a main clause tells of an attack in the past: of the day that the text tells of, not of one long ago."""
    verb = verb_of(trigger)
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    return verb.tag_ in ("VBD", "VBN") and verb.dep_ in ("ROOT", "ccomp", "conj") and "had" not in helpers


def _told(
    template: Template, trigger: Token, actors: Sequence[Entity], targets: Sequence[Entity], when: When
) -> Iterator[Finding]:
    mine = {a.key for a in actors}
    others = [t for t in targets if t.key not in mine]
    if not actors or not others:
        return
    date = when.of(template.passage, trigger, Status.OCCURRED).start
    if date is None and _background(trigger):
        return
    if date is None and _told_plainly(trigger):
        date = only_day(template)
    evidence = span_evidence(template.reading, template.passage, trigger.i, trigger.i)
    for actor, target in product(actors, others):
        yield Finding(MilitaryAction(actor, target, date), (evidence,), 0.8, "action.parse")
