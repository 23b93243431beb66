"""Which event of a sentence a time belongs to, as the tree has it."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.graph.extract.arguments import verb_of
from summitry.graph.extract.clauses import joined_to

_REPORT = frozenset(
    "say tell announce add confirm report state note reveal indicate explain reiterate declare tweet recall write".split()
)
_ELSEWHEN = frozenset(
    "after before since until till because although though if unless once following ahead".split()
)
_GATHERINGS = frozenset(
    "ceremony signing signature plenary session parade opening unveiling inauguration funeral proceedings".split()
)
_SETTING = frozenset(  # "his visit, planned for Thursday", "the talks, which begin on Friday"
    "plan schedule set slate slat expect book fix arrange foresee envisage pencil intend due hold start begin open kick last run take be".split()
)
_ENDS = frozenset("end conclude finish wrap close".split())
_MEETINGS = frozenset("talk meeting call conversation dinner lunch breakfast discussion audience".split())
_SPEECH = frozenset(
    "speak assure pledge vow promise warn urge call reaffirm insist stress emphasise emphasize praise hail".split()
)
_TOPICS = frozenset("discuss review mention raise recall debate".split())
_TELLS = _TOPICS | {"brief", "inform", "update", "congratulate", "thank"}
_THEN = frozenset("then later subsequently afterwards afterward".split())
_LEAVES = frozenset(
    "leave depart return go fly travel head continue proceed move come arrive say tell add announce".split()
)
_NEAR = 10  # tokens
_SPANS = frozenset("year month week day summer autumn winter spring".split())
_PARTS = frozenset("day evening morning afternoon night".split())


def chain(token: Token) -> list[Token]:
    chain = [token]
    while chain[-1].head != chain[-1]:
        chain.append(chain[-1].head)
    return chain


def _of_place(verb: Token) -> bool:
    """ "a visit to Beijing in February, where he met Xi": the clause tells of the same time."""
    return any(
        c.lower_ in ("where", "when") or (c.dep_ == "prep" and any(n.tag_ == "WDT" for n in c.children))
        for c in verb.children
    )


def distance(up: list[Token], time: Token) -> int | None:
    """Steps between an event and a time in the tree; None where another clause stands between them."""
    event = up[0]
    if event.lemma_ in _TOPICS and time.dep_ in ("compound", "nmod", "amod", "nummod", "poss"):
        return None  # "discussed the September 20 summit"
    topic = event.dep_ == "dobj" and event.head.lemma_ in _TOPICS
    if (topic or any(c.lower_ == "recent" for c in event.children)) and event not in chain(time):
        return None  # "on Monday discussed with him his recent meeting with X"
    places = {t.i: n for n, t in enumerate(up)}
    for steps, token in enumerate(chain(time)):
        if token.i not in places:
            if token.dep_ == "pobj" and token.head.lower_ in _ELSEWHEN and _inside(time, token):
                return None  # "comes a year after X's November 2009 trip"
            if steps and token.dep_ == "appos" and token.pos_ in ("NOUN", "PROPN"):
                return None  # "the chairman this year"
            if token.dep_ == "conj" and event.i < time.i < token.i and token.pos_ == "NOUN":
                return None  # "talks with X, and on Sunday a meeting with Y"
            told = token.pos_ in ("VERB", "AUX") and token.dep_ not in ("xcomp", "aux", "auxpass", "prep")
            if steps and told and not _sets(token, event) and not _starts(token):
                return None
            continue
        above = places[token.i]
        if not all(_shares(t, event, time) for t in up[:above]):
            return None
        crossed = sum(
            1 for t in up[:above] if t.pos_ in ("VERB", "AUX") and t.dep_ in ("ccomp", "advcl", "acl")
        )
        return steps + above + 3 * crossed
    return None


def _inside(time: Token, noun: Token) -> bool:
    """ "Monday's summit", "his November 2009 trip": a time that stands before a noun and only tells of that."""
    at = time
    while at != noun and at.dep_ in ("nmod", "compound", "amod", "poss", "nummod"):
        at = at.head
    return at == noun and time != noun


def _sets(verb: Token, event: Token) -> bool:
    """Whether a clause hangs from an event's noun and says when it is: "a visit planned for Thursday"."""
    noun = verb.head
    if verb.lemma_ in ("plan", "schedule", "expect") and any(c.lower_ == "as" for c in verb.children):
        return True  # "will meet him, as planned on Friday"
    if any(c.dep_ == "xcomp" and c.lemma_ in _ENDS for c in verb.children):
        return False  # "due to end on Friday"
    if verb.dep_ == "advcl" and verb.tag_ == "VBN" and verb.i > 1 and verb.nbor(-1).text == ",":
        # "In their talks, set for Friday, they will …"
        return verb.nbor(-2) == event.right_edge and verb.lemma_.lower() in _SETTING
    if noun.dep_ == "pobj" and noun.head.head == event:
        noun = event  # "his trip to Rome, which is planned for Thursday"
    return verb.dep_ in ("acl", "relcl") and noun == event and verb.lemma_.lower() in _SETTING


