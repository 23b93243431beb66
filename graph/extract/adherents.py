"""What nouns say of treaties: their parties and signatories, ratifications by and accessions of somebody, withdrawals."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from summitry.graph.claims import Entity
from summitry.graph.extract.arguments import prepositions, verb_of
from summitry.graph.extract.denial import conditional, denied, negated
from summitry.graph.extract.instruments import Instruments
from summitry.graph.extract.parties import all_sides, states_of
from summitry.graph.extract.roles import roles, triggers
from summitry.graph.extract.template import Template
from summitry.graph.extract.titles import against, holders, unreal
from summitry.graph.extract.wishing import HYPOTHETICAL, plain
from summitry.graph.extract.withdrawals import LEAVING, leavers

_PARTIES = frozenset(
    "party signatory member adherent non-signatory non-party nonsignatory co-signatory cosignatory".split()
)
_RATIFYING = frozenset("ratification accession adherence".split())
_OUGHT = HYPOTHETICAL | {"should", "must", "ought"}
_STATES = frozenset("state country nation".split())
_SIGNING = frozenset({"signature"})
Told = tuple[Token, list[Entity], str, str]


def adherents(template: Template, known: Instruments) -> Iterator[Told]:
    """The noun, the parties, the treaty and what became of it, for each noun that tells one."""
    for noun in triggers(template, _PARTIES | LEAVING | _RATIFYING | _SIGNING, "NOUN", "PROPN", "ADJ"):
        lemma = noun.lemma_.lower()
        if lemma in _PARTIES:
            yield from _titled(template, known, _state(noun), lemma)
        elif lemma in LEAVING and (name := _treaty(known, noun)) is not None:
            yield noun, leavers(template, noun), name, "withdrew"
        else:
            yield from _acting(template, known, noun, "signed" if lemma in _SIGNING else "ratified")


def _state(noun: Token) -> Token:
    """ "a member state of T", "the signatory countries": the noun that is called so."""
    joined = noun.dep_ in ("compound", "nmod", "amod") and noun.head.lemma_.lower() in _STATES
    return noun.head if joined and noun.head.i == noun.i + 1 else noun


def _treaty(known: Instruments, noun: Token) -> str | None:
    """The treaty of a title or an act: "parties to T", "ratification of T"."""
    behind = [n for _, n in prepositions(noun, "to", "of", "from")] or _right_behind(noun)
    found = [i for i in known.of(behind) if i.named]
    found = found or [
        i for c in noun.children if c.dep_ in ("compound", "nmod", "poss") for i in known.of([c]) if i.named
    ]
    return found[0].name if found else None


def _merely(verb: Token) -> bool:
    """ "should not be a party"."""
    return any(c.dep_ == "aux" and c.lower_ in _OUGHT for c in verb.children)


def _right_behind(noun: Token) -> list[Token]:
    """What "to" governs behind a noun, wherever parsers hang it."""
    after = noun.doc[noun.i + 1 : noun.i + 2]
    return [c for t in after if t.lower_ in ("to", "of") for c in t.children if c.dep_ == "pobj"]


def _titled(template: Template, known: Instruments, noun: Token, lemma: str) -> Iterator[Told]:
    words = {c.lower_ for c in noun.children}
    named = _treaty(known, noun) or _having(known, noun)
    sure = (
        "signatory" in lemma
        or bool(words & {"state", "contracting"})
        or (lemma == "party" and words & {"states", "since"})
    )
    name = named or (known.recent(noun) if sure and not list(prepositions(noun, "to")) else None)
    if name is None or unreal(noun):
        return
    being = noun.head if noun.dep_ == "attr" else None
    if being is not None and (conditional(being) or denied(being) or _merely(being)):
        return
    first = noun.left_edge
    none = (
        against(noun)
        or (first.i > 0 and first.nbor(-1).lower_ == "not")
        or (being is not None and negated(being))
    )
    who = holders(template, noun)
    if not who and being is not None and none:
        who = states_of(template, [c for c in being.children if c.dep_ == "nsubj"])
    status = "not_ratified" if none else "signed" if "signatory" in lemma else "ratified"
    yield noun, who, name, status


def _having(known: Instruments, noun: Token) -> str | None:
    """ "The treaty has thirteen parties, including …"."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_.lower() not in ("have", "count", "number", "gain", "boast"):
        return None
    found = [i.name for i in known.of(roles(verb).doers) if i.named]
    return found[0] if found else None


def _acting(template: Template, known: Instruments, noun: Token, status: str) -> Iterator[Told]:
    """ "its ratification by X", "X's signature of T": where a verb does not say that it is still to come."""
    name, verb = _treaty(known, noun), verb_of(noun)
    by = [n for _, n in prepositions(noun, "by")]
    by = by or [n for _, n in prepositions(noun, "of") if known.at(n) is None]
    if name is None or not by or (verb.pos_ == "VERB" and not plain(verb)):
        return
    if verb.lemma_.lower() in ("block", "delay", "await", "prevent", "need", "require", "follow", "pend"):
        return
    yield noun, all_sides(template, by), name, status
