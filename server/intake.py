"""Text that somebody brings -> the claims in it -> the graph, as `summitry ingest` would put them there."""

from __future__ import annotations

import secrets
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode, Quad, RdfFormat, parse
from werkzeug.exceptions import ServiceUnavailable

from summitry.graph.article import Article, read_articles
from summitry.graph.claims import Claim
from summitry.graph.errors import BadParameter, StoreUnavailable, UnreadableInput
from summitry.graph.triples import claims_of
from summitry.graph.triples.literals import english, text_literal, time_literal
from summitry.graph.vocabulary import DCTERMS, RDF, RDFS, SY, Iris
from summitry.server.service import Service
from summitry.server.workers.entry import encode
from summitry.server.workers.link import Link

SUFFIXES = (".txt", ".md", ".html", ".htm", ".json", ".jsonl")
LARGEST = 2_000_000  # bytes of text brought at once
PATIENCE = 300.0  # seconds that reading it may take
KEPT = 40 * 60.0  # seconds that what was read waits to be looked over
DRAFTS = 50  # of them at once
PARSER = "summitry.server.workers.parser"


@dataclass(frozen=True, slots=True)
class Item:
    """One article and what it states."""

    article: Article
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file held: articles read, those that needed no reading, those that failed with why, broken lines."""

    items: tuple[Item, ...]
    known: tuple[Article, ...]
    failed: tuple[tuple[Article, str], ...]
    problems: tuple[UnreadableInput, ...]


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


class Intake:
    """Reads files with a parser in a process of its own: started for the first one, anew where it has ended.

    One file at a time: reading takes a processor and some hundred megabytes. The process ends with this one.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._link: Link | None = None

    def read(
        self,
        name: str,
        data: bytes,
        published: date | None,
        base: str,
        known: Callable[[Article], bool] = lambda article: False,
    ) -> Reading:
        """The articles in a file with the claims in them; UnreadableInput where there are none.

        Those that are `known` are not parsed.
        """
        suffix = Path(name).suffix.lower()
        if suffix not in SUFFIXES:
            raise BadParameter("file", f"{name!r} is not one of {' '.join(SUFFIXES)}")
        if len(data) > LARGEST:
            raise BadParameter(
                "file", f"{len(data):,} bytes; at once {LARGEST:,} are read, the command line reads more"
            )
        problems: list[UnreadableInput] = []
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, f"text{suffix}")
            path.write_bytes(data)
            found = tuple(read_articles([path], published, base, problems.append))
            told = tuple(
                UnreadableInput(each.where.replace(str(path), name), each.problem) for each in problems
            )
            if not found:
                raise told[0] if told else UnreadableInput(name, "holds no article")
            articles = [replace(article, file=name) for article in found]
            fresh = [article for article in articles if not known(article)]
            claims, failed = self._claims(name, path, fresh, published, base) if fresh else ({}, {})
        return Reading(
            tuple(Item(each, claims.get(each.iri, ())) for each in fresh if each.iri not in failed),
            tuple(each for each in articles if each not in fresh),
            tuple((each, failed[each.iri]) for each in fresh if each.iri in failed),
            told,
        )

    def _claims(
        self, name: str, path: Path, wanted: Iterable[Article], published: date | None, base: str
    ) -> tuple[Mapping[str, tuple[Claim, ...]], Mapping[str, str]]:
        """The claims in a file by the IRI of their article, and why some could not be read."""
        told = {
            "path": str(path),
            "published": published and published.isoformat(),
            "base": base,
            "wanted": [article.iri for article in wanted],
        }
        if not self._lock.acquire(timeout=PATIENCE / 10):
            raise ServiceUnavailable("another text is being read; try again in a minute")
        try:
            head, body = self._ask(name, told)
        finally:
            self._lock.release()
        found: dict[str, list[Claim]] = {}
        for claim in claims_of(parse(body, RdfFormat.N_QUADS), Iris(base)):
            found.setdefault(claim.article, []).append(claim)
        ordered = {article: tuple(sorted(claims, key=_place)) for article, claims in found.items()}
        return ordered, head["failed"]

    def _ask(self, name: str, told: Mapping[str, Any]) -> tuple[dict[str, Any], bytes]:
        """What the parser answers; where it ended while it had nothing to do, another one is asked."""
        while True:
            link, fresh = self._link, False
            if link is None or link.process.poll() is not None:
                self.close()
                link, fresh = Link(PARSER), True
                self._link = link
            late = threading.Timer(PATIENCE, link.process.kill)
            late.start()
            try:
                reply = link.ask("read", **told)
                return reply.head, reply.body
            except StoreUnavailable:
                self.close()
                if late.finished.is_set():
                    raise ServiceUnavailable(
                        f"reading the text took more than {PATIENCE:.0f} seconds"
                    ) from None
                if fresh:
                    raise UnreadableInput(name, "ended the process that read it") from None
            finally:
                late.cancel()

    def close(self) -> None:
        """Ends the process."""
        link, self._link = self._link, None
        if link is not None:
            link.close()


def _place(claim: Claim) -> tuple[int, str]:
    return min((evidence.start for evidence in claim.finding.evidence), default=0), claim.key


def is_stored(service: Service, article: Article) -> bool:
    """Whether an article is there with the same text and metadata."""
    text = f"SELECT ?digest {{ <{article.iri}> <{SY.digest.value}> ?digest }}"
    return {"digest": article.digest} in service.rows(text)


def store(
    service: Service, items: Iterable[Item], verdicts: Iterable[Verdict] = (), by: str = "", anew: bool = True
) -> list[dict[str, Any]]:
    """Puts articles with their claims into the graph, and what a person has decided of them.

    Tells what became of each; `anew` lets these claims take the place of what was read of the same text before.
    """
    iris, decided = Iris(service.settings.base), list(verdicts)
    quads = [quad for verdict in decided for quad in _decided(verdict, by, iris)]
    body = encode(((item.article, item.claims) for item in items), quads, iris)
    count = f"{len(decided)} claim{'s' if len(decided) > 1 else ''}"
    return service.enter(body, anew, f"{count} corrected or rejected by {by}" if decided else "")


def _decided(verdict: Verdict, by: str, iris: Iris) -> Iterator[Quad]:
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
