"""Where somebody is rather than goes: "was in Rome", "set foot in", "has been to", "on his way to", "the guest of X in Y"."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.graph.claims import EntityKind
from summitry.graph.coreference import state_of
from summitry.graph.extract.actors import owner_of
from summitry.graph.extract.arguments import listed, objects_of, prepositions
from summitry.graph.extract.destinations import Destinations
from summitry.graph.extract.localities import Place, state_at
from summitry.graph.extract.places import places_at, places_of
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import MentionKind
from summitry.graph.mentions.reading import Reading
from summitry.graph.mentions.recogniser import is_dated

STAYS = frozenset(
    "be stay remain spend linger overnight holiday vacation sojourn recuperate convalesce pause sleep".split()
)
_TIMES = frozenset("hour day night week weekend month afternoon evening morning holiday vacation".split())
_TURNS = frozenset("last first back present".split())  # "was last in Rome"
_WAY = frozenset("way route".split())


def sets_foot(verb: Token) -> bool:
    """ "set foot in", "to have set foot on"."""
    return verb.lemma_ in ("set", "put") and any(o.lower_ == "foot" for o in objects_of(verb))


def bound_for(token: Token) -> list[Token]:
    """ "on his way to Rome", "en route to Rome", "bound for Rome": what stands behind the last word, for a verb or a name."""
    found = []
    for child in token.children:
        if child.lower_ in ("on", "en") and child.dep_ in ("prep", "advmod"):
            for way in child.subtree:
                if way.lower_ in _WAY and way.i - child.i < 4:
                    found += [n for _, n in prepositions(way, "to")]
                    found += [n for _, n in prepositions(child, "to")]
        elif child.lower_ in ("bound", "headed") and child.dep_ in ("acomp", "acl", "amod", "advcl"):
            found += [n for _, n in prepositions(child, "for", "to")]
    found += [n for w in token.children if w.lower_ == "to" and w.dep_ == "prep" for n in w.children
              if w.i and token.doc[w.i - 1].lower_ in _WAY and n.dep_ == "pobj"]  # fmt: skip
    return list(dict.fromkeys(item for noun in found for item in listed(noun)))


def points(verb: Token) -> bool:
    """ "was there", "is in town": a stay whose place the words around it must tell."""
    adverbs = any(c.lower_ in ("here", "there") for c in verb.children if c.dep_ == "advmod")
    return adverbs or any(
        n.lower_ in ("town", "country", "site", "spot") for _, n in prepositions(verb, "in", "on")
    )


def stayed(reading: Reading, where: Destinations, passage: Passage, verb: Token) -> list[Place]:
    """Where somebody is, stays, spends time, sets foot or has been to."""
    lemma = verb.lemma_.lower()
    if lemma in ("set", "put"):
        feet = [o for o in objects_of(verb) if o.lower_ == "foot"]
        return [p for o in [*feet, verb] for p in places_of(reading, passage, o, "in", "on")] if feet else []
    if lemma == "spend":
        spent = [*objects_of(verb), *(c for c in verb.children if c.dep_ == "npadvmod")]
        times = [o for o in spent if o.lemma_ in _TIMES or is_dated(o)]
        return (
            [p for o in [*times, verb] for p in places_of(reading, passage, o, "in", "at")] if times else []
        )
    if any(c.dep_ in ("attr", "acomp") and c.lower_ not in _TURNS for c in verb.children):
        return _guest(reading, where, passage, verb) if lemma == "be" else []  # "remains popular in Rome"
    words = ("in", "to") if verb.lower_ == "been" else ("in",)
    back = [c for c in verb.children if c.lower_ == "back"]  # "was back in Rome"
    found = [p for t in (verb, *back) for p in places_of(reading, passage, t, *words)] or _seat(
        reading, passage, verb
    )
    if found:
        return where.stops(passage, verb, found)
    if any(c.dep_ == "xcomp" and c.i > verb.i for c in verb.children):
        return []  # "where he is to be received": told with the verb below
    return _here(where, passage, verb) or where.clause(passage, verb)


def _here(where: Destinations, passage: Passage, verb: Token) -> list[Place]:
    """ "is in town", "on the spot", "is here", "stays there"."""
    town = any(n.lower_ in ("town", "country") and n.right_edge == n for _, n in prepositions(verb, "in"))
    spot = any(n.lower_ in ("site", "spot") for _, n in prepositions(verb, "on"))
    adverbs = {c.lower_ for c in verb.children if c.dep_ == "advmod"}
    if where.here is not None and (town or spot or "here" in adverbs):
        return [where.here]
    return where.last(passage, verb) if "there" in adverbs else []


def _seat(reading: Reading, passage: Passage, verb: Token) -> list[Place]:
    """ "was at the White House": where a seat of power stands."""
    nouns = [n for _, n in prepositions(verb, "at")]
    mentions = [(n, passage.mention_at.get(n.i)) for n in nouns]
    return places_at(reading, passage, (n for n, m in mentions if m and m.kind is MentionKind.METONYM))


def _at_home(reading: Reading, passage: Passage, guest: Token) -> list[Place]:
    """ "was the guest of X on Monday", "was his guest": in the state of the host."""
    hosts = [e for e in owner_of(reading, passage, guest) if e.kind is EntityKind.PERSON]
    home = state_at(reading, state_of(reading, hosts[0]), guest.i) if len(hosts) == 1 else None
    return [home] if home is not None else []


def _guest(reading: Reading, where: Destinations, passage: Passage, verb: Token) -> list[Place]:
    """ "he was the special guest of a session in Islamabad", "Germany, where he was the guest of Merkel"."""
    for child in verb.children:
        if child.dep_ == "attr" and child.lemma_ == "guest":
            inner = [t for t in child.subtree if t.dep_ == "pobj" and t.head.lower_ == "in"]
            named = places_at(reading, passage, inner)[:1] or where.clause(passage, verb)
            return named or _at_home(reading, passage, child)
    return where.clause(passage, verb) if any(c.lower_ == "already" for c in verb.children) else []
