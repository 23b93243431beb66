"""The W3C suites over HTTP, with the runner that lies beside the repository; floors that no change may sink below."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from serving import serving

SHARED = Path(__file__).parents[3] / "shared"
RUNNER = SHARED / "tools" / "w3c" / "w3c_endpoint.py"

# suite -> tests passed, of how many. What is missing is in docs/upstream.
FLOORS = {
    "query11": (234, 234),
    "syntax11": (152, 152),
    "update11": (102, 102),
    "csv-tsv": (6, 6),
    "json": (4, 4),
    "federation": (7, 7),
    "protocol": (34, 34),
    "gsp": (9, 9),
    "gsp-direct": (4, 4),
    "service-description": (3, 3),
    "protocol-extra": (62, 62),
    "query10": (275, 277),
    "syntax10": (198, 199),
    "sparql12": (43, 44),
    "sparql12-tt": (215, 219),  # two of them need blank nodes shared by graphs sent one by one
}


@pytest.mark.slow
@pytest.mark.skipif(
    not RUNNER.exists() and "CI" not in os.environ,
    reason="the W3C suites and their runner are not beside this repository (../shared/tools/w3c); CI has them",
)
def test_the_w3c_suites_pass(tmp_path: Path) -> None:
    assert RUNNER.exists(), "CI is to have the W3C suites and their runner at ../shared/tools/w3c"
    report = tmp_path / "report.json"
    with serving(tmp_path, str(tmp_path / "store"), remotes=["127.0.0.1"]) as server:
        command = [
            *(
                sys.executable,
                str(RUNNER),
                "--query",
                f"{server.url}/sparql",
                "--update",
                f"{server.url}/update",
            ),
            *("--gsp", f"{server.url}/graphs", "--auth", f"Bearer {server.tokens['admin']}"),
            *("--suite", ",".join(FLOORS), "--json", str(report)),
        ]
        done = subprocess.run(command, capture_output=True, text=True, timeout=600)
    assert report.exists(), done.stdout + done.stderr
    passed = {
        name: (suite["passed"], suite["total"]) for name, suite in json.loads(report.read_text()).items()
    }
    assert set(passed) == set(FLOORS)
    fallen = {name: (passed[name], floor) for name, floor in FLOORS.items() if passed[name] < floor}
    assert not fallen, done.stdout
