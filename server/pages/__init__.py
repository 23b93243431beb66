"""Pages for people, server-rendered: no script is needed, no request leaves the server.

links       IRIs and values -> what a reader sees and where a click leads
data        every SELECT of the pages, through the service
render      template -> page, with a policy that lets nothing hostile run
tables      rows of a saved query -> a table for people
pictures    the measures of a picture; a template draws it as SVG
places      where cities and states lie, on the earth and on the map
maps, timelines, networks    rows -> one kind of picture
charts      rows and a chart hint -> a picture
choices     any table -> the pictures that suit it, and the one chosen
overview    a thing -> where, when and with whom
subjects    one IRI -> its name, classes, spellings, properties
sections    an entity -> the parts of its page, each a saved query
passages    words of an article -> the sentence they stand in
facts       a fact -> its values and the passages that state it
articles    an article -> its text with the passages marked
terms       the ontology's files -> its documentation
diagrams    its classes -> a picture of each
disputes    where sources contradict each other, and why one is believed
changes     the history of the graph
checks      what is wrong with the graph
forms       a claim -> fields to correct, and back
ingest      the pages for adding articles
proofs      why a triple holds, over the service
home        the first page, search, lists
samples     queries to begin with
sparql      the query page
views       the addresses of the pages that are not about one thing
"""
