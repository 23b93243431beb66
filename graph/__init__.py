"""Article text in, questioned graph out. The modules in the order of the flow:

errors        the tree of errors
claims        the frozen shapes a finding may take, with evidence
article       files -> Article: the text as read, the blocks worth reading, title, dates, publisher
names         sound-aware matching of spellings that the reference data do not list
vocabulary    the ontology's terms as a closed class, and the IRIs of our data
gazetteer     reference data -> every spelling to one entity
reference     public sources -> the reference data in ontology/reference
dates         time expressions -> dates at the precision the text supports
pipeline      the statistical parser
mentions      who, which state, what organisation, where: typed mentions with offsets
coreference   roles, counterparts, pronouns, surnames, "the two leaders" -> mentions
jsonl         claims as the objects of the public interface
extract       one finder for each kind of fact
evaluation    extraction against gold facts
ontology      the files of the ontology
facts         what claims together support
triples       how claims, articles and facts look in RDF, both ways
store         one interface, two engines
fusion        same entity and same event across articles; accepted values and dissent
reasoning     OWL 2 RL: closure, increments, proofs, inconsistencies
validation    SHACL shapes
questions     saved queries: parameters bound as terms
export        deterministic serialisations
build         ingest, remove, rebuild: the flow as one call
client        the graph for Python programs
cli           the command line
"""
