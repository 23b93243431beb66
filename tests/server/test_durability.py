"""What was acknowledged is there again, however the server ended."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

import pyoxigraph as ox
import pytest
from serving import Server, serving
from test_hostile import children

from summitry.server.workers import changes
from summitry.server.workers.journal import RECORD, Journal


def quad(number: int) -> ox.Quad:
    return ox.Quad(
        ox.NamedNode(f"urn:{number}"), ox.NamedNode("urn:p"), ox.Literal(number), ox.DefaultGraph()
    )


def data(number: int) -> bytes:
    return changes.encode((changes.add([quad(number)]),))


def writer_of(server: Server) -> int:
    """The process that owns the durable store."""
    found = [
        pid
        for pid in children(server.process.pid)
        if b"workers.writer" in Path(f"/proc/{pid}/cmdline").read_bytes()
    ]
    assert len(found) == 1
    return found[0]


def keeper_of(server: Server) -> int:
    """The process that holds the graph in memory, not one of the readers it forked."""
    return next(
        pid
        for pid in children(server.process.pid)
        if b"workers.keeper" in Path(f"/proc/{pid}/cmdline").read_bytes()
    )


def test_a_stopped_server_has_everything_when_it_starts_again(tmp_path: Path) -> None:
    store = str(tmp_path / "store")
    with serving(tmp_path, store) as server:
        server.update(
            "INSERT DATA { <urn:a> <urn:p> _:b . _:b <urn:q> 'ü' . GRAPH <urn:g> { <urn:a> <urn:p> 1 } }"
        )
        server.update("CREATE GRAPH <urn:empty>")
    with serving(tmp_path, store) as server:
        assert server.ask("ASK { <urn:a> <urn:p>/<urn:q> 'ü' . GRAPH <urn:g> { <urn:a> <urn:p> 1 } }")
        names = server.rows("SELECT ?g { GRAPH ?g { } } ORDER BY ?g")
        assert [row["g"] for row in names] == ["urn:empty", "urn:g"]
        assert server.update("DELETE WHERE { ?s <urn:q> ?o }").status == 204  # blank nodes keep their names
    with serving(tmp_path, store) as server:
        assert not server.ask("ASK { ?s <urn:q> ?o }")
    assert (tmp_path / "store.journal").stat().st_size == 0


def test_what_was_acknowledged_survives_kill(tmp_path: Path) -> None:
    store = str(tmp_path / "store")
    done: list[int] = []
    for round in range(3):
        with serving(tmp_path, store) as server:
            if done:
                found = {int(row["n"]) for row in server.rows("SELECT ?n { ?s <urn:n> ?n }")}
                assert set(done) <= found
                assert len(found) <= len(done) + 1
                done = sorted(found)
            victims = [writer_of(server), server.process.pid][round % 2 :]
            timer = threading.Timer(0.5, lambda pids=victims: [os.kill(pid, signal.SIGKILL) for pid in pids])  # type: ignore[misc]
            timer.start()
            for number in range(len(done), len(done) + 2000):
                try:
                    if server.update(f"INSERT DATA {{ <urn:{number}> <urn:n> {number} }}").status != 204:
                        break
                except OSError:
                    break
                done.append(number)
            timer.join()
            assert len(done) < 6000
    assert len(done) > 20


def test_a_killed_keeper_is_replaced(tmp_path: Path) -> None:
    with serving(tmp_path, str(tmp_path / "store")) as server:
        server.update("INSERT DATA { <urn:a> <urn:p> 1 }")
        os.kill(keeper_of(server), signal.SIGKILL)
        time.sleep(0.2)
        assert server.ask("ASK { <urn:a> <urn:p> 1 }")
        assert server.update("INSERT DATA { <urn:a> <urn:p> 2 }").status == 204
        assert len(server.rows("SELECT ?o { <urn:a> <urn:p> ?o }")) == 2
        assert server.http("GET", "/health").status == 200


def test_a_second_server_on_the_same_store_says_why_it_cannot(tmp_path: Path) -> None:
    store = str(tmp_path / "store")
    with serving(tmp_path, store), pytest.raises(AssertionError, match="in use by another process"):  # noqa: SIM117
        with serving(tmp_path, store):
            pass


def test_updates_at_once_are_one_after_the_other(tmp_path: Path) -> None:
    with serving(tmp_path, str(tmp_path / "store")) as server:
        server.update("INSERT DATA { <urn:counter> <urn:n> 0 }")
        step = "DELETE { ?c <urn:n> ?n } INSERT { ?c <urn:n> ?m } WHERE { ?c <urn:n> ?n BIND(?n + 1 AS ?m) }"

        def count() -> None:
            for _ in range(25):
                assert server.update(step).status == 204

        threads = [threading.Thread(target=count) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert server.rows("SELECT ?n { ?c <urn:n> ?n }") == [{"n": "100"}]


def test_no_reader_sees_half_a_change(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        server.update("INSERT DATA { <urn:a> <urn:sum> 50 . <urn:b> <urn:sum> 50 }")
        pay = """DELETE {{ <urn:{0}> <urn:sum> ?x . <urn:{1}> <urn:sum> ?y }}
        INSERT {{ <urn:{0}> <urn:sum> ?p . <urn:{1}> <urn:sum> ?q }}
        WHERE {{ <urn:{0}> <urn:sum> ?x . <urn:{1}> <urn:sum> ?y BIND(?x - 1 AS ?p) BIND(?y + 1 AS ?q) }}"""
        seen: list[str] = []

        def read() -> None:
            for number in range(100):
                text = f"SELECT (SUM(?n) AS ?all) {{ ?a <urn:sum> ?n }} # {number} {threading.get_ident()}"
                seen.extend(row["all"] for row in server.rows(text))

        readers = [threading.Thread(target=read) for _ in range(3)]
        for thread in readers:
            thread.start()
        for number in range(60):
            assert server.update(pay.format("a", "b") if number % 3 else pay.format("b", "a")).status == 204
        for thread in readers:
            thread.join()
        assert set(seen) == {"100"}
        assert len(seen) == 300
        assert server.rows("SELECT ?n { <urn:a> <urn:sum> ?n }") == [{"n": "30"}]


def test_a_journal_tells_a_store_what_it_lost(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    journal = Journal(path, ox.Store())
    for number in range(3):
        journal.append(data(number))
    lost = ox.Store()  # a store that a power cut took back to the beginning
    again = Journal(path, lost)
    assert again.replayed == 3
    assert set(lost) == {quad(number) for number in range(3)}
    assert path.stat().st_size == 0


def test_a_journal_tells_a_store_nothing_it_has(tmp_path: Path) -> None:
    path, store = tmp_path / "journal", ox.Store()
    journal = Journal(path, store)
    journal.append(data(1))
    changes.apply(store, changes.decode(data(1)))
    journal.done()
    journal.append(data(2))
    store.remove(quad(1))  # a later change of another hand, which must not be undone
    assert Journal(path, store).replayed == 1
    assert set(store) == {quad(2)}


def test_a_journal_cut_anywhere_gives_a_beginning(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    journal = Journal(path, ox.Store())
    for number in range(3):
        journal.append(data(number))
    whole = path.read_bytes()
    record = RECORD.size + len(data(0))
    assert len(whole) == 3 * record
    for size in range(len(whole) + 1):
        path.write_bytes(whole[:size])
        store = ox.Store()
        Journal(path, store)
        assert set(store) == {quad(number) for number in range(size // record)}
    path.write_bytes(whole[: record + 30] + b"\0" + whole[record + 31 :])  # a flipped byte ends it
    store = ox.Store()
    Journal(path, store)
    assert set(store) == {quad(0)}


def test_a_server_that_only_reads_lets_others_write_and_follows_them(tmp_path: Path) -> None:
    store = tmp_path / "store"
    ox.Store(str(store)).add(quad(1))
    with serving(tmp_path, str(store), token_file=None) as server:
        assert server.ask("ASK { <urn:1> <urn:p> 1 }")
        etag = server.query("SELECT * { ?s ?p ?o }").headers["etag"]
        other = ox.Store(str(store))
        other.add(quad(2))
        del other
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline and not server.ask("ASK { <urn:2> <urn:p> 2 }"):
            time.sleep(0.2)
        assert server.ask("ASK { <urn:2> <urn:p> 2 }")
        assert server.query("SELECT * { ?s ?p ?o }").headers["etag"] != etag
        time.sleep(5)
        assert sum("loaded again" in line for line in server.log) == 1


def test_a_signal_reloads_while_queries_run(tmp_path: Path) -> None:
    store = str(tmp_path / "store")
    with serving(tmp_path, store) as server:
        server.update("INSERT DATA { <urn:a> <urn:p> 1 }")
        slow: list[int] = []
        numbers = " ".join(map(str, range(60)))
        text = f"SELECT (COUNT(*) AS ?n) {{ {' '.join(f'VALUES ?{x} {{ {numbers} }}' for x in 'abcd')} }}"
        thread = threading.Thread(target=lambda: slow.append(server.query(text).status))
        thread.start()
        time.sleep(0.3)
        server.process.send_signal(signal.SIGHUP)
        for number in range(30):
            assert server.ask(f"ASK {{ <urn:a> <urn:p> 1 }} # {number}")
            time.sleep(0.05)
        thread.join()
        assert slow == [200]
        assert any("loaded again" in line for line in server.log)
        assert server.update("INSERT DATA { <urn:a> <urn:p> 2 }").status == 204
        assert len(server.rows("SELECT ?o { <urn:a> <urn:p> ?o }")) == 2
        keepers = [
            pid
            for pid in children(server.process.pid)
            if b"keeper" in Path(f"/proc/{pid}/cmdline").read_bytes()
        ]
        parents = {
            int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1]) for pid in keepers
        }
        assert len(parents - {server.process.pid}) <= 1  # the old keeper has gone with its last reader
