"""`summitry serve`: the application behind waitress."""

from __future__ import annotations

from pathlib import Path

import waitress  # type: ignore[import-untyped]

from summitry.server.app import create_app
from summitry.server.service import Service
from summitry.server.settings import Limits, Settings


def run(
    store: str,
    host: str = "127.0.0.1",
    port: int = 8000,
    token_file: Path | None = None,
    query_timeout: float = 30.0,
    empty: bool = False,
) -> None:
    """Serves the store until told to stop."""
    settings = Settings(
        store=store,
        host=host,
        port=port,
        token_file=token_file,
        empty=empty,
        limits=Limits(seconds=query_timeout),
    )
    service = Service(settings)
    try:
        service.start()
        waitress.serve(
            create_app(service),
            host=host,
            port=port,
            threads=32,
            connection_limit=1000,
            channel_timeout=5,
            cleanup_interval=2,
        )
    finally:
        service.close()
