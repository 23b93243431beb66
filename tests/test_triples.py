"""Claims and articles survive the way into RDF and back; facts are written as documented."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse, serialize

from summitry.graph import claims
from summitry.graph.article import Article, Block, BlockKind
from summitry.graph.claims import PAYLOADS, Claim, Entity, EntityKind, Evidence, Finding, Status, Visit
from summitry.graph.errors import ConfigurationError
from summitry.graph.triples import (
    article_quads,
    articles_of,
    claim_quads,
    claims_of,
)
from summitry.graph.triples.payloads import SHAPE_OF
from summitry.graph.vocabulary import SCHEMES, SY, XSD, Iris
from tests.quads import stored, undeclared

IRIS = Iris("https://example.org/graph/")
ARTICLE = IRIS.article("0123456789abcdef").value

# ── Strategies: any payload that a finder could give ─────────────────────────────────────────────────

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
MAYBE_TEXT = st.none() | TEXT
DATES_AS_TEXT = st.one_of(
    st.dates().map(date.isoformat),
    st.dates().map(lambda day: day.isoformat()[:7]),
    st.dates().map(lambda day: day.isoformat()[:4]),
    st.dates().map(lambda day: f"-{day.isoformat()[4:]}"),
    st.dates().map(lambda day: f"-{day.isoformat()[4:7]}"),
)
SLUG = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+){0,2}", fullmatch=True)
NUMBER = st.floats(0, 1e6).map(lambda number: round(number, 3))


@st.composite
def entities(draw: st.DrawFn, kind: EntityKind | None = None) -> Entity:
    """An entity whose spelling in the text may be its name."""
    kind = kind or draw(st.sampled_from(EntityKind))
    name = draw(TEXT)
    return Entity(kind, name, f"{kind}/{draw(SLUG)}", draw(st.just(name) | TEXT))


GROUP = st.lists(entities(), max_size=4).map(tuple)
STATUS = st.sampled_from(Status)
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "person": entities(EntityKind.PERSON), "role": TEXT, "of": st.none() | entities(),
    "former": st.booleans(),
    "member": entities(), "organisation": entities(), "visitor": entities(), "state": st.none() | entities(),
    "city": st.none() | entities(), "date": st.none() | DATES_AS_TEXT, "end": st.none() | DATES_AS_TEXT,
    "participants": GROUP, "place": st.none() | entities(), "name_or_org": TEXT, "attendees": GROUP,
    "absentees": GROUP, "operator": st.none() | entities(), "host": st.none() | entities(),
    "name_or_place": MAYBE_TEXT, "unit": MAYBE_TEXT, "personnel": st.none() | st.integers(0, 10**9),
    "a": entities(), "b": entities(), "length_km": st.none() | NUMBER, "party": entities(), "treaty": TEXT,
    "issuer": entities(), "actor": entities(), "target": entities(), "supplier": entities(),
    "recipient": entities(), "system": TEXT, "kind": st.sampled_from(SCHEMES["relation-kind"]),
    "detail": MAYBE_TEXT, "speaker": st.none() | entities(), "quote": TEXT, "event": TEXT, "topic": TEXT,
}  # fmt: skip
STATUSES: dict[type[Any], st.SearchStrategy[Any]] = {
    claims.Membership: st.sampled_from(SCHEMES["membership-status"]),
    claims.Treaty: st.sampled_from(SCHEMES["treaty-status"]),
}


@st.composite
def payloads(draw: st.DrawFn, cls: type[Any]) -> Any:
    """A payload of one type, its optional slots filled or not."""
    fields = {name: FIELDS[name] for name in cls.__slots__ if name != "status"}
    if "status" in cls.__slots__:
        fields["status"] = STATUSES.get(cls, STATUS)
    if cls is claims.Summit:
        fields["organisation"] = st.none() | entities()
    return cls(**{name: draw(strategy) for name, strategy in fields.items()})


def findings(payload: st.SearchStrategy[Any]) -> st.SearchStrategy[Finding]:
    """A finding with any evidence, certainty and attribution."""
    passage = st.builds(Evidence, st.integers(0, 10**7), st.integers(0, 10**7), TEXT)
    evidence = st.lists(passage, min_size=1, max_size=3).map(tuple)
    certainty = st.floats(0, 1).map(lambda number: round(number, 6))
    return st.builds(Finding, payload, evidence, certainty, TEXT, MAYBE_TEXT)


KEYS = st.from_regex(r"[0-9a-f]{12}", fullmatch=True)


def copied(quads: list[Quad]) -> list[Quad]:
    """The quads by way of N-Quads."""
    text = serialize(quads, format=RdfFormat.N_QUADS)
    assert text is not None
    return list(parse(text, format=RdfFormat.N_QUADS))


# ── Claims ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("cls", PAYLOADS, ids=lambda cls: cls.type)
def test_claims_of_each_type_come_back(cls: type[Any]) -> None:
    @settings(max_examples=40, deadline=None)
    @given(findings(payloads(cls)), KEYS)
    def come_back(finding: Finding, key: str) -> None:
        claim = Claim(ARTICLE, key, finding)
        quads = list(claim_quads(claim, IRIS))
        assert list(claims_of(stored(quads), IRIS)) == [claim]
        assert list(claims_of(copied(quads), IRIS)) == [claim]

    come_back()


@settings(max_examples=30, deadline=None)
@given(
    st.dictionaries(KEYS, findings(st.one_of([payloads(cls) for cls in PAYLOADS])), max_size=5),
    st.dictionaries(KEYS, findings(payloads(Visit)), max_size=3),
)
def test_claims_of_several_articles_come_back_in_order(
    one: dict[str, Finding], two: dict[str, Finding]
) -> None:
    other = IRIS.article("fedcba9876543210").value
    told = [
        Claim(article, key, f) for article, all in ((ARTICLE, one), (other, two)) for key, f in all.items()
    ]
    quads = [quad for claim in told for quad in claim_quads(claim, IRIS)]
    expected = sorted(told, key=lambda claim: (claim.article, claim.key))
    assert list(claims_of(stored(quads), IRIS)) == expected


RAHMON = Entity(EntityKind.PERSON, "Emomali Rahmon", "person/emomali-rahmon", "Rakhmon")
PUTIN = Entity(EntityKind.PERSON, "Vladimir Putin", "person/vladimir-putin", "Vladimir Putin")
TAJIKISTAN = Entity(EntityKind.STATE, "Tajikistan", "state/tajikistan", "Tajikistan")
DUSHANBE = Entity(EntityKind.CITY, "Dushanbe", "city/dushanbe-tajikistan", "Dushanbe")
CRIMEA = Entity(EntityKind.REGION, "Crimea", "region/crimea", "Crimea")


def claim(payload: claims.Payload) -> Claim:
    """A claim of the usual article."""
    return Claim(
        ARTICLE, "k1", Finding(payload, (Evidence(58, 90, "words"),), 0.95, "visits.arrival", "the Kremlin")
    )


def test_a_claim_looks_as_documented() -> None:
    visit = Visit(RAHMON, TAJIKISTAN, DUSHANBE, "--06-28", None, Status.PLANNED)
    quads = list(claim_quads(claim(visit), IRIS))
    assert {quad.graph_name for quad in quads} == {NamedNode(ARTICLE)}
    store = Store()
    store.extend(quads)
    asked = """
        PREFIX sy: <https://w3id.org/summitry/ontology#>
        PREFIX oa: <http://www.w3.org/ns/oa#>
        PREFIX prov: <http://www.w3.org/ns/prov#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        SELECT * WHERE { GRAPH ?article {
            ?claim a sy:Claim ; sy:claims ?content ; sy:certainty ?certainty ; sy:attribution ?who ;
                   sy:foundBy ?rule ; prov:wasGeneratedBy ?reading ; sy:evidence ?evidence .
            ?evidence oa:hasSource ?article ; oa:hasSelector/oa:start ?start ; oa:hasSelector/oa:end ?end ;
                      oa:hasSelector/oa:exact ?exact .
            ?content a sy:Visit ; sy:visitor ?visitor ; sy:host ?host ; sy:place ?place ; sy:startDate ?day ;
                     sy:eventStatus ?status ; sy:mention ?mention .
            ?mention sy:ofProperty sy:visitor ; sy:mentions ?visitor ; rdfs:label ?name ;
                     sy:spelling ?spelling .
        } }"""
    rows = list(store.query(asked))  # type: ignore[arg-type, call-overload]
    assert len(rows) == 1
    row = rows[0]
    columns = ("certainty", "who", "rule", "start", "end", "exact", "spelling")
    assert [row[name].value for name in columns] == [
        "0.95", "the Kremlin", "visits.arrival", "58", "90", "words", "Rakhmon",
    ]  # fmt: skip
    assert row["day"] == Literal("--06-28", datatype=XSD.gMonthDay)
    assert row["visitor"] == IRIS.entity("person/emomali-rahmon")
    assert row["status"].value == "https://w3id.org/summitry/id/status/planned"
    assert row["name"] == Literal("Emomali Rahmon", language="en")
    assert row["reading"] == IRIS.reading(ARTICLE)


@pytest.mark.parametrize(
    ("payload", "host", "place"),
    [
        (claims.Meeting((PUTIN, RAHMON), TAJIKISTAN, None, Status.OCCURRED), TAJIKISTAN, None),
        (claims.Meeting((PUTIN, RAHMON), DUSHANBE, None, Status.OCCURRED), None, DUSHANBE),
        (claims.Visit(PUTIN, CRIMEA, None, None, None, Status.OCCURRED), None, CRIMEA),
        (claims.Base(PUTIN, CRIMEA, None, None, None), None, CRIMEA),
    ],
)
def test_states_are_hosts_and_cities_and_regions_are_places(
    payload: claims.Payload, host: Entity | None, place: Entity | None
) -> None:
    quads = list(claim_quads(claim(payload), IRIS))
    for predicate, expected in ((SY.host, host), (SY.place, place)):
        found = [quad.object for quad in quads if quad.predicate == predicate]
        assert found == ([IRIS.entity(expected.key)] if expected else [])
    assert list(claims_of(quads, IRIS)) == [claim(payload)]


def test_a_key_that_does_not_tell_the_kind_is_refused() -> None:
    wrong = Entity(EntityKind.PERSON, "Dushanbe", "city/dushanbe", "Dushanbe")
    with pytest.raises(ConfigurationError, match="does not start with its kind, person/"):
        list(claim_quads(claim(claims.Statement(wrong, "words")), IRIS))


def test_a_status_on_no_list_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="has no concept 'partner'"):
        list(claim_quads(claim(claims.Membership(TAJIKISTAN, TAJIKISTAN, "partner")), IRIS))


def test_every_field_of_every_payload_has_a_property() -> None:
    for cls in PAYLOADS:
        assert {name for name, _ in SHAPE_OF[cls].fields} == set(cls.__slots__)


# ── Articles ─────────────────────────────────────────────────────────────────────────────────────────

READ = Article(
    iri=ARTICLE, file="a.txt", text="Headline\n\nWords.", title="Headline", url="https://example.org/a",
    published=date(2022, 6, 28), publisher="Agency", language="en",
    blocks=(Block(BlockKind.HEADLINE, 0, 8), Block(BlockKind.PARAGRAPH, 10, 16)), digest="0" * 64,
    dateline="--06-27", place="DUSHANBE",
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(
    st.builds(
        Article,
        iri=KEYS.map(lambda key: IRIS.article(key).value), file=TEXT, text=TEXT, title=MAYBE_TEXT,
        url=MAYBE_TEXT, published=st.none() | st.dates(), publisher=MAYBE_TEXT, language=MAYBE_TEXT,
        blocks=st.lists(st.builds(Block, st.sampled_from(BlockKind), st.integers(0, 99), st.integers(0, 99)))
        .map(tuple),
        digest=TEXT, dateline=st.none() | DATES_AS_TEXT, place=MAYBE_TEXT,
    )
)  # fmt: skip
def test_articles_come_back(article: Article) -> None:
    quads = list(article_quads(article, IRIS))
    assert list(articles_of(stored(quads))) == [article]
    assert list(articles_of(copied(quads))) == [article]


def test_an_article_is_written_the_same_each_time() -> None:
    assert list(article_quads(READ, IRIS)) == list(article_quads(READ, IRIS))
    assert {quad.graph_name for quad in article_quads(READ, IRIS)} == {IRIS.graph("about")}


def test_every_term_in_the_quads_of_a_claim_and_an_article_is_declared() -> None:
    visit = claim(Visit(RAHMON, TAJIKISTAN, DUSHANBE, "2022", None, Status.PLANNED))
    assert undeclared([*claim_quads(visit, IRIS), *article_quads(READ, IRIS)]) == set()
