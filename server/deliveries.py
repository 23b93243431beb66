"""POST /ingest for programs: a file in, what became of its articles out, as JSON.

curl -H "Authorization: Bearer $TOKEN" --data-binary @news.txt -H 'Content-Type: text/plain' \\
     'http://127.0.0.1:8000/ingest?name=news.txt&published=2022-06-29'
"""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import Request, Response, jsonify

from summitry.graph.article import Article
from summitry.graph.errors import BadParameter
from summitry.server import intake
from summitry.server.auth import Keys, authorise
from summitry.server.logs import audit
from summitry.server.service import Service

FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
_SUFFIXES = {
    "": ".txt",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/html": ".html",
    "application/json": ".json",
    "application/jsonl": ".jsonl",
    "application/x-ndjson": ".jsonl",
}


def is_delivery(request: Request) -> bool:
    """Whether a program sends a file, where a browser would send a form."""
    return request.mimetype not in FORMS


def deliver(request: Request, service: Service, keys: Keys, reader: intake.Intake) -> Response:
    """Reads a file and stores what it states; the same file again changes nothing."""
    with audit(request) as entry:
        entry.label = authorise(request, keys, "write").label
        name, published = _name(request), _published(request)
        entry.what = name
        base = service.settings.base
        found = reader.read(
            name, request.get_data(), published, base, lambda article: intake.is_stored(service, article)
        )
        steps = intake.store(service, found.items, anew=False) if found.items else []
    read = {item.article.iri: item.article for item in found.items}
    told = [_told(read[step["article"]], step) for step in steps]
    told += [_told(article, {"outcome": "unchanged", "claims": 0}) for article in found.known]
    told += [
        _told(article, {"outcome": "failed", "claims": 0, "error": error}) for article, error in found.failed
    ]
    problems = [{"where": each.where, "problem": each.problem} for each in found.problems]
    return jsonify({"articles": told, "problems": problems})


def _told(article: Article, outcome: dict[str, Any]) -> dict[str, Any]:
    return {"article": article.iri, "file": article.file, "title": article.title} | outcome


def _name(request: Request) -> str:
    name = request.args.get("name", "").strip()
    if name:
        return name
    suffix = _SUFFIXES.get(request.mimetype)
    if suffix is None:
        offered = ", ".join(filter(None, _SUFFIXES))
        raise BadParameter(
            "name", f"is missing, and {request.mimetype} is none of {offered}; example: news.txt"
        )
    return f"text{suffix}"


def _published(request: Request) -> date | None:
    text = request.args.get("published", "").strip()
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise BadParameter("published", f"{text!r} is not a day such as 2022-06-29") from None
