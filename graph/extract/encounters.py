"""Verbs that tell of people who meet only with certain words beside them: "saw X", "signed … with X", "stood next to X".

Each frame says where those met stand in the clause; what two people of two states do together, they do at a meeting.
"""

from __future__ import annotations

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.coreference import state_of
from summitry.graph.extract.actors import actor_at, doers, undergoers
from summitry.graph.extract.arguments import agents_of, is_passive, listed, objects_of, prepositions
from summitry.graph.extract.clauses import place_clause
from summitry.graph.extract.company import Telling, beside, is_person
from summitry.graph.extract.occasions import astray, at_gathering, at_summit, at_their_talks, by_phone
from summitry.graph.extract.places import places_of
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import MentionKind
from summitry.graph.mentions.recogniser import is_dated

_TELL = frozenset(
    "tell inform assure warn congratulate thank brief invite update ask urge remind reassure advise press encourage promise".split()
)
_FACE_TO_FACE = frozenset("tell inform assure warn brief reassure remind".split())
_WISH = frozenset("congratulate thank".split())
DISCUSS = frozenset("discuss review exchange share shake".split())
# What people share who are in one place, and what they exchange from afar.
_SHARED = frozenset("stage platform podium table meal dinner lunch breakfast drink toast car limousine carriage joke laugh smile handshake view "
                    "bench sofa room panel moment hug embrace coffee tea".split())  # fmt: skip
_SENT = frozenset("letter message telegram cable note barb insult threat accusation blow fire prisoner ambassador congratulation greeting "
                  "recrimination tweet jibe information data charge missive wish condolence detainee captive envoy shot salvo list "
                  "treaty instrument document jab rebuke criticism taunt compliment blame ultimatum".split())  # fmt: skip
_WRITTEN = frozenset("letter petition article decree".split())  # signed by several, each where he is
# What is done with somebody: "signed an accord with X", "laid a wreath with X".
_WITH = frozenset("sign ink initial seal conclude reach strike mark celebrate commemorate inaugurate open launch unveil lay appear pose "
                  "start begin witness tour walk stroll watch spend visit stand sit agree".split())  # fmt: skip
JOINT = frozenset(
    "join sign ink initial seal agree conclude reach strike inaugurate pose lay bring get".split()
)  # one meeting of all
_GATHERS = frozenset("bring get".split())  # … together
_PRESIDE = frozenset("chair cochair oversee witness".split())  # … over what is in _CHAIRED
_STRONG = frozenset("sign ink initial seal inaugurate pose".split()) | _PRESIDE  # by two, wherever
_CLASP = frozenset("embrace hug".split())  # … with nobody else named
# … and what two do only where a place is named with it.
_BY_TWO = frozenset("agree announce raise upgrade elevate lift conclude reach issue open launch unveil mark celebrate commemorate "
                    "pledge vow seal declare witness lay appear gather convene hail".split())  # fmt: skip
_STUMBLE = frozenset("run bump".split())
_COME = frozenset("come get".split())
_CHAIRED = frozenset(
    "meeting session talk commission committee council consultation signing ceremony".split()
)
_GIVE = frozenset("hand present give award".split())
_SUCCESSION = frozenset("power office post chairmanship presidency chair".split())
_HONOUR = frozenset({"decorate"})
AWAIT = frozenset("expect await".split())
_BY_OTHERS = AWAIT | {"flank"}
_CALL = frozenset("call ring".split())
_SPEAK = frozenset("stand sit speak appear pose talk say".split())
_CLAUSES = frozenset({"ccomp", "xcomp", "oprd"})


def partners(told: Telling, passage: Passage, verb: Token, lemma: str) -> list[Token] | None:
    """Those met, as the verb's frame has them; [] where its subjects met each other, None where nobody did."""
    if is_passive(verb) and lemma in _BY_OTHERS:
        return _by_others(told, passage, verb, lemma)
    passive = is_passive(verb) and not (agents_of(verb) and by_phone(verb))
    objects = objects_of(verb) if not passive else []
    found = _by_object(told, passage, verb, lemma, objects) or _by_preposition(
        told, passage, verb, lemma, objects
    )
    if found:
        return found
    return [] if _each_other(told, passage, verb, lemma, objects) else None


def _by_others(told: Telling, passage: Passage, verb: Token, lemma: str) -> list[Token] | None:
    """ "is expected in Rome by X", "flanked by X": those of another state who do it to the subject."""
    people = [a for a in agents_of(verb) if is_person(told.reading, passage, a)]
    if lemma in AWAIT and not (_placed(told, passage, verb) or place_clause(verb) is not None):
        return None
    ours = {state_of(told.reading, p) for p in undergoers(told.reading, passage, verb)} - {None}
    theirs = {state_of(told.reading, e) for a in people for e in actor_at(told.reading, passage, a)}
    return people if ours and theirs and None not in theirs and not ours & theirs else None


