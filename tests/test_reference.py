"""The reference data: complete, consistent, within the vocabulary, and the same in Turtle as in the index."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from summitry.graph.ontology import triples
from summitry.graph.reference.files import FILES
from summitry.graph.reference.index import build, dump
from summitry.graph.reference.nodes import Node, Object, Property, Ref, Term, Value
from summitry.graph.reference.sources import Sources
from summitry.graph.reference.turtle import BASE, PREFIXES
from summitry.graph.vocabulary import CONCEPTS, FOAF, ORG, PROV, SKOS, SY

FOLDER = Path(str(files("summitry.ontology").joinpath("reference"))).resolve()
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
LAYERS = tuple(FILES)


@cache
def curie(iri: str) -> str:
    """An IRI as a prefixed name, the longest namespace first."""
    for prefix, namespace in sorted(PREFIXES.items(), key=lambda item: -len(item[1])):
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return f"<{iri}>"


def as_object(term: object) -> Object:
    """A parsed term as the builders make it."""
    if isinstance(term, Literal):
        tag = term.language or curie(term.datatype.value)
        return Value(term.value, "" if tag == "xsd:string" else tag)
    assert isinstance(term, NamedNode)
    name = curie(term.value)
    return Ref(term.value.removeprefix(BASE)) if name.startswith(f"<{BASE}") else Term(name)


@cache
def read(layer: str) -> tuple[Node, ...]:
    """One file read back by a Turtle parser that is not ours."""
    found: dict[str, list[Property]] = defaultdict(list)
    for quad in parse((FOLDER / f"{layer}.ttl").read_bytes(), format=RdfFormat.TURTLE):
        assert isinstance(quad.subject, NamedNode)
        found[quad.subject.value].append((quad.predicate.value, as_object(quad.object)))
    result = []
    for subject, properties in found.items():
        classes = tuple(o.name for p, o in properties if p == TYPE and isinstance(o, Term))
        label = next((o.text for p, o in properties if p == LABEL and isinstance(o, Value)), "")
        rest = tuple((curie(p), o) for p, o in properties if p not in (TYPE, LABEL))
        result.append(Node(subject.removeprefix(BASE), classes, label, rest))
    return tuple(result)


@cache
def everything() -> tuple[Node, ...]:
    """The nodes of all files."""
    return tuple(node for layer in LAYERS for node in read(layer))


@cache
def of_class(name: str) -> dict[str, Node]:
    """The nodes of one class by key."""
    return {node.key: node for node in everything() if f"sy:{name}" in node.classes}


def test_the_world_is_there() -> None:
    states = of_class("State")
    assert sum("sy:isoCode" in dict(state.properties) for state in states.values()) >= 190
    assert len(states) >= 210
    organisations = [n for n in read("organisations") if n.path.startswith("id/organisation/")]
    assert len(organisations) >= 140
    assert len(of_class("Body")) >= 140
    assert len(of_class("Person")) >= 2200
    assert len(of_class("Tenure")) >= 2500
    assert len(of_class("City")) >= 20000
    assert len(of_class("Treaty")) >= 70


WELL_KNOWN = """
    state/kosovo state/taiwan state/palestine state/abkhazia state/south-ossetia state/nagorno-karabakh
    state/transnistria state/northern-cyprus state/somaliland state/western-sahara state/soviet-union
    state/yugoslavia state/czechoslovakia organisation/csto organisation/cis organisation/eaeu
    organisation/sco organisation/eu organisation/nato organisation/un organisation/g7 organisation/g8
    organisation/g20 organisation/brics organisation/asean organisation/african-union organisation/gcc
    organisation/arab-league organisation/osce organisation/icc organisation/ots organisation/organisation-of-islamic-cooperation
    organisation/opec organisation/apec organisation/quad organisation/aukus organisation/ecowas
    organisation/sadc organisation/mercosur organisation/celac organisation/alba organisation/unasur
    organisation/oas organisation/commonwealth organisation/francophonie
    organisation/caspian-five organisation/c5-plus1 organisation/council-of-europe organisation/guam
    organisation/caricom organisation/east-african-community organisation/igad organisation/saarc organisation/bimstec
    organisation/pacific-islands-forum organisation/nordic-council organisation/visegrad-group
    organisation/imf organisation/world-bank organisation/world-trade-organization organisation/iaea organisation/opcw
    organisation/non-aligned-movement organisation/g77 body/un-security-council body/european-council
    body/european-commission body/state-duma body/bundestag city/kant-kyrgyzstan city/davos-switzerland
    city/camp-david-united-states city/bocharov-ruchei-russia region/crimea region/donbas
    treaty/rome-statute treaty/new-start treaty/jcpoa treaty/budapest-memorandum
