"""Summits that are not called so: "EU leaders gather in Brussels", "at the G20 in Osaka"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.extract.arguments import prepositions
from summitry.graph.extract.clauses import place_clause
from summitry.graph.extract.convening import club_of, convened, states_led
from summitry.graph.extract.series import (
    Series,
    meets,
    organisation_of,
    organisations_at,
    owner_of_council,
    series_of,
    summit_name,
    with_state,
)
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import Mention, MentionKind
from summitry.graph.mentions.reading import Reading

_LEADERS = frozenset({"leader", "president", "head"})
_GATHER = frozenset("gather meet convene assemble huddle part converge descend flock congregate".split())
_SCHEDULED = frozenset("be due expect schedule set plan slate prepare agree".split())
_ASIDE = 7  # words between leaders and "meeting in X"
_REGIONS = frozenset(
    "african arab caspian asian caribbean european gulf latin nordic pacific turkic west east southern central".split()
)
_CLUBS = frozenset({"organisation/g7", "organisation/g8", "organisation/g20", "organisation/brics"})
_MEETS = frozenset("join gather convene assemble host".split())
_TALKS = frozenset({"talks", "gathering", "meetings"})
_MEMBERS = frozenset(
    "country state nation member bloc alliance club group grouping union organisation organization".split()
)
_SESSIONS = frozenset("meeting session conference sitting".split())
_HEADS = re.compile(r"(?i)\bheads of (?:state|government)s?\b|\bleaders'? (?:summit|meeting)\b")
_TOP = re.compile(
    r"(?i)\b(?:collective security|european|supreme (?:\w+ )*) ?council\b|\bheads of (?:state|government)s?\b"
)
_RUNS = frozenset("host chair".split())  # "hosted the G20 last year"
_AT = frozenset({"at", "for", "of", "to", "during"})


def gatherings(reading: Reading, passage: Passage, token: Token) -> Iterator[tuple[Token, Series]]:
    """The event and the series of a summit told by its leaders or by the name of its club."""
    told = list(_gathering(reading, passage, token))
    if told:
        yield from told
        return
    if token.dep_ == "dobj" and token.lemma_.lower() in _LEADERS and token.head.lemma_ in _MEETS:
        yield from _joined(reading, passage, token)
    if token.lower_ == "gathering":
        yield from _called(reading, passage, token)
    elif token.lemma_.lower() in _SESSIONS and token.pos_ in ("NOUN", "PROPN"):
        yield from _session(reading, passage, token) or convened(reading, passage, token)
    else:
        yield from convened(reading, passage, token)
    mention = passage.mention_at.get(token.i)
    if mention is not None and mention.kind is MentionKind.BODY:
        yield from _body(reading, passage, token)
    if mention is None or mention.kind is not MentionKind.ORGANISATION or mention.entity is None:
        return
    series = Series(summit_name(reading, mention.entity), mention.entity, (token,))
    if mention.text.lower().endswith((" summit", "government meeting", "leaders meeting")) or (
        mention.entity.name.endswith("Forum") and _attended(token)
    ):
        yield token, series
    elif mention.entity.key in _CLUBS and token.dep_ == "compound":
        if token.head.lower_ in _TALKS and any(prepositions(token.head, "in", "at")):
            yield token.head, series
    elif mention.entity.key in _CLUBS and _attended(token):
        yield token, series


def _body(reading: Reading, passage: Passage, token: Token) -> Iterator[tuple[Token, Series]]:
    """ "the EU summit", "a Russia-EU summit": words that also name the council of an organisation's leaders."""
    mention = passage.mention_at[token.i]
    club = owner_of_council(reading, mention)
    if club is not None and mention.text.lower().endswith(" summit"):
        yield token, with_state(reading, passage, token) or Series(summit_name(reading, club), club, (token,))


