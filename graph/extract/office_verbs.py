"""Posts that a sentence gives somebody: "X is president of Y", "was elected", "serves as", "X, a senator", "who chairs Z"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Finding, Office
from summitry.graph.extract.arguments import OBJECTS, SUBJECTS, actors_at, is_passive
from summitry.graph.extract.evidence import finding
from summitry.graph.extract.office_company import OTHERS, WORLDLY
from summitry.graph.extract.office_homes import fits, home, record
from summitry.graph.extract.office_ranks import settled, weighty
from summitry.graph.extract.office_states import possible, shared
from summitry.graph.extract.office_times import left
from summitry.graph.extract.status import conditional, negated
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import Mention, MentionKind, Post
from summitry.graph.mentions.reading import Reading
from summitry.graph.mentions.roles import MINOR

_BECOME = frozenset(
    "become appoint name elect re-elect reelect swear confirm inaugurate choose pick install reappoint reinstate crown declare proclaim".split()
)
_AS = frozenset(
    "serve act double work continue return attend elect name appoint choose pick select install swear confirm inaugurate reappoint reinstate "
    "retain keep sit".split()
)  # "serves as president", "was chosen as secretary general"
LEAVES = frozenset(
    "resign quit step retire remove dismiss sack fire oust depose".split()
)  # "stepped down as"
_STATE_FORMS = ("VBZ", "VBP")
_CHAIRS = {"chair": "chairman", "preside": "chairman"}
_HOLD = frozenset("hold have occupy assume exercise".split())
_CHAIRMANSHIPS = {
    "chairmanship": "chairman",
    "chair": "chairman",
    "presidency": "president",
    "leadership": "chairman",
}
_THEN = frozenset("then".split())
_UNTIL = re.compile(r"\s*(?:until|till|from \d{4} to|between \d{4} and) (?:\w+ )?((?:19|20)\d\d)\b", re.I)
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
        link = _link(passage, token)
        if link is None:
            continue
        of = post.of or _owner_before(passage, token)
        for holder in link.holders:
            for person in _doer(reading, passage, holder):
                yield from _held(reading, passage, mention, person, of, link, token)


def _held(
    reading: Reading,
    passage: Passage,
    mention: Mention,
    person: Entity,
    of: Entity | None,
    link: _Link,
    token: Token,
) -> Iterator[Finding]:
    post = mention.posts[0]
    of = of or record(reading, person, post.role) or _at_home(reading, person, post)
    of = of or _appointer(reading, passage, link.by, post)
    if of is None or (post.role in MINOR and not weighty(post.role, of)):
        return
    role, owner = settled(reading, person, post.role, of)
    if not role or owner is None or not fits(reading, person, role, owner):
        return
    former = (
        post.former or link.former or _over(reading, mention) or left(reading, mention, person, role, owner)
    )
    yield finding(
        reading,
        passage,
        link.by,
        Office(person, role, owner, former),
        0.85,
        "office.stated",
        *link.holders,
        token,
    )


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
        return _by_verb(token, head, _BECOME)
    if token.dep_ == "pobj" and head.lower_ == "as":
        return _given_up(head.head) or _by_verb(token, head.head, _AS)
    if token.dep_ == "appos" and head.i < token.i:
        return _apposed(passage, token, head)
    return None


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
    return (
        _Link(token, (head,)) if token.left_edge.i - head.right_edge.i <= 1 or _next_to(head, token) else None
    )


def _next_to(head: Token, token: Token) -> bool:
    return token.left_edge.i - head.i <= 2


def _by_verb(token: Token, verb: Token, lemmas: frozenset[str]) -> _Link | None:
    """A post that a verb gives: "was elected president", "serves as president", "was then president"."""
    lemma = verb.lemma_.lower()
    if verb.pos_ not in ("VERB", "AUX") or negated(verb) or conditional(verb):
        return None
    itself = lemma != "be" and any(c.lower_ in _SELF and c.dep_ in OBJECTS for c in verb.children)
    if itself or any(c.tag_ == "MD" for c in verb.children):
        return None
    if lemma == "be" and lemmas is _BECOME:
        if verb.tag_ in _STATE_FORMS:
            return _Link(verb, tuple(_appointed(verb)))
        was_then = verb.tag_ == "VBD" and _at_that_time(verb)
        return _Link(verb, tuple(_appointed(verb)), True) if was_then else None
    if lemma not in lemmas:
        return None
    passive = is_passive(verb)
    if lemmas is _AS and not passive and not any(c.dep_ in OBJECTS for c in verb.children):
        ok = verb.tag_ in (*_STATE_FORMS, "VBG")
        helped = verb.tag_ != "VBG" or any(c.lower_ in ("is", "are") for c in verb.children)
        subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
        return _Link(verb, tuple(subjects)) if ok and helped else None
    return _Link(verb, tuple(_appointed(verb))) if verb.tag_ in ("VBD", "VBN") else None


def _given_up(verb: Token) -> _Link | None:
    """ "resigned as president", "was dismissed as minister", "served as president": a post that somebody had."""
    lemma = verb.lemma_.lower()
    served = lemma in ("serve", "rule", "govern") and verb.tag_ == "VBD"
    if not served and (lemma not in LEAVES or verb.tag_ not in ("VBD", "VBN")):
        return None
    if negated(verb) or conditional(verb) or any(c.tag_ == "MD" for c in verb.children):
        return None
    return _Link(verb, tuple(_appointed(verb) if is_passive(verb) else _subjects(verb)), True)


def gives_up(post: Token) -> bool:
    """Whether a post is one that its verb says somebody left."""
    verb = post.head.head
    as_one = post.dep_ == "pobj" and post.head.lower_ == "as"
    return as_one and (verb.lemma_.lower() in LEAVES or (verb.lemma_ == "serve" and verb.tag_ == "VBD"))


def _subjects(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in SUBJECTS] or _lost(verb)


def _at_that_time(verb: Token) -> bool:
    """ "was then president", "was president at the time", "when he was president"."""
    for child in verb.children:
        if child.lower_ in _THEN or (child.dep_ == "advmod" and child.lower_ == "when"):
            return True
        if child.dep_ == "prep" and child.lower_ == "at" and any(c.lower_ == "time" for c in child.children):
            return True
    return False


def _over(reading: Reading, mention: Mention) -> bool:
    """ "president until 2008": a post that ended in a year before the article's."""
    until = _UNTIL.match(reading.article.text, mention.end)
    return until is not None and (reading.published is None or int(until.group(1)) < reading.published.year)


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
    return (
        [before] if before.pos_ == "PROPN" and before.head.pos_ != "ADP" and before.sent == verb.sent else []
    )


