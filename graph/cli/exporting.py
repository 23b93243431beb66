"""export: the graph, a layer of it or what has changed in it, as a document with its description beside it."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from summitry.graph.build.since import read_since
from summitry.graph.cli.frame import Options, opened, summitry
from summitry.graph.client.served import served
from summitry.graph.errors import UnreadableInput
from summitry.graph.export import DESCRIBED, FORMATS, LAYERS, PATCHES, Difference, Hashed, describe
from summitry.graph.export import export as export_layer
from summitry.graph.store import GraphStore


@summitry.command()
@click.option("--layer", type=click.Choice(LAYERS), default="all", show_default=True)
@click.option(
    "--format", "form", type=click.Choice((*FORMATS, *PATCHES)), default="turtle", show_default=True
)
@click.option(
    "-o", "--output", metavar="FILE", type=click.Path(path_type=Path),
    help="Write to a file instead of standard output, and its description (VoID, DCAT) beside it.",
)  # fmt: skip
@click.option(
    "--since", metavar="FILE|WHEN",
    help="Write only what differs from this former export of the same layer, or what changed since a day, a time (UTC) "
    "or a change that `summitry log` lists.",
)  # fmt: skip
@click.pass_obj
def export(options: Options, layer: str, form: str, output: Path | None, since: str | None) -> None:
    """Write the graph: the same graph gives the same bytes.

    With --since, the formats of RDF hold what came; patch (RDF Patch) and update (SPARQL Update) also what went. A
    time counts with what happened at it; of a change, what came after it is told.

    \b
    Example: summitry export --layer all --format trig -o summitry.trig
             summitry export --format update --since last-week.nq -o changes.ru
             summitry export --layer facts --format patch --since 2022-06-29
    """
    with opened(options) as store:
        server = None if since is None or Path(since).is_file() else served(store)
        if since is not None and server is not None:
            with click.open_file("-" if output is None else str(output), "wb") as target:
                server.export(target, layer, form, since)
            return
        former = None if since is None else read_since(store, since, layer)
        if output is None:
            export_layer(store, sys.stdout.buffer, layer, form, since=former)
            sys.stdout.buffer.flush()
            return
        try:
            _write(store, output, layer, form, former)
        except OSError as error:
            raise UnreadableInput(str(output), f"cannot be written: {error.strerror}") from None


def _write(store: GraphStore, output: Path, layer: str, form: str, since: Path | Difference | None) -> None:
    # A former export may be the very file to write: it is read to its end before its place is taken.
    beside = output.with_name(f".{output.name}.part") if isinstance(since, Path) else output
    with open(beside, "wb") as target:
        hashed = Hashed(target)
        counted = export_layer(store, hashed.stream, layer, form, since=since)
    beside.replace(output)
    if form in DESCRIBED and output.is_file():
        text = describe(output.name, form, layer, counted, hashed, store.iris.base)
        described = output.with_suffix(".void.ttl")
        described.write_text(text, "utf-8")
        click.echo(f"described in {described}", err=True)
