"""What a clause hangs from that parsers hang elsewhere: "Chad, which he visited", "Bamako, where he travelled"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from summitry.graph.mentions.recogniser import is_dated

_SUBJECTS = ("nsubj", "nsubjpass")
_LEADS = frozenset("det amod compound poss nmod".split())  # what stands before a name and hangs from it
_TIMES = frozenset("day week weekend month year half quarter beginning middle end".split())
_TRIPS = frozenset("visit trip tour journey mission stay".split())
_SAYS = frozenset("say tell add declare announce write tweet state explain".split())
_PARTS = ("nsubj", "nsubjpass", "dobj")


def antecedent(token: Token) -> Token:
    """What a relative pronoun stands for: "Chad, which he visited" (the token itself where it is none); the speaker for his "I"."""
    if token.lower_ == "i" and token.dep_ in _SUBJECTS:
        return _speaker(token) or token
    if token.tag_ not in ("WDT", "WP", "WP$") and not (token.lower_ == "that" and token.dep_ in _PARTS):
        return token
    at = token
    for _ in range(6):
        at = at.head
        if at.dep_ == "relcl":
            return at.head
        if at.dep_ == "ccomp" and at.head.lemma_ == "be":  # "it was Chad that …"
            return _cleft(at.head) or token
        if at.head == at:
            break
    return _close_before(token) or token


def _close_before(token: Token) -> Token | None:
    """ "is close to Chad, with which it signed": the noun before the comma, where parsers make the clause one of circumstance."""
    before = token.doc[max(token.sent.start, token.i - 3) : token.i]
    if token.dep_ != "pobj" or len(before) < 3 or before[1].text != "," or before[2] != token.head:
        return None
    return before[0] if before[0].pos_ in ("NOUN", "PROPN") else None


def _speaker(me: Token) -> Token | None:
    """ "“I will be in Rome,” X told reporters": who speaks of himself."""
    at = me.head
    for _ in range(6):
        if at.dep_ == "ccomp" and at.head.lemma_ in _SAYS:
            return next((c for c in at.head.children if c.dep_ == "nsubj"), None)
        if at.head == at:
            return None
        at = at.head
    return None


def across(token: Token, name: Token) -> bool:
    """Whether the verb stands between a subject and a name behind it, which parsers put beside it all the same."""
    return token.dep_ in _SUBJECTS and token.i < token.head.i < name.i


def astray(last: Token) -> Token | None:
    """ "to meet A, and B in Rome", "A; and B": the name behind a list that parsers join to the verb, or a noun of another kind, instead
    of to the name before it.
    """
    at = last.right_edge.i + 1
    words = last.doc[at : at + 2]
    if last.pos_ != "PROPN" or len(words) < 2 or words[0].text not in (",", ";") or words[1].lower_ != "and":
        return None
    after = last.doc[at + 2] if at + 2 < last.sent.end else None
    while after is not None and after.dep_ in _LEADS and after.head.i > after.i:
        after = after.head
    if (
        after is None
        or after.dep_ != "conj"
        or after.pos_ != "PROPN"
        or after.head.pos_ not in ("VERB", "NOUN")
    ):
        return None
    return after if after.head.i < last.i else None


def joined_to(verb: Token) -> Token:
    """The verb that another is joined to: "X will visit Chad, his office said, and hold talks", not the saying put in between;
    "they were to talk, and then meet Y".
    """
    head = verb.head
    told = verb.dep_ == "conj" and verb.tag_ == "VB" and head.tag_ in ("VBD", "VBZ", "VBP", "VBN")
    if not told or any(c.dep_ in ("aux", *_SUBJECTS) for c in verb.children):
        return head
    due = (x for c in head.children for x in (c, *(c.children if c.dep_ == "acomp" else ())))
    plans = (
        c
        for c in due
        if c.tag_ == "VB"
        and (
            (c.dep_ == "ccomp" and c.i < head.i)
            or (c.dep_ == "xcomp" and head.lemma_ == "be" and c.i < verb.i)
        )
    )
    return next(plans, head)


def of_time(verb: Token) -> bool:
    """ "flies in the last week of May to visit Rome": an infinitive that parsers hang on the time before it."""
    noun = verb.head
    hung = verb.dep_ in ("relcl", "acl") and verb.tag_ == "VB" and noun.dep_ in ("pobj", "npadvmod")
    return hung and (noun.lemma_.lower() in _TIMES or is_dated(noun))


def of_trip(verb: Token) -> bool:
    """ "arrived on a visit to discuss it with X": an infinitive that parsers hang on the trip."""
    trip = verb.head
    hung = verb.dep_ in ("relcl", "acl") and verb.tag_ == "VB" and trip.dep_ in ("pobj", "dobj")
    own = any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
    return hung and not own and trip.lemma_ in _TRIPS


def told_over(verb: Token) -> Token | None:
    """What leads to the subject of a clause that hangs on another noun: "X was the last to visit", "flies in May to visit"."""
    if of_time(verb) or of_trip(verb):
        return next((t for t in verb.head.ancestors if t.pos_ in ("VERB", "AUX")), None)
    ranks = verb.dep_ in ("relcl", "acl") and verb.head.dep_ == "attr"
    return verb.head.head if ranks and any(c.lower_ == "to" for c in verb.children) else None


def described(verb: Token, who: Token) -> Token:
    """Whom "who" means: of "A, B and C, who is in Rome", where one is told of, the last."""
    noun = said_to_be(verb.head) or verb.head
    one = any(
        t.tag_ == "VBZ" or t.lower_ == "was" for t in (verb, *verb.children) if t.pos_ in ("VERB", "AUX")
    )
    before = [t for t in noun.subtree if t.dep_ == "conj" and t.pos_ == "PROPN" and noun.i < t.i < who.i]
    return before[-1] if one and before and _alone(before[-1], who) else noun


def _alone(name: Token, who: Token) -> bool:
    """Whether nothing but a comma stands between a name and the clause behind it."""
    return all(t.text == "," for t in name.doc[name.i + 1 : who.i])


def right_before(clause: Token) -> Token | None:
    """ "on the heels of X visiting Rome": the name right before, which parsers put under the noun before it."""
    name = clause.nbor(-1) if clause.tag_ == "VBG" and clause.i else None
    of = (
        name is not None
        and name.dep_ == "pobj"
        and name.head.lower_ == "of"
        and name.head.head == clause.head
    )
    return name if of and name is not None and name.pos_ == "PROPN" else None


def left_out(item: Token) -> bool:
    """ "A and B but not C", "A rather than B": what is named as not meant; "not even A" is."""
    first = item.left_edge.i
    if item.doc[first : first + 2].text.lower() in ("not even", "not only", "not just"):
        return False
    words = [t.lower_ for t in item.doc[max(item.sent.start, first - 2) : first + 1]]
    apart = words[:2] in (["rather", "than"], ["instead", "of"])
    return apart or words[-1] == "not" or words[-2:-1] == ["not"]


def said_to_be(noun: Token) -> Token | None:
    """ "the last president to visit was X", "among those visiting were X and Y", "X was among those who came", "the leaders who
    came included X": who a noun is said to be.
    """
    among = noun.dep_ == "pobj" and noun.head.lower_ == "among"
    verb = noun.head.head if among else noun.head
    if not (among or noun.dep_ in _SUBJECTS) or verb.lemma_ not in ("be", "include"):
        return None
    back = among and noun.head.i > verb.i
    kinds = ("dobj",) if verb.lemma_ == "include" else _SUBJECTS if back else ("attr", *_SUBJECTS)
    found = (c for c in verb.children if c.dep_ in kinds and c.pos_ == "PROPN" and (c.i < verb.i) == back)
    return next(found, None)


def _cleft(verb: Token) -> Token | None:
    """Whom "it was Chad that …" names, of "was"."""
    if not any(c.dep_ == "nsubj" and c.lower_ == "it" for c in verb.children):
        return None
    return next((c for c in verb.children if c.dep_ == "attr"), None)


def place_clause(verb: Token) -> Token | None:
    """The noun that a clause of place describes: "Bamako, where he travelled last week"."""
    at = verb
    for _ in range(4):
        if at.dep_ == "relcl":
            where = next((c for c in _near_before(verb) if c.lower_ == "where" and at.is_ancestor(c)), None)
            return _before(where) or at.head if where is not None else None
        if at.dep_ not in ("conj", "xcomp", "ccomp") or at.head == at:
            return None
        at = at.head
    return None


def _near_before(verb: Token) -> Span:
    """The words that stand shortly before a verb in its sentence."""
    return verb.doc[max(verb.sent.start, verb.i - 40) : verb.i]


def _before(where: Token) -> Token | None:
    """The name right before "where", days left aside: parsers hang "A, B and C, where …" on A."""
    for i in range(where.i - 1, max(where.sent.start, where.i - 7) - 1, -1):
        token = where.doc[i]
        if token.pos_ == "PROPN" and not is_dated(token):
            return _described(token)
        if token.pos_ in ("NOUN", "VERB") and token.lower_ not in (
            "way",
            "morning",
            "afternoon",
            "evening",
            "night",
        ):
            return None
    return None


def _described(name: Token) -> Token:
    """ "Baku, the capital of Azerbaijan, where …": what the words with a name in them tell of."""
    noun = name.head.head if name.dep_ == "pobj" and name.head.lower_ == "of" else name
    return noun.head if noun.dep_ == "appos" and noun.pos_ == "NOUN" and noun.head.pos_ == "PROPN" else name


def emphasised(it: Token) -> Token | None:
    """Whom "it was Chad that recognised …" names, of its "it", which means nobody."""
    named = _cleft(it.head) if it.dep_ == "nsubj" and it.head.lemma_ == "be" else None
    follows = (
        named is not None
        and named.i + 1 < named.sent.end
        and named.nbor(1).lower_ in ("that", "which", "who")
    )
    return named if follows else None
