"""Who recognises whom by the parse: the same verbs and nouns in any construction.

The phrases of `recognition` know how news usually puts it; here adverbs, asides, gerunds ("by recognising"), lists and subjects
that stand far off make no difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Finding, Relation
from summitry.graph.extract.arguments import listed, prepositions, verb_of
from summitry.graph.extract.bonds import owned, reciprocal, related, speaking, who_acts
from summitry.graph.extract.clauses import antecedent
from summitry.graph.extract.diplomatic_ties import diplomatic_ties
from summitry.graph.extract.parties import all_sides, meant, mention_at
from summitry.graph.extract.roles import Roles, around, roles, triggers
from summitry.graph.extract.statehood import DISPUTED, PARTED, TAIWAN, in_question
from summitry.graph.extract.template import Template
from summitry.graph.extract.wishing import DOES, DOES_NOT, TAKEN_BACK, plain, sense
from summitry.graph.mentions.model import Mention, MentionKind
from summitry.graph.mentions.naming import BREAKAWAY

_GRANTED = frozenset("extend lend grant give announce offer accord award confirm proclaim declare reaffirm formalise formalize".split())  # fmt: skip
_HELD_BACK = frozenset("withhold deny refuse decline".split())
_WON = frozenset("win gain obtain receive secure get earn achieve".split())
_STATEHOOD = frozenset("independence sovereignty statehood declaration secession".split())
_LANDS = frozenset(
    "state republic territory region entity nation country land province enclave statelet area".split()
)
_POWERS = frozenset("government rule administration presidency legitimacy authority victory re-election reelection mandate leadership regime".split())  # fmt: skip
_RECOGNISE = frozenset({"recognise", "recognize"})
_ACCEPT = frozenset("acknowledge accept endorse".split())  # an independence, nobody as such
_REJECT = frozenset("reject dispute contest oppose deny".split())
_ELSE = frozenset("part capital territory province region city border genocide area annexation claim".split())
_SINCE = frozenset("after since following despite over by".split())  # what is spoken of so has happened
_RULES = re.compile(r"\b(?:council|coalition|government|assembly|committee|front|authority|taliban)\b", re.I)
_ABOUT = re.compile(r"recogni|independence|statehood|\bties\b|\brelations|diplomatic all")


def acknowledgements(template: Template, topic: Sequence[Entity] = ()) -> Iterator[Finding]:
    """Who recognises whom, as a sentence states; `topic` is what "it" and "them" mean."""
    if _ABOUT.search(template.text) is None:
        return
    for verb in triggers(template, _RECOGNISE | _ACCEPT | _REJECT, "VERB"):
        yield from _recognising(template, verb, topic)
    for noun in triggers(template, frozenset({"recognition"}), "NOUN"):
        yield from _recognition(template, noun, topic)
    yield from diplomatic_ties(template)


def spoken_of(template: Template, topic: Sequence[Entity]) -> tuple[Relation, ...]:
    """Whom a sentence says that somebody unnamed recognises, or not: "whom fifty governments recognise"; each with itself."""
    if "ecogni" not in template.text:
        return ()
    found: list[Relation] = []
    for verb in triggers(template, _RECOGNISE, "VERB"):
        kind = None if _as_something_else(template, verb) else sense(verb)
        whom = (
            [e for t in roles(verb).themes for e in recognised(template, t, topic)]
            if kind is not None
            else []
        )
        found += [Relation(e, e, str(kind)) for e in whom]
    return tuple(found)


# recognition ----------------------------------------------------------


def _recognising(template: Template, verb: Token, topic: Sequence[Entity]) -> Iterator[Finding]:
    done = roles(verb)
    lemma = verb.lemma_.lower()
    themes = [t for t in done.themes if lemma in _RECOGNISE or _of_statehood(t)]
    kind = sense(verb)
    if kind is None or not (themes or reciprocal(verb, *_STATEHOOD)) or _as_something_else(template, verb):
        return
    if lemma in _REJECT:
        kind = DOES_NOT if kind == DOES else None
    whose = who_acts(template, done.doers) or _deciding(template, verb) or _ours(template, verb, done)
    if lemma in _RECOGNISE and reciprocal(verb, *_STATEHOOD) and len(whose) == 2 and kind is not None:
        yield from related(template, verb, whose, whose, kind)
        return
    what = in_question([e for t in themes for e in recognised(template, t, topic)])
    if lemma in _REJECT:
        what = [e for e in what if e.key in DISPUTED and e.key != TAIWAN]
    if kind is None or not what:
        return
    if kind == DOES_NOT:
        yield from related(template, verb, excepted(template, done.doers), what, DOES)
    yield from related(template, verb, whose, what, kind)
    if kind == DOES:
        for child in verb.children:  # "… recognised it, followed by Sweden"
            if child.lemma_.lower() == "follow" and child.dep_ in ("advcl", "conj", "prep"):
                more = [n for c in child.children if c.dep_ == "agent" for n in c.children]
                more += [
                    c for c in child.children if child.lower_ == "following" and c.dep_ in ("pobj", "dobj")
                ]
                yield from related(template, child, all_sides(template, more), what, kind)


def _deciding(template: Template, verb: Token) -> list[Entity]:
    """Whose decision it is: "revoked its decision recognising B", "Chad's decision to recognise B"."""
    noun = verb.head
    if verb.dep_ not in ("acl", "xcomp") or noun.pos_ != "NOUN":
        return []
    return owned(template, noun) or all_sides(template, roles(verb_of(noun)).doers)


def _ours(template: Template, verb: Token, done: Roles) -> list[Entity]:
    """ "We recognise B," said by somebody of A."""
    return speaking(template, verb) if any(d.lower_ == "we" for d in done.doers) else []


def excepted(template: Template, doers: Sequence[Token]) -> list[Entity]:
    """Who does what nobody else does: "no state apart from Turkey", "no government but the Turkish one"."""
    found: list[Entity] = []
    for noun in doers:
        if not any(c.lower_ in ("no", "none") for c in (noun, *noun.children)):
            continue
        words = [c for c in noun.children if c.lower_ in ("apart", "except", "but", "besides", "save", "than", "bar", "excepting", "other")]  # fmt: skip
        inner = [t for w in words for t in w.subtree if mention_at(template, t) is not None]
        inner += [c for c in noun.children if c.dep_ == "conj" and words]
        for token in inner:
            mention = mention_at(template, token)
            if mention is not None:
                found += [e for e in template.reading.entities(mention) if e.kind is EntityKind.STATE]
    return found


def _of_statehood(theme: Token) -> bool:
    return theme.lemma_.lower() in _STATEHOOD


def _as_something_else(template: Template, verb: Token) -> bool:
    """ "recognised Crimea as Russian", "as part of …", "as the capital": no question of a state or its government."""
    nouns = [n for c in verb.children if c.dep_ == "prep" and c.lower_ == "as" for n in c.children]
    return any(n.lemma_.lower() in _ELSE or _of_a_state(template, n) for n in nouns)


def _of_a_state(template: Template, noun: Token) -> bool:
    mention = mention_at(template, noun)
    return mention is not None and mention.kind in (MentionKind.DEMONYM, MentionKind.STATE)


def recognised(template: Template, token: Token, topic: Sequence[Entity] = ()) -> list[Entity]:
    """What is recognised: a state or region, a person, a council, or that of which the independence is."""
    found: list[Entity] = []
    for item in map(_land, listed(antecedent(token))):
        mention = mention_at(template, item)
        if item.i and item.nbor(-1).lower_ == "not":
            continue  # "recognises A, not B"
        if mention is not None:
            named = mention.kind is MentionKind.PERSON and not mention.posts
            if named or mention.kind is MentionKind.REGION or _him(mention):
                found += template.reading.entities(mention)
            elif mention.kind in (MentionKind.BODY, MentionKind.ORGANISATION):
                found += [e for e in template.reading.entities(mention) if _RULES.search(e.name)]
            elif mention.kind in (MentionKind.STATE, MentionKind.CITY, MentionKind.METONYM):
                found += [e for e in meant(template, mention) if e.kind is EntityKind.STATE]
        elif item.lower_ in ("it", "them") and item.dep_ in ("dobj", "nsubjpass"):
            found += topic or [e for e in all_sides(template, [item]) if e.key in DISPUTED]
        else:
            found += _of_a_land(template, item) or _lost_land(template, item, topic)
    return found


def _land(noun: Token) -> Token:
    """ "two breakaway 'people's republics'": the land, where the parse has it beside the word that says what it is."""
    beside = [c for c in noun.children if c.dep_ == "appos" and c.lemma_.lower() in _LANDS]
    return beside[0] if beside and noun.lower_ in BREAKAWAY else noun


def _him(mention: Mention) -> bool:
    return mention.kind is MentionKind.PRONOUN and mention.text.lower() in ("him", "her")


def _of_a_land(template: Template, noun: Token) -> list[Entity]:
    """ "the independence of A", "A's statehood", "a Palestinian state", "the government of X"."""
    lemma = noun.lemma_.lower()
    if lemma not in _STATEHOOD | _LANDS | _POWERS or any(
        t.lower_ == "over" for t in noun.doc[noun.i : noun.i + 7]
    ):
        return []  # "its sovereignty over the islands"
    within = ("in", "of") if _broken_off(noun) else ("of",)
    named = [n for _, n in prepositions(noun, *within)]
    apart = lemma in _LANDS and (bool(named) or _broken_off(noun))  # "Georgia's lost regions of A and B"
    named += [c for c in noun.children if c.dep_ in ("poss", "appos") and not (apart and c.dep_ == "poss")]
    found = [e for n in named for e in recognised(template, n)]
    if lemma in _LANDS and noun.tag_ == "NNS":  # "two regions of Ukraine": not Ukraine
        found = [e for e in found if e.kind is not EntityKind.STATE or e.key in DISPUTED]
    if lemma in _POWERS:
        named += [c for c in noun.children if c.dep_ == "compound"]
        people = [e for n in named for e in recognised(template, n)]
        return [e for e in people if e.kind is not EntityKind.STATE]
    for child in noun.children if lemma in _LANDS | _STATEHOOD and not found else ():
        mention = mention_at(template, child)
        if mention is not None and mention.kind is MentionKind.DEMONYM:
            found += [
                e
                for e in template.reading.entities(mention)
                if e.key in DISPUTED and "sahara" not in e.key and "sahrawi" not in e.key
            ]
    return found


def _broken_off(noun: Token) -> bool:
    """ "the two breakaway regions", "the rebel republics"."""
    return any(
        t.lower_ in BREAKAWAY for c in (noun.head, *noun.children) for t in (c, *c.children) if t.i < noun.i
    )


def _lost_land(template: Template, noun: Token, topic: Sequence[Entity]) -> list[Entity]:
    """ "Georgia's breakaway regions", "the two rebel regions": those spoken of, else those that broke away from whose they are."""
    if noun.lemma_.lower() not in _LANDS or not _broken_off(noun):
        return []
    near = [e for e in topic if e.key in DISPUTED]
    beside = [*noun.children, *(n for _, n in prepositions(noun, "in", "of"))]
    found = [m for c in beside if (m := mention_at(template, c)) is not None]
    whose = {e.key for m in found for e in template.reading.entities(m)}
    parted = [key for key, of in PARTED.items() if of in whose]
    many = noun.tag_ == "NNS"
    if near and (not parted or {e.key for e in near} & set(parted)):
        return near if many or len(near) == 1 else []
    if many != (len(parted) > 1):
        return []
    known = [template.reading.gazetteer.find(key) for key in parted]
    return [Entity(e.kind, e.name, e.key, e.name) for e in known if e is not None]


def _recognition(template: Template, noun: Token, topic: Sequence[Entity]) -> Iterator[Finding]:
    """ "extended recognition to", "withdrew its recognition of", "Chad's recognition of", "won recognition from"."""
    verb = verb_of(noun)
    if {c.lower_ for c in noun.children} & {"no", "any", "future", "possible", "further", "more", "eventual"}:
        return
    named = around(template, noun, [], "of")
    what = [e for n in named for e in recognised(template, n, topic)]
    own = owned(template, noun)
    by = all_sides(template, [n for _, n in prepositions(noun, "by", "from")])
    if verb.pos_ in ("VERB", "AUX") and noun.dep_ in ("dobj", "nsubjpass", "nsubj"):
        yield from _handled(template, noun, verb, own, what or ([] if named else list(topic)), by)
    elif noun.dep_ == "pobj" and noun.head.lower_ in _SINCE:
        yield from related(template, noun, [e for e in own or by if e.kind is EntityKind.STATE], what, DOES)


def _handled(
    template: Template, noun: Token, verb: Token, own: list[Entity], what: list[Entity], by: list[Entity]
) -> Iterator[Finding]:
    """What a verb says of recognition: that it is granted, won, held back or taken back."""
    lemma = verb.lemma_.lower()
    done = roles(verb)
    doers = (all_sides(template, done.doers) if noun.dep_ != "nsubj" else []) or own
    back = lemma in TAKEN_BACK or (
        lemma in ("take", "pull", "call") and any(c.lower_ == "back" for c in verb.children)
    )
    to = (
        prepositions(verb, "to")
        if lemma not in _HELD_BACK
        else ((noun, n) for n in around(template, verb, [noun], "to", "from"))
    )
    what_else = [e for _, n in to for e in recognised(template, n)]
    if not plain(verb) and lemma not in _HELD_BACK:
        return
    if lemma in _WON and noun.dep_ == "dobj":
        from_whom = by or all_sides(template, around(template, verb, [noun], "from", "by"))
        winners = [e for t in done.doers for e in recognised(template, t)]
        winners = [e for e in winners if e.kind is not EntityKind.STATE or e.key in DISPUTED]
        yield from related(template, noun, from_whom, winners, DOES)
    elif back:
        yield from related(template, noun, doers, what, DOES_NOT)
    elif lemma in _HELD_BACK:
        yield from related(template, noun, doers, what_else or what, DOES_NOT)
    elif lemma in _GRANTED:
        datives = [e for c in verb.children if c.dep_ == "dative" for e in recognised(template, c)]
        yield from related(template, noun, doers, what_else or datives or what, DOES)
    elif noun.dep_ == "dobj" and lemma == "follow":  # "came a day after and followed recognition by A"
        by = by or all_sides(template, [n for _, n in prepositions(verb, "by")])
        yield from related(template, noun, own or by, what, DOES)
    elif noun.dep_ in ("nsubj", "nsubjpass") and (own or by) and verb.tag_ == "VBD":
        yield from related(template, noun, own or by, what, DOES)
