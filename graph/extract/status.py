"""Whether an event took place, as tense, governing verbs, negation and conditions tell it.

`status_of` answers None for what must never be stated as a fact: negated, conditional, merely possible or wished events.
"""

from __future__ import annotations

from spacy.tokens import Token

from summitry.graph.claims import Status
from summitry.graph.extract.arguments import agents_of, is_passive, verb_of
from summitry.graph.extract.clauses import joined_to, of_time, of_trip
from summitry.graph.extract.denial import (
    PLANS,
    called_off,
    conditional,
    denied,
    dropped,
    fell_through,
    imagined,
    moved_to,
    negated,
    no_longer,
    of_dropped,
    off,
    open_question,
    tentative,
    unplanned,
    will_not_be,
)
from summitry.graph.extract.governors import (
    accepted,
    came,
    cut_short,
    first_of,
    follows,
    had_been,
    one_of,
    over,
    ranked,
    reported,
    sets_off,
    somewhere,
    timetabled,
    told_to,
    took_place,
    under_way,
    wished_for,
    yet_to,
)
from summitry.graph.extract.occasions import decided
from summitry.graph.extract.status_words import (
    AFTER,
    AHEAD,
    APPEAL,
    AT,
    BEFORE,
    CARRIED_OUT,
    COMING,
    DONE,
    ENDED,
    GOING,
    GONE,
    MAYBE,
    MODAL_MAYBE,
    PREPARES,
    REFUSE,
    SOON,
    TRIPS,
    WILLING,
    WISH,
)  # fmt: skip


def status_of(event: Token, headline: bool = False) -> Status | None:
    """The status of a verb or an event noun; None for what did not and need not happen."""
    if event.pos_ in ("VERB", "AUX"):
        return _verb_status(event, headline)
    return _noun_status(event, headline)


def _verb_status(verb: Token, headline: bool) -> Status | None:
    if conditional(verb) or denied(verb):
        return None
    if negated(verb):
        return Status.CANCELLED if dropped(verb) else None
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if auxiliaries & {"will", "shall", "'ll", "’ll", "wo"}:
        return Status.PLANNED
    if "would" in auxiliaries:
        return Status.PLANNED if reported(verb) and "have" not in auxiliaries else None
    if auxiliaries >= {"to", "have"} and (verb.head.lemma_ == "be" or had_been(verb.head)):
        return Status.CANCELLED if verb.head.tag_ in ("VBD", "VBN") else None  # "was to have met him"
    if auxiliaries & MODAL_MAYBE:
        return None
    if called_off(verb) and verb.dep_ == "ROOT":
        return Status.CANCELLED
    if "to" in auxiliaries and (verb.tag_ == "VB" or "be" in auxiliaries):
        return _infinitive(verb, headline)
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and not auxiliaries and is_passive(verb.head):
        return status_of(verb.head, headline)  # "would have to be raised and settled"
    if verb.dep_ in ("xcomp", "conj", "pcomp") and verb.tag_ in ("VB", "VBG") and not auxiliaries:
        return _dependent(verb, headline)
    return _tense(verb, auxiliaries, headline)


def _tense(verb: Token, auxiliaries: set[str], headline: bool) -> Status | None:
    if verb.tag_ == "VBG":
        if auxiliaries & {"is", "are", "'s", "’s", "am"}:
            return Status.PLANNED if verb.lemma_ in GOING else Status.ONGOING
        if auxiliaries & {"was", "were", "been"}:
            return Status.OCCURRED
        return Status.PLANNED if headline and sets_off(verb) else _governor_status(verb, headline)
    if not auxiliaries and verb.dep_ in ("acl", "advcl", "amod") and verb.tag_ == "VBN":
        along = verb.lower_ == "followed" and agents_of(verb)  # "will land in Rome, followed by talks"
        return status_of(verb_of(verb.head), headline) if along else Status.OCCURRED
    if verb.tag_ == "VBP" and wished_for(verb):
        return None
    if verb.tag_ in ("VBZ", "VBP"):
        if not headline and yet_to(verb):
            return Status.PLANNED
        return Status.OCCURRED if headline or verb.lemma_ == "be" else Status.ONGOING
    if verb.tag_ == "VB":  # "did meet him"
        return Status.OCCURRED if "did" in auxiliaries else Status.PLANNED if headline else None
    if verb.tag_ == "VBN" and "be" in auxiliaries and verb.dep_ == "conj":
        return status_of(verb.head, headline)  # "will have talks with X and be received by Y"
    if verb.tag_ == "VBN" and auxiliaries & {"is", "are", "be"} and not auxiliaries & {"been", "was", "were"}:
        return Status.PLANNED if verb.lemma_ in PLANS and verb.lemma_ != "aim" else Status.ONGOING
    return Status.OCCURRED


