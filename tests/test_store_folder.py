"""graph/store: what is particular to a folder, and reading a query for FROM."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quads import quad, rows

from summitry.graph.errors import BadParameter, StoreError, StoreUnavailable, UsageError
from summitry.graph.store import EmbeddedStore, names_dataset, open_store
from summitry.graph.store.changes import chunks


def test_a_store_in_use_says_so_in_one_sentence(tmp_path: Path) -> None:
    holder = EmbeddedStore(tmp_path)
    code = f"from summitry.graph.store import open_store; open_store({str(tmp_path)!r})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert "StoreUnavailable" in done.stderr
    last = done.stderr.strip().splitlines()[-1]
    assert "in use by another process" in last and str(tmp_path) in last
    assert holder.count() == 0


def test_a_folder_that_cannot_be_a_store_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreUnavailable, match="file"):
        open_store(tmp_path / "file")
    with pytest.raises(StoreUnavailable, match="no store at"):
        open_store(tmp_path / "none", create=False)
    with pytest.raises(StoreUnavailable, match="no store at"):
        open_store(tmp_path / "none", read_only=True)
    assert not (tmp_path / "none").exists()


def test_a_folder_is_read_while_somebody_writes(tmp_path: Path) -> None:
    writer = open_store(tmp_path / "store")
    writer.change([quad("a")])
    writer.flush()
    reader = open_store(tmp_path / "store", read_only=True)
    assert reader.has(quad("a"))
    with pytest.raises(StoreError):
        reader.change([quad("b")])


def test_what_was_written_is_there_when_the_folder_is_opened_again(tmp_path: Path) -> None:
    first = EmbeddedStore(tmp_path)
    first.change([quad("a")])
    first.close()
    assert EmbeddedStore(tmp_path).has(quad("a"))


def test_backups_are_stores_of_their_own(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store")
    store.change([quad("a")])
    store.backup(tmp_path / "copy")
    store.change([quad("b")])
    assert set(open_store(tmp_path / "copy").quads()) == {quad("a")}
    with pytest.raises(BadParameter, match="copy exists"):
        store.backup(tmp_path / "copy")
    with pytest.raises(UsageError, match="in memory"):
        open_store(None).backup(tmp_path / "other")


def test_unknown_functions_are_errors_of_their_expression(tmp_path: Path) -> None:
    store = open_store(None)
    text = "SELECT (COALESCE(<http://e/unknown>(1), 'none') AS ?x) { }"
    assert rows(store, text) == [["none"]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("SELECT * FROM <http://e/g> { }", True),
        ("SELECT *\nfrom named <http://e/g> { }", True),
        ("SELECT * { ?from ex:from ?x }", False),
        ('SELECT * { ?s ?p "FROM <http://e/g>" }', False),
        ("SELECT * { ?s ?p '''it's FROM here''' }", False),
        ("SELECT * { <http://e/FROM> ?p ?o } # FROM <g>", False),
        ("PREFIX from: <http://e/> SELECT * { ?s from:FROM ?o }", False),
    ],
)
def test_from_is_told_from_words_that_look_like_it(text: str, found: bool) -> None:
    assert names_dataset(text) is found


@given(st.lists(st.integers(), max_size=40), st.integers(1, 9))
def test_chunks_lose_nothing(numbers: list[int], room: int) -> None:
    parts = list(chunks(numbers, room))  # type: ignore[arg-type]
    assert [number for part in parts for number in part] == numbers
    assert all(0 < len(part) <= room for part in parts)
