"""Who did it to whom: the participants of a verb or an event noun, through passives, control, relatives and lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.extract import clauses, lineup
from summitry.graph.extract.certain_people import at_large, indefinite
from summitry.graph.extract.clauses import across, antecedent, astray, joined_to, said_to_be
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import Mention, MentionKind
from summitry.graph.mentions.reading import Reading

SUBJECTS = ("nsubj", "nsubjpass")
OBJECTS = ("dobj", "obj", "dative")
ACTORS = frozenset({EntityKind.PERSON, EntityKind.STATE, EntityKind.ORGANISATION, EntityKind.BODY})
_NAMED = frozenset({MentionKind.PERSON, MentionKind.POST, MentionKind.PRONOUN, MentionKind.GROUP})
_DELEGATES = frozenset(
    "official diplomat delegation representative negotiator commander envoy minister expert delegate".split()
)
_SIDES = frozenset("side government authorities delegation".split())
_MODIFIES = ("amod", "compound", "nmod")
_CITES = frozenset("quote cite report describe show picture".split())
_SENDS = frozenset("invite ask urge allow send dispatch expect order".split())
_CLIMB = frozenset({"xcomp", "acomp", "conj", "advcl", "acl", "relcl", "ccomp", "pcomp", "aux"})


def verb_of(token: Token) -> Token:
    """The verb that governs a token (the token itself where it is one)."""
    while (token.pos_ not in ("VERB", "AUX") or token.dep_ == "prep") and token.head != token:
        token = token.head  # "following talks": no verb, whatever its form
    return token


def listed(token: Token) -> list[Token]:
    """A noun with everything coordinated to it: "A, B and C" from A."""
    found = [token]
    if token.dep_ == "pobj" and token.head.head.lower_ == "according":
        return found  # "According to A, B …": B goes on with something else
    for child in token.children:
        beside = child.dep_ == "appos" and child.pos_ == "PROPN" and not across(token, child)
        if (child.dep_ == "conj" or beside) and child.i > token.i and not clauses.left_out(child):
            found.extend(listed(child))
    further = astray(found[-1])
    return found if further is None else [*found, *listed(further)]


def subject_of(verb: Token, passive: bool = True) -> Token | None:
    """The subject of a verb, found upwards through "is due to …", "and …", "who …" where it has none of its own."""
    at = verb
    for _ in range(8):
        own = [c for c in at.children if c.dep_ in SUBJECTS and (passive or c.dep_ == "nsubj")]
        if own:
            before = [c for c in own if c.i < at.i and (len(own) == 1 or c.lower_ != "each")]
            subject = before[-1] if before else own[0]
            if subject.tag_ in ("WDT", "WP") and at.dep_ == "relcl":
                return clauses.described(at, subject)
            return subject
        over = clauses.told_over(at)
        if over is not None:
            at = over
            continue
        if at.dep_ in ("relcl", "acl") and (named := said_to_be(at.head)) is not None:
            return named
        agent = agent_of(at)
        if agent is not None and at == verb:
            return agent
        if at.dep_ in ("relcl", "acl") and at.head.pos_ in ("NOUN", "PROPN", "PRON"):
            if at.dep_ == "acl" and at.head.dep_ in OBJECTS and at.tag_ == "VB":
                at = verb_of(at.head)
                continue
            return clauses.right_before(at) or at.head
        if at.dep_ in _CLIMB and at.head != at:
            if at.dep_ == "xcomp" and at.head.pos_ in ("VERB", "AUX", "ADJ"):
                theme = [c for c in at.head.children if c.dep_ in OBJECTS]
                if theme and at.head.lemma_ in _SENDS:
                    return theme[0]
            at = joined_to(at)
            continue
        if at.pos_ == "NOUN" and at.head != at:
            at = verb_of(at)
            continue
        if (
            (
                at.lower_ in ("after", "before", "since", "upon", "on", "while", "by")
                or (at.lower_ == "as" and at.head.lemma_ in _CITES)
            )
            and at.dep_ == "prep"
            and at.head != at
        ):  # "spoke after meeting X", "was quoted as saying"
            at = at.head
            continue
        return None
    return None


def agent_of(verb: Token) -> Token | None:
    """The "by …" of a passive."""
    return next(iter(agents_of(verb)), None)


def agents_of(verb: Token) -> list[Token]:
    """Every "by …" of a passive: "received by the president and by the speaker"."""
    found = []
    for child in verb.children:
        if child.dep_ == "agent":
            found += [noun for _, noun in _under(child)]
    return found


def is_passive(verb: Token) -> bool:
    """Whether a verb is passive, also as a bare participle: "Received by X, he …"."""
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return True
    return verb.tag_ == "VBN" and any(c.dep_ == "agent" for c in verb.children)


def objects_of(verb: Token) -> list[Token]:
    """The direct objects, or the passive subject."""
    found = [c for c in verb.children if c.dep_ in OBJECTS]
    if not found and is_passive(verb):
        found = [c for c in verb.children if c.dep_ == "nsubjpass"]
    return found


def prepositions(token: Token, *words: str) -> Iterator[tuple[Token, Token]]:
    """The (preposition, its noun) pairs that hang from a token, for the given prepositions (all where none is given)."""
    for child in token.children:
        if child.dep_ in ("prep", "agent", "dative", "advmod") and (not words or child.lower_ in words):
            yield from _under(child)


def _under(preposition: Token) -> Iterator[tuple[Token, Token]]:
    """The nouns of a preposition, of one inside it ("from in") and of one beside it ("with A and with B")."""
    for noun in preposition.children:
        if noun.dep_ in ("pobj", "pcomp"):
            yield preposition, noun
        elif noun.dep_ == "prep":
            for inner in noun.children:
                if inner.dep_ == "pobj":
                    yield preposition, inner
        elif noun.dep_ == "conj" and noun.lower_ == preposition.lower_:
            yield from _under(noun)


def actors_at(reading: Reading, passage: Passage, token: Token, people_only: bool = False) -> list[Entity]:
    """The people, states and organisations that a noun and its coordinates stand for; capitals stand for their states."""
    found: dict[str, Entity] = {}
    for item in listed(token):
        for entity in actor_at(reading, passage, item):
            if entity.kind in ACTORS and not (people_only and entity.kind is not EntityKind.PERSON):
                found.setdefault(entity.key, entity)
    return list(found.values())


def people_at(reading: Reading, passage: Passage, nouns: Iterable[Token]) -> list[Entity]:
    """The people that some nouns and their coordinates stand for."""
    return [a for noun in nouns for a in actors_at(reading, passage, noun, people_only=True)]


def doers(reading: Reading, passage: Passage, verb: Token, people_only: bool = False) -> list[Entity]:
    """Who does what a verb says; where the parser lost the subject, the nearest name before the verb in its clause."""
    subject = subject_of(verb)
    found = actors_at(reading, passage, subject, people_only) if subject is not None else []
    for name in lineup.before(reading, passage, verb, subject):
        found += [e for e in actor_at(reading, passage, name) if e not in found]
    own = subject is not None and subject.dep_ in SUBJECTS and subject.head == verb
    if found or (own and subject is not None and passage.mention_at.get(subject.i) is None):
        return found
    for i in range(verb.i - 1, max(verb.sent.start, verb.i - 7) - 1, -1):
        token = passage.doc[i]
        if i in passage.mention_at:
            if token.head.pos_ == "ADP" or passage.mention_at[i].kind not in _NAMED:
                return []
            return actors_at(reading, passage, _first_of(passage, token), people_only)
        if token.pos_ not in ("ADV", "AUX", "PART") and token.tag_ not in ("RB", "MD"):
            return []
    return []


def _first_of(passage: Passage, token: Token) -> Token:
    """The first name of the list that a token stands in."""
    while (
        token.dep_ == "conj"
        and (mention := passage.mention_at.get(token.head.i)) is not None
        and mention.kind in _NAMED
    ):
        token = token.head
    return token


def undergoers(reading: Reading, passage: Passage, verb: Token) -> list[Entity]:
    """The people whom a passive tells of, also where its subject stands with another verb: "he met X and was embraced by Y";
    he who "was accorded a welcome" is who is welcomed.
    """
    given = [c for c in verb.children if c.dep_ == "nsubjpass"] if is_passive(verb) else []
    own = people_at(reading, passage, objects_of(verb)) or people_at(reading, passage, given)
    if (
        own
        or any(c.dep_ == "nsubjpass" for c in verb.children)
        or verb.head == verb
        or verb.dep_ not in _CLIMB
    ):
        return own
    subject = subject_of(verb.head) if verb.dep_ not in ("relcl", "acl") else verb.head
    return actors_at(reading, passage, subject, people_only=True) if subject is not None else []


def actor_at(reading: Reading, passage: Passage, token: Token) -> tuple[Entity, ...]:
    """Whom one noun stands for; "the Russian side" is Russia."""
    token = antecedent(token)
    mention = passage.mention_at.get(token.i)
    post = mention if mention is not None and mention.kind is MentionKind.POST else None
    nobody = post is not None and post.plural and not reading.entities(post)
    if nobody or (mention is None and token.lemma_.lower() in _DELEGATES and token.tag_ == "NNS"):
        if lead := _led(reading, passage, token):
            return lead
        found = senders(reading, passage, token)
        return found if len(found) > 1 else ()
    if post is not None and (indefinite(token) or at_large(post, token)):
        return ()
    if mention is None:
        if lead := _led(reading, passage, token):
            return lead
        if (name := _begun_by(passage, token)) is not None:
            return reading.entities(name)
        for child in token.children:  # "the Russian side", "Putin's delegation"
            if token.lower_ in _SIDES and child.dep_ in ("amod", "compound", "poss"):
                inner = passage.mention_at.get(child.i)
                if inner is not None and inner.kind in (MentionKind.DEMONYM, MentionKind.STATE):
                    return reading.entities(inner)
        return ()
    if mention.kind is MentionKind.CITY:
        state = capital_state(reading, mention.entity)
        return (state,) if state is not None else ()
    if mention.kind is MentionKind.DEMONYM:
        return ()
    return reading.entities(mention)


def _begun_by(passage: Passage, noun: Token) -> Mention | None:
    """ "X, envoy for Gulf peace and security affairs": the name, where a word behind its apposition is taken for the head."""
    first = noun.left_edge
    for child in noun.children:
        mention = passage.mention_at.get(child.i) if child.dep_ in ("nmod", "compound") else None
        if mention is not None and mention.kind is MentionKind.PERSON and "," in mention.text:
            return mention if passage.starts[first.i] == mention.start else None
    return None


def _led(reading: Reading, passage: Passage, suite: Token) -> tuple[Entity, ...]:
    """ "a delegation headed by X": who leads it."""
    clauses = [c for c in suite.children if c.dep_ in ("acl", "relcl") and c.lower_ in ("led", "headed")]
    return tuple(people_at(reading, passage, [n for c in clauses for n in agents_of(c)]))


def senders(reading: Reading, passage: Passage, noun: Token) -> tuple[Entity, ...]:
    """The states of "US and Cuban officials", "diplomats from Turkey and Sweden", "their Thai counterparts"."""
    words = [c for c in noun.children if c.dep_ in _MODIFIES and c.i < noun.i]
    words += [n for _, n in prepositions(noun, "from", "of")]
    words += [noun.head] if noun.dep_ == "conj" and noun.head.i < noun.i else []
    own = passage.mention_at.get(noun.i)
    found = {p.of.key: p.of for p in own.posts if p.of is not None} if own is not None else {}
    words += [
        t for word in words for t in (*listed(word), *(c for c in word.children if c.dep_ in _MODIFIES))
    ]
    for token in words:
        mention = passage.mention_at.get(token.i)
        if mention is not None and mention.kind in (MentionKind.DEMONYM, MentionKind.STATE):
            found.update((e.key, e) for e in reading.entities(mention) if e.kind is EntityKind.STATE)
    return tuple(found.values())


def capital_state(reading: Reading, city: Entity | None) -> Entity | None:
    """The state whose capital a city is: "Moscow will supply Minsk"."""
    if city is None:
        return None
    entry = reading.gazetteer.find(city.key)
    if entry is None or not entry.state or reading.gazetteer.capital(entry.state) != city.key:
        return None
    return Entity(EntityKind.STATE, entry.state_name, entry.state, city.written)


def owner_of(reading: Reading, passage: Passage, noun: Token) -> list[Entity]:
    """The possessor of an event noun: "Putin's visit", "his trip", "a visit by Putin", "the visit of the Iranian president"."""
    for child in noun.children:
        if child.dep_ in ("poss", "nmod", "compound") and child.i < noun.i:
            found = actors_at(reading, passage, child)
            mention = passage.mention_at.get(child.i)
            if found and (
                child.dep_ == "poss"
                or (mention is not None and mention.kind in (MentionKind.PERSON, MentionKind.POST))
            ):
                return found
    for _, inner in prepositions(noun, "by", "of"):
        found = actors_at(reading, passage, inner, people_only=True)
        if found:
            return found
    return []
