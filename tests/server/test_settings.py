"""How a server is set up: flags, then the environment, then a file; what makes no sense is refused by name."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from serving import Server

from summitry.graph.errors import BadParameter, ConfigurationError
from summitry.server import cli
from summitry.server.run import listen
from summitry.server.settings import Limits, Settings, read_settings


def config(folder: Path, text: str) -> Path:
    file = folder / "serve.toml"
    file.write_text(text)
    return file


def test_the_first_that_says_something_is_heard(tmp_path: Path) -> None:
    file = config(tmp_path, 'port = 1\nhost = "file"\nqueue = 7\nremotes = ["a", "b:80"]\nempty = true\n')
    environ = {
        "SUMMITRY_PORT": "2",
        "SUMMITRY_HOST": "environ",
        "SUMMITRY_REMOTES": "",
        "SUMMITRY_READERS": "3",
    }
    found = read_settings({"port": 3, "host": None}, file, environ)
    assert (found.port, found.host, found.remotes, found.empty) == (3, "environ", ("a", "b:80"), True)
    assert (found.limits.queue, found.limits.readers, found.limits.seconds) == (7, 3, 30.0)
    assert read_settings({}, None, {}) == Settings()


def test_the_time_of_a_query_has_a_name_of_its_own(tmp_path: Path) -> None:
    file = config(tmp_path, "seconds = 4\n")
    assert read_settings({}, file, {}).limits.seconds == 4
    assert read_settings({}, file, {"SUMMITRY_QUERY_TIMEOUT": "5"}).limits.seconds == 5
    assert read_settings({"query_timeout": 6}, file, {"SUMMITRY_SECONDS": "5"}).limits.seconds == 6


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("prot = 1", "prot"),
        ("port = ", "serve.toml"),
        ('queue = "many"', "queue"),
        ("memory = -1", "memory"),
        ("empty = 'perhaps'", "empty"),
    ],
)
def test_what_makes_no_sense_is_named(tmp_path: Path, text: str, word: str) -> None:
    with pytest.raises((ConfigurationError, BadParameter), match=word):
        read_settings({}, config(tmp_path, text), {})


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What `summitry serve` would have been run with."""
    seen: dict[str, Any] = {}
    monkeypatch.setattr(cli, "run_server", lambda **given: seen.update(given))
    return seen


def test_flags_of_the_command_reach_the_server(told: dict[str, Any], tmp_path: Path) -> None:
    file = config(tmp_path, "port = 1\n")
    line = f"--store here --base urn:b: serve --port 0 --empty --remote a --remote b:8 --set queue=9 --config {file}"
    done = CliRunner().invoke(cli.summitry, line.split())
    assert done.exit_code == 0, done.output
    assert (told.pop("config"), told.pop("queries", ())) == (file, ())
    settings = read_settings(told, file, {})
    assert (settings.store, settings.base, settings.port) == ("here", "urn:b:/", 0)
    assert (settings.empty, settings.remotes, settings.limits.queue) == (True, ("a", "b:8"), 9)


def test_what_no_flag_says_is_left_to_the_file(told: dict[str, Any]) -> None:
    assert CliRunner().invoke(cli.summitry, ["serve"], env={"SUMMITRY_STORE": ""}).exit_code == 0
    assert (told.pop("queries", ()), told) == ((), {"config": None})


def test_a_wrong_name_is_refused_with_those_there_are() -> None:
    done = CliRunner().invoke(cli.summitry, ["serve", "--set", "speed=9"])
    assert done.exit_code == 2
    assert "speed" in done.output and "result_rows" in done.output


def test_every_limit_is_in_the_service_description(shared_server: Server) -> None:
    body = shared_server.http("GET", "/sparql", Accept="application/n-triples").body.decode()
    shown = set(re.findall(r'<https://schema.org/name> "([^"]+)"', body))
    assert shown == {name for name in Limits.__slots__}


def test_an_address_of_the_new_kind_is_said_as_one_can_use_it() -> None:
    start = "from summitry.server.run import run; run(store='', port=0, empty=True, host='::1')"
    process = subprocess.Popen([sys.executable, "-c", start], stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    try:
        said = next(line for line in process.stderr if "answers at" in line)
        assert re.search(r"http://\[::1\]:(\d+)/", said)
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=15)


def test_a_port_that_is_taken_is_said(shared_server: Server) -> None:
    port = shared_server.port
    with pytest.raises(ConfigurationError, match=f"cannot listen at 127.0.0.1:{port}"):
        listen(lambda environ, start: [], Settings(port=port), {})
