"""A thousand hostile queries from eight clients, while eight others ask what one normally asks.

    python tests/benchmarks/hostile.py [--queries 1000] [--limit 2]

Prints what the normal clients noticed beside what they notice when nobody else is there, and what the server
holds of memory before and afterwards. Ends with 1 where an answer was wrong or the server ended.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "server"))
from serving import serving
from siege import DATA, children, lay_siege, memory, settled

MIB = 1 << 20


def main() -> int:
    """Lays siege to a server of its own."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--queries", type=int, default=1000)
    parser.add_argument("--limit", type=float, default=2.0, help="seconds a query may take")
    parser.add_argument("--quiet", type=float, default=20.0, help="seconds without enemies, before and after")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder), query_timeout=given.limit) as server:
        assert server.update(DATA).status == 204
        pid = server.process.pid
        lay_siege(server.port, 0, 2.0, given.limit)
        quiet = lay_siege(server.port, 0, given.quiet, given.limit)
        settled(pid, 4)
        before = memory(pid)
        began = time.monotonic()
        siege = lay_siege(server.port, given.queries, 0, 2 * given.limit + 1)
        took = time.monotonic() - began
        settled(pid, 4)
        after = memory(pid)
        calm = lay_siege(server.port, 0, given.quiet, given.limit)
        held = {each: memory(each, False) // MIB for each in (pid, *children(pid))}
        stands = server.process.poll() is None
        figures = server.http("GET", "/metrics").body.decode()
    print(f"{siege.asked} hostile queries in {took:.0f} s: statuses {dict(sorted(siege.statuses.items()))}")
    print(f"{len(siege.late)} took longer than waiting and limit together allow: {siege.late[:5]}")
    print(*(line for line in figures.splitlines() if line.startswith("summitry_readers_")), sep="\n")
    print("\n| normal clients | answers | wrong | p50, ms | p90, ms | p99, ms | longest, ms |")
    print("|---|---|---|---|---|---|---|")
    for name, seen in (("alone", quiet), ("under siege", siege), ("afterwards", calm)):
        cells = " | ".join(f"{seen.slow(share) * 1000:.1f}" for share in (0.5, 0.9, 0.99, 1.0))
        print(f"| {name} | {len(seen.times)} | {len(seen.wrong)} | {cells} |")
    print(f"\nmemory: {before / MIB:.0f} MiB before, {after / MIB:.0f} MiB afterwards, {held}")
    wrong = quiet.wrong + siege.wrong + calm.wrong
    print(*wrong[:10], sep="\n")
    return 0 if stands and not wrong else 1


if __name__ == "__main__":
    sys.exit(main())
