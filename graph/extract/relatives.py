"""Family ties by the parse: "X and his wife, Ann", "two sons of President X, Bob and Jim", "Y, son of the latter".

Who is named by a first name alone bears the family name of the relative.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Finding, Relation
from summitry.graph.extract.arguments import listed, prepositions, verb_of
from summitry.graph.extract.denial import conditional, negated
from summitry.graph.extract.evidence import span_evidence
from summitry.graph.extract.parties import mention_at
from summitry.graph.extract.template import Template
from summitry.graph.mentions.late_names import KIN
from summitry.graph.mentions.model import Mention, MentionKind
from summitry.graph.names import family_name, fold

_NO_SHARED_NAME = frozenset("nephew niece cousin uncle aunt grandson granddaughter grandfather grandmother fiancee fiancée fiance mother".split())  # fmt: skip
_ABOUT = re.compile(r"\b(?:" + "|".join(sorted(KIN)) + r")s?\b")
_CAPTION = frozenset(", ( ) left right center centre l r c second third from".split())
_NAMED = (MentionKind.PERSON, MentionKind.POST)
_PARTICLES = frozenset("bin ibn of al van von de the der".split())


def relatives(template: Template) -> Iterator[Finding]:
    """The family ties of persons that a sentence states."""
    if _ABOUT.search(template.text) is None:
        return
    for noun in template.sentence:
        if (
            noun.pos_ not in ("NOUN", "PROPN")
            or noun.lemma_.lower() not in KIN
            or mention_at(template, noun) is not None
        ):
            continue
        verb = verb_of(noun)
        if conditional(verb) or (negated(verb) and noun.dep_ == "attr"):
            continue
        whose = _whose(template, noun)
        if whose is None:
            continue
        for who in _who(template, noun, whose):
            courtesy = _word(noun) in ("brother", "sister") and apart(template, who, whose)
            doubtful = _by_post(template, noun) and not one_family(who, whose)
            if who.key != whose.key and not (courtesy or doubtful):
                evidence = span_evidence(template.reading, template.passage, noun.i, noun.i)
                yield Finding(Relation(who, whose, "kin", _word(noun)), (evidence,), 0.9, "relation.kin")


def _word(noun: Token) -> str:
    """The kinship: "son", "son-in-law"."""
    after = noun.doc[noun.i + 1 : noun.i + 5].text.lower().replace(" ", "")
    lemma = noun.lemma_.lower()
    return f"{lemma}-in-law" if after.startswith("-in-law") else lemma


def _by_post(template: Template, noun: Token) -> bool:
    """ "the father of the president": whoever that is; sure where both bear one name."""
    owners = [c for c in noun.children if c.dep_ == "poss"] + [n for _, n in prepositions(noun, "of")]
    mentions = (mention_at(template, t) for t in owners)
    return any(m is not None and m.kind is MentionKind.POST for m in mentions)


def one_family(a: Entity, b: Entity) -> bool:
    """Whether two bear one family name."""
    name = family_name(a.name)
    return bool(name) and fold(name) == fold(family_name(b.name) or "")


def apart(template: Template, a: Entity, b: Entity) -> bool:
    """Whether two hold posts of different states: "his brother X" of another president is said in courtesy."""
    here, there = ({e.key for e in template.homes([person])} for person in (a, b))
    return bool(here) and bool(there) and not here & there


# whose relative -------------------------------------------------------


def _whose(template: Template, noun: Token) -> Entity | None:
    """Whose relative it is: "his", "X's", "of X", "the latter's"."""
    head = noun.head if noun.dep_ == "compound" else noun
    seen = pictured(template, noun)
    if seen is not None:
        return seen
    for child in (*noun.children, *(c for c in head.children if c.i < noun.i)):
        if child.dep_ == "poss":
            beside = noun.head if noun.dep_ == "conj" and child.tag_ == "PRP$" else None
            near = beside is not None and _named_person(template, beside)
            return _person(template, beside if near and beside is not None else child)
    for _, inner in prepositions(noun, "of"):
        return _person(template, inner)
    return None


def pictured(template: Template, noun: Token) -> Entity | None:
    """ "greets X, center, and his wife": X's, whatever words of a caption stand between."""
    at = noun.i - 2
    doc = noun.doc
    if at < 2 or doc[at + 1].lower_ not in ("his", "her") or doc[at].lower_ != "and":
        return None
    while at > noun.sent.start and doc[at - 1].lower_ in _CAPTION:
        at -= 1
    mention = template.passage.mention_at.get(at - 1)
    if mention is None or mention.kind is not MentionKind.PERSON:
        return None
    people = [e for e in template.reading.entities(mention) if e.kind is EntityKind.PERSON]
    return people[0] if len(people) == 1 else None


def _person(template: Template, token: Token) -> Entity | None:
    """The person whom a noun means; "his" only where that is no guess."""
    if token.lower_ == "latter":
        return _latter(template, token)
    mention = mention_at(template, token)
    if mention is None or mention.plural:
        return None
    if mention.kind is MentionKind.PRONOUN and not _sure(template, token):
        return None
    people = [e for e in template.reading.entities(mention) if e.kind is EntityKind.PERSON]
    return people[0] if len(people) == 1 else None


