"""The OWL 2 RL/RDF rules, as the W3C tables state them: the one text that compiling, proofs and pages read.

https://www.w3.org/TR/owl2-profiles/#Reasoning_in_OWL_2_RL_and_RDF_Graphs_using_Rules, tables 4 to 9.

One rule a line: its name; before the bar what the ontology must say, after it what the data must say; the
conclusion, `false` for an inconsistency. `member L X` runs over the list L, `pair L X Y` over its pairs; `all
X L` asks for a type in every class of L (cls-int1), `path X L Y` for a chain of the properties of L (prp-
spo2), `agree X L Y` for a common value of each (prp-key). Lines that begin with + belong to the complete
closure only: they copy every triple between equals, or state what is true of every graph.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

TABLES: Final = "https://www.w3.org/TR/owl2-profiles/#"

Pattern = tuple[str, ...]
"""Subject, predicate, object; or the name of a list condition and its arguments; variables begin with `?`."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of the tables: `axioms` are matched against the ontology once, `body` against the data."""

    name: str
    axioms: tuple[Pattern, ...]
    body: tuple[Pattern, ...]
    head: Pattern | None
    complete: bool


TEXT: Final = """
eq-sym    | ?x owl:sameAs ?y => ?y owl:sameAs ?x
eq-trans  | ?x owl:sameAs ?y . ?y owl:sameAs ?z => ?x owl:sameAs ?z
+eq-rep-s | ?s owl:sameAs ?t . ?s ?p ?o => ?t ?p ?o
+eq-rep-p ?p owl:sameAs ?q | ?s ?p ?o => ?s ?q ?o
+eq-rep-o | ?o owl:sameAs ?n . ?s ?p ?o => ?s ?p ?n
eq-diff1  | ?x owl:sameAs ?y . ?x owl:differentFrom ?y => false
eq-diff1  | ?x owl:differentFrom ?x => false
eq-diff2  ?a a owl:AllDifferent . ?a owl:members ?l . pair ?l ?x ?y | ?x owl:sameAs ?y => false
eq-diff3  ?a a owl:AllDifferent . ?a owl:distinctMembers ?l . pair ?l ?x ?y | ?x owl:sameAs ?y => false
+eq-diff2 ?a a owl:AllDifferent . ?a owl:members ?l . pair ?l ?x ?x | => false
+eq-diff3 ?a a owl:AllDifferent . ?a owl:distinctMembers ?l . pair ?l ?x ?x | => false

prp-dom   ?p rdfs:domain ?c | ?x ?p ?y => ?x a ?c
prp-rng   ?p rdfs:range ?c | ?x ?p ?y => ?y a ?c
prp-fp    ?p a owl:FunctionalProperty | ?x ?p ?y . ?x ?p ?z . ?y != ?z => ?y owl:sameAs ?z
prp-ifp   ?p a owl:InverseFunctionalProperty | ?x ?p ?z . ?y ?p ?z . ?x != ?y => ?x owl:sameAs ?y
prp-irp   ?p a owl:IrreflexiveProperty | ?x ?p ?x => false
prp-symp  ?p a owl:SymmetricProperty | ?x ?p ?y => ?y ?p ?x
prp-asyp  ?p a owl:AsymmetricProperty | ?x ?p ?y . ?y ?p ?x => false
prp-trp   ?p a owl:TransitiveProperty | ?x ?p ?y . ?y ?p ?z => ?x ?p ?z
prp-spo1  ?p rdfs:subPropertyOf ?q | ?x ?p ?y => ?x ?q ?y
prp-spo2  ?p owl:propertyChainAxiom ?l | path ?x ?l ?y => ?x ?p ?y
prp-eqp1  ?p owl:equivalentProperty ?q | ?x ?p ?y => ?x ?q ?y
prp-eqp2  ?p owl:equivalentProperty ?q | ?x ?q ?y => ?x ?p ?y
prp-pdw   ?p owl:propertyDisjointWith ?q | ?x ?p ?y . ?x ?q ?y => false
prp-adp   ?a a owl:AllDisjointProperties . ?a owl:members ?l . pair ?l ?p ?q | ?x ?p ?y . ?x ?q ?y => false
prp-inv1  ?p owl:inverseOf ?q | ?x ?p ?y => ?y ?q ?x
prp-inv2  ?p owl:inverseOf ?q | ?x ?q ?y => ?y ?p ?x
prp-key   ?c owl:hasKey ?l | ?x a ?c . agree ?x ?l ?y . ?y a ?c . ?x != ?y => ?x owl:sameAs ?y
prp-npa1  ?n owl:sourceIndividual ?x . ?n owl:assertionProperty ?p . ?n owl:targetIndividual ?y | ?x ?p ?y => false
prp-npa2  ?n owl:sourceIndividual ?x . ?n owl:assertionProperty ?p . ?n owl:targetValue ?y | ?x ?p ?y => false

cls-nothing2 | ?x a owl:Nothing => false
cls-int1  ?c owl:intersectionOf ?l | all ?x ?l => ?x a ?c
cls-int2  ?c owl:intersectionOf ?l . member ?l ?d | ?x a ?c => ?x a ?d
cls-uni   ?c owl:unionOf ?l . member ?l ?d | ?x a ?d => ?x a ?c
cls-com   ?c owl:complementOf ?d | ?x a ?c . ?x a ?d => false
cls-svf1  ?r owl:someValuesFrom ?c . ?r owl:onProperty ?p | ?x ?p ?y . ?y a ?c => ?x a ?r
cls-svf2  ?r owl:someValuesFrom owl:Thing . ?r owl:onProperty ?p | ?x ?p ?y => ?x a ?r
cls-avf   ?r owl:allValuesFrom ?c . ?r owl:onProperty ?p | ?x a ?r . ?x ?p ?y => ?y a ?c
cls-hv1   ?r owl:hasValue ?v . ?r owl:onProperty ?p | ?x a ?r => ?x ?p ?v
cls-hv2   ?r owl:hasValue ?v . ?r owl:onProperty ?p | ?x ?p ?v => ?x a ?r
cls-maxc1 ?r owl:maxCardinality 0 . ?r owl:onProperty ?p | ?x a ?r . ?x ?p ?y => false
cls-maxc2 ?r owl:maxCardinality 1 . ?r owl:onProperty ?p | ?x a ?r . ?x ?p ?y . ?x ?p ?z . ?y != ?z => ?y owl:sameAs ?z
cls-maxqc1 ?r owl:maxQualifiedCardinality 0 . ?r owl:onProperty ?p . ?r owl:onClass ?c | ?x a ?r . ?x ?p ?y . ?y a ?c => false
cls-maxqc2 ?r owl:maxQualifiedCardinality 0 . ?r owl:onProperty ?p . ?r owl:onClass owl:Thing | ?x a ?r . ?x ?p ?y => false
cls-maxqc3 ?r owl:maxQualifiedCardinality 1 . ?r owl:onProperty ?p . ?r owl:onClass ?c | ?x a ?r . ?x ?p ?y . ?y a ?c . ?x ?p ?z . ?z a ?c . ?y != ?z => ?y owl:sameAs ?z
cls-maxqc4 ?r owl:maxQualifiedCardinality 1 . ?r owl:onProperty ?p . ?r owl:onClass owl:Thing | ?x a ?r . ?x ?p ?y . ?x ?p ?z . ?y != ?z => ?y owl:sameAs ?z
cls-oo    ?c owl:oneOf ?l . member ?l ?x | => ?x a ?c

cax-sco   ?c rdfs:subClassOf ?d | ?x a ?c => ?x a ?d
cax-eqc1  ?c owl:equivalentClass ?d | ?x a ?c => ?x a ?d
cax-eqc2  ?c owl:equivalentClass ?d | ?x a ?d => ?x a ?c
cax-dw    ?c owl:disjointWith ?d | ?x a ?c . ?x a ?d => false
cax-adc   ?a a owl:AllDisjointClasses . ?a owl:members ?l . pair ?l ?c ?d | ?x a ?c . ?x a ?d => false

+scm-cls  | ?c a owl:Class => ?c rdfs:subClassOf ?c
+scm-cls  | ?c a owl:Class => ?c owl:equivalentClass ?c
+scm-cls  | ?c a owl:Class => ?c rdfs:subClassOf owl:Thing
+scm-cls  | ?c a owl:Class => owl:Nothing rdfs:subClassOf ?c
+scm-op   | ?p a owl:ObjectProperty => ?p rdfs:subPropertyOf ?p
+scm-op   | ?p a owl:ObjectProperty => ?p owl:equivalentProperty ?p
+scm-dp   | ?p a owl:DatatypeProperty => ?p rdfs:subPropertyOf ?p
+scm-dp   | ?p a owl:DatatypeProperty => ?p owl:equivalentProperty ?p
scm-sco   | ?c rdfs:subClassOf ?d . ?d rdfs:subClassOf ?e => ?c rdfs:subClassOf ?e
scm-eqc1  | ?c owl:equivalentClass ?d => ?c rdfs:subClassOf ?d
scm-eqc1  | ?c owl:equivalentClass ?d => ?d rdfs:subClassOf ?c
scm-eqc2  | ?c rdfs:subClassOf ?d . ?d rdfs:subClassOf ?c => ?c owl:equivalentClass ?d
scm-spo   | ?p rdfs:subPropertyOf ?q . ?q rdfs:subPropertyOf ?r => ?p rdfs:subPropertyOf ?r
scm-eqp1  | ?p owl:equivalentProperty ?q => ?p rdfs:subPropertyOf ?q
scm-eqp1  | ?p owl:equivalentProperty ?q => ?q rdfs:subPropertyOf ?p
scm-eqp2  | ?p rdfs:subPropertyOf ?q . ?q rdfs:subPropertyOf ?p => ?p owl:equivalentProperty ?q
scm-dom1  | ?p rdfs:domain ?c . ?c rdfs:subClassOf ?d => ?p rdfs:domain ?d
scm-dom2  | ?q rdfs:domain ?c . ?p rdfs:subPropertyOf ?q => ?p rdfs:domain ?c
scm-rng1  | ?p rdfs:range ?c . ?c rdfs:subClassOf ?d => ?p rdfs:range ?d
scm-rng2  | ?q rdfs:range ?c . ?p rdfs:subPropertyOf ?q => ?p rdfs:range ?c
scm-hv    | ?c owl:hasValue ?i . ?c owl:onProperty ?p . ?d owl:hasValue ?i . ?d owl:onProperty ?q . ?p rdfs:subPropertyOf ?q => ?c rdfs:subClassOf ?d
scm-svf1  | ?c owl:someValuesFrom ?y . ?c owl:onProperty ?p . ?d owl:someValuesFrom ?z . ?d owl:onProperty ?p . ?y rdfs:subClassOf ?z => ?c rdfs:subClassOf ?d
scm-svf2  | ?c owl:someValuesFrom ?y . ?c owl:onProperty ?p . ?d owl:someValuesFrom ?y . ?d owl:onProperty ?q . ?p rdfs:subPropertyOf ?q => ?c rdfs:subClassOf ?d
scm-avf1  | ?c owl:allValuesFrom ?y . ?c owl:onProperty ?p . ?d owl:allValuesFrom ?z . ?d owl:onProperty ?p . ?y rdfs:subClassOf ?z => ?c rdfs:subClassOf ?d
scm-avf2  | ?c owl:allValuesFrom ?y . ?c owl:onProperty ?p . ?d owl:allValuesFrom ?y . ?d owl:onProperty ?q . ?p rdfs:subPropertyOf ?q => ?d rdfs:subClassOf ?c
scm-int   ?c owl:intersectionOf ?l . member ?l ?d | => ?c rdfs:subClassOf ?d
scm-uni   ?c owl:unionOf ?l . member ?l ?d | => ?d rdfs:subClassOf ?c
"""

