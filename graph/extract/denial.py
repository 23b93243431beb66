"""What verbs deny, make depend on a condition, or call off."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.graph.extract.status_words import WILLING, WISH
from summitry.graph.mentions.recogniser import entity_type

PLANS = frozenset("plan intend schedule prepare expect set agree decide slate aim propose announce promise confirm "
                  "arrange organise organize book due pledge vow ready bind tip poise look bill slate tap line fix".split())  # fmt: skip
_CANCEL = frozenset("cancel postpone scrap abandon shelve delay suspend abort axe ditch defer".split())
_CALLED_OFF = {"call": "off", "fall": "through", "put": "off", "pull": "out", "back": "out", "push": "back"}
_PROGRAMMES = frozenset("programme program schedule calendar itinerary timetable".split())
_DISCUSSED = frozenset("negotiate discuss consider mull debate explore examine weigh coordinate".split())
_MULLED = frozenset("consideration discussion review study negotiation".split())
_HOPES = frozenset("hope hop wish pray".split())
_DENY = frozenset("deny doubt refute dispute reject dismiss".split())
_REPORTS = frozenset("report claim allegation rumour rumor suggestion accusation".split())
_OCCASIONS = frozenset("meeting talk visit trip summit tour plan event session conference appointment encounter dinner lunch breakfast audience "
                       "engagement gathering dialogue call date arrangement journey invitation it this that they".split())  # fmt: skip
# what is only thought of: "the idea of a summit", "calls for talks", "hopes of a meeting"
_THOUGHTS = frozenset("idea proposal possibility prospect suggestion notion likelihood chance speculation rumour rumor hope wish desire dream "
                      "call appeal plea demand request push pressure need question talk offer condition precondition bid".split())  # fmt: skip
_GUESSES = frozenset("probably possibly perhaps maybe presumably supposedly".split())
_OPEN = frozenset("unclear unknown uncertain".split())
_KNOWN = frozenset("know clear certain sure say".split())
_DUE = frozenset("due set bound scheduled slated".split())


def negated(verb: Token) -> bool:
    """Whether a verb is denied: "did not", "never", "no longer", "neither A nor B"."""
    for child in verb.children:
        if child.dep_ == "neg" or (
            child.lower_ in ("never", "neither", "nor", "hardly")
            and child.i < verb.i
            and child.dep_ != "nsubj"
        ):
            return True
        if child.lower_ == "longer" and any(c.lower_ == "no" for c in child.children):
            return True
        if child.dep_ in ("nsubj", "nsubjpass"):
            denied = child.lower_ in ("nobody", "none", "neither", "no-one") or any(
                c.lower_ in ("neither", "no") for c in child.children
            )
            if denied:
                return True
    return False


def conditional(verb: Token) -> bool:
    """Whether a verb stands in, or hangs from, an if-clause, or will only be so if something else is."""
    if asked(verb) or _guessed(verb) or _unknown(verb) or _on_condition(verb):
        return True
    if any(c.dep_ == "aux" and c.lower_ in ("will", "would") for c in verb.children) and any(
        m.dep_ == "mark" and m.lower_ in ("if", "unless") and m.doc[m.i - 1].lower_ not in ("even", "as")
        for c in verb.children
        if c.dep_ == "advcl"
        for m in c.children
    ):
        return True
    at = verb
    for _ in range(6):
        for child in at.children:
            if child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether"):
                return True
            if child.dep_ == "advmod" and child.lower_ in ("if", "whether"):
                return True
        if at.head == at:
            return False
        at = at.head
        if at.dep_ == "ROOT":
            return False
    return False


def _guessed(verb: Token) -> bool:
    """ "had probably gone to Rome": what nobody knows."""
    subject = next((c.i for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), verb.i)
    return any(c.lower_ in _GUESSES and subject < c.i < verb.i for c in verb.children if c.dep_ == "advmod")


def _on_condition(verb: Token) -> bool:
    """ "would go to Rome only on condition that"; not "said on condition of anonymity"."""
    on = (c for c in verb.children if c.lower_ == "on" and c.dep_ == "prep")
    nouns = [n for c in on for n in c.children if n.lower_ == "condition"]
    return any(all(c.lower_ != "of" for c in n.children) for n in nouns)


def _unknown(verb: Token) -> bool:
    """ "it is not known when he entered Rome", "it was unclear how he got there"."""
    asks = (
        any(c.tag_ == "WRB" for c in verb.children)
        and verb.i > verb.head.i
        and verb.dep_ in ("ccomp", "advcl", "csubj")
    )
    words = [verb.head, *(c for c in verb.head.children if c.dep_ == "acomp")] if asks else []
    return any(w.lemma_ in _OPEN or (w.lemma_ in _KNOWN and negated(verb.head)) for w in words)


def called_off(verb: Token) -> bool:
    """Whether a verb says that something was called off: "cancelled", "put off", "pulled out"."""
    lemma = verb.lemma_.lower()
    particle = _CALLED_OFF.get(lemma)
    if lemma == "drop":  # "dropped plans to travel"
        return any(o.lemma_ in _OCCASIONS for o in verb.children if o.dep_ in ("dobj", "nsubjpass"))
    if lemma == "push" and not any(c.dep_ in ("auxpass", "dobj") for c in verb.children):
        return False  # "pushed back against it"
    return lemma in _CANCEL or (particle is not None and any(c.lower_ == particle for c in verb.children))


def off(noun: Token, verb: Token) -> bool:
    """Whether a verb calls off what a noun names: "cancelled the visit", a headline's "summit called off"."""
    if verb.lemma_ == "withdraw" and noun.head.lower_ == "from":
        return True
    theme = noun.dep_ in ("dobj", "nsubjpass") or noun.head.head.lower_ == "out"
    bare = noun.dep_ == "nsubj" and not any(c.dep_ in ("dobj", "ccomp", "xcomp") for c in verb.children)
    return (theme or bare) and called_off(verb)


