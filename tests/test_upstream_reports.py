"""The bug reports of docs/upstream still show what they say: a fixed release makes one of these fail."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

REPORTS = sorted(Path(__file__).parents[1].joinpath("docs", "upstream").glob("*-*.md"))


def test_there_are_reports() -> None:
    assert len(REPORTS) >= 16


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.stem)
def test_a_report_reproduces(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = re.search(r"```python\n(import .*?)```", report.read_text(), re.DOTALL)
    assert code
    exec(compile(code[1], str(report), "exec"), {"__name__": "report"})
    shown = re.search(r"# (.+); expected", code[1])
    assert shown and capsys.readouterr().out.strip() == shown[1]
