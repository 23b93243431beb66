"""Who signed, ratified, shunned or left a treaty, by the parse: the same verbs and nouns in any construction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Finding, Treaty
from summitry.graph.extract.arguments import prepositions, verb_of
from summitry.graph.extract.denial import conditional, denied, negated
from summitry.graph.extract.evidence import span_evidence
from summitry.graph.extract.parties import all_sides, mention_at, named_as, owners, powers, sides
from summitry.graph.extract.roles import around, roles, triggers
from summitry.graph.extract.template import Template
from summitry.graph.extract.wishing import happened, plain
from summitry.graph.mentions.model import MentionKind

_SIGN = frozenset("sign ink initial conclude seal".split())
_STRIKE = _SIGN | frozenset("reach strike clinch agree".split())
_RATIFY = frozenset("ratify approve endorse accede".split())
_JOIN = frozenset({"join", "accede"})
_LEAVE = frozenset("withdraw leave quit abandon exit denounce renounce".split())
_LEAVING = frozenset("withdrawal exit departure pullout denunciation".split())
_TOLD = frozenset("notify announce inform complete declare".split())
_PARTY = frozenset("party signatory member".split())
_PACTS = frozenset(
    "treaty accord pact agreement deal protocol convention memorandum communique communiqué declaration charter".split()
)
_ABOUT = re.compile(r"[Ss]ign|\bink|initial|conclud|seal|ratif|approv|endors|acced|join|withdr|\bleft\b|leav|quit|abandon|exit|denounc|renounc|part(?:y|ies)\b|signator|member|reach|struck|strik|clinch|agree")  # fmt: skip
_WEIGHTY = re.compile(r"alliance|peace|principles|friendship|partnership|defen[cs]e|security")
TRADE = re.compile(r"\b(?:billion|million|euro|dollar|arms|gas|oil|loan|credit|sales?)\b")
_TAIL = ("on", "of", "for", "to")


def signings(template: Template, named: Sequence[tuple[int, int, str]]) -> Iterator[Finding]:
    """What a sentence says of treaties; `named` are those that it names, with the characters of the template they stand at."""
    if _ABOUT.search(template.text) is None:
        return
    taken: set[int] = set()
    for start, end, name in named:
        tokens = _tokens(template, start, end)
        taken |= {t.i for t in tokens}
        root = next((t for t in tokens if t.head.i not in {x.i for x in tokens} or t.head == t), None)
        if root is not None:
            yield from _of(template, root, name)
    for noun in triggers(template, _PACTS, "NOUN", "PROPN"):
        if noun.i not in taken and not any(t.i in taken for t in noun.subtree):
            yield from _unnamed(template, noun)


def _tokens(template: Template, start: int, end: int) -> list[Token]:
    first, last = template.places[start], template.places[end - 1]
    return [t for t in template.sentence if first <= template.passage.starts[t.i] <= last]


def _of(template: Template, root: Token, name: str) -> Iterator[Finding]:
    """What is said of a treaty that has a name."""
    at = root
    for _ in range(4):
        lemma = at.lemma_.lower()
        if at != root and at.pos_ == "VERB":
            yield from _by_verb(template, at, root, name)
            return
        if at != root and at.pos_ == "NOUN" and lemma in (_PARTY | _LEAVING):
            yield from _by_noun(template, at, name)
            return
        if at.dep_ in ("ROOT", "nsubj", "compound") or at.head == at:
            return
        at = at.head


def _by_verb(template: Template, verb: Token, root: Token, name: str) -> Iterator[Finding]:
    lemma = verb.lemma_.lower()
    if conditional(verb) or denied(verb):
        return
    done = roles(verb)
    who = all_sides(template, done.doers)
    direct = any(root == t or root in t.subtree for t in done.themes)
    if lemma in (_SIGN | _RATIFY | _JOIN) and (direct or root.head.lower_ in ("to", "up", "on")):
        status = "signed" if lemma in _SIGN else "ratified"
        if lemma in _SIGN:
            who += all_sides(template, around(template, verb, list(done.themes), "with", "between"))
        if negated(verb):
            helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
            if helpers & {"has", "have", "had", "did", "does", "do"}:
                yield from _told(template, verb, who, name, "not_ratified")
        elif happened(verb):
            yield from _told(template, verb, who, name, status)
    elif lemma in _LEAVE and (direct or root.head.lower_ == "from") and happened(verb):
        yield from _told(template, verb, who, name, "withdrew")


def _by_noun(template: Template, noun: Token, name: str) -> Iterator[Finding]:
    lemma = noun.lemma_.lower()
    if lemma in _LEAVING:
        verb = verb_of(noun)
        who = [e for e in owners(template, noun) if e.kind is EntityKind.STATE]
        if verb.pos_ == "VERB" and verb.lemma_.lower() in _TOLD and plain(verb):
            who = who or all_sides(template, roles(verb).doers)
            yield from _told(template, noun, who, name, "withdrew")
        return
    words = {c.lower_ for c in noun.children}
    being = noun.head if noun.dep_ == "attr" else None
    against = bool(words & {"no", "not", "non"}) or (being is not None and negated(being))
    who = named_as(template, noun)
    if not who and being is not None and against:
        who = [e for c in being.children if c.dep_ == "nsubj" for e in sides(template, c)]
    if words & {"former", "potential", "possible"}:
        return
    status = "not_ratified" if against else "signed" if lemma == "signatory" else "ratified"
    yield from _told(template, noun, who, name, status)


def _unnamed(template: Template, noun: Token) -> Iterator[Finding]:
    """ "signed a military co-operation agreement with Y", "the accord that X and Y reached"."""
    verb = verb_of(noun)
    own = [c for c in noun.children if c.dep_ in ("acl", "relcl") and c.lemma_.lower() in (_STRIKE | _RATIFY)]
    if noun.dep_ in ("dobj", "nsubjpass") and verb.lemma_.lower() in (_STRIKE | _RATIFY):
        own.append(verb)
    for deed in own[-1:]:
        shunned = any(t.lower_ in ("not", "never", "yet") for t in deed.sent if deed.i - 4 <= t.i < deed.i)
        if shunned or not happened(deed) or deed.tag_ == "VB":
            continue
        done = roles(deed)
        mine = powers(template, [*all_sides(template, done.doers), *owners(template, noun)])
        theirs = powers(
            template, all_sides(template, around(template, deed, [noun], "with", "between", "among"))
        )
        both = {e.key: e for e in (*mine, *theirs)}
        ratified = deed.lemma_.lower() in _RATIFY
        if not mine or (len(both) < 2 and not ratified):
            continue
        words = _name(template, noun)
        own_kind = any(
            c.tag_ == "PRP$" for c in noun.children
        )  # "their accession protocols": not with each other
        if TRADE.search(words):
            continue
        vague = noun.lemma_.lower() in ("declaration", "charter") and not _WEIGHTY.search(words)
        if " " not in words or vague or (own_kind and not theirs):
            continue
        for party in mine if ratified else both.values():
            others = [e.name for e in both.values() if e.key != party.key]
            name = words + (f" with {others[0]}" if len(others) == 1 and " with " not in words else "")
            yield from _told(
                template, deed, [party], name, "ratified" if ratified else "signed", "treaty.unnamed"
            )


def _name(template: Template, noun: Token) -> str:
    """The words of a treaty without a name: "security agreement", "agreement on the border"."""
    first = noun.i
    for child in noun.lefts:
        if child.dep_ in ("amod", "compound", "nmod") and mention_at(template, child) is None:
            first = min(first, child.left_edge.i)
    last = noun.i
    for preposition, inner in prepositions(noun, *_TAIL):
        mention = mention_at(template, inner)
        if preposition.i == noun.i + 1 and (mention is None or mention.kind is MentionKind.DEMONYM):
            last = inner.i
    return span_evidence(template.reading, template.passage, first, last).exact.replace("\n", " ")


def _told(
    template: Template,
    trigger: Token,
    parties: Sequence[Entity],
    name: str,
    status: str,
    rule: str = "",
) -> Iterator[Finding]:
    evidence = span_evidence(template.reading, template.passage, trigger.i, trigger.i)
    for party in parties:
        yield Finding(Treaty(party, name, status), (evidence,), 0.8, rule or f"treaty.{status}")
