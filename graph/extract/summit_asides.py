"""Days told beside a summit that are not its own: those of coming to it, of preparing it, of another event, or no longer valid."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from spacy.tokens import Token

from summitry.graph.dates import Dated
from summitry.graph.extract.arguments import verb_of
from summitry.graph.extract.status_words import PREPARES, REFUSE
from summitry.graph.mentions.document import Passage

_SCENES = frozenset("at during before after".split())
_EDGES = frozenset("sideline margin fringe".split())
_HOLDS = frozenset("host hold organise organize stage convene arrive".split())
_BACK = frozenset("back home fresh way".split())
OPENS = frozenset("start begin open kick hold take schedule set slate due convene conclude end plan".split())
_COMES = frozenset("arrive land fly travel head go leave depart come jet journey embark".split())
_TELLS = frozenset("announce say tell confirm decide declare state report reveal write tweet".split())
_EVENTS = frozenset("event summit meeting gathering conference forum session talk election vote".split())
_RELATIVE = frozenset({"WP", "WP$", "WDT", "WRB"})
_WHEN = frozenset("when while because although though as whereas if once until since after before".split())
_FIXED = frozenset(
    "schedule scheduled plan planned slate slated set due expect expected mean intend pencil fix bill".split()
)
_AT_FIRST = frozenset("originally initially previously formerly first once".split())
_ASIDE = frozenset("after before following since until ahead despite eve".split())
_PAPERS = frozenset(
    "programme program agenda venue declaration communique theme document host organiser organizer preparation".split()
)
_REACH = 9  # words behind a summit in which its time may stand
_UNITS = frozenset(
    "week month year weekend spring summer autumn winter monday tuesday wednesday thursday friday saturday sunday".split()
)
_READY = frozenset("preparation preparatory groundwork prelude expectations hopes prospects".split())


def aside(passage: Passage, time: Dated, noun: Token) -> bool:
    """Whether a time is of something beside the summit: "X, who was re-elected on Friday …", "announced on Friday that …"."""
    at = passage.span(time.expression.start, time.expression.end).root
    teller = verb_of(at)
    if (
        teller.lemma_ in _TELLS
        and verb_of(noun) != teller
        and any(c.dep_ in ("ccomp", "xcomp") and c.is_ancestor(noun) for c in teller.children)
    ):
        return True
    if told_then(passage, time, noun):
        return True
    while at.head != at and not at.is_ancestor(noun):
        if at.dep_ == "relcl" and any(t.tag_ in _RELATIVE for t in at.subtree if t.i < at.i):
            tells = at.lemma_ in OPENS and noun.is_ancestor(at.head)  # "the summit in Rome, which opens …"
            return at.head != noun and not (tells and at.head.lemma_.lower() not in _EVENTS)
        if at.dep_ == "acl" and at.tag_ == "VBN" and at.head != noun and at.lemma_ not in OPENS:
            return True  # "complicated by a warrant issued in March"
        if at.dep_ in ("advcl", "relcl") and any(c.lower_ in _WHEN and c.i < at.i for c in at.children):
            return any(c.dep_ in ("nsubj", "nsubjpass") for c in at.children)
        at = at.head
    return False


def told_then(passage: Passage, time: Dated, noun: Token) -> bool:
    """ "X, the first on the summit's list of guests, said on Monday …": when that was said, of which the summit is no part."""
    teller = verb_of(passage.span(time.expression.start, time.expression.end).root)
    subjects = (c for c in teller.children if c.dep_ == "nsubj" and c != noun)
    return teller.lemma_ in _TELLS and any(c.is_ancestor(noun) for c in subjects)


def apart(passage: Passage, time: Dated, noun: Token) -> bool:
    """ "defended on Monday the deal that he signed at the summit": whether a summit's own clause leaves the time outside."""
    root = passage.span(time.expression.start, time.expression.end).root
    at = verb_of(noun)
    for _ in range(4):
        if at.dep_ == "relcl" and not any(t.lower_ == "where" for t in at.children):
            return not at.is_ancestor(root) and root != at
        if at.head == at:
            return False
        at = at.head
    return False


def of_coming(passage: Passage, times: Sequence[Dated], noun: Token, day: str | None) -> bool:
    """ "arrived on Monday to attend the summit", "flies on Monday to Rome, where …": the day on which somebody came."""
    found = [t for t in times if day is not None and t.value.start == day]
    return bool(found) and all(_comes(passage, time, noun) for time in found)


def _comes(passage: Passage, time: Dated, noun: Token) -> bool:
    root = passage.span(time.expression.start, time.expression.end).root
    verb = verb_of(root)
    if root.i > noun.i or noun.is_ancestor(root) or verb.lemma_.lower() not in _COMES:
        return False
    purpose = noun.dep_ == "pobj" and noun.head.lower_ == "for"
    return verb.is_ancestor(noun) and (verb_of(noun) != verb or purpose)


def moved(noun: Token) -> bool:
    """ "The summit was originally scheduled for May": that it was to be then says when it is not."""
    verb = verb_of(noun)
    if noun.dep_ not in ("nsubj", "nsubjpass") or verb.lemma_ not in _FIXED or verb.tag_ not in ("VBN", "JJ"):
        return False
    words = {c.lower_ for c in verb.children}
    return bool(words & _AT_FIRST) and bool(words & {"was", "were", "been", "had"})


