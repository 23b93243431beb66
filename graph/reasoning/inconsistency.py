"""What cannot be: broken rules with their premises, told in a sentence, as RDF and back.

An inconsistency is reported beside the graph; nothing is concluded from it, so the graph stays usable.

    <id/inconsistency/…> a sy:Inconsistency ; rdfs:label "…"@en ; sy:breaks <…/owl2-profiles/#cax-dw> ;
        sy:premise <id/inconsistency/…/premise/0> .
    <id/inconsistency/…/premise/0> a rdf:Statement ; rdf:subject … ; rdf:predicate … ; rdf:object … .
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from summitry.graph.reasoning.compile import Horn, at
from summitry.graph.reasoning.index import Facts
from summitry.graph.reasoning.plan import Clash, Plan
from summitry.graph.reasoning.prune import matches
from summitry.graph.reasoning.rules import TABLES, link
from summitry.graph.reasoning.terms import SAME_AS, TYPE, Fact, Term, Terms, Triple, expand
from summitry.graph.store.interface import GraphStore
from summitry.graph.vocabulary import RDF, RDFS, SY, Iris

_STATEMENT = NamedNode(expand("rdf:Statement"))
_ENDS = tuple(NamedNode(expand(name)) for name in ("rdf:subject", "rdf:predicate", "rdf:object"))

_BECAUSE = {
    "eq-diff1": "and one cannot be both the same and different",
    "eq-diff2": "and they are said to be all different",
    "eq-diff3": "and they are said to be all different",
    "prp-irp": "and nothing can stand so to itself",
    "prp-asyp": "and this cannot hold both ways",
    "prp-pdw": "and these exclude each other",
    "prp-adp": "and these exclude each other",
    "prp-npa1": "and this is denied",
    "prp-npa2": "and this is denied",
    "cls-nothing2": "and nothing can be one",
    "cls-com": "and these exclude each other",
    "cax-dw": "and these exclude each other",
    "cax-adc": "and these exclude each other",
    "cls-maxc1": "and none is allowed",
    "cls-maxqc1": "and none is allowed",
    "cls-maxqc2": "and none is allowed",
    "dt-not-type": "and that is no such value",
    "dt-diff": "and only one value is allowed",
}


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """A rule of the tables that the graph breaks, and the triples that break it."""

    rule: str
    premises: tuple[Triple, ...]

    def iri(self, iris: Iris) -> NamedNode:
        """Its name: the same whenever the same triples break the same rule."""
        text = " ".join([self.rule, *(str(term) for triple in self.premises for term in triple)])
        return iris.entity(f"inconsistency/{hashlib.sha256(text.encode()).hexdigest()[:16]}")

    def sentence(self, label: Callable[[Term], str]) -> str:
        """What is wrong, for people."""
        said = list(dict.fromkeys(_say(triple, label) for triple in self.premises))
        return f"{' and '.join(said)}, {_BECAUSE.get(self.rule, 'and that cannot be')}"

    def quads(self, iris: Iris, graph: NamedNode, label: Callable[[Term], str]) -> Iterator[Quad]:
        """The inconsistency as RDF."""
        node = self.iri(iris)
        yield Quad(node, RDF.type, SY.Inconsistency, graph)
        yield Quad(node, RDFS.label, Literal(self.sentence(label), language="en"), graph)
        yield Quad(node, SY.breaks, NamedNode(link(self.rule)), graph)
        for number, triple in enumerate(self.premises):
            premise = NamedNode(f"{node.value}/premise/{number}")
            yield Quad(node, SY.premise, premise, graph)
            yield Quad(premise, RDF.type, _STATEMENT, graph)
            for arc, term in zip(_ENDS, triple, strict=True):
                yield Quad(premise, arc, term, graph)


def _say(triple: Triple, label: Callable[[Term], str]) -> str:
    subject, predicate, obj = triple
    verb = "is of the kind" if predicate == RDF.type else label(predicate)
    return f"{label(subject)} {verb} {label(obj)}"


def inconsistencies(plan: Plan, clashes: Iterable[Clash]) -> set[Inconsistency]:
    """The inconsistencies that rules met, each once however many ways it was met."""
    terms = plan.facts.terms
    return {each for clash in clashes if (each := _inconsistency(plan, clash, terms))}


def _inconsistency(plan: Plan, clash: Clash, terms: Terms) -> Inconsistency | None:
    horn = plan.horns[clash[0]]
    names = dict(zip(horn.variables, clash[1:], strict=True))
    facts = {at(atom, names) for atom in horn.body}
    if any(each[0] < 0 or terms.anonymous(each[1]) for each in facts):
        return None
    return Inconsistency(_rule(horn, terms), tuple(sorted(map(terms.triple, facts), key=str)))


def _rule(horn: Horn, terms: Terms) -> str:
    """The rule that is broken: a rule with a conclusion breaks where its conclusion is false of values."""
    if horn.head is None:
        return horn.step.name
    if horn.head[1] == TYPE and horn.head[2] in terms.datatypes:
        return "dt-not-type"
    return "dt-diff" if horn.head[1] == SAME_AS else "none"


def find_clash(horns: Sequence[Horn], rule: str, facts: Sequence[Fact], terms: Terms) -> Clash | None:
    """The compiled rule, with values for its variables, that facts break; the way back from a report."""
    for number, horn in enumerate(horns):
        if _rule(horn, terms) != rule:
            continue
        for names in matches(horn.body, facts, {}):
            if {at(atom, names) for atom in horn.body} == set(facts):  # type: ignore[arg-type]
                return (number, *(int(names[name]) for name in horn.variables))
    return None


def misfits(facts: Facts, relations: Iterable[int]) -> Iterator[Inconsistency]:
    """Literals that are no values of their own datatypes, in some relations."""
    properties = [each for each in relations if each > 0]
    for number in facts.terms.illtyped:
        for predicate in properties:
            for subject in facts.backward(predicate).get(number, ()):
                yield Inconsistency("dt-not-type", (facts.terms.triple((subject, predicate, number)),))


def read_inconsistencies(quads: Iterable[Quad]) -> Iterator[Inconsistency]:
    """The inconsistencies written as these quads, in the order of their IRIs."""
    arcs: dict[Term, dict[NamedNode, list[Term]]] = {}
    for quad in quads:
        arcs.setdefault(quad.subject, {}).setdefault(quad.predicate, []).append(quad.object)
    for node in sorted((node for node, found in arcs.items() if SY.breaks in found), key=str):
        (rule,) = (each.value.removeprefix(TABLES) for each in arcs[node][SY.breaks])  # type: ignore[union-attr]
        premises = (tuple(arcs[each][arc][0] for arc in _ENDS) for each in arcs[node][SY.premise])
        yield Inconsistency(rule, tuple(sorted(premises, key=str)))  # type: ignore[arg-type]


def reports_on(store: GraphStore, graph: str, terms: Iterable[Term]) -> Iterator[Quad]:
    """The quads of the reported inconsistencies that have one of some terms in a premise."""
    if next(store.quads(graph=graph), None) is None:
        return
    found = {
        quad.subject.value.partition("/premise/")[0]
        for term in terms
        for end in _ENDS
        for quad in store.quads(None, end, term, graph)
        if isinstance(quad.subject, NamedNode)
    }
    for report in sorted(found):
        yield from (own := list(store.quads(NamedNode(report), None, None, graph)))
        for quad in own:
            if quad.predicate == SY.premise and isinstance(quad.object, NamedNode):
                yield from store.quads(quad.object, None, None, graph)
