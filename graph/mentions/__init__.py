"""Who, which state, what organisation, where: typed mentions with offsets.

words      a block of text -> words with offsets
roles      the closed lexicon of posts and titles; ministers: posts named by their portfolios
units      words -> units: names of the gazetteer, posts, runs of capitals, plain words
holders    units -> the entities that posts belong to
posts, post_tails   units -> a post: whose it is, former or not, how far its words go
person_names, post_names, post_lists   units -> the names of people, those that stand behind a post, and lists of them
name_forms, long_names, registry   names -> the people of the article
people     units -> person mentions with the post the text gives them
model      the frozen shapes: Mention, Post
"""

from __future__ import annotations

from summitry.graph.mentions.model import Mention, MentionKind, Post

__all__ = ["Mention", "MentionKind", "Post"]
