"""Who reads articles: the rules, or a language model that the environment names."""

from __future__ import annotations

import os

import click

from summitry.graph.extract.llm import settings_from
from summitry.graph.extract.workers import Extract, Modelled, Named
from summitry.graph.pipeline import DEFAULT_PIPELINE

RULES, MODEL = "rules", "llm"

pipeline_option = click.option(
    "--pipeline", default=DEFAULT_PIPELINE, show_default=True, envvar="SUMMITRY_PIPELINE", metavar="NAME",
    help="The spaCy pipeline that parses the text.",
)  # fmt: skip
extractor_option = click.option(
    "--extractor", type=click.Choice([RULES, MODEL]), default=RULES, show_default=True,
    help="Who reads: our rules, or the language model at SUMMITRY_LLM_URL, called SUMMITRY_LLM_MODEL (SUMMITRY_LLM_KEY).",
)  # fmt: skip


def chosen(extractor: str, pipeline: str) -> Extract:
    """What reads an article; an error where a model is wanted and the environment does not say which."""
    return Modelled(settings_from(os.environ), pipeline) if extractor == MODEL else Named(pipeline)
