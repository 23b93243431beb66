"""Pages for people, server-rendered: no script is needed, no request leaves the server.

links       IRIs and values -> what a reader sees and where a click leads
data        every SELECT of the pages, through the service
render      template -> page, with a policy that lets nothing hostile run
tables      rows of a saved query -> a table for people
charts      rows and a chart hint -> the measures of a picture
subjects    one IRI -> its name, classes, spellings, properties
sections    an entity -> the parts of its page, each a saved query
passages    words of an article -> the sentence they stand in
facts       a fact -> its values and the passages that state it
articles    an article -> its text with the passages marked
terms       the ontology's files -> its documentation
proofs      why a triple holds, over the service
home        the first page, search, lists
sparql      the query page
views       the addresses of the pages that are not about one thing
"""
