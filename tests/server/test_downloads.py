"""Answers of saved queries as documents: lines of JSON, workbooks, parts of the rows, tags."""

from __future__ import annotations

import csv
import io
import json
from datetime import datetime

import openpyxl
import pytest
from flask.testing import FlaskClient
from served import serve, world

from summitry.graph.questions import Cell, Table, load_questions
from summitry.graph.questions.sheets import to_jsonl, to_xlsx
from summitry.graph.questions.slices import counting, sliced

XSD = "http://www.w3.org/2001/XMLSchema#"
QUESTIONS = load_questions()


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return serve(world())


def rows(client: FlaskClient, address: str) -> list[dict[str, str]]:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return list(csv.DictReader(io.StringIO(answer.text)))


def test_lines_of_json_have_numbers_and_gaps(client: FlaskClient) -> None:
    answer = client.get("/queries/bases.jsonl?host=Tajikistan")
    assert answer.content_type == "application/jsonl"
    found = [json.loads(line) for line in answer.text.splitlines()]
    assert found[0]["personnel"] == 7000
    assert [list(each) for each in found] == [list(QUESTIONS["bases"].columns)] * len(found)


def test_a_workbook_holds_the_rows_and_what_was_asked(client: FlaskClient) -> None:
    answer = client.get("/queries/visits.xlsx?visitor=Putin")
    assert answer.content_type.endswith("spreadsheetml.sheet")
    assert 'attachment; filename="visits.xlsx"' in answer.headers["Content-Disposition"]
    book = openpyxl.load_workbook(io.BytesIO(answer.data))
    table = list(book["rows"].iter_rows(values_only=True))
    expected = rows(client, "/queries/visits.csv?visitor=Putin")
    assert table[0] == QUESTIONS["visits"].columns
    assert [row[0] for row in table[1:]] == [row["visitor"] for row in expected]
    days = [row[3] for row in table[1:] if isinstance(row[3], datetime)]
    assert days and {day.date().isoformat() for day in days} <= {row["start"] for row in expected}
    about = dict(book["about"].iter_rows(values_only=True))
    assert about["visitor"] == "Putin" and about["query"] == "visits"
    assert client.get("/queries/visits.xlsx?visitor=Putin").data == answer.data


def test_a_workbook_runs_nothing_and_cuts_nothing_short() -> None:
    cells = [
        Cell("=1+1"),
        Cell("https://e/a", "iri"),
        Cell("12345678901234567", datatype=f"{XSD}integer"),
        Cell("1.5", datatype=f"{XSD}decimal"),
        Cell("true", datatype=f"{XSD}boolean"),
        Cell("2022-06", datatype=f"{XSD}gYearMonth"),
        Cell("abc", datatype=f"{XSD}integer"),
        None,
    ]
    table = Table(tuple("abcdefgh"), (tuple(cells),))
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(table, QUESTIONS["visits"], {})))
    (found,) = book["rows"].iter_rows(min_row=2)
    assert [cell.value for cell in found] == [
        "=1+1", "https://e/a", "12345678901234567", 1.5, True, "2022-06", "abc", None,
    ]  # fmt: skip
    assert found[0].data_type == "s" and found[1].hyperlink is None
    line = json.loads(to_jsonl(table))
    assert line == {
        "a": "=1+1", "b": "https://e/a", "c": 12345678901234567, "d": 1.5, "e": True, "f": "2022-06", "g": "abc", "h": None,
    }  # fmt: skip


@pytest.mark.parametrize("suffix", ["csv", "jsonl", "json", "ttl", "xlsx"])
def test_a_part_of_the_rows_says_where_the_others_are(client: FlaskClient, suffix: str) -> None:
    total = len(rows(client, "/queries/members.csv"))
    assert total > 4
    answer = client.get(f"/queries/members.{suffix}?limit=2&offset=1")
    assert answer.headers["X-Total-Count"] == str(total)
    links = {link.rpartition('"')[0].rpartition('"')[2]: link for link in answer.headers.getlist("Link")}
    assert set(links) == {"first", "prev", "next"}
    assert f"</queries/members.{suffix}?limit=2&offset=3>" in links["next"]


def test_parts_put_together_are_the_whole(client: FlaskClient) -> None:
    whole, found = rows(client, "/queries/members.csv"), []
    for offset in range(0, len(whole) + 3, 3):
        found += rows(client, f"/queries/members.csv?limit=3&offset={offset}")
    assert found == whole
    assert rows(client, "/queries/members.csv?offset=2") == whole[2:]


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=x", "offset=-1", "limit=100001", "limit=1.5", "offset=1e3"]
)
def test_a_part_that_cannot_be_is_refused(client: FlaskClient, query: str) -> None:
    answer = client.get(f"/queries/members.csv?{query}", headers={"Accept": "application/json"})
    assert answer.status_code == 400
    assert answer.json["parameter"] == query.partition("=")[0]


def test_a_query_with_a_limit_of_its_own_is_not_cut() -> None:
    assert sliced("SELECT ?s { { SELECT ?s { ?s ?p ?o } LIMIT 9 } }", 5, 10).endswith("\nLIMIT 5 OFFSET 10\n")
    assert sliced("SELECT ?limit { ?limit ?p 'LIMIT 3' } # LIMIT", 5, 0).endswith(
        "# LIMIT\nLIMIT 5 OFFSET 0\n"
    )
    with pytest.raises(Exception, match="a limit of its own"):
        sliced("SELECT ?s { ?s ?p ?o } LIMIT 9", 5, 0)
    assert counting("SELECT ?s FROM <http://g> { ?s ?p ?o }") is None


@pytest.mark.parametrize("suffix", ["csv", "json", "jsonl", "xlsx", "ttl"])
def test_every_format_is_kept_by_its_tag(client: FlaskClient, suffix: str) -> None:
    address = f"/queries/members.{suffix}?organisation=CSTO"
    tag = client.get(address).headers["ETag"]
    again = client.get(address, headers={"If-None-Match": tag})
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", tag)
    assert client.get(f"{address}&limit=1", headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize("address", ["/openapi.json", "/queries.json", "/queries.ttl"])
def test_what_changes_with_the_program_alone_is_kept_too(client: FlaskClient, address: str) -> None:
    tag = client.get(address).headers["ETag"]
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 304
