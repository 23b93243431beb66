"""Saved queries: headers, folders, and golden rows for every query in the product."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from pyoxigraph import NamedNode, QuerySolutions, RdfFormat, Store

from summitry.graph.errors import ConfigurationError
from summitry.graph.questions import (
    Cell,
    Parameter,
    ParameterType,
    Question,
    from_answer,
    from_json,
    load_questions,
    run,
)
from summitry.graph.questions.header import read_question
from summitry.graph.questions.terms import literal
from summitry.graph.questions.tokens import columns, replace
from summitry.graph.store import EmbeddedStore

GOLD = Path(__file__).parent / "queries"
ID = "https://w3id.org/summitry/id/"
QUESTIONS = load_questions()

# The interface promises these names and columns; columns for IRIs follow them.
CONTRACT = {
    "offices": "person role of former sources",
    "members": "member organisation status sources",
    "visits": "visitor state city start end status sources",
    "meetings": "participants place date status sources",
    "summits": "summit organisation place date attendees absentees status sources",
    "bases": "operator host name unit personnel sources",
    "borders": "a b length_km sources",
    "treaties": "party treaty status sources",
    "warrants": "issuer person date sources",
    "statements": "speaker quote date article",
    "allies": "state ally basis via sources",
    "military-presence": "state host via sources",
    "never-met": "a b",
    "itinerary": "person date place event with",
    "network": "a b meetings first last",
    "contradictions": "subject property value articles accepted",
    "evidence": "fact article publisher published sentence",
}


@pytest.fixture(scope="module")
def world() -> EmbeddedStore:
    store = EmbeddedStore()
    store.load((GOLD / "world.trig").read_bytes(), RdfFormat.TRIG)
    return store


def gold_cases() -> list[tuple[str, dict[str, str], list[list[str | None]]]]:
    return [
        (path.stem, case["given"], case["rows"])
        for path in sorted(GOLD.glob("*.yaml"))
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


CASES = gold_cases()


@pytest.mark.parametrize("name,values,rows", CASES, ids=[f"{name}-{values}" for name, values, _ in CASES])
def test_golden_rows(
    world: EmbeddedStore, name: str, values: dict[str, str], rows: list[list[str | None]]
) -> None:
    table = from_answer(run(world, name, values, QUESTIONS))
    named = [place for place, column in enumerate(table.columns) if not column.endswith("_iri")]
    found = [[None if row[place] is None else str(row[place]) for place in named] for row in table.rows]
    assert found == rows


def test_every_query_has_golden_rows_and_each_parameter_narrows_one() -> None:
    assert len(QUESTIONS) >= 35
    for question in QUESTIONS.values():
        cases = [values for name, values, _ in CASES if name == question.name]
        assert cases, f"{question.name} has no golden rows"
        assert any(rows for name, _, rows in CASES if name == question.name)
        given = {key for values in cases for key in values}
        assert given == {parameter.name for parameter in question.parameters}, question.name


def test_names_and_columns_are_those_of_the_interface() -> None:
    for name, expected in CONTRACT.items():
        found = QUESTIONS[name].columns
        named = tuple(column for column in found if not column.endswith("_iri"))
        assert named == tuple(expected.split()), name
        assert found[: len(named)] == named, f"{name}: IRIs follow the named columns"


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=list(QUESTIONS))
def test_every_query_parses_as_it_stands_and_with_every_parameter_bound(
    question: Question, world: EmbeddedStore
) -> None:
    assert isinstance(Store().query(question.text), QuerySolutions)
    everything = {parameter.token: example(parameter) for parameter in question.parameters}
    for token, term in everything.items():
        assert isinstance(Store().query(replace(question.query, {token: term}.get)), QuerySolutions)
    answer = world.query(replace(question.query, everything.get))
    assert answer.columns == question.columns
    list(answer.rows())


def example(parameter: Parameter) -> str:
    return {
        ParameterType.IRI: f"<{ID}state/russia>",
        ParameterType.TEXT: literal("text"),
        ParameterType.DATE: literal("2022-06-28", "date"),
        ParameterType.INTEGER: literal("2", "integer"),
        ParameterType.CHOICE: literal(parameter.choices[0] if parameter.choices else ""),
    }[parameter.type]


GOOD = """#+ summary: Things
#+ asks: Which things are there?
#+ tags: [things]
#+ parameters:
#+   on: {type: date, description: a day, example: 2022-06-28, last: true}
#+ chart: {kind: bar, label: thing, value: number}
SELECT ?thing (1 AS ?number) WHERE { ?thing a ?_on_date }
"""


def test_a_header_is_read() -> None:
    question = read_question("things", GOOD)
    assert question.columns == ("thing", "number")
    assert question.theme == "things"
    assert question.parameters == (
        Parameter("on", ParameterType.DATE, "a day", "2022-06-28", None, (), (), True),
    )
    assert question.chart is not None and question.chart.parts == (("label", "thing"), ("value", "number"))
    assert question.query == "SELECT ?thing (1 AS ?number) WHERE { ?thing a ?_on_date }\n"


@pytest.mark.parametrize(
    "old,new,complaint",
    [
        ("#+ summary: Things\n", "", "the header needs `summary`"),
        ("#+ tags", "#+ tag", "the header takes summary, .* not 'tag'"),
        ("type: date", "type: day", "`type` must be one of iri, text, date, integer, choice"),
        ("description: a day, ", "", "needs a description and an example"),
        ("last: true", "last: yes", "last must be true or false"),
        ("last: true", "lst: true", "parameter on takes .* not 'lst'"),
        ("?_on_date", "?_day_date", r"the query uses \?_day_date, which the header does not declare"),
        ("?_on_date", "?on", r"the header declares \?_on_date, which the query does not use"),
        ("kind: bar", "kind: pie", "`kind` must be one of bar, map, network, timeline"),
        ("label: thing", "label: ting", "names the column 'ting'; the query gives thing, number"),
        ("#+   on:", "#+   limit:", "parameter limit: an address says other things with format, limit"),
        ("type: date", "type: choice", "`choices` belong to the type choice"),
        ("type: date", "type: date, kinds: [stat]", "kinds are .*; not 'stat'"),
        (
            "#+ chart",
            "#+ proof: [thing, sy:met]\n#+ chart",
            "proof must be a column, a property and a column",
        ),
        ("[things]", "things", "tags must be a list of words"),
        ("#+ parameters:", "#+ parameters: [", "the header is not YAML"),
    ],
)
def test_a_wrong_header_is_refused(old: str, new: str, complaint: str) -> None:
    assert old in GOOD
    with pytest.raises(ConfigurationError, match=f"things.rq: .*{complaint}"):
        read_question("things", GOOD.replace(old, new))


def test_a_file_without_a_header_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="no header"):
        read_question("things", "SELECT * { ?s ?p ?o }")


@pytest.mark.parametrize(
    "query,expected",
    [
        ("SELECT ?a (COUNT(?b) AS ?n) ?c WHERE { SELECT ?d {} }", ("a", "n", "c")),
        ("SELECT DISTINCT ?a { ?b ?c ?d }", ("a",)),
        ('SELECT (CONCAT("?x", STR(?y)) AS ?z) FROM <http://g> { }', ("z",)),
        ("# SELECT ?no\nSELECT * { ?s ?p ?o }", ()),
        ("ASK { SELECT ?a {} }", ()),
        ("PREFIX select: <http://x/> CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", ()),
    ],
)
def test_columns_are_read_from_the_outer_select(query: str, expected: tuple[str, ...]) -> None:
    assert columns(query) == expected


def test_a_folder_of_ones_own_is_served_too(tmp_path: Path) -> None:
    (tmp_path / "things.rq").write_text(GOOD, encoding="utf-8")
    (tmp_path / "notes.txt").write_text("not a query", encoding="utf-8")
    assert load_questions(tmp_path)["things"].summary == "Things"
    (tmp_path / "visits.rq").write_text(GOOD, encoding="utf-8")
    with pytest.raises(ConfigurationError, match="there is a saved query visits already"):
        load_questions(tmp_path)
    with pytest.raises(ConfigurationError, match="is not a folder"):
        load_questions(tmp_path / "missing")
    (tmp_path / "visits.rq").write_bytes(b"\xff")
    with pytest.raises(ConfigurationError, match="not readable as UTF-8"):
        load_questions(tmp_path)


def test_rows_are_the_same_from_json_and_from_the_engine(world: EmbeddedStore) -> None:
    query = (
        f'SELECT ?a ?b ?c ?d {{ VALUES (?a ?b ?c ?d) {{ (<{ID}x> "b"@en 1 UNDEF) ("x" true "" <{ID}y>) }} }}'
    )
    table = from_answer(world.query(query))
    assert table == from_json(world.query(query).serialize("json"))
    assert table.rows[0][0] == Cell(NamedNode(f"{ID}x").value, "iri")
    assert table.records()[0] == {"a": f"{ID}x", "b": "b", "c": "1", "d": None}
