"""Which series a summit belongs to: "BRICS summit", "a summit of the countries bordering the Caspian Sea"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.extract.actors import doers
from summitry.graph.extract.arguments import prepositions, subject_of, verb_of
from summitry.graph.extract.organisers import meets, organisation_of, organisations_at, summit_name
from summitry.graph.extract.series_words import described, of_region
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import Mention, MentionKind
from summitry.graph.mentions.reading import Reading

PARTAKING = frozenset("participation attendance presence involvement".split())
_LEADERS = frozenset("leader president head premier".split())
_ALLIANCES = frozenset({"organisation/nato", "organisation/csto"})
_SIDES = frozenset({MentionKind.STATE, MentionKind.DEMONYM})
_TOPICS = frozenset("about regarding concerning".split())
_COMES = frozenset("attend join skip boycott miss".split())
_NEAR = 5  # words of a summit's name
_REACH = 16  # words behind a summit that say whose it is
_DASHES = frozenset("-–—/")
NUMBERED = re.compile(r"(?i)COP-?\d{1,2}")


@dataclass(frozen=True, slots=True)
class Series:
    """A series of summits: its name, the organisation behind it, and the tokens that say so."""

    name: str
    organisation: Entity | None
    tokens: tuple[Token, ...]


def series_of(reading: Reading, passage: Passage, noun: Token) -> Series | None:
    """The series a summit noun belongs to; None for a summit of two leaders or one that nothing names."""
    joint = with_state(reading, passage, noun) or _with_region(reading, passage, noun)
    joint = joint or _numbered(noun)
    if joint is not None:
        return joint
    organisations = organisations_at(reading, passage, noun)
    if organisations and not meets(reading, organisations[0][1]):  # "the UN climate summit"
        name = described(_words(reading, passage, noun))
        if name is not None:
            return Series(name, None, ())
    if organisations:
        token, entity = organisations[0]
        entity = _commonwealth(reading, entity)
        if len(organisations) > 1 and organisations[1][1].key != entity.key:
            return Series(f"{entity.name}-{organisations[1][1].name} Summit", entity, (token,))
        return Series(summit_name(reading, entity), entity, (token,))
    bracketed = _in_brackets(reading, passage, noun)
    if bracketed is not None:
        return Series(summit_name(reading, bracketed), bracketed, ())
    words = _words(reading, passage, noun)
    if any(c.dep_ == "poss" and c.lower_ in ("their", "its") for c in noun.children):
        owner = subject_of(verb_of(noun))
        words |= _words(reading, passage, owner) if owner is not None and owner != noun else set()
    name = described(words) or described(words | _words_of_leaders(reading, passage, noun))
    return Series(name, None, ()) if name is not None else _of_region(passage, noun)


def _of_region(passage: Passage, noun: Token) -> Series | None:
    """ "the Sahel summit": called after a region that stands right before it."""
    mention = passage.mention_at.get(noun.i - 1)
    beside = noun.i > noun.sent.start and passage.doc[noun.i - 1].head == noun
    if mention is None or mention.kind is not MentionKind.REGION or not beside:
        return None
    return Series(f"{mention.text} Summit", None, (passage.doc[noun.i - 1],))


def _numbered(noun: Token) -> Series | None:
    """ "the COP27 climate summit", and "COP27" itself: conferences that their number names."""
    for token in (noun, *(c for c in noun.children if c.i < noun.i)):
        if NUMBERED.fullmatch(token.text):
            return Series(token.text.upper().replace("-", ""), None, (token,))
    return None


def _in_brackets(reading: Reading, passage: Passage, noun: Token) -> Entity | None:
    """ "a summit with the leaders of A, B and C (BRICS)": the organisation whose members those are."""
    for dash in noun.doc[noun.i + 1 : min(noun.sent.end - 1, noun.i + _REACH)]:
        if dash.text == "(":
            club = organisation_of(reading, passage.mention_at.get(dash.i + 1))
            mention = passage.mention_at.get(dash.i - 1)
            states = mention is not None and (mention.plural or mention.kind in _SIDES)
            return club if club is not None and states and meets(reading, club) else None
        if dash.text in (",", ";", ":") and dash.i - 1 not in passage.mention_at:
            return None
    return None


def series_of_each(reading: Reading, passage: Passage, noun: Token) -> list[Series]:
    """The series of "the G7 and NATO summits"; none where fewer than two organisations stand before the noun."""
    found: list[Series] = []
    at = noun.i - 1
    while at >= noun.sent.start:
        entity = organisation_of(reading, passage.mention_at.get(at))
        if entity is not None and meets(reading, entity):
            found.insert(0, Series(summit_name(reading, entity), entity, (passage.doc[at],)))
        elif passage.doc[at].lower_ not in ("and", ","):
            break
        at -= 1
    if not found:  # "the summits of the G7 and of NATO"
        names = [c for _, n in prepositions(noun, "of") for c in (n, *n.conjuncts)]
        clubs = {e.key: (c, e) for c in names if (e := organisation_of(reading, passage.mention_at.get(c.i)))}
        met = [(c, e) for c, e in clubs.values() if meets(reading, e)]
        found = [Series(summit_name(reading, e), e, (c,)) for c, e in met]
    return found if len(found) > 1 else []


def with_state(reading: Reading, passage: Passage, noun: Token) -> Series | None:
    """ "the EU-Ukraine summit", "a Russia-EU summit", "the ASEAN-US special summit": of an organisation and a state."""
    for dash in noun.doc[max(noun.sent.start, noun.i - 5) : noun.i]:
        pair = [passage.mention_at.get(dash.i + step) for step in (-1, 1)]
        if dash.text not in _DASHES or None in pair:
            continue
        clubs = [organisation_of(reading, m) or owner_of_council(reading, m) for m in pair]
        sides = [m for m in pair if m is not None and m.kind in _SIDES]
        club = next((c for c in clubs if c is not None and meets(reading, c)), None)
        if club is None or len(sides) != 1:
            continue
        names = [c.name if c is not None else _short(reading, m) for c, m in zip(clubs, pair, strict=True)]
        return Series(f"{'-'.join(names)} Summit", club, (dash,))
    return None


def _with_region(reading: Reading, passage: Passage, noun: Token) -> Series | None:
    """ "the Russia-Africa summit", "the Forum on China-Africa Cooperation": of a state and the states of a region."""
    first, last = max(noun.sent.start, noun.i - _NEAR), min(noun.sent.end - 1, noun.i + _NEAR)
    for dash in noun.doc[first + 1 : last]:
        if dash.text not in _DASHES or not noun.is_ancestor(dash):
            continue
        for step in (-1, 1):
            mention, region = passage.mention_at.get(dash.i + step), passage.doc[dash.i - step]
            if mention is None or mention.kind not in _SIDES:
                continue
            entity = next(iter(reading.entities(mention)), mention.entity)
            text = reading.article.text[passage.starts[region.i] : passage.ends[region.i]]
            name = of_region(entity.name, text) if entity is not None else None
            if name is not None:
                return Series(name, None, (passage.doc[dash.i - 1],))
            whole = passage.mention_at.get(region.i)
            if whole is not None and whole.kind is MentionKind.REGION and entity is not None:
                pair = (_short(reading, mention), whole.text)
                return Series(f"{'-'.join(pair[::-step])} Summit", None, (passage.doc[dash.i - 1],))
    return None


def owner_of_council(reading: Reading, mention: Mention | None) -> Entity | None:
    """The organisation whose council a mention names, as "the EU summit" does that of its leaders; none for the body of a state."""
    if mention is None or mention.kind is not MentionKind.BODY or mention.entity is None:
        return None
    owner = reading.gazetteer.owner(mention.entity.key)
    entry = reading.gazetteer.find(owner) if owner and owner.startswith("organisation/") else None
    return Entity(EntityKind.ORGANISATION, entry.name, entry.key, mention.text) if entry is not None else None


def _short(reading: Reading, mention: Mention | None) -> str:
    """What a state is called beside an organisation: "US", "Japan"."""
    if mention is None or mention.text.isupper():
        return mention.text if mention is not None else ""
    return next((e.name for e in reading.entities(mention)), mention.text)


def _words_of_leaders(reading: Reading, passage: Passage, noun: Token) -> set[str]:
    """ "West African leaders will hold a summit", "… agreed at a summit": what tells whose leaders they are."""
    verb = verb_of(noun)
    subject = subject_of(verb)
    if subject is None or subject.tag_ != "NNS" or subject.lemma_.lower() not in _LEADERS:
        return set()
    held = noun.dep_ == "dobj" and verb.lemma_ in ("hold", "have", "convene", "attend")
    there = noun.dep_ == "pobj" and noun.head.lower_ in ("at", "during", "for", "in")
    return _words(reading, passage, subject) if held or there else set()


def series_nearby(reading: Reading, passage: Passage, noun: Token, reach: int = 2) -> Series | None:
    """The series of "the summit" or "an extraordinary summit" whose organisation the text has just named.

    Looked for in the sentence, then in the `reach` before it; courts and agencies hold no summits.
    """
    here = passage.starts[noun.i]
    first = noun.sent.start
    sentences = [s for s in passage.doc.sents if s.start <= first][-1 - reach :]
    for sentence in reversed(sentences):
        near = [
            (abs(i - noun.i), passage.doc[i], entity)
            for i, m in passage.mention_at.items()
            if sentence.start <= i < sentence.end
            and (entity := organisation_of(reading, m)) is not None
            and meets(reading, entity)
            and not _aside(noun, passage.doc[i])
            and not _guest(passage.doc[i])
            and not _comer(noun, passage.doc[i])
        ]
        if near and any(t.lower_ == "alliance" for t in noun.sent):
            near = [n for n in near if n[2].key in _ALLIANCES] or near
        if near:
            _, token, nearest = min(near, key=lambda n: n[0])
            return Series(summit_name(reading, nearest), nearest, (token,) if token.sent == noun.sent else ())
    if not reach:
        return None
    at = next((n for n, p in enumerate(reading.passages) if p.covers(here)), 0)
    for other in reversed(reading.passages[max(0, at - 1) : at]):
        for i in sorted(other.mention_at, reverse=True):
            entity = organisation_of(reading, other.mention_at[i])
            if entity is not None and meets(reading, entity):
                return Series(summit_name(reading, entity), entity, ())
    return None


def _aside(noun: Token, name: Token) -> bool:
    """ "the contact group (A-B-OSCE) meets before the summit", "the summit has one task: to revive X", "a summit about joining X": not whose it is."""
    hyphened = name.i > 0 and name.nbor(-1).text in _DASHES
    topic = any(t.lower_ in _TOPICS for t in noun.doc[noun.i : name.i])
    return hyphened or topic or any(t.text == ":" for t in noun.doc[noun.i : name.i])


def _guest(name: Token) -> bool:
    """ "met envoys from the EU and the UN at the summit", "whose country joined NATO": who is of an organisation, at another's summit."""
    if name.dep_ == "dobj" and name.tag_ != "NNS" and name.head.lemma_ in ("join", "leave", "quit"):
        return True
    first = name
    while first.dep_ == "conj" and first.head != first:
        first = first.head
    return first.dep_ == "pobj" and first.head.lower_ == "from" and first.head.head.pos_ in ("NOUN", "PROPN")


