"""Exports of any size in the same memory, what changed since a former one, and the description beside it."""

from __future__ import annotations

import hashlib
import io
import random
import subprocess
import sys
import tempfile
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, parse

from summitry.graph.errors import UnknownName, UnreadableInput, UsageError
from summitry.graph.export import Hashed, describe, export
from summitry.graph.export.sorting import Sorter
from summitry.graph.store import EmbeddedStore
from summitry.graph.vocabulary import RDF, RDFS, SCHEMA, SY, Iris
from tests.conftest import run

IRIS = Iris()
FACTS, INFERRED, ABOUT = (IRIS.graph(layer) for layer in ("facts", "inferred", "about"))
ARTICLE = IRIS.article("0123456789abcdef")
SUFFIXES = {
    "turtle": "ttl",
    "trig": "trig",
    "nquads": "nq",
    "ntriples": "nt",
    "jsonld": "jsonld",
    "rdfxml": "rdf",
}


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\n\r\x00"), max_size=300), max_size=80),
    st.integers(1, 400),
    st.integers(1, 50),
)
def test_any_lines_come_back_sorted_however_little_room_there_is(
    lines: list[str], room: int, step: int
) -> None:
    sorter = Sorter(lambda some: (f"{line}!" for line in some), room)
    data = "".join(f"{line}\n" for line in lines).encode()
    for start in range(0, len(data), step):
        sorter.write(data[start : start + step])
    sorter.add(["ready", "steady"])
    assert list(chain.from_iterable(sorter.batches())) == sorted(
        [*(f"{line}!" for line in lines), "ready", "steady"]
    )


def test_a_spilled_graph_gives_the_bytes_that_one_in_memory_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    store = world(3000)
    whole = written(store, "all", "nquads"), written(store, "all", "turtle")
    monkeypatch.setattr("summitry.graph.export.selection.Sorter", lambda keys: Sorter(keys, 10_000))
    assert (written(store, "all", "nquads"), written(store, "all", "turtle")) == whole


MEASURE = """
import io, re, sys
from pyoxigraph import Literal, NamedNode, Quad
from summitry.graph.export import documents, selection, sorting
from summitry.graph.vocabulary import Iris
iris = Iris()

class Endless:
    "A store that makes its triples up as they are asked for, in no order."
    def __init__(self, count): self.count, self.iris = count, iris
    def quads(self, *_): return iter(())
    def pour(self, graph, output):
        for number in range(self.count):
            output.write(f'<http://e/{number * 7919 % self.count}> <http://e/p> "{number:0200}" .\\n'.encode())

class Nothing:
    def write(self, data): return len(data)
    def flush(self): pass

selection.Sorter = lambda keys: sorting.Sorter(keys, 1 << 20)
for layer, form in (("facts", "turtle"), ("facts", "nquads"), ("facts", "jsonld")):
    documents.export(Endless(int(sys.argv[1])), Nothing(), layer, form)
# not resource.getrusage, which gives the peak of whoever forked this process where that was larger
print(re.search(r"VmHWM:\\s*(\\d+)", open("/proc/self/status").read())[1])
"""


def test_memory_does_not_grow_with_the_graph() -> None:
    small, large = (
        int(
            subprocess.run(
                [sys.executable, "-c", MEASURE, count], check=True, capture_output=True, text=True
            ).stdout
        )
        for count in ("6000", "60000")
    )
    assert large < small + 10_000, f"{small} kB for 6,000 triples, {large} kB for 60,000 (13 MB of text)"


def written(
    store: EmbeddedStore, layer: str = "all", format: str = "turtle", since: Path | None = None
) -> bytes:
    output = io.BytesIO()
    export(store, output, layer, format, since=since)
    return output.getvalue()


def world(count: int = 20) -> EmbeddedStore:
    store = EmbeddedStore()
    store.change(
        [
            *(
                Quad(IRIS.entity(f"visit/v{n}"), SY.unit, Literal(f"unit {n % 7}"), FACTS)
                for n in range(count)
            ),
            *(Quad(IRIS.entity(f"visit/v{n}"), RDF.type, SY.Visit, FACTS) for n in range(count)),
            Quad(IRIS.entity("visit/v1"), RDFS.label, Literal("a label", language="en"), FACTS),
            Quad(IRIS.entity("visit/v1"), RDF.type, SY.Event, INFERRED),
            Quad(ARTICLE, RDF.type, SCHEMA.NewsArticle, ABOUT),
            Quad(IRIS.claim(ARTICLE.value, "a1"), RDF.type, SY.Claim, ARTICLE),
            Quad(NamedNode("http://e/s"), SY.unit, Literal("mine"), DefaultGraph()),
        ]
    )
    return store


CAME = [
    Quad(IRIS.entity("visit/v3"), SY.detail, Literal('new "words"\n'), FACTS),
    Quad(IRIS.entity("visit/new"), RDF.type, SY.Visit, FACTS),
    Quad(IRIS.claim(ARTICLE.value, "b2"), RDF.type, SY.Claim, ARTICLE),
]
WENT = [
    Quad(IRIS.entity("visit/v2"), SY.unit, Literal("unit 2"), FACTS),
    Quad(NamedNode("http://e/s"), SY.unit, Literal("mine"), DefaultGraph()),
]


