"""Whose a post is by the company it is named in: lists of names, sides, delegations, states spoken of beside it."""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.coreference import HEAD_ROLES
from summitry.graph.coreference.people import spoken_of as times_named
from summitry.graph.extract.arguments import SUBJECTS
from summitry.graph.extract.office_homes import Spot, home, state_of_mention
from summitry.graph.mentions.model import Mention, MentionKind
from summitry.graph.mentions.reading import Reading
from summitry.graph.mentions.roles import POSTED

WORLDLY = frozenset(
    {"secretary general", "high commissioner", "special envoy", "special rapporteur", "commissioner", "chairman",
     "high representative", "director general", "managing director", "deputy secretary general", "leader", "head", "mediator"}
)  # fmt: skip
OTHERS = frozenset(
    {"opposition leader", "president-elect", "executive secretary", "ambassador", "chief minister"}
)
_AT_BODY = re.compile(
    r"\bto (?:the )?(?:united nations|un|u\.n\.|european union|eu|nato|african union|au|osce)$", re.I
)
_PRESIDENTIAL = re.compile(r"(?:senior |chief |top |deputy )?presiden(?:tial|cy)\b")
_SUITES = frozenset("entourage delegation suite retinue team party".split())
_PLACED = frozenset("in to from into at for with on against through via like than".split())
_COUNTRYS = re.compile(
    r"\bthe (?:country|kingdom|nation|republic|emirate|sultanate)['’]s (?:[a-z-]+ ){0,2}$", re.I
)
_SIGN = frozenset({"sign", "initial", "ink"})
_NATIONS = (MentionKind.STATE, MentionKind.DEMONYM)
_WORDS = 4  # before a name that may tell whose its bearer is
_LIST = 8  # names of a list that are looked back at


def spoken_of(spot: Spot) -> list[Entity]:
    """ "Uruguay will follow, Deputy Foreign Minister X said": the one state named in the sentence; else in the one before."""
    if any(post.role in WORLDLY | OTHERS for post in spot.mention.posts):
        return []
    passage, token = spot.passage, spot.token
    sentences = list(passage.doc.sents)
    here = next(i for i, s in enumerate(sentences) if s.start <= token.i < s.end)
    for sentence in reversed(sentences[max(0, here - 1) : here + 1]):
        states: dict[str, Entity] = {}
        for i in range(sentence.start, sentence.end):
            other = passage.mention_at.get(i)
            if other is not None and other.kind is MentionKind.REGION:
                return []  # "Bermuda was represented by Premier X"
            if i > token.i:
                break  # what follows is whom he met
            if (
                other is None
                or i == token.i
                or _quoted(passage.doc[sentence.start : i])
                or _only_place(passage.doc[i], other)
            ):
                continue
            of = state_of_mention(spot.reading, other)
            if of is not None:
                states[of.key] = of
        if states:
            return list(states.values()) if len(states) == 1 else []
    return []


def presidential(spot: Spot) -> Entity | None:
    """ "Presidential spokesman X": of the state whose president its sentence names first, or the article speaks of most."""
    reading = spot.reading
    post = spot.mention.posts[0] if spot.mention.posts else None
    words = reading.article.text[post.start : post.end].lower() if post is not None else ""
    if not (_PRESIDENTIAL.match(words) or words.endswith(("to the president", "for the president"))):
        return None
    sentence = spot.token.sent
    named = [m for i, m in sorted(spot.passage.mention_at.items()) if sentence.start <= i < sentence.end]
    near = [e for m in named if m.kind is MentionKind.PERSON for e in reading.entities(m)]
    often = [reading.registry.people[key].entity for key, _ in times_named(reading).most_common() if key in reading.registry.people]  # fmt: skip
    states = (home(reading, e) for e in (*near, *often) if _presides(reading, e))
    return next((of for of in states if of is not None and of.kind is EntityKind.STATE), None)


def _presides(reading: Reading, person: Entity) -> bool:
    """Whether somebody is a president, as the article says or as the reference data have it."""
    mine = reading.registry.people.get(person.key)
    if any(
        p.role == "president" and not p.former and not p.counterpart for p in (mine.posts if mine else ())
    ):
        return True
    now = reading.gazetteer.current(person.key, reading.published)
    return now is not None and now.role == "president"


def _only_place(token: Token, mention: Mention) -> bool:
    """ "will be in Ukraine", "compared with China": a state that is no actor of its sentence; "lawmakers in Peru" are."""
    placed = mention.kind is MentionKind.STATE and token.dep_ == "pobj" and token.head.lower_ in _PLACED
    return placed and not (token.head.lower_ in ("in", "from") and token.head.head.dep_ in SUBJECTS)


def described(spot: Spot) -> Entity | None:
    """ "Oman's delegate X, deputy prime minister", "the Kenyan politician Y": the state of the words right before a name."""
    passage, mention = spot.passage, spot.mention
    i = next(
        (k for k in range(spot.token.sent.start, spot.token.i + 1) if passage.starts[k] >= mention.start), 0
    )
    for k in range(i - 1, max(i - 1 - _WORDS, spot.token.sent.start - 1), -1):
        token = passage.doc[k]
        owner = passage.mention_at.get(k - 1 if token.text in ("'s", "’s") else k)
        if owner is not None and k < i - 1:
            kinds = (MentionKind.STATE,) if token.text in ("'s", "’s") else (MentionKind.DEMONYM,)
            return state_of_mention(spot.reading, owner) if owner.kind in kinds else None
        if not (token.is_lower and token.is_alpha and token.pos_ in ("NOUN", "ADJ")):
            return None
    return None


