"""How long the closure takes: our rules, owlrl and, where installed, reasonable, on the same data.

    python tests/benchmarks/reasoning.py [--sizes 1000 10000 100000] [--engines rules owlrl]

Each engine runs in a process of its own on a file: our ontology, and as many triples as asked of a world made
up at random in the shape of ours. Times are CPU seconds from the file to the closed graph. owlrl is asked up
to 10,000 triples only, unless --patient is given. Then one article is added to the closed graph and taken out
again, in memory and over a store, and inferred triples are explained.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse, serialize

from summitry.graph import ontology
from summitry.graph.reasoning import Explainer, Reasoner, close
from summitry.graph.reasoning.increments import update
from summitry.graph.store import EmbeddedStore
from summitry.graph.vocabulary import RDF, RDFS, SY, XSD, Iris

IRIS = Iris()
ENGINES = ("rules", "reasonable", "owlrl")
_LOGIC = ("http://www.w3.org/2000/01/rdf-schema#", "http://www.w3.org/2002/07/owl#", RDF.IRI)


def axioms() -> list[Triple]:
    """The ontology without its words: every engine reads the same axioms."""
    words = (RDFS.label, RDFS.comment, RDFS.isDefinedBy)
    found = ontology.triples(("summitry", "reused"))
    return [each for each in found if each.predicate.value.startswith(_LOGIC) and each.predicate not in words]


def world(triples: int) -> Iterator[Triple]:
    """States, organisations and towns, then articles' worth of facts until there are enough triples."""
    dice = random.Random(triples)
    states = [IRIS.entity(f"state/s{i}") for i in range(min(200, 10 + triples // 100))]
    unions = [IRIS.entity(f"organisation/o{i}") for i in range(max(3, len(states) // 8))]
    towns = [IRIS.entity(f"city/c{i}") for i in range(len(states) * 3)]
    count = 0
    for made in (_standing(dice, states, unions, towns), _articles(dice, states, towns)):
        for each in made:
            yield each
            count += 1
            if count >= triples:
                return


def _standing(
    dice: random.Random, states: list[NamedNode], unions: list[NamedNode], towns: list[NamedNode]
) -> Iterator[Triple]:
    for state in states:
        yield Triple(state, RDF.type, SY.State)
        yield Triple(state, SY.isoCode, Literal(state.value[-3:] + str(len(state.value))))
        for union in dice.sample(unions, 2):
            yield Triple(state, SY.memberOf, union)
        if dice.random() < 0.2:
            yield Triple(state, SY.inAlliance, dice.choice(unions[: max(1, len(unions) // 3)]))
        for other in dice.sample(states, 3):
            if other != state:
                yield Triple(state, SY.borders, other)
    for i, town in enumerate(towns):
        yield Triple(town, RDF.type, SY.City)
        region = IRIS.entity(f"region/r{i // 2}")
        yield Triple(town, SY.locatedIn, region)
        yield Triple(region, SY.inState, states[(i // 6) % len(states)])


def _articles(dice: random.Random, states: list[NamedNode], towns: list[NamedNode]) -> Iterator[Triple]:
    number = 0
    while True:
        yield from article(number, dice, states, towns)
        number += 1


def article(
    number: int, dice: random.Random, states: list[NamedNode], towns: list[NamedNode]
) -> Iterator[Triple]:
    """About fifty triples: a visit, two meetings, an office, a base, statements."""
    people = [IRIS.entity(f"person/p{dice.randrange(max(20, number * 2))}") for _ in range(4)]
    host, guest = dice.sample(states, 2)
    source = IRIS.entity(f"article/{number:016x}")
    for i, kind in enumerate((SY.Visit, SY.Meeting, SY.Meeting, SY.Tenure, SY.MilitaryBase, SY.Statement)):
        node = IRIS.entity(f"fact/f{number}-{i}")
        yield Triple(node, RDF.type, kind)
        yield Triple(node, RDFS.label, Literal(f"Fact {number}-{i}", language="en"))
        yield Triple(node, SY.supportedBy, NamedNode(f"{source.value}/claim/{i}"))
        yield Triple(node, SY.reportedIn, source)
        yield from _parts(node, kind, dice, people, (host, guest), towns)
    yield Triple(people[0], SY.visited, host)
    if people[0] != people[1]:
        yield Triple(people[0], SY.met, people[1])


def _parts(
    node: NamedNode,
    kind: NamedNode,
    dice: random.Random,
    people: list[NamedNode],
    states: tuple[NamedNode, NamedNode],
    towns: list[NamedNode],
) -> Iterator[Triple]:
    day = Literal(
        f"20{dice.randrange(10, 24)}-{dice.randrange(1, 13):02}-{dice.randrange(1, 29):02}", datatype=XSD.date
    )
    if kind == SY.Visit:
        yield Triple(node, SY.visitor, people[0])
        yield Triple(node, SY.host, states[0])
        yield Triple(node, SY.startDate, day)
    elif kind == SY.Meeting:
        for each in people[:2]:
            yield Triple(node, SY.participant, each)
        yield Triple(node, SY.place, dice.choice(towns))
        yield Triple(node, SY.startDate, day)
    elif kind == SY.Tenure:
        yield Triple(node, SY.holder, people[1])
        yield Triple(node, SY.officeOf, states[1])
        yield Triple(people[1], SY.holdsOfficeIn, states[1])
    elif kind == SY.MilitaryBase:
        yield Triple(node, SY.operatedBy, states[1])
        yield Triple(node, SY.host, states[0])
        yield Triple(node, SY.personnel, Literal(str(dice.randrange(10_000)), datatype=XSD.integer))
    else:
        yield Triple(node, SY.speaker, people[2])
        yield Triple(node, SY.quotation, Literal(f"Words {dice.random()}"))


def run_rules(path: Path) -> int:
    """Our closure; how many triples were inferred."""
    return sum(1 for _ in close(each.triple for each in parse(path=path, format=RdfFormat.N_TRIPLES)).facts())


def run_owlrl(path: Path) -> int:
    """The closure by owlrl, repaired."""
    from summitry.graph.reasoning.owlrl_engine import close_with_owlrl

    return len(close_with_owlrl(each.triple for each in parse(path=path, format=RdfFormat.N_TRIPLES)).triples)


def run_reasonable(path: Path) -> int:
    """The closure by reasonable, which lacks chains, keys and oneOf."""
    import reasonable  # type: ignore[import-not-found]

    reasoner = reasonable.PyReasoner()
    reasoner.load_file(str(path))
    stated = sum(1 for _ in path.open())
    return len(reasoner.reason()) - stated


def run_increments(path: Path) -> dict[str, float | int]:
    """One article added to a closed graph and taken out again, in memory and over a store; proofs."""
    data = [each.triple for each in parse(path=path, format=RdfFormat.N_TRIPLES)]
    start = time.process_time()
    closure = close(data)
    full = time.process_time() - start
    states, towns = ([IRIS.entity(f"{kind}{i}") for i in range(10)] for kind in ("state/s", "city/c"))
    fresh = [list(article(10**7 + i, random.Random(i), states, towns)) for i in range(20)]
    shown: dict[str, float | int] = {"full_s": round(full, 2), "article": len(fresh[0])}
    add, remove = partial(update, closure), partial(update, closure, ())
    shown["memory_add_ms"], shown["memory_remove_ms"] = _measure(fresh, add, remove)
    del closure, add, remove
    store, axioms_ = EmbeddedStore(), axioms()
    store.load(
        serialize(data, format=RdfFormat.N_TRIPLES) or b"", RdfFormat.N_TRIPLES, IRIS.graph("facts").value
    )
    reasoner = Reasoner(store, ontology=axioms_)  # type: ignore[arg-type]
    start = time.process_time()
    reasoner.rebuild()
    shown["store_rebuild_s"] = round(time.process_time() - start, 2)
    graph = IRIS.graph("facts")
    quads = [[Quad(*each, graph) for each in some] for some in fresh]
    shown["store_add_ms"], shown["store_remove_ms"] = _measure(
        quads, reasoner.apply, partial(reasoner.apply, ())
    )
    return shown | _prove(reasoner)


def _measure(changes, put_in, take_out) -> tuple[float, float]:  # type: ignore[no-untyped-def]
    """Median milliseconds to put one in and to take one out; the first is a warm-up."""
    put, taken = [], []
    for times, do, each in [(put, put_in, each) for each in changes] + [
        (taken, take_out, each) for each in changes
    ]:
        start = time.perf_counter()
        do(each)
        times.append((time.perf_counter() - start) * 1000)
    middle = [sorted(times[1:])[len(times[1:]) // 2] for times in (put, taken)]
    return round(middle[0], 2), round(middle[1], 2)


def _prove(reasoner: Reasoner) -> dict[str, float | int]:
    """How long 500 proofs take, in milliseconds."""
    explainer = Explainer(reasoner)
    dice = random.Random(1)
    triples = [quad.triple for quad in reasoner.store.quads(graph=reasoner.graph("inferred"))]
    times = []
    for each in dice.sample(triples, min(500, len(triples))):
        start = time.perf_counter()
        explainer.explain(each.subject, each.predicate, each.object)  # type: ignore[arg-type]
        times.append((time.perf_counter() - start) * 1000)
    times.sort()
    place = {"proof_median_ms": 0.5, "proof_p99_ms": 0.99, "proof_max_ms": 0.9999}
    return {name: round(times[int(len(times) * share)], 2) for name, share in place.items()}


def worker(engine: str, path: Path) -> None:
    """Runs one engine and prints what it took."""
    start = time.process_time()
    if engine == "increments":
        shown = run_increments(path)
    else:
        inferred = {"rules": run_rules, "owlrl": run_owlrl, "reasonable": run_reasonable}[engine](path)
        shown = {"inferred": inferred, "cpu_s": round(time.process_time() - start, 2)}
    shown["mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps(shown))


def measure(engine: str, path: Path, limit: int) -> str:
    """What one engine took, as JSON; or why there is no figure."""
    command = [sys.executable, __file__, "--worker", engine, str(path)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=limit, check=False)
    except subprocess.TimeoutExpired:
        return f"no result in {limit} s"
    return done.stdout.strip() or done.stderr.strip().splitlines()[-1]


def main() -> None:
    """Measures all engines at all sizes."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--sizes", type=int, nargs="*", default=[1_000, 10_000, 100_000, 1_000_000])
    options.add_argument("--engines", nargs="*", default=[*ENGINES, "increments"])
    options.add_argument("--patient", action="store_true", help="let owlrl try more than 10,000 triples")
    options.add_argument("--limit", type=int, default=900, help="seconds for one run")
    options.add_argument("--worker", nargs=2, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.worker:
        worker(given.worker[0], Path(given.worker[1]))
        return
    with tempfile.TemporaryDirectory() as folder:
        for size in given.sizes:
            path = Path(folder, f"{size}.ttl")  # N-Triples are Turtle, and reasonable reads no other name
            path.write_bytes(serialize([*axioms(), *world(size)], format=RdfFormat.N_TRIPLES) or b"")
            for engine in given.engines:
                if engine == "owlrl" and size > 10_000 and not given.patient:
                    continue
                print(f"{size:>9} {engine:<11} {measure(engine, path, given.limit)}", flush=True)


if __name__ == "__main__":
    main()
