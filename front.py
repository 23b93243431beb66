"""Who met whom, where, and who says so: `summitry.connect("summitry-data")`, or the URL of an endpoint.

This is what `import summitry` gives; the rest is `summitry.graph` and `summitry.server`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summitry.graph.client import Client, Rows, connect

__all__ = ["Client", "Rows", "connect"]


def __getattr__(name: str) -> Any:
    """What is asked for, imported when it is: the command line does without it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from summitry.graph import client

    return getattr(client, name)