def _abroad(told: Telling, people: list[Entity]) -> bool:
    """Whether people are of two states at least, and so must have come together."""
    return len(people) > 1 and len({state_of(told.reading, p) for p in people} - {None}) > 1


def _by_object(told: Telling, passage: Passage, verb: Token, lemma: str, objects: list[Token]) -> list[Token]:
    clause = any(c.dep_ in _CLAUSES for c in verb.children)
    people = [o for o in objects if is_person(told.reading, passage, o)]
    if not people:
        return []
    if lemma == "see":
        fits = not clause and not any(c.dep_ == "prt" or c.lower_ == "as" for c in verb.children)
    elif lemma == "join":
        fits = at_gathering(verb, "for", "at", "in") or (not clause and _placed(told, passage, verb))
        people = _foreign(told, passage, verb, people)  # whoever joins his own leader joins a delegation
        fits = fits and not at_summit(verb, "for", "at", "in", "during")
    elif lemma in _CALL:
        named = any(c.dep_ in ("oprd", "ccomp", "attr") for c in verb.children)
        aim = any(c.dep_ in ("xcomp", "advcl") and c.tag_ == "VB" for c in verb.children)
        dated = any(is_dated(n) for _, n in prepositions(verb, "on"))
        fits = not named and (by_phone(verb) or aim or dated) and not any(prepositions(verb, "for"))
    elif lemma in AWAIT:
        fits = not clause and _placed(told, passage, verb)
    elif lemma in _HONOUR:
        fits = not is_passive(verb)
    elif lemma == "visit":
        fits = True
    elif lemma in _GATHERS:
        fits = gathered(verb) and _several(told, passage, people)
    else:
        fits = by_phone(verb) or (
            lemma in _TELL
            and (
                (
                    at_gathering(verb, "at", "during", "in")
                    and not (lemma in _WISH and at_summit(verb, "at", "during", "in"))
                )
                or at_their_talks(verb)
                or (lemma in _FACE_TO_FACE and _placed(told, passage, verb))
                or place_clause(verb) is not None
            )
        )
    return people if fits else []


def gathered(verb: Token) -> bool:
    """ "brought together X and Y", "the meeting brought X and Y together"."""
    return verb.lemma_ in _GATHERS and any(c.lower_ == "together" for c in verb.children)


def _several(told: Telling, passage: Passage, people: list[Token]) -> bool:
    """Whether nouns name two people and more."""
    found = [e for p in people for t in listed(p) for e in actor_at(told.reading, passage, t)]
    return len({e.key for e in found if e.kind is EntityKind.PERSON}) > 1


def _by_preposition(
    told: Telling, passage: Passage, verb: Token, lemma: str, objects: list[Token]
) -> list[Token]:
    if lemma in _WITH or lemma in DISCUSS:
        together = _done_with(told, passage, verb, lemma, objects)
        if together is None:
            return []
        found = together
    elif lemma in _GIVE:
        if not objects or any(o.lemma_ in _SUCCESSION for o in objects):
            return []
        found = [n for at in (verb, objects[0]) for _, n in prepositions(at, "to")]
        if not any(_placed(told, passage, at) for at in (verb, *found)):
            return []  # "gave his support to X": from afar
    elif lemma in ("call", "drop") and not any(c.dep_ in ("xcomp", "advcl", "ccomp") for c in verb.children):
        found = [n for _, n in prepositions(verb, "on", "upon")]
    elif lemma == "be":
        found = _guest_of(told, passage, verb)
    elif lemma in _STUMBLE:
        found = [n for _, n in prepositions(verb, "into")]
    elif lemma in _COME:
        aside = [c for c in verb.children if c.lower_ in ("together", "face")]
        found = [n for at in (verb, *aside) for _, n in prepositions(at, "with")] if aside else []
    elif by_phone(verb) or at_gathering(verb, "at", "during"):  # "offered his condolences to X in a call"
        found = [n for at in (verb, *objects) for _, n in prepositions(at, "to", "with")]
    else:
        found = []
    if lemma in _SPEAK:
        found = found + beside(verb)
    people = [n for n in found if is_person(told.reading, passage, n)]
    return people if lemma in DISCUSS or lemma in ("call", "drop") else _foreign(told, passage, verb, people)


def _done_with(
    told: Telling, passage: Passage, verb: Token, lemma: str, objects: list[Token]
) -> list[Token] | None:
    """With whom something is done; None where it is nothing that people do together."""
    if lemma == "shake" and not any(o.lower_ == "hands" for o in objects):
        return None
    if lemma == "agree" and not _placed(told, passage, verb):
        return None
    if _from_afar(lemma, objects):
        return None
    if at_summit(verb, "at", "during", "in"):
        return None  # all who attend are told of with the summit
    if lemma == "stand" and not _placed(told, passage, verb):
        return []  # "stood with X on sanctions"
    deep = [n for o in objects for _, n in prepositions(o, "of")]  # "mark the end of the war with X"
    found = [n for at in (verb, *objects, *deep) for _, n in prepositions(at, "with")]
    return [_before_topic(passage, n) for n in found] or list(astray(verb, "with"))


