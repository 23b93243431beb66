"""One question to an OpenAI-compatible endpoint: asked again with growing pauses while that may help, else a plain error."""

from __future__ import annotations

import json
import logging
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPException, HTTPMessage
from typing import IO, Any, TypeVar
from urllib.parse import urlsplit

from summitry.graph.errors import ModelError, ModelUnavailable
from summitry.graph.extract.llm.settings import ModelSettings

_LOG = logging.getLogger(__name__)
_LATER = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})  # may pass; the others will not
_FIRST, _LONGEST = 1.0, 60.0  # seconds of the first pause, and of any
_MOST = 8_000_000  # bytes of one answer
_PATIENCE = 3  # questions in vain after which a model is asked only once each
_OPTIONAL = ("response_format", "temperature")  # what some endpoints do not take
Body = dict[str, Any]
Answer = TypeVar("Answer")


class Truncated(Exception):
    """The model came to the end of its window: ask about less at once."""


class _Passing(Exception):
    """A failure that may pass; `wait` is what the server asked for, in seconds."""

    def __init__(self, problem: str, wait: float | None = None) -> None:
        super().__init__(problem)
        self.wait = wait


class _Refused(Exception):
    """A request that will be refused however often it is sent."""

    def __init__(self, code: int, problem: str) -> None:
        super().__init__(problem)
        self.code = code


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Follows nothing: the key is meant for the address that was given."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> None:  # fmt: skip
        return None


@dataclass(slots=True)
class Chat:
    """A model behind its endpoint. `sleep` pauses between attempts; `dropped` are parameters that it does not take.

    `vain` counts the last questions without an answer: a model that is down must not cost every article its pauses.
    """

    settings: ModelSettings
    sleep: Callable[[float], object] = time.sleep
    dropped: tuple[str, ...] = ()
    vain: int = 0

    def ask(self, body: Callable[[], Body], read: Callable[[str], Answer]) -> Answer:
        """What `read` makes of the answer's words; where it raises ValueError the model is asked anew, as if it were busy.

        `body` makes the request, anew for each attempt: it may look at what has been dropped.
        """
        pause, problem = _FIRST, ""
        retries = self.settings.retries if self.vain < _PATIENCE else 0
        for attempt in range(retries + 1):
            try:
                answer = read(self._words(body))
                self.vain = 0
                return answer
            except (_Passing, ValueError) as error:
                problem, wait = str(error), getattr(error, "wait", None)
            if attempt < retries:
                _LOG.warning("%s; asking again", problem)
                self.sleep(min(wait if wait is not None else pause, _LONGEST))
                pause *= 2
        self.vain += 1
        times = f"{retries + 1} times" if retries else "once"
        raise ModelUnavailable(f"{self._shown} was asked {times} in vain: {problem}")

    def _words(self, body: Callable[[], Body]) -> str:
        """The words of one answer; parameters that the endpoint refuses by name are left out from then on."""
        while True:
            sent = {name: value for name, value in body().items() if name not in self.dropped}
            try:
                return _content(self._send({"model": self.settings.model, **sent}))
            except _Refused as error:
                odd = [
                    name
                    for name in _OPTIONAL
                    if name in sent and error.code in (400, 422) and name in str(error)
                ]
                if not odd:
                    raise ModelError(f"{self._shown} {_meaning(error.code)}: {error}") from None
                self.dropped = (*self.dropped, odd[0])

    def _send(self, body: Body) -> bytes:
        request = urllib.request.Request(self.settings.url, json.dumps(body).encode(), method="POST")
        request.add_header("Content-Type", "application/json")
        request.add_header("Accept", "application/json")
        if self.settings.key:
            request.add_header("Authorization", f"Bearer {self.settings.key}")
        until = time.monotonic() + self.settings.timeout
        try:
            with urllib.request.build_opener(_NoRedirect).open(
                request, timeout=self.settings.timeout
            ) as response:
                return self._read(response, until)
        except urllib.error.HTTPError as error:
            problem = _problem(error.read(100_000).decode(errors="replace")) or error.reason
            if error.code in _LATER:
                raise _Passing(f"{error.code}: {problem}", _asked_wait(error.headers)) from None
            raise _Refused(error.code, problem) from None
        except TimeoutError:
            raise _Passing(f"no answer within {self.settings.timeout:g} seconds") from None
        except (urllib.error.URLError, HTTPException, OSError) as error:
            reason = getattr(error, "reason", None) or error
            if isinstance(reason, TimeoutError):
                reason = f"no answer within {self.settings.timeout:g} seconds"
            if isinstance(reason, socket.gaierror):
                raise ModelUnavailable(f"{self._shown} cannot be found: {reason.strerror}") from None
            raise _Passing(str(reason)) from None

    def _read(self, response: Any, until: float) -> bytes:
        """The whole body, within the time for one answer and a size that no honest answer has."""
        parts, size = [], 0
        while part := response.read1(65_536):
            parts.append(part)
            size += len(part)
            if size > _MOST:
                raise _Passing(f"an answer of more than {_MOST} bytes")
            if time.monotonic() > until:
                raise _Passing(f"no answer within {self.settings.timeout:g} seconds")
        return b"".join(parts)

    @property
    def _shown(self) -> str:
        parts = urlsplit(self.settings.url)
        return f"the model {self.settings.model} at {parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"


def _content(body: bytes) -> str:
    """The words of the first choice in a reply."""
    try:
        choice = json.loads(body)["choices"][0]
        content, ended = choice["message"]["content"], choice.get("finish_reason")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise _Passing("a reply that is no chat completion") from None
    if ended == "length":
        raise Truncated
    if not isinstance(content, str) or not content.strip():
        raise _Passing("an empty answer")
    return content


def _asked_wait(headers: Message) -> float | None:
    """The seconds of a Retry-After; None where there is none, or a date."""
    text = headers.get("Retry-After") or ""
    return float(text) if text.replace(".", "", 1).isdigit() else None


def _problem(body: str) -> str:
    """The sentence in an error's body: OpenAI's error.message, else its first line."""
    try:
        document = json.loads(body)
        error = document.get("error", document)
        body = (
            str(error.get("message") or error.get("detail") or error)
            if isinstance(error, dict)
            else str(error)
        )
    except (ValueError, AttributeError, RecursionError):
        pass
    return next((line.strip() for line in body.splitlines() if line.strip()), "")[:300]


def _meaning(code: int) -> str:
    if code in (401, 403):
        return "wants another key (SUMMITRY_LLM_KEY)"
    if code in (404, 405) or 300 <= code < 400:
        return (
            f"has no such model or no chat completions there (SUMMITRY_LLM_URL, SUMMITRY_LLM_MODEL; {code})"
        )
    return f"refused the question with {code}"
