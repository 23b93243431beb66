"""What is merely wanted, asked for or promised; whether a verb of recognising says that it is done."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.graph.claims import Status
from summitry.graph.extract.denial import conditional, denied, negated
from summitry.graph.extract.status import status_of
from summitry.graph.extract.status_words import MODAL_MAYBE

DOES, DOES_NOT = "recognises", "does_not_recognise"
HYPOTHETICAL = MODAL_MAYBE | {"would"}
_KEPT_FROM = {"without": DOES_NOT, "against": None}
_NOT_DONE = frozenset("refuse decline oppose reject avoid stop".split())
TAKEN_BACK = frozenset("withdraw revoke retract rescind cancel annul reverse suspend freeze".split())

WISHED = frozenset(
    "ask urge call want refuse decline consider press push demand persuade convince lobby hope hop wish pressure threaten reject oppose "
    "promise plan intend vow pledge expect encourage allow seek try offer mull prepare commit invite beg discuss deny stop "
    "avoid without request debate ready willing prepared about likely unlikely due set close poised able possible reluctant unwilling unable free "
    "keen eager inclined moot contemplate weigh advocate recommend propose threaten suggest favour favor support back reconsider study seek delay postpone".split()
)


_SWORN = frozenset("pledge vow promise swear".split())  # "vowed never to recognise it"
_UNDONE = frozenset(
    "true false rumour talk threat pressure plea bid effort attempt chance need desire refusal right".split()
)  # "threats to scrap the pact"
_DESIRED = frozenset(
    "thing goal aim hope wish priority dream ambition objective target important essential vital crucial necessary imperative desirable".split()
)
_MOTIONS = frozenset(
    "vote motion bill favour favor resolution proposal promise pledge offer call readiness willingness intention".split()
)
_TAKEN = frozenset(
    "announce take defend welcome make confirm praise criticise criticize condemn reach adopt approve justify explain hail".split()
)


def wished(verb: Token) -> bool:
    """Whether somebody merely wants, asks for or promises what a verb says."""
    at = verb
    for _ in range(4):
        if at.dep_ in ("relcl", "ROOT") or at.tag_ not in ("VB", "VBG", "IN", "TO") or at.head == at:
            return False
        at = at.head
        if at.lemma_.lower() in WISHED:
            return True
    return False


def sense(verb: Token) -> str | None:
    """Whether a verb says that something is recognised, that it is not, or neither."""
    if conditional(verb) or denied(verb) or _formerly(verb):
        return None
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if helpers & {"will", "would"} and _resolved(verb):
        return DOES
    longer = any(c.lower_ == "longer" for c in verb.children)
    if negated(verb) or longer or _not_even(verb):
        sworn = verb.tag_ == "VB" and verb.head.lemma_.lower() in _SWORN and plain(verb.head)
        return DOES_NOT if sworn or not (helpers & {"should", "must"} or wished(verb)) else None
    if helpers & (HYPOTHETICAL | {"will", "can", "must", "should", "shall", "ought"}) or "yet" in {
        c.lower_ for c in verb.head.children if verb.dep_ == "xcomp"
    }:
        return None
    at = verb
    for _ in range(4):
        if at.dep_ == "pcomp" and at.head.lower_ in _KEPT_FROM:
            return _KEPT_FROM[at.head.lower_]
        if at.dep_ in ("relcl", "ROOT", "conj", "ccomp", "advcl") and at.tag_ not in ("VB", "VBG"):
            break
        if at.head == at:
            break
        at = at.head
        lemma = at.lemma_.lower()
        ahead = {c.lower_ for c in at.children if c.dep_ == "aux"} & (HYPOTHETICAL | {"will"})
        if at.pos_ == "VERB" and ahead and not (lemma == "continue" and ahead <= {"will", "would"}):
            return None
        if lemma in _NOT_DONE and verb.tag_ in ("VB", "VBG"):
            return DOES_NOT if not negated(at) else None
        if lemma in WISHED and verb.tag_ in ("VB", "VBG"):
            return None
        if lemma in _MOTIONS:
            return None
        if lemma in ("decision", "plan", "move") or lemma in TAKEN_BACK:
            return _of_decision(at)
    return DOES


def _resolved(verb: Token) -> bool:
    """ "announced that it would recognise", of what somebody has decided himself."""
    own = any(c.dep_ == "nsubj" and c.lower_ in ("it", "they", "he", "she", "we") for c in verb.children)
    said = verb.dep_ == "ccomp" and verb.head.lemma_ in ("announce", "declare", "confirm")
    return own and said and not negated(verb) and plain(verb.head)


def _formerly(verb: Token) -> bool:
    """ "once recognised it"."""
    return any(c.lower_ == "once" and c.dep_ == "advmod" and c.i < verb.i for c in verb.children)


def _not_even(verb: Token) -> bool:
    """ "not even Moscow recognises it", "which not even Moscow …"."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    return any(
        t.lower_ == "even" and t.i and t.nbor(-1).lower_ in ("not", "nor") and 0 < s.i - t.i < 5
        for s in subjects
        for t in s.sent[max(0, s.i - s.sent.start - 5) : s.i - s.sent.start]
    )


def _of_decision(noun: Token) -> str | None:
    """ "withdrew its decision to recognise": not; "announced its decision": so; any other decision says nothing."""
    lemma = noun.head.lemma_.lower()
    if lemma in TAKEN_BACK or noun.lemma_.lower() in TAKEN_BACK:
        return DOES_NOT
    taken = noun.lemma_ == "decision" and noun.dep_ in ("dobj", "nsubjpass") and lemma in _TAKEN
    return DOES if taken and plain(noun.head) and _owned(noun) else None


def _owned(noun: Token) -> bool:
    return any(c.dep_ == "poss" or c.lower_ == "the" for c in noun.children)


def plain(verb: Token) -> bool:
    """Whether a verb says that something is so: not denied, supposed, wished or yet to come."""
    if negated(verb) or conditional(verb) or denied(verb):
        return False
    if {c.lower_ for c in verb.children if c.dep_ == "aux"} & (HYPOTHETICAL | {"will"}):
        return False
    at = verb
    while at.dep_ in ("xcomp", "ccomp", "pcomp", "acl", "prep", "acomp") and at.head != at:
        if at.dep_ == "ccomp" and ";" in {t.text for t in at.doc[at.i : at.head.i]}:
            return True  # "A signed it; B has not": another sentence
        at = at.head
        if negated(at) and at.dep_ != "ccomp":
            return False  # "was not interested in establishing"
        if at.lemma_.lower() in (WISHED | _UNDONE) or _desired(at):
            return False
    return True


def _desired(verb: Token) -> bool:
    """ "the main thing is that …", "it is vital that …": what follows is wanted."""
    return verb.lemma_ == "be" and any(
        c.lemma_.lower() in _DESIRED and c.dep_ in ("nsubj", "attr", "acomp") for c in verb.children
    )


def happened(verb: Token) -> bool:
    """Whether a verb says outright that something was done, or is being done."""
    return plain(verb) and status_of(verb) in (Status.OCCURRED, Status.ONGOING)
