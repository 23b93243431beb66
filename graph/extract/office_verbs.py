"""Posts that a sentence gives somebody: "X is president of Y", "was elected", "serves as", "X, a senator"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Finding, Office
from summitry.graph.extract.arguments import OBJECTS, SUBJECTS, actors_at, is_passive
from summitry.graph.extract.evidence import finding
from summitry.graph.extract.office_company import OTHERS, WORLDLY
from summitry.graph.extract.office_homes import Spot, fits, home, record
from summitry.graph.extract.office_ranks import settled, weighty
from summitry.graph.extract.office_states import possible
from summitry.graph.extract.office_times import awaited, left, over
from summitry.graph.extract.status import conditional, negated
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import Mention, MentionKind, Post
from summitry.graph.mentions.reading import Reading
from summitry.graph.mentions.roles import FORMER, MINOR

_BECOME = frozenset(
    "become appoint name elect re-elect reelect swear confirm inaugurate choose pick install reappoint reinstate crown declare proclaim".split()
)
_AS = frozenset(
    "serve act double work continue return attend elect name appoint choose pick select install swear confirm inaugurate reappoint reinstate "
    "retain keep sit".split()
)  # "serves as president", "was chosen as secretary general"
_CAPACITIES = frozenset("capacity role function position post job".split())
_LEAVES = frozenset(
    "resign quit step retire remove dismiss sack fire oust depose".split()
)  # "stepped down as"
_STATE_FORMS = ("VBZ", "VBP")
_ELECTED = re.compile(r"(?:newly )?(?:re-?)?(?:elected|appointed|named|chosen|confirmed)\b", re.I)
_OFFICES = frozenset("office power post helm rein charge".split())
_SELF = frozenset("himself herself themselves itself".split())


@dataclass(frozen=True, slots=True)
class _Link:
    """How a post hangs from its holders: by which word, from whose nouns, and whether it is told of as past."""

    by: Token
    holders: tuple[Token, ...]
    former: bool = False


def stated(reading: Reading, passage: Passage) -> Iterator[Finding]:
    """The posts that stand apart from the names of their holders."""
    for i, mention in list(passage.mention_at.items()):
        if mention.kind is not MentionKind.POST or mention.plural or len(mention.posts) != 1:
            continue
        post = mention.posts[0]
        if post.counterpart or post.boss is not None:
            continue
        token = passage.doc[i]
        link = _link(passage, token) or _once(reading, mention, token)
        if link is None:
            continue
        of = post.of or _owner_before(passage, token)
        if awaited(post, mention.text) or _at_odds(link):
            continue
        for holder in link.holders:
            for person in doer_at(reading, passage, holder):
                yield from _held(Spot(reading, passage, token), person, of, link)


def _at_odds(link: _Link) -> bool:
    """ "to receive X are the chairman and others": a plural verb for one."""
    (holder, *more) = link.holders or (None,)
    return (
        link.by.lower_ == "are"
        and holder is not None
        and not more
        and holder.tag_ in ("NN", "NNP", "PRP")
        and holder.lower_ not in ("they", "we", "you")
        and not any(c.dep_ == "conj" for c in holder.children)
    )


def _held(spot: Spot, person: Entity, of: Entity | None, link: _Link) -> Iterator[Finding]:
    reading, passage, post = spot.reading, spot.passage, spot.mention.posts[0]
    of = of or record(reading, person, post.role) or _at_home(reading, person, post)
    of = of or _appointer(reading, passage, link.by, post)
    if of is None or (post.role in MINOR and not weighty(post.role, of)):
        return
    role, owner = settled(reading, person, post.role, of)
    if not role or owner is None or not fits(reading, person, role, owner):
        return
    former = post.former or link.former or over(reading, spot.mention.end) or left(spot, person, role, owner)
    office = Office(person, role, owner, former)
    yield finding(reading, passage, link.by, office, 0.85, "office.stated", *link.holders, spot.token)


def _at_home(reading: Reading, person: Entity, post: Post) -> Entity | None:
    """ "who is also a deputy prime minister": of the state that somebody acts for anyway."""
    of = home(reading, person)
    if of is None or of.kind is not EntityKind.STATE or post.role in WORLDLY | OTHERS:
        return None
    return of if post.former or possible(reading, person, post.role, of) else None


def _appointer(reading: Reading, passage: Passage, verb: Token, post: Post) -> Entity | None:
    """ "President X appointed Y as prime minister": of the state that X acts for."""
    if verb.lemma_.lower() not in _BECOME or is_passive(verb) or post.role in WORLDLY | OTHERS:
        return None
    by = [a for c in verb.children if c.dep_ == "nsubj" for a in actors_at(reading, passage, c)]
    states = [a if a.kind is EntityKind.STATE else home(reading, a) for a in by[:1]]
    return next((s for s in states if s is not None and s.kind is EntityKind.STATE), None)


def _owner_before(passage: Passage, token: Token) -> Entity | None:
    """ "Myanmar's state counsellor and foreign minister": the second post is of the first one's state."""
    before = passage.mention_at.get(token.head.i) if token.dep_ == "conj" else None
    if before is None or before.kind not in (MentionKind.POST, MentionKind.PERSON):
        return None
    return next((p.of for p in before.posts if p.of is not None), None)