def _comer(noun: Token, name: Token) -> bool:
    """ "partners, including the EU, will attend the summit": who comes to another's summit."""
    verb = verb_of(noun)
    subject = subject_of(verb) if verb.lemma_ in _COMES else None
    return subject is not None and subject != name and subject.is_ancestor(name) and noun.dep_ == "dobj"


def of_two(reading: Reading, passage: Passage, noun: Token) -> bool:
    """Whether a summit is one of two states: "their summit with X", "the India-Russia summit", "X and Y held a summit"."""
    if any(n.lower_ not in PARTAKING for _, n in prepositions(noun, "with", "between")):
        return True
    sides = {
        m.entity.key if m.entity is not None else m.text
        for t in noun.subtree
        if t.i < noun.i and (m := passage.mention_at.get(t.i)) is not None and m.kind in _SIDES
    }
    if len(sides) > 1:
        return True
    verb = verb_of(noun)
    if noun.dep_ != "dobj" or verb.lemma_ not in ("hold", "have") or organisations_at(reading, passage, noun):
        return False
    people = [e for e in doers(reading, passage, verb) if e.kind in (EntityKind.PERSON, EntityKind.STATE)]
    return len(people) == 2


def _commonwealth(reading: Reading, entity: Entity) -> Entity:
    """ "The Commonwealth" is that of Independent States in an article that speaks of it."""
    if entity.key != "organisation/commonwealth":
        return entity
    named = (m.entity for p in reading.passages for m in p.mention_at.values() if m.entity is not None)
    return next((e for e in named if e.key == "organisation/cis"), entity)


def _words(reading: Reading, passage: Passage, noun: Token) -> set[str]:
    """The words of the noun phrase, of-phrases and participles behind it included, as the text has them."""
    tokens = [t for t in noun.subtree if noun.i - 8 <= t.i <= noun.i + 9]
    text = reading.article.text[
        passage.starts[min(t.i for t in tokens)] : passage.ends[max(t.i for t in tokens)]
    ]
    return set(re.findall(r"[^\W\d_]+", text.lower().replace(".", "")))
