"""The durable store with the spellings beside it gives back what was written, after any changes and crashes."""

from __future__ import annotations

import itertools
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox
from hypothesis import given, settings
from hypothesis import strategies as st

from summitry.server.literals import XSD, by_value, unwrap, wrap
from summitry.server.workers import changes
from summitry.server.workers.changes import Change, Kind
from summitry.server.workers.journal import Journal
from summitry.server.workers.mirror import Mirror
from summitry.server.workers.spellings import Spellings, value_of

GRAPHS = [ox.DefaultGraph(), ox.NamedNode("urn:g")]
NODE = ox.NamedNode("urn:n")
LITERALS = [
    wrap(ox.Literal(lexical, datatype=ox.NamedNode(XSD + name)))
    for lexical, name in (
        ("1", "integer"),
        ("01", "integer"),
        ("1", "byte"),
        ("2", "integer"),
        ("2.0", "decimal"),
    )
]
OBJECTS = [
    *LITERALS,
    ox.Triple(NODE, NODE, LITERALS[0]),
    ox.Triple(NODE, NODE, LITERALS[1]),
    ox.BlankNode("b"),
]
QUADS = [ox.Quad(NODE, NODE, each, graph) for each in OBJECTS for graph in GRAPHS]

some = st.lists(st.sampled_from(QUADS), min_size=1, max_size=4)
steps = st.one_of(
    some.map(changes.add),
    some.map(changes.remove),
    st.tuples(st.sampled_from([Kind.CLEAR, Kind.DROP, Kind.CREATE]), st.sampled_from(GRAPHS))
    .filter(lambda each: each[0] is Kind.CLEAR or each[1] != GRAPHS[0])
    .map(lambda each: changes.on_graph(*each)),
)
made = st.lists(st.lists(steps, max_size=3).map(tuple), max_size=5)


def commit(spellings: Spellings, store: ox.Store, change: Change) -> None:
    for part in spellings.turned(change):
        changes.apply(store, part)


def shown(store: ox.Store, spellings: Spellings) -> set[ox.Quad]:
    """What a keeper makes of both."""
    mirror = Mirror()
    mirror.store.extend(store)
    mirror.apply(spellings.steps())
    return set(mirror.store)


def written(all_changes: list[Change]) -> set[ox.Quad]:
    """What a graph holds that keeps every literal as it is written."""
    mirror = Mirror()
    for change in all_changes:
        mirror.apply(change)
    return set(mirror.store)


@settings(max_examples=100, deadline=None)
@given(made)
def test_both_together_are_what_was_written(all_changes: list[Change]) -> None:
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path, store = Path(folder) / "spellings", ox.Store()
        spellings = Spellings(path, store)
        for change in all_changes:
            commit(spellings, store, change)
        wanted = written(all_changes)
        assert shown(store, spellings) == wanted
        assert set(store) == set(map(value_of, wanted))
        del spellings
        assert shown(store, Spellings(path, store)) == wanted
        assert path.exists() == any(unwrap(quad.object) != quad.object for quad in wanted)


@settings(max_examples=60, deadline=None)
@given(made, st.data())
def test_a_change_that_was_cut_short_is_made_whole_by_the_journal(
    all_changes: list[Change], data: st.DataObject
) -> None:
    whole = [change for change in all_changes if change]
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path, store = Path(folder) / "spellings", ox.Store()
        spellings = Spellings(path, store)
        journal = Journal(Path(folder) / "journal", store, spellings.turned)
        for change in whole[:-1]:
            journal.append(changes.encode(change))
            commit(spellings, store, change)
            journal.done()
        for change in whole[-1:]:
            journal.append(changes.encode(change))
            parts = spellings.turned(change)
            for part in itertools.islice(parts, data.draw(st.integers(0, len(change)))):
                if data.draw(st.booleans()):  # else the process ends between noting and applying
                    changes.apply(store, part)
                else:
                    break
            del parts
        del journal, spellings
        again = Spellings(path, store)
        assert Journal(Path(folder) / "journal", store, again.turned).replayed == len(whole[-1:])
        assert shown(store, again) == written(whole)


def test_a_store_without_spellings_has_nothing_beside_it(tmp_path: Path) -> None:
    path, store = tmp_path / "spellings", ox.Store()
    spellings = Spellings(path, store)
    change = (changes.add([QUADS[0]]), changes.remove([QUADS[0]]))
    assert list(spellings.turned(change)) == [change]
    assert spellings.steps() == ()
    assert not path.exists()


def test_spellings_go_with_quads_that_others_took_out(tmp_path: Path) -> None:
    path, store = tmp_path / "spellings", ox.Store()
    spellings = Spellings(path, store)
    commit(spellings, store, (changes.add([QUADS[2], QUADS[8]]),))
    del spellings
    store.remove(next(store.quads_for_pattern(None, None, by_value(LITERALS[1]))))
    spellings = Spellings(path, store)
    store.add(QUADS[0])
    assert shown(store, spellings) == {QUADS[0], QUADS[8]}
    store.clear()
    del spellings
    Spellings(path, store)
    assert not path.exists()