def _link(passage: Passage, token: Token) -> _Link | None:
    """What ties a post to its holders."""
    head = token.head
    if token.dep_ == "conj" and token.i - head.i == 2:  # "state counsellor and foreign minister"
        first = passage.mention_at.get(head.i)
        if first is not None and first.kind is MentionKind.POST and not first.plural:
            return _link(passage, head)
        if first is not None and first.kind is MentionKind.PERSON and _ends_in_post(first):
            return _Link(token, (head,))
        return None
    if token.dep_ in ("attr", "oprd"):
        return _become(head)
    if token.dep_ == "pobj" and head.lower_ == "as":
        verb = head.head.head if head.head.dep_ in OBJECTS else head.head  # "elected X as president"
        return _given_up(head.head) or _served(verb) or taken(head.head) or _in_capacity(head.head)
    if token.dep_ == "appos" and head.i < token.i:
        return _apposed(passage, token, head)
    return None


def _in_capacity(noun: Token) -> _Link | None:
    """ "in his capacity as chair", "in her current role as mediator", "X's position as speaker"."""
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    former = any(c.lower_ in FORMER for c in noun.children)
    if (
        noun.lemma_.lower() not in _CAPACITIES
        or owner is None
        or noun.dep_ != "pobj"
        or noun.head.lower_ != "in"
    ):
        return None
    return _Link(noun, (owner,), former)


def _ends_in_post(mention: Mention) -> bool:
    """ "X, Panama's vice president": whether a post ends the words of a name."""
    return any(p.start >= mention.name_end and not p.counterpart for p in mention.posts)


def _apposed(passage: Passage, token: Token, head: Token) -> _Link | None:
    """ "X, a congressman,": a post between commas right behind a name, no next item of a list."""
    named = passage.mention_at.get(head.i)
    if named is None or named.kind is not MentionKind.PERSON or token.right_edge.i + 1 >= token.sent.end:
        return None
    behind = passage.doc[token.right_edge.i + 1].text
    before = passage.doc[token.left_edge.i - 1].text if token.left_edge.i else ""
    listed = any(c.dep_ in ("conj", "cc") for c in head.children)
    if listed or before not in (",", "(", "-", "–", "—") or behind not in (",", ")", ".", ";", "-", "–", "—"):
        return None
    return _Link(token, (head,))


def _become(verb: Token) -> _Link | None:
    """The holders of a post that a verb gives: "was elected president", "is president", "was then president"."""
    if not _given(verb):
        return None
    if verb.lemma_ == "be":
        once = _used_to(verb)
        if once is not None:
            return _Link(verb, tuple(_subjects(once)), True)
        was_then = verb.tag_ == "VBD" and _at_that_time(verb)
        return (
            _Link(verb, tuple(_appointed(verb)), was_then) if verb.tag_ in _STATE_FORMS or was_then else None
        )
    gives = verb.lemma_.lower() in _BECOME and verb.tag_ in ("VBD", "VBN")
    return _Link(verb, tuple(_appointed(verb))) if gives else None


def _served(verb: Token) -> _Link | None:
    """ "serves as president", "was chosen as secretary general"."""
    if verb.lemma_.lower() not in _AS or not _given(verb):
        return None
    if is_passive(verb) or any(c.dep_ in OBJECTS for c in verb.children):
        return _Link(verb, tuple(_appointed(verb))) if verb.tag_ in ("VBD", "VBN") else None
    helped = verb.tag_ == "VBG" and any(c.lower_ in ("is", "are") for c in verb.children)
    subjects = tuple(c for c in verb.children if c.dep_ in SUBJECTS)
    return _Link(verb, subjects) if verb.tag_ in _STATE_FORMS or helped else None


