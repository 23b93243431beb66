"""`summitry`: the commands over the graph, and those that serve it."""

from __future__ import annotations

from pathlib import Path

import click

from summitry.graph.cli import asking, keeping, reading
from summitry.graph.cli.frame import Options, summitry
from summitry.server.auth import SCOPES, new_token
from summitry.server.run import run as run_server

_ROOMS = (asking, keeping, reading)  # importing a module puts its commands into the group


@summitry.command()
@click.option(
    "--host", default="127.0.0.1", show_default=True, envvar="SUMMITRY_HOST", help="The address to listen on."
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    envvar="SUMMITRY_PORT",
    help="0 takes a free one.",
)
@click.option(
    "--token-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    envvar="SUMMITRY_TOKEN_FILE",
    help="Who may write; see `summitry token new`.",
)
@click.option(
    "--query-timeout",
    type=click.FloatRange(min=0.1),
    default=30.0,
    show_default=True,
    metavar="SECONDS",
    help="A query that takes longer is stopped.",
)
@click.option("--empty", is_flag=True, help="A plain SPARQL store, without ontology and reference data.")
@click.pass_obj
def serve(
    options: Options, host: str, port: int, token_file: Path | None, query_timeout: float, empty: bool
) -> None:
    """Serve the SPARQL endpoint and the pages.

    \b
    Example: summitry serve --port 8080 --token-file tokens.txt
    """
    run_server(options.store, host, port, token_file, query_timeout, empty)


@summitry.group()
def token() -> None:
    """Tokens for those who may write."""


@token.command("new")
@click.option(
    "--scope",
    default="write",
    show_default=True,
    metavar="SCOPES",
    help=f"Comma-separated: {', '.join(SCOPES)}.",
)
@click.option("--label", required=True, metavar="NAME", help="Whose token it is; it goes into the audit log.")
def token_new(scope: str, label: str) -> None:
    """Print a new token once, and the line for the token file.

    \b
    Example: summitry token new --scope read,write --label newsroom
    """
    made = new_token(scope.split(","), label)
    click.echo(f"token (shown once): {made.token}")
    click.echo(f"line for the token file: {made.line}")


def main() -> None:
    """The entry point."""
    summitry(prog_name="summitry")
