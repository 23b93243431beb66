"""A second extractor behind the same interface: any language model with an OpenAI-compatible endpoint.

A model proposes; nothing it says is believed unseen. Its quotes must stand in the text, its names must be mentioned there
and mean something known, its dates and figures must be read from it; what fails is left out and counted in the log.

settings    address, model and key, from the environment
slots       what each kind of fact is asked for: one table for the schema and the check
schema      the table as a JSON schema with closed lists
prompt      an article, piece by piece, as messages
chat        one question over HTTP: retries with growing pauses, plain refusals
answers     the words of an answer -> the facts it proposes
quoting     quotes found in the text
naming      names -> the entities that the text mentions so
dating      dates and figures that the text supports
payloads    a proposed fact -> a finding, or why not
extractor   article -> claims
"""

from __future__ import annotations

from summitry.graph.extract.llm.extractor import ModelExtractor, build_model_extractor
from summitry.graph.extract.llm.settings import ModelSettings, settings_from

__all__ = ["ModelExtractor", "ModelSettings", "build_model_extractor", "settings_from"]