def _given(verb: Token) -> bool:
    """Whether a verb says outright what somebody is; "made himself president" is told by those who doubt it."""
    itself = verb.lemma_ != "be" and any(c.lower_ in _SELF and c.dep_ in OBJECTS for c in verb.children)
    return verb.pos_ in ("VERB", "AUX") and outright(verb) and not itself


def outright(verb: Token) -> bool:
    """Whether a verb states something: not denied, on no condition, without "may", "will" or "should"."""
    return not (negated(verb) or conditional(verb) or any(c.tag_ == "MD" for c in verb.children))


def _given_up(verb: Token) -> _Link | None:
    """ "resigned as president", "was dismissed as minister", "served as president": a post that somebody had."""
    lemma = verb.lemma_.lower()
    served = lemma in ("serve", "rule", "govern") and (verb.tag_ == "VBD" or _used_to(verb) is not None)
    left_it = lemma in _LEAVES and verb.tag_ in ("VBD", "VBN")
    if not (served or left_it) or not outright(verb):
        return None
    told = _used_to(verb) or verb
    return _Link(verb, tuple(_appointed(verb) if is_passive(verb) else _subjects(told)), True)


def _used_to(verb: Token) -> Token | None:
    """The "used" of "used to serve as", "used to be"."""
    head = verb.head
    return head if verb.dep_ == "xcomp" and head.lower_ == "used" and head.tag_ == "VBD" else None


def gives_up(post: Token) -> bool:
    """Whether a post is one that its verb says somebody left."""
    return post.dep_ == "pobj" and post.head.lower_ == "as" and _given_up(post.head.head) is not None


def _subjects(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in SUBJECTS] or _lost(verb)


def _at_that_time(verb: Token) -> bool:
    """ "was then president", "was president at the time", "when he was president"."""
    for child in verb.children:
        if child.lower_ == "then" or (child.dep_ == "advmod" and child.lower_ == "when"):
            return True
        if child.dep_ == "prep" and child.lower_ == "at" and any(c.lower_ == "time" for c in child.children):
            return True
    return False


def _once(reading: Reading, mention: Mention, token: Token) -> _Link | None:
    """ "was elected president", which reads as "the elected president"; "was president until 2015"."""
    verb = token.head
    if token.dep_ != "attr" or verb.lemma_ != "be" or not outright(verb):
        return None
    if _ELECTED.match(mention.text):
        return _Link(verb, tuple(_subjects(verb)))
    return (
        _Link(verb, tuple(_subjects(verb)), True)
        if verb.tag_ == "VBD" and over(reading, mention.end)
        else None
    )


def taken(verb: Token) -> _Link | None:
    """ "took office as president", "took over as minister", "succeeds X as president"."""
    nouns = {c.lemma_.lower() for c in verb.children if c.dep_ in OBJECTS}
    lemma = verb.lemma_.lower()
    takes = lemma in ("take", "assume") and (
        nouns & _OFFICES or any(c.lower_ == "over" for c in verb.children)
    )
    follows = lemma in ("succeed", "replace", "follow") and not is_passive(verb)
    if not (takes or follows) or verb.tag_ not in ("VBD", "VBZ", "VBN") or not outright(verb):
        return None
    return _Link(verb, tuple(_subjects(verb)))


def _appointed(verb: Token) -> list[Token]:
    """Who is, or becomes, what a verb says: "the parliament elected X president" tells of X."""
    if verb.lemma_ in ("be", "become") or is_passive(verb):
        return _subjects(verb)
    return [c for c in verb.children if c.dep_ in OBJECTS]


def _lost(verb: Token) -> list[Token]:
    """The name right before a verb that the parser gave no subject."""
    if verb.dep_ in ("xcomp", "advcl", "acl", "relcl") or not verb.i:
        return []
    before = verb.nbor(-1)
    named = before.pos_ == "PROPN" and before.head.pos_ != "ADP" and before.sent == verb.sent
    return [before] if named else []


def doer_at(reading: Reading, passage: Passage, subject: Token) -> tuple[Entity, ...]:
    """The one person that a subject means; "who" behind a name is that one, whichever of a list the parser ties it to."""
    if subject.lower_ == "who":
        for i in range(subject.i - 1, max(-1, subject.i - 3), -1):
            mention = passage.mention_at.get(i)
            if mention is not None and mention.kind is MentionKind.PERSON:
                return reading.entities(mention)[:1]
    return tuple(actors_at(reading, passage, subject, people_only=True)[:1])