def _gathers(token: Token) -> Token | None:
    """The verb of coming together whose subject a noun is, also of "the leaders, meeting in X, agreed"."""
    verb = token.head
    if token.dep_ in ("nsubj", "nsubjpass") and verb.lemma_.lower() in _GATHER and verb.pos_ == "VERB":
        return verb
    if token.dep_ in ("nsubj", "nsubjpass") and (ahead := _due(verb)) is not None:
        return ahead
    if token.tag_ not in ("NNS", "NNPS"):
        return None
    whole = token.head if token.dep_ == "compound" else token
    aside = [c for c in whole.head.children if c.dep_ == "advcl" and c.i < whole.head.i]
    for t in (*whole.subtree, *aside):
        if whole.i < t.i <= whole.i + _ASIDE and t.lemma_.lower() in _GATHER and t.tag_.startswith("VB"):
            own = [c for c in t.children if c.dep_ in ("nsubj", "nsubjpass") and c.tag_ not in ("WP", "WDT")]
            return t if not own and t.dep_ in ("acl", "relcl", "conj", "advcl") else None
    return None


def _due(verb: Token) -> Token | None:
    """What "are due to meet", "are expected to gather" say that is to come."""
    due = [verb, *(c for c in verb.children if c.dep_ == "acomp")]
    below = (c for t in due if t.lemma_ in _SCHEDULED for c in t.children if c.dep_ == "xcomp")
    return next((c for c in below if c.lemma_.lower() in _GATHER and c.tag_ == "VB"), None)


def _gathering(reading: Reading, passage: Passage, token: Token) -> Iterator[tuple[Token, Series]]:
    """ "EU leaders gathered in Brussels", "Durban, where BRICS met", "NATO leaders, meeting in Wales, agreed"."""
    verb = _gathers(token)
    if verb is None or _with_somebody(verb) or _ministers(passage.mention_at.get(token.i)):
        return
    club = organisation_of(reading, passage.mention_at.get(token.i))
    token = _leaders_of_members(token)
    council = _council(reading, passage, token)
    if council is not None:
        yield verb, Series(summit_name(reading, council), council, (token,))
        return
    leaders = token.lemma_.lower() in _LEADERS and token.tag_ in ("NNS", "NN")
    entity = _grouping(reading, passage, token) if leaders else club if club and club.key in _CLUBS else None
    entity = entity or club_of(reading, states_led(passage, token))
    if not _placed(passage, verb) and place_clause(verb) is None:
        return
    if entity is not None:
        yield verb, Series(summit_name(reading, entity), entity, (token,))
    elif leaders and (described := series_of(reading, passage, token)) is not None:
        yield verb, described


def _ministers(mention: Mention | None) -> bool:
    """ "NATO foreign ministers meet in Oslo": no summit of leaders."""
    posts = mention.posts if mention is not None else ()
    return bool(posts) and all(p.role.endswith("minister") and p.role != "prime minister" for p in posts)


def _leaders_of_members(token: Token) -> Token:
    """ "the leaders of NATO countries": the leaders, whom the parser hangs on the countries."""
    if token.lemma_.lower() in _MEMBERS:
        for child in token.children:
            if child.dep_ == "compound" and child.lemma_.lower() in _LEADERS and child.tag_ == "NNS":
                return child
    return token


def _council(reading: Reading, passage: Passage, token: Token) -> Entity | None:
    """The organisation whose leaders sit in a council: "the CSTO Collective Security Council", "the SCO Council of Heads of State"."""
    mention = passage.mention_at.get(token.i)
    if mention is not None and mention.kind is MentionKind.BODY and mention.entity is not None:
        return owner_of_council(reading, mention) if _TOP.search(mention.entity.name) else None
    if token.lower_ != "council" or not _HEADS.search(_words(reading, passage, token)):
        return None
    named = (e for _, e in organisations_at(reading, passage, token))
    return next((e for e in named if meets(reading, e)), None)


def _words(reading: Reading, passage: Passage, token: Token) -> str:
    """The words of a noun phrase."""
    return reading.article.text[passage.starts[token.left_edge.i] : passage.ends[token.right_edge.i]]


