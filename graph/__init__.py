"""Article text in, questioned graph out. The modules in the order of the flow:

errors        the tree of errors
article       files -> Article: the text as read, the blocks worth reading, title, dates, publisher
gazetteer     reference data -> every spelling to one entity
names         sound-aware matching of spellings that the reference data does not list
mentions      who, which state, what organisation, where: typed mentions with offsets
dates         time expressions -> dates at the precision the text supports
coreference   roles, counterparts, pronouns, surnames, "the two leaders" -> mentions
extract       one finder for each kind of fact
claims        the frozen shapes a finding may take, with evidence
vocabulary    the ontology's terms as a closed class
triples       how claims and facts look in RDF, both ways
store         one interface, two engines
fusion        same entity and same event across articles; accepted values and dissent
reasoning     OWL 2 RL closure, increments, proofs
validation    SHACL shapes and consistency
questions     saved queries: parameters bound as terms
export        deterministic serialisations
build         ingest, remove, rebuild: the flow as one call
cli           the command line
"""
