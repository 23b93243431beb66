"""Sources in, the reference data out: `python -m summitry.graph.reference` writes `ontology/reference/`.

nodes           what every builder makes: a node of the reference graph and its properties
sources         the files under `ontology/reference/sources` and the two packages, read
spellings       which foreign spellings of a name are worth keeping
states          states, their names, demonyms and borders
organisations   organisations, their bodies and members
leaders         people, the posts they held and when
cities          capitals, towns, regions
treaties        treaties and their parties
turtle          nodes -> Turtle, one predicate a line
index           nodes -> the index that the gazetteer loads
"""
