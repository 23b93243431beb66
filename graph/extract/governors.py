"""What the verb above another says of it: "had been due to", "was the first to", "was in Rome to", "is billed to", "before ending"."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.graph.claims import Status
from summitry.graph.extract.arguments import prepositions, verb_of
from summitry.graph.extract.denial import conditional, due
from summitry.graph.extract.status_words import (
    AFTER,
    AHEAD,
    ARRIVES,
    GOING,
    MODAL_MAYBE,
    REPORT,
    TIMETABLES,
    WISH,
)
from summitry.graph.mentions.recogniser import is_dated

_DUE = frozenset("due schedule plan expect slate set book".split())
_ENDS = frozenset("end conclude finish wrap complete close cap".split())
_RANKS = frozenset("first second third last latest only highest youngest".split())
_UNTIL = frozenset("when before until till once after".split())
_COMES = frozenset("arrive land".split())
_SETS_OFF = frozenset("leave depart set head embark".split())
_HOLDS = frozenset("include feature envisage foresee cover contain".split())
_PARTIES = frozenset(
    "delegation team side party government ministry country state minister president leader premier official".split()
)
_ASKED = frozenset("recommend insist proposal suggestion demand request call recommendation".split())
_LISTS = frozenset("agenda programme program schedule itinerary plan calendar".split())
_ITEMS = frozenset(
    "meet visit call hold have arrive travel fly leave depart attend pay proceed".split()
)  # of a plan
_STIRRING = frozenset("underway afoot ongoing".split())


def had_been(governor: Token) -> bool:
    """ "had been due": a plan that is told because nothing came of it."""
    verb = governor if governor.pos_ in ("VERB", "AUX") else governor.head
    words = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")} | {verb.lower_}
    if "had" in words and governor.lemma_ in ("plan", "intend") and governor.tag_ == "VBN":
        return True  # "had planned to fly"
    if governor.lemma_ == "suppose" and words & {"was", "were"}:
        return True  # "was supposed to fly"
    return "had" in words and "been" in words and governor.lemma_ in _DUE


def was_due(event: Token) -> bool:
    """ "was expected to arrive on Wednesday": told the day after, it may have been the Wednesday that is over."""
    above = (event, event.head, event.head.head)
    due = next((t for t in above if t.lemma_ in _DUE | {"expect"}), None)
    verbs = (due, due.head, *due.children) if due is not None else ()
    return any(t.lower_ in ("was", "were") for t in verbs)


def ranked(verb: Token) -> bool:
    """ "was the first leader to visit", "became the only president to do so": of what somebody did, not of what he is to do."""
    rank = next((c for c in verb.children if c.dep_ in ("attr", "oprd")), None)
    if rank is None or verb.lemma_ not in ("be", "become"):
        return False
    return rank.lower_ == "president" or any(c.lower_ in _RANKS for c in rank.children)


def one_of(governor: Token, infinitive: Token) -> bool:
    """ "were among the leaders to arrive", "the first to arrive was …": so did those named."""
    if governor.lemma_ == "be":
        return any(c.dep_ == "prep" and c.lower_ == "among" and c.i < infinitive.i for c in governor.children)
    return governor.lower_ in _RANKS and governor.head.lemma_ == "be"


def accepted(noun: Token) -> bool:
    """ "accepted an invitation to visit": as good as a plan."""
    return noun.lemma_ == "invitation" and noun.dep_ == "dobj" and noun.head.lemma_ == "accept"


def cut_short(verb: Token) -> bool:
    """ "before ending his visit": what had begun by then."""
    return verb.lemma_ in _ENDS and verb.dep_ == "pcomp" and verb.head.lower_ == "before"


def goes_on_from(verb: Token) -> bool:
    """ "met him on Friday before flying to Rome": what somebody did next."""
    above = verb_of(verb.head)
    before = verb.dep_ in ("pcomp", "advcl") and (
        verb.head.lower_ == "before" or any(c.lower_ == "before" for c in verb.children)
    )
    return verb.tag_ == "VBG" and before and above.tag_ == "VBD" and above.lemma_ not in REPORT


def came(verb: Token, governor: Token) -> bool:
    """ "visited a factory before arriving in Rome": he did arrive; "in 2006, when he was in Oslo before going to Rome"."""
    then = any(c.lower_ == "when" for c in governor.children) and governor.tag_ == "VBD"
    came_to = verb.lemma_ in ARRIVES and governor.tag_ == "VBD" and governor.lemma_ not in REPORT
    return then or came_to


def somewhere(verb: Token) -> bool:
    """Whether a form of "be" says where: "was in Rome"."""
    return any(
        c.dep_ == "prep" and c.lower_ in ("in", "at") and any(n.pos_ == "PROPN" for n in c.children)
        for c in verb.children
    )


def told_to(governor: Token) -> bool:
    """ "is billed to", "has been asked to": a passive that points ahead."""
    return any(c.dep_ == "auxpass" and c.lower_ in ("is", "are", "'s") for c in governor.children)


def first_of(noun: Token) -> bool:
    """ "the first president to visit", "a senior official to go there": one of a kind, none that a headline names."""
    return any(c.dep_ in ("det", "amod", "nummod") and c.i < noun.i for c in noun.children)


def sets_off(verb: Token) -> bool:
    """A headline's "Premier travelling to Rome", "X coming to Rome for talks": a journey ahead."""
    helpers = any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    going = verb.lemma_.lower() in GOING and verb.lemma_.lower() not in ARRIVES - {"come"}
    return going and not helpers and verb.dep_ in ("ROOT", "acl")