def _governor_status(verb: Token, headline: bool) -> Status | None:
    head = verb.head
    if head == verb:
        return Status.ONGOING
    governor = verb_of(head)
    if governor == verb or governor.pos_ not in ("VERB", "AUX"):
        return Status.OCCURRED
    mark = {c.lower_ for c in verb.children if c.dep_ in ("mark", "prep", "advmod") and c.i < verb.i} | (
        {head.lower_} if head.dep_ == "prep" else set()
    )
    if mark & BEFORE:  # "visited a factory before arriving in Rome"
        return Status.OCCURRED if came(verb, governor) else Status.PLANNED
    above = None if governor.lemma_ in REFUSE else status_of(governor, headline)
    if mark & AFTER and above is not Status.CANCELLED:  # "after visiting Rome, he will head for Paris"
        return Status.PLANNED if above is Status.PLANNED and not over(verb, governor) else Status.OCCURRED
    return Status.PLANNED if governor.lemma_ == "plan" and above else above


def _dependent(verb: Token, headline: bool) -> Status | None:
    governor = joined_to(verb)
    if governor.pos_ not in ("VERB", "AUX", "ADJ", "ADP"):
        return _governor_status(verb, headline)
    if verb.dep_ == "conj":
        shared = {c.lower_ for c in governor.children if c.dep_ == "aux"}
        return (
            status_of(governor, headline)
            if verb.tag_ in ("VB", "VBG") or shared
            else _tense(verb, set(), headline)
        )
    if governor.lemma_ in WISH or governor.lemma_ in REFUSE:
        return None
    if governor.dep_ == "prep":
        return _governor_status(verb, headline)
    return status_of(governor, headline) if governor.pos_ in ("VERB", "AUX") else None


def _infinitive(verb: Token, headline: bool) -> Status | None:
    """ "plans to visit", "is due to meet", "arrived to hold talks", "refused to come", a headline's "Putin to visit"."""
    governor = verb_of(verb.head) if of_time(verb) or of_trip(verb) else verb.head
    if governor == verb or verb.dep_ == "ROOT":
        return Status.PLANNED
    if verb.dep_ == "conj":
        return status_of(governor, headline)
    if governor.pos_ in ("NOUN", "PROPN"):
        return _of_noun(governor, headline)
    if negated(governor) or conditional(governor) or denied(governor):
        return Status.CANCELLED if governor.lemma_ in PLANS and no_longer(governor) else None
    if (governor.lemma_ in REFUSE and governor.lemma_ != "stop") or governor.lemma_ in WISH:
        return None  # "stops to see X": on his way
    if governor.pos_ == "ADJ" and governor.lemma_ in WILLING:
        return None
    if governor.lemma_ == "be" and verb.dep_ == "advcl" and somewhere(governor):
        return Status.OCCURRED if governor.tag_ == "VBD" else Status.PLANNED  # "was in Rome to see X"
    if had_been(governor):
        return Status.CANCELLED
    if ranked(governor) or one_of(governor, verb):
        be = governor if governor.lemma_ in ("be", "become") else governor.head
        return status_of(be, headline) if be.tag_ in ("VB", "VBD", "VBN") else Status.OCCURRED
    if governor.lemma_ == "be" or governor.pos_ == "ADJ" or governor.lemma_ in PLANS or told_to(governor):
        return Status.CANCELLED if fell_through(verb) or of_dropped(governor) else Status.PLANNED
    if governor.lemma_ in ("have", "appear", "seem", "likely", "ought"):
        return None
    if governor.lower_ == "going":
        return Status.PLANNED  # "were going to travel"
    above = status_of(governor, headline)
    if verb.dep_ in ("advcl", "xcomp", "acl", "relcl") and above in (Status.OCCURRED, Status.ONGOING):
        return Status.ONGOING if governor.lemma_ not in CARRIED_OUT else above
    return above


def _of_noun(governor: Token, headline: bool) -> Status | None:
    """ "plans to visit", "the first president to visit"."""
    if governor.lemma_ in ("plan", "schedule", "intention", "decision", "agreement") or accepted(governor):
        no_plan = any(c.lower_ in ("no", "any") for c in governor.children) or negated(verb_of(governor))
        if governor.dep_ in ("dobj", "nsubjpass") and called_off(governor.head) and not no_plan:
            return Status.CANCELLED
        return None if no_plan else Status.PLANNED
    if governor.lemma_ in TRIPS and governor.dep_ in ("dobj", "nsubjpass") and called_off(governor.head):
        return Status.CANCELLED  # "cancelled a trip to meet him"
    if governor.lemma_ in ("leader", "president", "person", "minister", "first", "official"):
        ahead = (
            governor.dep_ == "attr" and governor.head.tag_ == "VB"
        )  # "will be the first president to visit"
        if governor.dep_ == "ROOT" and not first_of(governor):
            return Status.PLANNED  # "French president to visit Rome"
        return status_of(governor.head, headline) if ahead else Status.OCCURRED
    return Status.PLANNED if headline else None


