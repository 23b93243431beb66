"""Gold facts and an extractor -> precision, recall and F1 for each type of fact, and the list of errors.

A fact found is right when it matches a gold fact of its type in the same article, each gold fact at most
once. What counts as a match is told in `matching`; names are compared with an alias table of their own, not
with the gazetteer, since a judge that shares the extractor's tables would forgive its mistakes.

Two counts are kept. ALL takes every gold fact. CORE takes those marked `core`: a finding that matches a
marginal gold fact is then neither right nor wrong, and statements and topics do not count.
"""

from __future__ import annotations

from .report import Error, Report, Tally, render
from .scoring import Extract, evaluate, load_gold, score

__all__ = ["Error", "Extract", "Report", "Tally", "evaluate", "load_gold", "render", "score"]
