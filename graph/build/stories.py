"""The history of a store, read back: what each change came to, the newest first."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from pyoxigraph import NamedNode, RdfFormat, Triple, serialize

from summitry.graph.build.history import graph_name
from summitry.graph.store import GraphStore
from summitry.graph.vocabulary import PREFIXES, PROV, RDF, RDFS, SY


@dataclass(frozen=True, slots=True)
class Revised:
    """What a change did to one fact."""

    fact: str
    label: str
    outcome: str  # added, changed, removed
    details: tuple[str, ...] = ()
    newly_disputed: tuple[str, ...] = ()
    settled: tuple[str, ...] = ()
    formerly: str | None = None
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """One change of the graph."""

    iri: str
    at: str
    label: str
    entered: tuple[str, ...]
    reread: tuple[str, ...]
    left: tuple[str, ...]
    revisions: tuple[Revised, ...]


def stories(
    store: GraphStore, *, since: str = "", about: str = "", limit: int | None = None
) -> Iterator[Story]:
    """The changes since a day or time, the newest first; `about` is part of a fact's or article's name."""
    graph = graph_name(store.iris).value
    nodes = {quad.subject.value for quad in store.quads(None, RDF.type, SY.Change, graph)}  # type: ignore[union-attr]
    found = 0
    for iri in sorted(nodes, reverse=True):
        if found == limit:
            return
        story = _story(store, NamedNode(iri), graph)
        if story.at < since:
            return
        chosen = _about(story, about.casefold()) if about else story
        if chosen is not None:
            found += 1
            yield chosen


def _about(story: Story, words: str) -> Story | None:
    """The story with what is told of one thing; None if nothing is."""
    kept = tuple(
        each
        for each in story.revisions
        if any(words in text.casefold() for text in (each.label, each.fact, *each.articles))
    )
    articles = (*story.entered, *story.reread, *story.left)
    if not kept and not any(words in iri.casefold() for iri in articles):
        return None
    return Story(story.iri, story.at, story.label, story.entered, story.reread, story.left, kept)


def _story(store: GraphStore, node: NamedNode, graph: str) -> Story:
    parts = (quad.subject for quad in store.quads(None, PROV.wasGeneratedBy, node, graph))
    revisions = (_revised(store, part, graph) for part in parts if isinstance(part, NamedNode))
    return Story(
        iri=node.value,
        at=next(iter(_texts(store, node, PROV.startedAtTime, graph)), ""),
        label=next(iter(_texts(store, node, RDFS.label, graph)), ""),
        entered=_texts(store, node, SY.entered, graph),
        reread=_texts(store, node, SY.reread, graph),
        left=_texts(store, node, SY.left, graph),
        revisions=tuple(sorted(revisions, key=lambda each: (each.outcome, each.fact))),
    )


def _revised(store: GraphStore, node: NamedNode, graph: str) -> Revised:
    def texts(predicate: NamedNode) -> tuple[str, ...]:
        return _texts(store, node, predicate, graph)

    return Revised(
        fact=next(iter(texts(SY.revises)), ""),
        label=next(iter(texts(RDFS.label)), ""),
        outcome=next(iter(texts(SY.outcome)), ""),
        details=texts(RDFS.comment),
        newly_disputed=tuple(iri.rpartition("#")[2] for iri in texts(SY.newlyDisputed)),
        settled=tuple(iri.rpartition("#")[2] for iri in texts(SY.settled)),
        formerly=next(iter(texts(SY.formerly)), None),
        articles=texts(PROV.wasDerivedFrom),
    )


def _texts(store: GraphStore, node: NamedNode, predicate: NamedNode, graph: str) -> tuple[str, ...]:
    return tuple(
        sorted(str(getattr(q.object, "value", "")) for q in store.quads(node, predicate, None, graph))
    )


def render_story(story: Story) -> str:
    """A change for people: when, what came and left, and what that did to the facts."""
    lines = [f"{story.at[:19].replace('T', ' ')}  {story.label}  [{story.iri.rpartition('/')[2]}]"]
    for verb, articles in (("read", story.entered), ("read anew", story.reread), ("removed", story.left)):
        lines += [f"  {verb} {iri}" for iri in articles]
    for each in story.revisions:
        sign = {"added": "+", "removed": "-"}.get(each.outcome, "~")
        lines.append(f"  {sign} {each.label}")
        lines += [f"      {text}" for text in each.details]
        if each.formerly:
            lines.append(f"      formerly {each.formerly}")
        lines += [f"      now disputed: {name}" for name in each.newly_disputed]
        lines += [f"      no longer disputed: {name}" for name in each.settled]
    return "\n".join(lines)


def story_json(story: Story) -> str:
    """A change as one line of JSON."""
    return json.dumps(asdict(story), ensure_ascii=False)


def stories_turtle(store: GraphStore, told: list[Story]) -> bytes:
    """Changes with their revisions as Turtle."""
    graph = graph_name(store.iris).value
    chosen: set[Triple] = set()
    for story in told:
        node = NamedNode(story.iri)
        chosen |= {quad.triple for quad in store.quads(node, None, None, graph)}
        for part in store.quads(None, PROV.wasGeneratedBy, node, graph):
            chosen |= {quad.triple for quad in store.quads(part.subject, None, None, graph)}
    return serialize(sorted(chosen, key=str), format=RdfFormat.TURTLE, prefixes=PREFIXES) or b""
