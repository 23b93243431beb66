"""Who attends a summit, and who stays away."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.extract.actors import actors_at, doers
from summitry.graph.extract.arguments import (
    agents_of,
    is_passive,
    objects_of,
    prepositions,
    subject_of,
    verb_of,
)
from summitry.graph.extract.denial import negated
from summitry.graph.extract.status_words import REFUSE
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import MentionKind
from summitry.graph.mentions.reading import Reading

_LISTS = frozenset(
    "including include includes presence attended alongside gather gathers gathering bring brings brought".split()
)
_BRINGING = frozenset("gather gathers gathering bring brings brought".split())
_ATTEND = frozenset("attend join participate address gather go travel fly arrive be come expect speak meet take open chair host appear tell "
                    "schedule represent leave visit".split())  # fmt: skip
_HOLD = frozenset("hold host chair open lead inaugurate convene".split())
_MEET = frozenset("meet receive see talk speak hold have confer greet embrace discuss".split())
_WISH = frozenset("congratulate join".split())  # "joining X and others for a summit"
_TALKS = frozenset("meeting talk conversation speech remark address encounter conference session".split())
_DEEDS = frozenset("address speech participation attendance remark statement presence sideline".split())
_SAY = frozenset("say tell announce add note report".split())
_PARTS = frozenset("sideline margin fringe end close opening start beginning conclusion".split())
_AT = frozenset({"at", "during", "on", "in"})
_AMONG = frozenset({"among", "amongst"})
_TRAVEL = frozenset("travel go come fly head journey leave".split())
_PLANS = frozenset("plan intention wish desire".split())
_ABSENT = frozenset("skip miss boycott snub avoid shun".split())
_OFF = frozenset("cancel scrap abandon postpone call pull withdraw drop".split())
_TRIPS = frozenset("trip visit journey participation attendance appearance plan".split())
_ABSENT_WORDS = frozenset("absent absentee absentees absence".split())


def attendees_of(reading: Reading, passage: Passage, noun: Token, verb: Token) -> list[Entity]:
    """Whoever is the subject of attending it, whoever does something at it, and the owner of an address to it."""
    found: list[Entity] = []
    if verb != noun and verb.lemma_.lower() in _ATTEND | _HOLD and not stayed_away(noun, verb):
        done_to = verb.lemma_ in _HOLD or verb.lemma_ == "represent"
        subject = _subject(verb) if not (done_to and is_passive(verb)) else None
        if subject is not None and subject != noun and noun not in subject.subtree:
            found += _of_it(reading, passage, subject, verb)
    found += _doing(reading, passage, noun)
    at = noun
    for _ in range(6):  # "in his address to the summit"
        if at.head == at:
            break
        at = at.head
        if at.pos_ == "NOUN" and at.lemma_ in _DEEDS:
            for child in at.children:
                if child.dep_ == "poss":
                    found += actors_at(reading, passage, child, people_only=True)
    return found


def _subject(verb: Token) -> Token | None:
    """The subject of a verb, also of "flew on after attending it"."""
    subject = subject_of(verb)
    if subject is None and (verb.dep_ == "pcomp" or _unplanned(verb)):
        return subject_of(verb_of(verb.head))
    if subject is None and verb.dep_ == "advcl":
        return subject_of(verb.head)
    if subject is not None and subject.dep_ == "pobj" and subject.head.lower_ in _AMONG:
        return (
            subject_of(subject.head.head) or subject
        )  # "was among the leaders who attended", "among them were"
    return subject


def _of_it(reading: Reading, passage: Passage, subject: Token, verb: Token) -> list[Entity]:
    """The people and states that a subject stands for: no organisations, no states that are hosts or have sent somebody."""
    people_only = verb.lemma_ in _HOLD or verb.lemma_ == "represent"
    actors = actors_at(reading, passage, subject, people_only)
    return [a for a in actors if a.kind is not EntityKind.ORGANISATION]


def _doing(reading: Reading, passage: Passage, noun: Token) -> list[Entity]:
    """Those who do something "at the summit", "on its sidelines", with those whom they meet there."""
    at = noun
    for _ in range(4):
        if at.dep_ == "conj" and at.head.pos_ in ("NOUN", "PROPN"):
            at = at.head
        elif at.dep_ == "pobj" and at.head.lower_ == "of" and at.head.head.lemma_ in _PARTS:
            at = at.head.head
        elif at.dep_ == "pobj" and (
            at.head.lower_ in _AT or (at.head.lower_ == "for" and at.head.head.lemma_ == "join")
        ):
            at = at.head
            break
        else:
            return []
    while at.pos_ == "ADP" and at.head.pos_ == "ADP" and at.head != at:  # a title may begin with its root
        at = at.head
    verb = verb_of(at.head)
    if verb.pos_ not in ("VERB", "AUX") or negated(verb) or _far(at, verb):
        return []
    if verb.lemma_ in _SAY and noun.sent.start + 1 < at.i < verb.i:  # "met at the summit, his aide said"
        return []
    if verb.dep_ == "xcomp" and verb.head.lemma_ in REFUSE:  # "failed to show up at the summit"
        return []
    found = doers(reading, passage, verb, people_only=True)
    if verb.lemma_ in _MEET | _WISH | _SAY:
        guests = [*objects_of(verb), *(n for _, n in prepositions(verb, "with", "to"))]
        guests += [n for o in objects_of(verb) for _, n in prepositions(o, "with")]
        found += [a for g in guests for a in actors_at(reading, passage, g, people_only=True)]
    return found


def _far(preposition: Token, verb: Token) -> bool:
    """Whether "at the summit" describes a noun that is not a meeting: "the pledges at the summit"."""
    head = preposition.head
    return head != verb and head.pos_ in ("NOUN", "PROPN") and head.lemma_ not in _TALKS


def companions(reading: Reading, passage: Passage, noun: Token) -> list[Entity]:
    """Those whom the words around the summit list: "including the leaders of A and B"."""
    present: list[Entity] = []
    for token in noun.sent:
        if token.i <= noun.i or token.lower_ not in _LISTS:
            continue
        if token.lower_ in _BRINGING and not token.is_ancestor(noun) and not noun.is_ancestor(token):
            continue  # "follows a call to gather after …"
        if any(t.lower_ in _ABSENT_WORDS for t in noun.doc[noun.i : token.i]):
            break  # "overshadowed by the absence of leaders, including …"
        if token.lower_ not in ("include", "includes") or token.dep_ == "relcl":
            present += _named_after(reading, passage, token)
    return present


def _named_after(reading: Reading, passage: Passage, start: Token) -> list[Entity]:
    found: list[Entity] = []
    for token in start.subtree:
        if token.i <= start.i:
            continue
        mention = passage.mention_at.get(token.i)
        if (
            mention is not None
            and mention.kind in (MentionKind.PERSON, MentionKind.STATE, MentionKind.POST)
            and token.dep_ in ("pobj", "conj", "dobj", "appos", "pcomp", "nsubj")
        ):
            found += reading.entities(mention) or [
                p.of
                for p in mention.posts
                if mention.plural and p.of is not None and p.of.kind is EntityKind.STATE
            ]
    return found


def absentees_of(reading: Reading, passage: Passage, noun: Token, verb: Token) -> list[Entity]:
    """ "will not attend the summit", "skipped it", "a major absentee at it"."""
    if verb == noun or not stayed_away(noun, verb):
        return []
    if _uninvited(noun, verb):
        away = [a for o in objects_of(verb) for a in actors_at(reading, passage, o)]
        return [a for a in away if a.kind is not EntityKind.ORGANISATION]
    by = agents_of(verb) if is_passive(verb) and noun.dep_ == "nsubjpass" else []
    subject = by[0] if by else _subject(verb)
    actors = actors_at(reading, passage, subject) if subject is not None else []
    return [a for a in actors if a.kind is not EntityKind.ORGANISATION]


def stayed_away(noun: Token, verb: Token) -> bool:
    """Whether a verb says of somebody, named or not, that he is not at a summit, which takes place without him."""
    if _uninvited(noun, verb):
        return True
    purpose = verb.dep_ == "advcl" and verb.head.lemma_ in _TRAVEL  # "will not travel to X to attend"
    due = (verb.dep_ == "xcomp" or purpose) and negated(verb.head)  # "is not expected to attend"
    denied = (negated(verb) or due) and verb.lemma_.lower() in _ATTEND | {"make"} and noun.dep_ != "nsubj"
    denied |= _unplanned(verb)
    out = trip_off(noun, verb)
    stays = verb.lemma_ == "stay" and any(c.lower_ in ("away", "home") for c in verb.children)
    words = {t.lower_ for t in _between(noun)} | {t.lower_ for t in noun.doc[verb.i : noun.i]}
    return denied or stays or out or verb.lemma_.lower() in _ABSENT or bool(words & _ABSENT_WORDS)


def _unplanned(verb: Token) -> bool:
    """ "has no plans to attend", "has no intention of attending", "left without attending"."""
    if verb.dep_ == "pcomp" and verb.head.lower_ == "without":
        return True
    plan = verb.head.head if verb.dep_ == "pcomp" else verb.head if verb.dep_ == "acl" else verb
    return plan.lemma_ in _PLANS and any(c.lower_ == "no" for c in plan.children)


def _uninvited(noun: Token, verb: Token) -> bool:
    """ "did not invite X to the summit": he is not there."""
    return verb.lemma_ == "invite" and negated(verb) and noun.dep_ == "pobj" and not is_passive(verb)


def trip_off(noun: Token, verb: Token) -> bool:
    """ "cancelled his trip to the summit", "pulled out of the summit": who does so stays away, the summit takes place."""
    above = noun.head.head
    if noun.dep_ != "pobj" or verb.lemma_ not in _OFF:
        return False
    trip = above.lemma_ in _TRIPS and above.dep_ in ("dobj", "nsubjpass") and above.head == verb
    return trip or (verb.lemma_ in ("pull", "withdraw") and noun.head.lower_ in ("of", "from"))


def _between(noun: Token) -> list[Token]:
    chain = []
    at = noun
    for _ in range(8):
        if at.head == at or at.pos_ == "VERB":
            break
        at = at.head
        chain.append(at)
        chain.extend(c for c in at.children if c.dep_ in ("acomp", "attr", "prep"))
    return chain
