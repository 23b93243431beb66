"""Articles brought by programs, over HTTP: the graph becomes what `summitry ingest` would have made of it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from serving import Server, serving

import summitry
from summitry.graph.build import Step
from summitry.graph.client import Client
from summitry.graph.errors import StoreUnavailable, UnreadableInput, UsageError
from tests.conftest import run

FIRST = "DUSHANBE, May 3, 2024 - Russian President Vladimir Putin arrived in Tajikistan on Friday.\n"
LINES = [
    {
        "url": "https://example.org/one",
        "text": "Russian President Vladimir Putin visited Tajikistan on 3 May 2024.",
    },
    {
        "url": "https://example.org/two",
        "text": "Putin will visit Kazakhstan on 9 May 2024.",
        "published": "2024-05-04",
    },
]


@pytest.fixture(scope="module")
def house(sample_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Path]]:
    """A server over the sample graph, and a folder with the same graph."""
    folder = tmp_path_factory.mktemp("deliveries")
    for name in ("served", "own"):
        shutil.copytree(sample_store, folder / name)
    with serving(folder, store=str(folder / "served"), empty=False) as server:
        yield server, folder / "own"


@pytest.fixture
def client(house: tuple[Server, Path]) -> Client:
    return summitry.connect(house[0].url, token=house[0].tokens["write"])


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("news")
    (folder / "first.txt").write_text(FIRST, "utf-8")
    (folder / "more.jsonl").write_text("".join(json.dumps(line) + "\n" for line in LINES), "utf-8")
    return folder


def test_a_server_of_ours_reads_what_is_brought(
    house: tuple[Server, Path], client: Client, news: Path
) -> None:
    """Also the case of an article that speaks of facts which others have stated: theirs and its claims become one."""
    seen: list[Step] = []
    steps = client.ingest(news, progress=seen.append)
    assert [(Path(step.article.file).name, step.outcome) for step in steps] == [
        ("first.txt", "added"),
        ("more.jsonl", "added"),
        ("more.jsonl", "added"),
    ]
    assert list(steps) == seen and all(step.claims for step in steps)
    (visit,) = [row for row in client.run("visits", visitor="Putin", state="Tajikistan", since="2024-05-01")]
    assert visit["sources"] == 2
    again = client.ingest(news)
    assert {step.outcome for step in again} == {"unchanged"}
    own = run("ingest", str(news), store=house[1])
    assert own.exit_code in (0, 1), own.stderr
    with summitry.connect(house[1], read_only=True) as local:
        for layer in ("facts", "inferred", "claims", "about"):
            served = house[0].http("GET", f"/export.nq?layer={layer}").body
            assert served == local.export(layer=layer, format="nquads")


def test_what_has_changed_can_be_had_over_http(house: tuple[Server, Path], client: Client) -> None:
    server, _ = house
    text = "Emomali Rahmon visited Kazakhstan on 11 May 2024.\n"
    before = server.http("GET", "/export.nq").body
    marker = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(time.time() + 1))
    time.sleep(1.2)
    sent = server.http(
        "POST", "/ingest?name=a.txt&published=2024-05-12", text, "write", Content_Type="text/plain"
    )
    assert (sent.status, [each["outcome"] for each in sent.json()["articles"]]) == (200, ["added"])
    patch = server.http("GET", f"/export.rdfp?since={marker}")
    assert (patch.status, patch.media_type) == (200, "application/rdf-patch")
    state = set(before.decode().splitlines())
    for line in patch.body.decode().splitlines()[1:-1]:
        (state.add if line[0] == "A" else state.remove)(line[2:])
    assert state == set(server.http("GET", "/export.nq").body.decode().splitlines())
    assert patch.body == client.export(format="patch", since=marker)
    told = run("--store", server.url, "export", "--format", "patch", "--since", marker)
    assert told.stdout_bytes == patch.body
    again = server.http("GET", f"/export.rdfp?since={marker}", If_None_Match=patch.headers["etag"])
    assert again.status == 304
    came = server.http("GET", f"/export.nt?layer=claims&since={marker}")
    assert came.status == 200 and b"Rahmon" in came.body
    update = server.http("GET", f"/export?format=update&layer=facts&since={marker}")
    assert update.media_type == "application/sparql-update" and update.body.startswith(b"INSERT DATA")
    for when, words in (("2001-01-01", "the log begins at"), ("soon", "example: 2022-06-29")):
        refused = server.http("GET", f"/export.ttl?since={when}", Accept="application/json")
        assert (refused.status, refused.json()["parameter"]) == (400, "since")
        assert words in refused.json()["detail"]


@pytest.mark.parametrize(
    "token,path,body,code,words",
    [
        ("", "/ingest?name=a.txt", "x", 401, "Authorization"),
        ("read", "/ingest?name=a.txt", "x", 403, "this needs write"),
        ("write", "/ingest?name=a.exe", "x", 400, "'a.exe' is not one of .txt"),
        ("write", "/ingest?name=a.txt&published=soon", "x", 400, "is not a day"),
        ("write", "/ingest?name=a.json", "{", 400, "a.json"),
        ("write", "/ingest", "x", 400, "image/png is none of"),
        ("write", "/ingest?name=a.txt", "x" * 2_000_001, 400, "the command line reads more"),
    ],
)
def test_what_may_not_come_in_is_refused(
    house: tuple[Server, Path], token: str, path: str, body: str, code: int, words: str
) -> None:
    reply = house[0].http("POST", path, body, token, Content_Type="image/png", Accept="application/json")
    assert reply.status == code and words in reply.json()["detail"]


def test_the_client_says_what_is_wrong(house: tuple[Server, Path], client: Client, tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text("{")
    with pytest.raises(UnreadableInput, match=r"bad\.json"):
        client.ingest(tmp_path)
    told: list[Exception] = []
    (tmp_path / "good.txt").write_text("Putin visited Uzbekistan on 17 May 2024.\n")
    (tmp_path / "mixed.jsonl").write_text('{"text": "Putin visited China on 16 May 2024."}\nnonsense\n')
    steps = client.ingest(tmp_path, problems=told.append)
    assert [step.outcome for step in steps] == ["added", "added"]
    assert ["bad.json" in str(told[0]), "mixed.jsonl:2" in str(told[1])] == [True, True]
    with pytest.raises(StoreUnavailable, match="token="):
        summitry.connect(house[0].url).ingest(tmp_path / "good.txt")
    with pytest.raises(UsageError, match="its own extractor"):
        client.ingest(tmp_path, extract=lambda article: ())


def readers(parent: int) -> list[int]:
    """The processes with a parser that a server has."""
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            if (
                f"PPid:\t{parent}\n" in (path / "status").read_text()
                and b"workers.parser" in (path / "cmdline").read_bytes()
            ):
                found.append(int(path.name))
        except OSError:
            continue
    return found


def test_one_warm_process_reads_and_is_replaced(
    house: tuple[Server, Path], client: Client, tmp_path: Path
) -> None:
    server, _ = house

    def bring(day: int) -> float:
        (tmp_path / "text.txt").write_text(f"Vladimir Putin visited Belarus on {day} May 2024.\n")
        began = time.monotonic()
        (step,) = client.ingest(tmp_path / "text.txt")
        assert step.outcome == "added"
        return time.monotonic() - began

    bring(23)
    (first,) = readers(server.process.pid)
    bring(24)
    assert readers(server.process.pid) == [first], "it stays"
    os.kill(first, signal.SIGKILL)
    bring(25)
    (second,) = readers(server.process.pid)
    assert second != first
