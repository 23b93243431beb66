"""A store is checked: what is wrong names the articles behind it."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Quad, RdfFormat, parse

from summitry.graph.claims import Claim, Entity, EntityKind, Evidence, Finding, Status, Visit
from summitry.graph.facts import AttributedValue, Fact, Resource
from summitry.graph.store import EmbeddedStore
from summitry.graph.triples import claim_quads, fact_quads
from summitry.graph.validation import Violation, check, validate
from summitry.graph.vocabulary import OA, SY, Iris

PREFIXES = """
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sy: <https://w3id.org/summitry/ontology#> .
@prefix x: <https://example.org/> .
"""
IRIS = Iris()
ARTICLES = tuple(IRIS.article(f"{number:016x}").value for number in range(3))
PUTIN = Resource("person/vladimir-putin", "Person", "Vladimir Putin")
TAJIKISTAN = Resource("state/tajikistan", "State", "Tajikistan")
CSTO = Resource("organisation/csto", "Alliance", "CSTO")
DUSHANBE = Resource("city/dushanbe-tajikistan", "City", "Dushanbe")


def visit(key: str, article: int, *slots: tuple[str, str], **more: tuple[AttributedValue, ...]) -> Fact:
    """A visit that one article reports."""
    return Fact(
        f"visit/{key}",
        "visit",
        key,
        (("visitor", PUTIN), ("host", TAJIKISTAN), ("place", DUSHANBE), *slots),
        claims=(f"{ARTICLES[article]}/claim/k1",),
        articles=(ARTICLES[article],),
        values=more.get("values", ()),
    )


def store_of(
    facts: Iterable[Fact], reference: str = "", inferred: str = "", curated: str = ""
) -> EmbeddedStore:
    """A store in memory with these facts; other layers in Turtle."""
    store = EmbeddedStore()
    described = Fact(
        "statement/all", "statement", "all", (("quotation", "x"),), entities=(PUTIN, TAJIKISTAN, CSTO)
    )
    quads = [quad for fact in (*facts, described) for quad in fact_quads(fact, IRIS)]
    place = f'<{IRIS.entity(DUSHANBE.key).value}> a sy:City ; rdfs:label "Dushanbe"@en .'
    for layer, turtle in (("reference", place + reference), ("inferred", inferred), ("", curated)):
        for quad in parse(PREFIXES + turtle, format=RdfFormat.TURTLE, base_iri=f"{IRIS.base}id/"):
            graph = (IRIS.graph(layer),) if layer else ()
            quads.append(Quad(quad.subject, quad.predicate, quad.object, *graph))
    store.change(quads)
    return store


GOOD = visit("good", 0, ("startDate", "2022-06-28"), ("eventStatus", "occurred"))
ENDS = visit("ends", 1, ("startDate", "2022-06-28"), ("endDate", "2022-06-27"), ("eventStatus", "occurred"))
BARE = visit("bare", 2)


def test_a_good_store_passes() -> None:
    assert check(store_of([GOOD])) == ()


def test_a_violation_names_the_article_it_comes_from() -> None:
    found = {(v.focus.rpartition("/")[2], v.articles) for v in check(store_of([GOOD, ENDS, BARE]))}
    assert found == {("ends", (ARTICLES[1],)), ("bare", (ARTICLES[2],))}


def test_only_what_is_asked_for_is_checked() -> None:
    store = store_of([GOOD, ENDS, BARE])
    assert [v.focus for v in check(store, [IRIS.entity(BARE.key), IRIS.entity(GOOD.key)])] == [
        IRIS.entity(BARE.key).value
    ]


def test_attributed_values_are_checked_with_their_fact() -> None:
    values = (AttributedValue("startDate", "2022", True, claims=(), articles=(ARTICLES[0],)),)
    good = visit("good", 0, ("eventStatus", "occurred"), values=values)
    store = store_of([good], curated="<visit/good/value/startDate/0> sy:value 'x' .")
    answer = IRIS.value(good.key, "startDate", 0)
    for found in (check(store), check(store, [IRIS.entity(good.key)]), check(store, [answer])):
        assert [(v.path, v.articles) for v in found] == [(SY.value.value, (ARTICLES[0],))]


def test_an_entity_at_fault_is_traced_to_the_facts_about_it() -> None:
    slots = (("member", TAJIKISTAN), ("organisation", CSTO), ("membershipStatus", "member"))
    shortcuts = (("state/tajikistan", "memberOf", CSTO.key), ("state/tajikistan", "formerMemberOf", CSTO.key))
    fact = Fact("membership/t", "membership", "t", slots, articles=(ARTICLES[1],), shortcuts=shortcuts)
    found = check(store_of([GOOD, fact]))
    assert [(v.focus, v.articles) for v in found] == [(IRIS.entity("state/tajikistan").value, (ARTICLES[1],))]


def test_what_was_inferred_counts() -> None:
    elsewhere = "<visit/good> sy:host <state/russia> ."
    found = check(
        store_of([GOOD], reference='<state/russia> a sy:State ; rdfs:label "R"@en .', inferred=elsewhere)
    )
    assert [v.path for v in found] == [SY.host.value]


def test_reference_data_are_not_checked_again() -> None:
    assert check(store_of([GOOD], reference="<border/x> a sy:Border .")) == ()


def test_curated_data_are_checked() -> None:
    found = check(store_of([GOOD], curated='<border/x> a sy:Border ; rdfs:label "x"@en .'))
    assert [(v.path, v.articles) for v in found] == [(SY.borderOf.value, ())]


def test_a_misspelt_term_is_reported() -> None:
    found = check(store_of([GOOD], curated="x:a sy:vistor x:b . x:b a sy:Vist ."))
    assert [v.message for v in found] == [
        "The ontology has no term sy:vistor.",
        "The ontology has no term sy:Vist.",
    ]


def test_blank_nodes_are_checked_too() -> None:
    found = check(store_of([GOOD], curated='[] a sy:Border ; rdfs:label "x"@en .'))
    assert [(v.focus[:2], v.articles) for v in found] == [("_:", ())]


def test_inconsistencies_are_reported_with_the_rest() -> None:
    clash = Violation(IRIS.entity(ENDS.key).value, None, "Nothing is a visit and a border.", source="cax-dw")
    found = check(store_of([GOOD, ENDS]), clashes=[clash])
    assert ("cax-dw", (ARTICLES[1],)) in [(v.source, v.articles) for v in found]
    assert len(found) == 2


def test_claims_as_they_are_written_are_right() -> None:
    person = Entity(EntityKind.PERSON, "Vladimir Putin", PUTIN.key, "Putin")
    state = Entity(EntityKind.STATE, "Tajikistan", TAJIKISTAN.key, "Tajikistan")
    finding = Finding(
        Visit(person, state, None, "--06-28", None, Status.PLANNED), (Evidence(3, 8, "words"),), 1, "r"
    )
    quads = list(claim_quads(Claim(ARTICLES[0], "k1", finding), IRIS))
    found = validate([quad.triple for quad in quads])  # the content is no fact: it has no label
    assert [v for v in found if not v.focus.endswith("/content")] == []
    broken = [quad.triple for quad in quads if quad.predicate != OA.exact]
    assert [v.message for v in validate(broken) if not v.focus.endswith("/content")] == [
        "A passage has its exact words."
    ]