def _starts(verb: Token) -> bool:
    """ "will pay a visit starting on Tuesday": the participle only says when."""
    return verb.tag_ == "VBG" and verb.dep_ in ("advcl", "acl") and verb.lower_ in ("starting", "beginning")


def behind_another(event: Token, time: Token) -> bool:
    """ "will see X on Tuesday after a day of talks tomorrow": a time behind what comes before or after the event."""
    verb = verb_of(event)
    return any(
        c.dep_ == "prep" and c.lower_ in ("after", "before", "following") and event.i < c.i < time.i
        for c in verb.children
    )


def told_on(event: Token, first: Token, time: Token) -> bool:
    """ "said on Monday he would travel": when it was said, though parsers hang it on the travel."""
    clause = verb_of(event)
    return (
        any(
            v.lemma_ in _REPORT
            and v.pos_ == "VERB"
            and v.is_ancestor(event)
            and not any(
                t.lower_ == "that" for t in event.doc[v.i : first.i]
            )  # "recalled that on 3 May he came"
            for v in event.doc[max(first.i - 3, event.sent.start) : first.i]
        )
        and any(c.dep_ in ("nsubj", "nsubjpass", "mark") and c.i > time.i for c in clause.children)
    )


def introduces(word: Token, event: Token) -> bool:
    """Whether "after" or "before" opens what tells of an event: "a day after visiting X", "the day before he flew"."""
    at = event
    for _ in range(3):
        if word in (at.head, *(c for c in at.children if c.dep_ in ("mark", "advmod", "prep"))):
            return word.i < event.i
        if at.dep_ not in ("dobj", "xcomp", "pcomp") and not (at.dep_ == "pobj" and at.head.lower_ == "on"):
            return False
        at = at.head
    return False


def _shares(token: Token, event: Token, time: Token) -> bool:
    """Whether a time of the clause above a token may be the time of what stands in it."""
    if token.dep_ == "relcl":  # "was the first to visit Rome, in June"
        return _of_place(token) or any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children)
    if token.dep_ in ("ccomp", "parataxis"):
        return token.head.lemma_ in _REPORT and time.i < event.i < token.head.i
    if token.dep_ == "advcl" or token.dep_ == "pcomp":
        marks = {c.lower_ for c in token.children if c.dep_ in ("mark", "advmod", "prep")} | (
            {token.head.lower_} if token.dep_ == "pcomp" else set()
        )
        if marks & _ELSEWHEN == {"after"} and _spoken(token):
            return True
        return not marks & _ELSEWHEN
    if token.dep_ == "pobj" and token.head.lower_ in _ELSEWHEN:
        above = verb_of(token.head)
        told = above.tag_ == "VBD" and above.lemma_ in _REPORT | _SPEECH
        return token.head.lower_ == "after" and event.lemma_ in _MEETINGS and told  # as in _spoken
    if token.dep_ == "conj" and token.pos_ in ("VERB", "AUX") and token.head.pos_ in ("VERB", "AUX"):
        return joined_to(token) == token.head and _will(token) == _will(token.head)
    parts = token.dep_ == "pobj" and token.head.lower_ == "of"  # "on the second day of his visit"
    return not (parts and token.head.head.lower_ in ("day", "leg", "stage", "eve", "ahead"))


def _spoken(token: Token) -> bool:
    """ "said on Thursday after meeting X": people speak on the day of what they come from."""
    above = token.head
    while above.pos_ == "ADP" and above.head != above:
        above = above.head
    return token.tag_ == "VBG" and above.lemma_ in _REPORT | {"speak"}


