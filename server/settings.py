"""What a server is told before it starts: flags, then the environment, then a file, then what is usual."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from summitry.graph.errors import BadParameter, ConfigurationError

LINE = "%(asctime)s %(levelname)s %(name)s %(message)s"  # of the log, in every process
KIB = 1024
MIB = 1024 * KIB
TRUE, FALSE = ("1", "true", "yes", "on"), ("0", "false", "no", "off", "")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may take; every figure is shown in the service description."""

    seconds: float = 30.0  # wall time of a query or update
    memory: int = 1536 * MIB  # address space of a reader, beyond what the graph itself takes
    result_bytes: int = 256 * MIB
    result_rows: int = 1_000_000  # solutions of a SELECT; more are had in parts, by LIMIT and OFFSET
    query_bytes: int = 4 * MIB  # a query or update, as text
    upload_bytes: int = 256 * MIB  # a graph sent to the graph store
    header_bytes: int = 256 * KIB  # an address with its headers; long queries go by POST
    inline_bytes: int = 256 * KIB  # kept in memory before a result is spooled to a file
    kept_bytes: int = 64 * MIB  # answers kept for the next who asks the same, in memory
    kept_file_bytes: int = 512 * MIB  # and in files
    kept_files: int = 256  # each takes an open file
    readers: int = 12  # reader processes at most; the last third is for clients that have none at work
    warm_readers: int = 2  # kept ready
    per_client: int = 6  # queries of one address at a time; more wait their turn
    queue: int = 24  # requests waiting for a reader; where there are more, the greediest client's are refused
    connections: int = 1000  # open at once
    idle_seconds: float = 5.0  # an open connection that says nothing


@dataclass(frozen=True, slots=True)
class Settings:
    """How `summitry serve` was asked to run."""

    store: str = "summitry-data"  # a folder; empty for a graph in memory alone
    host: str = "127.0.0.1"
    port: int = 8000
    base: str = "https://w3id.org/summitry/"
    empty: bool = False  # a plain SPARQL store: no ontology, no reference data, default graph = unnamed graph
    token_file: Path | None = None
    remotes: tuple[str, ...] = ()  # hosts that SERVICE, LOAD and JSON-LD contexts may reach
    threads: int = 64  # more than may work or wait at once, so that refusals and /health need not wait
    trusted_proxy: str = ""  # the address of a proxy whose X-Forwarded headers say who asks, and how
    grace: float = 10.0  # seconds that running requests get when the server is told to stop
    audit_file: Path | None = None  # a line of JSON for every change, tried or made
    limits: Limits = field(default_factory=Limits)


# The name of a setting in flags, in the file and, in capitals after SUMMITRY_, in the environment.
NAMES = tuple(entry.name for entry in fields(Settings) if entry.name != "limits")
LIMITS = tuple(entry.name for entry in fields(Limits))
RENAMED = {"query_timeout": "seconds"}
KNOWN = (*NAMES, *LIMITS, *RENAMED)


def read_settings(
    flags: Mapping[str, Any], config: Path | None = None, environ: Mapping[str, str] | None = None
) -> Settings:
    """The settings, each from the first of flags, environment and file that has it."""
    environ = os.environ if environ is None else environ
    stored = read_file(config) if config else {}
    for where, names in (("a flag", flags), (str(config), stored)):
        if unknown := sorted(set(names) - set(KNOWN)):
            known = ", ".join(sorted(KNOWN))
            raise ConfigurationError(f"{where}: {unknown[0]!r} is no setting; there are {known}")
    found: dict[str, Any] = {}
    for source in (flags, from_environment(environ), stored):
        for name, value in source.items():
            if value is not None:
                found.setdefault(RENAMED.get(name, name), value)
    plain = {name: convert(Settings, name, value) for name, value in found.items() if name in NAMES}
    bounds = {name: convert(Limits, name, value) for name, value in found.items() if name in LIMITS}
    return Settings(**plain, limits=Limits(**bounds))


def from_environment(environ: Mapping[str, str]) -> dict[str, str]:
    """The settings among the variables of an environment; an empty one says nothing."""
    told = {name: environ.get(f"SUMMITRY_{name.upper()}", "") for name in KNOWN}
    return {name: value for name, value in told.items() if value}


def read_file(path: Path) -> dict[str, Any]:
    """The settings of a TOML file."""
    try:
        return tomllib.loads(path.read_text())
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigurationError(f"{path}: {error}") from None


def convert(kind: type[Settings] | type[Limits], name: str, value: Any) -> Any:
    """A value as the setting's type, or BadParameter."""
    wanted = next(entry for entry in fields(kind) if entry.name == name).type
    try:
        if wanted == "bool":
            return to_bool(value)
        if wanted in ("int", "float"):
            number = int(value) if wanted == "int" else float(value)
            if number < 0 or (kind is Limits and number == 0):
                raise ValueError
            return number
    except (TypeError, ValueError):
        raise BadParameter(name, f"{value!r} is not a {wanted} that makes sense here") from None
    if wanted == "Path | None":
        return Path(value)
    if str(wanted).startswith("tuple"):
        words = value.split(",") if isinstance(value, str) else value
        return tuple(word.strip() for word in words if word.strip())
    return str(value)


def to_bool(value: Any) -> bool:
    """True or false, as flags, environment and files write them."""
    word = str(value).lower()
    if word in TRUE:
        return True
    if word in FALSE:
        return False
    raise ValueError(value)
