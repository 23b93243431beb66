"""Who signed, ratified, shunned or left a treaty, by the parse: what verbs say of it in any construction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Finding
from summitry.graph.extract.adherents import adherents
from summitry.graph.extract.arguments import prepositions
from summitry.graph.extract.denial import conditional, denied, negated
from summitry.graph.extract.instruments import SORT, Instrument, Instruments
from summitry.graph.extract.parties import all_sides, named_before, owners, powers, states_of
from summitry.graph.extract.roles import Roles, around, roles, triggers
from summitry.graph.extract.signatories import is_house, neither, signatories, told
from summitry.graph.extract.standing_pacts import standing_pacts
from summitry.graph.extract.template import Template
from summitry.graph.extract.wishing import happened, plain
from summitry.graph.extract.withdrawals import LEAVE, TAKE, withdrawals

_SIGN = frozenset("sign ink initial conclude seal co-sign cosign countersign undersign".split())
_STRIKE = frozenset("reach strike clinch agree".split())
_RATIFY = frozenset("ratify accede".split())
_PASS = frozenset("approve endorse pass adopt back accept".split())  # what a parliament does
_JOIN = frozenset("join adhere subscribe rejoin re-join re-enter return".split())
_PUT = frozenset("put affix append set place add lend".split())
_GIVE = frozenset("give grant lend".split())
_HAND = frozenset("deposit hand submit lodge present file exchange sign ink".split())
_FINISH = frozenset("complete finish finalise finalize conclude approve pass vote back support endorse authorise authorize okay clear".split())  # fmt: skip
_HAVE = frozenset("have maintain share".split())
_SPURN = frozenset("reject defeat spurn".split())  # what a parliament does to a treaty it does not want
_VERBS = (
    _SPURN | _SIGN | _STRIKE | _RATIFY | _PASS | _JOIN | LEAVE | TAKE | _PUT | _GIVE | _HAND | _FINISH | _HAVE
)
_SIGNATURES = frozenset("name signature initial autograph seal pen".split())
_ASSENTS = frozenset(
    "consent assent blessing approval nod endorsement backing ratification green-light".split()
)
_RATIFYING = frozenset("ratification accession".split())
_PAPERS = frozenset("document paper note letter instrument text".split())
_REFUSE = frozenset("refuse decline fail".split())
_KEEP = frozenset("adhere subscribe".split())  # who does not is still a party
_ACCESSION = re.compile(r"\b(?:accession|membership)\b")  # with one party on its own
_WEIGHTY = re.compile(r"alliance|peace|principles|friendship|partnership|defen[cs]e|security|access|extradition|mutual|non-?aggression|forces")  # fmt: skip


def signings(
    template: Template,
    named: Sequence[tuple[int, int, str]],
    last: str | None,
    just: str | None,
) -> Iterator[Finding]:
    """What a sentence says of treaties; `named` are those that it names, with the characters of the template they stand at,
    `last` is the one that the sentences before told of, `just` one without a name that they described.
    """
    if not (named or last or just or SORT.search(template.text)):
        return
    known = Instruments(template, named, last, just)
    for verb in triggers(template, _VERBS, "VERB"):
        if not (conditional(verb) or denied(verb)):
            yield from _by_verb(template, known, verb)
    for noun, parties, name, status in adherents(template, known):
        yield from told(template, noun, parties, name, status)
    for noun, both, name in standing_pacts(template, known):
        yield from _each(template, noun, both, both, name, "signed")


def _by_verb(template: Template, known: Instruments, verb: Token) -> Iterator[Finding]:
    lemma = verb.lemma_.lower()
    done = roles(verb)
    yield from withdrawals(template, known, verb, done)
    if lemma in _HAVE:
        yield from _held(template, known, verb, done)
    status, treaties = _done_to(template, known, verb, done)
    for treaty in treaties:
        if treaty.named:
            yield from _of_named(template, verb, done, treaty, status)
        else:
            yield from _of_nameless(template, verb, done, treaty, status)


def _done_to(
    template: Template, known: Instruments, verb: Token, done: Roles
) -> tuple[str, list[Instrument]]:
    """What a verb does to which treaties: signs or ratifies them."""
    lemma = verb.lemma_.lower()
    nouns = {t.lemma_.lower() for t in done.themes}
    if lemma in _PUT and nouns & _SIGNATURES:
        return "signed", known.of(around(template, verb, done.themes, "to", "on", "under", "beneath"))
    if lemma in _HAND | _FINISH and (nouns & (_RATIFYING | {"instrument"}) or _confirming(done)):
        return "ratified", _by_instrument(known, done) or _into_force(known, verb) or _its_own(
            known, verb, done
        )
    if lemma == "vote" and (
        found := [n for _, n in prepositions(verb, "for") if n.lemma_.lower() in _RATIFYING]
    ):
        return "ratified", known.of([m for n in found for _, m in prepositions(n, "of")])
    if lemma in _SIGN | _STRIKE:
        under = known.of(done.themes) or known.of([n for _, n in prepositions(verb, "to", "on", "onto")])
        return "signed", under
    if lemma in _GIVE and nouns & _ASSENTS:
        given = [c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"]
        return "ratified", known.of([*around(template, verb, done.themes, "to"), *given])
    if lemma in _RATIFY | _JOIN:
        themes = [t for t in done.themes if lemma != "join" or t.tag_ != "PRP"]  # "joined them"
        direct = known.of(themes) or known.of([n for _, n in prepositions(verb, "to")])
        return "ratified", direct or _understood(known, verb, lemma)
    if lemma in _SPURN and any(is_house(template, doer) for doer in done.doers):
        return "not_ratified", known.of(done.themes)
    if lemma in _PASS and any(is_house(template, doer) for doer in done.doers):
        return "ratified", known.of(done.themes)
    return "", []


def _by_instrument(known: Instruments, done: Roles) -> list[Instrument]:
    """ "deposited its instrument of ratification of T", "its instruments of T ratification", "completed the accession to T",
    "exchanged the documents ratifying T".
    """
    found = known.of([t for clause in _confirming(done) for t in clause.children if t.dep_ == "dobj"])
    for theme in done.themes:
        nouns = [theme, *(n for _, n in prepositions(theme, "of", "on"))]
        found += [
            i for n in nouns for i in known.of([m for _, m in prepositions(n, "of", "to", "for", "on")])
        ]
        found += known.of([c for n in nouns for c in n.children if c.dep_ in ("compound", "nmod")])
    return [i for i in found if i.token.lemma_.lower() not in _RATIFYING]


def _confirming(done: Roles) -> list[Token]:
    """What papers do that ratify: "documents ratifying T", "ratification papers for T" themselves."""
    papers = [t for t in done.themes if t.lemma_.lower() in _PAPERS]
    return [
        c
        for t in papers
        for c in t.children
        if (c.dep_ == "acl" and c.lemma_.lower() == "ratify")
        or (c.dep_ in ("compound", "nmod") and c.lemma_.lower() in _RATIFYING)
    ]


def _its_own(known: Instruments, verb: Token, done: Roles) -> list[Instrument]:
    """ "deposited its instrument of ratification", "the ratification papers": of the treaty told of last."""
    bare = [
        n
        for t in done.themes
        if t.lemma_ in _PAPERS and any(c.dep_ == "poss" or c.lower_ == "the" for c in t.children)
        for n in (*(n for _, n in prepositions(t, "of")), *(c for c in t.children if c.dep_ == "compound"))
        if n.lemma_.lower() in _RATIFYING and not any(prepositions(n, "of", "to"))
    ]
    name = known.recent(verb) if bare else None
    return [Instrument(verb, name, True)] if name is not None else []


def _into_force(known: Instruments, verb: Token) -> list[Instrument]:
    """ "exchanged instruments of ratification to bring T into force": what comes into force."""
    clauses = [c for c in verb.children if c.dep_ in ("xcomp", "advcl") and c.tag_ in ("VB", "VBG")]
    forced = [
        c for c in clauses if any(n.lemma_ in ("force", "effect") for _, n in prepositions(c, "into", "in"))
    ]
    return known.of([t for c in forced for t in c.children if t.dep_ == "dobj"])


def _understood(known: Instruments, verb: Token, lemma: str) -> list[Instrument]:
    """ "Chad has not ratified", "which acceded in 1996": the treaty told of last."""
    if lemma not in _RATIFY or any(
        c.dep_ in ("dobj", "nsubjpass", "ccomp", "xcomp", "auxpass")
        or (c.lower_ == "to" and c.dep_ == "prep")
        for c in verb.children
    ):
        return []
    if roles(verb).themes or (
        verb.dep_ == "relcl" and not any(c.tag_ in ("WDT", "WP") and c.dep_ == "nsubj" for c in verb.children)
    ):
        return []
    name = known.recent(verb)
    return [Instrument(verb, name, True)] if name is not None else []


def _of_named(
    template: Template, verb: Token, done: Roles, treaty: Instrument, status: str
) -> Iterator[Finding]:
    who = signatories(template, verb, done)
    if status == "signed":
        who += all_sides(template, around(template, verb, list(done.themes), "with", "between"))
    if _undone(verb) or (happened(verb) and neither(done)):
        if verb.lemma_.lower() not in _KEEP:
            yield from told(template, verb, who, treaty.name, "not_ratified")
    elif happened(verb) and not negated(verb):
        yield from told(template, verb, who, treaty.name, status)


def _undone(verb: Token) -> bool:
    """ "has not signed", "never ratified", "has yet to join", "refused to sign"."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    words = {c.lower_ for c in verb.children}
    if negated(verb) and (
        helpers & {"has", "have", "had", "did", "does", "do", "was", "were", "'s", "’s"} or "never" in words
    ):
        return not helpers & {"will", "would", "should", "could", "might", "may", "must", "can"}
    if verb.tag_ != "VB" or "to" not in helpers:
        return False
    above = verb.head
    around_it = words | {c.lower_ for c in above.children if c.i < verb.i}
    if above.lemma_.lower() in _REFUSE:
        return happened(above)
    return verb.dep_ in ("xcomp", "acl", "relcl") and bool(
        ("yet" in around_it and above.lemma_ in ("have", "be", "remain"))
        or ("yet" in words)
        or ("still" in around_it and above.lemma_ == "have")
    )


