"""Paths -> articles; what cannot be read is reported with its file and line, and does not stop the rest."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import astuple, replace
from datetime import date
from pathlib import Path
from typing import NoReturn

from summitry.graph.errors import UnreadableInput

from .blocks import choose
from .formats import Problem, read_json, read_lines, read_text
from .imprint import Imprint, read_imprint
from .model import BASE, Article, BlockKind, Draft, Metadata
from .pages import read_page

EXTENSIONS = (".txt", ".md", ".html", ".htm", ".json", ".jsonl")
STDIN = "-"


def read_articles(
    paths: Iterable[Path | str],
    published: date | None = None,
    base: str = BASE,
    on_problem: Problem | None = None,
) -> Iterator[Article]:
    """The articles in files, in folders (with all below them, in order of names) and on standard input ("-").

    `published` dates the articles that do not say when they appeared. Files of a folder that have another
    extension than `EXTENSIONS` are left alone. Each problem goes to `on_problem`; without it,
    the first is raised.
    """
    report = on_problem or _raise
    for file, data in read_files(paths, report):
        try:
            for draft in _drafts(file, data, report):
                yield _finish(draft, published, base)
        except UnreadableInput as problem:
            report(problem)


def read_files(paths: Iterable[Path | str], on_problem: Problem | None = None) -> Iterator[tuple[str, bytes]]:
    """The files that `read_articles` would read, each with what is in it."""
    for path in paths:
        yield from _files(path, on_problem or _raise)


def _raise(problem: UnreadableInput) -> NoReturn:
    raise problem


def _files(path: Path | str, report: Problem) -> Iterator[tuple[str, bytes]]:
    name = os.fspath(path)
    if name == STDIN:
        yield STDIN, sys.stdin.buffer.read()
        return
    names = _below(name) if os.path.isdir(name) else [name]
    if not names:
        report(UnreadableInput(name, f"holds no articles ({' '.join(EXTENSIONS)})"))
    for file in names:
        try:
            _check_extension(file)
            yield file, Path(file).read_bytes()
        except OSError as error:
            report(UnreadableInput(file, _reason(error)))
        except UnreadableInput as problem:
            report(problem)


def _below(folder: str) -> list[str]:
    found = []
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        found += [
            os.path.join(parent, f) for f in files if not f.startswith(".") and _extension(f) in EXTENSIONS
        ]
    return sorted(found)


def _extension(file: str) -> str:
    return os.path.splitext(file)[1].lower()


def _check_extension(file: str) -> None:
    if _extension(file) not in EXTENSIONS and os.path.exists(file):
        ending = _extension(file) or "no extension"
        raise UnreadableInput(
            file, f"is of a format not known ({ending}); expected one of {' '.join(EXTENSIONS)}"
        )


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    return (error.strerror or str(error)).lower()


def _drafts(file: str, data: bytes, report: Problem) -> Iterator[Draft]:
    match _sniffed(data) if file == STDIN else _extension(file):
        case ".html" | ".htm":
            yield read_page(data, file)
        case ".json":
            yield from read_json(data, file)
        case ".jsonl":
            yield from read_lines(data, file, report)
        case ending:
            yield read_text(data, file, wrapped=ending == ".md")


def _sniffed(data: bytes) -> str:
    """The extension that standard input would have had: what it begins with tells, as it carries no name."""
    start = data[:1000].removeprefix(b"\xef\xbb\xbf").lstrip()
    if start[:15].lower().startswith((b"<!doctype html", b"<html")):
        return ".html"
    if start.startswith(b'{"') and b"\n" in data.strip():
        return ".jsonl"
    if start.startswith((b"{\n", b"{\r", b'{"', b"{ ", b'[{"', b"[\n", b"[ {")):
        return ".json"
    return ".txt"


def _finish(draft: Draft, published: date | None, base: str) -> Article:
    pieces = choose(draft)
    imprint = read_imprint(draft.text, pieces.margins, pieces.blocks)
    told = _completed(draft.metadata, imprint, published)
    headline = next((b for b in pieces.blocks if b.kind is BlockKind.HEADLINE), None)
    title = told.title or (draft.text[headline.start : headline.end] if headline else None)
    content = hashlib.sha256(draft.text.encode())
    name = hashlib.sha256(told.url.encode()) if told.url else content
    return Article(
        iri=f"{base}id/article/{name.hexdigest()[:16]}",
        file=draft.file,
        text=draft.text,
        title=title,
        url=told.url,
        published=told.published,
        publisher=told.publisher,
        language=told.language,
        blocks=pieces.blocks,
        digest=hashlib.sha256(repr((draft.text, *map(str, astuple(told)))).encode()).hexdigest(),
        dateline=imprint.dateline,
        place=imprint.place,
    )


def _completed(told: Metadata, imprint: Imprint, given: date | None) -> Metadata:
    """What the file says first, then what the text says, then what the user says."""
    return replace(
        told,
        published=told.published or imprint.published or given,
        publisher=told.publisher or imprint.publisher,
    )
