"""The distribution: what the wheel carries, and that it answers a question where nothing else of ours is."""

from __future__ import annotations

import re
import subprocess
import sys
import venv
import zipfile
from collections.abc import Iterator
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import CORPUS, ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_carries_code_and_data(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for wanted in (
        "summitry/__init__.py",
        "summitry/py.typed",
        "summitry/graph/claims.py",
        "summitry/server/cli.py",
        "summitry/ontology/summitry.ttl",
        "summitry/ontology/shapes.ttl",
        "summitry/ontology/reference/states.ttl",
        "summitry/ontology/reference/index.json",
        "summitry/queries/members.rq",
    ):
        assert wanted in names
    assert any(name.startswith("summitry/server/templates/") for name in names)
    assert any(name.startswith("summitry/server/static/") for name in names)
    assert not any(name.startswith("summitry/ontology/reference/sources") for name in names)
    assert all(name.startswith(("summitry/", "summitry-")) for name in names)


def needed(name: str, extras: frozenset[str] = frozenset()) -> Iterator[tuple[str, frozenset[str]]]:
    """What a distribution asks for on this machine, without its own optional parts."""
    for text in requires(name) or ():
        wanted = Requirement(text)
        if wanted.marker is None or any(wanted.marker.evaluate({"extra": extra}) for extra in extras or {""}):
            yield canonicalize_name(wanted.name), frozenset(wanted.extras)


def runtime_lock() -> str:
    """The part of the lock file that users need: what the wheel declares must be enough."""
    found: set[tuple[str, frozenset[str]]] = set()
    todo = list(needed("summitry"))
    while todo:
        if (each := todo.pop()) not in found:
            found.add(each)
            todo += needed(*each)
    names = {name for name, _ in found}
    blocks = re.split(r"(?m)^(?=[a-z0-9])", (ROOT / "requirements.lock").read_text(encoding="utf-8"))
    return "".join(block for block in blocks if block.partition("==")[0] in names)


def test_the_wheel_answers_in_a_clean_environment(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "venv"
    venv.create(home, with_pip=True)
    python = str(home / "bin" / "python")
    install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    (tmp_path / "runtime.lock").write_text(runtime_lock(), encoding="utf-8")
    subprocess.run(
        [*install, "--require-hashes", "-r", str(tmp_path / "runtime.lock")], check=True, capture_output=True
    )
    subprocess.run([*install, "--no-deps", str(wheel)], check=True, capture_output=True)
    summitry = [str(home / "bin" / "summitry"), "--store", str(tmp_path / "store")]
    dispatch = CORPUS / "2022-06-28-dushanbe-talks.txt"
    subprocess.run([*summitry, "ingest", str(dispatch)], check=True, capture_output=True, cwd=tmp_path)
    question = [*summitry, "run", "members", "-p", "organisation=CSTO", "--format", "csv"]
    answer = subprocess.run(question, check=True, capture_output=True, text=True, cwd=tmp_path).stdout
    assert "Kazakhstan,CSTO,member" in answer
    code = f"import summitry; print(summitry.connect({str(tmp_path / 'store')!r}).run('members', member='Kazakhstan'))"
    assert "CSTO" in subprocess.run([python, "-c", code], check=True, capture_output=True, text=True).stdout
