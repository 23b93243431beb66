"""Writes the reference data: `python -m summitry.graph.reference`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from summitry.graph.errors import ConfigurationError
from summitry.graph.reference.files import FILES, header, source_nodes
from summitry.graph.reference.index import build, dump
from summitry.graph.reference.nodes import Node
from summitry.graph.reference.sources import Sources
from summitry.graph.reference.turtle import write
from summitry.graph.reference.world import world


def generate(folder: Path) -> Iterator[tuple[Path, str]]:
    """Every file of the reference data with its content; nothing is written."""
    if not (folder / "sources").is_dir():
        raise ConfigurationError(f"{folder / 'sources'} is missing: the sources are in the repository only")
    sources = Sources(folder / "sources")
    layers = world(sources)
    for name in FILES:
        yield folder / f"{name}.ttl", write(header(name), [*layers[name], *source_nodes(name)])
    nodes: list[Node] = [node for layer in layers.values() for node in layer]
    words = (row["name"] for row in sources.editors("words"))
    yield folder / "index.json", dump(build(nodes, words, sources.editors("bases")))


def main() -> None:
    """Generates the files in place and says how large each is."""
    folder = Path(str(files("summitry.ontology").joinpath("reference"))).resolve()
    for path, text in generate(folder):
        path.write_text(text, encoding="utf-8")
        print(f"{path.name}: {len(text.encode()) / 1e6:.2f} MB", file=sys.stderr)


if __name__ == "__main__":
    main()
