"""Nothing a language model proposes is believed that the text does not bear out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summitry.graph.article import Article
from summitry.graph.claims import Claim, Meeting, Office, Statement, Status, Visit
from summitry.graph.extract.llm import ModelExtractor
from summitry.graph.extract.llm.answers import proposal
from summitry.graph.extract.llm.payloads import Judge, Unbelieved
from summitry.graph.extract.llm.slots import FACTS
from summitry.graph.triples import claim_quads, claims_of
from summitry.graph.vocabulary import Iris
from tests.conftest import run
from tests.extract.llm.guest import ARRIVED, TEXT, base, visit
from tests.extract.llm.model_server import Model, fails, proposes


def only(claims: tuple[Claim, ...]) -> Any:
    (claim,) = claims
    return claim.payload


def test_facts_come_with_known_entities_and_exact_words(
    reader: ModelExtractor, model: Model, article: Article
) -> None:
    model.replies = [
        proposes(
            visit(),
            {"type": "meeting", "participants": ["Putin", "Emomali Rakhmon"], "place": "Dushanbe", "date": "2022-06-28",
             "status": "occurred", "evidence": ["met his Tajik counterpart, Emomali Rakhmon"], "attribution": None},
            {"type": "office", "person": "Rakhmon", "role": "president", "of": "Tajik", "former": False,
             "evidence": ["his Tajik counterpart, Emomali Rakhmon"], "attribution": None},
            {"type": "statement", "speaker": "Rakhmon", "quote": "Our borders are quiet and they will stay so",
             "evidence": ["Our borders are quiet"], "attribution": None},
            base(),
        )
    ]  # fmt: skip
    claims = reader.claims(article)
    assert len(claims) == 5
    assert {claim.agent for claim in claims} == {"stand-in"}
    assert all(article.text[e.start : e.end] == e.exact for c in claims for e in c.finding.evidence)
    payloads = {claim.type: claim.payload for claim in claims}
    stay = payloads["visit"]
    assert isinstance(stay, Visit) and stay.visitor.key == "person/vladimir-putin"
    assert (stay.state and stay.state.key, stay.city and stay.city.key, stay.date, stay.status) == (
        "state/tajikistan", "city/dushanbe-tajikistan", "2022-06-28", Status.OCCURRED,
    )  # fmt: skip
    talks, post, words = payloads["meeting"], payloads["office"], payloads["statement"]
    assert isinstance(talks, Meeting)
    assert [p.key for p in talks.participants] == ["person/vladimir-putin", "person/emomali-rahmon"]
    assert isinstance(post, Office) and post.of is not None and post.of.key == "state/tajikistan"
    assert isinstance(words, Statement) and words.quote in article.text
    asked = model.asked[0]
    assert asked["path"] == "/v1/chat/completions" and asked["model"] == "stand-in"
    kinds = asked["response_format"]["json_schema"]["schema"]["properties"]["facts"]["items"]["anyOf"]
    assert {kind["properties"]["type"]["enum"][0] for kind in kinds} == FACTS.keys()
    assert all(kind["additionalProperties"] is False for kind in kinds)
    assert model.keys == ["Bearer s3cret"]


@pytest.mark.parametrize(
    "fact",
    [
        visit(evidence=["Putin arrived in Dushanbe on Tuesday, his office said"]),  # an invented quote
        visit(evidence=[ARRIVED, "The two presidents signed a declaration."]),  # one of two is invented
        visit(evidence=[]),
        visit(visitor="Xi Jinping"),  # known, but nowhere in the text
        visit(visitor="Jan Nobody"),
        visit(status="rumoured"),
        visit(status=None),
        visit(colour="red"),
        visit(type="holiday"),
        visit(state=None, city=None),
        base(host="Russian"),  # one party
        "Putin visited Dushanbe",
        None,
    ],
)
def test_what_the_text_does_not_bear_out_is_left_out(
    fact: Any, reader: ModelExtractor, model: Model, article: Article
) -> None:
    model.replies = [proposes(fact, base())]
    assert [claim.type for claim in reader.claims(article)] == ["base"]


def test_dates_and_figures_must_be_read_from_the_text(
    reader: ModelExtractor, model: Model, article: Article
) -> None:
    model.replies = [
        proposes(visit(date="2021-05-09")),
        proposes(visit(date="yesterday")),
        proposes(base(personnel=20000)),
    ]
    assert only(reader.claims(article)).date is None
    assert only(reader.claims(article)).date is None
    assert only(reader.claims(article)).personnel is None


def test_line_breaks_and_quotation_marks_may_be_copied_loosely(
    reader: ModelExtractor, model: Model, article: Article
) -> None:
    model.replies = [
        proposes(base(evidence=['will stay so," Rakhmon told reporters. Some  7,000\nRussian soldiers']))
    ]
    (claim,) = reader.claims(article)
    (evidence,) = claim.finding.evidence
    assert evidence.exact == article.text[evidence.start : evidence.end]
    assert evidence.exact.startswith("will stay so,”")


def test_claims_keep_their_agent_in_rdf(reader: ModelExtractor, model: Model, article: Article) -> None:
    model.replies = [proposes(visit(), base())]
    claims, iris = reader.claims(article), Iris()
    quads = [quad for claim in claims for quad in claim_quads(claim, iris)]
    assert sorted(claims_of(quads, iris), key=lambda c: c.key) == sorted(claims, key=lambda c: c.key)
    assert "http://www.w3.org/ns/prov#wasAttributedTo" in {quad.predicate.value for quad in quads}


def test_the_command_line_reads_with_a_model(
    model: Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, store = tmp_path / "guest.md", tmp_path / "store"
    path.write_text(f"---\npublished: 2022-06-29\n---\n\n{TEXT}", encoding="utf-8")
    monkeypatch.delenv("SUMMITRY_LLM_URL", raising=False)
    refused = run("extract", "--extractor", "llm", str(path))
    assert refused.exit_code == 2 and "SUMMITRY_LLM_URL" in refused.stderr
    for name, text in {"URL": model.url, "MODEL": "stand-in", "RETRIES": "0"}.items():
        monkeypatch.setenv(f"SUMMITRY_LLM_{name}", text)
    model.replies = [fails(500, "melted"), proposes(visit(), base())]
    failed = run("extract", "--extractor", "llm", str(path))
    assert failed.exit_code == 3 and "melted" in failed.stderr and failed.stdout == ""
    done = run("ingest", "--extractor", "llm", str(path), store=store)
    assert done.exit_code == 0, done.stderr
    assert done.stderr.splitlines()[-1] == "1 articles: 1 added"
    assert "shape" not in done.stderr  # ingest tells what the facts break
    query = """SELECT ?n ?troops { GRAPH ?g { ?c prov:wasAttributedTo/rdfs:label ?n ; sy:foundBy 'llm.base' }
        ?fact sy:supportedBy ?c ; sy:personnel ?troops }"""
    assert "stand-in,7000" in run("query", query, "--format", "csv", store=store).stdout


_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20)
    | st.sampled_from([*FACTS, "occurred", "Putin", "Dushanbe", ARRIVED, "2022-06-28", "president"]),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(st.sampled_from(["type", "evidence", "facts", "status", "visitor", "state"]), inner, max_size=6),
    max_leaves=12,
)  # fmt: skip
_WORDS = st.sampled_from(
    ["Putin", "Rakhmon", "Dushanbe", "Tajik", "Russian", "leader", "Tuesday", "", "Xi", ARRIVED]
)


@given(fact=_JSON)
@settings(max_examples=100, deadline=None)
def test_no_answer_raises(fact: Any) -> None:
    assert isinstance(proposal(fact), dict | str)


@given(data=st.data(), kind=st.sampled_from(sorted(FACTS)))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_proposal_raises_or_misquotes(
    data: st.DataObject, kind: str, judge: Judge, article: Article
) -> None:
    values = {
        name: data.draw(
            st.sampled_from(slot.choices)
            if slot.choices
            else st.none() | _WORDS | st.lists(_WORDS, max_size=3)
        )
        for name, slot in FACTS[kind].items()
    }
    checked = proposal({"type": kind, **values, "evidence": [data.draw(_WORDS)]})
    if isinstance(checked, str):
        return
    try:
        found = judge.finding(checked, 0, len(article.text))
    except Unbelieved:
        return
    assert all(article.text[e.start : e.end] == e.exact for e in found.evidence)
