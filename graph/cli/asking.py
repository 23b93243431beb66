"""query, queries, run, explain: answers out."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click
from pyoxigraph import Literal, NamedNode, Triple

from summitry.graph.build import Builder, render_withdrawal, withdrawal
from summitry.graph.build.withdrawal import render_fate
from summitry.graph.cli.frame import Options, opened, summitry
from summitry.graph.errors import BadParameter, UnreadableInput, UsageError
from summitry.graph.gazetteer import load_gazetteer
from summitry.graph.questions import Resolver, from_answer, load_questions, pick, resolver_of
from summitry.graph.questions import run as run_question
from summitry.graph.questions.sheets import to_jsonl, to_xlsx
from summitry.graph.questions.typed import parse_term
from summitry.graph.reasoning import FORMATS as PROOF_FORMATS
from summitry.graph.reasoning import Explainer, Reasoner, render
from summitry.graph.store import Answer, Dataset, Endpoints, RemoteStore

_FORMATS = ("table", "csv", "tsv", "json", "xml", "turtle", "ntriples", "jsonld")


def _print(answer: Answer, form: str | None) -> None:
    answer.write(sys.stdout.buffer, form)
    sys.stdout.buffer.flush()


@summitry.command()
@click.argument("text", required=False)
@click.option(
    "-f", "--file", "file", metavar="FILE", help="Read the query from a file; - for standard input."
)
@click.option("--format", "form", type=click.Choice(_FORMATS), help="table or turtle where none is given.")
@click.option("--endpoint", metavar="URL", help="Ask this SPARQL endpoint instead of the store.")
@click.pass_obj
def query(
    options: Options, text: str | None, file: str | None, form: str | None, endpoint: str | None
) -> None:
    """Ask any SPARQL query; prefixes sy:, rdfs:, skos: and the like are known.

    \b
    Example: summitry query 'SELECT ?state { ?state sy:memberOf/rdfs:label "CSTO"@en }'
    """
    if (text is None) == (file is None):
        raise UsageError(
            "give a query, or a file with -f, and not both; try: summitry query 'SELECT * { ?s ?p ?o } LIMIT 5'"
        )
    if text is not None and re.fullmatch(r"[\w-]+", text.strip()):
        raise UsageError(
            f"'{text}' is no SPARQL query; a saved one is run with: summitry run {text.strip()} (summitry queries lists them)"
        )
    words = text if text is not None else _text_of(str(file))
    if endpoint is not None:
        _print(
            RemoteStore(Endpoints(endpoint, endpoint), base=options.base).query(words, dataset=Dataset()),
            form,
        )
        return
    with opened(options) as store:
        _print(store.query(words), form)


def _text_of(file: str) -> str:
    if file == "-":
        return sys.stdin.read()
    try:
        return Path(file).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableInput(
            file, f"cannot be read as a query: {getattr(error, 'strerror', None) or error}"
        ) from None


@summitry.command()
@click.option(
    "--queries",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of your own .rq files, added to ours.",
)
def queries(folder: Path | None) -> None:
    """List the saved queries with their parameters."""
    for question in load_questions(*([folder] if folder else [])).values():
        parameters = " ".join(f"[-p {p.name}={p.type}]" for p in question.parameters)
        click.echo(f"{question.name:24} {question.summary}")
        if parameters:
            click.echo(f"{'':24} {parameters}")


class _Asking(click.Command):
    """A command whose saved query has parameters, which many would write as options."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            if error.possibilities:  # a misspelt option of ours
                raise
            name = error.option_name.lstrip("-")
            said = (
                f"No such option {error.option_name!r}. A parameter of the query is given as: -p {name}=VALUE"
            )
            raise click.NoSuchOption(error.option_name, said, ctx=ctx) from None