"""


def test_what_news_speaks_of_is_known() -> None:
    assert set(WELL_KNOWN.split()) <= {node.key for node in everything()}


def test_every_node_has_a_label_and_a_source() -> None:
    for node in everything():
        if node.path.startswith("id/") and not node.path.startswith("id/source/"):
            assert node.label, node.path
            assert node.refs("prov:wasDerivedFrom"), node.path


@pytest.mark.parametrize("layer", LAYERS)
def test_every_file_has_a_header(layer: str) -> None:
    header = next(node for node in read(layer) if node.path == f"graph/reference/{layer}")
    for term in ("title", "description", "source", "license", "created", "modified"):
        assert header.all(f"dcterms:{term}"), term
    sources = {node.key: node for node in read(layer) if node.path.startswith("id/source/")}
    assert set(header.refs("dcterms:source")) == set(sources)
    assert all(node.all("dcterms:license") for node in sources.values())


def test_the_files_use_declared_terms_only() -> None:
    declared = {curie(str(t.subject.value)) for t in triples() if isinstance(t.subject, NamedNode)}
    used = {predicate for node in everything() for predicate, _ in node.properties}
    used |= {name for node in everything() for name in node.classes}
    assert {"sy:demonym", "sy:inAlliance", "skos:hiddenLabel"} <= used
    assert used <= declared
    for vocabulary in (SY, SKOS, FOAF, ORG, PROV):
        for name in used:
            if name.startswith(f"{vocabulary.__name__.lower()}:"):
                vocabulary.term(name.partition(":")[2])


def test_roles_and_statuses_are_concepts() -> None:
    known = {curie(concept.value) for concept in CONCEPTS.values()}
    schemes = ("role", "membership-status", "treaty-status")
    objects = [o for node in everything() for _, o in node.properties if isinstance(o, Term)]
    used = {term.name for term in objects if term.name.partition(":")[0] in schemes}
    assert len(used) >= 40
    assert used <= known


def test_nothing_points_nowhere() -> None:
    keys = {node.path for node in everything()}
    for node in everything():
        for predicate, value in node.properties:
            if isinstance(value, Ref):
                assert value.path in keys, (node.path, predicate, value.path)


def test_every_state_has_a_capital_and_every_city_a_state() -> None:
    cities = of_class("City")
    for state in of_class("State").values():
        assert state.ref("sy:capital") in cities, state.path
    for city in cities.values():
        assert city.ref("sy:inState") in of_class("State"), city.path


def test_borders_are_told_once_and_hold_both_ways() -> None:
    lengths = {}
    for border in of_class("Border").values():
        a, b = border.refs("sy:borderOf")
        assert a != b
        assert border.key == "border/" + "-".join(sorted(key.removeprefix("state/") for key in (a, b)))
        lengths[frozenset((a, b))] = float(border.text("sy:lengthKm") or 0)
    assert len(lengths) == len(of_class("Border")) >= 320
    assert all(km > 0 for km in lengths.values())
    told = {(s.key, other) for s in of_class("State").values() for other in s.refs("sy:borders")}
    assert told == {(a, b) for pair in lengths for a in pair for b in pair if a != b}
    assert lengths[frozenset(("state/tajikistan", "state/afghanistan"))] == 1357


def members(organisation: str, status: str) -> set[str]:
    """The states of one standing in an organisation."""
    return {
        (node.ref("sy:member") or "").removeprefix("state/")
        for node in of_class("Membership").values()
        if node.ref("sy:organisation") == organisation and node.concept("sy:membershipStatus") == status
    }


def test_csto_has_exactly_its_members() -> None:
    csto = "organisation/csto"
    assert members(csto, "member") == {
        "armenia", "belarus", "kazakhstan", "kyrgyzstan", "russia", "tajikistan",
    }  # fmt: skip
    assert members(csto, "former") == {"azerbaijan", "georgia", "uzbekistan"}
    for node in of_class("Membership").values():
        if node.ref("sy:organisation") == csto:
            assert node.text("sy:startDate")
            assert bool(node.text("sy:endDate")) == (node.concept("sy:membershipStatus") == "former")


@pytest.mark.parametrize(
    ("organisation", "count"),
    [
        ("eu", 27), ("nato", 32), ("g7", 7), ("brics", 10), ("un", 193), ("icc", 124), ("sco", 10),
        ("eaeu", 5), ("african-union", 55), ("arab-league", 22), ("osce", 57), ("opec", 12), ("gcc", 6),
        ("asean", 11), ("organisation-of-islamic-cooperation", 57), ("commonwealth", 56), ("oecd", 38), ("cis", 9),
        ("council-of-europe", 46),
    ],
)  # fmt: skip
def test_memberships_are_complete(organisation: str, count: int) -> None:
    assert len(members(f"organisation/{organisation}", "member")) == count


def test_only_alliances_make_allies() -> None:
    alliances = of_class("Alliance")
    allied = {key for state in of_class("State").values() for key in state.refs("sy:inAlliance")}
    assert allied == {key for key in alliances if members(key, "member")}
    assert "organisation/csto" in allied and "organisation/sco" not in alliances


def test_terms_of_office_end_after_they_begin() -> None:
    for node in of_class("Tenure").values():
        start, end = node.text("sy:startDate"), node.text("sy:endDate")
        assert start, node.path
        assert end is None or end >= start[: len(end)], node.path
        assert node.text("sy:former") == "true" or end is None, node.path


def test_no_two_people_share_a_name_on_record() -> None:
    names = Counter(name for person in of_class("Person").values() for name in {person.label})
    assert [name for name, count in names.items() if count > 1] == []


def test_the_index_says_what_the_turtle_says() -> None:
    tables = Sources(FOLDER / "sources")
    words = (row["name"] for row in tables.editors("words"))
    written = json.loads((FOLDER / "index.json").read_text(encoding="utf-8"))
    rebuilt = json.loads(dump(build(everything(), words, tables.editors("bases"))))
    assert {name: len(rows) for name, rows in rebuilt.items()} == {
        n: len(rows) for n, rows in written.items()
    }
    assert canonical(rebuilt) == canonical(written)


def canonical(index: dict[str, object]) -> str:
    """The index with lists of spellings sorted: a set of triples has no order."""
    return json.dumps(sort_lists(index), sort_keys=True, ensure_ascii=False)


def sort_lists(value: object) -> object:
    """Lists of strings sorted, at any depth."""
    if isinstance(value, dict):
        return {key: sort_lists(item) for key, item in value.items()}
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        return sorted(value)
    return [sort_lists(item) for item in value] if isinstance(value, list) else value


def test_the_files_stay_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.glob("*.ttl")) <= 15_000_000


def test_iso_codes_are_keys() -> None:
    codes = Counter(state.text("sy:isoCode") for state in of_class("State").values())
    assert max(count for code, count in codes.items() if code) == 1


def test_no_state_both_is_and_was_a_member() -> None:
    for state in of_class("State").values():
        now = {*state.refs("sy:memberOf"), *state.refs("sy:inAlliance")}
        assert not now.intersection(state.refs("sy:formerMemberOf")), state.path
