"""The arrows of the house: a room imports only rooms that stand before it on the map; engines are named in one place."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import ROOT

MODULES = sorted([*ROOT.glob("graph/**/*.py"), *ROOT.glob("server/**/*.py")])
# an engine or library -> where it may be imported
HOMES = {
    "spacy": ("graph/pipeline.py", "graph/mentions", "graph/coreference", "graph/extract"),
    "owlrl": ("graph/reasoning",),
    "pyshacl": ("graph/validation",),
    "flask": ("server",),
    "waitress": ("server",),
    "trafilatura": ("graph/article",),
    "SPARQLWrapper": ("graph/store",),
    "oxrdflib": ("graph/store",),
    "click": ("graph/cli", "server/cli.py"),
    "xlsxwriter": ("graph/questions",),
    "pandas": ("graph/client",),
    "mcp": ("server/assistants.py",),
}


@cache
def rooms() -> list[str]:
    text = ast.get_docstring(ast.parse((ROOT / "graph" / "__init__.py").read_text("utf-8"))) or ""
    return [line.split()[0] for line in text.splitlines()[1:] if line.strip()]


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@cache
def imports(path: Path) -> set[str]:
    tree = tree_of(path)
    found = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    return found | {
        node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module and not node.level
    }


def room_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[1].removesuffix(".py")


def test_the_map_names_every_room() -> None:
    there = {
        p.name.removesuffix(".py")
        for p in (ROOT / "graph").iterdir()
        if p.name[0] not in "_." and p.suffix in ("", ".py")
    }
    assert set(rooms()) == there - {"py.typed"}
    assert len(MODULES) > 150


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_point_down_the_flow(path: Path) -> None:
    order = rooms()
    mine = room_of(path) if path.relative_to(ROOT).parts[0] == "graph" else "server"
    for name in imports(path):
        parts = name.split(".")
        if parts[:2] == ["summitry", "graph"] and len(parts) > 2 and mine in order:
            assert order.index(parts[2]) <= order.index(mine), f"{mine} imports {name}, which stands after it"
        if mine != "server":
            assert parts[:2] != ["summitry", "server"]
        elif path.name not in ("cli.py", "parser.py"):  # commands, and the process that reads articles
            assert parts[:3] != ["summitry", "graph", "extract"]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_module_says_what_it_is_and_keeps_to_a_size(path: Path) -> None:
    text = path.read_text("utf-8")
    if text.strip():
        assert ast.get_docstring(tree_of(path)), "no docstring"
    assert text.count("\n") <= 400, "over about 300 lines: is there a second idea in it?"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_module_keeps_a_name_of_its_own_that_it_does_not_use(path: Path) -> None:
    tree = tree_of(path)
    targets = [t for s in tree.body if isinstance(s, ast.Assign) for t in s.targets]
    targets += [s.target for s in tree.body if isinstance(s, ast.AnnAssign)]
    kept = {n.id for target in targets for n in ast.walk(target) if isinstance(n, ast.Name)}
    kept |= {d.name for d in tree.body if isinstance(d, (ast.FunctionDef, ast.ClassDef))}
    used = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}
    used |= {n.attr for n in ast.walk(tree) if isinstance(n, ast.Attribute)}
    assert sorted(k for k in kept - used if k.startswith("_") and not k.startswith("__")) == []


@pytest.mark.parametrize("engine", HOMES)
def test_an_engine_is_named_in_one_room(engine: str) -> None:
    users = [str(p.relative_to(ROOT)) for p in MODULES if any(i.split(".")[0] == engine for i in imports(p))]
    assert users
    assert all(user.startswith(HOMES[engine]) for user in users), users