def _doer(reading: Reading, passage: Passage, subject: Token) -> tuple[Entity, ...]:
    """The one person that a subject means; "who" behind a name is that one, whichever of a list the parser ties it to."""
    if subject.lower_ == "who":
        for i in range(subject.i - 1, max(-1, subject.i - 3), -1):
            mention = passage.mention_at.get(i)
            if mention is not None and mention.kind is MentionKind.PERSON:
                return reading.entities(mention)[:1]
    return tuple(actors_at(reading, passage, subject, people_only=True)[:1])


# ---------------------------------------------------------------------- chairs


def chairing(reading: Reading, passage: Passage) -> Iterator[Finding]:
    """ "X chairs the African Union", "presides over the bloc", "holds the rotating presidency of Mercosur"."""
    for token in passage.doc:
        role = _CHAIRS.get(token.lemma_) or ("chairman" if token.lemma_ in _HOLD else None)
        if role is None or token.tag_ not in _STATE_FORMS or negated(token) or conditional(token):
            continue
        subject = next((c for c in token.children if c.dep_ in SUBJECTS), None)
        chaired = next((c for c in token.children if c.dep_ == "dobj"), None) or _behind(token, ("over",))
        if token.lemma_ in _HOLD and chaired is not None:
            role = _CHAIRMANSHIPS.get(chaired.lower_)
            chaired = _behind(chaired, ("of",)) if role is not None else None
        if subject is None or chaired is None or role is None:
            continue
        mention = passage.mention_at.get(chaired.i)
        if mention is not None and mention.kind is MentionKind.ORGANISATION:
            of = mention.entity
        else:
            of = shared(reading, passage.starts[chaired.i], chaired.text)
        for person in _doer(reading, passage, subject) if of else ():
            office = Office(person, role, of, False)
            yield finding(reading, passage, token, office, 0.85, "office.chairing", subject, chaired)


def _behind(token: Token, words: tuple[str, ...]) -> Token | None:
    """What a preposition of the token leads to."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in words:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None
