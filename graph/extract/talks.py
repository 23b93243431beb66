"""Meetings told by nouns: "talks with X", "Putin's meeting with Xi", "a call between A and B"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Finding, Status
from summitry.graph.coreference import role_of, state_of
from summitry.graph.extract.arguments import (
    actors_at,
    agents_of,
    doers,
    is_passive,
    listed,
    owner_of,
    people_at,
    prepositions,
    subject_of,
    undergoers,
    verb_of,
)
from summitry.graph.extract.before_talks import hyphened, shared_owner
from summitry.graph.extract.company import Telling, is_person, pairs
from summitry.graph.extract.series import series_of
from summitry.graph.extract.status import negated, status_of
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.reading import Reading

_NOUNS = frozenset("meeting talk discussion negotiation conversation consultation call dinner lunch breakfast audience encounter "
                   "tete-a-tete tête-à-tête tête tete dialogue summit handshake trilateral bilateral one-on-one sitdown sit-down huddle "
                   "banquet teleconference videoconference engagement chat meal parley get-together heart-to-heart pull-aside tea coffee".split())  # fmt: skip
_JOINT = frozenset("conference session".split())  # "a press conference with X"
_MEALS = frozenset("dinner lunch breakfast banquet reception meal".split())
_SESSIONS = frozenset("session exchange".split())  # with somebody, or of two
_SPELLS = frozenset("hour minute".split())  # "had an hour with X"
_ADJECTIVES = frozenset("trilateral bilateral".split())
_HELD = ("NOUN", "PROPN")
_HOLD = frozenset("get enjoy attend join host give throw tell address co-chair chair hold have conduct start begin open continue conclude end finish resume wrap enter kick plan schedule expect "
                  "leave lead launch arrange pay receive make place take".split())  # fmt: skip
_FOR_IT = frozenset(
    "enter sit leave arrive gather meet fly go travel come head return say tell sign agree announce".split()
)
_WITHIN = frozenset("after during at in following for before ahead over on from into through".split())
_HAPPEN = frozenset("take hold plan schedule expect arrange follow happen due be".split())
_SAY = frozenset("say tell announce confirm".split())
_LEADERS = frozenset("president,prime minister,chancellor,king,emir,sultan,premier,taoiseach".split(","))
_PARTS = frozenset(
    "day round hour series set session number couple morning afternoon evening night week weekend minute".split()
)  # "two days of talks"
_SIT_IN = frozenset("attend participate".split())
_ROLE = {"with": "participation", "in": "presence"}
_INCLUDE = frozenset("include feature envisage foresee provide".split())
_PLANNED = frozenset("line plan schedule set arrange expect slate".split())


def is_meeting(noun: Token) -> bool:
    """Whether a noun tells of people who meet or speak."""
    lemma = noun.lemma_.lower()
    if lemma in ("tête", "tete") and noun.dep_ in ("compound", "amod"):
        return False
    if noun.pos_ not in _HELD and not (lemma in _ADJECTIVES and noun.dep_ in ("dobj", "pobj", "nsubj")):
        return False
    words = {c.lower_ for c in noun.children}
    shared = any(prepositions(noun, "with", "between"))
    return (
        lemma in _NOUNS
        or (lemma in _SESSIONS and (shared or (noun.dep_ == "dobj" and noun.head.lemma_ in ("hold", "have"))))
        or (lemma in _SPELLS and shared and noun.head.lemma_ in ("get", "have"))
        or (lemma == "face" and noun.doc[noun.i : noun.i + 5].text.lower().startswith("face-to-face"))
        or (lemma in _JOINT and bool(words & {"press", "news", "joint", "video"}))
        or (lemma == "reception" and bool(_honoured(noun)))
        or (lemma == "view" and noun.head.head.lower_ == "exchange")
    )


def talks(told: Telling, passage: Passage, noun: Token) -> Iterator[Finding]:
    """The meetings that one noun states."""
    whole = _whole(noun)
    reading, verb = told.reading, _verb(whole)
    groups = _guests(told, passage, noun, whole)
    between = [n for _, n in prepositions(noun, "between", "among")]
    if not between and noun.dep_ in ("nsubj", "nsubjpass"):
        between = [n for _, n in prepositions(verb, "between", "among")]
    if noun.lemma_.lower() == "summit" and (
        series_of(reading, passage, noun) is not None
        or not (groups or between or held_by_two(told, passage, noun))
    ):
        return
    status = status_of(whole, passage.headline)
    if status is None or negated(verb) or _definition(noun):
        return
    if status is Status.ONGOING and _arranged(noun):
        status = Status.PLANNED
    if (
        not groups
        and verb != noun
        and (whole.dep_ in ("dobj", "pobj") or verb.dep_ == "relcl")
        and verb.lemma_ in _HOLD
    ):
        groups = [n for _, n in prepositions(verb, "with")]
    elif groups and whole.dep_ == "dobj" and verb.lemma_ in _HOLD:  # "meetings with X and, on Friday, with Y"
        groups += [n for _, n in prepositions(verb, "with") if n not in groups]
    ours = _holders(told, passage, whole, verb, bool(groups))
    if not ours and status is Status.CANCELLED and noun.dep_ == "dobj":
        ours = doers(reading, passage, verb)
    if between:
        ours = [a for n in between for a in actors_at(reading, passage, n)]
    if ours and (between or groups):
        ours = [*ours, *(e for e in _present(told, passage, noun, verb) if e not in ours)]
    one = noun.tag_ == "NN" and any(
        c.lower_ in ("a", "an", "the", "their") or c.dep_ == "poss" for c in noun.children
    )
    one = one or (noun.tag_ == "NN" and noun.lemma_.lower() in _MEALS)  # "have dinner with X and Y"
    yield from pairs(told, passage, noun, ours, groups, status, "meeting.noun", False, one)


def _present(told: Telling, passage: Passage, noun: Token, verb: Token) -> list[Entity]:
    """Who else sits at the table: "X was present in the meeting between Y and Z", "will be held with the participation of X"."""
    found = []
    at_it = noun.dep_ == "pobj" and verb.lemma_ == "be" and noun.head.head.lower_ == "present"
    if at_it or (noun.dep_ in ("dobj", "pobj") and verb.lemma_ in _SIT_IN):
        found = doers(told.reading, passage, verb, people_only=True)
    elif noun.dep_ == "nsubjpass" and verb.lemma_ in _SIT_IN:
        found = people_at(told.reading, passage, agents_of(verb))
    for at in (noun, verb):
        for word, part in prepositions(at, "with", "in"):
            if part.lower_ == _ROLE[word.lower_]:
                found += people_at(told.reading, passage, [n for _, n in prepositions(part, "of")])
    return found


def _guests(told: Telling, passage: Passage, noun: Token, whole: Token) -> list[Token]:
    """With whom a meeting is, as the words that hang from its noun say."""
    lemma, reading = noun.lemma_.lower(), told.reading
    pairs = [p for at in dict.fromkeys((noun, whole, *_arranged(noun))) for p in prepositions(at, "with")]
    if lemma == "summit":  # "came to the summit together with X"
        pairs = [(w, n) for w, n in pairs if w.nbor(-1).lower_ not in ("together", "along")]
    found = [n for _, n in pairs]
    if not found:  # "discussions on trade and investment with X": parsers hang him on what is discussed
        topics = [t for _, n in prepositions(noun, "on", "about") for t in listed(n)]
        found = [n for t in topics for _, n in prepositions(t, "with") if is_person(reading, passage, n)]
    if lemma == "call":
        asks = any(t.dep_ in ("acl", "xcomp", "relcl") and t.tag_ == "VB" for t in noun.subtree)  # "to act"
        words = ("to", "from") if asks else ("on", "to", "from")
        found += [n for _, n in prepositions(noun, *words) if is_person(reading, passage, n)]
    elif lemma == "audience":
        found += [n for _, n in prepositions(noun, "by")]
    elif lemma in _MEALS:
        found += [n for n in _honoured(noun) if is_person(reading, passage, n)]
    return found


def _whole(noun: Token) -> Token:
    """ "two days of talks", "an exchange of views": the noun that stands for the meeting in its clause."""
    of = noun.head
    parts = noun.dep_ == "pobj" and of.lower_ == "of" and of.head.pos_ == "NOUN"
    return of.head if parts and (of.head.lemma_ in _PARTS or of.head.lower_ == "exchange") else noun


def _honoured(noun: Token) -> list[Token]:
    """For whom a meal is given: "a dinner for X", "a banquet in honour of X"."""
    found = [n for _, n in prepositions(noun, "for")]
    for at in (noun, noun.head):
        for _, honour in prepositions(at, "in"):
            if honour.lower_ in ("honour", "honor"):
                found += [n for _, n in prepositions(honour, "of")]
    return found


def _definition(noun: Token) -> bool:
    """ "The Quad is a security dialogue between …": what something is, not what took place."""
    return (
        noun.dep_ == "attr"
        and noun.head.tag_ == "VBZ"
        and any(c.dep_ == "nsubj" and c.pos_ == "PROPN" for c in noun.head.children)
    )


def _verb(noun: Token) -> Token:
    """The verb that tells of a meeting: that of "the talks he had with X", else the one the noun hangs from."""
    for clause in noun.children:
        if (
            clause.dep_ == "relcl"
            and clause.lemma_ in _HOLD
            and any(c.dep_ in ("nsubj", "nsubjpass") and c.tag_ not in ("WDT", "WP") for c in clause.children)
        ):
            return clause
    return verb_of(noun)


def _arranged(noun: Token) -> list[Token]:
    """ "meetings lined up with X", "talks scheduled with Y": the participle that the partners hang from."""
    return [c for c in noun.children if c.dep_ == "acl" and c.lemma_ in _PLANNED]


def held_by_two(told: Telling, passage: Passage, noun: Token) -> bool:
    """ "Trump and Putin held a summit": whether exactly two people, of two states, are those who hold it."""
    verb = verb_of(noun)
    if noun.dep_ != "dobj" or verb.lemma_ not in _HOLD:
        return False
    people = doers(told.reading, passage, verb, people_only=True)
    return len(people) == 2 and len({state_of(told.reading, p) for p in people} - {None}) == 2


def _holders(told: Telling, passage: Passage, noun: Token, verb: Token, partners: bool) -> list[Entity]:
    """Whose meeting it is: its owner's, its verb's subject's, or that of whom the text tells."""
    reading = told.reading
    ours = (
        hyphened(reading, passage, noun)
        or shared_owner(reading, passage, noun)
        or owner_of(reading, passage, noun)
    )
    if ours or verb == noun:
        return ours
    if verb.pos_ not in ("VERB", "AUX"):  # a caption: "X, left, and Y during their meeting"
        return actors_at(reading, passage, verb, people_only=True)
    if verb.dep_ == "relcl" and verb.head == noun:
        return doers(reading, passage, verb)
    if noun.dep_ == "conj" and noun.head.pos_ in ("VERB", "NOUN") and partners:
        first = noun.head if noun.head.pos_ == "VERB" else verb_of(noun.head)
        return doers(reading, passage, first) if first.lemma_ in _HOLD else []
    if noun.dep_ == "dobj" and verb.lemma_ in _INCLUDE and partners:
        trip = subject_of(verb)
        owner = owner_of(reading, passage, trip) if trip is not None else []
        return [e for e in owner if e.kind is EntityKind.PERSON] or list(told.scene.subject(passage, noun))
    if noun.dep_ == "dobj" and verb.lemma_ == "grant":
        return undergoers(reading, passage, verb)
    if noun.dep_ in ("dobj", "attr"):
        return doers(reading, passage, verb) if verb.lemma_ in _HOLD else []
    if noun.dep_ == "pobj" and noun.head.dep_ == "agent" and verb.lemma_ == "follow":
        return _before(told, passage, verb)
    if noun.dep_ == "pobj" and (
        verb.lemma_ in _FOR_IT
        or (partners and (noun.head.lower_ in _WITHIN or noun.head.head.lower_ in ("ahead", "out", "eve")))
    ):
        ours = doers(reading, passage, verb, people_only=verb.lemma_ not in _FOR_IT)
        ours = ours or _speakers(told, passage, verb)
        return ours or (list(told.scene.subject(passage, noun)) if partners and _empty_subject(verb) else [])
    if noun.dep_ == "pobj" and noun.head.lower_ in _WITHIN and verb.lemma_ != "be":
        return _of_two_states(reading, doers(reading, passage, verb, people_only=True))
    if partners and noun.dep_ in ("nsubj", "nsubjpass") and verb.lemma_ in _HAPPEN:
        if verb.dep_ == "ccomp" and verb.head.lemma_ in _SAY and verb.head.i > verb.i:
            return _announced(told, passage, noun, verb.head)
        return list(told.scene.subject(passage, noun))
    return []


