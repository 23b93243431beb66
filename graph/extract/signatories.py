"""The states that do what a verb says of a treaty, and a finding for each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from summitry.graph.claims import Entity, Finding, Treaty
from summitry.graph.extract.arguments import prepositions
from summitry.graph.extract.broken_rows import in_row
from summitry.graph.extract.evidence import span_evidence
from summitry.graph.extract.nearby import states_named
from summitry.graph.extract.parties import all_sides, mention_at
from summitry.graph.extract.roles import Roles
from summitry.graph.extract.template import Template
from summitry.graph.extract.titles import company
from summitry.graph.mentions.model import MentionKind

_HOUSES = frozenset("parliament senate congress legislature lawmaker assembly house chamber deputy mp duma knesset parliamentarian "
                    "majlis bundestag sejm rada diet legislator senator council mep congres".split())  # fmt: skip
_SENT = frozenset(
    "president representative envoy delegate delegation official negotiator diplomat minister ambassador leader".split()
)
_TWOS = frozenset("government country state nation side party capital minister leader president ministry neighbour neighbor ally".split())  # fmt: skip


def is_house(template: Template, token: Token) -> bool:
    """Whether a noun is a parliament or its members."""
    mention = mention_at(template, token)
    if mention is None:
        return token.lemma_.lower() in _HOUSES
    words = {word.removesuffix("s") for word in mention.text.lower().split()}
    return mention.kind is MentionKind.BODY or bool(words & _HOUSES)


def signatories(template: Template, verb: Token, done: Roles) -> list[Entity]:
    """The states that do it: also "lawmakers in Y", those of a broken list, those beside the subject."""
    found = [*all_sides(template, done.doers), *in_row(template, done.doers)]
    houses = [d for d in done.doers if is_house(template, d)]
    if not found:
        found = all_sides(template, [n for d in houses for _, n in prepositions(d, "in", "from")])
        found = found or sent_by(template, done.doers)
        found = found or [e for d in houses for e in _members_of(template, d)]
        found = found or [e for d in done.doers[:1] for e in both(template, d)]
    return [*found, *company(template, verb, *done.doers, *done.themes)] if found else []


def sent_by(template: Template, doers: Sequence[Token]) -> list[Entity]:
    """The states of "delegates from Y", "the ministers of X and Y"."""
    sent = [d for d in doers if d.lemma_.lower() in _SENT]
    return all_sides(template, [n for d in sent for _, n in prepositions(d, "of", "from", "for")])


def _members_of(template: Template, token: Token) -> list[Entity]:
    """ "Zambian lawmakers", who are nobody by name: of Zambia."""
    mention = mention_at(template, token)
    return [p.of for p in mention.posts if p.of is not None] if mention is not None and mention.plural else []


def both(template: Template, noun: Token) -> list[Entity]:
    """ "The two governments signed": the only two states of the sentence, else those that the text before it told of."""
    owners = [c for c in noun.children if c.dep_ == "poss"]  # "the two countries' ministers"
    words = {c.lower_ for t in (noun, *owners) for c in t.children}
    if "neither" in words:
        words |= {"both"}
    elif noun.tag_ != "NNS":
        return []
    if noun.lemma_.lower() not in _TWOS or not words & {"two", "both"}:
        return []
    here = states_named(template)
    found = here if len(here) == 2 else list(template.context.pair) if not here else []
    return found if len(found) == 2 else []


def neither(done: Roles) -> bool:
    """ "neither side has ratified it"."""
    return any(c.lower_ == "neither" for d in done.doers for c in d.children)


def told(
    template: Template,
    trigger: Token,
    parties: Sequence[Entity],
    name: str,
    status: str,
    rule: str = "",
) -> Iterator[Finding]:
    """One finding for each party, with the words that tell it."""
    evidence = span_evidence(template.reading, template.passage, trigger.i, trigger.i)
    for party in {p.key: p for p in parties}.values():
        yield Finding(Treaty(party, name, status), (evidence,), 0.8, rule or f"treaty.{status}")
