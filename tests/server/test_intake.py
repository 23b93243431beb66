"""Texts brought by hand: who may bring them, how a form corrects a claim, and how long a draft waits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from served import BASE, InProcess, world
from test_pages import PAGE, outline

from summitry.graph.article import read_articles
from summitry.graph.build import Builder
from summitry.graph.claims import Claim, Entity, EntityKind, Evidence, Finding, Meeting, Status, Visit
from summitry.graph.errors import BadParameter
from summitry.server import intake
from summitry.server.app import create_app
from summitry.server.auth import new_token
from summitry.server.pages.data import records, resolver
from summitry.server.pages.forms import blanks, corrected
from summitry.server.settings import Settings
from summitry.server.workers.entry import enter

ARTICLE = f"{BASE}id/article/1111111111111111"
PUTIN = Entity(EntityKind.PERSON, "Vladimir Putin", "person/vladimir-putin", "Putin")
RAHMON = Entity(EntityKind.PERSON, "Emomali Rahmon", "person/emomali-rahmon", "Rakhmon")
TAJIKISTAN = Entity(EntityKind.STATE, "Tajikistan", "state/tajikistan", "Tajikistan")


def claim(payload: Visit | Meeting) -> Claim:
    return Claim(ARTICLE, "k1", Finding(payload, (Evidence(0, 5, "Putin"),), 0.8, "visits.arrival"))


VISIT = claim(Visit(PUTIN, TAJIKISTAN, None, "2022-06-28", None, Status.OCCURRED))
MEETING = claim(Meeting((PUTIN, RAHMON), None, None, Status.PLANNED))
NAMES = resolver(InProcess(world()))  # type: ignore[arg-type]


def form(made: Claim, **changes: str) -> dict[str, str]:
    return {blank.name: changes.get(blank.name[3:], blank.value) for blank in blanks(made, 0)}


def test_an_untouched_form_leaves_the_claim_alone() -> None:
    for made in (VISIT, MEETING):
        assert corrected(made, 0, form(made), NAMES, "Ada") is None


def test_a_form_corrects_what_was_read_wrongly() -> None:
    right = corrected(
        VISIT, 0, form(VISIT, date="2022-06-29", city="Dushanbe", status="planned"), NAMES, "Ada"
    )
    assert right is not None and isinstance(right.payload, Visit)
    assert (right.payload.date, right.payload.status) == ("2022-06-29", Status.PLANNED)
    assert right.payload.city == Entity(EntityKind.CITY, "Dushanbe", "city/dushanbe-tajikistan", "Dushanbe")
    assert right.payload.visitor == PUTIN and right.finding.evidence == VISIT.finding.evidence
    assert right.finding.rule == "corrected by Ada" and right.key != VISIT.key


def test_lists_of_names_keep_those_that_stay() -> None:
    right = corrected(MEETING, 0, form(MEETING, participants="Vladimir Putin"), NAMES, "Ada")
    assert right is not None and right.payload.participants == (PUTIN,)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "changes,complaint",
    [
        ({"date": "soon"}, "is not a date"),
        ({"visitor": ""}, "cannot be empty"),
        ({"visitor": "Nobody at all"}, "Nobody at all"),
        ({"status": "certain"}, "is not one of occurred"),
    ],
)
def test_nonsense_in_a_form_is_refused_at_its_field(changes: dict[str, str], complaint: str) -> None:
    with pytest.raises(BadParameter, match=complaint) as caught:
        corrected(VISIT, 0, form(VISIT, **changes), NAMES, "Ada")
    assert caught.value.name == f"c0-{next(iter(changes))}"


def test_drafts_wait_for_a_while_and_not_in_any_number(monkeypatch: pytest.MonkeyPatch) -> None:
    drafts = intake.Drafts()
    first = drafts.put("t", "Ada", ())
    assert drafts.get(first.key) is first and len(first.key) > 20
    kept = [drafts.put("t", "Ada", ()) for _ in range(intake.DRAFTS)]
    assert drafts.get(first.key) is None and drafts.get(kept[-1].key) is kept[-1]
    monkeypatch.setattr(intake, "KEPT", 0.0)
    assert drafts.get(kept[-1].key) is None


@pytest.fixture(scope="module")
def open_house(tmp_path_factory: pytest.TempPathFactory) -> tuple[FlaskClient, dict[str, str]]:
    made = {scope: new_token([scope], f"the {scope}er") for scope in ("read", "write")}
    path: Path = tmp_path_factory.mktemp("keys") / "tokens"
    path.write_text("".join(each.line + "\n" for each in made.values()))
    service = InProcess(world())
    service.settings = Settings(token_file=path)
    tokens = {scope: each.token for scope, each in made.items()}
    return create_app(service).test_client(), tokens  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "given,headers,code,words",
    [
        ({"text": "x"}, {}, 403, "not known here"),
        ({"text": "x", "token": "read"}, {}, 403, "adding articles needs write"),
        ({"text": "x", "token": "write"}, {"Origin": "https://elsewhere.example"}, 403, "another origin"),
        ({"text": " ", "token": "write"}, {}, 400, "paste a text"),
        ({"text": "x", "token": "write", "published": "yesterday"}, {}, 400, "is not a day"),
        ({"text": "x", "token": "write", "form": "pdf"}, {}, 400, "is not one of"),
    ],
)
def test_what_may_not_come_in_is_refused_with_the_reason(
    open_house: tuple[FlaskClient, dict[str, str]],
    given: dict[str, str],
    headers: dict[str, str],
    code: int,
    words: str,
) -> None:
    client, tokens = open_house
    sent = {**given, "token": tokens.get(given.get("token", ""), "")}
    answer = client.post("/ingest", data=sent, headers={**PAGE, **headers})
    assert answer.status_code == code and words in answer.text
    assert tokens["write"] not in answer.text, "the token is not sent back"
    outline(answer.text)


def test_a_server_without_tokens_takes_no_texts() -> None:
    client = create_app(InProcess(world())).test_client()  # type: ignore[arg-type]
    assert "started without" in client.get("/ingest", headers=PAGE).text
    assert client.post("/ingest", data={"text": "x"}, headers=PAGE).status_code == 403
    assert client.get("/ingest/guessed", headers=PAGE).status_code == 404


@pytest.mark.parametrize("name,data", [("evil.exe", b"x"), ("long.txt", b"x" * (intake.LARGEST + 1))])
def test_only_texts_of_a_bearable_size_are_read(name: str, data: bytes) -> None:
    with pytest.raises(BadParameter):
        intake.Intake().read(name, data, None, BASE)


class Bare(Builder):
    """A builder in a world that has no layers."""

    def prepare(self, progress: Callable[[int], None] | None = None) -> bool:
        return False


class Writing(InProcess):
    """Takes articles as well."""

    def enter(self, body: bytes, anew: bool, words: str = "") -> list[dict[str, Any]]:
        return enter(Bare(self.store, clock=lambda: datetime.now(UTC)), body, anew, words)


def test_what_is_stored_is_what_was_left_of_it_with_the_decisions(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("---\ntitle: A trip\n---\nVladimir Putin visited Tajikistan on 3 May 2024.\n")
    (article,) = read_articles([path], date(2024, 5, 4))
    start = article.text.index("visited Tajikistan")
    words = (Evidence(start, start + 18, "visited Tajikistan"),)
    read = Finding(Visit(PUTIN, TAJIKISTAN, None, "2024-05-03", None, Status.OCCURRED), words, 0.9, "rule")
    wrong, other = Claim(article.iri, "a1", read), Claim(article.iri, "a2", read)
    right = corrected(wrong, 0, form(wrong, date="2024-05-02"), NAMES, "Ada")
    assert right is not None
    service = Writing(world())
    verdicts = [intake.Verdict(wrong, "visit: one", right), intake.Verdict(other, "visit: two")]
    intake.store(service, [intake.Item(article, (right,))], verdicts, "Ada")  # type: ignore[arg-type]

    def days() -> list[str | None]:
        found = records(
            service, f"SELECT ?d {{ ?v a sy:Visit ; sy:reportedIn <{article.iri}> ; sy:startDate ?d }}"
        )  # type: ignore[arg-type]
        return [row["d"] for row in found]

    assert days() == ["2024-05-02"]
    told = records(  # type: ignore[arg-type]
        service,  # type: ignore[arg-type]
        "SELECT ?verdict ?label { ?d a sy:Decision ; sy:verdict ?verdict ; rdfs:label ?label ; "
        '<http://purl.org/dc/terms/creator> "Ada" } ORDER BY ?verdict',
    )
    assert [tuple(row.values()) for row in told] == [
        ("corrected", "corrected: visit: one"),
        ("rejected", "rejected: visit: two"),
    ]
    intake.store(service, [intake.Item(article, ())], [], "Ada")  # type: ignore[arg-type]
    assert days() == [], "the same text brought again is looked over anew"
