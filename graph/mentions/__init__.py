"""Who, which state, what organisation, where: typed mentions with offsets.

words      a block of text -> words with offsets
roles      the closed lexicon of posts and titles; ministers: posts named by their portfolios; role_words: the post at a word
lexicon    the phrases of the gazetteer by their first words
name_runs, name_words   where a name that begins at a word ends; the words that tell, and what is nobody's name
units      words -> units: names of the gazetteer, posts, runs of capitals, plain words
namesakes  places of one name told apart
holders    units -> the entities that posts belong to
posts, post_tails   units -> a post: whose it is, former or not, how far its words go
person_names, post_names, post_lists   units -> the names of people, those that stand behind a post, and lists of them
post_pairs, post_sides   two posts of one name; a post between two names
people     units -> person mentions with the post the text gives them
name_forms, long_names, surnames, persons, registry   names -> the people of the article
tokens, gear, document   a block and its mentions -> a passage, parsed, each mention and each weapon's make one token
recogniser what the pipeline's recogniser calls a word, where somebody wants to know
reading    what is known of an article; reader, late_names: an article -> its reading
naming     states and organisations taken up by a common noun
model      the frozen shapes: Mention, Post
"""

from __future__ import annotations

from summitry.graph.mentions.model import Mention, MentionKind, Post

__all__ = ["Mention", "MentionKind", "Post"]