@pytest.mark.parametrize("format", SUFFIXES)
def test_only_what_came_is_written_in_formats_of_rdf(format: str, tmp_path: Path) -> None:
    store, former = world(), tmp_path / f"former.{SUFFIXES[format]}"
    former.write_bytes(written(store, "all", format))
    nothing = {quad for quad in parse(written(store, "all", "nquads", former), RdfFormat.N_QUADS)}
    assert not nothing
    store.change(CAME, WENT)
    found = {quad.triple for quad in parse(written(store, "all", "ntriples", former), RdfFormat.N_TRIPLES)}
    assert found == {quad.triple for quad in CAME}
    if format in ("trig", "nquads", "jsonld"):
        assert set(parse(written(store, "all", "trig", former), RdfFormat.TRIG)) == set(CAME)


def test_a_patch_tells_what_came_and_what_went(tmp_path: Path) -> None:
    store, former = world(), tmp_path / "former.nq"
    former.write_bytes(written(store, "all", "nquads"))
    store.change(CAME, WENT)
    lines = written(store, "all", "patch", former).decode().splitlines()
    assert (lines[0], lines[-1]) == ("TX .", "TC .")
    assert len(lines) == len(CAME) + len(WENT) + 2
    gone = "\n".join(line[2:] for line in lines if line.startswith("D "))
    assert set(parse(gone, RdfFormat.N_QUADS)) == set(WENT)


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False))
def test_an_update_makes_a_former_graph_the_present_one(chance: random.Random) -> None:
    pool = [
        Quad(IRIS.entity(f"visit/v{n}"), SY.unit, Literal(f"unit {m}"), graph)
        for n in range(6)
        for m in range(2)
        for graph in (FACTS, DefaultGraph(), ARTICLE)
    ]
    old, new = (chance.sample(pool, chance.randrange(len(pool))) for _ in range(2))
    record = Quad(ARTICLE, RDF.type, SCHEMA.NewsArticle, ABOUT)  # without it nobody would look for the claims
    before, after = EmbeddedStore(), EmbeddedStore()
    before.change([*old, record])
    after.change([*new, record])
    with tempfile.TemporaryDirectory() as folder:
        former = Path(folder) / "former.trig"
        former.write_bytes(written(before, "all", "trig"))
        update = written(after, "all", "update", former).decode()
    if update:
        before.update(update)
    assert set(before.quads()) == set(after.quads())


def test_a_layer_is_compared_with_that_layer_of_a_whole_export(tmp_path: Path) -> None:
    store, former = world(), tmp_path / "former.nq"
    former.write_bytes(written(store, "all", "nquads"))
    assert written(store, "inferred", "patch", former) == b"TX .\nTC .\n"


def test_what_cannot_be_compared_is_refused(tmp_path: Path) -> None:
    store = world()
    for name, words in (
        ("former.doc", "should end in .nq"),
        ("former.nq", "cannot be read as a former export"),
    ):
        (tmp_path / name).write_text("no export")
        with pytest.raises(UnreadableInput, match=words):
            written(store, since=tmp_path / name)
    store.change([Quad(BlankNode(), SY.unit, Literal("x"), DefaultGraph())])
    former = tmp_path / "blank.nq"
    former.write_bytes(written(store, "curated", "nquads"))
    with pytest.raises(UsageError, match="a patch can"):
        written(world(), "curated", "update", former)
    with pytest.raises(UnknownName, match="rdfxml, patch, update"):
        written(store, format="word")


def test_the_description_counts_what_the_file_holds(tmp_path: Path) -> None:
    store, data = world(), io.BytesIO()
    hashed = Hashed(data)
    text = describe("my graph.ttl", "turtle", "all", export(store, hashed.stream), hashed, IRIS.base)
    found = Store()
    found.load(text.encode(), RdfFormat.TURTLE, base_iri="http://host/my.void.ttl")
    prefixes = "PREFIX void: <http://rdfs.org/ns/void#> PREFIX dcat: <http://www.w3.org/ns/dcat#> "
    ask = (
        prefixes
        + "SELECT ?triples ?file ?size { ?d a dcat:Dataset ; void:triples ?triples ; void:dataDump ?file ; "
    )
    row = next(iter(found.query(ask + "dcat:distribution/dcat:byteSize ?size }")))  # type: ignore[arg-type]
    assert row["file"] == NamedNode("http://host/my%20graph.ttl")
    assert int(row["size"].value) == len(data.getvalue())
    assert hashlib.sha256(data.getvalue()).hexdigest() in text
    lines = written(store, "all", "ntriples").count(b"\n")
    assert int(row["triples"].value) == lines
    visits = prefixes + f"SELECT ?n {{ ?part void:class {SY.Visit} ; void:entities ?n }}"
    assert next(iter(found.query(visits)))["n"].value == "20"  # type: ignore[arg-type]


def test_the_command_lays_a_description_beside_and_takes_a_former_export(
    sample_store: Path, tmp_path: Path
) -> None:
    target = tmp_path / "graph.nq"
    export = ("export", "--layer", "inferred", "--format")
    assert run(*export, "nquads", "-o", str(target), store=sample_store).exit_code == 0
    described = tmp_path / "graph.void.ttl"
    assert hashlib.sha256(target.read_bytes()).hexdigest() in described.read_text("utf-8")
    target.write_bytes(target.read_bytes().split(b"\n", 1)[1])
    found = run(*export, "nquads", "--since", str(target), "-o", str(target), store=sample_store)
    assert found.exit_code == 0, found.stderr
    assert target.read_bytes().count(b"\n") == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["graph.nq", "graph.void.ttl"]
    assert run("export", "--since", str(tmp_path / "none.nq"), store=sample_store).exit_code == 2
