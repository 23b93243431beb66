"""The tools for assistants, asked through the SDK's own client: in this process, and over standard input and output."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import mcp
import pytest
from mcp.server import MCPServer
from served import BASE
from workshop import ENTRY, RUMOUR, TRIP, Desk

from summitry.graph.client import Client
from summitry.graph.errors import StoreUnavailable
from summitry.graph.questions import load_questions
from summitry.server.assistants import build_server, opened

QUESTIONS = load_questions()


@pytest.fixture(scope="module")
def tools() -> Iterator[MCPServer]:
    desk = Desk()
    desk.take(TRIP, RUMOUR, ENTRY)
    client = Client(desk.store, QUESTIONS)
    yield build_server(client)
    client.close()


def call(server: Any, tool: str, /, **arguments: Any) -> Any:
    """What a tool answers."""

    async def ask() -> Any:
        async with mcp.Client(server) as client:
            return await client.call_tool(tool, arguments)

    result = asyncio.run(ask())
    text = "".join(part.text for part in result.content)
    return f"refused: {text}" if result.is_error else json.loads(text)


def test_the_tools_say_what_they_do_and_that_they_only_read(tools: MCPServer) -> None:
    async def ask() -> Any:
        async with mcp.Client(tools) as client:
            return (await client.list_tools()).tools, client.instructions

    listed, instructions = asyncio.run(ask())
    assert {tool.name for tool in listed} == {
        "search", "entity", "saved_queries", "run_query", "sparql", "explain",
    }  # fmt: skip
    assert all(tool.annotations.read_only_hint and len(tool.description) > 60 for tool in listed)
    assert "sources" in instructions


def test_names_are_found_in_any_spelling(tools: MCPServer) -> None:
    (found,) = call(tools, "search", text="putin", kinds=["person"])["found"]
    assert found == {"iri": f"{BASE}id/person/vladimir-putin", "label": "Vladimir Putin", "kind": "person"}
    assert "the kinds are person, state" in call(tools, "search", text="x", kinds=["planet"])
    assert "from 1 to 200" in call(tools, "search", text="x", limit=0)


def test_an_entity_comes_with_its_facts_and_their_sentences(tools: MCPServer) -> None:
    found = call(tools, "entity", name="Tajikistan")
    assert {"property": "label", "value": "Tajikistan"} in found["states"]
    (visit,) = [fact["fact"] for fact in found["facts_about_it"] if fact["kind"] == "Visit"]
    sources = found["sources"][visit]
    assert {source["url"] for source in sources} == {"https://example.org/trip", "https://example.org/rumour"}
    assert all(source["sentence"] for source in sources)
    assert "states nothing of" in call(tools, "entity", name="state/nowhere")


def test_every_saved_query_is_listed_and_can_be_run(tools: MCPServer) -> None:
    listed = call(tools, "saved_queries")["queries"]
    assert [each["name"] for each in listed] == list(QUESTIONS)
    for each in listed:
        assert set(call(tools, "run_query", name=each["name"], limit=1)) == {
            "asks",
            "total",
            "rows",
            "sources",
        }


def test_rows_carry_the_sentences_that_state_them(tools: MCPServer) -> None:
    found = call(tools, "run_query", name="visits", parameters={"visitor": "Putin"}, limit=1)
    (row,) = found["rows"]
    assert (row["visitor"], row["state"], row["sources"]) == ("Vladimir Putin", "Tajikistan", 2)
    sources = found["sources"][row["visit_iri"]]
    assert sources[0]["article"].startswith(f"{BASE}id/article/") and sources[0]["sentence"]


@pytest.mark.parametrize(
    "name,arguments,words",
    [
        ("run_query", {"name": "vists"}, "did you mean visits"),
        ("run_query", {"name": "visits", "parameters": {"since": "soon"}}, "example: 2022-01-01"),
        ("sparql", {"query": "SELECT ?s WHERE {"}, "line 1"),
        ("sparql", {"query": "DROP ALL"}, "refused"),
        ("sparql", {"query": "INSERT DATA { <urn:a> <urn:b> <urn:c> }"}, "refused"),
        (
            "explain",
            {"subject": "Nobody", "predicate": "sy:visited", "object": "Tajikistan"},
            "is called 'Nobody'",
        ),
    ],
)
def test_refusals_say_what_would_do(
    tools: MCPServer, name: str, arguments: dict[str, Any], words: str
) -> None:
    answer = call(tools, name, **arguments)
    assert isinstance(answer, str) and answer.startswith("refused") and words in answer


def test_queries_of_all_forms_are_answered(tools: MCPServer) -> None:
    assert call(tools, "sparql", query="ASK { ?s a sy:Visit }") == {"answer": True}
    rows = call(tools, "sparql", query="SELECT ?s { ?s a sy:Visit }")
    assert rows["total"] == 1 and rows["sources"] == {}
    assert call(tools, "sparql", query="CONSTRUCT WHERE { ?s a sy:Visit }")["total"] == 1


def test_an_explanation_ends_in_the_words_of_articles(tools: MCPServer) -> None:
    found = call(tools, "explain", subject="Vladimir Putin", predicate="sy:visited", object="Tajikistan")
    assert "Putin" in found["proof"]
    assert found["sources"][0]["words"]


def test_the_ontology_can_be_read(tools: MCPServer) -> None:
    async def ask() -> Any:
        async with mcp.Client(tools) as client:
            return await client.read_resource("summitry://ontology")

    assert "sy:Visit" in asyncio.run(ask()).contents[0].text


def test_a_folder_without_a_store_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="summitry ingest"), opened(str(tmp_path), BASE, 5):
        pass


def test_the_command_talks_over_standard_input_and_stops_what_runs_away(sample_store: Path) -> None:
    command = mcp.StdioServerParameters(
        command=str(Path(sys.executable).parent / "summitry"),
        args=["--store", str(sample_store), "mcp", "--query-timeout", "3"],
    )
    runaway = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"

    async def ask() -> list[Any]:
        async with mcp.Client(command) as client:
            return [
                await client.call_tool(
                    "run_query", {"name": "members", "parameters": {"organisation": "ОДКБ"}}
                ),
                await client.call_tool("sparql", {"query": runaway}),
                await client.call_tool(
                    "sparql", {"query": "CONSTRUCT WHERE { ?s sy:member ?o }", "limit": 1}
                ),
            ]

    members, stopped, triples = asyncio.run(ask())
    rows = json.loads(members.content[0].text)["rows"]
    assert {"Russia", "Kazakhstan"} <= {row["member"] for row in rows}
    assert stopped.is_error and "3" in stopped.content[0].text
    assert json.loads(triples.content[0].text)["triples"]
