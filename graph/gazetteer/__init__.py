"""Every spelling of the reference data to one entity: states, organisations, bodies, people, regions, cities.

entries     what the index holds: entries, phrases, tenures, memberships, treaties, bases
periods     "2022", "2022-06", "2022-06-28" as spans of days that may overlap
spelling    how a surface in a text may differ from a spelling on record
posts       who held which post when; which posts are one under several names
gazetteer   the index as questions
loading     the index file -> the gazetteer
"""

from summitry.graph.gazetteer.entries import (
    BaseEntry,
    Entry,
    Membership,
    Phrase,
    Spelling,
    Tenure,
    TreatyEntry,
)
from summitry.graph.gazetteer.gazetteer import Gazetteer
from summitry.graph.gazetteer.loading import load_gazetteer

__all__ = [
    "BaseEntry",
    "Entry",
    "Gazetteer",
    "Membership",
    "Phrase",
    "Spelling",
    "Tenure",
    "TreatyEntry",
    "load_gazetteer",
]
