"""OWL 2 RL over the graph: what follows, why it does, and what cannot be.

datatypes    literals -> values; which datatypes hold them
terms        RDF terms as small integers
rules        the W3C tables, as text that programs read
index        facts in memory, found from every side
compile      ontology -> rules with constant classes and properties
unfold       rules about class expressions -> rules about named terms
prune        rules -> the rules that the others do not imply
plan         rules -> Python functions that join
wanted       what of a closure is worth keeping
closure      stated triples -> everything that follows, in memory
"""
