"""Who met whom: meetings, talks and calls, told by verbs or by nouns."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from summitry.graph.claims import Entity, EntityKind, Finding, Status
from summitry.graph.coreference import state_of
from summitry.graph.extract.actors import actors_at, doers, people_at, undergoers
from summitry.graph.extract.arguments import (
    agents_of,
    is_passive,
    listed,
    objects_of,
    prepositions,
    subject_of,
    verb_of,
)
from summitry.graph.extract.company import (
    Telling,
    beside,
    is_delegation,
    is_person,
    meeting,
    officials,
    pairs,
)
from summitry.graph.extract.consorts import without_consorts
from summitry.graph.extract.courtesies import courtesy, seen_in
from summitry.graph.extract.denial import negated
from summitry.graph.extract.echoes import echoes
from summitry.graph.extract.encounters import AWAIT, DISCUSS, JOINT, doing, gathered, partners
from summitry.graph.extract.named_apart import interlocutors, named_apart, taken_up
from summitry.graph.extract.occasions import CALL, TOPIC, astray, by_phone
from summitry.graph.extract.one_table import counterparts
from summitry.graph.extract.receptions import hosted
from summitry.graph.extract.status import status_of
from summitry.graph.extract.story import Scene
from summitry.graph.extract.talk_holders import speakers
from summitry.graph.extract.talk_nouns import is_meeting
from summitry.graph.extract.talks import talks
from summitry.graph.extract.when import When
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import MentionKind
from summitry.graph.mentions.reading import Reading
from summitry.graph.mentions.recogniser import is_dated

_MEET = frozenset("meet reconvene confer huddle".split())
_TALK = frozenset(
    "talk speak negotiate consult sit phone telephone dine din lunch breakfast converse chat parley".split()
)
_BACK = 3  # sentences behind a meeting in which it is taken up again
_CALL = frozenset("phone telephone".split())
_SEATED = frozenset("sit dine din lunch breakfast".split())  # one table for all
_HOST = frozenset("receive host welcome entertain greet".split())
_CLASP = frozenset("embrace hug".split())
_EACH_OTHER = frozenset("other another face eye".split())  # "met each other", "met face to face"
_FEW = 2  # guests; who hosts more of them hosts a summit
_LONG = frozenset("hour hours minutes minute phone telephone sidelines margins face one-on-one one eyes video privately "
                  "separately briefly time length dinner lunch breakfast together alone".split())  # fmt: skip


def find(reading: Reading) -> Iterator[Finding]:
    """The meetings that an article states."""
    told = Telling(reading, When(reading), Scene(reading))
    last: list[Finding] = []
    since = 0
    for passage, sentence in reading.sentences():
        found = list(_sentence(told, passage, sentence))
        yield from echoes(told, passage, sentence, last, found)
        since = 0 if found else since + 1
        last = found or (last if since <= _BACK else [])
        yield from found


def meetings_in(
    reading: Reading, when: When, scene: Scene, passage: Passage, sentence: Span
) -> Iterator[Finding]:
    """The meetings that one sentence states."""
    return _sentence(Telling(reading, when, scene), passage, sentence)


def _sentence(told: Telling, passage: Passage, sentence: Span) -> Iterator[Finding]:
    for token in sentence:
        if token.pos_ in ("VERB", "AUX"):
            yield from _verb(told, passage, token)
        elif token.pos_ in ("NOUN", "PROPN", "ADJ") and is_meeting(token):
            yield from talks(told, passage, token)
        elif token.lemma_ == "interlocutor":
            yield from interlocutors(told, passage, token)


def _verb(told: Telling, passage: Passage, verb: Token) -> Iterator[Finding]:
    lemma = verb.lemma_.lower()
    if lemma in _MEET or lemma in _TALK:
        rule = CALL if lemma in _CALL or by_phone(verb) else "meeting.talk"
        yield from _met(told, passage, verb, "meeting.meet" if lemma in _MEET or _at_table(verb) else rule)
    elif lemma in _HOST or hosted(verb) or (lemma in _CLASP and objects_of(verb)):
        yield from _received(told, passage, verb)
    else:
        yield from taken_up(told, passage, verb)
        groups = partners(told, passage, verb, lemma)
        if groups is not None and not (not groups and _aim_of_meeting(verb)):
            yield from _together(told, passage, verb, groups, lemma)


def _aim_of_meeting(verb: Token) -> bool:
    """ "met X to discuss trade", "will hold talks with X to review it": told with the verb above."""
    above = verb.head
    holds = above.lemma_ in _MEET | _TALK or any(is_meeting(c) for c in above.children if c.dep_ == "dobj")
    return verb.tag_ == "VB" and verb.dep_ in ("advcl", "xcomp") and above.pos_ == "VERB" and holds


def _together(
    told: Telling, passage: Passage, verb: Token, groups: list[Token], lemma: str
) -> Iterator[Finding]:
    status = Status.PLANNED if lemma in AWAIT else status_of(verb, passage.headline)
    ours = doing(told, passage, verb)
    if status is not None and not ours and groups and gathered(verb):
        yield from meeting(
            told, passage, verb, people_at(told.reading, passage, groups), status, "meeting.with", groups[0]
        )
    if status is None or not ours or (not groups and len(ours) < 2):
        return
    if lemma in AWAIT and (negated(verb) or not _now(verb)):
        return
    rule = TOPIC if lemma in DISCUSS else "meeting.with"
    yield from pairs(told, passage, verb, ours, groups, status, rule, True, lemma in JOINT)


def _now(verb: Token) -> bool:
    """ "expects X", "is awaiting X", "is expected by X": told of as it stands."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    return verb.tag_ in ("VBZ", "VBP") or (verb.tag_ in ("VBG", "VBN") and bool(helpers & {"is", "are"}))


