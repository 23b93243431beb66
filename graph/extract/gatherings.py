"""Summits that are not called so: "EU leaders gather in Brussels", "at the G20 in Osaka"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.claims import Entity
from summitry.graph.extract.arguments import prepositions, verb_of
from summitry.graph.extract.clauses import place_clause
from summitry.graph.extract.convening import below, club_of, convened, sitting, states_led
from summitry.graph.extract.groupings import LEADERS, grouping, leaders_of_members
from summitry.graph.extract.organisers import meets, organisation_of, organisations_at, summit_name
from summitry.graph.extract.series import NUMBERED, Series, owner_of_council, series_of, with_state
from summitry.graph.extract.summit_places import TRAVEL
from summitry.graph.extract.talk_nouns import MEALS
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import Mention, MentionKind
from summitry.graph.mentions.reading import Reading
from summitry.graph.mentions.recogniser import entity_type, is_dated

_GATHER = frozenset("gather meet convene assemble huddle part converge descend flock congregate".split())
_SCHEDULED = frozenset("be due expect schedule set plan slate prepare agree".split())
_ASIDE = 7  # words between leaders and "meeting in X"
_CLUBS = frozenset(
    f"organisation/{club}" for club in "g7 g8 g20 brics apec sco celac quad visegrad-group".split()
)
_MEETS = frozenset("join gather convene assemble host".split())
_TALKS = frozenset({"talks", "gathering", "meetings", "meeting", "outreach"})
_CONFERENCES = frozenset("conference talk meeting negotiation gathering".split())
_COUNCILS = frozenset("council assembly authority conference".split())
_SESSIONS = frozenset("meeting session conference sitting".split())
_HEADS = re.compile(r"(?i)\bheads of (?:state|government)s?\b|\bleaders'? (?:summit|meeting)\b")
_TOP = re.compile(
    r"(?i)\b(?:collective security|european|supreme (?:\w+ )*) ?council\b|\bheads of (?:state|government)s?\b|\bassembly of the african union\b|\b(?:au|african union) assembly\b"
)
_PARTS = frozenset("sideline margin fringe day end opening start close part edition".split())
_RUNS = frozenset("host chair".split())  # "hosted the G20 last year"
_LINKS = frozenset(
    "video videoconference video-conference videolink teleconference conference link zoom internet".split()
)
_HERE = frozenset("here online virtually remotely".split())
_AT = frozenset({"at", "for", "of", "to", "during"})


def gatherings(reading: Reading, passage: Passage, token: Token) -> Iterator[tuple[Token, Series]]:
    """The event and the series of a summit told by its leaders or by the name of its club."""
    told = list(_gathering(reading, passage, token))
    if told:
        yield from told
        return
    if (
        token.dep_ in ("dobj", "pobj")
        and leaders_of_members(token).lemma_.lower() in LEADERS
        and _among(token)
    ):
        yield from _joined(reading, passage, token)
    if token.lower_ == "gathering":
        yield from _called(reading, passage, token)
    elif sitting(token, _SESSIONS):
        yield from _session(reading, passage, token) or convened(reading, passage, token)
    else:
        yield from convened(reading, passage, token)
    mention = passage.mention_at.get(token.i)
    if NUMBERED.fullmatch(token.text) and (numbered := series_of(reading, passage, token)) is not None:
        named = token.dep_ == "compound" and token.head.lemma_.lower() in _CONFERENCES
        event = token.head if named else token
        if _attended(event) or (event.dep_ in ("nsubj", "nsubjpass") and _located(event)):
            yield event, numbered
    if mention is not None and mention.kind is MentionKind.BODY:
        yield from _body(reading, passage, token)
    if token.lower_ in _TALKS and (club := _club_at(reading, passage, token)) is not None:
        yield token, Series(summit_name(reading, club), club, (token,))
    if mention is None or mention.kind is not MentionKind.ORGANISATION or mention.entity is None:
        return
    series = Series(summit_name(reading, mention.entity), mention.entity, (token,))
    if mention.text.lower().endswith((" summit", "government meeting", "leaders meeting")) or (
        mention.entity.name.endswith("Forum") and _attended(token)
    ):
        yield token, series
    elif mention.entity.key in _CLUBS and token.dep_ == "compound":
        if token.head.lower_ in _TALKS and _located(token.head) and not below(reading, passage, token.head):
            yield token.head, series
    elif mention.entity.key in _CLUBS and _attended(token):
        yield token, series


def _club_at(reading: Reading, passage: Passage, noun: Token) -> Entity | None:
    """The club of "a meeting of the Quad" in some place, where no ministers sit."""
    for _, token in prepositions(noun, "of"):
        club = organisation_of(reading, passage.mention_at.get(token.i))
        if club is not None and club.key in _CLUBS:
            verb = verb_of(noun)
            placed = any(prepositions(noun, "in", "at")) or any(prepositions(verb, "in", "to"))
            return club if placed and not below(reading, passage, noun) else None
    return None


def _body(reading: Reading, passage: Passage, token: Token) -> Iterator[tuple[Token, Series]]:
    """ "the EU summit", "a Russia-EU summit": words that also name the council of an organisation's leaders."""
    mention = passage.mention_at[token.i]
    club = owner_of_council(reading, mention)
    if club is not None and _TOP.search(mention.text):
        meeting = token.dep_ == "compound" and token.head.lower_ in _TALKS
        event = token.head if meeting else token
        if _attended(event):
            yield event, Series(summit_name(reading, club), club, (token,))
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
    if verb is None or _with_somebody(verb) or _at_table(verb) or _ministers(passage.mention_at.get(token.i)):
        return
    if below(reading, passage, token.head if token.dep_ == "compound" else token):
        return
    club = organisation_of(reading, passage.mention_at.get(token.i))
    token = leaders_of_members(token)
    council = _council(reading, passage, token)
    if council is not None:
        yield verb, Series(summit_name(reading, council), council, (token,))
        return
    leaders = token.lemma_.lower() in LEADERS and token.tag_ in ("NNS", "NN")
    entity = grouping(reading, passage, token) if leaders else club if club and club.key in _CLUBS else None
    entity = entity or club_of(reading, states_led(passage, token))
    dated = (
        leaders
        and entity is not None
        and any(is_dated(c) for c in (*verb.children, *(n for _, n in prepositions(verb, "on"))))
    )
    if not (dated or _placed(passage, verb) or place_clause(verb) is not None):
        return
    if entity is not None:
        yield verb, Series(summit_name(reading, entity), entity, (token,))
    elif leaders and (described := series_of(reading, passage, token)) is not None:
        yield verb, described


