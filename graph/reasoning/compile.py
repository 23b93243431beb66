"""An ontology -> rules with constant classes and properties, by matching the W3C tables against its axioms
once.

`cax-sco` over "Alliance below Organisation" becomes "x a Alliance => x a Organisation": what is left asks the
data only, and asks it for named relations.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from pyoxigraph import NamedNode

from summitry.graph.reasoning.index import Index
from summitry.graph.reasoning.rules import Pattern, Rule
from summitry.graph.reasoning.terms import FIRST, NIL, REST, TYPE, Fact, Terms, expand

Arg = int | str
"""A term's number, or a variable's name."""
Atom = tuple[Arg, Arg, Arg]
Bindings = dict[str, int]


@dataclass(frozen=True, slots=True)
class Step:
    """One application of a W3C rule: the conclusion, what the ontology says, and what it needs (atoms or
    steps).
    """

    name: str
    head: Atom | None
    axioms: tuple[Fact, ...]
    premises: tuple[Step | Atom, ...]


@dataclass(frozen=True, slots=True)
class Horn:
    """A compiled rule. `step` shows how the tables get from the body to the head, in one step or several."""

    body: tuple[Atom, ...]
    head: Atom | None
    unequal: tuple[tuple[Arg, Arg], ...]
    step: Step

    @property
    def variables(self) -> tuple[str, ...]:
        """The variables of the body, in order of appearance."""
        return tuple(dict.fromkeys(arg for atom in self.body for arg in atom if isinstance(arg, str)))


def relation(atom: Atom) -> int:
    """The key of the relation that an atom asks."""
    predicate, obj = atom[1], atom[2]
    if isinstance(predicate, str) or (predicate == TYPE and isinstance(obj, str)):
        raise ValueError(f"no constant relation in {atom}")
    return -int(obj) if predicate == TYPE else predicate


def at(atom: Atom, names: Mapping[str, int]) -> Fact:
    """The fact that an atom states under values for its variables."""
    subject, predicate, obj = (names[arg] if isinstance(arg, str) else arg for arg in atom)
    return subject, predicate, obj


def compile_rules(rules: Iterable[Rule], index: Index, stated: Container[Fact] = ()) -> list[Horn]:
    """The rules of the tables specialised to the axioms in the index, each once, by stated axioms where they
    do.
    """
    found: dict[tuple[object, ...], tuple[int, Horn]] = {}
    for rule in rules:
        for env, axioms in _match(rule.axioms, {}, index):
            for horn in _instances(rule, env, axioms, index):
                derived = sum(axiom not in stated for axiom in axioms)
                same = horn.body, horn.head, horn.unequal
                if horn.head not in horn.body and (same not in found or derived < found[same][0]):
                    found[same] = derived, horn
    return [horn for _, horn in found.values()]


def read_list(index: Index, node: int) -> list[int]:
    """The members of an RDF list; a broken or circular list gives what can be read."""
    members, seen = [], set[int]()
    while node != NIL and node not in seen:
        seen.add(node)
        members.extend(list(index.forward(FIRST).get(node, ()))[:1])
        node = next(iter(index.forward(REST).get(node, ())), NIL)
    return members


def _match(
    patterns: tuple[Pattern, ...], env: Bindings, index: Index
) -> Iterator[tuple[Bindings, tuple[Fact, ...]]]:
    if not patterns:
        yield env, ()
        return
    first, *others = patterns
    rest = tuple(others)
    if first[0] in ("member", "pair"):
        for wider in _match_list(first, env, index):
            yield from _match(rest, wider, index)
        return
    subject, predicate, obj = (_arg(word, env, index.terms) for word in first)
    if isinstance(predicate, str):
        raise ValueError(f"axiom pattern {first} has no constant property")
    for s, o in list(_pairs(index, subject, predicate, obj)):
        if first[2].isdigit() and not index.terms.means(o, int(first[2])):
            continue
        wider = dict(env)
        if all(wider.setdefault(a, v) == v for a, v in ((subject, s), (obj, o)) if isinstance(a, str)):
            for final, axioms in _match(rest, wider, index):
                yield final, ((s, predicate, o), *axioms)


def _pairs(index: Index, subject: Arg, predicate: int, obj: Arg) -> Iterator[tuple[int, int]]:
    if predicate == TYPE and isinstance(obj, int):
        for member in index.members(obj):
            if subject in (member,) or isinstance(subject, str):
                yield member, obj
    elif isinstance(subject, int):
        for each in index.forward(predicate).get(subject, ()):
            if isinstance(obj, str) or obj == each:
                yield subject, each
    elif isinstance(obj, int):
        for each in index.backward(predicate).get(obj, ()):
            yield each, obj
    else:
        for each, objects in index.forward(predicate).items():
            for other in objects:
                yield each, other


def _match_list(pattern: Pattern, env: Bindings, index: Index) -> Iterator[Bindings]:
    kind, place, *names = pattern
    members = read_list(index, env[place])
    choices = [(m,) for m in members] if kind == "member" else list(combinations(members, 2))
    for choice in choices:
        wider = dict(env)
        if all(wider.setdefault(name, value) == value for name, value in zip(names, choice, strict=True)):
            yield wider


def _instances(rule: Rule, env: Bindings, axioms: tuple[Fact, ...], index: Index) -> Iterator[Horn]:
    body: list[Atom] = []
    unequal: list[tuple[Arg, Arg]] = []
    for pattern in rule.body:
        if pattern[0] in ("all", "path", "agree"):
            body.extend(_expand(pattern, env, index))
        elif pattern[1] == "!=":
            unequal.append((_arg(pattern[0], env, index.terms), _arg(pattern[2], env, index.terms)))
        else:
            body.append(_atom(pattern, env, index.terms))
    head = _atom(rule.head, env, index.terms) if rule.head else None
    if any(a == b for a, b in unequal):
        return
    for chosen in _ground(body, index):
        atoms = tuple(_put(atom, chosen) for atom in body)
        goal = _put(head, chosen) if head else None
        if _safe(goal, atoms):
            yield Horn(atoms, goal, tuple(unequal), Step(rule.name, goal, axioms, atoms))


def _safe(head: Atom | None, body: tuple[Atom, ...]) -> bool:
    """Whether the body binds the head (an empty list would not), and the head is a triple: no literal as
    class.
    """
    if head is None:
        return True
    known = {arg for atom in body for arg in atom}
    if any(isinstance(arg, str) and arg not in known for arg in head):
        return False
    subject, predicate, obj = head
    nodes = [subject, predicate, *([obj] if predicate == TYPE else [])]
    return all(isinstance(arg, str) or arg > 0 for arg in nodes)


def _expand(pattern: Pattern, env: Bindings, index: Index) -> Iterator[Atom]:
    """The atoms of a condition over a list."""
    kind, start, place, *end = pattern
    members = read_list(index, env[place])
    last = len(members) - 1
    for i, member in enumerate(members):
        if kind == "all":
            yield start, TYPE, member
        elif kind == "path":
            yield (start if i == 0 else f"?m{i}"), member, (end[0] if i == last else f"?m{i + 1}")
        else:
            yield start, member, f"?k{i}"
            yield end[0], member, f"?k{i}"


def _ground(body: list[Atom], index: Index) -> Iterator[Bindings]:
    """Values for variables in the place of a property, or of a class: one for each relation in use."""
    for atom in body:
        if isinstance(atom[1], str):
            name, values = atom[1], [TYPE, *(each for each in index.relations() if each > 0)]
        elif atom[1] == TYPE and isinstance(atom[2], str):
            name, values = atom[2], [-each for each in index.relations() if each < 0]
        else:
            continue
        for value in values:
            for more in _ground([_put(each, {name: value}) for each in body], index):
                yield {name: value, **more}
        return
    yield {}


def _put(atom: Atom, values: Bindings) -> Atom:
    s, p, o = (values.get(arg, arg) if isinstance(arg, str) else arg for arg in atom)
    return s, p, o


def _atom(pattern: Pattern, env: Bindings, terms: Terms) -> Atom:
    subject, predicate, obj = (_arg(word, env, terms) for word in pattern)
    return subject, predicate, obj


def _arg(word: str, env: Bindings, terms: Terms) -> Arg:
    if word.startswith("?") or word.isdigit():  # a number is compared by value, once it is found
        return env.get(word, word)
    return terms.number(NamedNode(expand(word)))