def own_clauses(noun: Token) -> list[Token]:
    """The verbs of "the summit that opened …", "the summit to be held …", also where the parser hung the last higher up."""
    called = [
        noun,
        *(c for c in noun.children if c.dep_ == "appos"),
        *(n for c in noun.children if c.lower_ == "of" for n in c.children if n.dep_ == "pobj"),
    ]  # "the Expo summit, an event that opens …"
    clauses = [c for name in called for c in name.children if c.dep_ in ("acl", "relcl")]
    behind = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    if behind.lower_ in _FIXED and behind.i + 1 < len(noun.doc):
        behind = behind.nbor()  # "the summit due to open on Monday"
    if behind.lower_ == "to" and behind.dep_ == "aux" and behind.head not in clauses:
        clauses.append(behind.head)
    clauses += [c for c in verb_of(noun).children if c.dep_ == "advcl" and c.i > noun.i and _to_be(c)]
    return [c for c in clauses if c.lemma_ in OPENS and (c.lemma_ != "take" or _place(c))]


def _place(verb: Token) -> bool:
    """ "takes place"; not "the summit, which was taken from them"."""
    return any(c.lower_ == "place" for c in verb.children)


def foretold(noun: Token) -> bool:
    """ "the summit to be held in Rome", "a summit is to take place on Monday": it lies ahead."""
    verb = verb_of(noun)
    due = verb.children if noun.dep_ == "nsubj" and verb.lower_ in ("is", "are") else ()
    ahead = [c for c in due if c.dep_ == "xcomp" and c.lemma_ in OPENS]
    return any(c.tag_ in ("VB", "VBN") and _infinitive(c) for c in (*own_clauses(noun), *ahead))


def begun(noun: Token) -> bool:
    """ "the summit, which opened on Monday, will discuss it": it has begun."""
    return any(c.tag_ == "VBD" and c.dep_ == "relcl" for c in own_clauses(noun))


def gone(noun: Token) -> bool:
    """ "ahead of last week's summit", "before the summit in Rome last month", "refused to sign it at the summit": it is over."""
    verb = verb_of(noun)
    refused = verb.dep_ == "xcomp" and verb.head.lemma_ in REFUSE and verb.head.tag_ == "VBD"
    if refused and noun.dep_ == "pobj" and noun.head.lower_ in ("at", "during"):
        return True
    behind = takewhile(_of_place_or_time, noun.doc[noun.i + 1 : min(noun.sent.end, noun.i + _REACH)])
    own = (t for c in noun.children if c.dep_ == "poss" for t in c.subtree)
    return any(t.lower_ in ("last", "past") and t.head.lemma_.lower() in _UNITS for t in (*own, *behind))


def _of_place_or_time(token: Token) -> bool:
    """Whether a word behind a summit may belong to its place and its day."""
    other = token.pos_ == "NOUN" and token.lemma_.lower() not in _UNITS
    return token.pos_ not in ("VERB", "AUX", "PUNCT") and not other


def opening(noun: Token) -> bool:
    """ "the summit, which opens today": it may just have begun."""
    return any(c.tag_ == "VBZ" and c.dep_ == "relcl" for c in own_clauses(noun))


def _infinitive(verb: Token) -> bool:
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    return "to" in helpers and "have" not in helpers


def _to_be(verb: Token) -> bool:
    """ "will skip the meeting of X to be held in Rome": parsers take that for a purpose."""
    return verb.tag_ == "VBN" and _infinitive(verb) and any(c.dep_ == "auxpass" for c in verb.children)


def elsewhen(noun: Token) -> bool:
    """ "a visit after attending the summit", "the day before the summit", "to prepare for it", "the summit programme": told of something beside it."""
    at = noun
    if noun.dep_ == "compound" and noun.head.lemma_.lower() in _PAPERS:
        return True
    if noun.dep_ == "pobj" and noun.head.lower_ == "from":  # "returned from the summit"
        return True
    for _ in range(6):
        if at.lower_ in _ASIDE or at.lower_ in _READY or (at != noun and at.lemma_ in PREPARES):
            return True
        if at.head == at:
            return False
        at = at.head
        if at.pos_ == "VERB" and at.lemma_ in PREPARES:
            return True
        if at.pos_ == "VERB" and at.lower_ not in ("following",) and at.dep_ not in ("pcomp", "xcomp"):
            return any(
                c.dep_ == "mark" and c.lower_ in ("after", "before", "since", "until") for c in at.children
            )
    return False


def granted(noun: Token) -> bool:
    """ "hopes to meet X at the summit", "on the sidelines of next month's summit": the scene of what may never be, held all
    the same.
    """
    at = noun.head
    scene = at.lower_ in _SCENES or (at.lower_ == "of" and at.head.lemma_.lower() in _EDGES)
    known = any(c.lower_ in ("the", "this", "their", "its") or c.dep_ == "poss" for c in noun.children)
    return noun.dep_ == "pobj" and scene and known and verb_of(noun).lemma_ not in _HOLDS


def left_behind(noun: Token) -> bool:
    """ "on his way back from the summit": what is done then is done after it."""
    above = noun.head.head
    back = above.lower_ in _BACK or above.lemma_ == "return"
    return noun.dep_ == "pobj" and noun.head.lower_ == "from" and back