def _ministers(mention: Mention | None) -> bool:
    """ "NATO foreign ministers meet in Oslo": no summit of leaders."""
    posts = mention.posts if mention is not None else ()
    return bool(posts) and all(p.role.endswith("minister") and p.role != "prime minister" for p in posts)


def _council(reading: Reading, passage: Passage, token: Token) -> Entity | None:
    """The organisation whose leaders sit in a council: "the CSTO Collective Security Council", "the SCO Council of Heads of State"."""
    mention = passage.mention_at.get(token.i)
    if mention is not None and mention.kind is MentionKind.BODY and mention.entity is not None:
        return owner_of_council(reading, mention) if _TOP.search(mention.entity.name) else None
    words = _words(reading, passage, token)
    if token.lower_ not in _COUNCILS or not (_HEADS.search(words) or _TOP.search(words)):
        return None
    named = [e for _, e in organisations_at(reading, passage, token)]
    within = (organisation_of(reading, passage.mention_at.get(t.i)) for t in token.subtree)
    named += [e for e in within if e is not None]
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
            entity = grouping(reading, passage, noun)
        if entity is not None and meets(reading, entity):
            return [(token, Series(summit_name(reading, entity), entity, (token,)))]
    return []


def _among(token: Token) -> bool:
    """ "joins the leaders of", "meets other leaders of": whether one of them comes together with them."""
    fellow = any(c.lower_ in ("other", "fellow") for c in token.children)
    verb = verb_of(token)
    beside = token.dep_ == "dobj" or (token.head.lower_ == "with" and token.head.head == verb and fellow)
    return beside and (verb.lemma_ in _MEETS or (verb.lemma_ == "meet" and fellow))


def _joined(reading: Reading, passage: Passage, token: Token) -> Iterator[tuple[Token, Series]]:
    """ "joined the bloc's leaders in Rio"."""
    verb, entity = verb_of(token), grouping(reading, passage, token)
    if (
        token.tag_ == "NNS"
        and entity is not None
        and (_placed(passage, verb) or _placed(passage, token) or place_clause(verb) is not None)
    ):
        yield verb, Series(summit_name(reading, entity), entity, (token,))


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
    if at and first.head.lower_ == "of":
        at = first.head.head.lemma_ in _PARTS
    if at and first.head.lower_ == "to":
        at = verb_of(first).lemma_ in TRAVEL
    if first.dep_ == "dobj" and first.head.lemma_ in _RUNS:
        return True
    return (at or (first.dep_ == "dobj" and first.head.lemma_ == "attend")) and _located(token)


def _located(token: Token) -> bool:
    """ "at the G20 in Osaka", "flies to Osaka for the G20": whether a place stands beside a club's name, at it or at the verb."""
    if any(prepositions(token, "in", "at")):
        return True
    verb = verb_of(token)
    ways = ("in", "to") if token.dep_ == "pobj" and token.head.lower_ == "for" else ("in",)
    return any(prepositions(token.head.head, *ways)) or any(prepositions(verb, *ways))


def _with_somebody(verb: Token) -> bool:
    """ "EU leaders met with the Turkish president": a meeting."""
    return any(c.dep_ in ("dobj", "obj") for c in verb.children) or any(
        True for _ in prepositions(verb, "with")
    )


def _at_table(verb: Token) -> bool:
    """ "met over a dinner on the eve": a meal beside a summit."""
    return any(n.lower_ in MEALS for _, n in prepositions(verb, "over", "for"))


def _placed(passage: Passage, verb: Token) -> bool:
    """Whether the words tell where, or that it is from afar: leaders who "meet to discuss it" need not have come together yet."""
    if any(n.lemma_.lower() in _LINKS for _, n in prepositions(verb, "by", "via", "through", "over", "on")):
        return True
    for _, noun in prepositions(verb, "in", "at", "on", "to"):
        mention = passage.mention_at.get(noun.i)
        if (
            (
                mention is not None
                and mention.kind in (MentionKind.CITY, MentionKind.STATE, MentionKind.METONYM)
            )
            or (noun.pos_ == "PROPN" and entity_type(noun) == "GPE")
        ) or any(c.i in passage.mention_at or c.lower_ == "this" for c in noun.subtree):
            return True
    return any(c.lower_ in _HERE for c in verb.children)
