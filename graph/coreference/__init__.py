"""Posts, counterparts, pronouns and groups -> the people they stand for, in one walk through the article.

people      who has been met so far; the post and the state that a person acts for
posts       "the Russian president", "his counterpart"
pronouns    "he", "they"
groups      "the two leaders", "both sides"
walk        the walk itself
"""

from __future__ import annotations

from summitry.graph.coreference.people import HEAD_ROLES, role_of, state_of
from summitry.graph.coreference.walk import resolve

__all__ = ["HEAD_ROLES", "resolve", "role_of", "state_of"]