# prp-ap, cls-thing and cls-nothing1 state these of every graph; dt-type1 does so of the datatypes.
_ANNOTATIONS: Final = (
    "rdfs:label", "rdfs:comment", "rdfs:seeAlso", "rdfs:isDefinedBy", "owl:deprecated", "owl:versionInfo",
    "owl:priorVersion", "owl:backwardCompatibleWith", "owl:incompatibleWith",
)  # fmt: skip
AXIOMATIC: Final = (
    *((name, "rdf:type", "owl:AnnotationProperty") for name in _ANNOTATIONS),
    ("owl:Thing", "rdf:type", "owl:Class"),
    ("owl:Nothing", "rdf:type", "owl:Class"),
)


def link(name: str) -> str:
    """The address of a rule in the W3C tables."""
    return TABLES + name


@cache
def rules() -> tuple[Rule, ...]:
    """All rules of the tables, in their order."""
    return tuple(_read(line) for line in TEXT.splitlines() if line)


def _read(line: str) -> Rule:
    name, _, rest = line.partition(" ")
    axioms, _, rest = rest.partition("|")
    body, _, head = rest.partition("=>")
    conclusion = _patterns(head)
    return Rule(
        name.lstrip("+"),
        _patterns(axioms),
        _patterns(body),
        None if conclusion == (("false",),) else conclusion[0],
        line.startswith("+"),
    )


def _patterns(text: str) -> tuple[Pattern, ...]:
    parts = (part.split() for part in text.split(" . "))
    return tuple(tuple("rdf:type" if word == "a" else word for word in part) for part in parts if part)
