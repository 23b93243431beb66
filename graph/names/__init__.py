"""Spellings of one name: folding, keys, and sound-aware matching of spellings that no list has.

folding    accents, case and marks away: `plain`, `fold`, `slug`, `bare`
sounds     which letters can stand for one sound in English, French, German, Slavic and Turkic romanisations
given      forms of one given name in related languages ("Volodymyr", "Vladimir")
parts      a person's name -> given name, surname, numeral; East Asian names apart
people     `same_person`, `same_surname`, `name_key`
"""

from summitry.graph.names.folding import bare, fold, is_acronym, plain, slug
from summitry.graph.names.parts import family_name
from summitry.graph.names.people import name_key, same_person, same_surname

__all__ = [
    "bare",
    "family_name",
    "fold",
    "is_acronym",
    "name_key",
    "plain",
    "same_person",
    "same_surname",
    "slug",
]
