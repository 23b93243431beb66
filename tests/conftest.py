"""What several test modules share: the sample graph, built once."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from summitry.server.cli import summitry

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "tests" / "corpus"


def run(*arguments: str, store: Path | None = None, stdin: str | None = None) -> Result:
    """One command, in this process."""
    options = ["--store", str(store)] if store is not None else []
    return CliRunner().invoke(summitry, [*options, *arguments], input=stdin)


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store with the sample corpus; tests that write take a copy."""
    folder = tmp_path_factory.mktemp("sample") / "store"
    result = run("ingest", str(CORPUS), store=folder)
    assert result.exit_code == 0, result.stderr
    return folder
