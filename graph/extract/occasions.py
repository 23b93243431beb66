"""On which occasion something is said or done: "at a meeting", "by telephone", "urged him to act during their talks"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.extract.arguments import prepositions

CALL = "meeting.call"  # the rule of what is told as a call: those who spoke need not have been in one place
TOPIC = "meeting.topic"  # … of what is told as what those who meet talk about
_GATHERING = frozenset(
    "meeting gathering summit talk session dinner conference lunch discussion call conversation banquet breakfast audience reception".split()
)
_TALKS = frozenset(
    "meeting talk call conversation discussion dinner lunch breakfast audience encounter".split()
)
_TELEPHONE = frozenset("phone telephone telephonic".split())
_PHONE = _TELEPHONE | {"call", "conversation"}
_BY = ("by", "on", "over", "in", "during", "via", "through")
_REMOTE = _TELEPHONE | frozenset(
    "video videolink virtual virtually online remotely zoom teleconference videoconference".split()
)
_PARTNERS = ("with", "between", "of", "among")
# What is to be done at a later meeting: "urged him to raise it at a meeting", "agreed to discuss it at talks".
_LATER = frozenset(
    "meet talk discuss speak hold continue resume raise address sign finalise finalize decide present consider review take attend "
    "participate appear join negotiate settle hear debate submit represent return start begin complete approve adopt vote".split()
)
_DECIDE = frozenset("agree decide vow pledge promise resolve undertake fail refuse commit".split())
# What parsers may put between a verb and the words that belong to it.
_WITHIN = frozenset("prep pobj dobj npadvmod advmod nummod amod prt conj".split())
_ENDS = frozenset(
    "relation tie cooperation relationship partnership friendship war conflict dispute border agreement accord treaty deal pact "
    "alliance feud row rivalry contact peace truce".split()
)  # fmt: skip
_MOST = 40  # tokens looked at behind a verb


def by_phone(verb: Token) -> bool:
    """ "told him by telephone", "warned him in a call"; not "accused him in a call with Y"."""
    calls = (n for _, n in prepositions(verb, *_BY) if not any(prepositions(n, "with", "between")))
    return any(n.lemma_.lower() in _PHONE or _phone(n) for n in calls) or any(
        _phone(n) and not any(prepositions(n, "with", "between"))
        for n in astray(verb, *_BY)  # "informed him of it by phone"
    )


def _phone(noun: Token) -> bool:
    return any(
        t.lemma_.lower() in _TELEPHONE for t in (noun, *(c for c in noun.children if c.dep_ == "compound"))
    )


def from_afar(event: Token) -> bool:
    """ "a phone call with X", "met X by video link", "virtually visited Kenya": what takes no place."""
    if event.lemma_ == "call" and any(True for _ in prepositions(event, "on")):
        return False  # "paid a courtesy call on X"
    ways = [n for _, n in prepositions(event, "by", "over", "via", "on", "through")]
    ways += [n for _, n in prepositions(event, "in", "during") if _phone(n)]
    words = (event, *event.children, *ways, *(c for n in ways for c in n.children if c.i < n.i))
    return any(t.lemma_.lower() in _REMOTE or _phone(t) for t in words if t.pos_ != "PROPN")


def at_gathering(verb: Token, *words: str) -> bool:
    """ "said at the dinner", "offered in a call"."""
    return any(n.lemma_ in _GATHERING for _, n in prepositions(verb, *words))


def at_summit(verb: Token, *words: str) -> bool:
    """ "said at the summit"."""
    return any(n.lemma_ == "summit" for _, n in prepositions(verb, *words))


def at_their_talks(verb: Token) -> bool:
    """ "urged him to free them at a meeting", "thanked him for the aid at their talks": of the two, as nobody else is named."""
    for noun in astray(verb, "at", "during", "in", through=("xcomp", "ccomp")):
        alone = not any(True for _ in prepositions(noun, *_PARTNERS))
        if noun.lemma_ in _TALKS and alone and not _to_come(noun.head.head):
            return True
    return False


def decided(verb: Token) -> bool:
    """ "agreed to expand trade at talks", "failed to reach a deal at their meeting": the talks were where that was decided."""
    at = verb.head
    done = at.tag_ == "VBD" or (
        at.tag_ == "VBN" and any(c.lower_ in ("have", "has", "had") for c in at.children)
    )
    return verb.dep_ == "xcomp" and verb.tag_ == "VB" and done and at.lemma_ in _DECIDE and not _to_come(verb)


def _to_come(verb: Token) -> bool:
    while verb.pos_ == "NOUN" and verb.head != verb:
        verb = verb.head
    return verb.tag_ == "VB" and verb.lemma_ in _LATER


def astray(event: Token, *words: str, through: tuple[str, ...] = ()) -> Iterator[Token]:
    """The nouns behind prepositions of an event's clause that parsers hang on other nouns of it: "met for the first time with X"."""
    todo = [c for c in event.children if c.i > event.i]
    if event.dep_ == "dobj":
        todo += [c for c in event.head.children if c.i > event.i and c.dep_ == "prep"]
    for _ in range(_MOST):
        if not todo:
            return
        token = todo.pop(0)
        inner = token.dep_ in through and token.tag_ == "VB"
        if (token.dep_ not in _WITHIN and not inner) or token.lemma_.lower() in _ENDS | _TALKS:
            continue
        if token.dep_ == "prep" and token.lower_ in words:
            yield from (n for n in token.children if n.dep_ == "pobj")
        else:
            todo += [c for c in token.children if c.i > event.i]
