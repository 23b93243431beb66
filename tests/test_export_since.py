"""What has changed since a day, a time or a change of the log: as if a former export were there to compare with."""

from __future__ import annotations

import io
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import ARTICLES
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad
from workshop import ENTRY, IRIS, RUMOUR, TRIP, Desk, written

from summitry.graph.build import history
from summitry.graph.build.decisions import make_decision
from summitry.graph.build.layers import mark
from summitry.graph.build.since import Moment, read_moment, since
from summitry.graph.claims import Payload
from summitry.graph.errors import BadParameter, UnknownName
from summitry.graph.export import export
from summitry.graph.fusion import Verdict
from summitry.graph.store import EmbeddedStore
from summitry.graph.vocabulary import RDF, SY
from tests.conftest import run

START = datetime(2026, 1, 1, 9, tzinfo=UTC)


def at_work() -> Desk:
    """A desk whose clock ticks a minute with every look at it."""
    desk, times = Desk(), iter(range(100_000))
    desk.builder.clock = lambda: START + timedelta(minutes=next(times))
    return desk


def stamps(desk: Desk) -> list[str]:
    graph = history.graph_name(IRIS).value
    nodes = {quad.subject for quad in desk.store.quads(None, RDF.type, SY.Change, graph)}
    return sorted(node.value.rpartition("/")[2] for node in nodes if isinstance(node, NamedNode))


def differs(desk: Desk, when: str, layer: str = "all", format: str = "patch") -> bytes:
    moment, output = read_moment(when), io.BytesIO()
    assert moment is not None
    export(desk.store, output, layer, format, since=since(desk.store, moment, layer))
    return output.getvalue()


def compared(desk: Desk, former: bytes, layer: str = "all", format: str = "patch") -> bytes:
    output = io.BytesIO()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "former.nq")
        path.write_bytes(former)
        export(desk.store, output, layer, format, since=path)
    return output.getvalue()


OPERATIONS = st.lists(
    st.tuples(st.integers(0, 3), st.sampled_from(["take", "take", "remove", "decide", "undo"]))
)


@settings(max_examples=5, deadline=None)
@given(ARTICLES, OPERATIONS.filter(lambda each: 1 <= len(each) <= 6))
def test_the_state_then_and_what_changed_make_the_state_now(
    drafts: list[tuple[list[Payload], str | None, str | None]], operations: list[tuple[int, str]]
) -> None:
    desk, there, former = at_work(), dict[str, str](), dict[str, bytes]()
    desk.builder.prepare()
    decision = make_decision(Verdict.SAME, ["person/a-b"], ["person/a-c"])
    for turn, (place, what) in enumerate(
        [(number % 4, "take") for number in range(len(drafts))] + operations
    ):
        name = f"article-{place}"
        if what == "take":
            payloads, published, publisher = drafts[turn % len(drafts)]
            article = written(name, *payloads, published=published, publisher=publisher)
            desk.take(article)
            there[name] = article[0].iri
        elif what == "remove" and name in there:
            desk.builder.remove(there.pop(name))
        elif what == "decide":
            desk.builder.decide(decision, f"a = b, turn {turn}", "Ada")
        elif what == "undo" and next(desk.store.quads(None, RDF.type, SY.Decision, ""), None):
            desk.builder.undo(decision.key)
        former.setdefault(stamps(desk)[-1], desk.exported())
    for stamp, state in [*former.items()][:-1:2]:
        for layer, format in (("all", "patch"), ("facts", "turtle")):
            assert differs(desk, stamp, layer, format) == compared(desk, state, layer, format)


@pytest.fixture(scope="module")
def week() -> tuple[Desk, list[bytes]]:
    """A store that was filled on several days, and what it held after each."""
    desk, states = at_work(), []
    desk.builder.prepare()
    days = iter(range(10))
    steps = (
        lambda: desk.take(TRIP, RUMOUR),
        lambda: desk.take(ENTRY),
        lambda: desk.builder.remove("rumour"),
    )
    for step in steps:
        day = next(days)
        desk.builder.clock = lambda day=day: START + timedelta(days=day)  # type: ignore[misc]
        states.append(desk.exported())
        step()
    return desk, states