@summitry.command(cls=_Asking)
@click.argument("name")
@click.option(
    "-p",
    "--param",
    "parameters",
    multiple=True,
    metavar="NAME=VALUE",
    help="A parameter; may be given again.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice((*_FORMATS, "jsonl", "xlsx")),
    help="table where none is given; xlsx is a workbook, to be sent into a file.",
)
@click.option(
    "--queries",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of your own .rq files, added to ours.",
)
@click.pass_obj
def run(
    options: Options, name: str, parameters: tuple[str, ...], form: str | None, folder: Path | None
) -> None:
    """Run a saved query; names are typed as a person would.

    \b
    Example: summitry run visits -p visitor=Putin -p since=2022-01-01 --format csv
    """
    values: dict[str, str] = {}
    for parameter in parameters:
        key, sign, value = parameter.partition("=")
        if not sign or not key:
            raise BadParameter(parameter, "is not NAME=VALUE; try: -p organisation=CSTO")
        values[key.strip()] = value.strip()
    found = load_questions(*([folder] if folder else []))
    question = pick(found, name)  # an unknown name is told before the store is opened
    gazetteer = load_gazetteer()
    with opened(options) as store:
        answer = run_question(
            store, name, values, found, lambda text: tuple(e.key for e in gazetteer.lookup(text))
        )
        if form not in ("jsonl", "xlsx"):
            _print(answer, form)
            return
        table = from_answer(answer)
        sys.stdout.buffer.write(to_jsonl(table) if form == "jsonl" else to_xlsx(table, question, values))
        sys.stdout.buffer.flush()


@summitry.command()
@click.argument("subject", required=False)
@click.argument("predicate", required=False)
@click.argument("object", required=False)
@click.option("--format", "form", type=click.Choice(PROOF_FORMATS), default="text", show_default=True)
@click.option(
    "--proofs",
    type=click.IntRange(1, 100),
    default=1,
    show_default=True,
    help="How many proofs, the shortest first.",
)
@click.option(
    "--without",
    metavar="ARTICLE",
    help="What would fall if this article were withdrawn; with a fact, whether that one would.",
)
@click.pass_obj
def explain(
    options: Options,
    subject: str | None,
    predicate: str | None,
    object: str | None,
    form: str,
    proofs: int,
    without: str | None,
) -> None:
    """Why a fact holds: a proof down to stated claims and the sentences behind them.

    Terms are prefixed names, IRIs in <>, literals in quotes, or the names of entities.

    \b
    Examples: summitry explain Russia sy:hasMilitaryPresenceIn Tajikistan
              summitry explain --without 001.txt
    """
    if (without is None and object is None) or (subject is not None and object is None):
        raise UsageError(
            "give a subject, a predicate and an object; try: summitry explain Putin sy:met Rahmon"
        )
    gazetteer = load_gazetteer()
    with opened(options) as store:
        fact = None
        if subject is not None and predicate is not None and object is not None:
            resolver = resolver_of(store, lambda text: tuple(e.key for e in gazetteer.lookup(text)))
            fact = _fact(subject, predicate, object, resolver)
        if without is None:
            assert fact is not None
            click.echo(render(Explainer(Reasoner(store)).explain(*fact, proofs), form))
            return
        lost = withdrawal(Builder(store), without)
        if fact is None:
            click.echo(render_withdrawal(lost, form))
        else:
            (told, *_) = Explainer(Reasoner(store)).explain(*fact)
            click.echo(render_fate(lost, Triple(*fact), told.sentence, form))


def _fact(
    subject: str, predicate: str, object: str, names: Resolver
) -> tuple[NamedNode, NamedNode, NamedNode | Literal]:
    left, verb, right = (parse_term(text, names.resolve) for text in (subject, predicate, object))
    if not isinstance(left, NamedNode) or not isinstance(verb, NamedNode):
        place = "subject" if isinstance(verb, NamedNode) else "predicate"
        raise BadParameter(place, "is not an IRI or a name; try sy:visited")
    return left, verb, right