def yet_to(verb: Token) -> bool:
    """ "will discuss it when they meet", "before he arrives": a present tense of what is to come."""
    if verb.dep_ != "advcl" or (verb.head.tag_ in ("VBD", "VBN") and not _ahead(verb.head)):
        return False
    helpers = any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    return not helpers and any(
        c.lower_ in _UNTIL and c.dep_ in ("advmod", "mark") and c.i < verb.i for c in verb.children
    )


def wished_for(verb: Token) -> bool:
    """ "proposed that they meet", "his proposal in a letter that the two hold talks": a present tense of what is asked for."""
    if not any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children):
        return False
    return any(t.lemma_ in WISH | _ASKED for t in [*verb.ancestors][:4])


def _ahead(verb: Token) -> bool:
    """Whether a participle stands in what is or will be: "is expected to"."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    return bool(helpers & {"is", "are", "'s", "’s", "will", "be"}) and "had" not in helpers


def foresees(verb: Token) -> bool:
    """ "his agenda includes talks", "the programme features a visit": a timetable's present."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    timetable = subject is not None and subject.lemma_.lower() in AHEAD
    return timetable and verb.lemma_ in _HOLDS and verb.tag_ in ("VBZ", "VBP")


def timetabled(noun: Token, verb: Token) -> bool:
    """ "is due for talks", "his agenda includes talks", "has scheduled a trip with stops at the summit"."""
    stops = verb.lemma_ in TIMETABLES and any(c.dep_ == "dobj" for c in verb.children)
    if noun.dep_ == "pobj":
        return stops or due(verb)
    if noun.dep_ in ("nsubj", "attr") and on_agenda(verb):
        return True
    return due(verb) if noun.dep_ == "nsubj" else noun.dep_ == "dobj" and foresees(verb)


def on_agenda(verb: Token) -> bool:
    """ "Talks with X are on the agenda", "… are part of his programme", "On his schedule is a meeting with X"."""
    parts = [verb, *(c for c in verb.children if c.lower_ == "part")] if verb.lemma_ == "be" else []
    return any(
        n.lemma_.lower() in _LISTS for at in parts for _, n in prepositions(at, "on", "among", "of", "in")
    )


def under_way(verb: Token) -> bool:
    """ "negotiations are under way": for something that nobody has agreed yet."""
    return verb.lemma_ == "be" and any(
        c.lower_ in _STIRRING or (c.lower_ == "under" and any(n.lower_ == "way" for n in c.children))
        for c in verb.children
    )


