"""Bearer tokens: what a file may say, who may do what, and what is written down of it."""

from __future__ import annotations

import hashlib
import time
from pathlib import Path

import pytest
from serving import FORM, Server, serving

from summitry.graph.errors import BadParameter, ConfigurationError
from summitry.server.auth import Keys, new_token, read_tokens

INSERT = "INSERT DATA { <urn:a> <urn:p> 1 }"
UPDATE = "application/sparql-update"


def test_a_new_token_is_let_in_by_its_line() -> None:
    made = new_token(["read", "write"], "alice's laptop")
    assert made.line == f"{hashlib.sha256(made.token.encode()).hexdigest()} read,write alice's laptop"
    (token,) = read_tokens(f"# tokens\n\n{made.line}\n", "tokens")
    assert token.may("write")
    assert token.may("read")
    assert not token.may("admin")
    assert token.label == "alice's laptop"
    assert new_token(["read"]).token != new_token(["read"]).token


@pytest.mark.parametrize(
    ("scopes", "label"), [([], "x"), (["root"], "x"), (["read", ""], "x"), (["read"], "a\nb")]
)
def test_a_token_has_scopes_and_one_line(scopes: list[str], label: str) -> None:
    with pytest.raises(BadParameter):
        new_token(scopes, label)


@pytest.mark.parametrize("line", ["nonsense", "ab" * 32, f"{'ab' * 32} root x", f"{'ab' * 31} read x"])
def test_a_wrong_line_is_named(line: str) -> None:
    with pytest.raises(ConfigurationError, match="tokens:2"):
        read_tokens(f"# one\n{line}\n", "tokens")


def test_a_file_is_read_again_when_it_changes(tmp_path: Path) -> None:
    file, first, second = tmp_path / "tokens", new_token(["read"]), new_token(["read"])
    file.write_text(first.line)
    keys = Keys(file)
    assert keys.find(first.token)
    file.write_text(f"{second.line} changed")
    assert keys.find(second.token)
    assert keys.find(first.token) is None
    file.unlink()
    assert keys.find(second.token) is None


@pytest.mark.parametrize(("token", "status"), [("", 401), ("read", 403), ("write", 204), ("admin", 204)])
def test_an_update_needs_the_scope_write(server: Server, token: str, status: int) -> None:
    reply = server.http("POST", "/update", INSERT, token, Content_Type=UPDATE)
    assert reply.status == status
    assert server.ask("ASK { <urn:a> <urn:p> 1 }") == (status == 204)
    if status == 401:
        assert reply.headers["www-authenticate"].startswith("Bearer")


def test_a_wrong_token_is_refused_whatever_its_shape(server: Server) -> None:
    for value in (
        "Bearer wrong",
        "Bearer ",
        "Basic YTpi",
        "Bearer " + "x" * 5000,
        "Bearer \u00e9",
        "nonsense",
    ):
        reply = server.http("POST", "/update", INSERT, Content_Type=UPDATE, Authorization=value)
        assert reply.status == 401, value
    assert not server.ask("ASK { ?s ?p ?o }")


def test_a_page_of_another_origin_cannot_change_anything(server: Server) -> None:
    body = "update=INSERT+DATA+%7B+%3Curn%3Aa%3E+%3Curn%3Ap%3E+1+%7D"
    for headers in ({"Origin": "http://evil.example"}, {"Sec_Fetch_Site": "cross-site"}):
        assert server.http("POST", "/update", body, Content_Type=FORM, **headers).status == 403
    assert server.http("POST", "/sparql", body, Content_Type=FORM).status == 400
    assert not server.ask("ASK { ?s ?p ?o }")


def test_without_a_file_nothing_can_be_changed(tmp_path: Path) -> None:
    with serving(tmp_path, token_file=None) as server:
        for token in ("", "admin"):
            reply = server.http("POST", "/update", INSERT, token, Content_Type=UPDATE)
            assert (reply.status, "--token-file" in reply.json()["detail"]) == (403, True)
            assert server.http("PUT", "/graphs?default", "", token, Content_Type="text/turtle").status == 403


def test_changes_are_written_down_with_their_author(server: Server) -> None:
    server.update("INSERT DATA { <urn:a> <urn:p> '''line\n2026 forged''' }")
    server.update("INSERT DATA { <urn:a> }", "write")
    server.http("GET", "/sparql?query=ASK{}&forged=%0Aline", User_Agent="a\tb")
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline and not any("forged=%0Aline" in line for line in server.log):
        time.sleep(0.05)
    told = [line for line in server.log if "summitry.audit" in line]
    assert any("the adminer" in line and "done" in line and "forged" in line for line in told)
    assert any("the writeer" in line and "refused: line 1" in line for line in told)
    assert not any(line.startswith("2026 forged") for line in server.log)
    assert not any(token in line for line in server.log for token in server.tokens.values())
