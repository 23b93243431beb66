"""Text that somebody brings -> the claims in it -> the graph, as `summitry ingest` would put them there."""

from __future__ import annotations

import secrets
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import cast

from pyoxigraph import NamedNode, Quad, RdfFormat, parse
from werkzeug.exceptions import ServiceUnavailable

from summitry.graph.article import Article, read_articles
from summitry.graph.build import Builder
from summitry.graph.claims import Claim
from summitry.graph.errors import BadParameter, UnreadableInput
from summitry.graph.reasoning import Reasoner
from summitry.graph.store.changes import change as change_text
from summitry.graph.store.embedded import canonical
from summitry.graph.triples import claims_of
from summitry.graph.triples.literals import english, text_literal, time_literal
from summitry.graph.vocabulary import DCTERMS, RDF, RDFS, SY, Iris
from summitry.server.pages.proofs import ServedStore
from summitry.server.service import Service

SUFFIXES = (".txt", ".md", ".html", ".json", ".jsonl")
LARGEST = 2_000_000  # bytes of text brought at once
PATIENCE = 300.0  # seconds that reading it may take
KEPT = 40 * 60.0  # seconds that what was read waits to be looked over
DRAFTS = 50  # of them at once

# Reading needs a statistical parser, which has no business in the process that answers requests.
_READ = "from summitry.server.cli import main; main()"


@dataclass(frozen=True, slots=True)
class Item:
    """One article and what it states."""

    article: Article
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody has brought, read but not stored; `token` is theirs, and is asked again before it is."""

    key: str
    token: str
    label: str
    items: tuple[Item, ...]
    made: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person decided of one claim: rejected, or replaced by another."""

    claim: Claim
    words: str
    instead: Claim | None = None


class Drafts:
    """What waits to be looked over, in memory alone and not for long."""

    def __init__(self) -> None:
        self._held: dict[str, Draft] = {}
        self._lock = threading.Lock()

    def put(self, token: str, label: str, items: tuple[Item, ...]) -> Draft:
        """Keeps what was read under a name that nobody guesses."""
        draft = Draft(secrets.token_urlsafe(18), token, label, items, time.monotonic())
        with self._lock:
            self._held = {key: each for key, each in self._held.items() if draft.made - each.made < KEPT}
            while len(self._held) >= DRAFTS:
                self._held.pop(next(iter(self._held)))
            self._held[draft.key] = draft
        return draft

    def get(self, key: str) -> Draft | None:
        """What was kept under this name, if it is still there."""
        found = self._held.get(key)
        return found if found and time.monotonic() - found.made < KEPT else None

    def drop(self, key: str) -> None:
        """Forgets it."""
        self._held.pop(key, None)


_READING = threading.Lock()  # one at a time: reading takes a processor and some hundred megabytes


def read(name: str, data: bytes, published: date | None, base: str) -> tuple[Item, ...]:
    """The articles in a file with the claims in them; UnreadableInput where it is none."""
    suffix = Path(name).suffix.lower()
    if suffix not in SUFFIXES:
        raise BadParameter("file", f"{name!r} is not one of {' '.join(SUFFIXES)}")
    if len(data) > LARGEST:
        raise BadParameter(
            "file", f"{len(data):,} bytes; at once {LARGEST:,} are read, the command line reads more"
        )
    if not _READING.acquire(timeout=PATIENCE / 10):
        raise ServiceUnavailable("another text is being read; try again in a minute")
    try:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, f"text{suffix}")
            path.write_bytes(data)
            articles = tuple(read_articles([path], published, base))
            claims = _claims(path, published, base)
    finally:
        _READING.release()
    if not articles:
        raise UnreadableInput(name, "holds no article")
    named = (replace(article, file=Path(name).name) for article in articles)
    return tuple(Item(article, claims.get(article.iri, ())) for article in named)