def imagined(noun: Token) -> bool:
    """ "the idea of a summit", "calls for talks", "was asked about a visit": thought of, no more."""
    at = noun.head
    if at.lower_ == "about" and any(c.lower_ in ("a", "an") for c in noun.children):
        return True
    if noun.dep_ != "pobj" or at.lower_ not in ("of", "for", "about", "on"):
        return False
    above = at.head
    return (
        above.pos_ == "NOUN"
        and above.lemma_ in _THOUGHTS
        and (above.lemma_ != "call" or at.lower_ == "for")
        and (above.lemma_ != "talk" or at.lower_ == "of")
    )


def due(verb: Token) -> bool:
    """ "is due at the Kremlin for talks", "was set for a meeting", "is to take place", "is on the programme"."""
    return verb.lemma_ == "be" and any(
        _part(c, "on", _PROGRAMMES)
        or (c.dep_ == "acomp" and c.lower_ in _DUE)
        or (c.dep_ == "xcomp" and c.tag_ == "VB" and any(t.lower_ == "to" for t in c.children))
        for c in verb.children
    )


def _part(child: Token, word: str, nouns: frozenset[str]) -> bool:
    """Whether a child is such a preposition with one of these nouns behind it."""
    return child.lower_ == word and any(c.dep_ == "pobj" and c.lemma_ in nouns for c in child.children)


def moved_to(verb: Token) -> bool:
    """ "was postponed to March", "has been put off until Friday": no longer then, but later."""
    if not (called_off(verb) or (verb.lemma_ in ("move", "reschedule") and verb.tag_ in ("VBN", "VBD"))):
        return False
    parts = [verb, *(c for c in verb.children if c.lower_ == "back")]
    ends = [
        c
        for part in parts
        for c in part.children
        if c.dep_ == "prep" and c.lower_ in ("to", "until", "till", "for")
    ]
    return any(entity_type(n) == "DATE" for c in ends for n in c.children)


def of_dropped(verb: Token) -> bool:
    """ "cancelled a visit to Rome, where he was to meet X": what was to be during what is called off."""
    verb = verb.head if verb.pos_ == "ADJ" else verb
    if verb.dep_ != "relcl":
        return False
    at = verb.head
    for _ in range(4):
        if at.pos_ == "VERB":
            return called_off(at) and not negated(at)
        at = at.head
    return False


