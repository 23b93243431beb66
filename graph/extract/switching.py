"""Who turns from Taipei to Beijing or back: "dropped Taiwan for China", "parted ways with Taiwan", "Taiwan lost Chad"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from summitry.graph.claims import Entity, EntityKind, Finding
from summitry.graph.extract.arguments import OBJECTS, prepositions
from summitry.graph.extract.bonds import related
from summitry.graph.extract.parties import all_sides
from summitry.graph.extract.roles import around, roles, triggers
from summitry.graph.extract.statehood import CHINA, TAIWAN
from summitry.graph.extract.template import Template, slot
from summitry.graph.extract.wishing import DOES, DOES_NOT, plain

_RIVALS = {CHINA, TAIWAN}
_DROP = frozenset(
    "drop ditch abandon desert dump forsake derecognise derecognize jilt jettison discard leave".split()
)
_PART = frozenset("break split part rupture finish".split())  # with somebody
_CUT = frozenset("cut sever end terminate suspend".split())  # its ties
_TURN = frozenset("switch shift move defect swing flip turn cross transfer change go".split())
_LOSE = frozenset({"lose"})
_SIDE = frozenset(
    "allegiance recognition ties side loyalty relation relations tie sides camp friend partner ally over".split()
)
_TIES = frozenset({"tie", "relation", "relationship", "link"})
_SAME = frozenset("ally partner friend one country state nation".split())
_ABOUT = re.compile(
    r"\b(?:cut|sever|end|terminat|suspend|dr[o]p|ditch|abandon|desert|dump|fors[ao]|derecogni|jilt|jettison|discard|le(?:ave|aving|ft)|br[eo]|split|part(?:ed|s|ing)?\b|rupture|"
    r"finish|switch|shift|mov|defect|sw[iu]ng|flip|turn|cross|transfer|chang|go(?:es|ing|ne)?\b|went|los[et])"
)


def switches(template: Template) -> Iterator[Finding]:
    """Those that a sentence says have left, or have taken up, Taiwan or China."""
    if _ABOUT.search(template.text) is None or not _of_rivals(template):
        return
    for verb in triggers(template, _DROP | _PART | _CUT | _TURN | _LOSE, "VERB"):
        if not plain(verb):
            continue
        lemma = verb.lemma_.lower()
        if lemma in _LOSE:
            yield from _lost(template, verb)
            continue
        who = [
            e
            for e in all_sides(template, roles(verb).doers)
            if e.kind is EntityKind.STATE and e.key not in _RIVALS
        ]
        left, taken = _turned(template, verb, lemma)
        yield from related(template, verb, who, left, DOES_NOT)
        yield from related(template, verb, who, taken, DOES)


def _of_rivals(template: Template) -> bool:
    """Whether Taiwan is named, here or in the sentences before."""
    near = template.states("".join(re.findall(slot("SC"), template.text)))
    return any(e.key == TAIWAN for e in (*near, *template.context.states[:4]))


def _turned(template: Template, verb: Token, lemma: str) -> tuple[list[Entity], list[Entity]]:
    """Whom somebody leaves, and whom he takes up."""
    things = [c for c in verb.children if c.dep_ in OBJECTS]
    towards = _rivals(template, around(template, verb, things, "to", "for", "towards"))
    if lemma in _DROP:
        left = _rivals(template, things) or _told_of(template, things)
        instead = _rivals(template, [n for t in (verb, *things) for n in _in_favour(t)])
        return left, (towards or instead) if left else []
    if lemma in _CUT or (lemma in _PART and any(t.lemma_.lower() in _TIES for t in things)):
        taken = _rivals(template, [n for t in (verb, *things) for n in _in_favour(t)])
        return (
            ([e for e in _named(template) if e.key in _RIVALS and e.key != taken[0].key][:1], taken)
            if taken
            else ([], [])
        )
    if lemma in _PART or (lemma == "turn" and any(c.lower_ == "back" for c in verb.children)):
        words = ("with",) if lemma in _PART else ("on",)
        return _rivals(template, around(template, verb, things, *words)), []
    sided = not things or any(t.lemma_.lower() in _SIDE for t in things)
    if not sided or (lemma in ("move", "go", "turn", "change") and not _over(verb, things)):
        return [], []
    left = _rivals(template, around(template, verb, things, "from", "away"))
    if towards and not left:
        left = [e for e in _named(template) if e.key in _RIVALS and e.key != towards[0].key][:1]
    return (left, towards) if towards else ([], [])


def _told_of(template: Template, things: Sequence[Token]) -> list[Entity]:
    """ "dropped it for China", of Taiwan, which the sentence before named."""
    it = any(t.lower_ == "it" for t in things)
    return [e for e in template.context.states[:4] if e.key == TAIWAN] if it else []


def _over(verb: Token, things: Sequence[Token]) -> bool:
    """ "moved its recognition to", "went over to": no journey."""
    return bool(things) or any(c.lower_ == "over" for c in verb.children)


def _in_favour(token: Token) -> list[Token]:
    return [n for _, favour in prepositions(token, "in") if favour.lower_ in ("favour", "favor") for _, n in prepositions(favour, "of")]  # fmt: skip


def _named(template: Template) -> list[Entity]:
    near = template.states("".join(re.findall(slot("SC"), template.text)))
    return [*near, *template.context.states]


def _rivals(template: Template, tokens: Sequence[Token]) -> list[Entity]:
    return [e for e in all_sides(template, tokens) if e.key in _RIVALS]


def _lost(template: Template, verb: Token) -> Iterator[Finding]:
    """ "Taiwan has lost Chad to China", "lost another ally, Chad"."""
    losers = _rivals(template, roles(verb).doers)
    things = [c for c in verb.children if c.dep_ in OBJECTS]
    ally = any(t.lemma_.lower() in _SAME for t in things) or any(
        n.lemma_ in _SAME for _, n in prepositions(verb, "as")
    )
    to = _rivals(template, around(template, verb, things, "to"))
    if not losers or losers[0].key != TAIWAN or not (ally or to):
        return
    lost = [e for e in all_sides(template, things) if e.kind is EntityKind.STATE and e.key not in _RIVALS]
    yield from related(template, verb, lost, losers, DOES_NOT)
    yield from related(template, verb, lost, to, DOES)