@pytest.mark.parametrize(
    "when,place",
    [
        ("2026-01-01T09:00", 0),
        ("2026-01-01", 0),
        ("2026-01", 0),
        ("2026-01-02", 1),
        ("2026-01-02T09:00:00Z", 1),
        ("2026-01-02 10:00+01:00", 1),
        ("2026-01-02T09:00:00.000001", 2),
        ("20260102T090000-000000", 2),
        ("change/20260101T090000-000000", 1),
    ],
)
def test_days_times_and_changes_are_understood(week: tuple[Desk, list[bytes]], when: str, place: int) -> None:
    desk, states = week
    assert differs(desk, when) == compared(desk, states[place]) != b"TX .\nTC .\n"
    assert differs(desk, when) == differs(desk, when), "the same bytes again"


def test_nothing_has_changed_since_the_last_change(week: tuple[Desk, list[bytes]]) -> None:
    desk, _ = week
    for when in ("20260103T090000-000000", "2027", "2026-02"):
        assert differs(desk, when) == b"TX .\nTC .\n"


@pytest.mark.parametrize("when", ["former.nq", "yesterday", "2026-1-1", "20260101", "2026-01T09:00", ""])
def test_what_is_no_moment_may_be_a_file(when: str) -> None:
    assert read_moment(when) is None


def test_what_the_log_does_not_tell_is_refused(week: tuple[Desk, list[bytes]]) -> None:
    desk, _ = week
    with pytest.raises(BadParameter, match=r"begins at 2026-01-01T09:00:00Z; give no earlier"):
        differs(desk, "2025-12-31")
    with pytest.raises(UnknownName, match="there is no change '20260102T090000-000001'"):
        differs(desk, "20260102T090000-000001")
    with pytest.raises(BadParameter, match="no day or time"):
        differs(desk, "2026-02-30")
    with pytest.raises(BadParameter, match="no log to look back in"):
        since(EmbeddedStore(), Moment("20260101T000000-000000"))


def test_what_others_changed_is_noticed() -> None:
    desk = at_work()
    desk.take(TRIP)
    mine = Quad(NamedNode("http://e/s"), SY.unit, Literal("mine"), DefaultGraph())
    desk.store.change([mine])
    for layer in ("all", "curated", "inferred"):
        with pytest.raises(BadParameter, match="the unnamed graph was changed meanwhile"):
            differs(desk, "2026-01-01T09:00", layer)
    assert differs(desk, "2026-01-01T09:00", "facts") != b"TX .\nTC .\n"
    desk.take(ENTRY)
    desk.take(RUMOUR)
    assert differs(desk, stamps(desk)[1]), "what was changed before counts no longer"
    fact = next(desk.store.quads(None, SY.visitor, None, IRIS.graph("facts").value))
    desk.store.change([], [fact])
    with pytest.raises(BadParameter, match="past the log"):
        differs(desk, "2026-01-01T09:00", "facts")


def test_other_reference_data_are_noticed() -> None:
    desk = at_work()
    desk.take(TRIP)
    mark(desk.store, "reference", "0123456789abcdef")
    with pytest.raises(BadParameter, match="were renewed meanwhile"):
        differs(desk, "2026-01-01T09:00", "facts")


def test_a_log_without_details_is_refused() -> None:
    desk = at_work()
    desk.take(TRIP)
    desk.take(ENTRY)
    first, second = stamps(desk)
    journal = f"{IRIS.base}graph/journal"
    rows = [quad for quad in desk.store.quads(graph=journal) if quad.subject.value.endswith(first)]  # type: ignore[union-attr]
    desk.store.change([], rows)
    with pytest.raises(BadParameter, match=f"only from 2026-01-01T{second[9:11]}:{second[11:13]}:00Z on"):
        differs(desk, "2026-01-01T09:00")
    assert differs(desk, first), "from there on it tells"


def test_the_command_takes_a_day(sample_store: Path) -> None:
    arguments = ("export", "--layer", "facts", "--format", "patch", "--since")
    found = run(*arguments, "2999-01-01", store=sample_store)
    assert (found.exit_code, found.stdout) == (0, "TX .\nTC .\n")
    log = run("log", "--limit", "50", store=sample_store).stdout
    first = [line for line in log.splitlines() if line.startswith("20")][-1].split()
    whole = run("export", "--layer", "facts", "--format", "patch", store=sample_store).stdout.splitlines()
    told = run(*arguments, f"{first[0]}T{first[1]}", store=sample_store)
    assert told.exit_code == 0, told.stderr
    came = {line for line in told.stdout.splitlines() if line.startswith("A ")}
    assert came <= set(whole) and len(came) > 1000
    early = run(*arguments, "2001-01-01", store=sample_store)
    assert early.exit_code == 2 and "the log begins at 20" in early.stderr
    lost = run(*arguments, "lost.nq", store=sample_store)
    assert lost.exit_code == 2 and "neither a file" in lost.stderr