def _will(verb: Token) -> bool:
    """Whether a verb looks ahead, or tells in the present beside one that tells of the past."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if verb.dep_ == "conj" and (helpers == {"be"} or (verb.tag_ == "VB" and not helpers)):
        # "will have talks with X and be received by Y", "will see X and later meet Y"
        return _will(verb.head)
    if verb.tag_ in ("VBZ", "VBP") and not any(c.dep_ in ("aux", "auxpass") for c in verb.children):
        return True
    if verb.lemma_ == "be" and any(c.dep_ == "xcomp" for c in verb.children):
        return True
    return any(c.dep_ == "aux" and c.lower_ in ("will", "would", "'ll", "’ll", "to") for c in verb.children)


def beside(event: Token, time: Token) -> bool:
    """Whether a time follows an event with no other verb or break between: parsers hang it on a later clause."""
    between = event.doc[event.i + 1 : time.i]
    return 0 < len(between) < _NEAR and not any(
        t.pos_ in ("VERB", "AUX", "SCONJ") or t.text in (",", ";", ":", "—") or t.tag_ in ("WDT", "WP", "WRB")
        for t in between
    )


def cleft(event: Token, time: Token) -> bool:
    """ "It was in June 2000 that he last went to Rome", "the last time he went to Rome was in 2000"."""
    at = event.head if event.dep_ == "dobj" else event  # "the last time they held talks was in May"
    while at.dep_ == "xcomp" and at.head != at:
        at = at.head
    be = at.head
    if at.dep_ == "relcl" and be.lemma_ in ("time", "occasion") and be.dep_ == "nsubj":
        return be.head.lemma_ == "be" and be.head in chain(time) and time.i > event.i
    if at.dep_ not in ("ccomp", "advcl", "relcl", "acl") or time.i > event.i:
        return False
    be = be if be.lemma_ == "be" else be.head.head if be.dep_ == "pobj" else be
    it = any(c.lower_ == "it" and c.dep_ == "nsubj" for c in be.children)
    return be.lemma_ == "be" and it and be in chain(time) and be.i < time.i


def when_clause(event: Token) -> Token | None:
    """The time that a clause describes: "January 2020, when he went to Israel", "2019, the year he first met X"."""
    at = event.head if event.pos_ == "NOUN" and event.dep_ in ("dobj", "nsubj", "nsubjpass") else event
    for _ in range(3):
        if at.dep_ == "relcl":
            when = any(c.lower_ == "when" for c in at.children)
            return at.head if when or at.head.lower_ in _SPANS else None
        mark = next((c for c in at.children if c.lower_ == "when"), None) if at.dep_ == "advcl" else None
        if mark is not None and mark.i > at.sent.start + 1:  # right behind a time, whatever it hangs from
            before = mark.doc[mark.i - 1]
            return mark.doc[mark.i - 2] if before.text == "," else before
        if at.dep_ not in ("conj", "xcomp") or at.head == at:
            return None
        at = at.head
    return None


def serves(event: Token, time: Token) -> bool:
    """Whether a time stands in what an event is for, or in what happens at its place."""
    at = time
    if event.lemma_ in _TELLS:
        return False  # "briefed him on the talks held on Monday"
    for _ in range(10):
        at = at.head
        if at == event:
            return True
        if at.pos_ in ("VERB", "AUX"):
            if at.head == event and at.tag_ == event.tag_ and _together(at):
                return True
            aims = at.dep_ in ("advcl", "xcomp") and any(c.lower_ == "to" for c in at.children)
            there = (
                at.dep_ == "relcl"
                and at.head.head.lower_ != "from"
                and any(c.lower_ == "where" for c in at.subtree if c.i < at.i)
            )
            if not (at.dep_ == "acl" or aims or there):
                return False
        if at.head == at:
            return False
    return False


def _together(verb: Token) -> bool:
    """ "visited Rome and met him on Friday": one day for both; none for "visited Rome and then left on Friday"."""
    apart = any(c.lower_ in _THEN or c.dep_ in ("nsubj", "nsubjpass", "aux") for c in verb.children)
    return verb.dep_ == "conj" and verb.lemma_ not in _LEAVES and not apart


def goes_on(event: Token) -> bool:
    """Whether a sentence goes on with the day before it: "later in the day", "before the ceremony"."""
    doc, first, last = event.doc, max(event.sent.start, event.i - 25), min(event.sent.end, event.i + 25)
    for child in (doc[i] for i in range(first, last) if doc[i].dep_ == "prep"):
        nouns = [n for n in child.children if n.dep_ == "pobj"]
        if child.lower_ == "in" and any(
            n.lower_ in _PARTS and any(d.lower_ in ("the", "that") for d in n.children) for n in nouns
        ):
            return True
        if child.lower_ in ("before", "after", "at", "during") and any(
            n.lemma_ in _GATHERINGS and not _dated(n) for n in nouns
        ):
            return True
    return False


def apart(event: Token, time: Token) -> bool:
    """ "a visit to Rome on 3-5 May, where he met X", "While in Rome on 3-5 May, he met X": the time of being there."""
    above = chain(time)
    for at in chain(event):
        if at in above:
            being = {t.lower_ for t in above[: above.index(at)] if t.pos_ == "ADP"}
            while_ = any(t.dep_ == "prep" and t.i and t.nbor(-1).lower_ == "while" for t in above)
            return while_ or "during" in being
        if at.dep_ == "relcl" and any(c.lower_ in ("where", "during") for c in at.children):
            return True
    return False


def aimed(event: Token, time: Token) -> bool:
    """ "flew to Lima for the summit on Tuesday": when the summit is, not the flight."""
    return event.pos_ == "VERB" and any(
        c.lower_ == "for" and c.dep_ == "prep" and event.i < c.i < time.i and time.i - c.i < 9
        for t in (event, *event.children)
        for c in t.children
    )


def _dated(noun: Token) -> bool:
    return any(c.dep_ == "prep" and c.lower_ in ("of", "in", "on") for c in noun.children)
