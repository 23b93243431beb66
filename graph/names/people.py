"""Whether two names are spellings of one person's."""

from __future__ import annotations

from summitry.graph.names.folding import fold
from summitry.graph.names.parts import Parts, take_apart
from summitry.graph.names.sounds import alike, skeleton


def same_person(a: str, b: str) -> bool:
    """True if both can be spellings of one person's full name; careful rather than generous.

    Given name and surname must both sound alike. East Asian names must be equal but for hyphens, capitals and
    order; an initial asks for the very same surname; a bare surname is no full name; numerals must agree.
    """
    if fold(a) == fold(b):
        return True
    one, two = take_apart(a), take_apart(b)
    if one.east_asian or two.east_asian:
        return bool(one.east_asian & two.east_asian)
    if one.suffix != two.suffix or not one.surname or not two.surname:
        return False
    if not one.given or not two.given:
        return not one.given and not two.given and alike(one.surname, two.surname)
    return _initials_agree(one, two) and _given_agree(one, two)


def _initials_agree(one: Parts, two: Parts) -> bool:
    """Initials in the middle may be left out, but not differ; and they ask for the same surname."""
    if one.initials and two.initials:
        return one.initials == two.initials
    return not (one.initials or two.initials) or one.surname == two.surname


def _given_agree(one: Parts, two: Parts) -> bool:
    short, full = sorted((one, two), key=lambda parts: len(parts.given))
    if len(short.given) == 1:
        return short.surname == full.surname and full.given[0] == short.given
    return alike(one.surname, two.surname) and alike(one.given, two.given)


def same_surname(a: str, b: str) -> bool:
    """True if two surnames can be spellings of one: "Rakhmon" and "Rahmon", not "Ivanov" and "Ivanova"."""
    return fold(a) == fold(b) or alike(take_apart(a).surname, take_apart(b).surname)


def name_key(name: str) -> tuple[str, ...]:
    """The consonants that no romanisation changes, of given name and surname.

    Equal for any two full names for which `same_person` is true: "Chavkat Mirzioev" and "Shavkat Mirziyoyev"
    both give ("VT", "MRV"). A name with an initial in place of the given name has a key of its own.
    """
    parts = take_apart(name)
    if parts.east_asian:
        return tuple(sorted({"".join(sorted(family + given)) for family, given in parts.east_asian}))
    return (skeleton(parts.given), skeleton(parts.surname)) if parts.given else (skeleton(parts.surname),)
