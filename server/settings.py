"""What a server is told before it starts: the limits it holds requests to, and where things lie."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

KIB = 1024
MIB = 1024 * KIB


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may take; every figure is shown in the service description."""

    seconds: float = 30.0  # wall time of a query or update
    memory: int = 1536 * MIB  # address space of a reader, beyond what the graph itself takes
    result_bytes: int = 256 * MIB
    query_bytes: int = 4 * MIB  # a query or update, as text
    upload_bytes: int = 256 * MIB  # a graph sent to the graph store
    inline_bytes: int = 256 * KIB  # kept in memory before a result is spooled to a file
    kept_bytes: int = 64 * MIB  # answers kept for the next who asks the same, in memory
    kept_file_bytes: int = 512 * MIB  # and in files
    readers: int = 8  # reader processes at most
    warm_readers: int = 2  # kept ready
    per_client: int = 8  # queries of one address at a time; more wait their turn
    queue: int = 256  # queries waiting for a reader; more are refused


@dataclass(frozen=True, slots=True)
class Settings:
    """How `summitry serve` was asked to run."""

    store: str = "summitry-data"
    host: str = "127.0.0.1"
    port: int = 8000
    base: str = "https://w3id.org/summitry/"
    empty: bool = False  # a plain SPARQL store: no ontology, no reference data, default graph = unnamed graph
    token_file: Path | None = None
    remotes: tuple[str, ...] = ()  # hosts that SERVICE and LOAD may reach
    threads: int = 16
    limits: Limits = field(default_factory=Limits)