def follows(noun: Token, verb: Token) -> bool:
    """ "The talks follow a visit": a present tense of what has been, plural or not."""
    helpers = any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    return (
        noun.dep_ == "nsubj" and verb.lemma_ == "follow" and verb.tag_ in ("VB", "VBP", "VBZ") and not helpers
    )


def reported(verb: Token) -> bool:
    """ "said he would visit": a plan told in the past."""
    at = verb
    for _ in range(4):
        if at.dep_ in ("ccomp", "relcl", "advcl", "conj") and at.head != at:
            at = at.head
            if at.lemma_ in REPORT:
                return True
        else:
            break
    if any(c.dep_ in ("ccomp", "parataxis") and c.lemma_ in REPORT for c in verb.children):
        return True
    if any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children):  # whatever else stands in between
        return any(t.lemma_ in REPORT for t in verb.ancestors)
    return any(t.lower_ == "according" for t in verb.sent) or _next_of_plan(verb)


def _next_of_plan(verb: Token) -> bool:
    """ "He would also call on X", "would hold talks with X on Friday": the next item of a plan, in papers that put it so."""
    somebody = any(c.dep_ == "nsubj" and c.pos_ in ("PROPN", "PRON") for c in verb.children)
    if verb.lemma_ not in _ITEMS or verb.dep_ not in ("ROOT", "conj") or not somebody:
        return False
    days = any(is_dated(c) for c in (*verb.children, *(n for _, n in prepositions(verb, "on"))))
    return days or any(c.lower_ in ("also", "later", "then") for c in verb.children)


def of_things(verb: Token) -> bool:
    """ "trade would grow after their talks": whether what a verb tells is done by nobody."""
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    return any(c.pos_ == "NOUN" and c.lemma_.lower() not in _PARTIES for c in subjects)


def after_things(event: Token) -> bool:
    """ "said trade would grow after meeting X", "after talks with X"."""
    after = event.head.dep_ == "prep" and event.head.lower_ in AFTER
    return after and of_things(verb_of(event.head))


def over(verb: Token, governor: Token) -> bool:
    """ "after arriving in Rome, he will …", "said trade would grow after meeting X": done, whatever is to come then."""
    return verb.lemma_ in ARRIVES or of_things(governor)


def took_place(verb: Token) -> Status | None:
    """ "did not speak at the summit", "failed to agree at their talks": it was held, whatever did not come of it."""
    at = verb
    while at.dep_ in ("xcomp", "ccomp", "advcl") and at.tag_ == "VB" and at.head.pos_ == "VERB":
        at = at.head
    helpers = {c.lower_ for c in at.children if c.dep_ in ("aux", "auxpass")}
    past = at.tag_ == "VBD" or "did" in helpers
    return Status.OCCURRED if past and not conditional(verb) and not helpers & MODAL_MAYBE else None


def came_for(event: Token) -> bool:
    """ "has arrived in Rome for talks with X", "left for Rome to meet X": what somebody came for is yet to be."""
    verb = event.head.head if event.dep_ == "pobj" and event.head.lower_ == "for" else event
    if verb == event and event.pos_ == "NOUN" and event.dep_ == "dobj":
        verb = event.head  # "arrived to hold talks"
    if verb.dep_ in ("advcl", "xcomp") and verb.tag_ == "VB":
        verb = verb.head
    return verb.lemma_ in _COMES | _SETS_OFF and verb.tag_ in ("VBD", "VBN", "VBZ", "VBP")


def set_off_for(event: Token) -> bool:
    """ "set off on Monday to meet X", "left for Rome on Monday for talks": the day is that of the departure."""
    verb = event.head.head if event.dep_ == "pobj" and event.head.lower_ == "for" else event.head
    off = verb.lemma_ != "set" or any(c.dep_ == "prt" for c in verb.children)
    return off and verb.lemma_ in _SETS_OFF and verb.tag_ == "VBD" and came_for(event)
