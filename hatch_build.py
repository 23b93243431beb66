"""One import name for the top-level folders: links for editable installs, two files more for wheels."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOMS = ("graph", "server", "ontology", "queries")
FILES = {"__init__.py": "front.py", "py.typed": "graph/py.typed"}
"""File of the package -> where it stands."""


class EditableLinks(BuildHookInterface):  # type: ignore[type-arg]
    """Makes `.dev/summitry/<room>` point at `<room>`, so that `summitry.graph` is the folder `graph/` itself, and
    `.dev/summitry/__init__.py` at `front.py`.
    """

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version != "editable":
            # not in pyproject.toml, which an editable install would follow too: its copy would hide the links
            build_data["force_include"] |= {source: f"summitry/{name}" for name, source in FILES.items()}
            return
        package = Path(self.root, ".dev", "summitry")
        package.mkdir(parents=True, exist_ok=True)
        for room in ROOMS:
            link = package / room
            if not link.is_symlink():
                link.symlink_to(Path("..", "..", room), target_is_directory=True)
        for name, source in FILES.items():
            link = package / name
            if not link.is_symlink():
                link.symlink_to(Path("..", "..", source))
