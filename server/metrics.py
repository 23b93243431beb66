"""/health and /metrics: figures for operators, in Prometheus' text format."""

from __future__ import annotations

import threading
import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from flask import Blueprint, Flask, Response, g, jsonify, request

from summitry.server.service import Service

BUCKETS = (0.005, 0.025, 0.1, 0.5, 2.5, 10.0, 30.0)
METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS")
TEXT = "text/plain; version=0.0.4; charset=utf-8"


class Meter:
    """Counts requests and how long they took, by route."""

    def __init__(self) -> None:
        self.started = time.time()
        self.short = 0  # queries that needed no thread
        self._lock = threading.Lock()
        self._requests: Counter[tuple[str, str, int]] = Counter()
        self._buckets: dict[str, list[int]] = {}
        self._seconds: dict[str, float] = {}

    def count(self, route: str, method: str, status: int, seconds: float) -> None:
        """Notes one request."""
        with self._lock:
            self._requests[route, method, status] += 1
            buckets = self._buckets.setdefault(route, [0] * (len(BUCKETS) + 1))
            buckets[bisect_left(BUCKETS, seconds)] += 1
            self._seconds[route] = self._seconds.get(route, 0.0) + seconds

    def lines(self) -> Iterator[str]:
        """The figures, a line each."""
        with self._lock:
            requests, seconds = dict(self._requests), dict(self._seconds)
            buckets = {route: list(counts) for route, counts in self._buckets.items()}
        yield "# HELP summitry_requests_total Requests answered.\n# TYPE summitry_requests_total counter"
        for (route, method, status), number in sorted(requests.items()):
            labels = f'route="{route}",method="{method}",status="{status}"'
            yield f"summitry_requests_total{{{labels}}} {number}"
        yield "# HELP summitry_request_seconds Time to an answer.\n# TYPE summitry_request_seconds histogram"
        for route, counts in sorted(buckets.items()):
            total = 0
            for bound, number in zip((*map(str, BUCKETS), "+Inf"), counts, strict=True):
                total += number
                yield f'summitry_request_seconds_bucket{{route="{route}",le="{bound}"}} {total}'
            yield f'summitry_request_seconds_sum{{route="{route}"}} {seconds[route]:.6f}'
            yield f'summitry_request_seconds_count{{route="{route}"}} {total}'


def blueprint(service: Service, meter: Meter) -> Blueprint:
    """The two addresses."""
    views = Blueprint("metrics", __name__)

    @views.get("/health")
    def health() -> Response:
        if not service.alive:
            response = jsonify(status="failing", reason="the process that holds the graph has ended")
            response.status_code = 503
            return response
        return jsonify(status="ok", version=service.version)

    @views.get("/metrics")
    def metrics() -> Response:
        lines = [*meter.lines(), *gauges(service, meter)]
        return Response("\n".join(lines) + "\n", content_type=TEXT)

    return views


def gauges(service: Service, meter: Meter) -> Iterator[str]:
    """What stands now."""
    figures: dict[str, tuple[str, str, float]] = {
        "summitry_uptime_seconds": ("gauge", "Seconds since the start.", time.time() - meter.started),
        "summitry_graph_version": ("gauge", "Changes of the graph since the start.", service.pool.version),
        "summitry_short_total": ("counter", "Queries answered without a thread.", meter.short),
        "summitry_kept_hits_total": ("counter", "Answers given again.", service.kept.hits),
        "summitry_kept_misses_total": ("counter", "Answers worked out.", service.kept.misses),
    }
    for name, count in service.pool.counts.items():
        kind = "counter" if name in ("forked", "killed") else "gauge"
        suffix = "_total" if kind == "counter" else ""
        figures[f"summitry_readers_{name}{suffix}"] = (kind, f"Readers: {name}.", count)
    for name, (kind, words, number) in figures.items():
        yield f"# HELP {name} {words}\n# TYPE {name} {kind}\n{name} {number:g}"


def measure(app: Flask, meter: Meter) -> None:
    """Makes the app count what it answers, by route and never by address, which anybody can make up."""

    @app.before_request
    def begin() -> None:
        g.began = time.monotonic()

    @app.after_request
    def end(response: Response) -> Response:
        route = request.url_rule.rule if request.url_rule else "other"
        began = getattr(g, "began", None)
        seconds = time.monotonic() - began if began is not None else 0.0
        method = request.method if request.method in METHODS else "other"
        meter.count(route, method, response.status_code, seconds)
        return response
