"""How fast Turtle is written, beside `oxigraph dump` and rdflib's serializer on the same triples in the same run.

    python tests/benchmarks/export.py --triples 1000000

Figures are CPU seconds of the process that writes; trust ratios, not seconds. rdflib takes minutes at a million triples:
`--rdflib 100000` gives it fewer and scales its figure up, which flatters it.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import RdfFormat

from summitry.graph.store import open_store
from summitry.graph.vocabulary import RDF, RDFS, SY, XSD, Iris

IRIS = Iris()
FACTS = IRIS.graph("facts").value
# The peak in resource.getrusage is that of the process which forked this one, where that was larger.
PEAK = """
import json, re, sys, time
def peak():
    with open("/proc/self/status") as status:
        return int(re.search(r"VmHWM:\\s*(\\d+)", status.read())[1]) // 1024
"""
OURS = """
from summitry.graph.export import export
from summitry.graph.store import open_store
folder, triples, output = sys.argv[1:]
if folder:
    store = open_store(folder, read_only=True)
else:
    from pyoxigraph import RdfFormat
    store = open_store(None)
    store.load(open(triples, "rb").read(), RdfFormat.N_TRIPLES, store.iris.graph("facts").value)
before, start = peak(), time.process_time()
with open(output, "wb") as target:
    export(store, target, "facts")
used = time.process_time() - start
print(json.dumps([used, before, peak()]))
"""
THEIRS = """
import rdflib
graph = rdflib.Graph().parse(sys.argv[1], format="nt")
before, start = peak(), time.process_time()
graph.serialize(sys.argv[2], format="turtle")
used = time.process_time() - start
print(json.dumps([used, before, peak()]))
"""


def visits(count: int) -> Iterator[str]:
    """Lines of N-Triples in the shape of our facts: ten for each journey."""
    chance = random.Random(7)
    for number in range(count // 10):
        visitor = IRIS.entity(f"person/person-{chance.randrange(9000)}")
        trip = IRIS.entity(f"visit/{visitor.value.rsplit('/')[-1]}-{number}")
        article = IRIS.article(f"{chance.getrandbits(64):016x}")
        yield f"{trip} {RDF.type} {SY.Visit} ."
        yield f'{trip} {RDFS.label} "Person {number} in a state, {number % 28 + 1} June 2022"@en .'
        yield f"{trip} {SY.visitor} {visitor} ."
        yield f"{trip} {SY.host} {IRIS.entity(f'state/state-{chance.randrange(200)}')} ."
        yield f"{trip} {SY.place} {IRIS.entity(f'city/city-{chance.randrange(5000)}')} ."
        yield f'{trip} {SY.startDate} "2022-06-{number % 28 + 1:02}"^^{XSD.date} .'
        yield f"{trip} {SY.eventStatus} {IRIS.entity('status/occurred')} ."
        yield f"{trip} {SY.reportedIn} {article} ."
        yield f"{trip} {SY.supportedBy} {IRIS.claim(article.value, f'{chance.getrandbits(40):010x}')} ."
        yield f"{visitor} {SY.met} {IRIS.entity(f'person/other-{number}')} ."


def measured(program: str, *arguments: str) -> tuple[float, int, int]:
    """CPU seconds, and megabytes before and after."""
    command = [sys.executable, "-c", PEAK + program, *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    used, before, after = json.loads(done.stdout)
    return used, before, after


def dumped(folder: Path, target: Path) -> float:
    """CPU seconds of `oxigraph dump`."""
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
    assert program, "pip install oxigraph"
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [program, "dump", "--location", str(folder), "--file", str(target), "--graph", FACTS]
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Prints a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--triples", type=int, default=1_000_000)
    parser.add_argument("--rdflib", type=int, metavar="TRIPLES", help="give rdflib so many only")
    options = parser.parse_args()
    fewer = options.rdflib or options.triples
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = list(visits(options.triples))
        (folder / "all.nt").write_text("\n".join(lines) + "\n")
        (folder / "some.nt").write_text("\n".join(lines[:fewer]) + "\n")
        store = open_store(folder / "store")
        store.load((folder / "all.nt").read_bytes(), RdfFormat.N_TRIPLES, FACTS)
        store.flush()
        store.close()
        rows = [
            ("summitry, from memory", *measured(OURS, "", str(folder / "all.nt"), str(folder / "a.ttl"))),
            ("summitry, from a folder", *measured(OURS, str(folder / "store"), "", str(folder / "b.ttl"))),
            ("oxigraph dump, from a folder", dumped(folder / "store", folder / "c.ttl"), 0, 0),
        ]
        assert (folder / "a.ttl").read_bytes() == (folder / "b.ttl").read_bytes()
        used, before, after = measured(THEIRS, str(folder / "some.nt"), str(folder / "d.ttl"))
        rows.append(("rdflib, from memory", used * options.triples / fewer, before, after))
        print(f"{options.triples:,} triples                CPU s   MB before   MB at most")
        for label, seconds, held, peak in rows:
            print(f"{label:30} {seconds:7.1f} {held or '':>11} {peak or '':>12}")


if __name__ == "__main__":
    main()
