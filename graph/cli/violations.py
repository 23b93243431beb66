"""What is wrong with a store, in a line each: for `check`, and for the facts that an ingest touched."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode

from summitry.graph.reasoning import Explainer, Inconsistency, Reasoner
from summitry.graph.store import GraphStore
from summitry.graph.validation import Violation, check
from summitry.graph.vocabulary import SY


def violations_of(
    store: GraphStore, reasoner: Reasoner, articles: Iterable[str] | None = None
) -> tuple[Violation, ...]:
    """All that is wrong, the worst first; with `articles`, only with the facts that these report."""
    explainer = Explainer(reasoner)
    clashes = [_clash(explainer, wrong) for wrong in reasoner.inconsistencies()]
    if articles is None:
        return check(store, clashes=clashes)
    fresh = set(articles)
    nodes = {
        quad.subject
        for article in fresh
        for quad in store.quads(None, SY.reportedIn, NamedNode(article), store.iris.graph("facts").value)
        if isinstance(quad.subject, NamedNode)
    }
    return check(store, nodes, [clash for clash in clashes if fresh & set(clash.articles)])


def _clash(explainer: Explainer, wrong: Inconsistency) -> Violation:
    """What the reasoner found impossible, in the words and with the articles of its proof."""
    proof = explainer.refute(wrong)
    articles = {citation.article for citation in proof.citations()}
    focus = wrong.premises[0][0]
    name = focus.value if isinstance(focus, NamedNode) else str(focus)
    return Violation(name, None, proof.sentence, articles=tuple(sorted(articles)), source=wrong.rule)


def line(violation: Violation) -> str:
    """A violation as one line of text."""
    sources = f"  ({', '.join(violation.articles)})" if violation.articles else ""
    path = f" {violation.path}" if violation.path else ""
    value = f" {violation.value}" if violation.value else ""
    return f"{violation.severity}: {violation.focus}{path}{value}: {violation.message}{sources}"