def _met(told: Telling, passage: Passage, verb: Token, rule: str) -> Iterator[Finding]:
    status, lemma = status_of(verb, passage.headline), verb.lemma_.lower()
    if status is None:
        return
    ours = (
        doers(told.reading, passage, verb)
        or officials(told.reading, passage, subject_of(verb))
        or speakers(told, passage, verb_of(verb.head))
    )
    groups = objects_of(verb) if (lemma == "meet" or lemma in _CALL) and not is_passive(verb) else []
    if lemma == "meet" and is_passive(verb):
        ours, groups = undergoers(told.reading, passage, verb), agents_of(verb)
        hosts = [e for group in groups for e in actors_at(told.reading, passage, group, people_only=True)]
        if hosts and seen_in(told.reading, passage, verb, hosts, ours):
            return
    groups = groups + [n for _, n in prepositions(verb, "with")]
    groups = groups or (named_apart(verb) if lemma == "meet" else [])
    groups = [n for n in groups if n.lower_ not in _EACH_OTHER]
    groups = (
        groups or _to_face(verb) or [n for n in astray(verb, "with") if is_person(told.reading, passage, n)]
    )
    if lemma in ("speak", "talk", "sit"):
        groups += [n for n in beside(verb) if is_person(told.reading, passage, n)]
    if lemma in ("speak", "talk"):
        groups += [n for _, n in prepositions(verb, "to") if is_person(told.reading, passage, n)]
    if rule != "meeting.meet" and not groups and not _at_length(ours, verb):
        return
    joint = lemma in _SEATED or (rule == "meeting.call" and len(ours) > 1)
    joint = joint or any(is_delegation(passage, n) and not counterparts(passage, n) for n in groups)
    yield from pairs(told, passage, verb, ours, groups, status, rule, joint=joint)


def _at_table(verb: Token) -> bool:
    """ "sat down with X", "dined with X", not "sat beside X"."""
    return verb.lemma_ in _SEATED and (verb.lemma_ != "sit" or any(c.lower_ == "down" for c in verb.children))


