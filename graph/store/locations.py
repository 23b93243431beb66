"""A path or a URL, with what the environment adds -> the store."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit, urlunsplit

from summitry.graph.errors import BadParameter, StoreUnavailable
from summitry.graph.store.embedded import EmbeddedStore
from summitry.graph.store.http import Endpoints
from summitry.graph.store.interface import GraphStore
from summitry.graph.store.remote import RemoteStore
from summitry.graph.vocabulary import DEFAULT_BASE

# The last part of a query endpoint's path -> that of its update endpoint: Oxigraph and Fuseki have /query
# beside /update, Summitry and Fuseki /sparql; RDF4J and GraphDB put /statements below the repository.
_UPDATE_BESIDE = {"query": "update", "sparql": "update"}


def is_url(location: str) -> bool:
    """True for the address of a server."""
    return location.startswith(("http://", "https://"))


def endpoints(location: str, environ: Mapping[str, str]) -> Endpoints:
    """The addresses of a server; SUMMITRY_STORE_UPDATE, _GRAPHS and _TOKEN settle what the URL cannot tell.

    A user and password in the URL are sent as HTTP Digest authentication.
    """
    parts = urlsplit(location)
    if not parts.hostname:
        raise BadParameter(
            "store", f"{location!r} is not the URL of a server, such as http://127.0.0.1:8000/sparql"
        )
    host = parts.netloc.rpartition("@")[2]
    path = parts.path if parts.path not in ("", "/") else "/sparql"
    query = urlunsplit((parts.scheme, host, path, parts.query, ""))
    return Endpoints(
        query=query,
        update=environ.get("SUMMITRY_STORE_UPDATE") or _update(query),
        graphs=environ.get("SUMMITRY_STORE_GRAPHS") or None,
        token=environ.get("SUMMITRY_STORE_TOKEN") or None,
        user=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password) if parts.password else None,
    )


def _update(query: str) -> str:
    address, _, rest = query.partition("?")
    parent, _, last = address.rstrip("/").rpartition("/")
    if last in _UPDATE_BESIDE:
        address = f"{parent}/{_UPDATE_BESIDE[last]}"
    elif parent.endswith("/repositories"):
        address = f"{address.rstrip('/')}/statements"
    return f"{address}?{rest}" if rest else address


def open_store(
    location: str | Path | None,
    *,
    environ: Mapping[str, str] | None = None,
    base: str = DEFAULT_BASE,
    create: bool = True,
    read_only: bool = False,
) -> GraphStore:
    """The store at a folder or URL; None is a new store in memory.

    `create` False refuses a folder that holds no store yet; `read_only` opens one that another process holds.
    """
    if location is None:
        return EmbeddedStore(base=base)
    if is_url(str(location)):
        return RemoteStore(endpoints(str(location), environ or {}), base=base)
    path = Path(location)
    if (read_only or not create) and not (path / "CURRENT").exists():
        raise StoreUnavailable(f"there is no store at {path}; `summitry ingest` makes one")
    return EmbeddedStore(path, base=base, read_only=read_only)
