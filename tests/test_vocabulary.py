"""The closed vocabulary and the Turtle files hold each other: no unknown term, none that nobody declared."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from summitry.graph import vocabulary
from summitry.graph.errors import BadParameter, ConfigurationError, UnknownName
from summitry.graph.ontology import DOCUMENTS, document, triples
from summitry.graph.vocabulary import (
    CONCEPTS,
    DEFAULT_BASE,
    LAYERS,
    OWL,
    PREFIXES,
    RDF,
    SCHEMES,
    SITE,
    SKOS,
    SY,
    Iris,
    Terms,
    concept,
    concept_text,
)

BUILT_IN = {vocabulary.RDF, vocabulary.RDFS, vocabulary.OWL, vocabulary.XSD}
FOREIGN = [
    cls for cls in vars(vocabulary).values()
    if isinstance(cls, type) and issubclass(cls, Terms) and cls not in {Terms, SY, *BUILT_IN}
]  # fmt: skip
KINDS = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}


def declared(name: str) -> set[str]:
    """The terms that a document declares as a class or property."""
    return {t.subject.value for t in triples([name]) if t.predicate == RDF.type and t.object in KINDS}


def test_our_terms_are_those_of_the_ontology() -> None:
    ours = {SY.IRI + name for name in SY.NAMES}
    assert len(ours) >= 130
    assert declared("summitry") == ours


def test_foreign_terms_are_those_that_are_declared_by_hand() -> None:
    assert len(FOREIGN) >= 9
    used = {cls.IRI + name for cls in FOREIGN for name in cls.NAMES}
    assert declared("reused") == used


def test_concepts_are_those_of_the_schemes() -> None:
    inside: dict[str, set[str]] = {}
    notations = {t.subject: t.object.value for t in triples(["schemes"]) if t.predicate == SKOS.notation}
    for t in triples(["schemes"]):
        if t.predicate == SKOS.inScheme:
            inside.setdefault(t.object.value.removeprefix(f"{SITE}id/"), set()).add(notations[t.subject])
    codes = {"cameo", "plover"}  # foreign lists, which no data of ours point at
    assert {name: set(texts) for name, texts in SCHEMES.items()} == {
        name: texts for name, texts in inside.items() if name not in codes
    }
    assert set(CONCEPTS.values()) == {node for node in notations if node.value.split("/")[-2] not in codes}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents_use_our_prefixes(name: str) -> None:
    lines = document(name).decode().splitlines()
    found = [re.fullmatch(r"@prefix (\w+): <(.+)> \.", line) for line in lines if line.startswith("@prefix")]
    pairs = {match[1]: match[2] for match in found if match}
    assert len(pairs) == len(found) >= 8
    assert list(pairs) == sorted(pairs)
    assert all(PREFIXES.get(prefix, iri) == iri for prefix, iri in pairs.items())
    body = "\n".join(line for line in lines if not line.startswith("@prefix"))
    assert [prefix for prefix in pairs if not re.search(rf"\b{prefix}:", body)] == []


def test_an_unknown_term_is_refused() -> None:
    assert SY.term("visitor") == SY.visitor
    assert SY.name(SY.visitor) == "visitor"
    with pytest.raises(AttributeError):
        _ = SY.visitr  # type: ignore[attr-defined]
    with pytest.raises(ConfigurationError, match="SY has no term 'visitr'"):
        SY.term("visitr")
    with pytest.raises(ConfigurationError, match="SY has no term"):
        SY.name(RDF.type)


def test_concepts_go_both_ways() -> None:
    for (scheme, text), node in CONCEPTS.items():
        assert concept(scheme, text) == node
        assert concept_text(node) == text
    assert concept("treaty-status", "not_ratified").value == f"{SITE}id/treaty-status/not-ratified"


@pytest.mark.parametrize(("scheme", "text"), [("status", "happened"), ("mood", "good")])
def test_an_unknown_concept_is_refused(scheme: str, text: str) -> None:
    with pytest.raises(ConfigurationError, match="has no concept"):
        concept(scheme, text)
    with pytest.raises(ConfigurationError, match="is not a concept"):
        concept_text(NamedNode(f"{SITE}id/{scheme}/{text}"))


# ── IRIs ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "base", ["https://w3id.org/summitry", "summitry/", "", "http://x y/", "https://a.b/?c=d/"]
)
def test_a_base_that_cannot_be_is_refused(base: str) -> None:
    with pytest.raises(BadParameter, match="base"):
        Iris(base)


def test_everything_lives_below_the_base() -> None:
    iris = Iris("https://example.org/graph/")
    start = "https://example.org/graph/"
    assert iris.entity("state/tajikistan").value == f"{start}id/state/tajikistan"
    assert iris.graph("facts").value == f"{start}graph/facts"
    assert iris.fact("visit", "x-2022").value == f"{start}id/visit/x-2022"
    assert iris.value("visit/x-2022", "startDate", 0).value == f"{start}id/visit/x-2022/value/startDate/0"
    article = iris.article("0123456789abcdef")
    claim = iris.claim(article.value, "k1")
    assert claim.value == f"{start}id/article/0123456789abcdef/claim/k1"
    assert iris.part(claim, "content").value == f"{claim.value}/content"
    assert iris.reading(article.value).value == f"{article.value}/reading"


def test_listed_roles_do_not_follow_the_base_and_others_do() -> None:
    iris = Iris("https://example.org/")
    assert iris.role("foreign minister").value == f"{SITE}id/role/foreign-minister"
    assert iris.role("justice minister").value == "https://example.org/id/role/justice-minister"


def test_layers_are_closed() -> None:
    assert [Iris().graph(layer).value for layer in LAYERS] == [
        f"{DEFAULT_BASE}graph/{layer}" for layer in LAYERS
    ]
    with pytest.raises(UnknownName, match="no layer 'claims'"):
        Iris().graph("claims")


@given(st.from_regex(r"[a-z]+/[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True))
def test_keys_go_both_ways(key: str) -> None:
    iris = Iris("https://example.org/graph/")
    assert iris.key(iris.entity(key)) == key


def test_the_key_of_a_foreign_iri_is_refused() -> None:
    with pytest.raises(UnknownName, match="is not below"):
        Iris().key(NamedNode("https://example.org/id/state/tajikistan"))
