"""An article full of markup and scripts: shown as the text it is, on every page that tells of it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

PAGES = (
    "/",
    "/articles",
    "/search?q=alert",
    "/search?q=%3Cscript%3Ealert(1)%3C/script%3E",
    "/page/person/alexander-lukashenko",
    "/page/state/belarus",
    "/queries/statements",
    "/queries/visits?view=timeline",
    "/queries/statements?about=%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
    "/sparql?query=SELECT%20%3Ft%20%7B%20%3Fa%20%3Chttps%3A%2F%2Fw3id.org%2Fsummitry%2Fontology%23text%3E%20%3Ft%20%7D",
    "/changes",
    "/contradictions",
)


def whole(page: Page) -> None:
    """Nothing of the article became part of the page: no element of it, no other picture, no frame."""
    assert page.evaluate("document.querySelectorAll('iframe, object, embed, style').length") == 0
    assert page.evaluate("[...document.scripts].every((each) => each.src.startsWith(location.origin))")
    assert page.evaluate("[...document.images].every((each) => each.src.startsWith(location.origin))")
    assert page.evaluate("[...document.links].every((each) => /^https?:/.test(each.href))")
    handlers = "[...document.querySelectorAll('*')].some((e) => [...e.attributes].some((a) => /^on|^style$/.test(a.name)))"
    assert not page.evaluate(handlers)
    assert "49" not in page.title()


@pytest.mark.parametrize("address", PAGES)
def test_nothing_of_it_runs(page: Page, address: str) -> None:
    answer = page.goto(address, wait_until="networkidle")
    assert answer is not None
    policy = answer.headers["content-security-policy"]
    assert "script-src 'self'" in policy and "unsafe" not in policy
    whole(page)


def test_its_own_page_shows_it_as_text(page: Page) -> None:
    page.goto("/articles")
    page.get_by_role("link", name=re.compile("alert")).first.click()
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("heading", level=1)).to_contain_text("<script>alert('headline')</script>")
    expect(page.locator(".story")).to_contain_text("<iframe src=")
    expect(page.locator("body")).to_be_visible()
    whole(page)


def test_suggestions_show_it_as_text(page: Page) -> None:
    page.goto("/")
    page.get_by_role("combobox").press_sequentially("We are friends", delay=5)
    expect(page.get_by_role("option").filter(has_text="We are friends")).to_be_visible()
    whole(page)
