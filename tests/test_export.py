"""graph/export: the same graph, the same bytes; nothing lost; Turtle as a person would write it."""

from __future__ import annotations

import io
import random
import time

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    parse,
)  # fmt: skip

from summitry.graph import ontology
from summitry.graph.errors import UnknownName, UsageError
from summitry.graph.export import FORMATS, LAYERS, export
from summitry.graph.store import EmbeddedStore
from summitry.graph.vocabulary import PROV, RDF, RDFS, SCHEMA, SY, XSD, Iris

IRIS = Iris()
FACTS, INFERRED, ABOUT = (IRIS.graph(layer) for layer in ("facts", "inferred", "about"))
ARTICLE = IRIS.article("0123456789abcdef")
TRIP = IRIS.entity("visit/vladimir-putin-tajikistan-2022-06-28")
PARSERS = {
    "turtle": RdfFormat.TURTLE,
    "trig": RdfFormat.TRIG,
    "nquads": RdfFormat.N_QUADS,
    "ntriples": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
}


def written(store: EmbeddedStore, layer: str = "all", format: str = "turtle") -> bytes:
    output = io.BytesIO()
    export(store, output, layer, format)
    return output.getvalue()


def canonical(quads: object, *, graphs: bool) -> set[Quad]:
    placed = [q if graphs else Quad(q.subject, q.predicate, q.object) for q in quads]  # type: ignore[attr-defined]
    dataset = Dataset(placed)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return set(dataset)


@pytest.fixture
def store() -> EmbeddedStore:
    store = EmbeddedStore()
    value = IRIS.value("visit/vladimir-putin-tajikistan-2022-06-28", "startDate", 0)
    store.change(
        [
            Quad(TRIP, SY.visitor, IRIS.entity("person/vladimir-putin"), FACTS),
            Quad(
                TRIP, RDFS.label, Literal("Vladimir Putin in Tajikistan, 28 June 2022", language="en"), FACTS
            ),
            Quad(TRIP, RDF.type, SY.Visit, FACTS),
            Quad(TRIP, SY.hasValue, value, FACTS),
            Quad(TRIP, SY.discussed, Literal("gas"), FACTS),
            Quad(TRIP, SY.discussed, Literal('a "quote" \\ and\na line'), FACTS),
            Quad(TRIP, SY.startDate, Literal("2022-06-28", datatype=XSD.date), FACTS),
            Quad(TRIP, SY.personnel, Literal("7000", datatype=XSD.integer), FACTS),
            Quad(TRIP, SY.lengthKm, Literal("1357", datatype=XSD.decimal), FACTS),
            Quad(TRIP, SY.certainty, Literal("0.9", datatype=XSD.decimal), FACTS),
            Quad(value, SY.accepted, Literal("true", datatype=XSD.boolean), FACTS),
            Quad(TRIP, RDF.type, SY.Event, INFERRED),
            Quad(ARTICLE, RDF.type, SCHEMA.NewsArticle, ABOUT),
            Quad(IRIS.claim(ARTICLE.value, "a1"), RDF.type, SY.Claim, ARTICLE),
            Quad(NamedNode("http://e/s"), PROV.used, BlankNode("mine"), DefaultGraph()),
        ]
    )
    return store


def test_turtle_reads_as_a_person_would_write_it(store: EmbeddedStore) -> None:
    text = written(store, "facts").decode()
    assert text.startswith("@base <https://w3id.org/summitry/> .\n@prefix dcterms:")
    body = text.partition("# facts\n")[2]
    assert body == (
        "\n<id/visit/vladimir-putin-tajikistan-2022-06-28> a sy:Visit ;\n"
        '    rdfs:label "Vladimir Putin in Tajikistan, 28 June 2022"@en ;\n'
        "    sy:certainty 0.9 ;\n"
        '    sy:discussed "a \\"quote\\" \\\\ and\\na line", "gas" ;\n'
        "    sy:hasValue <id/visit/vladimir-putin-tajikistan-2022-06-28/value/startDate/0> ;\n"
        '    sy:lengthKm "1357"^^xsd:decimal ;\n'
        "    sy:personnel 7000 ;\n"
        '    sy:startDate "2022-06-28"^^xsd:date ;\n'
        "    sy:visitor <id/person/vladimir-putin> .\n"
        "\n<id/visit/vladimir-putin-tajikistan-2022-06-28/value/startDate/0> sy:accepted true .\n"
    )


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("layer", LAYERS)
def test_every_layer_comes_back_from_every_format(store: EmbeddedStore, layer: str, format: str) -> None:
    data = written(store, layer, format)
    assert data == written(store, layer, format)
    expected = {
        "facts": list(store.quads(graph=FACTS.value)),
        "inferred": list(store.quads(graph=INFERRED.value)),
        "about": list(store.quads(graph=ABOUT.value)),
        "claims": list(store.quads(graph=ARTICLE.value)),
        "curated": list(store.quads(graph="")),
        "ontology": [Quad(*triple, IRIS.graph("ontology")) for triple in ontology.triples()],
        "reference": [],
    }
    expected["all"] = [quad for quads in expected.values() for quad in quads]
    graphs = format in ("trig", "nquads", "jsonld")
    found = parse(data, PARSERS[format], base_iri="http://other/")
    assert canonical(found, graphs=graphs) == canonical(expected[layer], graphs=graphs)


