"""One plain server for the tests that share it; each test puts in what it needs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from serving import Server, serving


@pytest.fixture(scope="session")
def shared_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that lasts as long as the tests."""
    with serving(tmp_path_factory.mktemp("server"), query_timeout=5) as server:
        yield server


@pytest.fixture
def server(shared_server: Server) -> Server:
    """The server, emptied."""
    assert shared_server.update("DROP ALL").status == 204
    return shared_server
