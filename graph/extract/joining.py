"""Who joined, left, was let into or kept out of an organisation, by the parse: the same verbs and nouns in any construction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from summitry.graph.claims import Entity, Status
from summitry.graph.extract.arguments import prepositions, verb_of
from summitry.graph.extract.clubs import Tie, clubs_at, clubs_of, nearest_club, states_at, ties
from summitry.graph.extract.denial import conditional, denied, negated
from summitry.graph.extract.parties import named_as, owning
from summitry.graph.extract.roles import around, roles, triggers
from summitry.graph.extract.status import status_of
from summitry.graph.extract.template import Template
from summitry.graph.extract.titles import against, company, unreal
from summitry.graph.extract.wishing import happened, plain

_JOIN = frozenset("join enter accede rejoin re-join".split())
_LEAVE = frozenset("leave quit exit withdraw depart abandon".split())
_SUSPEND = frozenset("suspend freeze expel exclude eject oust strip deprive kick throw".split())
_PARTS = frozenset("membership seat participation activity right voting-right work involvement".split())
_ADMIT = frozenset("admit readmit re-admit reinstate accept welcome add induct".split())
_APPLY = frozenset("apply bid".split())
_HOLD = frozenset("include comprise group unite number count encompass consist embrace gather".split())
_BELONG = frozenset("belong sit".split())
_GRANT = frozenset("grant give receive obtain get have award gain hold win secure accord".split())
_SEEK = frozenset("want seek hope hop aspire apply ask request wish aim intend plan bid try negotiate strive".split())  # fmt: skip
_LET = frozenset("let allow enable permit".split())
_WISHED = frozenset("want hope hop wish aspire aim intend plan".split())
_UNDONE = frozenset("for on about against of towards over".split())
_NOUNS = {
    "suspension": "suspended",
    "addition": "member",
    "admission": "member",
    "readmission": "member",
    "expulsion": "former",
}
_APPLYING = frozenset("application bid request candidacy candidature".split())
_UNDER_WAY = frozenset({"process", "verge", "point"})
_AROUND = frozenset("before after since upon".split())
_FINITE = ("VBD", "VBN", "VBZ", "VBP")
_DROPPED = frozenset(
    "withdraw drop freeze abandon shelve suspend scrap cancel reject refuse block halt".split()
)
_LIFT = frozenset("lift end revoke reverse cancel rescind remove".split())
_STATUS = frozenset("status candidacy".split())
_ABOUT = re.compile(
    r"⟦O|bloc|member|join|candida|suspen|expel|admit|organi[sz]ation|alliance|union|grouping|association|observer"
)


def joinings(template: Template) -> Iterator[Tie]:
    """The memberships that the verbs and nouns of a sentence tell."""
    if _ABOUT.search(template.text) is None:
        return
    for verb in triggers(
        template, _JOIN | _LEAVE | _SUSPEND | _ADMIT | _APPLY | _HOLD | _BELONG | _GRANT, "VERB"
    ):
        if not (conditional(verb) or denied(verb) or negated(verb)):
            yield from _by_verb(template, verb)
    for noun in triggers(template, frozenset(_NOUNS) | _APPLYING, "NOUN"):
        yield from _by_noun(template, noun)


def _by_verb(template: Template, verb: Token) -> Iterator[Tie]:
    lemma = verb.lemma_.lower()
    if lemma in _JOIN:
        yield from _joined(template, verb)
    elif lemma in _LEAVE:
        clubs = clubs_of(template, _objects(verb, "from"))
        if happened(verb) and not (verb.dep_ == "pcomp" and verb.head.head.lemma_ in _UNDER_WAY):
            yield from ties(template, verb, _doers(template, verb), clubs, "former")
    elif lemma in _SUSPEND:
        yield from _suspended(template, verb)
    elif lemma in _ADMIT:
        yield from _admitted(template, verb)
    elif lemma in _APPLY:
        clubs = clubs_of(template, [n for _, n in prepositions(verb, "to", "for")])
        if plain(verb) and _for_membership(verb, clubs):
            yield from ties(template, verb, _doers(template, verb), clubs, "applicant")
    elif lemma in _HOLD:
        done = roles(verb)
        states = states_at(template, [*done.themes, *(n for _, n in prepositions(verb, "of"))])
        also = verb.dep_ == "relcl" or any(c.lower_ == "also" for c in verb.children)
        if plain(verb) and len(states) > (0 if also else 1):
            clubs = clubs_of(template, done.doers) or clubs_of(template, [d.head.head for d in done.doers if d.dep_ == "pobj"])  # fmt: skip
            yield from ties(template, verb, states, clubs, "member", known=True)
    elif lemma in _BELONG:
        clubs = clubs_of(template, [n for _, n in prepositions(verb, "to", "in", "on")])
        if plain(verb):
            yield from ties(template, verb, _doers(template, verb), clubs, "member", known=True)
    else:
        yield from _candidates(template, verb)


def _objects(verb: Token, *words: str) -> list[Token]:
    return [*roles(verb).themes, *(n for _, n in prepositions(verb, *words))]


def _doers(template: Template, verb: Token) -> list[Entity]:
    """The states that do it, and those along with them."""
    done = roles(verb)
    found = states_at(template, done.doers)
    return [*found, *company(template, verb, *done.doers, *done.themes)] if found else []


def _joined(template: Template, verb: Token) -> Iterator[Tie]:
    if any(c.lower_ in ("in", "with") and any(n.tag_ == "VBG" for n in c.children) for c in verb.children):
        return  # "joined the EU in condemning"
    clubs = clubs_of(template, _objects(verb, "to", "into"))
    if not clubs:
        return
    who = _doers(template, verb) or _unions(template, roles(verb).doers, clubs)
    status = status_of(verb)
    above = verb.head if verb.dep_ in ("xcomp", "acl", "advcl", "pcomp", "ccomp", "relcl") else None
    if above is not None and above.lemma_.lower() == "prep":
        above = above.head
    if above is not None and above.lower_ == "of" and above.head.lemma_.lower() in _UNDER_WAY:
        yield from ties(template, verb, named_as(template, above.head) or who, clubs, "acceding")
        return
    if above is not None and above.lemma_.lower() in _LET and verb.tag_ in ("VB", "VBP"):
        yield from ties(template, verb, who, clubs, "acceding")  # "protocols that let it join"
        return
    seeking = above is not None and above.lemma_.lower() in (_SEEK | _APPLYING)
    if above is not None and above.lemma_.lower() == "invite":
        yield from ties(template, verb, _invited(template, above, verb), clubs, "acceding")
    elif seeking and above is not None and _stated_above(above):
        yield from ties(template, verb, who, clubs, "applicant")
    elif verb.tag_ == "VBG" and verb.dep_ == "pcomp" and verb.head.lower_ in _AROUND:
        past = verb_of(verb.head)  # "took the step before joining it": not "must take it before joining it"
        if past.tag_ in ("VBD", "VBN") and happened(past):
            yield from ties(template, verb, who, clubs, "member")
    elif status is Status.PLANNED and not seeking:
        yield from ties(template, verb, who, clubs, "acceding")
    elif plain(verb) and status in (Status.OCCURRED, Status.ONGOING) and verb.tag_ in _FINITE:
        yield from ties(template, verb, who, clubs, "member")


def _invited(template: Template, above: Token, verb: Token) -> list[Entity]:
    """ "has been invited to join it, along with Y"."""
    themes = roles(above).themes
    return [*states_at(template, themes), *company(template, above, verb, *themes, *roles(verb).themes)]


def _stated_above(token: Token) -> bool:
    """Whether what governs a verb is itself stated; "had wanted to join" was before."""
    verb = verb_of(token)
    if verb.lemma_.lower() in _WISHED and any(c.dep_ == "aux" and c.lower_ == "had" for c in verb.children):
        return False
    if token.lemma_.lower() in _APPLYING and verb.lemma_.lower() in _DROPPED:
        return False
    return not (negated(verb) or conditional(verb) or denied(verb))


def _suspended(template: Template, verb: Token) -> Iterator[Tie]:
    if status_of(verb) not in (Status.OCCURRED, Status.ONGOING) and not _resolved(verb):
        return
    done = roles(verb)
    status = "suspended" if verb.lemma_.lower() in ("suspend", "freeze", "strip", "deprive") else "former"
    for theme in done.themes:
        if theme.lemma_.lower() in _PARTS:
            clubs = clubs_of(template, [n for _, n in prepositions(theme, "of", "in")])
            whose = owning(template, theme)
            clubs = clubs or clubs_of(template, done.doers)
            whose = whose or states_at(template, [n for _, n in prepositions(theme, "of")])
            yield from ties(template, verb, whose or states_at(template, done.doers), clubs, status)
    as_member = [n for _, n in prepositions(verb, "as") if n.lemma_ == "member"]
    clubs = clubs_of(template, [*(n for _, n in prepositions(verb, "from")), *done.doers, *as_member])
    yield from ties(template, verb, states_at(template, done.themes), clubs, status)


def _resolved(verb: Token) -> bool:
    """ "decided to suspend", "voted to expel"."""
    return (
        verb.dep_ == "xcomp"
        and verb.head.lemma_ in ("decide", "vote", "agree", "resolve", "move")
        and plain(verb)
        and happened(verb.head)
    )


def _admitted(template: Template, verb: Token) -> Iterator[Tie]:
    if verb.dep_ == "pcomp" and verb.head.lower_ in _UNDONE:
        return  # "support for welcoming the two", "talks on admitting it"
    done = roles(verb)
    inside = [n for _, n in prepositions(verb, "to", "into", "in")]
    as_member = [n for _, n in prepositions(verb, "as") if n.lemma_ == "member"]
    if verb.lemma_ in ("accept", "welcome") and not (as_member or any(clubs_at(template, n) for n in inside)):
        return
    if verb.lemma_ == "add" and not clubs_of(template, inside):
        return  # "added that it …"
    inside += [n for m in as_member for _, n in prepositions(m, "of")]
    clubs = clubs_of(template, inside) or clubs_of(template, done.doers)
    status = status_of(verb)
    who = states_at(template, done.themes) or _unions(template, done.themes, clubs)
    if (
        verb.tag_ == "VB" and verb.dep_ in ("acl", "advcl") and plain(verb)
    ):  # "began the procedure to admit them"
        yield from ties(template, verb, who, clubs, "acceding")
    elif status in (Status.OCCURRED, Status.ONGOING) or _resolved(verb):
        yield from ties(template, verb, who, clubs, "member")
    elif status is Status.PLANNED:
        yield from ties(template, verb, who, clubs, "acceding")


def _unions(template: Template, tokens: Sequence[Token], clubs: Sequence[Entity]) -> list[Entity]:
    """The organisations that become members of another, as a union of states does."""
    keys = {c.key for c in clubs}
    return [e for t in tokens for e in clubs_at(template, t) if e.key not in keys]


def _for_membership(verb: Token, clubs: Sequence[Entity]) -> bool:
    """ "applied for membership of", "applied to join": not "applied to the court"."""
    return bool(clubs) and any(c.lower_ == "for" for c in verb.children)


def _candidates(template: Template, verb: Token) -> Iterator[Tie]:
    """ "were granted the EU candidacy status", "has been given candidate status by the EU", "has observer status at the UN"."""
    done = roles(verb)
    objects = (*done.themes, *(c for c in verb.children if c.dep_ in ("dobj", "oprd", "attr")))
    titles = {t.i: t for t in objects if _title(t) is not None}
    if not titles or not plain(verb):
        return
    title = next(iter(titles.values()))
    before = [c for c in title.children if c.dep_ in ("nmod", "poss", "compound")]
    holders = [t for t in (*done.themes, *before) if t.i not in titles and states_at(template, [t])] or list(
        done.doers
    )
    if not any(states_at(template, [h]) for h in holders):
        holders = [c for c in verb.children if c.dep_ in ("nsubjpass", "nsubj", "dative")]
    clubs = [e for c in title.subtree for e in clubs_at(template, c)]
    clubs = clubs or clubs_of(template, [*done.doers, *(n for _, n in prepositions(verb, "in", "at", "of"))])
    clubs = clubs or nearest_club(template, title)
    yield from ties(template, verb, states_at(template, holders), clubs[:1], _title(title) or "")


def _title(token: Token) -> str | None:
    """What "candidate status", "the status of an observer" make of somebody."""
    words = " ".join(t.lower_ for t in token.subtree)
    if token.lemma_.lower() not in _STATUS:
        return None
    return "applicant" if "candida" in words else "observer" if "observer" in words else None


def _by_noun(template: Template, noun: Token) -> Iterator[Tie]:
    lemma = noun.lemma_.lower()
    verb = verb_of(noun)
    if verb.pos_ in ("VERB", "AUX") and (negated(verb) or conditional(verb)):
        return
    if unreal(noun) or against(noun):
        return
    if lemma in _APPLYING:
        whose = owning(template, noun)
        whose = whose or _applicants(template, verb, noun)
        held = [c for c in noun.subtree if c != noun and clubs_at(template, c)]
        member = any(c.lemma_.lower() in ("membership", "join", "accession", "entry") for c in noun.subtree)
        if member and plain(verb) and verb.lemma_.lower() not in _DROPPED:
            yield from ties(template, noun, whose, clubs_of(template, held[:1]), "applicant")
        return
    if lemma in _NOUNS:
        who = states_at(template, [n for _, n in prepositions(noun, "of")])
        who = who or owning(template, noun)
        clubs = clubs_of(template, around(template, noun, [], "from", "to", "into"))
        clubs = clubs or [e for n in around(template, noun, [], "as") for _, m in prepositions(n, "of") for e in clubs_of(template, [m])]  # fmt: skip
        if not clubs and verb.pos_ == "VERB" and noun.dep_ == "dobj":
            clubs = clubs_of(template, [n for _, n in prepositions(verb, "from")])
            clubs = clubs or clubs_of(template, roles(verb).doers)
        if verb.pos_ != "VERB" or plain(verb):
            yield from ties(template, noun, who, clubs, _turn(noun, verb, lemma))


def _turn(noun: Token, verb: Token, lemma: str) -> str:
    """What a suspension, an admission or an expulsion makes of somebody: nothing yet where it is still to come."""
    if lemma == "suspension":
        return "returned" if verb.lemma_.lower() in _LIFT else "suspended"
    if lemma in ("admission", "addition", "readmission"):
        ahead = noun.dep_ == "pobj" and noun.head.lower_ in ("for", "towards", "toward", "before", "on")
        return (
            "acceding"
            if ahead or status_of(noun) is not Status.OCCURRED or "expect" in verb.lemma_
            else _NOUNS[lemma]
        )
    return _NOUNS[lemma]


def _applicants(template: Template, verb: Token, noun: Token) -> list[Entity]:
    """The states that do something with a noun: "X and Y filed an application"."""
    if verb.pos_ != "VERB" or noun.dep_ not in ("dobj", "nsubjpass"):
        return []
    return _doers(template, verb)
