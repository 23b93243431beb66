"""What tests read off a page."""

from __future__ import annotations

from playwright.sync_api import Page


def table_rows(page: Page) -> int:
    return page.locator("table.rows tbody tr").count()
