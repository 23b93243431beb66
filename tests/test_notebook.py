"""docs/notebook.ipynb does what it shows, on articles that are new to the graph."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import nbformat
import pytest
import rdflib
from nbclient import NotebookClient

from tests.conftest import CORPUS, ROOT

NOTEBOOK = ROOT / "docs" / "notebook.ipynb"


def test_the_notebook_is_kept_without_its_outputs() -> None:
    cells = nbformat.read(NOTEBOOK, 4).cells
    assert [cell for cell in cells if cell.cell_type == "code"]
    assert all(
        not cell.outputs and cell.execution_count is None for cell in cells if cell.cell_type == "code"
    )


def outputs(notebook: Any, kind: str) -> list[Any]:
    """What the cells showed, of one media type."""
    shown = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    return [output.data[kind] for output in shown if kind in output.get("data", {})]


def test_the_notebook_runs_from_articles_to_pictures(
    sample_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A copy of the sample graph spares the notebook a minute of loading the reference data.
    shutil.copytree(sample_store, tmp_path / "store")
    (tmp_path / "news").mkdir()
    for article in sorted(CORPUS.glob("2022-06-2*.txt")):
        text = article.read_text("utf-8")
        (tmp_path / "news" / article.name).write_text(f"{text}\nNothing else was known.\n", "utf-8")
    monkeypatch.setenv("SUMMITRY_NOTEBOOK_STORE", str(tmp_path))
    monkeypatch.setenv("SUMMITRY_ARTICLES", str(tmp_path / "news"))
    notebook = nbformat.read(NOTEBOOK, 4)
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(NOTEBOOK.parent)}}).execute()
    assert len(outputs(notebook, "image/png")) == 2
    tables = "".join(outputs(notebook, "text/plain"))
    assert "Vladimir Putin" in tables and "Tajikistan" in tables and "Kazakhstan" in tables
    assert "changed" in tables or "added" in tables
    assert len(rdflib.Graph().parse(tmp_path / "facts.ttl")) > 1000
    assert (tmp_path / "visits.csv").read_text("utf-8").startswith("visitor,state,city")
