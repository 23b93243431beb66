"""States and organisations taken up by a common noun: "the bloc", "this country", "the two neighbours"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.homes import half, homes
from summitry.graph.mentions.model import Mention, MentionKind
from summitry.graph.mentions.reading import Context, Reading

_GROUPINGS = frozenset("bloc organisation organization grouping cartel club group".split())
_HEADS = frozenset(
    "alliance association union forum council league community commonwealth court tribunal agency".split()
)
_LANDS = frozenset("country kingdom emirate republic nation state sultanate island".split())
_LANDS_MANY = frozenset(
    "countries nations states neighbors neighbours sides capitals kingdoms republics".split()
)
_NEAR = frozenset({"the", "this", "that"})
_SEATS = frozenset(
    "capital city town president leader government authorities side parliament port resort".split()
)
_ALLIANCES = frozenset(
    "organisation/nato organisation/csto organisation/anzus organisation/aukus organisation/warsaw-pact".split()
)
_WORLDWIDE = frozenset(
    "organisation/un organisation/icc organisation/icj organisation/iaea organisation/imf organisation/interpol".split()
)
_CROWNS = frozenset("kingdom sultanate emirate".split())
_ISLANDS = frozenset(
    "state/taiwan state/cyprus state/cuba state/sri-lanka state/madagascar state/japan state/bahrain state/malta state/jamaica "
    "state/mauritius state/iceland state/fiji state/nauru state/barbados state/grenada state/singapore".split()
)
_RANKED = frozenset(
    "only sole first second third fourth fifth sixth seventh eighth ninth tenth last next latest few".split()
)
BREAKAWAY = frozenset(
    "breakaway separatist rebel secessionist self-proclaimed renegade splinter occupied".split()
)
_TAKING_UP = _GROUPINGS | _HEADS | _LANDS | _LANDS_MANY
_SUBJECTS = ("nsubj", "nsubjpass")
_KEPT = 6


class Named:
    """The organisations and the states named so far, and what takes them up again.

    `state_of` tells the state that a person acts for: "his country" is that one.
    """

    def __init__(self, reading: Reading, state_of: Callable[[Reading, Entity], str | None]) -> None:
        self._reading = reading
        self._state_of = state_of
        self._organisations: list[Entity] = []
        self._states: list[Entity] = []
        self._counts: Counter[str] = Counter()
        self._itself: set[str] = set()  # what more than somebody's post names
        self._behind: list[Entity] = []  # states that only a person's post or an adjective names
        self._homes: dict[str, Entity] = {}  # of the people of this sentence
        self._named_here: set[str] = set()
        self._two: list[Entity] = []  # whose people the sentence before named, where it named no other state
        self._acting: Entity | None = None  # the first state that is a subject in this sentence
        self._acted: Entity | None = None  # and in the one before
        self._armed = False  # whether the organisation named last has no members: "the group" is that one

    def context(self) -> Context:
        """What the next sentence may take up."""
        self._two = self._of_two_people()
        self._homes, self._named_here = {}, set()
        self._acted, self._acting = self._acting, None
        return Context(self._last(), tuple(self._states), tuple(self._pair()))

    def meet(self, passage: Passage, token: Token) -> None:
        """Takes note of a mention, or makes one of a noun that takes an earlier one up."""
        mention = passage.mention_at.get(token.i)
        if mention is None:
            self._take_up(passage, token)
            return
        for post in mention.posts:
            if post.of is not None and not post.former:
                self._met(post.of, True)
        if mention.kind is MentionKind.PERSON:
            self._homes.update((e.key, e) for e in homes(self._reading, self._state_of, mention))
        if mention.entity is not None:
            self._itself.add(mention.entity.key)
            if self._acting is None and mention.kind is MentionKind.STATE and token.dep_ in _SUBJECTS:
                self._acting = mention.entity
            self._met(mention.entity, mention.kind is MentionKind.DEMONYM and token.head.lower_ not in _SEATS)

    def _met(self, entity: Entity, behind: bool) -> None:
        if entity.kind is EntityKind.ORGANISATION:
            self._armed = not self._reading.gazetteer.is_club(entity.key)
            self._organisations = self._organisations if self._armed else _first(entity, self._organisations)
        elif entity.kind is EntityKind.STATE and behind:
            self._behind = _first(entity, self._behind)
        elif entity.kind is EntityKind.STATE:
            self._states = _first(entity, self._states)
            self._named_here.add(entity.key)

    def _of_two_people(self) -> list[Entity]:
        """ "X met Y. The two countries …": theirs, the last first."""
        return (
            list(self._homes.values())[::-1]
            if len(self._homes) == 2 and self._named_here <= self._homes.keys()
            else []
        )

    def _take_up(self, passage: Passage, token: Token) -> None:
        word = token.lower_
        if (south := half(self._reading, token, (*self._states, *self._behind))) is not None:
            self._note(passage, token, MentionKind.STATE, (south,))
        if word not in _TAKING_UP:
            return
        if any(
            c.lower_ in _RANKED | BREAKAWAY or c.tag_ == "JJS" or (c.lower_[:1].isdigit() and c.tag_ == "JJ")
            for c in token.children
        ):
            return  # "the third country to", "the two breakaway republics": no one told of before
        near = {c.lower_ for c in token.children if c.dep_ in ("det", "nummod", "predet")}
        if word in _LANDS and self._own(passage, token):
            return
        modifiers = (
            passage.mention_at.get(c.i)
            for c in token.children
            if c.dep_ in ("amod", "compound", "poss", "nmod", "prep")
        )
        if any(m is not None and m.kind not in (MentionKind.REGION, MentionKind.CITY) for m in modifiers):
            return
        of = any(c.dep_ == "prep" and c.lower_ == "of" for c in token.children)
        where = any(
            c.pos_ == "ADJ" and c.text[:1].isupper() for c in token.children
        )  # "the Baltic neighbours"
        if word in _GROUPINGS | _HEADS and near & _NEAR and not of:
            organisation = self._organisation(word)
            if organisation is not None:
                self._note(passage, token, MentionKind.ORGANISATION, (organisation,))
        elif word in _LANDS and near & _NEAR and not of:
            state = self._state(token)
            if state is not None:
                self._note(passage, token, MentionKind.STATE, (state,))
        elif word in _LANDS_MANY and (
            (near & {"both"} or ("two" in near and near & {"the", "these", "those"}))
            or ("the" in near and word.startswith("neighbo") and not (of or where))
        ):
            pair = _before(passage, token) or self._of_two_people() or self._pair()
            if len(pair) > 1:
                self._note(passage, token, MentionKind.STATE, (pair[1], pair[0]))

    def _own(self, passage: Passage, token: Token) -> bool:
        """ "his country": the state of whoever is meant."""
        for child in token.children:
            mention = passage.mention_at.get(child.i)
            if (
                child.dep_ != "poss"
                or mention is None
                or mention.kind not in (MentionKind.PERSON, MentionKind.PRONOUN, MentionKind.POST)
            ):
                continue
            subject = _speaker(passage, token) if mention.kind is MentionKind.PRONOUN else None
            for person in self._reading.entities(subject or mention):
                key = self._state_of(self._reading, person) if person.kind is EntityKind.PERSON else None
                entry = self._reading.gazetteer.find(key) if key else None
                if entry is not None and entry.kind is EntityKind.STATE:
                    self._note(
                        passage,
                        token,
                        MentionKind.STATE,
                        (Entity(EntityKind.STATE, entry.name, entry.key, entry.name),),
                    )
                    return True
        return False

    def _organisation(self, word: str) -> Entity | None:
        """The organisation meant: the last whose name has the word in it; "the bloc" is no court and not the whole world."""
        if word in _HEADS:
            for known in self._organisations:
                entry = self._reading.gazetteer.find(known.key)
                if (entry is not None and any(word in name.lower().split() for name in entry.names)) or (
                    word == "alliance" and known.key in _ALLIANCES
                ):
                    return known
        if (word == "group" and self._armed) or word in (
            "council",
            "court",
            "tribunal",
            "community",
            "agency",
            "commonwealth",
            "forum",
            "league",
        ):
            return None
        return self._last()

    def _last(self) -> Entity | None:
        """The organisation named last; not one that somebody's post alone names, where the article speaks oftener of another."""
        found = [o for o in self._organisations if o.key not in _WORLDWIDE]
        own = next((o for o in found if o.key in self._itself), None)
        passing = own is not None and found[0].key not in self._itself
        if own is not None and passing and self._told[own.key] > self._told[found[0].key]:
            return own
        return next(iter(found), None)

    def _state(self, token: Token) -> Entity | None:
        """The state meant: behind "with" or "against" it is not the clause's own subject, which stands nearest."""
        states = [s for s in self._states if self._called(s, token.lower_)]
        if not states and token.lower_ in _CROWNS:
            states = [s for s in self._behind if self._called(s, token.lower_)]  # of its prince
        if (
            token.dep_ == "pobj"
            and token.head.lower_ in ("with", "against", "from", "to")
            and len(states) > 1
        ):
            return states[1]
        if token.dep_ in _SUBJECTS and not self._named_here and self._acted in states:
            return self._acted  # who goes on acting
        return states[0] if states else None

    def _called(self, state: Entity, word: str) -> bool:
        """Whether a state can be called so: a kingdom has a king, an island is one."""
        if word == "island":
            return state.key in _ISLANDS
        if word not in _CROWNS:
            return True
        entry = self._reading.gazetteer.find(state.key)
        return entry is not None and any(word in name.lower().split() for name in entry.names)

    def _pair(self) -> list[Entity]:
        """The last two states, those of the people named where the text names no two itself; but the two that an article is
        about where one of the last is only touched on.
        """
        if self._two:
            return self._two
        found = {s.key: s for s in self._states[:2]}
        if len(found) < 2:
            found |= {s.key: s for s in self._behind if s.key not in found}
        last = list(found.values())[:2]
        told = self._told
        met = {s.key: s for s in (*self._states, *self._behind)}
        main = sorted(met.values(), key=lambda s: -told[s.key])[:2]
        if len(last) == 2 and min(told[s.key] for s in main) > 2 * min(told[s.key] for s in last):
            return main
        return last

    @property
    def _told(self) -> Counter[str]:
        """How often the article names each state, by itself, in an adjective or in somebody's post."""
        if not self._counts:
            for passage in self._reading.passages:
                for mention in passage.mention_at.values():
                    named = {p.of.key for p in mention.posts if p.of is not None}
                    named |= {mention.entity.key} if mention.entity is not None else set()
                    self._counts.update(named)
        return self._counts

    def _note(self, passage: Passage, token: Token, kind: MentionKind, entities: tuple[Entity, ...]) -> None:
        start, end = passage.starts[token.i], passage.ends[token.i]
        text = self._reading.article.text[start:end]
        passage.mention_at[token.i] = Mention(kind, start, end, text, None, (), len(entities) > 1)
        self._reading.referents[start, end] = entities


def _before(passage: Passage, token: Token) -> list[Entity]:
    """The two states that a sentence names before a word, latest first, where it names just two."""
    found: dict[str, Entity] = {}
    for i in range(token.sent.start, token.i):
        mention = passage.mention_at.get(i)
        if mention is not None:
            named = [p.of for p in mention.posts if p.of is not None] + [mention.entity] * (
                mention.entity is not None
            )
            found.update((e.key, e) for e in named if e is not None and e.kind is EntityKind.STATE)
    return list(found.values())[::-1] if len(found) == 2 else []


def _first(entity: Entity, others: list[Entity]) -> list[Entity]:
    return [entity, *(o for o in others if o.key != entity.key)][:_KEPT]


def _speaker(passage: Passage, token: Token) -> Mention | None:
    """Who says it, of what is said of "his country"."""
    at = token
    while at.head != at:
        at = at.head
        if at.dep_ in ("ccomp", "advcl") or at.pos_ != "VERB":
            continue
        for child in at.children:
            mention = passage.mention_at.get(child.i)
            if (
                child.dep_ == "nsubj"
                and mention is not None
                and mention.kind in (MentionKind.PERSON, MentionKind.POST)
            ):
                return mention
    return None