def _session(reading: Reading, passage: Passage, token: Token) -> list[tuple[Token, Series]]:
    """ "a meeting of the SCO heads of state", "a session of the Collective Security Council"."""
    for _, noun in prepositions(token, "of"):
        entity = _council(reading, passage, noun)
        mention = passage.mention_at.get(noun.i)
        if entity is None and mention is not None and mention.plural and _HEADS.search(mention.text):
            entity = _grouping(reading, passage, noun)
        if entity is not None and meets(reading, entity):
            return [(token, Series(summit_name(reading, entity), entity, (token,)))]
    return []


def _joined(reading: Reading, passage: Passage, token: Token) -> Iterator[tuple[Token, Series]]:
    """ "joined the bloc's leaders in Rio"."""
    entity = _grouping(reading, passage, token)
    if (
        token.tag_ == "NNS"
        and entity is not None
        and (_placed(passage, token.head) or _placed(passage, token))
    ):
        yield token.head, Series(summit_name(reading, entity), entity, (token,))


def _called(reading: Reading, passage: Passage, token: Token) -> Iterator[tuple[Token, Series]]:
    """ "a second gathering of the CSTO", "the two-day gathering of the allies"."""
    if any("minister" in t.lower_ or t.lower_ == "officials" for t in token.subtree):
        return
    for _, entity in organisations_at(reading, passage, token):
        if meets(reading, entity):
            yield token, Series(summit_name(reading, entity), entity, (token,))
            return


def _attended(token: Token) -> bool:
    """ "at the G20 in Osaka": whether a club's name stands for its summit."""
    first = token.head if token.dep_ == "conj" else token
    at = first.dep_ == "pobj" and first.head.lower_ in _AT
    if first.dep_ == "dobj" and first.head.lemma_ in _RUNS:
        return True
    return (at or (first.dep_ == "dobj" and first.head.lemma_ == "attend")) and _located(token)


def _located(token: Token) -> bool:
    """ "at the G20 in Osaka": whether a place stands beside a club's name, at it or at the verb."""
    return any(prepositions(token, "in")) or any(prepositions(token.head.head, "in"))


def _with_somebody(verb: Token) -> bool:
    """ "EU leaders met with the Turkish president": a meeting."""
    return any(c.dep_ in ("dobj", "obj") for c in verb.children) or any(
        True for _ in prepositions(verb, "with")
    )


def _placed(passage: Passage, verb: Token) -> bool:
    """Whether the words tell where: leaders who "meet to discuss it" need not have come together yet."""
    for _, noun in prepositions(verb, "in", "at", "on", "to"):
        mention = passage.mention_at.get(noun.i)
        if (
            mention is not None and mention.kind in (MentionKind.CITY, MentionKind.STATE, MentionKind.METONYM)
        ) or any(c.i in passage.mention_at or c.lower_ == "this" for c in noun.subtree):
            return True
    return any(c.lower_ == "here" for c in verb.children)


def _grouping(reading: Reading, passage: Passage, noun: Token) -> Entity | None:
    """The organisation of "EU leaders", "the presidents of the Union"; of "Pacific leaders" the one called after the region."""
    own = organisation_of(reading, passage.mention_at.get(noun.i))
    for entity in (own, *(e for _, e in organisations_at(reading, passage, noun))):
        if entity is not None:
            return entity if meets(reading, entity) else None
    for part in noun.subtree:  # "the heads of the six countries that form the CSTO"
        entity = organisation_of(reading, passage.mention_at.get(part.i)) if part.i > noun.i else None
        if entity is not None and meets(reading, entity):
            return entity
    last = noun.right_edge.i
    text = reading.article.text[passage.starts[noun.left_edge.i] : passage.ends[last]].lower()
    words = [w for w in text.split() if w in _REGIONS]
    if not words:
        return None
    found: dict[str, Entity] = {}
    for other in reading.passages:
        for mention in other.mention_at.values():
            named = mention.entity
            if named is None or named.kind is not EntityKind.ORGANISATION or not meets(reading, named):
                continue
            entry = reading.gazetteer.find(named.key)
            if entry is not None and any(all(w in name.lower() for w in words) for name in entry.names):
                found.setdefault(named.key, named)
    return next(iter(found.values())) if len(found) == 1 else None
