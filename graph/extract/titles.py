"""Who is called something: members, observers, candidates, parties, signatories, in any construction.

"X, a member of", "X and Y are members", "members such as X", "the members: X and Y", "member X", "as a member, X …",
"among the members are X and Y", "X, like Y, is a member".
"""

from __future__ import annotations

import re
from bisect import bisect_left

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.extract.arguments import subject_of
from summitry.graph.extract.parties import mention_at, named_as, owning, states_of
from summitry.graph.extract.template import Template, series

_NAMES = series("SC", "names")
_MARK = r"(?:among (?:them|which|whom|others)|including|such as|notably|namely|for example|for instance|like|in particular|particularly|especially|above all)"
_LISTED = re.compile(  # behind the title
    rf"^(?: (?:of|to|in) (?:the )?(?:[\w-]+ ){{0,2}}(?:⟦O\d+⟧|[a-z]+))?(?:[^.;:⟦–—(]{{0,60}}?[,–—(-]? ?{_MARK},?|[^.;:⟦–—(]{{0,20}}? ?(?::|–|—|\(|--| - )(?: currently| now| today| ⟦T\d+⟧)?) {{0,1}}{_NAMES}"
)
_ARE = re.compile(
    rf"^(?: (?:of|to|in|for|at|with) [^.;:,]{{1,60}}?)?(?: (?:today|now|currently|at present|so far|also|⟦T\d+⟧))* (?:are|were|include|included)(?: today| now| currently| also| ⟦T\d+⟧)? {_NAMES}"
)
_LIKE = re.compile(
    rf"^[^.;:⟦]{{0,30}}?,? (?:along with|together with|alongside|as (?:are|is|has|have|had|do|does|did|was|were)|just like) {_NAMES}"
)
_AGAINST = frozenset("no not non non- never neither nor".split())
_UNREAL = frozenset("former potential possible future prospective would-be likely aspiring next".split())
_DUTIES = frozenset("obligation duty commitment responsibility undertaking".split())
_ALONG = frozenset("along together".split())
_WITH = frozenset("like alongside".split())


def holders(template: Template, noun: Token) -> list[Entity]:
    """The states that a sentence calls by a noun, each once."""
    found = [e for e in named_as(template, noun) if e.kind is EntityKind.STATE]
    found = found or _as_one(template, noun) or _others(template, noun)
    rest = template.text[position(template, noun) + len(noun.text) :]
    many = noun.tag_ in ("NNS", "NNPS")
    for pattern in (_LISTED, _ARE) if many else ():
        match = pattern.match(rest)
        if match is not None:
            found = [*found, *template.states(match["names"])]
    if found:
        found = [*found, *_company(template, noun)]
    return list({e.key: e for e in found}.values())


def unreal(noun: Token) -> bool:
    """ "a former member", "a future candidate": so no more, or not yet."""
    return any(c.lower_ in _UNREAL for c in noun.children)


def against(noun: Token) -> bool:
    """ "no member", "not a party", "non-signatory", which the parser takes apart."""
    apart = noun.i > 1 and noun.nbor(-1).text in ("-", "‑") and noun.nbor(-2).lower_ == "non"
    return apart or noun.lower_.startswith("non") or any(c.lower_ in _AGAINST for c in noun.children)


def position(template: Template, token: Token) -> int:
    """The character of a template at which a token begins."""
    return bisect_left(template.places, template.passage.starts[token.i])


def _as_one(template: Template, noun: Token) -> list[Entity]:
    """ "As a member of the union, X …"; "the subject who has long been a member": what the noun of "as" belongs to."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "as":
        return []
    verb = noun.head.head
    duties = [c for c in (verb, *verb.children) if c.lemma_.lower() in _DUTIES and c.i < noun.i]
    if duties:  # "respect its obligations as a party"
        return [e for duty in duties for e in owning(template, duty)]
    if noun.head.i > verb.i or verb.pos_ not in ("VERB", "AUX"):
        return []
    subject = subject_of(verb, passive=False)
    return _states(template, subject) if subject is not None and subject.i > noun.i else []


def _others(template: Template, noun: Token) -> list[Entity]:
    """ "X, Y and other members of the union"."""
    if noun.dep_ != "conj" or not {c.lower_ for c in noun.children} & {"other", "fellow"}:
        return []
    first = noun
    while first.dep_ == "conj" and first.head.i < first.i:
        first = first.head
    return _states(template, first)


def _company(template: Template, noun: Token) -> list[Entity]:
    """Those beside whom somebody is called so: "X, like Y, is a member", "X is a member, along with Y"."""
    above = noun.head if noun.dep_ in ("attr", "oprd") else noun
    subject = subject_of(above) if above != noun else None
    match = _LIKE.match(template.text[position(template, noun) + len(noun.text) :])
    beside = company(template, above, noun, *([subject] if subject is not None else []))
    return [*beside, *(template.states(match["names"]) if match is not None else [])]


def company(template: Template, *places: Token) -> list[Entity]:
    """The states that do the same: "like Y", "alongside Y", "along with Y", "together with Y", hung from some words."""
    found = []
    for child in (c for place in places for c in place.children):
        inner = [c for c in child.children if c.lower_ == "with"] if child.lower_ in _ALONG else []
        if child.dep_ == "prep" and child.lower_ in _WITH:
            inner = [child]
        found += [e for p in inner for n in p.children if n.dep_ == "pobj" for e in _states(template, n)]
        if child.dep_ == "advcl" and child.lemma_ in ("have", "do", "be") and child.lower_ != "having":
            also = [c for c in child.children if c.dep_ == "nsubj" and c.i > child.i]  # "as have Y and Z"
            found += [e for n in also for e in _states(template, n)]
    return found


def _states(template: Template, token: Token) -> list[Entity]:
    return states_of(template, [token]) if mention_at(template, token) is not None else []