def _before_topic(passage: Passage, noun: Token) -> Token:
    """ "discussed with X efforts to end the war": parsers make one name of him and what is discussed."""
    name = noun.nbor(-1) if noun.i > noun.sent.start else noun
    run_in = name.dep_ == "compound" and name.head == noun and noun.i not in passage.mention_at
    named = passage.mention_at.get(name.i) if run_in and noun.tag_ in ("NN", "NNS") else None
    return name if named is not None and named.kind is MentionKind.PERSON else noun


def _foreign(told: Telling, passage: Passage, verb: Token, people: list[Token]) -> list[Token]:
    """Those of another state than the subject: what somebody does with his own minister is no meeting of note."""
    ours = {state_of(told.reading, p) for p in doing(told, passage, verb)} - {None}
    found = []
    for token in people:
        theirs = {state_of(told.reading, e) for e in actor_at(told.reading, passage, token)} - {None}
        if not ours & theirs:
            found.append(token)
    return found


def _guest_of(told: Telling, passage: Passage, verb: Token) -> list[Token]:
    """ "was the guest of X", "was X's guest", "will be in Amman with King Abdullah"."""
    found = []
    for guest in (c for c in verb.children if c.dep_ == "attr" and c.lemma_ in ("guest", "host")):
        found += [n for _, n in prepositions(guest, "of")]
        found += [c for c in guest.children if c.dep_ == "poss"]
    long = any(n.lemma_ in ("hour", "minute") for _, n in prepositions(verb, "for"))
    if not found and (long or by_phone(verb) or _placed(told, passage, verb)):
        found = [n for _, n in prepositions(verb, "with", "alongside")]
    return found


def _each_other(told: Telling, passage: Passage, verb: Token, lemma: str, objects: list[Token]) -> bool:
    """What the subjects of a verb, two people of two states, do with each other."""
    reciprocal = any(o.lower_ == "other" for o in objects)
    if lemma == "see":
        return reciprocal
    together = any(c.lower_ == "together" for c in verb.children)
    fits = (
        lemma in _CLASP
        or (lemma in _STRONG and bool(objects or is_passive(verb) or verb.tag_ == "VBN"))
        or lemma in DISCUSS
        or (lemma in _COME and together)
        or (lemma in _BY_TWO and _placed(told, passage, verb))
        or by_phone(verb)
    )
    if not fits or any(c.lower_ in ("separate", "respective", "separately") for c in verb.subtree):
        return False
    if lemma == "shake":
        return any(o.lower_ == "hands" for o in objects)
    if _from_afar(lemma, objects):
        return False
    if lemma in _PRESIDE and not any(o.lemma_.lower() in _CHAIRED for o in objects_of(verb)):
        return lemma in _BY_TWO and _placed(told, passage, verb) and _abroad(told, doing(told, passage, verb))
    if lemma == "exchange":
        return True
    return _abroad(told, doing(told, passage, verb))


def _from_afar(lemma: str, objects: list[Token]) -> bool:
    """ "shared a photograph with X", "exchanged letters": nothing that takes a meeting."""
    if lemma == "sign" and any(o.lemma_.lower() in _WRITTEN for o in objects):
        return True
    if lemma == "share":
        return not any(o.lemma_.lower() in _SHARED for o in objects)
    return lemma == "exchange" and any(t.lemma_.lower() in _SENT for o in objects for t in listed(o))


def doing(told: Telling, passage: Passage, verb: Token) -> list[Entity]:
    """The people who do what a verb says, also as the "by …" of a passive; who is expected or flanked by others."""
    if is_passive(verb) and verb.lemma_.lower() in _BY_OTHERS:
        return undergoers(told.reading, passage, verb)
    agents = agents_of(verb) if is_passive(verb) or verb.tag_ == "VBN" else []
    if agents:
        return [
            e
            for agent in agents
            for item in listed(agent)
            for e in actor_at(told.reading, passage, item)
            if e.kind is EntityKind.PERSON
        ]
    return doers(told.reading, passage, verb, people_only=True)


def _placed(told: Telling, passage: Passage, verb: Token) -> bool:
    """Whether a verb's clause names the place, or hangs from one: "Rome, where X awaits him"."""
    return (
        any(c.lower_ == "here" for c in verb.children)
        or any(True for _ in places_of(told.reading, passage, verb, "in", "at"))
        or (verb.lemma_ in AWAIT and place_clause(verb) is not None)
    )
