"""Arrest warrants by the parse: who issued one for whom, in any construction; states and their courts issue them too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Finding, Status, Warrant
from summitry.graph.dates import TimeKind
from summitry.graph.extract.arguments import agents_of, prepositions, verb_of
from summitry.graph.extract.clauses import antecedent
from summitry.graph.extract.courts import issuers
from summitry.graph.extract.evidence import span_evidence
from summitry.graph.extract.nearby import only_day
from summitry.graph.extract.parties import mention_at
from summitry.graph.extract.roles import roles, triggers
from summitry.graph.extract.template import Template
from summitry.graph.extract.when import When
from summitry.graph.extract.wishing import happened, plain
from summitry.graph.mentions.model import MentionKind

_PAPERS = frozenset({"warrant", "notice"})
_ISSUING = frozenset(
    "issue release approve confirm grant sign unseal put publish announce deliver send circulate make date obtain secure reissue renew "
    "reactivate activate uphold hand serve order emit pronounce disclose".split()
)
_HELD = frozenset(
    "hold detain arrest seize apprehend extradite surrender protect shield stop capture imprison jail catch want seek".split()
)
_OPEN = frozenset(  # what is asked for, or taken back
    "request seek demand ask apply refuse reject deny consider call urge withdraw lift cancel annul revoke quash drop suspend overturn rescind dismiss expire threaten fear".split()
)
_FACING = frozenset("face have carry".split())
_SOUGHT = frozenset("want seek indict".split())
_ORDERS = frozenset("order decree command".split())
_ARRESTS = frozenset("arrest detention capture apprehension imprisonment seizure".split())
_OPENERS = ("for", "against", "among", "including")
_DATED = re.compile(r",? (?:dated|issued (?:in|on)|of|from) ")
_BESIDE = 40  # characters
_STEPS = 9  # words
_FOR = ("for", "against", "on", "of", "targeting", "naming")


def wanted(template: Template, when: When) -> Iterator[Finding]:
    """The warrants and indictments that a sentence tells of."""
    text = template.text
    if "warrant" in text or "otice" in text:
        for noun in triggers(template, _PAPERS, "NOUN", "PROPN"):
            if noun.lemma_ == "warrant" or any(c.lower_ == "red" for c in noun.children):
                yield from _warrant(template, noun, when)
    if "indict" in text or "wanted" in text or "sought" in text:
        for verb in triggers(template, _SOUGHT, "VERB"):
            yield from _sought(template, verb, when)
    if "order" in text or "decree" in text:
        for verb in triggers(template, _ORDERS, "VERB"):
            yield from _ordered(template, verb, when)


def _warrant(template: Template, noun: Token, when: When) -> Iterator[Finding]:
    if any(c.lower_ in ("no", "any", "search", "draft", "possible") for c in noun.children):
        return
    verb = verb_of(noun)
    issued = [c for c in noun.children if c.dep_ in ("acl", "relcl") and c.lemma_.lower() in _ISSUING]
    issued = [v for v in issued if v.tag_ == "VBN" or happened(v)]
    found = issuers(template, [n for v in issued for n in (agents_of(v) or roles(v).doers)])
    behind, trigger = [noun, *issued], issued[0] if issued else noun
    people: list[Entity] = []
    if verb.pos_ == "VERB" and verb.lemma_.lower() in _ISSUING and noun.dep_ in ("dobj", "nsubjpass"):
        if not happened(verb):
            return
        found = found or issuers(template, roles(verb).doers)
        people = _whom(template, verb)
        behind.append(verb)
        trigger = verb
    elif verb.pos_ == "VERB" and (not plain(verb) or (verb.lemma_.lower() in _OPEN and not issued)):
        return
    found = (
        found
        or issuers(template, [noun])
        or issuers(template, [n for _, n in prepositions(noun, "by", "from", "of")])
    )
    people = people or [
        e for at in behind for _, n in prepositions(at, *_FOR) for e in _people(template, [n])
    ]
    people += [e for at in (noun, verb) for e in _another(template, at) if people]
    people = people or _held(template, noun, verb) or _listed(template, noun)
    yield from _told(template, trigger, found, people, when)


def _another(template: Template, at: Token) -> list[Entity]:
    """ "… and one for his brother": the people of a second warrant."""
    ones = [c for c in at.children if c.dep_ in ("conj", "dobj") and c.lower_ in ("one", "another", "others")]
    return [e for one in ones for _, n in prepositions(one, *_FOR) for e in _people(template, [n])]


def _whom(template: Template, verb: Token) -> list[Entity]:
    """ "X, for whom a court issued a warrant": whom the relative stands for."""
    whom = [t for t in verb.subtree if t.lower_ == "whom" and t.i < verb.i]
    return _people(template, [antecedent(t) for t in whom])


def _held(template: Template, noun: Token, verb: Token) -> list[Entity]:
    """Who is held on a warrant, or protected from one; who faces it."""
    if verb.pos_ not in ("VERB", "AUX"):
        return []
    lemma = verb.lemma_.lower()
    if noun.dep_ == "pobj" and lemma in _HELD:
        return _people(template, roles(verb).themes)
    if (noun.dep_ == "dobj" and lemma in _FACING) or (
        noun.dep_ == "pobj" and lemma == "be" and noun.head.lower_ in ("under", "subject", "to")
    ):
        return _people(template, roles(verb).doers)
    return []


def _listed(template: Template, noun: Token) -> list[Entity]:
    """The people named right behind "for" or "against", up to the next verb: "for two of his aides, A and B"."""
    open_ = False
    found: dict[str, Entity] = {}
    for token in template.passage.doc[noun.i + 1 : template.sentence.end]:
        if token.pos_ in ("VERB", "AUX") or token.text in (";", ":"):
            break
        if token.pos_ == "ADP" and token.lower_ != "of":
            open_ = token.lower_ in _OPENERS
        mention = mention_at(template, token)
        if open_ and mention is not None and mention.kind is MentionKind.PERSON:
            found |= {e.key: e for e in template.reading.entities(mention) if e.kind is EntityKind.PERSON}
    return list(found.values())


def _sought(template: Template, verb: Token, when: When) -> Iterator[Finding]:
    """ "is wanted by the court", "wanted in Spain", "indicted by": nobody where somebody merely looks for something."""
    if verb.tag_ != "VBN" and not (verb.lemma_ == "indict" and happened(verb)):
        return
    done = roles(verb)
    by = issuers(template, done.doers)
    if not by and verb.lemma_ == "want":
        by = issuers(template, [n for _, n in prepositions(verb, "in")])
    yield from _told(template, verb, by, _people(template, done.themes), when)


def _ordered(template: Template, verb: Token, when: When) -> Iterator[Finding]:
    """ "a court in Lima has ordered the arrest of X", "ordered X's detention"."""
    done = roles(verb)
    for noun in done.themes:
        if noun.lemma_.lower() in _ARRESTS and happened(verb):
            by = issuers(template, done.doers, courts=True)
            yield from _told(template, verb, by, _people(template, [noun]), when)


def _people(template: Template, tokens: Sequence[Token]) -> list[Entity]:
    """The people of a row, whatever posts and kin stand between: "for Libya's leader A, his son B and the country's C, D"."""
    found: dict[str, Entity] = {}
    for token in tokens:
        token = antecedent(token)
        if token.lemma_.lower() in _ARRESTS:  # "for the arrest of X"
            inner = [n for _, n in prepositions(token, "of")] + [
                c for c in token.children if c.dep_ == "poss"
            ]
            found |= {e.key: e for e in _people(template, inner)}
            continue
        for item in (
            token,
            *(t for t in token.subtree if t.dep_ in ("conj", "appos", "compound", "nmod") and t.i > token.i),
        ):
            mention = mention_at(template, item)
            entities = template.reading.entities(mention) if mention is not None else ()
            for entity in entities:
                if entity.kind is EntityKind.PERSON:
                    found.setdefault(entity.key, entity)
    return list(found.values())


def _told(
    template: Template, trigger: Token, found: list[Entity], people: list[Entity], when: When
) -> Iterator[Finding]:
    people = [p for p in people if p.key not in {i.key for i in found}]
    if not found or not people:
        return
    date = _date(template, trigger, when)
    evidence = span_evidence(template.reading, template.passage, trigger.i, trigger.i)
    for person in people:
        yield Finding(Warrant(found[0], person, date), (evidence,), 0.85, "warrant")


def _date(template: Template, trigger: Token, when: When) -> str | None:
    """When a warrant was issued: the day right beside the issuing, else what belongs to it, else its sentence's only time; the day
    on which somebody was held on it says nothing.
    """
    passage = template.passage
    if trigger.pos_ == "NOUN":
        end = passage.ends[trigger.i]
        dated = _DATED.match(template.reading.article.text, end)
        return when.inside(end, end + _BESIDE).start if dated else None
    times = template.reading.timeline.within(template.places[0], template.places[-1] + 1)
    near = [
        t
        for t in times
        if t.expression.kind is TimeKind.DAY and _beside(template, trigger, t.expression.start)
    ]
    days = {t.value.start for t in near} - {None}
    if len(days) == 1:
        return days.pop()
    own = when.of(passage, trigger, Status.OCCURRED).start
    starts = {t.value.start for t in times} - {None}
    if own is None and trigger.dep_ in ("ROOT", "ccomp", "conj") and trigger.tag_ in ("VBD", "VBN"):
        return starts.pop() if len(starts) == 1 else only_day(template)
    return own or (starts.pop() if len(starts) == 1 else None)


def _beside(template: Template, trigger: Token, start: int) -> bool:
    at = template.passage.span(start, start + 1)[0].i
    return abs(at - trigger.i) <= _STEPS