def test_rdflib_reads_what_is_exported(store: EmbeddedStore) -> None:
    graph = rdflib.Graph().parse(data=written(store), format="turtle")
    terms = rdflib.Graph()
    for name in ontology.ONTOLOGY:
        terms.parse(data=ontology.document(name), format="turtle")
    assert len(graph) == len(terms) + store.count()


def test_unknown_layers_and_formats_are_refused(store: EmbeddedStore) -> None:
    with pytest.raises(UnknownName, match=r"'everything'.*facts, inferred"):
        written(store, "everything")
    with pytest.raises(UnknownName, match=r"'n3'.*turtle, trig"):
        written(store, format="n3")


@pytest.mark.parametrize(
    ("predicate", "text"), [(NamedNode("http://e/1"), "x"), (SY.discussed, "a bell: \x07")]
)
def test_what_xml_cannot_carry_is_refused_for_xml_alone(predicate: NamedNode, text: str) -> None:
    store = EmbeddedStore()
    store.change([Quad(TRIP, predicate, Literal(text), FACTS)])
    assert written(store, "facts")
    with pytest.raises(UsageError, match="rdfxml cannot carry"):
        written(store, "facts", "rdfxml")


def test_blank_nodes_of_terms_and_of_users_stay_apart(store: EmbeddedStore) -> None:
    found = canonical(parse(written(store, "all", "ntriples"), RdfFormat.N_TRIPLES), graphs=False)
    mine = [quad for quad in found if quad.predicate == PROV.used]
    assert len(mine) == 1 and not [quad for quad in found if quad.subject == mine[0].object]


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs",), exclude_characters="\x00"), max_size=12
)
NAMES = st.sampled_from(
    ["id/a", "id/a/value/x/0", "id/a-b", "ontology#met", "id/ü", "x/../y", "id/a.b", "id//c"]
)
IRI = st.one_of(
    NAMES.map(lambda name: NamedNode(IRIS.base + name)),
    st.sampled_from([SY.met, RDF.type, RDFS.label, XSD.date]),
)
LITERALS = st.one_of(
    WORDS.map(Literal),
    WORDS.map(lambda word: Literal(word, language="en-GB")),
    st.integers().map(lambda number: Literal(str(number), datatype=XSD.integer)),
    st.decimals(-9, 9, places=2).map(lambda number: Literal(str(number), datatype=XSD.decimal)),
    st.booleans().map(lambda value: Literal(str(value).lower(), datatype=XSD.boolean)),
    WORDS.map(lambda word: Literal(word, datatype=XSD.integer)),
)
BLANK = st.sampled_from("abc").map(BlankNode)
QUADS = st.builds(
    Quad,
    st.one_of(IRI, BLANK),
    IRI,
    st.one_of(IRI, BLANK, LITERALS),
    st.sampled_from([DefaultGraph()]),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(QUADS, max_size=12), st.randoms(use_true_random=False))
def test_any_graph_round_trips_and_its_bytes_do_not_depend_on_its_past(
    quads: list[Quad], chance: random.Random
) -> None:
    store = EmbeddedStore()
    store.change(quads)
    again = EmbeddedStore()
    names = {letter: BlankNode() for letter in "abc"}
    chance.shuffle(quads)
    again.change(_renamed(quad, names) for quad in quads)
    for format in ("turtle", "trig", "nquads", "ntriples", "jsonld"):
        data = written(store, "curated", format)
        assert data == written(again, "curated", format)
        found = parse(data, PARSERS[format], base_iri="http://other/")
        assert canonical(found, graphs=True) == canonical(store.quads(), graphs=True)


def _renamed(quad: Quad, names: dict[str, BlankNode]) -> Quad:
    subject, value = (
        names[term.value] if isinstance(term, BlankNode) else term for term in (quad.subject, quad.object)
    )
    return Quad(subject, quad.predicate, value, quad.graph_name)


def test_turtle_is_written_several_times_as_fast_as_rdflib_does() -> None:
    """About ten times on a quiet machine (`benchmarks/export.py`); a test must also hold on a busy one."""
    store = EmbeddedStore()
    store.change(
        Quad(IRIS.entity(f"visit/v{number // 5}"), SY.term(name), Literal(f"text {number}"), FACTS)
        for number, name in enumerate(["discussed", "unit", "detail", "siteName", "system"] * 1000)
    )
    data = written(store, "facts", "ntriples")
    ours = min(_seconds(lambda: written(store, "facts")) for _ in range(5))
    graph = rdflib.Graph().parse(data=data, format="nt")
    theirs = min(_seconds(lambda: graph.serialize(format="turtle")) for _ in range(2))
    assert ours * 4 < theirs, f"{ours:.3f} s against {theirs:.3f} s"


def _seconds(action: object) -> float:
    start = time.process_time()
    action()  # type: ignore[operator]
    return time.process_time() - start
