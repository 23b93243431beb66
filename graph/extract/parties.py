"""Which states and clubs a noun of the parse stands for, and who acts in a verb, whatever stands between them.

"The governments of Spain and Norway", "the US Navy", "countries such as Chad", "it", "among the states that …" are states that act.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind
from summitry.graph.extract.actors import capital_state
from summitry.graph.extract.arguments import OBJECTS, SUBJECTS, listed, prepositions, subject_of, verb_of
from summitry.graph.extract.clauses import antecedent, emphasised
from summitry.graph.extract.denial import negated
from summitry.graph.extract.forces import forces
from summitry.graph.extract.roles import roles
from summitry.graph.extract.state_words import FRIENDS, KINDS, ORGANS
from summitry.graph.extract.template import Template
from summitry.graph.extract.wishing import plain
from summitry.graph.mentions.model import Mention, MentionKind

_NAMELY = ("of", "including", "like", "as", "namely", "among")
BEING = frozenset("be become remain stay".split())


def sides(template: Template, token: Token, depth: int = 3) -> list[Entity]:
    """The states, and the clubs with states for members, that a noun and its coordinates stand for."""
    found: dict[str, Entity] = {}
    for item in listed(antecedent(token)):
        for entity in _one(template, item, depth):
            found.setdefault(entity.key, entity)
    return list(found.values())


def all_sides(template: Template, tokens: Sequence[Token]) -> list[Entity]:
    """The states and clubs of several nouns, each once."""
    found = {e.key: e for token in tokens for e in sides(template, token)}
    return list(found.values())


def states_of(template: Template, tokens: Sequence[Token]) -> list[Entity]:
    """The states of several nouns, each once."""
    return [e for e in all_sides(template, tokens) if e.kind is EntityKind.STATE]


def powers(template: Template, found: Sequence[Entity]) -> list[Entity]:
    """Those that have soldiers and sign treaties: states, and clubs of states."""
    known = template.reading.gazetteer
    return [e for e in found if e.kind is EntityKind.STATE or known.is_club(e.key)]


def named_before(template: Template, noun: Token) -> list[Entity]:
    """The states before a noun, each once: "the Afghan-Pakistan border", "the Vietnam-India partnership"."""
    found: dict[str, Entity] = {}
    for child in noun.lefts:
        for item in (child, *child.subtree) if child.dep_ in ("amod", "compound", "nmod", "poss") else ():
            mention = mention_at(template, item)
            if mention is not None and mention.kind in (MentionKind.STATE, MentionKind.DEMONYM):
                found.update(
                    (e.key, e) for e in template.reading.entities(mention) if e.kind is EntityKind.STATE
                )
    return list(found.values())


def mention_at(template: Template, token: Token) -> Mention | None:
    return template.passage.mention_at.get(token.i)


def _one(template: Template, token: Token, depth: int) -> list[Entity]:
    mention = mention_at(template, token)
    if mention is not None:
        return meant(template, mention)
    word = token.lower_
    if word in ("it", "its"):
        return _it(template, token)
    lemma = token.lemma_.lower()
    if lemma in ORGANS and (found := owners(template, token, 0)):
        return found  # "the Egyptian government"
    if depth and lemma in KINDS:
        found = _beside(template, token, depth) or _identified(template, token, depth)
        found = found or _companion(template, token, lemma, depth)
        if found or lemma not in ORGANS:
            return found
    if depth and (lemma in ORGANS or token.pos_ == "PROPN"):
        return owners(template, token, depth) or _by_name(template, token)
    return []


def _by_name(template: Template, token: Token) -> list[Entity]:
    """Whose forces are called so: "the Bundeswehr", "330 Marines"."""
    if not token.text[:1].isupper():
        return []
    passage = template.passage
    start = passage.starts[max(token.left_edge.i, token.i - 3)]
    return list(forces(template.reading, template.reading.article.text[start : passage.ends[token.i]]))


def meant(template: Template, mention: Mention) -> list[Entity]:
    """The states and clubs that a mention acts for; a capital acts for its state, a town for none."""
    posts = [p.of for p in mention.posts if p.of is not None and p.of.kind is EntityKind.STATE]
    if mention.plural and len(posts) > 1:
        return list({p.key: p for p in posts}.values())
    found: list[Entity] = []
    for entity in template.reading.entities(mention):
        if entity.kind is EntityKind.CITY:
            state = capital_state(template.reading, entity)
            found += [state] if state is not None else []
        elif entity.kind is EntityKind.STATE:
            found.append(entity)
        elif entity.kind is EntityKind.ORGANISATION:
            found += [entity] if template.reading.gazetteer.is_club(entity.key) else []
        elif mention.kind is not MentionKind.PRONOUN or len(found) < 2:
            found += template.homes([entity])
    return found or (posts if len(posts) == 1 and not mention.plural else [])


def owners(template: Template, token: Token, depth: int = 3) -> list[Entity]:
    """Whose something is: "the Indian government", "Russia's army", "its troops", "the parliament of Chad"."""
    for child in token.children:
        if child.dep_ in ("poss", "amod", "compound", "nmod", "nsubj") and child.i < token.i:
            mention = mention_at(template, child)
            if mention is not None and mention.kind is not MentionKind.TIME:
                found = [e for m in listed(child) for e in _one(template, m, 0)]
                if found:
                    return found
            if child.dep_ == "poss" and child.lower_ == "its":
                return _it(template, child)
            if child.dep_ == "poss" and depth:
                found = sides(template, child, depth - 1)
                if found:
                    return found
    for _, noun in prepositions(token, "of"):
        found = sides(template, noun, depth - 1) if depth else []
        if found:
            return found
    return []


def owning(template: Template, token: Token) -> list[Entity]:
    """The states whose something is."""
    return [e for e in owners(template, token) if e.kind is EntityKind.STATE]


def _beside(template: Template, token: Token, depth: int) -> list[Entity]:
    """The names beside what states are called: "the island nation of Nauru", "countries such as Chad and Mali"."""
    found: dict[str, Entity] = {}
    for child in token.children:
        named: list[Token] = []
        if child.dep_ == "appos":
            named = [child]
        elif child.dep_ == "prep" and (child.lower_ in _NAMELY or child.lower_ == "such"):
            named = [n for n in child.children if n.dep_ in ("pobj", "pcomp")]
            named += [n for c in child.children if c.dep_ == "prep" for n in c.children if n.dep_ == "pobj"]
        for noun in named:
            mention = mention_at(template, noun)
            if child.lower_ == "of" and mention is not None and mention.kind is MentionKind.ORGANISATION:
                continue  # "members of the union"
            for entity in sides(template, noun, depth - 1):
                found.setdefault(entity.key, entity)
    return list(found.values())


def _companion(template: Template, token: Token, lemma: str, depth: int) -> list[Entity]:
    """Whom "its eastern neighbour", "Moscow's old ally" mean: the state told of last that is another, and a neighbour if called so."""
    if lemma not in FRIENDS or token.tag_ != "NN":
        return []
    owner = next((c for c in token.children if c.dep_ == "poss"), None)
    whose = sides(template, owner, depth - 1) if owner is not None else []
    if len(whose) != 1:
        return []
    near = template.reading.gazetteer.neighbours(whose[0].key) if lemma.startswith("neighb") else None
    told = [s for s in template.context.states if s.key != whose[0].key and (near is None or s.key in near)]
    return told[:1]


def _identified(template: Template, token: Token, depth: int) -> list[Entity]:
    """Who a noun is said to be: "Chad became the first state to …", "Mali is among the countries that …"."""
    at = token
    for _ in range(7):
        if at.dep_ in ("attr", "oprd") and at.head.lemma_ in BEING:
            subject = subject_of(at.head)
            return sides(template, subject, depth - 1) if subject is not None and subject != token else []
        if at.dep_ == "appos" and mention_at(template, at.head) is not None:
            return _one(template, at.head, depth - 1)
        if at.dep_ == "nsubj" and (at.head.lemma_ == "include" or at.head.lemma_ in BEING):
            named = [
                c for c in at.head.children if c.dep_ in ("dobj", "attr")
            ]  # "those that have not include …"
            return [
                e for n in named if mention_at(template, n) is not None for e in sides(template, n, depth - 1)
            ]
        if at.dep_ in ("pobj", "conj") or (at.dep_ == "prep" and at.lower_ in ("among", "of")):
            if at.dep_ == "prep" and at.head.lemma_ in BEING and negated(at.head):
                return []  # "was not among those that …"
            if at.dep_ == "prep" and at.head.lemma_ in BEING:
                subject = subject_of(at.head)
                return sides(template, subject, depth - 1) if subject is not None else []
            at = at.head
            continue
        return []
    return []


def _it(template: Template, token: Token) -> list[Entity]:
    """The state that "it" or "its" means: the subject of a clause above or before its own, else that of the sentence before;
    what undergoes something, or stands behind a preposition, is another than the subject of its own clause.
    """
    if emphasised(token) is not None:
        return []
    own = {e.key for t in _explained_by(token) for e in _named(template, t)}
    verb = verb_of(token)
    if token.dep_ not in SUBJECTS and token.dep_ != "poss":
        own = {e.key for c in verb.children if c.dep_ in SUBJECTS for e in _named(template, c)}
    if own or token.dep_ in OBJECTS or token.dep_ == "pobj":
        named = [t for t in template.sentence if t.i < token.i and t.i in template.passage.mention_at]
        for other in reversed(named):
            found = _named(template, other)
            if len(found) == 1 and found[0].key not in own:
                return found
    urged = [c for c in verb.head.children if c.dep_ == "dobj"] if verb.dep_ == "xcomp" else []
    above = [c for at in verb.ancestors for c in at.children if c.dep_ in SUBJECTS and c.i < token.i]
    before = [t for t in template.sentence if t.i < token.i and t.dep_ in SUBJECTS]
    for subject in (*urged, *above, *reversed(before)):  # "urged Chad to respect its duties"
        found = _named(template, subject)
        if len(found) == 1 and found[0].key not in own:
            return found
    if token.dep_ == "poss" and not before:  # "with the help of its ally, Chad retook the town"
        found = [e for c in verb.children if c.dep_ in SUBJECTS for e in _named(template, c)]
        if len(found) == 1:
            return found
    known = [template.subject] if template.subject is not None else list(template.context.states[:1])
    return [s for s in known if s.key not in own]


def _explained_by(token: Token) -> list[Token]:
    """ "Chad, its ally", "Chad is its ally": who is called so is another than whose he is."""
    noun = token.head
    while noun.dep_ == "conj":
        noun = noun.head
    if token.dep_ == "poss" and noun.dep_ == "attr":
        return [c for c in noun.head.children if c.dep_ in SUBJECTS]
    return [noun.head] if token.dep_ == "poss" and noun.dep_ == "appos" else []


def _named(template: Template, token: Token) -> list[Entity]:
    """The states that a noun names by itself, or is called by: "the island nation of Nauru", "an island group, Fiji,"."""
    beside = (mention_at(template, c) for c in token.children if c.dep_ == "appos")
    mention = mention_at(template, token) or next(filter(None, beside), None)
    if mention is None and token.lemma_.lower() in KINDS | ORGANS:
        found = _beside(template, token, 1) or (
            owners(template, token, 0) if token.lemma_.lower() in ORGANS else []
        )
        return [e for e in found if e.kind is EntityKind.STATE]
    if mention is None or mention.kind in (MentionKind.PERSON, MentionKind.PRONOUN, MentionKind.GROUP):
        return []
    return [e for e in meant(template, mention) if e.kind is EntityKind.STATE]


def first_of_row(token: Token) -> Token:
    """The first of a row of nouns, of any of them."""
    while token.dep_ == "conj" and token.head.i < token.i and token.head.pos_ in ("NOUN", "PROPN"):
        token = token.head
    return token


def named_as(template: Template, noun: Token) -> list[Entity]:
    """Who is called so: the noun that it explains or that explains it, the subject of "is", "is seen as"."""
    beside = [c for c in noun.children if c.dep_ == "appos" and mention_at(template, c) is not None]
    if beside:
        return all_sides(template, beside)
    if noun.dep_ in ("compound", "nmod") and mention_at(template, noun.head) is not None:
        return sides(template, noun.head)
    at = noun
    while at.dep_ == "conj" and at.head.pos_ in ("NOUN", "PROPN") and mention_at(template, at.head) is None:
        at = at.head
    if at.dep_ == "appos":
        many = any(c.lower_ in ("both", "all") for c in noun.children)  # "A, B and C (all members of it)"
        return sides(template, first_of_row(at.head) if many else at.head, 2)
    if at.dep_ == "pobj" and at.head.lower_ == "among" and at.head.head.lemma_ in BEING:
        subject = subject_of(at.head.head) if plain(at.head.head) else None
        return sides(template, subject) if subject is not None else []
    if at.dep_ == "pobj" and at.head.lower_ == "as" and at.head.head.pos_ == "VERB":
        verb = at.head.head
        return all_sides(template, roles(verb).themes) if plain(verb) else []
    if (
        at.dep_ in ("attr", "oprd", "dobj")
        and at.head.lemma_ in ("be", "remain", "become")
        and plain(at.head)
    ):
        subject = subject_of(at.head)
        return sides(template, subject) if subject is not None else []
    return []