def _to_face(verb: Token) -> list[Token]:
    """ "met face to face with X": parsers take the second "face" for a verb."""
    faces = [c for c in verb.children if c.dep_ == "advcl" and c.lower_ == "face"]
    return [n for face in faces for _, n in prepositions(face, "with")]


def _at_length(people: list[Entity], verb: Token) -> bool:
    """ "A and B talked for two hours", "spoke by phone": with each other, as nobody else is named."""
    if verb.head.lemma_ in ("keep", "continue", "want") or not all(
        p.kind is EntityKind.PERSON for p in people
    ):
        return False
    if len(people) > 1 and verb.lemma_ == "talk" and any(prepositions(verb, "about")):
        return True
    if len(people) != 2:
        return False
    if verb.lemma_ == "speak" and _on_a_day(verb):
        return True
    return any(
        t.lower_ in _LONG
        for t in verb.doc[max(verb.sent.start, verb.i - 12) : min(verb.sent.end, verb.i + 12)]
    )


def _on_a_day(verb: Token) -> bool:
    """ "A and B spoke on Monday": to each other, where nothing tells to whom, of what or where else."""
    behind = [c for c in verb.children if c.i > verb.i and not c.is_punct]
    days = [c for c in behind if is_dated(c) or (c.lower_ == "on" and any(is_dated(n) for n in c.children))]
    others = [c for c in behind if c not in days and c.lower_ not in ("again", "late", "early", "earlier")]
    return bool(days) and all(c.dep_ in ("advcl", "ccomp", "conj", "cc") for c in others)


def _received(told: Telling, passage: Passage, verb: Token) -> Iterator[Finding]:
    """ "Xi received Putin", "Putin was received by Xi and by Li": people, each guest apart."""
    status = status_of(verb, passage.headline)
    if status is None:
        return
    if is_passive(verb):
        ours, groups = undergoers(told.reading, passage, verb), agents_of(verb)
        ours = ours or people_at(told.reading, passage, named_apart(verb))
    else:
        ours = doers(told.reading, passage, verb, people_only=True)
        groups = hosted(verb) or objects_of(verb) or _run_in(passage, verb) or named_apart(verb)
    if not ours or not groups or (verb.lemma_ == "host" and len(listed(groups[0])) > _FEW):
        return
    ours = without_consorts(told.reading, ours)
    guests = [e for group in groups for e in actors_at(told.reading, passage, group, people_only=True)]
    passive = is_passive(verb)
    if courtesy(told.reading, passage, verb, *((guests, ours) if passive else (ours, guests))):
        return
    if _of_one_state(told, ours) and (
        not passive or len(ours) > 1
    ):  # the hosts at one table, or a delegation
        joint = not passive and len(guests) > 1 and (verb.lemma_ == "host" or _of_one_state(told, guests))
        yield from pairs(told, passage, verb, ours, groups, status, "meeting.receive", True, joint)
        return
    for one in ours:  # those received are received one by one
        yield from pairs(told, passage, verb, [one], groups, status, "meeting.receive", True)


def _run_in(passage: Passage, verb: Token) -> list[Token]:
    """ "received at his office in Rome President X": for parsers the guest ends the name of the place."""
    places = [n for _, n in prepositions(verb, "at", "in", "on")]
    places += [n for place in places for _, n in prepositions(place, "in", "of", "on")]
    people = (
        n for n in places if (found := passage.mention_at.get(n.i)) and found.kind is MentionKind.PERSON
    )
    return [n for n in people if n.nbor(-1).dep_ == "compound" and n.nbor(-1).head == n]


def _of_one_state(told: Telling, people: list[Entity]) -> bool:
    """Whether all serve one state, as far as is known."""
    return len(people) == 1 or len({state_of(told.reading, p) for p in people}) == 1
