"""OWL 2 RL over the graph: what follows, why it does, and what cannot be.

datatypes       literals -> values; which datatypes hold them
terms           RDF terms as small integers
rules           the W3C tables, as text that programs read
index           facts in memory, found from every side
compile         ontology -> rules with constant classes and properties
unfold          rules about class expressions -> rules about named terms
prune           rules -> the rules that the others do not imply
joins           a rule -> a Python function that joins its premises
plan            rules over facts -> those functions, made when asked for
wanted          what of a closure is worth keeping
closure         stated triples -> everything that follows, in memory
increments      a change of what is stated -> what comes and goes
proofs          a fact -> why it follows
profile         what OWL 2 RL cannot reason with, refused
theory          the ontology closed, checked and compiled
ends            the other ends of a node in a store, read no further than asked
lookup          facts in a store, looked up as rules ask
inconsistency   what cannot be, as sentences and RDF
words           terms and class expressions -> what people call them
reasoner        a store's inferred graphs, kept true
sources         a stated triple -> the articles, data or axioms that state it
explain         a fact of the store -> why it holds, down to those
render          explanations as text, JSON, Turtle
owlrl_engine    the same closure by owlrl, repaired
"""

from summitry.graph.reasoning.closure import Closure, close
from summitry.graph.reasoning.explain import Explainer, Explanation
from summitry.graph.reasoning.inconsistency import Inconsistency
from summitry.graph.reasoning.reasoner import ENGINES, Change, Reasoner, Summary
from summitry.graph.reasoning.render import FORMATS, as_json, as_turtle, render
from summitry.graph.reasoning.sources import Citation, Source

__all__ = [
    "ENGINES",
    "FORMATS",
    "Change",
    "Citation",
    "Closure",
    "Explainer",
    "Explanation",
    "Inconsistency",
    "Reasoner",
    "Source",
    "Summary",
    "as_json",
    "as_turtle",
    "close",
    "render",
]
