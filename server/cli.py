"""`summitry`: the commands over the graph, and those that serve it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from summitry.graph.cli import asking, deciding, exporting, keeping, reading
from summitry.graph.cli.frame import Options, summitry
from summitry.server.auth import SCOPES, new_token
from summitry.server.run import run as run_server
from summitry.server.settings import Settings

ROOMS = (
    asking,
    deciding,
    exporting,
    keeping,
    reading,
)  # importing a module puts its commands into the group
USUAL = Settings()
QUERIES = click.option(
    "--queries",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="A folder of saved queries (.rq) of your own, beside ours; may be repeated.",
)


@summitry.command()
@click.option("--host", show_envvar=True, envvar="SUMMITRY_HOST", help=f"Where to listen.  [{USUAL.host}]")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    envvar="SUMMITRY_PORT",
    show_envvar=True,
    help=f"0 takes a free one.  [{USUAL.port}]",
)
@click.option(
    "--token-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    envvar="SUMMITRY_TOKEN_FILE",
    show_envvar=True,
    help="Who may write; see `summitry token new`.",
)
@click.option(
    "--query-timeout",
    type=click.FloatRange(min=0.1),
    envvar="SUMMITRY_QUERY_TIMEOUT",
    show_envvar=True,
    metavar="SECONDS",
    help=f"A query that takes longer is stopped.  [{USUAL.limits.seconds:g}]",
)
@click.option(
    "--empty", is_flag=True, default=None, help="A plain SPARQL store, without ontology and reference data."
)
@click.option(
    "--remote",
    "remotes",
    multiple=True,
    metavar="HOST[:PORT]",
    help="A host that SERVICE, LOAD and JSON-LD contexts may reach; may be repeated.  [none]",
)
@click.option(
    "--audit-file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where every change, tried or made, is noted as a line of JSON, besides the log.",
)
@click.option(
    "--config",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    envvar="SUMMITRY_CONFIG",
    show_envvar=True,
    help="A TOML file of settings, for what neither flags nor the environment say.",
)
@click.option(
    "--set",
    "further",
    multiple=True,
    metavar="NAME=VALUE",
    help="Any other setting or limit, such as memory=2000000000; may be repeated. The limits, with their "
    "figures, are in the service description at /sparql.",
)
@QUERIES
@click.pass_context
def serve(
    context: click.Context,
    /,
    further: tuple[str, ...],
    config: Path | None,
    queries: tuple[Path, ...],
    **given: Any,
) -> None:
    """Serve the SPARQL endpoint and the pages.

    A setting comes from its flag, else from the environment (SUMMITRY_ and its name in capitals), else from
    the file. SIGTERM stops the server once running requests have ended, SIGHUP takes the store anew.

    \b
    Example: summitry serve --port 8080 --token-file tokens.txt
             summitry serve --config serve.toml --set result_rows=50000 --remote query.wikidata.org
    """
    given = {name: value for name, value in given.items() if value not in (None, ())}
    for word in further:
        name, equals, value = word.partition("=")
        if not equals:
            raise click.BadParameter(f"{word!r} is not NAME=VALUE", context, param_hint="--set")
        given.setdefault(name.strip(), value.strip())
    run_server(config=config, queries=queries, **from_group(context, given))


def from_group(context: click.Context, given: dict[str, Any]) -> dict[str, Any]:
    """The settings with the options of the whole group, where somebody gave them."""
    group = context.parent
    for name in ("store", "base"):
        source = group.get_parameter_source(name) if group else None
        if source not in (None, ParameterSource.DEFAULT):
            given.setdefault(name, getattr(context.obj, name))
    return given


@summitry.command()
@click.option(
    "--query-timeout",
    type=click.FloatRange(min=0.1),
    default=30.0,
    show_default=True,
    metavar="SECONDS",
    help="A query that takes longer is stopped.",
)
@QUERIES
@click.pass_obj
def mcp(options: Options, query_timeout: float, queries: tuple[Path, ...]) -> None:
    """Serve the graph to an assistant: tools of the Model Context Protocol over standard input and output.

    It only reads; --store may be the URL of an endpoint. Needs: pip install 'summitry[mcp]'

    \b
    Example: claude mcp add summitry -- summitry --store ./summitry-data mcp
    """
    from summitry.server.assistants import build_server, opened  # the SDK is an extra

    with opened(options.store, options.base, query_timeout, queries) as client:
        build_server(client).run()


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
