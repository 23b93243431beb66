"""Readers are lent in turn, fairly between clients; who asks for most waits longest."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest

from summitry.graph.errors import LimitExceeded
from summitry.server.workers.child import Reader
from summitry.server.workers.pool import Pool


def made() -> Reader:
    """A reader without a process behind it."""
    reader = Reader(0, socket.socketpair()[0], 0)
    reader.ended = True
    return reader


def pool(most: int = 2, per_client: int = 2, queue: int = 4) -> Pool:
    return Pool(made, Reader.kill, warm=1, most=most, per_client=per_client, queue=queue)


@contextmanager
def waiters(readers: Pool, *clients: str) -> Iterator[list[str]]:
    """Clients who wait for a reader, one after the other; what became of them."""
    became: list[str] = []

    def wait(client: str) -> None:
        try:
            with readers.lend(client, 5):
                became.append(client)
        except LimitExceeded as error:
            became.append(f"{client}: {error}")

    threads = []
    for client in clients:
        before = readers.counts["waiting"] + len(became)
        threads.append(threading.Thread(target=wait, args=(client,)))
        threads[-1].start()
        deadline = time.monotonic() + 2
        while readers.counts["waiting"] + len(became) <= before and time.monotonic() < deadline:
            time.sleep(0.005)
            if became and client == clients[-1]:
                break
    try:
        yield became
    finally:
        for thread in threads:
            thread.join()


def test_a_client_has_no_more_than_its_share() -> None:
    readers = pool(most=4, per_client=1)
    with ExitStack() as held:
        held.enter_context(readers.lend("a", 1))
        with waiters(readers, "a") as became:
            time.sleep(0.15)
            with readers.lend("b", 1):
                assert (became, readers.counts["waiting"]) == ([], 1)
            held.close()
    assert became == ["a"]


def test_a_newcomer_is_served_before_the_greedy() -> None:
    readers = pool(most=2, per_client=2)
    with ExitStack() as stack:
        first = stack.enter_context(ExitStack())
        first.enter_context(readers.lend("a", 1))
        stack.enter_context(readers.lend("a", 1))
        with waiters(readers, "a", "a", "b") as became:
            first.close()
            deadline = time.monotonic() + 2
            while not became and time.monotonic() < deadline:
                time.sleep(0.005)
            assert became[0] == "b"
            stack.close()
    assert sorted(became) == ["a", "a", "b"]


def test_a_full_queue_has_room_for_who_asks_less() -> None:
    readers = pool(most=1, per_client=1, queue=3)
    with readers.lend("x", 1) as held:
        assert held
        with waiters(readers, "a", "a", "a", "b") as became:
            assert [word for word in became if word.startswith("a: too many")], became
            with pytest.raises(LimitExceeded, match="too many"):
                readers._make_room("a")
            readers.close()
    assert len(became) == 4
    assert sum("no reader" in word for word in became) == 3


def test_figures_tell_how_many_were_killed() -> None:
    readers = pool()
    with readers.lend("a", 1) as reader:
        reader.spent = True
    assert readers.counts["killed"] == 1


def test_a_reader_is_kept_ready_beside_those_that_a_hostile_client_holds() -> None:
    readers = pool(most=4)
    with readers.lend("hostile", 1) as reader:
        reader.spent = True  # as if killed at its deadline
    assert readers.counts["idle"] == 1
    with readers.lend("hostile", 1):
        with readers.lend("guest", 1):
            assert readers.counts["live"] == 2
        assert readers.counts["idle"] == 1
        assert readers.take("guest") is not None
    readers.close()
