"""The index file of the package -> the gazetteer."""

from __future__ import annotations

import gc
import json
from importlib.resources import files

from summitry.graph.errors import ConfigurationError
from summitry.graph.gazetteer.gazetteer import Gazetteer


def load_gazetteer() -> Gazetteer:
    """Loads the gazetteer; a new one at each call, so keep it."""
    path = files("summitry.ontology").joinpath("reference").joinpath("index.json")
    collecting = gc.isenabled()
    gc.disable()  # nothing here is garbage, and looking for some doubles the time
    try:
        return Gazetteer(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError) as error:
        raise ConfigurationError(f"the reference index cannot be read: {error}") from error
    finally:
        if collecting:
            gc.enable()
