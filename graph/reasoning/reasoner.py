"""A store -> what follows from it, in graphs of its own, kept true as the store changes.

`inferred` holds what follows, `schema` what follows about the terms, `equalities` which nodes may be the same
(for fusion or a person to decide: nothing is merged on its strength), `violations` what cannot be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, serialize

from summitry.graph import ontology as documents
from summitry.graph.errors import BadParameter
from summitry.graph.reasoning.closure import axiom_marks
from summitry.graph.reasoning.inconsistency import (
    Inconsistency,
    inconsistencies,
    misfits,
    read_inconsistencies,
    reports_on,
)
from summitry.graph.reasoning.increments import Change as FactChange
from summitry.graph.reasoning.increments import close_again
from summitry.graph.reasoning.index import Row, fact, key, row
from summitry.graph.reasoning.lookup import StoreFacts, place
from summitry.graph.reasoning.plan import Plan
from summitry.graph.reasoning.terms import Triple, expand
from summitry.graph.reasoning.theory import Theory, is_axiom
from summitry.graph.reasoning.wanted import Wanted
from summitry.graph.reasoning.words import Words
from summitry.graph.store.interface import GraphStore
from summitry.graph.vocabulary import RDF, Iris

ENGINES = ("rules", "owlrl")
_STATED = ("ontology", "reference", "facts")
_SAME_AS = NamedNode(expand("owl:sameAs"))
Laid = tuple[Iterable[Quad], Iterable[Quad]]
_FEW = 5_000
"""Triples that are written as a change; more are loaded."""
_TERMS = 2_000_000
"""Terms remembered between changes before the reasoner starts afresh, to bound memory in a long-running
server.
"""


@dataclass(frozen=True, slots=True)
class Change:
    """Quads to add to a store and to take out of it."""

    added: tuple[Quad, ...] = ()
    removed: tuple[Quad, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """What a closure came to."""

    inferred: int
    equalities: int
    inconsistencies: int


class Reasoner:
    """Keeps the inferred graphs of a store true.

    `engine` "rules" is ours; "owlrl" the reference engine, which starts over on every change and takes
    minutes for 100,000 triples. `ontology` replaces the ontology that is shipped. A reasoner belongs to one
    thread.
    """

    def __init__(
        self, store: GraphStore, *, ontology: Iterable[Triple] | None = None, engine: str = "rules"
    ) -> None:
        if engine not in ENGINES:
            raise BadParameter("reasoner", f"{engine!r} is none of {', '.join(ENGINES)}")
        self.store = store
        self.engine = engine
        self.ontology: frozenset[Triple] = frozenset(
            (subject, predicate, obj) for subject, predicate, obj in (ontology or documents.triples())
        )
        self._ready: tuple[Theory, StoreFacts, Plan] | None = None

    @property
    def iris(self) -> Iris:
        """Where the data set lives."""
        return self.store.iris

    def graph(self, name: str) -> str:
        """The name of one of the reasoner's graphs."""
        return f"{self.iris.base}graph/{name}"

    def said(self) -> tuple[str, ...]:
        """The graphs that state things: ontology, reference, facts, and what users wrote."""
        return (*(self.graph(name) for name in _STATED), "")

    def ready(self) -> tuple[Theory, StoreFacts, Plan]:
        """The ontology compiled, with the axioms that the data add to it, over the facts of the store."""
        if self._ready is None or len(self._ready[0].terms) > _TERMS:
            theory = Theory([*self.ontology, *self._curated_axioms()])
            made, equal = self.graph("inferred"), self.graph("equalities")
            about = (self.graph("about"),)
            facts = StoreFacts(
                self.store, theory.terms, said=self.said(), made=made, equal=equal, typed=about
            )
            self._ready = theory, facts, Plan(theory.horns, facts)
        return self._ready

    def _curated_axioms(self) -> list[Triple]:
        """Axioms that users added to the data: few, and asked for by property."""
        found: list[Triple] = []
        for predicate, class_ in axiom_marks():
            arc, end = NamedNode(expand(predicate)), NamedNode(expand(class_)) if class_ else None
            for graph in self.said()[1:]:
                for quad in self.store.quads(None, arc, end, graph):
                    found.append((quad.subject, quad.predicate, quad.object))
        return found

    def rebuild(self) -> Summary:
        """Works out everything from the beginning and writes what has changed."""
        self._ready = None
        self.ready()  # refuses an ontology that cannot be honoured before anything is written
        if self.engine == "owlrl":
            triples, wrong = self._close_with_owlrl()
        else:
            triples, wrong = self._close()
        parts: dict[str, set[Triple]] = {"inferred": set(), "schema": set(), "equalities": set()}
        for triple in triples:
            parts[_part(triple)].add(triple)
        for name, part in parts.items():
            self._write(name, {place(triple, self.graph(name)) for triple in part})
        self._write("violations", set(self._reports(wrong)))
        return Summary(len(parts["inferred"]), len(parts["equalities"]), len(wrong))

    def _close(self) -> tuple[Iterable[Triple], set[Inconsistency]]:
        theory = Theory([*self.ontology, *self._curated_axioms()])
        terms = theory.terms
        plan, found = theory.close((each, self._rows(theory, each)) for each in sorted(theory.relations()))
        made = (fact(each, content) for each, rows in found.rows.items() for content in rows)
        wanted = Wanted(terms)
        triples = [terms.triple(each) for each in chain(theory.implied(), made) if wanted(each)]
        return triples, inconsistencies(plan, found.clashes) | set(misfits(plan.facts, theory.relations()))

    def _rows(self, theory: Theory, relation: int) -> Iterator[Row]:
        """The rows of a relation that the data state."""
        number, terms = theory.terms.number, theory.terms
        if relation < 0:
            for graph in (*self.said()[1:], self.graph("about")):
                for quad in self.store.quads(None, RDF.type, terms[-relation], graph):
                    yield number(quad.subject)
        elif isinstance(predicate := terms[relation], NamedNode):
            for graph in self.said()[1:]:
                for quad in self.store.quads(None, predicate, None, graph):
                    yield number(quad.subject), number(quad.object)

    def _close_with_owlrl(self) -> tuple[Iterable[Triple], set[Inconsistency]]:
        from summitry.graph.reasoning.owlrl_engine import close_with_owlrl

        stated = (quad.triple for graph in self.said()[1:] for quad in self.store.quads(graph=graph))
        return close_with_owlrl(chain(self.ontology, stated)).triples, self._close()[1]

    def _reports(self, wrong: Iterable[Inconsistency], laid: Laid = ((), ())) -> Iterator[Quad]:
        graph = NamedNode(self.graph("violations"))
        words = Words(self.store, self.ready()[0], self.said(), *laid)
        for each in wrong:
            yield from each.quads(self.iris, graph, words.of)

    def _write(self, name: str, quads: set[Quad]) -> None:
        """Makes a graph hold the quads, by the difference where that is small."""
        graph = self.graph(name)
        old = set(self.store.quads(graph=graph))
        added, removed = quads - old, old - quads
        if len(added) + len(removed) <= _FEW and not any(map(_unnamed, removed)):
            self.store.change(added, removed)
            return
        self.store.replace_graph(graph, ())
        lines = serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES)
        self.store.load(lines or b"", RdfFormat.N_TRIPLES, graph)

    def consequences(self, added: Iterable[Quad], removed: Iterable[Quad] = ()) -> Change:
        """What changes in the reasoner's graphs when the store is about to change so."""
        theory, facts, plan = self.ready()
        come, gone = self._relevant(added), self._relevant(removed)
        facts.begin(come, gone)
        return self._follow(theory, facts, plan, come, gone, (come, gone))

    def _relevant(self, quads: Iterable[Quad]) -> list[Quad]:
        """The quads of the graphs that state things; of the records of articles, only their kind matters."""
        said, about = set(self.said()), self.graph("about")
        placed = ((quad, _graph(quad)) for quad in quads)
        return [
            quad for quad, graph in placed if graph in said or (graph == about and quad.predicate == RDF.type)
        ]

    def apply(self, added: Iterable[Quad], removed: Iterable[Quad] = ()) -> None:
        """Changes the store and what follows from it, in one transaction."""
        come, gone = list(added), list(removed)
        if self.engine == "owlrl" or any(is_axiom(quad.triple) for quad in (*come, *gone)):
            self.store.change(come, gone)
            self.rebuild()
            return
        change = self.consequences(come, gone)
        if any(map(_unnamed, change.removed)):  # no update can take out one blank node
            self.store.change(come, gone)
            self.rebuild()
            return
        self.store.change((*come, *change.added), (*gone, *change.removed))

    def update(self, added: Iterable[Triple] = (), removed: Iterable[Triple] = ()) -> None:
        """Follows a change that the store has already made to its stated graphs."""
        come, gone = list(added), list(removed)
        if self.engine == "owlrl" or any(map(is_axiom, (*come, *gone))):
            self.rebuild()
            return
        theory, facts, plan = self.ready()
        facts.begin()
        for triple in come:
            each = theory.terms.fact(triple)
            if not self.store.has(self._made(triple)):
                facts.discard(key(each), row(each))  # it is there already, but nothing was concluded from it
        new, old = ([place(triple, "") for triple in triples] for triples in (come, gone))
        change = self._follow(theory, facts, plan, new, old)
        if any(map(_unnamed, change.removed)):
            self.rebuild()
        else:
            self.store.change(change.added, change.removed)

    def _follow(
        self,
        theory: Theory,
        facts: StoreFacts,
        plan: Plan,
        come: list[Quad],
        gone: list[Quad],
        laid: Laid = ((), ()),
    ) -> Change:
        """What follows from a change; `laid` is that part of it which the store does not hold yet."""
        terms = theory.terms
        leaving = {terms.fact(quad.triple) for quad in gone}
        leaving = {each for each in leaving if not facts.stated(key(each), row(each))}
        coming = {terms.fact(quad.triple) for quad in come}
        coming = {each for each in coming if facts.stated(key(each), row(each))}
        for each in leaving:
            facts.add(key(each), row(each))  # what is gone from the store already must be seen to fall
        change = close_again(facts, plan, coming, leaving)
        wanted = Wanted(terms)
        added = {self._made(terms.triple(each)) for each in change.came if wanted(each)}
        removed = {self._made(terms.triple(each)) for each in change.went if wanted(each)}
        # A report stands or falls with its premises, and calls them by their labels.
        moved = {quad.subject for quad in (*come, *gone)} | {terms[each[0]] for each in change.went}
        before = set(reports_on(self.store, self.graph("violations"), moved))
        after = set(self._reports(self._still_wrong(facts, plan, change, before), laid))
        return Change(
            (*sorted(added | (after - before), key=str),),
            (*sorted({quad for quad in removed if self.store.has(quad)} | (before - after), key=str),),
        )

    def _still_wrong(
        self, facts: StoreFacts, plan: Plan, change: FactChange, before: Iterable[Quad]
    ) -> set[Inconsistency]:
        """What cannot be after a change: of what was reported before, and what has come."""
        terms = facts.terms
        standing = {
            each
            for each in read_inconsistencies(before)
            if all(facts.holds(key(one), row(one)) for one in map(terms.fact, each.premises))
        }
        misfit = {
            Inconsistency("dt-not-type", (terms.triple(each),))
            for each in change.stated
            if each[2] in terms.illtyped
        }
        return standing | inconsistencies(plan, change.clashes) | misfit

    def inconsistencies(self) -> Iterator[Inconsistency]:
        """What cannot be, as the store reports it."""
        return read_inconsistencies(self.store.quads(graph=self.graph("violations")))

    def _made(self, triple: Triple) -> Quad:
        return place(triple, self.graph(_part(triple)))


def _part(triple: Triple) -> str:
    if triple[1] == _SAME_AS:
        return "equalities"
    return "schema" if is_axiom(triple) else "inferred"


def _graph(quad: Quad) -> str:
    return quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else ""


def _unnamed(quad: Quad) -> bool:
    return isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode)
