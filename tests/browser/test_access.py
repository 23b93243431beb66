"""Pages for everybody: axe finds nothing serious, by day and by night, on a desk and on a phone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from serving import Server

AXE = Path(__file__).with_name("axe.min.js").read_text("utf-8")
PAGES = (
    "/",
    "/search?q=rakhmon",
    "/page/person/vladimir-putin",
    "/page/state/tajikistan",
    "/page/organisation/csto",
    "/queries",
    "/queries/visits?visitor=Putin&view=map",
    "/queries/network?view=network",
    "/queries/brokers",
    "/sparql",
    "/sparql?query=SELECT%20%3Fs%20%7B",
    "/contradictions",
    "/changes",
    "/articles",
    "/ontology",
    "/explain?s=Russia&p=sy:hasMilitaryPresenceIn&o=Tajikistan",
    "/ingest",
)
SIZES = {"desk": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}


def problems(page: Page) -> list[str]:
    page.evaluate(AXE)
    found: dict[str, Any] = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{wrong['id']}: {node['html'][:120]} {node['failureSummary'][:200]}"
        for wrong in found["violations"]
        if wrong["impact"] in ("serious", "critical")
        for node in wrong["nodes"][:3]
    ]


@pytest.fixture(scope="module", params=[("light", "desk"), ("dark", "phone")], ids=" ".join)
def screen(request: pytest.FixtureRequest, browser: Browser, site: Server) -> Any:
    scheme, size = request.param
    # axe is injected by the test, which the policy of the pages rightly forbids
    context = browser.new_context(
        base_url=site.url, color_scheme=scheme, viewport=SIZES[size], bypass_csp=True, reduced_motion="reduce"
    )
    context.set_default_timeout(30_000)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing_serious(screen: Page, address: str) -> None:
    screen.goto(address, wait_until="networkidle")
    assert problems(screen) == []
    wide = screen.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, "the page must not scroll sideways"


def test_axe_would_find_something(screen: Page) -> None:
    screen.goto("/articles", wait_until="networkidle")
    screen.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=\"/static/mark.svg\"><input>')")
    assert any(problem.startswith("image-alt") for problem in problems(screen))
