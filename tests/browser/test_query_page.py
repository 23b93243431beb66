"""The query page: examples to begin with, an editor that completes names and terms, errors where they stand."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from reading_pages import table_rows

from summitry.server.pages.samples import SAMPLES, Sample


@pytest.mark.parametrize(
    "sample", [each for each in SAMPLES if "CONSTRUCT" not in each.query], ids=lambda s: s.title
)
def test_every_query_to_begin_with_gives_rows_and_its_picture(page: Page, sample: Sample) -> None:
    page.goto("/sparql")
    page.get_by_role("link", name=sample.title).click()
    page.wait_for_url("**/sparql?query=*")
    assert table_rows(page) > 0
    if sample.view != "table":
        expect(page.locator(f"figure.{sample.view} svg")).to_be_visible()


def test_a_query_is_written_with_completion_and_shared_with_its_view(page: Page) -> None:
    page.goto("/sparql")
    editor = page.get_by_role("textbox", name=re.compile("^Query"))
    editor.click()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.type("SELECT ?event ?place WHERE { ?event sy:plac", delay=15)
    expect(page.locator(".cm-tooltip-autocomplete li").first).to_be_visible()
    expect(page.locator(".cm-tooltip-autocomplete")).to_contain_text("sy:place")
    page.wait_for_timeout(300)  # the editor takes no choice within a moment of offering it
    page.keyboard.press("Enter")
    page.keyboard.type(" ?place }", delay=5)
    expect(page.locator(".cm-content")).to_contain_text("PREFIX sy: <https://w3id.org/summitry/ontology#>")
    assert page.locator(".cm-content .cm-line span").count() > 5, "coloured"
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/sparql?query=*")
    assert table_rows(page) > 3
    page.get_by_role("navigation", name="Show as").get_by_role("link", name="Map").click()
    expect(page.locator("figure.map svg")).to_be_visible()
    assert "view=map" in page.url
    page.get_by_role("link", name="Link to this answer").click()
    assert "view=map" in page.evaluate("navigator.clipboard.readText()")
    page.goto("/sparql")
    page.get_by_text("Queries of before").click()
    page.locator(".history button").first.click()
    expect(page.locator(".cm-content")).to_contain_text("?event sy:place ?place")


def test_names_of_things_are_completed_to_their_iris(page: Page) -> None:
    page.goto("/sparql")
    page.get_by_role("textbox", name=re.compile("^Query")).click()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.type("SELECT * { ?visit ?p <tajiki", delay=15)
    option = page.locator(".cm-tooltip-autocomplete li").filter(has_text="Tajikistan").first
    expect(option).to_be_visible()
    option.click()
    expect(page.locator(".cm-content")).to_contain_text("<https://w3id.org/summitry/id/state/tajikistan>")


def test_an_error_is_marked_at_its_place(page: Page) -> None:
    page.goto("/sparql?query=SELECT%20%3Fs%20WHERE%20%7B%0A%20%20%3Fs%20%3Fp%20!o%0A%7D")
    expect(page.locator(".cm-lintRange-error")).to_have_count(1)
    expect(page.locator(".cm-lint-marker-error")).to_have_count(1)
    line = page.locator(".cm-line", has=page.locator(".cm-lintRange-error"))
    expect(line).to_contain_text("!o")
    expect(page.get_by_role("alert")).to_contain_text("Line 2")
