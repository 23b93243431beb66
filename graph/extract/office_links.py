"""What ties a post to its holders: "is president", "was elected", "serves as", "X, a senator,", "with X as minister"."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from spacy.tokens import Token

from summitry.graph.extract.arguments import OBJECTS, SUBJECTS, is_passive
from summitry.graph.extract.denial import conditional, negated
from summitry.graph.extract.office_times import over
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import Mention, MentionKind
from summitry.graph.mentions.reading import Reading
from summitry.graph.mentions.roles import FORMER

BECOME = frozenset(
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
_CABINETS = frozenset("government cabinet administration council coalition".split())
_REACH = 8  # words of a post before the one that heads it
_OFFICES = frozenset("office power post helm rein charge".split())
_SELF = frozenset("himself herself themselves itself".split())


@dataclass(frozen=True, slots=True)
class Link:
    """How a post hangs from its holders: by which word, from whose nouns, and whether it is told of as past."""

    by: Token
    holders: tuple[Token, ...]
    former: bool = False


def link(passage: Passage, token: Token) -> Link | None:
    """What ties a post to its holders."""
    head = token.head
    if token.dep_ == "conj" and token.i - head.i == 2:  # "state counsellor and foreign minister"
        first = passage.mention_at.get(head.i)
        if first is not None and first.kind is MentionKind.POST and not first.plural:
            return link(passage, head)
        if first is not None and first.kind is MentionKind.PERSON and ends_in_post(first):
            return Link(token, (head,))
        return None
    before = named_before(passage, token)
    if (
        token.dep_ in ("oprd", "dobj")
        and before is not None
        and head.lemma_.lower() in BECOME
        and not is_passive(head)
    ):
        return Link(head, (before,)) if _given(head) and head.tag_ in ("VBD", "VBN") else None
    if token.dep_ in ("attr", "oprd"):
        return _become(head)
    if token.dep_ == "pobj" and head.lower_ == "as":
        verb = head.head.head if head.head.dep_ in OBJECTS else head.head  # "elected X as president"
        tie = _given_up(head.head) or _served(verb) or taken(head.head) or _in_capacity(head.head)
        return tie or _with(passage, head)
    if token.dep_ == "appos" and head.i < token.i:
        return _apposed(passage, token, head)
    return None


def named_before(passage: Passage, token: Token) -> Token | None:
    """The name right before the words of a post: "named X prime minister", "with X as prime minister"."""
    mention = passage.mention_at.get(token.i)
    start = mention.start if mention is not None else passage.starts[token.i]
    for i in range(token.i - 1, max(token.i - _REACH, -1), -1):
        other = passage.mention_at.get(i)
        if other is not None and other.start < start:
            return passage.doc[i] if other.kind is MentionKind.PERSON and other.end + 1 == start else None
    return None


def _with(passage: Passage, by: Token) -> Link | None:
    """ "a government with X as prime minister"; `by` is the word "as"."""
    named = named_before(passage, by)
    first = bisect_left(passage.starts, passage.mention_at[named.i].start) if named is not None else 0
    whole = passage.doc[first - 2] if first > 1 and passage.doc[first - 1].lower_ == "with" else None
    if whole is not None and whole.text == "," and first > 2:
        whole = passage.doc[first - 3]
    return (
        Link(whole, (named,))
        if named is not None and whole is not None and whole.lower_ in _CABINETS
        else None
    )


def _in_capacity(noun: Token) -> Link | None:
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
    return Link(noun, (owner,), former)


def ends_in_post(mention: Mention) -> bool:
    """ "X, Panama's vice president": whether a post ends the words of a name."""
    return any(p.start >= mention.name_end and not p.counterpart for p in mention.posts)


def _apposed(passage: Passage, token: Token, head: Token) -> Link | None:
    """ "X, a congressman,": a post between commas right behind a name, no next item of a list."""
    named = passage.mention_at.get(head.i)
    if named is None or named.kind is not MentionKind.PERSON or token.right_edge.i + 1 >= token.sent.end:
        return None
    behind = passage.doc[token.right_edge.i + 1].text
    first = token.left_edge.i
    then = first > 1 and passage.doc[first - 1].lower_ == "then"
    before = passage.doc[first - 1 - then].text if first else ""
    listed = any(c.dep_ in ("conj", "cc") for c in head.children)
    if any(p.start < named.name_start for p in named.posts) and any(c.dep_ == "conj" for c in token.children):
        return None  # "Prime Minister X, President of Malta and Chairman of the Council Y, …"
    if listed or before not in (",", "(", "-", "–", "—") or behind not in (",", ")", ".", ";", "-", "–", "—"):
        return None
    return Link(token, (head,), then)


def _become(verb: Token) -> Link | None:
    """The holders of a post that a verb gives: "was elected president", "is president", "was then president"."""
    if not _given(verb):
        return None
    if verb.lemma_ == "be":
        once = _used_to(verb)
        if once is not None:
            return Link(verb, tuple(_subjects(once)), True)
        was_then = verb.tag_ == "VBD" and _at_that_time(verb)
        since = verb.tag_ == "VBN" and any(
            c.lower_ in ("has", "have", "'s", "’s") and c.dep_ == "aux" for c in verb.children
        )
        since = since and any(c.lower_ in ("since", "for") for c in verb.children)
        told = verb.tag_ in _STATE_FORMS or was_then or since
        return Link(verb, tuple(_appointed(verb)), was_then) if told else None
    gives = verb.lemma_.lower() in BECOME and verb.tag_ in ("VBD", "VBN")
    return Link(verb, tuple(_appointed(verb))) if gives else None


def _served(verb: Token) -> Link | None:
    """ "serves as president", "was chosen as secretary general"."""
    if verb.lemma_.lower() not in _AS or not _given(verb):
        return None
    if is_passive(verb) or any(c.dep_ in OBJECTS for c in verb.children):
        return Link(verb, tuple(_appointed(verb))) if verb.tag_ in ("VBD", "VBN") else None
    helped = verb.tag_ == "VBG" and any(c.lower_ in ("is", "are") for c in verb.children)
    subjects = tuple(c for c in verb.children if c.dep_ in SUBJECTS)
    return Link(verb, subjects) if verb.tag_ in _STATE_FORMS or helped else None


def _given(verb: Token) -> bool:
    """Whether a verb says outright what somebody is; "made himself president" is told by those who doubt it."""
    itself = verb.lemma_ != "be" and any(c.lower_ in _SELF and c.dep_ in OBJECTS for c in verb.children)
    return verb.pos_ in ("VERB", "AUX") and outright(verb) and not itself


def outright(verb: Token) -> bool:
    """Whether a verb states something: not denied, on no condition, without "may", "will" or "should"."""
    return not (negated(verb) or conditional(verb) or any(c.tag_ == "MD" for c in verb.children))


def _given_up(verb: Token) -> Link | None:
    """ "resigned as president", "was dismissed as minister", "served as president": a post that somebody had."""
    lemma = verb.lemma_.lower()
    served = lemma in ("serve", "rule", "govern") and (verb.tag_ == "VBD" or _used_to(verb) is not None)
    left_it = lemma in _LEAVES and verb.tag_ in ("VBD", "VBN")
    if not (served or left_it) or not outright(verb):
        return None
    told = _used_to(verb) or verb
    return Link(verb, tuple(_appointed(verb) if is_passive(verb) else _subjects(told)), True)


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


def once(reading: Reading, mention: Mention, token: Token) -> Link | None:
    """ "was elected president", which reads as "the elected president"; "was president until 2015"."""
    verb = token.head
    if token.dep_ != "attr" or verb.lemma_ != "be" or not outright(verb):
        return None
    if _ELECTED.match(mention.text):
        return Link(verb, tuple(_subjects(verb)))
    return (
        Link(verb, tuple(_subjects(verb)), True)
        if verb.tag_ == "VBD" and over(reading, mention.end)
        else None
    )


def taken(verb: Token) -> Link | None:
    """ "took office as president", "took over as minister", "succeeds X as president"."""
    nouns = {c.lemma_.lower() for c in verb.children if c.dep_ in OBJECTS}
    lemma = verb.lemma_.lower()
    takes = lemma in ("take", "assume") and (
        nouns & _OFFICES or any(c.lower_ == "over" for c in verb.children)
    )
    follows = lemma in ("succeed", "replace", "follow") and not is_passive(verb)
    if not (takes or follows) or verb.tag_ not in ("VBD", "VBZ", "VBN") or not outright(verb):
        return None
    return Link(verb, tuple(_subjects(verb)))


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
