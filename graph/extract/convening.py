"""Summits told by who comes together: "NATO leaders agreed", "the 40th meeting of heads of government of CARICOM", "the leaders of A, B and C"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.extract.arguments import prepositions, subject_of
from summitry.graph.extract.denial import negated
from summitry.graph.extract.groupings import grouping, leaders_of_members
from summitry.graph.extract.organisers import (
    meets,
    nominal,
    organisation_of,
    organisations_at,
    summit_name,
)
from summitry.graph.extract.series import Series, series_of
from summitry.graph.extract.towns import town_of
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.reading import Reading

_HEADS = frozenset("leader head president chief ruler monarch".split())
_SITTINGS = frozenset(
    "meeting talk talks session sitting conference council gathering assembly huddle retreat conclave".split()
)
_DECIDE = frozenset("agree decide adopt approve admit endorse vote pledge resolve accept suspend discuss debate deliberate launch declare "
                    "conclude end leave extend elect choose fail sign".split())  # fmt: skip
_OPEN = frozenset("begin start open hold conclude end finish resume wrap continue".split())  # … deliberations
_DELIBERATIONS = frozenset(
    "deliberation talk discussion meeting session debate gathering assembly conference retreat".split()
)
_BELOW = re.compile(
    r"(?<!prime )minister|ambassador|official|envoy|defen[cs]e|army|military|police|central bank|expert|parliament",
    re.IGNORECASE,
)
_TOP = re.compile(r"(?i)\bheads of (?:state|government)s?(?: and (?:of )?governments?)?(?:'s?)?\s*$")
_OWNING = ("'", "’", "'s", "’s")
_EARLY = 3  # passages in which an article says what has happened
_FEWEST = 3  # states that make a group
_MOST = 12  # members of an organisation that is spoken of by naming them all


def convened(reading: Reading, passage: Passage, token: Token) -> Iterator[tuple[Token, Series]]:
    """The event and the series of a summit told by its leaders."""
    if sitting(token, _SITTINGS) and not _of_sitting(token):
        heads = _of_heads(reading, passage, token)
        if heads is not None and (series := _series(reading, passage, token, heads)) is not None:
            yield token, series
    elif token.dep_ == "nsubj" and token.tag_ == "NNS":
        leaders = leaders_of_members(token)
        if leaders.lemma_.lower() not in _HEADS or below(reading, passage, leaders):
            return
        entity = grouping(reading, passage, leaders)
        town = _in_town(passage, token.head)
        if entity is not None and (town or _decides(reading, passage, token.head)):
            yield token.head, Series(summit_name(reading, entity), entity, (token,))
        elif town and (described := series_of(reading, passage, token)) is not None:
            yield token.head, described  # "Central Asian leaders agreed in Rome"


def sitting(token: Token, words: Collection[str]) -> bool:
    """Whether a noun is one of some words for a meeting."""
    return (token.lower_ in words or token.lemma_.lower() in words) and nominal(token)


def _of_sitting(token: Token) -> bool:
    """ "the meeting of the Council": whose sitting is told of."""
    return token.dep_ == "pobj" and token.head.lower_ == "of" and sitting(token.head.head, _SITTINGS)


def _of_heads(reading: Reading, passage: Passage, noun: Token) -> list[Token] | None:
    """The words that say whose heads a meeting is of: "the APEC leaders' meeting"; None where it is of none."""
    words = [t for t in noun.subtree if noun.i - 8 <= t.i <= noun.i + 12]
    first = max(noun.sent.start, noun.i - 8)
    if _TOP.search(reading.article.text[passage.starts[first] : passage.starts[noun.i]]):
        words += [t for t in noun.doc[first : noun.i] if t not in words]  # "the SCO heads of state meeting"
    if noun.i - first > 1 and noun.nbor(-1).text in _OWNING:
        words += [t for t in noun.doc[first : noun.i] if t not in words]  # "the SCO Leaders’ Meeting"
    if not any(
        t.lemma_.lower().removesuffix("s") in _HEADS and t.tag_ in ("NNS", "NNPS", "NNP") for t in words
    ):
        return None
    if below(reading, passage, noun) or any(c.lower_ in ("with", "between") for c in noun.children):
        return None
    return words


def _series(reading: Reading, passage: Passage, noun: Token, words: list[Token]) -> Series | None:
    """The series of a meeting of heads: of the organisation among its words, of those who held it, or as the words describe it."""
    named = [organisation_of(reading, passage.mention_at.get(t.i)) for t in words]
    if not any(named) and noun.dep_ == "dobj" and noun.head.lemma_ in ("hold", "have", "convene"):
        holder = subject_of(noun.head)  # "the Quad countries held their first leaders' meeting"
        named = [e for _, e in organisations_at(reading, passage, holder)] if holder is not None else []
    found = {e.key: e for e in named if e is not None and meets(reading, e)}
    if len(found) == 1:
        entity = next(iter(found.values()))
        return Series(summit_name(reading, entity), entity, (noun,))
    if any(named):
        return None
    club = club_of(reading, [state for t in words for state in states_led(passage, t)])
    return Series(summit_name(reading, club), club, (noun,)) if club else series_of(reading, passage, noun)


def below(reading: Reading, passage: Passage, noun: Token) -> bool:
    """Whether those who meet are ministers or officials, as the article's own words have it."""
    first, last = max(noun.left_edge.i, noun.i - 10), min(noun.right_edge.i, noun.i + 14)
    return _BELOW.search(reading.article.text, passage.starts[first], passage.ends[last]) is not None