def _sure(template: Template, token: Token) -> bool:
    """Whether "his" stands where its person is a subject before it in the sentence: beyond it, it is a guess."""
    here = mention_at(template, token)
    meant = {e.key for e in template.reading.entities(here)} if here is not None else set()
    before = template.passage.doc[template.sentence.start : token.i]
    subjects = [t for t in before if t.dep_ in ("nsubj", "nsubjpass")]
    for subject in subjects:
        mention = mention_at(template, subject)
        if mention is not None and meant & {e.key for e in template.reading.entities(mention)}:
            return True
    return False


def _latter(template: Template, token: Token) -> Entity | None:
    """The person named last before "the latter", unless he bears the name at which the word hangs."""
    above = token.head.head.head if token.head.dep_ == "prep" else None
    for i in range(token.i - 1, -1, -1):
        mention = template.passage.mention_at.get(i)
        if mention is None or mention.kind is not MentionKind.PERSON or (above is not None and i == above.i):
            continue
        people = [e for e in template.reading.entities(mention) if e.kind is EntityKind.PERSON]
        return people[0] if len(people) == 1 else None
    return None


# who the relative is --------------------------------------------------


def _who(template: Template, noun: Token, whose: Entity) -> list[Entity]:
    """Who the relative is: the name behind the noun, or before it."""
    if noun.dep_ == "compound":
        return _names(template, noun, [noun.head], whose)
    beside = [c for n in _joined(noun) for c in n.children if c.dep_ == "appos"]
    beside += [n.head for n in _joined(noun) if n.dep_ == "compound" and n.head.pos_ == "PROPN"]
    if beside:
        many = noun.tag_ == "NNS"
        beside = beside if many else beside[:1]  # "his sister, Ann; Bob; …"
        return _names(template, noun, [t for b in beside for t in (listed(b) if many else [b])], whose)
    if noun.tag_ == "NNS":
        return _names(template, noun, _behind(noun), whose)
    if noun.dep_ == "appos" and _named_person(template, noun.head):
        return _names(template, noun, [noun.head], whose)
    if noun.dep_ == "attr" and noun.head.lemma_ == "be":
        subjects = [c for c in noun.head.children if c.dep_ == "nsubj" and _named_person(template, c)]
        return _names(template, noun, subjects, whose)
    return []


def _joined(noun: Token) -> list[Token]:
    """The noun with those coordinated to it: "his son and heir"."""
    return [noun, *(c for c in noun.children if c.dep_ == "conj" and c.pos_ == "NOUN")]


def _behind(noun: Token) -> list[Token]:
    """The first names of "two sons of President X, A and B", which the parse hangs on X."""
    names = [t for _, owner in prepositions(noun, "of") for t in listed(owner)[1:]]
    return [t for t in names if t.pos_ == "PROPN"]


def _named_person(template: Template, token: Token) -> bool:
    mention = mention_at(template, token)
    return mention is not None and mention.kind in _NAMED


def _names(template: Template, noun: Token, tokens: list[Token], whose: Entity) -> list[Entity]:
    found: list[Entity] = []
    for token in tokens:
        mention = mention_at(template, token)
        if mention is not None and not misread(mention, template):
            found += [
                e
                for e in template.reading.entities(mention)
                if e.kind is EntityKind.PERSON and mention.kind in _NAMED
            ]
        elif mention is None or mention.kind is MentionKind.PERSON:
            made = _made(template, noun, token, whose)
            found += [made] if made is not None else []
    return found


def misread(mention: Mention, template: Template) -> bool:
    """Whether a single name has been taken for somebody who does not bear it."""
    people = template.reading.entities(mention)
    word = fold(mention.text)
    return (
        mention.kind is MentionKind.PERSON
        and " " not in word
        and bool(people)
        and word not in fold(people[0].name).split()
    )


def _made(template: Template, noun: Token, token: Token, whose: Entity) -> Entity | None:
    """The relative whose first name alone is given, with the family name of the other."""
    passage = template.passage
    written = template.reading.article.text[passage.starts[token.i] : passage.ends[token.i]]
    family = family_name(whose.name)
    alone = not any(c.dep_ == "compound" and c.pos_ == "PROPN" for c in token.children)
    shared = noun.lemma_.lower() not in _NO_SHARED_NAME and "in-law" not in _word(noun)
    if not (alone and shared and token.pos_ == "PROPN" and written.istitle() and len(written) > 2):
        return None
    last = whose.name.split()[-1]
    hyphened = "-" in whose.name.replace(last, last.removeprefix("al-").removeprefix("el-"))
    if not family or _PARTICLES & set(whose.name.lower().split()) or hyphened:
        return None
    name = f"{written} {last}"
    known = template.reading.gazetteer.person(name)
    if len(known) == 1:
        return Entity(EntityKind.PERSON, known[0].name, known[0].key, written)
    return Entity(EntityKind.PERSON, name, "person/" + fold(name).replace(" ", "-"), written)
