"""Whose a post is that stands without its state: "Foreign Minister X", "his foreign minister", "the army chief"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.coreference import HEAD_ROLES
from summitry.graph.extract.office_company import (
    OTHERS,
    WORLDLY,
    accompanying,
    beside,
    described,
    listed,
    neighbours,
    of_country,
    presidential,
    sided,
    signing_for,
    spoken_of,
)
from summitry.graph.extract.office_homes import Spot, entity_at, record
from summitry.graph.extract.office_hosts import across, reception
from summitry.graph.extract.office_owners import tied
from summitry.graph.extract.office_subject import dominant, most_named
from summitry.graph.extract.office_times import long_ago
from summitry.graph.extract.places import dateline_city, place_at
from summitry.graph.mentions.councils import rules_state
from summitry.graph.mentions.model import MentionKind
from summitry.graph.mentions.reading import Reading
from summitry.graph.mentions.roles import AT_HOME, POSTED

_NOUNS = frozenset(
    "organization organisation alliance bloc union body commission association forum court grouping group coalition".split()
)
_SHARED = re.compile(
    r"(?:of|for) the (?:organi[sz]ation|alliance|bloc|union|body|commission|association|coalition)\b", re.I
)
_OWNED = re.compile(r"\bthe (?:court|bloc|alliance|organi[sz]ation|union|forum|body)['’]s $", re.I)
_PROPER = frozenset(
    {"president", "prime minister", "king", "queen", "emir", "sultan", "chancellor", "emperor"}
)
# posts that several people hold at a time
OF_MANY = frozenset(
    {"deputy prime minister", "vice president", "adviser", "spokesperson", "special envoy", "ambassador", "commissioner",
     "senator", "member of parliament", "deputy minister", "minister", "commander", "deputy foreign minister", "governor",
     "deputy defence minister", "minister of state", "deputy speaker", "deputy chairman", "state secretary"}
)  # fmt: skip
# posts that no state has
_COMMON = frozenset(
    {"mediator", "secretary general", "chairman", "deputy secretary general", "director general"}
)
_CROWNED = frozenset({"king", "queen"})
_ON_RECORD = 6  # holders of a post on record that make the record whole


def possessed(spot: Spot, previous: Entity | None) -> Entity | None:
    """ "his foreign minister", "whose foreign minister", "the alliance's secretary general": the owner that the words name."""
    reading, mention = spot.reading, spot.mention
    pronoun, owner = tied(spot, previous)
    if pronoun:
        alien = owner is not None and owner.kind is EntityKind.STATE
        return None if alien and mention.posts and mention.posts[0].role in _COMMON else owner
    start = mention.posts[0].start if mention.posts else mention.start
    before = reading.article.text[max(0, start - 30) : start]
    return _last(reading, mention.start) if _SHARED.search(mention.text) or _OWNED.search(before) else None


def shared(reading: Reading, before: int, noun: str) -> Entity | None:
    """ "the bloc", "the forum": the organisation named last before an offset."""
    return _last(reading, before) if noun.lower() in _NOUNS else None


def _last(reading: Reading, before: int) -> Entity | None:
    """The organisation named last before an offset."""
    found = [
        mention
        for passage in reading.passages
        for mention in passage.mention_at.values()
        if mention.kind is MentionKind.ORGANISATION and mention.start < before
    ]
    return next(iter(reading.entities(max(found, key=lambda m: m.start))), None) if found else None


def state_for(spot: Spot, person: Entity, role: str) -> Entity | None:
    """ "President Kibaki": the state the article gives him elsewhere, or the one where he is known to have held the post."""
    reading = spot.reading
    mine = reading.registry.people.get(person.key)
    for post in mine.posts if mine else ():
        if post.of is not None and post.role == role:
            return post.of
    on_record = record(reading, person, role)
    if on_record is not None:
        return on_record
    for post in mine.posts if mine else ():
        if post.of is not None and not (role in POSTED and post.of.kind is EntityKind.ORGANISATION):
            return post.of
    known = reading.gazetteer.find(person.key)
    if role == "leader" and known is not None and known.state:
        return entity_at(reading, known.state)
    if (
        known is not None
        and known.state
        and known.state.startswith("state/")
        and (role not in WORLDLY | OTHERS or role == "president-elect" or rules_state(spot.mention.text))
    ):
        state = entity_at(reading, known.state)
        if state is not None and possible(reading, person, role, state):
            return state
    bare = known is None and " " not in person.name and role in HEAD_ROLES  # "Premier X": who knows of where
    if bare or _shared_post(spot):
        return None
    past = role in HEAD_ROLES and long_ago(spot)
    received = reception(spot)
    guests = received.guests if received is not None else across(spot)
    hosts = (received.place,) if received is not None and received.place is not None else ()
    likely = (
        of
        for of in (*hosts, *_guesses(spot, person, role))
        if of.key not in guests and (past or possible(reading, person, role, of))
    )
    return next(likely, None)


def _shared_post(spot: Spot) -> bool:
    """ "the defence ministers, A and B": one word for posts of several states."""
    mention = spot.mention
    starts = {post.start for post in mention.posts if post.role not in OF_MANY}
    return any(
        post.start in starts and other.start != mention.start
        for other in spot.passage.mention_at.values()
        for post in other.posts
    )


def _guesses(spot: Spot, person: Entity, role: str) -> Iterator[Entity]:
    """The states that a post without one may belong to, the likeliest first."""
    for of in (
        entity_at(spot.reading, AT_HOME.get(role)),
        described(spot),
        of_country(spot),
        signing_for(spot),
        presidential(spot),
        beside(spot),
        accompanying(spot),
        sided(spot),
        listed(spot),
        _unclaimed(spot.reading, role),
        _fronted(spot),
        neighbours(spot),
        *spoken_of(spot),
        _local(spot.reading, person, role),
        _fellows(spot.reading, role),
        dominant(spot.reading, role),
        most_named(spot, role),
    ):
        if of is not None:
            yield of


def possible(reading: Reading, person: Entity, role: str, of: Entity) -> bool:
    """Whether somebody may hold a post there: not if it is on record as another's that day, or as no post of that state."""
    if reading.published is not None and role not in OF_MANY:
        holders = reading.gazetteer.leaders(of.key, role, reading.published)
        if holders and all(t.person != person.key for t in holders):
            return False
    if reading.published is None and role in HEAD_ROLES and not _recorded(reading, person, role, of):
        return False
    if role not in OF_MANY and _taken(reading, person, role, of):
        return False
    if role not in _PROPER:
        return True
    known = reading.gazetteer.tenures_of(of.key)
    return not known or any(t.role == role or {t.role, role} <= _CROWNED for t in known)


