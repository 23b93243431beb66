"""What envoys are sent for, between their post and whose they are: "U.N. Middle East envoy", "the U.S. climate envoy".

"Peru's U.N. ambassador" is Peru's in the same way, and "the chief Iranian negotiator" a chief negotiator. What an envoy is
sent for may stand behind the post, too: "U.S. Special Representative for Afghanistan Reconciliation".
"""

from __future__ import annotations

from summitry.graph.mentions.institutions import POSSESSIVES
from summitry.graph.mentions.ministers import charges
from summitry.graph.mentions.name_words import is_thing
from summitry.graph.mentions.units import Unit, UnitKind

_ENVOY = "special envoy"
_NEGOTIATOR = "negotiator"
_POSTED = frozenset({"ambassador", "permanent representative"})
_CHIEF = frozenset({"chief", "top", "lead"})
_CAUSES = frozenset(
    "peace climate change nuclear trade hostage refugee migration humanitarian energy human rights war".split()
)
_LANDS = (UnitKind.STATE, UnitKind.REGION)
_BODIES = (UnitKind.ORGANISATION,)
_FOR = frozenset({"for", "to", "on", "in"})
_LINKS = frozenset({"and", "the", "of", "-", "&", "–", "to", "in"})
_MATTERS = frozenset("affairs issues issue policy dialogue process crisis talks reconciliation normalisation normalization conflict "
                     "relations negotiations region situation cooperation war stability transition".split())  # fmt: skip
_PLACES = (UnitKind.STATE, UnitKind.DEMONYM, UnitKind.REGION, UnitKind.CITY, UnitKind.ORGANISATION)
_CLOSING = frozenset(", . ; : ( )".split())
_CHARGE = 14  # units of what one is sent for
_SENDERS = (UnitKind.ORGANISATION, UnitKind.METONYM, UnitKind.STATE, UnitKind.DEMONYM)


def errand(units: list[Unit], i: int, role: str) -> int:
    """The first unit of the words before the post at unit i that tell what for, or where, one is sent; i where none do."""
    if role != _ENVOY and role not in _POSTED:
        return i
    while role == _ENVOY and i and set(units[i - 1].low.split()) <= _CAUSES:
        i -= 1
    sender = units[i - 2] if i > 1 else None
    if sender is None or units[i - 1].kind not in (_LANDS if role == _ENVOY else _BODIES):
        return i
    return i - 1 if sender.kind in _SENDERS or sender.text in POSSESSIVES else i


def negotiates(units: list[Unit], first: int, role: str) -> tuple[int, str]:
    """ "the chief Iranian negotiator": where the words of a post begin that begin at unit `first`, and the post."""
    chief = role == _NEGOTIATOR and first and units[first - 1].low in _CHIEF
    return (first - 1, f"chief {role}") if chief else (first, role)


def sent_for(units: list[Unit], i: int) -> int | None:
    """The last unit of the words behind the envoy's post at unit i that tell what for, where a comma, a title or a name
    follows: "for the Kosovo-Serbia Dialogue, X", "for Afghan Reconciliation Ambassador Y".
    """
    if i + 2 >= len(units) or units[i + 1].low not in _FOR:
        return None
    for k in range(i + 2, min(i + _CHARGE, len(units))):
        unit = units[k]
        whole = unit.kind is UnitKind.NAME and " " in unit.text and not is_thing(unit.text)
        if (
            unit.text in _CLOSING
            or whole
            or unit.kind in (UnitKind.PERSON, UnitKind.HONORIFIC)
            or unit.role == "ambassador"
        ):
            return k - 1 if k > i + 2 and units[k - 1].low not in _LINKS else None
        if not (
            unit.kind in (*_PLACES, UnitKind.NAME)
            or unit.low in _LINKS
            or set(unit.low.split()) <= _CAUSES | _MATTERS | charges()
        ):
            return None
    return None
