"""Sources in, the reference data out: `python -m summitry.graph.reference` writes `ontology/reference/`.

nodes           what every builder makes: a node of the reference graph, its properties and sources
sources         the files under `ontology/reference/sources` and the two packages, read
spellings       which foreign spellings of a name are worth keeping
states          states, their names, demonyms and borders
organisations   organisations, their bodies and members
roles, posts    posts as the machine-readable sources give them
people          one person of many spellings
leaders         the posts that people held and when
cities          capitals, towns, regions
treaties        treaties and their parties
world           all builders in order
files           what each file says about itself
turtle          nodes -> Turtle
index           nodes -> the index that the gazetteer loads
"""
