"""How fast the endpoint answers, beside `oxigraph serve` and rdflib-endpoint on the same data in the same run.

    python tests/benchmarks/endpoint.py --shared FOLDER --peers /path/to/venv/bin --scale 0.1 --scale 1

`--shared` holds the generator and the analytic queries (tools/bench); `--peers` a folder with `oxigraph` and
`rdflib-endpoint`, which are left out where they are missing. Figures are medians; trust ratios, not milliseconds.
"""

from __future__ import annotations

import argparse
import http.client
import importlib.util
import math
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[1] / "server"))

from benchmarks.peers import Endpoint, oxigraph, rdflib_endpoint, summitry

TINY = "ASK { <http://example.org/id/state1> ?p ?o }"
EXPORT = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
SLOW = 2.0  # seconds beyond which once is enough
AGAIN = "summitry, repeated"


def timed(call: Callable[[], object]) -> float:
    """Seconds that a call takes."""
    began = time.perf_counter()
    call()
    return time.perf_counter() - began


def one_by_one(
    endpoints: list[Endpoint], texts: dict[str, str], rounds: int
) -> dict[str, dict[str, tuple[float, float]]]:
    """The median and the longest time of each query at each endpoint, and of the first when asked again.

    The endpoints take turns query by query, so that what else the machine does meets them alike. A text is
    new each time, so that nothing kept can answer it, but for those under AGAIN.
    """
    found: dict[str, dict[str, tuple[float, float]]] = {
        name: {} for name in (*(each.name for each in endpoints), AGAIN)
    }
    for name, text in texts.items():
        times: dict[str, list[float]] = {each: [] for each in found}
        for number in range(-1, rounds):
            for each in endpoints:
                for column in (each.name, AGAIN) if each is endpoints[0] else (each.name,):
                    if column != AGAIN and times[column] and times[column][-1] > SLOW:
                        continue
                    asked = text if column == AGAIN else f"{text}\n# {number}"
                    seconds = attempt(each, asked)
                    if number >= 0 or (column != AGAIN and seconds > SLOW):
                        times[column].append(seconds)
        for column, values in times.items():
            found[column][name] = (statistics.median(values), max(values))
    return found


def attempt(endpoint: Endpoint, text: str) -> float:
    """Seconds to an answer on a connection just made; not a number where there was none."""
    connection = endpoint.connect()
    try:
        connection.connect()
        return timed(lambda: endpoint.ask(connection, text))
    except (OSError, RuntimeError, http.client.HTTPException) as error:
        print(f"    {endpoint.name}: {error}", file=sys.stderr)
        return math.nan
    finally:
        connection.close()


def together(
    endpoint: Endpoint, texts: list[str], clients: int, seconds: float
) -> tuple[float, float, float]:
    """Queries a second that so many clients get, their 99th percentile, and the processor time of each."""
    before = endpoint.worked()
    times: list[float] = []
    stop = time.monotonic() + seconds

    def run(first: int) -> None:
        connection, number = endpoint.connect(first), first
        while time.monotonic() < stop:
            text = f"{texts[number % len(texts)]}\n# {first} {number}"
            try:
                times.append(timed(partial(endpoint.ask, connection, text)))
            except (OSError, RuntimeError, http.client.HTTPException) as error:
                print(f"    {endpoint.name}: {error}", file=sys.stderr)
                connection.close()
                connection = endpoint.connect(first)
            number += clients

    threads = [threading.Thread(target=run, args=(number,)) for number in range(clients)]
    began = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    rate = len(times) / (time.monotonic() - began)
    if not times:
        return 0.0, math.nan, math.nan
    return rate, sorted(times)[int(len(times) * 0.99)], (endpoint.worked() - before) / len(times)


def mean(values: list[float]) -> float:
    """The geometric mean of those that are numbers."""
    logs = [math.log(value) for value in values if value == value and value > 0]
    return math.exp(sum(logs) / len(logs)) if logs else math.nan


def table(title: str, rows: list[list[str]]) -> None:
    """Prints rows as a table of Markdown."""
    print(f"\n{title}\n")
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    for number, row in enumerate(rows):
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |")
        if number == 0:
            print("|" + "|".join("-" * (width + 2) for width in widths) + "|")


def compare(endpoints: list[Endpoint], queries: dict[str, str], rounds: int, seconds: float) -> None:
    """Measures everything and prints it."""
    found = one_by_one(endpoints, queries, rounds)
    columns = [*(each.name for each in endpoints), AGAIN]
    rows = [["query, ms", *columns]]
    for query in queries:
        rows.append([query, *(f"{found[column][query][0] * 1000:.1f}" for column in columns)])
    for place, words in enumerate(("geometric mean of medians", "geometric mean of the longest")):
        means = [mean([found[column][query][place] * 1000 for query in queries]) for column in columns]
        rows.append([words, *(f"{figure:.2f}" for figure in means)])
    table("One client, each query by itself", rows)
    print(f"\n{columns[0]}, as a multiple of:")
    for rival in columns[1:-1]:
        for what, column in (("cold", columns[0]), ("repeated", AGAIN)):
            for words, least in (("", 0.0), (", queries over 5 ms", 0.005)):
                some = [query for query in queries if found[rival][query][0] > least]
                ratios = [found[column][query][0] / found[rival][query][0] for query in some]
                print(f"- {rival}, {what}{words} ({len(some)}): {mean(ratios):.3f}")

    judge = found[columns[min(1, len(endpoints) - 1)]]
    heavy = [text for name, text in queries.items() if judge[name][0] > 0.005]
    rows = [["load, answers a second (p99 ms; processor ms each)", "clients", *columns[:-1]]]
    for load, texts in (("tiny", [TINY]), ("queries over 5 ms", heavy), ("all triples", [EXPORT])):
        for clients in (1, 16):
            cells = []
            for each in endpoints:
                rate, slow, used = together(each, texts, clients, seconds)
                cells.append(f"{rate:.2f} ({slow * 1000:.0f}; {used * 1000:.2f})")
            rows.append([load, str(clients), *cells])
    table("Many clients", rows)


def read_queries(shared: Path) -> dict[str, str]:
    """The analytic queries."""
    spec = importlib.util.spec_from_file_location("queries", shared / "tools" / "bench" / "queries.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return dict(module.Q)


def main() -> None:
    """Reads the arguments and runs every scale."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--peers", type=Path, default=Path("/nonexistent"))
    parser.add_argument("--scale", type=float, action="append")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=8.0)
    given = parser.parse_args()
    queries = read_queries(given.shared)
    for scale in given.scale or [0.1]:
        with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
            data = Path(folder) / "data.nt"
            generator = given.shared / "tools" / "bench" / "gen.py"
            done = subprocess.run(
                [sys.executable, str(generator), str(scale), str(data)], check=True, capture_output=True
            )
            print(f"\n## {int(done.stdout):,} triples")
            endpoints = [stack.enter_context(summitry(data, Path(folder)))]
            if (given.peers / "oxigraph").exists():
                endpoints.append(stack.enter_context(oxigraph(data, given.peers / "oxigraph")))
            if (given.peers / "rdflib-endpoint").exists() and scale <= 0.1:
                endpoints.append(stack.enter_context(rdflib_endpoint(data, given.peers / "rdflib-endpoint")))
            compare(endpoints, queries, given.rounds, given.seconds)


if __name__ == "__main__":
    main()
