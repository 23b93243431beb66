"""log, resolve: how the graph came about, and who is who in it."""

from __future__ import annotations

import getpass
import json
import sys
from dataclasses import asdict
from datetime import UTC, datetime

import click

from summitry.graph.build import Builder
from summitry.graph.build.decisions import make_decision, stored_decisions
from summitry.graph.build.doubts import Doubt, doubts, side_of
from summitry.graph.build.stories import render_story, stories, stories_turtle, story_json
from summitry.graph.cli.frame import Options, opened, summitry
from summitry.graph.errors import UsageError
from summitry.graph.fusion import Verdict
from summitry.graph.gazetteer import load_gazetteer
from summitry.graph.questions import resolver_of
from summitry.graph.reasoning import Reasoner
from summitry.graph.store import GraphStore


def now() -> datetime:
    """The time that histories and decisions are dated with."""
    return datetime.now(UTC)


def builder_of(store: GraphStore, reasoner: str = "rules") -> Builder:
    """A builder that keeps a history."""
    return Builder(store, reasoner=Reasoner(store, engine=reasoner), clock=now)


@summitry.command()
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"]),
    help="Changes since a day or time (UTC).",
)
@click.option("--about", default="", metavar="TEXT", help="Facts and articles whose name contains this.")
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=20,
    show_default=True,
    help="How many changes, the newest first.",
)
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "turtle"]), default="text", show_default=True
)
@click.pass_obj
def log(options: Options, since: datetime | None, about: str, limit: int, form: str) -> None:
    """What each ingest, removal and decision did to the facts: added, changed, removed, disputed.

    The same as RDF is the graph <base>graph/history, which queries reach with GRAPH.

    \b
    Examples: summitry log --limit 1
              summitry log --about Tajikistan --format json
    """
    with opened(options) as store:
        start = since.strftime("%Y-%m-%dT%H:%M:%S") if since else ""
        told = list(stories(store, since=start, about=about, limit=limit))
        if form == "turtle":
            sys.stdout.buffer.write(stories_turtle(store, told))
            sys.stdout.buffer.flush()
            return
    for story in told:
        click.echo(story_json(story) if form == "json" else render_story(story))
    if not told:
        click.echo("no such change", err=True)


@summitry.command()
@click.argument("one", required=False)
@click.argument("other", required=False)
@click.option("--same", "verdict", flag_value=Verdict.SAME.value, help="Decide that the two are one.")
@click.option("--different", "verdict", flag_value=Verdict.DIFFERENT.value, help="Decide that they are two.")
@click.option("--by", metavar="NAME", help="Who decides; the user's name where none is given.")
@click.option("--undo", metavar="DECISION", help="Take a decision back, by the id that --decided lists.")
@click.option("--decided", is_flag=True, help="List what has been decided.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_obj
def resolve(
    options: Options,
    one: str | None,
    other: str | None,
    verdict: str | None,
    by: str | None,
    undo: str | None,
    decided: bool,
    form: str,
) -> None:
    """Who is who: list doubtful pairs of people and events, and decide about them.

    Without arguments, lists the pairs. ONE and OTHER are two people, two events, or two values of one event, as the
    list has them. A decision is kept with your name and the time, holds for articles read later too, and can be undone.

    \b
    Examples: summitry resolve
              summitry resolve person/abdufattoh-sharifzoda person/abdufattokh-sharifzoda --same
              summitry resolve --decided
              summitry resolve --undo 1f0c2a9b7d3e
    """
    with opened(options) as store:
        if undo is not None:
            click.echo(f"no longer decided: {builder_of(store).undo(undo).label}", err=True)
        elif decided:
            _list_decided(store, form)
        elif one is None:
            if verdict is not None:
                raise UsageError("say of which two; try: summitry resolve ONE OTHER --same")
            _list_doubts(doubts(store), form)
        elif other is None or verdict is None:
            raise UsageError("give two, and --same or --different; `summitry resolve` lists those in doubt")
        else:
            _decide(store, one, other, Verdict(verdict), by or getpass.getuser())


def _decide(store: GraphStore, one: str, other: str, verdict: Verdict, by: str) -> None:
    (first, label), (second, other_label) = (side_of(store, _iri(store, text)) for text in (one, other))
    if first == second or set(first) & set(second):
        raise UsageError(
            "the two are the same thing already; name two people, two events, or two values of one"
        )
    if first[0].startswith("person/") != second[0].startswith("person/"):
        raise UsageError("a person and an event are never the same")
    if first[0].startswith("person/") and verdict is Verdict.SAME:
        builder = Builder(store)
        if all(builder.known.node(key) is not None for key in (*first, *second)):
            raise UsageError("the reference data know both as two people")
    decision = make_decision(verdict, first, second)
    sign = "=" if verdict is Verdict.SAME else "≠"
    builder_of(store).decide(decision, f"{label} {sign} {other_label}", by)
    click.echo(f"decided {decision.key}: {label} {sign} {other_label}", err=True)


def _iri(store: GraphStore, text: str) -> str:
    """The IRI that a person means: an IRI, a key such as person/…, or a name."""
    if "/" in text:
        return text
    gazetteer = load_gazetteer()
    return resolver_of(store, lambda name: tuple(e.key for e in gazetteer.lookup(name))).resolve(text)


def _list_decided(store: GraphStore, form: str) -> None:
    for stored in stored_decisions(store):
        row = (stored.decision.key, stored.decision.verdict.value, stored.at or "", stored.by, stored.label)
        if form == "json":
            names = ("id", "verdict", "at", "by", "label")
            click.echo(json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False))
        else:
            click.echo("\t".join(row))


def _list_doubts(found: list[Doubt], form: str) -> None:
    for doubt in found:
        if form == "json":
            click.echo(json.dumps(asdict(doubt), ensure_ascii=False))
            continue
        sign = "joined" if doubt.joined else "apart"
        click.echo(f"{doubt.kind} ({sign}): {doubt.reason}")
        for label, iri in zip(doubt.labels, (doubt.one, doubt.other), strict=True):
            click.echo(f"    {label}\n        {iri.partition('/id/')[2]}")
    click.echo(f"{len(found) or 'no'} pairs in doubt", err=True)