def _decides(reading: Reading, passage: Passage, verb: Token) -> bool:
    """Whether leaders have done together, in the first sentences, what summits do."""
    opened = verb.lemma_ in _OPEN and any(
        c.dep_ == "dobj" and c.lemma_.lower() in _DELIBERATIONS for c in verb.children
    )
    if not (opened or verb.lemma_ in _DECIDE) or passage.headline or verb.pos_ != "VERB":
        return False
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "neg", "mark")}
    if helpers - {"have", "has", "had"} or verb.dep_ not in ("ROOT", "ccomp", "conj"):
        return False
    if verb.tag_ not in ("VBD", "VBN"):
        return False
    bodies = [p for p in reading.passages if not p.headline][:_EARLY]
    return any(passage.block == p.block for p in bodies)


def _in_town(passage: Passage, verb: Token) -> bool:
    """Whether leaders have done something together in a town, or at a sitting."""
    if passage.headline or verb.dep_ not in ("ROOT", "ccomp", "conj"):
        return False
    return town_of(passage, verb) is not None or (verb.tag_ == "VBD" and not negated(verb) and _sitting(verb))


def _sitting(verb: Token) -> bool:
    """ "lifted the sanctions at a meeting", "condemned it at the end of their talks"."""
    occasions = [n for _, n in prepositions(verb, "at", "after", "during", "following")]
    occasions += [n for part in occasions for _, n in prepositions(part, "of")]
    return any(n.lemma_.lower() in _SITTINGS and not any(prepositions(n, "with")) for n in occasions)


def club_of(reading: Reading, states: list[Entity]) -> Entity | None:
    """The organisation whose members are just these states, three or more, now or when the last of them had joined."""
    keys = {s.key for s in states if s.kind is EntityKind.STATE}
    if len(keys) < _FEWEST:
        return None
    ties = [
        {t.organisation for t in reading.gazetteer.memberships(key) if t.status == "member"} for key in keys
    ]
    for key in sorted(set.intersection(*ties)):
        members = reading.gazetteer.members(key)
        last = max(t.start or "" for t in members if t.member in keys)
        entry = reading.gazetteer.find(key)
        if entry is None or len(members) > _MOST or entry.kind is not EntityKind.ORGANISATION:
            continue
        if {t.member for t in members if (t.start or "") <= last} == keys:
            return Entity(EntityKind.ORGANISATION, entry.name, entry.key, entry.name)
    return None


def states_led(passage: Passage, token: Token) -> list[Entity]:
    """The states of "the leaders of A, B and C"."""
    mention = passage.mention_at.get(token.i)
    if mention is None or not mention.plural:
        return []
    return [p.of for p in mention.posts if p.of is not None]