def _of_nameless(
    template: Template, verb: Token, done: Roles, treaty: Instrument, status: str
) -> Iterator[Finding]:
    """ "signed a military co-operation agreement with Y", "the accord that X and Y reached"."""
    noun = treaty.token
    doers = signatories(template, verb, done)
    if (status == "ratified" and (_undone(verb) or neither(done))) or (
        status == "not_ratified" and happened(verb)
    ):
        yield from told(template, verb, doers, treaty.name, "not_ratified")
        return
    if negated(verb) or (verb.tag_ == "VB" and verb.dep_ != "xcomp") or not happened(verb):
        return
    if any(c.lower_ == "respectively" for c in verb.subtree):
        return  # each with another
    if _ACCESSION.search(treaty.name):
        yield from told(template, verb, doers, treaty.name, status)
        return
    own = [*owners(template, noun), *named_before(template, noun)]
    mine = powers(template, [*doers, *own])
    beside = [*done.themes, noun]
    theirs = powers(template, all_sides(template, around(template, verb, beside, "with", "between", "among")))
    both = {e.key: e for e in (*mine, *theirs)}
    if (not mine and len(both) < 2) or (len(both) < 2 and status != "ratified"):
        return
    if " " not in treaty.name and len(both) != 2:
        return
    vague = noun.lemma_.lower() in (
        "declaration",
        "charter",
        "communique",
        "communiqué",
    ) and not _WEIGHTY.search(treaty.name)
    own_kind = any(
        c.tag_ == "PRP$" for c in noun.children
    )  # "their accession protocols": not with each other
    if vague or (own_kind and not theirs):
        return
    parties = [
        e for e in (mine if status == "ratified" and mine else both.values()) if e.kind is EntityKind.STATE
    ]
    yield from _each(template, noun, parties, list(both.values()), treaty.name, status)


def _each(
    template: Template, verb: Token, parties: list[Entity], sides: list[Entity], words: str, status: str
) -> Iterator[Finding]:
    """One finding for each party to a treaty without a name, which is with the other where there are two."""
    for party in parties:
        others = [e.name for e in sides if e.key != party.key]
        name = words + (f" with {others[0]}" if len(others) == 1 and " with " not in words else "")
        yield from told(template, verb, [party], name, status, "treaty.unnamed")


def _held(template: Template, known: Instruments, verb: Token, done: Roles) -> Iterator[Finding]:
    """ "has a mutual defence treaty with Y": both have signed it."""
    if not plain(verb):
        return
    for treaty in known.of(done.themes):
        if treaty.named or not _WEIGHTY.search(treaty.name):
            continue
        mine = states_of(template, done.doers)
        theirs = states_of(template, around(template, treaty.token, [], "with"))
        sides = list({e.key: e for e in (*mine, *theirs)}.values())
        if len(mine) == 1 and len(sides) == 2:
            yield from _each(template, verb, sides, sides, treaty.name, "signed")
