"""Rules about class expressions -> rules about named classes and properties only.

"Operates a base in some state" has no name, so no graph should list its members. Each rule that concludes it
is joined with each that asks for it, and the rule that results keeps both steps for the proof.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import count

from summitry.graph.errors import ConfigurationError
from summitry.graph.reasoning.compile import Arg, Atom, Horn, Step, relation
from summitry.graph.reasoning.terms import Terms

Names = Mapping[str, Arg]


def unfold(horns: Iterable[Horn], terms: Terms, used: Container[int], strict: bool = False) -> list[Horn]:
    """Rules without class expressions and anonymous properties; those in `used` may still be asked for.

    An expression that feeds itself stays as it is; `strict` refuses it with a ConfigurationError.
    """
    kept = {_same(each): each for each in horns}
    for key in sorted(
        {key for horn in kept.values() for key in _keys(horn) if terms.anonymous(abs(key))}, key=abs
    ):
        makers = [horn for horn in kept.values() if horn.head and relation(horn.head) == key]
        users = [horn for horn in kept.values() if key in map(relation, horn.body)]
        if any(maker in users for maker in makers):
            if not strict:
                continue
            raise ConfigurationError(f"an anonymous {_kind(key)} is defined by itself: give it a name")
        stay = [horn for horn in kept.values() if horn not in makers and (key in used or horn not in users)]
        made = [joined for user in users for joined in _replace(user, key, makers)]
        kept = {}
        for each in (*stay, *made):
            kept.setdefault(_same(each), each)
    return list(kept.values())


def _kind(key: int) -> str:
    return "class" if key < 0 else "property"


def _keys(horn: Horn) -> Iterator[int]:
    for atom in (*horn.body, *([horn.head] if horn.head else [])):
        yield relation(atom)


def _same(horn: Horn) -> tuple[object, ...]:
    return frozenset(horn.body), horn.head, frozenset(horn.unequal)


def _replace(user: Horn, key: int, makers: list[Horn]) -> Iterator[Horn]:
    """The user with each mention of a relation replaced by what makes it."""
    at = next((i for i, atom in enumerate(user.body) if relation(atom) == key), None)
    if at is None:
        yield user
        return
    for maker in makers:
        joined = _resolve(user, at, maker)
        if joined and joined.head not in joined.body:
            yield from _replace(joined, key, makers)


def _resolve(user: Horn, at: int, maker: Horn) -> Horn | None:
    """One rule that does what the maker and then the user do."""
    fresh = rename(maker, {name: f"{name}'" for name in maker.variables})
    assert fresh.head is not None
    names = _unify(fresh.head, user.body[at])
    if names is None:
        return None
    wanted = user.body[at]
    step = _graft(user.step, wanted, fresh.step)
    body = tuple(dict.fromkeys((*user.body[:at], *fresh.body, *user.body[at + 1 :])))
    joined = rename(Horn(body, user.head, (*user.unequal, *fresh.unequal), step), names)
    joined = replace(joined, body=tuple(dict.fromkeys(joined.body)))
    if any(a == b for a, b in joined.unequal):
        return None
    numbers = count()
    return rename(joined, {name: f"?{next(numbers)}" for name in joined.variables})


def _unify(one: Atom, other: Atom) -> dict[str, Arg] | None:
    """What to put for which variable so that the two atoms are the same."""
    names: dict[str, Arg] = {}
    for a, b in zip(one, other, strict=True):
        a, b = _final(a, names), _final(b, names)
        if a == b:
            continue
        if isinstance(a, str):
            names[a] = b
        elif isinstance(b, str):
            names[b] = a
        else:
            return None
    return {name: _final(value, names) for name, value in names.items()}


def _final(arg: Arg, names: Names) -> Arg:
    while isinstance(arg, str) and arg in names:
        arg = names[arg]
    return arg


def _graft(step: Step, atom: Atom, part: Step) -> Step:
    """The step with a part in the place of an atom that it needed."""
    premises = tuple(
        part if each == atom else _graft(each, atom, part) if isinstance(each, Step) else each
        for each in step.premises
    )
    return replace(step, premises=premises)


def rename(horn: Horn, names: Names) -> Horn:
    """The rule with other variables, or constants for them."""
    return Horn(
        tuple(put(atom, names) for atom in horn.body),
        put(horn.head, names) if horn.head else None,
        tuple((_one(a, names), _one(b, names)) for a, b in horn.unequal),
        put_step(horn.step, names),
    )


def put(atom: Atom, names: Names) -> Atom:
    """The atom with its variables replaced."""
    subject, predicate, obj = atom
    return _one(subject, names), _one(predicate, names), _one(obj, names)


def put_step(step: Step, names: Names) -> Step:
    """The step with its variables replaced, through and through."""
    premises = tuple(
        put_step(each, names) if isinstance(each, Step) else put(each, names) for each in step.premises
    )
    return replace(step, head=put(step.head, names) if step.head else None, premises=premises)


def _one(arg: Arg, names: Names) -> Arg:
    return names.get(arg, arg) if isinstance(arg, str) else arg
