"""ingest, extract, evaluate: articles in."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path

import click
from pyoxigraph import RdfFormat, serialize

from summitry.graph.article import Article, read_articles
from summitry.graph.build import Step
from summitry.graph.claims import Claim
from summitry.graph.cli.deciding import builder_of
from summitry.graph.cli.frame import Options, opened, summitry
from summitry.graph.cli.progress import Progress
from summitry.graph.cli.readers import chosen, extractor_option, pipeline_option
from summitry.graph.cli.violations import line, violations_of
from summitry.graph.errors import ModelError, UnreadableInput
from summitry.graph.evaluation import evaluate as evaluate_folder
from summitry.graph.evaluation import render
from summitry.graph.extract.marking import as_html
from summitry.graph.extract.workers import clustered, extracting
from summitry.graph.jsonl import fact_of
from summitry.graph.reasoning import ENGINES
from summitry.graph.triples import claim_quads
from summitry.graph.vocabulary import PREFIXES, Iris

_paths = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
_published = click.option(
    "--published", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE",
    help="The day of publication (2022-06-29) of articles that do not give theirs.",
)  # fmt: skip


class _Problems:
    """Collects what could not be read, and says it on stderr at once."""

    def __init__(self) -> None:
        self.seen: list[Exception] = []

    def __call__(self, problem: Exception) -> None:
        self.seen.append(problem)
        click.echo(f"summitry: {problem}", err=True)


def _read(
    paths: Iterable[str], published: datetime | None, options: Options, problems: _Problems
) -> Iterator[Article]:
    day: date | None = published.date() if published else None
    return read_articles([p if p == "-" else Path(p) for p in paths], day, options.base, problems)


def _not_understood(article: Article, error: Exception) -> Exception:
    """What to say of an article whose reading failed; a model's failure keeps its kind, and so its exit code."""
    if isinstance(error, ModelError):
        return ModelError(f"{article.file}: {error}")
    return UnreadableInput(article.file, f"could not be understood: {error!r}")


def _finish(ctx: click.Context, done: int, problems: _Problems) -> None:
    """Exit 1 where some could not be read; where nothing could, 3 if a model failed, else 2."""
    if problems.seen:
        failed = any(isinstance(problem, ModelError) for problem in problems.seen)
        ctx.exit(1 if done else 3 if failed else 2)


@summitry.command()
@_paths
@_published
@pipeline_option
@extractor_option
@click.option(
    "--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes that read articles."
)
@click.option(
    "--cluster", metavar="ADDRESS", help="Read on a Dask cluster, say tcp://10.0.0.5:8786, instead of here."
)
@click.option(
    "--reasoner",
    type=click.Choice(ENGINES),
    default="rules",
    show_default=True,
    help="Who works out what follows.",
)
@click.pass_context
def ingest(
    ctx: click.Context,
    paths: tuple[str, ...],
    published: datetime | None,
    pipeline: str,
    extractor: str,
    jobs: int,
    cluster: str | None,
    reasoner: str,
) -> None:
    """Read articles into the store: files, folders or - for standard input (.txt .md .html .json .jsonl).

    What is there already changes nothing; an article that has changed replaces its former claims. What the new
    facts break, shapes or the ontology's rules, is told on standard error; `summitry check` tells it again.

    \b
    Example: summitry ingest news/ --published 2022-06-29
    """
    options: Options = ctx.obj
    problems = _Problems()
    extract = chosen(extractor, pipeline)
    articles = list(_read(paths, published, options, problems))
    counts: dict[str, int] = {}
    fresh: set[str] = set()
    with opened(options, create=True) as store, Progress("reading", len(articles)) as progress:

        def report(step: Step) -> None:
            counts[step.outcome] = counts.get(step.outcome, 0) + 1
            if step.outcome in ("added", "changed"):
                fresh.add(step.article.iri)
            if step.error is not None:
                problems(_not_understood(step.article, step.error))
            progress.advance()

        builder = builder_of(store, reasoner)
        if articles:
            readers = clustered(extract, cluster) if cluster else extracting(extract, jobs)
            with readers as (reader, mapper):
                builder.ingest(articles, reader, progress=report, mapper=mapper)
        if fresh:
            for violation in violations_of(store, builder.reasoner, fresh):
                click.echo(line(violation), err=True)
    said = ", ".join(f"{n} {outcome}" for outcome, n in sorted(counts.items())) or "nothing to read"
    click.echo(f"{len(articles)} articles: {said}", err=True)
    _finish(ctx, sum(n for outcome, n in counts.items() if outcome != "failed"), problems)


@summitry.command()
@_paths
@_published
@pipeline_option
@extractor_option
@click.option(
    "--format", "form", type=click.Choice(["jsonl", "turtle", "html"]), default="jsonl", show_default=True,
    help="jsonl: one fact a line; turtle: the claims; html: the text with its facts marked.",
)  # fmt: skip
@click.pass_context
def extract(
    ctx: click.Context,
    paths: tuple[str, ...],
    published: datetime | None,
    pipeline: str,
    extractor: str,
    form: str,
) -> None:
    """Print what articles state, one fact a line, without touching a store.

    \b
    Example: summitry extract article.txt | jq 'select(.type == "visit")'
    """
    problems = _Problems()
    reader = chosen(extractor, pipeline)
    articles = list(_read(paths, published, ctx.obj, problems))
    done = 0
    found: list[tuple[Article, tuple[Claim, ...]]] = []
    with Progress("reading", len(articles)) as progress:
        for article in articles:
            progress.advance()
            try:
                claims = reader(article)
            except ModelError as error:
                problems(_not_understood(article, error))
                continue
            if form == "jsonl":
                for claim in claims:
                    click.echo(json.dumps(fact_of(claim, article.file), ensure_ascii=False))
            else:
                found.append((article, claims))
            done += 1
    if form == "turtle":
        click.echo(_turtle(found, Iris(ctx.obj.base)), nl=False)
    elif form == "html":
        click.echo(as_html(found), nl=False)
    sys.stdout.flush()
    _finish(ctx, done, problems)


@summitry.command()
@click.argument("gold", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--articles", type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder of the articles; the gold folder's parent where none is given.",
)  # fmt: skip
@click.option("--errors", is_flag=True, help="List what was missed and what was invented.")
@click.option("--floor", type=click.FloatRange(0, 1), help="Exit 1 where the CORE F1 is below this.")
@pipeline_option
@extractor_option
@click.pass_context
def evaluate(
    ctx: click.Context,
    gold: Path,
    articles: Path | None,
    errors: bool,
    floor: float | None,
    pipeline: str,
    extractor: str,
) -> None:
    """Measure extraction against gold facts: precision, recall and F1 for each type.

    \b
    Example: summitry evaluate tests/development/holdout/gold --errors
    """
    reader = chosen(extractor, pipeline)

    def facts(article: Article) -> list[dict[str, object]]:
        return [fact_of(claim, article.file) for claim in reader(article)]

    report = evaluate_folder(gold, articles or gold.parent, facts)
    click.echo(render(report, errors=errors), nl=False)
    core = report.core["overall"].f1
    if floor is not None and core < floor:
        click.echo(f"summitry: CORE F1 {core:.3f} is below {floor}", err=True)
        ctx.exit(1)


def _turtle(read: list[tuple[Article, tuple[Claim, ...]]], iris: Iris) -> str:
    triples = [quad.triple for _, claims in read for claim in claims for quad in claim_quads(claim, iris)]
    prefixes = {name: iri for name, iri in PREFIXES.items() if name != "wd"}
    return (serialize(triples, format=RdfFormat.TURTLE, prefixes=prefixes) or b"").decode()
