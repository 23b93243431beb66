"""A graph -> what is wrong with it: broken shapes, unknown terms, and what the reasoner found impossible.

model        what is reported: a violation, and the articles it comes from
shacl        triples -> violations of the SHACL shapes, by pySHACL
selection    store -> the triples worth checking, and who reported what
checking     store -> all violations, each with its articles
"""

from summitry.graph.validation.checking import check
from summitry.graph.validation.model import Severity, Violation
from summitry.graph.validation.shacl import validate

__all__ = ["Severity", "Violation", "check", "validate"]
