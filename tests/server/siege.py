"""Queries that try to take a server down, and what its other clients notice meanwhile."""

from __future__ import annotations

import http.client
import itertools
import json
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox
from serving import JSON

CROSS = " ".join(f"VALUES ?{name} {{ {' '.join(map(str, range(100)))} }}" for name in "abcdefg")

HOSTILE = {
    "cartesian count": f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}",
    "cartesian order": f"SELECT * {{ {CROSS} }} ORDER BY ?a ?b ?c",
    "string doubling": "SELECT ?z { BIND('xxxxxxxxxxxxxxxx' AS ?a0) "
    + " ".join(f"BIND(CONCAT(?a{n}, ?a{n}) AS ?a{n + 1})" for n in range(40))
    + " BIND(?a40 AS ?z) }",
    "deep calls": "SELECT (" + "CONCAT(" * 5000 + "'x'" + ")" * 5000 + " AS ?x) {}",
    "deep groups": "ASK " + "{" * 50_000 + "}" * 50_000,
    "deep brackets": "ASK { FILTER(" + "(" * 50_000 + "1" + ")" * 50_000 + ") }",
    "deep sums": "SELECT (" + "+".join("1" * 30_000) + " AS ?x) {}",
    "deep union": "ASK { {} " + "UNION {} " * 20_000 + "}",
    "nested aggregates": "SELECT " + "(GROUP_CONCAT( " * 30 + "1",
    "long path": f"ASK {{ ?s {'/'.join(['<urn:p>'] * 1500)} ?o }}",
    "huge regex": "ASK { FILTER(REGEX('x', '[a-z]{0,1000}[a-z]{0,1000}[a-z]{0,1000}b')) }",
    "large answer": f"SELECT * {{ {CROSS} }}",
    "list in list": "ASK { " + "(" * 200 + ")" * 200 + " <urn:p> 1 }",
    "open string": 'ASK { ?s ?p """' + '\\"' * 1_000_000,
    "open brackets": "(" * 3_000_000,
    "path explosion": "SELECT (COUNT(*) AS ?n) { ?a (<urn:knows>|^<urn:knows>)* ?b . ?c (<urn:knows>+/<urn:knows>*)+ ?d }",
    "giant literal": "SELECT (STRLEN('" + "x" * 3_500_000 + "') AS ?n) {}",
    "ten megabytes": "ASK { ?s ?p '" + "x" * 10_000_000 + "' }",
}
PEOPLE = 2000
DATA = (
    "INSERT DATA { "
    + " ".join(
        f"<urn:p{n}> <urn:knows> <urn:p{n * 7 % PEOPLE}> ; <urn:age> {n % 90} ." for n in range(PEOPLE)
    )
    + " }"
)
NORMAL = (
    *(f"SELECT ?o {{ <urn:p{n}> <urn:knows> ?o }}" for n in range(0, PEOPLE, 97)),
    *(f"SELECT (COUNT(*) AS ?n) {{ ?s <urn:age> {n} ; <urn:knows>/<urn:age> ?a }}" for n in range(0, 90, 9)),
    *(f"ASK {{ <urn:p{n}> <urn:knows>/<urn:knows> ?o }}" for n in range(0, PEOPLE, 211)),
)
PAUSE = 0.05  # seconds between the questions of a normal client


@dataclass
class Siege:
    """What was seen."""

    times: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    late: list[tuple[str, float]] = field(default_factory=list)  # hostile queries that took too long
    asked: int = 0

    def slow(self, share: float) -> float:
        """The time that this share of the normal questions stayed below."""
        return sorted(self.times)[min(len(self.times) - 1, int(len(self.times) * share))]


def expected() -> dict[str, object]:
    """The answers to the normal questions."""
    store = ox.Store()
    store.update(DATA)
    return {
        text: canonical(store.query(text).serialize(format=ox.QueryResultsFormat.JSON) or b"")
        for text in NORMAL
    }


def canonical(body: bytes) -> object:
    """An answer, whatever the order of its rows."""
    found = json.loads(body)
    rows = found.get("results", {}).get("bindings", [])
    return found.get("boolean"), sorted(json.dumps(row, sort_keys=True) for row in rows)


def post(port: int, text: str, source: str) -> tuple[int, bytes]:
    """A query from one of the addresses of this machine; 0 where the connection ended."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120, source_address=(source, 0))
    try:
        headers = {"Content-Type": "application/sparql-query", "Accept": JSON}
        connection.request("POST", "/sparql", text.encode(), headers)
        reply = connection.getresponse()
        return reply.status, reply.read()
    except ConnectionError:  # of those that send more than is read
        return 0, b""
    finally:
        connection.close()


def lay_siege(
    port: int, hostile: int, seconds: float, limit: float, attackers: int = 8, normal: int = 8
) -> Siege:
    """So many hostile queries, each attacker from its own address, while normal clients ask; without any,
    the normal clients ask for so many seconds."""
    seen, answers, stop = Siege(), expected(), threading.Event()
    turns = iter(itertools.islice(itertools.cycle(HOSTILE.items()), hostile))
    lock = threading.Lock()

    def attack(source: str) -> None:
        while True:
            with lock:
                turn = next(turns, None)
            if turn is None:
                return
            began = time.monotonic()
            status, _ = post(port, turn[1], source)
            took = time.monotonic() - began
            with lock:
                seen.asked += 1
                seen.statuses[status] += 1
                if took > limit:
                    seen.late.append((turn[0], took))

    def ask(source: str, texts: Iterator[str]) -> None:
        while not stop.wait(PAUSE):
            text = next(texts)
            began = time.monotonic()
            status, body = post(port, text, source)
            with lock:
                seen.times.append(time.monotonic() - began)
                if status != 200 or canonical(body) != answers[text]:
                    seen.wrong.append(f"{status} {text} {body[:200]!r}")

    enemies = [threading.Thread(target=attack, args=(f"127.0.1.{n + 1}",)) for n in range(attackers)]
    friends = [
        threading.Thread(target=ask, args=(f"127.0.2.{n + 1}", itertools.cycle(NORMAL[n:] + NORMAL[:n])))
        for n in range(normal)
    ]
    for thread in (*friends, *enemies):
        thread.start()
    if not hostile:
        time.sleep(seconds)
    for thread in enemies:
        thread.join()
    stop.set()
    for thread in friends:
        thread.join()
    return seen


def children(pid: int) -> list[int]:
    """Every process below a process."""
    found = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            found += [int(child), *children(int(child))]
    return found


def memory(pid: int, below: bool = True) -> int:
    """The bytes that a process and those below it hold, shared pages counted once."""
    total = 0
    for each in (pid, *(children(pid) if below else ())):
        try:
            lines = Path(f"/proc/{each}/smaps_rollup").read_text().splitlines()
        except (FileNotFoundError, ProcessLookupError, PermissionError):
            continue
        total += next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0) * 1024
    return total


def settled(pid: int, most: int, seconds: float = 8.0) -> bool:
    """Whether no more than so many processes remain below one before long."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if len(children(pid)) <= most:
            return True
        time.sleep(0.1)
    return False