def _before(told: Telling, passage: Passage, following: Token) -> list[Entity]:
    """ "X spoke in Rome, followed by talks with Y": those of whom the clause before tells."""
    above = following.head
    if following.dep_ not in ("advcl", "acl") or above == following:
        return []
    if is_meeting(above):
        return _holders(told, passage, above, verb_of(above), True)
    if above.pos_ not in ("VERB", "AUX"):
        above = verb_of(above)
        if above.i > following.head.i:  # "the speech, followed by talks with Y, was praised by X"
            return []
    if is_passive(above):
        return [e for e in undergoers(told.reading, passage, above) if e.kind is EntityKind.PERSON]
    return doers(told.reading, passage, above, people_only=True)


def _announced(told: Telling, passage: Passage, noun: Token, saying: Token) -> list[Entity]:
    """ "A meeting with Y is planned, X said": X's own where he leads, else that of whom the text tells."""
    speakers = doers(told.reading, passage, saying, people_only=True)
    subject = list(told.scene.subject(passage, noun))
    if any(role_of(told.reading, p) in _LEADERS for p in speakers):
        return speakers
    theirs, his = ({state_of(told.reading, p) for p in people} for people in (speakers, subject))
    return subject if theirs == his else []


def _of_two_states(reading: Reading, people: list[Entity]) -> list[Entity]:
    """ "Abe and the visiting premier agreed at talks": people of different states, who meet each other."""
    states = {state_of(reading, p) for p in people}
    return people if len(people) > 1 and len(states) == len(people) and None not in states else []


def _speakers(told: Telling, passage: Passage, verb: Token) -> list[Entity]:
    """ "X said that trade was discussed at talks with Y": he who tells of what had no other doer."""
    above = verb.head
    if verb.dep_ != "ccomp" or above.lemma_ not in _SAY or not is_passive(verb):
        return []
    return doers(told.reading, passage, above, people_only=True)


def _empty_subject(verb: Token) -> bool:
    """ "This is his first trip after the summit with X": the sentence is about somebody, not by him."""
    subject = subject_of(verb)
    return subject is not None and subject.lower_ in ("it", "this", "that", "there")
