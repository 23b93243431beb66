"""A reading -> findings -> claims: one finder for each kind of fact.

arguments, places, when, status, evidence   what every finder asks of a sentence (localities: what the gazetteer knows of a place)
template                                    a sentence as typed slots, for the finders that match phrases
offices … topics                            the finders; each only reads
merging, same_visits                        several sightings of one event in one article -> one finding
extractor                                   article -> claims
llm                                         a language model behind the same interface
"""

from __future__ import annotations

from summitry.graph.extract.extractor import Extractor, build_extractor

__all__ = ["Extractor", "build_extractor"]
