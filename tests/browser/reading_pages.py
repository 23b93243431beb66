"""What tests read off a page."""

from __future__ import annotations

from playwright.sync_api import Page, expect


def table_rows(page: Page) -> int:
    """The rows of the answer, once the page has come whole: a click returns while the next page still comes in."""
    rows = page.locator("table.rows tbody tr")
    expect(rows.first).to_be_attached()
    page.wait_for_load_state()
    return rows.count()