def _noun_status(noun: Token, headline: bool) -> Status | None:
    words = {c.lower_ for c in noun.children if c.dep_ in ("amod", "compound", "advmod", "det")}
    if words & {"no", "any"} or words & MAYBE or imagined(noun):
        return None
    governed = _governed(noun, headline)
    if words & GONE or governed is Status.CANCELLED:
        return Status.CANCELLED
    if words & SOON:
        return Status.PLANNED
    if words & DONE and (governed in (None, Status.ONGOING) or noun.dep_ == "pobj"):
        return Status.OCCURRED  # "building on their last meeting, they will …"
    return governed


def _governed(noun: Token, headline: bool) -> Status | None:
    head = noun.head
    if head == noun:
        return Status.OCCURRED
    if noun.dep_ == "pobj" or head.dep_ == "prep":
        return _under_preposition(noun, head, headline)
    if noun.dep_ in ("conj", "appos"):
        return _noun_status(head, headline) if head.pos_ in ("NOUN", "PROPN") else Status.OCCURRED
    verb = verb_of(noun)
    if verb == noun or verb.pos_ not in ("VERB", "AUX"):
        return Status.OCCURRED
    return _by_verb(noun, verb, headline)


def _by_verb(noun: Token, verb: Token, headline: bool) -> Status | None:
    if negated(verb) or conditional(verb) or open_question(verb) or unplanned(verb):
        return Status.CANCELLED if will_not_be(noun, verb) else None
    if noun.dep_ in ("nsubj", "nsubjpass") and fell_through(verb):
        return Status.CANCELLED
    if noun.dep_ in ("dobj", "nsubjpass") and (verb.lemma_ == "follow" or moved_to(verb)):
        return Status.PLANNED if moved_to(verb) else Status.OCCURRED  # "will follow the summit"
    if off(noun, verb) or (noun.dep_ == "dobj" and verb.lemma_ == "skip"):
        return Status.CANCELLED
    if noun.dep_ == "pobj" and noun.head.lower_ in AT and called_off(verb):
        return took_place(verb)  # "put off sanctions at a summit"
    if noun.dep_ == "dobj" and cut_short(verb):
        return Status.OCCURRED if verb_of(verb.head).tag_ in ("VBD", "VBN") else Status.PLANNED
    if noun.dep_ in ("dobj", "nsubjpass") and (verb.lemma_ in REFUSE or verb.lemma_ in WISH):
        return None
    if noun.dep_ == "pobj" and noun.head.lower_ == "for" and verb.lemma_ in APPEAL:
        return None  # "called for a meeting", "is waiting for talks"
    if noun.lemma_ == "arrival" and verb.lemma_ in ("announce", "confirm") and noun.dep_ != "pobj":
        return Status.OCCURRED if verb.tag_ in ("VBD", "VBN") else status_of(verb, headline)
    if follows(noun, verb):
        return Status.OCCURRED
    planned = noun.dep_ in ("dobj", "nsubjpass") and verb.lemma_ in PLANS and not tentative(verb)
    if planned or timetabled(noun, verb):
        return Status.PLANNED
    above = status_of(verb, headline)
    leaves = verb.lemma_ in COMING or (verb.lemma_ in ("take", "set") and any(c.lower_ in ("off", "out") for c in verb.children))  # fmt: skip
    comes = not headline and (leaves or (verb.tag_ in ("VBZ", "VBP") and somewhere(verb)))
    purpose = noun.dep_ == "pobj" and noun.head.lower_ == "for" and comes
    # "arrived for talks", "is in Rome for talks": about to begin
    return Status.ONGOING if purpose and above is Status.OCCURRED else above


def _under_preposition(noun: Token, preposition: Token, headline: bool) -> Status | None:
    word = preposition.lower_
    above = preposition.head
    ready = above.pos_ == "ADJ" and above.lemma_ in WILLING
    none = word == "for" and (
        ready or any(c.lower_ == "no" for c in above.children)
    )  # "no grounds for talks"
    if none or word in ("without", "despite", "instead", "against"):
        return None if word != "despite" else Status.OCCURRED
    if word in BEFORE or (above.lower_ in BEFORE and word not in AFTER) or above.lower_ == "eve":
        return Status.PLANNED
    if word == "for" and ((above.lemma_ in AHEAD and above.pos_ == "NOUN") or above.lemma_ in PREPARES):
        return Status.PLANNED  # "made preparations for the visit"
    if word == "for" and under_way(above):
        return Status.PLANNED if any(c.lemma_ in AHEAD for c in above.children) else None
    verb = verb_of(preposition)
    ended = word == "of" and above.lemma_ in ENDED
    if word in AFTER or ended or verb.pos_ not in ("VERB", "AUX") or (word in AT and decided(verb)):
        return Status.OCCURRED
    if word in AT and above == verb:
        status = _by_verb(noun, verb, headline)
        return took_place(verb) if status in (None, Status.CANCELLED) else status
    if above.pos_ == "NOUN" and above.dep_ != "pobj":
        return _noun_status(above, headline)
    return _by_verb(noun, verb, headline)