def of_country(spot: Spot) -> Entity | None:
    """ "the country's ambassador X", "the kingdom's deputy foreign minister Y": the state that its sentence is about, or
    the one named last before.
    """
    post = spot.mention.posts[0] if spot.mention.posts else None
    start = post.start if post is not None else spot.mention.start
    found = _COUNTRYS.search(spot.reading.article.text, max(0, start - 40), start)
    if found is None:
        return None
    last: Mention | None = None
    start = 0
    for k in range(spot.token.i - 1, -1, -1):
        named = spot.passage.mention_at.get(k)
        if named is None or named.start >= found.start() or named.kind not in _NATIONS:
            continue
        if k < start:
            break
        if last is None or spot.passage.doc[k].dep_ in SUBJECTS:
            last, start = named, spot.passage.doc[k].sent.start
    return state_of_mention(spot.reading, last) if last is not None else None


def _quoted(before: Span) -> bool:
    """Whether the words before something have opened quotation marks: what others say is of others."""
    marks = [t.text for t in before]
    return marks.count("“") > marks.count("”") or marks.count('"') % 2 == 1


def beside(spot: Spot) -> Entity | None:
    """ "and Peru by deputy foreign minister X": the state right before it."""
    passage, token = spot.passage, spot.token
    if token.i < 2 or passage.doc[token.i - 1].lower_ not in ("by", "sent", "through"):
        return None
    before = passage.mention_at.get(token.i - 2)
    return before.entity if before is not None and before.kind is MentionKind.STATE else None


def signing_for(spot: Spot) -> Entity | None:
    """ "was signed by Trade Minister X for Ghana and Trade Minister Y for Togo": the state right behind a name that signs."""
    passage, token = spot.passage, spot.token
    behind = [t.lower_ for t in passage.doc[token.i + 1 : token.i + 3]]
    after = passage.mention_at.get(token.i + 1 + len(behind) if "the" in behind else token.i + len(behind))
    if after is None or after.kind is not MentionKind.STATE or behind[0] != "for":
        return None
    return after.entity if any(t.lemma_ in _SIGN for t in token.sent) else None


def accompanying(spot: Spot) -> Entity | None:
    """ "His entourage includes Foreign Minister A", "he is accompanied by Minister B": the state of whoever leads them."""
    passage, token = spot.passage, spot.token
    for verb in token.ancestors:
        subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < token.i), None)
        if subject is None:
            continue
        leader = subject if verb.lemma_ == "accompany" and subject.dep_ == "nsubjpass" else None
        if verb.lemma_ in ("include", "comprise") and subject.lower_ in _SUITES:
            leader = next((c for c in subject.children if c.dep_ == "poss"), None)
        led = passage.mention_at.get(leader.i) if leader is not None else None
        people = spot.reading.entities(led) if led is not None else ()
        return home(spot.reading, people[0]) if len(people) == 1 else None
    return None


def sided(spot: Spot) -> Entity | None:
    """ "on the Kuwaiti side by A, B and Ambassador C": the state of the side named last in the sentence."""
    passage, token = spot.passage, spot.token
    for i in range(token.i - 1, token.sent.start - 1, -1):
        side = passage.doc[i]
        if side.lower_ == "side" and i:
            named = passage.mention_at.get(i - 1)
            return state_of_mention(spot.reading, named) if named is not None else None
    return None


def listed(spot: Spot) -> Entity | None:
    """ "Estonia's prime minister A, foreign minister B and Ambassador C": the state of the name right before it in a list."""
    passage, i = spot.passage, spot.token.i - 1
    for _ in range(_LIST):
        while i >= 0 and passage.doc[i].lower_ in (",", ";", "and"):
            i -= 1
        other = passage.mention_at.get(i) if i >= 0 else None
        if other is None or other.kind is not MentionKind.PERSON:
            return None
        of = state_of_mention(spot.reading, other)
        if of is not None:
            return of
        i -= 1
    return None


def neighbours(spot: Spot) -> Entity | None:
    """ "President Rouhani of Iran, foreign minister A and oil minister B": the state of the posts beside it, if one."""
    text = spot.reading.article.text
    posted = (p for p in spot.mention.posts if p.role in POSTED and not _AT_BODY.search(text, p.start, p.end))
    if any(post.role in HEAD_ROLES for post in spot.mention.posts) or any(posted):
        return None
    sent = any(post.role in WORLDLY for post in spot.mention.posts)
    sentence = spot.token.sent
    states: dict[str, Entity] = {}
    for i, other in spot.passage.mention_at.items():
        if sentence.start <= i < sentence.end and other.start != spot.mention.start:
            if any(post.counterpart for post in other.posts) or (sent and _met_with(spot.passage.doc[i])):
                continue  # "met his counterpart, X": of another state
            if other.entity is not None and other.kind is MentionKind.PERSON and other.posts:
                of = home(spot.reading, other.entity)
            else:
                of = next((post.of for post in other.posts if post.of is not None), None)
            if of is not None and of.kind is EntityKind.STATE:
                states[of.key] = of
    return next(iter(states.values())) if len(states) == 1 else None


def _met_with(token: Token) -> bool:
    """Whether somebody is the other side of talks: "the envoy will meet with X"."""
    return token.dep_ == "pobj" and token.head.lower_ == "with"
