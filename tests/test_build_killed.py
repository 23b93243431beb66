"""graph/build: a process that is killed while it writes leaves a store that the next one finishes."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from builder_to_kill import NEWER, build, corpus
from click.testing import CliRunner
from workshop import Desk

from summitry.graph.build import Builder, unfinished
from summitry.graph.cli import keeping
from summitry.graph.cli.frame import summitry
from summitry.graph.store import EmbeddedStore

pytestmark = pytest.mark.slow  # each case starts a process and builds a store


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with every article."""
    folder = tmp_path_factory.mktemp("whole") / "store"
    store = EmbeddedStore(folder)
    build(store, "ingest")
    store.close()
    return folder


@pytest.fixture(scope="module")
def exported(whole: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a store must hold after each step: that of a store nobody interrupted."""
    folder = shutil.copytree(whole, tmp_path_factory.mktemp("exported") / "store")
    desk = Desk(EmbeddedStore(folder))
    found = {"ingest": desk.exported()}
    found["rebuild"] = found["ingest"]
    Builder(desk.store, layers=NEWER).prepare()
    return {**found, "renew": desk.exported()}


# Writes: 0-4 load ontology, reference data and the index, 5-7 work out what follows, then each batch is one.
# A rebuild marks both layers first, then loads them, empties facts and index, fuses in batches, and reasons.
@pytest.mark.parametrize(
    ("step", "write"), [("ingest", 11), ("ingest", 12), ("rebuild", 2), ("rebuild", 13), ("renew", 10)]
)
def test_a_killed_process_leaves_a_store_that_the_next_one_finishes(
    step: str, write: int, whole: Path, exported: dict[str, bytes], tmp_path: Path
) -> None:
    folder = tmp_path / "store"
    if step != "ingest":
        shutil.copytree(whole, folder)
    script = Path(__file__).parent / "builder_to_kill.py"
    command = [sys.executable, str(script), str(folder), str(write), step]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert ended.returncode == -signal.SIGKILL, ended.stdout + ended.stderr
    desk = Desk(EmbeddedStore(folder))
    if step != "ingest":
        assert unfinished(desk.store)
    if step == "renew":
        desk.builder = Builder(desk.store, layers=NEWER)
    build(desk.store, "renew" if step == "renew" else "ingest")
    assert not unfinished(desk.store)
    assert desk.exported() == exported[step]


def test_a_store_cut_short_says_so_and_how_to_mend_it(whole: Path, tmp_path: Path) -> None:
    assert keeping  # its commands are in the group
    folder = shutil.copytree(whole, tmp_path / "store")
    told = CliRunner().invoke(summitry, ["--store", str(folder), "articles"])
    assert told.exit_code == 0 and len(told.stdout.splitlines()) == len(corpus())
    assert "cut short" not in told.stderr
    store = EmbeddedStore(folder)
    store.update("DELETE WHERE { GRAPH ?g { ?s <urn:summitry:index:version> ?o } }")
    store.close()
    told = CliRunner().invoke(summitry, ["--store", str(folder), "articles"])
    assert told.exit_code == 0
    assert "was cut short" in told.stderr and "`summitry rebuild` finishes it" in told.stderr