def dropped(verb: Token) -> bool:
    """ "will no longer travel", "will not come as planned": what had been announced."""
    ahead = any(c.dep_ == "aux" and c.lower_ in ("will", "would", "wo") for c in verb.children)
    planned = any(
        c.dep_ == "advcl" and c.lemma_ in PLANS and any(m.lower_ == "as" for m in c.children)
        for c in verb.children
    )
    after_all = any(t.lower_ == "all" and t.nbor(-1).lower_ == "after" for t in verb.subtree if t.i > verb.i)
    return ahead and (planned or after_all or no_longer(verb))


def _was_to_have(verb: Token) -> bool:
    """ "was to have taken place": of what did not."""
    return verb.lower_ in ("was", "were") and any(
        c.dep_ == "xcomp" and c.tag_ == "VBN" and {t.lower_ for t in c.children} >= {"to", "have"}
        for c in verb.children
    )


def fell_through(verb: Token) -> bool:
    """ "were due to meet but the talks were cancelled", "set for Monday, was put off"."""
    if _was_to_have(verb):
        return True
    at = verb
    for _ in range(4):
        for other in at.children:
            if other.dep_ != "conj" or other.i < verb.i or negated(other):
                continue
            if any(called_off(c) for c in (other, *(c for c in other.children if c.dep_ == "xcomp"))):
                subjects = [c for c in other.children if c.dep_ in ("nsubj", "nsubjpass")]
                themes = [c for c in other.children if c.dep_ == "dobj"]
                if all(s.lemma_.lower() in _OCCASIONS or s.lower_ == "it" for s in themes or subjects):
                    return True
        if at.dep_ not in ("xcomp", "acomp") or at.head == at:
            return False
        at = at.head
    return False


def denied(verb: Token) -> bool:
    """ "denied that he had met X", "denied reports that he had", "hopes that he will", "looks forward to welcoming him"."""
    above = verb.head
    if verb.dep_ == "pcomp" and above.lower_ == "to" and above.head.lemma_ == "look":
        return True
    if verb.dep_ in ("acl", "relcl") and above.lemma_ in _REPORTS and above.dep_ == "dobj":
        above = above.head
    elif verb.dep_ not in ("ccomp", "xcomp"):
        return False
    return above.lemma_ in _DENY | _HOPES and not negated(above)


def no_longer(verb: Token) -> bool:
    """ "no longer plans to travel"."""
    return any(c.lower_ == "longer" and any(n.lower_ == "no" for n in c.children) for c in verb.children)


def will_not_be(noun: Token, verb: Token) -> bool:
    """ "the visit will not take place"."""
    ahead = any(c.dep_ == "aux" and c.lower_ in ("will", "wo") for c in verb.children)
    held = verb.lemma_ in ("happen", "proceed") or any(c.lower_ in ("place", "ahead") for c in verb.children)
    return noun.dep_ == "nsubj" and ahead and held and negated(verb)


def asked(verb: Token) -> bool:
    """ "Will X meet Y?"."""
    sentence = verb.sent
    return sentence[-1].text == "?" and sentence[0].pos_ == "AUX"


def tentative(verb: Token) -> bool:
    """ "tried to arrange a meeting": a plan that need not come to anything."""
    return verb.lemma_ == "aim" or (verb.dep_ == "xcomp" and verb.head.lemma_ in WISH)


def open_question(verb: Token) -> bool:
    """ "a meeting is possible", "talks are out of the question", "a visit is under consideration", "its date is being discussed",
    "he is ready for talks".
    """
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if verb.lemma_ in _DISCUSSED and any(c.lower_ == "being" for c in verb.children):
        return True
    return verb.lemma_ == "be" and any(
        (c.dep_ == "acomp" and "would" in helpers)
        or (c.dep_ == "acomp" and c.lemma_ in WILLING)
        or (c.dep_ == "prep" and c.lower_ == "out")
        or _part(c, "under", _MULLED)
        for c in verb.children
    )


def unplanned(verb: Token) -> bool:
    """ "it is not planned to organise a meeting"."""
    above = verb.head
    return verb.dep_ in ("xcomp", "ccomp", "advcl") and above.lemma_ in PLANS and negated(above)