def _recorded(reading: Reading, person: Entity, role: str, of: Entity) -> bool:
    """Whether somebody is among those who ever held a post, where enough of them are on record."""
    ever = {t.person for t in reading.gazetteer.leaders(of.key, role)}
    return len(ever) < _ON_RECORD or person.key in ever


def _taken(reading: Reading, person: Entity, role: str, of: Entity) -> bool:
    """Whether the article gives a post of one to somebody else."""
    return any(
        post.role == role and post.of is not None and post.of.key == of.key and not post.former
        for other in reading.registry.people.values()
        if other.entity.key != person.key
        for post in other.posts
    )


def _unclaimed(reading: Reading, role: str) -> Entity | None:
    """The state of a post that the article names without a holder ("the Kyrgyz leader"), where there is just one."""
    states: dict[str, Entity] = {}
    for passage in reading.passages:
        for mention in passage.mention_at.values():
            if mention.kind is MentionKind.POST and not mention.plural and not reading.entities(mention):
                for post in mention.posts:
                    if (
                        post.of is not None
                        and post.of.kind is EntityKind.STATE
                        and not post.former
                        and (
                            post.role == role
                            or (post.role == "leader" and role in ("president", "prime minister"))
                        )
                    ):
                        states[post.of.key] = post.of
    return next(iter(states.values())) if len(states) == 1 else None


def _fronted(spot: Spot) -> Entity | None:
    """ "In Ouagadougou, foreign minister Alpha Barry said": the state of the place that the sentence begins with."""
    opening = list(spot.token.sent[:3])
    if opening and opening[0].lower_ == "while":
        opening = opening[1:]
    if len(opening) < 2 or opening[0].lower_ != "in":
        return None
    place = place_at(spot.reading, spot.passage, opening[1])
    return place.state if place is not None else None


def _fellows(reading: Reading, role: str) -> Entity | None:
    """The one state of all on record whom an article calls by their posts alone: papers do so with their own ministers."""
    if role in OTHERS or role in WORLDLY or role in HEAD_ROLES:
        return None
    bare = [
        p
        for p in reading.registry.people.values()
        if p.posts and not any(q.of or q.former or q.counterpart for q in p.posts)
    ]
    known = [reading.gazetteer.find(p.entity.key) for p in bare]
    states = {
        entry.state for entry in known if entry is not None and (entry.state or "").startswith("state/")
    }
    return entity_at(reading, states.pop()) if len(states) == 1 else None


def _local(reading: Reading, person: Entity, role: str) -> Entity | None:
    """The state of the dateline's city: the ministers of a paper that names no state are its own."""
    place = dateline_city(reading)
    if (
        place is None
        or place.state is None
        or role in OTHERS
        or not (role == "vice president" or role.endswith(" minister"))
    ):
        return None
    entry = reading.gazetteer.find(person.key)
    return place.state if entry is None or entry.state in (None, place.state.key) else None