def _claims(path: Path, published: date | None, base: str) -> Mapping[str, tuple[Claim, ...]]:
    """What `summitry extract` finds in a file, by the IRI of the article."""
    dated = ["--published", published.isoformat()] if published else []
    command = [
        sys.executable,
        "-c",
        _READ,
        "--base",
        base,
        "extract",
        path.name,
        *dated,
        "--format",
        "turtle",
    ]
    try:
        done = subprocess.run(command, cwd=path.parent, capture_output=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        raise ServiceUnavailable(f"reading the text took more than {PATIENCE:.0f} seconds") from None
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise UnreadableInput(path.name, told[-1] if told else "could not be read")
    iris = Iris(base)
    found: dict[str, list[Claim]] = {}
    for claim in claims_of(parse(done.stdout, RdfFormat.TURTLE), iris):
        found.setdefault(claim.article, []).append(claim)
    order = {article: sorted(claims, key=_place) for article, claims in found.items()}
    return {article: tuple(claims) for article, claims in order.items()}


def _place(claim: Claim) -> tuple[int, str]:
    return min((evidence.start for evidence in claim.finding.evidence), default=0), claim.key


class WritableStore(ServedStore):
    """The store behind the service, for a builder: a change is one update, and what follows is the server's."""

    def update(self, text: str, *, base: str | None = None) -> None:
        """Applies an update as a whole."""
        self._service.update(text, base, admin=True)

    def change(self, added: Iterable[Quad], removed: Iterable[Quad] = ()) -> None:
        """Takes out, then puts in."""
        if text := change_text(canonical(added), canonical(removed)):
            self.update(text)


class _Handed:
    """Stands where a builder has its reasoner: the server itself lets its reasoner follow every change."""

    def __init__(self, store: WritableStore) -> None:
        self._store = store

    def apply(self, added: Iterable[Quad], removed: Iterable[Quad]) -> None:
        """Makes the change; the server works out what follows from it."""
        self._store.change(added, removed)


class _Extension(Builder):
    """A builder over a graph that is served: its layers were made ready when the server started."""

    def prepare(self, progress: Callable[[int], None] | None = None) -> bool:
        """Nothing is to be loaded."""
        return False


_STORING = threading.Lock()


def store(service: Service, items: Iterable[Item], verdicts: Iterable[Verdict], by: str) -> None:
    """Puts articles with their claims into the graph, and what a person has decided of them."""
    held = WritableStore(service)
    builder = _Extension(held, reasoner=cast(Reasoner, _Handed(held)), clock=lambda: datetime.now(UTC))
    with _STORING:
        for item in items:
            if builder.digest(item.article.iri) == item.article.digest:  # the same text, looked over anew
                builder.remove(item.article.iri)
            claims = item.claims
            for step in builder.ingest([item.article], lambda article, claims=claims: claims):  # type: ignore[misc]
                if step.error is not None:
                    raise step.error
        quads = [quad for verdict in verdicts for quad in _decided(verdict, by, held.iris)]
        held.change(quads)


def _decided(verdict: Verdict, by: str, iris: Iris) -> Iterable[Quad]:
    """A person's decision about a claim, as the other decisions of users are kept: in the unnamed graph."""
    claim = verdict.claim
    node = iris.entity(f"decision/{claim.article.rpartition('/')[2]}-{claim.key}")
    word = "corrected" if verdict.instead else "rejected"
    yield Quad(node, RDF.type, SY.Decision)
    yield Quad(node, RDFS.label, english(f"{word}: {verdict.words}"))
    yield Quad(node, SY.verdict, text_literal(word))
    yield Quad(node, DCTERMS.creator, text_literal(by))
    yield Quad(node, DCTERMS.created, time_literal(datetime.now(UTC)))
    yield Quad(node, DCTERMS.source, NamedNode(claim.article))
    yield Quad(node, SY.oneSide, iris.claim(claim.article, claim.key))
    if verdict.instead:
        yield Quad(node, SY.otherSide, iris.claim(claim.article, verdict.instead.key))
