"""articles, remove, rebuild, check, status: what is there, whether it is sound, and taking out."""

from __future__ import annotations

from importlib.metadata import version

import click

from summitry.graph.build import articles as list_articles
from summitry.graph.build import status as status_of
from summitry.graph.cli.deciding import builder_of
from summitry.graph.cli.frame import Options, opened, summitry
from summitry.graph.cli.progress import Progress
from summitry.graph.cli.violations import line, violations_of
from summitry.graph.reasoning import Reasoner
from summitry.graph.validation import Severity


@summitry.command()
@click.pass_obj
def articles(options: Options) -> None:
    """List the articles that were read: IRI, day, publisher, claims, title; tab-separated."""
    with opened(options) as store:
        for entry in list_articles(store):
            row = (
                entry.iri,
                str(entry.published or ""),
                entry.publisher or "",
                str(entry.claims),
                entry.label,
            )
            click.echo("\t".join(row))


@summitry.command()
@click.argument("article")
@click.pass_obj
def remove(options: Options, article: str) -> None:
    """Take an article out: its claims, and what followed from them alone.

    ARTICLE is its IRI, URL or file, or the end of one.

    \b
    Example: summitry remove 001.txt
    """
    with opened(options) as store:
        click.echo(f"removed {builder_of(store).remove(article)}", err=True)


@summitry.command()
@click.pass_obj
def rebuild(options: Options) -> None:
    """Work facts and inferences out anew from the stored claims; mends a store that was spoilt.

    
    Example: summitry rebuild
    """
    with opened(options) as store:
        total = status_of(store).articles
        with Progress("working out anew", total) as progress:
            count = builder_of(store).rebuild(progress.advance)
    click.echo(f"{count} articles worked out anew", err=True)


@summitry.command()
@click.pass_context
def check(ctx: click.Context) -> None:
    """Check shapes and consistency; every violation with the article it comes from. Exit 1 where there is one."""
    with opened(ctx.obj) as store:
        violations = violations_of(store, Reasoner(store))
    for violation in violations:
        click.echo(line(violation))
    wrong = sum(violation.severity is Severity.VIOLATION for violation in violations)
    rest = len(violations) - wrong
    click.echo(f"{wrong or 'no'} violations{f', {rest} warnings' if rest else ''}", err=True)
    ctx.exit(1 if wrong else 0)


@summitry.command()
@click.pass_obj
def status(options: Options) -> None:
    """Counts for each layer, articles, versions, disk use."""
    with opened(options) as store:
        found = status_of(store)
    click.echo(f"store     {found.location}")
    for layer, count in found.layers.items():
        click.echo(f"{layer:9} {count:>9,} triples")
    click.echo(f"articles  {found.articles:>9,}\nclaims    {found.claims:>9,}\nfacts     {found.facts:>9,}")
    click.echo(f"summitry  {version('summitry')}")
    for part, held in found.versions.items():
        click.echo(f"{part:9} {held}")
    if found.size is not None:
        click.echo(f"on disk   {found.size / 1_000_000:>9,.1f} MB")
