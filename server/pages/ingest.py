"""Adding articles by hand: paste or upload, look over what was read, correct or reject it, store it.

The same address takes files of programs, which are stored without a look; see `deliveries`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from flask import Blueprint, Request, Response, redirect, request
from werkzeug.exceptions import Forbidden, HTTPException
from werkzeug.wrappers import Response as BaseResponse

from summitry.graph.claims import Claim
from summitry.graph.errors import BadParameter, SummitryError, UnknownName, UnreadableInput
from summitry.server import intake
from summitry.server.auth import Keys, Token, is_foreign
from summitry.server.deliveries import deliver, is_delivery
from summitry.server.intake import Draft, Drafts, Intake, Item, Reading, Verdict
from summitry.server.logs import audit
from summitry.server.pages.data import resolver
from summitry.server.pages.forms import Blank, blanks, corrected
from summitry.server.pages.links import Links, spaced
from summitry.server.pages.passages import sentence
from summitry.server.pages.render import render
from summitry.server.service import Service

_PASTED = {"text": ".txt", "markdown": ".md", "html": ".html"}


@dataclass(frozen=True, slots=True)
class Shown:
    """One claim as the page shows it: the sentence, its words marked, and the fields to correct."""

    place: int
    kind: str
    before: str
    exact: str
    after: str
    certainty: str
    attribution: str | None
    blanks: tuple[Blank, ...]


def blueprint(service: Service, keys: Keys) -> Blueprint:
    """The three steps: bring, look over, store."""
    views = Blueprint("ingest", __name__)
    drafts, reader = Drafts(), Intake()

    @views.get("/ingest")
    def bring() -> Response:
        return render("ingest.html", open=keys.any, complaint=None, given={})

    @views.post("/ingest")
    def read() -> BaseResponse:
        if is_delivery(request):
            return deliver(request, service, keys, reader)
        try:
            with audit(request) as entry:
                token = admit(request, keys)
                entry.label = token.label
                name, data, published = _brought(request)
                entry.what = name
                found = reader.read(name, data, published, service.settings.base)
                items = _whole(name, found)
        except (SummitryError, HTTPException) as error:
            return _refused("ingest.html", error, open=keys.any, given=request.form)
        draft = drafts.put(request.form["token"].strip(), token.label, items)
        return redirect(f"/ingest/{draft.key}", 303)

    @views.get("/ingest/<key>")
    def look(key: str) -> Response:
        return _show(_draft(drafts, key))

    @views.post("/ingest/<key>")
    def keep(key: str) -> BaseResponse:
        draft = _draft(drafts, key)
        try:
            with audit(request) as entry:
                token = _still(keys, draft)
                entry.label = token.label
                items, verdicts = _decide(draft, service)
                entry.what = ", ".join(item.article.iri for item in items)
                intake.store(service, items, verdicts, token.label)
        except (SummitryError, HTTPException) as error:
            return _show(draft, error)
        drafts.drop(key)
        if len(items) == 1:
            return redirect(Links(service.settings.base).href(items[0].article.iri) or "/articles", 303)
        return redirect("/changes", 303)

    return views


def _whole(name: str, found: Reading) -> tuple[Item, ...]:
    """What a person looks over: all of a file, or a refusal that says what is wrong with it."""
    if found.problems:
        raise found.problems[0]
    if found.failed:
        raise UnreadableInput(name, found.failed[0][1])
    return found.items


def admit(request: Request, keys: Keys) -> Token:
    """The token typed into the form, if it may write. Nothing a browser sends by itself lets anybody in."""
    if not keys.any:
        raise Forbidden("this server takes no changes: it was started without --token-file")
    if is_foreign(request):
        raise Forbidden("a page of another origin sent this")
    token = keys.find(request.form.get("token", "").strip())
    if token is None:
        raise Forbidden("this token is not known here; `summitry token new` makes one")
    if not token.may("write"):
        raise Forbidden(f"this token may {', '.join(sorted(token.scopes))}; adding articles needs write")
    return token


def _still(keys: Keys, draft: Draft) -> Token:
    token = keys.find(draft.token)
    if token is None or not token.may("write") or is_foreign(request):
        raise Forbidden("the token was withdrawn in the meantime")
    return token


def _draft(drafts: Drafts, key: str) -> Draft:
    draft = drafts.get(key)
    if draft is None:
        raise UnknownName(
            "nothing waits here to be looked over: it was stored, or too long ago; bring it again"
        )
    return draft


def _brought(request: Request) -> tuple[str, bytes, date | None]:
    """The file or the pasted text, and the day it is said to be from."""
    text, day = request.form.get("text", ""), request.form.get("published", "").strip()
    try:
        published = date.fromisoformat(day) if day else None
    except ValueError:
        raise BadParameter("published", f"{day!r} is not a day such as 2022-06-29") from None
    upload = request.files.get("file")
    if upload is not None and upload.filename:
        return Path(upload.filename).name, upload.read(intake.LARGEST + 1), published
    if not text.strip():
        raise BadParameter("text", "paste a text or choose a file")
    title = request.form.get("title", "").replace("\n", " ").strip()
    head = f"---\ntitle: {title}\n---\n" if title else ""
    form = request.form.get("form", "text")
    if form not in _PASTED:
        raise BadParameter("form", f"{form!r} is not one of {', '.join(_PASTED)}")
    # browsers send line ends as CR LF
    data = (head + text).replace("\r\n", "\n").encode("utf-8", "replace")
    return f"pasted{_PASTED[form]}", data, published


def _refused(template: str, error: SummitryError | HTTPException, **values: object) -> Response:
    code = error.code if isinstance(error, HTTPException) and error.code else 400
    words = error.description if isinstance(error, HTTPException) else str(error)
    return render(template, code, complaint=words, at=getattr(error, "name", None), **values)


def _show(draft: Draft, error: SummitryError | HTTPException | None = None) -> Response:
    shown, place = [], 0
    for item in draft.items:
        claims = []
        for claim in item.claims:
            claims.append(_shown(claim, place, item))
            place += 1
        shown.append((item.article, claims))
    values = {"draft": draft, "articles": shown, "form": request.form}
    if error is not None:
        return _refused("review.html", error, **values)
    return render("review.html", complaint=None, at=None, **values)


def _shown(claim: Claim, place: int, item: Item) -> Shown:
    first = claim.finding.evidence[0]
    text = item.article.text
    before, exact, after = sentence(text[: first.start], first.exact, text[first.end :])
    certainty = f"{claim.finding.certainty:.2f}".rstrip("0").rstrip(".")
    kind, attribution = spaced(claim.type), claim.finding.attribution
    return Shown(place, kind, before, exact, after, certainty, attribution, blanks(claim, place))


def _decide(draft: Draft, service: Service) -> tuple[tuple[Item, ...], tuple[Verdict, ...]]:
    """The articles with the claims as the form leaves them, and what was decided of the others."""
    found, verdicts, items, place = resolver(service), [], [], 0
    for item in draft.items:
        kept = []
        for claim in item.claims:
            words = f"{spaced(claim.type)}: {claim.finding.evidence[0].exact}"
            if f"keep-{place}" not in request.form:
                verdicts.append(Verdict(claim, words))
            elif (instead := corrected(claim, place, request.form, found, draft.label)) is not None:
                verdicts.append(Verdict(claim, words, instead))
                kept.append(instead)
            else:
                kept.append(claim)
            place += 1
        items.append(Item(item.article, tuple(kept)))
    return tuple(items), tuple(verdicts)
