"""The group of commands, what all of them share, and errors as one line with the right exit code.

Exit codes: 0 done; 1 done in part or checks failed; 2 wrong usage or unreadable input; 3 the store or the endpoint could
not be reached, or a limit was passed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import click

from summitry.graph.build import unfinished
from summitry.graph.errors import (
    ConfigurationError,
    LimitExceeded,
    ModelError,
    StoreError,
    SummitryError,
    UsageError,
)
from summitry.graph.store import EmbeddedStore, GraphStore, open_store
from summitry.graph.vocabulary import DEFAULT_BASE

_DONE_IN_PART, _WRONG_USAGE, _UNREACHABLE = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Options:
    """The global options."""

    store: str
    base: str


@contextmanager
def opened(options: Options, *, create: bool = False) -> Iterator[GraphStore]:
    """The store that the global options name, closed afterwards."""
    store = open_store(options.store, environ=os.environ, base=options.base, create=create)
    try:
        if not create and isinstance(store, EmbeddedStore) and unfinished(store):
            click.echo(
                f"summitry: work on the store {store.location} was cut short, so facts may be missing; "
                "`summitry rebuild` finishes it",
                err=True,
            )
        yield store
    finally:
        store.close()


class Commands(click.Group):
    """Runs a command and turns our errors into one line on stderr and an exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except SummitryError as error:
            click.echo(f"summitry: {error}", err=True)
            ctx.exit(exit_code(error))
        except BrokenPipeError:
            # whoever read our output has seen enough; the interpreter must not flush into the closed pipe
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)


def exit_code(error: SummitryError) -> int:
    """2 for what the caller can put right, 3 for what the store or a limit did."""
    if isinstance(error, UsageError | ConfigurationError):
        return _WRONG_USAGE
    return _UNREACHABLE if isinstance(error, StoreError | LimitExceeded | ModelError) else _DONE_IN_PART


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="summitry")
@click.option(
    "--store", default="./summitry-data", show_default=True, envvar="SUMMITRY_STORE", metavar="PATH|URL",
    help="A folder (embedded Oxigraph), or the URL of a SPARQL 1.1 server.",
)  # fmt: skip
@click.option(
    "--base", default=DEFAULT_BASE, show_default=True, envvar="SUMMITRY_BASE", metavar="IRI",
    help="Where the IRIs of entities, facts and articles begin.",
)  # fmt: skip
@click.pass_context
def summitry(ctx: click.Context, store: str, base: str) -> None:
    """Who met whom, where, and who says so: a knowledge graph of international relations.

    \b
    summitry ingest articles/                     read articles into the graph
    summitry run members -p organisation=CSTO     ask a saved query
    summitry serve                                SPARQL endpoint and pages on http://127.0.0.1:8000
    """
    ctx.obj = Options(store, base if base.endswith(("/", "#")) else f"{base}/")


pass_options = click.make_pass_decorator(Options)
