"""Rows written in every format: as many as the limit allows, whatever they hold."""

from __future__ import annotations

import io

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from serving import serving

from summitry.graph.errors import LimitExceeded
from summitry.server.tables import Watched, write_table

ODD = ['"}},{"', "}},{ ", "a\nb", 'say "so"\r\n', "<result>", "\\", '\\"}},{"', "x\ty", ""]


def written(texts: list[str], name: str, most: int) -> bytes:
    """The answer to a query for these texts."""
    store = ox.Store()
    for number, text in enumerate(texts):
        store.add(ox.Quad(ox.NamedNode(f"urn:{number}"), ox.NamedNode("urn:p"), ox.Literal(text)))
    sink = io.BytesIO()
    results = store.query("SELECT ?s ?o ?o2 { ?s <urn:p> ?o OPTIONAL { ?s <urn:q> ?o2 } }")
    assert isinstance(results, ox.QuerySolutions)
    write_table(results, name, sink, most)
    return sink.getvalue()


@given(
    st.lists(st.sampled_from(ODD), min_size=2, max_size=12), st.sampled_from(["json", "xml", "csv", "tsv"])
)
def test_rows_are_counted_whatever_they_hold(texts: list[str], name: str) -> None:
    assert written(texts, name, len(texts))
    with pytest.raises(LimitExceeded, match="LIMIT"):
        written(texts, name, len(texts) - 1)


@pytest.mark.parametrize("name", ["json", "xml", "csv"])
@pytest.mark.parametrize("size", [1, 3, 7])
def test_rows_are_counted_across_pieces(name: str, size: int) -> None:
    data = written(ODD, name, 100)
    for most, enough in ((len(ODD), True), (len(ODD) - 2, False)):
        sink = Watched(io.BytesIO(), name, most)
        pieces = [data[place : place + size] for place in range(0, len(data), size)]
        if enough:
            assert sum(map(sink.write, pieces)) == len(data)
        else:
            with pytest.raises(LimitExceeded):
                list(map(sink.write, pieces))


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=5))
def test_tsv_is_what_the_engine_reads_back(texts: list[str]) -> None:
    found = ox.parse_query_results(written(texts, "tsv", 10), ox.QueryResultsFormat.TSV)
    assert isinstance(found, ox.QuerySolutions)
    assert sorted(row["o"].value for row in found) == sorted(texts)


def test_too_many_rows_are_refused_with_what_would_do(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("rows")
    numbers = " ".join(map(str, range(11)))
    with serving(folder, result_rows=10) as server:
        for name in ("json", "xml", "csv", "tsv"):
            reply = server.query(f"SELECT ?x {{ VALUES ?x {{ {numbers} }} }}", format=name)
            assert (reply.status, "LIMIT and OFFSET" in reply.json()["detail"]) == (503, True)
            fewer = server.query(f"SELECT ?x {{ VALUES ?x {{ {numbers} }} }} LIMIT 10", format=name)
            assert fewer.status == 200
